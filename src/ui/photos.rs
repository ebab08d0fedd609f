//! The words of the photos: caption, alternative text, credit.

use egui::{RichText, Ui};
use jiff::civil::Date;

use super::command::Command;
use super::details::{date_words, read_optional_date};
use super::form::lead_to;
use super::people::{by_lang, removable};
use super::strings::{locale, say, tell};
use super::theme::{self, colours, size};
use super::widgets::{Fold, ask_quietly, card, read_field, row, words_field};
use crate::check::Place;
use crate::desk::Open;
use crate::release::{Lang, Photo, Standing};

pub(super) fn show(ui: &mut Ui, open: &mut Open, focus: &mut Option<Place>, commands: &mut Vec<Command>) {
    let lang = open.lang();
    let fold = Fold {
        key: "photos",
        heading: say(ui, "section-photos"),
        summary: tell(ui, "count-photos", &[("count", open.release.photos.len().into())]),
        wanted: matches!(focus, Some(Place::Photo(_) | Place::PhotoAlt(..))),
        open_first: true,
    };
    let mut asked = Vec::new();
    fold.show(
        ui,
        |ui| {
            ask_quietly(ui, Command::AskPhotos, &mut asked);
        },
        |ui| {
            if open.release.photos.is_empty() {
                ui.label(RichText::new(say(ui, "empty-photos")).color(colours(ui).muted));
            }
            for (index, photo) in open.release.photos.iter_mut().enumerate() {
                show_photo(ui, index + 1, photo, &lang, focus, commands);
            }
        },
    );
    commands.append(&mut asked);
}

fn show_photo(
    ui: &mut Ui,
    number: usize,
    photo: &mut Photo,
    lang: &Lang,
    focus: &mut Option<Place>,
    commands: &mut Vec<Command>,
) {
    let named = |ui: &Ui, key| tell(ui, key, &[("number", number.into())]);
    card(ui, ("photo words", photo.id.0), |ui| {
        let delete = named(ui, "delete-photo");
        removable(ui, &delete, Command::RemovePhoto(photo.id), commands, |ui| {
            ui.add(egui::Label::new(RichText::new(&photo.file).font(theme::semibold(size::BODY))).truncate());
            let (label, hint) = (say(ui, "field-caption"), say(ui, "hint-caption"));
            by_lang(ui, label, &mut photo.caption, lang, hint).accessible_name(named(ui, "photo-caption"));
            let (label, hint) = (say(ui, "field-alt"), say(ui, "hint-alt"));
            let alt = by_lang(ui, label, &mut photo.alt, lang, hint).accessible_name(named(ui, "photo-alt"));
            lead_to(alt, focus, &Place::PhotoAlt(photo.id, lang.clone()));
            ui.checkbox(&mut photo.decorative, say(ui, "field-decorative"))
                .accessible_name(named(ui, "photo-decorative"));
            row(ui, [1.0, 1.0], |ui, column| match column {
                0 => {
                    let (label, hint) = (say(ui, "field-credit"), say(ui, "hint-credit"));
                    let response = words_field(ui, label, &mut photo.credit, hint);
                    lead_to(response.accessible_name(named(ui, "photo-credit")), focus, &Place::Photo(photo.id));
                }
                _ => {
                    let (label, hint) = (say(ui, "field-rights"), say(ui, "optional"));
                    words_field(ui, label, &mut photo.rights, hint).accessible_name(named(ui, "photo-rights"));
                }
            });
            row(ui, [1.0, 1.0], |ui, column| match column {
                0 => {
                    let (label, hint) = (say(ui, "field-taken-at"), say(ui, "optional"));
                    words_field(ui, label, &mut photo.city, hint).accessible_name(named(ui, "photo-taken-at"));
                }
                _ => {
                    let locale = locale(ui);
                    let print = |taken: &Option<Date>| taken.map(|day| date_words(day, locale)).unwrap_or_default();
                    let label = say(ui, "field-taken-on");
                    read_field(ui, label, &mut photo.taken, say(ui, "optional"), print, read_optional_date)
                        .accessible_name(named(ui, "photo-taken-on"));
                }
            });
            let mut lead = photo.standing == Standing::Lead;
            let tick = ui.checkbox(&mut lead, say(ui, "field-lead-photo"));
            if tick.accessible_name(named(ui, "photo-lead")).changed() {
                photo.standing = if lead { Standing::Lead } else { Standing::End };
            }
        });
    });
}
