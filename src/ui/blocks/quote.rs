//! What a quote has beside its words: who said it, how, and where that stands; and the sentence that it becomes.

use std::ops::Range;

use egui::{Align, Button, FontId, Key, Label, Layout, Popup, Rect, Response, RichText, Ui, UiBuilder, vec2};

use super::column::Column;
use super::{Around, speaker, words_key};
use crate::desk::{Addition, beside, let_verb_agree};
use crate::release::{BlockId, Placement, Quote};
use crate::ui::command::Command;
use crate::ui::icons::Icon;
use crate::ui::strings::{say, tell};
use crate::ui::theme::{self, colours, size, space};
use crate::ui::widgets::{SIGN, icon_button, labelled, line, words_before_sign, words_line};

/// Draws the fields under the words.
pub(super) fn show(
    ui: &mut Ui,
    id: BlockId,
    quote: &mut Quote,
    name: &str,
    column: &mut Column,
    around: &mut Around<'_>,
) {
    let named = |ui: &Ui, key| tell(ui, key, &[("card", name.into())]);
    let key = words_key(id, around.lang);
    let wants = wanted_widths(ui, quote, around);
    let mut field = |ui: &mut Ui, place: usize| match place {
        0 => {
            let name = named(ui, "quote-speaker");
            let before = quote.speaker;
            let picker = labelled(ui, say(ui, "field-quote-speaker"), |ui| {
                speaker::picker(ui, id, &mut quote.speaker, &name, around)
            });
            let picker = picker.accessible_name(&name);
            let speaker = quote.speaker.filter(|_| quote.speaker != before);
            if let Some(speaker) = speaker.and_then(|id| around.speakers.iter().find(|speaker| speaker.id == id)) {
                // Who was named after the verb until now is not named twice.
                quote.tail = beside(&quote.tail, speaker, around.lang);
                let_verb_agree(quote, speaker, around.lang, around.verbs);
            }
            if column.speaker_asked == Some(id) {
                column.speaker_asked = None;
                picker.request_focus();
            }
        }
        1 => {
            let (name, offer) = (named(ui, "quote-verb"), named(ui, "quote-verbs"));
            let field =
                labelled(ui, say(ui, "field-quote-verb"), |ui| verb(ui, &mut quote.verb, &name, &offer, around.verbs));
            let field = field.accessible_name(&name);
            if entered(ui, &field) {
                column.tail_asked = Some(id);
            }
        }
        2 => {
            let (name, hint) = (named(ui, "quote-tail"), say(ui, "hint-tail"));
            let field =
                labelled(ui, say(ui, "field-quote-tail"), |ui| words_line(ui, &mut quote.tail, hint, f32::INFINITY));
            let field = field.accessible_name(&name).on_hover_text(say(ui, "tip-tail"));
            if column.tail_asked == Some(id) {
                column.tail_asked = None;
                field.request_focus();
            } else if entered(ui, &field) {
                // The quote is complete; the text goes on below it.
                around.commands.push(Command::AddBlock(Addition::Paragraph, Some(id)));
            }
        }
        _ => {
            let name = named(ui, "quote-placement");
            labelled(ui, say(ui, "field-quote-placement"), |ui| placement(ui, &mut quote.placement, &name))
                .accessible_name(&name);
        }
    };
    for Row { fields, widths } in rows(wants, ui.available_width()) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::NEAR;
            for (place, width) in fields.zip(widths) {
                // A field keeps its name in whichever row it stands, and with it the cursor.
                ui.scope_builder(UiBuilder::new().scope_id(key.with(("field", place))), |ui| {
                    ui.set_width(width);
                    field(ui, place);
                });
            }
        });
    }
    if let Placement::Split { after } = &mut quote.placement {
        let label = say(ui, "field-split");
        labelled(ui, label, |ui| ui.add(line(after, say(ui, "hint-split")))).accessible_name(named(ui, "quote-split"));
    }
    title(ui, id, quote, name, column, around);
    if quote.titled {
        // Asked for by the button of a finding; here it can be taken back at any time.
        let name = named(ui, "quote-titled");
        ui.checkbox(&mut quote.titled, say(ui, "field-quote-titled")).accessible_name(name);
    }
    for sentence in around.story.map(|story| story.lines_of(id)).unwrap_or_default() {
        ui.add(Label::new(RichText::new(sentence).size(size::SMALL).color(colours(ui).muted)).selectable(false));
    }
}

/// Some of the four fields side by side.
struct Row {
    fields: Range<usize>,
    widths: Vec<f32>,
}

/// How much room speaker, verb, tail and placement would like to have.
fn wanted_widths(ui: &Ui, quote: &Quote, around: &Around<'_>) -> [f32; 4] {
    let wide = |words: &str| {
        let font = FontId::proportional(size::BODY);
        ui.painter().layout_no_wrap(words.to_owned(), font, colours(ui).text).size().x
    };
    let speaker = quote.speaker.and_then(|id| around.speakers.iter().find(|speaker| speaker.id == id));
    let speaker = speaker.map_or("", |speaker| speaker.name.best(around.lang));
    let speaker = wide(if speaker.is_empty() { say(ui, "choose-speaker") } else { speaker });
    // Around the words stand paddings, the badge, the sign of a menu.
    let field = |words: &str, hint: &'static str| wide(if words.is_empty() { say(ui, hint) } else { words }) + 28.0;
    [
        speaker + 92.0,
        field(&quote.verb, "hint-verb").max(96.0) + SIGN.x + 2.0,
        field(&quote.tail, "hint-tail").max(150.0),
        wide(say(ui, placement_key(&quote.placement))) + 58.0,
    ]
}

/// The fields in one row where there is room for what they hold, else in two; the tail takes what is left.
fn rows(wants: [f32; 4], room: f32) -> Vec<Row> {
    let gap = space::NEAR;
    let [speaker, verb, tail, placement] = wants;
    if speaker + verb + tail + placement + 3.0 * gap <= room {
        let tail = room - speaker - verb - placement - 3.0 * gap;
        return vec![Row { fields: 0..4, widths: vec![speaker, verb, tail, placement] }];
    }
    let verb = verb.min(room / 2.0 - gap);
    let speaker = speaker.min(room - verb - gap);
    let placement = placement.min(room / 2.0 - gap);
    vec![
        Row { fields: 0..2, widths: vec![speaker, verb] },
        Row { fields: 2..4, widths: vec![room - placement - gap, placement] },
    ]
}

/// The verb as free text, with those of the house on offer.
fn verb(ui: &mut Ui, verb: &mut String, name: &str, offer: &str, verbs: &[String]) -> Response {
    ui.scope(|ui| {
        let hint = verbs.first().map_or_else(|| say(ui, "hint-verb"), String::as_str);
        let field = words_before_sign(ui, verb, hint);
        let field = field.accessible_name(name).on_hover_text(say(ui, "tip-verb"));
        let middle = field.rect.right_top() + vec2(-SIGN.x / 2.0 - 2.0, theme::CONTROL_HEIGHT / 2.0);
        let inside = UiBuilder::new().max_rect(Rect::from_center_size(middle, SIGN));
        let more = ui.scope_builder(inside, |ui| icon_button(ui, Icon::Choose, offer)).inner;
        Popup::menu(&more).show(|ui| {
            for offered in verbs {
                if entry(ui, offered, offered == verb).clicked() {
                    offered.clone_into(verb);
                }
            }
            if verbs.is_empty() {
                ui.label(say(ui, "no-verbs"));
            }
        });
        field
    })
    .inner
}

/// Was Enter pressed in this field?
fn entered(ui: &Ui, field: &Response) -> bool {
    let pressed = ui.input(|input| input.modifiers.is_none() && input.key_pressed(Key::Enter));
    pressed && (field.has_focus() || field.lost_focus())
}

fn placement_key(placement: &Placement) -> &'static str {
    match placement {
        Placement::After => "placement-after",
        Placement::Before => "placement-before",
        Placement::Split { .. } => "placement-split",
    }
}

fn placement(ui: &mut Ui, placement: &mut Placement, name: &str) -> Response {
    let kept = match placement {
        Placement::Split { after } => after.clone(),
        Placement::After | Placement::Before => String::new(),
    };
    let shown = say(ui, placement_key(placement));
    let choice = chip(ui, Button::new((shown, egui::Atom::grow(), Icon::Choose.image(ui)))).accessible_name(name);
    let choice = choice.on_hover_text(say(ui, "tip-placement"));
    Popup::menu(&choice).show(|ui| {
        for offered in [Placement::After, Placement::Before, Placement::Split { after: kept }] {
            if entry(ui, say(ui, placement_key(&offered)), offered == *placement).clicked() {
                *placement = offered;
            }
        }
    });
    choice
}

/// A button that shows what was chosen, as high and wide as the fields beside it.
pub(super) fn chip(ui: &mut Ui, button: Button<'_>) -> Response {
    let size = vec2(ui.available_width(), theme::CONTROL_HEIGHT);
    // Its words stand on one line with those of the fields beside it.
    let centred = Layout::left_to_right(Align::Center);
    let button = button.image_tint_follows_text_color(true).min_size(size).truncate();
    ui.allocate_ui_with_layout(size, centred, |ui| ui.add(button)).inner
}

/// One of several in a menu.
pub(super) fn entry(ui: &mut Ui, label: &str, is_chosen: bool) -> Response {
    ui.add(Button::new(label).selected(is_chosen).frame_when_inactive(is_chosen).min_size(vec2(160.0, 26.0)))
}

/// The title of a speaker who was introduced here, until it is filled in.
fn title(ui: &mut Ui, id: BlockId, quote: &Quote, name: &str, column: &mut Column, around: &mut Around<'_>) {
    let Some((_, voice)) = around.new_voice.filter(|(block, voice)| *block == id && quote.speaker == Some(*voice))
    else {
        return;
    };
    let Some(speaker) = around.speakers.iter_mut().find(|speaker| speaker.id == voice) else { return };
    if column.title_asked != Some(id) && !speaker.title.get(around.lang).trim().is_empty() {
        // The title came along with the name.
        *around.new_voice = None;
        column.tail_asked = Some(id);
        ui.ctx().request_repaint();
        return;
    }
    let who = speaker.name.best(around.lang).to_owned();
    let mut words = speaker.title.get(around.lang).to_owned();
    let label = tell(ui, "field-title-of", &[("name", who.into())]);
    let response = labelled(ui, &label, |ui| ui.add(line(&mut words, say(ui, "hint-title")))).accessible_name(tell(
        ui,
        "quote-title",
        &[("card", name.into())],
    ));
    if column.title_asked != Some(id) {
        column.title_asked = Some(id);
        response.request_focus();
        // With the sentence below it.
        ui.scroll_to_rect(response.rect.expand2(vec2(0.0, 3.0 * size::BODY)), None);
    }
    if entered(ui, &response) {
        column.tail_asked = Some(id);
        ui.ctx().request_repaint();
    }
    if response.changed() {
        speaker.title.set(around.lang, words);
    } else if !words.trim().is_empty() && !response.has_focus() {
        *around.new_voice = None;
        column.title_asked = None;
    }
}
