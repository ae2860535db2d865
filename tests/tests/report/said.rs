//! What the headline says, what is assumed, who would know, which sources are named.

use std::collections::{BTreeMap, BTreeSet};

use exchange_advisor_core::assess::{Outcome, Verdict, assess};
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::{Answer, Deployment};
use exchange_advisor_core::report::Report;
use exchange_advisor_core::rule::Severity;
use exchange_advisor_core::source::Evidence;
use exchange_advisor_tests::{generate, some_day};

use crate::{cases, random};

fn read(text: &str) -> Deployment {
    exchange_advisor_core::read(text.as_bytes()).unwrap_or_else(|errors| panic!("{errors}"))
}

#[test]
fn policy_and_lifecycle_are_two_statements() {
    for (name, deployment) in cases() {
        let assessment = assess(&deployment, some_day());
        let report = Report::new(&assessment, some_day());
        let (policy, support) = (report.policy(), report.in_support());
        assert!(policy.starts_with("Policy ") && policy.ends_with('.'), "{name}: {policy}");
        assert!(!policy.contains("in support") && !support.contains("olicy"), "{name}: {support}");
        let Some(version) = assessment.version else { continue };
        assert!(support.starts_with(version.label()), "{name}: {support}");
    }
    let document = r#"{"format":"exchange-virtualization-deployment/1","exchange":{"version":"se"}}"#;
    let mut seen = Vec::new();
    for day in ["2026-01-01", "9999-01-01"] {
        let text = document.replace(r#""exchange":"#, &format!(r#""as_of":"{day}","exchange":"#));
        let deployment = read(&text);
        let assessment = assess(&deployment, some_day());
        seen.push(Report::new(&assessment, some_day()).in_support());
    }
    assert!(seen[0].contains("is in support"), "{seen:?}");
}

/// The letters counted once more, apart from the program.
#[test]
fn a_verdict_on_weak_evidence_says_so() {
    let (mut weak_no, mut weak_yes, mut strong) = (0, 0, 0);
    for (name, deployment) in cases().into_iter().chain(random(5, 300)) {
        let assessment = assess(&deployment, some_day());
        let report = Report::new(&assessment, some_day());
        let mut rules: BTreeMap<&str, bool> = BTreeMap::new();
        for finding in assessment.findings.iter().filter(|finding| finding.row.severity == Severity::Requirement) {
            let wanted = match assessment.verdict {
                Verdict::NotSupported => Outcome::Violated,
                Verdict::Supported => Outcome::Satisfied,
                _ => continue,
            };
            if finding.outcome == wanted {
                rules.insert(finding.rule.id, matches!(assessment.strength_of(finding), Evidence::C | Evidence::D));
            }
        }
        let (weak, well): (Vec<_>, Vec<_>) = rules.into_iter().partition(|(_, weak)| *weak);
        let said = report.weak_foundation();
        match (assessment.verdict, weak.is_empty(), well.is_empty()) {
            (Verdict::NotSupported, false, true) => weak_no += 1,
            (Verdict::Supported, false, _) => weak_yes += 1,
            _ => {
                strong += 1;
                assert_eq!(said, None, "{name}");
                continue;
            }
        }
        let said = said.unwrap_or_else(|| panic!("{name}: nothing is said"));
        let html = report.to_html(exchange_advisor_core::report::Extent::Summary);
        let first = html.split("data-statement=\"policy\">").nth(1).and_then(|rest| rest.split("</p>").next());
        for (rule, _) in weak {
            assert!(said.contains(rule) && first.is_some_and(|first| first.contains(rule)), "{name}: {rule}: {said}");
        }
    }
    assert!(weak_no > 0 && weak_yes > 0 && strong > 0, "{weak_no} {weak_yes} {strong}");
}

#[test]
fn what_is_assumed_is_said() {
    let deployment = read(
        r#"{"format":"exchange-virtualization-deployment/1","exchange":{"version":"2007","meets_system_requirements":true},
        "hypervisor":{"product":"vmware-vsphere","svvp_validated":true},
        "hosts":[{"id":"root1","sockets":1,"cores_per_socket":4}],"vms":[{"id":"a","host":"root1","vcpus":64}]}"#,
    );
    let assessment = assess(&deployment, some_day());
    let report = Report::new(&assessment, some_day());
    let said: Vec<String> = report.assumptions().iter().map(|assumption| report.assuming(assumption)).collect();
    let all = said.join("\n");
    for part in [
        "“production”",
        "“today”",
        "of root1, because",
        "“hypervisor is validated (SVVP)” is true",
        "“system requirements are met” is true",
    ] {
        assert!(all.contains(part), "{part}\n{all}");
    }
    assert!(!all.contains("physical"), "nothing rests on the number of physical nodes: {all}");
    // Answered, it is no assumption any more.
    let answered = read(
        &deployment
            .to_json()
            .to_string()
            .replace(r#""exchange":"#, r#""purpose":"production","as_of":"2026-11-23","exchange":"#),
    );
    let assessment = assess(&answered, some_day());
    let report = Report::new(&assessment, some_day());
    let said: Vec<String> = report.assumptions().iter().map(|assumption| report.assuming(assumption)).collect();
    assert!(!said.iter().any(|line| line.contains("production") || line.contains("today")), "{said:?}");
}

#[test]
fn where_the_policy_is_silent_is_said_for_the_version() {
    let silent = |version: &str| {
        let deployment = read(&format!(
            r#"{{"format":"exchange-virtualization-deployment/1","exchange":{{"version":"{version}"}},
            "vms":[{{"id":"a","snapshots":true,"vcpus":4}}]}}"#
        ));
        let assessment = assess(&deployment, some_day());
        Report::new(&assessment, some_day()).silence()
    };
    let (old, new) = (silent("2003"), silent("2007"));
    assert_eq!(new, None);
    assert!(old.is_some_and(|words| words.contains("Silent is not the same as supported")));
}

#[test]
fn the_age_of_the_rules_is_said() {
    let deployment =
        read(r#"{"format":"exchange-virtualization-deployment/1","exchange":{"version":"se"},"as_of":"2030-01-01"}"#);
    let age = |deployment: &Deployment, today: &str| {
        let today = Date::parse(today).expect("a day");
        let assessment = assess(deployment, today);
        Report::new(&assessment, today).age()
    };
    let later = age(&deployment, "2028-11-22");
    assert!(later.contains("2 years and 1 day ago") && later.contains("Look for a newer version"), "{later}");
    assert!(later.contains("Lifecycles are judged for 2030-01-01, 3 years and 41 days after that day"), "{later}");
    let present = read(r#"{"format":"exchange-virtualization-deployment/1","exchange":{"version":"se"}}"#);
    let now = age(&present, "2026-11-23");
    assert!(now.contains("1 day ago") && !now.contains("newer") && !now.contains("Lifecycles"), "{now}");
}

#[test]
fn everything_open_is_asked_of_somebody_and_every_answer_is_listed() {
    for (name, deployment) in cases().into_iter().chain(random(3, 120)) {
        let assessment = assess(&deployment, some_day());
        let report = Report::new(&assessment, some_day());
        let asked: usize = report.open().iter().flat_map(|team| &team.open).map(|open| open.subjects.len()).sum();
        let undecided = assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Unknown);
        let mut wanted: BTreeSet<_> = undecided.flat_map(|finding| assessment.missing_of(finding)).collect();
        wanted.extend(&assessment.missing.answers);
        assert_eq!(asked, wanted.len(), "{name}");
        let given = deployment.subjects().flat_map(generate::questions_of);
        let given =
            given.filter(|(at, _)| wanted.contains(at) || deployment.answer(at.subject, at.slot) != &Answer::NotAsked);
        let listed: usize = report.answers().iter().flat_map(|(_, lines)| lines).map(|line| line.subjects.len()).sum();
        assert_eq!(listed, given.count(), "{name}");
    }
}

#[test]
fn every_source_is_named_once() {
    for (name, deployment) in cases() {
        let assessment = assess(&deployment, some_day());
        let report = Report::new(&assessment, some_day());
        let keys: Vec<&str> = report.sources().iter().map(|cited| cited.source.key).collect();
        let distinct: BTreeSet<&&str> = keys.iter().collect();
        assert_eq!(keys.len(), distinct.len(), "{name}");
        for finding in &assessment.findings {
            let Some(version) = assessment.version else { continue };
            for citation in finding.row.sources_for(version, assessment.product) {
                assert!(keys.contains(&citation.source.key), "{name}: {}", finding.rule.id);
            }
        }
    }
}

#[test]
fn what_another_day_changes_is_said() {
    let document = r#"{"format":"exchange-virtualization-deployment/1","exchange":{"version":"2016"},DAY
        "vms":[{"id":"a","guest_os":"windows-server-2016","snapshots":true}],
        "accepted":[{"rule":"vm-snapshots","subject":"vm:a","reason":"because","review_on":"2026-12-01"}]}"#;
    let said = |day: &str| {
        let deployment = read(&document.replace("DAY", day));
        let assessment = assess(&deployment, some_day());
        Report::new(&assessment, some_day()).changed_by_day()
    };
    assert_eq!(said(""), [] as [&str; 0]);
    assert_eq!(said(r#""as_of":"2026-11-24","#), [] as [&str; 0]);
    let then = said(r#""as_of":"2027-06-30","#);
    assert_eq!(then.len(), 2, "{then:?}");
    assert!(then[0].starts_with("Windows Server 2016: today security updates only, until 2027-01-12"), "{then:?}");
    assert_eq!(then[1], "What was accepted about vm-snapshots (vm:a) is overdue for its review then.");
    let before = said(r#""as_of":"2020-01-01","#);
    assert!(
        before[0].starts_with("Exchange Server 2016: today out of support since 2025-10-14, on 2020-01-01"),
        "{before:?}"
    );
}
