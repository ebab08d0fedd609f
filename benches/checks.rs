//! Everything that is asked of a release after a keystroke: three editions of 3,000 words each, one block changed.
//!
//! `cargo bench --bench checks`. Target: at most 5 ms for all checks together, at the 99th percentile. With `--check` a
//! missed target ends the program with an error.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints its figures")]

#[path = "support/targets.rs"]
mod targets;

use std::hint::black_box;
use std::time::{Duration, Instant};

use dateline::check::{ReadTexts, Remembered, check, check_letters, check_parity, check_typography, gathered};
use dateline::house::Houses;
use dateline::newsroom::preset;
use dateline::pages::has_letter;
use dateline::release::{
    Block, BlockId, BlockKind, ByLang, Contact, Edition, Lang, Quote, Release, Speaker, SpeakerId,
};
use jiff::Timestamp;
use jiff::civil::date;
use targets::Line;
use uuid::Uuid;

const WORDS: usize = 3000;
const WORDS_A_BLOCK: usize = 50;
const KEYS: usize = 300;
const MOST_MILLIS: f64 = 5.0;

/// Fifty words that hold something for most rules, as they come from a keyboard.
fn sentences(lang: &str, number: usize) -> String {
    let sentence = match lang {
        "kk" => "2026 ж. 23 қарашада \"Өңір\" тобы - 15000 адам - Астана қ. жиналды... Есеп № 45, 50 % дайын ",
        "ru" => "В 2026 г. группа \"Өңір\" - это 15000 человек из г. Астана... Отчёт № 45 готов на 50 % и ",
        _ => "On November 23 2026 the \"bridge\" - with 25000 visitors - opened...  It's the city's 5 th, and ",
    };
    let words: Vec<&str> = sentence.split(' ').collect();
    let all = (0..WORDS_A_BLOCK).map(|place| words[(number + place) % words.len()]);
    all.collect::<Vec<_>>().join(" ")
}

fn edition(lang: &str) -> Edition {
    let block = |number: usize| {
        let text = sentences(lang, number);
        let kind = match number % 5 {
            4 => BlockKind::Quote(Quote { text: text.into(), speaker: Some(SpeakerId(1)), ..Quote::default() }),
            _ => BlockKind::Paragraph(text.into()),
        };
        Block { id: BlockId(u32::try_from(number).unwrap()), kind }
    };
    let body = (1..=WORDS / WORDS_A_BLOCK).map(block).collect();
    Edition { headline: sentences(lang, 0), body, ..Edition::new(lang.parse().unwrap()) }
}

fn release() -> Release {
    let lang = |tag: &str| -> Lang { tag.parse().unwrap() };
    let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang("kk"));
    release.editions = ["kk", "ru", "en"].map(edition).into();
    let name = ["kk", "ru", "en"].map(|tag| (lang(tag), "Айгүл Тестова".to_owned())).into_iter().collect();
    let title = ByLang::one(&lang("ru"), "глава городского совета");
    release.speakers = vec![Speaker { name, title, ..Speaker::new(SpeakerId(1)) }];
    release.contacts = vec![Contact { phones: vec!["70-00-00".into()], ..Contact::default() }];
    release
}

fn type_letter(release: &mut Release, key: usize) {
    let edition = &mut release.editions[key % 3];
    if let BlockKind::Paragraph(text) = &mut edition.body[10].kind {
        text.0.push(['ж', 'а', ' ', '"', '-'][key % 5]);
    }
}

fn percentile(times: &mut [Duration], share: f64) -> f64 {
    times.sort_unstable();
    let place = ((times.len() as f64 * share) as usize).min(times.len() - 1);
    times[place].as_secs_f64() * 1000.0
}

fn main() {
    let mut release = release();
    let houses = Houses { named: Some(preset("kazakhstan").unwrap()), ..Houses::default() };
    let mut remembered = Remembered::default();
    let mut read = ReadTexts::default();
    let begun = Instant::now();
    let found = gathered(check_typography(&release, &houses, &mut remembered));
    println!("typography of a newly opened release: {:.2} ms", begun.elapsed().as_secs_f64() * 1000.0);
    println!("questions about it: {}, places: {}", found.len(), found.iter().map(|one| one.count).sum::<usize>());
    let (mut all, mut letters) = (Vec::new(), Vec::new());
    let (mut typography, mut parity) = (Vec::new(), Vec::new());
    for key in 0..KEYS {
        type_letter(&mut release, key);
        let begun = Instant::now();
        black_box(check(&release, &houses, Timestamp::UNIX_EPOCH));
        let asked = Instant::now();
        black_box(check_letters(&release, &houses, &has_letter));
        let between = Instant::now();
        black_box(gathered(check_typography(&release, &houses, &mut remembered)));
        typography.push(between.elapsed());
        letters.push(between - asked);
        let between = Instant::now();
        black_box(check_parity(&release, &mut read));
        parity.push(between.elapsed());
        all.push(begun.elapsed());
    }
    let line = |name: &str, value, most| Line { name: name.into(), value, most, unit: " ms" };
    let lines = vec![
        line("all checks after a keystroke, median", percentile(&mut all, 0.5), MOST_MILLIS),
        line("all checks after a keystroke, 99th percentile", percentile(&mut all, 0.99), MOST_MILLIS),
        line("letters alone, 99th percentile", percentile(&mut letters, 0.99), MOST_MILLIS),
        line("parity alone, 99th percentile", percentile(&mut parity, 0.99), MOST_MILLIS),
        line("typography alone, 99th percentile", percentile(&mut typography, 0.99), MOST_MILLIS),
    ];
    targets::tell(lines, &std::env::args().collect::<Vec<_>>());
}
