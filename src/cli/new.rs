//! `dateline new`: a release in a folder of its own, whole or not at all.
//!
//! Everything is looked at before the first folder is made, and whatever was made goes away again if a later step fails.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Zoned;
use uuid::Uuid;

use super::arguments::New;
use super::fields::{self, Filled};
use super::{Failure, say};
use crate::newsroom;

/// Makes the release and prints the path of its file.
pub(super) fn run(asked: &New) -> Result<(), Failure> {
    check_folder(&asked.out, asked.force)?;
    let file = match &asked.from {
        Some(from) => {
            let filled = fields::read(from, Zoned::now().date(), Uuid::new_v4())?;
            check_house(&filled, &asked.out)?;
            write(filled, &asked.out)?
        }
        None => {
            let scratch = Scratch::new();
            let release = newsroom::open(&newsroom::sample(&scratch.0)?)?;
            let photos = scratch.0.join(newsroom::PHOTOS_FOLDER);
            let photos = release.photos.iter().map(|photo| photos.join(&photo.file)).collect();
            write(Filled { release, photos }, &asked.out)?
        }
    };
    say(file.as_os_str().as_encoded_bytes())
}

/// A release that is there stays, unless it may be replaced.
fn check_folder(folder: &Path, force: bool) -> Result<(), Failure> {
    let file = folder.join(newsroom::RELEASE_FILE);
    let told = |why: &str, path: &Path| Err(Failure(format!("Did not make the release: {why} {}", path.display())));
    if newsroom::release_folder(folder) != folder {
        // Every later command would take it for a release's file.
        return told("the name of its folder may not end in .ron. Name the folder, not the file (--out).", folder);
    }
    match (folder.metadata(), file.symlink_metadata()) {
        (Ok(there), _) if !there.is_dir() => {
            told("a file stands where its folder is needed. Choose another folder (--out).", folder)
        }
        (_, Ok(there)) if there.is_dir() => {
            told("a folder stands where its file is needed. Choose another folder (--out).", &file)
        }
        (_, Ok(_)) if !force => told(
            "there is one already. Choose another folder (--out), or say that it may be replaced (--force).",
            &file,
        ),
        // What else may be wrong with the place is told by the attempt to write there.
        (Ok(_) | Err(_), _) => Ok(()),
    }
}

/// Is the house that the fields name one that a release in this folder can have?
fn check_house(filled: &Filled, folder: &Path) -> Result<(), Failure> {
    match newsroom::houses_for(&filled.release, Some(folder)) {
        Ok(_) => Ok(()),
        Err(error) => Err(Failure(format!("Did not make the release: house: {error}"))),
    }
}

/// Copies the photos, then saves the release that names them.
fn write(filled: Filled, folder: &Path) -> Result<PathBuf, Failure> {
    let Filled { mut release, photos } = filled;
    let photos_folder = folder.join(newsroom::PHOTOS_FOLDER);
    let mut made = Made::from_here(if photos.is_empty() { folder } else { &photos_folder });
    let there = names_in(&photos_folder);
    for (photo, source) in release.photos.iter_mut().zip(&photos) {
        photo.file = newsroom::add_photo(folder, source)?;
        if !there.contains(&OsString::from(&photo.file)) {
            made.files.push(photos_folder.join(&photo.file));
        }
    }
    let file = newsroom::save(folder, &release)?;
    made.is_whole = true;
    Ok(file)
}

fn names_in(folder: &Path) -> BTreeSet<OsString> {
    fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.file_name())).collect()
}

/// What this run has put on the disk; it goes away again unless the whole is there.
struct Made {
    /// Folders that were missing, the innermost first.
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
    is_whole: bool,
}

impl Made {
    /// Nothing yet, with all folders down to this one still to be made.
    fn from_here(folder: &Path) -> Made {
        let missing = folder.ancestors().take_while(|folder| *folder != Path::new("") && !folder.exists());
        Made { folders: missing.map(Path::to_owned).collect(), files: Vec::new(), is_whole: false }
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        if self.is_whole {
            return;
        }
        // The first error is the one that is told. A folder in which somebody else has put something stays.
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in &self.folders {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// A folder that nobody else has, for the sample before it goes to its place.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Scratch {
        Scratch(std::env::temp_dir().join(format!("dateline-{}", Uuid::new_v4().simple())))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
