//! Where a finding leads.

use std::fmt;

use super::{plain, said_in};
use crate::release::{BlockId, BlockKind, Lang, PhotoId, Quote, Release, Speaker, SpeakerId};

/// The field or block where a person answers a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The hour of the embargo and its zone.
    Embargo,
    /// An edition as a whole.
    Edition(Lang),
    /// The headline of an edition.
    Headline(Lang),
    /// The subhead of an edition.
    Subhead(Lang),
    /// The place in the dateline of an edition.
    Dateline(Lang),
    /// The body of an edition as a whole.
    Body(Lang),
    /// One block of an edition.
    Block(Lang, BlockId),
    /// A speaker, whatever the language.
    Speaker(SpeakerId),
    /// A speaker's name in one language.
    SpeakerName(SpeakerId, Lang),
    /// A photo, whatever the language.
    Photo(PhotoId),
    /// The alternative text of a photo in one language.
    PhotoAlt(PhotoId, Lang),
    /// The notes to editors of an edition.
    Notes(Lang),
    /// The contacts.
    Contacts,
    /// The house of the release.
    House,
}

impl Place {
    /// The language in which something is asked.
    pub fn lang(&self) -> Option<&Lang> {
        match self {
            Place::Edition(lang)
            | Place::Headline(lang)
            | Place::Subhead(lang)
            | Place::Dateline(lang)
            | Place::Body(lang)
            | Place::Notes(lang)
            | Place::Block(lang, _)
            | Place::SpeakerName(_, lang)
            | Place::PhotoAlt(_, lang) => Some(lang),
            Place::Embargo | Place::Speaker(_) | Place::Photo(_) | Place::Contacts | Place::House => None,
        }
    }

    /// The place as a path for a line of output, such as `ru: body[3]`; counted from 0, as in a file of fields.
    pub fn describe(&self, release: &Release) -> String {
        let speaker = |id: SpeakerId| release.speakers.iter().position(|speaker| speaker.id == id);
        let photo = |id: PhotoId| release.photos.iter().position(|photo| photo.id == id);
        let (list, index) = match self {
            Place::Block(lang, id) => {
                let edition = release.edition(lang);
                ("body", edition.and_then(|edition| edition.body.iter().position(|block| block.id == *id)))
            }
            Place::Speaker(id) | Place::SpeakerName(id, _) => ("speakers", speaker(*id)),
            Place::Photo(id) | Place::PhotoAlt(id, _) => ("photos", photo(*id)),
            Place::Embargo
            | Place::Edition(_)
            | Place::Headline(_)
            | Place::Subhead(_)
            | Place::Dateline(_)
            | Place::Body(_)
            | Place::Notes(_)
            | Place::Contacts
            | Place::House => ("", None),
        };
        match (self, index) {
            (_, None) => self.to_string(),
            (Place::PhotoAlt(_, lang), Some(index)) => format!("{lang}: {list}[{index}] alternative text"),
            (_, Some(index)) => match self.lang() {
                Some(lang) => format!("{lang}: {list}[{index}]"),
                None => format!("{list}[{index}]"),
            },
        }
    }

    /// The quote that stands here, by its first words: `The quote “We waited for this …”`.
    pub(super) fn quote(&self, release: &Release) -> String {
        match self.quoted(release) {
            Some(quote) => format!("The quote “{}”", first_words(&plain(&quote.text))),
            None => "A quote".into(),
        }
    }

    /// The speaker of whom something is asked, by name.
    pub(super) fn speaker(&self, release: &Release) -> String {
        let id = match self {
            Place::Speaker(id) | Place::SpeakerName(id, _) => Some(*id),
            Place::Block(..) => self.quoted(release).and_then(|quote| quote.speaker),
            Place::Embargo
            | Place::Edition(_)
            | Place::Headline(_)
            | Place::Subhead(_)
            | Place::Dateline(_)
            | Place::Body(_)
            | Place::Notes(_)
            | Place::Photo(_)
            | Place::PhotoAlt(..)
            | Place::Contacts
            | Place::House => None,
        };
        id.and_then(|id| release.speaker(id)).map_or("A speaker".into(), |speaker| self.name(speaker))
    }

    /// The photo of which something is asked, by its file.
    pub(super) fn photo(&self, release: &Release) -> String {
        let id = match self {
            Place::Photo(id) | Place::PhotoAlt(id, _) => Some(*id),
            Place::Embargo
            | Place::Edition(_)
            | Place::Headline(_)
            | Place::Subhead(_)
            | Place::Dateline(_)
            | Place::Body(_)
            | Place::Notes(_)
            | Place::Block(..)
            | Place::Speaker(_)
            | Place::SpeakerName(..)
            | Place::Contacts
            | Place::House => None,
        };
        let photo = id.and_then(|id| release.photo(id));
        photo.map_or("A photo".into(), |photo| format!("The photo “{}”", photo.file))
    }

    fn name(&self, speaker: &Speaker) -> String {
        let own = self.lang().map(|lang| said_in(&speaker.name, lang)).unwrap_or_default();
        let any = speaker.name.iter().map(|(_, name)| name.trim()).find(|name| !name.is_empty());
        if own.is_empty() { any.unwrap_or("A speaker").into() } else { own.into() }
    }

    fn quoted<'a>(&self, release: &'a Release) -> Option<&'a Quote> {
        let Place::Block(lang, id) = self else { return None };
        match &release.edition(lang)?.block(*id)?.kind {
            BlockKind::Quote(quote) => Some(quote),
            BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::List { .. } | BlockKind::Photo(_) => None,
        }
    }
}

/// The place by its ids, where the release is not at hand.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Embargo => f.write_str("embargo"),
            Place::Edition(lang) => write!(f, "{lang}"),
            Place::Headline(lang) => write!(f, "{lang}: headline"),
            Place::Subhead(lang) => write!(f, "{lang}: subhead"),
            Place::Dateline(lang) => write!(f, "{lang}: place"),
            Place::Body(lang) => write!(f, "{lang}: body"),
            Place::Notes(lang) => write!(f, "{lang}: notes to editors"),
            Place::Block(lang, BlockId(id)) => write!(f, "{lang}: block {id}"),
            Place::Speaker(SpeakerId(id)) => write!(f, "speaker {id}"),
            Place::SpeakerName(SpeakerId(id), lang) => write!(f, "{lang}: speaker {id}"),
            Place::Photo(PhotoId(id)) => write!(f, "photo {id}"),
            Place::PhotoAlt(PhotoId(id), lang) => write!(f, "{lang}: photo {id} alternative text"),
            Place::Contacts => f.write_str("contacts"),
            Place::House => f.write_str("house"),
        }
    }
}

/// As many words as it takes to know a quote again, and letters where there are no spaces.
const WORDS: usize = 5;
const LETTERS: usize = 40;

fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(WORDS).collect();
    let words = words.join(" ");
    let opening: String = words.chars().take(LETTERS).collect();
    let whole = text.split_whitespace().count() <= WORDS && opening == words;
    if whole { opening } else { format!("{} …", opening.trim_end_matches([',', '.', ' '])) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::release::{Block, Photo};

    #[test]
    fn a_place_reads_as_a_path() {
        let ru: Lang = "ru".parse().unwrap();
        let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), ru.clone());
        let block = |id| Block { id: BlockId(id), kind: BlockKind::Paragraph("Текст".into()) };
        release.editions[0].body = vec![block(7), block(4)];
        release.photos = vec![Photo::new(PhotoId(3), "bridge.jpg".into())];
        for (place, path) in [
            (Place::Headline(ru.clone()), "ru: headline"),
            (Place::Body(ru.clone()), "ru: body"),
            (Place::Block(ru.clone(), BlockId(4)), "ru: body[1]"),
            (Place::Block(ru.clone(), BlockId(9)), "ru: block 9"),
            (Place::Photo(PhotoId(3)), "photos[0]"),
            (Place::PhotoAlt(PhotoId(3), ru.clone()), "ru: photos[0] alternative text"),
            (Place::Speaker(SpeakerId(1)), "speaker 1"),
            (Place::Contacts, "contacts"),
            (Place::Embargo, "embargo"),
            (Place::Edition(ru), "ru"),
        ] {
            assert_eq!(place.describe(&release), path);
        }
    }

    #[test]
    fn a_long_quote_is_named_by_its_first_words() {
        for (text, words) in [
            ("We waited for this.", "We waited for this."),
            ("We waited for this bridge, and here it is", "We waited for this bridge …"),
            ("", ""),
            (&"字".repeat(60), &format!("{} …", "字".repeat(40))),
        ] {
            assert_eq!(first_words(text), words);
        }
    }
}
