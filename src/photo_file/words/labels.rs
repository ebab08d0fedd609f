//! Puts the stores into a picture that leaves the house, and takes out any that it still had.

use super::iim::photoshop;
use super::stores::{jpeg, png};
use super::xmp;
use crate::photo_file::jpeg::{APP1, SOS, START, Segment, next};

/// What a JPEG's segment holds.
const MOST_IN_SEGMENT: usize = 65_533;

/// What it holds of XMP.
pub(super) const MOST_XMP_IN_SEGMENT: usize = MOST_IN_SEGMENT - jpeg::XMP.len();

/// The same JPEG with XMP and IIM behind its first segment, where readers look for them.
pub(super) fn jpeg(picture: &[u8], xmp: &xmp::Written, iim: &[u8]) -> Vec<u8> {
    const APP0: u8 = 0xe0;
    let mut labelled = START.to_vec();
    let mut at = START.len();
    let mut behind = at;
    let mut kept = Vec::new();
    while let Ok(Segment { marker, whole, .. }) = next(picture, &mut at) {
        if marker == SOS {
            break;
        }
        match marker {
            APP0 if kept.is_empty() => labelled.extend(whole),
            // EXIF, XMP, IIM and comments: a picture made ready has none, but none may come with it.
            APP1 | jpeg::APP13 | 0xfe => {}
            _ => kept.push(whole),
        }
        behind = at;
    }
    labelled.extend(segments(xmp, iim));
    labelled.extend(kept.concat());
    labelled.extend(picture.get(behind..).unwrap_or_default());
    labelled
}

fn segments(xmp: &xmp::Written, iim: &[u8]) -> Vec<u8> {
    let mut segments = Vec::new();
    if !xmp.packet.is_empty() {
        segments.extend(segment(APP1, &[jpeg::XMP, xmp.packet.as_bytes()]));
    }
    if let Some(xmp::Extension { mark, text }) = &xmp.extension {
        const HEAD: usize = jpeg::EXTENSION.len() + 32 + 4 + 4;
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes();
        for (count, piece) in text.as_bytes().chunks(MOST_IN_SEGMENT - HEAD).enumerate() {
            let place = number(count * (MOST_IN_SEGMENT - HEAD));
            let parts = [jpeg::EXTENSION, mark.as_bytes(), &number(text.len()), &place, piece];
            segments.extend(segment(APP1, &parts));
        }
    }
    if !iim.is_empty() {
        for piece in photoshop(iim).chunks(MOST_IN_SEGMENT - jpeg::PHOTOSHOP.len()) {
            segments.extend(segment(jpeg::APP13, &[jpeg::PHOTOSHOP, piece]));
        }
    }
    segments
}

fn segment(marker: u8, parts: &[&[u8]]) -> Vec<u8> {
    let contents = parts.concat();
    let length = u16::try_from(contents.len() + 2).unwrap_or(u16::MAX).to_be_bytes();
    [&[0xff, marker], &length[..], &contents].concat()
}

/// The same PNG with XMP before its pixels. It has no place for IIM that programs share.
pub(super) fn png(picture: &[u8], xmp: &xmp::Written) -> Vec<u8> {
    let mut labelled = picture.get(..8).unwrap_or_default().to_vec();
    for png::Chunk { name, whole, .. } in png::chunks(picture) {
        match &name {
            b"tEXt" | b"zTXt" | b"iTXt" | b"eXIf" | b"tIME" => {}
            _ => labelled.extend(whole),
        }
        if &name == b"IHDR" && !xmp.packet.is_empty() {
            // Not packed, in no language, under no translated name: programs look for these letters.
            labelled.extend(chunk(b"iTXt", &[png::XMP, &[0; 5], xmp.packet.as_bytes()].concat()));
        }
    }
    labelled
}

fn chunk(name: &[u8; 4], contents: &[u8]) -> Vec<u8> {
    let length = u32::try_from(contents.len()).unwrap_or(u32::MAX).to_be_bytes();
    let mut checksum = flate2::Crc::new();
    checksum.update(name);
    checksum.update(contents);
    [&length[..], name, contents, &checksum.sum().to_be_bytes()].concat()
}
