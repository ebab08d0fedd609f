//! Who has a release open: a small file of each window's own beside the release, with a name, a machine and a heartbeat.
//!
//! Each window writes only its own file. So nothing is ever fought for, a sync client has nothing to make conflict copies
//! of, and a file that cannot be written stands in nobody's way. It tells, and guards nothing: that is done by comparing the
//! contents when a release is saved. A window whose program has ended, or whose heart has not beaten for some minutes, is
//! taken for gone.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::copies::{count_in, names_in, sign_of};
use super::{FORMAT, RELEASE_FILE, atomic, is_newsroom, ron_options};
use crate::release::Fingerprint;

/// How the names of these files begin. Not hidden from sync clients: they bring it to others.
const NAME: &str = ".dateline-open-";

/// The folder in the user's local folder in which a living program holds a lock for each of its windows.
const LOCAL: &str = "open";

/// A heart beats so often. Each beat is a file that a sync client carries about, so it is slow.
pub const BEAT_SECONDS: i64 = 60;

/// A heart that has not beaten for so long has stopped.
const STALE_SECONDS: i64 = 5 * BEAT_SECONDS;

/// What has not beaten for a day is swept away.
const SWEPT_SECONDS: i64 = 24 * 60 * 60;

/// Nobody's file is larger.
const LARGEST: u64 = 16 << 10;

/// So many folders above a release may be its newsroom's.
const HIGHEST: usize = 5;

/// Somebody who has a release open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Tells one window from another.
    id: String,
    /// Counts how often this window has taken a release over.
    #[serde(default)]
    term: u32,
    /// The person.
    pub name: String,
    /// The machine.
    pub machine: String,
    /// Since when.
    pub since: Timestamp,
    /// When the heart beat last.
    beat: Timestamp,
    /// From which windows it was taken over, and in which of their terms.
    #[serde(default)]
    took: BTreeSet<(String, u32)>,
}

impl Holder {
    /// Is it the same window, whatever has become of it since?
    pub fn is_same_window(&self, other: &Holder) -> bool {
        self.id == other.id
    }

    fn key(&self) -> (String, u32) {
        (self.id.clone(), self.term)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Dateline")]
struct HolderFile {
    format: u32,
    holder: Holder,
}

/// This window, as others are told of it.
#[derive(Clone, Debug)]
pub struct Me {
    id: String,
    /// The person.
    pub name: String,
    /// The machine.
    pub machine: String,
    local: Option<PathBuf>,
}

impl Me {
    /// A window of this person on this machine. With a local folder, others on this machine see at once when it is gone.
    pub fn new(name: String, local: Option<&Path>) -> Self {
        let id = uuid::Uuid::new_v4().simple().to_string();
        Me { id, name, machine: machine_name(), local: local.map(|local| local.join(LOCAL)) }
    }

    /// Shows that this window lives, as long as what is given back does.
    pub fn live(&self) -> Option<Alive> {
        let folder = self.local.as_ref()?;
        fs::create_dir_all(folder).ok()?;
        let file = folder.join(format!("{}.lock", self.id));
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(&file).ok()?;
        lock.try_lock().ok()?;
        Some(Alive { file, _lock: lock })
    }

    fn file(&self, folder: &Path) -> PathBuf {
        folder.join(format!("{NAME}{}", self.id))
    }

    /// Did the program of this window end, as far as this machine can tell? None where it was on another one.
    fn has_ended(&self, id: &str) -> Option<bool> {
        let file = self.local.as_ref()?.join(format!("{id}.lock"));
        let lock = OpenOptions::new().write(true).open(file).ok()?;
        match lock.try_lock() {
            Ok(()) => Some(true),
            Err(TryLockError::WouldBlock) => Some(false),
            Err(TryLockError::Error(_)) => None,
        }
    }
}

/// A window that lives. The system takes the lock back when the program ends, however it ends.
#[derive(Debug)]
pub struct Alive {
    file: PathBuf,
    _lock: File,
}

impl Drop for Alive {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.file);
    }
}

/// What is seen beside a release.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The other windows in which it is open, the newest first.
    pub others: Vec<Holder>,
    /// The one of them that has taken it over from this one.
    pub taker: Option<Holder>,
    /// How many copies of sync clients lie beside it, and which, in one number.
    pub copies: (usize, Option<Fingerprint>),
}

/// A release that this window has open, and this window's own file beside it where that is to write.
#[derive(Debug)]
pub struct Presence {
    me: Me,
    folder: PathBuf,
    writes: bool,
    since: Timestamp,
    beat: Option<Timestamp>,
    term: u32,
    took: BTreeSet<(String, u32)>,
    /// The beats of others that were seen last, for machines whose clocks go wrong.
    seen: Vec<(String, Timestamp, Timestamp)>,
}

impl Presence {
    /// This window has the release in this folder open from now on; where it is to write, the first
    /// [beat](Presence::beat) says so.
    pub fn new(me: Me, folder: PathBuf, now: Timestamp, writes: bool) -> Self {
        Presence { me, folder, writes, since: now, beat: None, term: 0, took: BTreeSet::new(), seen: Vec::new() }
    }

    /// It is taken over from these; they will see it.
    pub fn take_over(&mut self, from: &[Holder], now: Timestamp) {
        (self.writes, self.since) = (true, now);
        self.took.extend(from.iter().map(Holder::key));
        // Whoever had taken it over from this window sees that this is another time.
        self.term =
            from.iter().flat_map(|holder| &holder.took).map(|(_, term)| term + 1).max().unwrap_or(0).max(self.term);
        self.beat = None;
    }

    /// Says that this window is still here, where it is time to. A folder that cannot be written is none of its business.
    pub fn beat(&mut self, now: Timestamp) {
        let is_time = self.beat.is_none_or(|last| now.as_second() - last.as_second() >= BEAT_SECONDS);
        if !is_time || !self.writes || !self.folder.join(RELEASE_FILE).exists() {
            return;
        }
        let Me { id, name, machine, local: _ } = self.me.clone();
        let holder =
            Holder { id, term: self.term, name, machine, since: self.since, beat: now, took: self.took.clone() };
        let text = ron_options().to_string(&HolderFile { format: FORMAT, holder });
        if let Ok(text) = text {
            // In one go, so that nobody reads half of it; tried again with the next beat.
            let _ = atomic::replace_unsynced(&self.me.file(&self.folder), text.as_bytes());
        }
        self.beat = Some(now);
    }

    /// Looks who else has the release open, and what lies beside it.
    pub fn look(&mut self, now: Timestamp) -> Around {
        let Ok(names) = names_in(&self.folder) else { return Around::default() };
        let mut others = holders(&self.folder, &names, &self.me, now, &mut self.seen);
        others.retain(|other| !self.took.contains(&other.key()));
        let taker = others.iter().find(|other| other.took.contains(&(self.me.id.clone(), self.term))).cloned();
        let count = count_in(&names);
        Around { others, taker, copies: (count, (count > 0).then(|| sign_of(&names))) }
    }

    /// It lies in another folder now, and its files with it.
    pub fn moved(&mut self, folder: PathBuf) {
        self.folder = folder;
    }

    /// The person at this window is called so.
    pub fn rename(&mut self, name: String) {
        self.me.name = name;
        self.beat = None;
    }

    /// It is not open to write any more.
    pub fn leave(&mut self) {
        self.writes = false;
        let _ = fs::remove_file(self.me.file(&self.folder));
    }
}

/// Who has the release in this folder open, besides this window; the newest first. None where it lies in no newsroom.
pub fn others(folder: &Path, me: &Me, now: Timestamp) -> Vec<Holder> {
    if !is_in_newsroom(folder) {
        return Vec::new();
    }
    let Ok(names) = names_in(folder) else { return Vec::new() };
    let others = holders(folder, &names, me, now, &mut Vec::new());
    sweep(folder, &names, me, now);
    others
}

/// What others do at a release, for its line in the list: who has it open, and how many copies lie beside it.
pub fn seen_from_afar(folder: &Path, me: &Me, now: Timestamp) -> (Option<Holder>, usize) {
    let Ok(names) = names_in(folder) else { return (None, 0) };
    (holders(folder, &names, me, now, &mut Vec::new()).into_iter().next(), count_in(&names))
}

/// Does a newsroom lie around this folder?
pub fn is_in_newsroom(folder: &Path) -> bool {
    folder.ancestors().skip(1).take(HIGHEST).any(is_newsroom)
}

fn holders(
    folder: &Path,
    names: &[String],
    me: &Me,
    now: Timestamp,
    seen: &mut Vec<(String, Timestamp, Timestamp)>,
) -> Vec<Holder> {
    let mut all = Vec::new();
    for name in names.iter().filter(|name| name.starts_with(NAME)) {
        let file = folder.join(name);
        let Some(holder) = read(&file).filter(|holder| holder.id != me.id && name.ends_with(&holder.id)) else {
            continue;
        };
        if is_live(&file, &holder, me, now, seen) {
            all.push(holder);
        }
    }
    // Whoever was taken over from is here no more, also where that window has not noticed yet.
    let gone: BTreeSet<(String, u32)> = all.iter().flat_map(|holder: &Holder| holder.took.clone()).collect();
    all.retain(|holder| !gone.contains(&holder.key()));
    all.sort_by(|one, other| other.since.cmp(&one.since).then_with(|| one.id.cmp(&other.id)));
    all
}

fn read(file: &Path) -> Option<Holder> {
    let is_small = fs::symlink_metadata(file).is_ok_and(|there| there.is_file() && there.len() <= LARGEST);
    let text = is_small.then(|| fs::read_to_string(file).ok()).flatten()?;
    let HolderFile { format: _, holder } = ron_options().from_str(&text).ok()?;
    Some(holder)
}

fn is_live(
    file: &Path,
    holder: &Holder,
    me: &Me,
    now: Timestamp,
    seen: &mut Vec<(String, Timestamp, Timestamp)>,
) -> bool {
    if let Some(has_ended) = me.has_ended(&holder.id) {
        return !has_ended;
    }
    let is_near = |then: Timestamp, most: i64| (now.as_second() - then.as_second()).abs() < most;
    // A drive has a clock of its own, and it is right where the other machine's is wrong.
    let written = || modified(file).is_some_and(|written| is_near(written, STALE_SECONDS));
    let is_fresh = is_near(holder.beat, STALE_SECONDS) || written();
    match seen.iter_mut().find(|(id, _, _)| *id == holder.id) {
        Some((_, beat, when)) => {
            if *beat != holder.beat {
                (*beat, *when) = (holder.beat, now);
                return true;
            }
            is_fresh || is_near(*when, STALE_SECONDS)
        }
        None => {
            if is_fresh {
                seen.push((holder.id.clone(), holder.beat, now));
            } else {
                // A beat that is seen later shows that it lives after all.
                seen.push((holder.id.clone(), holder.beat, Timestamp::UNIX_EPOCH));
            }
            is_fresh
        }
    }
}

fn modified(file: &Path) -> Option<Timestamp> {
    fs::metadata(file).and_then(|there| there.modified()).ok()?.try_into().ok()
}

/// Takes away what windows have left behind that are surely gone.
fn sweep(folder: &Path, names: &[String], me: &Me, now: Timestamp) {
    for name in names.iter().filter(|name| name.starts_with(NAME)) {
        let file = folder.join(name);
        let Some(holder) = read(&file).filter(|holder| holder.id != me.id) else { continue };
        let age = now.as_second() - holder.beat.as_second();
        if me.has_ended(&holder.id) == Some(true) || age > SWEPT_SECONDS {
            let _ = fs::remove_file(&file);
            if let Some(local) = &me.local {
                let _ = fs::remove_file(local.join(format!("{}.lock", holder.id)));
            }
        }
    }
}

/// What this machine is called; empty where the system does not say.
fn machine_name() -> String {
    let told = ["COMPUTERNAME", "HOSTNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    let asked = || {
        let files = ["/proc/sys/kernel/hostname", "/etc/hostname"];
        files.into_iter().find_map(|file| fs::read_to_string(file).ok())
    };
    let name = told.or_else(asked).unwrap_or_default();
    name.trim().chars().filter(|letter| !letter.is_control()).take(60).collect()
}

/// What the system calls the person at this machine; empty where it does not say.
pub fn system_user() -> String {
    ["USER", "USERNAME", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;
    use crate::newsroom::{choose_newsroom, sample_release, save};

    struct Place(tempfile::TempDir);

    impl Place {
        fn new() -> Self {
            let place = Place(tempfile::tempdir().unwrap());
            choose_newsroom(place.0.path()).unwrap();
            save(&place.release(), &sample_release().unwrap()).unwrap();
            place
        }

        fn release(&self) -> PathBuf {
            self.0.path().join("2026/bridge")
        }

        fn window(&self, name: &str, local: &str) -> Presence {
            Presence::new(self.me(name, local), self.release(), at(0), true)
        }

        fn me(&self, name: &str, local: &str) -> Me {
            Me::new(name.to_owned(), Some(&self.0.path().join(local)))
        }
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp::now() + SignedDuration::from_secs(seconds)
    }

    fn names(holders: &[Holder]) -> Vec<&str> {
        holders.iter().map(|holder| holder.name.as_str()).collect()
    }

    #[test]
    fn others_see_who_has_a_release_open_until_it_is_left() {
        let place = Place::new();
        let dana = place.me("Dana", "hers");
        let mut aigul = place.window("Aigul", "mine");
        aigul.beat(at(0));
        assert_eq!(names(&others(&place.release(), &dana, at(0))), ["Aigul"]);
        assert!(others(&place.release(), &aigul.me.clone(), at(0)).is_empty(), "not oneself");
        assert!(aigul.look(at(0)).others.is_empty());
        aigul.leave();
        assert!(others(&place.release(), &dana, at(0)).is_empty());
        assert_eq!(names_in(&place.release()).unwrap(), [RELEASE_FILE]);
    }

    #[test]
    fn whoever_is_taken_over_from_sees_it_and_is_here_no_more() {
        let place = Place::new();
        let (mut aigul, mut dana) = (place.window("Aigul", "mine"), place.window("Dana", "hers"));
        aigul.beat(at(0));
        let from = others(&place.release(), &dana.me.clone(), at(0));
        dana.take_over(&from, at(1));
        dana.beat(at(1));
        assert_eq!(aigul.look(at(2)).taker.unwrap().name, "Dana");
        assert_eq!(dana.look(at(2)), Around::default());
        let third = place.me("Third", "third");
        assert_eq!(names(&others(&place.release(), &third, at(2))), ["Dana"]);
        // And back again.
        let back = aigul.look(at(3)).others;
        aigul.take_over(&back, at(4));
        aigul.beat(at(4));
        assert_eq!(aigul.look(at(5)), Around::default());
        assert_eq!(dana.look(at(5)).taker.unwrap().name, "Aigul");
        assert_eq!(names(&others(&place.release(), &third, at(5))), ["Aigul"]);
    }

    #[test]
    fn a_heart_that_has_stopped_stands_in_nobodys_way() {
        let place = Place::new();
        let dana = place.me("Dana", "hers");
        let mut aigul = place.window("Aigul", "mine");
        aigul.beat(at(-STALE_SECONDS - 60));
        let file = aigul.me.file(&place.release());
        let old = std::time::SystemTime::now() - std::time::Duration::from_secs(1000);
        File::options().write(true).open(&file).unwrap().set_modified(old).unwrap();
        assert!(others(&place.release(), &dana, at(0)).is_empty());
        assert!(file.exists(), "it may only sleep");
        let mut there = Presence::new(dana.clone(), place.release(), at(0), false);
        assert!(there.look(at(0)).others.is_empty());
        // Its clock goes wrong, but its heart beats.
        aigul.beat(at(-STALE_SECONDS + 1000));
        aigul.beat = None;
        aigul.beat(at(-5000));
        File::options().write(true).open(&file).unwrap().set_modified(old).unwrap();
        assert_eq!(names(&there.look(at(2)).others), ["Aigul"]);
        assert!(others(&place.release(), &dana, at(SWEPT_SECONDS * 2)).is_empty() && !file.exists());
    }

    #[test]
    fn a_program_that_has_ended_on_this_machine_is_gone_at_once() {
        let place = Place::new();
        let aigul = place.window("Aigul", "shared");
        let alive = aigul.me.live().unwrap();
        let mut aigul = aigul;
        aigul.beat(at(0));
        let second = place.me("Second window", "shared");
        assert_eq!(names(&others(&place.release(), &second, at(9999))), ["Aigul"], "it lives, however slow its heart");
        // As a crash leaves it: the lock is free, and its file still there.
        let left = alive.file.clone();
        drop(alive);
        fs::write(&left, "").unwrap();
        assert!(others(&place.release(), &second, at(0)).is_empty());
        assert_eq!(names_in(&place.release()).unwrap(), [RELEASE_FILE], "nothing is left behind");
    }

    #[test]
    fn what_cannot_be_read_or_lies_in_no_newsroom_says_nothing() {
        let place = Place::new();
        let me = place.me("Dana", "hers");
        for text in ["", "Dateline(", "\u{0}", "Dateline(format: 9, holder: ())"] {
            fs::write(place.release().join(format!("{NAME}strange")), text).unwrap();
            assert!(others(&place.release(), &me, at(0)).is_empty(), "{text}");
        }
        let mut aigul = place.window("Aigul", "mine");
        aigul.beat(at(0));
        fs::remove_file(place.0.path().join("newsroom.ron")).unwrap();
        assert!(others(&place.release(), &me, at(0)).is_empty());
        let nowhere = Presence::new(me, place.0.path().join("gone"), at(0), true);
        let mut nowhere = nowhere;
        nowhere.beat(at(0));
        assert_eq!(nowhere.look(at(0)), Around::default());
        assert!(!place.0.path().join("gone").exists(), "no folder is made for it");
    }
}
