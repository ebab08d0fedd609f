//! The typeset pages as a PDF that everyone can read and an archive can keep.
//!
//! Where the release does not meet the standards, the PDF is written all the same, without the promise, and the warnings
//! say why: a release that must be out at six is not held back by a missing alternative text.

use super::{ExportError, Exported, Options};
use crate::pages::{self, Archive, PageError, Pages, PdfError, Sheet};
use crate::release::letters;
use crate::story::{Figure, Story};
use crate::words::Message;

pub(super) fn write(story: &Story, options: &Options<'_>) -> Result<Exported, ExportError> {
    match write_set_by(pages::set_for_pdf, story, options) {
        // Whatever a photo's bytes have about them, it must be in the PDF.
        Err(NotWritten::PhotoMissing) => write_set_by(pages::set, story, options),
        written => written,
    }
    .map_err(|error| match error {
        NotWritten::PhotoMissing => ExportError::Fault,
        NotWritten::Other(error) => error,
    })
}

/// One of the ways to set pages.
type Setting = fn(&Sheet<'_>, &(dyn Fn() -> bool + Send + Sync)) -> Result<Pages, PageError>;

enum NotWritten {
    PhotoMissing,
    Other(ExportError),
}

fn write_set_by(setting: Setting, story: &Story, options: &Options<'_>) -> Result<Exported, NotWritten> {
    let pages = set_by(setting, story, options).map_err(NotWritten::Other)?;
    let mut warnings = shortcomings(story, &pages);
    let full = if options.source.is_some() { Archive::WithSource } else { Archive::Full };
    let promised = if warnings.is_empty() { full } else { Archive::Tagged };
    let written = match pages.pdf(promised) {
        Err(PdfError::Standard(_)) if promised != Archive::Tagged => {
            warnings.push(Message::new("warning-standard"));
            pages.pdf(Archive::Tagged)
        }
        written => written,
    };
    let both = |one, other| Message::new("warning-and").with("one", one).with("other", other);
    let why = warnings.into_iter().reduce(both);
    let warnings = why.into_iter().map(|why| Message::new("warning-no-promise").with("why", why)).collect();
    match written {
        Ok(bytes) => Ok(Exported { bytes, warnings }),
        Err(PdfError::PhotoMissing) => Err(NotWritten::PhotoMissing),
        Err(PdfError::Standard(_) | PdfError::Fault) => Err(NotWritten::Other(ExportError::Fault)),
    }
}

/// Sets the pages; a picture that cannot be shown is an error here, where the preview shows a grey box.
pub(super) fn set(story: &Story, options: &Options<'_>) -> Result<Pages, ExportError> {
    set_by(pages::set, story, options)
}

fn set_by(setting: Setting, story: &Story, options: &Options<'_>) -> Result<Pages, ExportError> {
    let Options { letterhead, material, source, give_up, lines: _, photos: _, width_px: _ } = *options;
    if let Some(Err(why)) = &material.logo {
        return Err(ExportError::Picture { picture: Message::new("error-export-logo"), why: why.clone() });
    }
    for file in pages::photos_of(story).keys() {
        let why = match material.photos.get(file) {
            Some(Ok(_)) => continue,
            Some(Err(why)) => why.clone(),
            None => Message::new("error-photo-gone"),
        };
        let picture = Message::new("error-export-photo").with("file", file.as_str());
        return Err(ExportError::Picture { picture, why });
    }
    Ok(setting(&Sheet { story, letterhead, material, source }, give_up)?)
}

/// What keeps a story from meeting the standards.
fn shortcomings(story: &Story, pages: &Pages) -> Vec<Message> {
    let mut found: Vec<Message> = story
        .figures()
        .filter(|(_, Figure { alt, decorative, caption, photo: _, file: _, edit: _ })| {
            !decorative && alt.trim().is_empty() && letters(caption).trim().is_empty()
        })
        .map(|(_, figure)| Message::new("warning-no-alt").with("file", figure.file.as_str()))
        .collect();
    if !pages.missing_letters.is_empty() {
        let letters: Vec<String> = pages.missing_letters.iter().map(char::to_string).collect();
        found.push(Message::new("warning-letters").with("letters", letters.join(" ")));
    }
    found
}
