//! The assessment and the catalogue as JSON, and what the report adds. `docs/assessment.md` describes the keys.

use crate::ADVISOR_VERSION;
use crate::assess::{Assessment, Finding, Outcome};
use crate::date::Date;
use crate::deployment::json::Json;
use crate::deployment::{AnswerRef, Subject};
use crate::example::{Example, examples};
use crate::lifecycle::Lifecycle;
use crate::manual::{Cost, Entry, costs};
use crate::questions::Version;
use crate::rule::{Row, Rule};
use crate::rules;
use crate::source::Citation;

impl Assessment<'_> {
    /// The assessment as the format document shows it, with further keys beside.
    #[must_use]
    pub fn to_json(&self) -> Json<'_> {
        Json::object([
            ("verdict", self.verdict.id().into()),
            ("advisor", advisor()),
            ("name", self.name().into()),
            ("as_of", self.as_of.into()),
            ("exchange", self.version.map(Version::label).into()),
            ("findings", Json::list(self.findings.iter().map(|finding| self.finding(finding)))),
            ("missing", Json::list(self.missing_paths())),
            ("lifecycle", self.lifecycle().map(|lifecycle| dates(lifecycle, self.as_of)).into()),
            (
                "guests",
                Json::list(self.guest_lifecycles().map(|(subject, os, lifecycle)| {
                    Json::object([
                        ("subject", self.deployment.subject_name(subject).into()),
                        ("guest_os", os.id().into()),
                        ("lifecycle", dates(lifecycle, self.as_of)),
                    ])
                })),
            ),
            (
                "notes",
                Json::list(self.notes.iter().map(|applied| {
                    Json::object([
                        ("note", applied.note.id.into()),
                        ("subjects", self.subjects(&applied.subjects)),
                        ("title", applied.note.title.into()),
                        ("text", applied.note.text.into()),
                        ("sources", self.citations(applied.note.sources)),
                    ])
                })),
            ),
            ("sizing", Json::Object(Vec::new())),
        ])
    }

    fn name(&self) -> Option<String> {
        self.deployment.get(crate::questions::deployment::NAME)
    }

    /// What is missing for the verdict, as paths in alphabetical order.
    #[must_use]
    pub fn missing_paths(&self) -> Vec<String> {
        let mut paths = self.paths(&self.missing.answers);
        paths.extend(self.missing.hosts.then(|| "hosts".to_owned()));
        paths.extend(self.missing.guests.then(|| "vms".to_owned()));
        paths.sort_unstable();
        paths
    }

    fn paths(&self, answers: &[AnswerRef]) -> Vec<String> {
        let mut paths: Vec<String> = answers.iter().map(|answer| self.deployment.path(*answer)).collect();
        paths.sort_unstable();
        paths
    }

    fn subjects(&self, subjects: &[Subject]) -> Json<'_> {
        Json::list(subjects.iter().map(|subject| self.deployment.subject_name(*subject)))
    }

    fn finding(&self, finding: &Finding) -> Json<'_> {
        let title = match finding.outcome {
            Outcome::Violated => Some(finding.rule.broken),
            Outcome::Satisfied => Some(finding.rule.kept),
            Outcome::Unknown => None,
        };
        let violated = finding.outcome == Outcome::Violated;
        let evidence = if violated { self.evidence_of(finding) } else { Vec::new() };
        let working = if violated { self.working(finding) } else { Vec::new() };
        Json::object([
            ("rule", finding.rule.id.into()),
            ("subject", self.deployment.subject_name(finding.subject).into()),
            ("severity", finding.row.severity.id().into()),
            ("outcome", finding.outcome.id().into()),
            ("missing", Json::list(self.paths(self.missing_of(finding)))),
            ("title", title.into()),
            ("strength", self.strength_of(finding).letter().into()),
            ("evidence", Json::list(evidence.iter().map(|answer| self.answered(*answer)))),
            ("working", Json::list(working.into_iter().map(|line| line.text))),
        ])
    }

    fn answered(&self, answer: AnswerRef) -> Json<'_> {
        let question = answer.question();
        let value = self.deployment.answer(answer.subject, answer.slot).given();
        Json::object([
            ("path", self.deployment.path(answer).into()),
            ("value", value.map(|value| self.deployment.value(&question.kind, value)).into()),
            ("left_out", value.map_or(question.left_out, |_| None).into()),
        ])
    }

    fn citations(&self, citations: &'static [Citation]) -> Json<'_> {
        let fits = |citation: &&Citation| self.version.is_none_or(|version| citation.speaks_of(version, self.product));
        Json::list(citations.iter().filter(fits).map(citation))
    }
}

/// The program and the date of its rules.
fn advisor() -> Json<'static> {
    Json::object([("version", ADVISOR_VERSION.into()), ("rules", rules::AS_OF.into()), ("pack", rules::PACK.into())])
}

fn dates(lifecycle: &'static Lifecycle, as_of: Date) -> Json<'static> {
    Json::object([
        ("status", lifecycle.status(as_of).id().into()),
        ("mainstream_end", lifecycle.mainstream_end.into()),
        ("extended_end", lifecycle.extended_end.into()),
        ("sources", Json::list(lifecycle.sources.iter().map(citation))),
        ("remark", Some(lifecycle.remark).filter(|remark| !remark.is_empty()).into()),
    ])
}

fn citation(citation: &'static Citation) -> Json<'static> {
    let versions = |of: crate::questions::Versions| Json::list(of.iter().map(Version::id));
    Json::object([
        ("source", citation.source.key.into()),
        ("title", citation.source.title.into()),
        ("publisher", citation.source.publisher.into()),
        ("place", citation.source.place.into()),
        ("date", citation.source.date.into()),
        ("read", citation.source.read.into()),
        ("section", citation.section.into()),
        ("evidence", citation.evidence.letter().into()),
        ("versions", citation.versions.map(versions).into()),
        (
            "products",
            citation.products.map(|products| Json::list(products.iter().map(crate::questions::Product::id))).into(),
        ),
        ("remark", Some(citation.remark).filter(|remark| !remark.is_empty()).into()),
    ])
}

impl Rule {
    /// The rule with everything that it declares.
    #[must_use]
    pub fn to_json(&'static self) -> Json<'static> {
        Json::object([
            ("rule", self.id.into()),
            ("topic", self.topic.id().into()),
            (
                "subject",
                match self.subject {
                    crate::question::SubjectKind::Deployment => "deployment",
                    crate::question::SubjectKind::Host => "host",
                    crate::question::SubjectKind::Guest => "vm",
                }
                .into(),
            ),
            ("broken", self.broken.into()),
            ("kept", self.kept.into()),
            ("rows", Json::list(self.rows.iter().map(|of| row(self, of)))),
        ])
    }
}

fn row(rule: &'static Rule, row: &'static Row) -> Json<'static> {
    let example = |version: Version| {
        let examples = examples(rule, version)?;
        let answers = |example: &Example| {
            Json::list(example.shown.iter().map(|at| {
                Json::object([
                    ("path", example.deployment.path(*at).into()),
                    ("answer", example.deployment.answer_in_words(*at).into()),
                ])
            }))
        };
        Some(Json::object([
            ("version", version.id().into()),
            ("breaking", answers(&examples.breaking)),
            ("keeping", answers(&examples.keeping)),
        ]))
    };
    let cost = |cost: Cost| {
        Json::object([
            ("change", cost.effort.id.into()),
            ("does", cost.effort.does.into()),
            ("costs", Json::object(cost.effort.costs().map(|(name, words)| (name, words.into())))),
            ("way_out", cost.way_out.into()),
            ("questions", Json::list(cost.questions.iter().map(|slot| Entry::Question(*slot).id().into_owned()))),
        ])
    };
    Json::object([
        ("versions", Json::list(row.versions.iter().map(Version::id))),
        ("severity", row.severity.id().into()),
        ("violated_when", row.violated.to_string().into()),
        ("checks", row.checks.into()),
        ("why", row.why.into()),
        ("mend", row.mend.into()),
        ("find_out", row.find_out.into()),
        ("examples", Json::list(row.versions.iter().filter_map(example))),
        ("costs", Json::list(costs(&row.violated).into_iter().map(cost))),
        ("sources", Json::list(row.sources.iter().map(citation))),
    ])
}
