//! Numbers and what belongs to them: endings of ordinals, dates, groups of digits, units.

use super::letters::{Letters, is_cyrillic, is_no_break, is_space};
use super::{Edit, Point, Typography};

/// Where a number stands: digits only.
struct Number {
    start: usize,
    end: usize,
}

impl Number {
    fn len(&self) -> usize {
        self.end - self.start
    }
}

/// The runs of digits that belong to nothing for machines.
fn numbers(letters: &Letters) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let end = letters.end_of(at, |letter| letter.is_ascii_digit());
        if end > at && !letters.is_kept(at) {
            found.push(Number { start: at, end });
        }
        at = end.max(at + 1);
    }
    found
}

/// Nothing of a code or of another number stands before it.
fn is_free(letters: &Letters, number: &Number) -> bool {
    letters.before(number.start).is_none_or(|letter| !letter.is_alphanumeric() && !".,-–—/#№+_:".contains(letter))
}

pub(super) fn ordinals(letters: &Letters, typography: &Typography<'_>, edits: &mut Vec<Edit>) {
    let habits = typography.habits;
    for number in numbers(letters) {
        if letters.before(number.start).is_some_and(char::is_alphabetic) {
            continue;
        }
        let end = number.end;
        let word_at = letters.end_of(end, |letter| is_space(letter) || matches!(letter, '-' | '–' | '—'));
        let (gap, word) = (letters.text(end..word_at), letters.word_at(word_at));
        let put = if habits.is_cyrillic {
            ordinal(&gap, &word, habits.ordinal_endings, habits.tag)
        } else {
            let joins = matches!(gap.as_str(), " " | "-" | "\u{a0}") && habits.joined_endings.contains(&word.as_str());
            (joins && fits(&letters.text(number.start..end), &word)).then_some("")
        };
        if let Some(put) = put.filter(|put| *put != gap) {
            edits.push(Edit::new(Point::Ordinal, end..word_at, put));
        }
    }
}

/// What belongs between the digits of a Russian or Kazakh ordinal and its ending.
fn ordinal(gap: &str, word: &str, endings: &[&str], tag: &str) -> Option<&'static str> {
    let begins = word.chars().next().is_some_and(|letter| is_cyrillic(letter) && letter.is_lowercase());
    let is_ending = endings.contains(&word);
    let is_sure = is_ending && word != "я";
    let marks = gap.chars().filter(|letter| !is_space(*letter)).count();
    let spaces = gap.chars().filter(|letter| is_space(*letter)).count();
    let is_wrong = match (marks, spaces) {
        (1, 0) => begins && gap != "-",
        (0, 0) => is_ending,
        (1, 1 | 2) => is_sure,
        (0, 1) => is_sure && (tag == "kk" || word == "й"),
        _ => false,
    };
    is_wrong.then_some("-")
}

/// 1st, 2nd, 3rd, 4th; 1er, 2ème.
fn fits(digits: &str, ending: &str) -> bool {
    let teen = digits.ends_with("11") || digits.ends_with("12") || digits.ends_with("13");
    match ending {
        "st" => digits.ends_with('1') && !teen,
        "nd" => digits.ends_with('2') && !teen,
        "rd" => digits.ends_with('3') && !teen,
        "th" => teen || !digits.ends_with(['1', '2', '3']),
        "er" | "re" => digits == "1",
        _ => digits != "1",
    }
}

pub(super) fn dates(letters: &Letters, typography: &Typography<'_>, edits: &mut Vec<Edit>) {
    let habits = typography.habits;
    let no_break = if habits.binds() { "\u{a0}" } else { " " };
    for number in numbers(letters) {
        let Number { start, end } = number;
        let word = letters.word_at(end);
        let is_range = matches!(letters.before(start), Some('–' | '—' | '-'));
        let is_year = number.len() == 4 && (is_range || is_free(letters, &number));
        let is_day = number.len() <= 2 && is_free(letters, &number);
        if is_year && habits.years.contains(&word.as_str()) {
            edits.push(Edit::new(Point::Date, end..end, "\u{a0}"));
        } else if is_day && !word.is_empty() && is_month(typography, &word) {
            edits.push(Edit::new(Point::Date, end..end, no_break));
        } else if is_day
            && habits.tag == "de"
            && letters.at(end) == Some('.')
            && is_month(typography, &letters.word_at(end + 1))
        {
            edits.push(Edit::new(Point::Date, end + 1..end + 1, "\u{a0}"));
        } else if is_day && habits.is_cyrillic {
            edits.extend(parted(letters, &number));
        } else if is_day && habits.tag == "en" {
            edits.extend(comma(letters, typography, start, end));
        }
    }
}

fn is_month(typography: &Typography<'_>, word: &str) -> bool {
    let habits = typography.habits;
    habits.months.iter().any(|month| if habits.tag == "kk" { word.starts_with(month) } else { word == *month })
}

/// `23.11. 2026`
fn parted(letters: &Letters, day: &Number) -> Option<Edit> {
    let digits = |at: usize| letters.end_of(at, |letter| letter.is_ascii_digit());
    let stop = |at: usize| (letters.at(at) == Some('.')).then(|| letters.end_of(at + 1, is_space));
    let month = stop(day.end)?;
    let month_end = digits(month);
    let year = stop(month_end)?;
    let year_end = digits(year);
    let value = |from, to| letters.text(from..to).parse::<u32>().unwrap_or(u32::MAX);
    let is_date = (1..=31).contains(&value(day.start, day.end))
        && (1..=12).contains(&value(month, month_end))
        && (month_end - month) <= 2
        && year_end - year == 4
        && letters.at(year_end).is_none_or(|letter| !letter.is_alphanumeric());
    let spaced = month > day.end + 1 || year > month_end + 1;
    let whole = letters.text(day.start..year_end).replace(is_space, "");
    (is_date && spaced).then(|| Edit::new(Point::Date, day.start..year_end, whole))
}

/// `November 23 2026`
fn comma(letters: &Letters, typography: &Typography<'_>, start: usize, end: usize) -> Option<Edit> {
    let year = letters.end_of(end, is_space);
    let year_end = letters.end_of(year, |letter| letter.is_ascii_digit());
    let is_year = year > end && year_end == year + 4 && matches!(letters.at(year), Some('1' | '2'));
    let word_end = letters.start_of(start, is_space);
    let has_month = word_end < start && typography.habits.months.contains(&letters.word_before(start).as_str());
    let goes_on = letters.at(year_end).is_some_and(char::is_alphanumeric);
    (is_year && has_month && !goes_on).then(|| Edit::new(Point::Date, end..end, ","))
}

pub(super) fn groups(letters: &Letters, typography: &Typography<'_>, edits: &mut Vec<Edit>) {
    let mut free_from = 0;
    for number in numbers(letters) {
        if number.start < free_from || !is_free(letters, &number) || letters.at(number.start) == Some('0') {
            continue;
        }
        let end = grouped_end(letters, &number);
        let edit = if end > number.end {
            free_from = end;
            regrouped(letters, typography, number.start..end)
        } else {
            ungrouped(letters, typography, &number)
        };
        edits.extend(edit);
    }
}

/// The end of a number whose groups of three follow each other with one kind of sign between them.
fn grouped_end(letters: &Letters, number: &Number) -> usize {
    let mut end = number.end;
    let Some(sign) = letters.at(end).filter(|sign| number.len() <= 3 && (is_space(*sign) || matches!(sign, ',' | '.')))
    else {
        return end;
    };
    while letters.at(end).is_some_and(|next| next == sign || is_space(next) && is_space(sign)) {
        let next = letters.end_of(end + 1, |letter| letter.is_ascii_digit());
        if next != end + 4 {
            break;
        }
        end = next;
    }
    end
}

/// A number in groups, with the sign of this language between them.
fn regrouped(letters: &Letters, typography: &Typography<'_>, range: std::ops::Range<usize>) -> Option<Edit> {
    let text = letters.text(range.clone());
    let wanted = typography.thousands;
    let after = letters.at(range.end);
    let goes_on = after.is_some_and(|letter| letter.is_alphabetic() || "-–/)".contains(letter) || is_space(letter))
        && letters
            .at(letters.end_of(range.end, |letter| is_space(letter) || "-–/)".contains(letter)))
            .is_some_and(|letter| letter.is_ascii_digit());
    let is_phone = letters.before(range.start).is_some_and(|letter| letter == '(') && after == Some(')');
    let word = letters.word_before(range.start);
    if goes_on || is_phone || is_numbered(typography, &word) {
        return None;
    }
    let sign = text.chars().find(|letter| !letter.is_ascii_digit())?;
    let groups = text.chars().filter(|letter| !letter.is_ascii_digit()).count();
    let put = if is_space(sign) {
        // Whoever groups by spaces goes on with that; only the line must not end there.
        if text.chars().all(|letter| letter.is_ascii_digit() || is_no_break(letter)) || !spaces_fit(typography) {
            return None;
        }
        let no_break = if is_space(wanted.chars().next()?) { wanted } else { "\u{a0}" };
        text.replace(is_space, no_break)
    } else if groups > 1 && !wanted.chars().eq([sign]) && after != Some(sign) {
        text.replace(sign, wanted)
    } else {
        return None;
    };
    Some(Edit::new(Point::DigitGroups, range, put))
}

/// Where groups are usually parted by commas, two numbers with a space between them are two numbers.
fn spaces_fit(typography: &Typography<'_>) -> bool {
    typography.thousands.chars().all(is_space)
}

/// A long number without groups, where it counts something.
fn ungrouped(letters: &Letters, typography: &Typography<'_>, number: &Number) -> Option<Edit> {
    let Number { start, end } = *number;
    let (length, habits) = (number.len(), typography.habits);
    let is_currency = |letter: char| matches!(letter, '$' | '€' | '£' | '₸' | '₽');
    let priced = letters.before(letters.start_of(start, is_space)).is_some_and(is_currency);
    let next = letters.end_of(end, is_space);
    let word = letters.word_at(next);
    let is_counted = habits.counted.iter().chain(habits.units).any(|counted| word.starts_with(counted));
    let lowercase = word.chars().next().is_some_and(char::is_lowercase);
    let counts = next > end && (is_counted || lowercase && length > 4) || letters.at(next).is_some_and(is_currency);
    let year = length == 4 && (1900..=2100).contains(&letters.text(start..end).parse::<u32>().unwrap_or(0));
    let after = letters.at(end);
    let goes_on = after.is_some_and(|letter| letter.is_alphanumeric() || "-–—/:".contains(letter))
        || after.is_some_and(|letter| matches!(letter, '.' | ','))
            && letters.at(end + 1).is_some_and(|letter| letter.is_ascii_digit());
    let fits = (habits.groups_from..=9).contains(&length) && !goes_on && (priced || counts && !year);
    let short = length == 4 && !priced && !is_counted;
    if !fits || short || is_numbered(typography, &letters.word_before(start)) {
        return None;
    }
    let digits: Vec<char> = letters.text(start..end).chars().collect();
    let mut put = String::new();
    for (index, digit) in digits.iter().enumerate() {
        if index > 0 && (length - index).is_multiple_of(3) {
            put.push_str(typography.thousands);
        }
        put.push(*digit);
    }
    Some(Edit::new(Point::DigitGroups, start..end, put))
}

/// Words behind which a number names something rather than counts it.
fn is_numbered(typography: &Typography<'_>, word: &str) -> bool {
    const OTHERS: [&str; 14] =
        ["тел", "инн", "бин", "иин", "бсн", "жсн", "код", "индекс", "zip", "code", "tel", "tél", "id", "box"];
    let lower = word.to_lowercase();
    let capitals = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    typography.habits.numbered.contains(&word) || capitals || OTHERS.contains(&lower.trim_end_matches('.'))
}

pub(super) fn units(letters: &Letters, typography: &Typography<'_>, edits: &mut Vec<Edit>) {
    if typography.habits.glued.is_empty() {
        return;
    }
    for number in numbers(letters) {
        let word = letters.word_at(number.end);
        let is_code =
            letters.before(number.start).is_some_and(|letter| letter.is_alphabetic() || "-#_".contains(letter));
        if !is_code && typography.habits.glued.contains(&word.as_str()) {
            edits.push(Edit::new(Point::Unit, number.end..number.end, "\u{a0}"));
        }
    }
}
