//! The program's own words, in the languages of its interface.
//!
//! They stand in `assets/words`, one folder a language, one file a room of the program (Fluent's format). What is said
//! without particulars is put together once and then lent; what has a name or a number in it is told anew.

use std::collections::HashMap;
use std::fmt;
use std::sync::{LazyLock, PoisonError, RwLock};

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid};
use serde::{Deserialize, Serialize};

fluent_templates::static_loader! {
    static WORDS = {
        locales: "./assets/words",
        fallback_language: "en",
        // Marks of direction around a name would be copied along with it.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// A language in which the program speaks to the person at it.
///
/// Not to be confused with [`Lang`](crate::release::Lang), the language of an edition, which may be any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Locale {
    /// English, also wherever nothing better is known.
    #[default]
    English,
    /// Russian.
    Russian,
    /// Kazakh.
    Kazakh,
}

impl Locale {
    /// All of them, as they stand in the choice.
    pub const ALL: [Locale; 3] = [Locale::Kazakh, Locale::Russian, Locale::English];

    /// The language of a system that names itself so: `ru_RU.UTF-8`, `kk-KZ`; `None` where the program does not speak it.
    pub fn of_system(tag: &str) -> Option<Self> {
        let primary = tag.split(['_', '.', '-', '@']).next().unwrap_or_default();
        Locale::ALL.into_iter().find(|locale| primary.eq_ignore_ascii_case(locale.tag()))
    }

    /// The language tag (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Locale::English => "en",
            Locale::Russian => "ru",
            Locale::Kazakh => "kk",
        }
    }

    /// Its own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Locale::English => "English",
            Locale::Russian => "Русский",
            Locale::Kazakh => "Қазақша",
        }
    }

    fn id(self) -> LanguageIdentifier {
        match self {
            Locale::English => langid!("en"),
            Locale::Russian => langid!("ru"),
            Locale::Kazakh => langid!("kk"),
        }
    }

    /// The words of this key, which hold no particulars.
    pub fn say(self, key: &'static str) -> &'static str {
        static SAID: LazyLock<RwLock<HashMap<(Locale, &'static str), &'static str>>> = LazyLock::new(RwLock::default);
        if let Some(words) = SAID.read().unwrap_or_else(PoisonError::into_inner).get(&(self, key)) {
            return words;
        }
        // As many as there are keys, kept as long as the program runs.
        let words: &'static str = Box::leak(WORDS.lookup(&self.id(), key).into_boxed_str());
        SAID.write().unwrap_or_else(PoisonError::into_inner).insert((self, key), words);
        words
    }

    /// The words of this key with these particulars in their places.
    pub fn tell(self, key: &'static str, particulars: &[(&'static str, Particular)]) -> String {
        let particulars = particulars.iter().map(|(name, value)| ((*name).into(), value.to_fluent(self))).collect();
        WORDS.lookup_with_args(&self.id(), key, &particulars)
    }
}

/// What differs from one time to the next: a name, a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Particular {
    /// Words that stay as they are in every language.
    Words(String),
    /// A number, to which the words around it agree.
    Count(usize),
    /// Something that itself is said in the reader's language.
    Message(Message),
}

impl Particular {
    fn to_fluent(&self, locale: Locale) -> FluentValue<'static> {
        match self {
            Particular::Words(words) => FluentValue::from(words.clone()),
            Particular::Count(count) => FluentValue::from(*count),
            Particular::Message(message) => FluentValue::from(message.in_locale(locale)),
        }
    }
}

impl From<&str> for Particular {
    fn from(words: &str) -> Self {
        Particular::Words(words.to_owned())
    }
}

impl From<String> for Particular {
    fn from(words: String) -> Self {
        Particular::Words(words)
    }
}

impl From<usize> for Particular {
    fn from(count: usize) -> Self {
        Particular::Count(count)
    }
}

impl From<Message> for Particular {
    fn from(message: Message) -> Self {
        Particular::Message(message)
    }
}

/// Something to be said in whatever language its reader has; on a command line in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    key: &'static str,
    particulars: Vec<(&'static str, Particular)>,
}

impl Message {
    /// The words of this key.
    pub const fn new(key: &'static str) -> Self {
        Message { key, particulars: Vec::new() }
    }

    /// The same with a particular in its place.
    #[must_use]
    pub fn with(mut self, name: &'static str, particular: impl Into<Particular>) -> Self {
        self.particulars.push((name, particular.into()));
        self
    }

    /// The same with each of the words that stay as they are, however deep, put otherwise: without line breaks, say.
    #[must_use]
    pub fn map_words(mut self, otherwise: &dyn Fn(&str) -> String) -> Self {
        for (_, particular) in &mut self.particulars {
            match particular {
                Particular::Words(words) => *words = otherwise(words),
                Particular::Message(message) => *message = message.clone().map_words(otherwise),
                Particular::Count(_) => {}
            }
        }
        self
    }

    /// The message in the reader's language.
    pub fn in_locale(&self, locale: Locale) -> String {
        locale.tell(self.key, &self.particulars)
    }
}

impl fmt::Display for Message {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.in_locale(Locale::English))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_tells_its_language_in_many_ways() {
        assert_eq!(Locale::of_system("ru_RU.UTF-8"), Some(Locale::Russian));
        assert_eq!(Locale::of_system("kk-KZ"), Some(Locale::Kazakh));
        assert_eq!(Locale::of_system("EN"), Some(Locale::English));
        assert_eq!(Locale::of_system("de_DE"), None);
        assert_eq!(Locale::of_system(""), None);
    }

    #[test]
    fn words_are_put_otherwise_however_deep_they_stand() {
        let inner = Message::new("inner").with("name", "a\nb").with("count", 2_usize);
        let outer = Message::new("outer").with("inner", inner).with("name", "c\n");
        let one_line = outer.map_words(&|words| words.replace('\n', " "));
        let inner = Message::new("inner").with("name", "a b").with("count", 2_usize);
        assert_eq!(one_line, Message::new("outer").with("inner", inner).with("name", "c "));
    }

    #[test]
    fn a_number_and_the_words_around_it_agree() {
        let photos = |locale: Locale, count: usize| locale.tell("count-photos", &[("count", count.into())]);
        assert_eq!(
            [1, 3, 5, 21].map(|count| photos(Locale::Russian, count)),
            ["1 фото", "3 фото", "5 фото", "21 фото"]
        );
        let languages = |count: usize| Locale::Russian.tell("findings-languages", &[("count", count.into())]);
        assert_eq!([1, 3, 5, 21].map(languages), ["1 язык", "3 языка", "5 языков", "21 язык"]);
        assert_eq!(photos(Locale::English, 1), "1 photo");
        assert_eq!(photos(Locale::English, 2), "2 photos");
    }
}
