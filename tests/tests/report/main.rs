//! The report: all of its renderings say the same, nothing that people wrote becomes markup,
//! and what is accepted changes nothing.
//!
//! - `read_back.rs`: what a rendering says, read back from it;
//! - `hostile.rs`: names and reasons that try to be markup or formulas;
//! - `accepted.rs`: what is accepted; `said.rs`: what the headline and the lists say.

mod accepted;
mod hostile;
mod read_back;
mod said;

use std::fs;

use exchange_advisor_core::assess::assess;
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::Deployment;
use exchange_advisor_core::questions::Version;
use exchange_advisor_core::report::{Extent, Report};
use exchange_advisor_tests::renderings::{counts, wanted};
use exchange_advisor_tests::{files, generate, renderings, some_day};
use fastrand::Rng;

/// The deployments of the cases, each with its name.
pub fn cases() -> Vec<(String, Deployment)> {
    let files = files::in_folder(&files::cases("deployments"), "json");
    let case = |file: &std::path::PathBuf| {
        let bytes = fs::read(file).expect("a file");
        let json = exchange_advisor_core::deployment::json::Json::parse(&bytes).expect("JSON");
        let document = renderings::member(&json, "deployment").to_string();
        (files::stem(file), exchange_advisor_core::read(document.as_bytes()).expect("a deployment"))
    };
    files.iter().map(case).collect()
}

/// Random deployments of all versions, with random findings accepted in some.
pub fn random(seed: u64, count: usize) -> Vec<(String, Deployment)> {
    let mut rng = Rng::with_seed(seed);
    (0..count)
        .map(|number| {
            let version = Version::ALL[number % Version::ALL.len()];
            let shape = generate::Shape::small(&mut rng);
            let mut deployment = generate::deployment(&mut rng, version, &shape);
            accept_some(&mut rng, &mut deployment);
            (format!("random {number}"), deployment)
        })
        .collect()
}

/// Accepts findings of any outcome, with and without a day of review, overdue or not.
pub fn accept_some(rng: &mut Rng, deployment: &mut Deployment) {
    let found: Vec<_> = {
        let assessment = assess(deployment, some_day());
        assessment.findings.iter().map(|finding| (finding.rule.id, finding.subject)).collect()
    };
    for (rule, subject) in found {
        if rng.u8(..) >= 50 {
            continue;
        }
        let day = [None, Date::new(2020, 1, 31), Date::new(2039, 12, 31)][rng.usize(..3)];
        deployment.accept(rule, subject, "Budget, from \"2027\" on", "Ann", day).expect("a reason");
    }
}

#[test]
fn all_renderings_of_all_cases_say_the_same() {
    let all: Vec<_> = cases().into_iter().chain(random(7, 240)).collect();
    assert!(all.len() >= 320);
    let mut seen = std::collections::BTreeSet::new();
    for (name, deployment) in &all {
        let assessment = assess(deployment, some_day());
        let report = Report::new(&assessment, some_day());
        let findings = wanted(&assessment);
        let counts = counts(&report);
        assert_eq!(counts.values().sum::<usize>(), findings.len(), "{name}: not every finding stands in one part");
        seen.extend(counts.keys().cloned());
        let wanted = renderings::Said { findings, counts };
        assert_eq!(read_back::csv(&report.to_csv()), wanted, "{name}: CSV");
        assert_eq!(read_back::html(&report.to_html(Extent::Whole)), wanted, "{name}: HTML");
        assert_eq!(read_back::markdown(&report.to_markdown(Extent::Whole)), wanted, "{name}: Markdown");
        assert_eq!(read_back::json(&report.to_json().to_string()), wanted, "{name}: JSON");
        // The summary names what is found too, but not what holds.
        let summary = read_back::html(&report.to_html(Extent::Summary));
        let in_short: Vec<_> = wanted
            .findings
            .iter()
            .filter(|(rule, subject, _, outcome)| {
                let accepted = deployment
                    .accepted()
                    .iter()
                    .any(|accepted| *accepted.rule == **rule && deployment.subject_name(accepted.subject) == *subject);
                outcome == "violated" || (outcome == "unknown" && accepted)
            })
            .cloned()
            .collect();
        assert_eq!(summary.findings, in_short, "{name}: summary");
        assert_eq!(read_back::markdown(&report.to_markdown(Extent::Summary)).findings, in_short, "{name}: summary");
    }
    assert_eq!(seen.len(), 6, "a part never came up: {seen:?}");
}

#[test]
fn the_same_report_is_written_twice() {
    for (name, deployment) in random(11, 24) {
        let again = exchange_advisor_core::read(deployment.to_json().to_string().as_bytes()).expect("a deployment");
        let write = |deployment: &Deployment| {
            let assessment = assess(deployment, some_day());
            let report = Report::new(&assessment, some_day());
            let whole = Extent::Whole;
            [report.to_csv(), report.to_html(whole), report.to_markdown(whole), report.to_json().to_string()]
        };
        assert_eq!(write(&deployment), write(&again), "{name}");
    }
}
