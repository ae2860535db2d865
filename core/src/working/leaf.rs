//! One answer against what is asked of it.

use super::tell::{Place, Teller, Told};
use super::words;
use crate::condition::{Condition, Facts, in_set};
use crate::decimal::Decimal;
use crate::deployment::{Answer, Subject, Value};
use crate::question::Slot;
use crate::questions::question;
use crate::truth::Truth;

impl Teller<'_> {
    /// A condition that reads one question.
    pub(super) fn leaf(&self, condition: &Condition, place: Place) -> Told {
        let Some(slot) = slot_of(condition) else { return self.tell(&Condition::Never, place) };
        let subject = Facts::subject_for(slot, place.subject);
        let mut text = self.named(slot, subject);
        text.push_str(": ");
        let truth = self.judge(condition, place.subject);
        match self.facts.answer(subject, slot) {
            Answer::Given(value) => {
                text.push_str(&self.value(slot, value));
                text.push_str(&self.against(condition, value, truth, place));
            }
            absent => {
                text.push_str(missing(absent));
                text.push_str(&would(condition, place));
            }
        }
        Told::new(place.standing(truth), text, truth)
    }

    /// The name of a question, and whose answer it is.
    pub(super) fn named(&self, slot: Slot, subject: Subject) -> String {
        let mut text = question(slot).name.to_owned();
        text.push_str(&self.about(subject));
        text
    }

    /// A value as it reads inside of a sentence.
    pub(super) fn value(&self, slot: Slot, value: &Value) -> String {
        match value {
            Value::Flag(true) => "yes".to_owned(),
            Value::Flag(false) => "no".to_owned(),
            Value::Count(count) => words::whole(u128::from(*count)),
            Value::Amount(amount) => words::amount(amount.steps().into()) + words::unit(slot),
            Value::Set(0) => "none".to_owned(),
            Value::Set(bits) => words::members(slot, *bits, ", "),
            Value::Guests(guests) if guests.is_empty() => "none".to_owned(),
            Value::Guests(guests) => self.guests(guests),
            _ => self.facts.deployment.value_in_words(&question(slot).kind, value),
        }
    }

    /// What is asked of an answer, after the answer.
    fn against(&self, condition: &Condition, value: &Value, truth: Truth, place: Place) -> String {
        let holds = truth == Truth::Yes;
        match *condition {
            Condition::OneOf(slot, set, among) => {
                let inside = in_set(value, set);
                match words::named(slot, set) {
                    Some(named) if !(place.checked && among && inside) => {
                        let words = if inside { named.inside } else { named.outside };
                        if words.is_empty() { String::new() } else { format!(", {words}") }
                    }
                    _ if !place.checked => match (among, inside) {
                        (true, false) => format!("; this is about {}", quoted(slot, set, " or ")),
                        _ => String::new(),
                    },
                    _ => match (among, inside) {
                        (true, true) => self.refused().to_owned(),
                        (true, false) => format!("; it {} not be {}", self.must(), quoted(slot, set, " or ")),
                        (false, true) if self.requirement => ", which is allowed".to_owned(),
                        (false, true) => String::new(),
                        (false, false) => format!("; it {} be {}", self.must(), quoted(slot, set, " or ")),
                    },
                }
            }
            Condition::Includes(slot, set, some) => self.membership(slot, set, value, (some, holds), place),
            Condition::Below(slot, limit) if place.checked => {
                format!("; {} is {}", bound(condition, slot, limit, false), self.needed())
            }
            Condition::AtLeast(slot, limit) | Condition::Above(slot, limit) if place.checked => {
                format!("; {} is {}", bound(condition, slot, limit, false), self.allowed())
            }
            Condition::Below(slot, limit) | Condition::AtLeast(slot, limit) | Condition::Above(slot, limit) => {
                format!("; this is about {}", bound(condition, slot, limit, true))
            }
            _ => String::new(),
        }
    }
}

impl Teller<'_> {
    /// What is asked of a list, after the list: it breaks the rule by what is in it (`some`),
    /// or by what is not.
    fn membership(&self, slot: Slot, set: u64, value: &Value, (some, holds): (bool, bool), place: Place) -> String {
        let members = words::members(slot, set, " or ");
        match (some, holds) {
            (true, true) if place.checked => format!("; among them {} not be {members}", self.must()),
            (false, true) if place.checked => format!("; among them {} be {members}", self.must()),
            (true, false) | (false, true) if *value != Value::Set(0) => format!(", without {members}"),
            _ => String::new(),
        }
    }
}

/// The question that a condition reads.
fn slot_of(condition: &Condition) -> Option<Slot> {
    let mut slot = None;
    condition.reads(&mut |found| slot = Some(found));
    slot
}

/// Why there is no answer.
pub(super) const fn missing(answer: &Answer<Value>) -> &'static str {
    match answer {
        Answer::NotKnown => "not known",
        _ => "not answered",
    }
}

/// What a missing answer would do.
fn would(condition: &Condition, place: Place) -> String {
    let (yes, no) = (answers(condition, true), answers(condition, false));
    let kept = if place.checked || place.applies { "is kept" } else { "does not apply" };
    match (place.any, place.sure) {
        (false, true) => match condition {
            // What is not in a list is said last.
            Condition::OneOf(_, _, true) | Condition::Includes(_, _, true) => {
                format!("; with {yes} the rule is broken, otherwise it {kept}")
            }
            Condition::OneOf(..) | Condition::Includes(..) => {
                format!("; with {no} the rule {kept}, otherwise it is broken")
            }
            _ => format!("; with {no} the rule {kept}, with {yes} it is broken"),
        },
        (false, false) => format!("; with {no} the rule {kept}"),
        (true, true) => format!("; with {yes} the rule is broken"),
        (true, false) if place.checked => format!("; with {yes} the rule is broken if it applies"),
        (true, false) => format!("; with {yes} the rule may apply"),
    }
}

/// The answers with which a condition holds, or does not.
pub(super) fn answers(condition: &Condition, holds: bool) -> String {
    match *condition {
        Condition::Is(_, flag) => if flag == holds { "yes" } else { "no" }.to_owned(),
        Condition::OneOf(slot, set, among) if among == holds => quoted(slot, set, " or "),
        Condition::OneOf(slot, set, _) => format!("anything but {}", quoted(slot, set, " or ")),
        Condition::Includes(slot, set, some) if some == holds => {
            format!("{} among them", words::members(slot, set, " or "))
        }
        Condition::Includes(slot, set, _) => format!("no {} among them", words::members(slot, set, " or ")),
        Condition::Below(slot, limit) | Condition::AtLeast(slot, limit) | Condition::Above(slot, limit) => {
            bound(condition, slot, limit, holds)
        }
        _ => String::new(),
    }
}

/// The members of a set inside of a sentence: by its name, or each as it is chosen.
pub(super) fn quoted(slot: Slot, set: u64, by: &str) -> String {
    if let Some(named) = words::named(slot, set) {
        return named.name.to_owned();
    }
    let quoted: Vec<String> = words::labels(slot, set).map(|label| format!("\"{label}\"")).collect();
    words::listed_texts(&quoted, by)
}

/// The numbers with which a limit is passed, or is not.
fn bound(condition: &Condition, slot: Slot, limit: Decimal, holds: bool) -> String {
    let limit = words::amount(limit.steps().into()) + words::unit(slot);
    match (condition, holds) {
        (Condition::Below(..), true) | (Condition::AtLeast(..), false) => format!("less than {limit}"),
        (Condition::Above(..), true) => format!("more than {limit}"),
        (Condition::Above(..), false) => format!("at most {limit}"),
        _ => format!("{limit} or more"),
    }
}
