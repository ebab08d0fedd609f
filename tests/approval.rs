//! Clearing a release for sending: who, in which language, and what a later change makes of it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/window.rs"]
mod window;

use dateline::app::Start;
use dateline::check::{Place, Rule};
use dateline::release::{Clearance, Release, Status};
use dateline::ui::Command;
use dateline::words::Locale;
use egui_kittest::kittest::{NodeT, Queryable};
use window::{Window, carry_out, until, window};

/// The sample with its approvals in sight.
fn sample() -> Window {
    let mut harness = window(Start { locale: Some(Locale::English), ..Start::default() });
    carry_out(&mut harness, Command::Sample);
    until(&mut harness, |app| app.desk.open.is_some());
    carry_out(&mut harness, Command::GoTo(Place::House));
    harness.run_steps(6);
    harness
}

fn release(harness: &Window) -> &Release {
    &harness.state().desk.open.as_ref().unwrap().release
}

fn holds(harness: &Window) -> Vec<bool> {
    let release = release(harness);
    release.editions.iter().map(|edition| matches!(release.clearance(edition), Clearance::Holds(_))).collect()
}

fn rules(harness: &Window) -> Vec<Rule> {
    harness.state().desk.open.as_ref().unwrap().findings().iter().map(|finding| finding.rule).collect()
}

fn click(harness: &mut Window, name: &str) {
    harness.get_by_label(name).click();
    harness.run_steps(4);
}

#[test]
fn a_language_is_approved_and_the_approval_taken_back() {
    let mut harness = sample();
    let begun = release(&harness).status;
    click(&mut harness, "Русский: Approve");
    assert_eq!(holds(&harness), [false, true, false]);
    assert_eq!(release(&harness).status, begun, "the other languages are not approved yet");
    click(&mut harness, "Русский: Withdraw");
    assert_eq!(holds(&harness), [false; 3]);
    carry_out(&mut harness, Command::Undo);
    assert_eq!(holds(&harness), [false, true, false], "undo gives it back");
}

#[test]
fn a_word_that_is_changed_afterwards_voids_the_approval_and_everybody_sees_it() {
    let mut harness = sample();
    carry_out(&mut harness, Command::Approve(None));
    harness.run_steps(4);
    assert_eq!((holds(&harness), release(&harness).status), (vec![true; 3], Status::Approved));
    assert!(harness.query_by_label("Approved").is_some(), "the bar says so");
    assert!(rules(&harness).is_empty());
    carry_out(&mut harness, Command::ShowEdition(1));
    harness.state_mut().desk.open.as_mut().unwrap().release.editions[1].headline.push_str(" сегодня");
    harness.run_steps(6);
    assert_eq!(rules(&harness), [Rule::ApprovalVoid]);
    assert!(harness.query_by_label("Approval void").is_some());
    let question = harness.query_all_by_role(egui::accesskit::Role::Button);
    let names = question.filter_map(|node| node.accesskit_node().label());
    let asked = names.filter(|name| name.contains("has changed since")).collect::<Vec<_>>();
    assert_eq!(asked.len(), 1, "{asked:?}");
    click(&mut harness, &asked[0]);
    assert!(harness.get_by_label("Русский: Approve").accesskit_node().is_focused(), "the question leads to the answer");
    click(&mut harness, "Русский: Approve");
    assert!(rules(&harness).is_empty());
}

#[test]
fn to_call_a_release_approved_is_to_approve_all_its_languages() {
    let mut harness = sample();
    click(&mut harness, "Status");
    click(&mut harness, "Approved");
    assert_eq!((holds(&harness), release(&harness).status), (vec![true; 3], Status::Approved));
    click(&mut harness, "Status");
    click(&mut harness, "Sent");
    assert_eq!((holds(&harness), release(&harness).status), (vec![true; 3], Status::Sent));
}
