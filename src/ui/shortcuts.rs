//! All keys, by what they are about: the last page of the guide, built from the table of commands.

use egui::{Context, Grid, KeyboardShortcut, RichText, Ui};

use super::command::{Command, Group};
use super::strings::locale;
use super::theme::{self, colours, size, space};

/// A command's keys as this system writes them.
pub(super) fn keys_in_words(ctx: &Context, keys: &KeyboardShortcut) -> String {
    let words = ctx.format_shortcut(keys);
    // A sign stands on its key as a sign, not as its English name.
    let (name, sign) = (keys.logical_key.name(), keys.logical_key.symbol_or_name());
    match words.strip_suffix(name) {
        Some(modifiers) if sign.chars().count() == 1 => format!("{modifiers}{sign}"),
        Some(_) | None => words,
    }
}

/// The names stand in one column through all groups.
const NAMES_WIDTH: f32 = 260.0;

/// All of them, with a heading over each group.
pub(super) fn sheet(ui: &mut Ui) {
    for group in Group::ALL {
        let with_keys = Command::listed().filter(|(other, command)| *other == group && !command.shortcuts().is_empty());
        ui.add_space(space::NEAR);
        let words = group.label(locale(ui));
        let heading = ui.label(RichText::new(words).font(theme::semibold(size::BODY)));
        super::guide::say_heading(&heading, 2, words);
        let grid = Grid::new(("keys", group)).num_columns(2).min_row_height(size::BODY).min_col_width(NAMES_WIDTH);
        grid.spacing([space::FIELD, space::NEAR]).show(ui, |ui| {
            for (_, command) in with_keys {
                ui.label(command.name(locale(ui)));
                let keys: Vec<String> = command.shortcuts().iter().map(|keys| keys_in_words(ui.ctx(), keys)).collect();
                ui.label(RichText::new(keys.join("   ")).color(colours(ui).muted));
                ui.end_row();
            }
        });
    }
}
