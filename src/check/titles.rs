//! Does a text say the title of somebody, in whatever case and number? «Глава совета» is also «главы совета».

use std::ops::Range;

/// All words of the title stand in this text.
pub(super) fn says_title(text: &str, title: &str) -> bool {
    let said = words(text);
    stems(title).iter().all(|stem| said.iter().any(|word| word.starts_with(stem.as_str())))
}

/// A word of the title stands beside the name: «глава совета Айгуль Тестова», "Jane Example, the mayor".
pub(super) fn says_title_beside(text: &str, name: Range<usize>, title: &str) -> bool {
    const BEFORE: usize = 2;
    const BEHIND: usize = 4;
    let (before, behind) = (text.get(..name.start).unwrap_or_default(), text.get(name.end..).unwrap_or_default());
    // What another sentence says, it may say of somebody else.
    let ends = ['.', '!', '?', '…'];
    let before = before.rsplit(ends).next().unwrap_or_default();
    let behind = behind.split(ends).next().unwrap_or_default();
    let beside: Vec<String> =
        words(before).into_iter().rev().take(BEFORE).chain(words(behind).into_iter().take(BEHIND)).collect();
    stems(title).iter().any(|stem| beside.iter().any(|word| word.starts_with(stem.as_str())))
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The words that tell a title from others, without their endings.
fn stems(title: &str) -> Vec<String> {
    let words = words(title);
    let long: Vec<String> = words.iter().filter_map(|word| stem(word)).collect();
    // "CEO" and «мэр» have no longer word beside them.
    if long.is_empty() { words } else { long }
}

/// What stays of a word in all its cases; `None` for small words such as "of".
fn stem(word: &str) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    let ending = match letters.len() {
        0..4 => return None,
        4..6 => 1,
        6..8 => 2,
        _ => 3,
    };
    Some(letters[..letters.len() - ending].iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_found_in_any_case() {
        for (text, title) in [
            ("Об этом сообщили главе городского совета.", "глава городского совета"),
            ("Қалалық кеңестің төрайымына айтылды", "қалалық кеңес төрайымы"),
            ("She is the mayor of Exampleton.", "Mayor of Exampleton"),
            ("Anything", ""),
        ] {
            assert!(says_title(text, title), "{text} {title}");
        }
        assert!(!says_title("Городской совет открыл мост", "глава городского совета"));
    }

    #[test]
    fn beside_the_name_a_part_of_the_title_will_do() {
        for (text, name, title, said) in [
            ("Глава совета Айгуль Тестова", "Айгуль Тестова", "глава городского совета", true),
            ("Jane Example, the mayor, was there", "Jane Example", "mayor of Exampleton", true),
            ("Open, said CEO Jane Example", "Jane Example", "CEO", true),
            ("The city council met. Jane Example told reporters", "Jane Example", "chair of the council", false),
            ("Так решил городской совет. Айгуль Тестова рада", "Айгуль Тестова", "глава городского совета", false),
            ("Jane Example and the others were there", "Jane Example", "head of the office", false),
        ] {
            let start = text.find(name).unwrap();
            assert_eq!(says_title_beside(text, start..start + name.len(), title), said, "{text} {title}");
        }
    }
}
