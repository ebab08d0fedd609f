//! The guide: a few pages that say how the program is used, in the window and without a network.

mod reader;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Response, ScrollArea, Ui, vec2};

use super::command::Command;
use super::settings::{close, over};
use super::shortcuts;
use super::strings::{locale, say};
use super::theme::space;
use super::widgets::scrolled;
use crate::desk::{Aside, Desk, GuidePage};
use crate::words::Locale;

/// Lines longer than this lose their reader.
const WIDEST: f32 = 680.0;
const NAMES_WIDTH: f32 = 210.0;
/// Narrower than this, the names of the pages stand above the page.
const ROOM_FOR_NAMES: f32 = 700.0;

/// The text of a page in this language, in a small part of Markdown; the page of keys is built from the table of commands.
pub fn page_text(page: GuidePage, locale: Locale) -> &'static str {
    macro_rules! in_all_languages {
        ($file:literal) => {
            match locale {
                Locale::English => include_str!(concat!("../../assets/guide/en/", $file)),
                Locale::Russian => include_str!(concat!("../../assets/guide/ru/", $file)),
                Locale::Kazakh => include_str!(concat!("../../assets/guide/kk/", $file)),
            }
        };
    }
    match page {
        GuidePage::FirstRelease => in_all_languages!("first-release.md"),
        GuidePage::Quotes => in_all_languages!("quotes.md"),
        GuidePage::Photos => in_all_languages!("photos.md"),
        GuidePage::People => in_all_languages!("people.md"),
        GuidePage::Houses => in_all_languages!("houses.md"),
        GuidePage::Several => in_all_languages!("several.md"),
        GuidePage::Shortcuts => in_all_languages!("shortcuts.md"),
    }
}

pub(super) fn show(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    let Some(Aside::Guide(page)) = desk.aside else { return };
    let room = ui.ctx().content_rect().size() - vec2(88.0, 88.0);
    let modal = over(ui, "guide", say(ui, "guide-title")).show(ui.ctx(), |ui| {
        ui.set_width(room.x.min(NAMES_WIDTH + WIDEST + space::SECTION));
        ui.set_height(room.y.min(720.0));
        if room.x >= ROOM_FOR_NAMES {
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(NAMES_WIDTH);
                    names(ui, page, commands);
                    ui.add_space(space::SECTION);
                    close(ui, commands);
                });
                ui.add_space(space::NEAR);
                ui.vertical(|ui| read(ui, page));
            });
        } else {
            ui.horizontal_wrapped(|ui| {
                names(ui, page, commands);
                close(ui, commands);
            });
            ui.add_space(space::NEAR);
            read(ui, page);
        }
    });
    if modal.should_close() {
        commands.push(Command::Cancel);
    }
}

fn names(ui: &mut Ui, shown: GuidePage, commands: &mut Vec<Command>) {
    for page in GuidePage::ALL {
        let title = reader::title(page_text(page, locale(ui)));
        let response = ui.add(egui::Button::selectable(page == shown, title).min_size(vec2(0.0, 30.0)));
        if page == shown && ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
        if response.clicked() {
            commands.push(Command::OpenGuide(page));
        }
    }
}

fn read(ui: &mut Ui, page: GuidePage) {
    let turned = turned(ui);
    let area = ScrollArea::vertical().id_salt(("guide", page)).auto_shrink(false);
    scrolled(ui, area, |ui| {
        if turned != 0.0 {
            let height = ui.clip_rect().height();
            ui.scroll_with_delta(vec2(0.0, turned * height * 0.9));
        }
        ui.set_max_width(ui.available_width().min(WIDEST) - space::INSET);
        reader::show(ui, page_text(page, locale(ui)));
        if page == GuidePage::Shortcuts {
            shortcuts::sheet(ui);
        }
        ui.add_space(space::SECTION);
    });
}

/// How many heights of the page the keys ask to go back; nothing else here listens to them.
fn turned(ui: &Ui) -> f32 {
    ui.input_mut(|input| {
        let mut pressed = |key| input.count_and_consume_key(Modifiers::NONE, key) as f32;
        pressed(Key::PageUp) - pressed(Key::PageDown) + 1000.0 * (pressed(Key::Home) - pressed(Key::End))
    })
}

/// Tells screen readers that this is a heading.
pub(super) fn say_heading(response: &Response, level: usize, words: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(words);
        node.set_level(level);
    });
}
