//! Photos and logos that are cut off, broken or made to do harm: an answer each time, and soon.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod photos;

use std::time::{Duration, Instant};

use dateline::photo_file::{PhotoError, PictureFormat, for_page, logo, size_px, thumbnail};
use image::ImageFormat;
use photos::*;

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 300 200">
<defs><linearGradient id="g"><stop offset="0" stop-color="#123"/></linearGradient><path id="p" d="M0 0h9v9z"/></defs>
<style>.a{fill:url(#g)}</style><use xlink:href="#p" class="a"/><rect width="300" height="200" fill="url(#g)"/></svg>"##;

fn files() -> Vec<(&'static str, Vec<u8>)> {
    let picture = scene(48, 32);
    let plain = jpeg(&picture);
    let profile = moxcms::ColorProfile::new_adobe_rgb().encode().unwrap();
    let told = with_segments(&plain, &[exif_segment(&exif(6, CANARY)), icc_segment(&profile), adobe_segment(1)]);
    let webp = file(&picture, ImageFormat::WebP);
    vec![
        ("JPEG", plain),
        ("JPEG with EXIF and profile", told),
        ("progressive JPEG", one_colour(0xc2, &[120, 90, 200], &[])),
        ("CMYK JPEG", one_colour(0xc0, &[120, 90, 200, 30], &adobe_segment(2))),
        ("PNG", file(&picture, ImageFormat::Png)),
        ("PNG with alpha", file(&picture.to_rgba16().into(), ImageFormat::Png)),
        ("WebP", with_parts(&webp, (48, 32), &profile, &exif(5, CANARY), CANARY)),
        ("TIFF by hand", tiff(48, 32, &picture.to_rgb8(), 3, CANARY)),
        ("TIFF", file(&picture, ImageFormat::Tiff)),
        ("SVG", LOGO.into()),
    ]
}

/// Asks all that can be asked about a file; gives how long it took.
fn asked(bytes: &[u8]) -> Duration {
    let start = Instant::now();
    let _ = size_px(bytes);
    for most in [(4000, 4000), (20, 20)] {
        if let Ok(picture) = logo(bytes, most) {
            assert!(picture.width_px <= most.0 && picture.height_px <= most.1);
            if picture.format != PictureFormat::Svg && for_page(bytes, most).is_ok() {
                assert_eq!(size_px(&picture.bytes), Ok((picture.width_px, picture.height_px)));
            }
        }
    }
    start.elapsed()
}

#[test]
fn a_file_cut_at_any_tenth_byte_is_answered() {
    for (name, file) in files() {
        for length in (0..file.len()).step_by(10) {
            asked(&file[..length]);
            if name.contains("JPEG") {
                // Half a picture is no picture.
                assert!(for_page(&file[..length], (4000, 4000)).is_err(), "{name} at {length}");
            }
        }
    }
}

#[test]
fn two_thousand_changes_to_each_kind_are_answered_in_time() {
    for (name, file) in files() {
        let mut dice = Dice(0x2026_1123);
        for round in 0..2000 {
            let mut changed = file.clone();
            for _ in 0..=dice.below(6) {
                let at = dice.below(changed.len());
                match dice.below(4) {
                    0 => changed[at] = dice.below(256) as u8,
                    1 => changed[at] ^= 1 << dice.below(8),
                    2 => changed[at] = [0, 0xff, 0x7f, 0x80][dice.below(4)],
                    _ => {
                        let end = (at + dice.below(9)).min(changed.len());
                        changed.splice(at..end, [0xff; 3]);
                    }
                }
            }
            if name.starts_with("PNG") {
                changed = with_right_checksums(changed);
            }
            let took = asked(&changed);
            assert!(took < Duration::from_secs(2), "{name}, round {round}: {took:?}");
        }
    }
}

/// What a fuzzer found: the decoder panics at it.
#[test]
fn a_file_at_which_the_decoder_gives_up_is_answered() {
    let file = include_bytes!("photos/broken/upsampling.jpg");
    for most in [8, 64, 4000] {
        assert!(thumbnail(file, (most, most)).is_err() || size_px(file).is_ok());
        let _ = for_page(file, (most, most));
    }
}

#[test]
fn what_is_no_photo_is_told_in_words() {
    let said = |bytes: &[u8]| for_page(bytes, (100, 100)).unwrap_err().to_string();
    assert_eq!(said(b""), "The photo is empty. Copy it again from where it came.");
    assert_eq!(
        said(b"\0\0\0\x18ftypheic\0\0\0\0"),
        "The photo is an HEIC photo, which cannot be shown here. Open it on the phone or computer that it came from and \
         save it as JPEG. On an iPhone, Settings → Camera → Formats → Most Compatible makes JPEGs from the start."
    );
    assert!(said(b"FUJIFILMCCD-RAW 0201").contains("export it as JPEG"));
    assert!(said(b"\0\0\0\x18ftypisom").contains("a still"));
    assert!(said(b"GIF89a").ends_with("Save it as JPEG first."));
    assert!(said(b"Dear editor").contains("neither JPEG nor PNG"));
    assert!(said(LOGO.as_bytes()).contains("SVG"));
    assert_eq!(for_page(b"\xff\xd8\xff\xe0", (9, 9)), Err(PhotoError::CutOff));
    assert_eq!(for_page(b"\x89PNG\r\n\x1a\n", (9, 9)), Err(PhotoError::CutOff));
    assert_eq!(for_page(b"RIFF\0\0\0\0WEBP", (9, 9)), Err(PhotoError::CutOff));
    assert_eq!(for_page(b"II*\0\x08\0\0\0", (9, 9)), Err(PhotoError::CutOff));
}

#[test]
fn a_sound_logo_is_handed_on_as_it_was() {
    let picture = logo(LOGO.as_bytes(), (600, 600)).unwrap();
    assert_eq!((picture.format, picture.width_px, picture.height_px), (PictureFormat::Svg, 600, 400));
    assert_eq!(&*picture.bytes, LOGO.as_bytes());
    let sized = LOGO.replace("viewBox", r#"width="40mm" height="4cm" viewBox"#);
    let picture = logo(sized.as_bytes(), (600, 300)).unwrap();
    assert_eq!((picture.width_px, picture.height_px), (300, 300));
}

#[test]
fn a_drawing_programs_notes_are_cut_out() {
    let told = LOGO
        .replace("<svg ", r#"<svg xmlns:ink="http://example.org/ink" ink:docname="/home/CANARY" data-name="CANARY" "#)
        .replace("<defs>", "<!-- CANARY --><metadata><title>CANARY</title></metadata><ink:view a='CANARY'/><defs>")
        .replace("</svg>", "</svg><!-- CANARY -->");
    let picture = logo(told.as_bytes(), (600, 600)).unwrap();
    assert!(!holds(&picture.bytes, CANARY), "{}", String::from_utf8_lossy(&picture.bytes));
    assert!(holds(&picture.bytes, b"<rect width=\"300\""));
}

#[test]
fn a_logo_that_reaches_outside_or_multiplies_is_refused() {
    let with = |part: &str| LOGO.replace("</svg>", &format!("{part}</svg>"));
    let ten_times = |of: &str| format!("<use href='#{of}'/>").repeat(10);
    let laughs: String = (1..10).map(|n| format!("<g id='l{n}'>{}</g>", ten_times(&format!("l{}", n - 1)))).collect();
    let patterns: String = (1..10)
        .map(|n| format!("<pattern id='l{n}'>{}</pattern>", format!("<rect fill='url( #l{})'/>", n - 1).repeat(10)))
        .collect();
    let deep = |depth: usize| "<g>".repeat(depth) + &"</g>".repeat(depth);
    let attributes: String = (0..100_000).map(|n| format!(" a{n}='>'")).collect();
    let bad = [
        with("<script>1</script>"),
        with("<foreignObject/>"),
        with("<image href='#a'/>"),
        with("<x:script xmlns:x='http://www.w3.org/1999/xhtml'/>"),
        with("<use href='https://example.org/a.svg#a'/>"),
        with("<use xlink:href='file:///etc/passwd'/>"),
        with("<a href='javascript:1'/>"),
        with("<rect fill='url(https://example.org/a.svg#a)'/>"),
        with("<rect style='fill:URL( \"b.svg\")'/>"),
        with("<rect style='fill:u\\72l(b.svg)'/>"),
        with("<style>@import 'a.css';</style>"),
        with("<style>.b{fill:u<!-- -->rl(b.svg)}</style>"),
        with("<style><![CDATA[.b{fill:url(b.svg)}]]></style>"),
        with("<rect onload='alert(1)'/>"),
        with(&("<g id='l0'/>".to_owned() + &laughs)),
        with(&("<g id='l0'/>".to_owned() + &patterns)),
        with("<pattern id='q'/><style>.b{fill:url(#q)}</style>"),
        with("<g id='s'><use href='#s'/></g>"),
        with("<g id='g'/>"),
        with(&deep(200)),
        with(&deep(100_000)),
        with(&format!("<g{attributes}/>")),
        with(&"<g/>".repeat(200_000)),
        with(&" ".repeat(2 << 20)),
        with("<g>"),
        LOGO.replace("viewBox=\"0 0 300 200\"", ""),
        LOGO.replace("300 200", "NaN 1"),
        LOGO.replace("300 200", "-300 200"),
        LOGO.replace("300 200", "1e30 1"),
        LOGO.replace("http://www.w3.org/2000/svg", "http://example.org/svg"),
        format!("<?xml-stylesheet href='https://example.org/a.css'?>{LOGO}"),
        format!("<!DOCTYPE svg [<!ENTITY a 'b'>]>{LOGO}"),
        format!(
            "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>{LOGO}"
        ),
        "<note><svg/></note>".to_owned(),
    ];
    for svg in bad {
        let start = Instant::now();
        let answer = logo(svg.as_bytes(), (600, 600));
        let shown: String = svg.chars().rev().take(120).collect::<Vec<_>>().into_iter().rev().collect();
        assert!(matches!(answer, Err(PhotoError::Logo(_))), "{shown}: {answer:?}");
        assert!(start.elapsed() < Duration::from_secs(2), "{shown}: {:?}", start.elapsed());
    }
    assert!(logo(with(&deep(90)).as_bytes(), (600, 600)).is_ok());
}
