//! Photos come into a release's folder byte for byte, under a name that all systems can have.

use std::collections::BTreeSet;
use std::fs;

use dateline::newsroom::add_photo;
use proptest::prelude::*;

use super::support::hostile;
use super::{assert_readable, everything_in};

#[test]
fn a_photo_is_copied_byte_for_byte_and_once() {
    let temp = tempfile::tempdir().unwrap();
    let (from, folder) = (temp.path().join("from"), temp.path().join("release"));
    fs::create_dir_all(from.join("other")).unwrap();
    let bytes: Vec<u8> = (0..=u8::MAX).cycle().take(100_000).collect();
    fs::write(from.join("Көпір №7.JPG"), &bytes).unwrap();
    fs::write(from.join("other/Көпір №7.JPG"), b"another picture").unwrap();
    fs::write(from.join("other/көпір №7.jpg"), b"a third one").unwrap();
    fs::write(from.join("empty.jpg"), b"").unwrap();
    for _ in 0..2 {
        assert_eq!(add_photo(&folder, &from.join("Көпір №7.JPG")).unwrap(), "Көпір №7.JPG");
        assert_eq!(add_photo(&folder, &from.join("other/Көпір №7.JPG")).unwrap(), "Көпір №7-2.JPG");
        assert_eq!(add_photo(&folder, &from.join("other/көпір №7.jpg")).unwrap(), "көпір №7-3.jpg");
        assert_eq!(add_photo(&folder, &from.join("empty.jpg")).unwrap(), "empty.jpg");
    }
    // Adding what is already in the folder adds nothing.
    assert_eq!(add_photo(&folder, &folder.join("photos/Көпір №7-2.JPG")).unwrap(), "Көпір №7-2.JPG");
    let held: Vec<_> =
        everything_in(&folder.join("photos")).into_values().map(|(contents, _)| contents.unwrap()).collect();
    assert_eq!(held.len(), 4);
    assert_eq!(fs::read(folder.join("photos/Көпір №7.JPG")).unwrap(), bytes);
    assert_eq!(fs::read(from.join("Көпір №7.JPG")).unwrap(), bytes);
}

#[test]
fn what_holds_the_name_already_makes_the_photo_take_a_number() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("release");
    let photo = temp.path().join("bridge.jpg");
    fs::write(&photo, b"picture").unwrap();
    fs::create_dir_all(folder.join("photos/bridge.jpg")).unwrap();
    assert_eq!(add_photo(&folder, &photo).unwrap(), "bridge-2.jpg");
    assert!(folder.join("photos/bridge.jpg").is_dir());
}

#[test]
fn a_photo_that_cannot_be_read_is_refused() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("release");
    for (photo, why) in [(temp.path().join("missing.jpg"), "no such file"), (temp.path().to_owned(), "a folder stands")]
    {
        let error = add_photo(&folder, &photo).unwrap_err();
        assert_readable(&error, "Could not add the photo: ", &photo);
        assert!(error.to_string().contains(why), "{error}");
    }
    let large = temp.path().join("large.tif");
    fs::File::create(&large).unwrap().set_len((512 << 20) + 1).unwrap();
    let error = add_photo(&folder, &large).unwrap_err();
    assert_readable(&error, "Could not add the photo: the file is larger than 512 MB", &large);
    assert!(!folder.exists(), "nothing was made for a photo that is none");
}

#[test]
fn a_folder_that_cannot_take_photos_says_so() {
    let temp = tempfile::tempdir().unwrap();
    let photo = temp.path().join("bridge.jpg");
    fs::write(&photo, b"picture").unwrap();
    let folder = temp.path().join("release");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("photos"), b"a file").unwrap();
    let error = add_photo(&folder, &photo).unwrap_err();
    assert_readable(&error, "Could not add the photo: ", &folder.join("photos"));
    assert_eq!(fs::read(folder.join("photos")).unwrap(), b"a file");
}

/// May this be a file's name on Windows, macOS and Linux, and does it read as it is?
fn assert_safe(name: &str) {
    assert!(!name.is_empty() && name.len() <= 110, "{name:?} has {} bytes", name.len());
    assert!(!name.starts_with(['.', ' ', '-']) && !name.ends_with(['.', ' ']), "{name:?}");
    assert!(!name.contains(|letter: char| letter.is_control() || "<>:\"/\\|?*".contains(letter)), "{name:?}");
    assert!(
        !name.contains(['\u{a0}', '\u{200b}', '\u{200d}', '\u{202e}', '\u{2066}', '\u{feff}', '\u{fffd}']),
        "{name:?}"
    );
    let stem = name.split('.').next().unwrap().trim().to_uppercase();
    assert!(!["CON", "PRN", "AUX", "NUL", "COM1", "LPT9", "COM²"].contains(&stem.as_str()), "{name:?}");
}

#[cfg(unix)]
#[test]
fn a_hostile_name_becomes_one_that_all_systems_can_have() {
    let temp = tempfile::tempdir().unwrap();
    let (from, folder) = (temp.path().join("from"), temp.path().join("release"));
    fs::create_dir(&from).unwrap();
    let long = "ө".repeat(120) + ".jpg";
    let names = [
        "CON",
        "con.jpg",
        "COM1.jpeg",
        "lpt9",
        "aux.tar.gz",
        "trailing.",
        "trailing ",
        " leading",
        ".hidden",
        "-rf",
        "...",
        "a\\b",
        "a:b",
        "what?.jpg",
        "<b>\"*|",
        "a\nb\r.jpg",
        "bell\u{7}.jpg",
        "\u{202e}gpj.exe",
        "\u{2066}a\u{2069}",
        "\u{feff}",
        "\u{a0}",
        "photo",
        "Ә Ғ Қ Ң Ө Ұ Ү Һ І.jpg",
        "日本.png",
        "é́.jpg",
        "%2e%2e%2f",
        "$(reboot).jpg",
        "a;b&c.jpg",
        "~",
        &long,
    ];
    let mut kept = BTreeSet::new();
    for (number, name) in names.iter().enumerate() {
        let photo = from.join(name);
        fs::write(&photo, number.to_le_bytes()).unwrap();
        let name = add_photo(&folder, &photo).unwrap();
        assert_safe(&name);
        assert_eq!(fs::read(folder.join("photos").join(&name)).unwrap(), number.to_le_bytes());
        assert!(kept.insert(name.to_lowercase()), "{name} was given twice");
        fs::remove_file(&photo).unwrap();
    }
    assert!(kept.contains("ә ғ қ ң ө ұ ү һ і.jpg") && kept.contains("日本.png"), "{kept:?}");
    assert_eq!(everything_in(temp.path()).len(), names.len() + 3, "a photo stands outside its folder");
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_is_kept_as_far_as_it_is_one() {
    use std::os::unix::ffi::OsStrExt;
    let temp = tempfile::tempdir().unwrap();
    let photo = temp.path().join(std::ffi::OsStr::from_bytes(b"br\xffdge.jpg"));
    fs::write(&photo, b"picture").unwrap();
    assert_eq!(add_photo(&temp.path().join("release"), &photo).unwrap(), "br-dge.jpg");
}

#[cfg(unix)]
proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_name_becomes_a_safe_one_and_stays_it(name in hostile()) {
        let mut name = name.replace(['/', '\0'], "_");
        name.truncate(name.floor_char_boundary(255));
        prop_assume!(!matches!(name.as_str(), "" | "." | ".."));
        let temp = tempfile::tempdir().unwrap();
        let photo = temp.path().join(&name);
        fs::write(&photo, b"picture").unwrap();
        let (one, two) = (temp.path().join("release one"), temp.path().join("release two"));
        let kept = add_photo(&one, &photo).unwrap();
        assert_safe(&kept);
        prop_assert_eq!(add_photo(&two, &one.join("photos").join(&kept)).unwrap(), kept);
    }
}
