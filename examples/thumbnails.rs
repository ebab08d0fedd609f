//! Small pictures of many photos from a shell, for measuring; `scripts/compare-with-vips` calls it.
//!
//! - `thumbnails scene NUMBER FILE.ppm`: makes up a photo of 24 megapixels, without compression.
//! - `thumbnails previews PHOTO…`: puts a camera's small picture into each JPEG.
//! - `thumbnails make FOLDER PX PHOTO…`: small pictures of all, on all cores, kept in this folder. The window leaves one
//!   core to itself: RAYON_NUM_THREADS says how many threads there are.
//! - `thumbnails first-look PHOTO…`: the cameras' small pictures of all, from the files' heads.
//!
//! The last two print the milliseconds and the most memory in MB.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::panic, reason = "a tool for the makers may stop")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use dateline::newsroom::{Thumbnails, first_look};
use dateline::photo_file::thumbnail;
use rayon::prelude::*;

const WIDTH: usize = 6000;
const HEIGHT: usize = 4000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["scene", number, file] => write_scene(number.parse().unwrap(), Path::new(file)),
        ["previews", photos @ ..] => photos.par_iter().for_each(|photo| put_preview(Path::new(photo))),
        ["make", folder, px, photos @ ..] => {
            let (px, photos) = (px.parse().unwrap(), paths(photos));
            timed(|| {
                let thumbnails = Thumbnails::at(Some(Path::new(folder)));
                let each = photos.par_iter().with_max_len(1);
                each.for_each(|photo| drop(thumbnails.of(photo, (px, px)).unwrap()));
            });
        }
        ["first-look", photos @ ..] => {
            let photos = paths(photos);
            timed(|| photos.par_iter().with_max_len(1).for_each(|photo| drop(first_look(photo).unwrap())));
        }
        _ => panic!("scene NUMBER FILE, previews PHOTO…, make FOLDER PX PHOTO… or first-look PHOTO…"),
    }
}

fn paths(names: &[&str]) -> Vec<PathBuf> {
    names.iter().map(PathBuf::from).collect()
}

fn timed(work: impl FnOnce()) {
    let start = Instant::now();
    work();
    let millis = start.elapsed().as_secs_f64() * 1000.0;
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    let most: f64 = most.unwrap_or(f64::NAN);
    println!("{millis:.1} {:.1}", most / 1024.0);
}

fn write_scene(number: u64, file: &Path) {
    let mut out = std::io::BufWriter::new(fs::File::create(file).unwrap());
    write!(out, "P6\n{WIDTH} {HEIGHT}\n255\n").unwrap();
    out.write_all(&scene(number)).unwrap();
}

/// A slope of light, discs, lettering and stripes, and a sensor's noise over all: as a JPEG of quality 90, six to nine
/// megabytes.
fn scene(number: u64) -> Vec<u8> {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ (number << 32 | 0x2026));
    let mut rgb = Vec::with_capacity(WIDTH * HEIGHT * 3);
    for (x, y) in (0..HEIGHT).flat_map(|y| (0..WIDTH).map(move |x| (x, y))) {
        let wave = ((x * 5 + y * 3) / 64 % 512).abs_diff(256) / 8;
        let light = 90 + y * 100 / HEIGHT + wave;
        rgb.extend([light, light + 10, light + 30 - x * 60 / WIDTH].map(|sample| sample.min(255) as u8));
    }
    for _ in 0..300 {
        draw_shape(&mut rgb, &mut dice);
    }
    for pixel in rgb.chunks_exact_mut(3) {
        // Counted coins come near to a sensor's noise: some for the light, some for each colour.
        let coins = dice.roll();
        let light = (coins & 0xfff).count_ones() as i32 - 6;
        for (channel, sample) in pixel.iter_mut().enumerate() {
            let colour = (coins >> (12 + 6 * channel) & 0x3f).count_ones() as i32 - 3;
            *sample = (i32::from(*sample) + light + colour).clamp(0, 255) as u8;
        }
    }
    rgb
}

fn draw_shape(rgb: &mut [u8], dice: &mut Dice) {
    let (centre_x, centre_y, radius) = (dice.below(WIDTH), dice.below(HEIGHT), 20 + dice.below(240));
    let (colour, kind) = ([(); 3].map(|()| dice.below(128) as u8), dice.below(3));
    for y in centre_y.saturating_sub(radius)..(centre_y + radius).min(HEIGHT) {
        for x in centre_x.saturating_sub(radius)..(centre_x + radius).min(WIDTH) {
            let (across, down) = (x.abs_diff(centre_x), y.abs_diff(centre_y));
            let inside = match kind {
                0 => across * across + down * down < radius * radius,
                1 => ((x / 9) ^ (y / 13)) % 3 != 0,
                _ => (x * 7 + y * 3) % 40 > 12,
            };
            if inside {
                let at = (y * WIDTH + x) * 3;
                let shade = 40 + (across * 30 / radius) as u8;
                rgb[at..at + 3].iter_mut().zip(colour).for_each(|(sample, colour)| *sample = colour + shade);
            }
        }
    }
}

/// Numbers that look random and are the same in each run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as u32
    }

    fn below(&mut self, most: usize) -> usize {
        self.roll() as usize % most
    }
}

/// EXIF with nothing but a small picture in its second directory.
fn put_preview(photo: &Path) {
    const HEAD: &[u8] =
        b"Exif\0\0II*\0\x08\0\0\0\0\0\x0e\0\0\0\x02\0\x01\x02\x04\0\x01\0\0\0\x2c\0\0\0\x02\x02\x04\0\x01\0\0\0";
    let bytes = fs::read(photo).unwrap();
    let preview = thumbnail(&bytes, (160, 160)).unwrap().picture().unwrap().bytes;
    let length = u32::try_from(preview.len()).unwrap().to_le_bytes();
    let contents = [HEAD, &length, &[0; 4], &preview].concat();
    let length = u16::try_from(contents.len() + 2).unwrap().to_be_bytes();
    fs::write(photo, [&bytes[..2], &[0xff, 0xe1], &length, &contents, &bytes[2..]].concat()).unwrap();
}
