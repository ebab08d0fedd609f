use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::register::Tenure;
use crate::release::{ByLang, Contact, Lang};

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

fn named(id: u128, name: &str) -> Person {
    Person { name: ByLang::one(&lang("ru"), name), ..Person::new(Uuid::from_u128(id)) }
}

fn added(person: &Person) -> Change<Person> {
    Change { before: None, after: Some(person.clone()) }
}

fn text(newsroom: &Path) -> String {
    fs::read_to_string(newsroom.join(PEOPLE_FILE)).unwrap()
}

#[test]
fn a_register_that_is_not_there_is_empty_and_begins_with_the_first_entry() {
    let newsroom = tempfile::tempdir().unwrap();
    let read = registers(newsroom.path());
    assert!(read.troubles.is_empty() && read.register == Register::default());
    change_people(newsroom.path(), &[], &added(&named(1, "Айгуль Тестова"))).unwrap();
    assert_eq!(registers(newsroom.path()).register.people, [named(1, "Айгуль Тестова")]);
    assert!(text(newsroom.path()).starts_with("Dateline(\n  format: 1,\n  people: [\n"), "{}", text(newsroom.path()));
}

#[test]
fn what_somebody_else_has_written_meanwhile_stays() {
    let newsroom = tempfile::tempdir().unwrap();
    let known = [named(1, "Айгуль")];
    change_people(newsroom.path(), &[], &added(&known[0])).unwrap();
    // Somebody else adds one and corrects another name of the first.
    change_people(newsroom.path(), &[], &added(&named(2, "Пётр"))).unwrap();
    let mut theirs = known[0].clone();
    theirs.name.set(&lang("en"), "Aigul".into());
    let change = Change { before: Some(known[0].clone()), after: Some(theirs.clone()) };
    change_people(newsroom.path(), &known, &change).unwrap();
    // Here nothing of that is known.
    let ours = Change { before: Some(known[0].clone()), after: Some(named(1, "Айгуль Тестова")) };
    let changed = change_people(newsroom.path(), &known, &ours).unwrap();
    assert_eq!(changed.theirs, None);
    theirs.name.set(&lang("ru"), "Айгуль Тестова".into());
    assert_eq!(changed.entries, [theirs.clone(), named(2, "Пётр")]);
    // The same words again, changed by both.
    let again = Change { before: Some(known[0].clone()), after: Some(named(1, "Айгул")) };
    let before = text(newsroom.path());
    assert_eq!(change_people(newsroom.path(), &known, &again).unwrap().theirs, Some(theirs));
    assert_eq!(text(newsroom.path()), before);
}

#[test]
fn fields_that_the_program_does_not_know_stay_with_their_person() {
    let newsroom = tempfile::tempdir().unwrap();
    let file = newsroom.path().join(PEOPLE_FILE);
    let written = r#"// By hand.
Dateline(format: 1, colour: "blue", people: [
  (id: "00000000-0000-0000-0000-000000000001", name: {"ru": "Айгуль"}, pronoun: "она",
   titles: [(title: {"ru": "глава"}, order: 7)]),
  (id: "00000000-0000-0000-0000-000000000002", name: {"ru": "Пётр"}, pronoun: "он"),
])
"#;
    fs::write(&file, written).unwrap();
    let people = registers(newsroom.path()).register.people;
    assert_eq!(people.len(), 2);
    let after = Person { initials: ByLang::one(&lang("ru"), "А. Тестова"), ..people[0].clone() };
    let change = Change { before: Some(people[0].clone()), after: Some(after) };
    change_people(newsroom.path(), &people, &change).unwrap();
    let saved = text(newsroom.path());
    for kept in ["colour: \"blue\",", "pronoun: \"она\",", "pronoun: \"он\",", "order: 7,", "А. Тестова"] {
        assert_eq!(saved.matches(kept).count(), 1, "{kept}\n{saved}");
    }
    let gone = Change { before: Some(people[1].clone()), after: None };
    change_people(newsroom.path(), &people, &gone).unwrap();
    assert!(!text(newsroom.path()).contains("он\""), "it went with its person");
}

#[test]
fn a_damaged_or_newer_register_is_told_and_never_replaced() {
    for broken in ["Dateline(format: 1, people: [(", "Dateline(format: 9, people: [])", "", "no register"] {
        let newsroom = tempfile::tempdir().unwrap();
        fs::write(newsroom.path().join(PEOPLE_FILE), broken).unwrap();
        let known = Contact { email: "press@example.org".into(), ..Contact::default() };
        let known = KnownContact { id: Uuid::from_u128(1), contact: known };
        let change = Change { before: None, after: Some(known.clone()) };
        change_contacts(newsroom.path(), &[], &change).unwrap();
        let read = registers(newsroom.path());
        assert_eq!(read.register.contacts, [known], "the other one serves");
        let told = read.troubles.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert!(told.len() == 1 && told[0].ends_with(PEOPLE_FILE), "{told:?}");
        assert!(change_people(newsroom.path(), &[], &added(&named(1, "Айгуль"))).is_err());
        assert_eq!(text(newsroom.path()), broken);
    }
}

#[test]
fn a_register_that_was_deleted_is_written_again_with_what_is_known_and_one_on_a_drive_that_is_away_is_not() {
    let newsroom = tempfile::tempdir().unwrap();
    let known = [named(1, "Айгуль"), named(2, "Пётр")];
    let change = Change { before: Some(known[0].clone()), after: Some(named(1, "Айгуль Тестова")) };
    change_people(newsroom.path(), &known, &change).unwrap();
    assert_eq!(registers(newsroom.path()).register.people, [named(1, "Айгуль Тестова"), named(2, "Пётр")]);
    let away = newsroom.path().join("away");
    assert!(change_people(&away, &known, &change).is_err());
    assert!(!away.exists());
}

#[test]
fn a_release_finds_the_registers_of_its_newsroom() {
    let newsroom = tempfile::tempdir().unwrap();
    let release = newsroom.path().join("2026/2026-11-23-bridge");
    fs::create_dir_all(&release).unwrap();
    assert!(register_of(&release).is_none());
    super::super::choose_newsroom(newsroom.path()).unwrap();
    change_people(newsroom.path(), &[], &added(&named(1, "Айгуль"))).unwrap();
    assert_eq!(register_of(&release).unwrap().register.people, [named(1, "Айгуль")]);
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[а-яәғқңөұүһіА-Я \\u{a0}]{0,20}",
        ".{0,12}",
        Just("\"\\\u{200b}'\n(id: 3, /* ]".to_owned()),
        Just("{}[],:r#\"".to_owned())
    ]
}

fn by_lang() -> impl Strategy<Value = ByLang> {
    let tags = prop::sample::subsequence(vec!["kk", "ru", "en", "de-AT", "zh-Hant"], 0..4);
    (tags, prop::collection::vec(words(), 4))
        .prop_map(|(tags, words)| tags.into_iter().zip(words).map(|(tag, words)| (lang(tag), words)).collect())
}

fn day() -> impl Strategy<Value = Option<Date>> {
    prop::option::of((1900_i16..2100, 1_i8..13, 1_i8..29).prop_map(|(year, month, day)| date(year, month, day)))
}

fn people() -> impl Strategy<Value = Vec<Person>> {
    let tenure = (by_lang(), day(), day()).prop_map(|(title, from, until)| Tenure { title, from, until });
    let person = (by_lang(), prop::collection::vec(tenure, 0..3), by_lang(), by_lang(), words()).prop_map(
        |(name, titles, introduced, initials, photo)| Person {
            name,
            titles,
            introduced,
            initials,
            photo,
            ..Person::new(Uuid::nil())
        },
    );
    prop::collection::vec(person, 0..5).prop_map(|mut people| {
        for (id, person) in (1..).zip(&mut people) {
            person.id = Uuid::from_u128(id);
        }
        people
    })
}

fn contacts() -> impl Strategy<Value = Vec<KnownContact>> {
    let contact = (by_lang(), by_lang(), prop::collection::vec(words(), 0..3), words(), words())
        .prop_map(|(unit, person, phones, email, web)| Contact { unit, person, phones, email, web });
    prop::collection::vec(contact, 0..4).prop_map(|contacts| {
        let ids = (1..).map(Uuid::from_u128);
        ids.zip(contacts).map(|(id, contact)| KnownContact { id, contact }).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_register_written_and_read_is_equal(people in people(), contacts in contacts()) {
        let newsroom = tempfile::tempdir().unwrap();
        for person in &people {
            change_people(newsroom.path(), &[], &added(person)).unwrap();
        }
        for known in &contacts {
            change_contacts(newsroom.path(), &[], &Change { before: None, after: Some(known.clone()) }).unwrap();
        }
        let read = registers(newsroom.path());
        prop_assert!(read.troubles.is_empty(), "{:?}", read.troubles);
        prop_assert_eq!(read.register, Register { people, contacts });
    }
}
