//! Small pictures of photos for the window: what they show, and how they are kept.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod photos;

use std::fs;
use std::path::{Path, PathBuf};

use dateline::newsroom::{Thumbnails, first_look};
use dateline::photo_file::{PhotoError, Pixels, embedded_preview, for_page, thumbnail};
use image::{DynamicImage, GenericImageView, ImageFormat, RgbaImage};
use photos::*;

fn rgb(pixels: &Pixels) -> DynamicImage {
    DynamicImage::from(RgbaImage::from_raw(pixels.width, pixels.height, pixels.rgba.clone()).unwrap())
}

/// How far two pictures are apart, in the mean over all samples.
fn distance(one: &DynamicImage, other: &DynamicImage) -> f64 {
    let (one, other) = (one.to_rgb8(), other.to_rgb8());
    assert_eq!(one.dimensions(), other.dimensions());
    let sum: u64 = one.iter().zip(other.iter()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    sum as f64 / one.len() as f64
}

/// The same through a full decoder.
fn in_full(photo: &[u8], size: (u32, u32)) -> DynamicImage {
    decoded(photo).resize_exact(size.0, size.1, image::imageops::FilterType::Triangle)
}

#[test]
fn an_eighth_shows_what_the_whole_photo_shows() {
    for (width, height) in [(640, 480), (643, 485), (1001, 17)] {
        for (name, picture) in [("colour", scene(width, height)), ("grey", scene(width, height).to_luma8().into())] {
            let photo = jpeg(&picture);
            let small = thumbnail(&photo, (width / 10, height / 10)).unwrap();
            let size = (small.width, small.height);
            assert!(size.0 <= width / 10 && size.1 <= height / 10 && size.0.max(size.1) >= 40, "{size:?}");
            let apart = distance(&rgb(&small), &in_full(&photo, size));
            assert!(apart < 6.0, "{name}, {width} × {height}: {apart}");
        }
    }
}

#[test]
fn colours_at_half_fineness_and_progressive_photos_are_read() {
    // One colour, so that each mistake shows; 16 by 16 pixels become 2 by 2.
    let colour = [120, 90, 200];
    for (name, photo) in [
        ("baseline", one_colour(0xc0, &colour, &[])),
        ("progressive", one_colour(0xc2, &colour, &[])),
        ("grey", one_colour(0xc0, &[120], &[])),
        ("RGB", one_colour(0xc0, &colour, &adobe_segment(0))),
        ("CMYK", one_colour(0xc0, &[120, 90, 200, 30], &adobe_segment(0))),
    ] {
        let small = thumbnail(&photo, (2, 2)).unwrap();
        assert_eq!((small.width, small.height), (2, 2), "{name}");
        let page = for_page(&photo, (2, 2)).unwrap();
        assert!(distance(&rgb(&small), &decoded(&page.bytes)) < 4.0, "{name}: {:?}", small.rgba);
    }
    let halves = two_halves([[120, 90, 200], [60, 140, 110]]);
    let small = thumbnail(&halves, (4, 2)).unwrap();
    assert_eq!((small.width, small.height), (4, 2));
    let whole = decoded(&halves);
    for (small_x, x) in [(0, 3), (3, 28)] {
        let far =
            rgb(&small).get_pixel(small_x, 1).0.iter().zip(whole.get_pixel(x, 8).0).any(|(a, b)| a.abs_diff(b) > 3);
        assert!(!far, "{:?} at {small_x}", small.rgba);
    }
}

#[test]
fn small_pictures_stand_upright_and_in_srgb() {
    let mut picture = scene(640, 400).to_rgb8();
    for (x, y) in (0..160).flat_map(|x| (0..160).map(move |y| (x, y))) {
        picture.put_pixel(x, y, image::Rgb([230, 20, 20]));
    }
    // Stored on its side, as a camera does.
    let stored = DynamicImage::from(picture).rotate270();
    let photo = with_segments(&jpeg(&stored), &[exif_segment(&exif(6, CANARY))]);
    for most in [(64, 64), (300, 300)] {
        let small = thumbnail(&photo, most).unwrap();
        assert_eq!((small.width, small.height), (most.0, (most.0 * 5).div_ceil(8)), "{small:?}");
        assert!(small.rgba[0] > 200 && small.rgba[1] < 60 && small.rgba[3] == 255, "{:?}", &small.rgba[..4]);
    }
    let wide = moxcms::ColorProfile::new_adobe_rgb().encode().unwrap();
    let green = image::RgbImage::from_pixel(320, 320, image::Rgb([100, 200, 100]));
    let small = thumbnail(&with_segments(&jpeg(&green.into()), &[icc_segment(&wide)]), (40, 40)).unwrap();
    assert!(small.rgba[0] < 60, "{:?}", &small.rgba[..4]);
}

#[test]
fn what_shows_through_stays_so_and_other_kinds_work() {
    let mut picture = scene(90, 60).to_rgba16();
    picture.pixels_mut().take(90 * 30).for_each(|pixel| pixel.0[3] = 0);
    let photo = file(&picture.into(), ImageFormat::Png);
    let small = thumbnail(&photo, (30, 30)).unwrap();
    assert_eq!((small.width, small.height), (30, 20));
    assert_eq!(small.rgba[..4], [0; 4]);
    assert_eq!(small.rgba[small.rgba.len() - 1], 255);
    assert!(small.picture().unwrap().bytes.starts_with(b"\x89PNG"));
    for format in [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Tiff] {
        let small = thumbnail(&file(&scene(90, 60), format), (30, 30)).unwrap();
        assert!(small.picture().unwrap().bytes.starts_with(b"\xff\xd8"), "{format:?}");
    }
    let line = thumbnail(&jpeg(&scene(30_000, 100)), (320, 320)).unwrap();
    assert_eq!((line.width, line.height), (320, 1));
    assert_eq!(thumbnail(b"<svg xmlns='http://www.w3.org/2000/svg'/>", (9, 9)), Err(PhotoError::Drawing));
}

/// A photo with a camera's small picture in its EXIF.
fn with_preview(photo: &DynamicImage, preview: &DynamicImage, orientation: u8) -> Vec<u8> {
    let preview = jpeg(preview);
    let length = u32::try_from(preview.len()).unwrap().to_le_bytes();
    let tags = [
        &b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"[..],
        &[orientation, 0, 0, 0],
        b"\x1a\0\0\0\x02\0\x01\x02\x04\0\x01\0\0\0\x38\0\0\0\x02\x02\x04\0\x01\0\0\0",
        &length,
        &[0; 4],
        &preview,
    ];
    with_segments(&jpeg(photo), &[exif_segment(&tags.concat())])
}

#[test]
fn the_cameras_own_picture_is_found_in_the_head_alone() {
    let photo = with_preview(&scene(600, 400), &scene(160, 107), 6);
    let head = &photo[..photo.windows(2).rposition(|mark| mark == [0xff, 0xda]).unwrap()];
    let preview = embedded_preview(head).unwrap();
    assert_eq!((preview.width, preview.height), (107, 160), "upright");
    assert_eq!(embedded_preview(&photo), Some(preview));
}

#[test]
fn a_preview_that_is_not_of_this_photo_is_none() {
    let bars = with_preview(&scene(600, 400), &scene(160, 120), 1);
    assert_eq!(embedded_preview(&bars), None, "between bars");
    let cropped = with_preview(&scene(400, 400), &scene(160, 107), 1);
    assert_eq!(embedded_preview(&cropped), None);
    let mut broken = with_preview(&scene(600, 400), &scene(160, 107), 1);
    let inner = broken.windows(2).rposition(|mark| mark == [0xff, 0xd8]).unwrap();
    broken[inner + 2..inner + 40].fill(0);
    assert_eq!(embedded_preview(&broken), None);
    for other in [jpeg(&scene(60, 40)), file(&scene(60, 40), ImageFormat::Png), Vec::new()] {
        assert_eq!(embedded_preview(&other), None);
    }
}

fn photo_in(folder: &Path, name: &str, side: u32) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, with_preview(&scene(side * 3, side * 2), &scene(150, 100), 1)).unwrap();
    path
}

fn kept(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder.join("thumbnails")).into_iter().flatten();
    let mut files: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn a_small_picture_is_made_once_and_found_again_under_another_name() {
    let folder = tempfile::tempdir().unwrap();
    let photo = photo_in(folder.path(), "a.jpg", 100);
    let thumbnails = Thumbnails::at(Some(folder.path()));
    assert_eq!(thumbnails.get(&photo, (32, 32)), None);
    let made = thumbnails.of(&photo, (32, 32)).unwrap();
    assert_eq!((made.width, made.height), (32, 21));
    assert_eq!(kept(folder.path()).len(), 1);
    let moved = folder.path().join("b.jpeg");
    fs::rename(&photo, &moved).unwrap();
    let found = thumbnails.get(&moved, (32, 32)).unwrap();
    assert!(distance(&rgb(&found), &rgb(&made)) < 6.0);
    // Another size is another picture.
    assert_eq!(thumbnails.get(&moved, (64, 64)), None);
    assert_eq!(first_look(&moved).unwrap().width, 150);
    // Another photo in its place.
    fs::write(&moved, jpeg(&scene(320, 320))).unwrap();
    assert_eq!(thumbnails.get(&moved, (32, 32)), None);
}

#[test]
fn what_is_damaged_or_thrown_away_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let photo = photo_in(folder.path(), "a.jpg", 100);
    let thumbnails = Thumbnails::at(Some(folder.path()));
    let made = thumbnails.of(&photo, (32, 32)).unwrap();
    let file = kept(folder.path()).remove(0);
    let whole = fs::read(&file).unwrap();
    for damaged in [&b""[..], &whole[..whole.len() / 2], b"no picture"] {
        fs::write(&file, damaged).unwrap();
        assert_eq!(thumbnails.get(&photo, (32, 32)), None);
        assert_eq!(thumbnails.of(&photo, (32, 32)).unwrap(), made);
        assert_eq!(fs::read(&file).unwrap(), whole);
    }
    fs::remove_dir_all(folder.path().join("thumbnails")).unwrap();
    assert_eq!(thumbnails.of(&photo, (32, 32)).unwrap(), made);
    assert_eq!(kept(folder.path()), [file]);
}

#[test]
fn the_oldest_go_where_there_is_no_room() {
    let folder = tempfile::tempdir().unwrap();
    let thumbnails = Thumbnails::at(Some(folder.path())).with_room(9000);
    let mut last = PathBuf::new();
    for number in 1..40 {
        last = photo_in(folder.path(), &format!("{number}.jpg"), 50 + number);
        thumbnails.of(&last, (48, 48)).unwrap();
        let bytes: u64 = kept(folder.path()).iter().map(|file| fs::metadata(file).unwrap().len()).sum();
        assert!(bytes <= 9000, "{bytes}");
    }
    assert!(kept(folder.path()).len() > 2);
    assert!(thumbnails.get(&last, (48, 48)).is_some(), "the newest stays");
}

#[test]
fn without_a_folder_and_in_one_that_cannot_be_written_pictures_are_made_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let photo = photo_in(folder.path(), "a.jpg", 100);
    assert!(Thumbnails::at(None).of(&photo, (32, 32)).is_ok());
    fs::write(folder.path().join("thumbnails"), b"a file where the folder should be").unwrap();
    assert!(Thumbnails::at(Some(folder.path())).of(&photo, (32, 32)).is_ok());
    let said = Thumbnails::at(None).of(&folder.path().join("gone.jpg"), (32, 32)).unwrap_err();
    assert!(said.to_string().contains("gone.jpg"), "{said}");
    fs::write(&photo, b"Dear editor").unwrap();
    let said = Thumbnails::at(None).of(&photo, (32, 32)).unwrap_err();
    assert!(said.to_string().contains("no photo"), "{said}");
}
