//! States that lie far back: kept small, because nobody goes back to them soon.

use super::change::Change;
use super::record::{release_of, text_of};
use crate::release::Release;

/// States of a release one upon the other, each told by how it differs from the one above it.
#[derive(Clone, Debug, Default)]
pub struct Pile {
    /// The uppermost state as a text.
    top: Option<String>,
    /// From each state to the one below it, the uppermost last.
    below: Vec<Change>,
}

impl Pile {
    /// Lays a state upon the others.
    pub fn push(&mut self, release: &Release) {
        // A state without a text would be a fault of the program; then the pile ends here rather than lie.
        let Ok(text) = text_of(release) else { return self.clear() };
        if let Some(top) = &self.top {
            self.below.push(Change::between(&text, top));
        }
        self.top = Some(text);
    }

    /// Takes the uppermost state.
    pub fn pop(&mut self) -> Option<Release> {
        let top = self.top.take()?;
        self.top = self.below.pop().and_then(|change| change.apply(&top));
        release_of(&top)
    }

    /// Throws all of them away.
    pub fn clear(&mut self) {
        *self = Pile::default();
    }

    /// Nothing lies here.
    pub fn is_empty(&self) -> bool {
        self.top.is_none()
    }
}
