//! When a release is saved by itself.

use crate::words::Message;

/// So long nobody has typed: then it is saved.
const QUIET_SECONDS: f64 = 2.0;

/// Whoever goes on typing is saved after this time.
const LONGEST_SECONDS: f64 = 10.0;

/// What could not be saved is tried again after this time.
const AGAIN_SECONDS: f64 = 4.0;

/// So often what was saved until then becomes a version.
const BETWEEN_VERSIONS_SECONDS: f64 = 5.0 * 60.0;

/// When a release is saved by itself, on a clock in seconds that only has to go forward.
#[derive(Clone, Copy, Debug, Default)]
pub struct SaveClock {
    /// The step of the history that was seen last.
    step: u64,
    /// When the first words were typed that are not saved, and the last.
    typed: Option<(f64, f64)>,
    /// When the last try failed.
    failed: Option<f64>,
    /// When the last version was made.
    version: Option<f64>,
}

impl SaveClock {
    /// Looks at the history: a step that is another one is something to be saved.
    pub fn look(&mut self, step: u64, now: f64) {
        if step != self.step {
            self.step = step;
            self.hurry(now);
        }
    }

    /// There is something to be saved.
    pub fn hurry(&mut self, now: f64) {
        self.typed = Some((self.typed.map_or(now, |(first, _)| first), now));
    }

    /// When it is to be saved; never where nothing was typed.
    pub fn due(&self) -> Option<f64> {
        let (first, last) = self.typed?;
        let due = (last + QUIET_SECONDS).min(first + LONGEST_SECONDS);
        // Somebody who types is not kept from trying again.
        Some(self.failed.map_or(due, |failed| failed + AGAIN_SECONDS))
    }

    /// It is being saved as it is now; what is typed from now on is to be saved again.
    pub fn began(&mut self) {
        self.typed = None;
    }

    /// It could not be saved.
    pub fn failed(&mut self, now: f64) {
        self.failed = Some(now);
        self.hurry(now);
    }

    /// It is saved.
    pub fn saved(&mut self) {
        self.failed = None;
    }

    /// Is it time for what was saved until now to become a version?
    pub fn wants_version(&mut self, now: f64) -> bool {
        let wants = self.version.is_none_or(|last| now - last >= BETWEEN_VERSIONS_SECONDS);
        if wants {
            self.version = Some(now);
        }
        wants
    }
}

/// What stands in the way of keeping what is typed; it is said as long as it is so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    /// Why it cannot be saved.
    pub saving: Option<Message>,
    /// Why it cannot be written down as a precaution.
    pub journal: Option<Message>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_saved_two_seconds_after_the_last_word_and_ten_after_the_first() {
        let mut clock = SaveClock::default();
        clock.look(0, 1.0);
        assert_eq!(clock.due(), None);
        clock.look(1, 5.0);
        assert_eq!(clock.due(), Some(7.0));
        clock.look(1, 6.0);
        assert_eq!(clock.due(), Some(7.0));
        for second in 6..30 {
            clock.look(u64::try_from(second).unwrap(), f64::from(second));
            assert!(clock.due().unwrap() <= 15.0);
        }
        clock.began();
        assert_eq!(clock.due(), None);
        clock.saved();
        clock.look(40, 31.0);
        assert_eq!(clock.due(), Some(33.0));
    }

    #[test]
    fn what_failed_is_tried_again_within_five_seconds_however_much_is_typed() {
        let mut clock = SaveClock::default();
        clock.look(1, 0.0);
        clock.began();
        clock.failed(3.0);
        let due = clock.due().unwrap();
        assert!(due > 3.0 && due <= 8.0);
        clock.look(2, 6.0);
        assert_eq!(clock.due(), Some(due));
        clock.began();
        clock.saved();
        assert_eq!(clock.due(), None);
    }
}
