//! Bold, italics and links as in Word.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::desk::*;

fn control(window: &mut Window, key: Key) {
    press_with(window, Modifiers::COMMAND, key);
}

/// Selects so many letters after the cursor.
fn select(window: &mut Window, letters: usize) {
    for _ in 0..letters {
        window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
        window.run_steps(1);
    }
    steps(window);
}

#[test]
fn control_b_makes_the_selection_bold_and_light_again() {
    let mut window = window("kk", vec![paragraph("Айгүл Тестова ашты")]);
    go(&mut window, "Paragraph 1", 0);
    select(&mut window, 13);
    control(&mut window, Key::B);
    assert_eq!(body(&window), ["p **Айгүл Тестова** ашты"]);
    assert_eq!(open(&window).cursor.as_ref().unwrap().selection, 2..15);
    control(&mut window, Key::B);
    assert_eq!(body(&window), ["p Айгүл Тестова ашты"]);
    assert_eq!(open(&window).cursor.as_ref().unwrap().selection, 0..13);
}

#[test]
fn control_i_slants_the_word_at_the_cursor() {
    let mut window = window("ru", vec![quote("Газета «Мост» вышла", 1)]);
    go(&mut window, "Quote 1", 10);
    control(&mut window, Key::I);
    assert_eq!(body(&window), ["q1 Газета «*Мост*» вышла"]);
    assert_eq!(cursor(&mut window), at("Quote 1", 11));
    undo(&mut window);
    assert_eq!(body(&window), ["q1 Газета «Мост» вышла"]);
}

#[test]
fn letters_of_several_bytes_do_not_shift_the_marks() {
    let mut window = window("kk", vec![paragraph("№ 1 – «Қуанышты» өңір жаңалығы")]);
    go(&mut window, "Paragraph 1", 19);
    control(&mut window, Key::B);
    assert_eq!(body(&window), ["p № 1 – «Қуанышты» **өңір** жаңалығы"]);
}

#[test]
fn each_emphasis_is_a_step_of_its_own() {
    let mut window = window("ru", vec![paragraph("")]);
    go(&mut window, "Paragraph 1", 0);
    write(&mut window, "Мост");
    control(&mut window, Key::B);
    control(&mut window, Key::I);
    assert_eq!(body(&window), ["p ***Мост***"]);
    undo(&mut window);
    assert_eq!(body(&window), ["p **Мост**"]);
    undo(&mut window);
    assert_eq!(body(&window), ["p Мост"]);
}

#[test]
fn points_of_a_list_are_emphasised_one_by_one() {
    let mut window = window("ru", vec![list(&["один", "два"])]);
    go(&mut window, "List 1", 0);
    control(&mut window, Key::A);
    control(&mut window, Key::B);
    assert_eq!(body(&window), ["l **один**/**два**"]);
}

#[test]
fn control_k_asks_for_an_address_and_adds_what_is_missing() {
    let mut window = window("en", vec![paragraph("See our page.")]);
    go(&mut window, "Paragraph 1", 9);
    control(&mut window, Key::K);
    assert_eq!(focused(&window), "Link address");
    write(&mut window, "example.org/bridge");
    press(&mut window, Key::Enter);
    assert_eq!(body(&window), ["p See our [page](https://example.org/bridge)."]);
    assert_eq!(focused(&window), "Paragraph 1");
    undo(&mut window);
    assert_eq!(body(&window), ["p See our page."]);
}

#[test]
fn a_link_is_edited_and_taken_off() {
    let mut window = window("ru", vec![paragraph("наш [сайт](https://example.org)")]);
    go(&mut window, "Paragraph 1", 7);
    control(&mut window, Key::K);
    press_with(&mut window, Modifiers::COMMAND, Key::A);
    write(&mut window, "press@example.org");
    click(&mut window, "Set the link");
    assert_eq!(body(&window), ["p наш [сайт](mailto:press@example.org)"]);
    go(&mut window, "Paragraph 1", 7);
    control(&mut window, Key::K);
    click(&mut window, "Remove the link");
    assert_eq!(body(&window), ["p наш сайт"]);
}

#[test]
fn the_question_for_an_address_is_left_with_escape_and_nothing_changes() {
    let mut window = window("ru", vec![paragraph("наш сайт")]);
    go(&mut window, "Paragraph 1", 6);
    control(&mut window, Key::K);
    write(&mut window, "два слова");
    assert!(window.query_by_label("This is not a web address, an e-mail address or a phone number.").is_some());
    press(&mut window, Key::Enter);
    press(&mut window, Key::Escape);
    assert!(window.query_by_label("Link address").is_none());
    assert_eq!(body(&window), ["p наш сайт"]);
    assert_eq!(focused(&window), "Paragraph 1");
}

#[test]
fn in_the_headline_these_keys_do_not_touch_the_body() {
    let mut window = window("ru", vec![paragraph("Мост")]);
    go(&mut window, "Paragraph 1", 2);
    window.get_by_label("Headline").focus();
    steps(&mut window);
    control(&mut window, Key::B);
    control(&mut window, Key::K);
    assert_eq!(body(&window), ["p Мост"]);
    assert!(window.query_by_label("Link address").is_none());
}
