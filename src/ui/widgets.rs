//! Pieces that the panels share: a labelled field, a button that asks, a field that reads a date.

use egui::{
    Align, AsIdSalt, Button, Frame, Label, Layout, Margin, Response, RichText, Sense, Stroke, TextEdit, Ui, Vec2, vec2,
};

use super::command::Command;
use super::shortcuts::keys_in_words;
use super::strings::locale;
use super::theme::{self, colours, size, space};

/// A visible label with its field under it, tied together for screen readers.
pub(super) fn labelled(ui: &mut Ui, label: &str, field: impl FnOnce(&mut Ui) -> Response) -> Response {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        let colour = colours(ui).muted;
        let label = RichText::new(label).size(size::SMALL).color(colour);
        // A click on a label goes to its field; the keyboard does not stop here.
        let label = ui.add(Label::new(label).selectable(false).sense(Sense::CLICK));
        let response = field(ui).labelled_by(label.id);
        if label.clicked() {
            response.request_focus();
        }
        response
    })
    .inner
}

/// A field of one line, as wide as there is room.
pub(super) fn line<'t>(text: &'t mut String, hint: &str) -> TextEdit<'t> {
    TextEdit::singleline(text)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(10, 8))
        .min_size(vec2(0.0, theme::CONTROL_HEIGHT))
}

/// A label and a field of one line.
pub(super) fn text_field(ui: &mut Ui, label: &str, text: &mut String, hint: &str) -> Response {
    labelled(ui, label, |ui| ui.add(line(text, hint)))
}

/// Fields side by side, each as wide as its share of the row; under each other where the row is narrow.
pub(super) fn row<const N: usize>(ui: &mut Ui, shares: [f32; N], mut fields: impl FnMut(&mut Ui, usize)) {
    const NARROW: f32 = 420.0;
    let width = ui.available_width();
    if width < NARROW {
        for index in 0..N {
            fields(ui, index);
        }
        return;
    }
    let whole: f32 = shares.iter().sum();
    let room = width - space::FIELD * (N.saturating_sub(1)) as f32;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::FIELD;
        for (index, share) in shares.into_iter().enumerate() {
            let size = vec2(room * share / whole, 0.0);
            ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                ui.set_width(size.x);
                fields(ui, index);
            });
        }
    });
}

/// A button that asks for a command; its keys stand in the tooltip.
pub(super) fn ask(ui: &mut Ui, command: Command, commands: &mut Vec<Command>) -> Response {
    let response = ui.add(Button::new(command.label(locale(ui))));
    asked(ui, response, command, commands)
}

/// The one button that matters most here.
pub(super) fn ask_mainly(ui: &mut Ui, command: Command, commands: &mut Vec<Command>) -> Response {
    let colours = colours(ui);
    let words = RichText::new(command.label(locale(ui))).color(colours.on_accent).font(theme::semibold(size::BODY));
    let response = ui.add(Button::new(words).fill(colours.accent).stroke(Stroke::NONE));
    asked(ui, response, command, commands)
}

/// A button without a frame, for what is rarely needed.
pub(super) fn ask_quietly(ui: &mut Ui, command: Command, commands: &mut Vec<Command>) -> Response {
    let colour = colours(ui).accent;
    let response = ui.add(Button::new(RichText::new(command.label(locale(ui))).color(colour)).frame(false));
    asked(ui, response, command, commands)
}

/// A button with a sign instead of words; the words are its name and tooltip.
pub(super) fn ask_by_sign(
    ui: &mut Ui,
    sign: &str,
    name: &str,
    command: Command,
    commands: &mut Vec<Command>,
) -> Response {
    let colour = colours(ui).muted;
    let button = Button::new(RichText::new(sign).color(colour)).frame_when_inactive(false);
    let response = small(ui, |ui| ui.add(button.min_size(SIGN))).accessible_name(name).on_hover_text(name);
    if response.clicked() {
        commands.push(command);
    }
    response
}

/// How large a button is that bears a sign instead of words.
pub(super) const SIGN: Vec2 = vec2(28.0, 28.0);

/// Without the padding that buttons with words have, so that a sign takes the room that it was promised.
pub(super) fn small<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(2.0, 2.0);
        content(ui)
    })
    .inner
}

fn asked(ui: &Ui, response: Response, command: Command, commands: &mut Vec<Command>) -> Response {
    let response = match command.shortcut() {
        Some(keys) => {
            let words = format!("{} ({})", command.label(locale(ui)), keys_in_words(ui.ctx(), &keys));
            response.on_hover_text(words)
        }
        None => response,
    };
    if response.clicked() {
        commands.push(command);
    }
    response
}

/// A field for a value that has to be read: what was typed stays as it is, and is marked where it cannot be read.
pub(super) fn read_field<T: PartialEq + Clone>(
    ui: &mut Ui,
    label: &str,
    value: &mut T,
    hint: &str,
    print: impl Fn(&T) -> String,
    read: impl Fn(&str) -> Option<T>,
) -> Response {
    let key = ui.scope_id().with((label, "typed"));
    let printed = print(value);
    // What was typed counts only as long as it stands for the value, or for none.
    let kept = ui.data(|data| data.get_temp::<(String, String)>(key));
    let mut typed = match kept {
        Some((typed, meant)) if meant == printed => typed,
        _ => printed.clone(),
    };
    let response = labelled(ui, label, |ui| {
        let wrong = read(&typed).is_none();
        if wrong {
            ui.visuals_mut().override_text_color = Some(colours(ui).error);
        }
        ui.add(line(&mut typed, hint))
    });
    if response.changed()
        && let Some(new) = read(&typed)
    {
        *value = new;
    }
    let meant = print(value);
    if response.lost_focus() && read(&typed).is_some() {
        typed = meant.clone();
    }
    ui.data_mut(|data| data.insert_temp(key, (typed, meant)));
    response
}

/// A heading over a section, with room for a button at its end.
pub(super) fn section(ui: &mut Ui, heading: &str, end: impl FnOnce(&mut Ui)) {
    ui.add_space(space::SECTION - space::NEAR);
    ui.horizontal(|ui| {
        ui.label(RichText::new(heading).font(theme::semibold(size::SECTION)));
        ui.with_layout(Layout::right_to_left(Align::Center), end);
    });
    ui.add_space(space::TIGHT);
}

/// A card around one thing of a list, named for screen readers.
pub(super) fn card<R>(ui: &mut Ui, salt: impl AsIdSalt, content: impl FnOnce(&mut Ui) -> R) -> R {
    let frame: Frame = theme::card(colours(ui));
    ui.push_id(salt, |ui| {
        frame
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                content(ui)
            })
            .inner
    })
    .inner
}
