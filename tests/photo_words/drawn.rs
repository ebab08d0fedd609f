//! Words as people type them, drawn by lot: the same in each run.

use dateline::photo_file::PhotoWords;
use dateline::release::{ByLang, Lang, MadeByAi};
use jiff::civil::Date;

use super::photos::Dice;

pub const LANGS: [&str; 8] = ["kk", "ru", "en", "de", "fr", "en-GB", "ar", "zh-Hans"];

const KAZAKH: &[&str] =
    &["Есіл", "өзені", "арқылы", "көпір", "ашылды", "Әлеуметтік", "Ұлттық", "ҚР", "һ", "Ғылым", "№ 5"];
pub const RUSSIAN: &[&str] =
    &["Мост", "через", "Есиль", "открыт", "в", "г. Астане", "«Ёлка»", "Пресс-служба", "–", "Н.\u{a0}Байбулин", "№ 5"];
const ENGLISH: &[&str] =
    &["The", "bridge", "opens", "“today”", "— it", "isn’t", "AT&T", "<b>", "a]]>b", "&amp;", "C:\\new"];
pub const GERMAN: &[&str] = &["Brücke", "über", "die", "Straße", "größer", "Übergabe", "„Ämter“", "Müller", "–", "süß"];
const FRENCH: &[&str] = &["L’été", "à", "Élysée", "«\u{202f}où\u{202f}»", "cœur", "naïve", "ça"];
const ARABIC: &[&str] = &["جسر", "جديد", "في", "أستانا"];
const CHINESE: &[&str] = &["阿斯塔纳", "新桥", "开通", "。"];
const ODD: &[&str] =
    &["👩‍👩‍👧‍👦", "🇰🇿", "e\u{301}", "й", "и\u{306}", "\n", "\r\n", "\t", "  ", "\0", "\u{1}", "\u{200f}", "𝔸", "'", "\""];

/// The words of a language.
fn words_of(lang: &str) -> &'static [&'static str] {
    match lang {
        "kk" => KAZAKH,
        "ru" => RUSSIAN,
        "de" => GERMAN,
        "fr" => FRENCH,
        "ar" => ARABIC,
        "zh-Hans" => CHINESE,
        _ => ENGLISH,
    }
}

pub fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

/// A text of about so many octets.
pub fn text(dice: &mut Dice, words: &[&str], octets: usize) -> String {
    let mut text = String::new();
    while text.len() < octets {
        text += words[dice.below(words.len())];
        if dice.below(6) > 0 {
            text.push(' ');
        }
    }
    if dice.below(3) == 0 { text } else { text.trim().to_owned() }
}

/// A text as anybody may type it into a field that IIM bounds: often none, often about as long as the bound.
fn typed(dice: &mut Dice, lang: &str, bound: usize) -> String {
    let octets = match dice.below(8) {
        0 => return String::new(),
        1 => 1,
        2..=4 => dice.below(bound) + 1,
        5 => bound - bound.min(3) + dice.below(6),
        6 => bound + dice.below(bound),
        _ => bound * 2,
    };
    let own = words_of(lang);
    match dice.below(4) {
        0 => text(dice, &[own, ODD].concat(), octets),
        _ => text(dice, own, octets),
    }
}

fn by_lang(dice: &mut Dice, langs: &[&str], bound: usize) -> ByLang {
    let mut all = ByLang::default();
    for tag in langs {
        if dice.below(4) > 0 {
            let text = typed(dice, tag, bound);
            all.set(&lang(tag), text);
        }
    }
    all
}

fn list(dice: &mut Dice, lang: &str, bound: usize) -> Vec<String> {
    (0..dice.below(5)).map(|_| typed(dice, lang, bound)).collect()
}

pub fn day(dice: &mut Dice) -> Option<Date> {
    (dice.below(3) > 0)
        .then(|| jiff::civil::date(1990 + dice.below(40) as i16, 1 + dice.below(12) as i8, 1 + dice.below(28) as i8))
}

/// The languages of a release, the original first.
pub fn langs(dice: &mut Dice) -> Vec<&'static str> {
    let mut langs: Vec<&str> = Vec::new();
    for _ in 0..=dice.below(4) {
        let most = if dice.below(2) == 0 { 3 } else { LANGS.len() };
        let lang = LANGS[dice.below(most)];
        if !langs.contains(&lang) {
            langs.push(lang);
        }
    }
    langs
}

/// All that a photo may say.
pub fn words(dice: &mut Dice, langs: &[&str]) -> PhotoWords {
    let first = langs[0];
    let caption_octets = if dice.below(3) == 0 { 2000 } else { 200 };
    PhotoWords {
        headline: by_lang(dice, langs, 256),
        caption: by_lang(dice, langs, caption_octets),
        alt: by_lang(dice, langs, 300),
        credit: typed(dice, first, 32),
        creator: typed(dice, first, 32),
        copyright: typed(dice, first, 128),
        rights: typed(dice, first, 200),
        city: typed(dice, first, 32),
        country: typed(dice, first, 64),
        country_code: ["", "KAZ", "KZ", "ҚР", "DEUT", "007"][dice.below(6)].into(),
        keywords: list(dice, first, 64),
        persons: list(dice, first, 64),
        taken: day(dice),
        made_by_ai: [MadeByAi::No, MadeByAi::Partly, MadeByAi::Wholly][dice.below(3)],
    }
}

/// What of a typed text is to be seen: lines end in one way, blanks at the ends and control characters say nothing.
pub fn seen(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let shown: String = lines.chars().filter(|letter| !letter.is_control() || "\n\t".contains(*letter)).collect();
    shown.trim().to_owned()
}
