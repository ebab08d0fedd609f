//! Everything that was ever done can be undone to the start and redone to the end.

use dateline::app::opening::{self, Opened};

use super::edits::edit;
use super::random::Random;
use super::victim::sign;
use super::{how_many, seed};

#[test]
fn random_edits_are_undone_to_the_start_and_redone_to_the_end() {
    let mut random = Random::new(seed());
    let edits = if super::is_long() { how_many(0).max(100_000) } else { 1_500 };
    let (today, lang) = ("2026-11-23".parse().unwrap(), "ru".parse().unwrap());
    let Opened { mut open, .. } = opening::new_release(today, lang, None).unwrap();
    let start = open.release.clone();
    let (mut seconds, mut signs) = (0.0, Vec::new());
    for number in 0..edits {
        let before = open.history.step();
        let field = edit(&mut open, &mut random);
        // Some of them are one thought with the one before.
        seconds += if random.below(10) == 0 { 0.5 } else { 3.0 };
        open.history.note(&open.release, field, seconds);
        if number % 97 == 0 && open.history.step() != before {
            signs.push(sign(&open.release));
        }
    }
    let end = open.release.clone();
    let mut steps = 0_usize;
    let mut seen = std::collections::BTreeSet::new();
    while open.history.can_undo() {
        open.undo();
        steps += 1;
        if !super::is_long() {
            seen.insert(sign(&open.release));
        }
    }
    assert_eq!(open.release, start);
    assert!(steps > edits / 2, "{steps} steps of {edits} edits");
    let forgotten = signs.iter().filter(|sign| !seen.contains(*sign)).count();
    assert!(super::is_long() || forgotten * 5 < signs.len(), "{forgotten} of {} states are gone", signs.len());
    let mut redone = 0;
    while open.history.can_redo() {
        open.redo();
        redone += 1;
    }
    assert_eq!((open.release, redone), (end, steps));
    println!("{edits} edits in {steps} steps were undone and redone");
}
