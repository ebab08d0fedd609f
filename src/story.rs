//! One edition of a release, set out in reading order in the style of its house.
//!
//! Every order and every punctuation rule is decided here, once: what comes first, how a quote is attributed, where a
//! name is bold, which credits the closing line gathers. Writers walk the parts and decide nothing.

mod facts;
mod mentions;
mod quote;
mod setting;
mod words;

use crate::house::{House, Pattern, Style};
use crate::language::Language;
use crate::release::{BlockId, Edition, PhotoEdit, PhotoId, Release, Words, letters};

pub use facts::Facts;
use setting::Setting;

/// A release as it will read in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// What machines want to know besides the words.
    pub facts: Facts,
    /// The parts in reading order.
    pub parts: Vec<Part>,
    /// The house's word for the kind of release, for the head of its page; may be empty.
    pub kind: String,
    /// The house's words for "page n of m". `{page}` `{pages}`
    pub page: Pattern,
}

/// One part of a story and where its words came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What a person clicks on to change these words.
    pub origin: Origin,
    /// What it is and says.
    pub kind: PartKind,
}

/// The field or block from which a part came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The embargo, or the house where there is none.
    ReleaseLine,
    /// The headline.
    Headline,
    /// The subhead.
    Subhead,
    /// Place and date.
    Dateline,
    /// A block of the body.
    Block(BlockId),
    /// A photo that no block places.
    Photo(PhotoId),
    /// The list of photos that go along.
    Photos,
    /// The notes to editors.
    Notes,
    /// The contacts.
    Contacts,
    /// A standing text of the house.
    House,
}

/// What a part is and says.
#[derive(Clone, Debug, PartialEq)]
pub enum PartKind {
    /// For immediate release, or from when.
    ReleaseLine(Words),
    /// The headline, on one line.
    Headline(String),
    /// The subhead, on one line.
    Subhead(String),
    /// Place and date on a line of their own.
    Dateline(Words),
    /// Narrative, and quotes that the house runs in.
    Paragraph(Words),
    /// A quote that the house sets apart.
    Quote(Vec<Words>),
    /// A heading in the body, on one line.
    Heading(Words),
    /// Points.
    List {
        /// Numbered rather than marked.
        ordered: bool,
        /// The points.
        items: Vec<Words>,
    },
    /// A photo with its words.
    Figure(Figure),
    /// The end mark.
    EndMark(String),
    /// Standing texts and lists after the body.
    Section {
        /// Which of them.
        role: Role,
        /// The house's heading; may be empty.
        heading: String,
        /// A paragraph or an entry each.
        paragraphs: Vec<Words>,
        /// The photos of a section of photos, whose captions are its paragraphs; for writers that show pictures.
        figures: Vec<Figure>,
    },
    /// The line that closes the release.
    Closing(Words),
}

/// A photo with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Which of the release's photos it is.
    pub photo: PhotoId,
    /// The file's name in the release's `photos` folder.
    pub file: String,
    /// What of it is shown.
    pub edit: PhotoEdit,
    /// The picture in words.
    pub alt: String,
    /// It only adorns; screen readers pass it by.
    pub decorative: bool,
    /// Caption and credit as the house writes them.
    pub caption: Words,
}

/// What a section after the body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What the house says about itself.
    Boilerplate,
    /// Notes to editors.
    Notes,
    /// Who answers.
    Contacts,
    /// Photos that go along.
    Photos,
}

/// Sets one edition of a release in the style of a house.
///
/// The edition is one of the release's; it is handed over itself, so that there is no question of a missing language.
pub fn set(release: &Release, edition: &Edition, house: &House) -> Story {
    let language = Language::of(&edition.lang);
    let neutral;
    let style = match house.style(&edition.lang) {
        Some(style) => style,
        None => {
            neutral = Style::neutral(language);
            &neutral
        }
    };
    let kind = style.kinds.word(release.kind).to_owned();
    let parts = Setting::new(release, edition, style, language).parts();
    Story { facts: Facts::of(release, edition, house), parts, kind, page: style.page.clone() }
}

impl Story {
    /// The headline, where there is one.
    pub fn headline(&self) -> Option<&str> {
        self.parts
            .iter()
            .find_map(|part| if let PartKind::Headline(line) = &part.kind { Some(line.as_str()) } else { None })
    }

    /// For immediate release, or from when; where the house says either.
    pub fn release_line(&self) -> Option<&Words> {
        self.parts
            .iter()
            .find_map(|part| if let PartKind::ReleaseLine(words) = &part.kind { Some(words) } else { None })
    }

    /// Every photo that is shown and where it came from, in reading order.
    pub fn figures(&self) -> impl Iterator<Item = (Origin, &Figure)> {
        self.parts.iter().flat_map(|part| part.kind.figures().iter().map(|figure| (part.origin, figure)))
    }

    /// The letters that one block becomes, a paragraph each: what its card shows under its fields.
    pub fn lines_of(&self, block: BlockId) -> Vec<String> {
        let mine = self.parts.iter().filter(|part| part.origin == Origin::Block(block));
        mine.flat_map(|part| part.kind.lines()).collect()
    }
}

impl PartKind {
    fn figures(&self) -> &[Figure] {
        match self {
            PartKind::Figure(figure) => std::slice::from_ref(figure),
            PartKind::Section { figures, role: _, heading: _, paragraphs: _ } => figures,
            PartKind::ReleaseLine(_)
            | PartKind::Headline(_)
            | PartKind::Subhead(_)
            | PartKind::Dateline(_)
            | PartKind::Paragraph(_)
            | PartKind::Quote(_)
            | PartKind::Heading(_)
            | PartKind::List { .. }
            | PartKind::EndMark(_)
            | PartKind::Closing(_) => &[],
        }
    }

    /// The letters of a part, a paragraph each.
    pub fn lines(&self) -> Vec<String> {
        let all = |many: &[Words]| many.iter().map(|words| letters(words)).collect::<Vec<_>>();
        match self {
            PartKind::ReleaseLine(words)
            | PartKind::Dateline(words)
            | PartKind::Paragraph(words)
            | PartKind::Heading(words)
            | PartKind::Closing(words) => vec![letters(words)],
            PartKind::Headline(text) | PartKind::Subhead(text) | PartKind::EndMark(text) => vec![text.clone()],
            PartKind::Quote(paragraphs) => all(paragraphs),
            PartKind::List { items, ordered: _ } => all(items),
            PartKind::Figure(figure) => vec![letters(&figure.caption)],
            PartKind::Section { heading, paragraphs, role: _, figures: _ } => {
                let heading = (!heading.is_empty()).then(|| heading.clone());
                heading.into_iter().chain(all(paragraphs)).collect()
            }
        }
    }
}
