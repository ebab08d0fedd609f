//! The guide: it opens in every language, names what is really there, and can be read without a mouse.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::collections::BTreeSet;
use std::path::Path;

use dateline::app::{App, Start};
use dateline::desk::{Aside, GuidePage};
use dateline::ui::{Command, page_text};
use dateline::words::Locale;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

fn window(locale: Locale) -> Harness<'static, App> {
    let start = Start { locale: Some(locale), ..Start::default() };
    let mut harness = Harness::builder().with_size([1100.0, 760.0]).build_eframe(|cc| App::new(cc, start));
    harness.run_steps(3);
    harness
}

fn press(harness: &mut Harness<'static, App>, key: Key) {
    harness.key_press(key);
    harness.run_steps(4);
}

fn title(page: GuidePage, locale: Locale) -> &'static str {
    page_text(page, locale).lines().next().unwrap().strip_prefix("# ").unwrap()
}

fn all_pages() -> impl Iterator<Item = (GuidePage, Locale)> {
    Locale::ALL.into_iter().flat_map(|locale| GuidePage::ALL.into_iter().map(move |page| (page, locale)))
}

/// What stands between these marks, on lines that were put together again.
fn between(text: &str, mark: &str) -> Vec<String> {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.split(mark).skip(1).step_by(2).map(str::to_owned).collect()
}

fn headings(harness: &Harness<'static, App>) -> Vec<String> {
    let headings = harness.query_all_by_role(Role::Heading);
    headings.filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn every_page_opens_in_every_language() {
    for locale in Locale::ALL {
        let mut harness = window(locale);
        press(&mut harness, Key::F1);
        for page in GuidePage::ALL {
            harness.get_by_role_and_label(Role::Button, title(page, locale)).click();
            harness.run_steps(4);
            assert_eq!(harness.state().desk.aside, Some(Aside::Guide(page)));
            assert_eq!(headings(&harness).first().map(String::as_str), Some(title(page, locale)), "{locale:?}");
        }
    }
}

#[test]
fn the_words_in_bold_are_words_of_the_window() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/words");
    for (page, locale) in all_pages() {
        let mut known = BTreeSet::new();
        for file in std::fs::read_dir(root.join(locale.tag())).unwrap() {
            let words = std::fs::read_to_string(file.unwrap().path()).unwrap();
            known.extend(words.lines().filter_map(|line| Some(line.split_once(" = ")?.1.to_owned())));
        }
        // Keys and letters to be typed may hold asterisks themselves.
        let text: String = page_text(page, locale).split('`').step_by(2).collect();
        let labels = between(&text, "**");
        for label in &labels {
            assert!(known.contains(label), "{page:?} in {locale:?}: nothing is called “{label}”");
        }
        assert!(page == GuidePage::Shortcuts || page == GuidePage::Houses || labels.len() > 2, "{page:?}: {labels:?}");
    }
}

#[test]
fn the_keys_that_are_named_are_keys_of_a_command() {
    for (page, locale) in all_pages() {
        for keys in between(page_text(page, locale), "`").iter().filter(|keys| keys.starts_with("command-")) {
            let command = Command::listed().map(|(_, command)| command).find(|command| command.key() == keys);
            assert!(command.is_some_and(|command| command.shortcut().is_some()), "{page:?} in {locale:?}: {keys}");
        }
    }
}

#[test]
fn the_three_languages_say_the_same() {
    for page in GuidePage::ALL {
        let shape = |locale: Locale| {
            let text = page_text(page, locale);
            let count = |start: &str| text.lines().filter(|line| line.starts_with(start)).count();
            let mut keys = between(text, "`");
            keys.retain(|keys| keys.starts_with("command-"));
            keys.sort();
            let labels = between(&text.split('`').step_by(2).collect::<String>(), "**").len();
            (count("## "), count("- "), (1..9).map(|number| count(&format!("{number}. "))).sum::<usize>(), keys, labels)
        };
        let english = shape(Locale::English);
        for locale in [Locale::Russian, Locale::Kazakh] {
            assert_eq!(shape(locale), english, "{page:?} in {locale:?}");
        }
    }
}

#[test]
fn a_page_is_short_enough_to_be_read() {
    for (page, locale) in all_pages() {
        let words = page_text(page, locale).split_whitespace().count();
        let range = if page == GuidePage::Shortcuts { 40..=200 } else { 150..=400 };
        assert!(range.contains(&words), "{page:?} in {locale:?} has {words} words");
    }
}

#[test]
fn the_pages_use_no_mark_that_the_reader_does_not_know() {
    for (page, locale) in all_pages() {
        let text = page_text(page, locale);
        assert_eq!(text.matches('`').count() % 2, 0, "{page:?} in {locale:?}");
        let prose: String = text.split('`').step_by(2).collect();
        assert_eq!(prose.matches("**").count() % 2, 0, "{page:?} in {locale:?}");
        for mark in ["###", "](", "|", "<", "> ", "__", "***"] {
            assert!(!prose.contains(mark), "{page:?} in {locale:?}: {mark}");
        }
    }
}

#[test]
fn every_command_with_keys_stands_on_the_page_of_keys() {
    for locale in Locale::ALL {
        let mut harness = window(locale);
        harness.set_size(egui::vec2(1100.0, 2400.0));
        harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Slash);
        harness.run_steps(4);
        assert_eq!(harness.state().desk.aside, Some(Aside::Guide(GuidePage::Shortcuts)));
        let said: Vec<String> = harness
            .query_all_by_role(Role::Label)
            .filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value()))
            .collect();
        for (_, command) in Command::listed().filter(|(_, command)| command.shortcut().is_some()) {
            assert!(said.contains(&command.name(locale)), "{command:?} in {locale:?}");
        }
        for keys in [
            "Ctrl+B",
            "Ctrl+Enter",
            "Alt+↑",
            "Ctrl+S",
            "Ctrl+Shift+S   F12",
            "Ctrl+Shift+Z   Ctrl+Y",
            "Ctrl++   Ctrl+=",
            "Ctrl+,",
            "F1",
        ] {
            assert!(said.iter().any(|said| said == keys), "{keys}: {said:?}");
        }
    }
}

#[test]
fn keys_in_the_text_are_those_of_this_system() {
    for (os, keys) in [(egui::os::OperatingSystem::Nix, "Ctrl+S"), (egui::os::OperatingSystem::Mac, "S")] {
        let mut harness = Harness::builder()
            .with_size([1100.0, 900.0])
            .with_os(os)
            .build_eframe(|cc| App::new(cc, Start { locale: Some(Locale::English), ..Start::default() }));
        harness.run_steps(3);
        press(&mut harness, Key::F1);
        let said: Vec<String> = harness
            .query_all_by_role(Role::Label)
            .filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value()))
            .collect();
        let step = said.iter().find(|said| said.starts_with("Press Save")).unwrap();
        assert!(step.contains(keys) && !step.contains("command-save"), "{step}");
        assert_eq!(step.contains("Ctrl"), os == egui::os::OperatingSystem::Nix, "{step}");
    }
}

#[test]
fn the_page_keys_turn_a_long_page() {
    let mut harness = window(Locale::Russian);
    press(&mut harness, Key::F1);
    let last = |harness: &Harness<'static, App>| {
        let words = page_text(GuidePage::FirstRelease, Locale::Russian);
        let heading = words.lines().rev().find_map(|line| line.strip_prefix("## ")).unwrap();
        harness.query_by_role_and_label(Role::Heading, heading).map(|node| node.rect().top())
    };
    let before = last(&harness);
    assert!(before.is_none_or(|top| top > 600.0), "{before:?}");
    press(&mut harness, Key::PageDown);
    harness.run_steps(20);
    let after = last(&harness).unwrap();
    assert!(after < 700.0 && before.is_none_or(|before| after < before - 50.0), "{before:?} {after}");
    press(&mut harness, Key::Home);
    harness.run_steps(20);
    assert_eq!(last(&harness).is_some(), before.is_some());
}

#[test]
fn escape_puts_the_guide_away_and_the_keyboard_can_turn_to_another_page() {
    let mut harness = window(Locale::English);
    press(&mut harness, Key::F1);
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().desk.aside, Some(Aside::Guide(GuidePage::Quotes)));
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().desk.aside, None);
}

#[test]
fn the_guide_fits_a_small_window() {
    for locale in Locale::ALL {
        let mut harness = window(locale);
        for size in [[640.0, 480.0], [800.0, 600.0], [1920.0, 1080.0]] {
            harness.set_size(size.into());
            harness.run_steps(2);
            press(&mut harness, Key::F1);
            let heading = harness.query_all_by_role(Role::Heading).next().unwrap().rect();
            assert!(heading.left() > 0.0 && heading.right() < size[0] && heading.bottom() < size[1], "{heading:?}");
            let wide = harness.query_all_by_role(Role::Label).map(|node| node.rect().width()).fold(0.0, f32::max);
            assert!(wide <= 680.0, "{wide}");
            press(&mut harness, Key::Escape);
        }
    }
}
