//! A quote's card: who, how, where the attribution stands, and what it becomes.

use dateline::release::{Placement, SpeakerId};
use egui::{Event, Key};
use egui_kittest::kittest::Queryable;

use crate::desk::*;

#[test]
fn a_speaker_is_found_by_a_few_letters_and_taken_with_enter() {
    let mut window = window("ru", vec![quote("Мы ждали.", 1)]);
    click(&mut window, "Quote 1: speaker");
    assert_eq!(focused(&window), "Find a speaker");
    write(&mut window, "прим");
    assert!(window.query_by_label("Пётр Примеров").is_some() && window.query_by_label("Anna Bridges").is_none());
    press(&mut window, Key::Enter);
    assert_eq!(the_quote(&window, 0).speaker, Some(SpeakerId(2)));
    assert!(window.query_by_label("Find a speaker").is_none());
    undo(&mut window);
    assert_eq!(the_quote(&window, 0).speaker, Some(SpeakerId(1)));
}

#[test]
fn a_speaker_is_found_by_the_title_too() {
    let mut window = window("kk", vec![quote("Біз күттік.", 2)]);
    click(&mut window, "Quote 1: speaker");
    write(&mut window, "төрайым");
    press(&mut window, Key::Enter);
    assert_eq!(the_quote(&window, 0).speaker, Some(SpeakerId(1)));
}

#[test]
fn the_arrows_choose_among_the_speakers() {
    let mut window = window("en", vec![quote("We waited.", 1)]);
    click(&mut window, "Quote 1: speaker");
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    assert_eq!(the_quote(&window, 0).speaker, Some(SpeakerId(3)));
}

#[test]
fn letters_typed_on_the_button_begin_the_search() {
    let mut window = window("en", vec![quote("We waited.", 1)]);
    go(&mut window, "Quote 1", 0);
    press(&mut window, Key::Tab);
    write(&mut window, "bri");
    assert_eq!(focused(&window), "Find a speaker");
    press(&mut window, Key::Enter);
    assert_eq!(the_quote(&window, 0).speaker, Some(SpeakerId(3)));
    assert_eq!(focused(&window), "Quote 1: speaker");
}

#[test]
fn enter_right_behind_the_letters_takes_whom_they_found() {
    let mut window = window("en", vec![quote("We waited.", 1)]);
    go(&mut window, "Quote 1", 0);
    press(&mut window, Key::Tab);
    window.event(Event::Text("bri".into()));
    window.step();
    window.key_press(Key::Enter);
    window.step();
    steps(&mut window);
    assert_eq!(the_quote(&window, 0).speaker, Some(SpeakerId(3)));
}

#[test]
fn escape_leaves_the_search_and_the_speaker_as_they_were() {
    let mut window = window("ru", vec![quote("Мы ждали.", 1)]);
    click(&mut window, "Quote 1: speaker");
    write(&mut window, "при");
    press(&mut window, Key::Escape);
    assert!(window.query_by_label("Find a speaker").is_none());
    assert_eq!(the_quote(&window, 0).speaker, Some(SpeakerId(1)));
    assert_eq!(focused(&window), "Quote 1: speaker");
}

#[test]
fn a_new_speaker_is_added_without_leaving_and_the_title_is_asked_for_at_once() {
    let mut window = window("ru", vec![quote("Мы ждали.", 1)]);
    click(&mut window, "Quote 1: speaker");
    write(&mut window, "Ерлан Есимов");
    click(&mut window, "Add “Ерлан Есимов” as a speaker");
    let added = open(&window).release.speakers.last().unwrap().clone();
    assert_eq!(added.name.get(&open(&window).lang()), "Ерлан Есимов");
    assert_eq!(the_quote(&window, 0).speaker, Some(added.id));
    assert_eq!(focused(&window), "Quote 1: title of the speaker");
    write(&mut window, "инженер");
    assert_eq!(focused(&window), "Quote 1: title of the speaker");
    go(&mut window, "Quote 1", 0);
    assert!(window.query_by_label("Quote 1: title of the speaker").is_none());
    let added = open(&window).release.speakers.last().unwrap();
    assert_eq!(added.title.get(&open(&window).lang()), "инженер");
}

#[test]
fn adding_a_speaker_is_one_step_of_undo() {
    let mut window = window("kk", vec![quote("Біз күттік.", 1)]);
    click(&mut window, "Quote 1: speaker");
    write(&mut window, "Ерлан Есімов");
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::Enter);
    assert_eq!(open(&window).release.speakers.len(), 4);
    undo(&mut window);
    assert_eq!(open(&window).release.speakers.len(), 3);
    assert_eq!(the_quote(&window, 0).speaker, Some(SpeakerId(1)));
}

#[test]
fn the_verb_is_one_of_the_house_or_any_other() {
    let mut window = window("ru", vec![quote("Мы ждали.", 1)]);
    let start = std::time::Instant::now();
    while open(&window).houses.of(&open(&window).lang()).styles.is_empty() {
        assert!(start.elapsed().as_secs() < 20, "the house does not come");
        std::thread::sleep(std::time::Duration::from_millis(10));
        steps(&mut window);
    }
    let lang = open(&window).lang();
    let verb = open(&window).houses.of(&lang).style(&lang).unwrap().quote.verbs[1].clone();
    click(&mut window, "Quote 1: house verbs");
    pick(&mut window, &verb);
    assert_eq!(the_quote(&window, 0).verb, verb);
    window.get_by_label("Quote 1: verb").focus();
    steps(&mut window);
    press_with(&mut window, egui::Modifiers::COMMAND, Key::A);
    write(&mut window, "прошептала");
    assert_eq!(the_quote(&window, 0).verb, "прошептала");
}

#[test]
fn the_attribution_stands_after_before_or_between_the_words() {
    let mut window = window("ru", vec![quote("Мы ждали. Мы рады.", 1)]);
    click(&mut window, "Quote 1: attribution");
    pick(&mut window, "Before");
    assert_eq!(the_quote(&window, 0).placement, Placement::Before);
    click(&mut window, "Quote 1: attribution");
    pick(&mut window, "Between");
    window.get_by_label("Quote 1: the last words before the attribution").focus();
    steps(&mut window);
    write(&mut window, "ждали");
    assert_eq!(the_quote(&window, 0).placement, Placement::Split { after: "ждали".into() });
    undo(&mut window);
    undo(&mut window);
    undo(&mut window);
    assert_eq!(the_quote(&window, 0).placement, Placement::After);
}

#[test]
fn the_sentence_that_it_becomes_follows_every_letter() {
    let mut window = window("ru", vec![quote("Мы ждали.", 2)]);
    window.get_by_label("Quote 1: after the name").focus();
    steps(&mut window);
    write(&mut window, "на церемонии");
    let story = open(&window).story().unwrap().clone();
    let sentence = story.lines_of(open(&window).shown().body[0].id).remove(0);
    assert!(sentence.contains("на церемонии"), "{sentence}");
    assert!(window.query_by_label(&sentence).is_some(), "not under the quote: {sentence}");
}
