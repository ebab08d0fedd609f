//! What stands in a journal: records one after another, each with its length and a checksum.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::change::Change;
use crate::newsroom::ron_options;
use crate::release::{Fingerprint, PhotoId, Release};

/// How every journal of this format begins.
pub(super) const BEGINNING: &[u8] = b"Dateline journal 1\n";

/// Length and checksum.
const HEAD: usize = 12;

/// No record is longer; what says so is damaged.
const LONGEST: usize = 256 << 20;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Record {
    /// Everything from here on rests on this, and on nothing before.
    Began(Box<Began>),
    /// Words were written. `thought` begins a new step of undo.
    Typed { change: Change, thought: bool },
    /// One step back; told by the words as well, because another version of the program may spell a state otherwise.
    Undone(Change),
    /// One step forward.
    Redone(Change),
    /// Photos that are not in the release's folder yet, with where they are.
    Waiting(BTreeMap<PhotoId, PathBuf>),
    /// The present is on its way into the release's file; written by earlier programs.
    Saving,
    /// The release's file was written. `all` of the present is in it, or something was typed meanwhile.
    Saved { seen: Fingerprint, all: bool },
    /// It was put away on purpose, with everything in its file or not.
    Left { saved: bool },
    /// The present is on its way into the release's file in this folder, which may be the first that it gets.
    SavingIn(PathBuf),
}

/// All states as texts, each by how it differs from the one before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Began {
    /// The release's folder; none until it has one.
    pub(super) folder: Option<PathBuf>,
    /// What the release's file held when it was read or written last.
    pub(super) seen: Option<Fingerprint>,
    /// The release's file held the present then.
    pub(super) saved: bool,
    pub(super) waiting: BTreeMap<PhotoId, PathBuf>,
    /// The release as it began, where that is not the oldest state.
    pub(super) first: Option<String>,
    pub(super) oldest: String,
    /// From the oldest state on, through the present into the future.
    pub(super) changes: Vec<Change>,
    /// So many states lie before the present.
    pub(super) past: usize,
}

/// A release as the text in a journal, short rather than readable.
pub(super) fn text_of(release: &Release) -> io::Result<String> {
    ron_options().to_string(release).map_err(io::Error::other)
}

pub(super) fn release_of(text: &str) -> Option<Release> {
    ron_options().from_str(text).ok()
}

impl Record {
    /// The record as it stands in the file.
    pub(super) fn to_bytes(&self) -> io::Result<Vec<u8>> {
        let text = ron_options().to_string(self).map_err(io::Error::other)?;
        let length = u32::try_from(text.len()).map_err(io::Error::other)?;
        let mut bytes = Vec::with_capacity(HEAD + text.len());
        bytes.extend(length.to_le_bytes());
        bytes.extend(checksum(&text).to_le_bytes());
        bytes.extend(text.as_bytes());
        Ok(bytes)
    }

    /// The next record and how many bytes it takes; none at the end, or where the end is torn.
    pub(super) fn next(bytes: &[u8]) -> Option<(Self, usize)> {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let (sum, rest) = rest.split_first_chunk::<8>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok().filter(|length| *length <= LONGEST)?;
        let text = std::str::from_utf8(rest.get(..length)?).ok()?;
        if checksum(text) != u64::from_le_bytes(*sum) {
            return None;
        }
        Some((ron_options().from_str(text).ok()?, HEAD + length))
    }
}

fn checksum(text: &str) -> u64 {
    Fingerprint::of(text.as_bytes()).short()
}
