//! The pages as PDF: tagged, archivable, for every reader.

use std::panic::{AssertUnwindSafe, catch_unwind};

use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::Pages;

/// What a PDF promises its readers and archives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Archive {
    /// PDF/UA-1 and PDF/A-2a: for everyone, and for good.
    Full,
    /// PDF/UA-1 and PDF/A-3a, which may carry the release itself.
    WithSource,
    /// Tagged, but without the promise: some photo has no alternative text, or some letter no font.
    Tagged,
}

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The pages do not keep what was promised; the library's own words, for a log, not for a user.
    #[error("The PDF does not meet its standard ({0}).")]
    Standard(String),
    /// A photo that was handed over as bytes is not in the file; [`super::set`] hands it over decoded.
    #[error("A photo is missing in the PDF.")]
    PhotoMissing,
    /// The library broke off.
    #[error("The PDF cannot be written. Please report this as a fault of the program.")]
    Fault,
}

impl Pages {
    /// The pages as a PDF with this promise.
    ///
    /// # Errors
    /// The promise cannot be kept, or a fault of the library.
    pub fn pdf(&self, archive: Archive) -> Result<Vec<u8>, PdfError> {
        let standards = match archive {
            Archive::Full => PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]),
            Archive::WithSource => PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]),
            Archive::Tagged => Ok(PdfStandards::default()),
        };
        let options = PdfOptions {
            // The release's name for life: the same for each PDF of this edition.
            ident: Smart::Custom(format!("urn:uuid:{}:{}", self.uuid, self.lang)),
            creator: Smart::Custom(Some("Dateline".into())),
            timestamp: None,
            page_ranges: None,
            standards: standards.map_err(|_| PdfError::Fault)?,
            tagged: true,
            pretty: false,
        };
        match catch_unwind(AssertUnwindSafe(|| typst_pdf::pdf(&self.document, &options))) {
            // What a drawing encloses and cannot be read is passed over without a word.
            Ok(Ok(bytes)) if jpegs_in(&bytes) < self.jpegs => Err(PdfError::PhotoMissing),
            Ok(Ok(bytes)) => Ok(bytes),
            Ok(Err(errors)) => {
                let first = errors.first().map(|error| error.message.to_string()).unwrap_or_default();
                Err(PdfError::Standard(first))
            }
            Err(_) => Err(PdfError::Fault),
        }
    }
}

/// How many JPEGs a PDF of ours holds, each counted once.
fn jpegs_in(pdf: &[u8]) -> usize {
    pdf.split(|byte| *byte == b'/').filter(|name| name.starts_with(b"DCTDecode")).count()
}
