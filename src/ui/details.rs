//! What concerns the release as a whole: its house, its kind, its embargo, how far it has come.

use egui::{Rect, Response, RichText, Ui};
use jiff::civil::{Date, DateTime, Time};

use super::approval;
use super::command::Command;
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

/// Zones on offer, beside those of this machine and of the release, with their names in the window's languages.
const ZONES: [(&str, &str); 6] = [
    ("Asia/Almaty", "zone-almaty"),
    ("Europe/Brussels", "zone-brussels"),
    ("Europe/Berlin", "zone-berlin"),
    ("Europe/Paris", "zone-paris"),
    ("Europe/London", "zone-london"),
    ("America/New_York", "zone-new-york"),
];

/// The zone of this machine, and the one that somebody chose last, which goes before it.
type OwnZones<'a> = (&'a str, &'a mut Option<String>);

pub(super) fn show(
    ui: &mut Ui,
    open: &mut Open,
    zones: OwnZones<'_>,
    focus: &mut Option<Place>,
    commands: &mut Vec<Command>,
) {
    let release = &open.release;
    let embargo_words = embargo_line(open).unwrap_or_else(|| say(ui, "no-embargo").to_owned());
    let fold = Fold {
        key: "this release",
        heading: say(ui, "section-release"),
        summary: [say(ui, kind_key(release.kind)), say(ui, status_key(open.standing())), &embargo_words].join(" · "),
        wanted: matches!(focus, Some(Place::House | Place::Embargo | Place::Approval(_))),
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
                _ => status(ui, open, commands),
            });
            approval::show(ui, open, focus, commands);
            embargo(ui, open, zones, focus);
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
    let shown = house.as_deref().map_or(usual, |name| house_words(ui, name)).to_owned();
    choice(ui, say(ui, "field-house"), say(ui, "field-house"), &shown, |ui| {
        ui.selectable_value(house, None, usual);
        for name in names {
            let words = house_words(ui, name);
            ui.selectable_value(house, Some(name.clone()), words);
        }
    })
}

/// What a house is called: those that come with the program in the language of the window, others by their file.
pub(super) fn house_words<'n>(ui: &Ui, name: &'n str) -> &'n str {
    match name {
        "kazakhstan" => say(ui, "house-kazakhstan"),
        "ap" => say(ui, "house-ap"),
        "eu" => say(ui, "house-eu"),
        "german" => say(ui, "house-german"),
        "french" => say(ui, "house-french"),
        own => own,
    }
}

pub(super) fn kind_key(kind: Kind) -> &'static str {
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

/// How far the work has come. That a release is approved nobody chooses: somebody approves its text.
fn status(ui: &mut Ui, open: &mut Open, commands: &mut Vec<Command>) {
    let all = [Status::Draft, Status::InReview, Status::Approved, Status::Sent, Status::Corrected, Status::Withdrawn];
    let label = say(ui, "field-status");
    let now = open.standing();
    choice(ui, label, label, say(ui, status_key(now)), |ui| {
        for status in all {
            let mut chosen = now;
            if ui.selectable_value(&mut chosen, status, say(ui, status_key(status))).clicked() && chosen != now {
                match status {
                    Status::Approved => commands.push(Command::Approve(None)),
                    Status::Draft | Status::InReview | Status::Sent | Status::Corrected | Status::Withdrawn => {
                        open.release.status = status;
                    }
                }
            }
        }
    });
}

fn embargo(ui: &mut Ui, open: &mut Open, (here, last): OwnZones<'_>, focus: &mut Option<Place>) {
    let mut on = open.release.embargo != Embargo::None;
    let tick = ui.checkbox(&mut on, say(ui, "field-embargo"));
    if !on {
        lead_to(tick.clone(), focus, &Place::Embargo);
    }
    if tick.changed() {
        let zone = last.as_deref().unwrap_or(here);
        open.release.embargo = if on { tomorrow_morning(open.release.issued, zone) } else { Embargo::None };
    }
    let Embargo::Until { at, zone } = &mut open.release.embargo else { return };
    let top = ui.cursor().min;
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
            let mut offered: Vec<&str> = ZONES.iter().map(|(zone, _)| *zone).chain(["UTC"]).collect();
            let own = zone.clone();
            for other in [here, own.as_str()] {
                if !offered.contains(&other) {
                    offered.insert(0, other);
                }
            }
            choice(ui, label, label, &zone_words(ui, *at, zone), |ui| {
                for offered in offered {
                    let words = zone_words(ui, *at, offered);
                    if ui.selectable_value(zone, offered.to_owned(), words).clicked() {
                        *last = Some(offered.to_owned());
                    }
                }
            });
        }
    });
    if let Some(words) = embargo_line(open) {
        let colour = colours(ui).muted;
        let words = tell(ui, "embargo-reads", &[("words", words.into())]);
        ui.label(RichText::new(words).size(size::SMALL).color(colour));
    }
    if tick.changed() {
        // What has opened at the foot of the form is seen at once.
        ui.scroll_to_rect(Rect::from_min_max(top, ui.min_rect().max).expand(size::BODY), None);
    }
}

/// A zone as people call it, with its distance from UTC at that hour: `Astana, Almaty (UTC+5)`.
fn zone_words(ui: &Ui, at: DateTime, zone: &str) -> String {
    let known = ZONES.iter().find(|(known, _)| *known == zone);
    let city = zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
    let name = known.map_or(city, |(_, key)| say(ui, key).to_owned());
    match (Embargo::Until { at, zone: zone.to_owned() }).utc_offset() {
        Some(offset) if offset != name => format!("{name} ({offset})"),
        Some(_) | None => name,
    }
}

fn tomorrow_morning(issued: Date, zone: &str) -> Embargo {
    let day = issued.tomorrow().unwrap_or(issued);
    Embargo::Until { at: day.at(10, 0, 0, 0), zone: zone.to_owned() }
}

/// A date as people write it, the same everywhere in the window.
pub(super) fn date_words(date: Date, locale: Locale) -> String {
    match locale {
        Locale::English => date.strftime("%-d %b %Y").to_string(),
        Locale::Russian | Locale::Kazakh => date.strftime("%d.%m.%Y").to_string(),
    }
}

/// A date as people type it: 23 Nov 2026, 23 November 2026, 23.11.2026 or 2026-11-23.
pub(super) fn read_date(typed: &str) -> Option<Date> {
    let typed = typed.trim();
    ["%Y-%m-%d", "%d.%m.%Y", "%d %b %Y", "%d %B %Y"].into_iter().find_map(|form| Date::strptime(form, typed).ok())
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
