//! Nothing typed is lost: what the window promises about saving by itself, about crashes and about other people's words.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/picture.rs"]
mod picture;
#[path = "support/window.rs"]
mod window;

use std::fs;
use std::path::{Path, PathBuf};

use dateline::app::Start;
use dateline::desk::{AfterSaving, Question};
use dateline::newsroom::{open as read, versions};
use dateline::ui::Command;
use window::{
    Window, at, carry_out, click, fill, notice, open, release_at, shows, sized, until, until_shown, write_new,
};

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Desk { folder: tempfile::tempdir().unwrap() }
    }

    fn local(&self) -> PathBuf {
        self.folder.path().join("local")
    }

    fn release(&self) -> PathBuf {
        self.folder.path().join("bridge")
    }

    /// The window on a release with the headline “Мост”.
    fn open(&self) -> Window {
        if !self.release().exists() {
            release_at(&self.release(), "Мост");
        }
        self.start(Some(self.release()))
    }

    fn start(&self, path: Option<PathBuf>) -> Window {
        let mut window = sized(Start { path, ..at(&self.local()) }, [1000.0, 700.0]);
        until(&mut window, |app| app.desk.open.is_some());
        window
    }

    fn headline(&self) -> String {
        read(&self.release()).unwrap().editions[0].headline.clone()
    }
}

/// As if the power had gone: nothing is said to the program.
fn crash(window: Window) {
    drop(window);
}

fn copies(folder: &Path) -> Vec<PathBuf> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    names.filter(|file| file.file_name().unwrap().to_string_lossy().starts_with("release (conflict")).collect()
}

#[test]
fn a_release_is_saved_by_itself_and_the_bar_says_so() {
    let desk = Desk::new();
    let mut window = desk.open();
    assert!(shows(&window, "Saved"));
    fill(&mut window, "Headline", "Мост открыт");
    assert!(shows(&window, "Saving…"));
    until(&mut window, |app| !app.desk.has_unsaved_words());
    assert_eq!(desk.headline(), "Мост открыт");
    assert!(shows(&window, "Saved") && !shows(&window, "Saving…"));
    assert!(window.state().desk.notice.is_none(), "it happens quietly");
}

#[test]
fn after_a_crash_the_program_opens_with_exactly_that_text_and_undo_goes_on() {
    let desk = Desk::new();
    let mut window = desk.open();
    fill(&mut window, "Headline", "Мост открыт");
    click(&mut window, "+ Heading");
    let typed = open(&window).release.clone();
    crash(window);
    assert_eq!(desk.headline(), "Мост", "it had no time to be saved");

    let mut window = desk.start(None);
    assert_eq!(open(&window).release, typed);
    assert_eq!(notice(&window), "Here is the release as you left it. Nothing was lost");
    assert!(window.state().desk.question.is_none(), "nothing is asked before");
    click(&mut window, "Undo");
    click(&mut window, "Undo");
    assert_eq!(open(&window).shown().headline, "Мост");
    click(&mut window, "Redo");
    until(&mut window, |app| !app.desk.has_unsaved_words());
    assert_eq!(desk.headline(), "Мост открыт");
}

#[test]
fn a_release_that_was_never_saved_comes_back_with_its_photos() {
    let desk = Desk::new();
    let photo = desk.folder.path().join("bridge.jpg");
    picture::write(&photo);
    let mut window = sized(at(&desk.local()), [1000.0, 700.0]);
    write_new(&mut window);
    fill(&mut window, "Headline", "Мост открыт");
    carry_out(&mut window, Command::AttachPhotos(vec![photo.clone()]));
    until(&mut window, |app| !app.desk.open.as_ref().unwrap().release.photos.is_empty());
    let typed = open(&window).release.clone();
    crash(window);

    let mut window = desk.start(None);
    assert_eq!(open(&window).release, typed);
    carry_out(&mut window, Command::SaveIn(desk.release(), None));
    until(&mut window, |app| !app.desk.has_unsaved_words());
    assert_eq!(fs::read(desk.release().join("photos/bridge.jpg")).unwrap(), fs::read(photo).unwrap());
}

#[test]
fn leaving_asks_nothing_and_the_next_start_goes_on() {
    let desk = Desk::new();
    let mut window = sized(at(&desk.local()), [1000.0, 700.0]);
    write_new(&mut window);
    fill(&mut window, "Headline", "Мост открыт");
    carry_out(&mut window, Command::Quit);
    assert!(window.state().desk.question.is_none());
    eframe::App::on_exit(window.state_mut(), None);
    drop(window);
    let mut window = desk.start(None);
    assert_eq!(open(&window).shown().headline, "Мост открыт");
    // Nowhere else would it be found again.
    carry_out(&mut window, Command::Close);
    assert_eq!(window.state().desk.question, Some(Question::Unsaved { then: AfterSaving::Close }));
    carry_out(&mut window, Command::Discard(AfterSaving::Close));
    eframe::App::on_exit(window.state_mut(), None);
    drop(window);
    let mut window = sized(at(&desk.local()), [1000.0, 700.0]);
    window.run_steps(20);
    assert!(window.state().desk.open.is_none(), "what nobody wanted does not come back");
}

#[test]
fn what_is_typed_last_is_saved_when_the_program_ends() {
    let desk = Desk::new();
    let mut window = desk.open();
    fill(&mut window, "Headline", "Мост открыт");
    eframe::App::on_exit(window.state_mut(), None);
    drop(window);
    assert_eq!(desk.headline(), "Мост открыт");
    let mut window = sized(at(&desk.local()), [1000.0, 700.0]);
    window.run_steps(20);
    assert!(window.state().desk.open.is_none(), "it was put away");
    carry_out(&mut window, Command::Open(desk.release()));
    until(&mut window, |app| app.desk.open.is_some());
    assert!(window.state().desk.notice.is_none());
    click(&mut window, "Undo");
    assert_eq!(open(&window).shown().headline, "Мост", "undo survives closing the window");
}

#[test]
fn another_release_is_opened_without_a_question_and_nothing_is_lost() {
    let desk = Desk::new();
    let mut window = desk.open();
    let other = release_at(&desk.folder.path().join("other"), "Другой");
    fill(&mut window, "Headline", "Мост открыт");
    carry_out(&mut window, Command::Open(other));
    until(&mut window, |app| app.desk.open.as_ref().unwrap().shown().headline == "Другой");
    assert_eq!(desk.headline(), "Мост открыт");
}

#[test]
fn words_that_somebody_else_wrote_are_kept_as_a_copy() {
    let desk = Desk::new();
    let mut window = desk.open();
    let mut theirs = read(&desk.release()).unwrap();
    theirs.editions[0].headline = "Мост закрыт".into();
    dateline::newsroom::save(&desk.release(), &theirs).unwrap();
    fill(&mut window, "Headline", "Мост открыт");
    until_shown(&mut window, "Somebody else had changed the file");
    assert_eq!(desk.headline(), "Мост открыт");
    let copies = copies(&desk.release());
    assert_eq!(copies.len(), 1);
    assert_eq!(read(&copies[0]).unwrap(), theirs);

    // Ours is the one that is known now.
    fill(&mut window, "Headline", "Мост открыт сегодня");
    until(&mut window, |app| !app.desk.has_unsaved_words());
    assert_eq!(self::copies(&desk.release()).len(), 1);
}

#[test]
fn what_was_typed_before_a_crash_stands_beside_what_somebody_else_has_written_since() {
    let desk = Desk::new();
    let mut window = desk.open();
    fill(&mut window, "Headline", "Мост открыт");
    crash(window);
    let mut theirs = read(&desk.release()).unwrap();
    theirs.editions[0].headline = "Мост закрыт".into();
    dateline::newsroom::save(&desk.release(), &theirs).unwrap();

    let mut window = desk.start(None);
    assert_eq!(open(&window).shown().headline, "Мост открыт");
    assert!(notice(&window).contains("Somebody else has changed the file since"));
    window.run_steps(200);
    assert_eq!(desk.headline(), "Мост закрыт", "nothing is written over before somebody goes on");
    fill(&mut window, "Headline", "Мост открыт сегодня");
    until(&mut window, |app| !app.desk.has_unsaved_words());
    assert_eq!(desk.headline(), "Мост открыт сегодня");
    assert_eq!(read(&copies(&desk.release())[0]).unwrap(), theirs);
}

#[test]
fn a_drive_that_is_away_is_told_as_long_as_it_is_away_and_then_saving_goes_on() {
    let desk = Desk::new();
    let mut window = desk.open();
    let away = desk.folder.path().join("away");
    fs::rename(desk.release(), &away).unwrap();
    fill(&mut window, "Headline", "Мост открыт");
    until_shown(&mut window, "Your text is safe here, and Dateline keeps trying to save it");
    assert!(shows(&window, "Not saved"));
    window.run_steps(600);
    assert!(shows(&window, "Your text is safe here"), "the line stays");
    assert!(!desk.release().exists(), "nothing is made where the drive was");
    fs::rename(&away, desk.release()).unwrap();
    until(&mut window, |app| !app.desk.has_unsaved_words());
    window.run_steps(4);
    assert!(!shows(&window, "Your text is safe here"));
    assert_eq!(desk.headline(), "Мост открыт");
    assert_eq!(copies(&desk.release()).len(), 0);
}

#[test]
fn what_was_there_before_becomes_a_version_and_what_is_saved_by_hand_stays_one() {
    let desk = Desk::new();
    let mut window = desk.open();
    fill(&mut window, "Headline", "Мост открыт");
    until(&mut window, |app| !app.desk.has_unsaved_words());
    let there = versions(&desk.release());
    assert_eq!(there.len(), 1);
    assert_eq!(dateline::newsroom::open_version(&there[0].file).unwrap().editions[0].headline, "Мост");
    fill(&mut window, "Headline", "Мост открыт сегодня");
    carry_out(&mut window, Command::Save);
    // Whether it was saved by itself before that is a matter of moments.
    until(&mut window, |_| versions(&desk.release()).first().is_some_and(|newest| newest.is_kept));
    let there = versions(&desk.release());
    assert!(there.len() > 1 && there[1..].iter().all(|version| !version.is_kept));
    assert_eq!(dateline::newsroom::open_version(&there[0].file).unwrap(), read(&desk.release()).unwrap());
}

#[test]
fn a_version_is_compared_named_and_put_back_as_one_step() {
    let desk = Desk::new();
    let mut window = desk.open();
    fill(&mut window, "Headline", "Мост закрыт");
    carry_out(&mut window, Command::Save);
    until(&mut window, |_| versions(&desk.release()).len() == 1);
    fill(&mut window, "Headline", "Мост открыт сегодня");
    carry_out(&mut window, Command::AskVersions);
    until(&mut window, |app| !app.desk.versions.list.is_empty());
    // The newest one without being asked for, and any other on asking.
    until(&mut window, |app| app.desk.versions.chosen.is_some());
    let version = window.state().desk.versions.list[0].clone();
    assert_eq!(window.state().desk.versions.chosen.as_ref().map(|(version, _)| version), Some(&version));
    window.state_mut().desk.versions.chosen = None;
    window.run_steps(2);
    assert!(shows(&window, "Choose a version"));
    carry_out(&mut window, Command::CompareVersion(version));
    until_shown(&mut window, "Мост открыт сегодня");
    assert!(shows(&window, "Then") && shows(&window, "Now") && shows(&window, "Мост закрыт"));

    fill(&mut window, "Name", "Для министра");
    click(&mut window, "Name this version");
    until(&mut window, |_| versions(&desk.release())[0].name == "Для министра");
    until_shown(&mut window, "· Для министра");
    click(&mut window, "Restore this version");
    assert_eq!(open(&window).shown().headline, "Мост закрыт");
    assert!(window.state().desk.aside.is_none());
    click(&mut window, "Undo");
    assert_eq!(open(&window).shown().headline, "Мост открыт сегодня");
}
