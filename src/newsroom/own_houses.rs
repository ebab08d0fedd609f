//! The houses of a newsroom, to be changed: listed with what is wrong with them, saved whole, copied, renamed, put away.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::houses::{HOUSES_FOLDER, house_of_text, is_house_name};
use super::names::safe_name;
use super::{
    FORMAT, FileError, Fingerprint, LARGEST_FILE, atomic, read_bytes, readable, ron_options, text_of, unknown,
};
use crate::house::{House, PRESETS};
use crate::words::Message;

const OPENING: Message = Message::new("error-open-house");
const SAVING: Message = Message::new("error-save-house");

/// Where houses lie that were removed, in the newsroom's trash.
const REMOVED_FOLDER: &str = "trash/houses";

/// More of one name are a sign of something else.
const MOST_OF_A_NAME: u32 = 1000;

/// A house of the newsroom.
#[derive(Debug)]
pub struct OwnHouse {
    /// The name of its file without the ending, which releases write.
    pub name: String,
    /// What it says, or why it cannot be read.
    pub house: Result<House, FileError>,
    /// What its file held.
    pub seen: Option<Fingerprint>,
}

/// What became of a house that was to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavedHouse {
    /// Its file holds this now.
    Saved(Fingerprint),
    /// Somebody else has changed the file, which holds this; nothing was written.
    ChangedByOthers(Fingerprint),
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Dateline", deny_unknown_fields)]
struct WholeFile<H> {
    format: u32,
    house: H,
}

/// The newsroom's houses by name. One that cannot be read stands among them with the reason.
pub fn own_houses(newsroom: &Path) -> Vec<OwnHouse> {
    let entries = fs::read_dir(newsroom.join(HOUSES_FOLDER)).ok().into_iter().flatten().filter_map(Result::ok);
    let files = entries.map(|entry| entry.path()).filter(|path| path.is_file());
    let named = files.filter_map(|path| Some((path.file_name()?.to_str()?.strip_suffix(".ron")?.to_owned(), path)));
    let mut houses: Vec<OwnHouse> = named.filter(|(name, _)| is_house_name(name)).map(read_own).collect();
    houses.sort_by(|one, other| one.name.cmp(&other.name));
    houses
}

fn read_own((name, file): (String, PathBuf)) -> OwnHouse {
    let next = Message::new("error-larger-release-next");
    let read = read_bytes(&file, LARGEST_FILE, &OPENING, &next);
    let seen = read.as_ref().ok().map(|bytes| Fingerprint::of(bytes));
    let house = read.and_then(|bytes| {
        let text = text_of(bytes, &file, OPENING)?;
        house_of_text(&text, &name, &file).or_else(|error| match unknown::known_part::<WholeFile<House>>(&text) {
            Some(known) => house_of_text(&known, &name, &file),
            None => Err(error),
        })
    });
    OwnHouse { name, house, seen }
}

/// Saves a house over its file. `seen` is what the file held when it was read or saved last.
///
/// # Errors
/// The house cannot be used as it stands, or the file cannot be written; what was there before is still whole.
pub fn save_house(
    newsroom: &Path,
    name: &str,
    house: &House,
    seen: Option<Fingerprint>,
) -> Result<SavedHouse, FileError> {
    let file = file_of(newsroom, name);
    let failed = |error: io::Error| FileError::io(SAVING, &error, &file);
    house.check().map_err(|error| {
        let what = Message::new("error-house").with("name", name).with("why", error.message());
        FileError::new(what, Message::new("error-house-next"), &file)
    })?;
    let there = match fs::read(&file) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed(error)),
    };
    let text = house_text(house, there.as_deref(), &file)?;
    if there.as_deref() == Some(text.as_bytes()) {
        return Ok(SavedHouse::Saved(Fingerprint::of(text.as_bytes())));
    }
    if let Some(theirs) = there.as_deref().map(Fingerprint::of).filter(|theirs| Some(*theirs) != seen) {
        return Ok(SavedHouse::ChangedByOthers(theirs));
    }
    fs::create_dir_all(newsroom.join(HOUSES_FOLDER)).map_err(failed)?;
    let mut beside = atomic::Beside::over(&file, text.as_bytes()).map_err(failed)?;
    beside.sync().map_err(failed)?;
    // Asked at the last moment: what is written between this and the new name would be lost.
    let now = fs::read(&file).ok();
    if let Some(theirs) = now.as_deref().map(Fingerprint::of).filter(|_| now != there) {
        return Ok(SavedHouse::ChangedByOthers(theirs));
    }
    beside.put().map_err(failed)?;
    Ok(SavedHouse::Saved(Fingerprint::of(text.as_bytes())))
}

/// A copy of a house of the newsroom or of the program, under a name that is free; its file's own words, comments and all.
///
/// # Errors
/// There is no such house, or the copy cannot be written.
pub fn copy_house(newsroom: &Path, from: &str, to: &str) -> Result<String, FileError> {
    let own = file_of(newsroom, from);
    let text = match (fs::read_to_string(&own), PRESETS.iter().find(|preset| preset.name == from)) {
        (Ok(text), _) => text,
        (Err(_), Some(preset)) => preset.ron.to_owned(),
        (Err(error), None) => return Err(FileError::io(OPENING, &error, &own)),
    };
    let folder = newsroom.join(HOUSES_FOLDER);
    fs::create_dir_all(&folder).map_err(|error| FileError::io(SAVING, &error, &folder))?;
    into_free_name(newsroom, to, |file| atomic::create(file, text.as_bytes()))
}

/// Gives a house another name; releases that name it keep the old one.
///
/// # Errors
/// The name is none, or taken, or the file cannot be renamed.
pub fn rename_house(newsroom: &Path, name: &str, to: &str) -> Result<String, FileError> {
    let (file, to) = (file_of(newsroom, name), house_name(to));
    let new = file_of(newsroom, &to);
    if to == name {
        return Ok(to);
    }
    // Another spelling of the same name is the same file on some systems.
    let is_taken = new.exists() && super::names::seen_alike(name) != super::names::seen_alike(&to);
    if is_taken || PRESETS.iter().any(|preset| preset.name == to) {
        return Err(FileError::io(SAVING, &io::ErrorKind::AlreadyExists.into(), &new));
    }
    fs::rename(&file, &new).map_err(|error| FileError::io(SAVING, &error, &file))?;
    Ok(to)
}

/// Puts a house into the newsroom's trash; where it lies then.
///
/// # Errors
/// It cannot be moved.
pub fn remove_house(newsroom: &Path, name: &str) -> Result<PathBuf, FileError> {
    let (file, folder) = (file_of(newsroom, name), newsroom.join(REMOVED_FOLDER));
    fs::create_dir_all(&folder).map_err(|error| FileError::io(SAVING, &error, &folder))?;
    let free = (1..MOST_OF_A_NAME).map(|number| folder.join(format!("{}.ron", super::names::numbered(name, number))));
    let Some(there) = free.into_iter().find(|there| there.symlink_metadata().is_err()) else {
        return Err(FileError::io(SAVING, &io::ErrorKind::AlreadyExists.into(), &folder));
    };
    fs::rename(&file, &there).map_err(|error| FileError::io(SAVING, &error, &file))?;
    Ok(there)
}

/// Takes a house out of the trash again, under its name or, where that is taken, one like it.
///
/// # Errors
/// It cannot be moved.
pub fn restore_house(newsroom: &Path, removed: &Path, name: &str) -> Result<String, FileError> {
    into_free_name(newsroom, name, |file| match file.symlink_metadata() {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(removed, file),
    })
}

/// Puts something under the first free name like this one.
fn into_free_name(newsroom: &Path, wanted: &str, put: impl Fn(&Path) -> io::Result<()>) -> Result<String, FileError> {
    let wanted = house_name(wanted);
    for number in 1..MOST_OF_A_NAME {
        let name = super::names::numbered(&wanted, number);
        if PRESETS.iter().any(|preset| preset.name == name) {
            continue;
        }
        let file = file_of(newsroom, &name);
        match put(&file) {
            Ok(()) => return Ok(name),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(FileError::io(SAVING, &error, &file)),
        }
    }
    let file = file_of(newsroom, &wanted);
    Err(FileError::io(SAVING, &io::ErrorKind::AlreadyExists.into(), &file))
}

/// What was typed as the name of a house, as the name of a file.
fn house_name(typed: &str) -> String {
    let name = safe_name(typed.trim().trim_start_matches('.'));
    if is_house_name(&name) { name } else { "house".to_owned() }
}

fn file_of(newsroom: &Path, name: &str) -> PathBuf {
    newsroom.join(HOUSES_FOLDER).join(format!("{name}.ron"))
}

fn house_text(house: &House, there: Option<&[u8]>, file: &Path) -> Result<String, FileError> {
    let pretty = ron::ser::PrettyConfig::new().indentor("  ").new_line("\n").struct_names(false).compact_arrays(true);
    let written = ron_options().to_string_pretty(&WholeFile { format: FORMAT, house }, pretty);
    let written = written.map_err(|error| FileError::fault(SAVING, error, file))?;
    let text = format!("Dateline{}\n", readable::readable(&written));
    Ok(match there.and_then(|there| std::str::from_utf8(there).ok()) {
        Some(there) => unknown::put_back_from::<WholeFile<House>>(text, there),
        None => text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::newsroom::preset;

    fn saved(newsroom: &Path, name: &str, house: &House) -> Fingerprint {
        match save_house(newsroom, name, house, None).unwrap() {
            SavedHouse::Saved(seen) => seen,
            SavedHouse::ChangedByOthers(_) => panic!("nobody else is there"),
        }
    }

    #[test]
    fn every_house_of_the_program_is_the_same_after_it_was_saved() {
        let newsroom = tempfile::tempdir().unwrap();
        for known in &PRESETS {
            let house = preset(known.name).unwrap();
            saved(newsroom.path(), &format!("my-{}", known.name), &house);
            let own = own_houses(newsroom.path());
            let read = own.iter().find(|own| own.name == format!("my-{}", known.name)).unwrap();
            assert_eq!(read.house.as_ref().unwrap(), &house);
        }
    }

    #[test]
    fn a_house_is_copied_with_its_comments_renamed_removed_and_put_back() {
        let newsroom = tempfile::tempdir().unwrap();
        let newsroom = newsroom.path();
        assert_eq!(copy_house(newsroom, "kazakhstan", "Ministry").unwrap(), "Ministry");
        let text = fs::read_to_string(file_of(newsroom, "Ministry")).unwrap();
        assert_eq!(text, PRESETS[0].ron);
        assert_eq!(copy_house(newsroom, "Ministry", "Ministry").unwrap(), "Ministry-2");
        assert_eq!(copy_house(newsroom, "ap", "ap").unwrap(), "ap-2", "the program's own names are taken");
        assert_eq!(rename_house(newsroom, "Ministry-2", "../Министерство").unwrap(), "Министерство");
        assert!(rename_house(newsroom, "Ministry", "Министерство").is_err());
        let removed = remove_house(newsroom, "Ministry").unwrap();
        assert_eq!(
            own_houses(newsroom).iter().map(|own| own.name.as_str()).collect::<Vec<_>>(),
            ["ap-2", "Министерство"]
        );
        assert_eq!(restore_house(newsroom, &removed, "Ministry").unwrap(), "Ministry");
        assert_eq!(fs::read_to_string(file_of(newsroom, "Ministry")).unwrap(), PRESETS[0].ron);
    }

    #[test]
    fn what_somebody_else_has_changed_is_not_replaced_unseen() {
        let newsroom = tempfile::tempdir().unwrap();
        let mut house = preset("ap").unwrap();
        let seen = saved(newsroom.path(), "mine", &house);
        house.web = "theirs.example.org".into();
        let theirs = save_house(newsroom.path(), "mine", &house, Some(seen)).unwrap();
        let SavedHouse::Saved(theirs) = theirs else { panic!("{theirs:?}") };
        house.web = "ours.example.org".into();
        let again = save_house(newsroom.path(), "mine", &house, Some(seen)).unwrap();
        assert_eq!(again, SavedHouse::ChangedByOthers(theirs));
        assert_eq!(own_houses(newsroom.path())[0].house.as_ref().unwrap().web, "theirs.example.org");
        assert!(matches!(save_house(newsroom.path(), "mine", &house, Some(theirs)).unwrap(), SavedHouse::Saved(_)));
    }

    #[test]
    fn a_damaged_house_is_listed_with_its_fault_and_fields_that_nobody_knows_survive() {
        let newsroom = tempfile::tempdir().unwrap();
        copy_house(newsroom.path(), "ap", "mine").unwrap();
        let file = file_of(newsroom.path(), "mine");
        let text = fs::read_to_string(&file).unwrap().replacen("house: (", "house: (\n  motto: \"fair\",", 1);
        fs::write(&file, text).unwrap();
        fs::write(file_of(newsroom.path(), "torn"), "Dateline(format: 1, house: (").unwrap();
        let own = own_houses(newsroom.path());
        let mut house = own[0].house.as_ref().unwrap().clone();
        let error = own[1].house.as_ref().unwrap_err().to_string();
        assert!(error.contains("damaged") && error.ends_with("torn.ron"), "{error}");
        house.web = "example.org".into();
        save_house(newsroom.path(), "mine", &house, own[0].seen).unwrap();
        assert!(fs::read_to_string(&file).unwrap().contains("motto: \"fair\","));
        house.letterhead.margins_mm.left = 1.0;
        assert!(save_house(newsroom.path(), "mine", &house, own[0].seen).is_err(), "a page cannot be set like this");
    }
}
