//! The menu behind the program's name, by mouse and by keys.

use dateline::app::Start;
use dateline::desk::Question;
use dateline::newsroom::{Preferences, Recent, save_preferences};
use dateline::ui::{Command, Group};
use dateline::words::Locale;
use egui::{Event, Key, Modifiers, Popup};
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::date;

use crate::window::{
    ask, click, focused, key, open, sample, sample_for, sees, started, until, window, with_sample, write,
};

#[test]
fn the_menu_opens_by_f10_and_gives_the_focus_back() {
    let mut harness = sample();
    harness.get_by_label("Subhead").focus();
    harness.run_steps(2);
    key(&mut harness, Key::F10);
    assert!(sees(&harness, "Save as…"));
    key(&mut harness, Key::Escape);
    harness.run_steps(3);
    assert!(!sees(&harness, "Save as…"));
    assert_eq!(focused(&harness).as_deref(), Some("Subhead"));
}

/// Holds these keys down for a frame, one set after the other, and lets them go.
fn hold(harness: &mut crate::window::Window, held: &[Modifiers]) {
    for modifiers in held.iter().chain([&Modifiers::NONE]) {
        harness.event(Event::ModifiersChanged(*modifiers));
        harness.run_steps(1);
    }
    harness.run_steps(3);
}

#[test]
fn alt_alone_opens_the_menu_and_closes_it_again() {
    let mut harness = sample();
    harness.get_by_label("Subhead").focus();
    harness.run_steps(2);
    hold(&mut harness, &[Modifiers::ALT]);
    assert!(sees(&harness, "Save as…"));
    hold(&mut harness, &[Modifiers::ALT]);
    harness.run_steps(3);
    assert!(!sees(&harness, "Save as…"));
    assert_eq!(focused(&harness).as_deref(), Some("Subhead"));
}

#[test]
fn alt_with_anything_else_opens_no_menu() {
    let mut harness = sample();
    harness.get_by_label("Subhead").focus();
    harness.run_steps(2);
    // Another keyboard, and AltGr.
    for other in [Modifiers::SHIFT, Modifiers::CTRL] {
        hold(&mut harness, &[Modifiers::ALT, Modifiers::ALT | other, Modifiers::ALT]);
        hold(&mut harness, &[other, Modifiers::ALT | other]);
        assert!(!sees(&harness, "Save as…"), "{other:?}");
    }
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    harness.run_steps(4);
    assert!(!sees(&harness, "Save as…"));
}

#[test]
fn arrows_and_enter_choose_from_the_menu() {
    let mut harness = sample();
    key(&mut harness, Key::F10);
    key(&mut harness, Key::ArrowDown);
    assert_eq!(focused(&harness).as_deref(), Some("New release"));
    key(&mut harness, Key::ArrowDown);
    assert_eq!(focused(&harness).as_deref(), Some("Open…"));
    key(&mut harness, Key::Enter);
    assert!(matches!(harness.state().desk.question, Some(Question::Open { .. })));
    assert!(!Popup::is_any_open(&harness.ctx));
}

#[test]
fn arrows_lead_into_a_menu_of_the_menu() {
    let mut harness = sample();
    key(&mut harness, Key::F10);
    for _ in 0..40 {
        if focused(&harness).as_deref() == Some("Insert") {
            break;
        }
        key(&mut harness, Key::ArrowDown);
    }
    key(&mut harness, Key::ArrowRight);
    harness.run_steps(3);
    assert_eq!(focused(&harness).as_deref(), Some("Paragraph"));
    let before = open(&harness).shown().body.len();
    key(&mut harness, Key::Enter);
    assert_eq!(open(&harness).shown().body.len(), before + 1);
}

#[test]
fn every_command_of_the_table_stands_in_the_menu() {
    for locale in Locale::ALL {
        let mut harness = sample_for(locale);
        click(&mut harness, "Dateline");
        for part in Group::Release.parts().flatten() {
            assert!(sees(&harness, &part.name(locale)), "{part:?} in {locale:?}");
        }
        for group in [Group::Edit, Group::Insert, Group::View, Group::Help] {
            harness.get_by_label(group.label(locale)).click();
            harness.run_steps(4);
            for command in group.parts().flatten().filter(|command| !matches!(command, Command::ShowEdition(_))) {
                assert!(sees(&harness, &command.name(locale)), "{command:?} in {locale:?}");
            }
        }
    }
}

#[test]
fn keys_stand_beside_the_words() {
    let mut harness = sample();
    key(&mut harness, Key::F10);
    let row = harness.get_by_role_and_label(egui::accesskit::Role::MenuItem, "Save as…");
    assert_eq!(row.accesskit_node().data().keyboard_shortcut(), Some("Ctrl+Shift+S"));
}

#[test]
fn what_cannot_be_carried_out_is_grey() {
    let mut harness = window(Locale::English);
    key(&mut harness, Key::F10);
    let is_grey = |harness: &crate::window::Window, name: &str| {
        harness.get_by_role_and_label(egui::accesskit::Role::MenuItem, name).accesskit_node().is_disabled()
    };
    assert!(is_grey(&harness, "Save") && is_grey(&harness, "Export…") && !is_grey(&harness, "Open…"));
}

#[test]
fn the_languages_of_the_release_stand_in_the_menu_by_their_own_names() {
    let mut harness = sample();
    click(&mut harness, "Dateline");
    click(&mut harness, "View");
    let role = egui::accesskit::Role::MenuItem;
    assert!(harness.query_by_role_and_label(role, "Қазақша").is_some());
    harness.get_by_role_and_label(role, "English").click();
    harness.run_steps(3);
    assert_eq!(open(&harness).lang().as_str(), "en");
}

fn recent(number: usize, folder: &std::path::Path) -> Recent {
    Recent {
        folder: folder.join(number.to_string()),
        headline: format!("Headline {number}"),
        issued: date(2026, 11, 23),
        langs: vec!["ru".into()],
        photos: 0,
    }
}

fn with_recent(folder: &std::path::Path) -> crate::window::Window {
    let mut preferences = Preferences { locale: Some(Locale::English), ..Preferences::default() };
    for number in (0..10).rev() {
        preferences.remember(recent(number, folder));
    }
    save_preferences(folder, &preferences).unwrap();
    started(Start { local: Some(folder.to_owned()), ..Start::default() })
}

#[test]
fn eight_recent_releases_stand_in_the_menu_and_open() {
    let folder = tempfile::tempdir().unwrap();
    dateline::newsroom::sample(&folder.path().join("1")).unwrap();
    let mut harness = with_recent(folder.path());
    key(&mut harness, Key::F10);
    let role = egui::accesskit::Role::MenuItem;
    harness.get_by_role_and_label(role, "Recent releases").click();
    harness.run_steps(4);
    let shown: Vec<usize> = (0..10)
        .filter(|number| {
            let name = format!("Headline {number}");
            harness.query_by_role_and_label(role, &name).is_some()
        })
        .collect();
    assert_eq!(shown, [0, 1, 2, 3, 4, 5, 6, 7]);
    harness.get_by_role_and_label(role, "Headline 1").click();
    until(&mut harness, |app| app.desk.open.is_some());
    assert_eq!(open(&harness).folder.as_deref(), Some(folder.path().join("1").as_path()));
}

#[test]
fn what_the_menu_adds_comes_after_the_block_with_the_cursor() {
    let mut harness = sample();
    let (lang, first) = (open(&harness).lang(), open(&harness).shown().body[0].id);
    ask(&mut harness, Command::GoTo(dateline::check::Place::Block(lang, first)));
    click(&mut harness, "Dateline");
    click(&mut harness, "Insert");
    let role = egui::accesskit::Role::MenuItem;
    harness.get_by_role_and_label(role, "Heading").click();
    harness.run_steps(4);
    let body = &open(&harness).shown().body;
    assert_eq!(body[0].id, first);
    assert!(matches!(body[1].kind, dateline::release::BlockKind::Heading(_)));
}

#[test]
fn in_a_low_window_the_whole_menu_can_be_reached() {
    let mut harness = with_sample(window(Locale::Kazakh));
    harness.set_size(egui::vec2(800.0, 420.0));
    harness.run_steps(3);
    key(&mut harness, Key::F10);
    key(&mut harness, Key::ArrowUp);
    harness.run_steps(3);
    assert_eq!(focused(&harness).as_deref(), Some("Шығу"));
    let role = egui::accesskit::Role::MenuItem;
    let last = harness.get_by_role_and_label(role, "Шығу").rect();
    assert!(last.bottom() <= 420.0, "{last:?}");
}

#[test]
fn a_question_from_the_menu_gives_the_focus_back_to_the_field() {
    let mut harness = sample();
    write(&mut harness, "Subhead", "!");
    key(&mut harness, Key::F10);
    key(&mut harness, Key::ArrowDown);
    key(&mut harness, Key::Enter);
    assert!(matches!(harness.state().desk.question, Some(Question::New { .. })));
    key(&mut harness, Key::Escape);
    harness.run_steps(3);
    assert_eq!(harness.state().desk.question, None);
    assert_eq!(focused(&harness).as_deref(), Some("Subhead"));
}
