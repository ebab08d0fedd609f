//! Reads the files of words just far enough: which messages there are, what they say, which particulars they name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// One message in one language.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    /// As a complaint names it: `ru/findings.ftl:12`.
    pub(crate) place: String,
    /// Everything behind the equals sign.
    pub(crate) value: String,
}

impl Said {
    /// The names of its particulars.
    pub(crate) fn particulars(&self) -> BTreeSet<String> {
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
        let names = self.value.split('$').skip(1);
        names.map(|rest| rest.chars().take_while(|letter| is_name(*letter)).collect()).collect()
    }

    /// The forms between which it chooses, in their order; none where it does not choose.
    pub(crate) fn forms(&self) -> Vec<String> {
        let lines = self.value.lines().map(|line| line.trim().trim_start_matches('*'));
        let form = |line: &str| Some(line.strip_prefix('[')?.split_once(']')?.0.to_owned());
        lines.filter_map(form).collect()
    }

    /// Does it choose by a number?
    pub(crate) fn counts(&self) -> bool {
        self.forms().iter().any(|form| ["one", "few", "many"].contains(&form.as_str()))
    }

    /// The letters that a person reads: without the particulars and without the names of forms.
    pub(crate) fn letters(&self) -> String {
        let mut letters = String::new();
        for line in self.value.lines() {
            let line = line.trim().trim_start_matches('*');
            let line = match line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
                Some((_, words)) => words,
                None => line,
            };
            let (mut depth, mut quoted) = (0_usize, false);
            for letter in line.chars() {
                match letter {
                    // A brace is written as `{"}"}`.
                    '"' if depth > 0 => quoted = !quoted,
                    _ if quoted => {}
                    '{' => depth += 1,
                    '}' => depth = depth.saturating_sub(1),
                    _ if depth == 0 => letters.push(letter),
                    _ => {}
                }
            }
            letters.push('\n');
        }
        letters
    }
}

/// All messages of a language, by their keys. A key that stands twice is a complaint.
pub(crate) fn read(folder: &Path) -> (BTreeMap<String, Said>, Vec<String>) {
    let (mut all, mut twice) = (BTreeMap::new(), Vec::new());
    for (file, text) in files(folder) {
        let mut last: Option<String> = None;
        for (number, line) in (1..).zip(text.lines()) {
            let starts = line.starts_with(|letter: char| letter.is_ascii_alphabetic());
            if let Some((key, value)) = line.split_once('=').filter(|_| starts) {
                let key = key.trim().to_owned();
                let said = Said { place: format!("{file}:{number}"), value: value.trim().to_owned() };
                if let Some(before) = all.insert(key.clone(), said) {
                    twice.push(format!("{file}:{number}: {key} stands already at {}", before.place));
                }
                last = Some(key);
            } else if line.starts_with('#') || line.trim().is_empty() {
                last = None;
            } else if let Some(said) = last.as_ref().and_then(|key| all.get_mut(key)) {
                said.value.push('\n');
                said.value.push_str(line);
            } else {
                twice.push(format!("{file}:{number}: “{line}” belongs to no message"));
            }
        }
    }
    (all, twice)
}

/// The files of a language with their names and texts.
pub(crate) fn files(folder: &Path) -> Vec<(String, String)> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let name = |file: &Path| {
        let parts = [folder.file_name(), file.file_name()].map(|part| part.unwrap().to_string_lossy().into_owned());
        parts.join("/")
    };
    files.iter().map(|file| (name(file), fs::read_to_string(file).unwrap())).collect()
}
