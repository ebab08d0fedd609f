//! What an editor asks of quotes and of those who are quoted.

use std::collections::BTreeSet;
use std::ops::Range;

use super::titles::{says_title, says_title_beside};
use super::{Finding, Fix, Place, Rule, plain, said_in};
use crate::house::{Pattern, Style};
use crate::language::agreeing_verb;
use crate::release::{
    BlockId, BlockKind, Edition, Placement, Quote, Release, Speaker, SpeakerId, letters, name_mentions,
};

/// Asks after the quotes of one edition, one after the other.
pub(super) struct Quotes<'a> {
    release: &'a Release,
    edition: &'a Edition,
    style: Option<&'a Style>,
    /// The narrative, a paragraph or a point each.
    narrative: Vec<String>,
    /// Speakers of whom everything was asked.
    met: BTreeSet<SpeakerId>,
}

impl<'a> Quotes<'a> {
    pub(super) fn new(release: &'a Release, edition: &'a Edition, style: Option<&'a Style>) -> Self {
        Quotes { release, edition, style, narrative: narrative(edition), met: BTreeSet::new() }
    }

    pub(super) fn check(&mut self, id: BlockId, quote: &Quote, findings: &mut Vec<Finding>) {
        let place = Place::Block(self.edition.lang.clone(), id);
        let mut ask = |rule| findings.push(Finding::new(rule, place.clone()));
        if quote.text.is_blank() {
            ask(Rule::QuoteEmpty);
            return;
        }
        let speaker = quote.speaker.map(|id| self.release.speaker(id));
        match speaker {
            None => ask(Rule::QuoteSpeakerMissing),
            Some(None) => ask(Rule::QuoteSpeakerGone),
            Some(Some(_)) if quote.verb.trim().is_empty() && self.wants_verb(quote) => ask(Rule::QuoteVerbMissing),
            Some(Some(_)) => {}
        }
        if has_marks_around(&plain(&quote.text), self.style) {
            ask(Rule::QuoteMarksTyped);
        }
        let lang = &self.edition.lang;
        let Some(speaker) = speaker.flatten() else { return };
        if self.wants_verb(quote)
            && let Some(verb) = agreeing_verb(&quote.verb, said_in(&speaker.name, lang), lang)
        {
            let finding = Finding::new(Rule::QuoteVerbGender, place.clone());
            findings.push(Finding { letters: quote.verb.clone(), fix: Some(Fix::PutVerb(verb)), ..finding });
        }
        if !self.met.insert(speaker.id) {
            return;
        }
        if !self.introduces(quote, speaker) {
            let fix = (!said_in(&speaker.title, lang).is_empty()).then_some(Fix::SayTitle);
            findings.push(Finding { fix, ..Finding::new(Rule::SpeakerNotIntroduced, place) });
        } else if let Some(title) = self.unsaid_title(quote, speaker) {
            let finding = Finding::new(Rule::SpeakerTitleUnsaid, place);
            findings.push(Finding { letters: title.to_owned(), fix: Some(Fix::SayTitle), ..finding });
        }
        if !speaker.name.is_blank() && said_in(&speaker.name, lang).is_empty() {
            findings.push(Finding::new(Rule::SpeakerNameUntranslated, Place::SpeakerName(speaker.id, lang.clone())));
        }
        if !speaker.title.is_blank() && said_in(&speaker.title, lang).is_empty() {
            let place = Place::SpeakerTitle(speaker.id, lang.clone());
            findings.push(Finding::new(Rule::SpeakerTitleUntranslated, place));
        }
    }

    /// `Name: “…”` is whole without a verb, and so is a quote in a house whose pattern has no place for one.
    fn wants_verb(&self, quote: &Quote) -> bool {
        match quote.placement {
            Placement::Before => false,
            Placement::After | Placement::Split { .. } => {
                self.pattern(quote).is_some_and(|pattern| pattern.uses("verb"))
            }
        }
    }

    /// The name stands in the narrative, or the attribution itself says who that is.
    fn introduces(&self, quote: &Quote, speaker: &Speaker) -> bool {
        let name = said_in(&speaker.name, &self.edition.lang);
        let title = said_in(&speaker.title, &self.edition.lang);
        // Without a name in this language there is nothing to look for; that is a finding of its own.
        name.is_empty()
            || self.narrative.iter().any(|text| !name_mentions(text, name).is_empty())
            || (!title.is_empty() && self.names_title(quote))
    }

    /// The title of this speaker, where nobody who reads the text would learn it.
    fn unsaid_title<'s>(&self, quote: &Quote, speaker: &'s Speaker) -> Option<&'s str> {
        let name = said_in(&speaker.name, &self.edition.lang);
        let title = said_in(&speaker.title, &self.edition.lang);
        if name.is_empty() || title.is_empty() || self.names_title(quote) {
            return None;
        }
        let quoted = self.edition.body.iter().filter_map(|block| match &block.kind {
            BlockKind::Quote(quote) if quote.speaker == Some(speaker.id) => Some(quote),
            BlockKind::Quote(_)
            | BlockKind::Paragraph(_)
            | BlockKind::Heading(_)
            | BlockKind::List { .. }
            | BlockKind::Photo(_) => None,
        });
        let by_attribution = quoted.into_iter().any(|quote| {
            quote.titled
                || says_title_beside(
                    &format!("{} {}", quote.verb, quote.tail),
                    quote.verb.len()..quote.verb.len(),
                    title,
                )
        });
        let introduced = said_in(&speaker.introduced, &self.edition.lang);
        let offices = || [title, introduced].into_iter().filter(|office| !office.is_empty());
        let by_text = self.narrative.iter().any(|text| {
            let beside =
                |mention: Range<usize>| offices().any(|office| says_title_beside(text, mention.clone(), office));
            offices().any(|office| says_title(text, office)) || name_mentions(text, name).into_iter().any(beside)
        });
        (!by_attribution && !by_text).then_some(title)
    }

    /// Does the attribution say the title, because the house has it so or the writer?
    fn names_title(&self, quote: &Quote) -> bool {
        quote.titled || self.pattern(quote).is_none_or(|pattern| pattern.uses("title"))
    }

    /// The pattern by which the house attributes this quote; `None` where neutral rules do, which name the title.
    fn pattern(&self, quote: &Quote) -> Option<&Pattern> {
        let rules = &self.style?.quote;
        Some(match quote.placement {
            Placement::After => &rules.after,
            Placement::Before => &rules.before,
            Placement::Split { .. } => &rules.split,
        })
    }
}

/// Asks for the names of speakers who are quoted in some edition and have none in any language. Who has a title is
/// named by it: "a resident".
pub(super) fn check_names(release: &Release, findings: &mut Vec<Finding>) {
    let blocks = release.editions.iter().flat_map(|edition| &edition.body);
    let quoted: BTreeSet<SpeakerId> = blocks
        .filter_map(|block| match &block.kind {
            BlockKind::Quote(quote) if !quote.text.is_blank() => quote.speaker,
            BlockKind::Quote(_)
            | BlockKind::Paragraph(_)
            | BlockKind::Heading(_)
            | BlockKind::List { .. }
            | BlockKind::Photo(_) => None,
        })
        .collect();
    let nameless = |speaker: &&Speaker| speaker.name.is_blank() && speaker.title.is_blank();
    for speaker in release.speakers.iter().filter(nameless).filter(|speaker| quoted.contains(&speaker.id)) {
        findings.push(Finding::new(Rule::SpeakerNameMissing, Place::Speaker(speaker.id)));
    }
}

fn narrative(edition: &Edition) -> Vec<String> {
    let mut texts = Vec::new();
    for block in &edition.body {
        match &block.kind {
            BlockKind::Paragraph(text) => texts.push(letters(&text.words())),
            BlockKind::List { items, ordered: _ } => texts.extend(items.iter().map(|item| letters(&item.words()))),
            BlockKind::Quote(_) | BlockKind::Heading(_) | BlockKind::Photo(_) => {}
        }
    }
    texts
}

/// Marks that people type around words, whatever the language.
const PAIRS: [(&str, &str); 7] = [("«", "»"), ("“", "”"), ("„", "“"), ("„", "”"), ("‘", "’"), ("‚", "‘"), ("\"", "\"")];

/// Do the words stand in quote marks as a whole? `«Өңір» and «Атамекен»` do not.
fn has_marks_around(text: &str, style: Option<&Style>) -> bool {
    let text = text.trim_end_matches(['.', ',', ' ']);
    let house = style.map(|style| (style.quote.outer.0.trim(), style.quote.outer.1.trim()));
    PAIRS.into_iter().chain(house).any(|(open, close)| stands_inside(text, open, close))
}

fn stands_inside(text: &str, open: &str, close: &str) -> bool {
    let Some(inside) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) else { return false };
    if open.is_empty() || close.is_empty() || inside.trim().is_empty() {
        return false;
    }
    if open == close {
        return !inside.contains(open);
    }
    // The first mark must still be open where the last one closes. One closing mark may serve two: «Группа «Өңір».
    let mut depth = 1;
    for (at, _) in inside.char_indices() {
        let rest = &inside[at..];
        if rest.starts_with(open) {
            depth += 1;
        } else if let Some(after) = rest.strip_prefix(close) {
            let letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            let apostrophe = letter(inside[..at].chars().next_back()) && letter(after.chars().next());
            depth -= i32::from(!apostrophe);
        }
        if depth == 0 {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::check::check;
    use crate::house::{House, Houses, QuoteStyle};
    use crate::release::{Block, ByLang, Contact, Lang, Text};

    const TITLED: &str = "{open}{quote}{close}, [{verb} {speaker}|{speaker}][, {title}]";
    const UNTITLED: &str = "{open}{quote}{close}, [{verb} {speaker}|{speaker}]";

    fn en() -> Lang {
        "en".parse().unwrap()
    }

    fn houses(after: &str) -> Houses {
        let quote = QuoteStyle {
            outer: ("“".into(), "”".into()),
            after: after.into(),
            before: "{speaker}: {open}{quote}{close}".into(),
            ..QuoteStyle::default()
        };
        let style = Style { quote, ..Style::default() };
        Houses { named: Some(House { styles: [(en(), style)].into(), ..House::default() }), ..Houses::default() }
    }

    fn quote(text: &str) -> Quote {
        Quote { text: text.into(), speaker: Some(SpeakerId(1)), verb: "said".into(), ..Quote::default() }
    }

    fn release(quote: Quote) -> Release {
        let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), en());
        release.contacts = vec![Contact { email: "press@example.org".into(), ..Contact::default() }];
        release.speakers = vec![Speaker {
            name: ByLang::one(&en(), "Jane Example"),
            title: ByLang::one(&en(), "mayor"),
            ..Speaker::new(SpeakerId(1))
        }];
        release.editions[0].headline = "The bridge opens".into();
        release.editions[0].body = vec![
            Block { id: BlockId(1), kind: BlockKind::Paragraph("Mayor **Jane Example** opened the bridge.".into()) },
            Block { id: BlockId(2), kind: BlockKind::Quote(quote) },
        ];
        release
    }

    fn findings(release: &Release, after: &str) -> Vec<Finding> {
        check(release, &houses(after), Timestamp::UNIX_EPOCH)
    }

    fn rules(release: &Release) -> Vec<Rule> {
        findings(release, UNTITLED).into_iter().map(|finding| finding.rule).collect()
    }

    fn narrate(release: &mut Release, text: &str) {
        release.editions[0].body[0].kind = BlockKind::Paragraph(text.into());
    }

    #[test]
    fn an_attributed_quote_raises_no_question() {
        assert_eq!(rules(&release(quote("We waited."))), []);
    }

    #[test]
    fn a_quote_has_a_speaker() {
        let unsaid = release(Quote { speaker: None, ..quote("We waited for this bridge for years") });
        let found = findings(&unsaid, UNTITLED);
        assert_eq!(found, [Finding::new(Rule::QuoteSpeakerMissing, Place::Block(en(), BlockId(2)))]);
        assert_eq!(found[0].message(&unsaid).to_string(), "The quote “We waited for this bridge …” has no speaker.");
        // Without any attribution one question is enough.
        let bare = Quote { text: "We waited.".into(), ..Quote::default() };
        assert_eq!(rules(&release(bare)), [Rule::QuoteSpeakerMissing]);
        let empty = Quote { text: " \n\n ".into(), ..Quote::default() };
        assert_eq!(rules(&release(empty)), [Rule::QuoteEmpty]);
    }

    #[test]
    fn a_quote_never_refers_to_a_speaker_who_is_gone() {
        let gone = Quote { speaker: Some(SpeakerId(9)), ..quote("We waited.") };
        assert_eq!(rules(&release(gone.clone())), [Rule::QuoteSpeakerGone]);
        let mut back = release(gone);
        back.speakers[0].id = SpeakerId(9);
        assert_eq!(rules(&back), []);
    }

    #[test]
    fn a_verb_is_asked_for_where_the_house_writes_one() {
        let silent = Quote { verb: " ".into(), ..quote("We waited.") };
        assert_eq!(rules(&release(silent.clone())), [Rule::QuoteVerbMissing]);
        assert_eq!(findings(&release(silent.clone()), "{open}{quote}{close} – {speaker}"), []);
        assert_eq!(rules(&release(Quote { placement: Placement::Before, ..silent })), []);
    }

    #[test]
    fn an_empty_quote_is_asked_about() {
        assert_eq!(rules(&release(quote(""))), [Rule::QuoteEmpty]);
        assert_eq!(rules(&release(quote("\u{a0}\n"))), [Rule::QuoteEmpty]);
        assert_eq!(rules(&release(quote("…"))), []);
        assert_eq!(rules(&release(quote("Yes"))), []);
    }

    #[test]
    fn a_quoted_speaker_is_introduced_by_the_narrative_or_by_the_title() {
        let mut release = release(quote("We waited."));
        for (narrative, introduced) in [
            ("The bridge is open.", false),
            ("Jane Examples are many.", false),
            ("Jane Example-Smith opened it.", false),
            ("Jane\u{a0}Example, the mayor, opened it.", true),
            ("It was opened by Mayor **Jane** Example.", true),
        ] {
            narrate(&mut release, narrative);
            let expected: &[Rule] = if introduced { &[] } else { &[Rule::SpeakerNotIntroduced] };
            assert_eq!(rules(&release), expected, "{narrative}");
        }
        narrate(&mut release, "The bridge is open.");
        assert_eq!(findings(&release, TITLED), []);
        release.editions[0].body[0].kind =
            BlockKind::List { ordered: false, items: vec!["Jane Example, mayor".into()] };
        assert_eq!(rules(&release), []);
        release.editions[0].body[0].kind = BlockKind::Heading("Jane Example opens the bridge".into());
        release.speakers[0].title = ByLang::one(&"ru".parse().unwrap(), "мэр");
        let found: Vec<Rule> = findings(&release, TITLED).into_iter().map(|finding| finding.rule).collect();
        let expected = [Rule::SpeakerNotIntroduced, Rule::SpeakerTitleUntranslated];
        assert_eq!(found, expected, "neither a heading nor a title in Russian introduces");
    }

    #[test]
    fn a_title_that_the_text_never_says_is_offered_for_the_attribution() {
        let mut release = release(quote("We waited."));
        narrate(&mut release, "Jane Example opened it.");
        let found = findings(&release, UNTITLED);
        let [unsaid] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((unsaid.rule, &unsaid.fix), (Rule::SpeakerTitleUnsaid, &Some(Fix::SayTitle)));
        let message = unsaid.message(&release).to_string();
        assert_eq!(message, "Jane Example is quoted without the title “mayor”; the text says it nowhere.");
        assert_eq!(findings(&release, TITLED), [], "this house says it in the attribution");
        let BlockKind::Quote(quote) = &mut release.editions[0].body[1].kind else { panic!("no quote") };
        quote.tail = "as mayor of the town".into();
        assert_eq!(rules(&release), []);
        let BlockKind::Quote(quote) = &mut release.editions[0].body[1].kind else { panic!("no quote") };
        (quote.tail, quote.titled) = (String::new(), true);
        assert_eq!(rules(&release), []);
    }

    #[test]
    fn nobody_is_asked_after_twice() {
        let mut release = release(quote("We waited."));
        narrate(&mut release, "The bridge is open.");
        let again = Block { id: BlockId(3), kind: BlockKind::Quote(quote("At last.")) };
        release.editions[0].body.push(again);
        assert_eq!(rules(&release), [Rule::SpeakerNotIntroduced]);
        release.speakers[0].name = ByLang::one(&"ru".parse().unwrap(), "Анна Примерова");
        assert_eq!(rules(&release), [Rule::SpeakerNameUntranslated]);
    }

    #[test]
    fn a_speaker_who_has_a_title_has_it_in_the_language_of_the_edition() {
        let mut release = release(quote("We waited."));
        narrate(&mut release, "Jane Example, the mayor, opened the bridge.");
        release.speakers[0].title = ByLang::one(&"ru".parse().unwrap(), "аким");
        let found = findings(&release, UNTITLED);
        assert_eq!(found, [Finding::new(Rule::SpeakerTitleUntranslated, Place::SpeakerTitle(SpeakerId(1), en()))]);
        assert_eq!(found[0].message(&release).to_string(), "Jane Example has no title in English.");
        release.speakers[0].title = ByLang::one(&en(), "mayor");
        assert_eq!(rules(&release), []);
        release.speakers[0].title = ByLang::default();
        assert_eq!(rules(&release), []);
    }

    #[test]
    fn a_speaker_has_a_name_in_the_language_of_the_edition() {
        let mut release = release(quote("We waited."));
        release.speakers[0].name = ByLang::one(&"ru".parse().unwrap(), "Анна Примерова");
        let found = findings(&release, UNTITLED);
        assert_eq!(found, [Finding::new(Rule::SpeakerNameUntranslated, Place::SpeakerName(SpeakerId(1), en()))]);
        assert_eq!(found[0].message(&release).to_string(), "Анна Примерова has no name in English.");
        release.speakers[0].name = ByLang::one(&"en-GB".parse().unwrap(), "Jane Example");
        assert_eq!(rules(&release), []);
        // Who is not quoted here needs no name here.
        release.speakers.push(Speaker::new(SpeakerId(2)));
        assert_eq!(rules(&release), []);
    }

    #[test]
    fn a_quoted_speaker_has_a_name_at_all() {
        let mut release = release(quote("We waited."));
        release.speakers[0].name = ByLang::one(&en(), "  ");
        assert_eq!(rules(&release), [], "a mayor without a name is quoted as the mayor");
        release.speakers[0].title = ByLang::EMPTY;
        assert_eq!(
            findings(&release, UNTITLED),
            [Finding::new(Rule::SpeakerNameMissing, Place::Speaker(SpeakerId(1)))]
        );
        release.editions[0].body.pop();
        assert_eq!(rules(&release), []);
        release.speakers[0].name = ByLang::one(&en(), "Jane Example");
        assert_eq!(rules(&release), []);
    }

    #[test]
    fn marks_that_the_house_adds_are_not_typed() {
        for text in [
            "“We waited.”",
            "«Мы ждали».",
            "\"We waited,\"",
            "„Wir haben gewartet“",
            "«\u{202f}Nous attendions\u{202f}»",
            "‘It’s here’",
            "**«Группа «Өңір»**",
            "“One.\n\n“Two.”",
        ] {
            assert_eq!(rules(&release(quote(text))), [Rule::QuoteMarksTyped], "{text}");
        }
        for text in [
            "«Өңір» и «Атамекен»",
            "The “bridge” is open",
            "“Bridge” it is",
            "\"A\" and \"B\"",
            "‘Go’ is what ‘now’ means’",
            "“",
            "«»",
            "Группа «Өңір»",
        ] {
            assert_eq!(rules(&release(quote(text))), [], "{text}");
        }
        let text = Text::from("“We waited.”");
        let typed = release(Quote { text, ..quote("") });
        let message = findings(&typed, UNTITLED)[0].message(&typed).to_string();
        assert!(message.ends_with("the house style adds them."), "{message}");
    }
}
