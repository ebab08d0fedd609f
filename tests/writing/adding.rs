//! Adding is always in sight; and all of it in three languages.

use dateline::words::Locale;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::Queryable;

use crate::desk::*;

#[test]
fn every_kind_is_added_at_the_end_with_the_cursor_in_it() {
    let mut window = window("kk", vec![paragraph("бір")]);
    go(&mut window, "Paragraph 1", 0);
    for (button, name) in
        [("+ Paragraph", "Paragraph 2"), ("+ Quote", "Quote 3"), ("+ Heading", "Heading 4"), ("+ List", "List 5")]
    {
        click(&mut window, button);
        assert_eq!(focused(&window), name);
        write(&mut window, "сөз");
    }
    assert_eq!(body(&window), ["p бір", "p сөз", "q0 сөз", "h сөз", "l сөз"]);
    for _ in 0..8 {
        undo(&mut window);
    }
    assert_eq!(body(&window), ["p бір"]);
}

#[test]
fn a_photo_is_chosen_from_those_of_the_release() {
    let mut window = window("ru", vec![paragraph("Мост")]);
    click(&mut window, "+ Photo");
    pick(&mut window, "river.jpg");
    assert_eq!(body(&window), ["p Мост", "f 2"]);
    assert_eq!(focused(&window), "Photo 2");
    undo(&mut window);
    assert_eq!(body(&window), ["p Мост"]);
}

#[test]
fn photos_can_be_attached_from_where_they_are_placed() {
    let mut window = window("ru", vec![paragraph("Мост")]);
    click(&mut window, "+ Photo");
    pick(&mut window, "Attach photos…");
    assert!(matches!(window.state().desk.question, Some(dateline::desk::Question::Photos { .. })));
}

#[test]
fn a_photo_card_shows_another_photo() {
    let mut window = window("ru", vec![photo(1)]);
    click(&mut window, "Photo 1");
    pick(&mut window, "river.jpg");
    assert_eq!(body(&window), ["f 2"]);
    undo(&mut window);
    assert_eq!(body(&window), ["f 1"]);
}

#[test]
fn cards_have_their_names_in_the_language_of_the_window() {
    for (locale, names) in [
        (Locale::Russian, ["Абзац 1", "Цитата 2", "Подзаголовок 3", "Список 4", "Фото 5"]),
        (Locale::Kazakh, ["1-абзац", "2-дәйексөз", "3-тақырыпша", "4-тізім", "5-фото"]),
    ] {
        let blocks = vec![paragraph("а"), quote("б", 1), heading("в"), list(&["г"]), photo(1)];
        let mut window = window_in(locale, Vec2::new(760.0, 1000.0), release("kk", blocks));
        for name in names {
            assert!(window.query_by_label(name).is_some(), "{name}");
            assert!(window.query_by_label(&locale.tell("card-delete", &[("card", name.into())])).is_some(), "{name}");
        }
        window.get_by_label(names[0]).focus();
        steps(&mut window);
        press(&mut window, Key::Enter);
        write(&mut window, "Жаңа сөз");
        press_with(&mut window, Modifiers::COMMAND, Key::B);
        assert_eq!(body(&window)[1], "p Жаңа **сөз**");
    }
}

#[test]
fn an_empty_body_can_be_begun() {
    let mut window = window("kk", vec![]);
    click(&mut window, "+ Paragraph");
    write(&mut window, "бір");
    assert_eq!(body(&window), ["p бір"]);
    go(&mut window, "Paragraph 1", 0);
    click(&mut window, "Delete Paragraph 1");
    assert!(body(&window).is_empty());
    undo(&mut window);
    assert_eq!(body(&window), ["p бір"]);
}
