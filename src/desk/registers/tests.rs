use jiff::civil::date;

use super::*;
use crate::house::Houses;
use crate::register::Tenure;
use crate::release::{ByLang, Edition, Text};

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

fn both(kk: &str, ru: &str) -> ByLang {
    [(lang("kk"), kk.to_owned()), (lang("ru"), ru.to_owned())].into_iter().collect()
}

fn aigul() -> Person {
    Person {
        name: both("Айгүл Тестова", "Айгуль Тестова"),
        titles: vec![Tenure { title: both("төрайым", "глава совета"), ..Tenure::default() }],
        ..Person::new(Uuid::from_u128(1))
    }
}

fn known(people: Vec<Person>) -> Arc<Register> {
    Arc::new(Register { people, ..Register::default() })
}

/// A release in two languages with a quote by nobody.
fn open() -> Open {
    let mut open = Open::blank(Uuid::nil(), date(2026, 11, 23), lang("ru"), Houses::default(), Vec::new());
    open.release.editions.push(Edition::new(lang("kk")));
    let quote = Quote {
        text: Text("Мы ждали.".into()), tail: "Айгуль Тестова на мосту".into(), ..Quote::default()
    };
    open.shown_mut().body = vec![Block { id: BlockId(1), kind: BlockKind::Quote(quote) }];
    open.put_register(&known(vec![aigul()]));
    open
}

fn quote(open: &Open) -> &Quote {
    let BlockKind::Quote(quote) = &open.shown().body[0].kind else { panic!("no quote") };
    quote
}

#[test]
fn whoever_is_chosen_stands_in_the_release_in_all_its_languages_and_only_once() {
    let mut open = open();
    open.quote_person(BlockId(1), Uuid::from_u128(1));
    open.quote_person(BlockId(1), Uuid::from_u128(1));
    let [speaker] = open.release.speakers.as_slice() else { panic!("{:?}", open.release.speakers) };
    assert_eq!((&speaker.name, &speaker.title), (&aigul().name, &both("төрайым", "глава совета")));
    assert_eq!((quote(&open).speaker, quote(&open).tail.as_str()), (Some(speaker.id), "на мосту"));
    // The release says it all without the register.
    open.put_register(&known(Vec::new()));
    assert_eq!(open.release.speakers[0].name.get(&lang("kk")), "Айгүл Тестова");
    assert!(open.outdated_speakers().is_empty());
}

#[test]
fn a_corrected_name_finds_the_speakers_who_had_the_old_one() {
    let mut open = open();
    let mut typed = Speaker::new(SpeakerId(1));
    typed.name = ByLang::one(&lang("ru"), "Айгуль Тестова");
    open.release.speakers.push(typed);
    let mut corrected = aigul();
    corrected.name.set(&lang("ru"), "Айгуль Примерова".into());
    open.put_register(&known(vec![corrected]));
    assert_eq!(open.outdated_speakers(), [SpeakerId(1)]);
    assert_eq!(open.release.speakers[0].name.get(&lang("ru")), "Айгуль Тестова", "nothing is changed unasked");
    open.update_speakers();
    assert_eq!(open.release.speakers[0].name, both("Айгүл Тестова", "Айгуль Примерова"));
    assert!(open.outdated_speakers().is_empty());
}

#[test]
fn those_whom_nobody_knows_can_be_registered_and_are_known_then() {
    let mut open = open();
    open.take_person(Uuid::from_u128(1));
    let mut typed = Speaker::new(SpeakerId(9));
    (typed.name, typed.title) = (both("Пётр Примеров", "Пётр Примеров"), both("инженер", "инженер"));
    open.release.speakers.extend([typed, Speaker::new(SpeakerId(10))]);
    assert_eq!(open.unregistered_speakers(None), [SpeakerId(9)]);
    assert_eq!(open.unregistered_speakers(Some(SpeakerId(10))), []);
    let person = open.register_speaker(SpeakerId(9), Uuid::from_u128(2)).unwrap();
    assert_eq!(person.titles[0].title, both("инженер", "инженер"));
    open.put_register(&known(vec![aigul(), person]));
    assert_eq!(open.unregistered_speakers(None), []);
}

#[test]
fn a_contact_is_taken_once_and_takes_the_place_of_an_empty_card() {
    let mut open = open();
    let contact = Contact { email: "press@example.org".into(), ..Contact::default() };
    let known = KnownContact { id: Uuid::from_u128(5), contact: contact.clone() };
    open.put_register(&Arc::new(Register { contacts: vec![known], ..Register::default() }));
    open.release.contacts = vec![Contact::default()];
    open.take_contact(Uuid::from_u128(5));
    open.take_contact(Uuid::from_u128(5));
    assert_eq!(open.release.contacts, [contact]);
    assert!(open.unregistered_contacts(None).is_empty());
}

#[test]
fn an_attribution_introduces_somebody_by_the_words_of_the_register() {
    let mut open = open();
    let mut person = aigul();
    person.introduced = ByLang::one(&lang("ru"), "мэр");
    open.put_register(&known(vec![person]));
    open.quote_person(BlockId(1), Uuid::from_u128(1));
    let text = |open: &Open| open.as_plain().plain;
    assert!(text(&open).contains("мэр") && !text(&open).contains("глава совета"), "{}", text(&open));
    open.release.speakers[0].introduced = ByLang::EMPTY;
    assert!(text(&open).contains("глава совета"), "{}", text(&open));
}
