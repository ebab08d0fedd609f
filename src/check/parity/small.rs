//! Small numbers in letters: what one language writes as 3 is "three" in the other, and XIX is the 19th.

use super::facts::Means;
use crate::release::Lang;

/// The beginnings of the words for 1 to 12, several where the word changes.
const RUSSIAN: [&[&str]; 12] = [
    &["один", "одн", "перв"],
    &["два", "две", "двух", "двум", "втор"],
    &["три", "трех", "трёх", "трем", "трём", "трет"],
    &["четыр", "четвёр", "четвер"],
    &["пят"],
    &["шест"],
    &["сем", "седьм"],
    &["восем", "восьм"],
    &["девят"],
    &["десят"],
    &["одиннадцат"],
    &["двенадцат"],
];
const KAZAKH: [&[&str]; 12] = [
    &["бір"],
    &["екі", "екін"],
    &["үш"],
    &["төрт"],
    &["бес"],
    &["алты"],
    &["жеті"],
    &["сегіз"],
    &["тоғыз"],
    &["он"],
    &["он бір"],
    &["он екі"],
];
const ENGLISH: [&[&str]; 12] = [
    &["one", "first", "once", "single"],
    &["two", "second", "twice"],
    &["three", "third"],
    &["four"],
    &["five", "fifth"],
    &["six"],
    &["seven"],
    &["eight"],
    &["nine", "ninth"],
    &["ten"],
    &["eleven"],
    &["twelve", "twelfth"],
];

/// Does the text say this number in letters?
pub(super) fn is_said(means: &Means, text: &str, lang: &Lang) -> bool {
    let (Means::Number(number) | Means::Percent(number)) = means else { return false };
    let Ok(number) = number.parse::<usize>() else { return false };
    let words = match lang.primary() {
        "ru" => RUSSIAN,
        "kk" => KAZAKH,
        "en" => ENGLISH,
        _ => [&[] as &[&str]; 12],
    };
    let lower = text.to_lowercase();
    let begins = |beginning: &str| {
        let mut from = 0;
        while let Some(at) = lower[from..].find(beginning) {
            let start = from + at;
            if !lower[..start].chars().next_back().is_some_and(char::is_alphanumeric) {
                return true;
            }
            from = start + beginning.len();
        }
        false
    };
    let in_letters = number.checked_sub(1).and_then(|index| words.get(index));
    in_letters.is_some_and(|words| words.iter().any(|word| begins(word))) || has_roman(number, text)
}

/// A century or a congress is counted in Roman numerals.
fn has_roman(number: usize, text: &str) -> bool {
    let roman = roman(number);
    !roman.is_empty() && text.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == roman)
}

fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 7] = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    if number > 60 {
        return String::new();
    }
    let (mut rest, mut roman) = (number, String::new());
    for (value, sign) in SIGNS {
        while rest >= value {
            roman += sign;
            rest -= value;
        }
    }
    roman
}
