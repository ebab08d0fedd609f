//! What a person can ask for. Buttons, menus, shortcuts and tests all speak this one language.

use std::path::PathBuf;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::check::Place;
use crate::desk::{Addition, AfterSaving, Direction, ExportChoice, View};
use crate::release::{BlockId, Lang, PhotoId, SpeakerId};

/// One wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Ask in which language to write a new release.
    AskNew,
    /// Start a new release.
    New(Lang),
    /// Look at the sample release.
    Sample,
    /// Ask which release to open.
    AskOpen,
    /// Open this release.
    Open(PathBuf),
    /// Save where it lies, or ask where.
    Save,
    /// Save, then go on with what waited for it.
    SaveThen(AfterSaving),
    /// Ask where to save a copy.
    AskSaveIn,
    /// Save into this folder.
    SaveIn(PathBuf, Option<AfterSaving>),
    /// Ask what to export.
    AskExport,
    /// Export.
    Export(ExportChoice),
    /// Hand the PDF to the system's viewer, for printing.
    Print,
    /// Let the system's dialog answer the open question.
    Browse,
    /// Show this edition in the form.
    ShowEdition(usize),
    /// Ask for a language.
    AskEdition,
    /// Add an edition.
    AddEdition(Lang),
    /// Take the edition in the form away.
    RemoveEdition,
    /// Add a block after this one, or at the end.
    AddBlock(Addition, Option<BlockId>),
    /// Take a block away.
    RemoveBlock(BlockId),
    /// Move a block.
    MoveBlock(BlockId, Direction),
    /// Add a speaker, for a quote where one is named.
    AddSpeaker(Option<BlockId>),
    /// Take a speaker away.
    RemoveSpeaker(SpeakerId),
    /// Ask which photos to attach.
    AskPhotos,
    /// Attach these pictures.
    AttachPhotos(Vec<PathBuf>),
    /// Take a photo out.
    RemovePhoto(PhotoId),
    /// Add a contact.
    AddContact,
    /// Take a contact away.
    RemoveContact(usize),
    /// Go back one step.
    Undo,
    /// Go forward one step.
    Redo,
    /// Show the preview in this way.
    Show(View),
    /// Show the preview, or give its room to the form.
    TogglePreview,
    /// Put the finished text on the clipboard.
    CopyText,
    /// Put the cursor there.
    GoTo(Place),
    /// Close the window.
    Quit,
    /// Give up what is not saved and go on.
    Discard(AfterSaving),
    /// Leave the question unanswered.
    Cancel,
    /// Take the notice away.
    DismissNotice,
}

impl Command {
    /// The words on its button, where it has one of its own.
    pub fn label(&self) -> &'static str {
        match self {
            Command::AskNew | Command::New(_) => "New release",
            Command::Sample => "Look at the sample",
            Command::AskOpen | Command::Open(_) => "Open…",
            Command::Save | Command::SaveThen(_) => "Save",
            Command::AskSaveIn | Command::SaveIn(..) => "Save as…",
            Command::AskExport => "Export…",
            Command::Export(_) => "Export",
            Command::Print => "Print…",
            Command::Browse => "Browse…",
            Command::ShowEdition(_) => "Show this language",
            Command::AskEdition | Command::AddEdition(_) => "Add a language…",
            Command::RemoveEdition => "Remove this language",
            Command::AddBlock(Addition::Paragraph, _) => "+ Paragraph",
            Command::AddBlock(Addition::Quote, _) => "+ Quote",
            Command::AddBlock(Addition::Heading, _) => "+ Heading",
            Command::AddBlock(Addition::List, _) => "+ List",
            Command::AddBlock(Addition::Photo(_), _) => "+ Photo",
            Command::RemoveBlock(_) => "Delete block",
            Command::MoveBlock(_, Direction::Up) => "Move up",
            Command::MoveBlock(_, Direction::Down) => "Move down",
            Command::AddSpeaker(_) => "+ Speaker",
            Command::RemoveSpeaker(_) => "Delete speaker",
            Command::AskPhotos | Command::AttachPhotos(_) => "+ Photos…",
            Command::RemovePhoto(_) => "Delete photo",
            Command::AddContact => "+ Contact",
            Command::RemoveContact(_) => "Delete contact",
            Command::Undo => "Undo",
            Command::Redo => "Redo",
            Command::Show(View::Page) => "Page",
            Command::Show(View::Text) => "Plain text",
            Command::Show(View::Markdown) => "Markdown",
            Command::TogglePreview => "Show or hide the preview",
            Command::CopyText => "Copy text",
            Command::GoTo(_) => "Go there",
            Command::Quit => "Quit",
            Command::Discard(_) => "Discard changes",
            Command::Cancel => "Cancel",
            Command::DismissNotice => "Dismiss",
        }
    }

    /// Its keys, as in other programs. `COMMAND` is Ctrl, on macOS the command key.
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        let plain = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        let shifted = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, key));
        match self {
            Command::AskNew => plain(Key::N),
            Command::AskOpen => plain(Key::O),
            Command::Save => plain(Key::S),
            Command::AskSaveIn => shifted(Key::S),
            Command::AskExport => plain(Key::E),
            Command::Print => plain(Key::P),
            Command::TogglePreview => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F8)),
            Command::Undo => plain(Key::Z),
            Command::Redo => shifted(Key::Z),
            Command::Quit => plain(Key::Q),
            Command::New(_)
            | Command::Sample
            | Command::Open(_)
            | Command::SaveThen(_)
            | Command::SaveIn(..)
            | Command::Export(_)
            | Command::Browse
            | Command::ShowEdition(_)
            | Command::AskEdition
            | Command::AddEdition(_)
            | Command::RemoveEdition
            | Command::AddBlock(..)
            | Command::RemoveBlock(_)
            | Command::MoveBlock(..)
            | Command::AddSpeaker(_)
            | Command::RemoveSpeaker(_)
            | Command::AskPhotos
            | Command::AttachPhotos(_)
            | Command::RemovePhoto(_)
            | Command::AddContact
            | Command::RemoveContact(_)
            | Command::Show(_)
            | Command::CopyText
            | Command::GoTo(_)
            | Command::Discard(_)
            | Command::Cancel
            | Command::DismissNotice => None,
        }
    }

    /// The commands that keys can ask for, the longer keys first, so that none hides another.
    pub fn by_keys() -> [Command; 10] {
        [
            Command::AskSaveIn,
            Command::Redo,
            Command::AskNew,
            Command::AskOpen,
            Command::Save,
            Command::AskExport,
            Command::Print,
            Command::TogglePreview,
            Command::Undo,
            Command::Quit,
        ]
    }
}
