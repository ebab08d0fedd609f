//! `dateline check`: people and scripts are told the same.

use super::*;

fn findings(ran: &Ran) -> Vec<Value> {
    assert_eq!(ran.err, "");
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn a_missing_headline_is_an_error_for_people_and_for_scripts() {
    let desk = Desk::new();
    let mut fields = short_fields();
    fields["headline"] = json!("");
    desk.release("a", &fields);

    let told = desk.run(["check", "a"]);
    assert_eq!((told.code, told.err.as_str()), (1, ""));
    assert!(told.out.lines().any(|line| line.starts_with("error: en")), "{}", told.out);

    let scripted = desk.run(["check", "a", "--json"]);
    assert_eq!(scripted.code, 1);
    let found = findings(&scripted);
    assert!(found.iter().any(|finding| finding["rule"] == "headline-missing" && finding["severity"] == "error"));
    assert_eq!(found.len(), told.out.lines().count());
    for (finding, line) in found.iter().zip(told.out.lines()) {
        let mut keys: Vec<&String> = finding.as_object().unwrap().keys().collect();
        keys.sort();
        assert_eq!(keys, ["message", "place", "rule", "severity"]);
        let said = |key: &str| finding[key].as_str().unwrap().to_owned();
        assert_eq!(line, format!("{}: {}: {}", said("severity"), said("place"), said("message")));
    }
}

#[test]
fn the_exit_code_says_whether_there_is_an_error() {
    let desk = full_desk();
    assert_eq!(desk.run(["new", "--from", "in/fields.json", "--out", "full"]).code, 0);
    assert_eq!(desk.run(["new", "--sample", "--out", "sample"]).code, 0);
    desk.release("short", &short_fields());
    for path in ["full", "sample", "sample/release.ron", "short"] {
        let told = desk.run(["check", path]);
        let found = findings(&desk.run(["check", path, "--json"]));
        let is_bad = found.iter().any(|finding| finding["severity"] == "error");
        assert_eq!(told.code, i32::from(is_bad), "{told:?}");
        assert_eq!(told.out == "Ready to send.\n", found.is_empty(), "{told:?}");
        let worse = |finding: &Value| finding["severity"] != "error";
        assert!(found.is_sorted_by_key(worse), "{found:?}");
    }
}

#[test]
fn checking_changes_nothing() {
    let desk = Desk::new();
    desk.release("a", &short_fields());
    let before = desk.tree();
    desk.run(["check", "a"]);
    desk.run(["check", "a", "--json"]);
    assert_eq!(desk.tree(), before);
}

#[test]
fn what_is_no_release_cannot_be_checked() {
    let desk = Desk::new();
    desk.write("damaged/release.ron", "Dateline(format: 1, release: (");
    desk.run(["check", "nowhere"]).assert_could_not(&["Could not open the release", "nowhere"]);
    desk.run(["check", "damaged"]).assert_could_not(&["damaged at line", "damaged/release.ron"]);
    desk.run(["check", "no\nwhere\u{1b}[2J"]).assert_could_not(&[r"no\nwhere\u{1b}[2J"]);
}
