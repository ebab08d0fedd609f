//! What runs beside the window: everything that touches the disk or waits for a dialog, each on a thread of its own.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use eframe::egui::{ColorImage, Context};
use jiff::civil::Date;

use super::attaching::{self, Looked};
use super::cataloguing::{Move, Moved};
use super::company::{ReadCopies, access_to};
use super::house_styles::{HouseKept, HouseWork, HousesNow};
use super::opening::{self, Opened};
use super::picker::{Answer, PICTURES, Picking, Wanted};
use super::registers::{ChangedRegister, Changing};
use super::writing::{ExportEnd, Exporting};
use super::{OnDisk, WantedHouses, report};
use crate::desk::{AfterSaving, ExportChoice, ExportProgress, FaultReport};
use crate::house::Houses;
use crate::newsroom::{
    self, FileError, Fingerprint, Me, Newsroom, Preferences, SavedBeside, Saving, SideCopy, Version,
};
use crate::pages;
use crate::release::{Lang, PhotoId, Release};
use crate::words::Message;

/// So long a release waits for its journal to be on the disk before it is saved.
const JOURNAL_PATIENCE: Duration = Duration::from_secs(10);

/// What the machine reports.
#[derive(Debug)]
pub(super) enum Event {
    /// A release lies ready.
    Opened(Result<Box<Opened>, FileError>),
    /// What was being written when the program ended lies ready, where something was.
    Recovered(Option<Box<Opened>>),
    /// A release is on disk.
    Saved(Box<Saved>),
    /// A text is kept beside its release.
    SavedBeside(Box<(SavedBeside, Asked)>),
    /// The copies beside a release were looked up.
    Copies(Result<Box<ReadCopies>, FileError>),
    /// A copy was put among the versions; where nobody asked for it, without its place.
    Discarded(Result<Option<PathBuf>, FileError>),
    /// A release could not be saved.
    NotSaved(Box<(FileError, Asked)>),
    /// These versions of the open release there are.
    Versions(Vec<Version>),
    /// A version was read.
    Version(Result<Box<(Version, Release)>, FileError>),
    /// House files were read.
    Houses(WantedHouses, Result<Box<(Houses, Vec<String>)>, FileError>),
    /// An export has come so far.
    Progress(ExportProgress),
    /// An export has ended.
    Exported(ExportEnd),
    /// A PDF is with the system's viewer.
    Printed(Result<PathBuf, Message>),
    /// These pictures are there and can be attached.
    Photos(Looked),
    /// A pasted picture lies here.
    Pasted(Result<PathBuf, Message>),
    /// What a person likes is kept.
    Preferences(Result<(), FileError>),
    /// What somebody dropped onto the window.
    Dropped(Dropped),
    /// What came of a dialog.
    Picked(Wanted, Answer),
    /// These folders of recent releases are not there any more.
    Gone(BTreeSet<PathBuf>),
    /// A file or folder is with another program, or none answers.
    Handed(Result<(), PathBuf>),
    /// What there is to tell of a fault.
    Report(Option<FaultReport>),
    /// A folder was taken as the newsroom.
    Newsroom(Result<Newsroom, FileError>),
    /// A folder was made for a new release, and what waits until it is saved there.
    Placed(Result<PathBuf, FileError>, Option<AfterSaving>),
    /// A release's folder has got another place.
    Moved(Result<Moved, FileError>),
    /// The registers of the newsroom in this folder were read.
    Registers(PathBuf, newsroom::ReadRegister),
    /// Something was done with the newsroom's houses.
    HousesNow(Box<HousesNow>),
    /// A house was saved, or could not be.
    HouseKept(Box<HouseKept>),
    /// A register was changed, or could not be.
    Register(Box<ChangedRegister>),
    /// A job failed through a fault of the program.
    Failed,
}

/// Who wants a release saved.
#[derive(Clone, Debug)]
pub(super) enum Asked {
    /// Nobody: it is time.
    ByItself,
    /// A person, who may want something afterwards.
    Person(Option<AfterSaving>),
}

/// A release that is on disk.
#[derive(Debug)]
pub(super) struct Saved {
    pub(super) what: newsroom::Saved,
    pub(super) asked: Asked,
}

/// What runs beside the window, by the key of its words; empty for what nobody needs to know of.
type Running = &'static str;

const OPENING: Running = "running-opening";
const SAVING: Running = "running-saving";
const EXPORTING: Running = "running-exporting";
const PRINTING: Running = "running-printing";
const ASKING: Running = "running-dialog";
const ATTACHING: Running = "running-attaching";
const PLACING: Running = "running-placing";
const MOVING: Running = "running-moving";
const QUIETLY: Running = "";

/// Whoever closes the window does not wait longer than this for what is still being written.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// A piece of work with its words.
type Work = Box<dyn FnOnce() + Send>;

/// The jobs and their post box.
#[derive(Debug)]
pub(super) struct Jobs {
    ctx: Context,
    sender: Sender<(Option<Running>, Event)>,
    post: Receiver<(Option<Running>, Event)>,
    running: Vec<Running>,
    /// What is written keeps its order: of two saves the later one stays.
    in_turn: Option<(Sender<Work>, JoinHandle<()>)>,
    replaced: Arc<Mutex<Option<Replaced>>>,
}

/// What the last save has put in the place of what: a save that was asked for before that one was done knows only the old.
#[derive(Debug)]
struct Replaced {
    folder: PathBuf,
    old: Option<Fingerprint>,
    new: Fingerprint,
}

impl Jobs {
    pub(super) fn new(ctx: Context) -> Self {
        let (sender, post) = channel();
        Jobs { ctx, sender, post, running: Vec::new(), in_turn: None, replaced: Arc::default() }
    }

    /// What runs right now, by the keys of its words.
    pub(super) fn running(&self) -> impl Iterator<Item = &'static str> {
        self.running.iter().copied().filter(|words| ![QUIETLY, SAVING].contains(words))
    }

    /// Is another release about to take the place of the open one?
    pub(super) fn is_opening(&self) -> bool {
        self.running.contains(&OPENING)
    }

    /// Is a dialog of the system asked for, or open?
    pub(super) fn is_asking(&self) -> bool {
        self.running.contains(&ASKING)
    }

    /// Is a folder being made for a new release?
    pub(super) fn is_placing(&self) -> bool {
        self.running.contains(&PLACING)
    }

    /// Is a release's folder about to get another place? Whatever is saved meanwhile would be saved at the old one.
    pub(super) fn is_moving(&self) -> bool {
        self.running.contains(&MOVING)
    }

    pub(super) fn is_saving(&self) -> bool {
        self.running.contains(&SAVING)
    }

    pub(super) fn is_exporting(&self) -> bool {
        self.running.contains(&EXPORTING)
    }

    pub(super) fn next_event(&mut self) -> Option<Event> {
        let arrived = self.post.try_recv().ok()?;
        Some(self.arrived(arrived))
    }

    /// What a job reports next, where that is soon.
    pub(super) fn wait(&mut self, most: Duration) -> Option<Event> {
        let arrived = self.post.recv_timeout(most).ok()?;
        Some(self.arrived(arrived))
    }

    fn arrived(&mut self, (ended, event): (Option<Running>, Event)) -> Event {
        if let Some(place) = ended.and_then(|ended| self.running.iter().position(|other| *other == ended)) {
            self.running.remove(place);
        }
        event
    }

    /// Work that tells its end, and what it has to tell before.
    fn work(&self, words: Running, job: impl FnOnce(&dyn Fn(Event)) -> Event + Send + 'static) -> Work {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        Box::new(move || {
            // Nobody listens any more once the window is closed; then nothing is to be said.
            let tell = |ended, event| {
                let _ = sender.send((ended, event));
                ctx.request_repaint();
            };
            // The release in the window outlives a fault in what runs beside it.
            let done = catch_unwind(AssertUnwindSafe(|| job(&|event| tell(None, event))));
            tell(Some(words), done.unwrap_or(Event::Failed));
        })
    }

    fn start(&mut self, words: Running, job: impl FnOnce() -> Event + Send + 'static) {
        self.start_telling(words, move |_| job());
    }

    fn start_telling(&mut self, words: Running, job: impl FnOnce(&dyn Fn(Event)) -> Event + Send + 'static) {
        let work = self.work(words, job);
        self.running.push(words);
        if thread::Builder::new().stack_size(pages::STACK).spawn(work).is_err() {
            self.no_thread(words);
        }
    }

    /// After everything that was to be written before.
    fn start_in_turn(&mut self, words: Running, job: impl FnOnce() -> Event + Send + 'static) {
        let work = self.work(words, move |_| job());
        self.running.push(words);
        if self.in_turn.is_none() {
            let (sender, queue) = channel::<Work>();
            let writer =
                thread::Builder::new().name("writing".into()).spawn(move || queue.iter().for_each(|work| work()));
            self.in_turn = writer.ok().map(|writer| (sender, writer));
        }
        let sent = self.in_turn.as_ref().is_some_and(|(sender, _)| sender.send(work).is_ok());
        if !sent {
            self.no_thread(words);
        }
    }

    /// The system gives no thread: the job has failed before it began.
    fn no_thread(&mut self, words: Running) {
        let _ = self.sender.send((Some(words), Event::Failed));
        self.ctx.request_repaint();
    }

    /// Waits for what is still being written, because the program ends.
    pub(super) fn finish(&mut self) {
        let Some((sender, writer)) = self.in_turn.take() else { return };
        drop(sender);
        let asked = Instant::now();
        while !writer.is_finished() && asked.elapsed() < LAST_WORDS {
            thread::sleep(Duration::from_millis(5));
        }
    }

    pub(super) fn new_release(&mut self, today: Date, lang: Lang, local: Option<PathBuf>) {
        self.start(OPENING, move || Event::Opened(opening::new_release(today, lang, local.as_deref()).map(Box::new)));
    }

    pub(super) fn open(&mut self, path: PathBuf, local: Option<PathBuf>, me: Me) {
        self.start(OPENING, move || {
            let opened = opening::open(&path, local.as_deref());
            Event::Opened(opened.map(|opened| Box::new(with_company(opened, &me))))
        });
    }

    pub(super) fn sample(&mut self, local: Option<PathBuf>) {
        self.start(OPENING, move || Event::Opened(opening::sample(local.as_deref()).map(Box::new)));
    }

    /// Opens a new release that begins as a copy of this one.
    pub(super) fn copy(&mut self, folder: PathBuf, today: Date, local: Option<PathBuf>) {
        self.start(OPENING, move || Event::Opened(opening::copy(&folder, today, local.as_deref()).map(Box::new)));
    }

    pub(super) fn choose_newsroom(&mut self, folder: PathBuf) {
        self.start_in_turn(QUIETLY, move || Event::Newsroom(newsroom::choose_newsroom(&folder)));
    }

    pub(super) fn place(&mut self, newsroom: PathBuf, issued: Date, name: String, then: Option<AfterSaving>) {
        self.start_in_turn(PLACING, move || Event::Placed(newsroom::place_release(&newsroom, issued, &name), then));
    }

    pub(super) fn read_registers(&mut self, folder: PathBuf) {
        // After what is being written into them.
        self.start_in_turn(QUIETLY, move || {
            let read = newsroom::registers(&folder);
            Event::Registers(folder, read)
        });
    }

    pub(super) fn work_at_houses(&mut self, work: HouseWork, newsroom: PathBuf) {
        self.start_in_turn(QUIETLY, move || work.carry_out(newsroom));
    }

    pub(super) fn change_register(&mut self, changing: Changing) {
        self.start_in_turn(QUIETLY, move || Event::Register(Box::new(changing.carry_out())));
    }

    pub(super) fn rename(&mut self, folder: PathBuf, name: String) {
        self.relocate(Move::Renamed, folder, move |folder| newsroom::rename_release(folder, &name));
    }

    pub(super) fn trash(&mut self, newsroom: PathBuf, folder: PathBuf) {
        self.relocate(Move::Trashed, folder, move |folder| newsroom::trash_release(&newsroom, folder));
    }

    pub(super) fn restore(&mut self, newsroom: PathBuf, folder: PathBuf) {
        self.relocate(Move::Restored, folder, move |folder| newsroom::restore_release(&newsroom, folder));
    }

    pub(super) fn keep_as_template(&mut self, newsroom: PathBuf, folder: PathBuf) {
        self.relocate(Move::Kept, folder, move |folder| newsroom::keep_as_template(&newsroom, folder));
    }

    fn relocate(
        &mut self,
        what: Move,
        from: PathBuf,
        job: impl FnOnce(&Path) -> Result<PathBuf, FileError> + Send + 'static,
    ) {
        self.start_in_turn(MOVING, move || Event::Moved(job(&from).map(|to| Moved { what, from, to })));
    }

    /// Looks whether something was being written when the program ended.
    pub(super) fn recover(&mut self, local: PathBuf, me: Me) {
        self.start(OPENING, move || {
            let found = opening::unfinished(&local).map(|opened| Box::new(with_company(opened, &me)));
            Event::Recovered(found)
        });
    }

    /// Saves, when the journal is on the disk.
    pub(super) fn save(&mut self, saving: Saving, journal: Option<OnDisk>, asked: Asked) {
        let replaced = Arc::clone(&self.replaced);
        self.start_in_turn(SAVING, move || {
            // Without a journal, what is in the file is the better kept.
            let _ = journal.is_none_or(|journal| journal.wait(JOURNAL_PATIENCE));
            match save(saving, &replaced) {
                Ok(what) => Event::Saved(Box::new(Saved { what, asked })),
                Err(error) => Event::NotSaved(Box::new((error, asked))),
            }
        });
    }

    pub(super) fn save_beside(&mut self, saving: Saving, copy: Option<PathBuf>, asked: Asked) {
        self.start_in_turn(SAVING, move || match newsroom::save_beside(saving, copy) {
            Ok(saved) => Event::SavedBeside(Box::new((saved, asked))),
            Err(error) => Event::NotSaved(Box::new((error, asked))),
        });
    }

    /// Looks up the copies beside a release, and reads the first of them or this one.
    pub(super) fn read_copies(&mut self, folder: PathBuf, release: Release, file: Option<PathBuf>) {
        self.start_in_turn(QUIETLY, move || {
            let all = newsroom::side_copies(&folder, &release);
            let chosen = all.iter().find(|copy| file.as_ref() == Some(&copy.file)).or(all.first()).cloned();
            let chosen = chosen.map(|copy| newsroom::open_copy(&copy).map(|release| (copy, release))).transpose();
            Event::Copies(chosen.map(|chosen| Box::new(ReadCopies { folder, all, chosen })))
        });
    }

    /// Puts a copy among the versions; where a release is named, somebody has asked for it.
    pub(super) fn discard_copy(&mut self, copy: SideCopy, asked_in: Option<PathBuf>) {
        self.start_in_turn(QUIETLY, move || {
            let discarded = newsroom::discard_copy(&copy);
            Event::Discarded(discarded.map(|file| asked_in.map(|_| file)))
        });
    }

    pub(super) fn list_versions(&mut self, folder: PathBuf) {
        // After a version that is being named.
        self.start_in_turn(QUIETLY, move || Event::Versions(newsroom::versions(&folder)));
    }

    pub(super) fn read_version(&mut self, version: Version) {
        self.start(QUIETLY, move || {
            let read = newsroom::open_version(&version.file);
            Event::Version(read.map(|release| Box::new((version, release))))
        });
    }

    /// Names a version, and reads it again under its new name.
    pub(super) fn name_version(&mut self, mut version: Version, name: String) {
        self.start_in_turn(QUIETLY, move || {
            let named = newsroom::name_version(&version, &name).and_then(|file| {
                let release = newsroom::open_version(&file)?;
                (version.file, version.name, version.is_kept) = (file, name.trim().to_owned(), true);
                Ok(Box::new((version, release)))
            });
            Event::Version(named)
        });
    }

    pub(super) fn houses(&mut self, wanted: WantedHouses, release: Release, folder: Option<PathBuf>) {
        self.start(QUIETLY, move || {
            let houses = newsroom::houses_for(&release, folder.as_deref());
            Event::Houses(wanted, houses.map(|houses| Box::new((houses, newsroom::house_names(folder.as_deref())))))
        });
    }

    pub(super) fn keep_preferences(&mut self, local: PathBuf, preferences: Preferences) {
        self.start_in_turn(QUIETLY, move || Event::Preferences(newsroom::save_preferences(&local, &preferences)));
    }

    pub(super) fn export(&mut self, exporting: Exporting, choice: ExportChoice, stop: Arc<AtomicBool>) {
        self.start_telling(EXPORTING, move |tell| {
            Event::Exported(exporting.write(choice, &stop, &|progress| tell(Event::Progress(progress))))
        });
    }

    pub(super) fn print(&mut self, exporting: Exporting, lang: Lang) {
        self.start(PRINTING, move || Event::Printed(exporting.print(&lang)));
    }

    pub(super) fn look_at_photos(&mut self, paths: Vec<PathBuf>, there: Vec<(PhotoId, PathBuf)>, unsaid: Lang) {
        self.start(ATTACHING, move || Event::Photos(attaching::look_at(paths, &there, &unsaid)));
    }

    pub(super) fn keep_pasted(&mut self, image: Arc<ColorImage>, local: Option<PathBuf>) {
        self.start(ATTACHING, move || Event::Pasted(attaching::keep_pasted(&image, local.as_deref())));
    }

    /// Finds out what was dropped; looking at a folder may take its time.
    pub(super) fn sort_dropped(&mut self, paths: Vec<PathBuf>) {
        self.start(QUIETLY, move || Event::Dropped(sort(paths)));
    }

    pub(super) fn pick(&mut self, wanted: Wanted, picking: Picking) {
        self.start(ASKING, move || Event::Picked(wanted, pollster::block_on(picking)));
    }

    /// Which of these folders hold no release any more? A drive that sleeps may take its time.
    pub(super) fn look_for(&mut self, folders: Vec<PathBuf>) {
        self.start(QUIETLY, move || {
            let gone = |folder: &PathBuf| !newsroom::release_file(folder).exists();
            Event::Gone(folders.into_iter().filter(gone).collect())
        });
    }

    /// Shows a file or a folder in the system's program for it.
    pub(super) fn hand_over(&mut self, path: PathBuf) {
        self.start(QUIETLY, move || Event::Handed(opener::open(&path).map_err(|_| path)));
    }

    pub(super) fn look_for_report(&mut self, local: PathBuf, now: bool) {
        self.start(QUIETLY, move || {
            let text = report::last(&local);
            let text = if now { Some(text.unwrap_or_default()) } else { text };
            Event::Report(text.map(|text| FaultReport { text, now }))
        });
    }

    pub(super) fn forget_reports(&mut self, local: PathBuf) {
        self.start(QUIETLY, move || {
            report::forget(&local);
            Event::Report(None)
        });
    }
}

/// Where somebody else has it open, it is opened to read.
fn with_company(mut opened: Opened, me: &Me) -> Opened {
    if let Some(folder) = &opened.open.folder {
        opened.open.access = access_to(newsroom::others(folder, me, jiff::Timestamp::now()));
    }
    opened
}

fn save(mut saving: Saving, replaced: &Mutex<Option<Replaced>>) -> Result<newsroom::Saved, FileError> {
    let mut replaced = replaced.lock().unwrap_or_else(PoisonError::into_inner);
    let old = saving.seen;
    if let Some(last) = replaced.as_ref().filter(|last| last.folder == saving.folder && last.old == old) {
        saving.seen = Some(last.new);
    }
    let saved = newsroom::save_release(saving)?;
    *replaced = Some(Replaced { folder: saved.folder.clone(), old, new: saved.seen });
    Ok(saved)
}

/// What somebody dropped.
#[derive(Debug)]
pub(super) enum Dropped {
    Release(PathBuf),
    Photos(Vec<PathBuf>),
    /// The first of what is neither.
    Unknown(PathBuf),
}

/// A release goes before pictures, and pictures before what nobody here knows.
fn sort(paths: Vec<PathBuf>) -> Dropped {
    if let Some(release) = paths.iter().find(|path| is_release(path)) {
        return Dropped::Release(release.clone());
    }
    let is_wanted = |path: &PathBuf| is_picture(path) || path.is_dir();
    let (photos, others): (Vec<PathBuf>, Vec<PathBuf>) = paths.into_iter().partition(is_wanted);
    match others.into_iter().next() {
        Some(other) if photos.is_empty() => Dropped::Unknown(other),
        Some(_) | None => Dropped::Photos(photos),
    }
}

fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}

fn is_picture(path: &Path) -> bool {
    ending(path).is_some_and(|ending| PICTURES.contains(&ending.as_str()))
}

/// A folder is a release's or one of pictures, whatever its name looks like; what is no folder says by its ending what it is.
fn is_release(path: &Path) -> bool {
    if path.is_dir() {
        return newsroom::release_file(path).exists();
    }
    let name = path.file_name().map(|name| name.to_string_lossy());
    if name.is_some_and(|name| newsroom::is_partial(&name)) {
        return false;
    }
    matches!(ending(path).as_deref(), None | Some("ron" | "pdf"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(jobs: &mut Jobs) -> Event {
        let begun = Instant::now();
        loop {
            if let Some(event) = jobs.next_event() {
                return event;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "no event came");
            thread::sleep(Duration::from_millis(2));
        }
    }

    #[test]
    fn a_job_that_fails_says_so_and_the_others_go_on() {
        let mut jobs = Jobs::new(Context::default());
        jobs.start(OPENING, || panic!("a fault in a job"));
        assert!(matches!(next(&mut jobs), Event::Failed));
        assert!(!jobs.is_opening(), "nothing waits for it any more");

        // What is written in turn goes on with the next.
        jobs.start_in_turn(SAVING, || panic!("a fault while saving"));
        jobs.start_in_turn(SAVING, || Event::Preferences(Ok(())));
        assert!(matches!(next(&mut jobs), Event::Failed));
        assert!(matches!(next(&mut jobs), Event::Preferences(Ok(()))));
        assert_eq!(jobs.running().count(), 0);
    }

    #[test]
    fn what_another_program_has_not_finished_is_no_release() {
        for (name, is_one) in [("release.ron", true), ("~$release.ron", false), (".dateline-1.ron", false)] {
            assert_eq!(matches!(sort(vec![name.into()]), Dropped::Release(_)), is_one, "{name}");
        }
    }

    #[test]
    fn what_is_being_written_is_finished_before_the_program_ends() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("last words");
        let mut jobs = Jobs::new(Context::default());
        let there = file.clone();
        jobs.start_in_turn(SAVING, move || {
            thread::sleep(Duration::from_millis(100));
            std::fs::write(there, b"saved").unwrap();
            Event::Preferences(Ok(()))
        });
        jobs.finish();
        assert!(file.exists());
    }
}
