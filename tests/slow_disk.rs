//! A disk that takes its time: whoever types does not notice, because no file is touched on the window's thread.
//!
//! A program of its own types into the window while strace holds each sync for as long as a slow disk does.
//! `DATELINE_FAULTS=1 cargo test --test slow_disk -- --nocapture` types longer, also against a disk that takes five seconds, and
//! holds the slow disks to 1.1 times the quick one; do that on a machine that has nothing else to do.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a test may stop")]

mod support;
#[path = "support/window.rs"]
mod window;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use dateline::app::Start;
use egui::Event;
use egui_kittest::kittest::Queryable;
use support::skipped;
use window::{at, release_at, sized, until};

/// Everything by which a thread touches a file.
const TOUCHES: &str = "%file,fsync,fdatasync,read,write,pread64,pwrite64,readv,writev,ftruncate,flock";

/// The marks around the typing, as the trace shows them.
const MARKS: [&str; 2] = ["typing-begins", "typing-has-ended"];

fn is_long() -> bool {
    std::env::var_os("DATELINE_FAULTS").is_some()
}

/// Types into a release that is saved by itself meanwhile, and tells how long each keystroke took.
#[test]
#[ignore = "run by the other tests of this file only"]
fn types_for_a_while() {
    let Some(folder) = std::env::var_os("TYPIST").map(PathBuf::from) else { return };
    let path = Some(folder.join("bridge"));
    let mut window = sized(Start { path, ..at(&folder.join("local")) }, [1000.0, 700.0]);
    until(&mut window, |app| app.desk.open.is_some());
    window.state_mut().desk.preferences.preview_hidden = true;
    window.get_by_label("Headline").focus();
    window.run_steps(4);
    let strokes = if is_long() { 900 } else { 250 };
    let mut took = Vec::with_capacity(strokes);
    let before = fs::read(folder.join("bridge/release.ron")).unwrap();
    let _ = fs::metadata(folder.join(MARKS[0]));
    for stroke in 0..strokes {
        let letter = if stroke % 6 == 5 { " " } else { "м" };
        let begun = Instant::now();
        window.event(Event::Text(letter.into()));
        window.step();
        took.push(begun.elapsed());
        // A quick hand: ten letters a second.
        thread::sleep(Duration::from_millis(if is_long() { 15 } else { 8 }));
    }
    let _ = fs::metadata(folder.join(MARKS[1]));
    took.sort();
    let saved = fs::read(folder.join("bridge/release.ron")).unwrap() != before;
    println!("\nkeystrokes {} {} {saved}", took[strokes / 2].as_micros(), took[strokes * 99 / 100].as_micros());
    // The disk is not waited for any more than a kill would.
    std::process::exit(0);
}

/// What a person felt.
#[derive(Debug)]
struct Typed {
    p50: Duration,
    p99: Duration,
    /// The release was saved while she typed.
    saved: bool,
    /// The file calls of the thread that drew.
    touched: Vec<String>,
}

/// Types on a disk that holds each sync for so long; with `watch` the calls of the window's thread are looked at instead.
fn typed(sync: Duration, watch: bool) -> Typed {
    let temp = tempfile::tempdir().unwrap();
    release_at(&temp.path().join("bridge"), "Мост");
    let log = temp.path().join("trace");
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "--seccomp-bpf", "-o"]).arg(&log);
    let calls = if watch { TOUCHES } else { "fsync,fdatasync" };
    command.args(["-e", &format!("trace={calls}")]);
    if !sync.is_zero() {
        command.args(["-e", &format!("inject=fsync,fdatasync:delay_enter={}", sync.as_micros())]);
    }
    command
        .arg(std::env::current_exe().unwrap())
        .args(["types_for_a_while", "--exact", "--ignored", "--nocapture", "--test-threads=1"])
        .env("TYPIST", temp.path())
        .env_remove("LD_LIBRARY_PATH")
        .stderr(Stdio::null());
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = said.lines().find_map(|line| line.strip_prefix("keystrokes ")).unwrap_or_else(|| panic!("{said}"));
    let words: Vec<&str> = line.split(' ').collect();
    let micros = |index: usize| Duration::from_micros(words[index].parse().unwrap());
    let touched = if watch { touched(&log) } else { Vec::new() };
    Typed { p50: micros(0), p99: micros(1), saved: words[2] == "true", touched }
}

/// The file calls between the marks, on the thread that made the marks.
fn touched(log: &Path) -> Vec<String> {
    let trace = String::from_utf8_lossy(&fs::read(log).unwrap()).into_owned();
    let mark = trace.lines().find(|line| line.contains(MARKS[0])).expect("it has begun");
    let thread = mark.split(' ').next().unwrap();
    let own = trace.lines().filter(|line| line.split(' ').next() == Some(thread));
    let after = own.skip_while(|line| !line.contains(MARKS[0])).skip(1);
    after.take_while(|line| !line.contains(MARKS[1])).map(str::to_owned).collect()
}

fn has_strace() -> bool {
    let mut command = Command::new("strace");
    let there = command.args(["--seccomp-bpf", "-f", "-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    let there = there.is_ok_and(|status| status.success());
    if !there {
        skipped("strace is not here: nobody typed against a slow disk");
    }
    there
}

#[test]
fn while_somebody_types_the_window_touches_no_file() {
    if !has_strace() {
        return;
    }
    let typed = typed(Duration::ZERO, true);
    assert!(typed.saved, "the release is saved meanwhile, on another thread");
    assert!(typed.touched.is_empty(), "{:#?}", typed.touched);
}

#[test]
fn a_disk_that_takes_its_time_is_not_felt_while_typing() {
    if !has_strace() {
        return;
    }
    let quick = typed(Duration::ZERO, false);
    println!("a quick disk: p50 {:?}, p99 {:?}", quick.p50, quick.p99);
    let slow = if is_long() { &[500, 5_000][..] } else { &[500] };
    for sync in slow.iter().map(|millis| Duration::from_millis(*millis)) {
        let slow = typed(sync, false);
        let times = slow.p99.as_secs_f64() / quick.p99.as_secs_f64();
        println!("a sync takes {sync:?}: p50 {:?}, p99 {:?}, {times:.2} times", slow.p50, slow.p99);
        // Beside other tests a machine has hiccups of its own, though none of the length of a sync.
        let most = if is_long() { quick.p99.mul_f64(1.1) } else { quick.p99 * 3 + Duration::from_millis(60) };
        assert!(slow.p99 <= most, "{slow:?} against {quick:?}");
    }
}
