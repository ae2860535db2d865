//! The search for the smallest sets of answers that have to change.
//!
//! Answers are opened one by one, in the place of being changed: what is broken with an
//! answer open is broken whatever it is changed to. Of each broken rule some answer has to be
//! opened; a state is worth the answers opened so far and a lower bound of those to come, and
//! the cheapest state is looked at first. So the first set found is a smallest one, and the
//! next ones follow in order. Of machines that are alike the first is changed first: the same
//! with another one would be no other advice.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::levers::{Conflict, Levers, State};
use super::problem::Problem;
use super::values::{Unsettled, can_hold, settle};
use crate::condition::Facts;
use crate::deployment::{AnswerRef, Deployment, Subject, Value};
use crate::questions;
use crate::questions::deployment::NODES;

/// So many sets are told.
pub(super) const MOST_SETS: usize = 5;

/// A set of answers that are enough to change, with a deployment in which they are.
pub(super) struct Found {
    pub opened: Vec<AnswerRef>,
    pub deployment: Deployment,
}

/// Finding values for one set may take so many assessments' work.
const MOST_ASSESSMENTS_AT_ONCE: u64 = 1_000;

/// What was found, and whether all that there is to find was.
pub(super) struct Findings {
    pub found: Vec<Found>,
    /// Whether the work ended before all there is was found.
    pub cut_short: bool,
    /// Whether a set was left aside before the first was found, without knowing whether it would
    /// do: the first may not be the smallest then.
    pub unproven: bool,
}

/// A state of the search.
struct Node {
    /// Sorted.
    opened: Vec<AnswerRef>,
    /// Sorted.
    excluded: Vec<AnswerRef>,
    /// The checks that may still be broken.
    unresolved: Vec<u32>,
    /// Of these one has to be opened next; nothing if no rule is broken.
    next: Option<Conflict>,
    /// What is assumed of missing answers about the deployment as a whole.
    assumed: Vec<(AnswerRef, Value)>,
    /// What the set costs at the least: changes, then weight.
    at_least: (usize, u32),
    /// How much had been learned when it was looked at.
    learned: usize,
}

/// What a state is made of.
struct Draft {
    opened: Vec<AnswerRef>,
    excluded: Vec<AnswerRef>,
    unresolved: Vec<u32>,
    assumed: Vec<(AnswerRef, Value)>,
}

impl Draft {
    const fn new(unresolved: Vec<u32>) -> Self {
        Self { opened: Vec::new(), excluded: Vec::new(), unresolved, assumed: Vec::new() }
    }
}

impl Node {
    fn into_draft(self) -> Draft {
        let Self { opened, excluded, unresolved, assumed, .. } = self;
        Draft { opened, excluded, unresolved, assumed }
    }

    fn draft(&self) -> Draft {
        Draft {
            opened: self.opened.clone(),
            excluded: self.excluded.clone(),
            unresolved: self.unresolved.clone(),
            assumed: self.assumed.clone(),
        }
    }
}

/// How much work may be done, in judgements of one rule.
pub(super) struct Budget {
    pub left: u64,
}

impl Budget {
    /// Takes so much away; false if it is used up.
    pub fn take(&mut self, work: u64) -> bool {
        self.left = self.left.saturating_sub(work);
        self.left > 0
    }

    /// Does a piece of work that may use a part of it only.
    fn part<T>(&mut self, problem: &Problem, work: impl FnOnce(&mut Self) -> T) -> T {
        let most = MOST_ASSESSMENTS_AT_ONCE * (problem.checks.len() as u64 + 1);
        let mut part = Self { left: self.left.min(most) };
        let before = part.left;
        let done = work(&mut part);
        self.take(before - part.left);
        done
    }
}

/// The smallest sets, the smallest first, none a superset of another; at most [`MOST_SETS`].
pub(super) fn search(problem: &Problem, budget: &mut Budget) -> Findings {
    let mut found: Vec<Found> = Vec::new();
    let mut learned: Vec<Learned> = Vec::new();
    let mut queue = Queue::default();
    let mut unproven = false;
    let all = (0..).take(problem.checks.len()).collect();
    queue.push(evaluate(problem, &learned, Draft::new(all), budget));
    while let Some(mut node) = queue.pop() {
        if budget.left == 0 {
            break;
        }
        if includes_one_of(&node.opened, &found) {
            continue;
        }
        if node.learned < learned.len() {
            let cost = node.at_least;
            let again = evaluate(problem, &learned, node.into_draft(), budget);
            match again {
                Some(again) if again.at_least == cost => node = again,
                again => {
                    queue.push(again);
                    continue;
                }
            }
        }
        let Some(conflict) = node.next.clone() else {
            let now = problem.with_open(&node.opened, &node.assumed);
            match budget.part(problem, |part| settle(problem, now, &node.opened, part)) {
                Ok(deployment) => found.push(Found { opened: node.opened, deployment }),
                Err(Unsettled::Clash(checks, open)) => {
                    if let Some(gate) = gate(&open, &node.opened) {
                        assume(problem, &learned, &node, gate, &mut queue, budget);
                    } else {
                        learned.push(budget.part(problem, |part| learn(problem, &checks, &node, part)));
                        queue.push(Some(node));
                    }
                }
                // Whether it would do is not known: what is found first after it is not proven.
                Err(Unsettled::UsedUp) => unproven |= found.is_empty(),
            }
            if found.len() == MOST_SETS {
                break;
            }
            continue;
        };
        branch(problem, &learned, &node, &conflict, &found, &mut queue, budget);
    }
    Findings { found, cut_short: unproven || budget.left == 0, unproven }
}

/// What a state costs at the least, how deep it is, and its number.
type Place = ((usize, u32), Reverse<usize>, u64);

/// The states that are still to be looked at, the cheapest first; of those that cost the same
/// the deepest, and of these the first.
#[derive(Default)]
struct Queue {
    heap: BinaryHeap<Reverse<Place>>,
    nodes: BTreeMap<u64, Node>,
    number: u64,
}

impl Queue {
    fn push(&mut self, node: Option<Node>) {
        if let Some(node) = node {
            self.heap.push(Reverse((node.at_least, Reverse(node.opened.len()), self.number)));
            self.nodes.insert(self.number, node);
            self.number += 1;
        }
    }

    fn pop(&mut self) -> Option<Node> {
        let Reverse((_, _, number)) = self.heap.pop()?;
        self.nodes.remove(&number)
    }
}

/// What was learned from checks that cannot hold together.
struct Learned {
    /// Where this is assumed,
    assumed: Vec<(AnswerRef, Value)>,
    /// one of these has to be opened.
    levers: Vec<AnswerRef>,
}

/// A missing answer about the deployment as a whole, on which rules about many subjects hang.
fn gate(open: &[AnswerRef], opened: &[AnswerRef]) -> Option<AnswerRef> {
    let gates = open.iter().filter(|at| at.subject == Subject::Deployment && at.slot != NODES.slot());
    gates.copied().find(|at| opened.binary_search(at).is_err())
}

/// The states in which a missing answer has each of its values.
fn assume(
    problem: &Problem,
    learned: &[Learned],
    node: &Node,
    gate: AnswerRef,
    queue: &mut Queue,
    budget: &mut Budget,
) {
    for value in problem.values(gate, &problem.with_open(&node.opened, &node.assumed)) {
        let mut draft = node.draft();
        draft.assumed.push((gate, value));
        draft.unresolved = (0..).take(problem.checks.len()).collect();
        queue.push(evaluate(problem, learned, draft, budget));
    }
}

/// Of which answers one has to be opened as well, so that checks can hold together which
/// cannot now. That is so wherever the same is assumed and no more of what they read is opened.
fn learn(problem: &Problem, checks: &[u32], node: &Node, budget: &mut Budget) -> Learned {
    let levers = Levers { problem, facts: Facts::new(&problem.base), excluded: &[] };
    let read = |at: &AnswerRef| checks.iter().filter_map(|check| problem.check(*check)).any(|check| check.reads(*at));
    let mut opened: Vec<AnswerRef> = node.opened.iter().copied().filter(read).collect();
    let mut others: Vec<AnswerRef> = Vec::new();
    for subject in problem.base.subjects() {
        for question in questions::about(subject.kind()) {
            let at = AnswerRef { subject, slot: question.slot() };
            if levers.usable(at) && opened.binary_search(&at).is_err() && read(&at) {
                others.push(at);
            }
        }
    }
    // What does not help even with all that did not help before need not be opened.
    others.retain(|at| {
        let mut tried = opened.clone();
        insert(&mut tried, *at);
        let now = problem.with_open(&tried, &node.assumed);
        if budget.left == 0 || can_hold(problem, now, checks, budget) {
            return true;
        }
        opened = tried;
        false
    });
    others.sort_unstable();
    let assumed = node.assumed.iter().filter(|(at, _)| read(at)).cloned().collect();
    Learned { assumed, levers: others }
}

fn includes_one_of(opened: &[AnswerRef], found: &[Found]) -> bool {
    found.iter().any(|found| found.opened.iter().all(|at| opened.binary_search(at).is_ok()))
}

/// The states in which one of the conflict's answers is opened: the first; or not the first
/// but the second; and so on.
fn branch(
    problem: &Problem,
    learned: &[Learned],
    node: &Node,
    conflict: &Conflict,
    found: &[Found],
    queue: &mut Queue,
    budget: &mut Budget,
) {
    let mut levers = conflict.levers.clone();
    levers.sort_by_key(|at| (Problem::weight(*at), *at));
    let mut excluded = node.excluded.clone();
    for at in levers {
        if excluded.binary_search(&at).is_ok() {
            continue;
        }
        let mut opened = node.opened.clone();
        insert(&mut opened, at);
        if !includes_one_of(&opened, found) {
            let draft = Draft { opened, excluded: excluded.clone(), ..node.draft() };
            queue.push(evaluate(problem, learned, draft, budget));
        }
        for also in same_for_others(problem, node, &excluded, at) {
            insert(&mut excluded, also);
        }
        insert(&mut excluded, at);
    }
}

/// The same answer about machines that are alike, also in what is opened and excluded so far:
/// if it stays for the one it stays for them.
fn same_for_others(problem: &Problem, node: &Node, excluded: &[AnswerRef], at: AnswerRef) -> Vec<AnswerRef> {
    let Subject::Guest(guest) = at.subject else { return Vec::new() };
    let state = |subject: Subject| {
        let of = |list: &[AnswerRef]| -> Vec<_> {
            list.iter().filter(|at| at.subject == subject).map(|at| at.slot).collect()
        };
        (of(&node.opened), of(excluded))
    };
    let own = state(at.subject);
    let others = problem.like(guest).map(Subject::Guest).filter(|other| state(*other) == own);
    others.map(|subject| AnswerRef { subject, slot: at.slot }).collect()
}

fn insert(list: &mut Vec<AnswerRef>, at: AnswerRef) {
    if let Err(place) = list.binary_search(&at) {
        list.insert(place, at);
    }
}

/// What follows from what is opened; nothing if no set can come of it.
fn evaluate(problem: &Problem, learned: &[Learned], draft: Draft, budget: &mut Budget) -> Option<Node> {
    let Draft { mut opened, excluded, mut unresolved, assumed } = draft;
    loop {
        let deployment = problem.with_open(&opened, &assumed);
        let levers = Levers { problem, facts: Facts::new(&deployment), excluded: &excluded };
        let mut conflicts: Vec<Conflict> = Vec::new();
        if !budget.take(STATE * unresolved.len() as u64 + NODE * problem.subjects()) {
            return None;
        }
        let mut stuck = false;
        let mut take = |state: State| match state {
            State::Open => false,
            State::Stuck => {
                stuck = true;
                true
            }
            State::Needs(conflict) => {
                conflicts.push(conflict);
                true
            }
        };
        unresolved.retain(|check| {
            let check = problem.checks.get(*check as usize);
            check.is_some_and(|check| take(levers.state(&check.row.violated, check.subject)))
        });
        if problem.can_move() {
            let of_first_host = |subject: Subject| matches!(subject, Subject::Host(host) if host.0 == 0);
            for check in problem.checks.iter().filter(|check| of_first_host(check.subject)) {
                take(levers.total(&check.row.violated));
            }
        }
        for clause in learned {
            let applies = clause.assumed.iter().all(|assumption| assumed.contains(assumption));
            if applies && !clause.levers.iter().any(|at| opened.binary_search(at).is_ok()) {
                let usable: Vec<AnswerRef> = clause.levers.iter().copied().filter(|at| levers.usable(*at)).collect();
                take(if usable.is_empty() {
                    State::Stuck
                } else {
                    State::Needs(Conflict { at_least: 1, levers: usable })
                });
            }
        }
        if stuck {
            return None;
        }
        let before = opened.len();
        for conflict in conflicts.iter().filter(|conflict| conflict.levers.len() == conflict.at_least) {
            conflict.levers.iter().for_each(|at| insert(&mut opened, *at));
        }
        if opened.len() == before {
            let (count, weight) = lower_bound(&mut conflicts);
            let cost: u32 = opened.iter().map(|at| Problem::weight(*at)).sum();
            let next = conflicts.into_iter().next();
            let at_least = (opened.len() + count, cost + weight);
            return Some(Node { opened, excluded, unresolved, next, assumed, at_least, learned: learned.len() });
        }
    }
}

/// What it takes to look at one rule, and to copy one subject, in judgements of one rule; measured.
const STATE: u64 = 8;
const NODE: u64 = 12;

/// What has to be opened at the least, by conflicts that have no answer in common. The
/// conflict that leaves the least choice is the first one afterwards.
fn lower_bound(conflicts: &mut [Conflict]) -> (usize, u32) {
    conflicts.sort_by_key(|conflict| conflict.levers.len() - conflict.at_least);
    let mut taken: Vec<AnswerRef> = Vec::new();
    let (mut count, mut weight) = (0, 0);
    for conflict in conflicts.iter() {
        if conflict.levers.iter().any(|at| taken.binary_search(at).is_ok()) {
            continue;
        }
        let mut weights: Vec<u32> = conflict.levers.iter().map(|at| Problem::weight(*at)).collect();
        weights.sort_unstable();
        count += conflict.at_least;
        weight += weights.into_iter().take(conflict.at_least).sum::<u32>();
        conflict.levers.iter().for_each(|at| insert(&mut taken, *at));
    }
    (count, weight)
}

/// A set that is small, found without looking back: the cheapest answer of each conflict,
/// then without those that turn out not to be needed. Nothing if that leads nowhere.
pub(super) fn dive(problem: &Problem, budget: &mut Budget) -> Option<Found> {
    let all: Vec<u32> = (0..).take(problem.checks.len()).collect();
    let mut node = evaluate(problem, &[], Draft::new(all.clone()), budget)?;
    while let Some(conflict) = node.next.clone() {
        let cheapest = conflict.levers.into_iter().min_by_key(|at| (Problem::weight(*at), *at))?;
        let mut draft = node.into_draft();
        insert(&mut draft.opened, cheapest);
        node = evaluate(problem, &[], draft, budget)?;
    }
    let mut opened = node.opened;
    let mut deployment = settle(problem, problem.with_open(&opened, &[]), &opened, budget).ok()?;
    for at in opened.clone() {
        let without: Vec<AnswerRef> = opened.iter().copied().filter(|other| *other != at).collect();
        let draft = Draft { opened: without.clone(), ..Draft::new(all.clone()) };
        let suffices = evaluate(problem, &[], draft, budget)
            .is_some_and(|node| node.next.is_none() && node.opened.len() == without.len());
        if suffices && let Ok(smaller) = settle(problem, problem.with_open(&without, &[]), &without, budget) {
            opened = without;
            deployment = smaller;
        }
    }
    Some(Found { opened, deployment })
}
