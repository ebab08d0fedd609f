//! The photos: a strip of thumbnails, and the words of the one or the ones that are chosen.

mod fields;
mod many;
mod strip;
mod view;

use egui::{Button, Id, Label, Rect, RichText, Sense, Ui, Vec2, vec2};

use super::command::Command;
use super::gallery::{Gallery, PhotoSize, Picture, fitted, paint, shown_size};
use super::icons::Icon;
use super::strings::{locale, say, tell};
use super::theme::{self, colours, size, space};
use super::widgets::{Fold, SIGN, ask_by_icon, ask_quietly, card};
use crate::check::Place;
use crate::desk::{Choosing, Open};
use crate::release::{Lang, Photo, PhotoId, SpeakerId};

pub(super) use view::show as view;

pub(super) fn show(
    ui: &mut Ui,
    open: &mut Open,
    gallery: &Gallery,
    focus: &mut Option<Place>,
    commands: &mut Vec<Command>,
) {
    let wanted = focus.as_ref().and_then(Place::photo_id);
    if let Some(id) = wanted {
        open.choose_photo(id, Choosing::Alone);
    }
    let fold = Fold {
        key: "photos",
        heading: say(ui, "section-photos"),
        summary: tell(ui, "count-photos", &[("count", open.release.photos.len().into())]),
        wanted: wanted.is_some(),
        open_first: true,
    };
    let mut asked = Vec::new();
    let any = !open.release.photos.is_empty();
    fold.show(
        ui,
        |ui| {
            ask_quietly(ui, Command::AskPhotos, &mut asked);
            if any {
                ask_quietly(ui, Command::ViewPhotos, &mut asked);
            }
        },
        |ui| {
            if !any {
                ui.label(RichText::new(say(ui, "empty-photos")).color(colours(ui).muted));
                return;
            }
            strip::wrapped(ui, open, gallery, commands);
            words(ui, open, gallery, focus, commands);
        },
    );
    commands.append(&mut asked);
}

/// The words of the photo that is chosen, or what several have in common.
fn words(ui: &mut Ui, open: &mut Open, gallery: &Gallery, focus: &mut Option<Place>, commands: &mut Vec<Command>) {
    let chosen = open.chosen_photos();
    if chosen.len() > 1 {
        card(ui, "words-of-many", |ui| many::show(ui, open, &chosen, commands));
        return;
    }
    let langs = [open.lang()];
    let Some(id) = open.shown_photo() else { return };
    let speakers = speakers(open, &langs[0]);
    let Some(index) = open.release.photos.iter().position(|photo| photo.id == id) else { return };
    let shown_at_end = open.shows_photos_at_end();
    let Some(photo) = open.release.photos.get_mut(index) else { return };
    card(ui, ("photo words", id.0), |ui| {
        ui.horizontal_top(|ui| {
            head(ui, photo, index + 1, gallery, commands);
        });
        fields::show(ui, index + 1, photo, &langs, shown_at_end, focus);
        helpers(ui, &[id], &speakers, commands);
    });
}

/// What a card of words begins with: the picture, what it is called, and what can be done with it.
fn head(ui: &mut Ui, photo: &Photo, number: usize, gallery: &Gallery, commands: &mut Vec<Command>) {
    const ROOM: Vec2 = vec2(132.0, 96.0);
    let (rect, response) = ui.allocate_exact_size(ROOM, Sense::click());
    let name = tell(ui, "photo-larger", &[("number", number.into())]);
    if response.accessible_name(&name).on_hover_text(&name).clicked() {
        commands.push(Command::ViewPhotos);
    }
    picture(ui, photo, gallery, rect);
    let signs = 2.0 * SIGN.x + 3.0 * ui.spacing().item_spacing.x + space::NEAR;
    ui.vertical(|ui| {
        ui.set_width((ui.available_width() - signs).max(80.0));
        ui.add(Label::new(RichText::new(&photo.file).font(theme::semibold(size::BODY))).truncate());
        if let Some(facts) = facts(ui, photo) {
            ui.label(RichText::new(facts).size(size::SMALL).color(colours(ui).muted));
        }
    });
    let turn = tell(ui, "photo-turn", &[("number", number.into())]);
    ask_by_icon(ui, Icon::Turn, &turn, Command::TurnPhotos(vec![photo.id]), commands);
    let delete = tell(ui, "delete-photo", &[("number", number.into())]);
    ask_by_icon(ui, Icon::Delete, &delete, Command::RemovePhotos(vec![photo.id]), commands);
}

/// How large it is, whether a machine made it, and where its words came from.
fn facts(ui: &Ui, photo: &Photo) -> Option<String> {
    let mut facts = Vec::new();
    if let Some((width, height)) = photo.shown_px() {
        facts.push(tell(
            ui,
            "photo-pixels",
            &[("width", width.to_string().into()), ("height", height.to_string().into())],
        ));
    }
    if !photo.from_file.is_empty() {
        facts.push(say(ui, "photo-words-from-file").to_owned());
    }
    (!facts.is_empty()).then(|| facts.join(" · "))
}

/// A photo within its place, or what there is instead.
pub(super) fn picture(ui: &Ui, photo: &Photo, gallery: &Gallery, place: Rect) {
    ui.painter().rect_filled(place, 4.0, colours(ui).quiet);
    match gallery.picture(photo.id, PhotoSize::Small) {
        Picture::There(texture) => {
            paint(ui, texture, &photo.edit, fitted(place, shown_size(texture, &photo.edit)));
        }
        Picture::Coming => {
            let icon = Rect::from_center_size(place.center(), vec2(22.0, 22.0));
            Icon::Photo.sized(ui, 22.0).tint(colours(ui).muted).paint_at(ui, icon);
        }
        Picture::Failed(_) => {
            let icon = Rect::from_center_size(place.center(), vec2(22.0, 22.0));
            Icon::Missing.sized(ui, 22.0).tint(colours(ui).warning).paint_at(ui, icon);
        }
    }
}

/// The names of the release's speakers, for captions.
fn speakers(open: &Open, lang: &Lang) -> Vec<(SpeakerId, String)> {
    let named = open.release.speakers.iter().map(|speaker| (speaker.id, speaker.name.best(lang).trim().to_owned()));
    named.filter(|(_, name)| !name.is_empty()).collect()
}

/// What fills captions by itself: names of speakers, the headline.
fn helpers(ui: &mut Ui, photos: &[PhotoId], speakers: &[(SpeakerId, String)], commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        if !speakers.is_empty() {
            ui.menu_button(say(ui, "photo-name-speaker"), |ui| {
                for (id, name) in speakers {
                    if ui.button(name).clicked() {
                        commands.push(Command::NameInCaptions(photos.to_vec(), *id));
                    }
                }
            });
        }
        let command = Command::CaptionByHeadline(photos.to_vec());
        let button = Button::new(command.label(locale(ui)));
        if ui.add(button).clicked() {
            commands.push(command);
        }
    });
}

/// What tells one photo's field from another's.
fn key(photo: PhotoId, field: &str) -> Id {
    Id::unique(("photo", photo.0, field))
}
