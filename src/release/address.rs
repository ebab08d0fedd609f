//! Addresses that a link leads to, made fit for a page.

/// The address with percent signs for the letters that the URL standard keeps out of addresses, as browsers do it.
///
/// The scheme and the host stay as typed: a letter that does not belong there cannot be mended, only looked up.
pub fn fit_address(address: &str) -> String {
    let start = address.find("://").map_or(0, |colon| colon + 3);
    let path = address[start..].find(['/', '?', '#']).map_or(address.len(), |end| start + end);
    let path = if start == 0 { address.find(':').map_or(0, |colon| colon + 1) } else { path };
    let (host, rest) = address.split_at(path);
    let mut fit = String::with_capacity(address.len());
    fit.push_str(host);
    let mut in_fragment = false;
    for (at, letter) in rest.char_indices() {
        let encoded = match letter {
            '"' | '<' | '>' | '[' | '\\' | ']' | '^' | '`' | '{' | '|' | '}' => true,
            '%' => !is_percent_sign_of_two_digits(&rest[at..]),
            '#' => std::mem::replace(&mut in_fragment, true),
            _ => false,
        };
        if encoded {
            fit.push_str(&format!("%{:02X}", u32::from(letter)));
        } else {
            fit.push(letter);
        }
    }
    fit
}

fn is_percent_sign_of_two_digits(text: &str) -> bool {
    text.as_bytes().get(1..3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_addresses_may_not_hold_are_percent_encoded() {
        for (typed, written) in [
            ("https://example.org/a_(b)?c=d&e#f", "https://example.org/a_(b)?c=d&e#f"),
            ("https://example.org/[a]|{b}", "https://example.org/%5Ba%5D%7C%7Bb%7D"),
            ("https://[2001:db8::1]/[a]", "https://[2001:db8::1]/%5Ba%5D"),
            ("https://example.org/100%/50%25", "https://example.org/100%25/50%25"),
            ("https://example.org/#a#b", "https://example.org/#a%23b"),
            ("https://мысал.қаз/жаңалық", "https://мысал.қаз/жаңалық"),
            ("https://example.org?\"<>^`\\", "https://example.org?%22%3C%3E%5E%60%5C"),
            ("mailto:a@example.org?subject={b}", "mailto:a@example.org?subject=%7Bb%7D"),
            ("tel:+7(7172)00-00-00", "tel:+7(7172)00-00-00"),
            ("https://example.org", "https://example.org"),
        ] {
            assert_eq!(fit_address(typed), written, "{typed}");
        }
    }
}
