//! Typeset pages: what their PDF promises, every word at its place, whatever was typed.
//!
//! - `DATELINE_LONG=1` sets ten or more times as many releases and strings; it takes several minutes.
//! - `DATELINE_REFRESH=1` draws the reference pictures in `tests/expected/pages` anew.
//! - Some parts read the PDF with other programs (poppler-utils and qpdf). Where one is not installed, they say so; where
//!   `DATELINE_TOOLS_REQUIRED` is set, they fail.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    unreachable_pub,
    reason = "a test may stop"
)]

mod photos;
mod support;

#[path = "pages/breaks.rs"]
mod breaks;
#[path = "pages/generated.rs"]
mod generated;
#[path = "pages/hostile.rs"]
mod hostile;
#[path = "pages/hyphens.rs"]
mod hyphens;
#[path = "pages/limits.rs"]
mod limits;
#[path = "pages/press.rs"]
mod press;
#[path = "pages/privacy.rs"]
mod privacy;
#[path = "pages/read.rs"]
mod read;
#[path = "pages/readers.rs"]
mod readers;
#[path = "pages/references.rs"]
mod references;
#[path = "pages/same.rs"]
mod same;
#[path = "pages/standards.rs"]
mod standards;
#[path = "pages/talkative.rs"]
mod talkative;
#[path = "pages/tools.rs"]
mod tools;
