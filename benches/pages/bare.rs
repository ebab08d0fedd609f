//! The same keystroke through Typst alone, in the smallest world that it accepts.

use std::collections::HashMap;
use std::hint::black_box;
use std::time::Instant;

use dateline::pages::{TEMPLATE, files, fonts};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

use crate::PIXELS_PER_POINT;
use crate::document::Document;

pub(crate) struct Bare {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
    files: HashMap<FileId, Bytes>,
    shown: Option<PagedDocument>,
}

impl Bare {
    pub(crate) fn new() -> Self {
        use fonts::{
            GOLOS_BOLD, GOLOS_REGULAR, GOLOS_SEMIBOLD, SERIF_BOLD, SERIF_BOLD_ITALIC, SERIF_ITALIC, SERIF_REGULAR,
        };
        let files =
            [SERIF_REGULAR, SERIF_BOLD, SERIF_ITALIC, SERIF_BOLD_ITALIC, GOLOS_REGULAR, GOLOS_SEMIBOLD, GOLOS_BOLD];
        let fonts: Vec<Font> = files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
        Bare {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: Source::new(id("page.typ"), TEMPLATE.to_owned()),
            files: HashMap::new(),
            shown: None,
        }
    }

    /// Milliseconds for setting and for drawing these pages. The data lies ready: writing it is not Typst's work.
    pub(crate) fn follow(&mut self, document: &Document, pages: &[usize]) -> f64 {
        let story = document.story();
        self.files =
            files(&document.sheet(&story)).unwrap().into_iter().map(|(name, file)| (id(&name), file)).collect();
        let begun = Instant::now();
        let set = typst::compile::<PagedDocument>(self).output.unwrap();
        for page in pages {
            let options = RenderOptions { pixel_per_pt: f64::from(PIXELS_PER_POINT).into(), render_bleed: false };
            black_box(typst_render::render(&set.pages()[*page], &options));
        }
        self.shown = Some(set);
        typst::comemo::evict(10);
        begun.elapsed().as_secs_f64() * 1000.0
    }
}

fn id(name: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).unwrap()).intern()
}

impl World for Bare {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
