//! What the renderings of a report say, read back from them: by a parser of CSV, the
//! tokenizer of HTML that browsers have, a parser of Markdown.

use std::collections::BTreeMap;

use exchange_advisor_core::assess::Assessment;
use exchange_advisor_core::deployment::json::Json;
use exchange_advisor_core::report::{Part, Report};

/// A finding: rule, subject, severity, outcome.
pub type Found = (String, String, String, String);

/// What a rendering says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Every finding, sorted.
    pub findings: Vec<Found>,
    /// How many findings a part says it has, by the name of the part.
    pub counts: BTreeMap<String, usize>,
}

/// What every rendering has to say, by the judgement alone.
pub fn wanted(assessment: &Assessment<'_>) -> Vec<Found> {
    let found = assessment.findings.iter().map(|finding| {
        let subject = assessment.deployment.subject_name(finding.subject);
        let ids = [finding.rule.id, finding.row.severity.id(), finding.outcome.id()];
        (ids[0].to_owned(), subject, ids[1].to_owned(), ids[2].to_owned())
    });
    let mut found: Vec<Found> = found.collect();
    found.sort();
    found
}

/// The numbers of findings in the parts of a report that are not empty.
pub fn counts(report: &Report<'_>) -> BTreeMap<String, usize> {
    let all = Part::ALL.into_iter().map(|part| (part.id().to_owned(), report.count(part)));
    all.filter(|(_, count)| *count > 0).collect()
}

/// The number at the end of a heading: `What must change (3)`.
pub fn number(heading: &str) -> usize {
    let digits = heading.rsplit_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
    digits.and_then(|digits| digits.parse().ok()).unwrap_or_else(|| panic!("no number in {heading}"))
}

/// The value of a key.
pub fn member<'j>(json: &'j Json<'_>, key: &str) -> &'j Json<'j> {
    let Json::Object(members) = json else { panic!("no object with {key}") };
    members.iter().find(|(found, _)| found == key).map_or_else(|| panic!("no {key}"), |(_, value)| value)
}

/// The members of a list.
pub fn list<'j>(json: &'j Json<'j>) -> &'j [Json<'j>] {
    let Json::Array(list) = json else { panic!("no list") };
    list
}

/// A text.
pub fn text(json: &Json<'_>) -> String {
    let Json::String(text) = json else { panic!("no text") };
    text.to_string()
}
