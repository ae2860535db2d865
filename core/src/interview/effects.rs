//! What each answer to a question would mean, found by trying it: the same judgement,
//! with that answer in the place of none.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::assess::{Outcome, Verdict, assess};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Subject, Value};
use crate::question::Kind;
use crate::rule::{Rule, Severity};
use crate::text::capitalized;

/// What one answer, or every number of a range, would mean.
#[derive(Clone, Debug)]
pub struct Effect {
    /// The answer in words: `Yes`, `below 8 GB`, a choice.
    pub answer: String,
    /// The rules that it would break and that are not broken without it.
    pub breaks: Vec<(&'static Rule, Severity)>,
    /// The verdict with it.
    pub verdict: Verdict,
    /// It is a number that the format allows and nobody has, beyond half of the largest one;
    /// there is no need to show it.
    pub is_far: bool,
}

/// Numbers whose limit is above this count no things that somebody has, but are bounds of
/// the format.
const LARGEST_OF_THINGS: u64 = 1_000_000;

/// Questions with more choices than this (hosts, say) are not tried out.
const MOST_TRIED: usize = 40;

/// What each answer to a question about these subjects would mean. Nothing for a text,
/// a day or a list of machines.
#[must_use]
pub fn effects(deployment: &Deployment, today: Date, at: &[AnswerRef]) -> Vec<Effect> {
    let Some(first) = at.first() else { return Vec::new() };
    let trial = Trial::new(deployment, today, at);
    match first.question().kind {
        Kind::Flag => {
            let answers = [("Yes", true), ("No", false)];
            answers.into_iter().map(|(words, flag)| trial.effect(words.to_owned(), &Value::Flag(flag))).collect()
        }
        Kind::Choice(list) => {
            let places = (0..).zip(list).take(MOST_TRIED);
            places.map(|(place, choice)| trial.effect(choice.label.to_owned(), &Value::Choice(place))).collect()
        }
        Kind::Set { of, empty_is_an_answer } => {
            let none = empty_is_an_answer.then(|| ("None of these".to_owned(), 0));
            let single = (0..).zip(of).map(|(place, choice)| (format!("{} only", choice.label), 1 << place));
            none.into_iter().chain(single).map(|(words, bits)| trial.effect(words, &Value::Set(bits))).collect()
        }
        Kind::Host => {
            let hosts = (0..).map(HostIndex).zip(deployment.hosts()).take(MOST_TRIED);
            hosts.map(|(index, host)| trial.effect(host.id().to_owned(), &Value::Host(index))).collect()
        }
        Kind::Guests => {
            let all = (0..).map(GuestIndex).take(deployment.guests().len()).collect();
            let answers = [("None of them", Value::Guests([].into())), ("All of them", Value::Guests(all))];
            answers.into_iter().map(|(words, value)| trial.effect(words.to_owned(), &value)).collect()
        }
        Kind::Count { min, max } => trial.ranges(min, max, &Value::Count, ""),
        Kind::Amount { zero, unit } => {
            let amount = |steps| Value::Amount(Decimal::from_steps(steps).unwrap_or(Decimal::MAX));
            trial.ranges(u64::from(!zero), Decimal::MAX.steps(), &amount, unit)
        }
        Kind::Text { .. } | Kind::Date => Vec::new(),
    }
}

/// A deployment in which one question is tried with one answer after the other.
struct Trial<'a> {
    deployment: &'a Deployment,
    today: Date,
    at: &'a [AnswerRef],
    /// What is broken whatever the answer is.
    broken: BTreeSet<&'static str>,
}

/// What a number does.
struct Signature {
    broken: BTreeSet<&'static str>,
    verdict: Verdict,
    /// The requirements that are undecided.
    open: BTreeSet<(&'static str, Subject)>,
}

impl Signature {
    /// Whether the two numbers belong into one range.
    fn does_as(&self, other: &Self) -> bool {
        self.broken == other.broken && self.verdict == other.verdict
    }

    /// Whether all numbers between the two do the same as they. Every rule breaks on one
    /// side of a limit only, so what is broken, or undecided, at both is so between them.
    fn does_as_all_up_to(&self, other: &Self) -> bool {
        let stays_open = self.open.is_empty() || !self.open.is_disjoint(&other.open);
        self.does_as(other) && (self.verdict != Verdict::Undetermined || stays_open)
    }
}

impl<'a> Trial<'a> {
    fn new(deployment: &'a Deployment, today: Date, at: &'a [AnswerRef]) -> Self {
        let mut open = deployment.clone();
        for place in at {
            // No answer is allowed everywhere.
            let _ = open.set(*place, Answer::NotAsked);
        }
        let broken = signature(&open, today).broken;
        Self { deployment, today, at, broken }
    }

    fn with(&self, value: &Value) -> Deployment {
        let mut tried = self.deployment.clone();
        for place in self.at {
            // Every value that is tried is one that the question allows.
            let _ = tried.set(*place, Answer::Given(value.clone()));
        }
        tried
    }

    fn effect(&self, answer: String, value: &Value) -> Effect {
        let tried = self.with(value);
        let assessment = assess(&tried, self.today);
        let mut seen = self.broken.clone();
        let violated = assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Violated);
        let new = violated.filter(|finding| seen.insert(finding.rule.id));
        let breaks = new.map(|finding| (finding.rule, finding.row.severity)).collect();
        Effect { answer, breaks, verdict: assessment.verdict, is_far: false }
    }

    /// The ranges of a number that differ in what they break.
    fn ranges(&self, min: u64, max: u64, value: &dyn Fn(u64) -> Value, unit: &str) -> Vec<Effect> {
        let of = |number| signature(&self.with(&value(number)), self.today);
        let mut firsts = vec![min];
        find_limits(&of, (min, &of(min)), (max, &of(max)), &mut firsts);
        let lasts = firsts.iter().skip(1).map(|next| next - 1).chain([max]);
        let ranges = firsts.iter().zip(lasts);
        let words = |from, to| in_words(from, to, (min, max), value, unit);
        let effect = |(from, to): (&u64, u64)| Effect {
            is_far: max > LARGEST_OF_THINGS && *from > max / 2,
            ..self.effect(words(*from, to), &value(*from))
        };
        ranges.map(effect).collect()
    }
}

fn signature(deployment: &Deployment, today: Date) -> Signature {
    let assessment = assess(deployment, today);
    let violated = assessment.findings.iter().filter(|finding| finding.outcome == Outcome::Violated);
    let open = assessment.with(Severity::Requirement, Outcome::Unknown);
    Signature {
        broken: violated.map(|finding| finding.rule.id).collect(),
        verdict: assessment.verdict,
        open: open.map(|finding| (finding.rule.id, finding.subject)).collect(),
    }
}

/// The first number of every range after the first one.
fn find_limits(
    of: &dyn Fn(u64) -> Signature,
    (low, at_low): (u64, &Signature),
    (high, at_high): (u64, &Signature),
    firsts: &mut Vec<u64>,
) {
    if at_low.does_as_all_up_to(at_high) {
        return;
    }
    if high - low <= 1 {
        if !at_low.does_as(at_high) {
            firsts.push(high);
        }
        return;
    }
    let middle = low.midpoint(high);
    let at_middle = of(middle);
    find_limits(of, (low, at_low), (middle, &at_middle), firsts);
    find_limits(of, (middle, &at_middle), (high, at_high), firsts);
}

/// A range in words, with the rounder of the two numbers at each end.
fn in_words(from: u64, to: u64, (min, max): (u64, u64), value: &dyn Fn(u64) -> Value, unit: &str) -> String {
    let text = |number: u64| match value(number) {
        Value::Count(count) => count.to_string(),
        Value::Amount(amount) => amount.to_string(),
        _ => String::new(),
    };
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    let shorter = |one: u64, other: u64| text(one).len() <= text(other).len();
    if from == to && from != min && to != max {
        return format!("{}{unit}", text(from));
    }
    let start = match from {
        from if from == min => None,
        from if shorter(from, from - 1) => Some(format!("{}{unit} or more", text(from))),
        from => Some(format!("above {}{unit}", text(from - 1))),
    };
    let end = match to {
        to if to == max => None,
        to if shorter(to, to + 1) => Some(format!("up to {}{unit}", text(to))),
        to => Some(format!("below {}{unit}", text(to + 1))),
    };
    let mut words = String::new();
    match (start, end) {
        (None, None) => words.push_str("Any number"),
        (Some(one), None) | (None, Some(one)) => words.push_str(&one),
        // Writing to a text cannot fail.
        (Some(start), Some(end)) => drop(write!(words, "{start}, {end}")),
    }
    capitalized(&words)
}
