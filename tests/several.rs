//! Several people on one folder, each in a window of their own: who has a release open, taking it over, and two texts that
//! become one.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/window.rs"]
mod window;

use std::fs;
use std::path::{Path, PathBuf};

use dateline::app::Start;
use dateline::desk::{Access, Aside, Question};
use dateline::newsroom::{self, versions};
use dateline::release::{Block, BlockId, BlockKind, Release, Text};
use dateline::ui::Command;
use egui_kittest::kittest::{NodeT, Queryable};
use window::{Window, at, carry_out, click, fill, notice, open, shows, sized, until, until_shown};

/// A newsroom with one release, whose headline is “Мост” and whose paragraphs are “Один”, “Два”, “Три”.
struct Newsroom {
    folder: tempfile::TempDir,
}

impl Newsroom {
    fn new() -> Self {
        let newsroom = Newsroom { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(newsroom.root()).unwrap();
        newsroom::choose_newsroom(&newsroom.root()).unwrap();
        let today = jiff::civil::date(2026, 11, 26);
        let mut release = Release::new(uuid::Uuid::new_v4(), today, "ru".parse().unwrap());
        release.editions[0].headline = "Мост".into();
        for (number, words) in (1..).zip(["Один", "Два", "Три"]) {
            let kind = BlockKind::Paragraph(words.into());
            release.editions[0].body.push(Block { id: BlockId(number), kind });
        }
        newsroom::save(&newsroom.release(), &release).unwrap();
        newsroom
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("newsroom")
    }

    fn release(&self) -> PathBuf {
        self.root().join("2026/2026-11-26-bridge")
    }

    /// The window of this person, who has nothing open yet.
    fn desk_of(&self, person: &str) -> Start {
        let local = self.folder.path().join(person);
        fs::create_dir_all(&local).unwrap();
        if !local.join("preferences.ron").exists() {
            fs::write(local.join("preferences.ron"), format!("(name: \"{person}\")")).unwrap();
        }
        at(&local)
    }

    /// The window of this person with the release.
    fn window_of(&self, person: &str) -> Window {
        let start = Start { path: Some(self.release()), ..self.desk_of(person) };
        let mut window = sized(start, [1000.0, 900.0]);
        until(&mut window, |app| app.desk.open.is_some());
        window
    }

    /// The same, as soon as others can see that she has it open.
    fn writing(&self, person: &str) -> Window {
        let mut window = self.window_of(person);
        let me = newsroom::Me::new("somebody else".into(), None);
        until(&mut window, |_| !newsroom::others(&self.release(), &me, jiff::Timestamp::now()).is_empty());
        window
    }

    fn on_disk(&self) -> Release {
        newsroom::open(&self.release()).unwrap()
    }

    /// Somebody else changes the file, without this program.
    fn change(&self, change: impl FnOnce(&mut Release)) {
        let mut release = self.on_disk();
        change(&mut release);
        newsroom::save(&self.release(), &release).unwrap();
    }

    fn copies(&self) -> Vec<PathBuf> {
        let names = fs::read_dir(self.release()).unwrap().map(|entry| entry.unwrap().path());
        let is_copy = |file: &PathBuf| {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            name.starts_with("release") && name != "release.ron"
        };
        names.filter(is_copy).collect()
    }
}

/// The window comes to the front: it looks at once what others have done.
fn come_back(window: &mut Window) {
    window.event(egui::Event::WindowFocused(true));
    window.run_steps(2);
}

/// She sees that somebody has taken the release over.
fn is_taken_over(window: &mut Window) {
    let start = std::time::Instant::now();
    while !shows(window, "took this release over") {
        assert!(start.elapsed().as_secs() < 60, "nobody has told her");
        come_back(window);
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

fn body(release: &Release) -> Vec<String> {
    let words = release.editions[0].body.iter().map(|block| match &block.kind {
        BlockKind::Paragraph(Text(words)) => words.clone(),
        BlockKind::Quote(_) | BlockKind::Heading(_) | BlockKind::List { .. } | BlockKind::Photo(_) => {
            panic!("there are paragraphs only")
        }
    });
    words.collect()
}

fn write(release: &mut Release, at: usize, words: &str) {
    release.editions[0].body[at].kind = BlockKind::Paragraph(words.into());
}

fn headline(window: &Window) -> &str {
    &open(window).shown().headline
}

fn is_enabled(window: &Window, name: &str) -> bool {
    !window.get_by_label(name).accesskit_node().is_disabled()
}

#[test]
fn whoever_opens_what_a_colleague_has_open_is_told_and_can_read_it() {
    let newsroom = Newsroom::new();
    let mut dana = newsroom.writing("Dana");
    assert_eq!(open(&dana).access, Access::Writes);
    let mut aigul = newsroom.window_of("Aigul");
    assert!(shows(&aigul, "Dana has this release open"));
    click(&mut aigul, "Read");
    assert!(shows(&aigul, "You are reading. Dana"));
    assert!(!is_enabled(&aigul, "Headline") && !is_enabled(&aigul, "Paragraph 1"));
    assert!(is_enabled(&dana, "Headline"));

    // Nothing that is asked for in another way changes it either.
    carry_out(&mut aigul, Command::RemoveBlock(BlockId(1)));
    aigul.state_mut().desk.open.as_mut().unwrap().release.editions[0].headline = "Чужое".into();
    aigul.run_steps(3);
    assert_eq!((headline(&aigul), open(&aigul).shown().body.len()), ("Мост", 3));

    fill(&mut dana, "Headline", "Мост открыт");
    until(&mut dana, |app| !app.desk.has_unsaved_words());
    come_back(&mut aigul);
    until(&mut aigul, |app| app.desk.open.as_ref().unwrap().shown().headline == "Мост открыт");
    assert!(aigul.state().desk.notice.is_none(), "whoever reads just sees it");

    carry_out(&mut dana, Command::Close);
    come_back(&mut aigul);
    until_shown(&mut aigul, "has closed it");
    assert!(newsroom.copies().is_empty());
}

#[test]
fn escape_at_the_question_reads() {
    let newsroom = Newsroom::new();
    let _dana = newsroom.writing("Dana");
    let mut aigul = newsroom.window_of("Aigul");
    assert!(matches!(aigul.state().desk.question, Some(Question::InUse { .. })));
    aigul.key_press(egui::Key::Escape);
    aigul.run_steps(3);
    assert!(aigul.state().desk.question.is_none() && open(&aigul).is_read_only());
}

#[test]
fn a_release_is_taken_over_knowingly_and_what_the_first_one_types_is_never_lost_and_overwrites_nothing() {
    let newsroom = Newsroom::new();
    let mut dana = newsroom.writing("Dana");
    let mut aigul = newsroom.window_of("Aigul");
    click(&mut aigul, "Take over");
    assert_eq!(
        (open(&aigul).access.clone(), notice(&aigul)),
        (Access::Writes, "You are writing this release now".into())
    );
    is_taken_over(&mut dana);
    fill(&mut dana, "Paragraph 3", "Три Дана");
    until(&mut dana, |app| !app.desk.has_unsaved_words());
    fill(&mut aigul, "Paragraph 1", "Один Айгуль");
    until(&mut aigul, |app| !app.desk.has_unsaved_words());
    come_back(&mut dana);
    assert_eq!(body(&newsroom.on_disk()), ["Один Айгуль", "Два", "Три"], "nothing is overwritten");
    let copies = newsroom.copies();
    assert_eq!(copies.len(), 1, "{copies:?}");
    assert_eq!(body(&newsroom::open(&copies[0]).unwrap()), ["Один", "Два", "Три Дана"]);
    assert_eq!(body(&open(&dana).release), ["Один", "Два", "Три Дана"], "she keeps her text");
    assert!(!shows(&dana, "Another text"), "her own copy is nothing to merge");

    // It goes on into the same copy, also when she leaves.
    fill(&mut dana, "Headline", "Мост Даны");
    carry_out(&mut dana, Command::Close);
    until(&mut dana, |app| app.desk.open.is_none());
    assert_eq!(newsroom.copies(), copies);
    assert_eq!(newsroom::open(&copies[0]).unwrap().editions[0].headline, "Мост Даны");

    // The one who writes can merge it, and both began with the same text.
    come_back(&mut aigul);
    until_shown(&mut aigul, "Another text of this release lies beside it");
    click(&mut aigul, "Merge texts…");
    until_shown(&mut aigul, "The changes do not touch each other");
    click(&mut aigul, "Merge");
    assert_eq!(body(&open(&aigul).release), ["Один Айгуль", "Два", "Три Дана"]);
    assert_eq!(headline(&aigul), "Мост Даны");
}

#[test]
fn whoever_takes_it_back_keeps_both_texts() {
    let newsroom = Newsroom::new();
    let mut dana = newsroom.writing("Dana");
    let mut aigul = newsroom.window_of("Aigul");
    click(&mut aigul, "Take over");
    is_taken_over(&mut dana);
    fill(&mut dana, "Headline", "Мост Даны");
    until(&mut dana, |app| !app.desk.has_unsaved_words());
    fill(&mut aigul, "Headline", "Мост Айгуль");
    until(&mut aigul, |app| !app.desk.has_unsaved_words());
    assert_eq!(newsroom.on_disk().editions[0].headline, "Мост Айгуль");

    click(&mut dana, "Take over");
    until(&mut dana, |app| !app.desk.open.as_ref().unwrap().is_unsaved());
    assert_eq!(newsroom.on_disk().editions[0].headline, "Мост Даны");
    until(&mut dana, |_| newsroom.copies().len() == 1);
    assert_eq!(newsroom::open(&newsroom.copies()[0]).unwrap().editions[0].headline, "Мост Айгуль");
    is_taken_over(&mut aigul);
}

#[test]
fn what_somebody_else_saves_is_shown_at_once_and_can_be_undone() {
    let newsroom = Newsroom::new();
    let mut window = newsroom.writing("Dana");
    newsroom.change(|release| release.editions[0].headline = "Мост открыт".into());
    come_back(&mut window);
    until(&mut window, |app| app.desk.notice.is_some());
    assert_eq!(
        (headline(&window), notice(&window).as_str()),
        ("Мост открыт", "Somebody else has changed this release. You see the new text")
    );
    assert!(!window.state().desk.has_unsaved_words() && newsroom.copies().is_empty());
    let undo = window.get_all_by_label("Undo").last().unwrap();
    undo.click();
    window.run_steps(4);
    assert_eq!(headline(&window), "Мост");
    until(&mut window, |app| !app.desk.has_unsaved_words());
    assert_eq!(newsroom.on_disk().editions[0].headline, "Мост");
    click(&mut window, "Redo");
    assert_eq!(headline(&window), "Мост открыт");
}

/// A window in which a text was typed that somebody else had changed as well, and both are kept.
fn in_conflict(newsroom: &Newsroom) -> Window {
    let mut window = newsroom.writing("Dana");
    // Both in one go: nothing of it is saved before the other one is.
    write(&mut window.state_mut().desk.open.as_mut().unwrap().release, 0, "Один мой");
    fill(&mut window, "Paragraph 2", "Два мой");
    newsroom.change(|release| {
        write(release, 1, "Два чужой");
        write(release, 2, "Три чужой");
    });
    until(&mut window, |app| !app.desk.has_unsaved_words());
    assert_eq!(body(&newsroom.on_disk()), ["Один мой", "Два мой", "Три"]);
    until_shown(&mut window, "Another text of this release lies beside it");
    click(&mut window, "Merge texts…");
    until_shown(&mut window, "1 place was changed in both texts");
    window
}

#[test]
fn two_texts_are_merged_block_by_block_as_one_step() {
    let newsroom = Newsroom::new();
    let mut window = in_conflict(&newsroom);
    for side in ["Mine", "Theirs", "Both"] {
        assert!(shows(&window, &format!("Paragraph 2: {side}")));
    }
    // What only one has changed is proposed.
    assert!(shows(&window, "changed in this window") && shows(&window, "changed in the other text"));
    click(&mut window, "Paragraph 2: Both");
    click(&mut window, "Merge");
    assert_eq!(body(&open(&window).release), ["Один мой", "Два мой", "Два чужой", "Три чужой"]);
    assert_eq!(window.state().desk.aside, None);
    until(&mut window, |app| !app.desk.has_unsaved_words());
    assert_eq!(newsroom.copies().len(), 1, "the other text stays until it is discarded");
    click(&mut window, "Undo");
    assert_eq!(body(&open(&window).release), ["Один мой", "Два мой", "Три"]);
    click(&mut window, "Redo");
    assert_eq!(body(&open(&window).release).len(), 4);
}

#[test]
fn all_of_theirs_and_all_of_mine_are_whole_texts() {
    let newsroom = Newsroom::new();
    let mut window = in_conflict(&newsroom);
    click(&mut window, "All of theirs");
    click(&mut window, "Merge");
    assert_eq!(body(&open(&window).release), ["Один", "Два чужой", "Три чужой"]);
    click(&mut window, "Merge texts…");
    until(&mut window, |app| app.desk.aside == Some(Aside::Merge) || app.desk.notice.is_some());
    carry_out(&mut window, Command::Undo);
    assert_eq!(body(&open(&window).release), ["Один мой", "Два мой", "Три"]);
}

#[test]
fn the_other_text_is_discarded_into_the_versions() {
    let newsroom = Newsroom::new();
    let mut window = in_conflict(&newsroom);
    let before = versions(&newsroom.release()).len();
    click(&mut window, "Discard the other text");
    until(&mut window, |_| newsroom.copies().is_empty());
    let after = versions(&newsroom.release());
    assert_eq!(after.len(), before + 1);
    let kept = after.iter().find(|version| version.is_kept).unwrap();
    assert_eq!(body(&newsroom::open_version(&kept.file).unwrap()), ["Один", "Два чужой", "Три чужой"]);
    until(&mut window, |app| app.desk.company.copies.is_empty());
    assert!(!shows(&window, "Another text"));
    assert_eq!(body(&open(&window).release), ["Один мой", "Два мой", "Три"], "what is written stays");
}

#[test]
fn copies_of_sync_clients_are_offered_when_a_release_is_opened() {
    let newsroom = Newsroom::new();
    let mut theirs = newsroom.on_disk();
    write(&mut theirs, 0, "Один с другого компьютера");
    let text = newsroom::release_text(&theirs).unwrap();
    for name in ["release-PRESS-3.ron", "release (конфликтующая копия пользователя Дана 2026-11-25).ron"]
    {
        fs::write(newsroom.release().join(name), &text).unwrap();
        theirs.editions[0].subhead = "Ещё".into();
    }
    // What is no copy, or not of this release, is nobody's business.
    let own = fs::read(newsroom.release().join("release.ron")).unwrap();
    for (name, bytes) in [
        ("~$release.ron", text.as_bytes()),
        (".syncthing.release.ron.tmp", text.as_bytes()),
        ("release-SAME.ron", &own),
        ("release-damaged.ron", b"Dateline("),
    ] {
        fs::write(newsroom.release().join(name), bytes).unwrap();
    }
    let mut window = newsroom.writing("Dana");
    until_shown(&mut window, "2 other texts of this release lie beside it");
    click(&mut window, "Merge texts…");
    until_shown(&mut window, "Copy by OneDrive: PRESS-3");
    assert!(shows(
        &window,
        "Copy by Dropbox or another sync program: конфликтующая копия пользователя Дана 2026-11-25"
    ));
    assert!(shows(&window, "What both texts began with is not known"));
    window.get_by_label_contains("Copy by OneDrive").click();
    until(&mut window, |app| {
        app.desk.merging.as_ref().is_some_and(|merging| merging.copy.file.ends_with("release-PRESS-3.ron"))
    });
    click(&mut window, "Paragraph 1: Theirs");
    click(&mut window, "Merge");
    assert_eq!(body(&open(&window).release)[0], "Один с другого компьютера");
    click(&mut window, "Not now");
    assert!(!shows(&window, "lie beside it") && newsroom.copies().len() == 4);
}

#[test]
fn the_list_shows_what_colleagues_have_open_and_where_other_texts_lie() {
    let newsroom = Newsroom::new();
    let dana = newsroom.writing("Dana");
    let mut theirs = newsroom.on_disk();
    write(&mut theirs, 0, "Другой");
    fs::write(newsroom.release().join("release-PRESS-3.ron"), newsroom::release_text(&theirs).unwrap()).unwrap();
    let mut aigul = sized(newsroom.desk_of("Aigul"), [1200.0, 800.0]);
    carry_out(&mut aigul, Command::ChooseNewsroom(newsroom.root()));
    until_shown(&mut aigul, "Мост. draft · ru. Dana has it open. 1 other text");
    drop(dana);
}

#[test]
fn a_program_that_has_ended_stands_in_nobodys_way() {
    let newsroom = Newsroom::new();
    let local = newsroom.folder.path().join("Dana");
    let me = newsroom::Me::new("Dana".into(), Some(&local));
    let alive = me.live().unwrap();
    let mut presence = newsroom::Presence::new(me, newsroom.release(), jiff::Timestamp::now(), true);
    presence.beat(jiff::Timestamp::now());
    drop(alive);
    // As a crash leaves it: its file is there, and nobody holds it.
    let left = fs::read_dir(newsroom.release()).unwrap().map(|entry| entry.unwrap().file_name());
    let left: Vec<String> = left.filter_map(|name| name.into_string().ok()).collect();
    let id = left.iter().find_map(|name| name.strip_prefix(".dateline-open-")).unwrap();
    fs::write(local.join("open").join(format!("{id}.lock")), "").unwrap();
    let window = newsroom.window_of("Dana");
    assert_eq!((open(&window).access.clone(), window.state().desk.question.clone()), (Access::Writes, None));
}

#[test]
fn outside_a_newsroom_nothing_is_put_beside_a_release() {
    let newsroom = Newsroom::new();
    fs::remove_file(newsroom.root().join("newsroom.ron")).unwrap();
    let mut window = newsroom.window_of("Dana");
    newsroom.change(|release| release.editions[0].headline = "Мост открыт".into());
    come_back(&mut window);
    until(&mut window, |app| app.desk.open.as_ref().unwrap().shown().headline == "Мост открыт");
    let second = newsroom.window_of("Aigul");
    assert_eq!(open(&second).access, Access::Writes);
    assert_eq!(names(&newsroom.release()), ["release.ron"]);
}

fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn the_name_that_colleagues_see_is_chosen_in_the_settings() {
    let newsroom = Newsroom::new();
    let mut dana = newsroom.writing("Dana");
    carry_out(&mut dana, Command::OpenSettings);
    fill(&mut dana, "Your name", "Дана Примерова");
    carry_out(&mut dana, Command::Cancel);
    let me = newsroom::Me::new(String::new(), None);
    until(&mut dana, |_| {
        let others = newsroom::others(&newsroom.release(), &me, jiff::Timestamp::now());
        others.first().is_some_and(|holder| holder.name == "Дана Примерова")
    });
}
