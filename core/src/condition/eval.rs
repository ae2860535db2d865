//! What a condition says of a deployment, exactly, in one pass.
//!
//! A condition whose parts read different questions is decided by its parts, and every
//! missing answer that could turn an undecided part can turn the whole: that is why
//! nothing has to be tried out. What is missing is appended to a list that the caller
//! owns; a part that turns out not to matter takes back what it appended.

use super::Condition;
use crate::deployment::{Answer, AnswerRef, Deployment, GuestIndex, HostIndex, Subject, Value};
use crate::question::Slot;
use crate::questions::guest;
use crate::truth::Truth;

/// A deployment with its guests sorted by host: what conditions are evaluated on.
#[derive(Clone, Debug)]
pub struct Facts<'d> {
    pub(crate) deployment: &'d Deployment,
    /// For each host where its guests begin in `placed`, and the end of the last.
    starts: Vec<u32>,
    placed: Vec<GuestIndex>,
    /// The guests whose host is missing.
    pub(crate) unplaced: Vec<GuestIndex>,
}

impl<'d> Facts<'d> {
    /// Sorts the guests of a deployment by host.
    #[must_use]
    pub fn new(deployment: &'d Deployment) -> Self {
        let hosts = deployment.hosts().len();
        let mut facts = Self { deployment, starts: vec![0; hosts + 1], placed: Vec::new(), unplaced: Vec::new() };
        let guests = || (0..).map(GuestIndex).zip(deployment.guests()).map(|(guest, _)| guest);
        for guest in guests() {
            match facts.host_of(guest) {
                Some(HostIndex(host)) => {
                    if let Some(count) = facts.starts.get_mut(host as usize + 1) {
                        *count += 1;
                    }
                }
                None => facts.unplaced.push(guest),
            }
        }
        let mut total = 0;
        for start in &mut facts.starts {
            total += *start;
            *start = total;
        }
        let mut next = facts.starts.clone();
        facts.placed = vec![GuestIndex(0); total as usize];
        for guest in guests() {
            if let Some(HostIndex(host)) = facts.host_of(guest)
                && let Some(place) = next.get_mut(host as usize)
                && let Some(slot) = facts.placed.get_mut(*place as usize)
            {
                *slot = guest;
                *place += 1;
            }
        }
        facts
    }

    /// The host of a guest, if it is known. Where one host is listed it is that one.
    pub(crate) fn host_of(&self, guest: GuestIndex) -> Option<HostIndex> {
        if self.deployment.hosts().len() == 1 {
            return Some(HostIndex(0));
        }
        match self.answer(Subject::Guest(guest), guest::HOST.slot()) {
            Answer::Given(Value::Host(host)) => Some(*host),
            _ => None,
        }
    }

    /// The guests that are known to be on a host.
    pub(crate) fn guests_on(&self, HostIndex(host): HostIndex) -> &[GuestIndex] {
        let bound = |at: usize| self.starts.get(at).map(|start| *start as usize);
        match (bound(host as usize), bound(host as usize + 1)) {
            (Some(from), Some(to)) => self.placed.get(from..to).unwrap_or(&[]),
            _ => &[],
        }
    }

    pub(crate) fn answer(&self, subject: Subject, slot: Slot) -> &'d Answer<Value> {
        self.deployment.answer(subject, slot)
    }

    /// Whether the condition holds for the subject. Where that is unknown, the answers
    /// that can still turn it are appended to `missing`, some perhaps twice; otherwise
    /// nothing is.
    pub fn judge(&self, condition: &Condition, subject: Subject, missing: &mut Vec<AnswerRef>) -> Truth {
        match *condition {
            Condition::Always => Truth::Yes,
            Condition::Never => Truth::No,
            Condition::Is(slot, _)
            | Condition::OneOf(slot, ..)
            | Condition::Includes(slot, ..)
            | Condition::Below(slot, _)
            | Condition::AtLeast(slot, _)
            | Condition::Above(slot, _) => {
                let subject = Self::subject_for(slot, subject);
                match self.answer(subject, slot) {
                    Answer::Given(value) => condition.holds_for(value).into(),
                    Answer::NotAsked | Answer::NotKnown => {
                        missing.push(AnswerRef { subject, slot });
                        Truth::Unknown
                    }
                }
            }
            Condition::All(parts) => self.combine(parts, Truth::No, Truth::Yes, subject, missing),
            Condition::Any(parts) => self.combine(parts, Truth::Yes, Truth::No, subject, missing),
            Condition::Match(slot, arms, otherwise) => match self.answer(Self::subject_for(slot, subject), slot) {
                Answer::Given(value) => {
                    let arm = arms.iter().find(|(set, _)| in_set(value, *set)).map_or(otherwise, |(_, arm)| arm);
                    self.judge(arm, subject, missing)
                }
                _ => self.whichever(slot, arms.iter().map(|(_, arm)| arm).chain([otherwise]), subject, missing),
            },
            Condition::Bands(slot, bands, otherwise) => match self.answer(Self::subject_for(slot, subject), slot) {
                Answer::Given(value) => {
                    let size = steps(value);
                    let band = bands.iter().find(|(limit, _)| size < limit.steps().into());
                    self.judge(band.map_or(otherwise, |(_, band)| band), subject, missing)
                }
                _ => self.whichever(slot, bands.iter().map(|(_, band)| band).chain([otherwise]), subject, missing),
            },
            Condition::Short(ref balance) => self.short(balance, subject, missing),
            Condition::AGuestHere(condition) => self.a_guest_here(condition, subject, missing),
            Condition::NodesShareAHost => self.nodes_share_a_host(missing),
        }
    }

    /// Decided as soon as one part is `settling`; `neutral` if all are.
    fn combine(
        &self,
        parts: &[Condition],
        settling: Truth,
        neutral: Truth,
        subject: Subject,
        missing: &mut Vec<AnswerRef>,
    ) -> Truth {
        let before = missing.len();
        let mut result = neutral;
        for part in parts {
            let truth = self.judge(part, subject, missing);
            if truth == settling {
                missing.truncate(before);
                return settling;
            }
            if truth == Truth::Unknown {
                result = Truth::Unknown;
            }
        }
        result
    }

    /// The answer that decides between branches is missing. One of them is always or
    /// never true, so unless all agree the answer itself can turn the outcome, and so
    /// can whatever can turn a branch.
    fn whichever<'c>(
        &self,
        slot: Slot,
        branches: impl Iterator<Item = &'c Condition>,
        subject: Subject,
        missing: &mut Vec<AnswerRef>,
    ) -> Truth {
        missing.push(AnswerRef { subject: Self::subject_for(slot, subject), slot });
        let before = missing.len() - 1;
        let (mut yes, mut no) = (true, true);
        for branch in branches {
            let truth = self.judge(branch, subject, missing);
            yes &= truth == Truth::Yes;
            no &= truth == Truth::No;
        }
        if yes || no {
            missing.truncate(before);
        }
        match (yes, no) {
            (true, _) => Truth::Yes,
            (_, true) => Truth::No,
            _ => Truth::Unknown,
        }
    }

    fn a_guest_here(&self, condition: &Condition, subject: Subject, missing: &mut Vec<AnswerRef>) -> Truth {
        let Subject::Host(host) = subject else { return Truth::No };
        let before = missing.len();
        let mut result = Truth::No;
        for guest in self.guests_on(host) {
            match self.judge(condition, Subject::Guest(*guest), missing) {
                Truth::Yes => {
                    missing.truncate(before);
                    return Truth::Yes;
                }
                Truth::No => {}
                Truth::Unknown => result = Truth::Unknown,
            }
        }
        for guest in &self.unplaced {
            let subject = Subject::Guest(*guest);
            if self.judge(condition, subject, missing) != Truth::No {
                missing.push(AnswerRef { subject, slot: guest::HOST.slot() });
                result = Truth::Unknown;
            }
        }
        result
    }

    /// A question about the deployment is asked of the deployment, whatever the rule is about.
    pub(crate) fn subject_for(slot: Slot, subject: Subject) -> Subject {
        match slot.subject {
            crate::question::SubjectKind::Deployment => Subject::Deployment,
            _ => subject,
        }
    }
}

impl Condition {
    /// Whether a condition on one answer holds for this one; not for conditions of parts.
    pub(crate) fn holds_for(&self, value: &Value) -> bool {
        match *self {
            Self::Is(_, wanted) => *value == Value::Flag(wanted),
            Self::OneOf(_, set, among) => in_set(value, set) == among,
            Self::Includes(_, set, some) => matches!(value, Value::Set(bits) if (bits & set != 0) == some),
            Self::Below(_, limit) => steps(value) < limit.steps().into(),
            Self::AtLeast(_, limit) => steps(value) >= limit.steps().into(),
            Self::Above(_, limit) => steps(value) > limit.steps().into(),
            _ => false,
        }
    }
}

pub(crate) fn in_set(value: &Value, set: u64) -> bool {
    matches!(value, Value::Choice(index) if set & (1 << index) != 0)
}

/// A number in the smallest steps of a [`crate::decimal::Decimal`].
pub(crate) fn steps(value: &Value) -> u128 {
    match value {
        Value::Count(count) => u128::from(*count) * u128::from(crate::decimal::Decimal::SCALE),
        Value::Amount(amount) => u128::from(amount.steps()),
        _ => 0,
    }
}
