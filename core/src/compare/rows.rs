//! Two or three deployments as rows of a table, differing ones first.

use std::collections::BTreeMap;

use super::matched::{self, Place};
use super::words;
use crate::assess::{Assessment, Finding, Outcome, Verdict};
use crate::deployment::{Answer, AnswerRef, Deployment, Subject, Value};
use crate::question::{Slot, SubjectKind};
use crate::questions;
use crate::rule::Severity;
use crate::rules;

/// What stands in one row for one deployment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// This machine is not listed.
    NoMachine,
    /// There is no such rule for this version of Exchange.
    NoRule,
    /// The question is not answered.
    NotAnswered,
    /// The answer is "I do not know".
    NotKnown,
    /// The finding is not accepted.
    NotAccepted,
    /// An answer, or something else in words.
    Words(String),
    /// So many.
    Count(usize),
    /// What a rule says, and what follows if it is broken.
    Outcome(Outcome, Severity),
    /// A verdict.
    Verdict(Verdict),
}

impl Cell {
    /// Whether there is nothing to choose between two: a rule that is kept in both weighs
    /// nothing in either.
    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Outcome(Outcome::Satisfied, _), Self::Outcome(Outcome::Satisfied, _)) => true,
            (one, other) => one == other,
        }
    }

    /// How far up a row with it belongs: what is broken first, then what is open.
    const fn weight(&self) -> u8 {
        match self {
            Self::Outcome(Outcome::Violated, Severity::Requirement) => 0,
            Self::Outcome(Outcome::Violated, Severity::Recommendation) => 1,
            Self::Outcome(Outcome::Unknown, _) => 2,
            _ => 3,
        }
    }
}

/// One thing side by side, with all machines of which the same is to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is: the name of a question, what is wrong where a rule is broken.
    pub label: &'static str,
    /// Where it stands: paths of answers, `RULE|SUBJECT` of findings; as many as machines, but
    /// one for the deployment as a whole.
    pub places: Vec<String>,
    /// The ids of the machines; none for the deployment as a whole.
    pub about: Vec<String>,
    /// What stands there for each deployment.
    pub cells: Vec<Cell>,
    /// Whether the deployments differ in it.
    pub differs: bool,
}

/// Deployments side by side. In each part the rows that differ come first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Verdict, version, support, and how many findings there are of which kind.
    pub verdicts: Vec<Row>,
    /// What the rules say.
    pub findings: Vec<Row>,
    /// What is answered; a question that none of them answers has no row.
    pub answers: Vec<Row>,
    /// What somebody has decided to live with.
    pub accepted: Vec<Row>,
}

impl Comparison {
    /// Whether they differ in an answer, a finding or what is accepted.
    #[must_use]
    pub fn differs(&self) -> bool {
        let all = [&self.verdicts, &self.findings, &self.answers, &self.accepted];
        all.into_iter().flatten().any(|row| row.differs)
    }
}

/// Puts deployments side by side. The time is proportional to the number of their findings and
/// answers together.
#[must_use]
pub fn compare(assessments: &[&Assessment<'_>]) -> Comparison {
    let deployments: Vec<&Deployment> = assessments.iter().map(|assessment| assessment.deployment).collect();
    let places = matched::places(&deployments);
    Comparison {
        verdicts: words::verdicts(assessments),
        findings: findings(assessments, &places),
        answers: answers(&deployments, &places),
        accepted: accepted(assessments, &places),
    }
}

/// Rows of one part, of which those that say the same of several machines become one.
#[derive(Default)]
struct Rows {
    rows: Vec<Row>,
    /// What is told of a thing, and the row that tells it.
    known: BTreeMap<(&'static str, Vec<Cell>, bool), usize>,
}

impl Rows {
    fn add(&mut self, label: &'static str, place: String, about: &str, cells: Vec<Cell>, differs: bool) {
        let next = self.rows.len();
        let row = *self.known.entry((label, cells.clone(), differs)).or_insert(next);
        if row == next {
            self.rows.push(Row { label, places: Vec::new(), about: Vec::new(), cells, differs });
        }
        if let Some(row) = self.rows.get_mut(row) {
            row.places.push(place);
            row.about.extend((!about.is_empty()).then(|| about.to_owned()));
        }
    }

    /// The rows of one thing are complete: another one may have the same label.
    fn next_thing(&mut self) {
        self.known.clear();
    }

    /// By what differs, then by weight, otherwise as they came. Each sort of a type of its own
    /// would be kilobytes of the page.
    fn differing_first(self) -> Vec<Row> {
        let mut rows: Vec<Option<Row>> = self.rows.into_iter().map(Some).collect();
        let mut sorted = Vec::with_capacity(rows.len());
        for (differs, weight) in
            [true, false].into_iter().flat_map(|differs| (0..=3).map(move |weight| (differs, weight)))
        {
            let weighs = |row: &Row| row.cells.iter().map(Cell::weight).min() == Some(weight);
            for place in &mut rows {
                if place.as_ref().is_some_and(|row| row.differs == differs && weighs(row)) {
                    sorted.extend(place.take());
                }
            }
        }
        sorted
    }
}

/// The deployment of the first column in which a place is, and what it is there.
fn first<'d>(deployments: &[&'d Deployment], place: &Place) -> Option<(&'d Deployment, Subject)> {
    deployments.iter().zip(&place.at).find_map(|(deployment, at)| Some((*deployment, (*at)?)))
}

fn any_differs(cells: &[Cell]) -> bool {
    cells.windows(2).any(|pair| matches!(pair, [one, other] if !one.is_like(other)))
}

fn answers(deployments: &[&Deployment], places: &[Place]) -> Vec<Row> {
    let mut rows = Rows::default();
    for kind in [SubjectKind::Host, SubjectKind::Guest] {
        let cells: Vec<Cell> = deployments.iter().map(|deployment| list_of(deployment, kind)).collect();
        let differs = any_differs(&cells);
        if cells.iter().any(|cell| *cell != Cell::NotAnswered) {
            rows.add(words::number_of(kind), words::list(kind).to_owned(), "", cells, differs);
        }
    }
    for place in places.iter().filter(|place| !place.everywhere()) {
        let Some((deployment, subject)) = first(deployments, place) else { continue };
        let id = deployment.machine_name(subject);
        let cell = |at: &Option<Subject>| at.map_or(Cell::NoMachine, |_| Cell::Words("listed".to_owned()));
        let cells = place.at.iter().map(cell).collect();
        rows.add(words::one_of(place.kind), format!("{}[{id}]", words::list(place.kind)), id, cells, true);
    }
    for kind in [SubjectKind::Deployment, SubjectKind::Host, SubjectKind::Guest] {
        for question in questions::about(kind) {
            rows.next_thing();
            for place in places.iter().filter(|place| place.kind == kind) {
                answer(&mut rows, deployments, place, question.slot());
            }
        }
    }
    rows.differing_first()
}

fn answer(rows: &mut Rows, deployments: &[&Deployment], place: &Place, slot: Slot) {
    let given = || {
        let columns = deployments.iter().zip(&place.at);
        columns.map(|(deployment, at)| at.map(|subject| (*deployment, deployment.answer(subject, slot))))
    };
    if given().flatten().all(|(_, answer)| *answer == Answer::NotAsked) {
        return;
    }
    let Some((deployment, subject)) = first(deployments, place) else { return };
    let at = AnswerRef { subject, slot };
    let question = at.question();
    let cell = |given: Option<(&Deployment, &Answer<Value>)>| match given {
        None => Cell::NoMachine,
        Some((_, Answer::NotAsked)) => Cell::NotAnswered,
        Some((_, Answer::NotKnown)) => Cell::NotKnown,
        Some((deployment, Answer::Given(value))) => Cell::Words(words::value(deployment, &question.kind, value)),
    };
    let mut others = given();
    let reference = others.next().flatten();
    let differs = !others.all(|other| match (reference, other) {
        (Some(one), Some(other)) => matched::same(one, other),
        (one, other) => one.is_none() && other.is_none(),
    });
    let cells = given().map(cell).collect();
    rows.add(question.name, deployment.path(at), deployment.machine_name(subject), cells, differs);
}

/// The number of machines of a kind, or that it is not known.
pub(super) fn list_of(deployment: &Deployment, kind: SubjectKind) -> Cell {
    let answer = if kind == SubjectKind::Host { deployment.hosts_answer() } else { deployment.guests_answer() };
    match answer {
        Answer::NotAsked => Cell::NotAnswered,
        Answer::NotKnown => Cell::NotKnown,
        Answer::Given(()) => Cell::Count(matched::listed(deployment, kind).len()),
    }
}

/// The findings of one assessment, which stand in the order of the catalogue and within a
/// rule in the order of the machines.
pub(super) struct Found<'a>(std::slice::Iter<'a, Finding>);

impl<'a> Found<'a> {
    pub fn of(assessment: &'a Assessment<'_>) -> Self {
        Self(assessment.findings.iter())
    }

    /// The findings of the next rule of the catalogue, if it is this one.
    pub fn of_rule(&mut self, rule: &str) -> &'a [Finding] {
        let all = self.0.as_slice();
        let count = all.iter().take_while(|finding| finding.rule.id == rule).count();
        let (own, rest) = all.split_at_checked(count).unwrap_or((&[], all));
        self.0 = rest.iter();
        own
    }
}

/// The finding about a subject among those of its rule.
pub(super) fn about(findings: &[Finding], subject: Subject) -> Option<&Finding> {
    findings.get(match subject {
        Subject::Deployment => 0,
        Subject::Host(host) => host.0 as usize,
        Subject::Guest(guest) => guest.0 as usize,
    })
}

/// What a rule says of a subject that may not be there, in words of the rows.
pub(super) fn outcome(findings: &[Finding], at: Option<Subject>) -> Cell {
    let Some(subject) = at else { return Cell::NoMachine };
    said(about(findings, subject))
}

/// What a finding says; none is that of a rule that there is not for the version.
pub(super) fn said(finding: Option<&Finding>) -> Cell {
    finding.map_or(Cell::NoRule, |finding| Cell::Outcome(finding.outcome, finding.row.severity))
}

/// Whether two findings are to be told apart.
pub(super) fn turned(before: &Cell, after: &Cell) -> bool {
    !before.is_like(after)
}

fn findings(assessments: &[&Assessment<'_>], places: &[Place]) -> Vec<Row> {
    let deployments: Vec<&Deployment> = assessments.iter().map(|assessment| assessment.deployment).collect();
    let mut found: Vec<Found<'_>> = assessments.iter().map(|assessment| Found::of(assessment)).collect();
    let mut rows = Rows::default();
    for rule in rules::all() {
        let own: Vec<&[Finding]> = found.iter_mut().map(|found| found.of_rule(rule.id)).collect();
        rows.next_thing();
        if own.iter().all(|own| own.is_empty()) {
            continue;
        }
        for place in places.iter().filter(|place| place.kind == rule.subject) {
            let Some((deployment, subject)) = first(&deployments, place) else { continue };
            let cells: Vec<Cell> = own.iter().zip(&place.at).map(|(own, at)| outcome(own, *at)).collect();
            // A machine that is listed only where the version has no such rule has no finding.
            if cells.iter().all(|cell| matches!(cell, Cell::NoMachine | Cell::NoRule)) {
                continue;
            }
            let differs = any_differs(&cells);
            let at = format!("{}|{}", rule.id, deployment.subject_name(subject));
            rows.add(rule.broken, at, deployment.machine_name(subject), cells, differs);
        }
    }
    rows.differing_first()
}

fn accepted(assessments: &[&Assessment<'_>], places: &[Place]) -> Vec<Row> {
    let deployments: Vec<&Deployment> = assessments.iter().map(|assessment| assessment.deployment).collect();
    let mut rows = Rows::default();
    if deployments.iter().all(|deployment| deployment.accepted().is_empty()) {
        return rows.rows;
    }
    for rule in rules::all() {
        rows.next_thing();
        for place in places.iter().filter(|place| place.kind == rule.subject) {
            let Some((deployment, subject)) = first(&deployments, place) else { continue };
            let cell = |(deployment, at): (&&Deployment, &Option<Subject>)| {
                let Some(subject) = *at else { return Cell::NoMachine };
                let mut all = deployment.accepted().iter();
                let own = all.find(|accepted| *accepted.rule == *rule.id && accepted.subject == subject);
                own.map_or(Cell::NotAccepted, |own| Cell::Words(words::accepted(own)))
            };
            let cells: Vec<Cell> = deployments.iter().zip(&place.at).map(cell).collect();
            if cells.iter().any(|cell| matches!(cell, Cell::Words(_))) {
                let differs = any_differs(&cells);
                let at = format!("{}|{}", rule.id, deployment.subject_name(subject));
                rows.add(rule.broken, at, deployment.machine_name(subject), cells, differs);
            }
        }
    }
    rows.differing_first()
}
