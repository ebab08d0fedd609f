//! Small pictures of photos, made beside the window on all cores but its own, by threads that live as long as it does.
//!
//! What was asked for last comes first, because that is in sight now. Each photo gets a first look before any gets its
//! true picture: the kept one, or the camera's own from the file's head. What becomes of the pixels is the window's
//! business.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use eframe::egui::Context;

use crate::newsroom::{Thumbnails, first_look};
use crate::photo_file::Pixels;
use crate::words::Message;

/// A small picture that somebody wants to see.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ThumbnailWish {
    /// The photo's file.
    pub(super) path: PathBuf,
    /// The picture is no larger.
    pub(super) most_px: (u32, u32),
}

/// What there is to see of a photo.
#[derive(Debug)]
pub(super) enum Look {
    /// The camera's own small picture; the true one follows.
    First(Pixels),
    /// The photo itself, or why it cannot be shown.
    True(Result<Pixels, Message>),
}

/// The threads and their post box.
#[derive(Debug)]
pub(super) struct ThumbnailsWorker {
    ctx: Context,
    shared: Arc<Shared>,
    sender: Sender<(ThumbnailWish, Look)>,
    post: Receiver<(ThumbnailWish, Look)>,
    /// None works before the first wish.
    working: bool,
}

#[derive(Debug)]
struct Shared {
    thumbnails: Thumbnails,
    stack: Mutex<Stack>,
    ready: Condvar,
}

/// Wishes that wait; the last one is the next.
#[derive(Debug, Default)]
struct Stack {
    /// Nothing of these was seen yet.
    unseen: Vec<ThumbnailWish>,
    /// These have had their first look.
    seen: Vec<ThumbnailWish>,
    /// These are in the hands of a thread.
    busy: BTreeSet<ThumbnailWish>,
    closed: bool,
}

/// What a thread does next.
enum Step {
    FirstLook(ThumbnailWish),
    TrueLook(ThumbnailWish),
}

impl Shared {
    fn stack(&self) -> MutexGuard<'_, Stack> {
        self.stack.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the next wish; `None` when there will be none any more.
    fn next(&self) -> Option<Step> {
        let mut stack = self.stack();
        loop {
            if stack.closed {
                return None;
            }
            let unseen = stack.unseen.pop().map(Step::FirstLook);
            if let Some(step) = unseen.or_else(|| stack.seen.pop().map(Step::TrueLook)) {
                let (Step::FirstLook(wish) | Step::TrueLook(wish)) = &step;
                stack.busy.insert(wish.clone());
                return Some(step);
            }
            stack = self.ready.wait(stack).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// What there is to see now; `None` where the true picture has to be waited for.
    fn fulfil(&self, step: &Step) -> Option<Look> {
        match step {
            Step::FirstLook(ThumbnailWish { path, most_px }) => match self.thumbnails.get(path, *most_px) {
                Some(kept) => Some(Look::True(Ok(kept))),
                None => first_look(path).map(Look::First),
            },
            Step::TrueLook(ThumbnailWish { path, most_px }) => Some(Look::True(self.thumbnails.of(path, *most_px))),
        }
    }

    fn work(&self, tell: &dyn Fn(ThumbnailWish, Look) -> bool) {
        while let Some(step) = self.next() {
            // A fault in one picture costs that picture, and not the others.
            let look = catch_unwind(AssertUnwindSafe(|| self.fulfil(&step)))
                .unwrap_or_else(|_| Some(Look::True(Err(Message::new("job-failed")))));
            let (Step::FirstLook(wish) | Step::TrueLook(wish)) = step;
            let mut stack = self.stack();
            let wanted = stack.busy.remove(&wish);
            if wanted && !matches!(look, Some(Look::True(_))) {
                stack.seen.push(wish.clone());
                self.ready.notify_one();
            }
            drop(stack);
            if let Some(look) = look.filter(|_| wanted)
                && !tell(wish, look)
            {
                break;
            }
        }
    }
}

impl ThumbnailsWorker {
    /// Small pictures are kept in this local folder of the user.
    pub(super) fn new(ctx: Context, local: Option<&Path>) -> Self {
        let (sender, post) = channel();
        let thumbnails = Thumbnails::at(local);
        let shared = Arc::new(Shared { thumbnails, stack: Mutex::default(), ready: Condvar::new() });
        ThumbnailsWorker { ctx, shared, sender, post, working: false }
    }

    /// Asks for a picture, before all that was asked for earlier. One that is waited for already moves to the front; one
    /// that is being made is not made twice.
    pub(super) fn ask(&mut self, wish: ThumbnailWish) {
        let mut stack = self.shared.stack();
        let Stack { unseen, seen, busy, closed: _ } = &mut *stack;
        if busy.contains(&wish) {
            return;
        }
        for waiting in [&mut *seen, &mut *unseen] {
            if let Some(place) = waiting.iter().position(|other| *other == wish) {
                waiting.remove(place);
                waiting.push(wish);
                return;
            }
        }
        unseen.push(wish);
        drop(stack);
        self.shared.ready.notify_one();
        if !self.working {
            self.start();
        }
    }

    /// Drops what nobody wants any more; what a thread has in its hands is finished and then thrown away.
    pub(super) fn keep(&mut self, wanted: impl Fn(&ThumbnailWish) -> bool) {
        let mut stack = self.shared.stack();
        stack.unseen.retain(&wanted);
        stack.seen.retain(&wanted);
        stack.busy.retain(&wanted);
    }

    /// What has become ready, if anything has.
    pub(super) fn next_look(&mut self) -> Option<(ThumbnailWish, Look)> {
        self.post.try_recv().ok()
    }

    fn start(&mut self) {
        self.working = true;
        let mut started = 0;
        for _ in 0..threads() {
            let (shared, sender, ctx) = (Arc::clone(&self.shared), self.sender.clone(), self.ctx.clone());
            let tell = move |wish, look| {
                let heard = sender.send((wish, look)).is_ok();
                ctx.request_repaint();
                heard
            };
            let work = move || shared.work(&tell);
            started += usize::from(thread::Builder::new().name("thumbnails".into()).spawn(work).is_ok());
        }
        // The system gives no thread: the next wish tries again.
        self.working = started > 0;
    }
}

/// One core is left to the window, whose frames would wait for a thread that decodes; the pictures are quick enough so.
fn threads() -> usize {
    thread::available_parallelism().map_or(1, |cores| usize::from(cores).saturating_sub(1).max(1))
}

impl Drop for ThumbnailsWorker {
    fn drop(&mut self) {
        self.shared.stack().closed = true;
        self.shared.ready.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use image::{ImageFormat, RgbImage};

    use super::*;

    const MOST: (u32, u32) = (32, 32);

    fn wish(path: PathBuf) -> ThumbnailWish {
        ThumbnailWish { path, most_px: MOST }
    }

    fn photo(folder: &Path, name: &str, shade: u8) -> PathBuf {
        let path = folder.join(name);
        RgbImage::from_pixel(64, 48, image::Rgb([shade; 3])).save_with_format(&path, ImageFormat::Png).unwrap();
        path
    }

    fn next(worker: &mut ThumbnailsWorker) -> (ThumbnailWish, Look) {
        worker.post.recv_timeout(Duration::from_secs(10)).unwrap()
    }

    #[test]
    fn each_photo_gets_its_answer_and_the_next_time_the_kept_one() {
        let folder = tempfile::tempdir().unwrap();
        let sound = photo(folder.path(), "sound.png", 90);
        let broken = folder.path().join("broken.jpg");
        std::fs::write(&broken, b"\xff\xd8\xff\xe0").unwrap();
        let mut worker = ThumbnailsWorker::new(Context::default(), Some(folder.path()));
        for round in 0..2 {
            let asked = [sound.clone(), broken.clone(), folder.path().join("gone.jpg")];
            asked.iter().for_each(|path| worker.ask(wish(path.clone())));
            for _ in 0..3 {
                let (ThumbnailWish { path, most_px: _ }, look) = next(&mut worker);
                let Look::True(answer) = look else { panic!("{path:?}") };
                match answer {
                    Ok(pixels) => assert_eq!((path == sound, pixels.width, pixels.height), (true, 32, 24)),
                    Err(why) => assert!(path != sound, "{round}: {why}"),
                }
            }
            assert!(worker.next_look().is_none());
        }
    }

    #[test]
    fn what_was_asked_last_comes_first_and_first_looks_come_before_all() {
        let mut worker = ThumbnailsWorker::new(Context::default(), None);
        // No thread takes anything while the wishes are looked at.
        worker.working = true;
        for name in ["a", "b", "c", "a"] {
            worker.ask(wish(PathBuf::from(name)));
        }
        worker.shared.stack().seen.push(wish(PathBuf::from("seen")));
        worker.keep(|wish| wish.path != Path::new("b"));
        let taken = || match worker.shared.next() {
            Some(Step::FirstLook(wish)) => format!("first {}", wish.path.display()),
            Some(Step::TrueLook(wish)) => format!("true {}", wish.path.display()),
            None => "closed".to_owned(),
        };
        assert_eq!([taken(), taken(), taken()], ["first a", "first c", "true seen"]);
        worker.shared.stack().closed = true;
        assert_eq!(taken(), "closed");
    }

    #[test]
    fn what_is_being_made_is_not_made_twice_and_can_be_dropped() {
        let mut worker = ThumbnailsWorker::new(Context::default(), None);
        worker.working = true;
        worker.ask(wish(PathBuf::from("a")));
        assert!(matches!(worker.shared.next(), Some(Step::FirstLook(_))));
        worker.ask(wish(PathBuf::from("a")));
        assert!(worker.shared.stack().unseen.is_empty());
        worker.keep(|_| false);
        assert!(worker.shared.stack().busy.is_empty());
    }
}
