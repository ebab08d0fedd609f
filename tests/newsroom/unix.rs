//! What only Unix has: links, pipes, devices, permissions, and disks that are full or may not be written.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use dateline::newsroom::{add_photo, open, sample_release, save, write_export};

use super::again::{as_nobody, named_folder, run_again};
use super::support::every_field;
use super::{OPENING_TAKES, assert_readable, everything_in, within};

fn opening_fails(path: &Path) -> String {
    let read = path.to_owned();
    let error = within(OPENING_TAKES, "opening", move || open(&read)).unwrap_err();
    assert_readable(&error, "Could not open the release: ", &error.path);
    error.to_string()
}

#[test]
fn a_pipe_or_a_device_is_refused_without_waiting() {
    let temp = tempfile::tempdir().unwrap();
    let file = temp.path().join("release.ron");
    let made = Command::new("mkfifo").arg(&file).status().unwrap();
    assert!(made.success());
    assert!(opening_fails(temp.path()).contains("it is no ordinary file"));
    assert!(save(temp.path(), &sample_release().unwrap()).unwrap_err().to_string().contains("it is no ordinary file"));
    let pipe = file.clone();
    let error = within(OPENING_TAKES, "adding a pipe", move || add_photo(Path::new("/nowhere"), &pipe)).unwrap_err();
    assert_readable(&error, "Could not add the photo: it is no ordinary file", &file);
    fs::remove_file(&file).unwrap();
    for device in ["/dev/zero", "/dev/null", "/dev/tty"] {
        symlink(device, &file).unwrap();
        let message = opening_fails(temp.path());
        assert!(message.contains("it is no ordinary file") || message.contains("no such"), "{message}");
        assert!(save(temp.path(), &sample_release().unwrap()).is_err());
        assert!(write_export(&file, b"x", true).is_err());
        assert_eq!(fs::read_link(&file).unwrap(), Path::new(device));
        fs::remove_file(&file).unwrap();
    }
}

#[test]
fn a_link_is_followed_and_a_dangling_one_is_told() {
    let temp = tempfile::tempdir().unwrap();
    let (real, linked) = (temp.path().join("real"), temp.path().join("linked"));
    fs::create_dir(&linked).unwrap();
    let link = linked.join("release.ron");
    symlink(real.join("release.ron"), &link).unwrap();
    assert!(opening_fails(&linked).contains("there is no such file or folder"));
    let error = save(&linked, &sample_release().unwrap()).unwrap_err();
    assert_readable(&error, "Could not save the release: there is no such file or folder", &link);
    save(&real, &every_field("old", "en")).unwrap();
    save(&linked, &every_field("new", "en")).unwrap();
    assert_eq!(open(&real).unwrap(), every_field("new", "en"));
    assert!(link.symlink_metadata().unwrap().is_symlink());
    // In a circle.
    fs::remove_file(&link).unwrap();
    symlink(&link, &link).unwrap();
    opening_fails(&linked);
    assert!(save(&linked, &sample_release().unwrap()).is_err());
}

#[test]
fn a_saved_file_keeps_who_may_read_it() {
    let temp = tempfile::tempdir().unwrap();
    let file = save(temp.path(), &every_field("old", "en")).unwrap();
    fs::set_permissions(&file, Permissions::from_mode(0o640)).unwrap();
    save(temp.path(), &every_field("new", "en")).unwrap();
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn photos_never_leave_the_folder_through_a_link() {
    let temp = tempfile::tempdir().unwrap();
    let (outside, folder, photo) =
        (temp.path().join("outside"), temp.path().join("release"), temp.path().join("bridge.jpg"));
    fs::create_dir(&outside).unwrap();
    fs::create_dir_all(folder.join("photos")).unwrap();
    fs::write(&photo, b"picture").unwrap();
    fs::write(outside.join("secret.jpg"), b"picture").unwrap();
    symlink(outside.join("secret.jpg"), folder.join("photos/bridge.jpg")).unwrap();
    symlink(outside.join("not there"), folder.join("photos/bridge-2.jpg")).unwrap();
    assert_eq!(add_photo(&folder, &photo).unwrap(), "bridge-3.jpg");
    fs::remove_dir_all(folder.join("photos")).unwrap();
    symlink(&outside, folder.join("photos")).unwrap();
    let error = add_photo(&folder, &photo).unwrap_err();
    assert_readable(&error, "Could not add the photo: its folder is a link", &folder.join("photos"));
    assert_eq!(fs::read_dir(&outside).unwrap().count(), 1);
}

#[test]
fn a_path_with_line_breaks_is_still_one_line() {
    let temp = tempfile::tempdir().unwrap();
    let error = open(&temp.path().join("a\nb\u{202e}c")).unwrap_err().to_string();
    assert!(error.ends_with("a\\nb\\u{202e}c/release.ron"), "{error}");
}

#[test]
fn where_the_system_lets_nobody_write_saving_says_so() {
    if Path::new("/proc/self").exists() {
        let error = save(Path::new("/proc/self/release"), &sample_release().unwrap()).unwrap_err();
        assert_readable(&error, "Could not save the release: ", Path::new("/proc/self/release"));
    }
}

/// Says on the screen why a test did nothing; `eprintln` would be swallowed.
fn not_tried(why: &str) {
    io::stderr().write_all(format!("NOT TRIED: {why}\n").as_bytes()).unwrap();
}

/// Root reads and writes everything, so for root these run as nobody.
#[test]
fn without_permission_files_stay_closed_and_whole() {
    let temp = tempfile::tempdir().unwrap();
    fs::set_permissions(temp.path(), Permissions::from_mode(0o755)).unwrap();
    save(&temp.path().join("locked"), &sample_release().unwrap()).unwrap();
    let file = save(&temp.path().join("secret"), &sample_release().unwrap()).unwrap();
    fs::set_permissions(&file, Permissions::from_mode(0o000)).unwrap();
    fs::set_permissions(temp.path().join("locked"), Permissions::from_mode(0o555)).unwrap();
    let is_root = fs::read(&file).is_ok();
    run_again("unix::nobody_may_not", temp.path(), |command| {
        if is_root {
            as_nobody(command);
        }
    });
    fs::set_permissions(temp.path().join("locked"), Permissions::from_mode(0o755)).unwrap();
}

#[test]
#[ignore = "a part of without_permission_files_stay_closed_and_whole"]
fn nobody_may_not() {
    let folder = named_folder();
    assert!(opening_fails(&folder.join("secret")).contains("you may not write or read there"));
    let error = add_photo(&folder.join("locked"), &folder.join("secret/release.ron")).unwrap_err();
    assert_readable(&error, "Could not add the photo: you may not", &folder.join("secret/release.ron"));
    let before = everything_in(&folder.join("locked"));
    let error = save(&folder.join("locked"), &every_field("new", "en")).unwrap_err();
    assert_readable(&error, "Could not save the release: you may not", &folder.join("locked/release.ron"));
    let error = save(&folder.join("locked/new"), &every_field("new", "en")).unwrap_err();
    assert_readable(&error, "Could not save the release: you may not", &folder.join("locked/new"));
    assert!(write_export(&folder.join("locked/bridge.md"), b"x", true).is_err());
    assert!(write_export(&folder.join("locked/bridge.md"), b"x", false).is_err());
    assert!(everything_in(&folder.join("locked")) == before);
}

#[test]
fn a_save_that_breaks_off_keeps_the_old_file_and_leaves_nothing() {
    let temp = tempfile::tempdir().unwrap();
    save(temp.path(), &every_field("old", "en")).unwrap();
    run_again("unix::no_file_may_be_large", temp.path(), |command| {
        command.env("BLOCKS", "40");
    });
}

#[test]
#[ignore = "a part of a_save_that_breaks_off_keeps_the_old_file_and_leaves_nothing"]
fn no_file_may_be_large() {
    let folder = named_folder();
    everything_fails_but_stays(&folder, "this disk takes no file of that size");
}

/// Saves, adds and exports far more than this place takes.
fn everything_fails_but_stays(folder: &Path, why: &str) {
    let before = everything_in(folder);
    let large = every_field(&"many words ".repeat(2_000), "en");
    let photo = tempfile::tempdir().unwrap();
    let photo = photo.path().join("bridge.jpg");
    // Room that nothing is written to yet, so that it may be large here.
    let sparse = fs::File::create(&photo).unwrap().set_len(1 << 20);
    let mut errors = vec![
        save(folder, &large).unwrap_err(),
        write_export(&folder.join("bridge.md"), &[b'x'; 1 << 20], false).unwrap_err(),
        write_export(&folder.join("release.ron"), &[b'x'; 1 << 20], true).unwrap_err(),
    ];
    if sparse.is_ok() {
        errors.push(add_photo(folder, &photo).unwrap_err());
        let _ = fs::remove_dir(folder.join("photos"));
    }
    for error in errors {
        let message = error.to_string();
        assert!(message.contains(why) && message.starts_with("Could not "), "{message}");
    }
    let after = everything_in(folder);
    assert!(after == before, "left behind: {:?}", after.keys().collect::<Vec<_>>());
    assert_eq!(open(folder).unwrap(), every_field("old", "en"));
}

/// A small disk of memory in a folder; taken away at the end.
struct Disk(PathBuf);

impl Disk {
    fn mount(folder: PathBuf) -> Option<Disk> {
        fs::create_dir(&folder).unwrap();
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "dateline-test"]).arg(&folder).output();
        match mounted {
            Ok(mounted) if mounted.status.success() => Some(Disk(folder)),
            Ok(_) | Err(_) => None,
        }
    }

    fn set_read_only(&self) -> bool {
        let done = Command::new("mount").args(["-o", "remount,ro"]).arg(&self.0).output();
        done.is_ok_and(|done| done.status.success())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).output();
    }
}

#[test]
fn a_full_disk_and_a_read_only_one_keep_the_old_file() {
    let temp = tempfile::tempdir().unwrap();
    let Some(disk) = Disk::mount(temp.path().join("disk")) else {
        return not_tried("a full disk and a read-only one, because this user may not mount any");
    };
    save(&disk.0, &every_field("old", "en")).unwrap();
    everything_fails_but_stays(&disk.0, "the disk is full");
    if !disk.set_read_only() {
        return not_tried("a read-only disk, because this user may not remount one");
    }
    everything_fails_but_stays(&disk.0, "you may not write or read there");
}
