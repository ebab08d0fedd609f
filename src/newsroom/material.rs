//! Logo and photos for a page, read from where they lie and made ready to leave the house.

use std::path::{Path, PathBuf};

use super::houses::house_folders;
use super::names::is_plain_name;
use super::photos::LARGEST_PHOTO;
use super::{FileError, PHOTOS_FOLDER, read_bytes};
use crate::house::Letterhead;
use crate::pages::{Material, Print, Resolution, Shown, photos_of};
use crate::photo_file::Picture;
use crate::story::Story;

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
            None => Err("Its file is not there; attach it again, or take it out.".into()),
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
pub fn print(place: &Path, shown: Shown, letterhead: &Letterhead, resolution: Resolution) -> Result<Print, String> {
    let bytes = read_bytes(place, LARGEST_PHOTO, "Could not read the photo", "Choose a smaller copy of it.")
        .map_err(|error| error.to_string())?;
    Print::new(&bytes, shown, letterhead, resolution).map_err(|error| error.to_string())
}

/// Where the house's logo lies: beside the houses of the newsroom.
///
/// # Errors
/// Why it cannot be found and what to do next, in words for the user.
pub fn logo_file(letterhead: &Letterhead, folder: Option<&Path>) -> Result<PathBuf, String> {
    let name = &letterhead.logo;
    if !is_plain_name(name) {
        return Err(format!(
            "The house names its logo “{name}”, which is no plain file name. Put it beside the house's file."
        ));
    }
    let folders = folder.map(house_folders).unwrap_or_default();
    let there = folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file());
    there.ok_or_else(|| format!("The house's logo “{name}” is not there. Put it beside the house's file."))
}

/// The logo, ready for the head of a page.
///
/// # Errors
/// Why it cannot be shown and what to do next, in words for the user.
pub fn logo(file: &Path, letterhead: &Letterhead) -> Result<Picture, String> {
    let bytes = read_bytes(file, LARGEST_LOGO, "Could not read the logo", "Choose a smaller one.")
        .map_err(|error: FileError| error.to_string())?;
    Material::ready_logo(&bytes, letterhead).map_err(|error| format!("{error} {}", file.display()))
}
