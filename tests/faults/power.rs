//! The power fails while somebody writes: a second of typing is lost at most, and nothing that was called saved.
//!
//! A disk of its own (ext4 in a file) is shut down as if its current had gone: what had not reached it is gone as well. Only
//! the system's administrator may do that, and not everywhere.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use dateline::newsroom;

use super::random::Random;
use super::support::skipped;
use super::victim::{Places, now, sign};
use super::watching::{Told, recovered, run, state_of};
use super::{how_many, is_long, seed, start};

/// How much typing may be lost.
const MOST: Duration = Duration::from_secs(1);

/// What the disk still does when its current goes: its own journal is written, or not even that.
///
/// `EXT4_GOING_FLAGS_LOGFLUSH` and `EXT4_GOING_FLAGS_NOLOGFLUSH` of Linux' fs/ext4/ext4.h.
const WAYS: [u32; 2] = [1, 2];

/// A disk in a file, mounted.
struct Disk {
    image: PathBuf,
    at: PathBuf,
}

impl Disk {
    /// None where this machine does not let us.
    fn new(folder: &Path) -> Option<Self> {
        let disk = Disk { image: folder.join("disk"), at: folder.join("mounted") };
        fs::create_dir(&disk.at).unwrap();
        fs::File::create(&disk.image).and_then(|file| file.set_len(48 << 20)).unwrap();
        (did("mkfs.ext4", |make| make.args(["-q", "-F"]).arg(&disk.image)) && disk.mount()).then_some(disk)
    }

    fn mount(&self) -> bool {
        did("mount", |mount| mount.args(["-o", "loop"]).arg(&self.image).arg(&self.at))
    }

    /// Ends all traffic with it at once. Perl is part of each Debian, and an ioctl is `unsafe` here.
    fn cut(&self, way: u32) -> bool {
        // EXT4_IOC_SHUTDOWN
        let call = "open(my $disk, '<', $ARGV[0]) or die; ioctl($disk, 0x8004587d, pack('L', $ARGV[1])) or die";
        did("perl", |perl| perl.args(["-e", call]).arg(&self.at).arg(way.to_string()))
    }

    /// The current is back.
    fn mount_again(&self) {
        assert!(did("umount", |umount| umount.arg(&self.at)), "nobody uses the disk any more");
        assert!(self.mount(), "the disk is in order after its own journal was read");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        did("umount", |umount| umount.arg(&self.at));
    }
}

fn did(program: &str, with: impl FnOnce(&mut Command) -> &mut Command) -> bool {
    let mut command = Command::new(program);
    let started = start(with(&mut command).stderr(Stdio::null()));
    started.and_then(|mut program| program.wait()).is_ok_and(|status| status.success())
}

#[test]
fn where_the_power_fails_a_second_is_lost_at_most_and_nothing_that_was_saved() {
    let cuts = how_many(4);
    // Most of the time is waiting: several disks at once.
    let lanes: usize = if is_long() { 6 } else { 2 };
    let done: Vec<Option<Duration>> = thread::scope(|scope| {
        let lanes = (0..lanes).map(|lane| scope.spawn(move || cut_often(lane as u64, cuts.div_ceil(lanes))));
        lanes.collect::<Vec<_>>().into_iter().map(|lane| lane.join().unwrap()).collect()
    });
    match done.into_iter().collect::<Option<Vec<_>>>() {
        Some(lost) => {
            let lost = lost.into_iter().max().unwrap();
            println!("{} power cuts held; {lost:?} of typing lost at most", cuts.div_ceil(lanes) * lanes);
            assert!(lost <= MOST, "{lost:?} of typing are lost");
        }
        None if is_long() => panic!("the power was not cut: this machine lets nobody mount a disk and shut it down"),
        None => skipped("no disk can be mounted and shut down here: the power was not cut"),
    }
}

/// How much typing was lost at most; none where the power cannot be cut here.
fn cut_often(lane: u64, cuts: usize) -> Option<Duration> {
    let mut random = Random::new(seed() + 31 * (lane + 1));
    let mut most = Duration::ZERO;
    let mut state = State::new()?;
    for cut in 0..cuts {
        if cut > 0 && cut % 40 == 0 {
            drop(state);
            state = State::new()?;
        }
        let moment = Duration::from_micros(random.next() % 2_400_000);
        most = most.max(state.cut(&mut random, moment, WAYS[cut % 2], cut));
    }
    println!("disk {lane}: {cuts} power cuts, {most:?} of typing lost at most");
    Some(most)
}

/// A disk, and what is known of what is on it.
struct State {
    disk: Disk,
    /// Where the disk lies; after it, so that it is unmounted first.
    _temp: tempfile::TempDir,
    told: Option<Told>,
    /// What was in the file after the last cut.
    file: Option<String>,
}

impl State {
    fn new() -> Option<Self> {
        let temp = tempfile::tempdir().unwrap();
        let disk = Disk::new(temp.path())?;
        fs::write(Places::in_folder(&disk.at).picture, b"the bytes of a picture").unwrap();
        did("sync", |sync| sync.arg("-f").arg(&disk.at));
        Some(State { disk, _temp: temp, told: None, file: None })
    }

    /// Lets somebody write for a moment, cuts the power, and looks at what is there when it is back.
    fn cut(&mut self, random: &mut Random, moment: Duration, way: u32, cut: usize) -> Duration {
        let mut dark = 0;
        let mut told = run(&self.disk.at, random.next(), self.told.as_ref(), |victim| {
            thread::sleep(moment);
            dark = now();
            assert!(self.disk.cut(way), "the power cannot be cut");
            drop(victim);
        });
        self.disk.mount_again();
        // What it typed and told in the dark counts for nothing.
        told.when.retain(|(_, when)| *when <= dark);
        let saved = told.saved.iter().filter(|(_, when)| *when <= dark).map(|(step, _)| *step).next_back();
        let file = newsroom::open(&Places::in_folder(&self.disk.at).release).ok().map(|there| sign(&there));
        match (&file, saved) {
            (Some(file), Some(saved)) => {
                let step = state_of(file, &told, cut);
                assert!(step >= saved, "cut {cut}: {} keystrokes were called saved and are not", saved - step);
            }
            (None, Some(_)) => panic!("cut {cut}: what was called saved is gone"),
            (file, None) => assert!(
                *file == self.file || file.as_ref().is_some_and(|file| told.states.contains_key(file)),
                "cut {cut}: the file is another one than before"
            ),
        }
        self.file = file;
        let back = recovered(&self.disk.at, cut);
        let step = back.as_ref().map_or(-1, |sign| state_of(sign, &told, cut));
        let oldest = told.when.iter().find(|(typed, _)| *typed > step).map(|(_, when)| *when);
        self.told = back.is_some().then_some(told);
        oldest.map_or(Duration::ZERO, |when| Duration::from_micros(u64::try_from(dark - when).unwrap()))
    }
}
