//! Typography put right at a person's word, and the help while typing.

use super::App;
use crate::words::Message;

impl App {
    pub(super) fn correct_typography(&mut self) {
        self.desk.aside = None;
        let proposed = std::mem::take(&mut self.desk.proposed);
        let Some(open) = &mut self.desk.open else { return };
        let count = open.put_all_right(&proposed);
        self.desk.say(Message::new("typography-corrected").with("count", count));
    }

    pub(super) fn toggle_typing_help(&mut self) {
        let helps = &mut self.desk.preferences.typing_help;
        *helps = !*helps;
        // Nothing of it is seen until the next quote mark.
        let said = if *helps { "typing-help-is-on" } else { "typing-help-is-off" };
        self.desk.say(Message::new(said));
    }
}
