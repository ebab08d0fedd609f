//! One release made of two, by what was chosen at each place.

use super::spots::woven;
use super::{Merging, Side, Spot};
use crate::release::{
    Approval, Block, BlockId, BlockKind, Clearance, Contact, Edition, Lang, Photo, PhotoId, Release, Speaker,
    SpeakerId, Text,
};

pub(super) fn made(merging: &Merging) -> Release {
    let Merging { mine, theirs, .. } = merging;
    // Taken apart by name: a new field of a release is to be decided about here.
    let Release { id, kind, issued, embargo, status, house, speakers, photos, contacts: _, editions: _ } = mine.clone();
    let is_theirs = |spot: &Spot| merging.side(spot) == Side::Theirs;
    let one = |spot: &Spot| if is_theirs(spot) { theirs } else { mine };
    let mut merged = Release {
        id,
        kind: if is_theirs(&Spot::Kind) { theirs.kind } else { kind },
        issued: if is_theirs(&Spot::Issued) { theirs.issued } else { issued },
        embargo: if is_theirs(&Spot::Embargo) { theirs.embargo.clone() } else { embargo },
        status: if is_theirs(&Spot::Status) { theirs.status } else { status },
        house: if is_theirs(&Spot::House) { theirs.house.clone() } else { house },
        speakers: Vec::new(),
        photos: Vec::new(),
        contacts: contacts(merging),
        editions: editions(merging),
    };
    let added = theirs.speakers.iter().filter(|other| mine.speaker(other.id).is_none()).cloned();
    let all: Vec<Speaker> = speakers.into_iter().chain(added).collect();
    merged.speakers =
        all.iter().filter_map(|speaker| one(&Spot::Speaker(speaker.id)).speaker(speaker.id).cloned()).collect();
    let added = theirs.photos.iter().filter(|other| mine.photo(other.id).is_none()).cloned();
    let all: Vec<Photo> = photos.into_iter().chain(added).collect();
    merged.photos = all.iter().filter_map(|photo| one(&Spot::Photo(photo.id)).photo(photo.id).cloned()).collect();
    fetch_missing(&mut merged, mine, theirs);
    approvals(&mut merged, theirs);
    merged
}

fn contacts(merging: &Merging) -> Vec<Contact> {
    let Merging { mine, theirs, .. } = merging;
    match merging.side(&Spot::Contacts) {
        Side::Mine => mine.contacts.clone(),
        Side::Theirs => theirs.contacts.clone(),
        Side::Both => {
            let added = theirs.contacts.iter().filter(|contact| !mine.contacts.contains(contact));
            mine.contacts.iter().chain(added).cloned().collect()
        }
    }
}

fn editions(merging: &Merging) -> Vec<Edition> {
    let Merging { mine, theirs, .. } = merging;
    let mut next = mine.fresh_block_id().0.max(theirs.fresh_block_id().0);
    let mut all = Vec::new();
    let only_there = theirs.editions.iter().filter(|edition| mine.edition(&edition.lang).is_none());
    for lang in mine.editions.iter().chain(only_there).map(|edition| &edition.lang) {
        match (mine.edition(lang), theirs.edition(lang)) {
            (Some(here), Some(there)) => all.push(edition(merging, here, there, &mut next)),
            (here, there) => {
                let is_theirs = merging.side(&Spot::Edition(lang.clone())) == Side::Theirs;
                all.extend(if is_theirs { there.cloned() } else { here.cloned() });
            }
        }
    }
    if all.is_empty() { mine.editions.clone() } else { all }
}

fn edition(merging: &Merging, here: &Edition, there: &Edition, next: &mut u32) -> Edition {
    let Edition { lang, headline, subhead, place, body: _, notes_to_editors, approval } = here.clone();
    let is_theirs = |spot: fn(Lang) -> Spot| merging.side(&spot(lang.clone())) == Side::Theirs;
    Edition {
        headline: if is_theirs(Spot::Headline) { there.headline.clone() } else { headline },
        subhead: if is_theirs(Spot::Subhead) { there.subhead.clone() } else { subhead },
        place: if is_theirs(Spot::Place) { there.place.clone() } else { place },
        body: body(merging, here, there, next),
        notes_to_editors: match merging.side(&Spot::Notes(lang.clone())) {
            Side::Mine => notes_to_editors,
            Side::Theirs => there.notes_to_editors.clone(),
            Side::Both => Text(format!("{}\n\n{}", notes_to_editors.0, there.notes_to_editors.0)),
        },
        lang,
        approval,
    }
}

/// Of two approvals the one that still holds for what came of it; where none does, the later one, visibly void.
fn approvals(merged: &mut Release, theirs: &Release) {
    let mut chosen = Vec::new();
    for edition in &merged.editions {
        let theirs = theirs.edition(&edition.lang).and_then(|edition| edition.approval.as_ref());
        let held = |approval: &&Approval| {
            let approved = Edition { approval: Some((*approval).clone()), ..edition.clone() };
            matches!(merged.clearance(&approved), Clearance::Holds(_))
        };
        let both = [edition.approval.as_ref(), theirs];
        let given = || both.into_iter().flatten();
        chosen.push(given().find(held).or_else(|| given().max_by_key(|approval| approval.at)).cloned());
    }
    for (edition, approval) in merged.editions.iter_mut().zip(chosen) {
        edition.approval = approval;
    }
}

fn body(merging: &Merging, here: &Edition, there: &Edition, next: &mut u32) -> Vec<Block> {
    let ids = |edition: &Edition| edition.body.iter().map(|block| block.id).collect::<Vec<_>>();
    let order = if merging.side(&Spot::Order(here.lang.clone())) == Side::Theirs {
        woven(ids(there), &ids(here))
    } else {
        woven(ids(here), &ids(there))
    };
    let mut body = Vec::new();
    for id in order {
        let (mine, theirs) = (here.block(id).cloned(), there.block(id).cloned());
        match merging.side(&Spot::Block(here.lang.clone(), id)) {
            Side::Mine => body.extend(mine),
            Side::Theirs => body.extend(theirs),
            Side::Both => {
                let both_there = mine.is_some();
                body.extend(mine);
                body.extend(theirs.map(|block| {
                    let id = if both_there { BlockId(*next) } else { block.id };
                    *next += u32::from(both_there);
                    Block { id, ..block }
                }));
            }
        }
    }
    body
}

/// Nobody's words lose their speaker, and no place in the text its photo, by what was chosen elsewhere.
fn fetch_missing(merged: &mut Release, mine: &Release, theirs: &Release) {
    let blocks = merged.editions.iter().flat_map(|edition| &edition.body);
    let (mut speakers, mut photos): (Vec<SpeakerId>, Vec<PhotoId>) = (Vec::new(), Vec::new());
    for block in blocks {
        match &block.kind {
            BlockKind::Quote(quote) => speakers.extend(quote.speaker),
            BlockKind::Photo(id) => photos.push(*id),
            BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::List { .. } => {}
        }
    }
    for id in speakers {
        if merged.speaker(id).is_none() {
            merged.speakers.extend(mine.speaker(id).or_else(|| theirs.speaker(id)).cloned());
        }
    }
    for id in photos {
        if merged.photo(id).is_none() {
            merged.photos.extend(mine.photo(id).or_else(|| theirs.photo(id)).cloned());
        }
    }
}
