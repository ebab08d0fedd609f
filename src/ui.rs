//! The window's panels: the bar, the form, the preview with what an editor would ask.
//!
//! Draws the [`Desk`] and lets people write in it; everything else that they want leaves as a [`Command`]. No file, no
//! thread, no dialog of the system is opened here.

mod aids;
mod alt;
mod approval;
mod blocks;
mod command;
mod company;
mod details;
mod dropping;
mod exporting;
mod fault;
mod findings;
mod form;
mod gallery;
mod guide;
mod houses;
mod icons;
mod library;
mod mark;
mod matching;
mod menu;
mod merging;
mod notices;
mod palette;
mod people;
mod photos;
mod preview;
mod questions;
mod reading;
mod register;
mod settings;
mod sheets;
mod shortcuts;
mod strings;
pub mod theme;
mod top_bar;
mod typography;
mod versions;
mod welcome;
mod widgets;

use egui::{CentralPanel, Margin, Panel, Ui};

pub use command::{Command, Group, LISTED};
pub use fault::show_stopped;
pub use gallery::{Gallery, PhotoSize};
pub use guide::page_text;
pub use library::has_room as has_room_for_library;
pub use mark::marked;
pub use menu::{open_menu, take_focus_before};
pub use sheets::{FreshPage, PageNews, PageWish, Sheets, cursor};
pub use strings::set_locale;

use crate::desk::{Desk, Trouble};
use strings::say;
use theme::colours;

/// Narrower than this, form and preview take turns.
const ROOM_FOR_PREVIEW: f32 = 800.0;
/// The form is never narrower beside the preview.
const NARROWEST_FORM: f32 = 400.0;
const NARROWEST_PREVIEW: f32 = 320.0;

/// Draws the whole window.
pub fn show(ui: &mut Ui, desk: &mut Desk, pages: &mut Sheets, gallery: &mut Gallery, commands: &mut Vec<Command>) {
    aids::set(ui.ctx(), &desk.preferences);
    Panel::top("bar").frame(theme::bar(colours(ui))).show(ui, |ui| top_bar::show(ui, desk, commands));
    fault::line(ui, desk, commands);
    exporting::strip(ui, desk, commands);
    if desk.trouble != Trouble::default() {
        Panel::bottom("trouble").frame(theme::bar(colours(ui))).show(ui, |ui| notices::trouble(ui, desk, commands));
    }
    if desk.notice.is_some() {
        Panel::bottom("notice").frame(theme::bar(colours(ui))).show(ui, |ui| notices::show(ui, desk, commands));
    }
    library::show(ui, desk, commands);
    if desk.open.is_some() {
        release(ui, desk, pages, gallery, commands);
    } else {
        CentralPanel::default().frame(theme::region()).show(ui, |ui| welcome::show(ui, desk, commands));
    }
    questions::show(ui, desk, commands);
    palette::show(ui, desk, commands);
    settings::show(ui, desk, commands);
    photos::view(ui, desk, gallery, commands);
    versions::show(ui, desk, commands);
    merging::show(ui, desk, commands);
    register::show(ui, desk, commands);
    typography::show(ui, desk, commands);
    houses::show(ui, desk, pages, commands);
    guide::show(ui, desk, commands);
    dropping::show(ui, desk);
}

/// The open release: the form and, beside it or in turn with it, how it reads and what an editor would ask.
fn release(ui: &mut Ui, desk: &mut Desk, pages: &mut Sheets, gallery: &Gallery, commands: &mut Vec<Command>) {
    let width = ui.available_width();
    company::lines(ui, desk, commands);
    findings::announce(ui, desk);
    if desk.preferences.preview_hidden {
        // What an editor would ask is asked without the page too.
        findings::show(ui, desk, commands);
    } else if width >= ROOM_FOR_PREVIEW {
        preview_beside(ui, desk, pages, commands, width);
    } else {
        let tabs = Margin::symmetric(16, 6);
        Panel::top("turns").frame(theme::region().inner_margin(tabs)).show(ui, |ui| turns(ui, desk));
        if desk.preview_in_turn {
            CentralPanel::default().frame(theme::region()).show(ui, |ui| {
                findings::show(ui, desk, commands);
                preview::show(ui, desk, pages, commands);
            });
            return;
        }
    }
    CentralPanel::default().frame(theme::region()).show(ui, |ui| {
        // What would be typed now would be gone in a moment.
        ui.add_enabled_ui(!desk.is_opening, |ui| form::show(ui, desk, gallery, commands));
    });
}

fn preview_beside(ui: &mut Ui, desk: &mut Desk, pages: &mut Sheets, commands: &mut Vec<Command>, width: f32) {
    let column = widgets::SideColumn {
        key: "preview",
        fitting: (width * 0.42).clamp(340.0, 720.0),
        range: NARROWEST_PREVIEW..=(width - NARROWEST_FORM).max(NARROWEST_PREVIEW),
        frame: theme::region(),
    };
    let mut liked = desk.preferences.preview_width;
    column.show(ui, Panel::right, &mut liked, |ui| {
        findings::show(ui, desk, commands);
        preview::show(ui, desk, pages, commands);
    });
    desk.preferences.preview_width = liked;
}

/// Which of the two a narrow window shows.
fn turns(ui: &mut Ui, desk: &mut Desk) {
    ui.horizontal(|ui| {
        for (shows_preview, words) in [(false, say(ui, "form-tab")), (true, say(ui, "preview-tab"))] {
            ui.selectable_value(&mut desk.preview_in_turn, shows_preview, words);
        }
    });
}
