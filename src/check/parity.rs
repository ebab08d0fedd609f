//! Do the editions say the same? Numbers, dates, times and links, block by block against the original, and blocks that
//! one edition lacks.
//!
//! What was moved into another block of the same edition is no difference; neither is a small number that one language
//! writes in letters.

mod facts;
mod small;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use self::facts::{Fact, Means, facts};
use self::small::is_said;
use super::{Finding, Place, Rule};
use crate::release::{Block, BlockId, BlockKind, Edition, Inline, Lang, Release, Text, letters};

/// What was read out of texts that were looked over before.
#[derive(Debug, Default)]
pub struct ReadTexts {
    texts: HashMap<(Lang, Box<str>), Known>,
    /// Counts how often a release was looked over.
    round: u64,
}

#[derive(Debug)]
struct Known {
    read: Arc<Read>,
    round: u64,
}

/// What a text says that its translation has to say as well.
#[derive(Debug, Default)]
struct Read {
    facts: Vec<Fact>,
    /// Addresses without what tells the language in them, and as they stand.
    links: Vec<(String, String)>,
    /// The letters that a reader sees.
    letters: String,
}

/// So often a text may not be met before it is forgotten.
const KEPT_ROUNDS: u64 = 200;

impl ReadTexts {
    fn read(&mut self, text: &str, lang: &Lang) -> Arc<Read> {
        let round = self.round;
        let key = (lang.clone(), Box::from(text));
        let known = self.texts.entry(key).or_insert_with(|| Known { read: Arc::new(read(text, lang)), round });
        known.round = round;
        Arc::clone(&known.read)
    }
}

fn read(text: &str, lang: &Lang) -> Read {
    let words = Text::from(text).words();
    let letters = letters(&words);
    let mut links = Vec::new();
    for Inline { link, .. } in &words {
        if let Some(address) = link {
            let link = (of_any_language(address), address.clone());
            if !links.contains(&link) {
                links.push(link);
            }
        }
    }
    Read { facts: facts(&letters, lang), links, letters }
}

/// An address without the parts that only tell the language of the page.
fn of_any_language(address: &str) -> String {
    const TAGS: [&str; 7] = ["kk", "kz", "kaz", "ru", "en", "de", "fr"];
    let lower = address.to_ascii_lowercase();
    let is_tag = |part: &&str| TAGS.contains(part);
    lower.split_inclusive(['/', '?', '&', '=']).filter(|part| !is_tag(&part.trim_end_matches(['/', '&']))).collect()
}

/// Every place where a translation and the original do not say the same.
pub fn check_parity(release: &Release, compared: &mut ReadTexts) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some((original, translations)) = release.editions.split_first() else { return findings };
    compared.round += 1;
    for translation in translations {
        if is_aligned(original, translation) {
            check_blocks(original, translation, &mut findings);
        }
        check_words(original, translation, compared, &mut findings);
    }
    let round = compared.round;
    if round.is_multiple_of(KEPT_ROUNDS) {
        compared.texts.retain(|_, known| round - known.round < KEPT_ROUNDS);
    }
    findings
}

/// Do the blocks of a translation stand for those of the original? Where two texts were brought in side by side they do
/// not, and only their words as a whole can be compared.
fn is_aligned(original: &Edition, translation: &Edition) -> bool {
    let shared = original.body.iter().filter(|block| translation.block(block.id).is_some()).count();
    2 * shared >= original.body.len().min(translation.body.len()) && shared > 0
}

fn check_blocks(original: &Edition, translation: &Edition, findings: &mut Vec<Finding>) {
    let mut lacks = |there: &Edition, here: &Edition| {
        for Block { id, kind } in &there.body {
            if here.block(*id).is_none() && !is_blank(kind) {
                findings.push(Finding {
                    other: Some(Place::Body(here.lang.clone())),
                    letters: here.lang.to_string(),
                    ..Finding::new(Rule::ParityBlockMissing, Place::Block(there.lang.clone(), *id))
                });
            }
        }
    };
    lacks(original, translation);
    lacks(translation, original);
    for Block { id, kind } in &original.body {
        let other = translation.block(*id).map(|block| &block.kind);
        if let (BlockKind::List { items: there, .. }, Some(BlockKind::List { items: here, .. })) = (kind, other) {
            let count = |items: &[Text]| items.iter().filter(|item| !item.is_blank()).count();
            let (there, here) = (count(there), count(here));
            if there != here && here > 0 {
                findings.push(Finding {
                    other: Some(Place::Block(original.lang.clone(), *id)),
                    letters: format!("{there} / {here}"),
                    ..Finding::new(Rule::ParityListLength, Place::Block(translation.lang.clone(), *id))
                });
            }
        }
    }
}

fn is_blank(kind: &BlockKind) -> bool {
    match kind {
        BlockKind::Paragraph(text) | BlockKind::Heading(text) => text.is_blank(),
        BlockKind::Quote(quote) => quote.text.is_blank(),
        BlockKind::List { items, ordered: _ } => items.iter().all(Text::is_blank),
        BlockKind::Photo(_) => false,
    }
}

/// A pair of texts that stand for each other.
struct Pair {
    there: (Place, Arc<Read>),
    here: (Place, Arc<Read>),
    /// What only one of them says.
    missing: Vec<Fact>,
    added: Vec<Fact>,
}

fn check_words(original: &Edition, translation: &Edition, compared: &mut ReadTexts, findings: &mut Vec<Finding>) {
    let mut pairs = pairs(original, translation, compared);
    for pair in &mut pairs {
        let (there, here) = (&pair.there.1, &pair.here.1);
        pair.missing = only_in(there, here, &translation.lang);
        pair.added = only_in(here, there, &original.lang);
        cancel_hours(&mut pair.missing, &mut pair.added);
    }
    // What was moved within the edition is there, only elsewhere.
    let all = |of: fn(&Pair) -> &Vec<Fact>| -> BTreeSet<Means> {
        pairs.iter().flat_map(of).map(|fact| fact.means.clone()).collect()
    };
    let (missing, added) = (all(|pair| &pair.missing), all(|pair| &pair.added));
    for Pair { there, here, missing: lost, added: new, .. } in &mut pairs {
        lost.retain(|fact| !added.contains(&fact.means));
        new.retain(|fact| !missing.contains(&fact.means));
        let differ = |rule, told: String| Finding {
            other: Some(there.0.clone()),
            letters: told,
            ..Finding::new(rule, here.0.clone())
        };
        if !lost.is_empty() || !new.is_empty() {
            findings.push(differ(Rule::ParityNumbers, told(&shown(lost), &shown(new))));
        }
        let lacks = |one: &Read, other: &Read| -> Vec<String> {
            let is_there = |link: &(String, String)| other.links.iter().any(|(same, _)| *same == link.0);
            one.links.iter().filter(|link| !is_there(link)).map(|(_, address)| address.clone()).collect()
        };
        let (lost, new) = (lacks(&there.1, &here.1), lacks(&here.1, &there.1));
        if !lost.is_empty() || !new.is_empty() {
            findings.push(differ(Rule::ParityLinks, told(&lost, &new)));
        }
    }
}

fn shown(facts: &[Fact]) -> Vec<String> {
    facts.iter().map(|fact| fact.shown.clone()).collect()
}

/// `1 500 / 1,600`: what the original says, then what stands here.
fn told(there: &[String], here: &[String]) -> String {
    let list = |all: &[String]| if all.is_empty() { "–".to_owned() } else { all.join(", ") };
    format!("{} / {}", list(there), list(here))
}

/// The texts that stand for each other: fields and blocks, or where blocks do not, the bodies as a whole.
fn pairs(original: &Edition, translation: &Edition, compared: &mut ReadTexts) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut pair = |place: &dyn Fn(Lang) -> Place, there: &str, here: &str| {
        // What is not translated yet is asked about by itself.
        if there.trim().is_empty() || here.trim().is_empty() {
            return;
        }
        let there = (place(original.lang.clone()), compared.read(there, &original.lang));
        let here = (place(translation.lang.clone()), compared.read(here, &translation.lang));
        pairs.push(Pair { there, here, missing: Vec::new(), added: Vec::new() });
    };
    if is_aligned(original, translation) {
        for block in &original.body {
            let Some(other) = translation.block(block.id) else { continue };
            let id: BlockId = block.id;
            pair(&|lang| Place::Block(lang, id), &words(&block.kind), &words(&other.kind));
        }
    } else {
        let whole =
            |edition: &Edition| edition.body.iter().map(|block| words(&block.kind)).collect::<Vec<_>>().join("\n\n");
        pair(&Place::Body, &whole(original), &whole(translation));
    }
    pair(&Place::Notes, &original.notes_to_editors.0, &translation.notes_to_editors.0);
    pairs
}

/// The words of a block as one text.
fn words(kind: &BlockKind) -> String {
    match kind {
        BlockKind::Paragraph(text) | BlockKind::Heading(text) => text.0.clone(),
        BlockKind::Quote(quote) => format!("{}\n\n{}", quote.text.0, quote.tail),
        BlockKind::List { items, ordered: _ } => {
            items.iter().map(|item| item.0.as_str()).collect::<Vec<_>>().join("\n\n")
        }
        BlockKind::Photo(_) => String::new(),
    }
}

/// What one text says and the other, which is in this language, does not: neither in figures nor in letters.
fn only_in(one: &Read, other: &Read, lang: &Lang) -> Vec<Fact> {
    let mut only: Vec<Fact> = Vec::new();
    for fact in &one.facts {
        let is_there = other.facts.iter().any(|same| is_same(&fact.means, &same.means));
        let is_known = only.iter().any(|known| known.means == fact.means);
        if !is_there && !is_known && !is_said(&fact.means, &other.letters, lang) {
            only.push(fact.clone());
        }
    }
    only
}

/// A telephone number may be given with or without the number of its country.
fn is_same(one: &Means, other: &Means) -> bool {
    match (one, other) {
        (Means::Phone(one), Means::Phone(other)) => one.ends_with(other.as_str()) || other.ends_with(one.as_str()),
        _ => one == other,
    }
}

/// «в 14 часов» is "at 2 p.m.": a full hour in one language is a number in the other.
fn cancel_hours(missing: &mut Vec<Fact>, added: &mut Vec<Fact>) {
    let is_hour = |time: &Means, number: &Means| match (time, number) {
        (Means::Time(hour, 0), Means::Number(number)) => {
            number.parse::<u8>().is_ok_and(|number| number == *hour || number == (*hour + 11) % 12 + 1)
        }
        _ => false,
    };
    let is_one = |one: &Fact, other: &Fact| is_hour(&one.means, &other.means) || is_hour(&other.means, &one.means);
    let before = missing.clone();
    missing.retain(|fact| !added.iter().any(|other| is_one(fact, other)));
    added.retain(|fact| !before.iter().any(|other| is_one(fact, other)));
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    fn release(texts: [(&str, &str); 2]) -> Release {
        let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), texts[0].0.parse().unwrap());
        release.editions = texts
            .map(|(lang, text)| Edition {
                body: vec![Block { id: BlockId(1), kind: BlockKind::Paragraph(text.into()) }],
                ..Edition::new(lang.parse().unwrap())
            })
            .into();
        release
    }

    fn found(one: (&str, &str), other: (&str, &str)) -> Vec<(Rule, String)> {
        let findings = check_parity(&release([one, other]), &mut ReadTexts::default());
        findings.into_iter().map(|finding| (finding.rule, finding.letters)).collect()
    }

    #[test]
    fn the_same_in_other_ways_is_no_difference() {
        for (one, other) in [
            (("ru", "На мост ушло 1,5 млн тенге, это 50 %."), ("en", "The bridge took 1.5 million tenge, or 50%.")),
            (("kk", "2026 ж. 23 қарашада сағат 14:00-де"), ("ru", "23 ноября 2026 г. в 14:00")),
            (("ru", "23 ноября 2026 года в 14 часов"), ("en", "on Nov. 23, 2026 at 2 p.m.")),
            (("ru", "открыты 3 моста"), ("en", "three bridges are open")),
            (("kk", "5 көпір ашылды"), ("ru", "открыты пять мостов")),
            (("ru", "в XIX веке"), ("en", "in the 19th century")),
            (("ru", "тел. +7 (7172) 74-72-27"), ("kk", "тел. 8 (7172) 74-72-27")),
            (("ru", "12 500 человек, 12 500!"), ("kk", "12 500 адам")),
            (("ru", "[сайт](https://example.org/ru/a)"), ("kk", "[сайт](https://example.org/kk/a)")),
        ] {
            assert_eq!(found(one, other), [], "{one:?}");
        }
    }

    #[test]
    fn what_differs_is_told_with_both() {
        let numbers = |told: &str| vec![(Rule::ParityNumbers, told.to_owned())];
        for (one, other, expected) in [
            (("ru", "пришли 1 500 человек"), ("en", "1,600 people came"), numbers("1 500 / 1,600")),
            (("ru", "23 ноября"), ("kk", "24 қарашада"), numbers("23 / 24")),
            (("ru", "в 14:00"), ("en", "at 3 p.m."), numbers("14:00 / 3 p.m.")),
            (("ru", "50 %"), ("en", "15%"), numbers("50 % / 15%")),
            (("ru", "1,5 млн тенге"), ("kk", "1,5 млрд теңге"), numbers("1,5 млн / 1,5 млрд")),
            (("ru", "тел. 74-72-27"), ("en", "phone 74-72-28"), numbers("74-72-27 / 74-72-28")),
            (("ru", "открыты 3 моста"), ("en", "bridges are open"), numbers("3 / –")),
        ] {
            assert_eq!(found(one, other), expected, "{one:?}");
        }
        let one = ("ru", "[сайт](https://example.org/a)");
        let told = "https://example.org/a / https://example.org/b".to_owned();
        assert_eq!(found(one, ("en", "[site](https://example.org/b)")), [(Rule::ParityLinks, told)]);
    }

    #[test]
    fn a_number_that_was_moved_is_no_difference() {
        let block = |id, text: &str| Block { id: BlockId(id), kind: BlockKind::Paragraph(text.into()) };
        let mut release = release([("ru", ""), ("en", "")]);
        release.editions[0].body = vec![block(1, "Пришли 1 500 человек."), block(2, "Мост открыт.")];
        release.editions[1].body = vec![block(1, "People came."), block(2, "The bridge is open to 1,500 people.")];
        assert_eq!(check_parity(&release, &mut ReadTexts::default()), []);
    }

    #[test]
    fn a_block_that_one_edition_lacks_is_asked_about_with_both_places() {
        let block = |id, text: &str| Block { id: BlockId(id), kind: BlockKind::Paragraph(text.into()) };
        let (ru, en): (Lang, Lang) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let mut release = release([("ru", ""), ("en", "")]);
        release.editions[0].body = vec![block(1, "Раз."), block(2, "Два."), block(3, "")];
        release.editions[1].body = vec![block(1, "One."), block(4, "Four.")];
        let found = check_parity(&release, &mut ReadTexts::default());
        let places: Vec<_> = found.iter().map(|finding| (finding.place.clone(), finding.other.clone())).collect();
        assert_eq!(
            places,
            [
                (Place::Block(ru.clone(), BlockId(2)), Some(Place::Body(en.clone()))),
                (Place::Block(en, BlockId(4)), Some(Place::Body(ru))),
            ]
        );
    }

    #[test]
    fn a_list_has_as_many_points_in_each_language() {
        let list = |items: &[&str]| Block {
            id: BlockId(1),
            kind: BlockKind::List { ordered: false, items: items.iter().map(|item| Text::from(*item)).collect() },
        };
        let mut release = release([("ru", ""), ("en", "")]);
        release.editions[0].body = vec![list(&["раз", "два", "три"])];
        release.editions[1].body = vec![list(&["one", "two", ""])];
        let found = check_parity(&release, &mut ReadTexts::default());
        assert_eq!((found[0].rule, found[0].letters.as_str(), found.len()), (Rule::ParityListLength, "3 / 2", 1));
    }
}
