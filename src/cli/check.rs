//! `dateline check`: what an editor would ask before sending, for people or for scripts.

use std::process::ExitCode;

use serde::Serialize;

use super::arguments::Check;
use super::{Failure, say};
use crate::check::{
    Finding, ReadTexts, Remembered, Severity, check, check_letters, check_parity, check_register, check_typography,
};
use crate::newsroom::{self, visible};
use crate::pages::has_letter;
use crate::release::Release;

/// Tells the findings; the exit code says whether one of them is an error.
pub(super) fn run(asked: &Check) -> Result<ExitCode, Failure> {
    let release = newsroom::open(&asked.path)?;
    let houses = newsroom::houses_for(&release, Some(&newsroom::release_folder(&asked.path)))?;
    let mut findings = check(&release, &houses, jiff::Timestamp::now());
    findings.extend(check_letters(&release, &houses, &has_letter));
    findings.extend(check_parity(&release, &mut ReadTexts::default()));
    // A register that cannot be read says nothing of this release.
    if let Some(known) = newsroom::register_of(&newsroom::release_folder(&asked.path)) {
        findings.extend(check_register(&release, &known.register));
    }
    findings.extend(check_typography(&release, &houses, &mut Remembered::default()));
    let told = worst_first(findings.iter().map(|finding| Told::of(finding, &release)).collect());
    if asked.json {
        let json = serde_json::to_string_pretty(&told)
            .map_err(|error| Failure(format!("Could not write the findings: {error}. Run it without --json.")))?;
        say(json.as_bytes())?;
    } else {
        say(for_people(&told).as_bytes())?;
    }
    let is_bad = told.iter().any(|told| told.severity == ERROR);
    Ok(if is_bad { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

const ERROR: &str = "error";
const WARNING: &str = "warning";

/// A finding in words; the names of its fields are those of the JSON.
#[derive(Debug, Serialize)]
struct Told {
    severity: &'static str,
    rule: &'static str,
    place: String,
    message: String,
}

impl Told {
    fn of(finding: &Finding, release: &Release) -> Told {
        let severity = match finding.severity {
            Severity::Error => ERROR,
            Severity::Warning => WARNING,
        };
        let (rule, place) = (finding.rule.name(), finding.place.to_string());
        Told { severity, rule, place, message: finding.message(release).to_string() }
    }
}

/// Errors before warnings, each in reading order.
fn worst_first(mut told: Vec<Told>) -> Vec<Told> {
    told.sort_by_key(|told| told.severity != ERROR);
    told
}

/// One line a finding.
fn for_people(told: &[Told]) -> String {
    if told.is_empty() {
        return "Ready to send.".into();
    }
    let line = |told: &Told| visible(&format!("{}: {}: {}", told.severity, told.place, told.message));
    told.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(severity: &'static str, place: &str, message: &str) -> Told {
        Told { severity, rule: "some-rule", place: place.into(), message: message.into() }
    }

    #[test]
    fn errors_come_first_and_each_finding_is_one_line() {
        let found = worst_first(vec![
            told(WARNING, "ru: body[1]", "A is long."),
            told(ERROR, "ru: headline", "B is\nmissing."),
            told(WARNING, "ru: body[2]", "C is long."),
        ]);
        let lines =
            "error: ru: headline: B is\\nmissing.\nwarning: ru: body[1]: A is long.\nwarning: ru: body[2]: C is long.";
        assert_eq!(for_people(&found), lines);
    }

    #[test]
    fn a_release_without_findings_is_ready_to_send() {
        assert_eq!(for_people(&[]), "Ready to send.");
    }
}
