//! What concerns the release as a whole: its house, its kind, its embargo, how far it has come.

use egui::{Response, RichText, Ui};
use jiff::civil::{Date, Time};

use super::blocks::choice;
use super::form::lead_to;
use super::theme::{colours, size};
use super::widgets::{read_field, row, section};
use crate::check::Place;
use crate::desk::Open;
use crate::language::Language;
use crate::release::{Embargo, Kind, Release, Status};

/// Zones on offer; any other can be typed.
const ZONES: [&str; 6] =
    ["Asia/Almaty", "Europe/Brussels", "Europe/Berlin", "Europe/Paris", "Europe/London", "America/New_York"];

pub(super) fn show(ui: &mut Ui, open: &mut Open, focus: &mut Option<Place>) {
    section(ui, "This release", |_| {});
    let houses = open.house_names.clone();
    row(ui, [1.4, 1.0, 1.0], |ui, column| match column {
        0 => {
            lead_to(house(ui, &mut open.release.house, &houses), focus, &Place::House);
        }
        1 => kind(ui, &mut open.release),
        _ => status(ui, &mut open.release),
    });
    embargo(ui, open, focus);
}

fn house(ui: &mut Ui, house: &mut Option<String>, names: &[String]) -> Response {
    const USUAL: &str = "The usual one of each language";
    let shown = house.clone().unwrap_or_else(|| USUAL.to_owned());
    choice(ui, "House style", "House style", &shown, |ui| {
        ui.selectable_value(house, None, USUAL);
        for name in names {
            ui.selectable_value(house, Some(name.clone()), name);
        }
    })
}

fn kind(ui: &mut Ui, release: &mut Release) {
    let words = |kind| match kind {
        Kind::Release => "Press release",
        Kind::Advisory => "Media advisory",
        Kind::Statement => "Statement",
    };
    choice(ui, "Kind", "Kind", words(release.kind), |ui| {
        for kind in [Kind::Release, Kind::Advisory, Kind::Statement] {
            ui.selectable_value(&mut release.kind, kind, words(kind));
        }
    });
}

fn status(ui: &mut Ui, release: &mut Release) {
    let words = |status| match status {
        Status::Draft => "Draft",
        Status::InReview => "In review",
        Status::Approved => "Approved",
        Status::Sent => "Sent",
        Status::Corrected => "Corrected",
        Status::Withdrawn => "Withdrawn",
    };
    let all = [Status::Draft, Status::InReview, Status::Approved, Status::Sent, Status::Corrected, Status::Withdrawn];
    choice(ui, "Status", "Status", words(release.status), |ui| {
        for status in all {
            ui.selectable_value(&mut release.status, status, words(status));
        }
    });
}

fn embargo(ui: &mut Ui, open: &mut Open, focus: &mut Option<Place>) {
    let mut on = open.release.embargo != Embargo::None;
    let tick = ui.checkbox(&mut on, "Embargo: nobody may publish before a certain hour");
    if !on {
        lead_to(tick.clone(), focus, &Place::Embargo);
    }
    if tick.changed() {
        open.release.embargo = if on { tomorrow_morning(open.release.issued) } else { Embargo::None };
    }
    let Embargo::Until { at, zone } = &mut open.release.embargo else { return };
    row(ui, [1.0, 1.0, 1.6], |ui, column| match column {
        0 => {
            let mut date = at.date();
            let response = read_field(ui, "Embargo date", &mut date, "2026-11-24", ToString::to_string, read_date);
            lead_to(response, focus, &Place::Embargo);
            *at = date.to_datetime(at.time());
        }
        1 => {
            let mut time = at.time();
            let print = |time: &Time| time.strftime("%H:%M").to_string();
            read_field(ui, "Embargo hour", &mut time, "10:00", print, read_time);
            *at = at.date().to_datetime(time);
        }
        _ => {
            choice(ui, "Time zone", "Time zone", &zone.clone(), |ui| {
                for offered in ZONES {
                    ui.selectable_value(zone, offered.to_owned(), offered);
                }
            });
        }
    });
    let lang = open.lang();
    let house = open.houses.of(&lang);
    let words = house.style(&lang).map(|style| style.embargo(Language::of(&lang), &open.release.embargo));
    if let Some(words) = words {
        let colour = colours(ui).muted;
        ui.label(RichText::new(format!("It will read: {words}")).size(size::SMALL).color(colour));
    }
}

fn tomorrow_morning(issued: Date) -> Embargo {
    let day = issued.tomorrow().unwrap_or(issued);
    Embargo::Until { at: day.at(10, 0, 0, 0), zone: ZONES[0].to_owned() }
}

/// A date as people type it: 2026-11-23 or 23.11.2026.
pub(super) fn read_date(typed: &str) -> Option<Date> {
    let typed = typed.trim();
    ["%Y-%m-%d", "%d.%m.%Y"].into_iter().find_map(|form| Date::strptime(form, typed).ok())
}

/// The same, or nothing.
#[expect(clippy::option_option, reason = "nothing typed is an answer, what cannot be read is none")]
pub(super) fn read_optional_date(typed: &str) -> Option<Option<Date>> {
    if typed.trim().is_empty() { Some(None) } else { read_date(typed).map(Some) }
}

/// An hour as people type it: 10:00, 9.30 or 18.
fn read_time(typed: &str) -> Option<Time> {
    let typed = typed.trim().replace('.', ":");
    ["%H:%M", "%H"].into_iter().find_map(|form| Time::strptime(form, &typed).ok())
}
