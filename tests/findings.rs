//! What the panel of findings promises, and errors in the language of the window.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/window.rs"]
mod window;

use dateline::app::Start;
use dateline::check::Place;
use dateline::ui::{Command, marked};
use dateline::words::Locale;
use egui::accesskit::{Live, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use window::{Window, carry_out, until, window};

fn speaking(locale: Locale) -> Start {
    Start { locale: Some(locale), ..Start::default() }
}

/// A new release in Russian, of which much is asked.
fn new_release(locale: Locale) -> Window {
    let mut harness = window(speaking(locale));
    carry_out(&mut harness, Command::New("ru".parse().unwrap()));
    until(&mut harness, |app| app.desk.open.is_some());
    // The form begins in the headline; from here on, where the cursor stands is told by the questions.
    harness.run_steps(4);
    harness
}

fn sample(locale: Locale) -> Window {
    let mut harness = window(speaking(locale));
    carry_out(&mut harness, Command::Sample);
    until(&mut harness, |app| app.desk.open.is_some());
    harness
}

/// The names of all questions that are asked.
fn asked(harness: &Window) -> Vec<String> {
    let severities = ["Required: ", "Recommended: ", "Обязательно: ", "Желательно: ", "Міндетті: ", "Ұсынылады: "];
    let names = harness.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
    names.filter(|name| severities.iter().any(|severity| name.starts_with(severity))).collect()
}

fn cursor_is_in(harness: &Window, name: &str) -> bool {
    harness.get_by_label(name).accesskit_node().is_focused()
}

fn headline_of(harness: &Window) -> Place {
    Place::Headline(harness.state().desk.open.as_ref().unwrap().lang())
}

#[test]
fn the_worst_is_asked_first_in_the_language_of_the_window() {
    for (locale, questions) in [
        (
            Locale::English,
            [
                "Required: The headline is missing.",
                "Required: The release has no text.",
                "Recommended: There is no contact that a newsroom could call.",
            ],
        ),
        (
            Locale::Russian,
            [
                "Обязательно: Нет заголовка.",
                "Обязательно: В релизе нет текста.",
                "Желательно: Нет контакта, по которому редакция могла бы позвонить.",
            ],
        ),
        (
            Locale::Kazakh,
            [
                "Міндетті: Тақырып жоқ.",
                "Міндетті: Релизде мәтін жоқ.",
                "Ұсынылады: Редакция қоңырау шала алатын байланыс жоқ.",
            ],
        ),
    ] {
        assert_eq!(asked(&new_release(locale)), questions);
    }
}

#[test]
fn another_language_of_the_window_asks_anew_at_once() {
    let mut harness = new_release(Locale::English);
    harness.state_mut().desk.preferences.locale = Some(Locale::Kazakh);
    harness.run_steps(4);
    assert_eq!(asked(&harness)[0], "Міндетті: Тақырып жоқ.");
}

#[test]
fn a_question_leads_to_its_field_and_marks_it_for_a_moment() {
    let mut harness = new_release(Locale::English);
    let headline = headline_of(&harness);
    assert_eq!(marked(&harness.ctx), None, "a new release marks nothing");
    harness.get_by_label("Required: The release has no text.").click();
    harness.run_steps(4);
    assert!(cursor_is_in(&harness, "Paragraph 1"));
    harness.get_by_label("Required: The headline is missing.").click();
    harness.run_steps(3);
    assert!(cursor_is_in(&harness, "Headline"));
    assert_eq!(marked(&harness.ctx), Some(headline));
    // A step is a quarter of a second.
    harness.run_steps(9);
    assert_eq!(marked(&harness.ctx), None);
    assert!(cursor_is_in(&harness, "Headline"), "the cursor stays where it is");
}

#[test]
fn enter_on_a_question_leads_to_its_field_too() {
    let mut harness = new_release(Locale::English);
    harness.get_by_label("Required: The release has no text.").focus();
    harness.run_steps(2);
    harness.key_press(egui::Key::Enter);
    harness.run_steps(4);
    assert!(cursor_is_in(&harness, "Paragraph 1"));
}

#[test]
fn a_question_is_a_row_that_a_finger_can_hit() {
    let mut harness = new_release(Locale::Kazakh);
    for width in [820.0, 1100.0, 1440.0] {
        harness.set_size(egui::vec2(width, 1000.0));
        harness.run_steps(4);
        let rows: Vec<egui::Rect> = asked(&harness).iter().map(|name| harness.get_by_label(name).rect()).collect();
        assert_eq!(rows.len(), 3);
        for pair in rows.windows(2) {
            assert!(pair[0].height() >= 24.0 && pair[0].width() > 200.0, "at {width}: {}", pair[0]);
            assert!(pair[0].bottom() <= pair[1].top() + 0.5, "at {width}: {pair:?}");
            assert!((pair[0].left() - pair[1].left()).abs() < 0.5, "at {width}: {pair:?}");
        }
    }
}

#[test]
fn the_number_of_questions_is_read_out_where_it_changes_and_the_questions_are_not() {
    let mut harness = new_release(Locale::English);
    let live = |harness: &Window, name: &str| harness.get_by_label(name).accesskit_node().live();
    assert_eq!(live(&harness, "Before sending: 3"), Live::Polite);
    assert_eq!(live(&harness, "Required: The headline is missing."), Live::Off);
    harness.get_by_label("Headline").focus();
    harness.run_steps(2);
    harness.get_by_label("Headline").type_text("Мост открыт");
    harness.run_steps(3);
    assert_eq!(live(&harness, "Before sending: 2"), Live::Polite);
}

#[test]
fn nothing_to_ask_is_a_small_pleasure() {
    for (locale, ready, all) in [
        (Locale::English, "Ready to send", "3 languages, 2 photos"),
        (Locale::Russian, "Готово к отправке", "3 языка, 2 фото"),
        (Locale::Kazakh, "Жіберуге дайын", "3 тіл, 2 фото"),
    ] {
        let harness = sample(locale);
        assert!(asked(&harness).is_empty(), "{:?}", asked(&harness));
        assert_eq!(harness.get_by_label(ready).accesskit_node().live(), Live::Polite);
        assert!(harness.query_by_label(all).is_some(), "{all}");
    }
}

#[test]
fn of_several_languages_the_one_is_named_in_which_something_is_asked() {
    let mut harness = sample(Locale::Russian);
    let open = harness.state_mut().desk.open.as_mut().unwrap();
    open.release.editions[0].headline.clear();
    open.release.photos[0].alt.set(&"en".parse().unwrap(), String::new());
    let file = open.release.photos[0].file.clone();
    harness.run_steps(4);
    let alt = format!(
        "Желательно: У фото «{file}» нет описания для незрячих на английском языке: напишите его или отметьте, что фото \
         декоративное."
    );
    assert_eq!(asked(&harness), ["Обязательно: Қазақша: Нет заголовка.".to_owned(), alt]);
}

#[test]
fn an_error_is_told_in_the_language_of_the_window() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("release.ron"), " \n").unwrap();
    for (locale, told) in [
        (Locale::English, "Could not open the release: the file is empty. Open an earlier copy of it. "),
        (Locale::Russian, "Не удалось открыть релиз: файл пуст. Откройте более раннюю копию. "),
        (Locale::Kazakh, "Релизді ашу мүмкін болмады: файл бос. Бұрынғы көшірмесін ашыңыз. "),
    ] {
        let mut harness = window(Start { path: Some(folder.path().to_owned()), ..speaking(locale) });
        until(&mut harness, |app| app.desk.notice.is_some());
        let notice = harness.state().desk.notice.clone().unwrap();
        assert!(notice.is_error);
        let path = folder.path().join("release.ron").display().to_string();
        assert_eq!(notice.said.in_locale(locale), format!("{told}{path}"));
    }
}
