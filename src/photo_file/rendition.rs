//! The files that newsrooms get of one photo: for print, for the web, for a list.
//!
//! Each is a JPEG, because every program takes it; what shows through stands on white. Each is turned and cut as somebody
//! asked, upright, in sRGB, bears the words of the release and nothing else.

use super::jpeg::Jpeg;
use super::kind::{self, Kind};
use super::{Labelled, PhotoError, PhotoWords, Picture, pixels, with_words};
use crate::release::{Lang, PhotoEdit};

/// One of the sizes in which a photo leaves the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rendition {
    /// All pixels that there are. A JPEG whose pixels are right as they are is not coded again.
    Print,
    /// For a web site.
    Web,
    /// For a web page on a small screen.
    Medium,
    /// For a list.
    Thumbnail,
}

impl Rendition {
    /// What newsrooms get.
    pub const SENT: [Rendition; 3] = [Rendition::Print, Rendition::Web, Rendition::Thumbnail];

    /// What a web page of ours chooses from.
    pub const SHOWN: [Rendition; 3] = [Rendition::Web, Rendition::Medium, Rendition::Thumbnail];

    /// The longer side for a web site, where nobody asks for another.
    pub const WEB_PX: u32 = 1600;

    /// Its longer side at the most; `web_px` is that for a web site.
    fn long_edge_px(self, web_px: u32) -> u32 {
        match self {
            Rendition::Print => u32::MAX,
            Rendition::Web => web_px,
            Rendition::Medium => 800,
            Rendition::Thumbnail => 400,
        }
    }

    /// Where it lies in the folder of photos: a folder and a file, for a photo of this name.
    pub fn place(self, name: &str) -> (&'static str, String) {
        match self {
            Rendition::Print => ("print", format!("{name}.jpg")),
            Rendition::Web => ("web", format!("{name}.jpg")),
            Rendition::Medium => ("web", format!("{name}-800.jpg")),
            Rendition::Thumbnail => ("thumbnail", format!("{name}.jpg")),
        }
    }

    /// How well it is coded.
    fn quality(self) -> u8 {
        match self {
            Rendition::Print => 95,
            Rendition::Web | Rendition::Medium | Rendition::Thumbnail => 88,
        }
    }
}

/// One size of a photo, with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered {
    /// Which of them.
    pub rendition: Rendition,
    /// A JPEG and its size.
    pub picture: Picture,
}

/// Makes the wanted sizes of a photo, each with these words in all of these languages. `web_px` is the longer side for a web
/// site at the most.
///
/// # Errors
/// As [`for_page`](super::for_page).
pub fn renditions(
    photo: &[u8],
    edit: &PhotoEdit,
    words: &PhotoWords,
    langs: &[Lang],
    wanted: &[Rendition],
    web_px: u32,
) -> Result<Vec<Rendered>, PhotoError> {
    // The smaller ones are made of the one for the web: a large photo is decoded once for all of them.
    let web = match wanted.iter().any(|rendition| *rendition != Rendition::Print) {
        true => Some(jpeg(photo, edit, Rendition::Web, web_px)?),
        false => None,
    };
    let one = |rendition: Rendition| {
        let bare = match (rendition, &web) {
            (Rendition::Web, Some(web)) => web.clone(),
            (Rendition::Medium | Rendition::Thumbnail, Some(web)) => {
                jpeg(&web.bytes, &PhotoEdit::default(), rendition, web_px)?
            }
            (Rendition::Print, _) | (_, None) => jpeg(photo, edit, rendition, web_px)?,
        };
        let Labelled { bytes, cut: _ } = with_words(&bare, words, langs);
        Ok(Rendered { rendition, picture: Picture { bytes, ..bare } })
    };
    // What is no larger than its middle size needs none.
    let large = web.as_ref().is_none_or(|web| web.width_px.max(web.height_px) > Rendition::Medium.long_edge_px(web_px));
    wanted
        .iter()
        .filter(|rendition| large || **rendition != Rendition::Medium)
        .map(|rendition| one(*rendition))
        .collect()
}

fn jpeg(photo: &[u8], edit: &PhotoEdit, rendition: Rendition, web_px: u32) -> Result<Picture, PhotoError> {
    let most_px = (rendition.long_edge_px(web_px), rendition.long_edge_px(web_px));
    let decoded = match kind::of(photo)? {
        Kind::Jpeg => {
            let photo = Jpeg::read(photo)?;
            if let Some(picture) = photo.as_it_is(most_px).filter(|_| edit.is_nothing()) {
                return Ok(picture);
            }
            pixels::from_jpeg(&photo)?
        }
        Kind::Png => pixels::from_png(photo)?,
        Kind::Webp => pixels::from_webp(photo)?,
        Kind::Tiff => pixels::from_tiff(photo)?,
        Kind::Svg => return Err(PhotoError::Drawing),
    };
    decoded.jpeg(edit, most_px, rendition.quality())
}
