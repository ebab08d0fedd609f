//! From flat runs of styled words to marks that stand in pairs, one pair inside the other.
//!
//! CommonMark reads `**` as a mark only where letters, punctuation and white space stand around it in the right way.
//! Three rules make every pair sure, for every reader:
//!
//! - White space at the edge of a styled run stands outside of its marks.
//! - A letter that keeps a mark from being one, as in `**«Өңір»**тың`, is written as a character reference
//!   (`&#1090;`), whose ends are punctuation.
//! - Marks of one kind never touch: emphasis that touches bold is written with `_`. So each row of asterisks is one mark
//!   long or two, and the reader's rule of three never pairs a mark with a stranger.

use crate::release::{Inline, unix_lines};

/// The letters of a block and what stands between them.
pub(super) struct Marked<'a> {
    /// The letters; a line feed is a line break. No white space stands at the ends of its lines.
    pub(super) text: String,
    /// The marks in their order.
    pub(super) marks: Vec<Mark<'a>>,
    /// Where letters start that are written as character references, in their order.
    pub(super) references: Vec<usize>,
}

/// A mark before the letter that starts at `at`.
pub(super) struct Mark<'a> {
    pub(super) at: usize,
    pub(super) sign: Sign<'a>,
    opens: bool,
    /// The other one of the pair.
    partner: usize,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Sign<'a> {
    /// `**`
    Strong,
    /// `*`
    Emphasis,
    /// `_`
    Underscore,
    /// `[`
    Link,
    /// `](address)`
    Address(&'a str),
}

/// Finds the marks of a block; `one_line` makes spaces of its line breaks.
pub(super) fn mark(words: &[Inline], one_line: bool) -> Marked<'_> {
    let (text, spans) = settle(words, one_line);
    let mut marks = Vec::new();
    if spans.iter().any(|span| span.style != Style::default()) {
        nest(&cores(&text, &spans), &mut marks);
        underscore(&mut marks);
    }
    let references = references(&text, &marks);
    Marked { text, marks, references }
}

#[derive(Clone, Copy, Default, PartialEq)]
struct Style<'a> {
    strong: bool,
    emphasis: bool,
    link: Option<&'a str>,
}

impl Style<'_> {
    /// What both have.
    fn and(self, other: Self) -> Self {
        Style {
            strong: self.strong && other.strong,
            emphasis: self.emphasis && other.emphasis,
            link: self.link.filter(|_| self.link == other.link),
        }
    }
}

/// Letters of one style, from the end of the span before.
struct Span<'a> {
    end: usize,
    style: Style<'a>,
}

/// White space that Markdown takes off the ends of lines.
const EDGE: [char; 4] = [' ', '\t', '\u{b}', '\u{c}'];

/// The letters of all words without white space at the ends of their lines, and how they are styled.
fn settle(words: &[Inline], one_line: bool) -> (String, Vec<Span<'_>>) {
    let mut text = String::with_capacity(words.iter().map(|inline| inline.text.len()).sum());
    let mut spans: Vec<Span<'_>> = Vec::with_capacity(words.len());
    for Inline { text: letters, strong, emphasis, link } in words {
        let unix;
        let letters = if letters.contains('\r') {
            unix = unix_lines(letters);
            &unix
        } else {
            letters
        };
        for (number, line) in letters.split('\n').enumerate() {
            if number > 0 && !text.is_empty() {
                if !one_line {
                    trim_end(&mut text, &mut spans, &EDGE);
                }
                text.push(if one_line { ' ' } else { '\n' });
            }
            let starts = text.is_empty() || text.ends_with('\n');
            let line = if starts { line.trim_start_matches(EDGE) } else { line };
            match line.contains('\0') {
                // The one character that CommonMark does not know.
                true => text += &line.replace('\0', "\u{fffd}"),
                false => text += line,
            }
        }
        spans.push(Span {
            end: text.len(),
            style: Style { strong: *strong, emphasis: *emphasis, link: link.as_deref() },
        });
    }
    trim_end(&mut text, &mut spans, &[' ', '\t', '\u{b}', '\u{c}', '\n']);
    (text, spans)
}

fn trim_end(text: &mut String, spans: &mut [Span<'_>], space: &[char]) {
    text.truncate(text.trim_end_matches(space).len());
    for span in spans.iter_mut().rev().take_while(|span| span.end > text.len()) {
        span.end = text.len();
    }
}

/// A stretch of one style with letters at both ends.
struct Core<'a> {
    start: usize,
    end: usize,
    style: Style<'a>,
    /// The style of the white space before it; `None` where there is none.
    gap: Option<Style<'a>>,
}

fn cores<'a>(text: &str, spans: &[Span<'a>]) -> Vec<Core<'a>> {
    let mut cores: Vec<Core<'a>> = Vec::with_capacity(spans.len());
    let mut gap: Option<Style<'a>> = None;
    let mut at = 0;
    for Span { end, style } in spans {
        let piece = &text[at..*end];
        let (indent, letters) = (piece.len() - piece.trim_start().len(), piece.trim_end().len());
        if indent > 0 {
            gap = Some(gap.map_or(*style, |gap| gap.and(*style)));
        }
        if letters > 0 {
            let same = |last: &&mut Core<'a>| last.style == *style && gap.is_none_or(|gap| gap == *style);
            match cores.last_mut().filter(same) {
                Some(last) => last.end = at + letters,
                None => cores.push(Core { start: at + indent, end: at + letters, style: *style, gap }),
            }
            gap = (letters < piece.len()).then_some(*style);
        }
        at = *end;
    }
    cores
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Link,
    Strong,
    Emphasis,
}

/// A pair whose closing mark is not written yet.
struct Open {
    kind: Kind,
    /// The first core without this style.
    until: usize,
    mark: usize,
}

/// Opens and closes marks so that pairs stand inside each other, the longer one outside. A link is never parted: what
/// ends inside it or begins inside it is closed and opened again at its edge.
fn nest<'a>(cores: &[Core<'a>], marks: &mut Vec<Mark<'a>>) {
    let extents = extents(cores);
    let mut open: Vec<Open> = Vec::with_capacity(3);
    for number in 0..=cores.len() {
        let core = cores.get(number).zip(extents.get(number));
        let mut kept = open.iter().position(|pair| pair.until <= number).unwrap_or(open.len());
        if let Some((Core { style: Style { link: Some(_), .. }, .. }, extent)) = core
            && !open[..kept].iter().any(|pair| pair.kind == Kind::Link)
        {
            kept = open[..kept].iter().position(|pair| pair.until < extent.link).unwrap_or(kept);
        }
        for pair in open.drain(kept..).rev() {
            let Some(before) = number.checked_sub(1).and_then(|before| cores.get(before)) else { continue };
            let sign = match (pair.kind, before.style.link) {
                (Kind::Strong, _) => Sign::Strong,
                (Kind::Emphasis, _) => Sign::Emphasis,
                (Kind::Link, address) => Sign::Address(address.unwrap_or_default()),
            };
            marks[pair.mark].partner = marks.len();
            marks.push(Mark { at: before.end, sign, opens: false, partner: pair.mark });
        }
        let Some((Core { start, style, .. }, extent)) = core else { continue };
        let mut opening = [
            (Kind::Link, extent.link, style.link.is_some()),
            (Kind::Strong, extent.strong, style.strong),
            (Kind::Emphasis, extent.emphasis, style.emphasis),
        ];
        opening.sort_by_key(|(_, until, _)| std::cmp::Reverse(*until));
        for (kind, until, _) in opening.into_iter().filter(|(_, _, wanted)| *wanted) {
            if open.iter().any(|pair| pair.kind == kind) {
                continue;
            }
            let sign = match kind {
                Kind::Link => Sign::Link,
                Kind::Strong => Sign::Strong,
                Kind::Emphasis => Sign::Emphasis,
            };
            open.push(Open { kind, until, mark: marks.len() });
            marks.push(Mark { at: *start, sign, opens: true, partner: marks.len() });
        }
    }
}

/// For one core, the first core to which each of its styles does not reach.
#[derive(Clone, Copy)]
struct Extent {
    link: usize,
    strong: usize,
    emphasis: usize,
}

fn extents(cores: &[Core<'_>]) -> Vec<Extent> {
    let mut extents = vec![Extent { link: 0, strong: 0, emphasis: 0 }; cores.len()];
    for number in (0..cores.len()).rev() {
        let own = Extent { link: number + 1, strong: number + 1, emphasis: number + 1 };
        extents[number] = match (cores.get(number + 1), extents.get(number + 1)) {
            (Some(next), Some(further)) => {
                let shared = cores[number].style.and(next.style);
                let shared = next.gap.map_or(shared, |gap| shared.and(gap));
                Extent {
                    link: if shared.link.is_some() { further.link } else { own.link },
                    strong: if shared.strong { further.strong } else { own.strong },
                    emphasis: if shared.emphasis { further.emphasis } else { own.emphasis },
                }
            }
            _ => own,
        };
    }
    extents
}

/// Writes emphasis that touches bold with underscores.
fn underscore(marks: &mut [Mark<'_>]) {
    for number in 1..marks.len() {
        if marks[number - 1].at != marks[number].at {
            continue;
        }
        for (bold, other) in [(number - 1, number), (number, number - 1)] {
            if marks[bold].sign == Sign::Strong && marks[other].sign == Sign::Emphasis {
                let partner = marks[other].partner;
                marks[other].sign = Sign::Underscore;
                marks[partner].sign = Sign::Underscore;
            }
        }
    }
}

/// Finds the letters that would keep a mark beside them from being one.
fn references(text: &str, marks: &[Mark<'_>]) -> Vec<usize> {
    let mut found = Vec::new();
    for (number, mark) in marks.iter().enumerate() {
        let asterisks = match mark.sign {
            Sign::Strong | Sign::Emphasis => true,
            Sign::Underscore => false,
            Sign::Link | Sign::Address(_) => continue,
        };
        let touches =
            |other: Option<usize>| other.and_then(|other| marks.get(other)).is_some_and(|it| it.at == mark.at);
        let before = text[..mark.at].chars().next_back().filter(|_| !touches(number.checked_sub(1)));
        let after = text[mark.at..].chars().next().filter(|_| !touches(Some(number + 1)));
        let (outside, inside) = if mark.opens { (before, after) } else { (after, before) };
        let Some(letter) = outside.filter(|letter| !is_sure_edge(*letter)) else { continue };
        if asterisks && inside.is_some_and(is_sure_letter) {
            continue;
        }
        let at = if mark.opens { mark.at - letter.len_utf8() } else { mark.at };
        if found.last() != Some(&at) {
            found.push(at);
        }
    }
    found
}

/// White space or punctuation for every reader: what is neither for some is written as a reference.
fn is_sure_edge(letter: char) -> bool {
    // Vertical tabs and form feeds are always written as references.
    letter.is_ascii_punctuation() || is_sure_space(letter) || matches!(letter, '\u{b}' | '\u{c}')
}

/// White space by CommonMark's own list, which is shorter than Unicode's.
pub(super) fn is_sure_space(letter: char) -> bool {
    let other_breaks = matches!(letter, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    letter.is_whitespace() && !other_breaks
}

/// Neither white space nor punctuation for any reader: letters in circles and the like are symbols for some.
pub(super) fn is_sure_letter(letter: char) -> bool {
    letter.is_alphanumeric() && !matches!(letter, '\u{2000}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}
