//! The sample release that comes with the program: a bridge is opened, in Kazakh, Russian and English.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::error::FileError;
use super::{OPENING, RELEASE_FILE, ReleaseFile, parse, photos, save};
use crate::release::Release;
use crate::words::Message;

const RON: &str = include_str!("../../assets/sample/release.ron");

/// The photos by the names that the release gives them.
const PHOTOS: [(&str, &[u8]); 2] = [
    ("aqqu-bridge-at-dusk.jpg", include_bytes!("../../assets/sample/photos/aqqu-bridge-at-dusk.jpg")),
    ("ribbon.jpg", include_bytes!("../../assets/sample/photos/ribbon.jpg")),
];

/// Writes the sample release with its photos into a folder and gives the path of its file. Each has an id of its own.
///
/// # Errors
/// A release is already there, or the folder cannot be made or written.
pub fn sample(folder: &Path) -> Result<PathBuf, FileError> {
    let file = folder.join(RELEASE_FILE);
    if file.symlink_metadata().is_ok() {
        let (doing, why) = (Message::new("error-make-sample"), Message::new("error-release-there"));
        return Err(FileError::because(doing, why, Message::new("error-choose-folder"), &file));
    }
    let mut release = sample_release()?;
    release.id = Uuid::new_v4();
    for photo in &mut release.photos {
        if let Some((name, bytes)) = PHOTOS.iter().find(|(name, _)| *name == photo.file) {
            photo.file = photos::place(folder, name, bytes)?;
        }
    }
    save(folder, &release)
}

/// The sample release as it comes with the program, without its photos' bytes.
///
/// # Errors
/// None in a program that passed its tests.
pub fn sample_release() -> Result<Release, FileError> {
    let ReleaseFile { release, format: _ } = parse::<ReleaseFile<Release>>(RON, Path::new("sample"), OPENING)?;
    Ok(release)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::newsroom::{houses_for, open};
    use crate::release::{BlockKind, PhotoId, Quote, SpeakerId, name_mentions};
    use crate::story::{PartKind, set};

    const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

    fn quotes(release: &Release, lang: &str) -> Vec<Quote> {
        let edition = release.edition(&lang.parse().unwrap()).unwrap();
        let quote = |kind: &BlockKind| if let BlockKind::Quote(quote) = kind { Some(quote.clone()) } else { None };
        edition.body.iter().filter_map(|block| quote(&block.kind)).collect()
    }

    #[test]
    fn the_sample_has_the_same_blocks_in_three_languages() {
        let release = sample_release().unwrap();
        let shape = |lang: &str| {
            let edition = release.edition(&lang.parse().unwrap()).unwrap();
            let kind = |kind: &BlockKind| match kind {
                BlockKind::Paragraph(_) => "paragraph".to_owned(),
                BlockKind::Heading(_) => "heading".to_owned(),
                BlockKind::List { ordered, items } => format!("list {ordered} {}", items.len()),
                BlockKind::Photo(id) => format!("photo {}", id.0),
                BlockKind::Quote(quote) => {
                    format!("quote {:?} {:?}", quote.speaker, std::mem::discriminant(&quote.placement))
                }
            };
            edition.body.iter().map(|block| (block.id, kind(&block.kind))).collect::<Vec<_>>()
        };
        assert_eq!(release.editions.iter().map(|edition| edition.lang.as_str()).collect::<Vec<_>>(), LANGUAGES);
        assert_eq!(shape("kk").iter().map(|(id, _)| id).collect::<BTreeSet<_>>().len(), shape("kk").len());
        assert_eq!(shape("kk"), shape("ru"));
        assert_eq!(shape("kk"), shape("en"));
    }

    #[test]
    fn every_speaker_of_the_sample_is_introduced_and_quoted_in_every_language() {
        let release = sample_release().unwrap();
        assert_eq!(release.speakers.len(), 3);
        for (lang, edition) in LANGUAGES.iter().zip(&release.editions) {
            let quoted: BTreeSet<SpeakerId> = quotes(&release, lang).iter().filter_map(|quote| quote.speaker).collect();
            assert_eq!(quoted, release.speakers.iter().map(|speaker| speaker.id).collect(), "{lang}");
            assert!(
                quotes(&release, lang).len() >= 4 && quotes(&release, lang).iter().all(|quote| !quote.verb.is_empty())
            );
            for speaker in &release.speakers {
                let name = speaker.name.get(&edition.lang);
                let introduced = edition.body.iter().any(|block| match &block.kind {
                    BlockKind::Paragraph(text) => !name_mentions(&text.0, name).is_empty(),
                    BlockKind::Quote(_) | BlockKind::Heading(_) | BlockKind::List { .. } | BlockKind::Photo(_) => false,
                });
                assert!(introduced && !speaker.title.get(&edition.lang).is_empty(), "{lang}: {name}");
            }
        }
    }

    #[test]
    fn every_photo_of_the_sample_has_its_words_in_every_language() {
        let release = sample_release().unwrap();
        let credits: BTreeSet<&str> = release.photos.iter().map(|photo| photo.credit.as_str()).collect();
        assert_eq!(credits.len(), 2);
        for photo in &release.photos {
            assert!(PHOTOS.iter().any(|(name, bytes)| *name == photo.file && bytes.starts_with(b"\xff\xd8\xff")));
            for edition in &release.editions {
                assert!(!photo.caption.get(&edition.lang).is_empty() && !photo.alt.get(&edition.lang).is_empty());
            }
        }
        assert!(release.photo(PhotoId(2)).is_some());
    }

    #[test]
    fn the_sample_is_set_in_every_language_with_each_name_bold_once() {
        let release = sample_release().unwrap();
        let houses = houses_for(&release, None).unwrap();
        for edition in &release.editions {
            let story = set(&release, edition, houses.of(&edition.lang));
            let bold: Vec<String> = story
                .parts
                .iter()
                .filter_map(|part| if let PartKind::Paragraph(words) = &part.kind { Some(words) } else { None })
                .flatten()
                .filter(|inline| inline.strong)
                .map(|inline| inline.text.clone())
                .collect();
            for speaker in &release.speakers {
                let name = speaker.name.get(&edition.lang);
                assert_eq!(bold.iter().filter(|text| *text == name).count(), 1, "{name} in {bold:?}");
            }
            assert!(story.parts.iter().any(|part| matches!(part.kind, PartKind::Closing(_))));
        }
    }

    #[test]
    fn a_new_sample_opens_as_it_was_made_and_never_covers_a_release() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("sample");
        let file = sample(&folder).unwrap();
        assert_eq!(file, folder.join("release.ron"));
        let mut opened = open(&file).unwrap();
        assert_ne!(opened.id, sample_release().unwrap().id);
        opened.id = sample_release().unwrap().id;
        assert_eq!(opened, sample_release().unwrap());
        for (name, bytes) in PHOTOS {
            assert_eq!(std::fs::read(folder.join("photos").join(name)).unwrap(), bytes);
        }
        let before = std::fs::read(&file).unwrap();
        let error = sample(&folder).unwrap_err().to_string();
        assert!(error.contains("already there") && error.ends_with("release.ron"), "{error}");
        assert_eq!(std::fs::read(&file).unwrap(), before);
    }

    /// Written anew with `DATELINE_REFRESH=1 cargo test`.
    #[test]
    fn the_sample_file_is_as_the_program_would_save_it() {
        let saved = crate::newsroom::to_ron(&sample_release().unwrap()).unwrap();
        if std::env::var_os("DATELINE_REFRESH").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample/release.ron"), &saved).unwrap();
        }
        assert_eq!(saved, RON, "refreshed? then run the tests again");
    }
}
