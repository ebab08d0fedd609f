//! One release as a line of the list: its headline, a small line with what else tells releases apart, and the place in
//! its words where something was found.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Rect, Response, Role, Stroke, Ui, WidgetInfo, vec2};
use jiff::civil::Date;

use super::Day;
use crate::newsroom::{Holder, Listed, Marked};
use crate::release::{Kind, Status};
use crate::ui::company;
use crate::ui::details::{date_words, status_key};
use crate::ui::strings::{locale, tell};
use crate::ui::theme::{self, Colours, colours, size, space};
use crate::ui::widgets::ground;
use crate::words::Locale;

const INSET: f32 = 10.0;
const HEADLINE_LINES: usize = 2;
const FOUND_LINES: usize = 2;

/// How high each line is: all alike, so that where they stand can be reckoned for a hundred thousand.
pub(super) fn height(ui: &Ui, finds: bool) -> f32 {
    let row = |font: FontId| ui.painter().layout_no_wrap("А".into(), font, Color32::PLACEHOLDER).size().y;
    let small = row(FontId::proportional(size::SMALL));
    let found = if finds { FOUND_LINES as f32 * small + space::TIGHT } else { 0.0 };
    HEADLINE_LINES as f32 * row(headline_font()) + space::TIGHT + small + found + 2.0 * space::NEAR
}

fn headline_font() -> FontId {
    theme::semibold(size::BODY - 1.0)
}

/// A release and how it is to be shown.
pub(super) struct Line<'a> {
    pub(super) listed: &'a Listed,
    pub(super) is_open: bool,
    /// Among what was found its date stands beside it.
    pub(super) finds: bool,
    pub(super) today: Date,
    /// Who else has it open, and how many other texts lie beside it.
    pub(super) company: Option<&'a (Option<Holder>, usize)>,
}

impl Line<'_> {
    pub(super) fn paint(&self, ui: &Ui, rect: Rect, response: &Response) {
        let Line { listed, is_open, finds, today: _, company } = self;
        let (colours, locale) = (colours(ui), locale(ui));
        let headline = headline(listed, locale);
        let (status, rest) = self.small(locale);
        let mut name = format!("{}. {status}", headline.text);
        if !rest.is_empty() {
            name += &format!(" · {rest}");
        }
        let signs = signs(ui, *company);
        for sign in &signs {
            name += &format!(". {}", sign.name);
        }
        if let Some(found) = &listed.found {
            name += &format!(". {}", found.text);
        }
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), *is_open, &name));
        if !ui.is_rect_visible(rect) {
            return;
        }
        ground(ui, rect, response, *is_open, colours);
        let room = rect.width() - 2.0 * INSET;
        let mut at = rect.min + vec2(INSET, space::NEAR);
        let top = laid_out(ui, &headline, headline_font(), colours.text, (room, HEADLINE_LINES));
        let height = top.size().y;
        ui.painter().galley(at, top, colours.text);
        at.y += height + space::TIGHT;
        let small = self.small_line(ui, (&signs, &status, &rest), room, colours);
        let height = small.size().y;
        ui.painter().galley(at, small, colours.muted);
        if let Some(found) = listed.found.as_ref().filter(|_| *finds) {
            at.y += height + space::TIGHT;
            let font = FontId::proportional(size::SMALL);
            let found = laid_out(ui, found, font, colours.muted, (room, FOUND_LINES));
            ui.painter().galley(at, found, colours.muted);
        }
    }

    /// How far the work has come, and whatever else tells releases apart.
    fn small(&self, locale: Locale) -> (String, String) {
        let Line { listed, finds, today, is_open: _, company: _ } = self;
        if listed.fault.is_some() {
            return (locale.say("release-faulty").to_owned(), String::new());
        }
        let mut parts = Vec::new();
        if *finds {
            let day = listed.key.day();
            parts.push(match Day::of(day, *today) {
                named @ (Day::Today | Day::Yesterday) => locale.say(named.key()).to_owned(),
                Day::Ahead | Day::ThisWeek | Day::Earlier => date_words(day, locale),
            });
        }
        match listed.kind {
            Kind::Release => {}
            Kind::Advisory => parts.push(locale.say("kind-advisory").to_lowercase()),
            Kind::Statement => parts.push(locale.say("kind-statement").to_lowercase()),
        }
        parts.push(listed.langs.join(" "));
        if listed.photos > 0 {
            parts.push(locale.tell("count-photos", &[("count", listed.photos.into())]));
        }
        (locale.say(status_key(listed.status)).to_lowercase(), parts.join(" · "))
    }

    fn small_line(
        &self,
        ui: &Ui,
        (signs, status, rest): (&[Sign], &str, &str),
        room: f32,
        colours: Colours,
    ) -> Arc<Galley> {
        let colour =
            if self.listed.fault.is_some() { colours.error } else { status_colour(self.listed.status, colours) };
        let font = FontId::proportional(size::SMALL);
        let mut job = LayoutJob::default();
        for sign in signs {
            job.append(&sign.shown, 0.0, TextFormat::simple(theme::semibold(size::SMALL), colours.accent));
            job.append(" · ", 0.0, TextFormat::simple(font.clone(), colours.muted));
        }
        job.append(status, 0.0, TextFormat::simple(font.clone(), colour));
        if !rest.is_empty() {
            job.append(&format!(" · {rest}"), 0.0, TextFormat::simple(font, colours.muted));
        }
        job.wrap = TextWrapping { max_width: room, max_rows: 1, ..TextWrapping::default() };
        ui.painter().layout_job(job)
    }
}

/// What others do at a release, in a word, and as a screen reader says it.
struct Sign {
    shown: String,
    name: String,
}

fn signs(ui: &Ui, company: Option<&(Option<Holder>, usize)>) -> Vec<Sign> {
    let Some((holder, copies)) = company else { return Vec::new() };
    let mut signs = Vec::new();
    if let Some(holder) = holder {
        let shown = company::name(ui, holder);
        let name = tell(ui, "several-open-by", &[("name", shown.as_str().into())]);
        signs.push(Sign { shown, name });
    }
    if *copies > 0 {
        let shown = tell(ui, "several-copies-sign", &[("count", (*copies).into())]);
        signs.push(Sign { name: shown.clone(), shown });
    }
    signs
}

/// A release without a headline is called so; one that cannot be read goes by the name of its folder.
fn headline(listed: &Listed, locale: Locale) -> Marked {
    if !listed.headline.text.trim().is_empty() {
        return listed.headline.clone();
    }
    let folder = listed.folder.file_name().map(|name| name.to_string_lossy().into_owned());
    let text = match (&listed.fault, folder) {
        (Some(_), Some(folder)) => folder,
        (Some(_) | None, _) => locale.say("library-untitled").to_owned(),
    };
    Marked { text, marks: Vec::new() }
}

fn status_colour(status: Status, colours: Colours) -> Color32 {
    match status {
        Status::Draft => colours.muted,
        Status::InReview | Status::Corrected => colours.warning,
        Status::Approved | Status::Sent => colours.good,
        Status::Withdrawn => colours.error,
    }
}

/// Words in a room of this width, cut after so many lines; what was found in them is marked.
fn laid_out(ui: &Ui, words: &Marked, font: FontId, colour: Color32, (room, lines): (f32, usize)) -> Arc<Galley> {
    let colours = colours(ui);
    let plain = TextFormat::simple(font.clone(), colour);
    // Underlined as well: colour alone tells some people nothing.
    let hit = TextFormat { underline: Stroke::new(1.5, colours.accent), ..TextFormat::simple(font, colours.accent) };
    let mut job = LayoutJob::default();
    let mut from = 0;
    for mark in &words.marks {
        job.append(words.text.get(from..mark.start).unwrap_or_default(), 0.0, plain.clone());
        job.append(words.text.get(mark.clone()).unwrap_or_default(), 0.0, hit.clone());
        from = mark.end;
    }
    job.append(words.text.get(from..).unwrap_or_default(), 0.0, plain);
    job.wrap = TextWrapping { max_width: room, max_rows: lines, ..TextWrapping::default() };
    ui.painter().layout_job(job)
}
