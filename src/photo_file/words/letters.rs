//! From bytes to letters, where nobody says how they are coded; and which letters are kept.

use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};
use unicode_segmentation::UnicodeSegmentation;

/// The longest text that is read, as long as a short book. A file may declare all of itself a caption.
const MOST_BYTES: usize = 256 << 10;

/// How a store's letters are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    /// The end of a text may be missing: careless tools cut in the middle of a letter.
    Utf8,
    /// One byte a letter.
    Bytes(&'static Encoding),
}

impl Coding {
    /// What all texts of one store look like together: UTF-8, then windows-1251, then windows-1252.
    ///
    /// Almost any bytes can be read as either of the last two, so they are told apart by what stands beside what. In a
    /// Cyrillic word all letters lie above 0xc0, one beside the other; in a Western one they stand alone between plain
    /// letters. Where neither prevails the letters are quote marks and dashes, which lie at the same place in both.
    pub(super) fn guess<'a>(texts: impl Iterator<Item = &'a [u8]> + Clone) -> Self {
        if is_utf8(texts.clone()) {
            return Coding::Utf8;
        }
        let (mut cyrillic, mut western) = (0, 0);
        for (left, right) in texts.flat_map(|text| text.iter().zip(text.iter().skip(1))) {
            match (is_high(*left), is_high(*right)) {
                (true, true) => cyrillic += 1,
                (true, false) if right.is_ascii_alphabetic() => western += 1,
                (false, true) if left.is_ascii_alphabetic() => western += 1,
                (false | true, false) | (false, true) => {}
            }
        }
        Coding::Bytes(if cyrillic > western { WINDOWS_1251 } else { WINDOWS_1252 })
    }

    /// The text, up to the first NUL: what stands behind is padding.
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        let bytes = bounded(bytes).split(|byte| *byte == 0).next().unwrap_or_default();
        match self {
            Coding::Utf8 => match std::str::from_utf8(bytes) {
                Ok(text) => text.to_owned(),
                Err(error) if error.error_len().is_none() => {
                    String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default()).into_owned()
                }
                Err(_) => String::from_utf8_lossy(bytes).into_owned(),
            },
            Coding::Bytes(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        }
    }
}

/// Could these be letters of Cyrillic in windows-1251, or Western letters with marks in windows-1252?
fn is_high(byte: u8) -> bool {
    // Ё, ё and the Ukrainian and Belarusian letters lie below; in windows-1252 signs lie there, never within a word.
    byte >= 0xc0 || matches!(byte, 0xa8 | 0xaa | 0xaf | 0xb2 | 0xb3 | 0xb8 | 0xba | 0xbf)
}

/// Are all of them UTF-8? One may end in the middle of a letter where another has a whole one: else a single Cyrillic
/// letter at the end would pass for the first half of something.
fn is_utf8<'a>(texts: impl Iterator<Item = &'a [u8]>) -> bool {
    let (mut whole, mut halves) = (false, false);
    for text in texts {
        match std::str::from_utf8(text) {
            Ok(_) => whole |= !text.is_ascii(),
            Err(error) if error.error_len().is_none() => {
                whole |= !text.get(..error.valid_up_to()).unwrap_or_default().is_ascii();
                halves = true;
            }
            Err(_) => return false,
        }
    }
    whole || !halves
}

/// As much of a text as is read.
pub(super) fn bounded(text: &[u8]) -> &[u8] {
    text.get(..MOST_BYTES).unwrap_or(text)
}

/// UTF-16 up to the first NUL, or to the end.
pub(super) fn utf16(bytes: &[u8], number: fn([u8; 2]) -> u16) -> String {
    let units = bounded(bytes).as_chunks().0.iter().map(|pair| number(*pair)).take_while(|unit| *unit != 0);
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The text as the stores keep it: lines end as in Unix, without control characters and what XML forbids, without blanks
/// at either end.
pub(super) fn tidy(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = lines.chars().filter(|letter| is_kept(*letter)).collect();
    kept.trim().to_owned()
}

fn is_kept(letter: char) -> bool {
    matches!(letter, '\n' | '\t') || !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}')
}

/// As much of a text as so many octets hold, cut between what a reader sees as letters.
pub(super) fn within(text: &str, most_octets: usize) -> &str {
    if text.len() <= most_octets {
        return text;
    }
    let ends = text.grapheme_indices(true).map(|(start, letter)| start + letter.len());
    let end = ends.take_while(|end| *end <= most_octets).last().unwrap_or(0);
    text.get(..end).unwrap_or_default().trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(text: &[u8]) -> String {
        Coding::guess([text].into_iter()).decode(text)
    }

    #[test]
    fn bytes_without_a_marker_are_read_as_what_they_look_like() {
        for text in ["Министр Н. Байбулин", "Мост через Есиль открыт", "Ёлка", "в г. Астане", "Київ і Львів", "ЦЕНТР"]
        {
            assert_eq!(guessed(&WINDOWS_1251.encode(text).0), text);
            assert_eq!(guessed(text.as_bytes()), text);
        }
        for text in
            ["Müller überquert die Straße", "À Paris, l’été", "Größe", "Señor Muñoz", "«Élysée»", "L’ÉTÉ À LA MER"]
        {
            assert_eq!(guessed(&WINDOWS_1252.encode(text).0), text);
            assert_eq!(guessed(text.as_bytes()), text);
        }
        assert_eq!(guessed(b"Quotes \x93like these\x94 \x96 and dashes"), "Quotes “like these” – and dashes");
        assert_eq!(guessed("Есіл өзені".as_bytes()), "Есіл өзені");
    }

    #[test]
    fn a_text_cut_within_a_letter_ends_before_it() {
        let cut = "Фото – пресс-служба";
        assert_eq!(guessed(&cut.as_bytes()[..cut.len() - 1]), "Фото – пресс-служб");
        // One letter of windows-1251 at the end is no half of UTF-8.
        assert_eq!(guessed(b"No. 5 \xcd\xc5"), "No. 5 НЕ");
    }

    #[test]
    fn padding_behind_a_text_is_none_of_it() {
        assert_eq!(Coding::Utf8.decode(b"Astana\0\0rubbish"), "Astana");
        assert_eq!(utf16(b"\x10\x04\0\0\x11\x04", u16::from_le_bytes), "А");
        assert_eq!(utf16(b"\xd8\x00\x04", u16::from_be_bytes), "\u{fffd}");
    }

    #[test]
    fn what_cannot_be_kept_is_dropped() {
        assert_eq!(tidy(" \u{a0}one\r\ntwo\rthree\0\u{1}\u{85}\u{fffe} \t"), "one\ntwo\nthree");
        assert_eq!(tidy("e\u{301} 👩‍👩‍👧‍👦\tx"), "e\u{301} 👩‍👩‍👧‍👦\tx");
    }

    #[test]
    fn a_text_is_cut_between_letters_only() {
        assert_eq!(within("Байбулин", 16), "Байбулин");
        assert_eq!(within("Байбулин", 15), "Байбули");
        assert_eq!(within("ab 👩‍👩‍👧‍👦", 20), "ab");
        assert_eq!(within("e\u{301}e\u{301}", 5), "e\u{301}");
        assert_eq!(within("👩‍👩‍👧‍👦", 3), "");
    }
}
