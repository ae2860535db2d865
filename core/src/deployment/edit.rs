//! Changing a deployment, answer by answer, without ever breaking the format.

use super::{Answer, AnswerRef, Answers, Deployment, GuestIndex, HostIndex, Machine, Subject, Value, is_id};
use crate::decimal::Decimal;
use crate::question::{Kind, SubjectKind};

/// Why a change was refused; the deployment is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such subject.
    NoSubject,
    /// The question does not allow this answer.
    NotAllowed,
    /// The id is not one, or is taken.
    BadId,
}

impl Deployment {
    /// Sets one answer.
    ///
    /// # Errors
    ///
    /// A subject that is not there, or a value that the question does not allow.
    pub fn set(&mut self, at: AnswerRef, answer: Answer<Value>) -> Result<(), Refused> {
        let kind = &at.question().kind;
        let answer = match answer {
            Answer::Given(Value::Set(0)) if matches!(kind, Kind::Set { empty_is_an_answer: false, .. }) => {
                Answer::NotAsked
            }
            other => other,
        };
        if answer.given().is_some_and(|value| !self.allows(kind, value)) {
            return Err(Refused::NotAllowed);
        }
        if at.subject.kind() != at.slot.subject {
            return Err(Refused::NoSubject);
        }
        self.about_mut(at.subject).ok_or(Refused::NoSubject)?.put(at.slot.slot, answer);
        Ok(())
    }

    /// Adds a host about which nothing has been asked.
    ///
    /// # Errors
    ///
    /// An id that is not one or is taken.
    pub fn add_host(&mut self, id: &str) -> Result<HostIndex, Refused> {
        add(&mut self.hosts, id, SubjectKind::Host).map(HostIndex)
    }

    /// Adds a guest about which nothing has been asked.
    ///
    /// # Errors
    ///
    /// An id that is not one or is taken.
    pub fn add_guest(&mut self, id: &str) -> Result<GuestIndex, Refused> {
        add(&mut self.guests, id, SubjectKind::Guest).map(GuestIndex)
    }

    fn about_mut(&mut self, subject: Subject) -> Option<&mut Answers> {
        let machine = match subject {
            Subject::Deployment => return Some(&mut self.answers),
            Subject::Host(HostIndex(index)) => list_mut(&mut self.hosts)?.get_mut(index as usize),
            Subject::Guest(GuestIndex(index)) => list_mut(&mut self.guests)?.get_mut(index as usize),
        };
        machine.map(|machine| &mut machine.answers)
    }

    fn allows(&self, kind: &Kind, value: &Value) -> bool {
        let within = |list: usize, index: u32| (index as usize) < list;
        match (kind, value) {
            (Kind::Flag, Value::Flag(_)) | (Kind::Date, Value::Date(_)) => true,
            (Kind::Count { min, max }, Value::Count(count)) => (min..=max).contains(&count),
            (Kind::Amount { zero, .. }, Value::Amount(amount)) => *zero || *amount > Decimal::whole(0),
            (Kind::Choice(list), Value::Choice(index)) => usize::from(*index) < list.len(),
            (Kind::Set { of, .. }, Value::Set(bits)) => {
                bits.checked_shr(u32::try_from(of.len()).unwrap_or(64)) == Some(0)
            }
            (Kind::Text { longest }, Value::Text(text)) => text.chars().count() <= *longest,
            (Kind::Host, Value::Host(HostIndex(index))) => within(self.hosts().len(), *index),
            (Kind::Guests, Value::Guests(guests)) => {
                let distinct: std::collections::BTreeSet<_> = guests.iter().collect();
                distinct.len() == guests.len()
                    && guests.iter().all(|GuestIndex(index)| within(self.guests().len(), *index))
            }
            _ => false,
        }
    }
}

fn list_mut(list: &mut Answer<Vec<Machine>>) -> Option<&mut Vec<Machine>> {
    match list {
        Answer::Given(list) => Some(list),
        Answer::NotAsked | Answer::NotKnown => None,
    }
}

fn add(list: &mut Answer<Vec<Machine>>, id: &str, about: SubjectKind) -> Result<u32, Refused> {
    if !is_id(id) {
        return Err(Refused::BadId);
    }
    if list.given().is_none() {
        *list = Answer::Given(Vec::new());
    }
    let Some(machines) = list_mut(list) else { return Err(Refused::NoSubject) };
    if machines.iter().any(|machine| machine.id() == id) {
        return Err(Refused::BadId);
    }
    let place = u32::try_from(machines.len()).map_err(|_| Refused::NoSubject)?;
    machines.push(Machine { id: id.into(), answers: Answers::none(about) });
    Ok(place)
}
