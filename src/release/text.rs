//! Typed text with emphasis and links as a small subset of Markdown: `**strong**`, `*emphasis*`, `[words](address)`.
//!
//! There is no escape character: what cannot be read as a pair of marks is a letter, so that nothing typed ever
//! disappears. Reading takes one pass over the text, whatever it holds.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// What the writer typed, marks included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub String);

impl From<&str> for Text {
    fn from(typed: &str) -> Self {
        Text(typed.to_owned())
    }
}

impl From<String> for Text {
    fn from(typed: String) -> Self {
        Text(typed)
    }
}

/// A stretch of a [`Text`] in one style. The runs of a text, one after the other, are the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// The letters, or the marks themselves where `mark` is set.
    pub text: &'a str,
    /// Set in bold.
    pub strong: bool,
    /// Set in italics.
    pub emphasis: bool,
    /// The address that these words lead to.
    pub link: Option<&'a str>,
    /// Marks, brackets and addresses, which the editor dims and the story leaves out.
    pub mark: bool,
}

/// Finished words in one style. A line feed in them is a line break that the writer typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inline {
    /// The letters, without any marks.
    pub text: String,
    /// Set in bold.
    pub strong: bool,
    /// Set in italics.
    pub emphasis: bool,
    /// The address that these words lead to: web, mail or telephone.
    pub link: Option<String>,
}

impl Inline {
    /// Words without any style.
    pub fn plain(text: impl Into<String>) -> Self {
        Inline { text: text.into(), ..Inline::default() }
    }

    /// Some of the letters in the same style.
    pub(crate) fn piece(&self, letters: Range<usize>) -> Self {
        let Inline { text, strong, emphasis, link } = self;
        Inline { text: text[letters].to_owned(), strong: *strong, emphasis: *emphasis, link: link.clone() }
    }
}

/// A line of finished words.
pub type Words = Vec<Inline>;

/// The letters of a line, without its styles.
pub fn letters(words: &[Inline]) -> String {
    words.iter().map(|inline| inline.text.as_str()).collect()
}

impl Text {
    /// Nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The text cut where its style changes; concatenated it is the text again.
    pub fn runs(&self) -> Vec<Run<'_>> {
        let text = self.0.as_str();
        // Most texts have no marks, and they are read at every keystroke: looking for a letter is much quicker than reading.
        let mut marks = if text.contains('[') { find_links(text) } else { Vec::new() };
        if text.contains('*') {
            let links = marks.clone();
            find_emphasis(text, &links, &mut marks);
        }
        marks.sort_by_key(|mark| mark.range.start);
        cut(text, &marks)
    }

    /// The finished words, the marks turned into styles and the line ends of all systems into line feeds.
    pub fn words(&self) -> Words {
        let finished = |run: &Run<'_>| Inline {
            text: unix_lines(run.text),
            strong: run.strong,
            emphasis: run.emphasis,
            link: run.link.map(str::to_owned),
        };
        self.runs().iter().filter(|run| !run.mark).map(finished).collect()
    }
}

/// The same text with line feeds for the line ends of other systems.
pub(crate) fn unix_lines(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

/// Letters that a pair of marks turned into structure.
#[derive(Clone, Debug)]
struct Mark {
    range: Range<usize>,
    change: Change,
}

#[derive(Clone, Debug)]
enum Change {
    Strong(bool),
    Emphasis(bool),
    /// The address that starts here; `None` ends it.
    Link(Option<Range<usize>>),
}

fn cut<'a>(text: &'a str, marks: &[Mark]) -> Vec<Run<'a>> {
    let mut runs = Vec::with_capacity(2 * marks.len() + 1);
    let (mut strong, mut emphasis, mut link) = (false, false, None);
    let mut at = 0;
    for mark in marks {
        if at < mark.range.start {
            runs.push(Run { text: &text[at..mark.range.start], strong, emphasis, link, mark: false });
        }
        match &mark.change {
            Change::Strong(on) => strong = *on,
            Change::Emphasis(on) => emphasis = *on,
            Change::Link(address) => link = address.clone().map(|range| &text[range]),
        }
        runs.push(Run { text: &text[mark.range.clone()], strong, emphasis, link, mark: true });
        at = mark.range.end;
    }
    if at < text.len() {
        runs.push(Run { text: &text[at..], strong, emphasis, link, mark: false });
    }
    runs
}

/// Does a line end here, and an empty line follow?
fn is_blank_line(bytes: &[u8], at: usize) -> bool {
    let line_end = |at: usize| match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b'\r'), Some(b'\n')) => 2,
        (Some(b'\r' | b'\n'), _) => 1,
        _ => 0,
    };
    line_end(at) > 0 && line_end(at + line_end(at)) > 0
}

/// `[words](address)`: words without brackets and without a blank line, an address that may be clicked. White space
/// is no words: nobody could see or click it.
fn find_links(text: &str) -> Vec<Mark> {
    let bytes = text.as_bytes();
    let mut marks = Vec::new();
    let mut open = None;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'[' => open = Some(at),
            b'\n' | b'\r' if is_blank_line(bytes, at) => open = None,
            b']' => {
                let words = open.take().filter(|open| !text[open + 1..at].trim().is_empty());
                if let Some(open) = words
                    && bytes.get(at + 1) == Some(&b'(')
                    && has_scheme(&text[at + 2..])
                    && let Some(end) = address_end(text, at + 2)
                    && is_link_address(&text[at + 2..end])
                {
                    marks.push(Mark { range: open..open + 1, change: Change::Link(Some(at + 2..end)) });
                    marks.push(Mark { range: at..end + 1, change: Change::Link(None) });
                    at = end;
                }
            }
            _ => {}
        }
        at += 1;
    }
    marks
}

/// An address longer than this is no address; the bound keeps reading linear.
const LONGEST_ADDRESS: usize = 2048;

/// Where the closing bracket of an address stands; brackets inside an address come in pairs.
fn address_end(text: &str, start: usize) -> Option<usize> {
    let mut depth = 0;
    for (offset, byte) in text.as_bytes()[start..].iter().enumerate().take(LONGEST_ADDRESS) {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(start + offset),
            b')' => depth -= 1,
            0..=b' ' | 0x7f => return None,
            _ => {}
        }
    }
    None
}

/// An address that a release may lead to: web, mail or telephone. Anything else stays as typed.
pub fn is_link_address(address: &str) -> bool {
    has_scheme(address) && !address.contains(|letter: char| letter.is_whitespace() || letter.is_control())
}

fn has_scheme(address: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"].into_iter().any(|scheme| {
        address.len() > scheme.len() && address.as_bytes()[..scheme.len()].eq_ignore_ascii_case(scheme.as_bytes())
    })
}

/// Pairs `**` and `*`. A mark opens before a letter and not inside a word; it closes after a letter, also inside a word,
/// because Kazakh endings follow: `**Сенат**тың`.
fn find_emphasis(text: &str, links: &[Mark], marks: &mut Vec<Mark>) {
    let mut open: Vec<Range<usize>> = Vec::with_capacity(2);
    let mut links = links.iter().peekable();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        while links.peek().is_some_and(|link| link.range.end <= at) {
            links.next();
        }
        if let Some(link) = links.peek()
            && link.range.contains(&at)
        {
            at = link.range.end;
            continue;
        }
        if is_blank_line(bytes, at) {
            open.clear();
        }
        if bytes[at] != b'*' {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at] == b'*' {
            at += 1;
        }
        let before = text[..start].chars().next_back();
        let after = text[at..].chars().next();
        let closes = before.is_some_and(|letter| !letter.is_whitespace());
        let opens = after.is_some_and(|letter| !letter.is_whitespace()) && !before.is_some_and(char::is_alphanumeric);
        pair(start..at, opens, closes, &mut open, marks);
    }
}

/// Closes with one run of asterisks what earlier runs opened, then opens with the rest of it.
fn pair(run: Range<usize>, opens: bool, closes: bool, open: &mut Vec<Range<usize>>, marks: &mut Vec<Mark>) {
    if run.len() > 3 {
        return;
    }
    let mut rest = run;
    while closes && !rest.is_empty() {
        let Some(place) = open.iter().rposition(|mark| mark.len() <= rest.len()) else { break };
        let opening = open[place].clone();
        open.truncate(place);
        let closing = rest.start..rest.start + opening.len();
        rest.start = closing.end;
        let change = |on| if opening.len() == 2 { Change::Strong(on) } else { Change::Emphasis(on) };
        marks.push(Mark { range: opening.clone(), change: change(true) });
        marks.push(Mark { range: closing, change: change(false) });
    }
    if !opens {
        return;
    }
    while !rest.is_empty() {
        let width = rest.len().min(2);
        // Of two openings of a kind the nearer one counts; the other is letters.
        if let Some(place) = open.iter().position(|mark| mark.len() == width) {
            open.truncate(place);
        }
        open.push(rest.start..rest.start + width);
        rest.start += width;
    }
}

/// Where a name stands in a text as whole words: not inside a longer word, not as half of a double name, and with any
/// kind of space between its parts.
pub fn name_mentions(text: &str, name: &str) -> Vec<Range<usize>> {
    let parts: Vec<&str> = name.split_whitespace().collect();
    let Some(first) = parts.first() else { return Vec::new() };
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(offset) = text[from..].find(first) {
        let start = from + offset;
        match rest_of_name(text, start + first.len(), &parts[1..]) {
            Some(end) if is_word_edge(text, start) && is_word_edge(text, end) => {
                found.push(start..end);
                from = end;
            }
            _ => from = start + first.len(),
        }
    }
    found
}

fn rest_of_name(text: &str, mut at: usize, parts: &[&str]) -> Option<usize> {
    for part in parts {
        let rest = &text[at..];
        let trimmed = rest.trim_start();
        if trimmed.len() == rest.len() || !trimmed.starts_with(part) {
            return None;
        }
        at = text.len() - trimmed.len() + part.len();
    }
    Some(at)
}

fn is_word_edge(text: &str, at: usize) -> bool {
    let joins = |letter: char| letter.is_alphanumeric() || matches!(letter, '\u{301}' | '\u{ad}' | '_');
    // An apostrophe is an edge: « d’Anna Dupont », “Jane Doe’s plan”.
    let hyphen = |letter: char| matches!(letter, '-' | '\u{2010}' | '\u{2011}');
    let mut before = text[..at].chars().rev();
    let mut after = text[at..].chars();
    let (left, right) = (before.next(), after.next());
    let (Some(left), Some(right)) = (left, right) else { return true };
    if joins(left) && joins(right) {
        return false;
    }
    let double_name_before = hyphen(left) && joins(right) && before.next().is_some_and(joins);
    let double_name_after = joins(left) && hyphen(right) && after.next().is_some_and(joins);
    !double_name_before && !double_name_after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(typed: &str) -> String {
        let text = Text::from(typed);
        let runs = text.runs();
        let whole: String = runs.iter().map(|run| run.text).collect();
        assert_eq!(whole, typed);
        let mut shape = String::new();
        for run in runs.iter().filter(|run| !run.mark) {
            let tag = match (run.strong, run.emphasis) {
                (true, true) => "b+i",
                (true, false) => "b",
                (false, true) => "i",
                (false, false) => "",
            };
            let link = run.link.map(|address| format!("→{address}")).unwrap_or_default();
            shape += &if tag.is_empty() && link.is_empty() {
                run.text.into()
            } else {
                format!("<{tag}{link}:{}>", run.text)
            };
        }
        shape
    }

    #[test]
    fn pairs_of_marks_are_structure() {
        for (typed, read) in [
            ("a **b** c", "a <b:b> c"),
            ("a *b* c", "a <i:b> c"),
            ("***b***", "<b+i:b>"),
            ("**a *b* c**", "<b:a ><b+i:b><b: c>"),
            ("*a **b***", "<i:a ><b+i:b>"),
            ("**Сенат**тың", "<b:Сенат>тың"),
            ("[words](https://example.org/a_(b))", "<→https://example.org/a_(b):words>"),
            ("[**b** c](mailto:a@example.org)", "<b→mailto:a@example.org:b><→mailto:a@example.org: c>"),
            ("**a [b** c](tel:+77172)", "<b:a ><b→tel:+77172:b><→tel:+77172: c>"),
        ] {
            assert_eq!(shape(typed), read, "{typed}");
        }
    }

    #[test]
    fn what_is_no_pair_is_letters() {
        for typed in [
            "*",
            "**",
            "***",
            "****",
            "a * b * c",
            "2*3*4",
            "**a",
            "a**",
            "* a*",
            "[a](b)",
            "[a](javascript:alert(1))",
            "[](https://example.org)",
            "[a](https://exa mple.org)",
            "[a",
            "](https://a.b)",
            "\\*a",
            "**a\n\nb**",
            "**a\r\n\r\nb**",
            "*a\r\rb*",
            "[a\r\n\r\nb](https://example.org)",
            "[ \n](https://example.org)",
            "[a](JAVASCRIPT:x)",
            "[a](data:text/html,x)",
            "[a](//example.org)",
            "[a]( https://example.org)",
        ] {
            assert_eq!(shape(typed), typed, "{typed}");
        }
    }

    #[test]
    fn reading_a_megabyte_of_marks_takes_no_time() {
        for piece in ["*", "**a ", "[", "](", "[a](", "*a* **", "[a](https://", "***a"] {
            let text = Text(piece.repeat(1_000_000 / piece.len()));
            let in_a_moment = || {
                let start = std::time::Instant::now();
                assert_eq!(text.runs().iter().map(|run| run.text.len()).sum::<usize>(), text.0.len());
                start.elapsed().as_secs() < 5
            };
            // A busy machine takes the processor away now and then, not five times in a row.
            assert!((0..5).any(|_| in_a_moment()), "{piece}");
        }
    }

    #[test]
    fn a_name_is_found_only_as_whole_words() {
        let name = "Серик Шайдаров";
        for (text, count) in [
            ("сенатор Серик Шайдаров сказал", 1),
            ("Серик\u{a0}Шайдаров", 1),
            ("Серик  Шайдаров, Серик Шайдаров.", 2),
            ("Сериком Шайдаровым", 0),
            ("Серик Шайдаровтың", 0),
            ("Серик Шайдаров-Ахметов", 0),
            ("Абай-Серик Шайдаров", 0),
            ("«Серик Шайдаров»", 1),
            ("Серик Шайдаров – сенатор", 1),
            ("Серик ШайдаровСерик Шайдаров", 0),
        ] {
            assert_eq!(name_mentions(text, name).len(), count, "{text}");
        }
        assert_eq!(name_mentions("x", "  ").len(), 0);
        assert_eq!(name_mentions("le projet d’Anna Dupont", "Anna Dupont").len(), 1);
        assert_eq!(name_mentions("Jane O’Neill’s plan", "Jane O’Neill").len(), 1);
    }
}
