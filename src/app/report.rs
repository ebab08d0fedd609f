//! What to tell of a fault of the program: version, system, place – and never a word that anybody typed.
//!
//! The report is written when the fault happens, and shown in this run where the window still can, else in the next.
//! What a fault says of itself may quote a text (`byte index 5 is not a char boundary; it is inside 'ң' of …`), so only
//! sentences of the program's own making, with nothing but numbers put in, come into the report; standard error, which
//! many systems keep, gets no more either.

use std::any::Any;
use std::backtrace::Backtrace;
use std::fs;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use eframe::egui;
use jiff::Timestamp;

use super::App;
use crate::desk::FaultReport;
use crate::ui;

/// The folder for reports in the user's local folder.
const REPORTS_FOLDER: &str = "reports";

/// A fault that comes again with every frame is told often enough.
const MOST_REPORTS: usize = 5;

/// What draws the window in this run.
static RENDERER: Mutex<&str> = Mutex::new("none yet");

/// From now on every fault is written down in this folder.
pub(super) fn watch(local: Option<PathBuf>) {
    let written = AtomicUsize::new(0);
    panic::set_hook(Box::new(move |fault| {
        let place = fault.location().map(ToString::to_string).unwrap_or_default();
        let number = written.fetch_add(1, Ordering::Relaxed);
        // Where standard error is closed there is nobody left to tell.
        let _ = writeln!(io::stderr().lock(), "Dateline: a fault of the program at {place}.");
        if let Some(local) = local.as_deref().filter(|_| number < MOST_REPORTS) {
            let _ = write(local, &report(fault), number);
        }
    }));
}

/// Notes what draws the window.
pub(super) fn drawn_by(renderer: &'static str) {
    *RENDERER.lock().unwrap_or_else(PoisonError::into_inner) = renderer;
}

fn write(local: &Path, text: &str, number: usize) -> io::Result<()> {
    let folder = local.join(REPORTS_FOLDER);
    fs::create_dir_all(&folder)?;
    let when = Timestamp::now().strftime("%Y%m%dT%H%M%S").to_string();
    fs::write(folder.join(format!("{when}-{}-{number}.txt", std::process::id())), text)
}

fn report(fault: &PanicHookInfo<'_>) -> String {
    let renderer = *RENDERER.lock().unwrap_or_else(PoisonError::into_inner);
    format!(
        "Dateline {version}\n{os} {arch}, drawn by {renderer}\n{when}\n\n{place}\n{why}\n\n{trace}",
        version = env!("CARGO_PKG_VERSION"),
        os = std::env::consts::OS,
        arch = std::env::consts::ARCH,
        when = Timestamp::now().strftime("%Y-%m-%d %H:%M:%S UTC"),
        place = fault.location().map_or_else(|| "at an unknown place".to_owned(), ToString::to_string),
        why = why(fault.payload()),
        trace = Backtrace::force_capture(),
    )
}

/// What the fault says of itself, where that cannot quote anybody.
fn why(payload: &(dyn Any + Send)) -> &str {
    const LEFT_OUT: &str = "(Its message is left out, because it may quote what was typed.)";
    if let Some(fixed) = payload.downcast_ref::<&'static str>() {
        return fixed;
    }
    payload.downcast_ref::<String>().map(String::as_str).filter(|words| has_only_numbers(words)).unwrap_or(LEFT_OUT)
}

/// Sentences of Rust's own into which only numbers are put, each number a `#`.
const HARMLESS: [&str; 5] = [
    "index out of bounds: the len is # but the index is #",
    "range start index # out of range for slice of length #",
    "range end index # out of range for slice of length #",
    "slice index starts at # but ends at #",
    "attempt to divide by zero",
];

fn has_only_numbers(words: &str) -> bool {
    let mut bare = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '0'..='9' if bare.ends_with('#') => {}
            '0'..='9' => bare.push('#'),
            other => bare.push(other),
        }
    }
    HARMLESS.contains(&bare.as_str())
}

/// The newest report that nobody has dismissed.
pub(super) fn last(local: &Path) -> Option<String> {
    let entries = fs::read_dir(local.join(REPORTS_FOLDER)).ok()?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_report).collect();
    files.sort();
    fs::read_to_string(files.last()?).ok()
}

/// Throws all reports away.
pub(super) fn forget(local: &Path) {
    let Ok(entries) = fs::read_dir(local.join(REPORTS_FOLDER)) else { return };
    for file in entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_report) {
        // One that cannot be removed is shown again the next time; that is all.
        let _ = fs::remove_file(file);
    }
}

/// Throws the reports of this run away.
pub(super) fn forget_own(local: &Path) {
    let own = format!("-{}-", std::process::id());
    let Ok(entries) = fs::read_dir(local.join(REPORTS_FOLDER)) else { return };
    for entry in entries.filter_map(Result::ok) {
        if entry.file_name().to_string_lossy().contains(&own) {
            // One that cannot be removed is shown again the next time; that is all.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_report(file: &PathBuf) -> bool {
    Path::new(file).extension().is_some_and(|ending| ending == "txt")
}

impl App {
    /// Does what the window's thread does; a fault in it does not take the release along.
    ///
    /// From then on the window shows what has happened and lets the release be saved, and nothing else: what has failed
    /// once may fail with every frame.
    pub(super) fn guarded(&mut self, ctx: &egui::Context, work: impl FnOnce(&mut Self)) {
        if !self.catches_faults {
            work(self);
            return;
        }
        let Err(fault) = panic::catch_unwind(AssertUnwindSafe(|| work(self))) else { return };
        if self.stopped {
            // Not even that can be shown.
            panic::resume_unwind(fault);
        }
        self.stopped = true;
        self.desk.question = None;
        self.look_for_report(true);
        ctx.request_repaint();
    }

    /// Draws what is left after a fault.
    pub(super) fn show_stopped(&mut self, root: &mut egui::Ui) {
        let mut commands = Vec::new();
        ui::show_stopped(root, &mut self.desk, &mut commands);
        let ctx = root.ctx().clone();
        for command in commands {
            self.carry_out(command, &ctx);
            ctx.request_repaint();
        }
    }

    /// Shows the report of a fault: of this run, or of the last.
    pub(super) fn look_for_report(&mut self, now: bool) {
        match (&self.local, now) {
            (Some(local), _) => self.jobs.look_for_report(local.clone(), now),
            // Nothing was written down, but a fault that was seen is not hidden.
            (None, true) => self.desk.report = Some(FaultReport { text: String::new(), now }),
            (None, false) => {}
        }
    }

    pub(super) fn dismiss_report(&mut self) {
        self.desk.report = None;
        if let Some(local) = self.local.clone() {
            self.jobs.forget_reports(local);
        }
    }
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::*;

    #[test]
    fn a_fault_is_told_without_a_word_that_was_typed() {
        let folder = tempfile::tempdir().unwrap();
        let before = panic::take_hook();
        watch(Some(folder.path().to_owned()));
        let typed = "Мост через Сырдарью открыт";
        let faults: [Box<dyn FnOnce() + Send>; 3] = [
            Box::new(move || drop(typed[..1].to_owned())),
            Box::new(move || panic!("cannot use {typed}")),
            Box::new(move || {
                let _ = typed.parse::<u32>().unwrap();
            }),
        ];
        for fault in faults {
            assert!(std::thread::Builder::new().name("typing".into()).spawn(fault).unwrap().join().is_err());
        }
        panic::set_hook(before);

        let mut told = Vec::new();
        for entry in fs::read_dir(folder.path().join(REPORTS_FOLDER)).unwrap() {
            told.push(fs::read_to_string(entry.unwrap().path()).unwrap());
        }
        assert!(told.len() >= 3, "{told:?}");
        for report in &told {
            assert!(!report.contains("Сырдарью") && !report.contains("Мост"), "{report}");
        }
        let here = told.iter().filter(|report| report.contains("report.rs:")).count();
        assert!(here >= 3 && told[0].starts_with(concat!("Dateline ", env!("CARGO_PKG_VERSION"))), "{told:?}");
        assert!(last(folder.path()).is_some());
        forget(folder.path());
        assert_eq!(last(folder.path()), None);
    }

    #[test]
    fn a_fault_in_the_window_leaves_the_words_to_be_saved() {
        let folder = tempfile::tempdir().unwrap();
        let start = crate::app::Start { catches_faults: true, ..Default::default() };
        let mut window = Harness::builder().with_size([900.0, 600.0]).build_eframe(|cc| App::new(cc, start));
        let ctx = window.ctx.clone();
        let app = window.state_mut();
        app.carry_out(crate::ui::Command::New("ru".parse().unwrap()), &ctx);
        while window.state().desk.open.is_none() {
            window.step();
        }
        let app = window.state_mut();
        app.desk.open.as_mut().unwrap().shown_mut().headline = "Мост открыт".into();
        app.guarded(&ctx, |_| panic!("a fault"));
        window.run_steps(4);
        assert!(window.query_by_label("The program stopped unexpectedly").is_some());
        assert!(window.query_by_label("Headline").is_none(), "what failed once is not drawn again");
        window.get_by_label("Save").click();
        window.run_steps(4);
        let target = folder.path().join("bridge");
        window.get_by_label("Folder of the release").focus();
        window.run_steps(2);
        window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        window.run_steps(2);
        window.get_by_label("Folder of the release").type_text(target.to_str().unwrap());
        window.run_steps(2);
        window.get_by_label("Save here").click();
        while window.state().desk.has_unsaved_words() {
            window.step();
        }
        assert_eq!(crate::newsroom::open(&target).unwrap().editions[0].headline, "Мост открыт");
    }

    #[test]
    fn only_sentences_with_nothing_but_numbers_are_kept() {
        let kept = |words: &str| why(&words.to_owned()) == words;
        assert!(kept("index out of bounds: the len is 3 but the index is 12"));
        assert!(!kept("index out of bounds: the len is 3 but the index is 12 in “Мост”"));
        assert!(!kept("byte index 1 is not a char boundary; it is inside 'М' (bytes 0..2) of `Мост`"));
        assert_eq!(why(&"attempt to subtract with overflow"), "attempt to subtract with overflow");
    }
}
