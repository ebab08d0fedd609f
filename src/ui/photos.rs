//! The words of the photos: caption, alternative text, credit.

use egui::{RichText, Ui};

use super::command::Command;
use super::form::lead_to;
use super::people::{by_lang, removable};
use super::theme::{self, colours, size};
use super::widgets::{ask_quietly, card, read_field, row, section, text_field};
use crate::check::Place;
use crate::desk::Open;
use crate::release::Standing;

pub(super) fn show(ui: &mut Ui, open: &mut Open, focus: &mut Option<Place>, commands: &mut Vec<Command>) {
    section(ui, "Photos", |ui| {
        ask_quietly(ui, Command::AskPhotos, commands);
    });
    let lang = open.lang();
    if open.release.photos.is_empty() {
        ui.label(RichText::new("Drop photos onto the window or choose files…").color(colours(ui).muted));
    }
    for (index, photo) in open.release.photos.iter_mut().enumerate() {
        let number = index + 1;
        let named = |field: &str| format!("Photo {number}: {field}");
        card(ui, ("photo words", photo.id.0), |ui| {
            removable(ui, &format!("Delete photo {number}"), Command::RemovePhoto(photo.id), commands, |ui| {
                ui.label(RichText::new(&photo.file).font(theme::semibold(size::BODY)));
                by_lang(ui, "Caption", &mut photo.caption, &lang, "What it shows, and whom")
                    .accessible_name(named("caption"));
                let hint = "The picture in words, for those who cannot see it";
                let alt = by_lang(ui, "Alternative text", &mut photo.alt, &lang, hint);
                let here = Place::PhotoAlt(photo.id, lang.clone());
                lead_to(alt.accessible_name(named("alternative text")), focus, &here);
                ui.checkbox(&mut photo.decorative, "Only adorns: screen readers pass it by")
                    .accessible_name(named("only adorns"));
                row(ui, [1.0, 1.0], |ui, column| match column {
                    0 => {
                        let response = text_field(ui, "Credit", &mut photo.credit, "Who took it");
                        lead_to(response.accessible_name(named("credit")), focus, &Place::Photo(photo.id));
                    }
                    _ => {
                        text_field(ui, "Terms of use", &mut photo.rights, "Optional")
                            .accessible_name(named("terms of use"));
                    }
                });
                row(ui, [1.0, 1.0], |ui, column| match column {
                    0 => {
                        text_field(ui, "Taken at", &mut photo.place, "Optional").accessible_name(named("taken at"));
                    }
                    _ => {
                        let print =
                            |taken: &Option<jiff::civil::Date>| taken.map(|date| date.to_string()).unwrap_or_default();
                        read_field(
                            ui,
                            "Taken on",
                            &mut photo.taken,
                            "2026-11-23",
                            print,
                            super::details::read_optional_date,
                        )
                        .accessible_name(named("taken on"));
                    }
                });
                let mut lead = photo.standing == Standing::Lead;
                if ui
                    .checkbox(&mut lead, "Stands under the headline")
                    .accessible_name(named("stands under the headline"))
                    .changed()
                {
                    photo.standing = if lead { Standing::Lead } else { Standing::Attached };
                }
            });
        });
    }
}
