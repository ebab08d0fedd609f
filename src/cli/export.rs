//! `dateline export`: releases as files for newsrooms.
//!
//! Every release is read and every file's place is looked at before the first file is written, so that a wrong name in
//! the last release does not leave half a set of files. Then the releases are set on all cores, each written as a whole.

use std::collections::{BTreeSet, HashSet};
use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use rayon::ThreadPoolBuilder;

use super::arguments::Export;
use super::{Failure, say, tell};
use crate::export::{Exported, Format, Options, ShownPhoto, ShownPhotos, export};
use crate::house::Houses;
use crate::newsroom::{self, Exports, PhotoExport, PhotosWanted, photo_exports, photo_folder};
use crate::pages::{self, Material, Resolution};
use crate::release::{Edition, Lang, PhotoId, Release};
use crate::story::{self, Story};
use crate::words::Message;

/// A release that was read and is to be written.
struct Planned {
    release: Release,
    houses: Houses,
    folder: PathBuf,
    /// Where its files are to lie.
    out: PathBuf,
    /// What they are called before language and ending.
    stem: OsString,
    /// Its editions that were asked for.
    files: Vec<PlannedEdition>,
    photos: PhotosWanted,
}

/// An edition's place in the release, and the file of each format.
type PlannedEdition = (usize, Vec<(Format, PathBuf)>);

/// One edition's files before they are written.
type Ready = Vec<(PathBuf, Exported)>;

/// A file that was written, and what could not be carried over.
type Written = (PathBuf, Vec<Message>);

/// Writes the files and prints the path of each.
pub(super) fn run(asked: &Export) -> Result<(), Failure> {
    if shows_pages(asked) {
        // While the releases are read. Where there is no thread for it, the first page waits for it.
        let _ = thread::Builder::new().spawn(pages::get_ready);
    }
    let planned = asked.paths.iter().map(|path| plan(path, asked)).collect::<Result<Vec<_>, _>>()?;
    check_targets(&planned, asked.force)?;
    let outcomes = match (shows_pages(asked), planned.as_slice()) {
        (false, _) => planned.iter().map(|planned| set_and_write(planned, asked)).collect(),
        (true, [alone]) => vec![with_photos(alone, asked, |shown| {
            on_all_cores(&alone.files, |edition| set(alone, edition, shown, asked))
        })],
        (true, many) => on_all_cores(many, |planned| set_and_write(planned, asked))?,
    };
    let mut failures = Vec::new();
    for outcome in outcomes {
        match outcome {
            Ok(files) => {
                for (file, warnings) in files {
                    for warning in &warnings {
                        tell(&format!("warning: {warning} {}", file.display()));
                    }
                    say(file.as_os_str().as_encoded_bytes())?;
                }
            }
            Err(Failure(why)) => failures.push(why),
        }
    }
    match failures.pop() {
        None => Ok(()),
        Some(last) => {
            failures.iter().for_each(|why| tell(why));
            Err(Failure(last))
        }
    }
}

fn shows_pages(asked: &Export) -> bool {
    asked.formats().iter().any(|format| format.shows_pages())
}

/// One release in all languages and formats that were asked for.
fn plan(path: &Path, asked: &Export) -> Result<Planned, Failure> {
    let release = newsroom::open(path)?;
    let folder = newsroom::release_folder(path);
    let houses = newsroom::houses_for(&release, Some(&folder))?;
    let stem = folder_name(&folder)?;
    let out = asked.out.clone().unwrap_or_else(|| folder.clone());
    let formats = asked.formats();
    let mut files = Vec::new();
    let mut shown = BTreeSet::new();
    for index in editions(&release, &asked.lang, path)? {
        let edition = &release.editions[index];
        let Edition { lang, .. } = edition;
        let file = |format: Format| {
            let mut name = stem.clone();
            name.push(format!(".{lang}.{}", format.extension()));
            out.join(name)
        };
        files.push((index, formats.iter().map(|format| (*format, file(*format))).collect()));
        if formats.iter().any(|format| format.carries_photos()) {
            shown.extend(photos_in(&story::set(&release, edition, houses.of(lang))));
        }
    }
    if asked.wants_photos() && release.photos.is_empty() {
        tell(&format!("warning: The release has no photos to export. {}", path.display()));
    }
    let photos =
        PhotosWanted { sent: asked.wants_photos(), shown, single_file: asked.single_file, web_px: asked.web_px() };
    Ok(Planned { release, houses, folder, out, stem, files, photos })
}

/// The photos that a story shows.
fn photos_in(story: &Story) -> BTreeSet<PhotoId> {
    story.figures().map(|(_, figure)| figure.photo).collect()
}

impl Planned {
    /// What its files are called, as far as letters can say it.
    fn stem(&self) -> String {
        self.stem.to_string_lossy().into_owned()
    }

    /// The folder of its photos; none where none goes along as a file.
    fn photo_folder(&self) -> Option<PathBuf> {
        let all = photo_exports(&self.release, &self.photos);
        let any = all.iter().any(|photo| !photo.files(&self.stem()).is_empty());
        any.then(|| self.out.join(photo_folder(&self.stem())))
    }
}

/// Sets one release and writes its files.
fn set_and_write(planned: &Planned, asked: &Export) -> Result<Vec<Written>, Failure> {
    with_photos(planned, asked, |shown| {
        Ok(planned.files.iter().map(|edition| set(planned, edition, shown, asked)).collect())
    })
}

/// Writes the files of one release with its photos: all of them or, where one could not be set, none.
fn with_photos(
    planned: &Planned,
    asked: &Export,
    set: impl FnOnce(Option<&ShownPhotos>) -> Result<Vec<Result<Ready, Failure>>, Failure>,
) -> Result<Vec<Written>, Failure> {
    let mut exports = Exports::new(asked.force);
    let photos = add_photos(planned, &mut exports)?;
    let editions = set(Some(&photos))?.into_iter().collect::<Result<Vec<_>, _>>()?;
    let all = || editions.iter().flatten();
    all().try_for_each(|(file, exported)| exports.add(file, &exported.bytes))?;
    exports.finish()?;
    let files = all().map(|(file, exported)| (file.clone(), exported.warnings.clone()));
    let folder = planned.photo_folder().filter(|folder| folder.is_dir());
    Ok(files.chain(folder.map(|folder| (folder, Vec::new()))).collect())
}

/// Makes the photos of one release ready and writes those that lie beside; gives those that its pages show.
fn add_photos(planned: &Planned, exports: &mut Exports) -> Result<ShownPhotos, Failure> {
    let Planned { release, folder, out, photos, .. } = planned;
    let stem = planned.stem();
    let mut shown = ShownPhotos::new();
    let all = photo_exports(release, photos);
    // A few at a time: whole photos for print, all at once, would fill the memory.
    let few = thread::available_parallelism().map_or(1, NonZero::get) * 2;
    for few in all.chunks(few) {
        let ready = |export: &PhotoExport<'_>| export.ready(release, Some(folder), None);
        for (export, ready) in few.iter().zip(on_all_cores(few, ready)?) {
            let file = &export.photo.file;
            let sizes = match ready {
                Ok(sizes) => sizes,
                Err(why) if photos.sent => {
                    let why = Message::new("error-export-photos").with("file", file.as_str()).with("why", why);
                    return Err(Failure(format!("{why} {}", folder.display())));
                }
                Err(why) => {
                    shown.insert(export.photo.id, Err(why));
                    continue;
                }
            };
            for (file, bytes) in export.written(&stem, &sizes) {
                exports.add_photo(out, &file, bytes)?;
            }
            let photo = match (export.shown, photos.single_file) {
                (false, _) => None,
                (true, true) => ShownPhoto::inside(&sizes),
                (true, false) => ShownPhoto::beside(&photo_folder(&stem), &export.name, &sizes),
            };
            shown.extend(photo.map(|photo| (export.photo.id, Ok(photo))));
        }
    }
    Ok(shown)
}

/// Does work on all cores; what came of each, in its order.
///
/// Each core has a pool of its own and takes the next piece when it has finished one. In a pool for all, a core that waits
/// for a part of a page would begin another release meanwhile, inside the first: the first would be charged for its time,
/// and all that are begun would lie in memory.
fn on_all_cores<W: Sync, D: Send>(work: &[W], one: impl Fn(&W) -> D + Sync) -> Result<Vec<D>, Failure> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    // While one reads from the disk or waits for it, another sets its pages.
    let workers = (2 * cores).min(work.len()).max(1);
    let next = AtomicUsize::new(0);
    let worker = || {
        // Typst shares a page's work out; where there are more pages than cores, its own core has to do.
        let pool = ThreadPoolBuilder::new()
            .num_threads((cores / workers).max(1))
            .stack_size(pages::STACK)
            .use_current_thread();
        let take = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|index| *index < work.len());
        let all = || std::iter::from_fn(take).map(|index| (index, one(&work[index]))).collect::<Vec<_>>();
        Ok(pool.build().map_err(io::Error::other)?.install(all))
    };
    let failed = |error: io::Error| Failure(format!("Could not export: {error}. Close other programs and try again."));
    let done = thread::scope(|scope| {
        let start = || thread::Builder::new().stack_size(pages::STACK).spawn_scoped(scope, worker);
        let started = (0..workers).map(|_| start()).collect::<Vec<io::Result<_>>>();
        let broken = |_| io::Error::other("a part of the program broke off");
        started.into_iter().map(|started| started?.join().map_err(broken)?).collect::<io::Result<Vec<_>>>()
    });
    let mut done: Vec<(usize, D)> = done.map_err(failed)?.into_iter().flatten().collect();
    done.sort_by_key(|(index, _)| *index);
    Ok(done.into_iter().map(|(_, done)| done).collect())
}

/// One edition in its formats.
fn set(
    planned: &Planned,
    (index, files): &PlannedEdition,
    photos: Option<&ShownPhotos>,
    asked: &Export,
) -> Result<Ready, Failure> {
    let Planned { release, houses, folder, .. } = planned;
    let edition = &release.editions[*index];
    let house = houses.of(&edition.lang);
    let story = story::set(release, edition, house);
    let material = match shows_pages(asked) {
        true => newsroom::material(&story, &house.letterhead, Resolution::Print, Some(folder), &|_| None),
        false => Material::default(),
    };
    let source = if asked.source { Some(newsroom::release_text(release)?) } else { None };
    let begun = Instant::now();
    let options = Options {
        lines: asked.line_ends(),
        letterhead: &house.letterhead,
        material: &material,
        source: source.as_ref().map(String::as_bytes),
        photos,
        width_px: asked.width.map_or(Options::WIDTH_PX, u32::from),
        give_up: &|| begun.elapsed() > pages::PATIENCE,
    };
    let one = |(format, file): &(Format, PathBuf)| match export(&story, *format, &options) {
        Ok(exported) => Ok((file.clone(), exported)),
        Err(error) => Err(Failure(format!("{error} {}", folder.display()))),
    };
    files.iter().map(one).collect()
}

/// The editions in these languages, or all where none is named.
fn editions(release: &Release, langs: &[Lang], path: &Path) -> Result<Vec<usize>, Failure> {
    if langs.is_empty() {
        return Ok((0..release.editions.len()).collect());
    }
    let edition = |lang: &Lang| {
        release.editions.iter().position(|edition| edition.lang == *lang).ok_or_else(|| {
            let has: Vec<&str> = release.editions.iter().map(|edition| edition.lang.as_str()).collect();
            let has = has.join(", ");
            let path = path.display();
            Failure(format!(
                "Did not export: the release has no edition in {lang}, it has {has}. Choose one of these. {path}"
            ))
        })
    };
    each_once(langs).into_iter().map(edition).collect()
}

fn each_once<T: PartialEq>(all: &[T]) -> Vec<&T> {
    let mut once: Vec<&T> = Vec::new();
    for one in all {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

/// What the folder is called, also where it was named as `.` or `..`.
fn folder_name(folder: &Path) -> Result<OsString, Failure> {
    if let Some(name) = folder.file_name() {
        return Ok(name.to_owned());
    }
    let whole = fs::canonicalize(folder)
        .map_err(|error| newsroom::FileError::io(Message::new("error-find-name"), &error, folder))?;
    // The root of a disk has no name of its own.
    Ok(whole.file_name().map_or_else(|| OsString::from("release"), OsString::from))
}

/// Nothing is written over something else: neither over a file that is there nor twice in one run.
fn check_targets(planned: &[Planned], force: bool) -> Result<(), Failure> {
    let mut seen = HashSet::new();
    let files = planned.iter().flat_map(|planned| &planned.files).flat_map(|(_, files)| files);
    for (_, file) in files {
        let path = file.display();
        if !seen.insert(file.clone()) {
            return Err(Failure(format!(
                "Did not export: two of the releases would be written to the same file. Export them one by one, or \
                 into their own folders (without --out). {path}"
            )));
        }
        match file.symlink_metadata() {
            Ok(there) if there.is_dir() => {
                return Err(Failure(format!(
                    "Did not export: a folder of this name is already there. Move it, or choose another folder \
                     (--out). {path}"
                )));
            }
            Ok(_) if !force => {
                return Err(Failure(format!(
                    "Did not export: a file of this name is already there. Choose another folder (--out), or say that \
                     it may be replaced (--force). {path}"
                )));
            }
            Err(error) if error.kind() == ErrorKind::NotADirectory => {
                return Err(newsroom::FileError::io(Message::new("error-not-exported"), &error, file).into());
            }
            // What else may be wrong with the place is told by the attempt to write there.
            Ok(_) | Err(_) => {}
        }
    }
    for folder in planned.iter().filter_map(Planned::photo_folder) {
        if !seen.insert(folder.clone()) {
            return Err(Failure(format!(
                "Did not export: the photos of two of the releases would be written to the same folder. Export them one \
                 by one, or into their own folders (without --out). {}",
                folder.display()
            )));
        }
    }
    Ok(())
}
