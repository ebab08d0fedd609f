//! The newsroom as a folder: what lies where in it, and how a release is given its place, another name, or is put away.
//!
//! A release never leaves the newsroom by what is done here: what is thrown away lies in `trash/`, under the way that it had.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::names::safe_name;
use super::{FORMAT, FileError, PHOTOS_FOLDER, RELEASE_FILE, atomic, open, parse, read_text, ron_options, save};
use crate::words::Message;

/// The name of the newsroom's own file.
const NEWSROOM_FILE: &str = "newsroom.ron";
/// Where templates lie: releases from which others begin.
const TEMPLATES_FOLDER: &str = "templates";
/// Where releases lie that were thrown away.
const TRASH_FOLDER: &str = "trash";

/// More of one name on a day are a sign of something else.
const MOST_OF_A_NAME: u32 = 1000;

const CHOOSING: Message = Message::new("error-choose-newsroom");
const PLACING: Message = Message::new("error-place-release");
const RENAMING: Message = Message::new("error-rename-release");
const TRASHING: Message = Message::new("error-trash-release");
const RESTORING: Message = Message::new("error-restore-release");
const KEEPING: Message = Message::new("error-keep-template");

/// A folder in which releases lie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Newsroom {
    /// The folder.
    pub folder: PathBuf,
    /// What it is called.
    pub name: String,
}

/// Where in a newsroom a release lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shelf {
    /// Among the releases.
    #[default]
    Releases,
    /// Among those from which others begin.
    Templates,
    /// Thrown away.
    Trash,
}

impl Shelf {
    /// All of them, in their order.
    pub const ALL: [Shelf; 3] = [Shelf::Releases, Shelf::Templates, Shelf::Trash];

    /// The shelf on which something lies, by the way from the newsroom's folder.
    pub fn of(way: &Path) -> Self {
        match way.components().next() {
            Some(Component::Normal(first)) if first == TRASH_FOLDER => Shelf::Trash,
            Some(Component::Normal(first)) if first == TEMPLATES_FOLDER => Shelf::Templates,
            Some(
                Component::Normal(_)
                | Component::Prefix(_)
                | Component::RootDir
                | Component::CurDir
                | Component::ParentDir,
            )
            | None => Shelf::Releases,
        }
    }
}

/// `Dateline(format: 1, newsroom: (name: "…"))`; what else stands in it is left to whoever knows it.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Dateline")]
struct NewsroomFile {
    format: u32,
    newsroom: NewsroomWords,
}

#[derive(Serialize, Deserialize)]
struct NewsroomWords {
    #[serde(default)]
    name: String,
}

/// Takes a folder as the newsroom; its own file is made where there is none.
///
/// # Errors
/// No folder is there, it is a release's, it cannot be written, or its file is damaged or of a newer format.
pub fn choose_newsroom(folder: &Path) -> Result<Newsroom, FileError> {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let there = fs::metadata(&folder).map_err(|error| FileError::io(CHOOSING, &error, &folder))?;
    if !there.is_dir() {
        return Err(FileError::io(CHOOSING, &io::ErrorKind::NotADirectory.into(), &folder));
    }
    if folder.join(RELEASE_FILE).exists() {
        let (why, next) = (Message::new("error-newsroom-is-release"), Message::new("error-newsroom-is-release-next"));
        return Err(FileError::because(CHOOSING, why, next, &folder));
    }
    let file = folder.join(NEWSROOM_FILE);
    let usual = || folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = match fs::symlink_metadata(&file) {
        Ok(_) => {
            let text = read_text(&file, CHOOSING)?;
            parse::<NewsroomFile>(&text, &file, CHOOSING)?.newsroom.name
        }
        Err(_) => {
            let text = newsroom_text(usual()).map_err(|error| FileError::fault(CHOOSING, error, &file))?;
            match atomic::create(&file, text.as_bytes()) {
                Ok(()) => {}
                // Somebody else has just chosen the same folder.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(FileError::io(CHOOSING, &error, &folder)),
            }
            String::new()
        }
    };
    let name = if name.trim().is_empty() { usual() } else { name };
    Ok(Newsroom { folder, name })
}

/// Is the newsroom's folder there, and not just the empty place at which a drive shows up?
pub fn is_newsroom(folder: &Path) -> bool {
    folder.join(NEWSROOM_FILE).is_file()
}

fn newsroom_text(name: String) -> Result<String, ron::Error> {
    let pretty = ron::ser::PrettyConfig::new().indentor("  ").new_line("\n").struct_names(false);
    let file = NewsroomFile { format: FORMAT, newsroom: NewsroomWords { name } };
    Ok(format!("Dateline{}\n", ron_options().to_string_pretty(&file, pretty)?))
}

/// Makes the folder for a release of this day, under this name or, where that is taken, under the same with a number.
///
/// # Errors
/// The folder cannot be made.
pub fn place_release(newsroom: &Path, issued: Date, name: &str) -> Result<PathBuf, FileError> {
    let year = newsroom.join(format!("{:04}", issued.year()));
    fs::create_dir_all(&year).map_err(|error| FileError::io(PLACING, &error, &year))?;
    free_folder(&year, &safe_name(name), PLACING)
}

/// Makes a folder of a free name; whoever else wants it at this moment gets another.
fn free_folder(around: &Path, name: &str, doing: Message) -> Result<PathBuf, FileError> {
    for number in 1..=MOST_OF_A_NAME {
        let folder = around.join(numbered(name, number));
        match fs::create_dir(&folder) {
            Ok(()) => return Ok(folder),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(FileError::io(doing, &error, &folder)),
        }
    }
    Err(FileError::io(doing, &io::ErrorKind::AlreadyExists.into(), &around.join(name)))
}

/// The same name with a number; a date has no ending, whatever stands behind its dots.
fn numbered(name: &str, number: u32) -> String {
    if number == 1 { name.to_owned() } else { format!("{name}-{number}") }
}

/// Gives a release's folder another name beside its old one; tells its new place.
///
/// # Errors
/// It holds no release, the name is taken, or the system does not let it be renamed.
pub fn rename_release(folder: &Path, name: &str) -> Result<PathBuf, FileError> {
    is_release(folder, RENAMING)?;
    let to = folder.with_file_name(safe_name(name));
    if to == folder {
        return Ok(to);
    }
    // Some systems rename a folder over an empty one, and take "A" for "a".
    let is_itself = same_place(folder, &to);
    if !is_itself && to.symlink_metadata().is_ok() {
        return Err(FileError::io(RENAMING, &io::ErrorKind::AlreadyExists.into(), &to));
    }
    fs::rename(folder, &to).map_err(|error| FileError::io(RENAMING, &error, folder))?;
    Ok(to)
}

fn same_place(one: &Path, other: &Path) -> bool {
    matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

/// Moves a release to the newsroom's trash; tells where it lies then.
///
/// # Errors
/// It does not lie in this newsroom, holds no release, or cannot be moved.
pub fn trash_release(newsroom: &Path, folder: &Path) -> Result<PathBuf, FileError> {
    is_release(folder, TRASHING)?;
    let way = way_to(newsroom, folder, TRASHING)?;
    if Shelf::of(&way) == Shelf::Trash {
        return Ok(folder.to_owned());
    }
    move_to(folder, &newsroom.join(TRASH_FOLDER).join(way), TRASHING)
}

/// Moves a release from the trash back to where it was; tells where it lies then.
///
/// # Errors
/// It does not lie in the trash of this newsroom, or cannot be moved.
pub fn restore_release(newsroom: &Path, folder: &Path) -> Result<PathBuf, FileError> {
    is_release(folder, RESTORING)?;
    let way = way_to(&newsroom.join(TRASH_FOLDER), folder, RESTORING)?;
    move_to(folder, &newsroom.join(way), RESTORING)
}

/// The way from one folder to another below it.
pub(super) fn way_to(from: &Path, to: &Path, doing: Message) -> Result<PathBuf, FileError> {
    let plain = to.strip_prefix(from).map(Path::to_owned).ok();
    let real = || Some(fs::canonicalize(to).ok()?.strip_prefix(fs::canonicalize(from).ok()?).ok()?.to_owned());
    let inside = |way: &PathBuf| {
        way.components().next().is_some() && way.components().all(|part| matches!(part, Component::Normal(_)))
    };
    plain.or_else(real).filter(inside).ok_or_else(|| {
        let (why, next) = (Message::new("error-not-in-newsroom"), Message::new("error-not-in-newsroom-next"));
        FileError::because(doing, why, next, to)
    })
}

fn move_to(folder: &Path, to: &Path, doing: Message) -> Result<PathBuf, FileError> {
    let failed = |error: io::Error| FileError::io(doing.clone(), &error, folder);
    let (Some(around), Some(name)) = (to.parent(), to.file_name().and_then(OsStr::to_str)) else {
        return Err(failed(io::ErrorKind::InvalidFilename.into()));
    };
    fs::create_dir_all(around).map_err(failed)?;
    // The empty folder holds the name.
    let place = free_folder(around, name, doing.clone())?;
    if let Err(error) = take_place(folder, &place) {
        let _ = fs::remove_dir(&place);
        return Err(failed(error));
    }
    Ok(place)
}

/// Renames over the empty folder that holds the name; where a system does not, the empty one is taken away first.
fn take_place(folder: &Path, place: &Path) -> io::Result<()> {
    fs::rename(folder, place).or_else(|_| {
        fs::remove_dir(place)?;
        fs::rename(folder, place)
    })
}

/// Nothing is moved that is no release: a path may have been typed.
fn is_release(folder: &Path, doing: Message) -> Result<(), FileError> {
    match fs::symlink_metadata(folder.join(RELEASE_FILE)) {
        Ok(_) => Ok(()),
        Err(error) => Err(FileError::io(doing, &error, folder)),
    }
}

/// Puts a copy of a release among the templates; tells where it lies.
///
/// # Errors
/// It cannot be read, or the copy cannot be written.
pub fn keep_as_template(newsroom: &Path, folder: &Path) -> Result<PathBuf, FileError> {
    let release = open(folder)?;
    let templates = newsroom.join(TEMPLATES_FOLDER);
    fs::create_dir_all(&templates).map_err(|error| FileError::io(KEEPING, &error, &templates))?;
    let name = folder.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
    let to = free_folder(&templates, &safe_name(without_date(&name)), KEEPING)?;
    let kept = copy_photos(folder, &to).and_then(|()| save(&to, &release));
    match kept {
        Ok(_) => Ok(to),
        Err(error) => {
            // Half a template would be taken for a whole one.
            let _ = fs::remove_dir_all(&to);
            Err(error)
        }
    }
}

/// `2026-11-23-bridge-opens` begins with a day that means nothing for a template.
fn without_date(name: &str) -> &str {
    match name.get(..11).zip(name.get(11..)) {
        Some((day, words)) if is_day(day) && !words.is_empty() => words,
        Some(_) | None => name,
    }
}

/// `2026-11-23-`
fn is_day(beginning: &str) -> bool {
    beginning.strip_suffix('-').is_some_and(|day| day.parse::<Date>().is_ok())
}

fn copy_photos(from: &Path, to: &Path) -> Result<(), FileError> {
    let Ok(entries) = fs::read_dir(from.join(PHOTOS_FOLDER)) else { return Ok(()) };
    let photos = to.join(PHOTOS_FOLDER);
    fs::create_dir(&photos).map_err(|error| FileError::io(KEEPING, &error, &photos))?;
    for entry in entries.filter_map(Result::ok).filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file())) {
        let place = photos.join(entry.file_name());
        fs::copy(entry.path(), &place).map_err(|error| FileError::io(KEEPING, &error, &place))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::release::Release;

    fn release_in(folder: &Path, headline: &str) {
        let mut release = Release::new(uuid::Uuid::new_v4(), date(2026, 11, 23), "en".parse().unwrap());
        release.editions[0].headline = headline.into();
        save(folder, &release).unwrap();
    }

    #[test]
    fn a_folder_becomes_a_newsroom_once() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("Баспасөз қызметі");
        assert!(choose_newsroom(&folder).unwrap_err().to_string().contains("no such"), "no folder is made");
        fs::create_dir(&folder).unwrap();
        assert!(!is_newsroom(&folder));
        let chosen = choose_newsroom(&folder).unwrap();
        assert_eq!(chosen.name, "Баспасөз қызметі");
        assert!(is_newsroom(&folder));
        let file = folder.join(NEWSROOM_FILE);
        fs::write(&file, "Dateline(format: 1, newsroom: (name: \"City desk\", colour: \"blue\"))").unwrap();
        assert_eq!(choose_newsroom(&folder).unwrap().name, "City desk");
        assert!(fs::read_to_string(&file).unwrap().contains("blue"), "what is not known stays");
        fs::write(&file, "Dateline(format: 9, newsroom: ())").unwrap();
        assert!(choose_newsroom(&folder).unwrap_err().to_string().contains("newer"));
        fs::write(&file, "Dateline(").unwrap();
        assert!(choose_newsroom(&folder).unwrap_err().to_string().contains("damaged"));
    }

    #[test]
    fn a_releases_own_folder_is_no_newsroom() {
        let place = tempfile::tempdir().unwrap();
        release_in(place.path(), "Bridge");
        assert!(choose_newsroom(place.path()).unwrap_err().to_string().contains("a release lies in it"));
        assert!(!is_newsroom(place.path()));
    }

    #[test]
    fn releases_of_one_day_and_name_get_folders_of_their_own() {
        let place = tempfile::tempdir().unwrap();
        let day = date(2026, 11, 23);
        let names: Vec<_> = ["2026-11-23-көпір ашылды", "2026-11-23-көпір ашылды", "../../etc/passwd", "CON", ""]
            .into_iter()
            .map(|name| place_release(place.path(), day, name).unwrap())
            .collect();
        assert!(names.iter().all(|folder| folder.parent() == Some(&place.path().join("2026")) && folder.is_dir()));
        assert!(names[0].ends_with("2026-11-23-көпір ашылды") && names[1].ends_with("2026-11-23-көпір ашылды-2"));
        assert!(names.iter().all(|folder| !folder.ends_with("passwd") && !folder.ends_with("CON")));
    }

    #[test]
    fn what_was_thrown_away_comes_back_to_its_place_and_takes_nobodys() {
        let place = tempfile::tempdir().unwrap();
        let newsroom = place.path();
        let folder = newsroom.join("2026/2026-11-23-bridge");
        for round in 0..2 {
            release_in(&folder, &format!("Bridge {round}"));
            trash_release(newsroom, &folder).unwrap();
            assert!(!folder.exists());
        }
        let (first, second) =
            (newsroom.join("trash/2026/2026-11-23-bridge"), newsroom.join("trash/2026/2026-11-23-bridge-2"));
        assert_eq!(Shelf::of(Path::new("trash/2026/x")), Shelf::Trash);
        assert_eq!(restore_release(newsroom, &second).unwrap(), newsroom.join("2026/2026-11-23-bridge-2"));
        assert_eq!(restore_release(newsroom, &first).unwrap(), folder);
        assert_eq!(open(&folder).unwrap().editions[0].headline, "Bridge 0");
        // In the trash already: it stays there.
        let again = trash_release(newsroom, &folder).unwrap();
        assert_eq!(trash_release(newsroom, &again).unwrap(), again);
    }

    #[test]
    fn nothing_is_moved_that_is_no_release_or_lies_elsewhere() {
        let (place, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let newsroom = place.path();
        fs::create_dir_all(newsroom.join("2026/empty")).unwrap();
        release_in(other.path(), "Elsewhere");
        for folder in [newsroom.to_owned(), newsroom.join("2026"), newsroom.join("2026/empty"), newsroom.join("gone")] {
            assert!(trash_release(newsroom, &folder).is_err(), "{folder:?}");
            assert!(rename_release(&folder, "name").is_err(), "{folder:?}");
        }
        assert!(trash_release(newsroom, other.path()).unwrap_err().to_string().contains("not in this newsroom"));
        assert!(restore_release(newsroom, other.path()).is_err());
        let dotted = newsroom.join("2026/../../").join(other.path().file_name().unwrap());
        assert!(trash_release(newsroom, &dotted).is_err());
        assert!(open(other.path()).is_ok());
    }

    #[test]
    fn another_name_is_a_plain_one_and_never_somebody_elses() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("2026/2026-11-23-bridge");
        release_in(&folder, "Bridge");
        release_in(&place.path().join("2026/taken"), "Other");
        fs::create_dir(place.path().join("2026/empty")).unwrap();
        for taken in ["taken", "empty"] {
            assert!(rename_release(&folder, taken).unwrap_err().to_string().contains("already there"), "{taken}");
        }
        let renamed = rename_release(&folder, "../..//Өткел: ашылды?").unwrap();
        assert_eq!(renamed.parent(), folder.parent());
        assert!(open(&renamed).is_ok() && !folder.exists());
        assert_eq!(rename_release(&renamed, &renamed.file_name().unwrap().to_string_lossy()).unwrap(), renamed);
    }

    #[test]
    fn a_template_is_a_whole_copy_without_the_day() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("2026/2026-11-23-bridge");
        release_in(&folder, "Bridge");
        fs::create_dir(folder.join("photos")).unwrap();
        fs::write(folder.join("photos/a.jpg"), b"bytes").unwrap();
        let kept = keep_as_template(place.path(), &folder).unwrap();
        assert_eq!(kept, place.path().join("templates/bridge"));
        assert_eq!(fs::read(kept.join("photos/a.jpg")).unwrap(), b"bytes");
        assert_eq!(open(&kept).unwrap(), open(&folder).unwrap());
        assert_eq!(keep_as_template(place.path(), &folder).unwrap(), place.path().join("templates/bridge-2"));
        assert_eq!(without_date("2026-11-23-"), "2026-11-23-");
        assert_eq!(without_date("қысқа"), "қысқа");
    }
}
