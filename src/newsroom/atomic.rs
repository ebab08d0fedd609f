//! Writing a file so that at any moment either the old or the new one is there, whole.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::no_ordinary_file;

/// Writes beside the file, syncs, renames over it and syncs the folder.
///
/// A link is followed, so that the file that it leads to is replaced and not the link. A file that is set to read-only
/// stays as it is, on every system.
pub(super) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = behind_link(file)?;
    match fs::metadata(&file) {
        Ok(old) if old.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(old) if !old.is_file() => Err(no_ordinary_file()),
        Ok(old) if old.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
        Ok(old) => put(&file, bytes, Some(old.permissions())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => put(&file, bytes, None),
        Err(error) => Err(error),
    }
}

/// Writes a file where there is none; whoever else wants the same name at this moment gets `AlreadyExists`.
pub(super) fn create(file: &Path, bytes: &[u8]) -> io::Result<()> {
    // The empty file holds the name; a rename by itself would silently take it from somebody else.
    OpenOptions::new().write(true).create_new(true).open(file)?;
    put(file, bytes, None).inspect_err(|_| {
        let _ = fs::remove_file(file);
    })
}

fn behind_link(file: &Path) -> io::Result<PathBuf> {
    let is_link = file.symlink_metadata().is_ok_and(|there| there.is_symlink());
    if is_link { fs::canonicalize(file) } else { Ok(file.to_owned()) }
}

fn put(file: &Path, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<()> {
    let folder = match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    // Not made from the file's own name, which may be as long as the system allows.
    let beside = folder.join(format!(".dateline-{}.part", uuid::Uuid::new_v4().simple()));
    let written = write_whole(&beside, bytes, permissions).and_then(|()| fs::rename(&beside, file));
    if let Err(error) = written {
        // Nothing of ours stays behind; that the first error is told matters more than a second one.
        let _ = fs::remove_file(&beside);
        return Err(error);
    }
    sync_folder(folder)
}

fn write_whole(beside: &Path, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<()> {
    let mut new = OpenOptions::new().write(true).create_new(true).open(beside)?;
    new.write_all(bytes)?;
    if let Some(permissions) = permissions {
        // Who may read the file is worth keeping, but not worth a failed save where a disk knows no permissions.
        let _ = new.set_permissions(permissions);
    }
    new.sync_all()?;
    if new.metadata()?.len() != bytes.len() as u64 {
        return Err(io::ErrorKind::WriteZero.into());
    }
    Ok(())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    use io::ErrorKind as Kind;
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // The file is whole and in its place; network drives that cannot sync a folder must not fail every save.
        Err(error) if matches!(error.kind(), Kind::InvalidInput | Kind::Unsupported | Kind::PermissionDenied) => Ok(()),
        done => done,
    }
}

/// Windows makes a rename durable by itself and opens no folder as a file.
#[cfg(not(unix))]
fn sync_folder(folder: &Path) -> io::Result<()> {
    let _: Option<File> = None;
    let _ = folder;
    Ok(())
}
