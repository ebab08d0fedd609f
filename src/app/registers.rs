//! The newsroom's registers and the window: read, changed entry by entry, and taken over into the open release.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::picker::Wanted;
use super::{App, fresh_id};
use crate::desk::{Aside, Draft, Notice, Offer, RegisterChange, RegisterShelf, Registers};
use crate::newsroom::{self, Changed, FileError, ReadRegister};
use crate::register::{Change, KnownContact, Person, Register};
use crate::release::SpeakerId;
use crate::words::Message;

use uuid::Uuid;

/// A change on its way into the register of a newsroom.
#[derive(Debug)]
pub(super) struct Changing {
    folder: PathBuf,
    change: RegisterChange,
    known: Arc<Register>,
    why: Why,
}

/// Why a register is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    /// Somebody has written in it.
    Written,
    /// A speaker or a contact of the release was put into it.
    FromForm,
    /// The last change is taken back.
    Undone,
}

/// A register as it is after a change.
#[derive(Debug)]
pub(super) struct ChangedRegister {
    folder: PathBuf,
    change: RegisterChange,
    why: Why,
    outcome: Result<Entries, FileError>,
}

#[derive(Debug)]
enum Entries {
    People(Changed<Person>),
    Contacts(Changed<KnownContact>),
}

impl Changing {
    /// Puts the change into the file.
    pub(super) fn carry_out(self) -> ChangedRegister {
        let Changing { folder, change, known, why } = self;
        let outcome = match &change {
            RegisterChange::Person(change) => {
                newsroom::change_people(&folder, &known.people, change).map(Entries::People)
            }
            RegisterChange::Contact(change) => {
                newsroom::change_contacts(&folder, &known.contacts, change).map(Entries::Contacts)
            }
        };
        ChangedRegister { folder, change, why, outcome }
    }
}

impl App {
    /// Knows the people of the newsroom that is chosen, and keeps what was written in the register when it is put away.
    pub(super) fn keep_registers(&mut self) {
        let is_over = self.desk.aside != Some(Aside::Register);
        // What could not be kept waits there until somebody comes back to it.
        if is_over && self.desk.registers.draft.as_ref().is_some_and(|draft| !draft.failed) {
            self.keep_entry();
            self.desk.registers.draft = None;
        }
        let chosen = self.desk.newsroom().map(|newsroom| newsroom.folder.clone());
        if chosen != self.registers_of {
            self.registers_of = chosen;
            self.desk.registers = Registers::default();
            self.read_registers();
        }
        if let Some(open) = &mut self.desk.open {
            open.put_register(&self.desk.registers.known);
        }
    }

    pub(super) fn read_registers(&mut self) {
        if let Some(folder) = self.registers_of.clone() {
            self.jobs.read_registers(folder);
        }
    }

    pub(super) fn take_registers(&mut self, folder: &Path, read: ReadRegister) {
        if self.registers_of.as_deref() != Some(folder) {
            return;
        }
        let ReadRegister { register, troubles } = read;
        let registers = &mut self.desk.registers;
        registers.troubles = troubles.iter().map(FileError::message).collect();
        if *registers.known != register {
            registers.known = Arc::new(register);
        }
    }

    pub(super) fn open_register(&mut self, shelf: RegisterShelf) {
        if self.desk.newsroom().is_none() {
            self.want(Wanted::Newsroom);
            return;
        }
        self.read_registers();
        self.desk.library_over = false;
        let registers = &mut self.desk.registers;
        registers.shelf = shelf;
        registers.typed.clear();
        self.desk.aside = Some(Aside::Register);
    }

    /// What was written in the entry before is kept; whoever goes on to another has not given it up.
    pub(super) fn edit_entry(&mut self, id: Option<Uuid>) {
        self.keep_entry();
        let registers = &mut self.desk.registers;
        let fresh = id.unwrap_or_else(fresh_id);
        registers.draft = Some(match registers.shelf {
            RegisterShelf::People => Draft::of_person(registers.known.person(fresh).cloned(), fresh),
            RegisterShelf::Contacts => Draft::of_contact(registers.known.contact(fresh).cloned(), fresh),
        });
    }

    pub(super) fn keep_entry(&mut self) {
        let Some(draft) = &mut self.desk.registers.draft else { return };
        if draft.change.is_empty() {
            return;
        }
        let change = draft.change.clone();
        match &mut draft.change {
            RegisterChange::Person(Change { before, after }) => before.clone_from(after),
            RegisterChange::Contact(Change { before, after }) => before.clone_from(after),
        }
        (draft.theirs, draft.failed) = (false, false);
        self.change_register(change, Why::Written);
    }

    pub(super) fn remove_entry(&mut self) {
        let Some(draft) = self.desk.registers.draft.take() else { return };
        let mut change = draft.change;
        let was_there = match &mut change {
            RegisterChange::Person(Change { before, after }) => {
                *after = None;
                before.is_some()
            }
            RegisterChange::Contact(Change { before, after }) => {
                *after = None;
                before.is_some()
            }
        };
        if was_there {
            self.change_register(change, Why::Written);
        }
    }

    pub(super) fn undo_entry(&mut self) {
        let Some(last) = self.desk.registers.done.pop() else { return };
        let back = last.back();
        // What is shown is not what is about to be.
        if self.desk.registers.draft.as_ref().and_then(|draft| draft.change.id()) == back.id() {
            self.desk.registers.draft = None;
        }
        self.change_register(back, Why::Undone);
    }

    /// Puts the speakers whom the register does not know into it.
    pub(super) fn register_speakers(&mut self, only: Option<SpeakerId>) {
        let Some(open) = &mut self.desk.open else { return };
        let people: Vec<Person> = open
            .unregistered_speakers(only)
            .into_iter()
            .filter_map(|id| open.register_speaker(id, fresh_id()))
            .collect();
        for person in people {
            self.change_register(RegisterChange::Person(Change { before: None, after: Some(person) }), Why::FromForm);
        }
    }

    /// Puts the contacts that the register does not know into it.
    pub(super) fn register_contacts(&mut self, only: Option<usize>) {
        let Some(open) = &self.desk.open else { return };
        let contacts: Vec<_> = open.unregistered_contacts(only).into_iter().cloned().collect();
        for contact in contacts {
            let after = Some(KnownContact { id: fresh_id(), contact });
            self.change_register(RegisterChange::Contact(Change { before: None, after }), Why::FromForm);
        }
    }

    /// As one step, which the notice offers to take back.
    pub(super) fn update_speakers(&mut self) {
        let Some(open) = &mut self.desk.open else { return };
        open.update_speakers();
        open.history.note(&open.release, 0, 0.0);
        let offer = Some(Offer::Undo { step: open.history.step() });
        self.desk.notice = Some(Notice { offer, ..Notice::new(Message::new("register-updated")) });
    }

    fn change_register(&mut self, change: RegisterChange, why: Why) {
        let Some(folder) = self.registers_of.clone() else { return };
        let known = Arc::clone(&self.desk.registers.known);
        self.jobs.change_register(Changing { folder, change, known, why });
    }

    pub(super) fn changed_register(&mut self, changed: ChangedRegister) {
        let ChangedRegister { folder, change, why, outcome } = changed;
        if self.registers_of.as_ref() != Some(&folder) {
            return;
        }
        let registers = &mut self.desk.registers;
        let known = Register::clone(&registers.known);
        let (known, theirs) = match outcome {
            Ok(Entries::People(Changed { entries, theirs })) => (
                Register { people: entries, ..known },
                theirs.map(|theirs| put_theirs(&change, Draft::of_person(Some(theirs.clone()), theirs.id))),
            ),
            Ok(Entries::Contacts(Changed { entries, theirs })) => (
                Register { contacts: entries, ..known },
                theirs.map(|theirs| put_theirs(&change, Draft::of_contact(Some(theirs.clone()), theirs.id))),
            ),
            Err(error) => return self.not_changed(change, why, &error),
        };
        registers.known = Arc::new(known);
        match theirs {
            // Nothing was written; what was meant stands in the fields, with theirs told beside it.
            Some(draft) => {
                if registers.draft.as_ref().is_some_and(|other| other.change.id() != draft.change.id()) {
                    self.keep_entry();
                }
                let registers = &mut self.desk.registers;
                registers.shelf = match change {
                    RegisterChange::Person(_) => RegisterShelf::People,
                    RegisterChange::Contact(_) => RegisterShelf::Contacts,
                };
                registers.draft = Some(draft);
                self.desk.aside = Some(Aside::Register);
            }
            None => {
                if why != Why::Undone {
                    registers.done.push(change);
                }
                if why == Why::FromForm {
                    self.desk.say(Message::new("register-added"));
                }
            }
        }
        if let Some(open) = &mut self.desk.open {
            open.put_register(&self.desk.registers.known);
        }
    }

    /// What could not be kept stays in the fields.
    fn not_changed(&mut self, change: RegisterChange, why: Why, error: &FileError) {
        self.complain(&error.message());
        let registers = &mut self.desk.registers;
        match why {
            Why::Written if !change.removes() => {
                let elsewhere = registers.draft.as_ref().is_some_and(|draft| draft.change.id() != change.id());
                if !elsewhere || registers.draft.as_ref().is_some_and(|draft| draft.change.is_empty()) {
                    registers.draft = Some(Draft { change, theirs: false, failed: true });
                }
            }
            Why::Undone => registers.done.push(change.back()),
            Why::Written | Why::FromForm => {}
        }
        self.read_registers();
    }
}

/// The entry as somebody else has left it, with what was written here in its fields.
fn put_theirs(ours: &RegisterChange, theirs: Draft) -> Draft {
    let change = match (ours, theirs.change) {
        (RegisterChange::Person(Change { after: Some(ours), .. }), RegisterChange::Person(Change { before, .. })) => {
            RegisterChange::Person(Change { before, after: Some(ours.clone()) })
        }
        (RegisterChange::Contact(Change { after: Some(ours), .. }), RegisterChange::Contact(Change { before, .. })) => {
            RegisterChange::Contact(Change { before, after: Some(ours.clone()) })
        }
        // It was to be removed: theirs is shown instead.
        (_, theirs) => theirs,
    };
    Draft { change, theirs: true, failed: false }
}
