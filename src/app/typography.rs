//! Typography put right at a person's word, and the help while typing.

use std::ops::Range;

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Context, Id};

use super::App;
use crate::check::Place;
use crate::words::Message;

impl App {
    pub(super) fn correct_typography(&mut self) {
        self.desk.aside = None;
        let proposed = std::mem::take(&mut self.desk.proposed);
        let Some(open) = &mut self.desk.open else { return };
        let count = open.put_all_right(&proposed);
        self.desk.say(Message::new("typography-corrected").with("count", count));
    }

    /// Helps in a field, and leaves its cursor behind what was typed.
    pub(super) fn help_field(&mut self, place: &Place, field: Id, range: Range<usize>, ctx: &Context) {
        let Some(cursor) = self.desk.open.as_mut().and_then(|open| open.help_field(place, range)) else { return };
        if let Some(mut state) = TextEditState::load(ctx, field) {
            state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(cursor))));
            state.store(ctx, field);
        }
    }

    pub(super) fn toggle_typing_help(&mut self) {
        let helps = &mut self.desk.preferences.typing_help;
        *helps = !*helps;
        // Nothing of it is seen until the next quote mark.
        let said = if *helps { "typing-help-is-on" } else { "typing-help-is-off" };
        self.desk.say(Message::new(said));
    }
}
