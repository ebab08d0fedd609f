//! Texts that other people published: every finding is printed, to be judged by hand.

use std::fs;
use std::path::PathBuf;

use dateline::language::typography::Typography;
use dateline::release::Text;

/// Reads the texts of the folder that `DATELINE_TEXTS` names, whose language stands at the end of their names, as in
/// `15-database-ru.txt`.
#[test]
#[ignore = "needs a folder of published texts in DATELINE_TEXTS"]
fn published_texts_are_looked_over() {
    let folder = PathBuf::from(std::env::var_os("DATELINE_TEXTS").unwrap());
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files.into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "txt")) {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let lang = name.rsplit('-').next().unwrap().parse().unwrap();
        let typography = Typography::of(&lang).unwrap();
        let typed = fs::read_to_string(&file).unwrap();
        println!("== {name}: {} words", typed.split_whitespace().count());
        for line in typed.split("\n\n") {
            let text = Text::from(line);
            for correction in typography.corrections(&text) {
                let before: String = line[..correction.range.start].chars().rev().take(24).collect();
                let before: String = before.chars().rev().collect();
                let after: String = line[correction.range.end..].chars().take(24).collect();
                let told = format!(
                    "{:?}\t{before}[{}→{}]{after}",
                    correction.point,
                    &line[correction.range.clone()],
                    correction.put
                );
                println!("{}", told.replace('\u{a0}', "°").replace('\u{202f}', "’°").replace('\n', "⏎"));
            }
        }
    }
}
