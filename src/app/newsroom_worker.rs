//! The newsroom beside the window: one thread keeps the index like the folders, another answers what the column asks.
//!
//! They are two, so that nobody waits for an answer while a thousand releases are read. What is asked while an older
//! question waits takes its place. Both end when the newsroom is left.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Context;

use crate::desk::List;
use crate::newsroom::{
    AllRead, FileError, Follower, Hits, Listed, Reader, ReleaseKey, Shelf, Wish, index_file, registers_seen,
};
use crate::words::{Locale, Message};

/// The folders are looked at so often.
const ROUND: Duration = Duration::from_secs(2);
/// What the list was when the program ended is shown before the folders are looked at.
const WINDOW_FIRST: Duration = Duration::from_millis(400);
/// Lines that come with the list, so that it is not seen without them.
const FIRST_LINES: usize = 40;
/// While much is read, the list is shown anew so often.
const SHOWN_ANEW: Duration = Duration::from_millis(500);
/// So many releases are read in one piece.
const PIECE: usize = 200;
/// Fewer are not worth a second thread.
const WORTH_A_THREAD: usize = 40;

/// What there is to tell of the newsroom.
#[derive(Debug)]
pub(super) enum News {
    /// The index has changed, and so many releases are still to be read.
    Changed(usize),
    /// The list by day with its first lines, and how many releases lie on each shelf.
    List(List, Vec<Listed>, [usize; 3]),
    /// What was found.
    Hits(Wish, usize, Hits),
    /// Lines.
    Rows(Vec<Listed>),
    /// Somebody has changed the registers.
    Registers,
    /// Why the newsroom cannot be read or searched; or it can be again.
    Trouble(Option<Message>),
}

/// What the column asks.
#[derive(Debug)]
pub(super) enum Asked {
    /// The list by day, its first lines in the language of the window.
    List(Wish, Locale),
    /// So many hits.
    Hits(Wish, usize, Locale),
    /// Lines in the language of the window.
    Rows(Vec<ReleaseKey>, Locale),
}

/// The threads of the newsroom that is open.
#[derive(Debug)]
pub(super) struct NewsroomWorker {
    folder: PathBuf,
    has_index: bool,
    post: Receiver<News>,
    changes: Sender<PathBuf>,
    questions: Sender<Asked>,
}

impl NewsroomWorker {
    /// Follows the newsroom in this folder; its index lies in the user's local folder. `None` where the system gives no
    /// thread.
    pub(super) fn start(ctx: &Context, local: &Path, folder: &Path) -> Option<Self> {
        let (tell, post) = channel();
        let (changes, told) = channel();
        let (questions, asked) = channel();
        let file = index_file(local, folder);
        let has_index = file.is_file();
        let telling = Telling { ctx: ctx.clone(), tell, made: Arc::default() };
        let (following, answering) = (telling.clone(), telling);
        let (index, newsroom) = (file.clone(), folder.to_owned());
        let follow = move || follow(&index, &newsroom, &told, &following);
        thread::Builder::new().name("newsroom".into()).spawn(follow).ok()?;
        let newsroom = folder.to_owned();
        let answer = move || answer(&file, &newsroom, &asked, &answering);
        thread::Builder::new().name("search".into()).spawn(answer).ok()?;
        Some(NewsroomWorker { folder: folder.to_owned(), has_index, post, changes, questions })
    }

    /// Was there an index when it began? Then the list comes at once.
    pub(super) fn has_index(&self) -> bool {
        self.has_index
    }

    /// The newsroom's folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn next_news(&self) -> Option<News> {
        self.post.try_recv().ok()
    }

    /// Somebody has just saved or moved a release in the window.
    pub(super) fn look_at(&self, folder: PathBuf) {
        // A thread that has ended by a fault is told nothing; the list then stands still.
        let _ = self.changes.send(folder);
    }

    /// What there is to tell next, where that is soon.
    pub(super) fn wait(&self, most: Duration) -> Option<News> {
        self.post.recv_timeout(most).ok()
    }

    pub(super) fn ask(&self, asked: Asked) {
        let _ = self.questions.send(asked);
    }
}

/// How the threads speak to the window.
#[derive(Clone, Debug)]
struct Telling {
    ctx: Context,
    tell: Sender<News>,
    /// Counts how often the index was made anew; zero while there is none.
    made: Arc<AtomicU32>,
}

impl Telling {
    /// Does anybody listen still?
    fn tell(&self, news: News) -> bool {
        let heard = self.tell.send(news).is_ok();
        self.ctx.request_repaint();
        heard
    }
}

fn follow(file: &Path, newsroom: &Path, changes: &Receiver<PathBuf>, telling: &Telling) {
    let mut follower = loop {
        match Follower::new(file, newsroom) {
            Ok(follower) => break follower,
            Err(error) => {
                if !telling.tell(News::Trouble(Some(error.message()))) {
                    return;
                }
                match changes.recv_timeout(ROUND) {
                    Ok(_) | Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
        }
    };
    telling.made.store(follower.times_made(), Ordering::Release);
    if !telling.tell(News::Changed(0)) {
        return;
    }
    if follower.index().count().is_ok_and(|count| count > 0) {
        // There is a list to be shown; the window comes first.
        match changes.recv_timeout(WINDOW_FIRST) {
            Ok(folder) => follower.look_at(&folder),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
    let mut shown = Shown { last: Instant::now(), changed: false, in_trouble: false };
    let mut round = Instant::now();
    let mut busy = true;
    let mut registers = registers_seen(newsroom);
    loop {
        let patience = if busy { Duration::ZERO } else { ROUND.saturating_sub(round.elapsed()) };
        match changes.recv_timeout(patience) {
            Ok(folder) => follower.look_at(&folder),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        if round.elapsed() >= ROUND {
            follower.round();
            round = Instant::now();
            let before = std::mem::replace(&mut registers, registers_seen(newsroom));
            if before != registers && !telling.tell(News::Registers) {
                return;
            }
        }
        let step = piece(&mut follower, newsroom);
        telling.made.store(follower.times_made(), Ordering::Release);
        let heard = match step {
            Ok(step) => {
                busy = step.busy;
                shown.progress(telling, step.changed, step.unread, busy)
            }
            Err(error) => {
                // It is tried again in the next round.
                busy = false;
                shown.in_trouble = true;
                telling.tell(News::Trouble(Some(error.message())))
            }
        };
        if !heard {
            return;
        }
    }
}

/// A piece of work; where much is to be read, two threads read.
fn piece(follower: &mut Follower, newsroom: &Path) -> Result<crate::newsroom::Step, FileError> {
    follower.list_folders()?;
    let mut unread = follower.take_unread(PIECE);
    if unread.len() < WORTH_A_THREAD {
        return follower.put(AllRead::of(newsroom, unread));
    }
    let half = unread.split_off(unread.len() / 2);
    let read = thread::scope(|scope| {
        let other = scope.spawn(|| AllRead::of(newsroom, half));
        let read = AllRead::of(newsroom, unread);
        // A fault in reading one release costs this piece, which is read again when its files are looked at.
        read.and(other.join().unwrap_or_default())
    });
    follower.put(read)
}

/// What the window was told last.
struct Shown {
    last: Instant,
    changed: bool,
    in_trouble: bool,
}

impl Shown {
    fn progress(&mut self, telling: &Telling, changed: bool, unread: usize, busy: bool) -> bool {
        self.changed |= changed;
        if std::mem::take(&mut self.in_trouble) && !telling.tell(News::Trouble(None)) {
            return false;
        }
        if !self.changed || busy && self.last.elapsed() < SHOWN_ANEW {
            return true;
        }
        self.changed = false;
        self.last = Instant::now();
        telling.tell(News::Changed(unread))
    }
}

fn answer(file: &Path, newsroom: &Path, questions: &Receiver<Asked>, telling: &Telling) {
    let mut reader: Option<(u32, Reader)> = None;
    while let Ok(first) = questions.recv() {
        for question in latest(std::iter::once(first).chain(questions.try_iter())) {
            let made = telling.made.load(Ordering::Acquire);
            // An index that was made anew is another file.
            if reader.as_ref().is_none_or(|(of, _)| *of != made) {
                // Before the index is there nothing is known; the window asks again when it is.
                reader = Reader::open(file, newsroom).ok().map(|reader| (made, reader));
            }
            let Some((_, open)) = &reader else { continue };
            let news = match answered(open, question) {
                Ok(news) => news,
                Err(error) => {
                    reader = None;
                    // The thread that keeps the index has not looked at it yet, and mends it.
                    if made == 0 {
                        continue;
                    }
                    News::Trouble(Some(error.message()))
                }
            };
            if !telling.tell(news) {
                return;
            }
        }
    }
}

/// Of each kind the last question; lines come last, because a list may make others necessary.
fn latest(questions: impl Iterator<Item = Asked>) -> Vec<Asked> {
    let (mut list, mut hits, mut rows) = (None, None, None);
    for question in questions {
        match question {
            Asked::List(..) => list = Some(question),
            Asked::Hits(..) => hits = Some(question),
            Asked::Rows(..) => rows = Some(question),
        }
    }
    [hits, list, rows].into_iter().flatten().collect()
}

fn answered(reader: &Reader, question: Asked) -> Result<News, FileError> {
    Ok(match question {
        Asked::List(wish, locale) => {
            let keys = reader.list(&wish)?;
            let first = reader.rows(&keys[..keys.len().min(FIRST_LINES)], locale)?;
            let mut counts = [0; 3];
            for (count, shelf) in counts.iter_mut().zip(Shelf::ALL) {
                *count = reader.count(shelf)?;
            }
            News::List(List::new(wish, keys), first, counts)
        }
        Asked::Hits(wish, most, locale) => {
            let hits = reader.search(&wish, most, locale)?;
            News::Hits(wish, most, hits)
        }
        Asked::Rows(keys, locale) => News::Rows(reader.rows(&keys, locale)?),
    })
}
