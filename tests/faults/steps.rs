//! Each step of each operation interrupted or failing: `strace` counts the calls to the system and stops or spoils one.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use super::operations::{OPERATIONS, Operation, marks, named, prepared};
use super::random::Random;
use super::support::skipped;
use super::victim::Places;
use super::{is_long, seed, start};

/// The calls by which files are changed.
const CALLS: &str = "write,fsync,fdatasync,rename,renameat2,unlink,mkdir,link,linkat,openat,ftruncate";

/// So often the operation's thread makes each call before it begins: no other thread makes it so often, so that what is
/// counted from there on is the operation's alone.
const BEFORE: usize = 60;

/// Errors of a disk.
const ERRORS: [&str; 6] = ["EIO", "ENOSPC", "EDQUOT", "EROFS", "EACCES", "EINTR"];

#[test]
#[ignore = "run by the other tests of this file only"]
fn does_one_operation() {
    let Some(folder) = std::env::var_os("VICTIM").map(PathBuf::from) else { return };
    let operation = named(&std::env::var("OPERATION").unwrap());
    let scratch = folder.join("scratch");
    let (begin, end) = marks(&folder);
    let (mut null, some) = (File::options().write(true).open("/dev/null").unwrap(), File::create(&scratch).unwrap());
    for _ in 0..BEFORE {
        let nowhere = folder.join("nowhere");
        let _ = (null.write(b"x"), some.sync_all(), some.sync_data(), some.set_len(1));
        let _ = (fs::rename(&nowhere, &scratch), fs::remove_file(&nowhere), fs::create_dir(&folder));
        let _ = (fs::hard_link(&nowhere, &scratch), File::open(&nowhere));
    }
    let _ = fs::create_dir(&begin);
    let done = (operation.act)(&Places::in_folder(&folder));
    let _ = fs::create_dir(&end);
    // Not by the standard output, which may fail as well.
    std::process::exit(match done {
        Ok(()) => 10,
        Err(_) => 11,
    });
}

fn has_strace() -> bool {
    let there =
        Command::new("strace").args(["-o", "/dev/null", "true"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let there = there.is_ok_and(|status| status.success());
    if !there {
        skipped("strace is not here: no step of saving was interrupted or failed, and none was seen");
    }
    there
}

/// Runs an operation under strace, with this done to it.
fn run(folder: &Path, operation: &Operation, inject: Option<&str>) -> (Output, Vec<String>) {
    let log = folder.join("trace");
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o"]).arg(&log).args(["-e", &format!("trace={CALLS}")]);
    if let Some(inject) = inject {
        command.args(["-e", &format!("inject={inject}")]);
    }
    command
        .arg(std::env::current_exe().unwrap())
        .args(["steps::does_one_operation", "--exact", "--ignored", "--nocapture", "--test-threads=1"])
        // The loader looks into each folder of it, and would make the call that is counted.
        .env_remove("LD_LIBRARY_PATH")
        .env("VICTIM", folder)
        .env("OPERATION", operation.name);
    let started = start(command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()));
    let output = started.unwrap().wait_with_output().unwrap();
    let trace = fs::read(&log).unwrap();
    let trace = String::from_utf8_lossy(&trace).lines().map(str::to_owned).collect();
    let _ = fs::remove_file(log);
    (output, trace)
}

/// The calls of the operation, in their order: each with its name, its number from the beginning of the thread, and its line.
fn calls(trace: &[String]) -> Vec<(String, usize, String)> {
    let mark = trace.iter().find(|line| line.contains("begin-mark")).expect("it has begun");
    let thread = mark.split(' ').next().unwrap();
    let (mut counts, mut calls, mut has_begun) =
        (std::collections::BTreeMap::<String, usize>::new(), Vec::new(), false);
    for line in trace {
        let Some((own, call)) = line.split_once(' ') else { continue };
        if own != thread {
            continue;
        }
        let Some((name, _)) = call.trim_start().split_once('(') else { continue };
        let count = counts.entry(name.to_owned()).or_default();
        *count += 1;
        if line.contains("begin-mark") {
            has_begun = true;
        } else if line.contains("end-mark") {
            break;
        } else if has_begun {
            // No other thread exchanges names, and nothing but a save does.
            assert!(*count > BEFORE || name == "renameat2", "{line}");
            calls.push((name.to_owned(), *count, call.trim_start().to_owned()));
        }
    }
    calls
}

/// The calls that are to be tried: all of them in the long run, else a few.
fn tried(operation: &Operation, random: &mut Random) -> Vec<(String, usize, String)> {
    let (temp, places) = prepared(operation);
    let (output, trace) = run(temp.path(), operation, None);
    assert_eq!(output.status.code(), Some(10), "{}: {}", operation.name, String::from_utf8_lossy(&output.stdout));
    (operation.check)(&places, true);
    let mut calls = calls(&trace);
    assert!(!calls.is_empty());
    while !is_long() && calls.len() > 2 {
        let unlucky = random.below(calls.len());
        calls.remove(unlucky);
    }
    calls
}

#[test]
fn killed_at_any_step_an_operation_leaves_the_old_or_the_new() {
    if !has_strace() {
        return;
    }
    let mut random = Random::new(seed());
    let mut kills = 0;
    for operation in &OPERATIONS {
        for (call, number, line) in tried(operation, &mut random) {
            let (temp, places) = prepared(operation);
            let inject = format!("{call}:signal=SIGKILL:when={number}");
            let (output, trace) = run(temp.path(), operation, Some(&inject));
            assert!(trace.iter().any(|line| line.contains("begin-mark")), "{}: not even begun", operation.name);
            let was_killed = output.status.signal() == Some(9) || output.status.code() == Some(137);
            assert!(was_killed, "{}: {line} was not reached: {:?}", operation.name, output.status);
            println!("{}: killed at {line}", operation.name);
            (operation.check)(&places, false);
            (operation.act)(&places).unwrap_or_else(|error| panic!("{}, after {line}: {error}", operation.name));
            (operation.check)(&places, true);
            kills += 1;
        }
    }
    println!("{kills} kills at {} operations held", OPERATIONS.len());
}

#[test]
fn whatever_fails_nothing_is_cut_short_and_the_next_try_succeeds() {
    if !has_strace() {
        return;
    }
    let mut random = Random::new(seed() + 1);
    let (mut tries, mut told) = (0, 0);
    for operation in &OPERATIONS {
        for (call, number, line) in tried(operation, &mut random) {
            let errors = if is_long() { ERRORS.to_vec() } else { vec![*random.pick(&ERRORS)] };
            // What is interrupted for ever is tried for ever.
            let ways = errors.iter().flat_map(|error| match *error {
                "EINTR" => vec![(*error, "")],
                error => vec![(error, ""), (error, "+")],
            });
            for (error, for_ever) in ways {
                let (temp, places) = prepared(operation);
                let inject = format!("{call}:error={error}:when={number}{for_ever}");
                let (output, trace) = run(temp.path(), operation, Some(&inject));
                assert!(trace.iter().any(|line| line.contains("INJECTED")), "{}: nothing failed", operation.name);
                let code = output.status.code();
                let what = format!("{}: {error}{for_ever} at {line}", operation.name);
                let said = String::from_utf8_lossy(&output.stderr);
                assert!(matches!(code, Some(10 | 11)), "{what}: {:?} {said}", output.status);
                (operation.check)(&places, code == Some(10));
                (operation.act)(&places).unwrap_or_else(|error| panic!("{what}: {error}"));
                (operation.check)(&places, true);
                tries += 1;
                told += usize::from(code == Some(11));
            }
        }
    }
    println!("{tries} failures at {} operations held, {told} of them told", OPERATIONS.len());
}

/// The steps of saving over a file, as the system sees them.
fn steps_of_saving() -> Vec<String> {
    let operation = named("save");
    let (temp, _places) = prepared(operation);
    let (_, trace) = run(temp.path(), operation, None);
    calls(&trace).into_iter().map(|(_, _, line)| line).collect()
}

#[test]
fn the_file_is_on_the_disk_before_it_gets_its_name_and_the_name_before_it_is_called_saved() {
    if !has_strace() {
        return;
    }
    let steps = steps_of_saving();
    let at = |begins: &str, holds: &str| {
        let is_it = |line: &String| line.starts_with(begins) && line.contains(holds);
        steps.iter().position(is_it).unwrap_or_else(|| panic!("no {begins}…{holds}: {steps:#?}"))
    };
    let opened = at("openat(", ".part\"");
    let part = steps[opened].rsplit("= ").next().unwrap().trim().to_owned();
    let written = at(&format!("write({part},"), "Dateline");
    let synced = at(&format!("fsync({part})"), "= 0");
    let renamed = at("rename", "release.ron\"");
    assert!(opened < written && written < synced && synced < renamed, "{steps:#?}");
    let after = &steps[renamed..];
    let folder = after.iter().find(|line| line.starts_with("openat(") && line.contains("/release\"")).unwrap();
    let folder = folder.rsplit("= ").next().unwrap().trim();
    assert!(
        after.iter().any(|line| line.starts_with(&format!("fsync({folder})"))),
        "the folder is not synced: {after:#?}"
    );
}

#[test]
fn a_disk_that_says_it_has_written_and_has_not_is_found_out() {
    if !has_strace() {
        return;
    }
    let operation = named("save");
    let (temp, places) = prepared(operation);
    let (_, trace) = run(temp.path(), operation, None);
    let calls = calls(&trace);
    let write = calls.iter().find(|(call, _, line)| call == "write" && line.contains("Dateline")).unwrap();
    let length = write.2.rsplit("= ").next().unwrap().trim().to_owned();
    drop((temp, places));
    let (temp, places) = prepared(operation);
    let inject = format!("write:retval={length}:when={}", write.1);
    let (output, _) = run(temp.path(), operation, Some(&inject));
    assert_eq!(output.status.code(), Some(11), "an empty file is not called saved");
    (operation.check)(&places, false);
}

#[test]
fn a_disk_that_is_full_keeps_the_old_file_and_takes_the_new_one_when_there_is_room() {
    let disk = tempfile::tempdir().unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
        .arg(disk.path())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !mounted {
        return skipped("no small disk can be mounted here: a disk that is really full was not tried");
    }
    let full = || {
        let operation = named("save");
        let places = Places::in_folder(disk.path());
        (operation.prepare)(&places);
        let ballast = disk.path().join("ballast");
        let mut file = File::create(&ballast).unwrap();
        while file.write(&[7; 512]).is_ok_and(|written| written > 0) {}
        drop(file);
        let begun = Instant::now();
        let error = (operation.act)(&places).unwrap_err();
        assert!(error.contains("the disk is full") && begun.elapsed() < Duration::from_secs(2), "{error}");
        (operation.check)(&places, false);
        let parts = fs::read_dir(&places.release).unwrap().count();
        assert_eq!(parts, 1, "nothing half is left");
        fs::remove_file(&ballast).unwrap();
        (operation.act)(&places).unwrap();
        (operation.check)(&places, true);
    };
    let held = std::panic::catch_unwind(full);
    let _ = Command::new("umount").arg(disk.path()).status();
    assert!(held.is_ok());
}
