//! What a picture editor would ask: who took it, what it shows, who is in it, whether it is large enough.

use super::{Finding, Place, Rule, said_in};
use crate::house::Houses;
use crate::pages::Room;
use crate::photo_file::{IimField, PhotoWords, cut_by_iim};
use crate::release::{BlockKind, Edition, Photo, Release, Standing};

/// A web site wants at least so many pixels along the longer edge.
const LEAST_WEB_PX: u32 = 1200;

/// Fewer pixels an inch look soft on paper.
const LEAST_PRINT_DPI: f32 = 200.0;

pub(super) fn check(release: &Release, houses: &Houses, findings: &mut Vec<Finding>) {
    for photo in &release.photos {
        let mut ask = |rule| findings.push(Finding::new(rule, Place::Photo(photo.id)));
        if photo.credit.trim().is_empty() {
            ask(Rule::PhotoCreditMissing);
        }
        if let Some((width, height)) = photo.shown_px() {
            if width.max(height) < LEAST_WEB_PX {
                ask(Rule::PhotoSmallForWeb);
            } else if dpi(release, houses, photo, (width, height)).is_some_and(|dpi| dpi < LEAST_PRINT_DPI) {
                ask(Rule::PhotoSmallForPrint);
            }
        }
        if names_nobody(photo)
            && let Some(original) = release.editions.first()
        {
            let place = Place::PhotoCaption(photo.id, original.lang.clone());
            findings.push(Finding::new(Rule::PhotoPersonUnnamed, place));
        }
        if let Some(kept) = cut_credit(photo) {
            let finding = Finding::new(Rule::PhotoCreditCut, Place::Photo(photo.id));
            findings.push(Finding { letters: kept, ..finding });
        }
        for Edition { lang, .. } in &release.editions {
            if !photo.decorative && said_in(&photo.alt, lang).is_empty() {
                findings.push(Finding::new(Rule::PhotoAltMissing, Place::PhotoAlt(photo.id, lang.clone())));
            }
        }
    }
}

/// Does its file say who is in it, and no caption names any of them?
fn names_nobody(photo: &Photo) -> bool {
    let captions: Vec<String> = photo.caption.iter().map(|(_, caption)| caption.to_lowercase()).collect();
    let is_named = |person: &String| {
        let mut words = person.split_whitespace().map(str::to_lowercase).filter_map(|word| stem(&word)).peekable();
        // A name without a word that could be told apart is not asked after.
        words.peek().is_none() || words.any(|stem| captions.iter().any(|caption| caption.contains(&stem)))
    };
    !photo.persons.is_empty() && !photo.persons.iter().any(is_named)
}

/// What stays of a name in all its cases (Сарсенова, Сарсеновой); `None` for initials.
fn stem(word: &str) -> Option<String> {
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    let kept = if letters.len() > 5 { letters.len() - 2 } else { letters.len() };
    (letters.len() >= 3).then(|| letters.into_iter().take(kept).collect())
}

/// How fine it will be on paper where it stands; `None` where it stands on no page.
fn dpi(release: &Release, houses: &Houses, photo: &Photo, (width, height): (u32, u32)) -> Option<f32> {
    let original = release.editions.first()?;
    let in_text = original.body.iter().any(|block| block.kind == BlockKind::Photo(photo.id));
    let room = match (in_text, photo.standing) {
        (true, _) => Room::InText,
        (false, Standing::Lead) => Room::Lead,
        (false, Standing::End) => Room::AtTheEnd,
        (false, Standing::Attached) => return None,
    };
    let (room_width, room_height) = room.mm(&houses.of(&original.lang).letterhead);
    let scale = (room_width / width as f32).min(room_height / height as f32);
    (scale > 0.0).then(|| 25.4 / scale)
}

/// What older programs will show of a credit that is too long for them.
fn cut_credit(photo: &Photo) -> Option<String> {
    let words = PhotoWords { credit: photo.credit.clone(), ..PhotoWords::default() };
    cut_by_iim(&words, &[]).into_iter().find(|cut| cut.field == IimField::Credit).map(|cut| cut.kept)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::release::{Block, BlockId, ByLang, Crop, Lang, PhotoId};

    fn lang(tag: &str) -> Lang {
        tag.parse().unwrap()
    }

    fn asked(photo: Photo) -> Vec<Rule> {
        let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang("ru"));
        release.photos = vec![photo];
        asked_of(&release)
    }

    fn asked_of(release: &Release) -> Vec<Rule> {
        let mut findings = Vec::new();
        check(release, &Houses::default(), &mut findings);
        findings.into_iter().map(|finding| finding.rule).collect()
    }

    fn photo() -> Photo {
        Photo {
            credit: "А. Пример".into(),
            alt: ByLang::one(&lang("ru"), "Мост"),
            size_px: Some((6000, 4000)),
            ..Photo::new(PhotoId(1), "a.jpg".into())
        }
    }

    #[test]
    fn a_photo_with_all_its_words_is_not_asked_after() {
        assert_eq!(asked(photo()), []);
    }

    #[test]
    fn whom_the_file_names_the_caption_names_too_in_any_case_and_language() {
        let persons = vec!["Айгуль Сарсенова".to_owned()];
        let captioned =
            |words: &str| Photo { persons: persons.clone(), caption: ByLang::one(&lang("ru"), words), ..photo() };
        assert_eq!(asked(captioned("На открытии моста")), [Rule::PhotoPersonUnnamed]);
        assert_eq!(asked(captioned("")), [Rule::PhotoPersonUnnamed]);
        assert_eq!(asked(captioned("Ленту вручили Сарсеновой")), []);
        let mut kazakh = captioned("На открытии");
        kazakh.caption.set(&lang("kk"), "Айгуль мен Тимур".into());
        assert_eq!(asked(kazakh), []);
        assert_eq!(asked(Photo { persons: vec!["Ли".into()], ..photo() }), []);
    }

    #[test]
    fn a_photo_is_large_enough_for_the_web_and_for_its_place_on_paper() {
        let sized = |width, height, standing| Photo { size_px: Some((width, height)), standing, ..photo() };
        assert_eq!(asked(sized(1199, 800, Standing::Attached)), [Rule::PhotoSmallForWeb]);
        assert_eq!(asked(sized(1200, 800, Standing::Attached)), []);
        assert_eq!(asked(sized(1200, 800, Standing::End)), []);
        assert_eq!(asked(sized(1200, 400, Standing::Lead)), [Rule::PhotoSmallForPrint]);
        assert_eq!(asked(Photo { size_px: None, ..photo() }), []);
        // What is cut away does not count.
        let mut cut = sized(6000, 4000, Standing::End);
        cut.edit.crop = Some(Crop { left: 0, top: 0, width: 1500, height: 1500 });
        assert_eq!(asked(cut), [Rule::PhotoSmallForWeb]);
        // In the text it stands as wide as the text, whatever else is said of it.
        let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang("ru"));
        release.photos = vec![sized(1250, 400, Standing::Attached)];
        assert_eq!(asked_of(&release), []);
        release.editions[0].body = vec![Block { id: BlockId(1), kind: BlockKind::Photo(PhotoId(1)) }];
        assert_eq!(asked_of(&release), [Rule::PhotoSmallForPrint]);
    }

    #[test]
    fn a_credit_that_older_programs_cut_is_told_beforehand() {
        let long =
            Photo { credit: "Пресс-служба сената, Нурлан Байбулин".into(), ..photo() };
        assert_eq!(asked(long.clone()), [Rule::PhotoCreditCut]);
        assert_eq!(cut_credit(&long).unwrap(), "Пресс-служба сена");
        assert_eq!(asked(Photo { credit: "Press office / Nurlan Baibulin32".into(), ..photo() }), []);
    }
}
