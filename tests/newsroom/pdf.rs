//! A release that travels inside its PDF.

use std::fs;
use std::path::{Path, PathBuf};

use dateline::export::{Format, Options, export};
use dateline::newsroom::{houses_for, is_pdf, material, open, release_folder, release_text, sample, sample_release};
use dateline::pages::{Resolution, STACK};
use dateline::story::set;

use super::{OPENING_TAKES, assert_readable, within};

/// The sample as a PDF in this folder, with the release inside or without it.
fn pdf(folder: &Path, carries: bool) -> PathBuf {
    let work = move |folder: PathBuf| {
        sample(&folder.join("sample")).unwrap();
        let release = sample_release().unwrap();
        let houses = houses_for(&release, None).unwrap();
        let edition = &release.editions[1];
        let house = houses.of(&edition.lang);
        let story = set(&release, edition, house);
        let place = folder.join("sample");
        let material = material(&story, &house.letterhead, Resolution::Print, Some(&place), &|_| None);
        let text = release_text(&release).unwrap();
        let options = Options {
            letterhead: &house.letterhead,
            material: &material,
            source: carries.then_some(text.as_bytes()),
            ..Options::default()
        };
        let exported = export(&story, Format::Pdf, &options).unwrap();
        assert_eq!(exported.warnings, []);
        let file = folder.join("Релиз 1.PDF");
        fs::write(&file, exported.bytes).unwrap();
        file
    };
    let folder = folder.to_owned();
    std::thread::Builder::new().stack_size(STACK).spawn(move || work(folder)).unwrap().join().unwrap()
}

#[test]
fn a_pdf_that_carries_its_release_opens_as_that_release() {
    let temp = tempfile::tempdir().unwrap();
    let file = pdf(temp.path(), true);
    assert!(is_pdf(&file));
    assert_eq!(open(&file).unwrap(), sample_release().unwrap());
    assert_eq!(release_folder(&file), temp.path());
}

#[test]
fn a_pdf_without_a_release_says_so() {
    let temp = tempfile::tempdir().unwrap();
    let file = pdf(temp.path(), false);
    let error = open(&file).unwrap_err();
    assert_readable(&error, "Could not open the release: this PDF carries no release.", &file);
}

#[test]
fn no_damaged_pdf_is_more_than_an_error() {
    let temp = tempfile::tempdir().unwrap();
    let whole = fs::read(pdf(temp.path(), true)).unwrap();
    let file = temp.path().join("damaged.pdf");
    let mut opened = 0;
    for number in 0..400_usize {
        let mut damaged = whole.clone();
        match number % 4 {
            0 => damaged.truncate(whole.len() * number / 400),
            1 => {
                let place = number.wrapping_mul(2_654_435_761) % whole.len();
                damaged[place] ^= 1 << (number % 8);
            }
            // Where the objects and their table are, a letter counts most.
            2 => {
                let place = whole.len() - 1 - number * 7 % 3000;
                damaged[place] = b"<>[]/0 9R"[number % 9];
            }
            _ => {
                let place = number.wrapping_mul(40_503) % whole.len();
                let end = (place + number * 31).min(whole.len());
                damaged.drain(place..end);
            }
        }
        fs::write(&file, &damaged).unwrap();
        let path = file.clone();
        // What could be read all the same is the release and nothing else.
        if let Ok(release) = within(OPENING_TAKES, "opening a damaged PDF", move || open(&path)) {
            assert_eq!(release.id, sample_release().unwrap().id, "{number}");
            opened += 1;
        }
    }
    assert!(opened < 400, "nothing was damaged");
    for text in
        ["", "%PDF-1.7", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>"]
    {
        fs::write(&file, text).unwrap();
        let path = file.clone();
        assert!(within(OPENING_TAKES, "opening no PDF", move || open(&path)).is_err(), "{text}");
    }
}
