//! What a drawing's styles may say: nothing that reaches outside.

use std::collections::BTreeSet;

use roxmltree::Node;

use super::{PhotoError, ids, refused};

/// Words that load something from elsewhere.
const LOADING: [&str; 5] = ["@import", "@font-face", "image(", "image-set(", "src("];

/// Looks at the value of any attribute.
pub(super) fn check(value: &str) -> Result<(), PhotoError> {
    if value.contains("url(") || value.contains('(') || value.contains(['@', '\\']) {
        let value = value.to_ascii_lowercase();
        check_lowercase(&value)?;
    }
    Ok(())
}

/// Looks at a style sheet. Its references lead to gradients only: what else it paints with cannot be counted here.
pub(super) fn check_sheet(style: Node) -> Result<(), PhotoError> {
    let mut sheet = String::new();
    for child in style.children() {
        match child.text() {
            Some(text) if child.is_text() => sheet.push_str(text),
            // A comment, which is cut out.
            Some(_) => {}
            None => return Err(refused("error-logo-sheet-elements")),
        }
    }
    check_lowercase(&sheet.to_ascii_lowercase())?;
    let gradients: BTreeSet<&str> =
        ids(style.document().root_element(), |name| matches!(name, "linearGradient" | "radialGradient"));
    match references(&sheet).find(|name| !gradients.contains(name)) {
        Some(_) => Err(refused("error-logo-sheet-refers")),
        None => Ok(()),
    }
}

fn check_lowercase(style: &str) -> Result<(), PhotoError> {
    // Styles can write any letter as a number, and so hide what they say.
    if style.contains('\\') {
        return Err(refused("error-logo-hidden-letters"));
    }
    let outside = style.split("url(").skip(1).any(|rest| !unquoted(rest).starts_with('#'));
    if outside || LOADING.iter().any(|word| style.contains(word)) {
        return Err(refused("error-logo-styles-outside"));
    }
    Ok(())
}

/// The names that `url(#…)` leads to.
pub(super) fn references(style: &str) -> impl Iterator<Item = &str> {
    let places = style.match_indices('(').filter(|(place, _)| {
        place
            .checked_sub(3)
            .and_then(|start| style.get(start..*place))
            .is_some_and(|url| url.eq_ignore_ascii_case("url"))
    });
    places.filter_map(|(place, _)| {
        let name = unquoted(style.get(place + 1..)?).strip_prefix('#')?;
        name.split([')', '"', '\'']).next().map(str::trim_end)
    })
}

fn unquoted(reference: &str) -> &str {
    reference.trim_start().trim_start_matches(['"', '\'']).trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_in_the_drawing_is_referred_to() {
        for good in ["url(#a)", "fill: URL( '#a' )", "translate(1 2)", "a@b"] {
            assert!(check(good).is_ok(), "{good}");
        }
        for bad in
            ["url(a)", "url( http://example.org/)", "url(#a) url(b)", "u\\72l(a)", "@IMPORT 'a'", "Image-Set('a')"]
        {
            assert!(check(bad).is_err(), "{bad}");
        }
        assert_eq!(references("fill:URL( '#a' );x:url(#b)").collect::<Vec<_>>(), ["a", "b"]);
    }
}
