//! The answers with which a condition about one question holds, or does not.

use super::sketch::Sketch;
use crate::condition::Condition;
use crate::decimal::Decimal;
use crate::deployment::Value;
use crate::offers::offered;
use crate::question::{Kind, Slot};
use crate::questions::question;

impl Sketch {
    /// The answers with which a condition about one question holds, or does not; with
    /// numbers the one at the limit.
    pub(super) fn values(&self, leaf: &Condition, holds: bool) -> Vec<(Slot, Value)> {
        match *leaf {
            Condition::Is(slot, wanted) => vec![(slot, Value::Flag(wanted == holds))],
            Condition::OneOf(slot, set, among) => {
                self.choices(slot, Value::Choice, |bit| (set & bit != 0) == (among == holds))
            }
            Condition::Includes(slot, set, some) => {
                let mut members =
                    self.choices(slot, |place| Value::Set(1 << place), |bit| (set & bit != 0) == (some == holds));
                if some != holds && matches!(question(slot).kind, Kind::Set { empty_is_an_answer: true, .. }) {
                    members.insert(0, (slot, Value::Set(0)));
                }
                members
            }
            Condition::Below(slot, limit) => at_limit(slot, limit, if holds { Step::Under } else { Step::At }),
            Condition::AtLeast(slot, limit) => at_limit(slot, limit, if holds { Step::At } else { Step::Under }),
            Condition::Above(slot, limit) => at_limit(slot, limit, if holds { Step::Over } else { Step::At }),
            _ => Vec::new(),
        }
    }

    pub(super) fn choices(&self, slot: Slot, value: fn(u8) -> Value, fits: impl Fn(u64) -> bool) -> Vec<(Slot, Value)> {
        let (Kind::Choice(list) | Kind::Set { of: list, .. }) = question(slot).kind else { return Vec::new() };
        let offered = offered(slot, Some(self.version));
        let places = (0u8..).zip(list).map(|(place, _)| place);
        let fitting = places.filter(|place| offered & (1 << place) != 0 && fits(1 << place));
        fitting.map(|place| (slot, value(place))).collect()
    }
}

/// Which side of a limit.
#[derive(Clone, Copy)]
pub(super) enum Step {
    Under,
    At,
    Over,
}

/// The number at a limit, or one step beside it: a whole one, or a tenth where the limit is
/// one of something that comes in parts.
pub(super) fn at_limit(slot: Slot, limit: Decimal, side: Step) -> Vec<(Slot, Value)> {
    let whole = matches!(question(slot).kind, Kind::Count { .. }) || limit > Decimal::whole(1);
    let step = if whole { Decimal::SCALE } else { Decimal::SCALE / 10 };
    let number = match side {
        Step::Under => limit.steps().checked_sub(step),
        Step::At => Some(limit.steps()),
        Step::Over => limit.steps().checked_add(step),
    };
    let value = number.and_then(Decimal::from_steps).and_then(|number| number_for(slot, number));
    value.map(|value| (slot, value)).into_iter().collect()
}

/// A number as the answer to a question.
pub(super) fn number_for(slot: Slot, number: Decimal) -> Option<Value> {
    match question(slot).kind {
        Kind::Count { .. } => Some(Value::Count(number.ceil())),
        Kind::Amount { .. } => Some(Value::Amount(number)),
        _ => None,
    }
}
