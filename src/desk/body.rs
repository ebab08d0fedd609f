//! What people do to the cards of the body: cut one in two, join two, paste several, make one another kind, move it.
//!
//! Each is one step of undo and tells where the cursor stands afterwards. Places in a card's words are counted in
//! characters, as its field counts them; the points of a list stand in one field, a line each.

mod attributed;
mod pasting;

use std::ops::Range;

use super::Open;
use super::marks::{self, Edited, Emphasis, Reach};
use crate::release::{Block, BlockId, BlockKind, Quote, SpeakerId, Text};

use attributed::attributed;
pub use attributed::beside;
use pasting::{Signs, without_signs};

pub use pasting::paragraphs;

/// Where the cursor stands in the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caret {
    /// In which card.
    pub block: BlockId,
    /// What is selected of its words; nothing is where the cursor only stands.
    pub selection: Range<usize>,
}

impl Caret {
    /// The cursor at one place.
    pub fn at(block: BlockId, place: usize) -> Self {
        Caret { block, selection: place..place }
    }
}

/// An address that is being asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedLink {
    /// The words that should lead there.
    pub caret: Caret,
    /// As typed so far.
    pub address: String,
    /// The words are a link already.
    pub is_link: bool,
    /// The question has had the keyboard.
    pub begun: bool,
}

/// What a block with words can be turned into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Narrative text.
    Paragraph,
    /// Somebody's words.
    Quote,
    /// A line above what follows.
    Heading,
    /// Points, one a line.
    List,
}

impl Shape {
    /// All of them, as they stand in menus.
    pub const ALL: [Shape; 4] = [Shape::Paragraph, Shape::Quote, Shape::Heading, Shape::List];

    /// What a block is; a photo is none of them.
    pub fn of(kind: &BlockKind) -> Option<Self> {
        match kind {
            BlockKind::Paragraph(_) => Some(Shape::Paragraph),
            BlockKind::Quote(_) => Some(Shape::Quote),
            BlockKind::Heading(_) => Some(Shape::Heading),
            BlockKind::List { .. } => Some(Shape::List),
            BlockKind::Photo(_) => None,
        }
    }
}

/// The words of a block as they stand in its field; a photo has none.
pub fn typed(kind: &BlockKind) -> Option<String> {
    match kind {
        BlockKind::Paragraph(text) | BlockKind::Heading(text) => Some(text.0.clone()),
        BlockKind::Quote(quote) => Some(quote.text.0.clone()),
        BlockKind::List { items, ordered: _ } => Some(lines(items)),
        BlockKind::Photo(_) => None,
    }
}

/// How many characters stand in the block's field.
fn length(kind: &BlockKind) -> usize {
    typed(kind).map_or(0, |words| words.chars().count())
}

/// The points of a list, a line each.
pub fn lines(items: &[Text]) -> String {
    items.iter().map(|item| item.0.as_str()).collect::<Vec<_>>().join("\n")
}

/// Lines as the points of a list.
pub fn points(lines: &str) -> Vec<Text> {
    lines.split('\n').map(Text::from).collect()
}

fn reach(kind: &BlockKind) -> Reach {
    match kind {
        BlockKind::List { .. } => Reach::Line,
        BlockKind::Paragraph(_) | BlockKind::Quote(_) | BlockKind::Heading(_) | BlockKind::Photo(_) => Reach::Text,
    }
}

/// Puts words in place of those of a block, whatever kind it is.
pub(super) fn put(kind: &mut BlockKind, words: String) {
    match kind {
        BlockKind::Paragraph(text) | BlockKind::Heading(text) => text.0 = words,
        BlockKind::Quote(quote) => quote.text.0 = words,
        BlockKind::List { items, ordered: _ } => *items = points(&words),
        BlockKind::Photo(_) => {}
    }
}

fn is_blank(kind: &BlockKind) -> bool {
    typed(kind).is_some_and(|words| words.trim().is_empty())
}

fn speaker(kind: &BlockKind) -> Option<Option<SpeakerId>> {
    match kind {
        BlockKind::Quote(quote) => Some(quote.speaker),
        BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::List { .. } | BlockKind::Photo(_) => None,
    }
}

impl Open {
    fn place(&self, id: BlockId) -> Option<usize> {
        self.shown().body.iter().position(|block| block.id == id)
    }

    fn put_block(&mut self, at: usize, kind: BlockKind) -> BlockId {
        let id = self.release.fresh_block_id();
        let body = &mut self.shown_mut().body;
        body.insert(at.min(body.len()), Block { id, kind });
        id
    }

    /// Cuts a block at the cursor, and what is selected out of it; the cursor goes into what follows.
    ///
    /// After the end comes a paragraph: also after a heading and after a quote, because words that nobody has said must
    /// not stand in somebody's mouth by a key that everybody presses. Inside a quote both halves stay with its speaker.
    /// A list gives a paragraph after its last point where that is empty.
    pub fn split_block(&mut self, id: BlockId, selection: Range<usize>) -> Option<Caret> {
        let at = self.place(id)?;
        let kind = &self.shown().body[at].kind;
        let words = typed(kind)?;
        if let BlockKind::List { ordered, items } = kind {
            let (ordered, items) = (*ordered, items.clone());
            return Some(self.split_list(at, ordered, items, selection));
        }
        let (before, after) = marks::split(&words, selection);
        if before.is_empty() && !after.is_empty() {
            // The words keep their block and with it their translation; room is made above them.
            put(&mut self.shown_mut().body[at].kind, after);
            self.put_block(at, BlockKind::Paragraph(Text::default()));
            return Some(Caret::at(id, 0));
        }
        let rest = match kind {
            BlockKind::Heading(_) if !after.is_empty() => BlockKind::Heading(Text(after)),
            BlockKind::Quote(quote) if !after.is_empty() => {
                let (speaker, verb) = (quote.speaker, quote.verb.clone());
                BlockKind::Quote(Quote { text: Text(after), speaker, verb, ..Quote::default() })
            }
            BlockKind::Paragraph(_)
            | BlockKind::Heading(_)
            | BlockKind::Quote(_)
            | BlockKind::List { .. }
            | BlockKind::Photo(_) => BlockKind::Paragraph(Text(after)),
        };
        put(&mut self.shown_mut().body[at].kind, before);
        Some(Caret::at(self.put_block(at + 1, rest), 0))
    }

    /// A list goes on with another point; after an empty last one it has come to its end.
    fn split_list(&mut self, at: usize, ordered: bool, mut items: Vec<Text>, selection: Range<usize>) -> Caret {
        let id = self.shown().body[at].id;
        let words = lines(&items);
        let is_last = selection.start >= words.rfind('\n').map_or(0, |line_end| words[..line_end].chars().count() + 1);
        if !is_last || !items.last().is_some_and(Text::is_blank) {
            let Edited { text, selection } = marks::insert(&words, selection, "\n", Reach::Line);
            put(&mut self.shown_mut().body[at].kind, text);
            return Caret { block: id, selection };
        }
        items.pop();
        let paragraph = BlockKind::Paragraph(Text::default());
        if items.is_empty() {
            self.shown_mut().body[at].kind = paragraph;
            return Caret::at(id, 0);
        }
        self.shown_mut().body[at].kind = BlockKind::List { ordered, items };
        Caret::at(self.put_block(at + 1, paragraph), 0)
    }

    /// Joins a block to the one above; the cursor stands at the seam.
    ///
    /// An empty block goes away instead. Nothing joins a photo: the cursor goes there. A quote joins only the words of the
    /// same speaker; before anything else it becomes a paragraph first, and joins when asked again.
    pub fn join_with_above(&mut self, id: BlockId) -> Option<Caret> {
        let at = self.place(id)?;
        let above = at.checked_sub(1)?;
        let body = &mut self.shown_mut().body;
        let (above_id, above_end) = (body[above].id, length(&body[above].kind));
        if is_blank(&body[at].kind) {
            body.remove(at);
            return Some(Caret::at(above_id, above_end));
        }
        if is_blank(&body[above].kind) {
            body.remove(above);
            return Some(Caret::at(id, 0));
        }
        let (Some(upper), Some(lower)) = (typed(&body[above].kind), typed(&body[at].kind)) else {
            return Some(Caret::at(above_id, 0));
        };
        if let Some(voice) = speaker(&body[at].kind)
            && speaker(&body[above].kind) != Some(voice)
        {
            return self.turn_into(id, Shape::Paragraph).map(|_| Caret::at(id, 0));
        }
        let (first, rest) = match &body[at].kind {
            BlockKind::List { items, .. } => {
                (items.first().map(|item| item.0.clone()).unwrap_or_default(), items.len() > 1)
            }
            BlockKind::Paragraph(_) | BlockKind::Quote(_) | BlockKind::Heading(_) | BlockKind::Photo(_) => {
                (lower, false)
            }
        };
        // In a list the last point takes the words; the marks of the others have nothing to do with them.
        let (kept, last) = match body[above].kind {
            BlockKind::List { .. } => upper.rsplit_once('\n').map_or(("", upper.as_str()), |(kept, last)| (kept, last)),
            BlockKind::Paragraph(_) | BlockKind::Quote(_) | BlockKind::Heading(_) | BlockKind::Photo(_) => {
                ("", upper.as_str())
            }
        };
        let (joined, seam) = marks::join(last, &first);
        let start = if kept.is_empty() { String::new() } else { format!("{kept}\n") };
        let seam = start.chars().count() + seam;
        put(&mut body[above].kind, start + &joined);
        match &mut body[at].kind {
            BlockKind::List { items, .. } if rest => {
                items.remove(0);
            }
            BlockKind::List { .. }
            | BlockKind::Paragraph(_)
            | BlockKind::Quote(_)
            | BlockKind::Heading(_)
            | BlockKind::Photo(_) => {
                body.remove(at);
            }
        }
        Some(Caret::at(above_id, seam))
    }

    /// Joins the block below to this one.
    pub fn join_with_below(&mut self, id: BlockId) -> Option<Caret> {
        let at = self.place(id)?;
        let below = self.shown().body.get(at + 1)?.id;
        let end = length(&self.shown().body[at].kind);
        let caret = self.join_with_above(below)?;
        // The quote below has become a paragraph; the cursor stays where it was pressed.
        let stays = caret.block == below && self.place(id).is_some();
        Some(if stays { Caret::at(id, end) } else { caret })
    }

    /// Makes a block another kind and keeps its words. What a quote has beside them goes; undo brings it back.
    ///
    /// Marks that the new kind has by itself are taken off: those around a quote, those before the points of a list.
    pub fn turn_into(&mut self, id: BlockId, shape: Shape) -> Option<Caret> {
        let at = self.place(id)?;
        let kind = &self.shown().body[at].kind;
        let words = typed(kind)?;
        if Shape::of(kind) == Some(shape) {
            return None;
        }
        let end = words.chars().count();
        let kind = match shape {
            Shape::Paragraph => BlockKind::Paragraph(Text(words)),
            Shape::Quote => BlockKind::Quote(self.as_quote(words)),
            // A heading is one line by its nature.
            Shape::Heading => BlockKind::Heading(Text(words.replace(['\n', '\r'], " "))),
            Shape::List => {
                let (signs, words) = without_signs(&words);
                let filled: Vec<Text> = points(&words).into_iter().filter(|item| !item.is_blank()).collect();
                BlockKind::List {
                    ordered: signs == Signs::Numbers,
                    items: if filled.is_empty() { vec![Text::default()] } else { filled },
                }
            }
        };
        self.shown_mut().body[at].kind = kind;
        Some(Caret::at(id, end.min(length(&self.shown().body[at].kind))))
    }

    /// Words as somebody's; a sentence that says whose they are is taken apart.
    fn as_quote(&self, words: String) -> Quote {
        let blank = self.blank_quote();
        let lang = self.lang();
        match attributed(&words, &self.release.speakers, &lang) {
            // Marks alone say nothing of speaker and verb.
            Some(quote) if quote.verb.is_empty() => Quote { text: quote.text, ..blank },
            Some(quote) => quote,
            None => Quote { text: Text(words), ..blank },
        }
    }

    /// Numbers the points of a list, or marks them.
    pub fn number_list(&mut self, id: BlockId, numbered: bool) {
        let Some(at) = self.place(id) else { return };
        if let BlockKind::List { ordered, .. } = &mut self.shown_mut().body[at].kind {
            *ordered = numbered;
        }
    }

    /// Moves a block to another place among the blocks, counted without it.
    pub fn move_block_to(&mut self, id: BlockId, place: usize) {
        let Some(at) = self.place(id) else { return };
        let body = &mut self.shown_mut().body;
        let block = body.remove(at);
        body.insert(place.min(body.len()), block);
    }

    /// The cursor goes along with a block that has moved.
    pub fn keep_cursor(&mut self, moved: BlockId) {
        self.caret = self.cursor.clone().filter(|cursor| cursor.block == moved);
    }

    /// Turns emphasis on or off, for the selection or the word at the cursor.
    pub fn emphasise(&mut self, emphasis: Emphasis) {
        let Some(cursor) = self.cursor.clone() else { return };
        self.edit(&cursor, |words, selection, reach| marks::toggle(words, selection, emphasis, reach));
    }

    /// Lets words lead to an address, or takes their link off.
    pub fn link(&mut self, caret: &Caret, address: Option<&str>) {
        self.asked_link = None;
        self.caret = Some(caret.clone());
        self.edit(caret, |words, selection, reach| marks::set_link(words, selection, address, reach));
    }

    fn edit(&mut self, caret: &Caret, change: impl FnOnce(&str, Range<usize>, Reach) -> Option<Edited>) {
        let Some(block) = self.shown_mut().body.iter_mut().find(|block| block.id == caret.block) else { return };
        let Some(words) = typed(&block.kind) else { return };
        if let Some(Edited { text, selection }) = change(&words, caret.selection.clone(), reach(&block.kind)) {
            put(&mut block.kind, text);
            self.caret = Some(Caret { block: caret.block, selection });
        }
    }

    /// Asks where the words at the cursor should lead, and shows where they lead now.
    pub fn ask_link(&mut self) {
        let Some(caret) = self.cursor.clone() else { return };
        let Some(kind) = self.shown().block(caret.block).map(|block| &block.kind) else { return };
        let Some(words) = typed(kind) else { return };
        let held = marks::link_at(&words, caret.selection.clone(), reach(kind));
        let is_link = held.is_some();
        let address = held.map(|(_, address)| address).unwrap_or_default();
        self.asked_link = Some(AskedLink { caret, address, is_link, begun: false });
    }
}

/// Where the body differs from what it was: after an undo the cursor goes there. `None` where it is the same.
pub(super) fn changed(before: &[Block], after: &[Block]) -> Option<Caret> {
    let same = before.iter().zip(after).take_while(|(old, new)| old == new).count();
    if same == before.len() && same == after.len() {
        return None;
    }
    let Some(block) = after.get(same) else {
        let last = after.last()?;
        return Some(Caret::at(last.id, length(&last.kind)));
    };
    let new = typed(&block.kind).unwrap_or_default();
    let Some(old) = before.get(same).filter(|old| old.id == block.id) else {
        return Some(Caret::at(block.id, new.chars().count()));
    };
    let old = typed(&old.kind).unwrap_or_default();
    let start = old.chars().zip(new.chars()).take_while(|(old, new)| old == new).count();
    if before.len() != after.len() {
        // Cut in two or joined again: the seam.
        return Some(Caret::at(block.id, start));
    }
    let room = new.chars().count().min(old.chars().count()) - start;
    let end = old.chars().rev().zip(new.chars().rev()).take(room).take_while(|(old, new)| old == new).count();
    Some(Caret::at(block.id, new.chars().count() - end))
}

#[cfg(test)]
mod tests;
