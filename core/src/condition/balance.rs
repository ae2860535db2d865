//! What the guests need against what there is.

use super::Facts;
use crate::decimal::Decimal;
use crate::deployment::{Answer, AnswerRef, Subject, Value};
use crate::question::{Key, Kind, Slot};
use crate::questions::{guest, host};
use crate::truth::Truth;

/// What the policy counts for the host itself unless more was measured, in processors.
/// Source: the policy for 2007, section on the virtual machine, and those for 2013 and later.
pub const ROOT_BASELINE: u32 = 2;

/// What there is of something.
#[derive(Clone, Copy, Debug)]
pub enum Capacity {
    /// The number answered.
    Answer(Slot),
    /// So many virtual processors for each physical processor (core) of the host.
    Processors {
        /// How many.
        per_core: u32,
    },
}

/// A need and what there is for it. [`super::Condition::Short`] holds if there is less.
#[derive(Clone, Copy, Debug)]
pub struct Balance {
    /// What there is.
    pub capacity: Capacity,
    /// What is needed in any case.
    pub base: Decimal,
    /// What the subject's own answers add to the need.
    pub own: &'static [Slot],
    /// What each Exchange machine on the host adds to it.
    pub per_guest: &'static [Slot],
    /// Whether the host itself counts: with its measured load, at least 2 processors.
    pub root: bool,
}

impl Balance {
    /// Against the number answered to a question.
    #[must_use]
    pub const fn against(capacity: Key<Decimal>) -> Self {
        Self::new(Capacity::Answer(capacity.slot()))
    }

    /// The virtual processors of all guests of a host against so many for each of its
    /// physical processors (cores).
    #[must_use]
    pub const fn of_processors(per_core: u32) -> Self {
        Self::new(Capacity::Processors { per_core })
            .adding(const { &[host::OTHER_VM_VCPUS.slot()] })
            .adding_per_guest(const { &[guest::VCPUS.slot()] })
    }

    const fn new(capacity: Capacity) -> Self {
        Self { capacity, base: Decimal::whole(0), own: &[], per_guest: &[], root: false }
    }

    /// So much is needed in any case (in the unit of the question).
    #[must_use]
    pub const fn starting_at(self, base: u32) -> Self {
        Self { base: Decimal::whole(base), ..self }
    }

    /// These answers about the subject are added to the need.
    #[must_use]
    pub const fn adding(self, own: &'static [Slot]) -> Self {
        Self { own, ..self }
    }

    /// These answers about each Exchange machine on the host are added to the need.
    #[must_use]
    pub const fn adding_per_guest(self, per_guest: &'static [Slot]) -> Self {
        Self { per_guest, ..self }
    }

    /// The host itself is added to the need, with its measured load, at least 2.
    #[must_use]
    pub const fn with_root(self) -> Self {
        Self { root: true, ..self }
    }
}

/// From the least to the most that something can be, in whole steps.
#[derive(Clone, Copy)]
pub(crate) struct Range {
    pub least: u128,
    pub most: u128,
}

/// The values that a capacity can have.
enum Available {
    /// Every step between these.
    Between(Range),
    /// Every product of this with 1 to 1,024.
    MultiplesOf(u128),
    /// Every product of this with two numbers from 1 to 1,024.
    ProductsOf(u128),
}

/// The most sockets, and the most cores of a socket, that a host can have.
const MOST_HARDWARE: u128 = 1024;

impl Available {
    fn range(&self) -> Range {
        match *self {
            Self::Between(range) => range,
            Self::MultiplesOf(unit) => Range { least: unit, most: unit * MOST_HARDWARE },
            Self::ProductsOf(unit) => Range { least: unit, most: unit * MOST_HARDWARE * MOST_HARDWARE },
        }
    }

    /// Whether one of the values lies in the range, its ends included.
    fn meets(&self, range: Range) -> bool {
        let multiple_in_range = |unit: u128| {
            let first = range.least.div_ceil(unit).max(1);
            first <= MOST_HARDWARE && first * unit <= range.most
        };
        match *self {
            Self::Between(own) => own.least <= range.most && range.least <= own.most,
            Self::MultiplesOf(unit) => multiple_in_range(unit),
            Self::ProductsOf(unit) => (1..=MOST_HARDWARE).any(|factor| multiple_in_range(unit * factor)),
        }
    }
}

impl Facts<'_> {
    /// Whether there is less than is needed.
    ///
    /// The need takes every whole step between its bounds, except where a machine's
    /// host is missing; there the bounds stand for it. So an answer about the need can
    /// turn the outcome if, and only if, some capacity lies between the bounds, and an
    /// answer about the capacity if some need lies between the bounds of that.
    pub(super) fn short(&self, balance: &Balance, subject: Subject, missing: &mut Vec<AnswerRef>) -> Truth {
        let before = missing.len();
        let available = self.available(balance.capacity, subject, missing);
        let capacity = available.range();
        let after_capacity = missing.len();
        let need = self.need(balance, subject, missing);
        let decided = if need.least > capacity.most {
            Some(Truth::Yes)
        } else if need.most <= capacity.least {
            Some(Truth::No)
        } else {
            None
        };
        if let Some(truth) = decided {
            missing.truncate(before);
            return truth;
        }
        if !available.meets(Range { least: need.least, most: need.most - 1 }) {
            missing.truncate(after_capacity);
        }
        Truth::Unknown
    }

    /// What is needed at the least and at the most, and what there is at the least and at the
    /// most: whole numbers, or steps of a [`Decimal`].
    pub(crate) fn bounds(&self, balance: &Balance, subject: Subject) -> (Range, Range) {
        let missing = &mut Vec::new();
        (self.need(balance, subject, missing), self.available(balance.capacity, subject, missing).range())
    }

    fn available(&self, capacity: Capacity, subject: Subject, missing: &mut Vec<AnswerRef>) -> Available {
        match capacity {
            Capacity::Answer(slot) => Available::Between(self.range_of(subject, slot, missing)),
            Capacity::Processors { per_core } => {
                let mut known = u128::from(per_core);
                let mut unknown = 0;
                for slot in [host::SOCKETS.slot(), host::CORES_PER_SOCKET.slot()] {
                    if let Answer::Given(Value::Count(count)) = self.answer(subject, slot) {
                        known *= u128::from(*count);
                    } else {
                        missing.push(AnswerRef { subject, slot });
                        unknown += 1;
                    }
                }
                match unknown {
                    0 => Available::Between(Range { least: known, most: known }),
                    1 => Available::MultiplesOf(known),
                    _ => Available::ProductsOf(known),
                }
            }
        }
    }

    fn need(&self, balance: &Balance, subject: Subject, missing: &mut Vec<AnswerRef>) -> Range {
        let base = match balance.capacity {
            Capacity::Answer(_) => u128::from(balance.base.steps()),
            Capacity::Processors { .. } => u128::from(balance.base.ceil()),
        };
        let mut need = Range { least: base, most: base };
        if balance.root {
            // Guests come in whole processors, so rounding the root up changes no comparison.
            let root = u128::from(self.root_processors(subject).ceil());
            need = Range { least: need.least + root, most: need.most + root };
        }
        for slot in balance.own {
            let part = self.range_of(subject, *slot, missing);
            need = Range { least: need.least + part.least, most: need.most + part.most };
        }
        let (Subject::Host(host), [_, ..]) = (subject, balance.per_guest) else { return need };
        for guest in self.guests_on(host) {
            for slot in balance.per_guest {
                let part = self.range_of(Subject::Guest(*guest), *slot, missing);
                need = Range { least: need.least + part.least, most: need.most + part.most };
            }
        }
        for guest in &self.unplaced {
            let subject = Subject::Guest(*guest);
            missing.push(AnswerRef { subject, slot: guest::HOST.slot() });
            for slot in balance.per_guest {
                need.most += self.range_of(subject, *slot, missing).most;
            }
        }
        need
    }

    /// The load of the host itself: what was measured, at least the policy's baseline.
    pub(crate) fn root_processors(&self, host: Subject) -> Decimal {
        let baseline = Decimal::whole(ROOT_BASELINE);
        self.deployment.get_about(host, host::ROOT_PROCESSORS_USED).map_or(baseline, |used: Decimal| used.max(baseline))
    }

    fn range_of(&self, subject: Subject, slot: Slot, missing: &mut Vec<AnswerRef>) -> Range {
        let exactly = |value: u128| Range { least: value, most: value };
        match self.answer(subject, slot) {
            Answer::Given(Value::Count(count)) => exactly(u128::from(*count)),
            Answer::Given(Value::Amount(amount)) => exactly(u128::from(amount.steps())),
            _ => {
                missing.push(AnswerRef { subject, slot });
                match crate::questions::question(slot).kind {
                    Kind::Count { min, max } => Range { least: min.into(), most: max.into() },
                    Kind::Amount { zero, .. } => Range { least: u128::from(!zero), most: Decimal::MAX.steps().into() },
                    _ => exactly(0),
                }
            }
        }
    }
}
