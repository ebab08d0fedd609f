//! The line at the foot of the window that says what happened.

use egui::accesskit::Live;
use egui::{Align, Button, Label, Layout, RichText, Ui};

use std::time::Duration;

use super::command::Command;
use super::strings::locale;
use super::theme::{self, colours, size};
use super::widgets::ask_quietly;
use crate::desk::{Desk, Offer, Trouble};
use crate::words::Message;

/// What is no error goes away after this time.
const SECONDS: f64 = 8.0;

/// What stands in the way of keeping what is typed: a line that stays as long as it is so.
pub(super) fn trouble(ui: &mut Ui, desk: &Desk, commands: &mut Vec<Command>) {
    let Trouble { saving, journal } = &desk.trouble;
    let message = match (saving, journal) {
        (Some(why), None) => Message::new("kept-trouble").with("why", why.clone()),
        (Some(why), Some(journal)) => {
            Message::new("kept-trouble-both").with("why", why.clone()).with("journal", journal.clone())
        }
        (None, Some(journal)) => journal.clone(),
        (None, None) => return,
    };
    let words = message.in_locale(locale(ui));
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ask_quietly(ui, Command::AskSaveIn, commands);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = ui.add(Label::new(RichText::new(words).color(colours(ui).error)).wrap());
                ui.ctx().accesskit_node_builder(words.id, |node| node.set_live(Live::Assertive));
            });
        });
    });
}

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    let Some(notice) = &mut desk.notice else { return };
    let now = ui.input(|input| input.time);
    let seen = *notice.seen.get_or_insert(now);
    let is_used = ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let dismiss = ask_quietly(ui, Command::DismissNotice, commands);
            let offer = notice.offer.map(|offer| {
                let offered = match offer {
                    Offer::Undo { step: _ } => Command::Undo,
                    Offer::ShowFiles => Command::ShowExported,
                    Offer::PutBack => Command::PutBack,
                };
                let words = RichText::new(offered.label(locale(ui)));
                let button = Button::new(words.font(theme::semibold(size::BODY)).color(colours(ui).accent));
                let response = ui.add(button);
                if response.clicked() {
                    commands.extend([offered, Command::DismissNotice]);
                }
                response
            });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let colour = if notice.is_error { colours(ui).error } else { colours(ui).text };
                let words = ui.add(Label::new(RichText::new(notice.said.in_locale(locale(ui))).color(colour)).wrap());
                let live = if notice.is_error { Live::Assertive } else { Live::Polite };
                ui.ctx().accesskit_node_builder(words.id, |node| node.set_live(live));
            });
            let on = |response: &egui::Response| response.has_focus() || response.hovered();
            on(&dismiss) || offer.as_ref().is_some_and(on)
        })
        .inner
    });
    if notice.is_error {
        return;
    }
    if is_used.inner && now - seen > SECONDS / 2.0 {
        // Nobody takes a button away under somebody's hand.
        notice.seen = Some(now);
    }
    let left = SECONDS - (now - notice.seen.unwrap_or(now));
    if left <= 0.0 {
        desk.notice = None;
        ui.ctx().request_repaint();
    } else {
        // One frame when its time has come; none until then.
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
    }
}
