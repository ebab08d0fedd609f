//! The words inside photos: what we write is read by others, what others write is read by us, and nothing stops us.
//!
//! Others are exiftool (Debian's libimage-exiftool-perl). Where it is not installed, its tests say so and are not run;
//! where `DATELINE_TOOLS_REQUIRED` is set, they fail.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]
#![allow(unreachable_pub, reason = "parts of one test")]

#[allow(unused_imports, reason = "each test file uses its part of it")]
mod photos;
mod support;

#[path = "photo_words/drawn.rs"]
mod drawn;
#[path = "photo_words/exiftool.rs"]
mod exiftool;
#[path = "photo_words/hostile.rs"]
mod hostile;
#[path = "photo_words/ours.rs"]
mod ours;
#[path = "photo_words/stores.rs"]
mod stores;
#[path = "photo_words/theirs.rs"]
mod theirs;
