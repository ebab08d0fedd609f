//! Asks where words should lead, beside the words.

use egui::{Key, Modifiers, Popup, PopupCloseBehavior, RichText, Ui};

use super::column::Column;
use super::words_key;
use crate::desk::{AskedLink, Open, marks};
use crate::ui::command::Command;
use crate::ui::strings::say;
use crate::ui::theme::{colours, size};
use crate::ui::widgets::{labelled, line};

/// Shows the question while it waits for an answer.
pub(super) fn ask(ui: &mut Ui, open: &mut Open, column: &Column, commands: &mut Vec<Command>) {
    let lang = open.lang();
    let Some(AskedLink { caret, address, is_link, begun }) = &mut open.asked_link else { return };
    let key = words_key(caret.block, &lang);
    let Some(field) = ui.ctx().read_response(key) else { return };
    // Under the line in which the words begin.
    let start = egui::text::CCursor::new(caret.selection.start);
    let line_rect = column.galley(caret.block).map(|galley| galley.pos_from_cursor(start));
    let anchor = line_rect.map_or(field.rect, |place| place.translate(field.rect.min.to_vec2()));
    let popup = key.with("link");
    let mut is_open = true;
    let mut answer = None;
    Popup::new(popup, ui.ctx().clone(), anchor, ui.layer_id())
        .open_bool(&mut is_open)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(340.0)
        .show(|ui| {
            let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            let response = labelled(ui, say(ui, "field-link"), |ui| {
                ui.add(line(address, "example.org").id(popup.with("address")).return_key(None))
            });
            if response.has_focus() {
                *begun = true;
            } else if !*begun {
                response.request_focus();
            }
            let fit = marks::address(address);
            if fit.is_none() && !address.trim().is_empty() {
                ui.label(RichText::new(say(ui, "no-address")).size(size::SMALL).color(colours(ui).error));
            }
            ui.horizontal(|ui| {
                let label = Command::Link(caret.clone(), fit.clone()).label(crate::ui::strings::locale(ui));
                let label = if fit.is_some() { label } else { say(ui, "command-set-link") };
                let set = ui.add_enabled(fit.is_some(), egui::Button::new(label));
                if (set.clicked() || enter) && fit.is_some() {
                    answer = Some(Command::Link(caret.clone(), fit.clone()));
                }
                if *is_link && ui.button(say(ui, "command-remove-link")).clicked()
                    || enter && address.trim().is_empty() && *is_link
                {
                    answer = Some(Command::Link(caret.clone(), None));
                }
            });
        });
    if let Some(command) = answer {
        commands.push(command);
        open.asked_link = None;
    } else if !is_open {
        open.caret = Some(caret.clone());
        open.asked_link = None;
        ui.ctx().request_repaint();
    }
}
