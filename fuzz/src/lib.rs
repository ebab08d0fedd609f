//! The rooms of the program that read photos, without window and typesetter: they build in a minute, with all that a
//! fuzzer puts between their lines. Their files are links to the program's own.
#![allow(dead_code, unreachable_pub, reason = "what other rooms use is used by nobody here")]

pub mod photo_file;
pub mod release;
pub mod words;

use photo_file::{Picture, PictureFormat, PhotoWords, with_words, words_in};
use release::Lang;

/// Reads the words, writes them and reads them again: what was understood once has to stay.
pub fn go_round(file: &[u8]) -> PhotoWords {
    let Ok(lang) = "ru".parse::<Lang>() else { return PhotoWords::default() };
    let words = words_in(file, &lang);
    assert_eq!(words, words.tidy());
    let langs: Vec<Lang> = words.caption.iter().map(|(lang, _)| lang.clone()).collect();
    let plain = b"\xff\xd8\xff\xda\0\x02\xff\xd9"[..].into();
    let picture = Picture { bytes: plain, format: PictureFormat::Jpeg, width_px: 1, height_px: 1 };
    let labelled = with_words(&picture, &words, &langs);
    let again = words_in(&labelled.bytes, &lang);
    assert_eq!((&again.credit, &again.keywords, again.taken), (&words.credit, &words.keywords, words.taken));
    assert_eq!(again.caption, words.caption);
    words
}

/// A JPEG of nothing but this segment.
pub fn jpeg(marker: u8, contents: &[u8]) -> Vec<u8> {
    let contents = &contents[..contents.len().min(65_533)];
    let length = (contents.len() as u16 + 2).to_be_bytes();
    [&[0xff, 0xd8, 0xff, marker][..], &length, contents, b"\xff\xd9"].concat()
}

/// A WebP of nothing but this part.
pub fn webp(name: &[u8; 4], contents: &[u8]) -> Vec<u8> {
    let length = (contents.len() as u32).to_le_bytes();
    [b"RIFF\0\0\0\0WEBP", &name[..], &length, contents].concat()
}
