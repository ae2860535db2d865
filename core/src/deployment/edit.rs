//! Changing a deployment, answer by answer, without ever breaking the format.

use std::collections::BTreeSet;

use super::error::ReadError;
use super::typed::typed;
use super::{Answer, AnswerRef, Answers, Deployment, GuestIndex, HostIndex, Machine, Subject, Value, is_id};
use crate::decimal::Decimal;
use crate::question::{Kind, SubjectKind};
use crate::questions::deployment::NODES;
use crate::questions::guest::HOST;

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

    /// Sets one answer to what somebody typed; see [`typed`].
    ///
    /// # Errors
    ///
    /// What is wrong with it; the deployment is as it was.
    pub fn set_typed(&mut self, at: AnswerRef, text: &str) -> Result<(), ReadError> {
        let value = typed(at.question(), &self.path(at), text)?;
        // A value that was read is one that the question allows.
        let _ = self.set(at, Answer::Given(value));
        Ok(())
    }

    /// Gives a machine another id; whatever refers to it goes on doing so.
    ///
    /// # Errors
    ///
    /// An id that is not one or is taken, or a subject that is no machine.
    pub fn rename(&mut self, machine: Subject, id: &str) -> Result<(), Refused> {
        let (list, index) = self.list_of(machine).ok_or(Refused::NoSubject)?;
        let taken = (0..).zip(list.iter()).any(|(place, other)| place != index && other.id() == id);
        if !is_id(id) || taken {
            return Err(Refused::BadId);
        }
        list.get_mut(index as usize).ok_or(Refused::NoSubject)?.id = id.into();
        Ok(())
    }

    /// Adds a machine with the same answers; it is no node of the cluster.
    ///
    /// # Errors
    ///
    /// An id that is not one or is taken, or a subject that is no machine.
    pub fn copy(&mut self, machine: Subject, id: &str) -> Result<Subject, Refused> {
        let answers = self.about(machine).ok_or(Refused::NoSubject)?.clone();
        let copy = match machine {
            Subject::Deployment => return Err(Refused::NoSubject),
            Subject::Host(_) => Subject::Host(self.add_host(id)?),
            Subject::Guest(_) => Subject::Guest(self.add_guest(id)?),
        };
        if let Some(place) = self.about_mut(copy) {
            *place = answers;
        }
        Ok(copy)
    }

    /// Takes a machine away. Guests of a host have no host then; a guest is no node any
    /// more; what was accepted about the machine goes with it.
    ///
    /// # Errors
    ///
    /// A subject that is no machine.
    pub fn remove(&mut self, machine: Subject) -> Result<(), Refused> {
        let (list, index) = self.list_of(machine).ok_or(Refused::NoSubject)?;
        if index as usize >= list.len() {
            return Err(Refused::NoSubject);
        }
        list.remove(index as usize);
        // The places behind it move up by one.
        let moved = |place: u32| if place > index { place - 1 } else { place };
        match machine {
            Subject::Deployment => {}
            Subject::Host(_) => {
                for guest in list_mut(&mut self.guests).into_iter().flatten() {
                    let answer = match guest.answers.at(HOST.slot().slot) {
                        Answer::Given(Value::Host(HostIndex(host))) if *host == index => Answer::NotAsked,
                        Answer::Given(Value::Host(HostIndex(host))) => {
                            Answer::Given(Value::Host(HostIndex(moved(*host))))
                        }
                        other => other.clone(),
                    };
                    guest.answers.put(HOST.slot().slot, answer);
                }
            }
            Subject::Guest(_) => {
                if let Answer::Given(Value::Guests(nodes)) = self.answers.at(NODES.slot().slot) {
                    let kept = nodes.iter().filter(|GuestIndex(node)| *node != index);
                    let nodes = kept.map(|GuestIndex(node)| GuestIndex(moved(*node))).collect();
                    self.answers.put(NODES.slot().slot, Answer::Given(Value::Guests(nodes)));
                }
            }
        }
        if let Answer::Given(accepted) = &mut self.accepted {
            accepted.retain(|accepted| accepted.subject != machine);
            for accepted in accepted {
                accepted.subject = match (machine, accepted.subject) {
                    (Subject::Host(_), Subject::Host(HostIndex(host))) => Subject::Host(HostIndex(moved(host))),
                    (Subject::Guest(_), Subject::Guest(GuestIndex(guest))) => Subject::Guest(GuestIndex(moved(guest))),
                    (_, other) => other,
                };
            }
        }
        Ok(())
    }

    /// Makes a list of machines so long, by adding copies of its last machine; the first
    /// ones are machines about which nothing has been asked. Nothing is taken away.
    pub fn grow(&mut self, kind: SubjectKind, to: usize) {
        let beginning = match kind {
            SubjectKind::Deployment => return,
            SubjectKind::Host => "host",
            SubjectKind::Guest => "vm",
        };
        loop {
            let count = if kind == SubjectKind::Host { self.hosts().len() } else { self.guests().len() };
            if count >= to {
                return;
            }
            let id = self.free_id(kind, beginning);
            let last = u32::try_from(count).ok().and_then(|count| count.checked_sub(1));
            let added = match (kind, last) {
                (SubjectKind::Host, Some(last)) => self.copy(Subject::Host(HostIndex(last)), &id).is_ok(),
                (_, Some(last)) => self.copy(Subject::Guest(GuestIndex(last)), &id).is_ok(),
                (SubjectKind::Host, None) => self.add_host(&id).is_ok(),
                (_, None) => self.add_guest(&id).is_ok(),
            };
            if !added {
                return;
            }
        }
    }

    /// Says that nobody knows which machines of a kind there are; only while none is listed.
    pub fn machines_not_known(&mut self, kind: SubjectKind) {
        match kind {
            SubjectKind::Host if self.hosts().is_empty() => self.hosts = Answer::NotKnown,
            SubjectKind::Guest if self.guests().is_empty() => self.guests = Answer::NotKnown,
            _ => {}
        }
    }

    /// Takes back that nobody knows which machines of a kind there are.
    pub fn machines_asked_again(&mut self, kind: SubjectKind) {
        match kind {
            SubjectKind::Host if self.hosts().is_empty() => self.hosts = Answer::NotAsked,
            SubjectKind::Guest if self.guests().is_empty() => self.guests = Answer::NotAsked,
            _ => {}
        }
    }

    /// An id with this beginning that no machine of the kind has.
    #[must_use]
    pub fn free_id(&self, kind: SubjectKind, beginning: &str) -> String {
        let machines = if kind == SubjectKind::Host { self.hosts() } else { self.guests() };
        let taken: BTreeSet<&str> = machines.iter().map(Machine::id).collect();
        // Of one more number than there are machines one is free.
        let numbers = 1..=machines.len() + 1;
        let free = numbers.map(|number| format!("{beginning}{number}")).find(|id| !taken.contains(id.as_str()));
        free.unwrap_or_default()
    }

    fn list_of(&mut self, machine: Subject) -> Option<(&mut Vec<Machine>, u32)> {
        match machine {
            Subject::Deployment => None,
            Subject::Host(HostIndex(index)) => Some((list_mut(&mut self.hosts)?, index)),
            Subject::Guest(GuestIndex(index)) => Some((list_mut(&mut self.guests)?, index)),
        }
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
                let distinct: BTreeSet<_> = guests.iter().collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = r#"{"format":"exchange-virtualization-deployment/1",
        "hosts":[{"id":"a"},{"id":"b"},{"id":"c"}],
        "vms":[{"id":"x","host":"a"},{"id":"y","host":"b"},{"id":"z","host":"c"}],
        "high_availability":{"nodes":["x","y","z"]},
        "accepted":[{"rule":"r","subject":"host:b","reason":"1"},{"rule":"r","subject":"vm:z","reason":"2"}]}"#;

    fn deployment() -> Deployment {
        Deployment::read(DOCUMENT.as_bytes(), &["r"]).unwrap()
    }

    fn again(deployment: &Deployment) -> String {
        let text = deployment.to_json().to_string();
        assert_eq!(Deployment::read(text.as_bytes(), &["r"]).unwrap(), *deployment);
        text
    }

    #[test]
    fn references_follow_a_name() {
        let mut deployment = deployment();
        deployment.rename(Subject::Host(HostIndex(1)), "root two").unwrap();
        deployment.rename(Subject::Guest(GuestIndex(1)), "mbx").unwrap();
        let text = again(&deployment);
        assert!(text.contains(r#""host":"root two""#) && text.contains(r#"["x","mbx","z"]"#), "{text}");
        assert!(text.contains(r#""host:root two""#), "{text}");
        assert_eq!(deployment.rename(Subject::Host(HostIndex(0)), "c"), Err(Refused::BadId));
        assert_eq!(deployment.rename(Subject::Host(HostIndex(0)), ""), Err(Refused::BadId));
        assert_eq!(deployment.rename(Subject::Host(HostIndex(0)), "a"), Ok(()));
        assert_eq!(deployment.rename(Subject::Host(HostIndex(9)), "q"), Err(Refused::NoSubject));
    }

    #[test]
    fn references_survive_what_is_removed() {
        let mut deployment = deployment();
        deployment.remove(Subject::Host(HostIndex(1))).unwrap();
        let text = again(&deployment);
        assert!(text.contains(r#"{"id":"y"}"#) && text.contains(r#"{"id":"z","host":"c"}"#), "{text}");
        assert!(!text.contains("host:b") && text.contains("vm:z"), "{text}");
        deployment.remove(Subject::Guest(GuestIndex(0))).unwrap();
        let text = again(&deployment);
        assert!(text.contains(r#""nodes":["y","z"]"#) && text.contains("vm:z"), "{text}");
        assert_eq!(deployment.remove(Subject::Guest(GuestIndex(2))), Err(Refused::NoSubject));
    }

    #[test]
    fn a_copy_has_the_answers_and_an_id_of_its_own() {
        let mut deployment = deployment();
        let id = deployment.free_id(SubjectKind::Guest, "vm");
        deployment.copy(Subject::Guest(GuestIndex(2)), &id).unwrap();
        assert!(again(&deployment).contains(r#"{"id":"vm1","host":"c"}"#));
        assert_eq!(deployment.copy(Subject::Guest(GuestIndex(2)), "x"), Err(Refused::BadId));
    }

    #[test]
    fn what_is_typed_is_read_as_strictly_as_a_document() {
        let mut deployment = deployment();
        let at = |slot| AnswerRef { subject: Subject::Guest(GuestIndex(0)), slot };
        let (vcpus, memory) = (crate::questions::guest::VCPUS.slot(), crate::questions::guest::MEMORY_GB.slot());
        deployment.set_typed(at(vcpus), " 4 ").unwrap();
        deployment.set_typed(at(memory), "16.5").unwrap();
        assert!(again(&deployment).contains(r#""vcpus":4,"memory_gb":16.5"#));
        let error = deployment.set_typed(at(vcpus), "2000").unwrap_err();
        assert_eq!((error.path.as_str(), error.nearest.as_deref()), ("vms[x].vcpus", Some("1024")));
        assert!(deployment.set_typed(at(memory), "much").is_err());
        assert!(again(&deployment).contains(r#""vcpus":4,"memory_gb":16.5"#));
    }
}
