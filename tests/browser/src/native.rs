//! The same judged by the core, without a browser: what the page has to agree with.

use std::collections::BTreeSet;

use exchange_advisor_core::assess::{Finding, Outcome, assess};
use exchange_advisor_core::date::Date;
use exchange_advisor_core::deployment::json::Json;
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, ReadErrors, Subject};
use exchange_advisor_core::questions::deployment::{AS_OF, VERSION};
use exchange_advisor_core::read;
use exchange_advisor_core::rule::Severity;
use exchange_advisor_core::template::questions_for;
use serde_json::Value;

/// The day on which the tests judge, wherever the calendar stands.
pub const SOME_DAY: &str = "2026-11-23";

/// What the command line gives for a document with `--as-of`, as JavaScript sees it.
///
/// # Errors
///
/// All that is wrong with the document.
pub fn assessment(document: &str, as_of: &str) -> Result<Value, ReadErrors> {
    let mut deployment = read(document.as_bytes())?;
    let at = AnswerRef { subject: Subject::Deployment, slot: AS_OF.slot() };
    let day = Date::parse(as_of).expect("a day");
    let answer = Answer::Given(exchange_advisor_core::deployment::Value::Date(day));
    deployment.set(at, answer).expect("a day is an answer");
    Ok(as_javascript(&assess(&deployment, day).to_json()))
}

/// JSON with its numbers as JavaScript has them: `1.50` and `1.5` are the same.
pub fn as_javascript(json: &Json<'_>) -> Value {
    numbers(serde_json::from_str(&json.to_string()).expect("JSON"))
}

/// The same with every number a double.
pub fn numbers(value: Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().map_or(Value::Null, Value::from),
        Value::Array(members) => members.into_iter().map(numbers).collect(),
        Value::Object(members) => members.into_iter().map(|(key, value)| (key, numbers(value))).collect(),
        other => other,
    }
}

/// What the page has to show beside a document.
#[derive(Debug, PartialEq, Eq)]
pub struct Shown {
    /// The verdict's id.
    pub verdict: String,
    /// Rule and subject of each violated requirement.
    pub must_change: Vec<(String, String)>,
    /// Rule and subject of each violated recommendation.
    pub advised: Vec<(String, String)>,
    /// The paths that are missing for the verdict.
    pub missing: Vec<String>,
}

/// What the core says of a document. The day plays no role for it.
pub fn shown(document: &str) -> Shown {
    let deployment = deployment(document);
    let assessment = assess(&deployment, Date::parse(SOME_DAY).expect("a day"));
    let violated = |severity| {
        let finding = assessment.with(severity, Outcome::Violated);
        let place = |finding: &Finding| (finding.rule.id.to_owned(), deployment.subject_name(finding.subject));
        // What is accepted stands in a part of its own.
        let accepted = |(rule, subject): &(String, String)| {
            let mut all = deployment.accepted().iter();
            all.any(|accepted| *accepted.rule == **rule && deployment.subject_name(accepted.subject) == *subject)
        };
        let mut list: Vec<_> = finding.map(place).filter(|place| !accepted(place)).collect();
        list.sort();
        list
    };
    let mut missing = assessment.missing_paths();
    missing.sort();
    Shown {
        verdict: assessment.verdict.id().to_owned(),
        must_change: violated(Severity::Requirement),
        advised: violated(Severity::Recommendation),
        missing,
    }
}

/// What a rule says to a deployment of this document that breaks it: its title, why it
/// matters and how to mend it.
pub fn words(document: &str, rule: &str) -> [&'static str; 3] {
    let deployment = deployment(document);
    let assessment = assess(&deployment, Date::parse(SOME_DAY).expect("a day"));
    let finding = assessment.findings.iter().find(|finding| finding.rule.id == rule);
    let finding = finding.unwrap_or_else(|| panic!("the core has no finding of {rule}"));
    [finding.rule.broken, finding.row.why, finding.row.mend]
}

/// The paths of the answers that decided the findings of a rule.
pub fn evidence(document: &str, rule: &str) -> Vec<String> {
    let deployment = deployment(document);
    let assessment = assess(&deployment, Date::parse(SOME_DAY).expect("a day"));
    let findings = assessment.findings.iter().filter(|finding| finding.rule.id == rule);
    findings.flat_map(|finding| assessment.evidence_of(finding)).map(|answer| deployment.path(answer)).collect()
}

/// The paths of the questions that a document's version has a use for, about everything
/// that the document has.
pub fn questions(document: &str) -> BTreeSet<String> {
    let deployment = deployment(document);
    let version = deployment.get(VERSION).expect("a version");
    let slots = questions_for(version);
    let of = |subject: Subject| slots.iter().filter(move |slot| slot.subject == subject.kind());
    let at = |subject: Subject| of(subject).map(move |slot| AnswerRef { subject, slot: *slot });
    deployment.subjects().flat_map(at).map(|answer| deployment.path(answer)).collect()
}

fn deployment(document: &str) -> Deployment {
    read(document.as_bytes()).unwrap_or_else(|errors| panic!("the page wrote no document: {errors}\n{document}"))
}
