//! Chooses between the window and a command line.

use std::process::ExitCode;

use dateline::app::Start;
use dateline::cli::{self, Asked};

fn main() -> ExitCode {
    match cli::asked() {
        Asked::Window(path) => match dateline::app::run(Start::here(path)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => cli::failed(&why),
        },
        Asked::Job(job) => cli::run(job),
    }
}
