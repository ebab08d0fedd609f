//! Markdown as CommonMark defines it, for systems that read it.
//!
//! Gets a [`Story`] and gives back a string. Which marks stand around which letters is decided in [`marks`], what must
//! be escaped in [`escape`]. White space at the ends of lines is left out: Markdown has no words for it, and no reader
//! shows it.

mod escape;
mod marks;

use crate::release::Inline;
use crate::story::{Figure, PartKind, Story};
use escape::{Place, escape};
use marks::mark;

/// Writes a story as Markdown that ends with one line feed.
pub(super) fn write(story: &Story) -> String {
    let mut page = Page { out: String::new(), list: None };
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
            // The photo itself is not linked: where its file will lie is not known here.
            PartKind::Figure(Figure { caption, photo: _, file: _, edit: _, alt: _, decorative: _ }) => {
                page.paragraph(&emphasised(caption))
            }
            PartKind::EndMark(mark) => page.paragraph(&[Inline::plain(mark.as_str())]),
            PartKind::Section { heading, paragraphs, role: _, figures: _ } => {
                if paragraphs.is_empty() {
                    continue;
                }
                page.heading("## ", &[Inline::plain(heading.as_str())]);
                paragraphs.iter().for_each(|words| page.paragraph(words));
            }
        }
    }
    page.out
}

fn emphasised(words: &[Inline]) -> Vec<Inline> {
    words.iter().map(|inline| Inline { emphasis: true, ..inline.clone() }).collect()
}

/// The file as far as it is written.
struct Page {
    out: String,
    /// The list that was written last, while nothing stands after it.
    list: Option<List>,
}

#[derive(Clone, Copy, PartialEq)]
struct List {
    ordered: bool,
    /// Marked `+` and `1)` rather than `-` and `1.`.
    other_marker: bool,
}

impl Page {
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
