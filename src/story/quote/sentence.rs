//! How words end, and where a sentence does.

use crate::language::Language;
use crate::release::{Words, letters};

use super::super::words::{divide, trim};

/// How the words of a quote end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// A whole sentence with its full stop.
    Stop,
    /// `?`, `!` or `…`.
    Loud,
    /// An abbreviation with its full stop.
    Abbreviation,
    /// In the middle of a sentence, or without any mark.
    Pause,
}

impl Ending {
    pub(super) fn of(text: &str, language: &Language) -> Ending {
        // Two dots and more are an ellipsis, also after another mark: «Кто знает?..»
        if text.ends_with(['?', '!', '…']) || text.ends_with("..") {
            Ending::Loud
        } else if ends_in_abbreviation(text, language) {
            Ending::Abbreviation
        } else if text.ends_with('.') {
            Ending::Stop
        } else {
            Ending::Pause
        }
    }

    /// Takes off what the attribution replaces, `inside` bytes before the end: the full stop of a sentence, a comma.
    pub(super) fn take_mark(self, words: &mut Words, inside: usize) {
        let mark = match self {
            Ending::Stop => '.',
            Ending::Pause => ',',
            Ending::Loud | Ending::Abbreviation => return,
        };
        let text = letters(words);
        let end = text.len() - inside;
        if !text[..end].ends_with(mark) {
            return;
        }
        let (mut before, after) = divide(std::mem::take(words), end);
        if let Some(last) = before.last_mut() {
            last.text.pop();
        }
        before.extend(after);
        *words = before;
        trim(words);
    }
}

/// The bytes of an inner closing mark at the very end, whose pair was opened before; 0 where the words end otherwise.
pub(super) fn closing_mark(text: &str, nested: &(String, String)) -> usize {
    let typed = [("‘", "’"), ("“", "”"), ("'", "'"), ("\"", "\"")];
    let house = (nested.0.as_str(), nested.1.as_str());
    let closes = |(open, close): &(&str, &str)| !open.is_empty() && !close.is_empty() && pair_ends(text, open, close);
    std::iter::once(house).chain(typed).find(closes).map_or(0, |(_, close)| close.len())
}

/// An apostrophe is no mark: the pair must open at the edge of a word, and nothing may have closed it.
fn pair_ends(text: &str, open: &str, close: &str) -> bool {
    let Some(before) = text.strip_suffix(close) else { return false };
    let at_edge = |start: usize| !before[..start].chars().next_back().is_some_and(char::is_alphanumeric);
    let Some((start, _)) = before.rmatch_indices(open).find(|(start, _)| at_edge(*start)) else { return false };
    let inside = &before[start + open.len()..];
    let closed = |(at, _): (usize, &str)| !inside[at + close.len()..].starts_with(char::is_alphanumeric);
    !inside.is_empty() && !inside.match_indices(close).any(closed)
}

fn ends_in_abbreviation(text: &str, language: &Language) -> bool {
    let known = |abbreviation: &&str| {
        text.strip_suffix(*abbreviation)
            .is_some_and(|before| !before.chars().next_back().is_some_and(char::is_alphanumeric))
    };
    language.abbreviations.iter().any(known) || ends_in_initials(text)
}

/// `Д.К.` and `J. K.`; one initial alone may as well be the end of a sentence: “There is no plan B.”
fn ends_in_initials(text: &str) -> bool {
    let initial = |text: &str| {
        let before = text.strip_suffix('.')?.strip_suffix(char::is_uppercase)?;
        Some(before.len())
    };
    let Some(second) = initial(text) else { return false };
    let Some(first) = initial(text[..second].trim_end()) else { return false };
    !text[..first].ends_with(char::is_alphanumeric)
}

/// Where the attribution parts the words: after the words that the writer named, else after the first sentence.
pub(super) fn split_at(text: &str, after: &str, language: &Language) -> Option<usize> {
    let marks = |letter: char| ".,;:?!…»”’“‘)".contains(letter);
    let at = match end_of_words(text, after.trim()) {
        Some(end) => text.len() - text[end..].trim_start_matches(marks).len(),
        None => first_sentence(text, language)?,
    };
    (!text[at..].trim().is_empty()).then_some(at)
}

/// The end of these words where they first stand as whole words.
fn end_of_words(text: &str, words: &str) -> Option<usize> {
    let joins = |left: Option<char>, right: Option<char>| {
        left.is_some_and(char::is_alphanumeric) && right.is_some_and(char::is_alphanumeric)
    };
    let whole = |start: usize| {
        let end = start + words.len();
        !joins(text[..start].chars().next_back(), words.chars().next())
            && !joins(words.chars().next_back(), text[end..].chars().next())
    };
    let mut found = text.match_indices(words).map(|(start, _)| start).filter(|_| !words.is_empty());
    found.find(|start| whole(*start)).map(|start| start + words.len())
}

/// The end of the first sentence, where another one follows.
fn first_sentence(text: &str, language: &Language) -> Option<usize> {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if !matches!(letter, '.' | '?' | '!' | '…') {
            continue;
        }
        let mut end = at + letter.len_utf8();
        while let Some((_, next)) = letters.next_if(|(_, next)| ".?!…»”’“‘)\"'".contains(*next)) {
            end += next.len_utf8();
        }
        let rest = text[end..].trim_start();
        let starts_new = rest.len() < text.len() - end && !continues(rest);
        let inside = letter == '.' && (ends_in_one_letter(&text[..at]) || ends_in_ordinal(&text[..at], language));
        if starts_new && !inside && !ends_in_abbreviation(&text[..end], language) {
            return Some(end);
        }
    }
    None
}

/// Do these words go on with a sentence, rather than open one?
pub(super) fn continues(rest: &str) -> bool {
    // Marks before the first letter are few; the bound keeps a text of nothing but marks from being read over and over.
    rest.chars().take(32).find(|letter| letter.is_alphanumeric()).is_none_or(char::is_lowercase)
}

/// An initial: `Д. Образцов`.
fn ends_in_one_letter(text: &str) -> bool {
    let mut before = text.chars().rev();
    before.next().is_some_and(char::is_uppercase) && !before.next().is_some_and(char::is_alphanumeric)
}

/// German writes a full stop after the day of a date: „Am 23. November“.
fn ends_in_ordinal(text: &str, language: &Language) -> bool {
    let digits = text.len() - text.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    language.tag == "de" && (1..=2).contains(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_closes_only_what_it_opened() {
        let nested = ("‘".to_owned(), "’".to_owned());
        for (text, bytes) in [
            ("They told us ‘go.’", 3),
            ("‘Go’ and ‘stop’", 3),
            ("They told us 'go'", 1),
            ("the ‘new’ one of the workers’", 0),
            ("Bob's and the workers'", 0),
            ("It’s the workers’", 0),
            ("He said ‘it’s here’", 3),
            ("’", 0),
            ("‘’", 0),
            ("'", 0),
            ("", 0),
        ] {
            assert_eq!(closing_mark(text, &nested), bytes, "{text}");
        }
        assert_eq!(closing_mark("Sie heißt ‚Neu‘", &("‚".into(), "‘".into())), 3);
    }

    #[test]
    fn a_megabyte_of_marks_takes_no_time() {
        let language = Language::of(&"en".parse().unwrap());
        let nested = ("‘".to_owned(), "’".to_owned());
        let start = std::time::Instant::now();
        for piece in [". ", "a. ", "A. ", "’", "‘", "a'", "' ", "J. K. ", "1.", "\" "] {
            let text = piece.repeat(1_000_000 / piece.len());
            split_at(&text, "", language);
            split_at(&text, "K", language);
            closing_mark(&text, &nested);
        }
        assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
    }

    #[test]
    fn initials_are_two() {
        for (text, initials) in
            [("Образцов Д.К.", true), ("J. K.", true), ("plan B.", false), ("АО.", false), ("А.Б", false), (".", false)]
        {
            assert_eq!(ends_in_initials(text), initials, "{text}");
        }
    }
}
