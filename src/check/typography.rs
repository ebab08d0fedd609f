//! How the texts of a release are set: what [`language::typography`](crate::language::typography) would mend, place by
//! place.
//!
//! A release is looked over after every keystroke, so what was found in a text is remembered with the text: only the
//! block that is being written is read anew.

mod spot;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::{Finding, Fix, Rule};
use crate::house::{Houses, Style};
use crate::language::typography::{Correction, Point, Typography};
use crate::release::{BlockKind, Edition, Lang, Release, Text};
use crate::words::Message;

use spot::Kind;
pub use spot::{Part, Spot};

/// A text of which something is to be mended.
#[derive(Clone, Debug, PartialEq)]
pub struct Misset {
    /// Where it stands.
    pub spot: Spot,
    /// What is to be mended, in its order.
    pub corrections: Arc<[Correction]>,
}

/// What was found in texts that were looked over before.
#[derive(Debug, Default)]
pub struct Remembered {
    ways: Vec<Way>,
    /// Counts how often a release was looked over.
    round: u64,
}

/// Texts that were looked over in one way: in one language, with the marks of one house.
#[derive(Debug)]
struct Way {
    key: Key,
    texts: HashMap<Box<str>, Looked>,
}

#[derive(Debug)]
struct Looked {
    corrections: Arc<[Correction]>,
    /// When it was met last.
    round: u64,
}

#[derive(Debug, PartialEq, Eq)]
struct Key {
    lang: Lang,
    marks: [String; 5],
    one_dash: bool,
    kind: Kind,
}

/// A text that was not met for so many rounds is forgotten; what an undo brings back soon is known.
const KEPT_ROUNDS: u64 = 200;

impl Remembered {
    fn look(&mut self, key: Key, text: &str, typography: &Typography<'_>) -> Arc<[Correction]> {
        let round = self.round;
        let known = self.ways.iter().position(|way| way.key == key);
        let at = known.unwrap_or_else(|| {
            self.ways.push(Way { key, texts: HashMap::new() });
            self.ways.len() - 1
        });
        let Way { key, texts } = &mut self.ways[at];
        if let Some(looked) = texts.get_mut(text) {
            looked.round = round;
            return Arc::clone(&looked.corrections);
        }
        let corrections: Arc<[Correction]> = match key.kind {
            Kind::Words => typography.corrections_of_words(text),
            Kind::Text => typography.corrections(&Text::from(text)),
            Kind::Said => typography.clone().inside_quotes().corrections(&Text::from(text)),
        }
        .into();
        texts.insert(text.into(), Looked { corrections: Arc::clone(&corrections), round });
        corrections
    }

    fn forget(&mut self) {
        let round = self.round;
        if round.is_multiple_of(KEPT_ROUNDS) {
            self.ways.iter_mut().for_each(|way| way.texts.retain(|_, text| round - text.round < KEPT_ROUNDS));
            self.ways.retain(|way| !way.texts.is_empty());
        }
    }
}

/// Everything in the release that a careful compositor would mend, in reading order.
pub fn missets(release: &Release, houses: &Houses, remembered: &mut Remembered) -> Vec<Misset> {
    remembered.round += 1;
    let mut found = Vec::new();
    for edition in &release.editions {
        let style = houses.of(&edition.lang).style(&edition.lang);
        let Some(typography) = typography(edition, style) else { continue };
        spot::each(release, edition, &mut |spot, text, kind| {
            let corrections = remembered.look(key(edition, style, kind), text, &typography);
            if !corrections.is_empty() {
                found.push(Misset { spot, corrections });
            }
        });
    }
    remembered.forget();
    found
}

/// The same as questions, one a place and point.
pub fn check_typography(release: &Release, houses: &Houses, remembered: &mut Remembered) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for Misset { spot, corrections } in missets(release, houses, remembered) {
        let Some(text) = spot.text(release) else { continue };
        for correction in corrections.iter() {
            let rule = Rule::Typography(correction.point);
            let is_it = |finding: &&mut Finding| finding.rule == rule && finding.place == spot.place;
            match findings.iter_mut().rev().take(Point::ALL.len()).find(is_it) {
                Some(finding) => finding.count += 1,
                None => findings
                    .push(Finding { letters: around(text, correction), ..Finding::new(rule, spot.place.clone()) }),
            }
        }
    }
    for finding in &mut findings {
        if let Rule::Typography(point) = finding.rule {
            finding.fix = Some(Fix::Correct(point, finding.count));
        }
    }
    findings
}

/// One question a language and point, at its first place: what a person mends at one go is asked at one go.
pub fn gathered(findings: Vec<Finding>) -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::new();
    for finding in findings {
        let lang = finding.place.lang();
        match all.iter_mut().find(|first| first.rule == finding.rule && first.place.lang() == lang) {
            Some(first) => first.count += finding.count,
            None => all.push(finding),
        }
    }
    for finding in &mut all {
        if let Rule::Typography(point) = finding.rule {
            finding.fix = Some(Fix::CorrectAll(point, finding.count));
        }
    }
    all
}

/// What the key that was just pressed should have given in a text of this edition: the letters that go, and what comes in
/// their place, both counted in letters. `said`: the house puts quote marks around the text.
pub fn typing_help(
    edition: &Edition,
    houses: &Houses,
    said: bool,
    (text, at): (&str, usize),
) -> Option<(Range<usize>, String)> {
    let typography = typography(edition, houses.of(&edition.lang).style(&edition.lang))?;
    let typography = if said { typography.inside_quotes() } else { typography };
    typography.help(text, at)
}

/// How this edition is to be set; `None` for a language without rules of its own.
fn typography<'a>(edition: &Edition, style: Option<&'a Style>) -> Option<Typography<'a>> {
    let typography = Typography::of(&edition.lang)?;
    Some(match style {
        Some(style) => {
            let pair = |marks: &'a (String, String)| (marks.0.trim_end(), marks.1.trim_start());
            let (outer, nested) = (&style.quote.outer, &style.quote.nested);
            // French marks keep the spaces that belong to them.
            let marks = match edition.lang.primary() {
                "fr" => ((outer.0.as_str(), outer.1.as_str()), (nested.0.as_str(), nested.1.as_str())),
                _ => (pair(outer), pair(nested)),
            };
            typography.with_quotes(marks.0, marks.1).with_dash(&style.dash, shows_dash(edition, style))
        }
        None => typography,
    })
}

/// Would a reader of the page see the house's dash? Then one of the other length beside it is a fault.
fn shows_dash(edition: &Edition, style: &Style) -> bool {
    let spaced = [format!(" {} ", style.dash), format!("\u{a0}{} ", style.dash)];
    let shows = |text: &str| spaced.iter().any(|dash| text.contains(dash.as_str()));
    let attributes = style.quote.after.uses("dash");
    edition.body.iter().any(|block| match &block.kind {
        BlockKind::Quote(quote) => attributes && !quote.text.is_blank() || shows(&quote.text.0),
        BlockKind::Paragraph(text) | BlockKind::Heading(text) => shows(&text.0),
        BlockKind::List { items, ordered: _ } => items.iter().any(|item| shows(&item.0)),
        BlockKind::Photo(_) => false,
    })
}

fn key(edition: &Edition, style: Option<&Style>, kind: Kind) -> Key {
    let marks = style.map(|style| {
        let (outer, nested) = (&style.quote.outer, &style.quote.nested);
        [outer.0.clone(), outer.1.clone(), nested.0.clone(), nested.1.clone(), style.dash.clone()]
    });
    let one_dash = style.is_some_and(|style| shows_dash(edition, style));
    Key { lang: edition.lang.clone(), marks: marks.unwrap_or_default(), one_dash, kind }
}

/// So many letters on each side tell a place.
const AROUND: usize = 16;

/// The word or two in which something is to be mended.
fn around(text: &str, correction: &Correction) -> String {
    let line = |letter: char| letter == '\n' || letter == '\r';
    let before = text[..correction.range.start].rsplit(line).next().unwrap_or_default();
    let after = text[correction.range.end..].split(line).next().unwrap_or_default();
    let start: String = before.chars().rev().take(AROUND).collect::<Vec<_>>().into_iter().rev().collect();
    let end: String = after.chars().take(AROUND).collect();
    // Words are not cut, where there is a whole one.
    let start =
        if start.len() < before.len() { start.split_once(' ').map_or(start.as_str(), |cut| cut.1) } else { &start };
    let end = if end.len() < after.len() { end.rsplit_once(' ').map_or(end.as_str(), |cut| cut.0) } else { &end };
    format!("{start}{}{end}", &text[correction.range.clone()]).trim().to_owned()
}

/// What is wrong, in words.
pub fn typography_words(point: Point) -> Message {
    Message::new(match point {
        Point::Quotes => "typography-quotes",
        Point::Apostrophe => "typography-apostrophe",
        Point::Dash => "typography-dash",
        Point::Range => "typography-range",
        Point::Ellipsis => "typography-ellipsis",
        Point::DoubleSpace => "typography-double-space",
        Point::Punctuation => "typography-punctuation",
        Point::NumberSign => "typography-number-sign",
        Point::Percent => "typography-percent",
        Point::Ordinal => "typography-ordinal",
        Point::Date => "typography-date",
        Point::DigitGroups => "typography-digit-groups",
        Point::Unit => "typography-unit",
        Point::Initials => "typography-initials",
        Point::NoBreak => "typography-no-break",
        Point::LookAlike => "typography-look-alike",
    })
}
