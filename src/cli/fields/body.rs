//! The body in filled-in fields: each block is exactly one thing, speakers and photos are known, translations find each
//! other by their position.

use std::collections::BTreeMap;
use std::mem::{Discriminant, discriminant};

use super::{FieldError, numbered, shape, short};
use crate::release::{Block, BlockId, BlockKind, PhotoId, Placement, Quote, SpeakerId, Text, letters};

/// Who and what a block can name.
pub(super) struct Cast {
    /// By name in any language, as [`spoken`].
    pub(super) speakers: BTreeMap<String, SpeakerId>,
    /// By the file that the fields give.
    pub(super) photos: BTreeMap<String, PhotoId>,
}

/// A name without regard to the kind of space between its parts.
pub(super) fn spoken(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The ids of all blocks so far. At one position, blocks of one kind are translations of each other.
#[derive(Default)]
pub(super) struct Ids {
    at: Vec<Vec<(Discriminant<BlockKind>, BlockId)>>,
    last: u32,
}

impl Ids {
    fn of(&mut self, position: usize, kind: &BlockKind) -> BlockId {
        if self.at.len() <= position {
            self.at.resize_with(position + 1, Vec::new);
        }
        let there = &mut self.at[position];
        if let Some((_, id)) = there.iter().find(|(other, _)| *other == discriminant(kind)) {
            return *id;
        }
        self.last += 1;
        there.push((discriminant(kind), BlockId(self.last)));
        BlockId(self.last)
    }
}

/// The body of one edition.
pub(super) fn fill(
    shapes: Vec<shape::Block>,
    place: &str,
    cast: &Cast,
    ids: &mut Ids,
) -> Result<Vec<Block>, FieldError> {
    let block = |(position, (place, shape)): (usize, (String, shape::Block))| {
        let kind = kind(shape, &place, cast)?;
        Ok(Block { id: ids.of(position, &kind), kind })
    };
    numbered(place, shapes).enumerate().map(block).collect()
}

fn kind(shape: shape::Block, place: &str, cast: &Cast) -> Result<BlockKind, FieldError> {
    let things = things(&shape);
    if things.len() != 1 {
        let next = "Write each block as exactly one of paragraph, quote, heading, list and photo.";
        let why = match things.as_slice() {
            [] => "this block is nothing".to_owned(),
            several => format!("this block is {} at once", several.join(" and ")),
        };
        return Err(FieldError::new(place, why, next));
    }
    if let Some((field, of)) = stray(&shape) {
        let why = format!("only a {of} has this field, and the block is a {}", things.concat());
        return Err(FieldError::new(format!("{place}.{field}"), why, "Leave it out, or move it to its block."));
    }
    let shape::Block { paragraph, quote, heading, list, photo, ordered, .. } = &shape;
    if let Some(text) = paragraph {
        return Ok(BlockKind::Paragraph(text.as_str().into()));
    }
    if let Some(text) = heading {
        return Ok(BlockKind::Heading(text.as_str().into()));
    }
    if let Some(items) = list {
        let items = items.iter().map(|item| item.as_str().into()).collect();
        return Ok(BlockKind::List { ordered: ordered.unwrap_or_default(), items });
    }
    if let Some(file) = photo {
        return photo_block(file, &format!("{place}.photo"), cast);
    }
    let text = Text::from(quote.as_deref().unwrap_or_default());
    quote_block(text, shape, place, cast)
}

/// What the block says it is.
fn things(shape: &shape::Block) -> Vec<&'static str> {
    let shape::Block { paragraph, quote, heading, list, photo, .. } = shape;
    let things = [
        ("paragraph", paragraph.is_some()),
        ("quote", quote.is_some()),
        ("heading", heading.is_some()),
        ("list", list.is_some()),
        ("photo", photo.is_some()),
    ];
    things.into_iter().filter_map(|(thing, is_given)| is_given.then_some(thing)).collect()
}

/// A field that has no business in this block, and whose it is.
fn stray(shape: &shape::Block) -> Option<(&'static str, &'static str)> {
    let shape::Block { quote, list, speaker, verb, tail, titled, placement, split_after, ordered, .. } = shape;
    let (of_quote, of_list) = (quote.is_some(), list.is_some());
    [
        ("speaker", "quote", speaker.is_some() && !of_quote),
        ("verb", "quote", verb.is_some() && !of_quote),
        ("tail", "quote", tail.is_some() && !of_quote),
        ("titled", "quote", titled.is_some() && !of_quote),
        ("placement", "quote", placement.is_some() && !of_quote),
        ("split_after", "quote", split_after.is_some() && !of_quote),
        ("ordered", "list", ordered.is_some() && !of_list),
    ]
    .into_iter()
    .find_map(|(field, of, is_stray)| is_stray.then_some((field, of)))
}

fn quote_block(text: Text, shape: shape::Block, place: &str, cast: &Cast) -> Result<BlockKind, FieldError> {
    let shape::Block { speaker, verb, tail, titled, placement, split_after, .. } = shape;
    let speaker = speaker.map(|name| find_speaker(&name, &format!("{place}.speaker"), cast)).transpose()?;
    let split_place = format!("{place}.split_after");
    let placement = match (placement, split_after) {
        (Some(shape::Placement::Split), after) => {
            let after = after.unwrap_or_default();
            // Words that are not there would silently become another place.
            if !letters(&text.words()).contains(after.trim()) {
                let why = format!("the quote does not hold the words “{}”", short(&after));
                return Err(FieldError::new(split_place, why, "Copy the last words before the attribution."));
            }
            Placement::Split { after }
        }
        (Some(shape::Placement::After | shape::Placement::Before) | None, Some(_)) => {
            let next = "Add \"placement\": \"split\", or leave it out.";
            return Err(FieldError::new(split_place, "the quote is not split", next));
        }
        (Some(shape::Placement::Before), None) => Placement::Before,
        (Some(shape::Placement::After) | None, None) => Placement::After,
    };
    let (verb, tail) = (verb.unwrap_or_default(), tail.unwrap_or_default());
    let titled = titled.unwrap_or_default();
    Ok(BlockKind::Quote(Quote { text, speaker, verb, tail, titled, placement }))
}

fn find_speaker(name: &str, place: &str, cast: &Cast) -> Result<SpeakerId, FieldError> {
    cast.speakers.get(&spoken(name)).copied().ok_or_else(|| {
        let why = format!("there is no “{}” among the speakers{}", short(name), known(&cast.speakers));
        FieldError::new(place, why, "Write the name as it stands there, or add the speaker.")
    })
}

fn photo_block(file: &str, place: &str, cast: &Cast) -> Result<BlockKind, FieldError> {
    cast.photos.get(file).copied().map(BlockKind::Photo).ok_or_else(|| {
        let why = format!("there is no “{}” among the photos{}", short(file), known(&cast.photos));
        FieldError::new(place, why, "Write the file as it stands there, or add the photo.")
    })
}

/// Who is there instead, in brackets.
fn known<T>(all: &BTreeMap<String, T>) -> String {
    if all.is_empty() {
        return " (there are none)".into();
    }
    let names: Vec<&str> = all.keys().map(String::as_str).collect();
    format!(" ({})", short(&names.join(", ")))
}
