//! What a user reads when a file or folder could not be used.

use std::io;
use std::path::{Path, PathBuf};

/// Why a file or folder could not be used: what happened, why, what to do next, and the path last.
///
/// It is always one line, whatever the file or its name holds.
#[derive(Debug, thiserror::Error)]
#[error("{what} {next} {}", visible(&path.to_string_lossy()))]
pub struct FileError {
    /// What happened and why.
    what: String,
    /// What the user can do next.
    next: String,
    /// The file or folder.
    pub path: PathBuf,
}

impl FileError {
    pub(super) fn new(what: impl AsRef<str>, next: impl AsRef<str>, path: &Path) -> Self {
        FileError { what: visible(what.as_ref()), next: visible(next.as_ref()), path: path.to_owned() }
    }

    /// An error of the system while doing something, such as "Could not save the release".
    #[expect(clippy::wildcard_enum_match_arm, reason = "the system has more reasons than a user wants to read")]
    pub(crate) fn io(doing: &str, error: &io::Error, path: &Path) -> Self {
        use io::ErrorKind as Kind;
        let (why, next) = match error.kind() {
            Kind::NotFound => ("there is no such file or folder", "Check the name, or choose another place."),
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => {
                ("you may not write or read there", "Choose another folder, or ask who owns this one.")
            }
            Kind::StorageFull | Kind::QuotaExceeded => {
                ("the disk is full", "Free some space, or choose another folder.")
            }
            Kind::FileTooLarge => ("this disk takes no file of that size", "Choose another folder."),
            Kind::AlreadyExists => ("it is already there", "Choose another name."),
            Kind::NotADirectory => ("a file stands where a folder is needed", "Choose another folder."),
            Kind::IsADirectory => ("a folder stands where a file is needed", "Choose another name."),
            Kind::InvalidFilename => ("this system takes no such name", "Choose a shorter or simpler name."),
            _ => return Self::new(format!("{doing}: {error}."), "Try again, or choose another folder.", path),
        };
        Self::new(format!("{doing}: {why}."), next, path)
    }
}

/// A file that is no file of letters and bytes: a device, a pipe. Reading one may never end.
pub(super) fn no_ordinary_file() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "it is no ordinary file")
}

/// The first letters of a text that somebody else wrote.
pub(super) fn shortened(text: &str) -> String {
    const LETTERS: usize = 160;
    let first = |text: &str| text.char_indices().nth(LETTERS).map(|(end, _)| text[..end].to_owned());
    // Cut twice: what is written out grows, and what is cut off first is not written out in vain.
    let cut = first(text);
    let line = visible(cut.as_deref().unwrap_or(text));
    match first(&line) {
        Some(shorter) => shorter + "…",
        None if cut.is_some() => line + "…",
        None => line,
    }
}

/// The same text with line breaks, control and direction marks written out, so that none of them takes effect.
fn visible(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_control()
            || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        {
            line.extend(letter.escape_debug());
        } else {
            line.push(letter);
        }
    }
    line
}
