//! Lines of a fixed measure, counted in columns of a fixed-width face.
//!
//! Lines end where Unicode's rules (UAX 14) let them, but not after a hyphen inside a word, and never at a no-break
//! space. A word longer than the line is cut between letters: a web address too, because a line that the reader's
//! screen or printer cuts off loses letters, and one that is put together again loses none. A single letter wider than
//! the line stands alone on it.

use std::borrow::Cow;
use std::ops::Range;

use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Piece;

/// All lines of a text, and which of them belong together.
pub(super) struct Wrapped {
    text: String,
    /// Where each line ends in `text`; it starts after the line feed of the one before.
    ends: Vec<usize>,
    /// The pieces in their order.
    pub(super) blocks: Vec<Block>,
}

/// The lines of one piece.
pub(super) struct Block {
    /// Their numbers.
    pub(super) lines: Range<usize>,
    /// Stands right under the block before, without a blank line.
    pub(super) joined: bool,
    /// Never parted from what follows.
    pub(super) heading: bool,
}

impl Wrapped {
    /// A line without its line feed.
    pub(super) fn line(&self, number: usize) -> &str {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] + 1);
        &self.text[start..self.ends[number]]
    }

    /// The lines with a blank one between blocks.
    pub(super) fn into_text(self) -> String {
        let mut out = String::with_capacity(self.text.len() + self.blocks.len());
        for block in &self.blocks {
            if !out.is_empty() && !block.joined {
                out.push('\n');
            }
            for number in block.lines.clone() {
                out += self.line(number);
                out.push('\n');
            }
        }
        out
    }

    fn push(&mut self, prefix: &str, line: &str) {
        if line.is_empty() {
            self.text += prefix.trim_end();
        } else {
            self.text += prefix;
            self.text += line;
        }
        self.ends.push(self.text.len());
        self.text.push('\n');
    }
}

/// Wraps every piece to this measure.
pub(super) fn wrap(pieces: &[Piece], columns: usize) -> Wrapped {
    let length: usize = pieces.iter().map(|piece| piece.text.len() + 8).sum();
    let mut wrapped =
        Wrapped { text: String::with_capacity(length + length / 32), ends: Vec::new(), blocks: Vec::new() };
    for piece in pieces {
        let Piece { marker, text, joined, heading } = piece;
        let first = wrapped.ends.len();
        wrap_piece(marker, &tame(text), columns.max(1), &mut wrapped);
        let lines = first..wrapped.ends.len();
        wrapped.blocks.push(Block { lines, joined: *joined, heading: *heading });
    }
    wrapped
}

fn wrap_piece(marker: &str, text: &str, columns: usize, wrapped: &mut Wrapped) {
    // Where a hanging indent would take half of the line, the marker is a word like others.
    if !marker.is_empty() && columns <= 2 * marker.len() {
        return wrap_piece("", &format!("{marker}{text}"), columns, wrapped);
    }
    let indent = " ".repeat(marker.len());
    let mut prefix = marker;
    for typed in text.split('\n') {
        fill(typed, columns - marker.len(), &mut |line| {
            wrapped.push(prefix, line);
            prefix = &indent;
        });
    }
}

/// The text without characters that have no measure: other line ends and page ends become line feeds, tabs spaces, and
/// the rest of the control characters the sign for what cannot be shown.
pub(super) fn tame(text: &str) -> Cow<'_, str> {
    let wild = |letter: char| (letter.is_control() && letter != '\n') || matches!(letter, '\u{2028}' | '\u{2029}');
    if !text.contains(wild) {
        return Cow::Borrowed(text);
    }
    let tamed = text.chars().map(|letter| match letter {
        '\t' => ' ',
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        letter if letter.is_control() => char::REPLACEMENT_CHARACTER,
        letter => letter,
    });
    Cow::Owned(tamed.collect())
}

/// Cuts one typed line into lines of at most `room` columns.
fn fill(typed: &str, room: usize, push: &mut dyn FnMut(&str)) {
    let mut letters = letters(typed);
    let mut line = Line { start: 0, end: 0, width: 0, space: 0 };
    let mut pushed = false;
    let mut word = Word { start: 0, end: 0, width: 0, space: 0, after: 0 };
    for (at, _) in linebreaks(typed) {
        while word.after < at
            && let Some(letter) = letters.next()
        {
            word.add(&letter);
        }
        // Inside what readers see as one letter there is no end of line, whatever the rules for lines say.
        if word.after != at || (at < typed.len() && !may_end(typed, at)) {
            continue;
        }
        if line.width + line.space + word.width > room {
            if line.end > line.start {
                push(&typed[line.start..line.end]);
                pushed = true;
            }
            line = Line { start: word.start, end: word.start, width: 0, space: 0 };
            if word.width > room {
                line.start = cut(typed, &word, room, &mut |piece| {
                    push(piece);
                    pushed = true;
                });
                word.width = width(&typed[line.start..word.end]);
            }
        }
        line.add(&word);
        word = Word { start: at, end: at, width: 0, space: 0, after: at };
    }
    if line.end > line.start || !pushed {
        push(&typed[line.start..line.end]);
    }
}

/// The line that is being filled; white space at its end does not count.
struct Line {
    start: usize,
    end: usize,
    width: usize,
    /// The columns of the white space after `end`.
    space: usize,
}

impl Line {
    fn add(&mut self, word: &Word) {
        if word.end > word.start {
            self.end = word.end;
            self.width += self.space + word.width;
            self.space = 0;
        }
        self.space += word.space;
    }
}

/// What stands between two places where a line may end, and the white space after it.
struct Word {
    start: usize,
    end: usize,
    width: usize,
    space: usize,
    /// Where its white space ends.
    after: usize,
}

impl Word {
    fn add(&mut self, letter: &Letter) {
        self.after = letter.end;
        if letter.space {
            self.space += letter.width;
        } else {
            self.end = letter.end;
            self.width += self.space + letter.width;
            self.space = 0;
        }
    }
}

/// Pushes full lines of a word that is longer than a line; returns where its last, open line starts.
fn cut(typed: &str, word: &Word, room: usize, push: &mut dyn FnMut(&str)) -> usize {
    let (mut start, mut at, mut width) = (word.start, word.start, 0);
    for letter in letters(&typed[word.start..word.end]) {
        if width + letter.width > room && at > start {
            push(&typed[start..at]);
            (start, width) = (at, 0);
        }
        width += letter.width;
        at = word.start + letter.end;
    }
    start
}

/// May a line end before this byte, where Unicode's rules would let it?
fn may_end(line: &str, at: usize) -> bool {
    let mut before = line[..at].chars().rev();
    let (last, next) = (before.next(), line[at..].chars().next());
    let (Some(last), Some(next)) = (last, next) else { return true };
    let hyphen = matches!(last, '-' | '\u{2010}' | '\u{ad}');
    let in_word = hyphen && next.is_alphanumeric() && before.next().is_some_and(char::is_alphanumeric);
    // An address that fits on a line of its own stays whole, so that it can be clicked and copied.
    let in_address = matches!(last, '/' | '?' | '&' | '=' | '%' | '.') && next.is_ascii_alphanumeric();
    !in_word && !in_address && !is_no_break_space(last) && !is_no_break_space(next)
}

fn is_no_break_space(letter: char) -> bool {
    matches!(letter, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// What a reader sees as one letter.
struct Letter {
    end: usize,
    width: usize,
    /// White space at which a line may end.
    space: bool,
}

/// The letters of a line with their columns.
fn letters(line: &str) -> Box<dyn Iterator<Item = Letter> + '_> {
    let space = |letter: char| letter.is_whitespace() && !is_no_break_space(letter);
    if line.chars().all(is_simple) {
        let one =
            move |(at, letter): (usize, char)| Letter { end: at + letter.len_utf8(), width: 1, space: space(letter) };
        return Box::new(line.char_indices().map(one));
    }
    Box::new(line.grapheme_indices(true).map(move |(at, letter)| Letter {
        end: at + letter.len(),
        width: letter.width(),
        space: letter.chars().all(space),
    }))
}

/// Characters that are one letter and one column each, whatever stands beside them. Most releases hold no others, and
/// looking each one up in Unicode's tables takes many times as long.
fn is_simple(letter: char) -> bool {
    matches!(letter,
        ' '..='~' | '\u{a0}'..='¬' | '®'..='˿' | 'Ѐ'..='҂' | 'Ҋ'..='ԯ' | '‐'..='‧' | '\u{202f}' | '№')
}

/// The columns of a text.
pub(super) fn width(text: &str) -> usize {
    letters(text).map(|letter| letter.width).sum()
}

/// The text where it fits into `room` columns, else its beginning and an ellipsis.
pub(super) fn shorten(text: &str, room: usize) -> String {
    // A letter may carry marks without end; a line that many bytes long is none.
    let longest = room.saturating_mul(16);
    let (mut at, mut end, mut width) = (0, 0, 0);
    for letter in letters(head(text, longest.saturating_add(16))) {
        width += letter.width;
        if width > room || letter.end > longest {
            return format!("{}…", text[..end].trim_end());
        }
        at = letter.end;
        if width < room {
            end = at;
        }
    }
    if at < text.len() { format!("{}…", text[..end].trim_end()) } else { text.to_owned() }
}

/// The first bytes of a text, up to the edge of a character.
fn head(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
