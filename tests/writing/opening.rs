//! Enter: the next card, the next point, the next line.

use egui::{Key, Modifiers};

use crate::desk::*;

#[test]
fn enter_at_the_end_of_a_paragraph_opens_the_next_with_the_cursor_in_it() {
    let mut window = window("kk", vec![paragraph("Көпір ашылды.")]);
    go_to_end(&mut window, "Paragraph 1");
    press(&mut window, Key::Enter);
    write(&mut window, "Жол қысқарды.");
    assert_eq!(body(&window), ["p Көпір ашылды.", "p Жол қысқарды."]);
    assert_eq!(cursor(&mut window), at("Paragraph 2", 13));
}

#[test]
fn enter_in_the_middle_cuts_a_paragraph_in_two() {
    let mut window = window("ru", vec![paragraph("Мост открыт. Путь короче.")]);
    go(&mut window, "Paragraph 1", 13);
    press(&mut window, Key::Enter);
    assert_eq!(body(&window), ["p Мост открыт.", "p Путь короче."]);
    assert_eq!(cursor(&mut window), at("Paragraph 2", 0));
}

#[test]
fn enter_at_the_start_makes_room_above_and_the_cursor_stays_with_its_words() {
    let mut window = window("en", vec![paragraph("The bridge is open.")]);
    go(&mut window, "Paragraph 1", 0);
    press(&mut window, Key::Enter);
    assert_eq!(body(&window), ["p ", "p The bridge is open."]);
    assert_eq!(cursor(&mut window), at("Paragraph 2", 0));
}

#[test]
fn enter_inside_bold_words_leaves_both_halves_bold() {
    let mut window = window("kk", vec![paragraph("**Айгүл Тестова** деді")]);
    go(&mut window, "Paragraph 1", 7);
    press(&mut window, Key::Enter);
    assert_eq!(body(&window), ["p **Айгүл**", "p **Тестова** деді"]);
}

#[test]
fn undoing_enter_is_one_step_and_puts_the_cursor_at_the_seam() {
    let mut window = window("ru", vec![paragraph("Мост открыт."), paragraph("Да.")]);
    go(&mut window, "Paragraph 1", 4);
    press(&mut window, Key::Enter);
    undo(&mut window);
    assert_eq!(body(&window), ["p Мост открыт.", "p Да."]);
    assert_eq!(cursor(&mut window), at("Paragraph 1", 4));
    redo(&mut window);
    assert_eq!(body(&window), ["p Мост", "p открыт.", "p Да."]);
}

#[test]
fn what_is_typed_after_enter_is_another_step_of_undo() {
    let mut window = window("ru", vec![paragraph("Мост")]);
    go_to_end(&mut window, "Paragraph 1");
    write(&mut window, " открыт.");
    press(&mut window, Key::Enter);
    write(&mut window, "Путь короче.");
    undo(&mut window);
    assert_eq!(body(&window), ["p Мост открыт.", "p "]);
    undo(&mut window);
    assert_eq!(body(&window), ["p Мост открыт."]);
    undo(&mut window);
    assert_eq!(body(&window), ["p Мост"]);
}

#[test]
fn after_a_heading_comes_a_paragraph() {
    let mut window = window("ru", vec![heading("Что изменится")]);
    go_to_end(&mut window, "Heading 1");
    press(&mut window, Key::Enter);
    assert_eq!(body(&window), ["h Что изменится", "p "]);
    assert_eq!(cursor(&mut window), at("Paragraph 2", 0));
}

#[test]
fn after_a_quote_comes_a_paragraph() {
    let mut window = window("kk", vec![quote("Біз күттік.", 1)]);
    go_to_end(&mut window, "Quote 1");
    press(&mut window, Key::Enter);
    assert_eq!(body(&window), ["q1 Біз күттік.", "p "]);
    assert_eq!(cursor(&mut window), at("Paragraph 2", 0));
}

#[test]
fn a_quote_cut_in_the_middle_stays_with_its_speaker() {
    let mut window = window("ru", vec![quote("Мы ждали. Мы рады.", 2)]);
    go(&mut window, "Quote 1", 10);
    press(&mut window, Key::Enter);
    assert_eq!(body(&window), ["q2 Мы ждали.", "q2 Мы рады."]);
    undo(&mut window);
    assert_eq!(body(&window), ["q2 Мы ждали. Мы рады."]);
}

#[test]
fn in_a_list_enter_makes_a_point_and_leaves_after_an_empty_one() {
    let mut window = window("kk", vec![list(&["бір"])]);
    go_to_end(&mut window, "List 1");
    press(&mut window, Key::Enter);
    write(&mut window, "екі");
    press(&mut window, Key::Enter);
    assert_eq!(body(&window), ["l бір/екі/"]);
    press(&mut window, Key::Enter);
    assert_eq!(body(&window), ["l бір/екі", "p "]);
    assert_eq!(cursor(&mut window), at("Paragraph 2", 0));
    undo(&mut window);
    assert_eq!(body(&window), ["l бір/екі/"]);
}

#[test]
fn shift_enter_breaks_the_line_of_a_paragraph_and_not_of_a_heading() {
    let mut window = window("ru", vec![paragraph("Мост"), heading("Дальше")]);
    go_to_end(&mut window, "Paragraph 1");
    press_with(&mut window, Modifiers::SHIFT, Key::Enter);
    write(&mut window, "через реку");
    go_to_end(&mut window, "Heading 2");
    press_with(&mut window, Modifiers::SHIFT, Key::Enter);
    assert_eq!(body(&window), ["p Мост\nчерез реку", "h Дальше"]);
}

#[test]
fn ctrl_enter_opens_a_paragraph_below_without_cutting() {
    let mut window = window("en", vec![heading("What changes"), quote("Yes.", 3)]);
    go(&mut window, "Heading 1", 4);
    press_with(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(body(&window), ["h What changes", "p ", "q3 Yes."]);
    assert_eq!(cursor(&mut window), at("Paragraph 2", 0));
}

#[test]
fn keys_that_come_faster_than_frames_are_all_carried_out_in_their_order() {
    let mut window = window("ru", vec![paragraph("")]);
    go(&mut window, "Paragraph 1", 0);
    let input = window.input_mut();
    let key =
        |key| egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    input.events.extend([
        egui::Event::Text("Мост".into()),
        key(Key::Enter),
        egui::Event::Text("открыт".into()),
        key(Key::Enter),
        egui::Event::Text("да".into()),
        key(Key::Backspace),
    ]);
    window.run_steps(12);
    assert_eq!(body(&window), ["p Мост", "p открыт", "p д"]);
}
