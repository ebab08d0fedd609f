//! The window's panels: the bar, the form, the preview with what an editor would ask.
//!
//! Draws the [`Desk`] and lets people write in it; everything else that they want leaves as a [`Command`]. No file, no
//! thread, no dialog of the system is opened here.

mod blocks;
mod command;
mod details;
mod findings;
mod form;
mod guide;
mod menu;
mod notices;
mod palette;
mod people;
mod photos;
mod preview;
mod questions;
mod settings;
mod sheets;
mod shortcuts;
mod strings;
pub mod theme;
mod top_bar;
mod welcome;
mod widgets;

use egui::{CentralPanel, Panel, Ui};

pub use command::{Command, Group, LISTED};
pub use guide::page_text;
pub use menu::{open_menu, take_focus_before};
pub use sheets::{FreshPage, PageNews, PageWish, Sheets, cursor};
pub use strings::set_locale;

use crate::desk::Desk;
use theme::colours;

/// Narrower than this, the preview makes way for the form.
const ROOM_FOR_PREVIEW: f32 = 800.0;

/// Draws the whole window.
pub fn show(ui: &mut Ui, desk: &mut Desk, pages: &mut Sheets, commands: &mut Vec<Command>) {
    Panel::top("bar").frame(theme::bar(colours(ui))).show(ui, |ui| top_bar::show(ui, desk, commands));
    if desk.notice.is_some() {
        Panel::bottom("notice").frame(theme::bar(colours(ui))).show(ui, |ui| notices::show(ui, desk, commands));
    }
    if desk.open.is_some() {
        let width = ui.available_width();
        if desk.preferences.preview_hidden {
            // What an editor would ask is asked without the page too.
            findings::show(ui, desk, commands);
        } else if width >= ROOM_FOR_PREVIEW {
            Panel::right("preview")
                .default_size((width * 0.42).clamp(340.0, 720.0))
                .size_range(320.0..=(width - 400.0).max(330.0))
                .frame(theme::region(colours(ui)))
                .show(ui, |ui| {
                    findings::show(ui, desk, commands);
                    preview::show(ui, desk, pages, commands);
                });
        }
        CentralPanel::default().frame(theme::region(colours(ui))).show(ui, |ui| {
            // What would be typed now would be gone in a moment.
            ui.add_enabled_ui(!desk.is_opening, |ui| form::show(ui, desk, commands));
        });
    } else {
        CentralPanel::default().frame(theme::region(colours(ui))).show(ui, |ui| welcome::show(ui, commands));
    }
    questions::show(ui, desk, commands);
    palette::show(ui, desk, commands);
    settings::show(ui, desk, commands);
    guide::show(ui, desk, commands);
}
