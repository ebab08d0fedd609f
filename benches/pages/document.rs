//! The release that is typed into, and what lies ready beside its words.

use dateline::house::House;
use dateline::newsroom::preset;
use dateline::pages::{Material, Print, Resolution, Sheet, photos_of};
use dateline::release::{BlockKind, Release};
use dateline::story::{Story, set};

use crate::made_up;

/// Letters between typing and deleting. Longer than Typst remembers, so that no page comes back ready.
const STEADY_LETTERS: usize = 40;

pub(crate) struct Document {
    release: Release,
    house: House,
    material: Material,
    /// The paragraph before the first keystroke, in two halves.
    halves: (String, String),
}

impl Document {
    pub(crate) fn new() -> Self {
        let release = made_up::release(0, 72, 2, 2);
        let house = preset("ap").unwrap();
        let story = set(&release, &release.editions[0], &house);
        let photos = photos_of(&story).into_iter().zip(1..).map(|((name, shown), number)| {
            let photo = made_up::photo(number, made_up::PHOTO_PX);
            (name, Print::new(&photo, shown, &house.letterhead, Resolution::Screen).map_err(|error| error.message()))
        });
        let material = Material { photos: photos.collect(), logo: None };
        assert_eq!(material.photos.len(), 4);
        assert!(material.photos.values().all(Result::is_ok));
        let BlockKind::Paragraph(text) = &release.editions[0].body[0].kind else { panic!("no paragraph") };
        let middle = text.0.len() / 2 + text.0[text.0.len() / 2..].find(' ').unwrap() + 1;
        let (before, after) = text.0.split_at(middle);
        let halves = (before.to_owned(), after.to_owned());
        Document { release, house, material, halves }
    }

    /// The words as they stand after this many keystrokes.
    pub(crate) fn type_letters(&mut self, keystroke: usize) {
        let typed: String = (0..=keystroke).map(letter).collect();
        self.put(&typed);
    }

    /// The words after this many edits, each a letter typed or deleted; over the years the length stays the same.
    pub(crate) fn edit(&mut self, edit: usize) {
        let (round, step) = (edit / (2 * STEADY_LETTERS), edit % (2 * STEADY_LETTERS));
        let length = if step < STEADY_LETTERS { step + 1 } else { 2 * STEADY_LETTERS - 1 - step };
        let typed: String = (0..length).map(|place| letter(round * STEADY_LETTERS + place)).collect();
        self.put(&typed);
    }

    fn put(&mut self, typed: &str) {
        let (before, after) = &self.halves;
        self.release.editions[0].body[0].kind = BlockKind::Paragraph(format!("{before}{typed} {after}").into());
    }

    pub(crate) fn story(&self) -> Story {
        set(&self.release, &self.release.editions[0], &self.house)
    }

    pub(crate) fn sheet<'a>(&'a self, story: &'a Story) -> Sheet<'a> {
        Sheet { story, letterhead: &self.house.letterhead, material: &self.material, source: None }
    }
}

/// The letters of made-up words, on and on.
fn letter(place: usize) -> char {
    let mixed = place.wrapping_mul(2_654_435_761) >> 11;
    if place % 7 == 6 { ' ' } else { char::from(b'a' + (mixed % 26) as u8) }
}
