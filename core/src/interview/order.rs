//! What is asked first: what may not matter at all comes after what decides that; then
//! the more rules hang on a question, the earlier it comes.

use std::collections::BTreeMap;

use super::{Alike, Ask, Course, FOR_SIZING, Round, Step};
use crate::assess::{Assessment, Outcome};
use crate::deployment::{Answer, AnswerRef, Subject};
use crate::question::{Group, Slot, SubjectKind};
use crate::questions;
use crate::questions::deployment::PRODUCT;
use crate::rule::Severity;
use crate::rules;

/// How much hangs on a question, and whether something else decides whether it matters.
#[derive(Clone, Copy, Default)]
struct Weight {
    rules: u32,
    /// Some undecided rule reads it without anything open before it.
    matters: bool,
}

/// The pages of a round, the next first.
pub(super) fn steps(
    assessment: &Assessment<'_>,
    round: Round,
    course: Course,
    asked: &[AnswerRef],
    hosts: bool,
    guests: bool,
) -> Vec<Step> {
    let weights = weights(assessment, severity(round));
    let alike = Alike::of(assessment.deployment, course);
    let mut steps: BTreeMap<(Slot, Subject), Step> = BTreeMap::new();
    for at in asked {
        let weight = weights.get(&at.slot).copied().unwrap_or_default();
        steps.entry((at.slot, alike.asked_with(*at))).and_modify(|step| step.also.push(*at)).or_insert_with(|| Step {
            ask: Ask::Answer(*at),
            also: Vec::new(),
            rules: weight.rules,
        });
    }
    let mut steps: Vec<Step> = steps.into_values().collect();
    let lists = [(hosts, Ask::Hosts), (guests, Ask::Guests)].into_iter().filter(|(wanted, _)| *wanted);
    steps.extend(lists.map(|(_, ask)| Step {
        ask,
        also: Vec::new(),
        rules: rules_about(assessment, round, ask.kind()),
    }));
    let product_is_open = asked.iter().any(|at| at.slot == PRODUCT.slot());
    steps.sort_by_cached_key(|step| {
        let (waits, place) = match step.ask {
            // Of rented machines nobody asks on which hosts they run.
            Ask::Hosts => (product_is_open, Place::list(SubjectKind::Host)),
            Ask::Guests => (false, Place::list(SubjectKind::Guest)),
            Ask::Answer(at) => {
                let matters = weights.get(&at.slot).is_none_or(|weight| weight.matters);
                (!matters, Place::of(at, round))
            }
        };
        (waits, std::cmp::Reverse(step.rules), place)
    });
    steps
}

fn severity(round: Round) -> Option<Severity> {
    match round {
        Round::Verdict | Round::Faults => Some(Severity::Requirement),
        Round::Advice => Some(Severity::Recommendation),
        Round::Sizing => None,
    }
}

/// Where a question stands among others that weigh the same.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// In the order of the sizing, in its round.
    sizing: usize,
    group: Option<Group>,
    /// The order in which a person reads: what a host has before what runs on it.
    slot: Option<(Slot, Subject)>,
}

impl Place {
    const fn list(kind: SubjectKind) -> Self {
        let group = match kind {
            SubjectKind::Host => Group::Hosts,
            _ => Group::Guests,
        };
        Self { sizing: 0, group: Some(group), slot: None }
    }

    fn of(at: AnswerRef, round: Round) -> Self {
        let sizing = if round == Round::Sizing { FOR_SIZING.iter().position(|slot| *slot == at.slot) } else { None };
        let group = questions::question(at.slot).group();
        Self { sizing: sizing.map_or(0, |place| place + 1), group: Some(group), slot: Some((at.slot, at.subject)) }
    }
}

/// How many rules of the round are about machines of a kind.
fn rules_about(assessment: &Assessment<'_>, round: Round, kind: SubjectKind) -> u32 {
    let rows = rules::all().filter(|rule| rule.subject == kind);
    let rows = rows.filter_map(|rule| assessment.version.and_then(|version| rule.row(version)));
    let count = rows.filter(|row| severity(round).is_none_or(|severity| severity == row.severity)).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The weights of all questions that an undecided rule of this severity waits for.
fn weights(assessment: &Assessment<'_>, severity: Option<Severity>) -> BTreeMap<Slot, Weight> {
    let mut weights: BTreeMap<Slot, Weight> = BTreeMap::new();
    let Some(severity) = severity else { return weights };
    let deployment = assessment.deployment;
    let undecided: Vec<_> = assessment.with(severity, Outcome::Unknown).collect();
    for findings in undecided.chunk_by(|one, other| one.rule.id == other.rule.id) {
        let Some(first) = findings.first() else { continue };
        // Which questions this rule waits for, and whether they can still be asked.
        let mut waits: BTreeMap<Slot, bool> = BTreeMap::new();
        for at in findings.iter().flat_map(|finding| assessment.missing_of(finding)) {
            let can_be_asked = *deployment.answer(at.subject, at.slot) == Answer::NotAsked;
            *waits.entry(at.slot).or_default() |= can_be_asked;
        }
        let is_open = |slot: Slot| waits.get(&slot) == Some(&true);
        let mut gated: Vec<Slot> = Vec::new();
        first.row.violated.gates(&mut |gate, then| {
            if gate != then && is_open(gate) {
                gated.push(then);
            }
        });
        for slot in waits.keys() {
            let weight = weights.entry(*slot).or_default();
            weight.rules += 1;
            weight.matters |= !gated.contains(slot);
        }
    }
    weights
}
