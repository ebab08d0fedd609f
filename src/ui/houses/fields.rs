//! The fields of a house: its names, its page, and how it writes in each language.

use egui::{Button, Label, RichText, TextEdit, Ui, vec2};

use crate::desk::in_order;
use crate::house::{
    Colour, Face, House, HouseError, Letterhead, Margins, Paper, Pattern, ReleaseLinePlace, Sizes, Style,
};
use crate::language::Language;
use crate::release::{Lang, Text};
use crate::ui::register::entry::by_langs;
use crate::ui::strings::{locale, say};
use crate::ui::theme::{self, colours, size, space};
use crate::ui::widgets::{choice, labelled, read_field, row, text_field};

/// A pattern of a style: how the house's own check calls it, the key of its words, the values that it knows, and where it is.
type PatternField = (&'static str, &'static str, &'static str, fn(&mut Style) -> &mut Pattern);

const PATTERNS: [PatternField; 13] = [
    ("release_line", "house-release-line", "{kind} {embargo} {date} {dash}", |style| &mut style.release_line),
    ("dateline", "house-dateline", "{place} {date} {dash}", |style| &mut style.dateline),
    ("date", "house-date", "{day} {month} {month_short} {day_number} {month_number} {year}", |style| &mut style.date),
    ("time", "house-time", "{hour} {hour12} {minute} {past} {half}", |style| &mut style.time),
    ("embargo", "house-embargo", "{date} {time} {zone}", |style| &mut style.embargo),
    ("quote: after", "house-quote-after", QUOTE, |style| &mut style.quote.after),
    ("quote: before", "house-quote-before", QUOTE, |style| &mut style.quote.before),
    (
        "quote: split",
        "house-quote-split",
        "{first} {rest} {pause} {open} {close} {verb} {speaker} {title} {tail}",
        |style| &mut style.quote.split,
    ),
    ("quote: alone", "house-quote-alone", "{open} {quote} {close} {stop}", |style| &mut style.quote.alone),
    ("caption", "house-caption", "{caption} {credit} {rights} {dash}", |style| &mut style.caption),
    ("contact", "house-contact", "{unit} {person} {phone} {email} {web} {dash}", |style| &mut style.contact),
    ("closing", "house-closing", "{contacts} {credits} {unit} {phone} {email} {web} {dash}", |style| {
        &mut style.closing
    }),
    ("page", "house-page", "{page} {pages}", |style| &mut style.page),
];
const QUOTE: &str = "{open} {quote} {close} {comma} {stop} {verb} {speaker} {title} {tail} {dash}";

pub(super) fn show(ui: &mut Ui, house: &mut House, lang: &mut Option<Lang>) {
    let wrong = match house.check() {
        Err(HouseError::Pattern { lang, field, error }) => Some((lang, field, error.message())),
        Err(HouseError::Letterhead { .. }) | Ok(()) => None,
    };
    let House { name, organisation, web, contacts: _, letterhead, styles } = house;
    let langs = in_order(styles.keys());
    part(ui, say(ui, "house-part-names"));
    by_langs(ui, say(ui, "house-name"), None, name, &langs);
    by_langs(ui, say(ui, "house-organisation"), None, organisation, &langs);
    text_field(ui, say(ui, "field-web"), web, "example.org");
    part(ui, say(ui, "house-part-page"));
    page(ui, letterhead);
    part(ui, say(ui, "house-part-style"));
    ui.horizontal_wrapped(|ui| {
        for one in &langs {
            let is_shown = lang.as_ref() == Some(one);
            if ui.add(Button::selectable(is_shown, Language::own_name_of(one)).min_size(vec2(0.0, 30.0))).clicked() {
                *lang = Some(one.clone());
            }
        }
    });
    if let Some((one, style)) = lang.as_ref().and_then(|lang| Some((lang, styles.get_mut(lang)?))) {
        let wrong = wrong.filter(|(where_, ..)| where_ == one);
        ui.push_id(one, |ui| show_style(ui, style, wrong.map(|(_, field, why)| (field, why.in_locale(locale(ui))))));
    }
}

fn part(ui: &mut Ui, words: &str) {
    ui.add_space(space::NEAR);
    let response = ui.label(RichText::new(words).font(theme::semibold(size::SECTION)));
    crate::ui::guide::say_heading(&response, 2, words);
}

fn page(ui: &mut Ui, letterhead: &mut Letterhead) {
    let Letterhead {
        logo,
        logo_height_mm,
        colour,
        paper,
        margins_mm,
        face,
        sizes_pt,
        release_line,
        justified,
        hyphenated,
    } = letterhead;
    row(ui, [1.0, 1.0], |ui, column| match column {
        0 => {
            let words = |paper: Paper| match paper {
                Paper::A4 => "house-paper-a4",
                Paper::Letter => "house-paper-letter",
            };
            let label = say(ui, "house-paper");
            choice(ui, label, label, say(ui, words(*paper)), |ui| {
                for one in [Paper::A4, Paper::Letter] {
                    let words = say(ui, words(one));
                    ui.selectable_value(paper, one, words);
                }
            });
        }
        _ => {
            let words = |face: Face| match face {
                Face::Serif => "house-face-serif",
                Face::Sans => "house-face-sans",
            };
            let label = say(ui, "house-face");
            choice(ui, label, label, say(ui, words(*face)), |ui| {
                for one in [Face::Serif, Face::Sans] {
                    let words = say(ui, words(one));
                    ui.selectable_value(face, one, words);
                }
            });
        }
    });
    row(ui, [1.0, 1.0, 1.0], |ui, column| match column {
        0 => colour_field(ui, colour),
        1 => {
            text_field(ui, say(ui, "house-logo"), logo, "logo.svg");
        }
        _ => number(ui, say(ui, "house-logo-height"), logo_height_mm),
    });
    let Margins { top, right, bottom, left } = margins_mm;
    row(ui, [1.0; 4], |ui, column| match column {
        0 => number(ui, say(ui, "house-margin-top"), top),
        1 => number(ui, say(ui, "house-margin-right"), right),
        2 => number(ui, say(ui, "house-margin-bottom"), bottom),
        _ => number(ui, say(ui, "house-margin-left"), left),
    });
    let Sizes { headline, subhead, text, small } = sizes_pt;
    row(ui, [1.0; 4], |ui, column| match column {
        0 => number(ui, say(ui, "house-size-headline"), headline),
        1 => number(ui, say(ui, "house-size-subhead"), subhead),
        2 => number(ui, say(ui, "house-size-text"), text),
        _ => number(ui, say(ui, "house-size-small"), small),
    });
    ui.checkbox(justified, say(ui, "house-justified"));
    ui.checkbox(hyphenated, say(ui, "house-hyphenated"));
    let mut every = *release_line == ReleaseLinePlace::EveryPage;
    if ui.checkbox(&mut every, say(ui, "house-line-every-page")).changed() {
        *release_line = if every { ReleaseLinePlace::EveryPage } else { ReleaseLinePlace::AboveHeadline };
    }
}

/// The colour as it is written on the web, with a drop of it beside the field.
fn colour_field(ui: &mut Ui, colour: &mut Colour) {
    let read = |typed: &str| Colour::try_from(typed.trim().to_lowercase()).ok();
    let field = read_field(ui, say(ui, "house-colour"), colour, "#1f4e8c", Colour::to_string, read);
    let Colour([red, green, blue]) = *colour;
    let drop = egui::Rect::from_center_size(field.rect.right_center() - vec2(17.0, 0.0), vec2(18.0, 18.0));
    ui.painter().rect_filled(drop, 4, theme::of_house([red, green, blue]));
}

fn number(ui: &mut Ui, label: &str, value: &mut f32) {
    let print = |value: &f32| format!("{:.2}", value).trim_end_matches('0').trim_end_matches('.').to_owned();
    let read = |typed: &str| typed.trim().replace(',', ".").parse::<f32>().ok().filter(|value| value.is_finite());
    read_field(ui, label, value, "", print, read);
}

fn show_style(ui: &mut Ui, style: &mut Style, wrong: Option<(&'static str, String)>) {
    words(ui, say(ui, "house-boilerplate-heading"), &mut style.boilerplate_heading);
    boilerplate(ui, &mut style.boilerplate);
    let mut verbs = style.quote.verbs.join(", ");
    if text_field(ui, say(ui, "house-verbs"), &mut verbs, "").changed() {
        // An empty one stays while the next is being typed; it is left out when the house is saved.
        style.quote.verbs = verbs.split(", ").map(str::to_owned).collect();
    }
    let Style { kinds, dash, end_mark, notes_heading, contacts_heading, photos_heading, .. } = style;
    row(ui, [1.0, 1.0, 1.0], |ui, column| match column {
        0 => words(ui, say(ui, "house-kind-release"), &mut kinds.release),
        1 => words(ui, say(ui, "house-kind-advisory"), &mut kinds.advisory),
        _ => words(ui, say(ui, "house-kind-statement"), &mut kinds.statement),
    });
    row(ui, [1.0, 1.0, 1.0], |ui, column| match column {
        0 => words(ui, say(ui, "house-notes-heading"), notes_heading),
        1 => words(ui, say(ui, "house-contacts-heading"), contacts_heading),
        _ => words(ui, say(ui, "house-photos-heading"), photos_heading),
    });
    row(ui, [1.0, 1.0], |ui, column| match column {
        0 => words(ui, say(ui, "house-dash"), dash),
        _ => words(ui, say(ui, "house-end-mark"), end_mark),
    });
    ui.add(Label::new(RichText::new(say(ui, "house-patterns-hint")).size(size::SMALL).color(colours(ui).muted)).wrap());
    for (field, key, values, at) in PATTERNS {
        let pattern = at(style);
        let mut source = pattern.source().to_owned();
        if text_field(ui, say(ui, key), &mut source, "").on_hover_text(values).changed() {
            *pattern = Pattern::from(source);
        }
        if let Some((_, why)) = wrong.as_ref().filter(|(wrong, _)| *wrong == field) {
            ui.add(Label::new(RichText::new(why).size(size::SMALL).color(colours(ui).error)).wrap());
        }
    }
}

fn words(ui: &mut Ui, label: &str, words: &mut String) {
    text_field(ui, label, words, "");
}

fn boilerplate(ui: &mut Ui, Text(text): &mut Text) {
    labelled(ui, say(ui, "house-boilerplate"), |ui| {
        ui.add(TextEdit::multiline(text).desired_rows(3).desired_width(f32::INFINITY).margin(egui::Margin::same(10)))
    });
}
