//! Keeping what is typed: into the journal with every frame, into the release's file a moment later, and both for good when
//! the release is put away.

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui::{self, ViewportCommand};

use super::App;
use super::jobs::{Asked, Event, Saved};
use super::opening::FoundWords;
use super::picker::Wanted;
use crate::desk::{Access, AfterSaving, Open, Question, Trouble};
use crate::newsroom::{self, FileError, Saving, VersionWish};
use crate::words::Message;

impl App {
    /// Hands what has changed in this frame over to the journal.
    pub(super) fn write_down(&mut self) {
        let (Some(open), Some(journaling)) = (&self.desk.open, &self.journaling) else { return };
        let told = (open.history.step(), open.waiting_photos.len());
        if self.written_down != Some(told) {
            self.written_down = Some(told);
            journaling.note(open.history.states(), &open.waiting_photos);
        }
    }

    /// Is every word safe in the journal, whatever becomes of the window?
    fn is_written_down(&self) -> bool {
        self.has_journal && self.journaling.as_ref().is_some_and(|journaling| journaling.trouble().is_none())
    }

    /// Saves what nobody has asked to save, when its time has come, and says what stands in the way.
    pub(super) fn keep_saved(&mut self, ctx: &egui::Context) {
        self.desk.is_saving = self.jobs.is_saving();
        self.desk.trouble.journal = self.journaling.as_ref().and_then(super::Journaling::trouble);
        let now = ctx.input(|input| input.time);
        let is_saving = self.desk.is_saving;
        let Some(open) = &mut self.desk.open else {
            self.desk.trouble = Trouble::default();
            return;
        };
        open.clock.look(open.history.step(), now);
        let (Some(folder), Some(due)) = (open.folder.clone(), open.clock.due()) else { return };
        if is_saving || self.stopped || self.jobs.is_moving() || open.is_read_only() {
            return;
        }
        if due > now {
            ctx.request_repaint_after(Duration::from_secs_f64(due - now));
        } else if !open.is_kept() && matches!(open.access, Access::TakenOver(_)) {
            self.start_saving_beside(Asked::ByItself);
        } else if open.is_unsaved() && open.access == Access::Writes {
            let version = if open.clock.wants_version(now) { VersionWish::Before } else { VersionWish::None };
            self.start_saving(folder, Asked::ByItself, version);
        } else {
            open.clock.began();
            open.clock.saved();
            self.desk.trouble.saving = None;
        }
    }

    pub(super) fn save(&mut self, then: Option<AfterSaving>) {
        // A moment later its folder has another name, and it can be saved there.
        if self.jobs.is_moving() {
            return;
        }
        match self.desk.open.as_ref().map(|open| open.folder.clone()) {
            Some(Some(folder)) => self.save_in(folder, then),
            // In a newsroom day and headline tell the place.
            Some(None) if self.desk.newsroom().is_some() => self.save_in_newsroom(then),
            Some(None) => self.want(Wanted::Place(then)),
            None => {}
        }
    }

    pub(super) fn save_in(&mut self, folder: PathBuf, then: Option<AfterSaving>) {
        self.desk.question = None;
        // Whoever saves in order to go on has not asked for a version.
        let version = if then.is_some() { VersionWish::None } else { VersionWish::Now };
        let is_here = self.desk.open.as_ref().and_then(|open| open.folder.as_ref()) == Some(&folder);
        if is_here && self.is_taken_over() {
            return self.start_saving_beside(Asked::Person(then));
        }
        self.start_saving(folder, Asked::Person(then), version);
    }

    fn start_saving(&mut self, folder: PathBuf, asked: Asked, version: VersionWish) {
        self.write_down();
        let on_disk = self.journaling.as_ref().map(|journaling| journaling.saving(&folder));
        let by = self.signature();
        let Some(open) = &mut self.desk.open else { return };
        open.clock.began();
        let saving = Saving {
            release: open.release.clone(),
            from: open.folder.clone(),
            folder,
            waiting_photos: open.waiting_photos.clone(),
            seen: open.seen,
            by,
            version,
        };
        self.jobs.save(saving, on_disk, asked);
    }

    pub(super) fn saved(&mut self, saved: Saved, ctx: &egui::Context) {
        let Saved { what, asked } = saved;
        let conflict = what.conflict.clone();
        // What waited is kept as a copy now.
        self.outside = None;
        let base = self.desk.open.as_ref().and_then(|open| open.saved.clone());
        self.take_over(what);
        if let Some(copy) = &conflict {
            self.remember_base(copy, base);
        }
        match (conflict, &asked) {
            (Some(copy), _) => {
                self.tell_path("kept-conflict", &copy);
                if let Some(notice) = &mut self.desk.notice {
                    notice.is_error = true;
                }
            }
            (None, Asked::Person(_)) => {
                if let Some(folder) = self.desk.open.as_ref().and_then(|open| open.folder.clone()) {
                    self.tell_path("saved", &folder);
                }
            }
            (None, Asked::ByItself) => {}
        }
        if let Asked::Person(Some(then)) = asked {
            self.after_saving(then, ctx);
        }
    }

    /// The open release is in its file.
    fn take_over(&mut self, what: newsroom::Saved) {
        let Some(open) = &mut self.desk.open else { return };
        let (folder, seen) = (what.folder.clone(), what.seen);
        let is_elsewhere = open.folder.as_ref() != Some(&folder);
        if !open.is_in_file(what) {
            return;
        }
        let all = !open.is_unsaved();
        if is_elsewhere {
            // Whoever has the one that this was has not this one.
            open.access = Access::Writes;
        }
        let saved_in = folder.clone();
        if let Some(journaling) = &self.journaling {
            journaling.note(open.history.states(), &open.waiting_photos);
            journaling.saved(folder.clone(), seen, all);
        }
        self.look_at_release(&folder);
        self.written_down = None;
        self.desk.trouble.saving = None;
        if is_elsewhere {
            // Another folder may lie in another newsroom, with other houses.
            self.houses_of = None;
        }
        self.look_at_release(&saved_in);
        if is_elsewhere {
            self.company.iter().for_each(|company| company.open(saved_in.clone(), Some(seen), true));
        } else {
            self.company.iter().for_each(|company| company.seen(saved_in.clone(), seen));
        }
        self.forget_own_copy();
        self.remember();
    }

    pub(super) fn not_saved(&mut self, error: &FileError, asked: Asked, ctx: &egui::Context) {
        let now = ctx.input(|input| input.time);
        let folder = self.desk.open.as_mut().and_then(|open| {
            open.clock.failed(now);
            open.folder.clone()
        });
        match asked {
            // It is tried again by itself, so there is a line as long as it lasts and nothing to be answered.
            Asked::ByItself => self.desk.trouble.saving = Some(error.message()),
            Asked::Person(then) => {
                self.complain(&error.message());
                if folder.is_some() {
                    self.desk.question = then.map(|then| Question::Unsaved { then });
                }
            }
        }
    }

    /// Goes on at once where no word is lost by it; else saves first, or asks.
    pub(super) fn after_saving(&mut self, then: AfterSaving, ctx: &egui::Context) {
        self.desk.library_over = false;
        let would_lose = |open: &&Open| !open.is_kept() && !open.is_read_only();
        let Some(open) = self.desk.open.as_ref().filter(would_lose) else {
            return self.go_on(then, ctx);
        };
        match (&then, open.folder.is_some(), self.is_written_down()) {
            // What is not in a file comes back with the next start.
            (AfterSaving::Quit, _, true) => self.go_on(then, ctx),
            (
                AfterSaving::New(_)
                | AfterSaving::Sample
                | AfterSaving::Open(_)
                | AfterSaving::NewFrom(_)
                | AfterSaving::Trash(_)
                | AfterSaving::Close,
                true,
                true,
            ) => self.save(Some(then)),
            (_, _, _) => self.desk.question = Some(Question::Unsaved { then }),
        }
    }

    /// Nobody wants what is not saved.
    pub(super) fn discard(&mut self, then: AfterSaving, ctx: &egui::Context) {
        self.discards = true;
        self.go_on(then, ctx);
    }

    /// The release leaves the desk, and its journal with it.
    pub(super) fn put_away(&mut self) {
        let discards = std::mem::take(&mut self.discards);
        self.has_journal = false;
        self.written_down = None;
        self.leave_company();
        let (Some(open), Some(journaling)) = (&self.desk.open, &self.journaling) else { return };
        if discards {
            journaling.discard();
        } else {
            journaling.note(open.history.states(), &open.waiting_photos);
            journaling.leave(open.is_kept());
        }
    }

    /// Something was found that had not reached the release's file, or nothing was.
    pub(super) fn recovered(&mut self, found: Option<FoundWords>, ctx: &egui::Context) {
        let Some(found) = found else { return };
        let key = match found {
            FoundWords::Newer => "kept-recovered",
            FoundWords::Beside => "kept-recovered-beside",
        };
        self.desk.say(Message::new(key));
        let now = ctx.input(|input| input.time);
        match (&mut self.desk.open, found) {
            (Some(open), FoundWords::Newer) => open.clock.hurry(now),
            // Their words are put aside when somebody goes on with these, and not before.
            (Some(_), FoundWords::Beside) | (None, _) => {}
        }
    }

    pub(super) fn closing(&mut self, ctx: &egui::Context) {
        let asked = ctx.input(|input| input.viewport().close_requested());
        let would_lose = self.desk.has_unsaved_words() && !self.is_written_down();
        if asked && !self.leaving && would_lose {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.desk.question = Some(Question::Unsaved { then: AfterSaving::Quit });
        }
    }

    /// Last words: what has a folder is saved, and everything is in the journal.
    pub(super) fn leave(&mut self) {
        self.write_down();
        let unsaved = self.desk.open.as_ref().filter(|open| !open.is_kept() && !self.discards && !self.stopped);
        let unsaved = unsaved.filter(|open| !open.is_read_only());
        if let Some(folder) = unsaved.and_then(|open| open.folder.clone())
            && self.desk.open.as_ref().is_some_and(|open| open.clock.due().is_some())
        {
            if self.is_taken_over() {
                self.start_saving_beside(Asked::ByItself);
            } else {
                self.start_saving(folder, Asked::ByItself, VersionWish::None);
            }
        }
        self.jobs.finish();
        while let Some(event) = self.jobs.next_event() {
            if let Event::Saved(saved) = event {
                self.take_over(saved.what);
            } else if let Event::SavedBeside(saved) = event {
                self.keep_own_copy(saved.0);
            }
        }
        self.put_away();
        if let Some(journaling) = &mut self.journaling {
            journaling.finish();
        }
        if let Some(company) = &mut self.company {
            company.finish();
        }
    }

    /// Has somebody taken the release over?
    fn is_taken_over(&self) -> bool {
        self.desk.open.as_ref().is_some_and(|open| matches!(open.access, Access::TakenOver(_)))
    }
}
