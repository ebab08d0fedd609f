//! Emphasis and links in typed text, changed as a writer means it: by letters, with the marks kept in pairs.
//!
//! A text is read as letters with their styles, the letters are changed, and they are written with as few marks as say the
//! same. What was written is read again: where the marks would not say what was meant, the change is not made. All
//! places are counted in characters, as the field counts them.

use std::ops::Range;

use crate::release::{Text, is_link_address};

/// Bold or italics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// `**strong**`
    Strong,
    /// `*emphasis*`
    Slanted,
}

/// How far marks reach in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Over line breaks, up to a blank line.
    Text,
    /// To the end of the line: each line is a point of a list.
    Line,
}

/// A text after a change, and what is selected in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The text with its marks.
    pub text: String,
    /// The selection; the cursor where it is empty.
    pub selection: Range<usize>,
}

/// Turns emphasis of the selection on, or off where all of it has it; without a selection of the word at the cursor.
///
/// `None` where there is no word, or where marks cannot say it.
pub fn toggle(typed: &str, selection: Range<usize>, emphasis: Emphasis, reach: Reach) -> Option<Edited> {
    let mut styled = Styled::read(typed, reach);
    let picked = styled.picked(&selection);
    let Range { mut start, mut end } =
        styled.trimmed(if picked.is_empty() { styled.word_at(picked.start) } else { picked.clone() });
    if start >= end {
        return None;
    }
    let on = styled.letters[start..end].iter().all(|letter| letter.value.is_whitespace() || letter.has(emphasis));
    if on {
        // The rest of a word cannot begin to be bold in its middle.
        while end < styled.letters.len()
            && styled.letters[end].value.is_alphanumeric()
            && styled.letters[end].has(emphasis)
        {
            end += 1;
        }
    } else {
        start = styled.word_start(start);
    }
    for letter in &mut styled.letters[start..end] {
        letter.put(emphasis, !on);
    }
    let written = styled.write()?;
    let selection = if picked.is_empty() { written.cursor(picked.start) } else { written.around(start..end) };
    Some(Edited { text: written.text, selection })
}

/// The link at the cursor or in the selection: the letters that lead there, and the address.
pub fn link_at(typed: &str, selection: Range<usize>, reach: Reach) -> Option<(Range<usize>, String)> {
    let styled = Styled::read(typed, reach);
    let picked = styled.picked(&selection);
    let near = picked.start.saturating_sub(1)..(picked.end + 1).min(styled.letters.len());
    let found = styled.letters[near].iter().find_map(|letter| letter.link)?;
    let mut held = styled.letters.iter().filter(|letter| letter.link == Some(found));
    let first = held.next()?.at;
    let last = held.next_back().map_or(first, |letter| letter.at);
    Some((first..last + 1, styled.links.get(found)?.clone()))
}

/// Lets the selection lead to an address: the link at the cursor, else the word there, else the address itself becomes
/// the words. Without an address the link is taken off.
pub fn set_link(typed: &str, selection: Range<usize>, address: Option<&str>, reach: Reach) -> Option<Edited> {
    let mut styled = Styled::read(typed, reach);
    let held = link_at(typed, selection.clone(), reach).map(|(range, _)| styled.picked(&range));
    let mut range = held.unwrap_or_else(|| styled.picked(&selection));
    if range.is_empty() {
        range = styled.word_at(range.start);
    }
    range = styled.trimmed(range);
    let link = match address {
        Some(address) if is_link_address(address) => {
            if range.is_empty() {
                let words = address.trim_start_matches("https://").trim_start_matches("mailto:");
                range = styled.put_in(range, words);
            }
            styled.links.push(address.to_owned());
            Some(styled.links.len() - 1)
        }
        Some(_) => return None,
        None => None,
    };
    for letter in &mut styled.letters[range.clone()] {
        letter.link = link;
    }
    let written = styled.write()?;
    let selection = written.around(range);
    Some(Edited { text: written.text, selection })
}

/// What somebody typed for an address, as a link needs it: with `https://` where that was left out. `None` for what is
/// none.
pub fn address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    if is_link_address(typed) {
        return Some(typed.to_owned());
    }
    if typed.contains("://") || !typed.contains(char::is_alphanumeric) {
        return None;
    }
    let is_number = typed.chars().all(|letter| letter.is_ascii_digit() || "+-() ".contains(letter));
    let whole = if is_number {
        format!("tel:{}", typed.replace(' ', "-"))
    } else if typed.contains('@') && !typed.contains('/') {
        format!("mailto:{typed}")
    } else {
        format!("https://{typed}")
    };
    is_link_address(&whole).then_some(whole)
}

/// Cuts a text in two, without the spaces at the cut; what is selected goes away. A style that is cut closes here and
/// opens again there.
pub fn split(typed: &str, selection: Range<usize>) -> (String, String) {
    let (before, after) = parts(typed, selection, Styled::trimmed);
    (before.trim_end().to_owned(), after.trim_start().to_owned())
}

/// Cuts a text in two as it is.
pub fn cut(typed: &str, selection: Range<usize>) -> (String, String) {
    parts(typed, selection, |_, range| range)
}

fn parts(typed: &str, selection: Range<usize>, kept: fn(&Styled, Range<usize>) -> Range<usize>) -> (String, String) {
    let styled = Styled::read(typed, Reach::Text);
    let picked = styled.picked(&selection);
    let part = |range: Range<usize>| {
        let letters = styled.letters[kept(&styled, range)].to_vec();
        let part = Styled { letters, links: styled.links.clone(), reach: styled.reach };
        part.write().map(|written| written.text)
    };
    match (part(0..picked.start), part(picked.end..styled.letters.len())) {
        (Some(before), Some(after)) => (before, after),
        // Marks that cannot be mended stay letters: nothing typed disappears.
        _ => (chars(typed, 0..selection.start), chars(typed, selection.end..usize::MAX)),
    }
}

/// Puts one text after another; tells where the seam is.
pub fn join(above: &str, below: &str) -> (String, usize) {
    let (mut styled, below_it) = (Styled::read(above, Reach::Text), Styled::read(below, Reach::Text));
    let (seam, links) = (styled.letters.len(), styled.links.len());
    styled
        .letters
        .extend(below_it.letters.iter().map(|letter| Letter { link: letter.link.map(|link| link + links), ..*letter }));
    styled.links.extend(below_it.links);
    match styled.write() {
        Some(written) => {
            let at = written.after(seam);
            (written.text, at)
        }
        None => (format!("{above}{below}"), above.chars().count()),
    }
}

/// Puts words in place of the selection, in the style of what stands around them.
pub fn insert(typed: &str, selection: Range<usize>, words: &str, reach: Reach) -> Edited {
    let mut styled = Styled::read(typed, reach);
    let picked = styled.picked(&selection);
    let put = styled.put_in(picked, words);
    let (text, at) = match styled.write() {
        Some(written) => {
            let at = written.after(put.end);
            (written.text, at)
        }
        None => {
            let before = chars(typed, 0..selection.start) + words;
            let at = before.chars().count();
            (before + &chars(typed, selection.end..usize::MAX), at)
        }
    };
    Edited { text, selection: at..at }
}

/// Some of the characters of a text.
fn chars(text: &str, range: Range<usize>) -> String {
    text.chars().skip(range.start).take(range.end.saturating_sub(range.start)).collect()
}

/// A letter that readers will see.
#[derive(Clone, Copy, Debug)]
struct Letter {
    value: char,
    strong: bool,
    slanted: bool,
    /// Which of the links it leads along.
    link: Option<usize>,
    /// Where it stood in the typed text.
    at: usize,
}

impl Letter {
    fn has(&self, emphasis: Emphasis) -> bool {
        match emphasis {
            Emphasis::Strong => self.strong,
            Emphasis::Slanted => self.slanted,
        }
    }

    fn put(&mut self, emphasis: Emphasis, on: bool) {
        match emphasis {
            Emphasis::Strong => self.strong = on,
            Emphasis::Slanted => self.slanted = on,
        }
    }
}

/// A text as letters with their styles.
#[derive(Clone, Debug)]
struct Styled {
    letters: Vec<Letter>,
    links: Vec<String>,
    reach: Reach,
}

impl Styled {
    fn read(typed: &str, reach: Reach) -> Self {
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
    fn picked(&self, selection: &Range<usize>) -> Range<usize> {
        let index = |place: usize| self.letters.partition_point(|letter| letter.at < place);
        index(selection.start)..index(selection.end)
    }

    /// Without the white space at its ends.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
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
    fn word_at(&self, cursor: usize) -> Range<usize> {
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
    fn word_start(&self, mut start: usize) -> usize {
        while start > 0
            && self.letters[start].value.is_alphanumeric()
            && self.letters[start - 1].value.is_alphanumeric()
        {
            start -= 1;
        }
        start
    }

    /// Puts letters in place of others, in the style that stands on both sides of them.
    fn put_in(&mut self, range: Range<usize>, words: &str) -> Range<usize> {
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
    fn write(&self) -> Option<Written> {
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

/// Letters and marks, as they are written down.
struct Writing<'a> {
    styled: &'a Styled,
    text: String,
    length: usize,
    places: Vec<usize>,
    /// The marks that are open, the innermost last.
    open: Vec<Emphasis>,
}

impl<'a> Writing<'a> {
    fn new(styled: &'a Styled) -> Self {
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

    fn finish(mut self) -> Written {
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
struct Written {
    text: String,
    places: Vec<usize>,
}

impl Written {
    /// Where the cursor stands that has so many letters before it.
    fn after(&self, letters: usize) -> usize {
        letters.checked_sub(1).and_then(|last| self.places.get(last)).map_or(0, |place| place + 1)
    }

    fn cursor(&self, letters: usize) -> Range<usize> {
        let at = self.after(letters);
        at..at
    }

    fn around(&self, range: Range<usize>) -> Range<usize> {
        if range.is_empty() {
            return self.cursor(range.start);
        }
        self.places.get(range.start).copied().unwrap_or(0)..self.after(range.end)
    }
}

#[cfg(test)]
mod tests;
