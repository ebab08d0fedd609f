//! Words parted at a line's end: by the program's own rules in Kazakh, by Typst's in other languages; and nowhere else.

use dateline::house::{House, Letterhead};
use dateline::pages::{Archive, Pages};
use dateline::release::{Block, BlockId, BlockKind, Release, Text};
use jiff::civil::date;
use uuid::Uuid;

use super::generated::{Dice, LANGUAGES, WORDS, lang};
use super::press::{on_the_program_s_stack, pages};
use super::read::Seen;
use super::tools::{PDFTOTEXT, tool};

const SOFT_HYPHEN: char = '\u{ad}';

/// Pages of long words in one language.
fn long_words(tag: &str, hyphenated: bool) -> Pages {
    let known = LANGUAGES.iter().position(|known| *known == tag).unwrap();
    let mut dice = Dice::new(3);
    let mut paragraph = || {
        let words: Vec<&str> = (0..120).map(|_| dice.pick(WORDS[known])).filter(|word| word.len() > 8).collect();
        BlockKind::Paragraph(Text(words.join(" ")))
    };
    let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang(tag));
    release.editions[0].headline = WORDS[known].join(" ");
    release.editions[0].body = (1..=6).map(|id| Block { id: BlockId(id), kind: paragraph() }).collect();
    let letterhead = Letterhead { hyphenated, ..Letterhead::default() };
    let house = House { letterhead, ..dateline::newsroom::preset("kazakhstan").unwrap() };
    on_the_program_s_stack(|| pages(&release, &house).1)
}

#[test]
fn long_words_are_parted_at_line_ends_and_nowhere_else() {
    for tag in LANGUAGES {
        let seen = Seen::of(&long_words(tag, true));
        let mut parted = 0;
        for part in 0..7 {
            for line in seen.lines(Some(part)) {
                let letters = line.text.trim_end_matches(SOFT_HYPHEN);
                assert!(!letters.contains(SOFT_HYPHEN), "{tag}: {:?}", line.text);
                let here = letters.len() < line.text.len();
                assert!(!(here && part == 0), "{tag}: the headline is parted: {:?}", line.text);
                parted += usize::from(here);
            }
        }
        assert!(parted >= 5, "{tag}: {parted}");
    }
}

#[test]
fn a_house_that_parts_no_words_gets_none_parted() {
    for tag in LANGUAGES {
        let seen = Seen::of(&long_words(tag, false));
        assert!(!seen.pieces.iter().any(|piece| piece.text.contains(SOFT_HYPHEN)), "{tag}");
    }
}

#[test]
fn kazakh_words_are_parted_where_the_rules_say() {
    let seen = Seen::of(&long_words("kk", true));
    let lines: Vec<_> = (1..7).flat_map(|part| seen.lines(Some(part))).collect();
    let mut checked = 0;
    for pair in lines.windows(2) {
        let Some(left) = pair[0].text.strip_suffix(SOFT_HYPHEN) else { continue };
        let left = left.rsplit(' ').next().unwrap();
        let right = pair[1].text.split([' ', SOFT_HYPHEN]).next().unwrap();
        let whole = format!("{left}{right}");
        let breaks = dateline::language::kazakh_breaks(&whole);
        assert!(breaks.contains(&left.len()), "{left}-{right}");
        checked += 1;
    }
    assert!(checked >= 5, "{checked}");
}

#[test]
fn a_search_finds_each_word_that_is_not_parted() {
    for tag in ["kk", "ru"] {
        let pages = long_words(tag, true);
        let seen = Seen::of(&pages);
        let Some(text) = tool(&PDFTOTEXT, &pages.pdf(Archive::Full).unwrap(), &["-raw", "{pdf}", "-"]) else { return };
        let text = String::from_utf8(text).unwrap();
        let found: Vec<&str> = text.split_whitespace().collect();
        let lines = (1..7).flat_map(|part| seen.lines(Some(part)));
        let whole: Vec<String> = lines
            .flat_map(|line| line.text.split(' ').map(str::to_owned).collect::<Vec<_>>())
            .filter(|word| !word.is_empty() && !word.contains(SOFT_HYPHEN))
            .collect();
        assert!(whole.len() > 100);
        let count = |words: &mut dyn Iterator<Item = &str>, word: &str| words.filter(|other| *other == word).count();
        for word in &whole {
            let shown = count(&mut whole.iter().map(String::as_str), word);
            assert!(count(&mut found.iter().copied(), word) >= shown, "{tag}: {word} {shown}");
        }
    }
}
