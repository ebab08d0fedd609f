//! An edition, or one block of it, as it goes onto the clipboard.

use super::Open;
use crate::export::{Format, Options, export, fragment};
use crate::release::BlockId;
use crate::story::{Origin, Story};

/// What goes onto the clipboard, for the place where it is pasted to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// With headings, emphasis and links; none where only letters were asked for.
    pub html: Option<String>,
    /// The letters alone.
    pub plain: String,
}

impl Open {
    /// The edition in the form, with its headings, emphasis and links.
    pub fn as_rich(&self) -> Copied {
        rich(&self.set_shown())
    }

    /// The edition in the form as plain text.
    pub fn as_plain(&self) -> Copied {
        Copied { html: None, plain: words(&self.set_shown(), Format::Text) }
    }

    /// The edition in the form as Markdown.
    pub fn as_markdown(&self) -> Copied {
        Copied { html: None, plain: words(&self.set_shown(), Format::Markdown) }
    }

    /// One block of the edition in the form, as it reads there; none where it reads as nothing.
    pub fn block_as_rich(&self, id: BlockId) -> Option<Copied> {
        let mut story = self.set_shown();
        story.parts.retain(|part| part.origin == Origin::Block(id));
        let copied = rich(&story);
        (!copied.plain.trim().is_empty()).then_some(copied)
    }
}

fn rich(story: &Story) -> Copied {
    Copied { html: Some(fragment(story)), plain: words(story, Format::Text) }
}

fn words(story: &Story, format: Format) -> String {
    let exported = export(story, format, &Options::default());
    exported.map(|exported| String::from_utf8_lossy(&exported.bytes).into_owned()).unwrap_or_default()
}
