//! When a rule is violated, as a value: it is evaluated, explained, put into words
//! and asked what it reads, all from the one declaration.
//!
//! - `eval.rs`: what it says of a deployment, with what is missing;
//! - `balance.rs`: sums of a host's guests against what the host has;
//! - `nodes.rs`: cluster nodes on one host;
//! - `walk.rs`: which questions it reads, and which answers decided it;
//! - `words.rs`: the condition as a sentence.
//!
//! A condition reads every question at most once, or asks about it once in a
//! [`Condition::Match`] or [`Condition::Bands`] that has a branch which is always or
//! never true. That is what makes the missing answers exact and not only sound;
//! `tests` checks it for every rule.

mod balance;
mod eval;
mod nodes;
mod walk;
mod words;

pub(crate) use balance::Range;
pub use balance::{Balance, Capacity, ROOT_BASELINE};
pub use eval::Facts;
pub(crate) use eval::{in_set, steps};

use crate::choice::Choices;
use crate::decimal::Decimal;
use crate::question::{Key, Slot};

/// When a rule is violated.
#[derive(Clone, Copy, Debug)]
pub enum Condition {
    /// In every case.
    Always,
    /// In no case.
    Never,
    /// The yes-or-no answer is this one.
    Is(Slot, bool),
    /// The choice is (true) or is not (false) among these.
    OneOf(Slot, u64, bool),
    /// The set has at least one of these members (true), or none of them (false).
    Includes(Slot, u64, bool),
    /// The number is below the limit.
    Below(Slot, Decimal),
    /// The number is at the limit or above.
    AtLeast(Slot, Decimal),
    /// The number is above the limit.
    Above(Slot, Decimal),
    /// All of these hold. They read different questions.
    All(&'static [Condition]),
    /// At least one of these holds. They read different questions.
    Any(&'static [Condition]),
    /// It depends on a choice: the branch of the first group that has it, or the last one.
    Match(Slot, &'static [(u64, Condition)], &'static Condition),
    /// It depends on a number: the branch of the first limit that it is below, or the last one.
    Bands(Slot, &'static [(Decimal, Condition)], &'static Condition),
    /// There is less than is needed.
    Short(Balance),
    /// An Exchange machine on this host answers so.
    AGuestHere(&'static Condition),
    /// Two nodes of the Exchange cluster are on one host.
    NodesShareAHost,
}

/// The answer is yes.
#[must_use]
pub const fn is(key: Key<bool>) -> Condition {
    Condition::Is(key.slot(), true)
}

/// The answer is no.
#[must_use]
pub const fn is_not(key: Key<bool>) -> Condition {
    Condition::Is(key.slot(), false)
}

/// The answer is one of these.
#[must_use]
pub const fn one_of<T>(key: Key<T>, choices: Choices<T>) -> Condition {
    Condition::OneOf(key.slot(), choices.bits(), true)
}

/// The answer is none of these.
#[must_use]
pub const fn none_of<T>(key: Key<T>, choices: Choices<T>) -> Condition {
    Condition::OneOf(key.slot(), choices.bits(), false)
}

/// The answer has at least one of these members.
#[must_use]
pub const fn includes<T>(key: Key<Choices<T>>, members: Choices<T>) -> Condition {
    Condition::Includes(key.slot(), members.bits(), true)
}

/// The answer has none of these members.
#[must_use]
pub const fn includes_none<T>(key: Key<Choices<T>>, members: Choices<T>) -> Condition {
    Condition::Includes(key.slot(), members.bits(), false)
}

/// The number is below the limit (in the unit of the question).
#[must_use]
pub const fn below<T>(key: Key<T>, limit: u32) -> Condition {
    Condition::Below(key.slot(), Decimal::whole(limit))
}

/// The number is at the limit or above (in the unit of the question).
#[must_use]
pub const fn at_least<T>(key: Key<T>, limit: u32) -> Condition {
    Condition::AtLeast(key.slot(), Decimal::whole(limit))
}

/// The number is above the limit (in the unit of the question).
#[must_use]
pub const fn above<T>(key: Key<T>, limit: u32) -> Condition {
    Condition::Above(key.slot(), Decimal::whole(limit))
}
