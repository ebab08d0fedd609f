//! Opening, saving, the list of releases, the welcome, dropping, copying, faults and rest: what the window promises.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/picture.rs"]
mod picture;
#[path = "support/window.rs"]
mod window;

use std::path::Path;
use std::time::Duration;

use dateline::app::{ClipboardKind, Dialogs, Start};
use dateline::desk::Question;
use dateline::newsroom::{self, Preferences, Recent};
use dateline::release::BlockKind;
use dateline::ui::Command;
use dateline::words::Locale;
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::date;
use window::*;

fn recent(folder: &Path, headline: &str, day: i8) -> Recent {
    Recent {
        folder: folder.to_owned(),
        headline: headline.to_owned(),
        issued: date(2026, 11, day),
        langs: vec!["kk".into(), "ru".into()],
        photos: 3,
    }
}

/// Keeps these releases as the recent ones.
fn keep_recent(local: &Path, recent: Vec<Recent>) {
    newsroom::save_preferences(local, &Preferences { recent, ..Preferences::default() }).unwrap();
}

// The list of releases.

#[test]
fn an_opened_release_stands_in_the_list_and_is_marked_as_open() {
    let folder = tempfile::tempdir().unwrap();
    let release = release_at(&folder.path().join("bridge"), "Мост открыт");
    let mut window = window(Start { path: Some(release), ..at(&folder.path().join("local")) });
    until(&mut window, |app| app.desk.open.is_some());
    let entry =
        window.get_by(|node| node.role() == Role::Button && node.label().is_some_and(|name| name == "Мост открыт. ru"));
    assert_eq!(entry.accesskit_node().toggled(), Some(Toggled::True));
    assert!(shows(&window, "Today"));
}

#[test]
fn a_saved_release_stands_in_the_list_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let local = folder.path().join("local");
    let mut first = window(at(&local));
    write_new(&mut first);
    fill(&mut first, "Headline", "Мост открыт");
    carry_out(&mut first, Command::SaveIn(folder.path().join("bridge"), None));
    until(&mut first, |app| app.desk.open.as_ref().unwrap().folder.is_some());
    while newsroom::preferences(&local).recent.is_empty() {
        first.run_steps(1);
    }
    // What is open when the program ends without a word is open again; this one is put away.
    carry_out(&mut first, Command::Close);
    drop(first);

    let second = window(at(&local));
    assert!(shows(&second, "Мост открыт. 26 Nov 2026 · ru"), "{:?}", names(&second));
}

#[test]
fn releases_stand_under_their_days() {
    let folder = tempfile::tempdir().unwrap();
    let local = folder.path().join("local");
    let days = [("ahead", 28), ("today", 26), ("yesterday", 25), ("week", 23), ("earlier", 2)];
    let folders: Vec<_> = days.iter().map(|(name, _)| release_at(&folder.path().join(name), name)).collect();
    let kept = days.iter().zip(&folders).map(|((name, day), folder)| recent(folder, &format!("Release {name}"), *day));
    keep_recent(&local, kept.collect());
    let mut window = window(at(&local));
    write_new(&mut window);
    let top = |words: &str| window.get_by_label_contains(words).rect().top();
    let order = [
        ("Upcoming", "Release ahead"),
        ("Today", "Release today"),
        ("Yesterday", "Release yesterday"),
        ("This week", "Release week"),
        ("Earlier", "Release earlier"),
    ];
    let tops: Vec<f32> = order.iter().flat_map(|(day, release)| [top(day), top(release)]).collect();
    assert!(tops.is_sorted(), "{tops:?}");
    assert!(shows(&window, "Release today. kk ru · 3 photos"));
    assert!(shows(&window, "Release earlier. 2 Nov 2026 · kk ru · 3 photos"));
}

#[test]
fn a_click_in_the_list_opens_the_release() {
    let folder = tempfile::tempdir().unwrap();
    let local = folder.path().join("local");
    let library = release_at(&folder.path().join("library"), "Библиотека");
    keep_recent(&local, vec![recent(&library, "Библиотека", 26)]);
    let mut window = window(at(&local));
    write_new(&mut window);
    click_beginning(&mut window, "Библиотека. ");
    until(&mut window, |app| app.desk.open.as_ref().unwrap().folder.is_some());
    assert_eq!(open(&window).shown().headline, "Библиотека");
}

#[test]
fn a_click_in_the_list_asks_where_words_would_be_lost() {
    let folder = tempfile::tempdir().unwrap();
    let local = folder.path().join("local");
    let library = release_at(&folder.path().join("library"), "Библиотека");
    keep_recent(&local, vec![recent(&library, "Библиотека", 26)]);
    let mut window = window(at(&local));
    write_new(&mut window);
    fill(&mut window, "Headline", "Мост открыт");
    click_beginning(&mut window, "Библиотека. ");
    assert!(shows(&window, "This release is not saved"));
    click(&mut window, "Cancel");
    assert_eq!(open(&window).shown().headline, "Мост открыт");
}

#[test]
fn a_release_that_is_gone_says_so_and_is_taken_off_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let local = folder.path().join("local");
    let there = release_at(&folder.path().join("there"), "Мост открыт");
    keep_recent(&local, vec![recent(&folder.path().join("gone"), "Пропал", 26), recent(&there, "Мост открыт", 26)]);
    let mut window = window(at(&local));
    write_new(&mut window);
    until(&mut window, |app| !app.desk.gone.is_empty());
    assert!(shows(&window, "Пропал. No longer there"));
    assert!(!shows(&window, "Мост открыт. No longer there"));
    click(&mut window, "Remove “Пропал” from the list");
    assert!(!shows(&window, "Пропал") && shows(&window, "Мост открыт"));
    while newsroom::preferences(&local).recent.len() != 1 {
        window.run_steps(1);
    }
}

#[test]
fn opening_a_release_that_is_gone_tells_so_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let local = folder.path().join("local");
    keep_recent(&local, vec![recent(&folder.path().join("gone"), "Пропал", 26)]);
    let mut window = window(at(&local));
    click_beginning(&mut window, "Пропал. ");
    until(&mut window, has_notice);
    assert!(notice(&window).contains("there is no such file or folder"), "{}", notice(&window));
    assert!(window.state().desk.open.is_none());
}

#[test]
fn a_release_without_a_headline_is_called_untitled() {
    let folder = tempfile::tempdir().unwrap();
    let release = release_at(&folder.path().join("blank"), "");
    let mut window = window(Start { path: Some(release), ..at(&folder.path().join("local")) });
    until(&mut window, |app| app.desk.open.is_some());
    assert!(shows(&window, "Untitled release. ru"));
}

#[test]
fn an_empty_list_says_what_will_stand_there() {
    let mut window = window(Start::default());
    write_new(&mut window);
    assert!(shows(&window, "Releases that you open or save will appear here."));
    assert!(shows(&window, "+ New release"));
}

#[test]
fn a_narrow_window_has_the_list_over_the_form() {
    let folder = tempfile::tempdir().unwrap();
    let local = folder.path().join("local");
    let library = release_at(&folder.path().join("library"), "Библиотека");
    keep_recent(&local, vec![recent(&library, "Библиотека", 26)]);
    let mut window = sized(at(&local), [1000.0, 700.0]);
    write_new(&mut window);
    assert!(!shows(&window, "+ New release"));
    click(&mut window, "Show or hide the list of releases");
    assert!(shows(&window, "+ New release"));
    window.key_press(Key::Escape);
    window.run_steps(4);
    assert!(!shows(&window, "+ New release"));
    click(&mut window, "Show or hide the list of releases");
    click_beginning(&mut window, "Библиотека. ");
    until(&mut window, |app| app.desk.open.as_ref().unwrap().folder.is_some());
    assert!(!shows(&window, "+ New release"));
}

#[test]
fn the_list_stays_hidden_until_it_is_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = window(at(folder.path()));
    write_new(&mut first);
    assert!(!shows(&first, "Show or hide the list of releases"));
    first.key_press(Key::F9);
    first.run_steps(4);
    assert!(!shows(&first, "+ New release"));
    while !newsroom::preferences(folder.path()).library_hidden {
        first.run_steps(1);
    }
    let mut second = window(at(folder.path()));
    write_new(&mut second);
    assert!(!shows(&second, "+ New release"));
    click(&mut second, "Show or hide the list of releases");
    assert!(shows(&second, "+ New release"));
}

#[test]
fn the_list_is_as_wide_as_it_was_made() {
    let folder = tempfile::tempdir().unwrap();
    let liked = Preferences { library_width: Some(310.0), ..Preferences::default() };
    newsroom::save_preferences(folder.path(), &liked).unwrap();
    let mut window = sized(at(folder.path()), [1440.0, 900.0]);
    write_new(&mut window);
    let button = window.get_by_label("+ New release").rect();
    assert!((270.0..300.0).contains(&button.width()), "{button:?}");

    // Dragged by its edge.
    let edge = egui::pos2(310.0, 600.0);
    window.hover_at(edge);
    window.run_steps(2);
    window.drag_at(edge);
    window.run_steps(2);
    window.hover_at(edge + egui::vec2(40.0, 0.0));
    window.run_steps(2);
    window.drop_at(edge + egui::vec2(40.0, 0.0));
    window.run_steps(4);
    let width = window.state().desk.preferences.library_width.unwrap();
    assert!((345.0..355.0).contains(&width), "{width}");
}

// The welcome.

#[test]
fn the_welcome_offers_to_begin_and_six_recent_releases_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let local = folder.path().join("local");
    let kept = (1..=8).map(|number| {
        let name = format!("release {number}");
        recent(&release_at(&folder.path().join(&name), &name), &name, 20)
    });
    keep_recent(&local, kept.collect());
    let window = window(at(&local));
    let offered = names(&window);
    let expected = ["Dateline", "New release", "Open…", "View the sample"].map(str::to_owned);
    assert_eq!(offered[..4], expected);
    assert_eq!(offered.len(), 4 + 6, "{offered:?}");
    assert!(offered[4].starts_with("release 1. 20 Nov 2026") && offered[9].starts_with("release 6. "), "{offered:?}");
}

#[test]
fn the_welcome_begins_by_keyboard_alone() {
    let mut window = window(Start::default());
    let is_there = |window: &Window| window.get_by_label("New release").accesskit_node().is_focused();
    let mut presses = 0;
    while !is_there(&window) {
        window.key_press(Key::Tab);
        window.run_steps(2);
        presses += 1;
        assert!(presses < 4, "only the menu stands before it");
    }
    window.key_press(Key::Enter);
    window.run_steps(4);
    assert!(shows(&window, "Which language are you writing in?"));
}

// Opening and saving.

#[test]
fn a_question_takes_the_keyboard_from_the_form() {
    let mut window = window(Start::default());
    write_new(&mut window);
    fill(&mut window, "Headline", "Мост");
    for (command, field) in [
        (Command::AskOpen, "Folder or file of the release"),
        (Command::AskSaveIn, "Folder of the release"),
        (Command::AskNew, "Or the code of another language"),
        (Command::AskPhotos, "Picture"),
        (Command::AskExport, "Folder for the files"),
    ] {
        carry_out(&mut window, command);
        assert!(window.get_by_label(field).accesskit_node().is_focused(), "{field}");
        carry_out(&mut window, Command::Cancel);
    }
    carry_out(&mut window, Command::Quit);
    assert!(window.get_all_by_label("Save").last().unwrap().accesskit_node().is_focused());
}

#[test]
fn every_question_fits_the_smallest_window() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = sized(Start::default(), [640.0, 480.0]);
    open_sample(&mut window, &folder.path().join("sample"));
    carry_out(&mut window, Command::AskExport);
    let heading = window.get_by_label("Export").rect();
    assert!(heading.top() > 0.0, "{heading:?}");
    // What does not fit is scrolled to; the keyboard gets there too.
    let copy = window.get_by_label("Copy with formatting");
    copy.scroll_to_me();
    window.run_steps(20);
    assert!(window.get_by_label("Copy with formatting").rect().bottom() < 480.0);
}

#[test]
fn a_typed_path_opens_a_release() {
    let folder = tempfile::tempdir().unwrap();
    let release = release_at(&folder.path().join("bridge"), "Мост открыт");
    let mut window = window(Start::default());
    window.key_press_modifiers(Modifiers::COMMAND, Key::O);
    window.run_steps(4);
    fill(&mut window, "Folder or file of the release", release.to_str().unwrap());
    window.key_press(Key::Enter);
    window.run_steps(4);
    until(&mut window, |app| app.desk.open.is_some());
    assert_eq!(open(&window).shown().headline, "Мост открыт");
}

#[test]
fn the_systems_dialog_opens_a_release_without_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let release = release_at(&folder.path().join("bridge"), "Мост открыт");
    let dialogs = Dialogs::Answering(vec![release.join("release.ron")]);
    let mut window = window(Start { dialogs, ..Start::default() });
    click(&mut window, "Open…");
    until(&mut window, |app| app.desk.open.is_some());
    assert_eq!(open(&window).folder.as_deref(), Some(release.as_path()));
}

#[test]
fn where_no_dialog_is_shown_the_path_is_asked_for() {
    let nobody = || Start { dialogs: Dialogs::Answering(Vec::new()), ..Start::default() };
    let mut window = window(nobody());
    click(&mut window, "Open…");
    until_shown(&mut window, "Folder or file of the release");
    click(&mut window, "Cancel");
    write_new(&mut window);
    carry_out(&mut window, Command::AskPhotos);
    until_shown(&mut window, "Picture");
    click(&mut window, "Cancel");
    fill(&mut window, "Headline", "Мост открыт");
    click(&mut window, "Save");
    until_shown(&mut window, "Folder of the release");
    // The button in the question has no dialog either, and says so.
    click(&mut window, "Browse…");
    until(&mut window, has_notice);
    assert_eq!(notice(&window), "This system has no file dialog. Type the path instead.");
    assert!(shows(&window, "Folder of the release"));
}

#[test]
fn the_systems_dialog_saves_under_the_name_that_was_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("my bridge");
    let dialogs = Dialogs::Answering(vec![target.clone()]);
    let mut window = window(Start { dialogs, ..Start::default() });
    write_new(&mut window);
    fill(&mut window, "Headline", "Мост открыт");
    window.key_press_modifiers(Modifiers::COMMAND, Key::S);
    until(&mut window, |app| app.desk.open.as_ref().unwrap().folder.is_some());
    assert_eq!(newsroom::open(&target).unwrap().editions[0].headline, "Мост открыт");
    assert!(notice(&window).starts_with("Saved. "));
}

#[test]
fn the_systems_dialog_attaches_photos() {
    let folder = tempfile::tempdir().unwrap();
    let photos = ["a.jpg", "b.png"].map(|name| folder.path().join(name));
    for photo in &photos {
        picture::write(photo);
    }
    let mut window = window(Start { dialogs: Dialogs::Answering(photos.to_vec()), ..Start::default() });
    write_new(&mut window);
    carry_out(&mut window, Command::AskPhotos);
    until(&mut window, |app| app.desk.open.as_ref().unwrap().release.photos.len() == 2);
}

#[test]
fn a_damaged_file_is_told_and_does_not_join_the_list() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("release.ron"), "Dateline(format: 1, release: (").unwrap();
    let mut window = window(Start { path: Some(folder.path().to_owned()), ..at(&folder.path().join("local")) });
    until(&mut window, has_notice);
    assert!(notice(&window).contains("damaged"), "{}", notice(&window));
    assert!(window.state().desk.open.is_none() && window.state().desk.preferences.recent.is_empty());
}

#[test]
fn a_place_that_cannot_be_written_keeps_the_words_in_the_window() {
    // A file where a folder is needed fails for everybody; a read-only folder would not stop root.
    let folder = tempfile::tempdir().unwrap();
    let in_the_way = folder.path().join("file");
    std::fs::write(&in_the_way, b"").unwrap();
    let mut window = window(Start::default());
    write_new(&mut window);
    fill(&mut window, "Headline", "Мост открыт");
    click(&mut window, "Save");
    fill(&mut window, "Folder of the release", in_the_way.join("bridge").to_str().unwrap());
    click(&mut window, "Save here");
    until(&mut window, has_notice);
    assert!(notice(&window).starts_with("Could not save the release"), "{}", notice(&window));
    assert!(window.state().desk.has_unsaved_words());
    assert_eq!(open(&window).shown().headline, "Мост открыт");
}

#[test]
fn of_two_saves_the_later_one_stays() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("bridge");
    let mut window = window(Start::default());
    write_new(&mut window);
    carry_out(&mut window, Command::SaveIn(target.clone(), None));
    until(&mut window, |app| app.desk.open.as_ref().unwrap().folder.is_some());
    let context = window.ctx.clone();
    for number in 0..40 {
        let app = window.state_mut();
        app.desk.open.as_mut().unwrap().shown_mut().headline = format!("Headline {number}");
        app.carry_out(Command::Save, &context);
    }
    until(&mut window, |app| !app.desk.has_unsaved_words() && app.desk.running.is_empty());
    assert_eq!(newsroom::open(&target).unwrap().editions[0].headline, "Headline 39");
}

#[test]
fn closing_the_window_with_unsaved_words_asks_and_saves_and_closes() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(Start::default());
    write_new(&mut window);
    fill(&mut window, "Headline", "Мост открыт");
    carry_out(&mut window, Command::Quit);
    assert!(shows(&window, "Save it before you quit?"));
    window.get_all_by_label("Save").last().unwrap().click();
    window.run_steps(4);
    fill(&mut window, "Folder of the release", folder.path().join("bridge").to_str().unwrap());
    // Closing ends the harness as it ends the window, so the file alone tells.
    click(&mut window, "Save here");
    until(&mut window, |app| !app.desk.has_unsaved_words());
    assert_eq!(newsroom::open(&folder.path().join("bridge")).unwrap().editions[0].headline, "Мост открыт");
    assert_eq!(window.state().desk.question, None);
}

#[test]
fn each_way_to_lose_words_is_asked_about_in_its_own_words() {
    let folder = tempfile::tempdir().unwrap();
    let other = release_at(&folder.path().join("other"), "Другой");
    let mut window = window(Start::default());
    write_new(&mut window);
    fill(&mut window, "Headline", "Мост открыт");
    for (command, words) in [
        (Command::New("kk".parse().unwrap()), "Save it before you start a new release?"),
        (Command::Sample, "Save it before you view the sample?"),
        (Command::Open(other.clone()), "Save it before you open another release?"),
        (Command::Quit, "Save it before you quit?"),
    ] {
        carry_out(&mut window, command);
        assert!(shows(&window, words), "{words}");
        click(&mut window, "Cancel");
    }
    carry_out(&mut window, Command::Open(other));
    click(&mut window, "Discard changes");
    until(&mut window, |app| app.desk.open.as_ref().unwrap().folder.is_some());
    assert_eq!(open(&window).shown().headline, "Другой");
}

// Dropping.

#[test]
fn a_dropped_release_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let release = release_at(&folder.path().join("bridge"), "Мост открыт");
    let file = release.join("release.ron");
    let mut window = window(Start::default());
    hover(&mut window, &[&file]);
    assert!(shows(&window, "Drop to open the release"));
    drop_files(&mut window, &[&file]);
    assert!(!shows(&window, "Drop to open the release"));
    until(&mut window, |app| app.desk.open.is_some());
    assert_eq!(open(&window).shown().headline, "Мост открыт");
}

#[test]
fn a_dropped_folder_is_opened_as_a_release() {
    let folder = tempfile::tempdir().unwrap();
    let release = release_at(&folder.path().join("2026-11-26 bridge v1.2"), "Мост открыт");
    let mut window = window(Start::default());
    drop_files(&mut window, &[&release]);
    until(&mut window, |app| app.desk.open.is_some());
}

#[test]
fn dropped_photos_are_attached_to_the_open_release() {
    let folder = tempfile::tempdir().unwrap();
    let (photo, text) = (folder.path().join("bridge.JPG"), folder.path().join("notes.docx"));
    picture::write(&photo);
    std::fs::write(&text, b"no picture").unwrap();
    let mut window = window(Start::default());
    write_new(&mut window);
    hover(&mut window, &[&photo]);
    assert!(shows(&window, "Drop to attach the photos"));
    drop_files(&mut window, &[&photo, &text]);
    until(&mut window, |app| !app.desk.open.as_ref().unwrap().release.photos.is_empty());
    assert_eq!(open(&window).release.photos.len(), 1);
}

#[test]
fn photos_dropped_onto_an_empty_desk_say_what_to_do_first() {
    let photo = Path::new("bridge.jpg");
    let mut window = window(Start::default());
    hover(&mut window, &[photo]);
    assert!(shows(&window, "Start or open a release first"));
    drop_files(&mut window, &[photo]);
    until(&mut window, has_notice);
    assert!(notice(&window).starts_with("Start or open a release first"));
}

#[test]
fn a_dropped_file_of_another_kind_is_named_and_nothing_happens() {
    let mut window = window(Start::default());
    write_new(&mut window);
    drop_files(&mut window, &[Path::new("letters/notes.docx")]);
    until(&mut window, has_notice);
    assert!(notice(&window).contains("neither a release nor a picture") && notice(&window).ends_with("notes.docx"));
    assert!(open(&window).release.photos.is_empty());
}

// Copying.

fn with_words(start: Start) -> Window {
    let mut window = window(start);
    write_new(&mut window);
    fill(&mut window, "Headline", "Мост & путь");
    fill(&mut window, "Paragraph 1", "Открыт **мост**, см. [сайт](https://example.org).");
    window
}

#[test]
fn the_release_is_copied_with_its_formatting_and_its_plain_words() {
    let mut window = with_words(Start::default());
    carry_out(&mut window, Command::CopyRich);
    let copied = window.state().copied().unwrap().clone();
    let html = copied.html.unwrap();
    assert_eq!(
        html,
        "<h1>Мост &amp; путь</h1>\n<p>Открыт <strong>мост</strong>, см. <a href=\"https://example.org\">сайт</a>.</p>\n"
    );
    assert_eq!(copied.plain, "Мост & путь\n\nОткрыт мост, см. сайт (https://example.org).\n");
    assert_eq!(notice(&window), "Copied with headings, emphasis and links.");
}

#[test]
fn the_sample_is_copied_without_a_page_or_a_style_around_it() {
    let mut window = window(Start::default());
    carry_out(&mut window, Command::Sample);
    until(&mut window, |app| app.desk.open.is_some());
    carry_out(&mut window, Command::CopyRich);
    let html = window.state().copied().unwrap().html.clone().unwrap();
    for foreign in ["<html", "<head", "<style", "<script", "<main", "class=", "id=", "style=", "data-", "aria-"] {
        assert!(!html.contains(foreign), "{foreign}: {html}");
    }
    for kept in ["<h1>", "<h2>", "<strong>", "<a href="] {
        assert!(html.contains(kept), "{kept}: {html}");
    }
}

#[test]
fn the_release_is_copied_as_plain_text() {
    let mut window = with_words(Start::default());
    carry_out(&mut window, Command::CopyText);
    let copied = window.state().copied().unwrap();
    assert_eq!((copied.html.as_deref(), copied.plain.lines().next()), (None, Some("Мост & путь")));
}

#[test]
fn the_release_is_copied_as_markdown() {
    let mut window = with_words(Start::default());
    carry_out(&mut window, Command::CopyMarkdown);
    let copied = window.state().copied().unwrap();
    assert_eq!(copied.html, None);
    assert!(copied.plain.contains("**мост**") && copied.plain.starts_with("# "), "{}", copied.plain);
}

#[test]
fn one_block_is_copied_as_it_reads() {
    let mut window = window(Start::default());
    carry_out(&mut window, Command::Sample);
    until(&mut window, |app| app.desk.open.is_some());
    let quote = open(&window).shown().body.iter().find(|block| matches!(block.kind, BlockKind::Quote(_))).unwrap().id;
    carry_out(&mut window, Command::CopyBlock(quote));
    let copied = window.state().copied().unwrap();
    let html = copied.html.as_deref().unwrap();
    assert!(html.starts_with("<p>«") && html.contains("»") && html.matches("<p>").count() == 1, "{html}");
    assert!(copied.plain.contains('«') && copied.plain.trim().lines().count() <= 3, "{}", copied.plain);
}

#[test]
fn an_empty_block_says_that_there_is_nothing_to_copy() {
    let mut window = window(Start::default());
    write_new(&mut window);
    let empty = open(&window).shown().body[0].id;
    carry_out(&mut window, Command::CopyBlock(empty));
    assert_eq!(notice(&window), "There is nothing to copy yet.");
    assert!(window.state().copied().is_none());
}

#[test]
fn where_the_clipboard_takes_no_formatting_plain_words_are_copied_and_it_is_said() {
    let mut window = with_words(Start { clipboard: ClipboardKind::Missing, ..Start::default() });
    let context = window.ctx.clone();
    window.state_mut().carry_out(Command::CopyRich, &context);
    window.step();
    let commands = &window.output().platform_output.commands;
    let copied = |command: &egui::OutputCommand| matches!(command, egui::OutputCommand::CopyText(text) if text.starts_with("Мост & путь"));
    assert!(commands.iter().any(copied), "{commands:?}");
    assert!(notice(&window).contains("only plain text was copied"));
    assert_eq!(window.state().copied().unwrap().html, None);
}

// Faults.

fn with_report(local: &Path) -> Start {
    std::fs::create_dir_all(local.join("reports")).unwrap();
    std::fs::write(local.join("reports/20261126T101500-1-0.txt"), "Dateline 0.1.0\nThread main, src/ui.rs:1:2\n")
        .unwrap();
    at(local)
}

#[test]
fn a_fault_of_the_last_run_is_told_and_its_report_can_be_copied() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(with_report(folder.path()));
    until_shown(&mut window, "The program stopped unexpectedly last time");
    click(&mut window, "Copy report");
    assert_eq!(window.state().copied().unwrap().plain, "Dateline 0.1.0\nThread main, src/ui.rs:1:2\n");
}

#[test]
fn a_dismissed_report_does_not_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = window(with_report(folder.path()));
    until_shown(&mut first, "The program stopped unexpectedly last time");
    click(&mut first, "Dismiss");
    assert!(!shows(&first, "The program stopped unexpectedly last time"));
    until(&mut first, |_| std::fs::read_dir(folder.path().join("reports")).unwrap().next().is_none());
}

// Rest.

/// Draws when somebody asks for it, as a real window would; gives the number of frames until nobody asks any more.
fn rest(window: &mut Window) -> usize {
    for frames in 0..200 {
        let wanted = window.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        if wanted > Duration::from_secs(3600) {
            return frames;
        }
        let now = window.ctx.input(|input| input.time);
        window.input_mut().time = Some(now + wanted.as_secs_f64().max(1.0 / 60.0));
        window.step();
    }
    panic!("never at rest: {:?}", window.ctx.repaint_causes());
}

#[test]
fn with_the_caret_in_a_field_the_window_comes_to_rest_after_ten_seconds() {
    let mut window = with_words(Start::default());
    until(&mut window, |app| app.page_is_current() && app.desk.running.is_empty());
    assert!(window.get_by_label("Paragraph 1").accesskit_node().is_focused());
    // The harness lets no caret blink unless it is asked to.
    window.ctx.all_styles_mut(|style| style.visuals.text_cursor.blink = true);
    window.key_press(Key::End);
    window.run_steps(2);
    assert!(window.ctx.global_style().visuals.text_cursor.blink);
    let begun = window.ctx.input(|input| input.time);
    assert!(rest(&mut window) > 5, "the caret blinks at first");
    let seconds = window.ctx.input(|input| input.time) - begun;
    assert!((8.0..14.0).contains(&seconds), "{seconds}");
    assert!(!window.ctx.global_style().visuals.text_cursor.blink);

    window.key_press(Key::ArrowLeft);
    window.run_steps(2);
    assert!(window.ctx.global_style().visuals.text_cursor.blink, "somebody is there again");
}

#[test]
fn the_sample_with_its_pages_and_list_comes_to_rest() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(at(&folder.path().join("local")));
    open_sample(&mut window, &folder.path().join("sample"));
    until(&mut window, |app| app.page_is_current() && app.desk.running.is_empty());
    rest(&mut window);
}

#[test]
fn the_welcome_comes_to_rest() {
    let mut window = window(Start::default());
    rest(&mut window);
}

// Languages.

#[test]
fn questions_and_lists_speak_the_language_of_the_window() {
    for (locale, new, open, unsaved) in [
        (Locale::Russian, "+ Новый релиз", "Открыть релиз", "Этот релиз не сохранён"),
        (Locale::Kazakh, "+ Жаңа релиз", "Релизді ашу", "Бұл релиз сақталмаған"),
    ] {
        let mut window = window(Start { locale: Some(locale), ..Start::default() });
        write_new(&mut window);
        assert!(shows(&window, new), "{:?}", names(&window));
        carry_out(&mut window, Command::AskOpen);
        assert!(shows(&window, open));
        carry_out(&mut window, Command::Cancel);
        assert_eq!(window.state().desk.question, None::<Question>);
        window.state_mut().desk.open.as_mut().unwrap().shown_mut().headline = "Мост".into();
        carry_out(&mut window, Command::Quit);
        assert!(shows(&window, unsaved));
    }
}

#[test]
fn the_three_languages_have_the_same_words_with_the_same_particulars() {
    let read = |tag: &str| {
        let text = std::fs::read_to_string(format!("{}/assets/words/{tag}/files.ftl", env!("CARGO_MANIFEST_DIR")));
        let mut keys: Vec<(String, Vec<String>)> = Vec::new();
        for line in text.unwrap().lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with([' ', '}'])) {
                keys.push((key.to_owned(), Vec::new()));
            }
            let names = line
                .split('$')
                .skip(1)
                .map(|rest| rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>());
            if let Some((_, particulars)) = keys.last_mut() {
                particulars.extend(names);
                particulars.sort();
                particulars.dedup();
            }
        }
        keys
    };
    let english = read("en");
    assert!(english.len() > 90, "{}", english.len());
    assert_eq!(read("ru"), english);
    assert_eq!(read("kk"), english);
}

#[test]
fn a_path_that_is_typed_takes_the_place_of_the_proposed_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(Start::default());
    write_new(&mut window);
    carry_out(&mut window, Command::AskSaveIn);
    until_shown(&mut window, "Folder of the release");
    window.run_steps(3);
    let target = folder.path().join("bridge");
    window.event(egui::Event::Text(target.to_str().unwrap().to_owned()));
    window.run_steps(2);
    window.key_press(Key::Enter);
    until(&mut window, |app| app.desk.open.as_ref().unwrap().folder.is_some());
    assert_eq!(open(&window).folder.as_deref(), Some(target.as_path()));
}
