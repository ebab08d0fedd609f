//! What made people stop who wrote their first release here.

use dateline::release::{BlockKind, Quote};
use dateline::words::Locale;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::*;

#[test]
fn a_click_on_a_label_leads_into_its_field() {
    let mut window = window("kk", vec![paragraph("бір")]);
    go(&mut window, "Paragraph 1", 0);
    for label in ["Subhead", "Place", "Date"] {
        window.query_all_by_value(label).find(|node| node.accesskit_node().role() == Role::Label).unwrap().click();
        steps(&mut window);
        assert_eq!(focused_field(&window), label);
    }
}

fn focused_field(window: &Window) -> String {
    let node = window.query_all(egui_kittest::kittest::By::new().predicate(|node| node.is_focused())).next();
    let Some(node) = node else { return String::new() };
    let node = node.accesskit_node();
    node.label().unwrap_or_default()
}

#[test]
fn enter_leads_from_the_title_to_what_follows_the_name_and_on_to_the_next_paragraph() {
    let mut window = window("kk", vec![quote("Көпір керек", 1)]);
    click(&mut window, "Quote 1: speaker");
    write(&mut window, "Жаңа Адам");
    press(&mut window, Key::Enter);
    assert_eq!(focused(&window), "Quote 1: title of the speaker");
    write(&mut window, "директор");
    press(&mut window, Key::Enter);
    assert_eq!(focused(&window), "Quote 1: after the name");
    write(&mut window, "жиында");
    press(&mut window, Key::Enter);
    assert_eq!(focused(&window), "Paragraph 2");
    assert_eq!(the_quote(&window, 0).tail, "жиында");
    assert_eq!(body(&window).len(), 2);
}

#[test]
fn what_can_be_added_is_in_sight_wherever_the_form_is_scrolled_to() {
    let many = (0..30).map(|number| paragraph(&format!("Абзац {number}. Мост открыт для пешеходов."))).collect();
    let mut window = window_in(Locale::English, Vec2::new(760.0, 600.0), release("ru", many));
    let foot = |window: &Window| window.get_by_label("+ Quote").rect();
    assert!(foot(&window).bottom() <= 600.0 && foot(&window).top() > 0.0);
    go(&mut window, "Paragraph 3", 0);
    click(&mut window, "+ Quote");
    assert_eq!(focused(&window), "Quote 4");
    // Past the text there is no cursor to add at: what is added comes at the end.
    window.get_by_label("This release").scroll_to_me();
    window.run_steps(12);
    assert!(foot(&window).bottom() <= 600.0 && foot(&window).top() > 0.0);
    click(&mut window, "+ List");
    assert_eq!(focused(&window), "List 32");
}

#[test]
fn the_menu_of_a_card_is_opened_and_left_by_keys() {
    let mut window = window("kk", vec![paragraph("бір"), paragraph("екі")]);
    go(&mut window, "Paragraph 2", 1);
    press_with(&mut window, Modifiers::SHIFT, Key::F10);
    steps(&mut window);
    assert_eq!(focused(&window), "Move up");
    press(&mut window, Key::Escape);
    steps(&mut window);
    assert_eq!(cursor(&mut window), at("Paragraph 2", 1));
    press_with(&mut window, Modifiers::SHIFT, Key::F10);
    press(&mut window, Key::Enter);
    assert_eq!(body(&window), ["p екі", "p бір"]);
}

#[test]
fn a_card_offers_to_copy_itself() {
    let mut window = window("kk", vec![paragraph("бір")]);
    click(&mut window, "More for Paragraph 1");
    pick(&mut window, "Copy block");
    assert!(window.state().desk.notice.is_some());
}

#[test]
fn what_lacks_a_speaker_leads_to_the_speaker() {
    let nobody =
        BlockKind::Quote(Quote { text: "Көпір керек".into(), verb: "деді".into(), ..Quote::default() });
    let mut window = window("kk", vec![paragraph("бір"), nobody]);
    for _ in 0..3 {
        press(&mut window, Key::F7);
        if focused(&window) == "Quote 2: speaker" {
            return;
        }
    }
    panic!("{}", focused(&window));
}

#[test]
fn a_paragraph_that_becomes_a_quote_is_in_sight_with_all_its_fields() {
    let some = (0..6).map(|_| paragraph("Көпір")).collect();
    let mut window = window_in(Locale::English, Vec2::new(760.0, 600.0), release("kk", some));
    go(&mut window, "Paragraph 6", 0);
    click(&mut window, "More for Paragraph 6");
    pick(&mut window, "Turn into a quote");
    let foot = window.get_by_label("+ Quote").rect().top();
    for field in ["Quote 6: speaker", "Quote 6: after the name", "Quote 6: attribution"] {
        assert!(window.get_by_label(field).rect().bottom() <= foot, "{field}");
    }
}

#[test]
fn the_cursor_stays_where_it_is_when_the_row_that_adds_goes_to_the_foot() {
    let mut window = window_in(Locale::English, Vec2::new(760.0, 750.0), release("kk", vec![quote("Көпір керек", 1)]));
    let before = window.get_by_label("+ Quote").rect().top();
    click(&mut window, "Quote 1: speaker");
    write(&mut window, "Жаңа Адам");
    press(&mut window, Key::Enter);
    steps(&mut window);
    let after = window.get_by_label("+ Quote").rect().top();
    assert!(after > before + 2.0 && after < before + 58.0, "it went to the foot: {before} {after}");
    assert_eq!(focused(&window), "Quote 1: title of the speaker");
}

#[test]
fn after_the_question_where_to_save_the_cursor_is_back_in_the_text() {
    let mut window = window("kk", vec![paragraph("бір")]);
    go(&mut window, "Paragraph 1", 2);
    press_with(&mut window, Modifiers::COMMAND, Key::S);
    for _ in 0..200 {
        if window.state().desk.question.is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
        window.run_steps(1);
    }
    steps(&mut window);
    assert_eq!(focused(&window), "Folder of the release");
    press(&mut window, Key::Escape);
    steps(&mut window);
    assert_eq!(cursor(&mut window), at("Paragraph 1", 2));
}

#[test]
fn a_pasted_sentence_becomes_a_quote_with_its_speaker_and_title() {
    let sentence = "\"Көпір керек\", - деді бас инженер Анна Көпірова.";
    let mut window = window("kk", vec![paragraph(sentence)]);
    click(&mut window, "More for Paragraph 1");
    pick(&mut window, "Turn into a quote");
    assert_eq!(the_quote(&window, 0).tail, "бас инженер Анна Көпірова");
    click(&mut window, "Quote 1: speaker");
    write(&mut window, "Анна Көпірова");
    press(&mut window, Key::Enter);
    steps(&mut window);
    assert_eq!(focused(&window), "Quote 1: after the name");
    assert_eq!((the_quote(&window, 0).verb.as_str(), the_quote(&window, 0).tail.as_str()), ("деді", ""));
    undo(&mut window);
    undo(&mut window);
    assert_eq!(body(&window), [format!("p {sentence}")]);
}

#[test]
fn after_a_long_paste_the_cursor_is_in_sight() {
    let mut window =
        window_in(Locale::English, Vec2::new(760.0, 700.0), release("kk", vec![paragraph(""), heading("Соңы")]));
    go(&mut window, "Paragraph 1", 0);
    let long = |number: usize| {
        format!("{number}. {}", "Депутаттар заң жобасын талқылап, ұсыныстарын айтты. ".repeat(1 + number % 7))
    };
    paste(&mut window, &(0..60).map(long).collect::<Vec<_>>().join("\n\n"));
    window.run_steps(16);
    assert_eq!(focused(&window), "Paragraph 60");
    let (card, foot) = (window.get_by_label("Paragraph 60").rect(), window.get_by_label("+ Quote").rect());
    assert!(card.bottom() > 60.0 && card.bottom() <= foot.top(), "{card:?} {foot:?}");
}

#[test]
fn everything_that_can_be_added_is_in_sight_in_a_narrow_window_too() {
    for locale in Locale::ALL {
        let many = (0..30).map(|number| paragraph(&format!("Абзац {number}."))).collect();
        let mut window = window_in(locale, Vec2::new(1280.0, 600.0), release("ru", many));
        for width in [1280.0, 420.0, 380.0, 1280.0] {
            window.set_size(Vec2::new(width, 600.0));
            window.run_steps(6);
            for key in ["command-add-paragraph", "command-add-quote", "command-add-list", "command-add-photo"] {
                let button = window.get_by_label(locale.say(key)).rect();
                // Under the form stand the questions of an editor, 200 points high.
                let is_in_sight = button.right() <= width && button.top() > 50.0 && button.bottom() <= 400.0;
                assert!(is_in_sight, "{locale:?} {width} {key} {button:?}");
            }
        }
    }
}

#[test]
fn the_enter_that_opens_the_search_picks_nobody() {
    // The release has speakers already: the first must not become the voice of words that somebody else said.
    let mut window = window("ru", vec![quote("Мост открыт", 1), quote("Подключим до лета", 2)]);
    let before = the_quote(&window, 1).speaker;
    window.get_by_label("Quote 2: speaker").focus();
    steps(&mut window);
    press(&mut window, Key::Enter);
    steps(&mut window);
    assert_eq!(the_quote(&window, 1).speaker, before);
    write(&mut window, "Сергей Примеров");
    press(&mut window, Key::Enter);
    steps(&mut window);
    let said_by = the_quote(&window, 1).speaker.unwrap();
    assert_ne!(Some(said_by), before);
    let open = window.state().desk.open.as_ref().unwrap();
    assert_eq!(open.release.speaker(said_by).unwrap().name.get(&open.lang()), "Сергей Примеров");
}
