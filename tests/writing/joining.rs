//! Backspace at the start of a card and Delete at its end.

use egui::Key;

use crate::desk::*;

#[test]
fn backspace_at_the_start_joins_to_the_card_above_with_the_cursor_at_the_seam() {
    let mut window = window("kk", vec![paragraph("Көпір "), paragraph("ашылды.")]);
    go(&mut window, "Paragraph 2", 0);
    press(&mut window, Key::Backspace);
    assert_eq!(body(&window), ["p Көпір ашылды."]);
    assert_eq!(cursor(&mut window), at("Paragraph 1", 6));
    undo(&mut window);
    assert_eq!(body(&window), ["p Көпір ", "p ашылды."]);
    assert_eq!(focused(&window), "Paragraph 1");
}

#[test]
fn backspace_elsewhere_takes_a_letter() {
    let mut window = window("kk", vec![paragraph("Көпір"), paragraph("ашылды")]);
    go(&mut window, "Paragraph 2", 3);
    press(&mut window, Key::Backspace);
    assert_eq!(body(&window), ["p Көпір", "p ашлды"]);
}

#[test]
fn a_paragraph_joins_a_heading_and_stays_in_it() {
    let mut window = window("ru", vec![heading("Что "), paragraph("изменится")]);
    go(&mut window, "Paragraph 2", 0);
    press(&mut window, Key::Backspace);
    assert_eq!(body(&window), ["h Что изменится"]);
    assert_eq!(cursor(&mut window), at("Heading 1", 4));
}

#[test]
fn a_paragraph_joins_the_words_of_a_quote() {
    let mut window = window("ru", vec![quote("Мы ждали.", 1), paragraph(" Да.")]);
    go(&mut window, "Paragraph 2", 0);
    press(&mut window, Key::Backspace);
    assert_eq!(body(&window), ["q1 Мы ждали. Да."]);
    assert_eq!(cursor(&mut window), at("Quote 1", 9));
}

#[test]
fn a_quote_first_becomes_a_paragraph_and_undo_gives_its_speaker_back() {
    let mut window = window("ru", vec![paragraph("Мост."), quote("Мы ждали.", 2)]);
    go(&mut window, "Quote 2", 0);
    press(&mut window, Key::Backspace);
    assert_eq!(body(&window), ["p Мост.", "p Мы ждали."]);
    press(&mut window, Key::Backspace);
    assert_eq!(body(&window), ["p Мост.Мы ждали."]);
    undo(&mut window);
    undo(&mut window);
    assert_eq!(body(&window), ["p Мост.", "q2 Мы ждали."]);
}

#[test]
fn an_empty_card_goes_away() {
    let mut window = window("en", vec![paragraph("The bridge."), quote("", 3)]);
    go(&mut window, "Quote 2", 0);
    press(&mut window, Key::Backspace);
    assert_eq!(body(&window), ["p The bridge."]);
    assert_eq!(cursor(&mut window), at("Paragraph 1", 11));
}

#[test]
fn nothing_joins_a_photo_but_the_cursor_goes_there_and_takes_it_away() {
    let mut window = window("ru", vec![paragraph("Мост"), photo(1), paragraph("открыт")]);
    go(&mut window, "Paragraph 3", 0);
    press(&mut window, Key::Backspace);
    assert_eq!(body(&window), ["p Мост", "f 1", "p открыт"]);
    assert_eq!(focused(&window), "Photo 2");
    press(&mut window, Key::Backspace);
    assert_eq!(body(&window), ["p Мост", "p открыт"]);
    undo(&mut window);
    assert_eq!(body(&window), ["p Мост", "f 1", "p открыт"]);
}

#[test]
fn backspace_in_the_first_card_does_nothing() {
    let mut window = window("ru", vec![paragraph("Мост"), paragraph("открыт")]);
    go(&mut window, "Paragraph 1", 0);
    press(&mut window, Key::Backspace);
    assert_eq!(body(&window), ["p Мост", "p открыт"]);
}

#[test]
fn delete_at_the_end_joins_the_card_below() {
    let mut window = window("en", vec![paragraph("The bridge "), paragraph("is open."), paragraph("Yes.")]);
    go_to_end(&mut window, "Paragraph 1");
    press(&mut window, Key::Delete);
    assert_eq!(body(&window), ["p The bridge is open.", "p Yes."]);
    assert_eq!(cursor(&mut window), at("Paragraph 1", 11));
    undo(&mut window);
    assert_eq!(body(&window), ["p The bridge ", "p is open.", "p Yes."]);
}

#[test]
fn the_first_point_of_a_list_joins_the_words_above() {
    let mut window = window("kk", vec![paragraph("Барлығы: "), list(&["бір", "екі"])]);
    go(&mut window, "List 2", 0);
    press(&mut window, Key::Backspace);
    assert_eq!(body(&window), ["p Барлығы: бір", "l екі"]);
    undo(&mut window);
    assert_eq!(body(&window), ["p Барлығы: ", "l бір/екі"]);
}

#[test]
fn bold_words_stay_bold_when_cards_are_joined() {
    let mut window = window("ru", vec![paragraph("**Айгуль "), paragraph("**Тестова** сказала")]);
    go(&mut window, "Paragraph 2", 0);
    press(&mut window, Key::Backspace);
    let text = body(&window).remove(0);
    assert!(text.contains("**Тестова**"), "{text}");
}
