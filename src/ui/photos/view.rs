//! The photos over the whole window: one of them large, its words beside it, all of them in a row below.

use egui::{
    CursorIcon, DragValue, Key, Label, Modal, Modifiers, PointerButton, Rect, RichText, ScrollArea, Sense, Shape,
    Stroke, StrokeKind, TextureHandle, Ui, Vec2, pos2, vec2,
};

use super::{fields, helpers, many, speakers, strip};
use crate::desk::{Aside, Desk, Open, PhotoTool};
use crate::release::{Crop, Lang, Photo, PhotoEdit};
use crate::ui::command::Command;
use crate::ui::gallery::{Gallery, PhotoSize, Picture, fitted, paint, shown_size};
use crate::ui::icons::Icon;
use crate::ui::settings::over;
use crate::ui::strings::{locale, say, tell};
use crate::ui::theme::{self, colours, size, space};
use crate::ui::widgets::{SIGN, ask_by_icon, icon_button, scrolled};

const WORDS_WIDTH: f32 = 360.0;
const STRIP_HEIGHT: f32 = 80.0;
const LARGEST_ZOOM: f32 = 8.0;

pub(in crate::ui) fn show(ui: &mut Ui, desk: &mut Desk, gallery: &mut Gallery, commands: &mut Vec<Command>) {
    if desk.aside != Some(Aside::Photos) {
        return;
    }
    let Some(open) = desk.open.as_mut().filter(|open| !open.release.photos.is_empty()) else {
        desk.aside = None;
        return;
    };
    let modal: Modal = over(ui, "photos", say(ui, "photos-title"));
    let modal = modal.show(ui.ctx(), |ui| {
        let room = ui.ctx().content_rect().size() - vec2(72.0, 72.0);
        ui.set_width(room.x);
        ui.set_height(room.y);
        bar(ui, open, gallery, commands);
        ui.add_space(space::NEAR);
        ui.horizontal_top(|ui| {
            let (width, height) =
                ((ui.available_width() - WORDS_WIDTH - space::FIELD).max(160.0), ui.available_height());
            ui.vertical(|ui| {
                ui.set_width(width);
                large(ui, open, gallery, vec2(width, (height - STRIP_HEIGHT - space::NEAR).max(120.0)));
                ui.add_space(space::NEAR);
                strip::in_a_row(ui, open, gallery, commands);
            });
            ui.add_space(space::NEAR);
            ui.vertical(|ui| {
                let area = ScrollArea::vertical().id_salt("words").auto_shrink(false).max_height(height);
                scrolled(ui, area, |ui| words(ui, open, commands));
            });
        });
    });
    by_keys(ui, open);
    if modal.should_close() {
        commands.push(Command::Cancel);
    }
}

/// The arrows turn to the next photo, unless somebody types.
fn by_keys(ui: &Ui, open: &mut Open) {
    let writes = ui.ctx().text_edit_focused();
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let places = match () {
        () if pressed(Key::PageDown) || !writes && pressed(Key::ArrowRight) => 1,
        () if pressed(Key::PageUp) || !writes && pressed(Key::ArrowLeft) => -1,
        () if !writes && pressed(Key::Home) => isize::MIN / 2,
        () if !writes && pressed(Key::End) => isize::MAX / 2,
        () => return,
    };
    open.turn_to_photo(places);
}

/// Which photo it is, and what can be done with it.
fn bar(ui: &mut Ui, open: &mut Open, gallery: &mut Gallery, commands: &mut Vec<Command>) {
    let chosen = open.chosen_photos();
    let shown = open.shown_photo();
    let count = open.release.photos.len();
    let index = open.release.photos.iter().position(|photo| Some(photo.id) == shown).unwrap_or_default();
    let file = open.release.photos.get(index).map(|photo| photo.file.clone()).unwrap_or_default();
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if icon_button(ui, Icon::Close, say(ui, "aside-close")).clicked() {
                commands.push(Command::Cancel);
            }
            ui.add_space(space::FIELD);
            let numbers = [("number", (index + 1).into())];
            ask_by_icon(
                ui,
                Icon::Delete,
                &tell(ui, "delete-photo", &numbers),
                Command::RemovePhotos(chosen.clone()),
                commands,
            );
            ask_by_icon(ui, Icon::Turn, &tell(ui, "photo-turn", &numbers), Command::TurnPhotos(chosen), commands);
            ui.add_space(space::FIELD);
            tools(ui, open);
            ui.add_space(space::FIELD);
            if icon_button(ui, Icon::Add, say(ui, "photo-zoom-in")).clicked() {
                gallery.zoom = (gallery.zoom.max(1.0) * 1.5).min(LARGEST_ZOOM);
            }
            if icon_button(ui, Icon::Less, say(ui, "photo-zoom-out")).clicked() {
                gallery.zoom = (gallery.zoom / 1.5).max(1.0);
            }
            ui.add_space(space::NEAR);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let of = tell(ui, "photo-of", &[("number", (index + 1).into()), ("count", count.into())]);
                let response = ui.label(RichText::new(&of).font(theme::semibold(size::SECTION)));
                crate::ui::guide::say_heading(&response, 1, &of);
                ui.add(Label::new(RichText::new(file).color(colours(ui).muted)).truncate());
            });
        });
    });
}

/// What a click into the picture does.
fn tools(ui: &mut Ui, open: &mut Open) {
    let tools = [
        (Icon::Interest, "photo-tool-interest", PhotoTool::Interest),
        (Icon::Cut, "photo-tool-cut", PhotoTool::Cut(None)),
        (Icon::Move, "photo-tool-look", PhotoTool::Look),
    ];
    for (icon, words, tool) in tools {
        let is_on = std::mem::discriminant(&open.photo_tool) == std::mem::discriminant(&tool);
        let tint = if is_on { colours(ui).accent } else { colours(ui).muted };
        let button = egui::Button::image(icon.image(ui).tint(tint)).selected(is_on).min_size(SIGN);
        let name = say(ui, words);
        let response = crate::ui::widgets::small(ui, |ui| ui.add(button)).accessible_name(name).on_hover_text(name);
        if response.clicked() {
            open.photo_tool = if is_on { PhotoTool::Look } else { tool };
        }
    }
}

fn words(ui: &mut Ui, open: &mut Open, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = space::NEAR;
    ui.set_width(ui.available_width() - space::NEAR);
    let chosen = open.chosen_photos();
    if chosen.len() > 1 {
        many::show(ui, open, &chosen, commands);
        return;
    }
    let langs: Vec<Lang> = open.release.editions.iter().map(|edition| edition.lang.clone()).collect();
    let Some(id) = open.shown_photo() else { return };
    let tool = open.photo_tool;
    let speakers = langs.first().map(|lang| speakers(open, lang)).unwrap_or_default();
    let Some(index) = open.release.photos.iter().position(|photo| photo.id == id) else { return };
    if let PhotoTool::Cut(ratio) = tool {
        let Some(photo) = open.release.photos.get_mut(index) else { return };
        open.photo_tool = PhotoTool::Cut(cutting(ui, photo, ratio));
    }
    let shown_at_end = open.shows_photos_at_end();
    let Some(photo) = open.release.photos.get_mut(index) else { return };
    fields::show(ui, index + 1, photo, &langs, shown_at_end, &mut None);
    helpers(ui, &[id], &speakers, commands);
}

/// In which ratio to cut, and where, in numbers: for those who use no mouse, and for the same cut twice.
fn cutting(ui: &mut Ui, photo: &mut Photo, ratio: Option<(u16, u16)>) -> Option<(u16, u16)> {
    let mut chosen = ratio;
    ui.label(RichText::new(say(ui, "photo-cut")).font(theme::semibold(size::BODY)));
    ui.horizontal_wrapped(|ui| {
        if ui.selectable_label(ratio.is_none(), say(ui, "photo-cut-free")).clicked() {
            chosen = None;
        }
        for (width, height) in PhotoTool::RATIOS {
            let words = format!("{width}:{height}");
            if ui.selectable_label(ratio == Some((width, height)), words).clicked() {
                chosen = Some((width, height));
                photo.edit.crop = Some(largest(photo, (width, height)));
            }
        }
        if ui.add_enabled(photo.edit.crop.is_some(), egui::Button::new(say(ui, "photo-cut-nothing"))).clicked() {
            photo.edit.crop = None;
            chosen = None;
        }
    });
    let mut crop = photo.edit.crop.unwrap_or(WHOLE);
    let before = crop;
    egui::Grid::new("cut-in-numbers").num_columns(4).show(ui, |ui| {
        let number = |ui: &mut Ui, words: &'static str, value: &mut u16, most: u16| {
            ui.label(RichText::new(say(ui, words)).size(size::SMALL).color(colours(ui).muted));
            let mut percent = f32::from(*value) / 100.0;
            let field = DragValue::new(&mut percent).range(0.0..=f32::from(most) / 100.0).speed(0.2).suffix(" %");
            if ui.add(field).accessible_name(say(ui, words)).changed() {
                *value = (percent * 100.0).round() as u16;
            }
        };
        number(ui, "photo-cut-left", &mut crop.left, 10_000 - LEAST);
        number(ui, "photo-cut-width", &mut crop.width, 10_000);
        ui.end_row();
        number(ui, "photo-cut-top", &mut crop.top, 10_000 - LEAST);
        number(ui, "photo-cut-height", &mut crop.height, 10_000);
        ui.end_row();
    });
    if crop != before {
        photo.edit.crop = within(crop);
    }
    ui.separator();
    chosen
}

const WHOLE: Crop = Crop { left: 0, top: 0, width: 10_000, height: 10_000 };

/// Less than this of a side is no picture.
const LEAST: u16 = 200;

/// A part that lies within the picture; all of it is no part.
fn within(crop: Crop) -> Option<Crop> {
    let (left, top) = (crop.left.min(10_000 - LEAST), crop.top.min(10_000 - LEAST));
    let width = crop.width.clamp(LEAST, 10_000 - left);
    let height = crop.height.clamp(LEAST, 10_000 - top);
    let crop = Crop { left, top, width, height };
    (crop != WHOLE).then_some(crop)
}

/// The largest part in this ratio, around the point of interest.
fn largest(photo: &Photo, (across, down): (u16, u16)) -> Crop {
    let (width, height) = photo.size_px.map_or((3, 2), |size| photo.edit.turned_px(size));
    // Width by height of the part, in parts of the picture's own sides.
    let ratio = f64::from(across) / f64::from(down) * f64::from(height) / f64::from(width);
    let (part_width, part_height) = if ratio >= 1.0 { (1.0, 1.0 / ratio) } else { (ratio, 1.0) };
    let (middle_across, middle_down) = photo.edit.interest.unwrap_or((5000, 5000));
    let units = |part: f64| (part * 1e4).round() as u16;
    let from = |middle: u16, length: u16| middle.saturating_sub(length / 2).min(10_000 - length);
    let (width, height) = (units(part_width), units(part_height));
    Crop { left: from(middle_across, width), top: from(middle_down, height), width, height }
}

/// The photo as large as there is room.
fn large(ui: &mut Ui, open: &mut Open, gallery: &mut Gallery, room: Vec2) {
    let (rect, response) = ui.allocate_exact_size(room, Sense::click_and_drag());
    ui.painter().rect_filled(rect, 6.0, colours(ui).quiet);
    let tool = open.photo_tool;
    let Some(id) = open.shown_photo() else { return };
    let lang = open.lang();
    let Some(photo) = open.release.photos.iter_mut().find(|photo| photo.id == id) else { return };
    let words = [photo.alt.best(&lang), photo.caption.best(&lang), &photo.file];
    let name = words.into_iter().find(|words| !words.trim().is_empty()).unwrap_or_default().to_owned();
    let response = response.accessible_name(name);
    response.widget_info(|| egui::WidgetInfo::new(egui::Role::Image));
    if gallery.looked_at != Some(id) {
        (gallery.looked_at, gallery.zoom, gallery.shifted) = (Some(id), 1.0, Vec2::ZERO);
    }
    let turned = PhotoEdit { turns: photo.edit.turns, ..PhotoEdit::default() };
    let seen = if tool == PhotoTool::Look { photo.edit } else { turned };
    let mut texture = match gallery.picture(id, PhotoSize::Large) {
        Picture::There(texture) => texture.clone(),
        Picture::Failed(why) => {
            let words = RichText::new(why.in_locale(locale(ui))).color(colours(ui).error);
            let place = Rect::from_center_size(rect.center(), vec2(rect.width() * 0.8, 80.0));
            ui.put(place, Label::new(words).wrap());
            return;
        }
        Picture::Coming => match gallery.picture(id, PhotoSize::Small) {
            Picture::There(texture) => texture.clone(),
            Picture::Coming | Picture::Failed(_) => {
                ui.put(rect, egui::Spinner::new());
                return;
            }
        },
    };
    let fit = fitted(rect.shrink(space::NEAR), shown_size(&texture, &seen));
    if tool == PhotoTool::Look {
        zoom(ui, gallery, &response, rect, fit);
    } else {
        (gallery.zoom, gallery.shifted) = (1.0, Vec2::ZERO);
    }
    let place = Rect::from_center_size(fit.center() + gallery.shifted, fit.size() * gallery.zoom);
    if is_coarse(ui, &texture, shown_size(&texture, &seen), place)
        && let Picture::There(fine) = gallery.picture(id, PhotoSize::Fine)
    {
        texture = fine.clone();
    }
    let clipped = ui.clip_rect().intersect(rect);
    ui.scope(|ui| {
        ui.set_clip_rect(clipped);
        paint(ui, &texture, &seen, place);
        match tool {
            PhotoTool::Look => {}
            PhotoTool::Cut(ratio) => cut(ui, photo, ratio, place, &response),
            PhotoTool::Interest => interest(ui, photo, place, &response),
        }
    });
}

/// Does the screen have more pixels for a large picture than it has itself, and the photo perhaps more?
fn is_coarse(ui: &Ui, texture: &TextureHandle, shown: Vec2, place: Rect) -> bool {
    let large = PhotoSize::Large.most_px();
    let is_whole = texture.size()[0] < large.0 as usize && texture.size()[1] < large.1 as usize;
    !is_whole && place.width() * ui.ctx().pixels_per_point() > shown.x * 1.2
}

/// The wheel looks closer, dragging moves, a double click shows all of it again.
fn zoom(ui: &Ui, gallery: &mut Gallery, response: &egui::Response, rect: Rect, fit: Rect) {
    if response.hovered() {
        let turned = ui.input(|input| input.zoom_delta() * (1.0 + input.smooth_scroll_delta().y / 400.0));
        if (turned - 1.0).abs() > f32::EPSILON {
            let pointer = ui.input(|input| input.pointer.hover_pos()).unwrap_or(rect.center());
            let before = gallery.zoom;
            gallery.zoom = (gallery.zoom * turned).clamp(1.0, LARGEST_ZOOM);
            let from = pointer - fit.center() - gallery.shifted;
            gallery.shifted -= from * (gallery.zoom / before - 1.0);
        }
        ui.ctx().set_cursor_icon(if gallery.zoom > 1.0 { CursorIcon::Grab } else { CursorIcon::Default });
    }
    if response.dragged_by(PointerButton::Primary) {
        gallery.shifted += response.drag_delta();
    }
    if response.double_clicked() {
        gallery.zoom = if gallery.zoom > 1.0 { 1.0 } else { 2.0 };
    }
    let most = (fit.size() * gallery.zoom - rect.size()).max(Vec2::ZERO) / 2.0;
    gallery.shifted = gallery.shifted.clamp(-most, most);
}

/// What is kept, with a corner to drag at each end; what goes lies in the shade.
fn cut(ui: &Ui, photo: &mut Photo, ratio: Option<(u16, u16)>, place: Rect, response: &egui::Response) {
    let crop = photo.edit.crop.unwrap_or(WHOLE);
    let at = |across: u16, down: u16| {
        place.min + vec2(place.width() * f32::from(across) / 1e4, place.height() * f32::from(down) / 1e4)
    };
    let kept = Rect::from_min_max(at(crop.left, crop.top), at(crop.left + crop.width, crop.top + crop.height));
    let shade = colours(ui).shade;
    for dark in [
        Rect::from_min_max(place.min, pos2(place.right(), kept.top())),
        Rect::from_min_max(pos2(place.left(), kept.bottom()), place.max),
        Rect::from_min_max(pos2(place.left(), kept.top()), pos2(kept.left(), kept.bottom())),
        Rect::from_min_max(pos2(kept.right(), kept.top()), pos2(place.right(), kept.bottom())),
    ] {
        ui.painter().rect_filled(dark, 0.0, shade);
    }
    let accent = colours(ui).accent;
    ui.painter().rect_stroke(kept, 0.0, Stroke::new(2.0, accent), StrokeKind::Inside);
    let corners = [kept.left_top(), kept.right_top(), kept.right_bottom(), kept.left_bottom()];
    for corner in corners {
        ui.painter().add(Shape::circle_filled(corner, 6.0, accent));
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
    }
    let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) else { return };
    let Some(began) = ui.input(|input| input.pointer.press_origin()) else { return };
    let id = response.id.with("what is dragged");
    if response.drag_started() {
        let near = corners.iter().position(|corner| corner.distance(began) < 20.0);
        let grip = match near {
            Some(corner) => Grip::Corner(corner),
            None if kept.contains(began) && photo.edit.crop.is_some() => Grip::Whole,
            None => Grip::Fresh,
        };
        ui.data_mut(|data| data.insert_temp(id, (grip, crop)));
    }
    let Some((grip, crop)) = ui.data(|data| data.get_temp::<(Grip, Crop)>(id)) else { return };
    let units = |pos: egui::Pos2| {
        let part = |length: f32, whole: f32| (length / whole.max(1.0) * 1e4).round().clamp(0.0, 1e4) as i32;
        (part(pos.x - place.left(), place.width()), part(pos.y - place.top(), place.height()))
    };
    let (now, from) = (units(pointer), units(began));
    let drawn = match grip {
        Grip::Whole => moved(crop, (now.0 - from.0, now.1 - from.1)),
        Grip::Fresh => spanned(from, now, ratio, photo),
        Grip::Corner(corner) => {
            let (left, top) = (i32::from(crop.left), i32::from(crop.top));
            let (right, bottom) = (left + i32::from(crop.width), top + i32::from(crop.height));
            let opposite = [(right, bottom), (left, bottom), (left, top), (right, top)][corner];
            spanned(opposite, now, ratio, photo)
        }
    };
    photo.edit.crop = within(drawn);
}

/// What a hand holds.
#[derive(Clone, Copy)]
enum Grip {
    Corner(usize),
    Whole,
    Fresh,
}

fn moved(crop: Crop, (across, down): (i32, i32)) -> Crop {
    let place = |from: u16, by: i32, length: u16| {
        u16::try_from((i32::from(from) + by).clamp(0, 10_000 - i32::from(length))).unwrap_or(from)
    };
    Crop { left: place(crop.left, across, crop.width), top: place(crop.top, down, crop.height), ..crop }
}

/// The part between two corners; in a ratio, the second corner gives way.
fn spanned(fixed: (i32, i32), free: (i32, i32), ratio: Option<(u16, u16)>, photo: &Photo) -> Crop {
    let (mut width, mut height) = ((free.0 - fixed.0).abs(), (free.1 - fixed.1).abs());
    if let Some((across, down)) = ratio {
        let (px_width, px_height) = photo.size_px.map_or((3, 2), |size| photo.edit.turned_px(size));
        let ratio = f64::from(across) / f64::from(down) * f64::from(px_height) / f64::from(px_width);
        let room_across = if free.0 >= fixed.0 { 10_000 - fixed.0 } else { fixed.0 };
        let room_down = if free.1 >= fixed.1 { 10_000 - fixed.1 } else { fixed.1 };
        let wanted = f64::from(width).max(f64::from(height) * ratio);
        let wanted = wanted.min(f64::from(room_across)).min(f64::from(room_down) * ratio);
        (width, height) = (wanted.round() as i32, (wanted / ratio).round() as i32);
    }
    let left = if free.0 >= fixed.0 { fixed.0 } else { fixed.0 - width };
    let top = if free.1 >= fixed.1 { fixed.1 } else { fixed.1 - height };
    let units = |number: i32| u16::try_from(number.clamp(0, 10_000)).unwrap_or_default();
    Crop { left: units(left), top: units(top), width: units(width), height: units(height) }
}

/// A click says what must stay in sight.
fn interest(ui: &Ui, photo: &mut Photo, place: Rect, response: &egui::Response) {
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
    }
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged()) {
        let part = |length: f32, whole: f32| (length / whole.max(1.0) * 1e4).round().clamp(0.0, 1e4) as u16;
        photo.edit.interest =
            Some((part(pointer.x - place.left(), place.width()), part(pointer.y - place.top(), place.height())));
    }
    if let Some((across, down)) = photo.edit.interest {
        let at = place.min + vec2(place.width() * f32::from(across) / 1e4, place.height() * f32::from(down) / 1e4);
        let colours = colours(ui);
        ui.painter().circle_stroke(at, 14.0, Stroke::new(4.0, colours.paper));
        ui.painter().circle_stroke(at, 14.0, Stroke::new(2.0, colours.accent));
        ui.painter().circle_filled(at, 3.0, colours.accent);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::PhotoId;

    fn photo() -> Photo {
        Photo { size_px: Some((6000, 4000)), ..Photo::new(PhotoId(1), "a.jpg".into()) }
    }

    fn ratio_px(photo: &Photo, crop: Crop) -> f64 {
        let edit = PhotoEdit { crop: Some(crop), ..photo.edit };
        let (width, height) = edit.shown_px(photo.size_px.unwrap());
        f64::from(width) / f64::from(height)
    }

    #[test]
    fn a_cut_in_a_ratio_has_that_ratio_and_keeps_the_point_of_interest() {
        for turns in [0, 1] {
            for (width, height) in PhotoTool::RATIOS {
                let mut photo = photo();
                photo.edit.turns = turns;
                photo.edit.interest = Some((9000, 1000));
                let crop = largest(&photo, (width, height));
                let wanted = f64::from(width) / f64::from(height);
                assert!((ratio_px(&photo, crop) / wanted - 1.0).abs() < 0.01, "{width}:{height} {crop:?}");
                assert!(crop.left <= 9000 && crop.left + crop.width >= 9000, "{crop:?}");
                assert!(crop.width == 10_000 || crop.height == 10_000, "{crop:?}");
                let dragged = spanned((2000, 2000), (9000, 3000), Some((width, height)), &photo);
                assert!((ratio_px(&photo, dragged) / wanted - 1.0).abs() < 0.01, "{width}:{height} {dragged:?}");
            }
        }
    }

    #[test]
    fn a_part_stays_within_the_picture_wherever_it_is_dragged() {
        let part = Crop { left: 1000, top: 1000, width: 4000, height: 4000 };
        assert_eq!(moved(part, (9000, -9000)), Crop { left: 6000, top: 0, ..part });
        assert_eq!(within(WHOLE), None);
        assert_eq!(within(Crop { left: 9990, top: 0, width: 5, height: 5 }).unwrap().width, LEAST);
        let backwards = spanned((5000, 5000), (1000, 2000), None, &photo());
        assert_eq!(backwards, Crop { left: 1000, top: 2000, width: 4000, height: 3000 });
    }
}
