//! Writing in the window: the body as a column of cards, driven by the names that a screen reader would say.
#![allow(clippy::unwrap_used, clippy::panic, clippy::wildcard_enum_match_arm, reason = "a test may stop")]

#[path = "writing/adding.rs"]
mod adding;
#[path = "writing/desk.rs"]
mod desk;
#[path = "writing/emphasis.rs"]
mod emphasis;
#[path = "writing/first_hour.rs"]
mod first_hour;
#[path = "writing/joining.rs"]
mod joining;
#[path = "writing/long.rs"]
mod long;
#[path = "writing/moving.rs"]
mod moving;
#[path = "writing/opening.rs"]
mod opening;
#[path = "writing/pasting.rs"]
mod pasting;
#[path = "writing/quotes.rs"]
mod quotes;
#[path = "writing/walking.rs"]
mod walking;
