//! A photo's bytes made ready for a page that leaves the house, and the words that travel inside them.
//!
//! Reads the words that a photo brings along, and writes those that go out with it: [`words_in`] and [`with_words`].
//!
//! Gets bytes and gives back bytes; where they lie and when the work is done is not decided here. What a file is, is told
//! by its first bytes and never by its name. Nothing that the pixels do not need comes out again: no place, no camera, no
//! owner, no thumbnail, no bytes behind the end.

mod colour;
mod eighth;
mod error;
mod jpeg;
mod kind;
mod pixels;
mod reduced;
mod rendition;
mod small;
mod svg;
mod tags;
mod words;

use std::fmt;
use std::sync::Arc;

use image::metadata::Orientation;

use jpeg::Jpeg;
use kind::Kind;

use crate::release::PhotoEdit;

pub use error::PhotoError;
pub use rendition::{Rendered, Rendition, renditions};
pub use small::{PREVIEW_HEAD, Pixels, embedded_preview, thumbnail, thumbnail_cost};
pub use words::{Cut, IimField, Labelled, PhotoWords, cut_by_iim, headlines, with_words, words_in};

/// A picture that may leave the house: upright, sRGB, 8 bit, no larger than asked, without any metadata.
#[derive(Clone, PartialEq)]
pub struct Picture {
    /// The file, byte for byte.
    pub bytes: Arc<[u8]>,
    /// What the bytes are.
    pub format: PictureFormat,
    /// Its width. A drawing has no pixels: it gets the largest size of its ratio that was asked for.
    pub width_px: u32,
    /// Its height, in the same way.
    pub height_px: u32,
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Picture { bytes, format, width_px, height_px } = self;
        write!(f, "Picture({format:?}, {width_px} × {height_px} px, {} bytes)", bytes.len())
    }
}

/// What a picture that leaves the house can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// Photos.
    Jpeg,
    /// Transparent pictures and flat graphics.
    Png,
    /// Drawings.
    Svg,
}

impl PictureFormat {
    /// How names of such files end.
    pub fn ending(self) -> &'static str {
        match self {
            PictureFormat::Jpeg => "jpg",
            PictureFormat::Png => "png",
            PictureFormat::Svg => "svg",
        }
    }
}

/// The size of the upright picture, from its head alone.
///
/// # Errors
/// The bytes are no photo that is known here, or their head is broken.
pub fn size_px(bytes: &[u8]) -> Result<(u32, u32), PhotoError> {
    let (size, orientation) = match kind::of(bytes)? {
        Kind::Jpeg => {
            let head = jpeg::Head::read(bytes)?;
            (head.size_px(), head.orientation())
        }
        Kind::Png => pixels::head(pixels::png(bytes)?),
        Kind::Webp => pixels::head(pixels::webp(bytes)?),
        Kind::Tiff => pixels::head(pixels::tiff(bytes)?),
        Kind::Svg => return Err(PhotoError::Drawing),
    };
    Ok(upright_size(size, orientation))
}

/// Makes a photo ready: no larger than `most_px` (width, height; a smaller one stays as it is, the ratio is kept).
///
/// A JPEG whose pixels are right as they are is not coded again: it keeps its pixels to the bit and loses all else.
///
/// # Errors
/// The bytes are no photo that is known here, are cut off or broken, or hold more pixels than memory is given for.
pub fn for_page(bytes: &[u8], most_px: (u32, u32)) -> Result<Picture, PhotoError> {
    edited(bytes, &PhotoEdit::default(), most_px)
}

/// Makes what is shown of a photo ready, as [`for_page`] does: turned, cut, then no larger than asked.
///
/// # Errors
/// As [`for_page`].
pub fn edited(bytes: &[u8], edit: &PhotoEdit, most_px: (u32, u32)) -> Result<Picture, PhotoError> {
    match kind::of(bytes)? {
        Kind::Jpeg => {
            let photo = Jpeg::read(bytes)?;
            match photo.as_it_is(most_px).filter(|_| edit.is_nothing()) {
                Some(picture) => Ok(picture),
                None => {
                    let size = upright_size(photo.head.size_px(), photo.head.orientation());
                    pixels::from_jpeg_reduced(&photo, edit.whole_px(size, most_px))?.ready(edit, most_px)
                }
            }
        }
        Kind::Png => pixels::from_png(bytes)?.ready(edit, most_px),
        Kind::Webp => pixels::from_webp(bytes)?.ready(edit, most_px),
        Kind::Tiff => pixels::from_tiff(bytes)?.ready(edit, most_px),
        Kind::Svg => Err(PhotoError::Drawing),
    }
}

/// Makes a house's logo ready: a photo's formats as [`for_page`] does, SVG after a look at what it holds.
///
/// An SVG that could reach for anything outside itself, or keep a machine busy for ever, is refused; comments and what
/// drawing programs note about themselves are taken out.
///
/// # Errors
/// As [`for_page`], or the SVG holds what a logo has no need of.
pub fn logo(bytes: &[u8], most_px: (u32, u32)) -> Result<Picture, PhotoError> {
    match kind::of(bytes)? {
        Kind::Svg => svg::logo(bytes, most_px),
        Kind::Jpeg | Kind::Png | Kind::Webp | Kind::Tiff => for_page(bytes, most_px),
    }
}

/// The size after turning.
fn upright_size((width, height): (u32, u32), orientation: Orientation) -> (u32, u32) {
    match orientation {
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH => {
            (height, width)
        }
        Orientation::NoTransforms
        | Orientation::Rotate180
        | Orientation::FlipHorizontal
        | Orientation::FlipVertical => (width, height),
    }
}

/// The largest size of the same ratio within `most`; never larger than it was, never nothing.
fn fitted((width, height): (u32, u32), most: (u32, u32)) -> (u32, u32) {
    if width <= most.0 && height <= most.1 { (width, height) } else { filling((width, height), most) }
}

/// The largest size of this ratio within `most`, be it smaller or larger.
fn filling((width, height): (u32, u32), most: (u32, u32)) -> (u32, u32) {
    let [width, height, most_width, most_height] = [width, height, most.0, most.1].map(|px| u64::from(px.max(1)));
    // Rounded to the nearest; a line of 30,000 by 2 pixels stays a line.
    let part = |of: u64, by: u64| ((2 * of + by) / (2 * by)).max(1);
    let (fit_width, fit_height) = if width * most_height >= height * most_width {
        (most_width, part(height * most_width, width))
    } else {
        (part(width * most_height, height), most_height)
    };
    (u32::try_from(fit_width).unwrap_or(u32::MAX), u32::try_from(fit_height).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_fits_and_keeps_its_ratio() {
        assert_eq!(fitted((6000, 4000), (2008, 9999)), (2008, 1339));
        assert_eq!(fitted((4000, 6000), (2008, 1004)), (669, 1004));
        assert_eq!(fitted((30_000, 2), (2008, 2008)), (2008, 1));
        assert_eq!(fitted((300, 200), (2008, 2008)), (300, 200));
        assert_eq!(fitted((u32::MAX, u32::MAX), (u32::MAX - 1, 7)), (7, 7));
        assert_eq!(fitted((300, 200), (0, 0)), (1, 1));
        assert_eq!(filling((3, 2), (600, 600)), (600, 400));
    }

    #[test]
    fn a_picture_shows_itself_without_its_bytes() {
        let picture = Picture { bytes: Arc::from([7; 3]), format: PictureFormat::Png, width_px: 2, height_px: 1 };
        assert_eq!(format!("{picture:?}"), "Picture(Png, 2 × 1 px, 3 bytes)");
    }
}
