//! The export: what is wanted, files in the way, how far it has come, and the files that came of it.

use std::path::Path;

use egui::{Align, Label, Layout, Panel, ProgressBar, RichText, ScrollArea, Ui};

use super::command::Command;
use super::questions::{buttons, heading, main_button, path_field};
use super::strings::{locale, say, tell};
use super::theme::{self, colours, size, space};
use super::top_bar::own_name;
use super::widgets::{ask, ask_quietly, scrolled};
use crate::desk::{Desk, ExportChoice, ExportOutcome, ExportProgress, Question};
use crate::export::{Format, Lines};
use crate::release::Lang;

/// What stands over and under the list of exported files, with the edges of the window.
const ROOM_AROUND_FILES: f32 = 260.0;

/// What to export, and where.
pub(super) fn choice(
    ui: &mut Ui,
    choice: &mut ExportChoice,
    trouble: Option<&str>,
    langs: &[Lang],
    commands: &mut Vec<Command>,
) {
    heading(ui, say(ui, "export-heading"));
    group(ui, "export-formats", |ui| {
        for format in Format::ALL {
            chosen(ui, say(ui, format_key(format)), &mut choice.formats, format);
        }
        ui.checkbox(&mut choice.photos, say(ui, "format-photos"));
    });
    if langs.len() > 1 {
        group(ui, "export-languages", |ui| {
            for lang in langs {
                chosen(ui, &own_name(lang), &mut choice.langs, lang.clone());
            }
        });
    }
    if choice.formats.contains(&Format::Text) {
        group(ui, "export-lines", |ui| {
            for (key, lines) in [
                ("export-lines-paragraphs", Lines::Paragraphs),
                ("export-lines-wrapped", Lines::WIRE),
                ("export-lines-paged", Lines::A4),
            ] {
                ui.radio_value(&mut choice.lines, lines, say(ui, key));
            }
        });
    }
    if choice.formats.contains(&Format::Pdf) {
        ui.checkbox(&mut choice.source, say(ui, "export-source"));
    }
    if choice.formats.iter().any(|format| format.carries_photos()) {
        ui.checkbox(&mut choice.single_file, say(ui, "export-single-file"));
    }
    let field = path_field(ui, say(ui, "export-folder"), &mut choice.folder, commands);
    if let Some(trouble) = trouble {
        let response = ui.add(Label::new(RichText::new(trouble).color(colours(ui).error)).wrap());
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Assertive));
    }
    let something = !choice.formats.is_empty() || choice.photos;
    let complete = something && !choice.langs.is_empty() && !choice.folder.trim().is_empty();
    let words = Command::Export(choice.clone()).label(locale(ui));
    buttons(ui, &field, words, complete.then(|| Command::Export(choice.clone())), commands);
    ui.separator();
    group(ui, "export-copy-instead", |ui| {
        for command in [Command::CopyRich, Command::CopyText, Command::CopyMarkdown] {
            if ask_quietly(ui, command, commands).clicked() {
                commands.push(Command::Cancel);
            }
        }
    });
}

fn format_key(format: Format) -> &'static str {
    match format {
        Format::Markdown => "format-markdown",
        Format::Text => "format-text",
        Format::Html => "format-html",
        Format::Pdf => "format-pdf",
        Format::Png => "format-png",
    }
}

/// Things to tick under the words that they belong to.
fn group(ui: &mut Ui, key: &'static str, content: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        // Rows as high as a finger needs, and no higher.
        ui.spacing_mut().interact_size.y = 28.0;
        ui.label(RichText::new(say(ui, key)).size(size::SMALL).color(colours(ui).muted));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::INSET;
            content(ui);
        });
    });
}

/// A tick that puts a value into a list or takes it out; the list keeps its order.
fn chosen<T: PartialEq>(ui: &mut Ui, words: &str, list: &mut Vec<T>, value: T) {
    let mut on = list.contains(&value);
    if ui.checkbox(&mut on, words).changed() {
        if on {
            list.push(value);
        } else {
            list.retain(|other| *other != value);
        }
    }
}

/// Files that are already there: written over, or left alone in favour of another folder. Gives what to ask instead.
pub(super) fn in_the_way(
    ui: &mut Ui,
    choice: &ExportChoice,
    names: &[String],
    commands: &mut Vec<Command>,
) -> Option<Question> {
    heading(ui, &tell(ui, "export-in-the-way", &[("count", names.len().into())]));
    let area = ScrollArea::vertical().id_salt("names").max_height(220.0).min_scrolled_height(220.0);
    scrolled(ui, area, |ui| {
        for name in names {
            ui.add(Label::new(name).wrap());
        }
    });
    ui.label(RichText::new(choice.folder.trim()).size(size::SMALL).color(colours(ui).muted));
    let mut instead = None;
    ui.horizontal_wrapped(|ui| {
        if main_button(ui, say(ui, "export-replace")).clicked() {
            commands.push(Command::Export(ExportChoice { replace: true, ..choice.clone() }));
        }
        if ui.button(say(ui, "export-elsewhere")).clicked() {
            instead = Some(Question::Export { choice: choice.clone(), trouble: None });
        }
        ask(ui, Command::Cancel, commands);
    });
    instead
}

/// How far it has come, as long as the dialog is open.
pub(super) fn progress(ui: &mut Ui, progress: &ExportProgress, commands: &mut Vec<Command>) {
    heading(ui, say(ui, "export-running"));
    bar(ui, progress);
    ui.horizontal_wrapped(|ui| {
        stop(ui, progress, commands);
        // The export goes on; the strip at the bottom shows it.
        if ui.button(say(ui, "export-meanwhile")).clicked() {
            commands.push(Command::Cancel);
        }
    });
}

/// How far it has come, under the form, while a person goes on writing.
pub(super) fn strip(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    let Some(progress) = &desk.exporting else { return };
    if desk.question == Some(Question::Exporting) {
        return;
    }
    Panel::bottom("exporting").frame(theme::bar(colours(ui))).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                stop(ui, progress, commands);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| bar(ui, progress));
            });
        });
    });
}

fn stop(ui: &mut Ui, progress: &ExportProgress, commands: &mut Vec<Command>) {
    if progress.stopping {
        ui.label(say(ui, "export-stopping"));
    } else {
        ask(ui, Command::StopExport, commands);
    }
}

fn bar(ui: &mut Ui, progress: &ExportProgress) {
    let ExportProgress { done, total, name, stopping: _ } = progress;
    let share = *done as f32 / (*total).max(1) as f32;
    let number = (done + 1).min(*total);
    let words = tell(
        ui,
        "export-progress",
        &[("number", number.into()), ("total", (*total).into()), ("name", name.as_str().into())],
    );
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        ui.add(Label::new(RichText::new(&words).size(size::SMALL)).truncate());
        let width = ui.available_width();
        // The way still to go is seen too: an empty bar on the dialog's own ground is a dot.
        ui.visuals_mut().extreme_bg_color = colours(ui).chosen;
        let bar = ProgressBar::new(share).fill(colours(ui).accent).desired_width(width).desired_height(8.0);
        ui.add(bar).accessible_name(&words);
    });
}

/// The files that came of it, and what to do with each.
pub(super) fn outcome(ui: &mut Ui, outcome: &ExportOutcome, commands: &mut Vec<Command>) {
    let ExportOutcome { files, warnings, left } = outcome;
    heading(ui, &tell(ui, "export-done", &[("count", files.len().into())]));
    if *left > 0 {
        let words = tell(ui, "export-left", &[("count", (*left).into())]);
        ui.label(RichText::new(words).color(colours(ui).warning));
    }
    let room = (ui.ctx().content_rect().height() - ROOM_AROUND_FILES).clamp(200.0, 640.0);
    let area = ScrollArea::vertical().id_salt("files").max_height(room).min_scrolled_height(room);
    scrolled(ui, area, |ui| {
        for file in files {
            one_file(ui, file, commands);
        }
        for warning in warnings {
            let warning = RichText::new(warning.in_locale(locale(ui))).color(colours(ui).warning);
            ui.add(Label::new(warning).wrap());
        }
    });
    if let Some(folder) = files.first().and_then(|file| file.parent()) {
        ui.label(RichText::new(folder.display().to_string()).size(size::SMALL).color(colours(ui).muted));
    }
    if main_button(ui, say(ui, "export-close")).clicked() {
        commands.push(Command::Cancel);
    }
}

fn one_file(ui: &mut Ui, file: &Path, commands: &mut Vec<Command>) {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let ways = [
        (Command::OpenFile(file.to_owned()), "export-open-named"),
        (Command::ShowInFolder(file.to_owned()), "export-show-named"),
        (Command::CopyPath(file.to_owned()), "export-copy-path-named"),
    ];
    ui.push_id(file, |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.spacing_mut().interact_size.y = 26.0;
            ui.add(Label::new(RichText::new(&name).font(theme::semibold(size::BODY))).wrap());
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = space::INSET;
                for (command, key) in ways {
                    let full = tell(ui, key, &[("name", name.as_str().into())]);
                    ask_quietly(ui, command, commands).accessible_name(full);
                }
            });
        });
    });
}
