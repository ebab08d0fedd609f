//! A program of its own that writes as the window does, until somebody kills it.
//!
//! It runs the desk, the journal with its threads and the saving of the program; only what draws is left out. Before each
//! keystroke it tells the state that will be, and afterwards that it is, so that whoever kills it knows what was typed.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, SystemTime};

use dateline::app::opening::{self, FoundWords, Opened};
use dateline::app::{Journaling, OnDisk};
use dateline::desk::{Found, Open};
use dateline::newsroom::{self, Saved, Saving, Signature, VersionWish};
use dateline::photo_file::PhotoWords;
use dateline::release::Release;

use super::edits;
use super::random::Random;

/// Where what lies.
pub(crate) struct Places {
    pub(crate) local: PathBuf,
    pub(crate) release: PathBuf,
    pub(crate) picture: PathBuf,
    pub(crate) export: PathBuf,
}

impl Places {
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Places {
            local: folder.join("local"),
            release: folder.join("release"),
            picture: folder.join("bridge.jpg"),
            export: folder.join("export.txt"),
        }
    }
}

/// A state in a few letters.
pub(crate) fn sign(release: &Release) -> String {
    format!("{:?}", newsroom::Fingerprint::of(newsroom::release_text(release).unwrap().as_bytes())).replace(' ', "")
}

/// Microseconds of the machine's clock, which other programs read as well.
pub(crate) fn now() -> u128 {
    SystemTime::UNIX_EPOCH.elapsed().unwrap().as_micros()
}

fn tell(words: &str) {
    let mut out = std::io::stdout().lock();
    // Nobody may listen any more.
    let _ = writeln!(out, "{words}").and_then(|()| out.flush());
}

#[test]
#[ignore = "run by the other tests of this file only"]
fn writes_until_it_is_killed() {
    let Some(folder) = std::env::var_os("VICTIM").map(PathBuf::from) else { return };
    let seed = std::env::var("VICTIM_SEED").unwrap().parse().unwrap();
    let mut random = Random::new(seed);
    let places = Places::in_folder(&folder);
    let opened =
        opening::unfinished(&places.local).unwrap_or_else(|| match places.release.join("release.ron").exists() {
            true => opening::open(&places.release, Some(&places.local)).unwrap(),
            false => {
                opening::new_release("2026-11-23".parse().unwrap(), "ru".parse().unwrap(), Some(&places.local)).unwrap()
            }
        });
    let Opened { mut open, journal, found } = opened;
    let journaling = Journaling::new(&places.local, || ()).unwrap();
    journaling.open(journal.unwrap());
    if let (Some(folder), Some(seen)) = (&open.folder, open.seen) {
        assert_ne!(found, Some(FoundWords::Beside), "nobody else has written");
        journaling.saved(folder.clone(), seen, found.is_none());
    }
    let (to_save, saved) = saver();
    let (mut is_saving, mut saved_step) = (false, -1);
    tell(&format!("begins {}", sign(&open.release)));
    for step in 0.. {
        while let Ok(done) = saved.try_recv() {
            is_saving = false;
            take_over(&mut open, done, &journaling);
            tell(&format!("saved {saved_step} {}", now()));
        }
        let field = match random.below(40) {
            0 => {
                open.undo();
                0
            }
            1 => {
                open.redo();
                0
            }
            2 if open.release.photos.len() < 3 => {
                let found = Found { path: places.picture.clone(), words: PhotoWords::default(), size_px: (4, 4) };
                open.attach_photos(vec![found]);
                0
            }
            3 => {
                let _ = newsroom::write_export(&places.export, sign(&open.release).as_bytes(), true);
                0
            }
            4 | 5 if !is_saving => {
                (is_saving, saved_step) = (true, step - 1);
                let version = *random.pick(&[VersionWish::None, VersionWish::Before, VersionWish::Now]);
                journaling.note(open.history.states(), &open.waiting_photos);
                let on_disk = journaling.saving(&places.release);
                to_save.send((on_disk, saving(&open, &places, version))).unwrap();
                0
            }
            _ => edits::edit(&mut open, &mut random),
        };
        tell(&format!("types {step} {}", sign(&open.release)));
        open.history.note(&open.release, field, f64::from(step) / 10.0);
        journaling.note(open.history.states(), &open.waiting_photos);
        tell(&format!("typed {step} {}", now()));
        // Quicker than anybody types, and not so quick that two keystrokes come in one frame.
        thread::sleep(Duration::from_millis(1 + random.next() % 6));
    }
}

fn saving(open: &Open, places: &Places, version: VersionWish) -> Saving {
    Saving {
        release: open.release.clone(),
        from: open.folder.clone(),
        folder: places.release.clone(),
        waiting_photos: open.waiting_photos.clone(),
        seen: open.seen,
        by: Signature { name: "Aigul".into(), when: jiff::Zoned::now() },
        version,
    }
}

/// Saves beside, as the window does.
fn saver() -> (Sender<(OnDisk, Saving)>, Receiver<Saved>) {
    let (to_save, queue) = channel::<(OnDisk, Saving)>();
    let (done, saved) = channel();
    thread::spawn(move || {
        for (on_disk, saving) in queue {
            assert!(on_disk.wait(Duration::from_secs(60)));
            let _ = done.send(newsroom::save_release(saving).unwrap());
        }
    });
    (to_save, saved)
}

fn take_over(open: &mut Open, done: Saved, journaling: &Journaling) {
    let (folder, seen) = (done.folder.clone(), done.seen);
    open.is_in_file(done);
    journaling.note(open.history.states(), &open.waiting_photos);
    journaling.saved(folder, seen, !open.is_unsaved());
}
