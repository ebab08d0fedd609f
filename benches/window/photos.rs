//! Frames while the thumbnails of a hundred photos are being made.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use dateline::app::{App, Start};
use dateline::desk::Aside;
use dateline::ui::Command;

use crate::window::Window;
use crate::{Line, percentile_ms};

/// As a screen asks for them.
const FRAME: Duration = Duration::from_millis(16);

/// Another photo is turned to after so many frames.
const FRAMES_OF_A_PHOTO: usize = 12;

/// The folder of photos, as `scripts/compare-with-vips --folder` leaves it.
const FOLDER: &str = "DATELINE_PHOTOS";

pub(crate) fn measure(wanted: &dyn Fn(&str) -> bool) -> Vec<Line> {
    if !wanted("photos") {
        return Vec::new();
    }
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else {
        println!("photos: {FOLDER} names no folder of them, so nothing is measured");
        return Vec::new();
    };
    let local = tempfile::tempdir().unwrap();
    let start = Start { local: Some(local.path().to_owned()), ..Start::default() };
    let mut window = Window::new(|cc| App::new(cc, start));
    window.open_sample();
    let before = window.app.desk.open.as_ref().unwrap().release.photos.len();
    let looking = Instant::now();
    window.app.carry_out(Command::AttachPhotos(vec![folder]), &window.ctx);
    let count = |window: &Window<App>| window.app.desk.open.as_ref().unwrap().release.photos.len() - before;
    while count(&window) == 0 {
        assert!(looking.elapsed() < Duration::from_secs(120), "no photo was attached");
        window.frame(Vec::new(), 0.016);
        std::thread::sleep(Duration::from_millis(5));
    }
    println!("photos: {} attached in {:.1} s", count(&window), looking.elapsed().as_secs_f64());
    window.app.desk.aside = Some(Aside::Photos);
    let mut frames = Vec::new();
    let turning = Instant::now();
    for turn in 0..count(&window) {
        window.app.desk.open.as_mut().unwrap().turn_to_photo(if turn == 0 { isize::MIN / 2 } else { 1 });
        for _ in 0..FRAMES_OF_A_PHOTO {
            let took = window.frame(Vec::new(), FRAME.as_secs_f64());
            frames.push(took);
            std::thread::sleep(FRAME.saturating_sub(took));
        }
    }
    let (p50, p99) = (percentile_ms(&mut frames, 0.5), percentile_ms(&mut frames, 0.99));
    let slowest = percentile_ms(&mut frames, 1.0);
    println!(
        "photos: {} frames in {:.1} s: p50 {p50:.2} ms, p99 {p99:.2} ms, slowest {slowest:.2} ms",
        frames.len(),
        turning.elapsed().as_secs_f64()
    );
    let mut lines =
        vec![Line { name: "a frame while photos are looked at, p99".into(), value: p99, most: 8.0, unit: " ms" }];
    if let Some(most) = most_megabytes() {
        lines.push(Line {
            name: "memory with the photos attached, peak".into(),
            value: most,
            most: 200.0,
            unit: " MB",
        });
    }
    lines
}

/// What the program took at the most, where the system tells.
fn most_megabytes() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let most =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<f64>().ok());
    most.map(|kilobytes| kilobytes / 1024.0)
}
