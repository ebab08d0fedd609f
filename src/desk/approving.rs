//! Clearing what is open for sending, in one language or in all.

use jiff::Timestamp;

use super::Open;
use crate::check::{Finding, Rule};
use crate::release::{Clearance, Edition, Lang, Status};

impl Open {
    /// Somebody approves this edition as it is now, or all of them.
    pub fn approve(&mut self, index: Option<usize>, by: &str, at: Timestamp) {
        for lang in self.meant(index, |clearance| !matches!(clearance, Clearance::Holds(_))) {
            self.release.approve(&lang, by, at);
        }
    }

    /// The approval of this edition is taken back, or that of all.
    pub fn withdraw_approval(&mut self, index: Option<usize>) {
        for lang in self.meant(index, |clearance| clearance != Clearance::None) {
            self.release.withdraw_approval(&lang);
        }
    }

    /// Is there something to be approved?
    pub fn can_be_approved(&self, index: Option<usize>) -> bool {
        !self.meant(index, |clearance| !matches!(clearance, Clearance::Holds(_))).is_empty()
    }

    /// Was there an approval, whatever has become of it?
    pub fn is_approved_once(&self, index: Option<usize>) -> bool {
        !self.meant(index, |clearance| clearance != Clearance::None).is_empty()
    }

    /// How far the work has come, by what was asked last: with each frame the text itself is not gone through.
    pub fn standing(&self) -> Status {
        let is_open = |finding: &Finding| matches!(finding.rule, Rule::ApprovalVoid | Rule::ApprovalMissing);
        let status = self.release.status;
        if status == Status::Approved && self.findings().iter().any(is_open) { Status::InReview } else { status }
    }

    /// Was a text changed after somebody had approved it?
    pub fn has_void_approval(&self) -> bool {
        self.findings().iter().any(|finding| finding.rule == Rule::ApprovalVoid)
    }

    /// The languages of this edition or of all, as far as their approval is like this.
    fn meant(&self, index: Option<usize>, like: impl Fn(Clearance<'_>) -> bool) -> Vec<Lang> {
        let editions = self.release.editions.iter().enumerate();
        let meant = editions.filter(|(at, _)| index.is_none_or(|index| index == *at)).map(|(_, edition)| edition);
        let fits = |edition: &&Edition| like(self.release.clearance(edition));
        meant.filter(fits).map(|edition| edition.lang.clone()).collect()
    }
}
