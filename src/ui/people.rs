//! Speakers and contacts: a name is written once, and stands right everywhere.

use std::sync::Arc;

use egui::{Response, Ui};

use super::command::Command;
use super::form::lead_to;
use super::icons::Icon;
use super::register::picking::{self, Offered};
use super::strings::{say, tell};
use super::widgets::{Fold, ask_by_icon, ask_quietly, card, row, words_field};
use crate::check::Place;
use crate::desk::Open;
use crate::register::Register;
use crate::release::{ByLang, Contact, Lang, Release, Speaker};

pub(super) fn speakers(
    ui: &mut Ui,
    open: &mut Open,
    registers: bool,
    focus: &mut Option<Place>,
    commands: &mut Vec<Command>,
) {
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
    let register = Arc::clone(open.register());
    let unknown = if registers { open.unregistered_speakers(None) } else { Vec::new() };
    let release = &mut open.release;
    let offered = offered_people(&register, release, &lang);
    fold.show(
        ui,
        |ui| {
            ask_quietly(ui, add, &mut asked);
            if !offered.is_empty() {
                let picked = picking::button(ui, say(ui, "register-pick-person"), &offered);
                asked.extend(picked.map(Command::TakePerson));
            }
        },
        |ui| {
            for (index, speaker) in release.speakers.iter_mut().enumerate() {
                let is_unknown = unknown.contains(&speaker.id);
                show_speaker(ui, (index + 1, is_unknown), speaker, &lang, focus, commands);
            }
        },
    );
    commands.append(&mut asked);
}

/// The people of the register who are not in the release yet.
fn offered_people<'a>(register: &'a Register, release: &Release, lang: &Lang) -> Vec<Offered<'a>> {
    let there: Vec<_> = release.speakers.iter().filter_map(|speaker| register.person_of(speaker)).collect();
    let others = register.people.iter().filter(|person| !there.iter().any(|there| there.id == person.id));
    let offered = |person: &'a crate::register::Person| Offered {
        id: person.id,
        name: person.name.best(lang),
        about: person.title_on(release.issued).map(|tenure| tenure.title.best(lang).to_owned()).unwrap_or_default(),
        words: person.words().collect(),
    };
    others.map(offered).collect()
}

fn show_speaker(
    ui: &mut Ui,
    (number, is_unknown): (usize, bool),
    speaker: &mut Speaker,
    lang: &Lang,
    focus: &mut Option<Place>,
    commands: &mut Vec<Command>,
) {
    let named = |ui: &Ui, key| tell(ui, key, &[("number", number.into())]);
    card(ui, ("speaker", speaker.id.0), |ui| {
        let delete = named(ui, "delete-speaker");
        removable(ui, &delete, Command::RemoveSpeaker(speaker.id), commands, |ui, commands| {
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
            introduced(ui, number, speaker, lang);
            if is_unknown {
                let name = named(ui, "register-speaker");
                let button = ask_quietly(ui, Command::RegisterSpeaker(Some(speaker.id)), commands);
                button.accessible_name(name).on_hover_text(say(ui, "tip-register"));
            }
        });
    });
}

/// How an attribution introduces them, where the register says so; most people need no such words.
fn introduced(ui: &mut Ui, number: usize, speaker: &mut Speaker, lang: &Lang) {
    let name = tell(ui, "speaker-introduced", &[("number", number.into())]);
    let key = egui::Id::unique(("introduced", speaker.id.0));
    let is_written_in = ui.data(|data| data.get_temp(key)).unwrap_or(false);
    if speaker.introduced.is_blank() && !is_written_in {
        return;
    }
    let field = by_lang(ui, say(ui, "field-introduced"), &mut speaker.introduced, lang, say(ui, "tip-introduced"));
    let field = field.accessible_name(name);
    // Whoever takes the words out to write others does not lose the field under the hand.
    ui.data_mut(|data| data.insert_temp(key, field.has_focus()));
}

pub(super) fn contacts(
    ui: &mut Ui,
    open: &mut Open,
    registers: bool,
    focus: &mut Option<Place>,
    commands: &mut Vec<Command>,
) {
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
    let register = Arc::clone(open.register());
    let offered = offered_contacts(&register, &open.release, &lang);
    let unknown: Vec<bool> =
        (0..count).map(|index| registers && !open.unregistered_contacts(Some(index)).is_empty()).collect();
    fold.show(
        ui,
        |ui| {
            add = Some(ask_quietly(ui, Command::AddContact, &mut asked));
            if !offered.is_empty() {
                let picked = picking::button(ui, say(ui, "register-pick-contact"), &offered);
                asked.extend(picked.map(Command::TakeContact));
            }
        },
        |ui| {
            let contacts = open.release.contacts.iter_mut().zip(unknown).enumerate();
            for (index, (contact, is_unknown)) in contacts {
                let asked = (index, index + 1 == count, is_unknown);
                show_contact(ui, asked, contact, &lang, focus, commands);
            }
        },
    );
    if let (0, Some(add)) = (count, add) {
        lead_to(add, focus, &Place::Contacts);
    }
    commands.append(&mut asked);
}

/// The contacts of the register that are not in the release yet.
fn offered_contacts<'a>(register: &'a Register, release: &Release, lang: &Lang) -> Vec<Offered<'a>> {
    let others = register.contacts.iter().filter(|known| !release.contacts.contains(&known.contact));
    let offered = |known: &'a crate::register::KnownContact| {
        let contact = &known.contact;
        let names = [contact.unit.best(lang), contact.person.best(lang), contact.email.as_str()];
        let mut named = names.into_iter().filter(|name| !name.trim().is_empty());
        let name = named.next().unwrap_or_default();
        let about: Vec<&str> = named.chain(contact.phones.iter().map(String::as_str)).collect();
        Offered { id: known.id, name, about: about.join(", "), words: known.words().collect() }
    };
    others.map(offered).collect()
}

fn summary(contact: &Contact, lang: &Lang) -> String {
    let parts = [contact.unit.best(lang), contact.person.best(lang)].into_iter();
    let parts = parts.chain(contact.phones.iter().map(String::as_str)).chain([contact.email.as_str()]);
    joined(&parts.collect::<Vec<_>>()).unwrap_or_default()
}

fn show_contact(
    ui: &mut Ui,
    (index, last, is_unknown): (usize, bool, bool),
    contact: &mut Contact,
    lang: &Lang,
    focus: &mut Option<Place>,
    commands: &mut Vec<Command>,
) {
    let named = |ui: &Ui, key| tell(ui, key, &[("number", (index + 1).into())]);
    card(ui, ("contact", index), |ui| {
        let delete = named(ui, "delete-contact");
        removable(ui, &delete, Command::RemoveContact(index), commands, |ui, commands| {
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
            if is_unknown {
                let name = named(ui, "register-contact");
                let button = ask_quietly(ui, Command::RegisterContact(Some(index)), commands);
                button.accessible_name(name).on_hover_text(say(ui, "tip-register"));
            }
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
    content: impl FnOnce(&mut Ui, &mut Vec<Command>),
) {
    const SIGN_WIDTH: f32 = 36.0;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - SIGN_WIDTH);
            content(ui, commands);
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
