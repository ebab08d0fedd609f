//! Typography put right: one point in one place, one point in a whole edition, or what a person ticked in the preview.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::body::{put, typed};
use super::{Caret, Desk, Open};
use crate::check::{Misset, Place, Remembered, Spot, missets, typing_help};
use crate::language::typography::{Correction, Point, corrected};
use crate::release::{BlockKind, Lang};

/// Something that could be put right, for a person to look over first.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    /// Where.
    pub spot: Spot,
    /// The text there.
    pub text: Arc<str>,
    /// What would change in it.
    pub correction: Correction,
    /// It is to be done.
    pub wanted: bool,
}

impl Proposed {
    /// The language of the text.
    pub fn lang(&self) -> Option<&Lang> {
        self.spot.place.lang()
    }
}

impl Desk {
    /// Looks for everything that could be put right.
    pub fn propose(&mut self) {
        self.proposed = self.open.as_ref().map(Open::proposals).unwrap_or_default();
    }
}

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

    /// What could be put right now: language by language, point by point, each in reading order.
    fn proposals(&self) -> Vec<Proposed> {
        let mut all = Vec::new();
        for Misset { spot, corrections } in missets(&self.release, &self.houses, &mut Remembered::default()) {
            let text: Arc<str> = spot.text(&self.release).unwrap_or_default().into();
            let propose = |correction: &Correction| Proposed {
                spot: spot.clone(),
                text: Arc::clone(&text),
                correction: correction.clone(),
                wanted: true,
            };
            all.extend(corrections.iter().map(propose));
        }
        let order = |lang: Option<&Lang>| self.release.editions.iter().position(|edition| Some(&edition.lang) == lang);
        all.sort_by_key(|proposed| (order(proposed.lang()), proposed.correction.point));
        all
    }

    /// Puts right what a person has chosen; tells how much that was.
    pub fn put_all_right(&mut self, proposed: &[Proposed]) -> usize {
        let mut by_text: BTreeMap<String, Vec<&Proposed>> = BTreeMap::new();
        for one in proposed.iter().filter(|proposed| proposed.wanted) {
            by_text.entry(format!("{} {:?}", one.spot.place, one.spot.part)).or_default().push(one);
        }
        let mut count = 0;
        for mut chosen in by_text.into_values() {
            chosen.sort_by_key(|proposed| proposed.correction.range.start);
            let Some(Proposed { spot, text, .. }) = chosen.first().copied() else { continue };
            // A text that has changed since then is looked over anew, not spoilt.
            if spot.text(&self.release) == Some(text) {
                let now = corrected(text, chosen.iter().map(|proposed| &proposed.correction));
                spot.put(&mut self.release, now);
                count += chosen.len();
            }
        }
        count
    }

    /// Gives the quote mark or dash of the language for a key that was just pressed in a card. From behind that key the
    /// caret reaches to the cursor.
    pub fn help_typing(&mut self, caret: &Caret) {
        let Caret { block: id, selection: Range { start: at, end: cursor } } = caret.clone();
        let edition = self.shown();
        let Some(block) = edition.block(id) else { return };
        let Some(words) = typed(&block.kind) else { return };
        let said = matches!(block.kind, BlockKind::Quote(_));
        let Some((range, mark)) = typing_help(edition, &self.houses, said, (&words, at)) else { return };
        let now: String =
            words.chars().take(range.start).chain(mark.chars()).chain(words.chars().skip(range.end)).collect();
        let grown = mark.chars().count();
        let cursor = (cursor + grown).saturating_sub(range.len());
        if let Some(block) = self.shown_mut().body.iter_mut().find(|block| block.id == id) {
            put(&mut block.kind, now);
            self.caret = Some(Caret::at(id, cursor));
        }
    }
}

/// One round is nearly always enough.
const MOST_ROUNDS: usize = 4;
