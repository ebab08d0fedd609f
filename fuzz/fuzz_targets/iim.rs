//! IIM by itself, and Photoshop's blocks.
#![no_main]

use dateline_fuzz::{go_round, jpeg};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let head = b"Photoshop 3.0\0";
    let length = (data.len() as u32).to_be_bytes();
    go_round(&jpeg(0xed, &[head, &b"8BIM\x04\x04\0\0"[..], &length, data].concat()));
    go_round(&jpeg(0xed, &[&head[..], data].concat()));
});
