//! Every command by a few letters of its name.

use dateline::app::Start;
use dateline::desk::{Aside, Question};
use dateline::newsroom::{Preferences, Recent, save_preferences};
use dateline::ui::Command;
use dateline::words::Locale;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::window::{
    Window, ctrl_shift, focused, key, open, sample, sample_for, sees, started, until, window, with_sample, write,
};

fn rows(harness: &Window) -> Vec<String> {
    let rows = harness.query_all_by_role(Role::ListBoxOption);
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

fn chosen(harness: &Window) -> Option<String> {
    let mut rows = harness.query_all_by_role(Role::ListBoxOption);
    rows.find(|row| row.accesskit_node().is_selected() == Some(true))?.accesskit_node().label()
}

/// Opens the list and types into it.
fn look_for(harness: &mut Window, letters: &str) {
    ctrl_shift(harness, Key::P);
    if !letters.is_empty() {
        harness.event(egui::Event::Text(letters.to_owned()));
        harness.run_steps(3);
    }
}

#[test]
fn save_is_found_in_the_language_of_the_window_and_in_english() {
    for (locale, letters) in [
        (Locale::Kazakh, "сақтау"),
        (Locale::Kazakh, "СҚТ"),
        (Locale::Kazakh, "save"),
        (Locale::Russian, "сохр"),
        (Locale::Russian, "save"),
        (Locale::English, "save"),
        (Locale::English, "sv"),
    ] {
        let mut harness = sample_for(locale);
        look_for(&mut harness, letters);
        assert_eq!(rows(&harness).first(), Some(&Command::Save.name(locale)), "{letters}: {:?}", rows(&harness));
    }
}

#[test]
fn enter_takes_the_first_row_and_the_arrows_another() {
    let mut harness = sample();
    look_for(&mut harness, "save");
    key(&mut harness, Key::ArrowDown);
    assert_eq!(chosen(&harness).as_deref(), Some("Save as…"));
    key(&mut harness, Key::ArrowUp);
    assert_eq!(chosen(&harness).as_deref(), Some("Save"));
    key(&mut harness, Key::Enter);
    assert_eq!(harness.state().desk.aside, None);
    assert!(matches!(harness.state().desk.question, Some(Question::SaveIn { .. })));
}

#[test]
fn from_the_first_row_up_is_the_last_one_and_it_is_in_sight() {
    let mut harness = sample();
    look_for(&mut harness, "");
    key(&mut harness, Key::ArrowUp);
    let all = rows(&harness);
    assert_eq!(chosen(&harness).as_ref(), all.last());
    harness.run_steps(4);
    let last = harness.get_by_role_and_label(Role::ListBoxOption, all.last().unwrap()).rect();
    assert!(last.bottom() < 800.0 && last.top() > 0.0, "{last:?}");
    key(&mut harness, Key::ArrowDown);
    assert_eq!(chosen(&harness).as_ref(), all.first());
}

#[test]
fn escape_leaves_and_the_focus_is_where_it_was() {
    let mut harness = sample();
    write(&mut harness, "Subhead", "!");
    let before = open(&harness).release.clone();
    look_for(&mut harness, "quit");
    assert_eq!(focused(&harness).as_deref(), Some("Command"));
    key(&mut harness, Key::Escape);
    harness.run_steps(3);
    assert_eq!(harness.state().desk.aside, None);
    assert_eq!(focused(&harness).as_deref(), Some("Subhead"));
    assert_eq!(open(&harness).release, before, "nothing of it was typed into the release");
}

#[test]
fn what_cannot_be_carried_out_is_left_out() {
    let mut harness = window(Locale::English);
    look_for(&mut harness, "");
    let all = rows(&harness);
    assert!(all.contains(&"Open…".to_owned()) && !all.contains(&"Save".to_owned()), "{all:?}");
    assert!(!all.contains(&"Undo".to_owned()) && !all.contains(&"Find a command…".to_owned()), "{all:?}");
}

#[test]
fn letters_that_meet_nothing_are_told() {
    let mut harness = sample();
    look_for(&mut harness, "qqqq");
    assert!(rows(&harness).is_empty());
    assert!(sees(&harness, "No matching command"));
    key(&mut harness, Key::Enter);
    assert!(matches!(harness.state().desk.aside, Some(Aside::Palette { .. })));
}

#[test]
fn a_click_on_a_row_carries_it_out() {
    let mut harness = sample();
    look_for(&mut harness, "contact");
    harness.get_by_role_and_label(Role::ListBoxOption, "Contact").click();
    let before = open(&harness).release.contacts.len();
    harness.run_steps(4);
    assert_eq!(open(&harness).release.contacts.len(), before + 1);
    assert_eq!(harness.state().desk.aside, None);
}

#[test]
fn a_group_helps_to_find_what_its_name_alone_does_not() {
    let mut harness = sample();
    look_for(&mut harness, "insert quote");
    assert_eq!(rows(&harness).first().map(String::as_str), Some("Quote"));
}

#[test]
fn recent_releases_are_found_by_their_headlines() {
    let folder = tempfile::tempdir().unwrap();
    let release = folder.path().join("bridge");
    dateline::newsroom::sample(&release).unwrap();
    let mut preferences = Preferences { locale: Some(Locale::English), ..Preferences::default() };
    preferences.remember(Recent {
        folder: release.clone(),
        headline: "Мост через реку открыт".into(),
        issued: jiff::civil::date(2026, 11, 23),
        langs: Vec::new(),
        photos: 0,
    });
    save_preferences(folder.path(), &preferences).unwrap();
    let mut harness = started(Start { local: Some(folder.path().to_owned()), ..Start::default() });
    look_for(&mut harness, "мост реку");
    key(&mut harness, Key::Enter);
    until(&mut harness, |app| app.desk.open.is_some());
    assert_eq!(open(&harness).folder.as_deref(), Some(release.as_path()));
}

#[test]
fn a_screen_reader_follows_the_arrows_while_the_cursor_stays_in_the_field() {
    let mut harness = sample();
    look_for(&mut harness, "save");
    key(&mut harness, Key::ArrowDown);
    assert!(matches!(&harness.state().desk.aside, Some(Aside::Palette { typed, row: 1 }) if typed == "save"));
    harness.event(egui::Event::Text(" as".into()));
    harness.run_steps(3);
    assert!(matches!(&harness.state().desk.aside, Some(Aside::Palette { typed, row: 0 }) if typed == "save as"));
    let options = harness.query_all_by_role(Role::ListBoxOption);
    assert_eq!(options.filter(|row| row.accesskit_node().is_selected() == Some(true)).count(), 1);
}

#[test]
fn settings_are_reached_from_the_list_and_escape_returns_to_the_field() {
    let mut harness = with_sample(window(Locale::Russian));
    write(&mut harness, "Место", "!");
    look_for(&mut harness, "настр");
    key(&mut harness, Key::Enter);
    assert_eq!(harness.state().desk.aside, Some(Aside::Settings));
    key(&mut harness, Key::Escape);
    harness.run_steps(3);
    assert_eq!(focused(&harness).as_deref(), Some("Место"));
}

#[test]
fn what_is_added_from_the_list_has_the_cursor() {
    for (letters, card) in [("Quote", "Quote"), ("Heading", "Heading"), ("Paragraph", "Paragraph")] {
        let mut harness = sample();
        harness.get_by_label("Paragraph 1").focus();
        harness.run_steps(3);
        look_for(&mut harness, letters);
        key(&mut harness, Key::Enter);
        harness.run_steps(4);
        assert_eq!(focused(&harness), Some(format!("{card} 2")), "{letters}");
    }
}
