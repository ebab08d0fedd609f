//! Killed at any moment, the program loses one keystroke at most.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use dateline::app::opening::{self, Opened};
use dateline::newsroom;

use super::random::Random;
use super::victim::{Places, sign};
use super::{how_many, seed};

/// What a program told before it was killed.
#[derive(Default)]
struct Told {
    /// The states that were, or were about to be, with the number of the last keystroke that made them.
    states: BTreeMap<String, i64>,
    /// The last keystroke that was through.
    typed: i64,
}

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
        let before = told.take();
        let now = run(temp.path(), random.next(), moment, before.as_ref());
        let asked = Instant::now();
        let is_there = check(temp.path(), &now, kill);
        recovering = recovering.max(asked.elapsed());
        assert_eq!(copies(temp.path()), 0, "nobody else has written");
        // Where the very first keystroke was lost, the next one begins with nothing.
        told = is_there.then_some(now);
    }
    println!("{kills} kills held; the text was back after {recovering:?} at most");
    assert!(recovering < Duration::from_secs(if cfg!(debug_assertions) { 5 } else { 1 }));
}

/// It never outlives the test, also one that has failed.
struct Victim(Child);

impl Drop for Victim {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Lets it write for a moment after its first word, and kills it.
fn run(folder: &Path, seed: u64, moment: Duration, before: Option<&Told>) -> Told {
    let mut child = Victim(
        Command::new(std::env::current_exe().unwrap())
            .args(["victim::writes_until_it_is_killed", "--exact", "--ignored", "--nocapture", "--test-threads=1"])
            .env("VICTIM", folder)
            .env("VICTIM_SEED", seed.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
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
    let mut told = Told { states: BTreeMap::from([(began, -1)]), typed: -1 };
    let reader = thread::spawn(move || lines.map_while(Result::ok).collect::<Vec<_>>());
    thread::sleep(moment);
    drop(child);
    for line in reader.join().unwrap() {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["types", step, sign] => {
                told.states.insert(sign.to_owned(), step.parse().unwrap());
            }
            ["typed", step] => told.typed = step.parse().unwrap(),
            // Torn by the kill.
            _ => {}
        }
    }
    told
}

/// Tells whether there is something to go on with.
fn check(folder: &Path, told: &Told, kill: usize) -> bool {
    let places = Places::in_folder(folder);
    if places.release.join("release.ron").exists() {
        newsroom::open(&places.release).unwrap_or_else(|error| panic!("kill {kill}: {error}"));
    }
    for version in newsroom::versions(&places.release) {
        newsroom::open_version(&version.file).unwrap_or_else(|error| panic!("kill {kill}: {error}"));
    }
    if let Ok(export) = fs::read_to_string(&places.export) {
        assert!(export.starts_with("Fingerprint(") && export.ends_with(')'), "kill {kill}: {export}");
    }
    let Some(Opened { open, .. }) = opening::unfinished(&places.local) else {
        // Of the very first keystroke nothing may be there.
        assert!(told.typed <= 0, "kill {kill}: {} keystrokes are gone", told.typed + 1);
        return false;
    };
    let sign = sign(&open.release);
    let Some(step) = told.states.get(&sign) else { panic!("kill {kill}: nobody has seen this state") };
    assert!(*step + 1 >= told.typed, "kill {kill}: {} keystrokes are lost", told.typed - step);
    for (photo, path) in &open.waiting_photos {
        assert!(path.exists(), "kill {kill}: photo {photo:?} is gone");
    }
    true
}

/// How many copies of other people's words there are.
fn copies(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(Places::in_folder(folder).release) else { return 0 };
    entries.filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains("conflict")).count()
}
