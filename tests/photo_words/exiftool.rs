//! exiftool, which newsrooms trust: it reads what we wrote and writes what we read, a thousand files at one start.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::support::skipped;

/// What exiftool says of one file: groups and names, and what stands there.
pub type Said = BTreeMap<String, Value>;

/// Runs exiftool with these arguments, a line each. Nothing where it is not there, unless it has to be: where
/// `DATELINE_TOOLS_REQUIRED` is set.
fn run(arguments: &str) -> Option<Vec<u8>> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(arguments.as_bytes()).unwrap();
    let output = Command::new("exiftool").arg("-@").arg(file.path()).stdin(Stdio::null()).output();
    let output = match output {
        Ok(output) => output,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let why = "exiftool is not installed; the package libimage-exiftool-perl brings it";
            assert!(std::env::var_os("DATELINE_TOOLS_REQUIRED").is_none(), "{why}");
            skipped(why);
            return None;
        }
        Err(error) => panic!("exiftool: {error}"),
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !said.contains("Error"), "exiftool: {} {said}", output.status);
    Some(output.stdout)
}

/// What exiftool reads in all files of a folder, by the files' names.
pub fn read(folder: &Path, options: &[&str]) -> Option<BTreeMap<String, Said>> {
    let options = options.join("\n");
    // Groups as the stores call them, values as they stand there, lists to their end.
    let said = run(&format!("-json\n-G1\n-a\n-n\n-m\n{options}\n{}\n", folder.display()))?;
    let files: Vec<Said> = serde_json::from_slice(&said).unwrap();
    let name = |said: &Said| said["SourceFile"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    Some(files.into_iter().map(|said| (name(&said), said)).collect())
}

/// Has exiftool write: the arguments for each file, its path last.
pub fn write(files: &[Vec<String>]) -> Option<()> {
    let common = "-E\n-m\n-q\n-q\n-overwrite_original\n";
    let each: Vec<String> =
        files.iter().map(|arguments| format!("{}\n{common}-execute\n", arguments.join("\n"))).collect();
    run(&each.concat()).map(drop)
}

/// An argument that puts a text in place, whatever letters are in it.
pub fn put(tag: &str, text: &str) -> String {
    let letters = text.chars().map(|letter| match letter {
        '&' | '<' | '>' | '"' | '\'' | '\n' | '\r' | '\t' | ' ' | '\\' => format!("&#{};", letter as u32),
        _ => letter.to_string(),
    });
    format!("-{tag}={}", letters.collect::<String>())
}

/// The texts under a tag, in whatever case exiftool has its language. Numbers and truths stand in exiftool's answer without quote marks, as if they were no texts.
pub fn texts(said: &Said, tag: &str) -> Vec<String> {
    fn one(value: &Value) -> String {
        value.as_str().map_or_else(|| value.to_string(), str::to_owned)
    }
    match said.iter().find(|(key, _)| key.eq_ignore_ascii_case(tag)).map(|(_, value)| value) {
        None => Vec::new(),
        Some(Value::Array(all)) => all.iter().map(one).collect(),
        Some(value) => vec![one(value)],
    }
}
