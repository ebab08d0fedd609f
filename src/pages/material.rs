//! What a page needs besides words: the logo and the photos, ready to leave the house.

use std::collections::{BTreeMap, BTreeSet};

use super::data::POINTS;
use crate::house::Letterhead;
use crate::photo_file::{self, PhotoError, Picture, PictureFormat};
use crate::release::PhotoEdit;
use crate::story::{Origin, Story};
use crate::words::Message;

/// How fine the pictures of a page are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Resolution {
    /// For a screen of any kind.
    Screen,
    /// For paper.
    Print,
}

impl Resolution {
    /// Pixels an inch of the printed page.
    pub fn dpi(self) -> f32 {
        match self {
            Resolution::Screen => 200.0,
            Resolution::Print => 300.0,
        }
    }
}

/// So many times finer than its resolution may a photo be and is not scaled.
const SPARED: f32 = 1.5;

/// How a photo is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shown {
    /// Where it stands.
    pub room: Room,
    /// What of it is shown.
    pub edit: PhotoEdit,
}

/// Where a photo is shown, which decides how large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Room {
    /// At the end, two in a row.
    AtTheEnd,
    /// In the text, between two paragraphs.
    InText,
    /// Under the headline, as wide as the text where its height allows.
    Lead,
}

/// Fewer pixels an inch look torn on paper; a smaller photo is shown smaller.
const LEAST_DPI: f32 = 96.0;

impl Room {
    /// Its width and height on the page, in millimetres.
    pub fn mm(self, letterhead: &Letterhead) -> (f32, f32) {
        let (width, height) = letterhead.text_mm();
        let gutter = 14.0 / POINTS;
        // A photo in the text leaves room for the text: one that fills half a page pushes the rest to the next.
        match self {
            Room::Lead => (width, height * 0.36),
            Room::InText => (width, height * 0.28),
            Room::AtTheEnd => ((width - gutter) / 2.0, height * 0.25),
        }
    }
}

/// A photo ready for a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Print {
    picture: Picture,
    /// In points on the page.
    size_pt: (f32, f32),
    /// Tells it from every other.
    mark: u128,
}

impl Print {
    /// Makes a photo ready for its place on a page of this house.
    ///
    /// # Errors
    /// The file is no picture that can be shown.
    pub fn new(
        photo: &[u8],
        shown: Shown,
        letterhead: &Letterhead,
        resolution: Resolution,
    ) -> Result<Print, PhotoError> {
        let (width, height) = shown.edit.shown_px(photo_file::size_px(photo)?);
        let (room_width, room_height) = shown.room.mm(letterhead);
        // Reckoned from the original, so that screen and paper break their pages at the same place.
        let (width, height) = (width.max(1) as f32, height.max(1) as f32);
        let scale = (room_width / width).min(room_height / height).min(25.4 / LEAST_DPI);
        // A photo that is only a little finer keeps its pixels: each coding costs quality and time, and saves little.
        let dpi = match 25.4 / scale <= SPARED * resolution.dpi() {
            true => 25.4 / scale,
            false => resolution.dpi(),
        };
        let pixels = |size: f32| (size * scale / 25.4 * dpi).round().max(1.0) as u32;
        let picture = photo_file::edited(photo, &shown.edit, (pixels(width), pixels(height)))?;
        let mark = typst::utils::hash128(&picture.bytes);
        Ok(Print { picture, size_pt: (width * scale * POINTS, height * scale * POINTS), mark })
    }

    pub(super) fn picture(&self) -> &Picture {
        &self.picture
    }

    pub(super) fn size_pt(&self) -> (f32, f32) {
        self.size_pt
    }
}

/// What a page needs besides words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Material {
    /// The house's logo, where it has one; or why it cannot be shown, in words for the user.
    pub logo: Option<Result<Picture, Message>>,
    /// By their file's name; where one cannot be shown, why not, in words for the user.
    pub photos: BTreeMap<String, Result<Print, Message>>,
}

impl Material {
    /// Makes the logo ready.
    ///
    /// # Errors
    /// The file is no picture that can be shown.
    pub fn ready_logo(file: &[u8], letterhead: &Letterhead) -> Result<Picture, PhotoError> {
        let height = letterhead.logo_height_mm / 25.4 * Resolution::Print.dpi();
        let width = letterhead.text_mm().0 / 25.4 * Resolution::Print.dpi();
        photo_file::logo(file, (width as u32, height.ceil() as u32))
    }
}

/// The photos that a story shows, each once, and the largest place in which it stands.
pub fn photos_of(story: &Story) -> BTreeMap<String, Shown> {
    let mut wanted: BTreeMap<String, Shown> = BTreeMap::new();
    for (origin, figure) in story.figures() {
        let shown = Shown { room: room(origin), edit: figure.edit };
        let largest = wanted.entry(figure.file.clone()).or_insert(shown);
        *largest = shown.max(*largest);
    }
    wanted
}

fn room(origin: Origin) -> Room {
    match origin {
        // No block places it, so it stands under the headline.
        Origin::Photo(_) => Room::Lead,
        Origin::Photos => Room::AtTheEnd,
        Origin::Block(_)
        | Origin::ReleaseLine
        | Origin::Headline
        | Origin::Subhead
        | Origin::Dateline
        | Origin::Notes
        | Origin::Contacts
        | Origin::House => Room::InText,
    }
}

/// How a photo reaches Typst.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Handing {
    /// As it is: Typst decodes it, and can draw it.
    Plain,
    /// A JPEG inside a drawing of nothing else, which Typst passes on to a PDF without decoding it: a PDF takes its bytes.
    Enclosed,
    /// An empty drawing in its place, until its page is drawn: a hundred decoded photos would fill the memory.
    StandIn,
}

/// How many different JPEGs a PDF of the story has to hold.
pub(super) fn jpegs(story: &Story, material: &Material) -> usize {
    let Material { logo, photos } = material;
    let shown = photos_of(story);
    let photos = shown.keys().filter_map(|name| photos.get(name)).flatten().map(Print::picture);
    let pictures = photos.chain(logo.iter().flatten()).filter(|picture| picture.format == PictureFormat::Jpeg);
    pictures.map(|picture| &picture.bytes).collect::<BTreeSet<_>>().len()
}

/// The name of a picture in the template's world, which never is the name that a person gave it.
pub(super) fn stage_name(stem: &str, picture: &Picture) -> String {
    let ending = match picture.format {
        PictureFormat::Jpeg => "jpg",
        PictureFormat::Png => "png",
        PictureFormat::Svg => "svg",
    };
    format!("{stem}.{ending}")
}

/// The drawing that goes to Typst for a photo, and what it is called; `None` where the photo goes as it is.
pub(super) fn drawing(stem: &str, print: &Print, handing: Handing) -> Option<(String, String)> {
    let Print { picture, mark, .. } = print;
    let Picture { width_px: width, height_px: height, .. } = picture;
    let inside = match (handing, picture.format) {
        (Handing::Enclosed, PictureFormat::Jpeg) => {
            let name = stage_name(stem, picture);
            format!(r#"<image href="{name}" width="{width}" height="{height}"/>"#)
        }
        // What is said in it is not seen, and tells one stand-in from the next.
        (Handing::StandIn, PictureFormat::Jpeg | PictureFormat::Png) => format!("<desc>{mark:032x}</desc>"),
        (Handing::Enclosed, PictureFormat::Png | PictureFormat::Svg)
        | (Handing::StandIn, PictureFormat::Svg)
        | (Handing::Plain, _) => return None,
    };
    let drawing =
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{inside}</svg>"#);
    Some((format!("{stem}.svg"), drawing))
}
