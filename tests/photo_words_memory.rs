//! Words made to fill the memory or to keep a reader busy: each file is answered soon and costs next to nothing.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop, and tells its figures")]

#[allow(unused_imports, reason = "each test file uses its part of it")]
mod photos;

use std::time::{Duration, Instant};

use dateline::photo_file::{Picture, PictureFormat, with_words, words_in};
use image::ImageFormat;
use peak_alloc::PeakAlloc;
use photos::{file, jpeg, scene, segment, tags, with_chunks, with_parts, with_segments};

/// Counts what all threads of this program hold, so one test asks it alone.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MOST_MEMORY: usize = 64 << 20;
const MOST_TIME: Duration = Duration::from_secs(2);
/// More than may be taken.
const LARGE: usize = 70 << 20;

fn rdf(inside: &str) -> Vec<u8> {
    format!(
        "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:d='http://purl.org/dc/elements/1.1/' \
         xmlns:p='http://ns.adobe.com/photoshop/1.0/'>{inside}</r:RDF>"
    )
    .into_bytes()
}

/// Repeats a piece until it fills a packet.
fn full(piece: &str) -> String {
    piece.repeat((4 << 20) / piece.len() - 1000)
}

fn packets() -> Vec<(&'static str, Vec<u8>)> {
    let list = format!(
        "<r:Description><d:subject><r:Bag>{}</r:Bag></d:subject></r:Description>",
        "<r:li>a</r:li>".repeat(49_000)
    );
    let numbered = |piece: fn(usize) -> String, count: usize| (0..count).map(piece).collect::<String>();
    vec![
        ("many elements", rdf(&full("<a/>"))),
        ("many attributes", rdf(&full("<a b='' c='' d='' e='' f='' g=''/>"))),
        ("many attributes in one", rdf(&format!("<r:Description {}/>", numbered(|at| format!(" a{at}=''"), 200_000)))),
        (
            "as many attributes as are allowed",
            rdf(&format!("<r:Description {}/>", numbered(|at| format!(" a{at}=''"), 290)).repeat(1100)),
        ),
        ("many namespaces", rdf(&numbered(|at| format!("<a xmlns:p{at}='{at}'>"), 290))),
        ("deep", rdf(&full("<p:Credit>"))),
        ("deep and sound", rdf(&[full("<r:Bag>").split_off(2 << 20 | 1), String::new()].concat())),
        ("signs", rdf(&full("&"))),
        ("references", rdf(&format!("<p:Credit>{}</p:Credit>", full("&#65;")))),
        ("broken references", rdf(&format!("<p:Credit>{}</p:Credit>", full("&#0;")))),
        ("a long list", rdf(&list)),
        ("a long text", rdf(&format!("<r:Description p:Credit='{}'/>", full("я")))),
        ("many descriptions", rdf(&full("<r:Description p:City=''/>"))),
        ("many comments", rdf(&format!("<r:Description><p:Credit>{}</p:Credit></r:Description>", full("a<!---->")))),
        ("brackets", full("<").into_bytes()),
        ("UTF-16", full("<a/>").encode_utf16().flat_map(u16::to_le_bytes).take(4 << 20).collect()),
        ("too long", vec![b'<'; LARGE]),
    ]
}

fn files() -> Vec<(&'static str, Vec<u8>)> {
    let scene = scene(8, 8);
    let (jpeg, png, webp) = (jpeg(&scene), file(&scene, ImageFormat::Png), file(&scene, ImageFormat::WebP));
    let tiff = |tag, kind, value: Vec<u8>| tags(&[(0x100, 3, vec![8, 0]), (tag, kind, value)], b"");
    let fields = |field: &[u8]| field.repeat(LARGE / field.len());
    let many = |segment: Vec<u8>| with_segments(&jpeg, &vec![segment.clone(); LARGE / segment.len()]);
    let extension = [b"http://ns.adobe.com/xmp/extension/\0", &[b'A'; 32][..], &[0, 0, 1, 0, 0, 0, 0, 0]].concat();
    let packet =
        rdf(&format!("<r:Description xmlns:n='http://ns.adobe.com/xmp/note/' n:HasExtendedXMP='{}'/>", "A".repeat(32)));
    let named = segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", &packet[..]].concat());
    let extended = [jpeg[..2].to_vec(), named, many(segment(0xe1, &extension))[2..].to_vec()].concat();
    // Checksums of so much take their time, and nobody here asks for them.
    let itxt = |key: &[u8]| {
        let length = u32::try_from(key.len() + 5 + LARGE).unwrap().to_be_bytes();
        [&png[..33], &length, b"iTXt", key, &[0; 5], &vec![b'<'; LARGE], &[0; 4], &png[33..]].concat()
    };
    vec![
        ("TIFF, a description", tiff(0x10e, 2, "я".repeat(LARGE / 2).into_bytes())),
        ("TIFF, blanks", tiff(0x10e, 2, vec![b' '; LARGE])),
        ("TIFF, half letters", tiff(0x8298, 2, vec![0xd0; LARGE])),
        ("TIFF, Windows' keywords", tiff(0x9c9e, 1, b";\0a\0".repeat(LARGE / 4))),
        ("TIFF, IIM", tiff(0x83bb, 7, fields(b"\x1c\x02\x19\0\x01a"))),
        ("TIFF, IIM turned", tiff(0x83bb, 7, fields(b"\0\x19\x02\x1c"))),
        ("TIFF, a field of IIM", tiff(0x83bb, 7, [b"\x1c\x02\x78\x80\x04\x06\0\0\0", &vec![b'a'; LARGE][..]].concat())),
        ("TIFF, blocks", tiff(0x8649, 1, fields(b"8BIM\x04\x03\0\0\0\0\0\0"))),
        ("TIFF, XMP", tiff(700, 1, vec![b'<'; LARGE])),
        ("JPEG, blocks", many(segment(0xed, &[b"Photoshop 3.0\0", &[0; 60_000][..]].concat()))),
        ("JPEG, small blocks", many(segment(0xed, b"Photoshop 3.0\0"))),
        ("JPEG, extensions", extended),
        ("PNG, XMP", itxt(b"XML:com.adobe.xmp")),
        ("PNG, digits", itxt(b"Raw profile type iptc")),
        (
            "PNG, chunks",
            [
                &png[..33],
                &with_chunks(&png, &[(b"tEXt", b"Raw profile type xmp\0".to_vec())])[33..66].repeat(LARGE / 33),
            ]
            .concat(),
        ),
        ("WebP, parts", [&webp[..12], &b"XMP \0\0\0\0".repeat(LARGE / 8)].concat()),
    ]
}

#[test]
fn no_words_fill_the_memory_or_keep_a_reader_busy() {
    let lang = "ru".parse().unwrap();
    let mut most = (Duration::ZERO, 0);
    let mut ask = |name: &str, file: &[u8]| {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let start = Instant::now();
        let words = words_in(file, &lang);
        let took = start.elapsed();
        let memory = MEMORY.peak_usage().saturating_sub(before);
        assert!(took < MOST_TIME && memory < MOST_MEMORY, "{name}: {took:?}, {} MB", memory >> 20);
        most = (most.0.max(took), most.1.max(memory));
        // What came in goes out again, too.
        let bytes = b"\xff\xd8\xff\xda\0\x02\xff\xd9"[..].into();
        let picture = Picture { bytes, format: PictureFormat::Jpeg, width_px: 1, height_px: 1 };
        assert_eq!(words_in(&with_words(&picture, &words, &[]).bytes, &lang).credit, words.credit, "{name}");
    };
    let webp = file(&scene(8, 8), ImageFormat::WebP);
    for (name, packet) in packets() {
        ask(name, &with_parts(&webp, (8, 8), b"", b"", &packet));
    }
    for (name, file) in files() {
        ask(name, &file);
    }
    println!("at most {:?} and {} MB", most.0, most.1 >> 20);
}
