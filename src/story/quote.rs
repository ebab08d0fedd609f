//! From a quote as an object to the sentence that a house makes of it.

mod sentence;

use std::collections::BTreeSet;

use self::sentence::{Ending, closing_mark, continues, split_at};
use super::words::{divide, is_blank, one_line, paragraphs, plain, trim, trim_end, trim_start};
use crate::house::{QuoteParagraphs, QuoteStyle, Style};
use crate::language::Language;
use crate::release::{ByLang, Edition, Inline, Placement, Quote, Release, SpeakerId, Words, letters};

/// Sets the quotes of one edition, one after the other.
pub(super) struct Attributions<'a> {
    release: &'a Release,
    edition: &'a Edition,
    style: &'a Style,
    language: &'static Language,
    /// Speakers whose title the readers know by now.
    titled: BTreeSet<SpeakerId>,
}

/// Who is said to have spoken.
#[derive(Default)]
struct Named {
    name: String,
    /// The title as far as the readers have to be told.
    title: String,
    /// The title, whatever the readers know.
    office: String,
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
        let Named { mut name, title, office } = self.named(quote);
        let (verb, tail) = (one_line(quote.verb.trim()), one_line(quote.tail.trim()));
        let anonymous = name.is_empty() && verb.is_empty() && tail.is_empty();

        let rules = &self.style.quote;
        let cut = match &quote.placement {
            Placement::Split { after } if !anonymous => split_at(&letters(&said), after, self.language),
            Placement::After | Placement::Before | Placement::Split { .. } => None,
        };
        let pattern = match (&quote.placement, cut) {
            _ if anonymous => &rules.alone,
            (Placement::Split { .. }, Some(_)) => &rules.split,
            (Placement::Before, _) => &rules.before,
            (Placement::After | Placement::Split { .. }, _) => &rules.after,
        };
        if quote.titled && !pattern.uses("title") {
            name = self.with_office(&name, &office, quote);
        }
        let Punctuated { first, rest, comma, pause, stop } =
            Punctuation { rules, language: self.language, pattern: pattern.source() }.put(said, cut);

        let (mark_open, mark_close) = (&rules.outer.0, &rules.outer.1);
        let doubled = rules.outer == rules.nested;
        let last = if cut.is_some() { &rest } else { &first };
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

    /// The speaker's name, and the title where the readers do not know it yet. Who is quoted by office alone, "a
    /// resident", is named by it.
    fn named(&mut self, quote: &Quote) -> Named {
        let Some(speaker) = quote.speaker.and_then(|id| self.release.speaker(id)) else { return Named::default() };
        let new = self.titled.insert(speaker.id) || quote.titled;
        let words = |words: &ByLang| one_line(words.best(&self.edition.lang).trim());
        let office = one_line(speaker.office(&self.edition.lang).trim());
        match (words(&speaker.name), office) {
            (name, title) if name.is_empty() => Named { name: title, ..Named::default() },
            (name, title) if new => Named { name, title: title.clone(), office: title },
            (name, office) => Named { name, title: String::new(), office },
        }
    }

    /// The name with the title where the pattern has no place for one: before or behind the name, as the language has it.
    fn with_office(&self, name: &str, office: &str, quote: &Quote) -> String {
        let goes_on = match quote.placement {
            Placement::Before => !quote.verb.trim().is_empty() || !quote.tail.trim().is_empty(),
            Placement::After | Placement::Split { .. } => !quote.tail.trim().is_empty(),
        };
        match (office.is_empty(), self.language.title_first, goes_on) {
            (true, _, _) => name.to_owned(),
            (false, true, _) => format!("{office} {name}"),
            (false, false, true) => format!("{name}, {office},"),
            (false, false, false) => format!("{name}, {office}"),
        }
    }
}

/// What a pattern asks of the marks at the ends of the words.
struct Punctuation<'a> {
    rules: &'a QuoteStyle,
    language: &'static Language,
    /// The pattern that the words go into.
    pattern: &'a str,
}

/// Words without the marks that the attribution replaces, and the marks that stand there instead.
struct Punctuated {
    first: Words,
    rest: Words,
    comma: &'static str,
    pause: &'static str,
    stop: &'static str,
}

/// How a stretch of words ended before it lost its mark.
struct End {
    /// Bytes of an inner closing mark at the very end.
    mark: usize,
    /// As seen inside that mark.
    inner: Ending,
    /// As far as it counts for the sentence as a whole.
    counts: Ending,
}

impl Punctuation<'_> {
    fn put(&self, said: Words, cut: Option<usize>) -> Punctuated {
        let (mut first, mut rest) = match cut {
            Some(at) => divide(said, at),
            None => (said, Words::new()),
        };
        if cut.is_some() {
            // Where a colon, a semicolon or a dash stood, the attribution brings its own marks.
            trim_end(&mut first, |letter| letter.is_whitespace() || ";:–—".contains(letter));
            trim_start(&mut rest, |letter| letter.is_whitespace() || "–—".contains(letter));
        }
        let end = self.take_end(&mut first);
        let pause = match end.inner {
            Ending::Stop => ".",
            Ending::Loud | Ending::Abbreviation if !continues(&letters(&rest)) => ".",
            Ending::Loud | Ending::Abbreviation | Ending::Pause => ",",
        };
        let mut comma = if end.counts == Ending::Loud { "" } else { "," };
        if self.pattern.contains("{comma}{close}") && end.mark > 0 {
            put_inside(&mut first, end.mark, std::mem::take(&mut comma));
        }
        let (last, end) = match cut {
            Some(_) => {
                let end = self.take_end(&mut rest);
                (&mut rest, end)
            }
            None => (&mut first, end),
        };
        let mut stop = self.stop(&end);
        if self.commas_inside() && self.pattern.contains("{stop}{close}") && end.mark > 0 {
            put_inside(last, end.mark, std::mem::take(&mut stop));
        }
        Punctuated { first, rest, comma, pause, stop }
    }

    /// American style: commas and full stops stand inside all marks, “He said ‘go,’” said X; elsewhere an inner mark
    /// keeps what it encloses to itself.
    fn commas_inside(&self) -> bool {
        [&self.rules.after, &self.rules.split].iter().any(|pattern| pattern.source().contains("{comma}{close}"))
    }

    fn take_end(&self, words: &mut Words) -> End {
        let text = letters(words);
        let mark = closing_mark(&text, &self.rules.nested);
        let inner = Ending::of(&text[..text.len() - mark], self.language);
        match (self.commas_inside(), mark) {
            (_, 0) => inner.take_mark(words, 0),
            (true, _) => inner.take_mark(words, mark),
            (false, _) => return End { mark, inner, counts: Ending::Pause },
        }
        if !self.commas_inside() || mark > 0 {
            return End { mark, inner, counts: inner };
        }
        // Behind the full stop that is gone now, an inner mark may close: We call it ‘the bridge’.
        let text = letters(words);
        let mark = closing_mark(&text, &self.rules.nested);
        let counts = match Ending::of(&text[..text.len() - mark], self.language) {
            Ending::Loud if mark > 0 => Ending::Loud,
            Ending::Loud | Ending::Abbreviation | Ending::Stop | Ending::Pause => inner,
        };
        End { mark, inner: counts, counts }
    }

    /// The full stop at the end of the whole, where the words do not bring an end of their own.
    fn stop(&self, end: &End) -> &'static str {
        let inside = self.pattern.contains("{stop}{close}");
        let ending = if inside { end.inner } else { end.counts };
        match ending {
            Ending::Loud => "",
            Ending::Abbreviation if inside => "",
            Ending::Stop if inside && end.mark > 0 && !self.commas_inside() => "",
            Ending::Abbreviation | Ending::Stop | Ending::Pause => ".",
        }
    }
}

/// Puts a mark before the inner closing mark of so many bytes.
fn put_inside(words: &mut Words, closing: usize, mark: &str) {
    let end = letters(words).len() - closing;
    let (mut before, after) = divide(std::mem::take(words), end);
    if let Some(last) = before.last_mut() {
        last.text.push_str(mark);
    }
    before.extend(after);
    *words = before;
}
