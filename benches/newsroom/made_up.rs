//! A newsroom of made-up releases in Kazakh, Russian and English, the same at every run.
//!
//! Words are made of syllables; as in any language a few are everywhere and most are rare.

use std::fs;
use std::path::Path;

use dateline::newsroom::{RELEASE_FILE, release_text};
use dateline::release::{
    Block, BlockId, BlockKind, ByLang, Edition, Lang, Photo, PhotoId, Quote, Release, Speaker, SpeakerId, Status, Text,
};
use jiff::civil::date;
use uuid::Uuid;

/// So many words each language has.
const VOCABULARY: usize = 30_000;

const SYLLABLES: [&[&str]; 3] = [
    &[
        "қа", "ла", "бөл", "ке", "тұр", "ғын", "мек", "теп", "жол", "да", "ры", "әлем", "ұл", "іс", "ң", "үй", "һа",
        "со",
    ],
    &["мо", "сту", "го", "род", "ши", "ко", "ла", "ре", "ка", "пра", "ви", "те", "ль", "ство", "ны", "ё", "жи", "ще"],
    &[
        "bri", "dge", "ci", "ty", "coun", "cil", "o", "pen", "ri", "ver", "scho", "ol", "mar", "ket", "ing", "th",
        "er", "al",
    ],
];

/// A generator of numbers that are alike at every run.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % sides as u64) as usize
    }

    /// A few numbers come often, most seldom: about as words do.
    fn word(&mut self) -> usize {
        let share = self.roll(1_000_000) as f64 / 1_000_000.0;
        ((VOCABULARY as f64).powf(share) - 1.0) as usize
    }
}

/// The words of a language, the most frequent first.
pub(crate) fn vocabulary(language: usize) -> Vec<String> {
    let mut dice = Dice::new(language as u64 + 7);
    let syllables = SYLLABLES[language];
    let word = |dice: &mut Dice| {
        let length = 1 + dice.roll(4);
        (0..length).map(|_| syllables[dice.roll(syllables.len())]).collect::<String>()
    };
    (0..VOCABULARY).map(|_| word(&mut dice)).collect()
}

fn words(dice: &mut Dice, vocabulary: &[String], count: usize) -> String {
    let words: Vec<&str> = (0..count).map(|_| vocabulary[dice.word()].as_str()).collect();
    words.join(" ")
}

/// Writes so many releases, and tells how many bytes they have. They are not synced: nobody will miss them.
pub(crate) fn write(newsroom: &Path, releases: usize) -> u64 {
    let vocabularies = [0, 1, 2].map(vocabulary);
    let mut bytes = 0;
    for number in 0..releases {
        let release = release(number, &vocabularies);
        let name = format!("{}-{number:06}", release.issued);
        let folder = newsroom.join(format!("{:04}", release.issued.year())).join(name);
        fs::create_dir_all(&folder).unwrap();
        let text = release_text(&release).unwrap();
        bytes += text.len() as u64;
        fs::write(folder.join(RELEASE_FILE), text).unwrap();
    }
    bytes
}

/// A release of some 110 words in each language, with a quote, two speakers and two photos.
fn release(number: usize, vocabularies: &[Vec<String>; 3]) -> Release {
    let mut dice = Dice::new(number as u64 + 1000);
    let days = jiff::Span::new().days(dice.roll(20 * 365) as i64);
    let issued = date(2026, 11, 23).checked_sub(days).unwrap();
    let langs: [Lang; 3] = ["kk", "ru", "en"].map(|tag| tag.parse().unwrap());
    let mut release = Release::new(Uuid::from_u128(number as u128 + 1), issued, langs[0].clone());
    release.status = [Status::Draft, Status::Sent, Status::Sent, Status::Corrected][dice.roll(4)];
    release.editions.clear();
    let by_lang = |dice: &mut Dice, count| -> ByLang {
        langs.iter().cloned().zip(vocabularies).map(|(lang, known)| (lang, words(dice, known, count))).collect()
    };
    for id in [1, 2] {
        let (name, title) = (by_lang(&mut dice, 2), by_lang(&mut dice, 4));
        release.speakers.push(Speaker { name, title, ..Speaker::new(SpeakerId(id)) });
        let mut photo = Photo::new(PhotoId(id), format!("{id}.jpg"));
        photo.caption = by_lang(&mut dice, 8);
        release.photos.push(photo);
    }
    for (lang, known) in langs.iter().zip(vocabularies) {
        let mut edition = Edition::new(lang.clone());
        edition.headline = words(&mut dice, known, 7);
        let paragraph = |dice: &mut Dice| BlockKind::Paragraph(Text(words(dice, known, 30) + "."));
        let (first, last) = (paragraph(&mut dice), paragraph(&mut dice));
        let text = Text(words(&mut dice, known, 20));
        let quote = BlockKind::Quote(Quote { text, speaker: Some(SpeakerId(1)), ..Quote::default() });
        let kinds = [first, quote, last];
        edition.body = (1..).zip(kinds).map(|(id, kind)| Block { id: BlockId(id), kind }).collect();
        release.editions.push(edition);
    }
    release
}
