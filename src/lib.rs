//! Dateline: from what a press officer types to what newsrooms can use.
//!
//! ```text
//! Release  --set()-->  Story  --write-->  Markdown, plain text, web page
//! (what was typed)     (in reading order, in one language, in the house's style)
//!                        |
//!                        +--typeset-->  Pages  -->  pixels beside the form, PDF, picture
//! ```
//!
//! Imports go down only: `main` → [`app`], [`cli`] → [`ui`] → [`desk`] → [`newsroom`], [`export`], [`check`] →
//! [`pages`] → [`story`] → [`house`] → [`language`], [`photo_file`], [`register`] → [`release`] → [`words`].
//!
//! What must never be, and `tests/layers.rs` reads the source to keep it so: a window, a file, a thread or a clock in the
//! rooms from [`story`] and [`mod@check`] down; a path in [`export`], [`pages`] or [`photo_file`]; RON outside [`newsroom`]; a disk outside
//! [`newsroom`], [`cli`] and [`app`]; a file, thread or dialog in [`ui`].

pub mod app;
pub mod check;
pub mod cli;
pub mod desk;
pub mod export;
pub mod house;
pub mod language;
pub mod newsroom;
pub mod pages;
pub mod photo_file;
pub mod register;
pub mod release;
pub mod story;
pub mod ui;
pub mod words;
