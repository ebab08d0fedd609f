//! The thumbnails of the photos: chosen by a click, several with Ctrl or Shift, put into another order by dragging.

use egui::{
    Context, Id, Key, Modifiers, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
    vec2,
};
use egui_dnd::dnd;

use super::picture;
use crate::desk::{Addition, Choosing, Open};
use crate::release::{Lang, MadeByAi, Photo, PhotoId, Standing};
use crate::ui::command::Command;
use crate::ui::gallery::Gallery;
use crate::ui::icons::Icon;
use crate::ui::strings::{say, tell};
use crate::ui::theme::{colours, size, space};
use crate::ui::widgets::scrolled;

/// A thumbnail with its frame.
const TILE: Vec2 = vec2(116.0, 88.0);
const LOW_TILE: Vec2 = vec2(92.0, 68.0);

/// The strip in as many rows as it needs.
pub(super) fn wrapped(ui: &mut Ui, open: &mut Open, gallery: &Gallery, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(space::NEAR);
        tiles(ui, "strip", TILE, open, gallery, commands);
    });
    let chosen = open.chosen_photos().len();
    if open.release.photos.len() > 1 {
        ui.horizontal_wrapped(|ui| {
            let hint = if chosen > 1 {
                tell(ui, "photos-chosen", &[("count", chosen.into())])
            } else {
                say(ui, "photos-choose-hint").to_owned()
            };
            ui.label(RichText::new(hint).size(size::SMALL).color(colours(ui).muted));
            if chosen < open.release.photos.len()
                && ui.link(RichText::new(say(ui, "photos-choose-all")).size(size::SMALL)).clicked()
            {
                open.choose_all_photos();
            }
        });
    }
}

/// The strip in one row.
pub(super) fn in_a_row(ui: &mut Ui, open: &mut Open, gallery: &Gallery, commands: &mut Vec<Command>) {
    scrolled(ui, ScrollArea::horizontal().id_salt("row").auto_shrink([false, true]), |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::NEAR;
            tiles(ui, "row", LOW_TILE, open, gallery, commands);
        });
    });
}

fn tiles(ui: &mut Ui, key: &'static str, tile: Vec2, open: &mut Open, gallery: &Gallery, commands: &mut Vec<Command>) {
    let chosen = open.chosen_photos();
    let shown = open.shown_photo();
    let lang = open.lang();
    let photos = &open.release.photos;
    let mut wanted = None;
    let moved = dnd(ui, Id::unique(key)).show_custom(|ui, iter| {
        for (index, photo) in photos.iter().enumerate() {
            iter.next(ui, Id::unique((key, photo.id.0)), index, true, |ui, item| {
                item.ui_sized(ui, tile, |ui, handle, state| {
                    // The hand that drags lies over the tile, and takes the pointer; the tile takes the keys.
                    let mut named = None;
                    let hand = handle.sense(Sense::click()).ui_sized(ui, tile, |ui| {
                        let (rect, _) = ui.allocate_exact_size(tile, Sense::HOVER);
                        let tile = ui.interact(rect, Id::unique((key, "tile", photo.id.0)), Sense::click());
                        let (name, is_chosen) = (name(ui, index, photo, &lang), chosen.contains(&photo.id));
                        tile.widget_info(|| {
                            WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), is_chosen, &name)
                        });
                        if ui.is_rect_visible(rect) {
                            let frame = Frame { chosen: is_chosen, lifted: state.dragged };
                            draw(ui, photo, &frame, gallery, rect, misses_words(photo, &lang));
                        }
                        named = Some(tile.accessible_name(&name));
                    });
                    let Some(tile) = named else { return };
                    let hand = hand.on_hover_text(&photo.file);
                    if shown == Some(photo.id) && just_turned(ui.ctx(), key, photo.id) {
                        tile.scroll_to_me(Some(egui::Align::Center));
                    }
                    if tile.has_focus() {
                        let ring = Stroke::new(2.0, colours(ui).accent);
                        ui.painter().rect_stroke(tile.rect.expand(1.0), 6.0, ring, StrokeKind::Outside);
                        by_keys(ui, photo.id, index, commands);
                    }
                    if hand.double_clicked() {
                        commands.push(Command::ViewPhotos);
                    } else if hand.clicked() || tile.clicked() {
                        tile.request_focus();
                        wanted = Some((photo.id, how(ui)));
                    }
                    hand.context_menu(|ui| menu(ui, photo, index, photos.len(), commands));
                })
            });
        }
    });
    if let Some(update) = moved.final_update()
        && let Some(photo) = photos.get(update.from)
    {
        let place = if update.to > update.from { update.to - 1 } else { update.to };
        if place != update.from {
            commands.push(Command::MovePhotoTo(photo.id, place));
        }
    }
    if let Some((id, how)) = wanted {
        open.choose_photo(id, how);
    }
}

/// Has another photo been chosen since the last frame? Then it comes into sight.
fn just_turned(ctx: &Context, strip: &'static str, shown: PhotoId) -> bool {
    let key = Id::unique(("the photo that was shown", strip));
    ctx.data_mut(|data| data.get_temp_mut_or_insert_with(key, || shown).0 != shown.0) && {
        ctx.data_mut(|data| data.insert_temp(key, shown));
        true
    }
}

fn how(ui: &Ui) -> Choosing {
    ui.input(|input| match input.modifiers {
        Modifiers { shift: true, .. } => Choosing::UpTo,
        Modifiers { command: true, .. } => Choosing::Besides,
        _ => Choosing::Alone,
    })
}

/// The keys of a thumbnail: Enter shows it large, Delete takes it out, Alt with an arrow moves it.
fn by_keys(ui: &Ui, id: PhotoId, index: usize, commands: &mut Vec<Command>) {
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::ALT, Key::ArrowLeft) {
        commands.push(Command::MovePhotoTo(id, index.saturating_sub(1)));
    } else if pressed(Modifiers::ALT, Key::ArrowRight) {
        commands.push(Command::MovePhotoTo(id, index + 1));
    } else if pressed(Modifiers::NONE, Key::Delete) {
        commands.push(Command::RemovePhotos(vec![id]));
    } else if pressed(Modifiers::NONE, Key::F2) {
        commands.push(Command::ViewPhotos);
    }
}

fn menu(ui: &mut Ui, photo: &Photo, index: usize, count: usize, commands: &mut Vec<Command>) {
    let mut entry = |ui: &mut Ui, words: &str, enabled: bool, command: Command| {
        if ui.add_enabled(enabled, egui::Button::new(words)).clicked() {
            commands.push(command);
        }
    };
    entry(ui, say(ui, "command-view-photos"), true, Command::ViewPhotos);
    entry(ui, say(ui, "photo-into-text"), true, Command::AddBlock(Addition::Photo(photo.id), None));
    entry(ui, say(ui, "command-turn-photo"), true, Command::TurnPhotos(vec![photo.id]));
    ui.separator();
    entry(ui, say(ui, "photo-earlier"), index > 0, Command::MovePhotoTo(photo.id, index.saturating_sub(1)));
    entry(ui, say(ui, "photo-later"), index + 1 < count, Command::MovePhotoTo(photo.id, index + 1));
    ui.separator();
    entry(ui, say(ui, "command-delete-photo"), true, Command::RemovePhotos(vec![photo.id]));
}

/// The photo's number, and its caption or else its file.
fn name(ui: &Ui, index: usize, photo: &Photo, lang: &Lang) -> String {
    let caption = photo.caption.best(lang).trim();
    let words = if caption.is_empty() { photo.file.as_str() } else { caption };
    tell(ui, "photo-tile", &[("number", (index + 1).into()), ("words", words.into())])
}

/// Does it lack what a newsroom needs?
fn misses_words(photo: &Photo, lang: &Lang) -> bool {
    photo.credit.trim().is_empty() || (!photo.decorative && photo.alt.get(lang).trim().is_empty())
}

struct Frame {
    chosen: bool,
    lifted: bool,
}

fn draw(ui: &Ui, photo: &Photo, frame: &Frame, gallery: &Gallery, rect: Rect, misses: bool) {
    let colours = colours(ui);
    picture(ui, photo, gallery, rect);
    let (stroke, inside) = match (frame.chosen, frame.lifted) {
        (true, _) | (_, true) => (Stroke::new(2.5, colours.accent), StrokeKind::Inside),
        (false, false) => (Stroke::new(1.0, colours.line), StrokeKind::Inside),
    };
    ui.painter().rect_stroke(rect, 4.0, stroke, inside);
    let mut right = rect.right() - 5.0;
    let mut sign = |icon: Icon, tint| {
        let place = Rect::from_min_size(pos2(right - 18.0, rect.top() + 5.0), vec2(18.0, 18.0));
        ui.painter().rect_filled(place, 4.0, colours.surface);
        icon.sized(ui, 13.0).tint(tint).paint_at(ui, place.shrink(2.5));
        right -= 21.0;
    };
    if misses {
        sign(Icon::Missing, colours.warning);
    }
    if photo.standing == Standing::Lead {
        sign(Icon::Lead, colours.accent);
    }
    if photo.made_by_ai != MadeByAi::No {
        sign(Icon::MadeByAi, colours.text);
    }
}
