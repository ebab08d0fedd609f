//! Two files change their names with each other in one step, so that what stood under a name is never lost.

use std::io;
use std::path::Path;

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Swapped {
    /// Each has the other's name.
    Done,
    /// One of them is not there any more.
    Gone,
    /// This system, or this disk, knows no such step.
    Unknown,
}

/// Each of the two gets the other's name; nobody ever sees one of the names without a file.
///
/// # Errors
/// The folder cannot be written.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub(super) fn swap(one: &Path, other: &Path) -> io::Result<Swapped> {
    use std::ffi::CString;
    use std::os::unix::ffi::OsStrExt;

    let name = |file: &Path| CString::new(file.as_os_str().as_bytes());
    let (one, other) = (name(one)?, name(other)?);
    if call(&one, &other) == 0 {
        return Ok(Swapped::Done);
    }
    let error = io::Error::last_os_error();
    match error.raw_os_error() {
        Some(libc::ENOENT) => Ok(Swapped::Gone),
        // Disks in a network and older systems, each in its own way.
        Some(libc::ENOSYS | libc::EINVAL | libc::ENOTSUP | libc::EPERM) => Ok(Swapped::Unknown),
        Some(_) | None => Err(error),
    }
}

#[cfg(target_os = "linux")]
fn call(one: &std::ffi::CStr, other: &std::ffi::CStr) -> libc::c_long {
    #[allow(
        unsafe_code,
        reason = "the standard library has no such step; both names outlive the call and nothing is kept"
    )]
    unsafe {
        libc::syscall(
            libc::SYS_renameat2,
            libc::AT_FDCWD,
            one.as_ptr(),
            libc::AT_FDCWD,
            other.as_ptr(),
            libc::RENAME_EXCHANGE,
        )
    }
}

#[cfg(target_vendor = "apple")]
fn call(one: &std::ffi::CStr, other: &std::ffi::CStr) -> libc::c_int {
    #[allow(
        unsafe_code,
        reason = "the standard library has no such step; both names outlive the call and nothing is kept"
    )]
    unsafe {
        libc::renamex_np(one.as_ptr(), other.as_ptr(), libc::RENAME_SWAP)
    }
}

/// Windows replaces, and does not exchange.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub(super) fn swap(_one: &Path, _other: &Path) -> io::Result<Swapped> {
    Ok(Swapped::Unknown)
}
