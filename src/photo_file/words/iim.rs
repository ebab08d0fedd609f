//! IIM, the oldest store: numbered fields with bounds in octets, and the blocks of Photoshop that carry it.

mod writing;

use encoding_rs::{
    Encoding, ISO_8859_2, ISO_8859_3, ISO_8859_4, ISO_8859_5, ISO_8859_6, ISO_8859_7, ISO_8859_8, WINDOWS_1252,
    WINDOWS_1254,
};
use jiff::civil::Date;

use super::PhotoWords;
use super::letters::{Coding, tidy};
use crate::release::{ByLang, Lang};

pub(super) use writing::{Written, photoshop, written};

/// More than any photo has; a file made to fill the memory may go on for ever.
pub(super) const MOST_BYTES: usize = 1 << 20;

/// Begins each field.
const MARK: u8 = 0x1c;

/// What says how letters are coded.
const CODING: (u8, u8) = (1, 90);

const KEYWORD: u8 = 25;
const DATE_CREATED: u8 = 55;
const CREATOR: u8 = 80;
const CITY: u8 = 90;
const COUNTRY_CODE: u8 = 100;
const COUNTRY: u8 = 101;
const HEADLINE: u8 = 105;
const CREDIT: u8 = 110;
const COPYRIGHT: u8 = 116;
const CAPTION: u8 = 120;

/// The block of Photoshop that holds IIM.
const IIM_BLOCK: u16 = 0x0404;

/// The block that holds the checksum of IIM.
const DIGEST_BLOCK: u16 = 0x0425;

/// What IIM says.
pub(super) fn words(iim: &[u8], unsaid: &Lang) -> PhotoWords {
    let iim = iim.get(..MOST_BYTES).unwrap_or(iim);
    let fields: Vec<_> = fields(iim).collect();
    let texts = fields.iter().filter(|field| field.record == 2 && is_text(field.number)).map(|field| field.contents);
    let marker = fields.iter().find(|field| (field.record, field.number) == CODING);
    // A marker is believed where its word is kept.
    let marked = marker.and_then(|marker| marked(marker.contents)).filter(|coding| match coding {
        Coding::Utf8 => Coding::guess(texts.clone()) == Coding::Utf8,
        Coding::Bytes(_) => true,
    });
    let coding = marked.unwrap_or_else(|| Coding::guess(texts));
    let all = |number| {
        let these = fields.iter().filter(move |field| field.record == 2 && field.number == number);
        these.map(|field| tidy(&coding.decode(field.contents))).filter(|text| !text.is_empty())
    };
    let one = |number| all(number).next().unwrap_or_default();
    let date = fields.iter().find(|field| (field.record, field.number) == (2, DATE_CREATED));
    PhotoWords {
        headline: ByLang::one(unsaid, one(HEADLINE)),
        caption: ByLang::one(unsaid, one(CAPTION)),
        credit: one(CREDIT),
        creator: all(CREATOR).collect::<Vec<_>>().join(", "),
        copyright: one(COPYRIGHT),
        city: one(CITY),
        country: one(COUNTRY),
        country_code: one(COUNTRY_CODE),
        keywords: all(KEYWORD).collect(),
        taken: date.and_then(|date| day(date.contents)),
        ..PhotoWords::default()
    }
}

fn is_text(number: u8) -> bool {
    [KEYWORD, CREATOR, CITY, COUNTRY_CODE, COUNTRY, HEADLINE, CREDIT, COPYRIGHT, CAPTION].contains(&number)
}

struct Field<'a> {
    record: u8,
    number: u8,
    contents: &'a [u8],
}

/// The fields, as far as they hold together.
fn fields(iim: &[u8]) -> impl Iterator<Item = Field<'_>> {
    let mut rest = iim;
    std::iter::from_fn(move || {
        let [MARK, record, number, l1, l0, tail @ ..] = rest else { return None };
        let (length, tail) = match u16::from_be_bytes([*l1, *l0]) {
            short @ 0..0x8000 => (usize::from(short), tail),
            // A long field: the low bits say in how many octets its length is written.
            long => {
                let (length, tail) = tail.split_at_checked(usize::from(long & 0x7fff)).filter(|(l, _)| l.len() <= 4)?;
                (length.iter().fold(0, |length, octet| length << 8 | usize::from(*octet)), tail)
            }
        };
        let (contents, tail) = tail.split_at_checked(length)?;
        rest = tail;
        Some(Field { record: *record, number: *number, contents })
    })
}

/// The coding that an escape of ISO 2022 names, where it is known.
fn marked(escapes: &[u8]) -> Option<Coding> {
    const ESC: u8 = 0x1b;
    let known = |escape: &[u8]| match escape {
        [b'%', b'G', ..] | [b'%', b'/', b'G' | b'H' | b'I', ..] => Some(Coding::Utf8),
        // A set of 96 letters as G1, G2 or G3; `,` is what some wrote by mistake.
        [b',' | b'-' | b'.' | b'/', set, ..] => latin(*set).map(Coding::Bytes),
        _ => None,
    };
    // Other escapes may stand beside it, such as the one that names ASCII.
    escapes.split(|octet| *octet == ESC).find_map(known)
}

fn latin(set: u8) -> Option<&'static Encoding> {
    Some(match set {
        // Every program reads Latin-1 as windows-1252, which has quote marks besides.
        b'A' => WINDOWS_1252,
        b'B' => ISO_8859_2,
        b'C' => ISO_8859_3,
        b'D' => ISO_8859_4,
        b'L' => ISO_8859_5,
        b'G' => ISO_8859_6,
        b'F' => ISO_8859_7,
        b'H' => ISO_8859_8,
        b'M' => WINDOWS_1254,
        _ => return None,
    })
}

/// A day as `20261123`; a month or a year alone is none.
fn day(digits: &[u8]) -> Option<Date> {
    let digits = std::str::from_utf8(digits).ok()?.trim_end_matches(['\0', ' ']);
    if digits.len() != 8 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    Date::new(digits.get(..4)?.parse().ok()?, digits.get(4..6)?.parse().ok()?, digits.get(6..)?.parse().ok()?).ok()
}

/// IIM out of Photoshop's blocks.
pub(super) fn in_blocks(blocks: &[u8]) -> Option<&[u8]> {
    let mut rest = blocks;
    loop {
        let (owner, tail) = rest.split_first_chunk()?;
        // Photoshop's own, and those that other programs of its house add.
        if ![b"8BIM", b"MeSa", b"AgHg", b"PHUT", b"DCSR"].contains(&owner) {
            return None;
        }
        let [i1, i0, name_length, tail @ ..] = tail else { return None };
        // Name and contents are padded to an even length, the name together with its own length.
        let tail = tail.get(usize::from(name_length | 1)..)?;
        let (length, tail) = tail.split_first_chunk()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        if u16::from_be_bytes([*i1, *i0]) == IIM_BLOCK {
            // What is cut off is read as far as it goes.
            return tail.get(..length).or(Some(tail));
        }
        rest = tail.get(length.checked_add(length % 2)?..)?;
    }
}

#[cfg(test)]
mod tests;
