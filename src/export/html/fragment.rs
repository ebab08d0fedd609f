//! A story as HTML for the clipboard: what a mail program or a content system takes in when somebody pastes.
//!
//! No page around it, no style, no name of ours: the place where it is pasted has its own. Only elements that the editors
//! of mails and content systems keep.

use maud::{Markup, html};

use super::words::{Typed, bare_line};
use super::{LINE_END, is_blank, said};
use crate::release::Words;
use crate::story::{Part, PartKind, Story};

/// Writes the parts of a story as a run of HTML elements.
pub fn fragment(story: &Story) -> String {
    html! { @for part in &story.parts { (one(part)) } }.into_string()
}

fn one(part: &Part) -> Markup {
    match &part.kind {
        PartKind::Headline(headline) => element(said(headline), |words| html! { h1 { (Typed(words)) } }),
        PartKind::Subhead(subhead) => element(said(subhead), |words| html! { p { strong { (Typed(words)) } } }),
        PartKind::ReleaseLine(words)
        | PartKind::Dateline(words)
        | PartKind::Paragraph(words)
        | PartKind::Closing(words) => paragraph(words),
        PartKind::Quote(paragraphs) => html! { blockquote { (each(paragraphs)) } (LINE_END) },
        PartKind::Heading(words) if is_blank(words) => Markup::default(),
        PartKind::Heading(words) => html! { h2 { (bare_line(words)) } (LINE_END) },
        PartKind::List { ordered: true, items } => html! { ol { (points(items)) } (LINE_END) },
        PartKind::List { ordered: false, items } => html! { ul { (points(items)) } (LINE_END) },
        // The picture itself is pasted by nobody; its caption shows where it belongs.
        PartKind::Figure(figure) if is_blank(&figure.caption) => Markup::default(),
        PartKind::Figure(figure) => html! { p { em { (bare_line(&figure.caption)) } } (LINE_END) },
        PartKind::EndMark(mark) => element(said(mark), |words| html! { p { (Typed(words)) } }),
        PartKind::Section { paragraphs, .. } if paragraphs.is_empty() => Markup::default(),
        PartKind::Section { heading, paragraphs, role: _, figures: _ } => html! {
            (element(said(heading), |words| html! { h2 { (Typed(words)) } }))
            (each(paragraphs))
        },
    }
}

fn element(words: Option<&str>, markup: impl Fn(&str) -> Markup) -> Markup {
    html! { @if let Some(words) = words { (markup(words)) (LINE_END) } }
}

fn paragraph(words: &Words) -> Markup {
    if is_blank(words) {
        Markup::default()
    } else {
        html! { p { (bare_line(words)) } (LINE_END) }
    }
}

fn each(paragraphs: &[Words]) -> Markup {
    html! { @for words in paragraphs { (paragraph(words)) } }
}

fn points(items: &[Words]) -> Markup {
    html! { @for words in items { li { (bare_line(words)) } } }
}
