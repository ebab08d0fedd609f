//! What a person chooses about the window counts at once, and tomorrow.

use dateline::app::Start;
use dateline::desk::Aside;
use dateline::newsroom::{ThemeChoice, preferences};
use dateline::ui::Command;
use dateline::words::Locale;
use egui::{Key, Theme};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::window::{Window, click, ctrl, focused, key, sample, sees, started, until, window, with_sample};

/// What every panel says in a language: the bar, the form, the preview, the buttons under the text.
fn panels(locale: Locale) -> [&'static str; 7] {
    [
        Command::Save.label(locale),
        Command::AskExport.label(locale),
        Command::Undo.label(locale),
        locale.say("field-headline"),
        locale.say("section-photos"),
        Command::Show(dateline::desk::View::Page).label(locale),
        Command::AddBlock(dateline::desk::Addition::Quote, None).label(locale),
    ]
}

fn settings(harness: &mut Window) {
    ctrl(harness, Key::Comma);
    assert_eq!(harness.state().desk.aside, Some(Aside::Settings));
}

#[test]
fn another_language_counts_at_once_in_every_panel() {
    let mut harness = sample();
    harness.state_mut().desk.preferences.preview_hidden = false;
    harness.set_size(egui::vec2(1200.0, 4000.0));
    settings(&mut harness);
    let mut before = Locale::English;
    for locale in [Locale::Russian, Locale::Kazakh, Locale::English] {
        let name = format!("{}: {}", before.say("settings-language"), locale.own_name());
        click(&mut harness, &name);
        for words in panels(locale) {
            assert!(sees(&harness, words), "{words} in {locale:?}");
        }
        for words in panels(before).iter().filter(|words| !panels(locale).contains(words)) {
            assert!(!sees(&harness, words), "{words} is still there in {locale:?}");
        }
        assert!(sees(&harness, locale.say("settings-appearance")), "the settings themselves");
        before = locale;
    }
}

#[test]
fn the_language_of_the_system_can_be_had_back() {
    let mut harness = window(Locale::Kazakh);
    settings(&mut harness);
    click(&mut harness, "Интерфейс тілі: English");
    assert!(sees(&harness, "New release"));
    click(&mut harness, "Interface language: System default");
    assert!(sees(&harness, "Жаңа релиз"));
    assert_eq!(harness.state().desk.preferences.locale, None);
}

#[test]
fn light_and_dark_change_at_once() {
    let mut harness = sample();
    settings(&mut harness);
    for (name, choice, theme) in [("Dark", ThemeChoice::Dark, Theme::Dark), ("Light", ThemeChoice::Light, Theme::Light)]
    {
        click(&mut harness, &format!("Appearance: {name}"));
        assert_eq!((harness.state().desk.preferences.theme, harness.ctx.theme()), (choice, theme));
    }
}

#[test]
fn the_text_grows_and_shrinks_by_buttons_and_stops_at_its_ends() {
    let mut harness = sample();
    settings(&mut harness);
    click(&mut harness, "Larger text");
    click(&mut harness, "Larger text");
    assert!((harness.ctx.zoom_factor() - 1.2).abs() < 0.001);
    click(&mut harness, "Default text size");
    assert!((harness.ctx.zoom_factor() - 1.0).abs() < 0.001);
    for _ in 0..9 {
        ctrl(&mut harness, Key::Minus);
    }
    assert!((harness.ctx.zoom_factor() - 0.5).abs() < 0.001);
    assert!(harness.get_by_label("Smaller text").accesskit_node().is_disabled());
}

#[test]
fn less_motion_leaves_nothing_that_moves() {
    let mut harness = sample();
    settings(&mut harness);
    click(&mut harness, "Reduce motion");
    click(&mut harness, "Reduce motion");
    assert!(harness.ctx.global_style().animation_time > 0.0);
    click(&mut harness, "Reduce motion");
    assert!(harness.ctx.global_style().animation_time <= 0.0);
}

#[test]
fn what_was_chosen_is_chosen_tomorrow() {
    let folder = tempfile::tempdir().unwrap();
    let local = folder.path().join("local");
    let mut harness = started(Start { local: Some(local.clone()), ..Start::default() });
    settings(&mut harness);
    click(&mut harness, "Interface language: Қазақша");
    click(&mut harness, "Безендіру: Қараңғы");
    click(&mut harness, "Мәтінді үлкейту");
    let kept = |app: &dateline::app::App| app.desk.preferences == preferences(&local);
    until(&mut harness, kept);
    let tomorrow = started(Start { local: Some(local.clone()), ..Start::default() });
    assert!(sees(&tomorrow, "Жаңа релиз"));
    assert_eq!(tomorrow.ctx.theme(), Theme::Dark);
    assert!((tomorrow.ctx.zoom_factor() - 1.1).abs() < 0.001);
}

#[test]
fn the_keyboard_goes_through_the_settings_and_escape_leaves_them() {
    let mut harness = sample();
    harness.get_by_label("Subhead").focus();
    harness.run_steps(2);
    settings(&mut harness);
    assert_eq!(focused(&harness).as_deref(), Some("Interface language: System default"));
    let mut stops = Vec::new();
    for _ in 0..14 {
        stops.extend(focused(&harness));
        key(&mut harness, Key::Tab);
    }
    let order: Vec<_> = stops.iter().map(String::as_str).take(14).collect();
    assert_eq!(order[4], "Appearance: System default", "{order:?}");
    assert_eq!(
        order[7..14],
        [
            "Smaller text",
            "Default text size",
            "Larger text",
            "Reduce motion",
            "Quote marks and dashes of the language while typing",
            "Show no-break spaces and soft hyphens",
            "Close"
        ],
        "{order:?}"
    );
    key(&mut harness, Key::Escape);
    harness.run_steps(3);
    assert_eq!(harness.state().desk.aside, None);
    assert_eq!(focused(&harness).as_deref(), Some("Subhead"));
}

#[test]
fn the_settings_close_by_their_button() {
    let mut harness = with_sample(window(Locale::English));
    settings(&mut harness);
    click(&mut harness, "Close");
    assert_eq!(harness.state().desk.aside, None);
}
