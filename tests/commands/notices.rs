//! The line at the foot: what happened, for as long as it is of use.

use dateline::release::PhotoId;
use dateline::ui::Command;
use dateline::words::{Locale, Message};
use egui::Key;
use egui::accesskit::Live;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::window::{Window, ask, click, ctrl, key, open, sample, sample_for, sees, until, window, write};

/// Lets this much time pass; a step of a test is a quarter of a second.
fn wait(harness: &mut Window, seconds: usize) {
    harness.run_steps(4 * seconds);
}

/// Words that are the same in every language.
fn words(words: &str) -> Message {
    Message::new("error-said").with("said", words)
}

#[test]
fn a_message_goes_away_by_itself() {
    let mut harness = sample();
    ask(&mut harness, Command::CopyText);
    wait(&mut harness, 5);
    assert!(harness.state().desk.notice.is_some());
    wait(&mut harness, 4);
    assert_eq!(harness.state().desk.notice, None);
}

#[test]
fn an_error_stays_until_it_is_dismissed() {
    let mut harness = window(Locale::English);
    harness.state_mut().desk.complain(words("Could not open the release."));
    wait(&mut harness, 60);
    assert!(sees(&harness, "Could not open the release."));
    click(&mut harness, "Dismiss");
    assert_eq!(harness.state().desk.notice, None);
}

#[test]
fn the_next_message_has_its_own_time() {
    let mut harness = sample();
    ask(&mut harness, Command::CopyText);
    wait(&mut harness, 6);
    ask(&mut harness, Command::CopyText);
    wait(&mut harness, 6);
    assert!(harness.state().desk.notice.is_some());
}

#[test]
fn no_frame_is_drawn_while_a_message_waits_for_its_end() {
    let mut harness = window(Locale::English);
    harness.state_mut().desk.say(words("Saved."));
    wait(&mut harness, 1);
    let delay = harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert!(delay.as_secs_f64() > 4.0 && delay.as_secs_f64() < 8.0, "{delay:?}");
}

#[test]
fn a_message_stays_while_the_keyboard_is_on_its_button() {
    let mut harness = sample();
    ask(&mut harness, Command::RemoveContact(0));
    harness.get_by_label("Dismiss").focus();
    wait(&mut harness, 20);
    assert!(sees(&harness, "Deleted."));
}

fn deletions(harness: &Window) -> Vec<Command> {
    let open = open(harness);
    let photo: PhotoId = open.release.photos[0].id;
    vec![
        Command::RemoveBlock(open.shown().body[0].id),
        Command::RemovePhotos(vec![photo]),
        Command::RemoveSpeaker(open.release.speakers[0].id),
        Command::RemoveContact(0),
        Command::RemoveEdition,
    ]
}

/// The button in the line at the foot; the bar has one of the same name.
fn undo_at_the_foot(harness: &mut Window, name: &str) {
    let all: Vec<_> = harness.query_all_by_label(name).collect();
    assert_eq!(all.len(), 2, "one in the bar, one at the foot");
    let lowest = all.into_iter().max_by(|a, b| a.rect().top().total_cmp(&b.rect().top())).unwrap();
    lowest.click();
    harness.run_steps(3);
}

#[test]
fn every_deletion_can_be_taken_back_from_the_line_at_the_foot() {
    for (locale, said, undo) in [
        (Locale::English, "Deleted.", "Undo"),
        (Locale::Russian, "Удалено.", "Отменить"),
        (Locale::Kazakh, "Жойылды.", "Қайтару"),
    ] {
        let mut harness = sample_for(locale);
        for deletion in deletions(&harness) {
            let before = open(&harness).release.clone();
            ask(&mut harness, deletion.clone());
            assert_ne!(open(&harness).release, before, "{deletion:?}");
            assert!(sees(&harness, said), "{deletion:?}");
            undo_at_the_foot(&mut harness, undo);
            assert_eq!(open(&harness).release, before, "{deletion:?}");
            assert!(!sees(&harness, said), "{deletion:?}");
        }
    }
}

#[test]
fn nothing_deleted_says_nothing() {
    let mut harness = sample();
    ask(&mut harness, Command::RemoveContact(99));
    assert_eq!(harness.state().desk.notice, None);
}

#[test]
fn an_undo_that_would_take_back_something_else_is_not_offered() {
    let mut harness = sample();
    ask(&mut harness, Command::RemoveContact(0));
    write(&mut harness, "Subhead", "later words");
    assert!(!sees(&harness, "Deleted."));

    ask(&mut harness, Command::RemoveContact(0));
    ctrl(&mut harness, Key::Z);
    assert!(!sees(&harness, "Deleted."));
}

#[test]
fn a_deletion_does_not_push_an_error_aside() {
    let mut harness = sample();
    harness.state_mut().desk.complain(words("The disk is full."));
    ask(&mut harness, Command::RemoveContact(0));
    assert!(sees(&harness, "The disk is full."));
}

#[test]
fn messages_are_announced_and_errors_at_once() {
    let mut harness = window(Locale::English);
    harness.state_mut().desk.say(words("Saved."));
    harness.run_steps(2);
    assert_eq!(harness.get_by_label("Saved.").accesskit_node().live(), Live::Polite);
    harness.state_mut().desk.complain(words("The disk is full."));
    harness.run_steps(2);
    assert_eq!(harness.get_by_label("The disk is full.").accesskit_node().live(), Live::Assertive);
}

#[test]
fn undo_at_the_foot_is_reached_by_the_keyboard() {
    let mut harness = sample();
    let before = open(&harness).release.clone();
    ask(&mut harness, Command::RemoveContact(0));
    let foot = |harness: &Window| {
        let all = harness.query_all_by_label("Undo");
        all.max_by(|a, b| a.rect().top().total_cmp(&b.rect().top())).unwrap().accesskit_node().is_focused()
    };
    // Who leaves the headline begins at the top of the window.
    key(&mut harness, Key::Escape);
    for _ in 0..40 {
        if foot(&harness) {
            break;
        }
        key(&mut harness, Key::Tab);
    }
    key(&mut harness, Key::Enter);
    assert_eq!(open(&harness).release, before);
    until(&mut harness, |app| app.desk.notice.is_none());
}
