//! A story as typeset pages: set by Typst in memory, shown as pixels, written as PDF.
//!
//! Values in, values out: no disk, no window, no clock. The same sheet gives the same pages to the last byte. How long a
//! page may take is for the caller to say; where it is given up, nothing else is lost.

mod bounds;
mod data;
pub mod fonts;
mod hyphens;
mod looks;
mod marks;
mod material;
mod pdf;
mod scaled;
mod tidy;
mod world;

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use typst::foundations::Bytes;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

use crate::house::Letterhead;
use crate::story::Story;
use crate::words::Message;
use data::Data;
use material::Handing;
use scaled::StandIns;
use world::{GaveUp, Stage};

pub use fonts::has_letter;
pub use marks::{Mark, Rect};
pub use material::{Material, Print, Resolution, Room, Shown, photos_of};
pub use pdf::{Archive, PdfError};

/// A page that takes longer than this to set is given up.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Setting a page may need this much of a thread's stack, in bytes.
pub const STACK: usize = 64 << 20;

/// The page of all houses, in Typst's language.
pub const TEMPLATE: &str = include_str!("../assets/pages/page.typ");

/// The release itself inside its PDF.
pub const SOURCE_FILE: &str = "release.ron";

/// What goes to press.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// The words in their order.
    pub story: &'a Story,
    /// The look of the house.
    pub letterhead: &'a Letterhead,
    /// Logo and photos.
    pub material: &'a Material,
    /// The release's own file, to travel inside the PDF.
    pub source: Option<&'a [u8]>,
}

/// Typeset pages.
#[derive(Clone, Debug)]
pub struct Pages {
    document: Arc<PagedDocument>,
    /// Where each part of the story stands, in reading order.
    pub marks: Vec<Mark>,
    /// Letters that no font of the program has; a box stands in their place.
    pub missing_letters: Vec<char>,
    /// What is drawn instead of a drawing that stands in for it.
    stand_ins: Arc<StandIns>,
    /// So many different JPEGs have to be in the PDF.
    jpegs: usize,
    uuid: uuid::Uuid,
    lang: String,
}

/// Why there are no pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageError {
    /// It took too long.
    TookTooLong,
    /// Typst refused; a fault of the template, never of what was typed. In Typst's words, for whoever mends it.
    Fault(String),
}

impl PageError {
    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            PageError::TookTooLong => Message::new("error-page-too-long"),
            PageError::Fault(said) => Message::new("error-page-fault").with("said", said.as_str()),
        }
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(out)
    }
}

impl std::error::Error for PageError {}

/// Reads the fonts and Typst's library, which the first page needs: done beside other work, that page stands sooner.
pub fn get_ready() {
    world::get_ready();
}

/// So many settings ago Typst last needed what it now forgets.
const REMEMBERED: usize = 10;

/// Sets the pages of a story.
///
/// `give_up` is asked every now and then, from this thread; where it answers yes, the setting ends with
/// [`PageError::TookTooLong`].
///
/// # Errors
/// Given up, or a fault in the template.
pub fn set(sheet: &Sheet<'_>, give_up: &(dyn Fn() -> bool + Send + Sync)) -> Result<Pages, PageError> {
    set_handing(sheet, Handing::Plain, give_up)
}

/// As [`set`], for pages that will be a PDF: photos go into it byte for byte, so none is decoded.
///
/// The pages look the same, but to draw them takes longer.
///
/// # Errors
/// As [`set`].
pub fn set_for_pdf(sheet: &Sheet<'_>, give_up: &(dyn Fn() -> bool + Send + Sync)) -> Result<Pages, PageError> {
    set_handing(sheet, Handing::Enclosed, give_up)
}

/// As [`set`], for pages that are only drawn: each photo is decoded when its page is, so that however many there are, no
/// more than those of a few pages lie in the memory.
///
/// # Errors
/// As [`set`].
pub fn set_for_screen(sheet: &Sheet<'_>, give_up: &(dyn Fn() -> bool + Send + Sync)) -> Result<Pages, PageError> {
    set_handing(sheet, Handing::StandIn, give_up)
}

fn set_handing(
    sheet: &Sheet<'_>,
    handing: Handing,
    give_up: &(dyn Fn() -> bool + Send + Sync),
) -> Result<Pages, PageError> {
    let (files, stand_ins) = handed(sheet, handing)?;
    let stage = Stage::new(files, give_up).ok_or_else(|| PageError::Fault("a name of the template is wrong".into()))?;
    let compiled = catch_unwind(AssertUnwindSafe(|| typst::compile::<PagedDocument>(&stage).output));
    // Also after a failure: what was tried is remembered too.
    typst::comemo::evict(REMEMBERED);
    let document = match compiled {
        Ok(Ok(document)) => document,
        Ok(Err(errors)) => {
            let first = errors.first().map(|error| error.message.to_string()).unwrap_or_default();
            return Err(PageError::Fault(first));
        }
        Err(unwound) => return Err(unwinding(unwound.as_ref())),
    };
    let facts = &sheet.story.facts;
    let document = tidy::tidied(document);
    let (marks, missing_letters) = marks::walk(&document);
    Ok(Pages {
        document: Arc::new(document),
        marks,
        missing_letters,
        stand_ins: Arc::new(stand_ins),
        jpegs: material::jpegs(sheet.story, sheet.material),
        uuid: facts.id,
        lang: facts.lang.to_string(),
    })
}

fn unwinding(unwound: &(dyn Any + Send)) -> PageError {
    if unwound.is::<GaveUp>() { PageError::TookTooLong } else { PageError::Fault("the typesetting broke off".into()) }
}

/// What the template reads, by its name there: the story as data, logo and photos, the release itself.
///
/// For those who set the same page with a Typst of their own, beside [`TEMPLATE`] and the [`fonts`].
///
/// # Errors
/// A fault of the program.
pub fn files(sheet: &Sheet<'_>) -> Result<Vec<(String, Bytes)>, PageError> {
    handed(sheet, Handing::Plain).map(|(files, _)| files)
}

type Files = Vec<(String, Bytes)>;

fn handed(sheet: &Sheet<'_>, handing: Handing) -> Result<(Files, StandIns), PageError> {
    let story = serde_json::to_vec(&Data::of(sheet, handing)).map_err(|error| PageError::Fault(error.to_string()))?;
    let mut files = vec![("story.json".to_owned(), Bytes::new(story))];
    let mut stand_ins = StandIns::new();
    let Material { logo, photos } = sheet.material;
    if let Some(Ok(logo)) = logo {
        files.push((material::stage_name(data::LOGO, logo), Bytes::new(Arc::clone(&logo.bytes))));
    }
    for (index, print) in photos.values().enumerate() {
        let Ok(print) = print else { continue };
        let (stem, picture) = (data::photo_stem(index), print.picture());
        let drawing = material::drawing(&stem, print, handing);
        if handing == Handing::StandIn
            && let Some((_, drawing)) = &drawing
        {
            stand_ins.insert(drawing.clone().into_bytes(), picture.clone());
        } else {
            files.push((material::stage_name(&stem, picture), Bytes::new(Arc::clone(&picture.bytes))));
        }
        files.extend(drawing.map(|(name, drawing)| (name, Bytes::from_string(drawing))));
    }
    if let Some(source) = sheet.source {
        files.push((SOURCE_FILE.to_owned(), Bytes::new(source.to_vec())));
    }
    Ok((files, stand_ins))
}

/// Pixels of a page: red, green, blue and alpha of each, row by row, alpha multiplied in.
#[derive(Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Four bytes a pixel.
    pub rgba: Vec<u8>,
}

impl fmt::Debug for Pixels {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Pixels({}x{})", self.width, self.height)
    }
}

impl Pages {
    /// How many pages there are; at least one.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// What Typst made of the story, for whoever wants to look closer: tests read the letters back from it.
    pub fn document(&self) -> &PagedDocument {
        &self.document
    }

    /// Width and height of a page in points (1/72 inch); nothing for a page that there is not.
    pub fn size_pt(&self, page: usize) -> Option<(f32, f32)> {
        let size = self.document.pages().get(page)?.frame.size();
        Some((size.x.to_pt() as f32, size.y.to_pt() as f32))
    }

    /// Two pages of the same fingerprint look the same.
    pub fn fingerprint(&self, page: usize) -> Option<u128> {
        self.document.pages().get(page).map(looks::fingerprint)
    }

    /// A page as pixels, at so many of them a point.
    pub fn pixels(&self, page: usize, pixels_per_point: f32) -> Option<Pixels> {
        let page = self.document.pages().get(page)?;
        let options = RenderOptions { pixel_per_pt: f64::from(pixels_per_point).into(), render_bleed: false };
        let page = scaled::with_photos_scaled(page, pixels_per_point, &self.stand_ins);
        let drawn = catch_unwind(AssertUnwindSafe(|| typst_render::render(&page, &options))).ok()?;
        Some(Pixels { width: drawn.width(), height: drawn.height(), rgba: drawn.take() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::newsroom::{houses_for, sample_release};
    use crate::story;

    fn set_sample(give_up: &(dyn Fn() -> bool + Send + Sync)) -> Result<Pages, PageError> {
        let release = sample_release().unwrap();
        let houses = houses_for(&release, None).unwrap();
        let edition = &release.editions[0];
        let house = houses.of(&edition.lang);
        let story = story::set(&release, edition, house);
        let material = Material::default();
        set(&Sheet { story: &story, letterhead: &house.letterhead, material: &material, source: None }, give_up)
    }

    #[test]
    fn a_page_that_is_given_up_says_so_and_the_next_one_is_set() {
        assert_eq!(set_sample(&|| true).unwrap_err(), PageError::TookTooLong);
        assert!(set_sample(&|| false).unwrap().count() >= 1);
    }

    #[test]
    fn a_panic_in_the_middle_costs_the_page_and_nothing_else() {
        let fault = set_sample(&|| panic!("on purpose")).unwrap_err();
        assert!(matches!(fault, PageError::Fault(_)), "{fault}");
        assert!(set_sample(&|| false).unwrap().count() >= 1);
    }
}
