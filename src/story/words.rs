//! Small work on lines of finished words: one line of many, trimming, cutting.

use std::ops::Range;

use crate::release::{Inline, Words, letters};

pub(super) fn plain(text: &str) -> Words {
    vec![Inline::plain(text)]
}

pub(super) fn is_blank(words: &[Inline]) -> bool {
    words.iter().all(|inline| inline.text.trim().is_empty())
}

/// A field that is one line by its nature: line breaks become spaces, those of word processors too.
pub(super) fn one_line(text: &str) -> String {
    const BREAKS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    if text.contains(BREAKS) { text.replace("\r\n", " ").replace(BREAKS, " ") } else { text.to_owned() }
}

pub(super) fn on_one_line(mut words: Words) -> Words {
    words.iter_mut().for_each(|inline| inline.text = one_line(&inline.text));
    words
}

/// Takes the white space off both ends.
pub(super) fn trim(words: &mut Words) {
    trim_start(words, char::is_whitespace);
    trim_end(words, char::is_whitespace);
}

/// Takes off the start what does not belong there.
pub(super) fn trim_start(words: &mut Words, goes: fn(char) -> bool) {
    let gone = words.iter().take_while(|inline| inline.text.chars().all(goes)).count();
    words.drain(..gone);
    if let Some(first) = words.first_mut() {
        first.text = first.text.trim_start_matches(goes).to_owned();
    }
}

/// Takes off the end what does not belong there.
pub(super) fn trim_end(words: &mut Words, goes: fn(char) -> bool) {
    while let Some(last) = words.last_mut() {
        last.text.truncate(last.text.trim_end_matches(goes).len());
        if !last.text.is_empty() {
            break;
        }
        words.pop();
    }
}

/// Cuts words at their blank lines; no paragraph is blank or has white space around it.
pub(super) fn paragraphs(words: Words) -> Vec<Words> {
    let stretches = stretches(&letters(&words));
    let mut all = vec![Words::new(); stretches.len()];
    let (mut start, mut current) = (0, 0);
    for Inline { text, strong, emphasis, link } in words {
        let end = start + text.len();
        while let Some(stretch) = stretches.get(current) {
            let (from, to) = (stretch.start.max(start), stretch.end.min(end));
            if from < to {
                let text = text[from - start..to - start].to_owned();
                all[current].push(Inline { text, strong, emphasis, link: link.clone() });
            }
            if stretch.end > end {
                break;
            }
            current += 1;
        }
        start = end;
    }
    all
}

/// Where the text stands between blank lines. Spaces do not fill a line.
fn stretches(text: &str) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut new = true;
    for line in text.split_inclusive('\n') {
        let from = start + line.len() - line.trim_start().len();
        let to = start + line.trim_end().len();
        start += line.len();
        match all.last_mut() {
            _ if from >= to => {
                new = true;
                continue;
            }
            Some(last) if !new => last.end = to,
            Some(_) | None => all.push(from..to),
        }
        new = false;
    }
    all
}

/// Cuts a line in two at a byte of its letters.
pub(super) fn divide(words: Words, at: usize) -> (Words, Words) {
    let (mut first, mut rest) = (Words::new(), Words::new());
    let mut start = 0;
    for inline in words {
        let length = inline.text.len();
        let cut = at.clamp(start, start + length) - start;
        if cut > 0 {
            first.push(Inline { text: inline.text[..cut].to_owned(), ..inline.clone() });
        }
        if cut < length {
            rest.push(Inline { text: inline.text[cut..].to_owned(), ..inline.clone() });
        }
        start += length;
    }
    (first, rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::Text;

    fn cut(typed: &str) -> Vec<String> {
        paragraphs(Text::from(typed).words()).iter().map(|words| letters(words)).collect()
    }

    #[test]
    fn blank_lines_part_paragraphs_and_nothing_else_does() {
        for (typed, parts) in [
            ("a\n\nb", &["a", "b"][..]),
            ("a\nb", &["a\nb"]),
            ("a\n \t\n\n\nb\n\n", &["a", "b"]),
            ("\n\na", &["a"]),
            ("  a \n b ", &["a \n b"]),
            ("[a\n](https://example.org)\nb", &["a", "b"]),
            ("a **b**\n\n*c* d", &["a b", "c d"]),
            ("", &[]),
            (" \n \n", &[]),
        ] {
            assert_eq!(cut(typed), parts, "{typed:?}");
        }
    }

    #[test]
    fn styles_survive_the_cut() {
        let parts = paragraphs(Text::from("a **b**\n\n[c](https://example.org) d").words());
        assert_eq!(parts[0][1], Inline { text: "b".into(), strong: true, ..Inline::default() });
        assert_eq!(parts[1][0].link.as_deref(), Some("https://example.org"));
        assert_eq!(parts[1][1], Inline::plain(" d"));
    }

    #[test]
    fn a_megabyte_of_paragraphs_is_cut_in_no_time() {
        let start = std::time::Instant::now();
        assert_eq!(cut(&"a\n\n".repeat(300_000)).len(), 300_000);
        assert!(start.elapsed().as_secs() < 60);
    }
}
