//! Where a line must not end: behind № and §, before a percent sign, between initials, numbers and what they count.

use super::letters::{Letters, is_cyrillic, is_no_break, is_space};
use super::table::Percent;
use super::{Edit, Point, Typography};

const NO_BREAK: &str = "\u{a0}";

pub(super) fn signs(letters: &Letters, typography: &Typography<'_>, edits: &mut Vec<Edit>) {
    for at in 0..letters.len() {
        match letters.at(at) {
            Some('%') if !letters.is_kept(at) => edits.extend(percent(letters, typography, at)),
            Some(sign) if typography.habits.spaced_signs.contains(&sign) => {
                let end = letters.end_of(at + 1, is_space);
                let names =
                    letters.at(end).is_some_and(|next| next.is_ascii_digit() || end > at + 1 && next.is_alphabetic());
                let is_right = end == at + 2 && letters.at(at + 1).is_some_and(is_no_break);
                if names && !is_right {
                    edits.push(Edit::new(Point::NumberSign, at + 1..end, NO_BREAK));
                }
            }
            Some(_) | None => {}
        }
    }
}

fn percent(letters: &Letters, typography: &Typography<'_>, at: usize) -> Option<Edit> {
    let start = letters.start_of(at, is_space);
    if !letters.before(start)?.is_ascii_digit() {
        return None;
    }
    let is_kept_together = start < at && (start..at).all(|at| letters.at(at).is_some_and(is_no_break));
    let put = match typography.habits.percent {
        Percent::Near if start < at => "",
        Percent::Apart if !is_kept_together => NO_BREAK,
        Percent::Either if start < at && !is_kept_together => NO_BREAK,
        Percent::Near | Percent::Apart | Percent::Either => return None,
    };
    Some(Edit::new(Point::Percent, start..at, put))
}

pub(super) fn initials(letters: &Letters, typography: &Typography<'_>, edits: &mut Vec<Edit>) {
    if !typography.habits.binds() {
        return;
    }
    for at in 0..letters.len() {
        if !is_initial(letters, at) || letters.at(at + 2) != Some(' ') {
            continue;
        }
        let next = at + 3;
        let surname = letters.at(next).is_some_and(is_capital) && letters.at(next + 1).is_some_and(char::is_lowercase);
        let names = is_initial(letters, next) || surname && !closes_sentence(letters, at);
        if names {
            edits.push(Edit::new(Point::Initials, at + 2..at + 3, NO_BREAK));
        }
    }
}

fn is_capital(letter: char) -> bool {
    is_cyrillic(letter) && letter.is_uppercase()
}

/// One capital with a full stop.
fn is_initial(letters: &Letters, at: usize) -> bool {
    let begins = letters.before(at).is_none_or(|letter| !letter.is_alphanumeric() && !matches!(letter, '-' | '’'));
    begins && letters.at(at).is_some_and(is_capital) && letters.at(at + 1) == Some('.')
}

/// «вариант А. Он …»: the letter is a name, and the sentence ends.
fn closes_sentence(letters: &Letters, at: usize) -> bool {
    const LETTERED: [&str; 16] = [
        "вариант",
        "план",
        "групп",
        "класс",
        "витамин",
        "гепатит",
        "букв",
        "категори",
        "корпус",
        "блок",
        "зон",
        "лит",
        "нұсқа",
        "топ",
        "дәрумен",
        "әріп",
    ];
    let word = letters.word_before(at).to_lowercase();
    LETTERED.iter().any(|lettered| word.starts_with(lettered))
}

pub(super) fn look(letters: &Letters, typography: &Typography<'_>, edits: &mut Vec<Edit>) {
    if !typography.habits.binds() {
        return;
    }
    for at in 0..letters.len() {
        if letters.at(at) == Some(' ') && binds(letters, typography, at) {
            edits.push(Edit::new(Point::NoBreak, at..at + 1, NO_BREAK));
        }
    }
}

/// Must the line not end at this space?
fn binds(letters: &Letters, typography: &Typography<'_>, at: usize) -> bool {
    let (Some(before), Some(next)) = (letters.before(at), letters.at(at + 1)) else { return false };
    let before_dash = matches!(next, '–' | '—') && letters.at(at + 2).is_none_or(is_space);
    before_dash
        || before.is_ascii_digit() && counts(letters, typography, at + 1)
        || before == '.' && (is_abbreviation(letters, typography, at) || is_short_form(letters, at))
        || before.is_alphabetic() && (is_short_word(letters, typography, at) || is_address(letters, typography, at))
}

/// Does a unit, a month or a year stand here, behind a number?
fn counts(letters: &Letters, typography: &Typography<'_>, at: usize) -> bool {
    let habits = typography.habits;
    if matches!(letters.at(at), Some('₸' | '€' | '$' | '₽' | '°')) {
        return true;
    }
    let word = letters.word_at(at);
    let word = word.as_str();
    if word.is_empty() {
        return false;
    }
    let is_year = habits.years.contains(&word) && letters.at(at + word.chars().count()) == Some('.');
    let begins = |list: &[&str]| list.iter().any(|beginning| word.starts_with(beginning));
    is_year || habits.units.contains(&word) || begins(habits.counted) || begins(habits.months)
}

/// «в Сенате»: a word of one letter stays with the next one.
fn is_short_word(letters: &Letters, typography: &Typography<'_>, at: usize) -> bool {
    let Some(word) = letters.before(at) else { return false };
    let lower: String = word.to_lowercase().collect();
    if !typography.habits.short_words.contains(&lower.as_str()) {
        return false;
    }
    let start = at - 1;
    let before = letters.before(start);
    let stands_alone = before.is_none_or(|letter| is_space(letter) || "«„“(\"—–".contains(letter));
    // A capital in the middle of a sentence is a name: план В, группа А.
    let previous = letters.before(letters.start_of(start, is_space));
    let begins = previous.is_none_or(|letter| !letter.is_alphanumeric() && letter != ',');
    let is_word = word.is_lowercase() || begins;
    let next = letters.at(at + 1);
    stands_alone && is_word && next.is_some_and(|letter| letter.is_alphanumeric() || "«„“№§\"".contains(letter))
}

/// «г. Астана», «ст. 5»
fn is_abbreviation(letters: &Letters, typography: &Typography<'_>, at: usize) -> bool {
    let word = letters.word_before(at);
    if !typography.habits.abbreviations.contains(&word.as_str()) {
        return false;
    }
    let start = at - word.chars().count();
    let previous = letters.before(letters.start_of(start, is_space));
    // «в 2026 г. Он», «и т. д. Он»: there it ends something.
    let ends = previous.is_some_and(|letter| letter.is_ascii_digit() || letter == '.');
    let stands_alone = letters.before(start).is_none_or(|letter| !letter.is_alphanumeric() && letter != '-');
    let next = letters.at(at + 1);
    // A capital behind these may begin a sentence as well; a number does not.
    let wants_number = matches!(word.as_str(), "с." | "п." | "пп." | "ст." | "стр." | "рис." | "табл." | "гл." | "кв.");
    let names =
        next.is_some_and(|letter| letter.is_ascii_digit() || !wants_number && (letter.is_uppercase() || letter == '«'));
    stands_alone && !ends && names
}

/// «г-н Иванов»
fn is_address(letters: &Letters, typography: &Typography<'_>, at: usize) -> bool {
    let start = letters.start_of(at, |letter| letter.is_alphabetic() || letter == '-');
    let word = letters.text(start..at);
    word.contains('-')
        && typography.habits.abbreviations.contains(&word.as_str())
        && letters.at(at + 1).is_some_and(char::is_uppercase)
}

/// «т. д.», «т. е.»
fn is_short_form(letters: &Letters, at: usize) -> bool {
    let single = |place: Option<char>| place.is_some_and(|letter| is_cyrillic(letter) && letter.is_lowercase());
    let first = single(letters.back(at, 2)) && letters.back(at, 3).is_none_or(|letter| !letter.is_alphanumeric());
    first && single(letters.at(at + 1)) && letters.at(at + 2) == Some('.')
}
