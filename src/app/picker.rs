//! The system's file dialogs. Made on the window's thread, as macOS wants it; awaited on a job's.
//!
//! Not every desktop has a service that shows them: a bare window manager, a remote session. There the dialog comes back
//! at once, empty, and the window asks for a typed path instead.

use std::future::{Future, ready};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::time::{Duration, Instant};

use rfd::{AsyncFileDialog, FileHandle};

use crate::desk::AfterSaving;
use crate::words::Locale;

/// Nobody looks a dialog over and leaves it within this time: none was ever shown.
///
/// Without a portal and without zenity, rfd comes back after a few milliseconds; a session bus that has to be started
/// first takes longer.
const NEVER_SHOWN: Duration = Duration::from_millis(600);

/// Who shows the dialogs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Dialogs {
    /// Nobody: a path is always typed.
    #[default]
    Nobody,
    /// The system.
    System,
    /// A stand-in that chooses these at once; nothing stands for a system without a service.
    Answering(Vec<PathBuf>),
}

/// What a dialog is shown for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A release to open.
    Release,
    /// Photos to attach.
    Photos,
    /// The newsroom's folder.
    Newsroom,
    /// A place for the open release, and what waits until it is saved there.
    Place(Option<AfterSaving>),
    /// The answer to the question that is open.
    Answer(Kind),
}

/// What is chosen in a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Release,
    Photos,
    Folder,
}

/// What came of a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Chosen(Vec<PathBuf>),
    /// A person left it.
    Left,
    /// No service showed it.
    Nobody,
}

/// A dialog that a person is looking at.
pub(super) type Picking = Pin<Box<dyn Future<Output = Answer> + Send>>;

/// How a dialog begins.
#[derive(Debug)]
pub(super) struct Beginning<'a> {
    pub(super) locale: Locale,
    pub(super) folder: &'a Path,
    /// What the release's folder would be called.
    pub(super) name: String,
}

/// Shows the dialog that is wanted over this window.
pub(super) fn show(dialogs: &Dialogs, wanted: &Wanted, begin: &Beginning<'_>, window: &eframe::Frame) -> Picking {
    match dialogs {
        Dialogs::Nobody => Box::pin(ready(Answer::Nobody)),
        Dialogs::Answering(paths) if paths.is_empty() => Box::pin(ready(Answer::Nobody)),
        Dialogs::Answering(paths) => Box::pin(ready(Answer::Chosen(paths.clone()))),
        Dialogs::System => system(wanted, begin, window),
    }
}

fn system(wanted: &Wanted, begin: &Beginning<'_>, window: &eframe::Frame) -> Picking {
    let say = |key| begin.locale.say(key);
    let dialog = |title| AsyncFileDialog::new().set_title(say(title)).set_directory(begin.folder).set_parent(window);
    match wanted {
        Wanted::Release | Wanted::Answer(Kind::Release) => {
            let dialog = dialog("dialog-open").add_filter(say("dialog-releases"), &["ron", "pdf"]);
            one(dialog.pick_file())
        }
        Wanted::Photos | Wanted::Answer(Kind::Photos) => {
            let picked = dialog("dialog-photos").add_filter(say("dialog-pictures"), &PICTURES).pick_files();
            answered(async move { picked.await.unwrap_or_default() })
        }
        Wanted::Place(_) => one(dialog("dialog-save").set_file_name(&begin.name).save_file()),
        Wanted::Newsroom => one(dialog("dialog-newsroom").pick_folder()),
        Wanted::Answer(Kind::Folder) => one(dialog("dialog-folder").pick_folder()),
    }
}

/// The endings of the pictures that can be attached.
pub(super) const PICTURES: [&str; 6] = ["jpg", "jpeg", "png", "webp", "tif", "tiff"];

fn one(picked: impl Future<Output = Option<FileHandle>> + Send + 'static) -> Picking {
    answered(async move { picked.await.into_iter().collect() })
}

fn answered(picked: impl Future<Output = Vec<FileHandle>> + Send + 'static) -> Picking {
    Box::pin(async move {
        let shown = Instant::now();
        let files = picked.await;
        if !files.is_empty() {
            return Answer::Chosen(files.iter().map(|file| file.path().to_owned()).collect());
        }
        // Windows and macOS always have dialogs.
        let may_lack = !cfg!(any(windows, target_os = "macos"));
        if may_lack && shown.elapsed() < NEVER_SHOWN { Answer::Nobody } else { Answer::Left }
    })
}
