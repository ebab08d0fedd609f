//! The program in its window: asks the desk to be drawn, carries out what people ask for, takes in what jobs report.
//!
//! [`Command`]s come from people, [`Event`]s from the machine; each has one `match` here.

mod jobs;
mod pages_worker;
mod picker;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{self, ViewportCommand};
use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use uuid::Uuid;

use crate::check::Place;
use crate::desk::{AfterSaving, Aside, Desk, ExportChoice, Open, Question, View};
use crate::export::{Format, Lines};
use crate::newsroom::{self, Preferences};
use crate::release::{Lang, Release};
use crate::story::Story;
use crate::ui::{self, Command, Sheets, theme};
use crate::words::Locale;
use jobs::{Event, Jobs};
use pages_worker::{PagesWorker, Wish};

/// Opens the window, with a release where one is named.
///
/// # Errors
/// No renderer works here, in words for the user.
pub fn run(start: Start) -> Result<(), String> {
    let mut failures = Vec::new();
    // wgpu also works over Remote Desktop; glow is for machines without it.
    for renderer in [eframe::Renderer::Wgpu, eframe::Renderer::Glow] {
        let options = eframe::NativeOptions {
            renderer,
            viewport: egui::ViewportBuilder::default()
                .with_title("Dateline")
                .with_app_id("dateline")
                .with_inner_size([1440.0, 900.0])
                .with_min_inner_size([640.0, 480.0]),
            ..Default::default()
        };
        let start = start.clone();
        match eframe::run_native("Dateline", options, Box::new(|cc| Ok(Box::new(App::new(cc, start))))) {
            Ok(()) => return Ok(()),
            Err(error) => failures.push(format!("{renderer}: {error}")),
        }
    }
    Err(format!(
        "Could not open a window ({}). Update the graphics driver, or use the command line: dateline --help.",
        failures.join("; ")
    ))
}

/// How the window begins.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// A release to open.
    pub path: Option<PathBuf>,
    /// Where this person's preferences are kept; without it none are read or written.
    pub local: Option<PathBuf>,
    /// The language of the system, where the program speaks it.
    pub locale: Option<Locale>,
    /// Today; the clock's day where none is given.
    pub today: Option<Date>,
}

impl Start {
    /// For the person at this machine.
    pub fn here(path: Option<PathBuf>) -> Self {
        Start { path, local: newsroom::local_folder(), locale: Locale::of_system(&system_language()), today: None }
    }
}

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
    /// What had the focus before something lay over the release.
    focus_below: Option<egui::Id>,
    /// Something lay over it in the last frame.
    lay_over: bool,
    /// Where preferences are kept, and as they were kept last.
    local: Option<PathBuf>,
    kept: Preferences,
    /// The language of the system.
    system: Locale,
}

impl App {
    /// Starts with an empty desk, or with the release that was named.
    pub fn new(cc: &eframe::CreationContext<'_>, start: Start) -> Self {
        let ctx = &cc.egui_ctx;
        theme::install(ctx);
        let Start { path, local, locale, today } = start;
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
            focus_below: None,
            lay_over: false,
        };
        app.take_to_heart(ctx);
        if let Some(path) = path {
            app.carry_out(Command::Open(path), ctx);
        }
        app
    }

    /// Makes the window as this person likes it.
    fn take_to_heart(&mut self, ctx: &egui::Context) {
        let liked = &self.desk.preferences;
        self.desk.locale = liked.locale.unwrap_or(self.system);
        ui::set_locale(ctx, self.desk.locale);
        theme::choose(ctx, liked.theme, liked.still);
        ctx.set_zoom_factor(liked.zoom);
    }

    /// Keeps what this person likes where it has changed, beside the window.
    fn keep_preferences(&mut self, ctx: &egui::Context) {
        if self.desk.preferences == self.kept {
            return;
        }
        self.take_to_heart(ctx);
        self.kept = self.desk.preferences.clone();
        if let Some(local) = &self.local {
            self.jobs.keep_preferences(local.clone(), self.kept.clone());
        }
    }

    /// What a person asked for. What it changes is one step of undo, whatever is typed before or after.
    pub fn carry_out(&mut self, command: Command, ctx: &egui::Context) {
        let step = self.step();
        let deletes = command.deletes();
        self.obey(command, ctx);
        self.note(None, ctx);
        if deletes && self.step() != step {
            self.desk.say_deleted();
        }
        self.desk.drop_stale_offer();
    }

    /// Where the history of the open release stands.
    fn step(&self) -> Option<u64> {
        self.desk.open.as_ref().map(|open| open.history.step())
    }

    fn obey(&mut self, command: Command, ctx: &egui::Context) {
        match command {
            Command::AskNew => self.desk.question = Some(Question::New { tag: system_language() }),
            Command::New(lang) => self.after_saving(AfterSaving::New(lang), ctx),
            Command::Sample => self.after_saving(AfterSaving::Sample, ctx),
            Command::AskOpen => self.desk.question = Some(Question::Open { path: String::new() }),
            Command::Open(path) => self.after_saving(AfterSaving::Open(path), ctx),
            Command::Save => self.save(None),
            Command::AskSaveIn => self.ask_save_in(None),
            Command::SaveThen(then) => self.save(Some(then)),
            Command::SaveIn(folder, then) => self.save_in(folder, then),
            Command::AskExport => self.ask_export(),
            Command::Export(choice) => self.export(choice),
            Command::Print => self.print(),
            Command::Browse => self.browse(),
            Command::ShowEdition(index) => self.with_open(|open| open.show_edition(index)),
            Command::NextEdition => self.with_open(|open| open.turn_edition(1)),
            Command::PreviousEdition => {
                self.with_open(|open| open.turn_edition(open.release.editions.len().saturating_sub(1)));
            }
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
            Command::AskPhotos => self.desk.question = Some(Question::Photos { path: String::new() }),
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
            Command::CopyText => {
                let Some(open) = &self.desk.open else { return };
                ctx.copy_text(open.plain_text());
                self.desk.say("Copied the text of this language.");
            }
            Command::GoTo(place) => self.go_to(place),
            Command::GoToHeadline => {
                self.desk.focus = self.desk.open.as_ref().map(|open| Place::Headline(open.lang()));
            }
            Command::NextFinding => self.walk_findings(true),
            Command::PreviousFinding => self.walk_findings(false),
            Command::LargerText => self.desk.preferences.enlarge(1.0),
            Command::SmallerText => self.desk.preferences.enlarge(-1.0),
            Command::UsualText => self.desk.preferences.zoom = 1.0,
            Command::OpenPalette => self.desk.aside = Some(Aside::Palette { typed: String::new(), row: 0 }),
            Command::OpenMenu => ui::open_menu(ctx),
            Command::OpenSettings => self.desk.aside = Some(Aside::Settings),
            Command::OpenGuide(page) => self.desk.aside = Some(Aside::Guide(page)),
            Command::Close => self.after_saving(AfterSaving::Close, ctx),
            Command::Quit => self.after_saving(AfterSaving::Quit, ctx),
            Command::Discard(then) => self.go_on(then, ctx),
            Command::Cancel => {
                if self.desk.question.take().is_none() {
                    self.desk.aside = None;
                }
            }
            Command::DismissNotice => self.desk.notice = None,
        }
    }

    /// What a job reports.
    fn take_in(&mut self, event: Event, ctx: &egui::Context) {
        self.desk.running = self.jobs.running();
        match event {
            Event::Opened(Ok(open)) => {
                self.houses_of = Some(houses_key(&open.release));
                let lang = open.lang();
                self.desk.open = Some(*open);
                self.sheets.clear();
                self.asked = None;
                self.oldest = self.revision + 1;
                self.desk.notice = None;
                self.desk.focus = Some(Place::Headline(lang));
            }
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
            Event::Exported(Ok(jobs::Exported { files, warnings })) => {
                let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
                self.desk.say([vec![format!("Exported {}", names.join(", "))], warnings].concat().join(" "));
            }
            Event::Printed(Ok(file)) => {
                self.desk.say(format!("The PDF is open in another program, which prints it. {}", file.display()));
            }
            Event::Photos(Ok(paths)) => self.with_open(|open| open.attach_photos(&paths)),
            Event::Exported(Err(error)) | Event::Printed(Err(error)) => self.desk.complain(error),
            Event::Opened(Err(error))
            | Event::Saved(Err(error))
            | Event::Photos(Err(error))
            | Event::Preferences(Err(error)) => self.desk.complain(error),
            Event::Preferences(Ok(())) => {}
            Event::Picked(paths) => self.picked(paths),
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

    /// Goes on at once, or asks first where words would be lost.
    fn after_saving(&mut self, then: AfterSaving, ctx: &egui::Context) {
        if self.desk.has_unsaved_words() {
            self.desk.question = Some(Question::Unsaved { then });
        } else {
            self.go_on(then, ctx);
        }
    }

    fn go_on(&mut self, then: AfterSaving, ctx: &egui::Context) {
        self.desk.question = None;
        match then {
            AfterSaving::New(lang) => self.jobs.new_release(self.desk.today, lang),
            AfterSaving::Sample => self.jobs.sample(),
            AfterSaving::Open(path) => self.jobs.open(path),
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
        self.asked = None;
        self.houses_of = None;
        self.oldest = self.revision + 1;
        self.desk.notice = None;
    }

    fn save(&mut self, then: Option<AfterSaving>) {
        match self.desk.open.as_ref().map(|open| open.folder.clone()) {
            Some(Some(folder)) => self.save_in(folder, then),
            Some(None) => self.ask_save_in(then),
            None => {}
        }
    }

    fn ask_save_in(&mut self, then: Option<AfterSaving>) {
        let Some(open) = &self.desk.open else { return };
        let folder = self.desk.home.join(open.folder_name()).display().to_string();
        self.desk.question = Some(Question::SaveIn { folder, then });
    }

    fn save_in(&mut self, folder: PathBuf, then: Option<AfterSaving>) {
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

    fn saved(&mut self, saved: jobs::Saved, ctx: &egui::Context) {
        let jobs::Saved { on_disk, folder, then } = saved;
        self.desk.say(format!("Saved. {}", folder.display()));
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
        }
        if let Some(then) = then {
            self.after_saving(then, ctx);
        }
    }

    fn add_edition(&mut self, lang: Lang) {
        self.desk.question = None;
        let Some(open) = &mut self.desk.open else { return };
        if open.add_edition(lang.clone()) {
            self.desk.focus = Some(Place::Headline(lang));
        } else {
            self.desk.complain(format!("There is an edition in this language already ({lang})."));
        }
    }

    fn ask_export(&mut self) {
        let Some(open) = &self.desk.open else { return };
        let folder = open.folder.clone().unwrap_or_else(|| self.desk.home.join(open.folder_name()));
        self.desk.question = Some(Question::Export(ExportChoice {
            formats: vec![Format::Markdown, Format::Text, Format::Html, Format::Pdf],
            langs: open.release.editions.iter().map(|edition| edition.lang.clone()).collect(),
            lines: Lines::default(),
            source: false,
            folder: folder.display().to_string(),
            replace: false,
        }));
    }

    fn export(&mut self, choice: ExportChoice) {
        let Some(exporting) = self.exporting() else { return };
        self.desk.question = None;
        self.jobs.export(exporting, choice);
    }

    fn print(&mut self) {
        let (Some(exporting), Some(open)) = (self.exporting(), &self.desk.open) else { return };
        self.jobs.print(exporting, open.lang());
    }

    /// The open release as it is now.
    fn exporting(&self) -> Option<jobs::Exporting> {
        let open = self.desk.open.as_ref()?;
        let stem = match open.folder.as_deref().and_then(Path::file_name) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => open.folder_name(),
        };
        Some(jobs::Exporting {
            release: open.release.clone(),
            houses: open.houses.clone(),
            folder: open.folder.clone(),
            waiting_photos: open.waiting_photos.clone(),
            stem,
        })
    }

    /// The system's dialog, for the question that is open.
    fn browse(&mut self) {
        let start = self.desk.home.clone();
        let picking = match &self.desk.question {
            Some(Question::Open { .. }) => picker::release(&start),
            Some(Question::Photos { .. }) => picker::photos(&start),
            Some(Question::SaveIn { .. } | Question::Export(_)) => picker::folder(&start),
            Some(Question::New { .. } | Question::Edition { .. } | Question::Unsaved { .. }) | None => return,
        };
        self.jobs.pick(picking);
    }

    fn picked(&mut self, paths: Vec<PathBuf>) {
        let Some(first) = paths.first().map(|path| path.display().to_string()) else { return };
        let name = self.desk.open.as_ref().map(Open::folder_name);
        match &mut self.desk.question {
            Some(Question::Open { path }) => *path = first,
            Some(Question::Photos { .. }) => {
                self.desk.question = None;
                self.jobs.look_at_photos(paths);
            }
            Some(Question::Export(choice)) => choice.folder = first,
            // The dialog gives the folder in which the release's own folder is made.
            Some(Question::SaveIn { folder, .. }) => {
                *folder = Path::new(&first).join(name.unwrap_or_default()).display().to_string();
            }
            Some(Question::New { .. } | Question::Edition { .. } | Question::Unsaved { .. }) | None => {}
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
        self.desk.preview_in_turn = false;
    }

    fn walk_findings(&mut self, forward: bool) {
        if let Some(place) = self.desk.open.as_mut().and_then(|open| open.walk_findings(forward)) {
            self.go_to(place);
        }
    }

    /// Does the page show what was typed last?
    pub fn page_is_current(&self) -> bool {
        let story = self.desk.open.as_ref().and_then(Open::story);
        let asked = self.asked.as_ref().zip(story).is_some_and(|((asked, ..), story)| Arc::ptr_eq(asked, story));
        asked && self.sheets.revision() == self.revision && self.desk.open.as_ref().is_some_and(Open::is_set)
    }

    /// Asks for the pages in sight where they show another state, or are to be drawn otherwise.
    fn ask_for_pages(&mut self) {
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
            folder: open.folder.clone(),
            waiting_photos: waiting.collect(),
            page: page.clone(),
        });
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

    /// Files dropped onto the window: a release is opened, pictures are attached.
    fn take_dropped(&mut self, ctx: &egui::Context) {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        let is_release =
            |path: &PathBuf| path.extension().is_none_or(|ending| ending == "ron") || newsroom::is_pdf(path);
        let (releases, photos): (Vec<_>, Vec<_>) = dropped.into_iter().partition(is_release);
        if let Some(release) = releases.into_iter().next() {
            self.carry_out(Command::Open(release), ctx);
        } else if !photos.is_empty() && self.desk.open.is_some() {
            self.carry_out(Command::AttachPhotos(photos), ctx);
        }
    }

    /// Does a question or something else lie over the release?
    fn lies_over(&self) -> bool {
        self.desk.question.is_some() || self.desk.aside.is_some()
    }

    /// What had the focus before something lay over it has it again afterwards.
    fn keep_focus(&mut self, ctx: &egui::Context) {
        if self.desk.question.is_some() {
            self.desk.aside = None;
        }
        let lies_over = self.lies_over();
        match (std::mem::replace(&mut self.lay_over, lies_over), lies_over) {
            (false, true) => {
                let focused = ctx.memory(egui::Memory::focused);
                self.focus_below = ui::take_focus_before(ctx).or(focused);
                // What lies over it takes the focus where nothing has it.
                let_go(ctx);
            }
            (true, false) => let_go(ctx),
            // One frame later, because until then egui gives no focus to what lay below; unless it went elsewhere meanwhile.
            (false, false) => {
                if let Some(below) = self.focus_below.take().filter(|_| ctx.memory(egui::Memory::focused).is_none()) {
                    ctx.memory_mut(|memory| memory.request_focus(below));
                    ctx.request_repaint();
                }
            }
            (true, true) => {}
        }
    }

    fn closing(&mut self, ctx: &egui::Context) {
        let asked = ctx.input(|input| input.viewport().close_requested());
        if asked && !self.leaving && self.desk.has_unsaved_words() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.desk.question = Some(Question::Unsaved { then: AfterSaving::Quit });
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        while let Some(event) = self.jobs.next_event() {
            self.take_in(event, ctx);
        }
        while let Some(news) = self.press.next_news() {
            if news.revision >= self.oldest {
                self.sheets.take(ctx, news);
            }
        }
        self.desk.running = self.jobs.running();
        self.desk.is_opening = self.jobs.is_opening();
        self.keep_houses();
        self.keep_preferences(ctx);
        self.take_dropped(ctx);
        self.closing(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        // Taken before anything is drawn, so that one undo serves the whole release rather than a field.
        let mut commands = Command::by_keys(&ctx, &self.desk);
        for command in &mut commands {
            command.put_at_cursor(ui::cursor(&ctx).as_ref());
        }
        if let Some(open) = &mut self.desk.open {
            open.refresh(Timestamp::now());
        }
        ui::show(ui, &mut self.desk, &mut self.sheets, &mut commands);
        self.note(ctx.memory(egui::Memory::focused), &ctx);
        self.desk.drop_stale_offer();
        for command in commands {
            self.carry_out(command, &ctx);
            ctx.request_repaint();
        }
        self.keep_focus(&ctx);
        // Set in the frame in which it was typed, so that the page need not wait for the next one.
        if self.desk.open.as_mut().is_some_and(|open| open.refresh(Timestamp::now())) {
            ctx.request_repaint();
        }
        self.ask_for_pages();
    }
}

/// Nothing has the focus any more.
fn let_go(ctx: &egui::Context) {
    if let Some(focused) = ctx.memory(egui::Memory::focused) {
        ctx.memory_mut(|memory| memory.surrender_focus(focused));
    }
    ctx.request_repaint();
}

/// The house that a release names, and its languages.
type WantedHouses = (Option<String>, Vec<Lang>);

fn houses_key(release: &Release) -> WantedHouses {
    (release.house.clone(), release.editions.iter().map(|edition| edition.lang.clone()).collect())
}

/// Where people keep their documents, as far as can be told.
fn documents() -> PathBuf {
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    let home = home.map_or_else(|| PathBuf::from("."), PathBuf::from);
    let documents = home.join("Documents");
    if documents.is_dir() { documents } else { home }
}

/// The language of the system, where it tells one.
fn system_language() -> String {
    let tag =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default();
    let primary = tag.split(['_', '.', '-']).next().unwrap_or_default();
    let known = crate::language::ALL.iter().find(|language| language.tag == primary);
    known.map_or(String::new(), |language| language.tag.to_owned())
}

/// A release's identity.
fn fresh_id() -> Uuid {
    Uuid::new_v4()
}
