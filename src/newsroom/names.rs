//! File names that mean the same file on Windows, macOS and Linux.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// With a number behind it and in the decomposed letters of macOS, a name stays under the 255 bytes of a folder entry.
const LONGEST_NAME: usize = 100;

/// An ending longer than this is part of the name.
const LONGEST_ENDING: usize = 10;

/// Names that are devices on Windows, with any ending.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// A name and nothing else: on no system does it lead out of its folder or to a device.
pub(super) fn is_plain_name(name: &str) -> bool {
    let dots_only = !name.is_empty() && name.chars().all(|letter| letter == '.' || letter == ' ');
    let leads = |letter: char| matches!(letter, '/' | '\\' | ':') || letter.is_control();
    !dots_only && !name.contains(leads) && !is_device(name)
}

/// The name under which a file is kept: the same on the three systems, its letters of any language kept.
pub(super) fn safe_name(name: &str) -> String {
    let mut letters = String::with_capacity(name.len());
    for letter in name.nfc() {
        match letter {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' | char::REPLACEMENT_CHARACTER => letters.push('-'),
            // Also the no-break spaces, which nobody can type again.
            _ if letter.is_whitespace() => letters.push(' '),
            _ if letter.is_control() || is_invisible(letter) => {}
            _ => letters.push(letter),
        }
    }
    // One spelling of each letter. What stood between a letter and its mark may have gone.
    let letters: String = letters.nfc().collect();
    let name = trimmed(&letters);
    let (stem, ending) = stem_and_ending(name);
    let (stem, ending) = (trimmed(stem), ending.trim_end());
    let stem = trimmed(first_bytes(stem, LONGEST_NAME - ending.len()));
    match stem {
        "" => format!("photo{ending}"),
        _ if is_device(stem) => format!("photo-{stem}{ending}"),
        _ => format!("{stem}{ending}"),
    }
}

/// What two names have in common that some system takes for one and the same: capitals and spellings of a letter go.
pub(super) fn seen_alike(name: &str) -> String {
    name.nfc().collect::<String>().to_uppercase().to_lowercase().nfc().collect()
}

/// The same name with a number, for the second file of that name.
pub(super) fn numbered(name: &str, number: u32) -> String {
    if number == 1 {
        return name.to_owned();
    }
    let (stem, ending) = stem_and_ending(name);
    format!("{stem}-{number}{ending}")
}

/// The ending with its dot; empty where there is none.
fn stem_and_ending(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(dot) if dot + 1 < name.len() && name.len() - dot <= LONGEST_ENDING => name.split_at(dot),
        _ => (name, ""),
    }
}

/// Windows drops spaces and dots at the end; a dot, a hyphen or a tilde at the start means something to other programs.
fn trimmed(name: &str) -> &str {
    name.trim_start_matches(['.', ' ', '-', '~']).trim_end_matches(['.', ' '])
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches(' ').to_uppercase();
    let port = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    let is_port = port.is_some_and(|number| {
        let mut digits = number.chars();
        matches!((digits.next(), digits.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    });
    is_port || DEVICES.contains(&stem.as_str())
}

/// Marks without a picture of their own: they change how a name reads, or make two names look the same.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{e0000}'..='\u{10ffff}')
}

/// The beginning of a name, cut between what a reader sees as letters.
fn first_bytes(name: &str, bytes: usize) -> &str {
    if name.len() <= bytes {
        return name;
    }
    let end = name.grapheme_indices(true).map(|(start, _)| start).take_while(|start| *start <= bytes).last();
    match end {
        // One "letter" under a heap of marks.
        None | Some(0) => &name[..name.floor_char_boundary(bytes)],
        Some(end) => &name[..end],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_on_the_three_systems() {
        for (given, kept) in [
            ("bridge.jpg", "bridge.jpg"),
            ("Мөлдірсу көпірі.JPG", "Мөлдірсу көпірі.JPG"),
            ("日本語 👩‍👧.png", "日本語 👩👧.png"),
            ("и\u{306}од.jpg", "йод.jpg"),
            ("e\u{200b}\u{301}.jpg", "é.jpg"),
            ("..", "photo"),
            ("", "photo"),
            (".hidden.jpg", "hidden.jpg"),
            (".jpg", "jpg"),
            ("-rf.jpg", "rf.jpg"),
            ("~/a.jpg", "a.jpg"),
            ("CON", "photo-CON"),
            ("con.jpg", "photo-con.jpg"),
            ("Com1.tar.jpg", "photo-Com1.tar.jpg"),
            ("LPT².jpg", "photo-LPT².jpg"),
            ("console.jpg", "console.jpg"),
            ("com10.jpg", "com10.jpg"),
            ("trailing. . ", "trailing"),
            ("a.jpg...", "a.jpg"),
            ("a .jpg", "a.jpg"),
            ("a\u{a0}b\u{202f}c.jpg", "a b c.jpg"),
            ("..\\..\\etc/passwd:x", "etc-passwd-x"),
            ("gpj.\u{202e}evil.jpg", "gpj.evil.jpg"),
            ("line\nbreak\u{0}.jpg", "line break.jpg"),
            ("what?<*>|\".jpg", "what------.jpg"),
            ("\u{200b}\u{feff}.jpg", "jpg"),
        ] {
            assert_eq!(safe_name(given), kept, "{given:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending_and_whole_letters() {
        for letter in ["a", "ө", "語", "👩", "e\u{301}"] {
            let name = safe_name(&format!("{}.jpeg", letter.repeat(300)));
            assert!(name.len() <= LONGEST_NAME && name.len() > LONGEST_NAME - 5, "{name}");
            let whole: String = letter.nfc().collect();
            assert_eq!(name.strip_suffix(".jpeg").unwrap().replace(&whole, ""), "");
        }
        let heap = safe_name(&format!("e{}.jpg", "\u{301}".repeat(300)));
        assert!(heap.len() <= LONGEST_NAME && heap.ends_with(".jpg"), "{heap}");
        assert_eq!(safe_name(&format!("a.{}", "b".repeat(20))), format!("a.{}", "b".repeat(20)));
    }

    #[test]
    fn a_number_goes_before_the_ending() {
        assert_eq!(numbered("a.b.jpg", 1), "a.b.jpg");
        assert_eq!(numbered("a.b.jpg", 12), "a.b-12.jpg");
        assert_eq!(numbered("photo", 2), "photo-2");
    }

    #[test]
    fn names_that_some_system_takes_for_one_are_seen_alike() {
        for (one, other) in [
            ("Bridge.JPG", "bridge.jpg"),
            ("й.jpg", "и\u{306}.jpg"),
            ("ӘСЕМ", "әсем"),
            ("STRASSE", "straße"),
            ("ς", "Σ"),
        ] {
            assert_eq!(seen_alike(one), seen_alike(other), "{one} {other}");
        }
        assert_ne!(seen_alike("a.jpg"), seen_alike("a-2.jpg"));
    }

    #[test]
    fn what_leads_elsewhere_is_no_plain_name() {
        for name in
            ["..", ".", ".. ", "...", "a/b", "/etc/passwd", "a\\b", "C:x", "a:stream", "NUL", "nul.jpg", "a\0", "a\n"]
        {
            assert!(!is_plain_name(name), "{name:?}");
        }
        for name in ["a.jpg", "..a", "a b", "көпір.jpg", "", "a?.jpg"] {
            assert!(is_plain_name(name), "{name:?}");
        }
    }
}
