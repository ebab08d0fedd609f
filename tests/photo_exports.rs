//! Photos in what leaves the house: their sizes, their words, and how web page and Markdown show them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod photos;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use dateline::newsroom;
use dateline::photo_file::{PhotoWords, Rendition, renditions, size_px, words_in};
use dateline::release::{
    Block, BlockId, BlockKind, ByLang, Crop, Edition, Lang, Photo, PhotoEdit, PhotoId, Release, Standing,
};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use jiff::civil::date;
use photos::{decoded, exif_segment, file, jpeg, scene, tags, with_segments};
use pulldown_cmark::{Event, Parser, Tag};
use scraper::{Html, Selector};
use uuid::Uuid;

fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

fn words() -> PhotoWords {
    PhotoWords { credit: "Press service".into(), ..PhotoWords::default() }
}

#[test]
fn each_rendition_has_its_size_and_its_words() {
    let photo = jpeg(&scene(2400, 1500));
    let all = [Rendition::Print, Rendition::Web, Rendition::Medium, Rendition::Thumbnail];
    let made = renditions(&photo, &PhotoEdit::default(), &words(), &[lang("en")], &all, Rendition::WEB_PX).unwrap();
    let sizes: Vec<_> = made.iter().map(|made| (made.picture.width_px, made.picture.height_px)).collect();
    assert_eq!(sizes, [(2400, 1500), (1600, 1000), (800, 500), (400, 250)]);
    for made in &made {
        assert_eq!(size_px(&made.picture.bytes).unwrap(), (made.picture.width_px, made.picture.height_px));
        assert_eq!(words_in(&made.picture.bytes, &lang("en")), words());
    }
    // The pixels of the one for print are those of the original, to the bit.
    assert_eq!(decoded(&made[0].picture.bytes), decoded(&photo));
}

#[test]
fn a_rendition_shows_the_upright_photo_as_it_was_turned_and_cut() {
    let lying = with_segments(&jpeg(&scene(600, 400)), &[exif_segment(&tags(&[(0x112, 3, vec![6, 0])], &[]))]);
    let size = |edit: PhotoEdit| {
        let made = renditions(&lying, &edit, &words(), &[lang("en")], &[Rendition::Print], Rendition::WEB_PX).unwrap();
        size_px(&made[0].picture.bytes).unwrap()
    };
    assert_eq!(size(PhotoEdit::default()), (400, 600));
    assert_eq!(size(PhotoEdit { turns: 1, ..PhotoEdit::default() }), (600, 400));
    let crop = Some(Crop { left: 0, top: 0, width: 5000, height: 5000 });
    assert_eq!(size(PhotoEdit { turns: 1, crop, interest: None }), (300, 200));
}

#[test]
fn what_shows_through_stands_on_white() {
    let clear = RgbaImage::from_fn(64, 64, |x, _| Rgba([200, 0, 0, if x < 32 { 0 } else { 255 }]));
    let png = file(&DynamicImage::from(clear), ImageFormat::Png);
    let made = renditions(&png, &PhotoEdit::default(), &words(), &[lang("en")], &[Rendition::Print], Rendition::WEB_PX)
        .unwrap();
    let pixels = decoded(&made[0].picture.bytes).to_rgb8();
    assert!(pixels.get_pixel(4, 4).0.iter().all(|value| *value > 245), "{:?}", pixels.get_pixel(4, 4));
    assert!(pixels.get_pixel(60, 4).0[0] > 180 && pixels.get_pixel(60, 4).0[1] < 30);
}

/// Three photos: under the headline, at the end, and one that only goes along; the fourth's file is broken.
fn saved(folder: &Path, broken: bool) {
    let original = folder.parent().unwrap().join("original.jpg");
    let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang("en"));
    release.editions[0].headline = "Bridge opens".into();
    release.editions.push(Edition { headline: "Көпір ашылды".into(), ..Edition::new(lang("kk")) });
    release.house = Some("ap".into());
    let standings = [Standing::Lead, Standing::End, Standing::Attached, Standing::End];
    for (place, standing) in standings.into_iter().enumerate().take(if broken { 4 } else { 3 }) {
        let bytes = if place == 3 { b"\xff\xd8\xff\xe0".to_vec() } else { jpeg(&scene(1000 + place as u32, 600)) };
        fs::write(&original, bytes).unwrap();
        let photo = Photo {
            alt: ByLang::one(&lang("en"), "A [bridge] & *stars* | <b>"),
            caption: ByLang::one(&lang("en"), format!("Caption {place}")),
            decorative: place == 1,
            standing,
            ..Photo::new(PhotoId(place as u32 + 1), newsroom::add_photo(folder, &original).unwrap())
        };
        release.photos.push(photo);
    }
    let paragraph = |text: &str| Block { id: BlockId(1), kind: BlockKind::Paragraph(text.to_owned().into()) };
    release.editions.iter_mut().for_each(|edition| edition.body = vec![paragraph("The bridge is open.")]);
    newsroom::save(folder, &release).unwrap();
}

fn export(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).arg("export").arg(folder).args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_web_page_shows_the_photos_that_lie_beside_it_in_several_sizes() {
    let desk = tempfile::tempdir().unwrap();
    let folder = desk.path().join("Мост, 1%");
    saved(&folder, false);
    let ran = export(&folder, &["--to", "html"]);
    assert!(ran.status.success() && ran.stderr.is_empty(), "{}", said(&ran));
    let page = fs::read_to_string(folder.join("Мост, 1%.en.html")).unwrap();
    let html = Html::parse_document(&page);
    let images: Vec<_> = html.select(&Selector::parse("figure > img").unwrap()).collect();
    assert_eq!(images.len(), 2, "the one that only goes along is not shown");
    assert_eq!(images[0].attr("alt"), Some("A [bridge] & *stars* | <b>"));
    assert_eq!(images[1].attr("alt"), Some(""), "it only adorns");
    assert_eq!(html.select(&Selector::parse("section .photos figcaption").unwrap()).count(), 1);
    for image in images {
        let sizes: Vec<&str> = image.attr("srcset").unwrap().split(", ").collect();
        assert_eq!(sizes.len(), 3, "{sizes:?}");
        for size in sizes {
            let (address, width) = size.split_once(' ').unwrap();
            assert!(
                address.is_ascii() && address.starts_with("%D0%9C%D0%BE%D1%81%D1%82%2C%201%25-photos/"),
                "{address}"
            );
            let place = folder.join("Мост, 1%-photos").join(address.split_once('/').unwrap().1);
            let (px, _) = size_px(&fs::read(place).unwrap()).unwrap();
            assert_eq!(width, format!("{px}w"));
        }
        let size = (image.attr("width").unwrap(), image.attr("height").unwrap());
        assert!(size == ("1000", "600") || size == ("1001", "600"), "{size:?}");
    }
    // The words in all languages, whatever was exported.
    let photo = fs::read(folder.join("Мост, 1%-photos/web/2026-11-23-bridge-opens-01.jpg")).unwrap();
    assert_eq!(words_in(&photo, &lang("en")).headline.get(&lang("en")), "Bridge opens");
}

#[test]
#[expect(clippy::wildcard_enum_match_arm, reason = "the other events of Markdown say nothing of pictures")]
fn markdown_shows_each_photo_above_its_caption() {
    let desk = tempfile::tempdir().unwrap();
    let folder = desk.path().join("bridge");
    saved(&folder, false);
    assert!(export(&folder, &["--to", "md", "--lang", "en"]).status.success());
    let text = fs::read_to_string(folder.join("bridge.en.md")).unwrap();
    let mut shown = Vec::new();
    let mut alt = None;
    for event in Parser::new(&text) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                (shown.push(dest_url.to_string()), alt = Some(String::new())).1
            }
            Event::End(pulldown_cmark::TagEnd::Image) => {
                shown.extend(alt.take());
            }
            Event::Text(words) => {
                if let Some(alt) = &mut alt {
                    *alt += &words;
                }
            }
            _ => {}
        }
    }
    let address = |number| format!("bridge-photos/web/2026-11-23-bridge-opens-0{number}.jpg");
    assert_eq!(shown, [address(1), "A [bridge] & *stars* | <b>".into(), address(2), String::new()], "{text}");
    assert!(text.find("-01.jpg").unwrap() < text.find("Caption 0").unwrap(), "{text}");
    assert!(folder.join(address(1)).is_file() && !folder.join(address(3)).exists());
}

#[test]
fn a_single_file_has_its_photos_inside_and_no_folder_beside() {
    let desk = tempfile::tempdir().unwrap();
    let folder = desk.path().join("bridge");
    saved(&folder, false);
    let ran = export(&folder, &["--to", "html,md", "--lang", "en", "--single-file"]);
    assert!(ran.status.success() && ran.stderr.is_empty(), "{}", said(&ran));
    assert!(!folder.join("bridge-photos").exists());
    let page = fs::read_to_string(folder.join("bridge.en.html")).unwrap();
    assert_eq!(page.matches("src=\"data:image/jpeg;base64,/9j/").count(), 2);
    let text = fs::read_to_string(folder.join("bridge.en.md")).unwrap();
    let images = Parser::new(&text).filter(|event| {
        matches!(event, Event::Start(Tag::Image { dest_url, .. }) if dest_url.starts_with("data:image/jpeg;base64,/9j/"))
    });
    assert_eq!(images.count(), 2);
    assert!(text.find("Caption 0").unwrap() < text.find("base64").unwrap(), "the words stand first");
    let wrong = export(&folder, &["--to", "txt", "--single-file"]);
    assert!(wrong.status.code() == Some(2) && said(&wrong).contains("html nor md"), "{}", said(&wrong));
}

#[test]
fn photos_alone_are_all_of_them_in_the_order_of_the_release() {
    let desk = tempfile::tempdir().unwrap();
    let folder = desk.path().join("bridge");
    saved(&folder, false);
    let out = desk.path().join("out");
    let ran = export(&folder, &["--to", "photos", "--out", out.to_str().unwrap()]);
    assert_eq!(String::from_utf8(ran.stdout).unwrap().trim_end(), out.join("bridge-photos").to_str().unwrap());
    for (rendition, width) in [("print", 1000), ("web", 1000), ("thumbnail", 400)] {
        let entries = fs::read_dir(out.join("bridge-photos").join(rendition)).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        assert_eq!(names, [1, 2, 3].map(|number| format!("2026-11-23-bridge-opens-0{number}.jpg")), "{rendition}");
        let first = fs::read(out.join("bridge-photos").join(rendition).join(&names[0])).unwrap();
        assert_eq!(size_px(&first).unwrap().0, width, "{rendition}");
        let words = words_in(&first, &lang("en"));
        assert_eq!(words.caption.get(&lang("en")), "Caption 0");
    }
    // The same again is in nobody's way; something else of the same name is.
    assert!(export(&folder, &["--to", "photos", "--out", out.to_str().unwrap()]).status.success());
    let photo = out.join("bridge-photos/web/2026-11-23-bridge-opens-02.jpg");
    fs::write(&photo, "somebody's").unwrap();
    let ran = export(&folder, &["--to", "photos,md", "--out", out.to_str().unwrap()]);
    assert!(!ran.status.success() && fs::read(&photo).unwrap() == b"somebody's");
    assert!(!out.join("bridge.en.md").exists(), "all or none");
    assert!(export(&folder, &["--to", "photos", "--force", "--out", out.to_str().unwrap()]).status.success());
    assert_ne!(fs::read(&photo).unwrap(), b"somebody's");
}

#[test]
fn a_photo_that_cannot_be_shown_is_told_with_what_to_do() {
    let desk = tempfile::tempdir().unwrap();
    let folder = desk.path().join("bridge");
    saved(&folder, true);
    let ran = export(&folder, &["--to", "html,md", "--lang", "en"]);
    assert!(ran.status.success());
    let warnings = said(&ran);
    assert_eq!(
        warnings.lines().filter(|line| line.starts_with("warning: ") && line.contains("missing")).count(),
        2,
        "{warnings}"
    );
    let page = fs::read_to_string(folder.join("bridge.en.html")).unwrap();
    assert_eq!((page.matches("<img ").count(), page.matches("class=\"photo\"").count()), (2, 1));
    assert!(page.contains("Caption 3"));
    // A set with a hole in it is not sent.
    let ran = export(&folder, &["--to", "photos", "--force"]);
    assert!(!ran.status.success() && said(&ran).contains("Could not export the photo"), "{}", said(&ran));
    assert!(!folder.join("bridge-photos/print/2026-11-23-bridge-opens-01.jpg").exists());
}

#[test]
fn photos_for_a_web_site_are_as_large_as_was_asked() {
    let desk = tempfile::tempdir().unwrap();
    let folder = desk.path().join("bridge");
    saved(&folder, false);
    let width = |size: &[&str]| {
        let out = desk.path().join(format!("out{}", size.len()));
        let arguments = [&["--to", "photos", "--out", out.to_str().unwrap()], size].concat();
        let ran = export(&folder, &arguments);
        assert!(ran.status.success(), "{}", said(&ran));
        let photo = fs::read(out.join("bridge-photos/web/2026-11-23-bridge-opens-01.jpg")).unwrap();
        let (width, height) = size_px(&photo).unwrap();
        width.max(height)
    };
    let usual = width(&[]);
    assert!(usual > 500, "{usual}");
    assert_eq!(width(&["--web-size", "500"]), 500);
}
