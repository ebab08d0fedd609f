//! The newsroom's houses in the window: copied, changed with the page beside, renamed, put away and back.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/window.rs"]
mod window;

use std::fs;
use std::path::PathBuf;

use dateline::house::{Colour, House};
use dateline::newsroom::{self, choose_newsroom, copy_house, own_houses, preset, save_house, save_preferences};
use dateline::ui::Command;
use egui::Key;
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;
use window::{Window, at, carry_out, click, fill, notice, open, shows, sized, until, until_shown};

struct Room(TempDir);

impl Room {
    fn new() -> Self {
        let room = Room(tempfile::tempdir().unwrap());
        fs::create_dir(room.folder()).unwrap();
        choose_newsroom(&room.folder()).unwrap();
        room
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("City desk")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder().join("houses").join(format!("{name}.ron"))
    }

    fn house(&self, name: &str) -> House {
        let own = own_houses(&self.folder());
        own.into_iter().find(|own| own.name == name).unwrap().house.unwrap()
    }

    fn names(&self) -> Vec<String> {
        own_houses(&self.folder()).into_iter().map(|own| own.name).collect()
    }

    /// A window with the houses of this newsroom.
    fn window(&self) -> Window {
        let local = self.0.path().join("local");
        let mut preferences = newsroom::preferences(&local);
        preferences.choose(choose_newsroom(&self.folder()).unwrap());
        preferences.library_hidden = true;
        save_preferences(&local, &preferences).unwrap();
        let mut window = sized(at(&local), [1280.0, 1000.0]);
        carry_out(&mut window, Command::OpenHouses);
        until_shown(&mut window, "House styles");
        window
    }

    /// The same with a house called "ministry" in hand.
    fn with_ministry(&self) -> Window {
        copy_house(&self.folder(), "kazakhstan", "ministry").unwrap();
        let mut window = self.window();
        until(&mut window, |app| app.desk.house_styles.draft.is_some());
        window
    }
}

fn press(window: &mut Window, key: Key) {
    window.key_press_modifiers(egui::Modifiers::NONE, key);
    window.run_steps(4);
}

fn scroll_to(window: &mut Window, name: &str) {
    window.get_by_label(name).scroll_to_me();
    window.run_steps(4);
}

/// Fills a field that may be out of sight.
fn change(window: &mut Window, name: &str, words: &str) {
    scroll_to(window, name);
    fill(window, name, words);
}

#[test]
fn a_house_of_the_program_is_copied_and_the_copy_is_the_newsrooms_own() {
    let room = Room::new();
    let mut window = room.window();
    assert!(shows(&window, "This newsroom has no house style of its own yet."));
    click(&mut window, "Copy a house style");
    click(&mut window, "Parliament or ministry, Kazakhstan");
    fill(&mut window, "Name of the copy", "ministry");
    click(&mut window, "Use this name");
    until(&mut window, |app| app.desk.house_styles.draft.is_some());
    assert_eq!(room.names(), ["ministry"]);
    assert_eq!(room.house("ministry"), preset("kazakhstan").unwrap());
    assert!(shows(&window, "Headline, pt"));
}

#[test]
fn the_page_follows_each_change_and_what_was_changed_is_kept() {
    let room = Room::new();
    let mut window = room.with_ministry();
    let current = |app: &dateline::app::App| app.sheets.count() > 0 && app.sheets.trouble().is_none();
    until(&mut window, current);
    let before = window.state().sheets.revision();
    change(&mut window, "Colour", "#aa2200");
    change(&mut window, "Top margin, mm", "30");
    change(&mut window, "Verbs, with commas between them", "деді, деп атап өтті");
    until(&mut window, |app| app.sheets.revision() > before && app.sheets.trouble().is_none());
    let drawn = window.state().sheets.revision();
    change(&mut window, "Boilerplate", "Министрлік туралы мәлімет.");
    until(&mut window, |app| app.sheets.revision() > drawn);
    let story = window.state().desk.house_styles.story().unwrap();
    let text = dateline::export::export(story, dateline::export::Format::Text, &dateline::export::Options::default());
    let text = String::from_utf8(text.unwrap().bytes).unwrap();
    assert!(text.contains("Министрлік туралы мәлімет."), "{text}");
    // Whoever puts the houses away has not given them up.
    press(&mut window, Key::Escape);
    until(&mut window, |app| {
        !app.desk
            .house_styles
            .list
            .iter()
            .any(|own| own.house.as_ref().is_ok_and(|house| house.letterhead.colour != Colour([0xaa, 0x22, 0])))
    });
    let house = room.house("ministry");
    assert_eq!((house.letterhead.colour, house.letterhead.margins_mm.top), (Colour([0xaa, 0x22, 0]), 30.0));
    let style = house.style(&"kk".parse().unwrap()).unwrap();
    assert_eq!(style.quote.verbs, ["деді", "деп атап өтті"]);
    assert_eq!(style.boilerplate.0, "Министрлік туралы мәлімет.");
    // It is in hand again when they are opened again.
    carry_out(&mut window, Command::OpenHouses);
    until(&mut window, |app| app.desk.house_styles.draft.is_some());
    assert!(shows(&window, "#aa2200"));
}

#[test]
fn the_open_release_reads_in_the_house_as_soon_as_it_is_saved() {
    let room = Room::new();
    let mut window = room.with_ministry();
    press(&mut window, Key::Escape);
    let release = room.folder().join("2026/2026-11-26-bridge");
    dateline::newsroom::sample(&release).unwrap();
    carry_out(&mut window, Command::Open(release));
    until(&mut window, |app| app.desk.open.is_some());
    window.state_mut().desk.open.as_mut().unwrap().release.house = Some("ministry".into());
    window.run_steps(4);
    carry_out(&mut window, Command::OpenHouses);
    until(&mut window, |app| app.desk.house_styles.draft.is_some());
    change(&mut window, "End mark", "* * *");
    click(&mut window, "Save house style");
    let kk = "kk".parse().unwrap();
    until(&mut window, |app| {
        let house = app.desk.open.as_ref().unwrap().houses.of(&"kk".parse().unwrap()).clone();
        house.style(&"kk".parse().unwrap()).is_some_and(|style| style.end_mark == "* * *")
    });
    assert_eq!(open(&window).houses.of(&kk), &room.house("ministry"));
}

#[test]
fn a_pattern_that_cannot_be_read_is_told_and_not_saved() {
    let room = Room::new();
    let mut window = room.with_ministry();
    let before = fs::read(room.file("ministry")).unwrap();
    change(&mut window, "Contact", "{unit}, {phon}");
    assert!(shows(&window, "{phon}") && shows(&window, "language kk, contact"));
    carry_out(&mut window, Command::KeepHouse);
    press(&mut window, Key::Escape);
    assert_eq!(fs::read(room.file("ministry")).unwrap(), before);
    // What was written waits until it is mended.
    carry_out(&mut window, Command::OpenHouses);
    assert!(shows(&window, "{unit}, {phon}"));
    scroll_to(&mut window, "Contact");
    click(&mut window, "Discard changes");
    assert!(!shows(&window, "{unit}, {phon}"));
}

#[test]
fn a_house_is_renamed_removed_and_put_back() {
    let room = Room::new();
    let mut window = room.with_ministry();
    click(&mut window, "Rename…");
    fill(&mut window, "New name", "council");
    press(&mut window, Key::Enter);
    until(&mut window, |app| app.desk.house_styles.chosen.as_deref() == Some("council"));
    assert_eq!(room.names(), ["council"]);
    click(&mut window, "Remove house style");
    until_shown(&mut window, "The house style was removed");
    assert!(room.names().is_empty());
    click(&mut window, "Undo");
    until(&mut window, |app| app.desk.house_styles.draft.is_some());
    assert_eq!(room.names(), ["council"]);
}

#[test]
fn what_somebody_else_has_changed_in_a_house_is_not_replaced_unseen() {
    let room = Room::new();
    let mut window = room.with_ministry();
    let mut theirs = room.house("ministry");
    theirs.web = "theirs.example.org".into();
    let seen = own_houses(&room.folder()).remove(0).seen;
    save_house(&room.folder(), "ministry", &theirs, seen).unwrap();
    change(&mut window, "Website", "ours.example.org");
    click(&mut window, "Save house style");
    until_shown(&mut window, "This house style was not saved");
    assert_eq!(room.house("ministry").web, "theirs.example.org");
    click(&mut window, "Save house style");
    until(&mut window, |app| app.desk.house_styles.draft.as_ref().is_some_and(|draft| !draft.is_changed()));
    assert_eq!(room.house("ministry").web, "ours.example.org");
}

#[test]
fn a_damaged_house_stands_in_the_list_with_its_fault() {
    let room = Room::new();
    fs::create_dir(room.folder().join("houses")).unwrap();
    fs::write(room.file("torn"), "Dateline(format: 1, house: (").unwrap();
    let mut window = room.window();
    until_shown(&mut window, "torn.ron");
    assert!(shows(&window, "the file is damaged at line 1"));
    assert!(!shows(&window, "Headline, pt"));
    assert_eq!(fs::read_to_string(room.file("torn")).unwrap(), "Dateline(format: 1, house: (");
    assert!(window.state().desk.notice.is_none(), "{}", notice(&window));
}
