//! Only one program at a time replaces a release's file, on disks where two names cannot be exchanged in one step.
//!
//! The lock is held for as long as a comparison and a rename take. It keeps programs of this kind apart and nothing else:
//! an editor or a sync client knows nothing of it, and where it cannot be made, saving goes on without.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// The name of the lock in a release's folder.
const NAME: &str = ".dateline-saving";

/// A lock that stays the same for so long was left behind by a program that has ended in the middle.
const LEFT_BEHIND: Duration = Duration::from_secs(2);

const AGAIN: Duration = Duration::from_millis(10);

/// Held until it is dropped.
#[derive(Debug)]
pub(super) struct SaveLock {
    file: PathBuf,
    token: String,
}

impl SaveLock {
    /// Waits for whoever saves just now; none where the folder lets no lock be made.
    pub(super) fn take(folder: &Path) -> Option<Self> {
        let (file, token) = (folder.join(NAME), uuid::Uuid::new_v4().simple().to_string());
        let mut seen = (String::new(), Instant::now());
        loop {
            match OpenOptions::new().write(true).create_new(true).open(&file) {
                Ok(mut lock) => {
                    // One without words is as good: it is taken for left behind a moment later.
                    let _ = lock.write_all(token.as_bytes());
                    return Some(SaveLock { file, token });
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    let holder = fs::read_to_string(&file).unwrap_or_default();
                    if holder != seen.0 {
                        seen = (holder, Instant::now());
                    } else if seen.1.elapsed() > LEFT_BEHIND {
                        take_away(&file, &token);
                        seen.1 = Instant::now();
                    }
                    thread::sleep(AGAIN);
                }
                Err(_) => return None,
            }
        }
    }
}

/// Of several who find it left behind, one renames it.
fn take_away(file: &Path, token: &str) {
    let aside = file.with_file_name(format!("{NAME}-{token}"));
    if fs::rename(file, &aside).is_ok() {
        let _ = fs::remove_file(aside);
    }
}

impl Drop for SaveLock {
    fn drop(&mut self) {
        // Whoever was slower than two seconds has lost it to another.
        if fs::read_to_string(&self.file).is_ok_and(|token| token == self.token) {
            let _ = fs::remove_file(&self.file);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_waits_for_the_other_and_a_lock_that_was_left_behind_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let count = folder.path().join("count");
        fs::write(&count, "0").unwrap();
        fs::write(folder.path().join(NAME), "left behind").unwrap();
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..25 {
                        let _lock = SaveLock::take(folder.path()).unwrap();
                        let before: u32 = fs::read_to_string(&count).unwrap().parse().unwrap();
                        fs::write(&count, (before + 1).to_string()).unwrap();
                    }
                });
            }
        });
        assert_eq!(fs::read_to_string(&count).unwrap(), "100");
        assert!(!folder.path().join(NAME).exists());
    }

    #[test]
    fn a_folder_that_lets_no_lock_be_made_is_saved_in_without() {
        let folder = tempfile::tempdir().unwrap();
        assert!(SaveLock::take(&folder.path().join("not there")).is_none());
    }
}
