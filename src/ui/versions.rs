//! The earlier versions of the release: which there are, how they differ from what is written now, and the way back.

use egui::text::LayoutJob;
use egui::{Button, FontId, Label, ScrollArea, Stroke, TextFormat, Ui, vec2};
use jiff::tz::TimeZone;

use super::command::Command;
use super::details::date_words;
use super::icons::Icon;
use super::settings::{heading, over};
use super::strings::{locale, say, tell};
use super::theme::{self, Colours, colours, size, space};
use super::widgets::{icon_button, scrolled, text_field};
use crate::desk::{Aside, Compared, Desk, Versions, compared};
use crate::language::Language;
use crate::newsroom::Version;
use crate::release::Release;

/// As much as the list takes beside the comparison.
const LIST_WIDTH: f32 = 270.0;

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    let (Some(Aside::Versions), Some(open)) = (&desk.aside, &desk.open) else { return };
    let now = &open.release;
    let room = ui.ctx().content_rect().size() - vec2(88.0, 88.0);
    let modal = over(ui, "versions", say(ui, "versions-title")).show(ui.ctx(), |ui| {
        ui.set_width(room.x.min(1000.0));
        ui.set_height(room.y.min(720.0));
        ui.horizontal(|ui| {
            heading(ui, say(ui, "versions-title"));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if icon_button(ui, Icon::Close, say(ui, "aside-close")).clicked() {
                    commands.push(Command::Cancel);
                }
            });
        });
        ui.add_space(space::NEAR);
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(LIST_WIDTH);
                let area = ScrollArea::vertical().id_salt("versions").auto_shrink(false);
                scrolled(ui, area, |ui| list(ui, &desk.versions, commands));
            });
            ui.add_space(space::FIELD);
            ui.vertical(|ui| comparison(ui, &mut desk.versions, now, commands));
        });
    });
    if modal.should_close() {
        commands.push(Command::Cancel);
    }
}

fn list(ui: &mut Ui, versions: &Versions, commands: &mut Vec<Command>) {
    if versions.list.is_empty() {
        ui.add(Label::new(say(ui, "versions-none")).wrap());
    }
    let chosen = versions.chosen.as_ref().map(|(version, _)| version);
    for version in &versions.list {
        let is_chosen = chosen == Some(version);
        let button = Button::selectable(is_chosen, name(ui, version)).min_size(vec2(LIST_WIDTH - 16.0, 30.0)).wrap();
        let response = ui.add(button);
        if chosen.is_none() && ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
        if response.clicked() {
            commands.push(Command::CompareVersion(version.clone()));
        }
    }
}

/// Its time on the clock of this machine, and what somebody has called it.
fn name(ui: &Ui, version: &Version) -> String {
    let when = version.when.to_zoned(TimeZone::system());
    let when = format!("{}, {}", date_words(when.date(), locale(ui)), when.strftime("%H:%M:%S"));
    match (version.is_kept, version.name.as_str()) {
        (false, _) => when,
        (true, "") => tell(ui, "versions-kept", &[("when", when.into())]),
        (true, name) => tell(ui, "versions-named", &[("when", when.into()), ("name", name.into())]),
    }
}

fn comparison(ui: &mut Ui, versions: &mut Versions, now: &Release, commands: &mut Vec<Command>) {
    let Versions { list, chosen, name } = versions;
    let Some((version, then)) = chosen else {
        if !list.is_empty() {
            ui.add(Label::new(say(ui, "versions-choose")).wrap());
        }
        return;
    };
    let rows = compared(then, now);
    text_field(ui, say(ui, "versions-name"), name, "");
    ui.add_space(space::TIGHT);
    ui.horizontal_wrapped(|ui| {
        if ui.add_enabled(then != now, Button::new(Command::RestoreVersion.label(locale(ui)))).clicked() {
            commands.push(Command::RestoreVersion);
        }
        let renames = *name != version.name || !version.is_kept;
        if ui.add_enabled(renames, Button::new(Command::NameVersion.label(locale(ui)))).clicked() {
            commands.push(Command::NameVersion);
        }
    });
    ui.add_space(space::NEAR);
    let area = ScrollArea::vertical().id_salt("compared").auto_shrink(false);
    scrolled(ui, area, |ui| {
        if rows.is_empty() {
            ui.add(Label::new(say(ui, "versions-same")).wrap());
            return;
        }
        columns(ui, |ui, side| {
            let words = say(ui, if side == 0 { "versions-then" } else { "versions-now" });
            ui.label(egui::RichText::new(words).font(theme::semibold(size::BODY)));
        });
        for row in &rows {
            ui.separator();
            if now.editions.len() > 1 {
                ui.label(egui::RichText::new(Language::own_name_of(&row.lang)).color(colours(ui).muted));
            }
            columns(ui, |ui, side| side_of(ui, row, side));
        }
    });
}

/// Two columns of one width.
pub(super) fn columns(ui: &mut Ui, mut content: impl FnMut(&mut Ui, usize)) {
    ui.spacing_mut().item_spacing.x = space::FIELD;
    ui.columns_const(|columns: &mut [Ui; 2]| {
        for (side, column) in columns.iter_mut().enumerate() {
            // Not as columns come, whose words are spread from edge to edge.
            column.with_layout(egui::Layout::top_down(egui::Align::LEFT), |ui| content(ui, side));
        }
    });
}

/// Words that are gone are struck through and words that are new are underlined: not by colour alone.
fn side_of(ui: &mut Ui, row: &Compared, side: usize) {
    let colours = colours(ui);
    let (runs, other) = if side == 0 { (&row.then, gone(colours)) } else { (&row.now, new(colours)) };
    let plain = TextFormat { font_id: FontId::proportional(size::BODY), color: colours.text, ..TextFormat::default() };
    let mut job = LayoutJob::default();
    for (words, differs) in runs {
        job.append(words, 0.0, if *differs { other.clone() } else { plain.clone() });
    }
    let nothing = runs.iter().all(|(words, _)| words.is_empty());
    if nothing {
        ui.label(egui::RichText::new("–").color(colours.muted));
    } else {
        ui.add(Label::new(job).wrap());
    }
}

fn gone(colours: Colours) -> TextFormat {
    let strikethrough = Stroke::new(1.0, colours.error);
    TextFormat {
        color: colours.error,
        strikethrough,
        font_id: FontId::proportional(size::BODY),
        ..TextFormat::default()
    }
}

fn new(colours: Colours) -> TextFormat {
    let underline = Stroke::new(1.5, colours.good);
    TextFormat { color: colours.good, underline, font_id: theme::semibold(size::BODY), ..TextFormat::default() }
}
