//! The open questions, by who would know; and every answer.

use std::collections::BTreeMap;

use super::Report;
use crate::assess::Outcome;
use crate::deployment::{AnswerRef, Deployment, NOT_KNOWN, Subject};
use crate::interview::Ask;
use crate::question::{Group, Question, Slot, SubjectKind, Who};
use crate::questions;
use crate::rule::Severity;

/// An open question, about one subject or several.
#[derive(Clone, Debug)]
pub struct Open {
    /// The question as it is asked.
    pub wording: &'static str,
    /// Where the answer stands.
    pub path: String,
    /// What it is asked about; empty for a list of machines.
    pub subjects: Vec<Subject>,
    /// The rules that wait for it, in the order of the catalogue.
    pub rules: Vec<&'static str>,
    /// Whether the verdict waits for it, and not only advice.
    pub for_verdict: bool,
}

/// What one team would know.
#[derive(Clone, Debug)]
pub struct Team {
    /// Who they are.
    pub who: Who,
    /// What they would know.
    pub open: Vec<Open>,
}

/// The same answer to one question, about one subject or several.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The question.
    pub question: &'static Question,
    /// Where the answer stands.
    pub path: String,
    /// The answer in words, or that there is none.
    pub answer: String,
    /// What it is about.
    pub subjects: Vec<Subject>,
}

/// What is said of a question that can still decide something and has no answer.
const NOT_ANSWERED: &str = "not answered yet";

/// The path of an answer about one subject, or about several machines: `vms[].vcpus`.
fn path(deployment: &Deployment, slot: Slot, subjects: &[Subject]) -> String {
    if let [one] = subjects {
        return deployment.path(AnswerRef { subject: *one, slot });
    }
    let path = questions::question(slot).path;
    match slot.subject {
        SubjectKind::Deployment => path.to_owned(),
        SubjectKind::Host => format!("hosts[].{path}"),
        SubjectKind::Guest => format!("vms[].{path}"),
    }
}

impl Report<'_> {
    /// Every open question on which the verdict or a piece of advice depends, by who would
    /// know the answer.
    #[must_use]
    pub fn open(&self) -> Vec<Team> {
        let assessment = self.assessment;
        let deployment = assessment.deployment;
        let all = self.open_answers();
        let mut waits: Vec<(Slot, Vec<&'static str>)> = Vec::new();
        for at in &all {
            if !waits.iter().any(|(slot, _)| *slot == at.slot) {
                waits.push((at.slot, Vec::new()));
            }
        }
        for finding in assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Unknown) {
            for at in assessment.missing_of(finding) {
                let rules = waits.iter_mut().find(|(slot, _)| *slot == at.slot).map(|(_, rules)| rules);
                if let Some(rules) = rules.filter(|rules| !rules.contains(&finding.rule.id)) {
                    rules.push(finding.rule.id);
                }
            }
        }
        let missing = &assessment.missing;
        let mut teams: Vec<Team> = Who::ALL.into_iter().map(|who| Team { who, open: Vec::new() }).collect();
        let mut put = |who: Who, open: Open| {
            if let Some(team) = teams.iter_mut().find(|team| team.who == who) {
                team.open.push(open);
            }
        };
        for (wanted, ask) in [(missing.hosts, Ask::Hosts), (missing.guests, Ask::Guests)] {
            if wanted {
                let (wording, path) = (ask.wording(), ask.path(deployment));
                let open = Open { wording, path, subjects: Vec::new(), rules: Vec::new(), for_verdict: true };
                put(ask.who(), open);
            }
        }
        for (slot, rules) in waits {
            let question = questions::question(slot);
            let subjects: Vec<Subject> = all.iter().filter(|at| at.slot == slot).map(|at| at.subject).collect();
            let path = path(deployment, slot, &subjects);
            let for_verdict = missing.answers.iter().any(|at| at.slot == slot);
            put(question.who, Open { wording: question.wording, path, subjects, rules, for_verdict });
        }
        teams.retain(|team| !team.open.is_empty());
        teams
    }

    /// Every answer that something waits for, each once, in order.
    fn open_answers(&self) -> Vec<AnswerRef> {
        let undecided = self.assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Unknown);
        let mut open: Vec<AnswerRef> =
            undecided.flat_map(|finding| self.assessment.missing_of(finding)).copied().collect();
        open.extend(&self.assessment.missing.answers);
        open.sort_unstable();
        open.dedup();
        open
    }

    /// For how many answers the verdict waits, whole lists included.
    #[must_use]
    pub fn missing(&self) -> usize {
        let missing = &self.assessment.missing;
        missing.answers.len() + usize::from(missing.hosts) + usize::from(missing.guests)
    }

    /// How many findings of a severity wait for an answer.
    #[must_use]
    pub fn waiting(&self, severity: Severity) -> usize {
        self.counts(severity).unknown
    }

    /// Every answer, and every question that is still open, in the groups in which they are
    /// asked; machines with the same answer together.
    #[must_use]
    pub fn answers(&self) -> Vec<(Group, Vec<Answered>)> {
        let deployment = self.assessment.deployment;
        let open = self.open_answers();
        let mut groups: Vec<(Group, Vec<Answered>)> = Group::ALL.map(|group| (group, Vec::new())).into();
        for kind in [SubjectKind::Deployment, SubjectKind::Host, SubjectKind::Guest] {
            let subjects: Vec<Subject> = deployment.subjects().filter(|subject| subject.kind() == kind).collect();
            for question in questions::about(kind) {
                let slot = question.slot();
                let mut same: BTreeMap<String, Vec<AnswerRef>> = BTreeMap::new();
                let mut order: Vec<AnswerRef> = Vec::new();
                for subject in &subjects {
                    let at = AnswerRef { subject: *subject, slot };
                    let words = deployment.answer_in_words(at);
                    let is_open = || open.binary_search(&at).is_ok().then(|| NOT_ANSWERED.to_owned());
                    let Some(words) = words.or_else(is_open) else { continue };
                    let places = same.entry(words).or_default();
                    if places.is_empty() {
                        order.push(at);
                    }
                    places.push(at);
                }
                // In the order of the first of each.
                let line = |first: &AnswerRef| {
                    let (answer, places) = same.iter().find(|(_, places)| places.first() == Some(first))?;
                    let subjects: Vec<Subject> = places.iter().map(|at| at.subject).collect();
                    let path = path(deployment, slot, &subjects);
                    Some(Answered { question, path, answer: answer.clone(), subjects })
                };
                let lines = order.iter().filter_map(line);
                if let Some((_, all)) = groups.iter_mut().find(|(group, _)| *group == question.group()) {
                    all.extend(lines);
                }
            }
        }
        groups.retain(|(_, lines)| !lines.is_empty());
        groups
    }
}

impl Answered {
    /// Whether it is no answer: not known, or not answered yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.answer == NOT_KNOWN || self.answer == NOT_ANSWERED
    }
}
