//! The newsroom and the window: which folder it is, what the column asks and gets, and what is done with releases there.

use std::mem;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui;

use super::App;
use super::newsroom_worker::{Asked, News, NewsroomWorker};
use super::picker::Wanted;
use crate::desk::{AfterSaving, FIRST_HITS, Notice, Offer, Question};
use crate::newsroom::{FileError, Newsroom, Shelf, Wish};
use crate::ui;
use crate::words::{Locale, Message};

/// What was asked for last, so that it is not asked for in each frame.
#[derive(Debug, Default)]
pub(super) struct AskedLast {
    list: Option<Wish>,
    hits: Option<(Wish, usize)>,
    locale: Locale,
}

/// What was done with a release's folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    Renamed,
    Trashed,
    Restored,
    /// Copied to the templates.
    Kept,
}

/// A release's folder that has got another place.
#[derive(Debug)]
pub(super) struct Moved {
    pub(super) what: Move,
    pub(super) from: PathBuf,
    pub(super) to: PathBuf,
}

impl App {
    /// Follows the newsroom that is chosen, and takes in what there is to tell of it.
    pub(super) fn keep_catalogue(&mut self, ctx: &egui::Context) {
        let chosen = self.desk.newsroom().map(|newsroom| newsroom.folder.clone());
        if chosen.as_deref() != self.newsroom.as_ref().map(NewsroomWorker::folder) {
            self.newsroom = None;
            self.desk.catalogue.clear();
            self.asked_last = AskedLast::default();
            if let (Some(folder), Some(local)) = (&chosen, &self.local) {
                self.newsroom = NewsroomWorker::start(ctx, local, folder);
                self.desk.home.clone_from(folder);
            }
        }
        while let Some(news) = self.newsroom.as_ref().and_then(NewsroomWorker::next_news) {
            self.take_news(news);
        }
    }

    /// The list as it was when the program ended stands in the first frame, where it comes soon.
    pub(super) fn begin_catalogue(&mut self, ctx: &egui::Context, most: Duration) {
        self.keep_catalogue(ctx);
        self.ask_for_releases();
        let asked = Instant::now();
        while self.desk.catalogue.list.wish.is_none()
            && self.newsroom.as_ref().is_some_and(NewsroomWorker::has_index)
            && let Some(news) =
                self.newsroom.as_ref().and_then(|worker| worker.wait(most.saturating_sub(asked.elapsed())))
        {
            self.take_news(news);
            self.ask_for_releases();
        }
    }

    fn take_news(&mut self, news: News) {
        let catalogue = &mut self.desk.catalogue;
        match news {
            News::Registers => self.read_registers(),
            News::Changed(unread) => {
                catalogue.unread = unread;
                catalogue.trouble = None;
                self.asked_last = AskedLast::default();
            }
            News::List(list, first, counts) => {
                catalogue.put_list(list);
                catalogue.put_rows(first);
                catalogue.counts = counts;
            }
            News::Hits(wish, most, hits) => {
                if wish.has_words() {
                    catalogue.at = catalogue.at.min(hits.rows.len().saturating_sub(1));
                    catalogue.most = most.max(FIRST_HITS);
                    catalogue.hits = Some((wish, hits));
                }
            }
            News::Rows(rows) => catalogue.put_rows(rows),
            News::Trouble(trouble) => catalogue.trouble = trouble,
        }
    }

    /// Asks for what the column shows and has not got yet.
    pub(super) fn ask_for_releases(&mut self) {
        let Some(worker) = &self.newsroom else { return };
        let (catalogue, asked) = (&mut self.desk.catalogue, &mut self.asked_last);
        let locale = self.desk.locale;
        if asked.locale != locale {
            *asked = AskedLast { locale, ..AskedLast::default() };
        }
        let mut list = catalogue.wish.clone();
        list.typed.clear();
        if asked.list.as_ref() != Some(&list) {
            worker.ask(Asked::List(list.clone(), locale));
            asked.list = Some(list);
        }
        if catalogue.wish.has_words() {
            if asked.hits.as_ref().is_none_or(|(wish, _)| *wish != catalogue.wish) && !catalogue.is_answered() {
                catalogue.most = FIRST_HITS;
                catalogue.at = 0;
            }
            let hits = (catalogue.wish.clone(), catalogue.most.max(FIRST_HITS));
            if asked.hits.as_ref() != Some(&hits) {
                worker.ask(Asked::Hits(hits.0.clone(), hits.1, locale));
                asked.hits = Some(hits);
            }
        } else {
            catalogue.hits = None;
            asked.hits = None;
        }
        let missing = mem::take(&mut catalogue.missing);
        if !missing.is_empty() {
            worker.ask(Asked::Rows(missing, locale));
        }
    }

    /// A folder was taken as the newsroom.
    pub(super) fn newsroom_chosen(&mut self, chosen: Result<Newsroom, FileError>) {
        match chosen {
            Ok(newsroom) => {
                self.desk.question = None;
                self.desk.preferences.choose(newsroom);
                self.desk.preferences.library_hidden = false;
            }
            Err(error) => self.complain(&error.message()),
        }
    }

    pub(super) fn choose_newsroom(&mut self, folder: PathBuf) {
        self.desk.question = None;
        self.jobs.choose_newsroom(folder);
    }

    /// Goes to the search over the releases, wherever the column is.
    pub(super) fn find_release(&mut self, ctx: &egui::Context) {
        if self.desk.newsroom().is_none() {
            self.want(Wanted::Newsroom);
            return;
        }
        self.show_library(ctx);
        self.desk.catalogue.find = true;
    }

    pub(super) fn show_shelf(&mut self, shelf: Shelf, ctx: &egui::Context) {
        self.show_library(ctx);
        let catalogue = &mut self.desk.catalogue;
        if catalogue.wish.shelf != shelf {
            catalogue.wish.shelf = shelf;
            catalogue.at = 0;
        }
    }

    fn show_library(&mut self, ctx: &egui::Context) {
        if ui::has_room_for_library(ctx) {
            self.desk.preferences.library_hidden = false;
        } else {
            self.desk.library_over = true;
        }
    }

    /// A new release in the newsroom is saved under its day and headline, and nobody is asked where.
    pub(super) fn save_in_newsroom(&mut self, then: Option<AfterSaving>) {
        self.desk.question = None;
        let (Some(newsroom), Some(open)) = (self.desk.newsroom(), &self.desk.open) else { return };
        // A second one would be another release.
        if !self.jobs.is_placing() {
            self.jobs.place(newsroom.folder.clone(), open.release.issued, open.folder_name(), then);
        }
    }

    pub(super) fn ask_rename(&mut self, folder: Option<&Path>) {
        let Some(folder) = self.desk.meant(folder) else { return };
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        self.desk.question = Some(Question::Rename { folder, name });
    }

    pub(super) fn rename(&mut self, folder: PathBuf, name: String) {
        self.desk.question = None;
        self.jobs.rename(folder, name);
    }

    /// Throws a release away. The open one is closed first, and saved before that.
    pub(super) fn trash(&mut self, folder: Option<&Path>, ctx: &egui::Context) {
        let Some(folder) = self.desk.meant(folder) else { return };
        if self.is_open(&folder) {
            self.after_saving(AfterSaving::Trash(folder), ctx);
        } else {
            self.trash_now(folder);
        }
    }

    pub(super) fn trash_now(&mut self, folder: PathBuf) {
        if let Some(newsroom) = self.desk.newsroom() {
            self.jobs.trash(newsroom.folder.clone(), folder);
        }
    }

    pub(super) fn restore(&mut self, folder: PathBuf) {
        if let Some(newsroom) = self.desk.newsroom() {
            self.jobs.restore(newsroom.folder.clone(), folder);
        }
    }

    /// Takes the last release that was thrown away out of the trash.
    pub(super) fn put_back(&mut self) {
        if let Some(folder) = self.desk.trashed.take() {
            self.restore(folder);
        }
    }

    pub(super) fn keep_as_template(&mut self, folder: Option<&Path>) {
        let (Some(newsroom), Some(folder)) = (self.desk.newsroom(), self.desk.meant(folder)) else { return };
        self.jobs.keep_as_template(newsroom.folder.clone(), folder);
    }

    fn is_open(&self, folder: &Path) -> bool {
        self.desk.open.as_ref().and_then(|open| open.folder.as_deref()) == Some(folder)
    }

    /// A release's folder has got another place, or could not.
    pub(super) fn moved(&mut self, moved: Result<Moved, FileError>) {
        let Moved { what, from, to } = match moved {
            Ok(moved) => moved,
            Err(error) => return self.complain(&error.message()),
        };
        match what {
            Move::Renamed => {
                if let Some(open) = self.desk.open.as_mut().filter(|open| open.folder.as_ref() == Some(&from)) {
                    open.folder = Some(to.clone());
                    self.company.iter().for_each(|company| company.moved(to.clone()));
                    // What is typed is written down for the new place.
                    if let (Some(journaling), Some(seen)) = (&self.journaling, open.seen) {
                        journaling.saved(to.clone(), seen, !open.is_unsaved());
                    }
                }
                for recent in &mut self.desk.preferences.recent {
                    if recent.folder == from {
                        recent.folder.clone_from(&to);
                    }
                }
                self.tell_path("renamed-release", &to);
            }
            Move::Trashed => {
                self.forget_recent(&from);
                self.desk.trashed = Some(to.clone());
                let said = Message::new("trashed-release");
                self.desk.notice = Some(Notice { offer: Some(Offer::PutBack), ..Notice::new(said) });
            }
            Move::Restored => self.tell_path("restored-release", &to),
            Move::Kept => self.tell_path("kept-template", &to),
        }
        self.look_at_release(&from);
        self.look_at_release(&to);
    }

    /// The list follows at once what was done here.
    pub(super) fn look_at_release(&self, folder: &Path) {
        if let Some(worker) = &self.newsroom {
            worker.look_at(folder.to_owned());
        }
    }

    /// A place was made for the new release.
    pub(super) fn placed(&mut self, placed: Result<PathBuf, FileError>, then: Option<AfterSaving>) {
        match placed {
            // What lay on the desk then may have been given up meanwhile.
            Ok(folder) if self.desk.open.as_ref().is_some_and(|open| open.folder.is_none()) => {
                self.save_in(folder, then);
            }
            Ok(_) => {}
            Err(error) => self.complain(&error.message()),
        }
    }

    /// Leaves the newsroom; its releases stay where they are.
    pub(super) fn use_newsroom(&mut self, folder: Option<PathBuf>) {
        self.desk.library_over = false;
        match folder {
            // Its name may have changed since.
            Some(folder) => self.choose_newsroom(folder),
            None => self.desk.preferences.newsroom = None,
        }
    }
}
