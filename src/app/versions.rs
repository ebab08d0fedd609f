//! The earlier versions of the open release: looked up, named, put back.

use super::App;
use crate::desk::{Aside, Versions};
use crate::newsroom::Version;
use crate::words::Message;

impl App {
    pub(super) fn ask_versions(&mut self) {
        self.desk.versions = Versions::default();
        self.desk.aside = Some(Aside::Versions);
        self.list_versions();
    }

    fn list_versions(&mut self) {
        if let Some(folder) = self.desk.open.as_ref().and_then(|open| open.folder.clone()) {
            self.jobs.list_versions(folder);
        }
    }

    /// The newest one is compared at once: it is the one that is wanted most often.
    pub(super) fn listed_versions(&mut self, list: Vec<Version>) {
        if let Some(newest) = list.first().filter(|_| self.desk.versions.chosen.is_none()) {
            self.jobs.read_version(newest.clone());
        }
        self.desk.versions.list = list;
    }

    /// What is written now can be had back by undo, and is a version soon as well.
    pub(super) fn restore_version(&mut self) {
        let (Some((_, then)), Some(open)) = (self.desk.versions.chosen.take(), &mut self.desk.open) else { return };
        open.restore(then);
        self.desk.aside = None;
        self.desk.say(Message::new("version-restored"));
    }

    pub(super) fn name_version(&mut self) {
        let Versions { list, chosen, name } = &mut self.desk.versions;
        let Some((version, _)) = chosen else { return };
        list.retain(|other| other != version);
        self.jobs.name_version(version.clone(), name.clone());
        self.list_versions();
    }
}
