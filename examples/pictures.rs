//! Takes pictures of the window: every size, light and dark, three languages, empty and full.
//!
//! `cargo run --example pictures -- FOLDER [SCENE [LANGUAGE [WIDTH]]]`, for example `pictures shots sample kk 1100`.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a picture that cannot be taken stops the shoot")]

#[path = "../tests/support/scenes.rs"]
mod scenes;

use dateline::newsroom::ThemeChoice;
use dateline::words::Locale;
use scenes::{SIZES, Scene, resize, stage, until};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = arguments.first().map_or("pictures", String::as_str);
    std::fs::create_dir_all(folder).unwrap();
    let wanted = |index: usize, name: &str| arguments.get(index).is_none_or(|asked| asked == name || asked == "all");
    for scene in Scene::ALL.into_iter().filter(|scene| wanted(1, scene.name())) {
        for locale in Locale::ALL.into_iter().filter(|locale| wanted(2, locale.tag())) {
            let mut harness = stage(scene, locale, true);
            for size in SIZES.into_iter().filter(|size| wanted(3, &size.0.to_string())) {
                for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
                    resize(&mut harness, size, theme);
                    if scene != Scene::Welcome {
                        until(&mut harness, "the page is set", |app| {
                            app.sheets.wish().pixels_per_point <= 0.0 || app.page_is_current()
                        });
                    }
                    let name = format!("{}-{}-{}x{}@{}-{theme:?}", scene.name(), locale.tag(), size.0, size.1, size.2);
                    let file = std::path::Path::new(folder).join(name.to_lowercase() + ".png");
                    harness.render().unwrap().save(&file).unwrap();
                    println!("{}", file.display());
                }
            }
        }
    }
}
