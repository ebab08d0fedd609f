//! What machines want to know of a story besides its words.

use jiff::civil::Date;

use super::words::one_line;
use crate::house::House;
use crate::release::{BlockKind, Edition, Embargo, Kind, Lang, Release, letters};

/// What machines want to know of a story: search engines, feeds, file properties.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// The release's name for life.
    pub id: uuid::Uuid,
    /// The language of all words.
    pub lang: Lang,
    /// Release, advisory or statement.
    pub kind: Kind,
    /// The headline without line breaks.
    pub headline: String,
    /// The subhead, else the first words of the lead.
    pub description: String,
    /// The date that the dateline shows.
    pub issued: Date,
    /// From when others may publish.
    pub embargo: Embargo,
    /// Where the news happened.
    pub place: String,
    /// Who publishes.
    pub organisation: String,
    /// Its address on the web.
    pub web: String,
}

impl Facts {
    pub(super) fn of(release: &Release, edition: &Edition, house: &House) -> Facts {
        let lead = || {
            let text = edition.body.iter().find_map(|block| match &block.kind {
                BlockKind::Paragraph(text) if !text.is_blank() => Some(letters(&text.words())),
                BlockKind::Paragraph(_)
                | BlockKind::Quote(_)
                | BlockKind::Heading(_)
                | BlockKind::List { .. }
                | BlockKind::Photo(_) => None,
            });
            first_words(&one_line(text.unwrap_or_default().trim()))
        };
        Facts {
            id: release.id,
            lang: edition.lang.clone(),
            kind: release.kind,
            headline: one_line(edition.headline.trim()),
            description: match edition.subhead.trim() {
                "" => lead(),
                subhead => one_line(subhead),
            },
            issued: release.issued,
            embargo: release.embargo.clone(),
            place: one_line(edition.place.trim()),
            organisation: house.organisation.best(&edition.lang).to_owned(),
            web: house.web.clone(),
        }
    }
}

/// As many characters as search engines show of a description.
const DESCRIPTION_LETTERS: usize = 160;

fn first_words(text: &str) -> String {
    let Some((limit, _)) = text.char_indices().nth(DESCRIPTION_LETTERS) else { return text.to_owned() };
    let end = text[..limit].rfind(char::is_whitespace).unwrap_or(limit);
    format!("{}…", text[..end].trim_end_matches(|letter: char| !letter.is_alphanumeric()))
}
