//! The clipboard: rich text and its plain words together, for the place where it is pasted to choose from.

use std::fmt;

use eframe::egui;

use super::App;
use crate::desk::Copied;
use crate::words::Message;

/// Where copied words go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClipboardKind {
    /// Nowhere but into the program itself, for tests.
    #[default]
    Kept,
    /// To the system.
    System,
    /// There is none; stands for a system without one.
    Missing,
}

/// The clipboard of this window.
///
/// On Linux, copied words live in the program that copied them, so this lives as long as the window.
pub(super) struct Clipboard {
    kind: ClipboardKind,
    /// Made when something is copied for the first time.
    system: Option<arboard::Clipboard>,
    last: Option<Copied>,
}

impl fmt::Debug for Clipboard {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Clipboard").field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl Clipboard {
    pub(super) fn new(kind: ClipboardKind) -> Self {
        Clipboard { kind, system: None, last: None }
    }

    /// What was copied last from this window.
    pub(super) fn last(&self) -> Option<&Copied> {
        self.last.as_ref()
    }

    /// Copies; false where only the plain words could be copied.
    fn put(&mut self, copied: Copied, ctx: &egui::Context) -> bool {
        let whole = match (&copied.html, self.kind) {
            (Some(html), ClipboardKind::System) => self.put_html(html, &copied.plain),
            (Some(_), ClipboardKind::Missing) => false,
            (Some(_), ClipboardKind::Kept) | (None, _) => true,
        };
        if copied.html.is_none() || !whole {
            // The window's own way for plain words also works where the system takes no others.
            ctx.copy_text(copied.plain.clone());
        }
        self.last = Some(if whole { copied } else { Copied { html: None, ..copied } });
        whole
    }

    fn put_html(&mut self, html: &str, plain: &str) -> bool {
        if self.system.is_none() {
            self.system = arboard::Clipboard::new().ok();
        }
        let Some(system) = &mut self.system else { return false };
        let put = system.set().html(declared(html), Some(plain.to_owned()));
        if put.is_err() {
            // The next time begins anew.
            self.system = None;
        }
        put.is_ok()
    }
}

/// On Linux nothing else tells the reader which letters these bytes are; Windows and macOS say it in their own way.
fn declared(html: &str) -> String {
    if cfg!(any(windows, target_os = "macos")) {
        return html.to_owned();
    }
    format!("<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\">{html}")
}

impl App {
    /// Copies, and says so in the words of this key.
    pub(super) fn copy(&mut self, copied: Option<Copied>, key: &'static str, ctx: &egui::Context) {
        let Some(copied) = copied else {
            self.desk.complain(Message::new("copy-nothing"));
            return;
        };
        if self.clipboard.put(copied, ctx) {
            self.desk.say(Message::new(key));
        } else {
            self.desk.complain(Message::new("copied-plain-only"));
        }
    }

    /// Copies letters that are no release.
    pub(super) fn copy_words(&mut self, words: String, key: &'static str, ctx: &egui::Context) {
        self.copy(Some(Copied { html: None, plain: words }), key, ctx);
    }

    /// What was copied last from this window.
    pub fn copied(&self) -> Option<&Copied> {
        self.clipboard.last()
    }
}
