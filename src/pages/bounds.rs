//! Keeps what was typed within what a line can hold and what Typst can set in one go. Nothing is lost.

use unicode_segmentation::UnicodeSegmentation;

use super::data::Word;

/// Says where a line may end; has no shape, and is out of the page again before anybody copies from it.
pub(super) const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// So many letters without a place to break them are no word of any language.
const LONGEST_WORD: usize = 40;

/// Parting words into fewer letters than this helps nobody.
const SHORTEST: usize = 8;

/// The width of a letter, in its size; capitals are wider.
const LETTER_WIDTH: f32 = 0.55;

/// How many letters find room in a line of this width, both in points.
pub(super) fn longest_word(width: f32, size: f32) -> usize {
    ((width / (size * LETTER_WIDTH)) as usize).clamp(SHORTEST, LONGEST_WORD)
}

/// More accents on one letter than this keep Typst busy for hours: it looks at each of them for each of them.
const MOST_MARKS: usize = 64;

/// Typst sets a paragraph in one go, without asking whether to give up, in a time that grows faster than the text.
const LONGEST_PIECE: usize = 10_000;

/// The text with places to end a line in words of more than so many letters.
pub(super) fn breakable(text: &str, longest: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(parts_words) {
        if word.len() > longest && word.chars().nth(longest).is_some() {
            push_breakable(&mut out, word, longest);
        } else {
            out.push_str(word);
        }
    }
    out
}

/// A line may end here in any case.
fn parts_words(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

fn push_breakable(out: &mut String, word: &str, longest: usize) {
    let stride = longest / 4;
    let mut places = unicode_linebreak::linebreaks(word).map(|(place, _)| place).peekable();
    let mut letters = 0;
    for (at, letter) in word.grapheme_indices(true) {
        while places.next_if(|place| *place < at).is_some() {}
        if places.peek() == Some(&at) {
            letters = 0;
        }
        if letters >= longest && (letters - longest).is_multiple_of(stride) {
            out.push(ZERO_WIDTH_SPACE);
        }
        letters += 1;
        for (number, part) in letter.chars().enumerate() {
            if number > 0 && number.is_multiple_of(MOST_MARKS) {
                out.push(ZERO_WIDTH_SPACE);
            }
            out.push(part);
        }
    }
}

/// A text in pieces that are set one by one; nearly always it is one piece, and none where there is nothing.
pub(super) fn pieces(mut words: Vec<Word>) -> Vec<Vec<Word>> {
    words.retain(|word| !word.text.is_empty());
    if words.is_empty() {
        return Vec::new();
    }
    if words.iter().map(|word| word.text.len()).sum::<usize>() <= LONGEST_PIECE {
        return vec![words];
    }
    let mut pieces = vec![Vec::new()];
    let mut room = LONGEST_PIECE;
    for word in words {
        let mut rest = word.text.as_str();
        while rest.len() > room {
            let end = end_of_piece(rest, room);
            let (piece, after) = rest.split_at(end);
            if let Some(last) = pieces.last_mut().filter(|_| !piece.is_empty()) {
                last.push(word.with(piece));
            }
            pieces.push(Vec::new());
            room = LONGEST_PIECE;
            rest = after;
        }
        room -= rest.len();
        if let Some(last) = pieces.last_mut().filter(|_| !rest.is_empty()) {
            last.push(word.with(rest));
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Behind the last space within the room, or where a long word may be broken; in the worst case at any letter.
fn end_of_piece(text: &str, room: usize) -> usize {
    let most = text.floor_char_boundary(room);
    let place = |letter: char| letter.is_whitespace() || letter == ZERO_WIDTH_SPACE;
    match text[..most].char_indices().rev().find(|(_, letter)| place(*letter)) {
        Some((at, letter)) => at + letter.len_utf8(),
        // The next inline may go on in the middle of a word; this one begins a piece of its own.
        None if room < LONGEST_PIECE => 0,
        None => most.max(text.chars().next().map_or(0, char::len_utf8)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_longer_than_a_line_can_be_broken_anywhere() {
        let url = "https://example.org/a-very-long-path/that-has/places/where-a-line/may-end";
        for kept in ["", "a b", &"word ".repeat(100), url, &"а".repeat(40)] {
            assert_eq!(breakable(kept, 40), kept);
        }
        let long = "x".repeat(65);
        let broken: Vec<usize> = breakable(&long, 40).split(ZERO_WIDTH_SPACE).map(str::len).collect();
        assert_eq!(broken, [40, 10, 10, 5]);
        let marks = format!("a{}", "\u{301}".repeat(1000));
        assert!(breakable(&marks, 40).split(ZERO_WIDTH_SPACE).all(|part| part.chars().count() <= MOST_MARKS));
        assert_eq!(breakable(&marks, 40).replace(ZERO_WIDTH_SPACE, ""), marks);
    }

    #[test]
    fn pieces_are_the_text_and_end_at_spaces() {
        let word = |text: String| Word { text, strong: false, emphasis: false, link: None };
        for texts in [
            vec![],
            vec![String::new()],
            vec!["short".into(), " and bold".into()],
            vec!["words and ".repeat(5_000), "more ".repeat(3_000), "end".into()],
            vec!["я".repeat(50_000)],
            vec!["a".repeat(9_999), "b".repeat(9_999), "c d ".repeat(9_999)],
        ] {
            let cut = pieces(texts.iter().cloned().map(word).collect());
            let joined = |piece: &[Word]| piece.iter().map(|word| word.text.as_str()).collect::<String>();
            assert_eq!(cut.iter().map(|piece| joined(piece)).collect::<String>(), texts.concat());
            assert!(cut.iter().all(|piece| joined(piece).len() <= LONGEST_PIECE));
            if texts.concat().starts_with("words") {
                assert!(cut[..cut.len() - 1].iter().all(|piece| joined(piece).ends_with(' ')));
            }
        }
    }
}
