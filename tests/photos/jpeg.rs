//! JPEGs put together by hand: segments, and the kinds that no encoder here writes.

/// A segment with its marker and length.
pub fn segment(marker: u8, contents: &[u8]) -> Vec<u8> {
    let length = u16::try_from(contents.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker][..], &length, contents].concat()
}

/// A JPEG with more segments behind its start.
pub fn with_segments(jpeg: &[u8], segments: &[Vec<u8>]) -> Vec<u8> {
    [&jpeg[..2], &segments.concat(), &jpeg[2..]].concat()
}

/// A colour profile as a JPEG keeps it.
pub fn icc_segment(icc: &[u8]) -> Vec<u8> {
    segment(0xe2, &[b"ICC_PROFILE\0\x01\x01", icc].concat())
}

/// EXIF as a JPEG keeps it.
pub fn exif_segment(tags: &[u8]) -> Vec<u8> {
    segment(0xe1, &[b"Exif\0\0", tags].concat())
}

/// Adobe's word on what the components mean.
pub fn adobe_segment(transform: u8) -> Vec<u8> {
    segment(0xee, &[b"Adobe\0\x64\0\0\0\0", &[transform][..]].concat())
}

/// 16 by 16 pixels of one colour, one number a component; baseline (0xc0) or progressive (0xc2). `between` stands
/// between head and scans, and between the scans.
pub fn one_colour(frame: u8, colour: &[u8], between: &[u8]) -> Vec<u8> {
    let components = u8::try_from(colour.len()).unwrap();
    let mut bytes = vec![0xff, 0xd8];
    bytes.extend(segment(0xdb, &[&[0][..], &[1; 64]].concat()));
    let each: Vec<u8> = (1..=components).flat_map(|id| [id, 0x11, 0]).collect();
    bytes.extend(segment(frame, &[&[8, 0, 16, 0, 16, components][..], &each].concat()));
    // Twelve lengths of a first number, in four bits each; and one sign for "nothing more", in one bit.
    let firsts: Vec<u8> = (0..12).collect();
    bytes.extend(segment(0xc4, &[&[0x00, 0, 0, 0, 12][..], &[0; 12], &firsts].concat()));
    bytes.extend(segment(0xc4, &[&[0x10, 1][..], &[0; 15], &[0]].concat()));
    let tables: Vec<u8> = (1..=components).flat_map(|id| [id, 0]).collect();
    let progressive = frame == 0xc2;
    bytes.extend(between);
    bytes.extend(segment(0xda, &[&[components][..], &tables, &[0, if progressive { 0 } else { 63 }, 0]].concat()));
    let mut bits = Bits::default();
    for block in 0..4 {
        for value in colour {
            bits.first(if block == 0 { (i32::from(*value) - 128) * 8 } else { 0 });
            if !progressive {
                bits.push(0, 1);
            }
        }
    }
    bytes.extend(bits.done());
    if progressive {
        for id in 1..=components {
            bytes.extend(between);
            bytes.extend(segment(0xda, &[1, id, 0, 1, 63, 0]));
            let mut bits = Bits::default();
            (0..4).for_each(|_| bits.push(0, 1));
            bytes.extend(bits.done());
        }
    }
    bytes.extend(between);
    bytes.extend([0xff, 0xd9]);
    bytes
}

/// 32 by 16 pixels, each half of one colour: colours at half fineness, and coding begins anew between the halves.
pub fn two_halves(halves: [[u8; 3]; 2]) -> Vec<u8> {
    let plain = one_colour(0xc0, &halves[0], &segment(0xdd, &[0, 1]));
    let scan = plain.windows(2).position(|mark| mark == [0xff, 0xda]).unwrap();
    let mut bytes = plain[..scan + 2 + 12].to_vec();
    let frame = plain.windows(2).position(|mark| mark == [0xff, 0xc0]).unwrap();
    bytes[frame + 5..frame + 9].copy_from_slice(&[0, 16, 0, 32]);
    bytes[frame + 11] = 0x22;
    for (number, colour) in halves.into_iter().enumerate() {
        let mut bits = Bits::default();
        for (place, component) in [0, 0, 0, 0, 1, 2].into_iter().enumerate() {
            let is_first = place == 0 || component > 0;
            bits.first(if is_first { (i32::from(colour[component]) - 128) * 8 } else { 0 });
            bits.push(0, 1);
        }
        bytes.extend(bits.done());
        bytes.extend([0xff, [0xd0, 0xd9][number]]);
    }
    bytes
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    open: u32,
    count: u32,
}

impl Bits {
    /// The first number of a block: how many bits it has, then the bits.
    fn first(&mut self, value: i32) {
        let length = 32 - value.unsigned_abs().leading_zeros();
        self.push(length, 4);
        self.push(if value < 0 { (value - 1) as u32 & ((1 << length) - 1) } else { value as u32 }, length);
    }

    fn push(&mut self, value: u32, length: u32) {
        for place in (0..length).rev() {
            self.open = self.open << 1 | value >> place & 1;
            self.count += 1;
            if self.count == 8 {
                let byte = self.open as u8;
                self.bytes.push(byte);
                if byte == 0xff {
                    self.bytes.push(0);
                }
                (self.open, self.count) = (0, 0);
            }
        }
    }

    fn done(mut self) -> Vec<u8> {
        while self.count != 0 {
            self.push(1, 1);
        }
        self.bytes
    }
}
