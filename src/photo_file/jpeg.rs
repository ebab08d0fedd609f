//! A JPEG, segment by segment: its head, and the same pixels without all else.
//!
//! Segments are told apart and passed on, never changed; what pixels they make is the decoder's business. Scans are walked
//! too, because a comment or a second picture may stand between and behind them.

use std::sync::Arc;

use image::metadata::Orientation;

use super::pixels::check_size;
use super::tags::Tags;
use super::{PhotoError, Picture, PictureFormat, colour, upright_size};
use crate::words::Message;

pub(super) const START: [u8; 2] = [0xff, 0xd8];
const END: [u8; 2] = [0xff, 0xd9];
pub(super) const EOI: u8 = 0xd9;
pub(super) const SOS: u8 = 0xda;
const PROGRESSIVE: u8 = 0xc2;
const DHT: u8 = 0xc4;
const DQT: u8 = 0xdb;
const DRI: u8 = 0xdd;
pub(super) const APP1: u8 = 0xe1;
const APP2: u8 = 0xe2;
const APP14: u8 = 0xee;

/// JFIF 1.1, square pixels, no thumbnail: what says "grey or YCbCr" to every reader.
const JFIF: &[u8] = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00";

/// Adobe's segment without its last byte, which says what the components mean.
const ADOBE: &[u8] = b"\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00";

/// The busiest progressive photos have a few dozen; thousands are made to keep a reader busy.
const MOST_SCANS: usize = 200;

/// What stands before a JPEG's first scan.
pub(super) struct Head<'a> {
    width: u16,
    height: u16,
    components: Components,
    /// What a decoder keeps of a progressive photo until its last scan.
    cosine_bytes: u64,
    adobe: Option<u8>,
    exif: Option<Tags<'a>>,
    icc_parts: Vec<(u8, u8, &'a [u8])>,
    /// The segments that make the pixels.
    kept: Vec<&'a [u8]>,
    /// Where the first scan begins.
    scans_at: usize,
}

/// What the pixels are made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Components {
    Grey,
    YCbCr,
    Rgb,
    Four,
}

impl<'a> Head<'a> {
    /// Reads up to the first scan.
    ///
    /// # Errors
    /// It is cut off or broken there, or codes its pixels in a way that readers do not share.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, PhotoError> {
        let mut kept = Vec::new();
        let mut icc_parts = Vec::new();
        let (mut frame, mut adobe, mut exif) = (None, None, None);
        let mut progressive = false;
        let mut at = START.len();
        loop {
            let before = at;
            let Segment { marker, whole, contents } = next(bytes, &mut at)?;
            match marker {
                0xc0..=0xc2 if frame.is_some() => return Err(PhotoError::broken("error-photo-two-frames")),
                0xc0..=0xc2 => {
                    frame = Some(Frame::read(contents)?);
                    progressive = marker == PROGRESSIVE;
                    kept.push(whole);
                }
                0xc3 | 0xc5..=0xcf => {
                    return Err(PhotoError::rare("error-photo-rare-coding"));
                }
                DQT | DHT | DRI => {
                    check_table(marker, contents)?;
                    kept.push(whole);
                }
                APP1 if exif.is_none() && contents.starts_with(b"Exif\0\0") => exif = Tags::read(contents),
                APP2 => icc_parts.extend(icc_part(contents)),
                APP14 if contents.starts_with(b"Adobe") => adobe = contents.get(11).copied().or(adobe),
                SOS => {
                    let Some(frame) = frame else { return Err(PhotoError::broken("error-photo-frame-missing")) };
                    let Frame { width, height, .. } = frame;
                    let components = frame.components(adobe);
                    let cosine_bytes = if progressive { frame.cosine_bytes() } else { 0 };
                    let scans_at = before;
                    return Ok(Head {
                        width,
                        height,
                        components,
                        cosine_bytes,
                        adobe,
                        exif,
                        icc_parts,
                        kept,
                        scans_at,
                    });
                }
                EOI => return Err(PhotoError::broken("error-photo-no-picture")),
                // Words, thumbnails and all else that no pixel needs.
                _ => {}
            }
        }
    }

    /// Its size as it lies in the file.
    pub(super) fn size_px(&self) -> (u32, u32) {
        (self.width.into(), self.height.into())
    }

    /// What a decoder keeps of a progressive photo until its last scan.
    pub(super) fn cosine_bytes(&self) -> u64 {
        self.cosine_bytes
    }

    /// What its pixels are made of.
    pub(super) fn components(&self) -> Components {
        self.components
    }

    /// How it lies in the file.
    pub(super) fn orientation(&self) -> Orientation {
        self.exif.map_or(Orientation::NoTransforms, Tags::orientation)
    }

    /// Which colours its numbers mean.
    pub(super) fn profile(&self) -> Option<colour::Profile> {
        match self.icc() {
            Some(icc) => colour::Profile::read(&icc),
            None => self.exif.filter(|exif| exif.is_adobe_rgb()).map(|_| colour::Profile::adobe_rgb()),
        }
    }

    /// The colour profile, put together; one with parts missing is none.
    fn icc(&self) -> Option<Vec<u8>> {
        let mut parts = self.icc_parts.clone();
        parts.sort_by_key(|(number, ..)| *number);
        let whole = (1..)
            .zip(&parts)
            .all(|(place, (number, of, _))| usize::from(*number) == place && usize::from(*of) == parts.len());
        (whole && !parts.is_empty()).then(|| parts.iter().flat_map(|(_, _, part)| *part).copied().collect())
    }
}

/// A whole JPEG, from its head to its end mark.
pub(super) struct Jpeg<'a> {
    /// What stands before its first scan.
    pub(super) head: Head<'a>,
    /// Its scans and the tables between them.
    scans: Vec<&'a [u8]>,
}

impl<'a> Jpeg<'a> {
    /// Reads all segments to the end mark.
    ///
    /// # Errors
    /// As [`Head::read`]. Without its end mark it counts as cut off: nobody wants half a picture on a page.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, PhotoError> {
        let head = Head::read(bytes)?;
        check_size(head.size_px(), 3)?;
        let mut scans = Vec::new();
        let mut count = 0;
        let mut at = head.scans_at;
        loop {
            let Segment { marker, whole, contents } = next(bytes, &mut at)?;
            match marker {
                SOS => {
                    count += 1;
                    if count > MOST_SCANS {
                        return Err(PhotoError::Rare(
                            Message::new("error-photo-many-scans").with("most", MOST_SCANS.to_string()),
                        ));
                    }
                    check_scan(contents)?;
                    scans.extend([whole, scan(bytes, &mut at)?]);
                }
                DQT | DHT | DRI => {
                    check_table(marker, contents)?;
                    scans.push(whole);
                }
                0xc0..=0xcf => return Err(PhotoError::broken("error-photo-two-frames")),
                0xdc => return Err(PhotoError::rare("error-photo-late-height")),
                EOI => {
                    check_filled(&head, &scans)?;
                    return Ok(Jpeg { head, scans });
                }
                _ => {}
            }
        }
    }

    /// The picture with its pixels as they are, where nothing about them needs to change.
    pub(super) fn as_it_is(&self, most_px: (u32, u32)) -> Option<Picture> {
        let (width_px, height_px) = upright_size(self.head.size_px(), self.head.orientation());
        let common = matches!(self.head.components, Components::Grey | Components::YCbCr);
        let upright = self.head.orientation() == Orientation::NoTransforms;
        let small = width_px <= most_px.0 && height_px <= most_px.1;
        let channels = if self.head.components == Components::Grey { 1 } else { 3 };
        if !(common && upright && small) || self.head.profile().is_some_and(|profile| profile.changes(channels)) {
            return None;
        }
        Some(Picture { bytes: self.stripped(), format: PictureFormat::Jpeg, width_px, height_px })
    }

    /// The segments that make the pixels, and nothing else.
    ///
    /// Adobe's segment is left out as well: for grey and YCbCr it says what JFIF says.
    fn stripped(&self) -> Arc<[u8]> {
        self.opened_by(JFIF).into()
    }

    /// The segments that make the pixels, and the coded pixels behind each scan's head.
    pub(super) fn parts(&self) -> impl Iterator<Item = &'a [u8]> {
        self.head.kept.iter().chain(&self.scans).copied()
    }

    /// How many bytes stand for its pixels.
    pub(super) fn coded_bytes(&self) -> u64 {
        self.scans.iter().map(|scan| scan.len() as u64).sum()
    }

    /// What a decoder needs to see. The rest only gives it reasons to fail: a broken caption must not cost the picture.
    pub(super) fn for_decoding(&self) -> Vec<u8> {
        match (self.head.adobe, self.head.components) {
            (Some(transform), _) => self.opened_by(&[ADOBE, &[transform]].concat()),
            (None, Components::Grey | Components::YCbCr) => self.opened_by(JFIF),
            (None, Components::Rgb | Components::Four) => self.opened_by(&[]),
        }
    }

    fn opened_by(&self, opening: &[u8]) -> Vec<u8> {
        [&START[..], opening].into_iter().chain(self.parts()).chain([&END[..]]).collect::<Vec<_>>().concat()
    }
}

/// What can be told of a photo without its pixels, and the picture that its camera put beside them.
pub(super) struct Beside<'a> {
    /// The photo's size as it lies in the file.
    pub(super) size_px: (u32, u32),
    /// How it lies.
    pub(super) orientation: Orientation,
    /// The small JPEG.
    pub(super) preview: &'a [u8],
}

impl<'a> Beside<'a> {
    /// Reads up to the frame, which stands behind all words; the rest of the file need not be there.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut exif: Option<Tags<'a>> = None;
        let mut at = START.len();
        loop {
            let Segment { marker, contents, .. } = next(bytes, &mut at).ok()?;
            match marker {
                0xc0..=0xc2 => {
                    let Frame { width, height, .. } = Frame::read(contents).ok()?;
                    let exif = exif?;
                    let (size_px, orientation) = ((width.into(), height.into()), exif.orientation());
                    return Some(Beside { size_px, orientation, preview: exif.preview()? });
                }
                APP1 if exif.is_none() && contents.starts_with(b"Exif\0\0") => exif = Tags::read(contents),
                SOS | EOI => return None,
                _ => {}
            }
        }
    }
}

/// One segment: its marker, and its bytes with and without marker and length.
pub(super) struct Segment<'a> {
    pub(super) marker: u8,
    pub(super) whole: &'a [u8],
    pub(super) contents: &'a [u8],
}

/// The next segment. Stray bytes before it are passed over, as all readers do.
pub(super) fn next<'a>(bytes: &'a [u8], at: &mut usize) -> Result<Segment<'a>, PhotoError> {
    loop {
        let rest = bytes.get(*at..).unwrap_or_default();
        *at += rest.iter().position(|byte| *byte == 0xff).ok_or(PhotoError::CutOff)? + 1;
        let marker = *bytes.get(*at).ok_or(PhotoError::CutOff)?;
        match marker {
            0xff => {}
            // Markers that stand alone and mean nothing here.
            0x00 | 0x01 | 0xd0..=0xd8 => *at += 1,
            EOI => return Ok(Segment { marker, whole: &END, contents: &[] }),
            _ => {
                let start = *at - 1;
                let length = bytes.get(start + 2..start + 4).ok_or(PhotoError::CutOff)?;
                let length = length.iter().fold(0, |length, byte| length << 8 | usize::from(*byte));
                if length < 2 {
                    return Err(PhotoError::broken("error-photo-segment-unsound"));
                }
                *at = start + 2 + length;
                let whole = bytes.get(start..*at).ok_or(PhotoError::CutOff)?;
                return Ok(Segment { marker, whole, contents: whole.get(4..).unwrap_or_default() });
            }
        }
    }
}

/// The coded pixels of a scan, up to the marker that ends them.
fn scan<'a>(bytes: &'a [u8], at: &mut usize) -> Result<&'a [u8], PhotoError> {
    let rest = bytes.get(*at..).unwrap_or_default();
    let mut length = 0;
    loop {
        let more = rest.get(length..).unwrap_or_default();
        length += more.iter().position(|byte| *byte == 0xff).ok_or(PhotoError::CutOff)?;
        match rest.get(length + 1).ok_or(PhotoError::CutOff)? {
            // A byte of pixels that looks like a marker, or a place to begin anew.
            0x00 | 0xd0..=0xd7 => length += 2,
            0xff => length += 1,
            _ => break,
        }
    }
    *at += length;
    if length == 0 {
        Err(PhotoError::broken("error-photo-scan-empty"))
    } else {
        Ok(rest.get(..length).unwrap_or_default())
    }
}

/// The frame's own words about the picture.
struct Frame {
    width: u16,
    height: u16,
    ids: Vec<u8>,
    /// How fine each component is, across and down in four bits each.
    finenesses: Vec<u8>,
}

impl Frame {
    fn read(contents: &[u8]) -> Result<Self, PhotoError> {
        let broken = || PhotoError::broken("error-photo-frame-unsound");
        let [precision, h1, h0, w1, w0, count, components @ ..] = contents else { return Err(broken()) };
        let (width, height) = (u16::from_be_bytes([*w1, *w0]), u16::from_be_bytes([*h1, *h0]));
        if *precision != 8 {
            return Err(PhotoError::Rare(Message::new("error-photo-bits").with("bits", precision.to_string())));
        }
        if components.len() != 3 * usize::from(*count) || !matches!(count, 1 | 3 | 4) || width == 0 {
            return Err(broken());
        }
        if height == 0 {
            return Err(PhotoError::rare("error-photo-late-height"));
        }
        let each = |place| components.chunks(3).filter_map(|part| part.get(place).copied()).collect();
        Ok(Frame { width, height, ids: each(0), finenesses: each(1) })
    }

    /// Two bytes for each number of each component.
    fn cosine_bytes(&self) -> u64 {
        let parts = || self.finenesses.iter().map(|fineness| (u64::from(fineness >> 4), u64::from(fineness & 15)));
        let most =
            parts().map(|(across, _)| across).max().unwrap_or(1) * parts().map(|(_, down)| down).max().unwrap_or(1);
        let all: u64 = parts().map(|(across, down)| across * down).sum();
        2 * u64::from(self.width) * u64::from(self.height) * all / most.max(1)
    }

    /// What the components mean. `adobe` is the number in Adobe's segment.
    fn components(&self, adobe: Option<u8>) -> Components {
        match (self.ids.as_slice(), adobe) {
            ([_], _) => Components::Grey,
            ([_, _, _], Some(0)) | (b"RGB", None) => Components::Rgb,
            ([_, _, _], _) => Components::YCbCr,
            _ => Components::Four,
        }
    }
}

/// Tables have to fill their segment exactly: what is left over is no table.
fn check_table(marker: u8, contents: &[u8]) -> Result<(), PhotoError> {
    let mut rest = contents;
    while let [first, tail @ ..] = rest {
        let length = match marker {
            DQT => 64 * (1 + usize::from(first >> 4 & 1)),
            DHT => 16 + tail.iter().take(16).map(|count| usize::from(*count)).sum::<usize>(),
            _ => 1,
        };
        rest = tail.get(length..).ok_or_else(|| PhotoError::broken("error-photo-table-unsound"))?;
    }
    if marker == DRI && contents.len() != 2 {
        return Err(PhotoError::broken("error-photo-table-unsound"));
    }
    Ok(())
}

/// Each block of 64 pixels takes a bit at the least. Where less is there than that, the head promises too much, and a
/// decoder would fill the memory with grey.
fn check_filled(head: &Head, scans: &[&[u8]]) -> Result<(), PhotoError> {
    let pixels = u64::from(head.width) * u64::from(head.height);
    let coded: usize = scans.iter().map(|scan| scan.len()).sum();
    if coded as u64 * 8 * 64 < pixels { Err(PhotoError::broken("error-photo-pixels-missing")) } else { Ok(()) }
}

/// A scan's head says how long it is.
fn check_scan(contents: &[u8]) -> Result<(), PhotoError> {
    match contents.first() {
        Some(count @ 1..=4) if contents.len() == 4 + 2 * usize::from(*count) => Ok(()),
        Some(_) | None => Err(PhotoError::broken("error-photo-scan-unsound")),
    }
}

/// One part of a colour profile: its number, of how many, and its bytes.
fn icc_part(contents: &[u8]) -> Option<(u8, u8, &[u8])> {
    let [number, of, part @ ..] = contents.strip_prefix(b"ICC_PROFILE\0")? else { return None };
    Some((*number, *of, part))
}
