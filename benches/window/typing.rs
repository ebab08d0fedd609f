//! From a key to the tessellated frame.

use std::time::Duration;

use dateline::app::App;
use dateline::check::Place;
use dateline::release::{Block, BlockId, BlockKind, Release, Text};
use dateline::ui::Command;

use crate::window::Window;
use crate::{Line, made_up, percentile_ms};

const KEYS: usize = 1000;

/// As from a quick typist.
const BETWEEN_KEYS_SECONDS: f64 = 0.03;

/// After so many keys somebody stops to think, and takes them out again.
const KEYS_OF_A_THOUGHT: usize = 100;

const THINKING_SECONDS: f64 = 3.0;

pub(crate) fn measure(wanted: &dyn Fn(&str) -> bool) -> Vec<Line> {
    let mut lines = Vec::new();
    println!("key to tessellated frame       p50        p99    after a key p99  at rest, slowest");
    let run =
        |name: &str, window: &mut dyn FnMut() -> Window<App>| wanted(name).then(|| Typed::into(window()).shown(name));
    if let Some((p50, _)) = run("the sample", &mut Window::with_sample) {
        lines.push(Line { name: "a key in the sample, p50".into(), value: p50, most: 1.5, unit: " ms" });
    }
    if let Some((_, p99)) = run("200 blocks", &mut || Window::with(two_hundred_blocks())) {
        lines.push(Line { name: "a key in 200 blocks, p99".into(), value: p99, most: 4.0, unit: " ms" });
    }
    let short = run("10,000 characters", &mut || Window::with(characters(10_000)));
    let long = run("100,000 characters", &mut || Window::with(characters(100_000)));
    if let Some((_, p99)) = long {
        lines.push(Line { name: "a key in 100,000 characters, p99".into(), value: p99, most: 4.0, unit: " ms" });
    }
    if let (Some((_, short)), Some((_, long))) = (short, long) {
        let name = "100,000 characters against 10,000, p99".into();
        lines.push(Line { name, value: long / short, most: 3.0, unit: " times" });
    }
    run("200 blocks, screen reader", &mut || {
        let window = Window::with(two_hundred_blocks());
        window.ctx.enable_accesskit();
        window
    });
    lines
}

/// What typing took.
#[derive(Default)]
struct Typed {
    keys: Vec<Duration>,
    /// The frame after a key, which nobody waits for.
    after: Vec<Duration>,
    /// Frames in which nobody typed for a while.
    rests: Vec<Duration>,
}

impl Typed {
    /// Types into a paragraph in the middle of the body.
    fn into(mut window: Window<App>) -> Self {
        let mut typed = Typed::default();
        let open = window.app.desk.open.as_ref().unwrap();
        let body = &open.shown().body;
        let is_paragraph = |block: &&Block| matches!(block.kind, BlockKind::Paragraph(_));
        let middle = body.iter().skip(body.len() / 2).find(is_paragraph).unwrap().id;
        let place = Place::Block(open.lang(), middle);
        window.output(Vec::new(), 0.1);
        window.app.carry_out(Command::GoTo(place.clone()), &window.ctx);
        for _ in 0..20 {
            window.output(Vec::new(), 0.1);
        }
        assert_eq!(dateline::ui::cursor(&window.ctx), Some(place), "the cursor is not where it was sent");
        let length = |window: &Window<App>| {
            let block = window.app.desk.open.as_ref().unwrap().shown().block(middle).unwrap();
            if let BlockKind::Paragraph(text) = &block.kind { text.0.len() } else { 0 }
        };
        let before = length(&window);
        let letters = ["ж", "а", "ң", "а", " ", "с", "ө", "з", " "];
        for number in 0..KEYS {
            let letter = egui::Event::Text(letters[number % letters.len()].to_owned());
            typed.keys.push(window.frame(vec![letter], BETWEEN_KEYS_SECONDS / 2.0));
            typed.after.push(window.frame(Vec::new(), BETWEEN_KEYS_SECONDS / 2.0));
            if number == 5 {
                assert!(length(&window) > before + 6, "the keys do not arrive");
            }
            if number % KEYS_OF_A_THOUGHT == KEYS_OF_A_THOUGHT - 1 {
                typed.rest(&mut window);
                let back = |pressed| egui::Event::Key {
                    key: egui::Key::Backspace,
                    physical_key: None,
                    pressed,
                    repeat: false,
                    modifiers: egui::Modifiers::NONE,
                };
                for _ in 0..KEYS_OF_A_THOUGHT {
                    window.output(vec![back(true), back(false)], BETWEEN_KEYS_SECONDS);
                }
                typed.rest(&mut window);
            }
        }
        typed
    }

    fn rest(&mut self, window: &mut Window<App>) {
        for _ in 0..4 {
            self.rests.push(window.frame(Vec::new(), THINKING_SECONDS / 4.0));
        }
    }

    /// Prints the line and gives the median and the 99th percentile of a key, in milliseconds.
    fn shown(mut self, name: &str) -> (f64, f64) {
        let (p50, p99) = (percentile_ms(&mut self.keys, 0.5), percentile_ms(&mut self.keys, 0.99));
        let (after, rest) = (percentile_ms(&mut self.after, 0.99), percentile_ms(&mut self.rests, 1.0));
        println!("{name:25} {p50:7.2} ms {p99:7.2} ms       {after:7.2} ms        {rest:7.2} ms");
        (p50, p99)
    }
}

/// A release of 200 blocks of all kinds, in three languages.
fn two_hundred_blocks() -> Release {
    let mut release = made_up::release(0, 60, 2, 2);
    let pattern = release.editions[0].body.clone();
    let kinds = pattern.iter().map(|block| &block.kind).cycle();
    release.editions[0].body =
        (1..=200).zip(kinds).map(|(id, kind)| Block { id: BlockId(id), kind: kind.clone() }).collect();
    for lang in ["ru", "kk"] {
        let translation = release.editions[0].clone();
        release.editions.push(dateline::release::Edition { lang: lang.parse().unwrap(), ..translation });
    }
    release
}

/// A release whose body has so many characters, in paragraphs of about 500.
fn characters(many: usize) -> Release {
    let mut release = made_up::release(0, 60, 0, 0);
    let mut left = many;
    let mut body = Vec::new();
    for id in 1.. {
        let mut text = made_up::paragraph(id as usize, 75);
        text.truncate(left);
        left -= text.len();
        body.push(Block { id: BlockId(id), kind: BlockKind::Paragraph(Text(text)) });
        if left == 0 {
            break;
        }
    }
    release.editions[0].body = body;
    release
}
