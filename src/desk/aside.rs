//! What lies over the release without asking anything: the list of commands, the settings, the photos, the guide.

/// One of the things that lie over the release; Escape puts it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aside {
    /// Every command, found by a few letters.
    Palette {
        /// What was typed so far.
        typed: String,
        /// The row that Enter takes, counted from the top.
        row: usize,
    },
    /// What this person likes.
    Settings,
    /// The photos, large, with their words.
    Photos,
    /// The earlier versions of the release.
    Versions,
    /// Two texts of the release, to be made one.
    Merge,
    /// The newsroom's people and contacts.
    Register,
    /// What would be put right in the texts.
    Typography,
    /// The newsroom's houses.
    Houses,
    /// The guide, opened at this page.
    Guide(GuidePage),
}

/// A page of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GuidePage {
    /// From nothing to a file that can be sent.
    FirstRelease,
    /// Somebody's words and how they are introduced.
    Quotes,
    /// Pictures and the words that belong to them.
    Photos,
    /// Whom the newsroom knows.
    People,
    /// How an organisation writes.
    Houses,
    /// Who else is at work, and what becomes of two texts.
    Several,
    /// All keys.
    Shortcuts,
}

impl GuidePage {
    /// All of them, in their order.
    pub const ALL: [GuidePage; 7] = [
        GuidePage::FirstRelease,
        GuidePage::Quotes,
        GuidePage::Photos,
        GuidePage::People,
        GuidePage::Houses,
        GuidePage::Several,
        GuidePage::Shortcuts,
    ];
}
