//! The story as the template reads it: data, never markup.

use serde::Serialize;

use super::bounds::{breakable, longest_word, pieces};
use super::hyphens::with_letters_in;
use super::material::{Handing, drawing, stage_name};
use super::{Material, Print, SOURCE_FILE, Sheet};
use crate::house::{Face, Letterhead, Paper, ReleaseLinePlace, Sizes};
use crate::language::with_soft_hyphens;
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

/// How much larger a heading is than the text under it.
const HEADING: f32 = 1.14;

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
    running_line: String,
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
    sizes: Sizes,
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
pub(super) struct Word {
    pub(super) text: String,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) strong: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) emphasis: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) link: Option<String>,
}

impl Word {
    fn plain(text: String) -> Word {
        Word { text, strong: false, emphasis: false, link: None }
    }

    /// Other letters in the same style.
    pub(super) fn with(&self, text: &str) -> Word {
        let Word { text: _, strong, emphasis, link } = self;
        Word { text: text.to_owned(), strong: *strong, emphasis: *emphasis, link: link.clone() }
    }
}

/// Words in one piece, or in several that follow each other without a seam.
type Pieces = Vec<Vec<Word>>;

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
    caption: Pieces,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Part {
    ReleaseLine { words: Pieces },
    Headline { words: Pieces },
    Subhead { words: Pieces },
    Paragraph { words: Pieces },
    Quote { paragraphs: Vec<Pieces> },
    Heading { words: Pieces },
    List { ordered: bool, items: Vec<Pieces> },
    Figure { figure: Shot },
    EndMark { words: Pieces },
    Section { role: &'static str, heading: Pieces, paragraphs: Vec<Pieces>, figures: Vec<Shot> },
    Closing { words: Pieces },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn is_false(value: &bool) -> bool {
    !value
}

impl Data {
    pub(super) fn of(sheet: &Sheet<'_>, handing: Handing) -> Data {
        let Sheet { story, letterhead, material, source } = sheet;
        let facts = &story.facts;
        let organisation = printable(&facts.organisation);
        let headline = story.headline().map(printable);
        let sizes = letterhead.sizes_pt;
        let writing = Writing {
            hyphens: facts.lang.primary() == "kk" && letterhead.hyphenated,
            material,
            handing,
            letterhead,
            heading_pt: if headline.is_some() { sizes.text * HEADING } else { sizes.headline },
        };
        let small = writing.longest(sizes.small);
        // Logo, organisation and kind stand side by side.
        let beside = writing.longest(3.0 * sizes.small);
        Data {
            title: title(story),
            author: some(&fact(&organisation)).into_iter().collect(),
            description: fact(&facts.description),
            keywords: [&story.kind, &facts.place].into_iter().filter_map(|word| some(&fact(word))).collect(),
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
            kind: breakable(&printable(&story.kind), beside),
            logo: material.logo.as_ref().and_then(|logo| logo.as_ref().ok()).map(|logo| {
                let height = letterhead.logo_height_mm * POINTS;
                let most = letterhead.text_mm().0 * POINTS * 0.4;
                let width = height * logo.width_px as f32 / logo.height_px as f32;
                let shrunk = (most / width).min(1.0);
                let alt = fact(if organisation.is_empty() { &story.kind } else { &organisation });
                Picture { file: stage_name(LOGO, logo), width: width * shrunk, height: height * shrunk, alt }
            }),
            running_title: breakable(
                &shortened(&headline.clone().unwrap_or_else(|| title(story)), LONGEST_HEAD),
                small,
            ),
            running_line: match letterhead.release_line {
                ReleaseLinePlace::AboveHeadline => String::new(),
                ReleaseLinePlace::EveryPage => {
                    let line = story.release_line().map(|words| letters(words)).unwrap_or_default();
                    breakable(&shortened(&printable(&line), LONGEST_HEAD), small)
                }
            },
            page: page_pieces(story),
            level: if headline.is_some() { 2 } else { 1 },
            parts: story.parts.iter().map(|part| writing.part(&part.kind)).collect(),
            source: source.map(|_| SOURCE_FILE),
            organisation: breakable(&organisation, beside),
        }
    }
}

/// No archive takes longer words about a file (PDF/A); the whole stands on the page.
const LONGEST_FACT: usize = 5_000;

/// Words about the file.
fn fact(text: &str) -> String {
    shortened(&printable(text), LONGEST_FACT)
}

/// What a PDF is called; without a headline, what can be said of it anyway.
fn title(story: &Story) -> String {
    let facts = &story.facts;
    let issued = facts.issued.to_string();
    let names = [&facts.headline, &facts.description, &story.kind, &facts.organisation, &issued];
    names.into_iter().find_map(|name| some(&fact(name))).unwrap_or_default()
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
    handing: Handing,
    letterhead: &'a Letterhead,
    /// Size of the headings in the text.
    heading_pt: f32,
}

impl Writing<'_> {
    fn part(&self, kind: &PartKind) -> Part {
        let Sizes { headline, subhead, text: text_size, small } = self.letterhead.sizes_pt;
        match kind {
            PartKind::ReleaseLine(words) => Part::ReleaseLine { words: self.words(words, self.longest(small)) },
            PartKind::Headline(text) => Part::Headline { words: plain(text, self.longest(headline)) },
            PartKind::Subhead(text) => Part::Subhead { words: plain(text, self.longest(subhead)) },
            PartKind::Dateline(words) | PartKind::Paragraph(words) => Part::Paragraph { words: self.running(words) },
            PartKind::Quote(paragraphs) => Part::Quote { paragraphs: self.all(paragraphs) },
            PartKind::Heading(words) => Part::Heading { words: self.words(words, self.longest(self.heading_pt)) },
            PartKind::List { ordered, items } => Part::List { ordered: *ordered, items: self.all(items) },
            PartKind::Figure(figure) => Part::Figure { figure: self.figure(figure, self.longest(small)) },
            PartKind::EndMark(text) => Part::EndMark { words: plain(text, self.longest(text_size)) },
            PartKind::Section { role, heading, paragraphs, figures } => Part::Section {
                role: match role {
                    Role::Boilerplate => "boilerplate",
                    Role::Notes => "notes",
                    Role::Contacts => "contacts",
                    Role::Photos => "photos",
                },
                heading: plain(heading, self.longest(self.heading_pt)),
                paragraphs: if *role == Role::Photos { Vec::new() } else { self.all(paragraphs) },
                // Two in a row.
                figures: figures.iter().map(|figure| self.figure(figure, self.longest(2.0 * small))).collect(),
            },
            PartKind::Closing(words) => Part::Closing { words: self.running(words) },
        }
    }

    /// How many letters of this size find room in a line.
    fn longest(&self, size_pt: f32) -> usize {
        longest_word(self.letterhead.text_mm().0 * POINTS, size_pt)
    }

    fn all(&self, paragraphs: &[Words]) -> Vec<Pieces> {
        paragraphs.iter().map(|words| self.running(words)).collect()
    }

    /// Words of running text, which may be parted at a line's end.
    fn running(&self, words: &[Inline]) -> Pieces {
        let longest = self.longest(self.letterhead.sizes_pt.text);
        if self.hyphens {
            self.words(&with_letters_in(words, &with_soft_hyphens), longest)
        } else {
            self.words(words, longest)
        }
    }

    fn words(&self, words: &[Inline], longest: usize) -> Pieces {
        let printed: Words =
            words.iter().map(|inline| Inline { text: printable(&inline.text), ..inline.clone() }).collect();
        let word = |Inline { text, strong, emphasis, link }| Word {
            text,
            strong,
            emphasis,
            link: link.as_deref().and_then(address),
        };
        let breakable = with_letters_in(&printed, &|line| breakable(line, longest));
        pieces(breakable.into_iter().map(word).collect())
    }

    fn figure(&self, figure: &Figure, longest: usize) -> Shot {
        let Figure { file, alt, decorative, caption, photo: _, edit: _ } = figure;
        let caption_letters = printable(&letters(caption));
        let alt = if alt.trim().is_empty() { fact(&caption_letters) } else { fact(alt) };
        let index = self.material.photos.keys().position(|name| name == file);
        let (print, missing) = match self.material.photos.get(file) {
            Some(Ok(print)) => (Some(print), String::new()),
            Some(Err(why)) => (None, format!("{file}: {why}")),
            None => (None, file.clone()),
        };
        let (width, height) = print.map(Print::size_pt).unwrap_or_default();
        Shot {
            file: print.zip(index).map(|(print, index)| {
                let stem = photo_stem(index);
                let drawn = drawing(&stem, print, self.handing);
                drawn.map_or_else(|| stage_name(&stem, print.picture()), |(name, _)| name)
            }),
            width,
            height,
            alt,
            decorative: *decorative,
            missing: breakable(&printable(&missing), longest),
            caption: self.words(caption, longest),
        }
    }
}

/// Words without any style.
fn plain(text: &str, longest: usize) -> Pieces {
    pieces(vec![Word::plain(breakable(&printable(text), longest))])
}

/// The head of a page has room for two lines; the whole stands on the first page.
const LONGEST_HEAD: usize = 160;

fn shortened(text: &str, longest: usize) -> String {
    let Some((limit, _)) = text.char_indices().nth(longest) else { return text.to_owned() };
    let end = text[..limit].rfind(char::is_whitespace).unwrap_or(limit);
    format!("{}…", text[..end].trim_end())
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
