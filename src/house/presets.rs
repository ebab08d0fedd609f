//! The houses that come with the program, as RON files that a person can read, copy and change.

use crate::release::Lang;

/// A house that comes with the program.
#[derive(Debug)]
pub struct Preset {
    /// What a release writes to name it.
    pub name: &'static str,
    /// Its file, word by word.
    pub ron: &'static str,
}

/// All of them, in the order in which a form offers them.
pub const PRESETS: [Preset; 5] = [
    Preset { name: "kazakhstan", ron: include_str!("../../assets/houses/kazakhstan.ron") },
    Preset { name: "ap", ron: include_str!("../../assets/houses/ap.ron") },
    Preset { name: "eu", ron: include_str!("../../assets/houses/eu.ron") },
    Preset { name: "german", ron: include_str!("../../assets/houses/german.ron") },
    Preset { name: "french", ron: include_str!("../../assets/houses/french.ron") },
];

/// The preset for a release that names no house; `None` where neutral rules have to do.
pub fn usual_preset(lang: &Lang) -> Option<&'static Preset> {
    let name = match lang.primary() {
        "kk" | "ru" => "kazakhstan",
        "en" => "ap",
        "de" => "german",
        "fr" => "french",
        _ => return None,
    };
    PRESETS.iter().find(|preset| preset.name == name)
}
