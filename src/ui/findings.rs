//! What an editor would ask before sending, under the preview; a click leads to the field.

use egui::{Align, Layout, Margin, Panel, RichText, ScrollArea, Ui};

use super::command::Command;
use super::theme::{self, colours, size, space};
use crate::check::Severity;
use crate::desk::Desk;

pub(super) fn show(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    let Some(open) = &desk.open else { return };
    let colours = colours(ui);
    let frame = theme::region(colours).inner_margin(Margin::same(12));
    // Nothing to ask takes no room from the page.
    let panel = match open.findings().is_empty() {
        true => Panel::bottom("ready").resizable(false).exact_size(72.0),
        false => Panel::bottom("findings").resizable(true).default_size(190.0).size_range(90.0..=420.0),
    };
    panel.frame(frame).show(ui, |ui| {
        theme::card(colours).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.set_min_height(ui.available_height());
            let findings = open.findings();
            if findings.is_empty() {
                ui.label(RichText::new("Ready to send").font(theme::semibold(size::BODY)).color(colours.good));
                return;
            }
            ui.label(RichText::new(format!("Before sending: {}", findings.len())).font(theme::semibold(size::BODY)));
            ScrollArea::vertical().id_salt("findings").auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::TIGHT;
                for finding in findings {
                    let (word, colour) = match finding.severity {
                        Severity::Error => ("Must", colours.error),
                        Severity::Warning => ("Look", colours.warning),
                    };
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = space::TIGHT;
                        let word = RichText::new(word).font(theme::semibold(size::SMALL)).color(colour);
                        let room = egui::vec2(44.0, 26.0);
                        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
                            ui.set_width(room.x);
                            ui.label(word);
                        });
                        let message = RichText::new(finding.message(&open.release)).color(colours.text);
                        let link = egui::Button::new(message).wrap().frame_when_inactive(false);
                        if ui.add(link.min_size(egui::vec2(0.0, 26.0))).clicked() {
                            commands.push(Command::GoTo(finding.place.clone()));
                        }
                    });
                }
            });
        });
    });
}
