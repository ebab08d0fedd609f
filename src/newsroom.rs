//! Releases and houses on disk: RON files in folders, read with suspicion and saved whole or not at all.
//!
//! This is the only room that knows RON and the shape of the folders. What the words mean is decided elsewhere.

mod atomic;
mod copies;
mod error;
mod folder;
mod houses;
mod index;
mod journal;
mod material;
mod names;
mod own_houses;
mod pdf;
mod photos;
mod preferences;
mod presence;
mod readable;
mod registers;
mod renditions;
mod sample;
mod save_lock;
mod saving;
mod swap;
mod thumbnails;
mod unknown;
mod versions;

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub use crate::release::Fingerprint;
use crate::release::Release;
use crate::words::Message;

use error::shortened;

pub use copies::{CopyOrigin, SideCopy, discard_copy, is_partial, open_copy, side_copies};
pub use error::FileError;
pub(crate) use error::visible;
pub use folder::{
    Newsroom, Shelf, choose_newsroom, is_newsroom, keep_as_template, place_release, rename_release, restore_release,
    trash_release,
};
pub use houses::{house_names, houses_for, preset};
pub use index::{
    AllRead, Filter, Follower, Hits, Index, Listed, Marked, Reader, ReleaseKey, Step, Unread, Wish, index_file,
    stamp_of,
};
pub use journal::{Claim, Journal, Pile, Recovered, States, Unsynced, journal_failed, recover, unfinished};
pub use material::{logo, logo_file, material, print};
pub use own_houses::{
    OwnHouse, SavedHouse, copy_house, own_houses, remove_house, rename_house, restore_house, save_house,
};
pub use photos::{add_photo, keep_beside, look_at_photo, same_photo};
pub use preferences::{ExportHabit, Preferences, Recent, ThemeChoice, local_folder, preferences, save_preferences};
pub use presence::{
    Alive, Around, BEAT_SECONDS, Holder, Me, Presence, is_in_newsroom, others, seen_from_afar, system_user,
};
pub use registers::{Changed, ReadRegister, change_contacts, change_people, register_of, registers, registers_seen};
pub use renditions::{PhotoExport, PhotosWanted, photo_exports, photo_folder};
pub use sample::{sample, sample_release};
pub use saving::{Saved, SavedBeside, Saving, Signature, VersionWish, save_beside, save_release};
pub use thumbnails::{Thumbnails, first_look};
pub use versions::{Version, name_version, open_version, versions};

const OPENING: Message = Message::new("error-open-release");
const SAVING: Message = Message::new("error-save-release");
const EXPORTING: Message = Message::new("error-export");

/// The format that this program writes; it reads no newer one.
pub const FORMAT: u32 = 1;

/// The name of a release's file in its folder.
pub const RELEASE_FILE: &str = "release.ron";

/// The folder for photos inside a release's folder.
pub const PHOTOS_FOLDER: &str = "photos";

/// A release with more text than this is no release; the bound keeps a damaged file from filling the memory.
const LARGEST_FILE: u64 = 24 << 20;

/// One file of the program: `Dateline(format: 1, release: (…))`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Dateline", deny_unknown_fields)]
struct ReleaseFile<R> {
    format: u32,
    release: R,
}

#[derive(Deserialize)]
#[serde(rename = "Dateline", deny_unknown_fields)]
struct HouseFile<H> {
    #[expect(dead_code, reason = "checked before, by AnyFile")]
    format: u32,
    house: H,
}

/// Only the format, whatever else a file holds.
#[derive(Deserialize)]
#[serde(rename = "Dateline")]
struct AnyFile {
    format: u32,
}

fn ron_options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// Reads a release. `path` is its folder, its file, or a PDF that carries it.
///
/// # Errors
/// Nothing there, too large, damaged, or of a newer format; a photo whose name leads out of the folder. Nothing on disk
/// is touched.
pub fn open(path: &Path) -> Result<Release, FileError> {
    open_as_it_is(path).map(|(release, _)| release)
}

/// Reads a release as [`open`] does, and tells what its file held, to be compared when it is saved.
///
/// # Errors
/// As [`open`].
pub fn open_as_it_is(path: &Path) -> Result<(Release, Fingerprint), FileError> {
    let file = release_file(path);
    let next = Message::new("error-larger-release-next");
    let bytes = if is_pdf(path) { pdf::release_text(path)? } else { read_bytes(&file, LARGEST_FILE, &OPENING, &next)? };
    let held = Fingerprint::of(&bytes);
    let text = text_of(bytes, &file, OPENING)?;
    let read = parse::<ReleaseFile<Release>>(&text, &file, OPENING);
    let ReleaseFile { release, format: _ } =
        read.or_else(|error| match unknown::known_part::<ReleaseFile<Release>>(&text) {
            Some(known) => parse(&known, &file, OPENING),
            None => Err(error),
        })?;
    check_whole(&release, &file, OPENING)?;
    Ok((release, held))
}

/// Is this a PDF, which may carry a release?
pub fn is_pdf(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
}

/// Is a file named, rather than a folder?
fn names_a_file(path: &Path) -> bool {
    path.extension() == Some(OsStr::new("ron")) || is_pdf(path)
}

/// The release's file, whether its folder or the file itself is named.
pub fn release_file(path: &Path) -> PathBuf {
    if names_a_file(path) { path.to_owned() } else { path.join(RELEASE_FILE) }
}

/// The release's folder, whether the folder itself or its file is named.
pub fn release_folder(path: &Path) -> PathBuf {
    if names_a_file(path) {
        match path.parent() {
            Some(parent) if parent != Path::new("") => parent.to_owned(),
            _ => PathBuf::from("."),
        }
    } else {
        path.to_owned()
    }
}

/// Saves a release into its folder, which is made where it is missing.
///
/// # Errors
/// The folder cannot be made or written, or the release could not be opened again; the file that was there before is
/// still whole then.
pub fn save(folder: &Path, release: &Release) -> Result<PathBuf, FileError> {
    let file = folder.join(RELEASE_FILE);
    let text = file_text(release, &file, folder)?;
    fs::create_dir_all(folder).map_err(|error| FileError::io(SAVING, &error, folder))?;
    atomic::replace(&file, text.as_bytes()).map_err(|error| FileError::io(SAVING, &error, &file))?;
    Ok(file)
}

/// What a release's file is to hold: the release, and what a newer program wrote into the file that is there.
fn file_text(release: &Release, file: &Path, unknown_from: &Path) -> Result<String, FileError> {
    check_whole(release, file, SAVING)?;
    let text = to_ron(release).map_err(|error| FileError::fault(SAVING, &error, file))?;
    let text = unknown::put_back::<ReleaseFile<Release>>(text, &unknown_from.join(RELEASE_FILE));
    if text.len() as u64 > LARGEST_FILE {
        let why = Message::new("error-would-be-larger").with("megabytes", megabytes(LARGEST_FILE));
        return Err(FileError::because(SAVING, why, Message::new("error-would-be-larger-next"), file));
    }
    Ok(text)
}

/// The release as its file's text, to travel inside a PDF.
///
/// # Errors
/// A fault of the program.
pub fn release_text(release: &Release) -> Result<String, FileError> {
    let doing = Message::new("error-write-release");
    to_ron(release).map_err(|error| FileError::fault(doing, &error, Path::new(RELEASE_FILE)))
}

/// What a release must have for anything to be done with it.
fn check_whole(release: &Release, file: &Path, doing: Message) -> Result<(), FileError> {
    if release.editions.is_empty() {
        let (why, next) = (Message::new("error-no-edition"), Message::new("error-no-edition-next"));
        return Err(FileError::because(doing, why, next, file));
    }
    photos::check_names(release, file, doing)
}

/// Exported files on their way: all of them get their names at the end or, where one of them cannot be written, none.
///
/// Each is on the disk before it gets its name, so that no half file ever stands under it. Their folders are not synced: an
/// export can be made again from its release, and its name need not outlast a power cut in the next seconds.
#[derive(Debug)]
pub struct Exports {
    overwrite: bool,
    beside: Vec<(PathBuf, atomic::Beside)>,
}

impl Exports {
    /// Nothing yet. `overwrite` lets files of the same names go.
    pub fn new(overwrite: bool) -> Self {
        Exports { overwrite, beside: Vec::new() }
    }

    /// Writes a file beside its place.
    ///
    /// # Errors
    /// Something of its name is there and may not be replaced, or its folder cannot be made or written.
    pub fn add(&mut self, file: &Path, bytes: &[u8]) -> Result<(), FileError> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| FileError::io(EXPORTING, &error, folder))?;
        }
        let write = if self.overwrite { atomic::Beside::over } else { atomic::Beside::new };
        self.beside.push((file.to_owned(), write(file, bytes).map_err(|error| not_exported(file, &error))?));
        Ok(())
    }

    /// As [`Exports::add`], for files of which there may be hundreds, below the folder for exports: each is closed at once,
    /// and one that is there already, byte for byte, is left alone. No link on the way is followed.
    ///
    /// # Errors
    /// As [`Exports::add`], or the way leads through a link.
    pub fn add_photo(&mut self, folder: &Path, file: &Path, bytes: &[u8]) -> Result<(), FileError> {
        let mut place = folder.to_owned();
        for part in file {
            place.push(part);
            if place.symlink_metadata().is_ok_and(|there| there.is_symlink()) {
                let (why, next) = (Message::new("error-export-link"), Message::new("error-export-link-next"));
                return Err(FileError::because(Message::new("error-not-exported"), why, next, &place));
            }
        }
        if photos::holds(&place, bytes) {
            return Ok(());
        }
        self.add(&place, bytes)?;
        match self.beside.last_mut() {
            Some((file, beside)) => beside.sync().map_err(|error| not_exported(file, &error)),
            None => Ok(()),
        }
    }

    /// Gives the files their names.
    ///
    /// # Errors
    /// As [`Exports::add`].
    pub fn finish(mut self) -> Result<(), FileError> {
        for (file, beside) in &mut self.beside {
            beside.sync().map_err(|error| not_exported(file, &error))?;
        }
        self.beside.iter_mut().try_for_each(|(file, beside)| beside.name().map_err(|error| not_exported(file, &error)))
    }
}

/// Writes exported files: all of them or, where one of them cannot be written, none.
///
/// # Errors
/// Something of one of the names is there and `overwrite` is not set, or a folder cannot be written.
pub fn write_exports<B: AsRef<[u8]>>(files: &[(PathBuf, B)], overwrite: bool) -> Result<(), FileError> {
    if let Some((file, _)) = files.iter().find(|(file, _)| !overwrite && file.symlink_metadata().is_ok()) {
        return Err(already_there(file));
    }
    let mut exports = Exports::new(overwrite);
    files.iter().try_for_each(|(file, bytes)| exports.add(file, bytes.as_ref()))?;
    exports.finish()
}

fn not_exported(file: &Path, error: &io::Error) -> FileError {
    match error.kind() == io::ErrorKind::AlreadyExists {
        true => already_there(file),
        false => FileError::io(EXPORTING, error, file),
    }
}

fn already_there(file: &Path) -> FileError {
    let (why, next) = (Message::new("error-name-taken"), Message::new("error-name-taken-next"));
    FileError::because(Message::new("error-not-exported"), why, next, file)
}

/// Writes one exported file.
///
/// # Errors
/// As [`write_exports`].
pub fn write_export(file: &Path, bytes: &[u8], overwrite: bool) -> Result<(), FileError> {
    write_exports(&[(file.to_owned(), bytes)], overwrite)
}

/// The release as its file's text.
fn to_ron(release: &Release) -> Result<String, ron::Error> {
    let pretty = ron::ser::PrettyConfig::new().indentor("  ").new_line("\n").struct_names(false).compact_arrays(false);
    let file = ReleaseFile { format: FORMAT, release };
    let text = ron_options().to_string_pretty(&file, pretty)?;
    Ok(format!("Dateline{}\n", readable::readable(&text)))
}

/// The bytes of an ordinary file, up to a bound; `next` is what to do about a larger one.
fn read_bytes(file: &Path, largest: u64, doing: &Message, next: &Message) -> Result<Vec<u8>, FileError> {
    let failed = |error: io::Error| FileError::io(doing.clone(), &error, file);
    let too_large = || {
        let why = Message::new("error-larger").with("megabytes", megabytes(largest));
        FileError::because(doing.clone(), why, next.clone(), file)
    };
    // Asked before opening: to open a pipe is to wait for whoever writes into it.
    let there = fs::metadata(file).map_err(failed)?;
    if there.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    if !there.is_file() {
        return Err(failed(error::no_ordinary_file()));
    }
    if there.len() > largest {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    fs::File::open(file).map_err(failed)?.take(largest + 1).read_to_end(&mut bytes).map_err(failed)?;
    // Some files, such as those of /proc, do not tell their size.
    if bytes.len() as u64 > largest { Err(too_large()) } else { Ok(bytes) }
}

fn megabytes(bytes: u64) -> String {
    (bytes >> 20).to_string()
}

fn read_text(file: &Path, doing: Message) -> Result<String, FileError> {
    let next = Message::new("error-larger-release-next");
    text_of(read_bytes(file, LARGEST_FILE, &doing, &next)?, file, doing)
}

fn text_of(bytes: Vec<u8>, file: &Path, doing: Message) -> Result<String, FileError> {
    let failed = |why| FileError::because(doing.clone(), why, Message::new("error-earlier-copy"), file);
    let mut text = String::from_utf8(bytes).map_err(|_| failed(Message::new("error-not-text")))?;
    // Some text editors put this mark before what they save.
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    // What a crash of the whole system leaves behind.
    if text.chars().all(|letter| letter == '\0' || letter.is_whitespace()) {
        return Err(failed(Message::new("error-empty")));
    }
    Ok(text)
}

fn parse<T: DeserializeOwned>(text: &str, file: &Path, doing: Message) -> Result<T, FileError> {
    match ron_options().from_str::<AnyFile>(text) {
        Ok(AnyFile { format }) if format > FORMAT => {
            let why = Message::new("error-newer").with("format", format.to_string()).with("known", FORMAT.to_string());
            return Err(FileError::because(doing, why, Message::new("error-newer-next"), file));
        }
        Ok(AnyFile { format: 0 }) => {
            let (why, next) = (Message::new("error-format-0"), Message::new("error-format-0-next"));
            return Err(FileError::because(doing, why, next, file));
        }
        // What is wrong with the file, the second reading tells better.
        Ok(AnyFile { .. }) | Err(_) => {}
    }
    ron_options().from_str(text).map_err(|error| {
        let place = error.span.start;
        let why = Message::new("error-damaged")
            .with("line", place.line.to_string())
            .with("column", place.col.to_string())
            .with("said", shortened(&error.code));
        FileError::because(doing, why, Message::new("error-damaged-next"), file)
    })
}
