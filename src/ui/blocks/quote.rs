//! What a quote has beside its words: who said it, how, and where that stands; and the sentence that it becomes.

use egui::{Button, Label, Popup, Response, RichText, Ui, vec2};

use super::column::Column;
use super::{Around, speaker};
use crate::release::{BlockId, Placement, Quote};
use crate::ui::icons::Icon;
use crate::ui::strings::{say, tell};
use crate::ui::theme::{self, colours, size};
use crate::ui::widgets::{SIGN, icon_button, labelled, line, row, words_line};

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
    let mut field = |ui: &mut Ui, place: usize| match place {
        0 => {
            let name = named(ui, "quote-speaker");
            speaker::picker(ui, id, &mut quote.speaker, &name, around);
        }
        1 => {
            let (name, offer) = (named(ui, "quote-verb"), named(ui, "quote-verbs"));
            verb(ui, &mut quote.verb, &name, &offer, around.verbs);
        }
        2 => {
            let (name, hint) = (named(ui, "quote-tail"), say(ui, "hint-tail"));
            words_line(ui, &mut quote.tail, hint, f32::INFINITY)
                .accessible_name(&name)
                .on_hover_text(say(ui, "tip-tail"));
        }
        _ => {
            let name = named(ui, "quote-placement");
            placement(ui, &mut quote.placement, &name);
        }
    };
    row(ui, [1.3, 1.0], &mut field);
    row(ui, [1.3, 1.0], |ui, place| field(ui, place + 2));
    if let Placement::Split { after } = &mut quote.placement {
        let label = say(ui, "field-split");
        labelled(ui, label, |ui| ui.add(line(after, say(ui, "hint-split")))).accessible_name(named(ui, "quote-split"));
    }
    title(ui, id, quote, name, column, around);
    for sentence in around.story.map(|story| story.lines_of(id)).unwrap_or_default() {
        ui.add(Label::new(RichText::new(sentence).size(size::SMALL).color(colours(ui).muted)).selectable(false));
    }
}

/// The verb as free text, with those of the house on offer.
fn verb(ui: &mut Ui, verb: &mut String, name: &str, offer: &str, verbs: &[String]) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let room = ui.available_width() - SIGN.x - 2.0;
        let field = words_line(ui, verb, say(ui, "hint-verb"), room);
        field.accessible_name(name).on_hover_text(say(ui, "tip-verb"));
        let more = icon_button(ui, Icon::Choose, offer);
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
    });
}

fn placement(ui: &mut Ui, placement: &mut Placement, name: &str) {
    let kept = match placement {
        Placement::Split { after } => after.clone(),
        Placement::After | Placement::Before => String::new(),
    };
    let label = |placement: &Placement| match placement {
        Placement::After => "placement-after",
        Placement::Before => "placement-before",
        Placement::Split { .. } => "placement-split",
    };
    let shown = say(ui, label(placement));
    let choice = chip(ui, Button::new((shown, egui::Atom::grow(), Icon::Choose.image(ui)))).accessible_name(name);
    let choice = choice.on_hover_text(say(ui, "tip-placement"));
    Popup::menu(&choice).show(|ui| {
        for offered in [Placement::After, Placement::Before, Placement::Split { after: kept }] {
            if entry(ui, say(ui, label(&offered)), offered == *placement).clicked() {
                *placement = offered;
            }
        }
    });
}

/// A button that shows what was chosen, as high and wide as the fields beside it.
pub(super) fn chip(ui: &mut Ui, button: Button<'_>) -> Response {
    let size = vec2(ui.available_width(), theme::CONTROL_HEIGHT);
    ui.add(button.image_tint_follows_text_color(true).min_size(size).truncate())
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
    }
    if response.changed() {
        speaker.title.set(around.lang, words);
    } else if !words.trim().is_empty() && !response.has_focus() {
        *around.new_voice = None;
        column.title_asked = None;
    }
}
