//! What a user reads when a file or folder could not be used.

use std::fmt::{self, Write as _};
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
pub(super) fn shortened(text: impl fmt::Display) -> String {
    let mut first = First { line: String::new(), left: 160 };
    match write!(first, "{text}") {
        Ok(()) => first.line,
        Err(fmt::Error) => first.line + "…",
    }
}

/// Takes letters until there are enough, so that an error that quotes megabytes is not written out in vain.
struct First {
    line: String,
    left: usize,
}

impl fmt::Write for First {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for letter in text.chars() {
            let shown = visible_letter(letter);
            self.left = self.left.checked_sub(shown.clone().count()).ok_or(fmt::Error)?;
            self.line.extend(shown);
        }
        Ok(())
    }
}

/// The same text with line breaks, control and direction marks written out, so that none of them takes effect.
pub(crate) fn visible(text: &str) -> String {
    text.chars().flat_map(visible_letter).collect()
}

fn visible_letter(letter: char) -> impl Iterator<Item = char> + Clone {
    let hidden = letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let (written_out, itself) = if hidden { (Some(letter.escape_default()), None) } else { (None, Some(letter)) };
    written_out.into_iter().flatten().chain(itself)
}
