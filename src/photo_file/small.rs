//! Small pictures for the window: what the camera put into the file, or the photo itself, decoded no finer than needed.

use std::fmt;

use image::metadata::Orientation;

use super::jpeg::{Beside, Head, Jpeg};
use super::kind::{self, Kind};
use super::{PhotoError, Picture, pixels};

/// A picture for the window: upright, in sRGB.
#[derive(Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Red, green, blue and alpha of each pixel, 8 bits each, row by row; colours are not multiplied with alpha.
    pub rgba: Vec<u8>,
}

impl Pixels {
    /// The same as a PNG, without any loss.
    ///
    /// # Errors
    /// The pixels do not fill the picture.
    pub fn lossless(&self) -> Result<Picture, PhotoError> {
        pixels::lossless(self)
    }

    /// The same as a file, to be kept: a JPEG, or a PNG where something shows through.
    ///
    /// # Errors
    /// The pixels do not fill the picture.
    pub fn picture(&self) -> Result<Picture, PhotoError> {
        pixels::kept(self)
    }
}

impl fmt::Debug for Pixels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Pixels { width, height, rgba: _ } = self;
        write!(f, "Pixels({width} × {height} px)")
    }
}

/// So many bytes from a photo's beginning hold the camera's preview: EXIF, which carries it, stands first or behind few
/// other words, and has 64 KB at the most.
pub const PREVIEW_HEAD: usize = 256 << 10;

/// The picture that the camera put into the file for a first look, upright.
///
/// The file's first [`PREVIEW_HEAD`] bytes are enough. `None` where there is no such picture, where it is broken, or where
/// its ratio is another than the photo's: then it stands between black bars, or the photo was cropped since.
pub fn embedded_preview(bytes: &[u8]) -> Option<Pixels> {
    if kind::of(bytes) != Ok(Kind::Jpeg) {
        return None;
    }
    let Beside { size_px, orientation, preview } = Beside::read(bytes)?;
    let preview = Jpeg::read(preview).ok()?;
    if !is_of_ratio(preview.head.size_px(), size_px) {
        return None;
    }
    pixels::from_jpeg(&preview).ok()?.lying(orientation).shown((LARGEST_PREVIEW, LARGEST_PREVIEW)).ok()
}

/// A segment of 64 KB holds no larger one that is of use.
const LARGEST_PREVIEW: u32 = 1024;

/// Is a small picture as wide for its height as the large one, but for the rounding to whole pixels?
fn is_of_ratio((width, height): (u32, u32), (photo_width, photo_height): (u32, u32)) -> bool {
    let [width, height, photo_width, photo_height] = [width, height, photo_width, photo_height].map(u64::from);
    let (across, down) = (width * photo_height, height * photo_width);
    // A pixel more or less on either side.
    width <= photo_width && across.abs_diff(down) <= photo_width.max(photo_height)
}

/// A small picture of the photo, no larger than `most_px`; a photo that is smaller keeps its size.
///
/// # Errors
/// As [`for_page`](super::for_page).
pub fn thumbnail(bytes: &[u8], most_px: (u32, u32)) -> Result<Pixels, PhotoError> {
    match kind::of(bytes)? {
        Kind::Jpeg => pixels::from_jpeg_reduced(&Jpeg::read(bytes)?, most_px)?.shown(most_px),
        Kind::Png => pixels::from_png(bytes)?.shown(most_px),
        Kind::Webp => pixels::from_webp(bytes)?.shown(most_px),
        Kind::Tiff => pixels::from_tiff(bytes)?.shown(most_px),
        Kind::Svg => Err(PhotoError::Drawing),
    }
}

/// How many bytes [`thumbnail`] takes at the most while it decodes, as far as the photo's head tells; what is broken takes
/// none.
pub fn thumbnail_cost(bytes: &[u8], most_px: (u32, u32)) -> u64 {
    let cost = || {
        Ok::<_, PhotoError>(match kind::of(bytes)? {
            Kind::Jpeg => pixels::cost_of_reduced(&Head::read(bytes)?, most_px),
            Kind::Png => pixels::cost(&pixels::png(bytes)?, Orientation::NoTransforms, pixels::PNG_COPIES),
            Kind::Webp => pixels::cost(&pixels::webp(bytes)?, Orientation::NoTransforms, pixels::WEBP_COPIES),
            Kind::Tiff => pixels::cost(&pixels::tiff(bytes)?, Orientation::NoTransforms, pixels::TIFF_COPIES),
            Kind::Svg => 0,
        })
    };
    cost().unwrap_or(0)
}
