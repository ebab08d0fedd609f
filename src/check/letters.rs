//! Letters that no font of the program has: a box would stand in their place on the page and in the PDF.

use std::collections::BTreeSet;

use super::{Finding, Place, Rule};
use crate::house::Houses;
use crate::release::{BlockKind, ByLang, Edition, Lang, Release};

/// Every place that holds letters which the page cannot show. `has_letter` knows the fonts.
pub fn check_letters(release: &Release, houses: &Houses, has_letter: &dyn Fn(char) -> bool) -> Vec<Finding> {
    let mut looking = Looking { has_letter, findings: Vec::new() };
    for edition in &release.editions {
        looking.edition(edition);
    }
    for speaker in &release.speakers {
        let texts = speaker.name.iter().chain(speaker.title.iter());
        looking.at(Place::Speaker(speaker.id), texts.map(|(_, text)| text));
    }
    for photo in &release.photos {
        let said = by_lang(&photo.caption).chain([photo.credit.as_str(), &photo.rights]);
        looking.at(Place::Photo(photo.id), said);
        for (lang, alt) in photo.alt.iter() {
            looking.at(Place::PhotoAlt(photo.id, lang.clone()), [alt]);
        }
    }
    let contacts = release.contacts.iter().flat_map(|contact| {
        let own = [contact.email.as_str(), &contact.web];
        let named = by_lang(&contact.unit).chain(by_lang(&contact.person));
        named.chain(contact.phones.iter().map(String::as_str)).chain(own)
    });
    looking.at(Place::Contacts, contacts);
    let langs: Vec<&Lang> = release.editions.iter().map(|edition| &edition.lang).collect();
    let house = langs.into_iter().flat_map(|lang| {
        let house = houses.of(lang);
        let style = house.style(lang);
        let own = style.map(|style| [style.boilerplate.0.as_str(), &style.end_mark]).into_iter().flatten();
        own.chain([house.organisation.best(lang)])
    });
    looking.at(Place::House, house);
    looking.findings
}

fn by_lang(words: &ByLang) -> impl Iterator<Item = &str> {
    words.iter().map(|(_, text)| text)
}

struct Looking<'a> {
    has_letter: &'a dyn Fn(char) -> bool,
    findings: Vec<Finding>,
}

impl Looking<'_> {
    fn edition(&mut self, edition: &Edition) {
        let Edition { lang, headline, subhead, place, body, notes_to_editors, approval: _ } = edition;
        self.at(Place::Headline(lang.clone()), [headline.as_str()]);
        self.at(Place::Subhead(lang.clone()), [subhead.as_str()]);
        self.at(Place::Dateline(lang.clone()), [place.as_str()]);
        for block in body {
            let place = Place::Block(lang.clone(), block.id);
            match &block.kind {
                BlockKind::Paragraph(text) | BlockKind::Heading(text) => self.at(place, [text.0.as_str()]),
                BlockKind::List { items, ordered: _ } => self.at(place, items.iter().map(|item| item.0.as_str())),
                BlockKind::Quote(quote) => self.at(place, [quote.text.0.as_str(), &quote.verb, &quote.tail]),
                BlockKind::Photo(_) => {}
            }
        }
        self.at(Place::Notes(lang.clone()), [notes_to_editors.0.as_str()]);
    }

    fn at<'t>(&mut self, place: Place, texts: impl IntoIterator<Item = &'t str>) {
        let letters = texts.into_iter().flat_map(str::chars);
        let missing: BTreeSet<char> =
            letters.filter(|letter| !letter.is_ascii() && !(self.has_letter)(*letter)).collect();
        if !missing.is_empty() {
            let letters = missing.into_iter().collect();
            self.findings.push(Finding { letters, ..Finding::new(Rule::LetterMissing, place) });
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::release::{Block, BlockId, Photo, PhotoId, Quote, Speaker, SpeakerId, Text};

    /// A release that has one strange letter in each place where a person can type one.
    fn strange() -> Release {
        let ru: Lang = "ru".parse().unwrap();
        let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), ru.clone());
        let block = |id, kind| Block { id: BlockId(id), kind };
        let quote = Quote { verb: "сказал 字".into(), ..Quote::default() };
        release.editions[0] = Edition {
            headline: "Мост 字 открыт".into(),
            subhead: "字".into(),
            place: "字".into(),
            body: vec![
                block(1, BlockKind::Paragraph("Текст **字**".into())),
                block(2, BlockKind::Quote(quote)),
                block(3, BlockKind::List { ordered: false, items: vec!["а".into(), "字".into()] }),
                block(4, BlockKind::Heading("字".into())),
                block(5, BlockKind::Paragraph("Без".into())),
            ],
            notes_to_editors: Text("字".into()),
            ..release.editions[0].clone()
        };
        release.speakers = vec![Speaker { name: ByLang::one(&ru, "А. 字"), ..Speaker::new(SpeakerId(1)) }];
        let photo = Photo::new(PhotoId(1), "a.jpg".into());
        release.photos = vec![Photo { credit: "字".into(), alt: ByLang::one(&ru, "字"), ..photo }];
        release.contacts = vec![crate::release::Contact { phones: vec!["字".into()], ..Default::default() }];
        release
    }

    #[test]
    fn every_place_with_a_strange_letter_is_named_once() {
        let ru: Lang = "ru".parse().unwrap();
        let found = check_letters(&strange(), &Houses::default(), &|letter| letter != '字');
        let places: Vec<Place> = found.iter().map(|finding| finding.place.clone()).collect();
        let block = |id| Place::Block(ru.clone(), BlockId(id));
        let expected = [
            Place::Headline(ru.clone()),
            Place::Subhead(ru.clone()),
            Place::Dateline(ru.clone()),
            block(1),
            block(2),
            block(3),
            block(4),
            Place::Notes(ru.clone()),
            Place::Speaker(SpeakerId(1)),
            Place::Photo(PhotoId(1)),
            Place::PhotoAlt(PhotoId(1), ru.clone()),
            Place::Contacts,
        ];
        assert_eq!(places, expected);
        assert!(found.iter().all(|finding| finding.letters == "字"));
        let message = found[0].message(&strange()).to_string();
        assert!(message.contains("字 (U+5B57)"), "{message}");
    }

    #[test]
    fn a_release_of_known_letters_raises_nothing() {
        assert_eq!(check_letters(&strange(), &Houses::default(), &|_| true), []);
    }
}
