//! The values that an answer can be changed to.

use std::collections::BTreeSet;

use super::problem::{ONE_MB, Problem, counting, raw, value};
use crate::condition::{Capacity, Facts};
use crate::decimal::Decimal;
use crate::deployment::{AnswerRef, Deployment, GuestIndex, HostIndex, Value};
use crate::effort::Direction;
use crate::question::{Kind, Slot};
use crate::questions::deployment::PRODUCT;
use crate::questions::guest::{GUEST_OS, ROLES};
use crate::questions::{HYPER_V, Product, Role, VIRTUAL_SERVER, Version};

/// No Exchange machine has less memory than this, and no host runs on less: half a GB.
const LEAST_SIZE: u64 = Decimal::SCALE / 2;
/// Limits of sizes from here on are passed in whole GB, smaller ones in MB.
const IN_WHOLE_GB: u64 = 100 * Decimal::SCALE;
impl Problem {
    /// The values that an answer can be changed to, or be given if it is open, the most
    /// usual first. Numbers are the limits of rules, what the sums in `now` need, and the
    /// ends; the lowest first.
    pub fn values(&self, at: AnswerRef, now: &Deployment) -> Vec<Value> {
        let original = self.base.answer(at.subject, at.slot).given();
        let before = self.ways_out.get(&at);
        let direction = match (original, before) {
            (Some(_), _) => self.change(at),
            // Hardware is added, never taken away.
            (None, Some(_)) => Some(Direction::Up),
            (None, None) => Some(Direction::Any),
        };
        let Some(direction) = direction else { return Vec::new() };
        let mut values = match at.question().kind {
            Kind::Flag => vec![Value::Flag(true), Value::Flag(false)],
            Kind::Choice(list) => self.choices(at.slot, list.len()),
            Kind::Set { of, empty_is_an_answer } => {
                let mut sets = self.sets(at.slot, of.len(), original, direction);
                sets.retain(|set| empty_is_an_answer || *set != Value::Set(0));
                sets
            }
            Kind::Host => {
                let hosts = u32::try_from(self.base.hosts().len()).unwrap_or(0);
                (0..hosts).map(|host| Value::Host(HostIndex(host))).collect()
            }
            Kind::Guests => Self::fewer_nodes(now, original),
            Kind::Count { .. } | Kind::Amount { .. } => self.numbers(at, now, original.or(before), direction),
            Kind::Text { .. } | Kind::Date => Vec::new(),
        };
        values.retain(|value| Some(value) != original);
        if let Some(before) = before {
            // A way out that turns out not to be needed is not taken.
            values.retain(|value| value != before);
            values.insert(0, before.clone());
        }
        values
    }

    fn choices(&self, slot: Slot, count: usize) -> Vec<Value> {
        let mut places: Vec<u8> = (0..).take(count).collect();
        if slot == PRODUCT.slot() {
            // Microsoft's own first, the newest of them first; for Exchange 2010 and earlier
            // those of its own time.
            let early = self.version <= Version::V2010;
            places.sort_by_key(|place| {
                let product = Product::from_index(*place);
                let of_its_time = matches!(product, Some(Product::HyperV2008R2 | Product::VirtualServer2005R2Sp1));
                let own = product.is_some_and(|product| HYPER_V.contains(product) || VIRTUAL_SERVER.contains(product));
                (!(early && of_its_time), !own, std::cmp::Reverse(*place))
            });
        } else if slot == GUEST_OS.slot() {
            places.reverse();
        }
        places.into_iter().map(Value::Choice).collect()
    }

    /// The set without, or with, the members that rules look for.
    fn sets(&self, slot: Slot, count: usize, original: Option<&Value>, direction: Direction) -> Vec<Value> {
        let Some(Value::Set(now)) = original else {
            return std::iter::once(0).chain((0..count).map(|place| 1 << place)).map(Value::Set).collect();
        };
        let mut sets = BTreeSet::new();
        for (_, looked_for) in self.members.iter().filter(|(of, _)| *of == slot) {
            // The mailboxes have to stay somewhere.
            let stays = if slot == ROLES.slot() { Role::set(&[Role::Mailbox]).bits() } else { 0 };
            sets.insert(now & !(looked_for & !stays));
            if direction == Direction::Any {
                sets.extend(single(*looked_for).map(|member| now | member));
            }
        }
        sets.into_iter().map(Value::Set).collect()
    }

    /// Of the nodes on one host the first, and none at all.
    fn fewer_nodes(now: &Deployment, original: Option<&Value>) -> Vec<Value> {
        let nodes: Vec<GuestIndex> = match original {
            Some(Value::Guests(nodes)) => nodes.to_vec(),
            _ => (0..).map(GuestIndex).take(now.guests().len()).collect(),
        };
        let facts = Facts::new(now);
        let mut taken = BTreeSet::new();
        let apart = nodes.into_iter().filter(|node| facts.host_of(*node).is_some_and(|host| taken.insert(host)));
        vec![Value::Guests(apart.collect()), Value::Guests([].into())]
    }

    fn numbers(&self, at: AnswerRef, now: &Deployment, original: Option<&Value>, direction: Direction) -> Vec<Value> {
        let kind = &at.question().kind;
        let mut numbers: BTreeSet<u128> = BTreeSet::new();
        let (unit, least, most) = match *kind {
            Kind::Count { min, max } => (1, u128::from(min), u128::from(max)),
            Kind::Amount { zero, .. } => {
                (ONE_MB.into(), if zero { 0 } else { LEAST_SIZE.into() }, u128::from(Decimal::MAX.steps()))
            }
            _ => return Vec::new(),
        };
        numbers.extend([least, most]);
        for (_, limit) in self.limits.range((at.slot, Decimal::whole(0))..=(at.slot, Decimal::MAX)) {
            let (limit, step) = match kind {
                Kind::Count { .. } => (u128::from(limit.ceil()), 1),
                _ if limit.steps() >= IN_WHOLE_GB => (u128::from(limit.steps()), u128::from(Decimal::SCALE)),
                _ => (u128::from(limit.steps()), unit),
            };
            numbers.extend([limit.saturating_sub(step), limit, limit + step]);
        }
        self.needed(at, now, &mut numbers);
        let original = original.and_then(raw);
        let allowed = |number: &u128| match (direction, original) {
            (Direction::Up, Some(original)) => *number >= original,
            (Direction::Down | Direction::Fewer, Some(original)) => *number <= original,
            _ => true,
        };
        let numbers = numbers.into_iter().filter(|number| (least..=most).contains(number)).filter(allowed);
        numbers.filter_map(|number| value(kind, number)).collect()
    }

    /// What the sums need that the answer has to be enough for.
    fn needed(&self, at: AnswerRef, now: &Deployment, numbers: &mut BTreeSet<u128>) {
        let facts = Facts::new(now);
        for check in self.checks.iter().filter(|check| check.subject == at.subject) {
            counting(&check.row.violated, &facts, at.subject, &mut |balance| {
                let need = facts.bounds(balance, at.subject).0.least;
                match balance.capacity {
                    Capacity::Answer(slot) if slot == at.slot => {
                        numbers.insert(need);
                    }
                    Capacity::Processors { per_core } => {
                        use crate::questions::host::{CORES_PER_SOCKET, SOCKETS};
                        let factor = |slot: Slot| now.answer(at.subject, slot).given().and_then(raw).unwrap_or(1);
                        let others = match at.slot {
                            slot if slot == SOCKETS.slot() => factor(CORES_PER_SOCKET.slot()),
                            slot if slot == CORES_PER_SOCKET.slot() => factor(SOCKETS.slot()),
                            _ => return,
                        };
                        numbers.insert(need.div_ceil(others.max(1) * u128::from(per_core.max(1))).max(1));
                    }
                    Capacity::Answer(_) => {}
                }
            });
        }
    }
}

fn single(set: u64) -> impl Iterator<Item = u64> {
    (0..64).map(|place| 1 << place).filter(move |member| set & member != 0)
}
