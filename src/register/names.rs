//! Are these two spellings of one name? «Айгул Тестова» is «Айгуль Тестова» once more.

/// The same name, whatever the case of its letters, the room between its words and the two dots of «ё».
pub fn is_same_name(one: &str, other: &str) -> bool {
    let plain = |name: &str| -> Vec<String> {
        name.split_whitespace().map(|word| word.to_lowercase().replace('ё', "е")).collect()
    };
    let one = plain(one);
    !one.is_empty() && one == plain(other)
}

/// Another spelling of the same name: letters that languages and habits write for each other, words in another order, or
/// one slip in a long word. Two names that are only alike in sound are two names.
pub fn is_spelled_nearly(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (folded(one), folded(other));
    if one.is_empty() || one.len() != other.len() {
        return false;
    }
    one.sort();
    other.sort();
    let differing: Vec<_> = one.iter().zip(&other).filter(|(one, other)| one != other).collect();
    match differing.as_slice() {
        [] => true,
        // A name of one word that is only nearly the same may well be another one.
        [(one_word, other_word)] => one.len() > 1 && is_one_slip(one_word, other_word),
        _ => false,
    }
}

/// The words with one letter for all those that are mixed up.
fn folded(name: &str) -> Vec<Vec<char>> {
    let words = name.split(|letter: char| letter.is_whitespace() || letter == '-');
    words.map(fold).filter(|word| !word.is_empty()).collect()
}

fn fold(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.to_lowercase().chars().filter_map(sounding).collect();
    letters.dedup();
    letters
}

/// The letter that stands for it; none for signs that nobody hears.
fn sounding(letter: char) -> Option<char> {
    Some(match letter {
        'ь' | 'ъ' | '\'' | '’' | 'ʼ' | '.' => return None,
        'ё' | 'э' => 'е',
        'й' | 'ы' | 'і' => 'и',
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'y' | 'j' => 'i',
        other => other,
    })
}

/// One letter too many, one too few or another one, within a word of some length.
fn is_one_slip(one: &[char], other: &[char]) -> bool {
    const LONG: usize = 6;
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.len() < LONG || long.len() - short.len() > 1 {
        return false;
    }
    let before = short.iter().zip(long).take_while(|(one, other)| one == other).count();
    let behind = short.iter().rev().zip(long.iter().rev()).take_while(|(one, other)| one == other).count();
    // Where a name begins and ends it tells people apart: Омаров and Омарова, Иванов and Изанов.
    before > 1 && behind > 0 && before + behind + 1 >= long.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_may_be_typed_in_many_ways() {
        assert!(is_same_name("Пётр  Примеров", "петр примеров"));
        assert!(!is_same_name("", ""));
        assert!(!is_same_name("Пётр Примеров", "Примеров Пётр"));
    }

    #[test]
    fn spellings_of_one_name_are_known_and_other_names_are_not() {
        for (one, other) in [
            ("Айгул Тестова", "Айгуль Тестова"),
            ("Айгүл Тестова", "Айгуль Тестова"),
            ("Тестова Айгуль", "Айгуль Тестова"),
            ("Нурлан Байбулин", "Нурлан Байбулен"),
            ("Анна-Мария Мост", "Анна Мария Мост"),
            ("Aigul Testova", "Aygul Testova"),
            ("Геннадий Речной", "Генадий Речной"),
        ] {
            assert!(is_spelled_nearly(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("Асель Омарова", "Асем Омарова"),
            ("Алия Омарова", "Алия Омаров"),
            ("Иван Иванов", "Иван Изанов"),
            ("Пётр Примеров", "Айгуль Тестова"),
            ("Тестова", "Тестовва Айгуль"),
            ("Байбулин", "Байбулен"),
            ("", ""),
        ] {
            assert!(!is_spelled_nearly(one, other), "{one} {other}");
        }
    }
}
