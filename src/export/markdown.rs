use crate::story::Story;

pub(super) fn write(story: &Story) -> String {
    format!("{story:?}")
}
