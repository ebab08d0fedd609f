//! Writing a journal: at its end, and anew beside where it has become long.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::change::Change;
use super::place::Claim;
use super::reading::Recovered;
use super::record::{BEGINNING, Began, Record, text_of};
use super::states::{States, Step};
use uuid::Uuid;

use crate::newsroom::FileError;
use crate::release::{Fingerprint, PhotoId, Release};
use crate::words::Message;

/// Reading goes through the whole text with each record; when it has gone through so much, the journal is written anew.
const LONG: u64 = 64 << 20;

/// A journal that is being written.
///
/// Nothing is on the disk until something has changed. Writing never waits for the disk: what is written is synced by
/// [`Unsynced::sync`], on whatever thread.
#[derive(Debug)]
pub struct Journal {
    claim: Claim,
    folder: Option<PathBuf>,
    seen: Option<Fingerprint>,
    /// The release's file holds the present.
    saved: bool,
    states: States,
    waiting: BTreeMap<PhotoId, PathBuf>,
    /// The present as the journal has it; none where the journal has nothing to rest on.
    text: Option<String>,
    file: Option<File>,
    /// So far the file is whole.
    length: u64,
    /// So many bytes a reader goes through.
    read_through: u64,
    is_synced: bool,
    /// The last write failed, so everything is told anew with the next.
    is_behind: bool,
    /// The journal written anew, which takes the place of the old one as soon as it is on the disk.
    next: Option<File>,
    /// The journal whose place this one took, until this one is on the disk.
    old: Option<Claim>,
}

/// What has been written and may not be on the disk yet.
#[derive(Debug)]
pub struct Unsynced {
    file: File,
    next: Option<File>,
    folder: PathBuf,
    /// The journal whose place this one took.
    old: Option<Claim>,
}

impl Unsynced {
    /// Puts it on the disk; tells whether a journal that was written anew is there now.
    ///
    /// # Errors
    /// The disk fails.
    pub fn sync(self) -> Result<bool, FileError> {
        let Unsynced { file, next, folder, old } = self;
        let synced = file.sync_data().and_then(|()| next.as_ref().map_or(Ok(()), File::sync_data));
        let synced = synced.and_then(|()| crate::newsroom::atomic::sync_folder(&folder));
        let synced = synced.and_then(|()| old.map_or(Ok(()), Claim::remove));
        synced.map(|()| next.is_some()).map_err(|error| failed(&error, &folder))
    }
}

/// Why the journal cannot be written.
pub fn failed(error: &io::Error, path: &Path) -> FileError {
    FileError::io(Message::new("error-keep-journal"), error, path)
}

impl Journal {
    /// The journal of a release that was just read, or is new.
    pub fn new(
        claim: Claim,
        folder: Option<PathBuf>,
        seen: Option<Fingerprint>,
        states: States,
        waiting: BTreeMap<PhotoId, PathBuf>,
    ) -> Self {
        Journal {
            claim,
            folder,
            saved: seen.is_some(),
            seen,
            states,
            waiting,
            text: None,
            file: None,
            length: 0,
            read_through: 0,
            is_synced: true,
            is_behind: false,
            next: None,
            old: None,
        }
    }

    /// Goes on with a journal that was read.
    pub fn resume(recovered: Recovered) -> Self {
        let Recovered {
            folder,
            seen,
            saved,
            states,
            on_its_way: _,
            going_to: _,
            waiting,
            left: _,
            claim,
            text,
            length,
        } = recovered;
        let mut journal = Journal::new(claim, folder, seen, states, waiting);
        journal.saved = saved;
        // Where it cannot be opened again, it is written anew with the first change.
        if let Ok(file) = go_on_with(journal.claim.file(), length) {
            journal.file = Some(file);
            journal.text = Some(text);
            journal.length = length;
            journal.read_through = length;
        }
        journal
    }

    /// Notes the states as they are now.
    ///
    /// # Errors
    /// It cannot be written. The next call tries again, with everything that is missing.
    pub fn note(&mut self, states: &States, waiting: &BTreeMap<PhotoId, PathBuf>) -> Result<(), FileError> {
        let step = states.since(&self.states);
        let waits = *waiting != self.waiting;
        if step == Step::Nothing && !waits && !self.is_behind {
            return Ok(());
        }
        self.saved &= step == Step::Nothing;
        self.states = states.clone();
        waiting.clone_into(&mut self.waiting);
        let Some(before) = self.text.take() else { return self.begin() };
        let written = self
            .write_step(step, before)
            .and_then(|()| if waits { self.write(&Record::Waiting(self.waiting.clone())) } else { Ok(()) });
        written.map_err(|error| self.fail(&error))
    }

    fn write_step(&mut self, step: Step, before: String) -> io::Result<()> {
        let tell: fn(Change) -> Record = match step {
            Step::Nothing => {
                self.text = Some(before);
                return Ok(());
            }
            Step::Many => {
                let (bytes, text) = self.began()?;
                self.append(&bytes)?;
                self.text = Some(text);
                return Ok(());
            }
            Step::Typed { thought: false } => |change| Record::Typed { change, thought: false },
            Step::Typed { thought: true } => |change| Record::Typed { change, thought: true },
            Step::Undone => Record::Undone,
            Step::Redone => Record::Redone,
        };
        let text = text_of(&self.states.present)?;
        let record = tell(Change::between(&before, &text));
        self.text = Some(text);
        self.write(&record)
    }

    /// What is noted is on its way into the release's file in this folder: after a crash, such a file is nobody else's.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn saving(&mut self, folder: &Path) -> Result<(), FileError> {
        self.tell(&Record::SavingIn(folder.to_owned()))
    }

    /// The release's file was written, and holds `all` that is noted or what was noted a moment ago.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn saved(&mut self, seen: Fingerprint, all: bool) -> Result<(), FileError> {
        (self.seen, self.saved) = (Some(seen), all);
        self.tell(&Record::Saved { seen, all })
    }

    /// The folder of the release.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The release has got a folder, or another one; `claim` is its journal there, and the old one goes as soon as this is
    /// on the disk.
    ///
    /// # Errors
    /// It cannot be written there; then the old one stays.
    pub fn move_to(&mut self, claim: Claim, folder: PathBuf, seen: Fingerprint, all: bool) -> Result<(), FileError> {
        let old = std::mem::replace(&mut self.claim, claim);
        (self.folder, self.seen, self.saved) = (Some(folder), Some(seen), all);
        (self.file, self.text, self.next, self.length) = (None, None, None, 0);
        self.old.get_or_insert(old);
        self.begin()
    }

    /// The release is put away, with everything in its file or not.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn leave(mut self, saved: bool) -> Result<Option<Unsynced>, FileError> {
        if self.text.is_none() && !self.is_behind {
            return self.discard().map(|()| None);
        }
        self.tell(&Record::Left { saved })?;
        self.next = None;
        Ok(self.unsynced())
    }

    /// Nobody wants these words.
    ///
    /// # Errors
    /// It cannot be removed.
    pub fn discard(self) -> Result<(), FileError> {
        let Journal { claim, file, next, old, .. } = self;
        // Some systems remove no file that is open.
        drop((file, next));
        let path = claim.file().to_owned();
        old.map_or(Ok(()), Claim::remove).and_then(|()| claim.remove()).map_err(|error| failed(&error, &path))
    }

    /// What is to be synced, where something is.
    pub fn unsynced(&mut self) -> Option<Unsynced> {
        if self.is_synced {
            return None;
        }
        let file = self.file.as_ref()?.try_clone().ok()?;
        let next = self.next.as_ref().and_then(|next| next.try_clone().ok());
        self.is_synced = true;
        Some(Unsynced { file, next, folder: self.claim.file().parent()?.to_owned(), old: self.old.take() })
    }

    /// Is there something to be synced?
    pub fn is_unsynced(&self) -> bool {
        !self.is_synced
    }

    /// Could the last note not be written?
    pub fn is_behind(&self) -> bool {
        self.is_behind
    }

    /// The disk has failed, so nobody knows what of it is there: everything is told anew with the next note.
    pub fn mistrust(&mut self) {
        (self.text, self.next) = (None, None);
        self.is_behind = true;
    }

    /// Of which release it tells.
    pub fn id(&self) -> Uuid {
        self.states.present.id
    }

    /// Is it so long that reading it would take its time?
    pub fn is_long(&self) -> bool {
        self.read_through > LONG && self.next.is_none()
    }

    /// Writes the journal anew beside the old one; both are written until the new one is on the disk.
    ///
    /// # Errors
    /// It cannot be written; the old one goes on.
    pub fn shorten(&mut self) -> Result<(), FileError> {
        let written = self.began().and_then(|(bytes, _)| {
            let mut next = File::create(self.claim.next_file())?;
            next.write_all(BEGINNING)?;
            next.write_all(&bytes)?;
            Ok(next)
        });
        self.next = Some(written.map_err(|error| failed(&error, &self.claim.next_file()))?);
        self.read_through = 0;
        self.is_synced = false;
        Ok(())
    }

    /// The journal that was written anew is on the disk, so it takes the place of the old one.
    ///
    /// # Errors
    /// It cannot take that place; the old one goes on.
    pub fn shortened(&mut self) -> Result<(), FileError> {
        let Some(mut next) = self.next.take() else { return Ok(()) };
        let done = next.stream_position().and_then(|length| {
            fs::rename(self.claim.next_file(), self.claim.file())?;
            self.length = length;
            Ok(())
        });
        done.map_err(|error| failed(&error, self.claim.file()))?;
        self.file = Some(next);
        self.is_synced = false;
        Ok(())
    }

    /// Begins the journal with everything that is known, after whatever stands in it.
    fn begin(&mut self) -> Result<(), FileError> {
        let begun = self.began().and_then(|(bytes, text)| {
            self.open_at_end()?;
            self.append(&bytes)?;
            self.text = Some(text);
            self.is_behind = false;
            Ok(())
        });
        begun.map_err(|error| self.fail(&error))
    }

    /// The file, without the torn end of a write that failed.
    fn open_at_end(&mut self) -> io::Result<()> {
        if let (Some(file), true) = (&mut self.file, self.length > 0) {
            file.set_len(self.length)?;
            return file.seek(SeekFrom::Start(self.length)).map(|_| ());
        }
        let path = self.claim.file();
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        // What stood there was read when this was claimed, and is told anew.
        let mut file = File::create(path)?;
        file.write_all(BEGINNING)?;
        self.length = BEGINNING.len() as u64;
        self.file = Some(file);
        Ok(())
    }

    /// Writes a record, unless there is nothing that it could follow.
    fn tell(&mut self, record: &Record) -> Result<(), FileError> {
        if self.is_behind {
            return self.begin();
        }
        if self.text.is_none() {
            return Ok(());
        }
        self.write(record).map_err(|error| self.fail(&error))
    }

    fn write(&mut self, record: &Record) -> io::Result<()> {
        self.append(&record.to_bytes()?)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some(file) = &mut self.file else { return Err(io::ErrorKind::NotFound.into()) };
        file.write_all(bytes)?;
        self.length += bytes.len() as u64;
        self.read_through += bytes.len() as u64 + self.text.as_ref().map_or(0, |text| text.len() as u64);
        self.is_synced = false;
        if let Some(next) = &mut self.next
            && next.write_all(bytes).is_err()
        {
            // The old one is whole, and will be written anew another time.
            self.next = None;
        }
        Ok(())
    }

    /// What stands at the end may be torn; the next record tells everything, in its place.
    fn fail(&mut self, error: &io::Error) -> FileError {
        self.mistrust();
        failed(error, self.claim.file())
    }

    /// All states in one record, and the present as a text.
    fn began(&self) -> io::Result<(Vec<u8>, String)> {
        let States { first, past, present, future } = &self.states;
        let mut all = past.iter().chain([present]).chain(future.iter().rev());
        let oldest_release: Option<&Arc<Release>> = all.next();
        let oldest = oldest_release.map_or_else(|| Ok(String::new()), |release| text_of(release))?;
        let is_oldest = oldest_release.is_some_and(|oldest| Arc::ptr_eq(oldest, first) || oldest == first);
        let first = if is_oldest { None } else { Some(text_of(first)?) };
        let mut last = oldest.clone();
        let mut now = oldest.clone();
        let mut changes = Vec::new();
        for release in all {
            let text = text_of(release)?;
            changes.push(Change::between(&last, &text));
            if changes.len() == past.len() {
                now.clone_from(&text);
            }
            last = text;
        }
        let (folder, seen, saved, waiting) = (self.folder.clone(), self.seen, self.saved, self.waiting.clone());
        let began = Began { folder, seen, saved, waiting, first, oldest, changes, past: past.len() };
        Ok((Record::Began(Box::new(began)).to_bytes()?, now))
    }
}

fn go_on_with(file: &Path, length: u64) -> io::Result<File> {
    let mut file = OpenOptions::new().write(true).open(file)?;
    file.set_len(length)?;
    file.seek(SeekFrom::Start(length))?;
    Ok(file)
}
