//! A list's card: its points in one field, a line each, with their signs beside them.

use egui::text_edit::TextEditOutput;
use egui::{Align2, FontId, Id, Ui, pos2};

use super::words::{self, Field};
use crate::desk::{lines, points};
use crate::release::Text;
use crate::ui::theme::{colours, size};

/// Draws the points.
pub(super) fn show(
    ui: &mut Ui,
    key: Id,
    ordered: bool,
    original: Option<String>,
    items: &mut Vec<Text>,
) -> TextEditOutput {
    let mut joined = lines(items);
    let output = words::show(ui, key, Field::List, original, &mut joined);
    if output.response.response.changed() {
        *items = points(&joined);
    }
    let mut number = 0;
    let mut begins = true;
    for row in &output.galley.rows {
        if begins {
            number += 1;
            let sign = if ordered { format!("{number}.") } else { "•".to_owned() };
            let place = pos2(output.galley_pos.x - 8.0, output.galley_pos.y + row.rect().top());
            ui.painter().text(place, Align2::RIGHT_TOP, sign, FontId::proportional(size::BODY), colours(ui).muted);
        }
        begins = row.ends_with_newline;
    }
    output
}
