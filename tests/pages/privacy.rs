//! Nothing that a photo says besides its pixels is in the PDF.

use std::collections::BTreeMap;

use dateline::newsroom::preset;
use dateline::pages::{Archive, Material, Print, Resolution, photos_of};
use dateline::release::{Block, BlockId, BlockKind, ByLang, Photo, PhotoId, Release, Standing};
use image::ImageFormat;
use jiff::civil::date;
use uuid::Uuid;

use super::generated::lang;
use super::photos::{
    CANARY, exif, exif_segment, file, holds, jpeg, scene, segment, tags, tiff, with_chunks, with_parts, with_segments,
};
use super::press::{on_the_program_s_stack, press, story};
use super::tools::{QPDF, tool};

/// A JPEG that tells everything that a camera and an agency can tell.
fn told_by_a_jpeg() -> Vec<u8> {
    let thumbnail = with_segments(&jpeg(&scene(16, 12)), &[segment(0xfe, CANARY)]);
    let iptc = [b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x0b\x1c\x02\x78\0\x06", CANARY, b"\0"].concat();
    let segments = [
        segment(0xfe, CANARY),
        exif_segment(&[exif(1, CANARY), thumbnail.clone()].concat()),
        segment(0xe1, &[b"http://ns.adobe.com/xap/1.0\0<x:xmpmeta>", CANARY].concat()),
        segment(0xed, &iptc),
        segment(0xe5, CANARY),
        segment(0xe0, &[b"JFXX\0\x10", thumbnail.as_slice()].concat()),
    ];
    [with_segments(&jpeg(&scene(300, 200)), &segments), CANARY.to_vec()].concat()
}

/// Photos of every kind, each with canaries wherever its kind has room for words.
fn photos() -> BTreeMap<&'static str, Vec<u8>> {
    let picture = scene(240, 160);
    let text = [b"Comment\0", CANARY].concat();
    let xmp = [b"XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta>", CANARY].concat();
    let chunks = [(b"tEXt", text), (b"iTXt", xmp), (b"eXIf", exif(1, CANARY)), (b"caNa", CANARY.to_vec())];
    let png = |picture: &image::DynamicImage| with_chunks(&file(picture, ImageFormat::Png), &chunks);
    let webp = with_parts(&file(&picture, ImageFormat::WebP), (240, 160), &[], &exif(1, CANARY), CANARY);
    let mut behind_the_end = png(&picture);
    behind_the_end.extend(CANARY);
    BTreeMap::from([
        ("as-it-is.jpg", told_by_a_jpeg()),
        ("turned.jpg", with_segments(&told_by_a_jpeg(), &[exif_segment(&exif(6, CANARY))])),
        ("chunks.png", behind_the_end),
        ("clear.png", png(&picture.to_rgba8().into())),
        ("parts.webp", webp),
        ("tags.tiff", tiff(240, 160, picture.to_rgb8().as_raw(), 1, CANARY)),
        ("only-tags.tiff", [tiff(240, 160, picture.to_rgb8().as_raw(), 8, CANARY), tags(&[], CANARY)].concat()),
    ])
}

#[test]
fn nothing_that_a_photo_says_besides_its_pixels_is_in_the_pdf() {
    let photos = photos();
    photos.iter().for_each(|(name, photo)| assert!(holds(photo, CANARY), "{name}"));
    let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang("en"));
    release.photos = (1..)
        .zip(photos.keys())
        .map(|(id, name)| Photo {
            alt: ByLang::one(&lang("en"), "a scene"),
            standing: if id % 2 == 0 { Standing::End } else { Standing::Lead },
            ..Photo::new(PhotoId(id), (*name).to_owned())
        })
        .collect();
    release.editions[0].headline = "Photos".into();
    release.editions[0].body = vec![Block { id: BlockId(1), kind: BlockKind::Photo(PhotoId(3)) }];
    let house = preset("ap").unwrap();
    let story = story(&release, &house);
    for resolution in [Resolution::Screen, Resolution::Print] {
        let print = |(name, shown): (String, _)| {
            let print = Print::new(&photos[name.as_str()], shown, &house.letterhead, resolution);
            (name, print.map_err(|error| error.message()))
        };
        let material = Material { logo: None, photos: photos_of(&story).into_iter().map(print).collect() };
        assert_eq!(material.photos.len(), photos.len());
        let shown: Vec<_> =
            material.photos.iter().filter_map(|(name, print)| Some((name, print.as_ref().err()?))).collect();
        assert!(shown.is_empty(), "{shown:?}");
        let pdf =
            on_the_program_s_stack(|| press(&story, &house.letterhead, &material).unwrap().pdf(Archive::Full).unwrap());
        assert!(!holds(&pdf, CANARY));
        let Some(plain) =
            tool(&QPDF, &pdf, &["--qdf", "--object-streams=disable", "--stream-data=uncompress", "{pdf}", "-"])
        else {
            return;
        };
        assert!(plain.len() > pdf.len() && holds(&plain, b"/Subtype /Image"));
        for word in [CANARY, b"Exif", b"xmpmeta>CANARY", b"Photoshop 3.0", b"JFXX", b"GPS "] {
            assert!(!holds(&plain, word), "{} is in the PDF", String::from_utf8_lossy(word));
        }
    }
}
