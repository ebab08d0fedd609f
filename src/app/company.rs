//! Several people on one release: who has it open, taking it over, what others write into it, and making two texts one.

use std::path::{Path, PathBuf};

use eframe::egui;
use jiff::Zoned;

use super::App;
use super::company_worker::{CompanyWorker, News};
use super::jobs::Asked;
use crate::desk::{Access, Aside, Merging, Notice, Offer, Open, Question};
use crate::newsroom::{
    CopyOrigin, FileError, Fingerprint, Holder, SavedBeside, Saving, SideCopy, Signature, VersionWish,
};
use crate::release::Release;
use crate::words::Message;

/// The copies beside a release, and one of them read.
#[derive(Debug)]
pub(super) struct ReadCopies {
    pub(super) folder: PathBuf,
    pub(super) all: Vec<SideCopy>,
    pub(super) chosen: Option<(SideCopy, Release)>,
}

impl App {
    /// Tells the thread beside the window what is open and in sight, and takes in what it has seen.
    pub(super) fn keep_company(&mut self, ctx: &egui::Context) {
        let name = self.person();
        if self.me.name != name {
            self.me.name.clone_from(&name);
            self.company.iter().for_each(|company| company.name(name.clone()));
        }
        if self.desk.newsroom().is_none() {
            self.desk.company.in_sight.clear();
        }
        if self.desk.company.in_sight != self.in_sight {
            let in_sight = self.desk.company.in_sight.clone();
            self.in_sight.clone_from(&in_sight);
            self.company(ctx, |company| company.in_sight(in_sight));
        }
        let is_back = |event: &egui::Event| matches!(event, egui::Event::WindowFocused(true));
        if ctx.input(|input| input.events.iter().any(is_back)) {
            self.company.iter().for_each(CompanyWorker::look);
        }
        while let Some(news) = self.company.as_ref().and_then(CompanyWorker::next_news) {
            self.take_company_news(news, ctx);
        }
        // What came while the release was on its way into its file waits until it is there.
        if !self.jobs.is_saving()
            && let Some((folder, theirs, seen)) = self.outside.take()
        {
            self.changed_outside(&folder, theirs, seen, ctx);
        }
    }

    fn company(&mut self, ctx: &egui::Context, tell: impl FnOnce(&CompanyWorker)) {
        if self.company.is_none() {
            self.company = CompanyWorker::start(ctx, self.me.clone());
        }
        if let Some(company) = &self.company {
            tell(company);
        }
    }

    /// What the person at this window is called, for others: as the preferences say, else as the system does.
    pub(super) fn person(&self) -> String {
        match self.desk.preferences.name.trim() {
            "" => self.desk.person.clone(),
            name => name.to_owned(),
        }
    }

    /// Who sits at this machine, and the time on its clock.
    pub(super) fn signature(&self) -> Signature {
        Signature { name: self.person(), when: Zoned::now() }
    }

    /// A release lies on the desk; where somebody else has it open, that is asked about first.
    pub(super) fn meet_company(&mut self, ctx: &egui::Context) {
        self.desk.company.begin();
        self.desk.merging = None;
        self.outside = None;
        let Some(open) = &self.desk.open else { return };
        let Some(folder) = open.folder.clone() else { return };
        let (seen, writes) = (open.seen, open.access == Access::Writes);
        if let Access::Reads(holder) = &open.access {
            self.desk.question = Some(Question::InUse { holder: holder.clone() });
        }
        self.company(ctx, |company| company.open(folder, seen, writes));
    }

    fn take_company_news(&mut self, news: News, ctx: &egui::Context) {
        let is_open = |open: &Open, folder: &Path| open.folder.as_deref() == Some(folder);
        match news {
            News::Others(folder, others, taker) => {
                let Some(open) = self.desk.open.as_mut().filter(|open| is_open(open, &folder)) else { return };
                if let Access::Reads(holder) = &mut open.access
                    && let Some(first) = others.first()
                    && !others.iter().any(|other| other.is_same_window(holder))
                {
                    // Somebody else has it now.
                    *holder = first.clone();
                }
                (self.desk.company.others, self.desk.company.has_looked) = (others, true);
                if let (Access::Writes, Some(taker)) = (&open.access, taker) {
                    open.access = Access::TakenOver(taker);
                }
            }
            News::Copies(folder, copies) => {
                if self.desk.open.as_ref().is_some_and(|open| is_open(open, &folder)) {
                    self.desk.company.copies = copies;
                }
            }
            News::Changed(folder, theirs, seen) => {
                self.outside = None;
                if self.jobs.is_saving() {
                    self.outside = Some((folder, *theirs, seen));
                } else {
                    self.changed_outside(&folder, *theirs, seen, ctx);
                }
            }
            News::Afar(afar) => self.desk.company.afar = afar,
        }
    }

    /// Somebody has written into the file of the open release. What was typed here since waits for its own save, which keeps
    /// both; where nothing was, the window follows.
    fn changed_outside(&mut self, folder: &Path, theirs: Release, seen: Fingerprint, ctx: &egui::Context) {
        let Some(open) = self.desk.open.as_mut().filter(|open| open.folder.as_deref() == Some(folder)) else { return };
        if theirs.id != open.release.id || open.seen == Some(seen) {
            return;
        }
        if open.is_unsaved() || self.desk.merging.is_some() {
            // Unless it is saved before: whoever takes everything back that was typed sees it after all.
            self.outside = Some((folder.to_owned(), theirs, seen));
            return;
        }
        let is_same = theirs == open.release;
        open.follow(theirs, seen);
        let (is_reader, folder) = (open.is_read_only(), folder.to_owned());
        self.note(None, ctx);
        let Some(open) = &self.desk.open else { return };
        if let Some(journaling) = &self.journaling {
            journaling.saved(folder, seen, true);
        }
        if !is_reader && !is_same {
            let offer = Some(Offer::Undo { step: open.history.step() });
            self.desk.notice = Some(Notice { offer, ..Notice::new(Message::new("several-followed")) });
        }
    }

    /// From now on this window writes the release, whoever else has it open.
    pub(super) fn take_over_release(&mut self, ctx: &egui::Context) {
        self.desk.question = None;
        let Some(open) = &mut self.desk.open else { return };
        open.access = Access::Writes;
        open.took_from = open.saved.clone();
        let now = ctx.input(|input| input.time);
        if open.is_unsaved() {
            open.clock.hurry(now);
        }
        self.desk.company.others.clear();
        self.company.iter().for_each(CompanyWorker::take_over);
        self.desk.say(Message::new("several-you-write"));
    }

    /// The text goes into a copy of its own, because somebody has taken the release over.
    pub(super) fn start_saving_beside(&mut self, asked: Asked) {
        self.write_down();
        let by = self.signature();
        let Some(open) = &mut self.desk.open else { return };
        let Some(folder) = open.folder.clone() else { return };
        open.clock.began();
        let saving = Saving {
            release: open.release.clone(),
            from: Some(folder.clone()),
            folder,
            waiting_photos: open.waiting_photos.clone(),
            seen: open.seen,
            by,
            version: VersionWish::None,
        };
        let copy = open.own_copy.as_ref().map(|(copy, _)| copy.clone());
        self.jobs.save_beside(saving, copy, asked);
    }

    /// It is in a copy of its own.
    pub(super) fn saved_beside(&mut self, saved: SavedBeside, asked: Asked, ctx: &egui::Context) {
        self.keep_own_copy(saved);
        self.desk.trouble.saving = None;
        if let Asked::Person(then) = asked {
            if let Some((copy, _)) = self.desk.open.as_ref().and_then(|open| open.own_copy.clone()) {
                self.tell_path("several-kept-own", &copy);
            }
            if let Some(then) = then {
                self.after_saving(then, ctx);
            }
        }
    }

    pub(super) fn keep_own_copy(&mut self, saved: SavedBeside) {
        if let Some(open) = &mut self.desk.open {
            open.is_in_copy(saved.copy, saved.release);
        }
        self.written_down = None;
    }

    /// What was typed while somebody else had it is in the release's own file now: its copy becomes a version.
    pub(super) fn forget_own_copy(&mut self) {
        let Some(open) = self.desk.open.as_mut().filter(|open| open.access == Access::Writes) else { return };
        if let Some((file, _)) = open.own_copy.take() {
            self.jobs.discard_copy(SideCopy { file, origin: CopyOrigin::Dateline, about: String::new() }, None);
        }
    }

    /// Shows the texts that lie beside the release, the first of them, or this one, next to what is written now.
    pub(super) fn ask_merge(&mut self, file: Option<PathBuf>) {
        let Some(open) = &self.desk.open else { return };
        let Some(folder) = open.folder.clone() else { return };
        self.jobs.read_copies(folder, open.release.clone(), file);
    }

    pub(super) fn read_copies(&mut self, read: Result<ReadCopies, FileError>) {
        let ReadCopies { folder, all, chosen } = match read {
            Ok(read) => read,
            Err(error) => return self.complain(&error.message()),
        };
        let Some(open) = self.desk.open.as_ref().filter(|open| open.folder.as_ref() == Some(&folder)) else { return };
        self.desk.company.copies = all;
        let Some((copy, theirs)) = chosen else {
            self.desk.merging = None;
            if self.desk.aside == Some(Aside::Merge) {
                self.desk.aside = None;
            }
            self.desk.say(Message::new("several-no-copies"));
            return;
        };
        let began = open.bases.get(&copy.file);
        let took = open.took_from.as_ref().filter(|_| copy.origin == CopyOrigin::Dateline);
        let merging = Merging::new(copy, open.release.clone(), theirs, began.or(took));
        self.desk.merging = Some(merging);
        self.desk.aside = Some(Aside::Merge);
    }

    /// Puts what was chosen in the place of what is written now. The copy stays until somebody discards it.
    pub(super) fn merge(&mut self) {
        let (Some(merging), Some(open)) = (&self.desk.merging, &mut self.desk.open) else { return };
        if merging.mine != open.release {
            // It was made for another text; the choice begins anew with the one of now.
            let file = merging.copy.file.clone();
            return self.ask_merge(Some(file));
        }
        open.put_merged(merging.merged());
        self.desk.merging = None;
        self.desk.aside = None;
        self.desk.say(Message::new("several-merged"));
    }

    /// Puts the copy that is shown among the versions.
    pub(super) fn discard_copy(&mut self) {
        let (Some(merging), Some(open)) = (self.desk.merging.take(), &self.desk.open) else { return };
        self.desk.aside = None;
        self.desk.company.copies.retain(|copy| copy.file != merging.copy.file);
        self.jobs.discard_copy(merging.copy, open.folder.clone());
    }

    /// A copy lies among the versions now, or could not be moved there.
    pub(super) fn discarded(&mut self, discarded: Result<Option<PathBuf>, FileError>) {
        match discarded {
            Ok(Some(_)) => self.desk.say(Message::new("several-discarded")),
            Ok(None) => {}
            Err(error) => self.complain(&error.message()),
        }
        self.company.iter().for_each(CompanyWorker::look);
    }

    /// What somebody else had written is kept as a copy; what both began with is remembered for the merging.
    pub(super) fn remember_base(&mut self, copy: &Path, base: Option<Release>) {
        if let (Some(open), Some(base)) = (&mut self.desk.open, base) {
            open.bases.insert(copy.to_owned(), base);
        }
        self.desk.company.hides_copies = false;
        self.company.iter().for_each(CompanyWorker::look);
    }

    /// The release is put away: others may have it.
    pub(super) fn leave_company(&mut self) {
        self.company.iter().for_each(CompanyWorker::leave);
    }
}

/// How a release that is read from this folder is opened: to write, or to read where somebody else has it open.
pub(super) fn access_to(others: Vec<Holder>) -> Access {
    others.into_iter().next().map_or(Access::Writes, Access::Reads)
}
