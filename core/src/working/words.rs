//! Numbers, names and lists.

use super::tell::Teller;
use crate::choice::Choice;
use crate::decimal::Decimal;
use crate::deployment::{GuestIndex, HostIndex, Subject};
use crate::question::{Kind, Slot};
use crate::questions::{NAMED, Named, question};

/// So many names stand in a list; if there are more, one less and how many others.
const MOST_NAMES: usize = 6;

/// The longest that a list gets, in bytes; the others are counted.
const LONGEST_LIST: usize = 150;

/// A sentence of a text: with a capital letter, unless that is a name (iSCSI), and a period.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let (first, second) = (letters.next(), letters.clone().next());
    let mut sentence = String::with_capacity(text.len() + 1);
    if let Some(first) = first {
        let named = second.is_some_and(char::is_uppercase);
        sentence.push(if named { first } else { first.to_ascii_uppercase() });
    }
    sentence.push_str(letters.as_str());
    sentence.push('.');
    sentence
}

/// A whole number with commas between its thousands.
pub(super) fn whole(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of the smallest steps of a decimal number.
pub(super) fn amount(steps: u128) -> String {
    let scale = u128::from(Decimal::SCALE);
    let mut text = whole(steps / scale);
    let fraction = Decimal::from_steps(u64::try_from(steps % scale).unwrap_or(0)).unwrap_or_default().to_string();
    if let Some((_, digits)) = fraction.split_once('.') {
        text.push('.');
        text.push_str(digits);
    }
    text
}

/// The unit of a number, with a space before it.
pub(super) fn unit(slot: Slot) -> &'static str {
    match question(slot).kind {
        Kind::Amount { unit: "GB", .. } => " GB",
        Kind::Amount { unit: "ms", .. } => " ms",
        Kind::Amount { unit: "MB/s", .. } => " MB/s",
        Kind::Amount { unit: "Gbit/s", .. } => " Gbit/s",
        _ => "",
    }
}

/// A set of choices that has a name.
pub(super) fn named(slot: Slot, bits: u64) -> Option<&'static Named> {
    NAMED.iter().find(|named| named.slot == slot && named.bits == bits)
}

/// The members of a set by its name, or one by one.
pub(super) fn members(slot: Slot, bits: u64, by: &str) -> String {
    if let Some(named) = named(slot, bits) {
        return named.name.to_owned();
    }
    listed(&labels(slot, bits).collect::<Vec<_>>(), by)
}

/// The members of a set one by one.
pub(super) fn labels(slot: Slot, bits: u64) -> impl Iterator<Item = &'static str> {
    let list: &[Choice] = match question(slot).kind {
        Kind::Choice(list) | Kind::Set { of: list, .. } => list,
        _ => &[],
    };
    let members = list.iter().enumerate().filter(move |(place, _)| bits & (1 << place) != 0);
    members.map(|(_, choice)| choice.label)
}

/// The same of texts that were made for it.
pub(super) fn listed_texts(all: &[String], by: &str) -> String {
    listed(&all.iter().map(String::as_str).collect::<Vec<_>>(), by)
}

/// A list that stays short: what does not fit is counted.
pub(super) fn listed(all: &[&str], by: &str) -> String {
    let most = if all.len() > MOST_NAMES { MOST_NAMES - 1 } else { all.len() };
    let mut text = String::new();
    for (place, name) in all.iter().enumerate() {
        if place >= most || (place > 0 && text.len() + name.len() > LONGEST_LIST) {
            let others = others(all.len() - place);
            text.push_str(&if by == " or " { others.replacen("and", "or", 1) } else { others });
            break;
        }
        if place > 0 {
            text.push_str(by);
        }
        text.push_str(name);
    }
    text
}

/// ` and 14 others`
pub(super) fn others(count: usize) -> String {
    format!(" and {count} other{}", if count == 1 { "" } else { "s" })
}

impl Teller<'_> {
    pub(super) fn name(&self, subject: Subject) -> &str {
        self.facts.deployment.machine_name(subject)
    }

    pub(super) fn host_name(&self, host: HostIndex) -> &str {
        self.name(Subject::Host(host))
    }

    /// Whose an answer is, after the name of the question; nothing for the deployment.
    pub(super) fn about(&self, subject: Subject) -> String {
        self.about_all(&[subject])
    }

    /// Whose answers they are.
    pub(super) fn about_all(&self, subjects: &[Subject]) -> String {
        if subjects == [Subject::Deployment] {
            return String::new();
        }
        let names: Vec<&str> = subjects.iter().map(|subject| self.name(*subject)).collect();
        format!(" ({})", listed(&names, ", "))
    }

    pub(super) fn guests(&self, guests: &[GuestIndex]) -> String {
        let names: Vec<&str> = guests.iter().map(|guest| self.name(Subject::Guest(*guest))).collect();
        listed(&names, ", ")
    }

    /// What follows `at least 2 is`.
    pub(super) const fn needed(&self) -> &'static str {
        if self.requirement { "needed" } else { "advised" }
    }

    /// What follows `at most 2 is`.
    pub(super) const fn allowed(&self) -> &'static str {
        if self.requirement { "allowed" } else { "advised" }
    }

    /// What follows `it`.
    pub(super) const fn must(&self) -> &'static str {
        if self.requirement { "must" } else { "should" }
    }

    /// What follows a choice that is not to be.
    pub(super) const fn refused(&self) -> &'static str {
        if self.requirement { ", which is not allowed" } else { ", which is advised against" }
    }
}
