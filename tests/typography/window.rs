//! Findings, the look before all is put right, help while typing and signs for spaces, driven in the window.

use dateline::app::Start;
use dateline::release::{Block, BlockId, BlockKind, Edition, Quote};
use dateline::ui::Command;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Shape};
use egui_kittest::kittest::{NodeT, Queryable};

#[path = "../support/window.rs"]
mod driven;

use driven::{Window, at, carry_out, click, fill, open, shows, sized, until};

fn new_release(lang: &str) -> Window {
    let mut window = sized(Start::default(), [1100.0, 1300.0]);
    carry_out(&mut window, Command::New(lang.parse().unwrap()));
    until(&mut window, |app| app.desk.open.is_some());
    window
}

/// The words of the block of this number, counted from 1.
fn words(window: &Window, number: usize) -> String {
    match &open(window).shown().body[number - 1].kind {
        BlockKind::Paragraph(text) | BlockKind::Heading(text) => text.0.clone(),
        BlockKind::Quote(quote) => quote.text.0.clone(),
        BlockKind::List { items, ordered: _ } => {
            items.iter().map(|item| item.0.as_str()).collect::<Vec<_>>().join("\n")
        }
        BlockKind::Photo(_) => panic!("a photo has no words"),
    }
}

/// Presses one key after the other in a card.
fn type_keys(window: &mut Window, card: &str, keys: &str) {
    window.get_by_label(card).focus();
    window.run_steps(2);
    for key in keys.chars() {
        window.get_by_label(card).type_text(&key.to_string());
        window.run_steps(3);
    }
}

fn undo(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run_steps(4);
}

/// The names of all ticks whose name holds these words.
fn ticks(window: &Window, words: &str) -> Vec<String> {
    let all = window.query_all_by_role(Role::CheckBox);
    all.filter_map(|node| node.accesskit_node().label()).filter(|label| label.contains(words)).collect()
}

#[test]
fn a_finding_names_the_place_and_its_button_mends_it() {
    let mut window = new_release("ru");
    fill(&mut window, "Paragraph 1", "Мост - это дорога.");
    assert!(shows(&window, "Hyphens or other dashes in the place of the house’s dash: “Мост - это дорога.”"));
    driven::click_beginning(&mut window, "Correct this place: Hyphens");
    assert_eq!(words(&window, 1), "Мост – это дорога.");
    assert!(!shows(&window, "Hyphens or other dashes"));
    undo(&mut window);
    assert_eq!(words(&window, 1), "Мост - это дорога.");
}

#[test]
fn what_is_alike_in_one_language_is_asked_once_and_mended_at_one_go() {
    let mut window = new_release("ru");
    fill(&mut window, "Paragraph 1", "Город... и река...");
    carry_out(&mut window, Command::AddBlock(dateline::desk::Addition::Paragraph, None));
    fill(&mut window, "Paragraph 2", "Мост...");
    assert!(shows(&window, "Three full stops instead of an ellipsis: 3 places, the first “Город... и река...”"));
    driven::click_beginning(&mut window, "Correct 3 places: Three full stops");
    assert_eq!((words(&window, 1).as_str(), words(&window, 2).as_str()), ("Город… и река…", "Мост…"));
    undo(&mut window);
    assert_eq!((words(&window, 1).as_str(), words(&window, 2).as_str()), ("Город... и река...", "Мост..."));
}

#[test]
fn all_is_shown_before_it_is_put_right_and_is_one_step_back() {
    let mut window = new_release("ru");
    fill(&mut window, "Headline", "Мост \"Атырау\" открыт");
    fill(&mut window, "Paragraph 1", "Мост - это 5 км пути...");
    carry_out(&mut window, Command::AskTypography);
    assert_eq!(
        ticks(&window, "becomes"),
        [
            "“Мост \"Атырау\" открыт” becomes “Мост «Атырау\" открыт”",
            "“Мост \"Атырау\" открыт” becomes “Мост \"Атырау» открыт”",
            "“Мост - это 5 км пути...” becomes “Мост – это 5 км пути...”",
            "“- это 5 км пути...” becomes “- это 5 км пути…”",
            "“Мост·- это 5 км пути...” becomes “Мост°- это 5 км пути...”",
            "“Мост - это 5·км пути...” becomes “Мост - это 5°км пути...”",
        ]
    );
    // Nothing has changed so far.
    assert_eq!(words(&window, 1), "Мост - это 5 км пути...");
    click(&mut window, "“Мост - это 5·км пути...” becomes “Мост - это 5°км пути...”");
    click(&mut window, "Correct 5 places");
    assert_eq!(open(&window).shown().headline, "Мост «Атырау» открыт");
    assert_eq!(words(&window, 1), "Мост\u{a0}– это 5 км пути…");
    assert!(shows(&window, "5 places corrected."));
    undo(&mut window);
    assert_eq!(open(&window).shown().headline, "Мост \"Атырау\" открыт");
    assert_eq!(words(&window, 1), "Мост - это 5 км пути...");
}

#[test]
fn each_language_can_be_left_as_it_is() {
    let mut window = new_release("kk");
    fill(&mut window, "Paragraph 1", "Көпір...");
    carry_out(&mut window, Command::AddEdition("ru".parse().unwrap()));
    fill(&mut window, "Paragraph 1", "Мост...");
    carry_out(&mut window, Command::AskTypography);
    assert_eq!(ticks(&window, "becomes").len(), 2);
    // The tick of the language as a whole.
    click(&mut window, "Қазақша: everything");
    click(&mut window, "Correct one place");
    let texts: Vec<&BlockKind> = open(&window).release.editions.iter().map(|edition| &edition.body[0].kind).collect();
    assert_eq!(texts, [&BlockKind::Paragraph("Көпір...".into()), &BlockKind::Paragraph("Мост…".into())]);
}

#[test]
fn escape_leaves_everything_as_it_was() {
    let mut window = new_release("ru");
    fill(&mut window, "Paragraph 1", "Мост...");
    carry_out(&mut window, Command::AskTypography);
    window.key_press(Key::Escape);
    window.run_steps(4);
    assert!(ticks(&window, "becomes").is_empty());
    assert_eq!(words(&window, 1), "Мост...");
    fill(&mut window, "Paragraph 1", "Мост.");
    carry_out(&mut window, Command::AskTypography);
    assert!(shows(&window, "There is nothing to correct."));
}

#[test]
fn a_long_release_is_looked_over_at_once() {
    let mut window = new_release("ru");
    let paragraph = |id| Block {
        id: BlockId(id),
        kind: BlockKind::Paragraph("Мост - это дорога... и \"река\"".into()),
    };
    window.state_mut().desk.open.as_mut().unwrap().shown_mut().body = (1..300).map(paragraph).collect();
    window.run_steps(2);
    carry_out(&mut window, Command::AskTypography);
    assert_eq!(window.state().desk.proposed.len(), 299 * 6);
    // Only what is in sight is drawn.
    let drawn = ticks(&window, "becomes").len();
    assert!((5..80).contains(&drawn), "{drawn}");
    click(&mut window, "Correct 1794 places");
    assert_eq!(words(&window, 299), "Мост\u{a0}– это дорога… и\u{a0}«река»");
}

#[test]
fn a_quote_mark_becomes_the_language_s_while_it_is_typed() {
    for (lang, keys, then) in [
        ("ru", "Мост \"Атырау\" открыт", "Мост «Атырау» открыт"),
        ("kk", "\"Сенат\"тың", "«Сенат»тың"),
        ("en", "He said \"it's open\"", "He said “it’s open”"),
        ("de", "Die \"Halle\" ist", "Die „Halle“ ist"),
        ("fr", "Le \"pont\" est", "Le «\u{202f}pont\u{202f}» est"),
        ("ru", "труба 5\"", "труба 5\""),
    ] {
        let mut window = new_release(lang);
        type_keys(&mut window, "Paragraph 1", keys);
        assert_eq!(words(&window, 1), then);
    }
}

#[test]
fn a_dash_comes_of_hyphens_while_they_are_typed() {
    for (lang, keys, then) in [
        ("ru", "Мост - это путь", "Мост\u{a0}– это путь"),
        ("ru", "Мост -- это путь", "Мост\u{a0}– это путь"),
        ("ru", "- Мост", "– Мост"),
        ("ru", "пресс-служба 5 - 3", "пресс-служба 5 - 3"),
        ("en", "One - two--three", "One — two—three"),
    ] {
        let mut window = new_release(lang);
        type_keys(&mut window, "Paragraph 1", keys);
        assert_eq!(words(&window, 1), then);
    }
}

#[test]
fn what_the_house_puts_in_quote_marks_has_the_inner_ones_inside() {
    let mut window = new_release("en");
    let quote = Block { id: BlockId(7), kind: BlockKind::Quote(Quote::default()) };
    window.state_mut().desk.open.as_mut().unwrap().shown_mut().body.push(quote);
    window.run_steps(4);
    type_keys(&mut window, "Quote 2", "We call it \"home\" here");
    assert_eq!(words(&window, 2), "We call it ‘home’ here");
}

#[test]
fn one_undo_takes_back_the_help_alone() {
    let mut window = new_release("ru");
    type_keys(&mut window, "Paragraph 1", "Мост \"");
    assert_eq!(words(&window, 1), "Мост «");
    undo(&mut window);
    assert_eq!(words(&window, 1), "Мост \"");
    // What goes on is written behind it, and is not helped again.
    type_keys(&mut window, "Paragraph 1", "А");
    assert_eq!(words(&window, 1), "Мост \"А");
    undo(&mut window);
    undo(&mut window);
    assert_eq!(words(&window, 1), "");
}

#[test]
fn the_help_works_in_the_middle_of_words_and_keeps_the_cursor() {
    let mut window = new_release("fr");
    fill(&mut window, "Paragraph 1", "Le pont est ouvert");
    window.get_by_label("Paragraph 1").focus();
    window.run_steps(2);
    window.key_press(Key::Home);
    window.run_steps(2);
    (0..3).for_each(|_| {
        window.key_press(Key::ArrowRight);
        window.run_steps(2);
    });
    for key in ["\"", "x"] {
        window.get_by_label("Paragraph 1").type_text(key);
        window.run_steps(4);
    }
    assert_eq!(words(&window, 1), "Le «\u{202f}xpont est ouvert");
}

#[test]
fn the_help_is_off_by_a_switch_that_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = sized(at(folder.path()), [1100.0, 800.0]);
    carry_out(&mut window, Command::New("ru".parse().unwrap()));
    until(&mut window, |app| app.desk.open.is_some());
    carry_out(&mut window, Command::ToggleTypingHelp);
    assert!(shows(&window, "Quote marks and dashes now stay as you type them."));
    type_keys(&mut window, "Paragraph 1", "Мост \"Атырау\" - ");
    assert_eq!(words(&window, 1), "Мост \"Атырау\" - ");
    until(&mut window, |_| !dateline::newsroom::preferences(folder.path()).typing_help);
    carry_out(&mut window, Command::ToggleTypingHelp);
    type_keys(&mut window, "Paragraph 1", "\"");
    assert_eq!(words(&window, 1), "Мост \"Атырау\" - «");
}

#[test]
fn pasted_words_are_not_helped() {
    let mut window = new_release("ru");
    window.get_by_label("Paragraph 1").focus();
    window.run_steps(2);
    window.event(egui::Event::Paste("Мост \"Атырау\" - путь".into()));
    window.run_steps(4);
    assert_eq!(words(&window, 1), "Мост \"Атырау\" - путь");
}

/// How often a sign is drawn by itself.
fn signs(window: &Window, sign: &str) -> usize {
    fn count(shape: &Shape, sign: &str) -> usize {
        if let Shape::Vec(shapes) = shape {
            return shapes.iter().map(|shape| count(shape, sign)).sum();
        }
        usize::from(matches!(shape, Shape::Text(text) if text.galley.text() == sign))
    }
    window.output().shapes.iter().map(|shape| count(&shape.shape, sign)).sum()
}

#[test]
fn spaces_that_nobody_sees_are_shown_when_asked_for() {
    let mut window = new_release("ru");
    let open = window.state_mut().desk.open.as_mut().unwrap();
    let edition: &mut Edition = open.shown_mut();
    edition.headline = "Мост\u{a0}– путь".into();
    edition.body[0].kind = BlockKind::Paragraph("5\u{a0}км и\u{202f}ещё пере\u{ad}нос".into());
    window.run_steps(4);
    assert_eq!((signs(&window, "°"), signs(&window, "-")), (0, 0));
    carry_out(&mut window, Command::ToggleSigns);
    assert_eq!((signs(&window, "°"), signs(&window, "-")), (3, 1));
    assert_eq!(words(&window, 1), "5\u{a0}км и\u{202f}ещё пере\u{ad}нос");
    carry_out(&mut window, Command::ToggleSigns);
    assert_eq!((signs(&window, "°"), signs(&window, "-")), (0, 0));
}
