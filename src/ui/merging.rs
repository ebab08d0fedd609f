//! Two texts of the release side by side: where they differ, whose is to stand there, and one text of both.

use egui::text::LayoutJob;
use egui::{Button, FontId, Label, RichText, ScrollArea, Stroke, TextFormat, Ui, vec2};

use super::command::Command;
use super::details::{date_words, kind_key, status_key};
use super::icons::Icon;
use super::settings::{heading, over};
use super::strings::{locale, say, tell};
use super::theme::{self, Colours, colours, size, space};
use super::versions::columns;
use super::widgets::{ask, ask_mainly, icon_button, scrolled};
use crate::desk::{Aside, ChangedBy, Company, Desk, Merging, Part, Side, Spot};
use crate::language::Language;
use crate::newsroom::{CopyOrigin, SideCopy};
use crate::release::{BlockKind, Lang, Release};

pub(super) fn show(ui: &mut Ui, desk: &mut Desk, commands: &mut Vec<Command>) {
    if desk.aside != Some(Aside::Merge) {
        return;
    }
    let Desk { merging: Some(merging), company, .. } = desk else { return };
    let room = ui.ctx().content_rect().size() - vec2(88.0, 88.0);
    let modal = over(ui, "merging", say(ui, "several-merge-title")).show(ui.ctx(), |ui| {
        ui.set_width(room.x.min(1000.0));
        ui.set_height(room.y.min(760.0));
        ui.horizontal(|ui| {
            heading(ui, say(ui, "several-merge-title"));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if icon_button(ui, Icon::Close, say(ui, "aside-close")).clicked() {
                    commands.push(Command::Cancel);
                }
            });
        });
        ui.add_space(space::TIGHT);
        which(ui, merging, company, commands);
        ui.add(Label::new(RichText::new(summary(ui, merging)).color(colours(ui).muted)).wrap());
        ui.add_space(space::NEAR);
        buttons(ui, merging, commands);
        ui.add_space(space::NEAR);
        heads(ui);
        let area = ScrollArea::vertical().id_salt("merging").auto_shrink(false);
        scrolled(ui, area, |ui| {
            let (mine, theirs) = (&merging.mine, &merging.theirs);
            for part in &mut merging.parts {
                one(ui, part, mine, theirs);
            }
        });
    });
    if modal.should_close() {
        commands.push(Command::Cancel);
    }
}

/// Whose text it is; where there are several, the one that is shown can be chosen.
fn which(ui: &mut Ui, merging: &Merging, company: &Company, commands: &mut Vec<Command>) {
    if company.copies.len() < 2 {
        ui.add(Label::new(copy_name(ui, &merging.copy)).wrap());
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for copy in &company.copies {
            let is_shown = copy.file == merging.copy.file;
            if ui.add(Button::selectable(is_shown, copy_name(ui, copy))).clicked() && !is_shown {
                commands.push(Command::AskMerge(Some(copy.file.clone())));
            }
        }
    });
}

fn copy_name(ui: &Ui, copy: &SideCopy) -> String {
    let key = match copy.origin {
        CopyOrigin::Dateline => "several-copy-ours",
        CopyOrigin::OneDrive => "several-copy-onedrive",
        CopyOrigin::Dropbox => "several-copy-dropbox",
        CopyOrigin::Syncthing => "several-copy-syncthing",
    };
    tell(ui, key, &[("about", copy.about.as_str().into())])
}

fn summary(ui: &Ui, merging: &Merging) -> String {
    if merging.parts.is_empty() {
        return say(ui, "several-merge-same").to_owned();
    }
    if !merging.has_base {
        return say(ui, "several-merge-no-base").to_owned();
    }
    let both = merging.parts.iter().filter(|part| part.changed_by == ChangedBy::Both).count();
    match both {
        0 => say(ui, "several-merge-apart").to_owned(),
        count => tell(ui, "several-merge-both", &[("count", count.into())]),
    }
}

fn buttons(ui: &mut Ui, merging: &mut Merging, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        let merge = ui.add_enabled_ui(!merging.parts.is_empty(), |ui| ask_mainly(ui, Command::Merge, commands)).inner;
        if ui.memory(|memory| memory.focused().is_none()) {
            merge.request_focus();
        }
        for (side, key) in [(Side::Mine, "several-all-mine"), (Side::Theirs, "several-all-theirs")] {
            if ui.add(Button::new(say(ui, key)).selected(merging.is_all(side))).clicked() {
                merging.choose_all(side);
            }
        }
        ask(ui, Command::DiscardCopy, commands);
    });
}

fn heads(ui: &mut Ui) {
    columns(ui, |ui, side| {
        let words = say(ui, if side == 0 { "several-here" } else { "several-there" });
        ui.label(RichText::new(words).font(theme::semibold(size::BODY)));
    });
}

fn one(ui: &mut Ui, part: &mut Part, mine: &Release, theirs: &Release) {
    ui.separator();
    let label = label(ui, &part.spot, mine, theirs);
    let (changed, colour) = match part.changed_by {
        ChangedBy::Me => (Some("several-changed-here"), colours(ui).muted),
        ChangedBy::Them => (Some("several-changed-there"), colours(ui).muted),
        ChangedBy::Both => (Some("several-changed-both"), colours(ui).warning),
        ChangedBy::Somebody => (None, colours(ui).muted),
    };
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(&label).font(theme::semibold(size::SMALL)));
        if let Some(key) = changed {
            ui.label(RichText::new(say(ui, key)).size(size::SMALL).color(colour));
        }
    });
    columns(ui, |ui, side| text(ui, part, if side == 0 { mine } else { theirs }, side));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::INSET;
        for side in part.sides() {
            let words = say(
                ui,
                match side {
                    Side::Mine => "several-mine",
                    Side::Theirs => "several-theirs",
                    Side::Both => "several-both",
                },
            );
            let radio = ui.radio(part.side == *side, words).accessible_name(format!("{label}: {words}"));
            if radio.clicked() {
                part.side = *side;
            }
        }
    });
    ui.add_space(space::TIGHT);
}

/// What the place is called; in a release of several languages with its language.
fn label(ui: &Ui, spot: &Spot, mine: &Release, theirs: &Release) -> String {
    let words = match spot {
        Spot::Kind => say(ui, "several-kind").to_owned(),
        Spot::Issued => say(ui, "field-date").to_owned(),
        Spot::Embargo => say(ui, "field-embargo-short").to_owned(),
        Spot::Status => say(ui, "field-status").to_owned(),
        Spot::House => say(ui, "field-house").to_owned(),
        Spot::Edition(_) => say(ui, "several-edition").to_owned(),
        Spot::Headline(_) => say(ui, "field-headline").to_owned(),
        Spot::Subhead(_) => say(ui, "field-subhead").to_owned(),
        Spot::Place(_) => say(ui, "field-place").to_owned(),
        Spot::Block(lang, id) => {
            let at = |release: &Release| block_label(ui, release, lang, |block| block.id == *id);
            at(mine).or_else(|| at(theirs)).unwrap_or_default()
        }
        Spot::Order(_) => say(ui, "several-order").to_owned(),
        Spot::Notes(_) => say(ui, "section-notes").to_owned(),
        Spot::Speaker(_) => say(ui, "field-quote-speaker").to_owned(),
        Spot::Photo(id) => {
            let at = |release: &Release| release.photos.iter().position(|photo| photo.id == *id);
            let number = at(mine).or_else(|| at(theirs)).map_or(1, |place| place + 1);
            tell(ui, "card-photo", &[("number", number.into())])
        }
        Spot::Contacts => say(ui, "several-contacts").to_owned(),
    };
    match spot.lang() {
        Some(lang) if mine.editions.len().max(theirs.editions.len()) > 1 => {
            format!("{words} · {}", Language::own_name_of(lang))
        }
        Some(_) | None => words,
    }
}

fn block_label(
    ui: &Ui,
    release: &Release,
    lang: &Lang,
    is_it: impl Fn(&crate::release::Block) -> bool,
) -> Option<String> {
    let body = &release.edition(lang)?.body;
    let place = body.iter().position(is_it)?;
    let key = match body[place].kind {
        BlockKind::Paragraph(_) => "card-paragraph",
        BlockKind::Quote(_) => "card-quote",
        BlockKind::Heading(_) => "card-heading",
        BlockKind::List { .. } => "card-list",
        BlockKind::Photo(_) => "card-photo",
    };
    Some(tell(ui, key, &[("number", (place + 1).into())]))
}

/// What differs is underlined: not by colour alone.
fn text(ui: &mut Ui, part: &Part, release: &Release, side: usize) {
    let colours = colours(ui);
    let is_there = if side == 0 { part.is_there.0 } else { part.is_there.1 };
    let runs = if side == 0 { &part.compared.then } else { &part.compared.now };
    let differ = part.compared.then != part.compared.now;
    let quiet = |words: &str| RichText::new(words).color(colours.muted);
    match &part.spot {
        Spot::Kind => drop(ui.label(say(ui, kind_key(release.kind)))),
        Spot::Status => drop(ui.label(say(ui, status_key(release.status)))),
        Spot::Issued => drop(ui.label(date_words(release.issued, locale(ui)))),
        Spot::Embargo
        | Spot::House
        | Spot::Edition(_)
        | Spot::Headline(_)
        | Spot::Subhead(_)
        | Spot::Place(_)
        | Spot::Block(..)
        | Spot::Order(_)
        | Spot::Notes(_)
        | Spot::Speaker(_)
        | Spot::Photo(_)
        | Spot::Contacts => {
            if !is_there || runs.iter().all(|(words, _)| words.is_empty()) {
                ui.label(quiet("–"));
            } else {
                ui.add(Label::new(marked(runs, colours)).wrap());
                if !differ && side == 1 {
                    ui.add(Label::new(quiet(say(ui, "several-same-words"))).wrap());
                }
            }
        }
    }
}

fn marked(runs: &[(String, bool)], colours: Colours) -> LayoutJob {
    let plain = TextFormat { font_id: FontId::proportional(size::BODY), color: colours.text, ..TextFormat::default() };
    let other = TextFormat {
        color: colours.accent,
        underline: Stroke::new(1.5, colours.accent),
        font_id: theme::semibold(size::BODY),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    for (words, differs) in runs {
        job.append(words, 0.0, if *differs { other.clone() } else { plain.clone() });
    }
    job
}
