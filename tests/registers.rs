//! People and contacts of the newsroom in the window: picked by letters, added from the form, corrected in one place.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/window.rs"]
mod window;

use std::fs;
use std::path::PathBuf;

use dateline::check::Rule;
use dateline::desk::RegisterShelf;
use dateline::newsroom::{self, change_contacts, change_people, choose_newsroom, registers, save_preferences};
use dateline::register::{Change, KnownContact, Person, Tenure};
use dateline::release::{BlockKind, ByLang, Contact, Edition, Lang, Release};
use dateline::ui::Command;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::date;
use tempfile::TempDir;
use uuid::Uuid;
use window::{Window, at, carry_out, click, fill, notice, open, shows, sized, until, until_shown};

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

fn both(ru: &str, en: &str) -> ByLang {
    [(lang("ru"), ru.to_owned()), (lang("en"), en.to_owned())]
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .collect()
}

/// Somebody who was a member of the council until May 2026 and is its head since.
fn aigul() -> Person {
    let tenure = |title, from, until| Tenure { title, from, until };
    Person {
        name: both("Айгуль Тестова", "Aigul Testova"),
        titles: vec![
            tenure(both("член совета", "member of the council"), None, Some(date(2026, 5, 31))),
            tenure(both("глава совета", "head of the council"), Some(date(2026, 6, 1)), None),
        ],
        ..Person::new(Uuid::from_u128(1))
    }
}

fn pyotr() -> Person {
    Person { name: both("Пётр Примеров", ""), ..Person::new(Uuid::from_u128(2)) }
}

fn press_office() -> KnownContact {
    let unit = both("Пресс-служба", "Press office");
    let contact = Contact { unit, email: "press@example.org".into(), ..Contact::default() };
    KnownContact { id: Uuid::from_u128(9), contact }
}

/// A newsroom in a folder of its own, with two people and a contact.
struct Room(TempDir);

impl Room {
    fn new() -> Self {
        let room = Room(tempfile::tempdir().unwrap());
        fs::create_dir(room.folder()).unwrap();
        choose_newsroom(&room.folder()).unwrap();
        room.others_add(&aigul());
        room.others_add(&pyotr());
        let contact = Change { before: None, after: Some(press_office()) };
        change_contacts(&room.folder(), &[], &contact).unwrap();
        room
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("City desk")
    }

    fn others_add(&self, person: &Person) {
        self.others_change(None, Some(person.clone()));
    }

    fn others_change(&self, before: Option<Person>, after: Option<Person>) {
        change_people(&self.folder(), &[], &Change { before, after }).unwrap();
    }

    fn people(&self) -> Vec<Person> {
        registers(&self.folder()).register.people
    }

    fn person(&self, id: u128) -> Person {
        self.people().into_iter().find(|person| person.id == Uuid::from_u128(id)).unwrap()
    }

    /// A window of a person who has chosen this newsroom.
    fn window(&self) -> Window {
        let local = self.0.path().join("local");
        let mut preferences = newsroom::preferences(&local);
        preferences.choose(choose_newsroom(&self.folder()).unwrap());
        preferences.library_hidden = true;
        preferences.preview_hidden = true;
        save_preferences(&local, &preferences).unwrap();
        let mut window = sized(at(&local), [1100.0, 1200.0]);
        until(&mut window, |app| {
            !app.desk.registers.known.people.is_empty() || !app.desk.registers.troubles.is_empty()
        });
        window
    }

    /// The same with a new release in Russian and English, and a quote in it.
    fn with_release(&self) -> Window {
        let mut window = self.window();
        carry_out(&mut window, Command::New(lang("ru")));
        until(&mut window, |app| app.desk.open.is_some());
        let open = window.state_mut().desk.open.as_mut().unwrap();
        open.release.editions.push(Edition::new(lang("en")));
        click(&mut window, "+ Quote");
        fill(&mut window, "Quote 2", "Мы ждали.");
        window
    }
}

fn release(window: &Window) -> &Release {
    &open(window).release
}

fn rules(window: &Window) -> Vec<Rule> {
    open(window).findings().iter().map(|finding| finding.rule).collect()
}

fn press(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::NONE, key);
    window.run_steps(4);
}

/// Opens the register and the entry that is called so.
fn edit(window: &mut Window, name: &str) {
    carry_out(window, Command::OpenRegister(RegisterShelf::People));
    click_row(window, name);
}

fn click_row(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run_steps(4);
}

fn pick_for_quote(window: &mut Window, letters: &str) {
    click(window, "Quote 2: speaker");
    window.run_steps(4);
    window.get_by_label("Find a speaker").type_text(letters);
    window.run_steps(4);
}

#[test]
fn a_few_letters_find_somebody_in_the_register_and_the_release_says_it_all_then() {
    let room = Room::new();
    let mut window = room.with_release();
    pick_for_quote(&mut window, "testo");
    assert!(shows(&window, "In the register"));
    press(&mut window, Key::Enter);
    let [speaker] = release(&window).speakers.as_slice() else { panic!("{:?}", release(&window).speakers) };
    assert_eq!(speaker.name, aigul().name);
    assert_eq!(speaker.title, both("глава совета", "head of the council"), "the one of the day");
    let BlockKind::Quote(quote) = &open(&window).shown().body[1].kind else { panic!() };
    assert_eq!((quote.speaker, quote.verb.as_str()), (Some(speaker.id), "сказала"));
    // One step takes it back.
    carry_out(&mut window, Command::Undo);
    assert!(release(&window).speakers.is_empty());
}

#[test]
fn speakers_of_the_release_stand_before_those_of_the_register() {
    let room = Room::new();
    let mut window = room.with_release();
    carry_out(&mut window, Command::AddSpeaker(None));
    fill(&mut window, "Speaker 1: name", "Айгерим Тестова");
    pick_for_quote(&mut window, "тест");
    press(&mut window, Key::Enter);
    let BlockKind::Quote(quote) = &open(&window).shown().body[1].kind else { panic!() };
    assert_eq!(quote.speaker, Some(release(&window).speakers[0].id));
    assert_eq!(release(&window).speakers.len(), 1);
}

#[test]
fn speakers_and_contacts_are_taken_from_the_register_in_the_form() {
    let room = Room::new();
    let mut window = room.with_release();
    let buttons = |window: &Window| window.query_all_by_label("From the register…").count();
    assert_eq!(buttons(&window), 2);
    window.query_all_by_label("From the register…").next().unwrap().click();
    window.run_steps(6);
    window.get_by_label("Find by a few letters").type_text("прим");
    window.run_steps(4);
    press(&mut window, Key::Enter);
    assert_eq!(release(&window).speakers[0].name, pyotr().name);
    window.query_all_by_label("From the register…").last().unwrap().click();
    window.run_steps(6);
    window.get_by_label("Find by a few letters").type_text("press@");
    window.run_steps(4);
    press(&mut window, Key::Enter);
    assert!(release(&window).contacts.contains(&press_office().contact));
    assert_eq!(buttons(&window), 1, "the one contact is there");
}

#[test]
fn a_speaker_typed_in_the_form_gets_into_the_register_with_one_act() {
    let room = Room::new();
    let mut window = room.with_release();
    carry_out(&mut window, Command::AddSpeaker(None));
    fill(&mut window, "Speaker 1: name", "Анна Мост");
    fill(&mut window, "Speaker 1: title", "инженер");
    click(&mut window, "Speaker 1: add to the register");
    until(&mut window, |app| app.desk.registers.known.people.len() == 3);
    let added = room.people().pop().unwrap();
    assert_eq!((added.name, added.titles[0].title.clone()), (both("Анна Мост", ""), both("инженер", "")));
    assert_eq!(notice(&window), "Added to the register");
    assert!(!shows(&window, "Speaker 1: add to the register"), "it is known now");
    // Contacts the same, by the command.
    carry_out(&mut window, Command::AddContact);
    let number = release(&window).contacts.len();
    fill(&mut window, &format!("Contact {number}: department"), "Отдел печати");
    carry_out(&mut window, Command::RegisterContact(None));
    until(&mut window, |app| app.desk.registers.known.contacts.len() >= 2);
    let contacts = registers(&room.folder()).register.contacts;
    assert!(contacts.iter().any(|known| known.contact.unit == both("Отдел печати", "")));
}

#[test]
fn a_corrected_title_is_offered_to_the_open_release_and_never_put_there_unasked() {
    let room = Room::new();
    let mut window = room.with_release();
    carry_out(&mut window, Command::TakePerson(Uuid::from_u128(1)));
    assert!(!rules(&window).contains(&Rule::SpeakerTitleInRegister));
    edit(&mut window, "Aigul Testova");
    fill(&mut window, "Title 2: Русский", "председатель совета");
    click(&mut window, "Save entry");
    until_shown(&mut window, "One speaker of the open release is written otherwise than in the register.");
    assert_eq!(room.person(1).titles[1].title, both("председатель совета", "head of the council"));
    assert_eq!(release(&window).speakers[0].title.get(&lang("ru")), "глава совета");
    assert!(rules(&window).contains(&Rule::SpeakerTitleInRegister));
    click(&mut window, "Bring up to date");
    assert_eq!(release(&window).speakers[0].title.get(&lang("ru")), "председатель совета");
    assert!(!rules(&window).contains(&Rule::SpeakerTitleInRegister));
    press(&mut window, Key::Escape);
    assert_eq!(notice(&window), "The speakers are as in the register");
    carry_out(&mut window, Command::Undo);
    assert_eq!(release(&window).speakers[0].title.get(&lang("ru")), "глава совета", "one step of undo");
}

#[test]
fn the_register_says_otherwise_and_its_words_can_be_taken() {
    let room = Room::new();
    let mut window = room.with_release();
    carry_out(&mut window, Command::AddSpeaker(None));
    fill(&mut window, "Speaker 1: name", "Айгул Тестова");
    fill(&mut window, "Speaker 1: title", "член совета");
    window.run_steps(2);
    let asked = [Rule::SpeakerNameInRegister, Rule::SpeakerTitleEnded];
    assert!(asked.iter().all(|rule| rules(&window).contains(rule)), "{:?}", rules(&window));
    for fix in ["Use “Айгуль Тестова”", "Use “глава совета”"] {
        window.get_by_label(fix).scroll_to_me();
        window.run_steps(4);
        click(&mut window, fix);
    }
    let speaker = &release(&window).speakers[0];
    assert_eq!((speaker.name.get(&lang("ru")), speaker.title.get(&lang("ru"))), ("Айгуль Тестова", "глава совета"));
    assert!(!asked.iter().any(|rule| rules(&window).contains(rule)));
}

#[test]
fn the_register_is_searched_and_tells_in_which_field_a_language_is_missing() {
    let room = Room::new();
    let mut window = room.window();
    carry_out(&mut window, Command::OpenRegister(RegisterShelf::People));
    until_shown(&mut window, "Aigul Testova");
    fill(&mut window, "Find by a few letters", "прим");
    assert!(!shows(&window, "Aigul Testova"));
    click_row(&mut window, "Пётр Примеров");
    assert!(shows(&window, "English: missing"));
    let row = window.get_by_role_and_label(Role::Button, "Пётр Примеров");
    assert_eq!(row.accesskit_node().data().description(), Some("Name: no English"));
    fill(&mut window, "Name: English", "Pyotr Primerov");
    assert!(!shows(&window, "English: missing"));
    // Whoever puts the register away has not given it up.
    press(&mut window, Key::Escape);
    until(&mut window, |app| app.desk.registers.done.len() == 1);
    assert_eq!(room.person(2).name, both("Пётр Примеров", "Pyotr Primerov"));
}

#[test]
fn what_was_added_corrected_or_removed_can_be_taken_back() {
    let room = Room::new();
    let mut window = room.window();
    carry_out(&mut window, Command::OpenRegister(RegisterShelf::People));
    click(&mut window, "New person");
    fill(&mut window, "Name: Русский", "Анна Мост");
    click(&mut window, "+ Title");
    fill(&mut window, "Title 1: Русский", "инженер");
    fill(&mut window, "Title 1: from", "01.03.2025");
    click(&mut window, "Save entry");
    until(&mut window, |app| app.desk.registers.known.people.len() == 3);
    let added = room.people().pop().unwrap();
    assert_eq!(added.titles[0].from, Some(date(2025, 3, 1)));
    click_row(&mut window, "Пётр Примеров");
    click(&mut window, "Remove");
    until_shown(&mut window, "Removed from the register");
    assert_eq!(room.people().len(), 2);
    click(&mut window, "Undo");
    until(&mut window, |app| app.desk.registers.known.people.len() == 3);
    assert_eq!(room.person(2), pyotr());
    click(&mut window, "Undo");
    until(&mut window, |app| app.desk.registers.known.people.len() == 2);
    assert!(!room.people().contains(&added));
    assert!(!shows(&window, "Removed from the register"));
}

#[test]
fn what_somebody_else_changes_is_seen_and_what_both_change_is_never_replaced_unseen() {
    let room = Room::new();
    let mut window = room.window();
    edit(&mut window, "Aigul Testova");
    fill(&mut window, "Name: Русский", "Айгуль Примерова");
    // Somebody else corrects another field, and adds somebody.
    let mut theirs = aigul();
    theirs.initials = both("А. Тестова", "");
    room.others_change(Some(aigul()), Some(theirs.clone()));
    click(&mut window, "Save entry");
    until(&mut window, |app| app.desk.registers.done.len() == 1);
    theirs.name = both("Айгуль Примерова", "Aigul Testova");
    assert_eq!(room.person(1), theirs);
    // Then the same field.
    fill(&mut window, "Name: Русский", "Айгуль Мостовая");
    let mut other = theirs.clone();
    other.name = both("Айгуль Речная", "Aigul Testova");
    room.others_change(Some(theirs), Some(other.clone()));
    click(&mut window, "Save entry");
    until_shown(&mut window, "Somebody else has changed this entry meanwhile.");
    assert_eq!(room.person(1), other, "nothing was replaced");
    assert!(shows(&window, "Айгуль Речная") && shows(&window, "Айгуль Мостовая"));
    // Saved again, it is knowingly.
    click(&mut window, "Save entry");
    until(&mut window, |app| app.desk.registers.done.len() == 2);
    assert_eq!(room.person(1).name, both("Айгуль Мостовая", "Aigul Testova"));
}

#[test]
fn what_others_write_into_the_registers_is_soon_known_here() {
    let room = Room::new();
    let mut window = room.with_release();
    room.others_add(&Person { name: both("Анна Мост", ""), ..Person::new(Uuid::from_u128(3)) });
    until(&mut window, |app| app.desk.registers.known.people.len() == 3);
    pick_for_quote(&mut window, "мост");
    assert!(shows(&window, "Анна Мост"));
}

#[test]
fn a_damaged_register_is_told_never_replaced_and_stops_nothing() {
    let room = Room::new();
    let file = room.folder().join("people.ron");
    fs::write(&file, "Dateline(format: 1, people: [(").unwrap();
    let mut window = room.with_release();
    carry_out(&mut window, Command::OpenRegister(RegisterShelf::People));
    until_shown(&mut window, "Could not read the register");
    click(&mut window, "New person");
    fill(&mut window, "Name: Русский", "Анна Мост");
    click(&mut window, "Save entry");
    until_shown(&mut window, "Could not save the register");
    assert_eq!(fs::read_to_string(&file).unwrap(), "Dateline(format: 1, people: [(");
    // What was written waits in its field until the file is mended.
    press(&mut window, Key::Escape);
    fs::remove_file(&file).unwrap();
    carry_out(&mut window, Command::OpenRegister(RegisterShelf::People));
    until(&mut window, |app| app.desk.registers.troubles.is_empty());
    assert!(shows(&window, "Анна Мост"));
    click(&mut window, "Save entry");
    until(&mut window, |app| app.desk.registers.known.people.len() == 1);
    assert_eq!(room.people()[0].name, both("Анна Мост", ""));
    // The contacts served all the time.
    assert_eq!(window.state().desk.registers.known.contacts, [press_office()]);
}
