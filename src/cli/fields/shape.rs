//! The shape of filled-in fields as JSON, before anybody asks what they mean.
//!
//! Unknown fields are errors, so that a misspelt one is not lost. What stands in one place only if something else stands
//! in another is asked later, by hand, so that each error knows its place.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub(super) struct Fields {
    #[serde(default, deserialize_with = "given")]
    pub(super) house: Option<String>,
    #[serde(default)]
    pub(super) kind: Kind,
    #[serde(default, deserialize_with = "given")]
    pub(super) date: Option<String>,
    #[serde(default, deserialize_with = "given")]
    pub(super) embargo: Option<Embargo>,
    #[serde(default)]
    pub(super) speakers: Vec<Speaker>,
    #[serde(default)]
    pub(super) photos: Vec<Photo>,
    #[serde(default)]
    pub(super) contacts: Vec<Contact>,
    #[serde(default, deserialize_with = "given")]
    pub(super) editions: Option<Vec<Edition>>,
    // The only edition, where there are no `editions`.
    #[serde(default, deserialize_with = "given")]
    pub(super) lang: Option<String>,
    #[serde(default, deserialize_with = "given")]
    pub(super) headline: Option<String>,
    #[serde(default, deserialize_with = "given")]
    pub(super) subhead: Option<String>,
    #[serde(default, deserialize_with = "given")]
    pub(super) place: Option<String>,
    #[serde(default, deserialize_with = "given")]
    pub(super) body: Option<Vec<Block>>,
    #[serde(default, deserialize_with = "given")]
    pub(super) notes_to_editors: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(try_from = "String")]
pub(super) enum Kind {
    #[default]
    Release,
    Advisory,
    Statement,
}

impl TryFrom<String> for Kind {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        match word.as_str() {
            "release" => Ok(Kind::Release),
            "advisory" => Ok(Kind::Advisory),
            "statement" => Ok(Kind::Statement),
            _ => Err(format!("“{word}” is none of release, advisory and statement")),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub(super) struct Edition {
    pub(super) lang: String,
    pub(super) headline: String,
    #[serde(default)]
    pub(super) subhead: String,
    #[serde(default)]
    pub(super) place: String,
    pub(super) body: Vec<Block>,
    #[serde(default)]
    pub(super) notes_to_editors: String,
}

/// One of `paragraph`, `quote`, `heading`, `list` and `photo`, with what belongs to it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub(super) struct Block {
    #[serde(default, deserialize_with = "given")]
    pub(super) paragraph: Option<String>,
    #[serde(default, deserialize_with = "given")]
    pub(super) quote: Option<String>,
    #[serde(default, deserialize_with = "given")]
    pub(super) heading: Option<String>,
    #[serde(default, deserialize_with = "given")]
    pub(super) list: Option<Vec<String>>,
    #[serde(default, deserialize_with = "given")]
    pub(super) photo: Option<String>,
    // Of a quote.
    #[serde(default, deserialize_with = "given")]
    pub(super) speaker: Option<String>,
    #[serde(default, deserialize_with = "given")]
    pub(super) verb: Option<String>,
    #[serde(default, deserialize_with = "given")]
    pub(super) tail: Option<String>,
    /// The attribution says the speaker's title.
    pub(super) titled: Option<bool>,
    #[serde(default, deserialize_with = "given")]
    pub(super) placement: Option<Placement>,
    #[serde(default, deserialize_with = "given")]
    pub(super) split_after: Option<String>,
    // Of a list.
    #[serde(default, deserialize_with = "given")]
    pub(super) ordered: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) enum Placement {
    After,
    Before,
    Split,
}

impl TryFrom<String> for Placement {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        match word.as_str() {
            "after" => Ok(Placement::After),
            "before" => Ok(Placement::Before),
            "split" => Ok(Placement::Split),
            _ => Err(format!("“{word}” is none of after, before and split")),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub(super) struct Speaker {
    pub(super) name: Words,
    #[serde(default)]
    pub(super) title: Words,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub(super) struct Photo {
    pub(super) file: String,
    #[serde(default)]
    pub(super) caption: Words,
    #[serde(default)]
    pub(super) alt: Words,
    #[serde(default)]
    pub(super) decorative: bool,
    #[serde(default)]
    pub(super) credit: String,
    #[serde(default)]
    pub(super) rights: String,
    #[serde(default)]
    pub(super) copyright: String,
    #[serde(default)]
    pub(super) creator: String,
    #[serde(default)]
    pub(super) headline: Words,
    #[serde(default)]
    pub(super) keywords: Vec<String>,
    #[serde(default)]
    pub(super) persons: Vec<String>,
    #[serde(default, alias = "place")]
    pub(super) city: String,
    #[serde(default)]
    pub(super) country: String,
    #[serde(default)]
    pub(super) country_code: String,
    #[serde(default)]
    pub(super) made_by_ai: MadeByAi,
    #[serde(default, deserialize_with = "given")]
    pub(super) taken: Option<String>,
    #[serde(default)]
    pub(super) lead: bool,
    #[serde(default)]
    pub(super) attached_only: bool,
}

/// Did a machine make the picture?
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum MadeByAi {
    #[default]
    No,
    Partly,
    Wholly,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub(super) struct Contact {
    #[serde(default)]
    pub(super) unit: Words,
    #[serde(default)]
    pub(super) person: Words,
    #[serde(default, deserialize_with = "given")]
    pub(super) phone: Option<String>,
    #[serde(default, deserialize_with = "given")]
    pub(super) phones: Option<Vec<String>>,
    #[serde(default)]
    pub(super) email: String,
    #[serde(default)]
    pub(super) web: String,
}

/// An object and nothing else: serde would also take a list and fill the fields in by their order.
macro_rules! only_as_object {
    ($($shape:ident: $words:literal),* $(,)?) => {$(
        impl<'de> Deserialize<'de> for $shape {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Object;

                impl<'de> Visitor<'de> for Object {
                    type Value = $shape;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($words)
                    }

                    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<$shape, A::Error> {
                        // What serde derived, which `remote` keeps apart from this.
                        $shape::deserialize(MapAccessDeserializer::new(map))
                    }
                }

                deserializer.deserialize_map(Object)
            }
        }
    )*};
}

only_as_object! {
    Fields: "an object with the fields of a release",
    Edition: "an edition (an object)",
    Block: "a block (an object)",
    Speaker: "a speaker (an object)",
    Photo: "a photo (an object)",
    Contact: "a contact (an object)",
}

/// A field that may be left out; `null` is not a way of leaving it out, it is a wrong type like any other.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Words in the first language, or by language.
#[derive(Debug)]
pub(super) enum Words {
    Plain(String),
    ByLang(Vec<(String, String)>),
}

impl Default for Words {
    fn default() -> Self {
        Words::Plain(String::new())
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordsVisitor)
    }
}

struct WordsVisitor;

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string, or an object with a string for each language")
    }

    fn visit_str<E: Error>(self, words: &str) -> Result<Words, E> {
        Ok(Words::Plain(words.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
        let mut all: Vec<(String, String)> = Vec::new();
        while let Some(entry) = map.next_entry()? {
            all.push(entry);
        }
        Ok(Words::ByLang(all))
    }
}

/// `2026-11-24T10:00[Asia/Almaty]`, or hour and zone apart.
#[derive(Debug)]
pub(super) enum Embargo {
    Line(String),
    Parts(EmbargoParts),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EmbargoParts {
    pub(super) at: String,
    pub(super) zone: String,
}

impl<'de> Deserialize<'de> for Embargo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EmbargoVisitor)
    }
}

struct EmbargoVisitor;

impl<'de> Visitor<'de> for EmbargoVisitor {
    type Value = Embargo;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string such as 2026-11-24T10:00[Asia/Almaty], or an object with at and zone")
    }

    fn visit_str<E: Error>(self, line: &str) -> Result<Embargo, E> {
        Ok(Embargo::Line(line.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Embargo, A::Error> {
        EmbargoParts::deserialize(MapAccessDeserializer::new(map)).map(Embargo::Parts)
    }
}
