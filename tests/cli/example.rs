//! Whole releases from fields to files: the example of the README, and a true release where its text is at hand.

use super::*;

#[test]
fn the_example_in_the_readme_makes_a_release() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_readme = |name: &&str| fs::read_to_string(package.join(name)).is_ok_and(|text| text.contains("```json"));
    let readme = ["README.md"].into_iter().find(is_readme).expect("a README with an example");
    let text = fs::read_to_string(package.join(readme)).unwrap();
    let example = text.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let desk = Desk::new();
    desk.write("fields.json", example);
    let fields: Value = serde_json::from_str(example).unwrap();
    for photo in fields["photos"].as_array().unwrap() {
        desk.write(photo["file"].as_str().unwrap(), [JPEG, photo["file"].as_str().unwrap().as_bytes()].concat());
    }
    assert_eq!(desk.run(["new", "--from", "fields.json", "--out", "o"]).lines(), ["o/release.ron"]);
    assert_eq!(desk.run(["export", "o", "--to", "md,txt,html"]).lines().len(), 10, "and the folder of photos");
}

/// A senate's release, word for word as it was published. The text is not ours, so it lies beside the repository.
#[test]
fn a_published_release_is_exported_to_the_byte() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/senate");
    if !case.is_dir() {
        #[expect(clippy::print_stderr, reason = "a test that did not run says so")]
        {
            eprintln!("not run: {} is not there", case.display());
        }
        return;
    }
    let desk = Desk::new();
    desk.write("fields.json", fs::read(case.join("fields.json")).unwrap());
    desk.write("photo.jpg", JPEG);
    assert_eq!(desk.run(["new", "--from", "fields.json", "--out", "senate"]).lines(), ["senate/release.ron"]);
    let ran = desk.run(["export", "senate", "--to", "md,txt"]);
    assert_eq!(ran.lines(), ["senate/senate.ru.md", "senate/senate.ru.txt"]);
    for ending in ["md", "txt"] {
        let written = fs::read_to_string(desk.path(&format!("senate/senate.ru.{ending}"))).unwrap();
        let published = fs::read_to_string(case.join(format!("release.{ending}"))).unwrap();
        assert_eq!(written, published, "{ending}");
    }
    // A page needs a photo that can be shown, should it show one.
    desk.write("senate/photos/photo.jpg", include_bytes!("../../assets/sample/photos/ribbon.jpg"));
    assert_eq!(desk.run(["export", "senate", "--to", "pdf"]).lines(), ["senate/senate.ru.pdf"]);
    let pdf = desk.path("senate/senate.ru.pdf");
    let read = std::process::Command::new("pdftotext").arg("-raw").arg(&pdf).arg("-").output();
    let Ok(read) = read else {
        let required = std::env::var_os("DATELINE_TOOLS_REQUIRED").is_some();
        assert!(!required, "pdftotext is not installed; the package poppler-utils brings it");
        return;
    };
    let published = fs::read_to_string(case.join("release.txt")).unwrap();
    let headline = published.lines().next().unwrap();
    let mut told = String::new();
    for (number, page) in String::from_utf8(read.stdout).unwrap().split_terminator('\u{c}').enumerate() {
        // The word for the kind stands at the head of the first page, the headline and the number on each other.
        let page = match number {
            0 => page.strip_prefix("ПРЕСС-РЕЛИЗ\n").unwrap().to_owned(),
            _ => page.replacen(headline, "", 1).replacen(&format!("страница {} из ", number + 1), "", 1),
        };
        told.push_str(&page);
    }
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (told, published) = (words(&told.replace("\u{ad}\n", "")), words(&published));
    assert_eq!(told[..published.len()], published, "the PDF reads otherwise");
    assert!(told.len() - published.len() <= 1, "{:?}", &told[published.len()..]);
}
