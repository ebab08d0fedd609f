//! Who has cleared which text for sending.
//!
//! An approval is given to one edition as its reader would get it, and is bound to those words: whatever of them is changed
//! afterwards, the approval no longer holds, and everybody sees that.

use std::hash::Hasher;
use std::io;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use siphasher::sip128::SipHasher13;

use super::{Block, BlockKind, Edition, Embargo, Fingerprint, Kind, Lang, Release, Speaker, Standing, Status, Text};

/// Somebody has read the text in one language and cleared it for sending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Who has read it.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// What that person read.
    pub text: Fingerprint,
}

/// What has become of an approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clearance<'a> {
    /// Nobody has approved the text.
    None,
    /// The text is the one that was approved.
    Holds(&'a Approval),
    /// The text is another one than that which was approved.
    Void(&'a Approval),
}

impl Release {
    /// Has this edition been approved, and is its text still the one that was?
    pub fn clearance<'a>(&self, edition: &'a Edition) -> Clearance<'a> {
        match &edition.approval {
            None => Clearance::None,
            Some(approval) if approval.text == self.text_of(edition) => Clearance::Holds(approval),
            Some(approval) => Clearance::Void(approval),
        }
    }

    /// Somebody approves the text in this language; with the last of the languages the release is approved.
    pub fn approve(&mut self, lang: &Lang, by: &str, at: Timestamp) {
        let Some(text) = self.edition(lang).map(|edition| self.text_of(edition)) else { return };
        if let Some(edition) = self.editions.iter_mut().find(|edition| edition.lang == *lang) {
            edition.approval = Some(Approval { by: by.to_owned(), at, text });
        }
        if matches!(self.status, Status::Draft | Status::InReview) && self.is_cleared() {
            self.status = Status::Approved;
        }
    }

    /// The approval of the text in this language is taken back, and with it that of the release.
    pub fn withdraw_approval(&mut self, lang: &Lang) {
        if let Some(edition) = self.editions.iter_mut().find(|edition| edition.lang == *lang) {
            edition.approval = None;
        }
        if self.status == Status::Approved {
            self.status = Status::InReview;
        }
    }

    /// Is every edition approved as it is now?
    fn is_cleared(&self) -> bool {
        self.editions.iter().all(|edition| matches!(self.clearance(edition), Clearance::Holds(_)))
    }

    /// How far the work has come in truth: a release whose text was changed after its approval is in review again.
    pub fn standing(&self) -> Status {
        if self.status == Status::Approved && !self.is_cleared() { Status::InReview } else { self.status }
    }

    /// The words that a reader of this edition gets, as a number.
    ///
    /// Nothing of it may change with a new version of the program, or every approval that was ever given would be void: a
    /// field that is added to a block later is left out of the text where it is empty.
    fn text_of(&self, edition: &Edition) -> Fingerprint {
        let Edition { lang, headline, subhead, place, body, notes_to_editors, approval: _ } = edition;
        let quoted = |speaker: &&Speaker| {
            body.iter().any(|block| matches!(&block.kind, BlockKind::Quote(quote) if quote.speaker == Some(speaker.id)))
        };
        let text = ApprovedText {
            kind: self.kind,
            issued: self.issued,
            embargo: &self.embargo,
            lang,
            headline,
            subhead,
            place,
            body,
            notes_to_editors,
            speakers: self
                .speakers
                .iter()
                .filter(quoted)
                .map(|it| (it.id.0, it.name.best(lang), it.title.best(lang), it.introduced.best(lang)))
                .collect(),
            photos: self
                .photos
                .iter()
                .map(|it| (it.id.0, it.standing, it.caption.best(lang), it.credit.as_str(), it.alt.best(lang)))
                .collect(),
            contacts: self
                .contacts
                .iter()
                .map(|it| {
                    (it.unit.best(lang), it.person.best(lang), it.phones.as_slice(), it.email.as_str(), it.web.as_str())
                })
                .collect(),
        };
        let mut hashed = Hashed(SipHasher13::new());
        // Only writing can fail here, and this writing does not.
        let _ = serde_json::to_writer(&mut hashed, &text);
        Fingerprint::finished(&hashed.0)
    }
}

/// What is approved: the words, and what stands with them.
#[derive(Serialize)]
struct ApprovedText<'a> {
    kind: Kind,
    issued: Date,
    embargo: &'a Embargo,
    lang: &'a Lang,
    headline: &'a str,
    subhead: &'a str,
    place: &'a str,
    body: &'a [Block],
    notes_to_editors: &'a Text,
    /// Number, name, title, and what introduces them instead of it.
    speakers: Vec<(u32, &'a str, &'a str, &'a str)>,
    /// Number, place, caption, credit, alternative text.
    photos: Vec<(u32, Standing, &'a str, &'a str, &'a str)>,
    /// Unit, person, telephones, mail, web.
    contacts: Vec<(&'a str, &'a str, &'a [String], &'a str, &'a str)>,
}

/// Takes in what is written, and keeps a number.
struct Hashed(SipHasher13);

impl io::Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::release::{BlockId, ByLang, Contact, Photo, PhotoId, Quote, SpeakerId};

    fn lang(tag: &str) -> Lang {
        tag.parse().unwrap()
    }

    /// In Russian and English, with somebody quoted in Russian only.
    fn release() -> Release {
        let (ru, en) = (lang("ru"), lang("en"));
        let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), ru.clone());
        let said = |text: &str, id| {
            BlockKind::Quote(Quote { text: text.into(), speaker: Some(SpeakerId(id)), ..Quote::default() })
        };
        release.editions[0].headline = "Мост открыт".into();
        release.editions[0].body = vec![Block { id: BlockId(1), kind: said("Мы ждали.", 1) }];
        release.editions.push(Edition { headline: "The bridge is open".into(), ..Edition::new(en.clone()) });
        let mut name = ByLang::one(&ru, "Айгуль Тестова");
        name.set(&en, "Aigul Testova".into());
        release.speakers =
            vec![Speaker { name, title: ByLang::one(&ru, "председатель"), ..Speaker::new(SpeakerId(1)) }];
        release.photos =
            vec![Photo { caption: ByLang::one(&ru, "Мост"), ..Photo::new(PhotoId(1), "bridge.jpg".into()) }];
        release.contacts = vec![Contact { email: "press@example.org".into(), ..Contact::default() }];
        release
    }

    fn approved() -> Release {
        let mut release = release();
        release.approve(&lang("ru"), "Айгуль", Timestamp::UNIX_EPOCH);
        release.approve(&lang("en"), "Айгуль", Timestamp::UNIX_EPOCH);
        release
    }

    fn hold(release: &Release) -> Vec<bool> {
        release.editions.iter().map(|edition| matches!(release.clearance(edition), Clearance::Holds(_))).collect()
    }

    #[test]
    fn with_the_last_language_the_release_is_approved() {
        let mut release = release();
        release.approve(&lang("ru"), "Айгуль", Timestamp::UNIX_EPOCH);
        assert_eq!((release.status, hold(&release)), (Status::Draft, vec![true, false]));
        release.approve(&lang("en"), "John", Timestamp::UNIX_EPOCH);
        assert_eq!(
            (release.status, release.standing(), hold(&release)),
            (Status::Approved, Status::Approved, vec![true; 2])
        );
        release.withdraw_approval(&lang("ru"));
        assert_eq!((release.status, hold(&release)), (Status::InReview, vec![false, true]));
    }

    #[test]
    fn what_was_sent_stays_sent_when_it_is_approved() {
        let mut release = release();
        release.status = Status::Sent;
        release.approve(&lang("ru"), "Айгуль", Timestamp::UNIX_EPOCH);
        release.approve(&lang("en"), "Айгуль", Timestamp::UNIX_EPOCH);
        assert_eq!(release.standing(), Status::Sent);
    }

    /// What a change of a release makes of the approvals of its two languages.
    type Changed = (fn(&mut Release), [bool; 2]);

    #[test]
    fn whatever_a_reader_gets_otherwise_voids_the_approval_of_that_language_alone() {
        let changes: [Changed; 12] = [
            (|release| release.editions[0].headline.push('!'), [false, true]),
            (|release| release.editions[1].subhead = "At last".into(), [true, false]),
            (|release| release.editions[1].notes_to_editors = "Photos follow.".into(), [true, false]),
            (|release| release.editions[0].body.clear(), [false, true]),
            (|release| release.issued = date(2026, 11, 24), [false, false]),
            (|release| release.speakers[0].name = ByLang::one(&lang("ru"), "Айгүл Тестова"), [false, true]),
            (|release| release.speakers[0].name.set(&lang("en"), "A. Testova".into()), [true, true]),
            (|release| release.photos[0].caption = ByLang::one(&lang("ru"), "Новый мост"), [false, false]),
            (|release| release.photos[0].credit = "A. Example".into(), [false, false]),
            (|release| release.contacts[0].email = "news@example.org".into(), [false, false]),
            (|release| release.photos[0].keywords.push("мост".into()), [true, true]),
            (|release| release.status = Status::Sent, [true, true]),
        ];
        for (number, (change, left)) in changes.into_iter().enumerate() {
            let mut release = approved();
            change(&mut release);
            assert_eq!(hold(&release), left, "change {number}");
        }
    }

    #[test]
    fn a_release_whose_text_was_changed_is_in_review_again() {
        let mut release = approved();
        release.editions[0].headline.push('!');
        assert_eq!(release.standing(), Status::InReview);
        release.editions[0].headline.pop();
        assert_eq!(release.standing(), Status::Approved);
    }

    #[test]
    fn approvals_of_earlier_programs_hold() {
        // The number that the first program with approvals gave; where it is another one, every approval is void.
        let release = approved();
        let numbers = release.editions.iter().map(|edition| format!("{:?}", edition.approval.as_ref().unwrap().text));
        let first = [
            "Fingerprint(3330476074898396164, 11023405742999565589)",
            "Fingerprint(5049401212652408673, 4746120546260814184)",
        ];
        assert_eq!(numbers.collect::<Vec<_>>(), first);
    }
}
