//! The bar over everything: the menu, what is open and how it stands, its languages, undo, save, export.

use egui::containers::menu::MenuButton;
use egui::{Button, Color32, FontId, Frame, RichText, Sense, Stroke, TextStyle, Ui, vec2};

use super::command::Command;
use super::details::date_words;
use super::icons::Icon;
use super::strings::{locale, say, tell};
use super::theme::{self, Colours, colours, size, space};
use super::widgets::{ask, ask_mainly, small};
use super::{library, menu};
use crate::desk::{Desk, Open};
use crate::language::Language;
use crate::release::{Embargo, Lang, Status};

/// A button with a sign.
const SIGN: f32 = theme::CONTROL_HEIGHT;
/// The padding of a language in the row of languages.
const SEGMENT_PADDING: f32 = 11.0;
/// The room that a dot takes which stands for the pill with the state.
const DOT: f32 = 24.0;

pub(super) fn show(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        library::button(ui, desk, commands);
        menu::show(ui, desk, commands);
        let Some(open) = &desk.open else {
            running(ui, desk);
            return;
        };
        let room = ui.available_width();
        let rest = right_width(ui);
        let in_a_row = row_width(ui, open);
        // Where all languages do not fit beside the smallest pill, the shown one stands for them.
        let folded = room < rest + in_a_row + DOT + 2.0 * space::NEAR;
        let right = rest + if folded { folded_width(ui, open) } else { in_a_row };
        pills(ui, desk, open, room - right - space::INSET);
        ui.add_space((ui.available_width() - right).max(0.0));
        if folded {
            folded_languages(ui, desk, open, commands);
        } else {
            languages(ui, desk, open, commands);
        }
        sign(ui, desk, Icon::Undo, Command::Undo, commands);
        sign(ui, desk, Icon::Redo, Command::Redo, commands);
        ui.add_enabled_ui(Command::Save.is_possible(desk), |ui| ask(ui, Command::Save, commands));
        ask_mainly(ui, Command::AskExport, commands);
    });
}

/// How wide a text is in this font.
fn width(ui: &Ui, words: &str, font: FontId) -> f32 {
    ui.painter().layout_no_wrap(words.to_owned(), font, Color32::PLACEHOLDER).rect.width().ceil()
}

fn button_width(ui: &Ui, words: &str, font: FontId) -> f32 {
    width(ui, words, font) + 2.0 * ui.spacing().button_padding.x
}

fn button_font(ui: &Ui) -> FontId {
    TextStyle::Button.resolve(ui.style())
}

/// Undo, redo, save and export, with the spaces before each of them.
fn right_width(ui: &Ui) -> f32 {
    let save = button_width(ui, Command::Save.label(locale(ui)), button_font(ui));
    let export = button_width(ui, Command::AskExport.label(locale(ui)), theme::semibold(size::BODY));
    2.0 * SIGN + save + export + 4.0 * space::NEAR
}

fn row_width(ui: &Ui, open: &Open) -> f32 {
    let names = open
        .release
        .editions
        .iter()
        .map(|edition| width(ui, &own_name(&edition.lang), theme::semibold(size::BODY)) + 2.0 * SEGMENT_PADDING);
    names.sum::<f32>() + SIGN + 2.0
}

fn folded_width(ui: &Ui, open: &Open) -> f32 {
    button_width(ui, &own_name(&open.lang()), button_font(ui)) + space::TIGHT + size::BODY + 2.0
}

/// What the release is like, in the order of reading; what matters most keeps its room longest.
fn pills(ui: &mut Ui, desk: &Desk, open: &Open, room: f32) {
    let colours = colours(ui);
    let font = FontId::proportional(size::SMALL);
    let date = (date_words(open.release.issued, locale(ui)), colours.muted);
    let is_kept = open.folder.is_some() && desk.trouble.saving.is_none();
    let state = match (open.is_unsaved(), is_kept) {
        // It is saved by itself, now or in a moment.
        (true, true) if desk.is_saving || open.clock.due().is_some() => {
            Some((say(ui, "bar-saving").to_owned(), colours.muted))
        }
        (true, _) => Some((say(ui, "bar-not-saved").to_owned(), colours.warning)),
        (false, _) => open.folder.is_some().then(|| (say(ui, "bar-saved").to_owned(), colours.good)),
    };
    let embargo = match &open.release.embargo {
        Embargo::None => None,
        Embargo::Until { at, .. } => {
            let when = format!("{}, {}", date_words(at.date(), locale(ui)), at.strftime("%H:%M"));
            Some((tell(ui, "bar-embargo", &[("when", when.into())]), colours.warning))
        }
    };
    let short = embargo.is_some().then(|| (say(ui, "field-embargo-short").to_owned(), colours.warning));
    let running = desk.running.first().map(|job| (job.clone(), colours.muted));
    let approval = match (open.has_void_approval(), open.standing()) {
        (true, _) => Some((say(ui, "bar-approval-void").to_owned(), colours.error)),
        (false, Status::Approved) => Some((say(ui, "bar-approved").to_owned(), colours.good)),
        (false, _) => None,
    };
    let all = [Some(date), state.clone(), embargo, running, approval];
    let mut fits = [false; 5];
    let mut left = room;
    for index in [1, 4, 2, 3, 0] {
        let Some((words, _)) = &all[index] else { continue };
        let wide = width(ui, words, font.clone()) + 20.0 + space::NEAR;
        // Where the embargo is cut, the date does not take its room.
        let goes_before = index == 0 && all[2].is_some() && !fits[2];
        fits[index] = wide <= left && !goes_before;
        left -= if fits[index] { wide } else { 0.0 };
    }
    let dots = if all[1].is_some() && !fits[1] { DOT + space::NEAR } else { 0.0 };
    for (index, words) in all.into_iter().enumerate() {
        match (words, &short) {
            (Some((words, colour)), _) if fits[index] => {
                pill(ui, &words, colour);
            }
            (Some((words, colour)), _) if index == 1 => dot(ui, &words, colour, open.is_unsaved()),
            // That there is one is never hidden; when it ends, its tooltip says.
            (Some((words, colour)), Some((short, _))) if index == 2 => {
                if width(ui, short, font.clone()) + 20.0 + space::NEAR <= left {
                    pill(ui, short, colour).on_hover_text(words);
                } else if left >= dots + DOT + space::NEAR {
                    dot(ui, &words, colour, true);
                }
            }
            (Some(_) | None, _) => {}
        }
    }
}

fn pill(ui: &mut Ui, words: &str, colour: Color32) -> egui::Response {
    let words = RichText::new(words).size(size::SMALL).color(colour);
    theme::pill(colours(ui).quiet).show(ui, |ui| ui.add(egui::Label::new(words).extend().selectable(false))).inner
}

/// The state where there is no room for its words: full while something is not saved, a ring afterwards.
fn dot(ui: &mut Ui, words: &str, colour: Color32, is_full: bool) {
    let (rect, response) = ui.allocate_exact_size(vec2(DOT, DOT), Sense::hover());
    if is_full {
        ui.painter().circle_filled(rect.center(), 6.0, colour);
    } else {
        ui.painter().circle_stroke(rect.center(), 5.0, Stroke::new(2.0, colour));
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, words));
    response.on_hover_text(words);
}

fn running(ui: &mut Ui, desk: &Desk) {
    for job in &desk.running {
        pill(ui, job, colours(ui).muted);
    }
}

/// A button with an icon; its name and its keys stand in the tooltip.
fn sign(ui: &mut Ui, desk: &Desk, icon: Icon, command: Command, commands: &mut Vec<Command>) {
    let name = command.label(locale(ui));
    let button = Button::image(icon.image(ui)).image_tint_follows_text_color(true).min_size(vec2(SIGN, SIGN));
    let response = small(ui, |ui| ui.add_enabled(command.is_possible(desk), button));
    let words = menu::with_keys(ui.ctx(), &command, name);
    let response = response.accessible_name(name).on_hover_text(&words).on_disabled_hover_text(words);
    if response.clicked() {
        commands.push(command);
    }
}

/// The languages of the release as one control, with what adds another one at its end.
fn languages(ui: &mut Ui, desk: &Desk, open: &Open, commands: &mut Vec<Command>) {
    segments(colours(ui)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.spacing_mut().button_padding.x = SEGMENT_PADDING;
        for (index, edition) in open.release.editions.iter().enumerate() {
            let is_shown = index == open.edition();
            let name = own_name(&edition.lang);
            let font = if is_shown { theme::semibold(size::BODY) } else { button_font(ui) };
            let wide = width(ui, &name, theme::semibold(size::BODY)) + 2.0 * SEGMENT_PADDING;
            let segment = Button::selectable(is_shown, RichText::new(&name).font(font));
            let response = ui.add(segment.min_size(vec2(wide, SIGN - 2.0)));
            let response = response.on_hover_text(match Command::ShowEdition(index).shortcut() {
                Some(_) => menu::with_keys(ui.ctx(), &Command::ShowEdition(index), &name),
                None => say(ui, "bar-language").to_owned(),
            });
            if response.clicked() {
                commands.push(Command::ShowEdition(index));
            }
            response.context_menu(|ui| {
                menu::roomy(ui);
                menu::item(ui, desk, &Command::ShowEdition(index), commands);
                if is_shown {
                    menu::item(ui, desk, &Command::CopyText, commands);
                    menu::item(ui, desk, &Command::RemoveEdition, commands);
                }
            });
        }
        let plus = Button::image(Icon::Add.image(ui)).image_tint_follows_text_color(true);
        let plus = plus.frame_when_inactive(false).min_size(vec2(SIGN, SIGN - 2.0));
        let name = say(ui, "bar-languages");
        let (response, _) = small(ui, |ui| {
            MenuButton::from_button(plus).ui(ui, |ui| {
                menu::roomy(ui);
                menu::item(ui, desk, &Command::AskEdition, commands);
                menu::item(ui, desk, &Command::RemoveEdition, commands);
            })
        });
        response.accessible_name(name).on_hover_text(name);
    });
}

fn segments(colours: Colours) -> Frame {
    let edge = Stroke::new(1.0, colours.line);
    Frame::new().fill(colours.surface).stroke(edge).corner_radius(theme::RADIUS)
}

/// The languages behind the name of the one that is shown.
fn folded_languages(ui: &mut Ui, desk: &Desk, open: &Open, commands: &mut Vec<Command>) {
    let (response, _) = MenuButton::from_button(menu::opener(ui, own_name(&open.lang()))).ui(ui, |ui| {
        menu::roomy(ui);
        for index in 0..open.release.editions.len() {
            menu::item(ui, desk, &Command::ShowEdition(index), commands);
        }
        ui.separator();
        menu::item(ui, desk, &Command::AskEdition, commands);
        menu::item(ui, desk, &Command::RemoveEdition, commands);
    });
    response.accessible_name(say(ui, "bar-languages"));
}

/// A language's own name for itself, else its tag.
pub(super) fn own_name(lang: &Lang) -> String {
    Language::own_name_of(lang).to_owned()
}
