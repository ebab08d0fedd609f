//! What a file is, told by its first bytes.

use super::PhotoError;
use super::tags::Tags;

/// A kind of picture that can be made ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    Webp,
    Tiff,
    Svg,
}

const HEIF: &str = "error-kind-heif";
const AVIF: &str = "error-kind-avif";
const RAW: &str = "error-kind-raw";

/// What these bytes are.
///
/// # Errors
/// Nothing is there, or it is something else; where it is known, the error says what.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, PhotoError> {
    if bytes.is_empty() {
        return Err(PhotoError::Empty);
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Ok(Kind::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(Kind::Png);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Ok(Kind::Webp);
    }
    if let Some(other) = other(bytes) {
        return Err(PhotoError::OtherKind(other));
    }
    if [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"].iter().any(|mark| bytes.starts_with(*mark)) {
        return if is_raw(bytes) { Err(PhotoError::OtherKind(RAW)) } else { Ok(Kind::Tiff) };
    }
    if is_svg(bytes) { Ok(Kind::Svg) } else { Err(PhotoError::NoPhoto) }
}

/// Is this a drawing? A web page is none: a server's "not found" is often saved under a photo's name.
fn is_svg(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = text.trim_ascii_start();
    let is_page = text.get(..14).is_some_and(|start| start.eq_ignore_ascii_case(b"<!DOCTYPE html"))
        || text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"<html"));
    text.starts_with(b"<") && !is_page && text.windows(4).any(|window| window == b"<svg")
}

/// Kinds that are known and not read here, by their first bytes.
fn other(bytes: &[u8]) -> Option<&'static str> {
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(media(bytes));
    }
    let known: [(&[u8], &str); 20] = [
        (b"GIF8", "error-kind-gif"),
        (b"BM", "error-kind-bmp"),
        (b"8BPS", "error-kind-photoshop"),
        (b"%PDF", "error-kind-pdf"),
        (b"%!PS", "error-kind-postscript"),
        (b"\xc5\xd0\xd3\xc6", "error-kind-eps"),
        (b"\xff\x0a", "error-kind-jpeg-xl"),
        (b"\0\0\0\x0cJXL ", "error-kind-jpeg-xl"),
        (b"\0\0\0\x0cjP  ", "error-kind-jpeg-2000"),
        (b"\xff\x4f\xff\x51", "error-kind-jpeg-2000"),
        (b"\x1f\x8b", "error-kind-compressed"),
        (b"PK\x03\x04", "error-kind-zip"),
        (b"FUJIFILMCCD-RAW", RAW),
        (b"IIU\0", RAW),
        (b"IIRO", RAW),
        (b"IIRS", RAW),
        (b"MMOR", RAW),
        (b"FOVb", RAW),
        (b"\0MRM", RAW),
        (b"II\x1a\0\0\0HEAPCCDR", RAW),
    ];
    known.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, name)| *name)
}

/// What a file of the MPEG family is, by its brand; where that is a common one, by those that it goes along with.
fn media(bytes: &[u8]) -> &'static str {
    let of_brand = |brand: &[u8]| match brand {
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" => Some(HEIF),
        b"avif" | b"avis" => Some(AVIF),
        b"crx " => Some(RAW),
        b"jp2 " | b"jpx " | b"jpm " => Some("error-kind-jpeg-2000"),
        b"jxl " => Some("error-kind-jpeg-xl"),
        _ => None,
    };
    let brand = bytes.get(8..12).unwrap_or_default();
    let length = bytes.first_chunk::<4>().map_or(0, |length| u32::from_be_bytes(*length) as usize);
    let others = || bytes.get(16..length.min(bytes.len()).min(MOST_BRANDS)).unwrap_or_default().chunks_exact(4);
    match brand {
        b"mif1" | b"msf1" => others().find_map(of_brand).unwrap_or(HEIF),
        _ => of_brand(brand).unwrap_or("error-kind-film"),
    }
}

/// No file goes along with more brands than this holds.
const MOST_BRANDS: usize = 400;

/// Is this TIFF the sensor's own data? Many cameras dress it so, with a thumbnail where others have their picture.
fn is_raw(bytes: &[u8]) -> bool {
    const SUBFILE: u16 = 0xfe;
    const COMPRESSION: u16 = 0x103;
    const PHOTOMETRIC: u16 = 0x106;
    const DNG_VERSION: u16 = 0xc612;
    let Some(tags) = Tags::read(bytes) else { return false };
    bytes.get(8..10) == Some(b"CR")
        || bytes.get(8..12) == Some(b"IIII")
        || tags.has(DNG_VERSION)
        || tags.number(SUBFILE).is_some_and(|subfile| subfile & 1 == 1)
        || matches!(tags.number(COMPRESSION), Some(32_767 | 34_713 | 65_535))
        || matches!(tags.number(PHOTOMETRIC), Some(32_803 | 34_892))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_is_does_not_hang_on_its_name() {
        assert_eq!(of(b"\xff\xd8\xff\xe0"), Ok(Kind::Jpeg));
        assert_eq!(of(b"RIFF\x10\0\0\0WEBPVP8 "), Ok(Kind::Webp));
        assert_eq!(of(b"MM\0*\0\0\0\x08"), Ok(Kind::Tiff));
        assert_eq!(of(b"\xef\xbb\xbf \n<svg"), Ok(Kind::Svg));
        assert_eq!(of(b""), Err(PhotoError::Empty));
        assert_eq!(of(b"Dear editor"), Err(PhotoError::NoPhoto));
        assert_eq!(of(b"<!doctype HTML><p>Not found<svg/>"), Err(PhotoError::NoPhoto));
        assert_eq!(of(b"<note>Dear editor</note>"), Err(PhotoError::NoPhoto));
        assert_eq!(of(b"RIFF\x10\0\0\0WAVE"), Err(PhotoError::NoPhoto));
    }

    #[test]
    fn a_kind_that_is_not_read_is_called_by_its_name() {
        assert_eq!(of(b"\0\0\0\x18ftypheic"), Err(PhotoError::OtherKind(HEIF)));
        assert_eq!(of(b"\0\0\0\x18ftypmif1"), Err(PhotoError::OtherKind(HEIF)));
        assert_eq!(of(b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif"), Err(PhotoError::OtherKind(AVIF)));
        assert_eq!(of(b"\0\0\0\x18ftypisom\0\0\0\0avc1mp41"), Err(PhotoError::OtherKind("error-kind-film")));
        assert_eq!(of(b"\0\0\0\x18ftypavif"), Err(PhotoError::OtherKind(AVIF)));
        assert_eq!(of(b"\0\0\0\x18ftypcrx "), Err(PhotoError::OtherKind(RAW)));
        assert_eq!(of(b"II*\0\x10\0\0\0CR\x02\0"), Err(PhotoError::OtherKind(RAW)));
        for raw in [
            &b"FUJIFILMCCD-RAW 0201"[..],
            b"FOVb\0\0\x02\0",
            b"\0MRM\0\0\0\0",
            b"II\x1a\0\0\0HEAPCCDR",
            b"II*\0\x08\0\0\0IIII",
        ] {
            assert_eq!(of(raw), Err(PhotoError::OtherKind(RAW)), "{raw:?}");
        }
        // One tag, DNGVersion 1.4.0.0.
        let dng = b"II*\0\x08\0\0\0\x01\0\x12\xc6\x01\0\x04\0\0\0\x01\x04\0\0\0\0\0\0";
        assert_eq!(of(dng), Err(PhotoError::OtherKind(RAW)));
    }
}
