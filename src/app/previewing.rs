//! Which pages the press is asked for, and whether they show what was typed last.

use std::sync::Arc;

use super::App;
use super::pages_worker::Wish;
use crate::desk::{Open, View};

impl App {
    /// Does the page show what was typed last?
    pub fn page_is_current(&self) -> bool {
        let story = self.desk.open.as_ref().and_then(Open::story);
        let asked = self.asked.as_ref().zip(story).is_some_and(|((asked, ..), story)| Arc::ptr_eq(asked, story));
        asked && self.sheets.revision() == self.revision && self.desk.open.as_ref().is_some_and(Open::is_set)
    }

    /// Asks for the pages in sight where they show another state, or are to be drawn otherwise.
    pub(super) fn ask_for_pages(&mut self) {
        let Some(open) = self.desk.open.as_ref().filter(|open| open.view == View::Page) else { return };
        if self.desk.preferences.preview_hidden {
            return;
        }
        let Some(story) = open.story() else { return };
        let page = self.sheets.wish();
        // Before the panel was shown for the first time there is nothing to be drawn for.
        if page.pixels_per_point <= 0.0 {
            return;
        }
        match &self.asked {
            Some((asked, in_sight, fine)) if Arc::ptr_eq(asked, story) => {
                if *in_sight == page.in_sight && *fine == page.pixels_per_point {
                    return;
                }
            }
            Some(_) | None => self.revision += 1,
        }
        self.asked = Some((Arc::clone(story), page.in_sight.clone(), page.pixels_per_point));
        let waiting = open
            .release
            .photos
            .iter()
            .filter_map(|photo| Some((photo.file.clone(), open.waiting_photos.get(&photo.id)?.clone())));
        self.press.wish(Wish {
            revision: self.revision,
            story: Arc::clone(story),
            letterhead: open.houses.of(&open.lang()).letterhead.clone(),
            locale: self.desk.locale,
            folder: open.folder.clone(),
            waiting_photos: waiting.collect(),
            page: page.clone(),
        });
    }
}
