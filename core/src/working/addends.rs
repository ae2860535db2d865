//! What a sum is made of.

use super::leaf::missing;
use super::sum::Total;
use super::tell::{Part, Teller};
use super::words;
use crate::condition::{Balance, Capacity, ROOT_BASELINE};
use crate::decimal::Decimal;
use crate::deployment::{Answer, GuestIndex, Subject, Value};
use crate::question::Slot;
use crate::questions::{guest, host, question};
use crate::truth::Truth;

/// So many terms are written out; if there are more, one less and how many others.
pub(super) const MOST_TERMS: usize = 6;

impl Teller<'_> {
    /// What is added up: each question with its answer, if there is one, in the unit of the sum.
    pub(super) fn terms(&self, balance: &Balance, subject: Subject) -> Vec<(Option<Slot>, Option<u128>)> {
        let mut terms = Vec::new();
        for slot in balance.per_guest {
            let here = self.guests_here(subject).iter();
            terms.extend(here.map(|guest| (Some(*slot), self.counted(Subject::Guest(*guest), *slot))));
        }
        terms.extend(balance.own.iter().map(|slot| (Some(*slot), self.counted(subject, *slot))));
        if balance.root {
            terms.push((None, Some(self.facts.root_processors(subject).ceil().into())));
        }
        if balance.base > Decimal::whole(0) {
            terms.push((None, Some(balance.base.steps().into())));
        }
        terms
    }

    fn guests_here(&self, subject: Subject) -> &[GuestIndex] {
        match subject {
            Subject::Host(host) => self.facts.guests_on(host),
            _ => &[],
        }
    }

    pub(super) fn counted(&self, subject: Subject, slot: Slot) -> Option<u128> {
        match self.facts.answer(subject, slot).given()? {
            Value::Count(count) => Some(u128::from(*count)),
            Value::Amount(amount) => Some(u128::from(amount.steps())),
            _ => None,
        }
    }

    /// Where each term comes from.
    pub(super) fn addends(&self, total: &Total<'_>, subject: Subject, lines: &mut Vec<Part>) {
        let balance = total.balance;
        let mut say = |text: String| lines.push(Part { text, holds: total.truth });
        for slot in balance.per_guest {
            let here = self.guests_here(subject);
            match here {
                [] => {}
                [guest] => say(self.addend(*slot, Subject::Guest(*guest))),
                here => say(format!("{}: {}", question(*slot).name, self.one_by_one(total, here, *slot))),
            }
        }
        for slot in balance.own {
            say(self.addend(*slot, subject));
        }
        if balance.root {
            say(self.root(subject));
        }
        if balance.base > Decimal::whole(0) {
            say(format!("in any case: {}{}", words::amount(balance.base.steps().into()), total.unit()));
        }
        if let Capacity::Processors { per_core } = balance.capacity {
            let part = |slot, one: &str, many: &str| match self.counted(subject, slot) {
                Some(1) => format!("1 {one}"),
                Some(number) => format!("{} {many}", words::whole(number)),
                None => format!("? {many} (not answered)"),
            };
            let there = total.there;
            let product =
                if there.least == there.most { format!(" = {}", words::whole(there.least)) } else { String::new() };
            say(format!(
                "{}: {} x {} x {per_core} for each core{product}",
                self.allowed(),
                part(host::SOCKETS.slot(), "socket", "sockets"),
                part(host::CORES_PER_SOCKET.slot(), "core", "cores"),
            ));
        }
        if matches!(subject, Subject::Host(_)) && !self.facts.unplaced.is_empty() && total.truth != Truth::Yes {
            let may = |guest: &GuestIndex| {
                let subject = Subject::Guest(*guest);
                let one = |slot: &Slot| self.counted(subject, *slot).map_or("?".to_owned(), |one| total.number(one));
                let sizes: Vec<String> = balance.per_guest.iter().map(one).collect();
                format!("{} ({})", self.name(subject), sizes.join(" + "))
            };
            let may: Vec<String> = self.facts.unplaced.iter().map(may).collect();
            let may = words::listed_texts(&may, ", ");
            say(format!("{} not answered, so perhaps here as well: {may}", question(guest::HOST.slot()).name));
        }
    }

    /// `memory (mbx1): 48 GB`
    pub(super) fn addend(&self, slot: Slot, subject: Subject) -> String {
        let value = match self.facts.answer(subject, slot) {
            Answer::Given(value) => self.value(slot, value),
            absent => missing(absent).to_owned(),
        };
        format!("{}: {value}", self.named(slot, subject))
    }

    /// `4 (mbx1) + 4 (mbx2) = 8`, or the first of them and the others together.
    fn one_by_one(&self, total: &Total<'_>, guests: &[GuestIndex], slot: Slot) -> String {
        let most = if guests.len() > MOST_TERMS { MOST_TERMS - 1 } else { guests.len() };
        let (first, rest) = guests.split_at(most);
        let value = |guest: &GuestIndex| self.counted(Subject::Guest(*guest), slot);
        let one = |guest: &GuestIndex| {
            let name = self.name(Subject::Guest(*guest));
            match value(guest) {
                Some(number) => format!("{} ({name})", total.number(number)),
                None => format!("? ({name}: not answered)"),
            }
        };
        let mut text = first.iter().map(one).collect::<Vec<_>>().join(" + ");
        let known = |guests: &[GuestIndex]| total.number(guests.iter().filter_map(value).sum());
        let open = |guests: &[GuestIndex]| guests.iter().filter(|guest| value(guest).is_none()).count();
        if !rest.is_empty() {
            text.push_str(&words::others(rest.len()));
            text.push_str(" with together ");
            text.push_str(&known(rest));
            if open(rest) > 0 {
                text.push_str(", ");
                text.push_str(&words::whole(open(rest) as u128));
                text.push_str(" of them not answered");
            }
        }
        if open(guests) == 0 {
            text.push_str(" = ");
            text.push_str(&known(guests));
        } else if !total.processors() {
            text.push_str(", in");
        }
        text.push_str(total.unit());
        text
    }

    /// The share of the host itself.
    fn root(&self, subject: Subject) -> String {
        let name = format!("the host itself{}", self.about(subject));
        let counted = self.facts.root_processors(subject);
        let used = match self.facts.answer(subject, host::ROOT_PROCESSORS_USED.slot()) {
            Answer::Given(Value::Amount(used)) => *used,
            _ => return format!("{name}: {ROOT_BASELINE}, which the policy counts where nothing is measured"),
        };
        let measured = words::amount(used.steps().into());
        if used < Decimal::whole(ROOT_BASELINE) {
            format!("{name}: {ROOT_BASELINE}, the least that the policy counts; {measured} measured")
        } else if Decimal::whole(u32::try_from(counted.ceil()).unwrap_or(u32::MAX)) == used {
            format!("{name}: {measured}, as measured")
        } else {
            format!("{name}: {measured} measured, counted as {}", words::whole(counted.ceil().into()))
        }
    }
}
