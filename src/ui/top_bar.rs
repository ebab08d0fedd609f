//! The bar over everything: what is open, its languages, undo, save, export; and the line that says what happened.

use egui::{Align, Button, Layout, RichText, Ui};

use super::command::Command;
use super::library;
use super::strings::locale;
use super::theme::{self, colours, size, space};
use super::widgets::{ask, ask_mainly, ask_quietly};
use crate::desk::{Desk, Open};
use crate::language::Language;
use crate::release::{Embargo, Lang};

/// Narrower than this, undo and redo are found in the menu alone.
const ROOM_FOR_UNDO: f32 = 960.0;
/// Narrower than this, the bar does not repeat the embargo, which the page shows.
const ROOM_FOR_EMBARGO: f32 = 1080.0;

pub(super) fn show(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        library::button(ui, desk, commands);
        ui.menu_button(RichText::new("Dateline").font(theme::bold(size::SECTION)), |ui| menu(ui, desk, commands));
        let Some(open) = &desk.open else { return };
        let room = ui.ctx().content_rect().width();
        status(ui, desk, open, room >= ROOM_FOR_EMBARGO);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ask_mainly(ui, Command::AskExport, commands);
            ask(ui, Command::Save, commands);
            if room >= ROOM_FOR_UNDO {
                ui.add_enabled_ui(open.history.can_redo(), |ui| ask(ui, Command::Redo, commands));
                ui.add_enabled_ui(open.history.can_undo(), |ui| ask(ui, Command::Undo, commands));
                ui.add_space(space::NEAR);
            }
            editions(ui, open, commands);
        });
    });
}

fn menu(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    ui.set_min_width(220.0);
    let mut wishes = vec![Command::AskNew, Command::AskOpen, Command::Sample];
    if desk.open.is_some() {
        wishes.extend([
            Command::Undo,
            Command::Redo,
            Command::Save,
            Command::AskSaveIn,
            Command::AskExport,
            Command::Print,
            Command::CopyText,
            Command::TogglePreview,
        ]);
    }
    wishes.push(Command::Quit);
    for command in wishes {
        let keys = command.shortcut().map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
        if ui.add(Button::new(command.label(locale(ui))).shortcut_text(keys).frame_when_inactive(false)).clicked() {
            commands.push(command);
            ui.close();
        }
    }
}

fn status(ui: &mut Ui, desk: &Desk, open: &Open, with_embargo: bool) {
    let colours = colours(ui);
    let mut pill = |text: &str, colour| {
        theme::pill(colours.quiet).show(ui, |ui| ui.label(RichText::new(text).size(size::SMALL).color(colour)));
    };
    if open.is_unsaved() {
        pill("Not saved", colours.warning);
    } else if open.folder.is_some() {
        pill("Saved", colours.good);
    }
    if let (Embargo::Until { at, .. }, true) = (&open.release.embargo, with_embargo) {
        pill(&format!("Embargo {}", at.strftime("%d.%m.%Y, %H:%M")), colours.warning);
    }
    for job in &desk.running {
        pill(job, colours.muted);
    }
}

/// The languages of the release; laid out from the right, so the last comes first.
fn editions(ui: &mut Ui, open: &Open, commands: &mut Vec<Command>) {
    ui.menu_button("+", |ui| {
        ask_quietly(ui, Command::AskEdition, commands);
        if open.release.editions.len() > 1 {
            ask_quietly(ui, Command::RemoveEdition, commands);
        }
    })
    .response
    .accessible_name("Languages of the release");
    for (index, edition) in open.release.editions.iter().enumerate().rev() {
        let name = own_name(&edition.lang);
        if ui.selectable_label(index == open.edition(), name).clicked() {
            commands.push(Command::ShowEdition(index));
        }
    }
}

/// A language's own name for itself, else its tag.
pub(super) fn own_name(lang: &Lang) -> String {
    Language::own_name_of(lang).to_owned()
}

/// The line that says what happened.
pub(super) fn notice(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    let Some(notice) = &desk.notice else { return };
    let colours = colours(ui);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ask_quietly(ui, Command::DismissNotice, commands);
            if notice.shows_files {
                ask_quietly(ui, Command::ShowExported, commands);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let colour = if notice.is_error { colours.error } else { colours.text };
                let response = ui.add(egui::Label::new(RichText::new(&notice.text).color(colour)).wrap());
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
            });
        });
    });
}
