//! Letters with styles, written down with as few marks as say the same.

use std::ops::Range;

use super::Emphasis;
use super::styled::{Letter, Styled};

/// Letters and marks, as they are written down.
pub(super) struct Writing<'a> {
    styled: &'a Styled,
    text: String,
    length: usize,
    places: Vec<usize>,
    /// The marks that are open, the innermost last.
    open: Vec<Emphasis>,
}

impl<'a> Writing<'a> {
    pub(super) fn new(styled: &'a Styled) -> Self {
        Writing {
            styled,
            text: String::new(),
            length: 0,
            places: Vec::with_capacity(styled.letters.len()),
            open: Vec::new(),
        }
    }

    fn put(&mut self, marks: &str) {
        self.text += marks;
        self.length += marks.chars().count();
    }

    pub(super) fn finish(mut self) -> Written {
        let count = self.styled.letters.len();
        let mut link = None;
        for index in 0..=count {
            let next = self.styled.letters.get(index).copied();
            let next_link = next.and_then(|letter| letter.link);
            // A link that is all bold has its brackets inside the marks, as people write it.
            let outside =
                link.is_some() && next_link != link && self.open.iter().all(|mark| self.held_all(*mark, index, link));
            if !outside {
                self.close(next);
            }
            if next_link != link
                && let Some(address) = link.and_then(|link| self.styled.links.get(link))
            {
                self.put(&format!("]({address})"));
            }
            if outside {
                self.close(next);
            }
            let Some(letter) = next else { break };
            let opens_link = next_link.is_some() && next_link != link;
            let before = self.text.chars().next_back();
            let marks_first = opens_link && !before.is_some_and(char::is_alphanumeric) && self.holds_link(index);
            if marks_first {
                self.open(index);
            }
            if opens_link {
                self.put("[");
            }
            if !marks_first {
                self.open(index);
            }
            self.places.push(self.length);
            self.text.push(letter.value);
            self.length += 1;
            link = next_link;
        }
        Written { text: self.text, places: self.places }
    }

    /// Does an open mark reach from before this link to its end?
    fn held_all(&self, mark: Emphasis, end: usize, link: Option<usize>) -> bool {
        self.styled.letters[..end].iter().rev().take_while(|letter| letter.link == link).all(|letter| letter.has(mark))
    }

    /// Does every style that begins with this link last as long as it?
    fn holds_link(&self, index: usize) -> bool {
        let link = self.styled.letters[index].link;
        let held = || self.styled.letters[index..].iter().take_while(|letter| letter.link == link);
        [Emphasis::Strong, Emphasis::Slanted]
            .into_iter()
            .filter(|mark| self.styled.letters[index].has(*mark) && !self.open.contains(mark))
            .all(|mark| held().all(|letter| letter.has(mark)))
    }

    /// Closes what ends here, and what was opened inside it.
    fn close(&mut self, next: Option<Letter>) {
        let goes_on = |mark: &Emphasis| next.is_some_and(|letter| letter.has(*mark));
        let Some(first) = self.open.iter().position(|mark| !goes_on(mark)) else { return };
        while self.open.len() > first {
            let mark = self.open.pop();
            self.put(mark.map_or("", signs));
        }
    }

    /// Opens what begins here, the longer one first.
    fn open(&mut self, index: usize) {
        let length = |mark: Emphasis| self.styled.letters[index..].iter().take_while(|letter| letter.has(mark)).count();
        let mut begin: Vec<(usize, Emphasis)> = [Emphasis::Strong, Emphasis::Slanted]
            .into_iter()
            .filter(|mark| !self.open.contains(mark))
            .map(|mark| (length(mark), mark))
            .filter(|(length, _)| *length > 0)
            .collect();
        begin.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
        for (_, mark) in begin {
            self.put(signs(mark));
            self.open.push(mark);
        }
    }
}

fn signs(emphasis: Emphasis) -> &'static str {
    match emphasis {
        Emphasis::Strong => "**",
        Emphasis::Slanted => "*",
    }
}

/// A text that was written, and where each of its letters stands in it.
pub(super) struct Written {
    pub(super) text: String,
    pub(super) places: Vec<usize>,
}

impl Written {
    /// Where the cursor stands that has so many letters before it.
    pub(super) fn after(&self, letters: usize) -> usize {
        letters.checked_sub(1).and_then(|last| self.places.get(last)).map_or(0, |place| place + 1)
    }

    pub(super) fn cursor(&self, letters: usize) -> Range<usize> {
        let at = self.after(letters);
        at..at
    }

    pub(super) fn around(&self, range: Range<usize>) -> Range<usize> {
        if range.is_empty() {
            return self.cursor(range.start);
        }
        self.places.get(range.start).copied().unwrap_or(0)..self.after(range.end)
    }
}
