//! The words of one photo, in one language or in all of them.

use egui::{Rect, Response, RichText, Ui, Vec2};
use jiff::civil::Date;

use super::key;
use crate::check::Place;
use crate::release::{ByLang, Lang, MadeByAi, Photo, PhotoField, Standing};
use crate::ui::details::{date_words, read_optional_date};
use crate::ui::form::lead_to;
use crate::ui::icons::Icon;
use crate::ui::people::by_lang;
use crate::ui::strings::{locale, say, tell};
use crate::ui::theme::{colours, size};
use crate::ui::top_bar::own_name;
use crate::ui::widgets::{choice, read_field, row, words_field};

/// Draws the fields. With several languages, caption and alternative text stand once for each.
pub(super) fn show(
    ui: &mut Ui,
    number: usize,
    photo: &mut Photo,
    langs: &[Lang],
    shown_at_end: bool,
    focus: &mut Option<Place>,
) {
    let named = |ui: &Ui, key| tell(ui, key, &[("number", number.into())]);
    for lang in langs {
        let field = Spoken { lang, langs, number, field: PhotoField::Caption };
        let words: fn(&mut Photo) -> &mut ByLang = |photo| &mut photo.caption;
        let caption = field.show(ui, "field-caption", "hint-caption", "photo-caption", photo, words);
        lead_to(caption, focus, &Place::PhotoCaption(photo.id, lang.clone()));
    }
    for lang in langs {
        let field = Spoken { lang, langs, number, field: PhotoField::Alt };
        let alt = field.show(ui, "field-alt", "hint-alt", "photo-alt", photo, |photo| &mut photo.alt);
        lead_to(alt, focus, &Place::PhotoAlt(photo.id, lang.clone()));
    }
    ui.checkbox(&mut photo.decorative, say(ui, "field-decorative")).accessible_name(named(ui, "photo-decorative"));
    let plain = |ui: &mut Ui, photo: &mut Photo, field, words: Words| {
        let label = marked(ui, say(ui, words.label), photo, field);
        let response = words_field(ui, &label, (words.text)(photo), say(ui, words.hint));
        touched(&response, photo, field);
        response.accessible_name(named(ui, words.name))
    };
    row(ui, [1.0, 1.0], |ui, column| match column {
        0 => {
            let credit = plain(ui, photo, PhotoField::Credit, CREDIT);
            lead_to(credit, focus, &Place::Photo(photo.id));
        }
        _ => {
            plain(ui, photo, PhotoField::Rights, RIGHTS);
        }
    });
    row(ui, [1.0, 1.0], |ui, column| match column {
        0 => {
            plain(ui, photo, PhotoField::City, CITY);
        }
        _ => {
            let locale = locale(ui);
            let print = |taken: &Option<Date>| taken.map(|day| date_words(day, locale)).unwrap_or_default();
            let label = marked(ui, say(ui, "field-taken-on"), photo, PhotoField::Taken);
            let response = read_field(ui, &label, &mut photo.taken, say(ui, "optional"), print, read_optional_date);
            touched(&response, photo, PhotoField::Taken);
            response.accessible_name(named(ui, "photo-taken-on"));
        }
    });
    standing(ui, number, photo, shown_at_end, focus);
    let more = egui::CollapsingHeader::new(RichText::new(say(ui, "photo-more")).size(size::SMALL));
    let signs = [Icon::Closed.image(ui), Icon::Choose.image(ui)];
    let sign = move |ui: &mut Ui, openness: f32, response: &Response| {
        let [closed, open] = &signs;
        let drawing = if openness < 0.5 { closed } else { open }.clone();
        let tint = ui.style().interact(response).fg_stroke.color;
        drawing.tint(tint).paint_at(ui, Rect::from_center_size(response.rect.center(), Vec2::splat(size::BODY)));
    };
    more.id_salt(key(photo.id, "more")).icon(sign).show(ui, |ui| {
        row(ui, [1.0, 1.0], |ui, column| match column {
            0 => {
                plain(ui, photo, PhotoField::Creator, CREATOR);
            }
            _ => {
                plain(ui, photo, PhotoField::Copyright, COPYRIGHT);
            }
        });
        for lang in langs {
            let field = Spoken { lang, langs, number, field: PhotoField::Headline };
            let (label, hint) = ("field-photo-headline", "hint-photo-headline");
            field.show(ui, label, hint, "photo-headline", photo, |photo| &mut photo.headline);
        }
        row(ui, [1.0, 1.0], |ui, column| {
            let (field, words) =
                if column == 0 { (PhotoField::Persons, PERSONS) } else { (PhotoField::Keywords, KEYWORDS) };
            listed(ui, number, photo, field, &words);
        });
        row(ui, [2.0, 1.0], |ui, column| match column {
            0 => {
                plain(ui, photo, PhotoField::Country, COUNTRY);
            }
            _ => {
                plain(ui, photo, PhotoField::Country, COUNTRY_CODE);
            }
        });
        made_by_ai(ui, number, photo);
    });
}

/// A field of one text: its words on the screen, and its place in the photo.
#[derive(Clone, Copy)]
pub(super) struct Words {
    pub(super) label: &'static str,
    pub(super) hint: &'static str,
    pub(super) name: &'static str,
    pub(super) text: fn(&mut Photo) -> &mut String,
}

const CREDIT: Words =
    Words { label: "field-credit", hint: "hint-credit", name: "photo-credit", text: |photo| &mut photo.credit };
const RIGHTS: Words =
    Words { label: "field-rights", hint: "optional", name: "photo-rights", text: |photo| &mut photo.rights };
const CITY: Words =
    Words { label: "field-taken-at", hint: "optional", name: "photo-taken-at", text: |photo| &mut photo.city };
const CREATOR: Words =
    Words { label: "field-creator", hint: "optional", name: "photo-creator", text: |photo| &mut photo.creator };
const COPYRIGHT: Words = Words {
    label: "field-copyright",
    hint: "hint-copyright",
    name: "photo-copyright",
    text: |photo| &mut photo.copyright,
};
const COUNTRY: Words =
    Words { label: "field-country", hint: "optional", name: "photo-country", text: |photo| &mut photo.country };
const COUNTRY_CODE: Words = Words {
    label: "field-country-code",
    hint: "optional",
    name: "photo-country-code",
    text: |photo| &mut photo.country_code,
};

/// What is set for several photos at once.
pub(super) const SHARED: [(PhotoField, Words); 7] = [
    (PhotoField::Credit, CREDIT),
    (PhotoField::Rights, RIGHTS),
    (PhotoField::City, CITY),
    (PhotoField::Country, COUNTRY),
    (PhotoField::Creator, CREATOR),
    (PhotoField::Copyright, COPYRIGHT),
    (PhotoField::Country, COUNTRY_CODE),
];

struct List {
    label: &'static str,
    name: &'static str,
    items: fn(&mut Photo) -> &mut Vec<String>,
}

const PERSONS: List = List { label: "field-persons", name: "photo-persons", items: |photo| &mut photo.persons };
const KEYWORDS: List = List { label: "field-keywords", name: "photo-keywords", items: |photo| &mut photo.keywords };

/// Names with commas between.
fn listed(ui: &mut Ui, number: usize, photo: &mut Photo, field: PhotoField, list: &List) {
    let label = marked(ui, say(ui, list.label), photo, field);
    let name = tell(ui, list.name, &[("number", number.into())]);
    let print = |items: &Vec<String>| items.join(", ");
    let mut typed = kept_as_typed(ui, key(photo.id, list.name), &print((list.items)(photo)));
    let response = words_field(ui, &label, &mut typed, say(ui, "hint-commas")).accessible_name(name);
    if response.changed() {
        let items = typed.split([',', ';']).map(str::trim).filter(|item| !item.is_empty());
        *(list.items)(photo) = items.map(str::to_owned).collect();
    }
    touched(&response, photo, field);
    keep_typed(ui, key(photo.id, list.name), &response, &typed);
}

/// While somebody types, the comma just typed stays; afterwards the list is written as it was understood.
fn kept_as_typed(ui: &Ui, key: egui::Id, understood: &str) -> String {
    ui.data(|data| data.get_temp::<String>(key)).unwrap_or_else(|| understood.to_owned())
}

fn keep_typed(ui: &Ui, key: egui::Id, response: &Response, typed: &str) {
    ui.data_mut(|data| {
        if response.has_focus() {
            data.insert_temp(key, typed.to_owned());
        } else {
            data.remove::<String>(key);
        }
    });
}

/// A field that exists once a language.
struct Spoken<'a> {
    lang: &'a Lang,
    langs: &'a [Lang],
    number: usize,
    field: PhotoField,
}

impl Spoken<'_> {
    fn show(
        &self,
        ui: &mut Ui,
        label: &'static str,
        hint: &'static str,
        name: &'static str,
        photo: &mut Photo,
        words: fn(&mut Photo) -> &mut ByLang,
    ) -> Response {
        let Spoken { lang, langs, number, field } = self;
        let mut label = marked(ui, say(ui, label), photo, *field);
        let mut name = tell(ui, name, &[("number", (*number).into())]);
        if langs.len() > 1 {
            let language = own_name(lang);
            label = format!("{label} – {language}");
            name = format!("{name} – {language}");
        }
        let response = by_lang(ui, &label, words(photo), lang, say(ui, hint));
        touched(&response, photo, *field);
        response.accessible_name(name)
    }
}

/// The label of a field; where its words came from the file, it says so.
fn marked(ui: &Ui, label: &str, photo: &Photo, field: PhotoField) -> String {
    if photo.from_file.contains(&field) {
        format!("{label} · {}", say(ui, "photo-from-file"))
    } else {
        label.to_owned()
    }
}

/// What the writer touches is the writer's.
fn touched(response: &Response, photo: &mut Photo, field: PhotoField) {
    if response.changed() {
        photo.from_file.remove(&field);
    }
}

/// The words of the choice to stand behind the text: a house that shows no photos there says so.
pub(super) fn at_end(shown_at_end: bool) -> &'static str {
    if shown_at_end { "field-end-photo" } else { "field-end-photo-unseen" }
}

/// Where it stands.
fn standing(ui: &mut Ui, number: usize, photo: &mut Photo, shown_at_end: bool, focus: &mut Option<Place>) {
    ui.horizontal_wrapped(|ui| {
        for (standing, words, name) in [
            (Standing::Lead, "field-lead-photo", "photo-lead"),
            (Standing::End, at_end(shown_at_end), "photo-end"),
            (Standing::Attached, "field-attached-photo", "photo-attached"),
        ] {
            let name = tell(ui, name, &[("number", number.into())]);
            let choice = ui.radio_value(&mut photo.standing, standing, say(ui, words)).accessible_name(name);
            if photo.standing == standing {
                lead_to(choice, focus, &Place::PhotoStanding(photo.id));
            }
        }
    });
}

fn made_by_ai(ui: &mut Ui, number: usize, photo: &mut Photo) {
    let label = marked(ui, say(ui, "field-made-by-ai"), photo, PhotoField::MadeByAi);
    let said = |ui: &Ui, made| {
        say(
            ui,
            match made {
                MadeByAi::No => "made-by-ai-no",
                MadeByAi::Partly => "made-by-ai-partly",
                MadeByAi::Wholly => "made-by-ai-wholly",
            },
        )
    };
    let before = photo.made_by_ai;
    let name = tell(ui, "photo-made-by-ai", &[("number", number.into())]);
    let shown = said(ui, photo.made_by_ai);
    choice(ui, &label, &name, shown, |ui| {
        for made in [MadeByAi::No, MadeByAi::Partly, MadeByAi::Wholly] {
            ui.selectable_value(&mut photo.made_by_ai, made, said(ui, made));
        }
    });
    if photo.made_by_ai != before {
        photo.from_file.remove(&PhotoField::MadeByAi);
    }
    if photo.made_by_ai != MadeByAi::No {
        ui.label(RichText::new(say(ui, "made-by-ai-hint")).size(size::SMALL).color(colours(ui).muted));
    }
}
