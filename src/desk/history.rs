//! Undo and redo over the whole release: one thought a step.

use std::sync::Arc;

use crate::newsroom::States;
use crate::release::Release;

/// Typing in one place within this time is one thought.
const ONE_THOUGHT_SECONDS: f64 = 2.0;

/// The states that a release had.
#[derive(Clone, Debug)]
pub struct History {
    states: States,
    /// Counts every change of the present, forward and back.
    step: u64,
    /// When the present was last written to, and in which field.
    last: Option<(f64, u64)>,
}

impl History {
    /// Begins with this state.
    pub fn new(release: Release) -> Self {
        History::of(States::new(release))
    }

    /// Goes on with states that were there before the window was.
    pub fn of(states: States) -> Self {
        History { states, step: 0, last: None }
    }

    /// All states, for whoever writes them down.
    pub fn states(&self) -> &States {
        &self.states
    }

    /// Nothing was ever written.
    pub fn is_untouched(&self, release: &Release) -> bool {
        *self.states.first == *release
    }

    /// Notes the release as it is now. `field` tells fields apart (zero for none), `seconds` is a clock that only has to
    /// go forward.
    pub fn note(&mut self, release: &Release, field: u64, seconds: f64) {
        if *release == *self.states.present {
            return;
        }
        let same_thought =
            self.last.is_some_and(|(when, place)| field != 0 && place == field && seconds - when < ONE_THOUGHT_SECONDS);
        let States { first: _, past, present, future } = &mut self.states;
        let before = std::mem::replace(present, Arc::new(release.clone()));
        if !same_thought {
            past.push(before);
            if past.len() > States::DEEPEST {
                past.remove(0);
            }
        }
        future.clear();
        self.step += 1;
        self.last = Some((seconds, field));
    }

    /// Photos have got the names that they bear on disk; that is no thought of anybody's.
    pub fn name_photos(&mut self, on_disk: &Release) {
        let States { first, past, present, future } = &mut self.states;
        for state in [first, present].into_iter().chain(past).chain(future) {
            let other_name =
                |photo: &crate::release::Photo| on_disk.photo(photo.id).is_some_and(|there| there.file != photo.file);
            // A state that stays as it is stays shared.
            if !state.photos.iter().any(other_name) {
                continue;
            }
            for photo in &mut Arc::make_mut(state).photos {
                if let Some(there) = on_disk.photo(photo.id) {
                    photo.file.clone_from(&there.file);
                }
            }
        }
    }

    /// A number that is another one as soon as the release is another one.
    pub fn step(&self) -> u64 {
        self.step
    }

    /// Is there anything to undo?
    pub fn can_undo(&self) -> bool {
        !self.states.past.is_empty()
    }

    /// Is there anything to redo?
    pub fn can_redo(&self) -> bool {
        !self.states.future.is_empty()
    }

    /// The state one step back.
    pub fn undo(&mut self) -> Option<Release> {
        let before = self.states.past.pop()?;
        self.states.future.push(std::mem::replace(&mut self.states.present, before));
        Some(self.turned())
    }

    /// The state one step forward again.
    pub fn redo(&mut self) -> Option<Release> {
        let after = self.states.future.pop()?;
        self.states.past.push(std::mem::replace(&mut self.states.present, after));
        Some(self.turned())
    }

    fn turned(&mut self) -> Release {
        self.step += 1;
        self.last = None;
        (*self.states.present).clone()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    fn headline(release: &Release) -> &str {
        &release.editions[0].headline
    }

    #[test]
    fn typing_in_one_field_is_one_step_and_another_field_is_another() {
        let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), "ru".parse().unwrap());
        let mut history = History::new(release.clone());
        for (letters, seconds) in [("М", 0.0), ("Мо", 0.5), ("Мост", 1.0)] {
            release.editions[0].headline = letters.into();
            history.note(&release, 1, seconds);
        }
        release.editions[0].place = "Астана".into();
        history.note(&release, 2, 1.2);
        release.editions[0].headline = "Мост открыт".into();
        history.note(&release, 1, 9.0);

        assert_eq!(headline(&history.undo().unwrap()), "Мост");
        assert_eq!(history.undo().unwrap().editions[0].place, "");
        assert_eq!(headline(&history.undo().unwrap()), "");
        assert!(history.undo().is_none() && history.can_redo());
        let mut last = None;
        while let Some(state) = history.redo() {
            last = Some(state);
        }
        assert_eq!(last.as_ref(), Some(&release));
    }
}
