//! The few TIFF tags that are read here: how a photo lies, in which colours it was taken, and where its words are.
//!
//! EXIF keeps them in the same way. What the words say is not decided here.

use image::metadata::Orientation;

/// Where the directory of the camera's own notes lies.
const EXIF: u16 = 0x8769;
/// Types of numbers, of two and of four bytes.
const SHORT: u16 = 3;
const LONG: u16 = 4;

/// A block of TIFF tags.
#[derive(Clone, Copy)]
pub(super) struct Tags<'a> {
    bytes: &'a [u8],
    order: Order,
}

#[derive(Clone, Copy)]
enum Order {
    Little,
    Big,
}

impl<'a> Tags<'a> {
    /// Tags that begin with these bytes, with or without EXIF's name before them.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix(b"Exif\0\0").unwrap_or(bytes);
        let order = match bytes.get(..4)? {
            b"II*\0" => Order::Little,
            b"MM\0*" => Order::Big,
            _ => return None,
        };
        Some(Tags { bytes, order })
    }

    /// How the picture lies; upright where nothing is said, or nonsense.
    pub(super) fn orientation(self) -> Orientation {
        const ORIENTATION: u16 = 0x112;
        self.number(ORIENTATION)
            .and_then(|number| u8::try_from(number).ok())
            .and_then(Orientation::from_exif)
            .unwrap_or(Orientation::NoTransforms)
    }

    /// The bytes under this tag in the first directory.
    pub(super) fn bytes(self, tag: u16) -> Option<&'a [u8]> {
        self.bytes_in(self.first()?, tag)
    }

    /// The bytes under this tag in the directory of the camera's own notes.
    pub(super) fn exif_bytes(self, tag: u16) -> Option<&'a [u8]> {
        self.bytes_in(self.number(EXIF)?, tag)
    }

    /// Reads a number of two bytes as all numbers in here are written.
    pub(super) fn reads_short(self) -> fn([u8; 2]) -> u16 {
        match self.order {
            Order::Little => u16::from_le_bytes,
            Order::Big => u16::from_be_bytes,
        }
    }

    /// Was it taken in Adobe RGB? Cameras say so here and leave the profile out.
    pub(super) fn is_adobe_rgb(self) -> bool {
        const COLOUR_SPACE: u16 = 0xa001;
        const INTEROPERABILITY: u16 = 0xa005;
        const INDEX: u16 = 1;
        let Some(exif) = self.number(EXIF) else { return false };
        match self.number_in(exif, COLOUR_SPACE) {
            Some(2) => true,
            Some(0xffff) => {
                let index = self.number_in(exif, INTEROPERABILITY).and_then(|place| self.entry(place, INDEX));
                index.is_some_and(|entry| entry.get(8..11) == Some(b"R03"))
            }
            Some(_) | None => false,
        }
    }

    /// The small JPEG that the second directory leads to.
    pub(super) fn preview(self) -> Option<&'a [u8]> {
        const PLACE: u16 = 0x201;
        const LENGTH: u16 = 0x202;
        let second = self.behind(self.first()?)?;
        let number = |tag| usize::try_from(self.number_in(second, tag)?).ok();
        let place = number(PLACE)?;
        self.bytes.get(place..place.checked_add(number(LENGTH)?)?)
    }

    /// Where the directory behind this one stands.
    fn behind(self, directory: u32) -> Option<u32> {
        let directory = self.bytes.get(usize::try_from(directory).ok()?..)?;
        let end = 2 + 12 * usize::from(self.short(directory.get(..2)?)?);
        self.long(directory.get(end..end + 4)?)
    }

    /// Is this tag in the first directory?
    pub(super) fn has(self, tag: u16) -> bool {
        self.first().and_then(|place| self.entry(place, tag)).is_some()
    }

    /// The whole number under this tag in the first directory.
    pub(super) fn number(self, tag: u16) -> Option<u32> {
        self.number_in(self.first()?, tag)
    }

    /// Do all values of the first directory lie in the file, none with more numbers than a picture has use for?
    ///
    /// A reader that believes a count of millions fills the memory before it finds out that nothing is there.
    pub(super) fn are_sound(self) -> bool {
        const MOST_NUMBERS: usize = 500_000;
        let directory = self.first().and_then(|place| self.bytes.get(usize::try_from(place).ok()?..));
        // Where there is none, its reader says so.
        let Some((count, entries)) = directory.and_then(|directory| directory.split_at_checked(2)) else { return true };
        let count = usize::from(self.short(count).unwrap_or(0));
        entries.chunks_exact(12).take(count).all(|entry| {
            let sound = || {
                let size = match self.short(entry.get(2..4)?)? {
                    1 | 2 | 6 | 7 => 1,
                    SHORT | 8 => 2,
                    LONG | 9 | 11 | 13 => 4,
                    _ => 8,
                };
                let count = usize::try_from(self.long(entry.get(4..8)?)?).ok()?;
                let length = count.checked_mul(size)?;
                let place = usize::try_from(self.long(entry.get(8..12)?)?).ok()?;
                let inside = length <= 4 || place.checked_add(length)? <= self.bytes.len();
                Some(inside && (size == 1 || count <= MOST_NUMBERS))
            };
            sound() == Some(true)
        })
    }

    /// The numbers under this tag in the first directory, put together.
    pub(super) fn sum(self, tag: u16) -> u64 {
        let sum = || {
            let entry = self.entry(self.first()?, tag)?;
            let count = usize::try_from(self.long(entry.get(4..8)?)?).ok()?;
            let size = if self.short(entry.get(2..4)?)? == SHORT { 2 } else { 4 };
            let length = count.checked_mul(size)?;
            let numbers = if length <= 4 {
                entry.get(8..8 + length)?
            } else {
                let place = usize::try_from(self.long(entry.get(8..12)?)?).ok()?;
                self.bytes.get(place..place.checked_add(length)?)?
            };
            let number = |bytes| if size == 2 { self.short(bytes).map(u32::from) } else { self.long(bytes) };
            Some(numbers.chunks_exact(size).filter_map(number).map(u64::from).sum())
        };
        sum().unwrap_or(0)
    }

    fn first(self) -> Option<u32> {
        self.long(self.bytes.get(4..8)?)
    }

    fn number_in(self, directory: u32, tag: u16) -> Option<u32> {
        let entry = self.entry(directory, tag)?;
        match self.short(entry.get(2..4)?)? {
            SHORT => self.short(entry.get(8..10)?).map(u32::from),
            LONG => self.long(entry.get(8..12)?),
            _ => None,
        }
    }

    fn bytes_in(self, directory: u32, tag: u16) -> Option<&'a [u8]> {
        let entry = self.entry(directory, tag)?;
        // Bytes and letters of any kind; IIM is often declared as numbers of four bytes.
        let size = match self.short(entry.get(2..4)?)? {
            1 | 2 | 6 | 7 | 129 => 1,
            4 => 4,
            _ => return None,
        };
        let length = usize::try_from(self.long(entry.get(4..8)?)?).ok()?.checked_mul(size)?;
        if length <= 4 {
            return entry.get(8..8 + length);
        }
        let place = usize::try_from(self.long(entry.get(8..12)?)?).ok()?;
        self.bytes.get(place..)?.get(..length)
    }

    /// The twelve bytes of a tag: its number, type, count, and value or place.
    fn entry(self, directory: u32, tag: u16) -> Option<&'a [u8]> {
        let directory = self.bytes.get(usize::try_from(directory).ok()?..)?;
        let count = self.short(directory.get(..2)?)?;
        let mut entries = directory.get(2..)?.chunks_exact(12).take(usize::from(count));
        entries.find(|entry| entry.get(..2).and_then(|number| self.short(number)) == Some(tag))
    }

    fn short(self, bytes: &[u8]) -> Option<u16> {
        let bytes = bytes.try_into().ok()?;
        Some(match self.order {
            Order::Little => u16::from_le_bytes(bytes),
            Order::Big => u16::from_be_bytes(bytes),
        })
    }

    fn long(self, bytes: &[u8]) -> Option<u32> {
        let bytes = bytes.try_into().ok()?;
        Some(match self.order {
            Order::Little => u32::from_le_bytes(bytes),
            Order::Big => u32::from_be_bytes(bytes),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_orders_of_bytes_are_read() {
        let little = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        let big = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0";
        assert_eq!(Tags::read(little).unwrap().orientation(), Orientation::Rotate90);
        assert_eq!(Tags::read(big).unwrap().orientation(), Orientation::Rotate270);
    }

    #[test]
    fn bytes_lie_in_the_tag_or_elsewhere() {
        let tags = b"II*\0\x08\0\0\0\x02\0\x0e\x01\x02\0\x03\0\0\0abc\0\x3b\x01\x02\0\x05\0\0\0\x26\0\0\0\0\0\0\0words";
        let tags = Tags::read(tags).unwrap();
        assert_eq!(tags.bytes(0x10e), Some(&b"abc"[..]));
        assert_eq!(tags.bytes(0x13b), Some(&b"words"[..]));
        assert_eq!((tags.bytes(0x8298), tags.exif_bytes(0x9003)), (None, None));
    }

    #[test]
    fn tags_that_lead_nowhere_say_nothing() {
        for tags in [&b"II*\0"[..], b"II*\0\xff\xff\xff\xff", b"II*\0\x08\0\0\0\xff\xff\x12\x01\x03\0"] {
            assert_eq!(Tags::read(tags).unwrap().orientation(), Orientation::NoTransforms, "{tags:?}");
        }
        // An orientation that does not exist.
        let ninth = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x09\0\0\0\0\0\0\0";
        assert_eq!(Tags::read(ninth).unwrap().orientation(), Orientation::NoTransforms);
    }
}
