//! Where words lie, and which of them are believed.

use std::io::Read;

use dateline::photo_file::{IimField, PhotoWords, Picture, PictureFormat, cut_by_iim, for_page, with_words, words_in};
use dateline::release::{ByLang, Lang};
use flate2::Compression;
use flate2::read::ZlibEncoder;
use image::ImageFormat;

use super::drawn::lang;
use super::photos::{CANARY, exif, exif_segment, file, holds, jpeg, scene, segment, tags, with_chunks, with_segments};

fn ru() -> Lang {
    lang("ru")
}

fn xmp(properties: &str) -> Vec<u8> {
    format!(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description \
         xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' xmlns:xmpNote='http://ns.adobe.com/xmp/note/' {properties}/></rdf:RDF>"
    )
    .into_bytes()
}

fn packet(properties: &str) -> Vec<u8> {
    segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", &xmp(properties)[..]].concat())
}

fn extension(mark: &str, whole: usize, place: usize, piece: &[u8]) -> Vec<u8> {
    let number = |number: usize| u32::try_from(number).unwrap().to_be_bytes();
    let head = [b"http://ns.adobe.com/xmp/extension/\0", mark.as_bytes(), &number(whole), &number(place)].concat();
    segment(0xe1, &[head, piece.to_vec()].concat())
}

fn iim(number: u8, contents: &[u8]) -> Vec<u8> {
    [&[0x1c, 2, number], &u16::try_from(contents.len()).unwrap().to_be_bytes()[..], contents].concat()
}

fn block(iim: &[u8]) -> Vec<u8> {
    [b"8BIM\x04\x04\0\0", &u32::try_from(iim.len()).unwrap().to_be_bytes()[..], iim].concat()
}

fn credit(segments: &[Vec<u8>]) -> String {
    words_in(&with_segments(&jpeg(&scene(8, 8)), segments), &ru()).credit
}

#[test]
fn xmp_is_believed_before_iim_and_iim_before_exif() {
    let iim =
        segment(0xed, &[b"Photoshop 3.0\0", &block(&[iim(110, b"IIM"), iim(90, b"Astana")].concat())[..]].concat());
    let exif = exif_segment(&tags(&[(0x10e, 2, b"EXIF\0".to_vec()), (0x13b, 2, b"A. Omarova\0".to_vec())], b""));
    let photo = with_segments(&jpeg(&scene(8, 8)), &[exif, iim, packet("photoshop:Credit='XMP'")]);
    let words = words_in(&photo, &ru());
    let expected = PhotoWords {
        credit: "XMP".into(),
        city: "Astana".into(),
        creator: "A. Omarova".into(),
        caption: ByLang::one(&ru(), "EXIF"),
        ..PhotoWords::default()
    };
    assert_eq!(words, expected);
}

#[test]
fn an_extension_counts_where_it_is_whole_and_the_packet_names_it() {
    let mark = "0123456789ABCDEF0123456789ABCDEF";
    let text = xmp("photoshop:Credit='Long'");
    let (first, second) = text.split_at(60);
    let named = packet(&format!("xmpNote:HasExtendedXMP='{mark}'"));
    let pieces = [extension(mark, text.len(), 0, first), extension(mark, text.len(), 60, second)];
    // In any order, and one of them twice.
    let turned = [named.clone(), pieces[1].clone(), pieces[0].clone(), pieces[1].clone()];
    assert_eq!(credit(&turned), "Long");
    assert_eq!(credit(&[named.clone(), pieces[0].clone()]), "");
    assert_eq!(credit(&[packet("photoshop:City='Astana'"), pieces[0].clone(), pieces[1].clone()]), "");
    let other = "F".repeat(32);
    assert_eq!(credit(&[named.clone(), extension(&other, text.len(), 0, &text)]), "");
    assert_eq!(credit(&[named, extension(mark, usize::try_from(u32::MAX).unwrap(), 0, &text)]), "");
}

#[test]
fn iim_runs_on_over_the_ends_of_segments() {
    let blocks = block(&iim(110, b"Press service"));
    for cut in 1..blocks.len() {
        let parts = [&blocks[..cut], &blocks[cut..]].map(|part| segment(0xed, &[b"Photoshop 3.0\0", part].concat()));
        assert_eq!(credit(&parts), "Press service", "cut at {cut}");
    }
}

#[test]
fn a_png_keeps_words_in_several_ways() {
    let packed = |bytes: &[u8]| {
        let mut packed = Vec::new();
        ZlibEncoder::new(bytes, Compression::fast()).read_to_end(&mut packed).unwrap();
        packed
    };
    let digits = |bytes: &[u8]| {
        let hex: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let lines: Vec<String> = hex.chunks(36).map(<[String]>::concat).collect();
        format!("\nany\n{:8}\n{}\n", bytes.len(), lines.join("\n")).into_bytes()
    };
    let text = xmp("photoshop:Credit='Press'");
    let blocks = block(&iim(110, b"Press"));
    for (kind, contents) in [
        (b"iTXt", [b"XML:com.adobe.xmp\0\0\0\0\0", &text[..]].concat()),
        (b"iTXt", [b"XML:com.adobe.xmp\0\x01\0ru\0\xd0\x90\0", &packed(&text)[..]].concat()),
        (b"tEXt", [b"Raw profile type xmp\0", &digits(&text)[..]].concat()),
        (b"zTXt", [b"Raw profile type xmp\0\0", &packed(&digits(&text))[..]].concat()),
        (
            b"zTXt",
            [
                b"Raw profile type APP1\0\0",
                &packed(&digits(&[b"http://ns.adobe.com/xap/1.0/\0", &text[..]].concat()))[..],
            ]
            .concat(),
        ),
        (b"zTXt", [b"Raw profile type iptc\0\0", &packed(&digits(&blocks))[..]].concat()),
        (b"tEXt", [b"Raw profile type iptc\0", &digits(&iim(110, b"Press"))[..]].concat()),
    ] {
        let png = with_chunks(&file(&scene(8, 8), ImageFormat::Png), &[(kind, contents.clone())]);
        assert_eq!(words_in(&png, &ru()).credit, "Press", "{}", String::from_utf8_lossy(&contents));
    }
    let exif = [
        b"Raw profile type exif\0",
        &digits(&[b"Exif\0\0", &tags(&[(0x13b, 2, b"Omarova\0".to_vec())], b"")[..]].concat())[..],
    ]
    .concat();
    let png = with_chunks(&file(&scene(8, 8), ImageFormat::Png), &[(b"tEXt", exif)]);
    assert_eq!(words_in(&png, &ru()).creator, "Omarova");
}

#[test]
fn iim_in_a_tiff_is_read_however_it_is_declared() {
    let mut iim = iim(110, b"Press service");
    iim.resize(iim.len().next_multiple_of(4), 0);
    let turned: Vec<u8> = iim.chunks(4).flat_map(|four| four.iter().rev().copied()).collect();
    for (tag, kind, value) in
        [(0x83bb, 7, iim.clone()), (0x83bb, 4, iim.clone()), (0x83bb, 4, turned), (0x8649, 1, block(&iim))]
    {
        let tiff = tags(&[(0x100, 3, vec![8, 0]), (tag, kind, value)], b"");
        assert_eq!(words_in(&tiff, &ru()).credit, "Press service", "{tag:x} {kind}");
    }
}

#[test]
fn nothing_but_the_words_goes_along() {
    let words = PhotoWords { credit: "Пресс-служба".into(), ..PhotoWords::default() };
    let told = with_segments(
        &jpeg(&scene(8, 8)),
        &[exif_segment(&exif(1, CANARY)), packet("photoshop:City='CANARY'"), segment(0xfe, CANARY)],
    );
    let chunks =
        [(b"tEXt", [b"Author\0", CANARY].concat()), (b"tIME", [CANARY, b"x"].concat()), (b"eXIf", exif(1, CANARY))];
    let png = with_chunks(&file(&scene(8, 8), ImageFormat::Png), &chunks);
    for (bytes, format) in [(told, PictureFormat::Jpeg), (png, PictureFormat::Png)] {
        // Even where a picture was not made ready.
        let picture = Picture { bytes: bytes.clone().into(), format, width_px: 8, height_px: 8 };
        let labelled = with_words(&picture, &words, &[ru()]);
        assert!(holds(&bytes, CANARY) && !holds(&labelled.bytes, CANARY));
        assert_eq!(words_in(&labelled.bytes, &ru()), words);
        assert_eq!(image::load_from_memory(&labelled.bytes).unwrap(), image::load_from_memory(&bytes).unwrap());
        let blank = with_words(&picture, &PhotoWords::default(), &[ru()]);
        for mark in [&b"xmp"[..], b"8BIM", b"rdf"] {
            assert!(!holds(&blank.bytes, mark), "without words no store");
        }
        // Made twice, it is equal to the byte; and no second store is put beside the first.
        assert_eq!(with_words(&picture, &words, &[ru()]), labelled);
        let again = Picture { bytes: labelled.bytes.clone(), ..picture };
        assert_eq!(with_words(&again, &words, &[ru()]), labelled);
        let ready = for_page(&labelled.bytes, (8, 8)).unwrap();
        assert!(!holds(&ready.bytes, "Пресс".as_bytes()));
    }
}

#[test]
fn only_the_languages_of_the_release_are_written() {
    let caption: ByLang = [("kk", "Көпір"), ("ru", "Мост"), ("en", "Bridge")]
        .map(|(tag, text)| (lang(tag), text.to_owned()))
        .into_iter()
        .collect();
    let words = PhotoWords { caption: caption.clone(), ..PhotoWords::default() };
    let picture = Picture { bytes: jpeg(&scene(8, 8)).into(), format: PictureFormat::Jpeg, width_px: 8, height_px: 8 };
    let read = |langs: &[&str]| {
        let langs: Vec<Lang> = langs.iter().map(|tag| lang(tag)).collect();
        words_in(&with_words(&picture, &words, &langs).bytes, &lang("de")).caption
    };
    assert_eq!(
        read(&["ru", "en"]),
        [("ru", "Мост"), ("en", "Bridge")].map(|(tag, text)| (lang(tag), text.to_owned())).into_iter().collect()
    );
    // A photo never loses its caption because nobody has translated it.
    assert_eq!(read(&["fr"]), caption);
}

#[test]
fn what_iim_will_cut_is_known_without_a_picture() {
    let words = PhotoWords {
        credit: "Пресс-служба Мажилиса Парламента".into(),
        caption: [("kk", "а".repeat(1001)), ("ru", "б".to_owned())]
            .map(|(tag, text)| (lang(tag), text))
            .into_iter()
            .collect(),
        keywords: vec!["short".into(), "k".repeat(65), " ".into()],
        ..PhotoWords::default()
    };
    let fields = |langs: &[&str]| {
        let langs: Vec<Lang> = langs.iter().map(|tag| lang(tag)).collect();
        cut_by_iim(&words, &langs).into_iter().map(|cut| cut.field).collect::<Vec<_>>()
    };
    assert_eq!(fields(&["kk", "ru"]), [IimField::Keyword, IimField::Credit, IimField::Caption]);
    assert_eq!(fields(&["ru", "kk"]), [IimField::Keyword, IimField::Credit]);
    let [_, credit, ..] = &cut_by_iim(&words, &[ru()])[..] else { panic!("two") };
    assert_eq!((credit.most_octets, credit.kept.as_str()), (32, "Пресс-служба Мажи"));
}
