//! Speakers and contacts: a name is written once, and stands right everywhere.

use egui::{Response, Ui};

use super::command::Command;
use super::form::lead_to;
use super::icons::Icon;
use super::strings::{say, tell};
use super::widgets::{Fold, ask_by_icon, ask_quietly, card, row, words_field};
use crate::check::Place;
use crate::desk::Open;
use crate::release::{ByLang, Contact, Lang, Speaker};

pub(super) fn speakers(ui: &mut Ui, open: &mut Open, focus: &mut Option<Place>, commands: &mut Vec<Command>) {
    let lang = open.lang();
    let names: Vec<&str> = open.release.speakers.iter().map(|speaker| speaker.name.best(&lang)).collect();
    let fold = Fold {
        key: "speakers",
        heading: say(ui, "section-speakers"),
        summary: joined(&names).unwrap_or_else(|| say(ui, "nobody-yet").to_owned()),
        wanted: matches!(focus, Some(Place::Speaker(_) | Place::SpeakerName(..) | Place::SpeakerTitle(..))),
        open_first: false,
    };
    let add = Command::AddSpeaker(None);
    let mut asked = Vec::new();
    fold.show(
        ui,
        |ui| {
            ask_quietly(ui, add, &mut asked);
        },
        |ui| {
            for (index, speaker) in open.release.speakers.iter_mut().enumerate() {
                show_speaker(ui, index + 1, speaker, &lang, focus, commands);
            }
        },
    );
    commands.append(&mut asked);
}

fn show_speaker(
    ui: &mut Ui,
    number: usize,
    speaker: &mut Speaker,
    lang: &Lang,
    focus: &mut Option<Place>,
    commands: &mut Vec<Command>,
) {
    let named = |ui: &Ui, key| tell(ui, key, &[("number", number.into())]);
    card(ui, ("speaker", speaker.id.0), |ui| {
        let delete = named(ui, "delete-speaker");
        removable(ui, &delete, Command::RemoveSpeaker(speaker.id), commands, |ui| {
            row(ui, [1.0, 1.6], |ui, column| match column {
                0 => {
                    let (label, hint) = (say(ui, "field-name"), say(ui, "hint-name"));
                    let response = by_lang(ui, label, &mut speaker.name, lang, hint);
                    let response = response.accessible_name(named(ui, "speaker-name"));
                    let response = lead_to(response, focus, &Place::Speaker(speaker.id));
                    lead_to(response, focus, &Place::SpeakerName(speaker.id, lang.clone()));
                }
                _ => {
                    let (label, hint) = (say(ui, "field-title"), say(ui, "hint-title"));
                    let response = by_lang(ui, label, &mut speaker.title, lang, hint);
                    let response = response.accessible_name(named(ui, "speaker-title"));
                    lead_to(response, focus, &Place::SpeakerTitle(speaker.id, lang.clone()));
                }
            });
        });
    });
}

pub(super) fn contacts(ui: &mut Ui, open: &mut Open, focus: &mut Option<Place>, commands: &mut Vec<Command>) {
    let lang = open.lang();
    let count = open.release.contacts.len();
    let summaries: Vec<String> = open.release.contacts.iter().map(|contact| summary(contact, &lang)).collect();
    let fold = Fold {
        key: "contacts",
        heading: say(ui, "section-contacts"),
        summary: joined(&summaries).unwrap_or_else(|| say(ui, "nobody-yet").to_owned()),
        wanted: count > 0 && matches!(focus, Some(Place::Contacts | Place::ContactUnit(..))),
        open_first: false,
    };
    let mut asked = Vec::new();
    let mut add = None;
    fold.show(
        ui,
        |ui| add = Some(ask_quietly(ui, Command::AddContact, &mut asked)),
        |ui| {
            for (index, contact) in open.release.contacts.iter_mut().enumerate() {
                show_contact(ui, (index, index + 1 == count), contact, &lang, focus, commands);
            }
        },
    );
    if let (0, Some(add)) = (count, add) {
        lead_to(add, focus, &Place::Contacts);
    }
    commands.append(&mut asked);
}

fn summary(contact: &Contact, lang: &Lang) -> String {
    let parts = [contact.unit.best(lang), contact.person.best(lang)].into_iter();
    let parts = parts.chain(contact.phones.iter().map(String::as_str)).chain([contact.email.as_str()]);
    joined(&parts.collect::<Vec<_>>()).unwrap_or_default()
}

fn show_contact(
    ui: &mut Ui,
    (index, last): (usize, bool),
    contact: &mut Contact,
    lang: &Lang,
    focus: &mut Option<Place>,
    commands: &mut Vec<Command>,
) {
    let named = |ui: &Ui, key| tell(ui, key, &[("number", (index + 1).into())]);
    card(ui, ("contact", index), |ui| {
        let delete = named(ui, "delete-contact");
        removable(ui, &delete, Command::RemoveContact(index), commands, |ui| {
            row(ui, [1.0, 1.0], |ui, column| match column {
                0 => {
                    let (label, hint) = (say(ui, "field-unit"), say(ui, "hint-unit"));
                    let unit = by_lang(ui, label, &mut contact.unit, lang, hint);
                    let unit = unit.accessible_name(named(ui, "contact-unit"));
                    let unit = lead_to(unit, focus, &Place::ContactUnit(index, lang.clone()));
                    if last {
                        lead_to(unit, focus, &Place::Contacts);
                    }
                }
                _ => {
                    let (label, hint) = (say(ui, "field-person"), say(ui, "optional"));
                    let person = by_lang(ui, label, &mut contact.person, lang, hint);
                    person.accessible_name(named(ui, "contact-person"));
                }
            });
            let mut phones = contact.phones.join(", ");
            row(ui, [1.0, 1.0, 1.0], |ui, column| match column {
                0 => {
                    let field = words_field(ui, say(ui, "field-telephone"), &mut phones, "70-00-00");
                    if field.accessible_name(named(ui, "contact-telephone")).changed() {
                        // An empty number stays while the next one is being typed; the story leaves it out.
                        contact.phones = phones.split(", ").map(str::to_owned).collect();
                    }
                }
                1 => {
                    let field = words_field(ui, say(ui, "field-email"), &mut contact.email, "press@example.org");
                    field.accessible_name(named(ui, "contact-email"));
                }
                _ => {
                    let field = words_field(ui, say(ui, "field-web"), &mut contact.web, "example.org");
                    field.accessible_name(named(ui, "contact-web"));
                }
            });
        });
    });
}

/// The words that are there, with commas between them; none where there are none.
fn joined<S: AsRef<str>>(words: &[S]) -> Option<String> {
    let words: Vec<&str> = words.iter().map(|word| word.as_ref().trim()).filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(", "))
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
pub(super) fn by_lang(ui: &mut Ui, label: &str, words: &mut ByLang, lang: &Lang, hint: &str) -> Response {
    let mut here = words.get(lang).to_owned();
    let elsewhere = words.best(lang).to_owned();
    let hint = if here.is_empty() && !elsewhere.is_empty() { elsewhere } else { hint.to_owned() };
    let response = words_field(ui, label, &mut here, &hint);
    if response.changed() {
        words.set(lang, here);
    }
    response
}
