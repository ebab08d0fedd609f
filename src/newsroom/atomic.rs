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
    let mut beside = Beside::over(file, bytes)?;
    beside.sync()?;
    beside.put()
}

/// As [`replace`], for what can be made again: a power cut in the next seconds may take it, or leave half of it.
pub(super) fn replace_unsynced(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = Beside::over(file, bytes)?;
    // Some systems rename no file that is open.
    drop(beside.open.take());
    beside.name()
}

/// Writes a file where there is none; whoever else wants the same name at this moment gets `AlreadyExists`.
pub(super) fn create(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = Beside::new(file, bytes)?;
    beside.sync()?;
    beside.put()
}

/// A file that is written beside the place where it shall stand; dropped before that, it leaves nothing behind.
///
/// The steps of [`replace`] and [`create`] one by one: of many files, each can take the first before any takes the second,
/// and the disk then writes them all in one go.
#[derive(Debug)]
pub(super) struct Beside {
    part: PathBuf,
    file: PathBuf,
    /// Until it is synced.
    open: Option<File>,
    length: u64,
    /// Where something stands, it stays.
    is_new: bool,
    stands: bool,
}

impl Beside {
    /// As [`replace`], the first step.
    pub(super) fn over(file: &Path, bytes: &[u8]) -> io::Result<Self> {
        let file = behind_link(file)?;
        match fs::metadata(&file) {
            Ok(old) if old.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(old) if !old.is_file() => Err(no_ordinary_file()),
            Ok(old) if old.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
            Ok(old) => Beside::write(file, bytes, Some(old.permissions())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Beside::write(file, bytes, None),
            Err(error) => Err(error),
        }
    }

    /// As [`create`], the first step.
    pub(super) fn new(file: &Path, bytes: &[u8]) -> io::Result<Self> {
        // Asked again with the name itself; but what cannot be done is not begun.
        if file.symlink_metadata().is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let mut beside = Beside::write(file.to_owned(), bytes, None)?;
        beside.is_new = true;
        Ok(beside)
    }

    fn write(file: PathBuf, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<Self> {
        // Not made from the file's own name, which may be as long as the system allows.
        let part = folder_of(&file).join(format!(".dateline-{}.part", uuid::Uuid::new_v4().simple()));
        let mut open = OpenOptions::new().write(true).create_new(true).open(&part)?;
        let written = open.write_all(bytes);
        if let Some(permissions) = permissions {
            // Who may read the file is worth keeping, but not worth a failed save where a disk knows no permissions.
            let _ = open.set_permissions(permissions);
        }
        let length = bytes.len() as u64;
        let beside = Beside { part, file, open: Some(open), length, is_new: false, stands: false };
        written.map(|()| beside)
    }

    /// The second step: the file is on the disk, whole, though not yet under its name.
    pub(super) fn sync(&mut self) -> io::Result<()> {
        let Some(open) = self.open.take() else { return Ok(()) };
        open.sync_all()?;
        if open.metadata()?.len() == self.length { Ok(()) } else { Err(io::ErrorKind::WriteZero.into()) }
    }

    /// The third step: the file gets its name, which a power cut in the next seconds may take again.
    pub(super) fn name(&mut self) -> io::Result<()> {
        self.sync()?;
        if self.is_new {
            self.take_free_name()?
        } else {
            fs::rename(&self.part, &self.file)?
        }
        self.stands = true;
        Ok(())
    }

    /// A rename by itself would silently take the name from somebody else; a second name for the file does not.
    fn take_free_name(&self) -> io::Result<()> {
        match fs::hard_link(&self.part, &self.file) {
            Ok(()) => {
                // Its first name is of no use to anybody, and in nobody's way.
                let _ = fs::remove_file(&self.part);
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // The disk knows no second names: an empty file holds the name until the whole one has it.
            Err(_) => {
                OpenOptions::new().write(true).create_new(true).open(&self.file)?;
                fs::rename(&self.part, &self.file).inspect_err(|_| {
                    let _ = fs::remove_file(&self.file);
                })
            }
        }
    }

    /// The third step, for good.
    pub(super) fn put(mut self) -> io::Result<()> {
        self.name()?;
        sync_folder(folder_of(&self.file))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.stands {
            // Some systems do not remove a file that is open. That the first error is told matters more than one here.
            drop(self.open.take());
            let _ = fs::remove_file(&self.part);
        }
    }
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

fn behind_link(file: &Path) -> io::Result<PathBuf> {
    let is_link = file.symlink_metadata().is_ok_and(|there| there.is_symlink());
    if is_link { fs::canonicalize(file) } else { Ok(file.to_owned()) }
}

#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    use io::ErrorKind as Kind;
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // The file is whole and in its place; network drives that cannot sync a folder must not fail every save.
        Err(error) if matches!(error.kind(), Kind::InvalidInput | Kind::Unsupported | Kind::PermissionDenied) => Ok(()),
        done => done,
    }
}

/// Windows makes a rename durable by itself and opens no folder as a file.
#[cfg(not(unix))]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    let _: Option<File> = None;
    let _ = folder;
    Ok(())
}
