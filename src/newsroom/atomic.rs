//! Writing a file so that at any moment either the old or the new one is there, whole.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::no_ordinary_file;
use super::save_lock::SaveLock;
use super::swap::{Swapped, swap};

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

/// What came of putting a file in the place of one that was looked at.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Put {
    /// It stands there. What stood there before lies under this name, to be looked at once more; whoever has looked takes
    /// it away. None where nothing stood there, or where the disk keeps no second name.
    Done(Option<PathBuf>),
    /// Something else stands there than what was looked at; nothing was changed.
    Changed,
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
            take_free_name(&self.part, &self.file)?
        } else {
            fs::rename(&self.part, &self.file)?
        }
        self.stands = true;
        Ok(())
    }

    /// The third step, where somebody else may write the same file: it only takes the place of what `is_known`, or of
    /// nothing.
    ///
    /// Where the disk lets two names be exchanged, nothing that anybody writes at the same moment can be lost: it lies
    /// under the name that is given back. Elsewhere programs of this kind are kept apart by a lock, and what an editor
    /// writes into the same file is found as well; what another program *renames* over it in the instant between the look
    /// and the rename is lost there.
    pub(super) fn put_over(&mut self, is_there: bool, is_known: &dyn Fn(&[u8]) -> bool) -> io::Result<Put> {
        self.sync()?;
        if !is_there {
            return match take_free_name(&self.part, &self.file) {
                Ok(()) => Ok(self.stood(None)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(Put::Changed),
                Err(error) => Err(error),
            };
        }
        match swap(&self.part, &self.file)? {
            Swapped::Done => {
                let old = self.part.clone();
                Ok(self.stood(Some(old)))
            }
            Swapped::Gone => Ok(Put::Changed),
            Swapped::Unknown => self.put_under_lock(is_known),
        }
    }

    fn stood(&mut self, old: Option<PathBuf>) -> Put {
        self.stands = true;
        Put::Done(old)
    }

    fn put_under_lock(&mut self, is_known: &dyn Fn(&[u8]) -> bool) -> io::Result<Put> {
        let _lock = SaveLock::take(folder_of(&self.file));
        // A second name keeps what is replaced, also what somebody writes into it while it is.
        let kept = self.part.with_extension("old");
        let has_name = fs::hard_link(&self.file, &kept).is_ok();
        let renamed = match fs::read(&self.file) {
            Ok(there) if is_known(&there) => fs::rename(&self.part, &self.file).map(|()| true),
            Ok(_) => Ok(false),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        };
        match renamed {
            Ok(true) => Ok(self.stood(has_name.then_some(kept))),
            not => {
                let _ = fs::remove_file(&kept);
                not.map(|_| Put::Changed)
            }
        }
    }

    /// The last step after [`Beside::put_over`]: a power cut in the next seconds does not take the name again.
    pub(super) fn settle(self) -> io::Result<()> {
        sync_folder(folder_of(&self.file))
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

/// A rename by itself would silently take the name from somebody else; a second name for the file does not.
fn take_free_name(part: &Path, file: &Path) -> io::Result<()> {
    match fs::hard_link(part, file) {
        Ok(()) => {
            // Its first name is of no use to anybody, and in nobody's way.
            let _ = fs::remove_file(part);
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // The disk knows no second names: an empty file holds the name until the whole one has it.
        Err(_) => {
            OpenOptions::new().write(true).create_new(true).open(file)?;
            fs::rename(part, file).inspect_err(|_| {
                let _ = fs::remove_file(file);
            })
        }
    }
}

/// Removes a file where it still holds these bytes. It is looked at after it was taken away from its name, so that nobody
/// writes into it in between; with other bytes it gets its name back.
pub(super) fn remove_if(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let aside = folder_of(file).join(format!(".dateline-{}.part", uuid::Uuid::new_v4().simple()));
    fs::rename(file, &aside)?;
    match fs::read(&aside) {
        Ok(there) if there == bytes => fs::remove_file(aside)?,
        // Where somebody has taken its name meanwhile, it stays hidden rather than take that away.
        Ok(_) => take_free_name(&aside, file)?,
        Err(error) => {
            take_free_name(&aside, file)?;
            return Err(error);
        }
    }
    sync_folder(folder_of(file))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn known(bytes: &[u8]) -> bool {
        bytes == b"old"
    }

    type PutOver = fn(&mut Beside) -> io::Result<Put>;

    /// Both ways, whatever the disk on which the test runs.
    const WAYS: [PutOver; 2] = [|beside| beside.put_over(true, &known), |beside| beside.put_under_lock(&known)];

    #[test]
    fn what_was_replaced_lies_under_another_name() {
        for way in WAYS {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("release.ron");
            fs::write(&file, "old").unwrap();
            let mut beside = Beside::over(&file, b"new").unwrap();
            beside.sync().unwrap();
            let Put::Done(Some(old)) = way(&mut beside).unwrap() else { panic!("it was replaced") };
            assert_eq!((fs::read(&file).unwrap(), fs::read(&old).unwrap()), (b"new".to_vec(), b"old".to_vec()));
            drop(beside);
            assert!(old.exists(), "whoever looks at it takes it away");
        }
    }

    #[test]
    fn what_is_written_into_the_file_after_the_last_look_is_not_lost() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("release.ron");
        fs::write(&file, "old").unwrap();
        let mut editor = OpenOptions::new().write(true).open(&file).unwrap();
        let mut beside = Beside::over(&file, b"new").unwrap();
        beside.sync().unwrap();
        let Put::Done(Some(old)) = beside.put_under_lock(&known).unwrap() else { panic!("it was replaced") };
        editor.write_all(b"words of an editor").unwrap();
        assert_eq!(fs::read(old).unwrap(), b"words of an editor");
    }

    #[test]
    fn under_the_lock_nobody_replaces_what_another_one_has_just_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("release.ron");
        fs::write(&file, "").unwrap();
        std::thread::scope(|scope| {
            for letter in ["a", "b", "c", "d"] {
                let file = &file;
                scope.spawn(move || {
                    for number in 0..12 {
                        loop {
                            let seen = fs::read(file).unwrap();
                            let text = [&seen[..], format!("{letter}{number} ").as_bytes()].concat();
                            let mut beside = Beside::over(file, &text).unwrap();
                            beside.sync().unwrap();
                            if let Put::Done(old) = beside.put_under_lock(&|there| there == seen).unwrap() {
                                fs::remove_file(old.unwrap()).unwrap();
                                break;
                            }
                        }
                    }
                });
            }
        });
        let words = fs::read_to_string(&file).unwrap().split_whitespace().count();
        assert_eq!((words, fs::read_dir(folder.path()).unwrap().count()), (48, 1));
    }

    #[test]
    fn only_what_holds_these_bytes_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("copy.ron");
        fs::write(&file, "newer").unwrap();
        remove_if(&file, b"older").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"newer");
        remove_if(&file, b"newer").unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn nothing_takes_the_place_of_what_nobody_has_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("release.ron");
        fs::write(&file, "theirs").unwrap();
        let mut beside = Beside::over(&file, b"new").unwrap();
        assert_eq!(beside.put_over(false, &known).unwrap(), Put::Changed, "somebody has just made it");
        assert_eq!(beside.put_under_lock(&known).unwrap(), Put::Changed);
        fs::remove_file(&file).unwrap();
        assert_eq!(beside.put_over(true, &known).unwrap(), Put::Changed, "somebody has just removed it");
        assert_eq!(beside.put_under_lock(&known).unwrap(), Put::Changed);
        assert_eq!(beside.put_over(false, &known).unwrap(), Put::Done(None));
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
    }
}
