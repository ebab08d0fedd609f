//! Copies of a release beside its file: what sync clients and this program put there when two people wrote at once.
//!
//! A name alone proves nothing. It is a copy where the name looks like one *and* the file holds the same release with other
//! words: a sync client's wording may change, and somebody may keep a note beside the release.

use std::fs;
use std::path::{Path, PathBuf};

use super::FileError;
use super::saving::CONFLICT;
use super::versions::{self, open_version};
use crate::release::{Fingerprint, Release};

/// Who has put a copy beside a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CopyOrigin {
    /// This program, on this machine or on another one.
    Dateline,
    /// OneDrive: the name of the machine behind a dash.
    OneDrive,
    /// Dropbox, Nextcloud and others that say it in brackets, with a date.
    Dropbox,
    /// Syncthing.
    Syncthing,
}

/// A copy beside a release, with other words than the release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideCopy {
    /// Its file.
    pub file: PathBuf,
    /// Who has put it there.
    pub origin: CopyOrigin,
    /// What its name tells besides: who, on which machine, when.
    pub about: String,
}

/// Words by which a copy is called one, in the languages of sync clients.
const CONFLICT_WORDS: [&str; 12] = [
    "conflict",
    "конфликт",
    "қайшы",
    "konflikt",
    "conflit",
    "conflic",
    "conflitt",
    "conflito",
    "競合",
    "冲突",
    "衝突",
    "çakış",
];

/// Is this the name of a copy of a release's file, and whose? `about` is what it tells besides.
fn origin_of(name: &str) -> Option<(CopyOrigin, String)> {
    if is_partial(name) {
        return None;
    }
    let lower = name.to_lowercase();
    let stem = lower.strip_suffix(".ron")?;
    // Letters may be longer or shorter in small; what is told is told as it stands.
    let rest = stem.strip_prefix("release")?;
    let told = |from: usize| {
        let end = name.len().checked_sub(".ron".len())?;
        name.get("release".len() + from..end).map(str::to_owned)
    };
    if name.starts_with(CONFLICT) {
        let about = name.strip_prefix(CONFLICT)?.strip_suffix(".ron")?;
        return Some((CopyOrigin::Dateline, about.replacen(')', "", 1).trim().to_owned()));
    }
    if let Some(when) = rest.strip_prefix(".sync-conflict-") {
        let mut parts = when.split('-');
        let (date, time, device) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, count| part.len() == count && part.bytes().all(|letter| letter.is_ascii_digit());
        let is_ours = digits(date, 8) && digits(time, 6) && device.len() == 7 && parts.next().is_none();
        return is_ours.then(|| (CopyOrigin::Syncthing, told(".sync-conflict-".len()).unwrap_or_default()));
    }
    if let Some(brackets) = rest.strip_prefix(" (").and_then(|rest| rest.find(')').map(|end| &rest[..end])) {
        let says_so = CONFLICT_WORDS.iter().any(|word| brackets.contains(word)) || has_date(brackets);
        let about = told(" (".len()).unwrap_or_default().replacen(')', "", 1);
        return says_so.then(|| (CopyOrigin::Dropbox, about.trim().to_owned()));
    }
    if let Some(conflict) = rest.strip_prefix('_').filter(|rest| rest.starts_with("conflict")) {
        // ownCloud.
        return Some((CopyOrigin::Dropbox, conflict.to_owned()));
    }
    let machine = rest.strip_prefix('-')?;
    let is_name =
        !machine.is_empty() && machine.chars().all(|letter| letter.is_alphanumeric() || "-_.".contains(letter));
    is_name.then(|| (CopyOrigin::OneDrive, told("-".len()).unwrap_or_default()))
}

/// `2026-11-23` somewhere in it.
fn has_date(words: &str) -> bool {
    let letters: Vec<char> = words.chars().collect();
    letters.windows(10).any(|window| {
        window.iter().enumerate().all(|(place, letter)| match place {
            4 | 7 => *letter == '-',
            0..=3 | 5 | 6 | 8.. => letter.is_ascii_digit(),
        })
    })
}

/// Is it a file that some program has not finished, or keeps for itself while it has another one open?
pub fn is_partial(name: &str) -> bool {
    let lower = name.to_lowercase();
    let begins = [".", "~$", "~syncthing~", "~wrd", "~"];
    let ends =
        [".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".!sync", ".bts", ".swp", ".bak~", "~"];
    begins.iter().any(|beginning| lower.starts_with(beginning)) || ends.iter().any(|ending| lower.ends_with(ending))
}

/// How many files in this folder have the name of a copy; what they hold is not looked at.
pub(super) fn count_in(names: &[String]) -> usize {
    names.iter().filter(|name| origin_of(name).is_some()).count()
}

/// The copies beside this release, the newest first: those that hold the same release with other words than these.
pub fn side_copies(folder: &Path, release: &Release) -> Vec<SideCopy> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut copies = Vec::new();
    for entry in entries.filter_map(Result::ok) {
        let Some((origin, about)) = entry.file_name().to_str().and_then(origin_of) else { continue };
        let file = entry.path();
        // What cannot be read is left to whoever put it there.
        let is_copy = open_version(&file).is_ok_and(|copy| copy.id == release.id && copy != *release);
        if is_copy {
            let when = entry.metadata().and_then(|there| there.modified()).ok();
            copies.push((when, SideCopy { file, origin, about }));
        }
    }
    copies.sort_by(|(one, first), (other, second)| other.cmp(one).then_with(|| first.file.cmp(&second.file)));
    copies.into_iter().map(|(_, copy)| copy).collect()
}

/// Reads a copy.
///
/// # Errors
/// As opening a release.
pub fn open_copy(copy: &SideCopy) -> Result<Release, FileError> {
    open_version(&copy.file)
}

/// Puts a copy among the versions of its release, where it can still be found; beside the release it is not seen any more.
///
/// # Errors
/// The folder cannot be written.
pub fn discard_copy(copy: &SideCopy) -> Result<PathBuf, FileError> {
    versions::take_in(&copy.file)
}

/// What of a release's folder changes when a copy comes or goes, in one number; names only.
pub(super) fn sign_of(names: &[String]) -> Fingerprint {
    let mut copies: Vec<&str> = names.iter().map(String::as_str).filter(|name| origin_of(name).is_some()).collect();
    copies.sort_unstable();
    Fingerprint::of(copies.join("\n").as_bytes())
}

/// The names in a folder that are text.
pub(super) fn names_in(folder: &Path) -> std::io::Result<Vec<String>> {
    Ok(fs::read_dir(folder)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_of_sync_clients_are_told_by_their_names_in_any_wording() {
        use CopyOrigin::{Dateline, Dropbox, OneDrive, Syncthing};
        for (name, origin, about) in [
            ("release-PRESS-3.ron", OneDrive, "PRESS-3"),
            ("release-PRESS-3-2.ron", OneDrive, "PRESS-3-2"),
            ("release-Айгуль.ron", OneDrive, "Айгуль"),
            (
                "release (Aigul Testova's conflicted copy 2026-11-23).ron",
                Dropbox,
                "Aigul Testova's conflicted copy 2026-11-23",
            ),
            (
                "release (конфликтующая копия пользователя Айгуль Тестова 2026-11-23).ron",
                Dropbox,
                "конфликтующая копия пользователя Айгуль Тестова 2026-11-23",
            ),
            (
                "release (Aiguls in Konflikt stehende Kopie 2026-11-23).ron",
                Dropbox,
                "Aiguls in Konflikt stehende Kopie 2026-11-23",
            ),
            ("release (copie van Aigul 2026-11-23 1).ron", Dropbox, "copie van Aigul 2026-11-23 1"),
            ("release (conflicted copy 2026-11-23 174205).ron", Dropbox, "conflicted copy 2026-11-23 174205"),
            ("release (Case Conflict).ron", Dropbox, "Case Conflict"),
            ("release_conflict-20261123-174205.ron", Dropbox, "conflict-20261123-174205"),
            ("release.sync-conflict-20261123-174205-ABCDEF7.ron", Syncthing, "20261123-174205-ABCDEF7"),
            ("release (conflict, Aigul, 2026-11-23 17-42).ron", Dateline, "Aigul, 2026-11-23 17-42"),
            ("release (conflict, Aigul, 2026-11-23 17-42)-2.ron", Dateline, "Aigul, 2026-11-23 17-42-2"),
        ] {
            assert_eq!(origin_of(name), Some((origin, about.to_owned())), "{name}");
        }
        assert_eq!(CopyOrigin::Syncthing, origin_of("Release.Sync-Conflict-20261123-174205-ABCDEF7.RON").unwrap().0);
    }

    #[test]
    fn unfinished_files_and_other_names_are_no_copies() {
        for name in [
            "release.ron",
            "~$release.ron",
            "~release-PRESS.ron",
            ".release-PRESS.ron",
            ".syncthing.release.ron.tmp",
            "release-PRESS.ron.tmp",
            "release-PRESS.ron.part",
            "release-.ron",
            "release - Copy.ron",
            "release (1).ron",
            "release.sync-conflict-2026-17-A.ron",
            "release.sync-conflict-20261123-174205-ABCDEF7-more.ron",
            "releases-PRESS.ron",
            "old release-PRESS.ron",
            "release-PRESS.txt",
            "release (2026).ron",
        ] {
            assert_eq!(origin_of(name), None, "{name}");
        }
        for partial in ["~$release.ron", ".dateline-1.part", "release.ron.tmp", "release.ron.crdownload", "a~"] {
            assert!(is_partial(partial), "{partial}");
        }
        assert!(!is_partial("release.ron") && !is_partial("letter.ron"));
    }
}
