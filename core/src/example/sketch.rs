//! An example in the making: answers are put in until a condition holds.

use super::of_kind;
use super::values::number_for;
use crate::condition::{Balance, Capacity, Condition, Facts};
use crate::decimal::Decimal;
use crate::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Subject, Value};
use crate::effort::Change;
use crate::question::{Slot, SubjectKind};
use crate::questions::deployment::{NODES, PRODUCT, VERSION};
use crate::questions::{Product, Version, guest, host, question};
use crate::rule::{Rule, Severity};
use crate::rules;
use crate::truth::Truth;

/// What usually stands in an example, where any number would do.
const USUAL: [(Slot, u64); 7] = [
    (host::SOCKETS.slot(), 2),
    (host::CORES_PER_SOCKET.slot(), 4),
    (host::ROOT_PROCESSORS_USED.slot(), 2),
    (guest::VCPUS.slot(), 4),
    (guest::OS_DISK_GB.slot(), 100),
    (guest::MEMORY_GB.slot(), 16),
    (host::OTHER_VM_MEMORY_GB.slot(), 16),
];

/// The memory of a mailbox server of Exchange 2019 and later, in GB.
const USUAL_MEMORY_SINCE_2019: u64 = 128;

/// An example in the making. Each question is about its only subject, or the first host and
/// guest.
#[derive(Clone)]
pub(super) struct Sketch {
    pub(super) deployment: Deployment,
    pub(super) version: Version,
}

impl Sketch {
    pub(super) fn new(rule: &Rule, condition: &Condition, version: Version) -> Self {
        let mut sketch = Self { deployment: Deployment::new(), version };
        sketch.put(VERSION.slot(), Value::Choice(version.index()));
        let mut needed = vec![rule.subject];
        let mut machines = 1;
        condition.reads(&mut |slot| {
            needed.push(slot.subject);
            if slot == NODES.slot() {
                machines = 2;
                needed.push(SubjectKind::Host);
            }
        });
        for kind in needed {
            sketch.deployment.grow(kind, machines);
        }
        sketch
    }

    pub(super) fn put(&mut self, slot: Slot, value: Value) {
        self.put_about(of_kind(slot.subject), slot, value);
    }

    pub(super) fn put_about(&mut self, subject: Subject, slot: Slot, value: Value) {
        // A value that a question does not allow leaves the example as it was; the tests judge it.
        let _ = self.deployment.set(AnswerRef { subject, slot }, Answer::Given(value));
    }

    pub(super) fn value(&self, slot: Slot) -> Option<&Value> {
        self.deployment.answer(of_kind(slot.subject), slot).given()
    }

    pub(super) fn answered(&self, at: AnswerRef) -> Option<AnswerRef> {
        self.deployment.answer(at.subject, at.slot).given().map(|_| at)
    }

    /// Makes a condition hold, or not hold, by as few answers as possible; of several parts
    /// of which one is enough the last alone, so that one answer can turn it.
    pub(super) fn make(&mut self, condition: &Condition, holds: bool) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                let Some((last, others)) = parts.split_last() else { return };
                let all = matches!(condition, Condition::All(_));
                for part in others {
                    self.make(part, all);
                }
                self.make(last, holds);
            }
            Condition::Match(slot, arms, _) => {
                let reading = arms.iter().find(|(_, arm)| !matches!(arm, Condition::Always | Condition::Never));
                if let Some((set, arm)) = reading {
                    self.make(&Condition::OneOf(*slot, *set, true), true);
                    self.make(arm, holds);
                }
            }
            Condition::Bands(slot, bands, _) => {
                let reading = bands.iter().find(|(_, band)| !matches!(band, Condition::Always | Condition::Never));
                if let Some((limit, band)) = reading {
                    self.make(&Condition::Below(*slot, *limit), true);
                    self.make(band, holds);
                }
            }
            Condition::Short(balance) => self.make_short(balance),
            Condition::AGuestHere(condition) => self.make(condition, holds),
            Condition::NodesShareAHost => {
                self.put(NODES.slot(), Value::Guests([GuestIndex(0), GuestIndex(1)].into()));
                self.place(0, 0);
                self.place(1, u32::from(!holds));
            }
            leaf => {
                let trials = self.values(leaf, holds).into_iter().map(|(slot, value)| {
                    let mut trial = self.clone();
                    let rank = (trial.unusual(slot, &value), self.to_the_others(leaf, &value));
                    trial.put(slot, value);
                    let (requirements, advice, _) = trial.faults();
                    ((requirements, advice, rank), trial)
                });
                if let Some((_, best)) = trials.min_by_key(|(rank, _)| *rank) {
                    *self = best;
                }
            }
        }
    }

    pub(super) fn place(&mut self, guest: u32, on: u32) {
        self.put_about(Subject::Guest(GuestIndex(guest)), guest::HOST.slot(), Value::Host(HostIndex(on)));
    }

    /// One more is needed than there is.
    pub(super) fn make_short(&mut self, balance: &Balance) {
        let parts = || balance.own.iter().chain(balance.per_guest);
        let mut need = balance.base.ceil();
        if balance.root {
            need += self.put_usual(host::ROOT_PROCESSORS_USED.slot());
        }
        for slot in parts() {
            need += self.put_usual(*slot);
        }
        let Some(first) = parts().next().copied() else { return };
        match balance.capacity {
            Capacity::Answer(slot) if matches!(question(slot).change, Change::Possible(..)) => {
                self.put_number(slot, need.saturating_sub(1));
            }
            Capacity::Answer(slot) => {
                self.put_number(slot, need);
                self.put_number(first, self.usual(first) + 1);
            }
            Capacity::Processors { per_core } => {
                let hardware = [host::SOCKETS, host::CORES_PER_SOCKET].map(|key| self.put_usual(key.slot()));
                let there_is = u64::from(per_core) * hardware.iter().product::<u64>();
                self.put_number(first, there_is + 1 + self.usual(first) - need);
            }
        }
    }

    pub(super) fn usual(&self, slot: Slot) -> u64 {
        let memory = slot == guest::MEMORY_GB.slot() && matches!(self.version, Version::V2019 | Version::Se);
        let usual = USUAL.iter().find(|(of, _)| *of == slot).map_or(0, |(_, usual)| *usual);
        if memory { USUAL_MEMORY_SINCE_2019 } else { usual }
    }

    pub(super) fn put_usual(&mut self, slot: Slot) -> u64 {
        let usual = self.usual(slot);
        self.put_number(slot, usual);
        usual
    }

    pub(super) fn put_number(&mut self, slot: Slot, number: u64) {
        if let Some(value) = Decimal::from_steps(number * Decimal::SCALE).and_then(|number| number_for(slot, number)) {
            self.put(slot, value);
        }
    }

    /// Of the many hypervisors the one that is usual for the version comes first.
    pub(super) fn unusual(&self, slot: Slot, value: &Value) -> u8 {
        let usual = match self.version {
            Version::V55 | Version::V2000 | Version::V2000Conferencing | Version::V2003 => {
                Product::VirtualServer2005R2Sp1
            }
            Version::V2007 | Version::V2010 => Product::HyperV2008R2,
            Version::V2013 => Product::HyperV2012R2,
            Version::V2016 => Product::HyperV2016,
            Version::V2019 | Version::Se => Product::HyperV2022,
        };
        let usual = [usual, Product::VmwareVsphere].iter().position(|usual| *value == Value::Choice(usual.index()));
        if slot == PRODUCT.slot() { usual.map_or(2, |place| u8::from(place > 0)) } else { 0 }
    }

    /// How far a choice is from the nearest one that turns the condition: a system that is
    /// just too old shows more than one of the last century.
    pub(super) fn to_the_others(&self, leaf: &Condition, value: &Value) -> u8 {
        let (Condition::OneOf(slot, ..), Value::Choice(place)) = (leaf, value) else { return 0 };
        let holds = matches!(leaf, Condition::OneOf(_, set, among) if (set & (1 << place) != 0) == *among);
        let others = self.choices(
            *slot,
            Value::Choice,
            |bit| matches!(leaf, Condition::OneOf(_, set, among) if ((set & bit != 0) == *among) != holds),
        );
        let distance = |(_, other): (Slot, Value)| match other {
            Value::Choice(other) => other.abs_diff(*place),
            _ => 0,
        };
        others.into_iter().map(distance).min().unwrap_or(0)
    }

    /// How many requirements are broken, how much advice is, and how many requirements hang
    /// on what is not answered.
    pub(super) fn faults(&self) -> (usize, usize, usize) {
        let facts = Facts::new(&self.deployment);
        let mut faults = (0, 0, 0);
        for (kind, row) in rules::all().filter_map(|rule| Some((rule.subject, rule.row(self.version)?))) {
            match (facts.judge(&row.violated, of_kind(kind), &mut Vec::new()), row.severity) {
                (Truth::Yes, Severity::Requirement) => faults.0 += 1,
                (Truth::Yes, Severity::Recommendation) => faults.1 += 1,
                (Truth::Unknown, Severity::Requirement) => faults.2 += 1,
                _ => {}
            }
        }
        faults
    }
}
