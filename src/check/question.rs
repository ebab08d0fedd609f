//! A finding as the question that an editor would ask, in whatever language the reader has.

use super::{Finding, Place, Rule, plain, said_in, untranslated};
use crate::release::{BlockKind, Embargo, Lang, Photo, Quote, Release, Speaker};
use crate::words::{Message, Particular};

impl Finding {
    /// The question as one plain sentence that names the thing.
    pub fn message(&self, release: &Release) -> Message {
        let place = &self.place;
        let lang = || place.lang().map(Lang::as_str).unwrap_or_default();
        match self.rule {
            Rule::EmbargoPast => Message::new("finding-embargo-past"),
            Rule::EmbargoZoneUnknown => match &release.embargo {
                Embargo::Until { zone, at: _ } => {
                    Message::new("finding-embargo-zone-unknown").with("zone", zone.as_str())
                }
                Embargo::None => Message::new("finding-embargo-zone-missing"),
            },
            Rule::StyleMissing => Message::new("finding-style-missing").with("lang", lang()),
            Rule::HeadlineMissing => Message::new("finding-headline-missing"),
            Rule::BodyEmpty => Message::new("finding-body-empty"),
            Rule::TranslationMissing => {
                let edition = place.lang().and_then(|lang| release.edition(lang));
                let count = edition.map_or(0, |edition| untranslated(release, edition).count());
                Message::new("finding-translation-missing").with("count", count)
            }
            Rule::QuoteEmpty => Message::new("finding-quote-empty"),
            Rule::QuoteSpeakerMissing => {
                Message::new("finding-quote-speaker-missing").with("quote", quote(place, release))
            }
            Rule::QuoteSpeakerGone => Message::new("finding-quote-speaker-gone").with("quote", quote(place, release)),
            Rule::QuoteVerbMissing => Message::new("finding-quote-verb-missing").with("quote", quote(place, release)),
            Rule::QuoteMarksTyped => Message::new("finding-quote-marks-typed").with("quote", quote(place, release)),
            Rule::SpeakerNotIntroduced => {
                Message::new("finding-speaker-not-introduced").with("speaker", speaker(place, release))
            }
            Rule::SpeakerTitleUnsaid => {
                let named = Message::new("finding-speaker-title-unsaid").with("speaker", speaker(place, release));
                named.with("title", self.letters.as_str())
            }
            Rule::QuoteVerbGender => {
                let named = Message::new("finding-quote-verb-gender").with("speaker", speaker(place, release));
                named.with("verb", self.letters.as_str())
            }
            Rule::SpeakerNameMissing => Message::new("finding-speaker-name-missing"),
            Rule::SpeakerNameUntranslated => {
                let named = Message::new("finding-speaker-name-untranslated").with("speaker", speaker(place, release));
                named.with("lang", lang())
            }
            Rule::SpeakerTitleUntranslated => {
                let named = Message::new("finding-speaker-title-untranslated").with("speaker", speaker(place, release));
                named.with("lang", lang())
            }
            Rule::SpeakerNameInRegister => {
                let said = place.lang().map(|lang| said(place, release, |speaker| speaker.name.said_in(lang)));
                let named = Message::new("finding-speaker-name-in-register").with("name", said.unwrap_or_default());
                named.with("known", self.letters.as_str())
            }
            Rule::SpeakerTitleInRegister => {
                let named = Message::new("finding-speaker-title-in-register").with("speaker", speaker(place, release));
                named.with("known", self.letters.as_str())
            }
            Rule::SpeakerTitleEnded => {
                let said = place.lang().map(|lang| said(place, release, |speaker| speaker.title.said_in(lang)));
                let named = Message::new("finding-speaker-title-ended").with("speaker", speaker(place, release));
                named.with("title", said.unwrap_or_default())
            }
            Rule::PhotoGone => Message::new("finding-photo-gone"),
            Rule::PhotoCreditMissing => {
                Message::new("finding-photo-credit-missing").with("photo", photo(place, release))
            }
            Rule::PhotoAltMissing => {
                let named = Message::new("finding-photo-alt-missing").with("photo", photo(place, release));
                named.with("lang", lang())
            }
            Rule::PhotoPersonUnnamed => {
                let persons = place.photo_id().and_then(|id| release.photo(id)).map(|photo| photo.persons.join(", "));
                let named = Message::new("finding-photo-person-unnamed").with("file", file(place, release));
                named.with("persons", persons.unwrap_or_default())
            }
            Rule::PhotoSmallForWeb => {
                let px =
                    place.photo_id().and_then(|id| release.photo(id)).and_then(Photo::shown_px).unwrap_or_default();
                let named = Message::new("finding-photo-small-for-web").with("file", file(place, release));
                named.with("width", px.0.to_string()).with("height", px.1.to_string())
            }
            Rule::PhotoSmallForPrint => {
                Message::new("finding-photo-small-for-print").with("file", file(place, release))
            }
            Rule::PhotoShownNowhere => {
                let count = self.letters.parse::<usize>().unwrap_or(1);
                Message::new("finding-photo-shown-nowhere").with("count", count)
            }
            Rule::PhotoCreditCut => {
                let named = Message::new("finding-photo-credit-cut").with("file", file(place, release));
                named.with("kept", self.letters.as_str())
            }
            Rule::ContactMissing => Message::new("finding-contact-missing"),
            Rule::ContactUnitUntranslated => {
                let named = Message::new("finding-contact-unit-untranslated").with("unit", self.letters.as_str());
                named.with("lang", lang())
            }
            Rule::LetterMissing => {
                let named = |letter: char| format!("{letter} (U+{:04X})", u32::from(letter));
                let letters: Vec<String> = self.letters.chars().map(named).collect();
                Message::new("finding-letter-missing").with("letters", letters.join(", "))
            }
            Rule::ParityNumbers => Message::new("finding-parity-numbers").with("told", self.letters.as_str()),
            Rule::ParityLinks => Message::new("finding-parity-links").with("told", self.letters.as_str()),
            Rule::ParityBlockMissing => {
                let named = Message::new("finding-parity-block-missing").with("lang", self.letters.as_str());
                named.with("words", block_words(place, release))
            }
            Rule::ParityListLength => Message::new("finding-parity-list-length").with("told", self.letters.as_str()),
            Rule::ApprovalVoid => {
                let approval = place.lang().and_then(|lang| release.edition(lang)?.approval.as_ref());
                let by = approval.map(|approval| approval.by.trim()).filter(|by| !by.is_empty());
                match by {
                    Some(by) => Message::new("finding-approval-void").with("by", by),
                    None => Message::new("finding-approval-void").with("by", Message::new("approval-somebody")),
                }
            }
            Rule::ApprovalMissing => Message::new("finding-approval-missing"),
            Rule::Typography(point) => {
                let named = Message::new("finding-typography").with("what", super::typography_words(point));
                named.with("count", self.count).with("words", self.letters.as_str())
            }
        }
    }
}

impl Rule {
    /// Does the question itself say of which language it speaks?
    pub fn names_language(self) -> bool {
        match self {
            Rule::StyleMissing
            | Rule::SpeakerNameUntranslated
            | Rule::SpeakerTitleUntranslated
            | Rule::PhotoAltMissing
            | Rule::ContactUnitUntranslated => true,
            Rule::EmbargoPast
            | Rule::EmbargoZoneUnknown
            | Rule::HeadlineMissing
            | Rule::BodyEmpty
            | Rule::TranslationMissing
            | Rule::QuoteEmpty
            | Rule::QuoteSpeakerMissing
            | Rule::QuoteSpeakerGone
            | Rule::QuoteVerbMissing
            | Rule::QuoteMarksTyped
            | Rule::SpeakerNotIntroduced
            | Rule::SpeakerTitleUnsaid
            | Rule::QuoteVerbGender
            | Rule::SpeakerNameMissing
            | Rule::SpeakerNameInRegister
            | Rule::SpeakerTitleInRegister
            | Rule::SpeakerTitleEnded
            | Rule::PhotoGone
            | Rule::PhotoCreditMissing
            | Rule::PhotoPersonUnnamed
            | Rule::PhotoSmallForWeb
            | Rule::PhotoSmallForPrint
            | Rule::PhotoShownNowhere
            | Rule::PhotoCreditCut
            | Rule::ContactMissing
            | Rule::LetterMissing
            | Rule::ParityNumbers
            | Rule::ParityLinks
            | Rule::ParityBlockMissing
            | Rule::ParityListLength
            | Rule::ApprovalVoid
            | Rule::ApprovalMissing
            | Rule::Typography(_) => false,
        }
    }
}

/// The first words of the block that stands here; the name of its photo's file.
fn block_words(place: &Place, release: &Release) -> String {
    let block = place.block_id().and_then(|id| release.edition(place.lang()?)?.block(id));
    match block.map(|block| &block.kind) {
        Some(BlockKind::Paragraph(text) | BlockKind::Heading(text)) => first_words(&plain(text)),
        Some(BlockKind::Quote(quote)) => first_words(&plain(&quote.text)),
        Some(BlockKind::List { items, ordered: _ }) => {
            items.first().map(plain).as_deref().map(first_words).unwrap_or_default()
        }
        Some(BlockKind::Photo(id)) => release.photo(*id).map(|photo| photo.file.clone()).unwrap_or_default(),
        None => String::new(),
    }
}

/// The quote that stands here, by its first words: `The quote “We waited for this …”`.
fn quote(place: &Place, release: &Release) -> Message {
    match place.quote(release) {
        Some(Quote { text, .. }) => Message::new("finding-the-quote").with("words", first_words(&plain(text))),
        None => Message::new("finding-a-quote"),
    }
}

/// The speaker of whom something is asked, by name: the one in the language of the place, else any.
fn speaker(place: &Place, release: &Release) -> Particular {
    let quoted = || place.quote(release).and_then(|quote| quote.speaker);
    let speaker = place.speaker_id().or_else(quoted).and_then(|id| release.speaker(id));
    let name = speaker.and_then(|speaker| {
        let own = place.lang().map(|lang| said_in(&speaker.name, lang)).filter(|name| !name.is_empty());
        own.or_else(|| speaker.name.iter().map(|(_, name)| name.trim()).find(|name| !name.is_empty()))
    });
    name.map_or_else(|| Message::new("finding-a-speaker").into(), Particular::from)
}

/// What the release says of the speaker of whom something is asked.
fn said<'a>(place: &Place, release: &'a Release, words: impl Fn(&'a Speaker) -> &'a str) -> &'a str {
    place.speaker_id().and_then(|id| release.speaker(id)).map(words).unwrap_or_default()
}

/// The name of the photo's file.
fn file(place: &Place, release: &Release) -> String {
    place.photo_id().and_then(|id| release.photo(id)).map(|photo| photo.file.clone()).unwrap_or_default()
}

/// The photo of which something is asked, by its file.
fn photo(place: &Place, release: &Release) -> Message {
    match place.photo_id().and_then(|id| release.photo(id)) {
        Some(photo) => Message::new("finding-the-photo").with("file", photo.file.as_str()),
        None => Message::new("finding-a-photo"),
    }
}

/// As many words as it takes to know a quote again, and letters where there are no spaces.
const WORDS: usize = 5;
const LETTERS: usize = 40;

fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(WORDS).collect();
    let words = words.join(" ");
    let opening: String = words.chars().take(LETTERS).collect();
    let whole = text.split_whitespace().count() <= WORDS && opening == words;
    if whole { opening } else { format!("{} …", opening.trim_end_matches([',', '.', ' '])) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};
    use uuid::Uuid;

    use super::*;
    use crate::release::{Block, BlockId, ByLang, PhotoId, SpeakerId};
    use crate::words::Locale;

    fn lang(tag: &str) -> Lang {
        tag.parse().unwrap()
    }

    /// A release with a quote, its speaker and a photo.
    fn release() -> Release {
        let ru = lang("ru");
        let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), ru.clone());
        let name = ByLang::one(&ru, "Айгуль Тестова");
        release.speakers = vec![Speaker { name, ..Speaker::new(SpeakerId(1)) }];
        release.photos = vec![Photo::new(PhotoId(1), "мост.jpg".into())];
        let text = "Мы ждали этот мост много лет".into();
        let quote = Quote { text, speaker: Some(SpeakerId(1)), ..Quote::default() };
        release.editions[0].body = vec![Block { id: BlockId(1), kind: BlockKind::Quote(quote) }];
        release
    }

    fn asked(rule: Rule, place: Place, locale: Locale) -> String {
        Finding::new(rule, place).message(&release()).in_locale(locale)
    }

    #[test]
    fn each_language_asks_in_its_own_way_and_with_its_own_marks() {
        let block = Place::Block(lang("ru"), BlockId(1));
        let alt = Place::PhotoAlt(PhotoId(1), lang("kk"));
        for (rule, place, english, russian, kazakh) in [
            (
                Rule::QuoteVerbMissing,
                block.clone(),
                "The quote “Мы ждали этот мост много …” has no verb, such as “said”.",
                "У цитаты «Мы ждали этот мост много …» нет глагола, например «сказала».",
                "«Мы ждали этот мост много …» дәйексөзінің етістігі жоқ, мысалы, «деді».",
            ),
            (
                Rule::SpeakerNotIntroduced,
                block,
                "The text quotes Айгуль Тестова but never says who that is.",
                "В тексте цитируется Айгуль Тестова, но нигде не сказано, кто это.",
                "Мәтінде сөзі келтірілген – Айгуль Тестова, бірақ оның кім екені еш жерде айтылмаған.",
            ),
            (
                Rule::PhotoAltMissing,
                alt,
                "The photo “мост.jpg” has no alternative text in Kazakh; describe it, or mark the photo as decorative.",
                "У фото «мост.jpg» нет описания для незрячих на казахском языке: напишите его или отметьте, что фото \
                 декоративное.",
                "«мост.jpg» фотосының қазақ тіліндегі көрмейтіндерге арналған сипаттамасы жоқ: оны жазыңыз немесе «Безендіру \
                 үшін ғана» деп белгілеңіз.",
            ),
        ] {
            assert_eq!(asked(rule, place.clone(), Locale::English), english);
            assert_eq!(asked(rule, place.clone(), Locale::Russian), russian);
            assert_eq!(asked(rule, place, Locale::Kazakh), kazakh);
        }
    }

    #[test]
    fn a_language_that_has_no_name_here_is_called_by_its_tag() {
        let place = Place::SpeakerName(SpeakerId(1), lang("en-GB"));
        let rule = Rule::SpeakerNameUntranslated;
        assert_eq!(asked(rule, place.clone(), Locale::Russian), "Нет имени на языке «en-GB»: Айгуль Тестова.");
        assert_eq!(asked(rule, place, Locale::Kazakh), "Аты-жөні «en-GB» тілінде жазылмаған: Айгуль Тестова.");
    }

    #[test]
    fn what_is_gone_is_named_without_a_name() {
        let gone = Place::Block(lang("ru"), BlockId(9));
        assert_eq!(asked(Rule::QuoteSpeakerMissing, gone.clone(), Locale::English), "A quote has no speaker.");
        assert_eq!(asked(Rule::QuoteSpeakerMissing, gone, Locale::Russian), "У одной из цитат не указан спикер.");
        let gone = Place::Photo(PhotoId(9));
        assert_eq!(asked(Rule::PhotoCreditMissing, gone.clone(), Locale::English), "A photo has no credit.");
        assert_eq!(asked(Rule::PhotoCreditMissing, gone, Locale::Kazakh), "Бір фотоның авторы көрсетілмеген.");
    }

    #[test]
    fn an_unknown_zone_is_named() {
        let mut release = release();
        release.embargo = Embargo::Until { at: datetime(2026, 11, 24, 10, 0, 0, 0), zone: "Asia/Nowhere".into() };
        let asked = Finding::new(Rule::EmbargoZoneUnknown, Place::Embargo).message(&release);
        let english = "The time zone of the embargo, “Asia/Nowhere”, is unknown; write one such as Asia/Almaty.";
        assert_eq!(asked.to_string(), english);
        let russian = "Часовой пояс эмбарго «Asia/Nowhere» неизвестен: укажите, например, Asia/Almaty.";
        assert_eq!(asked.in_locale(Locale::Russian), russian);
    }

    #[test]
    fn a_long_quote_is_named_by_its_first_words() {
        for (text, words) in [
            ("We waited for this.", "We waited for this."),
            ("We waited for this bridge, and here it is", "We waited for this bridge …"),
            ("", ""),
            (&"字".repeat(60), &format!("{} …", "字".repeat(40))),
        ] {
            assert_eq!(first_words(text), words);
        }
    }
}
