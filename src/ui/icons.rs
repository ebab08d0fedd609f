//! The icons: drawings of one line, each with a name, in the colour of the words beside them.
//!
//! Lucide's (ISC). They are SVG and drawn at the size and density at which they are shown, once.

use std::collections::HashMap;
use std::sync::Arc;

use egui::load::SizedTexture;
use egui::mutex::Mutex;
use egui::{ColorImage, Context, Id, Image, TextureHandle, TextureOptions, Ui, Vec2};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::theme::{AS_DRAWN, size};

macro_rules! icons {
    ($($(#[$what:meta])* $name:ident => $file:literal,)*) => {
        /// A drawing that stands for something to be done, or for a kind of thing.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(super) enum Icon {
            $($(#[$what])* $name,)*
        }

        impl Icon {
            #[cfg(test)]
            const ALL: &'static [Icon] = &[$(Icon::$name,)*];

            fn drawing(self) -> &'static str {
                match self {
                    $(Icon::$name => include_str!(concat!("../../assets/icons/", $file, ".svg")),)*
                }
            }
        }
    };
}

icons! {
    Add => "plus",
    Less => "minus",
    Undo => "undo-2",
    Redo => "redo-2",
    Photo => "image",
    Delete => "trash-2",
    Handle => "grip-vertical",
    More => "ellipsis",
    Close => "x",
    Ready => "circle-check",
    Library => "panel-left",
    AddSpeaker => "user-plus",
    Choose => "chevron-down",
    Closed => "chevron-right",
    Turn => "rotate-cw",
    Cut => "crop",
    Interest => "crosshair",
    Lead => "star",
    MadeByAi => "sparkles",
    Move => "hand",
    Missing => "triangle-alert",
    Filter => "list-filter",
}

/// How large an icon is beside words.
const BESIDE_WORDS: f32 = size::BODY + 2.0;

impl Icon {
    /// As large as the words beside it. On a button, `image_tint_follows_text_color(true)` gives it their colour; elsewhere
    /// `tint` does.
    pub(super) fn image(self, ui: &Ui) -> Image<'static> {
        self.sized(ui, BESIDE_WORDS)
    }

    /// The same with another height and width, in points.
    pub(super) fn sized(self, ui: &Ui, points: f32) -> Image<'static> {
        let texture = self.texture(ui.ctx(), points);
        Image::from_texture(SizedTexture::new(texture.id(), Vec2::splat(points))).fit_to_exact_size(Vec2::splat(points))
    }

    fn texture(self, ctx: &Context, points: f32) -> TextureHandle {
        let pixels = (points * ctx.pixels_per_point()).round().clamp(1.0, 512.0) as u32;
        let drawn: Drawn = ctx.data_mut(|data| data.get_temp_mut_or_default::<Drawn>(Id::unique("icons")).clone());
        let mut drawn = drawn.lock();
        let handle = drawn.entry((self, pixels)).or_insert_with(|| {
            let image = self.draw(pixels).unwrap_or_else(|| ColorImage::filled([1, 1], AS_DRAWN));
            ctx.load_texture(format!("{self:?}"), image, TextureOptions::LINEAR)
        });
        handle.clone()
    }

    fn draw(self, pixels: u32) -> Option<ColorImage> {
        let tree = Tree::from_str(self.drawing(), &Options::default()).ok()?;
        let mut pixmap = Pixmap::new(pixels, pixels)?;
        let scale = pixels as f32 / tree.size().width();
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
        Some(ColorImage::from_rgba_premultiplied([pixels as usize; 2], pixmap.data()))
    }
}

/// What was drawn already, by size in pixels.
type Drawn = Arc<Mutex<HashMap<(Icon, u32), TextureHandle>>>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_can_be_drawn_and_is_seen() {
        for icon in Icon::ALL {
            let image = icon.draw(24).unwrap();
            let covered = image.pixels.iter().filter(|pixel| pixel.a() > 128).count();
            assert!((10..400).contains(&covered), "{icon:?} covers {covered} pixels");
        }
    }
}
