//! What several photos have in common: set once, it is set for all of them.

use egui::Ui;

use super::fields::{self, SHARED, Words};
use super::{helpers, speakers};
use crate::desk::Open;
use crate::release::{Photo, PhotoField, PhotoId, Standing};
use crate::ui::command::Command;
use crate::ui::icons::Icon;
use crate::ui::strings::{say, tell};
use crate::ui::theme::{self, size};
use crate::ui::widgets::{ask_by_icon, row, words_field};

pub(super) fn show(ui: &mut Ui, open: &mut Open, chosen: &[PhotoId], commands: &mut Vec<Command>) {
    let count = chosen.len();
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - 72.0);
            let heading = tell(ui, "photos-for-all", &[("count", count.into())]);
            ui.label(egui::RichText::new(heading).font(theme::semibold(size::BODY)));
        });
        let turn = tell(ui, "photos-turn-all", &[("count", count.into())]);
        ask_by_icon(ui, Icon::Turn, &turn, Command::TurnPhotos(chosen.to_vec()), commands);
        let delete = tell(ui, "photos-delete-all", &[("count", count.into())]);
        ask_by_icon(ui, Icon::Delete, &delete, Command::RemovePhotos(chosen.to_vec()), commands);
    });
    let lang = open.lang();
    let at_end = fields::at_end(open.shows_photos_at_end());
    let photos = &mut open.release.photos;
    for pair in SHARED.chunks(2) {
        row(ui, [1.0, 1.0], |ui, column| {
            if let Some((field, words)) = pair.get(column) {
                shared(ui, photos, chosen, *field, words);
            }
        });
    }
    standing(ui, photos, chosen, at_end);
    let speakers = speakers(open, &lang);
    helpers(ui, chosen, &speakers, commands);
}

fn shared(ui: &mut Ui, photos: &mut [Photo], chosen: &[PhotoId], field: PhotoField, words: &Words) {
    let mut said: Vec<String> = Vec::new();
    for photo in photos.iter_mut().filter(|photo| chosen.contains(&photo.id)) {
        let text = (words.text)(photo).clone();
        if !said.contains(&text) {
            said.push(text);
        }
    }
    let differ = said.len() > 1;
    let mut typed = if differ { String::new() } else { said.pop().unwrap_or_default() };
    let hint = if differ { say(ui, "photos-differ") } else { say(ui, words.hint) };
    let label = say(ui, words.label);
    let name = tell(ui, "photos-field-for-all", &[("field", label.into())]);
    let response = words_field(ui, label, &mut typed, hint).accessible_name(name);
    if response.changed() {
        for photo in photos.iter_mut().filter(|photo| chosen.contains(&photo.id)) {
            (words.text)(photo).clone_from(&typed);
            photo.from_file.remove(&field);
        }
    }
}

fn standing(ui: &mut Ui, photos: &mut [Photo], chosen: &[PhotoId], at_end: &'static str) {
    let mut all = photos.iter().filter(|photo| chosen.contains(&photo.id)).map(|photo| photo.standing);
    let first = all.next();
    let common = first.filter(|first| all.all(|other| other == *first));
    ui.horizontal_wrapped(|ui| {
        for (standing, words) in [(Standing::End, at_end), (Standing::Attached, "field-attached-photo")] {
            let label = say(ui, words);
            let name = tell(ui, "photos-field-for-all", &[("field", label.into())]);
            if ui.radio(common == Some(standing), label).accessible_name(name).clicked() {
                for photo in photos.iter_mut().filter(|photo| chosen.contains(&photo.id)) {
                    photo.standing = standing;
                }
            }
        }
    });
}
