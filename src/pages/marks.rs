//! Where each part of the story stands on its pages, read off the finished frames.

use typst::foundations::Value;
use typst::introspection::{MetadataElem, Tag};
use typst::layout::{Frame, FrameItem, Point, Transform};
use typst::text::TextItem;
use typst_layout::PagedDocument;

use super::hyphens::SOFT_HYPHEN;

/// A part of the story on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Which of the story's parts, counted from 0.
    pub part: usize,
    /// The page, counted from 0.
    pub page: usize,
    /// The ground that it covers there.
    pub rect: Rect,
}

/// A rectangle on a page, in points from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

impl Rect {
    fn around(self, other: Rect) -> Rect {
        Rect {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

/// Where every part stands, and the letters that no font has.
pub(super) fn walk(document: &PagedDocument) -> (Vec<Mark>, Vec<char>) {
    let mut walk = Walk { page: 0, part: None, marks: Vec::new(), missing: Vec::new() };
    for (index, page) in document.pages().iter().enumerate() {
        walk.page = index;
        walk.frame(&page.frame, Transform::identity());
    }
    walk.missing.sort_unstable();
    walk.missing.dedup();
    (walk.marks, walk.missing)
}

/// What the template marks as repeating on every page.
const REPEATED: i64 = -1;

struct Walk {
    page: usize,
    /// The part in which the reader is; `None` in what repeats.
    part: Option<usize>,
    marks: Vec<Mark>,
    missing: Vec<char>,
}

impl Walk {
    fn frame(&mut self, frame: &Frame, transform: Transform) {
        for (position, item) in frame.items() {
            let transform = transform.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => {
                    let before = self.part;
                    self.frame(&group.frame, transform.pre_concat(group.transform));
                    if self.part.is_none() {
                        // The head of the page is over; the text goes on where it was.
                        self.part = before;
                    }
                }
                FrameItem::Text(text) => self.text(text, transform),
                FrameItem::Shape(shape, _) => {
                    let rect = shape.geometry.bbox(shape.stroke.as_ref());
                    let (min, max) = (rect.min, rect.max);
                    self.cover(transform, min.x.to_pt(), min.y.to_pt(), max.x.to_pt(), max.y.to_pt());
                }
                FrameItem::Image(_, size, _) => self.cover(transform, 0.0, 0.0, size.x.to_pt(), size.y.to_pt()),
                FrameItem::Link(..) | FrameItem::Tag(Tag::End(..)) => {}
                FrameItem::Tag(Tag::Start(element, _)) => {
                    if let Some(metadata) = element.to_packed::<MetadataElem>()
                        && let Value::Int(index) = metadata.value
                    {
                        self.part = if index == REPEATED { None } else { usize::try_from(index).ok() };
                    }
                }
            }
        }
    }

    fn text(&mut self, text: &TextItem, transform: Transform) {
        let size = text.size.to_pt();
        // The ground of a line rather than the ink: "a" and "Ä" cover the same.
        self.cover(transform, 0.0, -0.8 * size, text.width().to_pt(), 0.25 * size);
        let missing = text.glyphs.iter().filter(|glyph| glyph.id == 0);
        for letter in missing.filter_map(|glyph| text.text.get(glyph.range())).flat_map(str::chars) {
            self.missing.push(letter);
        }
    }

    fn cover(&mut self, transform: Transform, left: f64, top: f64, right: f64, bottom: f64) {
        let Some(part) = self.part else { return };
        let corner = |x: f64, y: f64| {
            let point = Point::new(typst::layout::Abs::pt(x), typst::layout::Abs::pt(y)).transform(transform);
            (point.x.to_pt() as f32, point.y.to_pt() as f32)
        };
        let (left, top) = corner(left, top);
        let (right, bottom) = corner(right, bottom);
        let rect = Rect { left, top, right, bottom };
        match self.marks.iter_mut().rev().find(|mark| mark.part == part && mark.page == self.page) {
            Some(mark) => mark.rect = mark.rect.around(rect),
            None => self.marks.push(Mark { part, page: self.page, rect }),
        }
    }
}

/// Takes out the soft hyphens at which no line ended: they are invisible, but a search in the PDF would stumble over them.
pub(super) fn without_unused_hyphens(document: PagedDocument) -> PagedDocument {
    if !document.pages().iter().any(|page| holds_unused(&page.frame)) {
        return document;
    }
    let info = typst::model::Document::info(&document).clone();
    let pages = document.pages().iter().cloned().map(|mut page| {
        page.frame = cleaned(&page.frame);
        page
    });
    PagedDocument::new(pages.collect(), info)
}

fn is_unused(text: &TextItem) -> bool {
    // The hyphen that is shown at a line's end is an item of its own and says "soft hyphen" too.
    text.text.contains(SOFT_HYPHEN) && text.text.chars().any(|letter| letter != SOFT_HYPHEN)
}

fn holds_unused(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => holds_unused(&group.frame),
        FrameItem::Text(text) => is_unused(text),
        FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => false,
    })
}

fn cleaned(frame: &Frame) -> Frame {
    let mut frame = frame.clone();
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) if holds_unused(&group.frame) => group.frame = cleaned(&group.frame),
            FrameItem::Text(text) if is_unused(text) => clean(text),
            FrameItem::Group(_)
            | FrameItem::Text(_)
            | FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        }
        true
    });
    frame
}

fn clean(text: &mut TextItem) {
    // Where each byte of the text goes once the soft hyphens are out.
    let mut moved = Vec::with_capacity(text.text.len() + 1);
    let mut kept = String::with_capacity(text.text.len());
    for letter in text.text.chars() {
        for byte in 0..letter.len_utf8() {
            moved.push(if letter == SOFT_HYPHEN { kept.len() } else { kept.len() + byte });
        }
        if letter != SOFT_HYPHEN {
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
