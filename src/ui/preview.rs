//! The release as it will read, beside the form.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Color32, Label, Margin, RichText, ScrollArea, Stroke, Ui};

use super::command::Command;
use super::theme::{self, Colours, colours, size, space};
use crate::desk::{Desk, View};
use crate::release::Inline;
use crate::story::{PartKind, Role, Story};

pub(super) fn show(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    let Some(open) = &desk.open else { return };
    egui::Frame::new().inner_margin(Margin { left: 12, right: 12, top: 10, bottom: 0 }).show(ui, |ui| {
        ui.horizontal(|ui| {
            for view in [View::Page, View::Text, View::Markdown] {
                let command = Command::Show(view);
                if ui.selectable_label(open.view == view, command.label()).clicked() {
                    commands.push(command);
                }
            }
            const ROOM_FOR_COPY: f32 = 96.0;
            if ui.available_width() >= ROOM_FOR_COPY {
                ui.with_layout(egui::Layout::right_to_left(Align::Center), |ui| {
                    super::widgets::ask_quietly(ui, Command::CopyText, commands);
                });
            }
        });
        ScrollArea::vertical().id_salt("preview").auto_shrink(false).show(ui, |ui| {
            let colours = colours(ui);
            theme::paper(colours).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.set_min_height(480.0);
                match (open.view, open.story()) {
                    (View::Page, Some(story)) => page(ui, story, colours),
                    (View::Text | View::Markdown, _) => {
                        let text = RichText::new(open.as_text()).monospace().color(colours.ink);
                        ui.add(Label::new(text).wrap().selectable(true));
                    }
                    (View::Page, None) => {}
                }
            });
            ui.add_space(space::INSET);
        });
    });
}

fn page(ui: &mut Ui, story: &Story, colours: Colours) {
    ui.spacing_mut().item_spacing.y = 10.0;
    for part in &story.parts {
        match &part.kind {
            PartKind::ReleaseLine(line) => words(ui, line, Face { size: 12.0, faded: true, ..Face::TEXT }, colours),
            PartKind::Headline(text) => {
                let face = Face { size: 22.0, strong: true, ..Face::TEXT };
                words(ui, &[Inline::plain(text.as_str())], face, colours);
            }
            PartKind::Subhead(text) => {
                let face = Face { size: 16.0, faded: true, ..Face::TEXT };
                words(ui, &[Inline::plain(text.as_str())], face, colours);
            }
            PartKind::Dateline(line) | PartKind::Paragraph(line) | PartKind::Closing(line) => {
                words(ui, line, Face::TEXT, colours);
            }
            PartKind::Quote(paragraphs) => {
                egui::Frame::new().inner_margin(Margin { left: 18, ..Margin::ZERO }).show(ui, |ui| {
                    paragraphs.iter().for_each(|line| words(ui, line, Face::TEXT, colours));
                });
            }
            PartKind::Heading(line) => {
                ui.add_space(space::TIGHT);
                words(ui, line, Face { size: 17.0, strong: true, ..Face::TEXT }, colours);
            }
            PartKind::List { ordered, items } => {
                for (number, item) in (1..).zip(items) {
                    let mark = if *ordered { format!("{number}. ") } else { "•  ".to_owned() };
                    let line: Vec<Inline> = std::iter::once(Inline::plain(mark)).chain(item.iter().cloned()).collect();
                    words(ui, &line, Face::TEXT, colours);
                }
            }
            PartKind::Figure(figure) => {
                egui::Frame::new()
                    .stroke(Stroke::new(1.0, colours.faded_ink))
                    .inner_margin(Margin::symmetric(14, 26))
                    .corner_radius(3)
                    .show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        ui.vertical_centered(|ui| {
                            ui.label(RichText::new(&figure.file).size(size::SMALL).color(colours.faded_ink));
                        });
                    });
                words(ui, &figure.caption, Face { size: 12.5, faded: true, ..Face::TEXT }, colours);
            }
            PartKind::EndMark(text) => {
                ui.vertical_centered(|ui| words(ui, &[Inline::plain(text.as_str())], Face::TEXT, colours));
            }
            PartKind::Section { role, heading, paragraphs, figures: _ } => {
                ui.add_space(space::TIGHT);
                if !heading.is_empty() {
                    let face = Face { strong: true, ..Face::TEXT };
                    words(ui, &[Inline::plain(heading.as_str())], face, colours);
                }
                let small = match role {
                    Role::Boilerplate | Role::Notes | Role::Photos => 13.5,
                    Role::Contacts => Face::TEXT.size,
                };
                for line in paragraphs {
                    words(ui, line, Face { size: small, ..Face::TEXT }, colours);
                }
            }
        }
    }
}

/// How a line of the page is set.
#[derive(Clone, Copy)]
struct Face {
    size: f32,
    strong: bool,
    faded: bool,
}

impl Face {
    const TEXT: Face = Face { size: 15.0, strong: false, faded: false };
}

fn words(ui: &mut Ui, line: &[Inline], face: Face, colours: Colours) {
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    for inline in line {
        let color: Color32 = if inline.link.is_some() {
            colours.paper_link
        } else if face.faded {
            colours.faded_ink
        } else {
            colours.ink
        };
        let underline = if inline.link.is_some() { Stroke::new(1.0, color) } else { Stroke::NONE };
        let font_id = theme::serif(face.size, face.strong || inline.strong, inline.emphasis);
        let format =
            TextFormat { font_id, color, underline, line_height: Some(face.size * 1.45), ..TextFormat::default() };
        job.append(&inline.text, 0.0, format);
    }
    ui.add(Label::new(job).wrap().selectable(true));
}
