//! What can be carried out now.

use super::Command;
use crate::desk::{Access, Desk, Open};
use crate::newsroom::Preferences;

impl Command {
    /// Would it do anything now? What would not is grey in the menu and left out of the palette.
    pub fn is_possible(&self, desk: &Desk) -> bool {
        let open = desk.open.as_ref();
        // What would be changed now would be gone in a moment.
        let writable = open.filter(|open| !desk.is_opening && !open.is_read_only());
        let zoom = desk.preferences.zoom;
        match self {
            Command::AskNew
            | Command::New(_)
            | Command::Sample
            | Command::AskOpen
            | Command::Open(_)
            | Command::OpenPalette
            | Command::OpenMenu
            | Command::OpenSettings
            | Command::OpenGuide(_)
            | Command::Discard(_)
            | Command::ForgetRecent(_)
            | Command::AskNewsroom
            | Command::ChooseNewsroom(_)
            | Command::UseNewsroom(Some(_))
            // Without a newsroom it asks for one.
            | Command::FindRelease
            | Command::NewFrom(_)
            | Command::Rename(..)
            | Command::OpenFile(_)
            | Command::ShowInFolder(_)
            | Command::CopyPath(_)
            | Command::Quit => true,
            Command::Save | Command::SaveThen(_) => open.is_some_and(|open| !open.is_read_only()),
            Command::TakeOver => open.is_some_and(|open| open.access != Access::Writes),
            Command::Read => desk.question.is_some(),
            Command::AskMerge(_) => writable.is_some_and(|open| open.folder.is_some()) && has_copies(desk),
            Command::Merge | Command::DiscardCopy => writable.is_some() && desk.merging.is_some(),
            Command::HideCopies => !desk.company.copies.is_empty(),
            Command::AskSaveIn
            | Command::SaveIn(..)
            | Command::AskExport
            | Command::Export(_)
            | Command::Print
            | Command::CopyText
            | Command::CopyRich
            | Command::CopyMarkdown
            | Command::CopyBlock(_)
            | Command::Show(_)
            | Command::TogglePreview
            | Command::ToggleTypingHelp
            | Command::ToggleSigns
            | Command::GoTo(_)
            | Command::GoToHeadline
            | Command::Close => open.is_some(),
            Command::AskVersions => writable.is_some_and(|open| open.folder.is_some()),
            Command::CompareVersion(_) => writable.is_some(),
            Command::RestoreVersion | Command::NameVersion => writable.is_some() && desk.versions.chosen.is_some(),
            Command::CorrectTypography => {
                writable.is_some() && desk.proposed.iter().any(|proposed| proposed.wanted)
            }
            Command::Mend(..)
            | Command::AskTypography
            | Command::HelpTyping(_)
            | Command::HelpTypingIn(..)
            | Command::AskEdition
            | Command::AddEdition(_)
            | Command::AddBlock(..)
            | Command::RemoveBlock(_)
            | Command::MoveBlock(..)
            | Command::MoveBlockTo(..)
            | Command::SplitBlock(..)
            | Command::JoinAbove(_)
            | Command::JoinBelow(_)
            | Command::Paste(..)
            | Command::TurnInto(..)
            | Command::NumberList(..)
            | Command::IntroduceSpeaker(..)
            | Command::AddSpeaker(_)
            | Command::RemoveSpeaker(_)
            | Command::AskPhotos
            | Command::AttachPhotos(_)
            | Command::RemovePhotos(_)
            | Command::MovePhotoTo(..)
            | Command::TurnPhotos(_)
            | Command::NameInCaptions(..)
            | Command::CaptionByHeadline(_)
            | Command::AddContact
            | Command::RemoveContact(_) => writable.is_some(),
            // Without a newsroom it asks for one.
            Command::OpenRegister(_) | Command::OpenHouses => true,
            Command::QuotePerson(..) | Command::TakePerson(_) | Command::TakeContact(_) => writable.is_some(),
            Command::RegisterSpeaker(only) => {
                desk.newsroom().is_some() && writable.is_some_and(|open| !open.unregistered_speakers(*only).is_empty())
            }
            Command::RegisterContact(only) => {
                desk.newsroom().is_some() && writable.is_some_and(|open| !open.unregistered_contacts(*only).is_empty())
            }
            Command::UpdateSpeakers => writable.is_some_and(|open| !open.outdated_speakers().is_empty()),
            Command::EditEntry(_) | Command::EditHouse(_) | Command::CopyHouse(..) => desk.newsroom().is_some(),
            Command::RenameHouse(_) | Command::RemoveHouse => desk.house_styles.chosen.is_some(),
            Command::RestoreHouse => desk.house_styles.removed.is_some(),
            Command::KeepHouse => {
                let draft = desk.house_styles.draft.as_ref();
                draft.is_some_and(|draft| draft.is_changed() && draft.house.check().is_ok())
            }
            Command::KeepEntry => desk.registers.draft.as_ref().is_some_and(|draft| !draft.change.is_empty()),
            Command::RemoveEntry => desk.registers.draft.is_some(),
            Command::UndoEntry => !desk.registers.done.is_empty(),
            Command::ToggleLibrary => open.is_some() || desk.newsroom().is_some(),
            Command::UseNewsroom(None) | Command::ShowShelf(_) | Command::Restore(_) => desk.newsroom().is_some(),
            Command::AskRename(folder) => desk.meant(folder.as_deref()).is_some(),
            Command::KeepTemplate(folder) => desk.newsroom().is_some() && desk.meant(folder.as_deref()).is_some(),
            Command::Trash(folder) => {
                desk.meant(folder.as_deref()).is_some_and(|folder| desk.is_in_newsroom(&folder))
            }
            Command::PutBack => desk.trashed.is_some() && desk.newsroom().is_some(),
            Command::ViewPhotos => writable.is_some_and(|open| !open.release.photos.is_empty()),
            Command::RemoveEdition => writable.is_some_and(|open| open.release.editions.len() > 1),
            Command::Approve(index) => writable.is_some_and(|open| open.can_be_approved(*index)),
            Command::WithdrawApproval(index) => writable.is_some_and(|open| open.is_approved_once(*index)),
            Command::Undo => writable.is_some_and(|open| open.history.can_undo()),
            Command::Redo => writable.is_some_and(|open| open.history.can_redo()),
            Command::ShowEdition(index) => open.is_some_and(|open| *index < open.release.editions.len()),
            Command::NextEdition | Command::PreviousEdition => open.is_some_and(|open| open.release.editions.len() > 1),
            Command::NextFinding | Command::PreviousFinding => open.is_some_and(has_findings),
            Command::LargerText => zoom < Preferences::LARGEST,
            Command::SmallerText => zoom > Preferences::SMALLEST,
            Command::UsualText => (zoom - 1.0).abs() > f32::EPSILON,
            Command::Emphasise(_) | Command::AskLink | Command::Link(..) => writable.is_some_and(has_cursor_in_text),
            Command::StopExport => desk.exporting.is_some(),
            Command::ShowExported => desk.exported.is_some(),
            Command::CopyReport | Command::DismissReport => desk.report.is_some(),
            Command::Browse => desk.question.is_some(),
            Command::Cancel => desk.question.is_some() || desk.aside.is_some(),
            Command::DismissNotice => desk.notice.is_some(),
        }
    }
}

/// Does the cursor stand in a card of the body, or did it stand there last?
fn has_cursor_in_text(open: &Open) -> bool {
    open.cursor.as_ref().is_some_and(|cursor| open.shown().block(cursor.block).is_some())
}

/// Does another text of the open release lie beside it?
fn has_copies(desk: &Desk) -> bool {
    desk.others_texts().next().is_some()
}

fn has_findings(open: &Open) -> bool {
    !open.findings().is_empty()
}
