//! What a person can ask for. Buttons, menus, shortcuts and tests all speak this one language.

use std::path::PathBuf;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::check::Place;
use crate::desk::{Addition, AfterSaving, Direction, ExportChoice, View};
use crate::release::{BlockId, Lang, PhotoId, SpeakerId};
use crate::words::Locale;

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
    /// The words on its button.
    pub fn label(&self, locale: Locale) -> &'static str {
        locale.say(self.key())
    }

    /// The key of its words in the interface's languages.
    fn key(&self) -> &'static str {
        match self {
            Command::AskNew | Command::New(_) => "command-new-release",
            Command::Sample => "command-sample",
            Command::AskOpen | Command::Open(_) => "command-open",
            Command::Save | Command::SaveThen(_) => "command-save",
            Command::AskSaveIn | Command::SaveIn(..) => "command-save-as",
            Command::AskExport => "command-export",
            Command::Export(_) => "command-export-files",
            Command::Print => "command-print",
            Command::Browse => "command-browse",
            Command::ShowEdition(_) => "command-show-language",
            Command::AskEdition | Command::AddEdition(_) => "command-add-language",
            Command::RemoveEdition => "command-remove-language",
            Command::AddBlock(Addition::Paragraph, _) => "command-add-paragraph",
            Command::AddBlock(Addition::Quote, _) => "command-add-quote",
            Command::AddBlock(Addition::Heading, _) => "command-add-heading",
            Command::AddBlock(Addition::List, _) => "command-add-list",
            Command::AddBlock(Addition::Photo(_), _) => "command-add-photo",
            Command::RemoveBlock(_) => "command-delete-block",
            Command::MoveBlock(_, Direction::Up) => "command-move-up",
            Command::MoveBlock(_, Direction::Down) => "command-move-down",
            Command::AddSpeaker(_) => "command-add-speaker",
            Command::RemoveSpeaker(_) => "command-delete-speaker",
            Command::AskPhotos | Command::AttachPhotos(_) => "command-add-photos",
            Command::RemovePhoto(_) => "command-delete-photo",
            Command::AddContact => "command-add-contact",
            Command::RemoveContact(_) => "command-delete-contact",
            Command::Undo => "command-undo",
            Command::Redo => "command-redo",
            Command::Show(View::Page) => "command-page",
            Command::Show(View::Text) => "command-plain-text",
            Command::Show(View::Web) => "command-web",
            Command::Show(View::Mail) => "command-mail",
            Command::TogglePreview => "command-toggle-preview",
            Command::CopyText => "command-copy-text",
            Command::GoTo(_) => "command-go-there",
            Command::Quit => "command-quit",
            Command::Discard(_) => "command-discard-changes",
            Command::Cancel => "command-cancel",
            Command::DismissNotice => "command-dismiss",
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
