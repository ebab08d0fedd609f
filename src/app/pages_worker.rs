//! The page beside the form: set and drawn on a thread that lives as long as the window.
//!
//! The newest wish wins, older ones are dropped unseen; typing never waits. Where a page cannot be set, the last good one
//! stays. A thread that does not come back is left to itself and another takes its place.

mod press;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Context;

use crate::house::Letterhead;
use crate::pages::{self, PATIENCE, STACK};
use crate::story::Story;
use crate::ui::{PageNews, PageWish};
use crate::words::Locale;
use crate::words::Message;
use press::Press;

/// What the page should show.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    /// Counts the stories; the answer bears the same number.
    pub(super) revision: u64,
    /// The release as it reads now.
    pub(super) story: Arc<Story>,
    /// The look of its house.
    pub(super) letterhead: Letterhead,
    /// The release's folder.
    pub(super) folder: Option<PathBuf>,
    /// Photos that lie elsewhere until the release is saved.
    pub(super) waiting_photos: BTreeMap<String, PathBuf>,
    /// The language in which the page says why a photo is not on it.
    pub(super) locale: Locale,
    /// Which pages are in sight, how fine, and which of them are there already.
    pub(super) page: PageWish,
}

/// A page that is given up by itself needs a moment more than this.
const LOST: Duration = Duration::from_secs(2 * PATIENCE.as_secs());

/// After so many threads that did not come back the preview rests.
const MOST_LOST: usize = 3;

/// The frame in which somebody typed is on the screen before the page takes its share of the processor and the memory.
const MOMENT: Duration = Duration::from_millis(2);

/// The worker and its post box.
#[derive(Debug)]
pub(super) struct PagesWorker {
    ctx: Context,
    slot: Arc<Slot>,
    sender: Sender<PageNews>,
    post: Receiver<PageNews>,
    busy_since: Option<Instant>,
    lost: usize,
}

/// Where the newest wish waits.
#[derive(Debug, Default)]
struct Slot {
    wish: Mutex<Next>,
    ready: Condvar,
}

#[derive(Debug, Default)]
enum Next {
    #[default]
    Nothing,
    Wish(Box<Wish>),
    /// The window is closed, or another worker has taken over.
    Stop,
}

impl Slot {
    fn next(&self) -> MutexGuard<'_, Next> {
        self.wish.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, next: Next) {
        *self.next() = next;
        self.ready.notify_one();
    }

    /// Waits for a wish, and then a moment for a newer one; `None` when there will be none any more.
    fn take(&self) -> Option<Wish> {
        let mut next = self.next();
        let mut waited = false;
        loop {
            match std::mem::take(&mut *next) {
                Next::Wish(wish) if waited => return Some(*wish),
                Next::Wish(wish) => {
                    *next = Next::Wish(wish);
                    drop(next);
                    thread::sleep(MOMENT);
                    waited = true;
                    next = self.next();
                }
                Next::Stop => return None,
                Next::Nothing => next = self.ready.wait(next).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

impl Drop for PagesWorker {
    fn drop(&mut self) {
        self.slot.put(Next::Stop);
    }
}

impl PagesWorker {
    pub(super) fn new(ctx: Context) -> Self {
        let (sender, post) = channel();
        let mut worker = PagesWorker { ctx, slot: Arc::default(), sender, post, busy_since: None, lost: 0 };
        worker.start();
        worker
    }

    fn start(&mut self) {
        self.slot = Arc::default();
        let (slot, sender, ctx) = (Arc::clone(&self.slot), self.sender.clone(), self.ctx.clone());
        let work = move || {
            pages::get_ready();
            let mut press = Press::default();
            while let Some(wish) = slot.take() {
                // A fault while a page is set or drawn costs that page, and not the preview.
                let news = catch_unwind(AssertUnwindSafe(|| press.fulfil(&wish))).unwrap_or_else(|_| {
                    press = Press::default();
                    PageNews { revision: wish.revision, ..PageNews::trouble(Message::new("job-failed")) }
                });
                // Nobody listens any more once the window is closed.
                if sender.send(news).is_err() {
                    break;
                }
                ctx.request_repaint();
            }
        };
        if thread::Builder::new().name("pages".into()).stack_size(STACK).spawn(work).is_err() {
            self.lost = MOST_LOST;
        }
    }

    /// Asks for a page; whatever was asked before and not begun is dropped.
    pub(super) fn wish(&mut self, wish: Wish) {
        self.busy_since.get_or_insert_with(Instant::now);
        self.slot.put(Next::Wish(Box::new(wish)));
    }

    /// The next page that is ready, or the news that there will be none.
    pub(super) fn next_news(&mut self) -> Option<PageNews> {
        if let Ok(news) = self.post.try_recv() {
            self.busy_since = None;
            return Some(news);
        }
        if self.busy_since.is_some_and(|since| since.elapsed() > LOST) && self.lost < MOST_LOST {
            self.lost += 1;
            self.busy_since = None;
            self.slot.put(Next::Stop);
            self.start();
            let why = pages::PageError::TookTooLong.message();
            return Some(PageNews { revision: u64::MAX, ..PageNews::trouble(why) });
        }
        None
    }
}
