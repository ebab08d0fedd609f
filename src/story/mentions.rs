//! Where the narrative first mentions a speaker.

use crate::release::{Inline, Lang, Release, Words, letters, name_mentions};

/// The names that the narrative has not mentioned yet.
pub(super) struct FirstMentions {
    awaited: Vec<String>,
}

impl FirstMentions {
    /// Waits for each speaker's name in this language; for none where the house does not mark them.
    pub(super) fn new(release: &Release, lang: &Lang, marks: bool) -> Self {
        let names = release.speakers.iter().map(|speaker| speaker.name.best(lang).trim().to_owned());
        FirstMentions { awaited: names.filter(|name| marks && !name.is_empty()).collect() }
    }

    /// Sets in bold what is mentioned here for the first time.
    pub(super) fn mark(&mut self, words: &mut Words) {
        if self.awaited.is_empty() {
            return;
        }
        let text = letters(words);
        self.awaited.retain(|name| match name_mentions(&text, name).into_iter().next() {
            Some(mention) => {
                embolden(words, mention.start, mention.end);
                false
            }
            None => true,
        });
    }
}

/// Sets the letters from `start` to `end` (bytes of the whole line) in bold.
fn embolden(words: &mut Words, start: usize, end: usize) {
    let mut at = 0;
    let mut done = Words::with_capacity(words.len() + 2);
    for inline in words.drain(..) {
        let length = inline.text.len();
        let (from, to) = (start.clamp(at, at + length) - at, end.clamp(at, at + length) - at);
        for (piece, bold) in [(0..from, false), (from..to, true), (to..length, false)] {
            if !piece.is_empty() {
                let piece = inline.piece(piece);
                done.push(Inline { strong: inline.strong || bold, ..piece });
            }
        }
        at += length;
    }
    *words = done;
}
