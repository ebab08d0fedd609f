//! Two states of a release side by side, word by word.

use similar::{ChangeTag, TextDiff};

use crate::newsroom::Version;
use crate::release::{BlockKind, Edition, Lang, Release, Text};

/// The earlier versions of the open release, as they are shown.
#[derive(Clone, Debug, Default)]
pub struct Versions {
    /// All of them, the newest first.
    pub list: Vec<Version>,
    /// The one that is compared with what is written now.
    pub chosen: Option<(Version, Release)>,
    /// What the chosen one is to be called, as typed so far.
    pub name: String,
}

/// A part of the text that is not the same in both states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The language of the edition.
    pub lang: Lang,
    /// What was; with each run of words whether it is gone.
    pub then: Vec<(String, bool)>,
    /// What is; with each run of words whether it is new.
    pub now: Vec<(String, bool)>,
}

/// What differs between two states, in the order of the text; what is the same in both is left out.
pub fn compared(then: &Release, now: &Release) -> Vec<Compared> {
    let mut all = Vec::new();
    for edition in &now.editions {
        compare_editions(then.edition(&edition.lang), Some(edition), &edition.lang, &mut all);
    }
    for edition in then.editions.iter().filter(|edition| now.edition(&edition.lang).is_none()) {
        compare_editions(Some(edition), None, &edition.lang, &mut all);
    }
    all
}

fn compare_editions(then: Option<&Edition>, now: Option<&Edition>, lang: &Lang, all: &mut Vec<Compared>) {
    let mut compare = |then: &str, now: &str| {
        if then != now {
            all.push(words(lang, then, now));
        }
    };
    let fields: [fn(&Edition) -> &str; 3] =
        [|edition| &edition.headline, |edition| &edition.subhead, |edition| &edition.place];
    for field in fields {
        compare(then.map_or("", field), now.map_or("", field));
    }
    let block = |edition: Option<&Edition>, id| edition?.block(id).map(|block| block_words(&block.kind));
    let ids = |edition: Option<&Edition>| {
        edition.iter().flat_map(|edition| &edition.body).map(|block| block.id).collect::<Vec<_>>()
    };
    let (old, new) = (ids(then), ids(now));
    for id in &new {
        compare(&block(then, *id).unwrap_or_default(), &block(now, *id).unwrap_or_default());
    }
    for id in old.iter().filter(|id| !new.contains(id)) {
        compare(&block(then, *id).unwrap_or_default(), "");
    }
    let notes =
        |edition: Option<&Edition>| edition.map(|edition| edition.notes_to_editors.0.clone()).unwrap_or_default();
    compare(&notes(then), &notes(now));
}

pub(super) fn block_words(kind: &BlockKind) -> String {
    match kind {
        BlockKind::Paragraph(text) | BlockKind::Heading(text) => text.0.clone(),
        BlockKind::Quote(quote) => {
            let parts = [quote.text.0.as_str(), &quote.verb, &quote.tail];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
        }
        BlockKind::List { items, .. } => items.iter().map(|Text(item)| item.as_str()).collect::<Vec<_>>().join("\n"),
        BlockKind::Photo(id) => format!("№ {}", id.0),
    }
}

/// Two texts word by word.
pub(super) fn words(lang: &Lang, then: &str, now: &str) -> Compared {
    let mut compared = Compared { lang: lang.clone(), then: Vec::new(), now: Vec::new() };
    for change in TextDiff::from_words(then, now).iter_all_changes() {
        let run = |side: &mut Vec<(String, bool)>, differs: bool| match side.last_mut() {
            Some((words, last)) if *last == differs => words.push_str(change.value()),
            Some(_) | None => side.push((change.value().to_owned(), differs)),
        };
        match change.tag() {
            ChangeTag::Equal => {
                run(&mut compared.then, false);
                run(&mut compared.now, false);
            }
            ChangeTag::Delete => run(&mut compared.then, true),
            ChangeTag::Insert => run(&mut compared.now, true),
        }
    }
    compared
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_differs_is_told_word_by_word_and_nothing_else() {
        let mut then = Release::new(Uuid::nil(), date(2026, 11, 23), "ru".parse().unwrap());
        then.editions[0].headline = "Мост через реку открыт".into();
        then.editions[0].place = "Астана".into();
        let mut now = then.clone();
        assert_eq!(compared(&then, &now), []);
        now.editions[0].headline = "Мост через озеро открыт".into();
        now.editions.push(Edition { headline: "Көпір".into(), ..Edition::new("kk".parse().unwrap()) });
        let all = compared(&then, &now);
        assert_eq!(all.len(), 2);
        let run = |words: &str, differs| (words.to_owned(), differs);
        assert_eq!(all[0].then, [run("Мост через ", false), run("реку", true), run(" открыт", false)]);
        assert_eq!(all[0].now, [run("Мост через ", false), run("озеро", true), run(" открыт", false)]);
        assert_eq!((all[1].lang.as_str(), &all[1].now), ("kk", &vec![run("Көпір", true)]));
        assert_eq!(compared(&now, &then).len(), 2, "what is gone is told as well");
    }
}
