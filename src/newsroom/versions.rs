//! Earlier versions of a release, in the folder `versions` beside its file.
//!
//! They lie with the release and not on one person's machine: whoever opens the release from a shared drive, moves its folder
//! or gets a copy of it has its history too. Each is a release file of its own, with its time and name in the file's name,
//! so that it can be found and opened without this program's help.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::error::FileError;
use super::names::safe_name;
use super::photos::holds;
use super::{OPENING, RELEASE_FILE, ReleaseFile, atomic, parse, read_text, unknown};
use crate::release::Release;
use crate::words::Message;

/// The folder for versions inside a release's folder.
const FOLDER: &str = "versions";

/// How a file name tells the time, in UTC.
const TIME: &str = "%Y-%m-%dT%H-%M-%SZ";

/// What a version that somebody asked for has behind its time.
const KEPT: &str = " kept";

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

/// An earlier version of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its file.
    pub file: PathBuf,
    /// When it was so.
    pub when: Timestamp,
    /// Somebody has asked for it, so it stays for good; else it goes when there are many.
    pub is_kept: bool,
    /// What somebody has called it; empty where nobody has.
    pub name: String,
}

/// The versions of the release in this folder, the newest first; none where there are none.
pub fn versions(folder: &Path) -> Vec<Version> {
    let Ok(entries) = fs::read_dir(folder.join(FOLDER)) else { return Vec::new() };
    let mut versions: Vec<Version> = entries.filter_map(|entry| version(&entry.ok()?.path())).collect();
    versions.sort_by(|one, other| other.when.cmp(&one.when).then_with(|| other.file.cmp(&one.file)));
    versions
}

fn version(file: &Path) -> Option<Version> {
    let name = file.file_name()?.to_str()?.strip_suffix(".ron")?;
    // A whole file; a name of ours with something else behind it is somebody else's.
    let (time, rest) = name.split_at_checked("2026-11-23T17-42-05Z".len())?;
    let when = jiff::civil::DateTime::strptime(TIME, time).ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp();
    let is_kept = rest.starts_with(KEPT);
    let name = rest.strip_prefix(KEPT).and_then(|rest| rest.strip_prefix(", ")).unwrap_or_default().to_owned();
    Some(Version { file: file.to_owned(), when, is_kept, name })
}

fn file_name(when: Timestamp, is_kept: bool, name: &str) -> String {
    let time = when.strftime(TIME);
    match (is_kept, name.trim()) {
        (false, _) => format!("{time}.ron"),
        (true, "") => format!("{time}{KEPT}.ron"),
        (true, name) => format!("{time}{KEPT}, {}.ron", safe_name(name)),
    }
}

/// Reads a version.
///
/// # Errors
/// As opening a release.
pub fn open_version(file: &Path) -> Result<Release, FileError> {
    let text = read_text(file, OPENING)?;
    let text = unknown::known_part::<super::ReleaseFile<Release>>(&text).unwrap_or(text);
    let ReleaseFile { release, format: _ } = parse::<ReleaseFile<Release>>(&text, file, OPENING)?;
    Ok(release)
}

/// Gives a version a name, so that it stays for good.
///
/// # Errors
/// The folder cannot be written.
pub fn name_version(version: &Version, name: &str) -> Result<PathBuf, FileError> {
    let file = version.file.with_file_name(file_name(version.when, true, name));
    if file != version.file {
        fs::rename(&version.file, &file).map_err(|error| failed(&error, &file))?;
    }
    Ok(file)
}

/// Keeps what the release's file holds as a version, where the newest version does not hold it already.
pub(super) fn keep(folder: &Path, when: Timestamp, is_kept: bool) -> Result<(), FileError> {
    let versions_folder = folder.join(FOLDER);
    let bytes = match fs::read(folder.join(RELEASE_FILE)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        read => read.map_err(|error| failed(&error, &versions_folder))?,
    };
    let there = versions(folder);
    match there.first().filter(|newest| holds(&newest.file, &bytes)) {
        Some(newest) if is_kept && !newest.is_kept => name_version(newest, "").map(|_| ()),
        Some(_) => Ok(()),
        None => {
            // A name tells no less than a second, and what came later has to stand later.
            let next = |newest: &Version| newest.when.checked_add(Span::new().seconds(1)).unwrap_or(newest.when);
            let when = there.first().map_or(when, |newest| when.max(next(newest)));
            fs::create_dir_all(&versions_folder).map_err(|error| failed(&error, &versions_folder))?;
            let file = versions_folder.join(file_name(when, is_kept, ""));
            match atomic::create(&file, &bytes) {
                // Another program has kept one in this second.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
                made => made.map_err(|error| failed(&error, &file)),
            }
        }
    }
}

/// Makes a copy that lies beside the release a version of it, which stays for good under the name that the copy had.
///
/// Whoever goes on writing into the copy at this moment keeps it: only what has become a version is taken away.
pub(super) fn take_in(copy: &Path) -> Result<PathBuf, FileError> {
    let folder = copy.parent().unwrap_or(Path::new(".")).join(FOLDER);
    let not = |error: io::Error| failed(&error, copy);
    let bytes = fs::read(copy).map_err(not)?;
    fs::create_dir_all(&folder).map_err(not)?;
    let written = fs::metadata(copy).and_then(|there| there.modified()).map_err(not)?;
    let mut when: Timestamp = written.try_into().unwrap_or(Timestamp::UNIX_EPOCH);
    let name = copy.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let file = loop {
        let file = folder.join(file_name(when, true, &name));
        match atomic::create(&file, &bytes) {
            Ok(()) => break file,
            // A try that was interrupted has left it.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && holds(&file, &bytes) => break file,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                when = when.checked_add(Span::new().seconds(1)).map_err(|_| not(error))?;
            }
            Err(error) => return Err(not(error)),
        }
    };
    atomic::remove_if(copy, &bytes).map_err(not)?;
    Ok(file)
}

/// When the release's file was written last, for the version that it becomes.
pub(super) fn written(folder: &Path) -> Option<Timestamp> {
    fs::metadata(folder.join(RELEASE_FILE)).and_then(|there| there.modified()).ok()?.try_into().ok()
}

/// Takes away the versions that nobody has asked for where they stand close: of the last day all stay, of the last week one
/// an hour, of a quarter of a year one a day, and one a week from then on.
pub(super) fn thin(folder: &Path, now: Timestamp) {
    for version in too_close(versions(folder), now) {
        // One that cannot be removed is one too many; that is all.
        let _ = fs::remove_file(version.file);
    }
}

fn too_close(versions: Vec<Version>, now: Timestamp) -> Vec<Version> {
    let mut taken = BTreeSet::new();
    let mut others = Vec::new();
    for version in versions.into_iter().filter(|version| !version.is_kept) {
        let seconds = version.when.as_second();
        let apart = match now.as_second() - seconds {
            age if age < DAY => continue,
            age if age < 7 * DAY => HOUR,
            age if age < 90 * DAY => DAY,
            _ => 7 * DAY,
        };
        if !taken.insert((apart, seconds.div_euclid(apart))) {
            others.push(version);
        }
    }
    others
}

fn failed(error: &io::Error, path: &Path) -> FileError {
    FileError::io(Message::new("error-keep-version"), error, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes_ago: i64, now: Timestamp) -> Version {
        let when = Timestamp::from_second(now.as_second() - minutes_ago * 60).unwrap();
        Version { file: file_name(when, false, "").into(), when, is_kept: false, name: String::new() }
    }

    #[test]
    fn a_name_tells_time_and_name_and_reads_back() {
        let when: Timestamp = "2026-11-23T17:42:05Z".parse().unwrap();
        for (is_kept, name) in [(false, ""), (true, ""), (true, "Министрге жіберілді")] {
            let file = PathBuf::from("versions").join(file_name(when, is_kept, name));
            let read = version(&file).unwrap();
            assert_eq!(read, Version { file, when, is_kept, name: name.to_owned() });
        }
        assert_eq!(version(Path::new("versions/notes.ron")), None);
    }

    #[test]
    fn versions_grow_sparse_with_age_and_none_of_a_day_is_gone_for_a_month() {
        let now: Timestamp = "2026-11-23T17:42:05Z".parse().unwrap();
        // One every five minutes for a year, thinned as time goes on, in one go at its end.
        let year: Vec<Version> = (0..365 * 24 * 12).map(|step| at(step * 5, now)).collect();
        let gone: BTreeSet<Timestamp> = too_close(year.clone(), now).into_iter().map(|version| version.when).collect();
        let left: Vec<&Version> = year.iter().filter(|version| !gone.contains(&version.when)).collect();
        let aged = |from: i64, to: i64| {
            let is_in = |version: &&&Version| {
                let age = now.as_second() - version.when.as_second();
                (from * DAY..to * DAY).contains(&age)
            };
            left.iter().filter(is_in).count()
        };
        assert_eq!(aged(0, 1), 24 * 12);
        assert!((6 * 24..=6 * 24 + 1).contains(&aged(1, 7)), "{}", aged(1, 7));
        assert!((83..=84).contains(&aged(7, 90)), "{}", aged(7, 90));
        assert!((39..=41).contains(&aged(90, 365)), "{}", aged(90, 365));
        for day in 1..=30 {
            assert!(aged(day - 1, day) > 0, "day {day}");
        }
        assert!(left.len() < 700);
    }

    #[test]
    fn what_is_kept_in_the_same_second_is_kept_as_well_and_stands_in_its_order() {
        let folder = tempfile::tempdir().unwrap();
        let when: Timestamp = "2026-11-23T17:42:05Z".parse().unwrap();
        for (text, is_kept) in [("one", false), ("two", true), ("three", true), ("three", true), ("four", false)] {
            fs::write(folder.path().join(RELEASE_FILE), text).unwrap();
            keep(folder.path(), when, is_kept).unwrap();
        }
        let there = versions(folder.path());
        let texts: Vec<String> = there.iter().map(|version| fs::read_to_string(&version.file).unwrap()).collect();
        assert_eq!(texts, ["four", "three", "two", "one"]);
        assert_eq!(there.iter().map(|version| version.is_kept).collect::<Vec<_>>(), [false, true, true, false]);
    }

    #[test]
    fn what_somebody_kept_stays() {
        let now: Timestamp = "2026-11-23T17:42:05Z".parse().unwrap();
        let old = (0..100).map(|step| Version { is_kept: true, ..at(60 * 24 * 60 + step, now) }).collect();
        assert_eq!(too_close(old, now), []);
    }
}
