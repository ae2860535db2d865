//! What is asked first: what may not matter at all comes after what decides that; then
//! the more rules hang on a question, the earlier it comes. Of those that weigh the same
//! the ones come first that decide a rule by themselves: a fault is found sooner so.

use std::collections::{BTreeMap, BTreeSet};

use super::{Alike, Ask, Course, FOR_SIZING, Round, Step};
use crate::assess::{Assessment, Outcome};
use crate::deployment::{Answer, AnswerRef, Subject};
use crate::question::{Group, Slot, SubjectKind};
use crate::questions;
use crate::questions::deployment::PRODUCT;
use crate::rule::Severity;
use crate::rules;

/// Answers that are asked for together: the question, and what stands for the machines.
type Page = (Slot, Subject);

/// How much hangs on a page, and whether something else decides whether it matters.
#[derive(Clone, Copy, Default)]
struct Weight {
    rules: u32,
    /// Some undecided rule reads it without anything open before it.
    matters: bool,
    /// Some undecided rule waits for one answer of it and for nothing else.
    decides: bool,
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
    let alike = Alike::of(assessment.deployment, course);
    let page = |at: AnswerRef| (at.slot, alike.asked_with(at));
    let mut weights = weights(assessment, severity(round), &page);
    for kind in [(hosts, SubjectKind::Host), (guests, SubjectKind::Guest)]
        .into_iter()
        .filter_map(|(wanted, kind)| wanted.then_some(kind))
    {
        add_unlisted(&mut weights, assessment, severity(round), kind);
    }
    let mut steps: BTreeMap<Page, Step> = BTreeMap::new();
    for at in asked {
        let weight = weights.get(&page(*at)).copied().unwrap_or_default();
        steps.entry(page(*at)).and_modify(|step| step.also.push(*at)).or_insert_with(|| Step {
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
        let (weight, place) = match step.ask {
            // The hypervisor comes first: of rented machines nobody asks on which hosts they
            // run, and where to look for anything depends on it.
            Ask::Hosts => (Weight::unnamed(!product_is_open), Place::list(SubjectKind::Host)),
            Ask::Guests => (Weight::unnamed(!product_is_open), Place::list(SubjectKind::Guest)),
            Ask::Answer(at) => {
                let weight = weights.get(&page(at)).copied().unwrap_or(Weight::unnamed(true));
                (weight, Place::of(at, round))
            }
        };
        (!weight.matters, std::cmp::Reverse(step.rules), !weight.decides, place)
    });
    steps
}

impl Weight {
    /// Of what no undecided rule names: a list, or what only a note reads.
    const fn unnamed(matters: bool) -> Self {
        Self { rules: 0, matters, decides: false }
    }
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

/// The weights of all pages that an undecided rule of this severity waits for.
fn weights(
    assessment: &Assessment<'_>,
    severity: Option<Severity>,
    page: &dyn Fn(AnswerRef) -> Page,
) -> BTreeMap<Page, Weight> {
    let mut weights: BTreeMap<Page, Weight> = BTreeMap::new();
    let Some(severity) = severity else { return weights };
    let deployment = assessment.deployment;
    let undecided: Vec<_> = assessment.with(severity, Outcome::Unknown).collect();
    for findings in undecided.chunk_by(|one, other| one.rule.id == other.rule.id) {
        let Some(first) = findings.first() else { continue };
        let mut gates: BTreeSet<(Slot, Slot)> = BTreeSet::new();
        first.row.violated.gates(&mut |gate, then| {
            gates.insert((then, gate));
        });
        // The pages that this rule waits for.
        let mut waits: BTreeMap<Page, Weight> = BTreeMap::new();
        for finding in findings {
            let missing = assessment.missing_of(finding);
            let can_be_asked = |at: &&AnswerRef| *deployment.answer(at.subject, at.slot) == Answer::NotAsked;
            let open: BTreeSet<Slot> = missing.iter().filter(can_be_asked).map(|at| at.slot).collect();
            for at in missing.iter().filter(can_be_asked) {
                let before = gates.range((at.slot, FIRST)..).take_while(|(then, _)| *then == at.slot);
                let mut before = before.filter(|(then, gate)| then != gate);
                let weight = waits.entry(page(*at)).or_default();
                weight.matters |= !before.any(|(_, gate)| open.contains(gate));
                weight.decides |= missing.len() == 1;
            }
        }
        for (page, of_rule) in waits {
            let weight = weights.entry(page).or_default();
            weight.rules += 1;
            weight.matters |= of_rule.matters;
            weight.decides |= of_rule.decides;
        }
    }
    weights
}

/// Adds what hangs on questions about the deployment in rules about machines of which none
/// is listed yet: the hypervisor matters to most of them.
fn add_unlisted(
    weights: &mut BTreeMap<Page, Weight>,
    assessment: &Assessment<'_>,
    severity: Option<Severity>,
    kind: SubjectKind,
) {
    let whole = Subject::Deployment;
    let is_open = |slot: Slot| {
        slot.subject != SubjectKind::Deployment || *assessment.deployment.answer(whole, slot) == Answer::NotAsked
    };
    let rows = rules::all().filter(|rule| rule.subject == kind);
    let rows = rows.filter_map(|rule| assessment.version.and_then(|version| rule.row(version)));
    for row in rows.filter(|row| Some(row.severity) == severity) {
        let mut read: BTreeSet<Slot> = BTreeSet::new();
        row.violated.reads(&mut |slot| {
            read.insert(slot);
        });
        let mut gated: BTreeSet<Slot> = BTreeSet::new();
        row.violated.gates(&mut |gate, then| {
            if gate != then && is_open(gate) {
                gated.insert(then);
            }
        });
        for slot in read.into_iter().filter(|slot| slot.subject == SubjectKind::Deployment) {
            let weight = weights.entry((slot, whole)).or_default();
            weight.rules += 1;
            weight.matters |= !gated.contains(&slot);
        }
    }
}

/// The first place of the tables.
const FIRST: Slot = Slot { subject: SubjectKind::Deployment, slot: 0 };
