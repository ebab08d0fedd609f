//! Soft hyphens for the words of a line whose style changes inside a word, as in `**Сенат**тың`.

use crate::language::with_soft_hyphens;
use crate::release::{Inline, Words, letters};

/// Where a word may be parted at a line's end; a reader never meets it elsewhere.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// The words with soft hyphens in them. They are found in the line as a whole, so that a change of style parts no word.
pub(super) fn hyphenated(words: &[Inline]) -> Words {
    let whole = letters(words);
    let with_hyphens = with_soft_hyphens(&whole);
    let mut hyphenated = with_hyphens.chars().peekable();
    let mut take = |text: &str| {
        let mut out = String::with_capacity(text.len() + text.len() / 8);
        for letter in text.chars() {
            if letter != SOFT_HYPHEN && hyphenated.next_if_eq(&SOFT_HYPHEN).is_some() {
                out.push(SOFT_HYPHEN);
            }
            hyphenated.next();
            out.push(letter);
        }
        out
    };
    words.iter().map(|inline| Inline { text: take(&inline.text), ..inline.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::Text;

    #[test]
    fn hyphens_are_found_across_a_change_of_style() {
        let words = hyphenated(&Text::from("Бүгін **мемлекет**тік *Парламент*тің отырысы").words());
        let joined = letters(&words);
        assert_eq!(joined, with_soft_hyphens("Бүгін мемлекеттік Парламенттің отырысы"));
        assert!(joined.contains(SOFT_HYPHEN));
        let bold: Vec<_> =
            words.iter().filter(|inline| inline.strong).map(|inline| inline.text.replace(SOFT_HYPHEN, "")).collect();
        assert_eq!(bold, ["мемлекет"]);
    }

    #[test]
    fn a_typed_soft_hyphen_stays_where_it_is() {
        let words = hyphenated(&Text::from("мем\u{ad}лекет **а\u{ad}б**").words());
        assert_eq!(letters(&words), "мем\u{ad}лекет а\u{ad}б");
    }
}
