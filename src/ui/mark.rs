//! The field to which somebody was led is outlined for a moment, so that the eye finds it as fast as the cursor does.

use egui::{Context, CornerRadius, Id, Response, Stroke, StrokeKind};

use super::theme::{self, colours_of};
use crate::check::Place;

/// Long enough to be seen, short enough not to be in the way.
const SECONDS: f64 = 2.0;

#[derive(Clone)]
struct Mark {
    field: Id,
    place: Place,
    /// In the time of the window.
    until: f64,
}

fn wanted_key() -> Id {
    Id::unique("the next place is to be marked")
}

fn mark_key() -> Id {
    Id::unique("the place that is marked")
}

/// The next field that the cursor is led to is to be marked.
pub(super) fn want(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(wanted_key(), true));
}

/// The cursor was led to this field.
pub(super) fn begin(response: &Response, here: &Place) {
    let ctx = &response.ctx;
    if ctx.data_mut(|data| data.remove_temp::<bool>(wanted_key())).is_none() {
        return;
    }
    let until = ctx.input(|input| input.time) + SECONDS;
    let mark = Mark { field: response.id, place: here.clone(), until };
    ctx.data_mut(|data| data.insert_temp(mark_key(), mark));
}

/// Outlines this field if it is the one.
pub(super) fn show(response: &Response) {
    let ctx = &response.ctx;
    let Some(mark) = of(ctx).filter(|mark| mark.field == response.id) else { return };
    let left = mark.until - ctx.input(|input| input.time);
    // One frame more, in which the outline is gone.
    ctx.request_repaint_after_secs(left as f32);
    let clip = response.interact_rect.expand(6.0);
    let radius = CornerRadius::same(theme::RADIUS + 4);
    let stroke = Stroke::new(2.0, colours_of(ctx).accent);
    let painter = ctx.layer_painter(response.layer_id).with_clip_rect(clip);
    painter.rect_stroke(response.rect.expand(4.0), radius, stroke, StrokeKind::Outside);
}

fn of(ctx: &Context) -> Option<Mark> {
    let mark = ctx.data(|data| data.get_temp::<Mark>(mark_key()))?;
    (ctx.input(|input| input.time) < mark.until).then_some(mark)
}

/// The place whose field is outlined now.
pub fn marked(ctx: &Context) -> Option<Place> {
    of(ctx).map(|mark| mark.place)
}
