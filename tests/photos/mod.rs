//! Pictures made for the tests, and what belongs to files of their kinds.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "a test may stop")]

mod jpeg;
mod tagged;

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, RgbImage};

#[allow(unused_imports, reason = "not every test uses all of them")]
pub use jpeg::*;
#[allow(unused_imports, reason = "not every test uses all of them")]
pub use tagged::*;

/// What nobody outside may read.
pub const CANARY: &[u8] = b"CANARY";

/// A picture like a photo: soft waves, slopes and noise, so that no pixel is like its neighbour.
pub fn scene(width: u32, height: u32) -> DynamicImage {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let wave = (f64::from(x * 7 + y * 3) / 11.0).sin() * 40.0 + 100.0;
        let noise = ((x + 31 * y).wrapping_mul(2_654_435_761) >> 28) as u8;
        image::Rgb([wave as u8 + noise, (240 * x / width) as u8 + noise, (240 * y / height) as u8 + noise])
    });
    picture.into()
}

/// Flat colours, as a chart has them.
pub fn chart(width: u32, height: u32) -> DynamicImage {
    let bar = |x: u32, y: u32| if y > height * (x / 16 % 5) / 5 { [20, 90, 160] } else { [255, 255, 255] };
    RgbImage::from_fn(width, height, |x, y| image::Rgb(bar(x, y))).into()
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

pub fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

/// Numbers that look random and are the same in each run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % most.max(1)
    }
}
