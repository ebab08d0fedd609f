//! Colours as the photo's profile means them, brought to sRGB.
//!
//! A profile that cannot be read, or is made for other channels than the photo has, is passed over: the numbers then count
//! as sRGB, as browsers do it.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::PhotoError;

/// What a photo's numbers mean.
pub(super) struct Profile(Box<ColorProfile>);

impl Profile {
    /// From an ICC profile, where it can be read.
    pub(super) fn read(icc: &[u8]) -> Option<Self> {
        ColorProfile::new_from_slice(icc).ok().map(|profile| Profile(Box::new(profile)))
    }

    /// Adobe RGB (1998), which cameras name without enclosing it.
    pub(super) fn adobe_rgb() -> Self {
        Profile(Box::new(ColorProfile::new_adobe_rgb()))
    }

    /// Would pixels of so many channels look different in sRGB?
    pub(super) fn changes(&self, channels: u8) -> bool {
        self.to_srgb(channels).is_some()
    }

    /// Brings 8-bit pixels of so many channels (1 grey, 2 with alpha, 3 RGB, 4 with alpha) to sRGB.
    pub(super) fn apply(&self, channels: u8, pixels: &mut [u8]) -> Result<(), PhotoError> {
        match self.to_srgb(channels) {
            None => Ok(()),
            Some(ToSrgb::Greys(table)) => {
                for pixel in pixels.chunks_exact_mut(channels.into()) {
                    if let Some(grey) = pixel.first_mut() {
                        *grey = table.get(usize::from(*grey)).copied().unwrap_or(*grey);
                    }
                }
                Ok(())
            }
            Some(ToSrgb::Colours(transform)) => apply_in_pieces(&*transform, channels, pixels),
        }
    }

    /// The way to sRGB; `None` where there is nothing to do.
    fn to_srgb(&self, channels: u8) -> Option<ToSrgb> {
        // Drawn back to sRGB's own numbers within what a rounded table costs, a profile is sRGB, whoever made it.
        const SAME: u8 = 2;
        let same = |before: &[u8], after: &[u8]| before.iter().zip(after).all(|(a, b)| a.abs_diff(*b) <= SAME);
        let way = |from, to| {
            self.0.create_transform_8bit(from, &ColorProfile::new_srgb(), to, TransformOptions::default()).ok()
        };
        let is_grey_profile = self.0.color_space == DataColorSpace::Gray;
        if !is_grey_profile && self.0.color_space != DataColorSpace::Rgb {
            return None;
        }
        let greys: Vec<u8> = (0..=u8::MAX).collect();
        let greys_rgb: Vec<u8> = greys.iter().flat_map(|grey| [*grey; 3]).collect();
        match channels {
            1 | 2 => {
                let mut rgb = vec![0; greys_rgb.len()];
                let from = if is_grey_profile { &greys } else { &greys_rgb };
                let layout = if is_grey_profile { Layout::Gray } else { Layout::Rgb };
                way(layout, Layout::Rgb)?.transform(from, &mut rgb).ok()?;
                let table: Vec<u8> = rgb.chunks_exact(3).filter_map(|pixel| pixel.get(1).copied()).collect();
                (!same(&greys, &table)).then_some(ToSrgb::Greys(table))
            }
            3 | 4 if !is_grey_profile => {
                let samples = samples();
                let mut after = vec![0; samples.len()];
                let transform = way(Layout::Rgb, Layout::Rgb)?;
                transform.transform(&samples, &mut after).ok()?;
                (!same(&samples, &after)).then_some(ToSrgb::Colours(transform))
            }
            _ => None,
        }
    }
}

type Transform = dyn moxcms::TransformExecutor<u8> + Send + Sync;

enum ToSrgb {
    /// What each grey becomes.
    Greys(Vec<u8>),
    Colours(std::sync::Arc<Transform>),
}

/// Colours from all over the cube.
fn samples() -> Vec<u8> {
    const STEPS: [u8; 6] = [0, 51, 102, 153, 204, 255];
    let pairs = STEPS.iter().flat_map(|red| STEPS.iter().map(move |green| (*red, *green)));
    pairs.flat_map(|(red, green)| STEPS.iter().flat_map(move |blue| [red, green, *blue])).collect()
}

/// A transform writes beside what it reads; in pieces, that costs no second picture. Alpha stays as it is.
fn apply_in_pieces(transform: &Transform, channels: u8, pixels: &mut [u8]) -> Result<(), PhotoError> {
    const PIXELS: usize = 16_384;
    let channels = usize::from(channels);
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for piece in pixels.chunks_mut(PIXELS * channels) {
        before.clear();
        before.extend(piece.chunks_exact(channels).flat_map(|pixel| pixel.iter().take(3)));
        after.resize(before.len(), 0);
        let done = transform.transform(&before, &mut after);
        done.map_err(|_| PhotoError::broken("error-photo-profile-unsound"))?;
        for (pixel, colours) in piece.chunks_exact_mut(channels).zip(after.chunks_exact(3)) {
            pixel.iter_mut().zip(colours).for_each(|(sample, colour)| *sample = *colour);
        }
    }
    Ok(())
}
