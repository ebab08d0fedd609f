//! Sets right in the finished pages what a reader would stumble over who copies or searches in a PDF. Nothing moves.
//!
//! - Soft hyphens at which no line ended, and zero-width spaces: invisible, but the word is no longer found.
//! - A box for a letter that has no shape, where a line ends in it and its style begins with it.
//! - A mark that stands higher or lower than the font has it, as the second of two accents: Typst draws it apart from its
//!   letter and says the letter again.

use typst::layout::{Abs, Em, Frame, FrameItem, Point};
use typst::text::{TextItem, is_default_ignorable};
use typst_layout::PagedDocument;

use super::bounds::ZERO_WIDTH_SPACE;
use super::hyphens::SOFT_HYPHEN;

/// The same pages, tidied.
pub(super) fn tidied(document: PagedDocument) -> PagedDocument {
    if !document.pages().iter().any(|page| is_untidy(&page.frame)) {
        return document;
    }
    let info = typst::model::Document::info(&document).clone();
    let pages = document.pages().iter().cloned().map(|mut page| {
        page.frame = tidied_frame(&page.frame);
        page
    });
    PagedDocument::new(pages.collect(), info)
}

fn is_untidy(frame: &Frame) -> bool {
    let own = frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => is_untidy(&group.frame),
        FrameItem::Text(text) => holds_unused(text) || is_needless_box(text),
        FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => false,
    });
    own || !strays(frame).is_empty()
}

fn tidied_frame(frame: &Frame) -> Frame {
    let strays = strays(frame);
    let mut frame = frame.clone();
    let mut index = 0;
    frame.retain(|item| {
        let own = index;
        index += 1;
        match item {
            FrameItem::Text(text) if is_needless_box(text) => return false,
            FrameItem::Group(group) if is_untidy(&group.frame) => group.frame = tidied_frame(&group.frame),
            FrameItem::Text(text) => {
                let mine = strays.iter().filter(|stray| stray.home == own);
                mine.for_each(|stray| bring_home(text, stray));
                if holds_unused(text) {
                    take_out_unused(text);
                }
            }
            FrameItem::Group(_)
            | FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        }
        !strays.iter().any(|stray| stray.index == own)
    });
    frame
}

/// A mark that is drawn apart from its letter.
struct Stray {
    /// Its place among the items.
    index: usize,
    /// The place of the item whose last letter it belongs to.
    home: usize,
    /// How much higher it stands.
    raised: Abs,
    mark: TextItem,
}

fn strays(frame: &Frame) -> Vec<Stray> {
    let mut strays = Vec::new();
    let mut home: Option<(usize, Point, &TextItem)> = None;
    for (index, (position, item)) in frame.items().enumerate() {
        let FrameItem::Text(text) = item else {
            home = None;
            continue;
        };
        match home {
            Some((home, base, letters)) if is_mark_of((base, letters), (*position, text)) => {
                strays.push(Stray { index, home, raised: base.y - position.y, mark: text.clone() });
            }
            Some(_) | None => home = Some((index, *position, text)),
        }
    }
    strays
}

/// Does this item, which takes up no room, say again how the one before it ends, higher or lower than that?
fn is_mark_of((base, letters): (Point, &TextItem), (position, mark): (Point, &TextItem)) -> bool {
    let said = letters.glyphs.last().and_then(|letter| letters.text.get(letter.range()));
    base.y != position.y
        && mark.width().approx_eq(Abs::zero())
        && (base.x + letters.width()).approx_eq(position.x)
        && letters.size == mark.size
        && letters.font == mark.font
        && said == Some(mark.text.as_str())
        && mark.glyphs.iter().all(|glyph| glyph.range() == (0..mark.text.len()))
}

fn bring_home(text: &mut TextItem, stray: &Stray) {
    let Some(range) = text.glyphs.last().map(|glyph| glyph.range.clone()) else { return };
    text.glyphs.extend(stray.mark.glyphs.iter().cloned().map(|mut glyph| {
        glyph.y_offset += Em::from_abs(stray.raised, text.size);
        glyph.range = range.clone();
        glyph
    }));
}

fn is_needless_box(text: &TextItem) -> bool {
    text.text.chars().all(is_default_ignorable) && text.glyphs.iter().all(|glyph| glyph.id == 0)
}

fn is_unused(letter: char) -> bool {
    matches!(letter, SOFT_HYPHEN | ZERO_WIDTH_SPACE)
}

fn holds_unused(text: &TextItem) -> bool {
    // The hyphen that is shown at a line's end is an item of its own and says "soft hyphen" too.
    text.text.contains(is_unused) && !text.text.chars().all(is_unused)
}

fn take_out_unused(text: &mut TextItem) {
    // Where each byte of the text goes once they are out.
    let mut moved = Vec::with_capacity(text.text.len() + 1);
    let mut kept = String::with_capacity(text.text.len());
    for letter in text.text.chars() {
        for byte in 0..letter.len_utf8() {
            moved.push(if is_unused(letter) { kept.len() } else { kept.len() + byte });
        }
        if !is_unused(letter) {
            kept.push(letter);
        }
    }
    moved.push(kept.len());
    let at = |byte: u16| moved.get(usize::from(byte)).copied().unwrap_or(kept.len()) as u16;
    text.glyphs.retain_mut(|glyph| {
        glyph.range = at(glyph.range.start)..at(glyph.range.end);
        !glyph.range.is_empty()
    });
    text.text = kept.into();
}
