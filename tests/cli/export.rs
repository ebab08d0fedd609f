//! `dateline export`: which files are written, where, under which names, and when none is.

use super::*;

/// A release in Russian and Kazakh in this folder.
fn two_languages(folder: &str) -> Desk {
    let desk = full_desk();
    assert_eq!(desk.run(["new", "--from", "in/fields.json", "--out", folder]).code, 0);
    desk
}

#[test]
fn every_edition_is_written_in_every_format_and_each_path_is_printed() {
    let desk = two_languages("bridge");
    let ran = desk.run(["export", "bridge", "--to", "md,txt,html"]);
    let names = ["ru.md", "ru.txt", "ru.html", "kk.md", "kk.txt", "kk.html"].map(|end| format!("bridge/bridge.{end}"));
    let photos = String::from("bridge/bridge-photos");
    assert_eq!(ran.lines(), names.iter().chain([&photos]).collect::<Vec<_>>());
    for name in names {
        assert!(!fs::read(desk.path(&name)).unwrap().is_empty(), "{name}");
    }
}

#[test]
fn formats_and_languages_may_be_repeated_or_joined() {
    let desk = two_languages("b");
    let ran = desk.run(["export", "b", "--to", "md", "--to=txt,md", "--lang", "KK", "--lang", "kk,ru", "--out", "o"]);
    assert_eq!(ran.lines(), ["o/b.kk.md", "o/b.kk.txt", "o/b.ru.md", "o/b.ru.txt", "o/b-photos"]);
    let ran = desk.run(["export", "b", "--to", "md", "--lang", "ru", "--out", "o/new/folder/"]);
    assert_eq!(ran.lines(), ["o/new/folder/b.ru.md", "o/new/folder/b-photos"]);
}

#[test]
fn a_language_that_the_release_lacks_is_an_error_that_names_those_it_has() {
    let desk = two_languages("b");
    let before = desk.tree();
    let ran = desk.run(["export", "b", "--to", "md", "--lang", "ru,en"]);
    ran.assert_could_not(&["no edition in en", "ru, kk", "b\n"]);
    assert_eq!(desk.tree(), before);
}

#[test]
fn the_folders_real_name_names_the_files() {
    let desk = two_languages("Мост  открыт 1.2");
    let name = "Мост  открыт 1.2";
    for (path, folder) in [
        (name.to_owned(), name.to_owned()),
        (format!("{name}/"), format!("{name}/")),
        (format!("{name}//"), format!("{name}//")),
        (format!("./{name}/."), format!("./{name}/.")),
        (format!("{name}/release.ron"), name.to_owned()),
        (format!("{name}/photos/.."), format!("{name}/photos/..")),
    ] {
        let ran = desk.run(["export", &path, "--to", "md", "--lang", "ru", "--force"]);
        let file = Path::new(&folder).join(format!("{name}.ru.md"));
        let photos = Path::new(&folder).join(format!("{name}-photos"));
        assert_eq!(ran.lines(), [file.to_str().unwrap(), photos.to_str().unwrap()], "{path}");
        fs::remove_file(desk.path(name).join(format!("{name}.ru.md"))).unwrap();
    }
    for (inside, path, printed) in [
        ("", ".", format!("./{name}.ru.md")),
        ("", "./", format!("./{name}.ru.md")),
        ("", "release.ron", format!("./{name}.ru.md")),
        ("photos", "..", format!("../{name}.ru.md")),
        ("photos", "../", format!("../{name}.ru.md")),
        ("photos", "../release.ron", format!("../{name}.ru.md")),
    ] {
        let mut command = desk.command();
        command.current_dir(desk.path(name).join(inside)).args(["export", path, "--to", "md", "--lang", "ru"]);
        let photos = printed.replace(".ru.md", "-photos");
        assert_eq!(ran(command.output().unwrap()).lines(), [printed, photos], "{path}");
        fs::remove_file(desk.path(name).join(format!("{name}.ru.md"))).unwrap();
    }
}

#[test]
fn a_file_that_is_there_stays_without_force_and_then_nothing_is_written() {
    let desk = two_languages("b");
    desk.write("b/b.kk.txt", "mine");
    let before = desk.tree();
    let ran = desk.run(["export", "b", "--to", "md,txt"]);
    ran.assert_could_not(&["already there", "--force", "b/b.kk.txt\n"]);
    assert_eq!(desk.tree(), before);

    assert_eq!(desk.run(["export", "b", "--to", "md,txt", "--force"]).lines().len(), 5);
    assert_ne!(fs::read(desk.path("b/b.kk.txt")).unwrap(), b"mine");
}

#[test]
fn a_folder_in_the_place_of_a_file_stays_even_with_force() {
    let desk = two_languages("b");
    fs::create_dir(desk.path("b/b.kk.md")).unwrap();
    let before = desk.tree();
    let ran = desk.run(["export", "b", "--to", "md", "--force"]);
    ran.assert_could_not(&["a folder of this name", "b/b.kk.md"]);
    assert_eq!(desk.tree(), before);
}

#[test]
fn one_bad_release_among_several_keeps_all_from_being_written() {
    let desk = two_languages("b");
    desk.release("c", &short_fields());
    desk.write("bad/release.ron", "nothing");
    let before = desk.tree();
    desk.run(["export", "b", "c", "bad", "--to", "md"]).assert_could_not(&["bad/release.ron"]);
    desk.run(["export", "b", "nowhere", "--to", "md"]).assert_could_not(&["nowhere/release.ron"]);
    desk.run(["export", "b", "c", "b/", "--to", "md"]).assert_could_not(&["same file", "b.ru.md"]);
    desk.run(["export", "b", "--to", "md", "--out", "in/fields.json"])
        .assert_could_not(&["a file stands where a folder is needed", "in/fields.json"]);
    assert_eq!(desk.tree(), before);
    let ran = desk.run(["export", "b", "c", "--to", "md", "--out", "o"]);
    assert_eq!(ran.lines(), ["o/b.ru.md", "o/b.kk.md", "o/b-photos", "o/c.en.md"]);
}

#[test]
fn releases_of_one_folder_name_do_not_overwrite_each_other() {
    let desk = Desk::new();
    desk.release("x/b", &short_fields());
    desk.release("y/b", &short_fields());
    let before = desk.tree();
    let ran = desk.run(["export", "x/b", "y/b", "--to", "md", "--out", "o", "--force"]);
    ran.assert_could_not(&["same file", "o/b.en.md"]);
    assert_eq!(desk.tree(), before);
    assert_eq!(desk.run(["export", "x/b", "y/b", "--to", "md"]).lines(), ["x/b/b.en.md", "y/b/b.en.md"]);
}

#[test]
fn line_ends_of_plain_text_are_chosen_by_options() {
    let desk = Desk::new();
    desk.release("b", &short_fields());
    let text = |options: &[&str]| {
        let ran = desk.run([&["export", "b", "--to", "txt", "--force"], options].concat());
        assert_eq!(ran.lines(), ["b/b.en.txt"]);
        fs::read_to_string(desk.path("b/b.en.txt")).unwrap()
    };
    let plain = text(&[]);
    assert_eq!(text(&[]), plain);
    assert_ne!(text(&["--wrap", "10"]), plain);
    assert_ne!(text(&["--paged", "--columns", "12", "--lines", "9"]), text(&["--paged"]));
    assert_eq!(text(&["--paged", "--columns", "72", "--lines", "58"]), text(&["--paged"]));
}

#[test]
fn a_house_that_is_nowhere_is_named() {
    let desk = two_languages("b");
    let file = desk.path("b/release.ron");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("\"kazakhstan\"", "\"elsewhere\"")).unwrap();
    desk.run(["export", "b", "--to", "md"]).assert_could_not(&["no house “elsewhere”", "kazakhstan"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_still_names_files_and_a_line_feed_in_it_stays_in_one_line() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    desk.release("b", &short_fields());
    let odd = OsStr::from_bytes(b"od\xffd\nname");
    fs::rename(desk.path("b"), desk.0.path().join(odd)).unwrap();
    let arguments = [OsStr::new("export"), odd, OsStr::new("--to"), OsStr::new("md")];
    let output = desk.command().args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(output.stdout, b"od\xffd\nname/od\xffd\nname.en.md\n");
    assert!(desk.0.path().join(OsStr::from_bytes(b"od\xffd\nname/od\xffd\nname.en.md")).exists());
    desk.run(arguments).assert_could_not(&["already there", "od\u{fffd}d\\nname.en.md"]);
}

/// A release in Russian and Kazakh whose photos can be shown.
fn with_photos(folder: &str) -> Desk {
    let desk = two_languages(folder);
    let photos = desk.path(folder).join("photos");
    for entry in fs::read_dir(photos).unwrap() {
        fs::write(entry.unwrap().path(), include_bytes!("../../assets/sample/photos/ribbon.jpg")).unwrap();
    }
    desk
}

#[test]
fn a_pdf_and_a_picture_are_written_the_same_each_time() {
    let desk = with_photos("b");
    let names = ["b/b.ru.pdf", "b/b.ru.png", "b/b.kk.pdf", "b/b.kk.png"];
    let ran = desk.run(["export", "b", "--to", "pdf,png", "--width", "400"]);
    assert_eq!((ran.code, ran.out.lines().collect::<Vec<_>>()), (0, names.to_vec()));
    // One photo has words in Kazakh only, and a page in Russian is written without them rather than not at all.
    assert_eq!(ran.err.lines().count(), 1, "{ran:?}");
    for part in ["warning: ", "PDF/UA", "no alternative text", "b/b.ru.pdf"] {
        assert!(ran.err.contains(part), "{}", ran.err);
    }
    let first = names.map(|name| fs::read(desk.path(name)).unwrap());
    assert_eq!(desk.run(["export", "b", "--to", "pdf,png", "--width", "400", "--force"]).code, 0);
    assert_eq!(names.map(|name| fs::read(desk.path(name)).unwrap()), first);
    assert!(first[0].starts_with(b"%PDF-1.7") && first[1].starts_with(b"\x89PNG"));
    // The width stands in the head of a PNG.
    assert_eq!(first[1][16..20], 400_u32.to_be_bytes());
}

#[test]
fn a_pdf_that_carries_its_release_is_exported_like_the_release() {
    let desk = with_photos("b");
    assert_eq!(desk.run(["export", "b", "--to", "pdf", "--source", "--lang", "ru"]).out, "b/b.ru.pdf\n");
    desk.run(["export", "b", "--to", "txt", "--out", "plain"]);
    assert_eq!(desk.run(["export", "b/b.ru.pdf", "--to", "txt", "--out", "again"]).lines().len(), 2);
    for lang in ["ru", "kk"] {
        let text = |folder: &str| fs::read_to_string(desk.path(&format!("{folder}/b.{lang}.txt"))).unwrap();
        assert_eq!(text("again"), text("plain"));
    }
}

#[test]
fn a_photo_that_cannot_be_shown_stops_its_own_release_and_no_other() {
    let desk = with_photos("good");
    assert_eq!(desk.run(["new", "--from", "in/fields.json", "--out", "bad"]).code, 0);
    desk.write("bad/photos/bridge.jpg", b"\xff\xd8\xff\xe0");
    let ran = desk.run(["export", "good", "bad", "--to", "pdf"]);
    // The good one's files are named on standard output all the same.
    assert_eq!((ran.code, ran.out.lines().count()), (1, 2), "{ran:?}");
    for part in ["Could not export: the photo “", "cannot be shown on the page", "bad\n"] {
        assert!(ran.err.contains(part), "{}", ran.err);
    }
    assert!(desk.path("good/good.ru.pdf").is_file() && !desk.path("bad/bad.ru.pdf").exists());
}

#[test]
fn what_is_for_one_format_alone_is_wrong_usage_without_it() {
    let desk = two_languages("b");
    for (options, words) in [
        (["export", "b", "--to", "md", "--source"].as_slice(), "'--source' is for PDF"),
        (&["export", "b", "--to", "pdf", "--width", "400"], "'--width' is for the picture"),
        (&["export", "b", "--to", "png", "--wrap", "72"], "'--wrap' is for plain text"),
        (&["export", "b", "--to", "pdf", "--web-size", "900"], "'--web-size' is for photos"),
    ] {
        desk.run(options.iter().copied()).assert_wrong_usage(&[words]);
    }
}
