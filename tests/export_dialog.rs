//! The export, from the dialog to the files: what is chosen, what stands in the way, how far it is, what came of it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[cfg(unix)]
#[path = "support/again.rs"]
mod again;
#[path = "support/window.rs"]
mod window;

use std::path::{Path, PathBuf};

use dateline::app::{App, Start};
use dateline::desk::{ExportChoice, Question};
use dateline::export::{Format, Lines};
use dateline::newsroom;
use dateline::ui::Command;
use egui::Key;
use egui::accesskit::Toggled;
use egui_kittest::kittest::{NodeT, Queryable};
use window::*;

/// A saved release of words alone, in the form.
fn saved(start: Start, folder: &Path) -> Window {
    let release = release_at(&folder.join("bridge"), "Мост открыт");
    let mut window = window(start);
    carry_out(&mut window, Command::Open(release));
    until(&mut window, |app| app.desk.open.is_some());
    window
}

fn ask(window: &mut Window) {
    carry_out(window, Command::AskExport);
}

/// Only these formats.
fn choose(window: &mut Window, formats: &[&str]) {
    for format in
        ["Markdown (md)", "Plain text (txt)", "Web page (html)", "PDF (pdf)", "Picture of the first page (png)"]
    {
        if is_ticked(window, format) != formats.contains(&format) {
            click(window, format);
        }
    }
}

fn is_ticked(window: &Window, name: &str) -> bool {
    window.get_by_label(name).accesskit_node().toggled() == Some(Toggled::True)
}

fn is_done(app: &App) -> bool {
    app.desk.exporting.is_none() && app.desk.question != Some(Question::Exporting)
}

fn files_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn choice(window: &Window) -> ExportChoice {
    match &window.state().desk.question {
        Some(Question::Export { choice, .. } | Question::InTheWay { choice, .. }) => choice.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_export_ends_with_the_files_and_what_to_do_with_each() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = saved(Start::default(), folder.path());
    ask(&mut window);
    choose(&mut window, &["Markdown (md)", "Plain text (txt)"]);
    click(&mut window, "Export files");
    until(&mut window, is_done);
    assert!(shows(&window, "2 files are ready"));
    for name in ["bridge.ru.md", "bridge.ru.txt"] {
        for button in [format!("Open {name}"), format!("Show {name} in its folder"), format!("Copy the path of {name}")]
        {
            assert!(names(&window).contains(&button), "{button}: {:?}", names(&window));
        }
    }
    assert_eq!(files_in(&folder.path().join("bridge")), ["bridge.ru.md", "bridge.ru.txt", "release.ron"]);
    click(&mut window, "Close");
    assert_eq!(window.state().desk.question, None);
}

#[test]
fn photos_are_exported_as_a_folder_that_can_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = saved(Start::default(), folder.path());
    let sample = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/sample/photos");
    carry_out(
        &mut window,
        Command::AttachPhotos(vec![sample.join("ribbon.jpg"), sample.join("aqqu-bridge-at-dusk.jpg")]),
    );
    until(&mut window, |app| app.desk.open.as_ref().is_some_and(|open| open.release.photos.len() == 2));
    ask(&mut window);
    choose(&mut window, &[]);
    // A release that has photos takes them along unless somebody says otherwise.
    assert!(is_ticked(&window, "Photos (folder)"));
    click(&mut window, "Export files");
    until(&mut window, is_done);
    assert!(names(&window).contains(&"Open bridge-photos".to_owned()), "{:?}", names(&window));
    let photos = folder.path().join("bridge/bridge-photos");
    for rendition in ["print", "thumbnail", "web"] {
        assert_eq!(files_in(&photos.join(rendition)).len(), 2, "{rendition}");
    }
    click(&mut window, "Close");

    // Asked again, the folder is in the way, and the last choice is still there.
    ask(&mut window);
    assert!(is_ticked(&window, "Photos (folder)"));
    click(&mut window, "Export files");
    until(&mut window, is_done);
    assert!(shows(&window, "bridge-photos"));
    click(&mut window, "Replace");
    until(&mut window, is_done);
    assert!(names(&window).contains(&"Open bridge-photos".to_owned()), "{:?}", names(&window));
}

#[test]
fn the_path_of_a_file_can_be_copied() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = saved(Start::default(), folder.path());
    ask(&mut window);
    choose(&mut window, &["Plain text (txt)"]);
    click(&mut window, "Export files");
    until(&mut window, is_done);
    click(&mut window, "Copy the path of bridge.ru.txt");
    let path = PathBuf::from(&window.state().copied().unwrap().plain);
    assert_eq!(path, folder.path().join("bridge/bridge.ru.txt"));
}

#[test]
fn files_in_the_way_are_named_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = saved(Start::default(), folder.path());
    let there = folder.path().join("bridge/bridge.ru.txt");
    std::fs::write(&there, "somebody's letter").unwrap();
    ask(&mut window);
    choose(&mut window, &["Markdown (md)", "Plain text (txt)"]);
    click(&mut window, "Export files");
    until(&mut window, is_done);
    assert!(shows(&window, "1 file is already there") && shows(&window, "bridge.ru.txt"));
    assert!(!shows(&window, "bridge.ru.md"));
    assert_eq!(std::fs::read_to_string(&there).unwrap(), "somebody's letter");
    assert_eq!(files_in(&folder.path().join("bridge")), ["bridge.ru.txt", "release.ron"]);
    click(&mut window, "Cancel");
    assert_eq!(window.state().desk.question, None);
}

#[test]
fn files_in_the_way_are_replaced_when_somebody_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = saved(Start::default(), folder.path());
    let there = folder.path().join("bridge/bridge.ru.txt");
    std::fs::write(&there, "an older export").unwrap();
    ask(&mut window);
    choose(&mut window, &["Plain text (txt)"]);
    click(&mut window, "Export files");
    until(&mut window, is_done);
    click(&mut window, "Replace");
    until(&mut window, is_done);
    assert!(shows(&window, "1 file is ready"));
    assert!(std::fs::read_to_string(&there).unwrap().starts_with("Мост открыт"));
    click(&mut window, "Close");
    // To replace is said for one export, not for the next.
    ask(&mut window);
    assert!(!choice(&window).replace);
}

#[test]
fn another_folder_is_chosen_instead_and_the_rest_of_the_choice_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = saved(Start::default(), folder.path());
    std::fs::write(folder.path().join("bridge/bridge.ru.txt"), "somebody's letter").unwrap();
    ask(&mut window);
    choose(&mut window, &["Plain text (txt)"]);
    click(&mut window, "Wrapped at 72 characters");
    click(&mut window, "Export files");
    until(&mut window, is_done);
    click(&mut window, "Choose another folder");
    assert_eq!((choice(&window).formats, choice(&window).lines), (vec![Format::Text], Lines::WIRE));
    let sent = folder.path().join("sent");
    fill(&mut window, "Folder for the files", sent.to_str().unwrap());
    click(&mut window, "Export files");
    until(&mut window, is_done);
    assert_eq!(files_in(&sent), ["bridge.ru.txt"]);
}

#[test]
fn a_folder_that_cannot_be_written_is_told_in_the_dialog_and_the_choice_stays() {
    // A file where a folder is needed fails for everybody; a read-only folder would not stop root.
    let folder = tempfile::tempdir().unwrap();
    let mut window = saved(Start::default(), folder.path());
    let in_the_way = folder.path().join("file");
    std::fs::write(&in_the_way, b"").unwrap();
    ask(&mut window);
    choose(&mut window, &["Web page (html)"]);
    fill(&mut window, "Folder for the files", in_the_way.join("sent").to_str().unwrap());
    click(&mut window, "Export files");
    until(&mut window, is_done);
    assert!(shows(&window, "Could not export: "), "{:?}", window.state().desk.question);
    let kept = choice(&window);
    assert_eq!((kept.formats, PathBuf::from(kept.folder)), (vec![Format::Html], in_the_way.join("sent")));
    // Mended, the same dialog goes on.
    fill(&mut window, "Folder for the files", folder.path().join("sent").to_str().unwrap());
    click(&mut window, "Export files");
    until(&mut window, is_done);
    assert!(shows(&window, "1 file is ready"));
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_told_in_the_dialog() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let only = |path: &Path, mode| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    only(folder.path(), 0o777);
    let locked = folder.path().join("locked");
    std::fs::create_dir(&locked).unwrap();
    only(&locked, 0o555);
    let is_root = std::fs::write(locked.join("probe"), b"").is_ok();
    // Root writes everywhere, so for root this is tried as nobody.
    again::run_again("nobody_exports_into_a_read_only_folder", folder.path(), |command| {
        if is_root {
            again::as_nobody(command);
        }
    });
    only(&locked, 0o755);
}

#[cfg(unix)]
#[test]
#[ignore = "a part of a_read_only_folder_is_told_in_the_dialog"]
fn nobody_exports_into_a_read_only_folder() {
    let folder = again::named_folder();
    let mut window = saved(Start::default(), &folder);
    ask(&mut window);
    choose(&mut window, &["Plain text (txt)"]);
    fill(&mut window, "Folder for the files", folder.join("locked").to_str().unwrap());
    click(&mut window, "Export files");
    until(&mut window, is_done);
    assert!(shows(&window, "you may not write or read there"));
    assert_eq!(choice(&window).formats, [Format::Text]);
}

#[test]
fn the_last_choice_is_offered_again_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let (local, sent) = (folder.path().join("local"), folder.path().join("sent"));
    let mut first = saved(at(&local), folder.path());
    ask(&mut first);
    choose(&mut first, &["Plain text (txt)", "PDF (pdf)"]);
    click(&mut first, "A4 pages");
    click(&mut first, "Embed the editable release in the PDF");
    choose(&mut first, &["Plain text (txt)"]);
    fill(&mut first, "Folder for the files", sent.to_str().unwrap());
    click(&mut first, "Export files");
    until(&mut first, is_done);
    while newsroom::preferences(&local).export.is_none() {
        first.run_steps(1);
    }
    drop(first);

    let other = release_at(&folder.path().join("library"), "Библиотека");
    let mut second = window(at(&local));
    carry_out(&mut second, Command::Open(other));
    until(&mut second, |app| app.desk.open.is_some());
    ask(&mut second);
    let offered = choice(&second);
    assert_eq!((offered.formats, offered.lines, offered.source), (vec![Format::Text], Lines::A4, true));
    assert_eq!(PathBuf::from(offered.folder), sent);
    assert!(is_ticked(&second, "Plain text (txt)") && !is_ticked(&second, "Markdown (md)"));
}

#[test]
fn the_own_folder_of_one_release_is_not_offered_for_another() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = saved(Start::default(), folder.path());
    ask(&mut window);
    choose(&mut window, &["Plain text (txt)"]);
    click(&mut window, "Export files");
    until(&mut window, is_done);
    click(&mut window, "Close");
    let other = release_at(&folder.path().join("library"), "Библиотека");
    carry_out(&mut window, Command::Open(other.clone()));
    until(&mut window, move |app| app.desk.open.as_ref().is_some_and(|open| open.folder.as_ref() == Some(&other)));
    ask(&mut window);
    assert_eq!(PathBuf::from(choice(&window).folder), folder.path().join("library"));
}

#[test]
fn only_the_chosen_languages_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(Start::default());
    open_sample(&mut window, &folder.path().join("sample"));
    ask(&mut window);
    choose(&mut window, &["Markdown (md)"]);
    // The bar has buttons of the same names, behind the dialog.
    for lang in ["Русский", "English"] {
        let tick = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.role() == egui::accesskit::Role::CheckBox && node.label().as_deref() == Some(lang)
        };
        window.get_by(tick).click();
        window.run_steps(3);
    }
    fill(&mut window, "Folder for the files", folder.path().join("sent").to_str().unwrap());
    click(&mut window, "Export files");
    until(&mut window, is_done);
    assert_eq!(files_in(&folder.path().join("sent")), ["sample-photos", "sample.kk.md"]);
}

#[test]
fn nothing_can_be_exported_without_a_format() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = saved(Start::default(), folder.path());
    ask(&mut window);
    choose(&mut window, &[]);
    assert!(window.get_by_label("Export files").accesskit_node().is_disabled());
    click(&mut window, "Markdown (md)");
    assert!(!window.get_by_label("Export files").accesskit_node().is_disabled());
}

/// Begins an export of the sample that takes a while: pages in three languages.
fn long_export(window: &mut Window, folder: &Path) {
    open_sample(window, &folder.join("sample"));
    ask(window);
    choose(window, &["Markdown (md)", "PDF (pdf)", "Picture of the first page (png)"]);
    fill(window, "Folder for the files", folder.join("sent").to_str().unwrap());
    window.get_by_label("Export files").click();
    window.step();
}

#[test]
fn a_stopped_export_keeps_and_names_what_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(Start::default());
    long_export(&mut window, folder.path());
    until(&mut window, |app| app.desk.exporting.as_ref().is_none_or(|progress| progress.done > 2));
    // Two photos come first.
    assert!(shows(&window, " of 11: sample.kk."));
    click(&mut window, "Stop");
    until(&mut window, is_done);
    let outcome = window.state().desk.exported.clone().unwrap();
    assert!(!outcome.files.is_empty() && outcome.left > 0, "{outcome:?}");
    assert_eq!(outcome.files.len() + outcome.left, 10, "the photos are one folder");
    let mut written: Vec<String> =
        outcome.files.iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect();
    written.sort();
    assert_eq!(files_in(&folder.path().join("sent")), written);
    assert!(shows(&window, "not written") && shows(&window, &format!("Open {}", written[0])));
}

#[test]
fn one_can_go_on_writing_while_files_are_exported() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(Start::default());
    long_export(&mut window, folder.path());
    until_shown(&mut window, "Go on writing");
    click(&mut window, "Go on writing");
    assert!(window.state().desk.exporting.is_some(), "it was too quick for this test");
    assert!(shows(&window, " of 11: ") && names(&window).contains(&"Stop".to_owned()));
    fill(&mut window, "Headline", "Written meanwhile");
    click(&mut window, "Stop");
    until(&mut window, is_done);
    // Nothing takes the keyboard away from whoever writes; the line at the bottom leads to the files.
    assert_eq!(window.state().desk.question, None);
    assert_eq!(open(&window).shown().headline, "Written meanwhile");
    assert!(notice(&window).starts_with("Exported "), "{}", notice(&window));
    click(&mut window, "Show files");
    assert!(shows(&window, "ready"));
}

#[test]
fn the_dialog_offers_to_copy_instead() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = saved(Start::default(), folder.path());
    ask(&mut window);
    click(&mut window, "Copy with formatting");
    assert_eq!(window.state().desk.question, None);
    assert_eq!(window.state().copied().unwrap().html.as_deref(), Some("<h1>Мост открыт</h1>\n"));
}

#[test]
fn escape_leaves_the_dialog_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = saved(Start::default(), folder.path());
    ask(&mut window);
    window.key_press(Key::Escape);
    window.run_steps(4);
    assert_eq!(window.state().desk.question, None);
    assert_eq!(files_in(&folder.path().join("bridge")), ["release.ron"]);
}

#[test]
fn the_dialog_is_whole_also_after_a_smaller_question() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = saved(Start::default(), folder.path());
    carry_out(&mut window, Command::AskSaveIn);
    click(&mut window, "Cancel");
    carry_out(&mut window, Command::AskSaveIn);
    // Straight from one to the other, as saving before an export does.
    ask(&mut window);
    click(&mut window, "Export files");
    until(&mut window, is_done);
    assert!(shows(&window, "4 files are ready"));
}
