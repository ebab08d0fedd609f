//! What is to be exported, how far it has come, and what came of it.

use std::path::PathBuf;

use crate::export::{Format, Lines};
use crate::newsroom::ExportHabit;
use crate::release::Lang;
use crate::words::Message;

/// What to export, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportChoice {
    /// Which formats.
    pub formats: Vec<Format>,
    /// A folder of all photos, for print, for the web, and small.
    pub photos: bool,
    /// Web page and Markdown: the photos inside the file instead of a folder beside it.
    pub single_file: bool,
    /// Which languages.
    pub langs: Vec<Lang>,
    /// How the lines of plain text end.
    pub lines: Lines,
    /// A PDF carries the release itself.
    pub source: bool,
    /// Path of the folder, as typed so far.
    pub folder: String,
    /// Files that are already there may be replaced.
    pub replace: bool,
}

/// How far an export has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportProgress {
    /// Files that are written.
    pub done: usize,
    /// Files that were asked for.
    pub total: usize,
    /// The name of the one that is being made.
    pub name: String,
    /// Somebody has asked to stop.
    pub stopping: bool,
}

/// What came of an export.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportOutcome {
    /// The files that were written, in their order.
    pub files: Vec<PathBuf>,
    /// What they lack, in the user's words.
    pub warnings: Vec<Message>,
    /// How many were asked for and not written, because somebody stopped it.
    pub left: usize,
}

/// How the names of [`Lines`] are kept.
const WRAPPED: &str = "wrapped";
const PAGED: &str = "paged";

/// How the choice of photos is kept among the formats.
const PHOTOS: &str = "photos";

impl ExportChoice {
    /// As it was chosen the last time, else what most newsrooms want; the photos of a release that has some go along.
    pub fn usual(habit: Option<&ExportHabit>, langs: Vec<Lang>, own_folder: PathBuf, has_photos: bool) -> Self {
        let usual = vec![Format::Markdown, Format::Text, Format::Html, Format::Pdf];
        let Some(ExportHabit { formats, lines, source, single_file, folder }) = habit else {
            let folder = own_folder.display().to_string();
            return ExportChoice {
                formats: usual,
                photos: has_photos,
                single_file: false,
                langs,
                lines: Lines::default(),
                source: false,
                folder,
                replace: false,
            };
        };
        let known: Vec<Format> = formats.iter().filter_map(|ending| Format::from_extension(ending)).collect();
        let photos = formats.iter().any(|name| name == PHOTOS);
        ExportChoice {
            formats: if known.is_empty() && !photos { usual } else { known },
            photos,
            single_file: *single_file,
            langs,
            lines: match lines.as_str() {
                WRAPPED => Lines::WIRE,
                PAGED => Lines::A4,
                // Also a name that another version wrote.
                _ => Lines::default(),
            },
            source: *source,
            folder: folder.as_ref().unwrap_or(&own_folder).display().to_string(),
            replace: false,
        }
    }

    /// What is worth remembering for the next time. A folder that every release has of its own is not.
    pub fn habit(&self, own_folder: &std::path::Path) -> ExportHabit {
        let folder = PathBuf::from(self.folder.trim());
        let endings = self.formats.iter().map(|format| format.extension().to_owned());
        ExportHabit {
            formats: endings.chain(self.photos.then(|| PHOTOS.to_owned())).collect(),
            lines: match self.lines {
                Lines::Paragraphs => String::new(),
                Lines::Wrapped { .. } => WRAPPED.to_owned(),
                Lines::Paged { .. } => PAGED.to_owned(),
            },
            source: self.source,
            single_file: self.single_file,
            folder: (folder != own_folder).then_some(folder),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn what_was_chosen_is_offered_again_for_another_release() {
        let langs = vec!["ru".parse().unwrap()];
        let mut choice = ExportChoice::usual(None, langs.clone(), "first".into(), false);
        choice.formats = vec![Format::Pdf, Format::Text];
        choice.lines = Lines::A4;
        choice.source = true;
        choice.single_file = true;
        let own = choice.habit(Path::new("first"));
        let again = ExportChoice::usual(Some(&own), langs.clone(), "second".into(), false);
        assert_eq!(again, ExportChoice { folder: "second".into(), ..choice.clone() });

        choice.formats = Vec::new();
        choice.photos = true;
        let photos = ExportChoice::usual(Some(&choice.habit(Path::new("first"))), langs.clone(), "first".into(), false);
        assert_eq!(photos, choice);

        choice.folder = " sent ".into();
        let elsewhere = choice.habit(Path::new("first"));
        let again = ExportChoice::usual(Some(&elsewhere), langs, "second".into(), false);
        assert_eq!(again.folder, "sent");
    }

    #[test]
    fn a_habit_of_another_version_is_no_trouble() {
        let habit = ExportHabit { formats: vec!["scroll".into()], lines: "spiral".into(), ..ExportHabit::default() };
        let choice = ExportChoice::usual(Some(&habit), Vec::new(), "own".into(), false);
        assert_eq!((choice.formats.len(), choice.lines), (4, Lines::Paragraphs));
    }
}
