//! Hundreds of broken and hostile photos and many thousand random changes to sound ones: each is answered, soon, and
//! costs next to no memory.
//!
//! `DATELINE_MUTATIONS=100000 cargo test --release --test photo_file_corpus` takes the whole number.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test may stop, and tells its figures")]

#[path = "../photos/mod.rs"]
mod photos;

mod bombs;
mod broken;
mod seeds;

use std::cell::Cell;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use dateline::photo_file::{embedded_preview, for_page, logo, size_px, thumbnail, thumbnail_cost};
use peak_alloc::PeakAlloc;
use photos::{Dice, with_right_checksums};

/// Counts what all threads of this program hold, so only one test at a time asks it.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

const MOST_MEMORY: usize = 64 << 20;
/// For one question. Without optimisation, reading is some ten times as slow.
const MOST_TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 2 });
const MUTATIONS: usize = 3000;

/// The most that any file took, and which.
#[derive(Default)]
struct Most {
    memory: (usize, String),
    time: (Duration, String),
    accepted: usize,
}

impl Most {
    /// Asks all that is asked of a photo, one by one.
    fn ask(&mut self, name: &str, bytes: &[u8]) {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let mut took = Duration::ZERO;
        let mut timed = |question: &dyn Fn()| {
            let start = Instant::now();
            question();
            took = took.max(start.elapsed());
        };
        timed(&|| drop(size_px(bytes)));
        timed(&|| drop(for_page(bytes, (4000, 4000))));
        timed(&|| drop(for_page(bytes, (20, 20))));
        timed(&|| drop(logo(bytes, (100, 100))));
        timed(&|| assert!(thumbnail_cost(bytes, (320, 320)) >= thumbnail_cost(bytes, (3, 3))));
        timed(&|| drop(embedded_preview(bytes)));
        let accepted = Cell::new(0);
        for most in [(2000, 2000), (320, 320), (3, 3)] {
            timed(&|| {
                if let Ok(pixels) = thumbnail(bytes, most) {
                    assert!(pixels.width <= most.0 && pixels.height <= most.1, "{name}: {pixels:?}");
                    let samples = 4 * u64::from(pixels.width) * u64::from(pixels.height);
                    assert_eq!(pixels.rgba.len() as u64, samples, "{name}");
                    accepted.set(accepted.get() + 1);
                }
            });
        }
        self.accepted += accepted.get();
        let memory = MEMORY.peak_usage().saturating_sub(before);
        assert!(took <= MOST_TIME, "{name}: {took:?}");
        assert!(memory <= MOST_MEMORY, "{name}: {} MB", memory >> 20);
        if memory > self.memory.0 {
            self.memory = (memory, name.to_owned());
        }
        if took > self.time.0 {
            self.time = (took, name.to_owned());
        }
    }

    fn tell(&self, what: &str, count: usize) {
        let (memory, fullest) = &self.memory;
        let (time, slowest) = &self.time;
        println!(
            "{count} {what}: at the most {:.1} MB ({fullest}) and {:.0} ms ({slowest}); {} small pictures",
            *memory as f64 / f64::from(1 << 20),
            time.as_secs_f64() * 1000.0,
            self.accepted
        );
    }
}

#[test]
fn broken_and_hostile_photos_are_answered_soon_and_cost_next_to_nothing() {
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let mut most = Most::default();
    let mut count = 0;
    broken::each(&mut |name, bytes| {
        count += 1;
        most.ask(name, bytes);
    });
    let broken = count;
    bombs::each(&mut |name, bytes| {
        count += 1;
        most.ask(name, bytes);
    });
    most.tell("broken and hostile files", count);
    assert!(broken >= 200 && count - broken >= 60, "{broken} and {}", count - broken);
}

#[test]
fn random_changes_are_answered_soon_and_cost_next_to_nothing() {
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let wanted = std::env::var("DATELINE_MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(MUTATIONS);
    let seeds = seeds::all();
    let mut dice = Dice(0x2026_1123);
    let mut most = Most::default();
    for round in 0..wanted {
        let (name, seed) = &seeds[round % seeds.len()];
        let changed = changed(seed, &mut dice);
        let changed = if name.starts_with("PNG") { with_right_checksums(changed) } else { changed };
        most.ask(&format!("{name}, round {round}"), &changed);
    }
    most.tell("random changes", wanted);
    // Changes that break everything would test the first byte alone.
    assert!(most.accepted > wanted / 4);
}

/// A few bytes other than they were: in the head, where numbers steer decoders, or anywhere.
fn changed(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut changed = seed.to_vec();
    for _ in 0..=dice.below(5) {
        if changed.len() < 8 {
            break;
        }
        let within = if dice.below(2) == 0 { changed.len().min(700) } else { changed.len() };
        let at = dice.below(within);
        let end = (at + dice.below(40)).min(changed.len());
        match dice.below(7) {
            0 => changed[at] = dice.below(256) as u8,
            1 => changed[at] ^= 1 << dice.below(8),
            2 => changed[at] = [0, 0xff, 0x7f, 0x80][dice.below(4)],
            3 => drop(changed.splice(at..end, [0xff; 3])),
            4 => changed.truncate(at.max(4)),
            5 => drop(changed.drain(at..end)),
            _ => {
                let again = changed[at..end].to_vec();
                let place = dice.below(changed.len());
                changed.splice(place..place, again);
            }
        }
    }
    changed
}
