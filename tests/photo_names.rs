//! Names of photos: 2,000 that mean harm or come from careless programs. Nothing is written outside the release's folder or
//! the folder for exports, and what is kept is one and the same name on Windows, macOS and Linux.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[allow(unused_imports, reason = "each test file uses its part of it")]
mod photos;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use dateline::newsroom::{self, Exports, PhotosWanted, photo_exports};
use dateline::photo_file::Rendered;
use dateline::release::{Photo, PhotoId, Release};
use jiff::civil::date;
use photos::{Dice, jpeg, scene};
use unicode_normalization::{UnicodeNormalization, is_nfc};
use uuid::Uuid;

const COUNT: usize = 2_000;

/// Names as they come from strangers.
fn hostile_names() -> Vec<String> {
    let whole = [
        "..",
        ".",
        "...",
        "....jpg",
        ". .",
        " ",
        "",
        "/",
        "\\",
        "/etc/passwd",
        "//server/share/a.jpg",
        "\\\\server\\share\\a.jpg",
        "C:\\Windows\\a.jpg",
        "c:a.jpg",
        "\\\\?\\C:\\a.jpg",
        "a.jpg:stream",
        "a.jpg::$DATA",
        "~/a.jpg",
        "~",
        "$HOME.jpg",
        "%TEMP%.jpg",
        "`id`.jpg",
        "$(id).jpg",
        "; rm -rf .jpg",
        "-rf",
        "--help.jpg",
        "CON",
        "con.jpg",
        "PRN.",
        "AUX .jpg",
        "NUL.tar.jpg",
        "COM1",
        "com9.jpg",
        "COM¹.jpg",
        "LPT²",
        "lpt3.jpg",
        "CONIN$",
        "conout$.jpg",
        "CLOCK$",
        "trailing.",
        "trailing ",
        "trailing. . .",
        " leading.jpg",
        ".hidden",
        ".htaccess",
        "desktop.ini",
        "Thumbs.db",
        "a.lnk",
        "a\0.jpg",
        "a\n.jpg",
        "a\r\n.jpg",
        "a\t.jpg",
        "a\u{7f}.jpg",
        "a\u{85}.jpg",
        "gpj.\u{202e}exe.jpg",
        "\u{2066}a\u{2069}.jpg",
        "\u{200f}a.jpg",
        "a\u{200b}b.jpg",
        "a\u{feff}.jpg",
        "a\u{ad}b.jpg",
        "a\u{e0041}.jpg",
        "a\u{2028}b.jpg",
        "a\u{a0}b.jpg",
        "é.jpg",
        "e\u{301}.jpg",
        "й.jpg",
        "и\u{306}.jpg",
        "Å.jpg",
        "A\u{30a}.jpg",
        "\u{212b}.jpg",
        "\u{1100}\u{1161}.jpg",
        "가.jpg",
        "ﬁ.jpg",
        "ß.jpg",
        "SS.jpg",
        "İ.jpg",
        "ı.jpg",
        "Σ.jpg",
        "ς.jpg",
        "ǅ.jpg",
        "Мөлдірсу.jpg",
        "日本.jpg",
        "👩‍👧.jpg",
        "a?.jpg",
        "a*.jpg",
        "a<b>.jpg",
        "a|b.jpg",
        "a\"b\".jpg",
        "a'b.jpg",
        "..\\..\\a.jpg",
        "../../a.jpg",
        "a/../../b.jpg",
        "photos/../../a.jpg",
        "./a.jpg",
        "a.jpg/",
        "a.jpg/.",
    ];
    let parts = [
        "a",
        "A",
        "..",
        ".",
        "/",
        "\\",
        ":",
        " ",
        "CON",
        "nul",
        "é",
        "e\u{301}",
        "й",
        "и\u{306}",
        "\u{202e}",
        "\u{0}",
        "*",
        "ß",
        "ı",
        "👩",
        "-",
        "~",
        "1",
        ".jpg",
        "ұ",
    ];
    let mut names: Vec<String> = whole.map(str::to_owned).into();
    for letter in ["a", "ө", "e\u{301}", "日", "👩‍👩‍👧‍👦", "\u{301}", "."] {
        names.extend([300, 255, 256, 127, 100].map(|bytes| format!("{}.jpg", letter.repeat(bytes / letter.len()))));
    }
    let mut dice = Dice(11);
    while names.len() < COUNT {
        let length = 1 + dice.below(9);
        names.push((0..length).map(|_| parts[dice.below(parts.len())]).collect());
    }
    names
}

/// Can a file be called so on each of the three systems, with the same letters?
fn is_the_same_everywhere(name: &str) -> Result<(), &'static str> {
    let decomposed: String = name.nfd().collect();
    let stem = name.split('.').next().unwrap().trim_end().to_uppercase();
    let is_numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|rest| rest.chars().count() == 1 && "0123456789¹²³".contains(rest))
    };
    let rules = [
        (name.is_empty(), "no name"),
        (!is_nfc(name), "macOS would spell it in another way"),
        (name.chars().any(|letter| r#"<>:"/\|?*"#.contains(letter)), "Windows has another use for a letter"),
        (name.chars().any(char::is_control), "control letters"),
        (name.ends_with(['.', ' ']), "Windows drops the end"),
        (name.starts_with(['.', ' ', '-', '~']), "hidden, or an option"),
        (name.chars().any(|letter| letter.is_whitespace() && letter != ' '), "blanks that nobody can type"),
        (name.chars().any(|letter| matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')), "letters that nobody sees"),
        (["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&stem.as_str()), "a device"),
        (is_numbered("COM") || is_numbered("LPT"), "a port"),
        (decomposed.len() > 255 || name.encode_utf16().count() > 255, "too long"),
    ];
    rules.into_iter().find(|(broken, _)| *broken).map_or(Ok(()), |(_, why)| Err(why))
}

/// What some system takes for one and the same name.
fn twin(name: &str) -> String {
    name.nfc().collect::<String>().to_uppercase().to_lowercase().nfc().collect()
}

/// Every file under a folder with its bytes; links by where they lead.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let there = path.symlink_metadata().unwrap();
        if there.is_symlink() {
            all.insert(path.clone(), fs::read_link(&path).unwrap().into_os_string().into_encoded_bytes());
        } else if there.is_dir() {
            all.extend(tree(&path));
        } else {
            all.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    all
}

fn with_photos(files: &[String], headline: &str) -> Release {
    let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), "en".parse().unwrap());
    release.editions[0].headline = headline.to_owned();
    release.photos = (1..).zip(files).map(|(id, file)| Photo::new(PhotoId(id), file.clone())).collect();
    release
}

#[test]
fn photos_of_hostile_names_are_kept_inside_under_names_that_all_systems_share() {
    let names = hostile_names();
    assert!(names.len() >= COUNT);
    let desk = tempfile::tempdir().unwrap();
    let inbox = desk.path().join("inbox");
    let (mut kept_count, mut impossible) = (0, Vec::new());
    // Few to a folder: the time goes into comparing each name with all others.
    for (number, names) in names.chunks(50).enumerate() {
        let folder = desk.path().join(format!("release-{number}"));
        fs::create_dir_all(&inbox).unwrap();
        let mut expected = BTreeMap::new();
        for (place, name) in names.iter().enumerate() {
            let file = inbox.join(name);
            // A name that this disk takes for a way is no name of a file here.
            let is_name = Path::new(name).components().eq([Component::Normal(name.as_ref())]) && !name.ends_with('/');
            let bytes = format!("{number} {place}").into_bytes();
            if !is_name || fs::write(&file, &bytes).is_err() {
                impossible.push(name.clone());
                continue;
            }
            let kept = newsroom::add_photo(&folder, &file).unwrap();
            assert_eq!(is_the_same_everywhere(&kept), Ok(()), "{name:?} became {kept:?}");
            let again = newsroom::add_photo(&folder, &file).unwrap();
            assert_eq!(again, kept, "the same picture of the same name is taken as it is");
            expected.insert(folder.join("photos").join(&kept), bytes);
            kept_count += 1;
        }
        assert_eq!(tree(&folder), expected, "each photo under a name of its own, and nothing else");
        let twins: BTreeSet<String> =
            expected.keys().map(|file| twin(&file.file_name().unwrap().to_string_lossy())).collect();
        assert_eq!(twins.len(), expected.len(), "no two that differ in capitals or spelling only");
        fs::remove_dir_all(&inbox).unwrap();
    }
    let strangers = fs::read_dir(desk.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let strangers: Vec<String> = strangers.filter(|name| !name.starts_with("release-")).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
    assert!(kept_count >= 1_000 && kept_count + impossible.len() == names.len(), "{kept_count}");

    // What this disk cannot call a file may stand in a release that a stranger wrote.
    let stranger = desk.path().join("stranger");
    for name in &impossible {
        let leads_out = newsroom::save(&stranger, &with_photos(std::slice::from_ref(name), "A")).is_err();
        let is_way = name.contains(['/', '\\', ':']) || name.chars().any(char::is_control);
        assert!(leads_out || !is_way, "{name:?}");
    }
}

#[test]
fn exports_have_names_that_all_systems_share_whatever_photo_and_headline_are_called() {
    let names = hostile_names();
    let wanted = PhotosWanted { sent: true, ..PhotosWanted::default() };
    let all = with_photos(&names, "Bridge opens");
    let exports = photo_exports(&all, &wanted);
    assert_eq!(exports.len(), names.len());
    let mut files = BTreeSet::new();
    for export in &exports {
        for file in export.files("bridge") {
            let parts: Vec<&str> = file.components().map(|part| part.as_os_str().to_str().unwrap()).collect();
            assert_eq!((parts.len(), parts[0]), (3, "bridge-photos"));
            parts.iter().for_each(|part| assert_eq!(is_the_same_everywhere(part), Ok(()), "{part}"));
            assert!(parts[2].is_ascii() && !parts[2].chars().any(char::is_uppercase), "{parts:?}");
            assert!(files.insert(file));
        }
    }
    assert_eq!(files.len(), 3 * names.len());
    assert!(files.contains(Path::new("bridge-photos/print/2026-11-23-bridge-opens-0001.jpg")));
    for headline in &names {
        let name = with_photos(&["a.jpg".to_owned()], headline).photo_name(PhotoId(1)).unwrap() + ".jpg";
        assert_eq!(is_the_same_everywhere(&name), Ok(()), "{headline:?}");
        assert!(name.is_ascii() && name.starts_with("2026-11-23-") && name.len() <= 70, "{headline:?} {name}");
    }
}

/// One photo made ready for everything.
fn ready(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let release = newsroom::open(folder).unwrap();
    let exports = photo_exports(&release, &PhotosWanted { sent: true, ..PhotosWanted::default() });
    let sizes: Vec<Rendered> = exports[0].ready(&release, Some(folder), None).unwrap();
    exports[0].written("bridge", &sizes).into_iter().map(|(file, bytes)| (file, bytes.to_vec())).collect()
}

#[cfg(unix)]
#[test]
fn links_lead_nothing_out_of_the_folders() {
    use std::os::unix::fs::symlink;
    let desk = tempfile::tempdir().unwrap();
    let folder = desk.path().join("bridge");
    let outside = desk.path().join("outside");
    fs::create_dir_all(folder.join("photos")).unwrap();
    fs::create_dir_all(&outside).unwrap();
    fs::write(outside.join("secret.jpg"), "secret").unwrap();
    let photo = desk.path().join("a.jpg");
    fs::write(&photo, jpeg(&scene(30, 20))).unwrap();

    // A link that lies under the photo's name stays what it is.
    symlink(outside.join("secret.jpg"), folder.join("photos/a.jpg")).unwrap();
    assert_eq!(newsroom::add_photo(&folder, &photo).unwrap(), "a-2.jpg");
    assert_eq!(fs::read(outside.join("secret.jpg")).unwrap(), b"secret");
    newsroom::save(&folder, &with_photos(&["a-2.jpg".to_owned()], "Bridge opens")).unwrap();
    let files = ready(&folder);
    assert_eq!(files.len(), 3);

    let add = |out: &Path| {
        let mut exports = Exports::new(true);
        files.iter().try_for_each(|(file, bytes)| exports.add_photo(out, file, bytes)).and_then(|()| exports.finish())
    };
    for link in ["bridge-photos", "bridge-photos/web", "bridge-photos/web/2026-11-23-bridge-opens-01.jpg"] {
        let out = tempfile::tempdir_in(desk.path()).unwrap();
        let place = out.path().join(link);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        let target = if link.ends_with(".jpg") { outside.join("secret.jpg") } else { outside.clone() };
        symlink(target, place).unwrap();
        let before = tree(desk.path());
        let error = add(out.path()).unwrap_err().to_string();
        assert!(error.contains("link"), "{error}");
        assert_eq!(tree(desk.path()), before, "{link}");
    }

    // The release's own folder of photos as a link, and a link instead of a photo.
    let other = desk.path().join("other");
    fs::create_dir_all(&other).unwrap();
    symlink(&outside, other.join("photos")).unwrap();
    assert!(newsroom::add_photo(&other, &photo).is_err());
    assert_eq!(tree(&outside).len(), 1);

    let out = desk.path().join("out");
    add(&out).unwrap();
    assert_eq!(tree(&out).len(), 3);
    // Again the same: nothing is in the way, also where nothing may be replaced.
    let mut exports = Exports::new(false);
    files.iter().for_each(|(file, bytes)| exports.add_photo(&out, file, bytes).unwrap());
    exports.finish().unwrap();
    assert_eq!(tree(&out).len(), 3);
    fs::write(out.join(&files[1].0), "another").unwrap();
    let mut exports = Exports::new(false);
    assert!(files.iter().try_for_each(|(file, bytes)| exports.add_photo(&out, file, bytes)).is_err());
    drop(exports);
    assert_eq!(fs::read(out.join(&files[1].0)).unwrap(), b"another");
}
