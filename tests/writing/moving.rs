//! Moving, turning into something else, taking away.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::desk::*;

#[test]
fn alt_and_the_arrows_move_the_card_with_the_cursor_in_it() {
    let mut window = window("ru", vec![paragraph("один"), paragraph("два"), heading("три")]);
    go(&mut window, "Paragraph 1", 2);
    press_with(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(body(&window), ["p два", "p один", "h три"]);
    assert_eq!(cursor(&mut window), at("Paragraph 2", 2));
    press_with(&mut window, Modifiers::ALT, Key::ArrowDown);
    press_with(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(body(&window), ["p два", "h три", "p один"]);
    press_with(&mut window, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(body(&window), ["p два", "p один", "h три"]);
    assert_eq!(cursor(&mut window), at("Paragraph 2", 2));
    undo(&mut window);
    assert_eq!(body(&window), ["p два", "h три", "p один"]);
}

#[test]
fn a_photo_moves_by_keys_too() {
    let mut window = window("ru", vec![paragraph("один"), photo(1)]);
    go_to_end(&mut window, "Paragraph 1");
    press(&mut window, Key::ArrowRight);
    press_with(&mut window, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(body(&window), ["f 1", "p один"]);
    assert_eq!(focused(&window), "Photo 1");
}

#[test]
fn the_handle_drags_a_card_to_another_place() {
    let mut window = window("kk", vec![paragraph("бір"), paragraph("екі"), paragraph("үш")]);
    let first = window.get_by_label("Paragraph 1").rect();
    let last = window.get_by_label("Paragraph 3").rect();
    let handle = egui::pos2(first.left() - 26.0, first.center().y);
    window.drag_at(handle);
    window.run_steps(2);
    for step in 1..=12 {
        let way = (last.bottom() + 20.0 - handle.y) * step as f32 / 12.0;
        window.hover_at(handle + egui::vec2(0.0, way));
        window.run_steps(2);
    }
    window.drop_at(handle + egui::vec2(0.0, last.bottom() + 20.0 - handle.y));
    window.run_steps(20);
    assert_eq!(body(&window), ["p екі", "p үш", "p бір"]);
    undo(&mut window);
    assert_eq!(body(&window), ["p бір", "p екі", "p үш"]);
}

#[test]
fn a_card_is_turned_into_every_other_kind_and_back_by_its_menu() {
    let mut window = window("ru", vec![paragraph("Мы ждали.")]);
    for (entry, expected, name) in [
        ("Turn into a quote", "q0 Мы ждали.", "Quote 1"),
        ("Turn into a heading", "h Мы ждали.", "Heading 1"),
        ("Turn into a list", "l Мы ждали.", "List 1"),
        ("Turn into a paragraph", "p Мы ждали.", "Paragraph 1"),
    ] {
        let more = window.query_all_by_role(Role::Button).find_map(|node| {
            use egui_kittest::kittest::NodeT;
            node.accesskit_node().label().filter(|label| label.starts_with("More for"))
        });
        click(&mut window, &more.unwrap());
        pick(&mut window, entry);
        assert_eq!(body(&window), [expected]);
        assert_eq!(focused(&window), name);
    }
    for expected in ["l Мы ждали.", "h Мы ждали.", "q0 Мы ждали.", "p Мы ждали."] {
        undo(&mut window);
        assert_eq!(body(&window), [expected]);
    }
}

#[test]
fn undo_gives_a_quote_back_with_all_that_it_had() {
    let mut window = window("ru", vec![quote("Мы ждали.", 2)]);
    click(&mut window, "More for Quote 1");
    pick(&mut window, "Turn into a paragraph");
    assert_eq!(body(&window), ["p Мы ждали."]);
    undo(&mut window);
    assert_eq!(body(&window), ["q2 Мы ждали."]);
    assert_eq!(the_quote(&window, 0).verb, "деді");
}

#[test]
fn the_menu_opens_with_the_right_button_too() {
    let mut window = window("en", vec![paragraph("One"), paragraph("Two")]);
    window.get_by_label("Paragraph 2").click_secondary();
    steps(&mut window);
    pick(&mut window, "Move up");
    assert_eq!(body(&window), ["p Two", "p One"]);
}

#[test]
fn the_menu_works_by_keyboard_alone() {
    let mut window = window("en", vec![paragraph("One")]);
    go(&mut window, "Paragraph 1", 0);
    press(&mut window, Key::Tab);
    assert_eq!(focused(&window), "More for Paragraph 1");
    press(&mut window, Key::Enter);
    for _ in 0..8 {
        if focused(&window) == "Turn into a heading" {
            break;
        }
        press(&mut window, Key::ArrowDown);
    }
    press(&mut window, Key::Enter);
    assert_eq!(body(&window), ["h One"]);
}

#[test]
fn something_is_inserted_below_a_card_by_its_menu() {
    let mut window = window("kk", vec![paragraph("бір"), paragraph("екі")]);
    click(&mut window, "More for Paragraph 1");
    pick(&mut window, "Quote below");
    assert_eq!(body(&window), ["p бір", "q0 ", "p екі"]);
    assert_eq!(focused(&window), "Quote 2");
    undo(&mut window);
    assert_eq!(body(&window), ["p бір", "p екі"]);
}

#[test]
fn a_card_is_taken_away_and_comes_back() {
    let mut window = window("ru", vec![paragraph("один"), quote("два", 1), paragraph("три")]);
    click(&mut window, "Delete Quote 2");
    assert_eq!(body(&window), ["p один", "p три"]);
    assert_eq!(focused(&window), "Paragraph 2");
    undo(&mut window);
    assert_eq!(body(&window), ["p один", "q1 два", "p три"]);
    assert_eq!(focused(&window), "Quote 2");
}

#[test]
fn the_points_of_a_list_are_numbered_by_its_menu() {
    let mut window = window("ru", vec![list(&["один", "два"])]);
    click(&mut window, "More for List 1");
    pick(&mut window, "Use numbers");
    let numbered = |window: &Window| match &open(window).shown().body[0].kind {
        dateline::release::BlockKind::List { ordered, .. } => *ordered,
        other => panic!("no list: {other:?}"),
    };
    assert!(numbered(&window));
    undo(&mut window);
    assert!(!numbered(&window));
}
