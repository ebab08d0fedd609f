//! Who else is at work: one thread looks every two seconds at the open release and at those of the list that are in sight.
//!
//! It asks the folder rather than the system, because a shared drive tells nobody what others do on it. It keeps this
//! window's own file beside the release that is open to write, and reports what others have written into it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use eframe::egui::Context;
use jiff::Timestamp;

use crate::newsroom::{self, Fingerprint, Holder, Me, Presence, SideCopy};
use crate::release::Release;

/// The folders are looked at so often.
const ROUND: Duration = Duration::from_secs(2);
/// Every so many rounds the file is read, whatever its hour and size say: some programs put both back.
const READ_ROUNDS: u32 = 15;
/// Whoever closes the window does not wait longer than this.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// What there is to tell of a release.
#[derive(Debug)]
pub(super) enum News {
    /// Others have it open; the second one has taken it over from this window.
    Others(PathBuf, Vec<Holder>, Option<Holder>),
    /// These copies lie beside it.
    Copies(PathBuf, Vec<SideCopy>),
    /// Its file holds this now, which this window has neither read nor written.
    Changed(PathBuf, Box<Release>, Fingerprint),
    /// What others do at the releases that are in sight.
    Afar(Afar),
}

/// Who has which release open, and how many copies lie beside it.
pub(super) type Afar = BTreeMap<PathBuf, (Option<Holder>, usize)>;

/// What the thread is told.
#[derive(Debug)]
enum Told {
    Open { folder: PathBuf, seen: Option<Fingerprint>, writes: bool },
    Seen(PathBuf, Fingerprint),
    TakeOver,
    Moved(PathBuf),
    Leave,
    InSight(Vec<PathBuf>),
    Name(String),
    Look,
}

/// The thread that looks.
#[derive(Debug)]
pub(super) struct CompanyWorker {
    tell: Option<Sender<Told>>,
    post: Receiver<News>,
    worker: JoinHandle<()>,
}

impl CompanyWorker {
    /// Looks for this window. `None` where the system gives no thread.
    pub(super) fn start(ctx: &Context, me: Me) -> Option<Self> {
        let (tell, told) = channel();
        let (news, post) = channel();
        let looking = Looking { ctx: ctx.clone(), news, me, open: None, in_sight: Vec::new(), afar: Afar::new() };
        let worker = thread::Builder::new().name("company".into()).spawn(move || looking.run(&told)).ok()?;
        Some(CompanyWorker { tell: Some(tell), post, worker })
    }

    fn tell(&self, told: Told) {
        // A thread that has ended by a fault tells nothing more; what is typed is guarded all the same.
        let _ = self.tell.as_ref().map(|tell| tell.send(told));
    }

    pub(super) fn next_news(&self) -> Option<News> {
        self.post.try_recv().ok()
    }

    /// This release is open, to write or to read, and its file held this.
    pub(super) fn open(&self, folder: PathBuf, seen: Option<Fingerprint>, writes: bool) {
        self.tell(Told::Open { folder, seen, writes });
    }

    /// This window has read or written this.
    pub(super) fn seen(&self, folder: PathBuf, seen: Fingerprint) {
        self.tell(Told::Seen(folder, seen));
    }

    /// This window writes it from now on, whoever else has it open.
    pub(super) fn take_over(&self) {
        self.tell(Told::TakeOver);
    }

    /// Its folder has got another place.
    pub(super) fn moved(&self, to: PathBuf) {
        self.tell(Told::Moved(to));
    }

    /// It is put away.
    pub(super) fn leave(&self) {
        self.tell(Told::Leave);
    }

    /// These releases of the list are in sight.
    pub(super) fn in_sight(&self, folders: Vec<PathBuf>) {
        self.tell(Told::InSight(folders));
    }

    /// The person at this window is called so.
    pub(super) fn name(&self, name: String) {
        self.tell(Told::Name(name));
    }

    /// Somebody has just come back to the window: it looks at once.
    pub(super) fn look(&self) {
        self.tell(Told::Look);
    }

    /// Waits until nothing of this window lies beside a release any more, because the program ends.
    pub(super) fn finish(&mut self) {
        self.leave();
        self.tell = None;
        let asked = Instant::now();
        while !self.worker.is_finished() && asked.elapsed() < LAST_WORDS {
            thread::sleep(Duration::from_millis(1));
        }
    }
}

/// The release that is open.
struct Watched {
    folder: PathBuf,
    presence: Presence,
    /// What the file held, as far as the window knows.
    seen: Option<Fingerprint>,
    stamp: Option<i64>,
    rounds: u32,
    others: Option<(Vec<Holder>, Option<Holder>)>,
    copies: Option<(usize, Option<Fingerprint>)>,
}

/// What the thread has.
struct Looking {
    ctx: Context,
    news: Sender<News>,
    me: Me,
    open: Option<Watched>,
    in_sight: Vec<PathBuf>,
    afar: Afar,
}

impl Looking {
    fn run(mut self, told: &Receiver<Told>) {
        let _alive = self.me.live();
        let mut round = Instant::now();
        loop {
            let has_work = self.open.is_some() || !self.in_sight.is_empty();
            let heard = if has_work {
                told.recv_timeout(ROUND.saturating_sub(round.elapsed()))
            } else {
                told.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            let looks = match heard {
                Ok(told) => self.take(told),
                Err(RecvTimeoutError::Timeout) => true,
                Err(RecvTimeoutError::Disconnected) => break,
            };
            if looks || round.elapsed() >= ROUND {
                round = Instant::now();
                self.look();
            }
        }
        self.put_away();
    }

    /// Takes in what the window says; tells whether to look at once.
    fn take(&mut self, told: Told) -> bool {
        match told {
            Told::Open { folder, seen, writes } => {
                self.put_away();
                let writes = writes && newsroom::is_in_newsroom(&folder);
                let presence = Presence::new(self.me.clone(), folder.clone(), Timestamp::now(), writes);
                let stamp = newsroom::stamp_of(&folder);
                let watched = Watched { folder, presence, seen, stamp, rounds: 0, others: None, copies: None };
                // What was changed between reading it and this is found at once.
                self.open = Some(Watched { stamp: None, ..watched });
                true
            }
            Told::Seen(folder, seen) => {
                if let Some(open) = self.open.as_mut().filter(|open| open.folder == folder) {
                    // What somebody else has written since is looked for in the next round.
                    (open.seen, open.stamp) = (Some(seen), None);
                }
                false
            }
            Told::TakeOver => {
                if let Some(open) = &mut self.open {
                    let now = Timestamp::now();
                    let others = open.presence.look(now).others;
                    if newsroom::is_in_newsroom(&open.folder) {
                        open.presence.take_over(&others, now);
                    }
                    (open.stamp, open.others) = (None, None);
                }
                true
            }
            Told::Moved(folder) => {
                if let Some(open) = &mut self.open {
                    open.presence.moved(folder.clone());
                    (open.folder, open.stamp) = (folder, None);
                }
                false
            }
            Told::Leave => {
                self.put_away();
                false
            }
            Told::InSight(folders) => {
                self.in_sight = folders;
                // Whoever scrolls through a thousand of them waits for the next round.
                false
            }
            Told::Name(name) => {
                self.me.name.clone_from(&name);
                if let Some(open) = &mut self.open {
                    open.presence.rename(name);
                }
                true
            }
            Told::Look => true,
        }
    }

    fn put_away(&mut self) {
        if let Some(mut open) = self.open.take() {
            open.presence.leave();
        }
    }

    fn tell(&self, news: News) {
        // Nobody listens any more once the window is closed.
        let _ = self.news.send(news);
        self.ctx.request_repaint();
    }

    fn look(&mut self) {
        let mut all = Vec::new();
        if let Some(open) = &mut self.open {
            all = look_at(open);
        }
        let now = Timestamp::now();
        let of = |folder: &PathBuf| {
            let seen = newsroom::seen_from_afar(folder, &self.me, now);
            (seen.0.is_some() || seen.1 > 0).then(|| (folder.clone(), seen))
        };
        let afar: Afar = self.in_sight.iter().filter_map(of).collect();
        if same_for_people(&afar) != same_for_people(&self.afar) {
            all.push(News::Afar(afar.clone()));
        }
        self.afar = afar;
        for news in all {
            self.tell(news);
        }
    }
}

/// What of it is shown; hearts beat without anybody seeing it.
fn same_for_people(afar: &Afar) -> Vec<impl PartialEq> {
    let shown = afar
        .iter()
        .map(|(folder, (holder, copies))| (folder, holder.as_ref().map(|one| (one.name.as_str(), one.since)), *copies));
    shown.collect()
}

/// Looks at the open release, and tells what is another way than before.
fn look_at(open: &mut Watched) -> Vec<News> {
    let mut news = Vec::new();
    let now = Timestamp::now();
    open.presence.beat(now);
    let around = open.presence.look(now);
    let is_same = open.others.as_ref().is_some_and(|(others, taker)| {
        let names = |all: &[Holder]| all.iter().map(|one| (one.name.clone(), one.since)).collect::<Vec<_>>();
        names(others) == names(&around.others) && taker.is_some() == around.taker.is_some()
    });
    if around.taker.is_some() {
        // A third person asks the one who has it now.
        open.presence.leave();
    }
    if !is_same {
        news.push(News::Others(open.folder.clone(), around.others.clone(), around.taker.clone()));
    }
    open.others = Some((around.others, around.taker));
    open.rounds += 1;
    let stamp = newsroom::stamp_of(&open.folder);
    let mut release = None;
    if stamp.is_some() && stamp != open.stamp || open.rounds.is_multiple_of(READ_ROUNDS) {
        // A file that cannot be read may be half of one: it is looked at again, and never overwritten unseen.
        if let Ok((read, seen)) = newsroom::open_as_it_is(&open.folder) {
            open.stamp = stamp;
            if open.seen != Some(seen) {
                open.seen = Some(seen);
                news.push(News::Changed(open.folder.clone(), Box::new(read.clone()), seen));
            }
            release = Some(read);
        }
    }
    if open.copies.as_ref() != Some(&around.copies) {
        let release = release.or_else(|| newsroom::open(&open.folder).ok());
        let copies = match &release {
            Some(release) if around.copies.0 > 0 => newsroom::side_copies(&open.folder, release),
            Some(_) | None => Vec::new(),
        };
        news.push(News::Copies(open.folder.clone(), copies));
        open.copies = Some(around.copies);
    }
    news
}
