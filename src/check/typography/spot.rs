//! The texts of a release, each with the place where a person writes it.

use crate::check::Place;
use crate::release::{BlockKind, Edition, Photo, Quote, Release};

/// Where one text of a release stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The field or block.
    pub place: Place,
    /// Which of its texts.
    pub part: Part,
}

/// One of the texts at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The only one, or the first.
    Whole,
    /// A point of a list, counted from 0.
    Item(usize),
    /// What follows the name in an attribution.
    Tail,
}

/// What kind of text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Plain words.
    Words,
    /// With emphasis and links.
    Text,
    /// The same inside quote marks that the house puts.
    Said,
}

/// Goes through the texts of an edition in reading order.
pub(super) fn each(release: &Release, edition: &Edition, look: &mut dyn FnMut(Spot, &str, Kind)) {
    let Edition { lang, headline, subhead, place, body, notes_to_editors, approval: _ } = edition;
    let mut at = |place: Place, part: Part, text: &str, kind: Kind| {
        if !text.is_empty() {
            look(Spot { place, part }, text, kind);
        }
    };
    at(Place::Headline(lang.clone()), Part::Whole, headline, Kind::Words);
    at(Place::Subhead(lang.clone()), Part::Whole, subhead, Kind::Words);
    at(Place::Dateline(lang.clone()), Part::Whole, place, Kind::Words);
    for block in body {
        let here = Place::Block(lang.clone(), block.id);
        match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::Heading(text) => at(here, Part::Whole, &text.0, Kind::Text),
            BlockKind::List { items, ordered: _ } => {
                for (index, item) in items.iter().enumerate() {
                    at(here.clone(), Part::Item(index), &item.0, Kind::Text);
                }
            }
            BlockKind::Quote(Quote { text, tail, speaker: _, verb: _, titled: _, placement: _ }) => {
                at(here.clone(), Part::Whole, &text.0, Kind::Said);
                at(here, Part::Tail, tail, Kind::Words);
            }
            BlockKind::Photo(_) => {}
        }
    }
    for Photo { id, caption, alt, .. } in &release.photos {
        at(Place::PhotoCaption(*id, lang.clone()), Part::Whole, caption.get(lang), Kind::Text);
        at(Place::PhotoAlt(*id, lang.clone()), Part::Whole, alt.get(lang), Kind::Words);
    }
    at(Place::Notes(lang.clone()), Part::Whole, &notes_to_editors.0, Kind::Text);
}

impl Spot {
    /// What is written here; `None` where there is no such place any more.
    pub fn text<'r>(&self, release: &'r Release) -> Option<&'r str> {
        let Spot { place, part } = self;
        let edition = release.edition(place.lang()?)?;
        let photo = || place.photo_id().and_then(|id| release.photo(id));
        match place {
            Place::Headline(_) => Some(edition.headline.as_str()),
            Place::Subhead(_) => Some(&edition.subhead),
            Place::Dateline(_) => Some(&edition.place),
            Place::Notes(_) => Some(&edition.notes_to_editors.0),
            Place::PhotoCaption(_, lang) => photo().map(|photo| photo.caption.get(lang)),
            Place::PhotoAlt(_, lang) => photo().map(|photo| photo.alt.get(lang)),
            Place::Block(_, id) => match (&edition.block(*id)?.kind, part) {
                (BlockKind::Paragraph(text) | BlockKind::Heading(text), Part::Whole) => Some(&text.0),
                (BlockKind::Quote(quote), Part::Whole) => Some(&quote.text.0),
                (BlockKind::Quote(quote), Part::Tail) => Some(&quote.tail),
                (BlockKind::List { items, ordered: _ }, Part::Item(index)) => {
                    items.get(*index).map(|item| item.0.as_str())
                }
                (BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::Quote(_) | BlockKind::List { .. }, _)
                | (BlockKind::Photo(_), _) => None,
            },
            Place::Embargo
            | Place::Edition(_)
            | Place::Body(_)
            | Place::Speaker(_)
            | Place::SpeakerName(..)
            | Place::SpeakerTitle(..)
            | Place::Photo(_)
            | Place::PhotoStanding(_)
            | Place::Contacts
            | Place::ContactUnit(..)
            | Place::Approval(_)
            | Place::House => None,
        }
    }

    /// Puts words in the place of what is written here.
    pub fn put(&self, release: &mut Release, words: String) {
        let Spot { place, part } = self;
        if let Some(photo) = place.photo_id().and_then(|id| release.photos.iter_mut().find(|photo| photo.id == id)) {
            if let Place::PhotoCaption(_, lang) = place {
                photo.caption.set(lang, words);
            } else if let Place::PhotoAlt(_, lang) = place {
                photo.alt.set(lang, words);
            }
            return;
        }
        let edition = release.editions.iter_mut().find(|edition| Some(&edition.lang) == place.lang());
        let Some(text) = edition.and_then(|edition| written(edition, place, *part)) else { return };
        *text = words;
    }
}

fn written<'r>(edition: &'r mut Edition, place: &Place, part: Part) -> Option<&'r mut String> {
    match place {
        Place::Headline(_) => Some(&mut edition.headline),
        Place::Subhead(_) => Some(&mut edition.subhead),
        Place::Dateline(_) => Some(&mut edition.place),
        Place::Notes(_) => Some(&mut edition.notes_to_editors.0),
        Place::Block(_, id) => {
            let block = edition.body.iter_mut().find(|block| block.id == *id)?;
            match (&mut block.kind, part) {
                (BlockKind::Paragraph(text) | BlockKind::Heading(text), Part::Whole) => Some(&mut text.0),
                (BlockKind::Quote(quote), Part::Whole) => Some(&mut quote.text.0),
                (BlockKind::Quote(quote), Part::Tail) => Some(&mut quote.tail),
                (BlockKind::List { items, ordered: _ }, Part::Item(index)) => {
                    items.get_mut(index).map(|item| &mut item.0)
                }
                (BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::Quote(_) | BlockKind::List { .. }, _)
                | (BlockKind::Photo(_), _) => None,
            }
        }
        Place::Embargo
        | Place::Edition(_)
        | Place::Body(_)
        | Place::Speaker(_)
        | Place::SpeakerName(..)
        | Place::SpeakerTitle(..)
        | Place::Photo(_)
        | Place::PhotoStanding(_)
        | Place::PhotoCaption(..)
        | Place::PhotoAlt(..)
        | Place::Contacts
        | Place::ContactUnit(..)
        | Place::Approval(_)
        | Place::House => None,
    }
}
