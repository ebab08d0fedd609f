//! Finding by a few letters: the same everywhere, for commands, speakers, people and contacts.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// The letters that were typed, word by word.
pub(super) struct Letters {
    pattern: Pattern,
    matcher: Matcher,
    buffer: Vec<char>,
}

impl Letters {
    /// To be looked for.
    pub(super) fn of(typed: &str) -> Self {
        let pattern = Pattern::new(typed.trim(), CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        Letters { pattern, matcher: Matcher::new(Config::DEFAULT), buffer: Vec::new() }
    }

    /// How well these words have them; none where they do not.
    pub(super) fn score(&mut self, words: &str) -> Option<u32> {
        self.pattern.score(Utf32Str::new(words, &mut self.buffer), &mut self.matcher)
    }
}

/// The places of those of whom some words have these letters, the best first; of equals, and where nothing was typed, in
/// their order.
pub(super) fn found<'a, W>(typed: &str, all: impl IntoIterator<Item = W>) -> Vec<usize>
where
    W: IntoIterator<Item = &'a str>,
{
    let mut letters = Letters::of(typed);
    let nothing_typed = typed.trim().is_empty();
    let mut found: Vec<(Reverse<u32>, usize)> = Vec::new();
    for (place, words) in all.into_iter().enumerate() {
        let best =
            if nothing_typed { Some(0) } else { words.into_iter().filter_map(|words| letters.score(words)).max() };
        found.extend(best.map(|score| (Reverse(score), place)));
    }
    found.sort_unstable();
    found.into_iter().map(|(_, place)| place).collect()
}
