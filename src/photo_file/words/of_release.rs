//! From the words of a release's photo to those of its file, and back.

use super::PhotoWords;
use crate::release::{ByLang, Edition, MadeByAi, Photo, PhotoField, Release};

/// What stands over each edition.
pub fn headlines(release: &Release) -> ByLang {
    let said = release.editions.iter().filter(|Edition { headline, .. }| !headline.trim().is_empty());
    said.map(|edition| (edition.lang.clone(), edition.headline.clone())).collect()
}

impl PhotoWords {
    /// The words that go out inside a photo. `headlines` are the release's, for a photo that has none of its own.
    pub fn of(photo: &Photo, headlines: &ByLang) -> PhotoWords {
        let Photo {
            headline,
            caption,
            alt,
            decorative,
            credit,
            creator,
            copyright,
            rights,
            keywords,
            persons,
            city,
            country,
            country_code,
            taken,
            made_by_ai,
            id: _,
            file: _,
            standing: _,
            edit: _,
            size_px: _,
            from_file: _,
        } = photo;
        let words = PhotoWords {
            headline: if headline.is_blank() { headlines } else { headline }.clone(),
            caption: caption.clone(),
            alt: if *decorative { ByLang::EMPTY } else { alt.clone() },
            credit: credit.clone(),
            creator: creator.clone(),
            copyright: copyright.clone(),
            rights: rights.clone(),
            city: city.clone(),
            country: country.clone(),
            country_code: country_code.clone(),
            keywords: keywords.clone(),
            persons: persons.clone(),
            taken: *taken,
            made_by_ai: *made_by_ai,
        };
        words.tidy()
    }

    /// Puts what the file says into the fields of a photo that say nothing, and notes there which they were.
    pub fn fill(self, photo: &mut Photo) {
        let mut filled = Vec::new();
        let PhotoWords {
            headline,
            caption,
            alt,
            credit,
            creator,
            copyright,
            rights,
            city,
            country,
            country_code,
            keywords,
            persons,
            taken,
            made_by_ai,
        } = self;
        for (own, told, field) in [
            (&mut photo.headline, headline, PhotoField::Headline),
            (&mut photo.caption, caption, PhotoField::Caption),
            (&mut photo.alt, alt, PhotoField::Alt),
        ] {
            if own.is_blank() && !told.is_blank() {
                *own = told;
                filled.push(field);
            }
        }
        for (own, told, field) in [
            (&mut photo.credit, credit, PhotoField::Credit),
            (&mut photo.creator, creator, PhotoField::Creator),
            (&mut photo.copyright, copyright, PhotoField::Copyright),
            (&mut photo.rights, rights, PhotoField::Rights),
            (&mut photo.city, city, PhotoField::City),
        ] {
            if is_blank(own) && !is_blank(&told) {
                *own = told;
                filled.push(field);
            }
        }
        // A code belongs to its country: neither is put beside what somebody typed.
        let country_is_blank = is_blank(&photo.country) && is_blank(&photo.country_code);
        if country_is_blank && !(is_blank(&country) && is_blank(&country_code)) {
            photo.country = country;
            photo.country_code = country_code;
            filled.push(PhotoField::Country);
        }
        for (own, told, field) in
            [(&mut photo.keywords, keywords, PhotoField::Keywords), (&mut photo.persons, persons, PhotoField::Persons)]
        {
            if are_blank(own) && !are_blank(&told) {
                *own = told;
                filled.push(field);
            }
        }
        if photo.taken.is_none() && taken.is_some() {
            photo.taken = taken;
            filled.push(PhotoField::Taken);
        }
        if photo.made_by_ai == MadeByAi::No && made_by_ai != MadeByAi::No {
            photo.made_by_ai = made_by_ai;
            filled.push(PhotoField::MadeByAi);
        }
        photo.from_file.extend(filled);
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn are_blank(texts: &[String]) -> bool {
    texts.iter().all(|text| is_blank(text))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::release::{Lang, PhotoId};

    fn lang(tag: &str) -> Lang {
        tag.parse().unwrap()
    }

    fn in_english(text: &str) -> ByLang {
        ByLang::one(&lang("en"), text)
    }

    fn all() -> PhotoWords {
        PhotoWords {
            headline: in_english("Bridge opens"),
            caption: in_english("Asel Nurlanova cuts the ribbon."),
            alt: in_english("A woman cuts a ribbon."),
            credit: "Press service".into(),
            creator: "Dana Omarova".into(),
            copyright: "© 2026 Press service".into(),
            rights: "Free for news".into(),
            city: "Astana".into(),
            country: "Kazakhstan".into(),
            country_code: "KAZ".into(),
            keywords: vec!["bridge".into()],
            persons: vec!["Asel Nurlanova".into()],
            taken: Some(date(2026, 11, 23)),
            made_by_ai: MadeByAi::Partly,
        }
    }

    #[test]
    fn blank_fields_are_filled_and_each_is_noted() {
        let mut photo = Photo::new(PhotoId(1), "bridge.jpg".into());
        photo.caption = in_english("  ");
        all().fill(&mut photo);
        assert_eq!(PhotoWords::of(&photo, &ByLang::EMPTY), all());
        assert_eq!(photo.from_file.len(), 13, "{:?}", photo.from_file);
    }

    #[test]
    fn what_somebody_typed_stays_and_is_not_noted() {
        let mut photo = Photo::new(PhotoId(1), "bridge.jpg".into());
        photo.caption = ByLang::one(&lang("kk"), "Көпір ашылды");
        photo.credit = "Our own".into();
        photo.country_code = "KZ".into();
        photo.keywords = vec!["opening".into()];
        photo.taken = Some(date(2025, 1, 1));
        photo.made_by_ai = MadeByAi::Wholly;
        let typed = photo.clone();
        all().fill(&mut photo);
        assert_eq!(photo.caption, typed.caption);
        assert_eq!((photo.credit, photo.keywords), (typed.credit, typed.keywords));
        assert_eq!((photo.country, photo.country_code), (String::new(), "KZ".to_owned()));
        assert_eq!((photo.taken, photo.made_by_ai), (typed.taken, typed.made_by_ai));
        use PhotoField::{Alt, City, Copyright, Creator, Headline, Persons, Rights};
        assert_eq!(photo.from_file, [Headline, Alt, Creator, Copyright, Rights, Persons, City].into());
    }

    #[test]
    fn a_file_that_says_nothing_fills_nothing() {
        let mut photo = Photo::new(PhotoId(1), "bridge.jpg".into());
        let before = photo.clone();
        PhotoWords::default().fill(&mut photo);
        assert_eq!(photo, before);
    }

    #[test]
    fn the_headline_of_the_release_stands_in_for_one_that_is_missing() {
        let mut release = Release::new(uuid::Uuid::nil(), date(2026, 11, 23), lang("en"));
        release.editions[0].headline = "Bridge opens".into();
        release.editions.push(Edition::new(lang("kk")));
        let mut photo = Photo::new(PhotoId(1), "bridge.jpg".into());
        assert_eq!(PhotoWords::of(&photo, &headlines(&release)).headline, in_english("Bridge opens"));
        photo.headline = in_english("The ribbon");
        assert_eq!(PhotoWords::of(&photo, &headlines(&release)).headline, in_english("The ribbon"));
    }

    #[test]
    fn a_photo_that_only_adorns_says_nothing_to_those_who_cannot_see_it() {
        let mut photo = Photo::new(PhotoId(1), "bridge.jpg".into());
        photo.alt = in_english("A pattern");
        photo.decorative = true;
        assert!(PhotoWords::of(&photo, &ByLang::EMPTY).alt.is_blank());
    }
}
