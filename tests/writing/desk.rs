//! A window with a release in it, and hands on its keyboard.

use dateline::app::{App, Start};
use dateline::desk::{Open, lines};
use dateline::house::Houses;
use dateline::release::{Block, BlockId, BlockKind, ByLang, Lang, Photo, PhotoId, Quote, Release, Speaker, SpeakerId};
use dateline::words::Locale;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::date;
use uuid::Uuid;

pub(crate) type Window = Harness<'static, App>;

/// A window with this body in it, wide enough to write in.
pub(crate) fn window(lang: &str, body: Vec<BlockKind>) -> Window {
    window_in(Locale::English, Vec2::new(760.0, 900.0), release(lang, body))
}

pub(crate) fn window_in(locale: Locale, size: Vec2, release: Release) -> Window {
    let start = Start { locale: Some(locale), ..Start::default() };
    let mut window = Harness::builder().with_size(size).build_eframe(|cc| App::new(cc, start));
    window.state_mut().desk.preferences.preview_hidden = true;
    window.state_mut().desk.open = Some(Open::new(release, None, Houses::default(), Vec::new()));
    window.run_steps(4);
    window
}

pub(crate) fn release(lang: &str, body: Vec<BlockKind>) -> Release {
    let lang: Lang = lang.parse().unwrap();
    let mut release = Release::new(Uuid::from_u128(7), date(2026, 11, 23), lang.clone());
    let speaker = |id, name: &str, title: &str| Speaker {
        name: ByLang::one(&lang, name),
        title: ByLang::one(&lang, title),
        ..Speaker::new(SpeakerId(id))
    };
    release.speakers = vec![
        speaker(1, "Айгүл Тестова", "қалалық кеңес төрайымы"),
        speaker(2, "Пётр Примеров", "директор дорожной службы"),
        speaker(3, "Anna Bridges", "chief engineer"),
    ];
    release.photos = vec![Photo::new(PhotoId(1), "bridge.jpg".into()), Photo::new(PhotoId(2), "river.jpg".into())];
    release.editions[0].body = (1..).map(BlockId).zip(body).map(|(id, kind)| Block { id, kind }).collect();
    release
}

pub(crate) fn paragraph(words: &str) -> BlockKind {
    BlockKind::Paragraph(words.into())
}

pub(crate) fn heading(words: &str) -> BlockKind {
    BlockKind::Heading(words.into())
}

pub(crate) fn quote(words: &str, speaker: u32) -> BlockKind {
    let (text, speaker) = (words.into(), Some(SpeakerId(speaker)));
    BlockKind::Quote(Quote { text, speaker, verb: "деді".into(), ..Quote::default() })
}

pub(crate) fn list(items: &[&str]) -> BlockKind {
    BlockKind::List { ordered: false, items: items.iter().map(|item| (*item).into()).collect() }
}

pub(crate) fn photo(id: u32) -> BlockKind {
    BlockKind::Photo(PhotoId(id))
}

pub(crate) fn open(window: &Window) -> &Open {
    window.state().desk.open.as_ref().unwrap()
}

/// The body in a few signs: kind and words.
pub(crate) fn body(window: &Window) -> Vec<String> {
    let sign = |kind: &BlockKind| match kind {
        BlockKind::Paragraph(text) => format!("p {}", text.0),
        BlockKind::Heading(text) => format!("h {}", text.0),
        BlockKind::Quote(quote) => format!("q{} {}", quote.speaker.map_or(0, |id| id.0), quote.text.0),
        BlockKind::List { items, ordered: _ } => format!("l {}", lines(items).replace('\n', "/")),
        BlockKind::Photo(id) => format!("f {}", id.0),
    };
    open(window).shown().body.iter().map(|block| sign(&block.kind)).collect()
}

pub(crate) fn the_quote(window: &Window, index: usize) -> &Quote {
    match &open(window).shown().body[index].kind {
        BlockKind::Quote(quote) => quote,
        other => panic!("no quote: {other:?}"),
    }
}

/// The name of what has the keyboard.
pub(crate) fn focused(window: &Window) -> String {
    let node = window.query_all(egui_kittest::kittest::By::new().predicate(|node| node.is_focused())).next();
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

/// The card with the cursor and the place in its words.
pub(crate) fn cursor(window: &mut Window) -> (String, usize) {
    window.run_steps(1);
    let selection = open(window).cursor.clone().unwrap().selection;
    assert!(selection.is_empty(), "{selection:?} is selected");
    (focused(window), selection.start)
}

pub(crate) fn at(name: &str, place: usize) -> (String, usize) {
    (name.to_owned(), place)
}

pub(crate) fn steps(window: &mut Window) {
    window.run_steps(4);
}

/// Puts the cursor to this place of a card's words.
pub(crate) fn go(window: &mut Window, name: &str, place: usize) {
    window.get_by_label(name).focus();
    steps(window);
    press_with(window, Modifiers::COMMAND, Key::Home);
    press_with(window, Modifiers::COMMAND, Key::ArrowUp);
    for _ in 0..place {
        window.key_press(Key::ArrowRight);
        window.run_steps(1);
    }
    steps(window);
    assert_eq!(cursor(window), at(name, place));
}

/// Puts the cursor after a card's last word.
pub(crate) fn go_to_end(window: &mut Window, name: &str) {
    window.get_by_label(name).focus();
    steps(window);
    press_with(window, Modifiers::COMMAND, Key::End);
}

pub(crate) fn press(window: &mut Window, key: Key) {
    press_with(window, Modifiers::NONE, key);
}

pub(crate) fn press_with(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    steps(window);
}

pub(crate) fn write(window: &mut Window, words: &str) {
    window.event(Event::Text(words.to_owned()));
    steps(window);
}

pub(crate) fn paste(window: &mut Window, words: &str) {
    window.event(Event::Paste(words.to_owned()));
    steps(window);
}

pub(crate) fn undo(window: &mut Window) {
    press_with(window, Modifiers::COMMAND, Key::Z);
}

pub(crate) fn redo(window: &mut Window) {
    press_with(window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
}

pub(crate) fn click(window: &mut Window, name: &str) {
    window.get_by_label(name).click();
    steps(window);
}

/// Picks an entry of the menu that is open.
pub(crate) fn pick(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    steps(window);
}
