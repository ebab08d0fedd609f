//! The newsroom's people and contacts: looked for, corrected in one place, added, taken away and put back.
//!
//! What is written in an entry is kept when somebody goes on to another or puts the register away; each change can be
//! taken back.

pub(super) mod entry;
pub(super) mod picking;

use egui::accesskit::Live;
use egui::{Align, Button, Label, Layout, RichText, ScrollArea, Ui, vec2};
use uuid::Uuid;

use super::command::Command;
use super::icons::Icon;
use super::matching;
use super::settings::over;
use super::strings::{locale, say, tell};
use super::theme::{self, colours, size, space};
use super::widgets::{ask_quietly, icon_button, line, scrolled};
use crate::desk::{Aside, Desk, RegisterShelf, in_order};
use crate::language;
use crate::register::Field;
use crate::release::Lang;

/// As much as the list takes beside the entry.
const LIST_WIDTH: f32 = 280.0;
/// Narrower than this, list and entry take turns.
const ROOM_FOR_BOTH: f32 = 640.0;
/// Languages of a newsroom that has written nothing yet.
const USUAL: [&str; 3] = ["kk", "ru", "en"];

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    if desk.aside != Some(Aside::Register) {
        return;
    }
    let room = ui.ctx().content_rect().size() - vec2(88.0, 88.0);
    let modal = over(ui, "register", say(ui, "register-title")).show(ui.ctx(), |ui| {
        ui.set_width(room.x.min(1040.0));
        ui.set_height(room.y.min(740.0));
        head(ui, desk, commands);
        ui.add_space(space::NEAR);
        foot(ui, desk, commands);
        let langs = langs(desk);
        if ui.available_width() < ROOM_FOR_BOTH {
            match desk.registers.draft {
                Some(_) => entry::show(ui, desk, &langs, true, commands),
                None => list(ui, desk, &langs, commands),
            }
            return;
        }
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(LIST_WIDTH);
                list(ui, desk, &langs, commands);
            });
            ui.add_space(space::INSET);
            ui.vertical(|ui| entry::show(ui, desk, &langs, false, commands));
        });
    });
    if modal.should_close() {
        commands.push(Command::Cancel);
    }
}

/// The two registers, and the sign that puts them away.
fn head(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        for shelf in [RegisterShelf::People, RegisterShelf::Contacts] {
            let words = RichText::new(say(ui, shelf_key(shelf))).font(theme::semibold(size::SECTION));
            let is_shown = desk.registers.shelf == shelf;
            let tab = ui.add(Button::selectable(is_shown, words).min_size(vec2(0.0, theme::CONTROL_HEIGHT)));
            if tab.clicked() && !is_shown {
                commands.push(Command::KeepEntry);
                desk.registers.typed.clear();
                commands.push(Command::OpenRegister(shelf));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, Icon::Close, say(ui, "aside-close")).clicked() {
                commands.push(Command::Cancel);
            }
        });
    });
}

fn shelf_key(shelf: RegisterShelf) -> &'static str {
    match shelf {
        RegisterShelf::People => "register-people",
        RegisterShelf::Contacts => "register-contacts",
    }
}

/// What stands in the way, what can be taken back, and what the open release has not heard of yet.
fn foot(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    let locale = locale(ui);
    for trouble in &desk.registers.troubles {
        let words = ui.add(Label::new(RichText::new(trouble.in_locale(locale)).color(colours(ui).error)).wrap());
        ui.ctx().accesskit_node_builder(words.id, |node| node.set_live(Live::Assertive));
    }
    // A complaint of the window would lie under what lies over it.
    if let Some(notice) = desk.notice.as_ref().filter(|notice| notice.is_error) {
        ui.add(Label::new(RichText::new(notice.said.in_locale(locale)).color(colours(ui).error)).wrap());
    }
    let outdated = desk.open.as_ref().map_or(0, |open| open.outdated_speakers().len());
    let mut offered = |ui: &mut Ui, words: String, command: Command| {
        ui.horizontal_wrapped(|ui| {
            let told = ui.label(RichText::new(words).size(size::SMALL));
            ui.ctx().accesskit_node_builder(told.id, |node| node.set_live(Live::Polite));
            ask_quietly(ui, command, commands);
        });
    };
    if outdated > 0 {
        let words = tell(ui, "register-outdated", &[("count", outdated.into())]);
        offered(ui, words, Command::UpdateSpeakers);
    }
    if let Some(last) = desk.registers.done.last() {
        let key = if last.removes() { "register-removed" } else { "register-kept" };
        offered(ui, say(ui, key).to_owned(), Command::UndoEntry);
    }
}

/// The languages in which entries are written: those of the registers and of the open release.
fn langs(desk: &Desk) -> Vec<Lang> {
    let mut langs = desk.registers.known.langs();
    langs.extend(desk.open.iter().flat_map(|open| open.langs()));
    if langs.is_empty() {
        langs.extend(USUAL.iter().filter_map(|tag| tag.parse().ok()));
    }
    in_order(&langs)
}

/// One line of the list.
struct Row {
    id: Uuid,
    name: String,
    about: String,
    lacks: Vec<(Field, Lang)>,
}

fn list(ui: &mut Ui, desk: &mut Desk, langs: &[Lang], commands: &mut Vec<Command>) {
    let hint = say(ui, "register-find");
    let field = ui.add(line(&mut desk.registers.typed, hint)).accessible_name(hint);
    if desk.registers.draft.is_none() && ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    let rows = rows(ui, desk, langs);
    let chosen = desk.registers.draft.as_ref().and_then(|draft| draft.change.id());
    let height = (ui.available_height() - theme::CONTROL_HEIGHT - 2.0 * space::NEAR).max(theme::CONTROL_HEIGHT);
    let area = ScrollArea::vertical().id_salt("entries").max_height(height).min_scrolled_height(height);
    scrolled(ui, area.auto_shrink(false), |ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        if rows.is_empty() {
            let nothing = match (desk.registers.typed.trim().is_empty(), desk.registers.shelf) {
                (false, _) => "register-nothing-found",
                (true, RegisterShelf::People) => "register-nobody",
                (true, RegisterShelf::Contacts) => "register-no-contacts",
            };
            ui.add(Label::new(RichText::new(say(ui, nothing)).color(colours(ui).muted)).wrap());
        }
        for row in &rows {
            if show_row(ui, row, chosen == Some(row.id)) {
                commands.push(Command::EditEntry(Some(row.id)));
            }
        }
    });
    let new = match desk.registers.shelf {
        RegisterShelf::People => "register-new-person",
        RegisterShelf::Contacts => "register-new-contact",
    };
    if ui.button(say(ui, new)).clicked() {
        commands.push(Command::EditEntry(None));
    }
}

/// The entries that are looked for, by name.
fn rows(ui: &Ui, desk: &Desk, langs: &[Lang]) -> Vec<Row> {
    let known = &desk.registers.known;
    let typed = &desk.registers.typed;
    // An entry is called in the language of the window where it can be.
    let lang: Option<Lang> = locale(ui).tag().parse().ok();
    let called = |words: &crate::release::ByLang| lang.as_ref().map_or("", |lang| words.best(lang)).to_owned();
    let mut rows: Vec<Row> = match desk.registers.shelf {
        RegisterShelf::People => {
            let found = matching::found(typed, known.people.iter().map(|person| person.words()));
            let people = found.into_iter().filter_map(|at| known.people.get(at));
            let row = |person: &crate::register::Person| Row {
                id: person.id,
                name: called(&person.name),
                about: person.title_on(desk.today).map(|tenure| called(&tenure.title)).unwrap_or_default(),
                lacks: person.lacks(langs),
            };
            people.map(row).collect()
        }
        RegisterShelf::Contacts => {
            let found = matching::found(typed, known.contacts.iter().map(|known| known.words()));
            let contacts = found.into_iter().filter_map(|at| known.contacts.get(at));
            let row = |known: &crate::register::KnownContact| Row {
                id: known.id,
                name: [called(&known.contact.unit), called(&known.contact.person)]
                    .into_iter()
                    .find(|name| !name.is_empty())
                    .unwrap_or_else(|| known.contact.email.clone()),
                about: [known.contact.phones.join(", "), known.contact.email.clone()]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(", "),
                lacks: known.lacks(langs),
            };
            contacts.map(row).collect()
        }
    };
    if typed.trim().is_empty() {
        rows.sort_by_key(|row| row.name.to_lowercase());
    }
    rows
}

/// Name, office and what is missing; true when it was chosen.
fn show_row(ui: &mut Ui, row: &Row, is_chosen: bool) -> bool {
    let name = match row.name.trim() {
        "" => say(ui, "unnamed-speaker"),
        name => name,
    };
    let mut words = egui::text::LayoutJob::default();
    let colours = colours(ui);
    let append = |words: &mut egui::text::LayoutJob, text: &str, font: egui::FontId, colour: egui::Color32| {
        words.append(text, 0.0, egui::TextFormat { font_id: font, color: colour, ..egui::TextFormat::default() });
    };
    append(&mut words, name, theme::semibold(size::BODY), colours.text);
    let small = || egui::FontId::proportional(size::SMALL);
    if !row.about.is_empty() {
        append(&mut words, &format!("\n{}", row.about), small(), colours.muted);
    }
    let missing = lacking(ui, &row.lacks);
    if let Some(missing) = &missing {
        append(&mut words, &format!("\n{missing}"), small(), colours.warning);
    }
    let width = ui.available_width() - space::FIELD;
    words.wrap.max_width = width - 2.0 * ui.spacing().button_padding.x;
    let button = Button::selectable(is_chosen, words).min_size(vec2(width, theme::CONTROL_HEIGHT)).wrap();
    let response = ui.add(button).accessible_name(name);
    if let Some(missing) = missing {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(missing));
    }
    response.clicked()
}

/// In which field which language is missing: "No name in English".
fn lacking(ui: &Ui, lacks: &[(Field, Lang)]) -> Option<String> {
    let told = lacks.iter().map(|(field, lang)| {
        let what = say(ui, field_key(*field));
        tell(
            ui,
            "register-lacks",
            &[("field", what.into()), ("language", language::Language::own_name_of(lang).into())],
        )
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join("; "))
}

fn field_key(field: Field) -> &'static str {
    match field {
        Field::Name => "field-name",
        Field::Title => "field-title",
        Field::Introduced => "field-introduced",
        Field::Initials => "field-initials",
        Field::Unit => "field-unit",
        Field::ContactPerson => "field-person",
    }
}
