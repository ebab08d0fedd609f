//! The column of a newsroom: a new release, the search with its filters, the releases, and which newsroom it is.

use egui::containers::menu::MenuButton;
use egui::{Align, Button, EventFilter, Key, Layout, RichText, Ui, vec2};

use super::{actions, releases, wide};
use crate::desk::{Desk, RegisterShelf};
use crate::language::{self, Language};
use crate::newsroom::{Filter, Shelf};
use crate::release::Status;
use crate::ui::command::Command;
use crate::ui::details::{date_words, read_optional_date, status_key};
use crate::ui::icons::Icon;
use crate::ui::menu;
use crate::ui::strings::{locale, say, tell};
use crate::ui::theme::{self, colours, size, space};
use crate::ui::widgets::{SIGN, choice, icon_button, line, read_field, text_field};

/// What the filter offers.
const STATUSES: [Status; 6] =
    [Status::Draft, Status::InReview, Status::Approved, Status::Sent, Status::Corrected, Status::Withdrawn];

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    ui.add_space(space::TIGHT);
    wide(ui, say(ui, "library-new"), true, Command::AskNew, commands);
    search(ui, desk, commands);
    if desk.catalogue.shows_filters {
        filters(ui, &mut desk.catalogue.wish.filter);
    }
    shelf(ui, desk, commands);
    releases::summary(ui, desk);
    let foot = 2.0 * (theme::CONTROL_HEIGHT + space::NEAR) + space::FIELD;
    let height = (ui.available_height() - foot).max(theme::CONTROL_HEIGHT);
    releases::show(ui, desk, height, commands);
    ui.add_space(space::TIGHT);
    known(ui, commands);
    which(ui, desk, commands);
}

/// Whom the newsroom knows, and how its organisations write.
fn known(ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.set_height(theme::CONTROL_HEIGHT - space::TIGHT);
        ui.spacing_mut().item_spacing.x = space::FIELD;
        for (words, command) in [
            ("register-people", Command::OpenRegister(RegisterShelf::People)),
            ("register-contacts", Command::OpenRegister(RegisterShelf::Contacts)),
            ("houses-short", Command::OpenHouses),
        ] {
            let words = RichText::new(say(ui, words)).size(size::SMALL).color(colours(ui).accent);
            let button = ui.add(Button::new(words).frame(false).min_size(vec2(0.0, SIGN.y)));
            if button.on_hover_text(command.label(locale(ui))).clicked() {
                commands.push(command);
            }
        }
    });
}

/// The field in which words are looked for, and the button that shows the filters.
fn search(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        let catalogue = &mut desk.catalogue;
        let room = ui.available_width() - SIGN.x - ui.spacing().item_spacing.x;
        let hint = say(ui, "releases-search");
        let field = ui.add(line(&mut catalogue.wish.typed, hint).desired_width(room)).accessible_name(hint);
        if std::mem::take(&mut catalogue.find) {
            field.request_focus();
        }
        let name = say(ui, if catalogue.shows_filters { "releases-hide-filters" } else { "releases-show-filters" });
        let filters = icon_button(ui, Icon::Filter, name);
        if filters.clicked() {
            catalogue.shows_filters = !catalogue.shows_filters;
            if !catalogue.shows_filters {
                // A filter that nobody sees would hide releases without a word.
                catalogue.wish.filter = Filter::default();
            }
        }
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        if field.lost_focus() && pressed(Key::Escape) {
            catalogue.wish.typed.clear();
        }
        if field.has_focus() {
            let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(field.id, filter));
            if pressed(Key::ArrowDown) {
                releases::enter(desk);
            }
        } else if field.lost_focus() && pressed(Key::Enter) && catalogue.wish.has_words() {
            actions::open_first(desk, commands);
        }
    });
}

/// What the releases should be like.
fn filters(ui: &mut Ui, filter: &mut Filter) {
    ui.spacing_mut().item_spacing.y = space::NEAR;
    let any = say(ui, "filter-any");
    let shown = filter.lang.as_deref().map_or(any, |tag| {
        language::ALL.iter().find(|language| language.tag == tag).map_or(any, |language| language.own_name)
    });
    let label = say(ui, "filter-language");
    choice(ui, label, label, shown, |ui| {
        ui.selectable_value(&mut filter.lang, None, any);
        for Language { tag, own_name, .. } in language::ALL.iter().filter(|language| !language.tag.is_empty()) {
            ui.selectable_value(&mut filter.lang, Some((*tag).to_owned()), *own_name);
        }
    });
    let shown = filter.status.map_or(any, |status| say(ui, status_key(status)));
    let label = say(ui, "filter-status");
    choice(ui, label, label, shown, |ui| {
        ui.selectable_value(&mut filter.status, None, any);
        for status in STATUSES {
            ui.selectable_value(&mut filter.status, Some(status), say(ui, status_key(status)));
        }
    });
    text_field(ui, say(ui, "filter-speaker"), &mut filter.speaker, "");
    let locale = locale(ui);
    let print = |day: &Option<jiff::civil::Date>| day.map(|day| date_words(day, locale)).unwrap_or_default();
    let hint = date_words(jiff::civil::date(2026, 11, 23), locale);
    read_field(ui, say(ui, "filter-since"), &mut filter.since, &hint, print, read_optional_date);
    read_field(ui, say(ui, "filter-until"), &mut filter.until, &hint, print, read_optional_date);
}

/// Which shelf this is, where it is not that of the releases; and the way back.
fn shelf(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    let (heading, hint) = match desk.catalogue.wish.shelf {
        Shelf::Releases => return,
        Shelf::Templates => ("shelf-templates", "shelf-templates-hint"),
        Shelf::Trash => ("shelf-trash", "shelf-trash-hint"),
    };
    ui.horizontal(|ui| {
        ui.label(RichText::new(say(ui, heading)).font(theme::semibold(size::BODY)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let back = Command::ShowShelf(Shelf::Releases);
            let words = RichText::new(say(ui, "shelf-back")).color(colours(ui).accent);
            if ui.add(Button::new(words).frame(false)).clicked() {
                commands.push(back);
            }
        });
    });
    if !desk.catalogue.is_empty() {
        ui.label(RichText::new(say(ui, hint)).size(size::SMALL).color(colours(ui).muted));
    }
}

/// The newsroom's name, behind which stand the others, and the templates and the trash.
fn which(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    let Some(newsroom) = desk.newsroom() else { return };
    let name = crate::newsroom::visible(&newsroom.name);
    let words = RichText::new(shortened(&name)).size(size::SMALL);
    let (response, _) = MenuButton::from_button(menu::opener(ui, words).truncate()).ui(ui, |ui| {
        menu::roomy(ui);
        for shelf in Shelf::ALL {
            let count = desk.catalogue.count(shelf).to_string();
            let command = Command::ShowShelf(shelf);
            let label = command.label(locale(ui));
            let row = Button::new(label).right_text(count).selected(desk.catalogue.wish.shelf == shelf);
            if ui.add(row).accessible_name(label).clicked() {
                commands.push(command);
                ui.close();
            }
        }
        ui.separator();
        for other in desk.preferences.newsrooms.iter().filter(|other| other.folder != newsroom.folder) {
            let name = crate::newsroom::visible(&other.name);
            let row = ui.add(Button::new(tell(ui, "newsroom-switch", &[("name", shortened(&name).into())])));
            if row.on_hover_text(other.folder.display().to_string()).clicked() {
                commands.push(Command::UseNewsroom(Some(other.folder.clone())));
                ui.close();
            }
        }
        menu::item(ui, desk, &Command::AskNewsroom, commands);
        menu::item(ui, desk, &Command::ShowInFolder(newsroom.folder.join("newsroom.ron")), commands);
        menu::item(ui, desk, &Command::UseNewsroom(None), commands);
    });
    let told = tell(ui, "newsroom-named", &[("name", name.as_str().into())]);
    response.accessible_name(told).on_hover_text(newsroom.folder.display().to_string());
}

/// A name takes one row.
fn shortened(name: &str) -> String {
    const MOST: usize = 40;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}
