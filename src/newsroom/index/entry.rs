//! What of a release is listed and searched: its lines in the index, made from its file.

use std::fs;
use std::hash::Hasher;
use std::path::Path;
use std::time::UNIX_EPOCH;

use jiff::civil::Date;
use siphasher::sip::SipHasher13;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::NO_DAY;
use crate::newsroom::{FileError, open, release_file};
use crate::release::{BlockKind, Edition, Kind, Lang, Photo, Release, Status, Text, letters};
use crate::words::Locale;

/// No more of an edition is searched; nobody writes so much, and a hostile file is not to fill the disk.
const MOST_BYTES: usize = 256 << 10;

/// The lines of one release.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The way from the newsroom's folder to its own, with `/` between.
    pub(super) path: String,
    /// Tells whether its file is another one than the one that was read.
    pub(super) stamp: i64,
    pub(super) issued: Date,
    pub(super) kind: Kind,
    pub(super) status: Status,
    pub(super) photos: usize,
    /// The tags with spaces between.
    pub(super) langs: String,
    /// Why its file could not be read, a line for each language of the window; empty where it could.
    pub(super) fault: String,
    pub(super) editions: Vec<Words>,
}

/// The words of one edition, as they are shown.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) headline: String,
    pub(super) body: String,
    pub(super) speakers: String,
    pub(super) photos: String,
    /// Languages and status of the release as words, so that a filter is a part of the search.
    pub(super) tags: String,
}

impl Entry {
    /// Reads the release that lies at this way, and what its file was like just before.
    pub(super) fn read(newsroom: &Path, path: String, stamp: i64) -> Self {
        let folder = newsroom.join(&path);
        match open(&folder) {
            Ok(release) => Entry::of(&release, path, stamp),
            Err(error) => Entry::damaged(&error, path, stamp),
        }
    }

    pub(super) fn of(release: &Release, path: String, stamp: i64) -> Self {
        let langs: Vec<&str> = release.editions.iter().map(|edition| edition.lang.as_str()).collect();
        Entry {
            path,
            stamp,
            issued: release.issued,
            kind: release.kind,
            status: release.standing(),
            photos: release.photos.len(),
            langs: langs.join(" "),
            fault: String::new(),
            editions: release.editions.iter().map(|edition| Words::of(release, edition)).collect(),
        }
    }

    /// A file that cannot be read stands in the list all the same, with the reason; its folder tells the day, if anything.
    fn damaged(error: &FileError, path: String, stamp: i64) -> Self {
        let message = error.message();
        let fault: Vec<String> = Locale::ALL.into_iter().map(|locale| message.in_locale(locale)).collect();
        let name = path.rsplit('/').next().unwrap_or_default();
        let issued = name.get(..10).and_then(|day| day.parse().ok()).unwrap_or(NO_DAY);
        Entry {
            path,
            stamp,
            issued,
            kind: Kind::default(),
            status: Status::default(),
            photos: 0,
            langs: String::new(),
            fault: fault.join("\n"),
            editions: Vec::new(),
        }
    }
}

impl Words {
    fn of(release: &Release, edition: &Edition) -> Self {
        let lang = &edition.lang;
        let mut body = Gathered::default();
        body.add(&edition.subhead);
        body.add(&edition.place);
        for block in &edition.body {
            match &block.kind {
                BlockKind::Paragraph(text) | BlockKind::Heading(text) => body.add_text(text),
                BlockKind::Quote(quote) => {
                    body.add_text(&quote.text);
                    body.add(&quote.tail);
                }
                BlockKind::List { ordered: _, items } => items.iter().for_each(|item| body.add_text(item)),
                BlockKind::Photo(_) => {}
            }
        }
        body.add_text(&edition.notes_to_editors);
        let mut speakers = Gathered::default();
        for speaker in &release.speakers {
            speakers.add(speaker.name.best(lang));
            speakers.add(speaker.title.best(lang));
        }
        let mut photos = Gathered::default();
        release.photos.iter().for_each(|photo| add_photo(&mut photos, photo, lang));
        let mut headline = Gathered::default();
        headline.add(&edition.headline);
        // Each edition has the languages of all: what is found in one may be asked of a release in another.
        let langs = release.editions.iter().map(|edition| language_tag(edition.lang.as_str()));
        let tags = langs.chain([status_tag(release.standing())]).collect::<Vec<_>>().join(" ");
        Words { headline: headline.0, body: body.0, speakers: speakers.0, photos: photos.0, tags }
    }

    /// As it is searched: whoever types "елка" finds «ёлка» too.
    pub(super) fn folded(&self) -> [String; 5] {
        let Words { headline, body, speakers, photos, tags } = self;
        [headline, body, speakers, photos, tags].map(|words| folded(words))
    }
}

/// The same letters for what people type as the same.
pub(super) fn folded(words: &str) -> String {
    words.replace('ё', "е").replace('Ё', "Е")
}

/// A language as one word of the index. It stands in a column of its own, which no typed word looks into.
pub(super) fn language_tag(lang: &str) -> String {
    let letters: String = lang.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("lang{}", letters.to_ascii_lowercase())
}

/// A status as one word of the index.
pub(super) fn status_tag(status: Status) -> String {
    format!("status{}", status as u8)
}

fn add_photo(photos: &mut Gathered, photo: &Photo, lang: &Lang) {
    for words in [photo.caption.best(lang), photo.alt.best(lang), photo.credit.as_str()] {
        photos.add(words);
    }
}

/// Words one after another, each piece a line.
#[derive(Default)]
struct Gathered(String);

impl Gathered {
    fn add_text(&mut self, text: &Text) {
        self.add(&letters(&text.words()));
    }

    fn add(&mut self, words: &str) {
        let words = words.trim();
        let room = MOST_BYTES.saturating_sub(self.0.len());
        let words = &words[..words.floor_char_boundary(room)];
        if words.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        // The marks around a hit are control characters, which nothing else may be.
        let shown = |letter: char| if letter.is_control() { ' ' } else { letter };
        if is_nfc(words) {
            self.0.extend(words.chars().map(shown));
        } else {
            self.0.extend(words.nfc().map(shown));
        }
    }
}

/// What tells one state of a release's file from another, without reading it; `None` where there is no file.
///
/// A save puts another file in its place, which has another number even where size and hour are the same.
pub(super) fn stamp(folder: &Path) -> std::io::Result<i64> {
    let there = fs::metadata(release_file(folder))?;
    let mut hasher = SipHasher13::new();
    hasher.write_u64(there.len());
    let since = there.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    hasher.write_u128(since.map_or(0, |since| since.as_nanos()));
    number(&there, &mut hasher);
    Ok(hasher.finish() as i64)
}

#[cfg(unix)]
fn number(there: &fs::Metadata, hasher: &mut SipHasher13) {
    use std::os::unix::fs::MetadataExt;
    hasher.write_u64(there.ino());
    hasher.write_i64(there.ctime());
    hasher.write_i64(there.ctime_nsec());
}

#[cfg(not(unix))]
fn number(there: &fs::Metadata, hasher: &mut SipHasher13) {
    let since = there.created().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    hasher.write_u128(since.map_or(0, |since| since.as_nanos()));
}
