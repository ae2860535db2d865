//! What the guests need against what there is.

use super::addends::MOST_TERMS;
use super::tell::{Place, Teller, Told};
use super::words;
use crate::condition::{Balance, Capacity, Condition, Range};
use crate::deployment::Subject;
use crate::question::{Kind, Slot};
use crate::questions::{host, question};
use crate::truth::Truth;

/// A need or a capacity in words, as far as it is known.
pub(super) struct Total<'t> {
    pub balance: &'t Balance,
    /// What is needed, and what there is.
    need: Range,
    pub there: Range,
    /// Sizes that are missing and above zero, however little.
    above_zero: u128,
    pub truth: Truth,
}

impl Total<'_> {
    pub(super) const fn processors(&self) -> bool {
        matches!(self.balance.capacity, Capacity::Processors { .. })
    }

    pub(super) fn number(&self, number: u128) -> String {
        if self.processors() { words::whole(number) } else { words::amount(number) }
    }

    pub(super) const fn unit(&self) -> &'static str {
        match self.balance.capacity {
            Capacity::Processors { .. } => "",
            Capacity::Answer(_) => " GB",
        }
    }

    const fn exact(&self) -> bool {
        self.need.least == self.need.most
    }

    /// What is needed, with the bound that settles it.
    fn needed(&self) -> String {
        let unit = self.unit();
        match self.truth {
            _ if self.exact() => self.number(self.need.least) + unit,
            Truth::No => format!("at most {}{unit}", self.number(self.need.most)),
            _ if self.above_zero > 0 => format!("more than {}{unit}", self.number(self.need.least - self.above_zero)),
            _ => format!("at least {}{unit}", self.number(self.need.least)),
        }
    }

    /// By how much it is too much, or what is left; nothing while that is open.
    fn difference(&self, short: &str) -> String {
        let at_least = if self.exact() && self.there.least == self.there.most { "" } else { "at least " };
        let unit = self.unit();
        match self.truth {
            Truth::Yes => match self.need.least.saturating_sub(self.there.most) {
                over if over <= self.above_zero => format!(", {short}"),
                over if self.above_zero > 0 => {
                    format!(", more than {}{unit} {short}", self.number(over - self.above_zero))
                }
                over => format!(", {at_least}{}{unit} {short}", self.number(over)),
            },
            Truth::No => match self.there.least.saturating_sub(self.need.most) {
                0 if at_least.is_empty() => ", none left".to_owned(),
                0 => ", enough".to_owned(),
                left => format!(", {at_least}{}{unit} left", self.number(left)),
            },
            Truth::Unknown => String::new(),
        }
    }
}

impl Teller<'_> {
    /// There is less than is needed, or not.
    pub(super) fn sum(&self, balance: &Balance, whole: &Condition, place: Place) -> Told {
        let subject = place.subject;
        let (need, there) = self.facts.bounds(balance, subject);
        let truth = self.judge(whole, subject);
        let terms = self.terms(balance, subject);
        let open = |slot: &Slot| matches!(question(*slot).kind, Kind::Amount { zero: false, .. });
        let above_zero = terms.iter().filter(|(slot, term)| term.is_none() && slot.as_ref().is_some_and(open)).count();
        let total = Total { balance, need, there, above_zero: above_zero as u128, truth };
        let written = if terms.len() > MOST_TERMS || terms.is_empty() {
            String::new()
        } else {
            let one = |term: &Option<u128>| term.map_or("?".to_owned(), |term| total.number(term));
            terms.iter().map(|(_, term)| one(term)).collect::<Vec<_>>().join(" + ")
        };
        let text = match balance.capacity {
            Capacity::Processors { .. } => self.on_processors(&total, &written, subject),
            Capacity::Answer(slot) => self.of_answer(&total, &written, terms.len(), slot, subject),
        };
        let mut told = Told::new(place.standing(truth), text, truth);
        told.sum = true;
        self.addends(&total, subject, &mut told.rest);
        told
    }

    /// `4 + 4 + 2 virtual processors on 2 x 4 cores (root1): 10 of 16 allowed, 6 left`
    fn on_processors(&self, total: &Total<'_>, written: &str, subject: Subject) -> String {
        let needed = total.needed();
        let written = if written.is_empty() { &needed } else { written };
        let number = |slot| match self.counted(subject, slot) {
            Some(number) => words::whole(number),
            None => "?".to_owned(),
        };
        let (sockets, cores) = (number(host::SOCKETS.slot()), number(host::CORES_PER_SOCKET.slot()));
        let there = match total.truth {
            _ if total.there.least == total.there.most => total.number(total.there.least),
            Truth::Yes => format!("at most {}", total.number(total.there.most)),
            Truth::No | Truth::Unknown => format!("at least {}", total.number(total.there.least)),
        };
        format!(
            "{written} virtual processors on {sockets} x {cores} cores{}: {needed} of {there} {}{}",
            self.about(subject),
            self.allowed(),
            total.difference("too many"),
        )
    }

    /// `memory (root1): 96 GB; 64 + 48 = 112 GB is needed, 16 GB too little`
    fn of_answer(&self, total: &Total<'_>, written: &str, terms: usize, slot: Slot, subject: Subject) -> String {
        let by = if total.exact() { " = " } else { ": " };
        let (written, by) = if terms > 1 && !written.is_empty() { (written, by) } else { ("", "") };
        format!(
            "{}; {written}{by}{} is needed{}",
            self.addend(slot, subject),
            total.needed(),
            total.difference("too little"),
        )
    }
}
