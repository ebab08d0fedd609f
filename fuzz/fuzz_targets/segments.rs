//! Files of each kind as they are: the segments of a JPEG, the chunks of a PNG, the parts of a WebP.
#![no_main]

use dateline_fuzz::go_round;
use dateline_fuzz::photo_file::{embedded_preview, for_page, size_px};
use libfuzzer_sys::fuzz_target;

// The decoder of other people is caught where it panics, as in the program; ours is not. The fuzzer's own hook would end
// both.
fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |data: &[u8]| {
    go_round(data);
    let file = [b"\xff\xd8\xff", data].concat();
    go_round(&file);
    let _ = size_px(&file);
    // A large picture takes its time by right.
    if size_px(&file).is_ok_and(|(width, height)| u64::from(width) * u64::from(height) < 1 << 16) {
        let _ = for_page(&file, (64, 64));
        let _ = embedded_preview(&file);
    }
});
