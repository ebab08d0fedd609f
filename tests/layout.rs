//! Nothing that is written in the window is cut off or stands over something else: in any size, theme and language.
//!
//! Reads the drawn words themselves, as they are handed to the graphics card: each must lie within what may be seen of
//! it, and no two may stand in one place.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/scenes.rs"]
mod scenes;

use dateline::newsroom::ThemeChoice;
use dateline::words::Locale;
use egui::Rect;
use egui::epaint::{ClippedShape, Shape, TextShape};
use egui_kittest::Harness;
use scenes::{SIZES, Scene, resize, stage};

/// Words as they were drawn.
struct Drawn {
    words: String,
    /// The letters' own ground.
    ink: Rect,
    /// What may be seen of them.
    seen: Rect,
}

fn drawn(shapes: &[ClippedShape]) -> Vec<Drawn> {
    let mut found = Vec::new();
    for ClippedShape { clip_rect, shape, transform_after_tessellation: _ } in shapes {
        collect(shape, *clip_rect, &mut found);
    }
    found
}

fn collect(shape: &Shape, seen: Rect, found: &mut Vec<Drawn>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, seen, found)),
        Shape::Text(TextShape { pos, galley, .. }) => {
            // Each line by itself: the ground of a paragraph reaches beyond its last words.
            for row in &galley.rows {
                let ink = row.visuals.mesh_bounds.translate(pos.to_vec2() + row.pos.to_vec2());
                if ink.is_positive() {
                    found.push(Drawn { words: row.text(), ink, seen });
                }
            }
        }
        Shape::Noop
        | Shape::Circle(_)
        | Shape::Ellipse(_)
        | Shape::LineSegment { .. }
        | Shape::Path(_)
        | Shape::Band(_)
        | Shape::Rect(_)
        | Shape::Mesh(_)
        | Shape::QuadraticBezier(_)
        | Shape::CubicBezier(_)
        | Shape::Callback(_) => {}
    }
}

/// A part of the window as high as this may scroll; words may be cut at its upper and lower edge.
const SCROLLS: f32 = 120.0;

/// Everything that is cut off or stands over something else.
fn complaints(shapes: &[ClippedShape]) -> Vec<String> {
    let drawn = drawn(shapes);
    assert!(drawn.len() > 3, "{} lines are drawn", drawn.len());
    let mut complaints = Vec::new();
    let viewports: Vec<Rect> =
        shapes.iter().map(|shape| shape.clip_rect).filter(|rect| rect.height() >= SCROLLS).collect();
    let in_sight: Vec<&Drawn> = drawn.iter().filter(|drawn| drawn.ink.intersect(drawn.seen).is_positive()).collect();
    for Drawn { words, ink, seen } in &in_sight {
        let cut_at_side = ink.left() < seen.left() - 1.0 || ink.right() > seen.right() + 1.0;
        let scrolls = |edge: fn(&Rect) -> f32| {
            let around = viewports.iter().filter(|viewport| viewport.x_range().contains(seen.center().x));
            around.clone().any(|viewport| (edge(viewport) - edge(seen)).abs() < 1.0)
        };
        let cut_above = ink.top() < seen.top() - 1.0 && !scrolls(Rect::top);
        let cut_below = ink.bottom() > seen.bottom() + 1.0 && !scrolls(Rect::bottom);
        if cut_at_side || cut_above || cut_below {
            complaints.push(format!("“{words}” at {ink} is cut off by {seen}"));
        }
    }
    for (index, one) in in_sight.iter().enumerate() {
        for other in &in_sight[index + 1..] {
            let shared = one.ink.intersect(one.seen).intersect(other.ink.intersect(other.seen));
            if shared.width() > 1.5 && shared.height() > 1.5 {
                complaints.push(format!("“{}” and “{}” stand in one place, {shared}", one.words, other.words));
            }
        }
    }
    complaints
}

fn looked_over(scene: Scene) {
    let mut complaints_of_all = Vec::new();
    for locale in Locale::ALL {
        let mut harness = stage(scene, locale, false);
        for size in SIZES {
            for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
                resize(&mut harness, size, theme);
                let found = complaints(&harness.output().shapes);
                let at = format!("{} at {}x{}@{} {theme:?}", locale.tag(), size.0, size.1, size.2);
                complaints_of_all.extend(found.into_iter().map(|complaint| format!("{at}: {complaint}")));
            }
        }
    }
    assert!(complaints_of_all.is_empty(), "{}:\n{}", complaints_of_all.len(), complaints_of_all.join("\n"));
}

#[test]
fn the_welcome_is_whole() {
    looked_over(Scene::Welcome);
}

#[test]
fn the_sample_is_whole() {
    looked_over(Scene::Sample);
}

#[test]
fn a_release_of_two_hundred_blocks_is_whole() {
    looked_over(Scene::Long);
}

#[test]
fn names_that_nobody_expects_are_whole() {
    looked_over(Scene::LongNames);
}

#[test]
fn words_that_are_cut_or_covered_are_found() {
    let harness = Harness::new_ui(|ui| {
        let font = egui::FontId::proportional(15.0);
        let colour = ui.visuals().text_color();
        let words = |painter: &egui::Painter, words: &str, left: f32, top: f32| {
            painter.text(egui::pos2(left, top), egui::Align2::LEFT_TOP, words, font.clone(), colour);
        };
        words(ui.painter(), "alone", 10.0, 10.0);
        words(ui.painter(), "below", 10.0, 40.0);
        words(ui.painter(), "over", 10.0, 45.0);
        let narrow = Rect::from_min_size(egui::pos2(10.0, 80.0), egui::vec2(12.0, 30.0));
        words(&ui.painter_at(narrow), "cut at its side", 10.0, 82.0);
        let low = Rect::from_min_size(egui::pos2(10.0, 120.0), egui::vec2(300.0, 8.0));
        words(&ui.painter_at(low), "cut below", 10.0, 120.0);
    });
    let found = complaints(&harness.output().shapes);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].contains("cut at its side") && found[1].contains("cut below"), "{found:?}");
    assert!(found[2].contains("“below” and “over”"), "{found:?}");
}
