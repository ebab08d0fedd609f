//! What one person likes, and what was open lately: kept in the user's local folder, never in a newsroom.

use std::fs;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{FileError, Newsroom, atomic, ron_options};
use crate::words::{Locale, Message};

/// The name of the file in the user's local folder.
const PREFERENCES_FILE: &str = "preferences.ron";

/// As many releases as a glance takes in.
const MOST_RECENT: usize = 30;

/// As many newsrooms as one person works for.
const MOST_NEWSROOMS: usize = 12;

/// What one person likes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The language of the window; none where the system's is followed.
    pub locale: Option<Locale>,
    /// What others are told that this person is called; empty where the system's name for her does.
    pub name: String,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// How large everything is; 1 is as designed.
    pub zoom: f32,
    /// Nothing moves by itself.
    pub still: bool,
    /// Quote marks and dashes become those of the language while they are typed.
    pub typing_help: bool,
    /// No-break spaces and soft hyphens are shown.
    pub shows_signs: bool,
    /// The form has the window to itself.
    pub preview_hidden: bool,
    /// The list of releases is out of the way.
    pub library_hidden: bool,
    /// Width of the list of releases in points; none until somebody has moved it.
    pub library_width: Option<f32>,
    /// Width of the preview in points; none until somebody has moved it.
    pub preview_width: Option<f32>,
    /// The newsrooms that were chosen, the last one first.
    pub newsrooms: Vec<Newsroom>,
    /// The folder of the one that is used; none where somebody works without.
    pub newsroom: Option<PathBuf>,
    /// The time zone of the last embargo; none until somebody has chosen one.
    pub zone: Option<String>,
    /// Releases that were open, the last one first.
    pub recent: Vec<Recent>,
    /// What was exported last.
    pub export: Option<ExportHabit>,
}

impl Default for Preferences {
    fn default() -> Self {
        Preferences {
            locale: None,
            name: String::new(),
            theme: ThemeChoice::default(),
            zoom: 1.0,
            still: false,
            typing_help: true,
            shows_signs: false,
            preview_hidden: false,
            library_hidden: false,
            library_width: None,
            preview_width: None,
            newsrooms: Vec::new(),
            newsroom: None,
            zone: None,
            recent: Vec::new(),
            export: None,
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system.
    #[default]
    System,
    /// Light, whatever the system.
    Light,
    /// Dark, whatever the system.
    Dark,
}

/// A release that was open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Its folder.
    pub folder: PathBuf,
    /// Its headline then.
    pub headline: String,
    /// Its date.
    pub issued: Date,
    /// The tags of its languages.
    pub langs: Vec<String>,
    /// How many photos it had.
    pub photos: usize,
}

/// What was exported last, to be offered again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportHabit {
    /// The endings of the formats.
    pub formats: Vec<String>,
    /// How the lines of plain text end: a name of the writer's.
    pub lines: String,
    /// A PDF carries the release itself.
    pub source: bool,
    /// Web page and Markdown have their photos inside.
    pub single_file: bool,
    /// The folder, where it is another than the release's own.
    pub folder: Option<PathBuf>,
}

impl Preferences {
    /// Smaller than this, nobody can read it.
    pub const SMALLEST: f32 = 0.5;
    /// Larger than this, nothing has room.
    pub const LARGEST: f32 = 3.0;

    /// The same with everything so much larger, in tenths.
    pub fn enlarge(&mut self, tenths: f32) {
        self.zoom = (((self.zoom * 10.0).round() + tenths) / 10.0).clamp(Self::SMALLEST, Self::LARGEST);
    }

    /// A release is open: it becomes the first of the recent ones.
    pub fn remember(&mut self, recent: Recent) {
        self.recent.retain(|other| other.folder != recent.folder);
        self.recent.insert(0, recent);
        self.recent.truncate(MOST_RECENT);
    }

    /// A newsroom is used from now on, and becomes the first of them.
    pub fn choose(&mut self, newsroom: Newsroom) {
        self.newsrooms.retain(|other| other.folder != newsroom.folder);
        self.newsroom = Some(newsroom.folder.clone());
        self.newsrooms.insert(0, newsroom);
        self.newsrooms.truncate(MOST_NEWSROOMS);
    }

    /// Sizes that somebody wrote into the file by hand stay within what can be used.
    fn sound(mut self) -> Self {
        self.zoom = if self.zoom.is_finite() { self.zoom.clamp(Self::SMALLEST, Self::LARGEST) } else { 1.0 };
        for width in [&mut self.library_width, &mut self.preview_width] {
            *width = width.filter(|width| width.is_finite() && *width > 0.0);
        }
        self
    }
}

/// Where this system keeps what belongs to one person and one machine; none where it does not say.
pub fn local_folder() -> Option<PathBuf> {
    // Another place for a portable copy, and for tests.
    if let Some(folder) = std::env::var_os("DATELINE_LOCAL") {
        return (!folder.is_empty()).then(|| PathBuf::from(folder));
    }
    let strategy = etcetera::base_strategy::choose_native_strategy().ok()?;
    Some(if cfg!(windows) { strategy.cache_dir() } else { strategy.data_dir() }.join("dateline"))
}

/// Reads what one person likes. What cannot be read counts as never written: it is a matter of taste, not of words.
pub fn preferences(local: &Path) -> Preferences {
    let read = fs::read_to_string(local.join(PREFERENCES_FILE)).ok();
    let preferences = read.and_then(|text| ron_options().from_str::<Preferences>(&text).ok());
    preferences.unwrap_or_default().sound()
}

/// Writes what one person likes.
///
/// # Errors
/// The folder cannot be made or written.
pub fn save_preferences(local: &Path, preferences: &Preferences) -> Result<(), FileError> {
    let doing = || Message::new("error-keep-preferences");
    let file = local.join(PREFERENCES_FILE);
    let pretty = ron::ser::PrettyConfig::default();
    let text =
        ron_options().to_string_pretty(preferences, pretty).map_err(|error| FileError::fault(doing(), error, &file))?;
    fs::create_dir_all(local).map_err(|error| FileError::io(doing(), &error, local))?;
    atomic::replace(&file, text.as_bytes()).map_err(|error| FileError::io(doing(), &error, &file))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recent(name: &str) -> Recent {
        Recent {
            folder: name.into(),
            headline: format!("Headline of {name}"),
            issued: jiff::civil::date(2026, 11, 23),
            langs: vec!["kk".into(), "ru".into()],
            photos: 2,
        }
    }

    #[test]
    fn what_was_liked_is_liked_tomorrow() {
        let folder = tempfile::tempdir().unwrap();
        let local = folder.path().join("new");
        let mut liked = Preferences {
            locale: Some(Locale::Kazakh),
            theme: ThemeChoice::Dark,
            zoom: 1.25,
            export: Some(ExportHabit { formats: vec!["pdf".into()], ..ExportHabit::default() }),
            ..Preferences::default()
        };
        liked.remember(recent("bridge"));
        save_preferences(&local, &liked).unwrap();
        assert_eq!(preferences(&local), liked);
    }

    #[test]
    fn a_damaged_file_of_preferences_costs_no_more_than_them() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(preferences(folder.path()), Preferences::default());
        for text in ["(zoom: NaN, theme: Dark)", "(zoom: 1e9)", "(", "\u{0}"] {
            fs::write(folder.path().join(PREFERENCES_FILE), text).unwrap();
            let read = preferences(folder.path());
            assert!((0.5..=3.0).contains(&read.zoom), "{text}: {}", read.zoom);
        }
        fs::write(folder.path().join(PREFERENCES_FILE), "(zoom: NaN, theme: Dark)").unwrap();
        assert_eq!(preferences(folder.path()).theme, ThemeChoice::Dark);
    }

    #[test]
    fn the_last_release_is_the_first_and_none_is_there_twice() {
        let mut liked = Preferences::default();
        for number in 0..50 {
            liked.remember(recent(&format!("release {}", number % 40)));
        }
        assert_eq!(liked.recent.len(), MOST_RECENT);
        assert_eq!(liked.recent[0], recent("release 9"));
        let mut folders: Vec<_> = liked.recent.iter().map(|recent| &recent.folder).collect();
        folders.sort();
        folders.dedup();
        assert_eq!(folders.len(), MOST_RECENT);
    }
}
