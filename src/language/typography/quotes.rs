//! Quote marks and apostrophes: which of them open, which close, and what the language would write there.

use super::letters::{Letters, is_space};
use super::{Edit, Point, Typography};

/// A quote that is open.
struct Open {
    mark: char,
    /// The mark that closes it.
    close: String,
    depth: usize,
}

pub(super) fn look(letters: &Letters, typography: &Typography<'_>, edits: &mut Vec<Edit>) {
    if letters.has(is_mark) {
        for line in letters.lines() {
            let mut reading = Reading { letters, typography, open: Vec::new(), dubious: false, edits };
            for at in line.clone() {
                match letters.is_kept(at) {
                    false => reading.mark(at, line.end),
                    true => reading.dubious |= letters.at(at) == Some('"'),
                }
            }
        }
    }
}

/// The mark for a straight one that was typed here as the last letter.
pub(super) fn typed(letters: &Letters, typography: &Typography<'_>, at: usize) -> Option<String> {
    let start = letters.start_of(at, |_| true);
    let mut reading = Reading { letters, typography, open: Vec::new(), dubious: false, edits: &mut Vec::new() };
    (start..at).filter(|at| !letters.is_kept(*at)).for_each(|before| reading.mark(before, at));
    // Marks of emphasis are nothing that a reader sees.
    let before = letters.before(letters.start_of(at, |letter| letter == '*'));
    let opens = before.is_none_or(begins_quote);
    let depth = reading.open.len() + usize::from(typography.inside);
    if letters.at(at) == Some('\'') {
        let habits = typography.habits;
        let is_word = before.is_some_and(char::is_alphanumeric);
        return if opens && habits.has_single_quotes {
            Some("‘".to_owned())
        } else {
            (is_word && habits.has_apostrophe || reading.is_open(&['‘', '\''])).then(|| "’".to_owned())
        };
    }
    if opens {
        return Some(typography.marks(depth).0.to_owned());
    }
    let is_inch = before.is_some_and(|letter| letter.is_ascii_digit()) && reading.open.is_empty();
    let close = match reading.open.last() {
        Some(open) => open.close.clone(),
        None => typography.marks(usize::from(typography.inside)).1.to_owned(),
    };
    (!is_inch).then_some(close)
}

/// May a quote begin behind this letter?
fn begins_quote(before: char) -> bool {
    before.is_whitespace()
        || is_space(before)
        || matches!(before, '(' | '[' | '{' | '<' | '-' | '–' | '—' | '/' | '«' | '„' | '“' | '‘' | '‚' | '"')
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '«' | '»' | '“' | '”' | '„' | '‘' | '’' | '‚')
}

struct Reading<'r> {
    letters: &'r Letters,
    typography: &'r Typography<'r>,
    open: Vec<Open>,
    /// A mark in this line neither opens nor closes: it may belong to a formula or to HTML.
    dubious: bool,
    edits: &'r mut Vec<Edit>,
}

impl Reading<'_> {
    fn mark(&mut self, at: usize, end: usize) {
        let Some(mark) = self.letters.at(at) else { return };
        let tag = self.typography.habits.tag;
        match mark {
            // German books set them the other way round; both are right.
            '«' | '»' if tag == "de" => {}
            '«' | '„' => self.opening(at, mark),
            '»' => self.closing(at, mark),
            '“' | '”' if self.opens(at) => self.opening(at, mark),
            '“' | '”' => self.closing(at, mark),
            '‚' if self.opens(at) => self.opening(at, mark),
            '‘' if self.opens(at) => self.opening(at, mark),
            '‘' if self.is_open(&['‚', '‘']) => self.closing(at, mark),
            '’' if !self.is_inside_word(at) && self.is_open(&['‘', '\'', '‚']) => self.closing(at, mark),
            '"' => self.straight(at),
            '\'' => self.single(at, end),
            _ => {}
        }
    }

    fn is_open(&self, marks: &[char]) -> bool {
        self.open.last().is_some_and(|open| marks.contains(&open.mark))
    }

    /// Is something before it that a word does not end with, and a word behind it?
    fn opens(&self, at: usize) -> bool {
        let before = self.letters.before(at);
        let begins = before.is_none_or(begins_quote);
        let after = self.letters.at(at + 1);
        begins
            && after.is_some_and(|letter| {
                !letter.is_whitespace()
                    && !is_space(letter)
                    && !matches!(letter, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '»' | '”')
            })
    }

    fn closes(&self, at: usize) -> bool {
        let before = self.letters.before(at);
        let ends = before.is_some_and(|letter| {
            !letter.is_whitespace() && !is_space(letter) && !matches!(letter, '(' | '[' | '{' | '«' | '„' | '‘' | '‚')
        });
        let goes_on = self.letters.at(at + 1).is_some_and(char::is_alphanumeric);
        // A Kazakh ending follows its quote at once: "Сенат"тың.
        ends && (!goes_on || self.is_open(&['"']))
    }

    fn is_inside_word(&self, at: usize) -> bool {
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        is_letter(self.letters.before(at)) && is_letter(self.letters.at(at + 1))
    }

    fn straight(&mut self, at: usize) {
        let is_inch = self.letters.before(at).is_some_and(|letter| letter.is_ascii_digit()) && !self.is_open(&['"']);
        if self.opens(at) {
            self.opening(at, '"');
        } else if self.closes(at) && !is_inch && (!self.dubious || self.is_open(&['"'])) {
            self.closing(at, '"');
        } else {
            self.dubious = true;
        }
    }

    /// A straight mark of one stroke is an apostrophe, a quote mark or a foot.
    fn single(&mut self, at: usize, end: usize) {
        let letters = self.letters;
        let has_apostrophe = self.typography.habits.has_apostrophe;
        let next = letters.at(at + 1);
        if self.is_inside_word(at) {
            let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
            if has_apostrophe && (is_letter(letters.before(at)) || is_letter(next)) {
                self.edits.push(Edit::new(Point::Apostrophe, at..at + 1, "’"));
            }
            return;
        }
        let is_shortened = next.is_some_and(|letter| letter.is_ascii_digit())
            || ["tis", "twas", "em", "til", "n", "cause"].contains(&letters.word_at(at + 1).as_str());
        if self.opens(at) {
            if is_shortened && self.typography.habits.tag == "en" {
                self.edits.push(Edit::new(Point::Apostrophe, at..at + 1, "’"));
            } else if (at + 2..end).any(|later| letters.at(later) == Some('\'') && self.closes(later)) {
                self.opening(at, '\'');
            }
        } else if self.is_open(&['\'']) && self.closes(at) {
            self.closing(at, '\'');
        } else if has_apostrophe
            && self.typography.habits.tag == "en"
            && letters.before(at).is_some_and(char::is_alphabetic)
        {
            self.edits.push(Edit::new(Point::Apostrophe, at..at + 1, "’"));
        }
    }

    fn opening(&mut self, at: usize, mark: char) {
        let depth = self.open.len() + usize::from(self.typography.inside);
        let close = match self.accepted(mark, depth) {
            Some(close) => close.to_owned(),
            None => {
                let (mut open, close) = self.typography.marks(depth);
                let single = mark == '\'' && depth == 0 && self.typography.habits.has_single_quotes;
                let close = if single { "’" } else { close };
                if single {
                    open = "‘";
                }
                // The space of French marks may stand there already.
                let has_space = self.letters.at(at + 1).is_some_and(is_space);
                let put = if has_space { open.trim_end() } else { open };
                self.edits.push(Edit::new(Point::Quotes, at..at + 1, put));
                close.to_owned()
            }
        };
        self.open.push(Open { mark, close, depth });
    }

    /// The mark that closes what this one opens, where it may stay.
    fn accepted(&self, mark: char, depth: usize) -> Option<&str> {
        let Typography { habits, own_nested, outer, nested, .. } = self.typography;
        let mut right = vec![*self.marks_at(depth)];
        if depth > 0 {
            right.extend([*own_nested, *nested]);
            if habits.nests_outer {
                right.push(*outer);
            }
        } else if habits.has_single_quotes {
            right.extend([("‘", "’"), ("“", "”")]);
        }
        right.into_iter().find(|(open, _)| open.trim().chars().eq([mark])).map(|(_, close)| close)
    }

    fn marks_at(&self, depth: usize) -> &(&str, &str) {
        if depth == 0 { &self.typography.outer } else { &self.typography.nested }
    }

    fn closing(&mut self, at: usize, mark: char) {
        let is_straight = matches!(mark, '"' | '\'');
        let close = match self.open.last() {
            Some(open) => open.close.clone(),
            // It was opened in an earlier paragraph, or in none.
            None if is_straight && mark == '"' => {
                self.typography.marks(usize::from(self.typography.inside)).1.to_owned()
            }
            None => return,
        };
        let has_space = self.letters.before(at).is_some_and(is_space);
        let put = if has_space { close.trim_start() } else { close.as_str() };
        if !close.trim().chars().eq([mark]) {
            self.edits.push(Edit::new(Point::Quotes, at..at + 1, put));
        }
        let closed = self.open.pop();
        // Where marks are alike, one closes all: «Группа «Өңір», – сказал он.
        let is_alike =
            |open: &Open| closed.as_ref().is_some_and(|closed| closed.close == open.close && closed.depth > 0);
        if self.ends_speech(at + 1) && self.open.iter().all(is_alike) {
            self.open.clear();
        }
    }

    /// Does an attribution follow?
    fn ends_speech(&self, at: usize) -> bool {
        let comma = usize::from(self.letters.at(at) == Some(','));
        let dash = self.letters.end_of(at + comma, is_space);
        dash > at + comma && matches!(self.letters.at(dash), Some('-' | '–' | '—'))
    }
}
