//! What makes pages quick changes nothing of what is seen.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "../benches/support/made_up.rs"]
#[allow(dead_code, reason = "the benchmarks make larger photos")]
mod made_up;

use std::collections::BTreeMap;
use std::thread;

use dateline::newsroom::preset;
use dateline::pages::{
    Archive, Material, Pages, Print, Resolution, STACK, Sheet, photos_of, set, set_for_pdf, set_for_screen,
};
use dateline::release::{BlockKind, Release};
use dateline::story::{self, Story};
use typst::layout::{Frame, FrameItem};
use typst::visualize::ImageKind;

/// A photo of few pixels, so that a page is set at once.
const SMALL_PX: (u32, u32) = (300, 200);

/// Two photos in the text and two at the end.
fn release() -> Release {
    made_up::release(0, 75, 2, 2)
}

fn with_sheet<T: Send>(release: &Release, look: impl Fn(&Sheet<'_>, &BTreeMap<String, Vec<u8>>) -> T + Sync) -> T {
    let house = preset("ap").unwrap();
    let story: Story = story::set(release, &release.editions[0], &house);
    let shown = photos_of(&story);
    let photos: BTreeMap<String, Vec<u8>> =
        shown.keys().zip(1..).map(|(name, number)| (name.clone(), made_up::photo(number, SMALL_PX))).collect();
    let print = |(name, shown)| {
        let print = Print::new(&photos[&name], shown, &house.letterhead, Resolution::Print);
        (name, print.map_err(|error| error.message()))
    };
    let material = Material { photos: shown.into_iter().map(print).collect(), logo: None };
    let sheet = Sheet { story: &story, letterhead: &house.letterhead, material: &material, source: None };
    thread::scope(|scope| {
        let builder = thread::Builder::new().stack_size(STACK);
        builder.spawn_scoped(scope, || look(&sheet, &photos)).unwrap().join().unwrap()
    })
}

fn pages(release: &Release) -> Pages {
    with_sheet(release, |sheet, _| set(sheet, &|| false).unwrap())
}

#[test]
fn a_letter_typed_on_the_first_page_leaves_the_fingerprint_of_the_second() {
    let mut release = release();
    let before = pages(&release);
    let BlockKind::Paragraph(text) = &mut release.editions[0].body[0].kind else { panic!("no paragraph") };
    text.0.insert(20, 'x');
    let after = pages(&release);
    assert_eq!(before.count(), 2);
    assert_ne!(before.fingerprint(0), after.fingerprint(0));
    assert_eq!(before.fingerprint(1), after.fingerprint(1));
    assert!(before.pixels(1, 1.0) == after.pixels(1, 1.0));
}

#[test]
fn a_fingerprint_changes_with_the_looks_of_a_page_and_only_then() {
    let edits: [fn(&mut Release); 6] = [
        |release| release.editions[0].headline += " at last",
        |release| release.editions[0].notes_to_editors = "Other words.".into(),
        |release| release.photos.swap(0, 1),
        |release| release.photos[3].alt = release.photos[0].caption.clone(),
        |release| release.contacts[0].email = "other@example.org".into(),
        |release| release.editions[0].body.truncate(3),
    ];
    let before = pages(&release());
    let (mut same, mut different) = (0, 0);
    for (number, edit) in edits.into_iter().enumerate() {
        let mut release = release();
        edit(&mut release);
        let after = pages(&release);
        for page in 0..before.count().max(after.count()) {
            let looks_the_same = before.pixels(page, 2.0) == after.pixels(page, 2.0);
            let is_the_same = before.fingerprint(page) == after.fingerprint(page);
            assert_eq!(looks_the_same, is_the_same, "edit {number}, page {page}");
            *(if is_the_same { &mut same } else { &mut different }) += 1;
        }
    }
    assert!(same > 0 && different > 0, "{same} pages were the same, {different} were not");
}

#[test]
fn photos_go_into_a_pdf_byte_for_byte_and_none_is_decoded_for_it() {
    with_sheet(&release(), |sheet, photos| {
        let decoded = set(sheet, &|| false).unwrap();
        let handed_on = set_for_pdf(sheet, &|| false).unwrap();
        assert_eq!(handed_on.count(), decoded.count());
        assert_eq!(handed_on.marks, decoded.marks);
        for pages in [decoded, handed_on] {
            let pdf = pages.pdf(Archive::Full).unwrap();
            assert_eq!(photos.len(), 4);
            for (name, photo) in photos {
                // The pixels stand behind the head, from which what tells of the camera is taken out.
                let pixels = &photo[photo.len() - 2000..];
                assert!(pdf.windows(pixels.len()).any(|window| window == pixels), "{name} is not in the PDF");
            }
        }
    });
}

#[test]
fn a_photo_that_is_shown_twice_stands_in_a_pdf_once() {
    let mut release = release();
    let again = release.photos[0].file.clone();
    release.photos[3].file = again;
    with_sheet(&release, |sheet, _| {
        let pdf = set_for_pdf(sheet, &|| false).unwrap().pdf(Archive::Full).unwrap();
        let filter = b"/DCTDecode";
        assert_eq!(pdf.windows(filter.len()).filter(|window| window == filter).count(), 3);
    });
}

/// How many photos lie decoded in the pages.
fn decoded_photos(pages: &Pages) -> usize {
    fn within(frame: &Frame) -> usize {
        let items = frame.items().map(|(_, item)| match item {
            FrameItem::Group(group) => within(&group.frame),
            FrameItem::Image(image, ..) => usize::from(matches!(image.kind(), ImageKind::Raster(_))),
            FrameItem::Text(_) | FrameItem::Shape(..) | FrameItem::Link(..) | FrameItem::Tag(_) => 0,
        });
        items.sum()
    }
    pages.document().pages().iter().map(|page| within(&page.frame)).sum()
}

/// How far the samples of two drawings of a page lie apart, on average and at most.
fn apart(one: &[u8], other: &[u8]) -> (f64, u8) {
    assert_eq!(one.len(), other.len());
    let apart = || one.iter().zip(other).map(|(one, other)| one.abs_diff(*other));
    (apart().map(f64::from).sum::<f64>() / one.len() as f64, apart().max().unwrap_or_default())
}

#[test]
fn pages_for_the_screen_decode_their_photos_when_they_are_drawn_and_look_the_same() {
    let mut release = release();
    release.photos.swap(0, 1);
    with_sheet(&release, |sheet, _| {
        let decoded = set(sheet, &|| false).unwrap();
        let for_screen = set_for_screen(sheet, &|| false).unwrap();
        assert_eq!(for_screen.count(), decoded.count());
        assert_eq!(for_screen.marks, decoded.marks);
        assert_eq!((decoded_photos(&decoded), decoded_photos(&for_screen)), (4, 0));
        // Smaller than they are, as they are, and larger.
        for pixels_per_point in [0.5, 1.0, 2.0] {
            for page in 0..decoded.count() {
                let [one, other] = [&decoded, &for_screen].map(|pages| pages.pixels(page, pixels_per_point).unwrap());
                let (mean, most) = apart(&one.rgba, &other.rgba);
                assert!(mean < 0.1 && most < 24, "page {page} at {pixels_per_point}: {mean} and {most}");
            }
        }
    });
}

#[test]
fn a_photo_that_is_another_one_changes_the_fingerprint_of_a_page_for_the_screen() {
    let mut release = release();
    let before = with_sheet(&release, |sheet, _| set_for_screen(sheet, &|| false).unwrap());
    let (one, two) = (release.photos[0].file.clone(), release.photos[1].file.clone());
    (release.photos[0].file, release.photos[1].file) = (two, one);
    let after = with_sheet(&release, |sheet, _| set_for_screen(sheet, &|| false).unwrap());
    let differ = |page| before.fingerprint(page) != after.fingerprint(page);
    assert!((0..before.count()).any(differ));
    for page in 0..before.count() {
        assert_eq!(differ(page), before.pixels(page, 1.0) != after.pixels(page, 1.0), "page {page}");
    }
}
