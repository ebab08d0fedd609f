//! The index of a newsroom: which releases there are, and the words in them, so that any is found while its name is typed.
//!
//! SQLite with its full-text search, in the user's local folder, one file a newsroom. Nothing in it is true by itself: the
//! folders are, and a file that is damaged or of an older edition is made anew. Every row has a number that is made from
//! shelf and day, the newest day first: whatever is asked comes in the right order and can stop after the first screenful.

mod entry;
mod follower;
mod question;
mod reader;

use std::collections::BTreeMap;
use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::civil::{Date, date};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use siphasher::sip128::{Hasher128, SipHasher13};

use super::{FileError, Shelf};
use crate::words::Message;

use entry::Entry;
pub use follower::{AllRead, Follower, Step, Unread};
pub use question::{Filter, Wish};
pub use reader::{Hits, Listed, Marked, Reader};

/// Counts the ways in which the index was laid out; a file of another edition is left to the program that knows it.
const EDITION: u8 = 1;

/// The name of the folder in the user's local folder.
const FOLDER: &str = "index";

/// Two programs may work at one index; each waits so long for the other.
const PATIENCE: Duration = Duration::from_secs(10);

const KEEPING: Message = Message::new("error-keep-index");
const SEARCHING: Message = Message::new("error-search");

/// A release has no more editions than this in the index; the others are not searched.
const MOST_EDITIONS: usize = 16;

const TABLES: &str = "
    create table if not exists releases (
        id integer primary key,
        path text not null unique,
        stamp integer not null,
        kind integer not null,
        status integer not null,
        photos integer not null,
        langs text not null,
        fault text not null
    );
    create table if not exists editions (
        id integer primary key,
        headline text not null,
        body text not null,
        speakers text not null,
        photos text not null,
        tags text not null
    );
    create virtual table if not exists words using fts5 (
        headline, body, speakers, photos, tags,
        content = 'editions', content_rowid = 'id', columnsize = 0,
        tokenize = 'unicode61', prefix = '2 3 4'
    );
";

/// Tells one state of a release's file from another, without reading it; none where there is no file.
pub fn stamp_of(folder: &Path) -> Option<i64> {
    entry::stamp(folder).ok()
}

/// Which release: its shelf, its day and its number on that day, the newest day being the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReleaseKey(i64);

const EDITION_BITS: u32 = 4;
const NUMBER_BITS: u32 = 24;
const DAY_BITS: u32 = 24;
const DAY_SHIFT: u32 = EDITION_BITS + NUMBER_BITS;
const SHELF_SHIFT: u32 = DAY_SHIFT + DAY_BITS;

impl ReleaseKey {
    /// The release of an edition's row.
    fn of_edition(row: i64) -> Self {
        ReleaseKey(row & !((1 << EDITION_BITS) - 1))
    }

    /// The row of one of its editions.
    fn edition(self, index: usize) -> i64 {
        self.0 | index.min(MOST_EDITIONS - 1) as i64
    }

    /// The first and the last number that a release of this shelf can have.
    fn of_shelf(shelf: Shelf) -> (i64, i64) {
        let first = (shelf as i64) << SHELF_SHIFT;
        (first, first + (1 << SHELF_SHIFT) - 1)
    }

    /// The first and the last number of a day.
    fn of_day(shelf: Shelf, day: Date) -> (i64, i64) {
        let first = ReleaseKey::of_shelf(shelf).0 + (i64::from(days_left(day)) << DAY_SHIFT);
        (first, first + (1 << DAY_SHIFT) - 1)
    }

    /// The day on which it is issued.
    pub fn day(self) -> Date {
        let left = (self.0 >> DAY_SHIFT) & ((1 << DAY_BITS) - 1);
        let days = jiff::Span::new().try_days(left).unwrap_or_default();
        Date::MAX.checked_sub(days).unwrap_or(Date::MIN)
    }

    /// Does it stand under the same day?
    pub fn is_of_day_of(self, other: Self) -> bool {
        self.0 >> DAY_SHIFT == other.0 >> DAY_SHIFT
    }

    /// The shelf on which it lies.
    pub fn shelf(self) -> Shelf {
        match self.0 >> SHELF_SHIFT {
            1 => Shelf::Templates,
            2 => Shelf::Trash,
            _ => Shelf::Releases,
        }
    }
}

/// Days until the last one of the calendar, so that later days come first.
fn days_left(day: Date) -> i32 {
    Date::MAX.since(day).map_or(0, |span| span.get_days())
}

/// Where the index of a newsroom lies in the user's local folder.
pub fn index_file(local: &Path, newsroom: &Path) -> PathBuf {
    // The same folder with and without a slash at its end.
    let newsroom: PathBuf = newsroom.components().collect();
    let mut hasher = SipHasher13::new();
    hasher.write(newsroom.as_os_str().as_encoded_bytes());
    let name = hasher.finish128().as_u128();
    local.join(FOLDER).join(format!("{name:032x}-{EDITION}.sqlite"))
}

/// The index of one newsroom, to write into.
#[derive(Debug)]
pub struct Index {
    db: Connection,
    file: PathBuf,
}

impl Index {
    /// Opens the index in this file, or makes it; one that is damaged is made anew.
    ///
    /// # Errors
    /// The local folder cannot be written.
    pub fn open(file: &Path) -> Result<Self, FileError> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| FileError::io(KEEPING, &error, folder))?;
        }
        match Index::open_as_it_is(file) {
            Err(error) if is_damage(&error) => {
                forget(file);
                Index::open_as_it_is(file)
            }
            opened => opened,
        }
        .map_err(|error| told(&error, KEEPING, file))
    }

    fn open_as_it_is(file: &Path) -> rusqlite::Result<Self> {
        let db = Connection::open(file)?;
        set_up(&db)?;
        // Written beside reading; a power cut costs the last entries, which are read again.
        db.query_row("pragma journal_mode = wal", [], |_| Ok(()))?;
        db.execute_batch("pragma synchronous = normal;")?;
        db.execute_batch(TABLES)?;
        // Reads the first pages of both tables, so that a damaged file is found here.
        db.query_row("select count(*) from (select 1 from releases limit 1)", [], |_| Ok(()))?;
        db.query_row("select count(*) from (select 1 from words limit 1)", [], |_| Ok(()))?;
        Ok(Index { db, file: file.to_owned() })
    }

    /// Throws the index away and begins an empty one.
    ///
    /// # Errors
    /// The local folder cannot be written.
    fn renew(&mut self) -> Result<(), FileError> {
        // Some systems remove no file that is open.
        if let Ok(nothing) = Connection::open_in_memory() {
            self.db = nothing;
        }
        forget(&self.file);
        *self = Index::open(&self.file)?;
        Ok(())
    }

    /// Writes down what was read, and takes out what is gone, all at once.
    ///
    /// # Errors
    /// The disk is full, or the index is damaged.
    fn put(&mut self, entries: &[Entry], gone: &[String]) -> rusqlite::Result<()> {
        let change = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for path in gone {
            take_out(&change, path)?;
        }
        let mut kept = Vec::new();
        let mut new: BTreeMap<i64, Vec<&Entry>> = BTreeMap::new();
        for entry in entries {
            let (first, last) = ReleaseKey::of_day(Shelf::of(Path::new(&entry.path)), entry.issued);
            match take_out(&change, &entry.path)? {
                // What is saved again keeps its place in the list.
                Some(id) if (first..=last).contains(&id) => kept.push((id, entry)),
                Some(_) | None => new.entry(first).or_default().push(entry),
            }
        }
        for (day, entries) in new {
            let lowest = lowest_of_day(&change, day, &kept)?;
            // What is new stands above what was there.
            let ids = (1..=entries.len() as i64).rev().map(|above| lowest - (above << EDITION_BITS));
            kept.extend(ids.zip(entries));
        }
        // In the order of their numbers, because the words are gathered in memory only as long as those grow.
        kept.sort_by_key(|(id, _)| *id);
        kept.iter().try_for_each(|(id, entry)| put_in(&change, ReleaseKey(*id), entry))?;
        change.commit()
    }

    /// The ways of the releases that lie directly in this folder of the newsroom.
    fn in_folder(&self, folder: &str) -> rusqlite::Result<Vec<String>> {
        let mut ways = self.below(folder)?;
        let depth = if folder.is_empty() { 0 } else { folder.len() + 1 };
        ways.retain(|way| way.get(depth..).is_some_and(|rest| !rest.contains('/')));
        Ok(ways)
    }

    /// The ways of the releases below this folder of the newsroom.
    fn below(&self, folder: &str) -> rusqlite::Result<Vec<String>> {
        if folder.is_empty() {
            let mut asked = self.db.prepare_cached("select path from releases where instr(path, '/') = 0")?;
            return asked.query_map([], |row| row.get(0))?.collect();
        }
        // '0' is the letter after '/'.
        let mut asked = self.db.prepare_cached("select path from releases where path > ?1 and path < ?2")?;
        asked.query_map([format!("{folder}/"), format!("{folder}0")], |row| row.get(0))?.collect()
    }

    /// The next ways and stamps behind this number, in the order of the numbers.
    fn following(&self, after: i64, most: usize) -> rusqlite::Result<Vec<(i64, String, i64)>> {
        let mut asked =
            self.db.prepare_cached("select id, path, stamp from releases where id > ? order by id limit ?")?;
        asked.query_map(params![after, most as i64], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
    }

    /// How many releases it holds.
    ///
    /// # Errors
    /// The index is damaged.
    pub fn count(&self) -> Result<usize, FileError> {
        let count = self.db.query_row("select count(*) from releases", [], |row| row.get::<_, i64>(0));
        count.map(|count| count as usize).map_err(|error| told(&error, SEARCHING, &self.file))
    }
}

/// The lowest number of a day that is taken, in the index or by what comes into it; the one after the last where none is.
fn lowest_of_day(change: &Transaction<'_>, first: i64, coming: &[(i64, &Entry)]) -> rusqlite::Result<i64> {
    let end = first + (1 << DAY_SHIFT);
    let mut asked = change.prepare_cached("select min(id) from releases where id >= ? and id < ?")?;
    let lowest: Option<i64> = asked.query_row([first, end], |row| row.get(0))?;
    let coming = coming.iter().map(|(id, _)| *id).filter(|id| (first..end).contains(id));
    Ok(coming.chain(lowest).min().unwrap_or(end))
}

fn put_in(change: &Transaction<'_>, key: ReleaseKey, entry: &Entry) -> rusqlite::Result<()> {
    let Entry { path, stamp, issued: _, kind, status, photos, langs, fault, editions } = entry;
    let mut put = change.prepare_cached("insert into releases values (?, ?, ?, ?, ?, ?, ?, ?)")?;
    put.execute(params![key.0, path, stamp, *kind as i64, *status as i64, *photos as i64, langs, fault])?;
    let mut put = change.prepare_cached("insert into editions values (?, ?, ?, ?, ?, ?)")?;
    let mut find = change.prepare_cached(
        "insert into words (rowid, headline, body, speakers, photos, tags) values (?, ?, ?, ?, ?, ?)",
    )?;
    for (index, words) in editions.iter().take(MOST_EDITIONS).enumerate() {
        let row = key.edition(index);
        put.execute(params![row, words.headline, words.body, words.speakers, words.photos, words.tags])?;
        let [headline, body, speakers, photos, tags] = words.folded();
        find.execute(params![row, headline, body, speakers, photos, tags])?;
    }
    Ok(())
}

/// Tells the number that it had.
fn take_out(change: &Transaction<'_>, path: &str) -> rusqlite::Result<Option<i64>> {
    let mut asked = change.prepare_cached("select id from releases where path = ?")?;
    let Some(id) = asked.query_row([path], |row| row.get::<_, i64>(0)).optional()? else { return Ok(None) };
    let last = ReleaseKey(id).edition(MOST_EDITIONS - 1);
    let mut asked = change
        .prepare_cached("select id, headline, body, speakers, photos, tags from editions where id between ? and ?")?;
    let mut forget = change.prepare_cached(
        "insert into words (words, rowid, headline, body, speakers, photos, tags) values ('delete', ?, ?, ?, ?, ?, ?)",
    )?;
    let mut rows = asked.query([id, last])?;
    while let Some(row) = rows.next()? {
        // The words table keeps no text of its own: it has to be told what it was given.
        let given = entry::Words {
            headline: row.get(1)?,
            body: row.get(2)?,
            speakers: row.get(3)?,
            photos: row.get(4)?,
            tags: row.get(5)?,
        };
        let [headline, body, speakers, photos, tags] = given.folded();
        forget.execute(params![row.get::<_, i64>(0)?, headline, body, speakers, photos, tags])?;
    }
    change.prepare_cached("delete from editions where id between ? and ?")?.execute([id, last])?;
    change.prepare_cached("delete from releases where id = ?")?.execute([id])?;
    Ok(Some(id))
}

fn set_up(db: &Connection) -> rusqlite::Result<()> {
    db.busy_timeout(PATIENCE)?;
    // Eight megabytes of pages, whatever the newsroom; the rest is the system's cache.
    db.execute_batch("pragma cache_size = -8000; pragma temp_store = memory;")
}

/// Takes the file away, with what SQLite keeps beside it.
fn forget(file: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        // What is not there need not be removed; what cannot be is told when the next one is opened.
        let _ = fs::remove_file(PathBuf::from(name));
    }
}

/// Is the file no index, or a broken one?
fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode as Code;
    let broken_code = matches!(error.sqlite_error_code(), Some(Code::DatabaseCorrupt | Code::NotADatabase));
    // Another program's tables under the same names, or an index that somebody has changed by hand.
    broken_code || matches!(error.sqlite_error_code(), Some(Code::Unknown))
}

fn told(error: &rusqlite::Error, doing: Message, file: &Path) -> FileError {
    use rusqlite::ErrorCode as Code;
    use std::io::ErrorKind as Kind;
    let code = error.sqlite_error_code();
    let kind = if code == Some(Code::DiskFull) {
        Kind::StorageFull
    } else if matches!(code, Some(Code::ReadOnly | Code::CannotOpen | Code::PermissionDenied)) {
        Kind::PermissionDenied
    } else {
        let why = Message::new("error-said").with("said", super::shortened(error));
        return FileError::because(doing, why, Message::new("error-index-next"), file);
    };
    FileError::io(doing, &kind.into(), file)
}

/// A day for what tells none: it comes last.
const NO_DAY: Date = date(1, 1, 1);

#[cfg(test)]
mod tests;
