//! Sound photos cut off at each of their parts, and parts that lie about themselves.

use image::ImageFormat;

use crate::photos::*;
use crate::seeds;

/// All of them, one by one.
pub(crate) fn each(ask: &mut dyn FnMut(&str, &[u8])) {
    for (name, bytes) in seeds::jpegs() {
        let places = markers(&bytes);
        for place in &places {
            for cut in [place + 1, place + 2, place + 4, place + 9] {
                ask(&format!("{name}, cut off at {cut}"), &bytes[..cut.min(bytes.len())]);
            }
        }
        for place in places.iter().skip(1).filter(|place| **place + 4 <= bytes.len()) {
            for length in [0u16, 1, 2, 3, 0x7fff, 0xffff] {
                let mut lying = bytes.clone();
                lying[place + 2..place + 4].copy_from_slice(&length.to_be_bytes());
                ask(&format!("{name}, length {length} at {place}"), &lying);
            }
            // The same part twice.
            let end = places.iter().find(|other| *other > place).copied().unwrap_or(bytes.len());
            ask(&format!("{name}, twice {place}"), &[&bytes[..end], &bytes[*place..]].concat());
            ask(&format!("{name}, without {place}"), &[&bytes[..*place], &bytes[end..]].concat());
        }
    }
    chunked(ask);
    let picture = scene(48, 32);
    let tiffs = [file(&picture, ImageFormat::Tiff), tiff(48, 32, &picture.to_rgb8(), 3, CANARY)];
    for (kind, bytes) in tiffs.iter().enumerate() {
        tagged(&format!("TIFF {kind}"), bytes, 0, ask);
    }
    let inner = exif_segment(&seeds::with_preview(&jpeg(&scene(30, 20))));
    let whole = with_segments(&jpeg(&picture), &[inner]);
    tagged("EXIF", &whole, 12, ask);
}

/// Where the markers stand that are no pixels.
fn markers(jpeg: &[u8]) -> Vec<usize> {
    let is_marker = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xff);
    let mut places = vec![0];
    let mut at = 2;
    while at + 4 <= jpeg.len() {
        if !is_marker(&jpeg[at..at + 2]) {
            at += 1;
            continue;
        }
        places.push(at);
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    places.push(jpeg.len() - 2);
    places.dedup();
    places
}

/// PNG and WebP, chunk by chunk.
fn chunked(ask: &mut dyn FnMut(&str, &[u8])) {
    let picture = scene(48, 32);
    let png = seeds::told_png(&picture);
    let mut at = 8;
    while at + 8 <= png.len() {
        let length = u32::from_be_bytes(png[at..at + 4].try_into().unwrap()) as usize;
        for cut in [at, at + 6, at + 8, at + 8 + length / 2, at + 8 + length] {
            ask(&format!("PNG, cut off at {cut}"), &png[..cut]);
        }
        for lie in [0, 1, 0x7fff_ffff, 0xffff_ffff_u32] {
            let mut lying = png.clone();
            lying[at..at + 4].copy_from_slice(&lie.to_be_bytes());
            ask(&format!("PNG, length {lie} at {at}"), &with_right_checksums(lying));
        }
        at += 12 + length;
    }
    let webp = with_parts(&file(&picture, ImageFormat::WebP), (48, 32), CANARY, &exif(6, CANARY), CANARY);
    let mut at = 12;
    while at + 8 <= webp.len() {
        let length = u32::from_le_bytes(webp[at + 4..at + 8].try_into().unwrap()) as usize;
        for cut in [at, at + 4, at + 8, at + 8 + length / 2] {
            ask(&format!("WebP, cut off at {cut}"), &webp[..cut]);
        }
        for lie in [0, 1, 0x7fff_ffff, 0xffff_ffff_u32] {
            let mut lying = webp.clone();
            lying[at + 4..at + 8].copy_from_slice(&lie.to_le_bytes());
            ask(&format!("WebP, length {lie} at {at}"), &lying);
        }
        at += 8 + length + length % 2;
    }
}

/// Tags whose types, counts and places are nonsense. They begin at `start`, in the order of small ends.
fn tagged(name: &str, bytes: &[u8], start: usize, ask: &mut dyn FnMut(&str, &[u8])) {
    let long = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    let first = start + long(start + 4) as usize;
    let count = usize::from(u16::from_le_bytes([bytes[first], bytes[first + 1]]));
    let changed = |at: usize, value: u32| {
        let mut changed = bytes.to_vec();
        changed[at..at + 4].copy_from_slice(&value.to_le_bytes());
        changed
    };
    for entry in (0..count).map(|number| first + 2 + 12 * number) {
        for value in [0, 1, 0xffff, 0x7fff_ffff, 0xffff_ffff] {
            ask(&format!("{name}, count {value} at {entry}"), &changed(entry + 4, value));
            ask(&format!("{name}, value {value} at {entry}"), &changed(entry + 8, value));
        }
        for kind in [0u16, 1, 2, 3, 5, 7, 12, 16, 0xffff] {
            let mut lying = bytes.to_vec();
            lying[entry + 2..entry + 4].copy_from_slice(&kind.to_le_bytes());
            ask(&format!("{name}, type {kind} at {entry}"), &lying);
        }
        ask(&format!("{name}, cut off at {entry}"), &bytes[..entry + 5]);
    }
    // Directories that lead to themselves, to each other, or out of the file.
    let own = u32::try_from(first - start).unwrap();
    for next in [own, own + 1, 0, 4, 8, 0x7fff_ffff, 0xffff_ffff] {
        ask(&format!("{name}, next directory at {next}"), &changed(first + 2 + 12 * count, next));
        ask(&format!("{name}, first directory at {next}"), &changed(start + 4, next));
    }
    let mut endless = bytes.to_vec();
    endless[first..first + 2].copy_from_slice(&[0xff, 0xff]);
    ask(&format!("{name}, 65,535 tags"), &endless);
}
