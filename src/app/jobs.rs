//! What runs beside the window: everything that touches the disk or waits for a dialog, each on a thread of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Context;
use jiff::civil::Date;

use super::picker::Picking;
use super::{WantedHouses, fresh_id};
use crate::desk::{AfterSaving, ExportChoice, Open};
use crate::export::{self, Format, Lines, Options};
use crate::house::Houses;
use crate::newsroom::{self, FileError, Preferences};
use crate::pages::{self, Material, Resolution};
use crate::release::{Edition, Lang, PhotoId, Release};
use crate::story::set;
use crate::words::Message;

/// What the machine reports.
#[derive(Debug)]
pub(super) enum Event {
    /// A release lies ready.
    Opened(Result<Box<Open>, FileError>),
    /// A release is on disk.
    Saved(Result<Box<Saved>, FileError>),
    /// House files were read.
    Houses(WantedHouses, Result<Box<(Houses, Vec<String>)>, FileError>),
    /// Files were written.
    Exported(Result<Exported, Message>),
    /// A PDF is with the system's viewer.
    Printed(Result<PathBuf, Message>),
    /// These pictures are there and can be attached.
    Photos(Result<Vec<PathBuf>, FileError>),
    /// What a person likes is kept.
    Preferences(Result<(), FileError>),
    /// A person chose these in a dialog.
    Picked(Vec<PathBuf>),
}

/// Files that were written, and what they lack.
#[derive(Debug)]
pub(super) struct Exported {
    pub(super) files: Vec<PathBuf>,
    pub(super) warnings: Vec<Message>,
}

/// A release to be saved.
#[derive(Debug)]
pub(super) struct Saving {
    pub(super) release: Release,
    /// Its folder so far.
    pub(super) from: Option<PathBuf>,
    pub(super) folder: PathBuf,
    pub(super) waiting_photos: BTreeMap<PhotoId, PathBuf>,
    pub(super) then: Option<AfterSaving>,
}

/// A release that is on disk.
#[derive(Debug)]
pub(super) struct Saved {
    /// As it was handed over, with the names that its photos have in the folder.
    pub(super) on_disk: Release,
    pub(super) folder: PathBuf,
    pub(super) then: Option<AfterSaving>,
}

/// What the bar says while a release is being opened.
const OPENING: &str = "Opening…";

/// The jobs and their post box.
#[derive(Debug)]
pub(super) struct Jobs {
    ctx: Context,
    sender: Sender<(&'static str, Event)>,
    post: Receiver<(&'static str, Event)>,
    running: Vec<&'static str>,
    preferences_asked: u64,
    /// The number of the preferences that were written last.
    turn: Arc<Mutex<u64>>,
}

impl Jobs {
    pub(super) fn new(ctx: Context) -> Self {
        let (sender, post) = channel();
        Jobs { ctx, sender, post, running: Vec::new(), preferences_asked: 0, turn: Arc::default() }
    }

    /// What runs right now, in words.
    pub(super) fn running(&self) -> Vec<String> {
        self.running.iter().filter(|words| !words.is_empty()).map(|words| (*words).to_owned()).collect()
    }

    /// Is another release about to take the place of the open one?
    pub(super) fn is_opening(&self) -> bool {
        self.running.contains(&OPENING)
    }

    pub(super) fn next_event(&mut self) -> Option<Event> {
        let (words, event) = self.post.try_recv().ok()?;
        if let Some(place) = self.running.iter().position(|other| *other == words) {
            self.running.remove(place);
        }
        Some(event)
    }

    fn start(&mut self, words: &'static str, job: impl FnOnce() -> Event + Send + 'static) {
        self.running.push(words);
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let work = move || {
            // Nobody listens any more once the window is closed; then nothing is to be said.
            let _ = sender.send((words, job()));
            ctx.request_repaint();
        };
        if thread::Builder::new().stack_size(pages::STACK).spawn(work).is_err() {
            self.running.pop();
        }
    }

    pub(super) fn new_release(&mut self, today: Date, lang: Lang) {
        self.start(OPENING, move || Event::Opened(new_release(today, lang).map(Box::new)));
    }

    pub(super) fn open(&mut self, path: PathBuf) {
        self.start(OPENING, move || Event::Opened(open(&path).map(Box::new)));
    }

    pub(super) fn sample(&mut self) {
        self.start(OPENING, || Event::Opened(sample().map(Box::new)));
    }

    pub(super) fn save(&mut self, saving: Saving) {
        self.start("Saving…", move || Event::Saved(save(saving).map(Box::new)));
    }

    pub(super) fn houses(&mut self, wanted: WantedHouses, release: Release, folder: Option<PathBuf>) {
        self.start("", move || {
            let houses = newsroom::houses_for(&release, folder.as_deref());
            Event::Houses(wanted, houses.map(|houses| Box::new((houses, newsroom::house_names(folder.as_deref())))))
        });
    }

    /// Several of them may be on their way; the one that was asked for last is the one that stays.
    pub(super) fn keep_preferences(&mut self, local: PathBuf, preferences: Preferences) {
        let turn = Arc::clone(&self.turn);
        let number = self.preferences_asked + 1;
        self.preferences_asked = number;
        self.start("", move || {
            let mut last = turn.lock().unwrap_or_else(PoisonError::into_inner);
            if *last > number {
                return Event::Preferences(Ok(()));
            }
            *last = number;
            Event::Preferences(newsroom::save_preferences(&local, &preferences))
        });
    }

    pub(super) fn export(&mut self, exporting: Exporting, choice: ExportChoice) {
        self.start("Exporting…", move || Event::Exported(exporting.write(&choice)));
    }

    pub(super) fn print(&mut self, exporting: Exporting, lang: Lang) {
        self.start("Printing…", move || Event::Printed(exporting.print(&lang)));
    }

    pub(super) fn look_at_photos(&mut self, paths: Vec<PathBuf>) {
        self.start("", move || Event::Photos(paths.into_iter().map(look_at).collect()));
    }

    pub(super) fn pick(&mut self, picking: Picking) {
        self.start("", move || Event::Picked(pollster::block_on(picking)));
    }
}

fn new_release(today: Date, lang: Lang) -> Result<Open, FileError> {
    let release = Release::new(fresh_id(), today, lang.clone());
    let houses = newsroom::houses_for(&release, None)?;
    Ok(Open::blank(release.id, today, lang, houses, newsroom::house_names(None)))
}

fn open(path: &Path) -> Result<Open, FileError> {
    let release = newsroom::open(path)?;
    let folder = newsroom::release_folder(path);
    if newsroom::is_pdf(path) {
        return from_pdf(release, &folder);
    }
    // "." has no name of its own, and the working folder may change.
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    let houses = newsroom::houses_for(&release, Some(&folder))?;
    let house_names = newsroom::house_names(Some(&folder));
    Ok(Open::new(release, Some(folder), houses, house_names))
}

/// A release that travelled inside a PDF has no folder of its own yet; its photos may lie beside the PDF.
fn from_pdf(release: Release, beside: &Path) -> Result<Open, FileError> {
    let houses = newsroom::houses_for(&release, Some(beside))?;
    let mut open = Open::new(release, None, houses, newsroom::house_names(Some(beside)));
    let photos = beside.join(newsroom::PHOTOS_FOLDER);
    let there = |photo: &crate::release::Photo| {
        let file = photos.join(&photo.file);
        file.is_file().then_some((photo.id, file))
    };
    open.waiting_photos = open.release.photos.iter().filter_map(there).collect();
    Ok(open)
}

/// The sample as a release that was never saved, so that writing in it spoils nothing.
fn sample() -> Result<Open, FileError> {
    let folder = std::env::temp_dir().join(format!("dateline-sample-{}", fresh_id().simple()));
    newsroom::sample(&folder)?;
    let mut open = open(&folder)?;
    let photos = folder.join(newsroom::PHOTOS_FOLDER);
    open.waiting_photos = open.release.photos.iter().map(|photo| (photo.id, photos.join(&photo.file))).collect();
    (open.folder, open.saved) = (None, None);
    Ok(open)
}

/// Is there a picture that can be copied later?
fn look_at(path: PathBuf) -> Result<PathBuf, FileError> {
    let doing = Message::new("error-attach-photo");
    match std::fs::metadata(&path) {
        Ok(there) if there.is_file() => Ok(path),
        Ok(_) => Err(FileError::io(doing, &std::io::ErrorKind::IsADirectory.into(), &path)),
        Err(error) => Err(FileError::io(doing, &error, &path)),
    }
}

fn save(saving: Saving) -> Result<Saved, FileError> {
    let Saving { mut release, from, folder, waiting_photos, then } = saving;
    let file = newsroom::release_file(&folder);
    if from.as_ref() != Some(&folder) && file.exists() {
        let there = std::io::ErrorKind::AlreadyExists.into();
        return Err(FileError::io(Message::new("error-save-over"), &there, &file));
    }
    for photo in &mut release.photos {
        let elsewhere = from.as_ref().filter(|from| **from != folder);
        let source = match (waiting_photos.get(&photo.id), elsewhere) {
            (Some(waiting), _) => waiting.clone(),
            (None, Some(from)) => from.join(newsroom::PHOTOS_FOLDER).join(&photo.file),
            (None, None) => continue,
        };
        photo.file = newsroom::add_photo(&folder, &source)?;
    }
    newsroom::save(&folder, &release)?;
    Ok(Saved { on_disk: release, folder, then })
}

/// A release to be exported or printed, as it is in the window.
#[derive(Debug)]
pub(super) struct Exporting {
    pub(super) release: Release,
    pub(super) houses: Houses,
    /// Its folder, where its photos lie.
    pub(super) folder: Option<PathBuf>,
    /// Photos that lie elsewhere until it is saved.
    pub(super) waiting_photos: BTreeMap<PhotoId, PathBuf>,
    /// What its files are called before language and ending.
    pub(super) stem: String,
}

impl Exporting {
    fn write(&self, choice: &ExportChoice) -> Result<Exported, Message> {
        let folder = PathBuf::from(choice.folder.trim());
        let mut files = Vec::new();
        let mut warnings = Vec::new();
        for edition in self.release.editions.iter().filter(|edition| choice.langs.contains(&edition.lang)) {
            for (format, exported) in self.set(edition, &choice.formats, choice.lines, choice.source)? {
                let name = format!("{}.{}.{}", self.stem, edition.lang, format.extension());
                let of_this =
                    |warning| Message::new("warning-in-file").with("file", name.as_str()).with("warning", warning);
                warnings.extend(exported.warnings.into_iter().map(of_this));
                files.push((folder.join(name), exported.bytes));
            }
        }
        newsroom::write_exports(&files, choice.replace).map_err(|error| error.message())?;
        Ok(Exported { files: files.into_iter().map(|(file, _)| file).collect(), warnings })
    }

    fn set(
        &self,
        edition: &Edition,
        formats: &[Format],
        lines: Lines,
        source: bool,
    ) -> Result<Vec<(Format, export::Exported)>, Message> {
        let house = self.houses.of(&edition.lang);
        let story = set(&self.release, edition, house);
        let place = |file: &str| {
            let photo = self.release.photos.iter().find(|photo| photo.file == file)?;
            self.waiting_photos.get(&photo.id).cloned()
        };
        let letterhead = &house.letterhead;
        let material = match formats.iter().any(|format| format.shows_pages()) {
            true => newsroom::material(&story, letterhead, Resolution::Print, self.folder.as_deref(), &place),
            false => Material::default(),
        };
        let source =
            if source { Some(newsroom::release_text(&self.release).map_err(|error| error.message())?) } else { None };
        let begun = Instant::now();
        let options = Options {
            lines,
            letterhead,
            material: &material,
            source: source.as_ref().map(String::as_bytes),
            give_up: &|| begun.elapsed() > pages::PATIENCE,
            ..Options::default()
        };
        let one = |format: &Format| match export::export(&story, *format, &options) {
            Ok(exported) => Ok((*format, exported)),
            Err(error) => Err(error.message()),
        };
        formats.iter().map(one).collect()
    }

    /// Writes the PDF of one edition where the system keeps what is not kept, and shows it in the system's viewer, which
    /// prints.
    fn print(&self, lang: &Lang) -> Result<PathBuf, Message> {
        let Some(edition) = self.release.edition(lang) else { return Err(Message::new("error-nothing-to-print")) };
        let folder = std::env::temp_dir().join("dateline-print");
        let name = format!("{}.{lang}.pdf", self.stem);
        sweep(&folder);
        let exported = self.set(edition, &[Format::Pdf], Lines::default(), false)?;
        // A viewer may still hold the last one open, so each has a folder of its own.
        let file = folder.join(fresh_id().simple().to_string()).join(name);
        for (_, exported) in exported {
            newsroom::write_export(&file, &exported.bytes, true).map_err(|error| error.message())?;
        }
        let unopened = |_| Message::new("error-no-viewer").with("path", file.display().to_string());
        opener::open(&file).map_err(unopened)?;
        Ok(file)
    }
}

/// What was printed yesterday is not kept.
fn sweep(folder: &Path) {
    const DAY: Duration = Duration::from_secs(24 * 60 * 60);
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.filter_map(Result::ok) {
        let changed = entry.metadata().and_then(|there| there.modified());
        if changed.is_ok_and(|changed| changed.elapsed().is_ok_and(|age| age > DAY)) {
            // What another user left there stays.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}
