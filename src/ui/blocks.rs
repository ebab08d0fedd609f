//! The body as a column of cards: paragraph, quote, heading, list, photo.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Button, ComboBox, FontId, Frame, Galley, Id, Layout, Margin, Response, RichText, Stroke, TextBuffer,
    TextEdit, Ui,
};

use super::command::Command;
use super::form::lead_to;
use super::strings::locale;
use super::theme::{self, colours, size, space};
use super::widgets::{SIGN, ask_by_sign, card, labelled, line, row, small};
use crate::check::Place;
use crate::desk::{Addition, Direction, Open};
use crate::release::{BlockId, BlockKind, Lang, PhotoId, Placement, Quote, SpeakerId, Text};

/// What every card of this release may need to know.
struct Around {
    lang: Lang,
    speakers: Vec<(SpeakerId, String)>,
    photos: Vec<(PhotoId, String)>,
    verbs: Vec<String>,
}

pub(super) fn show(ui: &mut Ui, open: &mut Open, focus: &mut Option<Place>, commands: &mut Vec<Command>) {
    super::widgets::section(ui, "Text", |_| {});
    let lang = open.lang();
    let name_or = |name: &str, instead: &str| if name.trim().is_empty() { instead.to_owned() } else { name.to_owned() };
    let speakers = open.release.speakers.iter();
    let style = open.houses.of(&lang).style(&lang);
    let around = Around {
        speakers: speakers.map(|speaker| (speaker.id, name_or(speaker.name.best(&lang), "Unnamed speaker"))).collect(),
        photos: open.release.photos.iter().map(|photo| (photo.id, photo.file.clone())).collect(),
        verbs: style.map(|style| style.quote.verbs.clone()).unwrap_or_default(),
        lang,
    };
    let ids: Vec<BlockId> = open.shown().body.iter().map(|block| block.id).collect();
    for (index, id) in ids.iter().enumerate() {
        let becomes = open.story().map(|story| story.lines_of(*id)).unwrap_or_default();
        let last = index + 1 == ids.len();
        if let Some(block) = open.shown_mut().body.get_mut(index) {
            show_block(ui, *id, &mut block.kind, (index, last), &becomes, &around, focus, commands);
        }
    }
    adding(ui, &around, commands);
}

#[expect(clippy::too_many_arguments, reason = "a card sees its block, its place and its surroundings, once")]
fn show_block(
    ui: &mut Ui,
    id: BlockId,
    kind: &mut BlockKind,
    (index, last): (usize, bool),
    becomes: &[String],
    around: &Around,
    focus: &mut Option<Place>,
    commands: &mut Vec<Command>,
) {
    let kind_name = match kind {
        BlockKind::Paragraph(_) => "Paragraph",
        BlockKind::Quote(_) => "Quote",
        BlockKind::Heading(_) => "Heading",
        BlockKind::List { .. } => "List",
        BlockKind::Photo(_) => "Photo",
    };
    let name = format!("{kind_name} {}", index + 1);
    card(ui, ("block", id.0, &around.lang), |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal(|ui| {
            ui.label(RichText::new(kind_name).size(size::SMALL).color(colours(ui).muted));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ask_by_sign(ui, "×", &format!("Delete {name}"), Command::RemoveBlock(id), commands);
                ui.add_enabled_ui(!last, |ui| {
                    let down = Command::MoveBlock(id, Direction::Down);
                    ask_by_sign(ui, "↓", &format!("Move {name} down"), down, commands)
                });
                ui.add_enabled_ui(index > 0, |ui| {
                    let up = Command::MoveBlock(id, Direction::Up);
                    ask_by_sign(ui, "↑", &format!("Move {name} up"), up, commands)
                });
            });
        });
        let key = Id::unique(("words", id.0, &around.lang));
        let response = match kind {
            BlockKind::Paragraph(text) => words(ui, key, text, "Write here", FontId::proportional(size::BODY)),
            BlockKind::Heading(text) => {
                words(ui, key, text, "A line above what follows", theme::semibold(size::SECTION))
            }
            BlockKind::List { ordered, items } => list(ui, key, ordered, items, &name),
            BlockKind::Quote(quote) => show_quote(ui, key, id, quote, &name, becomes, around, commands),
            BlockKind::Photo(photo) => which_photo(ui, key, photo, around),
        };
        lead_to(response.accessible_name(&name), focus, &Place::Block(around.lang.clone(), id));
    });
}

/// Running text with its emphasis shown as it will read and its marks dimmed.
fn words(ui: &mut Ui, key: Id, text: &mut Text, hint: &'static str, font: FontId) -> Response {
    let strong = theme::bold(font.size);
    let (colour, dimmed, link) = (colours(ui).text, colours(ui).line, colours(ui).accent);
    let mut layouter = move |ui: &Ui, buffer: &dyn TextBuffer, width: f32| -> Arc<Galley> {
        let typed = Text::from(buffer.as_str());
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        for run in typed.runs() {
            let font_id = if run.strong && !run.mark { strong.clone() } else { font.clone() };
            let color = if run.mark {
                dimmed
            } else if run.link.is_some() {
                link
            } else {
                colour
            };
            let italics = run.emphasis && !run.mark;
            job.append(run.text, 0.0, TextFormat { font_id, color, italics, ..TextFormat::default() });
        }
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let field = TextEdit::multiline(&mut text.0)
        .id(key)
        .hint_text(hint)
        .desired_rows(1)
        .desired_width(f32::INFINITY)
        .frame(Frame::NONE)
        .margin(Margin::symmetric(2, 2))
        .layouter(&mut layouter);
    let response = ui.add(field);
    if response.has_focus() {
        let edge = ui.min_rect().expand(12.0);
        let stroke = Stroke::new(3.0, colours(ui).accent);
        ui.painter().vline(edge.left() + 1.5, edge.shrink(8.0).y_range(), stroke);
    }
    response
}

fn list(ui: &mut Ui, key: Id, ordered: &mut bool, items: &mut Vec<Text>, name: &str) -> Response {
    let mut joined = Text(items.iter().map(|item| item.0.as_str()).collect::<Vec<_>>().join("\n"));
    let response = words(ui, key, &mut joined, "One point a line", FontId::proportional(size::BODY));
    if response.changed() {
        *items = joined.0.split('\n').map(Text::from).collect();
    }
    ui.checkbox(ordered, "Numbered").accessible_name(format!("{name}: numbered"));
    response
}

#[expect(clippy::too_many_arguments, reason = "a quote sees its fields and its surroundings, once")]
fn show_quote(
    ui: &mut Ui,
    key: Id,
    id: BlockId,
    quote: &mut Quote,
    name: &str,
    becomes: &[String],
    around: &Around,
    commands: &mut Vec<Command>,
) -> Response {
    let response =
        words(ui, key, &mut quote.text, "What was said, without quote marks", FontId::proportional(size::BODY));
    row(ui, [1.5, 1.2, 1.5, 1.0], |ui, column| match column {
        0 => {
            let chosen = around.speakers.iter().find(|(speaker, _)| Some(*speaker) == quote.speaker);
            let label = chosen.map_or("Choose…", |(_, name)| name.as_str());
            choice(ui, "Speaker", &format!("{name}: speaker"), label, |ui| {
                for (speaker, name) in &around.speakers {
                    ui.selectable_value(&mut quote.speaker, Some(*speaker), name);
                }
                if ui.button("New speaker…").clicked() {
                    commands.push(Command::AddSpeaker(Some(id)));
                }
            });
        }
        1 => {
            labelled(ui, "Verb", |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 2.0;
                    let field =
                        ui.add(line(&mut quote.verb, "said").desired_width(ui.available_width() - SIGN.x - 2.0));
                    verbs(ui, &mut quote.verb, name, &around.verbs);
                    field
                })
                .inner
            })
            .accessible_name(format!("{name}: verb"));
        }
        2 => {
            labelled(ui, "After the name", |ui| ui.add(line(&mut quote.tail, "at the opening")))
                .accessible_name(format!("{name}: after the name"));
        }
        _ => {
            let placements = [
                (Placement::After, "After"),
                (Placement::Before, "Before"),
                (Placement::Split { after: split_words(&quote.placement) }, "Between"),
            ];
            let shown = placements.iter().find(|(place, _)| *place == quote.placement).map_or("", |(_, label)| label);
            choice(ui, "Attribution", &format!("{name}: attribution"), shown, |ui| {
                for (place, label) in &placements {
                    ui.selectable_value(&mut quote.placement, place.clone(), *label);
                }
            });
        }
    });
    if let Placement::Split { after } = &mut quote.placement {
        labelled(ui, "The last words before the attribution", |ui| {
            ui.add(line(after, "Empty: after the first sentence"))
        })
        .accessible_name(format!("{name}: the last words before the attribution"));
    }
    for sentence in becomes {
        ui.label(RichText::new(sentence).size(size::SMALL).color(colours(ui).muted));
    }
    response
}

fn split_words(placement: &Placement) -> String {
    match placement {
        Placement::Split { after } => after.clone(),
        Placement::After | Placement::Before => String::new(),
    }
}

/// The verbs that the house has on offer.
fn verbs(ui: &mut Ui, verb: &mut String, name: &str, offered: &[String]) {
    let button = Button::new("…").min_size(egui::vec2(SIGN.x, theme::CONTROL_HEIGHT));
    let menu = egui::containers::menu::MenuButton::from_button(button);
    let (response, _) = small(ui, |ui| {
        menu.ui(ui, |ui| {
            for offer in offered {
                if ui.add(Button::new(offer).frame_when_inactive(false)).clicked() {
                    offer.clone_into(verb);
                    ui.close();
                }
            }
        })
    });
    response.accessible_name(format!("{name}: verbs of the house"));
}

/// A labelled choice from a short list.
pub(super) fn choice(ui: &mut Ui, label: &str, name: &str, shown: &str, content: impl FnOnce(&mut Ui)) -> Response {
    labelled(ui, label, |ui| {
        let width = ui.available_width();
        ComboBox::from_id_salt((label, name)).selected_text(shown).width(width).truncate().show_ui(ui, content).response
    })
    .accessible_name(name)
}

fn which_photo(ui: &mut Ui, key: Id, photo: &mut PhotoId, around: &Around) -> Response {
    let shown = around.photos.iter().find(|(id, _)| id == photo).map_or("No photo", |(_, file)| file.as_str());
    ComboBox::from_id_salt(key)
        .selected_text(shown)
        .width(ui.available_width())
        .show_ui(ui, |ui| {
            for (id, file) in &around.photos {
                ui.selectable_value(photo, *id, file);
            }
        })
        .response
}

/// Everything that can be added, always in sight.
fn adding(ui: &mut Ui, around: &Around, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::NEAR, space::NEAR);
        let mut additions = vec![Addition::Paragraph, Addition::Quote, Addition::Heading, Addition::List];
        additions.extend(around.photos.first().map(|(photo, _)| Addition::Photo(*photo)));
        for addition in additions {
            let command = Command::AddBlock(addition, None);
            let words = RichText::new(command.label(locale(ui))).color(colours(ui).accent);
            if ui.add(Button::new(words)).clicked() {
                commands.push(command);
            }
        }
    });
}
