//! What the program can mend by itself, once somebody presses the button.

use crate::language::typography::Point;
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
    /// This place is set as it should be, in so many points of this kind.
    Correct(Point, usize),
    /// The whole edition is.
    CorrectAll(Point, usize),
}

impl Fix {
    /// May others in the list bear the same words?
    pub fn is_of_many(&self) -> bool {
        match self {
            Fix::Correct(..) | Fix::CorrectAll(..) => true,
            Fix::SayTitle | Fix::PutVerb(_) | Fix::TakeFromRegister(_) | Fix::OnlyAttach(_) => false,
        }
    }

    /// The words on its button.
    pub fn message(&self) -> Message {
        match self {
            Fix::SayTitle => Message::new("fix-say-title"),
            Fix::PutVerb(verb) => Message::new("fix-put-verb").with("verb", verb.as_str()),
            Fix::TakeFromRegister(words) => Message::new("fix-take-from-register").with("words", words.as_str()),
            Fix::OnlyAttach(photos) => Message::new("fix-only-attach").with("count", photos.len()),
            Fix::Correct(_, count) | Fix::CorrectAll(_, count) => Message::new("fix-typography").with("count", *count),
        }
    }
}
