//! Addresses that a link leads to, as a reader of the printed page needs them.

/// What the printed page says beside the words of a link; nothing where the words are the address.
pub(super) fn on_paper(address: &str, words: &str) -> Option<String> {
    let (scheme, rest) = address.split_once(':')?;
    let words = words.trim();
    if scheme.eq_ignore_ascii_case("tel") {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        return (digits(rest) != digits(words)).then(|| rest.to_owned());
    }
    if scheme.eq_ignore_ascii_case("mailto") {
        let mailbox = rest.split('?').next().unwrap_or(rest);
        return (mailbox != words && address != words).then(|| mailbox.to_owned());
    }
    let bare = |text: &str| {
        let text = text.trim_end_matches('/');
        text.split_once("://").map_or(text, |(_, rest)| rest).to_lowercase()
    };
    (bare(address) != bare(words)).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_shows_an_address_once() {
        for (address, words, printed) in [
            ("https://example.org/a", "the report", Some("https://example.org/a")),
            ("https://example.org/", "example.org", None),
            ("https://example.org/a", "https://example.org/a", None),
            ("https://www.example.org", "Example.org", Some("https://www.example.org")),
            ("mailto:a@example.org", "a@example.org", None),
            ("mailto:a@example.org?subject=b", "write to us", Some("a@example.org")),
            ("tel:+77172000000", "+7 (7172) 00-00-00", None),
            ("tel:+77172000000", "call us", Some("+77172000000")),
        ] {
            assert_eq!(on_paper(address, words).as_deref(), printed, "{address} {words}");
        }
    }
}
