//! Questions that have to be answered first: where to save, what to export, what to do with unsaved words.
//!
//! A path can always be typed, so that everything works where the system has no dialogs.

use std::mem::Discriminant;
use std::path::PathBuf;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Button, Id, Key, Modal, Response, RichText, ScrollArea, Ui};

use super::command::Command;
use super::company;
use super::exporting;
use super::strings::{self, say};
use super::theme::{self, colours, size, space};
use super::widgets::{ask, labelled, line, text_field};
use crate::desk::{AfterSaving, Desk, Question};
use crate::language;
use crate::release::Lang;

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    let langs: Vec<Lang> = match &desk.open {
        Some(open) => open.release.editions.iter().map(|edition| edition.lang.clone()).collect(),
        None => Vec::new(),
    };
    let Desk { question, exporting, exported, .. } = desk;
    note_which(ui, question.as_ref());
    let Some(asked) = question else { return };
    let frame = theme::card(colours(ui)).inner_margin(20).shadow(ui.visuals().popup_shadow);
    let room = ui.ctx().content_rect().size() - egui::vec2(80.0, 72.0);
    let mut instead = None;
    let modal = Modal::new(Id::unique("question")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(room.x.clamp(260.0, 520.0));
        // A question that follows a smaller one takes the room that it needs at once.
        let scroll = ScrollArea::vertical().id_salt("question").max_height(room.y).min_scrolled_height(room.y);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::FIELD;
            match asked {
                Question::Open { path } => {
                    heading(ui, say(ui, "question-open"));
                    let field = path_field(ui, say(ui, "question-open-path"), path, commands);
                    let open = (!path.trim().is_empty()).then(|| Command::Open(path_of(path)));
                    buttons(ui, &field, say(ui, "question-open-go"), open, commands);
                }
                Question::SaveIn { folder, then } => {
                    heading(ui, say(ui, "question-save"));
                    let field = path_field(ui, say(ui, "question-save-path"), folder, commands);
                    let save = Command::SaveIn(path_of(folder), then.clone());
                    let save = (!folder.trim().is_empty()).then_some(save);
                    buttons(ui, &field, say(ui, "question-save-go"), save, commands);
                }
                Question::Newsroom { path } => {
                    heading(ui, say(ui, "question-newsroom"));
                    ui.label(say(ui, "question-newsroom-hint"));
                    let field = path_field(ui, say(ui, "question-newsroom-path"), path, commands);
                    let choose = (!path.trim().is_empty()).then(|| Command::ChooseNewsroom(path_of(path)));
                    buttons(ui, &field, say(ui, "question-newsroom-go"), choose, commands);
                }
                Question::Rename { folder, name } => {
                    heading(ui, say(ui, "question-rename"));
                    let field = text_field(ui, say(ui, "question-rename-name"), name, "");
                    if is_fresh(ui) {
                        offer(ui, &field, name);
                    }
                    let rename = Command::Rename(folder.clone(), name.trim().to_owned());
                    let rename = (!name.trim().is_empty()).then_some(rename);
                    buttons(ui, &field, say(ui, "question-rename-go"), rename, commands);
                }
                Question::Photos { path } => {
                    heading(ui, say(ui, "question-photos"));
                    let field = path_field(ui, say(ui, "question-photos-path"), path, commands);
                    let attach = (!path.trim().is_empty()).then(|| Command::AttachPhotos(vec![path_of(path)]));
                    buttons(ui, &field, say(ui, "question-photos-go"), attach, commands);
                }
                Question::New { tag } => {
                    let words = (say(ui, "question-new"), say(ui, "question-new-go"));
                    language_choice(ui, words, tag, &[], Command::New, commands);
                }
                Question::Edition { tag } => {
                    let words = (say(ui, "question-edition"), say(ui, "question-edition-go"));
                    language_choice(ui, words, tag, &langs, Command::AddEdition, commands);
                }
                Question::Export { choice, trouble } => {
                    exporting::choice(ui, choice, trouble.as_deref(), &langs, commands);
                }
                Question::InTheWay { choice, names } => instead = exporting::in_the_way(ui, choice, names, commands),
                Question::Exporting => {
                    if let Some(progress) = exporting {
                        exporting::progress(ui, progress, commands);
                    }
                }
                Question::Exported => {
                    if let Some(outcome) = exported {
                        exporting::outcome(ui, outcome, commands);
                    }
                }
                Question::InUse { holder } => company::question(ui, holder, is_fresh(ui), commands),
                Question::Unsaved { then } => {
                    heading(ui, say(ui, "question-unsaved"));
                    ui.label(say(ui, before(then)));
                    ui.horizontal_wrapped(|ui| {
                        let save = main_button(ui, Command::Save.label(strings::locale(ui)));
                        if is_fresh(ui) {
                            save.request_focus();
                        }
                        if save.clicked() {
                            commands.push(Command::SaveThen(then.clone()));
                        }
                        ask(ui, Command::Discard(then.clone()), commands);
                        ask(ui, Command::Cancel, commands);
                    });
                }
            }
        });
    });
    if instead.is_some() {
        *question = instead;
    }
    if modal.should_close() {
        commands.push(Command::Cancel);
    }
}

fn question_key() -> Id {
    Id::unique("the question in sight")
}

/// Which question is in sight, and since how many frames.
fn note_which(ui: &Ui, question: Option<&Question>) {
    let which = question.map(std::mem::discriminant);
    ui.data_mut(|data| {
        let (before, frames) = data.get_temp::<(_, u32)>(question_key()).unwrap_or((None, 0));
        let frames = if before == which { frames.saturating_add(1) } else { 0 };
        data.insert_temp(question_key(), (which, frames));
    });
}

/// A new question takes the keyboard from whatever had it. In the first frame it is only measured.
fn is_fresh(ui: &Ui) -> bool {
    let kept = ui.data(|data| data.get_temp::<(Option<Discriminant<Question>>, u32)>(question_key()));
    kept.is_some_and(|(_, frames)| frames < 2)
}

/// What is about to happen to words that are not saved.
fn before(then: &AfterSaving) -> &'static str {
    match then {
        AfterSaving::New(_) => "unsaved-before-new",
        AfterSaving::Sample => "unsaved-before-sample",
        AfterSaving::Open(_) => "unsaved-before-open",
        AfterSaving::NewFrom(_) => "unsaved-before-new",
        AfterSaving::Trash(_) => "unsaved-before-trash",
        AfterSaving::Close => "unsaved-before-close",
        AfterSaving::Quit => "unsaved-before-quit",
    }
}

pub(super) fn heading(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(theme::semibold(size::SECTION)));
}

pub(super) fn path_field(ui: &mut Ui, label: &str, path: &mut String, commands: &mut Vec<Command>) -> Response {
    let field = labelled(ui, label, |ui| {
        ui.horizontal(|ui| {
            let words = egui::WidgetText::from(Command::Browse.label(strings::locale(ui)));
            let words = words.into_galley(ui, None, f32::INFINITY, egui::TextStyle::Button);
            let button = words.size().x + 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
            let field = ui.add(line(path, "").desired_width(ui.available_width() - button));
            ask(ui, Command::Browse, commands);
            field
        })
        .inner
    });
    if is_fresh(ui) {
        offer(ui, &field, path);
    }
    field
}

/// Gives the field the keyboard with its words chosen: Enter takes what is proposed, letters take its place.
fn offer(ui: &Ui, field: &Response, words: &str) {
    field.request_focus();
    let mut state = TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(words.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), field.id);
}

/// The button that goes on, which Enter in the field presses too, and the one that does not.
pub(super) fn buttons(ui: &mut Ui, field: &Response, words: &str, go: Option<Command>, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        let pressed = ui.add_enabled_ui(go.is_some(), |ui| main_button(ui, words)).inner.clicked();
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if pressed || entered {
            commands.extend(go);
        }
        ask(ui, Command::Cancel, commands);
    });
}

pub(super) fn main_button(ui: &mut Ui, words: &str) -> Response {
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
    taken: &[Lang],
    command: fn(Lang) -> Command,
    commands: &mut Vec<Command>,
) {
    heading(ui, question);
    let mut picked = false;
    ui.horizontal_wrapped(|ui| {
        for known in language::ALL.iter().filter(|known| taken.iter().all(|lang| lang.as_str() != known.tag)) {
            if ui.add(Button::new(known.own_name).selected(tag == known.tag)).clicked() {
                known.tag.clone_into(tag);
                picked = true;
            }
        }
    });
    let field = text_field(ui, say(ui, "question-language"), tag, "kk, ru, en, de-AT");
    if is_fresh(ui) || picked {
        offer(ui, &field, tag);
    }
    let read = tag.trim().parse::<Lang>();
    if let (Err(error), false) = (&read, tag.trim().is_empty()) {
        ui.label(RichText::new(error.message().in_locale(strings::locale(ui))).color(colours(ui).error));
    }
    buttons(ui, &field, go_on, read.ok().map(command), commands);
}
