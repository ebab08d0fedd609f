//! What leaves the house with a release's photos: read from where they lie, made ready, and put into a folder of their own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::photos::LARGEST_PHOTO;
use super::{PHOTOS_FOLDER, read_bytes};
use crate::photo_file::{PhotoWords, Rendered, Rendition, headlines, renditions};
use crate::release::{Lang, Photo, PhotoId, Release};
use crate::words::Message;

/// The folder beside a release's exports that holds its photos. `stem` is what the exports are called before language and
/// ending.
pub fn photo_folder(stem: &str) -> String {
    format!("{stem}-photos")
}

/// What an export wants of the photos.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotosWanted {
    /// Each photo of the release as files for newsrooms.
    pub sent: bool,
    /// The photos that web page and Markdown show.
    pub shown: BTreeSet<PhotoId>,
    /// These stand inside the page: nothing lies beside it.
    pub single_file: bool,
    /// Those for a web site have no longer side.
    pub web_px: u32,
}

/// One photo that goes along with an export.
#[derive(Clone, Debug, PartialEq)]
pub struct PhotoExport<'a> {
    /// The photo.
    pub photo: &'a Photo,
    /// What it is called outside, without ending.
    pub name: String,
    /// Stands it on a page?
    pub shown: bool,
    sizes: Vec<Rendition>,
    written: Vec<Rendition>,
    web_px: u32,
}

/// The photos that go along, in the order of the release.
pub fn photo_exports<'a>(release: &'a Release, wanted: &PhotosWanted) -> Vec<PhotoExport<'a>> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for photo in &release.photos {
        // Whoever wrote the release by hand may have given an id twice; the first has it.
        let Some(name) = release.photo_name(photo.id).filter(|_| seen.insert(photo.id)) else { continue };
        let shown = wanted.shown.contains(&photo.id);
        let mut written = BTreeSet::new();
        if wanted.sent {
            written.extend(Rendition::SENT);
        }
        if shown && !wanted.single_file {
            written.extend(Rendition::SHOWN);
        }
        let mut sizes = written.clone();
        if shown && wanted.single_file {
            sizes.insert(Rendition::Web);
        }
        if !sizes.is_empty() {
            let (sizes, written) = (sizes.into_iter().collect(), written.into_iter().collect());
            all.push(PhotoExport { photo, name, shown, sizes, written, web_px: wanted.web_px });
        }
    }
    all
}

impl Default for PhotosWanted {
    fn default() -> Self {
        PhotosWanted { sent: false, shown: BTreeSet::new(), single_file: false, web_px: Rendition::WEB_PX }
    }
}

impl PhotoExport<'_> {
    /// Its files below the folder for exports, such as `bridge-photos/web/2026-11-23-bridge-opens-01.jpg`; a photo that is
    /// small has fewer of them in the end.
    pub fn files(&self, stem: &str) -> Vec<PathBuf> {
        self.written.iter().map(|rendition| self.file(stem, *rendition)).collect()
    }

    fn file(&self, stem: &str, rendition: Rendition) -> PathBuf {
        let (folder, file) = rendition.place(&self.name);
        Path::new(&photo_folder(stem)).join(folder).join(file)
    }

    /// Those of its sizes that are written, and where below the folder for exports.
    pub fn written<'r>(&self, stem: &str, sizes: &'r [Rendered]) -> Vec<(PathBuf, &'r [u8])> {
        let written = sizes.iter().filter(|rendered| self.written.contains(&rendered.rendition));
        written.map(|rendered| (self.file(stem, rendered.rendition), &*rendered.picture.bytes)).collect()
    }

    /// Makes its sizes ready, with its words in all languages of the release.
    ///
    /// `folder` is the release's; `elsewhere` is the place of a photo that does not lie there yet.
    ///
    /// # Errors
    /// Why it cannot be made ready and what to do next, in words for the user.
    pub fn ready(
        &self,
        release: &Release,
        folder: Option<&Path>,
        elsewhere: Option<&Path>,
    ) -> Result<Vec<Rendered>, Message> {
        let photo = self.photo;
        let place = elsewhere.map(Path::to_owned).or_else(|| Some(folder?.join(PHOTOS_FOLDER).join(&photo.file)));
        let Some(place) = place else { return Err(Message::new("error-photo-gone")) };
        let (doing, next) = (Message::new("error-read-photo"), Message::new("error-photo-larger-next"));
        let bytes = read_bytes(&place, LARGEST_PHOTO, &doing, &next).map_err(|error| error.message())?;
        let words = PhotoWords::of(photo, &headlines(release));
        let langs: Vec<Lang> = release.editions.iter().map(|edition| edition.lang.clone()).collect();
        renditions(&bytes, &photo.edit, &words, &langs, &self.sizes, self.web_px).map_err(|error| error.message())
    }
}
