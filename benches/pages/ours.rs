//! A keystroke through Dateline: the story, its pages, and the pixels of those that look different.

use std::hint::black_box;
use std::time::Instant;

use dateline::pages::{self, Pages};

use crate::PIXELS_PER_POINT;
use crate::document::Document;

/// What the preview holds on to.
#[derive(Default)]
pub(crate) struct Shown {
    pages: Option<Pages>,
    fingerprints: Vec<u128>,
}

/// Milliseconds for the story, the pages and the pixels; and the pages that were drawn.
pub(crate) fn follow(document: &Document, shown: &mut Shown) -> ([f64; 3], Vec<usize>) {
    let begun = Instant::now();
    let story = document.story();
    let story_set = Instant::now();
    let pages = pages::set_for_screen(&document.sheet(&story), &|| false).unwrap();
    let pages_set = Instant::now();
    let fingerprints: Vec<u128> = (0..pages.count()).filter_map(|page| pages.fingerprint(page)).collect();
    let changed: Vec<usize> =
        (0..pages.count()).filter(|page| shown.fingerprints.get(*page) != fingerprints.get(*page)).collect();
    for page in &changed {
        black_box(pages.pixels(*page, PIXELS_PER_POINT).unwrap());
    }
    assert_eq!(pages.count(), 2);
    shown.fingerprints = fingerprints;
    drop(shown.pages.replace(pages));
    let drawn = Instant::now();
    let millis = |from: Instant, to: Instant| (to - from).as_secs_f64() * 1000.0;
    ([millis(begun, story_set), millis(story_set, pages_set), millis(pages_set, drawn)], changed)
}
