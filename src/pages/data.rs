//! The story as the template reads it: data, never markup.

use serde::Serialize;

use super::hyphens::hyphenated;
use super::material::stage_name;
use super::{Material, Print, SOURCE_FILE, Sheet};
use crate::house::{Face, Paper, ReleaseLinePlace};
use crate::release::{Inline, Words, fit_address, letters};
use crate::story::{Figure, PartKind, Role, Story};

/// Typst refuses longer addresses; no reader follows them either.
const LONGEST_ADDRESS: usize = 2000;

/// The logo in the template's world.
pub(super) const LOGO: &str = "logo";

/// A photo in the template's world, by its place in the material.
pub(super) fn photo_stem(index: usize) -> String {
    format!("photo-{index}")
}

/// Points in a millimetre.
pub(super) const POINTS: f32 = 72.0 / 25.4;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Data {
    title: String,
    author: Vec<String>,
    description: String,
    keywords: Vec<String>,
    date: (i16, i8, i8),
    lang: String,
    region: Option<String>,
    look: Look,
    organisation: String,
    kind: String,
    logo: Option<Picture>,
    running_title: String,
    running_line: Vec<Word>,
    page: Vec<PagePiece>,
    /// Level of the headings in the text: under the headline, where there is one.
    level: u8,
    parts: Vec<Part>,
    source: Option<&'static str>,
}

#[derive(Serialize)]
struct Look {
    paper: &'static str,
    margins: crate::house::Margins,
    sizes: crate::house::Sizes,
    serif: bool,
    colour: String,
    justified: bool,
    hyphenated: bool,
}

/// Letters, or 0 for the number of the page and 1 for how many there are.
#[derive(Serialize)]
#[serde(untagged)]
enum PagePiece {
    Letters(String),
    Number(u8),
}

#[derive(Serialize)]
struct Word {
    text: String,
    #[serde(skip_serializing_if = "is_false")]
    strong: bool,
    #[serde(skip_serializing_if = "is_false")]
    emphasis: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
}

#[derive(Serialize)]
struct Picture {
    file: String,
    width: f32,
    height: f32,
    alt: String,
}

#[derive(Serialize)]
struct Shot {
    file: Option<String>,
    width: f32,
    height: f32,
    alt: String,
    decorative: bool,
    missing: String,
    caption: Vec<Word>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Part {
    ReleaseLine { words: Vec<Word> },
    Headline { text: String },
    Subhead { text: String },
    Paragraph { words: Vec<Word> },
    Quote { paragraphs: Vec<Vec<Word>> },
    Heading { words: Vec<Word> },
    List { ordered: bool, items: Vec<Vec<Word>> },
    Figure { figure: Shot },
    EndMark { text: String },
    Section { role: &'static str, heading: String, paragraphs: Vec<Vec<Word>>, figures: Vec<Shot> },
    Closing { words: Vec<Word> },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn is_false(value: &bool) -> bool {
    !value
}

impl Data {
    pub(super) fn of(sheet: &Sheet<'_>) -> Data {
        let Sheet { story, letterhead, material, source } = sheet;
        let facts = &story.facts;
        let organisation = printable(&facts.organisation);
        let headline =
            find(story, |kind| if let PartKind::Headline(text) = kind { Some(printable(text)) } else { None });
        let writing = Writing { hyphens: facts.lang.primary() == "kk" && letterhead.hyphenated, material };
        Data {
            title: title(story),
            author: some(&organisation).into_iter().collect(),
            description: printable(&facts.description),
            keywords: [&story.kind, &facts.place].into_iter().filter_map(|word| some(&printable(word))).collect(),
            date: (facts.issued.year(), facts.issued.month(), facts.issued.day()),
            lang: lang(facts.lang.primary()),
            region: region(facts.lang.as_str()),
            look: Look {
                paper: match letterhead.paper {
                    Paper::A4 => "a4",
                    Paper::Letter => "us-letter",
                },
                margins: letterhead.margins_mm,
                sizes: letterhead.sizes_pt,
                serif: letterhead.face == Face::Serif,
                colour: letterhead.colour.to_string(),
                justified: letterhead.justified,
                hyphenated: letterhead.hyphenated && facts.lang.primary() != "kk",
            },
            kind: printable(&story.kind),
            logo: material.logo.as_ref().and_then(|logo| logo.as_ref().ok()).map(|logo| {
                let height = letterhead.logo_height_mm * POINTS;
                let most = letterhead.text_mm().0 * POINTS * 0.4;
                let width = height * logo.width_px as f32 / logo.height_px as f32;
                let shrunk = (most / width).min(1.0);
                let alt = if organisation.is_empty() { printable(&story.kind) } else { organisation.clone() };
                Picture { file: stage_name(LOGO, logo), width: width * shrunk, height: height * shrunk, alt }
            }),
            running_title: headline.clone().unwrap_or_else(|| title(story)),
            running_line: match letterhead.release_line {
                ReleaseLinePlace::AboveHeadline => Vec::new(),
                ReleaseLinePlace::EveryPage => {
                    let line = |kind: &PartKind| {
                        if let PartKind::ReleaseLine(words) = kind { Some(writing.words(words)) } else { None }
                    };
                    find(story, line).unwrap_or_default()
                }
            },
            page: page_pieces(story),
            level: if headline.is_some() { 2 } else { 1 },
            parts: story.parts.iter().map(|part| writing.part(&part.kind)).collect(),
            source: source.map(|_| SOURCE_FILE),
            organisation,
        }
    }
}

fn find<T>(story: &Story, wanted: impl Fn(&PartKind) -> Option<T>) -> Option<T> {
    story.parts.iter().find_map(|part| wanted(&part.kind))
}

/// What a PDF is called; without a headline, what can be said of it anyway.
fn title(story: &Story) -> String {
    let facts = &story.facts;
    let issued = facts.issued.to_string();
    let names = [&facts.headline, &facts.description, &story.kind, &facts.organisation, &issued];
    names.into_iter().find_map(|name| some(&printable(name))).unwrap_or_default()
}

fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Typst knows languages of two and three letters; others have none.
fn lang(primary: &str) -> String {
    let known = (2..=3).contains(&primary.len()) && primary.bytes().all(|letter| letter.is_ascii_lowercase());
    if known { primary.to_owned() } else { "und".to_owned() }
}

fn region(tag: &str) -> Option<String> {
    let region = tag.split('-').skip(1).find(|part| part.len() == 2)?;
    region.bytes().all(|letter| letter.is_ascii_alphabetic()).then(|| region.to_ascii_uppercase())
}

/// The pattern for "page n of m", in pieces, because only the template knows the numbers.
fn page_pieces(story: &Story) -> Vec<PagePiece> {
    // Letters that no text can hold mark the places.
    const NUMBER: &str = "\u{fdd0}";
    const COUNT: &str = "\u{fdd1}";
    let filled = story.page.fill_plain(&|name| match name {
        "page" => NUMBER.into(),
        "pages" => COUNT.into(),
        _ => String::new(),
    });
    let mut pieces = Vec::new();
    for piece in filled.split_inclusive([NUMBER, COUNT].map(|mark| mark.chars().next().unwrap_or_default())) {
        let number = if piece.ends_with(NUMBER) {
            Some(0)
        } else if piece.ends_with(COUNT) {
            Some(1)
        } else {
            None
        };
        pieces.push(PagePiece::Letters(printable(piece)));
        pieces.extend(number.map(PagePiece::Number));
    }
    pieces
}

/// Letters as a page can hold them: line breaks of one kind, tabs as spaces, no control letters, no letters that mean
/// something to software only (byte order marks, noncharacters), which PDF/A forbids.
pub(super) fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {
                letters.next_if_eq(&'\n');
                out.push('\n');
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push(' '),
            '\u{feff}' | '\u{fdd0}'..='\u{fdef}' => {}
            _ if letter.is_control() || u32::from(letter) & 0xfffe == 0xfffe => {}
            _ => out.push(letter),
        }
    }
    out
}

/// How the words of one edition are written down.
struct Writing<'a> {
    hyphens: bool,
    material: &'a Material,
}

impl Writing<'_> {
    fn part(&self, kind: &PartKind) -> Part {
        match kind {
            PartKind::ReleaseLine(words) => Part::ReleaseLine { words: self.words(words) },
            PartKind::Headline(text) => Part::Headline { text: printable(text) },
            PartKind::Subhead(text) => Part::Subhead { text: printable(text) },
            PartKind::Dateline(words) | PartKind::Paragraph(words) => Part::Paragraph { words: self.running(words) },
            PartKind::Quote(paragraphs) => Part::Quote { paragraphs: self.all(paragraphs) },
            PartKind::Heading(words) => Part::Heading { words: self.words(words) },
            PartKind::List { ordered, items } => Part::List { ordered: *ordered, items: self.all(items) },
            PartKind::Figure(figure) => Part::Figure { figure: self.figure(figure) },
            PartKind::EndMark(text) => Part::EndMark { text: printable(text) },
            PartKind::Section { role, heading, paragraphs, figures } => Part::Section {
                role: match role {
                    Role::Boilerplate => "boilerplate",
                    Role::Notes => "notes",
                    Role::Contacts => "contacts",
                    Role::Photos => "photos",
                },
                heading: printable(heading),
                paragraphs: if *role == Role::Photos { Vec::new() } else { self.all(paragraphs) },
                figures: figures.iter().map(|figure| self.figure(figure)).collect(),
            },
            PartKind::Closing(words) => Part::Closing { words: self.running(words) },
        }
    }

    fn all(&self, paragraphs: &[Words]) -> Vec<Vec<Word>> {
        paragraphs.iter().map(|words| self.running(words)).collect()
    }

    /// Words of running text, which may be parted at a line's end.
    fn running(&self, words: &[Inline]) -> Vec<Word> {
        if self.hyphens { self.words(&hyphenated(words)) } else { self.words(words) }
    }

    fn words(&self, words: &[Inline]) -> Vec<Word> {
        words
            .iter()
            .filter(|inline| !inline.text.is_empty())
            .map(|Inline { text, strong, emphasis, link }| Word {
                text: printable(text),
                strong: *strong,
                emphasis: *emphasis,
                link: link.as_deref().and_then(address),
            })
            .collect()
    }

    fn figure(&self, figure: &Figure) -> Shot {
        let Figure { file, alt, decorative, caption } = figure;
        let caption_letters = printable(&letters(caption));
        let alt = if alt.trim().is_empty() { caption_letters } else { printable(alt) };
        let index = self.material.photos.keys().position(|name| name == file);
        let (print, missing) = match self.material.photos.get(file) {
            Some(Ok(print)) => (Some(print), String::new()),
            Some(Err(why)) => (None, printable(&format!("{file}: {why}"))),
            None => (None, printable(file)),
        };
        let (width, height) = print.map(Print::size_pt).unwrap_or_default();
        Shot {
            file: print.zip(index).map(|(print, index)| stage_name(&photo_stem(index), print.picture())),
            width,
            height,
            alt,
            decorative: *decorative,
            missing,
            caption: self.words(caption),
        }
    }
}

/// An address in the letters that a PDF can hold.
fn address(typed: &str) -> Option<String> {
    let mut ascii = String::with_capacity(typed.len());
    for letter in fit_address(typed).chars() {
        let mut bytes = [0; 4];
        match letter {
            '!'..='~' => ascii.push(letter),
            _ => letter.encode_utf8(&mut bytes).bytes().for_each(|byte| ascii.push_str(&format!("%{byte:02X}"))),
        }
    }
    (!ascii.is_empty() && ascii.len() <= LONGEST_ADDRESS).then_some(ascii)
}
