//! What a writer does, at random.

use dateline::desk::{Addition, Direction, Open};
use dateline::release::{BlockKind, Text};

use super::random::Random;

const LETTERS: &[&str] = &["м", "о", "с", "т", " ", "қ", "ө", ".", "«", "»", "\u{a0}", "👩‍👩‍👧‍👦"];

/// One thing that somebody does at the form; the number of the field, or zero where it is a step by itself.
pub(crate) fn edit(open: &mut Open, random: &mut Random) -> u64 {
    let body = &open.shown().body;
    let block = (!body.is_empty()).then(|| body[random.below(body.len())].id);
    match random.below(20) {
        0 => {
            let what = *random.pick(&[Addition::Paragraph, Addition::Quote, Addition::Heading, Addition::List]);
            open.add_block(what, block);
            0
        }
        1 => {
            if let Some(block) = block.filter(|_| random.below(3) == 0) {
                open.remove_block(block);
            }
            0
        }
        2 => {
            if let Some(block) = block {
                open.move_block(block, *random.pick(&[Direction::Up, Direction::Down]));
            }
            0
        }
        3 => {
            open.shown_mut().headline.push_str(random.pick::<&str>(LETTERS));
            1
        }
        4 => {
            open.shown_mut().headline.pop();
            1
        }
        5 if open.release.speakers.len() < 5 => {
            open.add_speaker(block);
            0
        }
        6 => {
            if let Some(speaker) = open.release.speakers.first().map(|speaker| speaker.id) {
                open.remove_speaker(speaker);
            }
            0
        }
        _ => {
            let letter = *random.pick::<&str>(LETTERS);
            let Some(block) = block else { return 0 };
            if let Some(there) = open.shown_mut().body.iter_mut().find(|there| there.id == block) {
                write(&mut there.kind, letter);
            }
            u64::from(block.0) + 10
        }
    }
}

fn write(kind: &mut BlockKind, letter: &str) {
    let put = |text: &mut Text| {
        // Nobody's paragraphs grow for ever.
        if text.0.len() > 600 {
            text.0.clear();
        }
        text.0.push_str(letter);
    };
    match kind {
        BlockKind::Paragraph(text) | BlockKind::Heading(text) => put(text),
        BlockKind::Quote(quote) => put(&mut quote.text),
        BlockKind::List { items, .. } => items.iter_mut().for_each(put),
        BlockKind::Photo(_) => {}
    }
}
