//! Several people on one release: the calm lines that say who else is at work, and the question whether to take it over.

use egui::accesskit::Live;
use egui::{Align, Label, Layout, Panel, RichText, Ui};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::command::Command;
use super::details::date_words;
use super::questions::{heading, main_button};
use super::strings::{locale, say, tell};
use super::theme::{self, colours};
use super::widgets::{ask, ask_quietly};
use crate::desk::{Access, Desk};
use crate::newsroom::Holder;

/// The lines over the form, as long as they are true.
pub(super) fn lines(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    let Some(open) = &desk.open else { return };
    let (words, offered) = match &open.access {
        Access::Writes => match desk.company.others.first() {
            Some(holder) => (Some(about(ui, "several-others", holder)), None),
            None => (None, None),
        },
        Access::Reads(holder) => {
            let is_there = desk.company.others.iter().any(|other| other.is_same_window(holder));
            // Before it was looked for the first time, nobody is called gone.
            let has_gone = desk.company.has_looked && !is_there;
            let key = if has_gone { "several-reading-free" } else { "several-reading" };
            (Some(about(ui, key, holder)), Some(Command::TakeOver))
        }
        Access::TakenOver(holder) => (Some(about(ui, "several-taken-over", holder)), Some(Command::TakeOver)),
    };
    if let Some(words) = words {
        line(ui, "company", &words, |ui| {
            // The question that lies over it asks the same.
            if let Some(command) = offered.filter(|_| desk.question.is_none()) {
                ask(ui, command, commands);
            }
        });
    }
    let copies = desk.others_texts().count();
    if copies > 0 && !desk.company.hides_copies && !open.is_read_only() {
        let words = tell(ui, "several-copies", &[("count", copies.into())]);
        line(ui, "copies", &words, |ui| {
            ask_quietly(ui, Command::HideCopies, commands);
            ask(ui, Command::AskMerge(None), commands);
        });
    }
}

/// Words at the left, and at the right what can be done.
fn line(ui: &mut Ui, key: &'static str, words: &str, buttons: impl FnOnce(&mut Ui)) {
    let colours = colours(ui);
    Panel::top(key).frame(theme::bar(colours).fill(colours.chosen)).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                buttons(ui);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let response = ui.add(Label::new(RichText::new(words).color(colours.text)).wrap());
                    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
                });
            });
        });
    });
}

/// What the question says, with its buttons. Escape reads.
pub(super) fn question(ui: &mut Ui, holder: &Holder, is_fresh: bool, commands: &mut Vec<Command>) {
    heading(ui, &tell(ui, "several-question", &[("name", name(ui, holder).into())]));
    ui.add(Label::new(about(ui, "several-question-since", holder)).wrap());
    ui.add(Label::new(say(ui, "several-question-what")).wrap());
    ui.horizontal_wrapped(|ui| {
        let read = main_button(ui, Command::Read.label(locale(ui)));
        if is_fresh {
            read.request_focus();
        }
        if read.clicked() {
            commands.push(Command::Read);
        }
        ask(ui, Command::TakeOver, commands);
    });
}

/// The words of this key about somebody: name, machine, since when.
fn about(ui: &Ui, key: &'static str, holder: &Holder) -> String {
    let name = name(ui, holder);
    let who = match holder.machine.as_str() {
        "" => name,
        machine => tell(ui, "several-who", &[("name", name.into()), ("machine", machine.into())]),
    };
    tell(ui, key, &[("who", who.into()), ("since", since(ui, holder.since).into())])
}

/// What somebody is called.
pub(super) fn name(ui: &Ui, holder: &Holder) -> String {
    match holder.name.trim() {
        "" => say(ui, "several-somebody").to_owned(),
        name => name.to_owned(),
    }
}

/// The hour, and the day where that was another one.
fn since(ui: &Ui, since: Timestamp) -> String {
    let since = since.to_zoned(TimeZone::system());
    let hour = since.strftime("%H:%M").to_string();
    if since.date() == Zoned::now().date() {
        return hour;
    }
    format!("{}, {hour}", date_words(since.date(), locale(ui)))
}
