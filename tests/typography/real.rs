//! Texts that other people published: every correction is printed, to be judged by hand.

use std::fs;
use std::path::{Path, PathBuf};

use dateline::language::typography::Typography;
use dateline::release::Text;

/// Reads the texts beside the repository, or in the folder that `DATELINE_CASES` names; their language stands at the end
/// of their names, as in `15-database-ru.txt`.
#[test]
#[ignore = "prints what is to be judged by hand"]
fn published_texts_are_looked_over() {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/cases");
    let cases = std::env::var_os("DATELINE_CASES").map_or(beside, PathBuf::from);
    let mut files: Vec<PathBuf> =
        fs::read_dir(cases.join("bring-in")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    for file in &files {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        look_over(&name, name.rsplit('-').next().unwrap(), file);
    }
    look_over("senate", "ru", &cases.join("senate/release.txt"));
}

fn look_over(name: &str, lang: &str, file: &Path) {
    let typography = Typography::of(&lang.parse().unwrap()).unwrap();
    let typed = fs::read_to_string(file).unwrap();
    println!("== {name}: {} words", typed.split_whitespace().count());
    for line in typed.split("\n\n") {
        for correction in typography.corrections(&Text::from(line)) {
            let before: String = line[..correction.range.start].chars().rev().take(24).collect();
            let before: String = before.chars().rev().collect();
            let after: String = line[correction.range.end..].chars().take(24).collect();
            let old = &line[correction.range.clone()];
            let told = format!("{:?}\t{before}[{old}→{}]{after}", correction.point, correction.put);
            println!("{}", told.replace('\u{a0}', "°").replace('\u{202f}', "’°").replace('\n', "⏎"));
        }
    }
}
