//! Small files that promise, or unpack to, far more than they are.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::{DynamicImage, ImageFormat};

use crate::photos::*;
use crate::seeds;

/// All of them, one by one.
pub(crate) fn each(ask: &mut dyn FnMut(&str, &[u8])) {
    absurd_sizes(ask);
    png(ask);
    jpeg_bombs(ask);
    tiff_bombs(ask);
    webp(ask);
    words(ask);
    previews(ask);
}

const SIDES: [(u32, u32); 12] = [
    (0, 0),
    (0, 100),
    (1, 65_535),
    (65_535, 1),
    (65_535, 65_535),
    (65_535, 3200),
    (3200, 65_535),
    (14_000, 14_000),
    (10_000, 10_000),
    (6000, 4000),
    (4000, 3300),
    (16_383, 16_383),
];

/// A size in the head that nothing stands behind.
fn absurd_sizes(ask: &mut dyn FnMut(&str, &[u8])) {
    let picture = scene(48, 32);
    for (width, height) in SIDES {
        let name = |kind: &str| format!("{kind}, {width} × {height}");
        for (kind, bytes) in seeds::jpegs() {
            let frame = [[0xff, 0xc0], [0xff, 0xc2]].iter().find_map(|mark| {
                let is_frame = |part: &[u8]| part[..2] == mark[..] && part[2] == 0 && part[4] == 8;
                bytes.windows(5).rposition(is_frame)
            });
            let mut lying = bytes.clone();
            let at = frame.unwrap() + 5;
            lying[at..at + 2].copy_from_slice(&(height as u16).to_be_bytes());
            lying[at + 2..at + 4].copy_from_slice(&(width as u16).to_be_bytes());
            ask(&name(kind), &lying);
            // With more behind it, though no more pixels.
            let end = lying.len() - 2;
            ask(&name(&format!("{kind} and zeros")), &[&lying[..end], &[0; 60_000], &lying[end..]].concat());
        }
        let mut png = file(&picture, ImageFormat::Png);
        png[16..20].copy_from_slice(&width.to_be_bytes());
        png[20..24].copy_from_slice(&height.to_be_bytes());
        ask(&name("PNG"), &with_right_checksums(png.clone()));
        // Of 16 bits, interlaced.
        png[24] = 16;
        png[28] = 1;
        ask(&name("PNG, interlaced"), &with_right_checksums(png));
        ask(&name("TIFF"), &tiff(width as u16, height as u16, &[0; 9000], 1, CANARY));
        let webp = file(&picture, ImageFormat::WebP);
        ask(&name("WebP"), &with_parts(&webp, (width.max(1), height.max(1)), CANARY, &exif(1, CANARY), CANARY));
        let mut bare = webp.clone();
        let bits = (width.max(1) - 1) & 0x3fff | ((height.max(1) - 1) & 0x3fff) << 14;
        bare[21..25].copy_from_slice(&bits.to_le_bytes());
        ask(&name("WebP, bare"), &bare);
    }
}

/// So many zeros, packed.
fn zeros(megabytes: usize) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    let piece = vec![0; 1 << 20];
    (0..megabytes).for_each(|_| packed.write_all(&piece).unwrap());
    packed.finish().unwrap()
}

fn png(ask: &mut dyn FnMut(&str, &[u8])) {
    let bomb = zeros(200);
    let sound = file(&scene(16, 16), ImageFormat::Png);
    let packed_words = |before: &[u8]| [before, &bomb].concat();
    let chunks: [(&str, &[u8; 4], Vec<u8>); 4] = [
        ("profile", b"iCCP", packed_words(b"ICC\0\0")),
        ("packed words", b"zTXt", packed_words(b"Comment\0\0")),
        ("packed words in UTF-8", b"iTXt", packed_words(b"XML:com.adobe.xmp\0\x01\0\0\0")),
        ("old profile", b"zxIf", bomb.clone()),
    ];
    for (name, kind, contents) in chunks {
        let one = (kind, contents.clone());
        ask(&format!("PNG, bomb in {name}"), &with_chunks(&sound, std::slice::from_ref(&one)));
        ask(&format!("PNG, twenty bombs in {name}"), &with_chunks(&sound, &vec![one; 20]));
    }
    // More pixels than the head says, and as many as it says.
    let data_at = sound.windows(4).position(|name| name == b"IDAT").unwrap() - 4;
    let head = |width: u32, height: u32, bits: u8, colour: u8| {
        let mut head = sound[..data_at].to_vec();
        head[16..20].copy_from_slice(&width.to_be_bytes());
        head[20..24].copy_from_slice(&height.to_be_bytes());
        (head[24], head[25]) = (bits, colour);
        head
    };
    let end: [u8; 12] = [0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82];
    for (name, head) in [
        ("behind a small head", head(16, 16, 8, 2)),
        ("as the head says", head(8000, 8000, 8, 2)),
        ("as the head says, in grey", head(14_000, 14_000, 8, 0)),
        ("as the head says, in one bit", head(14_000, 14_000, 1, 0)),
        ("in few rows", head(1_000_000, 200, 8, 0)),
        ("in few columns", head(1, 100_000_000, 8, 0)),
        ("of 16 bits", head(4000, 4000, 16, 6)),
    ] {
        let whole = with_chunks(&[&head[..], &end].concat(), &[]);
        let data = (b"IDAT", bomb.clone());
        let mut bytes = with_chunks(&whole, &[]);
        bytes.truncate(head.len());
        let chunk = &with_chunks(&[&sound[..33], &[][..]].concat(), &[data])[33..];
        ask(&format!("PNG, pixels {name}"), &with_right_checksums([&bytes[..], chunk, &end].concat()));
    }
    // Thousands of frames, and of empty chunks.
    let frames: Vec<(&[u8; 4], Vec<u8>)> = (0..5000u32)
        .map(|number| {
            let size = [0, 0, 0, 16, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0];
            (b"fcTL", [&number.to_be_bytes()[..], &size].concat())
        })
        .collect();
    ask("PNG, 5000 frames", &with_chunks(&sound, &frames));
    ask("PNG, 20,000 empty chunks", &with_chunks(&sound, &vec![(b"tEXt", Vec::new()); 20_000]));
    ask("PNG, a palette of all sizes", &with_chunks(&sound, &[(b"PLTE", vec![7; 3 * 300]), (b"tRNS", vec![1; 500])]));
}

fn jpeg_bombs(ask: &mut dyn FnMut(&str, &[u8])) {
    // A scan that says nothing, again and again, over a large picture.
    let progressive = one_colour(0xc2, &[120, 90, 200], &[]);
    let last = progressive.windows(2).rposition(|mark| mark == [0xff, 0xda]).unwrap();
    let scan = progressive[last..progressive.len() - 2].to_vec();
    for scans in [190, 5000, 50_000] {
        for side in [16u16, 512, 2000] {
            let mut bytes = [&progressive[..last], &scan.repeat(scans), &[0xff, 0xd9]].concat();
            let frame = bytes.windows(2).position(|mark| mark == [0xff, 0xc2]).unwrap();
            bytes[frame + 5..frame + 7].copy_from_slice(&side.to_be_bytes());
            bytes[frame + 7..frame + 9].copy_from_slice(&side.to_be_bytes());
            ask(&format!("JPEG, {scans} scans over {side} px"), &bytes);
        }
    }
    let plain = jpeg(&scene(48, 32));
    let full = segment(0xe7, &vec![0xff; 65_533]);
    ask("JPEG, 300 full segments", &with_segments(&plain, &vec![full; 300]));
    let part = |number: u8| segment(0xe2, &[&b"ICC_PROFILE\0"[..], &[number, 255], &vec![number; 65_000]].concat());
    ask("JPEG, a profile of 255 parts", &with_segments(&plain, &(1..=255).map(part).collect::<Vec<_>>()));
    ask("JPEG, the same part 255 times", &with_segments(&plain, &(1..=255).map(|_| part(1)).collect::<Vec<_>>()));
    let mut profile = moxcms::ColorProfile::new_adobe_rgb().encode().unwrap();
    for at in (128..profile.len() - 4).step_by(4).take(60) {
        let kept = profile[at];
        profile[at] = 0xff;
        ask(&format!("JPEG, profile broken at {at}"), &with_segments(&plain, &[icc_segment(&profile)]));
        profile[at] = kept;
    }
    for every in [0u16, 1, 0xffff] {
        let restart = segment(0xdd, &every.to_be_bytes());
        ask(&format!("JPEG, begins anew each {every}"), &with_segments(&plain, &[restart]));
    }
    ask("JPEG, only restarts", &[&plain[..plain.len() - 2], &[0xff, 0xd0].repeat(100_000), &[0xff, 0xd9]].concat());
    ask("JPEG, only filling", &[&plain[..2], &vec![0xff; 3_000_000], &plain[2..]].concat());
    let all_fine = [0x44, 0x14, 0x41, 0x11, 0x00, 0x55, 0x21, 0x12, 0xff];
    let frame = plain.windows(2).position(|mark| mark == [0xff, 0xc0]).unwrap();
    for fineness in all_fine {
        for component in 0..3 {
            let mut bytes = plain.clone();
            bytes[frame + 11 + 3 * component] = fineness;
            ask(&format!("JPEG, fineness {fineness:x} of {component}"), &bytes);
        }
    }
}

fn tiff_bombs(ask: &mut dyn FnMut(&str, &[u8])) {
    let short = |number: u16| number.to_le_bytes().to_vec();
    let long = |number: u32| number.to_le_bytes().to_vec();
    let bomb = zeros(60);
    let base = |width: u32, height: u32, compression: u16| {
        vec![
            (0x100, 4, long(width)),
            (0x101, 4, long(height)),
            (0x102, 3, [short(8), short(8), short(8)].concat()),
            (0x103, 3, short(compression)),
            (0x106, 3, short(2)),
            (0x111, 4, long(300)),
            (0x115, 3, short(3)),
            (0x116, 4, long(height)),
            (0x117, 4, long(u32::try_from(bomb.len()).unwrap())),
        ]
    };
    for compression in [1, 2, 3, 4, 5, 6, 7, 8, 32_773, 32_946, 50_000] {
        for (width, height) in [(100, 100), (5000, 4000), (60_000, 1), (0x7fff_ffff, 2), (0xffff_ffff, 0xffff_ffff)] {
            let name = format!("TIFF, {width} × {height}, packed as {compression}");
            ask(&name, &tags(&base(width, height, compression), &bomb));
        }
    }
    for (tag, kind, value) in [
        (0x102, 3, short(64)),
        (0x102, 3, short(8).repeat(30_000)),
        (0x111, 4, long(8).repeat(200_000)),
        (0x115, 3, short(65_535)),
        (0x116, 4, long(0)),
        (0x116, 4, long(1)),
        (0x117, 4, long(0xffff_ffff)),
        (0x142, 4, long(0x7fff_ffff)),
        (0x142, 4, long(1)),
        (0x144, 4, long(8).repeat(1000)),
        (0x14a, 4, long(8)),
        (0x153, 3, short(3).repeat(3)),
        (0x8773, 7, vec![7; 9_000_000]),
        (0x8773, 7, bomb.clone()),
    ] {
        let mut entries = base(5000, 4000, 8);
        entries.retain(|(other, ..)| *other != tag);
        let name = format!("TIFF, tag {tag:x} of {} bytes", value.len());
        entries.push((tag, kind, value));
        entries.sort();
        ask(&name, &tags(&entries, &bomb));
    }
    let rows = vec![(0x111, 4, long(300).repeat(65_535)), (0x117, 4, long(9).repeat(65_535)), (0x116, 4, long(1))];
    let mut entries = base(1, 65_535, 1);
    entries.retain(|(tag, ..)| !matches!(tag, 0x111 | 0x116 | 0x117));
    entries.extend(rows);
    entries.sort();
    ask("TIFF, 65,535 strips", &tags(&entries, &[0; 400]));
}

fn webp(ask: &mut dyn FnMut(&str, &[u8])) {
    let sound = file(&scene(48, 32), ImageFormat::WebP);
    ask("WebP, 20 MB of words", &with_parts(&sound, (48, 32), CANARY, &exif(1, CANARY), &vec![b'<'; 20_000_000]));
    ask("WebP, 20 MB of tags", &with_parts(&sound, (48, 32), CANARY, &vec![b'I'; 20_000_000], CANARY));
    ask("WebP, 20 MB of profile", &with_parts(&sound, (48, 32), &vec![9; 20_000_000], &exif(1, CANARY), CANARY));
    // A single colour, which takes a few bytes whatever its size.
    for side in [64, 2000, 4000, 8000, 16_383] {
        let mut flat = file(&DynamicImage::new_rgb8(64, 64), ImageFormat::WebP);
        let bits: u32 = (side - 1) | (side - 1) << 14;
        flat[21..25].copy_from_slice(&bits.to_le_bytes());
        ask(&format!("WebP, one colour of {side} px"), &flat);
    }
    let frame = |side: u32| {
        let size = side.to_le_bytes();
        let head = [&[0; 6][..], &size[..3], &size[..3], &[0; 4]].concat();
        let contents = [&head[..], &sound[12..]].concat();
        [b"ANMF", &u32::try_from(contents.len()).unwrap().to_le_bytes()[..], &contents].concat()
    };
    for side in [47, 0xff_ffff] {
        let head =
            [&b"VP8X"[..], &[10, 0, 0, 0, 2, 0, 0, 0, 47, 0, 0, 31, 0, 0], b"ANIM", &[6, 0, 0, 0], &[0; 6]].concat();
        let parts = [&head[..], &frame(side).repeat(3000)].concat();
        let length = u32::try_from(parts.len() + 4).unwrap().to_le_bytes();
        ask(&format!("WebP, 3000 frames of {side}"), &[&b"RIFF"[..], &length, b"WEBP", &parts].concat());
    }
}

/// XMP that keeps a reader busy. Pixels need none of it; whoever reads words has to stand it as well.
fn words(ask: &mut dyn FnMut(&str, &[u8])) {
    let plain = jpeg(&scene(48, 32));
    let open = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>";
    let entities: String =
        (1..20).map(|n| format!("<!ENTITY l{n} '{}'>", format!("&l{};", n - 1).repeat(10))).collect();
    let bad = [
        ("deep", open.to_owned() + &"<a>".repeat(15_000)),
        ("laughing", format!("<!DOCTYPE x [<!ENTITY l0 'ha'>{entities}]>{open}&l19;")),
        ("reaching out", format!("<!DOCTYPE x [<!ENTITY l0 SYSTEM 'file:///etc/passwd'>]>{open}&l0;")),
        ("full of attributes", format!("{open}<a {}/>", "b='' ".repeat(10_000))),
        ("cut off", open[..open.len() / 2].to_owned()),
        ("of nothing", "\0".repeat(60_000)),
        ("of half letters", "\u{fffd}\u{d7ff}".repeat(8000)),
    ];
    for (name, xmp) in bad {
        let packet = [b"http://ns.adobe.com/xap/1.0/\0", xmp.as_bytes()].concat();
        ask(&format!("JPEG, XMP {name}"), &with_segments(&plain, &[segment(0xe1, &packet)]));
        let png = with_chunks(
            &file(&scene(16, 16), ImageFormat::Png),
            &[(b"iTXt", [b"XML:com.adobe.xmp\0\0\0\0\0", xmp.as_bytes()].concat())],
        );
        ask(&format!("PNG, XMP {name}"), &png);
    }
}

/// Small pictures inside of photos.
fn previews(ask: &mut dyn FnMut(&str, &[u8])) {
    let plain = jpeg(&scene(48, 32));
    let mut inside = jpeg(&scene(30, 20));
    for depth in 0..6 {
        inside = with_segments(&plain, &[exif_segment(&seeds::with_preview(&inside))]);
        ask(&format!("JPEG, previews {depth} deep"), &inside);
    }
    let mut large = jpeg(&scene(30, 20));
    let frame = large.windows(2).position(|mark| mark == [0xff, 0xc0]).unwrap();
    for (width, height) in SIDES {
        large[frame + 5..frame + 7].copy_from_slice(&(height as u16).to_be_bytes());
        large[frame + 7..frame + 9].copy_from_slice(&(width as u16).to_be_bytes());
        let whole = with_segments(&plain, &[exif_segment(&seeds::with_preview(&large))]);
        ask(&format!("JPEG, preview of {width} × {height}"), &whole);
    }
}
