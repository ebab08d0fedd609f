//! Releases made by dice: the same number gives the same release.

use std::sync::LazyLock;

use dateline::house::{Colour, Face, House, Letterhead, Margins, PRESETS, Paper, ReleaseLinePlace, Sizes};
use dateline::newsroom::preset;
use dateline::pages::has_letter;
use dateline::release::{
    Block, BlockId, BlockKind, ByLang, Contact, Edition, Embargo, Kind, Lang, Photo, PhotoId, Placement, Quote,
    Release, Speaker, SpeakerId, Standing, Text,
};
use jiff::civil::date;
use uuid::Uuid;

/// Numbers that look random and are the same each time (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below this one.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.roll() % limit as u64) as usize
    }

    pub fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// The languages that houses come with.
pub const LANGUAGES: [&str; 5] = ["kk", "ru", "en", "de", "fr"];

/// Words of each of them.
pub const WORDS: [&[&str]; 5] = [
    &["қала", "мемлекеттік", "Парламентінде", "көпір", "және", "ашылды", "үшін", "жауапкершіліктері", "ғылым", "һәм"],
    &["мост", "государственная", "в", "открыли", "водохранилище", "и", "сегодня", "№ 12", "ответственность", "Ёлкин"],
    &["bridge", "of", "the", "responsibility", "opens", "a", "international", "river", "today", "press"],
    &["Brücke", "und", "Donaudampfschifffahrt", "die", "eröffnet", "Straße", "heute", "über", "Öl", "Verantwortung"],
    &["pont", "l’ouverture", "à", "développement", "gouvernement", "œuvre", "été", "où", "aujourd’hui", "naïf"],
];

/// What looks like code to some program or other.
pub const CODE: &[&str] = &[
    "#import \"/etc/passwd\": *",
    "#eval(\"1+1\")",
    "#read(\"story.json\")",
    "$x^2$",
    "@label",
    "<label>",
    "`raw`",
    "```rust fn```",
    "\\u{1F600}",
    "\\",
    "// comment",
    "/* comment */",
    "\"quotes\"",
    "{\"kind\":\"heading\"}",
    "#",
    "= heading",
    "- item",
    "+ item",
    "/ term: x",
    "1. one",
    "https://example.org/a_b#c",
    "~",
    "---",
    "--",
    "...",
    "'",
    "_x_",
    "[y]",
    "]]]",
    "}}",
    "</script>",
    "&amp;",
    "%PDF",
    "(\\)",
];

/// Every letter that some font of the program has, or that needs no shape.
pub static LETTERS: LazyLock<Vec<char>> = LazyLock::new(|| ('\0'..=char::MAX).filter(|&c| has_letter(c)).collect());

/// A few words, mostly of this language, sometimes anything that can be printed.
pub fn words(dice: &mut Dice, tag: &str, most: usize) -> String {
    let known = LANGUAGES.iter().position(|known| *known == tag).unwrap_or(2);
    let mut out = String::new();
    for _ in 0..=dice.below(most) {
        match dice.below(40) {
            0 => out.push_str(dice.pick(CODE)),
            1 => (0..dice.below(9)).for_each(|_| out.push(dice.pick(&LETTERS))),
            2 => out.push_str(&format!("{}", dice.below(1_000_000))),
            3 => out.push_str(&format!("**{}**", dice.pick(WORDS[known]))),
            4 => out.push_str(&format!("*{}*", dice.pick(WORDS[known]))),
            5 => out.push_str(&format!("[{}](https://example.org/{})", dice.pick(WORDS[known]), dice.below(99))),
            6 if dice.one_in(6) => out.push_str(&dice.pick(WORDS[known]).repeat(4 + dice.below(30))),
            6 => out.push('\n'),
            7 => {
                let other = dice.pick(&WORDS);
                out.push_str(dice.pick(other));
            }
            _ => out.push_str(dice.pick(WORDS[known])),
        }
        out.push_str(dice.pick(&[" ", " ", " ", " ", ", ", ". ", "\u{a0}", " – "]));
    }
    out
}

/// Nothing, blanks, or words.
fn perhaps(dice: &mut Dice, tag: &str, most: usize) -> String {
    match dice.below(8) {
        0 => String::new(),
        1 => " ".into(),
        _ => words(dice, tag, most),
    }
}

/// A house that comes with the program, with a page of its own.
pub fn house(dice: &mut Dice) -> House {
    let mut house = preset(dice.pick(&PRESETS.each_ref()).name).unwrap();
    if dice.one_in(2) {
        return house;
    }
    house.organisation = ByLang::one(&lang("en"), perhaps(dice, "en", 6));
    let size = |dice: &mut Dice, least, spread: usize| least + dice.below(spread) as f32;
    house.letterhead = Letterhead {
        colour: Colour([0; 3].map(|_: u8| dice.below(256) as u8)),
        paper: dice.pick(&[Paper::A4, Paper::Letter]),
        margins_mm: Margins {
            top: size(dice, 15.0, 20),
            right: size(dice, 10.0, 40),
            bottom: size(dice, 15.0, 20),
            left: size(dice, 10.0, 40),
        },
        face: dice.pick(&[Face::Serif, Face::Sans]),
        sizes_pt: Sizes {
            headline: size(dice, 14.0, 20),
            subhead: size(dice, 10.0, 8),
            text: size(dice, 8.0, 8),
            small: size(dice, 6.0, 5),
        },
        release_line: dice.pick(&[ReleaseLinePlace::AboveHeadline, ReleaseLinePlace::EveryPage]),
        justified: dice.one_in(2),
        hyphenated: dice.one_in(2),
        ..Letterhead::default()
    };
    house.check().unwrap();
    house
}

pub fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

/// A release in one language, with up to so many words in a paragraph.
pub fn release(dice: &mut Dice, most_words: usize) -> Release {
    let tag = dice.pick(&LANGUAGES);
    let lang = lang(tag);
    let mut release = Release::new(Uuid::from_u128(u128::from(dice.roll())), date(2026, 11, 23), lang.clone());
    release.kind = dice.pick(&[Kind::Release, Kind::Advisory, Kind::Statement]);
    if dice.one_in(3) {
        release.embargo = Embargo::Until { at: date(2026, 11, 24).at(18, 30, 0, 0), zone: "Asia/Almaty".into() };
    }
    let photos = if dice.one_in(2) { 0 } else { dice.pick(&[1, 1, 2, 3, 5, 20]) };
    release.photos = (1..=photos).map(|id| photo(dice, PhotoId(id), tag)).collect();
    release.speakers = (1..=dice.below(3) as u32)
        .map(|id| Speaker {
            name: ByLang::one(&lang, perhaps(dice, tag, 2)),
            title: ByLang::one(&lang, perhaps(dice, tag, 5)),
            ..Speaker::new(SpeakerId(id))
        })
        .collect();
    release.contacts = (0..dice.below(3)).map(|_| contact(dice, tag)).collect();
    let mut unplaced: Vec<PhotoId> = release.photos.iter().map(|photo| photo.id).collect();
    let body = (1..=dice.below(9) as u32)
        .map(|id| Block { id: BlockId(id), kind: block(dice, tag, most_words, release.speakers.len(), &mut unplaced) });
    let body = body.collect();
    release.editions = vec![Edition {
        headline: perhaps(dice, tag, 12),
        subhead: perhaps(dice, tag, 12),
        place: perhaps(dice, tag, 2),
        body,
        notes_to_editors: Text(perhaps(dice, tag, 20)),
        ..Edition::new(lang)
    }];
    release
}

fn photo(dice: &mut Dice, id: PhotoId, tag: &str) -> Photo {
    let lang = lang(tag);
    let decorative = dice.one_in(4);
    // A photo without alternative text is a finding, and its PDF makes no promise.
    let alt = format!("photo {}", words(dice, tag, 6));
    Photo {
        caption: ByLang::one(&lang, perhaps(dice, tag, 15)),
        alt: if decorative { ByLang::default() } else { ByLang::one(&lang, alt) },
        decorative,
        credit: perhaps(dice, tag, 2),
        rights: perhaps(dice, tag, 2),
        standing: dice.pick(&[Standing::End, Standing::End, Standing::Lead]),
        ..Photo::new(id, format!("photo-{}.jpg", id.0))
    }
}

fn contact(dice: &mut Dice, tag: &str) -> Contact {
    let lang = lang(tag);
    Contact {
        unit: ByLang::one(&lang, perhaps(dice, tag, 3)),
        person: ByLang::one(&lang, perhaps(dice, tag, 2)),
        phones: (0..dice.below(3)).map(|_| "+7 7172 00-00-00".into()).collect(),
        email: dice.pick(&["", "press@example.org", "пресс@example.org"]).into(),
        web: dice.pick(&["", "example.org/press", "https://example.org/ә", "not an address"]).into(),
    }
}

fn block(dice: &mut Dice, tag: &str, most_words: usize, speakers: usize, unplaced: &mut Vec<PhotoId>) -> BlockKind {
    match dice.below(9) {
        0 | 1 => {
            let speaker = (speakers > 0).then(|| SpeakerId(1 + dice.below(speakers) as u32));
            let mut text = perhaps(dice, tag, most_words);
            if dice.one_in(4) {
                text = format!("{text}\n\n{}", words(dice, tag, most_words));
            }
            BlockKind::Quote(Quote {
                text: Text(text),
                speaker,
                verb: perhaps(dice, tag, 1),
                tail: perhaps(dice, tag, 4),
                titled: dice.one_in(3),
                placement: match dice.below(4) {
                    0 => Placement::Before,
                    1 => Placement::Split { after: String::new() },
                    _ => Placement::After,
                },
            })
        }
        2 | 3 => BlockKind::Heading(Text(perhaps(dice, tag, 12))),
        4 => {
            let ordered = dice.one_in(2);
            BlockKind::List { ordered, items: (0..dice.below(6)).map(|_| Text(perhaps(dice, tag, 20))).collect() }
        }
        5 if !unplaced.is_empty() => BlockKind::Photo(unplaced.swap_remove(dice.below(unplaced.len()))),
        _ => BlockKind::Paragraph(Text(perhaps(dice, tag, most_words))),
    }
}
