//! What a user reads when a file or folder could not be used.

use std::fmt::{self, Write as _};
use std::io;
use std::path::{Path, PathBuf};

use crate::words::Message;

/// Why a file or folder could not be used: what happened, why, what to do next, and the path last.
///
/// It is always one line, whatever the file or its name holds.
#[derive(Debug)]
pub struct FileError {
    /// What happened and why.
    what: Message,
    /// What the user can do next.
    next: Message,
    /// The file or folder.
    pub path: PathBuf,
}

impl FileError {
    pub(super) fn new(what: Message, next: Message, path: &Path) -> Self {
        FileError { what, next, path: path.to_owned() }
    }

    /// Something could not be done for a reason: "Could not save the release", "the disk is full".
    pub(super) fn because(doing: Message, why: Message, next: Message, path: &Path) -> Self {
        Self::new(Message::new("error-because").with("doing", doing).with("why", why), next, path)
    }

    /// A fault of the program while doing something, with what the library says of it.
    pub(super) fn fault(doing: Message, said: impl fmt::Display, path: &Path) -> Self {
        let why = Message::new("error-said").with("said", shortened(said));
        Self::because(doing, why, Message::new("error-report"), path)
    }

    /// The error in words, on one line.
    pub fn message(&self) -> Message {
        let FileError { what, next, path } = self;
        let path = path.to_string_lossy().into_owned();
        let told = Message::new("error-in-file").with("what", what.clone()).with("next", next.clone());
        told.with("path", path).map_words(&visible)
    }

    /// An error of the system while doing something, such as "Could not save the release".
    #[expect(clippy::wildcard_enum_match_arm, reason = "the system has more reasons than a user wants to read")]
    pub(crate) fn io(doing: Message, error: &io::Error, path: &Path) -> Self {
        use io::ErrorKind as Kind;
        let (why, next) = match error.kind() {
            Kind::NotFound => (Message::new("error-nothing-there"), Message::new("error-nothing-there-next")),
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => {
                (Message::new("error-not-allowed"), Message::new("error-not-allowed-next"))
            }
            Kind::StorageFull | Kind::QuotaExceeded => {
                (Message::new("error-disk-full"), Message::new("error-disk-full-next"))
            }
            Kind::FileTooLarge => (Message::new("error-too-large-for-disk"), Message::new("error-choose-folder")),
            Kind::AlreadyExists => (Message::new("error-already-there"), Message::new("error-choose-name")),
            Kind::NotADirectory => (Message::new("error-file-for-folder"), Message::new("error-choose-folder")),
            Kind::IsADirectory => (Message::new("error-folder-for-file"), Message::new("error-choose-name")),
            Kind::InvalidFilename => (Message::new("error-bad-name"), Message::new("error-bad-name-next")),
            _ if error.get_ref().is_some_and(|inner| inner.is::<NoOrdinaryFile>()) => {
                (NoOrdinaryFile::message(), Message::new("error-again-or-elsewhere"))
            }
            // In the system's own words.
            _ => {
                let why = Message::new("error-said").with("said", error.to_string());
                (why, Message::new("error-again-or-elsewhere"))
            }
        };
        Self::because(doing, why, next, path)
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(out)
    }
}

impl std::error::Error for FileError {}

/// A file that is no file of letters and bytes: a device, a pipe. Reading one may never end.
pub(super) fn no_ordinary_file() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, NoOrdinaryFile)
}

#[derive(Debug)]
struct NoOrdinaryFile;

impl NoOrdinaryFile {
    fn message() -> Message {
        Message::new("error-no-ordinary-file")
    }
}

impl fmt::Display for NoOrdinaryFile {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        NoOrdinaryFile::message().fmt(out)
    }
}

impl std::error::Error for NoOrdinaryFile {}

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
