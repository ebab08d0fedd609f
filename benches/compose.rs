//! Time per release: setting and writing a long one, opening the sample, and the command line from start to exit.
//!
//! `cargo bench --bench compose`. Targets: under 5 ms for setting and writing 20,000 words in any format, under 20 ms
//! for `dateline export --to md` of the sample.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "criterion makes functions; a benchmark stops at the first surprise"
)]

use std::hint::black_box;
use std::process::Command;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dateline::export::{Format, Lines, Options, export};
use dateline::newsroom::{houses_for, open, sample};
use dateline::release::{
    Block, BlockId, BlockKind, ByLang, Edition, Lang, Placement, Quote, Release, Speaker, SpeakerId,
};
use dateline::story::set;
use jiff::civil::date;
use uuid::Uuid;

const WORDS: usize = 20_000;
const WORDS_A_BLOCK: usize = 50;

const SYLLABLES: [&str; 16] =
    ["ба", "көп", "рі", "са", "лын", "ды", "қа", "ла", "өз", "ен", "жа", "ға", "үй", "тұр", "ғын", "мек"];

const NAMES: [&str; 3] = ["Айгүл Сәрсенова", "Тимур Әбенов", "Ольга Панченко"];

/// The same made-up words at every run: a word is its number in syllables.
fn word(number: usize) -> String {
    let mixed = number.wrapping_mul(2_654_435_761) >> 7;
    (0..1 + mixed % 4).map(|place| SYLLABLES[(mixed >> (4 * place)) % SYLLABLES.len()]).collect()
}

/// Sentences of ten words, with something strong, something emphasised and a link in each block.
fn sentences(block: usize) -> String {
    let mut text = String::new();
    for place in 0..WORDS_A_BLOCK {
        let word = word(block * WORDS_A_BLOCK + place);
        text += &match place {
            12 => format!("**{word}**"),
            23 => format!("*{word}*"),
            34 => format!("[{word}](https://example.org/{block})"),
            _ => word,
        };
        text += if place % 10 == 9 { ". " } else { " " };
    }
    text
}

fn block(number: usize) -> Block {
    let mut text = sentences(number);
    let speaker = number / 4 % NAMES.len();
    let kind = if number % 4 == 3 {
        BlockKind::Quote(Quote {
            text: text.trim_end().into(),
            speaker: Some(SpeakerId(u32::try_from(speaker).unwrap())),
            verb: "деді".into(),
            tail: String::new(),
            titled: false,
            placement: match speaker {
                0 => Placement::After,
                1 => Placement::Before,
                _ => Placement::Split { after: String::new() },
            },
        })
    } else if number % 20 == 8 {
        BlockKind::List { ordered: number % 40 == 8, items: text.split_inclusive(". ").map(Into::into).collect() }
    } else {
        if number % 12 == 1 {
            text += NAMES[speaker];
        }
        BlockKind::Paragraph(text.into())
    };
    Block { id: BlockId(u32::try_from(number).unwrap()), kind }
}

fn long_release() -> Release {
    let lang: Lang = "kk".parse().unwrap();
    let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang.clone());
    let speaker = |(id, name): (u32, &str)| Speaker {
        name: ByLang::one(&lang, name),
        title: ByLang::one(&lang, word(id as usize)),
        ..Speaker::new(SpeakerId(id))
    };
    release.speakers = (0..).zip(NAMES).map(speaker).collect();
    release.house = Some("kazakhstan".into());
    release.editions = vec![Edition {
        headline: (0..8).map(word).collect::<Vec<_>>().join(" "),
        place: "Жасылтау".into(),
        body: (0..WORDS / WORDS_A_BLOCK).map(block).collect(),
        ..Edition::new(lang)
    }];
    release
}

fn set_and_write(criterion: &mut Criterion) {
    let release = long_release();
    let houses = houses_for(&release, None).unwrap();
    let edition = &release.editions[0];
    let typed = |block: &Block| match &block.kind {
        BlockKind::Paragraph(text) | BlockKind::Quote(Quote { text, .. }) => text.0.split_whitespace().count(),
        BlockKind::List { items, .. } => items.iter().map(|item| item.0.split_whitespace().count()).sum(),
        BlockKind::Heading(_) | BlockKind::Photo(_) => 0,
    };
    assert!(edition.body.iter().map(typed).sum::<usize>() >= WORDS);
    let house = houses.of(&edition.lang);
    let mut group = criterion.benchmark_group("set and write 20,000 words");
    group.throughput(Throughput::Elements(WORDS as u64));
    let wrapped = Lines::Wrapped { columns: 72 };
    for (name, format, lines) in [
        ("md", Format::Markdown, Lines::Paragraphs),
        ("txt", Format::Text, Lines::Paragraphs),
        ("txt, wrapped", Format::Text, wrapped),
        ("txt, paged", Format::Text, Lines::A4),
        ("html", Format::Html, Lines::Paragraphs),
    ] {
        let options = Options { lines, ..Options::default() };
        group.bench_function(name, |bencher| {
            bencher.iter(|| export(&set(black_box(&release), edition, house), format, &options));
        });
    }
    group.bench_function("set alone", |bencher| bencher.iter(|| set(black_box(&release), edition, house)));
    group.finish();
}

fn open_sample(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let file = sample(folder.path()).unwrap();
    criterion.bench_function("open the sample", |bencher| bencher.iter(|| open(black_box(&file)).unwrap()));
}

/// Three files, each synced to the disk: most of the time is the disk's. The same on a disk of memory is the program's.
fn start_to_exit(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("dateline export --to md, start to exit");
    let memory = std::path::Path::new("/dev/shm");
    let temp = std::env::temp_dir();
    for (name, place) in
        [("on disk", temp.as_path()), ("in memory", memory)].into_iter().filter(|(_, place)| place.is_dir())
    {
        let folder = tempfile::tempdir_in(place).unwrap();
        let release = folder.path().join("bridge-opens");
        sample(&release).unwrap();
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let mut export = Command::new(env!("CARGO_BIN_EXE_dateline"));
                let done = export.arg("export").arg(&release).args(["--to", "md", "--force"]).output().unwrap();
                assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            });
        });
    }
    group.finish();
}

criterion_group!(benches, set_and_write, open_sample, start_to_exit);
criterion_main!(benches);
