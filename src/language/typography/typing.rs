//! Help while somebody types: the quote mark or dash that the language has for the key that was just pressed.

use std::ops::Range;

use super::letters::{Letters, Working, is_space};
use super::{Typography, quotes};

/// What the key that was pressed last should have given, in the place of which letters. `at` is the place behind the
/// letter that was just typed; all places are counted in letters.
pub(super) fn help(typography: &Typography<'_>, typed: &str, at: usize) -> Option<(Range<usize>, String)> {
    let working = Working::plain(typed);
    let letters = working.letters();
    let last = at.checked_sub(1)?;
    if letters.is_kept(last) && letters.at(last) != Some('"') {
        return None;
    }
    let (range, put) = match letters.at(last)? {
        '"' | '\'' => (last..at, quotes::typed(letters, typography, last)?),
        '-' => two_hyphens(letters, typography, last)?,
        ' ' => hyphen(letters, typography, last)?,
        _ => return None,
    };
    (letters.text(range.clone()) != put).then_some((range, put))
}

/// `--` becomes the dash.
fn two_hyphens(letters: &Letters, typography: &Typography<'_>, last: usize) -> Option<(Range<usize>, String)> {
    let first = last.checked_sub(1).filter(|first| letters.at(*first) == Some('-'))?;
    let before = letters.before(first);
    let spaced = before.is_some_and(is_space);
    let fits = spaced || before.is_some_and(|letter| letter != '-' && !typography.habits.spaced_dash);
    fits.then(|| bound(letters, typography, first..last + 1))
}

/// ` - ` becomes the dash once the second space is typed, and so does a hyphen that opens a line.
fn hyphen(letters: &Letters, typography: &Typography<'_>, last: usize) -> Option<(Range<usize>, String)> {
    let at = last.checked_sub(1).filter(|at| letters.at(*at) == Some('-'))?;
    let Some(before) = letters.before(at) else {
        return typography.habits.opens_with_dash.then(|| (at..at + 1, typography.dash.to_owned()));
    };
    let word = letters.start_of(at, is_space);
    // Behind a number it may be a difference.
    let is_number = letters.before(word).is_some_and(|letter| letter.is_ascii_digit());
    (is_space(before) && letters.before(word).is_some() && !is_number).then(|| bound(letters, typography, at..at + 1))
}

/// The dash in the place of these letters, kept with the word before it where the language does so.
fn bound(letters: &Letters, typography: &Typography<'_>, range: Range<usize>) -> (Range<usize>, String) {
    let dash = typography.dash;
    match letters.before(range.start) {
        Some(' ') if typography.habits.binds() => (range.start - 1..range.end, format!("\u{a0}{dash}")),
        Some(_) | None => (range, dash.to_owned()),
    }
}
