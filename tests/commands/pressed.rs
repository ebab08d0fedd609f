//! Each command that has keys does what it says when they are pressed: a table.

use std::hash::{DefaultHasher, Hash, Hasher};

use dateline::check::Place;
use dateline::desk::{Addition, Aside, Caret, GuidePage, Offer};
use dateline::export::Format;
use dateline::release::BlockKind;
use dateline::ui::{Command, cursor};
use egui::{KeyboardShortcut, Popup};

use crate::window::{Window, ask, open, press, sample, until};

/// What can be seen of the window from outside.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    question: String,
    aside: Option<Aside>,
    has_notice: bool,
    running: Vec<String>,
    edition: usize,
    body: Vec<&'static str>,
    place: String,
    cursor: Option<Place>,
    zoom: u32,
    preview_hidden: bool,
    menu: bool,
    /// Whatever else is in the release and in the preferences, as a number.
    rest: u64,
}

fn seen(harness: &Window) -> Seen {
    let (desk, open) = (&harness.state().desk, open(harness));
    Seen {
        question: desk.question.as_ref().map(|question| format!("{question:?}")).unwrap_or_default(),
        aside: desk.aside.clone(),
        has_notice: desk.notice.is_some(),
        running: desk.running.clone(),
        edition: open.edition(),
        body: open.release.editions[0].body.iter().map(|block| kind(&block.kind)).collect(),
        place: open.release.editions[0].place.clone(),
        cursor: cursor(&harness.ctx),
        zoom: (desk.preferences.zoom * 100.0).round() as u32,
        preview_hidden: desk.preferences.preview_hidden,
        menu: Popup::is_any_open(&harness.ctx),
        rest: {
            let mut hasher = DefaultHasher::new();
            format!("{:?} {:?} {:?}", desk.preferences, open.release, open.asked_link).hash(&mut hasher);
            desk.library_over.hash(&mut hasher);
            hasher.finish()
        },
    }
}

fn kind(kind: &BlockKind) -> &'static str {
    match kind {
        BlockKind::Paragraph(_) => "paragraph",
        BlockKind::Quote(_) => "quote",
        BlockKind::Heading(_) => "heading",
        BlockKind::List { .. } => "list",
        BlockKind::Photo(_) => "photo",
    }
}

/// A release in which every command has something to do: it can be undone and redone, an editor would ask, the text is not of
/// the usual size, and the second of three languages is shown.
fn ready() -> Window {
    let mut harness = sample();
    let release = |harness: &mut Window, change: fn(&mut dateline::release::Release)| {
        change(&mut harness.state_mut().desk.open.as_mut().unwrap().release);
        ask(harness, Command::DismissNotice);
    };
    release(&mut harness, |release| release.editions[0].headline.clear());
    release(&mut harness, |release| release.editions[0].place = "first".into());
    release(&mut harness, |release| release.editions[0].place = "second".into());
    ask(&mut harness, Command::Undo);
    // Without its photos no PDF is made, so that no test opens a program that prints.
    harness.state_mut().desk.open.as_mut().unwrap().waiting_photos.clear();
    harness.state_mut().desk.preferences.zoom = 1.5;
    ask(&mut harness, Command::ShowEdition(1));
    let lang = open(&harness).lang();
    ask(&mut harness, Command::GoTo(Place::Subhead(lang)));
    assert_eq!(open(&harness).release.editions[0].place, "first");
    harness
}

/// Did the window do what this command says? Anything is better than nothing where the table does not know it.
fn did(command: &Command, before: &Seen, after: &Seen) -> bool {
    let asks = |question: &str| after.question.starts_with(question);
    let more = |kind: &str| {
        let count = |seen: &Seen| seen.body.iter().filter(|other| **other == kind).count();
        // It was added to the edition in the form, which is the second.
        count(after) == count(before) && after.cursor != before.cursor && matches!(after.cursor, Some(Place::Block(..)))
    };
    match command.key() {
        "command-new-release" => asks("New"),
        "command-open" => asks("Open"),
        "command-save" => asks("SaveIn") && after.question.contains("then: None"),
        "command-save-as" => asks("SaveIn"),
        "command-export" => asks("Export"),
        "command-print" => !after.running.is_empty() || after.has_notice,
        "command-close" => asks("Unsaved") && after.question.contains("Close"),
        "command-quit" => asks("Unsaved") && after.question.contains("Quit"),
        "command-undo" => after.place != "first" && after.place != "second",
        "command-redo" => after.place == "second",
        "command-copy-text" => after.has_notice,
        "command-go-to-headline" => matches!(&after.cursor, Some(Place::Headline(lang)) if lang.as_str() == "ru"),
        "command-next-question" | "command-previous-question" => after.cursor != before.cursor,
        "command-add-paragraph" => more("paragraph"),
        "command-add-quote" => more("quote"),
        "command-add-heading" => more("heading"),
        "command-add-list" => more("list"),
        "command-add-photos" => asks("Photos"),
        "command-toggle-preview" => after.preview_hidden != before.preview_hidden,
        "command-show-language" => after.edition != 1 || command == &Command::ShowEdition(1),
        "command-next-language" => after.edition == 2,
        "command-previous-language" => after.edition == 0,
        "command-larger-text" => after.zoom == 160,
        "command-smaller-text" => after.zoom == 140,
        "command-usual-text" => after.zoom == 100,
        "command-palette" => matches!(after.aside, Some(Aside::Palette { .. })),
        "command-menu" => after.menu,
        "command-settings" => after.aside == Some(Aside::Settings),
        "command-guide" => after.aside == Some(Aside::Guide(GuidePage::FirstRelease)),
        "command-shortcuts" => after.aside == Some(Aside::Guide(GuidePage::Shortcuts)),
        _ => after != before,
    }
}

fn all_keys() -> Vec<(&'static Command, KeyboardShortcut)> {
    Command::listed().flat_map(|(_, command)| command.shortcuts().iter().map(move |keys| (command, *keys))).collect()
}

/// Each in a window of its own, so that none stands on what another has left.
fn try_all(which: impl Fn(usize) -> bool) {
    for (_, (command, keys)) in all_keys().into_iter().enumerate().filter(|(index, _)| which(*index)) {
        let mut harness = ready();
        if command.is_of_a_card() {
            let block = open(&harness).shown().body[0].id;
            harness.state_mut().desk.open.as_mut().unwrap().caret = Some(Caret { block, selection: 0..5 });
            harness.run_steps(4);
        }
        assert!(command.is_possible(&harness.state().desk), "{command:?} cannot be carried out");
        let before = seen(&harness);
        press(&mut harness, keys);
        let after = seen(&harness);
        assert!(did(command, &before, &after), "{command:?} by {keys:?}\nbefore {before:?}\nafter {after:?}");
    }
}

// Side by side, because each takes its time.
#[test]
fn every_command_with_keys_does_what_it_says_first_third() {
    try_all(|index| index % 3 == 0);
}

#[test]
fn every_command_with_keys_does_what_it_says_second_third() {
    try_all(|index| index % 3 == 1);
}

#[test]
fn every_command_with_keys_does_what_it_says_last_third() {
    try_all(|index| index % 3 == 2);
}

#[test]
fn the_block_that_was_added_is_of_the_kind_that_was_asked_for() {
    for (addition, wanted) in [
        (Addition::Paragraph, "paragraph"),
        (Addition::Quote, "quote"),
        (Addition::Heading, "heading"),
        (Addition::List, "list"),
    ] {
        let mut harness = ready();
        press(&mut harness, Command::AddBlock(addition, None).shortcut().unwrap());
        let place = cursor(&harness.ctx).unwrap();
        let Place::Block(_, id) = place else { panic!("{place:?}") };
        let block = open(&harness).shown().body.iter().find(|block| block.id == id).unwrap();
        assert_eq!(kind(&block.kind), wanted);
    }
}

#[test]
fn printing_says_why_it_cannot() {
    let mut harness = ready();
    press(&mut harness, Command::Print.shortcut().unwrap());
    until(&mut harness, |app| app.desk.notice.as_ref().is_some_and(|notice| notice.is_error));
    assert!(!Format::ALL.is_empty());
    assert!(!matches!(harness.state().desk.notice.as_ref().unwrap().offer, Some(Offer::Undo { .. })));
}

#[test]
fn what_can_be_done_only_with_a_release_is_not_possible_without_one() {
    let harness = crate::window::window(dateline::words::Locale::English);
    let desk = &harness.state().desk;
    let possible: Vec<&str> =
        Command::listed().filter(|(_, command)| command.is_possible(desk)).map(|(_, command)| command.key()).collect();
    assert_eq!(
        possible,
        [
            "command-new-release",
            "command-open",
            "command-sample",
            "command-find-release",
            "command-choose-newsroom",
            "command-quit",
            "command-people",
            "command-contacts",
            "command-houses",
            "command-larger-text",
            "command-smaller-text",
            "command-settings",
            "command-guide",
            "command-shortcuts",
            "command-palette",
            "command-menu",
        ]
    );
}
