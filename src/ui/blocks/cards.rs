//! One card: its handle, its words, its signs and its menu.

use std::sync::Arc;

use egui::{Button, Id, Image, Margin, Popup, Rect, Response, RichText, Sense, Stroke, Ui, pos2, vec2};
use egui_dnd::Handle;

use super::column::{CardName, Column};
use super::words::{self, Field};
use super::{Around, GUTTER, beside_gutter, keys, list, photo, quote, words_key};
use crate::check::Place;
use crate::desk::{Addition, Caret, Direction, Shape};
use crate::release::{Block, BlockId, BlockKind};
use crate::ui::aids;
use crate::ui::command::Command;
use crate::ui::icons::Icon;
use crate::ui::sheets;
use crate::ui::strings::{locale, say};
use crate::ui::theme::{self, colours, size, space};
use crate::ui::widgets::small;

/// Which card it is.
pub(super) struct Card {
    /// Its place in the body.
    pub(super) index: usize,
    /// How it is spoken of.
    pub(super) name: Arc<CardName>,
    /// Somebody is dragging it.
    pub(super) is_dragged: bool,
}

/// How large a sign of a card is.
const SIGN: f32 = 26.0;
/// How wide the edge of the card with the cursor is.
const EDGE: f32 = 3.0;

/// Draws a card with its handle.
pub(super) fn show(
    ui: &mut Ui,
    block: &mut Block,
    card: &Card,
    handle: Handle<'_>,
    column: &mut Column,
    around: &mut Around<'_>,
) {
    let room =
        Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), column.height(block, ui.available_width())));
    let is_near = card.is_dragged || ui.rect_contains_pointer(room);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        // A card of one line is no higher than its line.
        ui.spacing_mut().interact_size.y = SIGN;
        let grip = Icon::Handle.sized(ui, size::SECTION);
        show_handle(ui, handle, grip, is_near);
        let has_keyboard = holds_keyboard(ui, beside_gutter(room));
        let colours = colours(ui);
        let mut frame = theme::card(colours).inner_margin(Margin { left: 12, right: 12, top: 6, bottom: 6 }).begin(ui);
        {
            let ui = &mut frame.content_ui;
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(2.0, 6.0);
            ui.horizontal_top(|ui| {
                let words = ui.available_width() - 2.0 * (SIGN + 2.0);
                ui.vertical(|ui| {
                    ui.set_width(words);
                    content(ui, block, card, column, around);
                });
                signs(ui, block, card, is_near || has_keyboard, column, around);
            });
        }
        if has_keyboard || card.is_dragged {
            frame.frame.stroke = Stroke::new(1.0, colours.accent);
        }
        let response = frame.end(ui);
        if has_keyboard {
            edge(ui, response.rect);
        }
        // Who comes to a card sees all of it, where there is room: also what a quote has under its words.
        if let Some(align) = column.is_led_to(block.id)
            && response.rect.height() + 2.0 * space::FIELD < ui.clip_rect().height()
        {
            column.led = Some((response.rect.expand(space::NEAR), align));
        }
        response.container_context_menu(|ui| menu(ui, block, card, around));
    });
}

fn show_handle(ui: &mut Ui, handle: Handle<'_>, grip: Image<'_>, is_near: bool) {
    let colours = colours(ui);
    let colour = if is_near { colours.muted } else { colours.line };
    handle
        .ui(ui, |ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(GUTTER, SIGN + 12.0), Sense::HOVER);
            grip.tint(colour).paint_at(ui, Rect::from_center_size(rect.center(), vec2(size::SECTION, size::SECTION)));
        })
        .on_hover_text(say(ui, "handle-hint"));
}

/// The accent at the left of the card with the cursor.
fn edge(ui: &Ui, card: Rect) {
    let edge = Rect::from_min_max(card.min, pos2(card.left() + 2.0 * f32::from(theme::CARD_RADIUS), card.bottom()));
    let painter = ui.painter().with_clip_rect(
        ui.clip_rect().intersect(Rect::from_min_max(card.min, pos2(card.left() + EDGE, card.bottom()))),
    );
    painter.rect_filled(edge, theme::CARD_RADIUS, colours(ui).accent);
}

/// Is the keyboard in one of the fields or buttons of this card?
fn holds_keyboard(ui: &Ui, card: Rect) -> bool {
    let focused = ui.memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
    focused.is_some_and(|focused| focused.layer_id == ui.layer_id() && card.contains(focused.rect.center()))
}

fn content(ui: &mut Ui, block: &mut Block, card: &Card, column: &mut Column, around: &mut Around<'_>) {
    let key = words_key(block.id, around.lang);
    let id = block.id;
    let name = card.name.card.as_str();
    let original = if is_empty(&block.kind) { around.original_words(id) } else { None };
    match &mut block.kind {
        BlockKind::Paragraph(text) => {
            let field = words::show(ui, key, Field::Paragraph, original, &mut text.0);
            written(ui, id, name, field, column, around);
        }
        BlockKind::Heading(text) => {
            let field = words::show(ui, key, Field::Heading, original, &mut text.0);
            written(ui, id, name, field, column, around);
        }
        BlockKind::Quote(quote) => {
            let field = words::show(ui, key, Field::Quote, original, &mut quote.text.0);
            written(ui, id, name, field, column, around);
            quote::show(ui, id, quote, name, column, around);
        }
        BlockKind::List { ordered, items } => {
            let field = list::show(ui, key, *ordered, original, items);
            written(ui, id, name, field, column, around);
        }
        BlockKind::Photo(photo) => {
            let response = photo::show(ui, key, photo, name, around);
            arrived(ui, id, &response, response.rect, column, around);
        }
    }
}

fn is_empty(kind: &BlockKind) -> bool {
    match kind {
        BlockKind::Paragraph(text) | BlockKind::Heading(text) => text.0.is_empty(),
        BlockKind::Quote(quote) => quote.text.0.is_empty(),
        BlockKind::List { items, ordered: _ } => items.iter().all(|item| item.0.is_empty()),
        BlockKind::Photo(_) => false,
    }
}

/// What follows from every field of words.
fn written(
    ui: &Ui,
    id: BlockId,
    name: &str,
    field: egui::text_edit::TextEditOutput,
    column: &mut Column,
    around: &mut Around<'_>,
) {
    column.laid_out(id, &field.galley);
    if let Some(selection) = aids::help_wanted(ui, &field) {
        around.commands.push(Command::HelpTyping(Caret { block: id, selection }));
    }
    let cursor = field.state.cursor.char_range().map_or(field.galley.begin(), |range| range.primary);
    let line = field.galley.pos_from_cursor(cursor).translate(field.galley_pos.to_vec2());
    let response = field.response.response.accessible_name(name);
    arrived(ui, id, &response, line, column, around);
}

/// Scrolls to a card that was to be gone to, and leaves word where the cursor is: the page beside the form marks it.
fn arrived(ui: &Ui, id: BlockId, response: &Response, line: Rect, column: &mut Column, around: &Around<'_>) {
    if let Some(align) = column.is_led_to(id) {
        if !ui.clip_rect().contains(line.center()) {
            column.is_not_there_yet();
        }
        column.led = Some((line.expand2(vec2(0.0, 2.0 * size::BODY)), align));
    }
    if ui.memory(|memory| memory.has_focus(response.id)) {
        // The field itself only follows its cursor while it is in sight.
        if !ui.is_rect_visible(response.rect) && keys::any_pressed(ui) {
            ui.scroll_to_rect(line, None);
        }
        let place = Place::Block(around.lang.clone(), id);
        ui.data_mut(|data| data.insert_temp(sheets::cursor_key(), place));
    }
}

/// The signs at the right of a card. They are always there, so that nothing moves when the pointer comes, and stand out
/// on the card that is hovered or has the cursor.
fn signs(ui: &mut Ui, block: &Block, card: &Card, stands_out: bool, column: &mut Column, around: &mut Around<'_>) {
    let colour = if stands_out { colours(ui).muted } else { colours(ui).line };
    let more = sign(ui, Icon::More, &card.name.more, colour);
    let popup = Popup::default_response_id(&more);
    if column.menu_asked == Some(block.id) {
        column.menu_asked = None;
        Popup::open_id(ui.ctx(), popup);
        ui.data_mut(|data| data.insert_temp(by_keys(), true));
    }
    let was_open = Popup::is_id_open(ui.ctx(), popup);
    let asked = around.commands.len();
    Popup::menu(&more).show(|ui| menu(ui, block, card, around));
    let is_left = was_open && !Popup::is_id_open(ui.ctx(), popup) && around.commands.len() == asked;
    if is_left && !ui.input(|input| input.pointer.any_click()) {
        // Somebody has looked at it and goes on writing.
        ui.memory_mut(|memory| memory.request_focus(words_key(block.id, around.lang)));
    }
    if sign(ui, Icon::Delete, &card.name.delete, colour).clicked() {
        around.commands.push(Command::RemoveBlock(block.id));
    }
}

fn sign(ui: &mut Ui, icon: Icon, name: &str, colour: egui::Color32) -> Response {
    let drawing = icon.image(ui);
    let response = small(ui, |ui| {
        ui.visuals_mut().widgets.inactive.fg_stroke.color = colour;
        ui.add(
            Button::image(drawing)
                .image_tint_follows_text_color(true)
                .frame_when_inactive(false)
                .min_size(vec2(SIGN, SIGN)),
        )
    });
    response.accessible_name(name).on_hover_text(name)
}

/// A menu that was opened by keys has the keyboard.
fn by_keys() -> Id {
    Id::unique("the menu of a card was opened by keys")
}

/// Everything that can be done to a card.
fn menu(ui: &mut Ui, block: &Block, card: &Card, around: &mut Around<'_>) {
    let id = block.id;
    ui.spacing_mut().interact_size.y = SIGN;
    ui.spacing_mut().item_spacing.y = 2.0;
    if card.index > 0 {
        entry(ui, Command::MoveBlock(id, Direction::Up), around);
    }
    if card.index + 1 < around.count {
        entry(ui, Command::MoveBlock(id, Direction::Down), around);
    }
    if let Some(shape) = Shape::of(&block.kind) {
        ui.separator();
        for other in Shape::ALL.into_iter().filter(|other| *other != shape) {
            entry(ui, Command::TurnInto(id, other), around);
        }
    }
    if let BlockKind::List { ordered, .. } = block.kind {
        entry(ui, Command::NumberList(id, !ordered), around);
    }
    ui.separator();
    for addition in [Addition::Paragraph, Addition::Quote, Addition::Heading, Addition::List] {
        entry(ui, Command::AddBlock(addition, Some(id)), around);
    }
    ui.separator();
    entry(ui, Command::CopyBlock(id), around);
    entry(ui, Command::RemoveBlock(id), around);
}

fn entry(ui: &mut Ui, command: Command, around: &mut Around<'_>) {
    let label = command.label(locale(ui));
    let mut button = Button::new(label).frame_when_inactive(false).min_size(vec2(200.0, SIGN));
    if let Some(keys) = command.shortcut() {
        button = button.shortcut_text(RichText::new(ui.ctx().format_shortcut(&keys)).size(size::SMALL));
    }
    let row = ui.add(button).accessible_name(label);
    if !ui.is_sizing_pass() && ui.data_mut(|data| data.remove_temp::<bool>(by_keys())).is_some() {
        row.request_focus();
    }
    if row.clicked() {
        around.commands.push(command);
        ui.close();
    }
}
