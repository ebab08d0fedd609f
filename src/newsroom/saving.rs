//! Saving a release over its own file, which somebody else may have changed meanwhile.
//!
//! No lock is trusted: before the file is replaced, what it holds is compared with what was read or written last. Other words
//! than those are kept beside, as a copy with a name that says what happened, and only then is the file replaced. What was
//! replaced is looked at once more afterwards, because somebody may have written in that very moment.
//!
//! What remains: on a disk that cannot exchange two names in one step (Windows, most network drives), another program that
//! *renames* its own file over the release within the few microseconds between the last look and our rename loses it. What
//! a sync client replaced there it has itself, as a version. And a program that is killed between the exchange and the
//! second look leaves what it replaced as a hidden file whose name begins with `.dateline-`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Zoned;

use super::atomic::Put;
use super::error::FileError;
use super::names::safe_name;
use super::photos::{add_photo, holds, keep_numbered};
use super::versions;
use super::{PHOTOS_FOLDER, RELEASE_FILE, SAVING, atomic, file_text, release_file};
use crate::release::{Fingerprint, PhotoId, Release};
use crate::words::Message;

/// How the names of such copies begin.
pub(super) const CONFLICT: &str = "release (conflict, ";

/// Somebody who writes and removes the file all the time is not waited for any longer.
const MOST_TRIES: u32 = 64;

/// A release to be saved.
#[derive(Clone, Debug)]
pub struct Saving {
    /// As it is in the window.
    pub release: Release,
    /// Its folder so far.
    pub from: Option<PathBuf>,
    /// The folder to save it in.
    pub folder: PathBuf,
    /// Photos that are not in its folder yet.
    pub waiting_photos: BTreeMap<PhotoId, PathBuf>,
    /// What its file held when it was read or written last.
    pub seen: Option<Fingerprint>,
    /// Who saves, and when, for the names of copies.
    pub by: Signature,
    /// Which version is to be kept.
    pub version: VersionWish,
}

/// Which version of a release is to be kept when it is saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VersionWish {
    /// None.
    #[default]
    None,
    /// What the file holds until now; it is thinned out later.
    Before,
    /// What is saved now, for good.
    Now,
}

/// Who did something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The name of the person on this machine.
    pub name: String,
    /// Date and hour, in the zone of this machine.
    pub when: Zoned,
}

/// A release that is on disk.
#[derive(Debug)]
pub struct Saved {
    /// As it was handed over, with the names that its photos have in the folder.
    pub on_disk: Release,
    /// Its folder.
    pub folder: PathBuf,
    /// What its file holds now.
    pub seen: Fingerprint,
    /// The words of somebody else that stood in the file, as a copy beside it.
    pub conflict: Option<PathBuf>,
}

/// Saves a release with its photos.
///
/// # Errors
/// A photo cannot be copied, the folder cannot be written, or another release is in a folder that is new to this one. What
/// was in the folder before is still whole then.
pub fn save_release(saving: Saving) -> Result<Saved, FileError> {
    let Saving { mut release, from, folder, waiting_photos, seen, by, version } = saving;
    let file = release_file(&folder);
    if from.as_ref() != Some(&folder) && file.exists() {
        let there = io::ErrorKind::AlreadyExists.into();
        return Err(FileError::io(Message::new("error-save-over"), &there, &file));
    }
    for photo in &mut release.photos {
        let elsewhere = from.as_ref().filter(|from| **from != folder);
        let source = match (waiting_photos.get(&photo.id), elsewhere) {
            (Some(waiting), _) => waiting.clone(),
            (None, Some(from)) => from.join(PHOTOS_FOLDER).join(&photo.file),
            (None, None) => continue,
        };
        photo.file = add_photo(&folder, &source)?;
    }
    if from.as_ref() != Some(&folder) {
        // A folder that was there and is not is a drive that is away; made anew, it would lie somewhere else.
        fs::create_dir_all(&folder).map_err(|error| FileError::io(SAVING, &error, &folder))?;
    }
    let now = by.when.timestamp();
    if version == VersionWish::Before && file.exists() {
        versions::keep(&folder, versions::written(&folder).unwrap_or(now), false)?;
        versions::thin(&folder, now);
    }
    let unknown_from = from.as_deref().unwrap_or(&folder);
    let (seen, conflict) = save_over(&folder, &release, seen, &by, unknown_from)?;
    if version == VersionWish::Now {
        versions::keep(&folder, now, true)?;
    }
    Ok(Saved { on_disk: release, folder, seen, conflict })
}

/// Replaces the release's file; what somebody else wrote into it is kept as a copy.
fn save_over(
    folder: &Path,
    release: &Release,
    seen: Option<Fingerprint>,
    by: &Signature,
    unknown_from: &Path,
) -> Result<(Fingerprint, Option<PathBuf>), FileError> {
    let file = folder.join(RELEASE_FILE);
    let failed = |error: io::Error| FileError::io(SAVING, &error, &file);
    let text = file_text(release, &file, unknown_from)?;
    let ours = Fingerprint::of(text.as_bytes());
    let mut beside = atomic::Beside::over(&file, text.as_bytes()).map_err(failed)?;
    beside.sync().map_err(failed)?;
    let known: RefCell<Vec<Fingerprint>> = RefCell::new(seen.into_iter().chain([ours]).collect());
    let is_known = |bytes: &[u8]| known.borrow().contains(&Fingerprint::of(bytes));
    let mut conflict = None;
    let mut keep = |bytes: &[u8]| {
        if !is_known(bytes) {
            conflict = Some(keep_theirs(folder, bytes, by)?);
            known.borrow_mut().push(Fingerprint::of(bytes));
        }
        Ok(())
    };
    for _ in 0..MOST_TRIES {
        let is_there = match fs::read(&file) {
            // Kept before it is replaced, so that whatever comes between loses nothing.
            Ok(there) => keep(&there).map(|()| true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        };
        match beside.put_over(is_there.map_err(failed)?, &is_known).map_err(failed)? {
            Put::Changed => {}
            Put::Done(old) => {
                if let Some(old) = old {
                    fs::read(&old).and_then(|was| keep(&was)).map_err(failed)?;
                    // What cannot be taken away is in nobody's way.
                    let _ = fs::remove_file(old);
                }
                beside.settle().map_err(failed)?;
                return Ok((ours, conflict));
            }
        }
    }
    Err(failed(io::ErrorKind::ResourceBusy.into()))
}

/// Keeps the text of somebody from whom the release was taken over, as a copy beside it: the one in `copy`, where she has one
/// already. The release's own file is not touched.
///
/// # Errors
/// As [`save_release`].
pub fn save_beside(saving: Saving, copy: Option<PathBuf>) -> Result<SavedBeside, FileError> {
    let Saving { mut release, from: _, folder, waiting_photos, seen: _, by, version: _ } = saving;
    for photo in &mut release.photos {
        if let Some(waiting) = waiting_photos.get(&photo.id) {
            photo.file = add_photo(&folder, waiting)?;
        }
    }
    let text = file_text(&release, &release_file(&folder), &folder)?;
    let failed = |error: io::Error| FileError::io(SAVING, &error, &folder);
    let copy = match copy.filter(|copy| copy.is_file()) {
        Some(copy) => {
            atomic::replace(&copy, text.as_bytes()).map_err(failed)?;
            copy
        }
        None => keep_numbered(&folder, &conflict_name(&by), text.as_bytes()).map_err(failed)?,
    };
    Ok(SavedBeside { copy, release })
}

/// A text that is kept beside its release.
#[derive(Debug)]
pub struct SavedBeside {
    /// The copy.
    pub copy: PathBuf,
    /// What it holds.
    pub release: Release,
}

/// Keeps the words of somebody else beside the file; once, however often saving is tried.
fn keep_theirs(folder: &Path, bytes: &[u8], by: &Signature) -> io::Result<PathBuf> {
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let is_copy = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(CONFLICT));
        if is_copy && holds(&file, bytes) {
            return Ok(file);
        }
    }
    keep_numbered(folder, &conflict_name(by), bytes)
}

/// `release (conflict, Aigul, 2026-11-23 17-42).ron`
fn conflict_name(by: &Signature) -> String {
    let Signature { name, when } = by;
    let name = if name.trim().is_empty() { String::new() } else { format!("{}, ", safe_name(name)) };
    format!("{CONFLICT}{name}{}).ron", when.strftime("%Y-%m-%d %H-%M"))
}
