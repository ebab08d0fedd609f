//! The journal of a release: every state that it had since it was opened, written down as it is typed.
//!
//! It lies in the local data folder and is only ever written to at its end, so whatever happens to the machine costs at
//! most what was on its way. Each state is told by how it differs from the one before, with the steps of undo, so that undo
//! outlives the window. Who calls when, and on which thread, is not decided here; that the words of a release come first
//! into the journal and then into its file, is.

mod change;
mod pile;
mod place;
mod reading;
mod record;
mod states;
#[cfg(test)]
mod tests;
mod writing;

pub use pile::Pile;
pub use place::Claim;
pub use reading::{Recovered, recover, unfinished};
pub use states::States;
pub use writing::{Journal, Unsynced, failed as journal_failed};
