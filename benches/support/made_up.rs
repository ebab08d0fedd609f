//! Made-up releases of two pages and photos with the grain of a camera, the same at every run.

use dateline::release::{
    Block, BlockId, BlockKind, ByLang, Contact, Edition, Lang, Photo, PhotoId, Placement, Quote, Release, Speaker,
    SpeakerId, Standing, Text,
};
use image::codecs::jpeg::JpegEncoder;
use jiff::civil::date;
use uuid::Uuid;

/// The size of a photo as newsrooms ask for it.
pub(crate) const PHOTO_PX: (u32, u32) = (1600, 1067);

const WORDS: [&str; 24] = [
    "bridge",
    "river",
    "council",
    "opened",
    "the",
    "new",
    "residents",
    "after",
    "two",
    "years",
    "of",
    "work",
    "minister",
    "of",
    "transport",
    "and",
    "crossing",
    "takes",
    "five",
    "minutes",
    "the",
    "ferry",
    "in",
    "winter",
];

/// A paragraph of so many words; each number gives another one.
pub(crate) fn paragraph(number: usize, words: usize) -> String {
    let mut text = String::new();
    for place in 0..words {
        let mixed = (number * 131 + place + 1).wrapping_mul(2_654_435_761) >> 9;
        let word = WORDS[mixed % WORDS.len()];
        if place % 12 == 0 {
            text.extend(word.chars().next().map(|first| first.to_ascii_uppercase()));
            text += &word[1..];
        } else {
            text += word;
        }
        text += if place % 12 == 11 { ". " } else { " " };
    }
    text.trim_end().to_owned() + "."
}

/// Hills, a sky and the grain of a camera, as a JPEG of a usual quality.
pub(crate) fn photo(number: u32, (width, height): (u32, u32)) -> Vec<u8> {
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    let mut seed = number.wrapping_mul(747_796_405).wrapping_add(2_891_336_453);
    for y in 0..height {
        for x in 0..width {
            let (u, v) = (x as f32 / width as f32 * 9.0, y as f32 / height as f32 * 6.0);
            let wave = (u + number as f32).sin() * (v * 1.3).cos() + (u * 3.1 + v * 2.3).sin() * 0.4;
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let grain = f32::from((seed >> 24) as u8) / 16.0 - 8.0;
            for (base, strength) in [(120.0, 60.0), (130.0, 45.0), (140.0, -50.0)] {
                pixels.push((base + strength * wave + grain).clamp(0.0, 255.0) as u8);
            }
        }
    }
    let mut jpeg = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, 85);
    encoder.encode(&pixels, width, height, image::ExtendedColorType::Rgb8).unwrap();
    jpeg
}

/// The file's name of a photo.
pub(crate) fn photo_name(number: u32) -> String {
    format!("photo-{number}.jpg")
}

/// A release in English with this many words in each of its paragraphs, with photos in the text and photos at the end.
///
/// The first block is a paragraph.
pub(crate) fn release(number: usize, words: usize, in_text: u32, at_the_end: u32) -> Release {
    let lang: Lang = "en".parse().unwrap();
    let mut release = Release::new(Uuid::from_u128(number as u128), date(2026, 11, 23), lang.clone());
    let text = |place: usize| Text(paragraph(number * 16 + place, words));
    let quote = Quote {
        text: text(2),
        speaker: Some(SpeakerId(1)),
        verb: "said".into(),
        tail: "at the opening".into(),
        titled: false,
        placement: Placement::After,
    };
    let mut kinds = vec![
        BlockKind::Paragraph(text(0)),
        BlockKind::Paragraph(text(1)),
        BlockKind::Quote(quote),
        BlockKind::Heading("What changes".into()),
        BlockKind::List { ordered: false, items: (3..6).map(|place| paragraph(place, 11).into()).collect() },
        BlockKind::Paragraph(text(7)),
        BlockKind::Paragraph(text(8)),
    ];
    for (id, place) in (1..=in_text).zip([2, 7]) {
        kinds.insert(place, BlockKind::Photo(PhotoId(id)));
    }
    release.house = Some("ap".into());
    release.photos = (1..=in_text + at_the_end)
        .map(|id| Photo {
            caption: ByLang::one(&lang, format!("The bridge at dusk, number {id}.")),
            alt: ByLang::one(&lang, "A bridge over a wide river"),
            credit: "A. Example".into(),
            standing: Standing::End,
            ..Photo::new(PhotoId(id), photo_name(id))
        })
        .collect();
    release.speakers = vec![Speaker {
        name: ByLang::one(&lang, "Anna Mostovaya"),
        title: ByLang::one(&lang, "director of the road service"),
        ..Speaker::new(SpeakerId(1))
    }];
    release.contacts = vec![Contact {
        unit: ByLang::one(&lang, "Press office"),
        person: ByLang::one(&lang, "Vera Primerova"),
        phones: vec!["+7 7172 00-00-00".into()],
        email: "press@example.org".into(),
        web: "https://example.org/press".into(),
    }];
    release.editions = vec![Edition {
        headline: format!("Bridge number {number} across the river opens"),
        subhead: "The way to the other bank is an hour shorter".into(),
        place: "Example".into(),
        body: (1..).zip(kinds).map(|(id, kind)| Block { id: BlockId(id), kind }).collect(),
        notes_to_editors: "Filming on the bridge is by accreditation.".into(),
        ..Edition::new(lang)
    }];
    release
}
