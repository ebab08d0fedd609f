//! The window as people see it: small and large, light and dark, in three languages, empty and full.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::panic, reason = "a test or a picture may stop")]

use std::time::{Duration, Instant};

use dateline::app::{App, Start};
use dateline::check::Place;
use dateline::desk::{AfterSaving, GuidePage, Open};
use dateline::newsroom::ThemeChoice;
use dateline::release::{Block, BlockId, BlockKind, ByLang, Text};
use dateline::ui::Command;
use dateline::words::Locale;
use egui_kittest::Harness;
use jiff::civil::date;

/// Sizes in points, and pixels for a point: from the smallest window to a screen of 3840 by 2160 at 200 %.
pub const SIZES: [(f32, f32, f32); 5] =
    [(800.0, 600.0, 1.0), (1100.0, 700.0, 1.0), (1440.0, 900.0, 1.0), (1920.0, 1080.0, 1.0), (1920.0, 1080.0, 2.0)];

/// What lies on the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// Nothing.
    Welcome,
    /// The sample.
    Sample,
    /// A release of 200 blocks.
    Long,
    /// Names and words longer than anybody expects.
    LongNames,
    /// The photos of the sample, large.
    Photos,
    /// The sample under the export dialog.
    Export,
    /// The sample under the list of commands.
    Palette,
    /// The sample under the settings.
    Settings,
    /// The sample under the guide.
    Guide,
    /// The sample under the question about unsaved words.
    Unsaved,
}

impl Scene {
    pub const ALL: [Scene; 10] = [
        Scene::Welcome,
        Scene::Sample,
        Scene::Long,
        Scene::LongNames,
        Scene::Photos,
        Scene::Export,
        Scene::Palette,
        Scene::Settings,
        Scene::Guide,
        Scene::Unsaved,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Scene::Welcome => "welcome",
            Scene::Sample => "sample",
            Scene::Long => "long",
            Scene::LongNames => "names",
            Scene::Photos => "photos",
            Scene::Export => "export",
            Scene::Palette => "palette",
            Scene::Settings => "settings",
            Scene::Guide => "guide",
            Scene::Unsaved => "unsaved",
        }
    }
}

/// Goes on drawing until it is so.
pub fn until(harness: &mut Harness<'static, App>, what: &str, so: impl Fn(&App) -> bool) {
    let start = Instant::now();
    while !so(harness.state()) {
        assert!(start.elapsed() < Duration::from_secs(60), "it never came to be: {what}");
        harness.run_steps(1);
        std::thread::sleep(Duration::from_millis(5));
    }
    harness.run_steps(3);
}

/// A window with this scene in this language, large enough for the first size; `resize` makes it another.
pub fn stage(scene: Scene, locale: Locale, wgpu: bool) -> Harness<'static, App> {
    let (width, height, density) = SIZES[2];
    let builder = Harness::builder().with_size([width, height]).with_pixels_per_point(density);
    let builder = if wgpu { builder.wgpu() } else { builder };
    let start = Start { locale: Some(locale), today: Some(date(2035, 9, 14)), ..Start::default() };
    let mut harness = builder.build_eframe(move |cc| App::new(cc, start));
    harness.run_steps(3);
    if scene == Scene::Welcome {
        return harness;
    }
    let ctx = harness.ctx.clone();
    harness.state_mut().carry_out(Command::Discard(AfterSaving::Sample), &ctx);
    until(&mut harness, "the sample is open", |app| app.desk.open.is_some());
    let open = harness.state_mut().desk.open.as_mut().unwrap();
    let tag = open.release.editions.iter().position(|edition| edition.lang.as_str() == locale.tag());
    open.show_edition(tag.unwrap());
    match scene {
        Scene::Welcome | Scene::Sample => {}
        Scene::Long => {
            lengthen(open);
            // In the middle of it, where somebody writes.
            let place = Place::Block(open.lang(), BlockId(1100));
            harness.state_mut().carry_out(Command::GoTo(place), &ctx);
            harness.run_steps(20);
        }
        Scene::LongNames => long_names(open),
        Scene::Photos => {
            harness.state_mut().carry_out(Command::ViewPhotos, &ctx);
            until(&mut harness, "the photos are there", App::photos_are_there);
        }
        Scene::Export => harness.state_mut().carry_out(Command::AskExport, &ctx),
        Scene::Palette => harness.state_mut().carry_out(Command::OpenPalette, &ctx),
        Scene::Settings => harness.state_mut().carry_out(Command::OpenSettings, &ctx),
        Scene::Guide => harness.state_mut().carry_out(Command::OpenGuide(GuidePage::Quotes), &ctx),
        Scene::Unsaved => {
            open.shown_mut().headline.push('!');
            harness.run_steps(2);
            harness.state_mut().carry_out(Command::AskNew, &ctx);
            let new = Command::New(locale.tag().parse().unwrap());
            harness.state_mut().carry_out(new, &ctx);
        }
    }
    harness.run_steps(3);
    harness
}

fn lengthen(open: &mut Open) {
    let body = &mut open.shown_mut().body;
    let pattern: Vec<BlockKind> =
        body.iter().map(|block| block.kind.clone()).filter(|kind| !matches!(kind, BlockKind::Photo(_))).collect();
    for (number, kind) in (1000..).zip(pattern.iter().cycle().take(200 - body.len())) {
        body.push(Block { id: BlockId(number), kind: kind.clone() });
    }
}

fn long_names(open: &mut Open) {
    let lang = open.lang();
    let name = "Мұхаммедғали Әбдірахманұлы Сейтжаппаров-Бекмұхамбетов";
    let title = "Қазақстан Республикасы Парламентінің Конституциялық заңнама, сот жүйесі және құқық қорғау \
                 органдары жөніндегі комитетінің төрағасы, заң ғылымдарының докторы";
    for speaker in &mut open.release.speakers {
        speaker.name = ByLang::one(&lang, name);
        speaker.title = ByLang::one(&lang, title);
    }
    for photo in &mut open.release.photos {
        photo.credit = name.into();
        photo.file = format!("{}-{}", "Фото_с_церемонии_открытия_".repeat(4), photo.file);
        photo.caption = ByLang::one(&lang, title);
    }
    for contact in &mut open.release.contacts {
        contact.unit = ByLang::one(&lang, title);
        contact.person = ByLang::one(&lang, name);
    }
    let edition = open.shown_mut();
    edition.headline = format!("{title}: {name}");
    edition.subhead = format!("{title} – {name}");
    edition.place = "Орталық Қазақстан облысының Жаңаарқа ауданы".into();
    edition.body[0].kind = BlockKind::Paragraph(Text(format!("{}ғы {name}", "Қазақстандықтарымыздың".repeat(8))));
}

/// Makes the window another size, light or dark, and waits until everything stands.
pub fn resize(harness: &mut Harness<'static, App>, size: (f32, f32, f32), theme: ThemeChoice) {
    let (width, height, density) = size;
    harness.set_size(egui::vec2(width, height));
    // The screen's own density: what the program makes larger by itself stays as it is.
    for viewport in harness.input_mut().viewports.values_mut() {
        viewport.native_pixels_per_point = Some(density);
    }
    harness.state_mut().desk.preferences.theme = theme;
    harness.run_steps(4);
}
