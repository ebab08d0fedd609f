//! Fields that this program does not know: a newer one, or a program of the house's own, has written them.
//!
//! They are set aside when a release or a register is read, and stand in its file again after it is saved, in the same
//! place: with the same block, quote, photo or person. What has been deleted since has taken its own along.

mod tree;

use std::collections::BTreeSet;
use std::path::Path;

use tree::{Field, Node, Shape};

use serde::de::DeserializeOwned;

use super::{LARGEST_FILE, Message, read_bytes, ron_options};

/// So many kinds of fields that nobody knows are no release.
const MOST_KINDS: usize = 200;

/// The text of an `F` with everything that the program does not know set aside: each letter of it is a space, so that
/// all others keep their line and column.
///
/// It is none where the program knows all of it, or where something else is wrong with it.
pub(super) fn known_part<F: DeserializeOwned>(text: &str) -> Option<String> {
    let (tree, unknown) = unknown_in::<F>(text)?;
    Some(blank(text, &tree, &unknown))
}

/// The text to be saved, with what the program did not know in the file that is there.
pub(super) fn put_back<F: DeserializeOwned>(text: String, file: &Path) -> String {
    let (doing, next) = (Message::new("error-save-release"), Message::new("error-larger-release-next"));
    // What cannot be read has nothing to keep; what is wrong with it is told by whoever writes there.
    let Ok(there) = read_bytes(file, LARGEST_FILE, &doing, &next) else { return text };
    let Ok(there) = std::str::from_utf8(&there) else { return text };
    put_back_from::<F>(text, there)
}

/// The same with what stood in this text.
pub(super) fn put_back_from<F: DeserializeOwned>(text: String, there: &str) -> String {
    let Some((old, unknown)) = unknown_in::<F>(there) else { return text };
    let Some(new) = Node::read(&text) else { return text };
    let mut additions = Vec::new();
    add(&old, &new, (there, &text), &unknown, &mut additions);
    additions.sort_by_key(|(place, _)| *place);
    let mut whole = String::with_capacity(text.len() * 2);
    let mut done = 0;
    for (place, words) in additions {
        whole += text.get(done..place).unwrap_or_default();
        whole += &words;
        done = place;
    }
    whole + text.get(done..).unwrap_or_default()
}

/// Where the fields begin that the program does not know; none where it knows them all.
fn unknown_in<F: DeserializeOwned>(text: &str) -> Option<(Node, BTreeSet<usize>)> {
    let mut shapes: Vec<Shape> = Vec::new();
    let mut unknown = BTreeSet::new();
    let mut tree = None;
    let mut read = text.to_owned();
    loop {
        let error = match ron_options().from_str::<F>(&read) {
            Ok(_) => return tree.map(|tree| (tree, unknown)),
            Err(error) => error,
        };
        let ron::Error::NoSuchStructField { found, .. } = &error.code else { return None };
        if tree.is_none() {
            tree = Node::read(text);
        }
        let tree = tree.as_ref()?;
        let place = offset(text, error.span.end.line, error.span.end.col)?;
        // The same field of all other blocks, photos or editions is not known either.
        let shape = tree.shape_of(found, place, &unknown)?;
        unknown.extend(tree.fields_of(&shape).map(|field| field.start));
        shapes.push(shape);
        if shapes.len() > MOST_KINDS {
            return None;
        }
        read = blank(text, tree, &unknown);
    }
}

/// The byte at a line and a column, which count from one.
fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = text.get(start..)?;
    Some(start + rest.char_indices().nth(column.checked_sub(1)?).map_or(rest.len(), |(at, _)| at))
}

fn blank(text: &str, tree: &Node, unknown: &BTreeSet<usize>) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    tree.each_field(&mut |field, _| {
        if unknown.contains(&field.start) {
            spans.push((field.start, field.end));
        }
    });
    spans.sort_unstable();
    let mut blanked = String::with_capacity(text.len());
    let mut done = 0;
    for (start, end) in spans {
        // A field within one that is blank already.
        if end <= done {
            continue;
        }
        blanked += text.get(done..start).unwrap_or_default();
        let letters = text.get(start..end).unwrap_or_default().chars();
        blanked.extend(letters.map(|letter| if matches!(letter, '\n' | '\r') { letter } else { ' ' }));
        done = end;
    }
    blanked + text.get(done..).unwrap_or_default()
}

/// Finds the place in the new text for each unknown field of the old one.
fn add(old: &Node, new: &Node, texts: (&str, &str), unknown: &BTreeSet<usize>, additions: &mut Vec<(usize, String)>) {
    if old.name.is_some() && new.name.is_some() && old.name != new.name {
        return;
    }
    for field in &old.fields {
        if unknown.contains(&field.start) {
            let raw = texts.0.get(field.start..field.value.end).unwrap_or_default();
            additions.push(new.addition(raw, texts.1));
        } else if let Some(there) = new.field(&field.name) {
            add(&field.value, &there.value, texts, unknown, additions);
        }
    }
    let keys: Vec<String> = new.items.iter().map(|item| item.key(texts.1)).collect();
    let mut taken = BTreeSet::new();
    for (index, item) in old.items.iter().enumerate() {
        let key = item.key(texts.0);
        let there = if key.is_empty() { Some(index) } else { keys.iter().position(|other| *other == key) };
        if let Some((place, there)) = there.and_then(|place| Some((place, new.items.get(place)?)))
            && taken.insert(place)
        {
            add(item, there, texts, unknown, additions);
        }
    }
}

impl Node {
    /// Where and how a field is written behind the others.
    fn addition(&self, raw: &str, text: &str) -> (usize, String) {
        match self.fields.last() {
            Some(last) => {
                let line = text.get(..last.start).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
                let is_first = line.trim().is_empty();
                let comma = if text.get(..last.end).is_some_and(|field| field.ends_with(',')) { "" } else { "," };
                let before = if is_first { format!("{comma}\n{line}") } else { format!("{comma} ") };
                (last.end, format!("{before}{raw},"))
            }
            None => (self.end.saturating_sub(1), format!("{raw},")),
        }
    }

    /// What tells an item of a list from the others; empty where nothing does.
    fn key(&self, text: &str) -> String {
        let key =
            |field: &Field| text.get(field.value.start..field.value.end).map(str::trim).unwrap_or_default().to_owned();
        ["id", "lang"].iter().find_map(|name| self.field(name)).map(key).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
