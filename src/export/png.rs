//! The first page as a picture, for a web site or a chat.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

use super::{ExportError, Exported, Options, pdf};
use crate::story::Story;

pub(super) fn write(story: &Story, options: &Options<'_>) -> Result<Exported, ExportError> {
    let pages = pdf::set(story, options)?;
    let (width_pt, _) = pages.size_pt(0).ok_or(ExportError::Fault)?;
    let pixels = pages.pixels(0, options.width_px as f32 / width_pt).ok_or(ExportError::Fault)?;
    // Paper is white all over: the fourth byte says nothing.
    let rgb: Vec<u8> = pixels.rgba.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive)
        .write_image(&rgb, pixels.width, pixels.height, ExtendedColorType::Rgb8)
        .map_err(|_| ExportError::Fault)?;
    Ok(Exported { bytes, warnings: Vec::new() })
}
