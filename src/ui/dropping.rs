//! What happens when files that hover over the window are let go.

use std::path::PathBuf;

use egui::{Align2, Area, Id, Order, RichText, Stroke, StrokeKind, Ui, vec2};

use super::strings::say;
use super::theme::{self, colours, size};
use crate::desk::Desk;

pub(super) fn show(ui: &Ui, desk: &Desk) {
    let hovering: Option<Vec<PathBuf>> = ui.input(|input| {
        let files = &input.raw.hovered_files;
        (!files.is_empty()).then(|| files.iter().filter_map(|file| file.path.clone()).collect())
    });
    let Some(paths) = hovering else { return };
    let is_release = |path: &PathBuf| {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        matches!(ending.as_deref(), None | Some("ron" | "pdf"))
    };
    let words = match (desk.open.is_some(), paths.is_empty()) {
        // Some systems tell what it is only when it is let go.
        (true, true) => "drop-either",
        (_, false) if paths.iter().any(is_release) => "drop-to-open",
        (true, false) => "drop-to-attach",
        (false, true) => "drop-to-open",
        (false, false) => "drop-photos-nowhere",
    };
    let (colours, window) = (colours(ui), ui.ctx().content_rect());
    let area = Area::new(Id::unique("dropping")).order(Order::Tooltip).anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0));
    area.interactable(false).show(ui.ctx(), |ui| {
        let frame = window.shrink(12.0);
        ui.painter().rect_filled(window, 0.0, colours.ground.gamma_multiply(0.86));
        ui.painter().rect_stroke(frame, theme::CARD_RADIUS, Stroke::new(3.0, colours.accent), StrokeKind::Inside);
        theme::card(colours).inner_margin(24).show(ui, |ui| {
            ui.label(RichText::new(say(ui, words)).font(theme::semibold(size::HEADLINE)).color(colours.accent));
        });
    });
}
