//! Typeset pages: what their PDF promises, every word at its place, whatever was typed.
//!
//! `DATELINE_LONG=1` sets many times as many releases and strings; it takes several minutes.
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

#[path = "pages/generated.rs"]
mod generated;
#[path = "pages/hostile.rs"]
mod hostile;
#[path = "pages/press.rs"]
mod press;
#[path = "pages/read.rs"]
mod read;
#[path = "pages/standards.rs"]
mod standards;
#[path = "pages/talkative.rs"]
mod talkative;
