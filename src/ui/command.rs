//! What a person can ask for. Buttons, menus, shortcuts, the palette and tests all speak this one language.

mod keys;
mod listed;
mod possible;

use std::ops::Range;
use std::path::PathBuf;

use uuid::Uuid;

pub use listed::{Group, LISTED};

use crate::check::{Fix, Place};
use crate::desk::marks::Emphasis;
use crate::desk::{Addition, AfterSaving, Caret, Desk, Direction, ExportChoice, GuidePage, RegisterShelf, Shape, View};
use crate::newsroom::{Shelf, Version};
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
    /// Show the earlier versions of the release.
    AskVersions,
    /// Compare this version with what is written now.
    CompareVersion(Version),
    /// Put the version that is compared in the place of what is written now.
    RestoreVersion,
    /// Give the version that is compared the name that was typed.
    NameVersion,
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
    /// Show the edition after this one in the form.
    NextEdition,
    /// Show the edition before this one in the form.
    PreviousEdition,
    /// Ask for a language.
    AskEdition,
    /// Add an edition.
    AddEdition(Lang),
    /// Take the edition in the form away.
    RemoveEdition,
    /// Clear this edition for sending, or all of them.
    Approve(Option<usize>),
    /// Take the approval of this edition back, or of all.
    WithdrawApproval(Option<usize>),
    /// Add a block after this one, or at the end.
    AddBlock(Addition, Option<BlockId>),
    /// Take a block away.
    RemoveBlock(BlockId),
    /// Move a block.
    MoveBlock(BlockId, Direction),
    /// Move a block to this place among the others.
    MoveBlockTo(BlockId, usize),
    /// Cut a block at the cursor, without what is selected.
    SplitBlock(BlockId, Range<usize>),
    /// Join a block to the one above.
    JoinAbove(BlockId),
    /// Join the block below to this one.
    JoinBelow(BlockId),
    /// Paste plain words in place of the selection.
    Paste(BlockId, Range<usize>, String),
    /// Make a block another kind.
    TurnInto(BlockId, Shape),
    /// Number the points of a list, or mark them.
    NumberList(BlockId, bool),
    /// Turn emphasis on or off at the cursor.
    Emphasise(Emphasis),
    /// Ask where the words at the cursor should lead.
    AskLink,
    /// Let words lead to an address, or nowhere.
    Link(Caret, Option<String>),
    /// Add a speaker with this name for a quote.
    IntroduceSpeaker(BlockId, String),
    /// Add a speaker, for a quote where one is named.
    AddSpeaker(Option<BlockId>),
    /// Take a speaker away.
    RemoveSpeaker(SpeakerId),
    /// Show the register of people or of contacts.
    OpenRegister(RegisterShelf),
    /// Let a quote speak with the voice of somebody in the register.
    QuotePerson(BlockId, Uuid),
    /// Make somebody in the register a speaker of the release.
    TakePerson(Uuid),
    /// Take a contact from the register.
    TakeContact(Uuid),
    /// Put a speaker, or all whom it does not know, into the register.
    RegisterSpeaker(Option<SpeakerId>),
    /// Put the contact of this number, or all that it does not know, into the register.
    RegisterContact(Option<usize>),
    /// Write into the speakers of the release what the register says of them by now.
    UpdateSpeakers,
    /// Write in this entry of the register, or in a new one.
    EditEntry(Option<Uuid>),
    /// Keep what was written in an entry of the register.
    KeepEntry,
    /// Take the entry that is being written in out of the register.
    RemoveEntry,
    /// Take the last change of the register back.
    UndoEntry,
    /// Show the newsroom's houses.
    OpenHouses,
    /// Change this house.
    EditHouse(String),
    /// Save the house that is being changed.
    KeepHouse,
    /// Copy a house under another name.
    CopyHouse(String, String),
    /// Give the house that is shown another name.
    RenameHouse(String),
    /// Put the house that is shown away.
    RemoveHouse,
    /// Take the house that was put away last back.
    RestoreHouse,
    /// Ask which photos to attach.
    AskPhotos,
    /// Attach these pictures.
    AttachPhotos(Vec<PathBuf>),
    /// Take photos out.
    RemovePhotos(Vec<PhotoId>),
    /// Show the photos large, with their words.
    ViewPhotos,
    /// Move a photo to this place among the others.
    MovePhotoTo(PhotoId, usize),
    /// Turn photos a quarter clockwise.
    TurnPhotos(Vec<PhotoId>),
    /// Name a speaker in the captions of photos.
    NameInCaptions(Vec<PhotoId>, SpeakerId),
    /// Let photos without a caption have the headline.
    CaptionByHeadline(Vec<PhotoId>),
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
    /// Mend what an editor would ask about.
    Mend(Place, Fix),
    /// Show what would be put right in the texts.
    AskTypography,
    /// Put right what was chosen.
    CorrectTypography,
    /// Give the quote mark or dash of the language for the key that was pressed; from behind it the caret reaches to the
    /// cursor.
    HelpTyping(Caret),
    /// The same in a field: from behind the key the range reaches to the cursor.
    HelpTypingIn(Place, egui::Id, Range<usize>),
    /// Let quote marks and dashes become those of the language while they are typed, or not.
    ToggleTypingHelp,
    /// Show no-break spaces and soft hyphens, or not.
    ToggleSigns,
    /// Put the cursor into the headline.
    GoToHeadline,
    /// Go to what an editor would ask next.
    NextFinding,
    /// Go to what an editor would have asked before.
    PreviousFinding,
    /// Make everything in the window larger.
    LargerText,
    /// Make everything in the window smaller.
    SmallerText,
    /// Make everything in the window as large as designed.
    UsualText,
    /// Find a command by a few letters.
    OpenPalette,
    /// Open the menu.
    OpenMenu,
    /// Show what this person can choose about the window.
    OpenSettings,
    /// Open the guide at this page.
    OpenGuide(GuidePage),
    /// Clear the desk.
    Close,
    /// Close the window.
    Quit,
    /// Give up what is not saved and go on.
    Discard(AfterSaving),
    /// Leave the question unanswered, or put away what lies over the release.
    Cancel,
    /// Take the notice away.
    DismissNotice,
    /// Show the list of releases, or take it out of the way.
    ToggleLibrary,
    /// Take a release off the list of recent ones; its files stay.
    ForgetRecent(PathBuf),
    /// Ask which folder is the newsroom.
    AskNewsroom,
    /// Take this folder as the newsroom.
    ChooseNewsroom(PathBuf),
    /// Use another of the newsrooms that were chosen, or none.
    UseNewsroom(Option<PathBuf>),
    /// Look for a release by its words.
    FindRelease,
    /// Show these releases of the newsroom.
    ShowShelf(Shelf),
    /// Start a new release as a copy of the one in this folder.
    NewFrom(PathBuf),
    /// Keep a release, or the open one, as a template.
    KeepTemplate(Option<PathBuf>),
    /// Ask for a name for a release's folder, or the open one's.
    AskRename(Option<PathBuf>),
    /// Give a release's folder this name.
    Rename(PathBuf, String),
    /// Throw a release away, or the open one.
    Trash(Option<PathBuf>),
    /// Take a release out of the trash.
    Restore(PathBuf),
    /// Take the release that was thrown away last out of the trash.
    PutBack,
    /// Copy the release with its headings, emphasis and links, for a mail or a content system.
    CopyRich,
    /// Copy the release as Markdown.
    CopyMarkdown,
    /// Copy one block of it.
    CopyBlock(BlockId),
    /// Export no further file.
    StopExport,
    /// Show what the last export wrote.
    ShowExported,
    /// Hand a file to the program that the system has for it.
    OpenFile(PathBuf),
    /// Show where a file lies.
    ShowInFolder(PathBuf),
    /// Copy where a file lies.
    CopyPath(PathBuf),
    /// Write the release that somebody else has open.
    TakeOver,
    /// Only read it.
    Read,
    /// Show another text of the release, or this one, next to what is written now.
    AskMerge(Option<PathBuf>),
    /// Put what was chosen of two texts in the place of what is written now.
    Merge,
    /// Put the other text among the versions.
    DiscardCopy,
    /// Do not remind of other texts today.
    HideCopies,
    /// Copy the report of a fault.
    CopyReport,
    /// Throw the report of a fault away.
    DismissReport,
}

impl Command {
    /// The words on its button.
    pub fn label(&self, locale: Locale) -> &'static str {
        locale.say(self.key())
    }

    /// What it is called in a list of commands, where a sign before the words says nothing.
    pub fn name(&self, locale: Locale) -> String {
        if let Command::ShowEdition(index) = self {
            return locale.tell("command-language-number", &[("number", (index + 1).into())]);
        }
        let label = self.label(locale);
        label.strip_prefix("+ ").unwrap_or(label).to_owned()
    }

    /// The same where a release may be open: its languages then have their own names.
    pub(super) fn name_on(&self, desk: &Desk, locale: Locale) -> String {
        match (self, &desk.open) {
            (Command::ShowEdition(index), Some(open)) => match open.release.editions.get(*index) {
                Some(edition) => super::top_bar::own_name(&edition.lang),
                None => self.name(locale),
            },
            (_, _) => self.name(locale),
        }
    }

    /// The key of its words in the interface's languages.
    pub fn key(&self) -> &'static str {
        match self {
            Command::AskNew | Command::New(_) => "command-new-release",
            Command::Sample => "command-sample",
            Command::AskOpen | Command::Open(_) => "command-open",
            Command::Save | Command::SaveThen(_) => "command-save",
            Command::AskSaveIn | Command::SaveIn(..) => "command-save-as",
            Command::AskVersions => "command-versions",
            Command::CompareVersion(_) => "command-compare-version",
            Command::RestoreVersion => "command-restore-version",
            Command::NameVersion => "command-name-version",
            Command::AskExport => "command-export",
            Command::Export(_) => "command-export-files",
            Command::Print => "command-print",
            Command::Browse => "command-browse",
            Command::ShowEdition(_) => "command-show-language",
            Command::NextEdition => "command-next-language",
            Command::PreviousEdition => "command-previous-language",
            Command::AskEdition | Command::AddEdition(_) => "command-add-language",
            Command::RemoveEdition => "command-remove-language",
            Command::Approve(None) => "command-approve",
            Command::Approve(Some(_)) => "command-approve-language",
            Command::WithdrawApproval(None) => "command-withdraw-approval",
            Command::WithdrawApproval(Some(_)) => "command-withdraw-approval-language",
            Command::AddBlock(Addition::Paragraph, None) => "command-add-paragraph",
            Command::AddBlock(Addition::Quote, None) => "command-add-quote",
            Command::AddBlock(Addition::Heading, None) => "command-add-heading",
            Command::AddBlock(Addition::List, None) => "command-add-list",
            Command::AddBlock(Addition::Photo(_), _) => "command-add-photo",
            Command::AddBlock(Addition::Paragraph, Some(_)) => "command-insert-paragraph",
            Command::AddBlock(Addition::Quote, Some(_)) => "command-insert-quote",
            Command::AddBlock(Addition::Heading, Some(_)) => "command-insert-heading",
            Command::AddBlock(Addition::List, Some(_)) => "command-insert-list",
            Command::RemoveBlock(_) => "command-delete-block",
            Command::MoveBlock(_, Direction::Up) => "command-move-up",
            Command::MoveBlock(_, Direction::Down) => "command-move-down",
            Command::MoveBlockTo(..) => "command-move-here",
            Command::SplitBlock(..) => "command-split",
            Command::JoinAbove(_) => "command-join-above",
            Command::JoinBelow(_) => "command-join-below",
            Command::Paste(..) => "command-paste",
            Command::TurnInto(_, Shape::Paragraph) => "command-turn-into-paragraph",
            Command::TurnInto(_, Shape::Quote) => "command-turn-into-quote",
            Command::TurnInto(_, Shape::Heading) => "command-turn-into-heading",
            Command::TurnInto(_, Shape::List) => "command-turn-into-list",
            Command::NumberList(_, true) => "command-number-list",
            Command::NumberList(_, false) => "command-mark-list",
            Command::Emphasise(Emphasis::Strong) => "command-strong",
            Command::Emphasise(Emphasis::Slanted) => "command-emphasis",
            Command::AskLink => "command-link",
            Command::Link(_, Some(_)) => "command-set-link",
            Command::Link(_, None) => "command-remove-link",
            Command::IntroduceSpeaker(..) => "command-introduce-speaker",
            Command::AddSpeaker(_) => "command-add-speaker",
            Command::RemoveSpeaker(_) => "command-delete-speaker",
            Command::OpenRegister(RegisterShelf::People) => "command-people",
            Command::OpenRegister(RegisterShelf::Contacts) => "command-contacts",
            Command::QuotePerson(..) | Command::TakePerson(_) => "command-take-person",
            Command::TakeContact(_) => "command-take-contact",
            Command::RegisterSpeaker(Some(_)) | Command::RegisterContact(Some(_)) => "command-register",
            Command::RegisterSpeaker(None) => "command-register-speakers",
            Command::RegisterContact(None) => "command-register-contacts",
            Command::UpdateSpeakers => "command-update-speakers",
            Command::EditEntry(Some(_)) => "command-edit-entry",
            Command::EditEntry(None) => "command-new-entry",
            Command::KeepEntry => "command-keep-entry",
            Command::RemoveEntry => "command-remove-entry",
            Command::UndoEntry => "command-undo",
            Command::OpenHouses => "command-houses",
            Command::EditHouse(_) => "command-edit-entry",
            Command::KeepHouse => "command-keep-house",
            Command::CopyHouse(..) => "command-copy-house",
            Command::RenameHouse(_) => "command-rename-house",
            Command::RemoveHouse => "command-remove-house",
            Command::RestoreHouse => "command-undo",
            Command::AskPhotos | Command::AttachPhotos(_) => "command-add-photos",
            Command::RemovePhotos(_) => "command-delete-photo",
            Command::ViewPhotos => "command-view-photos",
            Command::MovePhotoTo(..) => "command-move-photo",
            Command::TurnPhotos(_) => "command-turn-photo",
            Command::NameInCaptions(..) => "command-name-in-captions",
            Command::CaptionByHeadline(_) => "command-caption-by-headline",
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
            Command::Mend(..) => "command-mend",
            Command::AskTypography => "command-ask-typography",
            Command::CorrectTypography => "command-correct-typography",
            Command::HelpTyping(_) | Command::HelpTypingIn(..) => "command-help-typing",
            Command::ToggleTypingHelp => "command-toggle-typing-help",
            Command::ToggleSigns => "command-toggle-signs",
            Command::GoToHeadline => "command-go-to-headline",
            Command::NextFinding => "command-next-question",
            Command::PreviousFinding => "command-previous-question",
            Command::LargerText => "command-larger-text",
            Command::SmallerText => "command-smaller-text",
            Command::UsualText => "command-usual-text",
            Command::OpenPalette => "command-palette",
            Command::OpenMenu => "command-menu",
            Command::OpenSettings => "command-settings",
            Command::OpenGuide(GuidePage::Shortcuts) => "command-shortcuts",
            Command::OpenGuide(_) => "command-guide",
            Command::Close => "command-close",
            Command::Quit => "command-quit",
            Command::Discard(_) => "command-discard-changes",
            Command::Cancel => "command-cancel",
            Command::DismissNotice => "command-dismiss",
            Command::ToggleLibrary => "command-toggle-library",
            Command::ForgetRecent(_) => "command-forget-recent",
            Command::AskNewsroom | Command::ChooseNewsroom(_) => "command-choose-newsroom",
            Command::UseNewsroom(Some(_)) => "command-use-newsroom",
            Command::UseNewsroom(None) => "command-leave-newsroom",
            Command::FindRelease => "command-find-release",
            Command::ShowShelf(Shelf::Releases) => "command-show-releases",
            Command::ShowShelf(Shelf::Templates) => "command-show-templates",
            Command::ShowShelf(Shelf::Trash) => "command-show-trash",
            Command::NewFrom(_) => "command-new-from",
            Command::KeepTemplate(_) => "command-keep-template",
            Command::AskRename(_) | Command::Rename(..) => "command-rename-release",
            Command::Trash(_) => "command-trash-release",
            Command::Restore(_) => "command-restore-release",
            Command::PutBack => "command-undo",
            Command::CopyRich => "command-copy-rich",
            Command::CopyMarkdown => "command-copy-markdown",
            Command::CopyBlock(_) => "command-copy-block",
            Command::StopExport => "command-stop-export",
            Command::ShowExported => "command-show-exported",
            Command::OpenFile(_) => "command-open-file",
            Command::ShowInFolder(_) => "command-show-in-folder",
            Command::CopyPath(_) => "command-copy-path",
            Command::TakeOver => "command-take-over",
            Command::Read => "command-only-read",
            Command::AskMerge(_) => "command-ask-merge",
            Command::Merge => "command-merge",
            Command::DiscardCopy => "command-discard-copy",
            Command::HideCopies => "command-hide-copies",
            Command::CopyReport => "command-copy-report",
            Command::DismissReport => "command-dismiss-report",
        }
    }

    /// Does it take something away that could be wanted back?
    pub fn deletes(&self) -> bool {
        matches!(
            self,
            Command::RemoveBlock(_)
                | Command::RemovePhotos(_)
                | Command::RemoveSpeaker(_)
                | Command::RemoveContact(_)
                | Command::RemoveEdition
        )
    }

    /// What is added by keys, by the menu or from the palette comes after the block with the cursor, where there is one.
    pub fn put_at_cursor(&mut self, cursor: Option<&Place>) {
        if let (Command::AddBlock(_, after @ None), Some(Place::Block(_, block))) = (self, cursor) {
            *after = Some(*block);
        }
    }
}
