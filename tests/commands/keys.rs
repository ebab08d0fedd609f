//! No keys clash, on any system, and none is taken from whoever types.

use dateline::app::{App, Start};
use dateline::desk::Question;
use dateline::ui::{Command, Group};
use egui::os::OperatingSystem;
use egui::{Event, Key, KeyboardShortcut, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::window::{ask, click, ctrl, ctrl_shift, key, open, press, sample, until, write};

const SYSTEMS: [OperatingSystem; 3] = [OperatingSystem::Windows, OperatingSystem::Mac, OperatingSystem::Nix];

/// What is held down on a system when the program says so.
fn held(system: OperatingSystem, modifiers: Modifiers) -> Modifiers {
    let is_mac = system == OperatingSystem::Mac;
    Modifiers {
        ctrl: modifiers.ctrl || modifiers.command && !is_mac,
        mac_cmd: modifiers.mac_cmd || modifiers.command && is_mac,
        command: false,
        ..modifiers
    }
}

fn all_keys() -> Vec<(&'static Command, KeyboardShortcut)> {
    Command::listed().flat_map(|(_, command)| command.shortcuts().iter().map(move |keys| (command, *keys))).collect()
}

#[test]
fn no_two_commands_share_keys_on_any_system() {
    let keys = all_keys();
    assert!(keys.len() > 30, "{}", keys.len());
    for system in SYSTEMS {
        for (index, (command, keys_here)) in keys.iter().enumerate() {
            for (other, keys_there) in &keys[index + 1..] {
                let same = keys_here.logical_key == keys_there.logical_key
                    && held(system, keys_here.modifiers) == held(system, keys_there.modifiers);
                assert!(!same, "{command:?} and {other:?} on {system:?}");
            }
        }
    }
}

const CTRL: Modifiers = Modifiers::CTRL;
const CMD: Modifiers = Modifiers::MAC_CMD;
const ALT: Modifiers = Modifiers::ALT;
const SHIFT: Modifiers = Modifiers::SHIFT;
const NONE: Modifiers = Modifiers::NONE;

/// What a text field does with keys, as they are held down on every system but macOS.
const WRITING: &[(Modifiers, &[Key])] = &[
    (CTRL, &[Key::A, Key::C, Key::X, Key::V, Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown]),
    (CTRL, &[Key::Home, Key::End, Key::Backspace, Key::Delete, Key::Insert]),
    (SHIFT, &[Key::Insert, Key::Delete, Key::Home, Key::End, Key::Tab, Key::Enter, Key::ArrowLeft, Key::ArrowRight]),
    (NONE, &[Key::Home, Key::End, Key::Enter, Key::Tab, Key::Escape, Key::Backspace, Key::Delete, Key::Insert]),
    (NONE, &[Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown, Key::PageUp, Key::PageDown, Key::Space]),
];

/// The same on macOS, with the keys that go back to Emacs.
const WRITING_ON_MACOS: &[(Modifiers, &[Key])] = &[
    (CMD, &[Key::A, Key::C, Key::X, Key::V, Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown]),
    (CTRL, &[Key::A, Key::E, Key::B, Key::F, Key::N, Key::P, Key::K, Key::D, Key::H, Key::U, Key::W, Key::T, Key::Y]),
    (ALT, &[Key::ArrowLeft, Key::ArrowRight, Key::Backspace, Key::Delete]),
];

/// What the text cards do: bold, italic, link, moving a card, the next card.
const CARDS: &[(Modifiers, &[Key])] =
    &[(Modifiers::COMMAND, &[Key::B, Key::I, Key::K, Key::Enter]), (ALT, &[Key::ArrowUp, Key::ArrowDown])];

fn belongs_to_the_system(system: OperatingSystem) -> Vec<(Modifiers, &'static [Key])> {
    match system {
        OperatingSystem::Mac => vec![
            (CMD, &[Key::H, Key::M, Key::Space, Key::Tab, Key::Backtick]),
            (Modifiers { shift: true, ..CMD }, &[Key::Q, Key::Num3, Key::Num4, Key::Num5]),
            (Modifiers { ctrl: true, ..CMD }, &[Key::Q, Key::F, Key::Space]),
            (NONE, &[Key::F11]),
        ],
        OperatingSystem::Windows => {
            vec![(ALT, &[Key::F4, Key::Tab, Key::Space, Key::Escape]), (CTRL, &[Key::Escape]), (NONE, &[Key::F11])]
        }
        OperatingSystem::Nix => vec![
            (ALT, &[Key::F1, Key::F2, Key::F4, Key::Tab, Key::Space]),
            // Letters by their number.
            (Modifiers { shift: true, ..CTRL }, &[Key::U]),
        ],
        OperatingSystem::Unknown | OperatingSystem::Android | OperatingSystem::IOS => Vec::new(),
    }
}

#[test]
fn no_keys_are_taken_from_the_system_or_from_whoever_types() {
    for system in SYSTEMS {
        let mut taken = belongs_to_the_system(system);
        taken.extend(CARDS);
        taken.extend(if system == OperatingSystem::Mac { WRITING_ON_MACOS } else { WRITING });
        taken.extend(WRITING.iter().filter(|(modifiers, _)| !modifiers.ctrl));
        for (command, keys) in all_keys().into_iter().filter(|(command, _)| !command.is_of_a_card()) {
            for (modifiers, theirs) in &taken {
                let same = held(system, keys.modifiers) == held(system, *modifiers);
                assert!(!(same && theirs.contains(&keys.logical_key)), "{command:?} on {system:?}: {keys:?}");
            }
        }
    }
}

#[test]
fn no_keys_are_a_bare_letter_or_altgr() {
    for (command, keys) in all_keys() {
        let Modifiers { alt, ctrl, command: cmd, mac_cmd, .. } = keys.modifiers;
        assert!(!(alt && (ctrl || cmd)), "{command:?}: AltGr types letters on Windows");
        let is_function_key = keys.logical_key.name().starts_with('F') && keys.logical_key.name().len() > 1;
        assert!(ctrl || cmd || mac_cmd || is_function_key, "{command:?} can be typed: {keys:?}");
    }
}

#[test]
fn a_command_stands_in_the_table_once_and_every_group_has_some() {
    let all: Vec<_> = Command::listed().map(|(_, command)| command).collect();
    for (index, command) in all.iter().enumerate() {
        assert!(!all[index + 1..].contains(command), "{command:?} twice");
    }
    for group in Group::ALL {
        assert!(group.parts().flatten().count() > 2, "{group:?}");
    }
}

#[test]
fn altgr_and_a_letter_stay_a_letter() {
    let mut harness = sample();
    for keys in [Key::E, Key::N, Key::S, Key::Q, Key::Z] {
        press(&mut harness, KeyboardShortcut::new(Modifiers::CTRL | Modifiers::COMMAND | Modifiers::ALT, keys));
        assert_eq!(harness.state().desk.question, None, "{keys:?}");
    }
    assert!(!harness.state().desk.has_unsaved_words());
}

#[test]
fn on_macos_the_command_key_asks_and_the_control_key_moves_the_cursor() {
    let mut harness = Harness::builder()
        .with_size([1200.0, 800.0])
        .with_os(OperatingSystem::Mac)
        .build_eframe(|cc| App::new(cc, Start::default()));
    harness.run_steps(3);
    let mut harness = crate::window::with_sample(harness);
    press(&mut harness, KeyboardShortcut::new(Modifiers::CTRL, Key::E));
    assert_eq!(harness.state().desk.question, None);
    press(&mut harness, KeyboardShortcut::new(Modifiers::MAC_CMD | Modifiers::COMMAND | Modifiers::CTRL, Key::Q));
    assert_eq!(harness.state().desk.question, None, "this locks the screen");
    press(&mut harness, KeyboardShortcut::new(Modifiers::MAC_CMD | Modifiers::COMMAND, Key::E));
    assert!(harness.state().desk.question.is_some());
}

#[test]
fn shift_makes_undo_the_other_way_round() {
    let mut harness = sample();
    ask(&mut harness, Command::AddContact);
    let count = |harness: &crate::window::Window| open(harness).release.contacts.len();
    let before = count(&harness);
    ctrl(&mut harness, Key::Z);
    assert_eq!(count(&harness), before - 1);
    ctrl_shift(&mut harness, Key::Z);
    assert_eq!(count(&harness), before);
}

#[test]
fn on_a_keyboard_where_plus_needs_shift_the_text_still_grows() {
    let mut harness = sample();
    ctrl_shift(&mut harness, Key::Plus);
    assert!((harness.state().desk.preferences.zoom - 1.1).abs() < 0.001);
    ctrl(&mut harness, Key::Equals);
    assert!((harness.state().desk.preferences.zoom - 1.2).abs() < 0.001, "once a key, not twice");
    assert!((harness.ctx.zoom_factor() - 1.2).abs() < 0.001);
}

fn hold(harness: &mut crate::window::Window, key: Key, times: usize) {
    let modifiers = Modifiers::COMMAND;
    for time in 0..times {
        harness.event_modifiers(
            Event::Key { key, pressed: true, modifiers, repeat: time > 0, physical_key: None },
            modifiers,
        );
    }
    harness.run_steps(2);
}

#[test]
fn a_key_that_is_held_down_goes_on_undoing_but_asks_once() {
    let mut harness = sample();
    let before = open(&harness).release.contacts.len();
    for _ in 0..3 {
        ask(&mut harness, Command::AddContact);
    }
    hold(&mut harness, Key::Z, 3);
    assert_eq!(open(&harness).release.contacts.len(), before);

    hold(&mut harness, Key::Comma, 1);
    key(&mut harness, Key::Escape);
    hold(&mut harness, Key::W, 4);
    until(&mut harness, |app| app.desk.open.is_none());
}

#[test]
fn while_a_question_is_open_no_keys_ask_for_anything_else() {
    let mut harness = sample();
    ask(&mut harness, Command::AskOpen);
    let question = harness.state().desk.question.clone();
    for (command, keys) in all_keys() {
        press(&mut harness, keys);
        assert_eq!(harness.state().desk.question, question, "{command:?}");
        assert_eq!(harness.state().desk.aside, None, "{command:?}");
    }
    assert!(!harness.state().desk.has_unsaved_words());
    assert!(harness.state().desk.open.is_some());
}

#[test]
fn what_is_typed_into_a_question_is_undone_there() {
    let mut harness = sample();
    ask(&mut harness, Command::AddContact);
    let contacts = open(&harness).release.contacts.len();
    ask(&mut harness, Command::AskOpen);
    write(&mut harness, "Folder or file of the release", "somewhere");
    harness.run_steps(12);
    ctrl(&mut harness, Key::Z);
    let question = harness.state().desk.question.clone();
    assert!(matches!(question, Some(Question::Open { path }) if path != "somewhere"));
    assert_eq!(open(&harness).release.contacts.len(), contacts);
}

#[test]
fn a_block_that_keys_add_comes_after_the_one_with_the_cursor() {
    let mut harness = sample();
    let first = open(&harness).shown().body[0].id;
    let lang = open(&harness).lang();
    ask(&mut harness, Command::GoTo(dateline::check::Place::Block(lang, first)));
    let count = open(&harness).shown().body.len();
    ctrl_shift(&mut harness, Key::D);
    let body = &open(&harness).shown().body;
    assert_eq!((body.len(), body[0].id), (count + 1, first));
    assert!(matches!(body[1].kind, dateline::release::BlockKind::Quote(_)));
    assert_eq!(
        dateline::ui::cursor(&harness.ctx),
        Some(dateline::check::Place::Block(open(&harness).lang(), body[1].id))
    );
}

#[test]
fn the_languages_are_walked_around_and_found_by_number() {
    let mut harness = sample();
    let mut seen = Vec::new();
    for _ in 0..4 {
        seen.push(open(&harness).edition());
        ctrl(&mut harness, Key::PageDown);
    }
    assert_eq!(seen, [0, 1, 2, 0]);
    ctrl(&mut harness, Key::PageUp);
    ctrl(&mut harness, Key::PageUp);
    assert_eq!(open(&harness).edition(), 2);
    ctrl(&mut harness, Key::Num1);
    assert_eq!(open(&harness).edition(), 0);
}

#[test]
fn f7_walks_through_everything_that_an_editor_would_ask_and_around() {
    let mut harness = sample();
    for edition in 0..3 {
        harness.state_mut().desk.open.as_mut().unwrap().release.editions[edition].headline.clear();
    }
    harness.run_steps(3);
    let count = open(&harness).findings().len();
    assert!(count >= 3, "{count}");
    let mut headlines = Vec::new();
    for _ in 0..count {
        key(&mut harness, Key::F7);
        headlines.push(dateline::ui::cursor(&harness.ctx).unwrap());
    }
    key(&mut harness, Key::F7);
    assert_eq!(dateline::ui::cursor(&harness.ctx).as_ref(), headlines.first());
    press(&mut harness, KeyboardShortcut::new(Modifiers::SHIFT, Key::F7));
    assert_eq!(dateline::ui::cursor(&harness.ctx).as_ref(), headlines.last());
    assert!(headlines.contains(&dateline::check::Place::Headline("kk".parse().unwrap())));
    assert!(headlines.contains(&dateline::check::Place::Headline("en".parse().unwrap())));
}

#[test]
fn after_a_question_was_answered_f7_goes_to_the_next_one() {
    let mut harness = sample();
    for edition in 0..3 {
        harness.state_mut().desk.open.as_mut().unwrap().release.editions[edition].headline.clear();
    }
    harness.run_steps(3);
    let questions: Vec<_> = open(&harness).findings().iter().map(|finding| finding.place.clone()).collect();
    key(&mut harness, Key::F7);
    assert_eq!(dateline::ui::cursor(&harness.ctx).as_ref(), Some(&questions[0]));
    harness.get_by_label("Headline").type_text("A headline");
    harness.run_steps(3);
    assert_eq!(open(&harness).findings().len(), questions.len() - 1);
    key(&mut harness, Key::F7);
    assert_eq!(dateline::ui::cursor(&harness.ctx).as_ref(), Some(&questions[1]));
}

#[test]
fn closing_asks_about_unsaved_words_and_clears_the_desk() {
    let mut harness = sample();
    ask(&mut harness, Command::AddContact);
    ctrl(&mut harness, Key::W);
    assert!(matches!(harness.state().desk.question, Some(Question::Unsaved { .. })));
    click(&mut harness, "Discard changes");
    until(&mut harness, |app| app.desk.open.is_none());
    assert_eq!(harness.state().desk.question, None);
    assert!(crate::window::sees(&harness, "View the sample"));
}
