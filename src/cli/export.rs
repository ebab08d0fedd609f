//! `dateline export`: releases as files for newsrooms.
//!
//! Every release is read and every file's place is looked at before the first file is written, so that a wrong name in
//! the last release does not leave half a set of files. Then the releases are set on all cores, each written as a whole.

use std::collections::HashSet;
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
use crate::export::{Exported, Format, Options, export};
use crate::house::Houses;
use crate::newsroom;
use crate::pages::{self, Material, Resolution};
use crate::release::{Edition, Lang, Release};
use crate::story;
use crate::words::Message;

/// A release that was read and is to be written.
struct Planned {
    release: Release,
    houses: Houses,
    folder: PathBuf,
    /// Its editions that were asked for.
    files: Vec<PlannedEdition>,
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
        (true, [alone]) => vec![
            on_all_cores(&alone.files, |edition| set(alone, edition, asked))
                .and_then(|editions| write(editions, asked)),
        ],
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
    asked.to.iter().any(|format| format.shows_pages())
}

/// One release in all languages and formats that were asked for.
fn plan(path: &Path, asked: &Export) -> Result<Planned, Failure> {
    let release = newsroom::open(path)?;
    let folder = newsroom::release_folder(path);
    let houses = newsroom::houses_for(&release, Some(&folder))?;
    let stem = folder_name(&folder)?;
    let mut files = Vec::new();
    for index in editions(&release, &asked.lang, path)? {
        let Edition { lang, .. } = &release.editions[index];
        let file = |format: Format| {
            let mut name = stem.clone();
            name.push(format!(".{lang}.{}", format.extension()));
            asked.out.as_ref().unwrap_or(&folder).join(name)
        };
        files.push((index, each_once(&asked.to).into_iter().map(|format| (*format, file(*format))).collect()));
    }
    Ok(Planned { release, houses, folder, files })
}

/// Sets one release and writes its files.
fn set_and_write(planned: &Planned, asked: &Export) -> Result<Vec<Written>, Failure> {
    write(planned.files.iter().map(|edition| set(planned, edition, asked)).collect(), asked)
}

/// Writes the files of one release: all of them or, where one could not be set, none.
fn write(editions: Vec<Result<Ready, Failure>>, asked: &Export) -> Result<Vec<Written>, Failure> {
    let editions = editions.into_iter().collect::<Result<Vec<_>, _>>()?;
    let all = || editions.iter().flatten();
    let files: Vec<_> = all().map(|(file, exported)| (file.clone(), &exported.bytes)).collect();
    newsroom::write_exports(&files, asked.force)?;
    Ok(all().map(|(file, exported)| (file.clone(), exported.warnings.clone())).collect())
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
fn set(planned: &Planned, (index, files): &PlannedEdition, asked: &Export) -> Result<Ready, Failure> {
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
        if !seen.insert(file) {
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
    Ok(())
}
