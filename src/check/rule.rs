//! What can be asked of a release, and how bad each is.

use crate::language::typography::Point;

/// How bad a finding is; the worse one is the smaller one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The release must not go out like this.
    Error,
    /// A newsroom would ask.
    Warning,
}

impl Severity {
    /// The word for a line of output.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// What can be asked of a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// The embargo ended before the release went out.
    EmbargoPast,
    /// The zone of the embargo is in no database.
    EmbargoZoneUnknown,
    /// The house has no style for the language of an edition.
    StyleMissing,
    /// An edition has no headline.
    HeadlineMissing,
    /// An edition has no text.
    BodyEmpty,
    /// Parts of an edition are empty that have words in the original.
    TranslationMissing,
    /// A quote says nothing.
    QuoteEmpty,
    /// Nobody said a quote.
    QuoteSpeakerMissing,
    /// A quote refers to a speaker that the release does not have.
    QuoteSpeakerGone,
    /// A quote does not say how its speaker said it.
    QuoteVerbMissing,
    /// A quote was typed with the marks that the house adds.
    QuoteMarksTyped,
    /// The text quotes somebody and nowhere says who that is.
    SpeakerNotIntroduced,
    /// The register knows a title of a quoted speaker, and the text never says it.
    SpeakerTitleUnsaid,
    /// The verb of a quote is in the form for a man where a woman speaks, or the other way round.
    QuoteVerbGender,
    /// A quoted speaker has neither name nor title in any language.
    SpeakerNameMissing,
    /// A quoted speaker has no name in the language of an edition.
    SpeakerNameUntranslated,
    /// A quoted speaker has a title in another language and none in that of an edition.
    SpeakerTitleUntranslated,
    /// The register spells the name of a speaker otherwise.
    SpeakerNameInRegister,
    /// The register knows another title of a speaker on the day of the release.
    SpeakerTitleInRegister,
    /// The title of a speaker had ended by the day of the release.
    SpeakerTitleEnded,
    /// A photo stands in the text that the release does not have.
    PhotoGone,
    /// Nobody is named as the author of a photo.
    PhotoCreditMissing,
    /// A photo is not put in words in the language of an edition.
    PhotoAltMissing,
    /// The file of a photo says who is in it, and no caption names any of them.
    PhotoPersonUnnamed,
    /// A photo has too few pixels for a web site.
    PhotoSmallForWeb,
    /// A photo has too few pixels for its place on paper.
    PhotoSmallForPrint,
    /// Photos are to stand at the end, and the house shows none there.
    PhotoShownNowhere,
    /// The credit of a photo is longer than older programs can hold.
    PhotoCreditCut,
    /// Nobody answers when a newsroom calls.
    ContactMissing,
    /// The unit of a contact has a name in other languages and none in that of an edition.
    ContactUnitUntranslated,
    /// Some letters are in no font of the program.
    LetterMissing,
    /// A translation has other numbers, dates or times than the original.
    ParityNumbers,
    /// A translation leads to other addresses than the original.
    ParityLinks,
    /// One edition has a block that another lacks.
    ParityBlockMissing,
    /// A list has more points in one edition than in another.
    ParityListLength,
    /// The text of an edition was changed after somebody had approved it.
    ApprovalVoid,
    /// The release is called approved, and nobody is named who approved an edition.
    ApprovalMissing,
    /// A text is not set as its language or house has it.
    Typography(Point),
}

impl Rule {
    /// All rules.
    pub const ALL: [Rule; 53] = [
        Rule::EmbargoPast,
        Rule::EmbargoZoneUnknown,
        Rule::StyleMissing,
        Rule::HeadlineMissing,
        Rule::BodyEmpty,
        Rule::TranslationMissing,
        Rule::QuoteEmpty,
        Rule::QuoteSpeakerMissing,
        Rule::QuoteSpeakerGone,
        Rule::QuoteVerbMissing,
        Rule::QuoteMarksTyped,
        Rule::SpeakerNotIntroduced,
        Rule::SpeakerTitleUnsaid,
        Rule::QuoteVerbGender,
        Rule::SpeakerNameMissing,
        Rule::SpeakerNameUntranslated,
        Rule::SpeakerTitleUntranslated,
        Rule::SpeakerNameInRegister,
        Rule::SpeakerTitleInRegister,
        Rule::SpeakerTitleEnded,
        Rule::PhotoGone,
        Rule::PhotoCreditMissing,
        Rule::PhotoAltMissing,
        Rule::PhotoPersonUnnamed,
        Rule::PhotoSmallForWeb,
        Rule::PhotoSmallForPrint,
        Rule::PhotoShownNowhere,
        Rule::PhotoCreditCut,
        Rule::ContactMissing,
        Rule::ContactUnitUntranslated,
        Rule::LetterMissing,
        Rule::ParityNumbers,
        Rule::ParityLinks,
        Rule::ParityBlockMissing,
        Rule::ParityListLength,
        Rule::ApprovalVoid,
        Rule::ApprovalMissing,
        Rule::Typography(Point::Quotes),
        Rule::Typography(Point::Apostrophe),
        Rule::Typography(Point::Dash),
        Rule::Typography(Point::Range),
        Rule::Typography(Point::Ellipsis),
        Rule::Typography(Point::DoubleSpace),
        Rule::Typography(Point::Punctuation),
        Rule::Typography(Point::NumberSign),
        Rule::Typography(Point::Percent),
        Rule::Typography(Point::Ordinal),
        Rule::Typography(Point::Date),
        Rule::Typography(Point::DigitGroups),
        Rule::Typography(Point::Unit),
        Rule::Typography(Point::Initials),
        Rule::Typography(Point::NoBreak),
        Rule::Typography(Point::LookAlike),
    ];

    /// The name by which scripts know the rule; it never changes.
    pub fn name(self) -> &'static str {
        match self {
            Rule::EmbargoPast => "embargo-past",
            Rule::EmbargoZoneUnknown => "embargo-zone-unknown",
            Rule::StyleMissing => "style-missing",
            Rule::HeadlineMissing => "headline-missing",
            Rule::BodyEmpty => "body-empty",
            Rule::TranslationMissing => "translation-missing",
            Rule::QuoteEmpty => "quote-empty",
            Rule::QuoteSpeakerMissing => "quote-speaker-missing",
            Rule::QuoteSpeakerGone => "quote-speaker-gone",
            Rule::QuoteVerbMissing => "quote-verb-missing",
            Rule::QuoteMarksTyped => "quote-marks-typed",
            Rule::SpeakerNotIntroduced => "speaker-not-introduced",
            Rule::SpeakerTitleUnsaid => "speaker-title-unsaid",
            Rule::QuoteVerbGender => "quote-verb-gender",
            Rule::SpeakerNameMissing => "speaker-name-missing",
            Rule::SpeakerNameUntranslated => "speaker-name-untranslated",
            Rule::SpeakerTitleUntranslated => "speaker-title-untranslated",
            Rule::SpeakerNameInRegister => "speaker-name-in-register",
            Rule::SpeakerTitleInRegister => "speaker-title-in-register",
            Rule::SpeakerTitleEnded => "speaker-title-ended",
            Rule::PhotoGone => "photo-gone",
            Rule::PhotoCreditMissing => "photo-credit-missing",
            Rule::PhotoAltMissing => "photo-alt-missing",
            Rule::PhotoPersonUnnamed => "photo-person-unnamed",
            Rule::PhotoSmallForWeb => "photo-small-for-web",
            Rule::PhotoSmallForPrint => "photo-small-for-print",
            Rule::PhotoShownNowhere => "photo-shown-nowhere",
            Rule::PhotoCreditCut => "photo-credit-cut",
            Rule::ContactMissing => "contact-missing",
            Rule::ContactUnitUntranslated => "contact-unit-untranslated",
            Rule::LetterMissing => "letter-missing",
            Rule::ParityNumbers => "parity-numbers",
            Rule::ParityLinks => "parity-links",
            Rule::ParityBlockMissing => "parity-block-missing",
            Rule::ParityListLength => "parity-list-length",
            Rule::ApprovalVoid => "approval-void",
            Rule::ApprovalMissing => "approval-missing",
            Rule::Typography(Point::Quotes) => "typography-quotes",
            Rule::Typography(Point::Apostrophe) => "typography-apostrophe",
            Rule::Typography(Point::Dash) => "typography-dash",
            Rule::Typography(Point::Range) => "typography-range",
            Rule::Typography(Point::Ellipsis) => "typography-ellipsis",
            Rule::Typography(Point::DoubleSpace) => "typography-double-space",
            Rule::Typography(Point::Punctuation) => "typography-punctuation",
            Rule::Typography(Point::NumberSign) => "typography-number-sign",
            Rule::Typography(Point::Percent) => "typography-percent",
            Rule::Typography(Point::Ordinal) => "typography-ordinal",
            Rule::Typography(Point::Date) => "typography-date",
            Rule::Typography(Point::DigitGroups) => "typography-digit-groups",
            Rule::Typography(Point::Unit) => "typography-unit",
            Rule::Typography(Point::Initials) => "typography-initials",
            Rule::Typography(Point::NoBreak) => "typography-no-break",
            Rule::Typography(Point::LookAlike) => "typography-look-alike",
        }
    }

    /// How bad it is where this rule is not kept.
    pub fn severity(self) -> Severity {
        match self {
            Rule::EmbargoPast
            | Rule::EmbargoZoneUnknown
            | Rule::HeadlineMissing
            | Rule::BodyEmpty
            | Rule::QuoteSpeakerMissing
            | Rule::QuoteSpeakerGone
            | Rule::SpeakerNameMissing
            | Rule::PhotoGone
            | Rule::PhotoCreditMissing
            | Rule::ApprovalVoid => Severity::Error,
            Rule::StyleMissing
            | Rule::TranslationMissing
            | Rule::QuoteEmpty
            | Rule::QuoteVerbMissing
            | Rule::QuoteMarksTyped
            | Rule::SpeakerNotIntroduced
            | Rule::SpeakerTitleUnsaid
            | Rule::QuoteVerbGender
            | Rule::SpeakerNameUntranslated
            | Rule::SpeakerTitleUntranslated
            | Rule::SpeakerNameInRegister
            | Rule::SpeakerTitleInRegister
            | Rule::SpeakerTitleEnded
            | Rule::PhotoAltMissing
            | Rule::PhotoPersonUnnamed
            | Rule::PhotoSmallForWeb
            | Rule::PhotoSmallForPrint
            | Rule::PhotoShownNowhere
            | Rule::PhotoCreditCut
            | Rule::ContactMissing
            | Rule::ContactUnitUntranslated
            | Rule::LetterMissing
            | Rule::ParityNumbers
            | Rule::ParityLinks
            | Rule::ParityBlockMissing
            | Rule::ParityListLength
            | Rule::ApprovalMissing
            | Rule::Typography(_) => Severity::Warning,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_name_of_its_own() {
        let mut names: Vec<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Rule::ALL.len());
    }
}
