//! A photo's words. Its bytes lie in the release's folder and are no business of the model.

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
    /// What the picture shows, and whom.
    #[serde(default, skip_serializing_if = "is_default")]
    pub caption: ByLang,
    /// The picture in words, for those who cannot see it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub alt: ByLang,
    /// It only adorns: nothing is lost to those who cannot see it, and screen readers pass it by.
    #[serde(default, skip_serializing_if = "is_default")]
    pub decorative: bool,
    /// Who is to be named as its author.
    #[serde(default, skip_serializing_if = "is_default")]
    pub credit: String,
    /// Terms of use.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rights: String,
    /// Where it was taken.
    #[serde(default, skip_serializing_if = "is_default")]
    pub place: String,
    /// When it was taken.
    #[serde(default, skip_serializing_if = "is_default")]
    pub taken: Option<Date>,
    /// Where it stands in the release.
    #[serde(default, skip_serializing_if = "is_default")]
    pub standing: Standing,
}

impl Photo {
    /// A photo of which only the file is known.
    pub fn new(id: PhotoId, file: String) -> Self {
        Photo {
            id,
            file,
            caption: ByLang::default(),
            alt: ByLang::default(),
            decorative: false,
            credit: String::new(),
            rights: String::new(),
            place: String::new(),
            taken: None,
            standing: Standing::default(),
        }
    }
}

/// Where a photo stands. In the text it stands where a block names it, whatever is said here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Goes along with the release as a file.
    #[default]
    Attached,
    /// Stands under the headline.
    Lead,
}

/// Did a machine make the picture?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MadeByAi {
    /// No.
    #[default]
    No,
    /// A person's picture with parts that a machine made.
    Partly,
    /// All of it.
    Wholly,
}
