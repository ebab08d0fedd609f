//! The newsroom in the window: its releases by day, the search with its filters, and what can be done with a release.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/window.rs"]
mod window;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use dateline::app::{Dialogs, Start};
use dateline::newsroom::{self, choose_newsroom, open as read, save, save_preferences};
use dateline::release::{Block, BlockId, BlockKind, ByLang, Edition, Release, Speaker, SpeakerId, Status, Text};
use dateline::ui::Command;
use dateline::words::Locale;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::{Date, date};
use tempfile::TempDir;
use window::{
    Window, at, carry_out, click, click_beginning, fill, names, notice, open, shows, sized, until, until_shown,
};

/// The day on which these tests begin.
const TODAY: Date = date(2026, 11, 26);

/// A newsroom in a folder of its own.
struct Room {
    place: TempDir,
}

impl Room {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        fs::create_dir(place.path().join("City desk")).unwrap();
        choose_newsroom(&place.path().join("City desk")).unwrap();
        Room { place }
    }

    fn folder(&self, way: &str) -> PathBuf {
        self.place.path().join("City desk").join(way).components().collect()
    }

    fn local(&self) -> PathBuf {
        self.place.path().join("local")
    }

    fn write(&self, way: &str, day: Date, headline: &str) -> PathBuf {
        save(&self.folder(way), &release(day, headline)).unwrap();
        self.folder(way)
    }

    /// A window of a person who has chosen this newsroom.
    fn window(&self) -> Window {
        let mut preferences = newsroom::preferences(&self.local());
        preferences.choose(choose_newsroom(&self.folder("")).unwrap());
        save_preferences(&self.local(), &preferences).unwrap();
        sized(at(&self.local()), [1280.0, 800.0])
    }

    /// The same, with three releases.
    fn with_three(&self) -> Window {
        self.write("2026/2026-11-26-bridge", TODAY, "The bridge opens");
        self.write("2026/2026-11-25-school", date(2026, 11, 25), "A school for the north");
        self.write("2025/2025-05-09-park", date(2025, 5, 9), "The park is green");
        let mut window = self.window();
        until_shown(&mut window, "The park is green");
        window
    }
}

fn release(day: Date, headline: &str) -> Release {
    let mut release = Release::new(uuid::Uuid::new_v4(), day, "en".parse().unwrap());
    release.editions[0].headline = headline.to_owned();
    release
}

/// The lines of the list from above, as a screen reader says them.
fn lines(window: &Window) -> Vec<String> {
    let mut lines: Vec<(f32, String)> = window
        .query_all_by(|node| node.role() == Role::Button && node.label().is_some_and(|label| label.contains(". ")))
        .map(|node| (node.rect().top(), node.accesskit_node().label().unwrap()))
        .filter(|(_, label)| label.contains("draft") || label.contains("sent") || label.contains("read"))
        .collect();
    lines.sort_by(|one, other| one.0.total_cmp(&other.0));
    lines.into_iter().map(|(_, label)| label.split(". ").next().unwrap().to_owned()).collect()
}

/// Goes on drawing until the list reads so.
#[track_caller]
fn until_lines(window: &mut Window, expected: &[&str]) {
    let begun = Instant::now();
    while lines(window) != expected {
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?} is not {expected:?}", lines(window));
        window.run_steps(1);
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run_steps(2);
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_steps(3);
}

fn focus_line(window: &mut Window, beginning: &str) {
    let meant = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with(beginning))
    };
    window.get_by(meant).focus();
    window.run_steps(3);
}

fn focused(window: &Window) -> String {
    let mut focused = window.query_all_by(|node| node.is_focused());
    focused.next().and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

/// Opens a line's own menu and chooses from it.
#[track_caller]
fn choose(window: &mut Window, line: &str, item: &str) {
    let meant = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with(line))
    };
    window.get_by(meant).click_secondary();
    window.run_steps(4);
    let items = window.query_all_by_label(item);
    let last = items.last().unwrap_or_else(|| panic!("{item} is not offered: {:?}", names(window)));
    last.click();
    window.run_steps(4);
}

#[test]
fn without_a_newsroom_the_list_offers_to_choose_one_and_then_shows_it() {
    let room = Room::new();
    room.write("2026/2026-11-26-bridge", TODAY, "The bridge opens");
    let start = Start { dialogs: Dialogs::Answering(vec![room.folder("")]), ..at(&room.local()) };
    let mut window = sized(start, [1280.0, 800.0]);
    carry_out(&mut window, Command::New("en".parse().unwrap()));
    until(&mut window, |app| app.desk.open.is_some());
    click(&mut window, "Choose newsroom…");
    until_lines(&mut window, &["The bridge opens"]);
    assert!(shows(&window, "Newsroom City desk"));
    // The next time it is there at once.
    until(&mut window, |_| newsroom::preferences(&room.local()).newsroom.is_some());
    drop(window);
    let mut again = sized(at(&room.local()), [1280.0, 800.0]);
    until_lines(&mut again, &["The bridge opens"]);
}

#[test]
fn releases_stand_under_their_days_in_the_language_of_the_window() {
    let room = Room::new();
    let mut window = room.with_three();
    assert_eq!(lines(&window), ["The bridge opens", "A school for the north", "The park is green"]);
    for heading in ["Today", "Yesterday", "9 May 2025"] {
        assert!(shows(&window, heading), "{heading}");
    }
    window.state_mut().desk.preferences.locale = Some(Locale::Russian);
    window.run_steps(3);
    for heading in ["Сегодня", "Вчера", "9 мая 2025"] {
        assert!(shows(&window, heading), "{heading}");
    }
    until_shown(&mut window, "черновик · en");
}

#[test]
fn a_click_opens_a_release_and_the_list_tells_which_is_open() {
    let room = Room::new();
    let mut window = room.with_three();
    click_beginning(&mut window, "A school for the north");
    until(&mut window, |app| app.desk.open.is_some());
    assert_eq!(open(&window).folder.as_deref(), Some(room.folder("2026/2026-11-25-school").as_path()));
    click_beginning(&mut window, "The park is green");
    until(&mut window, |app| app.desk.open.as_ref().unwrap().folder == Some(room.folder("2025/2025-05-09-park")));
    // A damaged one stands there, and says why when it is opened.
    fs::write(newsroom::release_file(&room.folder("2026/2026-11-26-bridge")), "Dateline(").unwrap();
    until_shown(&mut window, "2026-11-26-bridge. Cannot be read");
    click_beginning(&mut window, "2026-11-26-bridge");
    until(&mut window, window::has_notice);
    assert!(notice(&window).contains("damaged"), "{}", notice(&window));
}

#[test]
fn what_others_do_in_the_folder_is_soon_in_the_list() {
    let room = Room::new();
    let mut window = room.with_three();
    room.write("2026/2026-11-24-new", date(2026, 11, 24), "From somebody else");
    fs::remove_dir_all(room.folder("2025/2025-05-09-park")).unwrap();
    fs::rename(room.folder("2026/2026-11-25-school"), room.folder("2026/renamed")).unwrap();
    until_lines(&mut window, &["The bridge opens", "A school for the north", "From somebody else"]);
    click_beginning(&mut window, "A school for the north");
    until(&mut window, |app| app.desk.open.is_some());
    assert_eq!(open(&window).folder, Some(room.folder("2026/renamed")));
}

#[test]
fn the_search_finds_while_one_types_marks_what_it_found_and_is_all_keyboard() {
    let room = Room::new();
    let mut with_text = release(date(2026, 3, 1), "Нақты мәтін");
    with_text.editions[0].body =
        vec![Block { id: BlockId(1), kind: BlockKind::Paragraph(Text("Beside the bridge stands a mill.".into())) }];
    save(&room.folder("2026/a"), &with_text).unwrap();
    let mut window = room.with_three();
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    assert_eq!(focused(&window), "Search all releases");
    window.get_by_label("Search all releases").type_text("brid");
    until_lines(&mut window, &["The bridge opens", "Нақты мәтін"]);
    assert!(shows(&window, "2 releases found"));
    assert!(shows(&window, "Beside the bridge stands a mill."), "the place in the text is shown");
    let hits = &window.state().desk.catalogue.found().unwrap().rows;
    let marked = |words: &newsroom::Marked| {
        words.marks.iter().map(|mark| words.text[mark.clone()].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(marked(&hits[0].headline), ["bridge"]);
    assert_eq!(marked(hits[1].found.as_ref().unwrap()), ["bridge"]);
    // Down to the lines, along them, and open.
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(focused(&window).starts_with("The bridge opens"), "{}", focused(&window));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(focused(&window).starts_with("Нақты"), "{}", focused(&window));
    press(&mut window, Modifiers::NONE, Key::Enter);
    until(&mut window, |app| app.desk.open.is_some());
    assert_eq!(open(&window).release, with_text);
    // The first letter of a word says nothing yet.
    fill(&mut window, "Search all releases", "n");
    until_lines(&mut window, &["The bridge opens", "A school for the north", "Нақты мәтін", "The park is green"]);
    assert!(window.state().desk.catalogue.is_answered());
    // Another word; nothing; and everything again.
    fill(&mut window, "Search all releases", "нақ");
    until_lines(&mut window, &["Нақты мәтін"]);
    fill(&mut window, "Search all releases", "nothing of the kind");
    until_shown(&mut window, "Nothing was found");
    window.get_by_label("Search all releases").focus();
    press(&mut window, Modifiers::NONE, Key::Escape);
    until_lines(&mut window, &["The bridge opens", "A school for the north", "Нақты мәтін", "The park is green"]);
}

#[test]
fn filters_narrow_the_list_and_are_gone_when_they_are_hidden() {
    let room = Room::new();
    let mut sent = release(date(2026, 11, 20), "Sent, with a speaker");
    sent.status = Status::Sent;
    sent.editions.push(Edition::new("kk".parse().unwrap()));
    let name = ByLang::one(&"en".parse().unwrap(), "Aigul Testova");
    sent.speakers = vec![Speaker { name, ..Speaker::new(SpeakerId(1)) }];
    save(&room.folder("2026/sent"), &sent).unwrap();
    let mut window = room.with_three();
    let all = ["The bridge opens", "A school for the north", "Sent, with a speaker", "The park is green"];
    until_lines(&mut window, &all);
    click(&mut window, "Show the filters");
    fill(&mut window, "Speaker", "testo");
    until_lines(&mut window, &["Sent, with a speaker"]);
    assert!(shows(&window, "1 release found"));
    window.get_by_label("Speaker").focus();
    window.run_steps(2);
    press(&mut window, Modifiers::COMMAND, Key::A);
    press(&mut window, Modifiers::NONE, Key::Backspace);
    fill(&mut window, "From", "2026-11-20");
    fill(&mut window, "To", "25.11.2026");
    until_lines(&mut window, &["A school for the north", "Sent, with a speaker"]);
    for (filter, choice) in [("Status", "Sent"), ("Language", "Қазақша")] {
        click(&mut window, filter);
        click(&mut window, choice);
        until_lines(&mut window, &["Sent, with a speaker"]);
    }
    click(&mut window, "Hide the filters");
    until_lines(&mut window, &all);
}

#[test]
fn a_new_release_is_saved_under_its_day_and_headline_without_a_question() {
    let room = Room::new();
    let mut window = room.with_three();
    window::write_new(&mut window);
    window.state_mut().desk.open.as_mut().unwrap().shown_mut().headline = "Открыт новый мост".into();
    window.run_steps(2);
    carry_out(&mut window, Command::Save);
    until(&mut window, |app| app.desk.open.as_ref().unwrap().folder.is_some());
    let folder = room.folder("2026/2026-11-26-открыт-новый-мост");
    assert_eq!(open(&window).folder.as_ref(), Some(&folder));
    assert_eq!(read(&folder).unwrap().editions[0].headline, "Открыт новый мост");
    until_shown(&mut window, "Открыт новый мост. draft · ru");
}

#[test]
fn a_copy_begins_as_a_new_release_of_today_and_the_first_stays_as_it_is() {
    let room = Room::new();
    let mut window = room.with_three();
    let before = read(&room.folder("2025/2025-05-09-park")).unwrap();
    choose(&mut window, "The park is green", "New release as a copy");
    until(&mut window, |app| app.desk.open.is_some());
    let copy = open(&window);
    assert_eq!((copy.release.issued, copy.folder.as_ref()), (TODAY, None));
    assert_ne!(copy.release.id, before.id);
    assert_eq!(copy.release.editions, before.editions);
    carry_out(&mut window, Command::Save);
    until(&mut window, |app| app.desk.open.as_ref().unwrap().folder.is_some());
    assert_eq!(read(&room.folder("2025/2025-05-09-park")).unwrap(), before);
    assert!(read(&room.folder("2026/2026-11-26-the-park-is-green")).is_ok());
}

#[test]
fn a_template_is_kept_once_and_begun_from_often() {
    let room = Room::new();
    let mut window = room.with_three();
    choose(&mut window, "The park is green", "Keep as a template");
    until(&mut window, window::has_notice);
    assert!(notice(&window).starts_with("Kept as a template."), "{}", notice(&window));
    carry_out(&mut window, Command::ShowShelf(newsroom::Shelf::Templates));
    until_lines(&mut window, &["The park is green"]);
    click_beginning(&mut window, "The park is green");
    until(&mut window, |app| app.desk.open.is_some());
    assert_eq!((open(&window).release.issued, open(&window).folder.as_ref()), (TODAY, None));
    click(&mut window, "Back to the releases");
    until_lines(&mut window, &["The bridge opens", "A school for the north", "The park is green"]);
}

#[test]
fn a_release_gets_another_folders_name_while_it_is_open() {
    let room = Room::new();
    let mut window = room.with_three();
    click_beginning(&mut window, "A school for the north");
    until(&mut window, |app| app.desk.open.is_some());
    focus_line(&mut window, "A school for the north");
    press(&mut window, Modifiers::NONE, Key::F2);
    fill(&mut window, "Name of the folder", "2026-11-25 мектеп");
    click(&mut window, "Rename");
    let renamed = room.folder("2026/2026-11-25 мектеп");
    until(&mut window, |app| app.desk.open.as_ref().unwrap().folder.as_ref() == Some(&renamed));
    window.state_mut().desk.open.as_mut().unwrap().shown_mut().headline = "A school, renamed".into();
    window.run_steps(2);
    carry_out(&mut window, Command::Save);
    until_shown(&mut window, "A school, renamed. draft");
    assert_eq!(read(&renamed).unwrap().editions[0].headline, "A school, renamed");
    assert!(!room.folder("2026/2026-11-25-school").exists());
}

#[test]
fn delete_moves_a_release_to_the_trash_and_undo_takes_it_back() {
    let room = Room::new();
    let mut window = room.with_three();
    focus_line(&mut window, "A school for the north");
    press(&mut window, Modifiers::NONE, Key::Delete);
    until_lines(&mut window, &["The bridge opens", "The park is green"]);
    assert_eq!(notice(&window), "Moved to the trash.");
    assert!(focused(&window).starts_with("The park is green"), "the next one has the keyboard: {}", focused(&window));
    assert!(room.folder("trash/2026/2026-11-25-school/release.ron").exists());
    let undo = window.query_all_by_label("Undo").last().unwrap();
    undo.click();
    window.run_steps(3);
    until_lines(&mut window, &["The bridge opens", "A school for the north", "The park is green"]);
    assert!(room.folder("2026/2026-11-25-school/release.ron").exists());
}

#[test]
fn the_open_release_is_saved_before_it_is_thrown_away_and_can_be_restored() {
    let room = Room::new();
    let mut window = room.with_three();
    click_beginning(&mut window, "A school for the north");
    until(&mut window, |app| app.desk.open.is_some());
    window.state_mut().desk.open.as_mut().unwrap().shown_mut().headline = "Changed before".into();
    window.run_steps(2);
    carry_out(&mut window, Command::Trash(None));
    if shows(&window, "Save it before you move it to the trash?") {
        window.query_all_by_label("Save").last().unwrap().click();
        window.run_steps(3);
    }
    until(&mut window, |app| app.desk.open.is_none());
    until_lines(&mut window, &["The bridge opens", "The park is green"]);
    carry_out(&mut window, Command::ShowShelf(newsroom::Shelf::Trash));
    until_lines(&mut window, &["Changed before"]);
    choose(&mut window, "Changed before", "Take out of the trash");
    until_shown(&mut window, "The trash is empty.");
    assert_eq!(read(&room.folder("2026/2026-11-25-school")).unwrap().editions[0].headline, "Changed before");
}

#[test]
fn two_newsrooms_are_switched_and_neither_shows_the_others_releases() {
    let (room, other) = (Room::new(), tempfile::tempdir().unwrap());
    let second = other.path().join("Region");
    fs::create_dir(&second).unwrap();
    choose_newsroom(&second).unwrap();
    save(&second.join("2026/x"), &release(TODAY, "Of the region")).unwrap();
    let mut window = room.with_three();
    carry_out(&mut window, Command::ChooseNewsroom(second));
    until_lines(&mut window, &["Of the region"]);
    click(&mut window, "Newsroom Region");
    click(&mut window, "Switch to City desk");
    until_lines(&mut window, &["The bridge opens", "A school for the north", "The park is green"]);
    carry_out(&mut window, Command::UseNewsroom(None));
    assert!(!shows(&window, "The bridge opens. draft"));
    assert!(room.folder("2026/2026-11-26-bridge").exists());
}

#[test]
fn a_newsroom_that_cannot_be_taken_is_refused_in_words() {
    let room = Room::new();
    let mut window = room.with_three();
    for (folder, why) in
        [(room.folder("nowhere"), "there is no such"), (room.folder("2026/2026-11-26-bridge"), "a release lies in it")]
    {
        carry_out(&mut window, Command::ChooseNewsroom(folder));
        until(&mut window, window::has_notice);
        assert!(notice(&window).contains(why), "{}", notice(&window));
        carry_out(&mut window, Command::DismissNotice);
    }
    assert!(shows(&window, "Newsroom City desk"));
}

#[test]
fn of_a_long_list_only_the_lines_in_sight_are_laid_out_and_arrows_reach_all() {
    let room = Room::new();
    for number in 0..300 {
        let day = date(2026, 1, 1).checked_add(jiff::Span::new().days(number / 3)).unwrap();
        room.write(&format!("2026/{number:03}"), day, &format!("Release number {number}"));
    }
    let mut window = room.window();
    until(&mut window, |app| app.desk.catalogue.list.keys.len() == 300 && app.desk.catalogue.unread == 0);
    until_shown(&mut window, "Release number 299. draft");
    let shown = lines(&window);
    assert!((4..30).contains(&shown.len()), "{} lines", shown.len());
    assert!(window.state().desk.catalogue.row(window.state().desk.catalogue.list.keys[150]).is_none());
    focus_line(&mut window, &shown[0]);
    press(&mut window, Modifiers::NONE, Key::End);
    until_shown(&mut window, "Release number 0. draft");
    assert!(lines(&window).len() < 30);
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    assert!(focused(&window).starts_with("Release number "), "{}", focused(&window));
    press(&mut window, Modifiers::NONE, Key::Home);
    until_shown(&mut window, "Release number 299. draft");
    assert!(focused(&window).starts_with(&shown[0]), "{}", focused(&window));
}

#[test]
fn an_empty_newsroom_says_what_to_do() {
    let room = Room::new();
    let mut window = room.window();
    until_shown(&mut window, "No release is here yet.");
    carry_out(&mut window, Command::ShowShelf(newsroom::Shelf::Templates));
    until_shown(&mut window, "There is no template yet.");
    carry_out(&mut window, Command::ShowShelf(newsroom::Shelf::Trash));
    until_shown(&mut window, "The trash is empty.");
}

#[test]
fn a_newsroom_that_is_away_keeps_its_list_and_says_so() {
    let room = Room::new();
    let mut window = room.with_three();
    let away = room.place.path().join("away");
    fs::rename(room.folder(""), &away).unwrap();
    until_shown(&mut window, "its folder is not there");
    assert!(shows(&window, "The bridge opens. draft"));
    fs::rename(&away, room.folder("")).unwrap();
    until(&mut window, |app| app.desk.catalogue.trouble.is_none());
    assert!(Path::new(&room.folder("2026")).exists());
}
