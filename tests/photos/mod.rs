//! Pictures made for the tests, and what belongs to files of their kinds.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "a test may stop")]

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, RgbImage};

/// A picture with soft and hard edges, another in each corner.
pub fn scene(width: u32, height: u32) -> DynamicImage {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let wave = (f64::from(x * 7 + y * 3) / 11.0).sin() * 40.0 + 100.0;
        let noise = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) >> 5 & 15;
        image::Rgb([wave as u8 + noise as u8, (255 * x / width) as u8, (255 * y / height) as u8])
    });
    picture.into()
}

pub fn jpeg(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 90)).unwrap();
    bytes
}

pub fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

pub fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).unwrap()
}
