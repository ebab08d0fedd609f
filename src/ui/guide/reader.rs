//! Draws a small part of Markdown: headings, paragraphs, lists, **strong** words and `keys`.
//!
//! A command's name between backticks, such as `command-save`, stands for its keys on this system.

use egui::text::{LayoutJob, TextFormat};
use egui::{Context, FontId, Label, Response, Ui};

use crate::ui::command::Command;
use crate::ui::shortcuts::keys_in_words;
use crate::ui::theme::{self, colours, size, space};

/// Between two lines of running text.
const LINE_HEIGHT: f32 = 1.5;
const BULLET_WIDTH: f32 = 22.0;

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The page's own heading, or one over a section.
    Heading {
        /// 1 for the page.
        level: usize,
        /// Its words.
        words: String,
    },
    /// Running text.
    Paragraph(String),
    /// A point of a list, with its number where it has one.
    Point(Option<usize>, String),
}

/// What stands in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Run<'t> {
    /// Words.
    Plain(&'t str),
    /// What stands on a button or over a field.
    Strong(&'t str),
    /// Keys, or letters to be typed.
    Keys(&'t str),
}

/// The heading of a page.
pub(super) fn title(text: &str) -> &str {
    text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default()
}

/// The parts of a page in their order; a line that goes on belongs to the part above it.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut goes_on = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            goes_on = false;
            continue;
        }
        if let Some(part) = beginning(line) {
            goes_on = !matches!(part, Part::Heading { .. });
            parts.push(part);
        } else if let (true, Some(Part::Paragraph(words) | Part::Point(_, words))) = (goes_on, parts.last_mut()) {
            words.push(' ');
            words.push_str(line);
        } else {
            parts.push(Part::Paragraph(line.to_owned()));
            goes_on = true;
        }
    }
    parts
}

fn beginning(line: &str) -> Option<Part> {
    let hashes = line.chars().take_while(|letter| *letter == '#').count();
    if let Some(words) = line[hashes..].strip_prefix(' ').filter(|_| hashes > 0) {
        return Some(Part::Heading { level: hashes, words: words.to_owned() });
    }
    if let Some(words) = line.strip_prefix("- ") {
        return Some(Part::Point(None, words.to_owned()));
    }
    let (number, words) = line.split_once(". ")?;
    Some(Part::Point(Some(number.parse().ok()?), words.to_owned()))
}

/// The words of a part with what marks them.
pub(super) fn runs(words: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    // Whatever stands between two backticks is never a mark.
    for (index, piece) in words.split('`').enumerate() {
        if index % 2 == 1 {
            runs.push(Run::Keys(piece));
            continue;
        }
        let pieces = piece.split("**").enumerate().filter(|(_, piece)| !piece.is_empty());
        runs.extend(pieces.map(|(index, piece)| if index % 2 == 1 { Run::Strong(piece) } else { Run::Plain(piece) }));
    }
    runs
}

/// Draws a page.
pub(super) fn show(ui: &mut Ui, text: &str) {
    ui.spacing_mut().item_spacing.y = space::NEAR;
    for part in parts(text) {
        match part {
            Part::Heading { level, words } => {
                let size = if level == 1 { size::HEADLINE } else { size::SECTION };
                ui.add_space(if level == 1 { 0.0 } else { space::NEAR });
                let response = lines(ui, &words, &theme::semibold(size));
                super::say_heading(&response, level, &words);
            }
            Part::Paragraph(words) => {
                lines(ui, &words, &FontId::proportional(size::BODY));
            }
            Part::Point(number, words) => {
                ui.horizontal_top(|ui| {
                    let sign = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
                    ui.spacing_mut().item_spacing.x = 0.0;
                    ui.allocate_ui(egui::vec2(BULLET_WIDTH, 0.0), |ui| {
                        ui.set_width(BULLET_WIDTH);
                        lines(ui, &sign, &FontId::proportional(size::BODY));
                    });
                    lines(ui, &words, &FontId::proportional(size::BODY));
                });
            }
        }
    }
}

fn lines(ui: &mut Ui, words: &str, font: &FontId) -> Response {
    let colours = colours(ui);
    let plain = TextFormat {
        line_height: Some((font.size * LINE_HEIGHT).round()),
        ..TextFormat::simple(font.clone(), colours.text)
    };
    let strong = TextFormat { font_id: theme::semibold(font.size), ..plain.clone() };
    let keys = TextFormat { background: colours.quiet, ..strong.clone() };
    let mut job = LayoutJob::default();
    for run in runs(words) {
        match run {
            Run::Plain(words) => job.append(words, 0.0, plain.clone()),
            Run::Strong(words) => job.append(words, 0.0, strong.clone()),
            Run::Keys(words) => job.append(&said_by_keys(ui.ctx(), words), 0.0, keys.clone()),
        }
    }
    ui.add(Label::new(job).wrap().selectable(true))
}

/// The keys of a command that is named, else the letters as they stand.
fn said_by_keys(ctx: &Context, words: &str) -> String {
    let command = Command::listed().map(|(_, command)| command).find(|command| command.key() == words);
    match command.and_then(Command::shortcut) {
        // Between no-break spaces the colour behind the keys has some air.
        Some(keys) => format!("\u{a0}{}\u{a0}", keys_in_words(ctx, &keys)),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_falls_into_its_parts() {
        let text =
            "# Title\n\nOne line\nand the next.\n\n1. First\n   goes on\n2. Second\n- Point\n\n## Section\nWords";
        let heading = |level, words: &str| Part::Heading { level, words: words.into() };
        assert_eq!(
            parts(text),
            [
                heading(1, "Title"),
                Part::Paragraph("One line and the next.".into()),
                Part::Point(Some(1), "First goes on".into()),
                Part::Point(Some(2), "Second".into()),
                Part::Point(None, "Point".into()),
                heading(2, "Section"),
                Part::Paragraph("Words".into()),
            ]
        );
        assert_eq!(title(text), "Title");
    }

    #[test]
    fn what_stands_between_backticks_is_no_mark() {
        assert_eq!(
            runs("Press **Save** or `command-save`, type `**bold**`."),
            [
                Run::Plain("Press "),
                Run::Strong("Save"),
                Run::Plain(" or "),
                Run::Keys("command-save"),
                Run::Plain(", type "),
                Run::Keys("**bold**"),
                Run::Plain("."),
            ]
        );
    }
}
