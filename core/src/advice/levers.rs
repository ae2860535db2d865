//! Which answers have to change, at the least, so that a rule is not broken.

use super::problem::{Problem, counting, raw};
use crate::condition::{Balance, Capacity, Condition, Facts, in_set, steps};
use crate::deployment::{Answer, AnswerRef, GuestIndex, HostIndex, Subject, Value};
use crate::effort::Direction;
use crate::question::{Kind, Slot};
use crate::questions::deployment::NODES;
use crate::questions::guest::HOST;
use crate::questions::host::{CORES_PER_SOCKET, SOCKETS};
use crate::questions::question;

/// Of these answers so many have to change, at the least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Conflict {
    pub at_least: usize,
    /// Sorted, each once.
    pub levers: Vec<AnswerRef>,
}

/// What the answers that are not open say of a condition.
pub(super) enum State {
    /// It need not hold.
    Open,
    /// It holds until some answers change.
    Needs(Conflict),
    /// It holds whatever may be changed.
    Stuck,
}

/// The facts with some answers open, and those that may be opened yet.
pub(super) struct Levers<'a> {
    pub problem: &'a Problem,
    pub facts: Facts<'a>,
    /// The answers that stay as they are; sorted.
    pub excluded: &'a [AnswerRef],
}

impl Levers<'_> {
    /// Whether the answer is given and may still be changed.
    pub fn usable(&self, at: AnswerRef) -> bool {
        self.facts.answer(at.subject, at.slot).given().is_some()
            && self.problem.change(at).is_some()
            && self.excluded.binary_search(&at).is_err()
            && (!Problem::is_move(at) || self.problem.can_move())
    }

    fn some(&self, at_least: usize, mut levers: Vec<AnswerRef>) -> State {
        levers.sort_unstable();
        levers.dedup();
        levers.retain(|at| self.usable(*at));
        if levers.len() < at_least || levers.is_empty() {
            State::Stuck
        } else {
            State::Needs(Conflict { at_least, levers })
        }
    }

    /// What the answers that are not open say of a condition about a subject.
    pub fn state(&self, condition: &Condition, subject: Subject) -> State {
        match condition {
            Condition::Always => State::Stuck,
            Condition::Never => State::Open,
            Condition::Is(slot, _)
            | Condition::OneOf(slot, ..)
            | Condition::Includes(slot, ..)
            | Condition::Below(slot, _)
            | Condition::AtLeast(slot, _)
            | Condition::Above(slot, _) => self.leaf(condition, *slot, subject),
            Condition::All(parts) => self.one_of(parts.iter().map(|part| self.state(part, subject))),
            Condition::Any(parts) => self.each_of(parts, subject),
            Condition::Match(slot, arms, otherwise) => {
                let branches = arms.iter().map(|(_, arm)| arm).chain([*otherwise]);
                self.branches(*slot, branches, subject, |value| {
                    arms.iter().find(|(set, _)| in_set(value, *set)).map_or(*otherwise, |(_, arm)| arm)
                })
            }
            Condition::Bands(slot, bands, otherwise) => {
                let branches = bands.iter().map(|(_, band)| band).chain([*otherwise]);
                self.branches(*slot, branches, subject, |value| {
                    let size = steps(value);
                    let band = bands.iter().find(|(limit, _)| size < limit.steps().into());
                    band.map_or(*otherwise, |(_, band)| band)
                })
            }
            Condition::Short(balance) => self.short(balance, subject),
            Condition::AGuestHere(condition) => self.a_guest_here(condition, subject),
            Condition::NodesShareAHost => self.nodes(),
        }
    }

    fn leaf(&self, condition: &Condition, slot: Slot, subject: Subject) -> State {
        let at = AnswerRef { subject: Facts::subject_for(slot, subject), slot };
        match self.facts.answer(at.subject, slot) {
            Answer::Given(value) if condition.holds_for(value) => {
                if self.helps(condition, at) {
                    self.some(1, vec![at])
                } else {
                    State::Stuck
                }
            }
            _ => State::Open,
        }
    }

    /// Whether another answer, of those that it may be changed to, turns a condition on it.
    fn helps(&self, condition: &Condition, at: AnswerRef) -> bool {
        let Some(direction) = self.problem.change(at) else { return false };
        if !self.usable(at) {
            return false;
        }
        match (condition, direction) {
            (Condition::Below(..), Direction::Any | Direction::Up)
            | (Condition::AtLeast(..) | Condition::Above(..), Direction::Any | Direction::Down)
            | (Condition::Is(..) | Condition::OneOf(..), _) => true,
            (Condition::Includes(..), _) => {
                self.problem.values(at, self.facts.deployment).iter().any(|value| !condition.holds_for(value))
            }
            _ => false,
        }
    }

    /// One of the parts has to be turned.
    fn one_of(&self, parts: impl Iterator<Item = State>) -> State {
        let mut all: Option<Conflict> = None;
        for part in parts {
            match part {
                State::Open => return State::Open,
                State::Stuck => {}
                State::Needs(conflict) => {
                    let joined = all.get_or_insert(Conflict { at_least: usize::MAX, levers: Vec::new() });
                    joined.at_least = joined.at_least.min(conflict.at_least);
                    joined.levers.extend(conflict.levers);
                }
            }
        }
        all.map_or(State::Stuck, |all| self.some(all.at_least, all.levers))
    }

    /// Each part that holds has to be turned; the one is told that leaves the least choice.
    fn each_of(&self, parts: &[Condition], subject: Subject) -> State {
        let mut narrowest: Option<Conflict> = None;
        for part in parts {
            match self.state(part, subject) {
                State::Open => {}
                State::Stuck => return State::Stuck,
                State::Needs(conflict) => {
                    let slack = |conflict: &Conflict| conflict.levers.len() - conflict.at_least;
                    if narrowest.as_ref().is_none_or(|now| slack(&conflict) < slack(now)) {
                        narrowest = Some(conflict);
                    }
                }
            }
        }
        narrowest.map_or(State::Open, State::Needs)
    }

    fn branches<'c>(
        &self,
        slot: Slot,
        branches: impl Iterator<Item = &'c Condition>,
        subject: Subject,
        branch_of: impl Fn(&Value) -> &'c Condition,
    ) -> State {
        let at = AnswerRef { subject: Facts::subject_for(slot, subject), slot };
        let Answer::Given(value) = self.facts.answer(at.subject, slot) else {
            return self.one_of(branches.map(|branch| self.state(branch, subject)));
        };
        let state = self.state(branch_of(value), subject);
        if matches!(state, State::Open) || !self.usable(at) {
            return state;
        }
        match state {
            State::Needs(mut conflict) => {
                conflict.levers.push(at);
                self.some(1, conflict.levers)
            }
            _ => self.some(1, vec![at]),
        }
    }

    fn a_guest_here(&self, condition: &Condition, subject: Subject) -> State {
        let Subject::Host(host) = subject else { return State::Open };
        let mut narrowest = State::Open;
        for guest in self.facts.guests_on(host) {
            let guest = Subject::Guest(*guest);
            let of_guest = match self.state(condition, guest) {
                State::Open => continue,
                State::Stuck => self.some(1, vec![AnswerRef { subject: guest, slot: HOST.slot() }]),
                State::Needs(mut conflict) => {
                    conflict.levers.push(AnswerRef { subject: guest, slot: HOST.slot() });
                    self.some(1, conflict.levers)
                }
            };
            match of_guest {
                State::Stuck => return State::Stuck,
                needs => narrowest = needs,
            }
        }
        narrowest
    }

    /// How much is needed at the least, with what is open as low as it may become.
    fn least_need(&self, balance: &Balance, subject: Subject) -> (u128, u128) {
        let (need, capacity) = self.facts.bounds(balance, subject);
        let guests = match (subject, balance.per_guest) {
            (Subject::Host(host), [_, ..]) => self.facts.guests_on(host),
            _ => &[],
        };
        let mut least = need.least;
        let own = balance.own.iter().map(|slot| AnswerRef { subject, slot: *slot });
        let of_guests = guests.iter().flat_map(|guest| {
            balance.per_guest.iter().map(|slot| AnswerRef { subject: Subject::Guest(*guest), slot: *slot })
        });
        for at in own.chain(of_guests) {
            least += self.open_more(at);
        }
        (least, capacity.most)
    }

    /// How much more an open term is at the least than the format's least number.
    fn open_more(&self, at: AnswerRef) -> u128 {
        if self.facts.answer(at.subject, at.slot).given().is_some() {
            return 0;
        }
        self.problem.lowest(at).map_or(0, |lowest| lowest.saturating_sub(format_least(at.slot)))
    }

    fn short(&self, balance: &Balance, subject: Subject) -> State {
        let (need, capacity) = self.least_need(balance, subject);
        if need <= capacity {
            return State::Open;
        }
        let mut enough: Vec<AnswerRef> = Vec::new();
        match balance.capacity {
            Capacity::Answer(slot) => enough.push(AnswerRef { subject, slot }),
            Capacity::Processors { .. } => {
                enough.extend([SOCKETS, CORES_PER_SOCKET].map(|key| AnswerRef { subject, slot: key.slot() }));
            }
        }
        enough.retain(|at| self.usable(*at));
        let mut relief: Vec<(u128, Vec<AnswerRef>)> = Vec::new();
        for slot in balance.own {
            self.lowered(AnswerRef { subject, slot: *slot }, &mut relief);
        }
        if let (Subject::Host(host), [_, ..]) = (subject, balance.per_guest) {
            for guest in self.facts.guests_on(host) {
                self.relief_of_guest(*guest, balance.per_guest, true, &mut relief);
            }
        }
        self.covered(need - capacity, relief, enough)
    }

    /// Over all hosts together, where moving machines does not help: a condition about hosts
    /// that sums up their guests.
    pub fn total(&self, condition: &'static Condition) -> State {
        let parts = match condition {
            Condition::All(parts) => parts,
            other => std::slice::from_ref(other),
        };
        let first = Subject::Host(HostIndex(0));
        let of_all = |part: &'static Condition| {
            let mut sum = None;
            counting(part, &self.facts, first, &mut |balance| sum = Some(balance));
            match (sum, part) {
                (Some(balance), _) if !balance.per_guest.is_empty() => self.total_of(balance),
                (Some(_), _) | (None, Condition::Match(..)) => State::Open,
                (None, other) => self.state(other, first),
            }
        };
        self.one_of(parts.iter().map(of_all))
    }

    fn total_of(&self, balance: &Balance) -> State {
        let hosts = u32::try_from(self.facts.deployment.hosts().len()).unwrap_or(0);
        let (mut need, mut capacity) = (0, 0);
        let (mut relief, mut enough) = (Vec::new(), Vec::new());
        for host in (0..hosts).map(HostIndex) {
            let subject = Subject::Host(host);
            let (of_host, there) = self.least_need(balance, subject);
            need += of_host;
            capacity += there;
            balance.own.iter().for_each(|slot| self.lowered(AnswerRef { subject, slot: *slot }, &mut relief));
            for guest in self.facts.guests_on(host) {
                self.relief_of_guest(*guest, balance.per_guest, false, &mut relief);
            }
            match balance.capacity {
                Capacity::Answer(slot) => enough.push(AnswerRef { subject, slot }),
                Capacity::Processors { .. } => {
                    enough.extend([SOCKETS, CORES_PER_SOCKET].map(|key| AnswerRef { subject, slot: key.slot() }));
                }
            }
        }
        for guest in &self.facts.unplaced {
            let subject = Subject::Guest(*guest);
            for slot in balance.per_guest {
                let at = AnswerRef { subject, slot: *slot };
                let given = self.facts.answer(subject, *slot).given().and_then(raw);
                need += given.unwrap_or_else(|| format_least(*slot) + self.open_more(at));
            }
            self.relief_of_guest(*guest, balance.per_guest, false, &mut relief);
        }
        enough.retain(|at| self.usable(*at));
        if need <= capacity { State::Open } else { self.covered(need - capacity, relief, enough) }
    }

    /// What a guest can take off a sum: all of it by moving, or each part by lowering it.
    fn relief_of_guest(
        &self,
        guest: GuestIndex,
        parts: &[Slot],
        may_move: bool,
        relief: &mut Vec<(u128, Vec<AnswerRef>)>,
    ) {
        let subject = Subject::Guest(guest);
        let moved = AnswerRef { subject, slot: HOST.slot() };
        let mut lowered = Vec::new();
        for slot in parts {
            self.lowered(AnswerRef { subject, slot: *slot }, &mut lowered);
        }
        if !may_move || !self.usable(moved) {
            relief.extend(lowered);
            return;
        }
        let whole = parts.iter().map(|slot| {
            let at = AnswerRef { subject, slot: *slot };
            let given = self.facts.answer(subject, *slot).given().and_then(raw);
            given.unwrap_or_else(|| format_least(*slot) + self.open_more(at))
        });
        let mut levers = vec![moved];
        levers.extend(lowered.into_iter().flat_map(|(_, levers)| levers));
        relief.push((whole.sum(), levers));
    }

    fn lowered(&self, at: AnswerRef, relief: &mut Vec<(u128, Vec<AnswerRef>)>) {
        let (given, lowest) = (self.facts.answer(at.subject, at.slot).given().and_then(raw), self.problem.lowest(at));
        if let (Some(given), Some(lowest)) = (given, lowest)
            && given > lowest
            && self.usable(at)
        {
            relief.push((given - lowest, vec![at]));
        }
    }

    /// How many of these have to change so that so much is saved; each of `enough` does it alone.
    fn covered(&self, excess: u128, mut relief: Vec<(u128, Vec<AnswerRef>)>, enough: Vec<AnswerRef>) -> State {
        relief.sort_by(|(one, _), (other, _)| other.cmp(one));
        let (mut saved, mut count) = (0, 0);
        for (part, _) in &relief {
            if saved >= excess {
                break;
            }
            saved += part;
            count += 1;
        }
        let mut levers = enough;
        let alone = !levers.is_empty();
        if saved < excess {
            return if alone { self.some(1, levers) } else { State::Stuck };
        }
        levers.extend(relief.into_iter().flat_map(|(_, levers)| levers));
        self.some(if alone { 1 } else { count }, levers)
    }

    fn nodes(&self) -> State {
        let at = AnswerRef { subject: Subject::Deployment, slot: NODES.slot() };
        let Answer::Given(Value::Guests(nodes)) = self.facts.answer(at.subject, at.slot) else { return State::Open };
        let hosts = self.facts.deployment.hosts().len();
        if nodes.len() < 2 {
            return State::Open;
        }
        if hosts > 0 && nodes.len() > hosts {
            return self.some(1, vec![at]);
        }
        let mut levers = Vec::new();
        for node in nodes {
            let host = self.facts.host_of(*node);
            let with = |other: &&GuestIndex| **other != *node && host.is_some() && self.facts.host_of(**other) == host;
            if nodes.iter().any(|other| with(&other)) {
                levers.push(AnswerRef { subject: Subject::Guest(*node), slot: HOST.slot() });
            }
        }
        if levers.is_empty() {
            return State::Open;
        }
        levers.push(at);
        self.some(1, levers)
    }
}

/// The least number that the format allows, as sums take it.
fn format_least(slot: Slot) -> u128 {
    match question(slot).kind {
        Kind::Count { min, .. } => min.into(),
        Kind::Amount { zero, .. } => u128::from(!zero),
        _ => 0,
    }
}
