//! Alt, pressed and let go alone, opens the menu, as people know it from Windows.
//!
//! Alt with anything else means something else: a letter, a card that moves, Alt+Shift for another keyboard, AltGr.

use egui::os::OperatingSystem;
use egui::{Context, Event, Id, Key, Modifiers};

/// What has become of Alt so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Alt {
    /// It is not held.
    #[default]
    Up,
    /// It is held, and nothing else has happened since.
    Alone,
    /// It is held, and stands for something else.
    WithOthers,
}

/// Was Alt let go in this frame, and had it been pressed alone? To be asked once a frame.
pub(super) fn was_tapped(ctx: &Context) -> bool {
    if matches!(ctx.os(), OperatingSystem::Mac | OperatingSystem::IOS) {
        // There it types letters.
        return false;
    }
    let key = Id::unique("what has become of Alt");
    let before: Alt = ctx.data(|data| data.get_temp(key)).unwrap_or_default();
    let (now, tapped) = ctx.input(|input| {
        let others = Modifiers { alt: false, ..input.modifiers } != Modifiers::NONE;
        let anything = input.raw.events.iter().any(is_something);
        match (before, input.modifiers.alt) {
            (Alt::Alone, false) => (Alt::Up, !others && !anything && input.focused),
            (Alt::Up | Alt::WithOthers, false) => (Alt::Up, false),
            (_, true) if others || anything || !input.focused => (Alt::WithOthers, false),
            (Alt::Up | Alt::Alone, true) => (Alt::Alone, false),
            (Alt::WithOthers, true) => (Alt::WithOthers, false),
        }
    });
    ctx.data_mut(|data| data.insert_temp(key, now));
    tapped
}

/// Does this event make Alt stand for something else? A pointer that only moves does not, nor the key itself.
fn is_something(event: &Event) -> bool {
    let is_alt = matches!(event, Event::Key { key: Key::AltLeft, .. } | Event::ModifiersChanged(_));
    !is_alt && !matches!(event, Event::PointerMoved(_) | Event::MouseMoved(_) | Event::PointerGone)
}
