//! A logo as SVG: looked at before it is handed on.
//!
//! A drawing may only show itself. What could reach outside (addresses, scripts, foreign content) or multiply beyond
//! measure is refused, with words for it; comments, metadata and a drawing program's notes are cut out, and all else stays
//! as it was to the byte.

mod cost;
mod style;

use std::collections::BTreeSet;
use std::ops::Range;

use roxmltree::{Attribute, Document, Node, ParsingOptions};

use super::error::shortened;
use super::{PhotoError, Picture, PictureFormat, filling};
use crate::words::Message;

const MOST_BYTES: usize = 1 << 20;
const MOST_NODES: u32 = 100_000;
const MOST_DEPTH: usize = 100;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// What a logo has no need of: other programs' work, other files, and what moves or listens.
const FORBIDDEN: [&str; 15] = [
    "a",
    "animate",
    "animateMotion",
    "animateTransform",
    "audio",
    "canvas",
    "discard",
    "feImage",
    "foreignObject",
    "handler",
    "iframe",
    "image",
    "script",
    "set",
    "video",
];

/// Looks at a drawing and hands it on.
pub(super) fn logo(bytes: &[u8], most_px: (u32, u32)) -> Result<Picture, PhotoError> {
    let text = letters(bytes)?;
    let clean = clean(text)?;
    // Read again, because what is handed on is what has to be sound.
    let document = parsed(&clean)?;
    let (width, height) = ratio(document.root_element())?;
    let (width_px, height_px) = filling(whole_numbers(width, height), most_px);
    Ok(Picture { bytes: clean.into_bytes().into(), format: PictureFormat::Svg, width_px, height_px })
}

/// By the key of why.
fn refused(why: &'static str) -> PhotoError {
    PhotoError::Logo(Message::new(why))
}

fn letters(bytes: &[u8]) -> Result<&str, PhotoError> {
    if bytes.len() > MOST_BYTES {
        return Err(refused("error-logo-larger"));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| refused("error-logo-not-utf8"))?;
    check_start_tags(text)?;
    Ok(text)
}

/// A reader compares each attribute of an element with all others: a hundred thousand would take for ever.
fn check_start_tags(text: &str) -> Result<(), PhotoError> {
    const MOST_ATTRIBUTES: usize = 200;
    // No value holds a bare `<`. The text behind the tag is counted with it; no logo minds.
    let crowded = |tag: &str| tag.bytes().filter(|byte| *byte == b'=').count() > MOST_ATTRIBUTES;
    if text.split('<').any(crowded) {
        return Err(PhotoError::Logo(
            Message::new("error-logo-many-attributes").with("most", MOST_ATTRIBUTES.to_string()),
        ));
    }
    Ok(())
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the reader has more reasons than a user wants to read")]
fn parsed(text: &str) -> Result<Document<'_>, PhotoError> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::DtdDetected => refused("error-logo-doctype"),
        roxmltree::Error::NodesLimitReached => refused("error-logo-many-parts"),
        error => PhotoError::Logo(Message::new("error-logo-ill-formed").with("said", shortened(error))),
    })
}

/// The drawing without what is not drawn, after a look at each of its parts.
fn clean(text: &str) -> Result<String, PhotoError> {
    let document = parsed(text)?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return Err(refused("error-logo-no-svg"));
    }
    let mut cut = Vec::new();
    look(document.root(), 0, &mut cut)?;
    cost::check(root)?;
    Ok(without(text, &cut))
}

/// Looks at a node and all under it; what is to be cut goes to `cut`, in the order of the text.
fn look(node: Node, depth: usize, cut: &mut Vec<Range<usize>>) -> Result<(), PhotoError> {
    if depth > MOST_DEPTH {
        return Err(PhotoError::Logo(Message::new("error-logo-deep").with("most", MOST_DEPTH.to_string())));
    }
    if node.is_pi() {
        return Err(refused("error-logo-names-outside"));
    }
    if node.is_comment() {
        cut.push(node.range());
        return Ok(());
    }
    if node.is_element() {
        let name = node.tag_name();
        if FORBIDDEN.contains(&name.name()) {
            return Err(PhotoError::Logo(Message::new("error-logo-holds").with("element", name.name())));
        }
        if name.namespace() != Some(SVG) || name.name() == "metadata" {
            cut.push(node.range());
            return Ok(());
        }
        for attribute in node.attributes() {
            if is_note(&attribute) {
                cut.push(attribute.range());
            } else {
                check_attribute(&attribute)?;
            }
        }
        if name.name() == "style" {
            style::check_sheet(node)?;
        }
    }
    node.children().try_for_each(|child| look(child, depth + 1, cut))
}

/// What a drawing program keeps for itself, such as the path of the file on the draughtsman's machine.
fn is_note(attribute: &Attribute) -> bool {
    match attribute.namespace() {
        None | Some(XLINK | XML) => attribute.name().starts_with("data-"),
        Some(_) => true,
    }
}

fn check_attribute(attribute: &Attribute) -> Result<(), PhotoError> {
    let (name, value) = (attribute.name(), attribute.value());
    match name {
        "href" if !value.trim_start().starts_with('#') => Err(refused("error-logo-refers-outside")),
        "base" | "src" => Err(refused("error-logo-refers-outside")),
        _ if name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on")) => {
            Err(PhotoError::Logo(Message::new("error-logo-program").with("name", name)))
        }
        _ => style::check(value),
    }
}

/// The text without these places, which do not overlap and come in order.
fn without(text: &str, cut: &[Range<usize>]) -> String {
    let starts = std::iter::once(0).chain(cut.iter().map(|range| range.end));
    let ends = cut.iter().map(|range| range.start).chain([text.len()]);
    starts.zip(ends).filter_map(|(start, end)| text.get(start..end)).collect()
}

/// Width and height as the drawing wants to be shown, in any unit: only their ratio counts.
fn ratio(root: Node) -> Result<(f64, f64), PhotoError> {
    let length = |name| root.attribute(name).and_then(millimetres);
    let sides = match (length("width"), length("height")) {
        (Some(width), Some(height)) => Some((width, height)),
        _ => root.attribute("viewBox").and_then(view_box),
    };
    let sound = |side: f64| (1e-3..=1e6).contains(&side);
    match sides {
        Some((width, height)) if sound(width) && sound(height) && sound(width / height) => Ok((width, height)),
        Some(_) => Err(refused("error-logo-bad-size")),
        None => Err(refused("error-logo-no-size")),
    }
}

fn view_box(value: &str) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = value
        .split(|letter: char| letter == ',' || letter.is_ascii_whitespace())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [_, _, width, height] = numbers.as_slice() else { return None };
    Some((*width, *height))
}

/// A length with its unit; parts of the page (`%`) and of a font (`em`) are none.
fn millimetres(value: &str) -> Option<f64> {
    const PX: f64 = 25.4 / 96.0;
    let value = value.trim();
    let number_ends = value.find(|letter: char| letter.is_ascii_alphabetic() || letter == '%').unwrap_or(value.len());
    let (number, unit) = value.split_at_checked(number_ends)?;
    let unit = match unit {
        "" | "px" => PX,
        "mm" => 1.0,
        "cm" => 10.0,
        "in" => 25.4,
        "pt" => 25.4 / 72.0,
        "pc" => 25.4 / 6.0,
        _ => return None,
    };
    Some(number.trim_end().parse::<f64>().ok()? * unit)
}

/// The same ratio in whole numbers, finely enough for any page.
fn whole_numbers(width: f64, height: f64) -> (u32, u32) {
    let most = 1e6 / width.max(height);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and a million")]
    let whole = |side: f64| (side * most).round().clamp(1.0, 1e6) as u32;
    (whole(width), whole(height))
}

/// The names that a drawing's elements of one kind bear.
fn ids<'a>(root: Node<'a, '_>, wanted: impl Fn(&str) -> bool) -> BTreeSet<&'a str> {
    root.descendants().filter(|node| wanted(node.tag_name().name())).filter_map(|node| node.attribute("id")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_with_their_units() {
        assert_eq!(millimetres("10mm"), Some(10.0));
        assert_eq!(millimetres(" 2.54 cm "), Some(25.4));
        assert_eq!(millimetres("96"), Some(25.4));
        assert_eq!(millimetres("72pt"), Some(25.4));
        assert_eq!(millimetres("100%"), None);
        assert_eq!(millimetres("2em"), None);
        assert_eq!(view_box("0,0 30 , 20"), Some((30.0, 20.0)));
        assert_eq!(view_box("0 0 30"), None);
    }

    #[test]
    fn what_is_cut_leaves_the_rest_as_it_was() {
        assert_eq!(without("abcdef", &[1..2, 4..6]), "acd");
        assert_eq!(without("abc", &[]), "abc");
    }
}
