//! How the window looks: colours by their role, one scale of spaces, one of type sizes. No colour stands elsewhere.

use std::sync::Arc;

use crate::newsroom::ThemeChoice;
use crate::pages::fonts as page_fonts;
use egui::epaint::Shadow;
use egui::style::{Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Frame, Margin, Stroke, Style,
    TextStyle, Theme, ThemePreference, Ui, Visuals, vec2,
};

/// Colours by their role.
#[derive(Clone, Copy, Debug)]
pub struct Colours {
    /// Behind everything.
    pub ground: Color32,
    /// Cards, fields, bars.
    pub surface: Color32,
    /// Hovered and quiet controls.
    pub quiet: Color32,
    /// Around fields and cards; 3:1 against the surface.
    pub line: Color32,
    /// Between regions; decoration only.
    pub hairline: Color32,
    /// Words.
    pub text: Color32,
    /// Labels and hints.
    pub muted: Color32,
    /// The one accent: focus, links, the main button.
    pub accent: Color32,
    /// Words on the accent.
    pub on_accent: Color32,
    /// Behind what is chosen.
    pub chosen: Color32,
    /// What must be mended.
    pub error: Color32,
    /// What should be looked at.
    pub warning: Color32,
    /// What is well.
    pub good: Color32,
    /// The sheet of the preview; paper stays paper in the dark.
    pub paper: Color32,
    /// Words on paper.
    pub ink: Color32,
    /// Small words on paper.
    pub faded_ink: Color32,
    /// Links on paper.
    pub paper_link: Color32,
    /// Over the part of a photo that is cut away.
    pub shade: Color32,
}

const LIGHT: Colours = Colours {
    ground: Color32::from_rgb(0xf3, 0xf5, 0xf9),
    surface: Color32::from_rgb(0xff, 0xff, 0xff),
    quiet: Color32::from_rgb(0xe9, 0xee, 0xf6),
    line: Color32::from_rgb(0x78, 0x82, 0x95),
    hairline: Color32::from_rgb(0xd9, 0xdf, 0xe8),
    text: Color32::from_rgb(0x17, 0x1d, 0x2b),
    muted: Color32::from_rgb(0x42, 0x4c, 0x5d),
    accent: Color32::from_rgb(0x1c, 0x44, 0x9e),
    on_accent: Color32::from_rgb(0xff, 0xff, 0xff),
    chosen: Color32::from_rgb(0xe6, 0xee, 0xfc),
    error: Color32::from_rgb(0x9c, 0x17, 0x1f),
    warning: Color32::from_rgb(0x74, 0x44, 0x00),
    good: Color32::from_rgb(0x0c, 0x56, 0x3a),
    paper: Color32::from_rgb(0xff, 0xff, 0xff),
    ink: Color32::from_rgb(0x17, 0x1a, 0x20),
    faded_ink: Color32::from_rgb(0x4a, 0x4f, 0x58),
    paper_link: Color32::from_rgb(0x1f, 0x49, 0xa8),
    shade: Color32::from_black_alpha(150),
};

const DARK: Colours = Colours {
    ground: Color32::from_rgb(0x12, 0x15, 0x1b),
    surface: Color32::from_rgb(0x1b, 0x1f, 0x28),
    quiet: Color32::from_rgb(0x29, 0x2f, 0x3b),
    line: Color32::from_rgb(0x7a, 0x85, 0x99),
    hairline: Color32::from_rgb(0x2f, 0x36, 0x43),
    text: Color32::from_rgb(0xee, 0xf1, 0xf6),
    muted: Color32::from_rgb(0xbe, 0xc6, 0xd3),
    accent: Color32::from_rgb(0xa3, 0xc1, 0xff),
    on_accent: Color32::from_rgb(0x0e, 0x16, 0x2c),
    chosen: Color32::from_rgb(0x24, 0x32, 0x54),
    error: Color32::from_rgb(0xff, 0xb0, 0xae),
    warning: Color32::from_rgb(0xf3, 0xc6, 0x7c),
    good: Color32::from_rgb(0x8f, 0xdc, 0xb5),
    paper: Color32::from_rgb(0xf4, 0xf2, 0xee),
    ..LIGHT
};

/// The colours of the window as it is now.
pub fn colours(ui: &Ui) -> Colours {
    colours_of(ui.ctx())
}

/// The same where no panel is at hand.
pub fn colours_of(ctx: &Context) -> Colours {
    of(ctx.theme())
}

fn of(theme: Theme) -> Colours {
    match theme {
        Theme::Light => LIGHT,
        Theme::Dark => DARK,
    }
}

/// Spaces in points.
pub mod space {
    /// Between a label and its field.
    pub const TIGHT: f32 = 4.0;
    /// Between things that belong together.
    pub const NEAR: f32 = 8.0;
    /// Between fields.
    pub const FIELD: f32 = 12.0;
    /// Inside cards and panels.
    pub const INSET: f32 = 16.0;
    /// Between sections.
    pub const SECTION: f32 = 28.0;
}

/// Type sizes in points.
pub mod size {
    /// Labels, small print.
    pub const SMALL: f32 = 13.0;
    /// Fields and buttons.
    pub const BODY: f32 = 15.0;
    /// Section headings.
    pub const SECTION: f32 = 17.0;
    /// The headline field.
    pub const HEADLINE: f32 = 21.0;
    /// The welcome.
    pub const WELCOME: f32 = 30.0;
}

/// The height of fields and buttons, enough for a finger.
pub const CONTROL_HEIGHT: f32 = 34.0;
/// Fields and buttons.
pub const RADIUS: u8 = 7;
/// Cards and the paper.
pub const CARD_RADIUS: u8 = 10;

/// Golos Text in a heavier cut.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("semibold".into()))
}

/// Golos Text, bold.
pub fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("bold".into()))
}

/// Puts fonts and colours in place; once, at the start.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    // Where the system does not say what it likes, paper is white.
    ctx.options_mut(|options| {
        options.fallback_theme = Theme::Light;
        // The size of the text is a command like any other.
        options.zoom_with_keyboard = false;
    });
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(theme));
    }
}

/// Light or dark as chosen, and nothing that moves where that was asked for.
pub fn choose(ctx: &Context, theme: ThemeChoice, still: bool) {
    ctx.set_theme(match theme {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    });
    ctx.all_styles_mut(|style| style.animation_time = if still { 0.0 } else { QUIET_SECONDS });
}

/// How long a panel takes to open.
const QUIET_SECONDS: f32 = 0.1;

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let bundled: [(&str, &'static [u8]); 3] = [
        ("regular", page_fonts::GOLOS_REGULAR),
        ("semibold", page_fonts::GOLOS_SEMIBOLD),
        ("bold", page_fonts::GOLOS_BOLD),
    ];
    for (name, bytes) in bundled {
        fonts.font_data.insert(name.into(), Arc::new(FontData::from_static(bytes)));
        let family = if name == "regular" { FontFamily::Proportional } else { FontFamily::Name(name.into()) };
        let mut faces = vec![name.to_owned()];
        faces.extend(fallback.iter().cloned());
        fonts.families.insert(family, faces);
    }
    fonts
}

fn style(theme: Theme) -> Style {
    let colours = of(theme);
    let mut style = Style {
        text_styles: [
            (TextStyle::Small, FontId::proportional(size::SMALL)),
            (TextStyle::Body, FontId::proportional(size::BODY)),
            (TextStyle::Button, FontId::proportional(size::BODY)),
            (TextStyle::Heading, semibold(size::SECTION)),
            (TextStyle::Monospace, FontId::monospace(size::SMALL)),
        ]
        .into(),
        visuals: visuals(theme, colours),
        ..Style::default()
    };
    style.spacing.item_spacing = vec2(space::NEAR, space::NEAR);
    style.spacing.button_padding = vec2(12.0, 6.0);
    style.spacing.interact_size = vec2(CONTROL_HEIGHT, CONTROL_HEIGHT);
    style.spacing.icon_width = 20.0;
    style.spacing.icon_width_inner = 12.0;
    style.spacing.combo_height = 320.0;
    style.spacing.menu_margin = Margin::same(6);
    // Clear of the edge that it stands at, so that it is not taken for a rule.
    style.spacing.scroll.bar_outer_margin = 3.0;
    style.spacing.scroll.floating_width = 4.0;
    // A shade over the edge of a white sheet looks like a fault of the paper.
    style.spacing.scroll.fade.strength = 0.0;
    style
}

fn visuals(theme: Theme, colours: Colours) -> Visuals {
    let base = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    let widget = |fill: Color32, line: Color32, text: Color32, width: f32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(width, line),
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    Visuals {
        widgets: Widgets {
            noninteractive: widget(colours.surface, colours.hairline, colours.text, 1.0),
            inactive: widget(colours.surface, colours.line, colours.text, 1.0),
            hovered: widget(colours.quiet, colours.line, colours.text, 1.0),
            active: widget(colours.chosen, colours.accent, colours.text, 2.0),
            open: widget(colours.quiet, colours.accent, colours.text, 1.0),
        },
        selection: Selection { bg_fill: colours.chosen, stroke: Stroke::new(2.0, colours.accent) },
        weak_text_color: Some(colours.muted),
        hyperlink_color: colours.accent,
        faint_bg_color: colours.quiet,
        extreme_bg_color: colours.surface,
        text_edit_bg_color: Some(colours.surface),
        warn_fg_color: colours.warning,
        error_fg_color: colours.error,
        window_fill: colours.surface,
        window_stroke: Stroke::new(1.0, colours.hairline),
        window_corner_radius: CornerRadius::same(CARD_RADIUS),
        menu_corner_radius: CornerRadius::same(CARD_RADIUS),
        panel_fill: colours.ground,
        popup_shadow: Shadow { offset: [0, 4], blur: 18, spread: 0, color: Color32::from_black_alpha(40) },
        ..base
    }
}

/// A card: a field, a block, a box of findings.
pub fn card(colours: Colours) -> Frame {
    Frame::new()
        .fill(colours.surface)
        .stroke(Stroke::new(1.0, colours.hairline))
        .corner_radius(CornerRadius::same(CARD_RADIUS))
        .inner_margin(Margin::same(12))
}

/// The sheet of the preview.
pub fn paper(colours: Colours) -> Frame {
    Frame::new()
        .fill(colours.paper)
        .stroke(Stroke::new(1.0, colours.hairline))
        .corner_radius(CornerRadius::same(3))
        .inner_margin(Margin::symmetric(32, 36))
        .shadow(Shadow { offset: [0, 2], blur: 12, spread: 0, color: Color32::from_black_alpha(24) })
}

/// Typeset pages are on white paper, by day and by night: that is how they are printed.
pub const WHITE_PAPER: Color32 = LIGHT.paper;

/// A picture in its own colours.
pub const AS_DRAWN: Color32 = Color32::WHITE;

/// What marks a place on white paper.
pub const ON_PAPER: Color32 = LIGHT.accent;

/// A colour that somebody has chosen for a house; it is shown as it is, light or dark.
pub fn of_house([red, green, blue]: [u8; 3]) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// The shadow of a sheet.
pub fn paper_shadow() -> Shadow {
    Shadow { offset: [0, 2], blur: 12, spread: 0, color: Color32::from_black_alpha(36) }
}

/// A bar at the window's edge.
pub fn bar(colours: Colours) -> Frame {
    Frame::new().fill(colours.surface).inner_margin(Margin::symmetric(16, 9))
}

/// A region of the window: the ground, which the window is cleared to before anything is drawn.
pub fn region() -> Frame {
    Frame::new().inner_margin(Margin::same(0))
}

/// A small coloured word: saved, embargo, running.
pub fn pill(fill: Color32) -> Frame {
    Frame::new().fill(fill).corner_radius(CornerRadius::same(20)).inner_margin(Margin::symmetric(10, 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2.2, relative luminance and contrast ratio.
    fn contrast(a: Color32, b: Color32) -> f32 {
        let luminance = |colour: Color32| {
            let part = |value: u8| {
                let value = f32::from(value) / 255.0;
                if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn words_can_be_read_on_every_ground() {
        for (name, theme) in [("light", LIGHT), ("dark", DARK)] {
            let grounds = [
                ("ground", theme.ground),
                ("surface", theme.surface),
                ("quiet", theme.quiet),
                ("chosen", theme.chosen),
            ];
            let words = [
                ("text", theme.text),
                ("muted", theme.muted),
                ("accent", theme.accent),
                ("error", theme.error),
                ("warning", theme.warning),
                ("good", theme.good),
            ];
            let anywhere = words.iter().flat_map(|word| grounds.iter().map(move |ground| (*word, *ground)));
            let paper = ("paper", theme.paper);
            let on_paper = [("ink", theme.ink), ("faded ink", theme.faded_ink), ("link", theme.paper_link)];
            let pairs = anywhere.chain(on_paper.map(|word| (word, paper)));
            for ((word, colour), (ground, behind)) in
                pairs.chain([(("words", theme.on_accent), ("accent", theme.accent))])
            {
                let found = contrast(colour, behind);
                assert!(found >= 7.0, "{name}: {word} on {ground} is {found:.2}");
            }
        }
    }

    #[test]
    fn controls_can_be_seen_on_every_ground() {
        for (name, theme) in [("light", LIGHT), ("dark", DARK)] {
            for (control, colour) in [("line", theme.line), ("accent", theme.accent)] {
                for (ground, behind) in [
                    ("ground", theme.ground),
                    ("surface", theme.surface),
                    ("quiet", theme.quiet),
                    ("chosen", theme.chosen),
                ] {
                    let found = contrast(colour, behind);
                    assert!(found >= 3.0, "{name}: {control} on {ground} is {found:.2}");
                }
            }
        }
    }
}
