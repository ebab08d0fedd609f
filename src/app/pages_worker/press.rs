//! The press itself: sets the pages of a wish and draws those in sight that look other than they did.
//!
//! What takes long and seldom changes is kept: the pages of the last story, the photos and the logo made ready for them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use eframe::egui::ColorImage;

use super::Wish;
use crate::house::Letterhead;
use crate::newsroom;
use crate::pages::{self, Material, PATIENCE, Pages, Pixels, Print, Resolution, Sheet, Shown, photos_of};
use crate::photo_file::Picture;
use crate::ui::{FreshPage, PageNews, PageWish};
use crate::words::{Locale, Message};

/// What the worker keeps between two wishes.
#[derive(Default)]
pub(super) struct Press {
    /// The pages of this revision, and why there are no newer ones.
    set: Option<(u64, Option<Pages>, Option<Message>)>,
    /// The same photo in the same place is made ready once.
    prints: HashMap<(PathBuf, Shown), Made<Print>>,
    /// The house's logo, for a release in this folder.
    logo: Option<(Option<PathBuf>, Made<Picture>)>,
    /// The look for which photos and logo were made ready.
    letterhead: Option<Letterhead>,
}

impl Press {
    pub(super) fn fulfil(&mut self, wish: &Wish) -> PageNews {
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
            self.logo = None;
            self.letterhead = Some(letterhead.clone());
        }
        let photos = photos_of(story).into_iter().map(|(name, shown)| {
            let print = match place(wish, &name) {
                Some(place) => self.print(place, shown, letterhead),
                None => Err(Message::new("error-photo-gone")),
            };
            (name, print.map_err(|why| said(&why, wish.locale)))
        });
        let photos = photos.collect();
        let logo = (!letterhead.logo.is_empty()).then(|| self.logo(folder.as_deref(), letterhead));
        let material = Material { photos, logo };
        let begun = Instant::now();
        let sheet = Sheet { story, letterhead, material: &material, source: None };
        pages::set_for_screen(&sheet, &|| begun.elapsed() > PATIENCE).map_err(|error| error.message())
    }

    fn print(&mut self, place: PathBuf, shown: Shown, letterhead: &Letterhead) -> Result<Print, Message> {
        let key = (place, shown);
        if let Some(made) = self.prints.get_mut(&key)
            && made.holds(|| Some(key.0.clone()))
        {
            return made.result.clone();
        }
        let made = Made::of(Ok(key.0.clone()), |file| newsroom::print(file, shown, letterhead, Resolution::Screen));
        let print = made.result.clone();
        self.prints.insert(key, made);
        print
    }

    fn logo(&mut self, folder: Option<&Path>, letterhead: &Letterhead) -> Result<Picture, Message> {
        let find = || newsroom::logo_file(letterhead, folder);
        if let Some((of, made)) = &mut self.logo
            && of.as_deref() == folder
            && made.holds(|| find().ok())
        {
            return made.result.clone();
        }
        let made = Made::of(find(), |file| newsroom::logo(file, letterhead));
        let logo = made.result.clone();
        self.logo = Some((folder.map(Path::to_owned), made));
        logo
    }
}

/// What stands on a page is said where its reader is known: the page itself knows none.
fn said(why: &Message, locale: Locale) -> Message {
    Message::new("error-said").with("said", why.in_locale(locale))
}

/// A file is looked at again after this, because somebody may have changed it or put it there meanwhile.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// What was made of a file, or why nothing was.
struct Made<T> {
    result: Result<T, Message>,
    file: Option<PathBuf>,
    /// The file's length and time of change then.
    stamp: Stamp,
    looked: Instant,
}

impl<T> Made<T> {
    fn of(file: Result<PathBuf, Message>, make: impl FnOnce(&Path) -> Result<T, Message>) -> Self {
        let stamp = file.as_deref().ok().and_then(stamp);
        let result = file.as_deref().map_err(Message::clone).and_then(make);
        Made { result, file: file.ok(), stamp, looked: Instant::now() }
    }

    /// Is it still made of the file that is there? `find` tells where that is.
    fn holds(&mut self, find: impl FnOnce() -> Option<PathBuf>) -> bool {
        if self.looked.elapsed() < LOOK_AGAIN {
            return true;
        }
        self.looked = Instant::now();
        self.stamp.is_some() && self.file == find() && self.stamp == self.file.as_deref().and_then(stamp)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn gone() -> Message {
        Message::new("error-photo-gone")
    }

    #[test]
    fn what_was_made_of_a_file_holds_until_the_file_changes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("logo.svg");
        let find = || Some(file.clone());
        std::fs::write(&file, "one").unwrap();
        let long_ago = || Instant::now().checked_sub(LOOK_AGAIN).unwrap();
        let mut made = Made::of(Ok(file.clone()), |file| std::fs::read_to_string(file).map_err(|_| gone()));
        assert_eq!(made.result.as_deref(), Ok("one"));
        for (change, holds) in [(None, true), (Some("other"), false)] {
            change.into_iter().for_each(|words| std::fs::write(&file, words).unwrap());
            assert!(made.holds(find), "nobody looks again so soon");
            made.looked = long_ago();
            assert_eq!(made.holds(find), holds, "{change:?}");
        }
        let mut missing = Made::<()>::of(Err(gone()), |_| Ok(()));
        assert_eq!(missing.result, Err(gone()));
        missing.looked = long_ago();
        assert!(!missing.holds(|| None));
    }
}
