//! What a benchmark promises, and how it tells whether that was kept.

/// What a target speaks of, and what was measured.
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) value: f64,
    pub(crate) most: f64,
    pub(crate) unit: &'static str,
}

/// Prints each line with its target; with `--check` among the arguments, a missed one ends the program with an error.
pub(crate) fn tell(lines: Vec<Line>, arguments: &[String]) {
    println!();
    let mut missed = false;
    for Line { name, value, most, unit } in lines {
        let kept = value <= most;
        missed |= !kept;
        println!("{}: {name} {value:.2}{unit} (at most {most:.1}{unit})", if kept { "kept" } else { "MISSED" });
    }
    if missed && arguments.iter().any(|argument| argument == "--check") {
        std::process::exit(1);
    }
}
