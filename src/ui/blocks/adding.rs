//! Everything that can be added, always in sight under the text.

use egui::{Align, Button, FontId, Layout, Popup, Rect, Response, RichText, Ui, UiBuilder, vec2};

use crate::desk::Addition;
use crate::release::{BlockId, Photo};
use crate::ui::command::Command;
use crate::ui::strings::{locale, say};
use crate::ui::theme::{colours, size, space};

/// In less room than this, the buttons stand closer.
const ROOM_FOR_WORDS: f32 = 520.0;
/// In less than this, their words are smaller.
const ROOM_FOR_BODY: f32 = 440.0;

/// Draws the row; what is added comes after this block, or at the end, and has the cursor.
pub(super) fn show(ui: &mut Ui, photos: &[Photo], after: Option<BlockId>, commands: &mut Vec<Command>) {
    // As high as one line, so that words stand in the middle of it; more lines follow below.
    let line = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), ui.spacing().interact_size.y));
    let room = super::beside_gutter(line);
    let row = UiBuilder::new().max_rect(room).layout(Layout::left_to_right(Align::Center).with_main_wrap(true));
    ui.scope_builder(row, |ui| {
        ui.spacing_mut().item_spacing = vec2(space::NEAR, space::NEAR);
        if room.width() < ROOM_FOR_WORDS {
            // Rather closer together than on two lines.
            ui.spacing_mut().item_spacing.x = space::TIGHT;
            ui.spacing_mut().button_padding.x = space::NEAR;
        }
        if room.width() < ROOM_FOR_BODY {
            ui.spacing_mut().button_padding.x = space::TIGHT + 2.0;
            ui.style_mut().override_font_id = Some(FontId::proportional(size::SMALL));
        }
        for addition in [Addition::Paragraph, Addition::Quote, Addition::Heading, Addition::List] {
            let label = Command::AddBlock(addition, None).label(locale(ui));
            if button(ui, label).clicked() {
                commands.push(Command::AddBlock(addition, after));
            }
        }
        let photo = button(ui, say(ui, "command-add-photo"));
        Popup::menu(&photo).show(|ui| {
            for photo in photos {
                if entry(ui, &photo.file).clicked() {
                    commands.push(Command::AddBlock(Addition::Photo(photo.id), after));
                    ui.close();
                }
            }
            if entry(ui, say(ui, "attach-photos")).clicked() {
                commands.push(Command::AskPhotos);
                ui.close();
            }
        });
    });
}

fn button(ui: &mut Ui, label: &str) -> Response {
    let words = RichText::new(label).color(colours(ui).accent);
    ui.add(Button::new(words))
}

fn entry(ui: &mut Ui, label: &str) -> Response {
    ui.add(Button::new(label).frame_when_inactive(false).min_size(vec2(200.0, 26.0)))
}
