//! Typed letters and styled words as HTML.

use std::borrow::Cow;

use maud::{Markup, Render, html};

use super::address;
use crate::release::{Inline, fit_address, letters};

/// Letters that somebody typed, on their way into the page: as text or as the value of an attribute.
///
/// Every typed letter passes here and nowhere else. What means something to HTML is escaped; characters that HTML
/// forbids even when escaped are replaced, so that the page stays valid and the reader sees that something was there.
#[derive(Clone, Copy)]
pub(super) struct Typed<'a>(pub(super) &'a str);

impl Render for Typed<'_> {
    fn render_to(&self, page: &mut String) {
        let text = if may_be_unfit(self.0) && self.0.contains(|letter| fit(letter) != letter) {
            Cow::Owned(self.0.chars().map(fit).collect())
        } else {
            Cow::Borrowed(self.0)
        };
        text.render_to(page);
    }
}

/// A quick look at the bytes: controls, and the first bytes of what holds other controls and noncharacters.
fn may_be_unfit(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, 0..0x20 | 0x7f | 0xc2 | 0xef..) && !matches!(byte, b'\t' | b'\n'))
}

/// The letter itself, or what stands for it where HTML forbids it.
fn fit(letter: char) -> char {
    match letter {
        '\t' | '\n' => letter,
        // A line end of another system, where a house's file brought one along.
        '\r' => ' ',
        _ if is_forbidden(letter) => char::REPLACEMENT_CHARACTER,
        _ => letter,
    }
}

/// Control characters and noncharacters: parse errors in HTML, however they are written.
pub(super) fn is_forbidden(letter: char) -> bool {
    let code = u32::from(letter);
    letter.is_control() || (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}

/// A line of words with its links and styles.
pub(super) fn line(words: &[Inline]) -> Markup {
    nested(words, Open::default())
}

/// The same for a page that is not ours: without what only our own style sheet reads.
pub(super) fn bare_line(words: &[Inline]) -> Markup {
    nested(words, Open { bare: true, ..Open::default() })
}

/// What is already open around words, and whether they stand in a page that is not ours.
#[derive(Clone, Copy, Default)]
struct Open {
    bare: bool,
    link: bool,
    strong: bool,
    emphasis: bool,
}

/// An element around words.
enum Element<'a> {
    Link(&'a str),
    Strong,
    Emphasis,
}

/// Nests flat runs: of the styles that begin at a run the one that lasts longest becomes the outermost element.
fn nested(words: &[Inline], open: Open) -> Markup {
    html! {
        @for (element, words) in groups(words, open) {
            @match element {
                Some(Element::Link(target)) => {
                    a href=(Typed(&fit_address(target))) data-address=[printed(target, words, open).as_deref().map(Typed)] {
                        (nested(words, Open { link: true, ..open }))
                    }
                }
                Some(Element::Strong) => strong { (nested(words, Open { strong: true, ..open })) },
                Some(Element::Emphasis) => em { (nested(words, Open { emphasis: true, ..open })) },
                None => { @for inline in words { (plain(&inline.text)) } }
            }
        }
    }
}

fn printed(target: &str, words: &[Inline], open: Open) -> Option<String> {
    if open.bare { None } else { address::on_paper(target, &letters(words)) }
}

/// Words without a style of their own, kept apart where their direction would disturb their neighbours.
fn plain(text: &str) -> Markup {
    html! { @if stands_alone(text) { bdi { (lines(text)) } } @else { (lines(text)) } }
}

/// Does the direction of these words have to be kept from their neighbours? A direction that somebody turned on and
/// never off would turn the rest of the line; a telephone number after Arabic letters would be read from its end.
fn stands_alone(text: &str) -> bool {
    has_loose_direction(text) || is_telephone_number(text)
}

/// Marks for embedded (U+202A to U+202E) and isolated directions (U+2066 to U+2069) that are not in pairs.
fn has_loose_direction(text: &str) -> bool {
    // All of them begin with this byte: most words need no closer look.
    if !text.as_bytes().contains(&0xe2) {
        return false;
    }
    let (mut embedded, mut isolated) = (0, 0);
    for letter in text.chars() {
        match letter {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => embedded += 1,
            '\u{202c}' => embedded -= 1,
            '\u{2066}'..='\u{2068}' => isolated += 1,
            '\u{2069}' => isolated -= 1,
            _ => {}
        }
        if embedded < 0 || isolated < 0 {
            return true;
        }
    }
    embedded > 0 || isolated > 0
}

fn is_telephone_number(text: &str) -> bool {
    text.chars().all(|letter| letter.is_ascii_digit() || " \u{a0}+-–()/.,".contains(letter))
        && text.bytes().filter(u8::is_ascii_digit).count() > 4
}

/// Line feeds are line breaks that the writer typed.
fn lines(text: &str) -> Markup {
    html! {
        @for (number, line) in text.split('\n').enumerate() {
            @if number > 0 { br; }
            (Typed(line))
        }
    }
}

/// Cuts a line where its outermost element changes.
fn groups(words: &[Inline], open: Open) -> impl Iterator<Item = (Option<Element<'_>>, &[Inline])> {
    let mut rest = words;
    std::iter::from_fn(move || {
        let first = rest.first()?;
        let span = |same: fn(&Inline, &Inline) -> bool| rest.iter().take_while(|next| same(first, next)).count();
        let style = |same| if open.link { span(same) } else { end_before_link(rest, span(same)) };
        let link = first.link.as_deref().filter(|_| !open.link);
        let beginning = [
            link.map(|target| (Element::Link(target), span(|first, next| first.link == next.link))),
            (first.strong && !open.strong).then(|| (Element::Strong, style(|_, next| next.strong))),
            (first.emphasis && !open.emphasis).then(|| (Element::Emphasis, style(|_, next| next.emphasis))),
        ];
        // `max_by_key` takes the last of equals: backwards, a link stands outside and emphasis inside.
        let (element, count) = match beginning.into_iter().flatten().rev().max_by_key(|(_, count)| *count) {
            Some((element, count)) => (Some(element), count),
            None => (None, 1),
        };
        let group;
        (group, rest) = rest.split_at(count);
        Some((element, group))
    })
}

/// A style that ends in the middle of a link ends before it and begins again inside: a link is never cut in two.
fn end_before_link(words: &[Inline], mut count: usize) -> usize {
    while let (Some(last), Some(next)) = (count.checked_sub(1).and_then(|at| words.get(at)), words.get(count))
        && next.link.is_some()
        && last.link == next.link
    {
        count -= 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::Text;

    fn page(typed: &str) -> String {
        line(&Text::from(typed).words()).into_string()
    }

    #[test]
    fn flat_runs_are_nested_with_the_longest_outside() {
        for (typed, written) in [
            ("a **b** c", "a <strong>b</strong> c"),
            ("***b***", "<strong><em>b</em></strong>"),
            ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
            ("*a **b***", "<em>a <strong>b</strong></em>"),
            ("**Сенат**тың", "<strong>Сенат</strong>тың"),
            ("*a*\n*b*", "<em>a</em><br><em>b</em>"),
            (
                "**a [b](https://example.org) c**",
                r#"<strong>a <a href="https://example.org" data-address="https://example.org">b</a> c</strong>"#,
            ),
            (
                "[**b** c](mailto:a@example.org)",
                r#"<a href="mailto:a@example.org" data-address="a@example.org"><strong>b</strong> c</a>"#,
            ),
            (
                "**a [b** c](tel:+77172)",
                r#"<strong>a </strong><a href="tel:+77172" data-address="+77172"><strong>b</strong> c</a>"#,
            ),
        ] {
            assert_eq!(page(typed), written, "{typed}");
        }
    }

    #[test]
    fn a_direction_that_is_never_turned_off_stays_in_its_own_words() {
        for (typed, isolated) in [
            ("a \u{202e}b", true),
            ("a \u{202c}b\u{202e}", true),
            ("a \u{2067}b\u{2069}\u{2069}", true),
            ("a \u{202b}b\u{202c} \u{2067}c\u{2069}", false),
            ("a \u{200f}b", false),
            ("+7 7172 00-00-00", true),
            ("2026", false),
            ("in 2026, 20000 people", false),
        ] {
            assert_eq!(page(typed).starts_with("<bdi>"), isolated, "{typed}");
        }
    }

    #[test]
    fn every_letter_that_means_something_to_html_is_escaped_or_replaced() {
        for (typed, written) in [
            ("</script><!--", "&lt;/script&gt;&lt;!--"),
            ("&amp; &#0; \"'", "&amp;amp; &amp;#0; &quot;'"),
            (
                "a\u{0}b\u{7f}\u{80}\u{fdd0}\u{ffff}\u{10fffe}\u{b}\u{c}",
                "a\u{fffd}b\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
            ),
            ("a\tb\r\nc", "a\tb<br>c"),
            ("👩‍👩‍👧‍👦 \u{200f}Ә\u{feff}", "👩‍👩‍👧‍👦 \u{200f}Ә\u{feff}"),
        ] {
            assert_eq!(page(typed), written, "{typed:?}");
        }
    }
}
