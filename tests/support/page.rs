//! A web page read back as a browser reads it, and compared with the story that it was made from.

use dateline::export::{Format, Options, export};
use dateline::release::{Inline, letters};
use dateline::story::{PartKind, Role, Story};
use scraper::node::Node;
use scraper::{ElementRef, Html, Selector};

/// The page of a story, as its file's text.
pub(crate) fn page(story: &Story) -> String {
    let exported = export(story, Format::Html, &Options::default()).unwrap();
    assert_eq!(exported.warnings, []);
    String::from_utf8(exported.bytes).unwrap()
}

/// A page read back.
pub(crate) struct Page(Html);

/// Every element that a page may hold, with its attributes; those in brackets may be missing.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("html", &["lang", "(dir)"]),
    ("head", &[]),
    ("meta", &["(charset)", "(name)", "(property)", "(content)"]),
    ("title", &[]),
    ("style", &[]),
    ("script", &["type"]),
    ("body", &[]),
    ("main", &[]),
    ("article", &[]),
    ("header", &[]),
    ("footer", &[]),
    ("h1", &[]),
    ("h2", &["(id)"]),
    ("p", &["(class)", "(aria-hidden)"]),
    ("ul", &[]),
    ("ol", &[]),
    ("li", &[]),
    ("blockquote", &[]),
    ("figure", &[]),
    ("figcaption", &[]),
    ("div", &["class", "(role)", "(aria-label)"]),
    ("section", &["aria-labelledby"]),
    ("address", &["(class)"]),
    ("a", &["href", "(data-address)"]),
    ("strong", &[]),
    ("em", &[]),
    ("br", &[]),
    ("bdi", &[]),
];

/// The elements whose words a reader reads, one after the other; none of them holds another.
const BLOCKS: &str = "h1, h2, p, li, .photo, figcaption, address.closing";

/// Words in one style: letters, strong, emphasis, address.
type Styled = Vec<(String, bool, bool, Option<String>)>;

/// An element with its class, and what it says.
type Block = (String, Styled);

impl Page {
    /// Reads a page and finds nothing in it that the writer does not mean.
    pub(crate) fn read(source: &str) -> Page {
        assert!(!source.contains(is_forbidden), "a character that HTML forbids");
        let html = Html::parse_document(source);
        assert_eq!(html.errors, [""; 0]);
        for node in html.tree.values() {
            match node {
                Node::Element(element) => {
                    let known = ELEMENTS.iter().find(|(name, _)| *name == element.name());
                    let (_, attributes) = known.unwrap_or_else(|| panic!("element {}", element.name()));
                    for attribute in attributes.iter().filter(|name| !name.starts_with('(')) {
                        assert!(element.attr(attribute).is_some(), "{} without {attribute}", element.name());
                    }
                    for (attribute, _) in element.attrs() {
                        let known = attributes.iter().any(|name| name.trim_matches(['(', ')']) == attribute);
                        assert!(known, "{} {attribute}", element.name());
                    }
                }
                Node::Doctype(doctype) => assert_eq!(doctype.name(), "html"),
                Node::Text(_) | Node::Document => {}
                Node::Comment(_) | Node::ProcessingInstruction(_) | Node::Fragment => panic!("{node:?}"),
            }
        }
        let page = Page(html);
        for link in page.all("a") {
            let address = link.attr("href").unwrap();
            assert!(dateline::release::is_link_address(address), "{address}");
        }
        page
    }

    /// All elements for a selector.
    pub(crate) fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&Selector::parse(selector).unwrap()).collect()
    }

    /// How many elements there are for a selector.
    pub(crate) fn count(&self, selector: &str) -> usize {
        self.all(selector).len()
    }

    /// The letters of the only element for a selector.
    pub(crate) fn text(&self, selector: &str) -> String {
        let all = self.all(selector);
        assert_eq!(all.len(), 1, "{selector}");
        all[0].text().collect()
    }

    /// An attribute of the only element for a selector that has it.
    pub(crate) fn attr(&self, selector: &str, attribute: &str) -> Option<&str> {
        let all: Vec<_> = self.all(selector).iter().filter_map(|element| element.attr(attribute)).collect();
        assert!(all.len() < 2, "{selector} {attribute}");
        all.first().copied()
    }

    /// The facts for search engines.
    pub(crate) fn facts(&self) -> serde_json::Value {
        serde_json::from_str(&self.text(r#"script[type="application/ld+json"]"#)).unwrap()
    }

    /// Compares head and body with the story, letter by letter and style by style.
    pub(crate) fn tells(&self, story: &Story) {
        let facts = &story.facts;
        for (selector, count) in [("style", 1), ("script", 1), ("title", 1), ("main", 1), ("article", 1)] {
            assert_eq!(self.count(selector), count, "{selector}");
        }
        assert_eq!(self.attr("html", "lang"), Some(facts.lang.as_str()));
        if !facts.headline.is_empty() {
            assert_eq!(self.text("title"), fit(&facts.headline));
            assert_eq!(self.attr(r#"meta[property="og:title"]"#, "content"), Some(fit(&facts.headline).as_str()));
        }
        assert!(!self.text("title").trim().is_empty());
        for (selector, fact) in [
            (r#"meta[name="description"]"#, &facts.description),
            (r#"meta[property="og:description"]"#, &facts.description),
            (r#"meta[property="og:site_name"]"#, &facts.organisation),
        ] {
            let fact = Some(fit(fact.trim())).filter(|fact| !fact.is_empty());
            assert_eq!(self.attr(selector, "content"), fact.as_deref(), "{selector}");
        }
        let data = self.facts();
        assert_eq!((&data["@type"], &data["headline"]), (&"NewsArticle".into(), &facts.headline.as_str().into()));
        assert_eq!(data["contentLocation"]["name"].as_str().unwrap_or_default(), facts.place);
        assert_eq!(data["publisher"]["name"].as_str().unwrap_or_default(), facts.organisation.trim());

        let (blocks, counts) = expected(story);
        let read: Vec<_> = self.all(BLOCKS).into_iter().map(|block| (name(block), styled(block))).collect();
        for (read, expected) in read.iter().zip(&blocks) {
            assert_eq!(read, expected);
        }
        assert_eq!(read.len(), blocks.len());
        for (selector, count) in counts {
            assert_eq!(self.count(selector), count, "{selector}");
        }
    }
}

/// The blocks that the page of a story holds, and how many elements there are around them.
fn expected(story: &Story) -> (Vec<Block>, Vec<(&'static str, usize)>) {
    let mut blocks = Vec::new();
    let (mut quotes, mut ordered, mut unordered, mut figures, mut captions) = (0, 0, 0, 0, 0);
    let (mut named, mut unnamed, mut addresses) = (0, 0, 0);
    let mut push = |name: &str, words: &[Inline]| blocks.push((name.to_owned(), inlines(words)));
    let plain = |text: &str| vec![Inline::plain(text)];
    for part in &story.parts {
        match &part.kind {
            PartKind::ReleaseLine(words) => push("p.release-line", words),
            PartKind::Headline(text) => push("h1", &plain(text)),
            PartKind::Subhead(text) => push("p.subhead", &plain(text)),
            PartKind::Dateline(words) => push("p.dateline", words),
            PartKind::Paragraph(words) if letters(words).trim().is_empty() => {}
            PartKind::Paragraph(words) => push("p", words),
            PartKind::Quote(paragraphs) => {
                quotes += 1;
                paragraphs.iter().for_each(|words| push("p", words));
            }
            PartKind::Heading(words) => push("h2", words),
            PartKind::List { ordered: is_ordered, items } => {
                *(if *is_ordered { &mut ordered } else { &mut unordered }) += 1;
                items.iter().for_each(|words| push("li", words));
            }
            PartKind::Figure(figure) => {
                figures += 1;
                push("div.photo", &plain(&figure.file));
                if !letters(&figure.caption).trim().is_empty() {
                    captions += 1;
                    push("figcaption", &figure.caption);
                }
            }
            PartKind::EndMark(text) => push("p.end-mark", &plain(text)),
            PartKind::Section { paragraphs, .. } if paragraphs.is_empty() => {}
            PartKind::Section { role, heading, paragraphs, .. } => {
                *(if heading.trim().is_empty() { &mut unnamed } else { &mut named }) += 1;
                if !heading.trim().is_empty() {
                    push("h2", &plain(heading.trim()));
                }
                unordered += usize::from(*role == Role::Photos);
                addresses += usize::from(*role == Role::Contacts);
                let name = if *role == Role::Photos { "li" } else { "p" };
                paragraphs.iter().for_each(|words| push(name, words));
            }
            PartKind::Closing(words) => {
                addresses += 1;
                push("address.closing", words);
            }
        }
    }
    let counts = vec![
        ("blockquote", quotes),
        ("ol", ordered),
        ("ul", unordered),
        ("figure", figures),
        ("figcaption", captions),
        ("section", named),
        ("div", unnamed + figures),
        ("address", addresses),
    ];
    (blocks, counts)
}

fn inlines(words: &[Inline]) -> Styled {
    merge(words.iter().map(|inline| {
        (
            fit(&inline.text),
            inline.strong,
            inline.emphasis,
            inline.link.as_deref().map(|address| decoded(&fit(address))),
        )
    }))
}

/// Element and class of a block.
fn name(block: ElementRef<'_>) -> String {
    let class = block.attr("class").map(|class| format!(".{class}")).unwrap_or_default();
    format!("{}{class}", block.value().name())
}

/// What a block says and in which styles, read from its elements.
fn styled(block: ElementRef<'_>) -> Styled {
    merge(block.descendants().filter_map(|node| {
        let is_break = node.value().as_element().is_some_and(|element| element.name() == "br");
        let text = if is_break { "\n".to_owned() } else { node.value().as_text()?.to_string() };
        let around: Vec<_> = node.ancestors().take_while(|above| above.id() != block.id()).collect();
        let elements = || around.iter().filter_map(|above| above.value().as_element());
        let is_in = |name| elements().any(|element| element.name() == name);
        let link = elements().find_map(|element| element.attr("href")).map(decoded);
        Some((text, is_in("strong"), is_in("em"), link))
    }))
}

/// One entry for neighbours of one style.
fn merge(runs: impl Iterator<Item = (String, bool, bool, Option<String>)>) -> Styled {
    let mut merged = Styled::new();
    for (text, strong, emphasis, link) in runs.filter(|(text, ..)| !text.is_empty()) {
        match merged.last_mut() {
            Some(last) if (last.1, last.2, &last.3) == (strong, emphasis, &link) => last.0 += &text,
            _ => merged.push((text, strong, emphasis, link)),
        }
    }
    merged
}

/// An address without its percent signs, so that two ways of writing it are one.
fn decoded(address: &str) -> String {
    let bytes = address.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|digit| char::from(*digit).to_digit(16));
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push(u8::try_from(16 * high + low).unwrap());
                at += 2;
            }
            (byte, ..) => decoded.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// Typed text with a sign for each character that no page may hold, and the line ends that a browser sees.
pub(crate) fn fit(text: &str) -> String {
    text.replace('\r', " ").chars().map(|letter| if is_forbidden(letter) { '\u{fffd}' } else { letter }).collect()
}

/// As the HTML standard names them: controls other than white space, and noncharacters. A form feed is no parse error
/// but has no place in a page either.
fn is_forbidden(letter: char) -> bool {
    let code = u32::from(letter);
    matches!(code, 0x0..=0x8 | 0xb..=0x1f | 0x7f..=0x9f | 0xfdd0..=0xfdef) || matches!(code & 0xffff, 0xfffe | 0xffff)
}
