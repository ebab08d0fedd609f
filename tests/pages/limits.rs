//! Nothing that is typed keeps the program busy for ever, or breaks it.

use std::time::{Duration, Instant};

use dateline::newsroom::preset;
use dateline::pages::{Archive, Material, PATIENCE, PageError, Sheet, set};
use dateline::release::{Block, BlockId, BlockKind, Release, Text};
use jiff::civil::date;
use uuid::Uuid;

use super::generated::lang;
use super::press::{on_the_program_s_stack, story};
use super::support::every_field;

/// Between two questions whether to give up; a debug build on a busy machine is slow.
const A_LITTLE: Duration = Duration::from_secs(4);

fn with_body(tag: &str, body: impl IntoIterator<Item = BlockKind>) -> Release {
    let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang(tag));
    release.editions[0].headline = "Bridge opens".into();
    release.editions[0].body = (1..).map(BlockId).zip(body).map(|(id, kind)| Block { id, kind }).collect();
    release
}

/// Sets the release, or gives up, in time.
fn ends_in_time(name: &str, release: &Release) {
    let house = preset("kazakhstan").unwrap();
    let story = story(release, &house);
    let material = Material::default();
    let sheet = Sheet { story: &story, letterhead: &house.letterhead, material: &material, source: None };
    let start = Instant::now();
    let asked = std::sync::atomic::AtomicUsize::new(0);
    let longest = std::sync::Mutex::new((start, Duration::ZERO));
    let give_up = || {
        asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let mut longest = longest.lock().unwrap();
        longest.1 = longest.1.max(longest.0.elapsed());
        longest.0 = Instant::now();
        start.elapsed() > PATIENCE
    };
    let pages = on_the_program_s_stack(|| set(&sheet, &give_up));
    let took = start.elapsed();
    let asked = asked.into_inner();
    let longest = longest.into_inner().unwrap().1;
    let said = match &pages {
        Ok(pages) => {
            let start = Instant::now();
            let pdf = on_the_program_s_stack(|| pages.pdf(Archive::Full)).map(|pdf| pdf.len());
            format!("{} pages (PDF in {:.1?}: {pdf:?})", pages.count(), start.elapsed())
        }
        Err(PageError::TookTooLong) => "given up".into(),
        Err(PageError::Fault(why)) => panic!("{name}: {why}"),
    };
    eprintln!("{name}: {said} after {took:.1?}, asked {asked} times, at most {longest:.1?} apart");
    assert!(took < PATIENCE + A_LITTLE, "{name}: {said} after {took:?}");
}

fn paragraph(text: String) -> [BlockKind; 1] {
    [BlockKind::Paragraph(Text(text))]
}

#[test]
fn a_megabyte_of_words_ends() {
    ends_in_time("words", &with_body("en", paragraph("word and words ".repeat(70_000))));
}

#[test]
fn a_megabyte_of_kazakh_words_ends() {
    ends_in_time("kazakh words", &with_body("kk", paragraph("мемлекеттік қызметтің ".repeat(25_000))));
}

#[test]
fn a_word_of_a_megabyte_ends() {
    ends_in_time("one word", &with_body("en", paragraph("a".repeat(1 << 20))));
}

#[test]
fn two_hundred_thousand_combining_marks_end() {
    ends_in_time("marks", &with_body("ru", paragraph(format!("а{}", "\u{301}".repeat(200_000)))));
}

#[test]
fn twenty_thousand_blocks_end() {
    let blocks = (0..20_000).map(|number| BlockKind::Paragraph(Text(format!("Paragraph {number}."))));
    ends_in_time("blocks", &with_body("en", blocks));
}

#[test]
fn a_list_of_twenty_thousand_points_ends() {
    let items = (0..20_000).map(|number| Text(format!("Point {number}."))).collect();
    ends_in_time("points", &with_body("en", [BlockKind::List { ordered: true, items }]));
}

#[test]
fn five_thousand_brackets_end() {
    let brackets = format!("{}x{}", "[(*".repeat(5_000), "*)]".repeat(5_000));
    ends_in_time("brackets", &with_body("en", paragraph(brackets)));
}

#[test]
fn long_texts_in_every_field_end() {
    let long = "word and words ".repeat(2_000);
    ends_in_time("every field", &every_field(&long, "en"));
    let word = "w".repeat(30_000);
    ends_in_time("a word in every field", &every_field(&word, "en"));
}

#[test]
fn a_headline_of_a_megabyte_ends() {
    let mut release = with_body("en", []);
    release.editions[0].headline = "word and words ".repeat(70_000);
    ends_in_time("headline", &release);
}
