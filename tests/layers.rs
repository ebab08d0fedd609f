//! Reads the source and keeps the program's layers apart: who may import whom, and what must never be where.
//!
//! Each rule says why. Test code is free. Where a rule is in the way, the design is to be thought over first, then this file.

#![allow(clippy::unwrap_used, reason = "source that cannot be read stops its test")]

#[path = "layers/source.rs"]
mod source;

use std::fs;
use std::path::Path;

use source::Source;

/// The layers, the lowest first; imports go down only, never to a neighbour.
const LAYERS: [&[&str]; 11] = [
    &["words"],
    &["release"],
    &["photo_file", "language", "register"],
    &["house"],
    &["story"],
    &["pages"],
    &["newsroom", "export", "check"],
    &["desk"],
    &["ui"],
    &["app", "cli"],
    &["main", "lib"],
];

/// Plain data and rules.
const WORDS: [&str; 6] = ["release", "register", "house", "language", "story", "check"];

const WINDOW: [&str; 5] = ["egui", "eframe", "epaint", "egui_dnd", "egui_kittest"];
const TYPST: [&str; 5] = ["typst", "typst_layout", "typst_pdf", "typst_render", "typst_library"];
const CLOCKS: [&str; 6] = ["Timestamp::now", "Zoned::now", "SystemTime", "Instant", "TimeZone::system", "new_v4"];
const DISK: [&str; 11] = [
    "std::fs",
    "fs::File",
    "OpenOptions",
    "tempfile",
    ".exists",
    ".try_exists",
    ".is_file",
    ".is_dir",
    ".read_dir",
    ".canonicalize",
    ".symlink_metadata",
];
const THREADS: [&str; 4] = ["std::thread", "thread::spawn", "rayon", "tokio"];

/// What must never be where.
struct Rule {
    name: &'static str,
    why: &'static str,
    /// Does the rule hold in this file?
    holds_in: fn(&Source) -> bool,
    forbids: fn() -> Vec<&'static str>,
}

const RULES: [Rule; 12] = [
    Rule {
        name: "words know no window and no typesetting",
        why: "release, house, language, story and check are plain data and rules, for every front end alike",
        holds_in: |source| is_in(source, &WORDS),
        forbids: || [&WINDOW[..], &TYPST].concat(),
    },
    Rule {
        name: "words know no files and no threads",
        why: "release, house, language, story and check borrow in and own out; reading and waiting is done elsewhere",
        holds_in: |source| is_in(source, &WORDS),
        forbids: || [&DISK[..], &THREADS, &["std::path", "std::process", "std::net", "std::env"]].concat(),
    },
    Rule {
        name: "words know no clock",
        why: "today's date and hour are arguments, so that the same release gives the same words tomorrow",
        holds_in: |source| is_in(source, &WORDS),
        forbids: || CLOCKS.to_vec(),
    },
    Rule {
        name: "export, pages and photo_file take values and give bytes",
        why: "no path, no window, no clock: the same input gives the same bytes",
        holds_in: |source| is_in(source, &["export", "pages", "photo_file"]),
        forbids: || [&WINDOW[..], &CLOCKS, &["std::path", "std::fs", "std::env"]].concat(),
    },
    Rule {
        name: "only newsroom knows RON",
        why: "the file format can change in one place only",
        holds_in: |source| !is_in(source, &["newsroom"]),
        forbids: || vec!["ron"],
    },
    Rule {
        name: "only newsroom, cli and app touch the disk",
        why: "a lost word is looked for in three places, not in thirty",
        holds_in: |source| !is_in(source, &["newsroom", "cli", "app"]),
        forbids: || DISK.to_vec(),
    },
    Rule {
        name: "desk knows no window",
        why: "what is open and its state is tested without drawing",
        holds_in: |source| is_in(source, &["desk", "newsroom", "photo_file", "cli"]),
        forbids: || WINDOW.to_vec(),
    },
    Rule {
        name: "ui opens nothing",
        why: "drawing never waits: it edits the desk and pushes commands, and sees no format's bytes",
        holds_in: |source| is_in(source, &["ui"]),
        forbids: || {
            [
                &THREADS[..],
                &TYPST,
                &["std::fs", "fs::File", "std::process", "rfd", "export::export", "export::Exported"],
            ]
            .concat()
        },
    },
    Rule {
        name: "dialogs stand in app/picker.rs",
        why: "the system's dialogs are made on the main thread and awaited elsewhere; one file knows how",
        holds_in: |source| source.file != "src/app/picker.rs",
        forbids: || vec!["rfd"],
    },
    Rule {
        name: "colours stand in ui/theme.rs",
        why: "light, dark and contrast are decided in one place",
        // A photo's pixels are nobody's choice of colour.
        holds_in: |source| source.file != "src/ui/theme.rs" && !is_in(source, &["photo_file"]),
        forbids: || {
            vec![
                "Color32::from_rgb",
                "Color32::from_gray",
                "Color32::from_hex",
                "Color32::from_rgba_unmultiplied",
                "Color32::from_rgba_premultiplied",
                "Color32::from_black_alpha",
                "Color32::from_white_alpha",
                "Color32::from_rgb_additive",
                "Color32::from_additive_luminance",
                "Color32::BLACK",
                "Color32::WHITE",
                "Color32::GRAY",
                "Color32::LIGHT_GRAY",
                "Color32::DARK_GRAY",
                "Color32::RED",
                "Color32::LIGHT_RED",
                "Color32::DARK_RED",
                "Color32::GREEN",
                "Color32::LIGHT_GREEN",
                "Color32::DARK_GREEN",
                "Color32::BLUE",
                "Color32::LIGHT_BLUE",
                "Color32::DARK_BLUE",
                "Color32::YELLOW",
                "Color32::LIGHT_YELLOW",
                "Color32::ORANGE",
                "Color32::BROWN",
                "Color32::GOLD",
                "Color32::MAGENTA",
                "Color32::CYAN",
                "Color32::PURPLE",
                "Color32::KHAKI",
                "Rgba",
                "Hsva",
                "hex_color",
            ]
        },
    },
    Rule {
        name: "threads stand in the workers of app and in cli/export.rs",
        why: "whatever runs beside the window can be shown, stopped and waited for in one place",
        holds_in: |source| {
            let free = [
                "src/app/company_worker.rs",
                "src/app/jobs.rs",
                "src/app/journaling.rs",
                "src/app/newsroom_worker.rs",
                "src/app/pages_worker.rs",
                "src/app/thumbnails.rs",
                "src/cli/export.rs",
                // Waits a moment for another program, and starts nothing.
                "src/newsroom/save_lock.rs",
            ];
            !free.contains(&source.file.as_str())
        },
        forbids: || THREADS.to_vec(),
    },
    Rule {
        name: "unescaped HTML stands in export/html",
        why: "what was typed never becomes markup by pasting strings",
        holds_in: |source| !source.module.join("/").starts_with("export/html"),
        forbids: || vec!["PreEscaped"],
    },
];

/// A module and everything in it.
fn is_in(source: &Source, modules: &[&str]) -> bool {
    modules.contains(&source.module[0].as_str())
}

/// Everything that breaks a rule, a line each.
fn complaints(sources: &[Source]) -> Vec<String> {
    let tests: Vec<&Vec<String>> = sources.iter().flat_map(|source| &source.test_modules).collect();
    let program = sources.iter().filter(|source| !tests.iter().any(|test| source.module.starts_with(test)));
    program.flat_map(|source| [imports(source), never(source), colours(source)].concat()).collect()
}

fn complaint(source: &Source, line: usize, what: &str, rule: &str, why: &str) -> String {
    format!("{}:{line}: {what} – {rule}: {why}", source.file)
}

fn imports(source: &Source) -> Vec<String> {
    let name = "imports go down only";
    let layer = |module: &str| LAYERS.iter().position(|layer| layer.contains(&module));
    let own = &source.module[0];
    let Some(own_layer) = layer(own) else {
        let why = "give it one in LAYERS of tests/layers.rs, and a line in the map of src/lib.rs";
        return vec![complaint(source, 1, own, "every module has a layer", why)];
    };
    let mut complaints = Vec::new();
    for path in &source.paths {
        let Some(target) = target(&path.segments, &source.module) else { continue };
        let Some(target_layer) = layer(target).filter(|_| target != own) else { continue };
        if target_layer >= own_layer {
            let why = format!("{own} may not know {target}; {}", "what both need belongs below them");
            complaints.push(complaint(source, path.line, &path.segments.join("::"), name, &why));
        }
    }
    complaints
}

/// The module of ours that a path leads into, if it is one.
fn target<'a>(segments: &'a [String], module: &[String]) -> Option<&'a str> {
    let rest = match segments.first()?.as_str() {
        "crate" | "dateline" => &segments[1..],
        "super" => {
            let ups = segments.iter().take_while(|segment| *segment == "super").count();
            // An inline module is one more step; whoever leaves the file's own module stands at the root.
            segments.get(ups..).filter(|_| ups >= module.len())?
        }
        _ => return None,
    };
    rest.first().map(String::as_str)
}

fn never(source: &Source) -> Vec<String> {
    let mut complaints = Vec::new();
    for rule in RULES.iter().filter(|rule| (rule.holds_in)(source)) {
        let forbidden = (rule.forbids)();
        for path in &source.paths {
            if forbidden.iter().any(|forbidden| names(&path.segments, forbidden)) {
                let what = path.segments.join("::").replace(".::", ".");
                complaints.push(complaint(source, path.line, &what, rule.name, rule.why));
            }
        }
    }
    complaints
}

/// `std::fs` names itself and everything in it; a name of one of ours or of a crate stands first; a type stands anywhere.
fn names(segments: &[String], forbidden: &str) -> bool {
    if let Some(method) = forbidden.strip_prefix('.') {
        return segments.len() == 2 && segments[0] == "." && segments[1] == method;
    }
    let wanted: Vec<&str> = forbidden.split("::").collect();
    let is_crate = wanted.len() == 1 && wanted[0].chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
    if is_crate && forbidden != "new_v4" && forbidden != "hex_color" {
        return segments.len() > 1 && segments[0] == forbidden;
    }
    segments.windows(wanted.len()).any(|window| window == wanted)
}

/// A colour that is written out as a string, in the modules of the window.
fn colours(source: &Source) -> Vec<String> {
    let is_colour = |text: &str| {
        let digits = text.strip_prefix('#').unwrap_or_default();
        [3, 4, 6, 8].contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_hexdigit())
    };
    if !is_in(source, &["ui", "app", "desk"]) || source.file == "src/ui/theme.rs" {
        return Vec::new();
    }
    let rule = RULES.iter().find(|rule| rule.name.starts_with("colours")).unwrap();
    let strings = source.strings.iter().filter(|(_, text)| is_colour(text));
    strings.map(|(line, text)| complaint(source, *line, text, rule.name, rule.why)).collect()
}

fn read_folder(folder: &Path, root: &Path, sources: &mut Vec<Source>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            read_folder(&path, root, sources);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let file = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            sources.push(Source::read(&file, &fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn the_source_keeps_its_layers() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    read_folder(&root.join("src"), root, &mut sources);
    for known in ["src/main.rs", "src/release.rs", "src/story/quote.rs", "src/newsroom/atomic.rs"] {
        assert!(sources.iter().any(|source| source.file == known), "{known} was not read");
    }
    let complaints = complaints(&sources);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// Source that breaks exactly one rule, or none.
fn told(file: &str, code: &str) -> Vec<String> {
    complaints(&[Source::read(file, code)])
}

#[test]
fn every_rule_can_fail() {
    let offences = [
        ("words know no window and no typesetting", "src/story.rs", "use egui::Ui;"),
        ("words know no window and no typesetting", "src/check/quotes.rs", "fn f() { typst::compile(); }"),
        ("words know no files and no threads", "src/release/photo.rs", "use std::{io, path::{Path, PathBuf}};"),
        ("words know no files and no threads", "src/house.rs", "fn f() { std::thread::sleep(d); }"),
        ("words know no clock", "src/check.rs", "fn f() { let now = Timestamp::now(); }"),
        ("words know no clock", "src/language.rs", "use std::time::SystemTime;"),
        ("words know no clock", "src/release.rs", "fn f() { jiff::Zoned::now(); }"),
        ("export, pages and photo_file take values and give bytes", "src/export/html.rs", "use std::path::Path;"),
        (
            "export, pages and photo_file take values and give bytes",
            "src/pages/world.rs",
            "fn f() { std::time::Instant::now(); }",
        ),
        (
            "export, pages and photo_file take values and give bytes",
            "src/export.rs",
            "fn f() { uuid::Uuid::new_v4(); }",
        ),
        ("only newsroom knows RON", "src/cli/fields.rs", "fn f() { ron::from_str(text); }"),
        ("only newsroom knows RON", "src/release.rs", "use ron::ser::to_string;"),
        ("only newsroom, cli and app touch the disk", "src/desk.rs", "use std::fs;"),
        ("only newsroom, cli and app touch the disk", "src/photo_file.rs", "use std::{fs::File, io};"),
        ("only newsroom, cli and app touch the disk", "src/desk/edit.rs", "fn f(path: &P) { if path.is_file() {} }"),
        ("desk knows no window", "src/desk.rs", "use eframe::egui::Color32;"),
        ("desk knows no window", "src/cli.rs", "use egui::Context;"),
        ("ui opens nothing", "src/ui/photos.rs", "fn f() { std::fs::read(name); }"),
        ("ui opens nothing", "src/ui/form.rs", "fn f() { std::thread::spawn(|| ()); }"),
        ("ui opens nothing", "src/ui.rs", "use crate::export::{Exported, Format};"),
        ("dialogs stand in app/picker.rs", "src/app.rs", "use rfd::AsyncFileDialog;"),
        ("dialogs stand in app/picker.rs", "src/ui/photos.rs", "fn f() { rfd::FileDialog::new(); }"),
        ("colours stand in ui/theme.rs", "src/ui/form.rs", "fn f() { let red = Color32::from_rgb(1, 2, 3); }"),
        ("colours stand in ui/theme.rs", "src/app.rs", "fn f() { egui::Color32::RED; }"),
        ("colours stand in ui/theme.rs", "src/ui/widgets.rs", "const RED: &str = \"#ff0000\";"),
        ("colours stand in ui/theme.rs", "src/ui/widgets.rs", "fn f() { hex_color!(\"ff0000\"); }"),
        ("threads stand in the workers of app and in cli/export.rs", "src/app.rs", "use std::thread;"),
        (
            "threads stand in the workers of app and in cli/export.rs",
            "src/newsroom.rs",
            "use std::{fs, thread::spawn};",
        ),
        ("unescaped HTML stands in export/html", "src/export/markdown.rs", "use maud::{Markup, PreEscaped};"),
        ("unescaped HTML stands in export/html", "src/ui.rs", "fn f() { maud::PreEscaped(text); }"),
        ("imports go down only", "src/release.rs", "use crate::house::House;"),
        ("imports go down only", "src/release.rs", "use crate::{language::Language};"),
        ("imports go down only", "src/language.rs", "use super::story::Story;"),
        ("imports go down only", "src/house/pattern.rs", "use super::super::story;"),
        ("imports go down only", "src/story.rs", "fn f() { crate::export::export(); }"),
        ("imports go down only", "src/export.rs", "use crate::newsroom::open;"),
        ("imports go down only", "src/newsroom.rs", "use crate::desk::Desk;"),
        ("imports go down only", "src/desk.rs", "use crate::ui::command::Command;"),
        ("imports go down only", "src/ui/form.rs", "use crate::app::Event;"),
        ("imports go down only", "src/cli.rs", "use crate::app::run;"),
        ("every module has a layer", "src/helpers.rs", ""),
    ];
    for (rule, file, code) in offences {
        let told = told(file, &format!("\n{code}\n"));
        let start = format!("{file}:{}: ", if code.is_empty() { 1 } else { 2 });
        assert!(told.iter().any(|line| line.starts_with(&start) && line.contains(rule)), "{file}, {code}: {told:?}");
    }
    for rule in RULES.iter().map(|rule| rule.name) {
        assert!(offences.iter().any(|(broken, _, _)| *broken == rule), "nothing breaks “{rule}”");
    }
}

#[test]
fn what_is_allowed_raises_no_complaint() {
    for (file, code) in [
        ("src/story.rs", "use crate::{house::House, language::Language, release::{Release, Text}};"),
        ("src/check/quotes.rs", "use super::Finding; use crate::story::set; use crate::check::place::Place;"),
        ("src/newsroom.rs", "use std::fs::{self, File}; use ron::Options; use crate::release::Release;"),
        ("src/cli/export.rs", "use std::fs; use crate::newsroom; use crate::export::{Exported, export};"),
        ("src/ui/form.rs", "use std::path::PathBuf; use egui::Ui; fn f() { egui::Color32::TRANSPARENT; }"),
        ("src/ui/theme.rs", "use egui::Color32; const INK: Color32 = Color32::from_rgb(1, 2, 3);"),
        ("src/app/picker.rs", "use rfd::AsyncFileDialog;"),
        ("src/app/jobs.rs", "use std::thread; fn f() { thread::spawn(|| ()); }"),
        ("src/app/newsroom_worker.rs", "fn f() { std::thread::Builder::new(); }"),
        ("src/app/pages_worker.rs", "fn f() { std::thread::Builder::new(); }"),
        ("src/app/journaling.rs", "fn f() { std::thread::Builder::new(); }"),
        ("src/app/thumbnails.rs", "fn f() { std::thread::Builder::new(); }"),
        ("src/export/html/words.rs", "use maud::PreEscaped;"),
        ("src/export/html.rs", "const STYLE: &str = \"#ff0000\";"),
        ("src/main.rs", "fn main() { dateline::app::run(); dateline::cli::run(); }"),
        ("src/check.rs", "use jiff::Timestamp; fn check(now: Timestamp) {}"),
        (
            "src/release.rs",
            "// use std::fs;\n/* egui::Ui /* Instant */ */ const S: &str = \"std::fs\"; const R: &str = r#\"ron::\"#;",
        ),
        ("src/release.rs", "fn f<'a>(x: &'a str) -> char { let c = '\\''; let d = '\"'; c }\n"),
        ("src/story.rs", "#[cfg(test)]\nmod tests { use std::fs; fn f() { std::time::Instant::now(); } }"),
        ("src/story.rs", "#[cfg(test)]\n#[allow(unused)]\nuse std::{fs, thread};"),
    ] {
        assert_eq!(told(file, code), [] as [String; 0], "{file}");
    }
}

#[test]
fn only_test_code_is_free() {
    let hidden = "#[cfg(test)]\nmod tests { fn f() { let x = \"}\"; } }\nuse std::fs;";
    assert_eq!(told("src/story.rs", hidden).len(), 2, "behind a test module the rules hold again");
    assert!(!told("src/story.rs", "#[cfg(not(test))]\nuse std::fs;").is_empty());
    let free = [
        Source::read("src/story.rs", "#[cfg(test)]\nmod tests;\nfn f() {}"),
        Source::read("src/story/tests.rs", "use std::fs;"),
        Source::read("src/story/tests/more.rs", "use std::thread;"),
    ];
    assert_eq!(complaints(&free), [] as [String; 0]);
    assert!(!complaints(&free[1..]).is_empty(), "a file is test code only where its parent says so");
}
