use super::Lines;
use crate::story::Story;

pub(super) fn write(story: &Story, lines: Lines) -> String {
    format!("{story:?} {lines:?}")
}
