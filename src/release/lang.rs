//! Language tags (BCP 47), and words that exist once a language.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use oxilangtag::LanguageTag;
use serde::{Deserialize, Serialize};

use crate::words::Message;

/// A well-formed language tag in its usual case, such as `kk`, `ru` or `en-GB`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lang(String);

/// The text that is no language tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLang(pub String);

impl BadLang {
    /// The error in words.
    pub fn message(&self) -> Message {
        Message::new("error-no-language").with("tag", self.0.as_str())
    }
}

impl fmt::Display for BadLang {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(out)
    }
}

impl std::error::Error for BadLang {}

impl Lang {
    /// The language without script, region and the rest: `de` for `de-AT`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The tag as written in files and in HTML's `lang`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Lang {
    type Err = BadLang;

    fn from_str(tag: &str) -> Result<Self, BadLang> {
        match LanguageTag::parse_and_normalize(tag) {
            Ok(tag) => Ok(Lang(tag.into_inner())),
            Err(_) => Err(BadLang(tag.chars().take(40).collect())),
        }
    }
}

impl TryFrom<String> for Lang {
    type Error = BadLang;

    fn try_from(tag: String) -> Result<Self, BadLang> {
        tag.parse()
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> String {
        lang.0
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The same words in several languages: a name, a title, a caption.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ByLang(BTreeMap<Lang, String>);

impl ByLang {
    /// No words in any language.
    pub const EMPTY: ByLang = ByLang(BTreeMap::new());

    /// Words in one language.
    pub fn one(lang: &Lang, words: impl Into<String>) -> Self {
        let mut all = ByLang::default();
        all.set(lang, words.into());
        all
    }

    /// The words in exactly this language; empty where there are none.
    pub fn get(&self, lang: &Lang) -> &str {
        self.0.get(lang).map_or("", String::as_str)
    }

    /// The words for a reader of this language: in the language itself, else in a variant of it, else in any, so that a
    /// name is never silently left out.
    pub fn best(&self, lang: &Lang) -> &str {
        let exact = self.get(lang);
        if !exact.trim().is_empty() {
            return exact;
        }
        let said = || self.0.iter().filter(|(_, words)| !words.trim().is_empty());
        said()
            .find(|(other, _)| other.primary() == lang.primary())
            .or_else(|| said().next())
            .map_or("", |(_, words)| words.as_str())
    }

    /// The words in this language or in a variant of it; unlike [`ByLang::best`] never in a foreign one.
    pub fn said_in(&self, lang: &Lang) -> &str {
        let exact = self.get(lang).trim();
        if !exact.is_empty() {
            return exact;
        }
        let variants = self.0.iter().filter(|(other, _)| other.primary() == lang.primary());
        variants.map(|(_, words)| words.trim()).find(|words| !words.is_empty()).unwrap_or_default()
    }

    /// Puts words in place; empty words take the language out.
    pub fn set(&mut self, lang: &Lang, words: String) {
        if words.is_empty() {
            self.0.remove(lang);
        } else {
            self.0.insert(lang.clone(), words);
        }
    }

    /// No language has a word.
    pub fn is_blank(&self) -> bool {
        self.0.values().all(|words| words.trim().is_empty())
    }

    /// Each language with its words.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.0.iter().map(|(lang, words)| (lang, words.as_str()))
    }
}

impl FromIterator<(Lang, String)> for ByLang {
    fn from_iter<I: IntoIterator<Item = (Lang, String)>>(all: I) -> Self {
        ByLang(all.into_iter().collect())
    }
}
