//! A photo's card: which of the release's photos stands here.

use egui::{EventFilter, Id, Popup, Response, RichText, Sense, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2};

use super::Around;
use crate::release::{Photo, PhotoId};
use crate::ui::icons::Icon;
use crate::ui::photos::picture;
use crate::ui::strings::say;
use crate::ui::theme::{colours, size, space};

/// How high the card's picture is, and how wide at the most.
const HEIGHT: f32 = 64.0;
const PICTURE_WIDTH: f32 = 96.0;

/// Draws which photo it is; a click or Enter offers the others.
pub(super) fn show(ui: &mut Ui, key: Id, photo: &mut PhotoId, name: &str, around: &Around<'_>) -> Response {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::HOVER);
    let response = ui.interact(rect, key, Sense::click()).accessible_name(name);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, ui.is_enabled(), name));
    if response.has_focus() {
        // The arrows walk from card to card.
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(key, arrows));
    }
    let (words, colour) = match around.photos.iter().find(|other| other.id == *photo) {
        Some(found) => (title(found, around), colours(ui).text),
        None => (say(ui, "photo-missing").to_owned(), colours(ui).warning),
    };
    let icon = egui::Rect::from_min_size(rect.min, vec2(PICTURE_WIDTH, HEIGHT)).shrink(2.0);
    match around.photos.iter().find(|other| other.id == *photo) {
        Some(found) => picture(ui, found, around.gallery, icon),
        None => Icon::Photo
            .sized(ui, size::BODY)
            .tint(colours(ui).muted)
            .paint_at(ui, egui::Rect::from_center_size(icon.center(), vec2(size::BODY, size::BODY))),
    }
    let words = WidgetText::from(RichText::new(words).size(size::BODY));
    let room = rect.right() - icon.right() - space::NEAR;
    let galley = words.into_galley(ui, Some(TextWrapMode::Truncate), room, egui::TextStyle::Body);
    ui.painter().galley(pos2(icon.right() + space::NEAR, rect.center().y - galley.size().y / 2.0), galley, colour);
    Popup::menu(&response).show(|ui| {
        for other in around.photos {
            if ui.selectable_label(other.id == *photo, title(other, around)).clicked() {
                *photo = other.id;
                ui.close();
            }
        }
    });
    response
}

/// The caption, else the name of the file.
pub(super) fn title(photo: &Photo, around: &Around<'_>) -> String {
    let caption = photo.caption.best(around.lang).trim();
    if caption.is_empty() { photo.file.clone() } else { format!("{caption} ({})", photo.file) }
}
