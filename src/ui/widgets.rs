//! Pieces that the panels share: a labelled field, a button that asks, a field that reads a date.

use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::containers::panel::PanelState;
use egui::scroll_area::ScrollAreaOutput;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, AsIdSalt, Button, Color32, ComboBox, FontId, Frame, Galley, Id, Label, Layout, Margin, Panel, Rect,
    Response, RichText, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui, Vec2, vec2,
};

use super::command::Command;
use super::icons::Icon;
use super::shortcuts::keys_in_words;
use super::strings::{locale, say};
use super::theme::{self, Colours, colours, size, space};

/// A visible label with its field under it, tied together for screen readers.
pub(super) fn labelled(ui: &mut Ui, label: &str, field: impl FnOnce(&mut Ui) -> Response) -> Response {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        let colour = colours(ui).muted;
        let label = RichText::new(label).size(size::SMALL).color(colour);
        // A click on a label goes to its field; the keyboard does not stop here.
        let label = ui.add(Label::new(label).selectable(false).sense(Sense::CLICK));
        let response = field(ui).labelled_by(label.id);
        // One frame later: in the frame of a click the focus is taken from everything that was not clicked on.
        let clicked = label.id.with("clicked");
        if ui.data_mut(|data| data.remove_temp::<bool>(clicked)).is_some() {
            response.request_focus();
        }
        if label.clicked() {
            ui.data_mut(|data| data.insert_temp(clicked, true));
            ui.ctx().request_repaint();
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

/// A label and a field of one paragraph, which grows with its words, so that all of them are seen.
pub(super) fn words_field(ui: &mut Ui, label: &str, words: &mut String, hint: &str) -> Response {
    labelled(ui, label, |ui| words_line(ui, words, hint, f32::INFINITY))
}

/// The same without a label, so many points wide.
pub(super) fn words_line(ui: &mut Ui, words: &mut String, hint: &str, width: f32) -> Response {
    words_within(ui, words, hint, width, Margin::symmetric(10, 8))
}

/// The same with room for a sign at its right end.
pub(super) fn words_before_sign(ui: &mut Ui, words: &mut String, hint: &str) -> Response {
    words_within(ui, words, hint, f32::INFINITY, Margin { right: 32, ..Margin::symmetric(10, 8) })
}

fn words_within(ui: &mut Ui, words: &mut String, hint: &str, width: f32, margin: Margin) -> Response {
    let field = TextEdit::multiline(words)
        .hint_text(hint)
        .desired_rows(1)
        .desired_width(width)
        .return_key(None)
        .margin(margin)
        .min_size(vec2(0.0, theme::CONTROL_HEIGHT));
    let field = field.show(ui);
    super::aids::signs(ui, &field);
    let response = field.response.response;
    if response.changed() && words.contains(['\n', '\r']) {
        // Pasted lines become one.
        *words = words.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    }
    response
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

/// A labelled choice from a short list.
pub(super) fn choice(ui: &mut Ui, label: &str, name: &str, shown: &str, content: impl FnOnce(&mut Ui)) -> Response {
    labelled(ui, label, |ui| {
        let width = ui.available_width();
        let sign = Icon::Choose.image(ui);
        ComboBox::from_id_salt((label, name))
            .selected_text(shown)
            .width(width)
            .truncate()
            .icon(move |ui, rect, visuals, _| {
                let place = Rect::from_center_size(rect.center(), Vec2::splat(size::BODY));
                sign.tint(visuals.fg_stroke.color).paint_at(ui, place);
            })
            .show_ui(ui, content)
            .response
    })
    .accessible_name(name)
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

/// A button with an icon instead of words; the words are its name and tooltip.
pub(super) fn ask_by_icon(
    ui: &mut Ui,
    icon: Icon,
    name: &str,
    command: Command,
    commands: &mut Vec<Command>,
) -> Response {
    let response = icon_button(ui, icon, name);
    if response.clicked() {
        commands.push(command);
    }
    response
}

/// The same without a command of its own.
pub(super) fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let drawing = icon.image(ui);
    let colour = colours(ui).muted;
    small(ui, |ui| {
        ui.visuals_mut().widgets.inactive.fg_stroke.color = colour;
        ui.add(Button::image(drawing).image_tint_follows_text_color(true).frame_when_inactive(false).min_size(SIGN))
    })
    .accessible_name(name)
    .on_hover_text(name)
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

/// Takes a click for the command; its keys stand in the tooltip.
pub(super) fn asked(ui: &Ui, response: Response, command: Command, commands: &mut Vec<Command>) -> Response {
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

/// What scrolls, with bars that have a name.
pub(super) fn scrolled<R>(ui: &mut Ui, area: ScrollArea, content: impl FnOnce(&mut Ui) -> R) -> R {
    let output = area.show(ui, content);
    name_bars(ui, &output);
    output.inner
}

/// Gives the bars of what scrolls a name for screen readers.
pub(super) fn name_bars<R>(ui: &Ui, ScrollAreaOutput { id, content_size, inner_rect, .. }: &ScrollAreaOutput<R>) {
    let too_large = [content_size.x > inner_rect.width(), content_size.y > inner_rect.height()];
    let name = say(ui, "scroll-bar");
    for axis in [0_usize, 1].into_iter().filter(|axis| too_large[*axis]) {
        ui.ctx().accesskit_node_builder(id.with(axis), |node| node.set_label(name));
    }
}

/// Behind what can be clicked: chosen, hovered, or with the keyboard on it.
pub(super) fn ground(ui: &Ui, rect: Rect, response: &Response, chosen: bool, colours: Colours) {
    let fill = match (chosen, response.hovered() || response.has_focus()) {
        (true, _) => Some(colours.chosen),
        (false, true) => Some(colours.quiet),
        (false, false) => None,
    };
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, theme::RADIUS, fill);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, theme::RADIUS, Stroke::new(2.0, colours.accent), StrokeKind::Inside);
    }
}

/// Words in a room of this width, cut after so many lines.
pub(super) fn laid_out(
    ui: &Ui,
    words: &str,
    font: FontId,
    colour: Color32,
    (room, lines): (f32, usize),
) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(font, colour));
    job.wrap = TextWrapping { max_width: room, max_rows: lines, ..TextWrapping::default() };
    ui.painter().layout_job(job)
}

/// A column beside the form.
pub(super) struct SideColumn {
    /// The same in every window.
    pub(super) key: &'static str,
    /// Its width in points until somebody moves its edge.
    pub(super) fitting: f32,
    /// How narrow and how wide it may become, in points.
    pub(super) range: RangeInclusive<f32>,
    /// What it lies on.
    pub(super) frame: Frame,
}

impl SideColumn {
    /// Draws it. `panel` is the side on which it stands; `width` is as wide as somebody made it, and follows the hand that
    /// moves its edge.
    pub(super) fn show(
        self,
        ui: &mut Ui,
        panel: fn(&'static str) -> Panel,
        width: &mut Option<f32>,
        content: impl FnOnce(&mut Ui),
    ) {
        let SideColumn { key, fitting, range, frame } = self;
        let window = ui.ctx().content_rect().width();
        let (id, last) = (ui.scope_id().with_salt(egui::IdSalt::new(key)), Id::unique(("width of the window", key)));
        let before: Option<f32> = ui.data(|data| data.get_temp(last));
        if before.is_none_or(|before| (before - window).abs() > 0.5) {
            // What fitted the old window is not carried over into the new one.
            ui.data_mut(|data| data.remove::<PanelState>(id));
            ui.data_mut(|data| data.insert_temp(last, window));
        }
        let size = width.unwrap_or(fitting).clamp(*range.start(), *range.end());
        let panel = panel(key).default_size(size).size_range(range).frame(frame);
        let shown = panel.show(ui, content).response.rect.width();
        // Words that need more room than there is move the edge too; only a hand or the keyboard says what is liked.
        let edge = ui.ctx().read_response(id.with("__resize"));
        let by_hand = edge.is_some_and(|edge| edge.dragged() || edge.has_focus());
        if by_hand && (shown - size).abs() > 1.0 {
            *width = Some(shown);
        }
    }
}

/// A part of the form that stays out of the way until it is needed: its heading, what it holds in a few words, and a
/// button at the end that adds to it.
pub(super) struct Fold {
    /// The same in every language and for every release.
    pub(super) key: &'static str,
    /// The heading.
    pub(super) heading: &'static str,
    /// What it holds, in a few words.
    pub(super) summary: String,
    /// Somebody is to write in it, so it opens.
    pub(super) wanted: bool,
    /// Open until somebody closes it.
    pub(super) open_first: bool,
}

impl Fold {
    /// Draws the heading, and what is under it while it is open.
    pub(super) fn show(self, ui: &mut Ui, end: impl FnOnce(&mut Ui), content: impl FnOnce(&mut Ui)) {
        let Fold { key, heading, summary, wanted, open_first } = self;
        let id = Id::unique(("fold", key));
        let mut open = ui.data(|data| data.get_temp(id)).unwrap_or(open_first);
        let was_open = open;
        ui.add_space(space::FIELD);
        let top = ui.cursor().min;
        ui.separator();
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                end(ui);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let sign = if open { Icon::Choose } else { Icon::Closed }.image(ui);
                    let words = RichText::new(heading).font(theme::semibold(size::SECTION));
                    let button = Button::image_and_text(sign, words).image_tint_follows_text_color(true);
                    // Its sign stands where the fields begin.
                    ui.spacing_mut().button_padding.x = 0.0;
                    let response = ui.add(button.frame(false)).accessible_name(heading);
                    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(open || wanted));
                    if response.clicked() {
                        open = !open;
                    }
                    if !open && !summary.is_empty() {
                        let words = RichText::new(&summary).size(size::SMALL).color(colours(ui).muted);
                        ui.add(Label::new(words).truncate().selectable(false));
                    }
                });
            });
        });
        open |= wanted;
        ui.data_mut(|data| data.insert_temp(id, open));
        if open {
            ui.add_space(space::TIGHT);
            content(ui);
        }
        if open && !was_open && !wanted {
            // What was unfolded is in sight, or as much of it as there is room for.
            let unfolded = Rect::from_min_max(top, ui.min_rect().max);
            let align = (unfolded.height() > ui.clip_rect().height()).then_some(Align::Min);
            ui.scroll_to_rect(unfolded, align);
        }
    }
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
