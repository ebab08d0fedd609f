//! Does a text say the title of somebody, in whatever case and number? «Глава совета» is also «главы совета».

/// A title is said where all its words stand in one paragraph, or half of them beside the name.
pub(super) fn says_title(paragraph: &str, title: &str, has_name: bool) -> bool {
    let words: Vec<String> = title.split(|letter: char| !letter.is_alphanumeric()).filter_map(stem).collect();
    let paragraph = paragraph.to_lowercase();
    let said: Vec<&str> = paragraph.split(|letter: char| !letter.is_alphanumeric()).collect();
    let found = words.iter().filter(|stem| said.iter().any(|word| word.starts_with(stem.as_str()))).count();
    let wanted = if has_name { words.len().div_ceil(2) } else { words.len() };
    found >= wanted
}

/// What stays of a word in all its cases; `None` for small words such as "of".
fn stem(word: &str) -> Option<String> {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let ending = match letters.len() {
        0..3 => return None,
        3 => 0,
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
        for (paragraph, title, has_name) in [
            ("Главу городского совета Айгуль Тестову встретили", "глава городского совета", true),
            ("Глава совета Айгуль Тестова", "глава городского совета", true),
            ("Об этом сообщили главе городского совета.", "глава городского совета", false),
            ("Қалалық кеңестің төрайымына айтылды", "қалалық кеңес төрайымы", false),
            ("The mayor of Exampleton, Jane Example, was there", "Mayor of Exampleton", true),
            ("Anything", "", false),
        ] {
            assert!(says_title(paragraph, title, has_name), "{paragraph} {title}");
        }
        for (paragraph, title, has_name) in [
            ("Айгуль Тестова открыла мост", "глава городского совета", true),
            ("Городской совет открыл мост", "глава городского совета", false),
            ("Jane Example of Exampleton was there", "chair of the council", true),
        ] {
            assert!(!says_title(paragraph, title, has_name), "{paragraph} {title}");
        }
    }
}
