//! Where each part of the story stands on its pages, read off the finished frames.

use typst::foundations::Value;
use typst::introspection::{MetadataElem, Tag};
use typst::layout::{Frame, FrameItem, Point, Transform};
use typst::text::{TextItem, is_default_ignorable};
use typst_layout::PagedDocument;
use unicode_segmentation::UnicodeSegmentation;

use super::fonts::has_letter;

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
    let mut walk = Walk { page: 0, part: None, interrupted: None, marks: Vec::new(), missing: Vec::new() };
    for (index, page) in document.pages().iter().enumerate() {
        walk.page = index;
        walk.frame(&page.frame, Transform::identity());
    }
    walk.missing.sort_unstable();
    walk.missing.dedup();
    (walk.marks, walk.missing)
}

/// What the template marks as no part of the story: the head and the foot of a page.
const APART: i64 = -1;

/// Where that ends.
const BACK: i64 = -2;

struct Walk {
    page: usize,
    /// The part in which the reader is; `None` in what repeats.
    part: Option<usize>,
    /// The part that goes on after the head of a page.
    interrupted: Option<usize>,
    marks: Vec<Mark>,
    missing: Vec<char>,
}

impl Walk {
    fn frame(&mut self, frame: &Frame, transform: Transform) {
        for (position, item) in frame.items() {
            let transform = transform.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => self.frame(&group.frame, transform.pre_concat(group.transform)),
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
                        match index {
                            APART => self.interrupted = self.part.take(),
                            BACK => self.part = self.interrupted.take(),
                            _ => self.part = usize::try_from(index).ok(),
                        }
                    }
                }
            }
        }
    }

    fn text(&mut self, text: &TextItem, transform: Transform) {
        let size = text.size.to_pt();
        // The ground of a line rather than the ink: "a" and "Ä" cover the same.
        self.cover(transform, 0.0, -0.8 * size, text.width().to_pt(), 0.25 * size);
        // Where a font has the mark but not its letter, Typst shows the mark alone, without a box.
        self.missing.extend(text.text.chars().filter(|letter| !has_letter(*letter)));
        for boxes in text.glyphs.chunk_by(|left, right| (left.id == 0) == (right.id == 0)) {
            let ranges = || boxes.iter().filter(|glyph| glyph.id == 0).map(|glyph| glyph.range());
            let (Some(start), Some(end)) = (ranges().map(|at| at.start).min(), ranges().map(|at| at.end).max()) else {
                continue;
            };
            let letters = text.text.get(start..end).unwrap_or_default();
            letters.graphemes(true).for_each(|together| self.missing.extend(missing_of(together, text)));
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

/// Which of the letters are to blame that stand together and became boxes. A letter and its marks need a font that has them
/// all: where each of them has some font, it is what this one lacks.
fn missing_of(together: &str, text: &TextItem) -> Vec<char> {
    let shaped = || together.chars().filter(|letter| !is_default_ignorable(*letter) && !letter.is_whitespace());
    let in_none: Vec<char> = shaped().filter(|letter| !has_letter(*letter)).collect();
    if !in_none.is_empty() {
        return in_none;
    }
    let not_here: Vec<char> = shaped().filter(|letter| text.font.ttf().glyph_index(*letter).is_none()).collect();
    if !not_here.is_empty() {
        return not_here;
    }
    let alone = shaped().nth(1).is_none();
    shaped().skip(usize::from(!alone)).collect()
}
