//! The states of a release that undo and redo go through.

use std::sync::Arc;

use crate::release::Release;

/// The states of a release that undo and redo go through, shared rather than copied.
///
/// The journal tells them apart by where they lie in the memory: a state that was there before is the same one.
#[derive(Clone, Debug)]
pub struct States {
    /// As it began.
    pub first: Arc<Release>,
    /// What undo goes back to, the nearest last.
    pub past: Vec<Arc<Release>>,
    /// As it is now.
    pub present: Arc<Release>,
    /// What redo goes forward to, the nearest last.
    pub future: Vec<Arc<Release>>,
}

/// How one step leads from some states to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Nothing has happened.
    Nothing,
    /// Words were written; the state before can be gone back to, or was part of the same thought.
    Typed { thought: bool },
    /// One step back.
    Undone,
    /// One step forward.
    Redone,
    /// More than one step has to be told.
    Many,
}

impl States {
    /// As many steps as are at hand on either side of the present; a journal holds no more.
    pub const DEEPEST: usize = 200;

    /// One state, and none around it.
    pub fn new(release: Release) -> Self {
        let present = Arc::new(release);
        States { first: Arc::clone(&present), past: Vec::new(), present, future: Vec::new() }
    }

    /// How these states have come from others.
    pub(super) fn since(&self, before: &States) -> Step {
        if !Arc::ptr_eq(&self.first, &before.first) {
            return Step::Many;
        }
        if Arc::ptr_eq(&self.present, &before.present) {
            let is_same = same(&self.past, &before.past) && same(&self.future, &before.future);
            return if is_same { Step::Nothing } else { Step::Many };
        }
        if self.future.is_empty() && same(&self.past, &before.past) {
            return Step::Typed { thought: false };
        }
        if self.future.is_empty() && is_pushed(&self.past, &before.past, &before.present) {
            return Step::Typed { thought: true };
        }
        let back = is_popped(&self.past, &before.past, &self.present);
        if back && is_pushed(&self.future, &before.future, &before.present) {
            return Step::Undone;
        }
        let forward = is_popped(&self.future, &before.future, &self.present);
        if forward && is_pushed(&self.past, &before.past, &before.present) { Step::Redone } else { Step::Many }
    }
}

fn same(these: &[Arc<Release>], those: &[Arc<Release>]) -> bool {
    these.len() == those.len() && these.iter().zip(those).all(|(one, other)| Arc::ptr_eq(one, other))
}

/// These are those and the new one; where there were as many as are kept, the oldest has gone.
fn is_pushed(these: &[Arc<Release>], those: &[Arc<Release>], new: &Arc<Release>) -> bool {
    let Some((last, rest)) = these.split_last() else { return false };
    let gone = usize::from(those.len() == States::DEEPEST);
    Arc::ptr_eq(last, new) && same(rest, those.get(gone..).unwrap_or_default())
}

/// These are those without the last one.
fn is_popped(these: &[Arc<Release>], those: &[Arc<Release>], last: &Arc<Release>) -> bool {
    those.split_last().is_some_and(|(there, rest)| Arc::ptr_eq(there, last) && same(these, rest))
}
