//! What we write, as exiftool reads it.

use std::fs;

use dateline::photo_file::{IimField, PhotoWords, Picture, PictureFormat, for_page, with_words, words_in};
use dateline::release::{ByLang, Lang, MadeByAi};
use image::ImageFormat;
use unicode_segmentation::UnicodeSegmentation;

use super::drawn::{self, lang, seen};
use super::exiftool::{self, Said, texts};
use super::photos::{Dice, file, jpeg, scene};

const CASES: usize = 1000;

struct Case {
    langs: Vec<Lang>,
    words: PhotoWords,
}

fn picture(format: PictureFormat) -> Picture {
    let scene = scene(8, 8);
    let bytes = match format {
        PictureFormat::Jpeg => jpeg(&scene),
        PictureFormat::Png | PictureFormat::Svg => file(&scene.to_rgba8().into(), ImageFormat::Png),
    };
    let picture = for_page(&bytes, (8, 8)).unwrap();
    Picture { bytes: if format == PictureFormat::Png { bytes.into() } else { picture.bytes }, format, ..picture }
}

/// The texts of a release's languages, the original first.
fn told<'a>(texts: &'a ByLang, langs: &'a [Lang]) -> Vec<(&'a Lang, String)> {
    let told: Vec<_> = langs.iter().map(|lang| (lang, seen(texts.get(lang)))).collect();
    told.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

fn one(text: &str) -> Vec<String> {
    [seen(text)].into_iter().filter(|text| !text.is_empty()).collect()
}

fn list(all: &[String]) -> Vec<String> {
    all.iter().flat_map(|text| one(text)).collect()
}

fn check_xmp(name: &str, said: &Said, Case { langs, words }: &Case) {
    for (tag, all) in [("XMP-dc:Description", &words.caption), ("XMP-iptcCore:AltTextAccessibility", &words.alt)] {
        let told = told(all, langs);
        let first: Vec<String> = told.first().map(|(_, text)| text.clone()).into_iter().collect();
        assert_eq!(texts(said, tag), first, "{name} {tag}");
        for (lang, text) in &told {
            assert_eq!(texts(said, &format!("{tag}-{lang}")), [text.as_str()], "{name} {tag} {lang}");
        }
        let found = said.keys().filter(|key| key.starts_with(tag)).count();
        assert_eq!(found, told.len() + usize::from(!told.is_empty()), "{name} {tag}: languages that nobody asked for");
    }
    let headline: Vec<String> =
        told(&words.headline, langs).first().map(|(_, text)| text.clone()).into_iter().collect();
    let made_by_ai = match words.made_by_ai {
        MadeByAi::No => "",
        MadeByAi::Partly => "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
        MadeByAi::Wholly => "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
    };
    let taken = words.taken.map(|day| day.strftime("%Y:%m:%d").to_string()).unwrap_or_default();
    for (tag, typed) in [
        ("XMP-photoshop:Headline", headline),
        ("XMP-photoshop:Credit", one(&words.credit)),
        ("XMP-dc:Creator", one(&words.creator)),
        ("XMP-dc:Rights", one(&words.copyright)),
        ("XMP-xmpRights:UsageTerms", one(&words.rights)),
        ("XMP-photoshop:City", one(&words.city)),
        ("XMP-photoshop:Country", one(&words.country)),
        ("XMP-iptcCore:CountryCode", one(&words.country_code)),
        ("XMP-dc:Subject", list(&words.keywords)),
        ("XMP-iptcExt:PersonInImage", list(&words.persons)),
        ("XMP-iptcExt:DigitalSourceType", one(made_by_ai)),
        ("XMP-photoshop:DateCreated", one(&taken)),
    ] {
        assert_eq!(texts(said, tag), typed, "{name} {tag}");
    }
}

fn check_iim(name: &str, said: &Said, Case { langs, words }: &Case, cut: &[IimField]) {
    let first = |texts| told(texts, langs).first().map(|(_, text)| text.clone()).into_iter().collect::<Vec<_>>();
    let mut found = Vec::new();
    for (tag, field, most, typed) in [
        ("IPTC:Keywords", IimField::Keyword, 64, list(&words.keywords)),
        ("IPTC:By-line", IimField::Creator, 32, one(&words.creator)),
        ("IPTC:City", IimField::City, 32, one(&words.city)),
        ("IPTC:Country-PrimaryLocationCode", IimField::CountryCode, 3, one(&words.country_code)),
        ("IPTC:Country-PrimaryLocationName", IimField::Country, 64, one(&words.country)),
        ("IPTC:Headline", IimField::Headline, 256, first(&words.headline)),
        ("IPTC:Credit", IimField::Credit, 32, one(&words.credit)),
        ("IPTC:CopyrightNotice", IimField::Copyright, 128, one(&words.copyright)),
        ("IPTC:Caption-Abstract", IimField::Caption, 2000, first(&words.caption)),
    ] {
        let mut kept = texts(said, tag).into_iter();
        for text in typed {
            // Whole letters from the start, as many as there is room for.
            let mut most_letters = String::new();
            for letter in text.graphemes(true) {
                if most_letters.len() + letter.len() > most {
                    found.push(field);
                    break;
                }
                most_letters += letter;
            }
            if !most_letters.is_empty() {
                assert_eq!(kept.next().as_deref(), Some(most_letters.trim_end()), "{name} {tag}: {text:?}");
            }
        }
        assert_eq!(kept.next(), None, "{name} {tag}");
    }
    assert_eq!(cut, found, "{name}: what is told to be cut");
    let taken = words.taken.map(|day| day.strftime("%Y:%m:%d").to_string());
    assert_eq!(texts(said, "IPTC:DateCreated"), Vec::from_iter(taken), "{name}");
    if said.keys().any(|key| key.starts_with("IPTC:")) {
        assert_eq!(texts(said, "IPTC:CodedCharacterSet"), ["\u{1b}%G"], "{name}");
        assert_eq!(texts(said, "Photoshop:IPTCDigest"), texts(said, "File:CurrentIPTCDigest"), "{name}: in step");
        assert_eq!(texts(said, "Photoshop:IPTCDigest").len(), 1, "{name}");
    }
}

/// Groups of the picture itself, of the disk it lies on, and of the words.
fn check_nothing_else(name: &str, said: &Said) {
    const GROUPS: [&str; 13] = [
        "ExifTool",
        "System",
        "File",
        "JFIF",
        "PNG",
        "Composite",
        "IPTC",
        "Photoshop",
        "XMP-dc",
        "XMP-photoshop",
        "XMP-xmpRights",
        "XMP-iptcCore",
        "XMP-iptcExt",
    ];
    for key in said.keys().filter(|key| *key != "SourceFile") {
        let group = key.split(':').next().unwrap();
        let known = GROUPS.contains(&group) || key == "XMP-xmpNote:HasExtendedXMP";
        assert!(known && !key.contains("Warning") && !key.contains("Toolkit"), "{name}: {key} {:?}", said[key]);
    }
}

#[test]
fn exiftool_reads_what_was_typed_in_a_thousand_photos() {
    let mut dice = Dice(0x0005_2026_1123);
    let folder = tempfile::tempdir().unwrap();
    let pictures = [PictureFormat::Jpeg, PictureFormat::Png].map(picture);
    let mut cases = Vec::new();
    for number in 0..CASES {
        let langs = drawn::langs(&mut dice);
        let words = drawn::words(&mut dice, &langs);
        let case = Case { langs: langs.iter().map(|tag| lang(tag)).collect(), words };
        let mut cut = Vec::new();
        for picture in &pictures {
            let labelled = with_words(picture, &case.words, &case.langs);
            // What we wrote is read again by us, too.
            let mut again = words_in(&labelled.bytes, &case.langs[0]);
            let mut tidy = case.words.tidy();
            let headline = told(&tidy.headline, &case.langs).first().map(|(_, text)| text.clone()).unwrap_or_default();
            tidy.headline = ByLang::one(&case.langs[0], headline);
            assert_eq!(again.clone(), tidy, "{number}");
            again.taken = None;
            if picture.format == PictureFormat::Jpeg {
                fs::write(folder.path().join(format!("{number}.jpg")), &labelled.bytes).unwrap();
                cut = labelled.cut.iter().map(|cut| cut.field).collect();
            } else {
                fs::write(folder.path().join(format!("{number}.png")), &labelled.bytes).unwrap();
            }
            let before = image::load_from_memory(&picture.bytes).unwrap();
            assert!(
                number > 20 || image::load_from_memory(&labelled.bytes).unwrap() == before,
                "{number}: other pixels"
            );
        }
        cases.push((case, cut));
    }
    let Some(all) = exiftool::read(folder.path(), &["-all", "-CurrentIPTCDigest"]) else { return };
    assert_eq!(all.len(), 2 * CASES);
    for (number, (case, cut)) in cases.iter().enumerate() {
        for name in [format!("{number}.jpg"), format!("{number}.png")] {
            check_xmp(&name, &all[&name], case);
            check_nothing_else(&name, &all[&name]);
        }
        let name = format!("{number}.jpg");
        check_iim(&name, &all[&name], case, cut);
    }
    let cut = cases.iter().filter(|(_, cut)| !cut.is_empty()).count();
    assert!(cut > CASES / 4 && cut < CASES, "{cut} were cut: the lot has to give both");
}

#[test]
fn exiftool_reads_words_that_are_too_long_for_one_segment() {
    let langs = ["kk", "ru", "en"].map(lang);
    let caption: ByLang =
        langs.iter().map(|lang| (lang.clone(), format!("{lang} {}", "Есіл 👩‍👩‍👧‍👦 ".repeat(2000)))).collect();
    let keywords = (0..1500).map(|count| format!("{count}: {}", "Есіл ".repeat(6).trim())).collect();
    let words = PhotoWords {
        caption: caption.clone(),
        alt: caption,
        keywords,
        credit: "Пресс".into(),
        ..PhotoWords::default()
    };
    let folder = tempfile::tempdir().unwrap();
    let labelled = with_words(&picture(PictureFormat::Jpeg), &words, &langs);
    fs::write(folder.path().join("long.jpg"), &labelled.bytes).unwrap();
    assert_eq!(words_in(&labelled.bytes, &langs[1]), words.tidy());
    let Some(all) = exiftool::read(folder.path(), &["-all", "-CurrentIPTCDigest"]) else { return };
    let case = Case { langs: langs.to_vec(), words };
    check_xmp("long", &all["long.jpg"], &case);
    check_iim("long", &all["long.jpg"], &case, &[IimField::Caption]);
}
