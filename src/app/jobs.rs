//! What runs beside the window: everything that touches the disk or waits for a dialog, each on a thread of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use eframe::egui::Context;
use jiff::civil::Date;

use super::picker::Picking;
use super::{WantedHouses, fresh_id};
use crate::desk::{AfterSaving, ExportChoice, Open};
use crate::export::{Options, export};
use crate::house::Houses;
use crate::newsroom::{self, FileError};
use crate::release::{Lang, PhotoId, Release};
use crate::story::set;

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
    Exported(Result<Vec<PathBuf>, FileError>),
    /// These pictures are there and can be attached.
    Photos(Result<Vec<PathBuf>, FileError>),
    /// A person chose these in a dialog.
    Picked(Vec<PathBuf>),
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
}

impl Jobs {
    pub(super) fn new(ctx: Context) -> Self {
        let (sender, post) = channel();
        Jobs { ctx, sender, post, running: Vec::new() }
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
        thread::spawn(move || {
            // Nobody listens any more once the window is closed; then nothing is to be said.
            let _ = sender.send((words, job()));
            ctx.request_repaint();
        });
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

    pub(super) fn export(&mut self, release: Release, houses: Houses, stem: String, choice: ExportChoice) {
        self.start("Exporting…", move || Event::Exported(write_files(&release, &houses, &stem, &choice)));
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
    // "." has no name of its own, and the working folder may change.
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    let houses = newsroom::houses_for(&release, Some(&folder))?;
    let house_names = newsroom::house_names(Some(&folder));
    Ok(Open::new(release, Some(folder), houses, house_names))
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
    let doing = "Could not attach the photo";
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
        return Err(FileError::io("Did not save over another release", &there, &file));
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

fn write_files(
    release: &Release,
    houses: &Houses,
    stem: &str,
    choice: &ExportChoice,
) -> Result<Vec<PathBuf>, FileError> {
    let folder = PathBuf::from(choice.folder.trim());
    let mut files = Vec::new();
    for edition in release.editions.iter().filter(|edition| choice.langs.contains(&edition.lang)) {
        let story = set(release, edition, houses.of(&edition.lang));
        for format in &choice.formats {
            let file = folder.join(format!("{stem}.{}.{}", edition.lang, format.extension()));
            files.push((file, export(&story, *format, &Options { lines: choice.lines }).bytes));
        }
    }
    newsroom::write_exports(&files, choice.replace)?;
    Ok(files.into_iter().map(|(file, _)| file).collect())
}
