//! The form: every field of the release, in the order in which it is written.

use egui::{Align, Id, Key, Margin, Response, RichText, ScrollArea, TextEdit, Ui, UiBuilder};
use jiff::civil::{Date, date};

use super::command::Command;
use super::gallery::Gallery;
use super::strings::{locale, say};
use super::theme::{self, colours, size, space};
use super::widgets::{Fold, labelled, name_bars, read_field, row, words_field};
use super::{aids, blocks, details, mark, people, photos, sheets};
use crate::check::Place;
use crate::desk::{Desk, Open};
use crate::release::Lang;

/// The form never grows wider than lines can be read.
const WIDEST: f32 = 780.0;

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, gallery: &Gallery, commands: &mut Vec<Command>) {
    // Under what lay over the form until now nothing gets the focus yet: it is given in the next frame.
    let lay_over = ui.memory(|memory| memory.top_modal_layer().is_some());
    let mut focus = if lay_over { None } else { desk.focus.take() };
    if lay_over && desk.focus.is_some() {
        ui.ctx().request_repaint();
    } else if std::mem::take(&mut desk.marks_focus) {
        mark::want(ui.ctx());
    }
    let registers = desk.newsroom().is_some();
    let Some(open) = &mut desk.open else { return };
    let lang = open.lang();
    let region = ui.max_rect();
    // Whoever reads scrolls, and adds nothing.
    let foot = blocks::row_at_foot(ui.ctx(), open, region).filter(|_| !open.is_read_only());
    let above = region.with_max_y(foot.map_or(region.bottom(), |foot| foot.top()));
    // Its fields keep their focus when the row that adds blocks comes or goes.
    let scope = UiBuilder::new().scope_id(Id::unique(("form", &lang))).max_rect(above);
    let form = ui.scope_builder(scope, |ui| {
        let form = ScrollArea::vertical().id_salt(("form", &lang)).auto_shrink(false);
        blocks::settled(ui.ctx(), form).show(ui, |ui| {
            let side = side(ui);
            let width = ui.available_width() - 2.0 * side;
            ui.horizontal_top(|ui| {
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.add_space(space::INSET);
                    ui.spacing_mut().item_spacing.y = space::FIELD;
                    if open.is_read_only() {
                        // As readable as before, and nothing can be typed into it.
                        ui.visuals_mut().disabled_alpha = 1.0;
                        ui.disable();
                    }
                    opening(ui, open, &lang, &mut focus);
                    blocks::show(ui, open, gallery, &mut focus, commands);
                    let part = |ui: &mut Ui, name: &'static str, content: &mut dyn FnMut(&mut Ui)| {
                        // Its fields keep their focus, however many cards of the text are drawn before it.
                        ui.scope_builder(UiBuilder::new().scope_id(Id::unique((name, &lang))), |ui| content(ui));
                    };
                    part(ui, "photos", &mut |ui| photos::show(ui, open, gallery, &mut focus, commands));
                    part(ui, "speakers", &mut |ui| people::speakers(ui, open, registers, &mut focus, commands));
                    part(ui, "contacts", &mut |ui| people::contacts(ui, open, registers, &mut focus, commands));
                    part(ui, "notes", &mut |ui| notes(ui, open, &lang, &mut focus));
                    part(ui, "details", &mut |ui| {
                        details::show(ui, open, (&desk.zone, &mut desk.preferences.zone), &mut focus, commands);
                    });
                    ui.add_space(space::SECTION * 2.0);
                });
            });
            keep_focus_in_sight(ui);
        })
    });
    let form = form.inner;
    name_bars(ui, &form);
    blocks::settle(ui.ctx(), &form.state, form.inner_rect);
    if let Some(foot) = foot {
        blocks::show_row(ui, open, foot, side(ui), commands);
    }
    blocks::look_for_row(ui.ctx(), region);
    // Nobody answered to it: it is not in this form.
    drop(focus);
}

/// The room on both sides of the form.
fn side(ui: &Ui) -> f32 {
    ((ui.available_width() - WIDEST) / 2.0).max(space::INSET + 4.0)
}

/// Whoever walks through the form with the Tab key sees where it leads.
fn keep_focus_in_sight(ui: &Ui) {
    // The focus moves in the frame of the key or in the one after it.
    let key = Id::unique("the Tab key was pressed in the form");
    let now = ui.input(|input| input.key_pressed(Key::Tab));
    let before = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default::<bool>(key), now));
    if !now && !before {
        return;
    }
    let focused = ui.memory(egui::Memory::focused);
    let Some(field) = focused.and_then(|id| ui.ctx().read_response(id)) else { return };
    let seen = ui.clip_rect();
    let is_here = field.layer_id == ui.layer_id() && ui.min_rect().contains(field.rect.center());
    // What is higher than the window follows its own cursor.
    if is_here && !seen.contains_rect(field.rect) && field.rect.height() < seen.height() {
        ui.scroll_to_rect(field.rect.expand(space::SECTION), None);
    }
}

/// What stands over the text: headline, subhead, place, date.
fn opening(ui: &mut Ui, open: &mut Open, lang: &Lang, focus: &mut Option<Place>) {
    let shown = open.edition();
    let release = &mut open.release;
    let edition = &mut release.editions[shown];
    let response = headline(ui, &mut edition.headline);
    lead_to(response, focus, &Place::Headline(lang.clone()));
    let subhead = words_field(ui, say(ui, "field-subhead"), &mut edition.subhead, say(ui, "hint-subhead"));
    lead_to(subhead, focus, &Place::Subhead(lang.clone()));
    row(ui, [1.0, 1.0], |ui, column| match column {
        0 => {
            let place = words_field(ui, say(ui, "field-place"), &mut edition.place, say(ui, "hint-place"));
            lead_to(place, focus, &Place::Dateline(lang.clone()));
        }
        _ => {
            let locale = locale(ui);
            let print = |date: &Date| details::date_words(*date, locale);
            let hint = details::date_words(date(2026, 11, 23), locale);
            read_field(ui, say(ui, "field-date"), &mut release.issued, &hint, print, details::read_date);
        }
    });
}

fn headline(ui: &mut Ui, text: &mut String) -> Response {
    let hint = RichText::new(say(ui, "hint-headline")).size(size::HEADLINE).color(colours(ui).muted);
    labelled(ui, say(ui, "field-headline"), |ui| {
        let field = TextEdit::multiline(text)
            .font(theme::semibold(size::HEADLINE))
            .hint_text(hint)
            .desired_rows(1)
            .desired_width(f32::INFINITY)
            .return_key(None)
            .margin(Margin::symmetric(12, 9))
            .show(ui);
        aids::signs(ui, &field);
        field.response.response
    })
}

fn notes(ui: &mut Ui, open: &mut Open, lang: &Lang, focus: &mut Option<Place>) {
    let notes = &mut open.shown_mut().notes_to_editors.0;
    let fold = Fold {
        key: "notes",
        heading: say(ui, "section-notes"),
        summary: first_line(notes).unwrap_or_else(|| say(ui, "nothing-yet").to_owned()),
        wanted: matches!(focus, Some(Place::Notes(_))),
        open_first: false,
    };
    fold.show(
        ui,
        |_| {},
        |ui| {
            let response = labelled(ui, say(ui, "field-notes"), |ui| {
                let field = TextEdit::multiline(notes).desired_rows(3).desired_width(f32::INFINITY);
                let field = field.margin(Margin::same(10)).show(ui);
                aids::signs(ui, &field);
                field.response.response
            });
            lead_to(response, focus, &Place::Notes(lang.clone()));
        },
    );
}

/// The first line of a text that has any.
fn first_line(text: &str) -> Option<String> {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    Some(line.chars().take(120).collect())
}

/// Puts the cursor here if this is where it was to go, and leaves word where it is: the page beside the form marks it.
pub(super) fn lead_to(response: Response, focus: &mut Option<Place>, here: &Place) -> Response {
    if focus.as_ref() == Some(here) {
        response.request_focus();
        response.scroll_to_me(Some(Align::Center));
        *focus = None;
        mark::begin(&response, here);
    }
    mark::show(&response);
    // Also while another program is in front: the page goes on marking the place.
    if response.ctx.memory(|memory| memory.has_focus(response.id)) {
        response.ctx.data_mut(|data| data.insert_temp(sheets::cursor_key(), here.clone()));
    }
    response
}
