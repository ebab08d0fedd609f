//! A JPEG at a half or a quarter of its size: each block of 64 pixels becomes one of 16 or 4, and the whole photo is never
//! in the memory.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::{DynamicImage, GrayImage, RgbImage};
use jpeg_decoder::{ColorTransform, Decoder, PixelFormat};

use super::jpeg::{Components, Head, Jpeg};
use super::pixels::cost_of_pixels;

/// How much smaller than it is a JPEG can be decoded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reduction {
    /// See [`super::eighth`].
    Eighth,
    /// At a half, or a quarter.
    Half,
    /// Only in full.
    None,
}

impl Reduction {
    /// What is enough for a picture of this size, width and height as they lie in the file.
    pub(super) fn of(head: &Head, wanted: (u32, u32)) -> Self {
        /// What takes no more is decoded in full, by the quicker decoder.
        const SMALL: u64 = 12 << 20;
        let size = head.size_px();
        let is_enough = |part: u32| wanted.0 * part <= size.0 && wanted.1 * part <= size.1;
        if head.components() == Components::Four {
            // Printing colours are the other decoder's business.
            Reduction::None
        } else if is_enough(8) {
            Reduction::Eighth
        } else if is_enough(2) && cost_of_pixels(size, 3) > SMALL {
            Reduction::Half
        } else {
            Reduction::None
        }
    }

    /// How many bytes decoding takes.
    pub(super) fn cost(self, head: &Head) -> u64 {
        let size = head.size_px();
        let part = |of: u32| (size.0.div_ceil(of), size.1.div_ceil(of));
        match self {
            // Numbers of two bytes, samples, and pixels of them.
            Reduction::Eighth => cost_of_pixels(part(8), 12),
            // The components by themselves, and then as pixels.
            Reduction::Half => head.cosine_bytes() + cost_of_pixels(part(2), 6),
            Reduction::None => head.cosine_bytes() + cost_of_pixels(size, 3),
        }
    }
}

/// The photo at the smallest of these sizes that is not smaller than `wanted`, width and height as they lie in the file.
///
/// `None` where it cannot be decoded so: whoever decodes it in full then finds words for what is wrong.
pub(super) fn decoded(photo: &Jpeg, wanted: (u32, u32)) -> Option<DynamicImage> {
    let colours = match photo.head.components() {
        Components::Grey => ColorTransform::Grayscale,
        Components::YCbCr => ColorTransform::YCbCr,
        Components::Rgb => ColorTransform::RGB,
        Components::Four => return None,
    };
    let wanted = (u16::try_from(wanted.0).ok()?, u16::try_from(wanted.1).ok()?);
    let bytes = photo.for_decoding();
    // As with the other decoder, a panic costs the picture and not the program.
    let (samples, (width, height), format) = catch_unwind(AssertUnwindSafe(|| {
        let mut decoder = Decoder::new(Cursor::new(&bytes));
        decoder.set_color_transform(colours);
        let (width, height) = decoder.scale(wanted.0, wanted.1).ok()?;
        let samples = decoder.decode().ok()?;
        Some((samples, (u32::from(width), u32::from(height)), decoder.info()?.pixel_format))
    }))
    .ok()
    .flatten()?;
    match format {
        PixelFormat::L8 => GrayImage::from_raw(width, height, samples).map(Into::into),
        PixelFormat::RGB24 => RgbImage::from_raw(width, height, samples).map(Into::into),
        PixelFormat::L16 | PixelFormat::CMYK32 => None,
    }
}

#[cfg(test)]
mod tests {
    use image::codecs::jpeg::JpegEncoder;

    use super::*;

    fn photo(grey: bool) -> Vec<u8> {
        let shade = |x: u32, y: u32| [(x / 12) as u8, (y / 8) as u8, ((x + y) / 20) as u8];
        let picture = RgbImage::from_fn(2400, 1801, |x, y| image::Rgb(shade(x, y)));
        let picture = DynamicImage::from(picture);
        let picture = if grey { picture.into_luma8().into() } else { picture };
        let mut bytes = Vec::new();
        picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 92)).unwrap();
        bytes
    }

    #[test]
    fn half_a_photo_looks_as_the_whole_one_made_half_as_large() {
        for grey in [false, true] {
            let bytes = photo(grey);
            let photo = Jpeg::read(&bytes).unwrap();
            let whole = image::load_from_memory(&bytes).unwrap();
            for (wanted, size) in [((1200, 900), (1200, 901)), ((600, 450), (600, 451)), ((700, 500), (1200, 901))] {
                let small = decoded(&photo, wanted).unwrap();
                assert_eq!((small.width(), small.height()), size);
                assert_eq!(small.color(), whole.color());
                let expected = whole.resize_exact(size.0, size.1, image::imageops::FilterType::Triangle);
                let apart = small.as_bytes().iter().zip(expected.as_bytes()).map(|(a, b)| a.abs_diff(*b)).max();
                assert!(apart < Some(9), "{apart:?}");
            }
        }
    }

    #[test]
    fn a_small_photo_is_decoded_in_full_and_a_large_one_no_finer_than_needed() {
        let bytes = photo(false);
        let head = Head::read(&bytes).unwrap();
        // 2400 × 1801 × 3 bytes are 13 MB.
        assert!(Reduction::of(&head, (1201, 900)) == Reduction::None);
        assert!(Reduction::of(&head, (1200, 900)) == Reduction::Half);
        assert!(Reduction::of(&head, (300, 225)) == Reduction::Eighth);
        assert!(Reduction::Half.cost(&head) * 2 <= Reduction::None.cost(&head) + 20_000);
    }

    #[test]
    fn a_photo_that_breaks_off_is_shown_as_far_as_the_other_decoder_shows_it() {
        let bytes = photo(false);
        let cut = [&bytes[..bytes.len() / 2], &[0xff, 0xd9]].concat();
        let photo = Jpeg::read(&cut).unwrap();
        let whole = super::super::pixels::from_jpeg(&photo);
        assert_eq!(decoded(&photo, (1200, 900)).is_some(), whole.is_ok());
    }
}
