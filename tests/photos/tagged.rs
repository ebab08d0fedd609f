//! What else files carry: EXIF and TIFF tags, PNG chunks, the parts of a WebP.

/// EXIF with an orientation, a description and a place: each bears the words.
pub fn exif(orientation: u16, words: &[u8]) -> Vec<u8> {
    tags(
        &[(0x10e, 2, words.to_vec()), (0x112, 3, orientation.to_le_bytes().to_vec()), (0x8298, 2, words.to_vec())],
        &[b"GPS ", words].concat(),
    )
}

/// A block of TIFF tags (number, type, value), with more bytes behind it.
pub fn tags(entries: &[(u16, u16, Vec<u8>)], behind: &[u8]) -> Vec<u8> {
    let mut head = b"II*\0\x08\0\0\0".to_vec();
    head.extend(u16::try_from(entries.len()).unwrap().to_le_bytes());
    let values_at = head.len() + 12 * entries.len() + 4;
    let mut values = Vec::new();
    for (tag, kind, value) in entries {
        let size = match kind {
            3 => 2,
            4 => 4,
            _ => 1,
        };
        head.extend(tag.to_le_bytes());
        head.extend(kind.to_le_bytes());
        head.extend(u32::try_from(value.len() / size).unwrap().to_le_bytes());
        if value.len() <= 4 {
            head.extend(value);
            head.resize(head.len() + 4 - value.len(), 0);
        } else {
            head.extend(u32::try_from(values_at + values.len()).unwrap().to_le_bytes());
            values.extend(value);
        }
    }
    [&head[..], &[0; 4], &values, behind].concat()
}

/// A TIFF of plain RGB whose tags bear the words.
pub fn tiff(width: u16, height: u16, rgb: &[u8], orientation: u16, words: &[u8]) -> Vec<u8> {
    let short = |number: u16| number.to_le_bytes().to_vec();
    let with_strip_at = |strip: u32| {
        let entries = [
            (0x100, 3, short(width)),
            (0x101, 3, short(height)),
            (0x102, 3, [short(8), short(8), short(8)].concat()),
            (0x103, 3, short(1)),
            (0x106, 3, short(2)),
            (0x10e, 2, words.to_vec()),
            (0x111, 4, strip.to_le_bytes().to_vec()),
            (0x112, 3, short(orientation)),
            (0x115, 3, short(3)),
            (0x116, 3, short(height)),
            (0x117, 4, u32::try_from(rgb.len()).unwrap().to_le_bytes().to_vec()),
            (0x13b, 2, words.to_vec()),
            (0x2bc, 1, [b"<x:xmpmeta>", words].concat()),
            (0x8298, 2, words.to_vec()),
            (0x83bb, 7, words.to_vec()),
        ];
        tags(&entries, rgb)
    };
    let whole = with_strip_at(0);
    with_strip_at(u32::try_from(whole.len() - rgb.len()).unwrap())
}

/// A PNG with more chunks behind its head.
pub fn with_chunks(png: &[u8], chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let more: Vec<u8> = chunks.iter().flat_map(|(name, contents)| chunk(*name, contents)).collect();
    [&png[..33], &more, &png[33..]].concat()
}

fn chunk(name: &[u8], contents: &[u8]) -> Vec<u8> {
    let length = u32::try_from(contents.len()).unwrap().to_be_bytes();
    let checksum = crc([name, contents].concat().as_slice()).to_be_bytes();
    [&length[..], name, contents, &checksum].concat()
}

/// The same PNG with each chunk's checksum put right, as far as its lengths lead.
pub fn with_right_checksums(mut png: Vec<u8>) -> Vec<u8> {
    let mut at = 8;
    while let Some(length) = png.get(at..at + 4) {
        let length = u32::from_be_bytes(length.try_into().unwrap()) as usize;
        let Some(checked) = png.get(at + 4..at + 8 + length) else { break };
        let checksum = crc(checked).to_be_bytes();
        at += 12 + length;
        match png.get_mut(at - 4..at) {
            Some(place) => place.copy_from_slice(&checksum),
            None => break,
        }
    }
    png
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

/// A WebP with EXIF, XMP and a colour profile beside its pixels.
pub fn with_parts(webp: &[u8], (width, height): (u32, u32), icc: &[u8], exif: &[u8], xmp: &[u8]) -> Vec<u8> {
    let size = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    let head = [&[0x3c, 0, 0, 0][..], &size(width), &size(height)].concat();
    let pixels = webp[12..].to_vec();
    let parts = [part(b"VP8X", &head), part(b"ICCP", icc), pixels, part(b"EXIF", exif), part(b"XMP ", xmp)].concat();
    [b"RIFF", &u32::try_from(parts.len() + 4).unwrap().to_le_bytes()[..], b"WEBP", &parts].concat()
}

fn part(name: &[u8], contents: &[u8]) -> Vec<u8> {
    let length = u32::try_from(contents.len()).unwrap().to_le_bytes();
    let even = vec![0; contents.len() % 2];
    [name, &length[..], contents, &even].concat()
}
