//! The houses of the newsroom while they are changed: which there are, the one in hand, and how a release reads in it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::house::House;
use crate::language;
use crate::newsroom::{Fingerprint, OwnHouse};
use crate::release::{BlockKind, Lang, Release};
use crate::story::{Story, set};

/// The houses of the newsroom, as their window shows them.
#[derive(Debug, Default)]
pub struct HouseStyles {
    /// The newsroom whose houses they are.
    pub newsroom: Option<PathBuf>,
    /// All of them by name, also those that cannot be read.
    pub list: Vec<OwnHouse>,
    /// The name of the one that is shown.
    pub chosen: Option<String>,
    /// It as it is being changed; none while none is shown, or where it cannot be read.
    pub draft: Option<HouseDraft>,
    /// The language whose style is shown.
    pub lang: Option<Lang>,
    /// What is being asked.
    pub asked: Option<HouseQuestion>,
    /// The one that was removed last: where it lies, and its name.
    pub removed: Option<(PathBuf, String)>,
    /// A release that has something of everything, for a desk without a release.
    pub sample: Option<Release>,
    story: Option<Arc<Story>>,
    set_from: Option<(House, Release, Lang)>,
}

/// A house that is being changed.
#[derive(Clone, Debug)]
pub struct HouseDraft {
    /// The name of its file.
    pub name: String,
    /// As it is now.
    pub house: House,
    /// As its file has it.
    pub kept: House,
    /// What its file holds.
    pub seen: Option<Fingerprint>,
    /// Somebody else has changed the file; what is saved now replaces theirs.
    pub theirs: bool,
    /// It is on its way into its file.
    pub saving: bool,
}

/// A name that is being asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HouseQuestion {
    /// Of a copy of this house.
    Copy {
        /// The house.
        from: String,
        /// As typed so far.
        name: String,
    },
    /// Another one for the house that is shown.
    Rename {
        /// As typed so far.
        name: String,
    },
}

/// Languages in the order in which the program has them, those that it does not know behind.
pub fn in_order<'a>(langs: impl IntoIterator<Item = &'a Lang>) -> Vec<Lang> {
    let place = |lang: &Lang| language::ALL.iter().position(|known| known.tag == lang.primary()).unwrap_or(usize::MAX);
    let mut langs: Vec<Lang> = langs.into_iter().cloned().collect();
    langs.sort_by(|one, other| place(one).cmp(&place(other)).then_with(|| one.cmp(other)));
    langs.dedup();
    langs
}

impl HouseDraft {
    /// Has anything been changed that is not in the file?
    pub fn is_changed(&self) -> bool {
        self.house != self.kept
    }
}

impl HouseStyles {
    /// Takes in which houses there are, and shows this one where one is wanted.
    pub fn put_list(&mut self, list: Vec<OwnHouse>, wanted: Option<String>) {
        self.list = list;
        if let Some(name) = wanted {
            self.choose(&name);
        }
        let is_there = |name: &String| self.list.iter().any(|own| own.name == *name);
        if self.chosen.as_ref().is_some_and(|name| !is_there(name)) {
            // What is being changed stays in hand, also when somebody else has taken its file away.
            if self.draft.as_ref().is_none_or(|draft| !draft.is_changed()) {
                (self.chosen, self.draft) = (None, None);
            }
        }
        // The one that was in hand last, or the first, is a better beginning than none.
        let first = || self.list.first().map(|own| own.name.clone());
        if self.draft.is_none()
            && let Some(name) = self.chosen.clone().or_else(first)
        {
            self.choose(&name);
        }
    }

    /// Shows this house.
    pub fn choose(&mut self, name: &str) {
        let Some(own) = self.list.iter().find(|own| own.name == name) else { return };
        self.chosen = Some(name.to_owned());
        self.draft = own.house.as_ref().ok().map(|house| HouseDraft {
            name: name.to_owned(),
            house: house.clone(),
            kept: house.clone(),
            seen: own.seen,
            theirs: false,
            saving: false,
        });
        let has = |lang: &Lang| self.draft.as_ref().is_some_and(|draft| draft.house.styles.contains_key(lang));
        if !self.lang.as_ref().is_some_and(has) {
            self.lang = self.draft.as_ref().and_then(|draft| in_order(draft.house.styles.keys()).into_iter().next());
        }
    }

    /// How the open release, or the sample, reads in the house as it is now; the last that could be read.
    pub fn story(&self) -> Option<&Arc<Story>> {
        self.story.as_ref()
    }

    /// Sets the story anew where the house or the release has changed.
    pub fn refresh(&mut self, open: Option<&Release>) {
        let (Some(draft), Some(lang)) = (&self.draft, &self.lang) else {
            self.story = None;
            return;
        };
        let fits = |release: &&Release| release.editions.iter().any(|edition| edition.lang.primary() == lang.primary());
        let Some(release) = open.filter(fits).or(self.sample.as_ref().filter(fits)).or(open) else { return };
        let is_set = self.set_from.as_ref().is_some_and(|(house, set_release, set_lang)| {
            *house == draft.house && set_release == release && set_lang == lang
        });
        if is_set || draft.house.check().is_err() {
            return;
        }
        let same = release.editions.iter().find(|edition| edition.lang.primary() == lang.primary());
        let Some(edition) = same.or(release.editions.first()) else { return };
        self.story = Some(Arc::new(set(release, edition, &draft.house)));
        self.set_from = Some((draft.house.clone(), release.clone(), lang.clone()));
    }

    /// The sample without its photos, which lie nowhere.
    pub fn put_sample(&mut self, mut sample: Release) {
        sample.photos.clear();
        for edition in &mut sample.editions {
            edition.body.retain(|block| !matches!(block.kind, BlockKind::Photo(_)));
        }
        self.sample = Some(sample);
    }
}
