//! Undo and redo over the whole release: one thought a step.

use crate::release::Release;

/// As many steps as anybody goes back.
const DEEPEST: usize = 200;

/// Typing in one place within this time is one thought.
const ONE_THOUGHT_SECONDS: f64 = 2.0;

/// The states that a release had.
#[derive(Clone, Debug)]
pub struct History {
    first: Release,
    past: Vec<Release>,
    present: Release,
    future: Vec<Release>,
    /// Counts every change of the present, forward and back.
    step: u64,
    /// When the present was last written to, and in which field.
    last: Option<(f64, u64)>,
}

impl History {
    /// Begins with this state.
    pub fn new(release: Release) -> Self {
        History { first: release.clone(), past: Vec::new(), present: release, future: Vec::new(), step: 0, last: None }
    }

    /// Nothing was ever written.
    pub fn is_untouched(&self, release: &Release) -> bool {
        self.first == *release
    }

    /// Notes the release as it is now. `field` tells fields apart (zero for none), `seconds` is a clock that only has to
    /// go forward.
    pub fn note(&mut self, release: &Release, field: u64, seconds: f64) {
        if *release == self.present {
            return;
        }
        let same_thought =
            self.last.is_some_and(|(when, place)| field != 0 && place == field && seconds - when < ONE_THOUGHT_SECONDS);
        let before = std::mem::replace(&mut self.present, release.clone());
        if !same_thought {
            self.past.push(before);
            if self.past.len() > DEEPEST {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.step += 1;
        self.last = Some((seconds, field));
    }

    /// Photos have got the names that they bear on disk; that is no thought of anybody's.
    pub fn name_photos(&mut self, on_disk: &Release) {
        let states = [&mut self.first, &mut self.present].into_iter().chain(&mut self.past).chain(&mut self.future);
        for photo in states.flat_map(|release| &mut release.photos) {
            if let Some(there) = on_disk.photo(photo.id) {
                photo.file.clone_from(&there.file);
            }
        }
    }

    /// A number that is another one as soon as the release is another one.
    pub fn step(&self) -> u64 {
        self.step
    }

    /// Is there anything to undo?
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Is there anything to redo?
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The state one step back.
    pub fn undo(&mut self) -> Option<Release> {
        let before = self.past.pop()?;
        self.future.push(std::mem::replace(&mut self.present, before));
        self.step += 1;
        self.last = None;
        Some(self.present.clone())
    }

    /// The state one step forward again.
    pub fn redo(&mut self) -> Option<Release> {
        let after = self.future.pop()?;
        self.past.push(std::mem::replace(&mut self.present, after));
        self.step += 1;
        self.last = None;
        Some(self.present.clone())
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
