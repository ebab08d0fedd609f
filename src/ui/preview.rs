//! The release as it will read, beside the form: the true page, or its words for a mail or a wire.

use egui::{Align, Label, Layout, Margin, RichText, ScrollArea, Ui};

use super::command::Command;
use super::reading::{self, Medium};
use super::sheets::{self, Sheets};
use super::strings::locale;
use super::theme::{self, colours, space};
use super::widgets::scrolled;
use crate::desk::{Aside, Desk, View};

/// Narrower than this, there is no room for buttons beside the tabs.
const ROOM_FOR_BUTTONS: f32 = 96.0;

pub(super) fn show(ui: &mut Ui, desk: &Desk, pages: &mut Sheets, commands: &mut Vec<Command>) {
    let Some(open) = &desk.open else { return };
    egui::Frame::new().inner_margin(Margin { left: 12, right: 12, top: 10, bottom: 0 }).show(ui, |ui| {
        ui.horizontal(|ui| {
            for view in View::ALL {
                let command = Command::Show(view);
                if ui.selectable_label(open.view == view, command.label(locale(ui))).clicked() {
                    commands.push(command);
                }
            }
            if open.view == View::Page && ui.available_width() >= ROOM_FOR_BUTTONS {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| sheets::zoom_buttons(ui, pages));
            }
        });
        match (open.view, open.story()) {
            // The pages lie beside the house that is being changed.
            (View::Page, _) if desk.aside == Some(Aside::Houses) => {}
            (View::Page, _) => sheets::show(ui, pages, &open.lang(), commands),
            (View::Web, Some(story)) => reading::show(ui, story, Medium::Web),
            (View::Mail, Some(story)) => reading::show(ui, story, Medium::Mail),
            (View::Text, _) => words(ui, open.as_text()),
            // Set in the next frame.
            (View::Web | View::Mail, None) => {}
        }
    });
}

fn words(ui: &mut Ui, text: &str) {
    scrolled(ui, ScrollArea::vertical().id_salt("preview").auto_shrink(false), |ui| {
        let colours = colours(ui);
        theme::paper(colours).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.set_min_height(480.0);
            ui.add(Label::new(RichText::new(text).monospace().color(colours.ink)).wrap().selectable(true));
        });
        ui.add_space(space::INSET);
    });
}
