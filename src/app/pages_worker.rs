//! The page beside the form: set and drawn on a thread that lives as long as the window.
//!
//! The newest wish wins, older ones are dropped unseen; typing never waits. Where a page cannot be set, the last good one
//! stays. A thread that does not come back is left to itself and another takes its place.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use eframe::egui::{ColorImage, Context};

use crate::house::Letterhead;
use crate::newsroom;
use crate::pages::{self, Material, PATIENCE, Pages, Pixels, Print, Resolution, STACK, Sheet, Shown, photos_of};
use crate::story::Story;
use crate::ui::{FreshPage, PageNews, PageWish};
use crate::words::{Locale, Message};

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

/// A photo's file is looked at again after this, because somebody may have changed it or put it there meanwhile.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

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

    /// Waits for a wish; `None` when there will be none any more.
    fn take(&self) -> Option<Wish> {
        let mut next = self.next();
        loop {
            match std::mem::take(&mut *next) {
                Next::Wish(wish) => return Some(*wish),
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
            let mut press = Press::default();
            while let Some(wish) = slot.take() {
                // Nobody listens any more once the window is closed.
                if sender.send(press.fulfil(&wish)).is_err() {
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

/// What the worker keeps between two wishes.
#[derive(Default)]
struct Press {
    /// The pages of this revision, and why there are no newer ones.
    set: Option<(u64, Option<Pages>, Option<Message>)>,
    /// The same photo in the same place is made ready once.
    prints: HashMap<(PathBuf, Shown), Ready>,
    /// The look for which the photos were made ready.
    letterhead: Option<Letterhead>,
}

impl Press {
    fn fulfil(&mut self, wish: &Wish) -> PageNews {
        let known = self.set.as_ref().is_some_and(|(revision, _, _)| *revision == wish.revision);
        if !known {
            let last = self.set.take().and_then(|(_, pages, _)| pages);
            self.set = Some(match self.set_pages(wish) {
                Ok(pages) => (wish.revision, Some(pages), None),
                Err(why) => (wish.revision, last, Some(why)),
            });
        }
        let Some((revision, Some(pages), trouble)) = &self.set else {
            let trouble = self.set.as_ref().and_then(|(_, _, why)| why.clone());
            return PageNews { revision: wish.revision, trouble, ..PageNews::default() };
        };
        let origins: Vec<_> = wish.story.parts.iter().map(|part| part.origin).collect();
        let marks = pages.marks.iter().filter_map(|mark| Some((*origins.get(mark.part)?, *mark)));
        PageNews {
            revision: *revision,
            // Pages that stayed from before know nothing of the parts of this story.
            marks: if trouble.is_none() { marks.collect() } else { Vec::new() },
            sizes_pt: (0..pages.count()).filter_map(|page| pages.size_pt(page)).collect(),
            fresh: fresh(pages, &wish.page),
            trouble: trouble.clone(),
        }
    }

    fn set_pages(&mut self, wish: &Wish) -> Result<Pages, Message> {
        let Wish { story, letterhead, folder, .. } = wish;
        if self.letterhead.as_ref() != Some(letterhead) {
            self.prints.clear();
            self.letterhead = Some(letterhead.clone());
        }
        let photos = photos_of(story).into_iter().map(|(name, shown)| {
            let print = match place(wish, &name) {
                Some(place) => self.print(place, shown, letterhead),
                None => Err(Message::new("error-photo-gone")),
            };
            // The page knows no reader, so what stands on it is said here.
            let said = |why: Message| Message::new("error-said").with("said", why.in_locale(wish.locale));
            (name, print.map_err(said))
        });
        let material = Material { photos: photos.collect(), logo: newsroom::logo(letterhead, folder.as_deref()) };
        let begun = Instant::now();
        let sheet = Sheet { story, letterhead, material: &material, source: None };
        pages::set(&sheet, &|| begun.elapsed() > PATIENCE).map_err(|error| error.message())
    }

    fn print(&mut self, place: PathBuf, shown: Shown, letterhead: &Letterhead) -> Result<Print, Message> {
        let key = (place, shown);
        if let Some(ready) = self.prints.get_mut(&key) {
            if ready.looked.elapsed() < LOOK_AGAIN {
                return ready.print.clone();
            }
            ready.looked = Instant::now();
            if ready.stamp.is_some() && ready.stamp == stamp(&key.0) {
                return ready.print.clone();
            }
        }
        let stamp = stamp(&key.0);
        let print = newsroom::print(&key.0, shown, letterhead, Resolution::Screen);
        self.prints.insert(key, Ready { print: print.clone(), stamp, looked: Instant::now() });
        print
    }
}

/// A photo that was made ready, or why it could not be.
struct Ready {
    print: Result<Print, Message>,
    /// Its file's length and time of change then.
    stamp: Stamp,
    looked: Instant,
}

type Stamp = Option<(u64, SystemTime)>;

fn stamp(file: &Path) -> Stamp {
    let there = std::fs::metadata(file).ok()?;
    Some((there.len(), there.modified().ok()?))
}

fn place(wish: &Wish, name: &str) -> Option<PathBuf> {
    let elsewhere = wish.waiting_photos.get(name).cloned();
    elsewhere.or_else(|| Some(wish.folder.as_deref().map(Path::to_owned)?.join(newsroom::PHOTOS_FOLDER).join(name)))
}

/// The pages in sight that look other than they did.
fn fresh(pages: &Pages, wish: &PageWish) -> Vec<FreshPage> {
    let draw = |page: usize| {
        let fingerprint = pages.fingerprint(page)?;
        let scale = wish.pixels_per_point;
        if wish.there.get(&page) == Some(&(fingerprint, scale)) {
            return None;
        }
        let image = image(&pages.pixels(page, scale)?);
        Some(FreshPage { page, fingerprint, pixels_per_point: scale, image })
    };
    wish.in_sight.clone().filter(|page| *page < pages.count()).filter_map(draw).collect()
}

fn image(pixels: &Pixels) -> ColorImage {
    ColorImage::from_rgba_premultiplied([pixels.width as usize, pixels.height as usize], &pixels.rgba)
}
