//! A PNG's stores: chunks of their own, or written out in digits as ImageMagick keeps them.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::super::{iim, xmp};
use super::Stores;

/// The name under which XMP stands.
pub(in crate::photo_file::words) const XMP: &[u8] = b"XML:com.adobe.xmp";

const MARK: usize = 8;

/// A chunk without its checksum.
pub(in crate::photo_file::words) struct Chunk<'a> {
    pub(in crate::photo_file::words) name: [u8; 4],
    pub(in crate::photo_file::words) contents: &'a [u8],
    /// With length and checksum.
    pub(in crate::photo_file::words) whole: &'a [u8],
}

/// The chunks, as far as they go.
pub(in crate::photo_file::words) fn chunks(png: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    let mut rest = png.get(MARK..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (length, tail) = rest.split_first_chunk()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (name, tail) = tail.split_first_chunk()?;
        let contents = tail.get(..length)?;
        let (whole, tail) = rest.split_at_checked(length.checked_add(12)?)?;
        rest = tail;
        Some(Chunk { name: *name, contents, whole })
    })
}

pub(super) fn stores(bytes: &[u8]) -> Stores<'_> {
    let mut stores = Stores::default();
    // Each name counts once, whether it can be read or not: a thousand packed ones would keep a reader busy.
    let mut seen: Vec<&[u8]> = Vec::new();
    for Chunk { name, contents, .. } in chunks(bytes) {
        match &name {
            b"eXIf" => stores.exif = Some(contents.into()),
            b"iTXt" | b"tEXt" | b"zTXt" => {
                let end = contents.iter().position(|byte| *byte == 0).unwrap_or(contents.len());
                let (key, text) = contents.split_at(end);
                let known = key == XMP || PROFILES.contains(&key);
                if !known || seen.contains(&key) {
                    continue;
                }
                seen.push(key);
                let Some(text) = unpacked(name, text.get(1..).unwrap_or_default()) else { continue };
                keep(&mut stores, key, text);
            }
            _ => {}
        }
    }
    stores
}

/// What ImageMagick calls the stores.
const PROFILES: [&[u8]; 5] = [
    b"Raw profile type xmp",
    b"Raw profile type iptc",
    b"Raw profile type 8bim",
    b"Raw profile type exif",
    b"Raw profile type APP1",
];

fn keep(stores: &mut Stores<'_>, key: &[u8], text: Vec<u8>) {
    if key == XMP {
        // A chunk of its own counts before digits.
        stores.xmp = vec![text.into()];
        return;
    }
    let Some(profile) = profile(&text) else { return };
    match key {
        b"Raw profile type iptc" | b"Raw profile type 8bim" => {
            // Bare, or in Photoshop's blocks.
            let iim = iim::in_blocks(&profile).map(<[u8]>::to_owned).unwrap_or(profile);
            stores.iim = stores.iim.take().or(Some(iim.into()));
        }
        _ if profile.starts_with(b"Exif\0\0") || profile.starts_with(b"II*\0") || profile.starts_with(b"MM\0*") => {
            stores.exif = stores.exif.take().or(Some(profile.into()));
        }
        _ => {
            if stores.xmp.is_empty() {
                let name = b"http://ns.adobe.com/xap/1.0/\0";
                stores.xmp.push(profile.strip_prefix(name).unwrap_or(&profile).to_owned().into());
            }
        }
    }
}

/// What is longer is no photo's words. Digits take two bytes for one, and have line ends.
const MOST_BYTES: usize = xmp::MOST_BYTES * 2 + (1 << 18);

/// The text of a chunk behind its key.
fn unpacked(name: [u8; 4], text: &[u8]) -> Option<Vec<u8>> {
    if text.len() > MOST_BYTES {
        return None;
    }
    match &name {
        b"tEXt" => Some(text.to_owned()),
        // The way of packing: there is one only.
        b"zTXt" => inflated(text.get(1..)?),
        _ => {
            let [packed, _, rest @ ..] = text else { return None };
            // Language and translated key come first.
            let text = rest.splitn(3, |byte| *byte == 0).nth(2)?;
            if *packed == 0 { Some(text.to_owned()) } else { inflated(text) }
        }
    }
}

/// Unpacks up to the bound.
fn inflated(packed: &[u8]) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    let most = MOST_BYTES as u64;
    ZlibDecoder::new(packed).take(most + 1).read_to_end(&mut text).ok()?;
    (text.len() as u64 <= most).then_some(text)
}

/// Bytes written out in digits: a name, a length, and the digits, each on lines of its own.
fn profile(text: &[u8]) -> Option<Vec<u8>> {
    let text = text.trim_ascii_start();
    let mut parts = text.splitn(2, |byte| *byte == b'\n').nth(1)?.trim_ascii_start().splitn(2, |byte| *byte == b'\n');
    let length: usize = std::str::from_utf8(parts.next()?.trim_ascii()).ok()?.parse().ok()?;
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let digits: Vec<u8> = parts.next()?.iter().filter_map(digit).collect();
    let bytes: Vec<u8> = digits.as_chunks().0.iter().map(|[high, low]| high << 4 | low).collect();
    bytes.get(..length).map(<[u8]>::to_owned)
}
