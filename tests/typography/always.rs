//! What holds for any text: correcting twice changes nothing more, and letters and digits stay as they are.
//!
//! A short run each time; `PROPTEST_CASES=100000` runs it at length.

use dateline::language::typography::{Correction, Point, Typography, corrected};
use dateline::release::{Text, letters};
use proptest::prelude::*;

/// Pieces of which texts are made: what the rules look for, in any order.
const PIECES: [&str; 96] = [
    " ",
    " ",
    " ",
    " ",
    " ",
    "\u{a0}",
    "\u{202f}",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\"",
    "\"",
    "'",
    "'",
    "«",
    "»",
    "“",
    "”",
    "„",
    "‘",
    "’",
    "‚",
    "-",
    "-",
    "--",
    "---",
    "–",
    "—",
    ".",
    "..",
    "...",
    "....",
    ",",
    ";",
    ":",
    "!",
    "?",
    "…",
    "(",
    ")",
    "[",
    "]",
    "](https://example.org/a-b)",
    "[",
    "*",
    "**",
    "***",
    "№",
    "§",
    "%",
    "$",
    "₸",
    "°",
    "/",
    "@",
    "#",
    "в",
    "В",
    "с",
    "c",
    "A",
    "А.",
    "Н. ",
    "г.",
    "т. д.",
    "мост",
    "Моcт",
    "Сенат",
    "EcoJer",
    "KPI",
    "дің",
    "bridge",
    "l'Europe",
    "O'Neill",
    "5",
    "12",
    "1500",
    "15000",
    "2023-2027",
    "1 500 000",
    "1,500,000",
    "5-й",
    "5й",
    "ші",
    "км",
    "млн",
    "ноября",
    "қараша",
    "November 23 2026",
    "2026г.",
    "https://example.org/a--b",
    "press@example.org",
    "a.jpg",
    "74-72-27",
];

fn any_text() -> impl Strategy<Value = String> {
    let made = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24).prop_map(|pieces| pieces.concat());
    prop_oneof![4 => made, 1 => "\\PC{0,40}", 1 => "[a-zа-яА-Я0-9 .,«»\"'()*–-]{0,60}"]
}

fn any_typography() -> impl Strategy<Value = Typography<'static>> {
    let lang = prop::sample::select(&["kk", "ru", "en", "de", "fr"][..]);
    let house = prop::sample::select(
        &[
            None,
            Some((("«", "»"), ("«", "»"), "–")),
            Some((("‘", "’"), ("“", "”"), "–")),
            Some((("“", "”"), ("‘", "’"), "—")),
        ][..],
    );
    (lang, house, any::<bool>(), any::<bool>()).prop_map(|(lang, house, one_dash, inside)| {
        let mut typography = Typography::of(&lang.parse().unwrap()).unwrap();
        if let Some((outer, nested, dash)) = house {
            typography = typography.with_quotes(outer, nested).with_dash(dash, one_dash);
        }
        if inside { typography.inside_quotes() } else { typography }
    })
}

fn words(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn correcting_twice_changes_nothing_more(typed in any_text(), typography in any_typography()) {
        let once = corrected(&typed, &typography.corrections(&Text::from(typed.as_str())));
        let again = typography.corrections(&Text::from(once.as_str()));
        prop_assert_eq!(&again, &[], "{:?} became {:?}", typed, once);
    }

    #[test]
    fn letters_and_digits_are_never_touched(typed in any_text(), typography in any_typography()) {
        let found = typography.corrections(&Text::from(typed.as_str()));
        let set: Vec<Correction> =
            found.iter().filter(|correction| correction.point != Point::LookAlike).cloned().collect();
        prop_assert_eq!(words(&corrected(&typed, &set)), words(&typed));
        // A letter that only looked right makes way for exactly one.
        let all = corrected(&typed, &found);
        prop_assert_eq!(words(&all).chars().count(), words(&typed).chars().count());
    }

    #[test]
    fn emphasis_and_links_stay(typed in any_text(), typography in any_typography()) {
        let now = Text(corrected(&typed, &typography.corrections(&Text::from(typed.as_str()))));
        let then = Text(typed);
        let styles = |text: &Text| -> Vec<_> {
            text.words().into_iter().map(|inline| (inline.strong, inline.emphasis, inline.link)).collect()
        };
        prop_assert_eq!(styles(&now), styles(&then), "{:?} became {:?}", then.0, now.0);
        prop_assert_eq!(
            words(&letters(&now.words())).chars().count(), words(&letters(&then.words())).chars().count()
        );
    }

    #[test]
    fn corrections_stand_in_order_and_change_something(typed in any_text(), typography in any_typography()) {
        let mut at = 0;
        for Correction { point: _, range, put } in typography.corrections_of_words(&typed) {
            prop_assert!(range.start >= at && range.end >= range.start);
            prop_assert!(typed.get(range.clone()).is_some_and(|old| old != put));
            at = range.end;
        }
    }
}
