//! The journal beside the window: one thread writes down what is typed, another one waits for the disk.
//!
//! The window hands each state over in the frame in which it was typed and hardly ever waits. The writing thread never waits for
//! the disk either: what it has written outlives the program, and a second at most passes until it would outlive a power
//! cut as well.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::newsroom::{Claim, FileError, Fingerprint, Journal, States, Unsynced};
use crate::release::PhotoId;
use crate::words::Message;

/// For what is typed the disk is asked no oftener than this; with the time that a disk takes, a power cut costs a second.
const BETWEEN_SYNCS: Duration = Duration::from_millis(900);

/// What could not be written is tried again after this time.
const AGAIN: Duration = Duration::from_secs(2);

/// A state waits so long for the one before it to be written, so that a crash takes one of them and not both. Almost always
/// that was long ago; a disk that hangs is waited for once.
const ONE_AT_A_TIME: Duration = Duration::from_millis(250);

/// Nobody types for so long: then there is time to write a long journal anew.
const PAUSE: Duration = Duration::from_millis(700);

/// Whoever closes the window does not wait longer than this.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// What the writing thread is told.
enum Note {
    /// This release is open from now on.
    Open(Box<Journal>),
    /// It has changed.
    States(Box<States>, BTreeMap<PhotoId, PathBuf>),
    /// It is on its way into its file; tell when that is on the disk.
    Saving(PathBuf, Sender<()>),
    /// It is in its file.
    Saved { folder: PathBuf, seen: Fingerprint, all: bool },
    /// It is put away, with everything in its file or not.
    Leave { saved: bool },
    /// Nobody wants it.
    Discard,
    /// Something is on the disk: also the journal that was written anew, or not.
    Synced(Result<bool, FileError>),
    /// Tell when everything up to here is written.
    Tell(Sender<()>),
    /// Nothing comes any more.
    End,
}

/// What the syncing thread is told.
enum ToSync {
    This(Unsynced),
    /// Tell when everything up to here is on the disk.
    Tell(Sender<()>),
}

/// A promise that the journal is on the disk soon.
#[derive(Debug)]
pub struct OnDisk(Receiver<()>);

impl OnDisk {
    /// Waits until it is; false where that takes too long.
    pub fn wait(&self, most: Duration) -> bool {
        self.0.recv_timeout(most).is_ok()
    }
}

/// The journal of the open release.
pub struct Journaling {
    notes: Sender<Note>,
    writer: Option<JoinHandle<()>>,
    trouble: Arc<Mutex<Option<Message>>>,
    pace: Arc<Pace>,
}

/// How far the writing thread is behind.
#[derive(Debug, Default)]
struct Pace {
    /// So many states are not written yet; and the last one was waited for in vain.
    behind: Mutex<(usize, bool)>,
    written: Condvar,
}

impl Pace {
    fn hand_over(&self) {
        let mut behind = self.behind.lock().unwrap_or_else(PoisonError::into_inner);
        let ((0, _) | (_, true)) = *behind else {
            let waited = self.written.wait_timeout_while(behind, ONE_AT_A_TIME, |(count, _)| *count > 0);
            let (mut behind, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
            *behind = (behind.0 + 1, timeout.timed_out());
            return;
        };
        behind.0 += 1;
    }

    fn written(&self) {
        let mut behind = self.behind.lock().unwrap_or_else(PoisonError::into_inner);
        let left = behind.0.saturating_sub(1);
        *behind = (left, behind.1 && left > 0);
        drop(behind);
        self.written.notify_one();
    }
}

impl std::fmt::Debug for Journaling {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Journaling").field("trouble", &self.trouble()).finish_non_exhaustive()
    }
}

impl Journaling {
    /// Journals in this local folder. `wake` is called when [`Journaling::trouble`] has become another one.
    ///
    /// None where the system gives no thread.
    pub fn new(local: &Path, wake: impl Fn() + Send + 'static) -> Option<Self> {
        let (notes, post) = channel();
        let trouble = Arc::new(Mutex::new(None));
        let pace = Arc::new(Pace::default());
        let (unsynced, to_sync) = channel();
        let back = notes.clone();
        thread::Builder::new().name("syncing".into()).spawn(move || sync(&to_sync, &back)).ok()?;
        let writing = Writing {
            local: local.to_owned(),
            journal: None,
            id: Uuid::nil(),
            last: None,
            unsynced,
            is_syncing: false,
            synced: None,
            trouble: Arc::clone(&trouble),
            pace: Arc::clone(&pace),
            wake: Box::new(wake),
        };
        let writer = thread::Builder::new().name("journal".into()).spawn(move || writing.run(&post)).ok()?;
        Some(Journaling { notes, writer: Some(writer), trouble, pace })
    }

    fn tell(&self, note: Note) {
        // A thread that has gone is told by `trouble`.
        let _ = self.notes.send(note);
    }

    /// This release is open from now on.
    pub fn open(&self, journal: Journal) {
        self.tell(Note::Open(Box::new(journal)));
    }

    /// It is like this now.
    pub fn note(&self, states: &States, waiting: &BTreeMap<PhotoId, PathBuf>) {
        self.pace.hand_over();
        self.tell(Note::States(Box::new(states.clone()), waiting.clone()));
    }

    /// What was noted is on its way into its file in this folder, as soon as that is on the disk: after a power cut the journal would
    /// otherwise not know the words in the file, and take them for somebody else's.
    pub fn saving(&self, folder: &Path) -> OnDisk {
        let (tell, told) = channel();
        self.tell(Note::Saving(folder.to_owned(), tell));
        OnDisk(told)
    }

    /// Its file was written, and holds `all` that was noted or what was noted a moment ago.
    pub fn saved(&self, folder: PathBuf, seen: Fingerprint, all: bool) {
        self.tell(Note::Saved { folder, seen, all });
    }

    /// It is put away, with everything in its file or not.
    pub fn leave(&self, saved: bool) {
        self.tell(Note::Leave { saved });
    }

    /// Nobody wants what was typed.
    pub fn discard(&self) {
        self.tell(Note::Discard);
    }

    /// Why what is typed cannot be written down, where it cannot.
    pub fn trouble(&self) -> Option<Message> {
        if self.writer.as_ref().is_some_and(JoinHandle::is_finished) {
            return Some(Message::new("journal-gone"));
        }
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until everything that was noted is written, though perhaps not on the disk; false where that takes too long.
    pub fn is_written(&self, most: Duration) -> bool {
        let (tell, told) = channel();
        self.tell(Note::Tell(tell));
        told.recv_timeout(most).is_ok()
    }

    /// Waits for what is still to be written, because the program ends.
    pub fn finish(&mut self) {
        let Some(writer) = self.writer.take() else { return };
        self.tell(Note::End);
        let asked = Instant::now();
        while !writer.is_finished() && asked.elapsed() < LAST_WORDS {
            thread::sleep(Duration::from_millis(1));
        }
    }
}

impl Drop for Journaling {
    fn drop(&mut self) {
        self.finish();
    }
}

/// What the writing thread has.
struct Writing {
    local: PathBuf,
    journal: Option<Journal>,
    /// Of the open release.
    id: Uuid,
    /// What was noted last, to be tried again.
    last: Option<(Box<States>, BTreeMap<PhotoId, PathBuf>)>,
    unsynced: Sender<ToSync>,
    is_syncing: bool,
    synced: Option<Instant>,
    trouble: Arc<Mutex<Option<Message>>>,
    pace: Arc<Pace>,
    wake: Box<dyn Fn() + Send>,
}

impl Writing {
    fn run(mut self, post: &Receiver<Note>) {
        loop {
            let note = match self.patience() {
                Some(patience) => post.recv_timeout(patience),
                None => post.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match note {
                Ok(Note::End) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(note) => self.take(note),
                Err(RecvTimeoutError::Timeout) => self.pause(),
            }
            self.sync_in_time();
        }
        if let Some(unsynced) = self.journal.as_mut().and_then(Journal::unsynced) {
            // Whatever fails here was written all the same, and there is nobody left to be told.
            let _ = unsynced.sync();
        }
    }

    /// After this time there is something to do, also when nothing is noted.
    fn patience(&self) -> Option<Duration> {
        let journal = self.journal.as_ref()?;
        if self.has_trouble() {
            return Some(AGAIN);
        }
        if journal.is_long() {
            return Some(PAUSE);
        }
        (journal.is_unsynced() && !self.is_syncing).then(|| self.until_sync())
    }

    fn until_sync(&self) -> Duration {
        self.synced.map_or(Duration::ZERO, |synced| BETWEEN_SYNCS.saturating_sub(synced.elapsed()))
    }

    fn take(&mut self, note: Note) {
        let done = match note {
            Note::Open(journal) => {
                self.id = journal.id();
                self.last = None;
                self.journal = Some(*journal);
                Ok(())
            }
            Note::States(states, waiting) => {
                let noted = self.journal.as_mut().map_or(Ok(()), |journal| journal.note(&states, &waiting));
                self.last = Some((states, waiting));
                self.pace.written();
                noted
            }
            Note::Saving(folder, told) => {
                let noted = self.journal.as_mut().map_or(Ok(()), |journal| journal.saving(&folder));
                self.sync_now();
                // Where nobody syncs any more, whoever waits hears it by the end of the line.
                let _ = self.unsynced.send(ToSync::Tell(told));
                noted
            }
            Note::Saved { folder, seen, all } => self.saved(folder, seen, all),
            Note::Leave { saved } => match self.journal.take().map(|journal| journal.leave(saved)) {
                Some(Ok(Some(unsynced))) => {
                    let _ = self.unsynced.send(ToSync::This(unsynced));
                    Ok(())
                }
                Some(Err(error)) => Err(error),
                Some(Ok(None)) | None => Ok(()),
            },
            Note::Discard => self.journal.take().map_or(Ok(()), Journal::discard),
            Note::Synced(synced) => {
                self.is_syncing = false;
                match (synced, &mut self.journal) {
                    (Ok(true), Some(journal)) => journal.shortened(),
                    (Ok(_), _) => return,
                    (Err(error), journal) => {
                        if let Some(journal) = journal {
                            journal.mistrust();
                        }
                        Err(error)
                    }
                }
            }
            Note::Tell(told) => {
                // Whoever asked has stopped waiting; then nobody is to be told.
                let _ = told.send(());
                return;
            }
            Note::End => return,
        };
        self.tell(done);
    }

    fn saved(&mut self, folder: PathBuf, seen: Fingerprint, all: bool) -> Result<(), FileError> {
        let Some(journal) = &mut self.journal else { return Ok(()) };
        if journal.folder() == Some(&folder) {
            return journal.saved(seen, all);
        }
        let claim = Claim::fresh(&self.local, self.id, Some(&folder));
        match claim {
            Ok(claim) => journal.move_to(claim, folder, seen, all),
            Err(error) => Err(crate::newsroom::journal_failed(&error, &self.local)),
        }
    }

    /// Nothing was noted for a while.
    fn pause(&mut self) {
        let Some(journal) = &mut self.journal else { return };
        if journal.is_behind() {
            let noted = match &self.last {
                Some((states, waiting)) => journal.note(states, waiting),
                None => Ok(()),
            };
            self.tell(noted);
        } else if journal.is_long() {
            let shortened = journal.shorten();
            self.tell(shortened);
        } else {
            // Whatever went wrong is over.
            self.tell(Ok(()));
        }
    }

    fn sync_in_time(&mut self) {
        if self.is_syncing || !self.until_sync().is_zero() {
            return;
        }
        self.sync_now();
    }

    fn sync_now(&mut self) {
        if let Some(unsynced) = self.journal.as_mut().and_then(Journal::unsynced) {
            self.synced = Some(Instant::now());
            self.is_syncing = self.unsynced.send(ToSync::This(unsynced)).is_ok();
        }
    }

    fn has_trouble(&self) -> bool {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    fn tell(&self, done: Result<(), FileError>) {
        let told = done.err().map(|error| error.message());
        let mut trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        if *trouble != told {
            *trouble = told;
            drop(trouble);
            (self.wake)();
        }
    }
}

/// Waits for the disk, as often as there is something to wait for.
fn sync(to_sync: &Receiver<ToSync>, back: &Sender<Note>) {
    for next in to_sync {
        match next {
            ToSync::This(unsynced) => {
                if back.send(Note::Synced(unsynced.sync())).is_err() {
                    return;
                }
            }
            ToSync::Tell(told) => {
                // Whoever asked has stopped waiting.
                let _ = told.send(());
            }
        }
    }
}
