//! Which keys ask for which command. They follow Word and the system; `COMMAND` is Ctrl, on macOS the command key.
//!
//! Never Ctrl and Alt together: that is AltGr, with which people on Windows type letters.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers, Popup};

use super::Command;
use crate::desk::marks::Emphasis;
use crate::desk::{Addition, Desk, Direction, GuidePage, View};
use crate::ui::alt;

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn shifted(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn alone(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

impl Command {
    /// The keys that menus and tooltips show.
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        self.shortcuts().first().copied()
    }

    /// All keys that ask for it; the first are the ones that are shown.
    pub fn shortcuts(&self) -> &'static [KeyboardShortcut] {
        match self {
            Command::AskNew => const { &[plain(Key::N)] },
            Command::AskOpen => const { &[plain(Key::O)] },
            Command::Save => const { &[plain(Key::S)] },
            Command::AskSaveIn => const { &[shifted(Key::S), alone(Key::F12)] },
            Command::AskExport => const { &[plain(Key::E)] },
            Command::Print => const { &[plain(Key::P)] },
            Command::Close => const { &[plain(Key::W)] },
            Command::Quit => const { &[plain(Key::Q)] },
            Command::Undo => const { &[plain(Key::Z)] },
            Command::Redo => const { &[shifted(Key::Z), plain(Key::Y)] },
            Command::CopyRich => const { &[shifted(Key::C)] },
            Command::Emphasise(Emphasis::Strong) => const { &[plain(Key::B)] },
            Command::Emphasise(Emphasis::Slanted) => const { &[plain(Key::I)] },
            Command::AskLink => const { &[plain(Key::K)] },
            Command::MoveBlock(_, Direction::Up) => const { &[KeyboardShortcut::new(Modifiers::ALT, Key::ArrowUp)] },
            Command::MoveBlock(_, Direction::Down) => {
                const { &[KeyboardShortcut::new(Modifiers::ALT, Key::ArrowDown)] }
            }
            // Tells the reader of a card's menu; the card itself takes the keys.
            Command::AddBlock(Addition::Paragraph, Some(_)) => const { &[plain(Key::Enter)] },
            Command::GoToHeadline => const { &[alone(Key::F6)] },
            // F7 is where Word looks for mistakes.
            Command::NextFinding => const { &[alone(Key::F7)] },
            Command::PreviousFinding => const { &[KeyboardShortcut::new(Modifiers::SHIFT, Key::F7)] },
            // Ctrl+Shift+N is a plain paragraph in Word, too, and Ctrl+Shift+L a list. D: direct speech, дәйексөз.
            Command::AddBlock(Addition::Paragraph, None) => const { &[shifted(Key::N)] },
            Command::AddBlock(Addition::Quote, _) => const { &[shifted(Key::D)] },
            Command::AddBlock(Addition::Heading, _) => const { &[shifted(Key::H)] },
            Command::AddBlock(Addition::List, _) => const { &[shifted(Key::L)] },
            Command::AskPhotos => const { &[shifted(Key::I)] },
            Command::ViewPhotos => const { &[alone(Key::F4)] },
            Command::AskTypography => const { &[shifted(Key::T)] },
            // Where Word shows its signs.
            Command::ToggleSigns => const { &[shifted(Key::Num8)] },
            Command::TogglePreview => const { &[alone(Key::F8)] },
            Command::FindRelease => const { &[shifted(Key::F)] },
            Command::ToggleLibrary => const { &[alone(Key::F9)] },
            Command::ShowEdition(0) => const { &[plain(Key::Num1)] },
            Command::ShowEdition(1) => const { &[plain(Key::Num2)] },
            Command::ShowEdition(2) => const { &[plain(Key::Num3)] },
            Command::NextEdition => const { &[plain(Key::PageDown)] },
            Command::PreviousEdition => const { &[plain(Key::PageUp)] },
            // On many keyboards plus is the shifted equals sign.
            Command::LargerText => const { &[plain(Key::Plus), plain(Key::Equals)] },
            Command::SmallerText => const { &[plain(Key::Minus)] },
            Command::UsualText => const { &[plain(Key::Num0)] },
            Command::OpenPalette => const { &[shifted(Key::P)] },
            Command::OpenMenu => const { &[alone(Key::F10)] },
            Command::OpenSettings => const { &[plain(Key::Comma)] },
            Command::OpenGuide(GuidePage::FirstRelease) => const { &[alone(Key::F1)] },
            // On a Russian keyboard the key of the slash gives a full stop.
            Command::OpenGuide(GuidePage::Shortcuts) => const { &[plain(Key::Slash), plain(Key::Period)] },
            Command::OpenGuide(
                GuidePage::Quotes | GuidePage::Photos | GuidePage::People | GuidePage::Houses | GuidePage::Several,
            )
            | Command::New(_)
            | Command::Sample
            | Command::Open(_)
            | Command::SaveThen(_)
            | Command::SaveIn(..)
            | Command::Export(_)
            | Command::AskVersions
            | Command::CompareVersion(_)
            | Command::RestoreVersion
            | Command::NameVersion
            | Command::Browse
            | Command::ShowEdition(_)
            | Command::AskEdition
            | Command::AddEdition(_)
            | Command::RemoveEdition
            | Command::Approve(_)
            | Command::WithdrawApproval(_)
            | Command::AddBlock(Addition::Photo(_), _)
            | Command::RemoveBlock(_)
            | Command::MoveBlockTo(..)
            | Command::SplitBlock(..)
            | Command::JoinAbove(_)
            | Command::JoinBelow(_)
            | Command::Paste(..)
            | Command::TurnInto(..)
            | Command::NumberList(..)
            | Command::Link(..)
            | Command::IntroduceSpeaker(..)
            | Command::ForgetRecent(_)
            | Command::AskNewsroom
            | Command::ChooseNewsroom(_)
            | Command::UseNewsroom(_)
            | Command::ShowShelf(_)
            | Command::NewFrom(_)
            | Command::KeepTemplate(_)
            | Command::AskRename(_)
            | Command::Rename(..)
            | Command::Trash(_)
            | Command::Restore(_)
            | Command::PutBack
            | Command::CopyText
            | Command::CopyMarkdown
            | Command::CopyBlock(_)
            | Command::StopExport
            | Command::ShowExported
            | Command::OpenFile(_)
            | Command::ShowInFolder(_)
            | Command::CopyPath(_)
            | Command::TakeOver
            | Command::Read
            | Command::AskMerge(_)
            | Command::Merge
            | Command::DiscardCopy
            | Command::HideCopies
            | Command::CopyReport
            | Command::DismissReport
            | Command::AddSpeaker(_)
            | Command::RemoveSpeaker(_)
            | Command::AttachPhotos(_)
            | Command::RemovePhotos(_)
            | Command::MovePhotoTo(..)
            | Command::TurnPhotos(_)
            | Command::NameInCaptions(..)
            | Command::CaptionByHeadline(_)
            | Command::AddContact
            | Command::OpenRegister(_)
            | Command::QuotePerson(..)
            | Command::TakePerson(_)
            | Command::TakeContact(_)
            | Command::RegisterSpeaker(_)
            | Command::RegisterContact(_)
            | Command::UpdateSpeakers
            | Command::EditEntry(_)
            | Command::KeepEntry
            | Command::RemoveEntry
            | Command::UndoEntry
            | Command::OpenHouses
            | Command::EditHouse(_)
            | Command::KeepHouse
            | Command::CopyHouse(..)
            | Command::RenameHouse(_)
            | Command::RemoveHouse
            | Command::RestoreHouse
            | Command::RemoveContact(_)
            | Command::Show(View::Page | View::Web | View::Mail | View::Text)
            | Command::GoTo(_)
            | Command::Mend(..)
            | Command::CorrectTypography
            | Command::HelpTyping(_)
            | Command::HelpTypingIn(..)
            | Command::ToggleTypingHelp
            | Command::Discard(_)
            | Command::Cancel
            | Command::DismissNotice => &[],
        }
    }

    /// The commands whose keys were pressed, in their order. Their keys are taken away from whatever has the focus; one
    /// that cannot be carried out now takes its keys all the same, so that no field undoes by itself.
    pub fn by_keys(ctx: &Context, desk: &Desk) -> Vec<Command> {
        let mut asked = Vec::new();
        if alt::was_tapped(ctx) && Command::OpenMenu.is_in_reach(desk) {
            if Popup::is_any_open(ctx) {
                Popup::close_all(ctx);
            } else {
                asked.push(Command::OpenMenu);
            }
        }
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                let Event::Key { key, pressed: true, modifiers, repeat, .. } = event else { return true };
                let meant = Command::listed()
                    .map(|(_, command)| command)
                    .filter(|command| !command.is_of_a_card())
                    .find(|command| {
                        command.is_in_reach(desk)
                            && command.shortcuts().iter().any(|keys| meets(keys, *key, *modifiers))
                    });
                let Some(command) = meant else { return true };
                if command.is_possible(desk) && (!repeat || command.may_repeat()) {
                    asked.push(command.clone());
                }
                false
            });
        });
        asked
    }

    /// Do its keys count now? A question is answered first, and its fields keep their own keys; what lies over the release
    /// can be exchanged for another. The size of the text can always be changed: whoever needs it needs it there too.
    fn is_in_reach(&self, desk: &Desk) -> bool {
        let size = matches!(self, Command::LargerText | Command::SmallerText | Command::UsualText);
        let other = matches!(self, Command::OpenPalette | Command::OpenSettings | Command::OpenGuide(_));
        size || desk.question.is_none() && (other || desk.aside.is_none())
    }

    /// The card with the cursor takes its keys itself, in their order among the letters.
    pub fn is_of_a_card(&self) -> bool {
        matches!(self, Command::Emphasise(_) | Command::AskLink)
    }

    /// Does it go on as long as its keys are held down?
    fn may_repeat(&self) -> bool {
        matches!(
            self,
            Command::Undo
                | Command::Redo
                | Command::LargerText
                | Command::SmallerText
                | Command::NextEdition
                | Command::PreviousEdition
                | Command::NextFinding
                | Command::PreviousFinding
        )
    }
}

/// Are these the keys? Exactly these modifiers, so that AltGr and E stays a letter; only a sign may need Shift by itself.
fn meets(wanted: &KeyboardShortcut, key: Key, modifiers: Modifiers) -> bool {
    let sign =
        matches!(wanted.logical_key, Key::Plus | Key::Equals | Key::Minus | Key::Slash | Key::Period | Key::Comma);
    let shift = if sign && !wanted.modifiers.shift { false } else { modifiers.shift };
    let both = modifiers.mac_cmd && modifiers.ctrl;
    key == wanted.logical_key && !both && Modifiers { shift, ..modifiers }.matches_exact(wanted.modifiers)
}
