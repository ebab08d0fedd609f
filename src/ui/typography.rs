//! What would be put right in the texts, for a person to look over before it is done: each place with a few words around
//! it, before and after, spaces made visible.

use egui::text::LayoutJob;
use egui::{Align, Checkbox, FontId, Label, Layout, RichText, ScrollArea, TextFormat, Ui, vec2};

use super::command::Command;
use super::icons::Icon;
use super::questions::main_button;
use super::settings::{heading, over};
use super::strings::{locale, say, tell};
use super::theme::{self, colours, size, space};
use super::widgets::{ask, icon_button, scrolled};
use crate::check::typography_words;
use crate::desk::{Aside, Desk, Proposed};
use crate::language::Language;
use crate::language::typography::{Correction, Point};
use crate::release::Lang;

/// One place, one line.
const ROW: f32 = 28.0;
/// So many letters on each side of a place.
const AROUND: usize = 18;

/// What a line of the list shows.
enum Line {
    /// All of one language.
    Language(std::ops::Range<usize>),
    /// All of one point in one language.
    Point(std::ops::Range<usize>),
    /// One place.
    Place(usize),
}

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    if desk.aside != Some(Aside::Typography) || desk.open.is_none() {
        return;
    }
    let languages = desk.open.as_ref().map_or(0, |open| open.release.editions.len());
    let room = ui.ctx().content_rect().size() - vec2(88.0, 88.0);
    let modal = over(ui, "typography", say(ui, "typography-title")).show(ui.ctx(), |ui| {
        ui.set_width(room.x.min(860.0));
        ui.set_height(room.y.min(640.0));
        ui.horizontal(|ui| {
            heading(ui, say(ui, "typography-title"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon_button(ui, Icon::Close, say(ui, "aside-close")).clicked() {
                    commands.push(Command::Cancel);
                }
            });
        });
        if desk.proposed.is_empty() {
            ui.label(say(ui, "typography-nothing"));
            let close = ui.button(say(ui, "aside-close"));
            if close.clicked() {
                commands.push(Command::Cancel);
            }
            return;
        }
        ui.add(Label::new(RichText::new(say(ui, "typography-hint")).color(colours(ui).muted)).wrap());
        ui.add_space(space::TIGHT);
        let lines = lines(&desk.proposed, languages);
        let list = (ui.available_height() - theme::CONTROL_HEIGHT - 2.0 * space::NEAR).max(ROW * 3.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt("proposed").max_height(list).min_scrolled_height(list);
        scrolled(ui, area.auto_shrink(false), |ui| rows(ui, &lines, &mut desk.proposed));
        ui.add_space(space::NEAR);
        ui.horizontal(|ui| {
            let count = desk.proposed.iter().filter(|proposed| proposed.wanted).count();
            let words = tell(ui, "typography-go", &[("count", count.into())]);
            let go = ui.add_enabled_ui(count > 0, |ui| main_button(ui, &words)).inner;
            if ui.memory(|memory| memory.focused().is_none()) {
                go.request_focus();
            }
            if go.clicked() {
                commands.push(Command::CorrectTypography);
            }
            ask(ui, Command::Cancel, commands);
        });
    });
    if modal.should_close() {
        commands.push(Command::Cancel);
    }
}

fn lines(proposed: &[Proposed], languages: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let end = |start: usize, alike: &dyn Fn(&Proposed) -> bool| {
        start + proposed[start..].iter().take_while(|one| alike(one)).count()
    };
    let mut before: Option<(&Lang, Point)> = None;
    for (index, one) in proposed.iter().enumerate() {
        let Some(lang) = one.lang() else { continue };
        if languages > 1 && before.is_none_or(|(last, _)| last != lang) {
            lines.push(Line::Language(index..end(index, &|other| other.lang() == Some(lang))));
        }
        let point = one.correction.point;
        if before != Some((lang, point)) {
            let alike = |other: &Proposed| other.lang() == Some(lang) && other.correction.point == point;
            lines.push(Line::Point(index..end(index, &alike)));
        }
        lines.push(Line::Place(index));
        before = Some((lang, point));
    }
    lines
}

/// Only the lines in sight are drawn: a long release has hundreds.
fn rows(ui: &mut Ui, lines: &[Line], proposed: &mut [Proposed]) {
    // No tick is higher than its row, or the last ones would be pushed together.
    ui.spacing_mut().interact_size.y = ROW;
    ui.set_height(ROW * lines.len() as f32);
    let top = ui.max_rect().top();
    let sight = ui.clip_rect();
    let first = (((sight.top() - top) / ROW).floor().max(0.0) as usize).min(lines.len());
    let last = (((sight.bottom() - top) / ROW).ceil().max(0.0) as usize).min(lines.len());
    ui.add_space(first as f32 * ROW);
    for line in &lines[first..last] {
        ui.allocate_ui_with_layout(vec2(ui.available_width(), ROW), Layout::left_to_right(Align::Center), |ui| {
            ui.set_height(ROW);
            match line {
                Line::Language(range) => language(ui, &mut proposed[range.clone()]),
                Line::Point(range) => point(ui, &mut proposed[range.clone()]),
                Line::Place(index) => place(ui, &mut proposed[*index]),
            }
        });
    }
}

fn language(ui: &mut Ui, all: &mut [Proposed]) {
    let Some(lang) = all.first().and_then(Proposed::lang) else { return };
    let name = tell(ui, "typography-of-language", &[("language", Language::own_name_of(lang).into())]);
    let words = RichText::new(&name).font(theme::semibold(size::BODY));
    tick_all(ui, words.into(), &name, all);
}

fn point(ui: &mut Ui, all: &mut [Proposed]) {
    let Some((point, lang)) = all.first().map(|first| (first.correction.point, first.lang().cloned())) else { return };
    let what = typography_words(point).in_locale(locale(ui));
    let words = tell(ui, "typography-of-point", &[("what", what.into()), ("count", all.len().into())]);
    let name = match lang {
        Some(lang) => format!("{}: {words}", Language::own_name_of(&lang)),
        None => words.clone(),
    };
    ui.add_space(space::FIELD);
    tick_all(ui, RichText::new(words).font(theme::semibold(size::SMALL)).into(), &name, all);
}

/// A tick for all of them; a line in it where only some are chosen.
fn tick_all(ui: &mut Ui, words: egui::WidgetText, name: &str, all: &mut [Proposed]) {
    let wanted = all.iter().filter(|one| one.wanted).count();
    let mut ticked = wanted == all.len();
    let some = wanted > 0 && !ticked;
    let response = ui.add(Checkbox::new(&mut ticked, words).indeterminate(some)).accessible_name(name);
    if response.changed() {
        all.iter_mut().for_each(|one| one.wanted = ticked);
    }
}

fn place(ui: &mut Ui, one: &mut Proposed) {
    ui.add_space(2.0 * space::FIELD);
    let Shown { before, old, new, after } = shown(&one.text, &one.correction);
    let colours = colours(ui);
    let plain = TextFormat::simple(FontId::proportional(size::SMALL), colours.text);
    let quiet = TextFormat { color: colours.muted, ..plain.clone() };
    let gone = TextFormat { color: colours.error, font_id: theme::semibold(size::SMALL), ..plain.clone() };
    let came = TextFormat { color: colours.good, font_id: theme::semibold(size::SMALL), ..plain.clone() };
    let mut job = LayoutJob::default();
    for (words, format) in [
        (&before, &quiet),
        (&old, &gone),
        (&after, &quiet),
        (&"  →  ".to_owned(), &plain),
        (&before, &plain),
        (&new, &came),
        (&after, &plain),
    ] {
        job.append(words, 0.0, format.clone());
    }
    let (then, now) = (format!("{before}{old}{after}"), format!("{before}{new}{after}"));
    let name = tell(ui, "typography-place", &[("then", then.into()), ("now", now.into())]);
    ui.add(Checkbox::new(&mut one.wanted, job)).accessible_name(name);
}

/// A place before and after, its spaces made visible.
struct Shown {
    before: String,
    old: String,
    new: String,
    after: String,
}

fn shown(text: &str, correction: &Correction) -> Shown {
    let line = |letter: char| matches!(letter, '\n' | '\r');
    let before = text[..correction.range.start].rsplit(line).next().unwrap_or_default();
    let after = text[correction.range.end..].split(line).next().unwrap_or_default();
    let start: String = before.chars().rev().take(AROUND).collect::<Vec<_>>().into_iter().rev().collect();
    let end: String = after.chars().take(AROUND).collect();
    // Words are not cut, where there is a whole one.
    let start = match start.split_once(is_any_space) {
        Some((_, whole)) if start.len() < before.len() => whole,
        Some(_) | None => start.as_str(),
    };
    let end = match end.rsplit_once(is_any_space) {
        Some((whole, _)) if end.len() < after.len() => whole,
        Some(_) | None => end.as_str(),
    };
    Shown {
        before: start.replace(is_any_space, " "),
        old: seen(&text[correction.range.clone()]),
        new: seen(&correction.put),
        after: end.replace(is_any_space, " "),
    }
}

fn is_any_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}')
}

/// Spaces as signs.
fn seen(words: &str) -> String {
    words.replace(' ', "·").replace(['\u{a0}', '\u{202f}'], "°")
}
