//! The list of releases at the left: those of the newsroom or, without one, what was open lately; and how to begin another.

mod actions;
mod line;
mod newsroom;
mod releases;

use egui::{
    Align2, Button, Context, FontId, Id, Modal, Panel, Response, RichText, Role, ScrollArea, Sense, Stroke, Ui,
    WidgetInfo, vec2,
};
use jiff::civil::{Date, Weekday};
use std::sync::Arc;

use super::command::Command;
use super::details::date_words;
use super::icons::Icon;
use super::strings::{locale, say, tell};
use super::theme::{self, colours, size, space};
use super::widgets::{SIGN, SideColumn, ask_by_icon, asked, ground, icon_button, laid_out, scrolled};
use crate::desk::Desk;
use crate::newsroom::Recent;
use crate::words::Locale;

/// Narrower than this, the list lies over the form when it is wanted.
const ROOM_FOR_LIBRARY: f32 = 1100.0;
/// What form and preview need beside it.
const ROOM_FOR_THE_REST: f32 = 810.0;
const NARROWEST: f32 = 200.0;
const WIDEST: f32 = 420.0;
const USUAL: f32 = 240.0;
const OVER: f32 = 300.0;

/// Is the window wide enough for the list beside the form?
pub fn has_room(ctx: &Context) -> bool {
    ctx.content_rect().width() >= ROOM_FOR_LIBRARY
}

/// The list beside the form, or over it in a narrow window. On an empty desk without a newsroom the welcome shows the same.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    if desk.open.is_none() && desk.newsroom().is_none() {
        return;
    }
    if !has_room(ui.ctx()) {
        over(ui, desk, commands);
    } else if !desk.preferences.library_hidden {
        beside(ui, desk, commands);
    }
}

/// The button that brings the list back, for the left of the bar.
pub(super) fn button(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    let has_list = desk.open.is_some() || desk.newsroom().is_some();
    if has_list && (!has_room(ui.ctx()) || desk.preferences.library_hidden) {
        let command = Command::ToggleLibrary;
        let response = icon_button(ui, Icon::Library, command.label(locale(ui)));
        asked(ui, response, command, commands);
    }
}

fn beside(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    let widest = (ui.ctx().content_rect().width() - ROOM_FOR_THE_REST).clamp(NARROWEST, WIDEST);
    let frame = theme::bar(colours(ui));
    let column = SideColumn { key: "library", fitting: USUAL, range: NARROWEST..=widest, frame };
    let mut liked = desk.preferences.library_width;
    column.show(ui, Panel::left, &mut liked, |ui| content(ui, desk, commands));
    desk.preferences.library_width = liked;
}

fn over(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    if !desk.library_over {
        return;
    }
    let id = Id::unique("library over the form");
    let frame = theme::bar(colours(ui)).shadow(ui.visuals().popup_shadow);
    let height = ui.ctx().content_rect().height() - frame.total_margin().sum().y;
    let before = commands.len();
    let modal = Modal::new(id).area(Modal::default_area(id).anchor(Align2::LEFT_TOP, vec2(0.0, 0.0))).frame(frame);
    let modal = modal.show(ui.ctx(), |ui| {
        ui.set_width(OVER);
        ui.set_min_height(height);
        ui.set_max_height(height);
        content(ui, desk, commands);
    });
    let went_on = commands[before..].iter().any(|command| !stays(command));
    if modal.should_close() || went_on {
        desk.library_over = false;
    }
}

/// What is done in the list itself leaves it in sight.
fn stays(command: &Command) -> bool {
    matches!(
        command,
        Command::ForgetRecent(_)
            | Command::ShowShelf(_)
            | Command::FindRelease
            | Command::Trash(_)
            | Command::Restore(_)
            | Command::KeepTemplate(_)
    )
}

fn content(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    if desk.newsroom().is_some() {
        newsroom::show(ui, desk, commands);
    } else {
        recent_ones(ui, desk, commands);
    }
}

/// What was open lately, by day, and how to choose a newsroom.
fn recent_ones(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    ui.add_space(space::TIGHT);
    wide(ui, say(ui, "library-new"), true, Command::AskNew, commands);
    wide(ui, Command::AskOpen.label(locale(ui)), false, Command::AskOpen, commands);
    wide(ui, Command::AskNewsroom.label(locale(ui)), false, Command::AskNewsroom, commands);
    ui.add_space(space::NEAR);
    let recent = &desk.preferences.recent;
    if recent.is_empty() {
        ui.label(RichText::new(say(ui, "library-empty")).size(size::SMALL).color(colours(ui).muted));
        return;
    }
    scrolled(ui, ScrollArea::vertical().id_salt("library").auto_shrink(false), |ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        for day in Day::ALL {
            let mut of_day = recent.iter().filter(|recent| Day::of(recent.issued, desk.today) == day).peekable();
            if of_day.peek().is_none() {
                continue;
            }
            ui.add_space(space::NEAR);
            let heading = RichText::new(say(ui, day.key())).font(theme::semibold(size::SMALL));
            ui.label(heading.color(colours(ui).muted));
            for recent in of_day {
                entry(ui, desk, recent, day, commands);
            }
        }
    });
}

fn wide(ui: &mut Ui, words: &str, mainly: bool, command: Command, commands: &mut Vec<Command>) {
    let colours = colours(ui);
    let button = if mainly {
        let words = RichText::new(words).color(colours.on_accent).font(theme::semibold(size::BODY));
        Button::new(words).fill(colours.accent).stroke(Stroke::NONE)
    } else {
        Button::new(words)
    };
    let response = ui.vertical_centered_justified(|ui| ui.add(button)).inner;
    asked(ui, response, command, commands);
}

/// One release; where it is gone, with a sign that takes it off the list.
pub(super) fn entry(ui: &mut Ui, desk: &Desk, recent: &Recent, day: Day, commands: &mut Vec<Command>) {
    let is_open = desk.open.as_ref().is_some_and(|open| open.folder.as_ref() == Some(&recent.folder));
    let is_gone = desk.gone.contains(&recent.folder);
    ui.push_id(&recent.folder, |ui| {
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - if is_gone { SIGN.x + space::NEAR } else { 0.0 };
            let row = row(ui, width, recent, (day, is_open, is_gone));
            let response = row.on_hover_text(recent.folder.display().to_string());
            if response.clicked() && !is_open {
                commands.push(Command::Open(recent.folder.clone()));
            }
            response.context_menu(|ui| {
                let show = Command::ShowInFolder(recent.folder.join(crate::newsroom::RELEASE_FILE));
                for command in [show, Command::ForgetRecent(recent.folder.clone())] {
                    if ui.add(Button::new(command.label(locale(ui))).frame_when_inactive(false)).clicked() {
                        commands.push(command);
                        ui.close();
                    }
                }
            });
            if is_gone {
                let name = tell(ui, "library-forget", &[("headline", headline(recent, locale(ui)).into())]);
                ask_by_icon(ui, Icon::Close, &name, Command::ForgetRecent(recent.folder.clone()), commands);
            }
        });
    });
}

/// A headline of two lines at most, and a small line with what else tells releases apart.
fn row(ui: &mut Ui, width: f32, recent: &Recent, (day, is_open, is_gone): (Day, bool, bool)) -> Response {
    const INSET: f32 = 10.0;
    let colours = colours(ui);
    let headline = headline(recent, locale(ui));
    let small = small_line(recent, day, is_gone, locale(ui));
    let colour = if is_gone { colours.muted } else { colours.text };
    let room = width - 2.0 * INSET;
    let top = laid_out(ui, &headline, theme::semibold(size::BODY - 1.0), colour, (room, 2));
    let colour = if is_gone { colours.warning } else { colours.muted };
    let lines = if is_gone { 4 } else { 2 };
    // A line ends between two facts, and not within one.
    let facts = if is_gone { small.clone() } else { small.replace(' ', "\u{a0}").replace("\u{a0}·\u{a0}", " · ") };
    let bottom = laid_out(ui, &facts, FontId::proportional(size::SMALL), colour, (room, lines));
    let height = top.size().y + space::TIGHT + bottom.size().y + 2.0 * space::NEAR;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let name = format!("{headline}. {small}");
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_open, &name));
    if ui.is_rect_visible(rect) {
        ground(ui, rect, &response, is_open, colours);
        let corner = rect.min + vec2(INSET, space::NEAR);
        ui.painter().galley(corner, Arc::clone(&top), colours.text);
        ui.painter().galley(corner + vec2(0.0, top.size().y + space::TIGHT), bottom, colours.muted);
    }
    response
}

fn headline(recent: &Recent, locale: Locale) -> String {
    match recent.headline.trim() {
        "" => locale.say("library-untitled").to_owned(),
        headline => headline.to_owned(),
    }
}

fn small_line(recent: &Recent, day: Day, is_gone: bool, locale: Locale) -> String {
    if is_gone {
        return locale.say("library-gone").to_owned();
    }
    let mut parts = Vec::new();
    if !matches!(day, Day::Today | Day::Yesterday) {
        parts.push(date_words(recent.issued, locale));
    }
    parts.push(recent.langs.join(" "));
    if recent.photos > 0 {
        parts.push(locale.tell("count-photos", &[("count", recent.photos.into())]));
    }
    parts.join(" · ")
}

/// Under which heading a release stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    Ahead,
    Today,
    Yesterday,
    ThisWeek,
    Earlier,
}

impl Day {
    const ALL: [Day; 5] = [Day::Ahead, Day::Today, Day::Yesterday, Day::ThisWeek, Day::Earlier];

    pub(super) fn of(issued: Date, today: Date) -> Day {
        let yesterday = today.yesterday().unwrap_or(today);
        let days = i64::from(today.weekday().since(Weekday::Monday));
        let monday = today.checked_sub(jiff::Span::new().days(days)).unwrap_or(today);
        if issued > today {
            Day::Ahead
        } else if issued == today {
            Day::Today
        } else if issued == yesterday {
            Day::Yesterday
        } else if issued >= monday {
            Day::ThisWeek
        } else {
            Day::Earlier
        }
    }

    pub(super) fn key(self) -> &'static str {
        match self {
            Day::Ahead => "library-ahead",
            Day::Today => "library-today",
            Day::Yesterday => "library-yesterday",
            Day::ThisWeek => "library-this-week",
            Day::Earlier => "library-earlier",
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_called_as_people_call_them() {
        let thursday = date(2026, 11, 26);
        for (day, called) in [
            (27, Day::Ahead),
            (26, Day::Today),
            (25, Day::Yesterday),
            (24, Day::ThisWeek),
            (23, Day::ThisWeek),
            (22, Day::Earlier),
        ] {
            assert_eq!(Day::of(date(2026, 11, day), thursday), called, "{day}");
        }
        // On a Monday, Sunday is yesterday and nothing else is of this week.
        let monday = date(2026, 11, 23);
        assert_eq!(Day::of(date(2026, 11, 22), monday), Day::Yesterday);
        assert_eq!(Day::of(date(2026, 11, 21), monday), Day::Earlier);
    }
}
