//! Nothing is drawn while nobody does anything: the caret, too, comes to rest.

use eframe::egui;

/// The caret blinks for so long after the last key or movement.
const BLINKING_SECONDS: f64 = 10.0;

/// Whether the caret blinks.
#[derive(Debug, Default)]
pub(super) struct Blinking {
    last_input: f64,
    /// It would blink, and was brought to rest here.
    rests: bool,
}

impl Blinking {
    /// Looks whether somebody is there; `still` is a person who wants nothing to move by itself.
    ///
    /// The caret itself asks for the frame in which it comes to rest: it is drawn twice a second as long as it blinks.
    pub(super) fn look(&mut self, ctx: &egui::Context, still: bool) {
        let (now, somebody) = ctx.input(|input| (input.time, !input.events.is_empty()));
        if somebody {
            self.last_input = now;
        }
        let blinks = ctx.global_style().visuals.text_cursor.blink;
        let may_blink = !still && now - self.last_input < BLINKING_SECONDS;
        if blinks && !may_blink || self.rests && may_blink {
            self.rests = !may_blink;
            ctx.all_styles_mut(|style| style.visuals.text_cursor.blink = may_blink);
        }
    }
}
