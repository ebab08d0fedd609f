//! A sentence with somebody's words in it, as people bring it along: “We waited”, said the director Pyotr Primerov.

use crate::release::{Lang, Quote, Speaker};

/// The marks that quotes begin and end with; a quote may end with any of those that follow its opening one.
const MARKS: [(char, &[char]); 5] = [('«', &['»']), ('“', &['”']), ('„', &['“', '”']), ('"', &['"']), ('‘', &['’'])];

/// The quote that such a sentence is: its words without marks, its verb, and the rest after the name. `None` where the
/// sentence is none.
///
/// No word is lost: where no speaker of the release is found in it, all that follows the verb stands after the name.
pub(super) fn attributed(sentence: &str, speakers: &[Speaker], lang: &Lang) -> Option<Quote> {
    let sentence = sentence.trim();
    let opening = sentence.chars().next()?;
    let (_, closings) = MARKS.iter().find(|(mark, _)| *mark == opening)?;
    let inside = &sentence[opening.len_utf8()..];
    let end = inside.rfind(|letter: char| closings.contains(&letter))?;
    let closing = inside[end..].chars().next()?;
    let said = &inside[..end];
    // Two quotes in one sentence are for a person to part.
    if said.contains(|letter: char| closings.contains(&letter)) {
        return None;
    }
    let said = said.trim();
    let after = &inside[end + closing.len_utf8()..];
    let is_parted = said.ends_with([',', '!', '?', '…']) || after.trim_start().starts_with([',', '-', '–', '—']);
    if !is_parted && !after.trim_matches(['.', ' ']).is_empty() {
        return None;
    }
    let said = said.trim_end_matches(',').to_owned();
    let rest = after
        .trim_start_matches([',', '.', ' ', '\u{a0}'])
        .trim_start_matches(['-', '–', '—', ' ', '\u{a0}'])
        .trim_end()
        .trim_end_matches('.');
    let (verb, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    if said.is_empty() || verb.chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    let (speaker, tail) = whose(rest, speakers, lang);
    Some(Quote { text: said.into(), speaker, verb: verb.to_owned(), tail, ..Quote::default() })
}

/// The words after the verb without the name and title of this speaker.
pub fn beside(tail: &str, speaker: &Speaker, lang: &Lang) -> String {
    whose(tail, std::slice::from_ref(speaker), lang).1
}

/// Which speaker these words name, and what they say besides name and title.
fn whose(words: &str, speakers: &[Speaker], lang: &Lang) -> (Option<crate::release::SpeakerId>, String) {
    for speaker in speakers {
        let name = speaker.name.best(lang).trim();
        let Some((before, after)) = words.split_once(name).filter(|_| !name.is_empty()) else { continue };
        let title = speaker.title.best(lang).trim();
        let before = before.replace(title, "");
        let after = if title.is_empty() { after.to_owned() } else { after.replacen(title, "", 1) };
        let left = [before, after].map(|part| part.trim_matches([',', ' ', '\u{a0}']).to_owned());
        let tail = left.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
        return (Some(speaker.id), tail);
    }
    (None, words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::{ByLang, SpeakerId};

    fn lang() -> Lang {
        "ru".parse().unwrap()
    }

    fn read(sentence: &str) -> Option<(String, u32, String, String)> {
        let speaker = Speaker {
            name: ByLang::one(&lang(), "Пётр Примеров"),
            title: ByLang::one(&lang(), "директор департамента"),
            ..Speaker::new(SpeakerId(4))
        };
        let quote = attributed(sentence, &[speaker], &lang())?;
        Some((quote.text.0, quote.speaker.map_or(0, |id| id.0), quote.verb, quote.tail))
    }

    #[test]
    fn marks_verb_and_name_go_where_they_belong() {
        for sentence in [
            "\"Мы ждём идей\", - отметил директор департамента Пётр Примеров.",
            "«Мы ждём идей», – отметил Пётр Примеров.",
            "„Мы ждём идей“, — отметил Пётр Примеров, директор департамента",
            "“Мы ждём идей,” отметил Пётр Примеров.",
        ] {
            let expected = ("Мы ждём идей".to_owned(), 4, "отметил".to_owned(), String::new());
            assert_eq!(read(sentence), Some(expected), "{sentence}");
        }
    }

    #[test]
    fn no_word_is_lost() {
        let told =
            |text: &str, id, verb: &str, tail: &str| Some((text.to_owned(), id, verb.to_owned(), tail.to_owned()));
        assert_eq!(
            read("«Ждём!» – сказала глава фонда Анна Мостовая на встрече."),
            told("Ждём!", 0, "сказала", "глава фонда Анна Мостовая на встрече")
        );
        assert_eq!(read("«Ждём!» – сказал Пётр Примеров на встрече."), told("Ждём!", 4, "сказал", "на встрече"));
        assert_eq!(read("«Мы ждём идей»"), told("Мы ждём идей", 0, "", ""));
    }

    #[test]
    fn what_is_no_attributed_quote_stays_as_it_is() {
        for sentence in [
            "Мы ждём идей",
            "«Мост» открыт. Пётр Примеров перерезал ленту",
            "«Да», – сказал он. «Нет», – сказала она.",
            "«Мост открыт",
            "",
            "«»",
        ] {
            assert_eq!(read(sentence), None, "{sentence}");
        }
    }
}
