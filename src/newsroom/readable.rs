//! RON that people can read: letters stand as letters, only marks that nobody could see stay written as `\u{200b}`.

use unicode_segmentation::UnicodeSegmentation;

/// Takes the needless escapes out of what the RON library writes, where backslashes stand in strings only.
///
/// It writes `\'` for an apostrophe and a number for each no-break space, of which Russian is full, and for each mark
/// that joins a letter, so that names in Hindi or Arabic would be numbers.
pub(super) fn readable(ron: &str) -> String {
    let mut text = String::with_capacity(ron.len());
    let mut rest = ron;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        text += before;
        let length = 1 + escape[1..].chars().next().map_or(0, char::len_utf8);
        rest = match escape.as_bytes().get(1) {
            Some(b'\'') => {
                text.push('\'');
                &escape[length..]
            }
            Some(b'u') => match readable_letter(escape) {
                Some((letter, after)) => {
                    text.push(letter);
                    after
                }
                None => copy(&mut text, escape, length),
            },
            _ => copy(&mut text, escape, length),
        };
    }
    text + rest
}

fn copy<'a>(text: &mut String, escape: &'a str, length: usize) -> &'a str {
    text.push_str(&escape[..length]);
    &escape[length..]
}

/// The no-break space, or the mark that can be seen on its letter, that `\u{301}` stands for, and what follows it.
fn readable_letter(escape: &str) -> Option<(char, &str)> {
    let (number, after) = escape.strip_prefix("\\u{")?.split_once('}')?;
    let letter = u32::from_str_radix(number, 16).ok().and_then(char::from_u32)?;
    let readable = match letter {
        '\u{a0}' | '\u{202f}' => true,
        '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'.. => {
            false
        }
        _ => joins(letter),
    };
    readable.then_some((letter, after))
}

/// Does a reader see it together with the letter before?
fn joins(mark: char) -> bool {
    let mut pair = String::from("a");
    pair.push(mark);
    pair.graphemes(true).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_letters_and_what_nobody_sees_is_a_number() {
        for (written, read) in [
            (r#""it\'s""#, r#""it's""#),
            (r#""\\'""#, r#""\\'""#),
            (r#""\\\'""#, r#""\\'""#),
            (r#""и\u{306}""#, "\"и\u{306}\""),
            (r#""\\u{306}""#, r#""\\u{306}""#),
            (r#""द\u{93f}""#, "\"द\u{93f}\""),
            (r#""№\u{a0}7\u{202f}%""#, "\"№\u{a0}7\u{202f}%\""),
            (r#""\u{200b}\u{200d}\u{202e}\u{0}\n\"""#, r#""\u{200b}\u{200d}\u{202e}\u{0}\n\"""#),
            (r#""❤\u{fe0f}""#, r#""❤\u{fe0f}""#),
        ] {
            assert_eq!(readable(written), read);
        }
    }
}
