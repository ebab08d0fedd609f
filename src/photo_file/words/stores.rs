//! Where the three stores lie in each kind of file.
//!
//! Finds bytes and reads nothing in them. A file that is broken behind them has them all the same.

pub(super) mod jpeg;
pub(super) mod png;

use std::borrow::Cow;

use crate::photo_file::kind::{self, Kind};
use crate::photo_file::tags::Tags;

use super::iim::{self, MOST_BYTES};

/// The stores of one file.
#[derive(Default)]
pub(super) struct Stores<'a> {
    /// The packet, then its extension.
    pub(super) xmp: Vec<Cow<'a, [u8]>>,
    pub(super) iim: Option<Cow<'a, [u8]>>,
    pub(super) exif: Option<Cow<'a, [u8]>>,
}

/// What this file has.
pub(super) fn of(bytes: &[u8]) -> Stores<'_> {
    match kind::of(bytes) {
        Ok(Kind::Jpeg) => jpeg::stores(bytes),
        Ok(Kind::Png) => png::stores(bytes),
        Ok(Kind::Webp) => webp(bytes),
        Ok(Kind::Tiff) => tiff(bytes),
        Ok(Kind::Svg) | Err(_) => Stores::default(),
    }
}

fn webp(bytes: &[u8]) -> Stores<'_> {
    let mut stores = Stores::default();
    let mut rest = bytes.get(12..).unwrap_or_default();
    while let Some((head, tail)) = rest.split_first_chunk::<8>() {
        let [n1, n2, n3, n4, length @ ..] = *head;
        let length = usize::try_from(u32::from_le_bytes(length)).unwrap_or(usize::MAX);
        let contents = tail.get(..length).unwrap_or(tail);
        match &[n1, n2, n3, n4] {
            b"XMP " if stores.xmp.is_empty() => stores.xmp.push(contents.into()),
            b"EXIF" if stores.exif.is_none() => stores.exif = Some(contents.into()),
            _ => {}
        }
        // Parts begin at even places.
        rest = length.checked_add(length % 2).and_then(|length| tail.get(length..)).unwrap_or_default();
    }
    stores
}

fn tiff(bytes: &[u8]) -> Stores<'_> {
    const XMP: u16 = 700;
    const IIM: u16 = 0x83bb;
    const PHOTOSHOP: u16 = 0x8649;
    let Some(tags) = Tags::read(bytes) else { return Stores::default() };
    let iim = tags.bytes(IIM).map(in_order).or_else(|| tags.bytes(PHOTOSHOP).and_then(iim::in_blocks).map(Cow::from));
    Stores { xmp: tags.bytes(XMP).into_iter().map(Cow::from).collect(), iim, exif: Some(bytes.into()) }
}

/// IIM that some program took for numbers of four bytes and turned.
fn in_order(iim: &[u8]) -> Cow<'_, [u8]> {
    const MARK: u8 = 0x1c;
    match iim {
        [first, _, _, MARK, ..] if *first != MARK && iim.len() <= MOST_BYTES => {
            iim.chunks(4).flat_map(|four| four.iter().rev()).copied().collect::<Vec<_>>().into()
        }
        _ => iim.into(),
    }
}
