//! A release back out of the PDF that carries it.

use std::io::Read;
use std::path::Path;

use flate2::read::ZlibDecoder;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};

use super::{FileError, LARGEST_FILE, OPENING, read_bytes};
use crate::pages::SOURCE_FILE;
use crate::words::Message;

/// A PDF of more bytes was not made by this program.
const LARGEST_PDF: u64 = 256 << 20;

/// The release's file, word by word, as the PDF carries it.
///
/// # Errors
/// The file cannot be read, is no PDF, or carries no release.
pub(super) fn release_text(file: &Path) -> Result<Vec<u8>, FileError> {
    let bytes = read_bytes(file, LARGEST_PDF, &OPENING, &Message::new("error-pdf-larger-next"))?;
    let pdf = Pdf::new(bytes).map_err(|_| {
        FileError::because(OPENING, Message::new("error-pdf-damaged"), Message::new("error-earlier-copy"), file)
    })?;
    let found = pdf.objects().into_iter().find_map(|object| carried(&object));
    found.ok_or_else(|| {
        FileError::because(OPENING, Message::new("error-pdf-empty"), Message::new("error-pdf-empty-next"), file)
    })
}

fn carried(object: &Object<'_>) -> Option<Vec<u8>> {
    let Object::Dict(specification) = object else { return None };
    let name = |key: &str| specification.get::<PdfString<'_>>(key);
    let named = ["UF", "F"].into_iter().filter_map(name).any(|name| ascii(name.as_bytes()) == SOURCE_FILE);
    let stream = named.then(|| specification.get::<Dict<'_>>("EF")?.get::<Stream<'_>>("F")).flatten()?;
    let raw = stream.raw_data();
    // Unpacked here, up to a bound: a few bytes can unpack to a full memory.
    let mut text = Vec::new();
    let packed = |name: Name<'_>| name.as_str() == "FlateDecode";
    let dict = stream.dict();
    let filters = dict.get::<Array<'_>>("Filter");
    if dict.get::<Name<'_>>("Filter").is_some_and(packed)
        || filters.is_some_and(|all| all.iter::<Name<'_>>().all(packed))
    {
        ZlibDecoder::new(raw.as_ref()).take(LARGEST_FILE + 1).read_to_end(&mut text).ok()?;
    } else {
        text.extend_from_slice(&raw);
    }
    (text.len() as u64 <= LARGEST_FILE).then_some(text)
}

/// A name in PDF's own letters or in UTF-16; ours has Latin ones only.
fn ascii(name: &[u8]) -> String {
    let bytes = name.strip_prefix(&[0xfe, 0xff]).unwrap_or(name);
    bytes.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect()
}
