//! Putting a release on the desk: from its folder, new, as the sample, or as it was when the program ended.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::fresh_id;
use crate::desk::Open;
use crate::newsroom::{self, Claim, FileError, Fingerprint, Journal, Recovered};
use crate::release::{Embargo, Lang, Release, Status};

/// A release that lies ready.
#[derive(Debug)]
pub struct Opened {
    /// As it goes onto the desk.
    pub open: Open,
    /// Where what is typed into it is written down.
    pub journal: Option<Journal>,
    /// Words were found that are not in its file.
    pub found: Option<FoundWords>,
}

/// Words that were found in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundWords {
    /// They go on where the file ends.
    Newer,
    /// Somebody else has changed the file since.
    Beside,
}

/// A new release in one language.
///
/// # Errors
/// A house of this language cannot be read.
pub fn new_release(today: Date, lang: Lang, local: Option<&Path>) -> Result<Opened, FileError> {
    let release = Release::new(fresh_id(), today, lang.clone());
    let houses = newsroom::houses_for(&release, None)?;
    let open = Open::blank(release.id, today, lang, houses, newsroom::house_names(None));
    Ok(with_fresh_journal(open, local))
}

/// A release of today, with the words and photos of another; it has no folder of its own until it is saved.
///
/// # Errors
/// As [`newsroom::open`].
pub fn copy(folder: &Path, today: Date, local: Option<&Path>) -> Result<Opened, FileError> {
    let mut release = newsroom::open(folder)?;
    release.id = fresh_id();
    release.issued = today;
    release.embargo = Embargo::None;
    release.status = Status::Draft;
    let houses = newsroom::houses_for(&release, Some(folder))?;
    let photos = newsroom::release_folder(folder).join(newsroom::PHOTOS_FOLDER);
    let mut open = Open::new(release, None, houses, newsroom::house_names(Some(folder)));
    open.waiting_photos = open.release.photos.iter().map(|photo| (photo.id, photos.join(&photo.file))).collect();
    Ok(with_fresh_journal(open, local))
}

/// Opens a release; words that were typed into it and did not reach its file come with it.
///
/// # Errors
/// As [`newsroom::open`].
pub fn open(path: &Path, local: Option<&Path>) -> Result<Opened, FileError> {
    let (release, seen) = newsroom::open_as_it_is(path)?;
    let folder = newsroom::release_folder(path);
    if newsroom::is_pdf(path) {
        return Ok(with_fresh_journal(from_pdf(release, &folder)?, local));
    }
    // "." has no name of its own, and the working folder may change.
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    let houses = newsroom::houses_for(&release, Some(&folder))?;
    let house_names = newsroom::house_names(Some(&folder));
    let id = release.id;
    let mut open = Open::new(release, Some(folder.clone()), houses, house_names);
    open.seen = Some(seen);
    // A copy beside the release's file has no journal; what is typed into it is written down as the release's.
    let is_release_file = newsroom::release_file(path) == newsroom::release_file(&newsroom::release_folder(path));
    let found = local.filter(|_| is_release_file).map(|local| newsroom::recover(local, id, Some(&folder)));
    Ok(match found {
        Some(Ok(Ok(recovered))) => with_words(open, recovered, seen),
        Some(Ok(Err(claim))) => with_journal(open, claim),
        // The first note says what is wrong with the local folder.
        Some(Err(_)) | None => with_fresh_journal(open, local),
    })
}

/// Of what the journal holds, what the file does not have.
fn with_words(mut open: Open, recovered: Recovered, seen: Fingerprint) -> Opened {
    // A program that is killed while it saves does not come to say that it has saved.
    let is_same_file = recovered.seen == Some(seen) || recovered.on_its_way.as_ref() == Some(&open.release);
    let is_same_text = *recovered.states.present == open.release;
    if !is_same_text && !is_same_file && recovered.saved {
        // Somebody else has gone on with it since it was saved here.
        return with_journal(open, recovered.into_claim());
    }
    let found = match (is_same_text, is_same_file) {
        (true, _) => None,
        (false, true) => Some(FoundWords::Newer),
        (false, false) => Some(FoundWords::Beside),
    };
    if found == Some(FoundWords::Beside) {
        // With this, their words are kept beside ours when it is saved.
        open.seen = recovered.seen;
    }
    open.go_on_with(recovered.states.clone());
    open.waiting_photos = recovered.waiting.clone();
    let journal = Some(Journal::resume(recovered));
    Opened { open, journal, found }
}

/// What was being written when the program ended, as it was then.
pub fn unfinished(local: &Path) -> Option<Opened> {
    let recovered = newsroom::unfinished(local)?;
    let folder = recovered.folder.clone();
    // A program that is killed while it saves for the first time has made the file, and does not come to say where it is.
    let going_to = recovered.going_to.clone().filter(|_| folder.is_none());
    let is_own = |release: &Release| match &going_to {
        Some(_) => recovered.on_its_way.as_ref() == Some(release),
        None => release.id == recovered.states.present.id,
    };
    if let Some(folder) = folder.as_ref().or(going_to.as_ref())
        && let Ok((release, seen)) = newsroom::open_as_it_is(folder)
        && is_own(&release)
    {
        let houses = newsroom::houses_for(&release, Some(folder)).unwrap_or_default();
        let mut open = Open::new(release, Some(folder.clone()), houses, newsroom::house_names(Some(folder)));
        open.seen = Some(seen);
        return Some(with_words(open, recovered, seen));
    }
    // Its folder is away, or it never had one: what was typed is here all the same.
    let release = (*recovered.states.present).clone();
    let houses = newsroom::houses_for(&release, folder.as_deref()).unwrap_or_default();
    let mut open = Open::new(release, folder, houses, newsroom::house_names(recovered.folder.as_deref()));
    (open.saved, open.seen) = (None, recovered.seen);
    open.go_on_with(recovered.states.clone());
    open.waiting_photos = recovered.waiting.clone();
    let found = (!open.history.is_untouched(&open.release)).then_some(FoundWords::Newer);
    Some(Opened { open, journal: Some(Journal::resume(recovered)), found })
}

fn with_fresh_journal(open: Open, local: Option<&Path>) -> Opened {
    let claim = local.and_then(|local| Claim::fresh(local, open.release.id, open.folder.as_deref()).ok());
    match claim {
        Some(claim) => with_journal(open, claim),
        None => Opened { open, journal: None, found: None },
    }
}

fn with_journal(open: Open, claim: Claim) -> Opened {
    let states = open.history.states().clone();
    let journal = Journal::new(claim, open.folder.clone(), open.seen, states, open.waiting_photos.clone());
    Opened { open, journal: Some(journal), found: None }
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
pub(super) fn sample(local: Option<&Path>) -> Result<Opened, FileError> {
    let folder = std::env::temp_dir().join(format!("dateline-sample-{}", fresh_id().simple()));
    newsroom::sample(&folder)?;
    let Opened { mut open, .. } = self::open(&folder, None)?;
    let photos = folder.join(newsroom::PHOTOS_FOLDER);
    let waiting: BTreeMap<_, PathBuf> =
        open.release.photos.iter().map(|photo| (photo.id, photos.join(&photo.file))).collect();
    open.waiting_photos = waiting;
    (open.folder, open.saved, open.seen) = (None, None, None);
    Ok(with_fresh_journal(open, local))
}
