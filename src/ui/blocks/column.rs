//! What the column of cards remembers from one frame to the next: how high each card is, where the cursor is, and which
//! keys still wait for their turn.

use std::collections::HashMap;
use std::sync::Arc;

use egui::mutex::Mutex;
use egui::text::CCursorRange;
use egui::text_edit::TextEditState;
use egui::{Align, Context, Event, Galley, Id, Rect, Ui};
use uuid::Uuid;

use crate::desk::{Open, typed};
use crate::release::{Block, BlockId, BlockKind, Lang};
use crate::ui::theme::{CONTROL_HEIGHT, size};
use crate::words::Locale;

/// The memory of one column of cards.
#[derive(Default)]
pub(super) struct Column {
    /// Of which release and edition.
    of: Option<(Uuid, Lang)>,
    heights: HashMap<BlockId, Known>,
    /// The words of the cards that were drawn last, as they were laid out.
    galleys: HashMap<BlockId, Arc<Galley>>,
    names: HashMap<(Locale, &'static str, usize), Arc<CardName>>,
    /// The card in whose words the cursor is, and its place.
    pub(super) focused: Option<(usize, BlockId)>,
    /// Keys that came after one that changes the cards.
    pub(super) held: Vec<Event>,
    /// The card that is being dragged.
    pub(super) dragged: Option<Id>,
    /// The speaker whose title was asked for.
    pub(super) title_asked: Option<BlockId>,
    /// The quote whose speaker is to be picked, and the one whose words after the name come next.
    pub(super) speaker_asked: Option<BlockId>,
    pub(super) tail_asked: Option<BlockId>,
    /// The top of the row that adds blocks, where it stands under the text, and its height.
    pub(super) row: (f32, f32),
    /// Where the row is, seen from the form.
    pub(super) row_is: RowIs,
    /// The card whose menu was asked for by keys.
    pub(super) menu_asked: Option<BlockId>,
    lead: Option<Lead>,
    /// What of the card that was to be gone to has to come into sight, and where in the sight.
    pub(super) led: Option<(Rect, Option<Align>)>,
    /// Where the sight begins, and by how much cards above it have grown in this frame.
    sight_top: f32,
    growth: f32,
    /// Where the form is to be scrolled to for that.
    pub(super) settles_at: Option<f32>,
}

/// Where the row that adds blocks has its place, seen from the form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum RowIs {
    /// Under the text, in sight.
    #[default]
    InSight,
    /// Further down: the text goes on below the foot of the form.
    Below,
    /// Further up: somebody is at photos, speakers or contacts.
    Above,
}

/// After so many frames a card that cannot be brought into sight is left where it is.
const MOST_TRIES: u8 = 12;

/// How high a card was, at which width.
#[derive(Clone, Copy)]
struct Known {
    width: f32,
    height: f32,
}

/// A card that the form is to be scrolled to.
#[derive(Clone, Copy)]
struct Lead {
    block: BlockId,
    /// Where in the sight; as little scrolling as possible where none is told.
    align: Option<Align>,
    /// Cards on the way may turn out to be of another height.
    frames: u8,
    /// How often it may turn out that the card is not in sight yet.
    tries: u8,
    /// Its place in the body.
    at: usize,
}

/// How a card is spoken of.
pub(super) struct CardName {
    /// Paragraph 1
    pub(super) card: String,
    /// Delete Paragraph 1
    pub(super) delete: String,
    /// More for Paragraph 1
    pub(super) more: String,
}

/// What a card is when it is dragged.
pub(super) fn card_key(id: BlockId) -> Id {
    Id::unique(("card", id.0))
}

impl Column {
    /// The memory of the column of this release and edition.
    pub(super) fn of(ctx: &Context, open: &Open) -> Arc<Mutex<Column>> {
        let column = Self::kept(ctx);
        let shown = open.shown();
        let mut inside = column.lock();
        if !inside.of.as_ref().is_some_and(|(id, lang)| *id == open.release.id && *lang == shown.lang) {
            *inside = Column { of: Some((open.release.id, shown.lang.clone())), ..Column::default() };
        }
        drop(inside);
        column
    }

    /// A new frame begins.
    pub(super) fn begin(&mut self, ui: &Ui, body: &[Block]) {
        self.growth = 0.0;
        self.sight_top = ui.clip_rect().top();
        self.galleys.clear();
        if let Some((at, id)) = self.focused
            && body.get(at).is_none_or(|block| block.id != id)
        {
            self.focused = body.iter().position(|block| block.id == id).map(|at| (at, id));
        }
        if let Some(lead) = &mut self.lead {
            lead.at = body.iter().position(|block| block.id == lead.block).unwrap_or_default();
            if lead.frames == 0 {
                self.lead = None;
            } else {
                lead.frames -= 1;
                ui.ctx().request_repaint();
            }
        }
    }

    /// How high a card is, as far as is known.
    pub(super) fn height(&self, block: &Block, width: f32) -> f32 {
        match self.heights.get(&block.id) {
            Some(known) if (known.width - width).abs() < 0.5 => known.height,
            Some(known) => known.height * known.width / width.max(1.0),
            None => guess(&block.kind, width),
        }
    }

    /// Is this card to be drawn?
    pub(super) fn is_wanted(&self, ui: &Ui, index: usize, id: BlockId, place: Rect) -> bool {
        let sight = ui.clip_rect();
        let near = place.bottom() > sight.top() - sight.height() && place.top() < sight.bottom() + sight.height();
        let has_cursor = self.focused.is_some_and(|(at, _)| at.abs_diff(index) < 2);
        let is_led_to = self.lead.is_some_and(|lead| lead.block == id);
        // Where a card is far away, those before it are measured, so that the way to it is as long as it is.
        let is_on_the_way = self.lead.is_some_and(|lead| lead.tries < MOST_TRIES && index < lead.at);
        let is_unknown = is_on_the_way && !self.heights.contains_key(&id);
        near || has_cursor || is_led_to || is_unknown || self.dragged == Some(card_key(id))
    }

    /// Remembers how high a card is that was drawn.
    pub(super) fn remember(&mut self, id: BlockId, thought: Rect, height: f32) {
        let width = thought.width();
        self.heights.insert(id, Known { width, height });
        let difference = height - thought.height();
        if self.dragged.is_none() && self.lead.is_none() && difference.abs() > 0.5 && thought.bottom() <= self.sight_top
        {
            self.growth += difference;
        }
    }

    /// By how much the form has to be scrolled for the card that was to be gone to.
    pub(super) fn still_to_go(&mut self, sight: Rect) -> Option<f32> {
        let (place, align) = self.led.take()?;
        let (above, below) = (place.top() - sight.top(), place.bottom() - sight.bottom());
        let way = match align {
            Some(_) => place.center().y - sight.center().y,
            None if above < 0.0 => above,
            None if below > 0.0 => below.min(above),
            None => 0.0,
        };
        (way.abs() > 0.5).then_some(way)
    }

    /// By how much the cards above the sight have turned out to be higher in this frame.
    pub(super) fn grown(&mut self) -> Option<f32> {
        let growth = std::mem::take(&mut self.growth);
        (growth.abs() > 0.5).then_some(growth)
    }

    /// The one column of this window.
    pub(super) fn kept(ctx: &Context) -> Arc<Mutex<Column>> {
        ctx.data_mut(|data| Arc::clone(data.get_temp_mut_or_default(Id::unique("column of cards"))))
    }

    /// How a card is spoken of.
    pub(super) fn name(&mut self, locale: Locale, kind: &BlockKind, index: usize) -> Arc<CardName> {
        let key = match kind {
            BlockKind::Paragraph(_) => "card-paragraph",
            BlockKind::Quote(_) => "card-quote",
            BlockKind::Heading(_) => "card-heading",
            BlockKind::List { .. } => "card-list",
            BlockKind::Photo(_) => "card-photo",
        };
        let name = self.names.entry((locale, key, index)).or_insert_with(|| {
            let card = locale.tell(key, &[("number", (index + 1).into())]);
            let about = |key| locale.tell(key, &[("card", card.as_str().into())]);
            Arc::new(CardName { delete: about("card-delete"), more: about("card-more"), card })
        });
        Arc::clone(name)
    }

    /// Puts the cursor into a card, and scrolls no more than is needed.
    pub(super) fn put_cursor(&mut self, ctx: &Context, block: BlockId, key: Id, range: CCursorRange) {
        let mut state = TextEditState::load(ctx, key).unwrap_or_default();
        state.cursor.set_char_range(Some(range));
        state.store(ctx, key);
        ctx.memory_mut(|memory| memory.request_focus(key));
        self.lead = Some(Lead { block, align: None, frames: 2, tries: MOST_TRIES, at: 0 });
        ctx.request_repaint();
    }

    /// Puts the cursor into a card where it was last, in the middle of the sight.
    pub(super) fn lead_to(&mut self, ctx: &Context, block: BlockId, key: Id) {
        ctx.memory_mut(|memory| memory.request_focus(key));
        self.lead = Some(Lead { block, align: Some(Align::Center), frames: 2, tries: MOST_TRIES, at: 0 });
        ctx.request_repaint();
    }

    /// The card that was to be gone to is not in sight yet: the cards before it were higher or lower than was thought.
    pub(super) fn is_not_there_yet(&mut self) {
        if let Some(lead) = self.lead.as_mut().filter(|lead| lead.tries > 0) {
            lead.tries -= 1;
            lead.frames = 2;
        }
    }

    /// Where in the sight this card is to be scrolled to, if it is.
    pub(super) fn is_led_to(&self, block: BlockId) -> Option<Option<Align>> {
        self.lead.filter(|lead| lead.block == block).map(|lead| lead.align)
    }

    /// Remembers how the words of a card were laid out.
    pub(super) fn laid_out(&mut self, block: BlockId, galley: &Arc<Galley>) {
        self.galleys.insert(block, Arc::clone(galley));
    }

    /// How the words of a card were laid out last.
    pub(super) fn galley(&self, block: BlockId) -> Option<&Arc<Galley>> {
        self.galleys.get(&block)
    }
}

/// About how high a card is that was never drawn.
fn guess(kind: &BlockKind, width: f32) -> f32 {
    const LINE: f32 = 19.0;
    let letters = typed(kind).map_or(0, |words| words.len()) as f32;
    let words = (letters * 4.6 / (width - 110.0).max(100.0)).ceil().max(1.0) * LINE + LINE;
    match kind {
        BlockKind::Paragraph(_) | BlockKind::Heading(_) => words,
        BlockKind::List { .. } => words + CONTROL_HEIGHT,
        BlockKind::Quote(_) => words * 1.8 + 2.0 * CONTROL_HEIGHT,
        BlockKind::Photo(_) => size::BODY + CONTROL_HEIGHT,
    }
}
