//! The words of what is side by side.

use super::matched;
use super::rows::{Cell, Row};
use crate::assess::{Assessment, Outcome, Verdict};
use crate::deployment::{Accepted, Answer, Deployment, Value};
use crate::lifecycle::Status;
use crate::question::{Kind, SubjectKind};
use crate::questions::Version;
use crate::rule::Severity;
use crate::text::capitalized;

/// So many names are told; the others are counted.
const MOST_NAMED: usize = 6;

/// A verdict in the middle of a sentence.
pub(super) fn verdict_in_words(verdict: Verdict) -> String {
    verdict.label().to_lowercase()
}

impl Cell {
    /// As a person reads it.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::NoMachine => "no such machine",
            Self::NoRule => "no such rule for this version",
            Self::NotAnswered => "not answered",
            Self::NotKnown => "not known",
            Self::NotAccepted => "not accepted",
            Self::Words(words) => return words.clone(),
            Self::Count(count) => return count.to_string(),
            Self::Outcome(Outcome::Violated, Severity::Requirement) => "broken",
            Self::Outcome(Outcome::Violated, Severity::Recommendation) => "against the advice",
            Self::Outcome(Outcome::Satisfied, _) => "not broken",
            Self::Outcome(Outcome::Unknown, Severity::Requirement) => "open: answers are missing",
            Self::Outcome(Outcome::Unknown, Severity::Recommendation) => "open (only advice): answers are missing",
            Self::Verdict(verdict) => return verdict_in_words(*verdict),
        }
        .to_owned()
    }

    /// What kind of thing it is, for style sheets and programs.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NoMachine => "no-machine",
            Self::NoRule => "no-rule",
            Self::NotAnswered => "not-answered",
            Self::NotKnown => "not-known",
            Self::NotAccepted => "not-accepted",
            Self::Words(_) | Self::Count(_) => "given",
            Self::Outcome(outcome, _) => outcome.id(),
            Self::Verdict(verdict) => verdict.id(),
        }
    }
}

impl Row {
    /// What it is, as the beginning of a line.
    #[must_use]
    pub fn title(&self) -> String {
        capitalized(self.label)
    }

    /// The machines that it is about, the last ones only counted; empty for the deployment.
    #[must_use]
    pub fn names(&self) -> String {
        named(&self.about)
    }
}

/// Names, the last ones only counted.
pub(super) fn named(names: &[impl AsRef<str>]) -> String {
    let shown: Vec<&str> = names.iter().map(AsRef::as_ref).take(MOST_NAMED).collect();
    let rest = names.len() - shown.len();
    if rest == 0 { shown.join(", ") } else { format!("{} and {rest} more", shown.join(", ")) }
}

/// A value as it stands in the middle of a sentence. What a person wrote is in quotes, and
/// machines come in the order of their names, which is the same in every deployment.
pub(super) fn value(deployment: &Deployment, kind: &Kind, value: &Value) -> String {
    match value {
        Value::Flag(true) => "yes".to_owned(),
        Value::Flag(false) => "no".to_owned(),
        Value::Text(text) => format!("“{text}”"),
        Value::Guests(guests) if !guests.is_empty() => {
            matched::names(deployment, guests).into_iter().collect::<Vec<_>>().join(", ")
        }
        Value::Set(0) | Value::Guests(_) => "none".to_owned(),
        value => deployment.value_in_words(kind, value),
    }
}

/// An answer as it stands in the middle of a sentence.
pub(super) fn answer(deployment: &Deployment, kind: &Kind, answer: &Answer<Value>) -> String {
    match answer {
        Answer::NotAsked => Cell::NotAnswered.words(),
        Answer::NotKnown => Cell::NotKnown.words(),
        Answer::Given(given) => value(deployment, kind, given),
    }
}

/// Where a list of machines stands in the document.
pub(super) const fn list(kind: SubjectKind) -> &'static str {
    if matches!(kind, SubjectKind::Host) { "hosts" } else { "vms" }
}

/// What the number of machines of a kind is called.
pub(super) const fn number_of(kind: SubjectKind) -> &'static str {
    if matches!(kind, SubjectKind::Host) { "number of hosts" } else { "number of Exchange machines" }
}

/// What a machine of a kind is called.
pub(super) const fn one_of(kind: SubjectKind) -> &'static str {
    if matches!(kind, SubjectKind::Host) { "host" } else { "Exchange machine" }
}

/// Why a finding is accepted, by whom, and until when.
pub(super) fn accepted(accepted: &Accepted) -> String {
    let owner = accepted.owner.given().map_or(String::new(), |owner| format!(", {owner}"));
    let review = accepted.review_on.given().map_or(String::new(), |day| format!(", to be reviewed on {day}"));
    format!("“{}”{owner}{review}", accepted.reason)
}

/// Verdict, version, support and counts side by side.
pub(super) fn verdicts(assessments: &[&Assessment<'_>]) -> Vec<Row> {
    let row = |label, id: &str, cell: &dyn Fn(&Assessment<'_>) -> Cell| {
        let cells: Vec<Cell> = assessments.iter().map(|assessment| cell(assessment)).collect();
        let differs = cells.windows(2).any(|pair| matches!(pair, [one, other] if one != other));
        Row { label, places: vec![id.to_owned()], about: Vec::new(), cells, differs }
    };
    let count =
        |severity, outcome| move |assessment: &Assessment<'_>| Cell::Count(assessment.with(severity, outcome).count());
    vec![
        row("Verdict", "verdict", &|assessment| Cell::Verdict(assessment.verdict)),
        row("Exchange", "exchange", &|assessment| {
            assessment.version.map_or(Cell::NotAnswered, |version| Cell::Words(version.label().to_owned()))
        }),
        row("In support", "support", &support),
        row("Requirements broken", "broken", &count(Severity::Requirement, Outcome::Violated)),
        row("Requirements open", "open", &count(Severity::Requirement, Outcome::Unknown)),
        row("Against advice", "advised", &count(Severity::Recommendation, Outcome::Violated)),
        row("Judged for", "as-of", &|assessment| Cell::Words(assessment.as_of.to_string())),
    ]
}

/// Whether Exchange is in support, and which systems of the guests are not.
fn support(assessment: &Assessment<'_>) -> Cell {
    let Some((_, lifecycle)) = assessment.version.map(Version::label).zip(assessment.lifecycle()) else {
        return Cell::NotKnown;
    };
    let mut words = vec![lifecycle.in_words(assessment.as_of)];
    for (_, os, lifecycle) in assessment.guest_lifecycles() {
        let ended = format!("{}: {}", os.label(), lifecycle.in_words(assessment.as_of));
        if lifecycle.status(assessment.as_of) == Status::Ended && !words.contains(&ended) {
            words.push(ended);
        }
    }
    Cell::Words(words.join("; "))
}
