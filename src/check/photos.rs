//! What a picture editor would ask: who took it, what it shows, who is in it, whether it is large enough.

use super::{Finding, Fix, Place, Rule, said_in};
use crate::house::{After, Houses};
use crate::pages::Room;
use crate::photo_file::{IimField, PhotoWords, cut_by_iim};
use crate::release::{BlockKind, Edition, Lang, Photo, PhotoId, Release, Standing};

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
    check_standing(release, houses, findings);
}

/// Asks once about all photos that are to stand at the end, in a house that shows none there in any of the languages.
fn check_standing(release: &Release, houses: &Houses, findings: &mut Vec<Finding>) {
    let shows_them = |edition: &Edition| shows_photos_at_end(houses, &edition.lang);
    let in_text = |photo: &Photo| {
        let blocks = release.editions.iter().flat_map(|edition| &edition.body);
        blocks.into_iter().any(|block| block.kind == BlockKind::Photo(photo.id))
    };
    if release.editions.iter().any(shows_them) {
        return;
    }
    let unseen: Vec<PhotoId> = release
        .photos
        .iter()
        .filter(|photo| photo.standing == Standing::End && !in_text(photo))
        .map(|photo| photo.id)
        .collect();
    let Some(first) = unseen.first() else { return };
    let finding = Finding::new(Rule::PhotoShownNowhere, Place::PhotoStanding(*first));
    let count = unseen.len().to_string();
    findings.push(Finding { letters: count, fix: Some(Fix::OnlyAttach(unseen)), ..finding });
}

/// Does the house show photos behind the text in this language? Where it has no style, neutral rules show none.
pub fn shows_photos_at_end(houses: &Houses, lang: &Lang) -> bool {
    houses.of(lang).style(lang).is_some_and(|style| style.after_body.contains(&After::Photos))
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
    use crate::house::{House, Style};
    use crate::release::{Block, BlockId, ByLang, Crop};

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
        check(release, &house_with(vec![After::Photos]), &mut findings);
        findings.into_iter().map(|finding| finding.rule).collect()
    }

    fn house_with(after_body: Vec<After>) -> Houses {
        let style = Style { after_body, ..Style::default() };
        Houses { named: Some(House { styles: [(lang("ru"), style)].into(), ..House::default() }), ..Houses::default() }
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
    fn photos_at_the_end_of_a_house_that_shows_none_there_are_asked_about_once() {
        let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang("ru"));
        release.photos = vec![
            Photo { standing: Standing::Lead, ..photo() },
            Photo { id: PhotoId(2), ..photo() },
            Photo { id: PhotoId(3), ..photo() },
            Photo { id: PhotoId(4), ..photo() },
        ];
        release.editions[0].body = vec![Block { id: BlockId(1), kind: BlockKind::Photo(PhotoId(4)) }];
        let mut findings = Vec::new();
        check(&release, &house_with(vec![After::Closing]), &mut findings);
        let [found] = findings.as_slice() else { panic!("{findings:?}") };
        assert_eq!((found.rule, &found.place), (Rule::PhotoShownNowhere, &Place::PhotoStanding(PhotoId(2))));
        assert_eq!(found.fix, Some(Fix::OnlyAttach(vec![PhotoId(2), PhotoId(3)])));
        assert!(found.message(&release).to_string().starts_with("2 photos are to stand at the end"));
        assert_eq!(asked_of(&release), [], "this house shows them");
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
