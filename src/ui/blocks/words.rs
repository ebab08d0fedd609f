//! The words of a card: a field without a frame, its emphasis and links shown as they will read, their marks dimmed.

use std::ops::Range;
use std::sync::Arc;

use egui::cache::{ComputerMut, FrameCache};
use egui::text::{CCursor, CCursorRange, LayoutJob, TextFormat};
use egui::text_edit::TextEditOutput;
use egui::{Color32, FontId, Frame, Galley, Id, Key, KeyboardShortcut, Margin, Modifiers, TextBuffer, TextEdit, Ui};

use crate::desk::marks::Reach;
use crate::release::Text;
use crate::ui::aids;
use crate::ui::strings::say;
use crate::ui::theme::{self, colours, size};

/// How far lines stand apart, in heights of their letters.
const LINE: f32 = 1.4;

/// What kind of words a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Field {
    /// Running text.
    Paragraph,
    /// What somebody said.
    Quote,
    /// One line in a heavier cut.
    Heading,
    /// Points, one a line.
    List,
}

impl Field {
    fn hint(self) -> &'static str {
        match self {
            Field::Paragraph => "hint-paragraph",
            Field::Quote => "hint-quote",
            Field::Heading => "hint-heading",
            Field::List => "hint-list",
        }
    }

    /// The key for a line break within these words.
    fn line_break(self) -> Option<KeyboardShortcut> {
        match self {
            Field::Paragraph | Field::Quote => Some(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter)),
            Field::List => Some(KeyboardShortcut::new(Modifiers::NONE, Key::Enter)),
            Field::Heading => None,
        }
    }

    fn reach(self) -> Reach {
        match self {
            Field::List => Reach::Line,
            Field::Paragraph | Field::Quote | Field::Heading => Reach::Text,
        }
    }

    fn font(self) -> FontId {
        match self {
            Field::Heading => theme::semibold(size::SECTION),
            Field::Paragraph | Field::Quote | Field::List => FontId::proportional(size::BODY),
        }
    }

    /// Room left of the words, where a list has its signs.
    fn indent(self) -> i8 {
        match self {
            Field::List => 24,
            Field::Paragraph | Field::Quote | Field::Heading => 0,
        }
    }
}

/// Draws the field. While it is empty, it shows the words of the original or what belongs into it.
pub(super) fn show(ui: &mut Ui, key: Id, field: Field, original: Option<String>, text: &mut String) -> TextEditOutput {
    let colours = colours(ui);
    let look = |width: f32| Look {
        field,
        width: width.to_bits(),
        text: colours.text,
        mark: colours.line,
        link: colours.accent,
    };
    let mut layouter = move |ui: &Ui, buffer: &dyn TextBuffer, width: f32| -> Arc<Galley> {
        let look = look(width);
        let job = ui.memory_mut(|memory| memory.caches.cache::<Jobs>().get((buffer.as_str(), &look)).clone());
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let hinted = match original {
        Some(words) => TextEdit::multiline(text).hint_text(words),
        None => TextEdit::multiline(text).hint_text(say(ui, field.hint())),
    };
    let field = hinted
        .id(key)
        .font(field.font())
        .desired_rows(1)
        .desired_width(f32::INFINITY)
        .frame(Frame::NONE.inner_margin(Margin { left: field.indent(), right: 2, top: 3, bottom: 3 }))
        .return_key(field.line_break())
        .layouter(&mut layouter)
        .show(ui);
    aids::signs(ui, &field);
    field
}

/// A selection as the field counts it.
pub(super) fn range(selection: &Range<usize>) -> CCursorRange {
    CCursorRange::two(CCursor::new(selection.start), CCursor::new(selection.end))
}

/// Everything besides the letters that the layout of words hangs on.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Look {
    field: Field,
    width: u32,
    text: Color32,
    mark: Color32,
    link: Color32,
}

/// Layouts of the words that are in sight, by what they hang on.
type Jobs = FrameCache<LayoutJob, SetOut>;

/// Cuts words at their marks.
#[derive(Default)]
struct SetOut;

impl ComputerMut<(&str, &Look), LayoutJob> for SetOut {
    fn compute(&mut self, (typed, look): (&str, &Look)) -> LayoutJob {
        let mut job = LayoutJob { keep_trailing_whitespace: true, ..LayoutJob::default() };
        job.wrap.max_width = f32::from_bits(look.width);
        match look.field.reach() {
            Reach::Text => set_out(&mut job, typed, look),
            Reach::Line => typed.split_inclusive('\n').for_each(|line| set_out(&mut job, line, look)),
        }
        job
    }
}

fn set_out(job: &mut LayoutJob, typed: &str, look: &Look) {
    let font = look.field.font();
    // A heading is bold already; its strong words are bolder.
    let strong = theme::bold(font.size);
    for run in Text::from(typed).runs() {
        let font_id = if run.strong && !run.mark { strong.clone() } else { font.clone() };
        let color = if run.mark {
            look.mark
        } else if run.link.is_some() {
            look.link
        } else {
            look.text
        };
        let italics = run.emphasis && !run.mark;
        let line_height = Some((font.size * LINE).round());
        job.append(run.text, 0.0, TextFormat { font_id, color, italics, line_height, ..TextFormat::default() });
    }
}
