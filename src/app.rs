//! The program in its window: asks the desk to be drawn, carries out what people ask for, takes in what jobs report.
//!
//! [`Command`]s come from people, [`Event`]s from the machine; each has one `match` here.

mod clipboard;
mod exporting;
mod idle;
mod jobs;
mod keeping;
mod pages_worker;
mod picker;
mod previewing;
mod report;
mod start;
mod writing;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use eframe::egui;
use jiff::{Timestamp, Zoned};
use uuid::Uuid;

pub use clipboard::ClipboardKind;
pub use picker::Dialogs;
pub use start::{Renderer, Start, run};

use crate::check::Place;
use crate::desk::{AfterSaving, Desk, Open, Question};
use crate::newsroom::{self, Preferences};
use crate::release::{Lang, Release};
use crate::story::Story;
use crate::ui::{self, Command, Sheets, theme};
use crate::words::Locale;
use clipboard::Clipboard;
use idle::Caret;
use jobs::{Event, Jobs};
use pages_worker::PagesWorker;
use picker::Wanted;
use start::{documents, system_language};

/// The program in its window.
#[derive(Debug)]
pub struct App {
    /// What is shown and written in.
    pub desk: Desk,
    /// The typeset pages beside the form.
    pub sheets: Sheets,
    jobs: Jobs,
    press: PagesWorker,
    /// What was asked of the press last: the story, the pages in sight and how fine.
    asked: Option<(Arc<Story>, Range<usize>, f32)>,
    /// Counts the stories that were asked for.
    revision: u64,
    /// Pages of an older story are of another release.
    oldest: u64,
    /// The release and house whose house files were read last.
    houses_of: Option<WantedHouses>,
    /// The next request to close the window is granted.
    leaving: bool,
    /// Where preferences are kept, and as they were kept last.
    local: Option<PathBuf>,
    kept: Preferences,
    /// The language of the system.
    system: Locale,
    dialogs: Dialogs,
    /// The dialog to show at the end of this frame, over the window.
    wanted: Option<Wanted>,
    clipboard: Clipboard,
    caret: Caret,
    /// Set, it stops the export that runs.
    stop: Option<Arc<AtomicBool>>,
    /// A fault in the window's own work ends the window's work, and not the program.
    catches_faults: bool,
    stopped: bool,
}

impl App {
    /// Starts with an empty desk, or with the release that was named.
    pub fn new(cc: &eframe::CreationContext<'_>, start: Start) -> Self {
        let ctx = &cc.egui_ctx;
        theme::install(ctx);
        let Start { path, local, locale, today, dialogs, clipboard, catches_faults } = start;
        let mut desk = Desk::new(today.unwrap_or_else(|| Zoned::now().date()), documents());
        desk.preferences = local.as_deref().map(newsroom::preferences).unwrap_or_default();
        let mut app = App {
            kept: desk.preferences.clone(),
            local,
            system: locale.unwrap_or_default(),
            desk,
            sheets: Sheets::default(),
            jobs: Jobs::new(ctx.clone()),
            press: PagesWorker::new(ctx.clone()),
            asked: None,
            revision: 0,
            oldest: 0,
            houses_of: None,
            leaving: false,
            dialogs,
            wanted: None,
            clipboard: Clipboard::new(clipboard),
            caret: Caret::default(),
            stop: None,
            catches_faults,
            stopped: false,
        };
        app.take_to_heart(ctx);
        app.look_for_report(false);
        app.look_for_recent();
        if let Some(path) = path {
            app.carry_out(Command::Open(path), ctx);
        }
        app
    }

    /// What a person asked for. What it changes is one step of undo, whatever is typed before or after.
    pub fn carry_out(&mut self, command: Command, ctx: &egui::Context) {
        self.obey(command, ctx);
        self.note(None, ctx);
    }

    fn obey(&mut self, command: Command, ctx: &egui::Context) {
        match command {
            Command::AskNew => self.desk.question = Some(Question::New { tag: system_language() }),
            Command::New(lang) => self.after_saving(AfterSaving::New(lang), ctx),
            Command::Sample => self.after_saving(AfterSaving::Sample, ctx),
            Command::AskOpen => self.want(Wanted::Release),
            Command::Open(path) => self.after_saving(AfterSaving::Open(path), ctx),
            Command::Save => self.save(None),
            Command::AskSaveIn => self.want(Wanted::Place(None)),
            Command::SaveThen(then) => self.save(Some(then)),
            Command::SaveIn(folder, then) => self.save_in(folder, then),
            Command::AskExport => self.ask_export(),
            Command::Export(choice) => self.export(choice),
            Command::Print => self.print(),
            Command::Browse => self.browse(),
            Command::ShowEdition(index) => self.with_open(|open| open.show_edition(index)),
            Command::AskEdition => self.desk.question = Some(Question::Edition { tag: String::new() }),
            Command::AddEdition(lang) => self.add_edition(lang),
            Command::RemoveEdition => self.with_open(Open::remove_edition),
            Command::AddBlock(addition, after) => {
                let Some(open) = &mut self.desk.open else { return };
                let id = open.add_block(addition, after);
                self.desk.focus = Some(Place::Block(open.lang(), id));
            }
            Command::RemoveBlock(id) => self.with_open(|open| open.remove_block(id)),
            Command::MoveBlock(id, direction) => self.with_open(|open| open.move_block(id, direction)),
            Command::AddSpeaker(for_quote) => {
                let Some(open) = &mut self.desk.open else { return };
                self.desk.focus = Some(Place::Speaker(open.add_speaker(for_quote)));
            }
            Command::RemoveSpeaker(id) => self.with_open(|open| open.remove_speaker(id)),
            Command::AskPhotos => self.want(Wanted::Photos),
            Command::AttachPhotos(paths) => {
                self.desk.question = None;
                self.jobs.look_at_photos(paths);
            }
            Command::RemovePhoto(id) => self.with_open(|open| open.remove_photo(id)),
            Command::AddContact => {
                self.with_open(Open::add_contact);
                self.desk.focus = Some(Place::Contacts);
            }
            Command::RemoveContact(index) => self.with_open(|open| open.remove_contact(index)),
            Command::Undo => self.with_open(Open::undo),
            Command::Redo => self.with_open(Open::redo),
            Command::Show(view) => self.with_open(|open| open.view = view),
            Command::TogglePreview => self.desk.preferences.preview_hidden = !self.desk.preferences.preview_hidden,
            Command::CopyText => self.copy(self.desk.open.as_ref().map(Open::as_plain), "copied-text", ctx),
            Command::CopyRich => self.copy(self.desk.open.as_ref().map(Open::as_rich), "copied-rich", ctx),
            Command::CopyMarkdown => self.copy(self.desk.open.as_ref().map(Open::as_markdown), "copied-markdown", ctx),
            Command::CopyBlock(id) => {
                let block = self.desk.open.as_ref().and_then(|open| open.block_as_rich(id));
                self.copy(block, "copied-block", ctx);
            }
            Command::CopyPath(path) => self.copy_words(path.display().to_string(), "copied-path", ctx),
            Command::CopyReport => {
                let text = self.desk.report.as_ref().map(|report| report.text.clone());
                self.copy_words(text.unwrap_or_default(), "copied-report", ctx);
            }
            Command::DismissReport => self.dismiss_report(),
            Command::GoTo(place) => self.go_to(place),
            Command::Quit => self.after_saving(AfterSaving::Quit, ctx),
            Command::Discard(then) => self.go_on(then, ctx),
            Command::Cancel => self.cancel(),
            Command::DismissNotice => self.desk.notice = None,
            Command::ToggleLibrary => self.toggle_library(ctx),
            Command::ForgetRecent(folder) => self.forget_recent(&folder),
            Command::StopExport => self.stop_export(),
            Command::ShowExported => self.desk.question = self.desk.exported.is_some().then_some(Question::Exported),
            Command::OpenFile(file) => self.jobs.hand_over(file),
            Command::ShowInFolder(file) => {
                self.jobs.hand_over(file.parent().map(Path::to_owned).unwrap_or(file));
            }
        }
    }

    /// What a job reports.
    fn take_in(&mut self, event: Event, ctx: &egui::Context) {
        match event {
            Event::Opened(Ok(open)) => self.opened(*open),
            Event::Saved(Ok(saved)) => self.saved(*saved, ctx),
            Event::Houses(wanted, read) if self.houses_of.as_ref() == Some(&wanted) => match read {
                Ok(read) => self.with_open(|open| {
                    let (houses, names) = *read;
                    open.house_names = names;
                    open.put_houses(houses);
                }),
                Err(error) => self.desk.complain(error),
            },
            // Another house has been asked for since.
            Event::Houses(..) => {}
            Event::Progress(progress) => self.progressed(progress),
            Event::Exported(end) => self.exported(end),
            Event::Printed(Ok(file)) => self.tell_path("print-handed-over", &file),
            Event::Photos(Ok(paths)) => self.with_open(|open| open.attach_photos(&paths)),
            Event::Printed(Err(error)) => self.desk.complain(error),
            Event::Opened(Err(error))
            | Event::Saved(Err(error))
            | Event::Photos(Err(error))
            | Event::Preferences(Err(error)) => self.desk.complain(error),
            Event::Preferences(Ok(())) | Event::Handed(Ok(())) => {}
            Event::Handed(Err(path)) => {
                let path = path.display().to_string();
                self.desk.complain(self.desk.locale.tell("no-program-answers", &[("path", path.into())]));
            }
            Event::Picked(wanted, answer) => self.picked(wanted, answer, ctx),
            Event::Gone(gone) => self.desk.gone = gone,
            Event::Report(report) => self.desk.report = report,
            Event::Failed => {
                self.desk.complain(self.desk.locale.say("job-failed"));
                self.job_failed();
            }
        }
        self.note(None, ctx);
    }

    /// Tells the history what has changed: typing in one field is one thought, anything else one by itself.
    fn note(&mut self, field: Option<egui::Id>, ctx: &egui::Context) {
        let seconds = ctx.input(|input| input.time);
        self.with_open(|open| open.history.note(&open.release, field.map_or(0, |id| id.value()), seconds));
    }

    fn with_open(&mut self, change: impl FnOnce(&mut Open)) {
        if let Some(open) = &mut self.desk.open {
            change(open);
        }
    }

    /// Says in the words of this key what happened to a file or folder.
    fn tell_path(&mut self, key: &'static str, path: &Path) {
        let words = self.desk.locale.tell(key, &[("path", path.display().to_string().into())]);
        self.desk.say(words);
    }

    fn cancel(&mut self) {
        self.desk.question = None;
        self.desk.library_over = false;
    }

    fn add_edition(&mut self, lang: Lang) {
        self.desk.question = None;
        let Some(open) = &mut self.desk.open else { return };
        if open.add_edition(lang.clone()) {
            self.desk.focus = Some(Place::Headline(lang));
        } else {
            let words = self.desk.locale.tell("language-already-there", &[("lang", lang.to_string().into())]);
            self.desk.complain(words);
        }
    }

    fn go_to(&mut self, place: Place) {
        let Some(open) = &mut self.desk.open else { return };
        if let Some(lang) = place.lang()
            && let Some(index) = open.release.editions.iter().position(|edition| edition.lang == *lang)
        {
            open.show_edition(index);
        }
        let place = match place {
            Place::Body(lang) => match open.shown().body.first() {
                Some(block) => Place::Block(lang, block.id),
                None => Place::Headline(lang),
            },
            Place::Edition(lang) => Place::Headline(lang),
            Place::Embargo
            | Place::Headline(_)
            | Place::Subhead(_)
            | Place::Dateline(_)
            | Place::Notes(_)
            | Place::House
            | Place::Block(..)
            | Place::Speaker(_)
            | Place::SpeakerName(..)
            | Place::Photo(_)
            | Place::PhotoAlt(..)
            | Place::Contacts => place,
        };
        self.desk.focus = Some(place);
    }

    /// House files are read again when the release names another house or has another language.
    fn keep_houses(&mut self) {
        let Some(open) = &self.desk.open else { return };
        let key = houses_key(&open.release);
        if self.houses_of.as_ref() != Some(&key) {
            self.houses_of = Some(key.clone());
            self.jobs.houses(key, open.release.clone(), open.folder.clone());
        }
    }

    /// What happened since the last frame: reports of jobs, pages, files that were dropped, a wish to close.
    fn catch_up(&mut self, ctx: &egui::Context) {
        while let Some(event) = self.jobs.next_event() {
            self.take_in(event, ctx);
        }
        while let Some(news) = self.press.next_news() {
            if news.revision >= self.oldest {
                self.sheets.take(ctx, news);
            }
        }
        let locale = self.desk.locale;
        self.desk.running = self.jobs.running().map(|key| locale.say(key).to_owned()).collect();
        self.desk.is_opening = self.jobs.is_opening();
        self.caret.look(ctx, self.desk.preferences.still);
        self.keep_houses();
        self.keep_preferences(ctx);
        self.take_dropped(ctx);
        self.closing(ctx);
    }

    /// Draws the window and does what was asked for in it.
    fn draw(&mut self, ui: &mut egui::Ui, frame: &eframe::Frame) {
        let ctx = ui.ctx().clone();
        let mut commands = Vec::new();
        // Taken before anything is drawn, so that one undo serves the whole release rather than a field.
        for command in Command::by_keys() {
            if let Some(keys) = command.shortcut()
                && ctx.input_mut(|input| input.consume_shortcut(&keys))
                && self.desk.question.is_none()
            {
                commands.push(command);
            }
        }
        if let Some(open) = &mut self.desk.open {
            open.refresh(Timestamp::now());
        }
        ui::show(ui, &mut self.desk, &mut self.sheets, &mut commands);
        self.note(ctx.memory(egui::Memory::focused), &ctx);
        for command in commands {
            self.carry_out(command, &ctx);
            ctx.request_repaint();
        }
        // Set in the frame in which it was typed, so that the page need not wait for the next one.
        if self.desk.open.as_mut().is_some_and(|open| open.refresh(Timestamp::now())) {
            ctx.request_repaint();
        }
        self.ask_for_pages();
        self.show_dialog(frame);
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.guarded(ctx, |app| app.catch_up(ctx));
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.guarded(&ctx, |app| if app.stopped { app.show_stopped(ui) } else { app.draw(ui, frame) });
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.jobs.finish();
        if let Some(local) = self.local.as_deref().filter(|_| !self.stopped) {
            // Whatever failed on the way was told then, and the program has not stopped by it.
            report::forget_own(local);
        }
    }
}

/// The house that a release names, and its languages.
type WantedHouses = (Option<String>, Vec<Lang>);

fn houses_key(release: &Release) -> WantedHouses {
    (release.house.clone(), release.editions.iter().map(|edition| edition.lang.clone()).collect())
}

/// A release's identity.
fn fresh_id() -> Uuid {
    Uuid::new_v4()
}
