//! Where the cursor goes: to the field that somebody asked for, and back to where it was.

use eframe::egui;

use super::App;
use crate::check::Place;
use crate::ui;

impl App {
    pub(super) fn go_to(&mut self, place: Place) {
        let Some(open) = &mut self.desk.open else { return };
        if let Some(lang) = place.lang()
            && let Some(index) = open.release.editions.iter().position(|edition| edition.lang == *lang)
        {
            open.show_edition(index);
        }
        let place = match place {
            Place::Body(lang) => match open.shown().body.first() {
                Some(block) => Place::Block(lang, block.id),
                None => Place::Headline(lang),
            },
            Place::Edition(lang) => Place::Headline(lang),
            Place::Embargo
            | Place::Headline(_)
            | Place::Subhead(_)
            | Place::Dateline(_)
            | Place::Notes(_)
            | Place::House
            | Place::Block(..)
            | Place::Speaker(_)
            | Place::SpeakerName(..)
            | Place::SpeakerTitle(..)
            | Place::Photo(_)
            | Place::PhotoCaption(..)
            | Place::PhotoAlt(..)
            | Place::PhotoStanding(_)
            | Place::ContactUnit(..)
            | Place::Approval(_)
            | Place::Contacts => place,
        };
        self.desk.focus = Some(place);
        self.desk.marks_focus = true;
        self.desk.preview_in_turn = false;
    }

    pub(super) fn walk_findings(&mut self, forward: bool) {
        if let Some(place) = self.desk.open.as_mut().and_then(|open| open.walk_findings(forward)) {
            self.go_to(place);
        }
    }

    /// Does a question or something else lie over the release?
    pub(super) fn lies_over(&self) -> bool {
        self.desk.question.is_some() || self.desk.aside.is_some()
    }

    /// What had the focus before something lay over it has it again afterwards.
    pub(super) fn keep_focus(&mut self, ctx: &egui::Context) {
        if self.desk.question.is_some() {
            self.desk.aside = None;
        }
        let lies_over = self.lies_over();
        match (std::mem::replace(&mut self.lay_over, lies_over), lies_over) {
            (false, true) => {
                let focused = ctx.memory(egui::Memory::focused);
                self.focus_below = ui::take_focus_before(ctx).or(focused);
                // What lies over it takes the focus where nothing has it.
                let_go(ctx);
            }
            (true, false) => let_go(ctx),
            // One frame later, because until then egui gives no focus to what lay below; unless it went elsewhere meanwhile.
            (false, false) => {
                let is_free = self.desk.focus.is_none() && ctx.memory(egui::Memory::focused).is_none();
                if let Some(below) = self.focus_below.take().filter(|_| is_free) {
                    ctx.memory_mut(|memory| memory.request_focus(below));
                    ctx.request_repaint();
                }
            }
            (true, true) => {}
        }
    }
}

/// Nothing has the focus any more.
fn let_go(ctx: &egui::Context) {
    if let Some(focused) = ctx.memory(egui::Memory::focused) {
        ctx.memory_mut(|memory| memory.surrender_focus(focused));
    }
    ctx.request_repaint();
}
