//! Small pictures of photos, kept in the user's local folder so that none is made twice.
//!
//! They can be thrown away at any time: what is missing or damaged is made again. No error of this folder is told,
//! because nobody waits for it; without it everything works, only slower.

use std::fs::{self, File};
use std::hash::Hasher;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use siphasher::sip128::{Hasher128, SipHasher13};

use super::photos::LARGEST_PHOTO;
use super::{atomic, read_bytes};
use crate::photo_file::{self, PREVIEW_HEAD, Pixels};
use crate::words::Message;

/// The name of the folder in the user's local folder.
const FOLDER: &str = "thumbnails";

/// What is kept at the most: some ten thousand small pictures.
const MOST_BYTES: u64 = 256 << 20;

/// No kept picture is larger.
const LARGEST_KEPT: u64 = 16 << 20;

/// Photos are told apart by so many bytes at their beginning and as many at their end.
const TELLING: u64 = 64 << 10;

/// What decoding may take while others decode as well; whoever needs more waits until he is the only one.
const MOST_BESIDE_OTHERS: u64 = 48 << 20;

/// Counts the ways in which small pictures were made; a new one makes them all anew.
const EDITION: u8 = 1;

/// A picture that was looked at within a day counts as young, and its file is not touched.
const YOUNG: Duration = Duration::from_secs(24 * 3600);

/// The small pictures of all photos, for all threads that make them.
#[derive(Debug)]
pub struct Thumbnails {
    /// None where the system has no place for them.
    folder: Option<PathBuf>,
    /// How many bytes lie in the folder; unknown at first.
    kept_bytes: Mutex<Option<u64>>,
    most_bytes: u64,
    /// Held by whoever decodes a photo that fills the memory.
    alone: Mutex<()>,
}

impl Thumbnails {
    /// Kept in this local folder of the user, or not at all.
    pub fn at(local: Option<&Path>) -> Self {
        let folder = local.map(|local| local.join(FOLDER));
        Thumbnails { folder, kept_bytes: Mutex::default(), most_bytes: MOST_BYTES, alone: Mutex::default() }
    }

    /// The same with room for fewer bytes.
    #[must_use]
    pub fn with_room(self, most_bytes: u64) -> Self {
        Thumbnails { most_bytes, ..self }
    }

    /// The small picture of a photo, if it is kept; only a few bytes of the photo are read.
    pub fn get(&self, photo: &Path, most_px: (u32, u32)) -> Option<Pixels> {
        self.kept(&self.place(photo, most_px)?, most_px)
    }

    /// The small picture of a photo, no larger than `most_px`: the kept one, or else it is made and kept.
    ///
    /// # Errors
    /// Why it cannot be shown and what to do next, in words for the user.
    pub fn of(&self, photo: &Path, most_px: (u32, u32)) -> Result<Pixels, Message> {
        let place = self.place(photo, most_px);
        if let Some(pixels) = place.as_ref().and_then(|place| self.kept(place, most_px)) {
            return Ok(pixels);
        }
        let pixels = self.made(photo, most_px)?;
        if let Some(place) = place {
            self.keep(&place, &pixels);
        }
        Ok(pixels)
    }

    fn made(&self, photo: &Path, most_px: (u32, u32)) -> Result<Pixels, Message> {
        let (doing, next) = (Message::new("error-read-photo"), Message::new("error-photo-larger-next"));
        let heavy = || self.alone.lock().unwrap_or_else(PoisonError::into_inner);
        // The file itself lies in the memory while it is decoded.
        let length = fs::metadata(photo).map_or(0, |there| there.len());
        let mut alone = (length > MOST_BESIDE_OTHERS).then(heavy);
        let bytes = read_bytes(photo, LARGEST_PHOTO, &doing, &next).map_err(|error| error.message())?;
        if alone.is_none() && photo_file::thumbnail_cost(&bytes, most_px) > MOST_BESIDE_OTHERS {
            alone = Some(heavy());
        }
        let pixels = photo_file::thumbnail(&bytes, most_px).map_err(|error| error.message());
        drop(alone);
        pixels
    }

    /// Where a photo's small picture lies, without its ending.
    ///
    /// What a photo is, is told by its length, the time of its last change and the bytes at both of its ends: to read
    /// eight megabytes of each photo for its name would take longer than to show it. The bytes tell copies and renamed
    /// files for what they are; the time tells a picture without compression from the same one with a changed middle. So
    /// a copy with a new time is made anew, which costs a moment, and no other picture is ever shown.
    fn place(&self, photo: &Path, (width, height): (u32, u32)) -> Option<PathBuf> {
        let folder = self.folder.as_ref()?;
        let there = fs::metadata(photo).ok()?;
        if !there.is_file() || there.len() > LARGEST_PHOTO {
            return None;
        }
        let changed = there.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let mut file = File::open(photo).ok()?;
        let mut bytes = Vec::new();
        Read::by_ref(&mut file).take(TELLING).read_to_end(&mut bytes).ok()?;
        let end = there.len().saturating_sub(TELLING).max(TELLING);
        if end < there.len() {
            file.seek(SeekFrom::Start(end)).ok()?;
            file.take(TELLING).read_to_end(&mut bytes).ok()?;
        }
        let mut name = SipHasher13::new();
        name.write_u8(EDITION);
        name.write_u32(width);
        name.write_u32(height);
        name.write_u64(there.len());
        name.write_u128(changed.as_nanos());
        name.write(&bytes);
        Some(folder.join(format!("{:032x}", name.finish128().as_u128())))
    }

    /// Reads a kept picture. One that is damaged counts as none.
    fn kept(&self, place: &Path, most_px: (u32, u32)) -> Option<Pixels> {
        ["jpg", "png"].into_iter().find_map(|ending| {
            let file = place.with_extension(ending);
            let there = file.symlink_metadata().ok()?;
            if !there.is_file() || there.len() > LARGEST_KEPT {
                return None;
            }
            let pixels = photo_file::thumbnail(&fs::read(&file).ok()?, most_px).ok()?;
            if there.modified().ok()?.elapsed().is_ok_and(|age| age > YOUNG) {
                // What is looked at becomes young again: the oldest go first.
                let _ = File::options().write(true).open(&file).and_then(|file| file.set_modified(SystemTime::now()));
            }
            Some(pixels)
        })
    }

    fn keep(&self, place: &Path, pixels: &Pixels) {
        let Ok(picture) = pixels.picture() else { return };
        let file = place.with_extension(picture.format.ending());
        let Some(folder) = file.parent() else { return };
        if fs::create_dir_all(folder).is_err() || atomic::replace_unsynced(&file, &picture.bytes).is_err() {
            return;
        }
        let mut kept_bytes = self.kept_bytes.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = match *kept_bytes {
            Some(bytes) => bytes + picture.bytes.len() as u64,
            None => u64::MAX,
        };
        *kept_bytes = Some(if bytes > self.most_bytes { tidied(folder, self.most_bytes) } else { bytes });
    }
}

/// Takes the oldest files out of the folder until there is room again; gives what is left in bytes.
fn tidied(folder: &Path, most_bytes: u64) -> u64 {
    let files = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| {
        let entry = entry.ok()?;
        let there = entry.metadata().ok().filter(fs::Metadata::is_file)?;
        Some((there.modified().ok()?, there.len(), entry.path()))
    });
    let mut files: Vec<_> = files.collect();
    files.sort();
    let mut bytes: u64 = files.iter().map(|(_, length, _)| length).sum();
    if bytes <= most_bytes {
        return bytes;
    }
    // With some room to spare, so that not every picture that comes looks through the folder.
    for (_, length, file) in files {
        if bytes <= most_bytes / 4 * 3 {
            break;
        }
        if fs::remove_file(file).is_ok() {
            bytes -= length;
        }
    }
    bytes
}

/// The camera's own small picture of a photo, for a first look: only the beginning of the file is read.
pub fn first_look(photo: &Path) -> Option<Pixels> {
    // To open a pipe is to wait for whoever writes into it.
    if !fs::metadata(photo).ok()?.is_file() {
        return None;
    }
    let mut head = Vec::new();
    File::open(photo).ok()?.take(PREVIEW_HEAD as u64).read_to_end(&mut head).ok()?;
    photo_file::embedded_preview(&head)
}
