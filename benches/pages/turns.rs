//! Two processes that take turns: each is told what to type, and answers how long it took.

use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;

use dateline::pages::STACK;

use crate::bare::Bare;
use crate::document::Document;
use crate::ours::{self, Shown};

/// Who sets the page.
#[derive(Clone, Copy)]
pub(crate) enum Side {
    Ours,
    Bare,
}

const OPTION: &str = "--side";

/// Is this process one of the two?
pub(crate) fn side(asked: &[String]) -> Option<Side> {
    match asked {
        [option, side, ..] if option == OPTION && side == "ours" => Some(Side::Ours),
        [option, side, ..] if option == OPTION && side == "bare" => Some(Side::Bare),
        _ => None,
    }
}

/// What one of the two answered.
pub(crate) struct Turn {
    pub(crate) millis: f64,
    /// For the story, the pages and the pixels.
    pub(crate) parts: [f64; 3],
    /// What the process holds in memory.
    pub(crate) resident_kb: i64,
    /// The pages that were drawn.
    pub(crate) pages: Vec<String>,
}

impl Turn {
    /// The same order for the other side, which draws the same pages.
    pub(crate) fn pages_asked(&self, order: &str) -> String {
        format!("{order} {}", self.pages.join(" "))
    }
}

/// One of the two, waiting for its turn.
pub(crate) struct Player {
    process: Child,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Side {
    pub(crate) fn start(self) -> Player {
        let name = match self {
            Side::Ours => "ours",
            Side::Bare => "bare",
        };
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args([OPTION, name])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (orders, answers) = (process.stdin.take().unwrap(), BufReader::new(process.stdout.take().unwrap()));
        Player { process, orders, answers }
    }
}

impl Player {
    pub(crate) fn turn(&mut self, order: &str) -> Turn {
        writeln!(self.orders, "{order}").unwrap();
        let mut answer = String::new();
        assert_ne!(self.answers.read_line(&mut answer).unwrap(), 0, "the process ended at “{order}”");
        let mut numbers = answer.split_whitespace();
        let mut next = || numbers.next().unwrap().to_owned();
        let parts = [next(), next(), next()].map(|number| number.parse().unwrap());
        let resident_kb = next().parse().unwrap();
        Turn { millis: parts.iter().sum(), parts, resident_kb, pages: numbers.map(str::to_owned).collect() }
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Takes orders until there are no more. Setting a page needs a deep stack.
pub(crate) fn serve(side: Side) {
    thread::Builder::new().stack_size(STACK).spawn(move || answer(side)).unwrap().join().unwrap();
}

fn answer(side: Side) {
    let mut document = Document::new();
    let mut shown = Shown::default();
    let mut bare = Bare::new();
    for order in io::stdin().lock().lines() {
        let order = order.unwrap();
        let words: Vec<&str> = order.split_whitespace().collect();
        let pages = match words.as_slice() {
            ["open", pages @ ..] => pages,
            ["type", keystroke, pages @ ..] => {
                document.type_letters(keystroke.parse().unwrap());
                pages
            }
            ["steady", edit, pages @ ..] => {
                document.edit(edit.parse().unwrap());
                pages
            }
            _ => panic!("{order}"),
        };
        let (parts, pages) = match side {
            Side::Ours => ours::follow(&document, &mut shown),
            Side::Bare => {
                let pages: Vec<usize> = pages.iter().map(|page| page.parse().unwrap()).collect();
                ([0.0, 0.0, bare.follow(&document, &pages)], pages)
            }
        };
        let [story, set, draw] = parts;
        let pages: Vec<String> = pages.iter().map(usize::to_string).collect();
        println!("{story} {set} {draw} {} {}", resident_kb(), pages.join(" "));
    }
}

/// What this process holds in memory; 0 where the system does not say.
fn resident_kb() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches("kB").trim().parse().unwrap_or(0)
}
