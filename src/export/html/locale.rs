//! What a language tag means for a page: the direction of its lines, and the locale for link previews.

use oxilangtag::LanguageTag;

use crate::language::Language;
use crate::release::Lang;

/// Languages that are usually written from right to left (CLDR 48, likely subtags).
const LANGUAGES: &[&str] = &[
    "acm", "aeb", "apc", "ar", "arc", "arq", "ars", "ary", "arz", "azb", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he",
    "iw", "ji", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
];

/// Languages that are written from right to left in one country.
const COUNTRIES: &[(&str, &str)] = &[("az", "IR"), ("kk", "CN"), ("ky", "CN"), ("pa", "PK"), ("uz", "AF")];

/// Scripts that run from right to left (ISO 15924).
const SCRIPTS: &[&str] =
    &["Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"];

/// Do the lines of this language run from right to left? A script in the tag decides; else the country, the language.
pub(super) fn is_right_to_left(lang: &Lang) -> bool {
    let (script, region) = script_and_region(lang);
    match (script, region) {
        (Some(script), _) => SCRIPTS.contains(&script.as_str()),
        (None, Some(region)) if COUNTRIES.contains(&(lang.primary(), region.as_str())) => true,
        (None, _) => LANGUAGES.contains(&lang.primary()),
    }
}

/// OpenGraph's `language_TERRITORY`: the tag's own country, else the usual one; `None` where neither is known.
pub(super) fn open_graph(lang: &Lang) -> Option<String> {
    let (_, region) = script_and_region(lang);
    let region = match region {
        // OpenGraph knows countries, not parts of the world such as 419.
        Some(region) => Some(region).filter(|region| region.bytes().all(|letter| letter.is_ascii_alphabetic())),
        None => Some(Language::of(lang).region.to_owned()).filter(|region| !region.is_empty()),
    };
    region.map(|region| format!("{}_{region}", lang.primary()))
}

fn script_and_region(lang: &Lang) -> (Option<String>, Option<String>) {
    match LanguageTag::parse(lang.as_str()) {
        Ok(tag) => (tag.script().map(str::to_owned), tag.region().map(str::to_owned)),
        Err(_) => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_decides_before_the_country_and_the_language() {
        for (tag, right_to_left) in [
            ("ar", true),
            ("ar-EG", true),
            ("he", true),
            ("fa", true),
            ("ur-PK", true),
            ("kk-Arab", true),
            ("kk-Arab-CN", true),
            ("kk-CN", true),
            ("yi-Hebr", true),
            ("kk", false),
            ("kk-KZ", false),
            ("kk-Cyrl-CN", false),
            ("ar-Latn", false),
            ("ug-Cyrl", false),
            ("en-GB", false),
            ("x-arab", false),
        ] {
            assert_eq!(is_right_to_left(&tag.parse().unwrap()), right_to_left, "{tag}");
        }
    }

    #[test]
    fn the_locale_names_the_tags_own_country_first() {
        for (tag, locale) in [
            ("kk", Some("kk_KZ")),
            ("de-AT", Some("de_AT")),
            ("de", Some("de_DE")),
            ("sr-Latn-RS", Some("sr_RS")),
            ("kk-Arab-CN", Some("kk_CN")),
            ("es-419", None),
            ("tr", None),
        ] {
            assert_eq!(open_graph(&tag.parse().unwrap()).as_deref(), locale, "{tag}");
        }
    }
}
