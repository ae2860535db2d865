//! A set that was found, as steps: what changes, what open answers it rests on, and what
//! would serve as well.

use super::problem::{ONE_MB, Problem, raw, value};
use super::search::Found;
use super::{Set, Step, newly_broken, violated};
use crate::assess::{Assessment, Verdict, assess};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::deployment::{Answer, AnswerRef, Deployment, Subject, Value};
use crate::effort::Change;
use crate::question::{Kind, Slot};
use crate::questions::deployment::PURPOSE;

/// Of so many steps it is told what would serve as well; more are not read anyway.
const MOST_VARIED: usize = 60;

/// The set as it is offered, judged again; nothing if the judgement does not bear it out.
///
/// The problem's own deployment may have ways out open; `now` is the judgement without them,
/// as in production; `original` is what was asked about.
pub(super) fn set(
    problem: &Problem,
    original: &Deployment,
    now: &Assessment<'_>,
    found: Found,
    today: Date,
) -> Option<Set> {
    let Found { opened, mut deployment } = found;
    widen(problem, &mut deployment, today);
    let then = assess(&deployment, today);
    let verdict = then.verdict;
    let lists_only = verdict == Verdict::Undetermined && then.missing.answers.is_empty();
    if verdict != Verdict::Supported && !lists_only {
        return None;
    }
    let breaks = newly_broken(&violated(now), &then);
    let (mut changes, mut ways_out, mut provided) = (Vec::new(), Vec::new(), Vec::new());
    for subject in deployment.subjects() {
        for question in crate::questions::about(subject.kind()) {
            let at = AnswerRef { subject, slot: question.slot() };
            let from = now.deployment.answer(at.subject, at.slot);
            let Answer::Given(to) = deployment.answer(at.subject, at.slot).clone() else {
                // What stays open stays as open as it was; no answer is allowed everywhere.
                let _ = deployment.set(at, from.clone());
                continue;
            };
            if from.given() == Some(&to) {
                continue;
            }
            let few = changes.len() + ways_out.len() + provided.len() < MOST_VARIED;
            let or = if few { or(problem, &deployment, at, today, verdict) } else { String::new() };
            let step = Step { at, from: from.clone(), to, or };
            match question.change {
                Change::WayOut(_) if from.given().is_some() => ways_out.push(step),
                _ if opened.binary_search(&at).is_ok() => changes.push(step),
                _ => provided.push(step),
            }
        }
    }
    // A lab stays one.
    let purpose = AnswerRef { subject: Subject::Deployment, slot: PURPOSE.slot() };
    deployment.set(purpose, original.answer(purpose.subject, purpose.slot).clone()).ok()?;
    Some(Set { changes, ways_out, provided, deployment, verdict, breaks })
}

/// Numbers that were open are raised together as far as they can be, so that each can be told
/// with its limit and all of them hold at once.
fn widen(problem: &Problem, deployment: &mut Deployment, today: Date) {
    let mut open: Vec<(Slot, Vec<AnswerRef>)> = Vec::new();
    for subject in deployment.subjects() {
        for question in crate::questions::about(subject.kind()) {
            let at = AnswerRef { subject, slot: question.slot() };
            let is_number = matches!(question.kind, Kind::Count { .. } | Kind::Amount { .. });
            let was_open = problem.base.answer(subject, at.slot).given().is_none();
            if is_number && was_open && deployment.answer(subject, at.slot).given().is_some() {
                match open.iter_mut().find(|(slot, _)| *slot == at.slot) {
                    Some((_, group)) => group.push(at),
                    None => open.push((at.slot, vec![at])),
                }
            }
        }
    }
    let verdict = assess(deployment, today).verdict;
    for (_, group) in open {
        let Some(first) = group.first() else { continue };
        let (_, most, grain) = range(&first.question().kind);
        let taken: Vec<u128> =
            group.iter().filter_map(|at| raw(deployment.answer(at.subject, at.slot).given()?)).collect();
        let put = |deployment: &mut Deployment, height: u128| {
            for (at, taken) in group.iter().zip(&taken) {
                if let Some(value) = value(&at.question().kind, height.clamp(*taken, most)) {
                    // Within the range of the question every number is allowed.
                    let _ = deployment.set(*at, Answer::Given(value));
                }
            }
        };
        let (mut low, mut high) = (taken.iter().min().copied().unwrap_or(0) / grain, most / grain);
        put(deployment, most);
        if assess(deployment, today).verdict == verdict {
            // No number is too large: what was taken is as good as any.
            put(deployment, 0);
            continue;
        }
        while high - low > 1 {
            let middle = low.midpoint(high);
            put(deployment, middle * grain);
            if assess(deployment, today).verdict == verdict { low = middle } else { high = middle }
        }
        put(deployment, low * grain);
    }
}

/// The least and the most of a kind of number, and how fine it is tried.
fn range(kind: &Kind) -> (u128, u128, u128) {
    match *kind {
        Kind::Count { min, max } => (min.into(), max.into(), 1),
        _ => (1, Decimal::MAX.steps().into(), ONE_MB.into()),
    }
}

/// What serves as well as the value that was taken, in words.
fn or(problem: &Problem, then: &Deployment, at: AnswerRef, today: Date, verdict: Verdict) -> String {
    let kind = &at.question().kind;
    let mut tried = then.clone();
    let mut serves =
        |value: Value| tried.set(at, Answer::Given(value)).is_ok() && assess(&tried, today).verdict == verdict;
    match kind {
        Kind::Choice(_) | Kind::Host => {
            let taken = then.answer(at.subject, at.slot).given();
            let others = problem.values(at, then).into_iter().filter(|value| Some(value) != taken);
            let serving: Vec<Value> = others.filter(|value| serves(value.clone())).collect();
            serving.iter().map(|value| then.value_in_words(kind, value)).collect::<Vec<_>>().join("; ")
        }
        Kind::Count { .. } | Kind::Amount { .. } => {
            let Some(taken) = then.answer(at.subject, at.slot).given().and_then(raw) else { return String::new() };
            let (least, most, grain) = range(kind);
            let mut number = |number: u128| value(kind, number).is_some_and(&mut serves);
            let up = number(most);
            let down = number(least);
            match (down, up) {
                (true, true) => "any number".to_owned(),
                (true, false) if taken <= least => String::new(),
                (true, false) => below(kind, taken + grain).unwrap_or_else(|| "or less".to_owned()),
                (false, true) => "or more".to_owned(),
                (false, false) => String::new(),
            }
        }
        _ => String::new(),
    }
}

/// A size just under a whole number of GB is told by that number.
fn below(kind: &Kind, next: u128) -> Option<String> {
    let Kind::Amount { unit, .. } = kind else { return None };
    let whole = u128::from(Decimal::SCALE);
    (next > 0 && next.is_multiple_of(whole)).then(|| format!("anything below {} {unit}", next / whole))
}
