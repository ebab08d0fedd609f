//! Pixels: decoded within bounds, turned upright, in sRGB, scaled and written.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, Resizer};
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::tiff::TiffDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{
    DynamicImage, GrayAlphaImage, GrayImage, ImageDecoder, ImageEncoder, ImageError, Limits, RgbImage, RgbaImage,
};

use super::colour::Profile;
use super::eighth;
use super::jpeg::{Head, Jpeg};
use super::reduced::{self, Reduction};
use super::tags::Tags;
use super::{PhotoError, Picture, PictureFormat, Pixels, fitted, upright_size};
use crate::release::PhotoEdit;
use crate::words::Message;

/// The largest sensors have 200 megapixels.
const MOST_PIXELS: u64 = 210_000_000;

/// Scaling reckons with weights for each pixel of a side; panoramas have a tenth of this.
const MOST_A_SIDE: u32 = 300_000;

/// What decoded pixels may take: 200 megapixels of 8 bits, 128 of 16.
const MOST_DECODED_BYTES: u64 = 768 << 20;

/// What a decoder may take for its own work besides.
const MOST_WORKING_BYTES: u64 = 256 << 20;

/// What the words and the profile of a PNG may take when they are unpacked.
const MOST_PNG_WORDS: u64 = 8 << 20;

/// No JPEG has a longer side.
const LONGEST_SIDE: u32 = 65_535;

const QUALITY: u8 = 88;

/// Of small pictures that are kept for the window.
const KEPT_QUALITY: u8 = 85;

type Bytes<'a> = Cursor<&'a [u8]>;

/// Reads a PNG's head.
pub(super) fn png(bytes: &[u8]) -> Result<PngDecoder<Bytes<'_>>, PhotoError> {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_PNG_WORDS);
    PngDecoder::with_limits(Cursor::new(bytes), limits).map_err(|error| {
        // Its pixels are not asked for yet.
        let is_words = matches!(error, ImageError::Limits(_));
        if is_words { PhotoError::broken("error-photo-many-words") } else { PhotoError::decoding(&error, (0, 0)) }
    })
}

/// Reads a WebP's head.
pub(super) fn webp(bytes: &[u8]) -> Result<WebPDecoder<Bytes<'_>>, PhotoError> {
    WebPDecoder::new(Cursor::new(bytes)).map_err(|error| PhotoError::decoding(&error, (0, 0)))
}

/// Reads a TIFF's head; its first picture counts.
pub(super) fn tiff(bytes: &[u8]) -> Result<TiffDecoder<Bytes<'_>>, PhotoError> {
    let Some(tags) = Tags::read(bytes) else { return Err(PhotoError::rare("error-photo-big-tiff")) };
    if !tags.are_sound() {
        return Err(PhotoError::broken("error-photo-tags-unsound"));
    }
    TiffDecoder::new(Cursor::new(bytes)).map_err(|error| PhotoError::decoding(&error, (0, 0)))
}

/// The size of a picture as it lies in the file, and how it lies there.
pub(super) fn head(mut decoder: impl ImageDecoder) -> ((u32, u32), Orientation) {
    (decoder.dimensions(), orientation(&mut decoder))
}

/// How the picture lies. Tags that cannot be read say nothing, and do not cost the picture.
fn orientation(decoder: &mut impl ImageDecoder) -> Orientation {
    match decoder.exif_metadata().ok().flatten() {
        Some(exif) => Tags::read(&exif).map_or(Orientation::NoTransforms, Tags::orientation),
        // A TIFF says it in a tag of its own.
        None => decoder.orientation().unwrap_or(Orientation::NoTransforms),
    }
}

/// A decoded photo.
pub(super) struct Decoded {
    pixels: DynamicImage,
    orientation: Orientation,
    profile: Option<Profile>,
    /// Was it kept without loss? Then it may be a graphic whose edges should stay sharp.
    lossless: bool,
}

/// Decodes a JPEG.
pub(super) fn from_jpeg(photo: &Jpeg) -> Result<Decoded, PhotoError> {
    let head = &photo.head;
    let size = head.size_px();
    let cost = head.cosine_bytes() + cost_of_pixels(size, 3) * turning(head.orientation());
    check_worth(size, cost, photo.coded_bytes())?;
    let bytes = photo.for_decoding();
    let decoder =
        JpegDecoder::new(Cursor::new(&bytes)).map_err(|error| PhotoError::decoding(&error, head.size_px()))?;
    let (orientation, profile) = (head.orientation(), head.profile());
    Ok(Decoded { pixels: decoded(decoder)?, orientation, profile, lossless: false })
}

/// Decodes a JPEG no finer than needed for a picture of this size: at an eighth, a quarter or half of its own, where that
/// is enough.
///
/// A whole photo of 24 megapixels takes 72 MB; its eighth takes 4 MB and a quarter of the time.
pub(super) fn from_jpeg_reduced(photo: &Jpeg, most_px: (u32, u32)) -> Result<Decoded, PhotoError> {
    let head = &photo.head;
    let wanted = wanted_size(head, most_px);
    let reduction = Reduction::of(head, wanted);
    let pixels = match reduction {
        Reduction::Eighth => eighth::decoded(photo),
        Reduction::Half => {
            check_worth(head.size_px(), reduction.cost(head), photo.coded_bytes())?;
            check_size(head.size_px(), 3)?;
            reduced::decoded(photo, wanted)
        }
        Reduction::None => None,
    };
    // A mistake in it is told by the other decoder, in words.
    let Some(pixels) = pixels else { return from_jpeg(photo) };
    Ok(Decoded { pixels, orientation: head.orientation(), profile: head.profile(), lossless: false })
}

/// The size of a picture that is no larger than `most_px`, as the photo lies in its file.
fn wanted_size(head: &Head, most_px: (u32, u32)) -> (u32, u32) {
    fitted(head.size_px(), upright_size(most_px, head.orientation()))
}

/// How many bytes decoding a JPEG for a picture of this size takes.
pub(super) fn cost_of_reduced(head: &Head, most_px: (u32, u32)) -> u64 {
    Reduction::of(head, wanted_size(head, most_px)).cost(head)
}

/// How many bytes decoding takes; some decoders hold the pixels more than once.
pub(super) fn cost(decoder: &impl ImageDecoder, orientation: Orientation, copies: u64) -> u64 {
    let colour = decoder.color_type();
    let channels = u64::from(colour.channel_count().max(1));
    // Finer pixels become those of 8 bits beside them.
    let beside = if u64::from(colour.bytes_per_pixel()) > channels { channels } else { 0 };
    let each = u64::from(colour.bytes_per_pixel()) * copies.max(turning(orientation)) + beside;
    cost_of_pixels(decoder.dimensions(), each)
}

pub(super) const PNG_COPIES: u64 = 1;
pub(super) const WEBP_COPIES: u64 = 2;
pub(super) const TIFF_COPIES: u64 = 2;

/// A picture that is laid on its side takes as much again.
fn turning(orientation: Orientation) -> u64 {
    if upright_size((1, 2), orientation) == (1, 2) { 1 } else { 2 }
}

pub(super) fn cost_of_pixels((width, height): (u32, u32), bytes_per_pixel: u64) -> u64 {
    (u64::from(width) * u64::from(height)).saturating_mul(bytes_per_pixel)
}

/// Is there enough behind a large size to make it worth its memory?
///
/// Packed as tightly as nothing but a single colour can be, a byte stands for a thousand. A head that promises far more
/// than its file can hold is a mistake or a trap; what costs little need not be asked.
fn check_worth((width, height): (u32, u32), cost: u64, coded_bytes: u64) -> Result<(), PhotoError> {
    const FREE: u64 = 34 << 20;
    const MOST_FOR_A_BYTE: u64 = 500;
    if cost <= FREE || cost / MOST_FOR_A_BYTE <= coded_bytes {
        return Ok(());
    }
    // What is no size at all is told as such.
    check_size((width, height), 1)?;
    let why = Message::new("error-photo-hollow");
    Err(PhotoError::Broken(why.with("width", width.to_string()).with("height", height.to_string())))
}

/// Decodes a PNG.
pub(super) fn from_png(bytes: &[u8]) -> Result<Decoded, PhotoError> {
    from_lossless(png(bytes)?, PNG_COPIES, png_pixel_bytes(bytes))
}

/// Decodes a WebP, which may have been kept without loss.
pub(super) fn from_webp(bytes: &[u8]) -> Result<Decoded, PhotoError> {
    from_lossless(webp(bytes)?, WEBP_COPIES, bytes.len() as u64)
}

/// Decodes a TIFF.
pub(super) fn from_tiff(bytes: &[u8]) -> Result<Decoded, PhotoError> {
    from_lossless(tiff(bytes)?, TIFF_COPIES, tiff_pixel_bytes(bytes))
}

fn from_lossless(mut decoder: impl ImageDecoder, copies: u64, coded_bytes: u64) -> Result<Decoded, PhotoError> {
    let orientation = orientation(&mut decoder);
    // A profile that cannot be read is passed over, as everywhere.
    let profile = decoder.icc_profile().ok().flatten().and_then(|icc| Profile::read(&icc));
    check_worth(decoder.dimensions(), cost(&decoder, orientation, copies), coded_bytes)?;
    Ok(Decoded { pixels: decoded(decoder)?, orientation, profile, lossless: true })
}

/// How many bytes of a PNG stand for its pixels.
fn png_pixel_bytes(bytes: &[u8]) -> u64 {
    let (mut at, mut sum) = (8usize, 0);
    while let Some(length) = bytes.get(at..at.saturating_add(4)).and_then(|length| length.try_into().ok()) {
        let length = u32::from_be_bytes(length);
        if bytes.get(at + 4..at + 8) == Some(b"IDAT") {
            sum += u64::from(length);
        }
        at = at.saturating_add(12).saturating_add(usize::try_from(length).unwrap_or(usize::MAX));
    }
    sum.min(bytes.len() as u64)
}

/// How many bytes of a TIFF stand for its pixels.
fn tiff_pixel_bytes(bytes: &[u8]) -> u64 {
    const STRIPS: u16 = 0x117;
    const TILES: u16 = 0x145;
    let told = Tags::read(bytes).map_or(0, |tags| tags.sum(STRIPS).saturating_add(tags.sum(TILES)));
    told.min(bytes.len() as u64)
}

/// Decodes into 8 bits, after a look at what that would take.
fn decoded(mut decoder: impl ImageDecoder) -> Result<DynamicImage, PhotoError> {
    let size = decoder.dimensions();
    let failed = |error| PhotoError::decoding(&error, size);
    check_size(size, u64::from(decoder.color_type().bytes_per_pixel()))?;
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_DECODED_BYTES + MOST_WORKING_BYTES);
    decoder.set_limits(limits).map_err(failed)?;
    // A fuzzer found a file at which the decoder itself panics: that costs the picture, and not the program.
    let pixels = catch_unwind(AssertUnwindSafe(|| DynamicImage::from_decoder(decoder)))
        .map_err(|_| PhotoError::broken("error-photo-not-filled"))?
        .map_err(failed)?;
    let colour = pixels.color();
    Ok(match (colour.has_color(), colour.has_alpha()) {
        (false, false) => pixels.into_luma8().into(),
        (false, true) => without_hidden_colours(pixels.into_luma_alpha8().into()),
        (true, false) => pixels.into_rgb8().into(),
        (true, true) => without_hidden_colours(pixels.into_rgba8().into()),
    })
}

/// May so many pixels be decoded?
pub(super) fn check_size((width, height): (u32, u32), bytes_per_pixel: u64) -> Result<(), PhotoError> {
    let pixels = u64::from(width) * u64::from(height);
    if width.max(height) > MOST_A_SIDE
        || pixels > MOST_PIXELS
        || pixels.saturating_mul(bytes_per_pixel) > MOST_DECODED_BYTES
    {
        return Err(PhotoError::TooLarge { width, height });
    }
    if pixels == 0 { Err(PhotoError::broken("error-photo-no-pixels")) } else { Ok(()) }
}

/// Clears what stands under fully transparent pixels: somebody erased it, and it must not come to light again. Without
/// any transparent pixel, the alpha goes.
fn without_hidden_colours(mut pixels: DynamicImage) -> DynamicImage {
    let channels = channels(&pixels);
    let mut opaque = true;
    let mut clear = |samples: &mut [u8]| {
        for pixel in samples.chunks_exact_mut(channels.into()) {
            let alpha = pixel.last().copied().unwrap_or(u8::MAX);
            opaque &= alpha == u8::MAX;
            if alpha == 0 {
                pixel.fill(0);
            }
        }
    };
    if let Some(grey) = pixels.as_mut_luma_alpha8() {
        clear(grey);
    } else if let Some(coloured) = pixels.as_mut_rgba8() {
        clear(coloured);
    }
    if opaque { without_alpha(pixels) } else { pixels }
}

/// The same without the last sample of each pixel, in the same place of the memory.
fn without_alpha(pixels: DynamicImage) -> DynamicImage {
    let (size, channels) = ((pixels.width(), pixels.height()), channels(&pixels));
    let all = usize::from(channels);
    let mut place = 0usize;
    let mut samples = pixels.into_bytes();
    samples.retain(|_| {
        place += 1;
        !place.is_multiple_of(all)
    });
    with_bytes(channels - 1, size, samples).unwrap_or_default()
}

/// The same pixels before a white wall.
fn on_white(mut pixels: DynamicImage) -> DynamicImage {
    let channels = channels(&pixels);
    let lay = |samples: &mut [u8]| {
        for pixel in samples.chunks_exact_mut(channels.into()) {
            if let Some((alpha, colours)) = pixel.split_last_mut() {
                let alpha = u32::from(*alpha);
                for colour in colours {
                    let mixed = (u32::from(*colour) * alpha + 255 * (255 - alpha) + 127) / 255;
                    *colour = u8::try_from(mixed).unwrap_or(u8::MAX);
                }
            }
        }
    };
    if let Some(grey) = pixels.as_mut_luma_alpha8() {
        lay(grey);
    } else if let Some(coloured) = pixels.as_mut_rgba8() {
        lay(coloured);
    } else {
        return pixels;
    }
    without_alpha(pixels)
}

impl Decoded {
    /// Upright, in sRGB, no larger than asked, written without any metadata.
    pub(super) fn ready(self, edit: &PhotoEdit, most_px: (u32, u32)) -> Result<Picture, PhotoError> {
        let edited = if edit.is_nothing() { self } else { self.edited(edit) };
        edited.scaled(most_px)
    }

    /// As [`Decoded::ready`], a JPEG in any case: what shows through stands on white.
    pub(super) fn jpeg(self, edit: &PhotoEdit, most_px: (u32, u32), quality: u8) -> Result<Picture, PhotoError> {
        let Decoded { pixels, orientation, profile, lossless: _ } =
            if edit.is_nothing() { self } else { self.edited(edit) };
        let pixels = upright(pixels, most_px, orientation, profile.as_ref())?;
        written(&on_white(pixels), PictureFormat::Jpeg, quality)
    }

    /// Upright, then turned and cut as somebody asked for.
    fn edited(self, edit: &PhotoEdit) -> Self {
        let Decoded { mut pixels, orientation, profile, lossless } = self;
        pixels.apply_orientation(orientation);
        let (left, top, width, height) = edit.kept_px((pixels.width(), pixels.height()));
        let turned = match edit.turns % 4 {
            0 => pixels,
            1 => pixels.rotate90(),
            2 => pixels.rotate180(),
            _ => pixels.rotate270(),
        };
        let pixels = match edit.crop {
            Some(_) => turned.crop_imm(left, top, width, height),
            None => turned,
        };
        Decoded { pixels, orientation: Orientation::NoTransforms, profile, lossless }
    }

    fn scaled(self, most_px: (u32, u32)) -> Result<Picture, PhotoError> {
        let Decoded { pixels, orientation, profile, lossless } = self;
        // Before scaling, which makes new colours at every edge.
        let as_png = pixels.color().has_alpha() || lossless && is_flat(&pixels);
        let pixels = upright(pixels, most_px, orientation, profile.as_ref())?;
        written(&pixels, if as_png { PictureFormat::Png } else { PictureFormat::Jpeg }, QUALITY)
    }

    /// The same, lying as another picture does.
    pub(super) fn lying(self, orientation: Orientation) -> Self {
        Decoded { orientation, ..self }
    }

    /// The same as pixels for a screen.
    pub(super) fn shown(self, most_px: (u32, u32)) -> Result<Pixels, PhotoError> {
        let Decoded { pixels, orientation, profile, lossless: _ } = self;
        let pixels = upright(pixels, most_px, orientation, profile.as_ref())?.into_rgba8();
        let (width, height) = pixels.dimensions();
        Ok(Pixels { width, height, rgba: pixels.into_raw() })
    }
}

/// Upright, in sRGB, no larger than asked.
fn upright(
    pixels: DynamicImage,
    most_px: (u32, u32),
    orientation: Orientation,
    profile: Option<&Profile>,
) -> Result<DynamicImage, PhotoError> {
    let size = (pixels.width(), pixels.height());
    // Turned last, because fewer pixels turn faster: so the bounds are turned the other way.
    let most_px = (most_px.0.min(LONGEST_SIDE), most_px.1.min(LONGEST_SIDE));
    let mut pixels = scaled(pixels, fitted(size, upright_size(most_px, orientation)))?;
    if let Some(profile) = profile {
        pixels = in_srgb(pixels, profile)?;
    }
    pixels.apply_orientation(orientation);
    Ok(pixels)
}

/// Is this a drawing rather than a photo? Then most pixels are their left neighbour's twins.
fn is_flat(pixels: &DynamicImage) -> bool {
    let channels = usize::from(channels(pixels));
    let bytes = pixels.as_bytes();
    let left = bytes.chunks_exact(channels);
    let right = bytes.get(channels..).unwrap_or_default().chunks_exact(channels);
    let twins = left.zip(right).filter(|(left, right)| left == right).count();
    twins >= bytes.len() / channels / 4 * 3
}

fn scaled(pixels: DynamicImage, (width, height): (u32, u32)) -> Result<DynamicImage, PhotoError> {
    if (pixels.width(), pixels.height()) == (width, height) {
        return Ok(pixels);
    }
    let kind = match channels(&pixels) {
        1 => PixelType::U8,
        2 => PixelType::U8x2,
        3 => PixelType::U8x3,
        _ => PixelType::U8x4,
    };
    let failed = |_| PhotoError::broken("error-photo-cannot-scale");
    let from = ImageRef::new(pixels.width(), pixels.height(), pixels.as_bytes(), kind);
    let from = from.map_err(|_| PhotoError::broken("error-photo-cannot-scale"))?;
    let mut to = Image::new(width, height, kind);
    Resizer::new().resize(&from, &mut to, None).map_err(failed)?;
    with_bytes(channels(&pixels), (width, height), to.into_vec())
}

fn in_srgb(pixels: DynamicImage, profile: &Profile) -> Result<DynamicImage, PhotoError> {
    let (channels, size) = (channels(&pixels), (pixels.width(), pixels.height()));
    let mut bytes = pixels.into_bytes();
    profile.apply(channels, &mut bytes)?;
    with_bytes(channels, size, bytes)
}

fn channels(pixels: &DynamicImage) -> u8 {
    pixels.color().channel_count()
}

fn with_bytes(channels: u8, (width, height): (u32, u32), bytes: Vec<u8>) -> Result<DynamicImage, PhotoError> {
    let pixels = match channels {
        1 => GrayImage::from_raw(width, height, bytes).map(Into::into),
        2 => GrayAlphaImage::from_raw(width, height, bytes).map(Into::into),
        3 => RgbImage::from_raw(width, height, bytes).map(Into::into),
        _ => RgbaImage::from_raw(width, height, bytes).map(Into::into),
    };
    pixels.ok_or_else(|| PhotoError::broken("error-photo-not-filled"))
}

/// A small picture as a file; a PNG where something shows through.
pub(super) fn kept(pixels: &Pixels) -> Result<Picture, PhotoError> {
    let pixels = with_bytes(4, (pixels.width, pixels.height), pixels.rgba.clone())?;
    let pixels = without_hidden_colours(pixels);
    written(&pixels, if pixels.color().has_alpha() { PictureFormat::Png } else { PictureFormat::Jpeg }, KEPT_QUALITY)
}

/// A picture as a PNG.
pub(super) fn lossless(pixels: &Pixels) -> Result<Picture, PhotoError> {
    let pixels = with_bytes(4, (pixels.width, pixels.height), pixels.rgba.clone())?;
    written(&without_hidden_colours(pixels), PictureFormat::Png, KEPT_QUALITY)
}

fn written(pixels: &DynamicImage, format: PictureFormat, quality: u8) -> Result<Picture, PhotoError> {
    let (width_px, height_px, colour) = (pixels.width(), pixels.height(), pixels.color().into());
    let mut bytes = Vec::new();
    let done = match format {
        PictureFormat::Jpeg => JpegEncoder::new_with_quality(&mut bytes, quality).write_image(
            pixels.as_bytes(),
            width_px,
            height_px,
            colour,
        ),
        PictureFormat::Png | PictureFormat::Svg => {
            let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
            encoder.write_image(pixels.as_bytes(), width_px, height_px, colour)
        }
    };
    done.map_err(|error| PhotoError::decoding(&error, (width_px, height_px)))?;
    Ok(Picture { bytes: bytes.into(), format, width_px, height_px })
}
