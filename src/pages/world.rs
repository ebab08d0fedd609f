//! Typst's world, all from memory: the template, the story as data, the fonts, the pictures. No disk, no network, no clock.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::fonts::{BOOK, FONTS};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static TEMPLATE: LazyLock<Option<Source>> =
    LazyLock::new(|| Some(Source::new(file_id("page.typ")?, super::TEMPLATE.to_owned())));

/// Makes what all pages share.
pub(super) fn get_ready() {
    LazyLock::force(&BOOK);
    LazyLock::force(&LIBRARY);
    LazyLock::force(&TEMPLATE);
}

/// A file by its name in this world.
pub(super) fn file_id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

/// What the template can see.
pub(super) struct Stage<'a> {
    main: Source,
    files: HashMap<FileId, Bytes>,
    give_up: &'a (dyn Fn() -> bool + Send + Sync),
}

/// Setting the page has taken longer than it may; caught where it was begun.
pub(super) struct GaveUp;

impl<'a> Stage<'a> {
    /// `give_up` is asked now and then; where it says so, the setting unwinds with [`GaveUp`].
    pub(super) fn new(
        files: impl IntoIterator<Item = (String, Bytes)>,
        give_up: &'a (dyn Fn() -> bool + Send + Sync),
    ) -> Option<Self> {
        let files = files.into_iter().map(|(name, bytes)| Some((file_id(&name)?, bytes))).collect::<Option<_>>()?;
        Some(Stage { main: TEMPLATE.clone()?, files, give_up })
    }

    fn hurry(&self) {
        if (self.give_up)() {
            // Not a panic: nobody is to be told of it but the one who waits.
            std::panic::resume_unwind(Box::new(GaveUp));
        }
    }
}

impl World for Stage<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.hurry();
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.hurry();
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.hurry();
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
