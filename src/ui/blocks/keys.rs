//! What keys do beyond the words of one card: open the next, join two, walk from card to card, move one.
//!
//! The field of a card takes the keys of a frame in one go. A key that changes the cards therefore has to be the first
//! thing that happens in its frame: what comes after it waits, and goes to whichever card has the cursor then.
#![expect(clippy::wildcard_enum_match_arm, reason = "a card answers to a few of a hundred keys")]

use std::ops::Range;

use egui::text::CCursorRange;
use egui::text_edit::TextEditState;
use egui::{Context, Event, Key, Modifiers, Ui, vec2};

use super::column::Column;
use super::{words, words_key};
use crate::desk::marks::Emphasis;
use crate::desk::{Addition, Caret, Direction, Open, typed};
use crate::release::{Block, BlockId, BlockKind, Edition, Lang, Text};
use crate::ui::command::Command;

/// More keys than these in one frame are a machine that cannot follow; then nothing waits any longer.
const MOST_WAITING: usize = 24;

/// What becomes of a key.
enum Turn {
    /// The field takes it.
    Field,
    /// A wish; the field does not see the key.
    Wish(Command),
    /// The menu of the card opens.
    Menu,
    /// The cursor goes to another card.
    Walk(BlockId, CCursorRange),
    /// It does nothing here.
    Nothing,
}

/// Takes the keys that are not for the field, before anything is drawn.
pub(super) fn take(ui: &Ui, open: &mut Open, column: &mut Column, commands: &mut Vec<Command>) {
    let ctx = ui.ctx();
    let lang = open.lang();
    column.focused = focused(ctx, open, column, &lang);
    let Some((at, id)) = column.focused.filter(|_| ui.is_enabled()) else {
        column.held.clear();
        return;
    };
    if !column.held.is_empty() {
        let held = std::mem::take(&mut column.held);
        ctx.input_mut(|input| input.events.splice(0..0, held).for_each(drop));
    }
    let shown = open.edition();
    let Some(Edition { body, .. }) = open.release.editions.get(shown) else { return };
    let card = Card::new(ctx, body, column, (at, id), &lang);
    open.cursor = Some(Caret { block: id, selection: card.selection.clone() });

    let events = ctx.input(|input| input.events.clone());
    let mut field_has_keys = false;
    for (index, event) in events.iter().enumerate() {
        if !is_key(event) {
            continue;
        }
        if !may_turn(event) {
            field_has_keys = true;
            continue;
        }
        if field_has_keys {
            if events.len() - index < MOST_WAITING {
                column.held = hold_from(ctx, index);
                ctx.request_repaint();
            }
            return;
        }
        match card.turn(event) {
            Turn::Field => field_has_keys = true,
            turn => {
                ctx.input_mut(|input| input.events.remove(index));
                column.held = hold_from(ctx, index);
                ctx.request_repaint();
                match turn {
                    Turn::Wish(command) => commands.push(command),
                    Turn::Menu => column.menu_asked = Some(id),
                    Turn::Walk(id, range) => column.put_cursor(ctx, id, words_key(id, &lang), range),
                    Turn::Nothing | Turn::Field => {}
                }
                return;
            }
        }
    }
}

/// Is somebody typing or walking right now?
pub(super) fn any_pressed(ui: &Ui) -> bool {
    ui.input(|input| input.events.iter().any(is_key))
}

/// The card in whose words the keyboard is.
fn focused(ctx: &Context, open: &Open, column: &Column, lang: &Lang) -> Option<(usize, BlockId)> {
    let key = ctx.memory(egui::Memory::focused)?;
    let body = &open.shown().body;
    let is_it = |at: usize| body.get(at).is_some_and(|block| words_key(block.id, lang) == key);
    let known = column.focused.map(|(at, _)| at).filter(|at| is_it(*at));
    let at = known.or_else(|| (0..body.len()).find(|at| is_it(*at)))?;
    body.get(at).map(|block| (at, block.id))
}

/// Takes the keys out of the frame from this one on.
fn hold_from(ctx: &Context, index: usize) -> Vec<Event> {
    ctx.input_mut(|input| {
        let mut held = Vec::new();
        let mut at = 0;
        input.events.retain(|event| {
            at += 1;
            let goes = at > index && is_key(event);
            if goes {
                held.push(event.clone());
            }
            !goes
        });
        held
    })
}

/// Does the field do something with it?
fn is_key(event: &Event) -> bool {
    match event {
        Event::Key { pressed, key, .. } => *pressed && *key != Key::Tab && *key != Key::Escape,
        Event::Text(_) | Event::Paste(_) | Event::Cut | Event::Copy | Event::Ime(_) => true,
        _ => false,
    }
}

/// May it do something with the cards?
fn may_turn(event: &Event) -> bool {
    match event {
        Event::Paste(_) => true,
        Event::Key { key, modifiers, .. } => {
            let steps = [
                Key::Enter,
                Key::Backspace,
                Key::Delete,
                Key::ArrowUp,
                Key::ArrowDown,
                Key::ArrowLeft,
                Key::ArrowRight,
            ];
            let is_menu = *key == Key::F10 && modifiers.shift_only();
            is_menu || steps.contains(key) || modifiers.command && [Key::B, Key::I, Key::K].contains(key)
        }
        _ => false,
    }
}

/// The card with the cursor, and what stands around it.
struct Card<'a> {
    id: BlockId,
    at: usize,
    body: &'a [Block],
    column: &'a Column,
    kind: Option<&'a BlockKind>,
    words: String,
    length: usize,
    range: CCursorRange,
    selection: Range<usize>,
}

impl<'a> Card<'a> {
    fn new(ctx: &Context, body: &'a [Block], column: &'a Column, (at, id): (usize, BlockId), lang: &Lang) -> Self {
        let kind = body.get(at).map(|block| &block.kind);
        let words = kind.and_then(typed).unwrap_or_default();
        let length = words.chars().count();
        let kept = TextEditState::load(ctx, words_key(id, lang)).and_then(|state| state.cursor.char_range());
        let range = kept.unwrap_or_else(|| words::range(&(length..length)));
        let selected = range.as_sorted_char_range();
        let selection = selected.start.0.min(length)..selected.end.0.min(length);
        Card { id, at, body, column, kind, words, length, range, selection }
    }

    fn turn(&self, event: &Event) -> Turn {
        let is_photo = matches!(self.kind, Some(BlockKind::Photo(_)));
        match event {
            Event::Paste(_) if is_photo => Turn::Nothing,
            Event::Paste(words) => Turn::Wish(Command::Paste(self.id, self.selection.clone(), words.clone())),
            Event::Key { key, modifiers, .. } => match self.moved(*key, *modifiers) {
                Some(turn) => turn,
                None if is_photo => self.on_photo(*key, *modifiers),
                None => self.in_words(*key, *modifiers),
            },
            _ => Turn::Field,
        }
    }

    /// Keys that do the same in every card.
    fn moved(&self, key: Key, modifiers: Modifiers) -> Option<Turn> {
        if key == Key::F10 {
            return Some(Turn::Menu);
        }
        let wish = if modifiers.alt && key == Key::ArrowUp {
            Command::MoveBlock(self.id, Direction::Up)
        } else if modifiers.alt && key == Key::ArrowDown {
            Command::MoveBlock(self.id, Direction::Down)
        } else if modifiers.command && key == Key::Enter {
            Command::AddBlock(Addition::Paragraph, Some(self.id))
        } else {
            return None;
        };
        Some(Turn::Wish(wish))
    }

    fn on_photo(&self, key: Key, modifiers: Modifiers) -> Turn {
        match key {
            Key::Backspace | Key::Delete => Turn::Wish(Command::RemoveBlock(self.id)),
            Key::ArrowUp | Key::ArrowLeft if modifiers.is_none() => self.walk(false, None),
            Key::ArrowDown | Key::ArrowRight if modifiers.is_none() => self.walk(true, None),
            _ => Turn::Field,
        }
    }

    fn in_words(&self, key: Key, modifiers: Modifiers) -> Turn {
        let at_start = self.selection == (0..0);
        let at_end = self.selection == (self.length..self.length);
        let is_list = matches!(self.kind, Some(BlockKind::List { .. }));
        let is_heading = matches!(self.kind, Some(BlockKind::Heading(_)));
        let plain = modifiers.is_none();
        match key {
            Key::B if modifiers.command => Turn::Wish(Command::Emphasise(Emphasis::Strong)),
            Key::I if modifiers.command => Turn::Wish(Command::Emphasise(Emphasis::Slanted)),
            Key::K if modifiers.command => Turn::Wish(Command::AskLink),
            Key::Enter if modifiers.shift && (is_list || is_heading) => Turn::Nothing,
            Key::Enter if plain && (!is_list || self.is_list_done()) => {
                Turn::Wish(Command::SplitBlock(self.id, self.selection.clone()))
            }
            Key::Backspace if at_start && self.at > 0 => Turn::Wish(Command::JoinAbove(self.id)),
            Key::Delete if at_end && self.below().is_some() => Turn::Wish(Command::JoinBelow(self.id)),
            Key::ArrowUp if plain && self.selection.is_empty() => self.walk_line(false),
            Key::ArrowDown if plain && self.selection.is_empty() => self.walk_line(true),
            Key::ArrowLeft if plain && at_start => self.walk(false, None),
            Key::ArrowRight if plain && at_end => self.walk(true, None),
            _ => Turn::Field,
        }
    }

    /// The cursor is in an empty last point: the list has come to its end.
    fn is_list_done(&self) -> bool {
        let Some(BlockKind::List { items, .. }) = self.kind else { return false };
        let last = items.last().map_or(0, |item| item.0.chars().count());
        items.last().is_none_or(Text::is_blank) && self.selection.start >= self.length - last
    }

    fn below(&self) -> Option<BlockId> {
        self.body.get(self.at + 1).map(|block| block.id)
    }

    fn above(&self) -> Option<BlockId> {
        self.at.checked_sub(1).and_then(|at| self.body.get(at)).map(|block| block.id)
    }

    /// Up from the first line, or down from the last.
    fn walk_line(&self, down: bool) -> Turn {
        let galley = self.column.galley(self.id).filter(|galley| galley.text() == self.words);
        let Some(galley) = galley else { return Turn::Field };
        let row = galley.layout_from_cursor(self.range.primary).row;
        let edge = if down { galley.rows.len().saturating_sub(1) } else { 0 };
        if row != edge {
            return Turn::Field;
        }
        let here = galley.pos_from_cursor(self.range.primary).min.x;
        self.walk(down, Some(self.range.h_pos.unwrap_or(here)))
    }

    /// To the card above or below: to its near end, or into its near line at the same distance from the edge.
    fn walk(&self, down: bool, column: Option<f32>) -> Turn {
        let Some(id) = (if down { self.below() } else { self.above() }) else { return Turn::Field };
        let Some(block) = self.body.iter().find(|block| block.id == id) else { return Turn::Field };
        let end = typed(&block.kind).map_or(0, |words| words.chars().count());
        let near = if down { 0 } else { end };
        let galley = self.column.galley(id);
        let mut range = words::range(&(near..near));
        if let (Some(x), Some(galley)) = (column, galley) {
            let row = if down { galley.rows.first() } else { galley.rows.last() };
            let y = row.map_or(0.0, |row| row.rect().center().y);
            range = CCursorRange::one(galley.cursor_from_pos(vec2(x, y)));
        }
        range.h_pos = column;
        Turn::Walk(id, range)
    }
}
