//! Chooses between the window and a command line.

use std::process::ExitCode;

use dateline::app::{Renderer, Start};
use dateline::cli::{self, Asked, RendererName};

fn main() -> ExitCode {
    match cli::asked() {
        Asked::Window { path, renderer } => {
            give_memory_back();
            let renderer = match renderer {
                RendererName::Auto => Renderer::Auto,
                RendererName::Wgpu => Renderer::Wgpu,
                RendererName::Glow => Renderer::Glow,
            };
            match dateline::app::run(Start::here(path), renderer) {
                Ok(()) => ExitCode::SUCCESS,
                Err(why) => cli::failed(&why),
            }
        }
        Asked::Job(job) => cli::run(job),
    }
}

/// Has large pieces of memory given back to the system as soon as they are free.
///
/// A decoded photo takes tens of megabytes for a moment. The GNU C library learns from that to keep as much, for each
/// thread: a hundred photos in a row then cost a hundred megabytes more than they need, for good. Other systems give
/// large pieces back by themselves.
fn give_memory_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    #[allow(unsafe_code, reason = "there is no other way to tell it: it reads the environment before main begins")]
    // SAFETY: mallopt may be called at any time, with any numbers; what it does not know it refuses.
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, 256 << 10);
        libc::mallopt(libc::M_TRIM_THRESHOLD, 1 << 20);
        libc::mallopt(libc::M_ARENA_MAX, 2);
    }
}
