//! How quick a large newsroom is: 100,000 made-up releases, each in three languages, in a folder for the time of the bench.
//!
//! `cargo bench --bench newsroom`; `-- --check` ends with an error where a target is missed; `DATELINE_BENCH_RELEASES` makes
//! it another number. What is measured, and with which targets:
//!
//! - The index, made from nothing beside the window: how long it takes, and the window's frames meanwhile.
//! - Search as one types, letter by letter, the first screenful with the places that were found: by the index alone, against
//!   the bare question to SQLite, and in the window, from the letter to the frame that shows the hits.
//! - From the start of a program to the first picture with the list of that newsroom in it, against an eframe program with
//!   nothing in it: real windows by turns, on the screen that is there or on Xvfb.
//! - The memory of a program without a window that makes the index and lists it.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, clippy::panic, reason = "a bench prints its figures")]

mod made_up;
#[path = "../window/opening.rs"]
#[allow(dead_code, reason = "another bench opens the sample")]
mod opening;
mod search;
#[path = "../support/targets.rs"]
mod targets;
#[path = "../window/window.rs"]
#[allow(dead_code, reason = "another bench opens releases")]
mod window;

use std::path::{Path, PathBuf};
use std::process::Command as Process;
use std::time::{Duration, Instant};

use dateline::app::{App, Start};
use dateline::newsroom::{
    AllRead, Follower, Newsroom, Preferences, Reader, Wish, choose_newsroom, index_file, save_preferences,
};
use targets::Line;
use window::Window;

/// The argument with which this program makes the index without a window.
const INDEX: &str = "--index";

/// Where everything lies.
struct Place {
    local: PathBuf,
    newsroom: Newsroom,
    releases: usize,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(at) = arguments.iter().position(|argument| argument == INDEX) {
        return index_without_window(Path::new(&arguments[at + 1]), Path::new(&arguments[at + 2]));
    }
    if opening::show(&arguments) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let place = made_up_newsroom(folder.path());
    let mut lines = Vec::new();
    build(&place, &mut lines);
    search::measure(&place, &mut lines);
    lines.push(opening::measure_newsroom(&place.local));
    memory(&place, &mut lines);
    targets::tell(lines, &arguments);
}

fn made_up_newsroom(folder: &Path) -> Place {
    let named = std::env::var("DATELINE_BENCH_RELEASES").ok();
    let releases = named.map_or(100_000, |number| number.parse().unwrap());
    let (room, local) = (folder.join("newsroom"), folder.join("local"));
    std::fs::create_dir(&room).unwrap();
    let newsroom = choose_newsroom(&room).unwrap();
    let begun = Instant::now();
    let bytes = made_up::write(&room, releases);
    println!("{releases} releases, {} MB, written in {:.0} s", bytes >> 20, begun.elapsed().as_secs_f64());
    let mut preferences = Preferences::default();
    preferences.choose(newsroom.clone());
    save_preferences(&local, &preferences).unwrap();
    Place { local, newsroom, releases }
}

impl Place {
    /// The program without a window around it, for somebody who has chosen this newsroom.
    fn window(&self) -> Window<App> {
        let start = Start { local: Some(self.local.clone()), ..Start::default() };
        Window::new(|cc| App::new(cc, start))
    }
}

/// The index, made from nothing while the window is drawn sixty times a second.
fn build(place: &Place, lines: &mut Vec<Line>) {
    let begun = Instant::now();
    let mut window = place.window();
    let mut frames = Vec::new();
    loop {
        frames.push(window.frame(Vec::new(), 0.016));
        let catalogue = &window.app.desk.catalogue;
        if catalogue.list.keys.len() == place.releases && catalogue.unread == 0 {
            break;
        }
        assert!(begun.elapsed() < Duration::from_secs(600), "{} releases are listed", catalogue.list.keys.len());
        std::thread::sleep(Duration::from_millis(16));
    }
    let seconds = begun.elapsed().as_secs_f64();
    let (p50, p99) = (percentile_ms(&mut frames, 0.5), percentile_ms(&mut frames, 0.99));
    let index = std::fs::metadata(index_file(&place.local, &place.newsroom.folder)).unwrap().len() >> 20;
    println!("\nindex made in {seconds:.1} s, {index} MB; frames meanwhile {p50:.2} ms, 99th {p99:.2} ms");
    let whole = place.releases as f64 / 100_000.0;
    lines.push(Line { name: "index made".into(), value: seconds, most: 60.0 * whole.max(0.1), unit: " s" });
    lines.push(Line { name: "frames meanwhile, 99th".into(), value: p99, most: 16.0, unit: " ms" });
}

fn index_without_window(local: &Path, newsroom: &Path) {
    let file = index_file(local, newsroom);
    let mut follower = Follower::new(&file, newsroom).unwrap();
    loop {
        follower.list_folders().unwrap();
        let unread = follower.take_unread(200);
        if !follower.put(AllRead::of(newsroom, unread)).unwrap().busy {
            break;
        }
    }
    let reader = Reader::open(&file, newsroom).unwrap();
    let keys = reader.list(&Wish::default()).unwrap();
    println!("{} {}", keys.len(), most_memory().unwrap_or_default());
}

/// The most memory that this program had, in kB, where the system tells.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}

fn memory(place: &Place, lines: &mut Vec<Line>) {
    let local = place.local.join("without a window");
    let mut process = Process::new(std::env::current_exe().unwrap());
    let begun = Instant::now();
    let told = process.arg(INDEX).arg(&local).arg(&place.newsroom.folder).output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    let (count, kilobytes) = told.trim().split_once(' ').unwrap_or_else(|| panic!("{told:?}"));
    assert_eq!(count, place.releases.to_string());
    let megabytes = kilobytes.parse::<f64>().unwrap() / 1024.0;
    println!("\nwithout a window, one thread: {:.1} s, {megabytes:.0} MB", begun.elapsed().as_secs_f64());
    // Where the system tells nothing, nothing was measured.
    let value = if megabytes > 0.0 { megabytes } else { f64::INFINITY };
    lines.push(Line { name: "memory without a window".into(), value, most: 150.0, unit: " MB" });
}

fn percentile_ms(times: &mut [Duration], share: f64) -> f64 {
    times.sort_unstable();
    let place = ((times.len() as f64 * share) as usize).min(times.len() - 1);
    times[place].as_secs_f64() * 1000.0
}
