//! A window to be driven by names and keys.

use std::time::{Duration, Instant};

use dateline::app::{App, Start};
use dateline::desk::Open;
use dateline::ui::Command;
use dateline::words::Locale;
use egui::{Key, KeyboardShortcut, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

pub(crate) type Window = Harness<'static, App>;

/// An empty desk; whoever sits at it speaks this language.
pub(crate) fn window(locale: Locale) -> Window {
    started(Start { locale: Some(locale), ..Start::default() })
}

pub(crate) fn started(start: Start) -> Window {
    let mut harness = Harness::builder().with_size([1200.0, 800.0]).build_eframe(|cc| App::new(cc, start));
    harness.run_steps(3);
    harness
}

/// The sample, which was never saved.
pub(crate) fn sample() -> Window {
    sample_for(Locale::English)
}

pub(crate) fn sample_for(locale: Locale) -> Window {
    with_sample(window(locale))
}

/// The form has the window to itself: no page is typeset, which none of these tests looks at.
pub(crate) fn with_sample(mut harness: Window) -> Window {
    harness.state_mut().desk.preferences.preview_hidden = true;
    ask(&mut harness, Command::Sample);
    until(&mut harness, |app| app.desk.open.is_some());
    harness
}

/// A command, however it was asked for.
pub(crate) fn ask(harness: &mut Window, command: Command) {
    let ctx = harness.ctx.clone();
    harness.state_mut().carry_out(command, &ctx);
    harness.run_steps(3);
}

pub(crate) fn press(harness: &mut Window, keys: KeyboardShortcut) {
    harness.key_press_modifiers(keys.modifiers, keys.logical_key);
    harness.run_steps(3);
}

pub(crate) fn key(harness: &mut Window, key: Key) {
    press(harness, KeyboardShortcut::new(Modifiers::NONE, key));
}

pub(crate) fn ctrl(harness: &mut Window, key: Key) {
    press(harness, KeyboardShortcut::new(Modifiers::COMMAND, key));
}

pub(crate) fn ctrl_shift(harness: &mut Window, key: Key) {
    press(harness, KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, key));
}

pub(crate) fn click(harness: &mut Window, name: &str) {
    harness.get_by_label(name).click();
    harness.run_steps(3);
}

pub(crate) fn write(harness: &mut Window, name: &str, words: &str) {
    harness.get_by_label(name).focus();
    harness.run_steps(2);
    harness.get_by_label(name).type_text(words);
    harness.run_steps(2);
}

/// The name of what has the focus.
pub(crate) fn focused(harness: &Window) -> Option<String> {
    let node = harness.query_all_by(|node| node.is_focused()).next()?;
    node.accesskit_node().label()
}

pub(crate) fn sees(harness: &Window, name: &str) -> bool {
    harness.query_all_by_label(name).next().is_some()
}

pub(crate) fn open(harness: &Window) -> &Open {
    harness.state().desk.open.as_ref().unwrap()
}

/// Goes on drawing until it is so; jobs run on threads of their own.
pub(crate) fn until(harness: &mut Window, so: impl Fn(&App) -> bool) {
    let start = Instant::now();
    while !so(harness.state()) {
        assert!(start.elapsed() < Duration::from_secs(60), "it never came to be");
        harness.run_steps(1);
        std::thread::sleep(Duration::from_millis(5));
    }
    harness.run_steps(3);
}
