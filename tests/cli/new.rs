//! `dateline new`: a whole release in its folder, or nothing that was not there before.

use dateline::release::{BlockKind, Embargo, Kind, Placement, Standing};

use super::*;

#[test]
fn every_field_arrives_in_the_release() {
    let desk = full_desk();
    let ran = desk.run(["new", "--from", "in/fields.json", "--out", "2026/мост открыт/"]);
    assert_eq!(ran.lines(), ["2026/мост открыт/release.ron"]);
    let release = open(&desk.path("2026/мост открыт"));
    let (ru, kk) = ("ru".parse().unwrap(), "kk".parse().unwrap());

    assert_eq!((release.house.as_deref(), release.kind), (Some("kazakhstan"), Kind::Release));
    assert_eq!(release.issued.to_string(), "2026-11-23");
    let Embargo::Until { at, zone } = &release.embargo else { panic!() };
    assert_eq!((at.to_string().as_str(), zone.as_str()), ("2026-11-24T10:00:00", "Asia/Almaty"));

    assert_eq!(release.speakers[0].name.get(&kk), "Анна Көпір");
    assert_eq!((release.speakers[1].name.get(&ru), release.speakers[1].name.get(&kk)), ("Борис Река", ""));
    let [bridge, river] = release.photos.as_slice() else { panic!() };
    assert_eq!(
        (bridge.file.as_str(), bridge.caption.get(&ru), bridge.alt.get(&kk)),
        ("bridge.jpg", "Мост", "Өзен көпірі")
    );
    assert_eq!(
        (bridge.credit.as_str(), bridge.rights.as_str(), bridge.city.as_str()),
        ("А.Пример", "Свободно", "Примерск")
    );
    assert_eq!((bridge.taken.unwrap().to_string().as_str(), bridge.standing), ("2026-11-22", Standing::Lead));
    assert_eq!((river.file.as_str(), river.standing), ("река 1.jpg", Standing::End));
    let [first, second] = release.contacts.as_slice() else { panic!() };
    assert_eq!((first.unit.get(&ru), first.person.get(&ru)), ("Пресс-служба", "В. Пример"));
    assert_eq!((first.email.as_str(), first.web.as_str()), ("press@example.org", "example.org"));
    assert_eq!((first.phones.join(" "), second.phones.join(" ")), ("74-00-00".into(), "74-00-01 74-00-02".into()));

    let edition = release.edition(&ru).unwrap();
    assert_eq!((edition.headline.as_str(), edition.subhead.as_str()), ("Мост открыт", "Движение началось"));
    assert_eq!((edition.place.as_str(), edition.notes_to_editors.0.as_str()), ("Примерск", "Проезд по спискам."));
    let kinds: Vec<&BlockKind> = edition.body.iter().map(|block| &block.kind).collect();
    let [paragraph, quote, heading, list, photo, split, nameless] = kinds.as_slice() else { panic!() };
    assert_eq!(**paragraph, BlockKind::Paragraph("**Мост** открыт.".into()));
    assert_eq!(**heading, BlockKind::Heading("Дальше".into()));
    assert_eq!(**list, BlockKind::List { ordered: true, items: vec!["Первое".into(), "Второе".into()] });
    assert_eq!(**photo, BlockKind::Photo(river.id));
    let BlockKind::Quote(quote) = quote else { panic!() };
    assert_eq!((quote.speaker, quote.placement.clone()), (Some(release.speakers[0].id), Placement::After));
    assert_eq!((quote.verb.as_str(), quote.tail.as_str()), ("сказала", "на открытии"));
    let BlockKind::Quote(split) = split else { panic!() };
    assert_eq!(split.placement, Placement::Split { after: "Раз".into() });
    let BlockKind::Quote(nameless) = nameless else { panic!() };
    assert_eq!((nameless.speaker, nameless.placement.clone()), (None, Placement::Before));
    let BlockKind::Quote(translated) = &release.edition(&kk).unwrap().body[1].kind else { panic!() };
    assert_eq!(translated.speaker, Some(release.speakers[0].id));
}

#[test]
fn blocks_of_one_kind_at_one_position_are_translations_of_each_other() {
    let desk = full_desk();
    assert_eq!(desk.run(["new", "--from", "in/fields.json", "--out", "o"]).code, 0);
    let release = open(&desk.path("o"));
    let ids = |number: usize| release.editions[number].body.iter().map(|block| block.id.0).collect::<Vec<_>>();
    assert_eq!(ids(0), [1, 2, 3, 4, 5, 6, 7]);
    // The third block is a heading in one language and a list in the other.
    assert_eq!(ids(1), [1, 2, 8, 4]);
}

#[test]
fn photos_are_copied_byte_for_byte_and_nothing_else_is_written() {
    let desk = full_desk();
    let mut expected = desk.tree();
    assert_eq!(desk.run(["new", "--from", "in/fields.json", "--out", "o"]).code, 0);
    let saved = fs::read(desk.path("o/release.ron")).unwrap();
    expected.insert(desk.path("o"), None);
    expected.insert(desk.path("o/release.ron"), Some(saved));
    expected.insert(desk.path("o/photos"), None);
    expected.insert(desk.path("o/photos/bridge.jpg"), Some(JPEG.to_vec()));
    expected.insert(desk.path("o/photos/река 1.jpg"), Some([JPEG, b"river"].concat()));
    assert_eq!(desk.tree(), expected);
}

#[test]
fn the_least_is_language_headline_and_body_with_todays_date() {
    let desk = Desk::new();
    let before = jiff::Zoned::now().date();
    desk.release("o", &short_fields());
    let after = jiff::Zoned::now().date();
    let release = open(&desk.path("o"));
    assert!((before..=after).contains(&release.issued));
    assert_eq!((release.house, release.embargo), (None, Embargo::None));
    assert!(!desk.path("o/photos").exists());
}

#[test]
fn each_new_release_is_another_one() {
    let desk = Desk::new();
    desk.release("a", &short_fields());
    desk.release("b", &short_fields());
    assert_ne!(open(&desk.path("a")).id, open(&desk.path("b")).id);
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let desk = Desk::new();
    desk.write("fields.json", format!("\u{feff}{}", short_fields()));
    assert_eq!(desk.run(["new", "--from", "fields.json", "--out", "o"]).lines(), ["o/release.ron"]);
}

#[test]
fn a_release_that_is_there_stays_without_force() {
    let desk = full_desk();
    desk.write("short.json", short_fields().to_string());
    desk.release("o", &short_fields());
    let before = desk.tree();
    for arguments in [&["new", "--from", "in/fields.json", "--out", "o"][..], &["new", "--sample", "--out", "o"]] {
        desk.run(arguments).assert_could_not(&["there is one already", "--force", "o/release.ron\n"]);
        assert_eq!(desk.tree(), before);
    }

    assert_eq!(desk.run(["new", "--from", "in/fields.json", "--out", "o", "--force"]).lines(), ["o/release.ron"]);
    assert_eq!(open(&desk.path("o")).editions.len(), 2);
    // Photos of the release that was replaced are somebody's originals: they stay.
    assert_eq!(desk.run(["new", "--from", "short.json", "--out", "o", "--force"]).lines(), ["o/release.ron"]);
    assert!(desk.path("o/photos/bridge.jpg").exists());
}

#[test]
fn another_photo_of_the_same_name_stays() {
    let desk = full_desk();
    desk.write("o/photos/bridge.jpg", "somebody's");
    assert_eq!(desk.run(["new", "--from", "in/fields.json", "--out", "o"]).code, 0);
    assert_eq!(fs::read(desk.path("o/photos/bridge.jpg")).unwrap(), b"somebody's");
    assert_eq!(open(&desk.path("o")).photos[0].file, "bridge-2.jpg");
    assert_eq!(fs::read(desk.path("o/photos/bridge-2.jpg")).unwrap(), JPEG);
}

#[test]
fn two_photos_of_one_name_from_two_folders_are_both_there() {
    let desk = Desk::new();
    desk.write("x/p.jpg", "x");
    desk.write("y/p.jpg", "y");
    let mut fields = short_fields();
    fields["photos"] = json!([{"file": "x/p.jpg"}, {"file": "y/p.jpg"}]);
    fields["body"] = json!([{"photo": "y/p.jpg"}]);
    desk.release("o", &fields);
    let release = open(&desk.path("o"));
    let files: Vec<&str> = release.photos.iter().map(|photo| photo.file.as_str()).collect();
    assert_eq!(files, ["p.jpg", "p-2.jpg"]);
    assert_eq!(fs::read(desk.path("o/photos/p-2.jpg")).unwrap(), b"y");
    assert_eq!(release.editions[0].body[0].kind, BlockKind::Photo(release.photos[1].id));
}

#[test]
fn a_folder_that_cannot_be_one_is_told_and_stays_as_it_is() {
    let desk = full_desk();
    desk.write("file", "a file");
    fs::create_dir_all(desk.path("odd/release.ron")).unwrap();
    let before = desk.tree();
    for source in [&["--from", "in/fields.json"][..], &["--sample"]] {
        for (out, parts) in [
            ("file", &["a file stands where", "file\n"][..]),
            ("file/below", &["a file stands where"]),
            ("new.ron", &["may not end in .ron", "new.ron\n"]),
            ("new/release.ron", &["may not end in .ron"]),
            ("odd", &["a folder stands where", "odd/release.ron"]),
        ] {
            let arguments = [&["new", "--out", out, "--force"], source].concat();
            desk.run(arguments).assert_could_not(parts);
            assert_eq!(desk.tree(), before, "{out}");
        }
    }
}

/// The last photo cannot be copied after all checks have passed: everything that was made by then goes away again.
#[cfg(target_os = "linux")]
#[test]
fn what_was_made_before_a_late_error_goes_away_again() {
    let desk = full_desk();
    // Larger than any photo; noticed only when its turn comes to be copied.
    desk.write("in/huge.jpg", JPEG);
    fs::OpenOptions::new().write(true).open(desk.path("in/huge.jpg")).unwrap().set_len(600 << 20).unwrap();
    let mut fields = full_fields();
    fields["photos"].as_array_mut().unwrap().push(json!({"file": "huge.jpg"}));
    desk.write("in/fields.json", fields.to_string());
    desk.write("kept/photos/bridge.jpg", JPEG);
    let before = desk.tree();
    for out in ["new/folder/inside", "kept", "."] {
        desk.run(["new", "--from", "in/fields.json", "--out", out]).assert_could_not(&["Could not add the photo"]);
        assert_eq!(desk.tree(), before, "{out}");
    }
}

#[test]
fn the_sample_is_a_release_whose_photos_are_there() {
    let desk = Desk::new();
    assert_eq!(desk.run(["new", "--sample", "--out", "a sample"]).lines(), ["a sample/release.ron"]);
    let release = open(&desk.path("a sample"));
    assert!(!release.editions[0].headline.is_empty());
    for photo in &release.photos {
        assert!(desk.path("a sample/photos").join(&photo.file).is_file(), "{}", photo.file);
    }
    let editions = release.editions.len();
    // And the folder of its photos.
    assert_eq!(desk.run(["export", "a sample", "--to", "md"]).lines().len(), editions + 1);
    // Nothing but the sample's own folder, whose bytes are those of the sample.
    assert_eq!(fs::read_dir(desk.0.path()).unwrap().count(), 1);
}
