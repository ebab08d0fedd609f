//! Nothing is drawn while nobody does anything: the caret, too, comes to rest.

use eframe::egui;

/// The caret blinks for so long after the last key or movement.
const BLINKING_SECONDS: f64 = 10.0;

/// Whether the caret blinks.
#[derive(Debug)]
pub(super) struct Blinking {
    last_input: f64,
    blinks: bool,
}

impl Blinking {
    pub(super) fn new() -> Self {
        Blinking { last_input: 0.0, blinks: true }
    }

    /// Looks whether somebody is there. The caret itself asks for the frame in which it comes to rest: it is drawn twice
    /// a second as long as it blinks.
    pub(super) fn look(&mut self, ctx: &egui::Context) {
        let (now, somebody) = ctx.input(|input| (input.time, !input.raw.events.is_empty()));
        if somebody {
            self.last_input = now;
        }
        let blinks = now - self.last_input < BLINKING_SECONDS;
        if blinks != self.blinks {
            self.blinks = blinks;
            ctx.all_styles_mut(|style| style.visuals.text_cursor.blink = blinks);
        }
    }
}
