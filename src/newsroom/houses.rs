//! Houses: the five that come with the program, and the newsroom's own in `houses/*.ron`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::shortened;
use super::names::is_plain_name;
use super::{FileError, HouseFile, parse, read_text};
use crate::house::{House, Houses, PRESETS, usual_preset};
use crate::release::Release;
use crate::words::Message;

const OPENING: Message = Message::new("error-open-house");

/// The folder of a newsroom's own houses.
pub(super) const HOUSES_FOLDER: &str = "houses";

/// How far above a release's folder its newsroom may lie: `Newsroom/2026/2026-11-23-bridge-opens`.
const NEWSROOM_LEVELS: usize = 4;

/// The houses of a release that lies, or will lie, in this folder.
///
/// # Errors
/// The house that it names is nowhere, or cannot be read; the error names the house, the language and the place.
pub fn houses_for(release: &Release, folder: Option<&Path>) -> Result<Houses, FileError> {
    if let Some(name) = &release.house {
        return Ok(Houses { named: Some(house(name, folder)?), usual: BTreeMap::new() });
    }
    let mut usual = BTreeMap::new();
    for edition in &release.editions {
        if let Some(preset) = usual_preset(&edition.lang) {
            usual.insert(
                edition.lang.primary().to_owned(),
                house_of_text(preset.ron, preset.name, Path::new(preset.name))?,
            );
        }
    }
    Ok(Houses { named: None, usual })
}

/// The names by which a release in this folder can name a house: the newsroom's own, then the program's.
pub fn house_names(folder: Option<&Path>) -> Vec<String> {
    let mut own: Vec<String> = folder
        .into_iter()
        .flat_map(house_folders)
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".ron").map(str::to_owned))
        .filter(|name| is_house_name(name))
        .collect();
    own.sort();
    own.extend(
        PRESETS.iter().map(|preset| preset.name.to_owned()).filter(|name| !own.contains(name)).collect::<Vec<_>>(),
    );
    own.dedup();
    own
}

/// A house that comes with the program.
///
/// # Errors
/// There is none of this name.
pub fn preset(name: &str) -> Result<House, FileError> {
    house(name, None)
}

fn house(name: &str, folder: Option<&Path>) -> Result<House, FileError> {
    for folder in folder.into_iter().flat_map(house_folders).filter(|_| is_house_name(name)) {
        let file = folder.join(format!("{name}.ron"));
        if file.is_file() {
            return house_of_text(&read_text(&file, OPENING)?, name, &file);
        }
    }
    match PRESETS.iter().find(|preset| preset.name == name) {
        Some(preset) => house_of_text(preset.ron, name, Path::new(name)),
        None => {
            let known = house_names(folder).join(", ");
            let name = shortened(name);
            let what = Message::new("error-no-house").with("name", name.clone());
            let next = Message::new("error-no-house-next").with("known", known).with("name", name);
            Err(FileError::new(what, next, folder.unwrap_or(Path::new("."))))
        }
    }
}

/// A name is a name: it never leads out of the houses' folders.
pub(super) fn is_house_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && is_plain_name(name)
}

pub(super) fn house_folders(release_folder: &Path) -> Vec<PathBuf> {
    let whole = fs::canonicalize(release_folder).or_else(|_| std::path::absolute(release_folder));
    let start = whole.unwrap_or_else(|_| release_folder.to_owned());
    start.ancestors().take(NEWSROOM_LEVELS).map(|above| above.join(HOUSES_FOLDER)).collect()
}

pub(super) fn house_of_text(text: &str, name: &str, file: &Path) -> Result<House, FileError> {
    let HouseFile { house, format: _ } = parse::<HouseFile<House>>(text, file, OPENING)?;
    house.check().map_err(|error| {
        let what = Message::new("error-house").with("name", name).with("why", error.message());
        FileError::new(what, Message::new("error-house-next"), file)
    })?;
    Ok(house)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_house_of_the_program_can_be_read() {
        for known in &PRESETS {
            let house = preset(known.name).unwrap();
            assert!(!house.styles.is_empty() && !house.name.is_blank(), "{}", known.name);
        }
    }

    #[test]
    fn a_broken_pattern_names_house_language_and_place() {
        let broken = PRESETS[0].ron.replacen("[{place}[, {date}] {dash} ]", "[{place}, {dat} ]", 1);
        let error = house_of_text(&broken, "mine", Path::new("houses/mine.ron")).unwrap_err().to_string();
        for part in ["“mine”", "language kk", "dateline", "character 11", "{dat}", "houses/mine.ron"] {
            assert!(error.contains(part), "{error} lacks {part}");
        }
    }
}
