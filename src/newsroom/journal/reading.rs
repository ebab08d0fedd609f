//! What a journal gives back: the states of a release as they were, to the last keystroke that reached it.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use uuid::Uuid;

use super::change::Change;
use super::place::{self, Claim};
use super::record::{BEGINNING, Began, Record, release_of};
use super::states::States;
use crate::release::{Fingerprint, PhotoId, Release};

/// As long as versions are kept: what was put away before is in its file, or nobody has asked for it.
const KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// What a journal held.
#[derive(Debug)]
pub struct Recovered {
    /// The release's folder; none where it never had one.
    pub folder: Option<PathBuf>,
    /// What the release's file held when it was read or written last.
    pub seen: Option<Fingerprint>,
    /// The release and what undo goes back to.
    pub states: States,
    /// What was on its way into the file when the journal ended.
    pub on_its_way: Option<Release>,
    /// The folder into which that was to go.
    pub going_to: Option<PathBuf>,
    /// Photos that were not in the release's folder yet.
    pub waiting: BTreeMap<PhotoId, PathBuf>,
    /// The present is what the release's file held then.
    pub saved: bool,
    /// It was put away on purpose, rather than torn out of somebody's hands.
    pub left: bool,
    pub(super) claim: Claim,
    /// The present as it stands in the journal.
    pub(super) text: String,
    /// So far the journal is whole.
    pub(super) length: u64,
}

/// The journal of a release in this folder, or in none yet: to write in, or to go on from.
///
/// # Errors
/// The local folder cannot be used.
pub fn recover(local: &Path, id: Uuid, folder: Option<&Path>) -> io::Result<Result<Recovered, Claim>> {
    let claim = Claim::take(local, id, folder)?;
    // What cannot be read now may well be read the next time: only what was read can be put aside.
    let told = match read(claim.file())? {
        Some(tale) => tale.tell(claim),
        None => Err(claim),
    };
    if let Err(claim) = &told
        && fs::metadata(claim.file()).is_ok_and(|there| there.len() > BEGINNING.len() as u64)
    {
        // Of a newer program, or damaged: somebody may still read words in it.
        fs::rename(claim.file(), claim.file().with_extension("unread"))?;
    }
    Ok(told)
}

/// The release that was being written when the program ended, the last one first; none where everything was put away with
/// all its words in its file.
pub fn unfinished(local: &Path) -> Option<Recovered> {
    let entries = fs::read_dir(place::folder_in(local)).ok()?;
    let files = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|file| place::is_journal(file));
    let when = |file: &Path| fs::metadata(file).and_then(|there| there.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    // Of two that were written in the same moment, the one in a folder took the place of the other.
    let mut files: Vec<_> = files.map(|file| (when(&file), place::is_in_folder(&file), file)).collect();
    files.sort();
    let mut last = None;
    for (when, _, file) in files.into_iter().rev() {
        let is_old = when.elapsed().is_ok_and(|age| age > KEPT);
        if last.is_some() && !is_old {
            continue;
        }
        let Ok(Some(claim)) = Claim::of(file) else { continue };
        match read(claim.file()).ok().flatten() {
            Some(tale) if tale.left != Some(true) => {
                if last.is_none() {
                    last = tale.tell(claim).ok().inspect(|last| last.takes_its_old_place(local));
                }
            }
            Some(_) if is_old => {
                // One that cannot be removed is in nobody's way.
                let _ = claim.remove();
            }
            // What nobody can read may be of a newer program.
            Some(_) | None => {}
        }
    }
    last
}

/// What a journal tells, in texts.
#[derive(Debug)]
struct Tale {
    folder: Option<PathBuf>,
    seen: Option<Fingerprint>,
    saved: bool,
    waiting: BTreeMap<PhotoId, PathBuf>,
    first: String,
    past: Vec<String>,
    present: String,
    future: Vec<String>,
    /// On its way into the file.
    on_its_way: Option<String>,
    going_to: Option<PathBuf>,
    /// Put away, with everything in its file or not; none while it is open.
    left: Option<bool>,
    length: usize,
}

/// None where there is no journal, or one of another format.
fn read(file: &Path) -> io::Result<Option<Tale>> {
    match fs::read(file) {
        Ok(bytes) => Ok(tale_in(&bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn tale_in(bytes: &[u8]) -> Option<Tale> {
    let mut place = BEGINNING.len();
    if bytes.get(..place)? != BEGINNING {
        return None;
    }
    let mut tale: Option<Tale> = None;
    while let Some((record, length)) = bytes.get(place..).and_then(Record::next) {
        let went_on = match &mut tale {
            Some(tale) => tale.go_on(record),
            None => {
                let Record::Began(began) = record else { break };
                Tale::begin(*began).map(|begun| tale = Some(begun))
            }
        };
        if went_on.is_none() {
            break;
        }
        place += length;
        if let Some(tale) = &mut tale {
            tale.length = place;
        }
    }
    tale
}

/// What is farthest away goes where there are too many.
fn push(states: &mut Vec<String>, state: String) {
    states.push(state);
    if states.len() > States::DEEPEST {
        states.remove(0);
    }
}

impl Recovered {
    /// The journal alone, for whoever does not go on with what it held.
    pub fn into_claim(self) -> Claim {
        self.claim
    }

    /// Removes the journal that the release had before it got its folder. It stays until the one in the folder is on the
    /// disk, and so it is still there where the program ends in between.
    fn takes_its_old_place(&self, local: &Path) {
        let States { first, past, present, future } = &self.states;
        let file = place::without_folder(local, present.id);
        let Some(old) = read(&file).ok().flatten().filter(|_| self.folder.is_some()) else { return };
        let old = release_of(&old.present);
        let mut states = [first, present].into_iter().chain(past).chain(future);
        if states.any(|state| old.as_ref() == Some(state))
            && let Ok(Some(claim)) = Claim::of(file)
        {
            // One that cannot be removed comes back as a draft, and nothing is lost.
            let _ = claim.remove();
        }
    }
}

impl Tale {
    fn begin(began: Began) -> Option<Self> {
        let Began { folder, seen, saved, waiting, first, oldest, changes, past } = began;
        let first = first.unwrap_or_else(|| oldest.clone());
        let mut all = vec![oldest];
        for change in changes {
            let next = change.apply(all.last()?)?;
            all.push(next);
        }
        if past >= all.len() {
            return None;
        }
        let mut future = all.split_off(past + 1);
        future.reverse();
        let present = all.pop()?;
        Some(Tale {
            folder,
            seen,
            saved,
            waiting,
            first,
            past: all,
            present,
            future,
            on_its_way: None,
            going_to: None,
            left: None,
            length: 0,
        })
    }

    fn go_on(&mut self, record: Record) -> Option<()> {
        self.left = None;
        match &record {
            Record::Typed { .. } | Record::Undone(_) | Record::Redone(_) => self.saved = false,
            Record::Saved { all, .. } => self.saved = *all,
            Record::Began(_) | Record::Waiting(_) | Record::Saving | Record::SavingIn(_) | Record::Left { .. } => {}
        }
        match record {
            Record::Began(began) => *self = Tale::begin(*began)?,
            Record::Typed { change, thought } => self.typed(&change, thought)?,
            Record::Undone(change) => {
                let before = change.apply(&self.present)?;
                self.past.pop()?;
                push(&mut self.future, std::mem::replace(&mut self.present, before));
            }
            Record::Redone(change) => {
                let after = change.apply(&self.present)?;
                self.future.pop()?;
                push(&mut self.past, std::mem::replace(&mut self.present, after));
            }
            Record::Waiting(waiting) => self.waiting = waiting,
            Record::Saving => self.on_its_way = Some(self.present.clone()),
            Record::SavingIn(folder) => {
                (self.on_its_way, self.going_to) = (Some(self.present.clone()), Some(folder));
            }
            Record::Saved { seen, all: _ } => {
                (self.seen, self.on_its_way, self.going_to) = (Some(seen), None, None);
            }
            Record::Left { saved } => self.left = Some(saved),
        }
        Some(())
    }

    fn typed(&mut self, change: &Change, thought: bool) -> Option<()> {
        let after = change.apply(&self.present)?;
        let before = std::mem::replace(&mut self.present, after);
        if thought {
            push(&mut self.past, before);
        }
        self.future.clear();
        Some(())
    }

    fn tell(self, claim: Claim) -> Result<Recovered, Claim> {
        let Tale { folder, seen, saved, waiting, first, past, present, future, on_its_way, going_to, left, length } =
            self;
        let states = || {
            let read = |text: &String| release_of(text).map(Arc::new);
            // The same text is the same state, so that the journal can be gone on with.
            let oldest = past.first().unwrap_or(&present);
            let past: Vec<_> = past.iter().map(read).collect::<Option<_>>()?;
            let present = read(&present)?;
            let first = match past.first() {
                Some(there) if *oldest == first => Arc::clone(there),
                None if *oldest == first => Arc::clone(&present),
                Some(_) | None => read(&first)?,
            };
            Some(States { first, past, present, future: future.iter().map(read).collect::<Option<_>>()? })
        };
        match states() {
            Some(states) => {
                let (left, length) = (left.is_some(), length as u64);
                let on_its_way = on_its_way.as_deref().and_then(release_of);
                Ok(Recovered {
                    folder,
                    seen,
                    saved,
                    states,
                    on_its_way,
                    going_to,
                    waiting,
                    left,
                    claim,
                    text: present,
                    length,
                })
            }
            None => Err(claim),
        }
    }
}
