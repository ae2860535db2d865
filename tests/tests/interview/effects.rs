//! What each answer would mean: compared with judging the deployment with that answer.
//! Ranges of numbers are read back from their words.

use std::cell::Cell;
use std::collections::BTreeSet;

use exchange_advisor_core::assess::{Outcome, Verdict, assess};
use exchange_advisor_core::decimal::Decimal;
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Value};
use exchange_advisor_core::interview::{Effect, Round, effects};
use exchange_advisor_core::question::Kind;
use exchange_advisor_core::rule::Severity;
use exchange_advisor_tests::generate;
use exchange_advisor_tests::guide;
use exchange_advisor_tests::some_day;
use fastrand::Rng;

use crate::{cases, ensure, holds};

type Broken = BTreeSet<(&'static str, Severity)>;

fn with(deployment: &Deployment, at: &[AnswerRef], answer: &Answer<Value>) -> Deployment {
    let mut other = deployment.clone();
    for place in at {
        other.set(*place, answer.clone()).expect("an allowed value");
    }
    other
}

fn judged(deployment: &Deployment) -> (Broken, Verdict) {
    let assessment = assess(deployment, some_day());
    let violated = assessment.findings.iter().filter(|found| found.outcome == Outcome::Violated);
    (violated.map(|found| (found.rule.id, found.row.severity)).collect(), assessment.verdict)
}

/// What an answer would break beyond what is broken without it, and the verdict.
fn directly(deployment: &Deployment, at: &[AnswerRef], value: Value) -> (Broken, Verdict) {
    let (without, _) = judged(&with(deployment, at, &Answer::NotAsked));
    let (broken, verdict) = judged(&with(deployment, at, &Answer::Given(value)));
    (broken.difference(&without).copied().collect(), verdict)
}

fn as_told(effect: &Effect) -> (Broken, Verdict) {
    (effect.breaks.iter().map(|(rule, severity)| (rule.id, *severity)).collect(), effect.verdict)
}

/// The numbers that the words of a range mean, in whole numbers or smallest steps.
fn range(words: &str, kind: &Kind) -> (u64, u64) {
    let (mut from, mut to, unit) = match *kind {
        Kind::Count { min, max } => (min, max, ""),
        Kind::Amount { zero, unit } => (u64::from(!zero), Decimal::MAX.steps(), unit),
        _ => panic!("{words} is no range"),
    };
    let number = |text: &str| {
        let text = text.strip_suffix(unit).expect("the unit").trim_end();
        match kind {
            Kind::Count { .. } => text.parse().expect("a whole number"),
            _ => Decimal::parse(text).expect("a number").steps(),
        }
    };
    let words = words.to_lowercase();
    let unit_in_words = unit.to_lowercase();
    for part in words.split(", ").filter(|part| *part != "any number") {
        let part = part.replace(&unit_in_words, unit);
        if let Some(first) = part.strip_suffix(" or more") {
            from = number(first);
        } else if let Some(before) = part.strip_prefix("above ") {
            from = number(before) + 1;
        } else if let Some(last) = part.strip_prefix("up to ") {
            to = number(last);
        } else if let Some(behind) = part.strip_prefix("below ") {
            to = number(behind) - 1;
        } else {
            (from, to) = (number(&part), number(&part));
        }
    }
    (from, to)
}

fn amount(steps: u64) -> Value {
    Value::Amount(Decimal::from_steps(steps).expect("within the limits"))
}

/// Compares the effects of a question with judging directly. Gives how many were compared.
fn compare(rng: &mut Rng, deployment: &Deployment, at: &[AnswerRef]) -> Result<usize, String> {
    let told = effects(deployment, some_day(), at);
    let kind = &at[0].question().kind;
    let path = deployment.path(at[0]);
    let same = |effect: &Effect, value: Value| {
        let expected = directly(deployment, at, value.clone());
        ensure(as_told(effect) == expected, || {
            let told = as_told(effect);
            format!("{path}, {}: {told:?}, but with {value:?} {expected:?}\n{:#}", effect.answer, deployment.to_json())
        })
    };
    let expected: Vec<(String, Value)> = match *kind {
        Kind::Flag => vec![("Yes".to_owned(), Value::Flag(true)), ("No".to_owned(), Value::Flag(false))],
        Kind::Choice(list) => {
            (0..).zip(list).map(|(place, choice)| (choice.label.to_owned(), Value::Choice(place))).collect()
        }
        Kind::Set { of, empty_is_an_answer } => {
            let none = empty_is_an_answer.then(|| ("None of these".to_owned(), Value::Set(0)));
            let single = |(place, choice): (usize, &exchange_advisor_core::choice::Choice)| {
                (format!("{} only", choice.label), Value::Set(1 << place))
            };
            none.into_iter().chain(of.iter().enumerate().map(single)).collect()
        }
        Kind::Host => {
            let hosts = (0..).map(HostIndex).zip(deployment.hosts());
            hosts.map(|(index, host)| (host.id().to_owned(), Value::Host(index))).collect()
        }
        Kind::Guests => {
            let all = (0..u32::try_from(deployment.guests().len()).expect("few")).map(GuestIndex).collect();
            vec![("None of them".to_owned(), Value::Guests([].into())), ("All of them".to_owned(), Value::Guests(all))]
        }
        Kind::Text { .. } | Kind::Date => Vec::new(),
        Kind::Count { .. } | Kind::Amount { .. } => return compare_ranges(rng, kind, &path, &told, &same),
    };
    let answers: Vec<&String> = told.iter().map(|effect| &effect.answer).collect();
    ensure(answers == expected.iter().map(|(words, _)| words).collect::<Vec<_>>(), || format!("{path}: {answers:?}"))?;
    told.iter().zip(expected).try_for_each(|(effect, (_, value))| same(effect, value))?;
    Ok(told.len())
}

fn compare_ranges(
    rng: &mut Rng,
    kind: &Kind,
    path: &str,
    told: &[Effect],
    same: &dyn Fn(&Effect, Value) -> Result<(), String>,
) -> Result<usize, String> {
    let all = || told.iter().map(|effect| effect.answer.as_str()).collect::<Vec<_>>();
    let (min, max) = range("any number", kind);
    let mut next = min;
    for effect in told {
        let (from, to) = range(&effect.answer, kind);
        ensure(from == next && from <= to, || format!("{path}: a gap before {}: {:?}", effect.answer, all()))?;
        next = to + 1;
        for number in [from, to, from.midpoint(to), rng.u64(from..=to), from + rng.u64(0..=to - from) / 1_000_000] {
            let is_count = matches!(kind, Kind::Count { .. });
            same(effect, if is_count { Value::Count(number) } else { amount(number) })?;
        }
    }
    ensure(next == max + 1, || format!("{path}: not up to the largest: {:?}", all()))?;
    let differ = told.windows(2).all(|pair| as_told(&pair[0]) != as_told(&pair[1]));
    ensure(differ, || format!("{path}: ranges that do not differ: {:?}", all()))?;
    Ok(told.len())
}

#[test]
fn an_effect_is_what_judging_with_that_answer_gives() {
    let (compared, ranges) = (Cell::new(0), Cell::new(0));
    holds(cases(501, 600), |case| {
        let mut rng = case.rng();
        let mut person = case.person();
        let mut deployment = Deployment::new();
        for round in [Round::Verdict, Round::Advice] {
            person.follow(&mut deployment, round, |assessment, open| {
                if rng.u8(..) > 40 || open.steps.is_empty() {
                    return Ok(());
                }
                let at = guide::answers_of(&open.steps[rng.usize(..open.steps.len())]);
                if !at.is_empty() {
                    let effects = compare(&mut rng, assessment.deployment, &at)?;
                    compared.set(compared.get() + effects);
                }
                Ok(())
            })?;
        }
        // Answered questions can be asked about too, and there all else is known.
        for subject in case.truth.subjects() {
            for (place, question) in generate::questions_of(subject) {
                let numbers = matches!(question.kind, Kind::Count { .. } | Kind::Amount { .. });
                if rng.u8(..) < if numbers { 40 } else { 4 } {
                    let effects = compare(&mut rng, &case.truth, &[place])?;
                    ranges.set(ranges.get() + usize::from(numbers && effects > 1));
                }
            }
        }
        Ok(())
    });
    assert!(compared.get() > 5000 && ranges.get() > 500, "{} {}", compared.get(), ranges.get());
}
