//! The newsroom's releases as the left column shows them: what is asked for, and what of the answer is at hand.
//!
//! Of a hundred thousand releases only the numbers are here, in their order, and the lines that are in sight.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::Desk;
use crate::newsroom::{Hits, Listed, Newsroom, ReleaseKey, Shelf, Wish};
use crate::words::Message;

/// So many hits are asked for at first; whoever scrolls on gets more.
pub const FIRST_HITS: usize = 20;
/// So many at the most: whoever has not found it by then types another letter.
pub const MOST_HITS: usize = 500;
/// More lines than this are not kept.
const MOST_ROWS: usize = 2000;

/// What the left column shows of the newsroom.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// What somebody wants to see.
    pub wish: Wish,
    /// How many hits are wanted.
    pub most: usize,
    /// The filters are in sight.
    pub shows_filters: bool,
    /// The list by day, where no words are looked for.
    pub list: List,
    /// What was found, where words are looked for, and of which wish.
    pub hits: Option<(Wish, Hits)>,
    /// Lines that are at hand, each with the state of the newsroom in which it was read.
    rows: BTreeMap<ReleaseKey, (u64, Listed)>,
    /// Lines in sight that are not, or that may have changed.
    pub missing: Vec<ReleaseKey>,
    /// What was asked for last, and in which state.
    asked: (u64, Vec<ReleaseKey>),
    /// Counts the states of the newsroom.
    state: u64,
    /// The place of the release in the list at which the keyboard is.
    pub at: usize,
    /// Releases that are still to be read.
    pub unread: usize,
    /// How many lie on each shelf, in the order of [`Shelf::ALL`].
    pub counts: [usize; 3],
    /// Why the newsroom cannot be read, or searched.
    pub trouble: Option<Message>,
    /// The search field should have the keyboard in the next frame.
    pub find: bool,
    /// The first line should have the keyboard in the next frame.
    pub enters: bool,
    /// The release with the keyboard that was thrown away; the one that comes into its place has the keyboard next.
    pub left: Option<ReleaseKey>,
}

/// The list by day.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// What was asked for; nothing yet at first.
    pub wish: Option<Wish>,
    /// All releases, the newest first.
    pub keys: Arc<[ReleaseKey]>,
    /// Each day with the place of its first release.
    pub days: Arc<[(Date, usize)]>,
}

impl List {
    /// Puts releases, the newest first, under their days.
    pub fn new(wish: Wish, keys: Vec<ReleaseKey>) -> Self {
        let mut days: Vec<(Date, usize)> = Vec::new();
        let mut last = None;
        for (place, key) in keys.iter().enumerate() {
            if last.is_none_or(|last: ReleaseKey| !last.is_of_day_of(*key)) {
                days.push((key.day(), place));
            }
            last = Some(*key);
        }
        List { wish: Some(wish), keys: keys.into(), days: days.into() }
    }
}

impl Catalogue {
    /// Another newsroom, of which nothing is known yet.
    pub fn clear(&mut self) {
        *self = Catalogue { shows_filters: self.shows_filters, ..Catalogue::default() };
    }

    /// The line of a release, if it is at hand.
    pub fn row(&self, key: ReleaseKey) -> Option<&Listed> {
        self.rows.get(&key).map(|(_, row)| row)
    }

    /// Asks for those lines of these that are not at hand; `ahead` are those around them, asked for in one go.
    ///
    /// A line that may have changed stands as it is until the answer is there.
    pub fn want(&mut self, in_sight: Range<usize>, ahead: Range<usize>) {
        let is_missing = |key: &ReleaseKey| self.rows.get(key).is_none_or(|(state, _)| *state != self.state);
        let keys = &self.list.keys;
        let of = |places: Range<usize>| keys.get(places).unwrap_or_default().iter().copied().filter(is_missing);
        if of(in_sight).next().is_none() {
            return;
        }
        let wanted = (self.state, of(ahead).collect::<Vec<_>>());
        if self.asked != wanted {
            self.missing.clone_from(&wanted.1);
            self.asked = wanted;
        }
    }

    /// Lines have come.
    pub fn put_rows(&mut self, rows: Vec<Listed>) {
        if self.rows.len() + rows.len() > MOST_ROWS {
            self.rows.clear();
        }
        let state = self.state;
        self.rows.extend(rows.into_iter().map(|row| (row.key, (state, row))));
    }

    /// The list by day has come: its lines are asked for again, and stand as they are until then.
    pub fn put_list(&mut self, list: List) {
        self.state += 1;
        self.at = self.at.min(list.keys.len().saturating_sub(1));
        self.list = list;
    }

    /// What was found, while words are looked for.
    pub fn found(&self) -> Option<&Hits> {
        self.hits.as_ref().filter(|_| self.wish.has_words()).map(|(_, hits)| hits)
    }

    /// How many lines the column has.
    pub fn len(&self) -> usize {
        match self.found() {
            Some(hits) => hits.rows.len(),
            None => self.list.keys.len(),
        }
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The line at this place, if it is at hand.
    pub fn line(&self, place: usize) -> Option<&Listed> {
        match self.found() {
            Some(hits) => hits.rows.get(place),
            None => self.row(*self.list.keys.get(place)?),
        }
    }

    /// Is the answer to what was asked for last there?
    pub fn is_answered(&self) -> bool {
        if self.wish.has_words() {
            self.hits.as_ref().is_some_and(|(wish, _)| *wish == self.wish)
        } else {
            // A first letter is typed, and not looked for yet.
            let is_same = |wish: &Wish| wish.shelf == self.wish.shelf && wish.filter == self.wish.filter;
            self.list.wish.as_ref().is_some_and(is_same)
        }
    }

    /// How many releases lie on this shelf.
    pub fn count(&self, shelf: Shelf) -> usize {
        Shelf::ALL.iter().position(|other| *other == shelf).map_or(0, |place| self.counts[place])
    }
}

impl Desk {
    /// The newsroom that was chosen.
    pub fn newsroom(&self) -> Option<&Newsroom> {
        let chosen = self.preferences.newsroom.as_ref()?;
        self.preferences.newsrooms.iter().find(|newsroom| newsroom.folder == *chosen)
    }

    /// The release that is meant: the one in this folder, or the open one.
    pub fn meant(&self, folder: Option<&Path>) -> Option<PathBuf> {
        let open = || self.open.as_ref().and_then(|open| open.folder.clone());
        folder.map(Path::to_owned).or_else(open)
    }

    /// Does the newsroom hold this folder?
    pub fn is_in_newsroom(&self, folder: &Path) -> bool {
        self.newsroom().is_some_and(|newsroom| folder.starts_with(&newsroom.folder))
    }
}
