//! Keeps the index like the folders: what was added, changed, renamed or removed there, by whomever, is soon so here.
//!
//! It asks the folders rather than the system, because a shared drive tells nobody what others change on it. Folders whose
//! hour has changed are listed again, the newest releases are looked at in each round, and all others by turns, a short
//! time a round. All work comes in pieces of some ten milliseconds, so that whoever does it can stop.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use super::entry::{self, Entry};
use super::{Index, KEEPING, is_damage, told};
use crate::newsroom::folder::way_to;
use crate::newsroom::houses::HOUSES_FOLDER;
use crate::newsroom::{FileError, PHOTOS_FOLDER, RELEASE_FILE, Shelf, is_newsroom};
use crate::words::Message;

/// Releases lie at most so many folders below the newsroom's: `trash/2026/11/2026-11-23-bridge-opens`.
const DEEPEST: usize = 3;
/// A newsroom has no more folders around releases; somebody may have chosen a whole disk.
const MOST_FOLDERS: usize = 5000;
/// So many of the newest releases are looked at in each round.
const NEWEST: usize = 200;
/// So long the others are looked at in each round.
const BY_TURNS: Duration = Duration::from_millis(40);
/// So many are looked at before the clock is.
const AT_ONCE: usize = 100;
/// So many are read and written down in one piece.
const PIECE: usize = 100;
/// Some systems tell the hour of a folder in steps of two seconds: one that has just changed may change unseen.
const JUST_NOW: Duration = Duration::from_secs(3);
/// Every so many rounds all folders are listed again, for systems that do not tell when one has changed.
const ALL_ROUNDS: u32 = 30;

/// Keeps the index of one newsroom.
#[derive(Debug)]
pub struct Follower {
    newsroom: PathBuf,
    index: Index,
    /// The folders around releases, by their ways, with their hour when they were listed last.
    folders: BTreeMap<String, Option<SystemTime>>,
    /// Folders that are to be listed.
    unlisted: BTreeSet<String>,
    /// Releases that are to be read: the last one is the next.
    unread: BTreeSet<(Reverse<Shelf>, String)>,
    gone: Vec<String>,
    /// Behind which number the releases are looked at next.
    looks_behind: i64,
    /// Not all of them were looked at since the beginning.
    first_pass: bool,
    /// In this round nothing was looked at yet.
    turn: bool,
    rounds: u32,
    times_made: u32,
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The index is another one than before.
    pub changed: bool,
    /// So many releases are known to be read still.
    pub unread: usize,
    /// There is more to do at once.
    pub busy: bool,
}

/// A release that is to be read.
#[derive(Debug)]
pub struct Unread {
    way: String,
}

/// Releases that were read.
#[derive(Debug, Default)]
pub struct AllRead {
    entries: Vec<Entry>,
    gone: Vec<String>,
}

impl AllRead {
    /// Reads these releases; takes no part of the index, so that many can be read at a time.
    pub fn of(newsroom: &Path, unread: Vec<Unread>) -> Self {
        let mut read = AllRead::default();
        for Unread { way } in unread {
            match entry::stamp(&newsroom.join(&way)) {
                Ok(stamp) => read.entries.push(Entry::read(newsroom, way, stamp)),
                Err(error) if is_gone(&error) => read.gone.push(way),
                // The drive does not answer; it is looked at again by its turn.
                Err(_) => {}
            }
        }
        read
    }

    /// Both together.
    pub fn and(mut self, other: Self) -> Self {
        self.entries.extend(other.entries);
        self.gone.extend(other.gone);
        self
    }
}

impl Follower {
    /// For the newsroom in this folder, with its index in this file. Nothing is read yet.
    ///
    /// # Errors
    /// The local folder cannot be written.
    pub fn new(file: &Path, newsroom: &Path) -> Result<Self, FileError> {
        let mut follower = Follower {
            newsroom: newsroom.to_owned(),
            index: Index::open(file)?,
            folders: BTreeMap::new(),
            unlisted: BTreeSet::new(),
            unread: BTreeSet::new(),
            gone: Vec::new(),
            looks_behind: i64::MIN,
            first_pass: true,
            turn: true,
            rounds: 0,
            times_made: 1,
        };
        follower.begin();
        Ok(follower)
    }

    fn begin(&mut self) {
        self.folders.clear();
        self.unread.clear();
        self.gone.clear();
        self.unlisted = BTreeSet::from([String::new()]);
        self.look_again();
    }

    /// Looks at every release again, without waiting for further rounds.
    pub fn look_again(&mut self) {
        self.looks_behind = i64::MIN;
        self.first_pass = true;
    }

    /// A new round: what may have changed since the last one is looked at by the next [pieces](Follower::work).
    pub fn round(&mut self) {
        self.rounds += 1;
        self.turn = true;
        let all = self.rounds.is_multiple_of(ALL_ROUNDS);
        for (way, listed) in &self.folders {
            let hour = hour(&self.newsroom.join(way));
            let is_fresh = hour.and_then(|hour| hour.elapsed().ok()).is_none_or(|age| age < JUST_NOW);
            if all || hour != *listed || is_fresh {
                self.unlisted.insert(way.clone());
            }
        }
        if self.folders.is_empty() {
            self.unlisted.insert(String::new());
        }
    }

    /// Somebody has just saved, moved or removed the release in this folder.
    pub fn look_at(&mut self, folder: &Path) {
        let Some(way) = way_to(&self.newsroom, folder, KEEPING).ok().and_then(|way| slashed(&way)) else { return };
        let mut around = way.as_str();
        while let Some((above, _)) = around.rsplit_once('/') {
            self.unlisted.insert(above.to_owned());
            around = above;
        }
        self.unlisted.insert(String::new());
        match entry::stamp(folder) {
            Err(error) if is_gone(&error) => self.gone.push(way),
            Ok(_) | Err(_) => self.wish(way),
        }
    }

    /// One piece of work.
    ///
    /// # Errors
    /// The newsroom's folder is not there: what is known of it stays. Or the index cannot be written.
    pub fn work(&mut self) -> Result<Step, FileError> {
        self.list_folders()?;
        let unread = self.take_unread(PIECE);
        let read = AllRead::of(&self.newsroom, unread);
        self.put(read)
    }

    /// Lists the folders that have changed and looks at releases by turns; first half of a piece of work.
    ///
    /// # Errors
    /// As [`Follower::work`].
    pub fn list_folders(&mut self) -> Result<(), FileError> {
        self.is_there()?;
        let result = self.list_and_look();
        self.done(result)
    }

    fn list_and_look(&mut self) -> rusqlite::Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < BY_TURNS
            && let Some(way) = self.unlisted.pop_first()
        {
            self.list(&way)?;
        }
        if !self.unlisted.is_empty() {
            return Ok(());
        }
        if std::mem::take(&mut self.turn) {
            let newest = self.index.following(i64::MIN, NEWEST)?;
            self.compare(newest);
            self.look_by_turns(begun)?;
        }
        // Where much is to be read, that comes first.
        if self.first_pass && self.unread.len() < PIECE {
            self.look_by_turns(begun)?;
        }
        Ok(())
    }

    /// The releases that are to be read next; second half of a piece of work, with [`AllRead::of`] and [`Follower::put`].
    pub fn take_unread(&mut self, most: usize) -> Vec<Unread> {
        let mut taken = Vec::new();
        while taken.len() < most
            && let Some((_, way)) = self.unread.pop_last()
        {
            taken.push(Unread { way });
        }
        taken
    }

    /// Writes down what was read.
    ///
    /// # Errors
    /// As [`Follower::work`].
    pub fn put(&mut self, read: AllRead) -> Result<Step, FileError> {
        let AllRead { entries, mut gone } = read;
        gone.append(&mut self.gone);
        let changed = !entries.is_empty() || !gone.is_empty();
        if changed {
            // A drive that has just vanished takes every file with it, and none of them is gone.
            self.is_there()?;
            let result = self.index.put(&entries, &gone);
            self.done(result)?;
        }
        let busy = !self.unread.is_empty() || !self.unlisted.is_empty() || self.first_pass;
        Ok(Step { changed, unread: self.unread.len(), busy })
    }

    fn look_by_turns(&mut self, begun: Instant) -> rusqlite::Result<()> {
        while begun.elapsed() < BY_TURNS {
            let next = self.index.following(self.looks_behind, AT_ONCE)?;
            let Some((last, _, _)) = next.last() else {
                self.looks_behind = i64::MIN;
                self.first_pass = false;
                return Ok(());
            };
            self.looks_behind = *last;
            self.compare(next);
        }
        Ok(())
    }

    fn compare(&mut self, known: Vec<(i64, String, i64)>) {
        for (_, way, stamp) in known {
            match entry::stamp(&self.newsroom.join(&way)) {
                Ok(now) if now == stamp => {}
                Ok(_) => self.wish(way),
                Err(error) if is_gone(&error) => self.gone.push(way),
                Err(_) => {}
            }
        }
    }

    fn wish(&mut self, way: String) {
        self.unread.insert((Reverse(Shelf::of(Path::new(&way))), way));
    }

    /// Lists one folder: what is new in it is to be read, what is missing is gone.
    fn list(&mut self, way: &str) -> rusqlite::Result<()> {
        let folder = self.newsroom.join(way);
        // Asked before listing: what changes meanwhile changes it again.
        let hour = hour(&folder);
        let names = match names(&folder) {
            Ok(names) => names,
            Err(error) if is_gone(&error) => return self.forget_folder(way),
            // Known releases stay until the folder can be read again.
            Err(_) => return Ok(()),
        };
        let mut known: HashSet<String> = self.index.in_folder(way)?.into_iter().collect();
        let around: Vec<String> = self.folders.keys().filter(|other| is_in(other, way)).cloned().collect();
        let mut lost: BTreeSet<String> = around.into_iter().collect();
        for name in names {
            let child = if way.is_empty() { name.clone() } else { format!("{way}/{name}") };
            if known.remove(&child) || name == PHOTOS_FOLDER || child == HOUSES_FOLDER {
                continue;
            }
            if folder.join(&name).join(RELEASE_FILE).symlink_metadata().is_ok() {
                self.folders.remove(&child);
                self.wish(child);
            } else if child.split('/').count() <= DEEPEST && self.folders.len() < MOST_FOLDERS {
                lost.remove(&child);
                if !self.folders.contains_key(&child) {
                    self.unlisted.insert(child);
                }
            }
        }
        self.gone.extend(known);
        self.folders.insert(way.to_owned(), hour);
        lost.iter().try_for_each(|lost| self.forget_folder(lost))
    }

    fn forget_folder(&mut self, way: &str) -> rusqlite::Result<()> {
        if !way.is_empty() {
            let below = self.index.below(way)?;
            self.gone.extend(below);
            self.folders.retain(|other, _| other != way && !other.starts_with(&format!("{way}/")));
        }
        Ok(())
    }

    /// # Errors
    /// The folder is not there, or is only the empty place at which a drive shows up.
    fn is_there(&self) -> Result<(), FileError> {
        if is_newsroom(&self.newsroom) {
            return Ok(());
        }
        let (why, next) = (Message::new("error-newsroom-away"), Message::new("error-newsroom-away-next"));
        Err(FileError::because(Message::new("error-read-newsroom"), why, next, &self.newsroom))
    }

    /// A damaged index is made anew, without a word.
    fn done<T: Default>(&mut self, result: rusqlite::Result<T>) -> Result<T, FileError> {
        match result {
            Ok(done) => Ok(done),
            Err(error) if is_damage(&error) => {
                self.index.renew()?;
                self.times_made += 1;
                self.begin();
                Ok(T::default())
            }
            Err(error) => Err(told(&error, KEEPING, &self.index.file)),
        }
    }

    /// Counts how often the index was made: one that was made anew is another file.
    pub fn times_made(&self) -> u32 {
        self.times_made
    }

    /// The index itself.
    pub fn index(&self) -> &Index {
        &self.index
    }
}

/// Does it lie directly in this folder?
fn is_in(way: &str, folder: &str) -> bool {
    let rest = if folder.is_empty() {
        (!way.is_empty()).then_some(way)
    } else {
        way.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'))
    };
    rest.is_some_and(|rest| !rest.contains('/'))
}

/// The folders in a folder, but not what is hidden or leads elsewhere.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        // A name that is no text could be listed, but neither shown nor asked for.
        if let Ok(name) = entry.file_name().into_string()
            && !name.starts_with('.')
            && entry.file_type().is_ok_and(|kind| kind.is_dir())
        {
            names.push(name);
        }
    }
    Ok(names)
}

fn hour(folder: &Path) -> Option<SystemTime> {
    fs::metadata(folder).and_then(|there| there.modified()).ok()
}

fn is_gone(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// A way as the index writes it, the same on every system.
fn slashed(way: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = way.iter().map(OsStr::to_str).collect();
    parts.map(|parts| parts.join("/"))
}
