//! What people type: the words of one release, and nothing about how they will look.
//!
//! Plain data, cheap to clone and to compare. The order of the parts, the punctuation around a quote and every other
//! habit of the house are decided in [`crate::story`]; pixels of photos are not here either, only their words.

mod address;
mod approval;
mod fingerprint;
mod lang;
mod photo;
mod slug;
mod text;

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use address::fit_address;
pub use approval::{Approval, Clearance};
pub use fingerprint::Fingerprint;
pub use lang::{BadLang, ByLang, Lang};
pub use photo::{Crop, MadeByAi, Photo, PhotoEdit, PhotoField, PhotoId, Standing};
pub use slug::slug;
pub(crate) use text::unix_lines;
pub use text::{Inline, Run, Text, Words, is_link_address, letters, name_mentions};

/// One press release in all its languages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// Given once and kept through renames, copies of the folder and exports.
    pub id: Uuid,
    /// Release, advisory or statement.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: Kind,
    /// The date that the dateline shows.
    pub issued: Date,
    /// Who may publish from when.
    #[serde(default, skip_serializing_if = "is_default")]
    pub embargo: Embargo,
    /// How far the work has come.
    #[serde(default, skip_serializing_if = "is_default")]
    pub status: Status,
    /// The name of its house; `None` takes the usual house of each language.
    #[serde(default, skip_serializing_if = "is_default")]
    pub house: Option<String>,
    /// Who is quoted or introduced; a name is written here once.
    #[serde(default, skip_serializing_if = "is_default")]
    pub speakers: Vec<Speaker>,
    /// The words of the photos, in their order.
    #[serde(default, skip_serializing_if = "is_default")]
    pub photos: Vec<Photo>,
    /// Who answers when a newsroom calls.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contacts: Vec<Contact>,
    /// One a language; the first is the original.
    pub editions: Vec<Edition>,
}

impl Release {
    /// An empty release in one language.
    pub fn new(id: Uuid, issued: Date, lang: Lang) -> Self {
        Release {
            id,
            kind: Kind::default(),
            issued,
            embargo: Embargo::default(),
            status: Status::default(),
            house: None,
            speakers: Vec::new(),
            photos: Vec::new(),
            contacts: Vec::new(),
            editions: vec![Edition::new(lang)],
        }
    }

    /// The edition in exactly this language.
    pub fn edition(&self, lang: &Lang) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.lang == *lang)
    }

    /// The speaker with this id.
    pub fn speaker(&self, id: SpeakerId) -> Option<&Speaker> {
        self.speakers.iter().find(|speaker| speaker.id == id)
    }

    /// The photo with this id.
    pub fn photo(&self, id: PhotoId) -> Option<&Photo> {
        self.photos.iter().find(|photo| photo.id == id)
    }

    /// An id that no block of any edition has, so that a translation never meets a stranger under its id.
    pub fn fresh_block_id(&self) -> BlockId {
        BlockId(1 + highest(self.editions.iter().flat_map(|edition| edition.body.iter().map(|block| block.id.0))))
    }

    /// An id that no speaker has and no quote still refers to.
    pub fn fresh_speaker_id(&self) -> SpeakerId {
        let named = self.speakers.iter().map(|speaker| speaker.id.0);
        let quoted = self.blocks().filter_map(|block| match &block.kind {
            BlockKind::Quote(quote) => quote.speaker.map(|id| id.0),
            BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::List { .. } | BlockKind::Photo(_) => None,
        });
        SpeakerId(1 + highest(named.chain(quoted)))
    }

    /// An id that no photo has and no block still refers to.
    pub fn fresh_photo_id(&self) -> PhotoId {
        let held = self.photos.iter().map(|photo| photo.id.0);
        let placed = self.blocks().filter_map(|block| match &block.kind {
            BlockKind::Photo(id) => Some(id.0),
            BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::List { .. } | BlockKind::Quote(_) => None,
        });
        PhotoId(1 + highest(held.chain(placed)))
    }

    fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.editions.iter().flat_map(|edition| &edition.body)
    }
}

/// What kind of paper this is; the house has the word for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// News, told by the house.
    #[default]
    Release,
    /// An invitation to newsrooms: what, where, when.
    Advisory,
    /// Somebody's words as a whole.
    Statement,
}

/// From when others may publish this release.
///
/// The hour is kept as it stands on the clock of the zone that the writer chose, because "18:00 in Astana" must stay
/// 18:00 when the rules of the zone change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Embargo {
    /// For immediate release.
    #[default]
    None,
    /// Not before this hour.
    Until {
        /// Date and hour on the clock of the zone.
        at: DateTime,
        /// The zone's name in the IANA database, such as `Asia/Almaty`.
        zone: String,
    },
}

impl Embargo {
    /// The moment at which the embargo ends, by the zone's rules of that day; `None` without an embargo or for a zone
    /// that the database does not know.
    pub fn ends(&self) -> Option<Timestamp> {
        self.zoned().map(|ends| ends.timestamp())
    }

    /// The zone's distance from UTC at that hour, as people write it: `UTC+5`, `UTC−3:30`.
    pub fn utc_offset(&self) -> Option<String> {
        let seconds = self.zoned()?.offset().seconds();
        let sign = if seconds < 0 { '−' } else { '+' };
        let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
        Some(match (hours, minutes) {
            (0, 0) => "UTC".into(),
            (_, 0) => format!("UTC{sign}{hours}"),
            _ => format!("UTC{sign}{hours}:{minutes:02}"),
        })
    }

    /// Day, hour and distance from UTC, as machines read it.
    pub fn zoned(&self) -> Option<Zoned> {
        match self {
            Embargo::None => None,
            Embargo::Until { at, zone } => at.in_tz(zone).ok(),
        }
    }
}

/// How far the work on a release has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// Being written.
    #[default]
    Draft,
    /// Somebody else is reading it.
    InReview,
    /// Cleared for sending.
    Approved,
    /// With the newsrooms.
    Sent,
    /// Sent again with a correction.
    Corrected,
    /// Taken back.
    Withdrawn,
}

/// The release in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The language of everything below.
    pub lang: Lang,
    /// What a newsroom reads first; plain words without emphasis.
    #[serde(default)]
    pub headline: String,
    /// One sentence under the headline.
    #[serde(default, skip_serializing_if = "is_default")]
    pub subhead: String,
    /// Where the news happened, for the dateline.
    #[serde(default, skip_serializing_if = "is_default")]
    pub place: String,
    /// Paragraphs, quotes, headings, lists and photos in their order.
    #[serde(default, skip_serializing_if = "is_default")]
    pub body: Vec<Block>,
    /// What editors should know and readers need not.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes_to_editors: Text,
    /// Who has cleared it for sending, and which text that was.
    #[serde(default, skip_serializing_if = "is_default")]
    pub approval: Option<Approval>,
}

impl Edition {
    /// An empty edition.
    pub fn new(lang: Lang) -> Self {
        Edition {
            lang,
            headline: String::new(),
            subhead: String::new(),
            place: String::new(),
            body: Vec::new(),
            notes_to_editors: Text::default(),
            approval: None,
        }
    }

    /// The block with this id.
    pub fn block(&self, id: BlockId) -> Option<&Block> {
        self.body.iter().find(|block| block.id == id)
    }
}

/// A block's name for life; its translation in another edition bears the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BlockId(pub u32);

/// One piece of the body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Kept through every edit and move.
    pub id: BlockId,
    /// What it is and says.
    pub kind: BlockKind,
}

/// What a block is and says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum BlockKind {
    /// Narrative text.
    Paragraph(Text),
    /// Somebody's words.
    Quote(Quote),
    /// A line above what follows.
    Heading(Text),
    /// Points, one a line.
    List {
        /// Numbered rather than marked.
        ordered: bool,
        /// The points.
        items: Vec<Text>,
    },
    /// Here stands this photo.
    Photo(PhotoId),
}

/// Somebody's words, as an object: who said them and how the house introduces that is kept apart from the words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// What was said, without quote marks around it; a blank line starts a new paragraph.
    pub text: Text,
    /// Who said it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub speaker: Option<SpeakerId>,
    /// How it was said: "said", «подчеркнула».
    #[serde(default, skip_serializing_if = "is_default")]
    pub verb: String,
    /// What follows the speaker's name: «в своем выступлении».
    #[serde(default, skip_serializing_if = "is_default")]
    pub tail: String,
    /// The attribution says the speaker's title, also in a house whose attributions do not.
    #[serde(default, skip_serializing_if = "is_default")]
    pub titled: bool,
    /// Where the attribution stands.
    #[serde(default, skip_serializing_if = "is_default")]
    pub placement: Placement,
}

/// Where the attribution of a quote stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Placement {
    /// After the words.
    #[default]
    After,
    /// Before the words, with a colon.
    Before,
    /// Between the words.
    Split {
        /// The last words before the attribution; empty, or not found: after the first sentence.
        after: String,
    },
}

/// A speaker's name for life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SpeakerId(pub u32);

/// Somebody who speaks or is introduced in the release.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    /// What quotes refer to.
    pub id: SpeakerId,
    /// First name and surname.
    #[serde(default)]
    pub name: ByLang,
    /// Office or function.
    #[serde(default, skip_serializing_if = "is_default")]
    pub title: ByLang,
    /// How an attribution introduces them, where that is not the title: «мэр» for a title of three lines.
    #[serde(default, skip_serializing_if = "is_default")]
    pub introduced: ByLang,
    /// Who this is in the newsroom's register. The release says everything by itself; this only tells where its words
    /// came from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub person: Option<Uuid>,
}

impl Speaker {
    /// Somebody of whom nothing is known yet.
    pub fn new(id: SpeakerId) -> Self {
        Speaker { id, name: ByLang::EMPTY, title: ByLang::EMPTY, introduced: ByLang::EMPTY, person: None }
    }

    /// The words by which an attribution in this language introduces them.
    pub fn office(&self, lang: &Lang) -> &str {
        match self.introduced.said_in(lang) {
            "" => self.title.best(lang),
            introduced => introduced,
        }
    }
}

/// Who answers when a newsroom calls or writes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The press service or another unit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unit: ByLang,
    /// The person, where one is named.
    #[serde(default, skip_serializing_if = "is_default")]
    pub person: ByLang,
    /// Telephone numbers as the house writes them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub phones: Vec<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "is_default")]
    pub email: String,
    /// Address on the web.
    #[serde(default, skip_serializing_if = "is_default")]
    pub web: String,
}

impl Contact {
    /// Nothing is filled in.
    pub fn is_empty(&self) -> bool {
        let Contact { unit, person, phones, email, web } = self;
        unit.is_blank()
            && person.is_blank()
            && phones.iter().all(|phone| phone.trim().is_empty())
            && email.trim().is_empty()
            && web.trim().is_empty()
    }
}

fn highest(ids: impl Iterator<Item = u32>) -> u32 {
    ids.max().unwrap_or(0)
}

/// For fields that are left out of a file while they say nothing.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
