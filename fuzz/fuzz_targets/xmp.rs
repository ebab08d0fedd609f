//! XMP by itself.
#![no_main]

use dateline_fuzz::{go_round, webp};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    go_round(&webp(b"XMP ", data));
});
