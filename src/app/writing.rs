//! The files of an export, set and written one by one, and the PDF that is printed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::fresh_id;
use crate::desk::{ExportChoice, ExportOutcome, ExportProgress};
use crate::export::{self, Format, Lines, Options, ShownPhoto, ShownPhotos};
use crate::house::{Houses, Letterhead};
use crate::newsroom::{self, Exports, PhotoExport, PhotosWanted, photo_exports, photo_folder};
use crate::pages::{self, Material, Resolution};
use crate::release::{Edition, Lang, PhotoId, Release};
use crate::story::{Story, set};
use crate::words::Message;

/// How an export ended.
#[derive(Debug)]
pub(super) enum ExportEnd {
    /// Done, or stopped.
    Done(ExportOutcome),
    /// Nothing was written, because files of these names are there.
    InTheWay { choice: ExportChoice, names: Vec<String> },
    /// It failed after what the outcome names.
    Failed { choice: ExportChoice, outcome: ExportOutcome, why: Message },
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
    /// Writes the files one by one and tells how far it has come. What is written stays, whatever happens to the rest.
    pub(super) fn write(&self, choice: ExportChoice, stop: &AtomicBool, tell: &dyn Fn(ExportProgress)) -> ExportEnd {
        let folder = PathBuf::from(choice.folder.trim());
        let editions = self.release.editions.iter().filter(|edition| choice.langs.contains(&edition.lang));
        let wanted: Vec<(&Edition, Format, PathBuf)> = editions
            .flat_map(|edition| choice.formats.iter().map(move |format| (edition, *format)))
            .map(|(edition, format)| (edition, format, folder.join(self.name(&edition.lang, format))))
            .collect();
        let photos = photo_exports(&self.release, &self.photos_wanted(&choice));
        let names = self.in_the_way(&choice, &folder, &wanted, &photos);
        if !names.is_empty() {
            return ExportEnd::InTheWay { choice, names };
        }
        let total = photos.len() + wanted.len();
        let stopped = || stop.load(Ordering::Relaxed);
        let mut outcome = ExportOutcome::default();
        let mut shown = ShownPhotos::new();
        // First, because the pages need to know them.
        for (done, photo) in photos.iter().enumerate() {
            tell(ExportProgress { done, total, name: format!("{}.jpg", photo.name), stopping: stopped() });
            if stopped() {
                outcome.left = total - done;
                return ExportEnd::Done(outcome);
            }
            match self.write_photo(photo, &choice, &folder, &mut outcome) {
                Ok(one) => shown.extend(one),
                Err(why) => return ExportEnd::Failed { choice, outcome, why },
            }
        }
        let mut set: Option<SetEdition<'_>> = None;
        for (done, (edition, format, file)) in wanted.iter().enumerate() {
            let done = photos.len() + done;
            let name = name_of(file);
            tell(ExportProgress { done, total, name: name.clone(), stopping: stopped() });
            let set = match &mut set {
                Some(set) if set.edition.lang == edition.lang => set,
                other => other.insert(self.set(edition)),
            };
            let written = if stopped() {
                None
            } else {
                Some(set.export(*format, choice.lines, choice.source, Some(&shown), &stopped))
            };
            match written {
                // What was given up because of the wish to stop is no fault.
                Some(Err(_)) | None if stopped() => {
                    outcome.left = total - done;
                    break;
                }
                None => {}
                Some(Err(why)) => return ExportEnd::Failed { choice, outcome, why },
                Some(Ok(exported)) => {
                    if let Err(error) = newsroom::write_export(file, &exported.bytes, choice.replace) {
                        return ExportEnd::Failed { choice, outcome, why: error.message() };
                    }
                    let of_this =
                        |warning| Message::new("warning-in-file").with("file", name.as_str()).with("warning", warning);
                    outcome.warnings.extend(exported.warnings.into_iter().map(of_this));
                    outcome.files.push(file.clone());
                }
            }
        }
        ExportEnd::Done(outcome)
    }

    fn photos_wanted(&self, choice: &ExportChoice) -> PhotosWanted {
        let mut shown = BTreeSet::new();
        if choice.formats.iter().any(|format| format.carries_photos()) {
            for edition in self.release.editions.iter().filter(|edition| choice.langs.contains(&edition.lang)) {
                let story = set(&self.release, edition, self.houses.of(&edition.lang));
                shown.extend(story.figures().map(|(_, figure)| figure.photo));
            }
        }
        PhotosWanted { sent: choice.photos, shown, single_file: choice.single_file, ..PhotosWanted::default() }
    }

    /// The names of what is already there; the photos stand under the name of their folder.
    fn in_the_way(
        &self,
        choice: &ExportChoice,
        folder: &Path,
        wanted: &[(&Edition, Format, PathBuf)],
        photos: &[PhotoExport<'_>],
    ) -> Vec<String> {
        let is_there = |file: &Path| !choice.replace && file.symlink_metadata().is_ok();
        let mut names: Vec<String> =
            wanted.iter().filter(|(_, _, file)| is_there(file)).map(|(_, _, file)| name_of(file)).collect();
        if photos.iter().flat_map(|photo| photo.files(&self.stem)).any(|file| is_there(&folder.join(file))) {
            names.push(photo_folder(&self.stem));
        }
        names
    }

    /// Writes the files of one photo; gives what the pages show of it.
    fn write_photo(
        &self,
        photo: &PhotoExport<'_>,
        choice: &ExportChoice,
        folder: &Path,
        outcome: &mut ExportOutcome,
    ) -> Result<ShownPhotos, Message> {
        let id = photo.photo.id;
        let elsewhere = self.waiting_photos.get(&id).map(PathBuf::as_path);
        let sizes = match photo.ready(&self.release, self.folder.as_deref(), elsewhere) {
            Ok(sizes) => sizes,
            Err(why) if choice.photos => {
                let file = photo.photo.file.as_str();
                return Err(Message::new("error-export-photos").with("file", file).with("why", why));
            }
            Err(why) => return Ok(ShownPhotos::from([(id, Err(why))])),
        };
        let mut exports = Exports::new(choice.replace);
        let written = photo.written(&self.stem, &sizes);
        let add = |(file, bytes): &(PathBuf, &[u8])| exports.add_photo(folder, file, bytes);
        written.iter().try_for_each(add).and_then(|()| exports.finish()).map_err(|error| error.message())?;
        let photo_folder = photo_folder(&self.stem);
        if !written.is_empty() && outcome.files.is_empty() {
            outcome.files.push(folder.join(&photo_folder));
        }
        let shown = match (photo.shown, choice.single_file) {
            (false, _) => None,
            (true, true) => ShownPhoto::inside(&sizes),
            (true, false) => ShownPhoto::beside(&photo_folder, &photo.name, &sizes),
        };
        Ok(shown.map(|shown| (id, Ok(shown))).into_iter().collect())
    }

    fn name(&self, lang: &Lang, format: Format) -> String {
        format!("{}.{lang}.{}", self.stem, format.extension())
    }

    fn set<'a>(&'a self, edition: &'a Edition) -> SetEdition<'a> {
        let house = self.houses.of(&edition.lang);
        let story = set(&self.release, edition, house);
        SetEdition { exporting: self, edition, story, letterhead: &house.letterhead, material: None }
    }

    /// Writes the PDF of one edition where the system keeps what is not kept, and shows it in the system's viewer, which
    /// prints.
    pub(super) fn print(&self, lang: &Lang) -> Result<PathBuf, Message> {
        let Some(edition) = self.release.edition(lang) else { return Err(Message::new("print-nothing")) };
        let folder = std::env::temp_dir().join("dateline-print");
        let name = self.name(lang, Format::Pdf);
        sweep(&folder);
        let exported = self.set(edition).export(Format::Pdf, Lines::default(), false, None, &|| false)?;
        // A viewer may still hold the last one open, so each has a folder of its own.
        let file = folder.join(fresh_id().simple().to_string()).join(name);
        newsroom::write_export(&file, &exported.bytes, true).map_err(|error| error.message())?;
        let unopened = |_| Message::new("print-no-viewer").with("path", file.display().to_string());
        opener::open(&file).map_err(unopened)?;
        Ok(file)
    }
}

/// One edition in reading order, with the pictures that its pages show.
struct SetEdition<'a> {
    exporting: &'a Exporting,
    edition: &'a Edition,
    story: Story,
    letterhead: &'a Letterhead,
    /// Made ready when the first pages ask for it.
    material: Option<Material>,
}

impl SetEdition<'_> {
    fn export(
        &mut self,
        format: Format,
        lines: Lines,
        source: bool,
        photos: Option<&ShownPhotos>,
        stopped: &(dyn Fn() -> bool + Send + Sync),
    ) -> Result<export::Exported, Message> {
        let Exporting { release, folder, waiting_photos, .. } = self.exporting;
        if format.shows_pages() && self.material.is_none() {
            let place = |file: &str| {
                let photo = release.photos.iter().find(|photo| photo.file == file)?;
                waiting_photos.get(&photo.id).cloned()
            };
            let folder = folder.as_deref();
            self.material = Some(newsroom::material(&self.story, self.letterhead, Resolution::Print, folder, &place));
        }
        let source = match (source, format) {
            (true, Format::Pdf) => Some(newsroom::release_text(release).map_err(|error| error.message())?),
            (true, Format::Markdown | Format::Text | Format::Html | Format::Png) | (false, _) => None,
        };
        let nothing = Material::default();
        let begun = Instant::now();
        let options = Options {
            lines,
            letterhead: self.letterhead,
            material: self.material.as_ref().unwrap_or(&nothing),
            source: source.as_ref().map(String::as_bytes),
            photos,
            give_up: &|| stopped() || begun.elapsed() > pages::PATIENCE,
            ..Options::default()
        };
        export::export(&self.story, format, &options).map_err(|error| error.message())
    }
}

fn name_of(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
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
