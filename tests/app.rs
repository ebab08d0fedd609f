//! What the window promises, driven by the names that a screen reader would say.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test may stop")]

#[path = "support/picture.rs"]
mod picture;
#[path = "support/window.rs"]
mod window;

use dateline::app::{App, Start};
use dateline::export::{Format, Options, export};
use dateline::story::set;
use dateline::ui::Command;
use egui_kittest::kittest::{NodeT, Queryable};
use window::{Window, click, fill, sized, until};

fn window() -> Window {
    sized(Start::default(), [1440.0, 1400.0])
}

fn new_release() -> Window {
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
    fill(&mut harness, "Contact 1: department", "Пресс-служба");
    fill(&mut harness, "Contact 1: phone", "70-00-00");

    let open = harness.state().desk.open.as_ref().unwrap();
    let release = &open.release;
    let story = set(release, &release.editions[0], open.houses.of(&release.editions[0].lang));
    let text = String::from_utf8(export(&story, Format::Text, &Options::default()).unwrap().bytes).unwrap();
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
    let mut harness = sized(Start { path: Some(path), ..Start::default() }, [1440.0, 900.0]);
    until(&mut harness, |app| app.desk.notice.is_some());
    let notice = harness.state().desk.notice.clone().unwrap();
    assert!(notice.is_error && notice.said.to_string().contains("damaged"), "{notice:?}");
    assert!(harness.state().desk.open.is_none());
}

#[test]
fn the_sample_is_saved_with_its_photos() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("sample");
    let mut harness = window();
    click(&mut harness, "View the sample");
    until(&mut harness, |app| app.desk.open.is_some());
    let context = harness.ctx.clone();
    harness.state_mut().carry_out(Command::SaveIn(target.clone(), None), &context);
    until(&mut harness, |app| app.desk.open.as_ref().is_some_and(|open| open.folder.is_some()));
    let saved = dateline::newsroom::open(&target).unwrap();
    assert_eq!(saved.editions.len(), 3);
    assert!(saved.photos.iter().all(|photo| target.join("photos").join(&photo.file).is_file()));
}

#[test]
fn undoing_a_new_language_shows_the_one_that_is_left() {
    let mut harness = new_release();
    let context = harness.ctx.clone();
    fill(&mut harness, "Headline", "Мост открыт");
    harness.state_mut().carry_out(Command::AddEdition("kk".parse().unwrap()), &context);
    harness.run_steps(4);
    assert_eq!(harness.state().desk.open.as_ref().unwrap().lang().as_str(), "kk");
    click(&mut harness, "Undo");
    harness.run_steps(4);
    let open = harness.state().desk.open.as_ref().unwrap();
    assert_eq!((open.lang().as_str(), open.shown().headline.as_str()), ("ru", "Мост открыт"));
}

#[test]
fn a_photo_that_comes_back_is_the_same_picture() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("first.jpg"), folder.path().join("second.jpg"));
    picture::write(&first);
    picture::write(&second);
    let mut harness = new_release();
    let context = harness.ctx.clone();
    let photos = |app: &App| app.desk.open.as_ref().unwrap().release.photos.len();

    harness.state_mut().carry_out(Command::AttachPhotos(vec![first]), &context);
    until(&mut harness, |app| photos(app) == 1);
    let id = harness.state().desk.open.as_ref().unwrap().release.photos[0].id;
    harness.state_mut().carry_out(Command::RemovePhotos(vec![id]), &context);
    harness.run_steps(4);
    harness.state_mut().carry_out(Command::AttachPhotos(vec![second]), &context);
    until(&mut harness, |app| photos(app) == 1);
    harness.state_mut().carry_out(Command::Undo, &context);
    harness.run_steps(4);
    harness.state_mut().carry_out(Command::Undo, &context);
    harness.run_steps(4);
    assert_eq!(photos(harness.state()), 1);

    let target = folder.path().join("release");
    harness.state_mut().carry_out(Command::SaveIn(target.clone(), None), &context);
    until(&mut harness, |app| app.desk.open.as_ref().unwrap().folder.is_some());
    let saved = dateline::newsroom::open(&target).unwrap();
    assert_eq!(saved.photos[0].file, "first.jpg");
    assert_eq!(
        std::fs::read(target.join("photos/first.jpg")).unwrap(),
        std::fs::read(folder.path().join("first.jpg")).unwrap()
    );
}

#[test]
fn saving_over_another_release_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    dateline::newsroom::sample(folder.path()).unwrap();
    let before = std::fs::read(folder.path().join("release.ron")).unwrap();
    let mut harness = new_release();
    let context = harness.ctx.clone();
    fill(&mut harness, "Headline", "Мост открыт");
    harness.state_mut().carry_out(Command::SaveIn(folder.path().to_owned(), None), &context);
    until(&mut harness, |app| app.desk.notice.as_ref().is_some_and(|notice| notice.is_error));
    assert_eq!(std::fs::read(folder.path().join("release.ron")).unwrap(), before);
    assert!(harness.state().desk.has_unsaved_words());
}

#[test]
fn closing_with_unsaved_words_asks_first() {
    let mut harness = new_release();
    let context = harness.ctx.clone();
    fill(&mut harness, "Headline", "Мост открыт");
    harness.state_mut().carry_out(Command::Quit, &context);
    harness.run_steps(4);
    assert!(harness.query_by_label("This release is not saved").is_some());
    click(&mut harness, "Cancel");
    assert!(harness.query_by_label("This release is not saved").is_none());
    assert_eq!(harness.state().desk.open.as_ref().unwrap().shown().headline, "Мост открыт");
}

/// A form as the newsroom of the real case filled it in, typed into the window, saved and exported from there.
#[test]
fn the_real_case_typed_into_the_window_gives_its_two_files() {
    let case = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/senate");
    let Ok(fields) = std::fs::read_to_string(case.join("fields.json")) else {
        println!("not run: the real case is not there, {}", case.display());
        return;
    };
    let fields: serde_json::Value = serde_json::from_str(&fields).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let folder = tempfile::tempdir().unwrap();
    let mut harness = new_release();
    harness.set_size(egui::vec2(1440.0, 5200.0));
    harness.run_steps(4);
    let context = harness.ctx.clone();

    fill(&mut harness, "Headline", &text(&fields["headline"]));
    for (number, speaker) in (1..).zip(fields["speakers"].as_array().unwrap()) {
        click(&mut harness, "+ Speaker");
        fill(&mut harness, &format!("Speaker {number}: name"), &text(&speaker["name"]));
        fill(&mut harness, &format!("Speaker {number}: title"), &text(&speaker["title"]));
    }
    for (number, block) in (1..).zip(fields["body"].as_array().unwrap()) {
        if let Some(paragraph) = block["paragraph"].as_str() {
            if number > 1 {
                click(&mut harness, "+ Paragraph");
            }
            fill(&mut harness, &format!("Paragraph {number}"), paragraph);
            continue;
        }
        click(&mut harness, "+ Quote");
        fill(&mut harness, &format!("Quote {number}"), &text(&block["quote"]));
        click(&mut harness, &format!("Quote {number}: speaker"));
        harness.get_by_role_and_label(egui::accesskit::Role::Button, &text(&block["speaker"])).click();
        harness.run_steps(4);
        fill(&mut harness, &format!("Quote {number}: verb"), &text(&block["verb"]));
        fill(&mut harness, &format!("Quote {number}: after the name"), &text(&block["tail"]));
    }
    for (number, photo) in (1..).zip(fields["photos"].as_array().unwrap()) {
        let file = folder.path().join(text(&photo["file"]));
        picture::write(&file);
        harness.state_mut().carry_out(Command::AttachPhotos(vec![file]), &context);
        until(&mut harness, |app| app.desk.open.as_ref().unwrap().release.photos.len() == number);
        fill(&mut harness, &format!("Photo {number}: credit"), &text(&photo["credit"]));
    }
    for (number, contact) in (1..).zip(fields["contacts"].as_array().unwrap()) {
        click(&mut harness, "+ Contact");
        fill(&mut harness, &format!("Contact {number}: department"), &text(&contact["unit"]));
        fill(&mut harness, &format!("Contact {number}: phone"), &text(&contact["phone"]));
    }

    let target = folder.path().join("case");
    click(&mut harness, "Save");
    fill(&mut harness, "Folder of the release", target.to_str().unwrap());
    click(&mut harness, "Save here");
    until(&mut harness, |app| app.desk.open.as_ref().unwrap().folder.is_some());
    click(&mut harness, "Export…");
    click(&mut harness, "Export files");
    until(&mut harness, |app| {
        app.desk.notice.as_ref().is_some_and(|notice| notice.said.to_string().starts_with("Exported"))
    });
    for ending in ["md", "txt"] {
        let written = std::fs::read_to_string(target.join(format!("case.ru.{ending}"))).unwrap();
        assert_eq!(written, std::fs::read_to_string(case.join(format!("release.{ending}"))).unwrap());
    }
}

#[test]
fn all_cards_are_equally_wide() {
    let mut harness = window();
    click(&mut harness, "View the sample");
    until(&mut harness, |app| app.desk.open.is_some());
    for width in [1100.0, 1440.0, 1920.0] {
        harness.set_size(egui::vec2(width, 6000.0));
        harness.run_steps(6);
        // The cards of the text, then the card of a photo, whose signs stand a little further in.
        for (beginnings, least) in [(["Delete Paragraph", "Delete Quote"], 7), (["Delete photo", "Delete speaker"], 1)]
        {
            let is_meant = |label: String| beginnings.iter().any(|beginning| label.starts_with(beginning));
            let edges: Vec<f32> = harness
                .query_all_by_role(egui::accesskit::Role::Button)
                .filter(|node| node.accesskit_node().label().is_some_and(is_meant))
                .map(|node| node.rect().right())
                .collect();
            assert!(edges.len() >= least, "{} cards", edges.len());
            assert!(edges.iter().all(|edge| (edge - edges[0]).abs() < 0.6), "at {width}: {edges:?}");
        }
    }
}

#[test]
fn a_second_telephone_can_be_typed() {
    let mut harness = new_release();
    click(&mut harness, "+ Contact");
    harness.get_by_label("Contact 1: phone").focus();
    harness.run_steps(2);
    for key in ["7", "0", ",", " ", "7", "1"] {
        harness.get_by_label("Contact 1: phone").type_text(key);
        harness.run_steps(3);
    }
    assert_eq!(harness.state().desk.open.as_ref().unwrap().release.contacts[0].phones, ["70", "71"]);
}

#[test]
fn nothing_in_the_bars_stands_over_something_else() {
    let mut harness = window();
    click(&mut harness, "View the sample");
    until(&mut harness, |app| app.desk.open.is_some());
    for width in [800.0, 960.0, 1080.0, 1100.0, 1440.0] {
        harness.set_size(egui::vec2(width, 700.0));
        harness.run_steps(6);
        let names = [
            "Dateline",
            "Embargo 14.09.2035, 14:00",
            "Қазақша",
            "English",
            "Undo",
            "Save",
            "Page",
            "Markdown",
            "Copy text",
        ];
        let found: Vec<_> =
            names.iter().filter_map(|name| Some((*name, harness.query_by_label(name)?.rect()))).collect();
        assert!(found.len() > 4, "{found:?}");
        for (index, (name, rect)) in found.iter().enumerate() {
            for (other, place) in &found[index + 1..] {
                assert!(!rect.shrink(1.0).intersects(place.shrink(1.0)), "{name} and {other} at {width}");
            }
        }
    }
}

#[test]
fn what_a_command_leads_to_far_below_keeps_the_focus() {
    let mut harness = window();
    click(&mut harness, "View the sample");
    until(&mut harness, |app| app.desk.open.is_some());
    // The cards of the text go out of sight on the way, and are not drawn any more.
    harness.set_size(egui::vec2(1440.0, 900.0));
    harness.run_steps(3);
    harness.get_by_label("Paragraph 1").focus();
    harness.run_steps(3);
    let context = harness.ctx.clone();
    harness.state_mut().carry_out(Command::AddContact, &context);
    harness.run_steps(6);
    assert!(harness.get_by_label("Contact 2: department").is_focused());
}
