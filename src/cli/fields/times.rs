//! Dates and embargoes in filled-in fields, read strictly: a date that is half understood would go out wrong.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::{FieldError, shape, short};
use crate::release::Embargo;

/// `2026-11-23`, and no other way of writing it.
pub(super) fn date(text: &str, place: &str) -> Result<Date, FieldError> {
    exact_date(text).ok_or_else(|| {
        let why = format!("“{}” is not a date", short(text));
        FieldError::new(place, why, "Write year, month and day, such as 2026-11-23.")
    })
}

fn exact_date(text: &str) -> Option<Date> {
    text.parse().ok().filter(|date: &Date| date.to_string() == text)
}

/// An hour on the clock of a zone that the time zone database knows.
pub(super) fn embargo(asked: shape::Embargo) -> Result<Embargo, FieldError> {
    let (at, zone, at_place, zone_place) = match &asked {
        shape::Embargo::Line(line) => {
            let parts = line.strip_suffix(']').and_then(|line| line.split_once('['));
            let (at, zone) = parts.ok_or_else(|| {
                let why = format!("“{}” does not name its zone in square brackets", short(line));
                FieldError::new("embargo", why, "Write it such as 2026-11-24T10:00[Asia/Almaty].")
            })?;
            (at, zone, "embargo", "embargo")
        }
        shape::Embargo::Parts(parts) => (parts.at.as_str(), parts.zone.as_str(), "embargo.at", "embargo.zone"),
    };
    let at = at.split_once(['T', ' ']).and_then(|(date, time)| Some(exact_date(date)?.to_datetime(hour(time)?)));
    let at = at.ok_or_else(|| {
        let next =
            "Write day and hour on the clock of the zone, such as 2026-11-24T10:00, without a distance from UTC.";
        FieldError::new(at_place, "this is not a day and an hour", next)
    })?;
    let known = TimeZone::get(zone).ok().filter(|known| !known.is_unknown() && at.to_zoned(known.clone()).is_ok());
    // The database's own spelling, by which houses know their zones.
    let Some(zone) = known.as_ref().and_then(TimeZone::iana_name) else {
        let why = format!("there is no time zone “{}”", short(zone));
        let next = "Write its name in the IANA database, such as Asia/Almaty, Europe/Berlin or UTC.";
        return Err(FieldError::new(zone_place, why, next));
    };
    Ok(Embargo::Until { at, zone: zone.to_owned() })
}

/// Hours and minutes, with or without seconds, and nothing else.
fn hour(text: &str) -> Option<Time> {
    let is_clock = text.len() >= 5 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    text.parse().ok().filter(|_| is_clock)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Result<Embargo, String> {
        embargo(shape::Embargo::Line(text.to_owned())).map_err(|error| error.to_string())
    }

    #[test]
    fn an_embargo_keeps_hour_and_zone_as_written() {
        for text in ["2026-11-24T10:00[Asia/Almaty]", "2026-11-24 10:00:00[asia/almaty]"] {
            let Ok(Embargo::Until { at, zone }) = line(text) else { panic!("{text}") };
            assert_eq!((at.to_string().as_str(), zone.as_str()), ("2026-11-24T10:00:00", "Asia/Almaty"));
        }
        assert!(line("2026-11-24T10:00[UTC]").is_ok());
    }

    #[test]
    fn an_embargo_that_is_half_understood_is_an_error() {
        for (text, why) in [
            ("2026-11-24T10:00", "does not name its zone"),
            ("2026-11-24T10:00[]", "there is no time zone “”"),
            ("2026-11-24T10:00[Asia/Almata]", "there is no time zone “Asia/Almata”"),
            ("2026-11-24T10:00[+05:00]", "there is no time zone “+05:00”"),
            ("2026-11-24T10:00[Etc/Unknown]", "there is no time zone “Etc/Unknown”"),
            ("2026-11-24T10:00+05:00[Asia/Almaty]", "not a day and an hour"),
            ("2026-11-24T10:00Z[Asia/Almaty]", "not a day and an hour"),
            ("2026-11-24[Asia/Almaty]", "not a day and an hour"),
            ("2026-11-24T10[Asia/Almaty]", "not a day and an hour"),
            ("2026-11-31T10:00[Asia/Almaty]", "not a day and an hour"),
            ("2026-11-24T24:00[Asia/Almaty]", "not a day and an hour"),
            ("24.11.2026 10:00[Asia/Almaty]", "not a day and an hour"),
            ("", "does not name its zone"),
        ] {
            let error = line(text).unwrap_err();
            assert!(error.contains(why), "{text}: {error}");
        }
    }

    #[test]
    fn a_date_is_year_month_and_day() {
        assert_eq!(date("2026-11-23", "date").unwrap().to_string(), "2026-11-23");
        for text in
            ["2026-11-31", "23.11.2026", "20261123", "2026-11-23T10:00", "2026-W48-1", "", "2026-1-2", " 2026-11-23"]
        {
            let error = date(text, "photos[0].taken").unwrap_err().to_string();
            assert!(error.starts_with("photos[0].taken: ") && error.contains(text), "{error}");
        }
    }
}
