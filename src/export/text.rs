//! Plain text for wires and mail bodies: a paragraph a line, wrapped to a measure, or on pages.
//!
//! Gets a [`Story`] and gives back a string. Unwrapped, every letter comes out as it was typed; where lines and pages
//! have a measure, characters that would break it are replaced (see [`wrap`]).

mod pages;
mod wrap;

use super::Lines;
use crate::release::{Inline, unix_lines};
use crate::story::{Figure, PartKind, Story};

/// Writes a story as plain text that ends with one line feed.
pub(super) fn write(story: &Story, lines: Lines) -> String {
    let pieces = pieces(story);
    match lines {
        Lines::Paragraphs => unwrapped(&pieces),
        Lines::Wrapped { columns } => wrap::wrap(&pieces, columns).into_text(),
        Lines::Paged { columns, lines } => pages::write(story, &wrap::wrap(&pieces, columns), columns, lines),
    }
}

/// A paragraph, a heading or a point.
struct Piece {
    /// What stands before a point: `- `, `12. `.
    marker: String,
    /// The words; a line feed is a line break that the writer typed.
    text: String,
    /// Stands right under the piece before, without a blank line.
    joined: bool,
    /// Belongs to what follows and is never parted from it.
    heading: bool,
}

impl Piece {
    fn paragraph(text: String) -> Self {
        Piece { marker: String::new(), text, joined: false, heading: false }
    }

    fn heading(text: &str) -> Self {
        Piece { heading: true, ..Piece::paragraph(text.replace(['\n', '\r'], " ")) }
    }
}

fn pieces(story: &Story) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(story.parts.len() + 8);
    for part in &story.parts {
        match &part.kind {
            PartKind::ReleaseLine(words) | PartKind::Dateline(words) | PartKind::Paragraph(words) => {
                pieces.push(Piece::paragraph(plain(words)));
            }
            PartKind::Headline(line) | PartKind::Subhead(line) => pieces.push(Piece::heading(line)),
            PartKind::Quote(paragraphs) => {
                pieces.extend(paragraphs.iter().map(|words| Piece::paragraph(plain(words))));
            }
            PartKind::Heading(words) => pieces.push(Piece::heading(&plain(words))),
            PartKind::List { ordered, items } => {
                pieces.extend(items.iter().zip(1..).map(|(words, number)| Piece {
                    marker: if *ordered { format!("{number}. ") } else { "- ".to_owned() },
                    joined: number > 1,
                    ..Piece::paragraph(plain(words))
                }));
            }
            PartKind::Figure(Figure { caption, photo: _, file: _, edit: _, alt: _, decorative: _ }) => {
                pieces.push(Piece::paragraph(plain(caption)))
            }
            PartKind::EndMark(mark) => pieces.push(Piece::paragraph(unix_lines(mark))),
            PartKind::Section { heading, paragraphs, role: _, figures: _ } => {
                if paragraphs.is_empty() {
                    continue;
                }
                pieces.push(Piece::heading(heading));
                pieces.extend(paragraphs.iter().map(|words| Piece::paragraph(plain(words))));
            }
            PartKind::Closing(words) => pieces.push(Piece::paragraph(plain(words))),
        }
    }
    // A caption that nobody wrote, a heading that the house does not use.
    pieces.retain(|piece| !piece.text.trim().is_empty());
    pieces
}

/// The letters of a line, each link followed by its address in brackets.
fn plain(words: &[Inline]) -> String {
    let mut text = String::with_capacity(words.iter().map(|inline| inline.text.len()).sum());
    for group in words.chunk_by(|left, right| left.link == right.link) {
        let start = text.len();
        group.iter().for_each(|inline| text += &inline.text);
        let Some(address) = group.first().and_then(|inline| inline.link.as_deref()) else { continue };
        let end = start + text[start..].trim_end().len();
        if !says_the_address(text[start..end].trim_start(), address) {
            // Before the white space at the end of the linked words, which parts them from what follows.
            text.insert_str(end, &format!(" ({})", shown(address)));
        }
    }
    if text.contains('\r') { unix_lines(&text) } else { text }
}

/// The address as people read it: of mail and telephone without the scheme.
fn shown(address: &str) -> &str {
    without(without(address, "mailto:"), "tel:")
}

fn without<'a>(address: &'a str, scheme: &str) -> &'a str {
    match address.get(..scheme.len()) {
        Some(start) if start.eq_ignore_ascii_case(scheme) => &address[scheme.len()..],
        Some(_) | None => address,
    }
}

/// Do the linked words already say where they lead? `example.org` does, and a number with its spaces and hyphens.
fn says_the_address(words: &str, address: &str) -> bool {
    let is_number = without(address, "tel:") != address;
    words == shown(address) || site(words) == site(address) || (is_number && digits(words) == digits(shown(address)))
}

fn site(address: &str) -> &str {
    without(without(address, "https://"), "http://").trim_end_matches('/')
}

fn digits(number: &str) -> String {
    number.chars().filter(|letter| !" \u{a0}\u{202f}-–()./".contains(*letter)).collect()
}

fn unwrapped(pieces: &[Piece]) -> String {
    let mut out = String::with_capacity(pieces.iter().map(|piece| piece.text.len() + 8).sum());
    for piece in pieces {
        let Piece { marker, text, joined, heading: _ } = piece;
        if !out.is_empty() && !joined {
            out.push('\n');
        }
        out += marker;
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                out.push('\n');
                // A point's second line stands under its first.
                let indent = if line.is_empty() { 0 } else { marker.len() };
                out.extend(std::iter::repeat_n(' ', indent));
            }
            out += line;
        }
        out.push('\n');
    }
    out
}
