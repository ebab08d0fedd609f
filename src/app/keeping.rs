//! Opening and saving, what was open lately, and what this person likes.

use std::path::{Path, PathBuf};

use eframe::egui::{self, ViewportCommand};

use super::jobs::Dropped;
use super::picker::{Answer, Beginning, Kind, Wanted};
use super::{App, Command, houses_key, jobs, picker};
use crate::check::Place;
use crate::desk::{AfterSaving, Open, Question};
use crate::newsroom::{self, Recent};
use crate::ui::{self, theme};

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
    pub(super) fn opened(&mut self, open: Open) {
        self.houses_of = Some(houses_key(&open.release));
        let lang = open.lang();
        self.desk.open = Some(open);
        self.sheets.clear();
        self.clear_gallery();
        self.asked = None;
        self.oldest = self.revision + 1;
        self.desk.notice = None;
        self.desk.exported = None;
        self.desk.library_over = false;
        self.desk.focus = Some(Place::Headline(lang));
        self.remember();
    }

    /// The open release becomes the first of the recent ones, and dialogs begin where it lies.
    fn remember(&mut self) {
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

    /// Goes on at once, or asks first where words would be lost.
    pub(super) fn after_saving(&mut self, then: AfterSaving, ctx: &egui::Context) {
        self.desk.library_over = false;
        if self.desk.has_unsaved_words() {
            self.desk.question = Some(Question::Unsaved { then });
        } else {
            self.go_on(then, ctx);
        }
    }

    pub(super) fn go_on(&mut self, then: AfterSaving, ctx: &egui::Context) {
        self.desk.question = None;
        match then {
            AfterSaving::New(lang) => self.jobs.new_release(self.desk.today, lang),
            AfterSaving::Sample => self.jobs.sample(),
            AfterSaving::Open(path) => self.jobs.open(path),
            AfterSaving::NewFrom(folder) => self.jobs.copy(folder, self.desk.today),
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
        self.desk.open = None;
        self.sheets.clear();
        self.clear_gallery();
        self.asked = None;
        self.houses_of = None;
        self.oldest = self.revision + 1;
        self.desk.notice = None;
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
        let Some(open) = &self.desk.open else { return };
        self.desk.question = None;
        self.jobs.save(jobs::Saving {
            release: open.release.clone(),
            from: open.folder.clone(),
            folder,
            waiting_photos: open.waiting_photos.clone(),
            then,
        });
    }

    pub(super) fn saved(&mut self, saved: jobs::Saved, ctx: &egui::Context) {
        let jobs::Saved { on_disk, folder, then } = saved;
        self.tell_path("saved", &folder);
        self.look_at_release(&folder);
        let Some(open) = &mut self.desk.open else { return };
        if open.release.id == on_disk.id {
            // Photos may have got other names in the folder; whatever was typed meanwhile stays.
            for photo in &mut open.release.photos {
                if let Some(there) = on_disk.photo(photo.id) {
                    photo.file.clone_from(&there.file);
                    open.waiting_photos.remove(&photo.id);
                }
            }
            open.history.name_photos(&on_disk);
            open.folder = Some(folder);
            open.saved = Some(on_disk);
            // Another folder may lie in another newsroom, with other houses.
            self.houses_of = None;
            self.remember();
        }
        if let Some(then) = then {
            self.after_saving(then, ctx);
        }
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
                self.desk.complain(self.desk.locale.say("dialog-nobody"));
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
            Dropped::Photos(_) => self.desk.complain(self.desk.locale.say("drop-photos-nowhere")),
            Dropped::Unknown(path) => {
                let path = path.display().to_string();
                self.desk.complain(self.desk.locale.tell("drop-unknown", &[("path", path.into())]));
            }
        }
    }

    pub(super) fn closing(&mut self, ctx: &egui::Context) {
        let asked = ctx.input(|input| input.viewport().close_requested());
        if asked && !self.leaving && self.desk.has_unsaved_words() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.desk.question = Some(Question::Unsaved { then: AfterSaving::Quit });
        }
    }
}
