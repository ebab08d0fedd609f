//! What an editor would ask before a release goes out: nobody named under a photo, words that nobody said, an embargo
//! that is over.
//!
//! A [`Finding`] says what is missing and where; it changes nothing. Today's hour is an argument.

mod fix;
mod letters;
mod parity;
mod photos;
mod place;
mod question;
mod quotes;
mod register;
mod rule;
mod titles;
mod typography;

use jiff::Timestamp;

use crate::house::Houses;
use crate::release::{
    BlockId, BlockKind, ByLang, Clearance, Contact, Edition, Embargo, Lang, Release, Status, Text, letters, unix_lines,
};

pub use fix::Fix;
pub use letters::check_letters;
pub use parity::{ReadTexts, check_parity};
pub use photos::shows_photos_at_end;
pub use place::Place;
pub use register::check_register;
pub use rule::{Rule, Severity};
pub use typography::{
    Misset, Part, Remembered, Spot, check_typography, gathered, missets, typing_help, typography_words,
};

/// One question that an editor would ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What is asked.
    pub rule: Rule,
    /// Where the answer is to be written.
    pub place: Place,
    /// The other place, where two do not agree.
    pub other: Option<Place>,
    /// How many places it speaks of.
    pub count: usize,
    /// The letters or words in question, where the rule is about some.
    pub letters: String,
    /// What can be done about it at the press of a button.
    pub fix: Option<Fix>,
}

impl Finding {
    fn new(rule: Rule, place: Place) -> Self {
        Finding { severity: rule.severity(), rule, place, other: None, count: 1, letters: String::new(), fix: None }
    }
}

/// Everything that an editor would ask before sending at this hour: the worst first, then in reading order.
pub fn check(release: &Release, houses: &Houses, now: Timestamp) -> Vec<Finding> {
    let mut findings = Vec::new();
    check_embargo(release, now, &mut findings);
    for edition in &release.editions {
        check_edition(release, edition, houses, &mut findings);
    }
    check_approvals(release, &mut findings);
    quotes::check_names(release, &mut findings);
    photos::check(release, houses, &mut findings);
    if release.contacts.iter().all(Contact::is_empty) {
        findings.push(Finding::new(Rule::ContactMissing, Place::Contacts));
    }
    check_units(release, &mut findings);
    findings.sort_by_key(|finding| finding.severity);
    findings
}

fn check_embargo(release: &Release, now: Timestamp, findings: &mut Vec<Finding>) {
    let Embargo::Until { .. } = &release.embargo else { return };
    let over = match release.status {
        Status::Draft | Status::InReview | Status::Approved => true,
        // What has gone out may well be read after its embargo.
        Status::Sent | Status::Corrected | Status::Withdrawn => false,
    };
    match release.embargo.ends() {
        None => findings.push(Finding::new(Rule::EmbargoZoneUnknown, Place::Embargo)),
        Some(ends) if ends <= now && over => findings.push(Finding::new(Rule::EmbargoPast, Place::Embargo)),
        Some(_) => {}
    }
}

/// An approval is for the words that somebody read, and no others.
fn check_approvals(release: &Release, findings: &mut Vec<Finding>) {
    for edition in &release.editions {
        let place = Place::Approval(edition.lang.clone());
        match release.clearance(edition) {
            Clearance::Void(_) => findings.push(Finding::new(Rule::ApprovalVoid, place)),
            Clearance::None if release.status == Status::Approved => {
                findings.push(Finding::new(Rule::ApprovalMissing, place));
            }
            Clearance::None | Clearance::Holds(_) => {}
        }
    }
}

/// Asks for the name of a contact's unit in each language, where it has one in another.
fn check_units(release: &Release, findings: &mut Vec<Finding>) {
    for Edition { lang, .. } in &release.editions {
        for (index, contact) in release.contacts.iter().enumerate() {
            let elsewhere = contact.unit.best(lang).trim();
            if !elsewhere.is_empty() && said_in(&contact.unit, lang).is_empty() {
                let place = Place::ContactUnit(index, lang.clone());
                let asked = Finding::new(Rule::ContactUnitUntranslated, place);
                findings.push(Finding { letters: elsewhere.to_owned(), ..asked });
            }
        }
    }
}

fn check_edition(release: &Release, edition: &Edition, houses: &Houses, findings: &mut Vec<Finding>) {
    let lang = &edition.lang;
    let style = houses.of(lang).style(lang);
    if style.is_none() {
        findings.push(Finding::new(Rule::StyleMissing, Place::Edition(lang.clone())));
    }
    if edition.headline.trim().is_empty() {
        findings.push(Finding::new(Rule::HeadlineMissing, Place::Headline(lang.clone())));
    }
    if !has_text(edition) {
        findings.push(Finding::new(Rule::BodyEmpty, Place::Body(lang.clone())));
    } else if let Some(first) = untranslated(release, edition).next() {
        findings.push(Finding::new(Rule::TranslationMissing, Place::Block(lang.clone(), first)));
    }
    let mut quotes = quotes::Quotes::new(release, edition, style);
    for block in &edition.body {
        match &block.kind {
            BlockKind::Quote(quote) => quotes.check(block.id, quote, findings),
            BlockKind::Photo(id) if release.photo(*id).is_none() => {
                findings.push(Finding::new(Rule::PhotoGone, Place::Block(lang.clone(), block.id)));
            }
            BlockKind::Photo(_) | BlockKind::Paragraph(_) | BlockKind::Heading(_) | BlockKind::List { .. } => {}
        }
    }
}

/// The blocks of a translation that are empty, though the original has words there. Quotes are asked about one by one.
fn untranslated<'a>(release: &'a Release, edition: &'a Edition) -> impl Iterator<Item = BlockId> + 'a {
    let original = release.editions.first().filter(|original| original.lang != edition.lang);
    let is_empty = |kind: &BlockKind| match kind {
        BlockKind::Paragraph(text) | BlockKind::Heading(text) => Some(text.is_blank()),
        BlockKind::List { items, ordered: _ } => Some(items.iter().all(Text::is_blank)),
        BlockKind::Quote(_) | BlockKind::Photo(_) => None,
    };
    let empty = edition.body.iter().filter(move |block| is_empty(&block.kind) == Some(true)).map(|block| block.id);
    empty.filter(move |id| {
        original.and_then(|original| original.block(*id)).is_some_and(|block| is_empty(&block.kind) == Some(false))
    })
}

/// Headings and photos alone are no text.
fn has_text(edition: &Edition) -> bool {
    edition.body.iter().any(|block| match &block.kind {
        BlockKind::Paragraph(text) => !text.is_blank(),
        BlockKind::Quote(quote) => !quote.text.is_blank(),
        BlockKind::List { items, ordered: _ } => items.iter().any(|item| !item.is_blank()),
        BlockKind::Heading(_) | BlockKind::Photo(_) => false,
    })
}

/// The words in this language or in a variant of it.
fn said_in<'a>(words: &'a ByLang, lang: &Lang) -> &'a str {
    words.said_in(lang)
}

/// The letters that a reader sees, on one line.
fn plain(text: &Text) -> String {
    unix_lines(letters(&text.words()).trim()).replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};
    use uuid::Uuid;

    use super::*;
    use crate::house::{After, House, Style};
    use crate::language::Language;
    use crate::release::{Block, BlockId, Photo, PhotoId, Quote};

    fn lang(tag: &str) -> Lang {
        tag.parse().unwrap()
    }

    fn houses() -> Houses {
        let style = |tag: &str| {
            let neutral = Style::neutral(Language::of(&lang(tag)));
            (lang(tag), Style { after_body: vec![After::Photos], ..neutral })
        };
        Houses {
            named: Some(House { styles: [style("en"), style("ru")].into(), ..House::default() }),
            ..Houses::default()
        }
    }

    /// A release of which an editor asks nothing.
    fn release() -> Release {
        let en = lang("en");
        let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), en.clone());
        release.editions[0].headline = "The bridge opens".into();
        release.editions[0].body = vec![block(1, BlockKind::Paragraph("The bridge is open.".into()))];
        release.contacts = vec![Contact { email: "press@example.org".into(), ..Contact::default() }];
        release.photos = vec![Photo {
            credit: "A. Example".into(),
            alt: ByLang::one(&en, "A bridge"),
            ..Photo::new(PhotoId(1), "bridge.jpg".into())
        }];
        release
    }

    fn block(id: u32, kind: BlockKind) -> Block {
        Block { id: BlockId(id), kind }
    }

    fn found(release: &Release) -> Vec<Rule> {
        let now = "2026-11-23T07:00:00Z".parse().unwrap();
        check(release, &houses(), now).into_iter().map(|finding| finding.rule).collect()
    }

    fn until(hour: i8, zone: &str) -> Embargo {
        Embargo::Until { at: datetime(2026, 11, 23, hour, 0, 0, 0), zone: zone.into() }
    }

    #[test]
    fn nothing_is_asked_of_a_finished_release() {
        assert_eq!(found(&release()), []);
    }

    #[test]
    fn a_headline_is_asked_for_in_each_edition() {
        let mut release = release();
        release.editions[0].headline = " \n".into();
        assert_eq!(found(&release), [Rule::HeadlineMissing]);
        release.editions[0].headline = "0".into();
        assert_eq!(found(&release), []);
        release.editions[0].headline = "Мост открыт".into();
        assert_eq!(found(&release), []);
    }

    #[test]
    fn what_was_not_translated_is_asked_about_once() {
        let mut release = release();
        let words = |id: u32, words: &str| block(id, BlockKind::Paragraph(words.into()));
        release.editions[0].body = vec![words(1, "One."), words(2, "Two."), words(3, "Three."), words(4, "")];
        release.photos[0].alt.set(&lang("ru"), "Мост".into());
        release.editions.push(Edition { headline: "Мост".into(), ..Edition::new(lang("ru")) });
        release.editions[1].body = vec![words(1, "Раз."), words(2, " "), words(3, ""), words(4, ""), words(9, "")];
        let findings = check(&release, &houses(), Timestamp::UNIX_EPOCH);
        assert_eq!(findings, [Finding::new(Rule::TranslationMissing, Place::Block(lang("ru"), BlockId(2)))]);
        assert_eq!(findings[0].message(&release).to_string(), "2 parts of the text have no translation.");
        release.editions[1].body[1] = words(2, "Два.");
        assert_eq!(
            check(&release, &houses(), Timestamp::UNIX_EPOCH)[0].message(&release).to_string(),
            "One part of the text has no translation."
        );
        release.editions[1].body.remove(2);
        assert_eq!(found(&release), []);
    }

    #[test]
    fn headings_photos_and_blank_blocks_are_no_text() {
        let mut release = release();
        for body in [
            vec![],
            vec![block(1, BlockKind::Paragraph(" ".into()))],
            vec![block(1, BlockKind::Heading("The bridge".into())), block(2, BlockKind::Photo(PhotoId(1)))],
            vec![block(1, BlockKind::List { ordered: true, items: vec![] })],
        ] {
            release.editions[0].body = body;
            assert_eq!(found(&release), [Rule::BodyEmpty]);
        }
        release.editions[0].body = vec![block(1, BlockKind::List { ordered: false, items: vec!["One".into()] })];
        assert_eq!(found(&release), []);
        release.editions[0].body =
            vec![block(1, BlockKind::Heading("A".into())), block(2, BlockKind::Paragraph("B".into()))];
        assert_eq!(found(&release), []);
    }

    #[test]
    fn a_contact_with_nothing_in_it_is_no_contact() {
        let mut release = release();
        for contacts in [vec![], vec![Contact { phones: vec![" ".into()], ..Contact::default() }]] {
            release.contacts = contacts;
            assert_eq!(found(&release), [Rule::ContactMissing]);
        }
        for contact in [
            Contact { phones: vec!["70-00-00".into()], ..Contact::default() },
            Contact { unit: ByLang::one(&lang("en"), "Press service"), ..Contact::default() },
        ] {
            release.contacts = vec![Contact::default(), contact];
            assert_eq!(found(&release), []);
        }
    }

    #[test]
    fn a_unit_is_asked_for_in_each_language_of_the_release() {
        let mut release = release();
        let unit = ByLang::one(&lang("ru"), "Пресс-служба");
        release.contacts.push(Contact { unit, ..Contact::default() });
        let findings = check(&release, &houses(), Timestamp::UNIX_EPOCH);
        let [found] = findings.as_slice() else { panic!("{findings:?}") };
        assert_eq!((found.rule, &found.place), (Rule::ContactUnitUntranslated, &Place::ContactUnit(1, lang("en"))));
        assert_eq!(found.message(&release).to_string(), "The press contact “Пресс-служба” has no name in English.");
        release.contacts[1].unit.set(&lang("en-GB"), "Press service".into());
        assert_eq!(self::found(&release), []);
    }

    #[test]
    fn every_photo_names_its_author() {
        let mut release = release();
        release.photos[0].credit = "  ".into();
        let findings = check(&release, &houses(), Timestamp::UNIX_EPOCH);
        assert_eq!(findings, [Finding::new(Rule::PhotoCreditMissing, Place::Photo(PhotoId(1)))]);
        assert_eq!(findings[0].message(&release).to_string(), "The photo “bridge.jpg” has no credit.");
        release.photos[0].credit = "Н.Байбулин".into();
        assert_eq!(found(&release), []);
        release.photos.clear();
        assert_eq!(found(&release), []);
    }

    #[test]
    fn a_photo_is_put_in_words_in_the_language_of_each_edition() {
        let mut release = release();
        release.editions[0].lang = lang("ru");
        assert_eq!(found(&release), [Rule::PhotoAltMissing]);
        release.photos[0].alt.set(&lang("ru"), "Мост".into());
        assert_eq!(found(&release), []);
        // Words for a British reader serve an American one.
        release.editions[0].lang = lang("en");
        release.photos[0].alt = ByLang::one(&lang("en-GB"), "A bridge");
        assert_eq!(found(&release), []);
    }

    #[test]
    fn a_block_never_stands_for_a_photo_that_is_gone() {
        let mut release = release();
        release.editions[0].body.push(block(2, BlockKind::Photo(PhotoId(9))));
        assert_eq!(found(&release), [Rule::PhotoGone]);
        release.editions[0].body[1].kind = BlockKind::Photo(PhotoId(1));
        assert_eq!(found(&release), []);
        release.editions[0].body[1].kind = BlockKind::Heading("Photo 9".into());
        assert_eq!(found(&release), []);
    }

    #[test]
    fn an_embargo_ends_after_the_hour_of_sending() {
        let mut release = release();
        // It is noon in Almaty and seven o'clock in London.
        for (embargo, rules) in [
            (until(11, "Asia/Almaty"), &[Rule::EmbargoPast][..]),
            (until(12, "Asia/Almaty"), &[Rule::EmbargoPast]),
            (until(13, "Asia/Almaty"), &[]),
            (until(8, "Europe/London"), &[]),
            (Embargo::None, &[]),
            (until(13, "Asia/Nowhere"), &[Rule::EmbargoZoneUnknown]),
            (until(13, ""), &[Rule::EmbargoZoneUnknown]),
        ] {
            release.embargo = embargo;
            assert_eq!(found(&release), rules, "{:?}", release.embargo);
        }
        release.embargo = until(11, "Asia/Almaty");
        release.status = Status::Sent;
        assert_eq!(found(&release), []);
    }

    #[test]
    fn an_edition_asks_for_a_style_in_its_language() {
        let mut release = release();
        release.photos.clear();
        for (tag, rules) in [("tr", &[Rule::StyleMissing][..]), ("ru", &[]), ("en-GB", &[])] {
            release.editions[0].lang = lang(tag);
            assert_eq!(found(&release), rules, "{tag}");
        }
        assert_eq!(check(&release, &Houses::default(), Timestamp::UNIX_EPOCH)[0].rule, Rule::StyleMissing);
    }

    #[test]
    fn the_worst_comes_first_then_what_is_read_first() {
        let mut release = release();
        release.embargo = until(1, "Asia/Almaty");
        release.contacts.clear();
        release.photos[0].credit.clear();
        release.editions.push(Edition::new(lang("tr")));
        release.editions[0].body.insert(0, block(5, BlockKind::Quote(Quote::default())));
        let expected = [
            Rule::EmbargoPast,
            Rule::HeadlineMissing,
            Rule::BodyEmpty,
            Rule::PhotoCreditMissing,
            Rule::QuoteEmpty,
            Rule::StyleMissing,
            Rule::PhotoAltMissing,
            Rule::ContactMissing,
        ];
        assert_eq!(found(&release), expected);
    }
}
