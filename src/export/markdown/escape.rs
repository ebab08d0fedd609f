//! What typed letters must look like in Markdown to be read as letters.
//!
//! A letter is escaped only where a reader would take it for something else: `5 * 3`, `snake_case`, `a & b`, `#Astana`
//! and `[1]` stay as they are. What extensions read (tables, struck-out words, boxes to tick) counts as well.

use std::fmt::Write;
use std::ops::Range;

use super::marks::{Marked, Sign, is_sure_letter, is_sure_space};

/// Where a block stands: which reader's rules hold there, and what stands before its lines.
pub(super) enum Place<'a> {
    /// After `# ` or `## `, on one line.
    Heading {
        /// The number signs and a space.
        level: &'a str,
    },
    /// By itself or in a quote.
    Paragraph {
        /// Before the first line.
        first: &'a str,
        /// Before each other line.
        rest: &'a str,
    },
    /// A point of a list.
    Item {
        /// The marker.
        first: &'a str,
        /// The indent.
        rest: &'a str,
    },
}

/// Writes the letters and marks of a block, and escapes what needs it: the one place where typed text becomes Markdown.
pub(super) fn escape(marked: &Marked<'_>, place: &Place<'_>, out: &mut String) {
    let Marked { text, marks, references } = marked;
    let hazards = Hazards::of(marked);
    let (first, rest) = match place {
        Place::Heading { level } => (*level, ""),
        Place::Paragraph { first, rest } | Place::Item { first, rest } => (*first, *rest),
    };
    // Readers take a byte order mark off the beginning of a file.
    let mut references = references.iter().copied().peekable();
    let bare_start = out.is_empty() && first.is_empty() && !hazards.has_mark(0);
    let order_mark = bare_start && text.starts_with('\u{feff}');
    *out += first;
    let mut marks = marks.iter().peekable();
    let mut in_link = false;
    let mut forced = hazards.line_start(0, place);
    let mut row = Row { end: 0, escaped: false };
    let mut at = 0;
    if order_mark {
        *out += "&#65279;";
        references.next_if_eq(&0);
        at = '\u{feff}'.len_utf8();
    }
    loop {
        let stops =
            [marks.peek().map(|mark| mark.at), references.peek().copied(), Some(forced.start), Some(text.len())];
        let stop = stops.into_iter().flatten().filter(|stop| *stop >= at).min().unwrap_or(text.len());
        let ordinary = text.as_bytes()[at..stop].iter().position(|byte| is_special(*byte)).unwrap_or(stop - at);
        *out += &text[at..at + ordinary];
        at += ordinary;
        while let Some(mark) = marks.next_if(|mark| mark.at == at) {
            match mark.sign {
                Sign::Strong => *out += "**",
                Sign::Emphasis => out.push('*'),
                Sign::Underscore => out.push('_'),
                Sign::Link => out.push('['),
                Sign::Address(address) => {
                    *out += "](";
                    push_address(address, out);
                    out.push(')');
                }
            }
            in_link = (in_link || mark.sign == Sign::Link) && !matches!(mark.sign, Sign::Address(_));
        }
        let Some(letter) = text[at..].chars().next() else { break };
        if references.next_if_eq(&at).is_some() || matches!(letter, '\u{b}' | '\u{c}') {
            // Writing to a string never fails.
            let _ = write!(out, "&#{};", u32::from(letter));
        } else if letter == '\n' {
            *out += "\\\n";
            *out += rest;
            forced = hazards.line_start(at + 1, place);
        } else {
            let escaped = match letter {
                _ if forced.contains(&at) => true,
                '*' | '_' | '~' => {
                    if row.end <= at {
                        row = hazards.row(at);
                    }
                    row.escaped
                }
                '`' => hazards.backticks > 1,
                '[' => in_link,
                ']' => in_link || hazards.ends_link_words(at),
                '!' => hazards.is_before_link(at + 1),
                '<' => hazards.opens_html(at),
                '&' => is_reference(&text[at..]),
                '\\' => hazards.backslash_counts(at),
                _ => false,
            };
            if escaped {
                out.push('\\');
            }
            out.push(letter);
        }
        at += letter.len_utf8();
    }
}

/// The words in the brackets of a picture, on one line: no mark in them opens anything.
pub(super) fn escape_alt(alt: &str) -> String {
    let mut escaped = String::with_capacity(alt.len());
    for word in alt.split(|letter: char| letter.is_ascii_whitespace() || matches!(letter, '\u{b}' | '\u{85}' | '\0')) {
        if word.is_empty() {
            continue;
        }
        if !escaped.is_empty() {
            escaped.push(' ');
        }
        for letter in word.chars() {
            if matches!(letter, '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '<' | '>' | '&' | '|' | '!' | '^') {
                escaped.push('\\');
            }
            escaped.push(letter);
        }
    }
    escaped
}

fn is_special(byte: u8) -> bool {
    matches!(byte, b'\n' | 0xb | 0xc | b'*' | b'_' | b'~' | b'`' | b'[' | b']' | b'!' | b'<' | b'>' | b'&' | b'\\')
}

/// Writes an address between brackets: without pairs, its brackets are escaped, and what would be read as a character
/// reference or an escape.
fn push_address(address: &str, out: &mut String) {
    let (mut depth, mut paired) = (0, true);
    for byte in address.bytes() {
        depth += i32::from(byte == b'(') - i32::from(byte == b')');
        // Readers need not follow brackets deeper than this.
        paired &= (0..=30).contains(&depth);
    }
    paired &= depth == 0;
    for (at, letter) in address.char_indices() {
        let next = address.as_bytes().get(at + 1);
        let escaped = match letter {
            '(' | ')' => !paired,
            '&' => is_reference(&address[at..]),
            '\\' => next.is_none_or(u8::is_ascii_punctuation),
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(letter);
    }
}

/// `&amp;`, `&#38;`, `&#x26;`. Whether there is a character of this name is not looked up, but none has a name of one
/// letter: `R&D;`.
fn is_reference(text: &str) -> bool {
    // The longest name has 31 letters.
    let mut name = text.as_bytes().iter().skip(1).take(34);
    let number = text.as_bytes().get(1) == Some(&b'#');
    let length = name.clone().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
    length > 1 && (number || text.as_bytes()[1].is_ascii_alphabetic()) && name.nth(length) == Some(&b';')
}

/// A row of the same letter.
struct Row {
    end: usize,
    escaped: bool,
}

/// What in a block could be read as something that nobody typed.
struct Hazards<'a> {
    marked: &'a Marked<'a>,
    stars: bool,
    underscores: bool,
    tildes: bool,
    /// Rows of backticks: one alone is no code.
    backticks: usize,
    first_bracket: Option<usize>,
    /// The end of a tag cannot lie behind this.
    last_angle: usize,
    /// The block starts as a definition of a link does: `[label]:`.
    defines: bool,
}

impl<'a> Hazards<'a> {
    fn of(marked: &'a Marked<'a>) -> Self {
        let addresses = || {
            marked.marks.iter().filter_map(|mark| match mark.sign {
                Sign::Address(address) => Some(address),
                Sign::Strong | Sign::Emphasis | Sign::Underscore | Sign::Link => None,
            })
        };
        let has = |sign| marked.marks.iter().any(|mark| mark.sign == sign);
        let text = marked.text.as_str();
        let mut hazards = Hazards {
            marked,
            stars: has(Sign::Strong) || has(Sign::Emphasis),
            underscores: has(Sign::Underscore),
            tildes: false,
            backticks: addresses().filter(|address| address.contains('`')).count(),
            first_bracket: None,
            last_angle: if addresses().any(|address| address.contains('>')) { usize::MAX } else { 0 },
            defines: text.starts_with('[') && label_end(text).is_some_and(|end| text[end..].starts_with("]:")),
        };
        hazards.scan();
        hazards
    }

    /// Looks at every letter that could be part of a pair.
    fn scan(&mut self) {
        let text = self.marked.text.as_bytes();
        let mut opened = [false; 3];
        let mut at = 0;
        while let Some(offset) = text[at..].iter().position(|byte| is_special(*byte)) {
            at += offset;
            let end = self.row_end(at);
            let (kind, pairs) = match text[at] {
                b'*' => (0, &mut self.stars),
                b'_' => (1, &mut self.underscores),
                b'~' => (2, &mut self.tildes),
                byte => {
                    match byte {
                        b'`' => self.backticks += 1,
                        b'[' => self.first_bracket = self.first_bracket.or(Some(at)),
                        b'>' => self.last_angle = self.last_angle.max(at),
                        _ => {}
                    }
                    at = end;
                    continue;
                }
            };
            if !*pairs {
                let (opens, closes) = self.flanks(at..end);
                if closes && opened[kind] {
                    match kind {
                        0 => self.stars = true,
                        1 => self.underscores = true,
                        _ => self.tildes = true,
                    }
                }
                opened[kind] |= opens;
            }
            at = end;
        }
    }

    /// Where a row of the same letter ends; a mark ends it too.
    fn row_end(&self, at: usize) -> usize {
        let text = self.marked.text.as_bytes();
        let mut end = at + 1;
        while text.get(end) == Some(&text[at]) && !self.has_mark(end) {
            end += 1;
        }
        end
    }

    fn has_mark(&self, at: usize) -> bool {
        self.marked.marks.binary_search_by_key(&at, |mark| mark.at).is_ok()
    }

    /// Could some reader take this row for an opening mark, or for a closing one?
    fn flanks(&self, row: Range<usize>) -> (bool, bool) {
        let text = self.marked.text.as_str();
        let before = text[..row.start].chars().next_back();
        let after = text[row.end..].chars().next();
        let is_reference = |at| self.marked.references.binary_search(&at).is_ok();
        let (mark_before, mark_after) = (self.has_mark(row.start), self.has_mark(row.end));
        let in_word = |letter: Option<char>, at: Option<usize>| {
            letter.is_some_and(is_sure_letter) && !at.is_some_and(is_reference)
        };
        if text.as_bytes()[row.start] == b'_'
            && !mark_before
            && !mark_after
            && in_word(before, before.map(|letter| row.start - letter.len_utf8()))
            && in_word(after, Some(row.end))
        {
            return (false, false);
        }
        let blank = |letter: Option<char>| letter.is_none_or(is_sure_space);
        (mark_after || !blank(after), mark_before || !blank(before))
    }

    /// The row of asterisks, underscores or tildes that starts here.
    fn row(&self, at: usize) -> Row {
        let end = self.row_end(at);
        let pairs = match self.marked.text.as_bytes()[at] {
            b'*' => self.stars,
            b'_' => self.underscores,
            _ => self.tildes,
        };
        let (opens, closes) = self.flanks(at..end);
        Row { end, escaped: pairs && (opens || closes) }
    }

    /// Is this the `](` of `[words](address)`?
    fn ends_link_words(&self, at: usize) -> bool {
        let opened = self.first_bracket.is_some_and(|first| first < at);
        opened && self.marked.text.as_bytes().get(at + 1) == Some(&b'(') && !self.has_mark(at + 1)
    }

    /// Does a link start here, of which `!` would make an image?
    fn is_before_link(&self, at: usize) -> bool {
        let marks = &self.marked.marks;
        let first = marks.partition_point(|mark| mark.at < at);
        marks[first..].iter().take_while(|mark| mark.at == at).any(|mark| mark.sign == Sign::Link)
    }

    /// `<b>`, `</b>`, `<!--`, `<?`, `<https://example.org>`, `<a@example.org>`
    fn opens_html(&self, at: usize) -> bool {
        self.last_angle > at && starts_html(&self.marked.text.as_bytes()[at..])
    }

    /// Would this backslash be read as an escape or as a line break?
    fn backslash_counts(&self, at: usize) -> bool {
        let next = self.marked.text.as_bytes().get(at + 1);
        self.has_mark(at + 1)
            || self.marked.references.binary_search(&(at + 1)).is_ok()
            || next.is_some_and(|byte| byte.is_ascii_punctuation() || matches!(byte, b'\n' | 0xb | 0xc))
    }

    /// Which letters of the line that starts here make it a block of another kind; an empty range at the end if none.
    fn line_start(&self, start: usize, place: &Place<'_>) -> Range<usize> {
        let text = self.marked.text.as_str();
        let none = text.len()..text.len();
        let at = |range: Range<usize>| start + range.start..start + range.end;
        let after_marker = match place {
            Place::Heading { .. } => return closing_signs(text).unwrap_or(none),
            Place::Paragraph { .. } => false,
            Place::Item { .. } => start == 0,
        };
        if self.has_mark(start) {
            return none;
        }
        let rest = &text[start..];
        let line = &rest.as_bytes()[..rest.find('\n').unwrap_or(rest.len())];
        let found = match (block_start(line), line) {
            (Some(found), _) => Some(found),
            (None, [b'[', b'^' | b'!', ..]) => Some(0..1),
            (None, [b'[', b' ' | b'\t' | b'x' | b'X', b']', ..]) if after_marker => Some(0..1),
            // With the marker before them, two hyphens are a rule.
            (None, [b'-', ..]) if after_marker && is_underline(line) => Some(0..1),
            (None, [b'[', ..]) if start == 0 && self.defines => Some(0..1),
            (None, line) if start > 0 && is_underline(line) => Some(0..1),
            (None, _) => None,
        };
        found.map_or(none, at)
    }
}

/// The first closing bracket that is not escaped, as the `](` of a link is.
fn label_end(text: &str) -> Option<usize> {
    text.match_indices(']').map(|(at, _)| at).find(|at| !text[at + 1..].starts_with('('))
}

/// The number signs at the end of a heading, which readers take off.
fn closing_signs(text: &str) -> Option<Range<usize>> {
    let words = text.trim_end_matches('#');
    let closes = words.len() < text.len() && (words.is_empty() || words.ends_with([' ', '\t']));
    closes.then_some(words.len()..words.len() + 1)
}

fn starts_html(text: &[u8]) -> bool {
    text.get(1).is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?'))
}

/// The letters that make a line a heading, a quote, a list, a rule, code or HTML, wherever it stands.
fn block_start(line: &[u8]) -> Option<Range<usize>> {
    let row = |byte| line.iter().take_while(|other| **other == byte).count();
    let ends_word = |at: usize| line.get(at).is_none_or(|byte| matches!(byte, b' ' | b'\t'));
    let first = *line.first()?;
    let length = row(first);
    match first {
        b'#' if length <= 6 && ends_word(length) => Some(0..1),
        b'>' => Some(0..1),
        b'<' if starts_html(line) => Some(0..1),
        b'`' | b'~' if length >= 3 => Some(0..length),
        b'-' | b'+' if ends_word(1) || is_rule(line) => Some(0..1),
        b'*' if ends_word(1) => Some(0..1),
        // The whole row: what is left of it could be a mark.
        b'*' | b'_' if is_rule(line) => Some(0..length),
        b'0'..=b'9' => {
            let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let ends = matches!(line.get(digits), Some(b'.' | b')')) && ends_word(digits + 1);
            (digits <= 9 && ends).then_some(digits..digits + 1)
        }
        _ => None,
    }
}

/// `***`, `- - -`
fn is_rule(line: &[u8]) -> bool {
    let only = line.iter().all(|byte| *byte == line[0] || matches!(byte, b' ' | b'\t'));
    only && line.iter().filter(|byte| **byte == line[0]).count() >= 3
}

/// What makes a heading or a table of the line above it: `===`, `--`, `|---|:-:|`.
fn is_underline(line: &[u8]) -> bool {
    let all = |bytes: &[u8]| line.iter().all(|byte| bytes.contains(byte) || matches!(byte, b' ' | b'\t'));
    let heading = matches!(line.first(), Some(b'=')) && all(b"=");
    heading || (line.contains(&b'-') && all(b"|:-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_picture_are_read_as_they_were_typed() {
        use pulldown_cmark::{Event, Options, Parser};
        let parts = [
            "[",
            "]",
            "(",
            ")",
            "\\",
            "`",
            "*",
            "_",
            "~~",
            "<b>",
            "&amp;",
            "|",
            "!",
            "^",
            "a",
            " ",
            "\n",
            "http://a.b",
            "é",
        ];
        let mut seed = 7usize;
        for _ in 0..2_000 {
            let mut alt = String::new();
            for _ in 0..8 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                alt += parts[(seed >> 33) % parts.len()];
            }
            let page = format!("![{}](a.jpg)\n", escape_alt(&alt));
            let read: String = Parser::new_ext(&page, Options::all())
                .filter_map(|event| if let Event::Text(text) = event { Some(text.into_string()) } else { None })
                .collect();
            assert_eq!(read, alt.split_ascii_whitespace().collect::<Vec<_>>().join(" "), "{page}");
        }
    }
}
