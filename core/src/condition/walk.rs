//! Which questions a condition reads, and which answers decided it.

use super::eval::in_set;
use super::{Balance, Capacity, Condition, Facts};
use crate::deployment::{Answer, AnswerRef, Subject, Value};
use crate::question::Slot;
use crate::questions::deployment::NODES;
use crate::questions::{guest, host};
use crate::truth::Truth;

impl Condition {
    /// Calls back for every question that is read, in order; twice for one read twice.
    pub fn reads(&self, found: &mut impl FnMut(Slot)) {
        match self {
            Self::Always | Self::Never => {}
            Self::Is(slot, _)
            | Self::OneOf(slot, ..)
            | Self::Includes(slot, ..)
            | Self::Below(slot, _)
            | Self::AtLeast(slot, _)
            | Self::Above(slot, _) => found(*slot),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.reads(found)),
            Self::Match(slot, arms, otherwise) => {
                found(*slot);
                arms.iter().for_each(|(_, arm)| arm.reads(found));
                otherwise.reads(found);
            }
            Self::Bands(slot, bands, otherwise) => {
                found(*slot);
                bands.iter().for_each(|(_, band)| band.reads(found));
                otherwise.reads(found);
            }
            Self::Short(balance) => balance.reads(found),
            Self::AGuestHere(condition) => {
                found(guest::HOST.slot());
                condition.reads(found);
            }
            Self::NodesShareAHost => {
                found(NODES.slot());
                found(guest::HOST.slot());
            }
        }
    }
}

impl Condition {
    /// Calls back for every part that is put together from no others, and for each that
    /// decides between branches before its branches.
    pub fn leaves<'c>(&'c self, found: &mut impl FnMut(&'c Self)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.leaves(found)),
            Self::Match(_, arms, otherwise) => {
                found(self);
                arms.iter().for_each(|(_, arm)| arm.leaves(found));
                otherwise.leaves(found);
            }
            Self::Bands(_, bands, otherwise) => {
                found(self);
                bands.iter().for_each(|(_, band)| band.leaves(found));
                otherwise.leaves(found);
            }
            Self::AGuestHere(condition) => condition.leaves(found),
            leaf => found(leaf),
        }
    }

    /// Whether one missing answer may be found twice: in two branches, or in two parts
    /// of one.
    #[must_use]
    pub fn may_read_twice(&self) -> bool {
        match self {
            Self::Match(..) | Self::Bands(..) => true,
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::may_read_twice),
            _ => false,
        }
    }
}

impl Condition {
    /// Calls back for every two questions of which the first decides whether the second
    /// matters: of parts that are joined the earlier are asked before the later, as the
    /// catalogue writes them, and what decides between branches before the branches.
    pub fn gates(&self, found: &mut impl FnMut(Slot, Slot)) {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                for (place, part) in parts.iter().enumerate() {
                    part.gates(found);
                    for later in parts.iter().skip(place + 1) {
                        part.reads(&mut |first| later.reads(&mut |second| found(first, second)));
                    }
                }
            }
            Self::Match(slot, arms, otherwise) => {
                for branch in arms.iter().map(|(_, arm)| arm).chain([*otherwise]) {
                    branch.reads(&mut |second| found(*slot, second));
                    branch.gates(found);
                }
            }
            Self::Bands(slot, bands, otherwise) => {
                for branch in bands.iter().map(|(_, band)| band).chain([*otherwise]) {
                    branch.reads(&mut |second| found(*slot, second));
                    branch.gates(found);
                }
            }
            Self::AGuestHere(condition) => {
                condition.reads(&mut |second| found(guest::HOST.slot(), second));
                condition.gates(found);
            }
            Self::NodesShareAHost => found(NODES.slot(), guest::HOST.slot()),
            _ => {}
        }
    }
}

impl Balance {
    fn reads(&self, found: &mut impl FnMut(Slot)) {
        match self.capacity {
            Capacity::Answer(slot) => found(slot),
            Capacity::Processors { .. } => {
                found(host::SOCKETS.slot());
                found(host::CORES_PER_SOCKET.slot());
            }
        }
        if self.root {
            found(host::ROOT_PROCESSORS_USED.slot());
        }
        self.own.iter().for_each(|slot| found(*slot));
        if !self.per_guest.is_empty() {
            found(guest::HOST.slot());
            self.per_guest.iter().for_each(|slot| found(*slot));
        }
    }
}

impl Facts<'_> {
    /// The answers that decided a condition which is known to hold or not to hold:
    /// changing none of them, and nothing else in the document, would leave it as it is.
    pub fn deciding(&self, condition: &Condition, subject: Subject, found: &mut Vec<AnswerRef>) {
        let answered = |slot: Slot, found: &mut Vec<AnswerRef>| {
            let subject = Self::subject_for(slot, subject);
            found.push(AnswerRef { subject, slot });
        };
        match condition {
            Condition::Always | Condition::Never => {}
            Condition::Is(slot, _)
            | Condition::OneOf(slot, ..)
            | Condition::Includes(slot, ..)
            | Condition::Below(slot, _)
            | Condition::AtLeast(slot, _)
            | Condition::Above(slot, _) => answered(*slot, found),
            Condition::All(parts) => self.deciding_parts(parts, Truth::No, subject, found),
            Condition::Any(parts) => self.deciding_parts(parts, Truth::Yes, subject, found),
            Condition::Match(slot, arms, otherwise) => {
                if let Answer::Given(value) = self.answer(Self::subject_for(*slot, subject), *slot) {
                    answered(*slot, found);
                    let arm = arms.iter().find(|(set, _)| in_set(value, *set)).map_or(*otherwise, |(_, arm)| arm);
                    self.deciding(arm, subject, found);
                } else {
                    arms.iter().for_each(|(_, arm)| self.deciding(arm, subject, found));
                    self.deciding(otherwise, subject, found);
                }
            }
            Condition::Bands(slot, bands, otherwise) => {
                answered(*slot, found);
                bands.iter().for_each(|(_, band)| self.deciding(band, subject, found));
                self.deciding(otherwise, subject, found);
            }
            Condition::Short(balance) => self.deciding_balance(balance, subject, found),
            Condition::AGuestHere(condition) => {
                let Subject::Host(host) = subject else { return };
                for guest in self.guests_on(host) {
                    let guest = Subject::Guest(*guest);
                    if self.judge(condition, guest, &mut Vec::new()) == Truth::Yes {
                        found.push(AnswerRef { subject: guest, slot: guest::HOST.slot() });
                        self.deciding(condition, guest, found);
                    }
                }
            }
            Condition::NodesShareAHost => {
                answered(NODES.slot(), found);
                if let Answer::Given(Value::Guests(nodes)) = self.answer(Subject::Deployment, NODES.slot()) {
                    let hosts = nodes.iter().map(|node| Subject::Guest(*node));
                    found.extend(hosts.map(|subject| AnswerRef { subject, slot: guest::HOST.slot() }));
                }
            }
        }
        found.retain(|answer| self.is_evidence(*answer));
    }

    /// A default that counts is evidence too: the load of the host itself.
    fn is_evidence(&self, answer: AnswerRef) -> bool {
        answer.slot == host::ROOT_PROCESSORS_USED.slot() || self.answer(answer.subject, answer.slot).given().is_some()
    }

    /// If a part settles it, that part; otherwise all of them.
    fn deciding_parts(&self, parts: &[Condition], settling: Truth, subject: Subject, found: &mut Vec<AnswerRef>) {
        let settles = |part: &&Condition| self.judge(part, subject, &mut Vec::new()) == settling;
        match parts.iter().find(settles) {
            Some(part) => self.deciding(part, subject, found),
            None => parts.iter().for_each(|part| self.deciding(part, subject, found)),
        }
    }

    fn deciding_balance(&self, balance: &Balance, subject: Subject, found: &mut Vec<AnswerRef>) {
        balance.reads(&mut |slot| {
            if slot.subject == subject.kind() && !(balance.per_guest.contains(&slot)) {
                found.push(AnswerRef { subject, slot });
            }
        });
        let (Subject::Host(host), [_, ..]) = (subject, balance.per_guest) else { return };
        for guest in self.guests_on(host) {
            let subject = Subject::Guest(*guest);
            found.push(AnswerRef { subject, slot: guest::HOST.slot() });
            found.extend(balance.per_guest.iter().map(|slot| AnswerRef { subject, slot: *slot }));
        }
    }
}
