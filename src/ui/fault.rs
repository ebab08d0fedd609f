//! After a fault of the program: a line that tells of it, and the window that is left when it was the window's own.

use egui::{Align, CentralPanel, Label, Layout, Panel, RichText, Ui};

use super::command::Command;
use super::strings::say;
use super::theme::{self, colours, size, space};
use super::widgets::{ask, ask_mainly, ask_quietly};
use super::{notices, questions};
use crate::desk::Desk;

/// The line over the desk that tells of a fault, until it is dismissed.
pub(super) fn line(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    let Some(report) = &desk.report else { return };
    let key = if report.now { "fault-now" } else { "fault-last-time" };
    let has_text = !report.text.is_empty();
    Panel::top("fault").frame(theme::bar(colours(ui)).fill(colours(ui).quiet)).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ask_quietly(ui, Command::DismissReport, commands);
                if has_text {
                    ask_quietly(ui, Command::CopyReport, commands);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let words = RichText::new(say(ui, key)).color(colours(ui).warning);
                    let response = ui.add(Label::new(words).wrap());
                    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
                });
            });
        });
    });
}

/// What is left of the window: what has happened, saving, and the report.
pub fn show_stopped(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    if desk.notice.is_some() {
        Panel::bottom("notice").frame(theme::bar(colours(ui))).show(ui, |ui| notices::show(ui, desk, commands));
    }
    CentralPanel::default().frame(theme::region(colours(ui))).show(ui, |ui| {
        let side = ((ui.available_width() - 560.0) / 2.0).max(space::INSET);
        ui.add_space((ui.available_height() * 0.26).max(space::SECTION));
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width(ui.available_width() - side);
                ui.label(RichText::new(say(ui, "fault-stopped")).font(theme::semibold(size::HEADLINE)));
                let unsaved = desk.has_unsaved_words();
                ui.label(say(ui, if unsaved { "fault-stopped-unsaved" } else { "fault-stopped-saved" }));
                ui.add_space(space::FIELD);
                ui.horizontal_wrapped(|ui| {
                    if unsaved {
                        ask_mainly(ui, Command::Save, commands);
                    }
                    if desk.report.as_ref().is_some_and(|report| !report.text.is_empty()) {
                        ask(ui, Command::CopyReport, commands);
                    }
                    ask(ui, Command::Quit, commands);
                });
            });
        });
    });
    questions::show(ui, desk, commands);
}
