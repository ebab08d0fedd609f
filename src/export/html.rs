//! One complete web page: a file that needs no other, reads well on a telephone and prints on A4.
//!
//! The words stand in the order of the story; what machines want to know (search engines, link previews) stands in the
//! head. Everything that was typed passes through [`Typed`], the only place where letters become HTML; addresses are
//! made fit for a link before. Pictures that go along stand in the page or beside it; where one does not, a frame with the
//! file's name stands for it.

mod address;
mod fragment;
mod locale;
mod photo;
mod schema;
mod words;

use maud::{DOCTYPE, Markup, PreEscaped, html};

pub use self::fragment::fragment;

use self::words::{Typed, line};
use super::photos::ShownPhotos;
use crate::release::Words;
use crate::story::{Facts, Part, PartKind, Role, Story};

/// The page's only style sheet, for screen, dark screen and paper.
const STYLE: &str = include_str!("html/page.css");

/// What it says besides where the page shows pictures.
const PHOTO_STYLE: &str = include_str!("html/photos.css");

/// Ends a line of the source, so that a web editor can read it.
const LINE_END: PreEscaped<&str> = PreEscaped("\n");

pub(super) fn write(story: &Story, photos: Option<&ShownPhotos>) -> String {
    let facts = &story.facts;
    let shows_photos = photo::any(story.figures().map(|(_, figure)| figure), photos);
    let direction = locale::is_right_to_left(&facts.lang).then_some("rtl");
    let page = html! {
        (DOCTYPE) (LINE_END)
        html lang=(Typed(facts.lang.as_str())) dir=[direction] { (LINE_END)
            (head(facts, shows_photos)) (LINE_END)
            body { (LINE_END) main { article { (LINE_END) (parts(&story.parts, photos)) } } (LINE_END) } (LINE_END)
        }
        (LINE_END)
    };
    page.into_string()
}

fn head(facts: &Facts, shows_photos: bool) -> Markup {
    let title = title(facts);
    html! {
        head { (LINE_END)
            meta charset="utf-8"; (LINE_END)
            meta name="viewport" content="width=device-width, initial-scale=1"; (LINE_END)
            meta name="color-scheme" content="light dark"; (LINE_END)
            title { (Typed(&title)) } (LINE_END)
            @if let Some(description) = said(&facts.description) {
                meta name="description" content=(Typed(description)); (LINE_END)
            }
            (open_graph("og:type", "article"))
            (open_graph("og:title", &title))
            @if let Some(description) = said(&facts.description) { (open_graph("og:description", description)) }
            @if let Some(locale) = locale::open_graph(&facts.lang) { (open_graph("og:locale", &locale)) }
            @if let Some(organisation) = said(&facts.organisation) { (open_graph("og:site_name", organisation)) }
            (open_graph("article:published_time", &schema::published(facts)))
            style { (LINE_END) (PreEscaped(STYLE)) @if shows_photos { (PreEscaped(PHOTO_STYLE)) } } (LINE_END)
            script type="application/ld+json" { (PreEscaped(schema::news_article(facts))) } (LINE_END)
        }
    }
}

/// A property for link previews in messengers and social networks (ogp.me).
fn open_graph(property: &str, content: &str) -> Markup {
    html! { meta property=(property) content=(Typed(content)); (LINE_END) }
}

/// The headline, else the nearest thing to it: a page without a title is no valid page.
fn title(facts: &Facts) -> String {
    let named = [&facts.headline, &facts.description, &facts.organisation].into_iter().find_map(|text| said(text));
    named.map_or_else(|| facts.issued.to_string(), str::to_owned)
}

fn said(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// Which element of the article a part stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Header,
    Body,
    Footer,
}

fn place(part: &Part) -> Place {
    match part.kind {
        PartKind::ReleaseLine(_) | PartKind::Headline(_) | PartKind::Subhead(_) => Place::Header,
        PartKind::Dateline(_)
        | PartKind::Paragraph(_)
        | PartKind::Quote(_)
        | PartKind::Heading(_)
        | PartKind::List { .. }
        | PartKind::Figure(_) => Place::Body,
        PartKind::EndMark(_) | PartKind::Section { .. } | PartKind::Closing(_) => Place::Footer,
    }
}

/// The parts in their order: a header, the body, and a footer from the first part that belongs there.
fn parts(all: &[Part], photos: Option<&ShownPhotos>) -> Markup {
    let header = all.iter().take_while(|part| place(part) == Place::Header).count();
    let body = all[header..].iter().take_while(|part| place(part) != Place::Footer).count();
    let (header, rest) = all.split_at(header);
    let (body, footer) = rest.split_at(body);
    html! {
        @if !header.is_empty() { header { (LINE_END) @for part in header { (one(part, "", photos)) } } (LINE_END) }
        @for part in body { (one(part, "", photos)) }
        @if !footer.is_empty() {
            footer { (LINE_END)
                @for (number, part) in footer.iter().enumerate() { (one(part, &format!("section-{}", number + 1), photos)) }
            }
            (LINE_END)
        }
    }
}

/// One part. `id` is the name that its heading gets, where the part must point to it.
fn one(part: &Part, id: &str, photos: Option<&ShownPhotos>) -> Markup {
    let markup = match &part.kind {
        PartKind::ReleaseLine(words) => html! { p.release-line { (line(words)) } },
        PartKind::Headline(headline) => html! { h1 { (Typed(headline)) } },
        PartKind::Subhead(subhead) => html! { p.subhead { (Typed(subhead)) } },
        PartKind::Dateline(words) => html! { p.dateline { (line(words)) } },
        PartKind::Paragraph(words) if is_blank(words) => return Markup::default(),
        PartKind::Paragraph(words) => html! { p { (line(words)) } },
        PartKind::Quote(paragraphs) => html! { blockquote { (each_in_p(paragraphs)) } },
        PartKind::Heading(words) => html! { h2 { (line(words)) } },
        PartKind::List { ordered: true, items } => html! { ol { (LINE_END) (each_in_li(items)) } },
        PartKind::List { ordered: false, items } => html! { ul { (LINE_END) (each_in_li(items)) } },
        PartKind::Figure(figure) => photo::figure(figure, photos),
        // A screen reader would read "number sign" three times.
        PartKind::EndMark(mark) => html! { p.end-mark aria-hidden="true" { (Typed(mark)) } },
        PartKind::Section { heading, figures, .. } if photo::any(figures.iter(), photos) => {
            section(heading, photo::gallery(figures, photos), id)
        }
        PartKind::Section { paragraphs, .. } if paragraphs.is_empty() => return Markup::default(),
        PartKind::Section { role, heading, paragraphs, figures: _ } => section(heading, entries(*role, paragraphs), id),
        PartKind::Closing(words) => html! { address.closing { (line(words)) } },
    };
    html! { (markup) (LINE_END) }
}

fn is_blank(words: &Words) -> bool {
    words.iter().all(|inline| inline.text.trim().is_empty())
}

fn each_in_p(paragraphs: &[Words]) -> Markup {
    html! { @for words in paragraphs { p { (line(words)) } (LINE_END) } }
}

fn each_in_li(items: &[Words]) -> Markup {
    html! { @for words in items { li { (line(words)) } (LINE_END) } }
}

fn entries(role: Role, paragraphs: &[Words]) -> Markup {
    match role {
        Role::Boilerplate | Role::Notes => each_in_p(paragraphs),
        Role::Contacts => html! { address { (each_in_p(paragraphs)) } },
        Role::Photos => html! { ul { (each_in_li(paragraphs)) } },
    }
}

/// A section needs a heading that names it; without one it is a mere group, which HTML calls `div`.
fn section(heading: &str, content: Markup, id: &str) -> Markup {
    html! {
        @match said(heading) {
            Some(heading) => section aria-labelledby=(id) { h2 id=(id) { (Typed(heading)) } (LINE_END) (content) },
            None => div.section { (content) },
        }
    }
}
