//! Answers from the index: the list by day, what was found, and the lines that are in sight.

use std::collections::HashSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, Row, ToSql, params};

use super::question::Wish;
use super::{MOST_EDITIONS, ReleaseKey, SEARCHING, set_up, told};
use crate::newsroom::{FileError, Shelf};
use crate::release::{Kind, Status};
use crate::words::Locale;

/// Around a hit, in what the index gives back. No text has them: control characters became spaces.
const OPENS: char = '\u{2}';
const CLOSES: char = '\u{3}';

/// As many words of the text as stand around a hit.
const SNIPPET_WORDS: usize = 16;
/// As many letters of a caption, before the hit and from there on.
const BEFORE_HIT: usize = 24;
const FROM_HIT: usize = 120;

/// A release as a line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Where it stands in the order.
    pub key: ReleaseKey,
    /// Its folder.
    pub folder: PathBuf,
    /// Its headline, with what was looked for marked.
    pub headline: Marked,
    /// The place in its words where something was found.
    pub found: Option<Marked>,
    /// The tags of its languages.
    pub langs: Vec<String>,
    /// Release, advisory or statement.
    pub kind: Kind,
    /// How far the work has come.
    pub status: Status,
    /// How many photos it has.
    pub photos: usize,
    /// Why its file cannot be read.
    pub fault: Option<String>,
}

/// Words with some of them marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The words.
    pub text: String,
    /// What is marked, as bytes of the text.
    pub marks: Vec<Range<usize>>,
}

impl Marked {
    /// Takes the marks out of what the index gives back.
    fn read(given: &str) -> Self {
        let mut marked = Marked { text: String::with_capacity(given.len()), marks: Vec::new() };
        let mut opened = None;
        for letter in given.chars() {
            match letter {
                OPENS => opened = Some(marked.text.len()),
                CLOSES => marked.marks.extend(opened.take().map(|start| start..marked.text.len())),
                '\n' => marked.text.push(' '),
                _ => marked.text.push(letter),
            }
        }
        marked
    }

    /// What stands around the first mark; `None` where nothing is marked.
    fn around(self) -> Option<Self> {
        let first = self.marks.first()?.start;
        let back = self.text[..first].char_indices().rev().take(BEFORE_HIT).last().map_or(first, |(at, _)| at);
        // From the beginning of a word, where one is near.
        let start = if back == 0 { 0 } else { self.text[back..first].find(' ').map_or(back, |gap| back + gap + 1) };
        let end = self.text[first..].char_indices().nth(FROM_HIT).map_or(self.text.len(), |(at, _)| first + at);
        let before = if start > 0 { "…" } else { "" };
        let after = if end < self.text.len() { "…" } else { "" };
        let marks = self.marks.iter().filter(|mark| mark.end <= end);
        let marks = marks.map(|mark| mark.start - start + before.len()..mark.end - start + before.len()).collect();
        Some(Marked { text: format!("{before}{}{after}", &self.text[start..end]), marks })
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The first ones: those with all words in the headline, then the others, the newest first in both.
    pub rows: Vec<Listed>,
    /// There are more.
    pub more: bool,
}

/// The index of one newsroom, to ask.
#[derive(Debug)]
pub struct Reader {
    db: Connection,
    file: PathBuf,
    newsroom: PathBuf,
}

impl Reader {
    /// Opens the index in this file, which has been made before.
    ///
    /// # Errors
    /// It is not there, or cannot be read.
    pub fn open(file: &Path, newsroom: &Path) -> Result<Self, FileError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let opened = Connection::open_with_flags(file, flags).and_then(|db| set_up(&db).map(|()| db));
        let db = opened.map_err(|error| told(&error, SEARCHING, file))?;
        Ok(Reader { db, file: file.to_owned(), newsroom: newsroom.to_owned() })
    }

    /// All releases that are so, the newest first; the words of the wish are not looked at.
    ///
    /// # Errors
    /// The index is damaged.
    pub fn list(&self, wish: &Wish) -> Result<Vec<ReleaseKey>, FileError> {
        let (first, last) = wish.bounds();
        let numbers = match wish.conditions() {
            None => {
                let asked = "select id from releases where id between ? and ? order by id";
                self.numbers(asked, &[&first, &last])
            }
            Some(conditions) => {
                let asked = "select rowid from words where words match ? and rowid between ? and ? order by rowid";
                self.numbers(asked, &[&conditions, &first, &last])
            }
        };
        let mut keys: Vec<ReleaseKey> = self.done(numbers)?.into_iter().map(ReleaseKey::of_edition).collect();
        keys.dedup();
        Ok(keys)
    }

    fn numbers(&self, asked: &str, with: &[&dyn ToSql]) -> rusqlite::Result<Vec<i64>> {
        self.db.prepare_cached(asked)?.query_map(with, |row| row.get(0))?.collect()
    }

    /// How many releases lie on a shelf.
    ///
    /// # Errors
    /// The index is damaged.
    pub fn count(&self, shelf: Shelf) -> Result<usize, FileError> {
        let (first, last) = ReleaseKey::of_shelf(shelf);
        let asked = "select count(*) from releases where id between ? and ?";
        let count = self.db.query_row(asked, [first, last], |row| row.get::<_, i64>(0));
        self.done(count.map(|count| count as usize))
    }

    /// The lines of these releases, in the language of the window where they have it. One that is gone has none.
    ///
    /// # Errors
    /// The index is damaged.
    pub fn rows(&self, keys: &[ReleaseKey], locale: Locale) -> Result<Vec<Listed>, FileError> {
        let mut rows = Vec::with_capacity(keys.len());
        for key in keys {
            rows.extend(self.done(self.row(*key, locale))?);
        }
        Ok(rows)
    }

    fn row(&self, key: ReleaseKey, locale: Locale) -> rusqlite::Result<Option<Listed>> {
        let mut asked =
            self.db.prepare_cached("select id, path, kind, status, photos, langs, fault from releases where id = ?")?;
        let mut rows = asked.query([key.0])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let mut listed = self.line(row, locale)?;
        let mut asked = self.db.prepare_cached("select headline from editions where id between ? and ? order by id")?;
        let headlines = asked.query_map([key.edition(0), key.edition(MOST_EDITIONS - 1)], |row| row.get(0))?;
        let headlines: Vec<String> = headlines.collect::<rusqlite::Result<_>>()?;
        let own = own_edition(&listed.langs, locale);
        let shown = own.and_then(|index| headlines.get(index)).into_iter().chain(&headlines);
        let shown = shown.into_iter().find(|headline| !headline.is_empty()).cloned();
        listed.headline.text = shown.unwrap_or_default();
        Ok(Some(listed))
    }

    /// A release without its headline.
    fn line(&self, row: &Row<'_>, locale: Locale) -> rusqlite::Result<Listed> {
        let (path, langs, fault): (String, String, String) = (row.get(1)?, row.get(5)?, row.get(6)?);
        let place = Locale::ALL.iter().position(|other| *other == locale).unwrap_or_default();
        Ok(Listed {
            key: ReleaseKey(row.get(0)?),
            folder: self.newsroom.join(path),
            headline: Marked::default(),
            found: None,
            langs: langs.split_whitespace().map(str::to_owned).collect(),
            kind: kind(row.get(2)?),
            status: status(row.get(3)?),
            photos: row.get::<_, i64>(4)?.try_into().unwrap_or_default(),
            fault: fault.lines().nth(place).map(str::to_owned),
        })
    }

    /// Finds the words of the wish: first those releases that have all of them in the headline.
    ///
    /// # Errors
    /// The index is damaged.
    pub fn search(&self, wish: &Wish, most: usize, locale: Locale) -> Result<Hits, FileError> {
        let mut hits = Hits::default();
        let mut seen = HashSet::new();
        for anywhere in [false, true] {
            let Some(words) = wish.words(anywhere) else { break };
            let question = wish.conditions().map_or_else(|| words.clone(), |more| format!("{words} AND {more}"));
            self.done(self.find(&question, wish.bounds(), most, locale, (&mut hits, &mut seen)))?;
        }
        Ok(hits)
    }

    fn find(
        &self,
        question: &str,
        (first, last): (i64, i64),
        most: usize,
        locale: Locale,
        (hits, seen): (&mut Hits, &mut HashSet<ReleaseKey>),
    ) -> rusqlite::Result<()> {
        let mut asked = self.db.prepare_cached(
            "select rowid, highlight(words, 0, ?4, ?5), snippet(words, 1, ?4, ?5, '…', ?6), \
             highlight(words, 2, ?4, ?5), highlight(words, 3, ?4, ?5) \
             from words where words match ?1 and rowid between ?2 and ?3 order by rowid",
        )?;
        let marks = (OPENS.to_string(), CLOSES.to_string());
        let mut rows = asked.query(params![question, first, last, marks.0, marks.1, SNIPPET_WORDS as i64])?;
        // Rows come one by one: whoever stops reading pays for no more.
        while !hits.more
            && let Some(row) = rows.next()?
        {
            let edition: i64 = row.get(0)?;
            let key = ReleaseKey::of_edition(edition);
            if seen.contains(&key) {
                // Found in several languages, it is shown in the one of the window.
                if let Some(last) = hits.rows.last_mut().filter(|last| last.key == key)
                    && own_edition(&last.langs, locale).is_some_and(|own| key.edition(own) == edition)
                {
                    show_hit(last, row)?;
                }
                continue;
            }
            if hits.rows.len() == most {
                hits.more = true;
                break;
            }
            let Some(mut listed) = self.row(key, locale)? else { continue };
            show_hit(&mut listed, row)?;
            seen.insert(key);
            hits.rows.push(listed);
        }
        Ok(())
    }

    fn done<T>(&self, result: rusqlite::Result<T>) -> Result<T, FileError> {
        result.map_err(|error| told(&error, SEARCHING, &self.file))
    }
}

/// Which edition is in the language of the window.
fn own_edition(langs: &[String], locale: Locale) -> Option<usize> {
    langs.iter().position(|lang| lang.split('-').next() == Some(locale.tag()))
}

/// The edition in which something was found stands in the list.
fn show_hit(listed: &mut Listed, row: &Row<'_>) -> rusqlite::Result<()> {
    let headline = Marked::read(row.get_ref(1)?.as_str()?);
    if !headline.text.is_empty() {
        listed.headline = headline;
    }
    listed.found = found(row)?;
    Ok(())
}

/// The place in the text where something was found, else among the speakers or photos.
fn found(row: &Row<'_>) -> rusqlite::Result<Option<Marked>> {
    let in_text = Marked::read(row.get_ref(2)?.as_str()?);
    if !in_text.marks.is_empty() {
        return Ok(Some(in_text));
    }
    let among_speakers = Marked::read(row.get_ref(3)?.as_str()?).around();
    Ok(match among_speakers {
        Some(found) => Some(found),
        None => Marked::read(row.get_ref(4)?.as_str()?).around(),
    })
}

fn kind(number: i64) -> Kind {
    [Kind::Release, Kind::Advisory, Kind::Statement].into_iter().find(|kind| *kind as i64 == number).unwrap_or_default()
}

fn status(number: i64) -> Status {
    let all = [Status::Draft, Status::InReview, Status::Approved, Status::Sent, Status::Corrected, Status::Withdrawn];
    all.into_iter().find(|status| *status as i64 == number).unwrap_or_default()
}
