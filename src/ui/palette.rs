//! Every command, found by a few letters of its name in the window's language or in English.

use egui::accesskit::{Live, Role};
use egui::{Align2, Button, Id, Key, Modal, Modifiers, Response, RichText, ScrollArea, Ui, vec2};

use super::command::Command;
use super::matching::Letters;
use super::settings::over;
use super::sheets::cursor;
use super::shortcuts::keys_in_words;
use super::strings::{locale, say};
use super::theme::{self, colours, size, space};
use super::widgets::{line, scrolled};
use crate::desk::{Aside, Desk};
use crate::words::Locale;

const WIDTH: f32 = 560.0;
const ROW_HEIGHT: f32 = theme::CONTROL_HEIGHT;

/// A command with the words by which it is found.
struct Row {
    command: Command,
    name: String,
    english: String,
    about: &'static str,
}

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    let Some(Aside::Palette { mut typed, row: mut at }) = desk.aside.clone() else { return };
    let field = Id::unique("the letters of a command");
    let mut rows = found(desk, &typed, locale(ui));
    let (steps, entered) = keys(ui, field);
    at = moved(at, steps, rows.len());
    let mut clicked = None;
    let room = ui.ctx().content_rect().size();
    let answer = modal(ui, room.y).show(ui.ctx(), |ui| {
        ui.set_width((room.x - 80.0).clamp(240.0, WIDTH));
        let response = ui.add(line(&mut typed, say(ui, "palette-hint")).id(field));
        let response = response.accessible_name(say(ui, "palette-field"));
        if ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
        if response.changed() {
            (rows, at) = (found(desk, &typed, locale(ui)), 0);
        }
        ui.add_space(space::TIGHT);
        let height = (room.y - 190.0).clamp(ROW_HEIGHT * 2.0, ROW_HEIGHT * 10.0);
        let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
        scrolled(ui, area, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, row) in rows.iter().enumerate() {
                let here = draw(ui, row, index == at);
                if index == at {
                    // Letters are heard as they are typed until the arrows have gone down.
                    if at > 0 {
                        read_out(&response, &here);
                    }
                    if steps != 0 || response.changed() {
                        here.scroll_to_me(None);
                    }
                }
                if here.clicked() {
                    clicked = Some(index);
                }
            }
            if rows.is_empty() {
                let words = ui.label(RichText::new(say(ui, "palette-nothing")).color(colours(ui).muted));
                ui.ctx().accesskit_node_builder(words.id, |node| node.set_live(Live::Polite));
            }
        });
    });
    desk.aside = Some(Aside::Palette { typed, row: at });
    let chosen = clicked.or(entered.then_some(at));
    if let Some(row) = chosen.and_then(|index| rows.into_iter().nth(index)) {
        desk.aside = None;
        let mut command = row.command;
        command.put_at_cursor(cursor(ui.ctx()).as_ref());
        commands.push(command);
    } else if answer.should_close() {
        commands.push(Command::Cancel);
    }
}

fn modal(ui: &Ui, height: f32) -> Modal {
    let title = say(ui, "palette-title");
    let area = Modal::default_area(Id::unique("palette")).role(Role::Dialog).accessible_name(title);
    // Under the bar, so that the list grows downwards and the field stays where it is.
    over(ui, "palette", title).area(area.anchor(Align2::CENTER_TOP, vec2(0.0, (height * 0.1).min(80.0))))
}

/// How many rows the arrows have gone, and whether Enter was pressed in the field; taken before the field sees them.
fn keys(ui: &Ui, field: Id) -> (isize, bool) {
    let in_field = ui.memory(|memory| memory.has_focus(field));
    ui.input_mut(|input| {
        let mut pressed = |key| if in_field { input.count_and_consume_key(Modifiers::NONE, key) as isize } else { 0 };
        (pressed(Key::ArrowDown) - pressed(Key::ArrowUp), pressed(Key::Enter) > 0)
    })
}

/// From the last row on to the first, and back.
fn moved(at: usize, steps: isize, rows: usize) -> usize {
    (at as isize + steps).checked_rem_euclid(rows as isize).unwrap_or_default() as usize
}

fn draw(ui: &mut Ui, row: &Row, is_chosen: bool) -> Response {
    let keys = row.command.shortcut().map(|keys| keys_in_words(ui.ctx(), &keys)).unwrap_or_default();
    let about = RichText::new(format!("  {}", row.about)).size(size::SMALL).color(colours(ui).muted);
    let words = (row.name.as_str(), about);
    let button = Button::selectable(is_chosen, words).right_text(RichText::new(keys).color(colours(ui).muted));
    let response = ui.add(button.min_size(vec2(ui.available_width(), ROW_HEIGHT)).truncate());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ListBoxOption);
        node.set_selected(is_chosen);
    });
    response.accessible_name(&row.name)
}

/// The cursor stays in the field; a screen reader is told which row Enter would take.
fn read_out(field: &Response, row: &Response) {
    field.ctx.accesskit_node_builder(field.id, |node| node.set_active_descendant(row.id.accesskit_id()));
}

/// What can be carried out now and goes by these letters, the best first.
fn found(desk: &Desk, typed: &str, locale: Locale) -> Vec<Row> {
    let mut letters = Letters::of(typed);
    let mut rows: Vec<(u32, Row)> =
        all(desk, locale).filter_map(|row| Some((score(&row, &mut letters)?, row))).collect();
    // Those that are equally good stay in the order of the menu.
    rows.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn all(desk: &Desk, locale: Locale) -> impl Iterator<Item = Row> {
    let listed =
        Command::listed().filter(|(_, command)| **command != Command::OpenPalette).map(move |(group, command)| Row {
            command: command.clone(),
            name: command.name_on(desk, locale),
            english: command.name(Locale::English),
            about: group.label(locale),
        });
    let recent = desk.preferences.recent.iter().filter(|recent| !recent.headline.trim().is_empty());
    let recent = recent.map(move |recent| Row {
        command: Command::Open(recent.folder.clone()),
        name: recent.headline.clone(),
        english: String::new(),
        about: locale.say("menu-recent"),
    });
    listed.chain(recent).filter(|row| row.command.is_possible(desk))
}

/// How well the letters meet its name; what it is about helps where the name alone does not meet them.
fn score(row: &Row, letters: &mut Letters) -> Option<u32> {
    let name = letters.score(&row.name).max(letters.score(&row.english));
    name.or_else(|| letters.score(&format!("{} {}", row.about, row.name)).map(|score| score / 2))
}
