//! What a page looks like, as one number.
//!
//! Typst's own hash of a page holds more than its looks: the invisible tags in it know the whole story, so that a letter
//! typed on the first page would change the number of the last.

use std::hash::{Hash, Hasher};

use typst::layout::{Frame, FrameItem};
use typst_layout::Page;

/// Two pages of the same number look the same.
pub(super) fn fingerprint(page: &Page) -> u128 {
    typst::utils::hash128(&Looks(page))
}

struct Looks<'a>(&'a Page);

impl Hash for Looks<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // The number of the page and the word before it are shown by the template, where they are shown at all.
        let Page { frame, bleed, fill, numbering: _, supplement: _, number: _ } = self.0;
        bleed.hash(state);
        fill.hash(state);
        hash_frame(frame, state);
    }
}

fn hash_frame(frame: &Frame, state: &mut impl Hasher) {
    frame.size().hash(state);
    frame.kind().hash(state);
    let visible = |item: &FrameItem| match item {
        FrameItem::Group(_) | FrameItem::Text(_) | FrameItem::Shape(..) | FrameItem::Image(..) => true,
        FrameItem::Link(..) | FrameItem::Tag(_) => false,
    };
    let items = frame.items().filter(|(_, item)| visible(item));
    items.clone().count().hash(state);
    for (position, item) in items {
        position.hash(state);
        std::mem::discriminant(item).hash(state);
        match item {
            FrameItem::Group(group) => {
                group.transform.hash(state);
                group.clip.hash(state);
                hash_frame(&group.frame, state);
            }
            FrameItem::Text(text) => text.hash(state),
            FrameItem::Shape(shape, _) => shape.hash(state),
            // Not the image itself, which knows its alternative text.
            FrameItem::Image(image, size, _) => (image.kind(), size).hash(state),
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}
