//! The words that travel inside a photo: read from what it brings along, written afresh into what leaves the house.
//!
//! A photo keeps its words in up to three stores: XMP, IIM and EXIF. Where they differ, XMP is trusted before IIM and IIM
//! before EXIF, field by field. What leaves the house has XMP with the full text and IIM for older programs, nothing else.

mod exif;
mod iim;
mod labels;
mod letters;
mod of_release;
mod stores;
mod xmp;

use std::sync::Arc;

use jiff::civil::Date;

use super::tags::Tags;
use super::{Picture, PictureFormat};
use crate::release::{ByLang, Lang, MadeByAi};
use stores::Stores;

pub use of_release::headlines;

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
    let Stores { xmp, iim, exif } = stores::of(bytes);
    let packets: Vec<&[u8]> = xmp.iter().map(|packet| &**packet).collect();
    let mut words = xmp::words(&packets, unsaid);
    if let Some(iim) = iim {
        words.fill_from(iim::words(&iim, unsaid));
    }
    if let Some(tags) = exif.as_deref().and_then(Tags::read) {
        words.fill_from(exif::words(tags, unsaid));
    }
    words
}

/// The same picture with these words in XMP and IIM and no other metadata; a PNG has XMP alone, a drawing stays as it is.
///
/// Only the release's languages are written, the first that has words as the original (`x-default`). Where none of them
/// has words, those of any other language are. What is too long for one segment of XMP goes on in others; IIM is cut
/// between letters.
pub fn with_words(picture: &Picture, words: &PhotoWords, langs: &[Lang]) -> Labelled {
    let words = words.tidy();
    let iim::Written { iim, cut } = iim::written(&words, langs);
    match picture.format {
        PictureFormat::Jpeg => {
            let xmp = xmp::written(&words, langs, labels::MOST_XMP_IN_SEGMENT);
            Labelled { bytes: labels::jpeg(&picture.bytes, &xmp, &iim).into(), cut }
        }
        PictureFormat::Png => {
            let xmp = xmp::written(&words, langs, usize::MAX);
            Labelled { bytes: labels::png(&picture.bytes, &xmp).into(), cut: Vec::new() }
        }
        PictureFormat::Svg => Labelled { bytes: picture.bytes.clone(), cut: Vec::new() },
    }
}

/// What IIM would hold a part of only, so that it can be told before a picture is written.
pub fn cut_by_iim(words: &PhotoWords, langs: &[Lang]) -> Vec<Cut> {
    iim::written(&words.tidy(), langs).cut
}

impl PhotoWords {
    /// The words as a photo keeps them: without blanks at either end, control characters and entries that say nothing.
    pub fn tidy(&self) -> PhotoWords {
        let PhotoWords {
            headline,
            caption,
            alt,
            credit,
            creator,
            copyright,
            rights,
            city,
            country,
            country_code,
            keywords,
            persons,
            taken,
            made_by_ai,
        } = self;
        let by_lang = |texts: &ByLang| {
            let tidy = texts.iter().map(|(lang, text)| (lang.clone(), letters::tidy(text)));
            tidy.filter(|(_, text)| !text.is_empty()).collect()
        };
        let list =
            |texts: &[String]| texts.iter().map(|text| letters::tidy(text)).filter(|text| !text.is_empty()).collect();
        PhotoWords {
            headline: by_lang(headline),
            caption: by_lang(caption),
            alt: by_lang(alt),
            credit: letters::tidy(credit),
            creator: letters::tidy(creator),
            copyright: letters::tidy(copyright),
            rights: letters::tidy(rights),
            city: letters::tidy(city),
            country: letters::tidy(country),
            country_code: letters::tidy(country_code),
            keywords: list(keywords),
            persons: list(persons),
            taken: *taken,
            made_by_ai: *made_by_ai,
        }
    }

    /// Takes from a store of less trust what is still missing.
    fn fill_from(&mut self, less: PhotoWords) {
        let PhotoWords {
            headline,
            caption,
            alt,
            credit,
            creator,
            copyright,
            rights,
            city,
            country,
            country_code,
            keywords,
            persons,
            taken,
            made_by_ai,
        } = self;
        for (own, other) in [(headline, less.headline), (caption, less.caption), (alt, less.alt)] {
            if own.is_blank() {
                *own = other;
            }
        }
        for (own, other) in [
            (credit, less.credit),
            (creator, less.creator),
            (copyright, less.copyright),
            (rights, less.rights),
            (city, less.city),
            (country, less.country),
            (country_code, less.country_code),
        ] {
            if own.is_empty() {
                *own = other;
            }
        }
        for (own, other) in [(keywords, less.keywords), (persons, less.persons)] {
            if own.is_empty() {
                *own = other;
            }
        }
        *taken = taken.or(less.taken);
        if *made_by_ai == MadeByAi::No {
            *made_by_ai = less.made_by_ai;
        }
    }
}

/// The texts that are written, the original first: those of the release's languages, else all there are.
fn told<'a>(texts: &'a ByLang, langs: &[Lang]) -> Vec<(&'a Lang, &'a str)> {
    let all = || texts.iter().filter(|(_, text)| !text.is_empty());
    let wanted =
        langs.iter().enumerate().filter(|(place, lang)| !langs.iter().take(*place).any(|other| other == *lang));
    let told: Vec<_> = wanted.filter_map(|(_, lang)| all().find(|(other, _)| *other == lang)).collect();
    if told.is_empty() { all().collect() } else { told }
}

/// The text that stands where there is room for one only.
fn original<'a>(texts: &'a ByLang, langs: &[Lang]) -> &'a str {
    told(texts, langs).first().map_or("", |(_, text)| *text)
}
