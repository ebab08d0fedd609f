//! Typography by language: what is found and what is left alone, rule by rule, and how a person mends it in the window.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test may stop")]

#[path = "typography/real.rs"]
mod real;
