//! The commands that a person can look up, in the order of the menu. The menu, the palette and the sheet of keys are all
//! built from this one table.

use super::Command;
use crate::desk::marks::Emphasis;
use crate::desk::{Addition, GuidePage, RegisterShelf, View};
use crate::newsroom::Shelf;
use crate::words::Locale;

/// What a command is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// The release as a whole.
    Release,
    /// What was written, and the way through it.
    Edit,
    /// What can be added.
    Insert,
    /// How it is shown.
    View,
    /// How the program is used.
    Help,
}

impl Group {
    /// All of them, in their order.
    pub const ALL: [Group; 5] = [Group::Release, Group::Edit, Group::Insert, Group::View, Group::Help];

    /// Its words over a part of the menu.
    pub fn label(self, locale: Locale) -> &'static str {
        locale.say(match self {
            Group::Release => "menu-release",
            Group::Edit => "menu-edit",
            Group::Insert => "menu-insert",
            Group::View => "menu-view",
            Group::Help => "menu-help",
        })
    }

    /// Its commands; between the parts the menu draws a line.
    pub fn parts(self) -> impl Iterator<Item = &'static [Command]> {
        LISTED.iter().filter(move |(group, _)| *group == self).map(|(_, part)| *part)
    }
}

impl Command {
    /// Every command of the table, with its group.
    pub fn listed() -> impl Iterator<Item = (Group, &'static Command)> {
        LISTED.iter().flat_map(|(group, part)| part.iter().map(|command| (*group, command)))
    }
}

/// The table: what belongs together stands in one part.
pub static LISTED: &[(Group, &[Command])] = &[
    (Group::Release, &[Command::AskNew, Command::AskOpen, Command::Sample]),
    (Group::Release, &[Command::FindRelease, Command::ShowShelf(Shelf::Templates), Command::AskNewsroom]),
    (Group::Release, &[Command::Save, Command::AskSaveIn, Command::AskVersions]),
    (Group::Release, &[Command::AskMerge(None), Command::TakeOver]),
    (Group::Release, &[Command::KeepTemplate(None), Command::AskRename(None), Command::Trash(None)]),
    (Group::Release, &[Command::AskExport, Command::Print]),
    (Group::Release, &[Command::Close, Command::Quit]),
    (Group::Edit, &[Command::Undo, Command::Redo]),
    (Group::Edit, &[Command::Emphasise(Emphasis::Strong), Command::Emphasise(Emphasis::Slanted), Command::AskLink]),
    (Group::Edit, &[Command::CopyRich, Command::CopyText, Command::CopyMarkdown]),
    (Group::Edit, &[Command::GoToHeadline, Command::NextFinding, Command::PreviousFinding]),
    (Group::Edit, &[Command::AskTypography, Command::ToggleTypingHelp]),
    (Group::Edit, &[Command::RemoveEdition]),
    (Group::Edit, &[Command::Approve(None), Command::WithdrawApproval(None)]),
    (
        Group::Edit,
        &[
            Command::OpenRegister(RegisterShelf::People),
            Command::OpenRegister(RegisterShelf::Contacts),
            Command::OpenHouses,
            Command::RegisterSpeaker(None),
            Command::RegisterContact(None),
            Command::UpdateSpeakers,
        ],
    ),
    (
        Group::Insert,
        &[
            Command::AddBlock(Addition::Paragraph, None),
            Command::AddBlock(Addition::Quote, None),
            Command::AddBlock(Addition::Heading, None),
            Command::AddBlock(Addition::List, None),
        ],
    ),
    (Group::Insert, &[Command::AskPhotos, Command::AddSpeaker(None), Command::AddContact]),
    (Group::Insert, &[Command::AskEdition]),
    (
        Group::View,
        &[
            Command::Show(View::Page),
            Command::Show(View::Web),
            Command::Show(View::Mail),
            Command::Show(View::Text),
            Command::ViewPhotos,
            Command::TogglePreview,
            Command::ToggleLibrary,
            Command::ToggleSigns,
            Command::ShowShelf(Shelf::Releases),
            Command::ShowShelf(Shelf::Trash),
        ],
    ),
    (
        Group::View,
        &[
            Command::ShowEdition(0),
            Command::ShowEdition(1),
            Command::ShowEdition(2),
            Command::NextEdition,
            Command::PreviousEdition,
        ],
    ),
    (Group::View, &[Command::LargerText, Command::SmallerText, Command::UsualText]),
    (Group::View, &[Command::OpenSettings]),
    (Group::Help, &[Command::OpenGuide(GuidePage::FirstRelease), Command::OpenGuide(GuidePage::Shortcuts)]),
    (Group::Help, &[Command::OpenPalette, Command::OpenMenu]),
];
