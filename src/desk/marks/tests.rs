use proptest::prelude::*;

use super::*;
use crate::release::{Text, letters};

fn strong(typed: &str, selection: Range<usize>) -> Option<(String, Range<usize>)> {
    toggle(typed, selection, Emphasis::Strong, Reach::Text).map(|edited| (edited.text, edited.selection))
}

#[test]
fn emphasis_is_turned_on_and_off() {
    for (typed, selection, expected, selected) in [
        ("Мост открыт", 0..4, "**Мост** открыт", 2..6),
        ("**Мост** открыт", 2..6, "Мост открыт", 0..4),
        ("**Мост** открыт", 0..8, "Мост открыт", 0..4),
        ("Мост открыт", 0..11, "**Мост открыт**", 2..13),
        ("**Мост** открыт", 0..15, "**Мост открыт**", 2..13),
        ("**Мост открыт**", 7..13, "**Мост** открыт", 9..15),
        ("**Мост открыт**", 2..6, "Мост **открыт**", 0..4),
        ("бір екі үш", 3..8, "бір **екі** үш", 6..9),
        ("👍🏽 жарайды", 3..10, "👍🏽 **жарайды**", 5..12),
        ("*Мост* открыт", 1..5, "***Мост*** открыт", 3..7),
    ] {
        assert_eq!(strong(typed, selection), Some((expected.to_owned(), selected)), "{typed}");
    }
}

#[test]
fn without_a_selection_the_word_at_the_cursor_is_meant() {
    for (typed, at, expected, cursor) in [
        ("Мост открыт", 2, "**Мост** открыт", 4),
        ("Мост открыт", 4, "**Мост** открыт", 6),
        ("**Мост** открыт", 4, "Мост открыт", 2),
        ("Қарағанды-қала", 4, "**Қарағанды-қала**", 6),
        ("O’Neill said", 1, "**O’Neill** said", 3),
    ] {
        assert_eq!(strong(typed, at..at), Some((expected.to_owned(), cursor..cursor)), "{typed}");
    }
    for (typed, at) in [("", 0), ("a  b", 2), ("– ", 1), ("...", 3)] {
        assert_eq!(strong(typed, at..at), None, "{typed}");
    }
}

#[test]
fn an_ending_may_stay_light_but_a_word_is_never_bold_from_its_middle() {
    assert_eq!(strong("Сенаттың", 0..5), Some(("**Сенат**тың".into(), 2..7)));
    assert_eq!(strong("Сенаттың", 5..8), Some(("**Сенаттың**".into(), 2..10)));
    assert_eq!(strong("**Сенаттың**", 2..7), Some(("Сенаттың".into(), 0..8)));
}

#[test]
fn emphasis_of_points_ends_with_their_line() {
    let edited = toggle("бір\nекі", 0..7, Emphasis::Slanted, Reach::Line).unwrap();
    assert_eq!(edited.text, "*бір*\n*екі*");
    let text = toggle("бір\nекі", 0..7, Emphasis::Slanted, Reach::Text).unwrap();
    assert_eq!(text.text, "*бір\nекі*");
    let quote = toggle("бір\n\nекі", 0..8, Emphasis::Slanted, Reach::Text).unwrap();
    assert_eq!(quote.text, "*бір*\n\n*екі*");
}

#[test]
fn links_are_set_edited_and_taken_off() {
    let set = |typed: &str, selection: Range<usize>, address: Option<&str>| {
        set_link(typed, selection, address, Reach::Text).map(|edited| edited.text)
    };
    let address = Some("https://example.org");
    assert_eq!(set("наш сайт", 4..8, address).unwrap(), "наш [сайт](https://example.org)");
    assert_eq!(set("наш сайт", 5..5, address).unwrap(), "наш [сайт](https://example.org)");
    assert_eq!(set("[сайт](http://a.example)", 3..3, address).unwrap(), "[сайт](https://example.org)");
    assert_eq!(set("наш [сайт](http://a.example)", 6..6, None).unwrap(), "наш сайт");
    assert_eq!(set("", 0..0, address).unwrap(), "[example.org](https://example.org)");
    assert_eq!(set("**наш сайт**", 6..10, address).unwrap(), "**наш [сайт](https://example.org)**");
    assert_eq!(set("наш сайт", 4..8, Some("javascript:alert(1)")), None);
    assert_eq!(set("a [b] c", 0..7, address), None);
}

#[test]
fn the_link_at_the_cursor_is_found() {
    let typed = "наш [сайт](https://example.org), *да*";
    assert_eq!(link_at(typed, 7..7, Reach::Text), Some((5..9, "https://example.org".into())));
    assert_eq!(link_at(typed, 36..36, Reach::Text), None);
}

#[test]
fn an_address_gets_what_was_left_out() {
    for (typed, expected) in [
        ("example.org/a", Some("https://example.org/a")),
        (" https://example.org ", Some("https://example.org")),
        ("HTTP://example.org", Some("HTTP://example.org")),
        ("press@example.org", Some("mailto:press@example.org")),
        ("+7 (7172) 70-00-00", Some("tel:+7-(7172)-70-00-00")),
        ("мысал.қаз", Some("https://мысал.қаз")),
        ("", None),
        ("...", None),
        ("два слова", None),
        ("ftp://example.org", None),
    ] {
        assert_eq!(address(typed).as_deref(), expected, "{typed}");
    }
}

/// Typed text with many marks in it.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Сенат",
        "тың",
        "ә",
        "*",
        "**",
        "***",
        " ",
        "\n",
        "\n\n",
        "[",
        "](https://example.org)",
        "👍🏽",
        "e\u{301}",
        ".",
        "«",
        "\u{a0}",
        "[сайт](https://example.org/a_(b))",
        "**бір екі**",
        "*үш*",
    ]);
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

fn words(typed: &str, reach: Reach) -> String {
    match reach {
        Reach::Text => letters(&Text::from(typed).words()),
        Reach::Line => typed.split('\n').map(|line| letters(&Text::from(line).words())).collect::<Vec<_>>().join("\n"),
    }
}

proptest! {
    #[test]
    fn emphasis_never_changes_the_words(
        typed in typed(), start in 0_usize..40, length in 0_usize..20, lines in any::<bool>(), strong in any::<bool>(),
    ) {
        let reach = if lines { Reach::Line } else { Reach::Text };
        let emphasis = if strong { Emphasis::Strong } else { Emphasis::Slanted };
        let before = words(&typed, reach);
        if let Some(once) = toggle(&typed, start..start + length, emphasis, reach) {
            prop_assert_eq!(&words(&once.text, reach), &before);
            prop_assert!(once.selection.end <= once.text.chars().count());
            if let Some(twice) = toggle(&once.text, once.selection, emphasis, reach) {
                prop_assert_eq!(&words(&twice.text, reach), &before);
            }
        }
    }

    #[test]
    fn cut_and_joined_again_the_words_are_the_same(typed in typed(), at in 0_usize..40) {
        let (before, after) = cut(&typed, at..at);
        let (joined, seam) = join(&before, &after);
        prop_assert!(seam <= joined.chars().count());
        let plain = |text: &str| words(text, Reach::Text).replace('*', "");
        prop_assert_eq!(plain(&joined), plain(&typed));
    }

    #[test]
    fn what_is_put_in_is_there(typed in typed(), start in 0_usize..40, length in 0_usize..20) {
        let edited = insert(&typed, start..start + length, "жаңа сөз", Reach::Text);
        prop_assert!(words(&edited.text, Reach::Text).contains("жаңа сөз"));
        prop_assert!(edited.selection.end <= edited.text.chars().count());
        if let Some(linked) = set_link(&typed, start..start + length, Some("https://example.org"), Reach::Text) {
            prop_assert!(linked.selection.end <= linked.text.chars().count());
        }
    }
}
