//! Aids for whoever writes: signs over spaces that nobody sees, and the help while typing.

use std::ops::Range;

use egui::text_edit::TextEditOutput;
use egui::{Align2, Context, Event, FontId, Id, Ui, vec2};

use super::theme::colours;
use crate::newsroom::Preferences;

/// Which of them are on.
#[derive(Clone, Copy, Debug, Default)]
struct Aids {
    shows_signs: bool,
    helps: bool,
}

fn key() -> Id {
    Id::unique("aids for writing")
}

/// Says at the beginning of a frame which of them are on.
pub(super) fn set(ctx: &Context, preferences: &Preferences) {
    let Preferences { shows_signs, typing_help, .. } = preferences;
    ctx.data_mut(|data| data.insert_temp(key(), Aids { shows_signs: *shows_signs, helps: *typing_help }));
}

fn aids(ui: &Ui) -> Aids {
    ui.data(|data| data.get_temp(key())).unwrap_or_default()
}

/// The sign for a letter that nobody would see.
fn sign(letter: char) -> Option<&'static str> {
    match letter {
        '\u{a0}' | '\u{202f}' => Some("°"),
        '\u{ad}' => Some("-"),
        _ => None,
    }
}

/// Draws the signs over the words of a field, where they are asked for.
pub(super) fn signs(ui: &Ui, field: &TextEditOutput) {
    if !aids(ui).shows_signs || !field.galley.text().contains(|letter| sign(letter).is_some()) {
        return;
    }
    let painter = ui.painter().with_clip_rect(field.text_clip_rect);
    let colour = colours(ui).muted;
    for row in &field.galley.rows {
        for glyph in &row.glyphs {
            let Some(sign) = sign(glyph.chr) else { continue };
            let top = field.galley_pos + row.pos.to_vec2() + vec2(glyph.pos.x + glyph.advance_width / 2.0, 0.0);
            let place = top + vec2(0.0, row.rect().height() / 2.0);
            painter.text(place, Align2::CENTER_CENTER, sign, FontId::proportional(glyph.font_height * 0.7), colour);
        }
    }
}

/// Where in the words of a field the help is wanted: from behind a quote mark, a hyphen or a space that was just typed to
/// the cursor.
pub(super) fn help_wanted(ui: &Ui, field: &TextEditOutput) -> Option<Range<usize>> {
    if !aids(ui).helps || !field.response.response.changed() {
        return None;
    }
    let cursor = field.state.cursor.char_range()?.primary.index.0;
    // Several keys may come in one frame; words that come at one go were pasted or put together by an input method.
    let typed: Vec<char> = ui.input(|input| {
        let keys =
            input.events.iter().filter_map(|event| if let Event::Text(text) = event { Some(text) } else { None });
        keys.map(|text| if text.chars().count() == 1 { text.chars().next() } else { None })
            .map(|letter| letter.unwrap_or('\0'))
            .collect()
    });
    let last = typed.iter().rposition(|letter| matches!(letter, '"' | '\'' | '-' | ' '))?;
    let start = cursor.checked_sub(typed.len() - 1 - last)?;
    Some(start..cursor)
}
