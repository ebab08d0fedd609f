//! Places to end a line in the words of a line whose style changes inside a word, as in `**Сенат**тың`.

use crate::release::{Inline, Words, letters};

/// Where a word may be parted at a line's end; a reader never meets it elsewhere.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// The words with more letters between theirs. `add` sees the line as a whole, so that a change of style parts no word.
pub(super) fn with_letters_in(words: &[Inline], add: &dyn Fn(&str) -> String) -> Words {
    let whole = letters(words);
    let with_more = add(&whole);
    if with_more.len() == whole.len() {
        return words.to_vec();
    }
    let mut all = with_more.chars().peekable();
    let mut out: Words = Vec::with_capacity(words.len());
    for inline in words {
        let mut text = String::with_capacity(inline.text.len() + inline.text.len() / 8);
        for letter in inline.text.chars() {
            while let Some(more) = all.next_if(|next| *next != letter) {
                // Behind the letters before it, whatever their style: alone in its style, Typst would show it as a box.
                match out.last_mut().filter(|_| text.is_empty()) {
                    Some(before) => before.text.push(more),
                    None => text.push(more),
                }
            }
            all.next();
            text.push(letter);
        }
        out.push(Inline { text, ..inline.clone() });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::with_soft_hyphens;
    use crate::release::Text;

    #[test]
    fn hyphens_are_found_across_a_change_of_style() {
        let words =
            with_letters_in(&Text::from("Бүгін **мемлекет**тік *Парламент*тің отырысы").words(), &with_soft_hyphens);
        let joined = letters(&words);
        assert_eq!(joined, with_soft_hyphens("Бүгін мемлекеттік Парламенттің отырысы"));
        assert!(joined.contains(SOFT_HYPHEN));
        let bold: Vec<_> =
            words.iter().filter(|inline| inline.strong).map(|inline| inline.text.replace(SOFT_HYPHEN, "")).collect();
        assert_eq!(bold, ["мемлекет"]);
    }

    #[test]
    fn a_typed_soft_hyphen_stays_where_it_is() {
        let words = with_letters_in(&Text::from("мем\u{ad}лекет **а\u{ad}б**").words(), &with_soft_hyphens);
        assert_eq!(letters(&words), "мем\u{ad}лекет а\u{ad}б");
    }
}
