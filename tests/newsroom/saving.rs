//! What is saved is whole, can be read by people, and opens as it was.

use std::fs;
use std::path::Path;

use dateline::newsroom::{open, sample_release, save, write_export, write_exports};
use dateline::release::{
    Approval, Block, BlockId, BlockKind, ByLang, Contact, Edition, Embargo, Fingerprint, Kind, Lang, Photo, PhotoId,
    Placement, Quote, Release, Speaker, SpeakerId, Standing, Status, Text,
};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time, date, datetime};
use proptest::prelude::*;
use uuid::Uuid;

use super::support::{every_field, hostile, lang, naughty_strings};
use super::{assert_readable, everything_in};

/// Written anew with `DATELINE_REFRESH=1 cargo test --test newsroom`; read the difference like code.
#[test]
fn a_saved_release_can_be_read_and_changed_by_people() {
    let (ru, en) = (lang("ru"), lang("en"));
    let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), en.clone());
    release.embargo = Embargo::Until { at: datetime(2026, 11, 23, 18, 0, 0, 0), zone: "Asia/Almaty".into() };
    let name = [(en.clone(), "Anna O'Neill".into()), (ru.clone(), "Анна О'Нил".into())].into_iter().collect();
    release.speakers = vec![Speaker { name, title: ByLang::one(&en, "mayor"), ..Speaker::new(SpeakerId(1)) }];
    let photo = Photo {
        taken: Some(date(2026, 11, 22)),
        credit: "Jane Example".into(),
        ..Photo::new(PhotoId(1), "bridge.jpg".into())
    };
    release.photos = vec![photo];
    let edition = &mut release.editions[0];
    edition.headline = "The bridge — “Aqqu” — is open".into();
    edition.body = vec![
        Block {
            id: BlockId(1),
            kind: BlockKind::Paragraph("It cost **50\u{a0}%** less.\nSee [plans](https://example.org).".into()),
        },
        Block {
            id: BlockId(2),
            kind: BlockKind::Quote(Quote {
                text: "It’s ours.\n\nAnd “open”, и\u{306} \\ \t\u{200b}".into(),
                speaker: Some(SpeakerId(1)),
                verb: "said".into(),
                placement: Placement::Split { after: "ours".into() },
                ..Quote::default()
            }),
        },
        Block { id: BlockId(3), kind: BlockKind::Photo(PhotoId(1)) },
    ];
    let temp = tempfile::tempdir().unwrap();
    let saved = fs::read_to_string(save(temp.path(), &release).unwrap()).unwrap();
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected/release.ron");
    if std::env::var_os("DATELINE_REFRESH").is_some() {
        fs::create_dir_all(expected.parent().unwrap()).unwrap();
        fs::write(&expected, &saved).unwrap();
    }
    assert_eq!(saved, fs::read_to_string(&expected).unwrap());
    assert_eq!(open(temp.path()).unwrap(), release);
}

#[test]
fn a_save_that_cannot_be_is_told_and_leaves_everything_as_it_was() {
    let temp = tempfile::tempdir().unwrap();
    let release = sample_release().unwrap();
    let text_file = temp.path().join("letter.txt");
    fs::write(&text_file, "Dear editor").unwrap();
    let with_folder = temp.path().join("with folder");
    fs::create_dir_all(with_folder.join("release.ron/inside")).unwrap();
    let read_only = temp.path().join("read-only");
    let file = save(&read_only, &release).unwrap();
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    let before = everything_in(temp.path());
    for (folder, path, why) in [
        (&text_file, text_file.clone(), ""),
        (&text_file.join("deeper"), text_file.join("deeper"), "a file stands where a folder is needed"),
        (&with_folder, with_folder.join("release.ron"), "a folder stands where a file is needed"),
        (&read_only, file, "you may not write"),
    ] {
        let error = save(folder, &release).unwrap_err();
        assert_readable(&error, "Could not save the release: ", &path);
        assert!(error.to_string().contains(why), "{error} does not say: {why}");
        assert!(everything_in(temp.path()) == before, "{error}: but something changed");
    }
}

#[test]
fn a_release_too_large_to_be_opened_again_is_not_saved() {
    let temp = tempfile::tempdir().unwrap();
    save(temp.path(), &sample_release().unwrap()).unwrap();
    let before = everything_in(temp.path());
    let error = save(temp.path(), &every_field(&"\u{1}".repeat(200_000), "en")).unwrap_err();
    assert!(error.to_string().contains("would be larger than 24 MB"), "{error}");
    assert!(everything_in(temp.path()) == before);
    let largest = every_field(&"ө".repeat(250_000), "en");
    save(temp.path(), &largest).unwrap();
    assert!(open(temp.path()).unwrap() == largest);
}

#[test]
fn saving_leaves_nothing_but_the_file() {
    let temp = tempfile::tempdir().unwrap();
    for _ in 0..3 {
        save(&temp.path().join("2026/bridge"), &sample_release().unwrap()).unwrap();
        let names: Vec<_> =
            fs::read_dir(temp.path().join("2026/bridge")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["release.ron"]);
    }
}

#[test]
fn an_export_covers_a_file_only_when_told_to() {
    let temp = tempfile::tempdir().unwrap();
    let file = temp.path().join("out/bridge.md");
    write_export(&file, b"one", false).unwrap();
    let error = write_export(&file, b"two", false).unwrap_err();
    assert!(error.to_string().starts_with("Did not export: a file of this name is already there. Choose"), "{error}");
    assert_eq!(fs::read(&file).unwrap(), b"one");
    write_export(&file, b"two", true).unwrap();
    assert_eq!(fs::read(&file).unwrap(), b"two");
    // A name as long as a folder can hold still leaves room to write beside it.
    write_export(&temp.path().join("out").join("n".repeat(255)), b"long", false).unwrap();
    for overwrite in [false, true] {
        let error = write_export(&temp.path().join("out"), b"x", overwrite).unwrap_err();
        assert_readable(
            &error,
            if overwrite { "Could not export: a folder" } else { "Did not export: " },
            &temp.path().join("out"),
        );
        let error = write_export(&file.join("deeper.md"), b"x", overwrite).unwrap_err();
        assert_readable(&error, "Could not export: ", &file);
    }
    assert_eq!(everything_in(temp.path()).len(), 3);
}

#[test]
fn of_several_exports_all_are_written_or_none() {
    let temp = tempfile::tempdir().unwrap();
    let [old, new, nowhere] = ["old.md", "new.md", "old.md/nowhere.md"].map(|name| temp.path().join(name));
    fs::write(&old, b"old").unwrap();
    let before = everything_in(temp.path());
    let error = write_exports(&[(new.clone(), b"new"), (old.clone(), b"OLD")], false).unwrap_err();
    assert_readable(&error, "Did not export: a file of this name is already there.", &old);
    assert!(everything_in(temp.path()) == before);
    let error = write_exports(&[(new.clone(), b"new"), (old.clone(), b"OLD"), (nowhere, b"new")], true).unwrap_err();
    assert_readable(&error, "Could not export: ", &old);
    assert!(everything_in(temp.path()) == before);
    write_exports(&[(new.clone(), b"new"), (old.clone(), b"OLD")], true).unwrap();
    assert_eq!([fs::read(&new).unwrap(), fs::read(&old).unwrap()], [b"new", b"OLD"]);
    assert_eq!(everything_in(temp.path()).len(), 2);
}

#[test]
fn naughty_strings_in_every_field_open_as_they_were_saved() {
    let strings =
        naughty_strings().unwrap_or_else(|| ["\0", "\u{feff}", "\r\n", "\\u{41}", "\"#"].map(String::from).to_vec());
    let temp = tempfile::tempdir().unwrap();
    for words in strings {
        let release = every_field(&words, "en");
        save(temp.path(), &release).unwrap();
        assert_eq!(open(temp.path()).unwrap(), release, "{words:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_release_opens_as_it_was_saved(release in releases()) {
        let temp = tempfile::tempdir().unwrap();
        save(temp.path(), &release).unwrap();
        prop_assert_eq!(open(temp.path()).unwrap(), release);
    }
}

fn languages() -> impl Strategy<Value = Lang> {
    prop::sample::select(vec![
        "kk",
        "ru",
        "en",
        "en-GB",
        "de-AT",
        "zh-Hant-TW",
        "sr-Latn",
        "hy-Latn-IT-arevela",
        "x-house",
        "i-klingon",
    ])
    .prop_map(lang)
}

fn by_language() -> impl Strategy<Value = ByLang> {
    prop::collection::vec((languages(), hostile()), 0..3).prop_map(|all| all.into_iter().collect())
}

fn texts() -> impl Strategy<Value = Text> {
    hostile().prop_map(Text)
}

fn dates() -> impl Strategy<Value = Date> {
    (-9999i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

fn hours() -> impl Strategy<Value = DateTime> {
    (dates(), 0i8..24, 0i8..60, 0i8..60, prop_oneof![3 => Just(0), 1 => 0..1_000_000_000])
        .prop_map(|(day, hour, minute, second, nanos)| day.to_datetime(Time::constant(hour, minute, second, nanos)))
}

fn placements() -> impl Strategy<Value = Placement> {
    prop_oneof![Just(Placement::After), Just(Placement::Before), hostile().prop_map(|after| Placement::Split { after })]
}

fn quotes() -> impl Strategy<Value = Quote> {
    (texts(), prop::option::of(any::<u32>().prop_map(SpeakerId)), hostile(), hostile(), any::<bool>(), placements())
        .prop_map(|(text, speaker, verb, tail, titled, placement)| Quote {
            text,
            speaker,
            verb,
            tail,
            titled,
            placement,
        })
}

fn blocks() -> impl Strategy<Value = Block> {
    let kind = prop_oneof![
        texts().prop_map(BlockKind::Paragraph),
        quotes().prop_map(BlockKind::Quote),
        texts().prop_map(BlockKind::Heading),
        (any::<bool>(), prop::collection::vec(texts(), 0..4))
            .prop_map(|(ordered, items)| BlockKind::List { ordered, items }),
        any::<u32>().prop_map(|id| BlockKind::Photo(PhotoId(id))),
    ];
    (any::<u32>(), kind).prop_map(|(id, kind)| Block { id: BlockId(id), kind })
}

fn editions() -> impl Strategy<Value = Edition> {
    let body = prop::collection::vec(blocks(), 0..5);
    (languages(), hostile(), hostile(), hostile(), body, texts(), prop::option::of(approvals())).prop_map(
        |(lang, headline, subhead, place, body, notes_to_editors, approval)| Edition {
            lang,
            headline,
            subhead,
            place,
            body,
            notes_to_editors,
            approval,
        },
    )
}

fn approvals() -> impl Strategy<Value = Approval> {
    let moments = 0_i64..4_000_000_000_000;
    (hostile(), moments, ".{0,9}").prop_map(|(by, moment, read)| Approval {
        by,
        at: Timestamp::from_millisecond(moment).unwrap(),
        text: Fingerprint::of(read.as_bytes()),
    })
}

fn photos() -> impl Strategy<Value = Photo> {
    let file =
        prop_oneof!["[a-zа-яөұ0-9 .'\"#%]{0,20}[a-z]", Just("日本 \u{202e}.jpg".to_owned()), Just(String::new())];
    let words = (by_language(), by_language(), hostile(), hostile(), hostile());
    let standing = prop::sample::select(vec![Standing::Lead, Standing::End, Standing::Attached]);
    (any::<u32>(), file, words, prop::option::of(dates()), standing).prop_map(
        |(id, file, (caption, alt, credit, rights, place), taken, standing)| Photo {
            decorative: taken.is_some(),
            id: PhotoId(id),
            file: if file == "con" { "c".into() } else { file },
            caption,
            alt,
            credit,
            rights,
            city: place,
            taken,
            standing,
            ..Photo::new(PhotoId(id), String::new())
        },
    )
}

fn contacts() -> impl Strategy<Value = Contact> {
    (by_language(), by_language(), prop::collection::vec(hostile(), 0..3), hostile(), hostile())
        .prop_map(|(unit, person, phones, email, web)| Contact { unit, person, phones, email, web })
}

fn releases() -> impl Strategy<Value = Release> {
    let embargo =
        prop_oneof![Just(Embargo::None), (hours(), hostile()).prop_map(|(at, zone)| Embargo::Until { at, zone })];
    let person = prop::option::of(any::<u128>().prop_map(Uuid::from_u128));
    let speakers = (any::<u32>(), by_language(), by_language(), by_language(), person).prop_map(
        |(id, name, title, introduced, person)| Speaker { id: SpeakerId(id), name, title, introduced, person },
    );
    let facts = (
        any::<u128>().prop_map(Uuid::from_u128),
        prop::sample::select(vec![Kind::Release, Kind::Advisory, Kind::Statement]),
        dates(),
        embargo,
        prop::sample::select(vec![
            Status::Draft,
            Status::InReview,
            Status::Approved,
            Status::Sent,
            Status::Corrected,
            Status::Withdrawn,
        ]),
        prop::option::of(hostile()),
    );
    let lists = (
        prop::collection::vec(speakers, 0..3),
        prop::collection::vec(photos(), 0..3),
        prop::collection::vec(contacts(), 0..3),
        prop::collection::vec(editions(), 1..4),
    );
    (facts, lists).prop_map(|((id, kind, issued, embargo, status, house), (speakers, photos, contacts, editions))| {
        Release { id, kind, issued, embargo, status, house, speakers, photos, contacts, editions }
    })
}
