//! Two to four programs and somebody without this program on one folder, in any order: no text is lost.
//!
//! Everybody who types puts words into the text that nobody else has. In the end each of them stands in the release, in a copy
//! beside it, among its versions, or where a stranger has put it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use dateline::app::opening;
use dateline::desk::{Access, Addition, ChangedBy, Merging, Open, Side};
use dateline::newsroom::{self, Me, Presence, Saving, Signature, VersionWish};
use dateline::release::{BlockKind, Release, Text};
use jiff::Timestamp;
use uuid::Uuid;

use super::random::Random;
use super::{how_many, seed};

/// So much somebody does in one run.
const STEPS: usize = 14;

#[test]
fn several_programs_and_strangers_on_one_folder_lose_no_text() {
    let runs = how_many(120);
    let begun = Instant::now();
    let (mut typed, mut copies, mut taken) = (0, 0, 0);
    for run in 0..runs {
        let mut random = Random::new(seed().wrapping_add(run as u64).wrapping_mul(31));
        let place = Place::new();
        let programs = 2 + random.below(3);
        let at_once = run % 2 == 1;
        let told =
            if at_once { place.all_at_once(programs, &mut random) } else { place.by_turns(programs, &mut random) };
        place.check(&told.words, run, at_once);
        typed += told.words.len();
        taken += told.taken;
        copies += place.copies().len();
    }
    let (each, spent) = (runs / 2, begun.elapsed());
    println!(
        "{runs} runs ({each} by turns, {each} at once): {typed} texts, {copies} conflict copies, {taken} times taken over, none lost, in {spent:?}"
    );
    assert!(
        runs < 100 || copies > runs / 10 && taken > runs / 10,
        "too little happens: {copies} copies, {taken} taken over"
    );
}

/// What was done in a run.
#[derive(Default)]
struct Told {
    words: BTreeSet<String>,
    taken: usize,
}

/// A newsroom with one release.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Place { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(place.strangers()).unwrap();
        fs::create_dir(place.newsroom()).unwrap();
        newsroom::choose_newsroom(&place.newsroom()).unwrap();
        let mut release = Release::new(Uuid::from_u128(6), "2026-11-23".parse().unwrap(), "ru".parse().unwrap());
        release.editions[0].headline = "Мост открыт".into();
        let mut open = Open::new(release, None, dateline::house::Houses::default(), Vec::new());
        for _ in 0..3 {
            open.add_block(Addition::Paragraph, None);
        }
        newsroom::save(&place.release(), &open.release).unwrap();
        place
    }

    fn newsroom(&self) -> PathBuf {
        self.folder.path().join("newsroom")
    }

    fn release(&self) -> PathBuf {
        self.newsroom().join("bridge")
    }

    fn strangers(&self) -> PathBuf {
        self.folder.path().join("strangers")
    }

    /// One step of one of them after the other, in the order of the dice.
    fn by_turns(&self, programs: usize, random: &mut Random) -> Told {
        let mut programs: Vec<Program> =
            (0..programs).map(|number| Program::new(self, number, random.next())).collect();
        let mut stranger = Stranger::new(self, random.next(), true);
        for _ in 0..STEPS * (programs.len() + 1) {
            match random.below(programs.len() + 1) {
                number if number < programs.len() => programs[number].step(),
                _ => stranger.step(),
            }
        }
        let mut told = Told { words: stranger.words, taken: 0 };
        for program in programs {
            program.end(&mut told);
        }
        told
    }

    /// All of them at the same time.
    fn all_at_once(&self, programs: usize, random: &mut Random) -> Told {
        let told = Mutex::new(Told::default());
        thread::scope(|scope| {
            for number in 0..programs {
                let (seed, told) = (random.next(), &told);
                scope.spawn(move || {
                    let mut program = Program::new(self, number, seed);
                    (0..STEPS).for_each(|_| program.step());
                    let mut own = Told::default();
                    program.end(&mut own);
                    let mut told = told.lock().unwrap();
                    told.words.extend(own.words);
                    told.taken += own.taken;
                });
            }
            let (seed, told) = (random.next(), &told);
            scope.spawn(move || {
                let mut stranger = Stranger::new(self, seed, false);
                (0..STEPS).for_each(|_| stranger.step());
                told.lock().unwrap().words.extend(stranger.words);
            });
        });
        told.into_inner().unwrap()
    }

    fn copies(&self) -> Vec<PathBuf> {
        let names = fs::read_dir(self.release()).unwrap().map(|entry| entry.unwrap().path());
        names.filter(|file| file.file_name().unwrap().to_string_lossy().starts_with("release (conflict")).collect()
    }

    fn check(&self, words: &BTreeSet<String>, run: usize, at_once: bool) {
        let what = format!("run {run} of seed {}, {}", seed(), if at_once { "at once" } else { "by turns" });
        let mut all = String::new();
        for folder in [self.release(), self.release().join("versions"), self.strangers()] {
            let Ok(entries) = fs::read_dir(folder) else { continue };
            for file in entries.map(|entry| entry.unwrap().path()).filter(|file| file.is_file()) {
                let name = file.file_name().unwrap().to_string_lossy().into_owned();
                assert!(!name.starts_with('.'), "{what}: {name} was left behind");
                let release = newsroom::open_version(&file).unwrap_or_else(|error| panic!("{what}: {error}"));
                assert_eq!(release.id, Uuid::from_u128(6), "{what}: {name}");
                all += &fs::read_to_string(&file).unwrap();
            }
        }
        let lost: Vec<&String> = words.iter().filter(|word| !all.contains(word.as_str())).collect();
        assert!(lost.is_empty(), "{what}: {lost:?} of {} are lost", words.len());
        // Whoever opens it next is offered all of it.
        let offered = newsroom::side_copies(
            &self.release(),
            &Release::new(Uuid::from_u128(6), "2026-11-23".parse().unwrap(), "ru".parse().unwrap()),
        );
        assert!(
            offered.len() >= self.copies().len(),
            "{what}: {} of {} are offered",
            offered.len(),
            self.copies().len()
        );
    }
}

/// One program, as the window has it: the desk, the newsroom, and what is written beside a release.
struct Program {
    folder: PathBuf,
    me: Me,
    letter: char,
    random: Random,
    open: Option<(Open, Presence)>,
    words: BTreeSet<String>,
    /// What was typed and never left the desk, because nobody wanted it.
    number: usize,
    taken: usize,
}

impl Program {
    fn new(place: &Place, number: usize, seed: u64) -> Self {
        let letter = char::from(b'A' + number as u8);
        Program {
            folder: place.release(),
            me: Me::new(letter.to_string(), None),
            letter,
            random: Random::new(seed),
            open: None,
            words: BTreeSet::new(),
            number: 0,
            taken: 0,
        }
    }

    fn step(&mut self) {
        if self.open.is_none() {
            return self.begin();
        }
        match self.random.below(12) {
            0..=4 => self.write(),
            5 | 6 => self.save(),
            7 | 8 => self.look(),
            9 => self.take_over(),
            10 => self.merge(),
            _ => self.put_away(),
        }
    }

    fn begin(&mut self) {
        // Somebody may just have removed it; then it is not opened.
        let Ok(opened) = opening::open(&self.folder, None) else { return };
        let mut open = opened.open;
        let now = Timestamp::now();
        if let Some(holder) = newsroom::others(&self.folder, &self.me, now).into_iter().next() {
            open.access = Access::Reads(holder);
        }
        let mut presence = Presence::new(self.me.clone(), self.folder.clone(), now, open.access == Access::Writes);
        presence.beat(now);
        self.open = Some((open, presence));
    }

    fn write(&mut self) {
        let Some((open, _)) = &mut self.open else { return };
        if open.is_read_only() {
            return;
        }
        self.number += 1;
        let word = format!("z{}{}z", self.letter, self.number);
        if self.random.below(3) == 0 {
            open.add_block(Addition::Paragraph, None);
        }
        let body = &mut open.shown_mut().body;
        let at = self.random.below(body.len());
        if put(&mut body[at].kind, &word) {
            self.words.insert(word);
        }
        open.history.note(&open.release, 0, 0.0);
    }

    fn save(&mut self) {
        let by = Signature { name: self.letter.to_string(), when: jiff::Zoned::now() };
        let version = *self.random.pick(&[VersionWish::None, VersionWish::None, VersionWish::Before, VersionWish::Now]);
        let Some((open, _)) = &mut self.open else { return };
        if open.is_kept() || open.is_read_only() {
            return;
        }
        let saving = Saving {
            release: open.release.clone(),
            from: open.folder.clone(),
            folder: self.folder.clone(),
            waiting_photos: open.waiting_photos.clone(),
            seen: open.seen,
            by,
            version,
        };
        if matches!(open.access, Access::TakenOver(_)) {
            let copy = open.own_copy.as_ref().map(|(copy, _)| copy.clone());
            let saved = newsroom::save_beside(saving, copy).unwrap();
            open.is_in_copy(saved.copy, saved.release);
        } else {
            let base = open.saved.clone();
            let saved = newsroom::save_release(saving).unwrap();
            if let (Some(copy), Some(base)) = (&saved.conflict, base) {
                open.bases.insert(copy.clone(), base);
            }
            assert!(open.is_in_file(saved));
        }
    }

    /// What the thread beside the window sees every two seconds.
    fn look(&mut self) {
        let Some((open, presence)) = &mut self.open else { return };
        let now = Timestamp::now();
        presence.beat(now);
        let around = presence.look(now);
        if let (Access::Writes, Some(taker)) = (&open.access, around.taker) {
            presence.leave();
            open.access = Access::TakenOver(taker);
        }
        if let Ok((theirs, seen)) = newsroom::open_as_it_is(&self.folder)
            && open.seen != Some(seen)
            && !open.is_unsaved()
        {
            open.follow(theirs, seen);
            open.history.note(&open.release, 0, 0.0);
        }
    }

    fn take_over(&mut self) {
        let Some((open, presence)) = &mut self.open else { return };
        if open.access == Access::Writes {
            return;
        }
        let now = Timestamp::now();
        let others = presence.look(now).others;
        presence.take_over(&others, now);
        presence.beat(now);
        open.access = Access::Writes;
        open.took_from = open.saved.clone();
        self.taken += 1;
    }

    /// Nothing is thrown away knowingly, so that everything has to be found in the end.
    fn merge(&mut self) {
        let Some((open, _)) = &mut self.open else { return };
        let copies = newsroom::side_copies(&self.folder, &open.release);
        let own = open.own_copy.as_ref().map(|(file, _)| file.clone());
        let Some(copy) = copies.into_iter().find(|copy| Some(&copy.file) != own.as_ref()) else { return };
        if open.is_read_only() {
            return;
        }
        // Somebody else may have put it among the versions meanwhile.
        let Ok(theirs) = newsroom::open_copy(&copy) else { return };
        let base = open.bases.get(&copy.file).cloned();
        let mut merging = Merging::new(copy.clone(), open.release.clone(), theirs, base.as_ref());
        for part in &mut merging.parts {
            match part.changed_by {
                ChangedBy::Me | ChangedBy::Them | ChangedBy::Both | ChangedBy::Somebody => {
                    let has_both = part.sides().contains(&Side::Both);
                    part.side = match part.is_there {
                        (true, true) if has_both => Side::Both,
                        (false, true) => Side::Theirs,
                        _ => Side::Mine,
                    };
                }
            }
        }
        open.put_merged(merging.merged());
        open.history.note(&open.release, 0, 0.0);
        if self.random.below(2) == 0 {
            let _ = newsroom::discard_copy(&copy);
        }
    }

    fn put_away(&mut self) {
        self.save();
        if let Some((_, mut presence)) = self.open.take() {
            presence.leave();
        }
    }

    fn end(mut self, told: &mut Told) {
        self.put_away();
        told.words.append(&mut self.words);
        told.taken += self.taken;
    }
}

fn put(kind: &mut BlockKind, word: &str) -> bool {
    let BlockKind::Paragraph(Text(text)) = kind else { return false };
    text.push_str(word);
    true
}

/// Somebody who knows nothing of this program: an editor, a sync client. What he takes away, he keeps.
struct Stranger {
    folder: PathBuf,
    kept: PathBuf,
    random: Random,
    words: BTreeSet<String>,
    number: usize,
    /// He also writes into the file as it stands, which nobody can see who replaces it at that very moment.
    in_place: bool,
}

impl Stranger {
    fn new(place: &Place, seed: u64, in_place: bool) -> Self {
        let (folder, kept) = (place.release(), place.strangers());
        Stranger { folder, kept, random: Random::new(seed), words: BTreeSet::new(), number: 0, in_place }
    }

    fn file(&self) -> PathBuf {
        self.folder.join("release.ron")
    }

    fn step(&mut self) {
        match self.random.below(6) {
            0 | 1 => self.rename_over(),
            2 => self.take_away(),
            3 => self.make_anew(),
            4 if self.in_place => self.write_same_size(),
            // He has a look, and a coffee.
            _ => thread::sleep(Duration::from_micros(self.random.next() % 300)),
        }
    }

    /// The text of the release with a word of his own.
    fn text(&mut self) -> Option<String> {
        let mut release = newsroom::open(&self.folder).ok()?;
        self.number += 1;
        let word = format!("zS{:04}z", self.number);
        let at = self.random.below(release.editions[0].body.len());
        put(&mut release.editions[0].body[at].kind, &word).then_some(())?;
        self.words.insert(word);
        newsroom::release_text(&release).ok()
    }

    /// As a sync client brings what was written on another machine: what was there becomes a copy, and its own file gets the
    /// name.
    fn rename_over(&mut self) {
        let Some(text) = self.text() else { return };
        let new = self.kept.join(format!("new-{}.ron", self.number));
        fs::write(&new, text).unwrap();
        let aside = self.folder.join(format!("release-PRESS-{}.ron", self.number));
        let _ = fs::rename(self.file(), aside);
        // Where somebody has just saved, his own stays aside.
        let _ = fs::hard_link(&new, self.file());
    }

    fn take_away(&mut self) {
        self.number += 1;
        let _ = fs::rename(self.file(), self.kept.join(format!("taken-{}.ron", self.number)));
    }

    /// Removed and made again, as large and as old as before.
    fn make_anew(&mut self) {
        let Ok(text) = fs::read(self.file()) else { return };
        let hour = fs::metadata(self.file()).and_then(|there| there.modified()).ok();
        self.take_away();
        let new = self.kept.join(format!("again-{}.ron", self.number));
        fs::write(&new, text).unwrap();
        if let Some(hour) = hour {
            fs::File::options().write(true).open(&new).unwrap().set_modified(hour).unwrap();
        }
        let _ = fs::hard_link(&new, self.file());
    }

    /// Another word of the same length in the same file, with the same hour.
    fn write_same_size(&mut self) {
        let Ok(text) = fs::read_to_string(self.file()) else { return };
        let Some(old) = self.words.iter().rev().find(|word| text.contains(word.as_str())).cloned() else { return };
        let hour = fs::metadata(self.file()).unwrap().modified().unwrap();
        self.number += 1;
        let word = format!("zS{:04}z", self.number);
        // The file may have other names, under which it is kept.
        let before = self.kept.join(format!("before-{}.ron", self.number));
        fs::write(before, &text).unwrap();
        write_in_place(&self.file(), &text.replace(&old, &word));
        fs::File::options().write(true).open(self.file()).unwrap().set_modified(hour).unwrap();
        self.words.insert(word);
    }
}

fn write_in_place(file: &Path, text: &str) {
    use std::io::Write;
    fs::File::options().write(true).open(file).unwrap().write_all(text.as_bytes()).unwrap();
}
