//! The houses of the newsroom in the window: listed, changed, copied, renamed, put away and back.

use std::path::{Path, PathBuf};

use super::App;
use super::jobs::Event;
use super::picker::Wanted;
use crate::desk::{Aside, HouseStyles};
use crate::house::House;
use crate::newsroom::{self, FileError, Fingerprint, OwnHouse, SavedHouse};

/// What was done with the houses of a newsroom.
#[derive(Debug)]
pub(super) struct HousesNow {
    folder: PathBuf,
    list: Vec<OwnHouse>,
    /// The one to be shown.
    wanted: Option<String>,
    /// The one that was put away: where it lies, and its name.
    removed: Option<(PathBuf, String)>,
    trouble: Option<FileError>,
}

/// A house that was to be saved.
#[derive(Debug)]
pub(super) struct HouseKept {
    folder: PathBuf,
    name: String,
    house: House,
    outcome: Result<SavedHouse, FileError>,
}

/// What is done with the files of houses, beside the window.
#[derive(Debug)]
pub(super) enum HouseWork {
    List(Option<String>),
    Copy { from: String, to: String },
    Rename { name: String, to: String },
    Remove { name: String },
    Restore { removed: PathBuf, name: String },
    Save { name: String, house: Box<House>, seen: Option<Fingerprint> },
}

impl HouseWork {
    /// Does it in the newsroom in this folder.
    pub(super) fn carry_out(self, folder: PathBuf) -> Event {
        let done = match self {
            HouseWork::List(wanted) => Ok((wanted, None)),
            HouseWork::Copy { from, to } => newsroom::copy_house(&folder, &from, &to).map(|name| (Some(name), None)),
            HouseWork::Rename { name, to } => {
                newsroom::rename_house(&folder, &name, &to).map(|name| (Some(name), None))
            }
            HouseWork::Remove { name } => {
                newsroom::remove_house(&folder, &name).map(|removed| (None, Some((removed, name))))
            }
            HouseWork::Restore { removed, name } => {
                newsroom::restore_house(&folder, &removed, &name).map(|name| (Some(name), None))
            }
            HouseWork::Save { name, house, seen } => {
                let outcome = newsroom::save_house(&folder, &name, &house, seen);
                return Event::HouseKept(Box::new(HouseKept { folder, name, house: *house, outcome }));
            }
        };
        let list = newsroom::own_houses(&folder);
        let ((wanted, removed), trouble) = match done {
            Ok(done) => (done, None),
            Err(error) => ((None, None), Some(error)),
        };
        Event::HousesNow(Box::new(HousesNow { folder, list, wanted, removed, trouble }))
    }
}

impl App {
    pub(super) fn open_houses(&mut self) {
        if self.desk.newsroom().is_none() {
            self.want(Wanted::Newsroom);
            return;
        }
        if self.desk.house_styles.sample.is_none()
            && let Ok(sample) = newsroom::sample_release()
        {
            self.desk.house_styles.put_sample(sample);
        }
        if let Some(open) = &self.desk.open {
            self.desk.house_styles.lang = Some(open.lang());
        }
        self.desk.library_over = false;
        self.desk.aside = Some(Aside::Houses);
        // The house of the open release is what somebody wants to see.
        let of_release = self.desk.open.as_ref().and_then(|open| open.release.house.clone());
        let in_hand = self.desk.house_styles.draft.is_some();
        self.work_at_houses(HouseWork::List(of_release.filter(|_| !in_hand)));
    }

    /// What was changed is kept when the houses are put away; what cannot be used as it stands waits there.
    pub(super) fn keep_houses_open(&mut self) {
        let newsroom = self.registers_of.clone();
        if self.desk.house_styles.newsroom != newsroom {
            self.desk.house_styles = HouseStyles::default();
            self.desk.house_styles.newsroom = newsroom;
        }
        if self.desk.aside == Some(Aside::Houses) {
            let open = self.desk.open.as_ref().map(|open| &open.release);
            self.desk.house_styles.refresh(open);
        } else if self
            .desk
            .house_styles
            .draft
            .as_ref()
            .is_some_and(|draft| !draft.theirs && !draft.saving && draft.house.check().is_ok())
        {
            self.keep_house();
            self.desk.house_styles.draft = None;
        }
    }

    pub(super) fn edit_house(&mut self, name: &str) {
        self.keep_house();
        self.desk.house_styles.choose(name);
    }

    pub(super) fn keep_house(&mut self) {
        let Some(draft) = &mut self.desk.house_styles.draft else { return };
        if !draft.is_changed() || draft.house.check().is_err() {
            return;
        }
        (draft.theirs, draft.saving) = (false, true);
        for style in draft.house.styles.values_mut() {
            style.quote.verbs.retain(|verb| !verb.trim().is_empty());
        }
        let (name, house, seen) = (draft.name.clone(), Box::new(draft.house.clone()), draft.seen);
        self.work_at_houses(HouseWork::Save { name, house, seen });
    }

    pub(super) fn copy_house(&mut self, from: String, to: String) {
        self.keep_house();
        self.desk.house_styles.asked = None;
        self.work_at_houses(HouseWork::Copy { from, to });
    }

    pub(super) fn rename_house(&mut self, to: String) {
        self.keep_house();
        let styles = &mut self.desk.house_styles;
        styles.asked = None;
        if let Some(name) = styles.chosen.clone() {
            self.work_at_houses(HouseWork::Rename { name, to });
        }
    }

    pub(super) fn remove_house(&mut self) {
        self.keep_house();
        let styles = &mut self.desk.house_styles;
        styles.draft = None;
        if let Some(name) = styles.chosen.take() {
            self.work_at_houses(HouseWork::Remove { name });
        }
    }

    pub(super) fn restore_house(&mut self) {
        if let Some((removed, name)) = self.desk.house_styles.removed.take() {
            self.work_at_houses(HouseWork::Restore { removed, name });
        }
    }

    pub(super) fn work_at_houses(&mut self, work: HouseWork) {
        if let Some(folder) = self.registers_of.clone() {
            self.jobs.work_at_houses(work, folder);
        }
    }

    pub(super) fn houses_now(&mut self, now: HousesNow) {
        let HousesNow { folder, list, wanted, removed, trouble } = now;
        if !self.is_newsroom(&folder) {
            return;
        }
        let styles = &mut self.desk.house_styles;
        styles.put_list(list, wanted);
        if removed.is_some() {
            styles.removed = removed;
        }
        if let Some(trouble) = trouble {
            self.complain(&trouble.message());
        }
        // The release may name one of them.
        self.houses_of = None;
    }

    pub(super) fn house_kept(&mut self, kept: HouseKept) {
        let HouseKept { folder, name, house, outcome } = kept;
        if !self.is_newsroom(&folder) {
            return;
        }
        let styles = &mut self.desk.house_styles;
        let own = styles.list.iter_mut().find(|own| own.name == name);
        let mut draft = styles.draft.as_mut().filter(|draft| draft.name == name);
        if let Some(draft) = &mut draft {
            draft.saving = false;
        }
        match outcome {
            Ok(SavedHouse::Saved(seen)) => {
                if let Some(draft) = draft {
                    (draft.kept, draft.seen) = (house.clone(), Some(seen));
                }
                if let Some(own) = own {
                    (own.house, own.seen) = (Ok(house), Some(seen));
                }
                self.houses_of = None;
            }
            Ok(SavedHouse::ChangedByOthers(seen)) => match draft {
                Some(draft) => (draft.seen, draft.theirs) = (Some(seen), true),
                None => {
                    let kept = own.and_then(|own| own.house.as_ref().ok().cloned()).unwrap_or_default();
                    let chosen = Some(name.clone());
                    let draft =
                        crate::desk::HouseDraft { name, house, kept, seen: Some(seen), theirs: true, saving: false };
                    (styles.chosen, styles.draft) = (chosen, Some(draft));
                    self.desk.aside = Some(Aside::Houses);
                }
            },
            Err(error) => {
                self.complain(&error.message());
                let styles = &mut self.desk.house_styles;
                if styles.draft.is_none() {
                    // What was changed stays in hand until it can be saved.
                    let draft = crate::desk::HouseDraft {
                        kept: House::default(),
                        seen: styles.list.iter().find(|own| own.name == name).and_then(|own| own.seen),
                        theirs: true,
                        saving: false,
                        house,
                        name: name.clone(),
                    };
                    (styles.chosen, styles.draft) = (Some(name), Some(draft));
                }
            }
        }
    }

    fn is_newsroom(&self, folder: &Path) -> bool {
        self.registers_of.as_deref() == Some(folder)
    }
}
