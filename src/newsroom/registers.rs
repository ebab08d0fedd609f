//! The registers on disk: `people.ron` and `contacts.ron` in the newsroom's folder, which several people write in.
//!
//! A change is one entry as it was and as it shall be. It is put into the file as it is at that moment, so that nothing is
//! lost that others have written meanwhile; a file that cannot be read is never replaced.

use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{FORMAT, FileError, LARGEST_FILE, atomic, is_newsroom, parse, read_bytes, readable, ron_options, text_of};
use super::{megabytes, unknown};
use crate::register::{Change, Entry, KnownContact, Person, Register, apply};
use crate::release::Fingerprint;
use crate::words::Message;

const PEOPLE_FILE: &str = "people.ron";
const CONTACTS_FILE: &str = "contacts.ron";

const OPENING: Message = Message::new("error-open-register");
const SAVING: Message = Message::new("error-save-register");

/// How far above a release's folder its newsroom may lie.
const NEWSROOM_LEVELS: usize = 5;

/// So often a change is put into a file that others replace at the same moment.
const TRIES: usize = 8;

/// What could be read of the registers.
#[derive(Debug, Default)]
pub struct ReadRegister {
    /// What stands in them; nothing of one that cannot be read.
    pub register: Register,
    /// Why one of them cannot be read.
    pub troubles: Vec<FileError>,
}

/// A register with a change in it.
#[derive(Debug)]
pub struct Changed<E> {
    /// As its file is now.
    pub entries: Vec<E>,
    /// What somebody else has made of the entry meanwhile: then it stands in the file like this, and the change does not.
    pub theirs: Option<E>,
}

/// `Dateline(format: 1, people: […])`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Dateline", deny_unknown_fields)]
struct PeopleFile {
    format: u32,
    #[serde(default)]
    people: Vec<Person>,
}

/// `Dateline(format: 1, contacts: […])`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Dateline", deny_unknown_fields)]
struct ContactsFile {
    format: u32,
    #[serde(default)]
    contacts: Vec<KnownContact>,
}

/// A file of entries.
trait EntriesFile: Serialize + DeserializeOwned {
    type Entry: Entry;
    const NAME: &str;
    fn of(entries: Vec<Self::Entry>) -> Self;
    fn entries(self) -> Vec<Self::Entry>;
}

impl EntriesFile for PeopleFile {
    type Entry = Person;
    const NAME: &str = PEOPLE_FILE;

    fn of(people: Vec<Person>) -> Self {
        PeopleFile { format: FORMAT, people }
    }

    fn entries(self) -> Vec<Person> {
        self.people
    }
}

impl EntriesFile for ContactsFile {
    type Entry = KnownContact;
    const NAME: &str = CONTACTS_FILE;

    fn of(contacts: Vec<KnownContact>) -> Self {
        ContactsFile { format: FORMAT, contacts }
    }

    fn entries(self) -> Vec<KnownContact> {
        self.contacts
    }
}

/// Reads the registers of a newsroom. One that is not there is empty; one that cannot be read is told, and the other one
/// serves all the same.
pub fn registers(newsroom: &Path) -> ReadRegister {
    let mut read = ReadRegister::default();
    match entries::<PeopleFile>(newsroom) {
        Ok(people) => read.register.people = people,
        Err(error) => read.troubles.push(error),
    }
    match entries::<ContactsFile>(newsroom) {
        Ok(contacts) => read.register.contacts = contacts,
        Err(error) => read.troubles.push(error),
    }
    read
}

/// The registers of the newsroom in which a release lies; none where it lies in none.
pub fn register_of(release_folder: &Path) -> Option<ReadRegister> {
    let whole = fs::canonicalize(release_folder).ok()?;
    let newsroom = whole.ancestors().take(NEWSROOM_LEVELS).find(|above| is_newsroom(above))?;
    Some(registers(newsroom))
}

/// What tells whether somebody has changed the registers: size and time of their files.
pub fn registers_seen(newsroom: &Path) -> [Option<(u64, Option<SystemTime>)>; 2] {
    [PEOPLE_FILE, CONTACTS_FILE].map(|name| {
        let there = fs::metadata(newsroom.join(name)).ok()?;
        Some((there.len(), there.modified().ok()))
    })
}

/// Puts a change into the register of people. `known` is what the window has: it is written again where the file is gone.
///
/// # Errors
/// The file cannot be read, which leaves it as it is, or not be written.
pub fn change_people(newsroom: &Path, known: &[Person], change: &Change<Person>) -> Result<Changed<Person>, FileError> {
    put::<PeopleFile>(newsroom, known, change)
}

/// The same with the register of contacts.
///
/// # Errors
/// As [`change_people`].
pub fn change_contacts(
    newsroom: &Path,
    known: &[KnownContact],
    change: &Change<KnownContact>,
) -> Result<Changed<KnownContact>, FileError> {
    put::<ContactsFile>(newsroom, known, change)
}

fn entries<F: EntriesFile>(newsroom: &Path) -> Result<Vec<F::Entry>, FileError> {
    Ok(there::<F>(newsroom, OPENING)?.map(|(entries, _)| entries).unwrap_or_default())
}

/// The entries in a file with its text.
type There<F> = (Vec<<F as EntriesFile>::Entry>, String);

/// What is in the file; none where there is no file.
fn there<F: EntriesFile>(newsroom: &Path, doing: Message) -> Result<Option<There<F>>, FileError> {
    let file = newsroom.join(F::NAME);
    if fs::symlink_metadata(&file).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        // A drive that is away is no empty register.
        fs::metadata(newsroom).map_err(|error| FileError::io(doing, &error, newsroom))?;
        return Ok(None);
    }
    let next = Message::new("error-larger-release-next");
    let text = text_of(read_bytes(&file, LARGEST_FILE, &doing, &next)?, &file, doing.clone())?;
    let read = parse::<F>(&text, &file, doing.clone()).or_else(|error| match unknown::known_part::<F>(&text) {
        Some(known) => parse(&known, &file, doing),
        None => Err(error),
    })?;
    Ok(Some((read.entries(), text)))
}

fn put<F: EntriesFile>(
    newsroom: &Path,
    known: &[F::Entry],
    change: &Change<F::Entry>,
) -> Result<Changed<F::Entry>, FileError> {
    let file = newsroom.join(F::NAME);
    let failed = |error: io::Error| FileError::io(SAVING, &error, &file);
    for _ in 0..TRIES {
        let read = there::<F>(newsroom, SAVING)?;
        let (mut entries, text) = read.map_or_else(|| (known.to_vec(), None), |(entries, text)| (entries, Some(text)));
        if let Err(theirs) = apply(&mut entries, change) {
            return Ok(Changed { entries, theirs: Some(theirs) });
        }
        let new = file_text::<F>(&entries, text.as_deref(), &file)?;
        if text.as_ref() == Some(&new) {
            return Ok(Changed { entries, theirs: None });
        }
        let mut beside = match text {
            Some(_) => atomic::Beside::over(&file, new.as_bytes()),
            None => atomic::Beside::new(&file, new.as_bytes()),
        }
        .map_err(failed)?;
        beside.sync().map_err(failed)?;
        // Asked at the last moment: what is written between this and the new name would be lost.
        let held = fs::read(&file).ok().map(|bytes| Fingerprint::of(&bytes));
        if held != text.as_ref().map(|text| Fingerprint::of(text.as_bytes())) && !starts_with_mark(&file, text.as_ref())
        {
            continue;
        }
        beside.put().map_err(failed)?;
        return Ok(Changed { entries, theirs: None });
    }
    Err(FileError::because(
        SAVING,
        Message::new("error-register-busy"),
        Message::new("error-register-busy-next"),
        &file,
    ))
}

/// A file that an editor has begun with a mark holds three bytes more than its text.
fn starts_with_mark(file: &Path, text: Option<&String>) -> bool {
    let held = fs::read(file).unwrap_or_default();
    held.strip_prefix(b"\xef\xbb\xbf").is_some_and(|held| Some(held) == text.map(|text| text.as_bytes()))
}

fn file_text<F: EntriesFile>(entries: &[F::Entry], there: Option<&str>, file: &Path) -> Result<String, FileError> {
    let pretty = ron::ser::PrettyConfig::new().indentor("  ").new_line("\n").struct_names(false).compact_arrays(false);
    let written = ron_options().to_string_pretty(&F::of(entries.to_vec()), pretty);
    let written = written.map_err(|error| FileError::fault(SAVING, error, file))?;
    let text = format!("Dateline{}\n", readable::readable(&written));
    let text = match there {
        Some(there) => unknown::put_back_from::<F>(text, there),
        None => text,
    };
    if text.len() as u64 > LARGEST_FILE {
        let why = Message::new("error-would-be-larger").with("megabytes", megabytes(LARGEST_FILE));
        return Err(FileError::because(SAVING, why, Message::new("error-would-be-larger-next"), file));
    }
    Ok(text)
}

#[cfg(test)]
mod tests;
