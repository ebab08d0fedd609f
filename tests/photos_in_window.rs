//! The photos in the window: attached, chosen, captioned, cut, put into order, and pasted.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/picture.rs"]
mod picture;
#[path = "support/window.rs"]
mod window;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use dateline::app::Start;
use dateline::photo_file::{PhotoWords, for_page, with_words};
use dateline::release::{ByLang, Crop, Lang, MadeByAi, PhotoField, PhotoId, Standing};
use dateline::ui::Command;
use dateline::words::Locale;
use egui::accesskit::Role;
use egui::{Color32, ColorImage, Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use window::*;

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

/// A window with a new Russian release and so many photos in it.
fn with_photos(folder: &Path, count: usize) -> Window {
    let mut window = sized(Start::default(), [1440.0, 1800.0]);
    write_new(&mut window);
    let files: Vec<PathBuf> = (1..=count).map(|number| folder.join(format!("photo {number}.png"))).collect();
    files.iter().for_each(|file| picture::write(file));
    attach(&mut window, files, count);
    window
}

fn attach(window: &mut Window, files: Vec<PathBuf>, count: usize) {
    carry_out(window, Command::AttachPhotos(files));
    until(window, |app| app.desk.open.as_ref().unwrap().release.photos.len() == count);
}

fn ids(window: &Window) -> Vec<u32> {
    open(window).release.photos.iter().map(|photo| photo.id.0).collect()
}

fn chosen(window: &Window) -> Vec<u32> {
    open(window).chosen_photos().iter().map(|id| id.0).collect()
}

fn thumbnail(number: usize) -> String {
    format!("Thumbnail {number}: photo {number}.png")
}

fn click_with(window: &mut Window, modifiers: Modifiers, name: &str) {
    window.get_by_label(name).click_modifiers(modifiers);
    window.run_steps(3);
}

#[test]
fn a_folder_of_pictures_is_attached_with_their_words_and_without_what_is_no_picture() {
    let folder = tempfile::tempdir().unwrap();
    let words = PhotoWords {
        caption: ByLang::one(&lang("ru"), "На открытии моста"),
        credit: "Пресс-служба".into(),
        creator: "А. Пример".into(),
        persons: vec!["Айгуль Тестова".into()],
        made_by_ai: MadeByAi::Partly,
        ..PhotoWords::default()
    };
    let plain = folder.path().join("b.png");
    picture::sized(&plain, (400, 300));
    let ready = for_page(&std::fs::read(&plain).unwrap(), (400, 300)).unwrap();
    std::fs::write(folder.path().join("a.jpg"), &with_words(&ready, &words, &[lang("ru")]).bytes).unwrap();
    std::fs::write(folder.path().join("notes.txt"), b"no picture").unwrap();
    let mut window = sized(Start::default(), [1440.0, 1800.0]);
    write_new(&mut window);
    attach(&mut window, vec![folder.path().to_owned()], 2);

    let photo = &open(&window).release.photos[0];
    assert_eq!(
        (photo.file.as_str(), photo.credit.as_str(), photo.creator.as_str()),
        ("a.jpg", "Пресс-служба", "А. Пример")
    );
    assert_eq!((photo.caption.get(&lang("ru")), photo.made_by_ai), ("На открытии моста", MadeByAi::Partly));
    assert_eq!(photo.size_px, Some((400, 300)));
    assert!(photo.from_file.contains(&PhotoField::Credit));
    // It is told which words came from the file, until somebody touches them.
    assert!(shows(&window, "Credit · from the file"));
    fill(&mut window, "Photo 1: credit", "Нурлан Пример");
    assert!(!open(&window).release.photos[0].from_file.contains(&PhotoField::Credit));
    assert!(open(&window).release.photos[0].from_file.contains(&PhotoField::Caption));
    assert!(!shows(&window, "Credit · from the file"));
}

#[test]
fn the_same_picture_twice_is_noticed_under_whatever_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = with_photos(folder.path(), 1);
    let (twin, other) = (folder.path().join("twin.png"), folder.path().join("other.png"));
    std::fs::copy(folder.path().join("photo 1.png"), &twin).unwrap();
    picture::write(&other);
    attach(&mut window, vec![twin, other.clone(), other], 2);
    assert_eq!(notice(&window), "2 photos are in the release already; attached: 1.");
}

#[test]
fn what_cannot_be_shown_is_refused_with_what_to_do_and_the_others_are_attached() {
    let folder = tempfile::tempdir().unwrap();
    let files = ["IMG_1.HEIC", "broken.jpg", "sound.png"].map(|name| folder.path().join(name));
    std::fs::write(&files[0], b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").unwrap();
    std::fs::write(&files[1], b"\xff\xd8\xff\xe0").unwrap();
    picture::write(&files[2]);
    let mut window = sized(Start::default(), [1440.0, 1800.0]);
    write_new(&mut window);
    attach(&mut window, files.to_vec(), 1);
    let notice = notice(&window);
    assert!(notice.contains("an HEIC photo") && notice.contains("save it as JPEG"), "{notice}");
    assert!(notice.ends_with("1 other was refused as well."), "{notice}");
    assert_eq!(open(&window).release.photos[0].file, "sound.png");
}

#[test]
fn thumbnails_are_shown_and_a_photo_that_is_gone_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = with_photos(folder.path(), 3);
    until(&mut window, |app| app.photos_are_there());
    std::fs::remove_file(folder.path().join("photo 2.png")).unwrap();
    picture::write(&folder.path().join("photo 4.png"));
    attach(&mut window, vec![folder.path().join("photo 4.png")], 4);
    std::fs::remove_file(folder.path().join("photo 4.png")).unwrap();
    carry_out(&mut window, Command::ViewPhotos);
    until(&mut window, |app| app.photos_are_there());
    until(&mut window, |_| true);
    assert!(window.query_by_role_and_label(Role::Dialog, "Photos").is_some());
}

#[test]
fn several_photos_are_chosen_by_clicks_and_get_their_credit_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = with_photos(folder.path(), 4);
    assert_eq!(chosen(&window), [1]);
    click(&mut window, &thumbnail(2));
    click_with(&mut window, Modifiers::SHIFT, &thumbnail(4));
    assert_eq!(chosen(&window), [2, 3, 4]);
    click_with(&mut window, Modifiers::COMMAND, &thumbnail(3));
    assert_eq!(chosen(&window), [2, 4]);
    fill(&mut window, "All chosen photos: Credit", "Нурлан Пример");
    click(&mut window, "All chosen photos: Sent as a file only");
    let credits: Vec<&str> = open(&window).release.photos.iter().map(|photo| photo.credit.as_str()).collect();
    assert_eq!(credits, ["", "Нурлан Пример", "", "Нурлан Пример"]);
    let standing: Vec<Standing> = open(&window).release.photos.iter().map(|photo| photo.standing).collect();
    assert_eq!(standing, [Standing::End, Standing::Attached, Standing::End, Standing::Attached]);
    click(&mut window, "Choose all");
    assert_eq!(chosen(&window), [1, 2, 3, 4]);
    carry_out(&mut window, Command::Undo);
    carry_out(&mut window, Command::Undo);
    assert!(open(&window).release.photos.iter().all(|photo| photo.credit.is_empty()));
}

#[test]
fn photos_are_put_into_order_turned_and_taken_out_by_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = with_photos(folder.path(), 3);
    window.get_by_label(&thumbnail(3)).focus();
    window.run_steps(2);
    assert!(window.get_by_label(&thumbnail(3)).is_focused());
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    window.run_steps(3);
    assert_eq!(ids(&window), [1, 3, 2]);
    window.get_by_label("Thumbnail 2: photo 3.png").focus();
    window.run_steps(2);
    window.key_press(Key::Delete);
    window.run_steps(3);
    assert_eq!(ids(&window), [1, 2]);
    carry_out(&mut window, Command::Undo);
    assert_eq!(ids(&window), [1, 3, 2]);
    click(&mut window, "Thumbnail 2: photo 3.png");
    click(&mut window, "Turn photo 2 clockwise");
    assert_eq!(open(&window).release.photos[1].edit.turns, 1);
    // 48 by 32 pixels, turned.
    assert!(shows(&window, "32 × 48 pixels"));
}

#[test]
fn the_large_view_goes_from_photo_to_photo_and_writes_each_language() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = with_photos(folder.path(), 3);
    carry_out(&mut window, Command::AddEdition(lang("kk")));
    carry_out(&mut window, Command::ViewPhotos);
    window.run_steps(3);
    assert!(shows(&window, "Photo 1 of 3"));
    window.key_press(Key::ArrowRight);
    window.run_steps(3);
    assert!(shows(&window, "Photo 2 of 3"));
    fill(&mut window, "Photo 2: caption – Русский", "Мост открыт");
    fill(&mut window, "Photo 2: caption – Қазақша", "Көпір ашылды");
    fill(&mut window, "Photo 2: alternative text – Русский", "Мост");
    // Who writes moves the cursor with the arrows, and the photo with Page down.
    window.key_press(Key::ArrowRight);
    window.run_steps(2);
    assert!(shows(&window, "Photo 2 of 3"));
    window.key_press(Key::PageDown);
    window.run_steps(3);
    assert!(shows(&window, "Photo 3 of 3"));
    let photo = &open(&window).release.photos[1];
    assert_eq!((photo.caption.get(&lang("ru")), photo.caption.get(&lang("kk"))), ("Мост открыт", "Көпір ашылды"));
    assert_eq!(photo.alt.get(&lang("ru")), "Мост");
    window.key_press(Key::Escape);
    window.run_steps(3);
    window.key_press(Key::Escape);
    window.run_steps(3);
    assert!(window.query_by_role_and_label(Role::Dialog, "Photos").is_none());
}

#[test]
fn a_photo_is_cut_in_a_ratio_or_in_numbers_and_shown_whole_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = with_photos(folder.path(), 1);
    carry_out(&mut window, Command::ViewPhotos);
    window.run_steps(2);
    click(&mut window, "Crop");
    click(&mut window, "1:1");
    let crop = |window: &Window| open(window).release.photos[0].edit.crop;
    // 48 by 32 pixels: two thirds of the width, in the middle.
    assert_eq!(crop(&window), Some(Crop { left: 1667, top: 0, width: 6667, height: 10_000 }));
    assert_eq!(open(&window).release.photos[0].shown_px(), Some((32, 32)));
    carry_out(&mut window, Command::Undo);
    assert_eq!(crop(&window), None);
    click(&mut window, "4:5");
    assert!(crop(&window).is_some());
    click(&mut window, "Show the whole picture");
    assert_eq!(crop(&window), None);
    assert_eq!(open(&window).release.photos[0].file, "photo 1.png");
}

#[test]
fn speakers_are_named_in_captions_without_typing_them_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = with_photos(folder.path(), 2);
    click(&mut window, "+ Speaker");
    fill(&mut window, "Speaker 1: name", "Айгуль Тестова");
    fill(&mut window, "Speaker 1: title", "директор");
    click(&mut window, "Choose all");
    click(&mut window, "Name a speaker in the caption");
    window.get_by_role_and_label(Role::Button, "Айгуль Тестова").click();
    window.run_steps(3);
    for photo in &open(&window).release.photos {
        assert_eq!(photo.caption.get(&lang("ru")), "Айгуль Тестова, директор");
        assert_eq!(photo.persons, ["Айгуль Тестова"]);
    }
    carry_out(&mut window, Command::Undo);
    assert!(open(&window).release.photos.iter().all(|photo| photo.caption.is_blank()));
}

#[test]
fn a_pasted_picture_is_attached_without_loss() {
    let local = tempfile::tempdir().unwrap();
    let mut window = sized(at(local.path()), [1440.0, 1800.0]);
    write_new(&mut window);
    let image = ColorImage::filled([40, 30], Color32::from_rgb(10, 120, 200));
    window.event(Event::PasteImage(Arc::new(image)));
    until(&mut window, |app| app.desk.open.as_ref().unwrap().release.photos.len() == 1);
    let photo = &open(&window).release.photos[0];
    assert!(photo.file.starts_with("pasted-") && photo.file.ends_with(".png"), "{}", photo.file);
    assert_eq!(photo.size_px, Some((40, 30)));
    let file = &open(&window).waiting_photos[&PhotoId(photo.id.0)];
    let pixel = image::open(file).unwrap().to_rgb8()[(20, 15)];
    assert_eq!(pixel.0, [10, 120, 200]);
}

#[test]
fn each_language_of_the_window_captions_photos() {
    for (locale, caption, of) in [
        (Locale::Russian, "Подписать фотографии", "Фотография 1 из 2"),
        (Locale::Kazakh, "Фотосуреттерге жазу қосу", "Фотосурет 1 / 2"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut window = sized(Start { locale: Some(locale), ..Start::default() }, [1440.0, 1800.0]);
        carry_out(&mut window, Command::New(lang("kk")));
        until(&mut window, |app| app.desk.open.is_some());
        let files: Vec<PathBuf> = ["a.png", "b.png"].map(|name| folder.path().join(name)).to_vec();
        files.iter().for_each(|file| picture::write(file));
        attach(&mut window, files, 2);
        click(&mut window, caption);
        assert!(shows(&window, of), "{of}");
    }
}

#[test]
fn the_question_who_is_in_the_picture_leads_to_its_caption() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = with_photos(folder.path(), 2);
    window.state_mut().desk.open.as_mut().unwrap().release.photos[1].persons = vec!["Айгуль Тестова".into()];
    window.run_steps(3);
    carry_out(&mut window, Command::GoTo(dateline::check::Place::PhotoCaption(PhotoId(2), lang("ru"))));
    window.run_steps(4);
    assert!(window.get_by_label("Photo 2: caption").is_focused());
    let findings = dateline::check::check(&open(&window).release, &open(&window).houses, jiff::Timestamp::UNIX_EPOCH);
    let asked = findings.iter().find(|finding| finding.rule == dateline::check::Rule::PhotoPersonUnnamed).unwrap();
    assert_eq!(asked.place, dateline::check::Place::PhotoCaption(PhotoId(2), lang("ru")));
}

#[test]
fn a_folder_of_pictures_is_dropped_and_one_without_any_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (event, empty) = (folder.path().join("Мост 1.11"), folder.path().join("empty"));
    [&event, &empty].iter().for_each(|folder| std::fs::create_dir(folder).unwrap());
    picture::write(&event.join("a.png"));
    picture::write(&event.join("b.png"));
    let mut window = sized(Start::default(), [1440.0, 1800.0]);
    write_new(&mut window);
    drop_files(&mut window, &[&event]);
    until(&mut window, |app| app.desk.open.as_ref().unwrap().release.photos.len() == 2);
    drop_files(&mut window, &[&empty]);
    until(&mut window, has_notice);
    assert!(notice(&window).starts_with("There are no pictures in this folder."), "{}", notice(&window));
    // A release's own folder is opened, also while another one is.
    let release = release_at(&folder.path().join("other"), "Another bridge");
    drop_files(&mut window, &[&release]);
    until(&mut window, |app| app.desk.question.is_some());
}
