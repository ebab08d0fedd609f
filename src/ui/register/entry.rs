//! One entry of a register: every field in every language, and which of them is missing.

use egui::{Button, Label, RichText, ScrollArea, Ui, vec2};

use super::Lang;
use crate::desk::{Desk, Draft, RegisterChange, RegisterShelf};
use crate::language::Language;
use crate::register::{Change, KnownContact, Person, Tenure};
use crate::release::{ByLang, Contact};
use crate::ui::command::Command;
use crate::ui::details::{date_words, read_optional_date};
use crate::ui::icons::Icon;
use crate::ui::strings::{locale, say, tell};
use crate::ui::theme::{self, colours, size, space};
use crate::ui::widgets::{ask, ask_mainly, icon_button, read_field, row, scrolled, text_field, words_line};

/// A field of a language is never narrower.
const NARROWEST: f32 = 150.0;

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, langs: &[Lang], alone: bool, commands: &mut Vec<Command>) {
    let shelf = desk.registers.shelf;
    let Some(draft) = &mut desk.registers.draft else {
        let words = match shelf {
            RegisterShelf::People => "register-choose-person",
            RegisterShelf::Contacts => "register-choose-contact",
        };
        ui.add(Label::new(RichText::new(say(ui, words)).color(colours(ui).muted)).wrap());
        return;
    };
    let height = (ui.available_height() - theme::CONTROL_HEIGHT - 2.0 * space::NEAR).max(theme::CONTROL_HEIGHT);
    let area = ScrollArea::vertical().id_salt(("entry", draft.change.id())).max_height(height);
    scrolled(ui, area.min_scrolled_height(height).auto_shrink(false), |ui| {
        ui.set_max_width(ui.available_width() - space::INSET);
        ui.spacing_mut().item_spacing.y = space::FIELD;
        conflict(ui, draft);
        match &mut draft.change {
            RegisterChange::Person(Change { after: Some(person), .. }) => show_person(ui, person, langs),
            RegisterChange::Contact(Change { after: Some(known), .. }) => show_contact(ui, known, langs),
            RegisterChange::Person(Change { after: None, .. })
            | RegisterChange::Contact(Change { after: None, .. }) => {}
        }
    });
    let is_changed = !draft.change.is_empty();
    ui.horizontal(|ui| {
        ui.add_enabled_ui(is_changed, |ui| ask_mainly(ui, Command::KeepEntry, commands));
        ask(ui, Command::RemoveEntry, commands);
        if alone {
            let back = ui.button(say(ui, "register-back"));
            if back.clicked() {
                commands.push(Command::KeepEntry);
                commands.push(Command::OpenRegister(shelf));
            }
        }
    });
}

/// Somebody else has changed the same words: theirs are told, and can be taken.
fn conflict(ui: &mut Ui, draft: &mut Draft) {
    if !draft.theirs {
        return;
    }
    ui.add(Label::new(RichText::new(say(ui, "register-conflict")).color(colours(ui).warning)).wrap());
    let told = match &draft.change {
        RegisterChange::Person(Change { before: Some(theirs), .. }) => theirs.words().collect::<Vec<_>>().join(" · "),
        RegisterChange::Contact(Change { before: Some(theirs), .. }) => theirs.words().collect::<Vec<_>>().join(" · "),
        RegisterChange::Person(Change { before: None, .. }) | RegisterChange::Contact(Change { before: None, .. }) => {
            String::new()
        }
    };
    ui.add(Label::new(RichText::new(told).size(size::SMALL)).wrap());
    if ui.button(say(ui, "register-take-theirs")).clicked() {
        draft.theirs = false;
        match &mut draft.change {
            RegisterChange::Person(Change { before, after }) => after.clone_from(before),
            RegisterChange::Contact(Change { before, after }) => after.clone_from(before),
        }
    }
}

fn show_person(ui: &mut Ui, person: &mut Person, langs: &[Lang]) {
    let Person { id: _, name, titles, introduced, initials, photo } = person;
    by_langs(ui, say(ui, "field-name"), None, name, langs);
    let mut gone = None;
    for (at, tenure) in titles.iter_mut().enumerate() {
        if show_title(ui, at + 1, tenure, langs) {
            gone = Some(at);
        }
    }
    if let Some(gone) = gone {
        titles.remove(gone);
    }
    if ui.add(Button::new(RichText::new(say(ui, "register-add-title")).color(colours(ui).accent))).clicked() {
        titles.push(Tenure::default());
    }
    by_langs(ui, say(ui, "field-introduced"), Some(say(ui, "tip-introduced")), introduced, langs);
    by_langs(ui, say(ui, "field-initials"), Some(say(ui, "tip-initials")), initials, langs);
    text_field(ui, say(ui, "field-person-photo"), photo, "people/photo.jpg");
}

/// A title with its days; true when it is to go.
fn show_title(ui: &mut Ui, number: usize, tenure: &mut Tenure, langs: &[Lang]) -> bool {
    let mut goes = false;
    theme::card(colours(ui)).show(ui, |ui| {
        ui.push_id(("title", number), |ui| {
            let numbered = |ui: &Ui, key| tell(ui, key, &[("number", number.into())]);
            let heading = numbered(ui, "register-title-number");
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width() - 36.0);
                    by_langs(ui, &heading, None, &mut tenure.title, langs);
                });
                goes = icon_button(ui, Icon::Delete, &numbered(ui, "register-delete-title")).clicked();
            });
            let locale = locale(ui);
            let print = |day: &Option<jiff::civil::Date>| day.map(|day| date_words(day, locale)).unwrap_or_default();
            row(ui, [1.0, 1.0], |ui, column| {
                let (label, name, day) = match column {
                    0 => (say(ui, "field-title-from"), "register-title-from", &mut tenure.from),
                    _ => (say(ui, "field-title-until"), "register-title-until", &mut tenure.until),
                };
                let name = numbered(ui, name);
                read_field(ui, label, day, "", print, read_optional_date).accessible_name(name);
            });
        });
    });
    goes
}

fn show_contact(ui: &mut Ui, known: &mut KnownContact, langs: &[Lang]) {
    let Contact { unit, person, phones, email, web } = &mut known.contact;
    by_langs(ui, say(ui, "field-unit"), None, unit, langs);
    by_langs(ui, say(ui, "field-person"), None, person, langs);
    row(ui, [1.0, 1.0, 1.0], |ui, column| match column {
        0 => {
            let mut typed = phones.join(", ");
            if text_field(ui, say(ui, "field-telephone"), &mut typed, "70-00-00").changed() {
                // An empty one stays while the next is being typed; a release leaves it out.
                *phones = typed.split(", ").map(str::to_owned).collect();
            }
        }
        1 => {
            text_field(ui, say(ui, "field-email"), email, "press@example.org");
        }
        _ => {
            text_field(ui, say(ui, "field-web"), web, "example.org");
        }
    });
}

/// A field in each language, side by side; one without words says so where another has some.
pub(in crate::ui) fn by_langs(ui: &mut Ui, label: &str, tip: Option<&str>, words: &mut ByLang, langs: &[Lang]) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        let heading = ui.add(Label::new(RichText::new(label).font(theme::semibold(size::SMALL))).selectable(false));
        if let Some(tip) = tip {
            ui.add(Label::new(RichText::new(tip).size(size::SMALL).color(colours(ui).muted)).wrap());
        }
        let mut all: Vec<Lang> = langs.to_vec();
        all.extend(words.iter().map(|(lang, _)| lang.clone()).filter(|lang| !langs.contains(lang)));
        let somewhere = !words.is_blank();
        let width = ui.available_width();
        let in_row = ((width / NARROWEST) as usize).clamp(1, all.len().clamp(1, 3));
        for some in all.chunks(in_row) {
            let room = (width - space::NEAR * (in_row - 1) as f32) / in_row as f32;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::NEAR;
                for lang in some {
                    ui.allocate_ui(vec2(room, 0.0), |ui| {
                        ui.vertical(|ui| {
                            ui.set_width(room);
                            let mut here = words.get(lang).to_owned();
                            let own = Language::own_name_of(lang);
                            let is_missing = somewhere && words.said_in(lang).is_empty();
                            let (told, colour) = match is_missing {
                                true => (
                                    tell(ui, "register-missing", &[("language", own.to_string().into())]),
                                    colours(ui).warning,
                                ),
                                false => (own.to_string(), colours(ui).muted),
                            };
                            ui.add(Label::new(RichText::new(told).size(size::SMALL).color(colour)).selectable(false));
                            let field = words_line(ui, &mut here, "", f32::INFINITY).labelled_by(heading.id);
                            let field = field.accessible_name(format!("{label}: {own}"));
                            if field.changed() {
                                words.set(lang, here);
                            }
                        });
                    });
                }
            });
        }
    });
}
