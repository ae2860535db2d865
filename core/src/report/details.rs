//! What is said of one finding, in the order in which every rendering says it.

use super::{Item, Place, Report};
use crate::assess::Outcome;
use crate::deployment::AnswerRef;

/// What a rule checks, as a label.
pub const CHECKED: &str = "What is checked";

/// One thing that is said: what it is, and its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// What it is.
    pub label: &'static str,
    /// The lines; at least one.
    pub lines: Vec<String>,
}

impl Report<'_> {
    /// An answer that decided a finding, with its path: `vms[a].vcpus = 4`.
    #[must_use]
    pub fn evidence(&self, at: AnswerRef) -> String {
        format!("{} = {}", self.assessment.deployment.path(at), self.found(at))
    }

    /// An answer that decided a finding, or what counts in its place.
    #[must_use]
    pub fn found(&self, at: AnswerRef) -> String {
        let deployment = self.assessment.deployment;
        let question = at.question();
        match deployment.answer(at.subject, at.slot).given() {
            Some(value) => deployment.value_in_words(&question.kind, value),
            None => format!("left out, counts as {}", question.left_out.unwrap_or("not answered")),
        }
    }

    /// What decided a finding, or what it waits for; then who accepted it.
    #[must_use]
    pub fn of_place(&self, place: &Place<'_>) -> Vec<Detail> {
        let assessment = self.assessment;
        let mut details = Vec::new();
        let mut put = |label, lines: Vec<String>| {
            if !lines.is_empty() {
                details.push(Detail { label, lines });
            }
        };
        let finding = place.finding;
        match finding.outcome {
            Outcome::Violated => {
                let evidence = assessment.evidence_of(finding);
                put("Found", evidence.into_iter().map(|at| self.evidence(at)).collect());
            }
            Outcome::Unknown => {
                let missing = assessment.missing_of(finding);
                put("Waits for", missing.iter().map(|at| assessment.deployment.path(*at)).collect());
            }
            Outcome::Satisfied => {}
        }
        // Whole sentences, which are one text and no list.
        let sentences: Vec<String> = assessment.working(finding).into_iter().map(|line| line.text).collect();
        put("Worked out", if sentences.is_empty() { sentences } else { vec![sentences.join(" ")] });
        if let Some(accepted) = place.accepted {
            put("Accepted", vec![super::accepted_in_words(accepted, assessment.as_of)]);
        }
        details
    }

    /// What is said of the rule of an item, the same for all of its places.
    #[must_use]
    pub fn of_rule(&self, item: &Item<'_>) -> Vec<Detail> {
        let row = item.row;
        let mut details = vec![
            Detail { label: CHECKED, lines: vec![row.checks.to_owned()] },
            Detail { label: "Why it matters", lines: vec![row.why.to_owned()] },
        ];
        match item.outcome {
            Outcome::Violated => details.push(Detail { label: "How to mend it", lines: vec![row.mend.to_owned()] }),
            Outcome::Unknown => {
                details.push(Detail { label: "How to find it out", lines: vec![row.find_out.to_owned()] });
            }
            Outcome::Satisfied => {}
        }
        let sources: Vec<String> = self.citations_of(row.sources).map(crate::source::Citation::line).collect();
        if !sources.is_empty() {
            details.push(Detail { label: "Where it stands", lines: sources });
        }
        details
    }

    /// How well an item is founded: `A`.
    #[must_use]
    pub fn letter(&self, item: &Item<'_>) -> &'static str {
        item.places.first().map_or("D", |place| self.assessment.strength_of(place.finding).letter())
    }

    /// Rule, severity and outcome of an item in a line.
    #[must_use]
    pub fn tags(&self, item: &Item<'_>) -> String {
        format!("{}, {}, evidence {}", item.row.severity.id(), item.outcome.id(), self.letter(item))
    }
}
