//! Letters of another script that look like the right ones: invisible, and no search finds the word.

use super::letters::{Letters, is_cyrillic, is_space};
use super::{Edit, Point, Typography};

/// Latin letters and the Cyrillic ones that look the same.
const PAIRS: [(char, char); 21] = [
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('ë', 'ё'),
    ('Ë', 'Ё'),
    ('ï', 'ї'),
];

/// Further ones that only Kazakh has.
const KAZAKH_PAIRS: [(char, char); 6] = [('i', 'і'), ('I', 'І'), ('h', 'һ'), ('ə', 'ә'), ('Ə', 'Ә'), ('Y', 'Ү')];

pub(super) fn look(letters: &Letters, typography: &Typography<'_>, edits: &mut Vec<Edit>) {
    let is_cyrillic_text = typography.habits.is_cyrillic;
    // A text in one script has no letters of another.
    if !letters.has(is_cyrillic) || !letters.has(is_latin) {
        return;
    }
    let mut at = 0;
    while at < letters.len() {
        let end = letters.end_of(at, char::is_alphabetic);
        if end > at && !(at..end).any(|at| letters.is_kept(at)) {
            let word = letters.text(at..end);
            let right =
                if end == at + 1 && is_cyrillic_text { single(letters, at) } else { of_one_script(&word, typography) };
            if let Some(right) = right {
                // One correction a letter, so that the others stay as they are.
                let changed = word.chars().zip(right.chars()).enumerate().filter(|(_, (old, new))| old != new);
                edits.extend(
                    changed.map(|(index, (_, new))| Edit::new(Point::LookAlike, at + index..at + index + 1, new)),
                );
            }
        }
        at = end.max(at + 1);
    }
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&letter) || matches!(letter, 'ə' | 'Ə')
}

fn cyrillic(letter: char, is_kazakh: bool) -> Option<char> {
    if is_cyrillic(letter) {
        return Some(letter);
    }
    let more: &[(char, char)] = if is_kazakh { &KAZAKH_PAIRS } else { &[('Y', 'У')] };
    PAIRS.iter().chain(more).find(|(latin, _)| *latin == letter).map(|(_, cyrillic)| *cyrillic)
}

fn latin(letter: char) -> Option<char> {
    if is_latin(letter) {
        return Some(letter);
    }
    let more = [('Y', 'У')];
    PAIRS.iter().chain(&KAZAKH_PAIRS).chain(&more).find(|(_, cyrillic)| *cyrillic == letter).map(|(latin, _)| *latin)
}

/// The word in the one script that all its letters can have; none where it has one already.
fn of_one_script(word: &str, typography: &Typography<'_>) -> Option<String> {
    let (latins, cyrillics) = (count(word, is_latin), count(word, is_cyrillic));
    if latins == 0 || cyrillics == 0 || is_borrowed(word) {
        return None;
    }
    let is_kazakh = typography.habits.tag == "kk";
    let as_cyrillic: Option<String> = word.chars().map(|letter| cyrillic(letter, is_kazakh)).collect();
    let as_latin: Option<String> = word.chars().map(latin).collect();
    match (as_cyrillic, as_latin) {
        (Some(cyrillic), None) => Some(cyrillic),
        (None, Some(latin)) => Some(latin),
        (Some(cyrillic), Some(latin)) => {
            let is_cyrillic = cyrillics > latins || cyrillics == latins && typography.habits.is_cyrillic;
            Some(if is_cyrillic { cyrillic } else { latin })
        }
        (None, None) => None,
    }
}

fn count(word: &str, is_it: fn(char) -> bool) -> usize {
    word.chars().filter(|letter| is_it(*letter)).count()
}

/// A foreign abbreviation with a Kazakh or Russian ending, `KPIдің`: its letters are meant.
fn is_borrowed(word: &str) -> bool {
    let capitals = word.chars().take_while(|letter| is_latin(*letter) && letter.is_uppercase()).count();
    capitals > 1 && word.chars().skip(capitals).all(|letter| is_cyrillic(letter) && letter.is_lowercase())
}

/// A Latin letter that stands for a Russian word: `c 2023 года`.
fn single(letters: &Letters, at: usize) -> Option<String> {
    let letter = letters.at(at).filter(|letter| "acoykACOYKB".contains(*letter))?;
    let right = match letter {
        'k' => 'к',
        other => cyrillic(other, false)?,
    };
    let next = letters.at(letters.end_of(at + 1, is_space)).filter(|_| letters.at(at + 1).is_some_and(is_space))?;
    let before = letters.before(letters.start_of(at, is_space));
    let starts = letters.before(at).is_none_or(is_space);
    let goes_on = is_cyrillic(next) || letter.is_lowercase() && (next.is_ascii_digit() || next == '«');
    let fits = if letter.is_lowercase() {
        before.is_some_and(|before| is_cyrillic(before) || matches!(before, ',' | '»' | '–' | '—'))
    } else {
        before.is_none_or(|before| matches!(before, '.' | '!' | '?' | '…')) && next.is_lowercase()
    };
    (starts && goes_on && fits).then(|| right.to_string())
}
