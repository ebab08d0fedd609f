//! What may lie where a release is looked for.

use std::fs;
use std::path::Path;

use dateline::newsroom::{open, release_file, release_folder, sample_release, save};

use super::support::every_field;
use super::{assert_readable, everything_in};

fn refuses(path: &Path, file: &Path, why: &str) {
    let error = open(path).unwrap_err();
    assert_readable(&error, "Could not open the release: ", file);
    assert!(error.to_string().contains(why), "{error} does not say: {why}");
    assert_eq!(error.path, file);
}

/// The saved sample with some of its text replaced.
fn changed(folder: &Path, from: &str, to: &str) -> std::path::PathBuf {
    let file = save(folder, &sample_release().unwrap()).unwrap();
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "{from} is not in the sample");
    fs::write(&file, text.replacen(from, to, 1)).unwrap();
    file
}

#[test]
fn a_release_opens_by_its_folder_and_by_its_file() {
    let temp = tempfile::tempdir().unwrap();
    let release = sample_release().unwrap();
    let file = save(temp.path(), &release).unwrap();
    assert_eq!(open(temp.path()).unwrap(), release);
    assert_eq!(open(&file).unwrap(), release);
    assert_eq!((release_file(temp.path()), release_folder(&file)), (file, temp.path().to_owned()));
    assert_eq!(release_folder(Path::new("release.ron")), Path::new("."));
}

#[test]
fn what_is_no_release_is_refused_with_its_reason() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path();
    let file = folder.join("release.ron");
    refuses(folder, &file, "there is no such file or folder");
    let missing = folder.join("nowhere");
    refuses(&missing, &missing.join("release.ron"), "there is no such file or folder");
    let under_file = folder.join("letter.txt");
    fs::write(&under_file, "Dear editor").unwrap();
    refuses(&under_file, &under_file.join("release.ron"), "");
    for (contents, why) in [
        ("", "the file is empty"),
        (" \n\n ", "the file is empty"),
        ("Dateline", "line 1"),
        ("Dateline()", "`format`"),
        ("Dateline(format: 1)", "`release`"),
        ("Release(format: 1, release: ())", "`Dateline`"),
        ("{\"format\": 1}", "line 1, column 1"),
        ("\u{feff}", "the file is empty"),
        ("\0\0\0", "the file is empty"),
    ] {
        fs::write(&file, contents).unwrap();
        refuses(folder, &file, why);
    }
    fs::write(&file, b"\xff\xfeD\0a\0t\0e\0").unwrap();
    refuses(folder, &file, "it is not text");
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    refuses(folder, &file, "a folder stands where a file is needed");
}

#[test]
fn a_newer_format_is_named_and_left_alone() {
    let temp = tempfile::tempdir().unwrap();
    let file = changed(temp.path(), "format: 1", "format: 2");
    refuses(temp.path(), &file, "a newer Dateline (format 2, this one reads 1)");
    // What a newer format holds besides, this program cannot know.
    let text = fs::read_to_string(&file).unwrap().replacen(
        "release: (",
        "mood: Cheerful(0.5, [()]), release: (tone: 'x', ",
        1,
    );
    fs::write(&file, text).unwrap();
    let before = everything_in(temp.path());
    refuses(temp.path(), &file, "Update Dateline");
    assert!(everything_in(temp.path()) == before);
    for (format, why) in
        [("0", "there is no format 0"), ("-1", "line 2"), ("4294967296", "line 2"), ("\"1\"", "line 2")]
    {
        let file = changed(temp.path(), "format: 1", &format!("format: {format}"));
        refuses(temp.path(), &file, why);
    }
}

#[test]
fn what_the_program_cannot_use_is_an_error_and_never_dropped() {
    let temp = tempfile::tempdir().unwrap();
    for (from, to, why) in [
        ("placement: Before", "placement: Between", "Between"),
        ("kind: Photo(2)", "kind: Film(2)", "Film"),
        ("issued: \"2035-09-14\"", "issued: \"2035-09-31\"", "line 5"),
        ("lang: \"kk\"", "lang: \"not a\\nlanguage\"", "is not a language tag"),
        ("id: \"6b0d8a52", "id: \"x\\r\\n6b0d8a52", "line 4"),
        ("house: \"kazakhstan\"", "house: \"kazakhstan\", house: \"ap\"", "house"),
    ] {
        let file = changed(temp.path(), from, to);
        refuses(temp.path(), &file, why);
    }
}

#[test]
fn a_field_that_the_program_does_not_know_opens_and_survives_a_save() {
    let temp = tempfile::tempdir().unwrap();
    let file = changed(temp.path(), "release: (", "release: (mood: \"cheerful\",");
    let mut release = open(&file).unwrap();
    release.editions[0].headline = "Another headline".into();
    save(temp.path(), &release).unwrap();
    assert_eq!(open(&file).unwrap(), release);
    assert!(fs::read_to_string(&file).unwrap().contains("mood: \"cheerful\""));
}

#[test]
fn a_file_that_other_editors_saved_opens_the_same() {
    let temp = tempfile::tempdir().unwrap();
    let release = sample_release().unwrap();
    let file = save(temp.path(), &release).unwrap();
    let text = fs::read_to_string(&file).unwrap();
    for saved in
        [format!("\u{feff}{text}"), text.replace('\n', "\r\n"), text.replace("  ", "\t"), format!("// checked\n{text}")]
    {
        fs::write(&file, saved).unwrap();
        assert_eq!(open(&file).unwrap(), release);
    }
}

#[test]
fn a_photo_that_leads_out_of_the_folder_is_refused_at_opening_and_at_saving() {
    let temp = tempfile::tempdir().unwrap();
    for name in [
        "../../etc/passwd",
        "/etc/passwd",
        "..",
        "sub/a.jpg",
        "C:\\a.jpg",
        "\\\\host\\a.jpg",
        "a.jpg:b",
        "NUL",
        "a\u{0}",
    ] {
        let folder = temp.path().join("release");
        let file = changed(&folder, "file: \"ribbon.jpg\"", &format!("file: {}", ron::to_string(name).unwrap()));
        refuses(&folder, &file, "photo 2 is “");
        let before = everything_in(temp.path());
        let mut release = sample_release().unwrap();
        release.photos[1].file = name.to_owned();
        let error = save(&folder, &release).unwrap_err();
        assert_readable(&error, "Could not save the release: photo 2", &file);
        assert!(everything_in(temp.path()) == before);
    }
    // No file yet: that leads nowhere.
    let mut release = every_field("words", "en");
    release.photos[0].file = String::new();
    save(temp.path(), &release).unwrap();
    assert_eq!(open(temp.path()).unwrap(), release);
}

#[test]
fn a_release_without_any_language_is_told_and_not_opened() {
    let temp = tempfile::tempdir().unwrap();
    let file = temp.path().join("release.ron");
    let text = "Dateline(format: 1, release: (id: \"00000000-0000-0000-0000-000000000000\", issued: \"2026-11-23\", editions: []))";
    std::fs::write(&file, text).unwrap();
    let error = dateline::newsroom::open(temp.path()).unwrap_err().to_string();
    assert!(error.contains("no edition in any language") && error.ends_with("release.ron"), "{error}");
}
