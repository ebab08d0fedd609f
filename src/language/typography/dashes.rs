//! Dashes: between parts of a sentence, at the beginning of direct speech, between the ends of a range.

use super::letters::{Letters, is_space};
use super::{Edit, Point, Typography};

pub(super) fn look(letters: &Letters, typography: &Typography<'_>, edits: &mut Vec<Edit>) {
    if !letters.has(|letter| matches!(letter, '-' | '–' | '—')) {
        return;
    }
    for line in letters.lines() {
        let start = letters.end_of(line.start, |letter| is_space(letter) || letter == '\t');
        for at in line {
            let Some(mark @ ('-' | '–' | '—')) = letters.at(at) else { continue };
            if letters.is_kept(at) {
                continue;
            }
            let edit = match mark {
                '-' if at == start => opening(letters, typography, at),
                '-' => hyphens(letters, typography, at),
                _ => other_dash(letters, typography, at, at == start),
            };
            edits.extend(edit);
        }
    }
}

fn dash(at: usize, length: usize, put: impl Into<String>) -> Option<Edit> {
    Some(Edit::new(Point::Dash, at..at + length, put))
}

/// A hyphen or two that begin a line.
fn opening(letters: &Letters, typography: &Typography<'_>, at: usize) -> Option<Edit> {
    if !typography.habits.opens_with_dash {
        return None;
    }
    let end = letters.end_of(at, |letter| letter == '-');
    let next = letters.at(end)?;
    match end - at {
        1 | 2 if is_space(next) => dash(at, end - at, typography.dash),
        1 if next.is_uppercase() => dash(at, 1, format!("{}\u{a0}", typography.dash)),
        _ => None,
    }
}

fn hyphens(letters: &Letters, typography: &Typography<'_>, at: usize) -> Option<Edit> {
    let Typography { habits, dash: wanted, .. } = typography;
    let (before, end) = (letters.before(at)?, letters.end_of(at, |letter| letter == '-'));
    let next = letters.at(end);
    if before == '-' {
        return None;
    }
    let (spaced_before, spaced_after) = (is_space(before), next.is_some_and(is_space));
    let space = if habits.binds() { '\u{a0}' } else { ' ' };
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    match end - at {
        1 if spaced_before && spaced_after => {
            let word = letters.start_of(at, is_space);
            let numbers = digit(letters.before(word)) && digit(letters.at(letters.end_of(end, is_space)));
            // A difference or a range.
            if numbers { None } else { dash(at, 1, *wanted) }
        }
        // A dash stuck to one side, behind a mark that ends something: «…»,- сказал он; «…», -сказал он.
        1 if spaced_after && is_end(before) => dash(at, 1, format!("{space}{wanted}")),
        1 if spaced_before && next.is_some_and(char::is_alphabetic) => {
            let word = letters.start_of(at, is_space);
            if letters.before(word).is_some_and(is_end) { dash(at, 1, format!("{wanted} ")) } else { None }
        }
        2 if spaced_before && spaced_after => dash(at, 2, *wanted),
        2 if !spaced_before && !spaced_after && next.is_some() && before != '!' && before != '<' => {
            if habits.spaced_dash || *wanted == "–" {
                dash(at, 2, format!("{space}{wanted} "))
            } else {
                dash(at, 2, *wanted)
            }
        }
        _ => None,
    }
}

/// What may end words before a dash.
fn is_end(letter: char) -> bool {
    matches!(letter, ',' | '»' | '”' | '“' | '"' | '?' | '!' | '…')
}

/// A dash of the other length, in a text that has those of the house too.
fn other_dash(letters: &Letters, typography: &Typography<'_>, at: usize, is_first: bool) -> Option<Edit> {
    let is_right = letters.at(at).is_some_and(|mark| typography.dash.chars().eq([mark]));
    let spaced = letters.at(at + 1).is_some_and(is_space) && (is_first || letters.before(at).is_some_and(is_space));
    if typography.one_dash && !is_right && spaced { dash(at, 1, typography.dash) } else { None }
}

pub(super) fn ranges(letters: &Letters, typography: &Typography<'_>, edits: &mut Vec<Edit>) {
    if !(typography.habits.ranges_always || typography.dash == "–") || !letters.has(|letter| letter == '-') {
        return;
    }
    for at in 0..letters.len() {
        if letters.at(at) == Some('-') && !letters.is_kept(at) {
            edits.extend(range(letters, typography, at));
        }
    }
}

/// Two numbers with a hyphen between them, where they are the ends of something.
fn range(letters: &Letters, typography: &Typography<'_>, at: usize) -> Option<Edit> {
    let before = letters.start_of(at, is_space);
    let after = letters.end_of(at + 1, is_space);
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, ':' | '.' | ',');
    let is_roman = |letter: char| matches!(letter, 'I' | 'V' | 'X' | 'L');
    let put = Edit::new(Point::Range, before..after, "–");
    if before == at && after == at + 1 && letters.before(at).is_some_and(is_roman) {
        let (start, end) = (letters.start_of(at, is_roman), letters.end_of(after, is_roman));
        let is_century = ["вв", "век", "ғ", "ғасыр"].iter().any(|word| {
            letters.at(end).is_some_and(is_space) && letters.word_at(letters.end_of(end, is_space)).starts_with(word)
        });
        let is_free = letters.before(start).is_none_or(|letter| !letter.is_alphanumeric() && letter != '-');
        return (is_free && end > after && is_century).then_some(put);
    }
    let (start, mut end) = (letters.start_of(before, is_part), letters.end_of(after, is_part));
    while end > after && letters.before(end).is_some_and(|letter| !letter.is_ascii_digit()) {
        end -= 1;
    }
    let (first, second) = (letters.text(start..before), letters.text(after..end));
    if letters.before(start).is_some_and(|letter| letter.is_alphanumeric() || "-–—/№#+".contains(letter))
        || letters.at(end).is_some_and(|letter| letter.is_alphanumeric() || "-–—/+".contains(letter))
        || !first.starts_with(|letter: char| letter.is_ascii_digit())
    {
        return None;
    }
    if is_time(&first) && is_time(&second) {
        return Some(put);
    }
    let (from, to) = (number(&first)?, number(&second)?);
    if from >= to {
        return None;
    }
    let word = letters.word_before(start);
    // A telephone number goes on behind a space.
    if !word.is_empty() && word.chars().all(|letter| letter.is_ascii_digit() || letter == '+') {
        return None;
    }
    let is_numbered = typography.habits.numbered.contains(&word.as_str()) || is_abbreviation(&word);
    let years = (1000.0..=2100.0).contains(&from) && (1000.0..=2100.0).contains(&to) && second.len() == 4;
    let next = letters.end_of(end, is_space);
    let counts = next > end && letters.at(next).is_some_and(char::is_lowercase) || letters.at(next) == Some('%');
    (years || counts && !is_numbered).then_some(put)
}

fn is_time(text: &str) -> bool {
    let Some((hours, minutes)) = text.split_once(':') else { return false };
    (1..=2).contains(&hours.len()) && minutes.len() == 2 && (hours.to_owned() + minutes).parse::<u32>().is_ok()
}

fn number(text: &str) -> Option<f64> {
    let is_plain = text.len() <= 5 && !text.contains(':') && (text.len() == 1 || !text.starts_with("00"));
    let leading = text.len() > 1 && text.starts_with('0') && !text.starts_with("0,") && !text.starts_with("0.");
    if is_plain && !leading { text.replace(',', ".").parse().ok() } else { None }
}

/// Capitals before a number are the name of a standard or of a machine.
fn is_abbreviation(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}
