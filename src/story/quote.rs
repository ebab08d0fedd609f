//! From a quote as an object to the sentence that a house makes of it.

use std::collections::BTreeSet;

use super::{is_blank, one_line, paragraphs, plain, trim};
use crate::house::{QuoteParagraphs, Style};
use crate::language::Language;
use crate::release::{Edition, Inline, Placement, Quote, Release, SpeakerId, Words, letters};

/// Sets the quotes of one edition, one after the other.
pub(super) struct Attributions<'a> {
    release: &'a Release,
    edition: &'a Edition,
    style: &'a Style,
    language: &'static Language,
    /// Speakers whose title the readers know by now.
    titled: BTreeSet<SpeakerId>,
}

impl<'a> Attributions<'a> {
    pub(super) fn new(
        release: &'a Release,
        edition: &'a Edition,
        style: &'a Style,
        language: &'static Language,
    ) -> Self {
        Attributions { release, edition, style, language, titled: BTreeSet::new() }
    }

    /// The paragraphs that a quote becomes; none where nothing was said.
    pub(super) fn set(&mut self, quote: &Quote) -> Vec<Words> {
        let mut said = quote.text.words();
        trim(&mut said);
        if is_blank(&said) {
            return Vec::new();
        }
        let speaker = quote.speaker.and_then(|id| self.release.speaker(id));
        let name = speaker.map(|speaker| one_line(speaker.name.best(&self.edition.lang).trim())).unwrap_or_default();
        let known = quote.speaker.is_none_or(|id| !self.titled.insert(id));
        let title = match speaker {
            Some(speaker) if !known => one_line(speaker.title.best(&self.edition.lang).trim()),
            _ => String::new(),
        };
        let (verb, tail) = (one_line(quote.verb.trim()), one_line(quote.tail.trim()));
        let anonymous = name.is_empty() && verb.is_empty() && tail.is_empty();

        let rules = &self.style.quote;
        let cut = match &quote.placement {
            Placement::Split { after } if !anonymous => split_at(&letters(&said), after, self.language),
            Placement::After | Placement::Before | Placement::Split { .. } => None,
        };
        let (mut first, mut rest) = match cut {
            Some(at) => divide(said, at),
            None => (said, Words::new()),
        };
        trim(&mut first);
        trim(&mut rest);

        let pattern = match (&quote.placement, cut) {
            _ if anonymous => &rules.alone,
            (Placement::Split { .. }, Some(_)) => &rules.split,
            (Placement::Before, _) => &rules.before,
            (Placement::After | Placement::Split { .. }, _) => &rules.after,
        };
        let source = pattern.source();
        let end = Ending::take(&mut first, self.language);
        let rest_end = Ending::take(&mut rest, self.language);
        let last_end = if cut.is_some() { rest_end } else { end };
        let pause = if end == Ending::Pause { "," } else { "." };
        let mut comma = if end == Ending::Loud { "" } else { "," };
        if source.contains("{comma}{close}") && self.put_inside_nested_mark(&mut first, comma) {
            comma = "";
        }
        let last = if cut.is_some() { &mut rest } else { &mut first };
        let stop_inside = source.contains("{stop}{close}");
        let mut stop =
            if last_end == Ending::Loud || (last_end == Ending::Abbreviation && stop_inside) { "" } else { "." };
        if stop_inside && self.put_inside_nested_mark(last, stop) {
            stop = "";
        }
        let (mark_open, mark_close) = (&rules.outer.0, &rules.outer.1);
        let doubled = rules.outer == rules.nested;
        let closed = doubled && letters(last).ends_with(mark_close.as_str());
        let opened = doubled && letters(&first).starts_with(mark_open.as_str());
        let filled = pattern.fill(&|name_of_value| match name_of_value {
            "quote" | "first" => first.clone(),
            "rest" => rest.clone(),
            "open" if opened => Words::new(),
            "open" => plain(mark_open),
            "close" if closed => Words::new(),
            "close" => plain(mark_close),
            "comma" => plain(comma),
            "stop" => plain(stop),
            "pause" => plain(pause),
            "verb" => plain(&verb),
            "speaker" => plain(&name),
            "title" => plain(&title),
            "tail" => plain(&tail),
            "dash" => plain(&self.style.dash),
            _ => Words::new(),
        });
        let mut paragraphs = paragraphs(filled);
        if rules.paragraphs == QuoteParagraphs::OpenEach {
            paragraphs.iter_mut().skip(1).for_each(|words| words.insert(0, Inline::plain(mark_open.as_str())));
        }
        paragraphs
    }

    /// In English the comma stands inside both marks: “He said ‘go,’” said X. True where it was put there.
    fn put_inside_nested_mark(&self, words: &mut Words, mark: &str) -> bool {
        let (open, close) = &self.style.quote.nested;
        let text = letters(words);
        let Some(last) = words.last_mut() else { return false };
        if close.is_empty() || !last.text.ends_with(close.as_str()) || !text.contains(open.as_str()) {
            return false;
        }
        last.text.insert_str(last.text.len() - close.len(), mark);
        true
    }
}

/// How the words of a quote end, once what the attribution replaces is taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// A whole sentence; its full stop is taken off.
    Stop,
    /// `?`, `!` or `…`, which stay.
    Loud,
    /// An abbreviation, whose full stop stays.
    Abbreviation,
    /// In the middle of a sentence; its comma is taken off.
    Pause,
}

impl Ending {
    fn take(words: &mut Words, language: &Language) -> Ending {
        let text = letters(words);
        let ending = if text.ends_with(['?', '!', '…']) || text.ends_with("...") {
            Ending::Loud
        } else if ends_in_abbreviation(&text, language) {
            Ending::Abbreviation
        } else if text.ends_with('.') {
            Ending::Stop
        } else {
            Ending::Pause
        };
        let replaced = match ending {
            Ending::Stop => text.ends_with('.'),
            Ending::Pause => text.ends_with(','),
            Ending::Loud | Ending::Abbreviation => false,
        };
        if replaced && let Some(last) = words.last_mut() {
            last.text.pop();
            trim(words);
        }
        ending
    }
}

fn ends_in_abbreviation(text: &str, language: &Language) -> bool {
    language.abbreviations.iter().any(|abbreviation| {
        text.strip_suffix(abbreviation)
            .is_some_and(|before| !before.chars().next_back().is_some_and(char::is_alphanumeric))
    })
}

/// Where the attribution parts the words: after the words that the writer named, else after the first sentence.
fn split_at(text: &str, after: &str, language: &Language) -> Option<usize> {
    let named = match after.trim() {
        "" => None,
        words => text.find(words).map(|start| start + words.len()),
    };
    let marks = |letter: char| matches!(letter, '.' | ',' | ';' | '?' | '!' | '…' | '»' | '”' | '’' | '“' | '‘');
    let at = match named {
        Some(end) => text.len() - text[end..].trim_start_matches(marks).len(),
        None => first_sentence(text, language)?,
    };
    (!text[at..].trim().is_empty()).then_some(at)
}

/// The end of the first sentence, where another one follows.
fn first_sentence(text: &str, language: &Language) -> Option<usize> {
    let mut letters = text.char_indices().peekable();
    // Where the next word starts, looked up again only once it is passed: thousands of question marks in a row cost no more.
    let mut next_word = 0;
    while let Some((at, letter)) = letters.next() {
        if !matches!(letter, '.' | '?' | '!' | '…') {
            continue;
        }
        let mut end = at + letter.len_utf8();
        while let Some((_, next)) = letters.next_if(|(_, next)| ".?!…»”’“‘)".contains(*next)) {
            end += next.len_utf8();
        }
        let rest = &text[end..];
        if next_word < end {
            next_word = rest.find(char::is_alphanumeric).map_or(text.len(), |offset| end + offset);
        }
        let starts_new = rest.starts_with(char::is_whitespace)
            && text[next_word..].chars().next().is_some_and(|letter| !letter.is_lowercase());
        let initial = letter == '.' && {
            let mut before = text[..at].chars().rev();
            before.next().is_some_and(char::is_uppercase) && !before.next().is_some_and(char::is_alphanumeric)
        };
        if starts_new && !initial && !ends_in_abbreviation(&text[..end], language) {
            return Some(end);
        }
    }
    None
}

/// Cuts a line in two at a byte of its letters.
fn divide(words: Words, at: usize) -> (Words, Words) {
    let (mut first, mut rest) = (Words::new(), Words::new());
    let mut start = 0;
    for inline in words {
        let length = inline.text.len();
        let cut = at.clamp(start, start + length) - start;
        if cut > 0 {
            first.push(inline.piece(0..cut));
        }
        if cut < length {
            rest.push(inline.piece(cut..length));
        }
        start += length;
    }
    (first, rest)
}
