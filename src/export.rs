//! Finished stories as files: one writer a format, each a pure function from a [`Story`] to bytes.
//!
//! No path, no clock, no window: the same story and options give the same bytes. Each writer walks the parts with a
//! complete `match` and escapes typed text in exactly one function of its own.

mod html;
mod markdown;
mod text;

use crate::story::Story;

/// What a release can be exported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Markdown (CommonMark), for systems that read it.
    Markdown,
    /// Plain text, for wires and mail.
    Text,
    /// One complete web page.
    Html,
}

impl Format {
    /// All formats, in the order in which a form offers them.
    pub const ALL: [Format; 3] = [Format::Markdown, Format::Text, Format::Html];

    /// The ending of its files, which is also its name on a command line.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Markdown => "md",
            Format::Text => "txt",
            Format::Html => "html",
        }
    }

    /// The format with this ending.
    pub fn from_extension(extension: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.extension() == extension)
    }
}

/// What a person may choose for an export.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Plain text: how its lines end.
    pub lines: Lines,
}

/// How the lines of plain text end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lines {
    /// One paragraph a line, however long.
    #[default]
    Paragraphs,
    /// No line wider than this many columns.
    Wrapped {
        /// Columns of the fixed-width screen or page.
        columns: usize,
    },
    /// Pages of fixed measure with form feeds between them.
    Paged {
        /// Columns of a line.
        columns: usize,
        /// Lines of a page.
        lines: usize,
    },
}

impl Lines {
    /// A4 in a typewriter face.
    pub const A4: Lines = Lines::Paged { columns: 72, lines: 58 };
}

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The file, byte for byte.
    pub bytes: Vec<u8>,
    /// What could not be carried over, in the user's words.
    pub warnings: Vec<String>,
}

/// Writes a story in one format.
pub fn export(story: &Story, format: Format, options: &Options) -> Exported {
    let text = match format {
        Format::Markdown => markdown::write(story),
        Format::Text => text::write(story, options.lines),
        Format::Html => html::write(story),
    };
    Exported { bytes: text.into_bytes(), warnings: Vec::new() }
}
