//! Russian verbs in the past agree with who speaks: «сказал» Примеров, «сказала» Тестова.
//!
//! Told by the endings of names alone. Where they say nothing, or contradict each other, nothing is said.

use crate::release::Lang;

/// He or she, as far as a verb must know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Feminine,
    Masculine,
}

/// The verb in the form that agrees with this speaker; `None` where it does already, or where nobody can tell.
pub fn agreeing_verb(verb: &str, name: &str, lang: &Lang) -> Option<String> {
    if lang.primary() != "ru" {
        return None;
    }
    let wanted = of_name(name)?;
    let mut changed = false;
    let words = verb.split(' ').map(|word| {
        let other = if changed { None } else { other_form(word, wanted) };
        changed |= other.is_some();
        other.unwrap_or_else(|| word.to_owned())
    });
    let words: Vec<String> = words.collect();
    changed.then(|| words.join(" "))
}

/// The same verb for the other gender; `None` where it is right, or no verb in the past.
fn other_form(word: &str, wanted: Gender) -> Option<String> {
    let vowel_before = |rest: &str| rest.ends_with(['а', 'я', 'и', 'ы', 'е', 'у', 'о', 'ё']);
    match wanted {
        Gender::Feminine => match (word.strip_suffix("лся"), word.strip_suffix('л')) {
            (Some(stem), _) if vowel_before(stem) => Some(format!("{stem}лась")),
            // «Прочёл», «нашёл» lose their vowel: these are left to the writer.
            (None, Some(stem)) if vowel_before(stem) && !stem.ends_with(['е', 'ё']) => Some(format!("{word}а")),
            (_, _) => None,
        },
        Gender::Masculine => match (word.strip_suffix("лась"), word.strip_suffix("ла")) {
            (Some(stem), _) if vowel_before(stem) => Some(format!("{stem}лся")),
            (None, Some(stem)) if vowel_before(stem) => Some(format!("{stem}л")),
            (_, _) => None,
        },
    }
}

/// Endings of patronymics, which leave no doubt.
const OF_FATHER: [(&str, Gender); 9] = [
    ("вна", Gender::Feminine),
    ("чна", Gender::Feminine),
    ("қызы", Gender::Feminine),
    ("кызы", Gender::Feminine),
    ("вич", Gender::Masculine),
    ("ьич", Gender::Masculine),
    ("ұлы", Gender::Masculine),
    ("улы", Gender::Masculine),
    ("оглы", Gender::Masculine),
];

/// Endings of surnames.
const OF_FAMILY: [(&str, Gender); 13] = [
    ("ова", Gender::Feminine),
    ("ева", Gender::Feminine),
    ("ёва", Gender::Feminine),
    ("ина", Gender::Feminine),
    ("ына", Gender::Feminine),
    ("ская", Gender::Feminine),
    ("цкая", Gender::Feminine),
    ("ов", Gender::Masculine),
    ("ев", Gender::Masculine),
    ("ёв", Gender::Masculine),
    ("ин", Gender::Masculine),
    ("ский", Gender::Masculine),
    ("цкий", Gender::Masculine),
];

fn of_name(name: &str) -> Option<Gender> {
    let name = name.to_lowercase();
    let words: Vec<&str> = name.split([' ', '\u{a0}', '-']).filter(|word| word.chars().count() > 3).collect();
    let told_by = |endings: &[(&str, Gender)]| {
        let told = words.iter().filter_map(|word| endings.iter().find(|(ending, _)| word.ends_with(ending)));
        let mut told = told.map(|(_, gender)| *gender);
        let first = told.next()?;
        told.all(|other| other == first).then_some(first)
    };
    told_by(&OF_FATHER).or_else(|| told_by(&OF_FAMILY))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreeing(verb: &str, name: &str) -> Option<String> {
        agreeing_verb(verb, name, &"ru".parse().unwrap())
    }

    #[test]
    fn a_verb_follows_the_name_of_who_speaks() {
        for (verb, name, agreed) in [
            ("сказал", "Айгуль Тестова", "сказала"),
            ("подчеркнул", "Анна Сергеевна Примерская", "подчеркнула"),
            ("поделился", "Марина Ким", "поделилась"),
            ("отметил в интервью", "Гүлнар Бекқызы", "отметила в интервью"),
            ("сказала", "Пётр Примеров", "сказал"),
            ("поделилась", "Ерлан Асанұлы", "поделился"),
            ("так сказала", "Ким Иван Ильич", "так сказал"),
        ] {
            assert_eq!(agreeing(verb, name).as_deref(), Some(agreed), "{verb} {name}");
        }
    }

    #[test]
    fn what_agrees_or_cannot_be_told_stays() {
        for (verb, name) in [
            ("сказала", "Айгуль Тестова"),
            ("сказал", "Пётр Примеров"),
            // Nothing tells.
            ("сказал", "Айгуль Нурлан"),
            ("сказал", "Лев Гусь"),
            // One tells against the other.
            ("сказал", "Марина Бабин"),
            ("прочёл", "Анна Примерова"),
            ("прочла", "Пётр Примеров"),
            ("говорит", "Анна Примерова"),
            ("", "Анна Примерова"),
        ] {
            assert_eq!(agreeing(verb, name), None, "{verb} {name}");
        }
        assert_eq!(agreeing_verb("сказал", "Анна Примерова", &"kk".parse().unwrap()), None);
    }
}
