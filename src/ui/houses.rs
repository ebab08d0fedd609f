//! How the newsroom's organisations write: each house with its fields, and the page that follows them beside it.

mod fields;

use egui::accesskit::Live;
use egui::{Align, Button, Label, Layout, RichText, ScrollArea, Ui, vec2};

use super::command::Command;
use super::details::house_words;
use super::icons::Icon;
use super::questions::main_button;
use super::settings::{heading, over};
use super::sheets::{self, Sheets};
use super::strings::{locale, say};
use super::theme::{colours, size, space};
use super::widgets::{ask, ask_mainly, ask_quietly, choice, icon_button, scrolled, text_field};
use crate::desk::{Aside, Desk, HouseQuestion, HouseStyles};
use crate::house::PRESETS;

/// Narrower than this, the fields have the room to themselves.
const ROOM_FOR_PAGE: f32 = 760.0;

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, pages: &mut Sheets, commands: &mut Vec<Command>) {
    if desk.aside != Some(Aside::Houses) {
        return;
    }
    let room = ui.ctx().content_rect().size() - vec2(72.0, 72.0);
    let modal = over(ui, "houses", say(ui, "houses-title")).show(ui.ctx(), |ui| {
        ui.set_width(room.x.min(1280.0));
        ui.set_height(room.y.min(860.0));
        ui.spacing_mut().item_spacing.y = space::NEAR;
        head(ui, desk, commands);
        told(ui, desk, commands);
        if question(ui, &mut desk.house_styles, commands) {
            return;
        }
        let width = ui.available_width();
        if width < ROOM_FOR_PAGE {
            house(ui, &mut desk.house_styles, commands);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width((width * 0.5).min(600.0));
                house(ui, &mut desk.house_styles, commands);
            });
            ui.add_space(space::FIELD);
            ui.vertical(|ui| page(ui, &desk.house_styles, pages));
        });
    });
    if modal.should_close() {
        let asked = desk.house_styles.asked.take();
        if asked.is_none() {
            commands.push(Command::Cancel);
        }
    }
}

/// Which house it is, and what can be done with it as a whole.
fn head(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        heading(ui, say(ui, "houses-title"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, Icon::Close, say(ui, "aside-close")).clicked() {
                commands.push(Command::Cancel);
            }
        });
    });
    let styles = &mut desk.house_styles;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::NEAR;
        if !styles.list.is_empty() {
            ui.allocate_ui(vec2(260.0, 0.0), |ui| {
                let shown = styles.chosen.clone().unwrap_or_else(|| say(ui, "houses-choose").to_owned());
                let label = say(ui, "houses-own");
                choice(ui, label, label, &shown, |ui| {
                    for own in &styles.list {
                        let words = match &own.house {
                            Ok(_) => own.name.clone(),
                            Err(_) => super::strings::tell(ui, "houses-damaged", &[("name", own.name.as_str().into())]),
                        };
                        let is_chosen = styles.chosen.as_ref() == Some(&own.name);
                        if ui.selectable_label(is_chosen, words).clicked() {
                            commands.push(Command::EditHouse(own.name.clone()));
                        }
                    }
                });
            });
        }
        ui.with_layout(Layout::left_to_right(Align::Max), |ui| {
            let opener = super::menu::opener(ui, say(ui, "command-copy-house"));
            egui::containers::menu::MenuButton::from_button(opener).ui(ui, |ui| {
                let own = styles.list.iter().filter(|own| own.house.is_ok()).map(|own| own.name.as_str());
                for name in own.chain(PRESETS.iter().map(|preset| preset.name)) {
                    if ui.button(house_words(ui, name)).clicked() {
                        styles.asked = Some(HouseQuestion::Copy { from: name.to_owned(), name: String::new() });
                        ui.close();
                    }
                }
            });
            if let Some(name) = styles.chosen.clone() {
                if ui.button(say(ui, "command-rename-house")).clicked() {
                    styles.asked = Some(HouseQuestion::Rename { name });
                }
                ask(ui, Command::RemoveHouse, commands);
            }
        });
    });
}

/// What stands in the way, and what can be taken back.
fn told(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    let locale = locale(ui);
    let error = |ui: &mut Ui, words: String| {
        let words = ui.add(Label::new(RichText::new(words).color(colours(ui).error)).wrap());
        ui.ctx().accesskit_node_builder(words.id, |node| node.set_live(Live::Polite));
    };
    // A complaint of the window would lie under what lies over it.
    if let Some(notice) = desk.notice.as_ref().filter(|notice| notice.is_error) {
        error(ui, notice.said.in_locale(locale));
    }
    let styles = &mut desk.house_styles;
    if styles.removed.is_some() {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(say(ui, "houses-removed")).size(size::SMALL));
            ask_quietly(ui, Command::RestoreHouse, commands);
        });
    }
    let broken = styles.list.iter().find(|own| Some(&own.name) == styles.chosen.as_ref());
    if let Some(Err(why)) = broken.map(|own| &own.house) {
        error(ui, why.message().in_locale(locale));
    }
    if let Some(draft) = &styles.draft {
        if let Err(why) = draft.house.check() {
            error(ui, why.message().in_locale(locale));
        }
        if draft.theirs {
            ui.add(Label::new(RichText::new(say(ui, "houses-conflict")).color(colours(ui).warning)).wrap());
        }
    }
}

/// The name that is being asked for; true while it is.
fn question(ui: &mut Ui, styles: &mut HouseStyles, commands: &mut Vec<Command>) -> bool {
    let (label, name, command): (_, &mut String, Box<dyn Fn(String) -> Command>) = match &mut styles.asked {
        None => return false,
        Some(HouseQuestion::Copy { from, name }) => {
            let from = from.clone();
            ("houses-copy-name", name, Box::new(move |name| Command::CopyHouse(from.clone(), name)))
        }
        Some(HouseQuestion::Rename { name }) => ("houses-new-name", name, Box::new(Command::RenameHouse)),
    };
    let field = text_field(ui, say(ui, label), name, "ministry");
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    ui.label(RichText::new(say(ui, "houses-name-hint")).size(size::SMALL).color(colours(ui).muted));
    let (typed, mut leaves) = (name.trim().to_owned(), false);
    ui.horizontal(|ui| {
        let go = ui.add_enabled_ui(!typed.is_empty(), |ui| main_button(ui, say(ui, "houses-name-go"))).inner;
        if (go.clicked() || entered) && !typed.is_empty() {
            commands.push(command(typed.clone()));
        }
        leaves = ui.button(Command::Cancel.label(locale(ui))).clicked();
    });
    if leaves {
        styles.asked = None;
    }
    true
}

/// The fields of the house, and the button that saves it.
fn house(ui: &mut Ui, styles: &mut HouseStyles, commands: &mut Vec<Command>) {
    let HouseStyles { draft, lang, list, .. } = styles;
    let Some(draft) = draft else {
        let words = if list.is_empty() { "houses-none" } else { "houses-choose-hint" };
        ui.add(Label::new(RichText::new(say(ui, words)).color(colours(ui).muted)).wrap());
        return;
    };
    let height = (ui.available_height() - super::theme::CONTROL_HEIGHT - 2.0 * space::NEAR).max(120.0);
    let area = ScrollArea::vertical().id_salt(("house", &draft.name)).max_height(height);
    scrolled(ui, area.min_scrolled_height(height).auto_shrink(false), |ui| {
        ui.set_max_width(ui.available_width() - space::INSET);
        ui.spacing_mut().item_spacing.y = space::FIELD;
        fields::show(ui, &mut draft.house, lang);
    });
    ui.horizontal(|ui| {
        let can_save = draft.is_changed() && draft.house.check().is_ok();
        ui.add_enabled_ui(can_save, |ui| ask_mainly(ui, Command::KeepHouse, commands));
        let back = Button::new(say(ui, "houses-take-back"));
        if ui.add_enabled(draft.is_changed(), back).clicked() {
            draft.house.clone_from(&draft.kept);
        }
    });
}

/// The page as it is in this house.
fn page(ui: &mut Ui, styles: &HouseStyles, pages: &mut Sheets) {
    let (Some(_), Some(lang)) = (&styles.draft, &styles.lang) else { return };
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| sheets::zoom_buttons(ui, pages));
    // A click on a place of the page leads nowhere from here.
    sheets::show(ui, pages, lang, &mut Vec::new());
}
