//! A packet's bytes made into text that an XML reader takes, within bounds.

use std::borrow::Cow;

use crate::photo_file::words::letters::Coding;

/// The longest packets have the histories of other pictures in them; a photo's words are a few thousand letters.
pub(in crate::photo_file::words) const MOST_BYTES: usize = 4 << 20;

/// A reader compares each attribute of an element with all others, and hands each namespace down to all that is nested.
const MOST_ATTRIBUTES: usize = 300;
const MOST_NAMESPACES: usize = 300;

/// A reader takes memory for as many elements and attributes as there are signs that may begin one.
const MOST_TAGS: usize = 200_000;
const MOST_EQUALS: usize = 100_000;

/// The packet as text, from its first tag to its last; nothing where it is out of bounds.
pub(super) fn text(packet: &[u8]) -> Option<String> {
    if packet.len() > MOST_BYTES {
        return None;
    }
    let text = decoded(packet);
    // Some pad with NULs, and none of them belongs there.
    let text = text.get(text.find('<')?..=text.rfind('>')?)?;
    if !is_bounded(text) {
        return None;
    }
    // Mending is for what cannot be read otherwise: it knows nothing of sections that need none. Each sign that is mended
    // takes five times its place.
    const MOST_SIGNS: usize = 10_000;
    Some(if super::parsed(text).is_some() || text.matches('&').nth(MOST_SIGNS).is_some() {
        text.to_owned()
    } else {
        mended(text)
    })
}

/// UTF-8 or UTF-16 in either order; what is none of them is coded as old programs do.
fn decoded(packet: &[u8]) -> Cow<'_, str> {
    let utf16 = |number: fn([u8; 2]) -> u16| {
        let units = packet.as_chunks().0.iter().map(|pair| number(*pair));
        char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>().into()
    };
    match packet {
        [0xfe, 0xff, ..] | [0, b'<', ..] => utf16(u16::from_be_bytes),
        [0xff, 0xfe, ..] | [b'<', 0, ..] => utf16(u16::from_le_bytes),
        _ => match std::str::from_utf8(packet) {
            Ok(text) => text.into(),
            Err(_) => match Coding::guess([packet].into_iter()) {
                Coding::Utf8 => String::from_utf8_lossy(packet),
                Coding::Bytes(encoding) => encoding.decode_without_bom_handling(packet).0,
            },
        },
    }
}

fn is_bounded(text: &str) -> bool {
    // No value holds a bare `<`. The text behind the tag is counted with it, so a caption of formulas is none.
    let crowded = |tag: &str| {
        let tag = tag.split('>').next().unwrap_or(tag);
        tag.bytes().filter(|byte| *byte == b'=').count() > MOST_ATTRIBUTES
    };
    let few = |sign: &str, most| text.matches(sign).nth(most).is_none();
    few("xmlns", MOST_NAMESPACES) && few("<", MOST_TAGS) && few("=", MOST_EQUALS) && !text.split('<').any(crowded)
}

/// Without what XML forbids, which would cost the whole packet: control characters, and references to them.
fn mended(text: &str) -> String {
    let allowed = |letter: char| {
        matches!(letter, '\n' | '\r' | '\t') || letter >= ' ' && !matches!(letter, '\u{fffe}' | '\u{ffff}')
    };
    let text: Cow<'_, str> =
        if text.chars().all(allowed) { text.into() } else { text.chars().filter(|letter| allowed(*letter)).collect() };
    let mut mended = String::with_capacity(text.len());
    let mut pieces = text.split('&');
    mended.extend(pieces.next());
    for piece in pieces {
        let reference = piece.split_once(';').filter(|(name, _)| name.len() <= 8);
        match reference.and_then(|(name, rest)| Some((name, number(name)?, rest))) {
            // Left out.
            Some((_, Some(letter), rest)) if !allowed(letter) => mended.push_str(rest),
            Some((_, None, rest)) => mended.push_str(rest),
            Some((name, Some(_), rest)) => mended.extend(["&", name, ";", rest]),
            None if is_named(piece) => mended.extend(["&", piece]),
            None => mended.extend(["&amp;", piece]),
        }
    }
    mended
}

/// The letter that a reference by number means: nothing where it is no such reference, nothing within where it means no
/// letter.
fn number(name: &str) -> Option<Option<char>> {
    let digits = name.strip_prefix('#')?;
    let number = match digits.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => digits.parse().ok()?,
    };
    Some(char::from_u32(number))
}

fn is_named(piece: &str) -> bool {
    ["amp;", "lt;", "gt;", "quot;", "apos;"].iter().any(|name| piece.starts_with(name))
}
