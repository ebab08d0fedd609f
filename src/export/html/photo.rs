//! A photo on the page: the picture itself where it goes along, else a frame with its file's name.

use maud::{Markup, html};

use super::words::{Typed, line};
use super::{LINE_END, is_blank, said};
use crate::export::photos::{ShownPhoto, ShownPhotos, Size};
use crate::release::letters;
use crate::story::Figure;

/// What a browser needs to know of the page before it has read the style sheet, to choose among the sizes.
const ROOM: &str = "(max-width: 40.5rem) calc(100vw - 2.5rem), 38rem";

/// In the photos' own section, where two may stand side by side.
const HALF_ROOM: &str = "(max-width: 33rem) calc(100vw - 2.5rem), 19rem";

/// Does the page show any picture?
pub(super) fn any<'a>(mut figures: impl Iterator<Item = &'a Figure>, photos: Option<&ShownPhotos>) -> bool {
    figures.any(|figure| shown(figure, photos).is_some())
}

fn shown<'a>(figure: &Figure, photos: Option<&'a ShownPhotos>) -> Option<&'a ShownPhoto> {
    photos?.get(&figure.photo)?.as_ref().ok()
}

/// A photo between the paragraphs.
pub(super) fn figure(figure: &Figure, photos: Option<&ShownPhotos>) -> Markup {
    in_room(figure, photos, ROOM)
}

/// The photos of a section of their own.
pub(super) fn gallery(figures: &[Figure], photos: Option<&ShownPhotos>) -> Markup {
    html! {
        div.photos { (LINE_END) @for figure in figures { (in_room(figure, photos, HALF_ROOM)) (LINE_END) } }
    }
}

fn in_room(figure: &Figure, photos: Option<&ShownPhotos>, room: &str) -> Markup {
    html! {
        figure {
            @match shown(figure, photos) {
                Some(photo) => (picture(figure, photo, room)),
                None => (frame(figure)),
            }
            @if !is_blank(&figure.caption) { figcaption { (line(&figure.caption)) } }
        }
    }
}

fn picture(figure: &Figure, photo: &ShownPhoto, room: &str) -> Markup {
    let ShownPhoto { best: Size { address, width_px, height_px }, smaller, inside: _ } = photo;
    let all = smaller.iter().rev().chain([&photo.best]);
    let choice: Vec<String> = all.map(|size| format!("{} {}w", size.address, size.width_px)).collect();
    let choice = (!smaller.is_empty()).then(|| choice.join(", "));
    let alt = if figure.decorative { "" } else { label(figure).unwrap_or_default() };
    html! {
        img src=(address) srcset=[choice.as_ref()] sizes=[choice.as_ref().map(|_| room)] width=(width_px)
            height=(height_px) alt=(Typed(alt));
    }
}

/// What stands for a photo whose file is not there.
fn frame(figure: &Figure) -> Markup {
    let Figure { file, alt: _, decorative, caption, photo: _, edit: _ } = figure;
    let caption_letters = letters(caption);
    let label = label(figure).or_else(|| [&caption_letters, file].into_iter().find_map(|text| said(text)));
    let label = label.filter(|_| !decorative);
    html! {
        // Without any words there is nothing to call the picture, and a nameless image is noise to a screen reader.
        div.photo role=[label.map(|_| "img")] aria-label=[label.map(Typed)] aria-hidden=[decorative.then_some("true")] { (Typed(file)) }
    }
}

fn label(figure: &Figure) -> Option<&str> {
    said(&figure.alt)
}
