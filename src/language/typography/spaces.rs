//! Spaces: several in a row, before a mark, missing behind one; and the three full stops of an ellipsis.

use super::letters::{Letters, is_cyrillic, is_no_break, is_space};
use super::{Edit, Point, Typography};

pub(super) fn double(letters: &Letters, _typography: &Typography<'_>, edits: &mut Vec<Edit>) {
    let mut at = 0;
    while at < letters.len() {
        let end = letters.end_of(at, is_space);
        if end > at + 1 && letters.before(at).is_some() && letters.at(end).is_some() {
            let keeps = (at..end).find_map(|at| letters.at(at).filter(|letter| is_no_break(*letter)));
            edits.push(Edit::new(Point::DoubleSpace, at..end, keeps.unwrap_or(' ')));
        }
        at = end.max(at + 1);
    }
}

pub(super) fn ellipsis(letters: &Letters, _typography: &Typography<'_>, edits: &mut Vec<Edit>) {
    let mut at = 0;
    while at < letters.len() {
        let end = letters.end_of(at, |letter| letter == '.');
        // Behind a question mark Russian has two of them: «Когда?..»
        let before = letters.before(at);
        let digits = before.is_some_and(|letter| letter.is_ascii_digit())
            && letters.at(end).is_some_and(|letter| letter.is_ascii_digit());
        let follows = before.is_some_and(|letter| matches!(letter, '?' | '!' | '…' | '/'));
        if end == at + 3 && !follows && !digits && letters.at(end) != Some('/') {
            edits.push(Edit::new(Point::Ellipsis, at..end, "…"));
        }
        at = end.max(at + 1);
    }
}

pub(super) fn punctuation(letters: &Letters, typography: &Typography<'_>, edits: &mut Vec<Edit>) {
    for at in 0..letters.len() {
        let Some(mark) = letters.at(at) else { continue };
        if letters.is_kept(at) {
            continue;
        }
        let narrow = typography.habits.space_before.contains(&mark);
        let edit = match mark {
            ';' | ':' | '!' | '?' | '»' | '«'
                if !typography.habits.space_before.is_empty() && (narrow || is_guillemet(mark)) =>
            {
                french(letters, at, mark)
            }
            ',' | '.' | ';' | ':' | '!' | '?' => too_far(letters, at, mark).or_else(|| too_near(letters, at, mark)),
            ')' | '»' => before_closing(letters, typography, at, mark),
            '(' | '«' => after_opening(letters, typography, at, mark),
            _ => None,
        };
        edits.extend(edit);
    }
}

fn is_guillemet(mark: char) -> bool {
    matches!(mark, '«' | '»')
}

fn space(range: std::ops::Range<usize>, put: &str) -> Option<Edit> {
    Some(Edit::new(Point::Punctuation, range, put))
}

/// A space before a mark that belongs to the word before it.
fn too_far(letters: &Letters, at: usize, mark: char) -> Option<Edit> {
    let start = letters.start_of(at, is_space);
    let before = letters.before(start).filter(|_| start < at)?;
    let next = letters.at(at + 1);
    let ends = next.is_none_or(|letter| is_space(letter) || matches!(letter, '»' | '”' | '“' | ')' | '"' | '’'));
    let smiles = matches!(mark, ':' | ';') && matches!(next, Some(')' | '('));
    // Spaced full stops are an ellipsis of some books.
    let is_dotted = mark == '.' && (before == '.' || letters.at(at + 2) == Some('.'));
    let is_free = before.is_alphanumeric() || matches!(before, '»' | '”' | '“' | ')' | '"' | '%' | '’' | '°');
    (ends && !smiles && !is_dotted && is_free).then(|| space(start..at, "")).flatten()
}

/// No space behind a mark that ends a part of a sentence.
fn too_near(letters: &Letters, at: usize, mark: char) -> Option<Edit> {
    let (before, next) = (letters.before(at)?, letters.at(at + 1)?);
    let opens = matches!(next, '«' | '„' | '(');
    let words = before.is_alphabetic() && (next.is_alphabetic() || opens);
    let quoted = matches!(before, '»' | '”') && next.is_alphabetic();
    let is_wanted = match mark {
        ',' | ';' => words || quoted,
        '!' | '?' => words && is_cyrillic(before) && (is_cyrillic(next) || opens),
        _ => false,
    };
    // A list of single letters: a,b,c.
    let single = |at: usize, forward: bool| {
        let length = if forward {
            letters.end_of(at, char::is_alphabetic) - at
        } else {
            at - letters.start_of(at, char::is_alphabetic)
        };
        length == 1
    };
    let is_list = single(at, false) && next.is_alphabetic() && single(at + 1, true);
    (is_wanted && !is_list).then(|| space(at + 1..at + 1, " ")).flatten()
}

fn before_closing(letters: &Letters, typography: &Typography<'_>, at: usize, mark: char) -> Option<Edit> {
    let start = letters.start_of(at, is_space);
    let is_reversed = mark == '»' && typography.habits.tag == "de";
    let before = letters.before(start).filter(|_| start < at && !is_reversed)?;
    (!matches!(before, '(' | '«' | ':' | ';' | '-')).then(|| space(start..at, "")).flatten()
}

fn after_opening(letters: &Letters, typography: &Typography<'_>, at: usize, mark: char) -> Option<Edit> {
    let end = letters.end_of(at + 1, is_space);
    let is_reversed = mark == '«' && typography.habits.tag == "de";
    let next = letters.at(end).filter(|_| end > at + 1 && !is_reversed)?;
    (!matches!(next, ')' | '»')).then(|| space(at + 1..end, "")).flatten()
}

/// French parts these marks from their word by a space at which no line ends.
fn french(letters: &Letters, at: usize, mark: char) -> Option<Edit> {
    let wanted = if mark == ':' { "\u{a0}" } else { "\u{202f}" };
    if mark == '«' {
        let end = letters.end_of(at + 1, is_space);
        letters.at(end)?;
        return (end != at + 2 || !letters.at(at + 1).is_some_and(is_no_break))
            .then(|| space(at + 1..end, wanted))
            .flatten();
    }
    let start = letters.start_of(at, is_space);
    let before = letters.before(start)?;
    if start + 1 == at && letters.before(at).is_some_and(is_no_break) {
        return None;
    }
    let next = letters.at(at + 1);
    let ends = mark == '»' || next.is_none_or(|letter| is_space(letter) || matches!(letter, '»' | '”' | ')' | '"'));
    let is_word = before.is_alphabetic()
        || matches!(before, '»' | '”' | ')' | '%' | '’' | '…' | '.' | ',')
        || before.is_ascii_digit()
        || (mark == '»' && matches!(before, '!' | '?'));
    (ends && is_word).then(|| space(start..at, wanted)).flatten()
}
