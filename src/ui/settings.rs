//! What a person can choose about the window: its language, light or dark, how large everything is, what moves.
//!
//! Every choice counts at once, and is kept beside the window.

use egui::{Button, Id, Modal, RichText, ScrollArea, Ui};

use super::command::Command;
use super::strings::{locale, say};
use super::theme::{self, colours, size, space};
use super::widgets::{SIGN, scrolled, small, text_field};
use crate::desk::{Aside, Desk};
use crate::newsroom::ThemeChoice;
use crate::words::Locale;

const WIDTH: f32 = 460.0;

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    if desk.aside != Some(Aside::Settings) {
        return;
    }
    let before = desk.preferences.clone();
    let modal = over(ui, "settings", say(ui, "settings-title")).show(ui.ctx(), |ui| {
        let room = ui.ctx().content_rect().size();
        ui.set_width((room.x - 80.0).clamp(240.0, WIDTH));
        let area = ScrollArea::vertical().max_height(room.y - 90.0).min_scrolled_height(room.y - 90.0);
        scrolled(ui, area, |ui| {
            ui.spacing_mut().item_spacing.y = space::NEAR;
            heading(ui, say(ui, "settings-title"));
            ui.add_space(space::NEAR);
            text_field(ui, say(ui, "settings-name"), &mut desk.preferences.name, &desk.person);
            ui.label(RichText::new(say(ui, "settings-name-hint")).size(size::SMALL).color(colours(ui).muted));
            language(ui, &mut desk.preferences.locale);
            appearance(ui, &mut desk.preferences.theme);
            text_size(ui, desk, commands);
            ui.add_space(space::NEAR);
            ui.checkbox(&mut desk.preferences.still, say(ui, "settings-motion"));
            ui.checkbox(&mut desk.preferences.typing_help, say(ui, "settings-typing-help"));
            ui.checkbox(&mut desk.preferences.shows_signs, say(ui, "settings-signs"));
            ui.add_space(space::FIELD);
            close(ui, commands);
        });
    });
    if modal.should_close() {
        commands.push(Command::Cancel);
    }
    if desk.preferences != before {
        ui.ctx().request_repaint();
    }
}

/// Something that lies over the release until it is put away.
pub(super) fn over(ui: &Ui, id: &'static str, name: &str) -> Modal {
    let id = Id::unique(id);
    let area = Modal::default_area(id).role(egui::accesskit::Role::Dialog).accessible_name(name);
    let frame = theme::card(colours(ui)).inner_margin(20).shadow(ui.visuals().popup_shadow);
    Modal::new(id).area(area).frame(frame)
}

/// The words at its head.
pub(super) fn heading(ui: &mut Ui, words: &str) {
    let response = ui.label(RichText::new(words).font(theme::semibold(size::SECTION)));
    super::guide::say_heading(&response, 1, words);
}

/// The button that puts it away.
pub(super) fn close(ui: &mut Ui, commands: &mut Vec<Command>) {
    if ui.button(say(ui, "aside-close")).clicked() {
        commands.push(Command::Cancel);
    }
}

fn language(ui: &mut Ui, chosen: &mut Option<Locale>) {
    let choices = std::iter::once((None, say(ui, "settings-language-system")))
        .chain(Locale::ALL.into_iter().map(|locale| (Some(locale), locale.own_name())));
    one_of(ui, say(ui, "settings-language"), chosen, choices);
}

fn appearance(ui: &mut Ui, chosen: &mut ThemeChoice) {
    let choices = [
        (ThemeChoice::System, say(ui, "settings-appearance-system")),
        (ThemeChoice::Light, say(ui, "settings-appearance-light")),
        (ThemeChoice::Dark, say(ui, "settings-appearance-dark")),
    ];
    one_of(ui, say(ui, "settings-appearance"), chosen, choices);
}

/// A label, and under it the values of which one holds.
fn one_of<T: PartialEq + Copy>(
    ui: &mut Ui,
    label: &str,
    chosen: &mut T,
    choices: impl IntoIterator<Item = (T, &'static str)>,
) {
    part(ui, label);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::INSET;
        for (value, words) in choices {
            let is_chosen = *chosen == value;
            let response = ui.radio(is_chosen, words).accessible_name(format!("{label}: {words}"));
            // Where nothing has the focus yet, the keyboard begins here.
            if is_chosen && ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
            if response.clicked() {
                *chosen = value;
            }
        }
    });
}

fn part(ui: &mut Ui, label: &str) {
    ui.add_space(space::NEAR);
    ui.label(RichText::new(label).size(size::SMALL).color(colours(ui).muted));
}

fn text_size(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    part(ui, say(ui, "settings-text-size"));
    ui.horizontal(|ui| {
        step(ui, desk, "−", Command::SmallerText, commands);
        let percent = format!("{:.0} %", desk.preferences.zoom * 100.0);
        let usual = Button::new(percent).min_size(egui::vec2(72.0, SIGN.y));
        let name = Command::UsualText.label(locale(ui));
        if ui.add(usual).accessible_name(name).on_hover_text(name).clicked() {
            commands.push(Command::UsualText);
        }
        step(ui, desk, "+", Command::LargerText, commands);
    });
}

fn step(ui: &mut Ui, desk: &Desk, sign: &str, command: Command, commands: &mut Vec<Command>) {
    let name = super::menu::with_keys(ui.ctx(), &command, command.label(locale(ui)));
    let button = Button::new(sign).min_size(SIGN);
    let response = small(ui, |ui| ui.add_enabled(command.is_possible(desk), button));
    if response.accessible_name(command.label(locale(ui))).on_hover_text(name).clicked() {
        commands.push(command);
    }
}
