//! The command line: new, export and check, the same jobs as in the window, for scripts.
//!
//! Reads the clock and the arguments, hands the work to [`crate::newsroom`], [`crate::export`] and [`crate::check`], and
//! tells the outcome: results on standard output, errors in one line each on standard error. Exit codes: 0 done, 1 could
//! not or findings, 2 wrong usage.

mod arguments;
mod check;
mod export;
mod fields;
mod new;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

pub use arguments::{Job, RendererName};

use crate::newsroom::{FileError, visible};

/// What a person or a script asked for.
#[derive(Debug)]
pub enum Asked {
    /// The window.
    Window {
        /// With this release or none.
        path: Option<PathBuf>,
        /// What draws it.
        renderer: RendererName,
    },
    /// A job without a window.
    Job(Job),
}

/// Reads the arguments of this process. Help, version and wrong usage are told here and end the process.
pub fn asked() -> Asked {
    let arguments::Arguments { path, renderer, job } = arguments::Arguments::parse();
    let Some(job) = job else { return Asked::Window { path, renderer } };
    if let Err(wrong) = job.check() {
        wrong.exit();
    }
    Asked::Job(job)
}

/// Does a job and tells its outcome.
pub fn run(job: Job) -> ExitCode {
    let done = match job {
        Job::New(new) => new::run(&new).map(|()| ExitCode::SUCCESS),
        Job::Export(export) => export::run(&export).map(|()| ExitCode::SUCCESS),
        Job::Check(check) => check::run(&check),
    };
    done.unwrap_or_else(|Failure(why)| failed(&why))
}

/// Tells in one line why something could not be done.
pub fn failed(why: &str) -> ExitCode {
    tell(why);
    ExitCode::FAILURE
}

/// Why a job could not be done: what, why, what next, and the path last.
#[derive(Debug)]
struct Failure(String);

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Failure(error.to_string())
    }
}

/// One line on standard error.
fn tell(line: &str) {
    // Where standard error is closed there is nobody left to tell.
    let _ = writeln!(io::stderr().lock(), "{}", visible(line));
}

/// One line on standard output, byte for byte, because it may be a path for the next program.
fn say(line: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let said = out.write_all(line).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush());
    match said {
        // The reader has seen enough (`dateline check … | head -1`); the work itself goes on.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Failure(format!(
            "Could not write to standard output: {error}. Let it lead to a place that can be written."
        ))),
        Ok(()) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_one_line_whatever_it_holds() {
        assert_eq!(visible("a\nb\r\t\u{1b}[2J\u{2028}\u{202e}c\u{7f}"), r"a\nb\r\t\u{1b}[2J\u{2028}\u{202e}c\u{7f}");
        let kept = r"C:\Фото\«Өңір» – 1.jpg";
        assert_eq!(visible(kept), kept);
    }
}
