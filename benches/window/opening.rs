//! From nothing to the first picture.

use std::time::{Duration, Instant};

use egui_kittest::TestRenderer;
use egui_kittest::wgpu::WgpuTestRenderer;

use crate::window::Window;
use crate::{Line, percentile_ms};

const TIMES: usize = 15;

/// An eframe program with nothing in it.
struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| ui.label("Empty"));
    }
}

pub(crate) fn measure(wanted: &dyn Fn(&str) -> bool) -> Option<Line> {
    if !wanted("opening") {
        return None;
    }
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    // Drivers and fonts are read from the disk once.
    picture(|| Window::new(|_| Empty));
    for _ in 0..TIMES {
        theirs.push(picture(|| Window::new(|_| Empty)));
        ours.push(picture(Window::with_sample));
    }
    let (ours, theirs) = (percentile_ms(&mut ours, 0.5), percentile_ms(&mut theirs, 0.5));
    println!("\nto the first picture       p50");
    println!("the sample in the form    {ours:7.2} ms");
    println!("an empty eframe program   {theirs:7.2} ms");
    let name = "opening the sample against an empty program".into();
    Some(Line { name, value: ours / theirs, most: 1.3, unit: " times" })
}

fn picture<A: eframe::App>(window: impl FnOnce() -> Window<A>) -> Duration {
    let start = Instant::now();
    let mut renderer = WgpuTestRenderer::new();
    let mut window = window();
    let mut output = window.output(Vec::new(), 0.0);
    renderer.handle_delta(&mut output.textures_delta);
    let picture = renderer.render(&window.ctx, &output).unwrap();
    std::hint::black_box(picture);
    start.elapsed()
}
