//! The newsroom's registers: people with their titles through the years, and those who answer when a newsroom calls.
//!
//! A release stays whole without them: whatever is taken from a register is written into it, word for word. Here stands
//! what an entry holds, which title holds on which day, and how the changes of two people become one. Files are read and
//! written elsewhere.

mod change;
mod names;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::release::{ByLang, Contact, Lang, Release, Speaker};

pub use change::{Change, Entry, apply};
pub use names::{is_same_name, is_spelled_nearly};

/// Everything that the newsroom knows of people and contacts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// Who is quoted, invited, photographed.
    pub people: Vec<Person>,
    /// Who answers.
    pub contacts: Vec<KnownContact>,
}

/// Somebody of whom releases speak.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Given once; a speaker of a release refers to it.
    pub id: Uuid,
    /// First name and surname.
    #[serde(default)]
    pub name: ByLang,
    /// Offices and functions, each with its days.
    #[serde(default, skip_serializing_if = "is_default")]
    pub titles: Vec<Tenure>,
    /// How an attribution introduces them, where that is not the title.
    #[serde(default, skip_serializing_if = "is_default")]
    pub introduced: ByLang,
    /// The name with initials: «А. Тестова», "J. Example".
    #[serde(default, skip_serializing_if = "is_default")]
    pub initials: ByLang,
    /// A picture: its way from the newsroom's folder, with `/` between the parts.
    #[serde(default, skip_serializing_if = "is_default")]
    pub photo: String,
}

/// A title and the days on which it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tenure {
    /// Office or function.
    #[serde(default)]
    pub title: ByLang,
    /// Its first day; none where nobody knows or asks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<Date>,
    /// Its last day; none while it goes on.
    #[serde(default, skip_serializing_if = "is_default")]
    pub until: Option<Date>,
}

/// A contact that many releases have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownContact {
    /// Given once.
    pub id: Uuid,
    /// As it stands in a release.
    #[serde(default)]
    pub contact: Contact,
}

/// A field of an entry, where its words can be missing in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// A person's name.
    Name,
    /// A person's title.
    Title,
    /// A contact's unit.
    Unit,
    /// A contact's person.
    ContactPerson,
}

impl Register {
    /// The person with this id.
    pub fn person(&self, id: Uuid) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The contact with this id.
    pub fn contact(&self, id: Uuid) -> Option<&KnownContact> {
        self.contacts.iter().find(|known| known.id == id)
    }

    /// Who this speaker is: by the reference, else by a name that only one person bears.
    pub fn person_of(&self, speaker: &Speaker) -> Option<&Person> {
        let referred = speaker.person.and_then(|id| self.person(id));
        referred.or_else(|| only(self.people.iter().filter(|person| shares_name(person, speaker, is_same_name))))
    }

    /// As [`Register::person_of`], also where the name is spelled a little otherwise.
    pub fn probable_person_of(&self, speaker: &Speaker) -> Option<&Person> {
        let nearly = || self.people.iter().filter(|person| shares_name(person, speaker, is_spelled_nearly));
        let namesakes = self.people.iter().filter(|person| shares_name(person, speaker, is_same_name)).count();
        // Two of one name are told apart by people, not by spelling.
        self.person_of(speaker).or_else(|| if namesakes > 1 { None } else { only(nearly()) })
    }

    /// Is a contact like this one there? What is missing in one of them does not tell them apart.
    pub fn knows_contact(&self, contact: &Contact) -> bool {
        self.contacts.iter().any(|known| {
            known.contact == *contact
                || shares_words(&known.contact.unit, &contact.unit, is_same_name)
                    && known.contact.email == contact.email
                    && known.contact.phones == contact.phones
        })
    }

    /// The languages in which anything is written here.
    pub fn langs(&self) -> Vec<Lang> {
        let people = self.people.iter().flat_map(|person| {
            let titles = person.titles.iter().map(|tenure| &tenure.title);
            titles.chain([&person.name, &person.introduced, &person.initials]).flat_map(ByLang::iter)
        });
        let contacts = self.contacts.iter().flat_map(|known| [&known.contact.unit, &known.contact.person]);
        let mut langs: Vec<Lang> =
            people.chain(contacts.flat_map(ByLang::iter)).map(|(lang, _)| lang.clone()).collect();
        langs.sort();
        langs.dedup();
        langs
    }
}

fn shares_name(person: &Person, speaker: &Speaker, alike: fn(&str, &str) -> bool) -> bool {
    shares_words(&person.name, &speaker.name, alike)
}

/// Are the words of any language alike in both?
fn shares_words(one: &ByLang, other: &ByLang, alike: fn(&str, &str) -> bool) -> bool {
    one.iter().any(|(lang, words)| alike(words, other.get(lang)))
}

fn only<'a>(mut people: impl Iterator<Item = &'a Person>) -> Option<&'a Person> {
    let first = people.next();
    if people.next().is_some() { None } else { first }
}

impl Person {
    /// All words by which somebody looks for them.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let titles = self.titles.iter().flat_map(|tenure| tenure.title.iter());
        let names = self.name.iter().chain(self.initials.iter()).chain(self.introduced.iter());
        names.chain(titles).map(|(_, words)| words)
    }

    /// Somebody of whom nothing is known yet.
    pub fn new(id: Uuid) -> Self {
        let [name, introduced, initials] = [ByLang::EMPTY; 3];
        Person { id, name, titles: Vec::new(), introduced, initials, photo: String::new() }
    }

    /// A speaker of a release, as an entry of the register.
    pub fn of_speaker(id: Uuid, speaker: &Speaker) -> Self {
        let Speaker { id: _, name, title, introduced, person: _ } = speaker.clone();
        let titles = if title.is_blank() { Vec::new() } else { vec![Tenure { title, ..Tenure::default() }] };
        Person { name, titles, introduced, ..Person::new(id) }
    }

    /// The title that holds on this day; of several the one that began last.
    pub fn title_on(&self, day: Date) -> Option<&Tenure> {
        let holding = self.titles.iter().filter(|tenure| tenure.holds_on(day));
        holding.max_by_key(|tenure| tenure.from)
    }

    /// The title of these words that had ended before this day.
    pub fn ended_title(&self, words: &str, lang: &Lang, day: Date) -> Option<&Tenure> {
        let ended = |tenure: &&Tenure| tenure.until.is_some_and(|until| until < day);
        self.titles.iter().filter(ended).find(|tenure| says_same(tenure.title.said_in(lang), words))
    }

    /// The title that a speaker of this day bears: whoever has two offices keeps the one in which they speak.
    fn title_of(&self, speaker: &Speaker, day: Date) -> Option<&Tenure> {
        let bears = |tenure: &&Tenure| shares_words(&tenure.title, &speaker.title, says_same);
        self.titles.iter().filter(|tenure| tenure.holds_on(day)).find(bears).or_else(|| self.title_on(day))
    }

    /// Writes what the register says into a speaker: name, title of this day and introduction, in these languages. What
    /// the register does not say stays as it was typed.
    pub fn write_into(&self, speaker: &mut Speaker, langs: &[Lang], day: Date) {
        speaker.person = Some(self.id);
        let tenure = self.title_of(speaker, day);
        for lang in langs {
            put(&mut speaker.name, &self.name, lang);
            put(&mut speaker.introduced, &self.introduced, lang);
            if let Some(tenure) = tenure {
                put(&mut speaker.title, &tenure.title, lang);
            }
        }
    }

    /// Does a release say something else of this person than the register, where both say anything?
    pub fn is_said_otherwise(&self, speaker: &Speaker, release: &Release) -> bool {
        let mut written = speaker.clone();
        let langs: Vec<Lang> = release.editions.iter().map(|edition| edition.lang.clone()).collect();
        self.write_into(&mut written, &langs, release.issued);
        written.person = speaker.person;
        written != *speaker
    }

    /// Where words are missing in one of these languages that are there in another. How somebody is introduced and what
    /// their initials are, nobody needs to say.
    pub fn lacks(&self, langs: &[Lang]) -> Vec<(Field, Lang)> {
        let titles = self.titles.iter().map(|tenure| (Field::Title, &tenure.title));
        lacking([(Field::Name, &self.name)].into_iter().chain(titles), langs)
    }
}

impl Tenure {
    /// Does it hold on this day?
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl KnownContact {
    /// All words by which somebody looks for it.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let Contact { unit, person, phones, email, web } = &self.contact;
        let names = unit.iter().chain(person.iter()).map(|(_, words)| words);
        names.chain(phones.iter().map(String::as_str)).chain([email.as_str(), web.as_str()])
    }

    /// As [`Person::lacks`].
    pub fn lacks(&self, langs: &[Lang]) -> Vec<(Field, Lang)> {
        let Contact { unit, person, phones: _, email: _, web: _ } = &self.contact;
        lacking([(Field::Unit, unit), (Field::ContactPerson, person)].into_iter(), langs)
    }
}

fn lacking<'a>(fields: impl Iterator<Item = (Field, &'a ByLang)>, langs: &[Lang]) -> Vec<(Field, Lang)> {
    let mut lacks: Vec<(Field, Lang)> = Vec::new();
    for (field, words) in fields.filter(|(_, words)| !words.is_blank()) {
        for lang in langs.iter().filter(|lang| words.said_in(lang).is_empty()) {
            if !lacks.iter().any(|(other, there)| *other == field && there == lang) {
                lacks.push((field, lang.clone()));
            }
        }
    }
    lacks
}

/// The register's words in this language, where it has some.
fn put(words: &mut ByLang, known: &ByLang, lang: &Lang) {
    let known = known.said_in(lang);
    if !known.is_empty() && words.get(lang) != known {
        words.set(lang, known.to_owned());
    }
}

/// Are these the same words, whatever the case of their letters and the room between them?
pub fn says_same(one: &str, other: &str) -> bool {
    let plain = |words: &str| words.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    plain(one) == plain(other)
}

/// For fields that are left out of a file while they say nothing.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::release::SpeakerId;

    fn lang(tag: &str) -> Lang {
        tag.parse().unwrap()
    }

    fn both(kk: &str, ru: &str) -> ByLang {
        [(lang("kk"), kk.to_owned()), (lang("ru"), ru.to_owned())].into_iter().collect()
    }

    fn person() -> Person {
        let tenure = |title, from, until| Tenure { title, from, until };
        Person {
            name: both("Айгүл Тестова", "Айгуль Тестова"),
            titles: vec![
                tenure(both("мүше", "член совета"), None, Some(date(2024, 5, 31))),
                tenure(both("төрайым", "глава совета"), Some(date(2024, 6, 1)), None),
            ],
            ..Person::new(Uuid::from_u128(1))
        }
    }

    #[test]
    fn the_title_is_the_one_of_the_day() {
        let person = person();
        let title = |day| person.title_on(day).map(|tenure| tenure.title.get(&lang("ru")));
        assert_eq!(title(date(2024, 5, 31)), Some("член совета"));
        assert_eq!(title(date(2024, 6, 1)), Some("глава совета"));
        assert_eq!(title(date(2030, 1, 1)), Some("глава совета"));
        let mut open = person.clone();
        open.titles[0].until = None;
        assert_eq!(open.title_on(date(2025, 1, 1)), Some(&open.titles[1]), "the one that began last");
        open.titles.truncate(1);
        open.titles[0].until = Some(date(2020, 1, 1));
        assert_eq!(open.title_on(date(2025, 1, 1)), None);
        assert!(person.ended_title("Член  Совета", &lang("ru"), date(2024, 6, 1)).is_some());
        assert!(person.ended_title("член совета", &lang("ru"), date(2024, 5, 31)).is_none());
    }

    #[test]
    fn what_the_register_does_not_say_stays_as_it_was_typed() {
        let mut speaker = Speaker::new(SpeakerId(3));
        speaker.name = both("Айгул", "Айгуль");
        speaker.name.set(&lang("en"), "Aigul Testova".into());
        speaker.introduced.set(&lang("ru"), "мэр".into());
        person().write_into(&mut speaker, &["kk", "ru", "en"].map(lang), date(2026, 11, 23));
        let mut name = both("Айгүл Тестова", "Айгуль Тестова");
        name.set(&lang("en"), "Aigul Testova".into());
        assert_eq!((speaker.name, speaker.title), (name, both("төрайым", "глава совета")));
        assert_eq!(speaker.introduced, ByLang::one(&lang("ru"), "мэр"));
        assert_eq!(speaker.person, Some(Uuid::from_u128(1)));
    }

    #[test]
    fn somebody_is_known_by_the_reference_or_by_a_name_that_nobody_else_bears() {
        let mut register = Register { people: vec![person()], ..Register::default() };
        let mut speaker = Speaker::new(SpeakerId(1));
        assert_eq!(register.person_of(&speaker), None);
        speaker.name = ByLang::one(&lang("ru"), "айгуль  тестова");
        assert_eq!(register.person_of(&speaker), Some(&register.people[0]));
        speaker.name = ByLang::one(&lang("ru"), "Айгул Тестова");
        assert_eq!(register.person_of(&speaker), None);
        assert_eq!(register.probable_person_of(&speaker), Some(&register.people[0]));
        speaker.name = ByLang::one(&lang("ru"), "Айгуль Тестова");
        register.people.push(Person { id: Uuid::from_u128(2), ..person() });
        assert_eq!(register.probable_person_of(&speaker), None, "two of one name");
        speaker.person = Some(Uuid::from_u128(2));
        assert_eq!(register.person_of(&speaker), Some(&register.people[1]));
    }

    #[test]
    fn it_is_told_in_which_field_a_language_is_missing() {
        let mut person = person();
        assert_eq!(person.lacks(&["kk", "ru"].map(lang)), []);
        person.titles[0].title = ByLang::one(&lang("ru"), "член совета");
        let lacks = person.lacks(&["kk", "ru", "en"].map(lang));
        assert_eq!(lacks, [(Field::Name, lang("en")), (Field::Title, lang("kk")), (Field::Title, lang("en"))]);
    }
}
