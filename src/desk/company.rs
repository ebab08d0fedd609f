//! Who else is at work on the open release, and what of it lies beside it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Desk, Open};
use crate::newsroom::{Holder, SideCopy};
use crate::release::Release;

/// How this window has the open release.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// To write.
    #[default]
    Writes,
    /// To read, because somebody else writes it.
    Reads(Holder),
    /// To write, but somebody has taken it over: what is typed here is kept in a copy of its own.
    TakenOver(Holder),
}

/// Who else is at work, as far as this window was told.
#[derive(Debug, Default)]
pub struct Company {
    /// It was looked for who else has the open release.
    pub has_looked: bool,
    /// Others who have the open release open as well.
    pub others: Vec<Holder>,
    /// Copies that lie beside the open release.
    pub copies: Vec<SideCopy>,
    /// Nobody wants to be reminded of them today.
    pub hides_copies: bool,
    /// Who has which release of the list open, and how many copies lie beside it.
    pub afar: BTreeMap<PathBuf, (Option<Holder>, usize)>,
    /// The releases of the list that are in sight.
    pub in_sight: Vec<PathBuf>,
}

impl Company {
    /// Another release is open, of which nothing is known yet.
    pub fn begin(&mut self) {
        *self = Company {
            afar: std::mem::take(&mut self.afar),
            in_sight: std::mem::take(&mut self.in_sight),
            ..Company::default()
        };
    }

    /// Who has a release of the list open, and how many copies lie beside it.
    pub fn at(&self, folder: &Path) -> Option<&(Option<Holder>, usize)> {
        self.afar.get(folder)
    }
}

impl Desk {
    /// The copies beside the open release that hold somebody else's text, and not what was typed here since it was taken
    /// over.
    pub fn others_texts(&self) -> impl Iterator<Item = &SideCopy> {
        let own = self.open.as_ref().and_then(|open| open.own_copy.as_ref()).map(|(file, _)| file);
        self.company.copies.iter().filter(move |copy| Some(&copy.file) != own)
    }
}

impl Open {
    /// Is it open to read only?
    pub fn is_read_only(&self) -> bool {
        matches!(self.access, Access::Reads(_))
    }

    /// What is open to read stays as it was read, whatever was typed into a field that should not have been there.
    pub fn keep_as_read(&mut self) {
        if self.is_read_only() && self.release != *self.history.states().present && !self.follows {
            self.release = (*self.history.states().present).clone();
        }
        self.follows = false;
    }

    /// Is every word of it in a file, be it a copy of its own?
    pub fn is_kept(&self) -> bool {
        let in_copy = || self.own_copy.as_ref().is_some_and(|(_, held)| *held == self.release);
        !self.is_unsaved() || in_copy()
    }

    /// The copy with what was typed since somebody took the release over.
    pub fn is_in_copy(&mut self, copy: PathBuf, held: Release) {
        if held.id != self.release.id {
            return;
        }
        for photo in &mut self.release.photos {
            if let Some(there) = held.photo(photo.id) {
                photo.file.clone_from(&there.file);
                self.waiting_photos.remove(&photo.id);
            }
        }
        self.history.name_photos(&held);
        self.clock.saved();
        self.own_copy = Some((copy, held));
    }

    /// Goes on with what somebody else has written into its file; what was here can be had back by undo.
    pub fn follow(&mut self, theirs: Release, seen: crate::newsroom::Fingerprint) {
        self.next_photo = theirs.fresh_photo_id().0.max(self.next_photo);
        self.follows = true;
        self.saved = Some(theirs.clone());
        self.seen = Some(seen);
        self.release = theirs;
        self.show_edition(self.edition);
    }

    /// Puts a merged text in the place of what is written now, as one step.
    pub fn put_merged(&mut self, merged: Release) {
        self.next_photo = merged.fresh_photo_id().0.max(self.next_photo);
        self.release = Release { id: self.release.id, ..merged };
        self.show_edition(self.edition);
    }
}
