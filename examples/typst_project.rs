//! What `scripts/compare-with-typst` compares: made-up releases, and any release as a project that Typst can compile.
//!
//! ```text
//! typst_project releases COUNT FOLDER            made-up releases of two pages with two photos each, FOLDER/1, FOLDER/2, …
//! typst_project project RELEASE LANGUAGE FOLDER  one edition as page.typ, story.json and pictures, as they go to press
//! ```
#![allow(clippy::unwrap_used, reason = "a tool for developers stops at the first surprise")]

#[path = "../benches/support/made_up.rs"]
mod made_up;

use std::error::Error;
use std::fs;
use std::path::Path;

use dateline::newsroom::{PHOTOS_FOLDER, houses_for, material, open, release_folder, save};
use dateline::pages::{Resolution, Sheet, TEMPLATE, files};
use dateline::story::set;
use rayon::prelude::*;

fn main() -> Result<(), Box<dyn Error>> {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    match asked.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["releases", count, folder] => releases(count.parse()?, Path::new(folder)),
        ["project", release, lang, folder] => project(Path::new(release), lang, Path::new(folder)),
        _ => Err("typst_project releases COUNT FOLDER, or typst_project project RELEASE LANGUAGE FOLDER".into()),
    }
}

/// Each photo is another one: nothing that was done for one release is of use for the next.
fn releases(count: u32, folder: &Path) -> Result<(), Box<dyn Error>> {
    let one = |number: u32| {
        let release = made_up::release(number as usize, 115, 2, 0);
        let folder = folder.join(number.to_string());
        save(&folder, &release).map_err(|error| error.to_string())?;
        let photos = folder.join(PHOTOS_FOLDER);
        fs::create_dir_all(&photos).map_err(|error| error.to_string())?;
        for photo in 1..=2 {
            let bytes = made_up::photo(2 * number + photo, made_up::PHOTO_PX);
            fs::write(photos.join(made_up::photo_name(photo)), bytes).map_err(|error| error.to_string())?;
        }
        Ok(())
    };
    Ok((1..=count).into_par_iter().try_for_each(one).map_err(|why: String| why)?)
}

fn project(path: &Path, lang: &str, folder: &Path) -> Result<(), Box<dyn Error>> {
    let release = open(path)?;
    let from = release_folder(path);
    let lang = lang.parse()?;
    let edition = release.edition(&lang).ok_or("the release has no edition in this language")?;
    let houses = houses_for(&release, Some(&from))?;
    let house = houses.of(&lang);
    let story = set(&release, edition, house);
    let material = material(&story, &house.letterhead, Resolution::Print, Some(&from), &|_| None);
    let sheet = Sheet { story: &story, letterhead: &house.letterhead, material: &material, source: None };
    fs::create_dir_all(folder)?;
    fs::write(folder.join("page.typ"), TEMPLATE)?;
    for (name, bytes) in files(&sheet)? {
        fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}
