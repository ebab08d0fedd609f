//! The newsroom's releases: by day, or in the order in which they were found. Only the lines in sight are laid out,
//! however many there are.

use std::ops::Range;

use egui::scroll_area::ScrollAreaOutput;
use egui::style::ScrollAnimation;
use egui::{EventFilter, Id, Key, Rect, Response, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use super::line::{self, Line};
use super::{Day, actions};
use crate::desk::{Catalogue, Desk, List, MOST_HITS};
use crate::language;
use crate::newsroom::{ReleaseKey, Shelf};
use crate::ui::command::Command;
use crate::ui::strings::{locale, say, tell};
use crate::ui::theme::{self, colours, size, space};
use crate::ui::widgets::name_bars;
use crate::words::{Locale, Message};

/// Over the first release of a day.
const HEADING: f32 = 36.0;
/// Lines that are asked for before they come into sight.
const AHEAD: usize = 12;

/// Where each line stands.
struct Places<'a> {
    line: f32,
    /// The days and the places of their first releases; empty where the list goes by something else.
    days: &'a [(Date, usize)],
    count: usize,
}

impl Places<'_> {
    fn top_of_day(&self, day: usize) -> f32 {
        self.days[day].1 as f32 * self.line + day as f32 * HEADING
    }

    fn top(&self, place: usize) -> f32 {
        let headings = self.days.partition_point(|(_, first)| *first <= place);
        place as f32 * self.line + headings as f32 * HEADING
    }

    fn height(&self) -> f32 {
        self.count as f32 * self.line + self.days.len() as f32 * HEADING
    }

    /// The lines of which something stands between these heights.
    fn between(&self, from: f32, to: f32) -> Range<usize> {
        let (mut first, mut end) = (0, self.count);
        while first < end {
            let middle = first + (end - first) / 2;
            if self.top(middle) + self.line < from { first = middle + 1 } else { end = middle }
        }
        let mut end = first;
        while end < self.count && self.top(end) - HEADING < to {
            end += 1;
        }
        first..end
    }

    /// The headings of which something stands between these heights.
    fn days_between(&self, from: f32, to: f32) -> Range<usize> {
        let (mut first, mut end) = (0, self.days.len());
        while first < end {
            let middle = first + (end - first) / 2;
            if self.top_of_day(middle) + HEADING < from { first = middle + 1 } else { end = middle }
        }
        let mut end = first;
        while end < self.days.len() && self.top_of_day(end) < to {
            end += 1;
        }
        first..end
    }
}

/// Draws the list in a room of this height.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk, height: f32, commands: &mut Vec<Command>) {
    if desk.catalogue.is_empty() {
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            if let Some(words) = nothing(desk, locale(ui)) {
                ui.label(RichText::new(words).size(size::SMALL).color(colours(ui).muted));
            }
        });
        return;
    }
    let List { days, .. } = desk.catalogue.list.clone();
    let finds = desk.catalogue.found().is_some();
    let days = if finds { &[][..] } else { &days[..] };
    let places = Places { line: line::height(ui, finds), days, count: desk.catalogue.len() };
    let area = ScrollArea::vertical().id_salt(("releases", finds)).auto_shrink(false).max_height(height);
    let output: ScrollAreaOutput<()> = area.show_viewport(ui, |ui, sight| {
        ui.set_height(places.height());
        let corner = ui.max_rect().min;
        let width = ui.available_width();
        for day in places.days_between(sight.min.y, sight.max.y) {
            let top = corner.y + places.top_of_day(day);
            heading(ui, Rect::from_min_size(pos2(corner.x, top), vec2(width, HEADING)), days[day].0, desk.today);
        }
        let mut in_sight = places.between(sight.min.y, sight.max.y);
        note_missing(&mut desk.catalogue, &in_sight);
        let lines = in_sight.clone().filter_map(|place| desk.catalogue.line(place));
        desk.company.in_sight = lines.map(|line| line.folder.clone()).collect();
        // The line with the keyboard is drawn wherever it is: what is not drawn loses the keyboard.
        let at = desk.catalogue.at.min(places.count - 1);
        let apart = (!in_sight.contains(&at)).then_some(at);
        if in_sight.end == places.count && finds {
            ask_for_more(&mut desk.catalogue);
        }
        for place in in_sight.by_ref().chain(apart) {
            let rect = Rect::from_min_size(corner + vec2(0.0, places.top(place)), vec2(width, places.line));
            one(ui, desk, place, rect, commands);
        }
        walk(ui, desk, &places, corner, width);
    });
    name_bars(ui, &output);
}

/// What an empty list says, and what to do.
fn nothing(desk: &Desk, locale: Locale) -> Option<String> {
    let Catalogue { wish, unread, trouble, .. } = &desk.catalogue;
    if !desk.catalogue.is_answered() || *unread > 0 || trouble.is_some() {
        return None;
    }
    let key = if wish.has_words() || !wish.filter.is_empty() {
        "releases-none-found"
    } else {
        match wish.shelf {
            Shelf::Releases => "releases-none",
            Shelf::Templates => "releases-no-templates",
            Shelf::Trash => "releases-no-trash",
        }
    };
    Some(Message::new(key).in_locale(locale))
}

fn note_missing(catalogue: &mut Catalogue, in_sight: &Range<usize>) {
    if catalogue.found().is_none() {
        let count = catalogue.list.keys.len();
        let ahead = in_sight.start.saturating_sub(AHEAD)..(in_sight.end + AHEAD).min(count);
        catalogue.want(in_sight.clone(), ahead);
    }
}

/// Whoever has come to the end of what was found gets more of it.
fn ask_for_more(catalogue: &mut Catalogue) {
    let shown = catalogue.len();
    if catalogue.found().is_some_and(|hits| hits.more) && catalogue.most <= shown {
        catalogue.most = (shown * 4).min(MOST_HITS);
    }
}

fn heading(ui: &mut Ui, rect: Rect, day: Date, today: Date) {
    let words = day_words(day, today, locale(ui));
    let place = rect.with_min_y(rect.min.y + space::FIELD);
    let words = RichText::new(words).font(theme::semibold(size::SMALL)).color(colours(ui).muted);
    ui.put(place, |ui: &mut Ui| ui.horizontal(|ui| ui.label(words)).response);
}

/// "Today", "Yesterday", or the date, with its year where that is another.
fn day_words(day: Date, today: Date, locale: Locale) -> String {
    match Day::of(day, today) {
        Day::Today | Day::Yesterday => locale.say(Day::of(day, today).key()).to_owned(),
        Day::Ahead | Day::ThisWeek | Day::Earlier => {
            let language = language::ALL.iter().find(|language| language.tag == locale.tag());
            let month = language.map(|language| language.date_part(day, "month")).unwrap_or_default();
            let (number, year) = (day.day().to_string(), day.year().to_string());
            let key = if day.year() == today.year() { "releases-day" } else { "releases-day-of-year" };
            locale.tell(key, &[("day", number.into()), ("month", month.into()), ("year", year.into())])
        }
    }
}

fn id(place: usize, key: Option<ReleaseKey>) -> Id {
    match key {
        Some(key) => Id::unique(("release", key)),
        None => Id::unique(("release that is not at hand", place)),
    }
}

fn key_at(catalogue: &Catalogue, place: usize) -> Option<ReleaseKey> {
    match catalogue.found() {
        Some(hits) => hits.rows.get(place).map(|row| row.key),
        None => catalogue.list.keys.get(place).copied(),
    }
}

fn one(ui: &mut Ui, desk: &mut Desk, place: usize, rect: Rect, commands: &mut Vec<Command>) {
    let id = id(place, key_at(&desk.catalogue, place));
    let response = ui.interact(rect, id, Sense::click());
    let Some(listed) = desk.catalogue.line(place).cloned() else {
        // Its words are on their way.
        let words = say(ui, "releases-coming");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
        return;
    };
    let is_open = desk.open.as_ref().is_some_and(|open| open.folder.as_ref() == Some(&listed.folder));
    let finds = desk.catalogue.found().is_some();
    // What this window does itself needs no sign.
    let company = desk.company.at(&listed.folder).filter(|_| !is_open);
    let shown = Line { listed: &listed, is_open, finds, today: desk.today, company };
    shown.paint(ui, rect, &response);
    if response.gained_focus() {
        desk.catalogue.at = place;
    }
    let shelf = listed.key.shelf();
    if response.clicked() && !is_open {
        commands.push(actions::main(shelf, &listed.folder));
    }
    response.context_menu(|ui| actions::menu(ui, desk, shelf, &listed.folder, commands));
    if response.has_focus() {
        if ui.input(|input| input.key_pressed(Key::Delete)) && shelf != Shelf::Trash {
            desk.catalogue.left = Some(listed.key);
            commands.push(Command::Trash(Some(listed.folder.clone())));
        }
        if ui.input(|input| input.key_pressed(Key::F2)) {
            commands.push(Command::AskRename(Some(listed.folder.clone())));
        }
    }
    let hover = listed.fault.clone().unwrap_or_else(|| listed.folder.display().to_string());
    response.on_hover_text(hover);
}

/// Arrows walk from line to line, whether the next one is in sight or not.
fn walk(ui: &Ui, desk: &mut Desk, places: &Places<'_>, corner: egui::Pos2, width: f32) {
    let catalogue = &mut desk.catalogue;
    let at = catalogue.at.min(places.count - 1);
    let here = id(at, key_at(catalogue, at));
    let mut goal = None;
    if ui.memory(|memory| memory.has_focus(here)) {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(here, filter));
        let page = ((ui.clip_rect().height() / places.line) as usize).max(1);
        let keys = [
            (Key::ArrowDown, at + 1),
            (Key::ArrowUp, at.saturating_sub(1)),
            (Key::PageDown, at + page),
            (Key::PageUp, at.saturating_sub(page)),
            (Key::Home, 0),
            (Key::End, places.count - 1),
        ];
        let pressed = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
        goal = keys.into_iter().find(|(key, _)| pressed(*key)).map(|(_, goal)| goal.min(places.count - 1));
        if goal == Some(at) && at == 0 {
            // Above the first line stands the search.
            catalogue.find = true;
        }
    }
    // What had the keyboard was thrown away: the line that came into its place has it now.
    if catalogue.left.is_some() && catalogue.left != key_at(catalogue, at) {
        catalogue.left = None;
        goal = Some(at);
    }
    if std::mem::take(&mut catalogue.enters) {
        goal = Some(0);
    }
    let Some(goal) = goal else { return };
    catalogue.at = goal;
    let next = id(goal, key_at(catalogue, goal));
    ui.memory_mut(|memory| memory.request_focus(next));
    let above = if places.days.iter().any(|(_, first)| *first == goal) { HEADING } else { 0.0 };
    let top = corner.y + places.top(goal) - above;
    let rect = Rect::from_min_size(pos2(corner.x, top), vec2(width, places.line + above));
    ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
    ui.ctx().request_repaint();
}

/// Puts the keyboard on the first line.
pub(super) fn enter(desk: &mut Desk) {
    desk.catalogue.enters = !desk.catalogue.is_empty();
}

/// How many there are, or how many still come.
pub(super) fn summary(ui: &mut Ui, desk: &Desk) -> Option<Response> {
    let Catalogue { unread, trouble, wish, .. } = &desk.catalogue;
    let colours = colours(ui);
    let (words, colour) = if let Some(trouble) = trouble {
        (trouble.in_locale(locale(ui)), colours.error)
    } else if *unread > 0 {
        (tell(ui, "releases-unread", &[("count", (*unread).into())]), colours.muted)
    } else if desk.catalogue.is_empty() {
        // The list itself says so, and what to do.
        return None;
    } else if let Some(hits) = desk.catalogue.found() {
        let key = if hits.more { "releases-found-first" } else { "releases-found" };
        (tell(ui, key, &[("count", hits.rows.len().into())]), colours.muted)
    } else if !wish.filter.is_empty() {
        (tell(ui, "releases-found", &[("count", desk.catalogue.len().into())]), colours.muted)
    } else {
        return None;
    };
    Some(ui.label(RichText::new(words).size(size::SMALL).color(colour)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn only_what_stands_in_sight_is_found_and_all_of_it() {
        let days = [(date(2026, 11, 24), 0), (date(2026, 11, 23), 3), (date(2026, 11, 20), 4)];
        let places = Places { line: 50.0, days: &days, count: 10 };
        assert_eq!(places.top(0), HEADING);
        assert_eq!(places.top(3), 3.0 * 50.0 + 2.0 * HEADING);
        assert_eq!(places.height(), places.top(9) + 50.0);
        for from in 0..600_u16 {
            let (from, to) = (f32::from(from), f32::from(from) + 120.0);
            let shown = places.between(from, to);
            for place in 0..10 {
                let top = places.top(place);
                let is_seen = top < to && top + 50.0 > from;
                assert!(!is_seen || shown.contains(&place), "{place} between {from} and {to}: {shown:?}");
            }
            assert!(shown.len() <= 5, "{shown:?}");
            let headings = places.days_between(from, to);
            for day in 0..3 {
                let top = places.top_of_day(day);
                assert!(!(top < to && top + HEADING > from) || headings.contains(&day), "{day}: {headings:?}");
            }
        }
    }

    #[test]
    fn days_are_said_in_the_language_of_the_window() {
        let today = date(2026, 11, 23);
        for (day, english, russian, kazakh) in [
            (today, "Today", "Сегодня", "Бүгін"),
            (date(2026, 11, 22), "Yesterday", "Вчера", "Кеше"),
            (date(2026, 11, 9), "9 November", "9 ноября", "9 қараша"),
            (date(2026, 12, 1), "1 December", "1 декабря", "1 желтоқсан"),
            (date(2025, 5, 9), "9 May 2025", "9 мая 2025", "2025 ж. 9 мамыр"),
        ] {
            let said = [Locale::English, Locale::Russian, Locale::Kazakh].map(|locale| day_words(day, today, locale));
            assert_eq!(said, [english, russian, kazakh]);
        }
    }
}
