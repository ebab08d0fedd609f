//! The form: every field of the release, in the order in which it is written.

use egui::{Align, Margin, Response, RichText, ScrollArea, TextEdit, Ui};

use super::command::Command;
use super::theme::{self, colours, size, space};
use super::widgets::{labelled, read_field, row, section, text_field};
use super::{blocks, details, people, photos, sheets};
use crate::check::Place;
use crate::desk::Desk;

/// The form never grows wider than lines can be read.
const WIDEST: f32 = 780.0;

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    let mut focus = desk.focus.take();
    let Some(open) = &mut desk.open else { return };
    let lang = open.lang();
    ScrollArea::vertical().id_salt(("form", &lang)).auto_shrink(false).show(ui, |ui| {
        let side = ((ui.available_width() - WIDEST) / 2.0).max(space::INSET + 4.0);
        let width = ui.available_width() - 2.0 * side;
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.add_space(space::INSET);
                ui.spacing_mut().item_spacing.y = space::FIELD;
                let edition = open.shown_mut();
                let response = headline(ui, &mut edition.headline);
                lead_to(response, &mut focus, &Place::Headline(lang.clone()));
                let shown = open.edition();
                let release = &mut open.release;
                let edition = &mut release.editions[shown];
                row(ui, [2.6, 1.3, 1.4], |ui, column| {
                    let (response, place) = match column {
                        0 => {
                            let response = text_field(ui, "Subhead", &mut edition.subhead, "One sentence, optional");
                            (response, Place::Subhead(lang.clone()))
                        }
                        1 => (text_field(ui, "Place", &mut edition.place, "City"), Place::Dateline(lang.clone())),
                        _ => {
                            let (print, read) = (ToString::to_string, details::read_date);
                            read_field(ui, "Date", &mut release.issued, "2026-11-23", print, read);
                            return;
                        }
                    };
                    lead_to(response, &mut focus, &place);
                });
                blocks::show(ui, open, &mut focus, commands);
                photos::show(ui, open, &mut focus, commands);
                people::speakers(ui, open, &mut focus, commands);
                people::contacts(ui, open, &mut focus, commands);
                section(ui, "Notes to editors", |_| {});
                let notes = &mut open.shown_mut().notes_to_editors.0;
                let response = labelled(ui, "What editors should know and readers need not", |ui| {
                    ui.add(
                        TextEdit::multiline(notes)
                            .desired_rows(2)
                            .desired_width(f32::INFINITY)
                            .margin(Margin::same(10)),
                    )
                });
                lead_to(response, &mut focus, &Place::Notes(lang.clone()));
                details::show(ui, open, &mut focus);
                ui.add_space(space::SECTION * 2.0);
            });
        });
    });
    // Nobody answered to it: it is not in this form.
    drop(focus);
}

fn headline(ui: &mut Ui, text: &mut String) -> Response {
    labelled(ui, "Headline", |ui| {
        ui.add(
            TextEdit::multiline(text)
                .font(theme::semibold(size::HEADLINE))
                .hint_text(RichText::new("What happened, in one line").color(colours(ui).muted))
                .desired_rows(1)
                .desired_width(f32::INFINITY)
                .return_key(None)
                .margin(Margin::symmetric(12, 9)),
        )
    })
}

/// Puts the cursor here if this is where it was to go, and leaves word where it is: the page beside the form marks it.
pub(super) fn lead_to(response: Response, focus: &mut Option<Place>, here: &Place) -> Response {
    if focus.as_ref() == Some(here) {
        response.request_focus();
        response.scroll_to_me(Some(Align::Center));
        *focus = None;
    }
    // Also while another program is in front: the page goes on marking the place.
    if response.ctx.memory(|memory| memory.has_focus(response.id)) {
        response.ctx.data_mut(|data| data.insert_temp(sheets::cursor_key(), here.clone()));
    }
    response
}
