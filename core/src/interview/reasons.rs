//! Why a question is asked: the rules that hang on it.

use std::collections::BTreeSet;

use crate::assess::{Assessment, Outcome};
use crate::deployment::AnswerRef;
use crate::question::Slot;
use crate::rule::{Row, Rule, Severity};
use crate::rules;

/// The rules of the version that read a question, those that still wait for it first,
/// requirements before advice; each with whether it waits.
#[must_use]
pub fn reasons(assessment: &Assessment<'_>, at: AnswerRef) -> Vec<(&'static Rule, &'static Row, bool)> {
    let Some(version) = assessment.version else { return Vec::new() };
    let undecided = assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Unknown);
    let waiting: BTreeSet<&str> = undecided
        .filter(|finding| assessment.missing_of(finding).contains(&at))
        .map(|finding| finding.rule.id)
        .collect();
    let rows = rules::all().filter_map(|rule| Some((rule, rule.row(version)?)));
    let reading = rows.filter(|(_, row)| reads(row, at.slot));
    let mut reasons: Vec<_> = reading.map(|(rule, row)| (rule, row, waiting.contains(rule.id))).collect();
    reasons.sort_by_key(|(_, row, waits)| (!waits, row.severity != Severity::Requirement));
    reasons
}

fn reads(row: &Row, wanted: Slot) -> bool {
    let mut found = false;
    row.violated.reads(&mut |slot| found |= slot == wanted);
    found
}
