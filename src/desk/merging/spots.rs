//! The places of two releases at which they may differ, and what stands there.

use std::collections::BTreeMap;

use super::Spot;
use crate::desk::comparing::block_words;
use crate::release::{BlockId, BlockKind, ByLang, Contact, Edition, Embargo, Lang, Photo, PhotoId, Release, SpeakerId};

/// The places of both, in the order of the text: mine, with what only theirs has where it stands there.
pub(super) fn spots(mine: &Release, theirs: &Release) -> Vec<Spot> {
    let mut all = Vec::new();
    for edition in &mine.editions {
        let lang = &edition.lang;
        let Some(other) = theirs.edition(lang) else {
            all.push(Spot::Edition(lang.clone()));
            continue;
        };
        all.extend([Spot::Headline(lang.clone()), Spot::Subhead(lang.clone()), Spot::Place(lang.clone())]);
        all.extend(both(edition, other).into_iter().map(|id| Spot::Block(lang.clone(), id)));
        all.extend([Spot::Order(lang.clone()), Spot::Notes(lang.clone())]);
    }
    let only_there = theirs.editions.iter().filter(|edition| mine.edition(&edition.lang).is_none());
    all.extend(only_there.map(|edition| Spot::Edition(edition.lang.clone())));
    let speakers = mine.speakers.iter().chain(theirs.speakers.iter().filter(|other| mine.speaker(other.id).is_none()));
    all.extend(speakers.map(|speaker| Spot::Speaker(speaker.id)));
    let photos = mine.photos.iter().chain(theirs.photos.iter().filter(|other| mine.photo(other.id).is_none()));
    all.extend(photos.map(|photo| Spot::Photo(photo.id)));
    all.extend([Spot::Contacts, Spot::Issued, Spot::Kind, Spot::Embargo, Spot::Status, Spot::House]);
    all
}

/// The blocks of two editions in one order.
fn both(one: &Edition, other: &Edition) -> Vec<BlockId> {
    let ids = |edition: &Edition| edition.body.iter().map(|block| block.id).collect::<Vec<_>>();
    woven(ids(one), &ids(other))
}

/// The first order, with what only the second has behind what stands before it there.
pub(super) fn woven(mut order: Vec<BlockId>, other: &[BlockId]) -> Vec<BlockId> {
    let mut before = None;
    for id in other {
        if !order.contains(id) {
            let place =
                before.and_then(|before| order.iter().position(|there| *there == before)).map_or(0, |at| at + 1);
            order.insert(place, *id);
        }
        before = Some(*id);
    }
    order
}

/// What stands at a place, to be compared; none where there is no such place.
pub(super) fn said(release: &Release, spot: &Spot) -> Option<String> {
    let edition = |lang| release.edition(lang);
    Some(match spot {
        Spot::Kind => format!("{:?}", release.kind),
        Spot::Issued => format!("{:?}", release.issued),
        Spot::Embargo => format!("{:?}", release.embargo),
        Spot::Status => format!("{:?}", release.status),
        Spot::House => format!("{:?}", release.house),
        Spot::Contacts => format!("{:?}", release.contacts),
        Spot::Edition(lang) => format!("{:?}", edition(lang)?),
        Spot::Headline(lang) => edition(lang)?.headline.clone(),
        Spot::Subhead(lang) => edition(lang)?.subhead.clone(),
        Spot::Place(lang) => edition(lang)?.place.clone(),
        Spot::Order(lang) => order(release, lang, &[])?,
        Spot::Notes(lang) => edition(lang)?.notes_to_editors.0.clone(),
        Spot::Block(lang, id) => format!("{:?}", edition(lang)?.block(*id)?),
        Spot::Speaker(id) => format!("{:?}", release.speaker(*id)?),
        Spot::Photo(id) => format!("{:?}", release.photo(*id)?),
    })
}

/// In which order the blocks stand that all of these releases have.
pub(super) fn order(release: &Release, lang: &Lang, all: &[&Release]) -> Option<String> {
    let in_all =
        |id: &BlockId| all.iter().all(|other| other.edition(lang).is_some_and(|other| other.block(*id).is_some()));
    let ids = release.edition(lang)?.body.iter().map(|block| block.id).filter(in_all);
    Some(format!("{:?}", ids.collect::<Vec<_>>()))
}

/// The first words of each block, a line each.
fn beginnings(edition: &Edition) -> String {
    let first = |kind: &BlockKind| {
        let words = block_words(kind);
        let line: String = words.lines().next().unwrap_or_default().chars().take(40).collect();
        if line.len() < words.len() { format!("{line}…") } else { line }
    };
    lines(edition.body.iter().map(|block| first(&block.kind)))
}

/// The words that stand at a place, as people read them.
pub(super) fn words_of(release: &Release, spot: &Spot) -> String {
    let edition = |lang| release.edition(lang);
    let words = match spot {
        Spot::Kind => Some(format!("{:?}", release.kind)),
        Spot::Issued => Some(release.issued.to_string()),
        Spot::Embargo => match &release.embargo {
            Embargo::None => None,
            Embargo::Until { at, zone } => Some(format!("{at}, {zone}")),
        },
        Spot::Status => Some(format!("{:?}", release.status)),
        Spot::House => release.house.clone(),
        Spot::Contacts => Some(release.contacts.iter().map(contact_words).collect::<Vec<_>>().join("\n\n")),
        Spot::Edition(lang) => edition(lang).map(edition_words),
        Spot::Headline(lang) => edition(lang).map(|edition| edition.headline.clone()),
        Spot::Subhead(lang) => edition(lang).map(|edition| edition.subhead.clone()),
        Spot::Place(lang) => edition(lang).map(|edition| edition.place.clone()),
        Spot::Order(lang) => edition(lang).map(beginnings),
        Spot::Notes(lang) => edition(lang).map(|edition| edition.notes_to_editors.0.clone()),
        Spot::Block(lang, id) => {
            edition(lang).and_then(|edition| edition.block(*id)).map(|block| with_voice(release, &block.kind))
        }
        Spot::Speaker(id) => {
            release.speaker(*id).map(|speaker| lines([by_lang(&speaker.name), by_lang(&speaker.title)]))
        }
        Spot::Photo(id) => release.photo(*id).map(photo_words),
    };
    words.unwrap_or_default()
}

/// A quote says who speaks: it may be that which differs.
fn with_voice(release: &Release, kind: &BlockKind) -> String {
    let voice = match kind {
        BlockKind::Quote(quote) => {
            quote.speaker.and_then(|id| release.speaker(id)).map(|speaker| by_lang(&speaker.name))
        }
        BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::List { .. } | BlockKind::Photo(_) => None,
    };
    lines([block_words(kind), voice.unwrap_or_default()])
}

fn edition_words(edition: &Edition) -> String {
    let body = edition.body.iter().map(|block| block_words(&block.kind));
    lines([edition.headline.clone(), edition.subhead.clone()].into_iter().chain(body))
}

fn photo_words(photo: &Photo) -> String {
    lines([by_lang(&photo.caption), by_lang(&photo.alt), photo.credit.clone(), photo.file.clone()])
}

fn contact_words(contact: &Contact) -> String {
    let Contact { unit, person, phones, email, web } = contact;
    lines([by_lang(unit), by_lang(person), phones.join(", "), email.clone(), web.clone()])
}

fn by_lang(words: &ByLang) -> String {
    lines(words.iter().map(|(_, words)| words.to_owned()))
}

fn lines(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

/// Theirs with numbers of its own for what both have added since they were one: two people who add a paragraph to the same
/// text give it the same number, and it is not the same paragraph.
pub(super) fn renumbered(theirs: Release, mine: &Release, base: &Release) -> Release {
    let (blocks, speakers, photos) = (new_blocks(&theirs, mine, base), new_speakers(&theirs, mine, base), {
        let next = theirs.fresh_photo_id().0.max(mine.fresh_photo_id().0);
        let is_other =
            |photo: &&Photo| base.photo(photo.id).is_none() && mine.photo(photo.id).is_some_and(|here| here != *photo);
        numbers(theirs.photos.iter().filter(is_other).map(|photo| photo.id), next, PhotoId)
    });
    let mut theirs = theirs;
    for speaker in &mut theirs.speakers {
        speaker.id = speakers.get(&speaker.id).copied().unwrap_or(speaker.id);
    }
    for photo in &mut theirs.photos {
        photo.id = photos.get(&photo.id).copied().unwrap_or(photo.id);
    }
    for block in theirs.editions.iter_mut().flat_map(|edition| &mut edition.body) {
        block.id = blocks.get(&block.id).copied().unwrap_or(block.id);
        match &mut block.kind {
            BlockKind::Quote(quote) => {
                quote.speaker = quote.speaker.map(|id| speakers.get(&id).copied().unwrap_or(id));
            }
            BlockKind::Photo(id) => *id = photos.get(id).copied().unwrap_or(*id),
            BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::List { .. } => {}
        }
    }
    theirs
}

fn new_blocks(theirs: &Release, mine: &Release, base: &Release) -> BTreeMap<BlockId, BlockId> {
    let of = |release: &Release, id: BlockId| {
        release
            .editions
            .iter()
            .filter_map(|edition| edition.block(id).map(|block| format!("{:?}{block:?}", edition.lang)))
            .collect::<Vec<_>>()
    };
    let is_other = |id: &BlockId| {
        let here = of(mine, *id);
        of(base, *id).is_empty() && !here.is_empty() && here != of(theirs, *id)
    };
    let ids = theirs.editions.iter().flat_map(|edition| edition.body.iter().map(|block| block.id));
    let next = theirs.fresh_block_id().0.max(mine.fresh_block_id().0);
    numbers(ids.filter(is_other), next, BlockId)
}

fn new_speakers(theirs: &Release, mine: &Release, base: &Release) -> BTreeMap<SpeakerId, SpeakerId> {
    let next = theirs.fresh_speaker_id().0.max(mine.fresh_speaker_id().0);
    let others = theirs.speakers.iter().filter(|speaker| {
        base.speaker(speaker.id).is_none() && mine.speaker(speaker.id).is_some_and(|here| here != *speaker)
    });
    numbers(others.map(|speaker| speaker.id), next, SpeakerId)
}

fn numbers<Id: Ord + Copy>(ids: impl Iterator<Item = Id>, next: u32, id: fn(u32) -> Id) -> BTreeMap<Id, Id> {
    let mut given = BTreeMap::new();
    for old in ids {
        let number = next + given.len() as u32;
        given.entry(old).or_insert_with(|| id(number));
    }
    given
}
