//! In which language the panels speak.

use egui::{Context, Id, Ui};

use crate::words::{Locale, Particular};

fn key() -> Id {
    Id::unique("the language of the window")
}

/// From now on the panels speak this language.
pub fn set_locale(ctx: &Context, locale: Locale) {
    ctx.data_mut(|data| data.insert_temp(key(), locale));
}

/// The language in which the panels speak.
pub(super) fn locale(ui: &Ui) -> Locale {
    ui.data(|data| data.get_temp(key())).unwrap_or_default()
}

/// Words without particulars.
pub(super) fn say(ui: &Ui, key: &'static str) -> &'static str {
    locale(ui).say(key)
}

/// Words with a name or a number in them.
pub(super) fn tell(ui: &Ui, key: &'static str, particulars: &[(&'static str, Particular)]) -> String {
    locale(ui).tell(key, particulars)
}
