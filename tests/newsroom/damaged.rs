//! Ten thousand damaged files, each the same at every run.

use std::fs;
use std::time::{Duration, Instant};

use dateline::newsroom::{open, sample_release, save};

use super::support::every_field;
use super::{OPENING_TAKES, assert_readable, everything_in, within};

const FILES: u64 = 10_000;

/// Numbers that look random and are the same everywhere (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap()
    }

    /// A stretch of a file, mostly short.
    fn stretch(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        let most = if self.below(4) == 0 { length } else { 40 };
        start..(start + self.below(most)).min(length)
    }
}

const PIECES: [&str; 24] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "'",
    "/*",
    "*/",
    "//",
    "r#\"",
    "\"#",
    "Some(",
    "None",
    "format: 2",
    "#![enable(unwrap_newtypes)]",
    "\\u{110000}",
    "\\x",
    "()",
    "b\"\"",
];

const NUMBERS: [&str; 10] = [
    "-1",
    "4294967296",
    "99999999999999999999999999999999999999999999",
    "1e999",
    "-inf",
    "NaN",
    "0x",
    "1_0",
    "0.5",
    "\"7\"",
];

/// Damages a file in one of the ways in which files are damaged.
fn damage(numbers: &mut Numbers, whole: &[u8]) -> Vec<u8> {
    let mut file = whole.to_vec();
    let length = file.len();
    let place = numbers.below(length);
    match numbers.below(12) {
        0 => file.truncate(place),
        1 => (0..=numbers.below(8)).for_each(|_| file[numbers.below(length)] ^= 1 << numbers.below(8)),
        2 => {
            let doubled = file[numbers.stretch(length)].to_vec();
            file.splice(place..place, doubled);
        }
        3 => file[place..].fill(0),
        4 => {
            let piece: Vec<u8> = file.drain(numbers.stretch(length)).collect();
            let place = numbers.below(file.len() + 1);
            file.splice(place..place, piece);
        }
        5 => drop(file.drain(numbers.stretch(length))),
        6 => (0..=numbers.below(4)).for_each(|_| {
            let place = numbers.below(file.len());
            file.splice(place..place, PIECES[numbers.below(PIECES.len())].bytes());
        }),
        7 => {
            let bytes: [&[u8]; 4] = [b"\xff\xfe", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80"];
            file.splice(place..place, bytes[numbers.below(4)].iter().copied());
        }
        8 => {
            let digits: Vec<usize> = (0..length).filter(|at| file[*at].is_ascii_digit()).collect();
            let at = digits[numbers.below(digits.len())];
            file.splice(at..=at, NUMBERS[numbers.below(NUMBERS.len())].bytes());
        }
        9 => {
            let depth = [3, 200, 5_000, 100_000][numbers.below(4)];
            let bracket = ["(", "[", "{", "Some(", "[(", "{\"a\":", "/*"][numbers.below(7)];
            file.splice(place..place, bracket.repeat(depth).bytes());
        }
        10 => {
            let quotes: Vec<usize> = (0..length).filter(|at| file[*at] == b'"').collect();
            let at = quotes[numbers.below(quotes.len())];
            let letters = ["a", "ө", "\\n", "\\u{1}", "\n"][numbers.below(5)].repeat(numbers.below(30_000));
            file.splice(at + 1..at + 1, letters.bytes());
        }
        _ => {
            let mut lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
            let (one, other) = (numbers.below(lines.len()), numbers.below(lines.len()));
            lines.swap(one, other);
            file = lines.concat();
        }
    }
    file
}

#[test]
fn a_damaged_release_opens_whole_or_not_at_all_and_stays_untouched() {
    let temp = tempfile::tempdir().unwrap();
    let (kept, again) = (temp.path().join("kept"), temp.path().join("again"));
    let sample_file = fs::read(save(&temp.path().join("sample"), &sample_release().unwrap()).unwrap()).unwrap();
    let short = every_field("“It’s 50% **open**,” she said.\n\nАсқар Ұлан", "kk");
    let short_file = fs::read(save(&temp.path().join("short"), &short).unwrap()).unwrap();
    fs::create_dir(&kept).unwrap();
    let file = kept.join("release.ron");
    let (mut opened, mut refused, mut longest) = (0, 0, Duration::ZERO);
    for seed in 0..FILES {
        let mut numbers = Numbers(seed);
        // The short one is quicker to read, and more of its damage hits something other than words.
        let mut damaged = damage(&mut numbers, if seed % 8 == 0 { &sample_file } else { &short_file });
        if seed % 5 == 0 && !damaged.is_empty() {
            damaged = damage(&mut numbers, &damaged);
        }
        fs::write(&file, &damaged).unwrap();
        let before = everything_in(&kept);
        let start = Instant::now();
        let (read, path) = (kept.clone(), file.clone());
        let result = within(Duration::from_secs(60), &format!("seed {seed}"), move || open(&read));
        let took = start.elapsed();
        assert!(took < OPENING_TAKES, "seed {seed} took {took:?}");
        longest = longest.max(took);
        assert!(everything_in(&kept) == before, "seed {seed}: opening changed the folder");
        match result {
            Ok(release) => {
                opened += 1;
                save(&again, &release).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
                assert_eq!(open(&again).unwrap(), release, "seed {seed}");
            }
            Err(error) => {
                refused += 1;
                assert_readable(&error, "Could not open the release: ", &path);
            }
        }
    }
    // Neither side is empty, or this test would promise nothing.
    assert!(opened > 1000 && refused > 5000, "{opened} opened, {refused} refused, longest {longest:?}");
}

#[test]
fn a_file_as_large_as_may_be_is_read_in_time() {
    let temp = tempfile::tempdir().unwrap();
    let file = temp.path().join("release.ron");
    let head = "Dateline(format: 1, release: (id: \"";
    let pieces = [
        "a", "(", "[", "{", " ", "\n", "/*", "*/", "//\n", "\"", "\\", "\\n", "ө", "a(", "a:", "Some(", "(,", "r#",
        "1", "\0",
    ];
    for piece in pieces {
        for head in ["", head, &head[..head.len() - 1]] {
            fs::write(&file, format!("{head}{}", piece.repeat((25_000_000 - head.len()) / piece.len()))).unwrap();
            let start = Instant::now();
            let read = file.clone();
            let error = within(Duration::from_secs(60), piece, move || open(&read)).unwrap_err();
            let took = start.elapsed();
            // Without optimisation, walking over 25 million letters alone takes a second.
            let limit = if cfg!(debug_assertions) { 3 * OPENING_TAKES } else { OPENING_TAKES };
            assert!(took < limit, "{head:?} and {piece:?} took {took:?}");
            assert_readable(&error, "Could not open the release: ", &file);
            assert!(!error.to_string().contains("larger"), "{error}");
        }
    }
}

#[test]
fn a_file_of_100_megabytes_is_refused_unread() {
    let temp = tempfile::tempdir().unwrap();
    let file = save(temp.path(), &every_field("words", "en")).unwrap();
    let mut text = fs::read_to_string(&file).unwrap();
    text += &" ".repeat(100 << 20);
    fs::write(&file, text).unwrap();
    let before = fs::metadata(&file).unwrap().modified().unwrap();
    let start = Instant::now();
    let error = open(&file).unwrap_err();
    assert!(start.elapsed() < Duration::from_millis(200), "{:?}", start.elapsed());
    assert_readable(&error, "Could not open the release: the file is larger than 24 MB", &file);
    assert_eq!(fs::metadata(&file).unwrap().modified().unwrap(), before);
}
