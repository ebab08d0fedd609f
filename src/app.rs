//! The window; written elsewhere at the moment.

use std::path::PathBuf;

/// Opens the window.
///
/// # Errors
/// Always, until the window is here.
pub fn run(path: Option<PathBuf>) -> Result<(), String> {
    let path = path.map(|path| format!(" {}", path.display())).unwrap_or_default();
    Err(format!("Could not open the window: this build has none. Use the command line (dateline --help).{path}"))
}
