//! Houses of a newsroom, in `houses/*.ron` above the release.

use std::fs;

use dateline::house::PRESETS;
use dateline::newsroom::{house_names, houses_for, preset};

use super::assert_readable;
use super::support::{every_field, lang};

#[test]
fn a_house_of_the_newsroom_comes_before_one_of_the_program() {
    let temp = tempfile::tempdir().unwrap();
    let houses = temp.path().join("houses");
    let folder = temp.path().join("2026/bridge");
    fs::create_dir(&houses).unwrap();
    fs::create_dir_all(&folder).unwrap();
    let ap = PRESETS.iter().find(|preset| preset.name == "ap").unwrap();
    fs::write(houses.join("ours.ron"), ap.ron).unwrap();
    fs::write(houses.join("kazakhstan.ron"), ap.ron).unwrap();
    fs::write(houses.join(".hidden.ron"), ap.ron).unwrap();
    fs::create_dir(houses.join("folder.ron")).unwrap();
    let mut release = every_field("words", "en");
    for name in ["ours", "kazakhstan"] {
        release.house = Some(name.into());
        assert_eq!(houses_for(&release, Some(&folder)).unwrap().of(&lang("en")), &preset("ap").unwrap());
    }
    assert_eq!(house_names(Some(&folder)), ["kazakhstan", "ours", "ap", "eu", "german", "french"]);
    // A folder that is not there yet has the houses above it all the same.
    release.house = Some("ours".into());
    assert!(houses_for(&release, Some(&temp.path().join("2026/new"))).is_ok());
}

#[test]
fn a_broken_pattern_in_a_house_file_names_house_language_and_place() {
    let temp = tempfile::tempdir().unwrap();
    let file = temp.path().join("houses/ours.ron");
    fs::create_dir(temp.path().join("houses")).unwrap();
    let whole = PRESETS[0].ron;
    let mut release = every_field("words", "kk");
    release.house = Some("ours".into());
    for (from, to, parts) in [
        ("{place}[, {date}]", "{place}[, {dat}]", ["“ours”", "language en, dateline", "{dat}"]),
        ("caption: \"[{caption}", "caption: \"{[caption}", ["“ours”", "caption", "at character"]),
        ("paragraphs: Once", "paragraphs: Never", ["Could not open the house", "line ", "Never"]),
        ("styles: {", "styles: (", ["Could not open the house", "line ", "column "]),
        ("format: 1", "format: 7", ["Could not open the house", "newer Dateline", "format 7"]),
    ] {
        fs::write(&file, whole.replace(from, to)).unwrap();
        let error = houses_for(&release, Some(temp.path())).unwrap_err();
        let what = if to.contains("aption") || to.contains("dat}") {
            "House “ours”, "
        } else {
            "Could not open the house: "
        };
        assert_readable(&error, what, &file.canonicalize().unwrap());
        for part in parts {
            assert!(error.to_string().contains(part), "{error} lacks {part}");
        }
    }
}

#[test]
fn an_unknown_house_names_those_that_there_are() {
    let temp = tempfile::tempdir().unwrap();
    fs::create_dir(temp.path().join("houses")).unwrap();
    fs::write(temp.path().join("houses/ours.ron"), PRESETS[0].ron).unwrap();
    fs::write(temp.path().join("ap.ron"), "not a house").unwrap();
    let mut release = every_field("words", "kk");
    for name in ["theirs", "", "..", "../ap", "houses/../ap", "a\nb", "C:ap", "/etc/passwd", &"x".repeat(5000)] {
        release.house = Some(name.into());
        let error = houses_for(&release, Some(temp.path())).unwrap_err();
        assert_readable(&error, "There is no house “", temp.path());
        assert!(error.to_string().contains("Choose one of ours, kazakhstan, ap, eu, german, french"), "{error}");
    }
}
