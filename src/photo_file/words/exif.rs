//! EXIF, the camera's store: a few texts for people among the settings of the lens.

use jiff::civil::Date;

use super::PhotoWords;
use super::letters::{Coding, bounded, tidy, utf16};
use crate::photo_file::tags::Tags;
use crate::release::{ByLang, Lang};

const DESCRIPTION: u16 = 0x10e;
const ARTIST: u16 = 0x13b;
const COPYRIGHT: u16 = 0x8298;
const TAKEN: u16 = 0x9003;
const COMMENT: u16 = 0x9286;

/// Windows' own, in UTF-16.
const XP_TITLE: u16 = 0x9c9b;
const XP_COMMENT: u16 = 0x9c9c;
const XP_AUTHOR: u16 = 0x9c9d;
const XP_KEYWORDS: u16 = 0x9c9e;
const XP_SUBJECT: u16 = 0x9c9f;

/// What cameras describe every picture with.
const CAMERAS_WORDS: [&str; 12] = [
    "ASCII",
    "DCIM\\100MEDIA",
    "DIGITAL CAMERA",
    "DSC",
    "KONICA MINOLTA DIGITAL CAMERA",
    "MINOLTA DIGITAL CAMERA",
    "OLYMPUS DIGITAL CAMERA",
    "SAMSUNG",
    "SAMSUNG CAMERA PICTURES",
    "SCREENSHOT",
    "SONY DSC",
    "UNTITLED",
];

/// What EXIF says.
pub(super) fn words(tags: Tags<'_>, unsaid: &Lang) -> PhotoWords {
    let raw = [DESCRIPTION, ARTIST, COPYRIGHT].map(|tag| tags.bytes(tag).map(bounded).unwrap_or_default());
    let coding = Coding::guess(raw.iter().flat_map(|text| text.split(|byte| *byte == 0)));
    let [description, artist, _] = raw.map(|text| sound(&coding.decode(text)));
    let windows = |tag| tags.bytes(tag).map(|text| tidy(&utf16(text, u16::from_le_bytes))).unwrap_or_default();
    let first = |texts: [String; 4]| texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
    let caption = first([description, windows(XP_COMMENT), comment(tags), windows(XP_SUBJECT)]);
    let keywords = windows(XP_KEYWORDS);
    PhotoWords {
        headline: ByLang::one(unsaid, windows(XP_TITLE)),
        caption: ByLang::one(unsaid, caption),
        creator: if artist.is_empty() { windows(XP_AUTHOR) } else { artist },
        copyright: both(raw[2], coding),
        keywords: keywords.split(';').map(tidy).filter(|keyword| !keyword.is_empty()).collect(),
        taken: tags.exif_bytes(TAKEN).and_then(day),
        ..PhotoWords::default()
    }
}

/// A text that says something: neither what a camera puts everywhere nor letters that were lost on the way.
fn sound(text: &str) -> String {
    let text = tidy(text);
    let upper = text.to_uppercase();
    // Windows writes a question mark for each letter that it has no place for, and the letters beside it.
    let lost = text.contains('?') && !text.chars().any(char::is_alphanumeric);
    if lost || CAMERAS_WORDS.contains(&upper.as_str()) { String::new() } else { text }
}

/// Copyright is two texts with a NUL between them, the photographer's and the editor's; either may be blank.
fn both(raw: &[u8], coding: Coding) -> String {
    let texts = raw.split(|byte| *byte == 0).take(2).map(|text| sound(&coding.decode(text)));
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A comment says in its first eight bytes how it is coded. Many cameras fill it with blanks.
fn comment(tags: Tags<'_>) -> String {
    let Some((coding, text)) = tags.exif_bytes(COMMENT).and_then(<[u8]>::split_first_chunk::<8>) else {
        return String::new();
    };
    match coding {
        b"UNICODE\0" => match text {
            [0xff, 0xfe, text @ ..] => tidy(&utf16(text, u16::from_le_bytes)),
            [0xfe, 0xff, text @ ..] => tidy(&utf16(text, u16::from_be_bytes)),
            _ => tidy(&utf16(text, tags.reads_short())),
        },
        b"ASCII\0\0\0" | b"\0\0\0\0\0\0\0\0" => sound(&Coding::guess([bounded(text)].into_iter()).decode(text)),
        // Japanese, or nothing known.
        _ => String::new(),
    }
}

/// A day out of `2026:11:23 18:00:00`.
fn day(moment: &[u8]) -> Option<Date> {
    let moment = std::str::from_utf8(moment.get(..10)?).ok()?;
    let mut parts = moment.split([':', '-', '/']);
    let mut number = || parts.next().filter(|part| part.bytes().all(|digit| digit.is_ascii_digit()));
    let (year, month, day) = (number()?, number()?, number()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests;
