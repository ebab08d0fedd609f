//! Releases and houses on disk: RON files in folders, read with suspicion and saved whole or not at all.
//!
//! This is the only room that knows RON and the shape of the folders. What the words mean is decided elsewhere.

mod atomic;
mod houses;

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::release::Release;

pub use houses::{house_names, houses_for, preset};

/// The format that this program writes; it reads no newer one.
pub const FORMAT: u32 = 1;

/// The name of a release's file in its folder.
pub const RELEASE_FILE: &str = "release.ron";

/// The folder for photos inside a release's folder.
pub const PHOTOS_FOLDER: &str = "photos";

/// A release with more text than this is no release; the bound keeps a damaged file from filling the memory.
const LARGEST_FILE: u64 = 32 << 20;

/// Why a file or folder could not be used: what happened, why, what to do next, and the path last.
#[derive(Debug, thiserror::Error)]
#[error("{what} {next} {}", path.display())]
pub struct FileError {
    /// What happened and why.
    what: String,
    /// What the user can do next.
    next: String,
    /// The file or folder.
    pub path: PathBuf,
}

impl FileError {
    fn new(what: impl Into<String>, next: impl Into<String>, path: &Path) -> Self {
        FileError { what: what.into(), next: next.into(), path: path.to_owned() }
    }

    /// An error of the system while doing something, such as "Could not save the release".
    #[expect(clippy::wildcard_enum_match_arm, reason = "the system has more reasons than a user wants to read")]
    pub(crate) fn io(doing: &str, error: &io::Error, path: &Path) -> Self {
        use io::ErrorKind as Kind;
        let (why, next) = match error.kind() {
            Kind::NotFound => ("there is no such file or folder", "Check the name, or choose another place."),
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => {
                ("you may not write or read there", "Choose another folder, or ask who owns this one.")
            }
            Kind::StorageFull | Kind::QuotaExceeded => {
                ("the disk is full", "Free some space, or choose another folder.")
            }
            Kind::AlreadyExists => ("it is already there", "Choose another name."),
            Kind::NotADirectory => ("a file stands where a folder is needed", "Choose another folder."),
            Kind::IsADirectory => ("a folder stands where a file is needed", "Choose another name."),
            _ => return Self::new(format!("{doing}: {error}."), "Try again, or choose another folder.", path),
        };
        Self::new(format!("{doing}: {why}."), next, path)
    }
}

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

/// Reads a release. `path` is its folder or its file.
///
/// # Errors
/// Nothing there, too large, damaged, or of a newer format. Nothing on disk is touched.
pub fn open(path: &Path) -> Result<Release, FileError> {
    let file = release_file(path);
    let text = read_text(&file, "Could not open the release")?;
    let ReleaseFile { release, format: _ } = parse::<ReleaseFile<Release>>(&text, &file, "release")?;
    Ok(release)
}

/// The release's file, whether its folder or the file itself is named.
pub fn release_file(path: &Path) -> PathBuf {
    if path.extension() == Some(OsStr::new("ron")) { path.to_owned() } else { path.join(RELEASE_FILE) }
}

/// The release's folder, whether the folder itself or its file is named.
pub fn release_folder(path: &Path) -> PathBuf {
    if path.extension() == Some(OsStr::new("ron")) {
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
/// The folder cannot be made or written; the file that was there before is still whole then.
pub fn save(folder: &Path, release: &Release) -> Result<PathBuf, FileError> {
    let doing = "Could not save the release";
    fs::create_dir_all(folder).map_err(|error| FileError::io(doing, &error, folder))?;
    let file = folder.join(RELEASE_FILE);
    let text = to_ron(release).map_err(|error| {
        FileError::new(format!("{doing}: {error}."), "Please report this as a fault of the program.", &file)
    })?;
    atomic::replace(&file, text.as_bytes()).map_err(|error| FileError::io(doing, &error, &file))?;
    Ok(file)
}

/// Copies a photo into the release's folder, byte for byte, and gives the name that it has there. The same bytes under
/// the same name are taken as they are; another photo of that name makes way with a number.
///
/// # Errors
/// The photo cannot be read, or the folder cannot be written.
pub fn add_photo(folder: &Path, photo: &Path) -> Result<String, FileError> {
    let doing = "Could not add the photo";
    let bytes = fs::read(photo).map_err(|error| FileError::io(doing, &error, photo))?;
    let photos = folder.join(PHOTOS_FOLDER);
    fs::create_dir_all(&photos).map_err(|error| FileError::io(doing, &error, &photos))?;
    let name = photo.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (stem, ending) =
        name.rsplit_once('.').map_or((name.as_str(), String::new()), |(stem, ending)| (stem, format!(".{ending}")));
    for number in 1.. {
        let name = if number == 1 { format!("{stem}{ending}") } else { format!("{stem}-{number}{ending}") };
        let target = photos.join(&name);
        match fs::read(&target) {
            Ok(there) if there == bytes => return Ok(name),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                atomic::replace(&target, &bytes).map_err(|error| FileError::io(doing, &error, &target))?;
                return Ok(name);
            }
            Err(error) => return Err(FileError::io(doing, &error, &target)),
        }
    }
    Err(FileError::new(format!("{doing}: no name is free."), "Choose another folder.", &photos))
}

/// Writes the sample release into a folder and gives its file; a stand-in until the sample itself is here.
///
/// # Errors
/// The folder cannot be written.
pub fn sample(folder: &Path) -> Result<PathBuf, FileError> {
    let lang = crate::release::Lang::try_from("en".to_owned())
        .map_err(|error| FileError::new(error.to_string(), "", folder))?;
    let mut release = Release::new(uuid::Uuid::new_v4(), jiff::civil::Date::constant(2026, 11, 23), lang);
    if let Some(edition) = release.editions.first_mut() {
        edition.headline = "Bridge at Example opens".into();
    }
    save(folder, &release)
}

/// Writes one exported file.
///
/// # Errors
/// Something of that name is there and `overwrite` is not set, or the folder cannot be written.
pub fn write_export(file: &Path, bytes: &[u8], overwrite: bool) -> Result<(), FileError> {
    if !overwrite && file.symlink_metadata().is_ok() {
        let next = "Choose another folder, or say that it may be replaced (--force).";
        return Err(FileError::new("Did not export: a file of this name is already there.", next, file));
    }
    let doing = "Could not export";
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| FileError::io(doing, &error, folder))?;
    }
    atomic::replace(file, bytes).map_err(|error| FileError::io(doing, &error, file))
}

/// The release as its file's text.
fn to_ron(release: &Release) -> Result<String, ron::Error> {
    let pretty = ron::ser::PrettyConfig::new().indentor("  ").struct_names(false).compact_arrays(false);
    let file = ReleaseFile { format: FORMAT, release };
    let mut text = String::from("Dateline");
    text += &ron_options().to_string_pretty(&file, pretty)?;
    text.push('\n');
    Ok(text)
}

fn read_text(file: &Path, doing: &str) -> Result<String, FileError> {
    let failed = |error: io::Error| FileError::io(doing, &error, file);
    let opened = fs::File::open(file).map_err(failed)?;
    let mut bytes = Vec::new();
    opened.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST_FILE {
        let what = format!("{doing}: the file is larger than {} MB.", LARGEST_FILE >> 20);
        return Err(FileError::new(what, "It is damaged or no file of this program; open an earlier copy.", file));
    }
    String::from_utf8(bytes).map_err(|_| {
        let what = format!("{doing}: the file is damaged; it is not text.");
        FileError::new(what, "Open an earlier copy of it.", file)
    })
}

fn parse<T: DeserializeOwned>(text: &str, file: &Path, what: &str) -> Result<T, FileError> {
    let newer = ron_options().from_str::<AnyFile>(text).ok().filter(|any| any.format > FORMAT);
    if let Some(AnyFile { format }) = newer {
        let what = format!(
            "Could not open the {what}: it was made by a newer Dateline (format {format}, this one reads {FORMAT})."
        );
        return Err(FileError::new(what, "Update Dateline, or ask the sender for an export.", file));
    }
    ron_options().from_str(text).map_err(|error| {
        let place = error.span.start;
        let what = format!(
            "Could not open the {what}: the file is damaged at line {}, column {} ({}).",
            place.line, place.col, error.code
        );
        FileError::new(what, "Open an earlier copy of it, or mend that line in a text editor.", file)
    })
}
