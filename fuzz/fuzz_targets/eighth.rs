//! The small picture of a JPEG, as the window asks for it: the decoder of the means of its blocks.
#![no_main]

use dateline_fuzz::photo_file::{size_px, thumbnail};
use libfuzzer_sys::fuzz_target;

// The decoder of other people is caught where it panics, as in the program; ours is not. The fuzzer's own hook would end
// both.
fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |data: &[u8]| {
    // A large picture takes its time by right.
    if size_px(data).is_ok_and(|(width, height)| u64::from(width) * u64::from(height) < 1 << 18) {
        for most in [8, 64] {
            let _ = thumbnail(data, (most, most));
        }
    }
});
