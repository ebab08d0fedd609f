//! Opening and saving, what was open lately, and what this person likes.

use std::path::{Path, PathBuf};

use eframe::egui::{self, ViewportCommand};

use super::jobs::Dropped;
use super::opening::{FoundWords, Opened};
use super::picker::{Answer, Beginning, Kind, Wanted};
use super::{App, Command, houses_key, picker};
use crate::check::Place;
use crate::desk::{AfterSaving, Aside, Open, Question, Trouble};
use crate::newsroom::{self, Recent};
use crate::ui::{self, theme};
use crate::words::Message;

impl App {
    /// Makes the window as this person likes it.
    pub(super) fn take_to_heart(&mut self, ctx: &egui::Context) {
        let liked = &self.desk.preferences;
        let locale = liked.locale.unwrap_or(self.system);
        if self.desk.locale != locale {
            self.desk.locale = locale;
            // The page says in the same language why a photo is not on it.
            self.asked = None;
        }
        ui::set_locale(ctx, self.desk.locale);
        theme::choose(ctx, liked.theme, liked.still);
        ctx.set_zoom_factor(liked.zoom);
    }

    /// Keeps what this person likes where it has changed, beside the window.
    pub(super) fn keep_preferences(&mut self, ctx: &egui::Context) {
        if self.desk.preferences == self.kept {
            return;
        }
        self.take_to_heart(ctx);
        // An edge that is being moved is somewhere else in each frame; where it ends is kept.
        if ctx.input(|input| input.pointer.any_down()) {
            return;
        }
        self.kept = self.desk.preferences.clone();
        if let Some(local) = &self.local {
            self.jobs.keep_preferences(local.clone(), self.kept.clone());
        }
    }

    /// A release lies ready.
    pub(super) fn opened(&mut self, opened: Opened, ctx: &egui::Context) {
        let Opened { open, journal, found } = opened;
        self.put_away();
        self.has_journal = journal.is_some();
        if let (Some(journaling), Some(journal)) = (&self.journaling, journal) {
            journaling.open(journal);
            if let (Some(folder), Some(seen)) = (&open.folder, open.seen)
                && found != Some(FoundWords::Beside)
            {
                journaling.saved(folder.clone(), seen, found.is_none());
            }
        }
        self.houses_of = Some(houses_key(&open.release));
        let lang = open.lang();
        self.desk.open = Some(open);
        self.sheets.clear();
        self.clear_gallery();
        self.asked = None;
        self.oldest = self.revision + 1;
        self.desk.notice = None;
        self.desk.trouble = Trouble::default();
        self.desk.exported = None;
        self.desk.library_over = false;
        self.desk.focus = Some(Place::Headline(lang));
        self.remember();
        self.desk.aside = self.desk.aside.take().filter(|aside| *aside != Aside::Merge);
        self.meet_company(ctx);
        self.recovered(found, ctx);
    }

    /// The open release becomes the first of the recent ones, and dialogs begin where it lies.
    pub(super) fn remember(&mut self) {
        let Some(open) = &self.desk.open else { return };
        let Some(folder) = open.folder.clone() else { return };
        let editions = &open.release.editions;
        let headline = editions.iter().map(|edition| edition.headline.trim()).find(|headline| !headline.is_empty());
        let recent = Recent {
            headline: headline.unwrap_or_default().to_owned(),
            issued: open.release.issued,
            langs: editions.iter().map(|edition| edition.lang.to_string()).collect(),
            photos: open.release.photos.len(),
            folder: folder.clone(),
        };
        if let Some(around) = folder.parent().filter(|around| *around != Path::new("")) {
            self.desk.home = around.to_owned();
        }
        self.desk.gone.remove(&folder);
        self.desk.preferences.remember(recent);
    }

    /// Looks which of the recent releases are still there.
    pub(super) fn look_for_recent(&mut self) {
        let folders: Vec<PathBuf> = self.desk.preferences.recent.iter().map(|recent| recent.folder.clone()).collect();
        if !folders.is_empty() {
            self.jobs.look_for(folders);
        }
    }

    pub(super) fn forget_recent(&mut self, folder: &Path) {
        self.desk.preferences.recent.retain(|recent| recent.folder != folder);
        self.desk.gone.remove(folder);
    }

    /// Beside the form where there is room, else over it.
    pub(super) fn toggle_library(&mut self, ctx: &egui::Context) {
        if ui::has_room_for_library(ctx) {
            self.desk.library_over = false;
            self.desk.preferences.library_hidden = !self.desk.preferences.library_hidden;
        } else {
            self.desk.library_over = !self.desk.library_over;
        }
        // Somebody may have moved a folder meanwhile.
        self.look_for_recent();
    }

    pub(super) fn go_on(&mut self, then: AfterSaving, ctx: &egui::Context) {
        self.desk.question = None;
        match then {
            AfterSaving::New(lang) => self.jobs.new_release(self.desk.today, lang, self.local.clone()),
            AfterSaving::Sample => self.jobs.sample(self.local.clone()),
            AfterSaving::Open(path) => self.jobs.open(path, self.local.clone(), self.me.clone()),
            AfterSaving::NewFrom(folder) => self.jobs.copy(folder, self.desk.today, self.local.clone()),
            AfterSaving::Trash(folder) => {
                self.clear_desk();
                self.trash_now(folder);
            }
            AfterSaving::Close => self.clear_desk(),
            AfterSaving::Quit => {
                self.leaving = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    fn clear_desk(&mut self) {
        self.put_away();
        self.desk.open = None;
        self.sheets.clear();
        self.clear_gallery();
        self.asked = None;
        self.houses_of = None;
        self.oldest = self.revision + 1;
        self.desk.notice = None;
    }

    /// Asks for a file or folder: by the system's dialog, or by the question where nobody shows one.
    ///
    /// Asked again while the first dialog is on its way, the question comes too: a system may take its time to find out
    /// that it has no dialogs.
    pub(super) fn want(&mut self, wanted: Wanted) {
        if self.dialogs == picker::Dialogs::Nobody || self.jobs.is_asking() {
            self.ask_by_question(wanted);
        } else {
            if !matches!(wanted, Wanted::Answer(_)) {
                self.desk.question = None;
            }
            self.wanted = Some(wanted);
        }
    }

    /// Shows the dialog that was asked for in this frame.
    pub(super) fn show_dialog(&mut self, window: &eframe::Frame) {
        let Some(wanted) = self.wanted.take() else { return };
        let name = self.desk.open.as_ref().map(Open::folder_name).unwrap_or_default();
        let begin = Beginning { locale: self.desk.locale, folder: &self.desk.home, name };
        let picking = picker::show(&self.dialogs, &wanted, &begin, window);
        self.jobs.pick(wanted, picking);
    }

    fn ask_by_question(&mut self, wanted: Wanted) {
        self.desk.question = match wanted {
            Wanted::Release => Some(Question::Open { path: String::new() }),
            Wanted::Photos => Some(Question::Photos { path: String::new() }),
            Wanted::Newsroom => Some(Question::Newsroom { path: String::new() }),
            Wanted::Place(then) => {
                let Some(open) = &self.desk.open else { return };
                let folder = self.desk.home.join(open.folder_name()).display().to_string();
                Some(Question::SaveIn { folder, then })
            }
            // The question is open already.
            Wanted::Answer(_) => {
                self.desk.complain(Message::new("dialog-nobody"));
                return;
            }
        };
    }

    /// The system's dialog, for the question that is open.
    pub(super) fn browse(&mut self) {
        let kind = match &self.desk.question {
            Some(Question::Open { .. }) => Kind::Release,
            Some(Question::Photos { .. }) => Kind::Photos,
            Some(Question::SaveIn { .. } | Question::Export { .. } | Question::Newsroom { .. }) => Kind::Folder,
            Some(
                Question::New { .. }
                | Question::Edition { .. }
                | Question::Rename { .. }
                | Question::Unsaved { .. }
                | Question::InTheWay { .. }
                | Question::InUse { .. }
                | Question::Exporting
                | Question::Exported,
            )
            | None => return,
        };
        self.want(Wanted::Answer(kind));
    }

    /// What came of a dialog.
    pub(super) fn picked(&mut self, wanted: Wanted, answer: Answer, ctx: &egui::Context) {
        let paths = match answer {
            Answer::Chosen(paths) => paths,
            Answer::Left => return,
            Answer::Nobody => return self.ask_by_question(wanted),
        };
        let Some(first) = paths.first().cloned() else { return };
        match wanted {
            Wanted::Release => self.after_saving(AfterSaving::Open(first), ctx),
            Wanted::Photos => self.look_at_photos(paths),
            Wanted::Newsroom => self.choose_newsroom(first),
            Wanted::Place(then) => self.save_in(newsroom::release_folder(&first), then),
            Wanted::Answer(_) => self.answer(first, paths),
        }
    }

    /// The dialog has answered the question that is open.
    fn answer(&mut self, first: PathBuf, paths: Vec<PathBuf>) {
        let name = self.desk.open.as_ref().map(Open::folder_name).unwrap_or_default();
        match &mut self.desk.question {
            Some(Question::Open { path } | Question::Newsroom { path }) => *path = first.display().to_string(),
            Some(Question::Photos { .. }) => self.look_at_photos(paths),
            Some(Question::Export { choice, .. }) => choice.folder = first.display().to_string(),
            // The dialog gives the folder in which the release's own folder is made.
            Some(Question::SaveIn { folder, .. }) => *folder = first.join(name).display().to_string(),
            Some(
                Question::New { .. }
                | Question::Edition { .. }
                | Question::Rename { .. }
                | Question::Unsaved { .. }
                | Question::InTheWay { .. }
                | Question::InUse { .. }
                | Question::Exporting
                | Question::Exported,
            )
            | None => {}
        }
    }

    /// Files dropped onto the window: a release is opened, pictures are attached.
    pub(super) fn take_dropped(&mut self, ctx: &egui::Context) {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            self.jobs.sort_dropped(dropped);
        }
    }

    /// What was dropped is a release, pictures, or nothing of use.
    pub(super) fn dropped(&mut self, dropped: Dropped, ctx: &egui::Context) {
        match dropped {
            Dropped::Release(release) => self.carry_out(Command::Open(release), ctx),
            Dropped::Photos(photos) if self.desk.open.is_some() => {
                self.carry_out(Command::AttachPhotos(photos), ctx);
            }
            Dropped::Photos(_) => self.desk.complain(Message::new("drop-photos-nowhere")),
            Dropped::Unknown(path) => {
                let path = path.display().to_string();
                self.desk.complain(Message::new("drop-unknown").with("path", path));
            }
        }
    }
}
