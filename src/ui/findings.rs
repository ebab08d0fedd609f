//! What an editor would ask before sending, under the preview; a click leads to the field.

use std::sync::Arc;

use egui::{
    Button, CursorIcon, FontId, Galley, Id, Margin, Panel, Rect, Response, RichText, Role, ScrollArea, Sense, Stroke,
    Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::command::Command;
use super::icons::Icon;
use super::strings::{locale, say, tell};
use super::theme::{self, Colours, colours, size, space};
use super::widgets::{ground, scrolled};
use crate::check::{Finding, Fix, Place, Severity};
use crate::desk::{Desk, Open};
use crate::words::Message;

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    let locale = locale(ui);
    let is_under_form = desk.preferences.preview_hidden;
    let Some(open) = &mut desk.open else { return };
    open.put_questions(locale);
    let colours = colours(ui);
    let frame = theme::region().inner_margin(Margin::same(12));
    // Nothing to ask takes no room from the page.
    let panel = match open.findings().is_empty() {
        true => Panel::bottom("ready").resizable(false).exact_size(104.0),
        // Under the form it keeps its size: nothing moves while somebody writes.
        false if is_under_form => {
            Panel::bottom("findings").resizable(true).default_size(200.0).size_range(90.0..=420.0)
        }
        false => {
            // As large as the first few questions; for each such size it stays as large as somebody makes it.
            let room = ui.available_height();
            let question = if ui.available_width() < ROOM_FOR_COLUMNS { STACKED } else { QUESTION };
            let buttons = |finding: &Finding| usize::from(finding.fix.is_some()) + usize::from(finding.other.is_some());
            let high = |finding: &Finding| question + buttons(finding) as f32 * MEND;
            let few: f32 = open.findings().iter().take(FEW).map(high).sum();
            let wanted = (HEADING + few).min((room * 0.4).max(LEAST_PANEL));
            let panel = Panel::bottom(Id::unique(("findings", wanted as u32))).resizable(true);
            panel.default_size(wanted).size_range(LEAST_PANEL.min(wanted)..=(room * 0.6).max(LEAST_PANEL))
        }
    };
    panel.frame(frame).show(ui, |ui| {
        theme::card(colours).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.set_min_height(ui.available_height());
            match open.findings().is_empty() {
                true => ready(ui, open),
                false => asked(ui, open, commands),
            }
        });
    });
}

/// A small pleasure: nothing is left to ask.
fn ready(ui: &mut Ui, open: &Open) {
    let colours = colours(ui);
    let release = &open.release;
    ui.spacing_mut().item_spacing.y = space::TIGHT;
    ui.horizontal(|ui| {
        ui.add(Icon::Ready.image(ui).tint(colours.good));
        heading(ui, RichText::new(say(ui, "findings-ready")).color(colours.good));
    });
    let languages = Message::new("findings-languages").with("count", release.editions.len());
    let all = match release.photos.len() {
        0 => languages,
        photos => {
            let photos = Message::new("count-photos").with("count", photos);
            Message::new("findings-languages-and-photos").with("languages", languages).with("photos", photos)
        }
    };
    ui.label(RichText::new(all.in_locale(locale(ui))).size(size::SMALL).color(colours.muted));
}

fn asked(ui: &mut Ui, open: &Open, commands: &mut Vec<Command>) {
    let count = open.findings().len();
    heading(ui, RichText::new(tell(ui, "findings-before-sending", &[("count", count.into())])));
    scrolled(ui, ScrollArea::vertical().id_salt("findings").auto_shrink(false), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        // The bar has its own room.
        ui.set_max_width(ui.available_width() - ROOM_FOR_BAR);
        for (finding, question) in open.findings().iter().zip(open.questions()) {
            let is_visited = open.visited() == Some(finding);
            let response = row(ui, finding.severity, question, is_visited);
            if response.clicked() {
                commands.push(Command::GoTo(finding.place.clone()));
            }
            if is_visited && !response.has_focus() && visits(ui, finding) {
                response.scroll_to_me(None);
            }
            if let Some(other) = &finding.other {
                show_other(ui, question, finding, other, commands);
            }
            if let Some(fix) = &finding.fix {
                mend(ui, question, finding, fix, commands);
            }
        }
    });
}

/// Where the other of two places is that do not agree, as a button under the question.
fn show_other(ui: &mut Ui, question: &str, finding: &Finding, other: &Place, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(question_left(ui, finding.severity));
        let words = say(ui, "findings-show-other");
        let button = Button::new(RichText::new(words).size(size::SMALL).color(colours(ui).accent));
        let response = ui.add(button.min_size(vec2(0.0, LEAST_HEIGHT)));
        if response.accessible_name(format!("{words}: {question}")).on_hover_text(question).clicked() {
            commands.push(Command::GoTo(other.clone()));
        }
    });
    ui.add_space(space::TIGHT);
}

/// What the program can mend by itself, as a button under the question.
fn mend(ui: &mut Ui, question: &str, finding: &Finding, fix: &Fix, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(question_left(ui, finding.severity));
        let words = fix.message().in_locale(locale(ui));
        let button = Button::new(RichText::new(&words).size(size::SMALL).color(colours(ui).accent));
        let mut response = ui.add(button.min_size(vec2(0.0, LEAST_HEIGHT)));
        if fix.is_of_many() {
            // Several of these may stand in the list, each for another question.
            response = response.accessible_name(format!("{words}: {question}"));
        }
        if response.on_hover_text(question).clicked() {
            commands.push(Command::Mend(finding.place.clone(), fix.clone()));
        }
    });
    ui.add_space(space::TIGHT);
}

/// Was this one gone to only now? Then the list scrolls to it, and from then on stays where a hand puts it.
fn visits(ui: &Ui, finding: &Finding) -> bool {
    let key = Id::unique("the finding that was scrolled to");
    let now = format!("{:?} {:?}", finding.rule, finding.place);
    ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default::<String>(key), now.clone()) != now)
}

/// Reads the question aloud that somebody has gone to by keys. Nothing is seen of it: the list marks it.
pub(super) fn announce(ui: &mut Ui, desk: &mut Desk) {
    let locale = locale(ui);
    let Some(open) = &mut desk.open else { return };
    open.put_questions(locale);
    let visited = open.visited();
    let Some(question) = open
        .findings()
        .iter()
        .position(|finding| Some(finding) == visited)
        .and_then(|index| open.questions().get(index))
    else {
        return;
    };
    let question = question.clone();
    let rect = Rect::from_min_size(ui.max_rect().min, Vec2::ZERO);
    let response = ui.interact(rect, Id::unique("the question that was gone to"), Sense::empty());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &question));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Assertive));
}

/// The one line of the panel that is read out where it changes; the questions are read when somebody goes to them.
fn heading(ui: &mut Ui, words: RichText) {
    let response = ui.label(words.font(theme::semibold(size::BODY)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// A low window, too, has room for the heading and two or three questions.
const LEAST_PANEL: f32 = 190.0;
/// The heading with the room around it, a question of two lines, one in a narrow column, and a button, in points.
const HEADING: f32 = 84.0;
const QUESTION: f32 = 56.0;
const STACKED: f32 = 66.0;
const MEND: f32 = 40.0;
/// More questions than these do not make the panel larger.
const FEW: usize = 5;
/// Narrower than this, how bad it is stands above the question rather than before it.
const ROOM_FOR_COLUMNS: f32 = 440.0;
/// A row is at least as high as a finger wants.
const LEAST_HEIGHT: f32 = 28.0;
const DOT: f32 = 8.0;
const ROOM_FOR_BAR: f32 = 12.0;
const PADDING: f32 = 4.0;

/// One question: how bad it is, the words, and that a click leads there. The whole row is one button.
fn row(ui: &mut Ui, severity: Severity, question: &str, is_visited: bool) -> Response {
    let colours = colours(ui);
    let Told { word, colour, .. } = told(ui, colours, severity);
    let show = layout(ui, say(ui, "findings-show"), FontId::proportional(size::SMALL), colours.accent, f32::INFINITY);
    let width = ui.available_width();
    let stacked = width < ROOM_FOR_COLUMNS;
    let words_left = PADDING + DOT + space::NEAR;
    let left = question_left(ui, severity);
    let beside = if stacked { 0.0 } else { space::FIELD + show.size().x };
    let room = (width - left - beside - PADDING).max(80.0);
    let text = layout(ui, question, FontId::proportional(size::SMALL), colours.text, room);
    let above = if stacked { word.size().y } else { 0.0 };
    let height = (text.size().y + above + 2.0 * PADDING).max(LEAST_HEIGHT);

    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    // Asked for while the window is locked, so nothing of it may be asked in there.
    let (is_enabled, locale) = (ui.is_enabled(), locale(ui));
    response.widget_info(|| {
        let named = [("severity", word.text().into()), ("question", question.into())];
        WidgetInfo::labeled(Role::Button, is_enabled, locale.tell("findings-named", &named))
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    ground(ui, rect, &response, is_visited, colours);
    // Words of two sizes stand on one line where their first lines have one middle.
    let top = if stacked { rect.top() + PADDING } else { rect.center().y - text.size().y / 2.0 };
    let first_line =
        top + if stacked { word.size().y / 2.0 } else { text.rows.first().map_or(0.0, |row| row.height() / 2.0) };
    ui.painter().circle_filled(pos2(rect.left() + PADDING + DOT / 2.0, first_line), DOT / 2.0, colour);
    let word_top = first_line - word.size().y / 2.0;
    ui.painter().galley(pos2(rect.left() + words_left, word_top), word, colour);
    ui.painter().galley(pos2(rect.left() + left, top + above), text, colours.text);
    let end = pos2(rect.right() - PADDING - show.size().x, first_line - show.size().y / 2.0);
    if response.hovered() {
        let under = end + vec2(0.0, show.size().y);
        ui.painter().hline(under.x..=under.x + show.size().x, under.y, Stroke::new(1.0, colours.accent));
    }
    ui.painter().galley(end, show, colours.accent);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// Where the words of a question begin: behind how bad it is, or under that where there is little room.
fn question_left(ui: &Ui, severity: Severity) -> f32 {
    let word_left = PADDING + DOT + space::NEAR;
    match ui.available_width() < ROOM_FOR_COLUMNS {
        true => word_left,
        false => word_left + told(ui, colours(ui), severity).widest + space::FIELD,
    }
}

/// How bad it is, in a word and a colour.
struct Told {
    word: Arc<Galley>,
    colour: egui::Color32,
    /// The width of the widest of these words, so that all questions begin below each other.
    widest: f32,
}

fn told(ui: &Ui, colours: Colours, severity: Severity) -> Told {
    let word = |key, colour| layout(ui, say(ui, key), theme::semibold(size::SMALL), colour, f32::INFINITY);
    let required = word("findings-required", colours.error);
    let advised = word("findings-advised", colours.warning);
    let widest = required.size().x.max(advised.size().x);
    match severity {
        Severity::Error => Told { word: required, colour: colours.error, widest },
        Severity::Warning => Told { word: advised, colour: colours.warning, widest },
    }
}

fn layout(ui: &Ui, words: &str, font: FontId, colour: egui::Color32, room: f32) -> Arc<Galley> {
    ui.painter().layout(words.to_owned(), font, colour, room)
}
