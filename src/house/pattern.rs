//! The small placeholder language of the house styles: `({unit}, {phone}[. Photo: {credits}])`.
//!
//! `{name}` stands for a value, `{NAME}` for the same in capitals. What stands in `[ ]` vanishes when one of its own
//! values is empty; `[a|b]` takes the first of its choices that has all its values. A backslash before one of
//! `{ } [ ] | \` makes it a letter.

use serde::{Deserialize, Serialize};

use std::fmt;

use crate::release::{Inline, Words, letters};
use crate::words::Message;

/// A pattern as a person wrote it, read as far as it can be read.
///
/// Reading never fails by itself: a house file is loaded first and [checked](Pattern::check) then, where its house and
/// language can be named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Pattern {
    source: String,
    pieces: Result<Vec<Piece>, PatternError>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Letters(String),
    Value { name: String, capitals: bool, place: usize },
    Choice(Vec<Vec<Piece>>),
}

/// Why and where a pattern cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// The character where it goes wrong, counted from one.
    pub place: usize,
    /// What is wrong, and what to write instead.
    pub reason: Message,
}

impl PatternError {
    /// The error in words.
    pub fn message(&self) -> Message {
        Message::new("error-pattern").with("place", self.place.to_string()).with("why", self.reason.clone())
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(out)
    }
}

impl std::error::Error for PatternError {}

impl Default for Pattern {
    fn default() -> Self {
        Pattern { source: String::new(), pieces: Ok(Vec::new()) }
    }
}

impl From<String> for Pattern {
    fn from(source: String) -> Self {
        let pieces = read(&source);
        Pattern { source, pieces }
    }
}

impl From<&str> for Pattern {
    fn from(source: &str) -> Self {
        Pattern::from(source.to_owned())
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> String {
        pattern.source
    }
}

impl Pattern {
    /// The pattern as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Is it readable, and does it use only these names?
    ///
    /// # Errors
    /// The first place that cannot be read, or the first name that is not among `known`.
    pub fn check(&self, known: &[&str]) -> Result<(), PatternError> {
        check_names(self.pieces.as_ref().map_err(Clone::clone)?, known)
    }

    /// Has it a place for this value, in small letters or capitals?
    pub fn uses(&self, name: &str) -> bool {
        self.source.to_ascii_lowercase().contains(&format!("{{{name}}}"))
    }

    /// The pattern with its values put in. A pattern that cannot be read gives nothing; [`Pattern::check`] comes first.
    pub fn fill(&self, value: &dyn Fn(&str) -> Words) -> Words {
        let mut filled = Words::new();
        if let Ok(pieces) = &self.pieces {
            fill_pieces(pieces, value, &mut filled);
        }
        filled
    }

    /// The pattern with plain values put in, as plain letters.
    pub fn fill_plain(&self, value: &dyn Fn(&str) -> String) -> String {
        letters(&self.fill(&|name| vec![Inline::plain(value(name))]))
    }
}

fn is_empty(words: &[Inline]) -> bool {
    words.iter().all(|inline| inline.text.trim().is_empty())
}

/// Adds the pieces to `filled`; false when one of their own values is empty.
fn fill_pieces(pieces: &[Piece], value: &dyn Fn(&str) -> Words, filled: &mut Words) -> bool {
    let mut complete = true;
    for piece in pieces {
        match piece {
            Piece::Letters(text) => filled.push(Inline::plain(text.as_str())),
            Piece::Value { name, capitals, place: _ } => {
                let mut words = value(name);
                complete &= !is_empty(&words);
                if *capitals {
                    words.iter_mut().for_each(|inline| inline.text = inline.text.to_uppercase());
                }
                filled.append(&mut words);
            }
            Piece::Choice(choices) => {
                for choice in choices {
                    let before = filled.len();
                    if fill_pieces(choice, value, filled) {
                        break;
                    }
                    filled.truncate(before);
                }
            }
        }
    }
    complete
}

fn check_names(pieces: &[Piece], known: &[&str]) -> Result<(), PatternError> {
    for piece in pieces {
        match piece {
            Piece::Letters(_) => {}
            Piece::Value { name, place, capitals: _ } if !known.contains(&name.as_str()) => {
                let known: Vec<String> = known.iter().map(|name| format!("{{{name}}}")).collect();
                let reason = Message::new("error-pattern-unknown-name")
                    .with("name", format!("{{{name}}}"))
                    .with("known", known.join(", "));
                return Err(PatternError { place: *place, reason });
            }
            Piece::Value { .. } => {}
            Piece::Choice(choices) => choices.iter().try_for_each(|choice| check_names(choice, known))?,
        }
    }
    Ok(())
}

/// Deeper nesting than this is no pattern that a person wrote.
const DEEPEST: usize = 16;

fn read(source: &str) -> Result<Vec<Piece>, PatternError> {
    let mut reader = Reader { letters: source.chars().collect(), at: 0 };
    let pieces = reader.pieces(0)?;
    match reader.letters.get(reader.at) {
        None => Ok(pieces),
        Some(_) => Err(reader.error(reader.at, Message::new("error-pattern-closes-bracket"))),
    }
}

struct Reader {
    letters: Vec<char>,
    at: usize,
}

impl Reader {
    fn error(&self, at: usize, reason: Message) -> PatternError {
        PatternError { place: at + 1, reason }
    }

    /// Reads up to the end, or inside brackets up to `|` or `]`.
    fn pieces(&mut self, depth: usize) -> Result<Vec<Piece>, PatternError> {
        let mut pieces = Vec::new();
        let mut text = String::new();
        while let Some(&letter) = self.letters.get(self.at) {
            let start = self.at;
            match letter {
                ']' => break,
                '|' if depth > 0 => break,
                '\\' => {
                    self.at += 1;
                    match self.letters.get(self.at) {
                        Some(&escaped) if "{}[]|\\".contains(escaped) => text.push(escaped),
                        _ => return Err(self.error(start, Message::new("error-pattern-backslash"))),
                    }
                    self.at += 1;
                }
                '{' => {
                    push_letters(&mut pieces, &mut text);
                    pieces.push(self.value()?);
                }
                '}' => return Err(self.error(start, Message::new("error-pattern-closes-brace"))),
                '[' if depth == DEEPEST => return Err(self.error(start, Message::new("error-pattern-too-deep"))),
                '[' => {
                    push_letters(&mut pieces, &mut text);
                    pieces.push(self.choice(depth + 1)?);
                }
                _ => {
                    text.push(letter);
                    self.at += 1;
                }
            }
        }
        push_letters(&mut pieces, &mut text);
        Ok(pieces)
    }

    fn value(&mut self) -> Result<Piece, PatternError> {
        let start = self.at;
        let rest = &self.letters[start + 1..];
        let Some(length) = rest.iter().position(|letter| *letter == '}') else {
            return Err(self.error(start, Message::new("error-pattern-open-brace")));
        };
        let name: String = rest[..length].iter().collect();
        if name.is_empty() || !name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_') {
            let reason = Message::new("error-pattern-no-name").with("name", format!("{{{name}}}"));
            return Err(self.error(start, reason));
        }
        self.at = start + length + 2;
        let capitals = !name.contains(|letter: char| letter.is_ascii_lowercase());
        Ok(Piece::Value { name: name.to_ascii_lowercase(), capitals, place: start + 1 })
    }

    fn choice(&mut self, depth: usize) -> Result<Piece, PatternError> {
        let start = self.at;
        let mut choices = Vec::new();
        loop {
            self.at += 1;
            choices.push(self.pieces(depth)?);
            match self.letters.get(self.at) {
                Some('|') => {}
                Some(']') => break,
                _ => return Err(self.error(start, Message::new("error-pattern-open-bracket"))),
            }
        }
        self.at += 1;
        Ok(Piece::Choice(choices))
    }
}

fn push_letters(pieces: &mut Vec<Piece>, text: &mut String) {
    if !text.is_empty() {
        pieces.push(Piece::Letters(std::mem::take(text)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(pattern: &str) -> String {
        let pattern = Pattern::from(pattern);
        pattern.check(&["unit", "phone", "credits", "empty"]).unwrap();
        pattern.fill_plain(&|name| match name {
            "unit" => "Press service".into(),
            "phone" => "70-00-00".into(),
            "credits" => "A. Example".into(),
            _ => String::new(),
        })
    }

    #[test]
    fn a_stretch_vanishes_when_its_value_is_empty() {
        for (pattern, result) in [
            ("({unit}, {phone}[. Photo: {credits}])", "(Press service, 70-00-00. Photo: A. Example)"),
            ("({unit}[. Photo: {empty}])", "(Press service)"),
            ("[{empty}, {unit}|{unit}|{phone}]", "Press service"),
            ("[{empty}|none]", "none"),
            ("[{empty}|{empty}]", ""),
            ("[{unit}[, {empty}] – ]x", "Press service – x"),
            ("[{empty}[, {unit}]]", ""),
            ("{UNIT}", "PRESS SERVICE"),
            ("a | b \\[c\\] \\{d\\} \\\\", "a | b [c] {d} \\"),
            ("", ""),
        ] {
            assert_eq!(filled(pattern), result, "{pattern}");
        }
    }

    #[test]
    fn a_pattern_that_cannot_be_read_says_where() {
        for (pattern, place) in [
            ("abc [", 5),
            ("a]", 2),
            ("a }", 3),
            ("{unit", 1),
            ("é{}", 2),
            ("{un it}", 1),
            ("a\\b", 2),
            ("[a|b", 1),
            ("x{nobody}", 2),
            ("[[{nobody}]]", 3),
        ] {
            let error = Pattern::from(pattern).check(&["unit"]).unwrap_err();
            assert_eq!(error.place, place, "{pattern}: {error}");
        }
        assert!(Pattern::from("[".repeat(100_000)).check(&[]).is_err());
    }
}
