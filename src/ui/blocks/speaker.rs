//! Who says a quote: found by a few letters of the name or the title in any language, or added without leaving.

use std::sync::Arc;

use egui::{
    Align2, Atom, AtomExt as _, AtomPaintArgs, Button, Event, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response,
    RichText, ScrollArea, TextEdit, Ui, vec2,
};
use uuid::Uuid;

use super::{Around, quote};
use crate::register::Person;
use crate::release::{BlockId, Lang, Speaker, SpeakerId};
use crate::ui::command::Command;
use crate::ui::icons::Icon;
use crate::ui::matching;
use crate::ui::strings::{say, tell};
use crate::ui::theme::{self, colours, size, space};
use crate::ui::widgets::scrolled;

/// What is being looked for.
#[derive(Clone, Default)]
struct Search {
    typed: String,
    /// Which of the found ones Enter takes.
    marked: usize,
    /// The field has had the keyboard; a menu that is only being measured does not take it.
    begun: bool,
}

/// The button that shows who speaks, and the search that opens under it.
pub(super) fn picker(
    ui: &mut Ui,
    block: BlockId,
    chosen: &mut Option<SpeakerId>,
    name: &str,
    around: &mut Around<'_>,
) -> Response {
    let speaker = chosen.and_then(|id| around.speakers.iter().find(|speaker| speaker.id == id));
    let shown =
        speaker.map_or_else(|| say(ui, "choose-speaker").to_owned(), |speaker| called(ui, speaker, around.lang));
    let sign = Icon::Choose.image(ui);
    let button = match speaker {
        Some(_) => Button::new((badge(initials(&shown), false), shown, Atom::grow(), sign)),
        None => Button::new((Icon::AddSpeaker.image(ui), shown, Atom::grow(), sign)),
    };
    let response = quote::chip(ui, button).accessible_name(name);
    let response = response.on_hover_text(say(ui, "tip-speaker"));
    let popup = Popup::default_response_id(&response);
    let key = popup.with("search");
    let was_open = Popup::is_id_open(ui.ctx(), popup);
    // Letters typed on the button begin the search.
    if response.has_focus() && !was_open {
        let letters = |event: &Event| if let Event::Text(typed) = event { Some(typed.clone()) } else { None };
        let typed = ui.input(|input| input.events.iter().find_map(letters)).filter(|typed| !typed.trim().is_empty());
        if let Some(typed) = typed {
            ui.data_mut(|data| data.insert_temp(key, Search { typed, ..Search::default() }));
            Popup::open_id(ui.ctx(), popup);
        }
    }
    let content = Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(response.rect.width().max(380.0))
        .show(|ui| search(ui, key, block, chosen, around));
    let picked = content.is_some_and(|content| content.inner);
    if picked {
        Popup::close_id(ui.ctx(), popup);
    }
    if was_open && !Popup::is_id_open(ui.ctx(), popup) {
        ui.data_mut(|data| data.remove::<Search>(key));
        if around.commands.is_empty() && ui.memory(|memory| memory.focused().is_none() || memory.has_focus(key)) {
            response.request_focus();
        }
    }
    response
}

/// The field and what it finds; true once somebody was picked.
fn search(ui: &mut Ui, key: Id, block: BlockId, chosen: &mut Option<SpeakerId>, around: &mut Around<'_>) -> bool {
    ui.spacing_mut().item_spacing.y = space::TIGHT;
    let known: Option<Search> = ui.data(|data| data.get_temp(key));
    let mut search = known.unwrap_or_default();
    let found = find(&search.typed, around);
    let wanted = search.typed.trim().to_owned();
    let choices = found.len() + usize::from(!wanted.is_empty());
    let (down, up, enter) = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        // The Enter that opened the search picks nobody: it was pressed before anybody was in sight. Letters are in sight at
        // once, and the Enter after them may come with the very next frame.
        let in_sight = search.begun || !search.typed.is_empty();
        (pressed(Key::ArrowDown), pressed(Key::ArrowUp), pressed(Key::Enter) && in_sight)
    });
    if choices > 0 {
        search.marked = (search.marked + usize::from(down) + if up { choices - 1 } else { 0 }) % choices;
    }
    let before = search.typed.clone();
    let field = TextEdit::singleline(&mut search.typed)
        .id(key)
        .hint_text(say(ui, "hint-find-speaker"))
        .desired_width(f32::INFINITY)
        .return_key(None)
        .show(ui);
    let response = field.response.response.accessible_name(say(ui, "find-speaker"));
    if response.has_focus() {
        search.begun = true;
    } else if !search.begun {
        response.request_focus();
    }
    if search.typed != before {
        search.marked = 0;
    }
    let mut picked = enter.then_some(search.marked).filter(|marked| *marked < choices);
    scrolled(ui, ScrollArea::vertical().max_height(280.0), |ui| {
        let mut heading = true;
        for (place, voice) in found.iter().enumerate() {
            if let (true, Voice::Person(_)) = (heading, voice) {
                heading = false;
                ui.label(RichText::new(say(ui, "register-in-picker")).size(size::SMALL).color(colours(ui).muted));
            }
            let (name, title) = voice.words(ui, around);
            if show(ui, &name, &title, place == search.marked) {
                picked = Some(place);
            }
        }
    });
    if !wanted.is_empty() {
        let label = tell(ui, "add-as-speaker", &[("name", wanted.as_str().into())]);
        let words = RichText::new(&label).color(colours(ui).accent);
        let marked = search.marked == found.len();
        let icon = Icon::AddSpeaker.image(ui);
        let button =
            Button::new((icon, words)).image_tint_follows_text_color(true).selected(marked).frame_when_inactive(marked);
        if ui.add(button.min_size(vec2(ui.available_width(), 30.0))).accessible_name(label).clicked() {
            picked = Some(found.len());
        }
    } else if around.speakers.is_empty() {
        ui.label(RichText::new(say(ui, "no-speakers")).size(size::SMALL).color(colours(ui).muted));
    }
    ui.data_mut(|data| data.insert_temp(key, search));
    match picked {
        Some(place) => {
            match found.get(place) {
                Some(Voice::Speaker(id)) => *chosen = Some(*id),
                Some(Voice::Person(person)) => around.commands.push(Command::QuotePerson(block, *person)),
                None => around.commands.push(Command::IntroduceSpeaker(block, wanted)),
            }
            true
        }
        None => false,
    }
}

/// One who was found; true when taken.
fn show(ui: &mut Ui, name: &str, title: &str, marked: bool) -> bool {
    let title = RichText::new(title).size(size::SMALL).color(colours(ui).muted);
    let title = title.atom_shrink(true);
    let button = Button::new((badge(initials(name), marked), name.to_owned(), title, Atom::grow()));
    let button =
        button.selected(marked).frame_when_inactive(marked).truncate().min_size(vec2(ui.available_width(), 30.0));
    let response = ui.add(button).accessible_name(name);
    if marked {
        response.scroll_to_me(None);
    }
    response.clicked()
}

/// Who can say it: a speaker of the release, or somebody whom the newsroom knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Voice {
    Speaker(SpeakerId),
    Person(Uuid),
}

impl Voice {
    /// Name and title in the language of the edition.
    fn words(self, ui: &Ui, around: &Around<'_>) -> (String, String) {
        match self {
            Voice::Speaker(id) => {
                let speaker = around.speakers.iter().find(|speaker| speaker.id == id);
                speaker.map_or_else(Default::default, |speaker| {
                    (called(ui, speaker, around.lang), speaker.title.best(around.lang).to_owned())
                })
            }
            Voice::Person(id) => around.register.person(id).map_or_else(Default::default, |person| {
                let title = person.title_on(around.issued).map(|tenure| tenure.title.best(around.lang).to_owned());
                (person.name.best(around.lang).to_owned(), title.unwrap_or_default())
            }),
        }
    }
}

/// How a speaker is called here.
fn called(ui: &Ui, speaker: &Speaker, lang: &Lang) -> String {
    let name = speaker.name.best(lang).trim();
    if name.is_empty() { say(ui, "unnamed-speaker").to_owned() } else { name.to_owned() }
}

/// Initials on a round ground, which is another one on what is marked.
fn badge(initials: String, marked: bool) -> Atom<'static> {
    const ROUND: f32 = 22.0;
    let initials: Arc<str> = initials.into();
    Atom::paint(vec2(ROUND, ROUND), move |ui: &Ui, args: AtomPaintArgs| {
        let (centre, colours) = (args.rect.center(), colours(ui));
        let ground = if marked { colours.surface } else { colours.chosen };
        ui.painter().circle_filled(centre, ROUND / 2.0, ground);
        ui.painter().text(centre, Align2::CENTER_CENTER, &initials, theme::semibold(10.0), colours.text);
    })
}

/// The first letters of the first two names.
fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|part| part.chars().find(|letter| letter.is_alphanumeric()))
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
}

/// As many people of the register as anybody looks through.
const MOST_PEOPLE: usize = 40;

/// The voices whose name or title in any language has these letters, the best first: those of the release, then those of
/// the register.
fn find(typed: &str, around: &Around<'_>) -> Vec<Voice> {
    let speakers = matching::found(typed, around.speakers.iter().map(words_of_speaker));
    let known: Vec<Uuid> =
        around.speakers.iter().filter_map(|speaker| around.register.person_of(speaker)).map(|known| known.id).collect();
    let people: Vec<&Person> = around.register.people.iter().filter(|person| !known.contains(&person.id)).collect();
    let mut found: Vec<Voice> =
        speakers.iter().filter_map(|at| around.speakers.get(*at)).map(|speaker| Voice::Speaker(speaker.id)).collect();
    let people_found = matching::found(typed, people.iter().map(|person| person.words()));
    found.extend(
        people_found.iter().take(MOST_PEOPLE).filter_map(|at| people.get(*at)).map(|one| Voice::Person(one.id)),
    );
    found
}

fn words_of_speaker(speaker: &Speaker) -> impl Iterator<Item = &str> {
    speaker.name.iter().chain(speaker.title.iter()).map(|(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::ByLang;

    fn speaker(id: u32, words: [(&str, &str, &str); 2]) -> Speaker {
        let lang = |tag: &str| tag.parse::<Lang>().unwrap();
        let (mut name, mut title) = (ByLang::EMPTY, ByLang::EMPTY);
        for (tag, called, office) in words {
            name.set(&lang(tag), called.into());
            title.set(&lang(tag), office.into());
        }
        Speaker { name, title, ..Speaker::new(SpeakerId(id)) }
    }

    #[test]
    fn a_few_letters_of_name_or_title_in_any_language_find_a_speaker() {
        let speakers = [
            speaker(
                1,
                [
                    ("ru", "Айгуль Тестова", "глава городского совета"),
                    ("kk", "Айгүл Тестова", "қалалық кеңес төрайымы"),
                ],
            ),
            speaker(2, [("ru", "Пётр Примеров", "директор"), ("en", "Pyotr Primerov", "director")]),
        ];
        for (typed, expected) in [
            ("айг", vec![0]),
            ("ТЕСТ", vec![0]),
            ("кеңес", vec![0]),
            ("prim", vec![1]),
            ("директ", vec![1]),
            ("", vec![0, 1]),
            ("щщщ", vec![]),
        ] {
            assert_eq!(matching::found(typed, speakers.iter().map(words_of_speaker)), expected, "{typed}");
        }
    }

    #[test]
    fn initials_are_of_the_first_two_names() {
        assert_eq!(initials("Айгуль Тестова"), "АТ");
        assert_eq!(initials("әлия  «ұлы» өмірова"), "ӘҰ");
        assert_eq!(initials(""), "");
    }
}
