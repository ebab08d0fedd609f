use std::fs;

use jiff::civil::date;
use tempfile::TempDir;
use uuid::Uuid;

use super::*;
use crate::newsroom::{
    RELEASE_FILE, choose_newsroom, release_file, rename_release, restore_release, save, trash_release,
};
use crate::release::{
    Block, BlockId, BlockKind, ByLang, Edition, Kind, Photo, PhotoId, Quote, Release, Speaker, SpeakerId, Status, Text,
};
use crate::words::Locale;

/// A newsroom in a folder of its own, with its index beside it.
struct Room {
    place: TempDir,
    follower: Follower,
}

impl Room {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let newsroom = place.path().join("newsroom");
        fs::create_dir(&newsroom).unwrap();
        choose_newsroom(&newsroom).unwrap();
        let follower = Follower::new(&index_file(place.path(), &newsroom), &newsroom).unwrap();
        Room { place, follower }
    }

    fn folder(&self, way: &str) -> PathBuf {
        self.place.path().join("newsroom").join(way).components().collect()
    }

    fn file(&self) -> PathBuf {
        index_file(self.place.path(), &self.folder(""))
    }

    /// A release in Russian and Kazakh.
    fn write(&self, way: &str, day: Date, headline: &str) -> Release {
        let mut release = release(day, headline);
        release.editions.push(Edition::new("kk".parse().unwrap()));
        release.editions[1].headline = format!("Қазақша: {headline}");
        save(&self.folder(way), &release).unwrap();
        release
    }

    /// A round, and everything that there is to do then.
    fn follow(&mut self) {
        self.follower.round();
        self.follower.look_again();
        while self.follower.work().unwrap().busy {}
        self.follower.work().unwrap();
    }

    fn reader(&self) -> Reader {
        Reader::open(&self.file(), &self.folder("")).unwrap()
    }

    fn listed(&self, wish: &Wish) -> Vec<Listed> {
        let reader = self.reader();
        reader.rows(&reader.list(wish).unwrap(), Locale::Russian).unwrap()
    }

    fn headlines(&self, wish: &Wish) -> Vec<String> {
        self.listed(wish).into_iter().map(|listed| listed.headline.text).collect()
    }

    fn all(&self) -> Vec<String> {
        self.headlines(&Wish::default())
    }

    fn found(&self, typed: &str) -> Vec<Listed> {
        let wish = Wish { typed: typed.into(), ..Wish::default() };
        self.reader().search(&wish, 50, Locale::Russian).unwrap().rows
    }

    fn found_headlines(&self, typed: &str) -> Vec<String> {
        self.found(typed).into_iter().map(|listed| listed.headline.text).collect()
    }
}

fn release(day: Date, headline: &str) -> Release {
    let mut release = Release::new(Uuid::new_v4(), day, "ru".parse().unwrap());
    release.editions[0].headline = headline.to_owned();
    release
}

fn marked(marked: &Marked) -> Vec<&str> {
    marked.marks.iter().map(|mark| &marked.text[mark.clone()]).collect()
}

#[test]
fn a_number_tells_shelf_and_day_and_the_newest_comes_first() {
    let days = [Date::MAX, date(2026, 11, 24), date(2026, 11, 23), date(1999, 12, 31), NO_DAY, Date::MIN];
    for shelf in Shelf::ALL {
        for day in days {
            let (first, last) = ReleaseKey::of_day(shelf, day);
            for number in [first, last] {
                assert_eq!((ReleaseKey(number).shelf(), ReleaseKey(number).day()), (shelf, day));
            }
        }
        let firsts: Vec<i64> = days.iter().map(|day| ReleaseKey::of_day(shelf, *day).0).collect();
        assert!(firsts.is_sorted(), "{firsts:?}");
    }
    assert!(ReleaseKey::of_shelf(Shelf::Releases).1 < ReleaseKey::of_shelf(Shelf::Templates).0);
}

#[test]
fn the_list_follows_what_others_create_change_rename_and_delete() {
    let mut room = Room::new();
    room.write("2026/2026-11-23-bridge", date(2026, 11, 23), "Мост");
    room.write("2026/11/2026-11-24-school", date(2026, 11, 24), "Школа");
    room.write("loose", date(2025, 1, 1), "Без года");
    room.follow();
    assert_eq!(room.all(), ["Школа", "Мост", "Без года"]);

    // Created, also in a folder that was not there; changed, with another day; renamed; deleted.
    room.write("2027/2027-01-02-new", date(2027, 1, 2), "Новое");
    room.write("2026/2026-11-23-bridge", date(2026, 11, 25), "Мост открыт");
    fs::rename(room.folder("2026/11/2026-11-24-school"), room.folder("2026/11/renamed")).unwrap();
    fs::remove_dir_all(room.folder("loose")).unwrap();
    room.follow();
    let listed = room.listed(&Wish::default());
    let headlines: Vec<&str> = listed.iter().map(|listed| listed.headline.text.as_str()).collect();
    assert_eq!(headlines, ["Новое", "Мост открыт", "Школа"]);
    assert!(listed[2].folder.ends_with("2026/11/renamed"));
    assert!(listed.iter().all(|listed| listed.langs == ["ru", "kk"]));

    // A whole year goes, and comes back.
    fs::rename(room.folder("2026"), room.place.path().join("elsewhere")).unwrap();
    room.follow();
    assert_eq!(room.all(), ["Новое"]);
    fs::rename(room.place.path().join("elsewhere"), room.folder("2026")).unwrap();
    room.follow();
    assert_eq!(room.all(), ["Новое", "Мост открыт", "Школа"]);
    assert_eq!(room.found_headlines("школа"), ["Школа"]);
    // A release whose file goes is no release any more; its folder may become one again.
    fs::remove_file(release_file(&room.folder("2027/2027-01-02-new"))).unwrap();
    room.follow();
    assert_eq!(room.all(), ["Мост открыт", "Школа"]);
    room.write("2027/2027-01-02-new", date(2027, 1, 3), "Снова");
    room.follow();
    assert_eq!(room.all(), ["Снова", "Мост открыт", "Школа"]);
}

#[test]
fn a_change_of_the_same_size_and_hour_is_seen() {
    let mut room = Room::new();
    room.write("2026/a", date(2026, 11, 23), "Мост");
    room.follow();
    let file = release_file(&room.folder("2026/a"));
    let hour = fs::metadata(&file).unwrap().modified().unwrap();
    let text = fs::read_to_string(&file).unwrap().replace("Мост", "Порт");
    let beside = room.folder("2026/a/beside");
    fs::write(&beside, text).unwrap();
    fs::File::options().write(true).open(&beside).unwrap().set_modified(hour).unwrap();
    fs::rename(&beside, &file).unwrap();
    room.follow();
    assert_eq!(room.all(), ["Порт"]);
}

#[test]
fn what_is_new_stands_above_the_others_of_its_day_and_what_is_saved_again_keeps_its_place() {
    let mut room = Room::new();
    for name in ["a", "b", "c"] {
        room.write(&format!("2026/{name}"), date(2026, 11, 23), name);
        room.follow();
    }
    assert_eq!(room.all(), ["c", "b", "a"]);
    room.write("2026/a", date(2026, 11, 23), "a again");
    room.write("2026/d", date(2026, 11, 23), "d");
    room.write("2026/e", date(2026, 11, 24), "e");
    room.follow();
    assert_eq!(room.all(), ["e", "d", "c", "b", "a again"]);
    room.write("2026/b", date(2026, 11, 24), "b, a day later");
    room.follow();
    assert_eq!(room.all(), ["b, a day later", "e", "d", "c", "a again"]);
}

#[test]
fn what_was_saved_here_is_listed_at_once() {
    let mut room = Room::new();
    room.follow();
    room.write("2028/2028-02-29-leap", date(2028, 2, 29), "Високосный");
    room.follower.look_at(&room.folder("2028/2028-02-29-leap"));
    while room.follower.work().unwrap().busy {}
    assert_eq!(room.all(), ["Високосный"]);
    let renamed = rename_release(&room.folder("2028/2028-02-29-leap"), "other").unwrap();
    room.follower.look_at(&room.folder("2028/2028-02-29-leap"));
    room.follower.look_at(&renamed);
    while room.follower.work().unwrap().busy {}
    assert_eq!(room.listed(&Wish::default())[0].folder, renamed);
    assert_eq!(room.all().len(), 1);
}

#[test]
fn the_trash_is_a_shelf_of_its_own() {
    let mut room = Room::new();
    room.write("2026/a", date(2026, 11, 23), "Мост");
    room.write("templates/weekly", date(2026, 1, 1), "Приём граждан");
    let folder = trash_release(&room.folder(""), &room.folder("2026/a")).unwrap();
    room.follow();
    let on = |shelf| room.headlines(&Wish { shelf, ..Wish::default() });
    assert_eq!(
        (on(Shelf::Releases).len(), on(Shelf::Templates), on(Shelf::Trash)),
        (0, vec!["Приём граждан".into()], vec!["Мост".into()])
    );
    assert!(room.found("мост").is_empty(), "what was thrown away is not found among the releases");
    restore_release(&room.folder(""), &folder).unwrap();
    room.follow();
    assert_eq!(room.all(), ["Мост"]);
}

#[test]
fn a_damaged_release_is_listed_with_its_fault_and_heals() {
    let mut room = Room::new();
    let release = room.write("2026/2026-11-20-a", date(2026, 11, 20), "Мост");
    room.write("2026/2026-11-21-b", date(2026, 11, 21), "Школа");
    room.follow();
    fs::write(release_file(&room.folder("2026/2026-11-20-a")), "Dateline(format: 1, release: (").unwrap();
    room.follow();
    let listed = room.listed(&Wish::default());
    assert_eq!(listed.len(), 2);
    assert!(listed[1].fault.as_ref().unwrap().contains("поврежд"), "{:?}", listed[1].fault);
    assert_eq!(listed[1].key.day(), date(2026, 11, 20), "the folder's name tells the day");
    assert!(room.found("мост").is_empty());
    save(&room.folder("2026/2026-11-20-a"), &release).unwrap();
    room.follow();
    assert_eq!(room.all(), ["Школа", "Мост"]);
    assert_eq!(room.found("мост").len(), 1);
}

#[test]
fn names_and_files_of_any_kind_do_no_harm() {
    let mut room = Room::new();
    for way in ["2026/'; drop table releases; --", "2026/%_[a] \u{202e}x", "2026/a\nb", "2026/😀", "2026/0", "20260/x"]
    {
        room.write(way, date(2026, 11, 23), way);
    }
    // Neither a release nor a folder that holds any.
    fs::create_dir_all(room.folder("2026/2026-11-23-bridge/photos/release.ron")).unwrap();
    fs::create_dir_all(room.folder(".hidden/x")).unwrap();
    room.write(".hidden/x", date(2026, 11, 23), "Hidden");
    room.write("a/b/c/d/e", date(2026, 11, 23), "Too deep");
    fs::create_dir_all(room.folder("2026/folder-for-file").join(RELEASE_FILE)).unwrap();
    fs::write(room.folder("2026/file"), "no folder").unwrap();
    room.follow();
    let listed = room.listed(&Wish::default());
    let (faulty, sound): (Vec<_>, Vec<_>) = listed.iter().partition(|listed| listed.fault.is_some());
    assert_eq!(sound.len(), 6, "{sound:?}");
    assert_eq!(faulty.len(), 1, "{faulty:?}");
    assert!(sound.iter().all(|listed| crate::newsroom::open(&listed.folder).is_ok()));
    fs::remove_dir_all(room.folder("2026")).unwrap();
    room.follow();
    assert_eq!(room.all(), ["20260/x"], "a folder's name is not the beginning of another's");
}

#[cfg(unix)]
#[test]
fn links_in_circles_and_names_that_are_no_text_are_passed_by() {
    use std::os::unix::ffi::OsStrExt;
    let mut room = Room::new();
    room.write("2026/a", date(2026, 11, 23), "Мост");
    std::os::unix::fs::symlink(room.folder(""), room.folder("2026/circle")).unwrap();
    fs::create_dir(room.folder("2026").join(std::ffi::OsStr::from_bytes(b"\xff\xfe"))).unwrap();
    room.follow();
    assert_eq!(room.all(), ["Мост"]);
}

#[test]
fn a_drive_that_vanishes_takes_nothing_off_the_list() {
    let mut room = Room::new();
    room.write("2026/a", date(2026, 11, 23), "Мост");
    room.follow();
    let away = room.place.path().join("away");
    fs::rename(room.folder(""), &away).unwrap();
    // The empty place at which a drive shows up.
    fs::create_dir(room.folder("")).unwrap();
    room.follower.round();
    let error = room.follower.work().unwrap_err().to_string();
    assert!(error.contains("newsroom"), "{error}");
    assert_eq!(room.all(), ["Мост"]);
    fs::remove_dir(room.folder("")).unwrap();
    fs::rename(&away, room.folder("")).unwrap();
    room.follow();
    assert_eq!(room.all(), ["Мост"]);
}

#[test]
fn an_index_that_is_damaged_or_gone_is_made_anew() {
    let mut room = Room::new();
    room.write("2026/a", date(2026, 11, 23), "Мост");
    room.follow();
    let (file, newsroom) = (room.file(), room.folder(""));
    drop(room.follower);
    let whole = fs::read(&file).unwrap();
    let torn = whole[..whole.len() / 2].to_vec();
    let mut scratched = whole.clone();
    scratched[4096..].fill(7);
    let foreign = b"no database at all, but long enough to look like one".repeat(100);
    for (name, bytes) in
        [("whole", whole), ("torn", torn), ("scratched", scratched), ("foreign", foreign), ("empty", Vec::new())]
    {
        forget(&file);
        fs::write(&file, bytes).unwrap();
        room.follower = Follower::new(&file, &newsroom).unwrap();
        room.follower.round();
        while room.follower.work().unwrap_or_else(|error| panic!("{name}: {error}")).busy {}
        let reader = Reader::open(&file, &newsroom).unwrap();
        let rows = reader.rows(&reader.list(&Wish::default()).unwrap(), Locale::Russian).unwrap();
        assert_eq!(rows.len(), 1, "{name}");
        let wish = Wish { typed: "мост".into(), ..Wish::default() };
        assert_eq!(reader.search(&wish, 9, Locale::Russian).unwrap().rows.len(), 1, "{name}");
    }
}

#[test]
fn two_programs_keep_one_index() {
    let mut room = Room::new();
    let mut other = Follower::new(&room.file(), &room.folder("")).unwrap();
    for round in 0..4 {
        for number in 0..20 {
            room.write(&format!("2026/{round}-{number}"), date(2026, 11, 23), &format!("Мост {round} {number}"));
        }
        other.round();
        room.follower.round();
        loop {
            let one = room.follower.work().unwrap();
            let two = other.work().unwrap();
            if !one.busy && !two.busy {
                break;
            }
        }
    }
    room.follow();
    assert_eq!(room.all().len(), 80);
    assert_eq!(other.index().count().unwrap(), 80);
    assert_eq!(room.found("мост 2 17").len(), 1);
}

#[test]
fn words_are_found_wherever_they_stand_and_in_every_language() {
    let mut room = Room::new();
    let mut release = room.write("2026/a", date(2026, 11, 23), "Мост через Есиль открыт");
    release.editions[1].headline = "Есіл үстіндегі көпір ашылды".into();
    release.editions[1].body = vec![Block {
        id: BlockId(1),
        kind: BlockKind::Paragraph(Text("Ғимарат **әсем** салынды, ұзақ күттік.".into())),
    }];
    release.speakers = vec![Speaker {
        name: ByLang::one(&"ru".parse().unwrap(), "Айгуль Тестова"),
        title: ByLang::one(&"ru".parse().unwrap(), "глава совета"),
        ..Speaker::new(SpeakerId(1))
    }];
    release.editions[0].body = vec![Block {
        id: BlockId(2),
        kind: BlockKind::Quote(Quote {
            text: Text("Мы поставили новогоднюю ёлку у больницы".into()),
            speaker: Some(SpeakerId(1)),
            ..Quote::default()
        }),
    }];
    let mut photo = Photo::new(PhotoId(1), "a.jpg".into());
    photo.caption = ByLang::one(&"ru".parse().unwrap(), "Первые пешеходы на мосту");
    photo.credit = "А. Примеров".into();
    release.photos = vec![photo];
    save(&room.folder("2026/a"), &release).unwrap();
    room.write("2026/b", date(2026, 11, 24), "Библиотека");
    room.follow();

    for (typed, hit, in_headline) in [
        ("мост", "Мост", true),
        ("ЕСИЛЬ", "Есиль", true),
        ("көп", "көпір", true),
        ("КӨПІР", "көпір", true),
        ("ғим", "Ғимарат", false),
        ("әсем", "әсем", false),
        ("ұза", "ұзақ", false),
        ("елку", "ёлку", false),
        ("ёлк", "ёлку", false),
        ("тестов", "Тестова", false),
        ("глава", "глава", false),
        ("пешеход", "пешеходы", false),
        ("пример", "Примеров", false),
    ] {
        let found = room.found(typed);
        assert_eq!(found.len(), 1, "{typed}");
        let place = if in_headline { Some(&found[0].headline) } else { found[0].found.as_ref() };
        assert!(marked(place.unwrap()).contains(&hit), "{typed}: {found:?}");
    }
    for nothing in ["мостик", "zzz", "\"", "NOT", "tags:langru", "statusdraft", "langru", "status0"] {
        assert!(room.found(nothing).is_empty(), "{nothing}");
    }
    // In both languages, it is shown in the window's.
    assert_eq!(room.found_headlines("айгуль"), ["Мост через Есиль открыт"]);
    // All of the words, anywhere.
    assert_eq!(room.found("мост ёлку тестова").len(), 1);
    assert!(room.found("мост библиотека").is_empty());
}

#[test]
fn headlines_come_before_texts_and_the_newest_before_the_older() {
    let mut room = Room::new();
    for (way, day, headline, text) in [
        ("2026/a", date(2026, 1, 1), "Мост строят", ""),
        ("2026/b", date(2026, 2, 1), "Мост открыт", ""),
        ("2026/c", date(2026, 3, 1), "Школа у реки", "Рядом стоит мост."),
        ("2026/d", date(2026, 4, 1), "Библиотека", "Через мост от школы."),
    ] {
        let mut release = release(day, headline);
        release.editions[0].body = vec![Block { id: BlockId(1), kind: BlockKind::Paragraph(Text(text.into())) }];
        save(&room.folder(way), &release).unwrap();
    }
    room.follow();
    assert_eq!(room.found_headlines("мост"), ["Мост открыт", "Мост строят", "Библиотека", "Школа у реки"]);
    let wish = Wish { typed: "мост".into(), ..Wish::default() };
    let hits = room.reader().search(&wish, 3, Locale::Russian).unwrap();
    assert_eq!((hits.rows.len(), hits.more), (3, true));
    assert!(!room.reader().search(&wish, 4, Locale::Russian).unwrap().more);
}

#[test]
fn filters_go_by_day_language_status_and_speaker_alone_and_with_words() {
    let mut room = Room::new();
    let (ru, en): (crate::release::Lang, crate::release::Lang) = ("ru".parse().unwrap(), "en".parse().unwrap());
    for (number, status) in [Status::Draft, Status::Sent, Status::Sent, Status::Withdrawn].into_iter().enumerate() {
        let mut release = release(date(2026, 11, 20 + number as i8), &format!("Мост {number}"));
        release.status = status;
        release.kind = Kind::Advisory;
        if number % 2 == 0 {
            release.editions.push(Edition::new(en.clone()));
            let name = ByLang::one(&ru, "Айгуль Тестова");
            release.speakers = vec![Speaker { name, ..Speaker::new(SpeakerId(1)) }];
        }
        save(&room.folder(&format!("2026/{number}")), &release).unwrap();
    }
    room.follow();
    let sent = Filter { status: Some(Status::Sent), ..Filter::default() };
    let english = Filter { lang: Some("en".into()), ..Filter::default() };
    let speaker = Filter { speaker: "айгуль тест".into(), ..Filter::default() };
    let days = Filter { since: Some(date(2026, 11, 21)), until: Some(date(2026, 11, 22)), ..Filter::default() };
    let both = Filter { since: Some(date(2026, 11, 22)), ..sent.clone() };
    for (filter, expected) in [
        (Filter::default(), &["Мост 3", "Мост 2", "Мост 1", "Мост 0"][..]),
        (sent, &["Мост 2", "Мост 1"]),
        (english, &["Мост 2", "Мост 0"]),
        (speaker, &["Мост 2", "Мост 0"]),
        (days, &["Мост 2", "Мост 1"]),
        (both, &["Мост 2"]),
    ] {
        let wish = Wish { filter, ..Wish::default() };
        assert_eq!(room.headlines(&wish), expected, "{wish:?}");
        let wish = Wish { typed: "мост".into(), ..wish };
        let found = room.reader().search(&wish, 9, Locale::Russian).unwrap().rows;
        let found: Vec<&str> = found.iter().map(|listed| listed.headline.text.as_str()).collect();
        assert_eq!(found, expected, "{wish:?}");
    }
    let listed = &room.listed(&Wish::default())[0];
    assert_eq!((listed.status, listed.kind), (Status::Withdrawn, Kind::Advisory));
}
