//! Chooses between the window and a command line.

use std::process::ExitCode;

use dateline::app::{Renderer, Start};
use dateline::cli::{self, Asked, RendererName};

fn main() -> ExitCode {
    match cli::asked() {
        Asked::Window { path, renderer } => {
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
