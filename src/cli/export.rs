//! `dateline export`: releases as files for newsrooms.
//!
//! Everything is read, set and looked at before the first file is written, so that a wrong name in the last release does
//! not leave half a set of files.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::arguments::Export;
use super::{Failure, say, tell};
use crate::export::{Exported, Format, Options, export};
use crate::newsroom;
use crate::release::{Edition, Lang, Release};
use crate::story;

/// Writes the files and prints the path of each.
pub(super) fn run(asked: &Export) -> Result<(), Failure> {
    let mut planned = Vec::new();
    for path in &asked.paths {
        plan(path, asked, &mut planned)?;
    }
    check_targets(&planned, asked.force)?;
    for (file, exported) in &planned {
        newsroom::write_export(file, &exported.bytes, asked.force)?;
        for warning in &exported.warnings {
            tell(&format!("warning: {warning} {}", file.display()));
        }
        say(file.as_os_str().as_encoded_bytes())?;
    }
    Ok(())
}

/// One release in all languages and formats that were asked for.
fn plan(path: &Path, asked: &Export, planned: &mut Vec<(PathBuf, Exported)>) -> Result<(), Failure> {
    let release = newsroom::open(path)?;
    let folder = newsroom::release_folder(path);
    let houses = newsroom::houses_for(&release, Some(&folder))?;
    let stem = folder_name(&folder)?;
    let options = Options { lines: asked.line_ends() };
    for edition in editions(&release, &asked.lang, path)? {
        let story = story::set(&release, edition, houses.of(&edition.lang));
        for format in each_once(&asked.to) {
            let mut name = stem.clone();
            name.push(format!(".{}.{}", edition.lang, Format::extension(*format)));
            let file = asked.out.as_ref().unwrap_or(&folder).join(name);
            planned.push((file, export(&story, *format, &options)));
        }
    }
    Ok(())
}

/// The editions in these languages, or all where none is named.
fn editions<'a>(release: &'a Release, langs: &[Lang], path: &Path) -> Result<Vec<&'a Edition>, Failure> {
    if langs.is_empty() {
        return Ok(release.editions.iter().collect());
    }
    let edition = |lang: &Lang| {
        release.edition(lang).ok_or_else(|| {
            let has: Vec<&str> = release.editions.iter().map(|edition| edition.lang.as_str()).collect();
            let has = has.join(", ");
            let path = path.display();
            Failure(format!(
                "Did not export: the release has no edition in {lang}, it has {has}. Choose one of these. {path}"
            ))
        })
    };
    each_once(langs).into_iter().map(edition).collect()
}

fn each_once<T: PartialEq>(all: &[T]) -> Vec<&T> {
    let mut once: Vec<&T> = Vec::new();
    for one in all {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

/// What the folder is called, also where it was named as `.` or `..`.
fn folder_name(folder: &Path) -> Result<OsString, Failure> {
    if let Some(name) = folder.file_name() {
        return Ok(name.to_owned());
    }
    let whole = fs::canonicalize(folder)
        .map_err(|error| newsroom::FileError::io("Could not find the folder's name", &error, folder))?;
    // The root of a disk has no name of its own.
    Ok(whole.file_name().map_or_else(|| OsString::from("release"), OsString::from))
}

/// Nothing is written over something else: neither over a file that is there nor twice in one run.
fn check_targets(planned: &[(PathBuf, Exported)], force: bool) -> Result<(), Failure> {
    let mut seen = HashSet::new();
    for (file, _) in planned {
        let path = file.display();
        if !seen.insert(file) {
            return Err(Failure(format!(
                "Did not export: two of the releases would be written to the same file. Export them one by one, or \
                 into their own folders (without --out). {path}"
            )));
        }
        match file.symlink_metadata() {
            Ok(there) if there.is_dir() => {
                return Err(Failure(format!(
                    "Did not export: a folder of this name is already there. Move it, or choose another folder \
                     (--out). {path}"
                )));
            }
            Ok(_) if !force => {
                return Err(Failure(format!(
                    "Did not export: a file of this name is already there. Choose another folder (--out), or say that \
                     it may be replaced (--force). {path}"
                )));
            }
            Err(error) if error.kind() == ErrorKind::NotADirectory => {
                return Err(newsroom::FileError::io("Did not export", &error, file).into());
            }
            // What else may be wrong with the place is told by the attempt to write there.
            Ok(_) | Err(_) => {}
        }
    }
    Ok(())
}
