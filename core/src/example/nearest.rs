//! The nearest example that keeps a rule: of all single answers that do it the likeliest.

use super::of_kind;
use super::sketch::Sketch;
use super::values::{Step, at_limit};
use crate::condition::{Capacity, Condition, Facts};
use crate::decimal::Decimal;
use crate::deployment::{AnswerRef, Deployment, GuestIndex, HostIndex, Subject, Value};
use crate::effort::{Change, Direction};
use crate::question::Slot;
use crate::questions::deployment::VERSION;
use crate::questions::{Version, guest};
use crate::truth::Truth;

impl Sketch {
    /// Every single answer that may turn a condition which holds; last those that the rule is
    /// most about. The numbers count the questions.
    pub(super) fn turns(&self, condition: &Condition) -> Vec<(usize, AnswerRef, Value)> {
        let mut found: Vec<Vec<(Slot, Value)>> = Vec::new();
        condition.leaves(&mut |leaf| match leaf {
            Condition::Match(slot, ..) => found.push(self.choices(*slot, Value::Choice, |_| true)),
            Condition::Bands(slot, bands, _) => {
                found.push(bands.iter().flat_map(|(limit, _)| at_limit(*slot, *limit, Step::At)).collect());
            }
            Condition::Short(balance) => {
                let parts = balance.own.iter().chain(balance.per_guest).rev();
                found.extend(parts.map(|slot| self.moved(*slot, false).into_iter().collect()));
                if let Capacity::Answer(slot) = balance.capacity {
                    found.push(self.moved(slot, true).into_iter().collect());
                }
            }
            Condition::NodesShareAHost => {}
            leaf => found.push(self.values(leaf, false)),
        });
        let about = |slot: Slot| AnswerRef { subject: of_kind(slot.subject), slot };
        let numbered =
            (0..).zip(found).flat_map(|(number, values)| values.into_iter().map(move |value| (number, value)));
        let second = AnswerRef { subject: Subject::Guest(GuestIndex(1)), slot: guest::HOST.slot() };
        let apart = self.answered(second).map(|at| (usize::MAX, at, Value::Host(HostIndex(1))));
        numbered.map(|(number, (slot, value))| (number, about(slot), value)).chain(apart).collect()
    }

    /// A number that is answered, one more or one less.
    pub(super) fn moved(&self, slot: Slot, up: bool) -> Option<(Slot, Value)> {
        let one = |number: u64, step: u64| if up { number.checked_add(step) } else { number.checked_sub(step) };
        let value = match self.value(slot)? {
            Value::Count(count) => one(*count, 1).map(Value::Count),
            Value::Amount(amount) => {
                one(amount.steps(), Decimal::SCALE).and_then(Decimal::from_steps).map(Value::Amount)
            }
            _ => None,
        };
        value.map(|value| (slot, value))
    }

    /// The nearest deployment in which a condition that holds in this one does not: one
    /// answer differs, the one that breaks no other requirement and is the easiest to change.
    pub(super) fn nearest(&self, condition: &Condition, subject: Subject) -> Option<Deployment> {
        if matches!(condition, Condition::Always) {
            let mut other = self.clone();
            other.put(VERSION.slot(), Value::Choice(Version::Se.index()));
            return Some(other.deployment);
        }
        let trials = self.turns(condition).into_iter().filter_map(|(number, at, value)| {
            let mut trial = self.clone();
            let (possible, nearness, distance) = self.rank(at, &value);
            let rest = (usize::MAX - number, self.unusual(at.slot, &value));
            trial.put_about(at.subject, at.slot, value);
            let truth = Facts::new(&trial.deployment).judge(condition, subject, &mut Vec::new());
            let (requirements, advice, unknown) = trial.faults();
            let rank = (requirements, possible, nearness, rest, advice, unknown, distance);
            (truth == Truth::No).then_some((rank, trial.deployment))
        });
        trials.min_by_key(|(rank, _)| *rank).map(|(_, nearest)| nearest)
    }

    /// How far-fetched a change is: what can be done comes first, and of that the number that
    /// is nearest; then how far a choice is from the present one.
    pub(super) fn rank(&self, at: AnswerRef, to: &Value) -> (u8, u64, u8) {
        let from = self.deployment.answer(at.subject, at.slot).given();
        let numbers = match (from, to) {
            (Some(Value::Count(from)), Value::Count(to)) => Some((*from, *to)),
            (Some(Value::Amount(from)), Value::Amount(to)) => Some((from.steps(), to.steps())),
            _ => None,
        };
        let against = |direction| match direction {
            Direction::Up => numbers.is_some_and(|(from, to)| to < from),
            Direction::Down => numbers.is_some_and(|(from, to)| to > from),
            Direction::Any | Direction::Fewer => false,
        };
        let possible = match &at.question().change {
            Change::Possible(_, direction) if against(*direction) => 4,
            Change::Possible(..) => u8::from(numbers.is_none()),
            Change::WayOut(_) => 2 + u8::from(numbers.is_none()),
            Change::Fact => 5,
        };
        let choices = match (from, to) {
            (Some(Value::Choice(from)), Value::Choice(to)) => from.abs_diff(*to),
            _ => 0,
        };
        (possible, numbers.map_or(0, |(from, to)| from.abs_diff(to)), choices)
    }
}
