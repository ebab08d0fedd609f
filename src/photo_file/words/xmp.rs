//! XMP, the store that counts: RDF in XML, in all the shapes that programs write it in.
//!
//! A property may be an attribute or an element, stand in any of several descriptions, be a single value or a list of any
//! kind, in any prefix; only its namespace and name say what it is.

mod packet;
mod writing;

use std::str::FromStr;

use jiff::civil::Date;
use roxmltree::{Document, Node, ParsingOptions};

use super::PhotoWords;
use super::letters::tidy;
use crate::release::{ByLang, Lang, MadeByAi};

pub(super) use packet::MOST_BYTES;
pub(super) use writing::{Extension, Written, written};

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const NOTE: &str = "http://ns.adobe.com/xmp/note/";
const DC: &str = "http://purl.org/dc/elements/1.1/";
const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
const RIGHTS: &str = "http://ns.adobe.com/xap/1.0/rights/";
const IPTC: &str = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
const IPTC_EXT: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

/// The standard's first print had a slip in its address, and programs wrote it.
const IPTC_EXT_SLIP: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-19/";

/// The language of a text for readers of all others.
const DEFAULT: &str = "x-default";

/// The standard's word for what trained machines make stands behind this.
const SOURCE_TYPE: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/// More than any photo's words need, and little enough that a packet made to fill the memory does not.
const MOST_NODES: u32 = 100_000;

/// Values lie a few steps below their property; who nests deeper means no reader well.
const MOST_DEPTH: u8 = 8;

/// What a packet says, and its extension, which is a packet of its own.
pub(super) fn words(packets: &[&[u8]], unsaid: &Lang) -> PhotoWords {
    let texts: Vec<String> = packets.iter().filter_map(|packet| packet::text(packet)).collect();
    let documents: Vec<Document<'_>> = texts.iter().filter_map(|text| parsed(text)).collect();
    let packet = Packet { descriptions: documents.iter().flat_map(descriptions).collect() };
    let by_lang = |property| by_lang(&packet.values(property), unsaid);
    let best = |property| by_lang(property).best(unsaid).to_owned();
    let list = |property| packet.values(property).into_iter().map(|value| value.text).collect::<Vec<_>>();
    let one = |property| list(property).into_iter().next().unwrap_or_default();
    // A right is said once, to all: the text for readers of all languages goes first.
    let for_all = |property| {
        let values = packet.values(property);
        let said = values.iter().find(|value| value.lang.as_deref().is_none_or(|lang| lang == DEFAULT));
        said.map_or_else(|| best(property), |value| value.text.clone())
    };
    PhotoWords {
        headline: ByLang::one(unsaid, for_all((PHOTOSHOP, "Headline"))),
        caption: by_lang((DC, "description")),
        alt: by_lang((IPTC, "AltTextAccessibility")),
        credit: one((PHOTOSHOP, "Credit")),
        creator: list((DC, "creator")).join(", "),
        copyright: for_all((DC, "rights")),
        rights: for_all((RIGHTS, "UsageTerms")),
        city: one((PHOTOSHOP, "City")),
        country: one((PHOTOSHOP, "Country")),
        country_code: one((IPTC, "CountryCode")),
        keywords: list((DC, "subject")),
        persons: list((IPTC_EXT, "PersonInImage")),
        taken: day(&one((PHOTOSHOP, "DateCreated"))),
        made_by_ai: made_by_ai(&one((IPTC_EXT, "DigitalSourceType"))),
    }
}

/// The mark that names this packet's extension.
pub(super) fn extension(packet: &[u8]) -> Option<String> {
    let text = packet::text(packet)?;
    let document = parsed(&text)?;
    let packet = Packet { descriptions: descriptions(&document).collect() };
    packet.values((NOTE, "HasExtendedXMP")).into_iter().next().map(|value| value.text)
}

/// No document type, and so no entities that multiply.
fn parsed(text: &str) -> Option<Document<'_>> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).ok()
}

/// All that describes something, at any depth outside of properties.
fn descriptions<'a, 'input>(document: &'a Document<'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    let roots = document.descendants().filter(|node| node.has_tag_name((RDF, "RDF")));
    roots.flat_map(|root| root.children().filter(Node::is_element))
}

struct Packet<'a, 'input> {
    descriptions: Vec<Node<'a, 'input>>,
}

/// A text, and which language it says it is in.
struct Value {
    lang: Option<String>,
    text: String,
}

impl Packet<'_, '_> {
    /// The values of a property: those of the first place that has any.
    fn values(&self, (space, name): (&str, &str)) -> Vec<Value> {
        let spaces = [space, if space == IPTC_EXT { IPTC_EXT_SLIP } else { space }];
        for (description, space) in self.descriptions.iter().flat_map(|node| spaces.map(|space| (node, space))) {
            let mut values = Vec::new();
            if let Some(text) = description.attribute((space, name)) {
                add(&mut values, None, text);
            }
            for property in description.children().filter(|node| node.has_tag_name((space, name))) {
                if values.is_empty() {
                    collect(property, inherited_lang(property).as_deref(), MOST_DEPTH, &mut values);
                }
            }
            if !values.is_empty() {
                return values;
            }
        }
        Vec::new()
    }
}

fn add(values: &mut Vec<Value>, lang: Option<&str>, text: &str) {
    let text = tidy(text);
    if !text.is_empty() {
        values.push(Value { lang: lang.map(str::to_owned), text });
    }
}

/// The language said by an element or by what it stands in.
fn inherited_lang(node: Node<'_, '_>) -> Option<String> {
    node.ancestors().find_map(|node| node.attribute((XML, "lang"))).map(str::to_owned)
}

/// What an element holds: a text, an address, a list, or a value with notes about it.
fn collect(node: Node<'_, '_>, lang: Option<&str>, depth: u8, values: &mut Vec<Value>) {
    let lang = node.attribute((XML, "lang")).or(lang);
    for name in ["resource", "value"] {
        if let Some(text) = node.attribute((RDF, name)) {
            return add(values, lang, text);
        }
    }
    if !node.children().any(|child| child.is_element()) {
        // A comment within splits a text into several.
        let text: String = node.children().filter_map(|child| child.text().filter(|_| child.is_text())).collect();
        return add(values, lang, &text);
    }
    let Some(depth) = depth.checked_sub(1) else { return };
    for child in node.children().filter(Node::is_element) {
        let name = child.tag_name();
        // In a value with notes about it the notes bear other names.
        if name.namespace() == Some(RDF) && ["Bag", "Seq", "Alt", "li", "Description", "value"].contains(&name.name()) {
            collect(child, lang, depth, values);
        }
    }
}

/// Texts by language. The text for readers of all others is told again in its own language where that is known; where
/// it is not, it is kept under `unsaid`, unless that language has words of its own.
fn by_lang(values: &[Value], unsaid: &Lang) -> ByLang {
    let mut all = ByLang::default();
    let is_for_all = |value: &&Value| lang_of(value).is_none();
    for value in values.iter().filter(|value| !is_for_all(value)) {
        if let Some(lang) = lang_of(value).filter(|lang| all.get(lang).is_empty()) {
            all.set(&lang, value.text.clone());
        }
    }
    if let Some(value) = values.iter().find(is_for_all) {
        let told = all.iter().any(|(_, text)| text == value.text);
        if !told && all.get(unsaid).is_empty() {
            all.set(unsaid, value.text.clone());
        }
    }
    all
}

/// A language that is one: neither `x-default` nor a word that is no tag.
fn lang_of(value: &Value) -> Option<Lang> {
    let lang = value.lang.as_deref().filter(|lang| !lang.eq_ignore_ascii_case(DEFAULT))?;
    Lang::from_str(&lang.replace('_', "-")).ok()
}

/// A day out of `2026-11-23T18:00:00+05:00`; a month or a year alone is none.
fn day(moment: &str) -> Option<Date> {
    let day = moment.get(..10)?;
    // An hour may follow, nothing else.
    let rest = moment.get(10..)?;
    if !rest.is_empty() && !rest.starts_with(['T', ' ']) {
        return None;
    }
    let mut parts = day.split('-');
    let mut number = |digits: usize| {
        parts.next().filter(|part| part.len() == digits && part.bytes().all(|digit| digit.is_ascii_digit()))
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// By IPTC's list of where pictures come from; programs write the address, some its last word alone.
fn made_by_ai(source: &str) -> MadeByAi {
    match source.rsplit(['/', ':']).next().unwrap_or_default() {
        "trainedAlgorithmicMedia" => MadeByAi::Wholly,
        // Changed by a trained machine, or put together with parts that one made.
        "compositeWithTrainedAlgorithmicMedia" | "compositeSynthetic" => MadeByAi::Partly,
        _ => MadeByAi::No,
    }
}

#[cfg(test)]
mod tests;
