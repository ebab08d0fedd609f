//! Pasting: plain words from wherever they come, as paragraphs.

use std::ops::Range;

use super::super::marks::{self, Edited};
use super::{Caret, put, reach, typed};
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
            BlockKind::List { .. } => Some(paragraphs.join("\n")),
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
