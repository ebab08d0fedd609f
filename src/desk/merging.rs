//! Two texts of one release, made one again: what differs, whose it is to be, and the release that comes of it.
//!
//! Where it is known what both began with, what only one of them has changed is taken from that one, as a proposal. Nothing
//! is decided behind anybody's back: every difference stands in the list, and everything of both can be chosen.

mod made;
mod spots;

use super::comparing::{Compared, words};
use crate::newsroom::SideCopy;
use crate::release::{BlockId, Lang, PhotoId, Release, SpeakerId};

use made::made;
use spots::{order, renumbered, said, spots, words_of};

/// A place in a release at which two texts may differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Release, advisory or statement.
    Kind,
    /// The date.
    Issued,
    /// Who may publish from when.
    Embargo,
    /// How far the work has come.
    Status,
    /// The house style.
    House,
    /// An edition that only one of the two has.
    Edition(Lang),
    /// The headline.
    Headline(Lang),
    /// The sentence under it.
    Subhead(Lang),
    /// Where it happened.
    Place(Lang),
    /// A block of the text.
    Block(Lang, BlockId),
    /// In which order the blocks stand that both have.
    Order(Lang),
    /// Notes to editors.
    Notes(Lang),
    /// Somebody who speaks.
    Speaker(SpeakerId),
    /// A photo with its words.
    Photo(PhotoId),
    /// Who answers when a newsroom calls.
    Contacts,
}

impl Spot {
    /// The language of its edition, where it stands in one.
    pub fn lang(&self) -> Option<&Lang> {
        match self {
            Spot::Edition(lang)
            | Spot::Headline(lang)
            | Spot::Subhead(lang)
            | Spot::Place(lang)
            | Spot::Block(lang, _)
            | Spot::Order(lang)
            | Spot::Notes(lang) => Some(lang),
            Spot::Kind
            | Spot::Issued
            | Spot::Embargo
            | Spot::Status
            | Spot::House
            | Spot::Speaker(_)
            | Spot::Photo(_)
            | Spot::Contacts => None,
        }
    }

    /// Can the texts of both stand there, one after the other?
    fn has_room_for_both(&self) -> bool {
        matches!(self, Spot::Block(..) | Spot::Notes(_) | Spot::Contacts)
    }
}

/// Whose text is to stand at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What is written in this window.
    Mine,
    /// What lies in the copy.
    Theirs,
    /// The one after the other.
    Both,
}

/// Who has changed a place since both texts were one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedBy {
    /// This window.
    Me,
    /// The copy.
    Them,
    /// Both, each in their own way.
    Both,
    /// It is not known what both began with.
    Somebody,
}

/// A place at which the two texts differ.
#[derive(Clone, Debug)]
pub struct Part {
    /// Which place.
    pub spot: Spot,
    /// Whose text is to stand there.
    pub side: Side,
    /// Who has changed it.
    pub changed_by: ChangedBy,
    /// Word by word: `then` is mine, `now` is theirs.
    pub compared: Compared,
    /// Mine has something there, and so has theirs.
    pub is_there: (bool, bool),
}

impl Part {
    /// The sides that can be chosen.
    pub fn sides(&self) -> &'static [Side] {
        if self.spot.has_room_for_both() && self.is_there == (true, true) {
            &[Side::Mine, Side::Theirs, Side::Both]
        } else {
            &[Side::Mine, Side::Theirs]
        }
    }
}

/// Two texts of one release on their way to be one.
#[derive(Clone, Debug)]
pub struct Merging {
    /// Where theirs lies.
    pub copy: SideCopy,
    /// What was written in this window when it began.
    pub mine: Release,
    /// What lies in the copy, with numbers of its own for what both have added.
    pub theirs: Release,
    /// It is known what both began with.
    pub has_base: bool,
    /// Where they differ, in the order of the text.
    pub parts: Vec<Part>,
}

impl Merging {
    /// Looks where the texts differ. `base` is what both began with, where that is known.
    pub fn new(copy: SideCopy, mine: Release, theirs: Release, base: Option<&Release>) -> Self {
        let theirs = match base {
            Some(base) => renumbered(theirs, &mine, base),
            None => theirs,
        };
        let parts = spots(&mine, &theirs).into_iter().filter_map(|spot| part(spot, &mine, &theirs, base)).collect();
        Merging { copy, mine, theirs, has_base: base.is_some(), parts }
    }

    /// Everything is to be as one of the two has it.
    pub fn choose_all(&mut self, side: Side) {
        self.parts.iter_mut().for_each(|part| part.side = side);
    }

    /// Has everything been chosen from this one?
    pub fn is_all(&self, side: Side) -> bool {
        self.parts.iter().all(|part| part.side == side)
    }

    /// The release that comes of it.
    pub fn merged(&self) -> Release {
        if self.is_all(Side::Mine) {
            return self.mine.clone();
        }
        if self.is_all(Side::Theirs) {
            return Release { id: self.mine.id, ..self.theirs.clone() };
        }
        made(self)
    }

    /// Whose text is to stand at this place; where both are the same, mine is as good.
    fn side(&self, spot: &Spot) -> Side {
        self.parts.iter().find(|part| part.spot == *spot).map_or(Side::Mine, |part| part.side)
    }
}

/// How a place differs; none where it does not.
fn part(spot: Spot, mine: &Release, theirs: &Release, base: Option<&Release>) -> Option<Part> {
    let all: Vec<&Release> = [mine, theirs].into_iter().chain(base).collect();
    let said = |release| match &spot {
        Spot::Order(lang) => order(release, lang, &all),
        Spot::Kind
        | Spot::Issued
        | Spot::Embargo
        | Spot::Status
        | Spot::House
        | Spot::Edition(_)
        | Spot::Headline(_)
        | Spot::Subhead(_)
        | Spot::Place(_)
        | Spot::Block(..)
        | Spot::Notes(_)
        | Spot::Speaker(_)
        | Spot::Photo(_)
        | Spot::Contacts => said(release, &spot),
    };
    let (here, there) = (said(mine), said(theirs));
    if here == there {
        return None;
    }
    let is_there = (here.is_some(), there.is_some());
    let changed_by = match base.map(said) {
        None => ChangedBy::Somebody,
        Some(before) if before == here => ChangedBy::Them,
        Some(before) if before == there => ChangedBy::Me,
        Some(_) => ChangedBy::Both,
    };
    let side = match (changed_by, is_there) {
        (ChangedBy::Them, _) => Side::Theirs,
        (ChangedBy::Me, _) => Side::Mine,
        // What one has taken out and the other gone on with, or nobody knows of, stays.
        (ChangedBy::Both | ChangedBy::Somebody, (false, true)) => Side::Theirs,
        (ChangedBy::Both | ChangedBy::Somebody, _) => Side::Mine,
    };
    let lang = spot.lang().cloned().unwrap_or_else(|| mine.editions[0].lang.clone());
    let compared = words(&lang, &words_of(mine, &spot), &words_of(theirs, &spot));
    Some(Part { spot, side, changed_by, compared, is_there })
}

#[cfg(test)]
mod tests;
