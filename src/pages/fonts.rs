//! The letters that come with the program: Golos Text for the interface and the letterhead, Source Serif 4 for the text.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Golos Text, regular.
pub const GOLOS_REGULAR: &[u8] = include_bytes!("../../assets/fonts/GolosText-Regular.ttf");
/// Golos Text, semibold.
pub const GOLOS_SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/GolosText-SemiBold.ttf");
/// Golos Text, bold.
pub const GOLOS_BOLD: &[u8] = include_bytes!("../../assets/fonts/GolosText-Bold.ttf");
/// Source Serif 4, regular.
pub const SERIF_REGULAR: &[u8] = include_bytes!("../../assets/fonts/SourceSerif4-Regular.ttf");
/// Source Serif 4, bold.
pub const SERIF_BOLD: &[u8] = include_bytes!("../../assets/fonts/SourceSerif4-Bold.ttf");
/// Source Serif 4, italic.
pub const SERIF_ITALIC: &[u8] = include_bytes!("../../assets/fonts/SourceSerif4-Regular_Italic.ttf");
/// Source Serif 4, bold italic.
pub const SERIF_BOLD_ITALIC: &[u8] = include_bytes!("../../assets/fonts/SourceSerif4-Bold_Italic.ttf");

/// The fonts of a page; no others are known to it.
pub(super) static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files = [SERIF_REGULAR, SERIF_BOLD, SERIF_ITALIC, SERIF_BOLD_ITALIC, GOLOS_REGULAR, GOLOS_SEMIBOLD, GOLOS_BOLD];
    files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect()
});

pub(super) static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Can this letter be printed? Marks that have no shape of their own, such as a line break, always can.
pub fn has_letter(letter: char) -> bool {
    match COMMON.get(u32::from(letter) as usize) {
        Some(known) => *known,
        None => !is_private(letter) && (is_shapeless(letter) || is_covered(letter)),
    }
}

/// The letters that texts are made of (Unicode's first plane), looked up once: the fonts keep them in runs, which are slow to
/// search at every keystroke.
static COMMON: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let mut known = vec![false; 0x1_0000];
    for code in FONTS.iter().flat_map(|font| font.info().coverage.iter()) {
        if let Some(known) = known.get_mut(code as usize) {
            *known = true;
        }
    }
    for (code, known) in (0_u32..).zip(&mut known) {
        let letter = char::from_u32(code);
        *known = letter.is_some_and(|letter| !is_private(letter) && (*known || is_shapeless(letter)));
    }
    known
});

fn is_covered(letter: char) -> bool {
    FONTS.iter().any(|font| font.info().coverage.contains(letter.into()))
}

/// Letters of private use mean something else in each font, and archives refuse them (PDF/A).
fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

fn is_shapeless(letter: char) -> bool {
    letter.is_control() || letter.is_whitespace() || typst::text::is_default_ignorable(letter)
}
