//! The values for answers that are opened or missing, so that every requirement holds.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::problem::{Check, ONE_MB, Problem, counting, raw, value};
use super::search::Budget;
use crate::condition::Facts;
use crate::decimal::Decimal;
use crate::deployment::{Answer, AnswerRef, Deployment, GuestIndex, Subject, Value};
use crate::question::{Kind, Slot, SubjectKind};
use crate::questions::deployment::NODES;
use crate::questions::guest::{HOST, MEMORY_GB, OS_DISK_GB, VCPUS};
use crate::questions::question;
use crate::truth::Truth;

/// Why there are no values.
pub(super) enum Unsettled {
    /// These checks cannot hold together; the open answers that they read.
    Clash(Vec<u32>, Vec<AnswerRef>),
    /// The work is used up.
    UsedUp,
}

/// Gives values to what is open in a deployment, the opened answers and the missing ones, so
/// that no requirement is broken or undecided.
pub(super) fn settle(
    problem: &Problem,
    mut now: Deployment,
    opened: &[AnswerRef],
    budget: &mut Budget,
) -> Result<Deployment, Unsettled> {
    let all: Vec<u32> = (0..).take(problem.checks.len()).collect();
    for (checks, open) in parts(problem, &now, &all, budget) {
        if !settle_part(problem, &mut now, &checks, &open, &mut Vec::new(), budget) {
            return Err(if budget.left == 0 { Unsettled::UsedUp } else { Unsettled::Clash(checks, open) });
        }
    }
    for (at, before) in &problem.ways_out {
        if now.answer(at.subject, at.slot).given().is_none() {
            // The same for a way out; what was there is allowed.
            let _ = now.set(*at, Answer::Given(before.clone()));
        }
    }
    for at in opened {
        if now.answer(at.subject, at.slot).given().is_none() {
            // No undecided rule reads it, so it stays as it was; what was there is allowed.
            let _ = now.set(*at, problem.base.answer(at.subject, at.slot).clone());
        }
    }
    soften(problem, &mut now, opened, budget);
    Ok(now)
}

/// Whether these checks can hold together in a deployment with open answers.
pub(super) fn can_hold(problem: &Problem, mut now: Deployment, checks: &[u32], budget: &mut Budget) -> bool {
    let holds = parts(problem, &now, checks, budget)
        .into_iter()
        .all(|(checks, open)| settle_part(problem, &mut now, &checks, &open, &mut Vec::new(), budget));
    holds || budget.left == 0
}

/// The undecided ones of these checks, in groups that have no open answer in common, each
/// with the open answers that it reads, sorted.
fn parts(problem: &Problem, now: &Deployment, checks: &[u32], budget: &mut Budget) -> Vec<(Vec<u32>, Vec<AnswerRef>)> {
    let facts = Facts::new(now);
    budget.take(4 * checks.len() as u64 + problem.subjects());
    // The group of each open answer, and the group that each group has been joined to.
    let mut group_of: BTreeMap<AnswerRef, usize> = BTreeMap::new();
    let mut joined: Vec<usize> = Vec::new();
    let mut undecided: Vec<(u32, usize)> = Vec::new();
    let mut open = Vec::new();
    for number in checks {
        let Some(check) = problem.check(*number) else { continue };
        open.clear();
        if facts.judge(&check.row.violated, check.subject, &mut open) != Truth::Unknown {
            continue;
        }
        let own = joined.len();
        joined.push(own);
        undecided.push((*number, own));
        for at in &open {
            let group = root(&joined, *group_of.entry(*at).or_insert(own));
            if let Some(place) = joined.get_mut(group) {
                *place = own;
            }
        }
    }
    let mut parts: BTreeMap<usize, (Vec<u32>, Vec<AnswerRef>)> = BTreeMap::new();
    for (number, group) in undecided {
        parts.entry(root(&joined, group)).or_default().0.push(number);
    }
    for (at, group) in group_of {
        parts.entry(root(&joined, group)).or_default().1.push(at);
    }
    parts.into_values().collect()
}

/// The group that a group has been joined to in the end.
fn root(joined: &[usize], mut group: usize) -> usize {
    while let Some(next) = joined.get(group).copied().filter(|next| *next != group) {
        group = next;
    }
    group
}

/// Gives values to what these undecided checks read; false if there are none, or if the work
/// is used up, with everything open again. What is decided is appended to `trail`.
///
/// After each value the rest falls apart into groups that have nothing to do with each other,
/// so that a failure in one is not looked for in the others.
fn settle_part(
    problem: &Problem,
    now: &mut Deployment,
    checks: &[u32],
    open: &[AnswerRef],
    trail: &mut Vec<AnswerRef>,
    budget: &mut Budget,
) -> bool {
    if crowded(problem, now, checks, budget) {
        return false;
    }
    let first = open.iter().copied().min_by_key(|at| (rank(*at).0, Reverse(size(problem, now, *at)), *at));
    let Some(at) = first else { return true };
    let start = trail.len();
    trail.push(at);
    for value in problem.values(at, now) {
        // The facts are sorted anew for each value, more than once.
        budget.take(8 * problem.subjects());
        if budget.left == 0 {
            break;
        }
        if now.set(at, Answer::Given(value)).is_err() {
            continue;
        }
        let own = checks.iter().filter_map(|check| problem.check(*check));
        if worst(own, now, at, budget) == Some(Truth::Yes) {
            continue;
        }
        let rest = parts(problem, now, checks, budget);
        if rest.iter().all(|(checks, open)| settle_part(problem, now, checks, open, trail, budget)) {
            return true;
        }
        undo(now, trail, start + 1);
    }
    undo(now, trail, start);
    false
}

/// How large a machine is that has no host yet: the largest is placed first.
fn size(problem: &Problem, now: &Deployment, at: AnswerRef) -> u128 {
    if !Problem::is_move(at) {
        return 0;
    }
    let number = |slot: Slot| {
        let given = now.answer(at.subject, slot).given().and_then(raw);
        given.or_else(|| problem.lowest(AnswerRef { subject: at.subject, slot })).unwrap_or(0)
    };
    number(MEMORY_GB.slot()).max(number(VCPUS.slot()) * u128::from(Decimal::SCALE))
}

/// Whether a machine without a host finds room on none of them, or all of them together find
/// too little, whatever else is decided.
fn crowded(problem: &Problem, now: &Deployment, checks: &[u32], budget: &mut Budget) -> bool {
    let facts = Facts::new(now);
    if facts.unplaced.is_empty() {
        return false;
    }
    let hosts = || now.subjects().filter(|subject| subject.kind() == SubjectKind::Host);
    let mut seen: Vec<&str> = Vec::new();
    let mut crowded = false;
    for check in checks.iter().filter_map(|check| problem.check(*check)) {
        if seen.contains(&check.rule.id) {
            continue;
        }
        seen.push(check.rule.id);
        counting(&check.row.violated, &facts, check.subject, &mut |balance| {
            if balance.per_guest.is_empty() || check.rule.subject != SubjectKind::Host {
                return;
            }
            budget.take(8 * problem.subjects());
            let room: Vec<u128> = hosts()
                .map(|host| {
                    let (need, there) = facts.bounds(balance, host);
                    there.most.saturating_sub(need.least)
                })
                .collect();
            let least = |guest: &GuestIndex| -> u128 {
                let of_guest =
                    balance.per_guest.iter().map(|slot| AnswerRef { subject: Subject::Guest(*guest), slot: *slot });
                of_guest.filter_map(|at| now.answer(at.subject, at.slot).given().and_then(raw)).sum()
            };
            let needs = facts.unplaced.iter().map(least);
            let largest = needs.clone().max().unwrap_or(0);
            let applies = facts.judge(&check.row.violated, check.subject, &mut Vec::new()) == Truth::Unknown;
            let full = largest > room.iter().copied().max().unwrap_or(0) || needs.sum::<u128>() > room.iter().sum();
            crowded |= applies && full && Problem::hosts_are_own(now);
        });
    }
    crowded
}

/// Opens what was decided since.
fn undo(now: &mut Deployment, trail: &mut Vec<AnswerRef>, since: usize) {
    for at in trail.drain(since.min(trail.len())..) {
        // No answer is allowed everywhere.
        let _ = now.set(at, Answer::NotAsked);
    }
}

/// First what decides which rules apply, then sizes, then where machines run, then what the
/// sizes have to fit in.
fn rank(at: AnswerRef) -> (u8, AnswerRef) {
    let rank = match at.question().kind {
        _ if at.slot == NODES.slot() => 6,
        _ if at.slot.subject == SubjectKind::Deployment => 0,
        _ if at.slot == HOST.slot() => 3,
        Kind::Count { .. } | Kind::Amount { .. } if at.slot == OS_DISK_GB.slot() => 4,
        Kind::Count { .. } | Kind::Amount { .. } if at.slot.subject == SubjectKind::Host => 5,
        Kind::Count { .. } | Kind::Amount { .. } => 2,
        _ => 1,
    };
    (rank, at)
}

/// The worst that the rules say that read an answer: broken, undecided or neither; nothing
/// when the work is used up.
fn worst<'p>(
    checks: impl Iterator<Item = &'p Check>,
    now: &Deployment,
    at: AnswerRef,
    budget: &mut Budget,
) -> Option<Truth> {
    let facts = Facts::new(now);
    let mut missing = Vec::new();
    let mut worst = Truth::No;
    for check in checks.filter(|check| check.reads(at)) {
        if !budget.take(1) {
            return None;
        }
        match facts.judge(&check.row.violated, check.subject, &mut missing) {
            Truth::Yes => return Some(Truth::Yes),
            Truth::Unknown => worst = Truth::Unknown,
            Truth::No => {}
        }
        missing.clear();
    }
    Some(worst)
}

/// How fine numbers are changed: whole ones by one, sizes by GB, small sizes by MB.
fn grain(at: AnswerRef, original: u128) -> u128 {
    match at.question().kind {
        Kind::Amount { .. } if original >= 16 * u128::from(Decimal::SCALE) => Decimal::SCALE.into(),
        Kind::Amount { .. } => ONE_MB.into(),
        _ => 1,
    }
}

/// Numbers that were taken lower than need be are raised as far as they can be: all of one
/// question to the same height first, then each by itself.
fn soften(problem: &Problem, now: &mut Deployment, opened: &[AnswerRef], budget: &mut Budget) {
    let lowered: Vec<(AnswerRef, u128, u128)> = opened
        .iter()
        .filter_map(|at| {
            let original = problem.base.answer(at.subject, at.slot).given().and_then(raw)?;
            let taken = now.answer(at.subject, at.slot).given().and_then(raw)?;
            (taken < original).then_some((*at, taken, original))
        })
        .collect();
    let mut questions: Vec<_> = lowered.iter().map(|(at, ..)| at.slot).collect();
    questions.dedup();
    questions.sort_unstable();
    questions.dedup();
    // The machines of Exchange before what else is on their host.
    for slot in questions.into_iter().rev() {
        let group: Vec<_> = lowered.iter().filter(|(at, ..)| at.slot == slot).copied().collect();
        let grain = group.iter().map(|(at, _, original)| grain(*at, *original)).max().unwrap_or(1);
        let top = group.iter().map(|(.., original)| *original).max().unwrap_or(0);
        let bottom = group.iter().map(|(_, taken, _)| *taken).min().unwrap_or(0);
        raise(problem, now, &group, (bottom, top), grain, budget);
        for grain in [grain, finest(slot)] {
            for (at, _, original) in &group {
                let taken = now.answer(at.subject, at.slot).given().and_then(raw).unwrap_or(*original);
                raise(problem, now, &[(*at, taken, *original)], (taken, *original), grain, budget);
            }
        }
    }
    for at in opened {
        round_up(problem, now, *at, budget);
    }
}

/// The finest that a number is changed: by one, or by 1 MB.
fn finest(slot: Slot) -> u128 {
    if matches!(question(slot).kind, Kind::Amount { .. }) { ONE_MB.into() } else { 1 }
}

/// A size that was raised becomes a whole number of GB if that holds as well.
fn round_up(problem: &Problem, now: &mut Deployment, at: AnswerRef, budget: &mut Budget) {
    let before = now.answer(at.subject, at.slot).clone();
    let original = problem.base.answer(at.subject, at.slot).given().and_then(raw);
    let (Some(Value::Amount(taken)), Some(original)) = (before.given(), original) else { return };
    let whole = u128::from(taken.ceil()) * u128::from(Decimal::SCALE);
    if u128::from(taken.steps()) <= original || whole == u128::from(taken.steps()) {
        return;
    }
    let put = value(&at.question().kind, whole).is_some_and(|whole| now.set(at, Answer::Given(whole)).is_ok());
    if put && worst(problem.checks.iter(), now, at, budget) != Some(Truth::No) {
        // What was there is allowed.
        let _ = now.set(at, before);
    }
}

/// The greatest height below the top to which all can be raised, none above what it was.
fn raise(
    problem: &Problem,
    now: &mut Deployment,
    group: &[(AnswerRef, u128, u128)],
    (bottom, top): (u128, u128),
    grain: u128,
    budget: &mut Budget,
) {
    let put = |now: &mut Deployment, height: u128| {
        for (at, taken, original) in group {
            let number = height.min(*original).max(*taken);
            if let Some(value) = value(&at.question().kind, number) {
                // Between two numbers that are allowed all are.
                let _ = now.set(*at, Answer::Given(value));
            }
        }
    };
    let (mut low, mut high) = (bottom / grain, top.div_ceil(grain));
    while high.saturating_sub(low) > 1 {
        let middle = low.midpoint(high);
        put(now, middle * grain);
        budget.take(problem.checks.len() as u64 / 4);
        let holds = group.iter().all(|(at, ..)| worst(problem.checks.iter(), now, *at, budget) == Some(Truth::No));
        if holds { low = middle } else { high = middle }
    }
    put(now, (low * grain).max(bottom));
}
