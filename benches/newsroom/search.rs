//! Search as one types: each question letter by letter, as far as the first screenful with the places that were found.

use std::path::Path;
use std::time::{Duration, Instant};

use dateline::newsroom::{Reader, Wish, index_file};
use dateline::words::Locale;
use rusqlite::{Connection, OpenFlags};

use crate::made_up::{Dice, vocabulary};
use crate::{Line, Place, percentile_ms};

/// So many questions are typed.
const QUESTIONS: usize = 120;
/// So many of them in the window, where each waits for a frame.
const IN_WINDOW: usize = 40;
/// A screenful, as the column asks for it.
const SCREENFUL: usize = 20;

/// What somebody has typed after each letter: one word, two or three, frequent and rare, in the three languages.
fn typed(questions: usize) -> Vec<String> {
    let vocabularies = [0, 1, 2].map(vocabulary);
    let mut dice = Dice::new(42);
    let mut all = Vec::new();
    for _ in 0..questions {
        let known = &vocabularies[dice.roll(3)];
        let most = [30, 300, 3000, 30_000][dice.roll(4)];
        let words: Vec<&str> = (0..1 + dice.roll(3)).map(|_| known[dice.roll(most)].as_str()).collect();
        let question = words.join(" ");
        all.extend(question.char_indices().map(|(at, letter)| question[..at + letter.len_utf8()].to_owned()));
    }
    all
}

pub(crate) fn measure(place: &Place, lines: &mut Vec<Line>) {
    let file = index_file(&place.local, &place.newsroom.folder);
    let reader = Reader::open(&file, &place.newsroom.folder).unwrap();
    let bare = Bare::open(&file);
    let typed_letters = typed(QUESTIONS);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    // By turns, the first round to warm both up.
    for round in 0..2 {
        ours.clear();
        theirs.clear();
        for typed in &typed_letters {
            let wish = Wish { typed: typed.clone(), ..Wish::default() };
            // A first letter by itself is not looked for.
            if !wish.has_words() {
                continue;
            }
            let begun = Instant::now();
            let hits = reader.search(&wish, SCREENFUL, Locale::Russian).unwrap();
            let took = begun.elapsed();
            ours.push(took);
            let begun = Instant::now();
            let rows = bare.ask(typed);
            theirs.push(begun.elapsed());
            assert!(hits.rows.is_empty() == (rows == 0), "{typed}: {} and {rows}", hits.rows.len());
            if round == 1 && took > Duration::from_millis(8) {
                println!("slow: {typed:?} {:.1} ms, bare {:.1} ms", ms(took), ms(*theirs.last().unwrap()));
            }
        }
    }
    let (p50, p99) = (percentile_ms(&mut ours, 0.5), percentile_ms(&mut ours, 0.99));
    let (bare50, bare99) = (percentile_ms(&mut theirs, 0.5), percentile_ms(&mut theirs, 0.99));
    println!("\nsearch, {} letters               p50        p99", typed_letters.len());
    println!("headlines first, with places   {p50:7.2} ms {p99:7.2} ms");
    println!("the bare question to SQLite    {bare50:7.2} ms {bare99:7.2} ms");
    lines.push(Line { name: "search as one types, 99th".into(), value: p99, most: 10.0, unit: " ms" });
    let name = "the same against the bare question, 99th".into();
    lines.push(Line { name, value: p99 / bare99, most: 2.0, unit: " times" });
    in_window(place, lines);
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// From the letter to the end of the frame that shows what was found.
fn in_window(place: &Place, lines: &mut Vec<Line>) {
    let mut window = place.window();
    let begun = Instant::now();
    while window.app.desk.catalogue.list.keys.len() != place.releases {
        window.frame(Vec::new(), 0.016);
        assert!(begun.elapsed() < Duration::from_secs(60), "the list does not come");
        std::thread::sleep(Duration::from_millis(5));
    }
    println!("\nthe list of the newsroom is there after {:.2} s", begun.elapsed().as_secs_f64());
    // The first look at all files after the start.
    std::thread::sleep(Duration::from_secs(5));
    let mut times = Vec::new();
    for typed in typed(IN_WINDOW) {
        window.app.desk.catalogue.wish.typed = typed;
        let begun = Instant::now();
        window.frame(Vec::new(), 0.1);
        while !window.app.desk.catalogue.is_answered() {
            // eframe's frames come when there is an answer, not before.
            std::thread::sleep(Duration::from_micros(100));
            window.logic();
        }
        window.frame(Vec::new(), 0.01);
        times.push(begun.elapsed());
    }
    let (p50, p99) = (percentile_ms(&mut times, 0.5), percentile_ms(&mut times, 0.99));
    println!("from a letter to the frame with the hits {p50:.2} ms, 99th {p99:.2} ms");
    lines.push(Line {
        name: "from a letter to the hits in the window, 99th".into(),
        value: p99,
        most: 20.0,
        unit: " ms",
    });
}

/// SQLite itself, asked for the same words: the newest hits with the same marks and places.
struct Bare {
    db: Connection,
}

impl Bare {
    fn open(file: &Path) -> Self {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(file, flags).unwrap();
        db.execute_batch("pragma cache_size = -8000").unwrap();
        Bare { db }
    }

    fn ask(&self, typed: &str) -> usize {
        let is_long = |word: &&str| word.chars().nth(1).is_some();
        let mut words: Vec<&str> = typed.split_whitespace().collect();
        words.pop_if(|last| !is_long(&*last));
        let open = |word: &&str| format!("\"{}\"{}", word.replace('ё', "е"), if is_long(word) { " *" } else { "" });
        let words: Vec<String> = words.iter().map(open).collect();
        let question = format!("{{headline body speakers photos}} : ({})", words.join(" AND "));
        let mut asked = self
            .db
            .prepare_cached(
                "select rowid, highlight(words, 0, '[', ']'), snippet(words, 1, '[', ']', '…', 16), \
                 highlight(words, 2, '[', ']'), highlight(words, 3, '[', ']') \
                 from words where words match ? order by rowid limit ?",
            )
            .unwrap();
        let rows =
            asked.query_map(rusqlite::params![question, SCREENFUL as i64], |row| row.get::<_, String>(2)).unwrap();
        rows.map(|row| row.unwrap().len()).filter(|length| *length > 0).count()
    }
}
