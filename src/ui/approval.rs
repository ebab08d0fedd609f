//! Who has cleared which language for sending, and whether that still holds.

use egui::{Align, Button, Label, Layout, RichText, Ui, vec2};
use jiff::tz::TimeZone;

use super::command::Command;
use super::details::date_words;
use super::form::lead_to;
use super::icons::Icon;
use super::strings::{locale, say, tell};
use super::theme::{colours, size, space};
use super::top_bar::own_name;
use super::widgets::asked;
use crate::check::Place;
use crate::desk::Open;
use crate::release::{Approval, Clearance};

/// The column of the languages.
const LANGUAGES: f32 = 96.0;

/// One line a language: how it stands, and what can be done about it.
pub(super) fn show(ui: &mut Ui, open: &Open, focus: &mut Option<Place>, commands: &mut Vec<Command>) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        let heading = RichText::new(say(ui, "approval-heading")).size(size::SMALL).color(colours(ui).muted);
        ui.add(Label::new(heading).selectable(false));
        for index in 0..open.release.editions.len() {
            line(ui, open, index, focus, commands);
        }
    });
}

fn line(ui: &mut Ui, open: &Open, index: usize, focus: &mut Option<Place>, commands: &mut Vec<Command>) {
    let Some(edition) = open.release.editions.get(index) else { return };
    let colours = colours(ui);
    let (icon, colour, words, command) = match open.release.clearance(edition) {
        Clearance::None => (None, colours.muted, say(ui, "approval-none").to_owned(), Command::Approve(Some(index))),
        Clearance::Holds(approval) => (
            Some(Icon::Ready),
            colours.good,
            tell_of(ui, "approval-holds", approval),
            Command::WithdrawApproval(Some(index)),
        ),
        Clearance::Void(approval) => (
            Some(Icon::Missing),
            colours.warning,
            tell_of(ui, "approval-void", approval),
            Command::Approve(Some(index)),
        ),
    };
    let language = own_name(&edition.lang);
    // Where there is one language, nothing is said of languages.
    let is_alone = open.release.editions.len() == 1;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), Layout::right_to_left(Align::Center), |ui| {
        let label = command.label(locale(ui));
        let name = if is_alone { label.to_owned() } else { format!("{language}: {label}") };
        let button = ui.add(Button::new(label)).accessible_name(name);
        let button = lead_to(button, focus, &Place::Approval(edition.lang.clone()));
        asked(ui, button, command, commands);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if !is_alone {
                let wide = vec2(LANGUAGES, ui.spacing().interact_size.y);
                let column = Layout::left_to_right(Align::Center);
                ui.allocate_ui_with_layout(wide, column, |ui| {
                    ui.set_min_width(LANGUAGES);
                    ui.add(Label::new(&language).truncate().selectable(false));
                });
            }
            if let Some(icon) = icon {
                ui.add(icon.image(ui).tint(colour));
            }
            ui.add(Label::new(RichText::new(words).color(colour)).wrap());
        });
    });
}

/// Who approved it, and when that was on this machine's clock.
fn tell_of(ui: &Ui, key: &'static str, approval: &Approval) -> String {
    let locale = locale(ui);
    let when = approval.at.to_zoned(TimeZone::system());
    let when = format!("{}, {}", date_words(when.date(), locale), when.strftime("%H:%M"));
    let by = match approval.by.trim() {
        "" => say(ui, "approval-somebody"),
        by => by,
    };
    tell(ui, key, &[("by", by.into()), ("when", when.into())])
}
