//! The report as JSON: the assessment, and under `report` what the report says beside it.

use super::{Answered, Cited, Item, Obsolete, Open, Report, Team};
use crate::deployment::json::Json;
use crate::deployment::{Accepted, Answer, Subject};
use crate::rule::Severity;

impl Report<'_> {
    /// The assessment as JSON with one more key, `report`.
    #[must_use]
    pub fn to_json(&self) -> Json<'_> {
        let mut json = self.assessment.to_json();
        if let Json::Object(members) = &mut json {
            members.push(("report".into(), self.beside()));
        }
        json
    }

    fn beside(&self) -> Json<'_> {
        Json::object([
            ("made_on", self.today.into()),
            ("policy", self.policy().into()),
            ("in_support", self.in_support().into()),
            ("weak_foundation", self.weak_foundation().into()),
            ("silent", self.silence().into()),
            ("rules_age", self.age().into()),
            ("assumptions", Json::list(self.assumptions().iter().map(|assumption| self.assuming(assumption)))),
            ("requirements", self.counted(Severity::Requirement)),
            ("recommendations", self.counted(Severity::Recommendation)),
            ("items", Json::list(self.items.iter().map(|item| self.item(item)))),
            ("obsolete", Json::list(self.obsolete.iter().map(|obsolete| self.obsolete(obsolete)))),
            ("open", Json::list(self.open().iter().map(|team| self.team(team)))),
            (
                "answers",
                Json::list(self.answers().into_iter().flat_map(|(_, lines)| lines).map(|line| self.line(&line))),
            ),
            ("sources", Json::list(self.sources().iter().map(cited))),
        ])
    }

    fn counted(&self, severity: Severity) -> Json<'static> {
        let counts = self.counts(severity);
        Json::object([
            ("violated", counts.violated.into()),
            ("accepted", counts.accepted.into()),
            ("unknown", counts.unknown.into()),
            ("satisfied", counts.satisfied.into()),
        ])
    }

    fn names(&self, subjects: &[Subject]) -> Json<'static> {
        Json::list(subjects.iter().map(|subject| self.assessment.deployment.subject_name(*subject)))
    }

    fn item(&self, item: &Item<'_>) -> Json<'static> {
        let subjects: Vec<Subject> = item.places.iter().map(|place| place.finding.subject).collect();
        let accepted = item.places.iter().filter_map(|place| place.accepted);
        Json::object([
            ("part", item.part.id().into()),
            ("rule", item.rule.id.into()),
            ("severity", item.row.severity.id().into()),
            ("outcome", item.outcome.id().into()),
            ("title", item.title().into()),
            ("subjects", self.names(&subjects)),
            ("accepted", Json::list(accepted.map(|accepted| self.accepted(accepted)))),
        ])
    }

    fn accepted(&self, accepted: &Accepted) -> Json<'static> {
        let owner = accepted.owner.given().map(ToString::to_string);
        let review = match accepted.review_on {
            Answer::Given(day) => Some(day),
            Answer::NotAsked | Answer::NotKnown => None,
        };
        Json::object([
            ("subject", self.assessment.deployment.subject_name(accepted.subject).into()),
            ("reason", accepted.reason.to_string().into()),
            ("owner", owner.into()),
            ("review_on", review.into()),
            ("overdue", accepted.is_overdue(self.assessment.as_of).into()),
        ])
    }

    fn obsolete(&self, obsolete: &Obsolete<'_>) -> Json<'static> {
        Json::object([
            ("rule", obsolete.accepted.rule.to_string().into()),
            ("accepted", self.accepted(obsolete.accepted)),
            ("why", obsolete.why.into()),
        ])
    }

    fn team(&self, team: &Team) -> Json<'static> {
        let open = |open: &Open| {
            Json::object([
                ("question", open.wording.into()),
                ("path", open.path.clone().into()),
                ("subjects", self.names(&open.subjects)),
                ("rules", Json::list(open.rules.iter().copied())),
                ("for_verdict", open.for_verdict.into()),
            ])
        };
        Json::object([("who", team.who.label().into()), ("open", Json::list(team.open.iter().map(open)))])
    }

    fn line(&self, line: &Answered) -> Json<'static> {
        Json::object([
            ("name", line.question.name.into()),
            ("path", line.path.clone().into()),
            ("answer", line.answer.clone().into()),
            ("open", line.is_open().into()),
            ("subjects", self.names(&line.subjects)),
        ])
    }
}

fn cited(cited: &Cited) -> Json<'static> {
    let source = cited.source;
    Json::object([
        ("source", source.key.into()),
        ("title", source.title.into()),
        ("publisher", source.publisher.into()),
        ("place", source.place.into()),
        ("date", source.date.into()),
        ("read", source.read.into()),
        ("evidence", Json::list(cited.evidence.iter().map(|evidence| evidence.letter()))),
        ("by", Json::list(cited.by.iter().copied())),
    ])
}
