//! Single changes that mend one finding, and what they would break.

use super::levers::{Levers, State};
use super::problem::Problem;
use super::{Step, newly_broken, violated};
use crate::assess::{Assessment, Finding, Outcome, Verdict, assess};
use crate::condition::Facts;
use crate::deployment::{Answer, AnswerRef, Subject};
use crate::rule::{Rule, Severity};

/// A single change that mends a finding.
#[derive(Clone, Debug)]
pub struct Remedy {
    /// The change.
    pub step: Step,
    /// The verdict with it alone.
    pub verdict: Verdict,
    /// What it breaks that is not broken now.
    pub breaks: Vec<(&'static Rule, Subject, Severity)>,
}

/// The single changes that mend a violated finding, in the order of the document; none where
/// it takes several, or a way out of its own. Each is judged; what it would break is named.
#[must_use]
pub fn remedies(assessment: &Assessment<'_>, finding: &Finding) -> Vec<Remedy> {
    if finding.outcome != Outcome::Violated {
        return Vec::new();
    }
    let Some(problem) = Problem::new(assessment.deployment, &[]) else { return Vec::new() };
    let facts = Facts::new(&problem.base);
    let levers = Levers { problem: &problem, facts, excluded: &[] };
    let State::Needs(conflict) = levers.state(&finding.row.violated, finding.subject) else { return Vec::new() };
    let before = violated(assessment);
    let remedy = |at: &AnswerRef| {
        let mut tried = assessment.deployment.clone();
        let from = tried.answer(at.subject, at.slot).clone();
        for value in problem.values(*at, &problem.base) {
            if tried.set(*at, Answer::Given(value.clone())).is_err() {
                continue;
            }
            let then = assess(&tried, assessment.as_of);
            let mended = then.findings.iter().any(|other| {
                (other.rule.id, other.subject) == (finding.rule.id, finding.subject)
                    && other.outcome == Outcome::Satisfied
            });
            if mended {
                let breaks = newly_broken(&before, &then);
                let step = Step { at: *at, from, to: value, or: String::new() };
                return Some(Remedy { step, verdict: then.verdict, breaks });
            }
        }
        None
    };
    conflict.levers.iter().filter_map(remedy).collect()
}
