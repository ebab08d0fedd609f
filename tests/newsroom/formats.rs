//! Files of every format that was ever published: they open, and nothing in them is lost when they are saved.
//!
//! A fixture is never refreshed. A new format gets a new one.

use std::fs;
use std::path::Path;

use dateline::newsroom::{FORMAT, open, save};

/// Every field of a release, so that a field that is dropped or renamed is missed here.
const FIELDS: [&str; 55] = [
    "id",
    "kind",
    "issued",
    "embargo",
    "at",
    "zone",
    "status",
    "house",
    "speakers",
    "name",
    "title",
    "photos",
    "file",
    "headline",
    "caption",
    "alt",
    "decorative",
    "credit",
    "creator",
    "copyright",
    "rights",
    "keywords",
    "persons",
    "city",
    "country",
    "country_code",
    "taken",
    "made_by_ai",
    "standing",
    "edit",
    "size_px",
    "from_file",
    "contacts",
    "unit",
    "person",
    "phones",
    "email",
    "web",
    "editions",
    "lang",
    "subhead",
    "place",
    "body",
    "text",
    "speaker",
    "verb",
    "tail",
    "placement",
    "after",
    "ordered",
    "items",
    "notes_to_editors",
    "turns",
    "crop",
    "interest",
];

fn fixture(format: u32) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/newsroom/formats/release-{format}.ron"))
}

#[test]
fn every_format_that_was_published_opens_and_saves_with_nothing_lost() {
    for format in 1..=FORMAT {
        let published = fs::read_to_string(fixture(format)).unwrap();
        let temp = tempfile::tempdir().unwrap();
        let file = temp.path().join("release.ron");
        fs::write(&file, &published).unwrap();
        let release = open(&file).unwrap();
        save(temp.path(), &release).unwrap();
        assert_eq!(open(&file).unwrap(), release);
        let saved = fs::read_to_string(&file).unwrap();
        if format == FORMAT {
            assert_eq!(saved, published, "the newest format is written as it was published");
        }
        for field in FIELDS {
            assert!(saved.contains(&format!("{field}: ")), "{field} is lost:\n{saved}");
        }
    }
}
