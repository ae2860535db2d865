//! The cases of each rule: on either side of its condition, and with answers missing.

use std::collections::BTreeSet;

use exchange_advisor_core::assess::assess;
use exchange_advisor_core::condition::Condition;
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::rules;
use exchange_advisor_tests::{files, literate, some_day};

#[test]
fn every_case_comes_out_as_it_says() {
    let mut failures = Vec::new();
    for file in files::in_folder(&files::cases("rules"), "txt") {
        let rule = files::stem(&file);
        for case in literate::parse(&files::text(&file)) {
            for version in &case.versions {
                failures.extend(check(&rule, &case, version));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn check(rule: &str, case: &literate::Case, version: &str) -> Vec<String> {
    let at = format!("{rule}, {version}, {}", case.title);
    let document = case.document(version);
    let deployment = match exchange_advisor_core::read(document.as_bytes()) {
        Ok(deployment) => deployment,
        Err(errors) => return vec![format!("{at}: {errors}")],
    };
    let assessment = assess(&deployment, some_day());
    let mut failures = Vec::new();
    for expected in &case.expected {
        let finding = assessment
            .findings
            .iter()
            .find(|finding| finding.rule.id == rule && deployment.subject_name(finding.subject) == expected.subject);
        let Some(finding) = finding else {
            failures.push(format!("{at}: no finding about {}", expected.subject));
            continue;
        };
        let mut missing: Vec<String> =
            assessment.missing_of(finding).iter().map(|answer| deployment.path(*answer)).collect();
        missing.sort();
        if finding.outcome.id() != expected.outcome || missing != expected.missing {
            failures.push(format!(
                "{at}: {} is {} {missing:?}, not {} {:?}",
                expected.subject,
                finding.outcome.id(),
                expected.outcome,
                expected.missing
            ));
        }
    }
    failures
}

#[test]
fn every_rule_has_a_case_of_every_outcome_for_every_version() {
    let mut seen: BTreeSet<(String, String, String)> = BTreeSet::new();
    for file in files::in_folder(&files::cases("rules"), "txt") {
        let rule = files::stem(&file);
        assert!(rules::by_id(&rule).is_some(), "cases of a rule that does not exist: {rule}");
        for case in literate::parse(&files::text(&file)) {
            for version in &case.versions {
                assert!(Version::from_id(version).is_some(), "{rule}: no version {version}");
                for expected in &case.expected {
                    seen.insert((rule.clone(), version.clone(), expected.outcome.clone()));
                }
            }
        }
    }
    let mut missing = Vec::new();
    for rule in rules::all() {
        for row in rule.rows {
            // What is always true is never anything else.
            let outcomes: &[&str] = if matches!(row.violated, Condition::Always) {
                &["violated"]
            } else {
                &["violated", "satisfied", "unknown"]
            };
            for version in row.versions.iter() {
                for outcome in outcomes {
                    if !seen.contains(&(rule.id.to_owned(), version.id().to_owned(), (*outcome).to_owned())) {
                        missing.push(format!("{} {} {outcome}", rule.id, version.id()));
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "no case of\n{}", missing.join("\n"));
}
