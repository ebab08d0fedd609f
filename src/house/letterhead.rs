//! What a house's page looks like before a word stands on it: paper, logo, colour, measures.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::words::Message;

/// The page of a house.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Letterhead {
    /// The logo's file beside the house's own: PNG, JPEG or SVG; empty for none.
    pub logo: String,
    /// How high the logo stands on the page.
    pub logo_height_mm: f32,
    /// Rules, links and the name of the house, written `#1f4e8c`.
    pub colour: Colour,
    /// The paper.
    pub paper: Paper,
    /// White around the text.
    pub margins_mm: Margins,
    /// The face of the text; the letterhead itself is always set in the sans serif.
    pub face: Face,
    /// The sizes of the letters.
    pub sizes_pt: Sizes,
    /// Where the release line stands.
    pub release_line: ReleaseLinePlace,
    /// Lines of one length; otherwise they end where the words end.
    pub justified: bool,
    /// Words may be parted at a line's end.
    pub hyphenated: bool,
}

impl Default for Letterhead {
    fn default() -> Self {
        Letterhead {
            logo: String::new(),
            logo_height_mm: 14.0,
            colour: Colour([0x1f, 0x4e, 0x8c]),
            paper: Paper::default(),
            margins_mm: Margins::default(),
            face: Face::default(),
            sizes_pt: Sizes::default(),
            release_line: ReleaseLinePlace::default(),
            justified: true,
            hyphenated: true,
        }
    }
}

/// The sizes of paper that offices have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Paper {
    /// 210 by 297 mm (ISO 216).
    #[default]
    A4,
    /// 8.5 by 11 inches (ANSI).
    Letter,
}

impl Paper {
    /// Width and height in millimetres.
    pub fn size_mm(self) -> (f32, f32) {
        match self {
            Paper::A4 => (210.0, 297.0),
            Paper::Letter => (215.9, 279.4),
        }
    }
}

/// White around the text, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Margins {
    /// Above, where the head of the following pages stands too.
    pub top: f32,
    /// On the right.
    pub right: f32,
    /// Below, where the number of the page stands too.
    pub bottom: f32,
    /// On the left.
    pub left: f32,
}

impl Default for Margins {
    fn default() -> Self {
        Margins { top: 22.0, right: 24.0, bottom: 24.0, left: 24.0 }
    }
}

/// The face of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Face {
    /// Source Serif 4.
    #[default]
    Serif,
    /// Golos Text.
    Sans,
}

/// The sizes of the letters, in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sizes {
    /// The headline.
    pub headline: f32,
    /// The subhead.
    pub subhead: f32,
    /// The text; headings in it are a little larger.
    pub text: f32,
    /// Captions, notes, the head and the foot of a page.
    pub small: f32,
}

impl Default for Sizes {
    fn default() -> Self {
        Sizes { headline: 20.0, subhead: 13.0, text: 11.0, small: 9.0 }
    }
}

/// Where the release line stands: for immediate release, or from when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReleaseLinePlace {
    /// Over the headline.
    #[default]
    AboveHeadline,
    /// Over the headline, and at the head of each following page.
    EveryPage,
}

/// A colour of the screen (sRGB).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour(pub [u8; 3]);

impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Colour([red, green, blue]) = self;
        write!(out, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> String {
        colour.to_string()
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        let part = |at: usize| {
            let digits = written.get(at..at + 2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
            digits.and_then(|digits| u8::from_str_radix(digits, 16).ok())
        };
        match (written.len() == 7 && written.starts_with('#'), part(1), part(3), part(5)) {
            (true, Some(red), Some(green), Some(blue)) => Ok(Colour([red, green, blue])),
            _ => Err(format!("“{written}” is no colour; write one such as #1f4e8c")),
        }
    }
}

/// The narrowest column in which a word still finds room.
const LEAST_TEXT_MM: f32 = 80.0;

impl Letterhead {
    /// Width and height of the column of text, in millimetres.
    pub fn text_mm(&self) -> (f32, f32) {
        let (width, height) = self.paper.size_mm();
        let Margins { top, right, bottom, left } = self.margins_mm;
        (width - left - right, height - top - bottom)
    }

    /// Can a page be set like this?
    ///
    /// # Errors
    /// The field that cannot be, and what it may hold.
    pub(super) fn check(&self) -> Result<(), (&'static str, Message)> {
        let within = |field, value: f32, least: f32, most: f32| match (least..=most).contains(&value) {
            true => Ok(()),
            false => {
                let may = Message::new("error-letterhead-number").with("least", least.to_string());
                Err((field, may.with("most", most.to_string())))
            }
        };
        let Margins { top, right, bottom, left } = self.margins_mm;
        for margin in [top, right, bottom, left] {
            within("margins_mm", margin, 5.0, 100.0)?;
        }
        let Sizes { headline, subhead, text, small } = self.sizes_pt;
        for size in [headline, subhead, text, small] {
            within("sizes_pt", size, 5.0, 48.0)?;
        }
        within("logo_height_mm", self.logo_height_mm, 3.0, 60.0)?;
        let (width, height) = self.text_mm();
        if width < LEAST_TEXT_MM || height < LEAST_TEXT_MM {
            let least = LEAST_TEXT_MM.to_string();
            return Err(("margins_mm", Message::new("error-letterhead-room").with("millimetres", least)));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_written_as_on_the_web_and_nothing_else_is_one() {
        for (written, read) in [
            ("#1f4e8c", Some([0x1f, 0x4e, 0x8c])),
            ("#FFFFFF", Some([255; 3])),
            ("#000000", Some([0; 3])),
            ("1f4e8c", None),
            ("#1f4e8", None),
            ("#1f4e8c0", None),
            ("#+f4e8c", None),
            ("#ы4e8c", None),
            ("red", None),
            ("", None),
        ] {
            assert_eq!(Colour::try_from(written.to_owned()).ok(), read.map(Colour), "{written}");
        }
        assert_eq!(Colour([0, 10, 255]).to_string(), "#000aff");
    }

    #[test]
    fn a_page_without_room_for_text_is_refused() {
        let refused = |change: fn(&mut Letterhead)| {
            let mut letterhead = Letterhead::default();
            change(&mut letterhead);
            letterhead.check().err().map(|(field, _)| field)
        };
        assert_eq!(refused(|_| {}), None);
        assert_eq!(refused(|page| (page.margins_mm.left, page.margins_mm.right) = (70.0, 70.0)), Some("margins_mm"));
        assert_eq!(refused(|page| page.margins_mm.top = f32::NAN), Some("margins_mm"));
        assert_eq!(refused(|page| page.margins_mm.top = -1.0), Some("margins_mm"));
        assert_eq!(refused(|page| page.sizes_pt.text = 0.0), Some("sizes_pt"));
        assert_eq!(refused(|page| page.logo_height_mm = f32::INFINITY), Some("logo_height_mm"));
    }
}
