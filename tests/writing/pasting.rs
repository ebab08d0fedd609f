//! Pasting: what Word, browsers and mails give.

use crate::desk::*;

#[test]
fn paragraphs_from_a_word_processor_make_cards() {
    let mut window = window("ru", vec![paragraph("")]);
    go(&mut window, "Paragraph 1", 0);
    paste(&mut window, "Мост открыт.\r\nПуть короче.\r\nДа.\r\n");
    assert_eq!(body(&window), ["p Мост открыт.", "p Путь короче.", "p Да."]);
    assert_eq!(cursor(&mut window), at("Paragraph 3", 3));
}

#[test]
fn paragraphs_from_a_browser_make_cards_and_their_line_breaks_stay() {
    let mut window = window("kk", vec![paragraph("Басы соңы")]);
    go(&mut window, "Paragraph 1", 5);
    paste(&mut window, "бір\nекі\n\nүш ");
    assert_eq!(body(&window), ["p Басы бір\nекі", "p үшсоңы"]);
}

#[test]
fn pasting_is_one_step_of_undo() {
    let mut window = window("ru", vec![paragraph("Начало")]);
    go_to_end(&mut window, "Paragraph 1");
    write(&mut window, " и");
    paste(&mut window, "\nодин\nдва\nтри");
    assert_eq!(body(&window).len(), 3);
    undo(&mut window);
    assert_eq!(body(&window), ["p Начало и"]);
    redo(&mut window);
    assert_eq!(body(&window).len(), 3);
}

#[test]
fn one_line_is_pasted_where_the_cursor_is_and_signs_nobody_sees_are_left_out() {
    let mut window = window("en", vec![paragraph("The  bridge")]);
    go(&mut window, "Paragraph 1", 4);
    paste(&mut window, "new\u{0}\tlong\u{7}\u{feff}\r\n");
    assert_eq!(body(&window), ["p The new long bridge"]);
    assert_eq!(cursor(&mut window), at("Paragraph 1", 12));
}

#[test]
fn a_heading_keeps_the_first_line_only() {
    let mut window = window("ru", vec![heading("")]);
    go(&mut window, "Heading 1", 0);
    paste(&mut window, "Что изменится\n\nПуть короче.");
    assert_eq!(body(&window), ["h Что изменится", "p Путь короче."]);
}

#[test]
fn a_quote_and_a_list_take_all_that_is_pasted() {
    let mut window = window("kk", vec![quote("", 1), list(&[""])]);
    go(&mut window, "Quote 1", 0);
    paste(&mut window, "Бір.\nЕкі.");
    go(&mut window, "List 2", 0);
    paste(&mut window, "бір\n\nекі\n");
    assert_eq!(body(&window), ["q1 Бір.\n\nЕкі.", "l бір/екі"]);
}
