//! Help, wrong usage and the way into the window.

use std::process::Stdio;

use super::*;

#[test]
fn help_explains_each_command_with_examples() {
    let desk = Desk::new();
    for (arguments, parts) in [
        (&["--help"][..], &["new", "export", "check", "Examples:", "Exit codes", "opens its window"][..]),
        (&["help"], &["new", "export", "check"]),
        (&["new", "--help"], &["--from", "--sample", "--out", "--force", "Examples:"]),
        (&["export", "--help"], &["--to", "--lang", "--wrap", "--paged", "--columns", "--lines", "--out", "Examples:"]),
        (&["check", "--help"], &["--json", "Examples:"]),
    ] {
        let ran = desk.run(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
        for part in parts {
            assert!(ran.out.contains(part), "{arguments:?} lacks {part}: {}", ran.out);
        }
        assert!(ran.out.lines().all(|line| line.chars().count() <= 120), "{arguments:?}: {}", ran.out);
    }
}

#[test]
fn version_is_the_packages_version() {
    assert_eq!(Desk::new().run(["--version"]).lines(), [format!("dateline {}", env!("CARGO_PKG_VERSION"))]);
}

#[test]
fn wrong_usage_ends_with_2_and_touches_nothing() {
    let desk = Desk::new();
    desk.release("a", &short_fields());
    let before = desk.tree();
    for (arguments, parts) in [
        (&["new"][..], &["--from", "--out"][..]),
        (&["new", "--out", "b"], &["--from", "--sample"]),
        (&["new", "--sample"], &["--out"]),
        (&["new", "--sample", "--from", "x.json", "--out", "b"], &["--sample", "--from"]),
        (&["export", "a"], &["--to"]),
        (&["export", "--to", "md"], &["PATH"]),
        (&["export", "a", "--to", "docx"], &["docx", "md", "txt", "html"]),
        (&["export", "a", "--to", ""], &["--to"]),
        (&["export", "a", "--to", "md", "--lang", "русский"], &["русский", "is not a language tag"]),
        (&["export", "a", "--to", "txt", "--wrap", "0"], &["--wrap"]),
        (&["export", "a", "--to", "txt", "--wrap", "70000"], &["--wrap"]),
        (&["export", "a", "--to", "txt", "--wrap", "-3"], &["-3"]),
        (&["export", "a", "--to", "txt", "--wrap", "wide"], &["--wrap"]),
        (&["export", "a", "--to", "txt", "--wrap", "72", "--paged"], &["--wrap", "--paged"]),
        (&["export", "a", "--to", "md,html", "--wrap", "72"], &["--wrap", "txt"]),
        (&["export", "a", "--to", "md", "--paged"], &["--paged", "txt"]),
        (&["export", "a", "--to", "txt", "--columns", "64"], &["--paged"]),
        (&["export", "a", "--to", "txt", "--wrap", "64", "--lines", "50"], &["--wrap", "--lines"]),
        (&["export", "a", "--to", "txt", "--paged", "--lines", "0"], &["--lines"]),
        (&["export", "a", "--to", "txt", "--paged", "--columns", "0"], &["--columns"]),
        (&["check"], &["PATH"]),
        (&["check", "a", "b"], &["b"]),
        (&["a", "export"], &["export"]),
        (&["--colour"], &["--colour"]),
        (&["--renderer"], &["--renderer"]),
        (&["--renderer", "vulkan"], &["vulkan", "auto", "wgpu", "glow"]),
        (&["--renderer", "glow", "check", "a"], &["--renderer"]),
    ] {
        desk.run(arguments).assert_wrong_usage(parts);
        assert_eq!(desk.tree(), before, "{arguments:?}");
    }
}

#[test]
fn a_closed_pipe_is_no_crash() {
    let desk = Desk::new();
    desk.release("a", &short_fields());
    for arguments in [&["export", "a", "--to", "md"][..], &["check", "a"], &["check", "a", "--json"], &["--help"]] {
        let usual = desk.run(arguments).code;
        let _ = fs::remove_file(desk.path("a/a.en.md"));
        let mut child = desk.command().args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let ran = ran(child.wait_with_output().unwrap());
        assert_eq!((ran.code, ran.err.as_str()), (usual, ""), "{arguments:?}");
        assert_eq!(desk.path("a/a.en.md").exists(), arguments[0] == "export");
    }
}

/// Elsewhere a system without a display is not to be had in a test.
#[cfg(target_os = "linux")]
#[test]
fn without_a_display_each_renderer_says_why_and_what_to_do() {
    let desk = Desk::new();
    for (arguments, parts) in [
        (&[][..], &["wgpu", "glow", "dateline --help"][..]),
        (&["--renderer", "auto"], &["wgpu", "glow", "dateline --help"]),
        (&["--renderer", "wgpu"], &["--renderer glow"]),
        (&["--renderer", "glow"], &["--renderer wgpu"]),
    ] {
        let mut command = desk.command();
        for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
            command.env_remove(display);
        }
        command.env("DATELINE_LOCAL", desk.path("local")).env("LC_ALL", "C");
        let ran = ran(command.args(arguments).output().unwrap());
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{arguments:?}: {}", ran.err);
        assert!(ran.err.starts_with("Could not open a window (") && ran.err.lines().count() == 1, "{}", ran.err);
        for part in parts {
            assert!(ran.err.contains(part), "{arguments:?} lacks {part}: {}", ran.err);
        }
    }
}
