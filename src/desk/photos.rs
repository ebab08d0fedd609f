//! The photos on the desk: which of them are chosen, and what is done to several at once.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::Open;
use crate::check::shows_photos_at_end;
use crate::photo_file::PhotoWords;
use crate::release::{BlockKind, ByLang, Crop, Lang, Photo, PhotoId, SpeakerId};

/// A picture that somebody wants to attach, and what its file says of it.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where it lies.
    pub path: PathBuf,
    /// Its words.
    pub words: PhotoWords,
    /// Width and height of the upright picture, in pixels.
    pub size_px: (u32, u32),
}

/// Which photos of the release somebody works at.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// All of them.
    photos: BTreeSet<PhotoId>,
    /// The one that was chosen last: its words stand in the form.
    last: Option<PhotoId>,
}

/// How a photo is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choosing {
    /// This one alone.
    Alone,
    /// Besides the others, or not any more.
    Besides,
    /// With all that stand between it and the one that was chosen last.
    UpTo,
}

/// What a click into the large picture does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PhotoTool {
    /// It moves the picture.
    #[default]
    Look,
    /// It cuts the picture, with sides in this ratio; `None` leaves it free.
    Cut(Option<(u16, u16)>),
    /// It says what must stay in sight.
    Interest,
}

impl PhotoTool {
    /// The ratios that are offered, as width and height.
    pub const RATIOS: [(u16, u16); 4] = [(1, 1), (4, 5), (3, 2), (16, 9)];
}

impl Open {
    /// Does any edition of it show photos behind the text?
    pub fn shows_photos_at_end(&self) -> bool {
        self.release.editions.iter().any(|edition| shows_photos_at_end(&self.houses, &edition.lang))
    }

    /// The photo whose words stand in the form: the one that was chosen last, else the first.
    pub fn shown_photo(&self) -> Option<PhotoId> {
        let last = self.chosen.last.filter(|id| self.release.photo(*id).is_some());
        last.or_else(|| self.release.photos.first().map(|photo| photo.id))
    }

    /// The photos that are chosen, in the order of the release; never none where there are any.
    pub fn chosen_photos(&self) -> Vec<PhotoId> {
        let shown = self.shown_photo();
        let is_chosen = |id: &PhotoId| self.chosen.photos.contains(id) || Some(*id) == shown;
        self.release.photos.iter().map(|photo| photo.id).filter(is_chosen).collect()
    }

    /// Chooses a photo.
    pub fn choose_photo(&mut self, id: PhotoId, how: Choosing) {
        let shown = self.shown_photo();
        match how {
            Choosing::Alone => self.chosen.photos.clear(),
            Choosing::Besides => {
                self.chosen.photos.extend(shown);
                if self.chosen.photos.len() > 1 && self.chosen.photos.remove(&id) {
                    self.chosen.last = if shown == Some(id) { self.chosen.photos.first().copied() } else { shown };
                    return;
                }
            }
            Choosing::UpTo => {
                let place = |wanted| self.release.photos.iter().position(|photo| Some(photo.id) == wanted);
                if let (Some(from), Some(to)) = (place(shown), place(Some(id))) {
                    let between = self.release.photos.get(from.min(to)..=from.max(to)).unwrap_or_default();
                    self.chosen.photos.extend(between.iter().map(|photo| photo.id));
                }
            }
        }
        self.chosen.photos.insert(id);
        self.chosen.last = Some(id);
    }

    /// Chooses every photo.
    pub fn choose_all_photos(&mut self) {
        self.chosen.photos = self.release.photos.iter().map(|photo| photo.id).collect();
    }

    /// Chooses the photo that stands so many places further on; at the ends it stays.
    pub fn turn_to_photo(&mut self, places: isize) {
        let photos = &self.release.photos;
        let Some(shown) = self.shown_photo() else { return };
        let Some(here) = photos.iter().position(|photo| photo.id == shown) else { return };
        let there = here.saturating_add_signed(places).min(photos.len() - 1);
        if let Some(photo) = photos.get(there) {
            let id = photo.id;
            self.choose_photo(id, Choosing::Alone);
        }
    }

    /// Attaches pictures; they are copied when the release is saved. What their files say of them is filled in and marked.
    pub fn attach_photos(&mut self, found: Vec<Found>) {
        let mut first = None;
        for Found { path, words, size_px } in found {
            let Some(name) = path.file_name() else { continue };
            let id = PhotoId(self.next_photo);
            self.next_photo += 1;
            let mut photo = Photo::new(id, name.to_string_lossy().into_owned());
            photo.size_px = Some(size_px);
            words.fill(&mut photo);
            self.release.photos.push(photo);
            self.waiting_photos.insert(id, path);
            first.get_or_insert(id);
        }
        if let Some(first) = first {
            self.choose_photo(first, Choosing::Alone);
        }
    }

    /// Takes photos out of the release, also where a block placed them. Their files stay in the folder.
    pub fn remove_photos(&mut self, gone: &[PhotoId]) {
        let place = self.release.photos.iter().position(|photo| gone.contains(&photo.id));
        self.release.photos.retain(|photo| !gone.contains(&photo.id));
        for edition in &mut self.release.editions {
            edition.body.retain(|block| !matches!(block.kind, BlockKind::Photo(id) if gone.contains(&id)));
        }
        // The one that moved into its place is next.
        let next = place.and_then(|place| self.release.photos.get(place).or(self.release.photos.last()));
        if let Some(id) = next.map(|photo| photo.id) {
            self.choose_photo(id, Choosing::Alone);
        }
    }

    /// Moves a photo to this place among the others.
    pub fn move_photo_to(&mut self, id: PhotoId, place: usize) {
        let photos = &mut self.release.photos;
        if let Some(from) = photos.iter().position(|photo| photo.id == id) {
            let photo = photos.remove(from);
            photos.insert(place.min(photos.len()), photo);
        }
    }

    /// Turns photos a quarter clockwise; what was kept of each stays kept.
    pub fn turn_photos(&mut self, turned: &[PhotoId]) {
        const WHOLE: u16 = 10_000;
        for photo in self.release.photos.iter_mut().filter(|photo| turned.contains(&photo.id)) {
            let edit = &mut photo.edit;
            edit.turns = (edit.turns + 1) % 4;
            edit.crop = edit.crop.map(|Crop { left, top, width, height }| Crop {
                left: WHOLE.saturating_sub(top.saturating_add(height)),
                top: left,
                width: height,
                height: width,
            });
            edit.interest = edit.interest.map(|(across, down)| (WHOLE.saturating_sub(down), across));
        }
    }

    /// Names a speaker in the captions of photos, in each language of the release, and among those who are in them.
    pub fn name_in_captions(&mut self, photos: &[PhotoId], speaker: SpeakerId) {
        let Some(speaker) = self.release.speakers.iter().find(|other| other.id == speaker).cloned() else { return };
        let langs: Vec<Lang> = self.release.editions.iter().map(|edition| edition.lang.clone()).collect();
        for photo in self.release.photos.iter_mut().filter(|photo| photos.contains(&photo.id)) {
            for lang in &langs {
                let (name, title) = (speaker.name.best(lang).trim(), speaker.title.best(lang).trim());
                let named = [name, title].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ");
                append(&mut photo.caption, lang, &named);
            }
            let name = langs.first().map(|lang| speaker.name.best(lang).trim().to_owned()).unwrap_or_default();
            if !name.is_empty() && !photo.persons.contains(&name) {
                photo.persons.push(name);
            }
        }
    }

    /// Begins the captions of photos that have none with the headline of each edition.
    pub fn caption_by_headline(&mut self, photos: &[PhotoId]) {
        for edition in &self.release.editions {
            let headline = edition.headline.trim();
            for photo in self.release.photos.iter_mut().filter(|photo| photos.contains(&photo.id)) {
                if photo.caption.get(&edition.lang).trim().is_empty() && !headline.is_empty() {
                    photo.caption.set(&edition.lang, headline.to_owned());
                }
            }
        }
    }
}

/// Adds words behind a caption: after a full stop as a new sentence, else after a semicolon, as several people are named.
fn append(caption: &mut ByLang, lang: &Lang, words: &str) {
    let before = caption.get(lang).trim().to_owned();
    if words.is_empty() || before.contains(words) {
        return;
    }
    let between = match before.chars().last() {
        None => "",
        Some('.' | '!' | '?' | '…' | ':' | ',' | ';') => " ",
        Some(_) => "; ",
    };
    caption.set(lang, format!("{before}{between}{words}"));
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::house::Houses;
    use crate::release::{Edition, PhotoEdit, Release, Speaker};

    fn lang(tag: &str) -> Lang {
        tag.parse().unwrap()
    }

    fn open(count: u32) -> Open {
        let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang("kk"));
        release.editions.push(Edition::new(lang("ru")));
        release.photos = (1..=count).map(|id| Photo::new(PhotoId(id), format!("{id}.jpg"))).collect();
        Open::new(release, None, Houses::default(), Vec::new())
    }

    fn chosen(open: &Open) -> Vec<u32> {
        open.chosen_photos().into_iter().map(|id| id.0).collect()
    }

    #[test]
    fn photos_are_chosen_alone_besides_each_other_and_in_a_row() {
        let mut open = open(5);
        assert_eq!(chosen(&open), [1]);
        open.choose_photo(PhotoId(2), Choosing::Alone);
        assert_eq!(chosen(&open), [2]);
        open.choose_photo(PhotoId(4), Choosing::UpTo);
        assert_eq!((chosen(&open), open.shown_photo()), (vec![2, 3, 4], Some(PhotoId(4))));
        open.choose_photo(PhotoId(3), Choosing::Besides);
        assert_eq!(chosen(&open), [2, 4]);
        open.choose_photo(PhotoId(4), Choosing::Besides);
        open.choose_photo(PhotoId(2), Choosing::Besides);
        assert_eq!(chosen(&open), [2], "one is always chosen");
        open.turn_to_photo(1);
        assert_eq!(chosen(&open), [3]);
        open.turn_to_photo(9);
        assert_eq!(chosen(&open), [5]);
        open.choose_all_photos();
        assert_eq!(chosen(&open).len(), 5);
    }

    #[test]
    fn after_a_photo_went_the_next_one_is_chosen() {
        let mut open = open(3);
        open.remove_photos(&[PhotoId(2)]);
        assert_eq!(chosen(&open), [3]);
        open.remove_photos(&[PhotoId(3)]);
        assert_eq!(chosen(&open), [1]);
        open.remove_photos(&[PhotoId(1)]);
        assert_eq!((chosen(&open), open.shown_photo()), (vec![], None));
    }

    #[test]
    fn a_photo_that_is_turned_four_times_is_as_before() {
        let mut open = open(1);
        let edit = PhotoEdit {
            turns: 0,
            crop: Some(Crop { left: 1000, top: 2000, width: 3000, height: 4000 }),
            interest: Some((2500, 4000)),
        };
        open.release.photos[0].edit = edit;
        open.turn_photos(&[PhotoId(1)]);
        let turned = open.release.photos[0].edit;
        assert_eq!(turned.crop, Some(Crop { left: 4000, top: 1000, width: 4000, height: 3000 }));
        assert_eq!(turned.interest, Some((6000, 2500)));
        (0..3).for_each(|_| open.turn_photos(&[PhotoId(1)]));
        assert_eq!(open.release.photos[0].edit, edit);
    }

    #[test]
    fn a_speaker_is_named_in_the_captions_in_each_language() {
        let mut open = open(2);
        let mut speaker = Speaker::new(SpeakerId(1));
        speaker.name.set(&lang("kk"), "Айгүл Сәрсенова".into());
        speaker.name.set(&lang("ru"), "Айгуль Сарсенова".into());
        speaker.title.set(&lang("ru"), "председатель".into());
        open.release.speakers = vec![speaker];
        open.release.photos[0].caption.set(&lang("ru"), "На открытии моста.".into());
        for _ in 0..2 {
            open.name_in_captions(&[PhotoId(1)], SpeakerId(1));
        }
        let photo = &open.release.photos[0];
        assert_eq!(photo.caption.get(&lang("ru")), "На открытии моста. Айгуль Сарсенова, председатель");
        assert_eq!(photo.caption.get(&lang("kk")), "Айгүл Сәрсенова, председатель");
        assert_eq!(photo.persons, ["Айгүл Сәрсенова"]);
        assert!(open.release.photos[1].caption.is_blank());
        open.release.editions[0].headline = "Көпір ашылды".into();
        open.caption_by_headline(&[PhotoId(1), PhotoId(2)]);
        assert_eq!(open.release.photos[1].caption.get(&lang("kk")), "Көпір ашылды");
        assert_eq!(open.release.photos[0].caption.get(&lang("kk")), "Айгүл Сәрсенова, председатель");
    }
}
