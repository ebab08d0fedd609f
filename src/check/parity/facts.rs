//! Numbers, dates, times, percentages and telephone numbers of a text, whatever way its language writes them.

use crate::language::Language;
use crate::release::Lang;

/// Something that a translation has to say as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) means: Means,
    /// As it stands in the text.
    pub(super) shown: String,
}

/// What it means in any language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Means {
    /// A number in plain digits: `1500000`, `1.5`.
    Number(String),
    /// The same with a percent sign or the word for it.
    Percent(String),
    /// Day and month.
    Day(u8, u8),
    /// Hour and minute on the clock.
    Time(u8, u8),
    /// The last digits of a telephone number.
    Phone(String),
}

/// Everything of the kind in a text, in its order.
pub(super) fn facts(text: &str, lang: &Lang) -> Vec<Fact> {
    if !text.contains(|letter: char| letter.is_ascii_digit()) {
        return Vec::new();
    }
    let letters: Vec<char> = text.chars().collect();
    let reading = Reading { letters: &letters, language: Language::of(lang) };
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if !(letters[at].is_ascii_digit() || letters[at] == '+' || letters[at] == '(') {
            at += 1;
            continue;
        }
        let Some((means, end)) = reading.fact(at) else {
            at += 1;
            continue;
        };
        let shown = |range: std::ops::Range<usize>| letters[range].iter().collect::<String>().trim().to_owned();
        for one in means {
            found.push(Fact { means: one, shown: shown(at..end) });
        }
        at = end;
    }
    found
}

struct Reading<'t> {
    letters: &'t [char],
    language: &'static Language,
}

/// A number as it was read.
struct Number {
    /// Plain digits with a point before the decimals.
    value: String,
    end: usize,
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '–' | '—')
}

impl Reading<'_> {
    fn at(&self, at: usize) -> Option<char> {
        self.letters.get(at).copied()
    }

    fn skip(&self, mut at: usize, is_it: impl Fn(char) -> bool) -> usize {
        while self.at(at).is_some_and(&is_it) {
            at += 1;
        }
        at
    }

    fn digits(&self, at: usize) -> usize {
        self.skip(at, |letter| letter.is_ascii_digit())
    }

    fn text(&self, start: usize, end: usize) -> String {
        self.letters[start..end].iter().collect()
    }

    fn small(&self, start: usize, end: usize) -> Option<u8> {
        if (1..=2).contains(&(end - start)) { self.text(start, end).parse().ok() } else { None }
    }

    fn word(&self, at: usize) -> String {
        let end = self.skip(at, char::is_alphabetic);
        self.text(at, end).to_lowercase()
    }

    /// What begins here, and where it ends.
    fn fact(&self, at: usize) -> Option<(Vec<Means>, usize)> {
        self.phone(at)
            .or_else(|| self.clock(at))
            .or_else(|| self.written_date(at))
            .or_else(|| self.day_and_month(at))
            .or_else(|| self.number_of(at))
    }

    /// `+7 (7172) 74-72-27`, `74-72-27`, `202-555-0100`
    fn phone(&self, at: usize) -> Option<(Vec<Means>, usize)> {
        let mut end = self.skip(at, |letter| letter.is_ascii_digit() || is_space(letter) || "+-()–".contains(letter));
        while self.at(end - 1).is_some_and(|letter| !letter.is_ascii_digit()) {
            end -= 1;
            if end <= at {
                return None;
            }
        }
        let whole = self.text(at, end);
        let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
        let groups: Vec<&str> =
            whole.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        let is_international = whole.starts_with('+') && (9..=15).contains(&digits.len());
        let is_national = groups.len() > 2 && (10..=11).contains(&digits.len()) && whole.contains(['-', '(', ' ']);
        let hyphens = whole.matches('-').count();
        let is_local = groups.len() == 3 && hyphens == 2 && groups.iter().all(|group| (2..=3).contains(&group.len()));
        let grouped = groups.len() > 1
            && hyphens == 0
            && !whole.contains('(')
            && groups[1..].iter().all(|group| group.len() == 3);
        if !(is_international || is_national && !grouped || is_local) {
            return None;
        }
        let last = digits.len().saturating_sub(10);
        Some((vec![Means::Phone(digits[last..].to_owned())], end))
    }

    /// `10:30`, `2 p.m.`, `сағат 10-да`
    fn clock(&self, at: usize) -> Option<(Vec<Means>, usize)> {
        let hour_end = self.digits(at);
        let mut hour = self.small(at, hour_end).filter(|hour| *hour < 24)?;
        let mut end = hour_end;
        let mut minute = 0;
        let has_minutes = self.at(end) == Some(':') && self.digits(end + 1) == end + 3;
        if has_minutes {
            minute = self.small(end + 1, end + 3).filter(|minute| *minute < 60)?;
            end += 3;
        }
        let half_at = self.skip(end, is_space);
        let half: String = self.letters[half_at..(half_at + 4).min(self.letters.len())].iter().collect();
        let half = half.to_lowercase();
        let ends = |length: usize| !half.chars().nth(length).is_some_and(char::is_alphabetic);
        let is_half = |letter: char| {
            half.starts_with(&format!("{letter}m")) && ends(2) || half.starts_with(&format!("{letter}.m."))
        };
        if is_half('p') || is_half('a') {
            hour = hour % 12 + if is_half('p') { 12 } else { 0 };
            end = half_at + if half.chars().nth(1) == Some('.') { 4 } else { 2 };
        } else if !has_minutes {
            return None;
        }
        Some((vec![Means::Time(hour, minute)], end))
    }

    /// `23.11.2026`, `2026-11-23`
    fn written_date(&self, at: usize) -> Option<(Vec<Means>, usize)> {
        let first = self.digits(at);
        let sign = self.at(first).filter(|sign| matches!(sign, '.' | '-'))?;
        let second = self.digits(first + 1);
        if self.at(second) != Some(sign) {
            return None;
        }
        let end = self.digits(second + 1);
        let (day, month, year) = match (first - at, second - first - 1, end - second - 1) {
            (1 | 2, 1 | 2, 4) => (self.small(at, first)?, self.small(first + 1, second)?, self.text(second + 1, end)),
            (4, 2, 2) => (self.small(second + 1, end)?, self.small(first + 1, second)?, self.text(at, first)),
            _ => return None,
        };
        let fits = (1..=31).contains(&day) && (1..=12).contains(&month);
        fits.then(|| (vec![Means::Day(day, month), Means::Number(year)], end))
    }

    /// `23 ноября`, `5–7 қараша`, `November 23`
    fn day_and_month(&self, at: usize) -> Option<(Vec<Means>, usize)> {
        let end = self.digits(at);
        let day = self.small(at, end).filter(|day| (1..=31).contains(day))?;
        // The end of a range that has its month behind it or before it.
        let dash = self.skip(end, is_space);
        let other = self.at(dash).filter(|dash| is_dash(*dash)).map(|_| self.skip(dash + 1, is_space));
        let other = other.and_then(|start| Some((start, self.digits(start))).filter(|(start, end)| end > start));
        let last = other.and_then(|(start, end)| Some((self.small(start, end)?, end)));
        if let Some(month) = self.month_before(at) {
            let mut days = vec![Means::Day(day, month)];
            let mut until = end;
            if let Some((last, end)) = last.filter(|(last, _)| *last > day) {
                days.push(Means::Day(last, month));
                until = end;
            }
            return Some((days, until));
        }
        if let Some(month) = self.month_at(self.behind_day(end)) {
            return Some((vec![Means::Day(day, month)], end));
        }
        let (last, until) = last.filter(|(last, _)| *last > day)?;
        let month = self.month_at(self.behind_day(until))?;
        Some((vec![Means::Day(day, month), Means::Day(last, month)], until))
    }

    /// Behind a day: `23. November`, `23rd of November`, `1er mai`.
    fn behind_day(&self, end: usize) -> usize {
        let end = if self.at(end) == Some('.') { end + 1 } else { end };
        let word = self.word(end);
        let end = if ["st", "nd", "rd", "th", "er"].contains(&word.as_str()) { end + 2 } else { end };
        let at = self.skip(end, is_space);
        if self.word(at) == "of" { self.skip(at + 2, is_space) } else { at }
    }

    fn month_at(&self, at: usize) -> Option<u8> {
        let word = self.word(at);
        (!word.is_empty()).then(|| self.month(&word)).flatten()
    }

    fn month_before(&self, at: usize) -> Option<u8> {
        if self.language.tag != "en" {
            return None;
        }
        let mut end = at;
        while end > 0 && is_space(self.letters[end - 1]) {
            end -= 1;
        }
        if end == at {
            return None;
        }
        if self.letters[end - 1] == '.' {
            end -= 1;
        }
        let mut start = end;
        while start > 0 && self.letters[start - 1].is_alphabetic() {
            start -= 1;
        }
        self.month(&self.text(start, end).to_lowercase())
    }

    fn month(&self, word: &str) -> Option<u8> {
        let is_it = |month: &&str| {
            let month = month.to_lowercase();
            let month = month.trim_end_matches('.');
            if self.language.tag == "kk" { word.starts_with(month) } else { word == month }
        };
        let all = [&self.language.months, &self.language.short_months];
        let at = all.into_iter().find_map(|months| months.iter().position(&is_it))?;
        u8::try_from(at + 1).ok()
    }

    /// A number with what makes it larger or a share: `1,5 млн`, `50 %`.
    fn number_of(&self, at: usize) -> Option<(Vec<Means>, usize)> {
        let Number { value, end } = self.number(at)?;
        let next = self.skip(end, |letter| is_space(letter) || letter == '-');
        if self.at(self.skip(end, is_space)) == Some('%') {
            return Some((vec![Means::Percent(value)], self.skip(end, is_space) + 1));
        }
        let word = self.word(next);
        const SHARES: [&str; 5] = ["процент", "пайыз", "percent", "prozent", "pourcent"];
        let is_share = SHARES.iter().any(|share| word.starts_with(share))
            || ["per", "pour"].contains(&word.as_str())
                && self.word(self.skip(next + word.chars().count(), is_space)) == "cent";
        if is_share {
            return Some((vec![Means::Percent(value)], next + word.chars().count()));
        }
        match zeros(&word) {
            0 => Some((vec![Means::Number(value)], end)),
            zeros => Some((vec![Means::Number(larger(&value, zeros))], next + word.chars().count())),
        }
    }

    /// Digits with the signs that this language puts between groups and before decimals.
    fn number(&self, at: usize) -> Option<Number> {
        let mut end = self.digits(at);
        if end == at {
            return None;
        }
        let mut value = self.text(at, end);
        let group_sign = |letter: char| is_space(letter) || self.language.thousands.chars().eq([letter]);
        if value.len() <= 3 {
            while self.at(end).is_some_and(group_sign) && self.digits(end + 1) == end + 4 {
                value += &self.text(end + 1, end + 4);
                end += 4;
            }
        }
        let decimal = self.at(end).filter(|sign| matches!(sign, ',' | '.'));
        let decimals = self.digits(end + 1);
        if let Some(sign) = decimal
            && decimals > end + 1
            && self.at(decimals) != Some(sign)
        {
            value = format!("{value}.{}", self.text(end + 1, decimals));
            end = decimals;
        }
        Some(Number { value: plain(&value), end })
    }
}

/// Without zeros that say nothing.
fn plain(value: &str) -> String {
    let value = if value.contains('.') { value.trim_end_matches('0').trim_end_matches('.') } else { value };
    let whole = value.trim_start_matches('0');
    if whole.is_empty() || whole.starts_with('.') { format!("0{whole}") } else { whole.to_owned() }
}

/// How many zeros a word adds to the number before it.
fn zeros(word: &str) -> usize {
    const WORDS: [(&str, usize); 15] = [
        ("тыс", 3),
        ("мың", 3),
        ("thousand", 3),
        ("tausend", 3),
        ("млн", 6),
        ("миллион", 6),
        ("million", 6),
        ("mio", 6),
        ("млрд", 9),
        ("миллиард", 9),
        ("billion", 9),
        ("milliard", 9),
        ("трлн", 12),
        ("триллион", 12),
        ("trillion", 12),
    ];
    WORDS.iter().find(|(beginning, _)| word.starts_with(beginning)).map_or(0, |(_, zeros)| *zeros)
}

fn larger(value: &str, zeros: usize) -> String {
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    let mut digits = format!("{whole}{decimals}");
    let missing = zeros.saturating_sub(decimals.len());
    digits.push_str(&"0".repeat(missing));
    if decimals.len() > zeros {
        let point = digits.len() - (decimals.len() - zeros);
        digits.insert(point, '.');
    }
    plain(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(text: &str, lang: &str) -> Vec<Means> {
        facts(text, &lang.parse().unwrap()).into_iter().map(|fact| fact.means).collect()
    }

    fn number(value: &str) -> Means {
        Means::Number(value.into())
    }

    #[test]
    fn each_language_writes_the_same_number_in_its_own_way() {
        for (text, lang, value) in [
            ("1 500 человек", "ru", "1500"),
            ("1\u{a0}500 адам", "kk", "1500"),
            ("1,500 people", "en", "1500"),
            ("1.500 Menschen", "de", "1500"),
            ("1\u{202f}500 personnes", "fr", "1500"),
            ("1,5 млн тенге", "ru", "1500000"),
            ("1,5 миллион теңге", "kk", "1500000"),
            ("1.5 million tenge", "en", "1500000"),
            ("1,5 миллиона тенге", "ru", "1500000"),
            ("1 500 000 тенге", "ru", "1500000"),
            ("1,500,000 tenge", "en", "1500000"),
            ("120 тыс. человек", "ru", "120000"),
            ("120 мың адам", "kk", "120000"),
            ("2,25 млрд", "ru", "2250000000"),
            ("5-й этаж", "ru", "5"),
            ("the 5th floor", "en", "5"),
            ("5-ші қабат", "kk", "5"),
            ("версия 9.4", "ru", "9.4"),
        ] {
            assert_eq!(means(text, lang), [number(value)], "{text}");
        }
    }

    #[test]
    fn shares_days_hours_and_telephones_are_known() {
        for (text, lang, expected) in [
            ("50 %", "ru", vec![Means::Percent("50".into())]),
            ("50% өсті", "kk", vec![Means::Percent("50".into())]),
            ("2,5 процента", "ru", vec![Means::Percent("2.5".into())]),
            ("2.5 per cent", "en", vec![Means::Percent("2.5".into())]),
            ("23 ноября 2026 г.", "ru", vec![Means::Day(23, 11), number("2026")]),
            ("2026 ж. 23 қарашада", "kk", vec![number("2026"), Means::Day(23, 11)]),
            ("Nov. 23, 2026", "en", vec![Means::Day(23, 11), number("2026")]),
            ("November 23, 2026", "en", vec![Means::Day(23, 11), number("2026")]),
            ("23 November 2026", "en", vec![Means::Day(23, 11), number("2026")]),
            ("23.11.2026", "ru", vec![Means::Day(23, 11), number("2026")]),
            ("2026-11-23", "en", vec![Means::Day(23, 11), number("2026")]),
            ("5–7 ноября", "ru", vec![Means::Day(5, 11), Means::Day(7, 11)]),
            ("November 5–7", "en", vec![Means::Day(5, 11), Means::Day(7, 11)]),
            ("в 14:00", "ru", vec![Means::Time(14, 0)]),
            ("at 2 p.m.", "en", vec![Means::Time(14, 0)]),
            ("at 10:30 a.m.", "en", vec![Means::Time(10, 30)]),
            ("тел. 74-72-27", "ru", vec![Means::Phone("747227".into())]),
            ("+7 (7172) 74-72-27", "ru", vec![Means::Phone("7172747227".into())]),
            ("8 (7172) 74-72-27", "kk", vec![Means::Phone("7172747227".into())]),
            ("2023–2027", "ru", vec![number("2023"), number("2027")]),
            ("нет чисел", "ru", vec![]),
        ] {
            assert_eq!(means(text, lang), expected, "{text}");
        }
    }

    #[test]
    fn any_text_is_read_to_its_end() {
        for text in ["+", "(", "5", "5–", "5:", "5.", "1,", "+7", "(7", "99999999999999999999999999", "5 %", "1 2 3 4"]
        {
            for lang in ["ru", "kk", "en", "de", "fr", "tr"] {
                means(text, lang);
            }
        }
    }
}
