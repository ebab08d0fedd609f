//! The arrow keys walk from card to card.

use egui::{Key, Modifiers};

use crate::desk::*;

#[test]
fn down_from_the_last_line_goes_to_the_card_below_and_keeps_the_column() {
    let mut window =
        window("ru", vec![paragraph("аааааааа"), paragraph("аааааааа"), heading("а"), paragraph("аааааааа")]);
    go(&mut window, "Paragraph 1", 5);
    press(&mut window, Key::ArrowDown);
    assert_eq!(cursor(&mut window), at("Paragraph 2", 5));
    press(&mut window, Key::ArrowDown);
    assert_eq!(cursor(&mut window), at("Heading 3", 1));
    press(&mut window, Key::ArrowDown);
    assert_eq!(cursor(&mut window), at("Paragraph 4", 5));
}

#[test]
fn up_from_the_first_line_goes_into_the_last_line_above() {
    let long = "Сегодня в столице открылся пешеходный мост. ".repeat(8);
    let mut window = window("ru", vec![paragraph(&long), paragraph("Мост")]);
    go(&mut window, "Paragraph 2", 2);
    press(&mut window, Key::ArrowUp);
    let (name, place) = cursor(&mut window);
    let length = long.chars().count();
    assert!(name == "Paragraph 1" && place > length / 2 && place < length, "{name} {place} of {length}");
    press(&mut window, Key::ArrowDown);
    assert_eq!(cursor(&mut window), at("Paragraph 2", 2));
}

#[test]
fn up_inside_a_card_stays_in_it() {
    let mut window = window("en", vec![paragraph("One"), paragraph("two\nthree")]);
    go_to_end(&mut window, "Paragraph 2");
    press(&mut window, Key::ArrowUp);
    assert_eq!(focused(&window), "Paragraph 2");
    press(&mut window, Key::ArrowUp);
    assert_eq!(focused(&window), "Paragraph 1");
}

#[test]
fn left_at_the_start_and_right_at_the_end_go_to_the_neighbour() {
    let mut window = window("kk", vec![paragraph("бір"), quote("екі", 1)]);
    go_to_end(&mut window, "Paragraph 1");
    press(&mut window, Key::ArrowRight);
    assert_eq!(cursor(&mut window), at("Quote 2", 0));
    press(&mut window, Key::ArrowLeft);
    assert_eq!(cursor(&mut window), at("Paragraph 1", 3));
}

#[test]
fn the_arrows_pass_a_photo() {
    let mut window = window("ru", vec![paragraph("Мост"), photo(1), paragraph("открыт")]);
    go(&mut window, "Paragraph 1", 2);
    press(&mut window, Key::ArrowDown);
    assert_eq!(focused(&window), "Photo 2");
    press(&mut window, Key::ArrowDown);
    assert_eq!(focused(&window), "Paragraph 3");
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::ArrowUp);
    assert_eq!(focused(&window), "Paragraph 1");
}

#[test]
fn a_selection_is_not_left_by_an_arrow() {
    let mut window = window("ru", vec![paragraph("Мост"), paragraph("открыт")]);
    go(&mut window, "Paragraph 1", 2);
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(focused(&window), "Paragraph 1");
    assert_eq!(open(&window).cursor.as_ref().unwrap().selection, 2..4);
}

#[test]
fn tab_goes_through_the_fields_of_a_quote_and_on_to_the_next_card() {
    let mut window = window("ru", vec![quote("Мы ждали.", 1), paragraph("Мост")]);
    go(&mut window, "Quote 1", 0);
    let mut names = Vec::new();
    for _ in 0..8 {
        press(&mut window, Key::Tab);
        names.push(focused(&window));
    }
    let expected = [
        "Quote 1: speaker",
        "Quote 1: verb",
        "Quote 1: house verbs",
        "Quote 1: after the name",
        "Quote 1: attribution",
        "More for Quote 1",
        "Delete Quote 1",
        "Paragraph 2",
    ];
    assert_eq!(names, expected);
}
