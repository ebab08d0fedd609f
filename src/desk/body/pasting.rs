//! Pasting: plain words from wherever they come, as paragraphs.

use std::ops::Range;

use super::super::marks::{self, Edited};
use super::{Caret, length, points, put, reach, typed};
use crate::desk::Open;
use crate::release::{BlockId, BlockKind, Text};

impl Open {
    /// Pastes plain words in place of the selection: several paragraphs make several blocks.
    ///
    /// A list takes every line as a point, and a quote takes all of it: it is still the same person who speaks. A heading
    /// keeps the first line only.
    pub fn paste(&mut self, id: BlockId, selection: Range<usize>, pasted: &str) -> Option<Caret> {
        let at = self.place(id)?;
        let kind = &self.shown().body[at].kind;
        let words = typed(kind)?;
        let paragraphs = paragraphs(pasted);
        let whole = match kind {
            BlockKind::List { .. } => Some(without_signs(&paragraphs.join("\n")).1),
            BlockKind::Quote(_) => Some(paragraphs.join("\n\n")),
            BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::Photo(_) if paragraphs.len() < 2 => {
                Some(inside_line(pasted))
            }
            BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::Photo(_) => None,
        };
        let reach = reach(kind);
        if let Some(whole) = whole {
            let whole = if paragraphs.len() < 2 { inside_line(pasted) } else { whole };
            let Edited { text, selection } = marks::insert(&words, selection, &whole, reach);
            put(&mut self.shown_mut().body[at].kind, text);
            return Some(Caret { block: id, selection });
        }
        let (before, after) = marks::cut(&words, selection);
        if matches!(&self.shown().body[at].kind, BlockKind::Paragraph(text) if text.is_blank()) {
            return self.paste_blocks(at, &paragraphs);
        }
        let (first, rest) = paragraphs.split_first()?;
        put(&mut self.shown_mut().body[at].kind, marks::join(&before, first).0);
        let mut last = Caret::at(id, 0);
        for (offset, paragraph) in (1..).zip(rest) {
            let is_last = offset == rest.len();
            let (text, seam) = if is_last { marks::join(paragraph, &after) } else { (paragraph.clone(), 0) };
            let new = self.put_block(at + offset, BlockKind::Paragraph(Text(text)));
            last = Caret::at(new, seam);
        }
        Some(last)
    }
}

impl Open {
    /// Puts paragraphs in place of an empty block; those that bear the sign of a point become lists.
    fn paste_blocks(&mut self, at: usize, paragraphs: &[String]) -> Option<Caret> {
        let mut last = None;
        for (offset, kind) in blocks(paragraphs).into_iter().enumerate() {
            let end = length(&kind);
            let id = if offset == 0 {
                self.shown_mut().body[at].kind = kind;
                self.shown().body[at].id
            } else {
                self.put_block(at + offset, kind)
            };
            last = Some(Caret::at(id, end));
        }
        last
    }
}

/// Pasted paragraphs as blocks. Lines with the sign of a point, however they are parted, are the points of one list.
fn blocks(paragraphs: &[String]) -> Vec<BlockKind> {
    let mut all: Vec<BlockKind> = Vec::new();
    for paragraph in paragraphs {
        let is_list = paragraph.lines().all(|line| line.trim_start().starts_with(BULLETS));
        if !is_list {
            all.push(BlockKind::Paragraph(Text(paragraph.clone())));
            continue;
        }
        let new = points(&without_signs(paragraph).1);
        match all.last_mut() {
            Some(BlockKind::List { items, .. }) => items.extend(new),
            Some(_) | None => all.push(BlockKind::List { ordered: false, items: new }),
        }
    }
    all
}

/// The signs before points, as word processors paste them. A dash may begin a line of a dialogue, so it is no such sign
/// until somebody says that these lines are a list.
const BULLETS: [char; 9] = ['•', '‣', '▪', '▫', '●', '○', '◦', '·', '\u{f0b7}'];

/// What stood before each line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signs {
    /// Nothing, or not before every line.
    None,
    /// Bullets or dashes.
    Marks,
    /// Numbers.
    Numbers,
}

/// Lines without the signs of points that stand before all of them.
pub(super) fn without_signs(words: &str) -> (Signs, String) {
    let filled = || words.split('\n').filter(|line| !line.trim().is_empty());
    let strip = |bare: fn(&str) -> Option<&str>| {
        let lines: Option<Vec<&str>> = filled().map(|line| bare(line.trim()).map(str::trim_start)).collect();
        lines.filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n"))
    };
    if let Some(bare) = strip(without_mark) {
        return (Signs::Marks, bare);
    }
    match strip(without_number) {
        Some(bare) => (Signs::Numbers, bare),
        None => (Signs::None, words.to_owned()),
    }
}

fn without_mark(line: &str) -> Option<&str> {
    line.strip_prefix(BULLETS).or_else(|| ["- ", "– ", "— ", "* "].iter().find_map(|sign| line.strip_prefix(sign)))
}

fn without_number(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let has_number = rest.len() < line.len() && line.len() - rest.len() < 4;
    rest.strip_prefix([')', '.']).filter(|rest| has_number && rest.starts_with([' ', '\u{a0}']))
}

/// The paragraphs of pasted words. Blank lines part them where there are any, as in mails and on web pages; else every
/// line is one, as word processors give them.
pub fn paragraphs(pasted: &str) -> Vec<String> {
    let clean = clean(pasted);
    let is_blank = |line: &&str| line.trim().is_empty();
    let mut all: Vec<String> = Vec::new();
    let has_blank_lines = clean.trim().split('\n').any(|line| is_blank(&line));
    let mut new = true;
    for line in clean.split('\n') {
        if is_blank(&line) {
            new = true;
            continue;
        }
        let line = line.trim();
        match all.last_mut() {
            Some(last) if has_blank_lines && !new => {
                last.push('\n');
                last.push_str(line);
            }
            Some(_) | None => all.push(line.to_owned()),
        }
        new = false;
    }
    all
}

/// Words to be put inside a line: without the line ends that came along, with their spaces.
fn inside_line(pasted: &str) -> String {
    clean(pasted).trim_matches('\n').to_owned()
}

/// Pasted text as typed text is: line feeds for every kind of line end, spaces for tabs, and nothing that cannot be seen
/// and would not be written into a release.
fn clean(pasted: &str) -> String {
    let mut clean = String::with_capacity(pasted.len());
    let mut letters = pasted.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {
                letters.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' => clean.push(' '),
            '\u{feff}' | '\u{fffc}' => {}
            letter if letter.is_control() => {}
            letter => clean.push(letter),
        }
    }
    clean
}
