//! What the window promises, driven by the names that a screen reader would say.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::time::{Duration, Instant};

use dateline::app::App;
use dateline::export::{Format, Options, export};
use dateline::story::set;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

fn window() -> Harness<'static, App> {
    let mut harness = Harness::builder().with_size([1440.0, 1400.0]).build_eframe(|cc| App::new(cc, None));
    harness.run_steps(4);
    harness
}

/// Goes on drawing until it is so; jobs run on threads of their own.
fn until(harness: &mut Harness<'static, App>, so: impl Fn(&App) -> bool) {
    let start = Instant::now();
    while !so(harness.state()) {
        assert!(start.elapsed() < Duration::from_secs(20), "it never came to be");
        harness.run_steps(2);
        std::thread::sleep(Duration::from_millis(10));
    }
    harness.run_steps(4);
}

fn click(harness: &mut Harness<'static, App>, name: &str) {
    harness.get_by_label(name).click();
    harness.run_steps(4);
}

fn fill(harness: &mut Harness<'static, App>, name: &str, words: &str) {
    harness.get_by_label(name).focus();
    harness.run_steps(2);
    harness.get_by_label(name).type_text(words);
    harness.run_steps(3);
}

fn new_release() -> Harness<'static, App> {
    let mut harness = window();
    click(&mut harness, "New release");
    click(&mut harness, "Русский");
    click(&mut harness, "Start");
    until(&mut harness, |app| app.desk.open.is_some());
    harness
}

#[test]
fn what_is_written_in_the_form_is_what_goes_out() {
    let mut harness = new_release();
    fill(&mut harness, "Headline", "Мост открыт");
    fill(&mut harness, "Paragraph 1", "Сегодня открыт мост.");
    click(&mut harness, "+ Quote");
    fill(&mut harness, "Quote 2", "Мы ждали.");
    click(&mut harness, "+ Speaker");
    fill(&mut harness, "Speaker 1: name", "Айгуль Тестова");
    click(&mut harness, "+ Contact");
    fill(&mut harness, "Contact 1: unit", "Пресс-служба");
    fill(&mut harness, "Contact 1: telephone", "70-00-00");

    let open = harness.state().desk.open.as_ref().unwrap();
    let release = &open.release;
    let story = set(release, &release.editions[0], open.houses.of(&release.editions[0].lang));
    let text = String::from_utf8(export(&story, Format::Text, &Options::default()).bytes).unwrap();
    assert_eq!(text, "Мост открыт\n\nСегодня открыт мост.\n\n«Мы ждали», – сказал.\n\n(Пресс-служба, 70-00-00)\n");
}

#[test]
fn one_undo_takes_back_one_thought() {
    let mut harness = new_release();
    fill(&mut harness, "Headline", "Мост открыт");
    click(&mut harness, "+ Heading");
    assert_eq!(harness.state().desk.open.as_ref().unwrap().shown().body.len(), 2);
    click(&mut harness, "Undo");
    let open = harness.state().desk.open.as_ref().unwrap();
    assert_eq!((open.shown().body.len(), open.shown().headline.as_str()), (1, "Мост открыт"));
    click(&mut harness, "Undo");
    assert_eq!(harness.state().desk.open.as_ref().unwrap().shown().headline, "");
}

#[test]
fn a_damaged_file_is_told_in_one_line_and_nothing_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("release.ron"), "Dateline(format: 1, release: (").unwrap();
    let path = folder.path().to_owned();
    let mut harness = Harness::builder().with_size([1440.0, 900.0]).build_eframe(move |cc| App::new(cc, Some(path)));
    until(&mut harness, |app| app.desk.notice.is_some());
    let notice = harness.state().desk.notice.clone().unwrap();
    assert!(notice.is_error && notice.text.contains("damaged"), "{notice:?}");
    assert!(harness.state().desk.open.is_none());
}

#[test]
fn the_sample_is_saved_with_its_photos() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("sample");
    let mut harness = window();
    click(&mut harness, "Look at the sample");
    until(&mut harness, |app| app.desk.open.is_some());
    let context = harness.ctx.clone();
    harness.state_mut().carry_out(dateline::ui::Command::SaveIn(target.clone(), None), &context);
    until(&mut harness, |app| app.desk.open.as_ref().is_some_and(|open| open.folder.is_some()));
    let saved = dateline::newsroom::open(&target).unwrap();
    assert_eq!(saved.editions.len(), 3);
    assert!(saved.photos.iter().all(|photo| target.join("photos").join(&photo.file).is_file()));
}
