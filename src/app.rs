//! The program in its window: asks the desk to be drawn, carries out what people ask for, takes in what jobs report.
//!
//! [`Command`]s come from people, [`Event`]s from the machine; each has one `match` here.

mod attaching;
mod cataloguing;
mod clipboard;
mod company;
mod company_worker;
mod exporting;
mod focus;
mod house_styles;
mod idle;
mod jobs;
mod journaling;
mod keeping;
mod newsroom_worker;
pub mod opening;
mod pages_worker;
mod picker;
mod previewing;
mod registers;
mod report;
mod saving;
mod start;
mod thumbnails;
mod typography;
mod versions;
mod writing;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use eframe::egui;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use uuid::Uuid;

pub use clipboard::ClipboardKind;
pub use journaling::{Journaling, OnDisk};
pub use picker::Dialogs;
pub use start::{Renderer, Start, run};

use crate::check::Place;
use crate::desk::{AfterSaving, Aside, Caret, Choosing, Desk, Open, Question};
use crate::newsroom::{self, Fingerprint, Me, Preferences};
use crate::release::{Lang, PhotoId, Release};
use crate::story::Story;
use crate::ui::{self, Command, Gallery, PhotoSize, Sheets, theme};
use crate::words::{Locale, Message};
use cataloguing::AskedLast;
use clipboard::Clipboard;
use company_worker::CompanyWorker;
use idle::Blinking;
use jobs::{Event, Jobs};
use newsroom_worker::NewsroomWorker;
use pages_worker::PagesWorker;
use picker::Wanted;
use start::documents;
use thumbnails::ThumbnailsWorker;

/// So long the window waits for the release with which it begins, rather than showing an empty desk that is gone at once.
const AT_ONCE: Duration = Duration::from_millis(100);

/// The program in its window.
#[derive(Debug)]
pub struct App {
    /// What is shown and written in.
    pub desk: Desk,
    /// The typeset pages beside the form.
    pub sheets: Sheets,
    /// The pictures of the photos.
    gallery: Gallery,
    thumbnails: ThumbnailsWorker,
    /// The pictures that were asked for and are not there, with their files.
    looked_for: BTreeMap<(PhotoId, PhotoSize), (PathBuf, (u32, u32))>,
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
    /// The newsroom whose registers were read last.
    registers_of: Option<PathBuf>,
    /// What is typed is written down here; none where there is no local folder.
    journaling: Option<Journaling>,
    /// The open release has a journal.
    has_journal: bool,
    /// The step and the number of waiting photos that the journal has.
    written_down: Option<(u64, usize)>,
    /// What is not saved goes with the release.
    discards: bool,
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
    dialogs: Dialogs,
    /// The dialog to show at the end of this frame, over the window.
    wanted: Option<Wanted>,
    clipboard: Clipboard,
    caret: Blinking,
    /// Set, it stops the export that runs.
    stop: Option<Arc<AtomicBool>>,
    /// The threads of the newsroom that is used.
    newsroom: Option<NewsroomWorker>,
    asked_last: AskedLast,
    /// This window, as others are told of it.
    me: Me,
    /// The thread that looks who else is at work; none until there is something to look at.
    company: Option<CompanyWorker>,
    /// The releases of the list that it looks at.
    in_sight: Vec<PathBuf>,
    /// What somebody else wrote while the release was on its way into its file.
    outside: Option<(PathBuf, Release, Fingerprint)>,
    /// A fault in the window's own work ends the window's work, and not the program.
    catches_faults: bool,
    stopped: bool,
}

impl App {
    /// Starts with an empty desk, or with the release that was named.
    pub fn new(cc: &eframe::CreationContext<'_>, start: Start) -> Self {
        let ctx = &cc.egui_ctx;
        theme::install(ctx);
        let Start { path, local, locale, today, zone, dialogs, clipboard, catches_faults } = start;
        let mut desk = Desk::new(today.unwrap_or_else(|| Zoned::now().date()), documents());
        let system_zone = || match TimeZone::system().iana_name() {
            None | Some("Etc/UTC") => "UTC".to_owned(),
            Some(zone) => zone.to_owned(),
        };
        desk.zone = zone.unwrap_or_else(system_zone);
        desk.preferences = local.as_deref().map(newsroom::preferences).unwrap_or_default();
        let thumbnails = ThumbnailsWorker::new(ctx.clone(), local.as_deref());
        let waker = ctx.clone();
        let journaling = local.as_deref().and_then(|local| Journaling::new(local, move || waker.request_repaint()));
        let me = Me::new(String::new(), local.as_deref());
        let mut app = App {
            journaling,
            has_journal: false,
            written_down: None,
            discards: false,
            kept: desk.preferences.clone(),
            local,
            system: locale.unwrap_or_default(),
            desk,
            sheets: Sheets::default(),
            gallery: Gallery::default(),
            thumbnails,
            looked_for: BTreeMap::new(),
            jobs: Jobs::new(ctx.clone()),
            press: PagesWorker::new(ctx.clone()),
            asked: None,
            revision: 0,
            oldest: 0,
            houses_of: None,
            registers_of: None,
            leaving: false,
            dialogs,
            wanted: None,
            clipboard: Clipboard::new(clipboard),
            caret: Blinking::default(),
            stop: None,
            newsroom: None,
            asked_last: AskedLast::default(),
            me,
            company: None,
            in_sight: Vec::new(),
            outside: None,
            catches_faults,
            stopped: false,
            focus_below: None,
            lay_over: false,
        };
        app.take_to_heart(ctx);
        app.desk.person = newsroom::system_user();
        app.me.name = app.person();
        app.look_for_report(false);
        app.look_for_recent();
        app.begin_catalogue(ctx, AT_ONCE);
        match (path, app.local.clone()) {
            (Some(path), _) => app.carry_out(Command::Open(path), ctx),
            (None, Some(local)) => app.jobs.recover(local, app.me.clone()),
            (None, None) => {}
        }
        let asked = Instant::now();
        while app.jobs.is_opening()
            && let Some(event) = app.jobs.wait(AT_ONCE.saturating_sub(asked.elapsed()))
        {
            app.take_in(event, ctx);
        }
        app
    }

    /// What a person asked for. What it changes is one step of undo, whatever is typed before or after.
    pub fn carry_out(&mut self, command: Command, ctx: &egui::Context) {
        // What is open to read stays as it is, whoever asks and however.
        let is_read = self.desk.open.as_ref().is_some_and(Open::is_read_only);
        if is_read && !command.is_possible(&self.desk) {
            return;
        }
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
            Command::AskNew => self.desk.question = Some(Question::New { tag: self.usual_language() }),
            Command::New(lang) => self.after_saving(AfterSaving::New(lang), ctx),
            Command::Sample => self.after_saving(AfterSaving::Sample, ctx),
            Command::AskOpen => self.want(Wanted::Release),
            Command::Open(path) => self.after_saving(AfterSaving::Open(path), ctx),
            Command::Save => self.save(None),
            Command::AskSaveIn => self.want(Wanted::Place(None)),
            Command::SaveThen(then) => self.save(Some(then)),
            Command::SaveIn(folder, then) => self.save_in(folder, then),
            Command::AskVersions => self.ask_versions(),
            Command::CompareVersion(version) => self.jobs.read_version(version),
            Command::RestoreVersion => self.restore_version(),
            Command::NameVersion => self.name_version(),
            Command::TakeOver => self.take_over_release(ctx),
            Command::Read => self.desk.question = None,
            Command::AskMerge(file) => self.ask_merge(file),
            Command::Merge => self.merge(),
            Command::DiscardCopy => self.discard_copy(),
            Command::HideCopies => self.desk.company.hides_copies = true,
            Command::AskExport => self.ask_export(),
            Command::Export(choice) => self.export(choice),
            Command::Print => self.print(),
            Command::Browse => self.browse(),
            Command::ShowEdition(index) => self.with_open(|open| open.show_edition(index)),
            Command::NextEdition => self.with_open(|open| open.turn_edition(1)),
            Command::PreviousEdition => {
                self.with_open(|open| open.turn_edition(open.release.editions.len().saturating_sub(1)));
            }
            Command::AskEdition => self.desk.question = Some(Question::Edition { tag: self.next_language() }),
            Command::AddEdition(lang) => self.add_edition(lang),
            Command::RemoveEdition => self.with_open(Open::remove_edition),
            Command::Approve(index) => {
                let newsroom::Signature { name, when } = self.signature();
                self.with_open(|open| open.approve(index, &name, when.timestamp()));
            }
            Command::WithdrawApproval(index) => self.with_open(|open| open.withdraw_approval(index)),
            Command::AddBlock(addition, after) => {
                self.with_open(|open| open.caret = Some(Caret::at(open.add_block(addition, after), 0)));
            }
            Command::RemoveBlock(id) => self.with_open(|open| open.caret = open.remove_block(id)),
            Command::MoveBlock(id, direction) => self.with_open(|open| {
                open.move_block(id, direction);
                open.keep_cursor(id);
            }),
            Command::MoveBlockTo(id, place) => self.with_open(|open| {
                open.move_block_to(id, place);
                open.keep_cursor(id);
            }),
            Command::SplitBlock(id, selection) => self.with_open(|open| open.caret = open.split_block(id, selection)),
            Command::JoinAbove(id) => self.with_open(|open| open.caret = open.join_with_above(id)),
            Command::JoinBelow(id) => self.with_open(|open| open.caret = open.join_with_below(id)),
            Command::Paste(id, selection, words) => {
                self.with_open(|open| open.caret = open.paste(id, selection, &words));
            }
            Command::TurnInto(id, shape) => self.with_open(|open| open.caret = open.turn_into(id, shape)),
            Command::NumberList(id, numbered) => self.with_open(|open| open.number_list(id, numbered)),
            Command::Emphasise(emphasis) => self.with_open(|open| open.emphasise(emphasis)),
            Command::AskLink => self.with_open(Open::ask_link),
            Command::Link(caret, address) => self.with_open(|open| open.link(&caret, address.as_deref())),
            Command::IntroduceSpeaker(quote, name) => self.with_open(|open| {
                open.introduce_speaker(quote, &name);
            }),
            Command::AddSpeaker(for_quote) => {
                let Some(open) = &mut self.desk.open else { return };
                self.desk.focus = Some(Place::Speaker(open.add_speaker(for_quote)));
            }
            Command::RemoveSpeaker(id) => self.with_open(|open| open.remove_speaker(id)),
            Command::OpenRegister(shelf) => self.open_register(shelf),
            Command::QuotePerson(quote, person) => self.with_open(|open| open.quote_person(quote, person)),
            Command::TakePerson(person) => self.with_open(|open| {
                open.take_person(person);
            }),
            Command::TakeContact(contact) => self.with_open(|open| open.take_contact(contact)),
            Command::RegisterSpeaker(only) => self.register_speakers(only),
            Command::RegisterContact(only) => self.register_contacts(only),
            Command::UpdateSpeakers => self.update_speakers(),
            Command::EditEntry(id) => self.edit_entry(id),
            Command::KeepEntry => self.keep_entry(),
            Command::RemoveEntry => self.remove_entry(),
            Command::UndoEntry => self.undo_entry(),
            Command::OpenHouses => self.open_houses(),
            Command::EditHouse(name) => self.edit_house(&name),
            Command::KeepHouse => self.keep_house(),
            Command::CopyHouse(from, to) => self.copy_house(from, to),
            Command::RenameHouse(to) => self.rename_house(to),
            Command::RemoveHouse => self.remove_house(),
            Command::RestoreHouse => self.restore_house(),
            Command::AskPhotos => self.want(Wanted::Photos),
            Command::AttachPhotos(paths) => self.look_at_photos(paths),
            Command::RemovePhotos(gone) => self.with_open(|open| open.remove_photos(&gone)),
            Command::ViewPhotos => {
                // Captions are written for one photo at a time.
                self.with_open(|open| {
                    let shown = open.shown_photo();
                    shown.into_iter().for_each(|id| open.choose_photo(id, Choosing::Alone));
                });
                self.desk.aside = Some(Aside::Photos);
            }
            Command::MovePhotoTo(id, place) => self.with_open(|open| open.move_photo_to(id, place)),
            Command::TurnPhotos(turned) => self.with_open(|open| open.turn_photos(&turned)),
            Command::NameInCaptions(photos, speaker) => self.with_open(|open| open.name_in_captions(&photos, speaker)),
            Command::CaptionByHeadline(photos) => self.with_open(|open| open.caption_by_headline(&photos)),
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
            Command::Mend(place, fix) => self.with_open(|open| open.mend(&place, &fix)),
            Command::AskTypography => {
                self.desk.propose();
                self.desk.aside = Some(Aside::Typography);
            }
            Command::CorrectTypography => self.correct_typography(),
            Command::HelpTyping(caret) => self.with_open(|open| open.help_typing(&caret)),
            Command::HelpTypingIn(place, field, range) => self.help_field(&place, field, range, ctx),
            Command::ToggleTypingHelp => self.toggle_typing_help(),
            Command::ToggleSigns => self.desk.preferences.shows_signs = !self.desk.preferences.shows_signs,
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
            Command::Discard(then) => self.discard(then, ctx),
            Command::Cancel => {
                if self.desk.question.is_some() || self.desk.library_over {
                    self.cancel();
                } else {
                    self.desk.aside = None;
                }
            }
            Command::DismissNotice => self.desk.notice = None,
            Command::ToggleLibrary => self.toggle_library(ctx),
            Command::ForgetRecent(folder) => self.forget_recent(&folder),
            Command::AskNewsroom => self.want(Wanted::Newsroom),
            Command::ChooseNewsroom(folder) => self.choose_newsroom(folder),
            Command::UseNewsroom(folder) => self.use_newsroom(folder),
            Command::FindRelease => self.find_release(ctx),
            Command::ShowShelf(shelf) => self.show_shelf(shelf, ctx),
            Command::NewFrom(folder) => self.after_saving(AfterSaving::NewFrom(folder), ctx),
            Command::KeepTemplate(folder) => self.keep_as_template(folder.as_deref()),
            Command::AskRename(folder) => self.ask_rename(folder.as_deref()),
            Command::Rename(folder, name) => self.rename(folder, name),
            Command::Trash(folder) => self.trash(folder.as_deref(), ctx),
            Command::Restore(folder) => self.restore(folder),
            Command::PutBack => self.put_back(),
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
            Event::Opened(Ok(opened)) => self.opened(*opened, ctx),
            // Whoever has begun with something else goes on with that; what was found waits for the next start.
            Event::Recovered(Some(opened)) if self.desk.open.is_none() => self.opened(*opened, ctx),
            Event::Recovered(_) => {}
            Event::Saved(saved) => self.saved(*saved, ctx),
            Event::SavedBeside(saved) => {
                let (saved, asked) = *saved;
                self.saved_beside(saved, asked, ctx);
            }
            Event::Copies(read) => self.read_copies(read.map(|read| *read)),
            Event::Discarded(discarded) => self.discarded(discarded),
            Event::Versions(list) => self.listed_versions(list),
            Event::Version(Ok(read)) => {
                let (version, release) = *read;
                self.desk.versions.name.clone_from(&version.name);
                self.desk.versions.chosen = Some((version, release));
            }
            Event::Version(Err(error)) => self.complain(&error.message()),
            Event::NotSaved(failed) => {
                let (error, asked) = *failed;
                self.not_saved(&error, asked, ctx);
            }
            Event::Houses(wanted, read) if self.houses_of.as_ref() == Some(&wanted) => match read {
                Ok(read) => self.with_open(|open| {
                    let (houses, names) = *read;
                    open.house_names = names;
                    open.put_houses(houses);
                }),
                Err(error) => self.complain(&error.message()),
            },
            // Another house has been asked for since.
            Event::Houses(..) => {}
            Event::Progress(progress) => self.progressed(progress),
            Event::Exported(end) => self.exported(end),
            Event::Printed(Ok(file)) => self.tell_path("print-handed-over", &file),
            Event::Photos(looked) => self.looked_at(looked),
            Event::Pasted(Ok(path)) => self.look_at_photos(vec![path]),
            Event::Printed(Err(error)) | Event::Pasted(Err(error)) => self.complain(&error),
            Event::Opened(Err(error)) => {
                self.discards = false;
                self.complain(&error.message());
            }
            Event::Preferences(Err(error)) => self.complain(&error.message()),
            Event::Preferences(Ok(())) | Event::Handed(Ok(())) => {}
            Event::Handed(Err(path)) => {
                let path = path.display().to_string();
                self.desk.complain(Message::new("no-program-answers").with("path", path));
            }
            Event::Dropped(dropped) => self.dropped(dropped, ctx),
            Event::Picked(wanted, answer) => self.picked(wanted, answer, ctx),
            Event::Gone(gone) => self.desk.gone = gone,
            Event::Report(report) => self.desk.report = report,
            Event::Newsroom(chosen) => self.newsroom_chosen(chosen),
            Event::Placed(placed, then) => self.placed(placed, then),
            Event::Moved(moved) => self.moved(moved),
            Event::HousesNow(now) => self.houses_now(*now),
            Event::HouseKept(kept) => self.house_kept(*kept),
            Event::Registers(folder, read) => self.take_registers(&folder, read),
            Event::Register(changed) => self.changed_register(*changed),
            Event::Failed => {
                self.desk.complain(Message::new("job-failed"));
                self.job_failed();
            }
        }
        self.note(None, ctx);
    }

    /// Says what went wrong.
    fn complain(&mut self, error: &Message) {
        self.desk.complain(error.clone());
    }

    /// Tells the history what has changed: typing in one field is one thought, anything else one by itself.
    fn note(&mut self, field: Option<egui::Id>, ctx: &egui::Context) {
        let seconds = ctx.input(|input| input.time);
        self.with_open(Open::keep_as_read);
        self.with_open(|open| open.history.note(&open.release, field.map_or(0, |id| id.value()), seconds));
        self.write_down();
    }

    fn with_open(&mut self, change: impl FnOnce(&mut Open)) {
        if let Some(open) = &mut self.desk.open {
            change(open);
        }
    }

    /// Says in the words of this key what happened to a file or folder.
    fn tell_path(&mut self, key: &'static str, path: &Path) {
        self.desk.say(Message::new(key).with("path", path.display().to_string()));
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
            self.desk.complain(Message::new("language-already-there").with("lang", lang.to_string()));
        }
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
        self.keep_company(ctx);
        self.keep_saved(ctx);
        self.keep_houses();
        self.keep_preferences(ctx);
        self.keep_catalogue(ctx);
        self.keep_registers();
        self.keep_houses_open();
        self.take_dropped(ctx);
        self.take_pasted(ctx);
        self.keep_gallery(ctx);
        self.closing(ctx);
        if self.lies_over() && !self.lay_over {
            // A report has laid something over the release. It takes the focus when it is drawn, so where that was is noted now.
            self.keep_focus(ctx);
        }
    }

    /// Draws the window and does what was asked for in it.
    fn draw(&mut self, ui: &mut egui::Ui, frame: &eframe::Frame) {
        let ctx = ui.ctx().clone();
        // Taken before anything is drawn, so that one undo serves the whole release rather than a field.
        let mut commands = Command::by_keys(&ctx, &self.desk);
        for command in &mut commands {
            command.put_at_cursor(ui::cursor(&ctx).as_ref());
        }
        if let Some(open) = &mut self.desk.open {
            open.refresh(Timestamp::now());
        }
        ui::show(ui, &mut self.desk, &mut self.sheets, &mut self.gallery, &mut commands);
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
        self.ask_for_photos();
        self.ask_for_releases();
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

    /// The ground. Without a graphics card each pixel that is drawn twice is felt, and clearing costs next to nothing.
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.leave();
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
