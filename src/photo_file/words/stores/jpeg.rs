//! A JPEG's stores: segments before its first scan. What is longer than a segment is put together.

use super::super::{iim, xmp};
use super::Stores;
use crate::photo_file::jpeg::{APP1, EOI, SOS, START, Segment, next};

pub(in crate::photo_file::words) const APP13: u8 = 0xed;
pub(in crate::photo_file::words) const EXIF: &[u8] = b"Exif\0\0";
pub(in crate::photo_file::words) const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
pub(in crate::photo_file::words) const EXTENSION: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
pub(in crate::photo_file::words) const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";

/// Of whatever goes on over several segments; six megabytes are no photo's words.
const MOST_PARTS: usize = 100;

/// A piece of an extension: its mark, the length of the whole, its place in it, its bytes.
type Piece<'a> = (&'a [u8; 32], usize, usize, &'a [u8]);

pub(super) fn stores(bytes: &[u8]) -> Stores<'_> {
    let mut stores = Stores::default();
    let (mut blocks, mut pieces): (Vec<&[u8]>, Vec<Piece<'_>>) = Default::default();
    let mut at = START.len();
    while let Ok(Segment { marker, whole: _, contents }) = next(bytes, &mut at) {
        match marker {
            SOS | EOI => break,
            APP1 => {
                if let Some(packet) = contents.strip_prefix(XMP) {
                    stores.xmp.push(packet.into());
                    // The first counts.
                    stores.xmp.truncate(1);
                } else if let Some(extension) = contents.strip_prefix(EXTENSION).filter(|_| pieces.len() < MOST_PARTS) {
                    pieces.extend(piece(extension));
                } else if contents.starts_with(EXIF) && stores.exif.is_none() {
                    stores.exif = Some(contents.into());
                }
            }
            APP13 if blocks.len() < MOST_PARTS => blocks.extend(contents.strip_prefix(PHOTOSHOP)),
            _ => {}
        }
    }
    // Blocks run on over the ends of segments.
    stores.iim = match blocks.as_slice() {
        [] => None,
        [blocks] => iim::in_blocks(blocks).map(Into::into),
        many => iim::in_blocks(&many.concat()).map(|iim| iim.to_owned().into()),
    };
    if !pieces.is_empty() {
        let mark = stores.xmp.first().and_then(|packet| xmp::extension(packet));
        stores.xmp.extend(mark.and_then(|mark| extension(&mark, pieces)).map(Into::into));
    }
    stores
}

fn piece(segment: &[u8]) -> Option<Piece<'_>> {
    let (mark, rest) = segment.split_first_chunk()?;
    let (whole, rest) = rest.split_first_chunk()?;
    let (place, piece) = rest.split_first_chunk()?;
    let number = |bytes: &[u8; 4]| usize::try_from(u32::from_be_bytes(*bytes)).ok();
    Some((mark, number(whole)?, number(place)?, piece))
}

/// The extension that the packet names, where each byte of it is there. Others belong to a packet that is gone.
fn extension(mark: &str, pieces: Vec<Piece<'_>>) -> Option<Vec<u8>> {
    let mut pieces: Vec<_> = pieces.into_iter().filter(|(of, ..)| of.eq_ignore_ascii_case(mark.as_bytes())).collect();
    pieces.sort_by_key(|(_, _, place, _)| *place);
    let length = pieces.first().map(|(_, whole, ..)| *whole).filter(|whole| *whole <= xmp::MOST_BYTES)?;
    let mut extension = Vec::new();
    for (_, _, place, piece) in pieces {
        // A piece that stands there twice changes nothing.
        if place == extension.len() {
            extension.extend(piece);
        }
    }
    (extension.len() == length).then_some(extension)
}
