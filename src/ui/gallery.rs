//! The pictures of the photos as textures: which are wanted, which are there, and no more of them than there is room for.

use std::cell::RefCell;
use std::collections::BTreeMap;

use egui::{ColorImage, Mesh, Rect, Shape, TextureHandle, TextureOptions, Ui, Vec2, pos2, vec2};

use super::theme::AS_DRAWN;
use crate::release::{PhotoEdit, PhotoId};
use crate::words::Message;

/// How large a photo is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PhotoSize {
    /// In a strip among others.
    Small,
    /// By itself.
    Large,
    /// Looked at closely.
    Fine,
}

impl PhotoSize {
    /// Width and height of its pixels at the most.
    pub fn most_px(self) -> (u32, u32) {
        match self {
            PhotoSize::Small => (320, 320),
            // A quarter and a half of what cameras of 24 megapixels make, so that such a photo is never decoded whole.
            PhotoSize::Large => (1500, 1500),
            PhotoSize::Fine => (3000, 3000),
        }
    }
}

/// All textures together take no more bytes, however many photos a release has.
const MOST_BYTES: usize = 24 << 20;

/// What the window shows of the photos, and what it would like to show.
#[derive(Default)]
pub struct Gallery {
    pictures: BTreeMap<(PhotoId, PhotoSize), Shown>,
    /// What was in sight in this frame; the last is the most wanted.
    wishes: RefCell<Vec<(PhotoId, PhotoSize)>>,
    /// Counts the frames, to tell what was in sight last.
    frame: u64,
    /// How the large picture is looked at.
    pub(super) zoom: f32,
    pub(super) shifted: Vec2,
    pub(super) looked_at: Option<PhotoId>,
}

struct Shown {
    state: Result<TextureHandle, Message>,
    /// The camera's own picture; the true one is on its way.
    is_first_look: bool,
    seen: u64,
}

/// What there is of a photo.
pub(super) enum Picture<'a> {
    /// It is on its way.
    Coming,
    /// Here it is.
    There(&'a TextureHandle),
    /// It cannot be shown, and why.
    Failed(&'a Message),
}

impl std::fmt::Debug for Gallery {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Gallery({} pictures)", self.pictures.len())
    }
}

impl Gallery {
    /// What is in sight and not there yet, the most wanted last.
    pub fn wishes(&mut self) -> Vec<(PhotoId, PhotoSize)> {
        self.frame += 1;
        let wishes = std::mem::take(&mut *self.wishes.borrow_mut());
        for wish in &wishes {
            if let Some(shown) = self.pictures.get_mut(wish) {
                shown.seen = self.frame;
            }
        }
        wishes.into_iter().filter(|wish| self.is_awaited(*wish)).collect()
    }

    /// Takes a picture in, and gives up those that were in sight longest ago where there is no more room.
    pub fn take(&mut self, ctx: &egui::Context, wish: (PhotoId, PhotoSize), image: ColorImage, is_first_look: bool) {
        if is_first_look && self.pictures.contains_key(&wish) {
            return;
        }
        // What goes, goes first: the two need not be in the memory together.
        self.pictures.remove(&wish);
        while self.bytes() + texture_bytes(image.size) > MOST_BYTES {
            let textures = self.pictures.iter().filter(|(_, shown)| shown.state.is_ok());
            let Some(oldest) = textures.min_by_key(|(_, shown)| shown.seen).map(|(oldest, _)| *oldest) else { break };
            self.pictures.remove(&oldest);
        }
        let texture = ctx.load_texture(format!("photo {}", wish.0.0), image, TextureOptions::LINEAR);
        self.pictures.insert(wish, Shown { state: Ok(texture), is_first_look, seen: self.frame });
    }

    /// Notes that a photo cannot be shown, and why.
    pub fn fail(&mut self, wish: (PhotoId, PhotoSize), why: Message) {
        self.pictures.insert(wish, Shown { state: Err(why), is_first_look: false, seen: self.frame });
    }

    /// Another release lies on the desk, or files may have changed.
    pub fn clear(&mut self) {
        *self = Gallery::default();
    }

    /// Is there nothing of this photo yet, or only a first look?
    pub fn is_awaited(&self, wish: (PhotoId, PhotoSize)) -> bool {
        self.pictures.get(&wish).is_none_or(|shown| shown.is_first_look)
    }

    /// How many bytes the textures take.
    pub fn bytes(&self) -> usize {
        let textures = self.pictures.values().filter_map(|shown| shown.state.as_ref().ok());
        textures.map(|texture| texture_bytes(texture.size())).sum()
    }

    /// A photo, as far as it is there; it is asked for by that.
    pub(super) fn picture(&self, id: PhotoId, size: PhotoSize) -> Picture<'_> {
        self.wishes.borrow_mut().push((id, size));
        match self.pictures.get(&(id, size)).map(|shown| &shown.state) {
            Some(Ok(texture)) => Picture::There(texture),
            Some(Err(why)) => Picture::Failed(why),
            None => Picture::Coming,
        }
    }
}

fn texture_bytes([width, height]: [usize; 2]) -> usize {
    width * height * 4
}

/// The size of what is shown of a texture, in its own pixels.
pub(super) fn shown_size(texture: &TextureHandle, edit: &PhotoEdit) -> Vec2 {
    let [width, height] = texture.size().map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let (width, height) = edit.shown_px((width, height));
    vec2(width as f32, height as f32)
}

/// The largest place of this ratio in the middle of a room.
pub(super) fn fitted(room: Rect, size: Vec2) -> Rect {
    let scale = (room.width() / size.x.max(1.0)).min(room.height() / size.y.max(1.0));
    Rect::from_center_size(room.center(), size * scale)
}

/// Draws what is shown of a photo into this place.
pub(super) fn paint(ui: &Ui, texture: &TextureHandle, edit: &PhotoEdit, place: Rect) {
    let (left, top, right, bottom) = match edit.crop {
        None => (0.0, 0.0, 1.0, 1.0),
        Some(crop) => {
            let part = |from: u16, length: u16| {
                let (from, to) = (f32::from(from) / 1e4, (f32::from(from) + f32::from(length)) / 1e4);
                (from.min(1.0), to.min(1.0))
            };
            let ((left, right), (top, bottom)) = (part(crop.left, crop.width), part(crop.top, crop.height));
            (left, top, right, bottom)
        }
    };
    // From a place in the turned picture to the same place in the file's.
    let unturned = |across: f32, down: f32| match edit.turns % 4 {
        0 => pos2(across, down),
        1 => pos2(down, 1.0 - across),
        2 => pos2(1.0 - across, 1.0 - down),
        _ => pos2(1.0 - down, across),
    };
    let corners = [
        (place.left_top(), unturned(left, top)),
        (place.right_top(), unturned(right, top)),
        (place.right_bottom(), unturned(right, bottom)),
        (place.left_bottom(), unturned(left, bottom)),
    ];
    let mut mesh = Mesh::with_texture(texture.id());
    for (pos, uv) in corners {
        mesh.vertices.push(egui::epaint::Vertex { pos, uv, color: AS_DRAWN });
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    ui.painter().add(Shape::mesh(mesh));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_textures_of_a_hundred_photos_take_no_more_than_their_room() {
        let ctx = egui::Context::default();
        let mut gallery = Gallery::default();
        for id in (1..=100).map(PhotoId) {
            gallery.take(&ctx, (id, PhotoSize::Large), ColorImage::filled([1500, 1000], AS_DRAWN), false);
            assert!(gallery.bytes() <= MOST_BYTES);
        }
        assert!(matches!(gallery.picture(PhotoId(100), PhotoSize::Large), Picture::There(_)));
        assert!(matches!(gallery.picture(PhotoId(1), PhotoSize::Large), Picture::Coming));
        assert_eq!(gallery.wishes(), [(PhotoId(1), PhotoSize::Large)]);
    }

    #[test]
    fn a_first_look_is_replaced_by_the_photo_and_never_the_other_way_round() {
        let ctx = egui::Context::default();
        let mut gallery = Gallery::default();
        let wish = (PhotoId(1), PhotoSize::Small);
        let image = |side| ColorImage::filled([side, side], AS_DRAWN);
        for (side, is_first_look, there) in [(8, true, 8), (16, false, 16), (8, true, 16)] {
            gallery.take(&ctx, wish, image(side), is_first_look);
            let Picture::There(texture) = gallery.picture(wish.0, wish.1) else { panic!("it is there") };
            assert_eq!(texture.size(), [there, there]);
        }
    }
}
