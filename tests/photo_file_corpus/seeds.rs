//! Small sound photos of all kinds, to be broken.

use image::{DynamicImage, ImageFormat};
use moxcms::ColorProfile;

use crate::photos::*;

/// One of each kind, with all that it can carry.
pub(crate) fn all() -> Vec<(&'static str, Vec<u8>)> {
    let picture = scene(48, 32);
    let plain = jpeg(&picture);
    let profile = ColorProfile::new_adobe_rgb().encode().unwrap();
    let webp = file(&picture, ImageFormat::WebP);
    let mut seeds = jpegs();
    seeds.extend([
        ("JPEG", plain),
        ("PNG", file(&picture, ImageFormat::Png)),
        ("PNG with all", told_png(&picture)),
        ("PNG of 16 bits", file(&picture.to_rgba16().into(), ImageFormat::Png)),
        ("WebP", with_parts(&webp, (48, 32), &profile, &exif(5, CANARY), CANARY)),
        ("TIFF by hand", tiff(48, 32, &picture.to_rgb8(), 3, CANARY)),
        ("TIFF", file(&picture, ImageFormat::Tiff)),
    ]);
    seeds
}

/// JPEGs of all kinds.
pub(crate) fn jpegs() -> Vec<(&'static str, Vec<u8>)> {
    let picture = scene(120, 80);
    let profile = ColorProfile::new_adobe_rgb().encode().unwrap();
    let plain = jpeg(&picture);
    let told = [
        exif_segment(&with_preview(&jpeg(&scene(30, 20)))),
        segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'></x:xmpmeta>"),
        icc_segment(&profile),
        segment(0xed, b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x0a\x1c\x02\x78\0\x05words"),
        adobe_segment(1),
    ];
    vec![
        ("JPEG with all", with_segments(&plain, &told)),
        ("JPEG in grey", jpeg(&picture.to_luma8().into())),
        ("JPEG, progressive", one_colour(0xc2, &[120, 90, 200], &[])),
        ("JPEG, CMYK", one_colour(0xc0, &[120, 90, 200, 30], &adobe_segment(2))),
        ("JPEG, RGB", one_colour(0xc0, &[120, 90, 200], &adobe_segment(0))),
        ("JPEG, flat", jpeg(&DynamicImage::new_rgb8(200, 200))),
    ]
}

/// EXIF with a small picture in its second directory.
pub(crate) fn with_preview(preview: &[u8]) -> Vec<u8> {
    let first = exif(6, CANARY);
    let first_end = 8 + 2 + 3 * 12;
    let second_at = u32::try_from(first.len()).unwrap();
    let long = |number: u32| number.to_le_bytes();
    let entries: [&[u8]; 10] = [
        &[2, 0],
        &[1, 2, 4, 0],
        &long(1),
        &long(second_at + 30),
        &[2, 2, 4, 0],
        &long(1),
        &long(u32::try_from(preview.len()).unwrap()),
        &[0; 4],
        preview,
        &[],
    ];
    [&first[..first_end], &long(second_at), &first[first_end + 4..], &entries.concat()].concat()
}

/// A PNG with chunks of all kinds.
pub(crate) fn told_png(picture: &DynamicImage) -> Vec<u8> {
    with_chunks(
        &file(picture, ImageFormat::Png),
        &[
            (b"gAMA", vec![0, 0, 0xb1, 0x8f]),
            (b"cHRM", [0, 0, 0x7a, 0x26].repeat(8)),
            (b"pHYs", vec![0, 0, 11, 18, 0, 0, 11, 18, 1]),
            (b"tEXt", b"Comment\0words".to_vec()),
            (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta>".to_vec()),
            (b"eXIf", exif(6, CANARY)),
        ],
    )
}
