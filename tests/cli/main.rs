//! The command line as a script sees it: arguments in; files, lines and an exit code out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may stop at the first surprise

mod check;
mod example;
mod export;
mod fields;
mod new;
mod usage;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A small photo.
const JPEG: &[u8] = include_bytes!("../../assets/sample/photos/ribbon.jpg");

/// A folder of its own in which the program runs.
struct Desk(TempDir);

/// What came of a run.
#[derive(Debug)]
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Desk {
    fn new() -> Desk {
        Desk(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let file = self.path(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, bytes).unwrap();
        file
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.current_dir(self.0.path());
        command
    }

    fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Ran {
        ran(self.command().args(arguments).output().unwrap())
    }

    /// A release from these fields, which must be in order.
    fn release(&self, folder: &str, fields: &Value) {
        self.write("fields.json", fields.to_string());
        let ran = self.run(["new", "--from", "fields.json", "--out", folder]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        fs::remove_file(self.path("fields.json")).unwrap();
    }

    /// Every folder and file below this one, with its bytes.
    fn tree(&self) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        let mut tree = BTreeMap::new();
        let mut folders = vec![self.0.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let bytes = (!path.is_dir()).then(|| fs::read(&path).unwrap());
                if bytes.is_none() {
                    folders.push(path.clone());
                }
                tree.insert(path, bytes);
            }
        }
        tree
    }
}

fn ran(output: Output) -> Ran {
    Ran {
        code: output.status.code().expect("the program ends by itself"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Ran {
    /// Could not: one line on standard error, nothing on standard output, exit code 1.
    fn assert_could_not(&self, parts: &[&str]) {
        assert_eq!((self.code, self.out.as_str()), (1, ""), "{self:?}");
        assert_eq!(self.err.lines().count(), 1, "{self:?}");
        assert!(self.err.ends_with('\n'), "{self:?}");
        for part in parts {
            assert!(self.err.contains(part), "no “{part}” in: {}", self.err);
        }
    }

    fn assert_wrong_usage(&self, parts: &[&str]) {
        assert_eq!((self.code, self.out.as_str()), (2, ""), "{self:?}");
        for part in parts {
            assert!(self.err.contains(part), "no “{part}” in: {}", self.err);
        }
    }

    fn lines(&self) -> Vec<&str> {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{self:?}");
        self.out.lines().collect()
    }
}

/// The least that makes a release.
fn short_fields() -> Value {
    json!({"lang": "en", "headline": "Bridge opens", "body": [{"paragraph": "The bridge is open."}]})
}

/// A release in two languages with something of everything.
fn full_fields() -> Value {
    json!({
        "house": "kazakhstan",
        "kind": "release",
        "date": "2026-11-23",
        "embargo": "2026-11-24T10:00[Asia/Almaty]",
        "speakers": [
            {"name": {"ru": "Анна Мост", "kk": "Анна Көпір"}, "title": {"ru": "директор", "kk": "директор"}},
            {"name": "Борис Река"}
        ],
        "photos": [
            {"file": "bridge.jpg", "caption": "Мост", "alt": {"ru": "Мост через реку", "kk": "Өзен көпірі"},
             "credit": "А.Пример", "rights": "Свободно", "place": "Примерск", "taken": "2026-11-22", "lead": true},
            {"file": "pictures/река 1.jpg"}
        ],
        "contacts": [
            {"unit": "Пресс-служба", "person": "В. Пример", "phone": "74-00-00", "email": "press@example.org",
             "web": "example.org"},
            {"phones": ["74-00-01", "74-00-02"]}
        ],
        "editions": [
            {"lang": "ru", "headline": "Мост открыт", "subhead": "Движение началось", "place": "Примерск", "body": [
                {"paragraph": "**Мост** открыт."},
                {"quote": "Мы ждали. Мы рады", "speaker": "Анна Мост", "verb": "сказала", "tail": "на открытии"},
                {"heading": "Дальше"},
                {"list": ["Первое", "Второе"], "ordered": true},
                {"photo": "pictures/река 1.jpg"},
                {"quote": "Раз. Два", "speaker": "Борис Река", "placement": "split", "split_after": "Раз"},
                {"quote": "Без имени", "placement": "before"}
            ], "notes_to_editors": "Проезд по спискам."},
            {"lang": "kk", "headline": "Көпір ашылды", "body": [
                {"paragraph": "Көпір ашылды."},
                {"quote": "Күттік", "speaker": "Анна Көпір", "verb": "деді"},
                {"list": ["Бірінші"]},
                {"list": ["Екінші"]}
            ]}
        ]
    })
}

/// The fields of [`full_fields`] with their photos.
fn full_desk() -> Desk {
    let desk = Desk::new();
    desk.write("in/bridge.jpg", JPEG);
    desk.write("in/pictures/река 1.jpg", [JPEG, b"river"].concat());
    desk.write("in/fields.json", full_fields().to_string());
    desk
}

fn open(path: &Path) -> dateline::release::Release {
    dateline::newsroom::open(path).unwrap()
}
