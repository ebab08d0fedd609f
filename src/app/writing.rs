//! The files of an export, set and written one by one, and the PDF that is printed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::fresh_id;
use crate::desk::{ExportChoice, ExportOutcome, ExportProgress};
use crate::export::{self, Format, Lines, Options};
use crate::house::{Houses, Letterhead};
use crate::newsroom;
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
        let in_the_way = |file: &Path| !choice.replace && file.symlink_metadata().is_ok();
        let names: Vec<String> =
            wanted.iter().filter(|(_, _, file)| in_the_way(file)).map(|(_, _, file)| name_of(file)).collect();
        if !names.is_empty() {
            return ExportEnd::InTheWay { choice, names };
        }
        let stopped = || stop.load(Ordering::Relaxed);
        let mut outcome = ExportOutcome::default();
        let mut set: Option<SetEdition<'_>> = None;
        for (done, (edition, format, file)) in wanted.iter().enumerate() {
            let name = name_of(file);
            tell(ExportProgress { done, total: wanted.len(), name: name.clone(), stopping: stopped() });
            let set = match &mut set {
                Some(set) if set.edition.lang == edition.lang => set,
                other => other.insert(self.set(edition)),
            };
            let written =
                if stopped() { None } else { Some(set.export(*format, choice.lines, choice.source, &stopped)) };
            match written {
                // What was given up because of the wish to stop is no fault.
                Some(Err(_)) | None if stopped() => {
                    outcome.left = wanted.len() - done;
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
        let exported = self.set(edition).export(Format::Pdf, Lines::default(), false, &|| false)?;
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
