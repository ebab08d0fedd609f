//! Taking somebody from the register into the form: a button, a field for a few letters, and what they find.

use egui::{Button, Key, Modifiers, Popup, PopupCloseBehavior, Response, RichText, ScrollArea, TextEdit, Ui, vec2};
use uuid::Uuid;

use crate::ui::matching;
use crate::ui::strings::say;
use crate::ui::theme::{colours, size, space};
use crate::ui::widgets::scrolled;

/// As many as anybody looks through.
const MOST: usize = 40;

/// One who can be taken.
pub(in crate::ui) struct Offered<'a> {
    pub(in crate::ui) id: Uuid,
    pub(in crate::ui) name: &'a str,
    /// What tells them from others.
    pub(in crate::ui) about: String,
    /// All words by which somebody looks for them.
    pub(in crate::ui) words: Vec<&'a str>,
}

#[derive(Clone, Default)]
struct Search {
    typed: String,
    marked: usize,
    begun: bool,
}

/// A quiet button with this name, and the search under it; who was taken.
pub(in crate::ui) fn button(ui: &mut Ui, words: &str, offered: &[Offered<'_>]) -> Option<Uuid> {
    let button = Button::new(RichText::new(words).color(colours(ui).accent)).frame(false);
    let response = ui.add(button);
    let popup = Popup::default_response_id(&response);
    let picked = Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(380.0)
        .show(|ui| search(ui, &response, offered))
        .and_then(|shown| shown.inner);
    if picked.is_some() {
        Popup::close_id(ui.ctx(), popup);
    }
    if !Popup::is_id_open(ui.ctx(), popup) {
        ui.data_mut(|data| data.remove::<Search>(popup.with("search")));
    }
    picked
}

fn search(ui: &mut Ui, opener: &Response, offered: &[Offered<'_>]) -> Option<Uuid> {
    ui.spacing_mut().item_spacing.y = space::TIGHT;
    let key = Popup::default_response_id(opener).with("search");
    let mut search: Search = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let mut found = matching::found(&search.typed, offered.iter().map(|one| one.words.iter().copied()));
    found.truncate(MOST);
    let (down, up, enter) = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        // The Enter that opened the search takes nobody: it was pressed before anybody was in sight.
        (pressed(Key::ArrowDown), pressed(Key::ArrowUp), search.begun && pressed(Key::Enter))
    });
    if !found.is_empty() {
        search.marked = (search.marked + usize::from(down) + if up { found.len() - 1 } else { 0 }) % found.len();
    }
    let before = search.typed.clone();
    let hint = say(ui, "register-find");
    let field = TextEdit::singleline(&mut search.typed).id(key).hint_text(hint).desired_width(f32::INFINITY);
    let response = field.return_key(None).show(ui).response.response.accessible_name(hint);
    if response.has_focus() {
        search.begun = true;
    } else if !search.begun {
        response.request_focus();
    }
    if search.typed != before {
        search.marked = 0;
    }
    let mut picked = enter.then_some(search.marked);
    scrolled(ui, ScrollArea::vertical().max_height(280.0), |ui| {
        for (place, one) in found.iter().filter_map(|at| offered.get(*at)).enumerate() {
            let marked = place == search.marked;
            let about = RichText::new(format!("  {}", one.about)).size(size::SMALL).color(colours(ui).muted);
            let button = Button::selectable(marked, (one.name, about)).truncate();
            let row = ui.add(button.min_size(vec2(ui.available_width(), 30.0))).accessible_name(one.name);
            if marked && (down || up) {
                row.scroll_to_me(None);
            }
            if row.clicked() {
                picked = Some(place);
            }
        }
        if found.is_empty() {
            ui.label(RichText::new(say(ui, "register-nothing-found")).size(size::SMALL).color(colours(ui).muted));
        }
    });
    ui.data_mut(|data| data.insert_temp(key, search));
    picked.and_then(|place| found.get(place)).and_then(|at| offered.get(*at)).map(|one| one.id)
}
