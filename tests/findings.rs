//! What the panel of findings promises, and errors in the language of the window.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/window.rs"]
mod window;

use dateline::app::Start;
use dateline::check::Place;
use dateline::desk::Addition;
use dateline::release::{
    Block, BlockId, BlockKind, ByLang, Contact, Embargo, Lang, Quote, Speaker, SpeakerId, Standing,
};
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

/// A release in Russian in the style of a parliament: a paragraph, and a quote with this verb by a woman with a title.
fn quoting(verb: &str) -> Window {
    let mut harness = new_release(Locale::English);
    let open = harness.state_mut().desk.open.as_mut().unwrap();
    let ru: Lang = "ru".parse().unwrap();
    let [name, title] = ["Айгуль Тестова", "глава городского совета"].map(|words| ByLang::one(&ru, words));
    open.release.speakers = vec![Speaker { name, title, ..Speaker::new(SpeakerId(1)) }];
    let quote =
        Quote {
            text: "Мы ждали".into(), speaker: Some(SpeakerId(1)), verb: verb.to_owned(), ..Quote::default()
        };
    open.release.editions[0].headline = "Мост открыт".to_owned();
    open.release.editions[0].body = vec![
        Block {
            id: BlockId(1), kind: BlockKind::Paragraph("Мост открыла Айгуль Тестова.".into())
        },
        Block { id: BlockId(2), kind: BlockKind::Quote(quote) },
    ];
    open.release.contacts = vec![Contact { email: "press@example.org".to_owned(), ..Contact::default() }];
    harness.run_steps(4);
    harness
}

#[test]
fn a_title_that_the_text_never_says_is_put_into_the_attribution_by_a_button() {
    let mut harness = quoting("сказала");
    let unsaid =
        "Recommended: Айгуль Тестова is quoted without the title “глава городского совета”; the text says it nowhere.";
    assert_eq!(asked(&harness), [unsaid]);
    harness.get_by_label("Add the title to the attribution").click();
    harness.run_steps(4);
    assert!(asked(&harness).is_empty());
    let sentence = "«Мы ждали», – сказала глава городского совета Айгуль Тестова.";
    assert!(harness.query_by_label(sentence).is_some());
    // The card shows what was asked for, and takes it back.
    harness.get_by_label("Quote 2: with the title of the speaker").click();
    harness.run_steps(4);
    assert_eq!(asked(&harness), [unsaid]);
    assert!(harness.query_by_label("«Мы ждали», – сказала Айгуль Тестова.").is_some());
}

#[test]
fn a_verb_that_does_not_agree_with_the_name_is_changed_by_a_button_and_back_by_undo() {
    let mut harness = quoting("сказал");
    let wrong = "Recommended: The verb “сказал” does not agree with Айгуль Тестова.";
    assert!(asked(&harness).contains(&wrong.to_owned()), "{:?}", asked(&harness));
    harness.get_by_label("Change to “сказала”").click();
    harness.run_steps(4);
    assert_eq!(harness.get_by_label("Quote 2: verb").accesskit_node().value().as_deref(), Some("сказала"));
    assert!(!asked(&harness).contains(&wrong.to_owned()));
    carry_out(&mut harness, Command::Undo);
    assert!(asked(&harness).contains(&wrong.to_owned()));
}

#[test]
fn photos_that_the_house_shows_nowhere_are_sent_as_files_by_a_button() {
    let mut harness = sample(Locale::English);
    let open = harness.state_mut().desk.open.as_mut().unwrap();
    for edition in &mut open.release.editions {
        edition.body.retain(|block| !matches!(block.kind, BlockKind::Photo(_)));
    }
    for photo in &mut open.release.photos {
        photo.standing = Standing::End;
    }
    harness.run_steps(4);
    let question = "Recommended: 2 photos are to stand at the end, where this house style shows no photos.";
    assert_eq!(asked(&harness), [question]);
    harness.get_by_label(question).click();
    harness.run_steps(4);
    assert!(cursor_is_in(&harness, "Photo 1: at the end"));
    harness.get_by_label("Send 2 photos as files only").click();
    harness.run_steps(4);
    assert!(asked(&harness).is_empty());
    let open = harness.state().desk.open.as_ref().unwrap();
    assert!(open.release.photos.iter().all(|photo| photo.standing == Standing::Attached));
}

#[test]
fn the_question_about_a_unit_leads_to_it_in_the_language_that_has_none() {
    let mut harness = sample(Locale::English);
    let english: Lang = "en".parse().unwrap();
    let open = harness.state_mut().desk.open.as_mut().unwrap();
    let lang = open.release.editions[0].lang.clone();
    assert_ne!(lang, english);
    open.release.contacts[0].unit = ByLang::one(&lang, "Баспасөз қызметі");
    open.release.contacts[0].unit.set(&"ru".parse().unwrap(), "Пресс-служба".to_owned());
    harness.run_steps(4);
    let questions = asked(&harness);
    assert_eq!(questions.len(), 1, "{questions:?}");
    assert!(questions[0].ends_with("has no name in English."), "{questions:?}");
    harness.get_by_label(&questions[0]).click();
    harness.run_steps(4);
    assert!(cursor_is_in(&harness, "Contact 1: department"));
    assert_eq!(harness.state().desk.open.as_ref().unwrap().lang(), english);
    harness.get_by_label("Contact 1: department").type_text("Press office");
    harness.run_steps(4);
    assert!(asked(&harness).is_empty());
}

#[test]
fn the_key_to_the_next_question_reads_it_out() {
    let mut harness = new_release(Locale::English);
    let read_out = |harness: &Window| {
        let labels = harness.query_all_by_role(Role::Label).map(|node| node.accesskit_node());
        labels.filter(|node| node.live() == Live::Assertive).filter_map(|node| node.value()).collect::<Vec<_>>()
    };
    assert!(read_out(&harness).is_empty());
    for question in ["The headline is missing.", "The release has no text."] {
        harness.key_press(egui::Key::F7);
        harness.run_steps(4);
        assert_eq!(read_out(&harness), [question]);
    }
}

#[test]
fn a_notice_that_is_shown_follows_the_language_of_the_window() {
    let mut harness = new_release(Locale::English);
    carry_out(&mut harness, Command::AddBlock(Addition::Paragraph, None));
    let block = harness.state().desk.open.as_ref().unwrap().shown().body[0].id;
    carry_out(&mut harness, Command::RemoveBlock(block));
    assert!(harness.query_by_label("Deleted.").is_some());
    harness.state_mut().desk.preferences.locale = Some(Locale::Russian);
    harness.run_steps(4);
    assert!(harness.query_by_label("Удалено.").is_some() && harness.query_by_label("Deleted.").is_none());
}

#[test]
fn an_embargo_begins_in_the_zone_that_was_chosen_last_else_in_that_of_this_machine() {
    let start = Start { zone: Some("Asia/Tashkent".to_owned()), ..speaking(Locale::English) };
    let mut harness = window(start);
    carry_out(&mut harness, Command::New("en".parse().unwrap()));
    until(&mut harness, |app| app.desk.open.is_some());
    let zone = |harness: &Window| match &harness.state().desk.open.as_ref().unwrap().release.embargo {
        Embargo::Until { zone, .. } => zone.clone(),
        Embargo::None => String::new(),
    };
    let tick = "Embargo: not for publication before a set time";
    harness.get_by_label("This release").click();
    harness.run_steps(4);
    harness.get_by_label(tick).click();
    harness.run_steps(4);
    assert_eq!(zone(&harness), "Asia/Tashkent");
    harness.get_by_label("Time zone").click();
    harness.run_steps(4);
    assert!(harness.query_by_label("Tashkent (UTC+5)").is_some());
    harness.get_by_label("Berlin (UTC+1)").click();
    harness.run_steps(4);
    assert_eq!(zone(&harness), "Europe/Berlin");
    for _ in 0..2 {
        harness.get_by_label(tick).click();
        harness.run_steps(4);
    }
    assert_eq!(zone(&harness), "Europe/Berlin", "chosen last");
}
