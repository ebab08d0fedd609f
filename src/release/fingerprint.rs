//! What a file or a text was, in sixteen bytes: enough to see whether somebody has changed it since.

use std::hash::Hasher;

use serde::{Deserialize, Serialize};
use siphasher::sip128::{Hasher128, SipHasher13};

/// The contents of a file as a number; other contents give another one.
///
/// It guards against accidents, not against somebody who wants two texts to look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint(u64, u64);

impl Fingerprint {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = SipHasher13::new();
        hasher.write(bytes);
        Fingerprint::finished(&hasher)
    }

    /// Of everything that went into this.
    pub(super) fn finished(hasher: &SipHasher13) -> Self {
        let hash = hasher.finish128();
        Fingerprint(hash.h1, hash.h2)
    }

    /// The same as a name for a file.
    pub(crate) fn as_name(self) -> String {
        format!("{:016x}", self.0)
    }

    /// A part of it, where eight bytes are enough.
    pub(crate) fn short(self) -> u64 {
        self.0 ^ self.1
    }
}
