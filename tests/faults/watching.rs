//! Whoever ends a program that writes, knows what it has told, and looks at what came back.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::PoisonError;
use std::thread;

use dateline::app::opening::{self, Opened};
use dateline::newsroom;

use super::victim::{Places, sign};
use super::{STARTING, start};

/// What a program told before its end.
#[derive(Default)]
pub(crate) struct Told {
    /// The states that were, or were about to be, with the number of the last keystroke that made them.
    pub(crate) states: BTreeMap<String, i64>,
    /// The last keystroke that was through.
    pub(crate) typed: i64,
    /// When each keystroke was through, in microseconds of the machine's clock.
    pub(crate) when: Vec<(i64, u128)>,
    /// Up to which keystroke all was called saved, and when.
    pub(crate) saved: Vec<(i64, u128)>,
}

/// A program that writes. It never outlives the test, also one that has failed.
pub(crate) struct Victim(Child);

impl Drop for Victim {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Lets it write after its first word until `end` ends it.
pub(crate) fn run(folder: &Path, seed: u64, before: Option<&Told>, end: impl FnOnce(Victim)) -> Told {
    let mut child = Victim(
        start(
            Command::new(std::env::current_exe().unwrap())
                .args(["victim::writes_until_it_is_killed", "--exact", "--ignored", "--nocapture", "--test-threads=1"])
                .env("VICTIM", folder)
                .env("VICTIM_SEED", seed.to_string())
                .stdout(Stdio::piped())
                // What it dies of in the dark is of no interest; what it does not begin with is.
                .stderr(Stdio::inherit()),
        )
        .unwrap(),
    );
    let mut lines = BufReader::new(child.0.stdout.take().unwrap()).lines();
    let began = lines.by_ref().map_while(Result::ok).find_map(|line| {
        // The name of the test may stand before it on the line.
        line.split_once("begins ").map(|(_, sign)| sign.to_owned())
    });
    let began = began.expect("it has begun");
    if let Some(before) = before {
        assert!(before.states.contains_key(&began), "it goes on with what was typed");
    }
    let mut told = Told { states: BTreeMap::from([(began, -1)]), typed: -1, ..Told::default() };
    let reader = thread::spawn(move || lines.map_while(Result::ok).collect::<Vec<_>>());
    end(child);
    for line in reader.join().unwrap() {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["types", step, sign] => {
                told.states.insert(sign.to_owned(), step.parse().unwrap());
            }
            // A number that was torn by the kill is no number of the clock.
            ["typed", step, when] if when.len() == WHEN => {
                told.typed = step.parse().unwrap();
                told.when.push((told.typed, when.parse().unwrap()));
            }
            ["saved", step, when] if when.len() == WHEN => {
                told.saved.push((step.parse().unwrap(), when.parse().unwrap()));
            }
            // Torn by the kill.
            _ => {}
        }
    }
    told
}

/// The figures of a moment in microseconds since 1970, until the year 2286.
const WHEN: usize = 16;

/// The state that a program would begin with now; all that it would read is whole.
pub(crate) fn recovered(folder: &Path, end: usize) -> Option<String> {
    let places = Places::in_folder(folder);
    if places.release.join("release.ron").exists() {
        newsroom::open(&places.release).unwrap_or_else(|error| panic!("end {end}: {error}"));
    }
    for version in newsroom::versions(&places.release) {
        newsroom::open_version(&version.file).unwrap_or_else(|error| panic!("end {end}: {error}"));
    }
    if let Ok(export) = fs::read_to_string(&places.export) {
        assert!(export.starts_with("Fingerprint(") && export.ends_with(')'), "end {end}: {export}");
    }
    let alone = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
    let Opened { open, journal, .. } = opening::unfinished(&places.local)?;
    drop((journal, alone));
    for (photo, path) in &open.waiting_photos {
        assert!(path.exists(), "end {end}: photo {photo:?} is gone");
    }
    Some(sign(&open.release))
}

/// The number of the keystroke that made this state.
pub(crate) fn state_of(sign: &str, told: &Told, end: usize) -> i64 {
    *told.states.get(sign).unwrap_or_else(|| panic!("end {end}: nobody has seen this state"))
}
