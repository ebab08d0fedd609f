//! The photos that a web page or Markdown shows: where each of their sizes is found.

use std::collections::BTreeMap;

use base64::prelude::{BASE64_STANDARD, Engine as _};

use crate::photo_file::{Rendered, Rendition};
use crate::release::PhotoId;
use crate::story::Story;
use crate::words::Message;

/// The photos that stand in a file or beside it; where one cannot be shown, why and what to do next.
pub type ShownPhotos = BTreeMap<PhotoId, Result<ShownPhoto, Message>>;

/// A photo in one size or several.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownPhoto {
    /// The largest.
    pub(super) best: Size,
    /// Those that are smaller, each narrower than the one before.
    pub(super) smaller: Vec<Size>,
    /// Is it inside the file?
    pub(super) inside: bool,
}

/// One size of a photo.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Size {
    /// Fit for an attribute and for a list of addresses: plain letters, without blanks and commas.
    pub(super) address: String,
    pub(super) width_px: u32,
    pub(super) height_px: u32,
}

impl ShownPhoto {
    /// A photo whose files lie in the folder of photos beside the page. `name` is what they are called.
    ///
    /// `None` where there is no size of it.
    pub fn beside(photo_folder: &str, name: &str, sizes: &[Rendered]) -> Option<ShownPhoto> {
        let address = |rendition: Rendition| {
            let (folder, file) = rendition.place(name);
            [photo_folder, folder, &file].map(encoded).join("/")
        };
        let mut sizes: Vec<Size> = shown(sizes).map(|rendered| size(rendered, address(rendered.rendition))).collect();
        sizes.sort_by_key(|size| std::cmp::Reverse(size.width_px));
        // A small original has one size only.
        sizes.dedup_by_key(|size| size.width_px);
        let mut sizes = sizes.into_iter();
        Some(ShownPhoto { best: sizes.next()?, smaller: sizes.collect(), inside: false })
    }

    /// A photo inside the page, in the largest of these sizes.
    pub fn inside(sizes: &[Rendered]) -> Option<ShownPhoto> {
        let largest = shown(sizes).max_by_key(|rendered| rendered.picture.width_px)?;
        let address = format!("data:image/jpeg;base64,{}", BASE64_STANDARD.encode(&*largest.picture.bytes));
        Some(ShownPhoto { best: size(largest, address), smaller: Vec::new(), inside: true })
    }
}

fn shown(sizes: &[Rendered]) -> impl Iterator<Item = &Rendered> {
    sizes.iter().filter(|rendered| Rendition::SHOWN.contains(&rendered.rendition))
}

fn size(Rendered { picture, rendition: _ }: &Rendered, address: String) -> Size {
    Size { address, width_px: picture.width_px, height_px: picture.height_px }
}

/// What a story shows and cannot be shown, in the user's words.
pub(super) fn left_out(story: &Story, photos: Option<&ShownPhotos>) -> Vec<Message> {
    let Some(photos) = photos else { return Vec::new() };
    let why = |id: &PhotoId| match photos.get(id) {
        Some(Ok(_)) => None,
        Some(Err(why)) => Some(why.clone()),
        None => Some(Message::new("error-photo-gone")),
    };
    let mut told = Vec::new();
    for (_, figure) in story.figures() {
        if let Some(why) = why(&figure.photo) {
            let warning = Message::new("warning-photo-left-out").with("file", figure.file.as_str()).with("why", why);
            if !told.contains(&warning) {
                told.push(warning);
            }
        }
    }
    told
}

/// A part of an address: all but plain letters and digits with percent signs.
fn encoded(part: &str) -> String {
    let mut address = String::with_capacity(part.len());
    for byte in part.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => address.push(byte.into()),
            _ => address += &format!("%{byte:02X}"),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_plain_letters_only() {
        assert_eq!(encoded("Мост, 1%.jpg"), "%D0%9C%D0%BE%D1%81%D1%82%2C%201%25.jpg");
    }
}
