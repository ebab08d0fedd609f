//! Findings: a small part of them, so that the command line has something to tell.

use std::fmt;

use crate::house::Houses;
use crate::release::{Lang, Release};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Must be mended before sending.
    Error,
    /// Worth a look.
    Warning,
}

/// What is asked of a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// There is a headline.
    HeadlineMissing,
}

impl Rule {
    /// The name that scripts know.
    pub fn name(self) -> &'static str {
        match self {
            Rule::HeadlineMissing => "headline-missing",
        }
    }
}

/// Where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place(Lang);

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: headline", self.0)
    }
}

/// What an editor would ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What was asked.
    pub rule: Rule,
    /// Where it is.
    pub place: Place,
}

impl Finding {
    /// The finding in the user's words.
    pub fn message(&self, _release: &Release) -> String {
        match self.rule {
            Rule::HeadlineMissing => "The headline is missing.".into(),
        }
    }
}

/// What an editor would ask before sending.
pub fn check(release: &Release, _houses: &Houses, _now: jiff::Timestamp) -> Vec<Finding> {
    let bare = release.editions.iter().filter(|edition| edition.headline.trim().is_empty());
    bare.map(|edition| Finding {
        severity: Severity::Error,
        rule: Rule::HeadlineMissing,
        place: Place(edition.lang.clone()),
    })
    .collect()
}
