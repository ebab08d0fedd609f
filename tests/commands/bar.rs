//! The bar over everything: nothing in it stands over something else, at any width, in any language.

use dateline::release::Edition;
use dateline::ui::Command;
use dateline::words::Locale;
use egui::{Key, Rect};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::window::{Window, ask, click, focused, key, open, sample, sample_for, sees, until};

/// Everything that stands in the bar, by its name.
fn in_the_bar(harness: &Window) -> Vec<(String, Rect)> {
    let all = harness.query_all_by(|node| {
        let name = node.label().or_else(|| node.value()).unwrap_or_default();
        !name.is_empty() && node.children().next().is_none() && node.raw_bounds().is_some()
    });
    let named = all.map(|node| {
        let accesskit = node.accesskit_node();
        (accesskit.label().or_else(|| accesskit.value()).unwrap_or_default(), node.rect())
    });
    named.filter(|(_, rect)| rect.bottom() < 54.0 && rect.width() > 0.0).collect()
}

fn nothing_overlaps(harness: &Window, what: &str) {
    let found = in_the_bar(harness);
    assert!(found.len() >= 6, "{what}: {found:?}");
    let width = harness.ctx.content_rect().width();
    for (index, (name, rect)) in found.iter().enumerate() {
        assert!(rect.left() >= 0.0 && rect.right() <= width, "{what}: {name} is cut off: {rect:?}");
        for (other, place) in &found[index + 1..] {
            assert!(!rect.shrink(1.0).intersects(place.shrink(1.0)), "{what}: {name} and {other}");
        }
    }
}

#[test]
fn nothing_in_the_bar_stands_over_something_else_in_any_language() {
    for locale in Locale::ALL {
        let mut harness = sample_for(locale);
        // Unsaved, with the form at its top.
        harness.state_mut().desk.open.as_mut().unwrap().release.editions[0].place.push('!');
        for width in [640.0, 700.0, 760.0, 800.0, 900.0, 1000.0, 1100.0, 1300.0, 1920.0] {
            harness.set_size(egui::vec2(width, 600.0));
            harness.run_steps(4);
            nothing_overlaps(&harness, &format!("{locale:?} at {width}"));
        }
    }
}

#[test]
fn eight_languages_still_leave_room_for_saving() {
    let mut harness = sample();
    for tag in ["de", "fr", "de-AT", "uz", "ky"] {
        let edition = Edition::new(tag.parse().unwrap());
        harness.state_mut().desk.open.as_mut().unwrap().release.editions.push(edition);
    }
    for width in [640.0, 800.0, 1000.0, 1400.0] {
        harness.set_size(egui::vec2(width, 600.0));
        harness.run_steps(4);
        nothing_overlaps(&harness, &format!("eight languages at {width}"));
        assert!(sees(&harness, "Save") && sees(&harness, "Export…") && sees(&harness, "Languages of the release"));
    }
}

#[test]
fn where_the_languages_are_folded_each_can_still_be_shown() {
    let mut harness = sample();
    harness.set_size(egui::vec2(640.0, 600.0));
    harness.run_steps(4);
    assert!(!sees(&harness, "English"));
    click(&mut harness, "Languages of the release");
    click(&mut harness, "English");
    assert_eq!(open(&harness).lang().as_str(), "en");
}

#[test]
fn the_bar_says_whether_the_release_is_saved_at_every_width() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = sample();
    let is_said = |harness: &mut Window, words: &str| {
        for width in [640.0, 800.0, 1400.0] {
            harness.set_size(egui::vec2(width, 600.0));
            harness.run_steps(4);
            assert!(in_the_bar(harness).iter().any(|(name, _)| name == words), "{words} at {width}");
        }
    };
    ask(&mut harness, Command::AddContact);
    is_said(&mut harness, "Not saved");
    ask(&mut harness, Command::SaveIn(folder.path().join("release"), None));
    until(&mut harness, |app| !app.desk.has_unsaved_words());
    is_said(&mut harness, "Saved");
}

#[test]
fn a_wide_bar_also_says_the_date_and_the_embargo() {
    let mut harness = sample();
    harness.set_size(egui::vec2(1400.0, 600.0));
    harness.run_steps(4);
    let names: Vec<String> = in_the_bar(&harness).into_iter().map(|(name, _)| name).collect();
    assert!(names.contains(&"14 Sep 2035".to_owned()), "{names:?}");
    assert!(names.contains(&"Embargo 14 Sep 2035, 14:00".to_owned()), "{names:?}");
}

#[test]
fn a_narrow_bar_still_says_that_there_is_an_embargo() {
    for locale in Locale::ALL {
        let mut harness = sample_for(locale);
        harness.set_size(egui::vec2(800.0, 600.0));
        harness.run_steps(4);
        let names: Vec<String> = in_the_bar(&harness).into_iter().map(|(name, _)| name).collect();
        assert!(names.iter().any(|name| name.contains(locale.say("field-embargo-short"))), "{locale:?} {names:?}");
    }
}

#[test]
fn tab_goes_through_the_bar_from_left_to_right() {
    let mut harness = sample();
    ask(&mut harness, Command::AddContact);
    harness.get_by_label("Dateline").focus();
    harness.run_steps(2);
    let mut stops = Vec::new();
    for _ in 0..8 {
        stops.extend(focused(&harness));
        key(&mut harness, Key::Tab);
    }
    let expected = ["Dateline", "Қазақша", "Русский", "English", "Languages of the release", "Undo", "Save", "Export…"];
    assert_eq!(stops, expected);
}

#[test]
fn undo_and_redo_are_grey_while_there_is_nothing_to_do() {
    let mut harness = sample();
    let is_grey = |harness: &Window, name: &str| harness.get_by_label(name).accesskit_node().is_disabled();
    assert!(is_grey(&harness, "Undo") && is_grey(&harness, "Redo"));
    ask(&mut harness, Command::AddContact);
    assert!(!is_grey(&harness, "Undo") && is_grey(&harness, "Redo"));
    click(&mut harness, "Undo");
    assert!(is_grey(&harness, "Undo") && !is_grey(&harness, "Redo"));
}

#[test]
fn a_language_has_its_own_menu_in_which_it_can_be_removed() {
    let mut harness = sample();
    harness.get_by_label("Қазақша").click_secondary();
    harness.run_steps(4);
    click(&mut harness, "Remove this language");
    let langs: Vec<_> = open(&harness).release.editions.iter().map(|edition| edition.lang.to_string()).collect();
    assert_eq!(langs, ["ru", "en"]);
    assert!(sees(&harness, "Deleted."));
}

#[test]
fn everything_in_the_bar_is_large_enough_for_a_finger() {
    let harness = sample();
    let buttons = harness.query_all_by_role(egui::accesskit::Role::Button).filter(|node| node.rect().bottom() < 54.0);
    let small: Vec<_> =
        buttons.filter(|node| node.rect().size().min_elem() < 24.0).map(|node| node.accesskit_node().label()).collect();
    assert!(small.is_empty(), "{small:?}");
}
