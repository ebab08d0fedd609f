//! What concerns the release as a whole: its house, its kind, its embargo, how far it has come.

use egui::{Response, RichText, Ui};
use jiff::civil::{Date, Time};

use super::form::lead_to;
use super::strings::{locale, say, tell};
use super::theme::{colours, size};
use super::widgets::choice;
use super::widgets::{Fold, read_field, row};
use crate::check::Place;
use crate::desk::Open;
use crate::language::Language;
use crate::release::{Embargo, Kind, Release, Status};
use crate::words::Locale;

/// Zones on offer; any other can be typed.
const ZONES: [&str; 6] =
    ["Asia/Almaty", "Europe/Brussels", "Europe/Berlin", "Europe/Paris", "Europe/London", "America/New_York"];

pub(super) fn show(ui: &mut Ui, open: &mut Open, focus: &mut Option<Place>) {
    let release = &open.release;
    let embargo_words = embargo_line(open).unwrap_or_else(|| say(ui, "no-embargo").to_owned());
    let fold = Fold {
        key: "this release",
        heading: say(ui, "section-release"),
        summary: [say(ui, kind_key(release.kind)), say(ui, status_key(release.status)), &embargo_words].join(" · "),
        wanted: matches!(focus, Some(Place::House | Place::Embargo)),
        open_first: false,
    };
    fold.show(
        ui,
        |_| {},
        |ui| {
            row(ui, [1.4, 1.0, 1.0], |ui, column| match column {
                0 => {
                    lead_to(house(ui, &mut open.release.house, &open.house_names), focus, &Place::House);
                }
                1 => kind(ui, &mut open.release),
                _ => status(ui, &mut open.release),
            });
            embargo(ui, open, focus);
        },
    );
}

/// The embargo as the house writes it; none where there is none.
fn embargo_line(open: &Open) -> Option<String> {
    let lang = open.lang();
    let style = open.houses.of(&lang).style(&lang)?;
    let line = style.embargo(Language::of(&lang), &open.release.embargo);
    (open.release.embargo != Embargo::None && !line.is_empty()).then_some(line)
}

fn house(ui: &mut Ui, house: &mut Option<String>, names: &[String]) -> Response {
    let usual = say(ui, "house-usual");
    let shown = house.clone().unwrap_or_else(|| usual.to_owned());
    choice(ui, say(ui, "field-house"), say(ui, "field-house"), &shown, |ui| {
        ui.selectable_value(house, None, usual);
        for name in names {
            ui.selectable_value(house, Some(name.clone()), name);
        }
    })
}

fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Release => "kind-release",
        Kind::Advisory => "kind-advisory",
        Kind::Statement => "kind-statement",
    }
}

fn kind(ui: &mut Ui, release: &mut Release) {
    let label = say(ui, "field-kind");
    choice(ui, label, label, say(ui, kind_key(release.kind)), |ui| {
        for kind in [Kind::Release, Kind::Advisory, Kind::Statement] {
            ui.selectable_value(&mut release.kind, kind, say(ui, kind_key(kind)));
        }
    });
}

pub(super) fn status_key(status: Status) -> &'static str {
    match status {
        Status::Draft => "status-draft",
        Status::InReview => "status-in-review",
        Status::Approved => "status-approved",
        Status::Sent => "status-sent",
        Status::Corrected => "status-corrected",
        Status::Withdrawn => "status-withdrawn",
    }
}

fn status(ui: &mut Ui, release: &mut Release) {
    let all = [Status::Draft, Status::InReview, Status::Approved, Status::Sent, Status::Corrected, Status::Withdrawn];
    let label = say(ui, "field-status");
    choice(ui, label, label, say(ui, status_key(release.status)), |ui| {
        for status in all {
            ui.selectable_value(&mut release.status, status, say(ui, status_key(status)));
        }
    });
}

fn embargo(ui: &mut Ui, open: &mut Open, focus: &mut Option<Place>) {
    let mut on = open.release.embargo != Embargo::None;
    let tick = ui.checkbox(&mut on, say(ui, "field-embargo"));
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
            let locale = locale(ui);
            let print = |date: &Date| date_words(*date, locale);
            let response = read_field(ui, say(ui, "field-embargo-date"), &mut date, "", print, read_date);
            lead_to(response, focus, &Place::Embargo);
            *at = date.to_datetime(at.time());
        }
        1 => {
            let mut time = at.time();
            let print = |time: &Time| time.strftime("%H:%M").to_string();
            read_field(ui, say(ui, "field-embargo-hour"), &mut time, "10:00", print, read_time);
            *at = at.date().to_datetime(time);
        }
        _ => {
            let label = say(ui, "field-zone");
            choice(ui, label, label, &zone.clone(), |ui| {
                for offered in ZONES {
                    ui.selectable_value(zone, offered.to_owned(), offered);
                }
            });
        }
    });
    if let Some(words) = embargo_line(open) {
        let colour = colours(ui).muted;
        let words = tell(ui, "embargo-reads", &[("words", words.into())]);
        ui.label(RichText::new(words).size(size::SMALL).color(colour));
    }
}

fn tomorrow_morning(issued: Date) -> Embargo {
    let day = issued.tomorrow().unwrap_or(issued);
    Embargo::Until { at: day.at(10, 0, 0, 0), zone: ZONES[0].to_owned() }
}

/// A date as people write it in forms.
pub(super) fn date_words(date: Date, locale: Locale) -> String {
    match locale {
        Locale::English => date.to_string(),
        Locale::Russian | Locale::Kazakh => date.strftime("%d.%m.%Y").to_string(),
    }
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
