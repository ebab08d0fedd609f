//! What is asked of the index: the words that somebody types, and what the releases should be like.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::ReleaseKey;
use super::entry::{folded, language_tag, status_tag};
use crate::newsroom::Shelf;
use crate::release::Status;

/// More words than this find nothing more exactly.
const MOST_WORDS: usize = 8;
/// No word is longer, in letters.
const LONGEST_WORD: usize = 48;

/// Which releases somebody wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Where they lie.
    pub shelf: Shelf,
    /// The beginnings of words that stand in them, as typed so far.
    pub typed: String,
    /// What they are like.
    pub filter: Filter,
}

/// What releases should be like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The tag of a language in which there is an edition.
    pub lang: Option<String>,
    /// How far the work has come.
    pub status: Option<Status>,
    /// The beginning of a speaker's name or of his title.
    pub speaker: String,
    /// Not issued before this day.
    pub since: Option<Date>,
    /// Not issued after this day.
    pub until: Option<Date>,
}

impl Filter {
    /// Does it let every release through?
    pub fn is_empty(&self) -> bool {
        let Filter { lang, status, speaker, since, until } = self;
        lang.is_none() && status.is_none() && since.is_none() && until.is_none() && pieces(speaker).is_empty()
    }
}

impl Wish {
    /// Are there words to look for?
    pub fn has_words(&self) -> bool {
        !pieces(&self.typed).is_empty()
    }

    /// The words as the index reads a question, to be found anywhere or in the headline; `None` where nothing was typed.
    pub(super) fn words(&self, anywhere: bool) -> Option<String> {
        let words = beginnings(&self.typed)?;
        let columns = if anywhere { "{headline body speakers photos}" } else { "{headline}" };
        Some(format!("{columns} : ({words})"))
    }

    /// What the releases should be like, as the index reads a question; the days are [bounds](Wish::bounds).
    pub(super) fn conditions(&self) -> Option<String> {
        let Filter { lang, status, speaker, since: _, until: _ } = &self.filter;
        let tags = [lang.as_deref().map(language_tag), status.map(status_tag)];
        let mut all: Vec<String> = tags.into_iter().flatten().map(|tag| format!("{{tags}} : \"{tag}\"")).collect();
        all.extend(beginnings(speaker).map(|name| format!("{{speakers}} : ({name})")));
        (!all.is_empty()).then(|| all.join(" AND "))
    }

    /// The numbers between which all such releases stand: their shelf and their days.
    pub(super) fn bounds(&self) -> (i64, i64) {
        let (first, last) = ReleaseKey::of_shelf(self.shelf);
        let Filter { since, until, .. } = self.filter;
        // Later days have smaller numbers.
        let first = until.map_or(first, |until| ReleaseKey::of_day(self.shelf, until).0);
        let last = since.map_or(last, |since| ReleaseKey::of_day(self.shelf, since).1);
        (first, last)
    }
}

/// Each word in quote marks, so that nothing in it means anything to the index, and open at its end.
fn beginnings(typed: &str) -> Option<String> {
    let open = |word: &String| if is_one_letter(word) { format!("\"{word}\"") } else { format!("\"{word}\" *") };
    let words: Vec<String> = pieces(typed).iter().map(open).collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

fn is_one_letter(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

/// What stands between spaces and has letters or digits in it. The first letter of the last word is left out: half of all
/// words begin with it, and the second one is on its way.
fn pieces(typed: &str) -> Vec<String> {
    let plain = |letter: char| if letter == '"' || letter.is_control() { ' ' } else { letter };
    let typed: String = typed.chars().take(MOST_WORDS * LONGEST_WORD).map(plain).collect();
    let words = typed.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    let word = |word: &str| folded(&word.nfc().take(LONGEST_WORD).collect::<String>());
    let mut words: Vec<String> = words.take(MOST_WORDS).map(word).collect();
    words.pop_if(|last| is_one_letter(last));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_words_and_never_a_question_of_its_own() {
        let asked = |typed: &str| Wish { typed: typed.into(), ..Wish::default() }.words(false);
        assert_eq!(asked("Мост ашыл").unwrap(), "{headline} : (\"Мост\" * AND \"ашыл\" *)");
        assert_eq!(asked("ёлка").unwrap(), "{headline} : (\"елка\" *)");
        assert_eq!(asked("и\u{306}од").unwrap(), "{headline} : (\"йод\" *)");
        assert_eq!(asked("a\" OR tags:b").unwrap(), "{headline} : (\"a\" AND \"OR\" * AND \"tags:b\" *)");
        assert_eq!(asked("в мост"), Some("{headline} : (\"в\" AND \"мост\" *)".into()));
        assert_eq!(asked("мост в"), asked("мост"), "the word has only begun");
        for nothing in ["", "м", "  ", "\"\"", "- *", "\u{0}"] {
            assert_eq!(asked(nothing), None, "{nothing:?}");
        }
        assert_eq!(asked(&"word ".repeat(100)).unwrap().matches("word").count(), MOST_WORDS);
    }
}
