//! Speakers and contacts: a name is written once, and stands right everywhere.

use egui::Ui;

use super::command::Command;
use super::form::lead_to;
use super::icons::Icon;
use super::widgets::{ask_by_icon, ask_quietly, card, row, section, text_field};
use crate::check::Place;
use crate::desk::Open;
use crate::release::{ByLang, Lang};

pub(super) fn speakers(ui: &mut Ui, open: &mut Open, focus: &mut Option<Place>, commands: &mut Vec<Command>) {
    section(ui, "Speakers", |ui| {
        ask_quietly(ui, Command::AddSpeaker(None), commands);
    });
    let lang = open.lang();
    for (index, speaker) in open.release.speakers.iter_mut().enumerate() {
        let number = index + 1;
        card(ui, ("speaker", speaker.id.0), |ui| {
            removable(ui, &format!("Delete speaker {number}"), Command::RemoveSpeaker(speaker.id), commands, |ui| {
                row(ui, [1.0, 1.6], |ui, column| match column {
                    0 => {
                        let response = by_lang(ui, "Name", &mut speaker.name, &lang, "First name and surname")
                            .accessible_name(format!("Speaker {number}: name"));
                        let response = lead_to(response, focus, &Place::Speaker(speaker.id));
                        lead_to(response, focus, &Place::SpeakerName(speaker.id, lang.clone()));
                    }
                    _ => {
                        by_lang(ui, "Title", &mut speaker.title, &lang, "Office or function")
                            .accessible_name(format!("Speaker {number}: title"));
                    }
                });
            });
        });
    }
}

pub(super) fn contacts(ui: &mut Ui, open: &mut Open, focus: &mut Option<Place>, commands: &mut Vec<Command>) {
    let count = open.release.contacts.len();
    section(ui, "Contacts for the press", |ui| {
        let response = ask_quietly(ui, Command::AddContact, commands);
        if count == 0 {
            lead_to(response, focus, &Place::Contacts);
        }
    });
    let lang = open.lang();
    for (index, contact) in open.release.contacts.iter_mut().enumerate() {
        let number = index + 1;
        let named = |field: &str| format!("Contact {number}: {field}");
        card(ui, ("contact", index), |ui| {
            removable(ui, &format!("Delete contact {number}"), Command::RemoveContact(index), commands, |ui| {
                row(ui, [1.0, 1.0], |ui, column| match column {
                    0 => {
                        let unit = by_lang(ui, "Unit", &mut contact.unit, &lang, "Press service")
                            .accessible_name(named("unit"));
                        if number == count {
                            lead_to(unit, focus, &Place::Contacts);
                        }
                    }
                    _ => {
                        by_lang(ui, "Person", &mut contact.person, &lang, "Optional").accessible_name(named("person"));
                    }
                });
                let mut phones = contact.phones.join(", ");
                row(ui, [1.0, 1.0, 1.0], |ui, column| match column {
                    0 => {
                        let field = text_field(ui, "Telephone", &mut phones, "70-00-00");
                        if field.accessible_name(named("telephone")).changed() {
                            // An empty number stays while the next one is being typed; the story leaves it out.
                            contact.phones = phones.split(", ").map(str::to_owned).collect();
                        }
                    }
                    1 => {
                        text_field(ui, "E-mail", &mut contact.email, "press@example.org")
                            .accessible_name(named("e-mail"));
                    }
                    _ => {
                        text_field(ui, "Web", &mut contact.web, "example.org").accessible_name(named("web"));
                    }
                });
            });
        });
    }
}

/// Content with a sign at its right that takes it away.
pub(super) fn removable(
    ui: &mut Ui,
    name: &str,
    command: Command,
    commands: &mut Vec<Command>,
    content: impl FnOnce(&mut Ui),
) {
    const SIGN_WIDTH: f32 = 36.0;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - SIGN_WIDTH);
            content(ui);
        });
        ask_by_icon(ui, Icon::Delete, name, command, commands);
    });
}

/// A field for words that exist once a language; without words of its own it shows those of another as a hint.
pub(super) fn by_lang(ui: &mut Ui, label: &str, words: &mut ByLang, lang: &Lang, hint: &str) -> egui::Response {
    let mut here = words.get(lang).to_owned();
    let elsewhere = words.best(lang).to_owned();
    let hint = if here.is_empty() && !elsewhere.is_empty() { elsewhere } else { hint.to_owned() };
    let response = text_field(ui, label, &mut here, &hint);
    if response.changed() {
        words.set(lang, here);
    }
    response
}
