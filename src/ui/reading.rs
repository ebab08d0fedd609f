//! The release as it reads on a web site or in a mail: the same words, without the look of the page.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId, Frame, Galley, Label, Margin, RichText, ScrollArea, Stroke, Ui};

use super::strings::say;
use super::theme::{self, Colours, colours, size, space};
use super::widgets::scrolled;
use crate::release::Inline;
use crate::story::{Figure, Part, PartKind, Role, Story};

/// Where a release is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Medium {
    /// On a web site: photos stand where they belong.
    Web,
    /// In a mail: the headline is its subject, photos are attached.
    Mail,
}

/// Lines longer than this are hard to read.
const WIDEST: f32 = 640.0;

pub(super) fn show(ui: &mut Ui, story: &Story, medium: Medium) {
    scrolled(ui, ScrollArea::vertical().id_salt("reading").auto_shrink(false), |ui| {
        theme::paper(colours(ui)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.set_min_height(480.0);
            let room = ui.available_width();
            let side = ((room - WIDEST) / 2.0).max(0.0);
            ui.horizontal_top(|ui| {
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.set_width(room - 2.0 * side);
                    ui.spacing_mut().item_spacing.y = space::FIELD;
                    parts(ui, story, medium);
                });
            });
        });
        ui.add_space(space::INSET);
    });
}

fn parts(ui: &mut Ui, story: &Story, medium: Medium) {
    if medium == Medium::Mail {
        subject(ui, &story.facts.headline);
    }
    for Part { kind, origin: _ } in &story.parts {
        part(ui, kind, medium);
    }
    if medium == Medium::Mail {
        attachments(ui, story);
    }
}

/// The line that a reader of mail sees first.
fn subject(ui: &mut Ui, headline: &str) {
    let colours = colours(ui);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(say(ui, "mail-subject")).size(size::SMALL).color(colours.faded_ink));
        ui.label(RichText::new(headline).font(theme::semibold(size::SMALL)).color(colours.ink));
    });
    ui.separator();
}

/// The photos that go along with a mail.
fn attachments(ui: &mut Ui, story: &Story) {
    let files: Vec<&str> = story.figures().map(|(_, figure)| figure.file.as_str()).collect();
    if files.is_empty() {
        return;
    }
    let colours = colours(ui);
    ui.separator();
    ui.label(RichText::new(say(ui, "mail-attached")).size(size::SMALL).color(colours.faded_ink));
    ui.label(RichText::new(files.join(", ")).size(size::SMALL).color(colours.ink));
}

fn part(ui: &mut Ui, kind: &PartKind, medium: Medium) {
    let colours = colours(ui);
    match kind {
        PartKind::ReleaseLine(line) => words(ui, line, &Look::small(colours)),
        PartKind::Headline(headline) => {
            ui.add(
                Label::new(RichText::new(headline).font(theme::bold(size::WELCOME - 4.0)).color(colours.ink)).wrap(),
            );
        }
        PartKind::Subhead(subhead) => {
            let words = RichText::new(subhead).size(size::SECTION).color(colours.faded_ink);
            ui.add(Label::new(words).wrap());
        }
        PartKind::Dateline(line) | PartKind::Paragraph(line) | PartKind::Closing(line) => {
            words(ui, line, &Look::body(colours));
        }
        PartKind::Quote(paragraphs) => quote(ui, |ui| {
            for paragraph in paragraphs {
                words(ui, paragraph, &Look::body(colours));
            }
        }),
        PartKind::Heading(line) => words(ui, line, &Look::heading(colours)),
        PartKind::List { ordered, items } => {
            for (number, item) in items.iter().enumerate() {
                ui.horizontal_top(|ui| {
                    let sign = if *ordered { format!("{}.", number + 1) } else { "•".to_owned() };
                    ui.label(RichText::new(sign).size(size::BODY).color(colours.ink));
                    words(ui, item, &Look::body(colours));
                });
            }
        }
        PartKind::Figure(shown) => match medium {
            Medium::Web => figure(ui, shown),
            Medium::Mail => {}
        },
        PartKind::EndMark(mark) => {
            ui.label(RichText::new(mark).color(colours.ink));
        }
        PartKind::Section { role, heading, paragraphs, figures } => {
            if paragraphs.is_empty() || (*role == Role::Photos && medium == Medium::Mail) {
                return;
            }
            if !heading.is_empty() {
                ui.label(RichText::new(heading).font(theme::semibold(size::SECTION)).color(colours.ink));
            }
            if *role == Role::Photos && medium == Medium::Web {
                figures.iter().for_each(|shown| figure(ui, shown));
                return;
            }
            for paragraph in paragraphs {
                words(ui, paragraph, &Look::body(colours));
            }
        }
    }
}

/// A quote that the house sets apart, with a line at its side.
fn quote(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let frame = Frame::new().inner_margin(Margin { left: 16, ..Margin::ZERO });
    let rect = frame.show(ui, content).response.rect;
    ui.painter().vline(rect.left() + 2.0, rect.y_range(), Stroke::new(3.0, colours(ui).paper_link));
}

/// A photo with its words; its place is shown, the picture itself is on the page.
fn figure(ui: &mut Ui, shown: &Figure) {
    let colours = colours(ui);
    let stroke = Stroke::new(1.0, colours.faded_ink);
    Frame::new().stroke(stroke).corner_radius(3).inner_margin(Margin::same(16)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let words = if shown.alt.trim().is_empty() { &shown.file } else { &shown.alt };
        ui.add(Label::new(RichText::new(words).size(size::SMALL).color(colours.faded_ink)).wrap());
    });
    words(ui, &shown.caption, &Look::small(colours));
}

/// How running words look.
struct Look {
    font: FontId,
    strong: FontId,
    colour: Color32,
    link: Color32,
}

impl Look {
    fn of(font: FontId, colour: Color32, colours: Colours) -> Self {
        Look { strong: theme::bold(font.size), font, colour, link: colours.paper_link }
    }

    fn body(colours: Colours) -> Self {
        Look::of(FontId::proportional(size::BODY), colours.ink, colours)
    }

    fn small(colours: Colours) -> Self {
        Look::of(FontId::proportional(size::SMALL), colours.faded_ink, colours)
    }

    fn heading(colours: Colours) -> Self {
        Look::of(theme::semibold(size::SECTION), colours.ink, colours)
    }
}

/// Running words with their emphasis and links.
fn words(ui: &mut Ui, words: &[Inline], look: &Look) {
    if words.iter().all(|inline| inline.text.trim().is_empty()) {
        return;
    }
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    for inline in words {
        let linked = inline.link.is_some();
        let format = TextFormat {
            font_id: if inline.strong { look.strong.clone() } else { look.font.clone() },
            color: if linked { look.link } else { look.colour },
            italics: inline.emphasis,
            underline: if linked { Stroke::new(1.0, look.link) } else { Stroke::NONE },
            line_height: Some(look.font.size * 1.45),
            ..TextFormat::default()
        };
        job.append(&inline.text, 0.0, format);
    }
    let galley: Arc<Galley> = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.add(Label::new(galley).selectable(true));
}
