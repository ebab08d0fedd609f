//! Long releases: what is far away is not drawn, and is there when it is gone to.

use dateline::check::Place;
use dateline::release::{BlockId, BlockKind};
use dateline::ui::Command;
use egui::{Key, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::*;
use dateline::words::Locale;

/// A body of so many blocks of every kind but photos.
fn long_body(count: usize) -> Vec<BlockKind> {
    let words = "Сегодня в столице открыли мост через Есиль. Көпір екі жағаны жалғайды. The way is shorter. ";
    let kind = |number: usize| match number % 7 {
        3 => quote(&format!("{number}. {words}"), 1),
        5 => heading(&format!("{number}. Что изменится")),
        6 => list(&[&format!("{number}"), "екі", "three"]),
        _ => paragraph(&format!("{number}. {}", words.repeat(1 + number % 5))),
    };
    (1..=count).map(kind).collect()
}

fn cards(window: &Window) -> Vec<String> {
    let delete = window.query_all_by_role(egui::accesskit::Role::Button);
    let labels = delete.filter_map(|node| node.accesskit_node().label());
    labels.filter(|label| label.starts_with("More for")).collect()
}

#[test]
fn of_two_hundred_blocks_only_those_near_the_sight_are_drawn() {
    let mut window = window("ru", long_body(200));
    assert!((5..60).contains(&cards(&window).len()), "{} cards", cards(&window).len());
    assert!(window.query_by_label("Paragraph 1").is_some() && window.query_by_label("Paragraph 197").is_none());
    go(&mut window, "Paragraph 1", 0);
    assert!(cards(&window).len() < 60, "{} cards", cards(&window).len());
}

#[test]
fn a_far_place_is_scrolled_to_and_has_the_cursor() {
    let mut window = window("ru", long_body(200));
    let context = window.ctx.clone();
    let lang = open(&window).lang();
    for id in [190, 15, 101] {
        window.state_mut().carry_out(Command::GoTo(Place::Block(lang.clone(), BlockId(id))), &context);
        window.run_steps(8);
        let name = focused(&window);
        assert!(name.ends_with(&format!(" {id}")), "{name}");
        let place = window.get_by_label(&name).rect();
        assert!(place.top() > 50.0 && place.top() < 850.0, "{name} at {place:?}");
        assert!(cards(&window).len() < 80, "{} cards", cards(&window).len());
    }
}

#[test]
fn walking_down_visits_every_card_in_its_order() {
    let mut window = window("ru", long_body(60));
    go(&mut window, "Paragraph 1", 0);
    let mut visited = vec![focused(&window)];
    for _ in 0..600 {
        window.key_press(Key::ArrowDown);
        window.run_steps(3);
        let name = focused(&window);
        if visited.last() != Some(&name) {
            visited.push(name);
        }
        if visited.len() == 60 {
            break;
        }
    }
    let numbers: Vec<usize> = visited.iter().map(|name| name.rsplit(' ').next().unwrap().parse().unwrap()).collect();
    assert_eq!(numbers, (1..=60).collect::<Vec<_>>());
    let last = window.get_by_label(visited.last().unwrap()).rect();
    assert!(last.top() > 50.0 && last.bottom() < 900.0, "the last card is out of sight: {last:?}");
}

#[test]
fn the_card_with_the_cursor_stays_when_it_is_scrolled_out_of_sight() {
    let mut window = window("ru", long_body(120));
    go(&mut window, "Paragraph 1", 0);
    for _ in 0..30 {
        window.get_by_label("Paragraph 1").hover();
        window.hover_at(egui::pos2(380.0, 400.0));
        window.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: Vec2::new(0.0, -400.0),
            modifiers: egui::Modifiers::NONE,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
        });
        window.run_steps(3);
    }
    assert_eq!(focused(&window), "Paragraph 1");
    assert!(window.get_by_label("Paragraph 1").rect().bottom() < 0.0);
    // The wheel comes to rest.
    window.run_steps(20);
    write(&mut window, "!");
    window.run_steps(30);
    assert!(body(&window)[0].contains('!'));
    let place = window.get_by_label("Paragraph 1").rect();
    assert!(place.top() > 0.0, "typing does not come back into sight: {place:?}");
}

#[test]
fn what_is_in_sight_does_not_jump_when_it_is_scrolled_up() {
    let mut window = window_in(Locale::English, Vec2::new(760.0, 900.0), release("ru", long_body(120)));
    let context = window.ctx.clone();
    let lang = open(&window).lang();
    // Far down at once, so that the heights of the cards above are only guessed.
    window.state_mut().carry_out(Command::GoTo(Place::Block(lang, BlockId(100))), &context);
    window.run_steps(8);
    for _ in 0..20 {
        let seen = |window: &Window| -> Vec<(String, f32)> {
            let found = window.query_all_by_role(egui::accesskit::Role::Button);
            let named = found.filter_map(|node| Some((node.accesskit_node().label()?, node.rect().top())));
            named.filter(|(label, top)| label.starts_with("More for") && (100.0..800.0).contains(top)).collect()
        };
        let before = seen(&window);
        window.hover_at(egui::pos2(380.0, 400.0));
        window.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: Vec2::new(0.0, 120.0),
            modifiers: egui::Modifiers::NONE,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
        });
        window.run_steps(12);
        let after = seen(&window);
        let moved: Vec<f32> = before
            .iter()
            .filter_map(|(name, top)| after.iter().find(|(other, _)| other == name).map(|(_, now)| now - top))
            .collect();
        assert!(!moved.is_empty());
        assert!(moved.iter().all(|by| (by - 120.0).abs() < 2.0), "scrolled by 120, moved by {moved:?}");
    }
}
