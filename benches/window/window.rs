//! The program without a window around it: frames as eframe asks for them, as far as the shapes that are drawn.

use std::time::{Duration, Instant};

use dateline::app::{App, Start};
use dateline::desk::Open;
use dateline::newsroom::houses_for;
use dateline::release::Release;
use dateline::ui::Command;
use egui::{Context, FullOutput, Rect, Vec2, pos2};

const SIZE: Vec2 = Vec2::new(1440.0, 900.0);

/// A context that runs an app as eframe does.
pub(crate) struct Window<A> {
    pub(crate) ctx: Context,
    pub(crate) app: A,
    frame: eframe::Frame,
    /// The program's clock, which the bench winds on.
    seconds: f64,
}

impl<A: eframe::App> Window<A> {
    pub(crate) fn new(app: impl FnOnce(&eframe::CreationContext<'_>) -> A) -> Self {
        let ctx = Context::default();
        // The same back doors that egui's own tests use: no window, no storage.
        let app = app(&eframe::CreationContext::_new_kittest(ctx.clone()));
        Window { ctx, app, frame: eframe::Frame::_new_kittest(), seconds: 0.0 }
    }

    /// One frame, so long after the last one.
    pub(crate) fn output(&mut self, events: Vec<egui::Event>, later_seconds: f64) -> FullOutput {
        self.seconds += later_seconds;
        let input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), SIZE)),
            time: Some(self.seconds),
            focused: true,
            events,
            ..egui::RawInput::default()
        };
        self.ctx.run_ui(input, |ui| {
            self.app.logic(ui.ctx(), &mut self.frame);
            self.app.ui(ui, &mut self.frame);
        })
    }

    /// What eframe does before a frame, without drawing one.
    pub(crate) fn logic(&mut self) {
        self.app.logic(&self.ctx, &mut self.frame);
    }

    /// How long one frame takes, as far as the shapes that a graphics card would draw.
    pub(crate) fn frame(&mut self, events: Vec<egui::Event>, later_seconds: f64) -> Duration {
        let start = Instant::now();
        let output = self.output(events, later_seconds);
        let meshes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        std::hint::black_box(meshes);
        start.elapsed()
    }
}

impl Window<App> {
    /// Dateline without the preview, an empty desk.
    pub(crate) fn dateline() -> Self {
        let mut window = Window::new(|cc| App::new(cc, Start::default()));
        window.app.desk.preferences.preview_hidden = true;
        window
    }

    /// Dateline with the sample in the form.
    pub(crate) fn with_sample() -> Self {
        let mut window = Window::dateline();
        window.open_sample();
        window
    }

    pub(crate) fn open_sample(&mut self) {
        self.app.carry_out(Command::Sample, &self.ctx);
        let start = Instant::now();
        // eframe's frames come when a job is done, not before.
        while self.app.desk.open.is_none() {
            assert!(start.elapsed() < Duration::from_secs(30), "the sample does not open");
            std::thread::sleep(Duration::from_micros(100));
            eframe::App::logic(&mut self.app, &self.ctx, &mut self.frame);
        }
    }

    /// Dateline with this release in the form.
    pub(crate) fn with(release: Release) -> Self {
        let mut window = Window::dateline();
        let houses = houses_for(&release, None).unwrap();
        window.app.desk.open = Some(Open::new(release, None, houses, Vec::new()));
        window
    }
}
