//! The newsroom's registers on the desk: what is known of people, and what of it stands in the open release.

use std::sync::Arc;

use uuid::Uuid;

use super::{Open, beside, let_verb_agree};
use crate::register::{Change, Entry, KnownContact, Person, Register};
use crate::release::{Block, BlockId, BlockKind, Contact, Lang, Quote, Speaker, SpeakerId};
use crate::words::Message;

/// The registers as they were read last, and the window that shows them.
#[derive(Debug, Default)]
pub struct Registers {
    /// What stands in them.
    pub known: Arc<Register>,
    /// Why one of them cannot be read.
    pub troubles: Vec<Message>,
    /// Which of them is shown.
    pub shelf: RegisterShelf,
    /// The letters by which somebody looks for an entry.
    pub typed: String,
    /// The entry that is being written in.
    pub draft: Option<Draft>,
    /// What was changed here, to be taken back one by one.
    pub done: Vec<RegisterChange>,
}

/// One of the two registers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RegisterShelf {
    /// Who is quoted.
    #[default]
    People,
    /// Who answers.
    Contacts,
}

/// A change in one of the registers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisterChange {
    /// Of a person.
    Person(Change<Person>),
    /// Of a contact.
    Contact(Change<KnownContact>),
}

/// An entry that is being written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// As it was when somebody began, and as it is now.
    pub change: RegisterChange,
    /// Somebody else has changed the same words meanwhile; what is kept now replaces theirs.
    pub theirs: bool,
    /// It could not be kept; it waits for another try.
    pub failed: bool,
}

impl RegisterChange {
    /// The change that takes this one back.
    #[must_use]
    pub fn back(self) -> Self {
        match self {
            RegisterChange::Person(change) => RegisterChange::Person(change.back()),
            RegisterChange::Contact(change) => RegisterChange::Contact(change.back()),
        }
    }

    /// Would it change nothing, because nobody has written anything?
    pub fn is_empty(&self) -> bool {
        match self {
            RegisterChange::Person(Change { before, after }) => match (before, after) {
                (None, Some(after)) => *after == Person::new(after.id),
                (before, after) => before == after,
            },
            RegisterChange::Contact(Change { before, after }) => match (before, after) {
                (None, Some(after)) => after.contact.is_empty(),
                (before, after) => before == after,
            },
        }
    }

    /// The entry of which it speaks.
    pub fn id(&self) -> Option<Uuid> {
        match self {
            RegisterChange::Person(Change { before, after }) => after.as_ref().or(before.as_ref()).map(Entry::id),
            RegisterChange::Contact(Change { before, after }) => after.as_ref().or(before.as_ref()).map(Entry::id),
        }
    }

    /// Does it take an entry away?
    pub fn removes(&self) -> bool {
        match self {
            RegisterChange::Person(change) => change.after.is_none(),
            RegisterChange::Contact(change) => change.after.is_none(),
        }
    }
}

impl Draft {
    /// The person as it stands in the register, to be written in; or a new one.
    pub fn of_person(before: Option<Person>, id: Uuid) -> Self {
        let after = Some(before.clone().unwrap_or_else(|| Person::new(id)));
        Draft { change: RegisterChange::Person(Change { before, after }), theirs: false, failed: false }
    }

    /// The same with a contact.
    pub fn of_contact(before: Option<KnownContact>, id: Uuid) -> Self {
        let after = Some(before.clone().unwrap_or_else(|| KnownContact { id, contact: Contact::default() }));
        Draft { change: RegisterChange::Contact(Change { before, after }), theirs: false, failed: false }
    }
}

impl Open {
    /// What the newsroom knows of people from now on.
    pub fn put_register(&mut self, register: &Arc<Register>) {
        if Arc::ptr_eq(&self.register, register) {
            return;
        }
        // Who was known by a name stays known when the register corrects that name.
        for speaker in &self.release.speakers {
            if let Some(person) = self.register.person_of(speaker) {
                self.came_from.insert(speaker.id, person.id);
            }
        }
        self.register = Arc::clone(register);
        self.set_from = None;
    }

    /// What the newsroom knows of people.
    pub fn register(&self) -> &Arc<Register> {
        &self.register
    }

    /// Who this speaker is.
    pub fn person_of(&self, speaker: &Speaker) -> Option<&Person> {
        let known = || self.came_from.get(&speaker.id).and_then(|id| self.register.person(*id));
        self.register.person_of(speaker).or_else(known)
    }

    /// The languages of the release.
    pub fn langs(&self) -> Vec<Lang> {
        self.release.editions.iter().map(|edition| edition.lang.clone()).collect()
    }

    /// Lets a quote speak with the voice of somebody whom the register knows.
    pub fn quote_person(&mut self, quote: BlockId, person: Uuid) {
        let Some(id) = self.take_person(person) else { return };
        let (lang, verbs) = (self.lang(), self.verbs().to_vec());
        let Some(speaker) = self.release.speaker(id).cloned() else { return };
        let block = self.shown_mut().body.iter_mut().find(|block| block.id == quote);
        if let Some(Block { kind: BlockKind::Quote(quote), .. }) = block {
            let Quote { speaker: voice, tail, .. } = quote;
            *voice = Some(id);
            // Who was named after the verb until now is not named twice.
            *tail = beside(tail, &speaker, &lang);
            let_verb_agree(quote, &speaker, &lang, &verbs);
        }
    }

    /// Makes somebody whom the register knows a speaker of the release, once.
    pub fn take_person(&mut self, person: Uuid) -> Option<SpeakerId> {
        let register = Arc::clone(&self.register);
        let person = register.person(person)?;
        let there = self
            .release
            .speakers
            .iter()
            .find(|speaker| self.person_of(speaker).is_some_and(|known| known.id == person.id));
        if let Some(there) = there {
            return Some(there.id);
        }
        let mut speaker = Speaker::new(self.release.fresh_speaker_id());
        person.write_into(&mut speaker, &self.langs(), self.release.issued);
        let id = speaker.id;
        self.release.speakers.push(speaker);
        Some(id)
    }

    /// Takes a contact from the register, once.
    pub fn take_contact(&mut self, contact: Uuid) {
        if let Some(known) = self.register.contact(contact)
            && !self.release.contacts.contains(&known.contact)
        {
            // An empty card waits for nothing else.
            self.release.contacts.retain(|contact| !contact.is_empty());
            self.release.contacts.push(known.contact.clone());
        }
    }

    /// The speakers, or this one, whom the register does not know, and who have a name.
    pub fn unregistered_speakers(&self, only: Option<SpeakerId>) -> Vec<SpeakerId> {
        let wanted = self.release.speakers.iter().filter(|speaker| only.is_none_or(|only| speaker.id == only));
        let unknown = |speaker: &&Speaker| !speaker.name.is_blank() && self.person_of(speaker).is_none();
        wanted.filter(unknown).map(|speaker| speaker.id).collect()
    }

    /// The contacts, or the one of this number, which the register does not know.
    pub fn unregistered_contacts(&self, only: Option<usize>) -> Vec<&Contact> {
        let wanted = self.release.contacts.iter().enumerate().filter(|(at, _)| only.is_none_or(|only| only == *at));
        let unknown = |contact: &&Contact| !contact.is_empty() && !self.register.knows_contact(contact);
        wanted.map(|(_, contact)| contact).filter(unknown).collect()
    }

    /// The entry that this speaker becomes, to which the speaker refers from now on.
    pub fn register_speaker(&mut self, id: SpeakerId, person: Uuid) -> Option<Person> {
        let speaker = self.release.speakers.iter_mut().find(|speaker| speaker.id == id)?;
        speaker.person = Some(person);
        Some(Person::of_speaker(person, speaker))
    }

    /// The speakers of whom the register says something else by now.
    pub fn outdated_speakers(&self) -> Vec<SpeakerId> {
        let differs = |speaker: &&Speaker| {
            self.person_of(speaker).is_some_and(|person| person.is_said_otherwise(speaker, &self.release))
        };
        self.release.speakers.iter().filter(differs).map(|speaker| speaker.id).collect()
    }

    /// Writes what the register says by now into those speakers.
    pub fn update_speakers(&mut self) {
        let (langs, issued) = (self.langs(), self.release.issued);
        for id in self.outdated_speakers() {
            let person = self.release.speaker(id).and_then(|speaker| self.person_of(speaker)).cloned();
            let speaker = self.release.speakers.iter_mut().find(|speaker| speaker.id == id);
            if let (Some(person), Some(speaker)) = (person, speaker) {
                person.write_into(speaker, &langs, issued);
            }
        }
    }
}

#[cfg(test)]
mod tests;
