//! Emphasis and links in typed text, changed as a writer means it: by letters, with the marks kept in pairs.
//!
//! A text is read as letters with their styles, the letters are changed, and they are written with as few marks as say the
//! same. What was written is read again: where the marks would not say what was meant, the change is not made. All
//! places are counted in characters, as the field counts them.

mod styled;
mod writing;

use std::ops::Range;

use crate::release::is_link_address;
use styled::{Letter, Styled};

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

#[cfg(test)]
mod tests;
