//! What the plain text of a release promises: every word as typed, no line too wide, no page torn.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test may stop")]

mod support;

use dateline::export::{Format, Lines, Options, export};
use dateline::newsroom::{preset, sample_release};
use dateline::release::{BlockKind, ByLang, Inline, Quote, Release, Text, letters};
use dateline::story::{Story, set};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use support::{every_field, hostile, lang, naughty_strings};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

fn text(story: &Story, lines: Lines) -> String {
    String::from_utf8(export(story, Format::Text, &Options { lines, ..Options::default() }).unwrap().bytes).unwrap()
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// All editions of the sample.
fn stories() -> Vec<Story> {
    let release = sample_release().unwrap();
    let house = preset("kazakhstan").unwrap();
    release.editions.iter().map(|edition| set(&release, edition, &house)).collect()
}

/// A field of a release: what is typed into it, and how to type.
type Field = (&'static str, fn(&mut Release, String));

/// Every field whose words the house prints.
const FIELDS: [Field; 16] = [
    ("headline", |release, typed| release.editions[0].headline = typed),
    ("subhead", |release, typed| release.editions[0].subhead = typed),
    ("place", |release, typed| release.editions[0].place = typed),
    ("notes", |release, typed| release.editions[0].notes_to_editors = typed.into()),
    ("paragraph", |release, typed| release.editions[0].body[0].kind = BlockKind::Paragraph(typed.into())),
    ("quote", |release, typed| quote(release).text = typed.into()),
    ("verb", |release, typed| quote(release).verb = typed),
    ("tail", |release, typed| quote(release).tail = typed),
    ("speaker", |release, typed| release.speakers[0].name = ByLang::one(&lang("ru"), typed)),
    ("heading", |release, typed| release.editions[0].body[4].kind = BlockKind::Heading(typed.into())),
    ("point", |release, typed| {
        release.editions[0].body[5].kind = BlockKind::List { ordered: false, items: vec![typed.into()] };
    }),
    ("caption", |release, typed| release.photos[0].caption = ByLang::one(&lang("ru"), typed)),
    ("credit", |release, typed| release.photos[0].credit = typed),
    ("unit", |release, typed| release.contacts[0].unit = ByLang::one(&lang("ru"), typed)),
    ("person", |release, typed| release.contacts[0].person = ByLang::one(&lang("ru"), typed)),
    ("phone", |release, typed| release.contacts[0].phones = vec![typed]),
];

/// Fields in which pairs of marks are emphasis and links.
const MARKED: [&str; 6] = ["notes", "paragraph", "quote", "heading", "point", "caption"];

fn quote(release: &mut Release) -> &mut Quote {
    match &mut release.editions[0].body[1].kind {
        BlockKind::Quote(quote) => quote,
        BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::List { .. } | BlockKind::Photo(_) => {
            unreachable!()
        }
    }
}

/// Line ends of every kind; what stands between them is compared letter by letter.
const BREAKS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Types one string into each field, between words that show where it starts and ends, and reads it back from the text.
fn come_out_as_typed(typed: &[String]) {
    let mut release = every_field("слово", "ru");
    let fields = FIELDS.iter().zip(typed).enumerate();
    let fields: Vec<_> =
        fields.map(|(at, ((name, put), typed))| (name, put, format!("Қ{at}Ә{typed}Ә{at}Қ"), at)).collect();
    for (_, put, typed, _) in &fields {
        put(&mut release, typed.clone());
    }
    let written = text(&set(&release, &release.editions[0], &preset("kazakhstan").unwrap()), Lines::Paragraphs);
    for (name, _, typed, at) in &fields {
        let words = if MARKED.contains(name) {
            Text::from(typed.as_str()).words()
        } else {
            vec![Inline::plain(typed.as_str())]
        };
        let start = written.find(&format!("Қ{at}Ә")).unwrap_or_else(|| panic!("{name} {typed:?} is not in the text"));
        let last = format!("Ә{at}Қ");
        let end = start + written[start..].find(&last).unwrap_or_else(|| panic!("{name} {typed:?} has lost its end"));
        let segment = &written[start..end + last.len()];
        let mut rest = segment;
        for line in
            words.iter().flat_map(|inline| inline.text.split(BREAKS)).map(str::trim).filter(|line| !line.is_empty())
        {
            let place = rest.find(line).unwrap_or_else(|| panic!("{line:?} of {name} {typed:?} is not in {segment:?}"));
            rest = &rest[place + line.len()..];
        }
        // And nothing else stands there, but for the addresses of links.
        if words.iter().all(|inline| inline.link.is_none()) {
            let bare = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
            assert_eq!(bare(segment), bare(&letters(&words)), "{name}");
        }
    }
}

#[test]
fn a_hundred_thousand_hostile_strings_come_out_as_typed_from_every_field() {
    let mut runner = TestRunner::deterministic();
    let strategy = prop::collection::vec(hostile(), FIELDS.len());
    for _ in 0..100_000 / FIELDS.len() {
        come_out_as_typed(&strategy.new_tree(&mut runner).unwrap().current());
    }
}

#[test]
fn every_naughty_string_comes_out_as_typed_from_every_field() {
    let Some(strings) = naughty_strings() else {
        println!("not run: the list of naughty strings is missing; scripts/check-html installs it");
        return;
    };
    for typed in strings {
        come_out_as_typed(&vec![typed; FIELDS.len()]);
    }
}

#[test]
fn no_wrapped_line_is_too_wide_and_no_word_is_lost() {
    for story in stories() {
        let whole = text(&story, Lines::Paragraphs);
        for columns in [20, 40, 72] {
            let wrapped = text(&story, Lines::Wrapped { columns });
            for line in wrapped.lines() {
                let width: usize = line.graphemes(true).map(UnicodeWidthStr::width).sum();
                assert!(width <= columns, "{width} columns: {line}");
            }
            if columns == 72 {
                assert_eq!(words(&wrapped), words(&whole));
            }
        }
    }
}

#[test]
fn pages_keep_their_measure_and_name_themselves() {
    for story in stories() {
        let paged = text(&story, Lines::Paged { columns: 60, lines: 24 });
        let pages: Vec<&str> = paged.split('\u{c}').collect();
        assert!(pages.len() > 1);
        for (index, page) in pages.iter().enumerate() {
            let lines: Vec<&str> = page.trim_end_matches('\n').lines().collect();
            assert!(lines.len() <= 24, "{} lines", lines.len());
            assert!(lines.iter().all(|line| UnicodeWidthStr::width(*line) <= 60));
            if index > 0 {
                let values =
                    |name: &str| if name == "page" { (index + 1).to_string() } else { pages.len().to_string() };
                let label = story.page.fill_plain(&values);
                assert!(
                    lines[..3].iter().any(|line| line.contains(label.as_str())),
                    "{label} is not in {:?}",
                    &lines[..3]
                );
                let start: String = story.facts.headline.chars().take(20).collect();
                assert!(lines[0].starts_with(&start), "{:?}", lines[0]);
            }
        }
        assert!(!paged.ends_with('\u{c}'));
    }
}

#[test]
fn a_megabyte_in_every_shape_is_written() {
    for typed in ["a".repeat(1 << 20), "ә ".repeat(1 << 19), "*".repeat(1 << 20), "\n".repeat(1 << 20)] {
        let mut release = every_field("слово", "ru");
        release.editions[0].body[0].kind = BlockKind::Paragraph(typed.as_str().into());
        let story = set(&release, &release.editions[0], &preset("kazakhstan").unwrap());
        for lines in [Lines::Paragraphs, Lines::Wrapped { columns: 1 }, Lines::Paged { columns: 72, lines: 4 }] {
            assert!(!text(&story, lines).is_empty());
        }
        assert!(letters(&release.editions[0].notes_to_editors.words()).contains("слово"));
    }
}

#[test]
fn a_picture_that_a_machine_made_says_so_in_every_language_and_format() {
    let mut release = sample_release().unwrap();
    release.photos[0].made_by_ai = dateline::release::MadeByAi::Wholly;
    release.photos[1].made_by_ai = dateline::release::MadeByAi::Partly;
    let house = preset("kazakhstan").unwrap();
    for (edition, [wholly, partly]) in release.editions.iter().zip([
        ["(сурет жасанды интеллект арқылы жасалған)", "(сурет жасанды интеллект арқылы өңделген)"],
        [
            "(изображение создано искусственным интеллектом)",
            "(изображение создано с участием искусственного интеллекта)",
        ],
        ["(image made by AI)", "(image made partly by AI)"],
    ]) {
        let story = set(&release, edition, &house);
        for format in [Format::Markdown, Format::Text, Format::Html] {
            let written = export(&story, format, &Options::default()).unwrap().bytes;
            let written = String::from_utf8(written).unwrap().replace('\\', "");
            assert_eq!(written.matches(wholly).count(), 1, "{}: {format:?}", edition.lang);
            assert_eq!(written.matches(partly).count(), 1, "{}: {format:?}", edition.lang);
        }
    }
}
