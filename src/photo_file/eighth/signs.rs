//! The bits of a JPEG's scan and the signs that they stand for.

use super::BLOCK;

/// So many bits are looked up at once: most signs are shorter.
const LOOK: u32 = 12;

/// A Huffman code.
pub(super) struct Code {
    /// By the next bits: the sign's length in bits, then the sign; 0 where it is longer than the look.
    short: Vec<u16>,
    /// By length: the first code that is too large, with 16 bits, and how far signs lie from their codes.
    long: [(u32, i32); 17],
    signs: Vec<u8>,
}

impl Code {
    pub(super) fn new(counts: &[u8; 16], signs: &[u8]) -> Option<Self> {
        let mut short = vec![0; 1 << LOOK];
        let mut long = [(0, 0); 17];
        let (mut code, mut place) = (0u32, 0usize);
        for (length, count) in (1u32..).zip(counts) {
            let first = place;
            for _ in 0..*count {
                if code >= 1 << length {
                    return None;
                }
                if length <= LOOK {
                    let sign = u16::from(*signs.get(place)?);
                    let from = usize::try_from(code << (LOOK - length)).ok()?;
                    short.get_mut(from..from + (1 << (LOOK - length)))?.fill(u16::try_from(length).ok()? << 8 | sign);
                }
                code += 1;
                place += 1;
            }
            let ahead = i32::try_from(first).ok()? - i32::try_from(code).ok()? + i32::from(*count);
            *long.get_mut(usize::try_from(length).ok()?)? = (code << (16 - length), ahead);
            code <<= 1;
        }
        Some(Code { short, long, signs: signs.to_vec() })
    }

    /// The next sign and how many bits it takes.
    pub(super) fn look(&self, bits: &Bits) -> Option<(u8, u32)> {
        let [length, sign] = self.short.get(bits.peek(LOOK))?.to_be_bytes();
        if length > 0 {
            return Some((sign, length.into()));
        }
        let next = u32::try_from(bits.peek(16)).ok()?;
        let length =
            (LOOK + 1..=16).find(|length| self.long.get(*length as usize).is_some_and(|(end, _)| next < *end))?;
        let (_, ahead) = self.long.get(length as usize)?;
        let place = i32::try_from(next >> (16 - length)).ok()? + ahead;
        Some((*self.signs.get(usize::try_from(place).ok()?)?, length))
    }
}

/// The code of all numbers of a block but the first, made for passing over them.
pub(super) struct Others {
    code: Code,
    /// By the next bits, all signs that they hold; see [`Skip`].
    skips: Box<[Skip; 1 << LOOK]>,
}

/// How many bits to pass over, and how many numbers of the block that is: for one sign, and for all that the look holds.
#[derive(Clone, Copy, Default)]
struct Skip {
    one: Step,
    all: Step,
}

#[derive(Clone, Copy, Default)]
struct Step {
    bits: u8,
    numbers: u8,
}

/// So many numbers end any block.
const END: u8 = 128;

/// What a sign of so many bits, with the bits of its number behind it, does.
fn step((sign, length): (u8, u32)) -> Step {
    let (zeros, size) = (sign >> 4, sign & 15);
    let numbers = match (zeros, size) {
        (15, 0) => 16,
        (_, 0) => END,
        (zeros, _) => zeros + 1,
    };
    Step { bits: length as u8 + size, numbers }
}

impl Others {
    pub(super) fn new(code: Code) -> Self {
        let short = |bits: usize| {
            let [length, sign] = code.short.get(bits).copied().unwrap_or(0).to_be_bytes();
            (length > 0).then(|| step((sign, length.into())))
        };
        let skips = (0..1usize << LOOK).map(|bits| {
            let one = short(bits)?;
            let mut all = one;
            while u32::from(all.bits) < LOOK && all.numbers < END {
                let left = LOOK - u32::from(all.bits);
                let Some(next) = short(bits << all.bits & ((1 << LOOK) - 1)) else { break };
                let [length, _] =
                    code.short.get(bits << all.bits & ((1 << LOOK) - 1)).copied().unwrap_or(0).to_be_bytes();
                if u32::from(length) > left || all.numbers + next.numbers % END >= BLOCK as u8 {
                    break;
                }
                all = Step { bits: all.bits + next.bits, numbers: all.numbers + next.numbers };
            }
            Some(Skip { one, all })
        });
        let mut all = Box::new([Skip::default(); 1 << LOOK]);
        all.iter_mut().zip(skips).for_each(|(place, skip)| *place = skip.unwrap_or_default());
        Others { code, skips: all }
    }

    /// Passes over a block, whose first number has been read.
    pub(super) fn pass(&self, bits: &mut Bits) -> Option<()> {
        let mut number = 1;
        while number < BLOCK {
            bits.fill();
            let Skip { one, all } = self.skips[bits.peek(LOOK)];
            // The last sign of a block may be followed by another block, which is coded otherwise.
            let whole = number + usize::from(all.numbers % END) + usize::from(all.numbers / END) <= BLOCK;
            let mut found = if whole { all } else { one };
            if found.bits == 0 {
                found = step(self.code.look(bits)?);
            }
            let Step { bits: length, numbers } = found;
            bits.skip(length.into());
            number += usize::from(numbers);
        }
        (number == BLOCK || number >= END.into()).then_some(())
    }
}

/// The bits of a scan.
pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The next bits, from the top; below `count` of them stands what will be read once more.
    bits: u64,
    count: u32,
    /// Bits that are not there: zeros behind the end.
    missing: u32,
}

impl<'a> Bits<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Bits { bytes, at: 0, bits: 0, count: 0, missing: 0 }
    }

    /// At least 32 bits.
    #[inline]
    pub(super) fn fill(&mut self) {
        const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
        const TOPS: u64 = u64::from_ne_bytes([0x80; 8]);
        if self.count >= 32 {
            return;
        }
        if let Some(word) = self.bytes.get(self.at..).and_then(|rest| rest.first_chunk::<8>()) {
            let word = u64::from_be_bytes(*word);
            // Is any of the bytes 0xff, which may be a marker?
            if (!word).wrapping_sub(ONES) & word & TOPS == 0 {
                self.bits |= word >> self.count;
                self.at += (63 - self.count as usize) / 8;
                self.count |= 56;
                return;
            }
        }
        self.fill_bytewise();
    }

    #[cold]
    fn fill_bytewise(&mut self) {
        while self.count <= 56 {
            let byte = match (self.bytes.get(self.at), self.bytes.get(self.at + 1)) {
                (Some(0xff), Some(0)) => {
                    self.at += 2;
                    0xff
                }
                // Filling before a marker.
                (Some(0xff), Some(0xff)) => {
                    self.at += 1;
                    continue;
                }
                (Some(0xff), _) | (None, _) => {
                    self.missing += 8;
                    0
                }
                (Some(byte), _) => {
                    self.at += 1;
                    *byte
                }
            };
            self.bits |= u64::from(byte) << (56 - self.count);
            self.count += 8;
        }
    }

    #[inline]
    fn peek(&self, count: u32) -> usize {
        (self.bits >> (64 - count)) as usize
    }

    #[inline]
    pub(super) fn skip(&mut self, count: u32) {
        self.bits <<= count;
        self.count = self.count.saturating_sub(count);
    }

    /// Takes a number of so many bits.
    pub(super) fn take(&mut self, count: u32) -> i32 {
        let taken = if count == 0 { 0 } else { self.peek(count) };
        self.skip(count);
        taken as i32
    }

    /// Were bits taken that are not there?
    pub(super) fn overdrawn(&self) -> bool {
        self.missing > self.count
    }

    /// Begins anew behind the next marker, if there is one.
    pub(super) fn restart(&mut self) -> Option<()> {
        let rest = self.bytes.get(self.at..)?;
        let marker = rest.windows(2).position(|pair| pair[0] == 0xff && matches!(pair[1], 0xd0..=0xd7))?;
        *self = Bits { bytes: self.bytes, at: self.at + marker + 2, bits: 0, count: 0, missing: 0 };
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_with_more_signs_than_room_is_none() {
        let mut counts = [0; 16];
        counts[0] = 3;
        assert!(Code::new(&counts, &[0, 1, 2]).is_none());
        assert!(Code::new(&[0; 16], &[]).is_some());
    }
}
