//! Undo and redo over the whole release: one thought a step.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::newsroom::{Pile, States};
use crate::release::{PhotoId, Release};

/// Typing in one place within this time is one thought.
const ONE_THOUGHT_SECONDS: f64 = 2.0;

/// The states that a release had.
#[derive(Clone, Debug)]
pub struct History {
    states: States,
    /// Farther back than what is at hand, the nearest on top.
    deep_past: Pile,
    /// Farther forward.
    deep_future: Pile,
    /// What photos are called on disk, for states that were put aside before they got these names.
    photo_names: BTreeMap<PhotoId, String>,
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
        let (deep_past, deep_future) = (Pile::default(), Pile::default());
        History { states, deep_past, deep_future, photo_names: BTreeMap::new(), step: 0, last: None }
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
            push(past, before, &mut self.deep_past);
        }
        future.clear();
        self.deep_future.clear();
        self.step += 1;
        self.last = Some((seconds, field));
    }

    /// Photos have got the names that they bear on disk; that is no thought of anybody's.
    pub fn name_photos(&mut self, on_disk: &Release) {
        self.photo_names.extend(on_disk.photos.iter().map(|photo| (photo.id, photo.file.clone())));
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
        let States { first: _, past, present, future } = &mut self.states;
        let before = past.pop()?;
        push(future, std::mem::replace(present, before), &mut self.deep_future);
        fetch(past, &mut self.deep_past, &self.photo_names);
        Some(self.turned())
    }

    /// The state one step forward again.
    pub fn redo(&mut self) -> Option<Release> {
        let States { first: _, past, present, future } = &mut self.states;
        let after = future.pop()?;
        push(past, std::mem::replace(present, after), &mut self.deep_past);
        fetch(future, &mut self.deep_future, &self.photo_names);
        Some(self.turned())
    }

    fn turned(&mut self) -> Release {
        self.step += 1;
        self.last = None;
        (*self.states.present).clone()
    }
}

/// Has a state at hand; what is farthest away is put aside.
fn push(states: &mut Vec<Arc<Release>>, state: Arc<Release>, aside: &mut Pile) {
    states.push(state);
    if states.len() > States::DEEPEST {
        aside.push(&states.remove(0));
    }
}

/// Fetches states that were put aside, as soon as none is at hand any more; many at once, because the journal is then written
/// anew.
fn fetch(states: &mut Vec<Arc<Release>>, aside: &mut Pile, photo_names: &BTreeMap<PhotoId, String>) {
    if !states.is_empty() {
        return;
    }
    while states.len() < States::DEEPEST / 2
        && let Some(mut state) = aside.pop()
    {
        for photo in &mut state.photos {
            if let Some(name) = photo_names.get(&photo.id) {
                photo.file.clone_from(name);
            }
        }
        states.push(Arc::new(state));
    }
    states.reverse();
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
