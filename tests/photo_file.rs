//! A photo that leaves the house: its pixels and nothing else, whatever came in.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod photos;

use dateline::photo_file::{PhotoError, Picture, PictureFormat, for_page, logo, size_px};
use image::{DynamicImage, GenericImageView, ImageFormat};
use moxcms::ColorProfile;
use photos::*;

const LARGE: (u32, u32) = (4000, 4000);

fn words(before: &str) -> Vec<u8> {
    [before.as_bytes(), CANARY].concat()
}

fn srgb() -> Vec<u8> {
    [ColorProfile::new_srgb().encode().unwrap(), CANARY.to_vec()].concat()
}

/// A JPEG that carries all that a JPEG can carry.
fn told_jpeg(picture: &DynamicImage, orientation: u16, icc: &[u8]) -> Vec<u8> {
    let plain = jpeg(picture);
    let thumbnail = [b"JFIF\0\x01\x02\0\0\x01\0\x01\x02\x01", CANARY].concat();
    let told = with_segments(
        &plain,
        &[
            segment(0xe0, &thumbnail),
            segment(0xe0, &words("JFXX\0\x10")),
            exif_segment(&exif(orientation, CANARY)),
            segment(0xe1, &words("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>")),
            segment(0xe1, &[words("http://ns.adobe.com/xmp/extension/\0"), vec![b'0'; 40]].concat()),
            icc_segment(icc),
            segment(0xe2, &words("MPF\0II*\0")),
            segment(0xec, &words("Ducky")),
            segment(0xed, &words("Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x06")),
            segment(0xfe, &words("by ")),
            segment(0xf7, CANARY),
            [&adobe_segment(1)[..2], &[0, 20], b"Adobe\0\x64\0\0\0\0\x01", CANARY].concat(),
        ],
    );
    // A second picture, as telephones append it, and then anything.
    [told, jpeg(&scene(8, 8)), CANARY.to_vec()].concat()
}

fn told_png(picture: &DynamicImage, orientation: u16) -> Vec<u8> {
    with_chunks(
        &file(picture, ImageFormat::Png),
        &[
            (b"tEXt", words("Comment\0")),
            (b"iTXt", words("XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta>")),
            (b"zTXt", words("Author\0\0not compressed")),
            (b"eXIf", exif(orientation, CANARY)),
            (b"tIME", vec![7, 234, 11, 23, 18, 0, 0]),
            (b"prVt", CANARY.to_vec()),
        ],
    )
}

fn told_webp(picture: &DynamicImage, orientation: u16) -> Vec<u8> {
    let webp = file(picture, ImageFormat::WebP);
    with_parts(&webp, picture.dimensions(), &srgb(), &exif(orientation, CANARY), &words("<x:xmpmeta>"))
}

fn told_tiff(picture: &DynamicImage, orientation: u16) -> Vec<u8> {
    let (width, height) = picture.dimensions();
    let rgb = picture.to_rgb8();
    tiff(width.try_into().unwrap(), height.try_into().unwrap(), &rgb, orientation, CANARY)
}

fn told(picture: &DynamicImage, orientation: u16) -> [(&'static str, Vec<u8>); 4] {
    [
        ("JPEG", told_jpeg(picture, orientation, &srgb())),
        ("PNG", told_png(picture, orientation)),
        ("WebP", told_webp(picture, orientation)),
        ("TIFF", told_tiff(picture, orientation)),
    ]
}

fn assert_tells_nothing(name: &str, picture: &Picture) {
    let marks: [&[u8]; 14] = [
        CANARY,
        b"Exif",
        b"xmp",
        b"ICC_PROFILE",
        b"MPF",
        b"Photoshop",
        b"8BIM",
        b"Ducky",
        b"JFXX",
        b"tEXt",
        b"iTXt",
        b"eXIf",
        b"tIME",
        b"iCCP",
    ];
    for mark in marks {
        assert!(!holds(&picture.bytes, mark), "{name}: {}", String::from_utf8_lossy(mark));
    }
}

#[test]
fn a_jpeg_that_is_right_keeps_its_pixels_to_the_bit() {
    let comment = segment(0xfe, &words("between scans "));
    let colour = [120, 90, 200];
    // The same without what must go: a decoder may stumble over a comment between scans.
    let photos = [
        ("colour", jpeg(&scene(97, 61)), jpeg(&scene(97, 61))),
        ("grey", jpeg(&scene(97, 61).to_luma8().into()), jpeg(&scene(97, 61).to_luma8().into())),
        ("with all that it can carry", told_jpeg(&scene(97, 61), 1, &srgb()), jpeg(&scene(97, 61))),
        ("progressive", one_colour(0xc2, &colour, &comment), one_colour(0xc2, &colour, &[])),
        ("baseline by hand", one_colour(0xc0, &colour, &comment), one_colour(0xc0, &colour, &[])),
    ];
    for (name, photo, plain) in photos {
        let before = decoded(&plain);
        let picture = for_page(&photo, LARGE).unwrap();
        assert_eq!(picture.format, PictureFormat::Jpeg, "{name}");
        assert_eq!((picture.width_px, picture.height_px), before.dimensions(), "{name}");
        assert!(decoded(&picture.bytes) == before, "{name}: other pixels");
        assert!(picture.bytes.ends_with(&[0xff, 0xd9]), "{name}");
        assert_tells_nothing(name, &picture);
        // Nothing is left to take away.
        assert_eq!(for_page(&picture.bytes, LARGE).unwrap(), picture, "{name}");
    }
}

#[test]
fn nothing_that_was_told_leaves_the_house() {
    for orientation in [1, 6] {
        for most in [LARGE, (40, 40)] {
            for (name, photo) in told(&scene(97, 61), orientation) {
                assert!(holds(&photo, CANARY));
                assert_tells_nothing(name, &for_page(&photo, most).unwrap());
                assert_tells_nothing(name, &logo(&photo, most).unwrap());
            }
            let chart = told_png(&chart(97, 61), orientation);
            let picture = for_page(&chart, most).unwrap();
            assert_eq!(picture.format, PictureFormat::Png);
            assert_tells_nothing("chart", &picture);
        }
    }
}

/// Which corner is red: 0 top left, 1 top right, 2 bottom left, 3 bottom right.
fn red_corner(picture: &DynamicImage) -> usize {
    let (width, height) = picture.dimensions();
    let corners = [(3, 3), (width - 4, 3), (3, height - 4), (width - 4, height - 4)];
    let red = |(x, y): (u32, u32)| {
        let [red, green, blue, _] = picture.get_pixel(x, y).0;
        red > 180 && green < 90 && blue < 90
    };
    let found: Vec<usize> = (0..4).filter(|corner| red(corners[*corner])).collect();
    assert_eq!(found.len(), 1, "one corner is red");
    found[0]
}

#[test]
fn all_eight_orientations_come_out_upright() {
    // Upright it is wide, red in the top left corner and green in the top right one: turned and mirrored differ.
    let mut upright = scene(64, 40).to_rgb8();
    for (corner, colour) in [(0, [230, 20, 20]), (48, [20, 230, 20])] {
        for (x, y) in (0..16).flat_map(|x| (0..16).map(move |y| (x, y))) {
            upright.put_pixel(corner + x, y, image::Rgb(colour));
        }
    }
    let upright = DynamicImage::from(upright);
    // How a camera has stored it, so that the orientation brings it back.
    let stored = |orientation| match orientation {
        2 => upright.fliph(),
        3 => upright.rotate180(),
        4 => upright.flipv(),
        5 => upright.rotate90().fliph(),
        6 => upright.rotate270(),
        7 => upright.rotate270().fliph(),
        8 => upright.rotate90(),
        _ => upright.clone(),
    };
    for orientation in 0..=9 {
        for (name, photo) in told(&stored(orientation), orientation) {
            assert_eq!(size_px(&photo), Ok((64, 40)), "{name} {orientation}");
            for (most, size) in [(LARGE, (64, 40)), ((48, 4000), (48, 30)), ((4000, 20), (32, 20))] {
                let picture = for_page(&photo, most).unwrap();
                assert_eq!((picture.width_px, picture.height_px), size, "{name} {orientation}");
                let pixels = decoded(&picture.bytes);
                assert_eq!(pixels.dimensions(), size, "{name} {orientation}");
                assert_eq!(red_corner(&pixels), 0, "{name} {orientation}");
                let [red, green, ..] = pixels.get_pixel(size.0 - 4, 3).0;
                assert!(green > 180 && red < 90, "{name} {orientation} is mirrored");
            }
        }
    }
}

#[test]
fn sixteen_bits_greys_and_palettes_become_eight_bits_of_srgb() {
    let scene = scene(90, 60);
    let kinds: [(&str, DynamicImage); 4] = [
        ("16 bits", scene.to_rgb16().into()),
        ("16 bits with alpha", scene.to_rgba16().into()),
        ("grey, 16 bits", scene.to_luma16().into()),
        ("grey with alpha", scene.to_luma_alpha8().into()),
    ];
    for (name, kind) in kinds {
        let picture = for_page(&file(&kind, ImageFormat::Png), LARGE).unwrap();
        assert_eq!(picture.format, PictureFormat::Jpeg, "{name}: its alpha is not used");
        let near = decoded(&picture.bytes).to_rgb8();
        let far = near.iter().zip(kind.to_rgb8().iter()).filter(|(a, b)| a.abs_diff(**b) > 40).count();
        assert!(far * 100 < near.len(), "{name}: {far} of {} samples are far off", near.len());
    }
}

fn colour_of(picture: &Picture) -> [u8; 3] {
    let pixels = decoded(&picture.bytes).to_rgb8();
    pixels.get_pixel(pixels.width() / 2, pixels.height() / 2).0
}

fn assert_near(name: &str, found: [u8; 3], wanted: [u8; 3]) {
    assert!(found.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) <= 4), "{name}: {found:?}, not {wanted:?}");
}

#[test]
fn printing_colours_become_those_of_a_screen() {
    // Adobe writes how much ink is left out.
    let inks: [(&str, [u8; 4], [u8; 3]); 4] = [
        ("paper", [255, 255, 255, 255], [255, 255, 255]),
        ("cyan", [0, 255, 255, 255], [0, 255, 255]),
        ("magenta and yellow", [255, 0, 0, 255], [255, 0, 0]),
        ("black", [255, 255, 255, 0], [0, 0, 0]),
    ];
    for (name, ink, screen) in inks {
        let photo = one_colour(0xc0, &ink, &adobe_segment(0));
        let picture = for_page(&photo, LARGE).unwrap();
        assert_eq!(picture.format, PictureFormat::Jpeg);
        assert_near(name, colour_of(&picture), screen);
    }
}

#[test]
fn a_profile_that_is_not_srgb_is_applied_and_left_behind() {
    let mut green = DynamicImage::new_rgb8(40, 40).to_rgb8();
    green.pixels_mut().for_each(|pixel| pixel.0 = [100, 200, 100]);
    let green = DynamicImage::from(green);
    // Adobe RGB (100, 200, 100) reckoned by hand from the primaries: red leaves sRGB and stops at its edge.
    let wide = [ColorProfile::new_adobe_rgb().encode().unwrap(), CANARY.to_vec()].concat();
    let photo = told_jpeg(&green, 1, &wide);
    let picture = for_page(&photo, LARGE).unwrap();
    assert_tells_nothing("Adobe RGB", &picture);
    let found = colour_of(&picture);
    assert!(found[0] < 60 && found[1] > 195, "{found:?}");
    // The camera only names Adobe RGB.
    let interoperability = tags(
        &[(0x8769, 4, 26u32.to_le_bytes().to_vec())],
        &[&b"\x01\0\x01\xa0\x03\0\x01\0\0\0\x02\0\0\0"[..], &[0; 4]].concat(),
    );
    let named = with_segments(&jpeg(&green), &[exif_segment(&interoperability)]);
    assert_near("named Adobe RGB", colour_of(&for_page(&named, LARGE).unwrap()), found);
    // What cannot be read is passed over.
    let broken = with_segments(&jpeg(&green), &[icc_segment(b"no profile")]);
    assert_near("broken profile", colour_of(&for_page(&broken, LARGE).unwrap()), [100, 200, 100]);
}

#[test]
fn transparency_stays_and_what_was_erased_does_not_come_back() {
    let mut picture = scene(60, 40).to_rgba8();
    for (x, _, pixel) in picture.enumerate_pixels_mut() {
        if x < 30 {
            pixel.0 = [1, 2, 3, 0];
        }
    }
    for most in [LARGE, (30, 20)] {
        let photo = file(&picture.clone().into(), ImageFormat::Png);
        let ready = for_page(&photo, most).unwrap();
        assert_eq!(ready.format, PictureFormat::Png);
        let pixels = decoded(&ready.bytes).to_rgba8();
        assert_eq!(pixels.get_pixel(2, 2).0, [0; 4]);
        assert_eq!(pixels.get_pixel(pixels.width() - 2, 2).0[3], 255);
    }
}

#[test]
fn a_chart_stays_sharp_and_a_photo_becomes_a_jpeg() {
    let flat = file(&chart(160, 100), ImageFormat::Png);
    let picture = for_page(&flat, LARGE).unwrap();
    assert_eq!(picture.format, PictureFormat::Png);
    assert!(decoded(&picture.bytes) == decoded(&flat), "other pixels");
    let photo = for_page(&file(&scene(160, 100), ImageFormat::Png), LARGE).unwrap();
    assert_eq!(photo.format, PictureFormat::Jpeg);
}

#[test]
fn a_profile_is_applied_under_transparency() {
    let half = image::RgbaImage::from_pixel(24, 24, image::Rgba([100, 200, 100, 128]));
    let opaque = image::RgbImage::from_pixel(24, 24, image::Rgb([100, 200, 100]));
    let wide = ColorProfile::new_adobe_rgb().encode().unwrap();
    let webp = file(&half.into(), ImageFormat::WebP);
    let picture = for_page(&with_parts(&webp, (24, 24), &wide, &exif(1, CANARY), CANARY), LARGE).unwrap();
    assert_tells_nothing("WebP", &picture);
    assert_eq!(picture.format, PictureFormat::Png);
    let [red, green, blue, alpha] = decoded(&picture.bytes).to_rgba8().get_pixel(12, 12).0;
    assert_eq!(alpha, 128);
    let photo = with_segments(&jpeg(&opaque.into()), &[icc_segment(&wide)]);
    assert_near("opaque", colour_of(&for_page(&photo, LARGE).unwrap()), [red, green, blue]);
    assert!(red < 60, "{red}");
}

#[test]
fn a_grey_profile_moves_greys_and_only_greys() {
    let grey = DynamicImage::from(image::GrayImage::from_pixel(24, 24, image::Luma([128])));
    let linear = [ColorProfile::new_gray_with_gamma(1.0).encode().unwrap(), CANARY.to_vec()].concat();
    let picture = for_page(&told_jpeg(&grey, 1, &linear), LARGE).unwrap();
    assert_tells_nothing("grey", &picture);
    // Half of the light is 188 of 255 in sRGB.
    assert_near("linear grey", colour_of(&picture), [188; 3]);
    let colour = one_colour(0xc0, &[120, 90, 200], &icc_segment(&linear));
    let plain = one_colour(0xc0, &[120, 90, 200], &[]);
    assert_eq!(for_page(&colour, LARGE), for_page(&plain, LARGE));
}

#[test]
fn a_broken_caption_does_not_cost_the_picture() {
    let plain = jpeg(&scene(97, 61));
    let broken = with_segments(
        &plain,
        &[
            segment(0xe1, b"http://ns.adobe.com/xmp/extension/\0short"),
            segment(0xe1, b"Exif\0\0II*\0\xff\xff\xff\xff"),
            segment(0xe2, b"ICC_PROFILE\0\x01"),
            segment(0xed, b"Photoshop 3.0\08BIM\xff\xff\xff\xff\xff\xff"),
            segment(0xee, b"Adobe"),
        ],
    );
    for most in [LARGE, (40, 40)] {
        assert_eq!(for_page(&broken, most), for_page(&plain, most));
    }
}

#[test]
fn the_same_bytes_come_out_each_time() {
    for (_, photo) in told(&scene(97, 61), 8) {
        assert_eq!(for_page(&photo, (50, 50)).unwrap(), for_page(&photo, (50, 50)).unwrap());
    }
}

#[test]
fn wide_and_large_pictures_work_and_a_bomb_does_not() {
    let line = for_page(&file(&chart(30_000, 100), ImageFormat::Png), (2008, 2008)).unwrap();
    assert_eq!((line.width_px, line.height_px), (2008, 7));
    // Heads alone: their pixels would follow.
    let mut bomb = file(&chart(16, 16), ImageFormat::Png);
    bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let bomb = with_right_checksums(bomb);
    assert_eq!(size_px(&bomb), Ok((60_000, 60_000)));
    assert_eq!(for_page(&bomb, LARGE), Err(PhotoError::TooLarge { width: 60_000, height: 60_000 }));
    let mut bomb = told_jpeg(&scene(64, 40), 6, &srgb());
    let frame = bomb.windows(5).position(|window| window == [0xff, 0xc0, 0, 17, 8]).unwrap();
    bomb[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert_eq!(for_page(&bomb, LARGE), Err(PhotoError::TooLarge { width: 65_535, height: 65_535 }));
    // Within bounds, but far more than what follows can fill.
    bomb[frame + 5..frame + 9].copy_from_slice(&[0x20, 0, 0x20, 0]);
    assert!(matches!(for_page(&bomb, LARGE), Err(PhotoError::Broken(_))));
    let bomb = tiff(65_535, 65_535, &[0; 9], 1, CANARY);
    assert_eq!(for_page(&bomb, LARGE), Err(PhotoError::TooLarge { width: 65_535, height: 65_535 }));
}

#[test]
fn what_is_shown_of_a_photo_is_turned_and_cut_and_the_file_stays() {
    use dateline::release::{Crop, PhotoEdit};
    // Red on the left, blue on the right.
    let halves =
        image::RgbImage::from_fn(
            40,
            20,
            |x, _| if x < 20 { image::Rgb([230, 20, 20]) } else { image::Rgb([20, 20, 230]) },
        );
    let mut bytes = Vec::new();
    image::DynamicImage::from(halves).write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    let right_half = Crop { left: 5000, top: 0, width: 5000, height: 10_000 };
    for (edit, size, blue) in [
        (PhotoEdit { crop: Some(right_half), ..PhotoEdit::default() }, (20, 20), true),
        // Turned half round, the left half comes to the right.
        (PhotoEdit { turns: 2, crop: Some(right_half), ..PhotoEdit::default() }, (20, 20), false),
        (PhotoEdit { turns: 5, ..PhotoEdit::default() }, (20, 40), false),
        (PhotoEdit { turns: 3, ..PhotoEdit::default() }, (20, 40), true),
    ] {
        let picture = dateline::photo_file::edited(&bytes, &edit, (1000, 1000)).unwrap();
        assert_eq!((picture.width_px, picture.height_px), size, "{edit:?}");
        assert_eq!(edit.shown_px((40, 20)), size, "{edit:?}");
        let pixel = image::load_from_memory(&picture.bytes).unwrap().to_rgb8()[(2, 2)];
        assert_eq!(pixel[2] > pixel[0], blue, "{edit:?}: {pixel:?}");
    }
}
