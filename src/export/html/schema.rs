//! The facts of a release for search engines: schema.org's `NewsArticle` as JSON-LD.
//!
//! The words of the body are not said again; the page itself says them.

use serde::Serialize;

use super::said;
use super::words::is_forbidden;
use crate::release::{Embargo, is_link_address};
use crate::story::Facts;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    identifier: String,
    headline: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    in_language: &'a str,
    date_published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_location: Option<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Thing<'a>>,
}

#[derive(Serialize)]
struct Thing<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// The facts as the text of a `script` element.
pub(super) fn news_article(facts: &Facts) -> String {
    let article = NewsArticle {
        context: "https://schema.org",
        kind: "NewsArticle",
        identifier: format!("urn:uuid:{}", facts.id),
        headline: &facts.headline,
        description: said(&facts.description),
        in_language: facts.lang.as_str(),
        date_published: published(facts),
        content_location: said(&facts.place).map(|name| Thing { kind: "Place", name, url: None }),
        publisher: said(&facts.organisation).map(|name| Thing { kind: "Organization", name, url: web(&facts.web) }),
    };
    // Strings and strings alone: there is nothing in it that could fail.
    escape(&serde_json::to_string(&article).unwrap_or_default())
}

/// From when the release may be read: the end of the embargo with its distance from UTC, else the day of issue.
pub(super) fn published(facts: &Facts) -> String {
    match (&facts.embargo, facts.embargo.zoned()) {
        (_, Some(ends)) => ends.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        // A zone that the database does not know: the hour on the clock there is all that can be said.
        (Embargo::Until { at, zone: _ }, None) => at.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        (Embargo::None, None) => facts.issued.to_string(),
    }
}

/// The address of an organisation, which people write with or without `https://`.
fn web(typed: &str) -> Option<String> {
    let typed = said(typed)?;
    let address = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    is_link_address(&address).then_some(address)
}

/// JSON that neither ends its script element nor holds a character that HTML forbids. In JSON these characters stand
/// only inside strings, where each may be written by its number, so the strings stay as they were typed.
fn escape(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for letter in json.chars() {
        if matches!(letter, '<' | '>' | '&' | '\u{2028}' | '\u{2029}') || is_forbidden(letter) {
            let mut units = [0; 2];
            letter.encode_utf16(&mut units).iter().for_each(|unit| escaped.push_str(&format!("\\u{unit:04x}")));
        } else {
            escaped.push(letter);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_json_says_the_same_and_is_harmless_in_a_page() {
        let typed = "</script><!-- & \u{2028}\u{2029} \u{0}\u{7f}\u{85}\u{fffe}\u{10ffff} \"\\ Ә 👩‍👩‍👧‍👦";
        let escaped = escape(&serde_json::to_string(typed).unwrap());
        assert!(
            !escaped.contains(|letter| "<>&\u{2028}\u{2029}".contains(letter) || is_forbidden(letter)),
            "{escaped}"
        );
        assert_eq!(serde_json::from_str::<String>(&escaped).unwrap(), typed);
    }

    #[test]
    fn an_address_of_an_organisation_is_completed_or_left_out() {
        assert_eq!(web("example.org").as_deref(), Some("https://example.org"));
        assert_eq!(web(" http://example.org ").as_deref(), Some("http://example.org"));
        for typed in ["", " ", "javascript://x", "not an address"] {
            assert_eq!(web(typed), None, "{typed}");
        }
    }
}
