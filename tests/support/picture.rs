//! Small pictures to attach.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "a test may stop")]

use std::path::Path;

use image::{ImageFormat, Rgb, RgbImage};

/// Writes a picture of this size, whatever its name ends in; another name makes another picture.
pub fn sized(file: &Path, (width, height): (u32, u32)) {
    let shade = file.to_string_lossy().bytes().fold(7_u8, |shade, byte| shade.wrapping_mul(31).wrapping_add(byte));
    let shade = |x: u32, y: u32| Rgb([shade, (x % 251) as u8, (y % 241) as u8]);
    RgbImage::from_fn(width, height, shade).save_with_format(file, ImageFormat::Png).unwrap();
}

/// A small one.
pub fn write(file: &Path) {
    sized(file, (48, 32));
}
