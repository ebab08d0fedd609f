//! How one text differs from another.

use serde::{Deserialize, Serialize};

/// How one text differs from another: what stands between a beginning and an end that both have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Change {
    /// So many bytes of the beginning stay.
    start: usize,
    /// So many bytes of the end stay.
    end: usize,
    /// What stands between them now.
    words: String,
}

impl Change {
    pub(super) fn between(old: &str, new: &str) -> Self {
        let start = boundary(new, common(old.bytes(), new.bytes()), false);
        let most = old.len().min(new.len()) - start;
        let end = common(old.bytes().rev(), new.bytes().rev()).min(most);
        let end = new.len() - boundary(new, new.len() - end, true);
        Change { start, end, words: new.get(start..new.len() - end).unwrap_or_default().to_owned() }
    }

    /// The new text from the old one; none where this is no change of that text.
    pub(super) fn apply(&self, old: &str) -> Option<String> {
        let beginning = old.get(..self.start)?;
        let end = old.get(old.len().checked_sub(self.end)?..)?;
        (self.start + self.end <= old.len()).then(|| [beginning, &self.words, end].concat())
    }
}

fn common(these: impl Iterator<Item = u8>, those: impl Iterator<Item = u8>) -> usize {
    these.zip(those).take_while(|(one, other)| one == other).count()
}

/// The nearest place between two letters, forward or back.
///
/// It is one in both texts: bytes in common before it, or behind it, make the same letters.
fn boundary(text: &str, mut place: usize, forward: bool) -> usize {
    while !text.is_char_boundary(place) {
        place = if forward { place + 1 } else { place - 1 };
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_leads_from_one_text_to_the_other() {
        let texts = [
            "",
            "м",
            "мост",
            "Мост",
            "мост мост",
            "москва",
            "мо",
            "ست",
            "🇰🇿",
            "🇰🇬",
            "aa",
            "aaa",
            "aaaa",
            "ё",
            "е\u{308}",
        ];
        for old in texts {
            for new in texts {
                let change = Change::between(old, new);
                assert_eq!(change.apply(old).as_deref(), Some(new), "{old:?} to {new:?}: {change:?}");
                assert!(change.words.len() <= new.len());
            }
        }
        assert_eq!(Change::between("Мост открыт", "Мост уже открыт").words, "уже ");
    }

    #[test]
    fn a_change_of_another_text_is_none() {
        let change = Change::between("Мост открыт", "Мост закрыт");
        assert_eq!(change.apply("Мо"), None);
        assert_eq!(change.apply(""), None);
    }
}
