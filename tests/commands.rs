//! What can be asked for, and every way to ask: keys, the menu, the list of commands, the bar, the settings, the notices.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "commands/bar.rs"]
mod bar;
#[path = "commands/keys.rs"]
mod keys;
#[path = "commands/menu.rs"]
mod menu;
#[path = "commands/notices.rs"]
mod notices;
#[path = "commands/palette.rs"]
mod palette;
#[path = "commands/pressed.rs"]
mod pressed;
#[path = "commands/settings.rs"]
mod settings;
#[path = "commands/window.rs"]
mod window;
