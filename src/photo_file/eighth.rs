//! A JPEG at an eighth of its size, from the mean of each block of 64 pixels; all that is finer is passed over.
//!
//! The means are the first numbers of the blocks. What follows them is only measured, several signs at a look, to find
//! the next block; of a progressive photo whole scans need not be touched. That is several times as quick as decoding,
//! in a sixtieth of the memory, and what makes a hundred photos of 24 megapixels a matter of seconds on one core. What
//! is kept in a way that is not known here gives `None`, and is decoded in full elsewhere.

mod signs;

use image::{DynamicImage, GrayImage, RgbImage};

use super::jpeg::{Components, Jpeg};
use signs::{Bits, Code, Others};

const DQT: u8 = 0xdb;
const DHT: u8 = 0xc4;
const DRI: u8 = 0xdd;
const SOS: u8 = 0xda;
const PROGRESSIVE: u8 = 0xc2;

/// Numbers in a block.
const BLOCK: usize = 64;

/// The photo at an eighth of its size, rounded; it has to be eight pixels wide and high.
pub(super) fn decoded(photo: &Jpeg) -> Option<DynamicImage> {
    let mut parts = photo.parts();
    let mut tables = Tables::default();
    let mut frame = None;
    while let Some(part) = parts.next() {
        let (marker, contents) = (*part.get(1)?, part.get(4..)?);
        match marker {
            DQT => tables.read_steps(contents)?,
            DHT => tables.read_codes(contents)?,
            DRI => tables.restart = usize::from(u16::from_be_bytes(contents.try_into().ok()?)),
            SOS => Frame::scan(frame.as_mut()?, &tables, contents, parts.next()?)?,
            _ => frame = Some(Frame::read(contents, marker == PROGRESSIVE)?),
        }
    }
    frame?.picture(photo.head.components(), &tables)
}

/// What the photo says of its coding.
#[derive(Default)]
struct Tables {
    /// What the first number of a block is to be multiplied with.
    steps: [Option<i32>; 4],
    firsts: [Option<Code>; 4],
    others: [Option<Others>; 4],
    /// After so many units coding begins anew; 0 for never.
    restart: usize,
}

impl Tables {
    fn read_steps(&mut self, mut contents: &[u8]) -> Option<()> {
        while let [kind, rest @ ..] = contents {
            let wide = usize::from(kind >> 4 & 1);
            let step = if wide == 1 {
                i32::from(u16::from_be_bytes([*rest.first()?, *rest.get(1)?]))
            } else {
                i32::from(*rest.first()?)
            };
            *self.steps.get_mut(usize::from(kind & 15))? = Some(step);
            contents = rest.get(BLOCK * (1 + wide)..)?;
        }
        Some(())
    }

    fn read_codes(&mut self, mut contents: &[u8]) -> Option<()> {
        while let [kind, rest @ ..] = contents {
            let (counts, rest) = (rest.first_chunk::<16>()?, rest.get(16..)?);
            let count: usize = counts.iter().map(|count| usize::from(*count)).sum();
            let code = Code::new(counts, rest.get(..count)?)?;
            let place = usize::from(kind & 15);
            match kind >> 4 {
                0 => *self.firsts.get_mut(place)? = Some(code),
                _ => *self.others.get_mut(place)? = Some(Others::new(code)),
            }
            contents = rest.get(count..)?;
        }
        Some(())
    }
}

/// The blocks of all components.
struct Frame {
    width: usize,
    height: usize,
    progressive: bool,
    parts: Vec<Part>,
    /// The finest component's samples for a unit, across and down.
    most: (usize, usize),
}

/// A component.
struct Part {
    id: u8,
    across: usize,
    down: usize,
    steps: usize,
    /// How many blocks lie side by side, with those that only fill a unit.
    stride: usize,
    /// How many blocks the picture has, across and down.
    blocks: (usize, usize),
    /// The first number of each block.
    firsts: Vec<i16>,
}

impl Frame {
    fn read(contents: &[u8], progressive: bool) -> Option<Self> {
        let [8, h1, h0, w1, w0, _, parts @ ..] = contents else { return None };
        let (width, height) = (u16::from_be_bytes([*w1, *w0]), u16::from_be_bytes([*h1, *h0]));
        let (width, height) = (usize::from(width), usize::from(height));
        let fineness = |part: &[u8]| Some((usize::from(part.get(1)? >> 4), usize::from(part.get(1)? & 15)));
        let all: Option<Vec<_>> = parts.chunks(3).map(fineness).collect();
        let most = (all.iter().flatten().map(|fine| fine.0).max()?, all.iter().flatten().map(|fine| fine.1).max()?);
        let part = |part: &[u8]| {
            let (across, down) = fineness(part)?;
            if !matches!((across, down), (1 | 2 | 4, 1 | 2 | 4)) {
                return None;
            }
            let blocks = |side: usize, fine: usize, most: usize| (side * fine).div_ceil(most).div_ceil(8);
            let units = |side: usize, most: usize| side.div_ceil(8 * most);
            let stride = units(width, most.0) * across;
            Some(Part {
                id: *part.first()?,
                across,
                down,
                steps: usize::from(*part.get(2)?),
                stride,
                blocks: (blocks(width, across, most.0), blocks(height, down, most.1)),
                firsts: vec![0; stride * units(height, most.1) * down],
            })
        };
        let parts: Option<Vec<_>> = parts.chunks(3).map(part).collect();
        Some(Frame { width, height, progressive, parts: parts?, most })
    }

    /// Reads a scan.
    fn scan(&mut self, tables: &Tables, head: &[u8], bytes: &[u8]) -> Option<()> {
        let [count, head @ ..] = head else { return None };
        let (chosen, settings) = head.split_at_checked(2 * usize::from(*count))?;
        let [start, _, fineness] = settings else { return None };
        if self.progressive && *start > 0 {
            return Some(());
        }
        let (refines, shift) = (fineness >> 4 > 0, if self.progressive { u32::from(fineness & 15) } else { 0 });
        let mut lines = Vec::new();
        for choice in chosen.chunks_exact(2) {
            let part = self.parts.iter().position(|part| part.id == choice[0])?;
            let (first, others) = (usize::from(choice[1] >> 4), usize::from(choice[1] & 15));
            let first = if refines { None } else { Some(tables.firsts.get(first)?.as_ref()?) };
            let others = if self.progressive { None } else { Some(tables.others.get(others)?.as_ref()?) };
            lines.push(Line { part, first, others, before: 0 });
        }
        let alone = lines.len() == 1;
        let (units_across, units_down) = match lines.first() {
            Some(line) if alone => self.parts.get(line.part)?.blocks,
            _ => (self.width.div_ceil(8 * self.most.0), self.height.div_ceil(8 * self.most.1)),
        };
        let mut bits = Bits::new(bytes);
        for unit in 0..units_across * units_down {
            if tables.restart > 0 && unit > 0 && unit.is_multiple_of(tables.restart) {
                bits.restart()?;
                lines.iter_mut().for_each(|line| line.before = 0);
            }
            let (x, y) = (unit % units_across, unit / units_across);
            for line in &mut lines {
                let part = self.parts.get_mut(line.part)?;
                let (across, down) = if alone { (1, 1) } else { (part.across, part.down) };
                for row in 0..down {
                    let at = (y * down + row) * part.stride + x * across;
                    for first in part.firsts.get_mut(at..at + across)? {
                        line.block(&mut bits, shift, first)?;
                    }
                }
            }
            if bits.overdrawn() {
                return None;
            }
        }
        Some(())
    }

    /// The means as pixels.
    fn picture(&self, components: Components, tables: &Tables) -> Option<DynamicImage> {
        // A last block of which less than half belongs to the photo would widen it.
        let (width, height) = ((self.width + 4) / 8, (self.height + 4) / 8);
        let planes: Option<Vec<Vec<u8>>> =
            self.parts.iter().map(|part| self.plane(part, tables, (width, height))).collect();
        let planes = planes?;
        let size = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
        let colours = |pixel: fn([u8; 3]) -> [u8; 3]| {
            let [first, second, third] = planes.as_slice() else { return None };
            let all = first.iter().zip(second).zip(third);
            let rgb = all.flat_map(|((first, second), third)| pixel([*first, *second, *third])).collect();
            RgbImage::from_raw(size.0, size.1, rgb).map(DynamicImage::from)
        };
        match components {
            Components::Grey => GrayImage::from_raw(size.0, size.1, planes.into_iter().next()?).map(Into::into),
            Components::YCbCr => colours(rgb_of_ycbcr),
            Components::Rgb => colours(|pixel| pixel),
            Components::Four => None,
        }
    }

    fn plane(&self, part: &Part, tables: &Tables, (width, height): (usize, usize)) -> Option<Vec<u8>> {
        let step = (*tables.steps.get(part.steps)?)?;
        let mut plane = Vec::with_capacity(width * height);
        for y in 0..height {
            let row = part.firsts.get(y * part.down / self.most.1 * part.stride..)?.get(..part.stride)?;
            // The first number is eight times the mean, and light begins below zero.
            let mean = |first: i16| (((i32::from(first) * step + 4) >> 3) + 128).clamp(0, 255) as u8;
            plane.extend((0..width).map(|x| mean(row.get(x * part.across / self.most.0).copied().unwrap_or(0))));
        }
        Some(plane)
    }
}

/// A component in a scan.
struct Line<'a> {
    part: usize,
    /// None where a scan makes numbers finer that are there already.
    first: Option<&'a Code>,
    others: Option<&'a Others>,
    /// The first number of the block before, from which the next one is told.
    before: i32,
}

impl Line<'_> {
    fn block(&mut self, bits: &mut Bits, shift: u32, first: &mut i16) -> Option<()> {
        bits.fill();
        let Some(code) = self.first else {
            *first |= (bits.take(1) << shift) as i16;
            return Some(());
        };
        let (size, length) = code.look(bits)?;
        if size > 11 {
            return None;
        }
        bits.skip(length);
        let size = u32::from(size);
        let number = bits.take(size);
        // Numbers whose first bit is not set are negative.
        let negative = size > 0 && number < 1 << (size - 1);
        // Nothing but a broken photo leads so far that it wraps.
        self.before = self.before.wrapping_add(if negative { number + 1 - (1 << size) } else { number });
        *first = (self.before << shift) as i16;
        self.others.map_or(Some(()), |others| others.pass(bits))
    }
}

/// The colours of JFIF.
fn rgb_of_ycbcr([y, cb, cr]: [u8; 3]) -> [u8; 3] {
    let (y, cb, cr) = (i32::from(y) << 16, i32::from(cb) - 128, i32::from(cr) - 128);
    [y + 91_881 * cr, y - 22_554 * cb - 46_802 * cr, y + 116_130 * cb]
        .map(|sample| ((sample + (1 << 15)) >> 16).clamp(0, 255) as u8)
}

#[cfg(test)]
mod tests {
    use image::codecs::jpeg::JpegEncoder;

    use super::*;

    fn photo() -> Vec<u8> {
        let picture = RgbImage::from_fn(100, 60, |x, y| image::Rgb([(x * 2) as u8, (y * 4) as u8, (x * y) as u8]));
        let mut bytes = Vec::new();
        picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 95)).unwrap();
        bytes
    }

    #[test]
    fn a_common_photo_is_read_here_and_one_that_lacks_pixels_is_not() {
        let bytes = photo();
        let small = decoded(&Jpeg::read(&bytes).unwrap()).unwrap();
        assert_eq!((small.width(), small.height()), (13, 8));
        let cut = [&bytes[..bytes.len() - 200], &[0xff, 0xd9]].concat();
        assert!(decoded(&Jpeg::read(&cut).unwrap()).is_none());
    }
}
