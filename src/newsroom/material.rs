//! Logo and photos for a page, read from where they lie and made ready to leave the house.

use std::path::{Path, PathBuf};

use super::error::visible;
use super::houses::house_folders;
use super::names::is_plain_name;
use super::photos::LARGEST_PHOTO;
use super::{PHOTOS_FOLDER, read_bytes};
use crate::house::Letterhead;
use crate::pages::{Material, Print, Resolution, Shown, photos_of};
use crate::photo_file::Picture;
use crate::story::Story;
use crate::words::Message;

/// A logo of more bytes is no logo.
const LARGEST_LOGO: u64 = 16 << 20;

/// What the pages of a story need besides words. `folder` is the release's; `photo` gives the place of a photo that
/// lies elsewhere.
///
/// What cannot be read or shown is told in its place: the preview shows the reason, an export stops at it.
pub fn material(
    story: &Story,
    letterhead: &Letterhead,
    resolution: Resolution,
    folder: Option<&Path>,
    photo: &dyn Fn(&str) -> Option<PathBuf>,
) -> Material {
    let photos = photos_of(story).into_iter().map(|(name, shown)| {
        let place = photo(&name).or_else(|| Some(folder?.join(PHOTOS_FOLDER).join(&name)));
        let ready = match place {
            Some(place) => print(&place, shown, letterhead, resolution),
            None => Err(Message::new("error-photo-gone")),
        };
        (name, ready)
    });
    let logo = || logo(&logo_file(letterhead, folder)?, letterhead);
    Material { photos: photos.collect(), logo: (!letterhead.logo.is_empty()).then(logo) }
}

/// One photo, ready for its place on the page.
///
/// # Errors
/// Why it cannot be shown and what to do next, in words for the user.
pub fn print(place: &Path, shown: Shown, letterhead: &Letterhead, resolution: Resolution) -> Result<Print, Message> {
    let (doing, next) = (Message::new("error-read-photo"), Message::new("error-photo-larger-next"));
    let bytes = read_bytes(place, LARGEST_PHOTO, &doing, &next).map_err(|error| error.message())?;
    Print::new(&bytes, shown, letterhead, resolution).map_err(|error| error.message())
}

/// Where the house's logo lies: beside the houses of the newsroom.
///
/// # Errors
/// Why it cannot be found and what to do next, in words for the user.
pub fn logo_file(letterhead: &Letterhead, folder: Option<&Path>) -> Result<PathBuf, Message> {
    let name = &letterhead.logo;
    if !is_plain_name(name) {
        return Err(Message::new("error-logo-name").with("name", visible(name)));
    }
    let folders = folder.map(house_folders).unwrap_or_default();
    let there = folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file());
    there.ok_or_else(|| Message::new("error-logo-gone").with("name", visible(name)))
}

/// The logo, ready for the head of a page.
///
/// # Errors
/// Why it cannot be shown and what to do next, in words for the user.
pub fn logo(file: &Path, letterhead: &Letterhead) -> Result<Picture, Message> {
    let (doing, next) = (Message::new("error-read-logo"), Message::new("error-logo-larger-next"));
    let bytes = read_bytes(file, LARGEST_LOGO, &doing, &next).map_err(|error| error.message())?;
    Material::ready_logo(&bytes, letterhead).map_err(|error| {
        let path = visible(&file.to_string_lossy());
        Message::new("error-logo-in-file").with("why", error.message()).with("path", path)
    })
}
