//! The window without a display, driven by the names that a screen reader would say.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::panic, reason = "each test file uses its part of it")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use dateline::app::{App, Start};
use dateline::desk::Open;
use dateline::ui::Command;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};

pub type Window = Harness<'static, App>;

/// A window that begins so.
pub fn window(start: Start) -> Window {
    sized(start, [1280.0, 900.0])
}

pub fn sized(start: Start, size: [f32; 2]) -> Window {
    let mut window = Harness::builder().with_size(size).build_eframe(|cc| App::new(cc, start));
    window.run_steps(4);
    window
}

/// Begins with preferences in this folder, on a day that does not pass.
pub fn at(local: &Path) -> Start {
    Start { local: Some(local.to_owned()), today: Some(jiff::civil::date(2026, 11, 26)), ..Start::default() }
}

/// Goes on drawing until it is so; jobs run on threads of their own.
#[track_caller]
pub fn until(window: &mut Window, so: impl Fn(&App) -> bool) {
    let start = Instant::now();
    while !so(window.state()) {
        assert!(start.elapsed() < Duration::from_secs(60), "it never came to be");
        window.run_steps(1);
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run_steps(4);
}

#[track_caller]
pub fn until_shown(window: &mut Window, name: &str) {
    let start = Instant::now();
    while !shows(window, name) {
        assert!(start.elapsed() < Duration::from_secs(60), "“{name}” was never shown: {:?}", names(window));
        window.run_steps(1);
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run_steps(2);
}

/// Is there something whose name holds these words?
pub fn shows(window: &Window, words: &str) -> bool {
    let mut found = window.query_all_by(|node| named(node, words));
    found.next().is_some()
}

fn named(node: &AccessKitNode<'_>, words: &str) -> bool {
    let said = |text: Option<String>| text.is_some_and(|text| text.contains(words));
    said(node.label()) || said(node.value())
}

/// The names of everything that can be pressed.
pub fn names(window: &Window) -> Vec<String> {
    window
        .query_all_by(|node| matches!(node.role(), Role::Button | Role::CheckBox | Role::TextInput))
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

#[track_caller]
pub fn click(window: &mut Window, name: &str) {
    window.get_by_label(name).click();
    window.run_steps(4);
}

/// Clicks what begins with these words.
#[track_caller]
pub fn click_beginning(window: &mut Window, words: &str) {
    let begins = |node: &AccessKitNode<'_>| {
        node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with(words))
    };
    window.get_by(begins).click();
    window.run_steps(4);
}

/// Types in place of what a field holds.
#[track_caller]
pub fn fill(window: &mut Window, name: &str, words: &str) {
    window.get_by_label(name).focus();
    window.run_steps(2);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    window.run_steps(2);
    window.get_by_label(name).type_text(words);
    window.run_steps(3);
}

pub fn carry_out(window: &mut Window, command: Command) {
    let ctx = window.ctx.clone();
    window.state_mut().carry_out(command, &ctx);
    window.run_steps(4);
}

#[track_caller]
pub fn open(window: &Window) -> &Open {
    window.state().desk.open.as_ref().unwrap()
}

#[track_caller]
pub fn notice(window: &Window) -> String {
    let desk = &window.state().desk;
    desk.notice.as_ref().unwrap().said.in_locale(desk.locale)
}

pub fn has_notice(app: &App) -> bool {
    app.desk.notice.is_some()
}

/// A release in Russian with this headline, on disk.
pub fn release_at(folder: &Path, headline: &str) -> PathBuf {
    let mut release =
        dateline::release::Release::new(uuid::Uuid::new_v4(), jiff::civil::date(2026, 11, 26), "ru".parse().unwrap());
    release.editions[0].headline = headline.to_owned();
    dateline::newsroom::save(folder, &release).unwrap();
    folder.to_owned()
}

/// A new release in Russian, in the form.
pub fn write_new(window: &mut Window) {
    carry_out(window, Command::New("ru".parse().unwrap()));
    until(window, |app| app.desk.open.is_some());
}

/// The sample, as a release in this folder.
pub fn open_sample(window: &mut Window, folder: &Path) {
    dateline::newsroom::sample(folder).unwrap();
    carry_out(window, Command::Open(folder.to_owned()));
    until(window, |app| app.desk.open.is_some());
}

/// A file that somebody drags over the window.
#[derive(Debug)]
pub struct Dragged(pub PathBuf);

impl egui::DroppedFile for Dragged {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

pub fn hover(window: &mut Window, files: &[&Path]) {
    let hovered = files.iter().map(|file| egui::HoveredFile { path: Some((*file).to_owned()), mime: String::new() });
    window.input_mut().hovered_files = hovered.collect();
    window.run_steps(2);
}

pub fn drop_files(window: &mut Window, files: &[&Path]) {
    window.input_mut().hovered_files.clear();
    for file in files {
        window.input_mut().dropped_files.push(Arc::new(Dragged((*file).to_owned())));
    }
    window.run_steps(2);
}
