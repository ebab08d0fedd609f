//! What an empty desk shows: how to begin, and nothing else.

use egui::{RichText, Ui};

use super::command::Command;
use super::theme::{self, colours, size, space};
use super::widgets::{ask, ask_mainly};

pub(super) fn show(ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.28).max(space::SECTION));
        ui.label(RichText::new("Dateline").font(theme::bold(size::WELCOME)));
        ui.label(RichText::new("Press releases, from the first word to the finished page").color(colours(ui).muted));
        ui.add_space(space::SECTION);
        ui.spacing_mut().button_padding = egui::vec2(28.0, 9.0);
        ask_mainly(ui, Command::AskNew, commands);
        ask(ui, Command::AskOpen, commands);
        ask(ui, Command::Sample, commands);
        ui.add_space(space::SECTION);
        ui.label(RichText::new("Or drop a release.ron here").size(size::SMALL).color(colours(ui).muted));
    });
}
