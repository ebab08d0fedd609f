//! What a release looks like in each language and house, as tables of cases that an editor can read and correct.
//!
//! A table names its house and language, what stands around every case, and then the cases: fields as they are typed, and
//! with `>` the lines that must come out. `⍽` is the narrow no-break space, `␣` the no-break space, `\n` a line break.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a table that cannot be read stops its test")]

#[path = "conventions/table.rs"]
mod table;

use table::Table;

const TABLES: [(&str, &str); 7] = [
    ("kazakhstan-kk", include_str!("conventions/kazakhstan-kk.txt")),
    ("kazakhstan-ru", include_str!("conventions/kazakhstan-ru.txt")),
    ("kazakhstan-en", include_str!("conventions/kazakhstan-en.txt")),
    ("ap-en", include_str!("conventions/ap-en.txt")),
    ("eu-en", include_str!("conventions/eu-en.txt")),
    ("german-de", include_str!("conventions/german-de.txt")),
    ("french-fr", include_str!("conventions/french-fr.txt")),
];

/// Fewer cases than this cover no language.
const FEWEST: usize = 15;

fn holds(name: &str) {
    let source = TABLES.iter().find(|(table, _)| *table == name).map(|(_, source)| *source).unwrap();
    let table = Table::read(source).unwrap_or_else(|error| panic!("{name}, {error}"));
    assert!(table.cases.len() >= FEWEST, "{name} has {} cases", table.cases.len());
    let failures = table.failures();
    assert!(failures.is_empty(), "{name}: {} of {} cases\n{}", failures.len(), table.cases.len(), failures.join("\n"));
}

#[test]
fn kazakh_reads_like_the_press_services_of_kazakhstan() {
    holds("kazakhstan-kk");
}

#[test]
fn russian_reads_like_the_press_services_of_kazakhstan() {
    holds("kazakhstan-ru");
}

#[test]
fn english_reads_like_the_press_services_of_kazakhstan() {
    holds("kazakhstan-en");
}

#[test]
fn english_reads_like_a_news_agency() {
    holds("ap-en");
}

#[test]
fn english_reads_like_an_eu_institution() {
    holds("eu-en");
}

#[test]
fn german_reads_like_a_german_press_office() {
    holds("german-de");
}

#[test]
fn french_reads_like_a_french_press_office() {
    holds("french-fr");
}

#[test]
fn a_language_without_a_house_loses_no_word() {
    let table = "house: none
lang: tr
speaker: Ayşe Örnek | belediye başkanı
place: Ankara

# Place, date and everything that is known of who said it
p: Köprü açıldı.
quote: Bekledik. | verb dedi | by 1 | tail törende
quote: Bekledik. | verb dedi | by 1 | before
quote: Bekledik. Açıldı. | verb dedi | by 1 | split
quote: Bekledik.
> Ankara, 2026-11-23 – Köprü açıldı.
> “Bekledik” – dedi Ayşe Örnek, belediye başkanı, törende
> dedi Ayşe Örnek: “Bekledik.”
> “Bekledik” – dedi Ayşe Örnek – “Açıldı.”
> “Bekledik.”
";
    let failures = Table::read(table).unwrap().failures();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn a_table_that_is_wrong_says_so() {
    let frame = "house: kazakhstan\nlang: ru\n\n# One\n";
    let wrong = Table::read(&format!("{frame}p: Мост открыт.\n> Мост закрыт.\n")).unwrap().failures();
    assert_eq!(wrong.len(), 1);
    assert!(wrong[0].contains("Мост закрыт.") && wrong[0].contains("Мост открыт."), "{}", wrong[0]);
    for (lines, complaint) in [
        ("paragraph: x\n> x\n", "line 5: there is no field “paragraph”"),
        ("quote: x | aloud\n> x\n", "line 5: a quote has no “aloud”"),
        ("set: colour red\n> x\n", "line 5: a house has no “colour”"),
        ("p: x\n\n# Two\np: y\n> y\n", "line 4: nothing is expected"),
    ] {
        assert_eq!(Table::read(&format!("{frame}{lines}")).err(), Some(complaint.into()));
    }
}
