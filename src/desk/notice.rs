//! What happened, in one line at the foot of the window.

use super::Desk;
use crate::words::Message;

/// What happened, in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What to say, in whatever language the window speaks by now.
    pub said: Message,
    /// Something went wrong; it stays until it is dismissed.
    pub is_error: bool,
    /// What can be done about it at once.
    pub offer: Option<Offer>,
    /// When it was first seen, on the window's own clock; what is no error goes away some time later.
    pub seen: Option<f64>,
}

/// What can be done at once about what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Take it back. It stands as long as the release is at this step: afterwards, undo would mean something else.
    Undo {
        /// The step of the history.
        step: u64,
    },
    /// Show the files that were exported.
    ShowFiles,
    /// Take the release that was thrown away last out of the trash.
    PutBack,
}

impl Notice {
    /// Words that go away by themselves.
    pub fn new(said: Message) -> Self {
        Notice { said, is_error: false, offer: None, seen: None }
    }
}

impl Desk {
    /// Says what happened.
    pub fn say(&mut self, said: Message) {
        self.notice = Some(Notice::new(said));
    }

    /// Says what went wrong.
    pub fn complain(&mut self, said: Message) {
        self.notice = Some(Notice { is_error: true, ..Notice::new(said) });
    }

    /// Says that something is gone, and that it can come back. A complaint stays before it.
    pub fn say_deleted(&mut self) {
        let Some(open) = &self.open else { return };
        if self.notice.as_ref().is_some_and(|notice| notice.is_error) {
            return;
        }
        let offer = Some(Offer::Undo { step: open.history.step() });
        self.notice = Some(Notice { offer, ..Notice::new(Message::new("notice-deleted")) });
    }

    /// Takes away a notice whose offer would no longer do what it says.
    pub fn drop_stale_offer(&mut self) {
        let Some(Notice { offer: Some(Offer::Undo { step }), .. }) = &self.notice else { return };
        if self.open.as_ref().is_none_or(|open| open.history.step() != *step) {
            self.notice = None;
        }
    }
}
