use std::fs;

use super::super::{Release, open, save};
use super::*;

const FILE: &str = r##"// Written by hand.
Dateline(
  format: 1,
  channels: ["telegram", "web"],
  release: Release(
    id: "6b1c0c3e-2f0c-4c5e-9d9e-1f2a3b4c5d6e", issued: "2026-11-23",
    weight: (grams: 3, /* not, (a */ note: r#"a ")" here"#, sign: ')'),
    speakers: [(id: 1, name: {"ru": "Айгуль Тестова"}, pronoun: "она")],
    editions: [
      (lang: "ru", headline: "Мост, (открыт)",
       body: [
        (id: 1, kind: Paragraph("Мост «Өңір» \"открыт\".")),
        (id: 2, kind: Quote((text: "Да.", speaker: 1, mood: {1: ("x", 'y')})), seen: Some(3)),
        (id: 3, kind: Heading("Дальше"), seen: None),
       ],
       length_wanted: 300),
    ],
    contacts: [(), (email: "press@example.org", fax: "70-00-01")],
  ),
)
"##;

#[test]
fn what_the_program_does_not_know_stands_in_the_file_after_saving() {
    let temp = tempfile::tempdir().unwrap();
    let file = temp.path().join("release.ron");
    fs::write(&file, FILE).unwrap();
    let mut release = open(temp.path()).unwrap();
    assert_eq!(release.editions[0].body.len(), 3);
    assert_eq!(release.contacts[1].email, "press@example.org");
    // Other words, another order, one block less.
    release.editions[0].headline = "Мост закрыт".into();
    release.editions[0].body.remove(2);
    release.editions[0].body.reverse();
    release.speakers[0].title.set(&"ru".parse().unwrap(), "инженер".into());
    save(temp.path(), &release).unwrap();
    let saved = fs::read_to_string(&file).unwrap();
    for kept in [
        r#"channels: ["telegram", "web"],"#,
        "weight: (grams: 3, /* not, (a */ note: r#\"a \")\" here\"#, sign: ')'),",
        "pronoun: \"она\",",
        "mood: {1: (\"x\", 'y')},",
        "seen: Some(3),",
        "length_wanted: 300,",
        "fax: \"70-00-01\",",
    ] {
        assert_eq!(saved.matches(kept).count(), 1, "{kept}\n{saved}");
    }
    assert!(!saved.contains("seen: None"), "what was deleted has taken its own along");
    assert_eq!(open(temp.path()).unwrap(), release);
    let quote = saved.find("Quote(").unwrap();
    let paragraph = saved.find("Paragraph(").unwrap();
    let seen = saved.find("seen: Some(3)").unwrap();
    assert!(quote < seen && seen < paragraph, "it stands with its block:\n{saved}");
    save(temp.path(), &release).unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), saved, "saved again, it is the same file");
}

#[test]
fn a_file_that_is_known_is_saved_as_it_always_was() {
    let temp = tempfile::tempdir().unwrap();
    let release = super::super::sample_release().unwrap();
    save(temp.path(), &release).unwrap();
    let text = fs::read_to_string(temp.path().join("release.ron")).unwrap();
    assert!(known_part::<super::super::ReleaseFile<Release>>(&text).is_none());
    assert!(Node::read(&text).is_some());
    save(temp.path(), &release).unwrap();
    assert_eq!(fs::read_to_string(temp.path().join("release.ron")).unwrap(), text);
}

#[test]
fn what_is_wrong_otherwise_is_still_told() {
    let temp = tempfile::tempdir().unwrap();
    let file = temp.path().join("release.ron");
    for (from, to) in
        [("issued: \"2026-11-23\"", "issued: \"yesterday\""), ("Heading(", "Table("), ("headline:", "headline")]
    {
        fs::write(&file, FILE.replace(from, to)).unwrap();
        assert!(open(temp.path()).is_err(), "{to}");
    }
}
