//! What exiftool writes, as we read it: all kinds of files, all stores, old letters, stores that disagree.

use std::fs;

use dateline::photo_file::{PhotoWords, words_in};
use dateline::release::{ByLang, Lang, MadeByAi};
use image::ImageFormat;
use jiff::civil::Date;

use super::drawn::{self, lang, seen};
use super::exiftool::{self, put};
use super::photos::{Dice, file, jpeg, scene};

const CASES: usize = 1000;

/// How exiftool is to code the letters of IIM, and whether it is to say so.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Letters {
    MarkedUtf8,
    Utf8,
    Cyrillic,
    Latin,
    MarkedLatin,
}

impl Letters {
    const ALL: [Letters; 5] =
        [Letters::MarkedUtf8, Letters::Utf8, Letters::Cyrillic, Letters::Latin, Letters::MarkedLatin];

    fn arguments(self) -> Vec<String> {
        let charset = |name: &str| vec!["-charset".to_owned(), format!("iptc={name}")];
        match self {
            Letters::MarkedUtf8 => vec!["-IPTC:CodedCharacterSet=UTF8".to_owned()],
            Letters::Utf8 => charset("UTF8"),
            Letters::Cyrillic => charset("Cyrillic"),
            Letters::Latin => charset("Latin"),
            Letters::MarkedLatin => vec![put("IPTC:CodedCharacterSet#", "\u{1b}.A")],
        }
    }

    /// Words that can be written with them.
    fn words(self) -> &'static [&'static str] {
        match self {
            Letters::MarkedUtf8 | Letters::Utf8 => {
                &["Есіл", "өзені", "Brücke", "👩‍👩‍👧‍👦", "«мост»", "&", "<b>", "\n", "№ 5"]
            }
            Letters::Cyrillic => drawn::RUSSIAN,
            Letters::Latin | Letters::MarkedLatin => drawn::GERMAN,
        }
    }
}

/// What is put into one file, and what is to be read in it.
struct Case {
    arguments: Vec<String>,
    /// By store, the most trusted first.
    stores: [PhotoWords; 3],
}

/// A text now and then, with its argument.
fn some(dice: &mut Dice, arguments: &mut Vec<String>, tag: &str, words: &[&str], octets: usize) -> String {
    if dice.below(3) == 0 {
        return String::new();
    }
    // A word without letters says nothing of its letters.
    let octets = 8 + dice.below(octets);
    let text = seen(&drawn::text(dice, words, octets));
    arguments.push(put(tag, &text));
    text
}

fn list(dice: &mut Dice, arguments: &mut Vec<String>, tag: &str, words: &[&str]) -> Vec<String> {
    let all = (0..dice.below(4)).map(|_| some(dice, arguments, tag, words, 60)).collect::<Vec<_>>();
    all.into_iter().filter(|text| !text.is_empty()).collect()
}

fn day(dice: &mut Dice, arguments: &mut Vec<String>, tag: &str, behind: &str) -> Option<Date> {
    let day = drawn::day(dice);
    arguments.extend(day.map(|day| format!("-{tag}={}{behind}", day.strftime("%Y:%m:%d"))));
    day
}

/// Texts by language; the one for readers of all others is in the first, or in none that is said.
fn by_lang(dice: &mut Dice, arguments: &mut Vec<String>, tag: &str, unsaid: &Lang) -> ByLang {
    let mut all = ByLang::default();
    let words = Letters::Utf8.words();
    let original = some(dice, arguments, tag, words, 300);
    for tagged in ["kk", "ru", "en-GB"].into_iter().filter(|_| !original.is_empty()) {
        let other = some(dice, arguments, &format!("{tag}-{tagged}"), words, 300);
        all.set(&lang(tagged), other);
    }
    if !original.is_empty() && all.get(unsaid).is_empty() && !all.iter().any(|(_, text)| text == original) {
        all.set(unsaid, original);
    }
    all
}

fn xmp(dice: &mut Dice, to: &mut Vec<String>, unsaid: &Lang) -> PhotoWords {
    let words = Letters::Utf8.words();
    let made_by_ai = [MadeByAi::No, MadeByAi::Partly, MadeByAi::Wholly][dice.below(3)];
    let source = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    let source_type = match made_by_ai {
        MadeByAi::No => "digitalCapture",
        MadeByAi::Partly => "compositeWithTrainedAlgorithmicMedia",
        MadeByAi::Wholly => "trainedAlgorithmicMedia",
    };
    to.push(format!("-XMP-iptcExt:DigitalSourceType#={source}{source_type}"));
    PhotoWords {
        headline: ByLang::one(unsaid, some(dice, to, "XMP-photoshop:Headline", words, 200)),
        caption: by_lang(dice, to, "XMP-dc:Description", unsaid),
        alt: by_lang(dice, to, "XMP-iptcCore:AltTextAccessibility", unsaid),
        credit: some(dice, to, "XMP-photoshop:Credit", words, 60),
        creator: list(dice, to, "XMP-dc:Creator", words).join(", "),
        copyright: some(dice, to, "XMP-dc:Rights", words, 100),
        rights: some(dice, to, "XMP-xmpRights:UsageTerms", words, 100),
        city: some(dice, to, "XMP-photoshop:City", words, 40),
        country: some(dice, to, "XMP-photoshop:Country", words, 40),
        country_code: some(dice, to, "XMP-iptcCore:CountryCode", &["KAZ"], 1),
        keywords: list(dice, to, "XMP-dc:Subject", words),
        persons: list(dice, to, "XMP-iptcExt:PersonInImage", words),
        taken: day(dice, to, "XMP-photoshop:DateCreated", ""),
        made_by_ai,
    }
}

fn iim(dice: &mut Dice, to: &mut Vec<String>, unsaid: &Lang, letters: Letters) -> PhotoWords {
    let words = letters.words();
    to.extend(letters.arguments());
    PhotoWords {
        headline: ByLang::one(unsaid, some(dice, to, "IPTC:Headline", words, 200)),
        caption: ByLang::one(unsaid, some(dice, to, "IPTC:Caption-Abstract", words, 1900)),
        credit: some(dice, to, "IPTC:Credit", words, 60),
        creator: list(dice, to, "IPTC:By-line", words).join(", "),
        copyright: some(dice, to, "IPTC:CopyrightNotice", words, 100),
        city: some(dice, to, "IPTC:City", words, 40),
        country: some(dice, to, "IPTC:Country-PrimaryLocationName", words, 40),
        country_code: some(dice, to, "IPTC:Country-PrimaryLocationCode", &["KAZ"], 1),
        keywords: list(dice, to, "IPTC:Keywords", words),
        taken: day(dice, to, "IPTC:DateCreated", ""),
        ..PhotoWords::default()
    }
}

fn exif(dice: &mut Dice, to: &mut Vec<String>, unsaid: &Lang) -> PhotoWords {
    let words = Letters::Utf8.words();
    // exiftool cuts the number of a letter beyond U+FFFF when it writes Windows' texts, and parts a copyright at line
    // ends, so they get none of both.
    let windows: Vec<&str> = words.iter().filter(|word| !word.contains(['👩', '\n'])).copied().collect();
    let description = some(dice, to, "IFD0:ImageDescription", words, 300);
    let comment = some(dice, to, "ExifIFD:UserComment", words, 300);
    let artist = some(dice, to, "IFD0:Artist", words, 60);
    let author = some(dice, to, "IFD0:XPAuthor", &windows, 60);
    PhotoWords {
        headline: ByLang::one(unsaid, some(dice, to, "IFD0:XPTitle", &windows, 100)),
        caption: ByLang::one(unsaid, if description.is_empty() { comment } else { description }),
        creator: if artist.is_empty() { author } else { artist },
        copyright: some(dice, to, "IFD0:Copyright", &windows, 100),
        keywords: one_by_one(&some(dice, to, "IFD0:XPKeywords", &["мост", "Есіл", ";", "Brücke"], 60)),
        taken: day(dice, to, "ExifIFD:DateTimeOriginal", " 18:00:00"),
        ..PhotoWords::default()
    }
}

fn one_by_one(keywords: &str) -> Vec<String> {
    keywords.split(';').map(seen).filter(|keyword| !keyword.is_empty()).collect()
}

/// What XMP says, else what IIM says, else what EXIF says.
fn trusted([xmp, iim, exif]: &[PhotoWords; 3]) -> PhotoWords {
    let by_lang = |field: fn(&PhotoWords) -> &ByLang| {
        [xmp, iim, exif].map(field).into_iter().find(|all| !all.is_blank()).cloned().unwrap_or_default()
    };
    let text = |field: fn(&PhotoWords) -> &String| {
        [xmp, iim, exif].map(field).into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default()
    };
    let list = |field: fn(&PhotoWords) -> &Vec<String>| {
        [xmp, iim, exif].map(field).into_iter().find(|all| !all.is_empty()).cloned().unwrap_or_default()
    };
    PhotoWords {
        headline: by_lang(|words| &words.headline),
        caption: by_lang(|words| &words.caption),
        alt: by_lang(|words| &words.alt),
        credit: text(|words| &words.credit),
        creator: text(|words| &words.creator),
        copyright: text(|words| &words.copyright),
        rights: text(|words| &words.rights),
        city: text(|words| &words.city),
        country: text(|words| &words.country),
        country_code: text(|words| &words.country_code),
        keywords: list(|words| &words.keywords),
        persons: list(|words| &words.persons),
        taken: xmp.taken.or(iim.taken).or(exif.taken),
        made_by_ai: xmp.made_by_ai,
    }
}

#[test]
fn what_exiftool_wrote_is_read_in_a_thousand_photos() {
    let mut dice = Dice(0x2026_0005_0042);
    let unsaid = lang("ru");
    let folder = tempfile::tempdir().unwrap();
    let picture = scene(8, 8);
    let kinds = [
        ("jpg", jpeg(&picture)),
        ("png", file(&picture, ImageFormat::Png)),
        ("webp", file(&picture, ImageFormat::WebP)),
        ("tif", file(&picture, ImageFormat::Tiff)),
    ];
    let mut cases = Vec::new();
    for number in 0..CASES {
        let (ending, bytes) = &kinds[number % kinds.len()];
        let path = folder.path().join(format!("{number}.{ending}"));
        fs::write(&path, bytes).unwrap();
        let mut arguments = Vec::new();
        let mut stores = [const { None }; 3].map(|_: Option<()>| PhotoWords::default());
        if dice.below(3) > 0 {
            stores[0] = xmp(&mut dice, &mut arguments, &unsaid);
        }
        // exiftool puts no IIM into a WebP.
        if dice.below(3) > 0 && *ending != "webp" {
            let letters = Letters::ALL[dice.below(Letters::ALL.len())];
            stores[1] = iim(&mut dice, &mut arguments, &unsaid, letters);
        }
        if dice.below(3) > 0 {
            stores[2] = exif(&mut dice, &mut arguments, &unsaid);
        }
        if dice.below(4) == 0 {
            arguments.push(if dice.below(2) == 0 { "-ExifByteOrder=II" } else { "-ExifByteOrder=MM" }.to_owned());
        }
        if arguments.is_empty() {
            arguments.push("-XMP-dc:Source=elsewhere".into());
        }
        arguments.push(path.display().to_string());
        cases.push((path, Case { arguments, stores }));
    }
    let arguments: Vec<_> = cases.iter().map(|(_, case)| case.arguments.clone()).collect();
    let Some(()) = exiftool::write(&arguments) else { return };
    for (path, Case { arguments, stores }) in &cases {
        let bytes = fs::read(path).unwrap();
        assert_eq!(words_in(&bytes, &unsaid), trusted(stores), "{}", arguments.join("\n"));
    }
    let disagree = cases.iter().filter(|(_, case)| {
        let [xmp, iim, exif] = &case.stores;
        let has_caption = |words: &PhotoWords| !words.caption.is_blank();
        has_caption(xmp) && (has_caption(iim) || has_caption(exif))
    });
    assert!(disagree.count() > CASES / 5, "the lot has to give stores that disagree");
}
