//! Finished stories as files: one writer a format, each a pure function from a [`Story`] to bytes.
//!
//! No path, no clock, no window: the same story and options give the same bytes. Each writer walks the parts with a
//! complete `match` and escapes typed text in exactly one function of its own; PDF and picture show the typeset pages.

mod html;
mod markdown;
mod pdf;
mod photos;
mod png;
mod text;

use std::fmt;
use std::sync::LazyLock;

pub use html::fragment;
pub use photos::{ShownPhoto, ShownPhotos};

use crate::house::Letterhead;
use crate::pages::{Material, PageError};
use crate::story::Story;
use crate::words::Message;

/// What a release can be exported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Markdown (CommonMark), for systems that read it.
    Markdown,
    /// Plain text, for wires and mail.
    Text,
    /// One complete web page.
    Html,
    /// The typeset pages, for everyone and for good (PDF/UA-1, PDF/A-2a).
    Pdf,
    /// The first page as a picture, for a web site or a chat.
    Png,
}

impl Format {
    /// All formats, in the order in which a form offers them.
    pub const ALL: [Format; 5] = [Format::Markdown, Format::Text, Format::Html, Format::Pdf, Format::Png];

    /// The ending of its files, which is also its name on a command line.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Markdown => "md",
            Format::Text => "txt",
            Format::Html => "html",
            Format::Pdf => "pdf",
            Format::Png => "png",
        }
    }

    /// The format with this ending.
    pub fn from_extension(extension: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.extension() == extension)
    }

    /// Does it carry photos of its own, beside it or inside?
    pub fn carries_photos(self) -> bool {
        match self {
            Format::Markdown | Format::Html => true,
            Format::Text | Format::Pdf | Format::Png => false,
        }
    }

    /// Does it show the typeset page, with logo and photos?
    pub fn shows_pages(self) -> bool {
        match self {
            Format::Markdown | Format::Text | Format::Html => false,
            Format::Pdf | Format::Png => true,
        }
    }
}

/// What a person may choose for an export, and what pages need besides words.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Plain text: how its lines end.
    pub lines: Lines,
    /// Pages: the look of the house.
    pub letterhead: &'a Letterhead,
    /// Pages: logo and photos.
    pub material: &'a Material,
    /// PDF: the release's own file, to travel inside (then PDF/A-3a).
    pub source: Option<&'a [u8]>,
    /// Web page and Markdown: the photos that go along. Without any, their words stand alone.
    pub photos: Option<&'a ShownPhotos>,
    /// Picture: pixels in a row.
    pub width_px: u32,
    /// Pages: asked now and then; where it says yes, the export is given up.
    pub give_up: &'a (dyn Fn() -> bool + Send + Sync),
}

impl Options<'static> {
    /// As wide as a web site or a chat shows a picture.
    pub const WIDTH_PX: u32 = 1200;
}

impl Default for Options<'_> {
    fn default() -> Self {
        static LETTERHEAD: LazyLock<Letterhead> = LazyLock::new(Letterhead::default);
        static MATERIAL: LazyLock<Material> = LazyLock::new(Material::default);
        Options {
            lines: Lines::default(),
            letterhead: &LETTERHEAD,
            material: &MATERIAL,
            source: None,
            photos: None,
            width_px: Options::WIDTH_PX,
            give_up: &|| false,
        }
    }
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
    /// As wires and old mail programs want it.
    pub const WIRE: Lines = Lines::Wrapped { columns: 72 };

    /// A4 in a typewriter face.
    pub const A4: Lines = Lines::Paged { columns: 72, lines: 58 };
}

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The file, byte for byte.
    pub bytes: Vec<u8>,
    /// What could not be carried over.
    pub warnings: Vec<Message>,
}

/// Why a story could not be exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// The pages could not be set.
    Page(PageError),
    /// A photo or the logo cannot be shown; a page with a hole in it is not sent.
    Picture {
        /// The photo or the logo, by its name.
        picture: Message,
        /// Why, and what to do next.
        why: Message,
    },
    /// A fault of the program.
    Fault,
}

impl ExportError {
    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            ExportError::Page(why) => Message::new("error-export-page").with("why", why.message()),
            ExportError::Picture { picture, why } => {
                Message::new("error-export-picture").with("picture", picture.clone()).with("why", why.clone())
            }
            ExportError::Fault => Message::new("error-export-fault"),
        }
    }
}

impl From<PageError> for ExportError {
    fn from(error: PageError) -> Self {
        ExportError::Page(error)
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(out)
    }
}

impl std::error::Error for ExportError {}

/// Writes a story in one format.
///
/// # Errors
/// None for the formats of words alone. A page cannot be set, or a picture on it cannot be shown.
pub fn export(story: &Story, format: Format, options: &Options<'_>) -> Result<Exported, ExportError> {
    let words = |text: String, warnings| Ok(Exported { bytes: text.into_bytes(), warnings });
    let left_out = || photos::left_out(story, options.photos);
    match format {
        Format::Markdown => words(markdown::write(story, options.photos), left_out()),
        Format::Text => words(text::write(story, options.lines), Vec::new()),
        Format::Html => words(html::write(story, options.photos), left_out()),
        Format::Pdf => pdf::write(story, options),
        Format::Png => png::write(story, options),
    }
}
