//! Reads pages back, and says what it means that they tell a story.
//!
//! What was typed may be broken into lines anywhere where it has a space, and inside a word that is longer than a line. So:
//!
//! - White space at the end and at the start of a line is free: there may be some, another kind, or none.
//! - Inside a line every letter stands as it was typed, spaces included.
//! - What has no shape is no letter: soft hyphens, zero-width spaces and joiners, direction marks, variation selectors.
//! - A line with letters that run from right to left, or of a language that does, is shown in the order in which it is
//!   seen; its letters are counted, and a letter may be there twice (Typst draws it again where its accent is in another font).
//! - Before that, a few letters are others than those that were typed; [`printable`] says which.

use dateline::pages::Pages;
use dateline::story::{PartKind, Story};
use typst::foundations::Value;
use typst::introspection::{MetadataElem, Tag};
use typst::layout::{Frame, FrameItem, Point, Transform};
use typst::text::{Glyph, TextItem};
use typst::utils::Numeric;

/// A piece of a line of letters.
#[derive(Clone, Debug)]
pub struct Piece {
    pub page: usize,
    /// The part of the story; `None` for what repeats on each page.
    pub part: Option<usize>,
    pub left: f64,
    pub right: f64,
    /// The right edge without the spaces at the end.
    pub ink: f64,
    pub baseline: f64,
    pub size: f64,
    pub text: String,
}

/// A picture on a page: its part and its ground.
#[derive(Clone, Debug)]
pub struct Image {
    pub page: usize,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// All that the pages show, in reading order.
#[derive(Default)]
pub struct Seen {
    pub pieces: Vec<Piece>,
    pub images: Vec<Image>,
    /// Letters that are said but not drawn: the font lacks them, and still no box stands in their place.
    pub vanished: Vec<char>,
    page: usize,
    part: Option<usize>,
    interrupted: Option<usize>,
}

impl Seen {
    pub fn of(pages: &Pages) -> Seen {
        let mut seen = Seen::default();
        for (index, page) in pages.document().pages().iter().enumerate() {
            seen.page = index;
            seen.frame(&page.frame, Transform::identity());
        }
        seen
    }

    fn frame(&mut self, frame: &Frame, transform: Transform) {
        for (position, item) in frame.items() {
            let transform = transform.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => self.frame(&group.frame, transform.pre_concat(group.transform)),
                FrameItem::Text(text) => {
                    self.vanished.extend(vanished(text));
                    let at = Point::zero().transform(transform);
                    let left = at.x.to_pt();
                    self.pieces.push(Piece {
                        page: self.page,
                        part: self.part,
                        left,
                        right: left + text.width().to_pt(),
                        ink: left + inked_width(text),
                        baseline: at.y.to_pt(),
                        size: text.size.to_pt(),
                        text: text.text.to_string(),
                    });
                }
                FrameItem::Image(_, size, _) => {
                    let at = Point::zero().transform(transform);
                    let (left, top) = (at.x.to_pt(), at.y.to_pt());
                    let (right, bottom) = (left + size.x.to_pt(), top + size.y.to_pt());
                    self.images.push(Image { page: self.page, left, top, right, bottom });
                }
                FrameItem::Tag(Tag::Start(element, _)) => {
                    if let Some(metadata) = element.to_packed::<MetadataElem>()
                        && let Value::Int(index) = metadata.value
                    {
                        match index {
                            -1 => self.interrupted = self.part.take(),
                            -2 => self.part = self.interrupted.take(),
                            _ => self.part = Some(usize::try_from(index).unwrap()),
                        }
                    }
                }
                FrameItem::Shape(..) | FrameItem::Link(..) | FrameItem::Tag(Tag::End(..)) => {}
            }
        }
    }

    /// The lines of one part, or of what repeats.
    pub fn lines(&self, part: Option<usize>) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for piece in self.pieces.iter().filter(|piece| piece.part == part) {
            match lines.last_mut() {
                Some(line) if line.goes_on(piece) => {
                    if piece.left > line.right + 1.0 {
                        // The mark of a point and its words, two captions side by side.
                        line.text.push(GAP);
                    }
                    line.right = line.right.max(piece.right);
                    line.left = line.left.min(piece.left);
                    line.text.push_str(&piece.text);
                }
                Some(_) | None => lines.push(Line {
                    page: piece.page,
                    baseline: piece.baseline,
                    left: piece.left,
                    right: piece.right,
                    text: piece.text.clone(),
                }),
            }
        }
        lines
    }
}

/// Where nothing but an accent is drawn, the letter under it is not.
fn vanished(text: &TextItem) -> Vec<char> {
    let is_accent =
        |letter: char| matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{20d0}'..='\u{20ff}');
    let clusters = text.glyphs.chunk_by(|left, right| left.range == right.range);
    clusters
        .filter(|cluster| cluster.iter().all(|glyph| glyph.id != 0 && glyph.x_advance.is_zero()))
        .filter_map(|cluster| text.text.get(cluster.first()?.range()))
        .flat_map(str::chars)
        .filter(|letter| !is_no_letter(*letter) && !letter.is_whitespace() && !is_accent(*letter))
        .collect()
}

/// How far the letters reach; spaces at the end of a line may hang over.
fn inked_width(text: &TextItem) -> f64 {
    let is_blank = |glyph: &Glyph| text.text[glyph.range()].trim().is_empty();
    let inked = text.glyphs.iter().rposition(|glyph| !is_blank(glyph)).map_or(0, |last| last + 1);
    text.glyphs[..inked].iter().map(|glyph| glyph.x_advance.at(text.size).to_pt()).sum()
}

/// Empty ground in a line.
const GAP: char = '\t';

/// Letters on one baseline.
#[derive(Clone, Debug)]
pub struct Line {
    pub page: usize,
    pub baseline: f64,
    pub left: f64,
    pub right: f64,
    pub text: String,
}

impl Line {
    fn goes_on(&self, piece: &Piece) -> bool {
        self.page == piece.page && (self.baseline - piece.baseline).abs() < 0.01
    }
}

/// What a page shows of typed letters: line breaks of one kind, tabs as spaces; no control letters, byte order marks or
/// noncharacters, which mean something to software only and which archives refuse.
pub fn printable(text: &str) -> String {
    let breaks = ["\r\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"];
    let text = breaks.iter().fold(text.replace('\t', " "), |text, end| text.replace(end, "\n"));
    let is_nothing = |c: char| {
        (c.is_control() && c != '\n')
            || c == '\u{feff}'
            || matches!(c, '\u{fdd0}'..='\u{fdef}')
            || u32::from(c) % 0x1_0000 >= 0xfffe
    };
    text.replace(is_nothing, "")
}

/// May stand anywhere or nowhere.
fn is_no_letter(letter: char) -> bool {
    typst::text::is_default_ignorable(letter)
}

fn runs_from_the_right(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
        || matches!(letter, '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(letter, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Do these lines tell this text? The answer is what does not fit.
pub fn tell(lines: &[Line], text: &str, from_the_right: bool) -> Result<(), String> {
    let wanted: String = printable(text).chars().filter(|c| !is_no_letter(*c)).collect();
    let shown: Vec<String> = lines
        .iter()
        .flat_map(|line| line.text.split(GAP))
        .map(|piece| piece.chars().filter(|c| !is_no_letter(*c)).collect())
        .collect();
    if from_the_right || text.contains(runs_from_the_right) {
        let counted = |text: &str| {
            let mut letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
            letters.sort_unstable();
            letters
        };
        let (wanted, mut shown) = (counted(&wanted), counted(&shown.concat()).into_iter().peekable());
        let mut is_shown = |letter: &char| {
            while shown.next_if(|shown| shown < letter).is_some() {}
            shown.next_if_eq(letter).is_some()
        };
        let left: Vec<char> = wanted.into_iter().filter(|letter| !is_shown(letter)).collect();
        return if left.is_empty() { Ok(()) } else { Err(format!("{left:?} is not there")) };
    }
    let mut rest = wanted.as_str();
    for line in &shown {
        rest = rest.trim_start();
        match rest.strip_prefix(line.trim()) {
            Some(after) => rest = after,
            None => return Err(format!("the line {line:?} where {rest:?} should follow")),
        }
    }
    match rest.trim() {
        "" => Ok(()),
        left => Err(format!("{left:?} is not there")),
    }
}

/// What a reader should see of each part, in its order; the marks of lists too.
pub fn letters_of(kind: &PartKind) -> String {
    match kind {
        PartKind::List { ordered, items: _ } => {
            let marked = |(number, item): (usize, String)| {
                if *ordered { format!("{}.\n{item}", number + 1) } else { format!("•\n{item}") }
            };
            kind.lines().into_iter().enumerate().map(marked).collect::<Vec<_>>().join("\n")
        }
        PartKind::ReleaseLine(_)
        | PartKind::Headline(_)
        | PartKind::Subhead(_)
        | PartKind::Dateline(_)
        | PartKind::Paragraph(_)
        | PartKind::Quote(_)
        | PartKind::Heading(_)
        | PartKind::Figure(_)
        | PartKind::EndMark(_)
        | PartKind::Section { .. }
        | PartKind::Closing(_) => kind.lines().join("\n"),
    }
}

/// Do the pages tell the whole story, each part in its place? The answers are what does not fit.
pub fn untold(story: &Story, seen: &Seen) -> Vec<String> {
    let mut faults = Vec::new();
    let from_the_right = story.facts.lang.primary() == "ar";
    for (index, part) in story.parts.iter().enumerate() {
        if let Err(fault) = tell(&seen.lines(Some(index)), &letters_of(&part.kind), from_the_right) {
            faults.push(format!("part {index} ({:?}): {fault}", part.origin));
        }
    }
    faults.extend(untold_letterhead(story, seen));
    // Parts come in their order, each in one go.
    let order: Vec<usize> = seen.pieces.iter().filter_map(|piece| piece.part).collect();
    if !order.is_sorted() {
        faults.push(format!("the parts stand in the order {order:?}"));
    }
    faults
}

/// The head of the first page: who publishes, and what this is, in capitals; letters are counted, as the two stand side by
/// side.
fn untold_letterhead(story: &Story, seen: &Seen) -> Option<String> {
    let counted = |text: &str| {
        let mut letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && !is_no_letter(*c)).collect();
        letters.sort_unstable();
        letters
    };
    let wanted = printable(&format!("{}{}", story.facts.organisation, story.kind)).to_uppercase();
    let first_page = seen.pieces.iter().filter(|piece| piece.part.is_none() && piece.page == 0);
    let shown: String = first_page.map(|piece| piece.text.as_str()).collect();
    let same = counted(&wanted) == counted(&shown) || wanted.contains(runs_from_the_right);
    (!same).then(|| format!("the letterhead says {shown:?}, not {wanted:?}"))
}
