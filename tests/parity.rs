//! Three languages say the same: releases with planted differences, and as many without; both places in the window.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test may stop")]

#[path = "support/window.rs"]
mod window;

use dateline::app::Start;
use dateline::check::{Finding, Place, ReadTexts, Rule, check_parity};
use dateline::release::{Block, BlockId, BlockKind, Edition, Lang, Quote, Release, Text};
use dateline::ui::Command;
use jiff::civil::date;
use uuid::Uuid;
use window::{carry_out, click_beginning, open, sized, until};

const LANGS: [&str; 3] = ["kk", "ru", "en"];
const RELEASES: u32 = 40;

/// What a made-up release speaks of.
#[derive(Clone, Copy)]
struct Story {
    day: u32,
    month: usize,
    hour: u32,
    people: u32,
    /// In tenths of a million.
    sum: u32,
    percent: u32,
    phone: u32,
    link: u32,
    floor: u32,
}

impl Story {
    fn new(seed: u32) -> Self {
        let pick = |salt: u32, most: u32| seed.wrapping_mul(2_654_435_761).rotate_left(salt) % most;
        Story {
            day: 13 + pick(3, 15),
            month: pick(5, 12) as usize,
            hour: 13 + pick(7, 9),
            people: 1100 + pick(11, 80_000),
            sum: 13 + pick(13, 86),
            percent: 13 + pick(17, 80),
            phone: 100 + pick(19, 800),
            link: pick(23, 9000),
            floor: 13 + pick(29, 30),
        }
    }
}

fn grouped(number: u32, sign: &str) -> String {
    if number < 1000 { number.to_string() } else { format!("{}{sign}{:03}", number / 1000, number % 1000) }
}

fn paragraphs(lang: &str, story: Story) -> Vec<String> {
    let Story { day, month, hour, people, sum, percent, phone, link, floor } = story;
    let language = dateline::language::Language::of(&lang.parse().unwrap());
    let month = language.months[month];
    let (tens, tenth) = (sum / 10, sum % 10);
    match lang {
        "kk" => vec![
            format!(
                "2026 ж. {day} {month} сағат {hour}:00-де көпір ашылды. Оған {} адам келді.",
                grouped(people, "\u{a0}")
            ),
            format!("Құрылысқа {tens},{tenth} млн теңге жұмсалды, бұл бюджеттің {percent}%-ы. {floor}-қабат дайын."),
            format!("Тел. 74-{phone:03}-27. [Сайт](https://example.org/kk/{link})"),
        ],
        "ru" => vec![
            format!("{day} {month} 2026 г. в {hour}:00 открыт мост. Пришли {} человек.", grouped(people, "\u{a0}")),
            format!("На стройку ушло {tens},{tenth} миллиона тенге, это {percent} % бюджета. Готов {floor}-й этаж."),
            format!("Тел. 74-{phone:03}-27. [Сайт](https://example.org/ru/{link})"),
        ],
        _ => vec![
            format!(
                "The bridge opened on {month} {day}, 2026, at {} p.m. It was visited by {} people.",
                hour - 12,
                grouped(people, ",")
            ),
            format!(
                "The work took {tens}.{tenth} million tenge, {percent} percent of the budget. Floor {floor} is ready."
            ),
            format!("Phone 74-{phone:03}-27. [Site](https://example.org/en/{link})"),
        ],
    }
}

fn edition(lang: &str, story: Story) -> Edition {
    let mut body: Vec<Block> = (1..)
        .zip(paragraphs(lang, story))
        .map(|(id, text)| Block { id: BlockId(id), kind: BlockKind::Paragraph(text.into()) })
        .collect();
    let said = Quote { text: "…".into(), ..Quote::default() };
    body.push(Block { id: BlockId(4), kind: BlockKind::Quote(said) });
    body.push(Block { id: BlockId(5), kind: BlockKind::Heading("…".into()) });
    let items = ["…", "…", "…"].map(Text::from).into();
    body.push(Block { id: BlockId(6), kind: BlockKind::List { ordered: false, items } });
    Edition { body, ..Edition::new(lang.parse().unwrap()) }
}

fn release(seed: u32) -> Release {
    let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), "kk".parse().unwrap());
    release.editions = LANGS.map(|lang| edition(lang, Story::new(seed))).into();
    release
}

fn found(release: &Release) -> Vec<Finding> {
    check_parity(release, &mut ReadTexts::default())
}

/// Each changes one thing in one translation; tells where it is to be found, and by which rule.
fn planted(seed: u32) -> Vec<(Release, Rule, Option<u32>)> {
    let whole = release(seed);
    let lang = 1 + (seed as usize) % 2;
    let with = |change: &dyn Fn(&mut Story)| {
        let mut story = Story::new(seed);
        change(&mut story);
        let mut other = whole.clone();
        other.editions[lang] = edition(LANGS[lang], story);
        other
    };
    let without = |id: u32| {
        let mut other = whole.clone();
        other.editions[lang].body.retain(|block| block.id != BlockId(id));
        other
    };
    let mut shorter = whole.clone();
    let list = shorter.editions[lang].body.iter_mut().find(|block| block.id == BlockId(6)).unwrap();
    list.kind = BlockKind::List { ordered: false, items: vec!["…".into(), "…".into()] };
    vec![
        (with(&|story| story.day += 1), Rule::ParityNumbers, Some(1)),
        (with(&|story| story.month = (story.month + 1) % 12), Rule::ParityNumbers, Some(1)),
        (with(&|story| story.hour += 1), Rule::ParityNumbers, Some(1)),
        (with(&|story| story.people += 100), Rule::ParityNumbers, Some(1)),
        (with(&|story| story.sum += 1), Rule::ParityNumbers, Some(2)),
        (with(&|story| story.percent += 1), Rule::ParityNumbers, Some(2)),
        (with(&|story| story.floor += 1), Rule::ParityNumbers, Some(2)),
        (with(&|story| story.phone += 1), Rule::ParityNumbers, Some(3)),
        (with(&|story| story.link += 1), Rule::ParityLinks, Some(3)),
        (without(2), Rule::ParityBlockMissing, Some(2)),
        (without(4), Rule::ParityBlockMissing, Some(4)),
        (without(5), Rule::ParityBlockMissing, Some(5)),
        (shorter, Rule::ParityListLength, Some(6)),
    ]
}

#[test]
fn planted_differences_are_found_and_nothing_else() {
    let (mut count, mut missed, mut false_alarms) = (0, Vec::new(), Vec::new());
    for seed in 1..=RELEASES {
        for (number, (other, rule, block)) in planted(seed).into_iter().enumerate() {
            count += 1;
            let found = found(&other);
            let is_it = |finding: &&Finding| {
                finding.rule == rule && finding.place.block_id().map(|id| id.0) == block && finding.other.is_some()
            };
            if !found.iter().any(|finding| is_it(&finding)) {
                missed.push(format!("{seed}.{number} {rule:?}: {found:?}"));
            }
            let others = found.iter().filter(|finding| !is_it(finding));
            false_alarms.extend(others.map(|finding| format!("{seed}.{number}: {finding:?}")));
        }
    }
    println!("{count} planted, {} missed, {} false alarms", missed.len(), false_alarms.len());
    assert!(count >= 200 && missed.len() * 20 <= count, "{missed:#?}");
    assert!(false_alarms.len() <= count / 20, "{false_alarms:#?}");
}

#[test]
fn releases_that_say_the_same_raise_nothing() {
    for seed in 1..=RELEASES {
        assert_eq!(found(&release(seed)), [], "{seed}");
    }
}

#[test]
fn a_difference_leads_to_both_its_places() {
    let mut window = sized(Start::default(), [1280.0, 1400.0]);
    carry_out(&mut window, Command::New("kk".parse().unwrap()));
    until(&mut window, |app| app.desk.open.is_some());
    let mut other = release(7);
    let mut story = Story::new(7);
    story.percent += 1;
    other.editions = vec![edition("ru", Story::new(7)), edition("en", story)];
    window.state_mut().desk.open.as_mut().unwrap().release = other;
    window.run_steps(4);
    let lang = |tag: &str| -> Lang { tag.parse().unwrap() };
    click_beginning(&mut window, "Show in the other language: English: Numbers, dates or times differ");
    assert_eq!(open(&window).lang(), lang("ru"));
    assert_eq!(dateline::ui::cursor(&window.ctx), Some(Place::Block(lang("ru"), BlockId(2))));
    click_beginning(&mut window, "Recommended: English: Numbers, dates or times differ");
    assert_eq!(open(&window).lang(), lang("en"));
    assert_eq!(dateline::ui::cursor(&window.ctx), Some(Place::Block(lang("en"), BlockId(2))));
}
