//! What an empty desk shows: a new release, open, the sample, recent ones, and nothing else.

use egui::{FontId, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::command::Command;
use super::library::{self, Day};
use super::strings::{locale, say};
use super::theme::{self, colours, size, space};
use super::widgets::{asked, card, laid_out, scrolled};
use crate::desk::Desk;

/// As many as a glance takes in.
const MOST_RECENT: usize = 6;
const WIDEST: f32 = 660.0;
/// Narrower than this, the ways to begin stand under each other.
const ROOM_FOR_A_ROW: f32 = 520.0;

pub(super) fn show(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    scrolled(ui, ScrollArea::vertical().id_salt("welcome").auto_shrink(false), |ui| {
        let width = (ui.available_width() - 2.0 * space::INSET).min(WIDEST);
        let side = (ui.available_width() - width) / 2.0;
        // The eye rests a little above the middle.
        let above = if desk.preferences.recent.is_empty() { 0.26 } else { 0.12 };
        ui.add_space((ui.available_height() * above).max(space::SECTION));
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.label(RichText::new("Dateline").font(theme::bold(size::WELCOME)));
                ui.label(RichText::new(say(ui, "welcome-promise")).color(colours(ui).muted));
                ui.add_space(space::SECTION);
                beginnings(ui, width, commands);
                recent(ui, desk, commands);
                ui.add_space(space::SECTION);
            });
        });
    });
}

fn beginnings(ui: &mut Ui, width: f32, commands: &mut Vec<Command>) {
    let ways =
        [(Command::AskNew, "welcome-new"), (Command::AskOpen, "welcome-open"), (Command::Sample, "welcome-sample")];
    if width < ROOM_FOR_A_ROW {
        for (command, hint) in ways {
            beginning(ui, (width, 0.0), command, hint, commands);
        }
        return;
    }
    let each = (width - 2.0 * space::FIELD) / 3.0;
    let tallest = ways.iter().map(|(command, hint)| words(ui, each, command, hint).2).fold(0.0, f32::max);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::FIELD;
        for (command, hint) in ways {
            beginning(ui, (each, tallest), command, hint, commands);
        }
    });
}

const INSET: f32 = 16.0;

type Laid = std::sync::Arc<egui::Galley>;

/// Title and hint in a room of this width, and how high they stand.
fn words(ui: &Ui, width: f32, command: &Command, hint: &'static str) -> (Laid, Laid, f32) {
    let colours = colours(ui);
    let mainly = *command == Command::AskNew;
    let (title, small) = if mainly { (colours.on_accent, colours.on_accent) } else { (colours.text, colours.muted) };
    let room = width - 2.0 * INSET;
    let label = command.label(locale(ui));
    let title = laid_out(ui, label, theme::semibold(size::SECTION), title, (room, 2));
    let hint = laid_out(ui, say(ui, hint), FontId::proportional(size::SMALL), small, (room, 4));
    let height = title.size().y + space::TIGHT + hint.size().y + 2.0 * INSET;
    (title, hint, height)
}

/// A way to begin: a tile with its name and what to expect of it.
fn beginning(
    ui: &mut Ui,
    (width, tallest): (f32, f32),
    command: Command,
    hint: &'static str,
    commands: &mut Vec<Command>,
) {
    let colours = colours(ui);
    let mainly = command == Command::AskNew;
    let (title, below, height) = words(ui, width, &command, hint);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height.max(tallest)), Sense::click());
    let label = command.label(locale(ui));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label));
    let fill = match (mainly, response.hovered()) {
        (true, _) => colours.accent,
        (false, true) => colours.quiet,
        (false, false) => colours.surface,
    };
    let (line, gap) = match (response.has_focus(), mainly) {
        (true, _) => (Stroke::new(2.0, colours.accent), 3.0),
        (false, true) => (Stroke::NONE, 0.0),
        (false, false) => (Stroke::new(1.0, colours.line), 0.0),
    };
    ui.painter().rect_filled(rect, theme::CARD_RADIUS, fill);
    ui.painter().rect_stroke(rect.expand(gap), theme::CARD_RADIUS, line, StrokeKind::Inside);
    let corner = rect.min + vec2(INSET, INSET);
    let under = corner + vec2(0.0, title.size().y + space::TIGHT);
    ui.painter().galley(corner, title, colours.text);
    ui.painter().galley(under, below, colours.muted);
    asked(ui, response, command, commands);
}

fn recent(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    if desk.preferences.recent.is_empty() {
        return;
    }
    ui.add_space(space::SECTION);
    ui.label(RichText::new(say(ui, "welcome-recent")).font(theme::semibold(size::SMALL)).color(colours(ui).muted));
    card(ui, "recent", |ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        for recent in desk.preferences.recent.iter().take(MOST_RECENT) {
            // Without headings the date tells the day.
            library::entry(ui, desk, recent, Day::Earlier, commands);
        }
    });
}
