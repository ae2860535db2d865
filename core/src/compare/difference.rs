//! What changed from one deployment to another, in words: answers, then what became of the
//! findings, and the verdicts before and after.

use super::matched::{self, Place};
use super::rows::{self, Cell, Found};
use super::words;
use crate::assess::{Assessment, Outcome, Verdict};
use crate::deployment::{Answer, Deployment, Subject, Value};
use crate::question::{Slot, SubjectKind};
use crate::questions;
use crate::rule::{Rule, Severity};
use crate::rules;
use crate::text::capitalized;

/// What changed.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The verdict before.
    pub before: Verdict,
    /// The verdict after.
    pub after: Verdict,
    /// The answers that changed, those of the deployment first.
    pub answers: Vec<Change>,
    /// The findings that changed, in the order of the catalogue.
    pub findings: Vec<Turned>,
}

/// A change of answers, for all machines of which it is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What changed.
    pub what: What,
    /// The same as a sentence without its full stop: `Snapshots of mbx1: yes, now no`.
    pub words: String,
}

/// What can change about answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A question is answered otherwise.
    Answer {
        /// The question.
        slot: Slot,
        /// About what: before, and after.
        about: Vec<(Subject, Subject)>,
        /// The answer before, in terms of the deployment before.
        from: Answer<Value>,
        /// The answer after, in terms of the deployment after.
        to: Answer<Value>,
    },
    /// These machines of the deployment after are new, with all their answers.
    Added(Vec<Subject>),
    /// These machines of the deployment before are gone, with all their answers.
    Removed(Vec<Subject>),
    /// That a list of machines is empty, is not known or was not asked for.
    Listed(SubjectKind),
}

/// What became of findings, from bad to good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// It is broken now and was not, or was so of less weight.
    Breaks,
    /// It is broken as before, but is advice now and was a requirement.
    Lightens,
    /// It is not broken any more: it is kept, or does not apply.
    Mends,
    /// It depends on missing answers now.
    Opens,
    /// It depended on missing answers, and is kept now, or does not apply.
    Settles,
    /// It applies now, and is kept.
    Comes,
    /// It was kept, and does not apply any more.
    Goes,
}

impl Turn {
    /// Every turn, from bad to good.
    pub const ALL: [Self; 7] =
        [Self::Breaks, Self::Lightens, Self::Mends, Self::Opens, Self::Settles, Self::Comes, Self::Goes];

    /// As programs read it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Breaks => "breaks",
            Self::Lightens => "lightens",
            Self::Mends => "mends",
            Self::Opens => "opens",
            Self::Settles => "settles",
            Self::Comes => "comes",
            Self::Goes => "goes",
        }
    }

    /// As the heading of what turned so.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Breaks => "Broken now",
            Self::Lightens => "Only against advice now",
            Self::Mends => "Mended",
            Self::Opens => "Open now, for want of answers",
            Self::Settles => "Was open, is not broken now",
            Self::Comes => "Checked now, and not broken",
            Self::Goes => "Not checked any more",
        }
    }

    fn of(before: &Cell, after: &Cell) -> Self {
        use Outcome::{Satisfied, Unknown, Violated};
        match (before, after) {
            (Cell::Outcome(Violated, Severity::Requirement), Cell::Outcome(Violated, Severity::Recommendation)) => {
                Self::Lightens
            }
            (_, Cell::Outcome(Violated, _)) => Self::Breaks,
            (_, Cell::Outcome(Unknown, _)) => Self::Opens,
            (Cell::Outcome(Violated, _), _) => Self::Mends,
            (Cell::Outcome(Unknown, _), _) => Self::Settles,
            (_, Cell::Outcome(Satisfied, _)) => Self::Comes,
            _ => Self::Goes,
        }
    }
}

/// What became of a rule's findings, for all subjects of which it is the same.
#[derive(Clone, Debug)]
pub struct Turned {
    /// The rule.
    pub rule: &'static Rule,
    /// What became of it.
    pub turn: Turn,
    /// What follows if it is broken: by the version after, or before if it has no such rule.
    pub severity: Severity,
    /// What it said before; none where there was no such finding.
    pub before: Option<Outcome>,
    /// What it says after; none where there is no such finding.
    pub after: Option<Outcome>,
    /// What the findings are about, as the assessment writes it: `vm:mbx1`.
    pub subjects: Vec<String>,
}

impl Turned {
    /// What is or was wrong and with which machines, without a full stop.
    #[must_use]
    pub fn words(&self) -> String {
        let names = self.subjects.iter().filter_map(|subject| subject.split_once(':'));
        let names: Vec<&str> = names.map(|(_, id)| id).collect();
        let advice = if self.severity == Severity::Recommendation { ", which is advice only" } else { "" };
        if names.is_empty() {
            format!("{}{advice}", self.rule.broken)
        } else {
            format!("{} ({}){advice}", self.rule.broken, words::named(&names))
        }
    }
}

impl Difference {
    /// Whether nothing changed, neither an answer nor a finding nor the verdict.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.answers.is_empty() && self.findings.is_empty() && self.before == self.after
    }

    /// How many answers changed; a machine that came or went counts as one.
    #[must_use]
    pub fn count(&self) -> usize {
        let each = self.answers.iter().map(|change| match &change.what {
            What::Answer { about, .. } => about.len(),
            What::Added(machines) | What::Removed(machines) => machines.len(),
            What::Listed(_) => 1,
        });
        each.sum()
    }

    /// The verdict before and after, as a sentence.
    #[must_use]
    pub fn verdict_in_words(&self) -> String {
        let (before, after) = (words::verdict_in_words(self.before), words::verdict_in_words(self.after));
        if before == after {
            format!("The verdict stays: {after}.")
        } else {
            format!("Verdict: {before}, now {after}.")
        }
    }

    /// The findings that turned so, those of requirements first.
    pub fn turned(&self, turn: Turn) -> impl Iterator<Item = &Turned> {
        [Severity::Requirement, Severity::Recommendation].into_iter().flat_map(move |severity| {
            self.findings.iter().filter(move |turned| turned.turn == turn && turned.severity == severity)
        })
    }
}

/// What changed from one deployment to another. The time is proportional to the number of
/// their findings and answers together, as long as few machines are answered differently.
#[must_use]
pub fn difference(before: &Assessment<'_>, after: &Assessment<'_>) -> Difference {
    let places = matched::places(&[before.deployment, after.deployment]);
    Difference {
        before: before.verdict,
        after: after.verdict,
        answers: answers(before.deployment, after.deployment, &places),
        findings: findings(before, after, &places),
    }
}

fn answers(before: &Deployment, after: &Deployment, places: &[Place]) -> Vec<Change> {
    let mut changes = Vec::new();
    for kind in [SubjectKind::Deployment, SubjectKind::Host, SubjectKind::Guest] {
        machines(before, after, kind, places, &mut changes);
        for question in questions::about(kind) {
            let beginning = changes.len();
            for place in places.iter().filter(|place| place.kind == kind) {
                let [Some(one), Some(other)] = place.at.as_slice() else { continue };
                let (from, to) = (before.answer(*one, question.slot()), after.answer(*other, question.slot()));
                if matched::same((before, from), (after, to)) {
                    continue;
                }
                let alike = changes.iter_mut().skip(beginning).find_map(|change: &mut Change| match &mut change.what {
                    What::Answer { about, from: first, to: then, .. } if first == from && then == to => Some(about),
                    _ => None,
                });
                match alike {
                    Some(about) => about.push((*one, *other)),
                    None => changes.push(Change {
                        what: What::Answer {
                            slot: question.slot(),
                            about: vec![(*one, *other)],
                            from: from.clone(),
                            to: to.clone(),
                        },
                        words: String::new(),
                    }),
                }
            }
        }
    }
    for change in &mut changes {
        change.words = in_words(&change.what, before, after);
    }
    changes
}

fn machines(before: &Deployment, after: &Deployment, kind: SubjectKind, places: &[Place], into: &mut Vec<Change>) {
    let own = places.iter().filter(|place| place.kind == kind);
    let (mut removed, mut added) = (Vec::new(), Vec::new());
    for place in own {
        match *place.at.as_slice() {
            [Some(one), None] => removed.push(one),
            [None, Some(other)] => added.push(other),
            _ => {}
        }
    }
    let answer = |deployment: &Deployment| match kind {
        SubjectKind::Deployment => Answer::NotAsked,
        SubjectKind::Host => deployment.hosts_answer(),
        SubjectKind::Guest => deployment.guests_answer(),
    };
    let listed = removed.is_empty() && added.is_empty() && answer(before) != answer(after);
    let parts = [
        (!removed.is_empty(), What::Removed(removed)),
        (!added.is_empty(), What::Added(added)),
        (listed, What::Listed(kind)),
    ];
    let changed = parts.into_iter().filter(|(is, _)| *is);
    into.extend(changed.map(|(_, what)| Change { what, words: String::new() }));
}

fn in_words(what: &What, before: &Deployment, after: &Deployment) -> String {
    let names = |deployment: &Deployment, machines: &[Subject]| {
        let names: Vec<&str> = machines.iter().map(|machine| deployment.machine_name(*machine)).collect();
        words::named(&names)
    };
    match what {
        What::Answer { slot, about, from, to } => {
            let machines: Vec<Subject> = about.iter().map(|(_, after)| *after).collect();
            let question = questions::question(*slot);
            let (from, to) = (words::answer(before, &question.kind, from), words::answer(after, &question.kind, to));
            let whole = slot.subject == SubjectKind::Deployment;
            let about = if whole { String::new() } else { format!(" of {}", names(after, &machines)) };
            format!("{}{about}: {from}, now {to}", capitalized(question.name))
        }
        What::Added(machines) => format!("New: {}", names(after, machines)),
        What::Removed(machines) => format!("Gone: {}", names(before, machines)),
        What::Listed(kind) => {
            let (one, other) = (rows::list_of(before, *kind), rows::list_of(after, *kind));
            format!("{}: {}, now {}", capitalized(words::number_of(*kind)), one.words(), other.words())
        }
    }
}

fn findings(before: &Assessment<'_>, after: &Assessment<'_>, places: &[Place]) -> Vec<Turned> {
    let (mut one, mut other) = (Found::of(before), Found::of(after));
    let mut all: Vec<Turned> = Vec::new();
    for rule in rules::all() {
        let (one, other) = (one.of_rule(rule.id), other.of_rule(rule.id));
        let beginning = all.len();
        for place in places.iter().filter(|place| place.kind == rule.subject) {
            let [was, is] = *place.at.as_slice() else { continue };
            let (from, to) = (rows::outcome(one, was), rows::outcome(other, is));
            let (Some(severity), true) = (severity(&to).or(severity(&from)), rows::turned(&from, &to)) else {
                continue;
            };
            let turned = Turned {
                rule,
                turn: Turn::of(&from, &to),
                severity,
                before: said(&from),
                after: said(&to),
                subjects: Vec::new(),
            };
            let name = match (was, is) {
                (_, Some(subject)) => after.deployment.subject_name(subject),
                (Some(subject), None) => before.deployment.subject_name(subject),
                (None, None) => continue,
            };
            let same = |known: &&mut Turned| {
                (known.turn, known.severity, known.before, known.after)
                    == (turned.turn, turned.severity, turned.before, turned.after)
            };
            match all.iter_mut().skip(beginning).find(same) {
                Some(known) => known.subjects.push(name),
                None => all.push(Turned { subjects: vec![name], ..turned }),
            }
        }
    }
    all
}

fn severity(cell: &Cell) -> Option<Severity> {
    if let Cell::Outcome(_, severity) = cell { Some(*severity) } else { None }
}

fn said(cell: &Cell) -> Option<Outcome> {
    if let Cell::Outcome(outcome, _) = cell { Some(*outcome) } else { None }
}
