//! What a person has to answer first, and what waits for the answer.

use std::path::PathBuf;

use super::ExportChoice;
use crate::newsroom::Holder;
use crate::release::Lang;

/// What a person has to answer first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Which release to open.
    Open {
        /// Path of a release's folder or file, as typed so far.
        path: String,
    },
    /// Where to keep this release.
    SaveIn {
        /// Path of the folder, as typed so far.
        folder: String,
        /// What was asked for and waits until it is saved.
        then: Option<AfterSaving>,
    },
    /// Which folder is the newsroom.
    Newsroom {
        /// Its path, as typed so far.
        path: String,
    },
    /// What a release's folder should be called.
    Rename {
        /// The folder.
        folder: PathBuf,
        /// Its name, as typed so far.
        name: String,
    },
    /// Which photos to attach.
    Photos {
        /// Path of a picture, as typed so far.
        path: String,
    },
    /// What to export, and where.
    Export {
        /// As chosen so far.
        choice: ExportChoice,
        /// Why the last try failed.
        trouble: Option<String>,
    },
    /// Whether to write over files that are already there.
    InTheWay {
        /// What was to be exported.
        choice: ExportChoice,
        /// The names of those files.
        names: Vec<String>,
    },
    /// Nothing: it shows how far the export has come.
    Exporting,
    /// Nothing: it shows what was exported.
    Exported,
    /// In which language to write a new release.
    New {
        /// The language tag, as typed so far.
        tag: String,
    },
    /// In which language to add an edition.
    Edition {
        /// The language tag, as typed so far.
        tag: String,
    },
    /// Whether to read a release that somebody else has open, or to take it over.
    InUse {
        /// Who has it.
        holder: Holder,
    },
    /// What to do with what is not saved.
    Unsaved {
        /// What was asked for.
        then: AfterSaving,
    },
}

/// What waits until the open release is saved or given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AfterSaving {
    /// Start a new release in this language.
    New(Lang),
    /// Look at the sample.
    Sample,
    /// Open another release.
    Open(PathBuf),
    /// Start a new release as a copy of this one.
    NewFrom(PathBuf),
    /// Throw this release away.
    Trash(PathBuf),
    /// Clear the desk.
    Close,
    /// Leave the program.
    Quit,
}
