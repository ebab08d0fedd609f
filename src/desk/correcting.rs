//! Typography put right: one point in one place, one point in a whole edition, or what a person ticked in the preview.

use super::Open;
use crate::check::{Misset, Place, Remembered, missets};
use crate::language::typography::{Correction, Point, corrected};
use crate::release::Lang;

impl Open {
    /// Puts one point right, at this place or in a whole edition.
    pub(super) fn correct(&mut self, point: Point, lang: &Lang, place: Option<&Place>) {
        // What is put right may show a fault of the same kind beside it.
        for _ in 0..MOST_ROUNDS {
            let is_meant = |misset: &Misset| {
                misset.spot.place.lang() == Some(lang) && place.is_none_or(|place| misset.spot.place == *place)
            };
            let all = missets(&self.release, &self.houses, &mut self.remembered);
            let mut changed = false;
            for misset in all.into_iter().filter(is_meant) {
                let wanted: Vec<&Correction> =
                    misset.corrections.iter().filter(|correction| correction.point == point).collect();
                changed |= self.put_right(&misset, &wanted);
            }
            if !changed {
                break;
            }
        }
    }

    /// Makes these corrections of one text; false where there are none.
    pub(super) fn put_right(&mut self, misset: &Misset, wanted: &[&Correction]) -> bool {
        let Some(text) = misset.spot.text(&self.release).filter(|_| !wanted.is_empty()) else { return false };
        let now = corrected(text, wanted.iter().copied());
        let changed = now != text;
        misset.spot.put(&mut self.release, now);
        changed
    }

    /// What would be put right now, in reading order.
    pub fn missets(&self) -> Vec<Misset> {
        missets(&self.release, &self.houses, &mut Remembered::default())
    }
}

/// One round is nearly always enough.
const MOST_ROUNDS: usize = 4;
