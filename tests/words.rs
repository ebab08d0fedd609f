//! Reads the program's words and its source, and keeps them together: nothing is said that has no words, no words stand
//! unsaid, and each of the three languages says all of it, in its own way and with its own marks.

#![allow(clippy::unwrap_used, clippy::panic, reason = "words that cannot be read stop their test")]

#[path = "words/ftl.rs"]
mod ftl;
#[path = "layers/source.rs"]
mod source;
#[path = "words/spoken.rs"]
mod spoken;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use dateline::words::{Locale, Message, Particular};
use fluent_templates::LanguageIdentifier;
use fluent_templates::fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use ftl::Said;
use source::Source;
use spoken::{arguments, begins_saying, is_key, written_out};

/// Latin words that belong into Russian and Kazakh too: names, kinds of files, and letters that are to be typed.
const NAMES: &str = "Dateline Markdown HTML PDF UA A PNG JPEG XL WebP TIFF SVG GIF BMP HEIC iPhone BigTIFF AVIF RAW EPS PostScript \
    Photoshop ZIP UTF DOCTYPE viewBox Asia Almaty A4 Alt Ctrl md txt html pdf png ron id houses release kk ru en de AT \
    a z dateline renderer wgpu glow help OneDrive Dropbox Syncthing";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn words(locale: Locale) -> BTreeMap<String, Said> {
    ftl::read(&folder(locale)).0
}

fn folder(locale: Locale) -> PathBuf {
    root().join("assets/words").join(locale.tag())
}

fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    read_folder(&root().join("src"), &mut sources);
    assert!(sources.len() > 50, "{} files were read", sources.len());
    sources
}

fn read_folder(folder: &Path, sources: &mut Vec<Source>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            read_folder(&path, sources);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let file = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            sources.push(Source::read(&file, &fs::read_to_string(&path).unwrap()));
        }
    }
}

fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "{}:\n{}", complaints.len(), complaints.join("\n"));
}

// ---- The words among themselves.

#[test]
fn no_message_stands_twice() {
    none(&Locale::ALL.map(|locale| ftl::read(&folder(locale)).1).concat());
}

#[test]
fn each_language_says_the_same_messages_with_the_same_particulars() {
    let english = words(Locale::English);
    assert!(english.len() > 200, "{} messages", english.len());
    let mut complaints = Vec::new();
    for locale in [Locale::Russian, Locale::Kazakh] {
        let other = words(locale);
        let missing = english.iter().filter(|(key, _)| !other.contains_key(*key));
        complaints.extend(missing.map(|(key, said)| format!("{}: {key} is not there in {}", said.place, locale.tag())));
        for (key, said) in &other {
            match english.get(key) {
                None => complaints.push(format!("{}: {key} is not there in en", said.place)),
                Some(here) if here.particulars() != said.particulars() => {
                    complaints.push(format!("{}: {key} has other particulars than {}", said.place, here.place));
                }
                Some(_) => {}
            }
        }
    }
    none(&complaints);
}

#[test]
fn each_language_keeps_its_messages_in_the_same_files() {
    let names = |locale| ftl::files(&folder(locale)).into_iter().map(|(name, _)| name[3..].to_owned());
    let english: Vec<String> = names(Locale::English).collect();
    for locale in [Locale::Russian, Locale::Kazakh] {
        assert_eq!(names(locale).collect::<Vec<_>>(), english, "{}", locale.tag());
    }
}

/// The words of one language as the library that says them reads them.
fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = locale.tag().parse().unwrap();
    let mut bundle = FluentBundle::new(vec![language]);
    bundle.set_use_isolating(false);
    for (file, text) in ftl::files(&folder(locale)) {
        let read = FluentResource::try_new(text).map_err(|(_, errors)| errors);
        bundle.add_resource(read.unwrap_or_else(|errors| panic!("{file}: {errors:?}"))).unwrap();
    }
    bundle
}

/// A message with the same sample in the place of each particular; everything that goes wrong is a complaint.
fn tell(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    said: &Said,
    sample: &FluentValue<'static>,
) -> Result<String, String> {
    let mut particulars = FluentArgs::new();
    said.particulars().into_iter().for_each(|name| particulars.set(name, sample.clone()));
    let pattern = bundle.get_message(key).and_then(|message| message.value());
    let pattern = pattern.ok_or_else(|| format!("{}: {key} says nothing", said.place))?;
    let mut errors = Vec::new();
    let told = bundle.format_pattern(pattern, Some(&particulars), &mut errors).into_owned();
    // Where a message is nothing but its particulars, they may be empty.
    let is_told = !told.trim().is_empty() || said.letters().trim().is_empty();
    match errors.is_empty() && is_told {
        true => Ok(told),
        false => Err(format!("{}: {key} is told as “{told}”: {errors:?}", said.place)),
    }
}

#[test]
fn every_message_is_told_whatever_its_particulars_are() {
    let tags = ["kk", "ru", "en", "de", "fr", "en-GB", "", "{ $x }", "«Өңір» – 字"].map(FluentValue::from);
    let counts = [0_usize, 1, 2, 5, 11, 21, 100].map(FluentValue::from);
    let mut complaints = Vec::new();
    for locale in Locale::ALL {
        let bundle = bundle(locale);
        for (key, said) in &words(locale) {
            // Where a number is counted there is never a word.
            let samples = tags.iter().filter(|_| !said.counts()).chain(&counts);
            complaints.extend(samples.filter_map(|sample| tell(&bundle, key, said, sample).err()));
        }
    }
    none(&complaints);
}

#[test]
fn what_the_program_itself_says_is_what_stands_in_the_files() {
    // The program has them built in; a file that was added and not built in would be seen here.
    let mut complaints = Vec::new();
    for locale in Locale::ALL {
        let bundle = bundle(locale);
        for (key, said) in &words(locale) {
            let key: &'static str = Box::leak(key.clone().into_boxed_str());
            let with = |message: Message, name: String| message.with(Box::leak(name.into_boxed_str()), 5_usize);
            let told = said.particulars().into_iter().fold(Message::new(key), with).in_locale(locale);
            let expected = tell(&bundle, key, said, &FluentValue::from(5_usize)).unwrap_or_default();
            if told != expected {
                complaints.push(format!("{}: {key} is told as “{told}”", said.place));
            }
        }
    }
    none(&complaints);
}

#[test]
fn numbers_and_the_words_around_them_agree() {
    let mut complaints = Vec::new();
    let mut counted = 0;
    for locale in Locale::ALL {
        let bundle = bundle(locale);
        for (key, said) in words(locale).iter().filter(|(_, said)| said.counts()) {
            counted += 1;
            let forms: &[&str] = match locale {
                Locale::English | Locale::Kazakh => &["one", "other"],
                Locale::Russian => &["one", "few", "many"],
            };
            if said.forms() != forms {
                complaints.push(format!("{}: {key} has the forms {:?}, not {forms:?}", said.place, said.forms()));
            }
            let around = |count: usize| {
                let told = tell(&bundle, key, said, &FluentValue::from(count)).unwrap_or_default();
                told.replace(&count.to_string(), "")
            };
            let [none, one, two, five, eleven, twenty_one] = [0, 1, 2, 5, 11, 21].map(around);
            let agree = match locale {
                Locale::English => one != two && [&none, &five, &eleven, &twenty_one] == [&two; 4],
                // After a number nothing changes in Kazakh, so there is no need to choose.
                Locale::Kazakh => [&none, &one, &five, &eleven, &twenty_one] == [&two; 5],
                Locale::Russian => one == twenty_one && one != two && two != five && [&none, &eleven] == [&five; 2],
            };
            if !agree {
                complaints.push(format!("{}: {key}: “{one}”, “{two}”, “{five}”, “{twenty_one}”", said.place));
            }
        }
    }
    assert!(counted > 0, "nothing is counted");
    none(&complaints);
}

#[test]
fn where_english_counts_russian_does_too() {
    let russian = words(Locale::Russian);
    // What is never inflected, such as «фото», need not choose.
    let unbending = ["фото"];
    let bends = |said: &Said| !unbending.iter().any(|word| said.letters().contains(word));
    let counting = words(Locale::English).into_iter().filter(|(_, said)| said.counts());
    let missed = counting.filter_map(|(key, _)| russian.get(&key).filter(|said| !said.counts() && bends(said)));
    none(
        &missed.map(|said| format!("{}: “{}” is the same for 1, 2 and 5", said.place, said.value)).collect::<Vec<_>>(),
    );
}

// ---- How each language is written.

/// The Latin words in a text.
fn latin(letters: &str) -> impl Iterator<Item = &str> {
    let words = letters.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| word.contains(|letter: char| letter.is_ascii_alphabetic()))
}

#[test]
fn nothing_is_left_in_english() {
    let mut complaints = Vec::new();
    for locale in [Locale::Russian, Locale::Kazakh] {
        for (key, said) in words(locale) {
            let letters = said.letters();
            let foreign: Vec<&str> =
                latin(&letters).filter(|word| !NAMES.split_whitespace().any(|name| name == *word)).collect();
            if !foreign.is_empty() {
                complaints.push(format!("{}: {key}: {} in “{}”", said.place, foreign.join(", "), letters.trim()));
            }
        }
    }
    none(&complaints);
}

#[test]
fn each_language_has_its_own_marks() {
    let mut complaints = Vec::new();
    for locale in Locale::ALL {
        let (foreign, kept): (&[&str], &str) = match locale {
            Locale::English => (&["\"", "...", "«", "»", "—", " - "], "“…”, ’ and –"),
            Locale::Russian | Locale::Kazakh => (&["\"", "...", "'", "“", "”", "„", "—", " - "], "«…» and –"),
        };
        for (key, said) in words(locale) {
            let letters = said.letters();
            for mark in foreign.iter().filter(|mark| letters.contains(**mark)) {
                complaints.push(format!("{}: {key}: {mark} where {kept} belong", said.place));
            }
        }
    }
    none(&complaints);
}

// ---- The words and the source.

#[test]
fn everything_that_is_said_has_words() {
    let english = words(Locale::English);
    let mut complaints = Vec::new();
    let mut said = 0;
    for source in &sources() {
        for at in (0..source.tokens.len()).filter(|at| begins_saying(source, *at)) {
            for (line, key) in arguments(source, at) {
                said += 1;
                if !english.contains_key(key) {
                    complaints.push(format!("{}:{line}: there are no words for “{key}”", source.file));
                }
            }
        }
    }
    assert!(said > 150, "{said} keys were found");
    none(&complaints);
}

/// A table of keys, such as that of the commands, is a string like any other: what begins like a key is one.
#[test]
fn what_begins_like_a_key_is_one() {
    // Names for scripts and for browsers.
    let others = ["src/check/rule.rs", "src/cli", "src/export/html"];
    let english = words(Locale::English);
    let first = |key: &str| key.split_once('-').map(|(first, _)| first.to_owned());
    let beginnings: BTreeSet<String> = english.keys().filter_map(|key| first(key)).collect();
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|source| !others.iter().any(|other| source.file.starts_with(other))) {
        for (line, text) in &source.strings {
            let begins = is_key(text) && first(text).is_some_and(|first| beginnings.contains(&first));
            if begins && !english.contains_key(text) {
                complaints.push(format!("{}:{line}: there are no words for “{text}”", source.file));
            }
        }
    }
    none(&complaints);
}

#[test]
fn no_words_stand_unsaid() {
    let sources = sources();
    let strings: BTreeSet<&str> =
        sources.iter().flat_map(|source| &source.strings).map(|(_, text)| text.as_str()).collect();
    let english = words(Locale::English);
    let unsaid = english.iter().filter(|(key, _)| !strings.contains(key.as_str()));
    none(&unsaid.map(|(key, said)| format!("{}: nobody says {key}", said.place)).collect::<Vec<_>>());
}

fn shows_words(source: &Source) -> bool {
    source.module[0] == "ui" || source.file == "src/app.rs"
}

#[test]
fn no_panel_holds_words_of_its_own() {
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|source| shows_words(source)) {
        let told = |(line, text)| format!("{}:{line}: “{text}” is for the files of words", source.file);
        complaints.extend(written_out(source).into_iter().map(told));
    }
    none(&complaints);
}

// ---- The tests themselves.

#[test]
fn a_message_is_read_with_its_forms_and_particulars() {
    let said = Said {
        place: String::new(),
        value: "{ $count ->\n    [one] { $count } day\n   *[other] { $count } days\n} in { $place }".into(),
    };
    assert_eq!(said.forms(), ["one", "other"]);
    assert_eq!(said.particulars().into_iter().collect::<Vec<_>>(), ["count", "place"]);
    assert_eq!(said.letters().split_whitespace().collect::<Vec<_>>(), ["day", "days", "in"]);
    assert!(said.counts());
}

#[test]
fn a_particular_may_be_a_message_itself() {
    let count: Particular = Message::new("count-photos").with("count", 2_usize).into();
    let message = Message::new("findings-languages-and-photos").with("languages", "kk, ru").with("photos", count);
    assert_eq!(message.in_locale(Locale::Kazakh), "kk, ru, 2 фото");
}
