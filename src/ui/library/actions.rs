//! What can be done with a release of the list.

use std::path::Path;

use egui::{Button, Ui};

use crate::desk::Desk;
use crate::newsroom::{RELEASE_FILE, Shelf};
use crate::ui::command::Command;
use crate::ui::menu;
use crate::ui::strings::{locale, say};

/// What a click does, and Enter.
pub(super) fn main(shelf: Shelf, folder: &Path) -> Command {
    match shelf {
        Shelf::Releases | Shelf::Trash => Command::Open(folder.to_owned()),
        Shelf::Templates => Command::NewFrom(folder.to_owned()),
    }
}

/// Opens what was found first.
pub(super) fn open_first(desk: &Desk, commands: &mut Vec<Command>) {
    let first = desk.catalogue.found().and_then(|hits| hits.rows.first()).filter(|_| desk.catalogue.is_answered());
    commands.extend(first.map(|first| main(first.key.shelf(), &first.folder)));
}

/// What a release's own menu offers.
pub(super) fn menu(ui: &mut Ui, desk: &Desk, shelf: Shelf, folder: &Path, commands: &mut Vec<Command>) {
    menu::roomy(ui);
    let folder = folder.to_owned();
    let open = Command::Open(folder.clone());
    let copy = Command::NewFrom(folder.clone());
    let rename = Command::AskRename(Some(folder.clone()));
    let show = Command::ShowInFolder(folder.join(RELEASE_FILE));
    let trash = Command::Trash(Some(folder.clone()));
    let offered = match shelf {
        Shelf::Releases => vec![open, copy, Command::KeepTemplate(Some(folder)), rename, show, trash],
        Shelf::Templates => vec![copy, open, rename, show, trash],
        Shelf::Trash => vec![Command::Restore(folder), open, show],
    };
    for command in offered {
        // "Open…" asks which one; here it is known.
        let label =
            if matches!(command, Command::Open(_)) { say(ui, "releases-open") } else { command.label(locale(ui)) };
        let button = Button::new(label).frame_when_inactive(false);
        if ui.add_enabled(command.is_possible(desk), button).clicked() {
            commands.push(command);
            ui.close();
        }
    }
}
