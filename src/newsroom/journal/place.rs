//! Where journals lie, and whose they are: a journal belongs to one window at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::release::Fingerprint;

/// The folder for journals in the local data folder.
const FOLDER: &str = "journal";

const ENDING: &str = "journal";

/// So many windows with one release are none.
const MOST_WINDOWS: u32 = 99;

/// A journal that nobody else writes as long as this lives, also not another window on the same release.
///
/// The system takes the lock back when the program ends, however it ends.
#[derive(Debug)]
pub struct Claim {
    file: PathBuf,
    _lock: File,
}

impl Claim {
    /// A journal of a release in this folder, or in none yet, in which nothing stands.
    ///
    /// # Errors
    /// The local folder cannot be used.
    pub fn fresh(local: &Path, id: Uuid, folder: Option<&Path>) -> io::Result<Self> {
        Claim::first(local, id, folder, |file| !file.exists())
    }

    /// The journal of a release in this folder, or in none yet, with whatever stands in it.
    pub(super) fn take(local: &Path, id: Uuid, folder: Option<&Path>) -> io::Result<Self> {
        Claim::first(local, id, folder, |_| true)
    }

    fn first(local: &Path, id: Uuid, folder: Option<&Path>, fits: fn(&Path) -> bool) -> io::Result<Self> {
        let journals = folder_in(local);
        fs::create_dir_all(&journals)?;
        let name = match folder {
            // A release keeps its id when its folder is copied, and each of the two is written for itself.
            Some(folder) => {
                format!("{id}-{}", Fingerprint::of(folder.as_os_str().as_encoded_bytes()).as_name())
            }
            None => id.to_string(),
        };
        for number in 1..=MOST_WINDOWS {
            let name = if number == 1 { name.clone() } else { format!("{name}-{number}") };
            if let Some(claim) = Claim::of(journals.join(format!("{name}.{ENDING}")))?.filter(|claim| fits(&claim.file))
            {
                return Ok(claim);
            }
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    /// This journal; none where another window has it.
    pub(super) fn of(file: PathBuf) -> io::Result<Option<Self>> {
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(lock_of(&file))?;
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => Ok(None),
            // A disk without locks is one that only this machine writes to.
            Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(Claim { file, _lock: lock })),
        }
    }

    pub(super) fn file(&self) -> &Path {
        &self.file
    }

    /// The next generation of the journal, while it is not on the disk yet.
    pub(super) fn next_file(&self) -> PathBuf {
        self.file.with_extension("next")
    }

    /// Leaves nothing behind.
    pub(super) fn remove(self) -> io::Result<()> {
        let removed = |file: &Path| match fs::remove_file(file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            Ok(()) | Err(_) => Ok(()),
        };
        removed(&self.file)?;
        removed(&self.next_file())?;
        removed(&lock_of(&self.file))
    }
}

pub(super) fn folder_in(local: &Path) -> PathBuf {
    local.join(FOLDER)
}

/// Is it of a release that has a folder?
pub(super) fn is_in_folder(file: &Path) -> bool {
    file.file_stem().and_then(|name| name.to_str()).is_some_and(|name| name.len() > Uuid::nil().to_string().len() + 4)
}

/// The journal of a release that has no folder yet.
pub(super) fn without_folder(local: &Path, id: Uuid) -> PathBuf {
    folder_in(local).join(format!("{id}.{ENDING}"))
}

pub(super) fn is_journal(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == ENDING)
}

fn lock_of(file: &Path) -> PathBuf {
    file.with_extension("lock")
}
