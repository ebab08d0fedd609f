//! Exporting: what is offered, how far it has come, what came of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::App;
use super::writing::{ExportEnd, Exporting};
use crate::desk::{ExportChoice, ExportOutcome, ExportProgress, Offer, Open, Question};
use crate::words::Message;

impl App {
    pub(super) fn ask_export(&mut self) {
        let Some(open) = &self.desk.open else { return };
        if self.stop.is_some() {
            self.desk.question = Some(Question::Exporting);
            return;
        }
        let langs = open.release.editions.iter().map(|edition| edition.lang.clone()).collect();
        let habit = self.desk.preferences.export.as_ref();
        let has_photos = !open.release.photos.is_empty();
        let choice = ExportChoice::usual(habit, langs, self.own_folder(open), has_photos);
        self.desk.question = Some(Question::Export { choice, trouble: None });
    }

    /// Where the release's exports lie unless somebody wants them elsewhere.
    fn own_folder(&self, open: &Open) -> PathBuf {
        open.folder.clone().unwrap_or_else(|| self.desk.home.join(open.folder_name()))
    }

    pub(super) fn export(&mut self, choice: ExportChoice) {
        // One after the other, so that there is one bar and one button to stop it.
        if self.stop.is_some() {
            return;
        }
        let (Some(exporting), Some(open)) = (self.exporting(), &self.desk.open) else { return };
        self.desk.preferences.export = Some(choice.habit(&self.own_folder(open)));
        let total = choice.formats.len() * choice.langs.len();
        self.desk.exporting = Some(ExportProgress { total, ..ExportProgress::default() });
        self.desk.exported = None;
        self.desk.question = Some(Question::Exporting);
        let stop = Arc::new(AtomicBool::new(false));
        self.stop = Some(Arc::clone(&stop));
        self.jobs.export(exporting, choice, stop);
    }

    pub(super) fn stop_export(&mut self) {
        if let Some(stop) = &self.stop {
            stop.store(true, Ordering::Relaxed);
        }
        if let Some(progress) = &mut self.desk.exporting {
            progress.stopping = true;
        }
    }

    pub(super) fn progressed(&mut self, progress: ExportProgress) {
        let stopping = self.desk.exporting.as_ref().is_some_and(|before| before.stopping);
        self.desk.exporting = Some(ExportProgress { stopping: stopping || progress.stopping, ..progress });
    }

    pub(super) fn exported(&mut self, end: ExportEnd) {
        self.stop = None;
        self.desk.exporting = None;
        let waiting = self.desk.question == Some(Question::Exporting);
        match end {
            ExportEnd::Done(outcome) => {
                let told = self.told(&outcome);
                self.desk.say(told);
                if let Some(notice) = &mut self.desk.notice {
                    notice.offer = (!outcome.files.is_empty() && !waiting).then_some(Offer::ShowFiles);
                }
                self.desk.exported = Some(outcome);
                if waiting {
                    self.desk.question = Some(Question::Exported);
                }
            }
            // Nobody else can answer these, wherever the person is by now.
            ExportEnd::InTheWay { choice, names } => self.desk.question = Some(Question::InTheWay { choice, names }),
            ExportEnd::Failed { choice, outcome, why } => {
                let written = self.told(&outcome);
                let both = |why| Message::new("warning-and").with("one", why).with("other", written);
                let why = if outcome.files.is_empty() { why } else { both(why) };
                if waiting {
                    self.desk.question =
                        Some(Question::Export { choice, trouble: Some(why.in_locale(self.desk.locale)) });
                } else {
                    self.desk.complain(why);
                }
                self.desk.exported = (!outcome.files.is_empty()).then_some(outcome);
            }
        }
    }

    /// A job has failed through a fault of the program; it may have been the export.
    pub(super) fn job_failed(&mut self) {
        let exports = self.jobs.is_exporting();
        if self.stop.is_some() && !exports {
            self.stop = None;
            self.desk.exporting = None;
            if self.desk.question == Some(Question::Exporting) {
                self.desk.question = None;
            }
        }
        self.look_for_report(true);
    }

    /// The outcome in one line: how many files, where, and what they lack.
    fn told(&self, outcome: &ExportOutcome) -> Message {
        let ExportOutcome { files, warnings, left } = outcome;
        let folder = files.first().and_then(|file| file.parent()).map(|folder| folder.display().to_string());
        let mut told = match (folder, *left) {
            (Some(folder), 0) => Message::new("exported").with("count", files.len()).with("folder", folder),
            (Some(folder), left) => {
                let written = Message::new("exported-stopped").with("count", files.len()).with("left", left);
                written.with("folder", folder)
            }
            (None, _) => Message::new("exported-nothing"),
        };
        for warning in warnings {
            told = Message::new("warning-and").with("one", told).with("other", warning.clone());
        }
        told
    }

    pub(super) fn print(&mut self) {
        let (Some(exporting), Some(open)) = (self.exporting(), &self.desk.open) else { return };
        self.jobs.print(exporting, open.lang());
    }

    /// The open release as it is now.
    fn exporting(&self) -> Option<Exporting> {
        let open = self.desk.open.as_ref()?;
        let stem = match open.folder.as_deref().and_then(Path::file_name) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => open.folder_name(),
        };
        Some(Exporting {
            release: open.release.clone(),
            houses: open.houses.clone(),
            folder: open.folder.clone(),
            waiting_photos: open.waiting_photos.clone(),
            stem,
        })
    }
}
