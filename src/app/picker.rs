//! The system's file dialogs. Made on the window's thread, as macOS wants it; awaited on a job's.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;

use rfd::{AsyncFileDialog, FileHandle};

/// A dialog that a person is looking at; gives what was chosen, nothing when it was left.
pub(super) type Picking = Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send>>;

pub(super) fn release(start: &Path) -> Picking {
    let dialog = dialog("Open a release", start)
        .add_filter("Dateline release, or a PDF that carries one", &["ron", "pdf"])
        .pick_file();
    Box::pin(async move { paths(dialog.await) })
}

pub(super) fn photos(start: &Path) -> Picking {
    let pictures = ["jpg", "jpeg", "png", "webp", "tif", "tiff"];
    let dialog = dialog("Attach photos", start).add_filter("Pictures", &pictures).pick_files();
    Box::pin(async move { paths(dialog.await.unwrap_or_default()) })
}

pub(super) fn folder(start: &Path) -> Picking {
    let dialog = dialog("Choose a folder", start).pick_folder();
    Box::pin(async move { paths(dialog.await) })
}

fn dialog(title: &str, start: &Path) -> AsyncFileDialog {
    AsyncFileDialog::new().set_title(title).set_directory(start)
}

fn paths(chosen: impl IntoIterator<Item = FileHandle>) -> Vec<PathBuf> {
    chosen.into_iter().map(|file| file.path().to_owned()).collect()
}
