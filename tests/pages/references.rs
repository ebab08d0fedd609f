//! Small pictures of the sample's pages, so that nobody changes their look by accident.
//!
//! Drawn anew with `DATELINE_REFRESH=1 cargo test --test pages`; look at them before they go in.

use std::path::Path;

use dateline::pages::Pixels;
use image::GrayImage;

use super::readers::samples;

/// Large enough to see where every line stands, small enough not to see how a letter is drawn.
const PIXELS_PER_POINT: f32 = 0.4;

/// Fonts are drawn a little differently by other processors; a line that moved changes far more.
const MEAN_DIFFERENCE: f64 = 0.3;
const OTHER_PIXELS: f64 = 0.002;
const VISIBLE: u8 = 48;

fn grey(pixels: &Pixels) -> GrayImage {
    let Pixels { width, height, rgba } = pixels;
    let light = rgba.chunks_exact(4).map(|pixel| match pixel {
        [red, green, blue, _] => ((u32::from(*red) * 3 + u32::from(*green) * 6 + u32::from(*blue)) / 10) as u8,
        _ => 0,
    });
    GrayImage::from_raw(*width, *height, light.collect()).unwrap()
}

/// How much of the picture is another: the mean difference, and the share of pixels that are visibly others.
fn difference(drawn: &GrayImage, kept: &GrayImage) -> (f64, f64) {
    let pairs = || drawn.as_raw().iter().zip(kept.as_raw()).map(|(left, right)| left.abs_diff(*right));
    let count = drawn.as_raw().len() as f64;
    let mean = pairs().map(f64::from).sum::<f64>() / count;
    (mean, pairs().filter(|difference| *difference > VISIBLE).count() as f64 / count)
}

#[test]
fn the_pages_of_the_sample_look_as_they_did() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected/pages");
    let refresh = std::env::var_os("DATELINE_REFRESH").is_some();
    let mut faults = Vec::new();
    for (tag, _, pages) in samples() {
        for page in 0..pages.count() {
            let name = format!("{tag}-{}.png", page + 1);
            let drawn = grey(&pages.pixels(page, PIXELS_PER_POINT).unwrap());
            if refresh {
                std::fs::create_dir_all(&folder).unwrap();
                drawn.save(folder.join(&name)).unwrap();
            }
            let fault = match image::open(folder.join(&name)).map(image::DynamicImage::into_luma8) {
                Err(error) => Some(error.to_string()),
                Ok(kept) if kept.dimensions() != drawn.dimensions() => Some("another size".to_owned()),
                Ok(kept) => {
                    let (mean, share) = difference(&drawn, &kept);
                    let same = mean <= MEAN_DIFFERENCE && share <= OTHER_PIXELS;
                    (!same).then(|| format!("differs by {mean:.2} in the mean, visibly in {:.2} %", 100.0 * share))
                }
            };
            if let Some(fault) = fault {
                let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&name);
                drawn.save(&place).unwrap();
                faults.push(format!("{name}: {fault}; as it is now: {}", place.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_line_that_moved_is_noticed() {
    let (_, _, pages) = samples().swap_remove(0);
    let drawn = grey(&pages.pixels(0, PIXELS_PER_POINT).unwrap());
    let mut moved = drawn.clone();
    // The darkest line of text, one pixel lower.
    let ink = |y: u32| (0..drawn.width()).map(|x| u32::from(255 - drawn.get_pixel(x, y).0[0])).sum::<u32>();
    let text = 200..drawn.height() - 20;
    let dark = text.max_by_key(|y| (*y..y + 5).map(ink).sum::<u32>()).unwrap();
    for y in dark..dark + 6 {
        for x in 0..drawn.width() {
            moved.put_pixel(x, y, *drawn.get_pixel(x, y - 1));
        }
    }
    let (mean, share) = difference(&drawn, &moved);
    assert!(mean > MEAN_DIFFERENCE || share > OTHER_PIXELS, "{mean} {share}");
}
