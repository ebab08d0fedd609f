//! Markdown as CommonMark defines it, for systems that read it.
//!
//! Gets a [`Story`] and gives back a string. Which marks stand around which letters is decided in [`marks`], what must
//! be escaped in [`escape`]. White space at the ends of lines is left out: Markdown has no words for it, and no reader
//! shows it.

mod escape;
mod marks;

use super::photos::{ShownPhoto, ShownPhotos};
use crate::release::Inline;
use crate::story::{Figure, PartKind, Story};
use escape::{Place, escape, escape_alt};
use marks::mark;

/// Writes a story as Markdown that ends with one line feed.
pub(super) fn write(story: &Story, photos: Option<&ShownPhotos>) -> String {
    let mut page = Page { out: String::new(), list: None, photos, inside: Vec::new() };
    for part in &story.parts {
        match &part.kind {
            PartKind::ReleaseLine(words)
            | PartKind::Dateline(words)
            | PartKind::Paragraph(words)
            | PartKind::Closing(words) => page.paragraph(words),
            PartKind::Headline(line) => page.heading("# ", &[Inline::plain(line.as_str())]),
            PartKind::Subhead(line) => page.paragraph(&emphasised(&[Inline::plain(line.as_str())])),
            PartKind::Quote(paragraphs) => page.quote(paragraphs),
            PartKind::Heading(words) => page.heading("## ", words),
            PartKind::List { ordered, items } => page.list(*ordered, items),
            PartKind::Figure(figure) => {
                page.picture(figure);
                page.paragraph(&emphasised(&figure.caption));
            }
            PartKind::EndMark(mark) => page.paragraph(&[Inline::plain(mark.as_str())]),
            PartKind::Section { heading, figures, .. } if figures.iter().any(|figure| page.shown(figure).is_some()) => {
                page.heading("## ", &[Inline::plain(heading.as_str())]);
                for figure in figures {
                    page.picture(figure);
                    page.paragraph(&figure.caption);
                }
            }
            PartKind::Section { heading, paragraphs, role: _, figures: _ } => {
                if paragraphs.is_empty() {
                    continue;
                }
                page.heading("## ", &[Inline::plain(heading.as_str())]);
                paragraphs.iter().for_each(|words| page.paragraph(words));
            }
        }
    }
    page.definitions();
    page.out
}

fn emphasised(words: &[Inline]) -> Vec<Inline> {
    words.iter().map(|inline| Inline { emphasis: true, ..inline.clone() }).collect()
}

/// The file as far as it is written.
struct Page<'a> {
    out: String,
    /// The list that was written last, while nothing stands after it.
    list: Option<List>,
    photos: Option<&'a ShownPhotos>,
    /// The addresses of the pictures inside the file, in the order of their numbers.
    inside: Vec<&'a str>,
}

#[derive(Clone, Copy, PartialEq)]
struct List {
    ordered: bool,
    /// Marked `+` and `1)` rather than `-` and `1.`.
    other_marker: bool,
}

impl<'a> Page<'a> {
    fn shown(&self, figure: &Figure) -> Option<&'a ShownPhoto> {
        self.photos?.get(&figure.photo)?.as_ref().ok()
    }

    /// A picture by itself; nothing where it does not go along.
    fn picture(&mut self, figure: &Figure) {
        let Some(photo) = self.shown(figure) else { return };
        let alt = if figure.decorative { String::new() } else { escape_alt(&figure.alt) };
        self.blank_line("\n");
        self.list = None;
        if photo.inside {
            // Its bytes stand behind the words, where they are in nobody's way.
            let number = match self.inside.iter().position(|address| *address == photo.best.address) {
                Some(place) => place + 1,
                None => {
                    self.inside.push(&photo.best.address);
                    self.inside.len()
                }
            };
            self.out += &format!("![{alt}][photo-{number}]\n");
        } else {
            self.out += &format!("![{alt}]({})\n", photo.best.address);
        }
    }

    /// The bytes of the pictures inside.
    fn definitions(&mut self) {
        for (place, address) in std::mem::take(&mut self.inside).into_iter().enumerate() {
            self.blank_line("\n");
            self.out += &format!("[photo-{}]: {address}\n", place + 1);
        }
    }

    fn paragraph(&mut self, words: &[Inline]) {
        self.block(words, &Place::Paragraph { first: "", rest: "" });
    }

    fn heading(&mut self, level: &'static str, words: &[Inline]) {
        self.block(words, &Place::Heading { level });
    }

    /// Writes one block with a blank line before it; nothing where there are no words.
    fn block(&mut self, words: &[Inline], place: &Place<'_>) {
        let before = self.out.len();
        self.blank_line("\n");
        if self.words(words, place) {
            self.list = None;
        } else {
            self.out.truncate(before);
        }
    }

    fn blank_line(&mut self, line: &str) {
        if !self.out.is_empty() {
            self.out += line;
        }
    }

    /// Writes words with a line feed after them; false where there are none.
    fn words(&mut self, words: &[Inline], place: &Place<'_>) -> bool {
        let marked = mark(words, matches!(place, Place::Heading { .. }));
        if marked.text.is_empty() {
            return false;
        }
        escape(&marked, place, &mut self.out);
        self.out.push('\n');
        true
    }

    fn quote(&mut self, paragraphs: &[Vec<Inline>]) {
        let mut started = false;
        for words in paragraphs {
            let before = self.out.len();
            self.blank_line(if started { ">\n" } else { "\n" });
            if self.words(words, &Place::Paragraph { first: "> ", rest: "> " }) {
                started = true;
                self.list = None;
            } else {
                self.out.truncate(before);
            }
        }
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Inline>]) {
        // Two lists of a kind in a row would be read as one; another marker parts them.
        let other_marker = self.list == Some(List { ordered, other_marker: false });
        let before = self.out.len();
        self.blank_line("\n");
        let start = self.out.len();
        let mut number = 0;
        for words in items {
            number += 1;
            let marker = match (ordered, other_marker) {
                (false, false) => "- ".to_owned(),
                (false, true) => "+ ".to_owned(),
                (true, false) => format!("{number}. "),
                (true, true) => format!("{number}) "),
            };
            if !self.words(words, &Place::Item { first: &marker, rest: &" ".repeat(marker.len()) }) {
                number -= 1;
            }
        }
        if self.out.len() == start {
            self.out.truncate(before);
        } else {
            self.list = Some(List { ordered, other_marker });
        }
    }
}
