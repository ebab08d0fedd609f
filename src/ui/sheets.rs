//! The true pages beside the form: paper in a scroll, sharp at any size, each place tied to its field.

use std::collections::BTreeMap;
use std::ops::Range;

use egui::{
    Align2, Button, ColorImage, CursorIcon, FontId, Id, Pos2, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind,
    TextureHandle, TextureOptions, Ui, Vec2, pos2, vec2,
};

use super::command::Command;
use super::icons::Icon;
use super::strings::{locale, say, tell};
use super::theme::{self, colours, size, space};
use super::widgets::{SIGN, icon_button, scrolled};
use crate::check::Place;
use crate::desk::place_of;
use crate::pages::Mark;
use crate::release::Lang;
use crate::story::Origin;
use crate::words::Message;

/// What the window shows of the typeset pages, and what it would like to show.
#[derive(Default)]
pub struct Sheets {
    revision: u64,
    sizes_pt: Vec<(f32, f32)>,
    drawn: BTreeMap<usize, Drawn>,
    marks: Vec<(Origin, Mark)>,
    trouble: Option<Message>,
    zoom: Zoom,
    wish: PageWish,
    /// The place of the cursor to which the pages have moved.
    followed: Option<Place>,
}

impl std::fmt::Debug for Sheets {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Sheets({} pages, {} drawn)", self.sizes_pt.len(), self.drawn.len())
    }
}

struct Drawn {
    texture: TextureHandle,
    fingerprint: u128,
    pixels_per_point: f32,
}

/// How large the pages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Zoom {
    /// As wide as there is room.
    #[default]
    Fit,
    /// So many points of the window for a point of the page.
    By(f32),
}

/// The steps of the zoom buttons, and its ends.
const STEP: f32 = 1.25;
const SMALLEST: f32 = 0.25;
const LARGEST: f32 = 5.0;

/// Graphics cards take no larger pictures, and the smallest of them draw for all of us.
const LARGEST_SIDE_PX: f32 = 8192.0;

/// Which pages are in sight and how fine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageWish {
    /// The pages that a reader sees, or would see with the next turn of the wheel.
    pub in_sight: Range<usize>,
    /// Pixels for a point of the page.
    pub pixels_per_point: f32,
    /// What is drawn already: the fingerprint of each page and its pixels for a point.
    pub there: BTreeMap<usize, (u128, f32)>,
}

/// What became of a wish.
#[derive(Clone, Debug, Default)]
pub struct PageNews {
    /// The number of the story that is shown.
    pub revision: u64,
    /// Width and height of each page in points.
    pub sizes_pt: Vec<(f32, f32)>,
    /// Where everything stands.
    pub marks: Vec<(Origin, Mark)>,
    /// Pages that look other than before.
    pub fresh: Vec<FreshPage>,
    /// Why there are no newer pages.
    pub trouble: Option<Message>,
}

/// A page as pixels.
#[derive(Clone, Debug)]
pub struct FreshPage {
    /// Which, counted from 0.
    pub page: usize,
    /// Two pages of the same fingerprint look the same.
    pub fingerprint: u128,
    /// Pixels for a point of the page.
    pub pixels_per_point: f32,
    /// The pixels.
    pub image: ColorImage,
}

impl PageNews {
    /// No page, and why.
    pub fn trouble(why: Message) -> Self {
        PageNews { trouble: Some(why), ..PageNews::default() }
    }
}

impl Sheets {
    /// Which pages should be drawn, and how.
    pub fn wish(&self) -> &PageWish {
        &self.wish
    }

    /// Where each field's words stand on the pages, in reading order.
    pub fn places(&self, lang: &Lang) -> Vec<(Place, Mark)> {
        self.marks.iter().filter_map(|(origin, mark)| Some((place_of(*origin, lang)?, *mark))).collect()
    }

    /// Why there are no newer pages.
    pub fn trouble(&self) -> Option<&Message> {
        self.trouble.as_ref()
    }

    /// The number of the story that is shown.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// How many pages there are; none before the first is set.
    pub fn count(&self) -> usize {
        self.sizes_pt.len()
    }

    /// Takes in what was set and drawn.
    pub fn take(&mut self, ctx: &egui::Context, news: PageNews) {
        let PageNews { revision, sizes_pt, marks, fresh, trouble } = news;
        if trouble.is_none() {
            self.marks = marks;
        }
        self.trouble = trouble;
        self.revision = revision;
        if !sizes_pt.is_empty() {
            self.drawn.retain(|page, _| *page < sizes_pt.len());
            self.sizes_pt = sizes_pt;
        }
        for FreshPage { page, fingerprint, pixels_per_point, image } in fresh {
            match self.drawn.get_mut(&page) {
                Some(drawn) => {
                    drawn.texture.set(image, TextureOptions::LINEAR);
                    (drawn.fingerprint, drawn.pixels_per_point) = (fingerprint, pixels_per_point);
                }
                None => {
                    let texture = ctx.load_texture(format!("page {page}"), image, TextureOptions::LINEAR);
                    self.drawn.insert(page, Drawn { texture, fingerprint, pixels_per_point });
                }
            }
        }
        self.wish.there =
            self.drawn.iter().map(|(page, drawn)| (*page, (drawn.fingerprint, drawn.pixels_per_point))).collect();
    }

    /// Points of the window for a point of the page, as shown last.
    fn shown(&self, ui: &Ui) -> f32 {
        self.wish.pixels_per_point / ui.ctx().pixels_per_point()
    }

    /// Another release lies on the desk.
    pub fn clear(&mut self) {
        *self = Sheets { zoom: self.zoom, ..Sheets::default() };
    }
}

/// Larger, how large, smaller; laid out from the right.
pub(super) fn zoom_buttons(ui: &mut Ui, sheets: &mut Sheets) {
    zoom_button(ui, sheets, Icon::Add, say(ui, "page-larger"), STEP);
    let shown = format!("{:.0} %", sheets.shown(ui) * 100.0);
    let percent = RichText::new(shown).size(size::SMALL).color(colours(ui).muted);
    let fit = Button::new(percent).frame_when_inactive(false).min_size(vec2(54.0, SIGN.y));
    let name = say(ui, "page-fit");
    if ui.add(fit).accessible_name(name).on_hover_text(name).clicked() {
        sheets.zoom = Zoom::Fit;
    }
    zoom_button(ui, sheets, Icon::Less, say(ui, "page-smaller"), 1.0 / STEP);
}

fn zoom_button(ui: &mut Ui, sheets: &mut Sheets, icon: Icon, name: &str, factor: f32) {
    if icon_button(ui, icon, name).clicked() {
        sheets.zoom = Zoom::By((sheets.shown(ui) * factor).clamp(SMALLEST, LARGEST));
    }
}

/// The room around a sheet of paper.
const MARGIN: f32 = space::INSET;

/// An A4 sheet, until the first page is set.
const BLANK: (f32, f32) = (595.0, 842.0);

pub(super) fn show(ui: &mut Ui, sheets: &mut Sheets, lang: &Lang, commands: &mut Vec<Command>) {
    let colours = colours(ui);
    if let Some(trouble) = &sheets.trouble {
        let response = ui.label(RichText::new(trouble.in_locale(locale(ui))).size(size::SMALL).color(colours.error));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    }
    let sizes = if sheets.sizes_pt.is_empty() { vec![BLANK] } else { sheets.sizes_pt.clone() };
    let widest = sizes.iter().map(|(width, _)| *width).fold(1.0, f32::max);
    let highest = sizes.iter().map(|(_, height)| *height).fold(1.0, f32::max);
    let room = (ui.available_width() - 2.0 * MARGIN - ui.spacing().scroll.allocated_width()).max(80.0);
    if ui.rect_contains_pointer(ui.available_rect_before_wrap()) {
        // Ctrl and the wheel; taken here, so that the rest of the window keeps its size.
        let turned = ui.input(egui::InputState::zoom_delta);
        if (turned - 1.0).abs() > f32::EPSILON {
            sheets.zoom = Zoom::By((sheets.shown(ui) * turned).clamp(SMALLEST, LARGEST));
        }
    }
    let zoom = match sheets.zoom {
        Zoom::Fit => room / widest,
        Zoom::By(factor) => factor,
    };
    let pixels = ui.ctx().pixels_per_point();
    let zoom = zoom.min(LARGEST_SIDE_PX / pixels / highest);
    let cursor = cursor(ui.ctx());
    let mut in_sight: Option<Range<usize>> = None;
    scrolled(ui, ScrollArea::both().id_salt(("pages", lang)).auto_shrink(false), |ui| {
        let widths = ui.available_width().max(widest * zoom + 2.0 * MARGIN);
        let mut top = MARGIN / 2.0;
        let origin = ui.min_rect().min;
        let seen = ui.clip_rect().expand(highest * zoom / 4.0);
        for (page, (width, height)) in sizes.iter().enumerate() {
            let paper = Vec2::new(*width, *height) * zoom;
            let at = origin + vec2((widths - paper.x) / 2.0, top);
            // On whole pixels, where letters are sharp.
            let at = (at * pixels).round() / pixels;
            let rect = Rect::from_min_size(at, paper);
            top += paper.y + MARGIN;
            if !rect.intersects(seen) {
                continue;
            }
            let range = in_sight.get_or_insert(page..page);
            range.end = page + 1;
            sheet(ui, sheets, page, rect, zoom, (lang, cursor.as_ref()), commands);
        }
        ui.allocate_space(vec2(widths, top));
        follow(ui, sheets, cursor, lang, (origin, widths), zoom);
    });
    sheets.wish.in_sight = in_sight.unwrap_or(0..1);
    sheets.wish.pixels_per_point = zoom * pixels;
}

fn sheet(
    ui: &mut Ui,
    sheets: &Sheets,
    page: usize,
    rect: Rect,
    zoom: f32,
    (lang, cursor): (&Lang, Option<&Place>),
    commands: &mut Vec<Command>,
) {
    let colours = colours(ui);
    let pages = sheets.sizes_pt.len().max(1);
    let name = tell(ui, "page-of", &[("page", (page + 1).into()), ("pages", pages.into())]);
    let response = ui.interact(rect, Id::unique(("page", page)), Sense::click()).accessible_name(&name);
    ui.painter().add(theme::paper_shadow().as_shape(rect, 0));
    ui.painter().rect_filled(rect, 0, theme::WHITE_PAPER);
    match sheets.drawn.get(&page) {
        Some(drawn) => {
            let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
            ui.painter().image(drawn.texture.id(), rect, whole, theme::AS_DRAWN);
        }
        None => {
            let colour = colours.faded_ink;
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, name, FontId::proportional(size::SMALL), colour);
        }
    }
    let ground = |mark: &Mark| {
        let min = rect.min + vec2(mark.rect.left, mark.rect.top) * zoom;
        let max = rect.min + vec2(mark.rect.right, mark.rect.bottom) * zoom;
        Rect::from_min_max(min, max).expand2(vec2(5.0, 2.0) * zoom.max(0.6))
    };
    let here = sheets.marks.iter().filter(|(_, mark)| mark.page == page);
    for (origin, mark) in here.clone() {
        if cursor.is_some() && place_of(*origin, lang).as_ref() == cursor {
            let ground = ground(mark);
            ui.painter().rect_filled(ground, 3, theme::ON_PAPER.gamma_multiply(0.09));
            let stroke = Stroke::new(2.0, theme::ON_PAPER);
            ui.painter().vline(ground.left(), ground.y_range(), stroke);
        }
    }
    let Some(pointer) = response.hover_pos() else { return };
    let distance = |mark: &Mark| ground(mark).distance_sq_to_pos(pointer);
    let nearest = here.min_by(|(_, one), (_, other)| distance(one).total_cmp(&distance(other)));
    let Some((origin, mark)) = nearest else { return };
    let Some(place) = place_of(*origin, lang) else { return };
    if ground(mark).contains(pointer) {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        let stroke = Stroke::new(1.0, theme::ON_PAPER.gamma_multiply(0.45));
        ui.painter().rect_stroke(ground(mark), 3, stroke, StrokeKind::Outside);
    }
    if response.clicked() {
        commands.push(Command::GoTo(place));
    }
}

/// The field in which the cursor stands, or stood last.
pub fn cursor(ctx: &egui::Context) -> Option<Place> {
    ctx.data(|data| data.get_temp::<Place>(cursor_key()))
}

/// Where the form leaves word of its cursor.
pub(super) fn cursor_key() -> Id {
    Id::unique("the place of the cursor")
}

/// The pages turn to the place in which somebody begins to write.
fn follow(ui: &Ui, sheets: &mut Sheets, cursor: Option<Place>, lang: &Lang, (origin, widths): (Pos2, f32), zoom: f32) {
    if sheets.followed == cursor {
        return;
    }
    let Some(place) = &cursor else { return };
    let mark = sheets.marks.iter().find(|(origin, _)| place_of(*origin, lang).as_ref() == Some(place));
    let Some((_, mark)) = mark else { return };
    let above: f32 = sheets.sizes_pt.iter().take(mark.page).map(|(_, height)| height * zoom + MARGIN).sum();
    let width = sheets.sizes_pt.get(mark.page).map_or(BLANK.0, |(width, _)| *width) * zoom;
    let corner = origin + vec2((widths - width) / 2.0, MARGIN / 2.0 + above);
    let rect = Rect::from_min_max(
        corner + vec2(mark.rect.left, mark.rect.top) * zoom,
        corner + vec2(mark.rect.right, mark.rect.bottom.min(mark.rect.top + 120.0)) * zoom,
    );
    let seen = ui.clip_rect();
    if rect.top() < seen.top() || rect.bottom() > seen.bottom() {
        ui.scroll_to_rect(rect.expand(24.0), None);
    }
    sheets.followed = cursor;
}
