//! Which pages the press is asked for, and whether they show what was typed last.

use std::sync::Arc;

use super::App;
use super::pages_worker::Wish;
use crate::desk::{Aside, Open, View};
use crate::story::Story;
use crate::ui::PageWish;

impl App {
    /// Does the page show what was typed last?
    pub fn page_is_current(&self) -> bool {
        let story = self.desk.open.as_ref().and_then(Open::story);
        let asked = self.asked.as_ref().zip(story).is_some_and(|((asked, ..), story)| Arc::ptr_eq(asked, story));
        asked && self.sheets.revision() == self.revision && self.desk.open.as_ref().is_some_and(Open::is_set)
    }

    /// Asks for the pages in sight where they show another state, or are to be drawn otherwise.
    pub(super) fn ask_for_pages(&mut self) {
        if self.desk.aside == Some(Aside::Houses) {
            return self.ask_for_page_in_house();
        }
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
        let (story, page) = (Arc::clone(story), page.clone());
        if !self.is_news(&story, &page) {
            return;
        }
        let Some(open) = &self.desk.open else { return };
        let waiting = open
            .release
            .photos
            .iter()
            .filter_map(|photo| Some((photo.file.clone(), open.waiting_photos.get(&photo.id)?.clone())));
        self.press.wish(Wish {
            revision: self.revision,
            story,
            letterhead: open.houses.of(&open.lang()).letterhead.clone(),
            locale: self.desk.locale,
            folder: open.folder.clone(),
            waiting_photos: waiting.collect(),
            page,
        });
    }

    /// The page that shows how a release reads in the house that is being changed.
    fn ask_for_page_in_house(&mut self) {
        let styles = &self.desk.house_styles;
        let (Some(draft), Some(story)) = (&styles.draft, styles.story()) else { return };
        let (story, page) = (Arc::clone(story), self.sheets.wish().clone());
        // Before the page was shown for the first time there is nothing to be drawn for.
        if page.pixels_per_point <= 0.0 || draft.house.check().is_err() {
            return;
        }
        let letterhead = draft.house.letterhead.clone();
        if !self.is_news(&story, &page) {
            return;
        }
        let open = self.desk.open.as_ref();
        let waiting = open.map(|open| {
            open.release
                .photos
                .iter()
                .filter_map(|photo| Some((photo.file.clone(), open.waiting_photos.get(&photo.id)?.clone())))
        });
        self.press.wish(Wish {
            revision: self.revision,
            story,
            letterhead,
            locale: self.desk.locale,
            // The logo lies beside the houses of the newsroom.
            folder: open.and_then(|open| open.folder.clone()).or_else(|| self.registers_of.clone()),
            waiting_photos: waiting.into_iter().flatten().collect(),
            page,
        });
    }

    /// Is this another story than the last one, or to be drawn otherwise? Then it is the last one from now on.
    fn is_news(&mut self, story: &Arc<Story>, page: &PageWish) -> bool {
        match &self.asked {
            Some((asked, in_sight, fine)) if Arc::ptr_eq(asked, story) => {
                if *in_sight == page.in_sight && *fine == page.pixels_per_point {
                    return false;
                }
            }
            Some(_) | None => self.revision += 1,
        }
        self.asked = Some((Arc::clone(story), page.in_sight.clone(), page.pixels_per_point));
        true
    }
}
