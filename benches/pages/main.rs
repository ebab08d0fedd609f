//! How fast a page follows a keystroke, against what Typst by itself takes for the same page.
//!
//! `cargo bench --bench pages` types 300 letters into a paragraph on the first of two pages with four photos. After each
//! the story is set, the pages are set, and those that look different are drawn at 1.5 pixels a point, about what a
//! window shows. Beside it the same keystrokes go through Typst alone: the same template and data in a world of its own,
//! `typst::compile`, `typst_render::render` of the same pages, `comemo::evict(10)`.
//!
//! The two take turns, keystroke by keystroke, so that whatever else the machine does meets both. Each has a process of
//! its own: what Typst remembers is shared by all of a process, so one would find its page set by the other, and would
//! forget twice as fast.
//!
//! - `--edits N`: types and deletes N times instead, Dateline alone; tells whether memory and time grow.
//! - `--check`: ends with an error where a target is missed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark tells its figures and stops at the first surprise"
)]

mod bare;
mod document;
#[path = "../support/made_up.rs"]
mod made_up;
mod ours;
mod turns;

use std::process::ExitCode;

use turns::Side;

/// About what a window as wide as a page shows.
const PIXELS_PER_POINT: f32 = 1.5;

/// Typing lags visibly beyond this.
const MOST_P50_MS: f64 = 16.0;
const MOST_P99_MS: f64 = 33.0;

/// What the story, the marks and the comparison of pages may cost beside the setting itself.
const MOST_TIMES_BARE: f64 = 1.5;

/// What may stay in memory after many edits.
const MOST_GROWTH_KB: i64 = 20 * 1024;
const MOST_SLOWER: f64 = 1.1;

/// The edits that are compared at the beginning and at the end.
const COMPARED: usize = 100;

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let number = |option: &str| {
        let place = asked.iter().position(|asked| asked == option)?;
        Some(asked.get(place + 1).and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("{option} NUMBER")))
    };
    if let Some(side) = turns::side(&asked) {
        turns::serve(side);
        return ExitCode::SUCCESS;
    }
    let kept = match number("--edits") {
        Some(edits) => steady(edits),
        None => keystrokes(number("--keystrokes").unwrap_or(300)),
    };
    let check = asked.iter().any(|asked| asked == "--check");
    if check && !kept { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Types, and compares with Typst alone.
fn keystrokes(count: usize) -> bool {
    let (mut ours, mut bare) = (Side::Ours.start(), Side::Bare.start());
    let first = ours.turn("open");
    let first_bare = bare.turn(&first.pages_asked("open"));
    println!("first pages: {:.1} ms, Typst alone {:.1} ms", first.millis, first_bare.millis);
    let (mut all, mut all_bare, mut parts, mut both_pages) = (Vec::new(), Vec::new(), [0.0; 3], 0);
    for keystroke in 0..count {
        let turn = ours.turn(&format!("type {keystroke}"));
        let bare = bare.turn(&turn.pages_asked(&format!("type {keystroke}")));
        both_pages += usize::from(turn.pages.len() > 1);
        all.push(turn.millis);
        all_bare.push(bare.millis);
        parts.iter_mut().zip(turn.parts).for_each(|(sum, part)| *sum += part / count as f64);
    }
    let (p50, p99) = (percentile(&all, 50), percentile(&all, 99));
    let (bare_p50, bare_p99) = (percentile(&all_bare, 50), percentile(&all_bare, 99));
    println!("{count} keystrokes, {both_pages} of them changed both pages\n");
    println!("|  | p50 | p99 | longest |");
    println!("|---|---|---|---|");
    println!("| Dateline | {p50:.1} ms | {p99:.1} ms | {:.1} ms |", percentile(&all, 100));
    println!("| Typst alone | {bare_p50:.1} ms | {bare_p99:.1} ms | {:.1} ms |", percentile(&all_bare, 100));
    let [story, set, draw] = parts;
    println!("\non average: story {story:.2} ms, pages {set:.2} ms, pixels {draw:.2} ms\n");
    [
        target("p50", p50, MOST_P50_MS, "ms"),
        target("p99", p99, MOST_P99_MS, "ms"),
        target("p50, times Typst alone", p50 / bare_p50, MOST_TIMES_BARE, ""),
        target("p99, times Typst alone", p99 / bare_p99, MOST_TIMES_BARE, ""),
    ]
    .into_iter()
    .all(|kept| kept)
}

/// Types and deletes, and looks for what grows.
fn steady(edits: usize) -> bool {
    assert!(edits >= 2 * COMPARED, "--edits needs {} at the least", 2 * COMPARED);
    let mut ours = Side::Ours.start();
    ours.turn("open");
    let (mut all, mut kb) = (Vec::new(), Vec::new());
    for edit in 0..edits {
        let turn = ours.turn(&format!("steady {edit}"));
        all.push(turn.millis);
        kb.push(turn.resident_kb);
        if (edit + 1) % (edits / 10).max(1) == 0 {
            println!("{:6} edits: {:.1} MB", edit + 1, turn.resident_kb as f64 / 1024.0);
        }
    }
    let (first, last) = (percentile(&all[..COMPARED], 50), percentile(&all[edits - COMPARED..], 50));
    let grown = kb[edits - 1] - kb[COMPARED - 1];
    println!("\n|  | first {COMPARED} edits | last {COMPARED} of {edits} |");
    println!("|---|---|---|");
    println!("| median | {first:.1} ms | {last:.1} ms |");
    println!("| memory | {:.1} MB | {:.1} MB |\n", kb[COMPARED - 1] as f64 / 1024.0, kb[edits - 1] as f64 / 1024.0);
    let kept = target("memory grown", grown as f64 / 1024.0, MOST_GROWTH_KB as f64 / 1024.0, "MB");
    target("times the first median", last / first, MOST_SLOWER, "") && kept
}

/// Tells whether a target is kept.
fn target(name: &str, measured: f64, most: f64, unit: &str) -> bool {
    let kept = measured <= most;
    println!("{}: {name} {measured:.2} {unit} (at most {most:.2})", if kept { "kept" } else { "MISSED" });
    kept
}

fn percentile(all: &[f64], percent: usize) -> f64 {
    let mut sorted = all.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[(sorted.len() * percent).div_ceil(100).clamp(1, sorted.len()) - 1]
}
