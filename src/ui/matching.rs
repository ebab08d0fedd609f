//! Finding by a few letters: the same everywhere, for commands, speakers, people and contacts.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// The letters that were typed, word by word.
pub(super) struct Letters {
    typed: String,
    pattern: Pattern,
    matcher: Matcher,
    buffer: Vec<char>,
}

impl Letters {
    /// To be looked for.
    pub(super) fn of(typed: &str) -> Self {
        let typed = typed.trim();
        let pattern = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        Letters { typed: typed.to_lowercase(), pattern, matcher: Matcher::new(Config::DEFAULT), buffer: Vec::new() }
    }

    /// How well these words have them; none where they do not. Words of which nothing else was typed go before longer ones
    /// that begin with them.
    pub(super) fn score(&mut self, words: &str) -> Option<u32> {
        let score = self.pattern.score(Utf32Str::new(words, &mut self.buffer), &mut self.matcher)?;
        Some(2 * score + u32::from(words.to_lowercase() == self.typed))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_whole_goes_before_what_begins_with_it() {
        for (typed, all, first) in [
            ("contact", ["Contacts…", "Contact"], 1),
            ("Анна", ["Анна Мостовая", "Анна"], 1),
            ("cont", ["Contacts…", "Contact"], 0),
        ] {
            assert_eq!(found(typed, all.map(|words| [words])).first(), Some(&first), "{typed}");
        }
    }
}
