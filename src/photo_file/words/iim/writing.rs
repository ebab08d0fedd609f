//! IIM for programs that read nothing newer. Each text is cut to its bound, and it is told which.

use md5::{Digest, Md5};

use super::{
    CAPTION, CITY, CODING, COPYRIGHT, COUNTRY, COUNTRY_CODE, CREATOR, CREDIT, DATE_CREATED, DIGEST_BLOCK, HEADLINE,
    IIM_BLOCK, KEYWORD, MARK,
};
use crate::photo_file::words::letters::within;
use crate::photo_file::words::{Cut, IimField, PhotoWords, original};
use crate::release::Lang;

/// IIM, and what it holds a part of only.
#[derive(Default)]
pub(in crate::photo_file::words) struct Written {
    /// Empty where there is nothing to say.
    pub(in crate::photo_file::words) iim: Vec<u8>,
    pub(in crate::photo_file::words) cut: Vec<Cut>,
}

/// These words, which are tidy, in IIM.
pub(in crate::photo_file::words) fn written(words: &PhotoWords, langs: &[Lang]) -> Written {
    // What IIM has no field for stands in XMP alone.
    let PhotoWords { headline, caption, alt: _, credit, creator, copyright, rights: _, .. } = words;
    let PhotoWords { city, country, country_code, keywords, persons: _, taken, made_by_ai: _, .. } = words;
    let mut to = Written::default();
    // In the order of their numbers, as the standard asks.
    keywords.iter().for_each(|keyword| to.text(IimField::Keyword, keyword));
    // IIM has no days before the year 0.
    if let Some(day) = taken.filter(|day| day.year() >= 0) {
        let day = format!("{:04}{:02}{:02}", day.year(), day.month(), day.day());
        to.field(DATE_CREATED, day.as_bytes());
    }
    to.text(IimField::Creator, creator);
    to.text(IimField::City, city);
    to.text(IimField::CountryCode, country_code);
    to.text(IimField::Country, country);
    to.text(IimField::Headline, original(headline, langs));
    to.text(IimField::Credit, credit);
    to.text(IimField::Copyright, copyright);
    to.text(IimField::Caption, original(caption, langs));
    if !to.iim.is_empty() {
        let (record, number) = CODING;
        let head = [&[MARK, record, number, 0, 3], &b"\x1b%G"[..], &[MARK, 2, 0, 0, 2, 0, 4]].concat();
        to.iim.splice(..0, head);
    }
    to
}

impl Written {
    fn text(&mut self, field: IimField, text: &str) {
        let (number, most_octets) = bound(field);
        let kept = within(text, most_octets);
        if kept.len() < text.len() {
            self.cut.push(Cut { field, most_octets, kept: kept.to_owned() });
        }
        if !kept.is_empty() {
            self.field(number, kept.as_bytes());
        }
    }

    fn field(&mut self, number: u8, contents: &[u8]) {
        // No bound is above 2000 octets.
        let length = u16::try_from(contents.len()).unwrap_or(0).to_be_bytes();
        self.iim.extend([&[MARK, 2, number], &length[..], contents].concat());
    }
}

/// A field's number and how many octets it takes.
fn bound(field: IimField) -> (u8, usize) {
    match field {
        IimField::Keyword => (KEYWORD, 64),
        IimField::Creator => (CREATOR, 32),
        IimField::City => (CITY, 32),
        IimField::CountryCode => (COUNTRY_CODE, 3),
        IimField::Country => (COUNTRY, 64),
        IimField::Headline => (HEADLINE, 256),
        IimField::Credit => (CREDIT, 32),
        IimField::Copyright => (COPYRIGHT, 128),
        IimField::Caption => (CAPTION, 2000),
    }
}

/// IIM in Photoshop's blocks, with its checksum.
///
/// Programs compare the checksum with what they find: where it is right, XMP and IIM are in step and XMP counts, the full
/// text rather than the cut one. Once an old program has changed IIM alone, the checksum is wrong and they know which is
/// newer (Metadata Working Group, 2010). Without any, each program has its own opinion.
pub(in crate::photo_file::words) fn photoshop(iim: &[u8]) -> Vec<u8> {
    [block(IIM_BLOCK, iim), block(DIGEST_BLOCK, &Md5::digest(iim))].concat()
}

fn block(id: u16, contents: &[u8]) -> Vec<u8> {
    let length = u32::try_from(contents.len()).unwrap_or(0).to_be_bytes();
    let even = &[0][..contents.len() % 2];
    [b"8BIM", &id.to_be_bytes()[..], &[0, 0], &length, contents, even].concat()
}
