//! The eighty deployments with their assessments: verdict, missing answers, and every
//! finding that is not satisfied.

use std::collections::BTreeMap;
use std::fs;

use exchange_advisor_core::assess::{Outcome, assess};
use exchange_advisor_core::deployment::json::Json;
use exchange_advisor_tests::{files, some_day};

fn member<'j>(json: &'j Json<'_>, key: &str) -> &'j Json<'j> {
    let Json::Object(members) = json else { panic!("no object") };
    members.iter().find(|(found, _)| found == key).map_or_else(|| panic!("no {key}"), |(_, value)| value)
}

fn text(json: &Json<'_>) -> String {
    let Json::String(text) = json else { panic!("no text") };
    text.to_string()
}

fn texts(json: &Json<'_>) -> Vec<String> {
    list(json).iter().map(text).collect()
}

fn list<'j>(json: &'j Json<'j>) -> &'j [Json<'j>] {
    let Json::Array(list) = json else { panic!("no list") };
    list
}

/// Severity, outcome and missing answers of the findings that are not satisfied.
type Findings = BTreeMap<(String, String), (String, String, Vec<String>)>;

fn expected(assessment: &Json<'_>) -> Findings {
    let findings = list(member(assessment, "findings")).iter();
    findings
        .filter(|finding| text(member(finding, "outcome")) != "satisfied")
        .map(|finding| {
            let get = |key| text(member(finding, key));
            let mut missing = texts(member(finding, "missing"));
            missing.sort();
            ((get("rule"), get("subject")), (get("severity"), get("outcome"), missing))
        })
        .collect()
}

#[test]
fn all_agree() {
    let files = files::in_folder(&files::cases("deployments"), "json");
    assert_eq!(files.len(), 80);
    for file in files {
        let bytes = fs::read(&file).expect("a file");
        let case = Json::parse(&bytes).expect("JSON");
        let name = files::stem(&file);
        let document = member(&case, "deployment").to_string();
        let deployment =
            exchange_advisor_core::read(document.as_bytes()).unwrap_or_else(|errors| panic!("{name}: {errors}"));
        let found = assess(&deployment, some_day());
        // What is compared is what people get: the assessment as it is written.
        let written = found.to_json().to_string();
        let written = Json::parse(written.as_bytes()).expect("JSON");
        let wanted = member(&case, "assessment");
        assert_eq!(text(member(&written, "verdict")), text(member(wanted, "verdict")), "{name}");
        assert_eq!(texts(member(&written, "missing")), texts(member(wanted, "missing")), "{name}");
        assert_eq!(expected(&written), expected(wanted), "{name}");
        assert_eq!(
            found.findings.iter().filter(|finding| finding.outcome != Outcome::Satisfied).count(),
            expected(wanted).len(),
            "{name}: a finding twice"
        );
    }
}

#[test]
fn what_the_project_keeps_is_what_the_team_shares() {
    // A clone has no shared folder; there is nothing to compare with then.
    let Some(shared) = files::shared() else { return };
    for file in files::in_folder(&files::cases("deployments"), "json") {
        let name = file.file_name().expect("a name");
        assert_eq!(fs::read(&file).ok(), fs::read(shared.join("cases").join(name)).ok(), "{name:?}");
    }
    for name in ["deployment-format.md", "policy-catalogue.md"] {
        let own = files::root().join("docs/spec").join(name);
        assert_eq!(files::text(&own), files::text(&shared.join("spec").join(name)), "{name}");
    }
}
