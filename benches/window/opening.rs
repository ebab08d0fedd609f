//! From the start of a program to its first picture in a real window.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command as Process, Stdio};
use std::time::{Duration, Instant};

use dateline::app::{App, Start};
use dateline::newsroom;
use eframe::egui;

use crate::{Line, percentile_ms};

const TIMES: usize = 15;

/// Arguments with which this program shows a window instead of measuring.
const EMPTY: &str = "--show-empty";
const SAMPLE: &str = "--show-sample";

const NEWSROOM: &str = "--show-newsroom";

/// The variable that tells the window where the sample lies, or the folder of somebody who has chosen a newsroom.
const RELEASE: &str = "DATELINE_BENCH_RELEASE";

/// Shows the window that the arguments ask for, until its picture stands.
pub(crate) fn show(options: &[String]) -> bool {
    let asked = |name: &str| options.iter().any(|option| option == name);
    if asked(EMPTY) {
        open_window(|_| Empty { shown: false });
    } else if asked(SAMPLE) {
        open_window(|cc| {
            let path = std::env::var_os(RELEASE).map(Into::into);
            let mut app = App::new(cc, Start { path, ..Start::default() });
            app.desk.preferences.preview_hidden = true;
            Dateline { app, is_ready: |app| app.desk.open.is_some(), shown: false }
        });
    } else if asked(NEWSROOM) {
        open_window(|cc| {
            let local = std::env::var_os(RELEASE).map(Into::into);
            let app = App::new(cc, Start { local, ..Start::default() });
            Dateline { app, is_ready: |app| app.desk.catalogue.line(0).is_some(), shown: false }
        });
    } else {
        return false;
    }
    true
}

fn open_window<A: eframe::App + 'static>(app: fn(&eframe::CreationContext<'_>) -> A) {
    let options = eframe::NativeOptions {
        renderer: eframe::Renderer::Wgpu,
        viewport: egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]),
        ..Default::default()
    };
    eframe::run_native("window", options, Box::new(move |cc| Ok(Box::new(app(cc))))).unwrap();
}

/// The picture of the last frame stands when the next one begins.
fn end_where(shown: bool) {
    if shown {
        println!("shown");
        std::process::exit(0);
    }
}

/// An eframe program with nothing in it.
struct Empty {
    shown: bool,
}

impl eframe::App for Empty {
    fn logic(&mut self, _ctx: &egui::Context, _frame: &mut eframe::Frame) {
        end_where(self.shown);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| ui.label("Empty"));
        self.shown = true;
        ui.ctx().request_repaint();
    }
}

/// Dateline, until what is to be shown is there.
struct Dateline {
    app: App,
    is_ready: fn(&App) -> bool,
    shown: bool,
}

impl eframe::App for Dateline {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        end_where(self.shown);
        self.app.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.app.ui(ui, frame);
        if (self.is_ready)(&self.app) {
            self.shown = true;
            ui.ctx().request_repaint();
        }
    }
}

pub(crate) fn measure(wanted: &dyn Fn(&str) -> bool) -> Option<Line> {
    if !wanted("opening") {
        return None;
    }
    let name = "opening the sample against an empty program".to_owned();
    let missed = Line { name: name.clone(), value: f64::INFINITY, most: 1.3, unit: " times" };
    let screen = match Screen::there() {
        Ok(screen) => screen,
        Err(why) => {
            println!("\nOpening is not measured: {why}");
            return Some(missed);
        }
    };
    let folder = tempfile::tempdir().unwrap();
    let release = newsroom::sample(folder.path()).unwrap();
    let (ours, theirs) = by_turns(&screen, SAMPLE, &release);
    println!("\nstart to first picture         p50");
    println!("the sample in the form    {ours:7.2} ms");
    println!("an empty eframe program   {theirs:7.2} ms");
    Some(Line { value: ours / theirs, ..missed })
}

/// The newsroom that somebody with this local folder has chosen, against a program with nothing in it.
pub(crate) fn measure_newsroom(local: &Path) -> Line {
    let name = "opening the newsroom against an empty program".to_owned();
    let missed = Line { name, value: f64::INFINITY, most: 1.5, unit: " times" };
    let screen = match Screen::there() {
        Ok(screen) => screen,
        Err(why) => {
            println!("\nOpening is not measured: {why}");
            return missed;
        }
    };
    let (ours, theirs) = by_turns(&screen, NEWSROOM, local);
    println!("\nstart to first picture         p50");
    println!("the list of the newsroom  {ours:7.2} ms");
    println!("an empty eframe program   {theirs:7.2} ms");
    Line { value: ours / theirs, ..missed }
}

/// How long this window and an empty one take, in the middle of many tries.
fn by_turns(screen: &Screen, window: &str, with: &Path) -> (f64, f64) {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let time = |window: &str| screen.time(window, with);
    // Drivers and libraries are read from the disk once.
    time(EMPTY);
    time(window);
    for _ in 0..TIMES {
        theirs.push(time(EMPTY));
        ours.push(time(window));
    }
    (percentile_ms(&mut ours, 0.5), percentile_ms(&mut theirs, 0.5))
}

/// The screen on which windows open: the one that is there, or a virtual one for the time of the measurement.
struct Screen {
    display: Option<String>,
    server: Option<(Child, BufReader<ChildStdout>)>,
}

impl Screen {
    fn there() -> Result<Self, String> {
        if std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some() {
            return Ok(Screen { display: None, server: None });
        }
        let mut server = Process::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("there is no screen, and no Xvfb that makes one ({error})."))?;
        let mut said = BufReader::new(server.stdout.take().ok_or("Xvfb says nothing.")?);
        let mut number = String::new();
        said.read_line(&mut number).map_err(|error| error.to_string())?;
        Ok(Screen { display: Some(format!(":{}", number.trim())), server: Some((server, said)) })
    }

    fn time(&self, window: &str, release: &Path) -> Duration {
        let mut process = Process::new(std::env::current_exe().unwrap());
        process.arg(window).env(RELEASE, release).stdout(Stdio::piped()).stderr(Stdio::null());
        process.envs(self.display.as_ref().map(|display| ("DISPLAY", display)));
        let start = Instant::now();
        let mut child = process.spawn().unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let time = start.elapsed();
        assert_eq!(said.trim(), "shown", "the window did not open");
        child.wait().unwrap();
        time
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if let Some((server, _)) = &mut self.server {
            // It may have ended by itself.
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}
