//! What the program can mend by itself, once somebody presses the button.

use crate::release::PhotoId;
use crate::words::Message;

/// A correction that a finding offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// The attribution of the quote says the speaker's title.
    SayTitle,
    /// The quote has this verb.
    PutVerb(String),
    /// The field has these words of the register.
    TakeFromRegister(String),
    /// These photos only go along as files.
    OnlyAttach(Vec<PhotoId>),
}

impl Fix {
    /// The words on its button.
    pub fn message(&self) -> Message {
        match self {
            Fix::SayTitle => Message::new("fix-say-title"),
            Fix::PutVerb(verb) => Message::new("fix-put-verb").with("verb", verb.as_str()),
            Fix::TakeFromRegister(words) => Message::new("fix-take-from-register").with("words", words.as_str()),
            Fix::OnlyAttach(photos) => Message::new("fix-only-attach").with("count", photos.len()),
        }
    }
}
