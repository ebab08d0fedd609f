//! Other programs that read a PDF.

use std::io::Write;
use std::process::{Command, Stdio};

use super::support::skipped;

/// A program, the package that brings it, and the answers that are no failure.
pub struct Tool {
    name: &'static str,
    package: &'static str,
}

pub const PDFTOTEXT: Tool = Tool { name: "pdftotext", package: "poppler-utils" };
pub const PDFINFO: Tool = Tool { name: "pdfinfo", package: "poppler-utils" };
pub const PDFFONTS: Tool = Tool { name: "pdffonts", package: "poppler-utils" };
pub const QPDF: Tool = Tool { name: "qpdf", package: "qpdf" };

/// What the program says of a PDF, which takes the place of `{pdf}`. Nothing where the program is not there, unless it has
/// to be: where `DATELINE_TOOLS_REQUIRED` is set.
pub fn tool(tool: &Tool, pdf: &[u8], arguments: &[&str]) -> Option<Vec<u8>> {
    let Tool { name, package } = tool;
    let mut file = tempfile::NamedTempFile::with_suffix(".pdf").unwrap();
    file.write_all(pdf).unwrap();
    let place = file.path().to_str().unwrap();
    let arguments = arguments.iter().map(|argument| if *argument == "{pdf}" { place } else { argument });
    let output = match Command::new(name).args(arguments).stdin(Stdio::null()).output() {
        Ok(output) => output,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let required = std::env::var_os("DATELINE_TOOLS_REQUIRED").is_some();
            assert!(!required, "{name} is not installed; the package {package} brings it");
            skipped(&format!("{name} is not installed; the package {package} brings it"));
            return None;
        }
        Err(error) => panic!("{name}: {error}"),
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}: {} {said}", output.status);
    Some(output.stdout)
}
