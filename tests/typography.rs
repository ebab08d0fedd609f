//! Typography by language: what is found and what is left alone, rule by rule, and how a person mends it in the window.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test may stop")]

#[path = "typography/always.rs"]
mod always;
#[path = "typography/english.rs"]
mod english;
#[path = "typography/french.rs"]
mod french;
#[path = "typography/german.rs"]
mod german;
#[path = "typography/kazakh.rs"]
mod kazakh;
#[path = "typography/real.rs"]
mod real;
#[path = "typography/russian.rs"]
mod russian;
#[path = "typography/table.rs"]
mod table;
#[path = "typography/window.rs"]
mod window;
