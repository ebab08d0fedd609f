//! Typing in the window, with the page beside the form and without it: from the key to the tessellated frame.
//!
//! `cargo bench --bench typing`. Target: with the page at most 1.2 times as long as without it, at the 99th percentile.
//! Both windows get the same keys in turn, in the same run, 30 ms apart, as from a quick typist; between two keys the page
//! is set on its own thread and shown in a frame of its own, which is reported too.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, clippy::panic, reason = "a bench prints its figures")]

use std::time::{Duration, Instant};

use dateline::app::{App, Start};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

const KEYS: usize = 1000;
const BETWEEN_KEYS: Duration = Duration::from_millis(30);

/// At most so many times as long with the page as without.
const TARGET: f64 = 1.2;

struct Window {
    harness: Harness<'static, App>,
    keys: Vec<Duration>,
    others: Vec<Duration>,
}

impl Window {
    fn new(with_page: bool) -> Self {
        let mut harness =
            Harness::builder().with_size([1440.0, 900.0]).build_eframe(|cc| App::new(cc, Start::default()));
        harness.run_steps(4);
        harness.get_by_label("View the sample").click();
        let start = Instant::now();
        while !(harness.state().desk.open.is_some() && harness.state().page_is_current()) {
            harness.run_steps(1);
            assert!(start.elapsed() < Duration::from_secs(30), "the sample does not open");
            std::thread::sleep(Duration::from_millis(5));
        }
        harness.state_mut().desk.preferences.preview_hidden = !with_page;
        harness.run_steps(4);
        harness.get_by_label("Paragraph 2").focus();
        harness.run_steps(2);
        Window { harness, keys: Vec::new(), others: Vec::new() }
    }

    /// One frame, as far as the shapes that a graphics card would draw.
    fn frame(&mut self) -> Duration {
        let start = Instant::now();
        self.harness.step();
        let output = self.harness.output();
        let meshes = self.harness.ctx.tessellate(output.shapes.clone(), output.pixels_per_point);
        std::hint::black_box(meshes);
        start.elapsed()
    }

    fn key(&mut self, letter: &str) {
        self.harness.event(egui::Event::Text(letter.to_owned()));
        let time = self.frame();
        self.keys.push(time);
        std::thread::sleep(BETWEEN_KEYS);
        let time = self.frame();
        self.others.push(time);
    }
}

fn percentile(times: &mut [Duration], share: f64) -> f64 {
    times.sort_unstable();
    let place = ((times.len() as f64 * share) as usize).min(times.len() - 1);
    times[place].as_secs_f64() * 1000.0
}

fn main() {
    let mut with = Window::new(true);
    let mut without = Window::new(false);
    let letters = ["ж", "а", "ң", "а", " ", "с", "ө", "з", " "];
    for number in 0..KEYS {
        let letter = letters[number % letters.len()];
        with.key(letter);
        without.key(letter);
        // A paragraph does not grow for ever: its words are taken out again now and then.
        if number % 90 == 89 {
            for window in [&mut with, &mut without] {
                for _ in 0..90 {
                    window.harness.key_press(egui::Key::Backspace);
                }
                window.harness.run_steps(3);
            }
        }
    }
    let (with_p99, without_p99) = (percentile(&mut with.keys, 0.99), percentile(&mut without.keys, 0.99));
    println!("key to tessellated frame    p50        p99");
    println!("with the page          {:7.2} ms {:7.2} ms", percentile(&mut with.keys, 0.5), with_p99);
    println!("without it             {:7.2} ms {:7.2} ms", percentile(&mut without.keys, 0.5), without_p99);
    println!("with the page, the frame that takes it in");
    println!(
        "                       {:7.2} ms {:7.2} ms",
        percentile(&mut with.others, 0.5),
        percentile(&mut with.others, 0.99)
    );
    let ratio = with_p99 / without_p99;
    println!("ratio of the 99th percentiles: {ratio:.2} (target {TARGET})");
    if std::env::args().any(|argument| argument == "--check") && ratio > TARGET {
        std::process::exit(1);
    }
}
