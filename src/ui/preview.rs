//! The release as it will read, beside the form: the true page, or its words for a mail or a wire.

use egui::{Align, Label, Margin, RichText, ScrollArea, Ui};

use super::command::Command;
use super::sheets::{self, Sheets};
use super::strings::locale;
use super::theme::{self, colours, space};
use crate::desk::{Desk, View};

/// Narrower than this, there is no room for buttons beside the tabs.
const ROOM_FOR_BUTTONS: f32 = 96.0;

pub(super) fn show(ui: &mut Ui, desk: &Desk, pages: &mut Sheets, commands: &mut Vec<Command>) {
    let Some(open) = &desk.open else { return };
    egui::Frame::new().inner_margin(Margin { left: 12, right: 12, top: 10, bottom: 0 }).show(ui, |ui| {
        ui.horizontal(|ui| {
            for view in [View::Page, View::Text, View::Markdown] {
                let command = Command::Show(view);
                if ui.selectable_label(open.view == view, command.label(locale(ui))).clicked() {
                    commands.push(command);
                }
            }
            if ui.available_width() >= ROOM_FOR_BUTTONS {
                ui.with_layout(egui::Layout::right_to_left(Align::Center), |ui| match open.view {
                    View::Page => sheets::zoom_buttons(ui, pages),
                    View::Text | View::Markdown => {
                        super::widgets::ask_quietly(ui, Command::CopyText, commands);
                    }
                });
            }
        });
        match open.view {
            View::Page => sheets::show(ui, pages, &open.lang(), commands),
            View::Text | View::Markdown => words(ui, open.as_text()),
        }
    });
}

fn words(ui: &mut Ui, text: &str) {
    ScrollArea::vertical().id_salt("preview").auto_shrink(false).show(ui, |ui| {
        let colours = colours(ui);
        theme::paper(colours).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.set_min_height(480.0);
            ui.add(Label::new(RichText::new(text).monospace().color(colours.ink)).wrap().selectable(true));
        });
        ui.add_space(space::INSET);
    });
}
