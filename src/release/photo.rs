//! A photo's words and how it is shown. Its bytes lie in the release's folder and are no business of the model.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{ByLang, is_default};

/// A photo's name for life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PhotoId(pub u32);

/// The words of a photo, by IPTC's names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Photo {
    /// What blocks refer to.
    pub id: PhotoId,
    /// The file's name in the release's `photos` folder; a name, never a path.
    pub file: String,
    /// A headline of its own; the release's stands in for it where there is none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub headline: ByLang,
    /// What the picture shows, and whom.
    #[serde(default, skip_serializing_if = "is_default")]
    pub caption: ByLang,
    /// The picture in words, for those who cannot see it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub alt: ByLang,
    /// It only adorns: nothing is lost to those who cannot see it, and screen readers pass it by.
    #[serde(default, skip_serializing_if = "is_default")]
    pub decorative: bool,
    /// Who is to be named under it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub credit: String,
    /// Who took it; several names with commas between.
    #[serde(default, skip_serializing_if = "is_default")]
    pub creator: String,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub copyright: String,
    /// Terms of use.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rights: String,
    /// What archives should find it by.
    #[serde(default, skip_serializing_if = "is_default")]
    pub keywords: Vec<String>,
    /// Who is in it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub persons: Vec<String>,
    /// The city where it was taken.
    #[serde(default, skip_serializing_if = "is_default", alias = "place")]
    pub city: String,
    /// The country where it was taken.
    #[serde(default, skip_serializing_if = "is_default")]
    pub country: String,
    /// Its code: two or three letters of ISO 3166.
    #[serde(default, skip_serializing_if = "is_default")]
    pub country_code: String,
    /// When it was taken.
    #[serde(default, skip_serializing_if = "is_default")]
    pub taken: Option<Date>,
    /// Did a machine make the picture?
    #[serde(default, skip_serializing_if = "is_default")]
    pub made_by_ai: MadeByAi,
    /// Where it stands in the release.
    #[serde(default, skip_serializing_if = "is_default")]
    pub standing: Standing,
    /// What of it is shown. The file itself never changes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub edit: PhotoEdit,
    /// Width and height of the upright original, in pixels, once somebody has looked.
    #[serde(default, skip_serializing_if = "is_default")]
    pub size_px: Option<(u32, u32)>,
    /// What was filled in from the file and nobody has touched since.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from_file: BTreeSet<PhotoField>,
}

impl Photo {
    /// A photo of which only the file is known.
    pub fn new(id: PhotoId, file: String) -> Self {
        Photo {
            id,
            file,
            headline: ByLang::default(),
            caption: ByLang::default(),
            alt: ByLang::default(),
            decorative: false,
            credit: String::new(),
            creator: String::new(),
            copyright: String::new(),
            rights: String::new(),
            keywords: Vec::new(),
            persons: Vec::new(),
            city: String::new(),
            country: String::new(),
            country_code: String::new(),
            taken: None,
            made_by_ai: MadeByAi::default(),
            standing: Standing::default(),
            edit: PhotoEdit::default(),
            size_px: None,
            from_file: BTreeSet::new(),
        }
    }

    /// Width and height of what is shown of it, in pixels.
    pub fn shown_px(&self) -> Option<(u32, u32)> {
        self.size_px.map(|size| self.edit.shown_px(size))
    }
}

/// Where a photo stands. In the text it stands where a block names it, whatever is said here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Stands at the end, where the house shows photos.
    #[default]
    End,
    /// Stands under the headline.
    Lead,
    /// Goes along as a file and stands on no page.
    Attached,
}

/// Did a machine make the picture? IPTC's digital source type, as far as a reader must be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MadeByAi {
    /// A camera did, or a person.
    #[default]
    No,
    /// Parts of it were (`compositeWithTrainedAlgorithmicMedia`).
    Partly,
    /// It is (`trainedAlgorithmicMedia`).
    Wholly,
}

/// The words of a photo that its file can bring along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PhotoField {
    /// [`Photo::headline`].
    Headline,
    /// [`Photo::caption`].
    Caption,
    /// [`Photo::alt`].
    Alt,
    /// [`Photo::credit`].
    Credit,
    /// [`Photo::creator`].
    Creator,
    /// [`Photo::copyright`].
    Copyright,
    /// [`Photo::rights`].
    Rights,
    /// [`Photo::keywords`].
    Keywords,
    /// [`Photo::persons`].
    Persons,
    /// [`Photo::city`].
    City,
    /// [`Photo::country`] and its code.
    Country,
    /// [`Photo::taken`].
    Taken,
    /// [`Photo::made_by_ai`].
    MadeByAi,
}

/// What of a photo is shown: turned first, then cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhotoEdit {
    /// Quarter turns clockwise, on top of what the camera says; four are none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub turns: u8,
    /// What is kept of the turned picture; all of it where nothing is said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub crop: Option<Crop>,
    /// The point that must stay in sight wherever the picture is cut again, from the left and the top of the turned
    /// picture, in ten-thousandths.
    #[serde(default, skip_serializing_if = "is_default")]
    pub interest: Option<(u16, u16)>,
}

/// A part of a picture, in ten-thousandths of its width and height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crop {
    /// From the left edge.
    pub left: u16,
    /// From the upper edge.
    pub top: u16,
    /// Of the width.
    pub width: u16,
    /// Of the height.
    pub height: u16,
}

impl PhotoEdit {
    /// Shows the photo as it is.
    pub fn is_nothing(&self) -> bool {
        self.turns.is_multiple_of(4) && self.crop.is_none()
    }

    /// The size of an upright picture after turning, before cutting.
    pub fn turned_px(&self, (width, height): (u32, u32)) -> (u32, u32) {
        if self.turns.is_multiple_of(2) { (width, height) } else { (height, width) }
    }

    /// Left, top, width and height of what is kept, in pixels of the turned picture; at least one pixel, never beyond an
    /// edge, whatever was written.
    pub fn kept_px(&self, upright: (u32, u32)) -> (u32, u32, u32, u32) {
        let (width, height) = self.turned_px(upright);
        let Some(Crop { left, top, width: part_width, height: part_height }) = self.crop else {
            return (0, 0, width, height);
        };
        let (left, width) = kept(left, part_width, width);
        let (top, height) = kept(top, part_height, height);
        (left, top, width, height)
    }

    /// The size of what is shown.
    pub fn shown_px(&self, upright: (u32, u32)) -> (u32, u32) {
        let (_, _, width, height) = self.kept_px(upright);
        (width, height)
    }

    /// How large the whole upright picture has to be, and is no larger than it is, for what is shown of it to fill `most`.
    pub fn whole_px(&self, upright: (u32, u32), most: (u32, u32)) -> (u32, u32) {
        if self.is_nothing() {
            return most;
        }
        let shown = self.shown_px(upright);
        let part = |most: u32, shown: u32| f64::from(most) / f64::from(shown.max(1));
        let part = part(most.0, shown.0).min(part(most.1, shown.1));
        // A cut falls between two pixels, and which one goes is not known here.
        let px = |side: u32| ((f64::from(side) * part).ceil() as u32).saturating_add(4).min(side);
        (px(upright.0), px(upright.1))
    }
}

/// Where a part begins and how long it is, within a length in pixels.
fn kept(from: u16, part: u16, whole: u32) -> (u32, u32) {
    const WHOLE: u64 = 10_000;
    let px = |part: u64| u32::try_from((u64::from(whole) * part.min(WHOLE) + WHOLE / 2) / WHOLE).unwrap_or(whole);
    let start = px(from.into()).min(whole.saturating_sub(1));
    let end = px(u64::from(from) + u64::from(part)).clamp(start + 1, whole.max(start + 1));
    (start, end - start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_much_of_a_picture_is_decoded_as_what_is_shown_of_it_needs() {
        let crop = |left, width| PhotoEdit {
            crop: Some(Crop { left, top: 0, width, height: 10_000 }),
            ..PhotoEdit::default()
        };
        assert_eq!(PhotoEdit::default().whole_px((6000, 4000), (600, 600)), (600, 600));
        // A third of the width: 2000 by 4000 pixels, of which 300 by 600 are wanted.
        assert_eq!(crop(3333, 3333).whole_px((6000, 4000), (600, 600)), (904, 604));
        // Turned, and more is wanted than there is.
        let turned = PhotoEdit { turns: 1, ..crop(0, 5000) };
        assert_eq!(turned.whole_px((6000, 4000), (9000, 9000)), (6000, 4000));
        for (edit, most) in [(crop(17, 2911), (311, 203)), (PhotoEdit { turns: 3, ..crop(8001, 1999) }, (97, 412))] {
            let (whole, photo) = (edit.whole_px((6001, 3997), most), edit.shown_px((6001, 3997)));
            let shown = edit.shown_px(whole);
            let needs = (most.0.min(photo.0), most.1.min(photo.1));
            assert!(shown.0 >= needs.0 || shown.1 >= needs.1, "{whole:?} {shown:?} {needs:?}");
        }
    }

    #[test]
    fn what_is_kept_lies_within_the_turned_picture() {
        let crop = Crop { left: 1000, top: 0, width: 5000, height: 10_000 };
        let edit = PhotoEdit { crop: Some(crop), ..PhotoEdit::default() };
        assert_eq!(edit.kept_px((6000, 4000)), (600, 0, 3000, 4000));
        let turned = PhotoEdit { turns: 1, ..edit };
        assert_eq!(turned.turned_px((6000, 4000)), (4000, 6000));
        assert_eq!(turned.kept_px((6000, 4000)), (400, 0, 2000, 6000));
    }

    #[test]
    fn a_crop_that_lies_outside_keeps_at_least_a_pixel() {
        for crop in [
            Crop { left: 10_000, top: 10_000, width: 1, height: 1 },
            Crop { left: u16::MAX, top: u16::MAX, width: u16::MAX, height: u16::MAX },
            Crop { left: 0, top: 0, width: 0, height: 0 },
        ] {
            let edit = PhotoEdit { crop: Some(crop), ..PhotoEdit::default() };
            for size in [(1, 1), (30_000, 2), (6000, 4000)] {
                let (left, top, width, height) = edit.kept_px(size);
                assert!(width >= 1 && height >= 1 && left + width <= size.0 && top + height <= size.1, "{crop:?}");
            }
        }
    }
}
