//! What a user reads when a photo or logo cannot be used.

use std::fmt;

use crate::words::Message;

/// Why a photo or logo cannot be used: what, why, what to do next. Its path is the caller's to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhotoError {
    /// Nothing is in it.
    Empty,
    /// It is another kind of file that is known, by the key of its name.
    OtherKind(&'static str),
    /// It is no picture, or of a kind that nobody here knows.
    NoPhoto,
    /// It is a drawing where a photo is needed.
    Drawing,
    /// It ends before its end.
    CutOff,
    /// It does not hold together.
    Broken(Message),
    /// Its kind is known, but not this way of keeping it.
    Rare(Message),
    /// It would fill the memory.
    TooLarge {
        /// As its head says.
        width: u32,
        /// As its head says.
        height: u32,
    },
    /// The logo is an SVG that holds what a logo has no need of.
    Logo(Message),
}

impl PhotoError {
    /// Something does not hold together; the key of what it is.
    pub(super) fn broken(why: &'static str) -> Self {
        PhotoError::Broken(Message::new(why))
    }

    /// It is kept in a way that is not read here; the key of what it is.
    pub(super) fn rare(why: &'static str) -> Self {
        PhotoError::Rare(Message::new(why))
    }

    /// The decoder's view of what went wrong.
    pub(super) fn decoding(error: &image::ImageError, (width, height): (u32, u32)) -> Self {
        use image::ImageError as Error;
        let said = || Message::new("error-said").with("said", reason(error));
        match error {
            Error::Limits(_) => PhotoError::TooLarge { width, height },
            Error::Unsupported(_) => PhotoError::Rare(said()),
            Error::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => PhotoError::CutOff,
            Error::Decoding(_) | Error::Encoding(_) | Error::Parameter(_) | Error::IoError(_) => {
                PhotoError::Broken(said())
            }
        }
    }

    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            PhotoError::Empty => Message::new("error-photo-empty"),
            PhotoError::OtherKind(kind) => Message::new("error-photo-other-kind")
                .with("kind", Message::new(kind))
                .with("next", Message::new(next_for(kind))),
            PhotoError::NoPhoto => Message::new("error-photo-no-photo"),
            PhotoError::Drawing => Message::new("error-photo-drawing"),
            PhotoError::CutOff => Message::new("error-photo-cut-off"),
            PhotoError::Broken(why) => Message::new("error-photo-broken").with("why", why.clone()),
            PhotoError::Rare(why) => Message::new("error-photo-rare").with("why", why.clone()),
            PhotoError::TooLarge { width, height } => Message::new("error-photo-too-large")
                .with("width", width.to_string())
                .with("height", height.to_string()),
            PhotoError::Logo(why) => Message::new("error-logo").with("why", why.clone()),
        }
    }
}

/// What to do about a file of this kind.
fn next_for(kind: &str) -> &'static str {
    match kind {
        "error-kind-heif" => "error-kind-next-phone",
        "error-kind-raw" => "error-kind-next-raw",
        "error-kind-film" => "error-kind-next-film",
        "error-kind-compressed" | "error-kind-zip" => "error-kind-next-unpack",
        _ => "error-kind-next",
    }
}

impl fmt::Display for PhotoError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(out)
    }
}

impl std::error::Error for PhotoError {}

/// What the decoder itself says, without the names of those who passed it on.
fn reason(error: &image::ImageError) -> String {
    match std::error::Error::source(error) {
        Some(source) => shortened(source),
        None => shortened(error),
    }
}

/// The first letters of a reason, on one line; a decoder may quote what it read.
pub(super) fn shortened(reason: impl fmt::Display) -> String {
    const MOST: usize = 160;
    let reason = reason.to_string();
    let line: String = reason.chars().take(MOST).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if line.len() < reason.len() { line + "…" } else { line.trim_end_matches(['.', ' ']).to_owned() }
}
