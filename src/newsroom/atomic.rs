//! Replacing a file so that at any moment either the old or the new one is there, whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Writes beside the file, syncs, renames over it and syncs the folder.
pub(super) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let name = file.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let mut beside_name = std::ffi::OsString::from(".");
    beside_name.push(name);
    beside_name.push(format!(".{}.part", uuid::Uuid::new_v4().simple()));
    let beside = folder.join(beside_name);
    let written = write_whole(&beside, bytes).and_then(|()| fs::rename(&beside, file));
    if let Err(error) = written {
        // Nothing of ours stays behind; that the first error is told matters more than a second one.
        let _ = fs::remove_file(&beside);
        return Err(error);
    }
    sync_folder(folder)
}

fn write_whole(beside: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut new = OpenOptions::new().write(true).create_new(true).open(beside)?;
    new.write_all(bytes)?;
    new.sync_all()?;
    if new.metadata()?.len() != bytes.len() as u64 {
        return Err(io::ErrorKind::WriteZero.into());
    }
    Ok(())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows makes a rename durable by itself and opens no folder as a file.
#[cfg(not(unix))]
fn sync_folder(folder: &Path) -> io::Result<()> {
    let _: Option<File> = None;
    let _ = folder;
    Ok(())
}
