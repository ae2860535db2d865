//! What has to hold, and what may be changed for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::condition::{Balance, Condition, Facts, in_set};
use crate::decimal::Decimal;
use crate::deployment::{Answer, AnswerRef, Deployment, GuestIndex, Subject, Value};
use crate::effort::{Change, Direction};
use crate::question::{Kind, Slot};
use crate::questions::deployment::{NODES, PRODUCT, PURPOSE, VERSION};
use crate::questions::guest::HOST;
use crate::questions::{Product, Purpose, RENTED, Version};
use crate::rule::{Row, Rule, Severity};
use crate::rules;
use crate::truth::Truth;

/// A rule about one subject.
#[derive(Clone, Copy, Debug)]
pub(super) struct Check {
    pub rule: &'static Rule,
    pub row: &'static Row,
    pub subject: Subject,
    /// The questions that it reads, a bit for each, by [`bit`].
    reads: [u64; 3],
}

/// What has to hold and what may be changed.
pub(super) struct Problem {
    /// The deployment, judged as one in production.
    pub base: Deployment,
    pub version: Version,
    /// The requirements, about each subject.
    pub checks: Vec<Check>,
    /// The ways out that are taken, with the answers before; they are open in `base`.
    pub ways_out: BTreeMap<AnswerRef, Value>,
    /// The limits that rules set to numbers.
    pub limits: BTreeSet<(Slot, Decimal)>,
    /// The members of sets that rules look for.
    pub members: BTreeSet<(Slot, u64)>,
    /// The least that an answer can be changed to without breaking another rule.
    floors: BTreeMap<AnswerRef, u128>,
    /// The number of the first guest that each guest is like.
    alike: Vec<u32>,
}

/// 1 MB, in steps of a decimal number of GB.
pub(super) const ONE_MB: u64 = Decimal::SCALE / 1024;

fn bit(slot: Slot) -> (usize, u64) {
    (slot.subject as usize, 1 << slot.slot)
}

impl Check {
    fn new(rule: &'static Rule, row: &'static Row, subject: Subject) -> Self {
        let mut reads = [0; 3];
        row.violated.reads(&mut |slot| {
            let (kind, bit) = bit(slot);
            if let Some(bits) = reads.get_mut(kind) {
                *bits |= bit;
            }
        });
        Self { rule, row, subject, reads }
    }

    /// Whether the answer can matter to it.
    pub fn reads(&self, at: AnswerRef) -> bool {
        let (kind, bit) = bit(at.slot);
        let reads = self.reads.get(kind).is_some_and(|bits| bits & bit != 0);
        reads && (self.subject == at.subject || self.subject.kind() != at.subject.kind())
    }
}

/// Calls back for every sum that a condition compares.
pub(super) fn balances<'c>(condition: &'c Condition, found: &mut impl FnMut(&'c Balance)) {
    match condition {
        Condition::Short(balance) => found(balance),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| balances(part, found)),
        Condition::Match(_, arms, otherwise) => {
            arms.iter().for_each(|(_, arm)| balances(arm, found));
            balances(otherwise, found);
        }
        _ => {}
    }
}

/// Calls back for the sums that count with what is answered; for none where it is not
/// answered what decides between sums.
pub(super) fn counting(
    condition: &'static Condition,
    facts: &Facts<'_>,
    subject: Subject,
    found: &mut impl FnMut(&'static Balance),
) {
    match condition {
        Condition::Short(balance) => found(balance),
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().for_each(|part| counting(part, facts, subject, found));
        }
        Condition::Match(slot, arms, otherwise) => {
            if let Answer::Given(value) = facts.answer(Facts::subject_for(*slot, subject), *slot) {
                let arm = arms.iter().find(|(set, _)| in_set(value, *set)).map_or(*otherwise, |(_, arm)| arm);
                counting(arm, facts, subject, found);
            }
        }
        _ => {}
    }
}

fn sums_up_guests(check: &Check) -> bool {
    let mut found = false;
    balances(&check.row.violated, &mut |balance| found |= !balance.per_guest.is_empty());
    found
}

impl Problem {
    /// The requirements of the deployment's version; nothing without a version. The ways out
    /// that are taken are open answers.
    pub fn new(deployment: &Deployment, ways_out: &[AnswerRef]) -> Option<Self> {
        let version: Version = deployment.get(VERSION)?;
        let mut base = deployment.clone();
        let purpose = AnswerRef { subject: Subject::Deployment, slot: PURPOSE.slot() };
        base.set(purpose, Answer::Given(Value::Choice(Purpose::Production.index()))).ok()?;
        let mut before = BTreeMap::new();
        for at in ways_out {
            if let Answer::Given(value) = base.answer(at.subject, at.slot) {
                before.insert(*at, value.clone());
            }
            base.set(*at, Answer::NotAsked).ok()?;
        }
        let mut problem = Self {
            version,
            checks: Vec::new(),
            ways_out: before,
            limits: BTreeSet::new(),
            members: BTreeSet::new(),
            floors: BTreeMap::new(),
            alike: Vec::new(),
            base,
        };
        for rule in rules::all() {
            let Some(row) = rule.row(version) else { continue };
            problem.note_limits(&row.violated);
            if row.severity == Severity::Requirement {
                let subjects = problem.base.subjects().filter(|subject| subject.kind() == rule.subject);
                problem.checks.extend(subjects.map(|subject| Check::new(rule, row, subject)));
            }
        }
        problem.find_floors();
        problem.find_alike();
        Some(problem)
    }

    fn note_limits(&mut self, condition: &Condition) {
        match condition {
            Condition::Below(slot, limit) | Condition::AtLeast(slot, limit) | Condition::Above(slot, limit) => {
                self.limits.insert((*slot, *limit));
            }
            Condition::Includes(slot, set, _) => {
                self.members.insert((*slot, *set));
            }
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.note_limits(part)),
            Condition::Match(_, arms, otherwise) => {
                arms.iter().for_each(|(_, arm)| self.note_limits(arm));
                self.note_limits(otherwise);
            }
            Condition::Bands(slot, bands, otherwise) => {
                for (limit, band) in *bands {
                    self.limits.insert((*slot, *limit));
                    self.note_limits(band);
                }
                self.note_limits(otherwise);
            }
            Condition::AGuestHere(condition) => self.note_limits(condition),
            _ => {}
        }
    }

    /// The check of this number.
    pub fn check(&self, number: u32) -> Option<&Check> {
        self.checks.get(number as usize)
    }

    /// Whether a person can change the answer, which way, and what it takes.
    pub fn change(&self, at: AnswerRef) -> Option<Direction> {
        self.base.answer(at.subject, at.slot).given()?;
        match at.question().change {
            Change::Possible(_, direction) => Some(direction),
            Change::WayOut(_) | Change::Fact => None,
        }
    }

    /// What a change of the answer costs.
    pub fn weight(at: AnswerRef) -> u32 {
        at.question().change.effort().map_or(0, crate::effort::Effort::weight)
    }

    /// Finds for the terms of sums how far each can be lowered before a rule about its own
    /// machine breaks, whatever else about that machine is changed.
    fn find_floors(&mut self) {
        let mut terms: BTreeSet<Slot> = BTreeSet::new();
        for check in &self.checks {
            balances(&check.row.violated, &mut |balance| {
                terms.extend(balance.per_guest.iter().chain(balance.own).copied());
            });
        }
        for subject in self.base.subjects() {
            for slot in terms.iter().filter(|slot| slot.subject == subject.kind()) {
                let at = AnswerRef { subject, slot: *slot };
                if self.change(at).is_some()
                    && let Some(floor) = self.floor(at)
                {
                    self.floors.insert(at, floor);
                }
            }
        }
    }

    fn floor(&self, at: AnswerRef) -> Option<u128> {
        let original = self.base.answer(at.subject, at.slot).given().and_then(raw)?;
        // Not the sums over a host's guests: these are what it is lowered for.
        let own = self.checks.iter().filter(|check| check.subject == at.subject && check.reads(at));
        let own: Vec<&Check> = own.filter(|check| !sums_up_guests(check)).collect();
        let keeps = |value: &Value| {
            let mut tried = self.base.clone();
            tried.set(at, Answer::Given(value.clone())).is_ok()
                && own.iter().all(|check| self.may_hold(check, at, &mut tried))
        };
        let values = self.values(at, &self.base);
        let lowest = values.iter().find(|value| keeps(value)).and_then(raw);
        Some(lowest.map_or(original, |lowest| lowest.min(original)))
    }

    /// Whether the rule is not broken, with one of the other answers changed if need be.
    fn may_hold(&self, check: &Check, but: AnswerRef, tried: &mut Deployment) -> bool {
        if judge(tried, check) != Truth::Yes {
            return true;
        }
        let mut others = Vec::new();
        check.row.violated.reads(&mut |slot| {
            let at = AnswerRef { subject: Facts::subject_for(slot, check.subject), slot };
            if at != but && self.change(at).is_some() {
                others.push(at);
            }
        });
        for at in others {
            let before = tried.answer(at.subject, at.slot).clone();
            for value in self.values(at, tried) {
                if tried.set(at, Answer::Given(value)).is_ok() && judge(tried, check) != Truth::Yes {
                    return true;
                }
            }
            // What was there is allowed.
            let _ = tried.set(at, before);
        }
        false
    }

    /// The least that a term of a sum can become; nothing if it is not one that can be lowered.
    pub fn lowest(&self, at: AnswerRef) -> Option<u128> {
        self.floors.get(&at).copied()
    }

    fn find_alike(&mut self) {
        let nodes: Vec<GuestIndex> = self.base.get(NODES).unwrap_or_default();
        let guests = self.base.guests();
        let same = |one: usize, other: usize| {
            let node = |guest: usize| nodes.iter().any(|GuestIndex(node)| *node as usize == guest);
            let answers = |guest: usize| guests.get(guest).map(crate::deployment::Machine::answers);
            answers(one) == answers(other) && node(one) == node(other)
        };
        let mut alike: Vec<u32> = Vec::new();
        for guest in 0..guests.len() {
            // Looked for among the last few only: machines that are alike mostly follow each other.
            let first = (guest.saturating_sub(24)..guest).find(|other| same(*other, guest));
            let class = first.and_then(|first| alike.get(first).copied());
            alike.push(class.unwrap_or(u32::try_from(guest).unwrap_or(u32::MAX)));
        }
        self.alike = alike;
    }

    /// The other guests of which nothing different is answered, and on the same host.
    pub fn like(&self, guest: GuestIndex) -> impl Iterator<Item = GuestIndex> + '_ {
        let class = self.alike.get(guest.0 as usize).copied();
        let all = (0..).map(GuestIndex).zip(&self.alike);
        all.filter(move |(other, of)| Some(**of) == class && *other != guest).map(|(other, _)| other)
    }

    /// The deployment with these answers open, and with what is assumed of missing ones.
    pub fn with_open(&self, opened: &[AnswerRef], assumed: &[(AnswerRef, Value)]) -> Deployment {
        let mut deployment = self.base.clone();
        for (at, value) in assumed {
            // What is assumed is one of the values that were tried.
            let _ = deployment.set(*at, Answer::Given(value.clone()));
        }
        for at in opened {
            // No answer is allowed everywhere.
            let _ = deployment.set(*at, Answer::NotAsked);
        }
        deployment
    }

    /// How many subjects there are.
    pub fn subjects(&self) -> u64 {
        (1 + self.base.hosts().len() + self.base.guests().len()) as u64
    }

    /// Whether the rules about hosts hold: the product is known, and its hosts are not rented.
    pub fn hosts_are_own(now: &Deployment) -> bool {
        now.get(PRODUCT).is_some_and(|product: Product| !RENTED.contains(product))
    }

    /// Whether moving machines between hosts can be a change.
    pub fn can_move(&self) -> bool {
        self.base.hosts().len() > 1
    }

    /// Whether the answer is where a machine runs.
    pub fn is_move(at: AnswerRef) -> bool {
        at.slot == HOST.slot()
    }
}

/// What a rule says of its subject.
pub(super) fn judge(deployment: &Deployment, check: &Check) -> Truth {
    Facts::new(deployment).judge(&check.row.violated, check.subject, &mut Vec::new())
}

/// A number as sums take it: whole, or in steps of a decimal.
pub(super) fn raw(value: &Value) -> Option<u128> {
    match value {
        Value::Count(count) => Some((*count).into()),
        Value::Amount(amount) => Some(amount.steps().into()),
        _ => None,
    }
}

/// The way back from [`raw`].
pub(super) fn value(kind: &Kind, number: u128) -> Option<Value> {
    let number = u64::try_from(number).ok()?;
    match kind {
        Kind::Count { .. } => Some(Value::Count(number)),
        Kind::Amount { .. } => Decimal::from_steps(number).map(Value::Amount),
        _ => None,
    }
}
