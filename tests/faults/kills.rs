//! Killed at any moment, the program loses one keystroke at most.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::random::Random;
use super::victim::Places;
use super::watching::{recovered, run, state_of};
use super::{how_many, seed};

#[test]
fn killed_at_any_moment_it_loses_one_keystroke_at_most() {
    let mut random = Random::new(seed());
    let kills = how_many(12);
    let (mut temp, mut told) = (tempfile::tempdir().unwrap(), None);
    let mut recovering = Duration::ZERO;
    for kill in 0..kills {
        if kill % 40 == 0 {
            temp = tempfile::tempdir().unwrap();
            fs::write(Places::in_folder(temp.path()).picture, b"the bytes of a picture").unwrap();
            told = None;
        }
        let moment = Duration::from_micros(random.next() % 150_000);
        let now = run(temp.path(), random.next(), told.as_ref(), |victim| {
            thread::sleep(moment);
            drop(victim);
        });
        let asked = Instant::now();
        let state = recovered(temp.path(), kill);
        recovering = recovering.max(asked.elapsed());
        match &state {
            Some(sign) => {
                let step = state_of(sign, &now, kill);
                assert!(step + 1 >= now.typed, "kill {kill}: {} keystrokes are lost", now.typed - step);
            }
            // Of the very first keystroke nothing may be there.
            None => assert!(now.typed <= 0, "kill {kill}: {} keystrokes are gone", now.typed + 1),
        }
        assert_eq!(copies(temp.path()), 0, "nobody else has written");
        // Where the very first keystroke was lost, the next one begins with nothing.
        told = state.is_some().then_some(now);
    }
    println!("{kills} kills held; the text was back after {recovering:?} at most");
    assert!(recovering < Duration::from_secs(if cfg!(debug_assertions) { 5 } else { 1 }));
}

/// How many copies of other people's words there are.
fn copies(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(Places::in_folder(folder).release) else { return 0 };
    entries.filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains("conflict")).count()
}
