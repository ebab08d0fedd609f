//! Fields that cannot be used: each is named with its place, and nothing is written.

use super::*;

/// Runs `new` with these bytes beside the photos of [`full_desk`].
fn assert_refused(json: impl AsRef<[u8]>, parts: &[&str]) {
    let desk = full_desk();
    desk.write("in/fields.json", json);
    let before = desk.tree();
    let ran = desk.run(["new", "--from", "in/fields.json", "--out", "new/folder"]);
    ran.assert_could_not(parts);
    assert!(ran.err.contains("in/fields.json") || ran.err.contains("new/folder"), "{}", ran.err);
    assert_eq!(desk.tree(), before, "{parts:?}");
}

/// Sets one field; a list grows by what is set behind its end.
fn set(fields: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = fields.pointer_mut(parent).unwrap();
    let Value::Array(list) = parent else {
        parent[key] = value;
        return;
    };
    match key.parse::<usize>().unwrap() {
        at if at < list.len() => list[at] = value,
        _ => list.push(value),
    }
}

#[test]
fn a_field_that_cannot_be_used_is_named_with_its_place() {
    let ru = "/editions/0/body";
    let cases: Vec<(String, Value, &[&str])> = vec![
        // Unknown fields.
        ("/title".into(), json!("x"), &["title: ", "unknown field `title`"]),
        ("/speakers/0/nam".into(), json!("x"), &["speakers[0].nam: ", "unknown field `nam`", "`name`"]),
        ("/photos/1/captoin".into(), json!("x"), &["photos[1].captoin: ", "unknown field `captoin`"]),
        ("/contacts/0/fax".into(), json!("x"), &["contacts[0].fax: ", "unknown field `fax`"]),
        ("/editions/1/title".into(), json!("x"), &["editions[1].title: ", "unknown field `title`"]),
        (format!("{ru}/1/speker"), json!("x"), &["editions[0].body[1].speker: ", "unknown field `speker`"]),
        ("/embargo".into(), json!({"at": "x", "zone": "y", "tz": 1}), &["embargo.tz: ", "unknown field `tz`"]),
        // Wrong types.
        ("/speakers".into(), json!("x"), &["speakers: ", "invalid type: string"]),
        ("/speakers/0".into(), json!("x"), &["speakers[0]: ", "a speaker (an object)"]),
        ("/speakers/0/name".into(), json!(7), &["speakers[0].name: ", "invalid type: integer `7`", "each language"]),
        ("/speakers/0/name/ru".into(), json!(null), &["speakers[0].name.ru: ", "invalid type: null"]),
        ("/photos/0/lead".into(), json!("yes"), &["photos[0].lead: ", "expected a boolean"]),
        ("/photos/0/credit".into(), json!(null), &["photos[0].credit: ", "null"]),
        ("/contacts/1/phones".into(), json!("1"), &["contacts[1].phones: ", "invalid type"]),
        ("/contacts/1/phones/0".into(), json!(740000), &["contacts[1].phones[0]: ", "invalid type"]),
        ("/editions".into(), json!({}), &["editions: ", "invalid type: map"]),
        (format!("{ru}/0"), json!("words"), &["editions[0].body[0]: ", "a block (an object)"]),
        (
            format!("{ru}/0"),
            json!(["words"]),
            &["editions[0].body[0]: ", "invalid type: sequence", "a block (an object)"],
        ),
        ("/speakers/1".into(), json!(["words"]), &["speakers[1]: ", "invalid type: sequence"]),
        ("/photos/0".into(), json!(["bridge.jpg"]), &["photos[0]: ", "invalid type: sequence"]),
        ("/contacts/0".into(), json!([]), &["contacts[0]: ", "invalid type: sequence"]),
        ("/editions/0".into(), json!(["ru", "x", "", "", []]), &["editions[0]: ", "invalid type: sequence"]),
        ("/embargo".into(), json!(["2026-11-24T10:00", "UTC"]), &["embargo: ", "invalid type: sequence"]),
        ("/kind".into(), json!({"release": null}), &["kind: "]),
        (format!("{ru}/0/paragraph"), json!(["x"]), &["editions[0].body[0].paragraph: ", "invalid type: sequence"]),
        (format!("{ru}/3/list/1"), json!({}), &["editions[0].body[3].list[1]: ", "invalid type: map"]),
        (format!("{ru}/3/ordered"), json!(1), &["editions[0].body[3].ordered: ", "expected a boolean"]),
        (
            format!("{ru}/1/placement"),
            json!("middle"),
            &["editions[0].body[1].placement: ", "“middle” is none of after, before and split"],
        ),
        ("/kind".into(), json!("News"), &["kind: ", "“News” is none of release, advisory and statement"]),
        ("/house".into(), json!(null), &["house: ", "null"]),
        ("/embargo".into(), json!(5), &["embargo: ", "at and zone"]),
        ("/embargo".into(), json!({"at": "2026-11-24T10:00"}), &["embargo: ", "missing field `zone`"]),
        // Values that mean nothing.
        ("/house".into(), json!("nowhere"), &["house: ", "no house “nowhere”", "kazakhstan, ap"]),
        ("/house".into(), json!("../x"), &["house: ", "no house “../x”"]),
        ("/date".into(), json!("23.11.2026"), &["date: ", "“23.11.2026” is not a date"]),
        ("/photos/0/taken".into(), json!("2026-02-30"), &["photos[0].taken: ", "“2026-02-30” is not a date"]),
        ("/embargo".into(), json!("2026-11-24T10:00[Mars/Base]"), &["embargo: ", "no time zone “Mars/Base”"]),
        ("/embargo".into(), json!("2026-11-24T10:00"), &["embargo: ", "zone"]),
        ("/embargo".into(), json!({"at": "2026-11-24T10:00", "zone": "X"}), &["embargo.zone: ", "no time zone “X”"]),
        ("/embargo".into(), json!({"at": "soon", "zone": "UTC"}), &["embargo.at: ", "day and an hour"]),
        ("/editions/1/lang".into(), json!("казахский"), &["editions[1].lang: ", "“казахский” is not a language tag"]),
        ("/editions/1/lang".into(), json!("RU"), &["editions[1].lang: ", "editions[0] is in ru already"]),
        ("/editions".into(), json!([]), &["editions: ", "empty"]),
        ("/speakers/0/name".into(), json!({"kz": "x"}), &["speakers[0].name.kz: ", "no edition in kz", "ru, kk"]),
        ("/speakers/0/title".into(), json!({"русский": "x"}), &["speakers[0].title.русский: ", "not a language tag"]),
        ("/photos/0/alt".into(), json!({"ru": "x", "RU": "y"}), &["photos[0].alt.", "ru is there twice"]),
        ("/speakers/0/name".into(), json!({}), &["speakers[0].name: ", "empty"]),
        ("/speakers/1/name".into(), json!(" "), &["speakers[1].name: ", "empty"]),
        // Speakers and photos that are not there, or there twice.
        (
            format!("{ru}/1/speaker"),
            json!("Анна Моста"),
            &["editions[0].body[1].speaker: ", "no “Анна Моста”", "Анна Көпір, Анна Мост, Борис Река"],
        ),
        (format!("{ru}/1/speaker"), json!(""), &["editions[0].body[1].speaker: ", "no “”"]),
        ("/speakers/2".into(), json!({"name": "Анна\u{a0}Көпір"}), &["speakers[2].name: ", "speakers[0]"]),
        (
            format!("{ru}/4/photo"),
            json!("река 1.jpg"),
            &["editions[0].body[4].photo: ", "no “река 1.jpg”", "bridge.jpg, pictures/река 1.jpg"],
        ),
        ("/photos/2".into(), json!({"file": "./bridge.jpg"}), &["photos[2].file: ", "photos[0]"]),
        ("/photos/0/file".into(), json!("нет.jpg"), &["photos[0].file: ", "no photo file “нет.jpg”"]),
        ("/photos/0/file".into(), json!("pictures"), &["photos[0].file: ", "“pictures” is no file"]),
        ("/photos/0/file".into(), json!(""), &["photos[0].file: ", "“” is no file"]),
        ("/photos/0/file".into(), json!("a\u{0}b"), &["photos[0].file: ", r"a\u{0}b"]),
        // Blocks that are none or several things, or have what is not theirs.
        (
            format!("{ru}/0"),
            json!({}),
            &["editions[0].body[0]: ", "nothing", "paragraph, quote, heading, list and photo"],
        ),
        (format!("{ru}/0"), json!({"speaker": "Анна Мост"}), &["editions[0].body[0]: ", "nothing"]),
        (format!("{ru}/0/photo"), json!("bridge.jpg"), &["editions[0].body[0]: ", "paragraph and photo at once"]),
        (format!("{ru}/0/verb"), json!("x"), &["editions[0].body[0].verb: ", "only a quote"]),
        (format!("{ru}/2/speaker"), json!("x"), &["editions[0].body[2].speaker: ", "only a quote"]),
        (format!("{ru}/4/tail"), json!("x"), &["editions[0].body[4].tail: ", "only a quote"]),
        (format!("{ru}/3/placement"), json!("after"), &["editions[0].body[3].placement: ", "only a quote"]),
        (format!("{ru}/1/ordered"), json!(true), &["editions[0].body[1].ordered: ", "only a list"]),
        (format!("{ru}/1/split_after"), json!("ждали"), &["editions[0].body[1].split_after: ", "not split"]),
        (format!("{ru}/5/split_after"), json!("Три"), &["editions[0].body[5].split_after: ", "“Три”"]),
        // Two ways at once.
        ("/contacts/1/phone".into(), json!("1"), &["contacts[1].phone: ", "“phones”"]),
        ("/headline".into(), json!("x"), &["headline: ", "beside “editions”"]),
        ("/notes_to_editors".into(), json!("x"), &["notes_to_editors: ", "beside “editions”"]),
    ];
    for (pointer, value, parts) in cases {
        let mut fields = full_fields();
        set(&mut fields, &pointer, value);
        assert_refused(fields.to_string(), parts);
    }
}

#[test]
fn the_places_of_a_single_edition_have_no_number_of_an_edition() {
    for (field, value, parts) in [
        (
            "body",
            json!([{"paragraph": "x"}, {"quote": "x", "speaker": "y"}]),
            &["body[1].speaker: ", "there are none"][..],
        ),
        ("body", json!([{"paragraph": "x"}, {"qoute": "x"}]), &["body[1].qoute: ", "unknown field `qoute`"]),
        ("body", json!([{"photo": "x.jpg"}]), &["body[0].photo: ", "no “x.jpg”", "there are none"]),
        ("lang", json!("x_y_z"), &[": lang: ", "x_y_z"]),
    ] {
        let mut fields = short_fields();
        fields[field] = value;
        assert_refused(fields.to_string(), parts);
    }
}

#[test]
fn a_missing_field_is_named() {
    for (pointer, field, place) in [
        ("/speakers/1", "name", "speakers[1]: "),
        ("/photos/0", "file", "photos[0]: "),
        ("/editions/0", "lang", "editions[0]: "),
        ("/editions/0", "headline", "editions[0]: "),
        ("/editions/1", "body", "editions[1]: "),
    ] {
        let mut fields = full_fields();
        fields.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(field);
        assert_refused(fields.to_string(), &[place, &format!("missing field `{field}`")]);
    }
    for field in ["lang", "headline", "body"] {
        let mut fields = short_fields();
        fields.as_object_mut().unwrap().remove(field);
        assert_refused(fields.to_string(), &[&format!("missing field `{field}`")]);
    }
}

#[test]
fn a_file_that_is_no_json_is_told_with_line_and_column() {
    let fields = full_fields().to_string();
    assert_refused(&fields[..fields.len() - 1], &["EOF", "line 1 column"]);
    assert_refused(format!("{fields} x"), &["trailing characters"]);
    assert_refused("", &["EOF"]);
    assert_refused("[]", &["an object with the fields of a release"]);
    assert_refused("{\"lang\": \"ru\", \"lang\": \"ru\"}", &["duplicate field `lang`"]);
    assert_refused(b"{\"lang\": \"\xff\"}", &["not UTF-8"]);
    assert_refused(b"\xff\xfe{\x00}\x00", &["not UTF-8"]);
    assert_refused("[".repeat(100_000), &["an object"]);
    assert_refused(format!("{{\"body\": {}", "[".repeat(100_000)), &["body[0]"]);
}

#[test]
fn a_file_that_is_not_there_or_too_large_is_told() {
    let desk = Desk::new();
    desk.write("large.json", " ".repeat((2 << 20) + 1));
    fs::create_dir(desk.path("folder.json")).unwrap();
    let before = desk.tree();
    let from = |file: &str| desk.run(["new", "--from", file, "--out", "o"]);
    from("nowhere.json").assert_could_not(&["Could not read the fields", "no such file", "nowhere.json\n"]);
    from("folder.json").assert_could_not(&["Could not read the fields", "folder.json\n"]);
    from("large.json").assert_could_not(&["larger than 2 MB", "large.json\n"]);
    assert_eq!(desk.tree(), before);
}

#[test]
fn the_largest_fields_make_a_release_that_can_be_opened_again() {
    let desk = Desk::new();
    let mut fields = String::from(r#"{"lang": "ru", "headline": "", "body": [{"list": []}"#);
    while fields.len() < (2 << 20) - 20 {
        fields += r#",{"list":[]}"#;
    }
    desk.write("fields.json", fields + "]}");
    assert_eq!(desk.run(["new", "--from", "fields.json", "--out", "o"]).code, 0);
    assert!(open(&desk.path("o")).editions[0].body.len() > 150_000);
}

#[test]
fn a_message_stays_one_short_line_whatever_the_fields_hold() {
    let mut fields = short_fields();
    fields["body"] = json!([{"quote": "x", "speaker": "a\nb\u{1b}[2J\u{202e}"}]);
    assert_refused(fields.to_string(), &[r"a\nb\u{1b}[2J\u{202e}"]);
    let long = "я".repeat(100_000);
    for (pointer, value) in [
        ("/body/0/speaker", json!(long)),
        (&*format!("/body/0/{long}"), json!(1)),
        ("/date", json!(long)),
        ("/lang", json!(long)),
        ("/kind", json!(long)),
        ("/body", json!(long)),
    ] {
        let desk = Desk::new();
        let mut fields = short_fields();
        set(&mut fields, pointer, value);
        desk.write("fields.json", fields.to_string());
        let ran = desk.run(["new", "--from", "fields.json", "--out", "o"]);
        ran.assert_could_not(&[]);
        assert!(ran.err.chars().count() < 900, "{}", ran.err);
    }
}
