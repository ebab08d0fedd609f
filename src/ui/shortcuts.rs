//! All keys, by what they are about: the last page of the guide, built from the table of commands.

use egui::{Context, Grid, Key, KeyboardShortcut, RichText, Ui};

use super::command::{Command, Group};
use super::strings::{locale, say};
use super::theme::{self, colours, size, space};
use crate::desk::{Addition, Direction};
use crate::release::BlockId;

/// The names stand in one column through all groups.
const NAMES_WIDTH: f32 = 260.0;

/// What the card with the cursor does by itself, whichever it is.
const OF_A_CARD: [Command; 3] = [
    Command::AddBlock(Addition::Paragraph, Some(BlockId(0))),
    Command::MoveBlock(BlockId(0), Direction::Up),
    Command::MoveBlock(BlockId(0), Direction::Down),
];

/// A command's keys as this system writes them.
pub(super) fn keys_in_words(ctx: &Context, keys: &KeyboardShortcut) -> String {
    let words = ctx.format_shortcut(keys);
    let (name, symbol) = (keys.logical_key.name(), keys.logical_key.symbol_or_name());
    // A sign stands on its key as a sign, not as its English name; egui's own arrows are in no font of the program.
    let sign = [(Key::ArrowUp, "↑"), (Key::ArrowDown, "↓")].into_iter().find(|(key, _)| *key == keys.logical_key);
    let sign = sign.map_or(symbol, |(_, sign)| sign);
    match words.strip_suffix(name).or_else(|| words.strip_suffix(symbol)) {
        Some(modifiers) if sign.chars().count() == 1 => format!("{modifiers}{sign}"),
        Some(_) | None => words,
    }
}

/// All of them, with a heading over each group.
pub(super) fn sheet(ui: &mut Ui) {
    for group in Group::ALL {
        let listed = Command::listed().filter(|(other, _)| *other == group).map(|(_, command)| command);
        part(ui, group.label(locale(ui)), listed);
    }
    part(ui, say(ui, "menu-card"), OF_A_CARD.iter());
}

fn part<'c>(ui: &mut Ui, heading: &'static str, commands: impl Iterator<Item = &'c Command>) {
    ui.add_space(space::NEAR);
    let response = ui.label(RichText::new(heading).font(theme::semibold(size::BODY)));
    super::guide::say_heading(&response, 2, heading);
    let grid = Grid::new(("keys", heading)).num_columns(2).min_row_height(size::BODY).min_col_width(NAMES_WIDTH);
    grid.spacing([space::FIELD, space::NEAR]).show(ui, |ui| {
        for command in commands.filter(|command| !command.shortcuts().is_empty()) {
            ui.label(command.name(locale(ui)));
            let keys: Vec<String> = command.shortcuts().iter().map(|keys| keys_in_words(ui.ctx(), keys)).collect();
            ui.label(RichText::new(keys.join("   ")).color(colours(ui).muted));
            ui.end_row();
        }
    });
}
