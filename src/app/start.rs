//! How the window begins: with what it draws, with which release, and for whom.

use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui;
use eframe::egui_wgpu::WgpuSetup;
use eframe::wgpu::{DeviceDescriptor, MemoryHints};
use jiff::civil::Date;

use super::{App, ClipboardKind, Dialogs, report};
use crate::newsroom;
use crate::words::Locale;

/// What draws the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Renderer {
    /// wgpu, and glow where it does not work.
    #[default]
    Auto,
    /// The system's own graphics (DirectX, Metal, Vulkan); also over Remote Desktop.
    Wgpu,
    /// OpenGL, for older drivers.
    Glow,
}

/// Opens the window, with a release where one is named.
///
/// # Errors
/// The renderer does not work here, or none does, in words for the user.
pub fn run(start: Start, renderer: Renderer) -> Result<(), String> {
    report::watch(start.local.clone());
    let mut failures = Vec::new();
    for (name, tried) in renderers(renderer) {
        report::drawn_by(name);
        match open_window(&start, *tried) {
            Ok(()) => return Ok(()),
            Err(why) => failures.push(format!("{name}: {why}")),
        }
    }
    let locale = start.locale.unwrap_or_default();
    let other = match renderer {
        Renderer::Auto => "window-failed",
        Renderer::Wgpu => "window-failed-wgpu",
        Renderer::Glow => "window-failed-glow",
    };
    Err(locale.tell(other, &[("why", failures.join("; ").into())]))
}

/// In the order in which they are tried.
fn renderers(wanted: Renderer) -> &'static [(&'static str, eframe::Renderer)] {
    const BOTH: [(&str, eframe::Renderer); 2] = [("wgpu", eframe::Renderer::Wgpu), ("glow", eframe::Renderer::Glow)];
    match wanted {
        Renderer::Auto => &BOTH,
        Renderer::Wgpu => &BOTH[..1],
        Renderer::Glow => &BOTH[1..],
    }
}

fn open_window(start: &Start, renderer: eframe::Renderer) -> Result<(), String> {
    let mut options = eframe::NativeOptions {
        renderer,
        viewport: egui::ViewportBuilder::default()
            .with_title("Dateline")
            .with_app_id("dateline")
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size([640.0, 480.0]),
        ..Default::default()
    };
    spare_memory(&mut options);
    let is_open = Arc::new(AtomicBool::new(false));
    let (start, opened) = (start.clone(), Arc::clone(&is_open));
    let app: eframe::AppCreator<'_> = Box::new(move |cc| {
        opened.store(true, Ordering::Relaxed);
        Ok(Box::new(App::new(cc, start)))
    });
    // Some drivers fail by a panic rather than by an error.
    match panic::catch_unwind(AssertUnwindSafe(|| eframe::run_native("Dateline", options, app))) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(error.to_string()),
        // A window that was there has shown the release; a second one would begin without what was typed.
        Err(fault) if is_open.load(Ordering::Relaxed) => panic::resume_unwind(fault),
        Err(_) => Err("the driver failed".into()),
    }
}

/// Asks the graphics for memory in small pieces, which are given back when a picture goes. Without a graphics card it is
/// the program's own.
fn spare_memory(options: &mut eframe::NativeOptions) {
    if let WgpuSetup::CreateNew(setup) = &mut options.wgpu_options.wgpu_setup {
        let usual = Arc::clone(&setup.device_descriptor);
        setup.device_descriptor =
            Arc::new(move |adapter| DeviceDescriptor { memory_hints: MemoryHints::MemoryUsage, ..usual(adapter) });
    }
}

/// How the window begins.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// A release to open.
    pub path: Option<PathBuf>,
    /// Where this person's preferences are kept; without it none are read or written.
    pub local: Option<PathBuf>,
    /// The language of the system, where the program speaks it.
    pub locale: Option<Locale>,
    /// Today; the clock's day where none is given.
    pub today: Option<Date>,
    /// The time zone of the system; asked of the system where none is given.
    pub zone: Option<String>,
    /// Who shows file dialogs.
    pub dialogs: Dialogs,
    /// Where copied words go.
    pub clipboard: ClipboardKind,
    /// A fault in the window's own work leaves the window standing; a test wants to see it instead.
    pub catches_faults: bool,
}

impl Start {
    /// For the person at this machine.
    pub fn here(path: Option<PathBuf>) -> Self {
        Start {
            path,
            local: newsroom::local_folder(),
            locale: Locale::of_system(&system_language()),
            today: None,
            zone: None,
            dialogs: Dialogs::System,
            clipboard: ClipboardKind::System,
            catches_faults: true,
        }
    }
}

/// Where people keep their documents, as far as can be told.
pub(super) fn documents() -> PathBuf {
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    let home = home.map_or_else(|| PathBuf::from("."), PathBuf::from);
    let documents = home.join("Documents");
    if documents.is_dir() { documents } else { home }
}

/// The language of the system, where it tells one.
impl App {
    /// The language that a new release is probably written in: the one that was chosen for the window, or the system's.
    pub(super) fn usual_language(&self) -> String {
        let chosen = self.desk.preferences.locale.map(|locale| locale.tag().to_owned());
        let system = Some(system_language()).filter(|tag| !tag.is_empty());
        chosen.or(system).unwrap_or_else(|| self.desk.locale.tag().to_owned())
    }

    /// The first language that the open release does not have yet; empty where it has all that are known.
    pub(super) fn next_language(&self) -> String {
        let editions = self.desk.open.iter().flat_map(|open| &open.release.editions);
        let taken: Vec<&str> = editions.map(|edition| edition.lang.as_str()).collect();
        let next = crate::language::ALL.iter().find(|language| !taken.contains(&language.tag));
        next.map(|language| language.tag.to_owned()).unwrap_or_default()
    }
}

pub(super) fn system_language() -> String {
    let tag =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default();
    let primary = tag.split(['_', '.', '-']).next().unwrap_or_default();
    let known = crate::language::ALL.iter().find(|language| language.tag == primary);
    known.map_or(String::new(), |language| language.tag.to_owned())
}
