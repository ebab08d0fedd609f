//! Where a finding leads.

use std::fmt;

use crate::release::{BlockId, BlockKind, Lang, PhotoId, Quote, Release, SpeakerId};

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
    /// A speaker's title in one language.
    SpeakerTitle(SpeakerId, Lang),
    /// A photo, whatever the language.
    Photo(PhotoId),
    /// The caption of a photo in one language.
    PhotoCaption(PhotoId, Lang),
    /// The alternative text of a photo in one language.
    PhotoAlt(PhotoId, Lang),
    /// Where a photo stands in the release.
    PhotoStanding(PhotoId),
    /// The notes to editors of an edition.
    Notes(Lang),
    /// The contacts.
    Contacts,
    /// The unit of the contact of this number, counted from 0, in one language.
    ContactUnit(usize, Lang),
    /// The house of the release.
    House,
    /// Whether an edition is cleared for sending.
    Approval(Lang),
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
            | Place::SpeakerTitle(_, lang)
            | Place::PhotoCaption(_, lang)
            | Place::ContactUnit(_, lang)
            | Place::Approval(lang)
            | Place::PhotoAlt(_, lang) => Some(lang),
            Place::Embargo
            | Place::Speaker(_)
            | Place::Photo(_)
            | Place::PhotoStanding(_)
            | Place::Contacts
            | Place::House => None,
        }
    }

    /// The block that stands here.
    pub fn block_id(&self) -> Option<BlockId> {
        match self.thing() {
            Some(Thing::Block(id)) => Some(id),
            Some(Thing::Speaker(_) | Thing::Photo(_)) | None => None,
        }
    }

    /// The speaker of whom something is asked here.
    pub fn speaker_id(&self) -> Option<SpeakerId> {
        match self.thing() {
            Some(Thing::Speaker(id)) => Some(id),
            Some(Thing::Block(_) | Thing::Photo(_)) | None => None,
        }
    }

    /// The photo of which something is asked here.
    pub fn photo_id(&self) -> Option<PhotoId> {
        match self.thing() {
            Some(Thing::Photo(id)) => Some(id),
            Some(Thing::Block(_) | Thing::Speaker(_)) | None => None,
        }
    }

    fn thing(&self) -> Option<Thing> {
        match self {
            Place::Block(_, id) => Some(Thing::Block(*id)),
            Place::Speaker(id) | Place::SpeakerName(id, _) | Place::SpeakerTitle(id, _) => Some(Thing::Speaker(*id)),
            Place::Photo(id) | Place::PhotoStanding(id) | Place::PhotoCaption(id, _) | Place::PhotoAlt(id, _) => {
                Some(Thing::Photo(*id))
            }
            Place::Embargo
            | Place::Edition(_)
            | Place::Headline(_)
            | Place::Subhead(_)
            | Place::Dateline(_)
            | Place::Body(_)
            | Place::Notes(_)
            | Place::Contacts
            | Place::ContactUnit(..)
            | Place::Approval(_)
            | Place::House => None,
        }
    }

    /// The place as a path for a line of output, such as `ru: body[3]`; counted from 0, as in a file of fields.
    pub fn describe(&self, release: &Release) -> String {
        let (list, index) = match self.thing() {
            Some(Thing::Block(id)) => {
                let edition = self.lang().and_then(|lang| release.edition(lang));
                ("body", edition.and_then(|edition| edition.body.iter().position(|block| block.id == id)))
            }
            Some(Thing::Speaker(id)) => ("speakers", release.speakers.iter().position(|speaker| speaker.id == id)),
            Some(Thing::Photo(id)) => ("photos", release.photos.iter().position(|photo| photo.id == id)),
            None => return self.to_string(),
        };
        let Some(index) = index else { return self.to_string() };
        let field = match self {
            Place::PhotoCaption(..) => " caption",
            Place::PhotoAlt(..) => " alternative text",
            Place::PhotoStanding(_) => " standing",
            Place::Embargo
            | Place::Edition(_)
            | Place::Headline(_)
            | Place::Subhead(_)
            | Place::Dateline(_)
            | Place::Body(_)
            | Place::Block(..)
            | Place::Speaker(_)
            | Place::SpeakerName(..)
            | Place::SpeakerTitle(..)
            | Place::Photo(_)
            | Place::Notes(_)
            | Place::Contacts
            | Place::ContactUnit(..)
            | Place::Approval(_)
            | Place::House => "",
        };
        match self.lang() {
            Some(lang) => format!("{lang}: {list}[{index}]{field}"),
            None => format!("{list}[{index}]{field}"),
        }
    }

    /// The quote that stands here.
    pub(super) fn quote<'a>(&self, release: &'a Release) -> Option<&'a Quote> {
        match &release.edition(self.lang()?)?.block(self.block_id()?)?.kind {
            BlockKind::Quote(quote) => Some(quote),
            BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::List { .. } | BlockKind::Photo(_) => None,
        }
    }
}

/// What of the release has an id and stands at a place.
enum Thing {
    Block(BlockId),
    Speaker(SpeakerId),
    Photo(PhotoId),
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
            Place::SpeakerTitle(SpeakerId(id), lang) => write!(f, "{lang}: speaker {id} title"),
            Place::PhotoCaption(PhotoId(id), lang) => write!(f, "{lang}: photo {id} caption"),
            Place::PhotoAlt(PhotoId(id), lang) => write!(f, "{lang}: photo {id} alternative text"),
            Place::PhotoStanding(PhotoId(id)) => write!(f, "photo {id} standing"),
            Place::Contacts => f.write_str("contacts"),
            Place::ContactUnit(index, lang) => write!(f, "{lang}: contacts[{index}] unit"),
            Place::House => f.write_str("house"),
            Place::Approval(lang) => write!(f, "{lang}: approval"),
        }
    }
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
            (Place::PhotoCaption(PhotoId(3), ru.clone()), "ru: photos[0] caption"),
            (Place::PhotoAlt(PhotoId(3), ru.clone()), "ru: photos[0] alternative text"),
            (Place::Speaker(SpeakerId(1)), "speaker 1"),
            (Place::Contacts, "contacts"),
            (Place::Embargo, "embargo"),
            (Place::Edition(ru), "ru"),
        ] {
            assert_eq!(place.describe(&release), path);
        }
    }
}
