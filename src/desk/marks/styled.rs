//! A text as letters with their styles.

use std::ops::Range;

use super::writing::{Writing, Written};
use super::{Emphasis, Reach};
use crate::release::Text;

/// A letter that readers will see.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub(super) value: char,
    pub(super) strong: bool,
    pub(super) slanted: bool,
    /// Which of the links it leads along.
    pub(super) link: Option<usize>,
    /// Where it stood in the typed text.
    pub(super) at: usize,
}

impl Letter {
    pub(super) fn has(&self, emphasis: Emphasis) -> bool {
        match emphasis {
            Emphasis::Strong => self.strong,
            Emphasis::Slanted => self.slanted,
        }
    }

    pub(super) fn put(&mut self, emphasis: Emphasis, on: bool) {
        match emphasis {
            Emphasis::Strong => self.strong = on,
            Emphasis::Slanted => self.slanted = on,
        }
    }
}

/// A text as letters with their styles.
#[derive(Clone, Debug)]
pub(super) struct Styled {
    pub(super) letters: Vec<Letter>,
    pub(super) links: Vec<String>,
    pub(super) reach: Reach,
}

impl Styled {
    pub(super) fn read(typed: &str, reach: Reach) -> Self {
        let mut styled = Styled { letters: Vec::with_capacity(typed.len()), links: Vec::new(), reach };
        let mut at = 0;
        match reach {
            Reach::Text => styled.read_piece(typed, &mut at),
            Reach::Line => typed.split_inclusive('\n').for_each(|line| styled.read_piece(line, &mut at)),
        }
        styled
    }

    fn read_piece(&mut self, typed: &str, at: &mut usize) {
        for run in Text::from(typed).runs() {
            if run.mark {
                if let Some(address) = run.link.filter(|_| run.text == "[") {
                    self.links.push(address.to_owned());
                }
                *at += run.text.chars().count();
                continue;
            }
            let link = run.link.and(self.links.len().checked_sub(1));
            for value in run.text.chars() {
                self.letters.push(Letter { value, strong: run.strong, slanted: run.emphasis, link, at: *at });
                *at += 1;
            }
        }
    }

    /// The letters between two places of the typed text.
    pub(super) fn picked(&self, selection: &Range<usize>) -> Range<usize> {
        let index = |place: usize| self.letters.partition_point(|letter| letter.at < place);
        index(selection.start)..index(selection.end)
    }

    /// Without the white space at its ends.
    pub(super) fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = range;
        while start < end && self.letters[start].value.is_whitespace() {
            start += 1;
        }
        while start < end && self.letters[end - 1].value.is_whitespace() {
            end -= 1;
        }
        start..end
    }

    fn is_word(&self, index: usize) -> bool {
        let letter = |index: usize| self.letters.get(index).map(|letter| letter.value);
        let word = |index: usize| {
            letter(index).is_some_and(|value| value.is_alphanumeric() || matches!(value, '\u{301}' | '\u{ad}'))
        };
        let joins = matches!(letter(index), Some('-' | '’' | '\'' | '\u{2011}'));
        word(index) || joins && index > 0 && word(index - 1) && word(index + 1)
    }

    /// The word in which, or at whose edge, the cursor stands; empty where there is none.
    pub(super) fn word_at(&self, cursor: usize) -> Range<usize> {
        let (mut start, mut end) = (cursor, cursor);
        while start > 0 && self.is_word(start - 1) {
            start -= 1;
        }
        while self.is_word(end) {
            end += 1;
        }
        start..end
    }

    /// Where the word begins in whose middle a mark could not open.
    pub(super) fn word_start(&self, mut start: usize) -> usize {
        while start > 0
            && self.letters[start].value.is_alphanumeric()
            && self.letters[start - 1].value.is_alphanumeric()
        {
            start -= 1;
        }
        start
    }

    /// Puts letters in place of others, in the style that stands on both sides of them.
    pub(super) fn put_in(&mut self, range: Range<usize>, words: &str) -> Range<usize> {
        let left = range.start.checked_sub(1).and_then(|index| self.letters.get(index)).copied();
        let right = self.letters.get(range.end).copied();
        let both = |has: fn(&Letter) -> bool| left.as_ref().is_some_and(has) && right.as_ref().is_some_and(has);
        let (strong, slanted) = (both(|letter| letter.strong), both(|letter| letter.slanted));
        let link = left.and_then(|left| left.link).filter(|link| right.is_some_and(|right| right.link == Some(*link)));
        let new: Vec<Letter> = words.chars().map(|value| Letter { value, strong, slanted, link, at: 0 }).collect();
        let put = range.start..range.start + new.len();
        self.letters.splice(range, new);
        put
    }

    /// The text with its marks; `None` where marks cannot say it.
    pub(super) fn write(&self) -> Option<Written> {
        let mut tidy = self.clone();
        tidy.tidy(Emphasis::Strong);
        tidy.tidy(Emphasis::Slanted);
        let written = Writing::new(&tidy).finish();
        Styled::read(&written.text, self.reach).says(&tidy).then_some(written)
    }

    /// Do both say the same? Of a space nobody sees whether it is bold.
    fn says(&self, other: &Styled) -> bool {
        let address = |styled: &Styled, letter: &Letter| letter.link.and_then(|link| styled.links.get(link).cloned());
        self.letters.len() == other.letters.len()
            && self.letters.iter().zip(&other.letters).all(|(mine, others)| {
                let same_style = mine.strong == others.strong && mine.slanted == others.slanted;
                mine.value == others.value
                    && (mine.value.is_whitespace() || same_style)
                    && address(self, mine) == address(other, others)
            })
    }

    fn ends_marks(&self, index: usize) -> bool {
        let is_break = |index: usize| self.letters.get(index).is_some_and(|letter| matches!(letter.value, '\n' | '\r'));
        match self.reach {
            Reach::Line => is_break(index),
            Reach::Text => is_break(index) && (is_break(index + 1) || index > 0 && is_break(index - 1)),
        }
    }

    /// Moves the edges of a style to where marks can stand: at words, not at spaces, and not inside a word.
    fn tidy(&mut self, emphasis: Emphasis) {
        let count = self.letters.len();
        for index in 0..count {
            if self.ends_marks(index) {
                self.letters[index].put(emphasis, false);
            }
        }
        let mut index = 0;
        while index < count {
            let opens = self.letters[index].has(emphasis) && (index == 0 || !self.letters[index - 1].has(emphasis));
            if !opens {
                index += 1;
                continue;
            }
            let same_link = index > 0 && self.letters[index - 1].link == self.letters[index].link;
            let in_word = same_link && self.letters[index - 1].value.is_alphanumeric();
            let value = self.letters[index].value;
            if value.is_whitespace() || in_word && !value.is_alphanumeric() {
                self.letters[index].put(emphasis, false);
                index += 1;
                continue;
            }
            if in_word {
                let start = self.word_start(index);
                self.letters[start..index].iter_mut().for_each(|letter| letter.put(emphasis, true));
            }
            let mut end = index;
            while end < count && self.letters[end].has(emphasis) {
                end += 1;
            }
            for trailing in (index..end).rev() {
                if !self.letters[trailing].value.is_whitespace() {
                    break;
                }
                self.letters[trailing].put(emphasis, false);
            }
            index = end;
        }
    }
}
