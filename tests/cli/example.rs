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
    assert_eq!(desk.run(["export", "o", "--to", "md,txt,html"]).lines().len(), 9);
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
}
