//! Words in files that are cut off, broken or made to do harm: an answer each time, and soon.

use std::time::{Duration, Instant};

use dateline::photo_file::{PhotoWords, Picture, PictureFormat, with_words, words_in};
use dateline::release::{ByLang, MadeByAi};
use image::ImageFormat;
use proptest::prelude::*;

use super::drawn::lang;
use super::photos::{
    Dice, exif_segment, file, jpeg, scene, segment, tags, tiff, with_chunks, with_parts, with_right_checksums,
    with_segments,
};

fn words() -> PhotoWords {
    let texts: ByLang = [("kk", "Есіл арқылы көпір ашылды"), ("ru", "Мост через Есиль & <открыт>")]
        .map(|(tag, text)| (lang(tag), text.to_owned()))
        .into_iter()
        .collect();
    PhotoWords {
        headline: ByLang::one(&lang("kk"), "Көпір ашылды"),
        caption: texts.clone(),
        alt: texts,
        credit: "Пресс-служба Мажилиса".into(),
        creator: "Н. Байбулин".into(),
        keywords: vec!["мост".into(), "Есиль".into()],
        persons: vec!["А. Омарова".into()],
        taken: Some(jiff::civil::date(2026, 11, 23)),
        made_by_ai: MadeByAi::Partly,
        ..PhotoWords::default()
    }
}

/// EXIF with a text of every kind.
fn exif() -> Vec<u8> {
    let windows: Vec<u8> = "Мост".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let texts = [(0x10e, 2), (0x13b, 2), (0x8298, 2)].map(|(tag, kind)| (tag, kind, "Мост\0".as_bytes().to_vec()));
    let more = [0x9c9b, 0x9c9e].map(|tag| (tag, 1, windows.clone()));
    // The camera's notes lie where the first directory does: a circle.
    tags(&[&texts[..], &more, &[(0x8769, 4, 8_u32.to_le_bytes().to_vec())]].concat(), b"")
}

fn files() -> Vec<(&'static str, Vec<u8>)> {
    let scene = scene(8, 8);
    let picture = Picture { bytes: jpeg(&scene).into(), format: PictureFormat::Jpeg, width_px: 8, height_px: 8 };
    let ours = with_words(&picture, &words(), &["kk", "ru"].map(lang)).bytes.to_vec();
    let xmp = packet_of(&ours);
    let iim = iim_of(&ours);
    let hex: String = iim.iter().map(|byte| format!("{byte:02x}")).collect();
    let profile = format!("Raw profile type iptc\0\niptc\n{:8}\n{hex}\n", iim.len()).into_bytes();
    let xmp_chunk = [b"XML:com.adobe.xmp\0\0\0\0\0", &xmp[..]].concat();
    let png = file(&scene, ImageFormat::Png);
    vec![
        ("JPEG", with_segments(&ours, &[exif_segment(&exif())])),
        (
            "JPEG with XMP alone",
            with_segments(&jpeg(&scene), &[segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", &xmp[..]].concat())]),
        ),
        ("PNG", with_chunks(&png, &[(b"iTXt", xmp_chunk), (b"tEXt", profile), (b"eXIf", exif())])),
        ("WebP", with_parts(&file(&scene, ImageFormat::WebP), (8, 8), b"", &exif(), &xmp)),
        ("TIFF", tiff(8, 8, &scene.to_rgb8(), 1, &iim)),
    ]
}

/// The packet in a JPEG of ours.
fn packet_of(jpeg: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(jpeg);
    let (start, end) = (text.find("<x:xmpmeta").unwrap(), text.find("</x:xmpmeta>").unwrap());
    text[start..end].as_bytes().iter().copied().chain(*b"</x:xmpmeta>").collect()
}

fn iim_of(jpeg: &[u8]) -> Vec<u8> {
    let at = |mark: &[u8]| jpeg.windows(mark.len()).position(|window| window == mark).unwrap();
    jpeg[at(b"8BIM\x04\x04") + 12..at(b"8BIM\x04\x25")].to_vec()
}

fn asked(bytes: &[u8]) -> Duration {
    let start = Instant::now();
    let words = words_in(bytes, &lang("ru"));
    assert_eq!(words, words.tidy(), "what is read can be kept as it is");
    start.elapsed()
}

#[test]
fn each_kind_of_file_has_its_words() {
    for (name, file) in files() {
        let read = words_in(&file, &lang("kk"));
        // The TIFF by hand has XMP and EXIF that say nothing.
        let credit = if name == "TIFF" {
            "Пресс-служба Мажи"
        } else {
            "Пресс-служба Мажилиса"
        };
        assert_eq!(read.credit, credit, "{name}");
        assert_eq!(read.keywords, ["мост", "Есиль"], "{name}");
    }
}

#[test]
fn words_in_a_file_cut_at_any_byte_are_answered() {
    for (_, file) in files() {
        for length in 0..file.len() {
            asked(&file[..length]);
        }
    }
}

#[test]
fn five_thousand_changes_to_the_words_of_each_kind_are_answered_in_time() {
    let mut longest = Duration::ZERO;
    for (_, file) in files() {
        let mut dice = Dice(0x2026_1123);
        for _ in 0..5000 {
            let mut changed = file.clone();
            for _ in 0..=dice.below(6) {
                let at = dice.below(changed.len());
                match dice.below(5) {
                    0 => changed[at] = dice.below(256) as u8,
                    1 => changed[at] ^= 1 << dice.below(8),
                    2 => changed[at] = [0, 0xff, 0x7f, 0x80, 0x1c, b'<', b'>', b'&'][dice.below(8)],
                    3 => {
                        let end = (at + dice.below(40)).min(changed.len());
                        let piece = changed[at..end].to_vec();
                        let to = dice.below(changed.len());
                        changed.splice(to..to, piece);
                    }
                    _ => {
                        let end = (at + dice.below(9)).min(changed.len());
                        changed.splice(at..end, [0xff; 3]);
                    }
                }
            }
            longest = longest.max(asked(&changed));
            if changed.starts_with(b"\x89PNG") {
                longest = longest.max(asked(&with_right_checksums(changed)));
            }
        }
    }
    assert!(longest < Duration::from_secs(2), "{longest:?}");
}

#[test]
fn packed_words_that_would_fill_the_memory_are_passed_over() {
    let mut packed = Vec::new();
    let zeros = vec![b'<'; 60 << 20];
    let mut packer = flate2::read::ZlibEncoder::new(&zeros[..], flate2::Compression::best());
    std::io::Read::read_to_end(&mut packer, &mut packed).unwrap();
    let chunk = [b"XML:com.adobe.xmp\0\x01\0\0\0", &packed[..]].concat();
    let profile = [b"Raw profile type iptc\0\0", &packed[..]].concat();
    let chunks: Vec<_> = (0..40).flat_map(|_| [(b"iTXt", chunk.clone()), (b"zTXt", profile.clone())]).collect();
    let bomb = with_chunks(&file(&scene(8, 8), ImageFormat::Png), &chunks);
    assert!(asked(&bomb) < Duration::from_secs(2));
    assert_eq!(words_in(&bomb, &lang("ru")), PhotoWords::default());
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..60),
        Just(b"\x1c\x02\x78\0\x05".to_vec()),
        Just(b"<rdf:li xml:lang='x-default'>".to_vec()),
        Just(b"8BIM\x04\x04\0\0\0\0\0\x08".to_vec()),
        Just(b"\xff\xed\0\x20Photoshop 3.0\0".to_vec()),
        Just(b"\xff\xe1\0\x40http://ns.adobe.com/xap/1.0/\0".to_vec()),
        Just(b"\xff\xe1\0\x80http://ns.adobe.com/xmp/extension/\0".to_vec()),
        Just(b"\xff\xe1\0\x40Exif\0\0II*\0\x08\0\0\0".to_vec()),
    ];
    let starts =
        [&b""[..], b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08"];
    let start = proptest::sample::select(starts.map(<[u8]>::to_vec).to_vec());
    (start, proptest::collection::vec(piece, 0..12)).prop_map(|(start, pieces)| [start, pieces.concat()].concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn any_bytes_are_answered(bytes in bytes()) {
        asked(&bytes);
    }

    #[test]
    fn any_words_come_back(credit in any::<String>(), caption in any::<String>(), keywords in any::<Vec<String>>()) {
        let caption = ByLang::one(&lang("kk"), caption);
        let words = PhotoWords { credit, caption, keywords, ..PhotoWords::default() };
        let bytes = b"\xff\xd8\xff\xda\0\x02\xff\xd9"[..].into();
        let picture = Picture { bytes, format: PictureFormat::Jpeg, width_px: 1, height_px: 1 };
        let labelled = with_words(&picture, &words, &[lang("kk")]);
        prop_assert_eq!(words_in(&labelled.bytes, &lang("kk")), words.tidy());
    }
}
