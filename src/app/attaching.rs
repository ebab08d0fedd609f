//! Pictures on their way into the release: looked at beside the window, with what their files say of them; and their small
//! pictures on their way onto the screen.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{self, ColorImage, Event as Input};
use jiff::Zoned;

use super::App;
use super::picker::PICTURES;
use super::thumbnails::{Look, ThumbnailWish};
use crate::desk::{Found, Open};
use crate::newsroom::{self, PHOTOS_FOLDER};
use crate::photo_file::Pixels;
use crate::release::{Lang, PhotoId};
use crate::ui::PhotoSize;
use crate::words::Message;

/// What a look at pictures has found.
#[derive(Debug, Default)]
pub(super) struct Looked {
    /// These can be attached.
    pub(super) found: Vec<Found>,
    /// So many are in the release already.
    pub(super) twins: usize,
    /// The first that cannot be attached, and why; and how many there are.
    pub(super) refused: Option<(Message, usize)>,
}

/// Looks at pictures, and into folders of them. `there` are the files of those that the release has; `unsaid` is the
/// language of words of which no file says it.
pub(super) fn look_at(paths: Vec<PathBuf>, there: &[(PhotoId, PathBuf)], unsaid: &Lang) -> Looked {
    let mut looked = Looked::default();
    let mut known: Vec<(PhotoId, PathBuf)> = there.to_vec();
    for path in paths.into_iter().flat_map(in_folder) {
        if matches!(newsroom::same_photo(&path, known.iter().cloned()), Ok(Some(_))) {
            looked.twins += 1;
            continue;
        }
        match newsroom::look_at_photo(&path, unsaid) {
            Ok((words, size_px)) => {
                // Which one it will be is not asked here.
                known.push((PhotoId(0), path.clone()));
                looked.found.push(Found { path, words, size_px });
            }
            Err(error) => match &mut looked.refused {
                Some((_, count)) => *count += 1,
                refused @ None => *refused = Some((error, 1)),
            },
        }
    }
    looked
}

/// A picture itself, or the pictures of a folder by their names; what else lies there is nobody's concern.
fn in_folder(path: PathBuf) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(&path) else { return vec![path] };
    let is_picture = |path: &Path| {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        path.is_file() && ending.is_some_and(|ending| PICTURES.contains(&ending.as_str()))
    };
    let pictures: BTreeSet<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    pictures.into_iter().filter(|path| is_picture(path)).collect()
}

/// Keeps a pasted picture as a file until the release is saved.
pub(super) fn keep_pasted(image: &ColorImage, local: Option<&Path>) -> Result<PathBuf, Message> {
    let [width, height] = image.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let rgba = image.pixels.iter().flat_map(egui::Color32::to_srgba_unmultiplied).collect();
    let file = Pixels { width, height, rgba }.lossless().map_err(|error| error.message())?;
    let folder = local.map_or_else(std::env::temp_dir, Path::to_owned).join("pasted");
    sweep(&folder);
    let stamp = Zoned::now().strftime("%Y-%m-%d-%H%M%S").to_string();
    newsroom::keep_beside(&folder, &format!("pasted-{stamp}.png"), &file.bytes).map_err(|error| error.message())
}

/// What was pasted a month ago lies in a release's folder, or nobody wanted it.
fn sweep(folder: &Path) {
    const MONTH: Duration = Duration::from_secs(30 * 24 * 60 * 60);
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.filter_map(Result::ok) {
        let changed = entry.metadata().and_then(|there| there.modified());
        if changed.is_ok_and(|changed| changed.elapsed().is_ok_and(|age| age > MONTH)) {
            // What another user left there stays.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Where a photo lies now: where it waits, else in the release's folder.
fn place(open: &Open, id: PhotoId) -> Option<PathBuf> {
    let in_folder = || {
        let photo = open.release.photo(id)?;
        Some(open.folder.as_ref()?.join(PHOTOS_FOLDER).join(&photo.file))
    };
    open.waiting_photos.get(&id).cloned().or_else(in_folder)
}

impl App {
    /// Has pictures looked at; those that can be attached come back as an event.
    pub(super) fn look_at_photos(&mut self, paths: Vec<PathBuf>) {
        self.desk.question = None;
        let Some(open) = &self.desk.open else { return };
        let there = open.release.photos.iter().filter_map(|photo| Some((photo.id, place(open, photo.id)?))).collect();
        // Words of which nobody says the language stand in the one that is written now.
        self.jobs.look_at_photos(paths, there, open.lang());
    }

    /// Attaches what was found, and says what was not attached.
    pub(super) fn looked_at(&mut self, looked: Looked) {
        let Looked { found, twins, refused } = looked;
        let count = found.len();
        self.with_open(|open| open.attach_photos(found));
        if let Some((error, refused)) = refused {
            self.desk.complain(match refused {
                0 | 1 => error,
                several => {
                    let others = Message::new("photos-refused-too").with("count", several - 1);
                    Message::new("warning-and").with("one", error).with("other", others)
                }
            });
        } else if twins == 0 && count == 0 {
            self.desk.complain(Message::new("photos-none-found"));
        } else if twins > 0 {
            self.desk.say(Message::new("photos-twins").with("count", twins).with("attached", count));
        }
    }

    /// A picture from the clipboard is attached like any other.
    pub(super) fn take_pasted(&mut self, ctx: &egui::Context) {
        let mut pasted = None;
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                let Input::PasteImage(image) = event else { return true };
                pasted.get_or_insert_with(|| Arc::clone(image));
                false
            });
        });
        if let Some(image) = pasted
            && self.desk.open.is_some()
        {
            self.jobs.keep_pasted(image, self.local.clone());
        }
    }

    /// Puts small pictures that are ready onto the screen, and asks for those that somebody would like to see.
    pub(super) fn keep_gallery(&mut self, ctx: &egui::Context) {
        while let Some((ThumbnailWish { path, most_px }, look)) = self.thumbnails.next_look() {
            let Some((wish, _)) = self.looked_for.iter().find(|(_, (there, px))| *there == path && *px == most_px)
            else {
                continue;
            };
            let wish = *wish;
            match look {
                Look::First(pixels) => self.gallery.take(ctx, wish, image(&pixels), true),
                Look::True(Ok(pixels)) => self.gallery.take(ctx, wish, image(&pixels), false),
                Look::True(Err(why)) => self.gallery.fail(wish, why),
            }
            if !self.gallery.is_awaited(wish) {
                self.looked_for.remove(&wish);
            }
            ctx.request_repaint();
        }
    }

    /// Asks for the pictures in sight that are not there.
    pub(super) fn ask_for_photos(&mut self) {
        let wishes = self.gallery.wishes();
        let Some(open) = &self.desk.open else { return };
        let wanted: BTreeMap<(PhotoId, PhotoSize), (PathBuf, (u32, u32))> =
            wishes.iter().filter_map(|(id, size)| Some(((*id, *size), (place(open, *id)?, size.most_px())))).collect();
        if wanted == self.looked_for {
            return;
        }
        let thumbnail =
            |(path, most_px): &(PathBuf, (u32, u32))| ThumbnailWish { path: path.clone(), most_px: *most_px };
        let all: BTreeSet<ThumbnailWish> = wanted.values().map(thumbnail).collect();
        self.thumbnails.keep(|wish| all.contains(wish));
        for wish in &wishes {
            match wanted.get(wish) {
                Some(asked) if self.looked_for.get(wish) != Some(asked) => self.thumbnails.ask(thumbnail(asked)),
                Some(_) => {}
                None => self.gallery.fail(*wish, Message::new("error-photo-gone")),
            }
        }
        self.looked_for = wanted;
    }

    /// Are all pictures in sight there, as far as they can be shown?
    pub fn photos_are_there(&self) -> bool {
        self.looked_for.is_empty()
    }

    /// Another release lies on the desk.
    pub(super) fn clear_gallery(&mut self) {
        self.gallery.clear();
        self.looked_for.clear();
    }
}

fn image(pixels: &Pixels) -> ColorImage {
    let size = [pixels.width, pixels.height].map(|side| side as usize);
    ColorImage::from_rgba_unmultiplied(size, &pixels.rgba)
}
