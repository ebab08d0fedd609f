//! The menu behind the program's name, and the rows that menus are made of.

use egui::accesskit::Role;
use egui::containers::menu::MenuButton;
use egui::{Button, Context, Id, Popup, Response, RichText, ScrollArea, Ui, WidgetText, vec2};

use super::command::{Command, Group};
use super::details::date_words;
use super::icons::Icon;
use super::sheets::cursor;
use super::shortcuts::keys_in_words;
use super::strings::{locale, say};
use super::theme::{self, size, space};
use super::widgets::scrolled;
use crate::desk::Desk;

/// As many recent releases as a menu shows.
const MOST_RECENT: usize = 8;
/// Windows lower than this scroll the menu.
const ROOM_FOR_MENU: f32 = 620.0;
const WIDTH: f32 = 280.0;

/// What was asked for by keys: the menu opens in the next frame, and what had the focus gets it back afterwards.
#[derive(Clone, Copy, Default)]
struct Asked {
    opens: bool,
    /// It is closed again since the last frame.
    is_over: bool,
    focused: Option<Id>,
}

fn asked_key() -> Id {
    Id::unique("the menu was asked for")
}

/// Opens the menu with the keyboard in it.
pub fn open_menu(ctx: &Context) {
    let focused = ctx.memory(egui::Memory::focused);
    ctx.data_mut(|data| data.insert_temp(asked_key(), Asked { opens: true, is_over: false, focused }));
}

/// What had the focus before the menu took it; only once.
pub fn take_focus_before(ctx: &Context) -> Option<Id> {
    ctx.data_mut(|data| std::mem::take(data.get_temp_mut_or_default::<Asked>(asked_key())).focused)
}

/// The program's name, which opens the menu.
pub(super) fn show(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    let name = RichText::new("Dateline").font(theme::bold(size::SECTION));
    let (response, _) = MenuButton::from_button(opener(ui, name)).ui(ui, |ui| {
        let height = ui.ctx().content_rect().height();
        if height < ROOM_FOR_MENU {
            let room = height - 80.0;
            let area = ScrollArea::vertical().max_height(room).min_scrolled_height(room);
            scrolled(ui, area, |ui| rows(ui, desk, commands));
        } else {
            rows(ui, desk, commands);
        }
    });
    keyboard(ui, &response);
    response.on_hover_text(with_keys(ui.ctx(), &Command::OpenMenu, say(ui, "command-menu")));
}

/// A button that opens a menu, and looks like it.
pub(super) fn opener(ui: &mut Ui, words: impl Into<WidgetText>) -> Button<'static> {
    ui.spacing_mut().icon_spacing = space::TIGHT;
    Button::new((words.into(), Icon::Choose.image(ui))).image_tint_follows_text_color(true)
}

/// Opens the menu where keys have asked for it, and gives the focus back when it is closed again.
fn keyboard(ui: &Ui, response: &Response) {
    let popup = Popup::default_response_id(response);
    let asked = ui.data(|data| data.get_temp::<Asked>(asked_key())).unwrap_or_default();
    if asked.opens {
        Popup::open_id(ui.ctx(), popup);
        response.request_focus();
        ui.data_mut(|data| data.insert_temp(asked_key(), Asked { opens: false, ..asked }));
        ui.ctx().request_repaint();
    } else if asked.focused.is_some() && !Popup::is_id_open(ui.ctx(), popup) {
        // A frame later, so that the Enter which chose from the menu is not the field's as well.
        if asked.is_over {
            let before = take_focus_before(ui.ctx());
            ui.memory_mut(|memory| before.into_iter().for_each(|id| memory.request_focus(id)));
        } else {
            ui.data_mut(|data| data.insert_temp(asked_key(), Asked { is_over: true, ..asked }));
        }
        ui.ctx().request_repaint();
    }
}

/// What concerns the release stands in the menu itself, the rest one step further.
fn rows(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    roomy(ui);
    for (index, part) in Group::Release.parts().enumerate() {
        if index > 0 {
            ui.separator();
        }
        for command in part {
            if *command == Command::Close {
                further(ui, desk, commands);
                ui.separator();
            }
            item(ui, desk, command, commands);
            if *command == Command::AskOpen {
                recent(ui, desk, commands);
            }
        }
    }
}

/// The other groups, each a menu of its own.
fn further(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    for group in Group::ALL.into_iter().filter(|group| *group != Group::Release) {
        let further = ui.menu_button(group.label(locale(ui)), |ui| {
            roomy(ui);
            for (index, part) in group.parts().enumerate() {
                if index > 0 {
                    ui.separator();
                }
                for command in part {
                    item(ui, desk, command, commands);
                }
            }
        });
        as_row(&further.response);
    }
}

/// A row of a menu for screen readers; where the menu scrolls, it follows the keyboard.
fn as_row(row: &Response) {
    row.ctx.accesskit_node_builder(row.id, |node| node.set_role(Role::MenuItem));
    if row.gained_focus() {
        row.scroll_to_me(None);
    }
}

fn recent(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    if desk.preferences.recent.is_empty() {
        return;
    }
    let further = ui.menu_button(say(ui, "menu-recent"), |ui| {
        roomy(ui);
        ui.set_max_width(WIDTH * 1.5);
        for recent in desk.preferences.recent.iter().take(MOST_RECENT) {
            let headline = recent.headline.trim();
            let words = if headline.is_empty() { say(ui, "menu-untitled") } else { headline };
            let row = ui.add(Button::new(words).right_text(date_words(recent.issued, locale(ui))).truncate());
            as_row(&row);
            if row.accessible_name(words).on_hover_text(recent.folder.display().to_string()).clicked() {
                commands.push(Command::Open(recent.folder.clone()));
                ui.close();
            }
        }
    });
    as_row(&further.response);
}

/// Rows that a finger meets.
pub(super) fn roomy(ui: &mut Ui) {
    ui.set_min_width(WIDTH);
    ui.spacing_mut().button_padding = vec2(10.0, 3.0);
    ui.spacing_mut().interact_size.y = 30.0;
    ui.spacing_mut().item_spacing.y = 2.0;
}

/// A row that asks for a command, with its keys at the right; grey where it cannot be carried out now.
pub(super) fn item(ui: &mut Ui, desk: &Desk, command: &Command, commands: &mut Vec<Command>) {
    let name = command.name_on(desk, locale(ui));
    let keys = command.shortcut().map(|keys| keys_in_words(ui.ctx(), &keys)).unwrap_or_default();
    let response = ui.add_enabled(command.is_possible(desk), Button::new(&name).shortcut_text(&keys));
    as_row(&response);
    if !keys.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(keys));
    }
    if response.accessible_name(name).clicked() {
        let mut command = command.clone();
        command.put_at_cursor(cursor(ui.ctx()).as_ref());
        commands.push(command);
        ui.close();
    }
}

/// Words for a tooltip, with the keys in brackets.
pub(super) fn with_keys(ctx: &Context, command: &Command, words: &str) -> String {
    match command.shortcut() {
        Some(keys) => format!("{words} ({})", keys_in_words(ctx, &keys)),
        None => words.to_owned(),
    }
}
