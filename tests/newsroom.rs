//! Files: opening never harms, saving is whole or not at all, and every error can be read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

#[cfg(unix)]
#[path = "support/again.rs"]
mod again;
#[path = "newsroom/damaged.rs"]
mod damaged;
#[path = "newsroom/formats.rs"]
mod formats;
#[path = "newsroom/houses.rs"]
mod houses;
#[path = "newsroom/opening.rs"]
mod opening;
#[path = "newsroom/pdf.rs"]
mod pdf;
#[path = "newsroom/photos.rs"]
mod photos;
#[path = "newsroom/saving.rs"]
mod saving;
mod support;
#[cfg(unix)]
#[path = "newsroom/unix.rs"]
mod unix;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, SystemTime};

use dateline::newsroom::FileError;

/// What opening may take at most, whatever lies there.
const OPENING_TAKES: Duration = Duration::from_secs(2);

/// Runs a job beside the test and fails when it is not done in time, so that a hang is a failure and not a hang.
fn within<T: Send + 'static>(limit: Duration, what: &str, job: impl FnOnce() -> T + Send + 'static) -> T {
    let (done, waiting) = mpsc::channel();
    thread::spawn(move || done.send(job()));
    match waiting.recv_timeout(limit) {
        Ok(result) => result,
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("{what} took longer than {limit:?}"),
        Err(mpsc::RecvTimeoutError::Disconnected) => panic!("{what} panicked"),
    }
}

/// Everything in a folder: names, contents and when they were written.
fn everything_in(folder: &Path) -> BTreeMap<PathBuf, (Option<Vec<u8>>, SystemTime)> {
    let mut all = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let there = path.symlink_metadata().unwrap();
            if there.is_dir() {
                folders.push(path.clone());
            }
            let contents = there.is_file().then(|| fs::read(&path).unwrap());
            all.insert(path, (contents, there.modified().unwrap()));
        }
    }
    all
}

/// One line: what happened, what to do next, and the path last.
fn assert_readable(error: &FileError, what: &str, path: &Path) {
    let message = error.to_string();
    assert!(message.starts_with(what), "{message:?} does not start with {what:?}");
    let path = path.display().to_string();
    let Some(sentences) = message.strip_suffix(&path) else { panic!("{message:?} does not end with {path}") };
    assert!(!message.contains(char::is_control), "{message:?} is not one line");
    assert!(sentences.chars().count() < 600, "{message:?} is long");
    let steps =
        ["Open ", "Update ", "Choose ", "Check ", "Mend ", "Free ", "Put ", "Try ", "Rename ", "open an earlier"];
    let next = sentences.find(". ").map(|end| &sentences[end + 1..]).unwrap_or_default();
    assert!(steps.iter().any(|step| next.contains(step)), "{message:?} names no next step");
}
