//! The body as a column of cards that reads like a page: paragraph, quote, heading, list, photo.
//!
//! Only the cards in sight and about a screen around them are drawn; the others are room of a remembered height. The card
//! with the cursor and its neighbours are always drawn, so that keys find them wherever the page is scrolled to.

mod adding;
mod cards;
mod column;
mod keys;
mod link;
mod list;
mod photo;
mod quote;
mod speaker;
mod words;

use std::sync::Arc;

use egui::containers::scroll_area;
use egui::{Context, Id, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};
use egui_dnd::{DragAxis, dnd};
use jiff::civil::Date;

use super::command::Command;
use super::gallery::Gallery;
use super::strings::{locale, say};
use super::theme::space;
use super::widgets::section;
use crate::check::Place;
use crate::desk::{Open, typed};
use crate::register::Register;
use crate::release::{Block, BlockId, BlockKind, Edition, Lang, Photo, Release, Speaker, SpeakerId};
use crate::story::Story;
use column::{Column, RowIs};

/// What every card of this release may need to know, and the wishes that leave it.
struct Around<'a> {
    lang: &'a Lang,
    /// The edition that this one is a translation of.
    original: Option<&'a Edition>,
    speakers: &'a mut [Speaker],
    photos: &'a [Photo],
    /// Whom the newsroom knows, and the day on which a title has to hold.
    register: &'a Register,
    issued: Date,
    /// What the house has on offer.
    verbs: &'a [String],
    /// The quote for which a speaker was just introduced.
    new_voice: &'a mut Option<(BlockId, SpeakerId)>,
    /// Their pictures.
    gallery: &'a Gallery,
    /// How the release will read.
    story: Option<&'a Story>,
    /// How many cards there are.
    count: usize,
    commands: &'a mut Vec<Command>,
}

impl Around<'_> {
    /// The first words of this block in the original: an empty card of a translation says what belongs into it.
    fn original_words(&self, id: BlockId) -> Option<String> {
        let words = typed(&self.original?.block(id)?.kind)?.replace('\n', " · ");
        let is_long = words.chars().count() > MOST_OF_ORIGINAL;
        let mut shown: String = words.chars().take(MOST_OF_ORIGINAL).collect();
        if is_long {
            shown.push('…');
        }
        (!shown.trim().is_empty()).then_some(shown)
    }
}

/// So many letters of the original stand in an empty card.
const MOST_OF_ORIGINAL: usize = 60;

/// What the keyboard is in when it is in the words of this block.
pub(super) fn words_key(id: BlockId, lang: &Lang) -> Id {
    Id::unique(("words", id.0, lang))
}

pub(super) fn show(
    ui: &mut Ui,
    open: &mut Open,
    gallery: &Gallery,
    focus: &mut Option<Place>,
    commands: &mut Vec<Command>,
) {
    section(ui, say(ui, "section-text"), |_| {});
    let column = Column::of(ui.ctx(), open);
    let mut column = column.lock();
    keys::take(ui, open, &mut column, commands);
    lead(ui, open, &mut column, focus);
    link::ask(ui, open, &column, commands);

    let (shown, story) = (open.edition(), open.story().cloned());
    let (register, issued) = (Arc::clone(open.register()), open.release.issued);
    let is_read_only = open.is_read_only();
    let Release { editions, speakers, photos, .. } = &mut open.release;
    let Some((originals, editions)) = editions.split_at_mut_checked(shown) else { return };
    let Some(Edition { lang, body, .. }) = editions.first_mut() else { return };
    let style = open.houses.of(lang).style(lang);
    let mut around = Around {
        lang,
        original: originals.first(),
        speakers,
        photos,
        register: &register,
        issued,
        verbs: style.map(|style| style.quote.verbs.as_slice()).unwrap_or_default(),
        new_voice: &mut open.new_voice,
        story: story.as_deref(),
        gallery,
        count: body.len(),
        commands,
    };
    column.begin(ui, body);
    let moved = dnd(ui, Id::unique("cards")).with_drag_axis(DragAxis::Vertical).show_custom(|ui, iter| {
        // Cards before a dragged one are told apart by their place in the whole body, drawn or not.
        for (index, block) in body.iter_mut().enumerate() {
            let room = vec2(ui.available_width(), column.height(block, ui.available_width()));
            let place = Rect::from_min_size(ui.cursor().min, room);
            if !column.is_wanted(ui, index, block.id, place) {
                ui.allocate_space(room);
                continue;
            }
            let top = ui.cursor().top();
            iter.next(ui, column::card_key(block.id), index, true, |ui, item| {
                item.ui(ui, |ui, handle, state| {
                    let card = cards::Card {
                        index,
                        name: column.name(locale(ui), &block.kind, index),
                        is_dragged: state.dragged,
                    };
                    cards::show(ui, block, &card, handle, &mut column, &mut around);
                })
            });
            let height = ui.cursor().top() - top - ui.spacing().item_spacing.y;
            column.remember(block.id, place, height);
        }
    });
    column.dragged = moved.dragged_item_id();
    if let Some(update) = moved.final_update()
        && let Some(block) = body.get(update.from)
    {
        let place = if update.to > update.from { update.to - 1 } else { update.to };
        if place != update.from {
            around.commands.push(Command::MoveBlockTo(block.id, place));
        }
    }
    let Around { photos, commands, .. } = around;
    let top = ui.cursor().top();
    if is_read_only {
        // Nothing is added to what is read.
        ui.allocate_space(vec2(ui.available_width(), 0.0));
    } else if column.row_is == RowIs::InSight {
        adding::show(ui, photos, None, commands);
    } else {
        ui.allocate_space(vec2(ui.available_width(), column.row.1));
    }
    column.row = (top, ui.cursor().top() - top - ui.spacing().item_spacing.y);
}

/// Where in the form the row that adds blocks stays while its place under the text is out of sight.
pub(super) fn row_at_foot(ctx: &Context, open: &Open, form: Rect) -> Option<Rect> {
    let column = Column::of(ctx, open);
    let column = column.lock();
    let height = column.row.1 + 2.0 * space::NEAR;
    (column.row_is != RowIs::InSight).then(|| form.with_min_y(form.bottom() - height))
}

/// Draws it there. What is added comes after the card with the cursor where the text goes on below, else at the end.
pub(super) fn show_row(ui: &mut Ui, open: &Open, foot: Rect, side: f32, commands: &mut Vec<Command>) {
    let cursor = open.cursor.as_ref().map(|cursor| cursor.block).filter(|id| open.shown().block(*id).is_some());
    let after = match Column::of(ui.ctx(), open).lock().row_is {
        RowIs::Below => cursor,
        RowIs::InSight | RowIs::Above => None,
    };
    ui.painter().hline(foot.x_range(), foot.top(), ui.visuals().widgets.noninteractive.bg_stroke);
    let row = UiBuilder::new().scope_id(Id::unique("adding")).max_rect(foot.shrink2(vec2(side, space::NEAR)));
    let shown = ui.scope_builder(row, |ui| adding::show(ui, &open.release.photos, after, commands)).response;
    // In a window of another width it may stand on fewer or more lines.
    let column = Column::kept(ui.ctx());
    let mut column = column.lock();
    if (shown.rect.height() - column.row.1).abs() > 0.5 {
        column.row.1 = shown.rect.height();
        ui.ctx().request_discard("the row that adds has another height");
    }
}

/// Looks whether the row that adds blocks was in sight in this form.
pub(super) fn look_for_row(ctx: &Context, form: Rect) {
    let column = Column::kept(ctx);
    let mut column = column.lock();
    let (top, height) = column.row;
    let row_is = if top + height > form.bottom() {
        RowIs::Below
    } else if top < form.top() {
        RowIs::Above
    } else {
        RowIs::InSight
    };
    if row_is != std::mem::replace(&mut column.row_is, row_is) {
        ctx.request_repaint();
    }
}

/// The form's scroll area, where it has to be so that what is in sight does not jump.
pub(super) fn settled(ctx: &Context, form: ScrollArea) -> ScrollArea {
    match Column::kept(ctx).lock().settles_at.take() {
        Some(offset) => form.vertical_scroll_offset(offset),
        None => form,
    }
}

/// Cards above the sight may turn out to be of another height than was remembered: the form is scrolled by as much, before
/// anybody sees it.
///
/// The same for a card that somebody was led to. egui would carry out a wish to scroll a frame later, from wherever the
/// form is then; here the place that was drawn and the offset that it was drawn with are known together.
pub(super) fn settle(ctx: &Context, scrolled: &scroll_area::State, sight: Rect) {
    let column = Column::kept(ctx);
    let mut column = column.lock();
    let to_go = column.still_to_go(sight);
    if let Some(grown) = column.grown().or(to_go) {
        column.settles_at = Some((scrolled.unclamped_offset().y + grown).max(0.0));
        ctx.request_discard("cards above have another height than was remembered");
    }
}

/// Puts the cursor where it was to go.
fn lead(ui: &Ui, open: &mut Open, column: &mut Column, focus: &mut Option<Place>) {
    let lang = open.lang();
    // Under what lies over the form nothing gets the focus yet.
    let lies_under = ui.memory(|memory| memory.top_modal_layer().is_some());
    if !lies_under
        && let Some(caret) = open.caret.take()
        && open.shown().block(caret.block).is_some()
    {
        column.put_cursor(ui.ctx(), caret.block, words_key(caret.block, &lang), words::range(&caret.selection));
    }
    if let Some(Place::Block(place_lang, id)) = focus
        && *place_lang == lang
        && open.shown().block(*id).is_some()
    {
        column.lead_to(ui.ctx(), *id, words_key(*id, &lang));
        // Words that nobody has said yet are complete; what is missing is who said them.
        column.speaker_asked = open.shown().block(*id).is_some_and(lacks_speaker).then_some(*id);
        *focus = None;
    }
}

fn lacks_speaker(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Quote(quote) => quote.speaker.is_none() && !quote.text.is_blank(),
        BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::List { .. } | BlockKind::Photo(_) => false,
    }
}

/// A place on the left of the cards for their handles.
const GUTTER: f32 = 24.0;

/// The part of a rectangle right of the gutter.
fn beside_gutter(rect: Rect) -> Rect {
    Rect::from_min_max(pos2(rect.left() + GUTTER, rect.top()), rect.max)
}
