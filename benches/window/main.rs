//! How quick the window is without the page beside the form.
//!
//! `cargo bench --bench window`; `-- --check` ends with an error where a target is missed; other words choose lines by
//! their names. What is measured, and with which targets:
//!
//! - From a key to the tessellated frame, in the sample, in a release of 200 blocks in three languages, and in bodies of
//!   10,000 and 100,000 characters (paragraphs of some 500). The frame in which the release rests and the findings are
//!   looked over is not a key's; it is shown beside it. No screen reader listens; what one costs is shown, without target.
//! - From the start of a program to the first picture with the sample in the form, against an eframe program with nothing
//!   in it: real windows of the same size by turns, on the screen that is there or on Xvfb.
//! - Frames while a hundred photos are turned through and their thumbnails made, and the memory that takes: of the folder
//!   that `DATELINE_PHOTOS` names.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, clippy::panic, reason = "a bench prints its figures")]

#[path = "../support/made_up.rs"]
#[allow(dead_code, reason = "other benches make photos")]
mod made_up;

#[allow(dead_code, reason = "another bench opens a newsroom")]
mod opening;
mod photos;
#[path = "../support/targets.rs"]
mod targets;
mod typing;
#[allow(dead_code, reason = "another bench waits for answers")]
mod window;

use std::time::Duration;

use targets::Line;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (options, names): (Vec<_>, Vec<_>) = arguments.into_iter().partition(|argument| argument.starts_with("--"));
    let wanted = |name: &str| names.is_empty() || names.iter().any(|part| name.contains(part.as_str()));
    if opening::show(&options) {
        return;
    }
    let mut lines = typing::measure(&wanted);
    lines.extend(opening::measure(&wanted));
    lines.extend(photos::measure(&wanted));
    targets::tell(lines, &options);
}

fn percentile_ms(times: &mut [Duration], share: f64) -> f64 {
    times.sort_unstable();
    let place = ((times.len() as f64 * share) as usize).min(times.len() - 1);
    times[place].as_secs_f64() * 1000.0
}
