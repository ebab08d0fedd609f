//! What the page beside the form promises, in the window itself: it follows, it leads back, it never holds up the typing.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::time::{Duration, Instant};

use dateline::app::{App, Start};
use dateline::check::Place;
use dateline::desk::View;
use dateline::ui::Command;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

/// Goes on drawing until it is so; pages are set on a thread of their own.
fn until(harness: &mut Harness<'static, App>, what: &str, so: impl Fn(&App) -> bool) {
    let start = Instant::now();
    while !so(harness.state()) {
        assert!(start.elapsed() < Duration::from_secs(90), "it never came to be: {what}");
        harness.run_steps(1);
        std::thread::sleep(Duration::from_millis(5));
    }
    harness.run_steps(3);
}

fn sample() -> Harness<'static, App> {
    sample_on(1.0)
}

/// The sample on a screen of so many pixels a point.
fn sample_on(pixels_per_point: f32) -> Harness<'static, App> {
    let builder = Harness::builder().with_size([1440.0, 1000.0]).with_pixels_per_point(pixels_per_point);
    let mut harness = builder.build_eframe(|cc| App::new(cc, Start::default()));
    harness.run_steps(4);
    harness.get_by_label("View the sample").click();
    until(&mut harness, "the sample is open", |app| app.desk.open.is_some());
    until(&mut harness, "its pages are set", |app| app.sheets.count() > 0 && app.page_is_current());
    harness
}

fn settled(harness: &mut Harness<'static, App>) {
    harness.run_steps(2);
    until(harness, "the page shows what is typed", |app| app.page_is_current());
}

fn first_page(harness: &Harness<'static, App>) -> u128 {
    harness.state().sheets.wish().there.get(&0).unwrap().0
}

fn carry_out(harness: &mut Harness<'static, App>, command: Command) {
    let ctx = harness.ctx.clone();
    harness.state_mut().carry_out(command, &ctx);
    harness.run_steps(3);
}

#[test]
fn the_page_follows_every_keystroke() {
    let mut harness = sample();
    harness.get_by_label("Headline").focus();
    harness.run_steps(2);
    let mut seen = vec![first_page(&harness)];
    for letter in ["А", "б", "в"] {
        harness.get_by_label("Headline").type_text(letter);
        settled(&mut harness);
        let page = first_page(&harness);
        assert!(!seen.contains(&page), "the page is the one before “{letter}”");
        seen.push(page);
    }
}

#[test]
fn typing_faster_than_the_page_is_set_ends_with_the_last_word() {
    let mut slow = sample();
    let mut quick = sample();
    let words = "Мост открыт сегодня";
    slow.get_by_label("Headline").focus();
    slow.run_steps(2);
    slow.get_by_label("Headline").type_text(words);
    settled(&mut slow);
    quick.get_by_label("Headline").focus();
    quick.run_steps(2);
    for letter in words.chars() {
        // No waiting: most of these states are never set.
        quick.get_by_label("Headline").type_text(&letter.to_string());
        quick.run_steps(1);
    }
    settled(&mut quick);
    assert_eq!(first_page(&quick), first_page(&slow));
}

#[test]
fn a_click_on_the_page_puts_the_cursor_into_the_field_it_came_from() {
    let mut harness = sample();
    let lang = harness.state().desk.open.as_ref().unwrap().lang();
    let page = harness.get_by_label("Page 1 of 2").rect();
    let marks = harness.state().sheets.places(&lang);
    assert!(marks.len() > 10, "{marks:?}");
    let zoom = page.width() / 595.276;
    for (place, name) in [
        (Place::Headline(lang.clone()), "Headline"),
        (Place::Subhead(lang.clone()), "Subhead"),
        (marks.iter().find(|(place, _)| matches!(place, Place::Block(..))).unwrap().0.clone(), "Paragraph 1"),
    ] {
        let (_, mark) = marks.iter().find(|(other, mark)| *other == place && mark.page == 0).unwrap();
        let middle = egui::vec2(mark.rect.left + 20.0, f32::midpoint(mark.rect.top, mark.rect.bottom)) * zoom;
        harness.hover_at(page.min + middle);
        harness.run_steps(2);
        harness.drag_at(page.min + middle);
        harness.drop_at(page.min + middle);
        harness.run_steps(4);
        assert!(harness.get_by_label(name).is_focused(), "{name} has not got the cursor");
        assert_eq!(dateline::ui::cursor(&harness.ctx), Some(place));
    }
}

#[test]
fn a_page_that_cannot_be_set_leaves_the_last_one_and_says_why() {
    let mut harness = sample();
    let before = first_page(&harness);
    let open = harness.state_mut().desk.open.as_mut().unwrap();
    let lang = open.lang();
    let mut houses = open.houses.clone();
    let house = houses.named.as_mut().unwrap();
    // More than can be set in the time that a page has.
    let boilerplate = &mut house.styles.get_mut(&lang).unwrap().boilerplate;
    boilerplate.0 = "много слов подряд ".repeat(150_000);
    open.put_houses(houses);
    open.shown_mut().headline.push('!');
    until(&mut harness, "the trouble is told", |app| app.sheets.trouble().is_some());
    assert_eq!(first_page(&harness), before);
    let open = harness.state_mut().desk.open.as_mut().unwrap();
    let mut houses = open.houses.clone();
    houses.named.as_mut().unwrap().styles.get_mut(&lang).unwrap().boilerplate.0.clear();
    open.put_houses(houses);
    open.shown_mut().headline.push('?');
    until(&mut harness, "the trouble is over", |app| app.sheets.trouble().is_none() && app.page_is_current());
    assert_ne!(first_page(&harness), before);
}

#[test]
fn pages_out_of_sight_are_not_drawn() {
    let mut harness = sample();
    let open = harness.state_mut().desk.open.as_mut().unwrap();
    let body = &mut open.shown_mut().body;
    let last = body.last().unwrap().clone();
    for number in 0..100 {
        let mut block = last.clone();
        block.id = dateline::release::BlockId(1000 + number);
        body.push(block);
    }
    harness.run_steps(2);
    settled(&mut harness);
    until(&mut harness, "there are many pages", |app| app.sheets.count() > 4);
    let drawn = harness.state().sheets.wish().there.len();
    assert!(drawn < 4, "{drawn} of {} pages are drawn", harness.state().sheets.count());
}

#[test]
fn the_page_is_as_sharp_as_the_screen_at_any_size() {
    let mut harness = sample();
    let scale = |harness: &Harness<'static, App>| harness.state().sheets.wish().there.get(&0).unwrap().1;
    let fitted = scale(&harness);
    harness.get_by_label("Zoom in").click();
    settled(&mut harness);
    until(&mut harness, "the larger page is drawn", |app| app.sheets.wish().there.get(&0).unwrap().1 > fitted * 1.2);
    harness.get_by_label("Fit to width").click();
    settled(&mut harness);
    until(&mut harness, "the page fits again", |app| {
        (app.sheets.wish().there.get(&0).unwrap().1 - fitted).abs() < 0.01
    });
    let mut harness = sample_on(2.0);
    until(&mut harness, "the pixels of the finer screen", |app| app.sheets.wish().there.contains_key(&0));
    let shown = harness.get_by_label("Page 1 of 2").rect().width() * 2.0;
    let drawn = scale(&harness) * 595.276;
    assert!((shown / drawn - 1.0).abs() < 0.01, "{drawn} pixels are drawn where the screen shows {shown}");
}

#[test]
fn another_release_never_shows_the_pages_of_the_last_one() {
    let mut harness = sample();
    let before = first_page(&harness);
    carry_out(&mut harness, Command::Discard(dateline::desk::AfterSaving::New("en".parse().unwrap())));
    until(&mut harness, "the new release is open", |app| {
        app.desk.open.as_ref().is_some_and(|open| open.release.editions.len() == 1)
    });
    settled(&mut harness);
    until(&mut harness, "its page is drawn", |app| !app.sheets.wish().there.is_empty());
    assert_ne!(first_page(&harness), before);
}

#[test]
fn without_the_preview_nothing_is_set() {
    let mut harness = sample();
    harness.key_press(egui::Key::F8);
    harness.run_steps(4);
    assert!(harness.query_by_label("Page 1 of 2").is_none());
    harness.key_press(egui::Key::F8);
    harness.run_steps(4);
    assert!(harness.query_by_label("Page 1 of 2").is_some());
    carry_out(&mut harness, Command::Show(View::Text));
    assert!(harness.query_by_label("Page 1 of 2").is_none());
}
