//! Does the newsroom's register say otherwise? Another spelling of a name, another title, one that had ended by then.

use super::{Finding, Fix, Place, Rule};
use crate::register::{Person, Register, says_same};
use crate::release::{Lang, Release, Speaker};

/// Everything in which the speakers of a release differ from the register on the day of the release.
pub fn check_register(release: &Release, register: &Register) -> Vec<Finding> {
    let mut findings = Vec::new();
    for speaker in &release.speakers {
        let Some(person) = register.probable_person_of(speaker) else { continue };
        for edition in &release.editions {
            check_name(speaker, person, &edition.lang, &mut findings);
            check_title(release, speaker, person, &edition.lang, &mut findings);
        }
    }
    findings
}

fn check_name(speaker: &Speaker, person: &Person, lang: &Lang, findings: &mut Vec<Finding>) {
    let (said, known) = (speaker.name.said_in(lang), person.name.said_in(lang));
    if said.is_empty() || known.is_empty() || said == known {
        return;
    }
    let place = Place::SpeakerName(speaker.id, lang.clone());
    findings.push(finding(Rule::SpeakerNameInRegister, place, known));
}

fn check_title(release: &Release, speaker: &Speaker, person: &Person, lang: &Lang, findings: &mut Vec<Finding>) {
    let said = speaker.title.said_in(lang);
    let holding = person.title_on(release.issued).map(|tenure| tenure.title.said_in(lang)).unwrap_or_default();
    let holds = |tenure: &&crate::register::Tenure| tenure.holds_on(release.issued);
    // Whoever has two offices at a time speaks in either of them.
    let is_held = person.titles.iter().filter(holds).any(|tenure| says_same(tenure.title.said_in(lang), said));
    if said.is_empty() || is_held || says_same(person.introduced.said_in(lang), said) {
        return;
    }
    let place = Place::SpeakerTitle(speaker.id, lang.clone());
    if person.ended_title(said, lang, release.issued).is_some() {
        findings.push(finding(Rule::SpeakerTitleEnded, place, holding));
    } else if !holding.is_empty() {
        findings.push(finding(Rule::SpeakerTitleInRegister, place, holding));
    }
}

/// What the register says can be taken, where it says anything.
fn finding(rule: Rule, place: Place, known: &str) -> Finding {
    let fix = (!known.is_empty()).then(|| Fix::TakeFromRegister(known.to_owned()));
    Finding { letters: known.to_owned(), fix, ..Finding::new(rule, place) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::register::Tenure;
    use crate::release::{ByLang, Edition, SpeakerId};

    fn lang(tag: &str) -> Lang {
        tag.parse().unwrap()
    }

    fn ru(words: &str) -> ByLang {
        ByLang::one(&lang("ru"), words)
    }

    fn register() -> Register {
        let tenure = |title, from, until| Tenure { title: ru(title), from, until };
        let person = Person {
            name: [(lang("ru"), "Айгуль Тестова".to_owned()), (lang("kk"), "Айгүл Тестова".to_owned())]
                .into_iter()
                .collect(),
            titles: vec![
                tenure("член совета", None, Some(date(2026, 5, 31))),
                tenure("глава городского совета", Some(date(2026, 6, 1)), None),
            ],
            introduced: ru("мэр"),
            ..Person::new(Uuid::from_u128(1))
        };
        Register { people: vec![person], ..Register::default() }
    }

    fn release(name: &str, title: &str) -> Release {
        let mut release = Release::new(Uuid::nil(), date(2026, 11, 23), lang("ru"));
        release.editions.push(Edition::new(lang("kk")));
        release.speakers = vec![Speaker { name: ru(name), title: ru(title), ..Speaker::new(SpeakerId(1)) }];
        release
    }

    fn found(release: &Release) -> Vec<(Rule, String)> {
        check_register(release, &register()).into_iter().map(|finding| (finding.rule, finding.letters)).collect()
    }

    #[test]
    fn whoever_is_written_as_in_the_register_raises_no_question() {
        for title in ["глава городского совета", "Глава  городского совета", "мэр", ""]
        {
            assert_eq!(found(&release("Айгуль Тестова", title)), [], "{title}");
        }
        assert_eq!(found(&release("Пётр Примеров", "член совета")), [], "nobody knows him");
    }

    #[test]
    fn another_spelling_and_another_title_are_asked_about_with_what_the_register_says() {
        let name = (Rule::SpeakerNameInRegister, "Айгуль Тестова".to_owned());
        let title = (Rule::SpeakerTitleInRegister, "глава городского совета".to_owned());
        assert_eq!(found(&release("Айгул Тестова", "председатель")), [name, title.clone()]);
        assert_eq!(found(&release("Айгуль Тестова", "председатель")), [title]);
        let mut both = release("Айгуль Тестова", "");
        both.speakers[0].name.set(&lang("kk"), "Айгуль Тестова".into());
        let findings = check_register(&both, &register());
        assert_eq!(findings[0].place, Place::SpeakerName(SpeakerId(1), lang("kk")));
        assert_eq!(findings[0].fix, Some(Fix::TakeFromRegister("Айгүл Тестова".into())));
        assert_eq!(findings.len(), 1);
    }

    #[test]
    fn a_title_that_had_ended_on_the_day_of_the_release_is_asked_about() {
        let ended = (Rule::SpeakerTitleEnded, "глава городского совета".to_owned());
        let mut release = release("Айгуль Тестова", "член совета");
        assert_eq!(found(&release), [ended]);
        // Then it still held.
        release.issued = date(2026, 5, 31);
        assert_eq!(found(&release), []);
        // What came after it is not known.
        release.issued = date(2026, 11, 23);
        let mut register = register();
        register.people[0].titles.pop();
        let findings = check_register(&release, &register);
        assert_eq!((findings[0].rule, &findings[0].fix), (Rule::SpeakerTitleEnded, &None));
    }
}
