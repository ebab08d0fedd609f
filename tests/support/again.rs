//! Tests that run again as a program of their own: as somebody who may less, or on a machine that gives less.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs one ignored test of this program again as a program of its own, changed by `how`.
pub fn run_again(test: &str, folder: &Path, how: impl FnOnce(&mut Command)) {
    // A copy where anybody may come: the build folder may lie in a home that is closed to others.
    let place = tempfile::tempdir().unwrap();
    fs::set_permissions(place.path(), Permissions::from_mode(0o755)).unwrap();
    let program = place.path().join("again");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    fs::set_permissions(&program, Permissions::from_mode(0o755)).unwrap();
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f ${BLOCKS:-unlimited}; exec \"$0\" \"$@\""]).arg(&program);
    command.args([test, "--exact", "--ignored"]).env("FOLDER", folder).current_dir("/");
    how(&mut command);
    let ran = command.output().unwrap();
    let told = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && told.contains("1 passed"), "{told}\n{}", String::from_utf8_lossy(&ran.stderr));
}

/// The folder that [`run_again`] named.
pub fn named_folder() -> PathBuf {
    PathBuf::from(std::env::var_os("FOLDER").expect("run by another test of this file only"))
}

/// Nobody may read and write only what everybody may.
pub fn as_nobody(command: &mut Command) {
    command.uid(65534).gid(65534);
}
