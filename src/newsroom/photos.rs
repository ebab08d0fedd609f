//! Photos in a release's folder: copies of the originals, byte for byte.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::error::{FileError, visible};
use super::names::{is_plain_name, numbered, safe_name, seen_alike};
use super::{PHOTOS_FOLDER, atomic, read_bytes};
use crate::photo_file::{self, PhotoWords};
use crate::release::{Lang, PhotoId, Release};
use crate::words::Message;

/// Larger originals exist, but none that a newsroom wants; they would fill the memory.
pub(super) const LARGEST_PHOTO: u64 = 512 << 20;

/// So many photos of one name are no photos.
const HIGHEST_NUMBER: u32 = 9999;

const ADDING: Message = Message::new("error-add-photo");

/// Copies a photo into the release's folder, byte for byte, and gives the name that it has there.
///
/// The name is one that all systems can have. The same bytes under the same name are taken as they are; another photo
/// of that name, also in other capitals, makes way with a number.
///
/// # Errors
/// The photo cannot be read or is no ordinary file, or the folder cannot be written.
pub fn add_photo(folder: &Path, photo: &Path) -> Result<String, FileError> {
    let bytes = read_bytes(photo, LARGEST_PHOTO, &ADDING, &Message::new("error-photo-larger-next"))?;
    let name = photo.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    place(folder, &name, &bytes)
}

/// What a picture that is to be attached says of itself: its words, and its upright size in pixels. Words of which the file
/// does not say the language count as `unsaid`.
///
/// # Errors
/// The file cannot be read, or is no photo that the program can show; why, and what to do next, in words for the user.
pub fn look_at_photo(photo: &Path, unsaid: &Lang) -> Result<(PhotoWords, (u32, u32)), Message> {
    let (doing, next) = (Message::new("error-attach-photo"), Message::new("error-photo-larger-next"));
    let bytes = read_bytes(photo, LARGEST_PHOTO, &doing, &next).map_err(|error| error.message())?;
    let size = photo_file::size_px(&bytes).map_err(|error| {
        let path = visible(&photo.to_string_lossy());
        Message::new("error-photo-in-file").with("why", error.message()).with("path", path)
    })?;
    Ok((photo_file::words_in(&bytes, unsaid), size))
}

/// Keeps bytes as a file of their own in a folder, under this name or the next best.
///
/// # Errors
/// The folder cannot be made or written.
pub fn keep_beside(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, FileError> {
    let failed = |error: io::Error| FileError::io(ADDING, &error, folder);
    fs::create_dir_all(folder).map_err(failed)?;
    keep_numbered(folder, name, bytes).map_err(failed)
}

/// The same in a folder that is there.
pub(super) fn keep_numbered(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    for number in 1..=HIGHEST_NUMBER {
        let file = folder.join(numbered(name, number));
        match atomic::create(&file, bytes) {
            Ok(()) => return Ok(file),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Puts a photo's bytes into the release's folder under this name or the next best.
pub(super) fn place(folder: &Path, name: &str, bytes: &[u8]) -> Result<String, FileError> {
    let photos = folder.join(PHOTOS_FOLDER);
    let failed = |error: io::Error| FileError::io(ADDING, &error, &photos);
    fs::create_dir_all(&photos).map_err(failed)?;
    if !fs::canonicalize(&photos).map_err(failed)?.starts_with(fs::canonicalize(folder).map_err(failed)?) {
        let why = Message::new("error-photo-folder-leads-out");
        return Err(FileError::because(ADDING, why, Message::new("error-photo-folder-leads-out-next"), &photos));
    }
    let there: Vec<(String, String)> =
        names_in(&photos).map_err(failed)?.into_iter().map(|name| (seen_alike(&name), name)).collect();
    let wanted = safe_name(name);
    for number in 1..=HIGHEST_NUMBER {
        let name = numbered(&wanted, number);
        // What differs in capitals only is one file on Windows and macOS.
        let alike = seen_alike(&name);
        match there.iter().find(|(taken, _)| *taken == alike) {
            Some((_, taken)) if holds(&photos.join(taken), bytes) => return Ok(taken.clone()),
            Some(_) => {}
            None => match atomic::create(&photos.join(&name), bytes) {
                Ok(()) => return Ok(name),
                // Somebody else was quicker.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(FileError::io(ADDING, &error, &photos.join(&name))),
            },
        }
    }
    let (why, next) = (Message::new("error-photo-no-name-free"), Message::new("error-photo-no-name-free-next"));
    Err(FileError::because(ADDING, why, next, &photos))
}

fn names_in(photos: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(photos)?;
    entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

/// Which of these photos is the same picture as a file, byte for byte; the first of them.
///
/// Lengths are asked before bytes, so that a file is read only where it may well be the same. What cannot be read is not the
/// same.
///
/// # Errors
/// The file itself cannot be read or is no ordinary file.
pub fn same_photo(
    file: &Path,
    photos: impl IntoIterator<Item = (PhotoId, PathBuf)>,
) -> Result<Option<PhotoId>, FileError> {
    let failed = |error: io::Error| FileError::io(ADDING, &error, file);
    let length = match fs::metadata(file).map_err(failed)? {
        // A pipe would be waited for.
        there if there.is_file() => there.len(),
        there if there.is_dir() => return Err(failed(io::ErrorKind::IsADirectory.into())),
        _ => return Err(failed(super::error::no_ordinary_file())),
    };
    for (id, photo) in photos {
        let may_be_same = fs::metadata(&photo).is_ok_and(|there| there.is_file() && there.len() == length);
        if may_be_same {
            let own = File::open(file).map_err(failed)?;
            let Ok(other) = File::open(&photo) else { continue };
            if hold_the_same(BufReader::new(own), BufReader::new(other)).unwrap_or(false) {
                return Ok(Some(id));
            }
        }
    }
    Ok(None)
}

/// Do two files hold the same bytes?
fn hold_the_same(mut one: impl BufRead, mut other: impl BufRead) -> io::Result<bool> {
    loop {
        let (left, right) = (one.fill_buf()?, other.fill_buf()?);
        let both = left.len().min(right.len());
        if both == 0 {
            return Ok(left.is_empty() && right.is_empty());
        }
        if left.get(..both) != right.get(..both) {
            return Ok(false);
        }
        one.consume(both);
        other.consume(both);
    }
}

/// Is this an ordinary file, no link, of exactly these bytes?
pub(super) fn holds(file: &Path, bytes: &[u8]) -> bool {
    let same_length = file.symlink_metadata().is_ok_and(|there| there.is_file() && there.len() == bytes.len() as u64);
    same_length && fs::read(file).is_ok_and(|there| there == bytes)
}

/// A photo's file is a name in the release's folder. One that leads elsewhere came from nowhere good: an export would
/// carry a stranger's file out of the house.
pub(super) fn check_names(release: &Release, file: &Path, doing: Message) -> Result<(), FileError> {
    match release.photos.iter().find(|photo| !is_plain_name(&photo.file)) {
        None => Ok(()),
        Some(photo) => {
            let name = super::error::shortened(&photo.file);
            let why = Message::new("error-photo-name").with("number", photo.id.0.to_string()).with("name", name);
            let next = Message::new("error-photo-name-next").with("folder", PHOTOS_FOLDER);
            Err(FileError::because(doing, why, next, file))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_picture_is_found_by_its_bytes_and_by_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, bytes: &[u8]| {
            let file = folder.path().join(name);
            fs::write(&file, bytes).unwrap();
            file
        };
        // Larger than what is read at a time.
        let bytes: Vec<u8> = (0..100_000u32).map(|number| (number.wrapping_mul(number) >> 7) as u8).collect();
        let mut other = bytes.clone();
        other[99_999] ^= 1;
        let dropped = write("dropped.jpg", &bytes);
        let photos = [
            (PhotoId(1), folder.path().join("gone.jpg")),
            (PhotoId(2), write("other.jpg", &other)),
            (PhotoId(3), write("longer.jpg", &[&bytes[..], b"x"].concat())),
            (PhotoId(4), write("another-name.png", &bytes)),
            (PhotoId(5), write("once-more.jpg", &bytes)),
            (PhotoId(6), folder.path().to_owned()),
        ];
        assert_eq!(same_photo(&dropped, photos.clone()).unwrap(), Some(PhotoId(4)));
        assert_eq!(same_photo(&dropped, photos[..3].to_vec()).unwrap(), None);
        assert_eq!(same_photo(&write("new.jpg", b"new"), photos.clone()).unwrap(), None);
        assert!(same_photo(&folder.path().join("missing.jpg"), photos.clone()).is_err());
        assert!(same_photo(folder.path(), photos).is_err());
    }
}
