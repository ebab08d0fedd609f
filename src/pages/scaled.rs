//! Photos in exactly the size in which a page is drawn, scaled with the processor's vector units.
//!
//! Typst scales them too, but takes ten times as long, and forgets them when their page was not drawn for a while: then a
//! letter that moves a line to the next page would cost as much as all of its photos.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use fast_image_resize::images::{Image as Samples, ImageRef};
use fast_image_resize::{PixelType, Resizer};
use typst::foundations::{Bytes, Smart};
use typst::layout::{Frame, FrameItem, Size};
use typst::utils::hash128;
use typst::visualize::{Image, ImageKind, PixelEncoding, PixelFormat, RasterFormat, RasterImage};
use typst_layout::Page;

use crate::photo_file::{self, Picture, Pixels};

/// What is kept for the next drawing: the photos of a few pages on a fine screen.
const MOST_BYTES: usize = 24 << 20;

/// A photo as it is drawn: which one, and its size in pixels.
type Key = (u128, u32, u32);

/// The photo that was asked for last stands last.
static KEPT: Mutex<Vec<(Key, Image)>> = Mutex::new(Vec::new());

/// The photos by the drawings that stand in for them.
pub(super) type StandIns = HashMap<Vec<u8>, Picture>;

/// The same page with its photos in the size in which it is drawn, also those for which a drawing stands in.
pub(super) fn with_photos_scaled(page: &Page, pixels_per_point: f32, stand_ins: &StandIns) -> Page {
    let mut page = page.clone();
    scale_in(&mut page.frame, pixels_per_point, stand_ins);
    page
}

fn scale_in(frame: &mut Frame, pixels_per_point: f32, stand_ins: &StandIns) {
    if !holds_photo(frame) {
        return;
    }
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) if group.transform.is_identity() => {
                scale_in(&mut group.frame, pixels_per_point, stand_ins);
            }
            FrameItem::Image(image, size, _) => {
                if let Some(scaled) = scaled(image, *size, pixels_per_point, stand_ins) {
                    *image = scaled;
                }
            }
            FrameItem::Group(_)
            | FrameItem::Text(_)
            | FrameItem::Shape(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        }
        true
    });
}

/// To look first spares the copy of all that holds none.
fn holds_photo(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => holds_photo(&group.frame),
        FrameItem::Image(image, ..) => matches!(image.kind(), ImageKind::Raster(_) | ImageKind::Svg(_)),
        FrameItem::Text(_) | FrameItem::Shape(..) | FrameItem::Link(..) | FrameItem::Tag(_) => false,
    })
}

/// A photo as it came to the page.
enum Photo<'a> {
    Decoded(&'a RasterImage),
    StoodInFor(&'a Picture, u128),
}

impl<'a> Photo<'a> {
    fn of(image: &'a Image, stand_ins: &'a StandIns) -> Option<Self> {
        match image.kind() {
            ImageKind::Raster(photo) => Some(Photo::Decoded(photo)),
            ImageKind::Svg(drawing) => {
                let picture = stand_ins.get(drawing.data().as_slice())?;
                Some(Photo::StoodInFor(picture, hash128(drawing.data())))
            }
            ImageKind::Pdf(_) => None,
        }
    }

    fn size_px(&self) -> (u32, u32) {
        match self {
            Photo::Decoded(photo) => (photo.width(), photo.height()),
            Photo::StoodInFor(picture, _) => (picture.width_px, picture.height_px),
        }
    }

    fn key(&self, (width, height): (u32, u32)) -> Key {
        let photo = match self {
            Photo::Decoded(photo) => hash128(photo),
            Photo::StoodInFor(_, mark) => *mark,
        };
        (photo, width, height)
    }

    fn resized(&self, size: (u32, u32)) -> Option<RasterImage> {
        match self {
            Photo::Decoded(photo) => resized(photo, size),
            Photo::StoodInFor(picture, _) => decoded(picture, size),
        }
    }
}

/// A photo in the size in which it is drawn; `None` where Typst does as well.
fn scaled(image: &Image, size: Size, pixels_per_point: f32, stand_ins: &StandIns) -> Option<Image> {
    let photo = Photo::of(image, stand_ins)?;
    let own = photo.size_px();
    let wanted = steady_px(own, size, pixels_per_point).filter(|wanted| wanted.0 < own.0 && wanted.1 < own.1);
    let drawn = match (&photo, wanted) {
        (Photo::Decoded(_), wanted) => wanted?,
        // Typst makes it larger, or scales it by a little.
        (Photo::StoodInFor(..), wanted) => wanted.unwrap_or(own),
    };
    let key = photo.key(drawn);
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let found = kept.iter().position(|(there, _)| *there == key);
    let (_, image) = match found {
        Some(index) => kept.remove(index),
        None => {
            let resized = photo.resized(drawn)?;
            if matches!(photo, Photo::StoodInFor(..)) {
                // Typst remembers each photo that it draws; whoever turns the pages for long would fill the memory.
                typst::comemo::evict(super::REMEMBERED);
            }
            (key, Image::plain(resized))
        }
    };
    kept.push((key, image.clone()));
    while kept.len() > 1
        && kept.iter().map(|((_, width, height), _)| bytes((*width, *height))).sum::<usize>() > MOST_BYTES
    {
        kept.remove(0);
    }
    Some(image)
}

/// A photo decoded in exactly this size, which may be its own.
fn decoded(picture: &Picture, size: (u32, u32)) -> Option<RasterImage> {
    let Pixels { width, height, rgba } = photo_file::thumbnail(&picture.bytes, size).ok()?;
    let format = PixelFormat { encoding: PixelEncoding::Rgba8, width, height };
    RasterImage::new(Bytes::new(rgba), RasterFormat::Pixel(format), Smart::Auto).ok()
}

/// What a scaled photo may take: Typst keeps its samples twice, and once more as they are drawn.
fn bytes((width, height): (u32, u32)) -> usize {
    width as usize * height as usize * (4 + 4 + 4)
}

/// The size in pixels that Typst takes for a photo, which it then takes for the scaled one as well.
fn steady_px(photo: (u32, u32), size: Size, pixels_per_point: f32) -> Option<(u32, u32)> {
    let wanted = drawn_px(photo, size, pixels_per_point);
    // The scaled photo's ratio is a rounded one.
    let next = (wanted.0, wanted.1 + 1);
    [wanted, next].into_iter().find(|scaled| drawn_px(*scaled, size, pixels_per_point) == *scaled)
}

/// How Typst reckons the pixels of an image.
fn drawn_px((width, height): (u32, u32), size: Size, pixels_per_point: f32) -> (u32, u32) {
    let (view_width, view_height) = (size.x.to_pt() as f32, size.y.to_pt() as f32);
    let ratio = f64::from(width) as f32 / f64::from(height) as f32;
    let width = (pixels_per_point * view_width.max(ratio * view_height)).ceil() as u32;
    let height = (width as f32 / ratio).ceil() as u32;
    (width, height)
}

fn resized(photo: &RasterImage, (width, height): (u32, u32)) -> Option<RasterImage> {
    let pixels = photo.dynamic();
    let (channels, bytes) = (pixels.color().channel_count(), pixels.color().bytes_per_pixel());
    let (samples, encoding) = match (channels, bytes) {
        (1, 1) => (PixelType::U8, PixelEncoding::Luma8),
        (3, 3) => (PixelType::U8x3, PixelEncoding::Rgb8),
        (4, 4) => (PixelType::U8x4, PixelEncoding::Rgba8),
        _ => return None,
    };
    let from = ImageRef::new(pixels.width(), pixels.height(), pixels.as_bytes(), samples).ok()?;
    let mut to = Samples::new(width, height, samples);
    Resizer::new().resize(&from, &mut to, None).ok()?;
    let format = RasterFormat::Pixel(PixelFormat { encoding, width, height });
    RasterImage::new(Bytes::new(to.into_vec()), format, Smart::Auto).ok()
}

#[cfg(test)]
mod tests {
    use typst::layout::Abs;

    use super::*;

    #[test]
    fn typst_takes_a_scaled_photo_as_it_is() {
        let (mut steady, mut all) = (0, 0);
        for photo in [(1600, 1067), (1067, 1600), (830, 553), (4000, 3000), (1000, 1000), (1201, 800)] {
            for width_pt in [100.0, 223.46, 297.64, 340.2, 459.21] {
                for pixels_per_point in [0.4, 1.0, 1.25, 1.5, 2.0, 2.75] {
                    let size =
                        Size::new(Abs::pt(width_pt), Abs::pt(width_pt * f64::from(photo.1) / f64::from(photo.0)));
                    let px = steady_px(photo, size, pixels_per_point);
                    all += 1;
                    if let Some(px) = px {
                        steady += 1;
                        assert_eq!(drawn_px(px, size, pixels_per_point), px);
                    }
                }
            }
        }
        assert!(steady * 10 >= all * 9, "{steady} of {all}");
    }
}
