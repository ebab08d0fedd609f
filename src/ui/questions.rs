//! Questions that have to be answered first: where to save, what to export, what to do with unsaved words.
//!
//! A path can always be typed, so that everything works where the system has no dialogs.

use std::path::PathBuf;

use egui::{Id, Key, Modal, Response, RichText, Ui};

use super::command::Command;
use super::strings::locale;
use super::theme::{self, colours, size, space};
use super::top_bar::own_name;
use super::widgets::{ask, text_field};
use crate::desk::{Desk, ExportChoice, Question};
use crate::export::{Format, Lines};
use crate::language;
use crate::release::Lang;

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    let langs: Vec<Lang> = match &desk.open {
        Some(open) => open.release.editions.iter().map(|edition| edition.lang.clone()).collect(),
        None => Vec::new(),
    };
    let Some(question) = &mut desk.question else { return };
    let frame = theme::card(colours(ui)).inner_margin(20).shadow(ui.visuals().popup_shadow);
    let width = ui.ctx().content_rect().width();
    let modal = Modal::new(Id::unique("question")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width((width - 80.0).clamp(260.0, 520.0));
        ui.spacing_mut().item_spacing.y = space::FIELD;
        match question {
            Question::Open { path } => {
                heading(ui, "Open a release");
                let field = path_field(ui, "Folder or file of the release", path, commands);
                buttons(ui, &field, "Open", (!path.trim().is_empty()).then(|| Command::Open(path_of(path))), commands);
            }
            Question::SaveIn { folder, then } => {
                heading(ui, "Where should this release live?");
                let field = path_field(ui, "Folder of the release", folder, commands);
                let save = Command::SaveIn(path_of(folder), then.clone());
                buttons(ui, &field, "Save here", (!folder.trim().is_empty()).then_some(save), commands);
            }
            Question::Photos { path } => {
                heading(ui, "Attach photos");
                let field = path_field(ui, "Picture", path, commands);
                let attach = Command::AttachPhotos(vec![path_of(path)]);
                buttons(ui, &field, "Attach", (!path.trim().is_empty()).then_some(attach), commands);
            }
            Question::New { tag } => {
                language_choice(ui, ("In which language do you write?", "Start"), tag, Command::New, commands);
            }
            Question::Edition { tag } => {
                language_choice(ui, ("Add a language", "Add"), tag, Command::AddEdition, commands);
            }
            Question::Export(choice) => export(ui, choice, &langs, commands),
            Question::Unsaved { then } => {
                heading(ui, "This release is not saved");
                ui.label(format!("Save it {}?", then.words()));
                ui.horizontal(|ui| {
                    if main_button(ui, "Save").clicked() {
                        commands.push(Command::SaveThen(then.clone()));
                    }
                    ask(ui, Command::Discard(then.clone()), commands);
                    ask(ui, Command::Cancel, commands);
                });
            }
        }
    });
    if modal.should_close() {
        commands.push(Command::Cancel);
    }
}

fn heading(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(theme::semibold(size::SECTION)));
}

fn path_field(ui: &mut Ui, label: &str, path: &mut String, commands: &mut Vec<Command>) -> Response {
    let first_time = ui.ctx().memory(|memory| memory.focused().is_none());
    let response = text_field(ui, label, path, "");
    if first_time {
        response.request_focus();
    }
    ask(ui, Command::Browse, commands);
    response
}

/// The button that goes on, which Enter in the field presses too, and the one that does not.
fn buttons(ui: &mut Ui, field: &Response, words: &str, go: Option<Command>, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        let pressed = ui.add_enabled_ui(go.is_some(), |ui| main_button(ui, words)).inner.clicked();
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if pressed || entered {
            commands.extend(go);
        }
        ask(ui, Command::Cancel, commands);
    });
}

fn main_button(ui: &mut Ui, words: &str) -> Response {
    let colours = colours(ui);
    let words = RichText::new(words).color(colours.on_accent).font(theme::semibold(size::BODY));
    ui.add(egui::Button::new(words).fill(colours.accent).stroke(egui::Stroke::NONE))
}

fn path_of(typed: &str) -> PathBuf {
    PathBuf::from(typed.trim())
}

fn language_choice(
    ui: &mut Ui,
    (question, go_on): (&str, &str),
    tag: &mut String,
    command: fn(Lang) -> Command,
    commands: &mut Vec<Command>,
) {
    heading(ui, question);
    ui.horizontal_wrapped(|ui| {
        for known in &language::ALL {
            if ui.selectable_label(tag == known.tag, known.own_name).clicked() {
                known.tag.clone_into(tag);
            }
        }
    });
    let field = text_field(ui, "Language", tag, "kk, ru, en, de-AT");
    let read = tag.trim().parse::<Lang>();
    if let (Err(error), false) = (&read, tag.trim().is_empty()) {
        ui.label(RichText::new(error.message().in_locale(locale(ui))).color(colours(ui).error));
    }
    buttons(ui, &field, go_on, read.ok().map(command), commands);
}

fn export(ui: &mut Ui, choice: &mut ExportChoice, langs: &[Lang], commands: &mut Vec<Command>) {
    heading(ui, "Export");
    ui.horizontal_wrapped(|ui| {
        for format in Format::ALL {
            let words = match format {
                Format::Markdown => "Markdown (md)",
                Format::Text => "Plain text (txt)",
                Format::Html => "Web page (html)",
                Format::Pdf => "PDF (pdf)",
                Format::Png => "Picture of the first page (png)",
            };
            chosen(ui, words, &mut choice.formats, format);
        }
    });
    if langs.len() > 1 {
        ui.horizontal_wrapped(|ui| {
            for lang in langs {
                chosen(ui, &own_name(lang), &mut choice.langs, lang.clone());
            }
        });
    }
    if choice.formats.contains(&Format::Pdf) {
        ui.checkbox(&mut choice.source, "Put the release itself into the PDF");
    }
    if choice.formats.contains(&Format::Text) {
        ui.horizontal_wrapped(|ui| {
            ui.label("Lines of plain text");
            for (words, lines) in [
                ("One paragraph a line", Lines::Paragraphs),
                ("72 columns", Lines::Wrapped { columns: 72 }),
                ("A4 pages", Lines::A4),
            ] {
                ui.radio_value(&mut choice.lines, lines, words);
            }
        });
    }
    let field = path_field(ui, "Folder for the files", &mut choice.folder, commands);
    ui.checkbox(&mut choice.replace, "Replace files that are already there");
    let complete = !choice.formats.is_empty() && !choice.langs.is_empty() && !choice.folder.trim().is_empty();
    buttons(ui, &field, "Export files", complete.then(|| Command::Export(choice.clone())), commands);
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
