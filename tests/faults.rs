//! Whatever happens to the program, the disk or the machine: every release parses, and no more than one keystroke is lost.
//!
//! The short runs stand in every test run. `DATELINE_FAULTS=10000` makes so many kills instead of a few, and walks through
//! every step of every operation; `DATELINE_SEED` makes other ones.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a test may stop")]

use std::io;
use std::process::{Child, Command};
use std::sync::{Mutex, PoisonError};

#[path = "faults/edits.rs"]
mod edits;
#[path = "faults/kills.rs"]
mod kills;
#[path = "faults/operations.rs"]
mod operations;
#[path = "faults/power.rs"]
mod power;
#[path = "faults/random.rs"]
mod random;
#[path = "faults/several.rs"]
mod several;
#[path = "faults/steps.rs"]
mod steps;
mod support;
#[path = "faults/undone.rs"]
mod undone;
#[path = "faults/victim.rs"]
mod victim;
#[path = "faults/watching.rs"]
mod watching;

/// How much is done: as many as asked for, or a few.
fn how_many(few: usize) -> usize {
    std::env::var("DATELINE_FAULTS").ok().and_then(|count| count.parse().ok()).unwrap_or(few)
}

/// Is everything to be done that can be?
fn is_long() -> bool {
    std::env::var_os("DATELINE_FAULTS").is_some()
}

fn seed() -> u64 {
    std::env::var("DATELINE_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0x6D6F_7374)
}

/// Held while a program is started or a journal is claimed: a program that is just starting has the locks of this one for
/// a moment, and what this one has given back looks taken.
static STARTING: Mutex<()> = Mutex::new(());

fn start(command: &mut Command) -> io::Result<Child> {
    let _alone = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
    command.spawn()
}
