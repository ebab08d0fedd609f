//! What a user reads when a photo or logo cannot be used.

/// Why a photo or logo cannot be used: what, why, what to do next. Its path is the caller's to add.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// Nothing is in it.
    #[error("The photo is empty. Copy it again from where it came.")]
    Empty,
    /// It is another kind of file that is known by name.
    #[error("The photo is {0}, which the page cannot show. Save it as JPEG first.")]
    OtherKind(&'static str),
    /// It is no picture, or of a kind that nobody here knows.
    #[error("The file is no photo: it is neither JPEG nor PNG, WebP or TIFF. Save the photo as JPEG first.")]
    NoPhoto,
    /// It is a drawing where a photo is needed.
    #[error("The file is an SVG drawing, which is no photo. Save it as PNG first.")]
    Drawing,
    /// It ends before its end.
    #[error("The photo is cut off: its end is missing. Copy it again from where it came.")]
    CutOff,
    /// It does not hold together.
    #[error("The photo is broken: {0}. Copy it again from where it came, or open it and save it as JPEG.")]
    Broken(String),
    /// Its kind is known, but not this way of keeping it.
    #[error("The photo is kept in a rare way: {0}. Open it and save it as an ordinary JPEG.")]
    Rare(String),
    /// It would fill the memory.
    #[error("The photo is too large: {width} × {height} pixels. Save a smaller copy of it first.")]
    TooLarge {
        /// As its head says.
        width: u32,
        /// As its head says.
        height: u32,
    },
    /// The logo is an SVG that holds what a logo has no need of.
    #[error("The logo cannot be used: {0}. Save it as plain SVG, or as PNG.")]
    Logo(String),
}

impl PhotoError {
    /// Something does not hold together.
    pub(super) fn broken(why: &str) -> Self {
        PhotoError::Broken(why.to_owned())
    }

    /// The decoder's view of what went wrong, in the user's words.
    pub(super) fn decoding(error: &image::ImageError, (width, height): (u32, u32)) -> Self {
        use image::ImageError as Error;
        match error {
            Error::Limits(_) => PhotoError::TooLarge { width, height },
            Error::Unsupported(_) => PhotoError::Rare(reason(error)),
            Error::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => PhotoError::CutOff,
            Error::Decoding(_) | Error::Encoding(_) | Error::Parameter(_) | Error::IoError(_) => {
                PhotoError::Broken(reason(error))
            }
        }
    }
}

/// What the decoder itself says, without the names of those who passed it on.
fn reason(error: &image::ImageError) -> String {
    match std::error::Error::source(error) {
        Some(source) => shortened(source),
        None => shortened(error),
    }
}

/// The first letters of a reason, on one line; a decoder may quote what it read.
pub(super) fn shortened(reason: impl std::fmt::Display) -> String {
    const MOST: usize = 160;
    let reason = reason.to_string();
    let line: String = reason.chars().take(MOST).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if line.len() < reason.len() { line + "…" } else { line.trim_end_matches(['.', ' ']).to_owned() }
}
