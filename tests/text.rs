//! What the plain text of a release promises: every word as typed, no line too wide, no page torn.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop")]

mod support;

use dateline::export::{Format, Lines, Options, export};
use dateline::newsroom::{preset, sample_release};
use dateline::release::{BlockKind, letters};
use dateline::story::{Story, set};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use support::{every_field, hostile, naughty_strings};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

fn text(story: &Story, lines: Lines) -> String {
    String::from_utf8(export(story, Format::Text, &Options { lines }).bytes).unwrap()
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

/// The typed words of a paragraph and a list item stand in the text letter by letter.
fn holds_what_was_typed(typed: &str) -> Result<(), String> {
    let release = every_field(typed, "ru");
    let edition = &release.editions[0];
    let written = text(&set(&release, edition, &preset("kazakhstan").unwrap()), Lines::Paragraphs);
    let BlockKind::Paragraph(paragraph) = &edition.body[0].kind else { return Err("no paragraph".into()) };
    let mut rest = written.as_str();
    // Links carry their address behind their words, so each run is looked for by itself, in order.
    for inline in paragraph.words() {
        for line in inline.text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
            match rest.find(line) {
                Some(at) => rest = &rest[at + line.len()..],
                None => return Err(format!("{line:?} of {typed:?} is not in {written:?}")),
            }
        }
    }
    Ok(())
}

#[test]
fn a_hundred_thousand_hostile_strings_come_out_as_typed() {
    // Several strings are one paragraph each of the same release, so that many fit into little time.
    let mut runner = TestRunner::deterministic();
    let strategy = prop::collection::vec(hostile(), 50);
    for _ in 0..2_000 {
        let typed = strategy.new_tree(&mut runner).unwrap().current();
        let mut release = every_field("слово", "ru");
        let block = release.editions[0].body[0].clone();
        release.editions[0].body = typed
            .iter()
            .map(|typed| {
                let kind = BlockKind::Paragraph(typed.as_str().into());
                dateline::release::Block { kind, ..block.clone() }
            })
            .collect();
        let story = set(&release, &release.editions[0], &preset("kazakhstan").unwrap());
        let written = text(&story, Lines::Paragraphs);
        let mut rest = written.as_str();
        for (typed, inline) in typed.iter().flat_map(|typed| {
            dateline::release::Text::from(typed.as_str()).words().into_iter().map(move |inline| (typed, inline))
        }) {
            for line in inline.text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
                let at = rest.find(line);
                assert!(at.is_some(), "{line:?} of {typed:?} is not in the text");
                rest = &rest[at.unwrap() + line.len()..];
            }
        }
    }
}

#[test]
fn hostile_strings_in_every_field_come_out_as_typed() {
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(2_000) });
    runner
        .run(&hostile(), |typed| {
            holds_what_was_typed(&typed).map_err(TestCaseError::fail)?;
            Ok(())
        })
        .unwrap();
}

#[test]
fn every_naughty_string_comes_out_as_typed() {
    let Some(strings) = naughty_strings() else {
        println!("not run: the list of naughty strings is missing; scripts/check-html installs it");
        return;
    };
    for typed in strings {
        holds_what_was_typed(&typed).unwrap();
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
