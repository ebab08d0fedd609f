//! What an organisation always says the same way: its names, its standing texts and its style in each language.
//!
//! A house says how things are said; in which order and around which words is decided in [`crate::story`].

mod letterhead;
mod pattern;
mod presets;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::release::{ByLang, Contact, Embargo, Kind, Lang, Text};
use crate::words::Message;

pub use letterhead::{Colour, Face, Letterhead, Margins, Paper, ReleaseLinePlace, Sizes};
pub use pattern::{Pattern, PatternError};
pub use presets::{PRESETS, Preset, usual_preset};

/// An organisation and its house style.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct House {
    /// What the list of houses shows.
    pub name: ByLang,
    /// The organisation that publishes, as readers know it.
    #[serde(default)]
    pub organisation: ByLang,
    /// Its address on the web.
    #[serde(default)]
    pub web: String,
    /// Contacts that a new release starts with.
    #[serde(default)]
    pub contacts: Vec<Contact>,
    /// What its page looks like.
    #[serde(default)]
    pub letterhead: Letterhead,
    /// The style in each language.
    pub styles: BTreeMap<Lang, Style>,
}

impl House {
    /// The style for this language, else for a variant of it; `None` where neutral rules have to do.
    pub fn style(&self, lang: &Lang) -> Option<&Style> {
        self.styles
            .get(lang)
            .or_else(|| self.styles.iter().find(|(other, _)| other.primary() == lang.primary()).map(|(_, style)| style))
    }

    /// Can every pattern be read and a page be set?
    ///
    /// # Errors
    /// The first pattern that cannot, with its language and place, or the measure of the page that leaves no room.
    pub fn check(&self) -> Result<(), HouseError> {
        self.letterhead.check().map_err(|(field, why)| HouseError::Letterhead { field, why })?;
        self.styles.iter().try_for_each(|(lang, style)| style.check(lang))
    }
}

/// A house style that cannot be used as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HouseError {
    /// A pattern cannot be read.
    Pattern {
        /// The language of the style.
        lang: Lang,
        /// The field of the style.
        field: &'static str,
        /// What is wrong with its pattern.
        error: PatternError,
    },
    /// The page cannot be set.
    Letterhead {
        /// The field of the letterhead.
        field: &'static str,
        /// What it may hold.
        why: Message,
    },
}

impl HouseError {
    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            HouseError::Pattern { lang, field, error } => Message::new("error-house-pattern")
                .with("lang", lang.as_str())
                .with("field", *field)
                .with("why", error.message()),
            HouseError::Letterhead { field, why } => {
                Message::new("error-house-letterhead").with("field", *field).with("why", why.clone())
            }
        }
    }
}

impl fmt::Display for HouseError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(out)
    }
}

impl std::error::Error for HouseError {}

/// The houses of a release: the one that it names, or the usual one of each language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Houses {
    /// The house that the release names.
    pub named: Option<House>,
    /// By the primary tag of their language, where none is named.
    pub usual: BTreeMap<String, House>,
}

impl Houses {
    /// The house for an edition in this language.
    pub fn of(&self, lang: &Lang) -> &House {
        static NONE: LazyLock<House> = LazyLock::new(House::default);
        self.named.as_ref().or_else(|| self.usual.get(lang.primary())).unwrap_or(&NONE)
    }
}

/// How a house writes in one language. Each pattern names in its comment the values that it knows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Style {
    /// Above the headline. `{kind}` `{embargo}` `{date}`
    pub release_line: Pattern,
    /// What `{kind}` says.
    pub kinds: Kinds,
    /// An embargo. `{date}` `{time}` `{zone}`
    pub embargo: Pattern,
    /// A date. `{day}` `{month}` `{month_short}` `{day_number}` `{month_number}` `{year}`
    pub date: Pattern,
    /// An hour. `{hour}` (0 to 23) `{hour12}` `{minute}` (two digits) `{past}` (minutes, empty on the hour) `{half}` (a.m. or p.m.)
    pub time: Pattern,
    /// How time zones are called here, by their IANA name; others read as UTC+5.
    pub zones: BTreeMap<String, String>,
    /// Place and date before the lead. `{place}` `{date}` `{dash}`
    pub dateline: Pattern,
    /// The dateline stands on a line of its own rather than in the lead.
    pub dateline_apart: bool,
    /// The dash that patterns write as `{dash}`.
    pub dash: String,
    /// How quotes are set.
    pub quote: QuoteStyle,
    /// How a speaker's name is set where the narrative first mentions it.
    pub first_mention: FirstMention,
    /// Under a photo. `{caption}` `{credit}` `{rights}` `{dash}`
    pub caption: Pattern,
    /// What follows the body, in this order.
    pub after_body: Vec<After>,
    /// The end mark, such as `###`.
    pub end_mark: String,
    /// The heading of the boilerplate.
    pub boilerplate_heading: String,
    /// What the house says about itself at the end of each release.
    pub boilerplate: Text,
    /// The heading of the notes to editors.
    pub notes_heading: String,
    /// The heading of the contacts.
    pub contacts_heading: String,
    /// One contact. `{dash}` `{unit}` `{person}` `{phone}` `{email}` `{web}`
    pub contact: Pattern,
    /// The heading of the list of photos that go along.
    pub photos_heading: String,
    /// The line that closes the release. `{contacts}` `{unit}` `{person}` `{phone}` `{email}` `{web}` `{credits}` `{dash}`
    pub closing: Pattern,
    /// Which page this is, on pages after the first. `{page}` `{pages}`
    pub page: Pattern,
}

/// The house's words for the kinds of release.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Kinds {
    /// A press release.
    pub release: String,
    /// An advisory.
    pub advisory: String,
    /// A statement.
    pub statement: String,
}

impl Kinds {
    /// The word for one kind.
    pub fn word(&self, kind: Kind) -> &str {
        match kind {
            Kind::Release => &self.release,
            Kind::Advisory => &self.advisory,
            Kind::Statement => &self.statement,
        }
    }
}

/// How a house sets quotes.
///
/// The patterns know `{open}` and `{close}` (the outer marks), `{comma}` (a comma, nothing after `?`, `!` or `…`),
/// `{stop}` (the full stop that the words lost, nothing after `?`, `!` or `…`), `{verb}`, `{speaker}`, `{title}` (at
/// the speaker's first attribution), `{tail}` and `{dash}`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct QuoteStyle {
    /// Outer quote marks.
    pub outer: (String, String),
    /// Marks of a quote inside a quote. Where they are the same as the outer ones, a mark is not doubled.
    pub nested: (String, String),
    /// The words first. `{quote}`
    pub after: Pattern,
    /// The speaker first. `{quote}`
    pub before: Pattern,
    /// The attribution between the words. `{first}` `{rest}` `{pause}` (a full stop between sentences, else a comma)
    pub split: Pattern,
    /// Words without any attribution. `{quote}`
    pub alone: Pattern,
    /// Where the opening mark stands when the words take several paragraphs.
    pub paragraphs: QuoteParagraphs,
    /// Quotes are set apart from the narrative.
    pub apart: bool,
    /// Verbs on offer, the usual one first.
    pub verbs: Vec<String>,
}

/// Quote marks over several paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuoteParagraphs {
    /// Opened once, closed once.
    #[default]
    Once,
    /// Opened at each paragraph, closed once.
    OpenEach,
}

/// A speaker's name where the narrative first mentions it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FirstMention {
    /// Like any other words.
    #[default]
    Plain,
    /// In bold.
    Bold,
}

/// What may follow the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum After {
    /// The end mark.
    EndMark,
    /// What the house says about itself.
    Boilerplate,
    /// Notes to editors.
    Notes,
    /// Who answers.
    Contacts,
    /// Captions and credits of the photos that go along and stand nowhere in the text.
    Photos,
    /// The closing line.
    Closing,
}

const QUOTE_VALUES: &[&str] = &["open", "quote", "close", "comma", "stop", "verb", "speaker", "title", "tail", "dash"];
const SPLIT_VALUES: &[&str] =
    &["open", "first", "rest", "close", "comma", "stop", "pause", "verb", "speaker", "title", "tail", "dash"];
const CONTACT_VALUES: &[&str] = &["dash", "unit", "person", "phone", "email", "web"];
const CLOSING_VALUES: &[&str] = &["contacts", "credits", "dash", "unit", "person", "phone", "email", "web"];

/// Everything that is known of who said it, in an order that no language forbids.
const NEUTRAL_SPEAKER: &str = "[{verb} {speaker}|{verb}|{speaker}][, {title}, {tail}|, {title}| {tail}]";

impl Style {
    /// For a language that no house knows: the language's own marks, no words of our own.
    pub fn neutral(language: &Language) -> Style {
        let pair = |(open, close): (&str, &str)| (open.to_owned(), close.to_owned());
        Style {
            date: "{year}-{month_number}-{day_number}".into(),
            time: "{hour}:{minute}".into(),
            embargo: "{date} {time}[ {zone}]".into(),
            dateline: "[{place}[, {date}] {dash} ]".into(),
            dash: language.dash.into(),
            quote: QuoteStyle {
                outer: pair(language.quotes),
                nested: pair(language.nested_quotes),
                // Words in an unknown order are better than words left out: whatever was typed is shown.
                after: format!("{{open}}{{quote}}{{close}} {{dash}} {NEUTRAL_SPEAKER}").into(),
                before: format!("{NEUTRAL_SPEAKER}: {{open}}{{quote}}{{stop}}{{close}}").into(),
                split: format!(
                    "{{open}}{{first}}{{close}} {{dash}} {NEUTRAL_SPEAKER} {{dash}} {{open}}{{rest}}{{stop}}{{close}}"
                )
                .into(),
                alone: "{open}{quote}{stop}{close}".into(),
                ..QuoteStyle::default()
            },
            caption: "{caption}[ ({credit})]".into(),
            contact: "[{unit}, {person}|{unit}|{person}][, {phone}][, {email}][, {web}]".into(),
            after_body: vec![After::Notes, After::Boilerplate, After::Contacts, After::Closing, After::EndMark],
            closing: "[({credits})]".into(),
            page: "{page} / {pages}".into(),
            ..Style::default()
        }
    }

    fn check(&self, lang: &Lang) -> Result<(), HouseError> {
        let patterns: [(&'static str, &Pattern, &[&str]); 13] = [
            ("release_line", &self.release_line, &["kind", "embargo", "date", "dash"]),
            ("embargo", &self.embargo, &["date", "time", "zone"]),
            ("date", &self.date, &["day", "month", "month_short", "day_number", "month_number", "year"]),
            ("time", &self.time, &["hour", "hour12", "minute", "past", "half"]),
            ("dateline", &self.dateline, &["place", "date", "dash"]),
            ("quote: after", &self.quote.after, QUOTE_VALUES),
            ("quote: before", &self.quote.before, QUOTE_VALUES),
            ("quote: split", &self.quote.split, SPLIT_VALUES),
            ("quote: alone", &self.quote.alone, QUOTE_VALUES),
            ("caption", &self.caption, &["caption", "credit", "rights", "dash"]),
            ("contact", &self.contact, CONTACT_VALUES),
            ("closing", &self.closing, CLOSING_VALUES),
            ("page", &self.page, &["page", "pages"]),
        ];
        patterns.into_iter().try_for_each(|(field, pattern, known)| {
            pattern.check(known).map_err(|error| HouseError::Pattern { lang: lang.clone(), field, error })
        })
    }

    /// A date as the house writes it.
    pub fn date(&self, language: &Language, date: jiff::civil::Date) -> String {
        self.date.fill_plain(&|name| language.date_part(date, name))
    }

    /// An embargo as the house writes it; empty where there is none.
    pub fn embargo(&self, language: &Language, embargo: &Embargo) -> String {
        let Embargo::Until { at, zone } = embargo else { return String::new() };
        self.embargo.fill_plain(&|name| match name {
            "date" => self.date(language, at.date()),
            "time" => self.time.fill_plain(&|name| time_part(at.time(), name)),
            "zone" => self.zones.get(zone).cloned().unwrap_or_else(|| embargo.utc_offset().unwrap_or(zone.clone())),
            _ => String::new(),
        })
    }
}

fn time_part(time: jiff::civil::Time, name: &str) -> String {
    match name {
        "hour" => time.hour().to_string(),
        "hour12" => ((time.hour() + 11) % 12 + 1).to_string(),
        "minute" => format!("{:02}", time.minute()),
        "past" if time.minute() != 0 => format!("{:02}", time.minute()),
        "half" => if time.hour() < 12 { "a.m." } else { "p.m." }.into(),
        _ => String::new(),
    }
}
